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
