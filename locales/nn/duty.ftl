hole = {$number} manglar {$missing} av {$places}: {$service}, {$window}.
hole-begun = {$number} har byrja og manglar {$missing} av {$places}: {$service}.
not-coming = Kjem ikkje: {$names}
reserve-asked = Reserve {$name} er spurd og har frist til {$until}.
requester-silent = {$name}, som melde behovet, har fått svaret og ikkje sagt kva som skal skje. Nokon må ta det.
last-call = Det byrjar {$at}, og ingen har teke det enno.
not-covered-duty = {$number} byrjar no og er ikkje dekt: {$service}, manglar {$missing} av {$places}. {$name} ({$phone}), som melde behovet, har fått vite det.
duty-silent = {$name} fekk beskjed først, men har ikkje svart.
asked-now = Spurt no: {$name}
has-place-already = {$name} har allereie plass på {$number}.
hole-not-understood = Det forstod eg ikkje. Gjeld det {$number}, vel her, eller skriv det som står på ein knapp:
deputy-silent = {$name} har heller ikkje svart.
asked-answers = Spurt: {$name} ({$yes} ja, {$no} nei)
asked-silent = Spurt: {$name} (ingen svar)
unreached = Fekk ikkje tak i: {$names}
promised-at = Den som melde behovet, er lova svar seinast {$at}.
requester-knows = Den som melde behovet, veit at det manglar folk.
being-asked = Blir spurd no: {$name}, med frist {$until}.
is-on-it = {$name} har teke saka og følgjer ho opp til {$at}.
take-it = Tek det
take-number = Eg tek {$number}
ask-organisation = Spør {$name}
put-in = Set inn nokon
extend = Forleng fristen
town-takes-it = Kommunen tek det
cancel-task = Avlys
hold-until-when = Fint, du tek {$number}. Kor lenge skal eg vere stille?
until = Til {$at}
too-late-to-hold = {$number} startar for snart til at eg kan vere stille.
held-a-while = Fint, du tek {$number}. Eg er stille til {$at}. Høver ei anna tid betre, vel ho eller skriv ho.
held-already = {$name}{$phone} tek {$number} og er på saka til {$at}. Snakk saman om du heller vil ta det.
had-it = {$name} tok saka, men har ikkje sagt noko sidan.
held-until = Du tek {$number}. Eg er stille til {$at} og spør igjen om det framleis manglar folk.
held-to-the-end = Då er det du som tek {$number}, og eg er stille. Når det er ordna: «Set inn nokon» eller «Kommunen tek det».
held-by = {$name} tek {$number} og er på saka til {$at}.
hold-too-long = Så lenge kan eg ikkje vere stille om {$number}: det startar {$starts}. Skriv eit tidspunkt før det.
organisation-asked = {$name} er spurt om {$number}.
organisation-asked-later = {$name} blir spurt om {$number} {$at}. Gruppa får ro så lenge.
too-late-to-ask = {$number} startar før eg kan vekkje gruppa til {$name}. Ring heller nokon.
group-unreachable = Eg kan ikkje skrive i gruppa til {$name}. Gruppa er ikkje kopla til, eller eg er teken ut.
put-in-whom = Kven har du avtalt {$number} med? Eg gir beskjed, og den du vel, kan melde forfall med eitt ord.
or-write-name = Vel, eller skriv eit namn.
more-people = Vis fleire
nobody-by-that-name = Eg finn ingen med det namnet som kan setjast inn på {$number}.
person-label = {$name}
nobody-to-put-in = Eg kjenner ingen fleire i laga som kan setjast inn på {$number}.
put-in-not-approved = {$name} er ikkje godkjend for dette: {$service}.
was-put-in = {$name} er sett inn på {$number} og har fått beskjed.
was-put-in-untold = {$name} er sett inn på {$number}, men eg når ikkje fram. Gi beskjed sjølv.
full-already = {$number} er allereie dekt.
extended = Svaret om {$number} er flytta til {$at}, og den som melde behovet, har fått beskjed.
extended-untold = Svaret om {$number} er flytta til {$at}. Eg når ikkje {$name}, som melde behovet – gi beskjed sjølv.
extend-to-when = Svaret om {$number} er lova seinast {$at}. Til når skal eg flytte det? Vel, eller skriv klokkeslettet.
extend-between = Svaret om {$number} kan flyttast til eit tidspunkt mellom {$from} og {$latest}. Skriv når.
extended-own = Svaret om {$number} er flytta til {$at}.
cannot-extend = {$number} startar for snart til at fristen kan forlengjast.
town-has-it = Då tek kommunen {$number}, og du står som den som svarar for det. Ingen fleire blir spurde.
surely-cancel =
    {$coming ->
        [0] Avlyse {$number}? Ingen er påmelde.
        [one] Avlyse {$number}? Éin er påmeld og får beskjed.
       *[other] Avlyse {$number}? {$coming} er påmelde og får beskjed.
    }
