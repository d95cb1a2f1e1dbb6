card-head = Oppdrag {$number}: {$service}, {$window}
card-zone = Sone {$zone}
card-shovels-only = Spade, ikkje fresar: det er søn- eller heilagdag.
card-quiet-tools = Berre stille reiskap: det er søn- eller heilagdag.
card-places =
    {$places ->
        [one] Éin frivillig.
       *[other] {$places} frivillige.
    }
card-places-and-rate =
    {$places ->
        [one] Éin frivillig. {$rate} til laget.
       *[other] {$places} frivillige. {$rate} til laget for kvar.
    }
card-how = Svar «ja» på denne meldinga, eller trykk på ein knapp.
card-free = Ledig: {$free} av {$places}
card-offered = Ledig: {$free} av {$places}. Ein reserve er spurd først.
card-full = Dekt, takk!
card-cancelled = Avlyst.
card-taken-over = Kommunen tek dette sjølv. Takk til alle som vurderte det!
card-over = Ferdig. Takk!
card-over-empty = Tida er ute. Takk til alle som vurderte det.
card-over-unknown = Tida er ute. Eg har ikkje høyrt korleis det gjekk.
card-coming = Kjem: {$names}
card-reserves =
    {$reserves ->
        [one] Éin reserve.
       *[other] {$reserves} reservar.
    }
i-can = Eg kan
we-are-two = Vi er to
i-cannot = Kan ikkje
open-chat = Opne chat med meg
stand-as-reserve = Stå som reserve
still-free =
    {$free ->
        [one] Det er éin ledig plass på {$number} {$at}. Kan nokon?
       *[other] Det er {$free} ledige plassar på {$number} {$at}. Kan nokon?
    }
free-again =
    {$free ->
        [one] Det blei ein plass ledig på {$number} {$at}. Kan nokon ta han?
       *[other] Det blei {$free} plassar ledige på {$number} {$at}. Kan nokon ta dei?
    }
reserves-line = Takk! {$number} er dekt. Reservar, i rekkjefølgje: {$names}.
reserves-line-and-more = Takk! {$number} er dekt. Reservar, i rekkjefølgje: {$names}, og så {$others} til.
