looking-again =
    {$free ->
        [one] Greitt, då leitar eg etter éin til {$number} igjen. Du får svar seinast {$at}.
       *[other] Greitt, då leitar eg etter {$free} til {$number} igjen. Du får svar seinast {$at}.
    }
looked-for-again =
    {$free ->
        [one] {$name} seier at kommunen likevel ikkje får til {$number}: {$service}, {$window}. Eg leitar etter éin igjen, og svaret er lova seinast {$at}.
       *[other] {$name} seier at kommunen likevel ikkje får til {$number}: {$service}, {$window}. Eg leitar etter {$free} igjen, og svaret er lova seinast {$at}.
    }
town-has-task = Kommunen har teke {$number} sjølv. Får de det ikkje til likevel? Skriv «vi treng folk likevel», så leitar eg igjen.
open-again-too-late =
    {$free ->
        [one] Greitt, {$number} står ope igjen og manglar éin. Det har byrja, så eg spør ingen nye. Ring gjerne nokon du kjenner.
       *[other] Greitt, {$number} står ope igjen og manglar {$free}. Det har byrja, så eg spør ingen nye. Ring gjerne nokon du kjenner.
    }
given-back-too-late =
    {$free ->
        [one] {$name} seier at kommunen likevel ikkje får til {$number}: {$service}, {$window}. Det har byrja og manglar éin. Kan du ringje nokon?
       *[other] {$name} seier at kommunen likevel ikkje får til {$number}: {$service}, {$window}. Det har byrja og manglar {$free}. Kan du ringje nokon?
    }
