reach-not-for-you = Kven eg når, er for koordinatorane og for kontaktpersonen i kvart lag. Skriv /kontakt, så får du vite kven du kan ringje.
reach-told = Når noko står fast, seier eg frå til {$names}.
reach-told-blocked = {$name} skal òg få beskjed, men har blokkert meg: be {$name} opne chatten med meg og trykkje Start.
reach-told-not-yet = {$name} skal òg få beskjed, men har ikkje opna chat med meg. Ring {$phone} og be om det.
reach-told-never = {$name} skal òg få beskjed, men har ikkje opna chat med meg.
reach-no-groups = Ingen grupper er sette opp enno.
reach-group = {$title}: eg kan skrive privat til {$reached} av {$all}.
reach-group-empty = {$title}: eg kjenner ingen her enno.
reach-group-lost = Eg er teken ut av gruppa, så der kan eg ikkje spørje. Legg meg inn att.
reach-group-not-connected = Gruppa er ikkje kopla til, så der kan eg ikkje spørje. Legg meg inn og skriv /kople og koden i gruppa.
reach-not-opened =
    {$more ->
        [0] Har ikkje opna chat med meg: {$names}.
       *[other] Har ikkje opna chat med meg: {$names} og {$more} til.
    }
reach-blocked =
    {$more ->
        [0] Har blokkert meg: {$names}.
       *[other] Har blokkert meg: {$names} og {$more} til.
    }
reach-not-joined =
    {$more ->
        [0] Har ikkje brukt koden sin: {$names}.
       *[other] Har ikkje brukt koden sin: {$names} og {$more} til.
    }
reach-strangers =
    {$count ->
        [one] Éin til er i gruppa, som eg ikkje kjenner.
       *[other] {$count} til er i gruppa, som eg ikkje kjenner.
    }
reach-more-groups =
    {$more ->
        [one] Og éi gruppe til. Skriv «kven når vi i» og namnet på gruppa.
       *[other] Og {$more} grupper til. Skriv «kven når vi i» og namnet på gruppa.
    }
reach-how = Be dei opne ein chat med meg og trykkje Start.
reach-how-link = Be dei opne {$link} og trykkje Start.
reach-limits = Eg veit berre om dei som har svara, teke koden sin eller kome inn medan eg var der. Om nokon har slått av varsla, kan eg ikkje sjå.

reach-lost-nobody = No er det ingen eg kan skrive til når noko står fast, så eg tek ikkje imot nye behov.
reach-lost-no-duty = Ingen har vakt frå {$at}. Skriv «vakt» og eit namn.
reach-lost-no-deputy = {$name} er åleine om vakta frå {$at}: det er ingen stadfortredar.
reach-lost-duty = Eg kan ikkje skrive til {$name}, som har vakt til {$at}.
reach-lost-next = Eg kan ikkje skrive til {$name}, som skal ha vakt frå {$at}.
reach-lost-deputy = Eg kan ikkje skrive til {$name}, som er stadfortredar.
reach-lost-contact = Eg kan ikkje skrive til {$name}, som får beskjed når verken vakta eller stadfortredaren svarar.
reach-lost-services = Ingen grupper kan spørjast om dette no: {$services}. Slike behov tek eg ikkje imot før ei gruppe er på plass att.
reach-lost-how = Det hjelper at chatten med meg blir opna, med eit trykk på Start.
reach-back = No kan eg skrive til {$name}.
service-stopped = {$service} er stansa av kommunen. Ingen fleire blir spurde om {$number}, {$window}.
club-out = {$name} er ikkje lenger med, så dei blir ikkje spurde om {$number}, {$window}.
club-group-gone = Eg når ikkje lenger gruppa til {$name}, som er spurd om {$number}, {$window}.
come-all-the-same = Dette står ved lag: {$names} kjem.
others-are-asked =
    {$missing ->
        [one] Eg leitar vidare etter éin hos {$names}. Svaret kjem som lova, seinast {$at}.
       *[other] Eg leitar vidare etter {$missing} hos {$names}. Svaret kjem som lova, seinast {$at}.
    }
nobody-left-to-ask =
    {$missing ->
        [one] Det manglar éin, og det er ingen fleire lag å spørje. Vakta får beskjed no, og svaret kjem seinast {$at}.
       *[other] Det manglar {$missing}, og det er ingen fleire lag å spørje. Vakta får beskjed no, og svaret kjem seinast {$at}.
    }
club-out-placed = {$name} er ikkje lenger med på dette, men plassen din på {$number} står ved lag. Passar det ikkje lenger, er det heilt greitt: meld forfall.
club-out-reserve = {$name} er ikkje lenger med på dette, så du står ikkje lenger som reserve på {$number}. Takk for at du stod klar!
stopped-placed = {$service} er stansa av kommunen, men plassen din på {$number} står ved lag. Passar det ikkje lenger, er det heilt greitt: meld forfall.
stopped-reserve = {$service} er stansa av kommunen, så du står ikkje lenger som reserve på {$number}. Takk for at du stod klar!
club-not-asked = Laget ditt blir ikkje spurt om {$number} lenger. Takk for at du ville!
card-closed = Laget blir ikkje spurt om dette lenger.
card-stopped = Stansa av kommunen. Ingen fleire blir spurde.
