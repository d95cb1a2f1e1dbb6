may-not-ask = Det er tilsette i kommunen som melder behov. Skriv /kontakt, så får du vite kven du kan ringje.
not-asked-for-here = Behov tek eg imot privat eller i gruppa til kommunen, så ingen andre ser adressa.
how-to-ask = Skriv kva de treng etter /behov, til dømes: /behov 2 stk til snømåking i Storgata 5 i morgon kl. 16–18
read-back = Slik forstår eg behovet:
read-back-need =
    {$people ->
        [one] {$service}, éin frivillig, {$window}
       *[other] {$service}, {$people} frivillige, {$window}
    }
read-back-zone = Sone {$zone} (det gruppa ser).
address-kept = Adressa er lagra og blir ikkje vist her.
address-here = Adressa og det du elles skreiv, ser og endrar du her:
no-address = Inga adresse enno. Skriv gjerne adressa her. Ho blir berre vist for dei som kjem.
asked-then = Eg spør {$first} først, så {$then}.
asked-only = Eg spør {$first}.
answer-by = Du får svar uansett, seinast {$at}.
send = Send
change-it = Endre
discard = Forkast
what-if-nobody = Kva skjer om ingen svarar?
see-recipient = Sjå og endre
say-what-changes = Skriv kva som skal endrast, til dømes «kl. 17 i staden», «3 stk» eller «legg til: ring på to gonger».
change-not-understood = Det forstod eg ikkje som ei endring. Skriv til dømes «kl. 17 i staden», «3 stk» eller «legg til: ring på to gonger» – eller bruk knappane.
may-be-note = Skal det du skreiv, stå som ein beskjed til dei som kjem?
keep-as-note = Legg til som beskjed
some-left-out = Noko av det du skreiv, forstod eg ikkje. Skal det stå som ein beskjed til dei som kjem?
some-left-out-of = Noko av det du skreiv, forstod eg ikkje, og det er ikkje med. Er det ein beskjed til dei som kjem, skriv «{$number} legg til: …».
stands-so-already = Slik står det allereie.
my-draft = Ikkje sendt enno: {$service}, {$window}. Skriv det som manglar, eller trykk Send.
my-draft-open = Ikkje sendt enno: {$service}. Skriv det som manglar, eller trykk Send.
answer-this = Svar på denne meldinga, elles ser eg det ikkje.
did-not-understand = Det forstod eg ikkje.
from-elsewhere = Det kom inn eit behov frå fagsystemet i ditt namn. Eg manglar berre dette:
draft-changed = Behovet er endra sidan. Sjå den nyaste meldinga.
draft-gone = Dette behovet er sendt eller forkasta. Skriv gjerne eit nytt.
sent-already = Det er sendt allereie, som oppdrag {$number}.
draft-of-somebody-else = Det er {$name} som har meldt dette behovet. Berre den som melde det, kan endre eller sende det.
discarded = Forkasta. Ingenting er sendt, og adressa er sletta.
sent = Sendt som oppdrag {$number}. Du får svar seinast {$at}.
press-sent = Sendt som oppdrag {$number}.
cannot-send = Slik kan eg ikkje sende det.
ask-service = Kva slags hjelp trengst?
ask-people = Kor mange frivillige?
ask-day = Kva dag?
ask-clock = Når på dagen? Vel, eller skriv klokkeslettet.
ask-length = Kor lenge? Vel, eller skriv når det er slutt.
ask-place = Kvar er det? Skriv adressa, eller kvar dei skal hente og levere. Berre dei som kjem, ser ho.
ask-zone = Kvar er det? Vel sone, eller skriv adressa.
ask-zone-of-place = Adressa er lagra, men eg veit ikkje kva sone ho ligg i. Kva for ei?
people = {$people}
today = I dag
tomorrow = I morgon
day = {$day}
clock-label = {$at}
minutes = {$minutes} min
hours =
    {$hours ->
        [one] 1 time
       *[other] {$hours} timar
    }
