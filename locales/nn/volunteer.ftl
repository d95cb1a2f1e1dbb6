placed =
    {$people ->
        [one] Takk! Du har plass på {$number}: {$service}, {$window}.
       *[other] Takk! De har {$people} plassar på {$number}: {$service}, {$window}.
    }
already-placed =
    {$people ->
        [one] Du har allereie plass på {$number}, {$window}.
       *[other] De har allereie {$people} plassar på {$number}, {$window}.
    }
each-answers = På dette oppdraget svarar kvar og ein for seg. Be den andre svare på meldinga i gruppa òg.
fewer-places =
    {$people ->
        [one] Greitt, då har du éin plass på {$number}. Eg spør andre om resten.
       *[other] Greitt, då har de {$people} plassar på {$number}. Eg spør andre om resten.
    }
address-on-page = Adresse og info finn du her:
address-by-phone = Adressa får du av {$name}, tlf. {$phone}.
open-task = Opne oppdraget
withdraw = Meld forfall
placed-open-chat = Takk, {$name}! Du har plass på {$number}. Opne ein chat med meg, så får du adressa.
only-some-left =
    {$free ->
        [one] Det er éin plass att på {$number}.
       *[other] Det er {$free} plassar att på {$number}.
    }
only-some-left-to =
    {$free ->
        [one] Det er éin plass att på {$number}, {$name}.
       *[other] Det er {$free} plassar att på {$number}, {$name}.
    }
take-them =
    {$free ->
        [one] Eg tek plassen
       *[other] Vi tek {$free}
    }
all-as-reserve =
    {$wanted ->
        [2] Begge som reserve
       *[other] Alle som reserve
    }
no-room-for-more =
    {$people ->
        [one] Du har plassen din på {$number}, men det er ikkje rom for fleire no. Be den eller dei andre svare «ja» i gruppa, så spør eg dei om det blir ledig.
       *[other] De har {$people} plassar på {$number}, men det er ikkje rom for fleire no. Be den eller dei andre svare «ja» i gruppa, så spør eg dei om det blir ledig.
    }
queued =
    Takk! Alle plassane på {$number} er tekne: {$service}, {$window}.
    {$people ->
        [one] Du er reserve nr. {$position}. Blir det ledig, spør eg når det er din tur.
       [2] De to er reserve nr. {$position}. Blir det ledig, spør eg når det er dykkar tur.
       *[other] De {$people} er reserve nr. {$position}. Blir det ledig, spør eg når det er dykkar tur.
    }
queued-for-part =
    Takk! Alle plassane på {$number} er tekne: {$service}.
    Du er reserve nr. {$position} for {$window}. Blir det ledig, spør eg koordinatoren om det passar.
part-turn = Det blei ein plass ledig på {$number}. Eg spør koordinatoren om tida di passar, og du får svar her.
over-before = {$number} er {$window}, så {$from} blir for seint. Kan du kome tidlegare?
also-holds = Hugs at du òg har {$number}, {$window}.
whole-after-all = Koordinatoren har ikkje svart enno på tilbodet ditt om {$number}. Kan du vere med heile tida, {$window}?
whole-time = Ja, heile tida
condition-gone = Du har sagt ja til {$number} med eit atterhald. Er det i orden, så du kjem {$window}?
offer-undecided = Koordinatoren har ikkje svart enno på tilbodet ditt om {$number}. Du høyrer frå meg her. Plassen er ikkje din før koordinatoren har sagt ja.
queued-together =
    Takk! De står som reserve nr. {$position} på {$number}: {$service}, {$window}.
    {$people ->
        [2] Eg spør når det er plass til dykk begge.
       *[other] Eg spør når det er plass til alle {$people}.
    }
queued-behind =
    Takk! Du står som reserve nr. {$position} på {$number}: {$service}, {$window}.
    Eg spør ein annan reserve no. Blir det ledig, spør eg når det er din tur.
queued-next =
    Takk! Eg spør ein reserve først om {$number}: {$service}, {$window}.
    Seier dei nei, eller svarar dei ikkje, er plassen din, og du får beskjed.
