privacy-whole = Les hele
privacy-ask = Lurer du på noe, ring {$name}, tlf. {$phone}.
own-data-in-private = Spør meg om det privat, så får du fila der: skriv /minedata til meg.
own-data-caption = Her er alt jeg har lagret om deg. Skriv «slett meg» hvis du vil ha det slettet.
own-data-on-page = Her åpner du alt jeg har lagret om deg. Lenken er bare til deg, virker én gang og i en halv time.
own-data-open = Hent mine data
erase-surely =
    Skal jeg slette deg? Navnet, telefonnummeret, kontoen, rollene og meldingene mine til deg blir borte, og jeg kan ikke skrive til deg mer.
    Det som blir igjen, har ikke navnet ditt: hvor mange som kom på hvert oppdrag, oppgjøret med laget, og et nummer i loggen over hvem som har sett adresser.
erase-gives-back =
    {$places ->
        [one] Du står på ett oppdrag. Det gir du fra deg, og jeg finner en annen.
       *[other] Du står på {$places} oppdrag. De gir du fra deg, og jeg finner andre.
    }
erase-yes = Ja, slett meg
erase-needs-successor = Alarmer om oppdragene i {$municipality} går til deg, og ikke til noen etter deg. Noen må ta over før jeg kan slette deg. Be kommunen sette inn en annen, og skriv «slett meg» igjen.
erased = Du er slettet. Takk for alt du har gjort! Vil du være med igjen, trenger du en ny kode.
privacy-title = Personvern i Tannhjul
privacy-who-head = Hvem har ansvaret
privacy-who = {$municipality} er behandlingsansvarlig for det Tannhjul lagrer om deg.
privacy-what-head = Hva som lagres
privacy-what = Navnet ditt, telefonnummeret og, for ansatte og kontaktpersoner, e-postadressen hvis kommunen har lagt dem inn, navnet og nummeret på chat-kontoen din, hvilket lag eller hvilken enhet du hører til, språket ditt, dager du har sagt at du er borte, hva du svarer på oppdrag, og det boten skriver til deg. I en gruppe leses bare svar til boten, kommandoer og knapper. Har du sagt ja til det, lagres også en melding som ble forstått feil, uten navn og steder.
privacy-why-head = Hvorfor
privacy-why = For å fordele oppdrag du selv sier ja til, for å finne en annen når noen blir forhindret, og for at {$municipality} skal kunne gjøre opp med laget. Ingenting brukes til noe annet, og ingen får se hvem som sa nei.
privacy-seen-head = Hvem som ser det
privacy-seen = Gruppa ser fornavn og forbokstav på dem som kommer. Koordinatoren og enheten som meldte behovet, ser hele navnet. Mottakerens navn og adresse vises bare på en egen side for dem som har plass, og hver visning blir notert.
privacy-chat-head = Chatten
privacy-chat = Chatten går gjennom en annen tjeneste, for eksempel Telegram, som har sine egne vilkår. Derfor står aldri navn eller adresse på den som får hjelp i chatten.
privacy-time-head = Hvor lenge
privacy-time = Mottakerens opplysninger slettes 30 dager etter oppdraget. Opplysningene om deg står til du ber om å bli slettet, eller til kommunen gjør det.
privacy-rights-head = Det du kan gjøre
privacy-rights = Skriv «mine data» til boten for å få en fil med alt, «slett meg» for å bli slettet. Er noe feil, si fra til {$municipality}. Du kan også klage til Datatilsynet.
own-data-title = Mine data
own-data-before = Trykk på knappen, så får du en fil med alt som er lagret om deg. Lenken virker én gang.
own-data-fetch = Hent fila
own-data-again = Skriv «mine data» til meg i chatten, så får du en ny lenke.
