placed =
    {$people ->
        [one] Takk! Du har plass på {$number}: {$service}, {$window}.
       *[other] Takk! Dere har {$people} plasser på {$number}: {$service}, {$window}.
    }
already-placed =
    {$people ->
        [one] Du har allerede plass på {$number}, {$window}.
       *[other] Dere har allerede {$people} plasser på {$number}, {$window}.
    }
each-answers = På dette oppdraget svarer hver og en for seg. Be den andre svare på meldingen i gruppa også.
fewer-places =
    {$people ->
        [one] Greit, da har du én plass på {$number}. Jeg spør andre om resten.
       *[other] Greit, da har dere {$people} plasser på {$number}. Jeg spør andre om resten.
    }
address-on-page = Adresse og info finner du her:
address-by-phone = Adressen får du av {$name}, tlf. {$phone}.
open-task = Åpne oppdraget
withdraw = Meld forfall
placed-open-chat = Takk, {$name}! Du har plass på {$number}. Åpne en chat med meg, så får du adressen.
only-some-left =
    {$free ->
        [one] Det er én plass igjen på {$number}.
       *[other] Det er {$free} plasser igjen på {$number}.
    }
only-some-left-to =
    {$free ->
        [one] Det er én plass igjen på {$number}, {$name}.
       *[other] Det er {$free} plasser igjen på {$number}, {$name}.
    }
take-them =
    {$free ->
        [one] Jeg tar den
       *[other] Vi tar {$free}
    }
all-as-reserve =
    {$wanted ->
        [2] Begge som reserve
       *[other] Alle som reserve
    }
no-room-for-more =
    {$people ->
        [one] Du har plassen din på {$number}, men det er ikke plass til flere nå. Be den eller de andre svare «ja» i gruppa, så spør jeg dem hvis det blir ledig.
       *[other] Dere har {$people} plasser på {$number}, men det er ikke plass til flere nå. Be den eller de andre svare «ja» i gruppa, så spør jeg dem hvis det blir ledig.
    }
queued =
    Takk! Alle plassene på {$number} er tatt: {$service}, {$window}.
    {$people ->
        [one] Du er reserve nr. {$position}. Blir det ledig, spør jeg når det er din tur.
       [2] Dere to er reserve nr. {$position}. Blir det ledig, spør jeg når det er deres tur.
       *[other] Dere {$people} er reserve nr. {$position}. Blir det ledig, spør jeg når det er deres tur.
    }
queued-for-part =
    Takk! Alle plassene på {$number} er tatt: {$service}.
    Du er reserve nr. {$position} for {$window}. Blir det ledig, spør jeg koordinatoren om det passer.
part-turn = Det ble en plass ledig på {$number}. Jeg spør koordinatoren om tiden din passer, og du får svar her.
over-before = {$number} er {$window}, så {$from} blir for sent. Kan du komme tidligere?
also-holds = Husk at du også har {$number}, {$window}.
whole-after-all = Koordinatoren har ikke svart ennå på tilbudet ditt om {$number}. Kan du være med hele tiden, {$window}?
whole-time = Ja, hele tiden
condition-gone = Du har sagt ja til {$number} med et forbehold. Er det i orden, så du kommer {$window}?
offer-undecided = Koordinatoren har ikke svart ennå på tilbudet ditt om {$number}. Du hører fra meg her. Plassen er ikke din før koordinatoren har sagt ja.
queued-together =
    Takk! Dere står som reserve nr. {$position} på {$number}: {$service}, {$window}.
    {$people ->
        [2] Jeg spør når det er plass til dere begge.
       *[other] Jeg spør når det er plass til alle {$people}.
    }
queued-behind =
    Takk! Du står som reserve nr. {$position} på {$number}: {$service}, {$window}.
    Jeg spør en annen reserve nå. Blir det ledig, spør jeg når det er din tur.
queued-next =
    Takk! Jeg spør en reserve først om {$number}: {$service}, {$window}.
    Sier de nei, eller svarer de ikke, er plassen din, og du får beskjed.
