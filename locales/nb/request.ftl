may-not-ask = Det er ansatte i kommunen som melder behov. Skriv /kontakt, så får du vite hvem du kan ringe.
not-asked-for-here = Behov tar jeg imot privat eller i kommunens egen gruppe, så ingen andre ser adressen.
how-to-ask = Skriv hva dere trenger etter /behov, for eksempel: /behov 2 stk til snømåking i Storgata 5 i morgen kl. 16–18
read-back = Slik forstår jeg behovet:
read-back-need =
    {$people ->
        [one] {$service}, én frivillig, {$window}
       *[other] {$service}, {$people} frivillige, {$window}
    }
read-back-zone = Sone {$zone} (det gruppa ser).
address-kept = Adressen er lagret og vises ikke her.
address-here = Adressen og det du ellers skrev, ser og endrer du her:
no-address = Ingen adresse ennå. Skriv den gjerne her. Den vises bare for dem som kommer.
asked-then = Jeg spør {$first} først, så {$then}.
asked-only = Jeg spør {$first}.
answer-by = Du får svar uansett, senest {$at}.
send = Send
change-it = Endre
discard = Forkast
what-if-nobody = Hva skjer hvis ingen svarer?
see-recipient = Se og endre
say-what-changes = Skriv hva som skal endres, for eksempel «kl. 17 i stedet», «3 stk» eller «legg til: ring på to ganger».
change-not-understood = Det forsto jeg ikke som en endring. Skriv for eksempel «kl. 17 i stedet», «3 stk» eller «legg til: ring på to ganger» – eller bruk knappene.
may-be-note = Skal det du skrev, stå som en beskjed til dem som kommer?
keep-as-note = Legg til som beskjed
some-left-out = Noe av det du skrev, forsto jeg ikke. Skal det stå som en beskjed til dem som kommer?
some-left-out-of = Noe av det du skrev, forsto jeg ikke, og det er ikke med. Er det en beskjed til dem som kommer, skriv «{$number} legg til: …».
stands-so-already = Slik står det allerede.
my-draft = Ikke sendt ennå: {$service}, {$window}. Skriv det som mangler, eller trykk Send.
my-draft-open = Ikke sendt ennå: {$service}. Skriv det som mangler, eller trykk Send.
answer-this = Svar på denne meldingen, ellers ser jeg det ikke.
did-not-understand = Det forsto jeg ikke.
from-elsewhere = Det kom inn et behov fra fagsystemet i ditt navn. Jeg mangler bare dette:
draft-changed = Behovet er endret siden. Se den nyeste meldingen.
draft-gone = Dette behovet er sendt eller forkastet. Skriv gjerne et nytt.
sent-already = Det er sendt allerede, som oppdrag {$number}.
draft-of-somebody-else = Det er {$name} som har meldt dette behovet. Bare den som meldte det, kan endre eller sende det.
discarded = Forkastet. Ingenting er sendt, og adressen er slettet.
sent = Sendt som oppdrag {$number}. Du får svar senest {$at}.
press-sent = Sendt som oppdrag {$number}.
cannot-send = Slik kan jeg ikke sende det.
ask-service = Hva slags hjelp trengs?
ask-people = Hvor mange frivillige?
ask-day = Hvilken dag?
ask-clock = Når på dagen? Velg, eller skriv klokkeslettet.
ask-length = Hvor lenge? Velg, eller skriv når det er slutt.
ask-place = Hvor er det? Skriv adressen, eller hvor de skal hente og bringe. Bare de som kommer, ser den.
ask-zone = Hvor er det? Velg sone, eller skriv adressen.
ask-zone-of-place = Adressen er lagret, men jeg vet ikke hvilken sone den ligger i. Hvilken?
people = {$people}
today = I dag
tomorrow = I morgen
day = {$day}
clock-label = {$at}
minutes = {$minutes} min
hours =
    {$hours ->
        [one] 1 time
       *[other] {$hours} timer
    }
