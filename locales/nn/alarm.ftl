# Det som hastar medan eit oppdrag er i gang, og at det er over.

urgent-silent = {$names} har fått beskjed, men ingen har svart enno.
urgent-nobody = Ingen har svart på det du melde om {$number}. Står det om liv eller helse, ring 113. Elles: ring {$name}, tlf. {$phone}. Eg held fram med å minne dei som har fått beskjed, på det.
urgent-open = Utan svar: {$name} melde frå om {$number} {$at}, og det hastar.
i-follow-up-on = Eg følgjer opp {$number}
follow-up-ask = Følgjer du opp {$number}?
alarm-over = {$name} melder om {$number}: «{$words}». Då er alarmen over.
alarm-over-unquoted = {$name} melder at det går bra på {$number} no. Då er alarmen over.
help-is-there = {$name} melder om {$number}: «{$words}». Eg varslar ikkje fleire no, men nokon bør følgje opp.
help-is-there-unquoted = {$name} melder at det har kome hjelp på {$number}. Eg varslar ikkje fleire no, men nokon bør følgje opp.
alarm-over-noted = Så godt å høyre! Dei som fekk beskjed om {$number}, veit det no.
help-is-there-noted = Godt at hjelpa er der! Dei som fekk beskjed om {$number}, veit det no, og er bedne om å følgje opp.
by-the-way-over = {$name} skriv at det går bra no. Då er alarmen over.
by-the-way-help = {$name} skriv at det har kome hjelp no.
by-the-way-noted = Så godt å høyre! Dei som fekk beskjed, veit det no.

deviation-now = {$name} melder frå om {$number}: «{$words}». Svar på denne meldinga, så får {$name} svaret med ein gong.
deviation-now-call = {$name} har noko å melde om {$number} som ikkje høyrer heime i ein chat. Ring no, tlf. {$phone}.
deviation-now-no-phone = {$name} har noko å melde om {$number} som ikkje høyrer heime i ein chat. Eg har ikkje nummeret. Ta kontakt no.
deviation-to-tell-now = Takk! Kommunen får vite no at du har noko å fortelje om {$number}. Hastar det, ring {$name}, tlf. {$phone}.
staff-reported = Eg har varsla {$name}, tlf. {$phone}. Står det om liv eller helse på {$number}, ring 113. Dei frivillige har ikkje fått det du skreiv. Skal dei vite noko, så ring, eller skriv det kort utan namn og helse: «ring 113 og ver der».
deviation-answer-not-health = Vil du seie det her, så skriv det utan namn og helse: «ring 113 og ver der».

progress-noted = Så bra at det går framover på {$number}! Skriv «ferdig» når alt er gjort.
part-done-ask = Fint! Er alt gjort på {$number}, eller held de på framleis?
everything-done = Alt er gjort
still-at-it = Held på
after-all = Takk for at du seier frå! Vakta hadde meldt at du ikkje kom til {$number}.
