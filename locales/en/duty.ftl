hole = {$number} is short of {$missing} of {$places}: {$service}, {$window}.
duty-silent = {$name} on duty has not answered.
deputy-silent = Deputy {$name} has not answered either.
asked-answers = Asked: {$name} ({$yes} yes, {$no} no)
asked-silent = Asked: {$name} (no answer)
unreached = Could not be reached: {$names}
promised-at = The one who asked was promised an answer by {$at}.
take-it = I take it
ask-organisation = Ask {$name}
put-in = Put in …
extend = Extend
town-takes-it = The municipality takes it
cancel-task = Cancel it
hold-until-when = Good, you take {$number}. How long shall I be quiet?
until = Until {$at}
too-late-to-hold = {$number} starts too soon for me to be quiet about it.
held-until = You take {$number}. I stay quiet until {$at}, and ask again if people are still missing.
organisation-asked = {$name} has been asked about {$number}.
organisation-asked-later = {$name} will be asked about {$number} {$at}, when the night is over.
too-late-to-ask = {$number} starts before I may wake the group of {$name}. Better to ring somebody.
group-unreachable = I can’t write in the group of {$name}. It is not connected, or I was removed.
put-in-whom = Whom have you agreed with on {$number}? They are told, and can withdraw with one word.
or-write-name = Choose, or write a name.
more-people = Show more
nobody-by-that-name = I find nobody by that name who can be put in on {$number}.
person-label = {$name}
nobody-to-put-in = Everybody I know in the clubs has answered on {$number}.
put-in-not-approved = {$name} is not approved for this: {$service}.
was-put-in = {$name} is put in on {$number} and has been told.
was-put-in-untold = {$name} is put in on {$number}, but I can’t write there. Please tell them yourself.
full-already = {$number} is filled already.
extended = The answer on {$number} is moved to {$at}, and the one who asked has been told.
extended-untold = The answer on {$number} is moved to {$at}. I can’t reach {$name}, who asked — please tell them yourself.
cannot-extend = {$number} starts too soon to extend.
town-has-it = Fine, the municipality takes {$number}. Nobody else is asked.
surely-cancel =
    {$coming ->
        [0] Cancel {$number}? Nobody has signed up.
        [one] Cancel {$number}? One person has signed up and will be told.
       *[other] Cancel {$number}? {$coming} people have signed up and will be told.
    }
cancel-surely = Yes, cancel
leave-it = No, keep it
left-as-it-is = Fine, {$number} stays as it is.
cancelled = {$number} is cancelled. Those who had places have been told.
rest-filled =
    {$rest ->
        [one] Fine, you fill the last place on {$number}.
       *[other] Fine, you fill the last {$rest} places on {$number}.
    }
is-enough =
    {$coming ->
        [one] Fine, one person is enough on {$number}. Nobody else is asked.
       *[other] Fine, {$coming} people are enough on {$number}. Nobody else is asked.
    }
nobody-comes = Nobody is coming to {$number} yet.
part-from = {$name} can do {$number} from {$from} (the task is {$window}).
part-until = {$name} can do {$number} until {$until} (the task is {$window}).
part-from-until = {$name} can do {$number} from {$from} until {$until} (the task is {$window}).
part-condition = {$name} can do {$number}, {$window}, on a condition. Talk with {$name} about what it takes.
accept-part = Accept
refuse-part = Thanks, but no
part-accepted = {$name} has a place on {$number} and has been told.
part-refused-done = {$name} was thanked for the offer on {$number}.
part-settled = The offer on {$number} is settled or withdrawn.
ask-unreached = I could not ask {$name} about {$number}: the group is not connected, or I was removed. I go on to the next.
bring-the-answer = I can’t reach {$name}, who awaits an answer on {$number}: {$taken} of {$places} will come. Could you tell them?
tell-them = I can’t reach {$name}, who asked for {$number}. Could you tell them?
withdrawn-soon =
    {$asked ->
        [0] {$name} has withdrawn from {$number}, which starts {$at} and must be covered. There are no reserves to ask; I am looking in the groups.
       *[other] {$name} has withdrawn from {$number}, which starts {$at} and must be covered. I am asking the reserves now.
    }
somebody-late = {$name} says they will be late for {$number}.
