hole = {$number} still needs {$missing} of {$places}: {$service}, {$window}.
hole-begun = {$number} has begun and needs {$missing} of {$places}: {$service}.
not-coming = Not coming: {$names}
reserve-asked = {$name}, who is a reserve, has been asked and has until {$until}.
requester-silent = {$name}, who asked for it, has had the answer and not said what should happen. Somebody must take it.
last-call = It begins {$at}, and nobody has taken it yet.
not-covered-duty = {$number} begins now and is not covered: {$service}, {$missing} of {$places} missing. {$name} ({$phone}), who asked for it, has been told.
duty-silent = {$name} was told first and has not answered.
asked-now = Asked just now: {$name}
has-place-already = {$name} already has a place on {$number}.
hole-not-understood = I did not understand that. If it is about {$number}, choose here, or write what a button says:
deputy-silent = {$name} has not answered either.
asked-answers = Asked: {$name} ({$yes} yes, {$no} no)
asked-silent = Asked: {$name} (no answer)
unreached = Could not be reached: {$names}
promised-at = The person who asked was promised an answer by {$at}.
requester-knows = The person who asked knows that people are missing.
being-asked = Being asked now: {$name}, who has until {$until}.
is-on-it = {$name} has taken this and is on it until {$at}.
take-it = I will take it
take-number = I will take {$number}
ask-organisation = Ask {$name}
put-in = Put somebody in
extend = Extend the deadline
town-takes-it = The municipality takes it
cancel-task = Cancel it
hold-until-when = Good, {$number} is yours. How long should I stay quiet?
until = Until {$at}
too-late-to-hold = {$number} starts too soon for me to stay quiet.
held-a-while = Good, {$number} is yours. I’ll be quiet until {$at}. If another time suits you better, choose or write it.
held-already = {$name}{$phone} takes {$number} and is on it until {$at}. Talk to each other if you would rather take it.
had-it = {$name} took it, but has said nothing since.
held-until = {$number} is yours. I will stay quiet until {$at} and ask again if people are still missing.
held-to-the-end = Then {$number} is yours, and I am quiet. Once it is settled: “Put somebody in” or “The municipality takes it”.
held-by = {$name} has taken {$number} and is on it until {$at}.
hold-too-long = I can’t stay quiet about {$number} for so long: it starts {$starts}. Write a time before that.
organisation-asked = {$name} has been asked about {$number}.
organisation-asked-later = {$name} will be asked about {$number} {$at}. The group is left in peace until then.
too-late-to-ask = {$number} starts before I may disturb {$name}’s group. Please ring somebody instead.
group-unreachable = I can’t write in {$name}’s group. It is not connected, or I was removed.
put-in-whom = Who have you agreed {$number} with? I will tell them, and they can withdraw with one word.
or-write-name = Choose, or write a name.
more-people = Show more
nobody-by-that-name = I find nobody by that name who can be put in on {$number}.
person-label = {$name}
nobody-to-put-in = I know nobody else in the clubs who can be put in on {$number}.
put-in-not-approved = {$name} is not approved for this: {$service}.
was-put-in = {$name} has been put in on {$number} and told.
was-put-in-untold = {$name} has been put in on {$number}, but I can’t reach them. Please tell them yourself.
full-already = {$number} is already covered.
extended = The answer on {$number} has been moved to {$at}, and the person who asked has been told.
extended-untold = The answer on {$number} has been moved to {$at}. I can’t reach {$name}, who asked – please tell them yourself.
extend-to-when = The answer on {$number} is promised by {$at}. To when should I move it? Choose, or write the time.
extend-between = The answer on {$number} can be moved to a time between {$from} and {$latest}. Write one.
extended-own = The answer on {$number} has been moved to {$at}.
cannot-extend = {$number} starts too soon for the deadline to be extended.
town-has-it = The municipality takes {$number} then, and you stand as the one who answers for it. Nobody else will be asked.
surely-cancel =
    {$coming ->
        [0] Cancel {$number}? Nobody has signed up.
        [one] Cancel {$number}? One person has signed up and will be told.
       *[other] Cancel {$number}? {$coming} people have signed up and will be told.
    }
cancel-surely = Yes, cancel
leave-it = No, keep it
left-as-it-is = All right, {$number} stays as it is.
cancelled = {$number} is cancelled. Those who had places have been told.
rest-filled =
    {$rest ->
        [one] All right, you will fill the last place on {$number}.
       *[other] All right, you will fill the last {$rest} places on {$number}.
    }
is-enough =
    {$coming ->
        [one] All right, one person is enough on {$number}. Nobody else will be asked.
       *[other] All right, {$coming} people are enough on {$number}. Nobody else will be asked.
    }
nobody-comes = Nobody has a place on {$number} yet.
part-from = {$name} can do {$number} from {$from} (the task is {$window}).
part-until = {$name} can do {$number} until {$until} (the task is {$window}).
part-from-until = {$name} can do {$number} from {$from} until {$until} (the task is {$window}).
part-condition-words = {$name} can do {$number}, {$window}, with a but: “{$words}”. Please talk to {$name} about it.
part-condition = {$name} can do {$number}, {$window}, with a but. Please talk to {$name} about it.
accept-part = Accept
refuse-part = Thanks, but no
part-accepted = {$name} has a place on {$number} and has been told.
part-refused-done = {$name} has been thanked for the offer on {$number}, and told no.
part-settled = The offer on {$number} has already been settled or withdrawn.
ask-unreached = I could not ask {$name} about {$number}: the group is not connected, or I was removed. I am moving on.
bring-the-answer = I can’t reach {$name}{$phone}, who is waiting for an answer on {$number}: {$taken} of {$places} will come. Could you tell them?
tell-them = I can’t reach {$name}, who asked for {$number}. Could you tell them?
withdrawn-soon =
    {$asked ->
        [0] {$name} has withdrawn from {$number}, which starts {$at} and must be covered. There are no reserves to ask; I am looking in the groups.
       *[other] {$name} has withdrawn from {$number}, which starts {$at} and must be covered. I am asking the reserves now.
    }
somebody-late = {$name} will be late for {$number}.
answer-for-nobody = {$number}: {$taken} of {$places} will come. Whoever asked has been erased here, so the answer is yours to pass on.
tell-them-this = I can’t reach {$name}{$phone}, who asked for {$number}. Could you pass this on?
take-off-surely = Take {$name} off {$number}, {$window}? {$name} will be told, and I ask others.
take-off-yes = Yes, take off
take-off-whom = Whom shall I take off?
take-off-label = {$name}, {$number}
nobody-to-take-off = I find nobody by that name on {$number}. Coming: {$names}
reported-away = Thank you for saying so! I’m asking {$name} about {$number}, and whoever is on duty will know.
reported-away-passed-on = Thank you for saying so! I can’t reach {$name} myself, but whoever is on duty will know about {$number}.
reported-away-ask = {$by} says that you can’t come to {$number}: {$service}, {$window}. Are you coming?
reported-away-duty = {$by} says that {$name} isn’t coming to {$number}: {$service}, {$window}. I have asked {$name}.
reported-away-unasked = {$by} says that {$name} isn’t coming to {$number}: {$service}, {$window}. I can’t write to {$name} ({$phone}). Can you find out?
withdrawn-again = {$name} has withdrawn from {$number}, {$window}. I am looking for somebody else.
filled-meanwhile = {$number} is covered now: {$names}. You need not do anything more about it.
enough-meanwhile = {$name} has settled {$number}, and nobody else will be asked. Coming: {$names}
