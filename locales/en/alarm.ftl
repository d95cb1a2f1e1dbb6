# What can't wait while a task is under way, and that it is over.

urgent-silent = Told, but nobody has answered yet: {$names}.
urgent-nobody = Nobody has answered what you reported about {$number}. If somebody’s life or health is at stake, call 113. Otherwise call {$name}, tel. {$phone}. I’ll keep reminding those who were told.
urgent-open = Unanswered: {$name} reported on {$number} {$at}, and it is urgent.
i-follow-up-on = I’ll follow up {$number}
follow-up-ask = Are you following up {$number}?
alarm-over = {$name} reports on {$number}: “{$words}”. So the alarm is over.
alarm-over-unquoted = {$name} reports that all is well on {$number} now. So the alarm is over.
help-is-there = {$name} reports on {$number}: “{$words}”. I won’t alert anybody else now, but somebody should follow it up.
help-is-there-unquoted = {$name} reports that help has come on {$number}. I won’t alert anybody else now, but somebody should follow it up.
alarm-over-noted = That’s good to hear! Those who were told about {$number} know it now.
help-is-there-noted = Good that help is there! Those who were told about {$number} know it now and have been asked to follow it up.
by-the-way-over = {$name} writes that all is well now. So the alarm is over.
by-the-way-help = {$name} writes that help has come.
by-the-way-noted = That’s good to hear! Those who were told know it now.

deviation-now = {$name} reports on {$number}: “{$words}”. Reply to this message, and {$name} gets the answer at once.
deviation-now-call = {$name} has something to tell about {$number} that doesn’t belong in a chat. Call now, tel. {$phone}.
deviation-now-no-phone = {$name} has something to tell about {$number} that doesn’t belong in a chat. I don’t have the number. Get in touch now.
deviation-to-tell-now = Thank you! The municipality is being told now that you have something to say about {$number}. If it is urgent, call {$name}, tel. {$phone}.
staff-reported = I have told {$name}, tel. {$phone}. If somebody’s life or health is at stake on {$number}, call 113. The volunteers have not been sent what you wrote. If they should know something, call them, or write it briefly without names or health: “call 113 and stay there”.
deviation-answer-not-health = To say it here, write it without names or health: “call 113 and stay there”.

progress-noted = Good to hear that {$number} is coming along! Write “done” when everything is finished.
part-done-ask = Good! Is everything done on {$number}, or are you still at it?
everything-done = Everything is done
still-at-it = Still at it
after-all = Thank you for telling me! Whoever is on duty had said that you didn’t come to {$number}.
