moved-in-group = {$name}: {$number} has been moved to {$window}. If that doesn’t suit, reply “no” here.
moved-in-group-reserve = {$name}: {$number} has been moved to {$window}. You are still a reserve.
cancelled-in-group = {$name}: {$number}, {$window}, is cancelled. You needn’t come.
offer-gone-in-group = {$name}: no more people are needed for {$number}. Thank you for standing by!
taken-off-in-group = {$name}: you have been taken off {$number}, {$window}. Can you after all? Reply “yes” here.
put-in-in-group = {$name}: you have been put down for {$number}, {$window}. If that doesn’t suit, reply “no” here.
offer-in-group = {$name}: a place came free on {$number}, {$window}. I can’t write to you alone, so reply “yes” here if you can.
tell-yourself = I can’t reach {$names} in a chat of their own, and don’t know whether it is read in the group. Please tell them yourself.
tell-volunteer-this = I can’t reach {$name}{$phone} about {$number}. Could you pass this on?
cannot-remind = I can’t write to {$name}{$phone}, who has a place on {$number}: {$service}, {$window}. So I can’t send a reminder. Could you ask?
history-not-reached = {$name} could not be reached

answered-by = {$name} answered: {$answer}
call-how-it-went = Did you get hold of the recipient of {$number}?
news-passed-on = Thank you! What you tell about {$number} goes on to whoever is on duty at once.
call-failed-until = Thank you for trying. I’ll remind you of {$number} again {$at}.
call-failed-known = It is noted that nobody answered. I’ll remind you of {$number} again {$at}.

removed-here = What you wrote has been taken away from here, since it doesn’t belong in a chat.
urgent-no-phone = Urgent: {$name} reports about {$number}: “{$words}”. I don’t have {$name}’s number. Reply to this message, and {$name} gets the answer at once.
urgent-call-no-phone = Urgent: {$name} reports about {$number}, and it doesn’t belong in a chat. Get in touch now. I don’t have {$name}’s number.
urgent-unanswered = Nobody has answered this yet.
urgent-passed-on = Nobody has answered what you reported about {$number}, so {$name}{$phone} has been told as well. If it can’t wait, ring yourself.
deviation-answer-kept-no-phone = Your answer tells who is being helped, so I didn’t send it in the chat. {$name} has been told that you are following up {$number}.

ill-others = You still have these places. Press if you can’t then either:
ill-take-back =
    {$tasks ->
        [one] Can you after all? Take the place back here.
       *[other] Can you after all? Take the places back here.
    }
take-back-number = I’m coming to {$number}

holder-from = {$name} has a place on {$number} ({$window}), but can’t come before {$from}. Is that all right?
holder-until = {$name} has a place on {$number} ({$window}), but must leave at {$until}. Is that all right?
holder-part-noted = Thank you for saying so! The coordinator is told. The place on {$number} is yours unless you hear otherwise.
part-waits = The places on {$number} were filled by others, so you are spared this time. If one comes free, I’ll ask you.
deviation-words = The message was: “{$words}”
covered-stand-by = {$number} is covered. Would you like to be a reserve?
