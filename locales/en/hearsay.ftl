looking-again =
    {$free ->
        [one] All right, I’m looking for one person for {$number} again. You will have an answer by {$at}.
       *[other] All right, I’m looking for {$free} people for {$number} again. You will have an answer by {$at}.
    }
looked-for-again =
    {$free ->
        [one] {$name} says that the municipality can’t do {$number} after all: {$service}, {$window}. I’m looking for one person again, and the answer is promised by {$at}.
       *[other] {$name} says that the municipality can’t do {$number} after all: {$service}, {$window}. I’m looking for {$free} people again, and the answer is promised by {$at}.
    }
town-has-task = The municipality has taken {$number} itself. Can’t you do it after all? Write “we need people after all”, and I’ll look again.
open-again-too-late =
    {$free ->
        [one] All right, {$number} is open again and one person short. It has begun, so I’m not asking anybody else. Please call somebody you know.
       *[other] All right, {$number} is open again and {$free} people short. It has begun, so I’m not asking anybody else. Please call somebody you know.
    }
given-back-too-late =
    {$free ->
        [one] {$name} says that the municipality can’t do {$number} after all: {$service}, {$window}. It has begun and is one person short. Can you ring somebody?
       *[other] {$name} says that the municipality can’t do {$number} after all: {$service}, {$window}. It has begun and is {$free} people short. Can you ring somebody?
    }
