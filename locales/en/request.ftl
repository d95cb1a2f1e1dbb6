may-not-ask = Requests come from municipal staff. Write /contact to see who to ring.
not-asked-for-here = Please ask for help in private or in the municipality’s own group, so that nobody else sees the address.
how-to-ask = Write what you need after /request, for example: /request 2 people to clear snow at Storgata 5 tomorrow 16:00–18:00
read-back = This is how I understand your request:
read-back-need =
    {$people ->
        [one] {$service}, one volunteer, {$window}
       *[other] {$service}, {$people} volunteers, {$window}
    }
read-back-zone = Zone {$zone} (what the group sees).
address-kept = The address is kept and is not shown here.
address-here = See and change the address and whatever else you wrote here:
no-address = No address yet. You are welcome to write it here. It is shown only to those who come.
asked-then = I will ask {$first} first, then {$then}.
asked-only = I will ask {$first}.
answer-by = You will get an answer either way, by {$at}.
send = Send
change-it = Change
discard = Discard
what-if-nobody = What if nobody answers?
see-recipient = See and change
say-what-changes = Write what to change, for example “17:00 instead”, “3 people” or “add: ring the bell twice”.
change-not-understood = I did not understand that as a change. Write for example “17:00 instead”, “3 people” or “add: ring the bell twice” – or use the buttons.
may-be-note = Should what you wrote stand as a note to those who come?
keep-as-note = Add as a note
some-left-out = I did not understand some of what you wrote. Should it stand as a note to those who come?
some-left-out-of = I did not understand some of what you wrote, so it is not included. If it is a note to those who come, write “{$number} add: …”.
stands-so-already = That is how it is already.
my-draft = Not sent yet: {$service}, {$window}. Write what is missing, or press Send.
my-draft-open = Not sent yet: {$service}. Write what is missing, or press Send.
answer-this = Reply to this message, or I will not see it.
did-not-understand = I did not understand that.
from-elsewhere = A need came in from another system in your name. I only need this:
draft-changed = The request has changed since. See the newest message.
draft-gone = This request has been sent or discarded. You are welcome to write a new one.
sent-already = It has been sent already, as task {$number}.
draft-of-somebody-else = This is {$name}’s request. Only the person who made it can change or send it.
discarded = Discarded. Nothing was sent, and the address is erased.
sent = Sent as task {$number}. You will have an answer by {$at}.
press-sent = Sent as task {$number}.
cannot-send = I can’t send it like this.
ask-service = What kind of help is needed?
ask-people = How many volunteers?
ask-day = Which day?
ask-clock = What time? Choose, or write it.
ask-length = How long? Choose, or write when it ends.
ask-place = Where is it? Write the address, or where to pick up and deliver. Only those who come will see it.
ask-zone = Where is it? Choose a zone, or write the address.
ask-zone-of-place = The address is kept, but I do not know its zone. Which one?
people = {$people}
today = Today
tomorrow = Tomorrow
day = {$day}
clock-label = {$at}
minutes = {$minutes} min
hours =
    {$hours ->
        [one] 1 hour
       *[other] {$hours} hours
    }
