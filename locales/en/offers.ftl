# Offers that wait: of a part of the time, or with a but.
asked-answers-but = Asked: {$name} ({$yes} yes, {$but} yes with a but, {$no} no)
asked-only-but = Asked: {$name} ({$but} yes with a but)
waits-from = {$name} can come from {$from} and is waiting for an answer.
waits-until = {$name} can stay until {$until} and is waiting for an answer.
waits-from-until = {$name} can come from {$from} until {$until} and is waiting for an answer.
waits-on-condition = {$name} can come with a but and is waiting for an answer. A word with them will settle it.
accept-name = Accept {$name}
refuse-name = Decline {$name}
accept-name-on = Accept {$name} for {$number}
refuse-name-on = Decline {$name} for {$number}
propose-part = Suggestion for {$number}: {$offer}
still-waits = {$name} is still waiting for an answer:
filled-but-reserve =
    {$free ->
        [one] {$number}, {$window}, was covered, but one place has come free again.
       *[other] {$number}, {$window}, was covered, but {$free} places have come free again.
    } I am asking a reserve, and you will hear from me if that fails.
partly-filled = {$number}: {$names} will come. {$missing} of {$places} still missing.
who-else-can = How nice that somebody else can take {$number}! Who is it? Ask them to answer “yes” in the group, or write their name and number here and the person on duty will hear of it.
let-them-answer = How nice, {$name}! Ask them to answer “yes” here themselves, and they have the place on {$number}.
another-can = {$name} can’t do {$number}, {$window}, but knows somebody who can: “{$words}”. Please agree it with them and put them in.
another-passed-on = Thank you! The person on duty has the name and will be in touch about {$number}. Meanwhile the place is open to everybody.
thumb-taken-back-reserve = You took back your thumb on {$number}. Would you still like to be a reserve?
still-reserve = Yes, still a reserve
offers-wait =
    {$offers ->
        [one] One person has said yes with a but, and the person on duty decides.
       *[other] {$offers} people have said yes with a but, and the person on duty decides.
    }
part-undecided = Nobody managed to answer your offer on {$number} in time. We are sorry, and thank you for offering!
instead-ask = {$name} can’t do {$number} after all, and named you: {$service}, {$window}. Can you take the place?
instead-asked = I have asked {$name} about the place on {$number}. It is open until the answer is yes.
instead-told = {$name} can’t do {$number}, {$window}, and has named {$other} instead. {$other} has been asked and has not answered yet.
it-is-needed = Yes, it is needed! {$number}: {$service}, {$window}. Will you take the place?
both-of-one = Did you mean that two of you come to {$number}, or do you come alone?