reported-away-at = Takk for at du seier frå! Eg spør {$name} om {$number} {$at}, så ingen blir vekt, og då får den som har vakt, vite det.
reported-away-asked-only = Takk for at du seier frå! Eg spør {$name} om {$number}. Eg når ingen som har vakt akkurat no, så ring gjerne kommunen òg.
reported-away-nobody = Takk for at du seier frå! Eg når verken {$name} eller nokon som har vakt akkurat no. Ring kommunen om {$number}, så dei får vite det.
reported-away-known = Takk for at du seier frå! {$name} er spurd om {$number}, men har ikkje svart enno. Eg seier til den som har vakt, at du seier det same.
reported-away-again = Takk! Det er allereie meldt vidare. {$name} er spurd om {$number}, men har ikkje svart enno.
also-said-by = {$by} seier òg at {$name} ikkje kjem på {$number}. {$name} har ikkje svart enno.
also-said-by-contact = {$by}, kontakt i {$organisation}, seier òg at {$name} ikkje kjem på {$number}. {$name} har ikkje svart enno.
reported-missing-ask = {$by} seier at du ikkje er på {$number}: {$service}. Er du der?
reported-absent-ask = {$by} seier at du ikkje kom på {$number}: {$service}. Var du der?
i-was-there = Eg var der
i-was-not-there = Eg kom ikkje
reported-absent-duty = {$by} seier at {$name} ikkje kom på {$number}: {$service}, {$window}. Plassen blir ikkje rekna med før det er avklart.
reported-absent = Takk for at du seier frå! Det er notert på {$number}. Eg spør {$name}, og den som har vakt, får vite det.
reported-absent-unasked = Takk for at du seier frå! Det er notert på {$number}. {$name} når eg ikkje sjølv, men den som har vakt, får vite det.
reported-absent-known = Takk! Det er alt notert på {$number}, og den som har vakt, veit det. {$name} har ikkje svart enno.
was-there-noted = Takk! Notert: du var på {$number}. Den som har vakt, får vite det.
was-not-there-noted = Takk for at du seier det som det er. Notert: du kom ikkje på {$number}.
says-was-there = {$name} seier sjølv: «Eg var der» på {$number}. Plassen blir rekna med, om du ikkje veit noko anna.
says-was-not-there = {$name} stadfestar at det stemmer: kom ikkje på {$number}.
answer-for-whom = Kven skal ha svaret? Desse ventar: {$names}. Skriv «svar til» og namnet først, eller svar på sjølve meldinga.
not-to-be-rung-noted = Det var trist å høyre. Ingen blir bedne om å ringje mottakaren av {$number} meir, og den som har vakt, får vite det.
not-to-be-rung = {$name} seier frå: mottakaren av {$number} skal ikkje ringjast. Høyr med {$name} om du lurer på noko.
there-in-trouble = {$name} er framme på {$number}, men ikkje alt er som det skal. Den som har vakt, får vite det no. Prøv gjerne å ringje mottakaren.
came-after-all = {$name} seier sjølv at det ikkje stemmer, og var på {$number}. Den som har vakt, får vite det.
person-came = {$name} var der
person-came-noted = Notert: {$name} var på {$number}.
noted-as-absent = Det er notert at du ikkje kom på {$number}. Stemmer det ikkje, så ring {$name}, tlf. {$phone}.
reported-away-ask-reserve = {$by} seier at du ikkje kan kome. Står du framleis som reserve på {$number}: {$service}, {$window}?
reserve-is-asked = Takk for at du seier frå! {$name} har ingen plass på {$number}, men står som reserve. Eg spør om det framleis gjeld.
has-no-place-on = {$name} står ikkje på {$number}, så det endrar ikkje noko der.
has-no-place = {$name} står ikkje på noko oppdrag her, så det endrar ikkje noko.
which-of-these = Kven av dei meiner du: {$names}? Skriv det ein gong til med heile namnet.
who-is-meant = Kven gjeld det?
do-you-mean = Meiner du {$name} på {$number}?
nobody-then = Eg finn ingen som skulle kome då. Skriv namnet, eller nummeret på oppdraget.
said-not-to-come = {$by} seier at {$name} ikkje kjem på {$number}, og {$name} har ikkje svart.
said-not-to-come-by-somebody = Nokon har sagt at {$name} ikkje kjem på {$number}. {$name} har ikkje svart.
still-unanswered = Framleis uavklart: {$by} seier at {$name} ikkje kjem på {$number}: {$service}, {$window}. {$name} har ikkje svart.
still-unanswered-by-somebody = Framleis uavklart: Nokon har sagt at {$name} ikkje kjem på {$number}: {$service}, {$window}. {$name} har ikkje svart.
asked-to-stand-ready = Spurt om å stå klar: {$names}
comes-after-all = {$name} har svart og kjem på {$number}. Takk for at du passa på!
not-decided-yet = Koordinatoren har ikkje svart på tilbodet ditt om {$number} enno. Du høyrer frå meg her, seinast når det byrjar.
part-left-open = Ingen har svart på tilbodet ditt om {$number} enno, og no har det byrja. Vakta kan framleis seie ja; høyrer du ikkje noko, treng du ikkje kome.
suggested = {$name} føreslo: «{$words}»
not-asked-yet = Det er ikkje spurt etter folk hos dykk akkurat no. Blir det bruk for deg, spør eg.
another-tip = {$name} har eit tips om {$number}, {$window}: «{$words}». Avtal med dei, og set dei inn.
tip-passed-on = Takk for tipset! Vakta har fått det og tek kontakt om {$number}. Kan nokon ta den, så be dei gjerne svare «ja» sjølve.
draft-of-day = {$service} {$day}, skrive {$at}
draft-written = {$service}, skrive {$at}
next-need-written = Så til det neste: {$draft}.
not-ready-to-send = Dette kan ikkje sendast enno: noko manglar.
send-that-one = Send: {$draft}
which-draft-is-meant = Kva for eit av dei meiner du?
discarded-all = Forkasta. Ingenting er sendt, og adressene er sletta.
said-may-not-arrive = {$name} har trøbbel på vegen til {$number} og kjem kanskje ikkje fram.
may-not-arrive = {$name} har trøbbel på vegen til {$number}: {$service}, {$window}, og kjem kanskje ikkje fram. Eg har spurt om det går.
still-may-not-arrive = Framleis uavklart: {$name} har trøbbel på vegen til {$number}: {$service}, {$window}, og har ikkje svart på om det går.
do-you-get-there = Så keisamt! Kjem du deg fram til {$number}? Kan du ikkje, spør eg andre med ein gong. Vakta veit om det.
i-get-there = Eg kjem fram
perhaps-not-coming = Det er meldt at {$name} kanskje ikkje kjem på {$number}, {$window}. {$name} er spurd, men har ikkje svart. Vakta veit om det.
may-not-arrive-told = {$name} har trøbbel på vegen og kjem kanskje ikkje fram til {$number}, {$window}. Vakta veit om det.
comes-after-doubt = {$name} har svart og kjem på {$number}.
not-needed-ask = Skal {$number} avsluttast? Då seier eg til {$names} at oppdraget er avlyst, utan å seie kvifor.
contact-of-club = Kontakten i {$organisation} er {$name}{$phone}.
doubt-taken-back = Det var ei misforståing at {$name} kanskje ikkje kjem på {$number}.
report-taken-back = Greitt, då spør eg ikkje {$names} lenger.
town-still-provides = De skulle sjølve stille {$people ->
        [one] éin person
       *[other] {$people} personar
    } til {$number}: {$service}, {$window}. Er det i orden?
town-does = Ja, det er ordna
look-for-people = Nei, finn nokon
club-says-no = {$name}, kontakt i {$organisation}, seier at laget ikkje kan ta {$number}: {$service}, {$window}.
club-no-noted = Takk for at du svarar for laget! Vakta får vite at de ikkje kan ta {$number}, {$window}. Melder nokon seg likevel, er det berre fint.
asked-refused = Spurt: {$name} (laget seier nei)
your-turn = No er turen komen til laget ditt: {$number}, {$service}, {$window}, manglar framleis folk. Du ville kome. Kan du?
not-chosen-yet = Du har ikkje valt enno, så ingenting er gjort med det du skreiv.
