history-not-for-you = Historikken er for koordinatoren. Lurer du på noe, skriv «kontakt».
history-earlier = Vis tidligere
history-line = {$at}, {$who}: {$what}
history-by-system = automatisk
history-by = {$name} ({$channel})
channel-telegram = Telegram
channel-local = den lokale chatten
channel-api = API
channel-other = en annen kanal
history-opened =
    {$places ->
        [one] meldte oppdraget, én plass
       *[other] meldte oppdraget, {$places} plasser
    }
history-placed =
    {$people ->
        [one] {$name} fikk plass
       *[other] {$name} fikk {$people} plasser
    }
history-queued = {$name} står som reserve
history-part = {$name} tilbød en del av tiden
history-part-placed = {$name} fikk plass for en del av tiden
history-declined = {$name} sa nei
history-taken-off = {$name} ble tatt av
history-withdrew = {$name} meldte forfall
history-silent = {$name} svarte ikke og mistet turen
history-all-or-none = {$name} vil bare komme hvis alle får plass
history-offered = {$name} ble spurt om en plass, med frist {$until}
history-offer-accepted = {$name} tok plassen
history-offer-refused = {$name} fikk nei takk til tilbudet sitt
history-offer-declined = {$name} ville ikke ha plassen
history-offer-expired = tiden gikk ut for {$name}
history-offer-void = plassen {$name} ble spurt om, trengtes ikke lenger
history-step-reached = {$step}
history-step-nobody = {$step}: nådde ingen
history-step-skipped = {$step}: trengtes ikke
history-hunt-again = letingen begynte på nytt, svar lovet {$at}
history-held = {$name} tok oppdraget til {$until}
history-acting = {$name} gjør noe med det, trappa venter til {$until}
history-asked-again = {$name} ble spurt en gang til
history-released = oppdraget ble sluppet igjen
history-promise-moved = svaret ble flyttet til {$at}
history-places-changed =
    {$places ->
        [one] plassene ble satt til én
       *[other] plassene ble satt til {$places}
    }
history-places-wanted =
    {$places ->
        [one] bare én plass trengs, så snart noen gir fra seg sin
       *[other] bare {$places} plasser trengs, så snart noen gir fra seg sin
    }
history-places-all-wanted = alle plassene trengs likevel
history-moved = flyttet til {$window}
history-mark =
    {$mark ->
        [confirmation_asked] {$name} ble spurt om å bekrefte
        [confirmation_reminded] {$name} ble minnet på å bekrefte
        [confirmed] {$name} bekreftet
        [stand_in_asked] {$name} ble spurt om å stå klar
        [stands_ready] {$name} står klar
        [stand_in_refused] {$name} kan ikke stå klar
        [unconfirmed_told] vakten fikk vite at {$name} ikke har bekreftet
        [reported_away] det ble meldt at {$name} ikke kommer
        [report_reminded] vakten ble minnet på at {$name} ikke har svart på om det stemmer
        [report_told_deputy] stedfortrederen fikk vite at {$name} skal være forhindret og ikke har svart
        [report_told_contact] kommunens kontakt fikk vite at {$name} skal være forhindret og ikke har svart
        [part_left_open] {$name} fikk vite at ingen har svart på tilbudet
        [start_reminded] {$name} ble minnet på starten
        [move_asked] {$name} ble spurt om den nye tiden passer
        [report_withdrawn] det som ble sagt om {$name}, ble tatt tilbake
        [town_provides] {$name} sa at kommunen stiller noen selv
        [town_asked] {$name} ble spurt om kommunen stiller
        [club_refused] {$name} sa at laget ikke kan
        [would_come] {$name} ville komme før laget var spurt
        [move_reminded] {$name} ble minnet på den nye tiden
        [move_told_duty] vakten fikk vite at {$name} ikke har svart på om den nye tiden passer
        [step_down_asked] {$name} ble spurt om å gi fra seg plassen
        [step_down_refused] {$name} vil beholde plassen
        [part_reminded] vakten ble minnet på tilbudet fra {$name}
        [late] {$name} sa fra om å bli sein
        [check_in_asked] {$name} ble spurt om å melde seg i gang
        [check_in_reminded] {$name} ble minnet på å melde seg i gang
        [checked_in] {$name} er i gang
        [no_show_told] vakten fikk vite at {$name} ikke har meldt seg
        [no_show_told_deputy] stedfortrederen fikk vite at {$name} ikke har meldt seg
        [no_show_told_contact] kommunens kontakt fikk vite at {$name} ikke har meldt seg
        [absent] {$name} kom ikke
        [completion_asked] {$name} ble spurt om hvordan det gikk
        [completed] {$name} sa at det er gjort
        [went_wrong] {$name} sa at noe skjedde
       *[other] {$name}: {$mark}
    }
history-task-mark =
    {$mark ->
        [stand_in_asked] de som står klare, ble spurt
        [not_done] det ble meldt at oppdraget ikke ble utført
        [not_to_be_rung] det ble meldt at mottakeren ikke skal ringes
        [completion_missed] vakten fikk vite at ingen har sagt hvordan det gikk
        [coming_call_asked] enheten ble bedt om å ringe mottakeren om hvem som kommer
        [coming_call_made] mottakeren er ringt om hvem som kommer
        [coming_call_failed] mottakeren svarte ikke da det ble ringt om hvem som kommer
        [nobody_call_asked] enheten ble bedt om å ringe mottakeren om at ingen kommer
        [nobody_call_made] mottakeren er ringt om at ingen kommer
        [nobody_call_failed] mottakeren svarte ikke da det ble ringt om at ingen kommer
        [verdict_asked] enheten ble bedt om å spørre mottakeren om det var til nytte
        [verdict_useful] mottakeren sier at det var til nytte
        [verdict_so_so] mottakeren sier at det var sånn passe
        [verdict_useless] mottakeren sier at det ikke var til nytte
        [verdict_unreached] mottakeren svarte ikke på om det var til nytte
       *[other] {$mark}
    }
history-told-filled = den som meldte, fikk vite at alt er dekket
history-told-short = den som meldte, fikk vite at det mangler folk
history-reopened = åpnet igjen
history-taken-over = kommunen tok oppdraget selv
history-cancelled = avlyst
history-ended = tiden var ute
history-other = en endring jeg ikke har ord for ({$what})
step-ask = spørsmål til {$name}
step-remind = påminnelse i gruppene
step-standby = spørsmål til dem som kan stå klare
step-duty = varsel til vakten
step-deputy = varsel til stedfortrederen
step-contact = varsel til kommunens kontakt
step-answer = det lovede svaret til den som meldte
step-still-empty = varsel til vakten og enheten om at det fortsatt er tomt
step-remind-again = ny påminnelse i gruppene og til vakten
step-last-call = siste varsel til alle som kan gjøre noe
step-not-covered = beskjed til den som meldte, om at det ikke er dekket
step-other = trinn {$step} i trappa
