history-not-for-you = Historikken er for koordinatoren. Lurer du på noko, skriv «kontakt».
history-earlier = Vis tidlegare
history-line = {$at}, {$who}: {$what}
history-by-system = automatisk
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
history-part-placed = {$name} fekk plass for ein del av tida
history-declined = {$name} sa nei
history-taken-off = {$name} blei teken av
history-withdrew = {$name} melde forfall
history-silent = {$name} svara ikkje og miste turen
history-all-or-none = {$name} vil berre kome om alle får plass
history-offered = {$name} blei spurd om ein plass, med frist {$until}
history-offer-accepted = {$name} tok plassen
history-offer-refused = {$name} fekk nei takk til tilbodet sitt
history-offer-declined = {$name} ville ikkje ha plassen
history-offer-expired = tida gjekk ut for {$name}
history-offer-void = plassen {$name} blei spurd om, trongst ikkje lenger
history-step-reached = {$step}
history-step-nobody = {$step}: nådde ingen
history-step-skipped = {$step}: trongst ikkje
history-hunt-again = leitinga tok til på nytt, svar lova {$at}
history-held = {$name} tok oppdraget til {$until}
history-acting = {$name} gjer noko med det, trappa ventar til {$until}
history-asked-again = {$name} blei spurd ein gong til
history-released = oppdraget blei sleppt igjen
history-promise-moved = svaret blei flytta til {$at}
history-places-changed =
    {$places ->
        [one] plassane blei sette til éin
       *[other] plassane blei sette til {$places}
    }
history-places-wanted =
    {$places ->
        [one] berre éin plass trengst, så snart nokon gir frå seg sin
       *[other] berre {$places} plassar trengst, så snart nokon gir frå seg sin
    }
history-places-all-wanted = alle plassane trengst likevel
history-moved = flytta til {$window}
history-mark =
    {$mark ->
        [confirmation_asked] {$name} blei spurd om å stadfeste
        [confirmation_reminded] {$name} blei mint på å stadfeste
        [confirmed] {$name} stadfesta
        [stand_in_asked] {$name} blei spurd om å stå klar
        [stands_ready] {$name} står klar
        [stand_in_refused] {$name} kan ikkje stå klar
        [unconfirmed_told] vakta fekk vite at {$name} ikkje har stadfesta
        [reported_away] det blei meldt at {$name} ikkje kjem
        [report_reminded] vakta blei minna på at {$name} ikkje har svart på om det stemmer
        [report_told_deputy] stadfortredaren fekk vite at {$name} skal vere hindra og ikkje har svart
        [report_told_contact] kontakten i kommunen fekk vite at {$name} skal vere hindra og ikkje har svart
        [part_left_open] {$name} fekk vite at ingen har svart på tilbodet
        [start_reminded] {$name} blei mint på starten
        [move_asked] {$name} blei spurd om den nye tida passar
        [report_withdrawn] det som blei sagt om {$name}, blei teke tilbake
        [town_provides] {$name} sa at kommunen stiller nokon sjølv
        [town_asked] {$name} blei spurd om kommunen stiller
        [club_refused] {$name} sa at laget ikkje kan
        [would_come] {$name} ville kome før laget var spurt
        [move_reminded] {$name} blei mint på den nye tida
        [move_told_duty] vakta fekk vite at {$name} ikkje har svart på om den nye tida passar
        [step_down_asked] {$name} blei spurd om å gi frå seg plassen
        [step_down_refused] {$name} vil halde på plassen
        [part_reminded] vakta blei mint på tilbodet frå {$name}
        [late] {$name} sa frå om å bli sein
        [check_in_asked] {$name} blei spurd om å melde seg i gang
        [check_in_reminded] {$name} blei mint på å melde seg i gang
        [checked_in] {$name} er i gang
        [no_show_told] vakta fekk vite at {$name} ikkje har meldt seg
        [no_show_told_deputy] stadfortredaren fekk vite at {$name} ikkje har meldt seg
        [no_show_told_contact] kontakten i kommunen fekk vite at {$name} ikkje har meldt seg
        [absent] {$name} kom ikkje
        [completion_asked] {$name} blei spurd om korleis det gjekk
        [completed] {$name} sa at det er gjort
        [went_wrong] {$name} sa at noko hende
       *[other] {$name}: {$mark}
    }
history-task-mark =
    {$mark ->
        [stand_in_asked] dei som står klare, blei spurde
        [not_done] det blei meldt at oppdraget ikkje blei utført
        [not_to_be_rung] det blei meldt at mottakaren ikkje skal ringjast
        [completion_missed] vakta fekk vite at ingen har sagt korleis det gjekk
        [coming_call_asked] eininga blei beden om å ringje mottakaren om kven som kjem
        [coming_call_made] mottakaren er ringd om kven som kjem
        [coming_call_failed] mottakaren svara ikkje då det blei ringt om kven som kjem
        [nobody_call_asked] eininga blei beden om å ringje mottakaren om at ingen kjem
        [nobody_call_made] mottakaren er ringd om at ingen kjem
        [nobody_call_failed] mottakaren svara ikkje då det blei ringt om at ingen kjem
        [verdict_asked] eininga blei beden om å spørje mottakaren om det var til nytte
        [verdict_useful] mottakaren seier at det var til nytte
        [verdict_so_so] mottakaren seier at det var sånn passe
        [verdict_useless] mottakaren seier at det ikkje var til nytte
        [verdict_unreached] mottakaren svara ikkje på om det var til nytte
       *[other] {$mark}
    }
history-told-filled = den som melde, fekk vite at alt er dekt
history-told-short = den som melde, fekk vite at det manglar folk
history-reopened = opna igjen
history-taken-over = kommunen tok oppdraget sjølv
history-cancelled = avlyst
history-ended = tida var ute
history-other = ei endring eg ikkje har ord for ({$what})
step-ask = spørsmål til {$name}
step-remind = påminning i gruppene
step-standby = spørsmål til dei som kan stå klare
step-duty = varsel til vakta
step-deputy = varsel til stadfortredaren
step-contact = varsel til kontakten i kommunen
step-answer = det lova svaret til den som melde
step-still-empty = varsel til vakta og eininga om at det framleis er tomt
step-remind-again = ny påminning i gruppene og til vakta
step-last-call = siste varsel til alle som kan gjere noko
step-not-covered = beskjed til den som melde, om at det ikkje er dekt
step-other = trinn {$step} i trappa