not-reserve = Ikke reserve likevel
decline-noted = Takk for at du sa fra om {$number}.
keeps-turn = Greit. Dere beholder plassen i køen på {$number}.
withdrawn-now = Takk for beskjed. Du er tatt av {$number}. Kommunen får vite det med én gang.
withdrawn = Takk for beskjed. Du er tatt av {$number}, {$window}. Jeg spør andre.
withdrawn-ill = God bedring, {$name}! Du er tatt av {$number}, {$window}. Jeg spør andre.
partial-noted = Takk! Jeg spør koordinatoren om det passer på {$number}. Du får svar her.
not-approved = Så fint at du vil! {$service} er bare for dem kommunen har godkjent. Ring {$who}, tlf. {$phone}, så ordner dere det sammen.
too-many = Det var mange! Jeg kan ta imot opptil {$most} i ett svar. Hvor mange kommer?
task-cancelled = {$number} er avlyst.
task-taken-over = Kommunen tar {$number} selv. Takk likevel!
task-over = {$number} er over. Takk likevel!
maybe-noted = Fint. Si fra når du vet om du kan ta {$number}. Imens er plassen åpen for alle.
not-understood = Jeg er usikker på hva du mente. Kan du ta {$number}?
misread = Feil forstått
misread-meant = Takk for at du sier fra. Hva mente du?
misread-field = Takk for at du sier fra. Hva ble feil?
misread-reply =
    Sier du ja, lagres dette for dem som lager Tannhjul, og ikke noe annet:
    Du skrev: «{$text}»
    Jeg forsto: {$read}
    Du mente: {$meant}
    Navn, steder og lange tall er tatt ut. Får det bli lagret?
misread-request =
    Sier du ja, lagres dette for dem som lager Tannhjul, og ikke noe annet:
    Du skrev: «{$text}»
    Dette ble feil: {$meant}
    Navn, steder, merknader og lange tall er tatt ut. Får det bli lagret?
misread-keep = Ja, lagre
misread-drop = Nei, ikke lagre
misread-kept = Takk! Det er lagret. Det slettes hvis du ber om å bli slettet.
misread-dropped = Greit. Ingenting er lagret.
misread-needs-chat = Åpne en chat med meg først, så viser jeg deg hva som ville blitt lagret.
meant-yes = Ja
meant-no = Nei
meant-maybe = Kanskje
meant-part = Ja, men bare delvis
meant-question = Et spørsmål
meant-late = Blir forsinket
meant-done = Ferdig
meant-other = Noe annet
wrong-service = Tjenesten
wrong-people = Antallet
wrong-time = Tiden
wrong-place = Stedet
which-task = Hvilket oppdrag gjelder det?
each-of-them =
    {$tasks ->
        [2] Begge
       *[other] Alle
    }
is-it-this-task = Gjelder det dette?
task-label = {$number} {$service}, {$window}
thumb-taken-back = Du tok tilbake tommelen på {$number}. Kommer du fortsatt?
still-coming = Ja, jeg kommer
cannot-come = Nei, kan ikke
offer-place =
    {$people ->
        [one] Det ble en plass ledig på {$number}: {$service}, {$window}. Kan du ta den? Svar innen {$until}.
       *[other] Det ble {$people} plasser ledige på {$number}: {$service}, {$window}. Kan dere ta dem? Svar innen {$until}.
    }
offer-some =
    {$people ->
        [one] Det ble én plass ledig på {$number}: {$service}, {$window}. Vil én av dere ta den? Svar innen {$until}. Sier dere nei, beholder dere plassen i køen.
       *[other] Det ble {$people} plasser ledige på {$number}: {$service}, {$window}. Vil {$people} av dere ta dem? Svar innen {$until}. Sier dere nei, beholder dere plassen i køen.
    }
offer-expired = Tiden gikk ut for {$number}, så nå spør jeg andre. Det gjør ingenting.
offer-gone = Det trengs ikke flere på {$number} nå. Takk for at du sto klar!
press-placed = Takk! Du har plass på {$number}.
press-already = Du har allerede plass på {$number}.
press-queued = Takk! Du er reserve nr. {$position} på {$number}.
press-withdrawn = Du er tatt av {$number}. Takk for beskjed!
press-not-approved = Dette oppdraget er bare for dem kommunen har godkjent.
address-for-those-who-come = Adressen får de som har plass.
ask-contact = Spør gjerne {$name}, tlf. {$phone}.
my-place = {$number}: {$service}, {$window}
my-reserve = {$number}: {$service}, {$window} (reserve)
open-number = Åpne {$number}
withdraw-number = Meld forfall {$number}
no-tasks = Du har ingen oppdrag som venter.
you-were-put-in = {$by} har satt deg opp på {$number}: {$service}, {$window}. Passer det ikke, meld forfall – da er du av med en gang.
info-changed = Noe er endret i infoen om {$number}. Åpne oppdraget på nytt før du drar.
cancelled-for-you = {$number}, {$window}, er avlyst. Du trenger ikke å komme. Takk for at du stilte opp!
part-refused = Takk for tilbudet på {$number}! Det passet dessverre ikke denne gangen.
part-not-needed = Takk for tilbudet på {$number}! Plassene ble fylt av andre denne gangen.
standby-asked = Vi mangler folk på {$number}: {$service}, {$window}. Kan du?
my-request = Du har meldt {$number}: {$service}, {$window}. Kommer: {$taken} av {$places}
who-on-duty = {$name}, som har vakt
who-contact = {$name}, som er kontakt i kommunen
who-town = {$name}
