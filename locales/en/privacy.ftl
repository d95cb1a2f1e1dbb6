privacy-whole = Read it all
privacy-ask = If you wonder about something, ring {$name}, tel. {$phone}.
own-data-in-private = Ask me in private and you will get the file there: write /mydata to me.
own-data-caption = This is all I have stored about you. Write “erase me” if you want it erased.
own-data-on-page = Here you open all I have stored about you. The link is yours alone, works once and for half an hour.
own-data-open = Fetch my data
erase-surely =
    Do you want me to erase you? Your name, phone number, account, roles and my messages to you will be gone, and I cannot write to you any more.
    What stays does not have your name: how many came to each task, the settlement with the club, and a number in the log of who has seen addresses.
erase-gives-back =
    {$places ->
        [one] You are on one task. You give it back, and I find somebody else.
       *[other] You are on {$places} tasks. You give them back, and I find others.
    }
erase-yes = Yes, erase me
erase-needs-successor = Alarms about the tasks in {$municipality} go to you, and to nobody after you. Somebody has to take over before I can erase you. Ask the municipality to put in somebody else, and write “erase me” again.
erased = You have been erased. Thank you for all you have done! To join again you need a new code.
privacy-title = Privacy in Tannhjul
privacy-who-head = Who is responsible
privacy-who = {$municipality} is the controller of what Tannhjul stores about you.
privacy-what-head = What is stored
privacy-what = Your name, your phone number and, for employees and contacts, your e-mail address if the municipality has entered them, the name and number of your chat account, the club or unit you belong to, your language, days you have said that you are away, what you answer to tasks, and what the bot writes to you. In a group only answers to the bot, commands and buttons are read. If you have said yes to it, a message that was misunderstood is kept too, without names and places.
privacy-why-head = Why
privacy-why = To share out tasks that you yourself say yes to, to find somebody else when something comes up, and so that {$municipality} can settle with the club. Nothing is used for anything else, and nobody sees who said no.
privacy-seen-head = Who sees it
privacy-seen = The group sees the first name and initial of those who come. The coordinator and the unit that asked see the whole name. The recipient’s name and address are shown only on a page of their own to those who have a place, and every view is noted.
privacy-chat-head = The chat
privacy-chat = The chat goes through another service, Telegram for example, which has its own terms. That is why the name and address of the person helped are never written in the chat.
privacy-time-head = For how long
privacy-time = The recipient’s details are erased 30 days after the task. Yours stay until you ask to be erased, or the municipality does it.
privacy-rights-head = What you can do
privacy-rights = Write “my data” to the bot to get a file with everything, “erase me” to be erased. If something is wrong, tell {$municipality}. You can also complain to the Norwegian Data Protection Authority (Datatilsynet).
own-data-title = My data
own-data-before = Press the button to get a file with everything that is stored about you. The link works once.
own-data-fetch = Fetch the file
own-data-again = Write “my data” to me in the chat and you will get a new link.
