moved-in-group = {$name}: {$number} er flytt til {$window}. Passar det ikkje, svar «nei» her.
moved-in-group-reserve = {$name}: {$number} er flytt til {$window}. Du står framleis som reserve.
cancelled-in-group = {$name}: {$number}, {$window}, er avlyst. Du treng ikkje å kome.
offer-gone-in-group = {$name}: det trengst ikkje fleire på {$number}. Takk for at du stod klar!
taken-off-in-group = {$name}: du er teken av {$number}, {$window}. Kan du likevel? Svar «ja» her.
put-in-in-group = {$name}: du er sett opp på {$number}, {$window}. Passar det ikkje, svar «nei» her.
offer-in-group = {$name}: det blei ein plass ledig på {$number}, {$window}. Eg kan ikkje skrive til deg åleine, så svar «ja» her om du kan.
tell-yourself = Eg når ikkje {$names} i ein eigen chat, og veit ikkje om det blir lese i gruppa. Gje beskjed sjølv.
tell-volunteer-this = Eg når ikkje {$name}{$phone} om {$number}. Kan du seie dette vidare?
cannot-remind = Eg kan ikkje skrive til {$name}{$phone}, som har plass på {$number}: {$service}, {$window}. Då får eg ikkje minna om det. Kan du høyre?
history-not-reached = {$name} kunne ikkje nåast

answered-by = {$name} svara: {$answer}
call-how-it-went = Fekk de tak i mottakaren av {$number}?
news-passed-on = Takk! Det du fortel om {$number}, går vidare til vakta med det same.
call-failed-until = Takk for forsøket. Eg minner om {$number} igjen {$at}.
call-failed-known = Det er notert at ingen svara. Eg minner om {$number} igjen {$at}.

removed-here = Det du skreiv, er teke bort herifrå, for det høyrer ikkje heime i ein chat.
urgent-no-phone = Hastar: {$name} melder frå om {$number}: «{$words}». Eg har ikkje nummeret til {$name}. Svar på denne meldinga, så får {$name} svaret med ein gong.
urgent-call-no-phone = Hastar: {$name} melder frå om {$number}, og det høyrer ikkje heime i ein chat. Ta kontakt no. Eg har ikkje nummeret til {$name}.
urgent-unanswered = Ingen har svart på dette enno.
urgent-passed-on = Ingen har svart på det du melde om {$number}, så no har òg {$name}{$phone} fått beskjed. Hastar det, ring sjølv.
deviation-answer-kept-no-phone = Svaret ditt fortel kven som får hjelp, så eg sende det ikkje i chatten. {$name} har fått vite at du følgjer opp {$number}.

ill-others = Desse plassane har du framleis. Trykk om du ikkje kan då heller:
ill-take-back =
    {$tasks ->
        [one] Kan du likevel? Då tek du plassen att her.
       *[other] Kan du likevel? Då tek du plassane att her.
    }
take-back-number = Eg kjem på {$number}

holder-from = {$name} har plass på {$number} ({$window}), men kan ikkje kome før {$from}. Går det?
holder-until = {$name} har plass på {$number} ({$window}), men må gå {$until}. Går det?
holder-part-noted = Takk for at du seier frå! Koordinatoren får vite det. Du har plassen på {$number} så lenge du ikkje høyrer noko anna.
part-waits = Plassane på {$number} blei fylte av andre, så denne gongen slepp du. Blir det ledig, spør eg deg.
deviation-words = Meldinga var: «{$words}»
covered-stand-by = {$number} er dekt. Vil du stå som reserve?