cancel-surely = Ja, avlys
leave-it = Nei, lat det stå
left-as-it-is = Greitt, {$number} står som før.
cancelled = {$number} er avlyst. Alle det gjeld, har fått beskjed.
rest-filled =
    {$rest ->
        [one] Greitt, de fyller den siste plassen på {$number}.
       *[other] Greitt, de fyller dei siste {$rest} plassane på {$number}.
    }
is-enough =
    {$coming ->
        [one] Greitt, då held det med éin på {$number}. Ingen fleire blir spurde.
       *[other] Greitt, då held det med {$coming} på {$number}. Ingen fleire blir spurde.
    }
nobody-comes = Ingen har plass på {$number} enno.
part-from = {$name} kan ta {$number} frå {$from} (oppdraget er {$window}).
part-until = {$name} kan ta {$number} til {$until} (oppdraget er {$window}).
part-from-until = {$name} kan ta {$number} frå {$from} til {$until} (oppdraget er {$window}).
part-condition-words = {$name} kan ta {$number}, {$window}, med eit atterhald: «{$words}». Snakk med {$name} om kva som skal til.
part-condition = {$name} kan ta {$number}, {$window}, med eit atterhald. Snakk med {$name} om kva som skal til.
accept-part = Godta
refuse-part = Takk, men nei
part-accepted = {$name} har plass på {$number} og har fått beskjed.
part-refused-done = {$name} har fått takk for tilbodet på {$number}, og eit venleg nei.
part-settled = Tilbodet på {$number} er allereie avgjort eller trekt.
ask-unreached = Eg fekk ikkje spurt {$name} om {$number}: gruppa er ikkje kopla til, eller eg er teken ut. Eg går vidare.
bring-the-answer = Eg når ikkje {$name}{$phone}, som ventar på svar om {$number}: {$taken} av {$places} kjem. Kan du gi beskjed?
tell-them = Eg når ikkje {$name}, som melde {$number}. Kan du gi beskjed?
withdrawn-soon =
    {$asked ->
        [0] {$name} har meldt forfall på {$number}, som startar {$at} og må dekkjast. Det er ingen reservar å spørje; eg leitar i gruppene.
       *[other] {$name} har meldt forfall på {$number}, som startar {$at} og må dekkjast. Eg spør reservane no.
    }
somebody-late = {$name} blir forseinka til {$number}.
answer-for-nobody = {$number}: {$taken} av {$places} kjem. Den som melde behovet, er sletta herfrå, så svaret er ditt å bringe vidare.
tell-them-this = Eg når ikkje {$name}{$phone}, som melde {$number}. Kan du seie dette vidare?
take-off-surely = Ta {$name} av {$number}, {$window}? {$name} får beskjed, og eg spør andre.
take-off-yes = Ja, ta av
take-off-whom = Kven skal eg ta av?
take-off-label = {$name}, {$number}
nobody-to-take-off = Eg finn ingen med det namnet på {$number}. Der står: {$names}
reported-away = Takk for at du seier frå! Eg spør {$name} om {$number}, og den som har vakt, får vite det.
reported-away-passed-on = Takk for at du seier frå! {$name} når eg ikkje sjølv, men den som har vakt, får vite det om {$number}.
reported-away-ask = {$by} seier at du ikkje kan kome på {$number}: {$service}, {$window}. Kjem du?
reported-away-duty = {$by} seier at {$name} ikkje kjem på {$number}: {$service}, {$window}. Eg har spurt {$name}.
reported-away-unasked = {$by} seier at {$name} ikkje kjem på {$number}: {$service}, {$window}. Eg kan ikkje skrive til {$name} ({$phone}). Kan du høyre?
withdrawn-again = {$name} har meldt forfall på {$number}, {$window}. Eg leitar etter ein annan.
filled-meanwhile = {$number} er dekt no: {$names}. Du treng ikkje gjere meir med det.
enough-meanwhile = {$name} har ordna {$number}, og ingen fleire blir spurde. Kjem: {$names}
