hole = {$number} mangler {$missing} av {$places}: {$service}, {$window}.
hole-begun = {$number} har begynt og mangler {$missing} av {$places}: {$service}.
not-coming = Kommer ikke: {$names}
reserve-asked = Reserve {$name} er spurt og har frist til {$until}.
requester-silent = {$name}, som meldte behovet, har fått svaret og ikke sagt hva som skal skje. Noen må ta det.
last-call = Det begynner {$at}, og ingen har tatt det ennå.
not-covered-duty = {$number} begynner nå og er ikke dekket: {$service}, mangler {$missing} av {$places}. {$name} ({$phone}), som meldte behovet, har fått vite det.
duty-silent = {$name} fikk beskjed først, men har ikke svart.
asked-now = Spurt nå: {$name}
has-place-already = {$name} har allerede plass på {$number}.
hole-not-understood = Det forsto jeg ikke. Gjelder det {$number}, velg her, eller skriv det som står på en knapp:
deputy-silent = {$name} har heller ikke svart.
asked-answers = Spurt: {$name} ({$yes} ja, {$no} nei)
asked-silent = Spurt: {$name} (ingen svar)
unreached = Fikk ikke tak i: {$names}
promised-at = Den som meldte behovet, er lovet svar senest {$at}.
requester-knows = Den som meldte behovet, vet at det mangler folk.
being-asked = Spørres nå: {$name}, med frist {$until}.
is-on-it = {$name} har tatt saken og er på den til {$at}.
take-it = Tar det
take-number = Jeg tar {$number}
ask-organisation = Spør {$name}
put-in = Sett inn noen
extend = Forleng fristen
town-takes-it = Kommunen tar det
cancel-task = Avlys
hold-until-when = Fint, du tar {$number}. Hvor lenge skal jeg være stille?
until = Til {$at}
too-late-to-hold = {$number} starter for snart til at jeg kan være stille.
held-a-while = Fint, du tar {$number}. Jeg er stille til {$at}. Passer en annen tid bedre, velg den eller skriv den.
held-already = {$name}{$phone} tar {$number} og er på saken til {$at}. Snakk sammen hvis du heller vil ta det.
had-it = {$name} tok saken, men har ikke sagt noe siden.
held-until = Du tar {$number}. Jeg er stille til {$at} og spør igjen hvis det fortsatt mangler folk.
held-to-the-end = Da er det du som tar {$number}, og jeg er stille. Når det er ordnet: «Sett inn noen» eller «Kommunen tar det».
held-by = {$name} tar {$number} og er på saken til {$at}.
hold-too-long = Så lenge kan jeg ikke være stille om {$number}: det starter {$starts}. Skriv et tidspunkt før det.
organisation-asked = {$name} er spurt om {$number}.
organisation-asked-later = {$name} blir spurt om {$number} {$at}. Gruppa får ro så lenge.
too-late-to-ask = {$number} starter før jeg kan vekke gruppa til {$name}. Ring heller noen.
group-unreachable = Jeg kan ikke skrive i gruppa til {$name}. Den er ikke koblet til, eller jeg er tatt ut.
put-in-whom = Hvem har du avtalt {$number} med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
or-write-name = Velg, eller skriv et navn.
more-people = Vis flere
nobody-by-that-name = Jeg finner ingen med det navnet som kan settes inn på {$number}.
person-label = {$name}
nobody-to-put-in = Jeg kjenner ingen flere i lagene som kan settes inn på {$number}.
put-in-not-approved = {$name} er ikke godkjent for dette: {$service}.
was-put-in = {$name} er satt inn på {$number} og har fått beskjed.
was-put-in-untold = {$name} er satt inn på {$number}, men jeg når ikke fram. Gi beskjed selv.
full-already = {$number} er allerede dekket.
extended = Svaret om {$number} er flyttet til {$at}, og den som meldte behovet, har fått beskjed.
extended-untold = Svaret om {$number} er flyttet til {$at}. Jeg når ikke {$name}, som meldte behovet – gi beskjed selv.
extend-to-when = Svaret om {$number} er lovet senest {$at}. Til når skal jeg flytte det? Velg, eller skriv klokkeslettet.
extend-between = Svaret om {$number} kan flyttes til et sted mellom {$from} og {$latest}. Skriv et tidspunkt der.
extended-own = Svaret om {$number} er flyttet til {$at}.
cannot-extend = {$number} starter for snart til at fristen kan forlenges.
town-has-it = Da tar kommunen {$number}, og du står som den som svarer for det. Ingen flere blir spurt.
surely-cancel =
    {$coming ->
        [0] Avlyse {$number}? Ingen er påmeldt.
        [one] Avlyse {$number}? Én er påmeldt og får beskjed.
       *[other] Avlyse {$number}? {$coming} er påmeldt og får beskjed.
    }
