reach-not-for-you = Whom I reach is for the coordinators, and for the contact of each club. Write /contact to see who to ring.
reach-told = When something is stuck I tell {$names}.
reach-told-blocked = {$name} should be told too, but has blocked me: ask {$name} to open the chat with me and press Start.
reach-told-not-yet = {$name} should be told too, but has not opened a chat with me. Ring {$phone} and ask for it.
reach-told-never = {$name} should be told too, but has not opened a chat with me.
reach-no-groups = No groups have been set up yet.
reach-group = {$title}: I can write in private to {$reached} of {$all}.
reach-group-empty = {$title}: I know nobody here yet.
reach-group-lost = I was removed from the group, so I can’t ask there. Let me in again.
reach-group-not-connected = The group is not connected, so I can’t ask there. Let me in, and write /connect and the code in the group.
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
        [one] One more is in the group whom I don’t know.
       *[other] {$count} more are in the group whom I don’t know.
    }
reach-more-groups =
    {$more ->
        [one] And one more group. Write “whom do we reach in” and the group’s name.
       *[other] And {$more} more groups. Write “whom do we reach in” and the group’s name.
    }
reach-how = Ask them to open a chat with me and press Start.
reach-how-link = Ask them to open {$link} and press Start.
reach-limits = I only know of those who have answered, used their code or come in while I was there. Whether somebody has turned notifications off I can’t see.