not-reserve = Ikkje reserve likevel
decline-noted = Takk for at du sa frå om {$number}.
keeps-turn = Greitt. De held på plassen i køen for {$number}.
withdrawn-now = Takk for beskjed. Du er teken av {$number}. Kommunen får vite det med ein gong.
withdrawn = Takk for beskjed. Du er teken av {$number}, {$window}. Eg spør andre.
withdrawn-ill = God betring, {$name}! Du er teken av {$number}, {$window}. Eg spør andre.
partial-noted = Takk! Eg spør koordinatoren om det passar på {$number}. Du får svar her.
not-approved = Så fint at du vil! {$service} er berre for dei kommunen har godkjent. Ring {$who}, tlf. {$phone}, så ordnar de det saman.
too-many = Det var mange! Eg kan ta imot opptil {$most} i eitt svar. Kor mange kjem?
task-cancelled = {$number} er avlyst.
task-taken-over = Kommunen tek {$number} sjølv. Takk likevel!
task-over = {$number} er over. Takk likevel!
maybe-noted = Fint. Sei frå når du veit om du kan ta {$number}. Imens er plassen open for alle.
not-understood = Eg er usikker på kva du meinte. Kan du ta {$number}?
misread = Feil forstått
misread-meant = Takk for at du seier frå. Kva meinte du?
misread-field = Takk for at du seier frå. Kva blei feil?
misread-reply =
    Seier du ja, blir dette lagra for dei som lagar Tannhjul, og ikkje noko anna:
    Du skreiv: «{$text}»
    Eg forstod: {$read}
    Du meinte: {$meant}
    Namn, stader og lange tal er tekne ut. Kan det bli lagra?
misread-request =
    Seier du ja, blir dette lagra for dei som lagar Tannhjul, og ikkje noko anna:
    Du skreiv: «{$text}»
    Dette blei feil: {$meant}
    Namn, stader, merknader og lange tal er tekne ut. Kan det bli lagra?
misread-keep = Ja, lagre
misread-drop = Nei, ikkje lagre
misread-kept = Takk! Det er lagra. Det blir sletta om du ber om å bli sletta.
misread-dropped = Greitt. Ingenting er lagra.
misread-needs-chat = Opne ein chat med meg først, så viser eg deg kva som ville blitt lagra.
meant-yes = Ja
meant-no = Nei
meant-maybe = Kanskje
meant-part = Ja, men berre delvis
meant-question = Eit spørsmål
meant-late = Blir forseinka
meant-done = Ferdig
meant-other = Noko anna
wrong-service = Tenesta
wrong-people = Talet på folk
wrong-time = Tida
wrong-place = Staden
which-task = Kva oppdrag gjeld det?
each-of-them =
    {$tasks ->
        [2] Begge
       *[other] Alle
    }
is-it-this-task = Gjeld det dette?
task-label = {$number} {$service}, {$window}
thumb-taken-back = Du tok tilbake tommelen på {$number}. Kjem du framleis?
still-coming = Ja, eg kjem
cannot-come = Nei, kan ikkje
offer-place =
    {$people ->
        [one] Det blei ein plass ledig på {$number}: {$service}, {$window}. Kan du ta plassen? Svar innan {$until}.
       *[other] Det blei {$people} plassar ledige på {$number}: {$service}, {$window}. Kan de ta dei? Svar innan {$until}.
    }
offer-some =
    {$people ->
        [one] Det blei éin plass ledig på {$number}: {$service}, {$window}. Vil éin av dykk ta plassen? Svar innan {$until}. Seier de nei, held de på plassen i køen.
       *[other] Det blei {$people} plassar ledige på {$number}: {$service}, {$window}. Vil {$people} av dykk ta dei? Svar innan {$until}. Seier de nei, held de på plassen i køen.
    }
offer-expired = Tida gjekk ut for {$number}, så no spør eg andre. Det gjer ingenting.
offer-gone = Det trengst ikkje fleire på {$number} no. Takk for at du stod klar!
press-placed = Takk! Du har plass på {$number}.
press-already = Du har allereie plass på {$number}.
press-queued = Takk! Du er reserve nr. {$position} på {$number}.
press-withdrawn = Du er teken av {$number}. Takk for beskjed!
press-not-approved = Dette oppdraget er berre for dei kommunen har godkjent.
address-for-those-who-come = Adressa får dei som har plass.
ask-contact = Spør gjerne {$name}, tlf. {$phone}.
my-place = {$number}: {$service}, {$window}
my-reserve = {$number}: {$service}, {$window} (reserve)
open-number = Opne {$number}
withdraw-number = Meld forfall {$number}
no-tasks = Du har ingen oppdrag som ventar.
you-were-put-in = {$by} har sett deg opp på {$number}: {$service}, {$window}. Passar det ikkje, meld forfall – då er du av med ein gong.
info-changed = Noko er endra i infoen om {$number}. Opne oppdraget på nytt før du dreg.
cancelled-for-you = {$number}, {$window}, er avlyst. Du treng ikkje kome. Takk for at du stilte opp!
part-refused = Takk for tilbodet på {$number}! Det passa dessverre ikkje denne gongen.
part-not-needed = Takk for tilbodet på {$number}! Plassane blei fylte av andre denne gongen.
standby-asked = Vi manglar folk på {$number}: {$service}, {$window}. Kan du?
my-request = Du har meldt {$number}: {$service}, {$window}. Kjem: {$taken} av {$places}
who-on-duty = {$name}, som har vakt
who-contact = {$name}, som er kontakt i kommunen
who-town = {$name}
