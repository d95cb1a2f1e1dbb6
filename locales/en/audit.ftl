# What whoever looks after the service has to say, to coordinators and administrators.
audit-task-forgotten = I have lost track of {$number} and will not follow it up by myself. Look after it, and ask whoever runs Tannhjul for help.
audit-task-late = I am behind with {$number}: something should have been done {$at}. Look after it, and ask whoever runs Tannhjul for help.
audit-task-again = I am following up {$number} again.
audit-chat-again = My messages to {$title} get through again.
audit-nothing-sent = No message of mine has gone out since {$at}. If something is urgent, ring.
audit-sent-again = My messages are going out again.
audit-clock-stands = My clock has stopped: I remind nobody and call nobody by myself. Tannhjul must be restarted.
audit-clock-again = My clock runs again.
audit-mail-stuck = My e-mail does not go out, and has not since {$at}. If the chat fails too, I reach nobody. Ask whoever runs Tannhjul to look at the mail server.
audit-mail-again = My e-mail goes out again.
audit-no-address = I have no e-mail address of anybody who is told when something is stuck. If the chat fails, I reach none of them. Ask whoever sets Tannhjul up to enter the addresses.
audit-address-again = Now I have the e-mail address of somebody who is told when something is stuck.
audit-no-backup = The last backup is from {$at}. Ask whoever runs Tannhjul to make a new one.
audit-never-backed-up = There has never been a backup. Ask whoever runs Tannhjul to make one.
audit-backup-again = There is a new backup now.
audit-withheld =
    {$count ->
        [one] Tannhjul was restored from a backup. What people answered after it is lost, so look over the tasks. One message may have been said already and waits for whoever runs Tannhjul.
       *[other] Tannhjul was restored from a backup. What people answered after it is lost, so look over the tasks. {$count} messages may have been said already and wait for whoever runs Tannhjul.
    }
audit-withheld-no-more = No message waits any longer since Tannhjul was restored.