cancel-surely = Ja, avlys
leave-it = Nei, la det stå
left-as-it-is = Greit, {$number} står som før.
cancelled = {$number} er avlyst. Alle det gjelder, har fått beskjed.
rest-filled =
    {$rest ->
        [one] Greit, dere fyller den siste plassen på {$number}.
       *[other] Greit, dere fyller de siste {$rest} plassene på {$number}.
    }
is-enough =
    {$coming ->
        [one] Greit, da holder det med én på {$number}. Ingen flere blir spurt.
       *[other] Greit, da holder det med {$coming} på {$number}. Ingen flere blir spurt.
    }
nobody-comes = Ingen har plass på {$number} ennå.
part-from = {$name} kan ta {$number} fra {$from} (oppdraget er {$window}).
part-until = {$name} kan ta {$number} til {$until} (oppdraget er {$window}).
part-from-until = {$name} kan ta {$number} fra {$from} til {$until} (oppdraget er {$window}).
part-condition-words = {$name} kan ta {$number}, {$window}, med et forbehold: «{$words}». Snakk med {$name} om hva som skal til.
part-condition = {$name} kan ta {$number}, {$window}, med et forbehold. Snakk med {$name} om hva som skal til.
accept-part = Godta
refuse-part = Takk, men nei
part-accepted = {$name} har plass på {$number} og har fått beskjed.
part-refused-done = {$name} har fått takk for tilbudet på {$number}, og et vennlig nei.
part-settled = Tilbudet på {$number} er allerede avgjort eller trukket.
ask-unreached = Jeg fikk ikke spurt {$name} om {$number}: gruppa er ikke koblet til, eller jeg er tatt ut av den. Jeg går videre.
bring-the-answer = Jeg når ikke {$name}{$phone}, som venter på svar om {$number}: {$taken} av {$places} kommer. Kan du gi beskjed?
tell-them = Jeg når ikke {$name}, som meldte {$number}. Kan du gi beskjed?
withdrawn-soon =
    {$asked ->
        [0] {$name} har meldt forfall på {$number}, som starter {$at} og må dekkes. Det er ingen reserver å spørre; jeg leter i gruppene.
       *[other] {$name} har meldt forfall på {$number}, som starter {$at} og må dekkes. Jeg spør reservene nå.
    }
somebody-late = {$name} blir forsinket til {$number}.
answer-for-nobody = {$number}: {$taken} av {$places} kommer. Den som meldte behovet, er slettet herfra, så svaret er ditt å bringe videre.
tell-them-this = Jeg når ikke {$name}{$phone}, som meldte {$number}. Kan du si dette videre?
take-off-surely = Ta {$name} av {$number}, {$window}? {$name} får beskjed, og jeg spør andre.
take-off-yes = Ja, ta av
take-off-whom = Hvem skal jeg ta av?
take-off-label = {$name}, {$number}
nobody-to-take-off = Jeg finner ingen med det navnet på {$number}. Der står: {$names}
reported-away = Takk for at du sier fra! Jeg spør {$name} om {$number}, og den som har vakt, får vite det.
reported-away-passed-on = Takk for at du sier fra! {$name} når jeg ikke selv, men den som har vakt, får vite det om {$number}.
reported-away-ask = {$by} sier at du ikke kan komme på {$number}: {$service}, {$window}. Kommer du?
reported-away-duty = {$by} sier at {$name} ikke kommer på {$number}: {$service}, {$window}. Jeg har spurt {$name}.
reported-away-unasked = {$by} sier at {$name} ikke kommer på {$number}: {$service}, {$window}. Jeg kan ikke skrive til {$name} ({$phone}). Kan du høre?
withdrawn-again = {$name} har meldt forfall på {$number}, {$window}. Jeg leter etter en annen.
filled-meanwhile = {$number} er dekket nå: {$names}. Du trenger ikke å gjøre mer med det.
enough-meanwhile = {$name} har ordnet {$number}, og ingen flere blir spurt. Kommer: {$names}
