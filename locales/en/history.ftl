history-not-for-you = The history is for the coordinator. If you have a question, write “contact”.
history-earlier = Show earlier
history-line = {$at}, {$who}: {$what}
history-by-system = automatically
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
history-part-placed = {$name} got a place for a part of the time
history-declined = {$name} said no
history-taken-off = {$name} was taken off
history-withdrew = {$name} withdrew
history-silent = {$name} did not answer and lost the turn
history-all-or-none = {$name} comes only if there is room for all
history-offered = {$name} was asked to take a place, until {$until}
history-offer-accepted = {$name} took the place
history-offer-refused = {$name}’s offer was declined
history-offer-declined = {$name} did not want the place
history-offer-expired = the time ran out for {$name}
history-offer-void = the place {$name} was asked about was no longer needed
history-step-reached = {$step}
history-step-nobody = {$step}: reached nobody
history-step-skipped = {$step}: not needed
history-hunt-again = the search began anew, an answer promised {$at}
history-held = {$name} took the task until {$until}
history-acting = {$name} is doing something about it, the ladder waits until {$until}
history-asked-again = {$name} was asked once more
history-released = the task was let go again
history-promise-moved = the answer was moved to {$at}
history-places-changed =
    {$places ->
        [one] the places were set to one
       *[other] the places were set to {$places}
    }
history-places-wanted =
    {$places ->
        [one] only one place is needed, as soon as somebody steps down
       *[other] only {$places} places are needed, as soon as somebody steps down
    }
history-places-all-wanted = all places are needed after all
history-moved = moved to {$window}
history-mark =
    {$mark ->
        [confirmation_asked] {$name} was asked to confirm
        [confirmation_reminded] {$name} was reminded to confirm
        [confirmed] {$name} confirmed
        [stand_in_asked] {$name} was asked to stand ready
        [stands_ready] {$name} stands ready
        [stand_in_refused] {$name} can’t stand ready
        [unconfirmed_told] duty was told that {$name} has not confirmed
        [reported_away] it was reported that {$name} isn’t coming
        [report_reminded] duty was reminded that {$name} hasn’t answered whether that is so
        [report_told_deputy] the deputy was told that {$name} is said not to come and hasn’t answered
        [report_told_contact] the municipality’s contact was told that {$name} is said not to come and hasn’t answered
        [part_left_open] {$name} was told that nobody has decided on the offer
        [start_reminded] {$name} was reminded of the start
        [move_asked] {$name} was asked whether the new time suits
        [report_withdrawn] what was said of {$name} was taken back
        [town_provides] {$name} said that the municipality sends some people itself
        [town_asked] {$name} was asked whether the municipality sends them
        [club_refused] {$name} said that the club can’t
        [would_come] {$name} would have come before the club was asked
        [move_reminded] {$name} was reminded of the new time
        [move_told_duty] duty was told that {$name} hasn’t said whether the new time suits
        [step_down_asked] {$name} was asked to step down
        [step_down_refused] {$name} keeps the place
        [part_reminded] duty was reminded of the offer from {$name}
        [late] {$name} will be late
        [check_in_asked] {$name} was asked to check in
        [check_in_reminded] {$name} was reminded to check in
        [checked_in] {$name} has begun
        [no_show_told] duty was told that {$name} has not checked in
        [no_show_told_deputy] the deputy was told that {$name} has not checked in
        [no_show_told_contact] the municipality’s contact was told that {$name} has not checked in
        [absent] {$name} did not come
        [completion_asked] {$name} was asked how it went
        [completed] {$name} said that it is done
        [went_wrong] {$name} said that something happened
       *[other] {$name}: {$mark}
    }
history-task-mark =
    {$mark ->
        [stand_in_asked] those who stand by were asked
        [not_done] it was reported that the task was not carried out
        [not_to_be_rung] it was reported that the recipient is not to be called
        [completion_missed] duty was told that nobody has said how it went
        [coming_call_asked] the unit was asked to call the recipient about who is coming
        [coming_call_made] the recipient was called about who is coming
        [coming_call_failed] the recipient did not answer the call about who is coming
        [nobody_call_asked] the unit was asked to ring the recipient because nobody comes
        [nobody_call_made] the recipient was rung because nobody comes
        [nobody_call_failed] the recipient did not answer the call about nobody coming
        [verdict_asked] the unit was asked to ask the recipient whether it was useful
        [verdict_useful] the recipient says that it was useful
        [verdict_so_so] the recipient says that it was so-so
        [verdict_useless] the recipient says that it was of no use
        [verdict_unreached] the recipient could not be reached about whether it was useful
       *[other] {$mark}
    }
history-told-filled = whoever asked was told that all is covered
history-told-short = whoever asked was told that people are missing
history-reopened = opened again
history-taken-over = the municipality took the task itself
history-cancelled = cancelled
history-ended = its time was over
history-other = a change I have no words for ({$what})
step-ask = question to {$name}
step-remind = reminder in the groups
step-standby = question to those who stand by
step-duty = alert to whoever is on duty
step-deputy = alert to the deputy
step-contact = alert to the municipality’s contact
step-answer = the promised answer to whoever asked
step-still-empty = alert to whoever is on duty and the unit that it is still empty
step-remind-again = another reminder in the groups and to whoever is on duty
step-last-call = last alert to everybody who could act
step-not-covered = word to whoever asked that it is not covered
step-other = step {$step} of the ladder
