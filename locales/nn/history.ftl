history-not-for-you = Historikken er for koordinatoren. Lurer du på noko, skriv «kontakt».
history-earlier = Vis tidlegare
history-line = {$at}, {$who}: {$what}
history-by-system = av seg sjølv
history-by = {$name} ({$channel})
channel-telegram = Telegram
channel-local = den lokale chatten
channel-api = API
channel-other = ein annan kanal
history-opened =
    {$places ->
        [one] melde oppdraget, éin plass
       *[other] melde oppdraget, {$places} plassar
    }
history-placed =
    {$people ->
        [one] {$name} fekk plass
       *[other] {$name} fekk {$people} plassar
    }
history-queued = {$name} står som reserve
history-part = {$name} tilbaud ein del av tida
history-declined = {$name} sa nei
history-withdrew = {$name} melde forfall
history-silent = {$name} svara ikkje og miste turen
history-all-or-none = {$name} vil berre kome om alle får plass
history-offered = {$name} vart spurd om ein plass, med frist {$until}
history-offer-accepted = {$name} tok plassen
history-offer-declined = {$name} ville ikkje ha plassen
history-offer-expired = tida gjekk ut for {$name}
history-offer-void = plassen {$name} vart spurd om, trongst ikkje lenger
history-step-reached = {$step}
history-step-nobody = {$step}, men nådde ingen
history-step-skipped = {$step}: hoppa over
history-hunt-again = leitinga tok til på nytt, svar lova {$at}
history-held = {$name} tok oppdraget til {$until}
history-released = oppdraget vart sleppt igjen
history-promise-moved = svaret vart flytta til {$at}
history-places-reduced =
    {$places ->
        [one] plassane vart sette ned til éin
       *[other] plassane vart sette ned til {$places}
    }
history-told-filled = den som melde, fekk vite at alt er dekt
history-told-short = den som melde, fekk vite at det manglar folk
history-reopened = opna igjen
history-taken-over = kommunen tok oppdraget sjølv
history-cancelled = avlyst
history-ended = tida var ute
history-other = ei endring eg ikkje har ord for ({$what})
step-ask = {$name} vart spurde
step-remind = gruppene vart minte på det
step-standby = dei som står klare, vart spurde
step-duty = vakta vart varsla
step-deputy = varaen vart varsla
step-contact = kontakten i kommunen vart varsla
step-answer = den som melde, fekk det lova svaret
step-other = trinn {$step} i trappa
