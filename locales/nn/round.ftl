confirm-ask = {$service}, {$window} ({$number}). Kjem du?
confirm-again = Hei igjen! Kan du stadfeste {$number}, {$window}?
i-come = Kjem
confirmed = Takk! Då reknar vi med deg på {$number}.
stand-in-ask = Kan du stå klar som reserve for {$number}: {$service}, {$window}?
stands-ready = Fint at du står klar! Eg seier frå med ein gong om du trengst på {$number}.
stand-in-refused = Greitt. Du held på plassen i køen for {$number}.
start-reminder = Snart: {$service}, {$window} ({$number}).
i-am-late = Eg blir forseinka
how-late = Takk for at du seier frå. Kor mykje forseinka blir du til {$number}?
late-minutes = {$minutes} min
late-until-noted = Takk for beskjed. Eg seier frå at du er der {$at} ({$number}).
check-in-ask = {$number} byrjar no: {$service}. Trykk når du er i gang.
check-in-again = Er du i gang med {$number}?
i-am-there = Eg er i gang
missed-there = Vakta har fått vite at du ikkje er på {$number}, så eg spør andre. Er du der likevel?
checked-in = Fint! Då veit vi at {$number} er i gang.
completion-ask = Gjekk {$number} som det skulle?
something-happened = Nei, noko hende
completed-thanks = Takk for innsatsen på {$number}, {$name}!
completed-thanks-club = Takk for innsatsen på {$number}, {$name}! {$amount} til laget, {$year} så langt i år.
what-happened = Takk for at du seier frå. Kva hende på {$number}? Skriv det i éi melding, utan namn, så får kommunen ho.
ring-emergency = Ring 113 no om det står om liv eller helse, og ver der til hjelpa kjem. Ring så {$name}, tlf. {$phone}. Eg varslar kommunen med det same.
reported-now = Takk for at du seier frå om {$number}! Kommunen får vite det no. Hastar det, ring {$name}, tlf. {$phone}.
urgent-by-the-way = Hastar: {$name} skriv at nokon er skadd eller i fare. Det gjeld ikkje noko oppdrag akkurat no. Ring {$name} no, tlf. {$phone}.
urgent-by-the-way-no-phone = Hastar: {$name} skriv at nokon er skadd eller i fare. Det gjeld ikkje noko oppdrag akkurat no. Ta kontakt no. Eg har ikkje nummeret til {$name}.
urgent = Hastar: {$name} melder frå om {$number}: «{$words}». Ring {$name} no, tlf. {$phone}.
urgent-call = Hastar: {$name} melder frå om {$number}, og det høyrer ikkje heime i ein chat. Ring no, tlf. {$phone}.
person-is-done = Notert: {$name} er ferdig med {$number}.
deviation-no-phone = {$name} har noko å melde om {$number} som ikkje høyrer heime i ein chat. Eg har ikkje nummeret. Ta kontakt seinast {$at}.
deviation-to-tell = Takk! Kommunen får vite at du har noko å fortelje om {$number}, og skal ta kontakt seinast {$at}.
hole-again =
    {$free ->
        [one] Det blei ein plass ledig att på {$number}, {$window}.
       *[other] Det blei {$free} plassar ledige att på {$number}, {$window}.
    } Eg leitar etter nokon, og du får svar seinast {$at}.