zone-label = {$zone}
most-people = Eitt oppdrag kan ha høgst {$most} frivillige. Send resten som eit eige behov.
health-words-left-out = Eg tok ikkje med helseopplysingar. Dei skal ikkje stå her, og dei frivillige treng dei ikkje.
bad-date = Tidspunktet finst ikkje eller er passert, så eg spør heller.
several-needs = Det ser ut som fleire behov i éi melding. Eg tek det første – send dei andre kvar for seg.
one-by-one = Eg les {$count} behov i meldinga og tek dei eitt om gongen. Først dette:
most-needs = Det var mange på éin gong. Eg tek dei {$count} første, eitt om gongen – send resten etterpå. Først dette:
put-aside = Ikkje sendt enno: {$service}. Det tek vi etterpå.
next-need = Så til det neste behovet:
next-need-of = Så til det neste: {$service}.
only-first-occurrence = Faste oppdrag kan eg ikkje lage enno. Dette blir berre den første gongen.
refused-not-offered = Kommunen tilbyr ikkje dette no, så eg kan ikkje love noko.
refused-no-agreement = Ingen lag har avtale om slik hjelp på denne staden, så eg kan ikkje love noko.
refused-nobody-reachable = Ingen av gruppene eg skulle ha spurt, er kopla til, så ingen ville ha fått spørsmålet.
refused-nobody-acts = Ingen av dei som skal få beskjed når noko står fast, kan eg skrive til no, så eg kan ikkje love noko. Det hjelper at éin av dei opnar chatten med meg og trykkjer Start: {$names}.
refused-too-late = Det er for kort tid att til at eg rekk å spørje nokon.
refused-past = Det tidspunktet er passert. Skriv når det skal vere i staden.
refused-too-long = Eit oppdrag kan vare høgst eit døgn. Skriv når det sluttar.
ask-duty-instead = Ring heller {$name}, tlf. {$phone}.
dry-run-head = Om ingen svarar, skjer dette:
dry-ask = {$at}: {$name} blir spurt.
dry-remind = {$at}: éi påminning i gruppa.
dry-standby = {$at}: dei som har sagt at dei kan stå klare, blir spurde.
dry-duty = {$at}: {$name}, som har vakt, får beskjed.
dry-deputy = {$at}: stadfortredar {$name}, om vakta ikkje svarar.
dry-contact = {$at}: {$name}, kontakten i kommunen, om ingen av dei svarar.
dry-answer = {$at}: du får svar uansett.
dry-still-empty = {$at}: {$name}, som har vakt, og eininga får vite at ingen har teke det.
dry-last-call = {$at}: alle som kan gjere noko, får beskjed éin gong til.
dry-not-covered = {$at}: du får vite det beint ut om oppdraget ikkje er dekt.
dry-squeezed = Det er kort tid, så stega kjem tettare enn elles. Ingen er hoppa over.
dry-misses = (Der når eg ingen no, så eg går rett vidare til neste.)
filled = {$number}, {$window}, er dekt: {$names} frå {$organisations} kjem.
answer-some = {$number}, {$window}: vi fekk {$taken} av {$places}. {$names} frå {$organisations} kjem. Held det, eller stiller de med resten sjølve?
answer-nobody = {$number}, {$window}: vi fekk dessverre ingen. Eg leitar vidare til oppdraget startar, men rekn ikkje med det. Stiller de sjølve, eller skal det avlysast?
answer-too-late = {$number}, {$window}: oppdraget er i gang eller over, og vi fekk {$taken} av {$places}. Orsak at svaret kjem så seint.
answer-held = {$number}, {$window}: {$name} ({$phone}), som har vakt, har teke på seg å ordne det.
hole-once-begun = {$number}, {$window}, har byrja, og ein plass blei ledig. Eg leitar etter ein annan, og du får svar seinast {$at}. De kan òg ta det sjølve:
not-covered = {$number}, {$window}, byrjar no og er ikkje dekt: vi fekk {$taken} av {$places}. Det er vi leie for. Blir det ikkje gjort på annan måte, må mottakaren få vite det.
unit-still-empty = {$number} manglar framleis {$missing} av {$places}, og må dekkjast: {$service}, {$window}. Den som melde behovet, har ikkje svara. Kan nokon av dykk?
enough-as-it-is = Det held
we-fill-the-rest = Vi stiller sjølve
we-do-it-ourselves = Vi gjer det sjølve
answer-moved = Svaret om {$number} kjem litt seinare enn lova: seinast {$at}. Eg leitar vidare.
town-took-it = Kommunen tek {$number} sjølv. {$name} svarar for det.
town-fills-rest =
    {$name} har bestemt at kommunen fyller {$rest ->
        [one] den siste plassen
       *[other] dei siste {$rest} plassane
    } på {$number}.
was-cancelled = {$name} har avlyst {$number}.
town-took-this = Kommunen tek {$number} sjølv: {$service}, {$window}. {$name} svarar for det.
this-was-cancelled = {$name} har avlyst {$number}: {$service}, {$window}.
time-is-past = Det tidspunktet er passert.
nearly-a-year = Eg las det som {$day}, og det er nesten eit år fram. Meinte du ein annan dag?
group-sees-it = Gruppa får sjå det {$at}.
note-added = Lagt til.
address-on-its-page = Adressa på {$number} kan du endre her, så ho ikkje står i chatten:
address-by-duty = Adressa på {$number} kan ikkje endrast i chatten. Skriv /kontakt, så får du vite kven du kan ringje.
settled-by = {$name} har ordna dette.
never-sent = {$service} {$day} blei aldri sendt, og no er tida forbi. Eg har forkasta det.
draft-waits = Dette er ikkje sendt enno. Vil du gjere det ferdig?
not-sent-in-time = Dette blei aldri sendt, og no er tida forbi.
also-waits = Ventar òg: {$service} {$day}.
