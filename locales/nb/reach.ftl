reach-not-for-you = Hvem jeg når, er for koordinatorene og for kontaktpersonen i hvert lag. Skriv /kontakt, så får du vite hvem du kan ringe.
reach-told = Når noe står fast, sier jeg fra til {$names}.
reach-told-blocked = {$name} skal også få beskjed, men har blokkert meg: be {$name} åpne chatten med meg og trykke Start.
reach-told-not-yet = {$name} skal også få beskjed, men har ikke åpnet chat med meg. Ring {$phone} og be om det.
reach-told-never = {$name} skal også få beskjed, men har ikke åpnet chat med meg.
reach-no-groups = Ingen grupper er satt opp ennå.
reach-group = {$title}: jeg kan skrive privat til {$reached} av {$all}.
reach-group-empty = {$title}: jeg kjenner ingen her ennå.
reach-group-lost = Jeg er tatt ut av gruppa, så der kan jeg ikke spørre. Legg meg inn igjen.
reach-group-not-connected = Gruppa er ikke koblet til, så der kan jeg ikke spørre. Legg meg inn og skriv /koble og koden i gruppa.
reach-not-opened =
    {$more ->
        [0] Har ikke åpnet chat med meg: {$names}.
       *[other] Har ikke åpnet chat med meg: {$names} og {$more} til.
    }
reach-blocked =
    {$more ->
        [0] Har blokkert meg: {$names}.
       *[other] Har blokkert meg: {$names} og {$more} til.
    }
reach-not-joined =
    {$more ->
        [0] Har ikke brukt koden sin: {$names}.
       *[other] Har ikke brukt koden sin: {$names} og {$more} til.
    }
reach-strangers =
    {$count ->
        [one] Én til er i gruppa, som jeg ikke kjenner.
       *[other] {$count} til er i gruppa, som jeg ikke kjenner.
    }
reach-more-groups =
    {$more ->
        [one] Og én gruppe til. Skriv «hvem når vi i» og navnet på gruppa.
       *[other] Og {$more} grupper til. Skriv «hvem når vi i» og navnet på gruppa.
    }
reach-how = Be dem åpne en chat med meg og trykke Start.
reach-how-link = Be dem åpne {$link} og trykke Start.
reach-limits = Jeg vet bare om dem som har svart, tatt koden sin eller kommet inn mens jeg var der. Om noen har slått av varslene, kan jeg ikke se.
