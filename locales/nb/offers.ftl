# Tilbud som venter: om en del av tiden, eller med et forbehold.
asked-answers-but = Spurt: {$name} ({$yes} ja, {$but} ja med forbehold, {$no} nei)
asked-only-but = Spurt: {$name} ({$but} ja med forbehold)
waits-from = {$name} kan fra {$from} og venter på svar.
waits-until = {$name} kan til {$until} og venter på svar.
waits-from-until = {$name} kan fra {$from} til {$until} og venter på svar.
waits-on-condition = {$name} kan med et forbehold og venter på svar. Ta en prat om hva som skal til.
accept-name = Godta {$name}
refuse-name = Nei takk til {$name}
accept-name-on = Godta {$name} på {$number}
refuse-name-on = Nei takk til {$name} på {$number}
propose-part = Forslag til {$number}: {$offer}
still-waits = {$name} venter fortsatt på svar:
filled-but-reserve =
    {$free ->
        [one] {$number}, {$window}, var dekket, men én plass ble ledig igjen.
       *[other] {$number}, {$window}, var dekket, men {$free} plasser ble ledige igjen.
    } Jeg spør en reserve, og du hører fra meg hvis det ikke går.
partly-filled = {$number}: {$names} kommer. Det mangler fortsatt {$missing} av {$places}.
who-else-can = Så fint at noen andre kan ta {$number}! Hvem er det? Be dem svare «ja» i gruppa, eller skriv navn og nummer her, så får vakten beskjed.
let-them-answer = Så fint, {$name}! Be dem svare «ja» her selv, så får de plassen på {$number}.
another-can = {$name} kan ikke selv på {$number}, {$window}, men vet om noen som kan: «{$words}». Avtal med dem, og sett dem inn.
another-passed-on = Takk! Vakten har fått navnet og tar kontakt om {$number}. Plassen er åpen for alle imens.
thumb-taken-back-reserve = Du tok tilbake tommelen på {$number}. Vil du fortsatt stå som reserve?
still-reserve = Ja, fortsatt reserve
offers-wait =
    {$offers ->
        [one] Én har sagt ja med et forbehold, og vakten avgjør om det går.
       *[other] {$offers} har sagt ja med forbehold, og vakten avgjør om det går.
    }
part-undecided = Ingen rakk å svare på tilbudet ditt på {$number}. Det er leit, og takk for at du ville stille opp!
instead-ask = {$name} kan ikke på {$number} likevel, og nevnte deg: {$service}, {$window}. Kan du ta plassen?
instead-asked = Jeg har spurt {$name} om plassen på {$number}. Plassen er åpen til svaret er ja.
instead-told = {$name} kan ikke på {$number}, {$window}, og har nevnt {$other} i stedet. {$other} er spurt og har ikke svart ennå.
it-is-needed = Ja, det trengs! {$number}: {$service}, {$window}. Tar du plassen?
both-of-one = Mente du at dere kommer to på {$number}, eller kommer du alene?
