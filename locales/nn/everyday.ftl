ask-me-in-private = Det svarar eg på privat, så ikkje heile gruppa ser det. Opne ein chat med meg og spør der.
unknown-number = {$number} finn eg ikkje blant dine. Skriv «mine oppdrag» eller «ledige oppdrag», så ser du nummera.
unknown-number-of-staff = {$number} finn eg ikkje blant dine. Skriv «mine behov», så ser du nummera.
not-understood-here = Det forstod eg ikkje. Skriv «hjelp», så ser du kva eg kan.
which-number = Kva oppdrag? Skriv nummeret òg, til dømes #17.
and-more = … og {$more} til.
stays-as-it-is = Greitt, alt blir som før.
stay-no = Nei
free-on = {$number}: {$service}, {$window}. Ledig: {$free} av {$places}
i-can-number = Eg kan {$number}
none-lack-people = Ingen oppdrag du kan ta, manglar folk no.
club-asked-later = {$number} ({$service}, {$window}) manglar folk, men laget ditt blir ikkje spurt før {$at}. Er plassen ledig då, kjem spørsmålet både til deg og i gruppa.
who-comes-to-which = Kven kjem? Vel oppdraget:
nobody-yet = Ingen har plass enno.
away-when = Kva dagar er du borte? Skriv til dømes «borte 12.–19. desember» eller «borte i morgon».
away-one-day = Då står du som borte {$day}. Skriv «tilbake» om det blir annleis.
away-days = Då står du som borte frå {$from} til og med {$until}. Skriv «tilbake» om det blir annleis.
away-from-duty = Har du vakt då, går ho til stadfortredaren.
you-hold-then = Desse står du på då:
away-gives-back =
    {$tasks ->
        [one] Skal eg melde forfall for deg? Høyrer eg ikkje noko, gjer eg det {$at}, og spør andre.
       *[other] Skal eg melde forfall for deg på alle? Høyrer eg ikkje noko, gjer eg det {$at}, og spør andre.
    }
away-withdrawn = Takk for beskjed. Du er teken av {$numbers}, og eg spør andre.
away-keeps = Så fint! Då reknar vi med deg på {$numbers} likevel.
away-settled = Det er allereie gjort. Skriv «mine oppdrag», så ser du kva du står på.
away-gave-back = Du er borte då, så eg har meldt forfall for deg og spør andre:
away-gave-back-how = Kan du likevel, skriv «ja {$number}».
you-still-hold = Du har framleis desse, og held på dei til du sjølv seier frå. Skal eg finne ein annan?
not-reserve-number = Ikkje reserve på {$number}
welcome-back = Så fint at du er tilbake! No spør eg deg som før.
not-away = Du stod ikkje som borte, så alt er som før.
nothing-to-leave = Du er ikkje med i noko lag her. Vil du bli sletta heilt, skriv «slett meg». Er du tilsett i kommunen, er det kommunen som endrar rolla di.
leave-which = Kva lag vil du slutte i?
organisation-label = {$name}
leave-surely = Vil du slutte i {$name}? Då spør eg deg ikkje meir for dei.
leave-gives-back = Desse gir du frå deg, og eg tek til å leite etter andre med ein gong:
you-left-group = Du har gått ut av gruppa {$title}.
left-group-unasked = {$name} har gått ut av gruppa {$title} og har plass på {$number}. Eg kan ikkje skrive dit, så spør gjerne om det framleis gjeld.
leave-yes = Ja, eg sluttar
left = Du er ikkje lenger med i {$name}. Takk for alt du har gjort!
somebody-left = {$name} har slutta i {$organisation}.
day-not-for-you = Dagslista er for koordinatoren og einingane som melder behov. Skriv «mine oppdrag», så ser du dine.
day-empty = Dagsliste, {$day}: ingen oppdrag.
day-head =
    {$missing ->
        [0] Dagsliste, {$day}: {$tasks} oppdrag, alle dekte.
       *[other] Dagsliste, {$day}: {$tasks} oppdrag, {$covered} dekte, {$missing} manglar folk.
    }
day-nobody =
    {$places ->
        [one] {$number} {$at}, {$service}: manglar éin.
       *[other] {$number} {$at}, {$service}: manglar alle {$places}.
    }
day-lacks = {$number} {$at}, {$service}: manglar {$missing} av {$places}. Kjem: {$names}
day-covered = {$number} {$at}, {$service}: {$names}
of-task = {$number}: {$what}
propose-wait = Forslag til {$number}: vent på svar frå {$name} til {$until}.
propose-wait-for-groups = Forslag til {$number}: alle blei spurde {$asked}. Vent på svar til {$until}.
propose-ask = Forslag til {$number}: spør {$name} no.
propose-put-in = Forslag til {$number}: alle er spurde. Ring nokon, og set dei inn.
propose-ring = Forslag til {$number}: ring {$name}{$phone}, som ikkje har stadfesta.
ask-about = Spør {$name} om {$number}
put-in-on = Set inn nokon på {$number}
day-taken-over = {$number} {$at}, {$service}: kommunen tek det
lacking-tomorrow = I morgon manglar det folk på {$numbers}.
requester-gone = Den som melde {$number}, er sletta herifrå. Svaret om oppdraget kjem til den som har vakt.
menu-open-tasks = Oppdrag som manglar folk
menu-who-comes = Kven kjem?
menu-away = Eg er borte nokre dagar
menu-leave = Slutte i laget
menu-my-data = Sjå alt du har om meg
menu-erase-me = Slett meg
club-task = {$number}: {$service}, {$window}. {$taken} av {$places} kjem: {$names}
club-has-no-tasks = Laget har ingen oppdrag no.
take-out-surely = Har {$name} slutta i {$organisation}? Då blir ikkje {$name} spurd for dykk meir.
take-out-gives-back = Desse blir ledige, og eg tek til å leite etter andre med ein gong:
take-out-whom = Kven har slutta?
take-out-yes = Ja, {$name} har slutta
nobody-in-club = Eg finn ingen som heiter {$name} i laget.
taken-out = {$by} har meldt at du har slutta i {$organisation}, så du blir ikkje spurd for dei lenger. Takk for alt du har gjort! Stemmer det ikkje, så snakk med {$by}.
