hello-stranger =
    Hello! I am Tannhjul. I help the municipality and volunteers find each other.
    To join you need a code from your club or the municipality. Send it like this: /start CODE
chat-open = Hello, {$name}! Now I can write to you here.
welcome = Welcome, {$name}! You have joined Tannhjul for {$municipality}.
welcome-volunteer = When somebody needs help, I ask in the group. Answer “yes” when it suits you. It is fine to say no.
welcome-staff = Write what you need in one message and I will ask the clubs: “Need 2 people to clear snow at Storgata 5 tomorrow 16:00–18:00”.
welcome-coordinator = When you are on duty, I tell you here when a place stays empty and somebody has to decide what happens.
welcome-other = I will write to you here when there is something you should know.
privacy =
    {$municipality} is responsible for what I store: your name and your answers to tasks.
    It is used only to share out the tasks and to settle up with the club.
    Write “my data” to see it, “erase me” to have it erased.
joined-already = You have already joined.
code-unknown = I do not know that code. Check that you sent all of it, or ask for a new one.
code-too-many = That was many wrong codes in a short time. Wait ten minutes and try again, or ask for a new one.
code-used = That code has been used. Ask for a new one if it was not you.
code-expired = That code is too old. Ask for a new one – a code lasts for 14 days.
code-for-person = That code is for one person. Send it to me in private, not here.
code-for-group = That code is for a group. Add me to the group and send it there.
code-for-somebody-else = You have already joined as {$name}. That code is for somebody else, who can still use it. If that is wrong, tell the municipality.
group-needs-code = Hello! To ask for help here I need the group’s code. Send it like this: /connect CODE
group-joined-else = This chat is already connected as another group. If that is wrong, tell the municipality.
group-joined-already = The group is already connected.
group-joined = {$title} is connected to {$municipality}. Tasks will be posted here. Answer “yes” to what suits you.
unit-group-joined = {$title} is connected to {$municipality}. Write /request and what you need, and I will ask the clubs.
group-lost = I was removed from the group {$title} and can no longer ask there.
group-back = I am back in the group {$title} and can ask there again.
chat-stuck = My messages to {$title} have not got through for a quarter of an hour. I keep trying, but if it is urgent, ring.
menu-request = Ask for help
menu-my-tasks = My tasks
menu-withdraw = Withdraw from a task
menu-contact = Who can I ring?
menu-language = Change the language
menu-help = What can you do?
bot-description = I help the municipality and volunteers find each other. I ask in the club’s group when somebody needs a hand, keep track of who is coming, and ask others when something comes up.
bot-short-description = The small wheel between the municipality and its volunteers.