zone-label = {$zone}
most-people = Ett oppdrag kan ha høyst {$most} frivillige. Send resten som et eget behov.
health-words-left-out = Jeg tok ikke med helseopplysninger. De skal ikke stå her, og de frivillige trenger dem ikke.
bad-date = Tidspunktet finnes ikke eller er passert, så jeg spør heller.
several-needs = Det ser ut som flere behov i én melding. Jeg tar det første – send de andre hver for seg.
one-by-one = Jeg leser {$count} behov i meldingen og tar dem ett om gangen. Først dette:
most-needs = Det var mange på én gang. Jeg tar de {$count} første, ett om gangen – send resten etterpå. Først dette:
put-aside = Ikke sendt ennå: {$service}. Det tar vi etterpå.
next-need = Så til det neste behovet:
next-need-of = Så til det neste: {$service}.
only-first-occurrence = Faste oppdrag kan jeg ikke lage ennå. Dette blir bare den første gangen.
refused-not-offered = Kommunen tilbyr ikke dette nå, så jeg kan ikke love noe.
refused-no-agreement = Ingen lag har avtale om slik hjelp på dette stedet, så jeg kan ikke love noe.
refused-nobody-reachable = Ingen av gruppene jeg skulle ha spurt, er koblet til, så ingen ville ha fått spørsmålet.
refused-nobody-acts = Ingen av dem som skal få beskjed når noe står fast, kan jeg skrive til nå, så jeg kan ikke love noe. Det hjelper at en av dem åpner chatten med meg og trykker Start: {$names}.
refused-too-late = Det er for kort tid igjen til at jeg rekker å spørre noen.
refused-past = Det tidspunktet er passert. Skriv når det skal være i stedet.
refused-too-long = Et oppdrag kan vare høyst et døgn. Skriv når det slutter.
ask-duty-instead = Ring heller {$name}, tlf. {$phone}.
dry-run-head = Hvis ingen svarer, skjer dette:
dry-ask = {$at}: {$name} blir spurt.
dry-remind = {$at}: én påminnelse i gruppa.
dry-standby = {$at}: de som har sagt at de kan stå klare, blir spurt.
dry-duty = {$at}: {$name}, som har vakt, får beskjed.
dry-deputy = {$at}: stedfortreder {$name}, hvis vakten ikke svarer.
dry-contact = {$at}: {$name}, kommunens kontakt, hvis ingen av dem svarer.
dry-answer = {$at}: du får svar uansett.
dry-still-empty = {$at}: {$name}, som har vakt, og enheten får vite at ingen har tatt det.
dry-last-call = {$at}: alle som kan gjøre noe, får beskjed én gang til.
dry-not-covered = {$at}: du får vite det rett ut hvis oppdraget ikke er dekket.
dry-squeezed = Det er kort tid, så trinnene kommer tettere enn ellers. Ingen er hoppet over.
dry-misses = (Der når jeg ingen nå, så jeg går rett videre til neste.)
filled = {$number}, {$window}, er dekket: {$names} fra {$organisations} kommer.
answer-some = {$number}, {$window}: vi fikk {$taken} av {$places}. {$names} fra {$organisations} kommer. Holder det, eller stiller dere med resten selv?
answer-nobody = {$number}, {$window}: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
answer-too-late = {$number}, {$window}: oppdraget er i gang eller over, og vi fikk {$taken} av {$places}. Beklager at svaret kommer så sent.
answer-held = {$number}, {$window}: {$name} ({$phone}), som har vakt, har tatt på seg å ordne det.
hole-once-begun = {$number}, {$window}, har begynt, og en plass ble ledig. Jeg leter etter en annen, og du får svar senest {$at}. Dere kan også ta det selv:
not-covered = {$number}, {$window}, begynner nå og er ikke dekket: vi fikk {$taken} av {$places}. Det er vi lei for. Blir det ikke gjort på annen måte, må mottakeren få vite det.
unit-still-empty = {$number} mangler fortsatt {$missing} av {$places}, og må dekkes: {$service}, {$window}. Den som meldte behovet, har ikke svart. Kan noen av dere?
enough-as-it-is = Holder
we-fill-the-rest = Vi stiller selv
we-do-it-ourselves = Vi gjør det selv
answer-moved = Svaret om {$number} kommer litt senere enn lovet: senest {$at}. Jeg leter videre.
town-took-it = Kommunen tar {$number} selv. {$name} svarer for det.
town-fills-rest =
    {$name} har bestemt at kommunen fyller {$rest ->
        [one] den siste plassen
       *[other] de siste {$rest} plassene
    } på {$number}.
was-cancelled = {$name} har avlyst {$number}.
town-took-this = Kommunen tar {$number} selv: {$service}, {$window}. {$name} svarer for det.
this-was-cancelled = {$name} har avlyst {$number}: {$service}, {$window}.
time-is-past = Det tidspunktet er passert.
nearly-a-year = Jeg leste det som {$day}, og det er nesten et år fram. Mente du en annen dag?
group-sees-it = Gruppa får se det {$at}.
note-added = Lagt til.
address-on-its-page = Adressen på {$number} kan du endre her, så den ikke står i chatten:
address-by-duty = Adressen på {$number} kan ikke endres i chatten. Skriv /kontakt, så får du vite hvem du kan ringe.
settled-by = {$name} har ordnet dette.
never-sent = {$service} {$day} ble aldri sendt, og nå er tiden forbi. Jeg har forkastet det.
draft-waits = Dette er ikke sendt ennå. Vil du gjøre det ferdig?
not-sent-in-time = Dette ble aldri sendt, og nå er tiden forbi.
also-waits = Venter også: {$service} {$day}.