deviation-noted = Takk! Kommunen har fått meldinga om {$number} og skal svare seinast {$at}.
deviation-answered = {$name} svarar om {$number}: «{$words}»
deviation-followed = {$name} følgjer opp meldinga di om {$number}. Takk for at du sa frå!
move-ask = {$number} er flytta. Ny tid: {$service}, {$window}. Passar det framleis?
move-again = Hei igjen! {$number} er flytta til {$window}. Passar den nye tida?
move-unanswered = {$name} har ikkje svart på om den nye tida passar for {$number}: {$service}, {$window}.
move-not-answered = {$name} har ikkje svart på om den nye tida for {$number} passar.
move-told-reserve = {$number} er flytta til {$window}. Du står framleis som reserve.
it-suits = Passar fint
step-down-ask = Det trengst færre på {$number}, {$window}. Vil du stå over denne gongen? Det er like fint om du blir med.
i-step-down = Eg står over
i-stay = Eg blir med
stays-noted = Fint! Då blir du med på {$number}.
stepped-down = Takk! Du er teken av {$number}.
taken-off-by = {$by} har teke deg av {$number}, {$window}. Kan du likevel? Svar «ja».
unconfirmed = {$names} har ikkje stadfesta {$number}: {$service}, {$window}.
unconfirmed-unreached = Eg kan ikkje skrive til {$name} ({$phone}) og får ikkje stadfesta {$number}: {$service}, {$window}. Kan du høyre?
phone-of = {$name}: tlf. {$phone}
no-phone = ukjent nummer
ready-reserves = Står klar som reserve: {$names}
person-comes = {$name} kjem
person-does-not-come = {$name} kjem ikkje
person-confirmed = Notert: {$name} kjem på {$number}.
person-taken-off = {$name} er teken av {$number}. Eg spør andre.
no-show = Eg har ikkje høyrt frå {$names} om at {$number} er i gang: {$service}, {$at}.
others-there = I gang: {$names}
person-there = {$name} er i gang
person-absent = {$name} kom ikkje
person-is-there = Notert: {$name} er i gang med {$number}.
person-was-absent = Notert: {$name} kom ikkje på {$number}.
late-told = {$name} blir forseinka til {$number} og reknar med å vere der {$at}.
completion-missed = Ingen har sagt korleis det gjekk med {$number}: {$service}, {$window}.
it-was-done = Utført
it-was-not-done = Ikkje utført
completion-unclear = Noko hende på {$number}: {$service}, {$window}. Ingen har sagt om det blei gjort.
was-it-done = Blei {$number} gjort likevel?
yes-it-was-done = Ja, det blei gjort
no-it-was-not = Nei, ikkje gjort
not-done-noted = Notert: {$number} blei ikkje gjort ferdig. Den som melde behovet, får vite det.
task-not-finished = {$number} blei ikkje utført, seier {$name}. Kan de ringje mottakaren?
nobody-came = Ingen kom
done-on = {$number} er utført
nobody-came-on = Ingen kom på {$number}
done-noted-by-duty = Notert: {$number} er utført.
nobody-came-noted = Notert: ingen kom på {$number}. Den som melde behovet, får vite det.
call-coming = Ring mottakaren av {$number}: {$names} frå {$organisations} kjem {$at}.
call-coming-anew = Ring mottakaren av {$number} igjen, det er endra: {$names} frå {$organisations} kjem {$at}.
call-coming-late = Ring mottakaren av {$number}: {$names} frå {$organisations} kjem så snart det går.
call-searching = Ring mottakaren av {$number} no: den som skulle ha kome, kjem ikkje likevel. Eg leitar etter ein annan og seier frå korleis det går.
call-nobody-found = Ring mottakaren av {$number} no: vi har ikkje funne nokon som kan kome {$at}.
call-nobody = Ring mottakaren av {$number} no: det kjem ingen frivillige {$at} likevel.
call-no-show = Ring mottakaren av {$number} no: ingen har meldt at dei er komne, og det skulle ha byrja {$at}.
call-made = Gjort
call-failed = Fekk ikkje tak i
call-made-noted = Takk! Då veit mottakaren av {$number} det.
call-failed-noted = Takk for forsøket. Eg minner om {$number} igjen om ein time.
call-failed-last = Takk for forsøket. Eg seier frå til vakta om {$number}.
call-settled = Det er allereie ordna for {$number}.
recipient-not-reached = Eininga får ikkje tak i mottakaren av {$number}, som byrjar {$at}.
call-unanswered = Eininga har ikkje svart på om mottakaren av {$number} er ringt. Kan du høyre med dei, eller ringje sjølv?
call-unreached-unit = Eg når ikkje eininga bak {$number}. Kan du syte for at nokon ringjer mottakaren?
verdict-ask = Ring mottakaren av {$number} ({$service}, {$window}): «Var dette til nytte for deg?»
verdict-so-so = Sånn passe
verdict-noted = Takk! Svaret om {$number} er notert.
verdict-later = Takk for forsøket. Eg spør éin gong til om {$number}, neste arbeidsdag.
verdict-given-up = Takk for forsøket. Då lèt vi {$number} liggje.
task-done = {$number} er utført.
task-done-with = {$number} er utført. Melding frå den frivillige: «{$words}».
task-done-ask = {$number} er utført. {$name} har meir å fortelje, som ikkje høyrer heime i ein chat: ring {$phone}.
task-not-done = {$number} blei ikkje utført: ingen kom, {$window}. Det er vi leie for. Kan de ringje mottakaren?
deviation = {$name} melder frå om {$number}: «{$words}». Svar på denne meldinga seinast {$at}, så får {$name} svaret.
deviation-call = {$name} har noko å melde om {$number} som ikkje høyrer heime i ein chat. Ring {$phone} seinast {$at}.
i-follow-up = Eg følgjer opp
follow-up-noted = Takk! {$name} får vite at du følgjer opp {$number}.
deviation-answer-sent = Takk! {$name} har fått svaret ditt om {$number}.
deviation-answer-kept = Svaret ditt fortel kven som får hjelp, så eg sende det ikkje i chatten. {$name} har fått vite at du følgjer opp {$number}. Vil du seie meir, ring {$phone}.
deviation-unanswered = {$name} har ikkje svart på meldinga frå {$reporter} om {$number}. Fristen har gått ut.
change-button = Endre
change-how = Kva skal endrast på {$number}? Skriv det som det er: «kl. 17 i staden», «3 stk» eller «avlys».
move-surely = Flytte {$number} til {$window}?
places-surely =
    {$places ->
        [one] Endre {$number} til éin plass?
       *[other] Endre {$number} til {$places} plassar?
    }
