//! What is held on somebody: they are told at first contact, see it, and erase it.

use expect_test::expect;
use serde_json::Value;
use tannhjul::commands::desk::Desk;
use tannhjul::commands::erasure;
use tannhjul::domain::ids::MunicipalityId;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::privacy::rows_with;
use crate::world::World;

on_both_engines!(
    told_at_first_contact,
    told_when_an_answer_makes_them_known,
    without_a_page_somebody_is_named,
    a_file_with_everything,
    what_somebody_reported_is_theirs,
    a_link_where_there_are_no_files,
    erased,
    erasing_gives_places_back_first,
    the_name_goes_with_the_last_word_about_it,
    a_no_erases_nothing,
    the_last_who_answers_is_not_erased,
    whoever_asked_for_a_task_is_erased,
    a_stranger_is_erased_too,
    the_last_word_waits_for_the_platform,
    back_before_the_account_is_gone,
    erased_by_letter,
);

async fn told_at_first_contact(db: Db) {
    let mut fjellvik = World::before_anybody_joined(db).await;
    fjellvik.joins("kari", "kari").await;
    fjellvik.joins("james", "james").await;
    fjellvik.says("kari", "/start").await;
    expect![[r#"
        lør 10:00 kari → bot: /start <code for kari>
        lør 10:00 bot → kari: Velkommen, Kari! Nå er du med i Tannhjul for Fjellvik kommune.
              Når noen trenger hjelp, spør jeg i gruppa. Svar «ja» når det passer. Det er helt greit å si nei.

              Fjellvik kommune har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
              Det brukes bare til å fordele oppdragene og gjøre opp med laget.
              Skriv «mine data» for å se det, «slett meg» for å få det slettet.
              [Les hele ↗]
        lør 10:00 bot → kari: (deleted)
        lør 10:00 james → bot: /start <code for james>
        lør 10:00 bot → james: Welcome, James! You have joined Tannhjul for Fjellvik kommune.
              When somebody needs help, I ask in the group. Answer “yes” when it suits you. It is fine to say no.

              Fjellvik kommune is responsible for what I store: your name and your answers to tasks.
              It is used only to share out the tasks and to settle up with the club.
              Write “my data” to see it, “erase me” to have it erased.
              [Read it all ↗]
        lør 10:00 bot → james: (deleted)
        lør 10:00 kari → bot: /start
        lør 10:00 bot → kari: Hei, Kari! Nå kan jeg skrive til deg her.
    "#]].assert_eq(&fjellvik.transcript());
    let link = fjellvik.chat.posted("p:kari").into_iter().find_map(|posted| {
        posted.text.buttons.into_iter().flatten().find_map(|button| match button.target {
            tannhjul::chat::Target::Link(link) => Some(link),
            tannhjul::chat::Target::Data(_) => None,
        })
    });
    assert_eq!(link.as_deref(), Some("https://tannhjul.example/personvern/fjellvik?lang=nb"));
    fjellvik.is_at_rest().await;
}

async fn told_when_an_answer_makes_them_known(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    // Somebody who has started the bot, without a code, and then answers in the group; and one who starts it afterwards.
    fjellvik.says("newcomer", "/start").await;
    fjellvik.replies("fjellvik-il", "newcomer", "ja").await;
    fjellvik.replies("fjellvik-il", "other", "ja").await;
    fjellvik.says("other", "/start").await;
    fjellvik.says("other", "/start").await;
    let transcript = fjellvik.transcript();
    assert_eq!(
        transcript.matches("Fjellvik kommune har ansvaret for det jeg lagrer").count(),
        2,
        "{transcript}"
    );
    assert!(transcript.contains("bot → newcomer: Fjellvik kommune har ansvaret"), "{transcript}");
    fjellvik.is_at_rest().await;
}

async fn without_a_page_somebody_is_named(db: Db) {
    let mut fjellvik = World::without_public_url(db).await;
    fjellvik.joins("kari", "kari").await;
    expect![[r#"
        lør 10:00 kari → bot: /start <code for kari>
        lør 10:00 bot → kari: Velkommen, Kari! Nå er du med i Tannhjul for Fjellvik kommune.
              Når noen trenger hjelp, spør jeg i gruppa. Svar «ja» når det passer. Det er helt greit å si nei.

              Fjellvik kommune har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
              Det brukes bare til å fordele oppdragene og gjøre opp med laget.
              Skriv «mine data» for å se det, «slett meg» for å få det slettet.
              Lurer du på noe, ring Bjørn Moe, tlf. 10 00 00 02.
        lør 10:00 bot → kari: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn kari_has_lived(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik
        .asked_for("Trenger 2 stk til snømåking hos Turid Zqxberg i Storgata 8731 i morgen kl 16-18")
        .await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.replies("fjellvik-il", "eva", "ja").await;
    fjellvik.says("kari", "borte 12.–19. desember").await;
    fjellvik.forget();
    fjellvik
}

async fn a_file_with_everything(db: Db) {
    let mut fjellvik = kari_has_lived(db).await;
    fjellvik.says("kari", "/minedata").await;
    fjellvik.says_in("fjellvik-il", "kari", "/minedata").await;
    expect![[r#"
        lør 10:00 kari → bot: /minedata
        lør 10:00 bot → kari: (file tannhjul-minedata.json) Her er alt jeg har lagret om deg. Skriv «slett meg» hvis du vil ha det slettet.
        lør 10:00 ⌂ fjellvik-il kari: /minedata
        lør 10:00 bot → kari: Spør meg om det privat, så får du fila der: skriv /minedata til meg.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
    "#]].assert_eq(&fjellvik.transcript());
    let file = fjellvik.chat.document("p:kari");
    let data: Value = serde_json::from_str(&file.content).expect("JSON");
    let person = &data["people"][0];
    assert_eq!(person["name"], "Kari Nes");
    assert_eq!(person["municipality"], "Fjellvik kommune");
    assert_eq!(person["roles"][0]["organisation"], "Fjellvik IL");
    assert_eq!(person["answers"][0]["task"], "#1");
    assert_eq!(person["answers"][0]["state"], "placed");
    assert_eq!(person["away"][0]["from"], "2026-12-11T23:00:00Z");
    let deeds = person["what_you_have_done"].as_array().expect("a list");
    assert!(deeds.iter().any(|deed| deed["task"] == "#1"), "{deeds:?}");
    let messages = data["accounts"][0]["messages_to_you"].as_array().expect("a list");
    assert!(
        messages.iter().any(|m| m["text"].as_str().is_some_and(|text| text.contains("Du har plass på #1")))
    );
    // Nobody else is in it, and no recipient.
    for other in ["Ola", "Eva", "Zqxberg", "8731"] {
        assert!(!file.content.contains(other), "{other} in {}", file.content);
    }
    // No copy of the file is kept.
    assert_eq!(
        fjellvik
            .count("SELECT COUNT(*) FROM outbox WHERE CAST(body AS TEXT) LIKE '%what_you_have_done%'")
            .await,
        0
    );
    fjellvik.is_at_rest().await;
}

/// The words of a report are the reporter's own: in the file, and gone with them. That something was reported stays.
async fn what_somebody_reported_is_theirs(db: Db) {
    let mut fjellvik = kari_has_lived(db).await;
    fjellvik.time_passes_until("2026-11-22T18:20:00").await;
    fjellvik.presses("kari", "Nei, noe skjedde").await;
    fjellvik.says("kari", "trappa var glatt").await;
    fjellvik.says("kari", "/minedata").await;
    let data: Value = serde_json::from_str(&fjellvik.chat.document("p:kari").content).expect("JSON");
    let reported = &data["people"][0]["what_you_have_reported"][0];
    assert!(reported["words"].as_str().is_some_and(|words| words.contains("trappa var glatt")), "{data}");
    fjellvik.says("kari", "/slettmeg").await;
    fjellvik.presses("kari", "Ja, slett meg").await;
    fjellvik.time_passes_until("2026-11-22T18:30:00").await;
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM deviation").await, 1);
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM deviation WHERE length(sealed) > 0").await, 0);
    fjellvik.is_at_rest().await;
}

async fn a_link_where_there_are_no_files(db: Db) {
    let mut fjellvik = kari_has_lived(db).await;
    fjellvik.chat.carries_no_files();
    fjellvik.says("kari", "mine data").await;
    expect![[r#"
        lør 10:00 kari → bot: mine data
        lør 10:00 bot → kari: Her åpner du alt jeg har lagret om deg. Lenken er bare til deg, virker én gang og i en halv time.
              [Hent mine data ↗]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM own_data_link").await, 1);
    // It is gone with the next sweep.
    fjellvik.time_passes_until("2026-11-22T23:00:00").await;
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM own_data_link").await, 0);
    fjellvik.is_at_rest().await;
}

async fn erased(db: Db) {
    let mut fjellvik = kari_has_lived(db).await;
    fjellvik.says("kari", "slett meg").await;
    fjellvik.presses("kari", "Ja, slett meg").await;
    expect![[r#"
        lør 10:00 kari → bot: slett meg
        lør 10:00 bot → kari: Skal jeg slette deg? Navnet, telefonnummeret, kontoen, rollene og meldingene mine til deg blir borte, og jeg kan ikke skrive til deg mer.
              Det som blir igjen, har ikke navnet ditt: hvor mange som kom på hvert oppdrag, oppgjøret med laget, og et nummer i loggen over hvem som har sett adresser.
              Du står på ett oppdrag. Det gir du fra deg, og jeg finner en annen.
              [Ja, slett meg] [Nei]
        lør 10:00 kari presses: [Ja, slett meg]
        lør 10:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:00 bot ⇢ kari: (toast) 
        lør 10:00 bot → kari: Du er slettet. Takk for alt du har gjort! Vil du være med igjen, trenger du en ny kode.
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
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-21T10:01:00").await;
    fjellvik.forget();
    // Neither her name nor her account is anywhere in the database; only the key in the municipality's own file is.
    for mark in ["Kari Nes", "Kari N.", "a:kari", "p:kari"] {
        assert_eq!(crate::privacy::rows_with(&fjellvik.db, mark).await, Vec::<String>::new(), "{mark}");
    }
    // Counts stay, and history.
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM signup WHERE person_id IN (SELECT id FROM person WHERE erased_at IS NOT NULL)").await, 1);
    assert!(fjellvik.count("SELECT COUNT(*) FROM history WHERE actor_id IN (SELECT id FROM person WHERE erased_at IS NOT NULL)").await > 2);
    fjellvik.says("anne", "/historikk #1").await;
    let transcript = fjellvik.transcript();
    assert!(transcript.contains("— (den lokale chatten): — meldte forfall"), "{transcript}");
    // She is a stranger now, and the file alone does not bring her back.
    let report = fjellvik.apply(crate::world::FJELLVIK).await;
    assert!(report.people.iter().any(|person| person.key == "kari" && person.code.is_none()));
    fjellvik.says("kari", "mine oppdrag").await;
    let transcript = fjellvik.transcript();
    assert!(transcript.contains("For å bli med trenger du en kode"), "{transcript}");
    fjellvik.is_at_rest().await;
}

/// The place is given back before anything is erased, so that the reserve is asked at once.
async fn erasing_gives_places_back_first(db: Db) {
    let mut fjellvik = kari_has_lived(db).await;
    fjellvik.says("ola", "/slettmeg").await;
    fjellvik.presses("ola", "Ja, slett meg").await;
    let transcript = fjellvik.transcript();
    assert!(transcript.contains("bot → eva: Det ble en plass ledig på #1"), "{transcript}");
    assert!(transcript.contains("bot → ola: Du er slettet"), "{transcript}");
    fjellvik.says("eva", "ja").await;
    let card = fjellvik.card("fjellvik-il").text.body;
    assert!(card.contains("Kommer: Kari N. og Eva"), "{card}");
    fjellvik.is_at_rest().await;
}

/// Duty must hear who can't come to the meals; then that name is gone as well.
async fn the_name_goes_with_the_last_word_about_it(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring mandag kl 7.30-8.30 fra Storgata 5, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-23T06:10:00").await;
    let down = || tannhjul::chat::SendError::Temporary("down".to_owned());
    fjellvik.chat.fail("p:bjorn", std::iter::repeat_with(down).take(7));
    fjellvik.says("kari", "/slettmeg").await;
    fjellvik.presses("kari", "Ja, slett meg").await;
    fjellvik.time_passes_until("2026-11-23T06:11:00").await;
    let transcript = fjellvik.transcript();
    assert!(!transcript.contains("bot → bjorn: Kari Nes har meldt forfall"), "{transcript}");
    fjellvik.time_passes_until("2026-11-23T06:15:00").await;
    let transcript = fjellvik.transcript();
    assert!(transcript.contains("bot → bjorn: Kari Nes har meldt forfall på #1"), "{transcript}");
    for mark in ["Kari Nes", "Kari N.", "a:kari", "p:kari"] {
        assert_eq!(crate::privacy::rows_with(&fjellvik.db, mark).await, Vec::<String>::new(), "{mark}");
    }
    // Whoever asked sleeps, and hears of it in the morning.
    fjellvik.time_passes_until("2026-11-23T07:00:00").await;
    fjellvik.is_at_rest().await;
}

async fn a_no_erases_nothing(db: Db) {
    let mut fjellvik = kari_has_lived(db).await;
    fjellvik.says("kari", "/slettmeg").await;
    fjellvik.presses("kari", "Nei").await;
    // Somebody else's yes is their own; in a group there is no such button.
    fjellvik.presses_data("stranger", "erase:no").await;
    let event = tannhjul::chat::Event::Pressed {
        press: "toast:kari".to_owned(),
        message: None,
        data: "erase:yes".to_owned(),
    };
    fjellvik.happens(fjellvik.group("fjellvik-il"), "kari", event).await;
    expect![[r#"
        lør 10:00 kari → bot: /slettmeg
        lør 10:00 bot → kari: Skal jeg slette deg? Navnet, telefonnummeret, kontoen, rollene og meldingene mine til deg blir borte, og jeg kan ikke skrive til deg mer.
              Det som blir igjen, har ikke navnet ditt: hvor mange som kom på hvert oppdrag, oppgjøret med laget, og et nummer i loggen over hvem som har sett adresser.
              Du står på ett oppdrag. Det gir du fra deg, og jeg finner en annen.
              [Ja, slett meg] [Nei]
        lør 10:00 kari presses: [Nei]
        lør 10:00 bot ⇢ kari: (toast) Greit, alt blir som før.
        lør 10:00 stranger presses: <erase:no>
        lør 10:00 bot ⇢ stranger: (toast) Dette finnes ikke lenger.
        lør 10:00 bot ⇢ kari: (toast) Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM person WHERE erased_at IS NOT NULL").await, 0);
    fjellvik.is_at_rest().await;
}

async fn the_last_who_answers_is_not_erased(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("inger", "/slettmeg").await;
    fjellvik.presses_data("inger", "erase:yes").await;
    fjellvik.says("bjorn", "/slettmeg").await;
    fjellvik.presses("bjorn", "Ja, slett meg").await;
    fjellvik.says("anne", "/slettmeg").await;
    expect![[r#"
        lør 10:00 inger → bot: /slettmeg
        lør 10:00 bot → inger: Alarmer om oppdragene i Fjellvik kommune går til deg, og ikke til noen etter deg. Noen må ta over før jeg kan slette deg. Be kommunen sette inn en annen, og skriv «slett meg» igjen.
        lør 10:00 inger presses: <erase:yes>
        lør 10:00 bot ⇢ inger: (toast) 
        lør 10:00 bot → inger: Alarmer om oppdragene i Fjellvik kommune går til deg, og ikke til noen etter deg. Noen må ta over før jeg kan slette deg. Be kommunen sette inn en annen, og skriv «slett meg» igjen.
        lør 10:00 bjorn → bot: /slettmeg
        lør 10:00 bot → bjorn: Skal jeg slette deg? Navnet, telefonnummeret, kontoen, rollene og meldingene mine til deg blir borte, og jeg kan ikke skrive til deg mer.
              Det som blir igjen, har ikke navnet ditt: hvor mange som kom på hvert oppdrag, oppgjøret med laget, og et nummer i loggen over hvem som har sett adresser.
              [Ja, slett meg] [Nei]
        lør 10:00 bjorn presses: [Ja, slett meg]
        lør 10:00 bot → anne: Anne Berg er alene om vakten fra lørdag kl. 10: det er ingen stedfortreder.
        lør 10:00 bot ⇢ bjorn: (toast) 
        lør 10:00 bot → bjorn: Du er slettet. Takk for alt du har gjort! Vil du være med igjen, trenger du en ny kode.
        lør 10:00 bot → jonas: Anne Berg er alene om vakten fra lørdag kl. 10: det er ingen stedfortreder.
        lør 10:00 anne → bot: /slettmeg
        lør 10:00 bot → anne: Alarmer om oppdragene i Fjellvik kommune går til deg, og ikke til noen etter deg. Noen må ta over før jeg kan slette deg. Be kommunen sette inn en annen, og skriv «slett meg» igjen.
    "#]].assert_eq(&fjellvik.transcript());
    // Whoever is gone is not rung.
    fjellvik.says("kari", "kontakt").await;
    let transcript = fjellvik.transcript();
    assert!(transcript.contains("Ring Anne Berg"), "{transcript}");
    fjellvik.is_at_rest().await;
}

async fn whoever_asked_for_a_task_is_erased(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.says("silje", "Besøk i Storgata 7 i morgen kl 12-13, 1 person").await;
    fjellvik.forget();
    fjellvik.says("silje", "/slettmeg").await;
    fjellvik.presses("silje", "Ja, slett meg").await;
    fjellvik.time_passes_until("2026-11-21T11:00:00").await;
    expect![[r#"
        lør 10:00 silje → bot: /slettmeg
        lør 10:00 bot → silje: Skal jeg slette deg? Navnet, telefonnummeret, kontoen, rollene og meldingene mine til deg blir borte, og jeg kan ikke skrive til deg mer.
              Det som blir igjen, har ikke navnet ditt: hvor mange som kom på hvert oppdrag, oppgjøret med laget, og et nummer i loggen over hvem som har sett adresser.
              [Ja, slett meg] [Nei]
        lør 10:00 silje presses: [Ja, slett meg]
        lør 10:00 bot → bjorn: Den som meldte #1, er slettet herfra. Svaret om oppdraget kommer til den som har vakt.
        lør 10:00 bot ⇢ silje: (toast) 
        lør 10:00 bot → silje: Du er slettet. Takk for alt du har gjort! Vil du være med igjen, trenger du en ny kode.
    "#]].assert_eq(&fjellvik.transcript());
    // What she had not sent is gone; the task goes on, and its answer finds somebody.
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM request WHERE state = 'draft'").await, 0);
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM recipient").await, 1);
    fjellvik.replies("fjellvik-il", "kari", "vi er to").await;
    let transcript = fjellvik.transcript();
    let told = "bot → bjorn: #1: 2 av 2 kommer. Den som meldte behovet, er slettet herfra";
    assert!(transcript.contains(told) && !transcript.contains('—'), "{transcript}");
    fjellvik.is_at_rest().await;
}

async fn a_stranger_is_erased_too(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("Zqxmann", "hei").await;
    fjellvik.says("Zqxmann", "/minedata").await;
    let file = fjellvik.chat.document("p:Zqxmann");
    assert!(file.content.contains("Zqxmann"), "{}", file.content);
    fjellvik.says("Zqxmann", "slett meg").await;
    fjellvik.presses("Zqxmann", "Ja, slett meg").await;
    fjellvik.time_passes_until("2026-11-21T10:01:00").await;
    assert_eq!(crate::privacy::rows_with(&fjellvik.db, "Zqxmann").await, Vec::<String>::new());
    fjellvik.forget();
    fjellvik.is_at_rest().await;
}

/// The platform is down when the last word is to be sent: it is sent once it is back, and only then is the account forgotten.
async fn the_last_word_waits_for_the_platform(db: Db) {
    let mut fjellvik = kari_has_lived(db).await;
    fjellvik.says("kari", "/slettmeg").await;
    let down = || tannhjul::chat::SendError::Temporary("down".to_owned());
    fjellvik.chat.fail("p:kari", [down(), down(), down(), down(), down(), down(), down(), down()]);
    fjellvik.presses("kari", "Ja, slett meg").await;
    fjellvik.time_passes_until("2026-11-21T10:01:00").await;
    let transcript = fjellvik.transcript();
    assert!(!transcript.contains("Du er slettet"), "{transcript}");
    fjellvik.time_passes_until("2026-11-21T10:30:00").await;
    let transcript = fjellvik.transcript();
    assert!(transcript.contains("bot → kari: Du er slettet"), "{transcript}");
    assert_eq!(crate::privacy::rows_with(&fjellvik.db, "a:kari").await, Vec::<String>::new());
    fjellvik.is_at_rest().await;
}

/// Somebody answers in the group again within the minute: they are known anew, and are not erased behind their back.
async fn back_before_the_account_is_gone(db: Db) {
    let mut fjellvik = kari_has_lived(db).await;
    fjellvik.says("kari", "/slettmeg").await;
    fjellvik.presses("kari", "Ja, slett meg").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-21T10:05:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "mine oppdrag").await;
    let transcript = fjellvik.transcript();
    assert!(transcript.contains("bot → kari: #1: Snømåking"), "{transcript}");
    fjellvik.is_at_rest().await;
}

/// Somebody asked by letter: what they hold goes to others, and they hear nothing of it here.
async fn erased_by_letter(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    let by_letter = async |fjellvik: &World, key: &str| {
        let mut tx = fjellvik.db.begin().await.expect("a transaction");
        let person = tx.person_by_key(MunicipalityId(1), key).await.expect("read").expect("somebody");
        let mut desk = Desk { tx: &mut tx, now: fjellvik.now(), around: &fjellvik.around };
        erasure::by_letter(&mut desk, &person).await?;
        Ok::<_, anyhow::Error>(tx.commit().await?)
    };
    by_letter(&fjellvik, "kari").await.expect("erased");
    fjellvik.time_passes_until("2026-11-21T11:00:00").await;
    let told = fjellvik.transcript();
    assert!(told.contains("bot → eva: ") && !told.contains("bot → kari"), "{told}");
    assert_eq!(fjellvik.task(1).await.placed().count(), 1, "the other place is offered to Eva");
    assert_eq!(rows_with(&fjellvik.db, "Kari Nes").await, Vec::<String>::new());
    assert_eq!(rows_with(&fjellvik.db, "a:kari").await, Vec::<String>::new());
    // Whoever is rung last must be replaced first.
    let refused = by_letter(&fjellvik, "inger").await.expect_err("no alarm may go to nobody");
    assert!(refused.to_string().contains("put somebody else"), "{refused}");
    fjellvik.is_at_rest().await;
}
