ask-me-in-private = Det svarer jeg på privat, så ikke hele gruppa ser det. Åpne en chat med meg og spør der.
unknown-number = {$number} finner jeg ikke blant dine. Skriv «mine oppdrag» eller «ledige oppdrag», så ser du numrene.
unknown-number-of-staff = {$number} finner jeg ikke blant dine. Skriv «mine behov», så ser du numrene.
not-understood-here = Det forsto jeg ikke. Skriv «hjelp», så ser du hva jeg kan.
which-number = Hvilket oppdrag? Skriv nummeret også, for eksempel #17.
and-more = … og {$more} til.
stays-as-it-is = Greit, alt blir som før.
stay-no = Nei
free-on = {$number}: {$service}, {$window}. Ledig: {$free} av {$places}
i-can-number = Jeg kan {$number}
none-lack-people = Ingen oppdrag du kan ta, mangler folk nå.
club-asked-later = {$number} ({$service}, {$window}) mangler folk, men laget ditt blir ikke spurt før {$at}. Er plassen ledig da, kommer spørsmålet både til deg og i gruppa.
who-comes-to-which = Hvem kommer? Velg oppdraget:
nobody-yet = Ingen har plass ennå.
away-when = Hvilke dager er du borte? Skriv for eksempel «borte 12.–19. desember» eller «borte i morgen».
away-one-day = Da står du som borte {$day}. Skriv «tilbake» hvis det blir annerledes.
away-days = Da står du som borte fra {$from} til og med {$until}. Skriv «tilbake» hvis det blir annerledes.
away-from-duty = Har du vakt da, går den til stedfortrederen.
you-hold-then = Disse står du på da:
away-gives-back =
    {$tasks ->
        [one] Skal jeg melde forfall for deg? Hører jeg ikke noe, gjør jeg det {$at}, og spør andre.
       *[other] Skal jeg melde forfall for deg på alle? Hører jeg ikke noe, gjør jeg det {$at}, og spør andre.
    }
away-withdrawn = Takk for beskjed. Du er tatt av {$numbers}, og jeg spør andre.
away-keeps = Så fint! Da regner vi med deg på {$numbers} likevel.
away-settled = Det er allerede gjort. Skriv «mine oppdrag», så ser du hva du står på.
away-gave-back = Du er borte da, så jeg har meldt forfall for deg og spør andre:
away-gave-back-how = Kan du likevel, skriv «ja {$number}».
you-still-hold = Du har fortsatt disse, og beholder dem til du selv sier fra. Skal jeg finne en annen?
not-reserve-number = Ikke reserve på {$number}
welcome-back = Så fint at du er tilbake! Nå spør jeg deg som før.
not-away = Du sto ikke som borte, så alt er som før.
nothing-to-leave = Du er ikke med i noe lag her. Vil du slettes helt, skriv «slett meg». Er du ansatt i kommunen, er det kommunen som endrer rollen din.
leave-which = Hvilket lag vil du slutte i?
organisation-label = {$name}
leave-surely = Vil du slutte i {$name}? Da spør jeg deg ikke mer for dem.
leave-gives-back = Disse gir du fra deg, og jeg begynner å lete etter andre med én gang:
you-left-group = Du har gått ut av gruppa {$title}.
left-group-unasked = {$name} har gått ut av gruppa {$title} og har plass på {$number}. Jeg kan ikke skrive dit, så spør gjerne om det fortsatt gjelder.
leave-yes = Ja, jeg slutter
left = Du er ikke lenger med i {$name}. Takk for alt du har gjort!
somebody-left = {$name} har sluttet i {$organisation}.
day-not-for-you = Dagslista er for koordinatoren og enhetene som melder behov. Skriv «mine oppdrag», så ser du dine.
day-empty = Dagsliste, {$day}: ingen oppdrag.
day-head =
    {$missing ->
        [0] Dagsliste, {$day}: {$tasks} oppdrag, alle dekket.
       *[other] Dagsliste, {$day}: {$tasks} oppdrag, {$covered} dekket, {$missing} mangler folk.
    }
day-nobody =
    {$places ->
        [one] {$number} {$at}, {$service}: mangler én.
       *[other] {$number} {$at}, {$service}: mangler alle {$places}.
    }
day-lacks = {$number} {$at}, {$service}: mangler {$missing} av {$places}. Kommer: {$names}
day-covered = {$number} {$at}, {$service}: {$names}
of-task = {$number}: {$what}
propose-wait = Forslag til {$number}: vent på svar fra {$name} til {$until}.
propose-wait-for-groups = Forslag til {$number}: alle ble spurt {$asked}. Vent på svar til {$until}.
propose-ask = Forslag til {$number}: spør {$name} nå.
propose-put-in = Forslag til {$number}: alle er spurt. Ring noen, og sett dem inn.
propose-ring = Forslag til {$number}: ring {$name}{$phone}, som ikke har bekreftet.
ask-about = Spør {$name} om {$number}
put-in-on = Sett inn noen på {$number}
day-taken-over = {$number} {$at}, {$service}: kommunen tar den
lacking-tomorrow = I morgen mangler det folk på {$numbers}.
requester-gone = Den som meldte {$number}, er slettet herfra. Svaret om oppdraget kommer til den som har vakt.
menu-open-tasks = Oppdrag som mangler folk
menu-who-comes = Hvem kommer?
menu-away = Jeg er borte noen dager
menu-leave = Slutte i laget
menu-my-data = Se alt du har om meg
menu-erase-me = Slett meg
club-task = {$number}: {$service}, {$window}. {$taken} av {$places} kommer: {$names}
club-has-no-tasks = Laget har ingen oppdrag nå.
take-out-surely = Har {$name} sluttet i {$organisation}? Da blir {$name} ikke spurt for dere mer.
take-out-gives-back = Disse blir ledige, og jeg begynner å lete etter andre med én gang:
take-out-whom = Hvem har sluttet?
take-out-yes = Ja, {$name} har sluttet
nobody-in-club = Jeg finner ingen som heter {$name} i laget.
taken-out = {$by} har meldt at du har sluttet i {$organisation}, så du blir ikke spurt for dem lenger. Takk for alt du har gjort! Stemmer det ikke, så snakk med {$by}.
