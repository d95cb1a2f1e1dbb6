looking-again =
    {$free ->
        [one] Greit, da leter jeg etter én til {$number} igjen. Du får svar senest {$at}.
       *[other] Greit, da leter jeg etter {$free} til {$number} igjen. Du får svar senest {$at}.
    }
looked-for-again =
    {$free ->
        [one] {$name} sier at kommunen likevel ikke får til {$number}: {$service}, {$window}. Jeg leter etter én igjen, og svaret er lovet senest {$at}.
       *[other] {$name} sier at kommunen likevel ikke får til {$number}: {$service}, {$window}. Jeg leter etter {$free} igjen, og svaret er lovet senest {$at}.
    }
town-has-task = Kommunen har tatt {$number} selv. Får dere det ikke til likevel? Skriv «vi trenger folk likevel», så leter jeg igjen.
open-again-too-late =
    {$free ->
        [one] Greit, {$number} står åpent igjen og mangler én. Det har begynt, så jeg spør ingen nye. Ring gjerne noen du kjenner.
       *[other] Greit, {$number} står åpent igjen og mangler {$free}. Det har begynt, så jeg spør ingen nye. Ring gjerne noen du kjenner.
    }
given-back-too-late =
    {$free ->
        [one] {$name} sier at kommunen likevel ikke får til {$number}: {$service}, {$window}. Det har begynt og mangler én. Kan du ringe noen?
       *[other] {$name} sier at kommunen likevel ikke får til {$number}: {$service}, {$window}. Det har begynt og mangler {$free}. Kan du ringe noen?
    }
