card-head = Oppdrag {$number}: {$service}, {$window}
card-zone = Sone {$zone}
card-shovels-only = Spade, ikke freser: det er søn- eller helligdag.
card-quiet-tools = Bare stille redskap: det er søn- eller helligdag.
card-places =
    {$places ->
        [one] Én frivillig.
       *[other] {$places} frivillige.
    }
card-places-and-rate =
    {$places ->
        [one] Én frivillig. {$rate} til laget.
       *[other] {$places} frivillige. {$rate} til laget for hver.
    }
card-how = Svar «ja» på denne meldingen, eller trykk på en knapp.
card-free = Ledig: {$free} av {$places}
card-offered = Ledig: {$free} av {$places}. En reserve er spurt først.
card-full = Dekket, takk!
card-cancelled = Avlyst.
card-taken-over = Kommunen tar dette selv. Takk til alle som vurderte det!
card-over = Ferdig. Takk!
card-over-empty = Tiden er ute. Takk til alle som vurderte det.
card-over-unknown = Tiden er ute. Jeg har ikke hørt hvordan det gikk.
card-coming = Kommer: {$names}
card-reserves =
    {$reserves ->
        [one] Én reserve.
       *[other] {$reserves} reserver.
    }
i-can = Jeg kan
we-are-two = Vi er to
i-cannot = Kan ikke
open-chat = Åpne chat med meg
stand-as-reserve = Stå som reserve
still-free =
    {$free ->
        [one] Det er én ledig plass på {$number} {$at}. Kan noen?
       *[other] Det er {$free} ledige plasser på {$number} {$at}. Kan noen?
    }
free-again =
    {$free ->
        [one] Det ble en plass ledig på {$number} {$at}. Kan noen ta den?
       *[other] Det ble {$free} plasser ledige på {$number} {$at}. Kan noen ta dem?
    }
reserves-line = Takk! {$number} er dekket. Reserver, i rekkefølge: {$names}.
reserves-line-and-more = Takk! {$number} er dekket. Reserver, i rekkefølge: {$names}, og så {$others} til.
