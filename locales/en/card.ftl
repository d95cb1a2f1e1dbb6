card-head = Task {$number}: {$service}, {$window}
card-zone = Zone {$zone}
card-shovels-only = Shovels, no machines: it is a Sunday or public holiday.
card-quiet-tools = Quiet tools only: it is a Sunday or public holiday.
card-places =
    {$places ->
        [one] One volunteer.
       *[other] {$places} volunteers.
    }
card-places-and-rate =
    {$places ->
        [one] One volunteer. {$rate} to the club.
       *[other] {$places} volunteers. {$rate} to the club for each.
    }
card-how = Reply “yes” to this message, or press a button.
card-free = Places left: {$free} of {$places}
card-offered = Places left: {$free} of {$places}. A reserve is being asked first.
card-full = Covered, thank you!
card-cancelled = Cancelled.
card-taken-over = The municipality is doing this itself. Thanks to everyone who considered it!
card-over = Finished. Thank you!
card-over-empty = Time is up. Thanks to everyone who considered it.
card-over-unknown = Time is up. I haven’t heard how it went.
card-coming = Coming: {$names}
card-reserves =
    {$reserves ->
        [one] One reserve.
       *[other] {$reserves} reserves.
    }
i-can = I can
we-are-two = We are two
i-cannot = Can’t
open-chat = Open a chat with me
stand-as-reserve = Be a reserve
still-free =
    {$free ->
        [one] There is one place free on {$number}, {$at}. Can anyone help?
       *[other] There are {$free} places free on {$number}, {$at}. Can anyone help?
    }
free-again =
    {$free ->
        [one] A place came free on {$number}, {$at}. Can somebody take it?
       *[other] {$free} places came free on {$number}, {$at}. Can somebody take them?
    }
reserves-line = Thank you! {$number} is covered. Reserves, in order: {$names}.
reserves-line-and-more = Thank you! {$number} is covered. Reserves, in order: {$names}, then {$others} more.
