ask-me-in-private = I answer that in private, so that the whole group does not see it. Open a chat with me and ask there.
unknown-number = I can’t find {$number} among yours. Write “my tasks” or “open tasks” to see the numbers.
unknown-number-of-staff = I can’t find {$number} among yours. Write “my requests” to see the numbers.
not-understood-here = I did not understand that. Write “help” to see what I can do.
which-number = Which task? Write its number too, for example #17.
and-more = … and {$more} more.
stays-as-it-is = All right, everything stays as it is.
stay-no = No
free-on = {$number}: {$service}, {$window}. Places left: {$free} of {$places}
i-can-number = I can do {$number}
none-lack-people = No tasks that you can do are short of people now.
club-asked-later = {$number} ({$service}, {$window}) is short of people, but your club is not asked until {$at}. If the place is free then, both you and the group will be asked.
who-comes-to-which = Who is coming? Choose the task:
nobody-yet = Nobody has a place yet.
away-when = Which days are you away? Write for example “away 12–19 December” or “away tomorrow”.
away-one-day = You are noted as away on {$day}. Write “back” if that changes.
away-days = You are noted as away from {$from} to {$until}. Write “back” if that changes.
away-from-duty = If you are on duty then, it goes to the deputy.
you-hold-then = You hold these then:
away-gives-back =
    {$tasks ->
        [one] Shall I withdraw you from it? If I hear nothing I will, {$at}, and ask others.
       *[other] Shall I withdraw you from all of them? If I hear nothing I will, {$at}, and ask others.
    }
away-withdrawn = Thanks for telling me. You are off {$numbers}, and I am asking others.
away-keeps = Lovely! Then we count on you for {$numbers} all the same.
away-settled = That has been done already. Write “my tasks” to see what you hold.
away-gave-back = You are away then, so I have withdrawn you and am asking others:
away-gave-back-how = If you can after all, write “yes {$number}”.
you-still-hold = You still have these, and keep them until you say otherwise. Shall I find somebody else?
not-reserve-number = Not reserve for {$number}
welcome-back = Good to have you back! I will ask you as before.
not-away = You were not noted as away, so nothing has changed.
nothing-to-leave = You do not belong to a club here. To be erased altogether, write “erase me”. If you work for the municipality, it is the municipality that changes your role.
leave-which = Which club do you want to leave?
organisation-label = {$name}
leave-surely = Do you want to leave {$name}? I will not ask you on their behalf any more.
leave-gives-back = You will give these up, and I will start looking for others at once:
you-left-group = You have left the group {$title}.
left-group-unasked = {$name} has left the group {$title} but has a place on {$number}. I can’t write to them, so please ask whether they are still coming.
leave-yes = Yes, I’m leaving
left = You no longer belong to {$name}. Thank you for all you have done!
somebody-left = {$name} has left {$organisation}.
day-not-for-you = The day list is for the coordinator and the units that ask for help. Write “my tasks” to see yours.
day-empty = Day list, {$day}: no tasks.
day-head =
    {$missing ->
        [0] Day list, {$day}: {$tasks ->
            [one] one task, covered.
           *[other] {$tasks} tasks, all covered.
        }
       *[other] Day list, {$day}: {$tasks ->
            [one] one task
           *[other] {$tasks} tasks
        }, {$covered} covered, {$missing} short of people.
    }
day-nobody = {$number} {$at}, {$service}: nobody yet ({$places} wanted).
day-lacks = {$number} {$at}, {$service}: {$missing} of {$places} missing. Coming: {$names}
day-covered = {$number} {$at}, {$service}: {$names}
of-task = {$number}: {$what}
propose-wait = Suggestion for {$number}: wait for an answer from {$name} until {$until}.
propose-wait-for-groups = Suggestion for {$number}: everybody was asked {$asked}. Wait for answers until {$until}.
propose-ask = Suggestion for {$number}: ask {$name} now.
propose-put-in = Suggestion for {$number}: everybody has been asked. Call somebody, and put them in.
propose-ring = Suggestion for {$number}: call {$name}{$phone}, who has not confirmed.
ask-about = Ask {$name} about {$number}
put-in-on = Put somebody in on {$number}
day-taken-over = {$number} {$at}, {$service}: the municipality does it
lacking-tomorrow = Short of people tomorrow: {$numbers}.
requester-gone = The person who asked for {$number} has been erased here. The answer about the task goes to whoever is on duty.
menu-open-tasks = Tasks that are short of people
menu-who-comes = Who is coming?
menu-away = I am away for some days
menu-leave = Leave the club
menu-my-data = See all you have on me
menu-erase-me = Erase me
club-task = {$number}: {$service}, {$window}. {$taken} of {$places} coming: {$names}
club-has-no-tasks = The club has no tasks now.
take-out-surely = Has {$name} left {$organisation}? Then I won’t ask {$name} on your behalf any more.
take-out-gives-back = These places become free, and I will start looking for others at once:
take-out-whom = Who has left?
take-out-yes = Yes, {$name} has left
nobody-in-club = I can’t find anybody called {$name} in the club.
taken-out = {$by} has said that you have left {$organisation}, so I will not ask you on their behalf any more. Thank you for all you have done! If it isn’t so, please talk to {$by}.
