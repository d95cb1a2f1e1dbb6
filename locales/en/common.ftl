blank = {""}
yes = Yes
no = No
done = Done.
noted = Noted.
you-answered = You answered: {$answer}
no-longer-so = This no longer holds.
settled = This is settled.
nothing-there = This no longer exists.
not-for-you = This button is not for you. Write /contact to see who to ring.
answer-as-yourself = Answer under your own name, or write to me in private.
old-message = I do not recognise that message. Reply to the message about the task, or write to me in private.
only-words = I can only read words. Write it, and I will help.
you-are-welcome = You’re welcome! Write “help” if there is anything.
unknown-command = I do not know that command. Write “help” to see what I can do.
help =
    I am Tannhjul. I ask in the group when somebody needs help, and keep track of who is coming.
    Answer a task with “yes” or “can’t”. If something comes up, write “I must withdraw” and I will ask others.
    /mytasks shows your tasks, /open what lacks people, /who #17 those who come, /contact who to ring.
help-staff = If you need help, tell me in one message: “Need 2 people to clear snow at Storgata 5 tomorrow 16:00–18:00”. In the group: /request and then the message. /daylist shows the day’s tasks.
help-coordinator = /history #17 shows everything that has happened to a task. /duty shows the rota, /takeduty gives you the duty, /whocan #17 shows who can, /putin Kari #17 puts somebody in. /reach shows whom I can write to in each group.
help-yourself = About yourself: /away when you are away (and /back), /language changes the language, /leave takes you out of the club, /mydata shows all I have on you, /eraseme erases it.
which-language = Which language would you like?
bokmal = Bokmål
nynorsk = Nynorsk
english = English
language-set = I will write in English.
contact = Ring {$name}, tel. {$phone}.
service-snow-clearing = Snow clearing
service-visit = Visit
service-meal-delivery = Meal delivery
service-transport = Transport
service-escort = Accompanying somebody
service-activity = Activity
service-shopping = Shopping
service-garden = Garden work
service-tech-help = Help with computers and phones
service-other = Other help
