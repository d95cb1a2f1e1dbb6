privacy-whole = Les heile
privacy-ask = Lurer du på noko, ring {$name}, tlf. {$phone}.
own-data-in-private = Spør meg om det privat, så får du fila der: skriv /minedata til meg.
own-data-caption = Her er alt eg har lagra om deg. Skriv «slett meg» om du vil ha det sletta.
own-data-on-page = Her opnar du alt eg har lagra om deg. Lenkja er berre til deg, verkar éin gong og i ein halv time.
own-data-open = Hent mine data
erase-surely =
    Skal eg slette deg? Namnet, telefonnummeret, kontoen, rollene og meldingane mine til deg blir borte, og eg kan ikkje skrive til deg meir.
    Det som blir att, har ikkje namnet ditt: kor mange som kom på kvart oppdrag, oppgjeret med laget, og eit nummer i loggen over kven som har sett adresser.
erase-gives-back =
    {$places ->
        [one] Du står på eitt oppdrag. Det gir du frå deg, og eg finn ein annan.
       *[other] Du står på {$places} oppdrag. Dei gir du frå deg, og eg finn andre.
    }
erase-yes = Ja, slett meg
erase-needs-successor = Alarmar om oppdraga i {$municipality} går til deg, og ikkje til nokon etter deg. Nokon må ta over før eg kan slette deg. Be kommunen setje inn ein annan, og skriv «slett meg» igjen.
erased = Du er sletta. Takk for alt du har gjort! Vil du vere med igjen, treng du ein ny kode.
privacy-title = Personvern i Tannhjul
privacy-who-head = Kven har ansvaret
privacy-who = {$municipality} er behandlingsansvarleg for det Tannhjul lagrar om deg.
privacy-what-head = Kva som blir lagra
privacy-what = Namnet ditt, telefonnummeret og, for tilsette og kontaktpersonar, e-postadressa om kommunen har lagt dei inn, namnet og nummeret på chat-kontoen din, kva lag eller eining du høyrer til, språket ditt, dagar du har sagt at du er borte, kva du svarar på oppdrag, og det boten skriv til deg. I ei gruppe blir berre svar til boten, kommandoar og knappar lesne. Har du sagt ja til det, blir også ei melding som blei misforstått, lagra, utan namn og stader.
privacy-why-head = Kvifor
privacy-why = For å fordele oppdrag du sjølv seier ja til, for å finne ein annan når nokon blir hindra, og for at {$municipality} skal kunne gjere opp med laget. Ingenting blir brukt til noko anna, og ingen får sjå kven som sa nei.
privacy-seen-head = Kven som ser det
privacy-seen = Gruppa ser førenamn og forbokstav på dei som kjem. Koordinatoren og eininga som melde behovet, ser heile namnet. Namnet og adressa til mottakaren blir berre viste på ei eiga side for dei som har plass, og kvar vising blir notert.
privacy-chat-head = Chatten
privacy-chat = Chatten går gjennom ei anna teneste, til dømes Telegram, som har sine eigne vilkår. Difor står aldri namn eller adresse på den som får hjelp, i chatten.
privacy-time-head = Kor lenge
privacy-time = Opplysningane om mottakaren blir sletta 30 dagar etter oppdraget. Opplysningane om deg står til du ber om å bli sletta, eller til kommunen gjer det.
privacy-rights-head = Det du kan gjere
privacy-rights = Skriv «mine data» til boten for å få ei fil med alt, «slett meg» for å bli sletta. Er noko feil, sei frå til {$municipality}. Du kan òg klage til Datatilsynet.
own-data-title = Mine data
own-data-before = Trykk på knappen, så får du ei fil med alt som er lagra om deg. Lenkja verkar éin gong.
own-data-fetch = Hent fila
own-data-again = Skriv «mine data» til meg i chatten, så får du ei ny lenkje.