reported-away-at = Takk for at du sier fra! Jeg spør {$name} om {$number} {$at}, så ingen blir vekket, og da får den som har vakt, vite det.
reported-away-asked-only = Takk for at du sier fra! Jeg spør {$name} om {$number}. Jeg når ingen som har vakt akkurat nå, så ring gjerne kommunen også.
reported-away-nobody = Takk for at du sier fra! Jeg når verken {$name} eller noen som har vakt akkurat nå. Ring kommunen om {$number}, så de får vite det.
reported-away-known = Takk for at du sier fra! {$name} er spurt om {$number}, men har ikke svart ennå. Jeg sier til den som har vakt, at du sier det samme.
reported-away-again = Takk! Det er allerede meldt videre. {$name} er spurt om {$number}, men har ikke svart ennå.
also-said-by = Også {$by} sier at {$name} ikke kommer på {$number}. {$name} har ikke svart ennå.
also-said-by-contact = Også {$by}, kontakt i {$organisation}, sier at {$name} ikke kommer på {$number}. {$name} har ikke svart ennå.
reported-missing-ask = {$by} sier at du ikke er på {$number}: {$service}. Er du der?
reported-absent-ask = {$by} sier at du ikke kom på {$number}: {$service}. Var du der?
i-was-there = Jeg var der
i-was-not-there = Jeg kom ikke
reported-absent-duty = {$by} sier at {$name} ikke kom på {$number}: {$service}, {$window}. Plassen regnes ikke med før det er avklart.
reported-absent = Takk for at du sier fra! Det er notert på {$number}. Jeg spør {$name}, og den som har vakt, får vite det.
reported-absent-unasked = Takk for at du sier fra! Det er notert på {$number}. {$name} når jeg ikke selv, men den som har vakt, får vite det.
reported-absent-known = Takk! Det er allerede notert på {$number}, og den som har vakt, vet det. {$name} har ikke svart ennå.
was-there-noted = Takk! Notert: du var på {$number}. Den som har vakt, får vite det.
was-not-there-noted = Takk for at du sier det som det er. Notert: du kom ikke på {$number}.
says-was-there = {$name} sier selv: «Jeg var der» på {$number}. Plassen regnes med, om du ikke vet noe annet.
says-was-not-there = {$name} bekrefter at det stemmer: kom ikke på {$number}.
answer-for-whom = Hvem skal ha svaret? Disse venter: {$names}. Skriv «svar til» og navnet først, eller svar på selve meldingen.
not-to-be-rung-noted = Det var trist å høre. Ingen blir bedt om å ringe mottakeren av {$number} mer, og den som har vakt, får vite det.
not-to-be-rung = {$name} sier fra: mottakeren av {$number} skal ikke ringes. Hør med {$name} om du lurer på noe.
there-in-trouble = {$name} er framme på {$number}, men ikke alt er som det skal. Den som har vakt, får vite det nå. Prøv gjerne å ringe mottakeren.
came-after-all = {$name} sier selv at det ikke stemmer, og var på {$number}. Den som har vakt, får vite det.
person-came = {$name} var der
person-came-noted = Notert: {$name} var på {$number}.
noted-as-absent = Det er notert at du ikke kom på {$number}. Stemmer det ikke, så ring {$name}, tlf. {$phone}.
reported-away-ask-reserve = {$by} sier at du ikke kan komme. Står du fortsatt som reserve på {$number}: {$service}, {$window}?
reserve-is-asked = Takk for at du sier fra! {$name} har ingen plass på {$number}, men står som reserve. Jeg spør om det fortsatt gjelder.
has-no-place-on = {$name} står ikke på {$number}, så det endrer ikke noe der.
has-no-place = {$name} står ikke på noe oppdrag her, så det endrer ikke noe.
which-of-these = Hvem av dem mener du: {$names}? Skriv det en gang til med hele navnet.
who-is-meant = Hvem gjelder det?
do-you-mean = Mener du {$name} på {$number}?
nobody-then = Jeg finner ingen som skulle komme da. Skriv navnet, eller nummeret på oppdraget.
said-not-to-come = {$by} sier at {$name} ikke kommer på {$number}, og {$name} har ikke svart.
said-not-to-come-by-somebody = Noen har sagt at {$name} ikke kommer på {$number}. {$name} har ikke svart.
still-unanswered = Fortsatt uavklart: {$by} sier at {$name} ikke kommer på {$number}: {$service}, {$window}. {$name} har ikke svart.
still-unanswered-by-somebody = Fortsatt uavklart: Noen har sagt at {$name} ikke kommer på {$number}: {$service}, {$window}. {$name} har ikke svart.
asked-to-stand-ready = Spurt om å stå klar: {$names}
comes-after-all = {$name} har svart og kommer på {$number}. Takk for at du passet på!
not-decided-yet = Koordinatoren har ikke svart på tilbudet ditt om {$number} ennå. Du hører fra meg her, senest når det begynner.
part-left-open = Ingen har svart på tilbudet ditt om {$number} ennå, og nå har det begynt. Vakten kan fortsatt si ja; hører du ikke noe, trenger du ikke å komme.
suggested = {$name} foreslo: «{$words}»
not-asked-yet = Det er ikke spurt etter folk hos dere akkurat nå. Blir det bruk for deg, spør jeg.
another-tip = {$name} har et tips om {$number}, {$window}: «{$words}». Avtal med dem, og sett dem inn.
tip-passed-on = Takk for tipset! Vakten har fått det og tar kontakt om {$number}. Kan noen ta den, så be dem gjerne svare «ja» selv.
draft-of-day = {$service} {$day}, skrevet {$at}
draft-written = {$service}, skrevet {$at}
next-need-written = Så til det neste: {$draft}.
not-ready-to-send = Dette kan ikke sendes ennå: noe mangler.
send-that-one = Send: {$draft}
which-draft-is-meant = Hvilket av dem mener du?
discarded-all = Forkastet. Ingenting er sendt, og adressene er slettet.
said-may-not-arrive = {$name} har trøbbel på veien til {$number} og kommer kanskje ikke fram.
may-not-arrive = {$name} har trøbbel på veien til {$number}: {$service}, {$window}, og kommer kanskje ikke fram. Jeg har spurt om det går.
still-may-not-arrive = Fortsatt uavklart: {$name} har trøbbel på veien til {$number}: {$service}, {$window}, og har ikke svart på om det går.
do-you-get-there = Så kjedelig! Kommer du deg fram til {$number}? Kan du ikke, spør jeg andre med en gang. Vakten vet om det.
i-get-there = Jeg kommer fram
perhaps-not-coming = Det er meldt at {$name} kanskje ikke kommer på {$number}, {$window}. {$name} er spurt, men har ikke svart. Vakten vet om det.
may-not-arrive-told = {$name} har trøbbel på veien og kommer kanskje ikke fram til {$number}, {$window}. Vakten vet om det.
comes-after-doubt = {$name} har svart og kommer på {$number}.
not-needed-ask = Skal {$number} avsluttes? Da sier jeg til {$names} at oppdraget er avlyst, uten å si hvorfor.
contact-of-club = Kontakten i {$organisation} er {$name}{$phone}.
doubt-taken-back = Det var en misforståelse at {$name} kanskje ikke kommer på {$number}.
report-taken-back = Greit, da spør jeg ikke {$names} lenger.
town-still-provides = Dere skulle selv stille {$people ->
        [one] én person
       *[other] {$people} personer
    } til {$number}: {$service}, {$window}. Er det i orden?
town-does = Ja, det er ordnet
look-for-people = Nei, finn noen
club-says-no = {$name}, kontakt i {$organisation}, sier at laget ikke kan ta {$number}: {$service}, {$window}.
club-no-noted = Takk for at du svarer for laget! Vakten får vite at dere ikke kan ta {$number}, {$window}. Melder noen seg likevel, er det bare fint.
asked-refused = Spurt: {$name} (laget sier nei)
your-turn = Nå er turen kommet til laget ditt: {$number}, {$service}, {$window}, mangler fortsatt folk. Du ville komme. Kan du?
not-chosen-yet = Du har ikke valgt ennå, så ingenting er gjort med det du skrev.
