//! What anybody may ask at any time: lists, who comes, whom to ring, days away, leaving. In words and with a slash, in private and in a group.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    everybody_is_helped_as_what_they_are,
    lists_of_tasks,
    a_group_sees_its_own_tasks_only,
    who_is_coming,
    private_matters_stay_out_of_the_group,
    withdrawing_in_a_group,
    strangers_and_unknown_numbers,
    days_away_and_back,
    somebody_on_duty_is_away,
    somebody_leaves_a_club,
    somebody_in_two_clubs_is_asked_which,
    somebody_goes_out_of_the_group,
    the_words_work_in_every_language,
);

async fn two_tasks(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.asked_for("Matkjøring mandag kl 11-12 fra Storgata 5, 1 sjåfør").await;
    fjellvik
}

/// Kari has a place on the snow clearing (#1) and on the meals (#2).
async fn kari_has_two(db: Db) -> World {
    let mut fjellvik = two_tasks(db).await;
    let second = fjellvik.card("fjellvik-il");
    fjellvik.replies_to("fjellvik-il", "kari", &second.id, "ja").await;
    fjellvik.says("kari", "#1 jeg kan").await;
    fjellvik.forget();
    fjellvik
}

async fn everybody_is_helped_as_what_they_are(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("kari", "Hjelp!").await;
    fjellvik.says("anne", "/hjelp").await;
    fjellvik.says_in("fjellvik-il", "ola", "/hjelp").await;
    fjellvik.says("james", "What can you do?").await;
    expect![[r#"
        lør 10:00 kari → bot: Hjelp!
        lør 10:00 bot → kari: Jeg er Tannhjul. Jeg spør i gruppa når noen trenger hjelp, og holder orden på hvem som kommer.
              Svar «ja» eller «kan ikke» på et oppdrag. Kommer det noe i veien, skriv «må melde forfall», så spør jeg andre. /mine viser oppdragene dine, /ledige det som mangler folk.
              /hvem #17 viser hvem som kommer, /kontakt hvem du kan ringe.
              Om deg selv: /borte når du er borte (og /tilbake), /sprak bytter språk, /slutt melder deg ut av laget, /minedata viser alt jeg har om deg, /slettmeg sletter det.
        lør 10:00 anne → bot: /hjelp
        lør 10:00 bot → anne: Jeg er Tannhjul. Jeg spør i gruppa når noen trenger hjelp, og holder orden på hvem som kommer.
              Trenger dere hjelp, skriv det til meg i én melding: «Trenger 2 stk til snømåking i Storgata 5 i morgen kl. 16–18». I gruppa: /behov og så meldingen. /dagsliste viser dagens oppdrag. Er det sendt, skriv «#17 kl. 17 i stedet» eller «avlys #17». «Mine behov» viser hvordan det står til med dem du har meldt.
              /historikk #17 viser alt som har skjedd med et oppdrag. /vakt viser vaktlista, /tarvakt gir deg vakten, /hvemkan #17 viser hvem som kan, /settinn Kari #17 setter noen inn. /hvemnaar viser hvem jeg kan skrive til i hver gruppe.
              /hvem #17 viser hvem som kommer, /kontakt hvem du kan ringe.
              Om deg selv: /borte når du er borte (og /tilbake), /sprak bytter språk, /minedata viser alt jeg har om deg, /slettmeg sletter det.
        lør 10:00 ⌂ fjellvik-il ola: /hjelp
        lør 10:00 ⌂ fjellvik-il bot: Jeg er Tannhjul. Jeg spør i gruppa når noen trenger hjelp, og holder orden på hvem som kommer.
              Svar «ja» eller «kan ikke» på et oppdrag. Kommer det noe i veien, skriv «må melde forfall», så spør jeg andre. /mine viser oppdragene dine, /ledige det som mangler folk.
              /hvem #17 viser hvem som kommer, /kontakt hvem du kan ringe.
        lør 10:00 james → bot: What can you do?
        lør 10:00 bot → james: I am Tannhjul. I ask in the group when somebody needs help, and keep track of who is coming.
              Answer a task with “yes” or “can’t”. If something comes up, write “I must withdraw” and I will ask others. /mytasks shows your tasks, /open those that need more people.
              /who #17 shows those who come, /contact who to ring.
              About yourself: /away when you are away (and /back), /language changes the language, /leave takes you out of the club, /mydata shows all I have on you, /eraseme erases it.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn lists_of_tasks(db: Db) {
    let mut fjellvik = two_tasks(db).await;
    fjellvik.says("kari", "mine oppdrag").await;
    fjellvik.says("kari", "ledige oppdrag").await;
    fjellvik.presses("kari", "Jeg kan #1").await;
    fjellvik.says("kari", "/mine").await;
    // The one who asked sees what lacks people; the other unit does not; the other club has not been asked yet.
    fjellvik.says("silje", "/ledige").await;
    fjellvik.says("jonas", "/ledige").await;
    fjellvik.says("geir", "/ledige").await;
    fjellvik.says("anne", "hva trengs?").await;
    expect![[r#"
        lør 10:00 kari → bot: mine oppdrag
        lør 10:00 bot → kari: Du har ingen oppdrag som venter.
        lør 10:00 kari → bot: ledige oppdrag
        lør 10:00 bot → kari: #1: Snømåking, søndag 22. november kl. 16–18. Ledig: 2 av 2
              #2: Matombringing, mandag 23. november kl. 11–12. Ledig: 1 av 1
              [Jeg kan #1]
              [Jeg kan #2]
        lør 10:00 kari presses: [Jeg kan #1]
        lør 10:00 bot ⇢ kari: (toast) Takk! Du har plass på #1.
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 kari → bot: /mine
        lør 10:00 bot → kari: #1: Snømåking, søndag 22. november kl. 16–18
              [Åpne #1 ↗] [Meld forfall #1]
        lør 10:00 silje → bot: /ledige
        lør 10:00 bot → silje: #1: Snømåking, søndag 22. november kl. 16–18. Ledig: 1 av 2
              #2: Matombringing, mandag 23. november kl. 11–12. Ledig: 1 av 1
        lør 10:00 jonas → bot: /ledige
        lør 10:00 bot → jonas: Ingen oppdrag du kan ta, mangler folk nå.
        lør 10:00 geir → bot: /ledige
        lør 10:00 bot → geir: Ingen oppdrag du kan ta, manglar folk no.
        lør 10:00 anne → bot: hva trengs?
        lør 10:00 bot → anne: #1: Snømåking, søndag 22. november kl. 16–18. Ledig: 1 av 2
              #2: Matombringing, mandag 23. november kl. 11–12. Ledig: 1 av 1
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_group_sees_its_own_tasks_only(db: Db) {
    let mut fjellvik = two_tasks(db).await;
    fjellvik.says_in("fjellvik-il", "eva", "/ledige").await;
    fjellvik.says_in("nordre-il", "geir", "/ledige").await;
    fjellvik.says_in("hjemmetjenesten", "silje", "/ledige").await;
    fjellvik.says_in("nordre-il", "geir", "/hvem #1").await;
    fjellvik.says_in("a-chat-that-never-joined", "geir", "/ledige").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il eva: /ledige
        lør 10:00 ⌂ fjellvik-il bot: #1: Snømåking, søndag 22. november kl. 16–18. Ledig: 2 av 2
              #2: Matombringing, mandag 23. november kl. 11–12. Ledig: 1 av 1
        lør 10:00 ⌂ nordre-il geir: /ledige
        lør 10:00 ⌂ nordre-il bot: Ingen oppdrag du kan ta, manglar folk no.
        lør 10:00 ⌂ hjemmetjenesten silje: /ledige
        lør 10:00 ⌂ hjemmetjenesten bot: #1: Snømåking, søndag 22. november kl. 16–18. Ledig: 2 av 2
              #2: Matombringing, mandag 23. november kl. 11–12. Ledig: 1 av 1
        lør 10:00 ⌂ nordre-il geir: /hvem #1
        lør 10:00 bot → geir: #1 finn eg ikkje blant dine. Skriv «mine oppdrag» eller «ledige oppdrag», så ser du nummera.
        lør 10:00 ⌂ nordre-il bot: (👌)
        lør 10:00 ⌂ a-chat-that-never-joined geir: /ledige
        lør 10:00 ⌂ a-chat-that-never-joined bot: Hei! For å spørje om hjelp her treng eg koden til gruppa. Send koden slik: /kople KODE
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn who_is_coming(db: Db) {
    let mut fjellvik = two_tasks(db).await;
    fjellvik.says("kari", "#1 jeg kan").await;
    fjellvik.says("ola", "#1 ja").await;
    fjellvik.says("eva", "#1 ja").await;
    fjellvik.forget();
    // By number, in reply to the card, and where it can only be one.
    fjellvik.says("silje", "hvem kommer på #1?").await;
    fjellvik.replies("fjellvik-il", "eva", "hvem kommer?").await;
    fjellvik.says_in("fjellvik-il", "eva", "/hvem 1").await;
    fjellvik.says("kari", "hvem kommer?").await;
    // Several: asked which.
    fjellvik.says("anne", "hvem kommer?").await;
    fjellvik.presses("anne", "#1 Snømåking, søndag 22. november kl. 16–18").await;
    fjellvik.says_in("fjellvik-il", "eva", "/hvem").await;
    fjellvik.presses_in("fjellvik-il", "eva", "#2 Matombringing, mandag 23. november kl. 11–12").await;
    // Not theirs to know, or nothing there.
    fjellvik.says("jonas", "/hvem #1").await;
    fjellvik.says("geir", "/hvem #1").await;
    fjellvik.says("silje", "/hvem #99").await;
    fjellvik.presses_data("geir", "who:1").await;
    fjellvik.presses_data("geir", "who:99").await;
    expect![[r#"
        lør 10:00 silje → bot: hvem kommer på #1?
        lør 10:00 bot → silje: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Kommer: Kari Nes og Ola Rud
              Én reserve.
        lør 10:00 ⌂ fjellvik-il eva (reply): hvem kommer?
        lør 10:00 ⌂ fjellvik-il bot: Oppdrag #2: Matombringing, mandag 23. november kl. 11–12
              Ingen har plass ennå.
              Ledig: 1 av 1
        lør 10:00 ⌂ fjellvik-il eva: /hvem 1
        lør 10:00 ⌂ fjellvik-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Kommer: Kari N. og Ola R.
        lør 10:00 kari → bot: hvem kommer?
        lør 10:00 bot → kari: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Kommer: Kari N. og Ola R.
        lør 10:00 anne → bot: hvem kommer?
        lør 10:00 bot → anne: Hvem kommer? Velg oppdraget:
              [#1 Snømåking, søndag 22. november kl. 16–18]
              [#2 Matombringing, mandag 23. november kl. 11–12]
        lør 10:00 anne presses: [#1 Snømåking, søndag 22. november kl. 16–18]
        lør 10:00 bot ⇢ anne: (toast) 
        lør 10:00 bot → anne: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Kommer: Kari Nes og Ola Rud
              Én reserve.
        lør 10:00 ⌂ fjellvik-il eva: /hvem
        lør 10:00 ⌂ fjellvik-il bot: Hvem kommer? Velg oppdraget:
              [#1 Snømåking, søndag 22. november kl. 16–18]
              [#2 Matombringing, mandag 23. november kl. 11–12]
        lør 10:00 eva presses: [#2 Matombringing, mandag 23. november kl. 11–12]
        lør 10:00 bot ⇢ eva: (toast) Oppdrag #2: Matombringing, mandag 23. november kl. 11–12
              Ingen har plass ennå.
              Ledig: 1 av 1
        lør 10:00 jonas → bot: /hvem #1
        lør 10:00 bot → jonas: #1 finner jeg ikke blant dine. Skriv «mine oppdrag» eller «ledige oppdrag», så ser du numrene.
        lør 10:00 geir → bot: /hvem #1
        lør 10:00 bot → geir: #1 finn eg ikkje blant dine. Skriv «mine oppdrag» eller «ledige oppdrag», så ser du nummera.
        lør 10:00 silje → bot: /hvem #99
        lør 10:00 bot → silje: #99 finner jeg ikke blant dine. Skriv «mine oppdrag» eller «ledige oppdrag», så ser du numrene.
        lør 10:00 geir presses: <who:1>
        lør 10:00 bot ⇢ geir: (toast) Denne knappen er ikkje for deg. Skriv /kontakt, så får du vite kven du kan ringje.
        lør 10:00 geir presses: <who:99>
        lør 10:00 bot ⇢ geir: (toast) Dette finst ikkje lenger.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn private_matters_stay_out_of_the_group(db: Db) {
    let mut fjellvik = kari_has_two(db).await;
    for command in
        ["/mine", "/borte i morgen", "/slutt", "/minedata", "/slettmeg", "/dagsliste", "/historikk #1"]
    {
        fjellvik.says_in("fjellvik-il", "kari", command).await;
    }
    let transcript = fjellvik.transcript();
    let in_group = transcript.lines().filter(|line| line.contains("⌂ fjellvik-il bot"));
    assert_eq!(in_group.filter(|line| !line.ends_with("(👌)")).count(), 0, "{transcript}");
    // Somebody who can't be written to is told how to be.
    fjellvik.says_in("fjellvik-il", "newcomer", "/mine").await;
    fjellvik.happens_hidden_saying("fjellvik-il", "/mine").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il newcomer: /mine
        lør 10:00 ⌂ fjellvik-il bot: Det svarer jeg på privat, så ikke hele gruppa ser det. Åpne en chat med meg og spør der.
              [Åpne chat med meg ↗]
        lør 10:00 ⌂ fjellvik-il (hidden): /mine
        lør 10:00 ⌂ fjellvik-il bot: Svar med navnet ditt, eller skriv til meg privat.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn withdrawing_in_a_group(db: Db) {
    let mut fjellvik = kari_has_two(db).await;
    fjellvik.says_in("fjellvik-il", "kari", "/forfall").await;
    fjellvik.presses("kari", "#2 Matombringing, mandag 23. november kl. 11–12").await;
    fjellvik.forget();
    // The only one that is left, in a group that does not know it, and in the one that does.
    fjellvik.says_in("nordre-il", "kari", "/forfall").await;
    fjellvik.says_in("fjellvik-il", "kari", "/forfall #2").await;
    fjellvik.says_in("fjellvik-il", "ola", "/forfall #1").await;
    fjellvik.says_in("fjellvik-il", "kari", "/forfall #99").await;
    fjellvik.says_in("fjellvik-il", "kari", "/forfall").await;
    fjellvik.says_in("fjellvik-il", "kari", "/forfall").await;
    expect![[r#"
        lør 10:00 ⌂ nordre-il kari: /forfall
        lør 10:00 bot → kari: Gjelder det dette?
              [#1 Snømåking, søndag 22. november kl. 16–18]
        lør 10:00 ⌂ nordre-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il kari: /forfall #2
        lør 10:00 bot → kari: Takk for at du sa fra om #2.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il ola: /forfall #1
        lør 10:00 bot → ola: #1 finner jeg ikke blant dine. Skriv «mine oppdrag» eller «ledige oppdrag», så ser du numrene.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il kari: /forfall #99
        lør 10:00 bot → kari: #99 finner jeg ikke blant dine. Skriv «mine oppdrag» eller «ledige oppdrag», så ser du numrene.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il kari: /forfall
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #1, søndag 22. november kl. 16–18. Jeg spør andre.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 ⌂ fjellvik-il kari: /forfall
        lør 10:00 bot → kari: Du har ingen oppdrag som venter.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM signup WHERE state = 'placed'").await, 0);
    fjellvik.is_at_rest().await;
}

async fn strangers_and_unknown_numbers(db: Db) {
    let mut fjellvik = two_tasks(db).await;
    for words in [
        "mine oppdrag",
        "/ledige",
        "hvem kommer på #1?",
        "/borte i morgen",
        "/slutt",
        "/dagsliste",
        "/historikk #1",
    ] {
        fjellvik.says("stranger", words).await;
    }
    let transcript = fjellvik.transcript();
    assert_eq!(transcript.matches("For å bli med trenger du en kode").count(), 7, "{transcript}");
    fjellvik.says("stranger", "kontakt").await;
    fjellvik.says("kari", "/forfall #7").await;
    fjellvik.says("kari", "hvem kommer på #7?").await;
    fjellvik.says("kari", "/finnesikke").await;
    fjellvik.says_in("fjellvik-il", "kari", "/enannenbot").await;
    fjellvik.presses_data("kari", "leave:99").await;
    fjellvik.presses_data("kari", "history:1:9999").await;
    fjellvik.presses_data("stranger", "leave:1:yes").await;
    expect![[r#"
        lør 10:00 stranger → bot: kontakt
        lør 10:00 bot → stranger: Hei! Jeg er Tannhjul. Jeg hjelper kommunen og frivillige med å finne hverandre.
              For å bli med trenger du en kode fra laget ditt eller kommunen. Send den slik: /start KODE
        lør 10:00 kari → bot: /forfall #7
        lør 10:00 bot → kari: #7 finner jeg ikke blant dine. Skriv «mine oppdrag» eller «ledige oppdrag», så ser du numrene.
        lør 10:00 kari → bot: hvem kommer på #7?
        lør 10:00 bot → kari: #7 finner jeg ikke blant dine. Skriv «mine oppdrag» eller «ledige oppdrag», så ser du numrene.
        lør 10:00 kari → bot: /finnesikke
        lør 10:00 bot → kari: Den kommandoen kjenner jeg ikke. Skriv «hjelp», så ser du hva jeg kan.
        lør 10:00 ⌂ fjellvik-il kari: /enannenbot
        lør 10:00 kari presses: <leave:99>
        lør 10:00 bot ⇢ kari: (toast) Dette finnes ikke lenger.
        lør 10:00 kari presses: <history:1:9999>
        lør 10:00 bot ⇢ kari: (toast) Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 stranger presses: <leave:1:yes>
        lør 10:00 bot ⇢ stranger: (toast) Dette finnes ikke lenger.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn days_away_and_back(db: Db) {
    let mut fjellvik = kari_has_two(db).await;
    fjellvik.says("ola", "#1 ja").await;
    fjellvik.says("eva", "#1 ja").await;
    fjellvik.forget();
    fjellvik.says("kari", "borte").await;
    fjellvik.says("kari", "borte 31. november").await;
    fjellvik.says("kari", "Jeg er borte i morgen").await;
    fjellvik.says("eva", "borte 22.–29. november").await;
    // Nobody is moved before they have been asked.
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM signup WHERE state = 'placed'").await, 3);
    fjellvik.presses("kari", "Ja").await;
    fjellvik.says("eva", "tilbake").await;
    fjellvik.says("eva", "jeg er tilbake").await;
    expect![[r#"
        lør 10:00 kari → bot: borte
        lør 10:00 bot → kari: Hvilke dager er du borte? Skriv for eksempel «borte 12.–19. desember» eller «borte i morgen».
        lør 10:00 kari → bot: borte 31. november
        lør 10:00 bot → kari: Hvilke dager er du borte? Skriv for eksempel «borte 12.–19. desember» eller «borte i morgen».
        lør 10:00 kari → bot: Jeg er borte i morgen
        lør 10:00 bot → kari: Da står du som borte søndag 22. november. Skriv «tilbake» hvis det blir annerledes.
              Disse står du på da:
              #1: Snømåking, søndag 22. november kl. 16–18
              Skal jeg melde forfall for deg? Hører jeg ikke noe, gjør jeg det lørdag kl. 12, og spør andre.
              [Ja] [Nei]
        lør 10:00 eva → bot: borte 22.–29. november
        lør 10:00 bot → eva: Da står du som borte fra søndag 22. november til og med søndag 29. november. Skriv «tilbake» hvis det blir annerledes.
              Disse står du på da:
              #1: Snømåking, søndag 22. november kl. 16–18 (reserve)
              Skal jeg melde forfall for deg? Hører jeg ikke noe, gjør jeg det lørdag kl. 12, og spør andre.
              [Ja] [Nei]
        lør 10:00 kari presses: [Ja]
        lør 10:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:00 bot ⇢ kari: (toast) Takk for beskjed. Du er tatt av #1, og jeg spør andre.
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: (edited) Da står du som borte søndag 22. november. Skriv «tilbake» hvis det blir annerledes.
              Disse står du på da:
              #1: Snømåking, søndag 22. november kl. 16–18
              Skal jeg melde forfall for deg? Hører jeg ikke noe, gjør jeg det lørdag kl. 12, og spør andre.
              Du svarte: Ja
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #1, og jeg spør andre.
        lør 10:00 bot → eva: Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
              [Ja] [Nei]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2. En reserve er spurt først.
              Kommer: Ola R.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 eva → bot: tilbake
        lør 10:00 bot → eva: (edited) Da står du som borte fra søndag 22. november til og med søndag 29. november. Skriv «tilbake» hvis det blir annerledes.
              Disse står du på da:
              #1: Snømåking, søndag 22. november kl. 16–18 (reserve)
              Skal jeg melde forfall for deg? Hører jeg ikke noe, gjør jeg det lørdag kl. 12, og spør andre.
        lør 10:00 bot → eva: Så fint at du er tilbake! Nå spør jeg deg som før.
        lør 10:00 eva → bot: jeg er tilbake
        lør 10:00 bot → eva: Du sto ikke som borte, så alt er som før.
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM absence").await, 1);
    fjellvik.is_at_rest().await;
}

/// Bjørn has this week, Anne the next; who is away is not rung.
async fn somebody_on_duty_is_away(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("kari", "kontakt").await;
    fjellvik.says("bjorn", "borte i morgen").await;
    fjellvik.says("kari", "kontakt").await;
    fjellvik.time_passes_until("2026-11-22T00:00:00").await;
    fjellvik.says("kari", "kontakt").await;
    fjellvik.time_passes_until("2026-11-23T00:00:00").await;
    fjellvik.says("kari", "kontakt").await;
    expect![[r#"
        lør 10:00 kari → bot: kontakt
        lør 10:00 bot → kari: Ring Bjørn Moe, som har vakt, tlf. 10 00 00 02.
        lør 10:00 bjorn → bot: borte i morgen
        lør 10:00 bot → anne: Anne Berg er alene om vakten fra søndag kl. 00: det er ingen stedfortreder.
        lør 10:00 bot → bjorn: Da står du som borte søndag 22. november. Skriv «tilbake» hvis det blir annerledes.
              Har du vakt da, går den til stedfortrederen.
        lør 10:00 bot → bjorn: Anne Berg er alene om vakten fra søndag kl. 00: det er ingen stedfortreder.
        lør 10:00 bot → jonas: Anne Berg er alene om vakten fra søndag kl. 00: det er ingen stedfortreder.
        lør 10:00 kari → bot: kontakt
        lør 10:00 bot → kari: Ring Bjørn Moe, som har vakt, tlf. 10 00 00 02.
        søn 00:00 kari → bot: kontakt
        søn 00:00 bot → kari: Ring Anne Berg, som har vakt, tlf. 10 00 00 01.
        man 00:00 kari → bot: kontakt
        man 00:00 bot → kari: Ring Bjørn Moe, som har vakt, tlf. 10 00 00 02.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn somebody_leaves_a_club(db: Db) {
    let mut fjellvik = kari_has_two(db).await;
    fjellvik.says("ola", "#2 ja").await;
    fjellvik.forget();
    fjellvik.says("kari", "meld meg ut").await;
    fjellvik.presses("kari", "Nei").await;
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM signup WHERE state = 'placed'").await, 2);
    fjellvik.says("kari", "/slutt").await;
    fjellvik.presses("kari", "Ja, jeg slutter").await;
    expect![[r#"
        lør 10:00 kari → bot: meld meg ut
        lør 10:00 bot → kari: Vil du slutte i Fjellvik IL? Da spør jeg deg ikke mer for dem.
              Disse gir du fra deg, og jeg begynner å lete etter andre med én gang:
              #1: Snømåking, søndag 22. november kl. 16–18
              #2: Matombringing, mandag 23. november kl. 11–12
              [Ja, jeg slutter] [Nei]
        lør 10:00 kari presses: [Nei]
        lør 10:00 bot ⇢ kari: (toast) Greit, alt blir som før.
        lør 10:00 kari → bot: /slutt
        lør 10:00 bot → kari: Vil du slutte i Fjellvik IL? Da spør jeg deg ikke mer for dem.
              Disse gir du fra deg, og jeg begynner å lete etter andre med én gang:
              #1: Snømåking, søndag 22. november kl. 16–18
              #2: Matombringing, mandag 23. november kl. 11–12
              [Ja, jeg slutter] [Nei]
        lør 10:00 kari presses: [Ja, jeg slutter]
        lør 10:00 bot → silje: (edited) #2, mandag 23. november kl. 11–12, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:00 bot → hanne: Kari Nes har sluttet i Fjellvik IL.
        lør 10:00 bot ⇢ kari: (toast) 
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #2: Matombringing, mandag 23. november kl. 11–12.
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: Du er ikke lenger med i Fjellvik IL. Takk for alt du har gjort!
        lør 10:00 bot → ola: Det ble en plass ledig på #2: Matombringing, mandag 23. november kl. 11–12. Kan du ta den? Svar innen lørdag kl. 20:55.
              [Ja] [Nei]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #2: Matombringing, mandag 23. november kl. 11–12
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM signup WHERE state = 'placed'").await, 0);
    // Twice does no harm, staff are no club's, and an old button opens nothing.
    fjellvik.says("kari", "/slutt").await;
    fjellvik.presses("kari", "Ja, jeg slutter").await;
    fjellvik.says("kari", "/ledige").await;
    fjellvik.says("silje", "/slutt").await;
    // Who answers in the group once more is a volunteer once more.
    fjellvik.replies("fjellvik-il", "kari", "jeg kan likevel").await;
    expect![[r#"
        lør 10:00 kari → bot: /slutt
        lør 10:00 bot → kari: Du er ikke med i noe lag her. Vil du slettes helt, skriv «slett meg». Er du ansatt i kommunen, er det kommunen som endrer rollen din.
        lør 10:00 kari presses: [Ja, jeg slutter]
        lør 10:00 bot ⇢ kari: (toast) Dette finnes ikke lenger.
        lør 10:00 kari → bot: /ledige
        lør 10:00 bot → kari: Ingen oppdrag du kan ta, mangler folk nå.
        lør 10:00 silje → bot: /slutt
        lør 10:00 bot → silje: Du er ikke med i noe lag her. Vil du slettes helt, skriv «slett meg». Er du ansatt i kommunen, er det kommunen som endrer rollen din.
        lør 10:00 ⌂ fjellvik-il kari (reply): jeg kan likevel
        lør 10:00 bot → kari: Takk! Du står som reserve nr. 2 på #2: Matombringing, mandag 23. november kl. 11–12.
              Jeg spør en annen reserve nå. Blir det ledig, spør jeg når det er din tur.
              [Ikke reserve likevel]
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #2: Matombringing, mandag 23. november kl. 11–12
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              2 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn somebody_in_two_clubs_is_asked_which(db: Db) {
    let mut fjellvik = two_tasks(db).await;
    fjellvik.says("kari", "#1 ja").await;
    fjellvik.time_passes_until("2026-11-21T20:30:00").await;
    fjellvik.replies("nordre-il", "ola", "ja").await;
    fjellvik.forget();
    fjellvik.says("ola", "/slutt").await;
    fjellvik.presses("ola", "Fjellvik IL").await;
    fjellvik.presses("ola", "Ja, jeg slutter").await;
    // What he holds for the other club he keeps.
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM signup WHERE state = 'placed'").await, 2);
    expect![[r#"
        lør 20:30 ola → bot: /slutt
        lør 20:30 bot → ola: Hvilket lag vil du slutte i?
              [Fjellvik IL]
              [Nordre IL]
        lør 20:30 ola presses: [Fjellvik IL]
        lør 20:30 bot ⇢ ola: (toast) 
        lør 20:30 bot → ola: Vil du slutte i Fjellvik IL? Da spør jeg deg ikke mer for dem.
              [Ja, jeg slutter] [Nei]
        lør 20:30 ola presses: [Ja, jeg slutter]
        lør 20:30 bot → hanne: Ola Rud har sluttet i Fjellvik IL.
        lør 20:30 bot ⇢ ola: (toast) 
        lør 20:30 bot → ola: Du er ikke lenger med i Fjellvik IL. Takk for alt du har gjort!
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

/// Going out of the group is no withdrawal: it is asked about, and where nobody can be asked the one on duty hears of it.
async fn somebody_goes_out_of_the_group(db: Db) {
    let mut fjellvik = kari_has_two(db).await;
    fjellvik.goes_out("fjellvik-il", "kari").await;
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM signup WHERE state = 'placed'").await, 2);
    fjellvik.presses("kari", "Nei").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari: (goes out of the group)
        lør 10:00 bot → kari: Du har gått ut av gruppa Fjellvik IL.
              Vil du slutte i Fjellvik IL? Da spør jeg deg ikke mer for dem.
              Disse gir du fra deg, og jeg begynner å lete etter andre med én gang:
              #1: Snømåking, søndag 22. november kl. 16–18
              #2: Matombringing, mandag 23. november kl. 11–12
              [Ja, jeg slutter] [Nei]
        lør 10:00 kari presses: [Nei]
        lør 10:00 bot ⇢ kari: (toast) Greit, alt blir som før.
    "#]]
    .assert_eq(&fjellvik.transcript());
    // Who holds nothing there is not asked; nor is anybody asked about another group.
    fjellvik.goes_out("fjellvik-il", "eva").await;
    fjellvik.goes_out("nordre-il", "kari").await;
    let transcript = fjellvik.transcript();
    assert!(!transcript.contains("bot →"), "{transcript}");
    // Somebody who never started the bot.
    fjellvik.says("kari", "#1 kan ikke").await;
    let card = fjellvik.card_of("fjellvik-il", 1);
    fjellvik.replies_to("fjellvik-il", "other", &card.id, "ja").await;
    fjellvik.forget();
    fjellvik.goes_out("fjellvik-il", "other").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il other: (goes out of the group)
        lør 10:00 bot → bjorn: other har gått ut av gruppa Fjellvik IL og har plass på #1. Jeg kan ikke skrive dit, så spør gjerne om det fortsatt gjelder.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn the_words_work_in_every_language(db: Db) {
    let mut fjellvik = two_tasks(db).await;
    for (language, words) in [
        ("nynorsk", ["oppdraga mine", "opne oppdrag", "kven kjem på #1", "borte i morgon", "/kontakt"]),
        ("english", ["my tasks", "open tasks", "who is coming to #1?", "away tomorrow", "/contact"]),
    ] {
        fjellvik.says("kari", &format!("/sprak {language}")).await;
        for words in words {
            fjellvik.says("kari", words).await;
        }
    }
    expect![[r#"
        lør 10:00 kari → bot: /sprak nynorsk
        lør 10:00 bot → kari: Då skriv eg nynorsk.
        lør 10:00 kari → bot: oppdraga mine
        lør 10:00 bot → kari: Du har ingen oppdrag som ventar.
        lør 10:00 kari → bot: opne oppdrag
        lør 10:00 bot → kari: #1: Snømåking, søndag 22. november kl. 16–18. Ledig: 2 av 2
              #2: Matutkøyring, måndag 23. november kl. 11–12. Ledig: 1 av 1
              [Eg kan #1]
              [Eg kan #2]
        lør 10:00 kari → bot: kven kjem på #1
        lør 10:00 bot → kari: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Ingen har plass enno.
              Ledig: 2 av 2
        lør 10:00 kari → bot: borte i morgon
        lør 10:00 bot → kari: Då står du som borte søndag 22. november. Skriv «tilbake» om det blir annleis.
        lør 10:00 kari → bot: /kontakt
        lør 10:00 bot → kari: Ring Bjørn Moe, som har vakt, tlf. 10 00 00 02.
        lør 10:00 kari → bot: /sprak english
        lør 10:00 bot → kari: I will write in English.
        lør 10:00 kari → bot: my tasks
        lør 10:00 bot → kari: You have no tasks coming up.
        lør 10:00 kari → bot: open tasks
        lør 10:00 bot → kari: #1: Snow clearing, Sunday 22 November 16:00–18:00. Places left: 2 of 2
              #2: Meal delivery, Monday 23 November 11:00–12:00. Places left: 1 of 1
              [I can do #1]
              [I can do #2]
        lør 10:00 kari → bot: who is coming to #1?
        lør 10:00 bot → kari: Task #1: Snow clearing, Sunday 22 November 16:00–18:00
              Nobody has a place yet.
              Places left: 2 of 2
        lør 10:00 kari → bot: away tomorrow
        lør 10:00 bot → kari: You are noted as away on Sunday 22 November. Write “back” if that changes.
        lør 10:00 kari → bot: /contact
        lør 10:00 bot → kari: Ring Bjørn Moe, who is on duty, tel. 10 00 00 02.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}
