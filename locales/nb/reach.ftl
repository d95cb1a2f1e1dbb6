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

reach-lost-nobody = Nå er det ingen jeg kan skrive til når noe står fast, så jeg tar ikke imot nye behov.
reach-lost-no-duty = Ingen har vakt fra {$at}. Skriv «vakt» og et navn.
reach-lost-no-deputy = {$name} er alene om vakten fra {$at}: det er ingen stedfortreder.
reach-lost-duty = Jeg kan ikke skrive til {$name}, som har vakt til {$at}.
reach-lost-next = Jeg kan ikke skrive til {$name}, som skal ha vakt fra {$at}.
reach-lost-deputy = Jeg kan ikke skrive til {$name}, som er stedfortreder.
reach-lost-contact = Jeg kan ikke skrive til {$name}, som får beskjed når verken vakten eller stedfortrederen svarer.
reach-lost-services = Ingen grupper kan spørres om dette nå: {$services}. Slike behov tar jeg ikke imot før en gruppe er på plass igjen.
reach-lost-how = Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
reach-back = Nå kan jeg skrive til {$name}.
service-stopped = {$service} er stanset av kommunen. Ingen flere blir spurt om {$number}, {$window}.
club-out = {$name} er ikke lenger med, så de blir ikke spurt om {$number}, {$window}.
club-group-gone = Jeg når ikke lenger gruppa til {$name}, som er spurt om {$number}, {$window}.
come-all-the-same = Dette står ved lag: {$names} kommer.
others-are-asked =
    {$missing ->
        [one] Jeg leter videre etter én hos {$names}. Svaret kommer som lovet, senest {$at}.
       *[other] Jeg leter videre etter {$missing} hos {$names}. Svaret kommer som lovet, senest {$at}.
    }
nobody-left-to-ask =
    {$missing ->
        [one] Det mangler én, og det er ingen flere lag å spørre. Vakta får beskjed nå, og svaret kommer senest {$at}.
       *[other] Det mangler {$missing}, og det er ingen flere lag å spørre. Vakta får beskjed nå, og svaret kommer senest {$at}.
    }
club-out-placed = {$name} er ikke lenger med på dette, men plassen din på {$number} står ved lag. Passer det ikke lenger, er det helt greit: meld forfall.
club-out-reserve = {$name} er ikke lenger med på dette, så du står ikke lenger som reserve på {$number}. Takk for at du sto klar!
stopped-placed = {$service} er stanset av kommunen, men plassen din på {$number} står ved lag. Passer det ikke lenger, er det helt greit: meld forfall.
stopped-reserve = {$service} er stanset av kommunen, så du står ikke lenger som reserve på {$number}. Takk for at du sto klar!
club-not-asked = Laget ditt blir ikke spurt om {$number} lenger. Takk for at du ville!
card-closed = Laget blir ikke spurt om dette lenger.
card-stopped = Stanset av kommunen. Ingen flere blir spurt.