reported-away-at = Thank you for saying so! I’ll ask {$name} about {$number} {$at}, so that nobody is woken, and whoever is on duty will know then.
reported-away-asked-only = Thank you for saying so! I’m asking {$name} about {$number}. I can’t reach anybody on duty right now, so please ring the municipality too.
reported-away-nobody = Thank you for saying so! I can reach neither {$name} nor anybody on duty right now. Please ring the municipality about {$number}, so that they know.
reported-away-known = Thank you for saying so! {$name} has been asked about {$number} and hasn’t answered yet. I’m telling whoever is on duty that you say the same.
reported-away-again = Thank you! That has been passed on already. {$name} has been asked about {$number} and hasn’t answered yet.
also-said-by = {$by} also says that {$name} isn’t coming to {$number}. {$name} hasn’t answered yet.
also-said-by-contact = {$by}, contact of {$organisation}, too says that {$name} isn’t coming to {$number}. {$name} hasn’t answered yet.
reported-missing-ask = {$by} says that you aren’t at {$number}: {$service}. Are you there?
reported-absent-ask = {$by} says that you didn’t come to {$number}: {$service}. Were you there?
i-was-there = I was there
i-was-not-there = I didn’t come
reported-absent-duty = {$by} says that {$name} didn’t come to {$number}: {$service}, {$window}. The place doesn’t count until that is settled.
reported-absent = Thank you for saying so! It is noted on {$number}. I’m asking {$name}, and whoever is on duty will know.
reported-absent-unasked = Thank you for saying so! It is noted on {$number}. I can’t reach {$name}, but whoever is on duty will know.
reported-absent-known = Thank you! That is noted on {$number} already, and whoever is on duty knows. {$name} hasn’t answered yet.
was-there-noted = Thank you! Noted: you were at {$number}. Whoever is on duty will know.
was-not-there-noted = Thank you for being honest. Noted: you didn’t come to {$number}.
says-was-there = {$name} says “I was there” of {$number}. The place counts, unless you know otherwise.
says-was-not-there = {$name} confirms it: didn’t come to {$number}.
answer-for-whom = Whom is the answer for? These are waiting: {$names}. Begin with “answer to” and the name, or reply to the message itself.
not-to-be-rung-noted = I’m sorry to hear that. Nobody will be asked to call the recipient of {$number} any more, and whoever is on duty will know.
not-to-be-rung = From {$name}: the recipient of {$number} is not to be called. Ask {$name} if you wonder about anything.
there-in-trouble = {$name} is at {$number}, but not all is well. Whoever is on duty is being told now. Please try calling the recipient.
came-after-all = {$name} says that it isn’t so and was at {$number}. Whoever is on duty will know.
person-came = {$name} was there
person-came-noted = Noted: {$name} was at {$number}.
noted-as-absent = It is noted that you didn’t come to {$number}. If that isn’t so, call {$name}, tel. {$phone}.
reported-away-ask-reserve = {$by} says that you can’t come. Are you still a reserve for {$number}: {$service}, {$window}?
reserve-is-asked = Thank you for saying so! {$name} has no place on {$number}, but is a reserve. I’m asking whether that still holds.
has-no-place-on = {$name} has no place on {$number}, so that changes nothing there.
has-no-place = {$name} has no place on any task here, so that changes nothing.
which-of-these = Which of them do you mean: {$names}? Please write it once more with the whole name.
who-is-meant = Who is it about?
do-you-mean = Do you mean {$name} on {$number}?
nobody-then = I find nobody who was to come then. Please write the name, or the number of the task.
said-not-to-come = According to {$by}, {$name} isn’t coming to {$number}. {$name} hasn’t answered.
said-not-to-come-by-somebody = Somebody has said that {$name} isn’t coming to {$number}. {$name} hasn’t answered.
still-unanswered = Still open: according to {$by}, {$name} isn’t coming to {$number}: {$service}, {$window}. {$name} hasn’t answered.
still-unanswered-by-somebody = Still open: somebody has said that {$name} isn’t coming to {$number}: {$service}, {$window}. {$name} hasn’t answered.
asked-to-stand-ready = Asked to stand ready: {$names}
comes-after-all = {$name} has answered and is coming to {$number}. Thank you for looking out!
not-decided-yet = The coordinator hasn’t answered your offer on {$number} yet. You will hear from me here, at the latest when it begins.
part-left-open = Nobody has answered your offer on {$number} yet, and it has begun. The person on duty can still say yes; if you hear nothing, you needn’t come.
suggested = {$name} suggested: “{$words}”
not-asked-yet = Your club isn’t being asked for anybody right now. If you are needed, I’ll ask you.
another-tip = {$name} has a tip about {$number}, {$window}: “{$words}”. Please agree it with them and put them in.
tip-passed-on = Thank you for the tip! The person on duty has it and will be in touch about {$number}. If somebody can take it, please ask them to answer “yes” themselves.
draft-of-day = {$service} {$day}, written at {$at}
draft-written = {$service}, written at {$at}
next-need-written = Now for the next one: {$draft}.
not-ready-to-send = This can’t be sent yet: something is missing.
send-that-one = Send: {$draft}
which-draft-is-meant = Which of them do you mean?
discarded-all = Discarded. Nothing has been sent, and the addresses are erased.
said-may-not-arrive = {$name} has run into trouble on the way to {$number} and may not get there.
may-not-arrive = {$name} has run into trouble on the way to {$number}: {$service}, {$window}, and may not get there. I have asked whether it will work out.
still-may-not-arrive = Still open: {$name} has run into trouble on the way to {$number}: {$service}, {$window}, and has not answered whether it will work out.
do-you-get-there = Bad luck! Will you get to {$number}? If you can’t, I’ll ask others at once. Whoever is on duty knows.
i-get-there = I’ll get there
perhaps-not-coming = Word has come that {$name} may not come to {$number}, {$window}. {$name} has been asked and has not answered. Whoever is on duty knows.
may-not-arrive-told = {$name} has run into trouble on the way and may not get to {$number}, {$window}. Whoever is on duty knows.
comes-after-doubt = {$name} has answered and is coming to {$number}.
not-needed-ask = Should {$number} end? Then I’ll tell {$names} that the task is cancelled, without saying why.
contact-of-club = The contact in {$organisation} is {$name}{$phone}.
doubt-taken-back = It was a misunderstanding that {$name} may not come to {$number}.
report-taken-back = Fine, then I won’t ask {$names} any more.
town-still-provides = You were to send {$people ->
        [one] one person
       *[other] {$people} people
    } yourselves to {$number}: {$service}, {$window}. Is that in order?
town-does = Yes, it is arranged
look-for-people = No, find somebody
club-says-no = {$name}, contact in {$organisation}, says that the club can’t take {$number}: {$service}, {$window}.
club-no-noted = Thanks for answering for the club! Whoever is on duty hears that you can’t take {$number}, {$window}. If somebody comes forward after all, that is fine.
asked-refused = Asked: {$name} (the club says no)
your-turn = Now it is your club’s turn: {$number}, {$service}, {$window}, still lacks people. You wanted to come. Can you?
not-chosen-yet = You have not chosen yet, so nothing has been done about what you wrote.
