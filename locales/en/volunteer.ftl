placed =
    {$people ->
        [one] Thank you! You have a place on {$number}: {$service}, {$window}.
       *[other] Thank you! You have {$people} places on {$number}: {$service}, {$window}.
    }
already-placed =
    {$people ->
        [one] You already have a place on {$number}, {$window}.
       *[other] You already have {$people} places on {$number}, {$window}.
    }
each-answers = On this task each person answers. Please ask the other to answer the message in the group too.
fewer-places =
    {$people ->
        [one] Fine, you have one place on {$number}. I will ask others about the rest.
       *[other] Fine, you have {$people} places on {$number}. I will ask others about the rest.
    }
address-on-page = You will find the address and details here:
address-by-phone = Ring {$name} for the address, tel. {$phone}.
open-task = Open the task
withdraw = Withdraw
placed-open-chat = Thank you, {$name}! You have a place on {$number}. Open a chat with me and you will get the address.
only-some-left =
    {$free ->
        [one] There is one place left on {$number}.
       *[other] There are {$free} places left on {$number}.
    }
only-some-left-to =
    {$free ->
        [one] There is one place left on {$number}, {$name}.
       *[other] There are {$free} places left on {$number}, {$name}.
    }
take-them =
    {$free ->
        [one] I will take it
       *[other] We will take {$free}
    }
all-as-reserve =
    {$wanted ->
        [2] Both as reserves
       *[other] All as reserves
    }
no-room-for-more =
    {$people ->
        [one] Your place on {$number} is yours, but there is no room for more now. Ask whoever else wants to come to answer “yes” in the group, and I will ask them if a place comes free.
       *[other] You have {$people} places on {$number}, but there is no room for more now. Ask whoever else wants to come to answer “yes” in the group, and I will ask them if a place comes free.
    }
queued =
    Thank you! Every place on {$number} is taken: {$service}, {$window}.
    {$people ->
        [one] You are reserve no. {$position}. If a place comes free, I will ask when it is your turn.
       [2] The two of you are reserve no. {$position}. If places come free, I will ask when it is your turn.
       *[other] The {$people} of you are reserve no. {$position}. If places come free, I will ask when it is your turn.
    }
queued-for-part =
    Thank you! Every place on {$number} is taken: {$service}.
    You are reserve no. {$position} for {$window}. If a place comes free, I will ask the coordinator whether that suits.
part-turn = A place came free on {$number}. I am asking the coordinator whether your hours suit, and you will hear from me here.
over-before = {$number} is {$window}, so it is over by {$from}. Can you come earlier?
also-holds = Remember that you have {$number} too, {$window}.
whole-after-all = The coordinator has not answered your offer on {$number} yet. Can you do the whole time, {$window}?
whole-time = Yes, the whole time
condition-gone = You said yes to {$number} with a but. Is that settled, so that you are coming {$window}?
offer-undecided = The coordinator has not answered your offer on {$number} yet. You will hear from me here; the place is yours only once the coordinator says yes.
queued-together =
    Thank you! You are reserve no. {$position} on {$number}: {$service}, {$window}.
    {$people ->
        [2] I will ask when there is room for you both.
       *[other] I will ask when there is room for all {$people}.
    }
queued-behind =
    Thank you! You are reserve no. {$position} on {$number}: {$service}, {$window}.
    I am asking another reserve now. If a place comes free, I will ask when it is your turn.
queued-next =
    Thank you! I am asking a reserve first about {$number}: {$service}, {$window}.
    If they say no, or don’t answer, the place is yours, and I will tell you.
