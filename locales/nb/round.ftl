confirm-ask = {$service}, {$window} ({$number}). Kommer du?
confirm-again = Hei igjen! Kan du bekrefte {$number}, {$window}?
i-come = Kommer
confirmed = Takk! Da regner vi med deg på {$number}.
stand-in-ask = Kan du stå klar som reserve for {$number}: {$service}, {$window}?
stands-ready = Fint at du står klar! Jeg sier fra med én gang hvis du trengs på {$number}.
stand-in-refused = Greit. Du beholder plassen i køen for {$number}.
start-reminder = Snart: {$service}, {$window} ({$number}).
i-am-late = Jeg blir forsinket
how-late = Takk for at du sier fra. Hvor mye forsinket blir du til {$number}?
late-minutes = {$minutes} min
late-until-noted = Takk for beskjed. Jeg sier fra at du er der {$at} ({$number}).
check-in-ask = {$number} begynner nå: {$service}. Trykk når du er i gang.
check-in-again = Er du i gang med {$number}?
i-am-there = Jeg er i gang
missed-there = Vakta har fått vite at du ikke er på {$number}, så jeg spør andre. Er du der likevel?
checked-in = Fint! Da vet vi at {$number} er i gang.
completion-ask = Gikk {$number} som det skulle?
something-happened = Nei, noe skjedde
completed-thanks = Takk for innsatsen på {$number}, {$name}!
completed-thanks-club = Takk for innsatsen på {$number}, {$name}! {$amount} til laget, {$year} så langt i år.
what-happened = Takk for at du sier fra. Hva skjedde på {$number}? Skriv det i én melding, uten navn, så får kommunen den.
ring-emergency = Ring 113 nå hvis det står om liv eller helse, og bli der til hjelpen kommer. Ring så {$name}, tlf. {$phone}. Jeg varsler kommunen med det samme.
reported-now = Takk for at du sier fra om {$number}! Kommunen får vite det nå. Haster det, ring {$name}, tlf. {$phone}.
urgent-by-the-way = Haster: {$name} skriver at noen er skadet eller i fare. Det gjelder ikke noe oppdrag akkurat nå. Ring {$name} nå, tlf. {$phone}.
urgent-by-the-way-no-phone = Haster: {$name} skriver at noen er skadet eller i fare. Det gjelder ikke noe oppdrag akkurat nå. Ta kontakt nå. Jeg har ikke nummeret til {$name}.
urgent = Haster: {$name} melder fra om {$number}: «{$words}». Ring {$name} nå, tlf. {$phone}.
urgent-call = Haster: {$name} melder fra om {$number}, og det hører ikke hjemme i en chat. Ring nå, tlf. {$phone}.
person-is-done = Notert: {$name} er ferdig med {$number}.
deviation-no-phone = {$name} har noe å melde om {$number} som ikke hører hjemme i en chat. Jeg har ikke nummeret. Ta kontakt senest {$at}.
deviation-to-tell = Takk! Kommunen får vite at du har noe å fortelle om {$number}, og skal ta kontakt senest {$at}.
hole-again =
    {$free ->
        [one] Det ble en plass ledig igjen på {$number}, {$window}.
       *[other] Det ble {$free} plasser ledige igjen på {$number}, {$window}.
    } Jeg leter etter noen, og du får svar senest {$at}.
