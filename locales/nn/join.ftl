hello-stranger =
    Hei! Eg er Tannhjul. Eg hjelper kommunen og frivillige med å finne kvarandre.
    For å bli med treng du ein kode frå laget ditt eller kommunen. Send koden slik: /start KODE
chat-open = Hei, {$name}! No kan eg skrive til deg her.
welcome = Velkomen, {$name}! No er du med i Tannhjul for {$municipality}.
welcome-volunteer = Når nokon treng hjelp, spør eg i gruppa. Svar «ja» når det passar. Det er heilt greitt å seie nei.
welcome-staff = Skriv kva de treng i éi melding, så spør eg laga: «Treng 2 stk til snømåking i Storgata 5 i morgon kl. 16–18».
welcome-coordinator = Har du vakt, får du beskjed her når ein plass står tom og nokon må avgjere kva som skal skje.
welcome-other = Her får du beskjed når det er noko du bør vite.
privacy =
    {$municipality} har ansvaret for det eg lagrar: namnet ditt og kva du svarar på oppdrag.
    Det blir berre brukt til å fordele oppdraga og gjere opp med laget.
    Skriv «mine data» for å sjå det, «slett meg» for å få det sletta.
joined-already = Du er allereie med.
code-unknown = Den koden kjenner eg ikkje. Sjå etter at heile koden kom med, eller be om ein ny.
code-too-many = Det var mange feil kodar på kort tid. Vent ti minutt og prøv igjen, eller be om ein ny.
code-used = Den koden er brukt. Be om ein ny om det ikkje var deg.
code-expired = Den koden er for gammal. Be om ein ny – ein kode varer i 14 dagar.
code-for-person = Den koden er til éin person. Send koden til meg privat, ikkje her.
code-for-group = Den koden er til ei gruppe. Legg meg til i gruppa, og send koden der.
code-for-somebody-else = Du er allereie med som {$name}. Den koden er til nokon andre, som framleis kan bruke han. Er det feil, sei frå til kommunen.
group-needs-code = Hei! For å spørje om hjelp her treng eg koden til gruppa. Send koden slik: /kople KODE
group-joined-else = Denne chatten er allereie kopla til som ei anna gruppe. Er det feil, sei frå til kommunen.
group-joined-already = Gruppa er allereie kopla til.
group-joined = {$title} er kopla til {$municipality}. Her kjem oppdraga. Svar «ja» på det som passar.
unit-group-joined = {$title} er kopla til {$municipality}. Skriv /behov og kva de treng, så spør eg laga.
group-lost = Eg er teken ut av gruppa {$title} og kan ikkje spørje der lenger.
group-back = Eg er tilbake i gruppa {$title} og kan spørje der att.
chat-stuck = Meldingane mine til {$title} har ikkje kome fram på eit kvarter. Eg prøver vidare, men hastar det, så ring.
menu-request = Meld eit behov
menu-my-tasks = Oppdraga mine
menu-withdraw = Meld forfall
menu-contact = Kven kan eg ringje?
menu-language = Byt språk
menu-help = Kva kan du?
bot-description = Eg hjelper kommunen og frivillige med å finne kvarandre. Eg spør i gruppa til laget når nokon treng ei hand, held orden på kven som kjem, og spør andre når noko kjem i vegen.
bot-short-description = Det vesle hjulet mellom kommunen og dei frivillige.
