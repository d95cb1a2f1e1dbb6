hole = {$number} manglar {$missing} av {$places}: {$service}, {$window}.
duty-silent = {$name} på vakt har ikkje svart.
deputy-silent = Stadfortredar {$name} har heller ikkje svart.
asked-answers = Spurt: {$name} ({$yes} ja, {$no} nei)
asked-silent = Spurt: {$name} (ingen svar)
unreached = Ikkje fått tak i: {$names}
promised-at = Den som spurde, er lova svar seinast {$at}.
take-it = Tek det
ask-organisation = Spør {$name}
put-in = Set inn …
extend = Forleng
town-takes-it = Kommunen tek han
cancel-task = Avlys
hold-until-when = Fint, du tek {$number}. Kor lenge skal eg teie?
until = Til {$at}
too-late-to-hold = {$number} startar for snart til at eg kan teie om det.
held-until = Du tek {$number}. Eg teier til {$at}, og spør att om det framleis manglar folk.
organisation-asked = {$name} er spurt om {$number}.
organisation-asked-later = {$name} blir spurt om {$number} {$at}, når natta er over.
too-late-to-ask = {$number} startar før eg kan vekkje gruppa til {$name}. Ring heller nokon.
group-unreachable = Eg kan ikkje skrive i gruppa til {$name}. Ho er ikkje kopla til, eller eg er teken ut.
put-in-whom = Kven har du avtalt med på {$number}? Eg gir beskjed, og eitt ord er nok for å melde forfall.
or-write-name = Vel, eller skriv eit namn.
more-people = Vis fleire
nobody-by-that-name = Eg finn ingen med det namnet som kan setjast inn på {$number}.
person-label = {$name}
nobody-to-put-in = Alle eg kjenner i laga, har svart på {$number}.
put-in-not-approved = {$name} er ikkje godkjend for dette: {$service}.
was-put-in = {$name} er sett inn på {$number} og har fått beskjed.
was-put-in-untold = {$name} er sett inn på {$number}, men eg kan ikkje skrive dit. Gi beskjed sjølv.
full-already = {$number} er alt dekt.
extended = Svaret om {$number} er flytta til {$at}, og den som spurde, har fått beskjed.
extended-untold = Svaret om {$number} er flytta til {$at}. Eg når ikkje {$name}, som spurde — gi beskjed sjølv.
cannot-extend = {$number} startar for snart til å forlengje.
town-has-it = Greitt, kommunen tek {$number}. Ingen fleire blir spurde.
surely-cancel =
    {$coming ->
        [0] Avlyse {$number}? Ingen er påmelde.
        [one] Avlyse {$number}? Éin er påmeld og får beskjed.
       *[other] Avlyse {$number}? {$coming} er påmelde og får beskjed.
    }
cancel-surely = Ja, avlys
leave-it = Nei, lat det stå
left-as-it-is = Greitt, {$number} står som før.
cancelled = {$number} er avlyst. Dei som hadde plass, har fått beskjed.
rest-filled =
    {$rest ->
        [one] Greitt, de fyller den siste plassen på {$number}.
       *[other] Greitt, de fyller dei siste {$rest} plassane på {$number}.
    }
is-enough =
    {$coming ->
        [one] Greitt, då held det med éin på {$number}. Ingen fleire blir spurde.
       *[other] Greitt, då held det med {$coming} på {$number}. Ingen fleire blir spurde.
    }
nobody-comes = Det kjem ingen på {$number} enno.
part-from = {$name} kan {$number} frå {$from} (oppdraget er {$window}).
part-until = {$name} kan {$number} til {$until} (oppdraget er {$window}).
part-from-until = {$name} kan {$number} frå {$from} til {$until} (oppdraget er {$window}).
part-condition = {$name} kan {$number}, {$window}, med eit atterhald. Snakk med {$name} om kva som skal til.
accept-part = Godta
refuse-part = Takk, men nei
part-accepted = {$name} har plass på {$number} og har fått beskjed.
part-refused-done = {$name} har fått takk for tilbodet på {$number}.
part-settled = Tilbodet på {$number} er avgjort eller trekt.
ask-unreached = Eg fekk ikkje spurt {$name} om {$number}: gruppa er ikkje kopla til, eller eg er teken ut av henne. Eg går vidare til neste.
bring-the-answer = Eg når ikkje {$name}, som ventar svar om {$number}: {$taken} av {$places} kjem. Kan du gi beskjed?
tell-them = Eg når ikkje {$name}, som melde {$number}. Kan du gi beskjed?
withdrawn-soon =
    {$asked ->
        [0] {$name} har meldt forfall på {$number}, som startar {$at} og må dekkjast. Det er ingen reservar å spørje; eg leitar i gruppene.
       *[other] {$name} har meldt forfall på {$number}, som startar {$at} og må dekkjast. Eg spør reservane no.
    }
somebody-late = {$name} seier frå om å bli sein til {$number}.
