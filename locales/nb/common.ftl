blank = {""}
yes = Ja
no = Nei
done = Gjort.
noted = Notert.
you-answered = Du svarte: {$answer}
no-longer-so = Dette gjelder ikke lenger.
settled = Dette er ordnet.
nothing-there = Dette finnes ikke lenger.
not-for-you = Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
answer-as-yourself = Svar med navnet ditt, eller skriv til meg privat.
old-message = Den meldingen kjenner jeg ikke igjen. Svar på meldingen om oppdraget, eller skriv til meg privat.
only-words = Jeg kan bare lese ord. Skriv det, så hjelper jeg deg.
you-are-welcome = Bare hyggelig! Skriv «hjelp» hvis det er noe.
unknown-command = Den kommandoen kjenner jeg ikke. Skriv «hjelp», så ser du hva jeg kan.
help =
    Jeg er Tannhjul. Jeg spør i gruppa når noen trenger hjelp, og holder orden på hvem som kommer.
    Svar «ja» eller «kan ikke» på et oppdrag. Kommer det noe i veien, skriv «må melde forfall», så spør jeg andre.
    /mine viser oppdragene dine, /ledige det som mangler folk, /hvem #17 dem som kommer, /kontakt hvem du kan ringe.
help-staff = Trenger dere hjelp, skriv det til meg i én melding: «Trenger 2 stk til snømåking i Storgata 5 i morgen kl. 16–18». I gruppa: /behov og så meldingen. /dagsliste viser dagens oppdrag.
help-coordinator = /historikk #17 viser alt som har skjedd med et oppdrag. /vakt viser vaktlista, /tarvakt gir deg vakten, /hvemkan #17 viser hvem som kan, /settinn Kari #17 setter noen inn. /hvemnaar viser hvem jeg kan skrive til i hver gruppe.
help-yourself = Om deg selv: /borte når du er borte (og /tilbake), /sprak bytter språk, /slutt melder deg ut av laget, /minedata viser alt jeg har om deg, /slettmeg sletter det.
which-language = Hvilket språk vil du ha?
bokmal = Bokmål
nynorsk = Nynorsk
english = English
language-set = Da skriver jeg bokmål.
contact = Ring {$name}, tlf. {$phone}.

service-snow-clearing = Snømåking
service-visit = Besøk
service-meal-delivery = Matombringing
service-transport = Skyss
service-escort = Følge
service-activity = Aktivitet
service-shopping = Handletur
service-garden = Hagearbeid
service-tech-help = Hjelp med data og telefon
service-other = Annen hjelp
