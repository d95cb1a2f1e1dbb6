history-not-for-you = The history is for the coordinator. If you wonder about something, write “contact”.
history-earlier = Show earlier
history-line = {$at}, {$who}: {$what}
history-by-system = by itself
history-by = {$name} ({$channel})
channel-telegram = Telegram
channel-local = the local chat
channel-api = API
channel-other = another channel
history-opened =
    {$places ->
        [one] asked for it, one place
       *[other] asked for it, {$places} places
    }
history-placed =
    {$people ->
        [one] {$name} got a place
       *[other] {$name} got {$people} places
    }
history-queued = {$name} waits as a reserve
history-part = {$name} offered a part of the time
history-declined = {$name} said no
history-withdrew = {$name} withdrew
history-silent = {$name} did not answer and lost the turn
history-all-or-none = {$name} comes only if there is room for all
history-offered = {$name} was asked to take a place, until {$until}
history-offer-accepted = {$name} took the place
history-offer-declined = {$name} did not want the place
history-offer-expired = the time ran out for {$name}
history-offer-void = the place {$name} was asked about was no longer needed
history-step-reached = {$step}
history-step-nobody = {$step}, but nobody was reached
history-step-skipped = {$step}: skipped
history-hunt-again = the search began anew, an answer promised {$at}
history-held = {$name} took the task until {$until}
history-released = the task was let go again
history-promise-moved = the answer was moved to {$at}
history-places-reduced =
    {$places ->
        [one] the places were reduced to one
       *[other] the places were reduced to {$places}
    }
history-told-filled = whoever asked was told that all is covered
history-told-short = whoever asked was told that people are missing
history-reopened = opened again
history-taken-over = the municipality took the task itself
history-cancelled = cancelled
history-ended = its time was over
history-other = a change I have no words for ({$what})
step-ask = {$name} was asked
step-remind = the groups were reminded
step-standby = those who stand by were asked
step-duty = whoever is on duty was told
step-deputy = the deputy was told
step-contact = the municipality’s contact was told
step-answer = whoever asked got the promised answer
step-other = step {$step} of the ladder
