history-not-for-you = Historikken er for koordinatoren. Lurer du på noe, skriv «kontakt».
history-earlier = Vis tidligere
history-line = {$at}, {$who}: {$what}
history-by-system = av seg selv
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
history-part = {$name} tilbød en del av tida
history-declined = {$name} sa nei
history-withdrew = {$name} meldte forfall
history-silent = {$name} svarte ikke og mistet turen
history-all-or-none = {$name} vil bare komme hvis alle får plass
history-offered = {$name} ble spurt om en plass, med frist {$until}
history-offer-accepted = {$name} tok plassen
history-offer-declined = {$name} ville ikke ha plassen
history-offer-expired = tiden gikk ut for {$name}
history-offer-void = plassen {$name} ble spurt om, trengtes ikke lenger
history-step-reached = {$step}
history-step-nobody = {$step}, men nådde ingen
history-step-skipped = {$step}: hoppet over
history-hunt-again = letingen begynte på nytt, svar lovet {$at}
history-held = {$name} tok oppdraget til {$until}
history-released = oppdraget ble sluppet igjen
history-promise-moved = svaret ble flyttet til {$at}
history-places-reduced =
    {$places ->
        [one] plassene ble satt ned til én
       *[other] plassene ble satt ned til {$places}
    }
history-told-filled = den som meldte, fikk vite at alt er dekket
history-told-short = den som meldte, fikk vite at det mangler folk
history-reopened = åpnet igjen
history-taken-over = kommunen tok oppdraget selv
history-cancelled = avlyst
history-ended = tiden var ute
history-other = en endring jeg ikke har ord for ({$what})
step-ask = {$name} ble spurt
step-remind = gruppene ble minnet på det
step-standby = de som står klare, ble spurt
step-duty = vakta ble varslet
step-deputy = stedfortrederen ble varslet
step-contact = kommunens kontakt ble varslet
step-answer = den som meldte, fikk det lovede svaret
step-other = trinn {$step} i trappa
