blank = {""}
yes = Ja
no = Nei
done = Gjort.
noted = Notert.
you-answered = Du svara: {$answer}
no-longer-so = Dette gjeld ikkje lenger.
settled = Dette er ordna.
nothing-there = Dette finst ikkje lenger.
not-for-you = Denne knappen er ikkje for deg. Skriv /kontakt, så får du vite kven du kan ringje.
answer-as-yourself = Svar med namnet ditt, eller skriv til meg privat.
old-message = Den meldinga kjenner eg ikkje att. Svar på meldinga om oppdraget, eller skriv til meg privat.
only-words = Eg kan berre lese ord. Skriv det, så hjelper eg deg.
you-are-welcome = Berre hyggjeleg! Skriv «hjelp» om det er noko.
unknown-command = Den kommandoen kjenner eg ikkje. Skriv «hjelp», så ser du kva eg kan.
help =
    Eg er Tannhjul. Eg spør i gruppa når nokon treng hjelp, og held orden på kven som kjem.
    Svar «ja» eller «kan ikkje» på eit oppdrag. Kjem det noko i vegen, skriv «må melde forfall», så spør eg andre.
    /mine viser oppdraga dine, /ledige det som manglar folk, /kven #17 dei som kjem, /kontakt kven du kan ringje.
help-staff = Treng de hjelp, skriv det til meg i éi melding: «Treng 2 stk til snømåking i Storgata 5 i morgon kl. 16–18». I gruppa: /behov og så meldinga. /dagsliste viser oppdraga i dag.
help-coordinator = /historikk #17 viser alt som har hendt med eit oppdrag. /vakt viser vaktlista, /tekvakt gir deg vakta, /kvenkan #17 viser kven som kan, /setinn Kari #17 set nokon inn. /kvennaar viser kven eg kan skrive til i kvar gruppe.
help-yourself = Om deg sjølv: /borte når du er borte (og /tilbake), /sprak byter språk, /slutt melder deg ut av laget, /minedata viser alt eg har om deg, /slettmeg slettar det.
which-language = Kva språk vil du ha?
bokmal = Bokmål
nynorsk = Nynorsk
english = English
language-set = Då skriv eg nynorsk.
contact = Ring {$name}, tlf. {$phone}.

service-snow-clearing = Snømåking
service-visit = Besøk
service-meal-delivery = Matutkøyring
service-transport = Skyss
service-escort = Følgje
service-activity = Aktivitet
service-shopping = Handletur
service-garden = Hagearbeid
service-tech-help = Hjelp med data og telefon
service-other = Anna hjelp
