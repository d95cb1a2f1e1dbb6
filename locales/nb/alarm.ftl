# Det som haster mens et oppdrag er i gang, og at det er over.

urgent-silent = {$names} har fått beskjed, men ingen har svart ennå.
urgent-nobody = Ingen har svart på det du meldte om {$number}. Står det om liv eller helse, ring 113. Ellers: ring {$name}, tlf. {$phone}. Jeg fortsetter å minne dem som har fått beskjed, på det.
urgent-open = Ubesvart: {$name} meldte fra om {$number} {$at}, og det haster.
i-follow-up-on = Jeg følger opp {$number}
follow-up-ask = Følger du opp {$number}?
alarm-over = {$name} melder om {$number}: «{$words}». Da er alarmen over.
alarm-over-unquoted = {$name} melder at det går bra på {$number} nå. Da er alarmen over.
help-is-there = {$name} melder om {$number}: «{$words}». Jeg varsler ikke flere nå, men noen bør følge opp.
help-is-there-unquoted = {$name} melder at det er kommet hjelp på {$number}. Jeg varsler ikke flere nå, men noen bør følge opp.
alarm-over-noted = Så godt å høre! De som fikk beskjed om {$number}, vet det nå.
help-is-there-noted = Godt at hjelpen er der! De som fikk beskjed om {$number}, vet det nå, og er bedt om å følge opp.
by-the-way-over = {$name} skriver at det går bra nå. Da er alarmen over.
by-the-way-help = {$name} skriver at det er kommet hjelp nå.
by-the-way-noted = Så godt å høre! De som fikk beskjed, vet det nå.

deviation-now = {$name} melder fra om {$number}: «{$words}». Svar på denne meldingen, så får {$name} svaret med en gang.
deviation-now-call = {$name} har noe å melde om {$number} som ikke hører hjemme i en chat. Ring nå, tlf. {$phone}.
deviation-now-no-phone = {$name} har noe å melde om {$number} som ikke hører hjemme i en chat. Jeg har ikke nummeret. Ta kontakt nå.
deviation-to-tell-now = Takk! Kommunen får vite nå at du har noe å fortelle om {$number}. Haster det, ring {$name}, tlf. {$phone}.
staff-reported = Jeg har varslet {$name}, tlf. {$phone}. Står det om liv eller helse på {$number}, ring 113. De frivillige har ikke fått det du skrev. Skal de vite noe, så ring, eller skriv det kort uten navn og helse: «ring 113 og bli der».
deviation-answer-not-health = Vil du si det her, så skriv det uten navn og helse: «ring 113 og bli der».

progress-noted = Så bra at det går framover på {$number}! Skriv «ferdig» når alt er gjort.
part-done-ask = Fint! Er alt gjort på {$number}, eller holder dere på fortsatt?
everything-done = Alt er gjort
still-at-it = Holder på
after-all = Takk for at du sier fra! Vakten hadde meldt at du ikke kom til {$number}.