change-surely = Ja, endre
task-moved = {$number} er flytta til {$window}.
task-moved-asked = Eg spør om det framleis passar: {$names}
task-moved-promise = Du får svar seinast {$at}.
cannot-move-past = Den tida er forbi, eller for nær til at nokon kan spørjast. {$number} står som det var.
more-places =
    {$places ->
        [one] Greitt, no trengst éin på {$number}. Eg spør vidare.
       *[other] Greitt, no trengst {$places} på {$number}. Eg spør vidare.
    }
fewer-places-now =
    {$places ->
        [one] Greitt, no trengst éin på {$number}.
       *[other] Greitt, no trengst {$places} på {$number}.
    }
fewer-places-asked = Det kjem fleire enn det på {$number}. Eg spør {$name}, som svara sist, om å stå over. Ingen blir teken av utan å ville det.
all-stay = Alle vil gjerne kome på {$number}, så det blir {$coming}.
nothing-changed = Eg skjøna ikkje kva som skal endrast på {$number}. Du kan skrive ei ny tid, eit tal eller «avlys».
note-added-to = Lagt til på {$number}. Dei som kjem, ser det på sida si, og ingen andre.
notes-removed = Beskjedane på {$number} er tekne bort.
note-by-requester = Berre {$name}, som melde {$number}, kan leggje til noko der. Eg har sletta det du skreiv.
changed-by = {$name} har endra {$number}. No: {$window}, plassar: {$places}.
card-done = Utført. Takk til {$names}!
card-done-club = Utført. Takk til {$names}! {$amount} til laget.
done-already = {$number} er sett opp {$at}. Er det gjort allereie?
nothing-to-confirm = Du står ikkje på {$number}.
already-settled = Det er allereie notert for {$number}.
as-many-as-wanted = No er det så mange som du bad om på {$number}, {$window}: {$names} kjem.
needed-after-all = No trengst du likevel på {$number}, {$window}. Fint at du blir med!
you-are-needed = Du trengst likevel på {$number}.
task-moved-asked-at = Det er seint, så eg spør {$names} {$at} om det framleis passar.
cancelled-told-at = {$number} er avlyst. Dei det gjeld, får beskjed {$at}, så ingen blir vekt.
person-comes-on = {$number}: {$name} kjem
person-does-not-come-on = {$number}: {$name} kjem ikkje
