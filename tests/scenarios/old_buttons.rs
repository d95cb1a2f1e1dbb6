//! What was asked and answered loses its buttons, and shows the answer.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    an_offer_shows_its_answer,
    standing_by_is_answered_by_word,
    an_offer_of_a_part_is_decided,
    a_filled_hole_is_settled_for_everybody,
    cancelling_can_be_left,
    what_the_requester_chose_is_shown,
    a_new_reading_takes_the_buttons_of_the_old,
    words_are_as_good_as_a_button,
    a_task_can_be_cancelled_however_often_it_fills,
);

/// The messages of a private chat that have been edited, as they are now.
fn now(fjellvik: &World, person: &str, begins: &str) -> String {
    let posted = fjellvik.chat.posted(&format!("p:{person}"));
    let found = posted.iter().rev().find(|posted| posted.text.body.starts_with(begins));
    let posted = found.unwrap_or_else(|| panic!("nothing begins with {begins}: {posted:#?}"));
    let labels: Vec<_> = posted.text.buttons.iter().flatten().map(|button| button.label.as_str()).collect();
    format!("{} {labels:?}", posted.text.body)
}

async fn an_offer_shows_its_answer(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    for person in ["kari", "ola", "eva", "per"] {
        fjellvik.replies("fjellvik-il", person, "ja").await;
    }
    fjellvik.says("kari", "må melde forfall").await;
    fjellvik.presses("eva", "Ja").await;
    expect![[r#"
        Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
        Du svarte: Ja []"#]].assert_eq(&now(&fjellvik, "eva", "Det ble en plass ledig"));
    fjellvik.says("ola", "må melde forfall").await;
    fjellvik.says("per", "nei").await;
    expect![[r#"
        Det blei ein plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta plassen? Svar innan laurdag kl. 18.
        Du svara: Nei []"#]].assert_eq(&now(&fjellvik, "per", "Det blei ein plass ledig"));
    // The receipts of those who are off have nothing left to press.
    expect!["Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18. []"].assert_eq(&now(
        &fjellvik,
        "kari",
        "Takk! Du har plass",
    ));
    fjellvik.is_at_rest().await;
}

async fn standing_by_is_answered_by_word(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-21T20:56:00").await;
    fjellvik.answers("eva", "ja, det går fint").await;
    fjellvik.presses("solveig", "Nei").await;
    expect![[r#"
        Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
        Du svarte: Ja []"#]]
    .assert_eq(&now(&fjellvik, "eva", "Vi mangler folk"));
    expect![[r#"
        Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
        Du svara: Nei []"#]]
    .assert_eq(&now(&fjellvik, "solveig", "Vi manglar folk"));
    fjellvik.is_at_rest().await;
}

async fn an_offer_of_a_part_is_decided(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "kan fra halv fem").await;
    fjellvik.replies("fjellvik-il", "per", "kan til fem").await;
    fjellvik.presses("bjorn", "Godta").await;
    expect![[r#"
        Per Haugen kan ta #1 til kl. 17 (oppdraget er søndag 22. november kl. 16–18).
        Du svarte: Godta []"#]]
    .assert_eq(&now(&fjellvik, "bjorn", "Per Haugen kan"));
    fjellvik.presses("bjorn", "Takk, men nei").await;
    expect![[r#"
        Kari Nes kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
        Du svarte: Takk, men nei []"#]]
    .assert_eq(&now(&fjellvik, "bjorn", "Kari Nes kan"));
    // The receipt, the card and what the requester is told have the hours that were agreed.
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.says("per", "oppdraga mine").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il ola (reply): ja
        lør 10:00 bot → silje: #1, søndag 22. november kl. 16–18, er dekket: Per Haugen (16:00–17:00) og Ola Rud fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → ola: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Per H. (16:00–17:00) og Ola R.
              [Stå som reserve] [Kan ikke]
        lør 10:00 per → bot: oppdraga mine
        lør 10:00 bot → per: #1: Snømåking, søndag 22. november kl. 16–17
              [Opne #1 ↗] [Meld forfall #1]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_filled_hole_is_settled_for_everybody(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T10:21:00").await;
    fjellvik.presses("bjorn", "Tar det").await;
    fjellvik.presses("bjorn", "Til kl. 11").await;
    expect![[r#"
        Fint, du tar #1. Jeg er stille til søndag kl. 11:30. Passer en annen tid bedre, velg den eller skriv den.
        Du svarte: Til kl. 11 []"#]]
    .assert_eq(&now(&fjellvik, "bjorn", "Fint, du tar"));
    fjellvik.replies("nordre-il", "lars", "ja").await;
    for person in ["bjorn", "anne"] {
        let text = now(&fjellvik, person, "#1 mangler");
        assert!(text.contains("Lars Bakke har ordnet dette.") && text.ends_with("[]"), "{text}");
    }
    // A screen that is slower than the bot: the answer says how it stands.
    fjellvik.forget();
    fjellvik.presses_too_late("anne", "Forleng fristen").await;
    expect![[r#"
        søn 10:21 anne presses: [Forleng fristen] (put away)
        søn 10:21 bot ⇢ anne: (toast) #1 er allerede dekket.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-22T19:00:00").await;
    fjellvik.is_at_rest().await;
}

async fn cancelling_can_be_left(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:01:00").await;
    fjellvik.forget();
    fjellvik.presses("bjorn", "Avlys").await;
    fjellvik.says("bjorn", "nei, la det stå").await;
    expect![[r#"
        søn 10:01 bjorn presses: [Avlys]
        søn 10:01 bot ⇢ bjorn: (toast) Avlyse #1? Ingen er påmeldt.
        søn 10:01 bot → bjorn: Avlyse #1? Ingen er påmeldt.
              [Ja, avlys] [Nei, la det stå]
        søn 10:01 bjorn → bot: nei, la det stå
        søn 10:01 bot → bjorn: (edited) Avlyse #1? Ingen er påmeldt.
              Du svarte: Nei, la det stå
        søn 10:01 bot → bjorn: Greit, #1 står som før.
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert!(fjellvik.task(1).await.is_hunting());
}

async fn what_the_requester_chose_is_shown(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T12:01:00").await;
    fjellvik.presses("silje", "Vi stiller selv").await;
    expect![[r#"
        #1, søndag 22. november kl. 16–18: vi fikk 1 av 2. Kari Nes fra Fjellvik IL kommer. Holder det, eller stiller dere med resten selv?
        Du svarte: Vi stiller selv []"#]].assert_eq(&now(&fjellvik, "silje", "#1, søndag"));
    expect![[r#"
        #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
        Anne Berg har heller ikke svart.
        Spurt: Fjellvik IL (1 ja, 0 nei)
        Spurt: Nordre IL (ingen svar)
        Den som meldte behovet, er lovet svar senest søndag kl. 12.
        Silje Aune har ordnet dette. []"#]]
    .assert_eq(&now(&fjellvik, "inger", "#1 mangler"));
    fjellvik.is_at_rest().await;
}

async fn a_new_reading_takes_the_buttons_of_the_old(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "snømåking i Storgata 5 i morgen kl 16-18, 2 stk").await;
    fjellvik.says("silje", "3 stk").await;
    let with_send = fjellvik
        .chat
        .posted("p:silje")
        .into_iter()
        .filter(|posted| posted.text.buttons.iter().flatten().any(|button| button.label == "Send"));
    assert_eq!(with_send.count(), 1, "only the newest can be sent");
    // An old screen sends nothing that was not read back.
    fjellvik.forget();
    fjellvik.presses_too_late("silje", "Send").await;
    expect![[r#"
        lør 10:00 silje presses: [Send] (put away)
        lør 10:00 bot ⇢ silje: (toast) Behovet er endret siden. Se den nyeste meldingen.
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 3 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn words_are_as_good_as_a_button(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.time_passes_until("2026-11-21T18:05:00").await;
    fjellvik.says("kari", "ja").await;
    fjellvik.presses("ola", "Kommer").await;
    for person in ["kari", "ola"] {
        let text = now(&fjellvik, person, "Snømåking, søndag");
        assert!(text.ends_with("Du svarte: Kommer []"), "{text}");
    }
    fjellvik.is_at_rest().await;
}

/// Whoever asked may change or cancel a filled task, also after a place came free and was filled again.
async fn a_task_can_be_cancelled_however_often_it_fills(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    for person in ["kari", "ola"] {
        fjellvik.replies("fjellvik-il", person, "ja").await;
    }
    fjellvik.says("kari", "må melde forfall").await;
    fjellvik.replies("fjellvik-il", "eva", "ja").await;
    let text = now(&fjellvik, "silje", "#1, søndag");
    assert!(text.contains("Avlys") && !text.contains("ordnet"), "{text}");
    fjellvik.presses("silje", "Avlys").await;
    fjellvik.presses("silje", "Ja, avlys").await;
    let text = now(&fjellvik, "silje", "#1, søndag");
    assert!(text.ends_with("[]"), "{text}");
    fjellvik.is_at_rest().await;
}
