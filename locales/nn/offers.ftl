# Tilbod som ventar: om ein del av tida, eller med eit atterhald.
asked-answers-but = Spurt: {$name} ({$yes} ja, {$but} ja med atterhald, {$no} nei)
asked-only-but = Spurt: {$name} ({$but} ja med atterhald)
waits-from = {$name} kan frå {$from} og ventar på svar.
waits-until = {$name} kan til {$until} og ventar på svar.
waits-from-until = {$name} kan frå {$from} til {$until} og ventar på svar.
waits-on-condition = {$name} kan med eit atterhald og ventar på svar. Ta ein prat om kva som skal til.
accept-name = Godta {$name}
refuse-name = Nei takk til {$name}
accept-name-on = Godta {$name} på {$number}
refuse-name-on = Nei takk til {$name} på {$number}
propose-part = Forslag til {$number}: {$offer}
still-waits = {$name} ventar framleis på svar:
filled-but-reserve =
    {$free ->
        [one] {$number}, {$window}, var dekt, men éin plass blei ledig att.
       *[other] {$number}, {$window}, var dekt, men {$free} plassar blei ledige att.
    } Eg spør ein reserve, og du høyrer frå meg om det ikkje går.
partly-filled = {$number}: {$names} kjem. Det manglar framleis {$missing} av {$places}.
who-else-can = Så fint at nokon andre kan ta {$number}! Kven er det? Be dei svare «ja» i gruppa, eller skriv namn og nummer her, så får vakta beskjed.
let-them-answer = Så fint, {$name}! Be dei svare «ja» her sjølve, så får dei plassen på {$number}.
another-can = {$name} kan ikkje sjølv på {$number}, {$window}, men veit om nokon som kan: «{$words}». Avtal med dei, og set dei inn.
another-passed-on = Takk! Vakta har fått namnet og tek kontakt om {$number}. Plassen er open for alle så lenge.
thumb-taken-back-reserve = Du tok tilbake tommelen på {$number}. Vil du framleis stå som reserve?
still-reserve = Ja, framleis reserve
offers-wait =
    {$offers ->
        [one] Éin har sagt ja med eit atterhald, og vakta avgjer om det går.
       *[other] {$offers} har sagt ja med atterhald, og vakta avgjer om det går.
    }
part-undecided = Ingen rakk å svare på tilbodet ditt på {$number}. Det er leitt, og takk for at du ville stille opp!
instead-ask = {$name} kan ikkje på {$number} likevel, og nemnde deg: {$service}, {$window}. Kan du ta plassen?
instead-asked = Eg har spurt {$name} om plassen på {$number}. Plassen er open til svaret er ja.
instead-told = {$name} kan ikkje på {$number}, {$window}, og har nemnt {$other} i staden. {$other} er spurd og har ikkje svart enno.
it-is-needed = Ja, det trengst! {$number}: {$service}, {$window}. Tek du plassen?
both-of-one = Meinte du at de kjem to på {$number}, eller kjem du åleine?
