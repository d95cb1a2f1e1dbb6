reach-not-for-you = Only coordinators and club contacts can see whom I reach. Write /contact to see who to ring.
reach-told = When something is stuck I tell {$names}.
reach-told-blocked = {$name} should be told too, but has blocked me: ask {$name} to open the chat with me and press Start.
reach-told-not-yet = {$name} should be told too, but has not opened a chat with me. Ring {$phone} and ask for it.
reach-told-never = {$name} should be told too, but has not opened a chat with me.
reach-no-groups = No groups have been set up yet.
reach-group = {$title}: I can write in private to {$reached} of {$all}.
reach-group-empty = {$title}: I know nobody here yet.
reach-group-lost = I was removed from the group, so I can’t ask there. Add me again.
reach-group-not-connected = The group is not connected, so I can’t ask there. Add me, and write /connect and the code in the group.
reach-not-opened =
    {$more ->
        [0] Have not opened a chat with me: {$names}.
       *[other] Have not opened a chat with me: {$names} and {$more} more.
    }
reach-blocked =
    {$more ->
        [0] Have blocked me: {$names}.
       *[other] Have blocked me: {$names} and {$more} more.
    }
reach-not-joined =
    {$more ->
        [0] Have not used their codes: {$names}.
       *[other] Have not used their codes: {$names} and {$more} more.
    }
reach-strangers =
    {$count ->
        [one] There is one more in the group whom I don’t know.
       *[other] There are {$count} more in the group whom I don’t know.
    }
reach-more-groups =
    {$more ->
        [one] And one more group. Write “whom do we reach in” and the group’s name.
       *[other] And {$more} more groups. Write “whom do we reach in” and the group’s name.
    }
reach-how = Ask them to open a chat with me and press Start.
reach-how-link = Ask them to open {$link} and press Start.
reach-limits = I only know of those who have answered, used their code or come in while I was there. Whether somebody has turned notifications off I can’t see.

reach-lost-nobody = There is now nobody I can write to when something is stuck, so I take no new requests.
reach-lost-no-duty = Nobody is on duty from {$at}. Write “duty” and a name.
reach-lost-no-deputy = {$name} is alone on duty from {$at}: there is no deputy.
reach-lost-duty = I can’t write to {$name}, who is on duty until {$at}.
reach-lost-next = I can’t write to {$name}, who will be on duty from {$at}.
reach-lost-deputy = I can’t write to {$name}, who is the deputy.
reach-lost-contact = I can’t write to {$name}, who is told when neither the one on duty nor the deputy answers.
reach-lost-services = No group can be asked about this now: {$services}. I take no such requests until a group is in place again.
reach-lost-how = It helps to open the chat with me and press Start.
reach-back = Now I can write to {$name}.
service-stopped = {$service} was stopped by the municipality. Nobody else is asked about {$number}, {$window}.
club-out = {$name} no longer takes part, so they are not asked about {$number}, {$window}.
club-group-gone = I no longer reach the group of {$name}, which was asked about {$number}, {$window}.
come-all-the-same = This stands: {$names} will come.
others-are-asked =
    {$missing ->
        [one] I am still looking for one person at {$names}. You will get your answer as promised, by {$at}.
       *[other] I am still looking for {$missing} people at {$names}. You will get your answer as promised, by {$at}.
    }
nobody-left-to-ask =
    {$missing ->
        [one] One is missing, and there is no other club to ask. The one on duty is told now, and the answer comes by {$at}.
       *[other] {$missing} are missing, and there is no other club to ask. The one on duty is told now, and the answer comes by {$at}.
    }
club-out-placed = {$name} no longer takes part, but your place on {$number} stands. If it no longer suits you, that is quite all right: withdraw.
club-out-reserve = {$name} no longer takes part, so you are not a reserve for {$number} any more. Thank you for standing by!
stopped-placed = {$service} was stopped by the municipality, but your place on {$number} stands. If it no longer suits you, that is quite all right: withdraw.
stopped-reserve = {$service} was stopped by the municipality, so you are not a reserve for {$number} any more. Thank you for standing by!
club-not-asked = Your club is not asked about {$number} any more. Thank you for offering!
card-closed = The club is not asked about this any more.
card-stopped = Stopped by the municipality. Nobody else is asked.