deviation-noted = Takk! Kommunen har fått meldingen om {$number} og skal svare senest {$at}.
deviation-answered = {$name} svarer om {$number}: «{$words}»
deviation-followed = {$name} følger opp meldingen din om {$number}. Takk for at du sa fra!
move-ask = {$number} er flyttet. Ny tid: {$service}, {$window}. Passer det fortsatt?
move-again = Hei igjen! {$number} er flyttet til {$window}. Passer den nye tiden?
move-unanswered = {$name} har ikke svart på om den nye tiden passer for {$number}: {$service}, {$window}.
move-not-answered = {$name} har ikke svart på om den nye tiden for {$number} passer.
move-told-reserve = {$number} er flyttet til {$window}. Du står fortsatt som reserve.
it-suits = Passer fint
step-down-ask = Det trengs færre på {$number}, {$window}. Vil du stå over denne gangen? Det er like fint om du blir med.
i-step-down = Jeg står over
i-stay = Jeg blir med
stays-noted = Fint! Da blir du med på {$number}.
stepped-down = Takk! Du er tatt av {$number}.
taken-off-by = {$by} har tatt deg av {$number}, {$window}. Kan du likevel? Svar «ja».
unconfirmed = {$names} har ikke bekreftet {$number}: {$service}, {$window}.
unconfirmed-unreached = Jeg kan ikke skrive til {$name} ({$phone}) og får ikke bekreftet {$number}: {$service}, {$window}. Kan du høre?
phone-of = {$name}: tlf. {$phone}
no-phone = ukjent nummer
ready-reserves = Står klar som reserve: {$names}
person-comes = {$name} kommer
person-does-not-come = {$name} kommer ikke
person-confirmed = Notert: {$name} kommer på {$number}.
person-taken-off = {$name} er tatt av {$number}. Jeg spør andre.
no-show = Jeg har ikke hørt fra {$names} om at {$number} er i gang: {$service}, {$at}.
others-there = I gang: {$names}
person-there = {$name} er i gang
person-absent = {$name} kom ikke
person-is-there = Notert: {$name} er i gang med {$number}.
person-was-absent = Notert: {$name} kom ikke på {$number}.
late-told = {$name} blir forsinket til {$number} og regner med å være der {$at}.
completion-missed = Ingen har sagt hvordan det gikk med {$number}: {$service}, {$window}.
it-was-done = Utført
it-was-not-done = Ikke utført
completion-unclear = Noe skjedde på {$number}: {$service}, {$window}. Ingen har sagt om det ble gjort.
was-it-done = Ble {$number} gjort likevel?
yes-it-was-done = Ja, det ble gjort
no-it-was-not = Nei, ikke gjort
not-done-noted = Notert: {$number} ble ikke gjort ferdig. Den som meldte behovet, får vite det.
task-not-finished = {$number} ble ikke utført, sier {$name}. Kan dere ringe mottakeren?
nobody-came = Ingen kom
done-on = {$number} er utført
nobody-came-on = Ingen kom på {$number}
done-noted-by-duty = Notert: {$number} er utført.
nobody-came-noted = Notert: ingen kom på {$number}. Den som meldte behovet, får vite det.
call-coming = Ring mottakeren av {$number}: {$names} fra {$organisations} kommer {$at}.
call-coming-anew = Ring mottakeren av {$number} igjen, det er endret: {$names} fra {$organisations} kommer {$at}.
call-coming-late = Ring mottakeren av {$number}: {$names} fra {$organisations} kommer så snart det går.
call-searching = Ring mottakeren av {$number} nå: den som skulle kommet, kommer ikke likevel. Jeg leter etter en annen og sier fra hvordan det går.
call-nobody-found = Ring mottakeren av {$number} nå: vi har ikke funnet noen som kan komme {$at}.
call-nobody = Ring mottakeren av {$number} nå: det kommer ingen frivillige {$at} likevel.
call-no-show = Ring mottakeren av {$number} nå: ingen har meldt at de er kommet, og det skulle begynt {$at}.
call-made = Gjort
call-failed = Fikk ikke tak i
call-made-noted = Takk! Da vet mottakeren av {$number} det.
call-failed-noted = Takk for forsøket. Jeg minner om {$number} igjen om en time.
call-failed-last = Takk for forsøket. Jeg sier fra til vakten om {$number}.
call-settled = Det er allerede ordnet for {$number}.
recipient-not-reached = Enheten får ikke tak i mottakeren av {$number}, som begynner {$at}.
call-unanswered = Enheten har ikke svart på om mottakeren av {$number} er ringt. Kan du høre med dem, eller ringe selv?
call-unreached-unit = Jeg når ikke enheten bak {$number}. Kan du sørge for at noen ringer mottakeren?
verdict-ask = Ring mottakeren av {$number} ({$service}, {$window}): «Var dette til nytte for deg?»
verdict-so-so = Sånn passe
verdict-noted = Takk! Svaret om {$number} er notert.
verdict-later = Takk for forsøket. Jeg spør én gang til om {$number}, neste arbeidsdag.
verdict-given-up = Takk for forsøket. Da lar vi {$number} ligge.
task-done = {$number} er utført.
task-done-with = {$number} er utført. Melding fra den frivillige: «{$words}».
task-done-ask = {$number} er utført. {$name} har mer å fortelle, som ikke hører hjemme i en chat: ring {$phone}.
task-not-done = {$number} ble ikke utført: ingen kom, {$window}. Det er vi lei for. Kan dere ringe mottakeren?
deviation = {$name} melder fra om {$number}: «{$words}». Svar på denne meldingen senest {$at}, så får {$name} svaret.
deviation-call = {$name} har noe å melde om {$number} som ikke hører hjemme i en chat. Ring {$phone} senest {$at}.
i-follow-up = Jeg følger opp
follow-up-noted = Takk! {$name} får vite at du følger opp {$number}.
deviation-answer-sent = Takk! {$name} har fått svaret ditt om {$number}.
deviation-answer-kept = Svaret ditt forteller hvem som får hjelp, så jeg sendte det ikke i chatten. {$name} har fått vite at du følger opp {$number}. Vil du si mer, ring {$phone}.
deviation-unanswered = {$name} har ikke svart på meldingen fra {$reporter} om {$number}. Fristen er ute.
change-button = Endre
change-how = Hva skal endres på {$number}? Skriv det som det er: «kl. 17 i stedet», «3 stk» eller «avlys».
move-surely = Flytte {$number} til {$window}?
places-surely =
    {$places ->
        [one] Endre {$number} til én plass?
       *[other] Endre {$number} til {$places} plasser?
    }
