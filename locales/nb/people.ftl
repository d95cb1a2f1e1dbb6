moved-in-group = {$name}: {$number} er flyttet til {$window}. Passer det ikke, svar «nei» her.
moved-in-group-reserve = {$name}: {$number} er flyttet til {$window}. Du står fortsatt som reserve.
cancelled-in-group = {$name}: {$number}, {$window}, er avlyst. Du trenger ikke å komme.
offer-gone-in-group = {$name}: det trengs ikke flere på {$number}. Takk for at du sto klar!
taken-off-in-group = {$name}: du er tatt av {$number}, {$window}. Kan du likevel? Svar «ja» her.
put-in-in-group = {$name}: du er satt opp på {$number}, {$window}. Passer det ikke, svar «nei» her.
offer-in-group = {$name}: det ble en plass ledig på {$number}, {$window}. Jeg kan ikke skrive til deg alene, så svar «ja» her hvis du kan.
tell-yourself = Jeg når ikke {$names} i en egen chat, og vet ikke om det blir lest i gruppa. Gi beskjed selv.
tell-volunteer-this = Jeg når ikke {$name}{$phone} om {$number}. Kan du si dette videre?
cannot-remind = Jeg kan ikke skrive til {$name}{$phone}, som har plass på {$number}: {$service}, {$window}. Da får jeg ikke minnet om det. Kan du høre?
history-not-reached = {$name} kunne ikke nås

answered-by = {$name} svarte: {$answer}
call-how-it-went = Fikk dere tak i mottakeren av {$number}?
news-passed-on = Takk! Det du forteller om {$number}, går videre til vakten med det samme.
call-failed-until = Takk for forsøket. Jeg minner om {$number} igjen {$at}.
call-failed-known = Det er notert at ingen svarte. Jeg minner om {$number} igjen {$at}.

removed-here = Det du skrev, er tatt bort herfra, for det hører ikke hjemme i en chat.
urgent-no-phone = Haster: {$name} melder fra om {$number}: «{$words}». Jeg har ikke nummeret til {$name}. Svar på denne meldingen, så får {$name} svaret med en gang.
urgent-call-no-phone = Haster: {$name} melder fra om {$number}, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til {$name}.
urgent-unanswered = Ingen har svart på dette ennå.
urgent-passed-on = Ingen har svart på det du meldte om {$number}, så nå har også {$name}{$phone} fått beskjed. Haster det, ring selv.
deviation-answer-kept-no-phone = Svaret ditt forteller hvem som får hjelp, så jeg sendte det ikke i chatten. {$name} har fått vite at du følger opp {$number}.

ill-others = Disse plassene har du fortsatt. Trykk hvis du ikke kan da heller:
ill-take-back =
    {$tasks ->
        [one] Kan du likevel? Da tar du plassen tilbake her.
       *[other] Kan du likevel? Da tar du plassene tilbake her.
    }
take-back-number = Jeg kommer på {$number}

holder-from = {$name} har plass på {$number} ({$window}), men kan ikke komme før {$from}. Går det?
holder-until = {$name} har plass på {$number} ({$window}), men må gå {$until}. Går det?
holder-part-noted = Takk for at du sier fra! Koordinatoren får vite det. Du har plassen på {$number} så lenge du ikke hører noe annet.
part-waits = Plassene på {$number} ble fylt av andre, så denne gangen slipper du. Blir det ledig, spør jeg deg.
deviation-words = Meldingen var: «{$words}»
covered-stand-by = {$number} er dekket. Vil du stå som reserve?