zone-label = {$zone}
most-people = One task can have {$most} volunteers at most. Send the rest as another request.
health-words-left-out = I left out health information. It must not be kept here, and volunteers do not need it.
bad-date = That time does not exist or has passed, so I am asking instead.
several-needs = This looks like several requests in one message. I am taking the first – please send the others one by one.
one-by-one = I read {$count} requests in your message and take them one at a time. First this one:
most-needs = That is a lot at once. I take the first {$count}, one at a time – please send the rest afterwards. First this one:
put-aside = Not sent yet: {$service}. We will come back to it.
next-need = Now to the next request:
next-need-of = Now to the next one: {$service}.
only-first-occurrence = I can’t make recurring tasks yet. This covers the first time only.
refused-not-offered = The municipality does not offer this now, so I can’t promise anything.
refused-no-agreement = No club has an agreement for this kind of help in this place, so I can’t promise anything.
refused-nobody-reachable = None of the groups I would ask is connected, so nobody would get the question.
refused-nobody-acts = I can’t write to any of those who must be told when something is stuck, so I can’t promise anything. It helps if one of them opens the chat with me and presses Start: {$names}.
refused-too-late = There is too little time left for me to ask anybody.
refused-past = That time has passed. Write when it should be instead.
refused-too-long = A task can last 24 hours at most. Write when it ends.
ask-duty-instead = Please ring {$name} instead, tel. {$phone}.
dry-run-head = If nobody answers, this will happen:
dry-ask = {$at}: {$name} is asked.
dry-remind = {$at}: one reminder in the group.
dry-standby = {$at}: those who have said they can stand by are asked.
dry-duty = {$at}: {$name}, who is on duty, is told.
dry-deputy = {$at}: deputy {$name}, if the one on duty does not answer.
dry-contact = {$at}: {$name}, the municipality’s contact, if neither answers.
dry-answer = {$at}: you get an answer either way.
dry-still-empty = {$at}: {$name}, who is on duty, and the unit are told that nobody has taken it.
dry-remind-again = {$at}: the groups and {$name}, who is on duty, are reminded.
dry-last-call = {$at}: everybody who could do something is told once more.
dry-not-covered = {$at}: you are told plainly if the task is not covered.
dry-squeezed = Time is short, so the steps come closer together than usual. None is left out.
dry-misses = (I reach nobody there now, so I go straight on to the next.)
filled = {$number}, {$window}, is covered: {$names} from {$organisations} will come.
answer-some = {$number}, {$window}: we found {$taken} of {$places}. {$names} from {$organisations} will come. Is that enough, or will you send the rest yourselves?
answer-nobody = {$number}, {$window}: sadly we found nobody. I will keep looking until it starts, but do not count on it. Will you do it yourselves, or should it be cancelled?
answer-too-late = {$number}, {$window}: the task has begun or is over, and we found {$taken} of {$places}. Sorry that this answer comes so late.
answer-held = {$number}, {$window}: {$name} ({$phone}), who is on duty, is taking care of it.
hole-once-begun = {$number}, {$window}, has begun, and a place came free. I am looking for somebody else, and you will get an answer by {$at}. You can also take it yourselves:
not-covered = {$number}, {$window}, begins now and is not covered: we found {$taken} of {$places}. We are sorry. Unless it is done in some other way, the recipient must be told.
unit-still-empty = {$number} still needs {$missing} of {$places} and must be covered: {$service}, {$window}. The person who asked has not answered. Can one of you?
enough-as-it-is = That’s enough
we-fill-the-rest = We’ll send the rest
we-do-it-ourselves = We’ll do it ourselves
answer-moved = The answer on {$number} will come a little later than promised: by {$at}. I am still looking.
town-took-it = The municipality takes {$number} itself. {$name} answers for it.
town-fills-rest =
    {$name} has decided that the municipality will fill {$rest ->
        [one] the last place
       *[other] the last {$rest} places
    } on {$number}.
was-cancelled = {$name} has cancelled {$number}.
town-took-this = The municipality is doing {$number} itself: {$service}, {$window}. {$name} answers for it.
this-was-cancelled = {$name} has cancelled {$number}: {$service}, {$window}.
time-is-past = That time has passed.
nearly-a-year = I read that as {$day}, which is nearly a year ahead. Did you mean another day?
group-sees-it = The group will see it {$at}.
note-added = Added.
address-on-its-page = You can change the address of {$number} here, so that it stays out of the chat:
address-by-duty = The address of {$number} can’t be changed in the chat. Write /contact to see who to ring.
settled-by = {$name} has settled this.
never-sent = {$service} {$day} was never sent, and its time has passed. I have discarded it.
draft-waits = This hasn’t been sent yet. Would you like to finish it?
not-sent-in-time = This was never sent, and now its time has passed.
also-waits = Also waiting: {$service} {$day}.