not-reserve = Not a reserve after all
decline-noted = Thanks for letting me know about {$number}.
keeps-turn = All right. You keep your turn in the queue for {$number}.
withdrawn-now = Thanks for telling me. You are off {$number}. The municipality will be told straight away.
withdrawn = Thanks for telling me. You are off {$number}, {$window}. I will ask others.
withdrawn-ill = Get well soon, {$name}! You are off {$number}, {$window}. I will ask others.
partial-noted = Thank you! I will ask the coordinator whether that suits {$number}. You will hear from me here.
not-approved = How kind of you! {$service} is only for those the municipality has approved. Ring {$who}, tel. {$phone}, and you will sort it out together.
too-many = That’s a lot of people! I can take up to {$most} in one answer. How many are coming?
task-cancelled = {$number} is cancelled.
task-taken-over = The municipality is doing {$number} itself. Thanks all the same!
task-over = {$number} is over. Thanks all the same!
maybe-noted = Good. Tell me when you know whether you can do {$number}. Meanwhile the place is open to everyone.
not-understood = I am not sure what you meant. Can you do {$number}?
misread = Misunderstood
misread-meant = Thank you for telling me. What did you mean?
misread-field = Thank you for telling me. What is wrong?
misread-reply =
    If you say yes, this is kept for those who make Tannhjul, and nothing else:
    You wrote: “{$text}”
    I understood: {$read}
    You meant: {$meant}
    Names, places and long numbers are taken out. May it be kept?
misread-request =
    If you say yes, this is kept for those who make Tannhjul, and nothing else:
    You wrote: “{$text}”
    This is wrong: {$meant}
    Names, places, notes and long numbers are taken out. May it be kept?
misread-keep = Yes, keep it
misread-drop = No, don’t keep it
misread-kept = Thank you! It is kept. It is erased if you ask to be erased.
misread-dropped = All right. Nothing is kept.
misread-needs-chat = Open a chat with me first, and I will show you what would be kept.
meant-yes = Yes
meant-no = No
meant-maybe = Maybe
meant-part = Yes, but only in part
meant-question = A question
meant-late = Running late
meant-done = Done
meant-other = Something else
wrong-service = The service
wrong-people = The number of people
wrong-time = The time
wrong-place = The place
which-task = Which task is it about?
each-of-them =
    {$tasks ->
        [2] Both
       *[other] All of them
    }
is-it-this-task = Is it about this one?
task-label = {$number} {$service}, {$window}
thumb-taken-back = You took back your thumb on {$number}. Are you still coming?
still-coming = Yes, I’m coming
cannot-come = No, I can’t
offer-place =
    {$people ->
        [one] A place came free on {$number}: {$service}, {$window}. Can you take it? Please answer by {$until}.
       *[other] {$people} places came free on {$number}: {$service}, {$window}. Can you take them? Please answer by {$until}.
    }
offer-some =
    {$people ->
        [one] One place came free on {$number}: {$service}, {$window}. Will one of you take it? Please answer by {$until}. If you say no, you keep your turn in the queue.
       *[other] {$people} places came free on {$number}: {$service}, {$window}. Will {$people} of you take them? Please answer by {$until}. If you say no, you keep your turn in the queue.
    }
offer-expired = Time ran out for {$number}, so I am asking others now. No harm done.
offer-gone = No more people are needed on {$number} now. Thanks for being ready!
press-placed = Thank you! You have a place on {$number}.
press-already = You already have a place on {$number}.
press-queued = Thank you! You are reserve no. {$position} on {$number}.
press-withdrawn = You are off {$number}. Thanks for telling me!
press-not-approved = This task is only for those the municipality has approved.
address-for-those-who-come = Those who have a place get the address.
ask-contact = You can ask {$name}, tel. {$phone}.
my-place = {$number}: {$service}, {$window}
my-reserve = {$number}: {$service}, {$window} (reserve)
open-number = Open {$number}
withdraw-number = Withdraw from {$number}
no-tasks = You have no tasks coming up.
you-were-put-in = {$by} has put you down for {$number}: {$service}, {$window}. If that does not suit you, withdraw – you will be off at once.
info-changed = Some details of {$number} have changed. Open the task again before you go.
cancelled-for-you = {$number}, {$window}, is cancelled. You do not need to come. Thanks for offering to help!
part-refused = Thanks for your offer on {$number}! Sadly it did not work out this time.
part-not-needed = Thanks for your offer on {$number}! Others have taken the places this time.
standby-asked = We are short of people on {$number}: {$service}, {$window}. Can you?
my-request = You asked for {$number}: {$service}, {$window}. Coming: {$taken} of {$places}
who-on-duty = {$name}, who is on duty
who-contact = {$name}, who is the municipality’s contact
who-town = {$name}
