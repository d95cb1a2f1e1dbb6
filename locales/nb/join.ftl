hello-stranger =
    Hei! Jeg er Tannhjul. Jeg hjelper kommunen og frivillige med å finne hverandre.
    For å bli med trenger du en kode fra laget ditt eller kommunen. Send den slik: /start KODE
chat-open = Hei, {$name}! Nå kan jeg skrive til deg her.
welcome = Velkommen, {$name}! Nå er du med i Tannhjul for {$municipality}.
welcome-volunteer = Når noen trenger hjelp, spør jeg i gruppa. Svar «ja» når det passer. Det er helt greit å si nei.
welcome-staff = Skriv hva dere trenger i én melding, så spør jeg lagene: «Trenger 2 stk til snømåking i Storgata 5 i morgen kl. 16–18».
welcome-coordinator = Har du vakt, får du beskjed her når en plass står tom og noen må avgjøre hva som skal skje.
welcome-other = Her får du beskjed når det er noe du bør vite.
privacy =
    {$municipality} har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
    Det brukes bare til å fordele oppdragene og gjøre opp med laget.
    Skriv «mine data» for å se det, «slett meg» for å få det slettet.
joined-already = Du er allerede med.
code-unknown = Den koden kjenner jeg ikke. Se etter at hele koden kom med, eller be om en ny.
code-too-many = Det var mange feil koder på kort tid. Vent ti minutter og prøv igjen, eller be om en ny.
code-used = Den koden er brukt. Be om en ny hvis det ikke var deg.
code-expired = Den koden er for gammel. Be om en ny – en kode varer i 14 dager.
code-for-person = Den koden er til én person. Send den til meg privat, ikke her.
code-for-group = Den koden er til en gruppe. Legg meg til i gruppa, og send den der.
code-for-somebody-else = Du er allerede med som {$name}. Den koden er til noen andre, som fortsatt kan bruke den. Er det feil, si fra til kommunen.
group-needs-code = Hei! For å spørre om hjelp her trenger jeg koden til gruppa. Send den slik: /koble KODE
group-joined-else = Denne chatten er allerede koblet til som en annen gruppe. Er det feil, si fra til kommunen.
group-joined-already = Gruppa er allerede koblet til.
group-joined = {$title} er koblet til {$municipality}. Her kommer oppdragene. Svar «ja» på det som passer.
unit-group-joined = {$title} er koblet til {$municipality}. Skriv /behov og hva dere trenger, så spør jeg lagene.
group-lost = Jeg er tatt ut av gruppa {$title} og kan ikke spørre der lenger.
group-back = Jeg er tilbake i gruppa {$title} og kan spørre der igjen.
chat-stuck = Meldingene mine til {$title} har ikke kommet fram på et kvarter. Jeg prøver videre, men haster det, så ring.
menu-request = Meld et behov
menu-my-tasks = Oppdragene mine
menu-withdraw = Meld forfall
menu-contact = Hvem kan jeg ringe?
menu-language = Bytt språk
menu-help = Hva kan du?
bot-description = Jeg hjelper kommunen og frivillige med å finne hverandre. Jeg spør i lagets gruppe når noen trenger en hånd, holder orden på hvem som kommer, og spør andre når noe kommer i veien.
bot-short-description = Det lille hjulet mellom kommunen og de frivillige.