change-surely = Ja, endre
task-moved = {$number} er flyttet til {$window}.
task-moved-asked = Jeg spør om det fortsatt passer: {$names}
task-moved-promise = Du får svar senest {$at}.
cannot-move-past = Den tiden er forbi, eller for nær til at noen kan spørres. {$number} står som det var.
more-places =
    {$places ->
        [one] Greit, nå trengs én på {$number}. Jeg spør videre.
       *[other] Greit, nå trengs {$places} på {$number}. Jeg spør videre.
    }
fewer-places-now =
    {$places ->
        [one] Greit, nå trengs én på {$number}.
       *[other] Greit, nå trengs {$places} på {$number}.
    }
fewer-places-asked = Det kommer flere enn det på {$number}. Jeg spør {$name}, som svarte sist, om å stå over. Ingen blir tatt av uten å ville det.
all-stay = Alle vil gjerne komme på {$number}, så det blir {$coming}.
nothing-changed = Jeg forsto ikke hva som skal endres på {$number}. Du kan skrive en ny tid, et antall eller «avlys».
note-added-to = Lagt til på {$number}. De som kommer, ser det på siden sin, og ingen andre.
notes-removed = Beskjedene på {$number} er tatt bort.
note-by-requester = Bare {$name}, som meldte {$number}, kan legge til noe der. Jeg har slettet det du skrev.
changed-by = {$name} har endret {$number}. Nå: {$window}, plasser: {$places}.
card-done = Utført. Takk til {$names}!
card-done-club = Utført. Takk til {$names}! {$amount} til laget.
done-already = {$number} er satt opp {$at}. Er det gjort allerede?
nothing-to-confirm = Du står ikke på {$number}.
already-settled = Det er allerede notert for {$number}.
as-many-as-wanted = Nå er det så mange som du ba om på {$number}, {$window}: {$names} kommer.
needed-after-all = Nå trengs du likevel på {$number}, {$window}. Fint at du blir med!
you-are-needed = Du trengs likevel på {$number}.
task-moved-asked-at = Det er sent, så jeg spør {$names} {$at} om det fortsatt passer.
cancelled-told-at = {$number} er avlyst. De det gjelder, får beskjed {$at}, så ingen blir vekket.
person-comes-on = {$number}: {$name} kommer
person-does-not-come-on = {$number}: {$name} kommer ikke
