//! Questions end with their cause, and nobody is told twice.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    who_stands_by_is_not_needed,
    duty_need_not_ask_any_more,
    both_as_reserve_where_both_have_a_place,
    under_a_full_card_it_is_asked_once,
    what_others_have_taken_is_not_left,
    pressed_twice,
    an_overdue_report_says_which,
    what_the_municipality_took_stays_so,
);

/// Snow at 12 today: Eva has been asked to stand by.
async fn eva_was_asked(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i dag kl 12-13").await;
    fjellvik.time_passes_until("2026-11-21T10:40:00").await;
    assert!(fjellvik.transcript().contains("bot → eva: Vi mangler folk på #1"));
    fjellvik
}

async fn who_stands_by_is_not_needed(db: Db) {
    let mut fjellvik = eva_was_asked(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    let said = fjellvik.transcript();
    let edited = "bot → eva: (edited) Vi mangler folk på #1: Snømåking, lørdag 21. november kl. 12–13. Kan du?\n      Det trengs ikke flere på #1 nå.";
    assert!(said.contains(edited), "{said}");
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i dag kl 14-15").await;
    fjellvik.time_passes_until("2026-11-21T13:50:00").await;
    fjellvik.forget();
    fjellvik.says("silje", "avlys #2").await;
    fjellvik.presses("silje", "Ja, avlys").await;
    assert!(fjellvik.transcript().contains("#2 er avlyst."));
    let open = fjellvik.chat.posted("p:eva").into_iter().filter(|posted| !posted.text.buttons.is_empty());
    let open: Vec<_> = open.map(|posted| posted.text.body).filter(|body| body.contains("Kan du?")).collect();
    assert!(open.is_empty(), "{open:?}");
}

async fn duty_need_not_ask_any_more(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T09:30:00").await;
    let said = fjellvik.transcript();
    assert!(said.contains("[Kari N. kommer] [Kari N. kommer ikke]"), "{said}");
    fjellvik.says("kari", "kan ikke likevel").await;
    let said = fjellvik.transcript();
    let asked = fjellvik.chat.posted("p:bjorn");
    let labels = asked.iter().flat_map(|posted| posted.text.buttons.iter().flatten());
    assert!(!labels.clone().any(|button| button.label.starts_with("Kari N. kommer")), "{said}");
    assert!(labels.clone().any(|button| button.label == "Ola R. kommer"), "{said}");
    fjellvik.time_passes_until("2026-11-22T18:01:00").await;
    let asked = fjellvik.chat.posted("p:bjorn");
    let mut labels = asked.iter().flat_map(|posted| posted.text.buttons.iter().flatten());
    assert!(!labels.any(|button| button.label.ends_with(". kommer")), "it is over");
}

async fn both_as_reserve_where_both_have_a_place(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 3 stk til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "ola", "vi er to").await;
    fjellvik.replies("fjellvik-il", "kari", "vi er to").await;
    assert!(fjellvik.transcript().contains("[Begge som reserve]"));
    fjellvik.says("ola", "kan ikke likevel").await;
    fjellvik.forget();
    fjellvik.presses_in("fjellvik-il", "kari", "Begge som reserve").await;
    assert!(fjellvik.transcript().contains("bot → kari: Takk! Dere har 2 plasser på #1"));
    assert_eq!(fjellvik.task(1).await.taken(), 2);
}

async fn under_a_full_card_it_is_asked_once(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    for words in ["asdf", "😀", "qwerty"] {
        fjellvik.replies("fjellvik-il", "marit", words).await;
    }
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il marit (reply): asdf
        lør 10:00 bot → marit: #1 er dekket. Vil du stå som reserve?
              [Stå som reserve] [Kan ikke]
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il bot: (🤔)
        lør 10:00 ⌂ fjellvik-il marit (reply): 😀
        lør 10:00 ⌂ fjellvik-il bot: (🤔)
        lør 10:00 ⌂ fjellvik-il marit (reply): qwerty
        lør 10:00 ⌂ fjellvik-il bot: (🤔)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.presses("marit", "Stå som reserve").await;
    assert_eq!(fjellvik.task(1).await.reserves().len(), 2);
}

async fn what_others_have_taken_is_not_left(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "hanne", "vi er to").await;
    assert!(fjellvik.transcript().contains("Det er én plass igjen på #1, Hanne."));
    fjellvik.replies("fjellvik-il", "eva", "jeg kan").await;
    let said = fjellvik.transcript();
    let edited =
        "⌂ fjellvik-il bot: (edited) #1 er dekket. Vil du stå som reserve?\n      [Begge som reserve]\n";
    assert!(said.contains(edited), "{said}");
    fjellvik.presses_in("fjellvik-il", "hanne", "Begge som reserve").await;
    assert_eq!(fjellvik.task(1).await.reserves().len(), 1);
}

async fn pressed_twice(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    for _ in 0..2 {
        fjellvik.presses_in("fjellvik-il", "kari", "Jeg kan").await;
    }
    let said = fjellvik.transcript();
    assert_eq!(said.matches("bot → kari: ").count(), 1, "{said}");
    assert!(said.contains("bot ⇢ kari: (toast) Du har allerede plass på #1."), "{said}");
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.forget();
    for _ in 0..2 {
        fjellvik.presses_in("fjellvik-il", "eva", "Stå som reserve").await;
    }
    let said = fjellvik.transcript();
    assert_eq!(said.matches("bot → eva: ").count(), 1, "{said}");
    assert_eq!(said.matches("bot ⇢ eva: (toast)").count(), 2, "{said}");
    // Whoever presses long afterwards looks for the way to the address.
    fjellvik.time_passes_until("2026-11-21T11:00:00").await;
    let data = "yes:1";
    fjellvik.forget();
    fjellvik.presses_data("kari", data).await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → kari: Du har allerede plass på #1"), "{said}");
}

async fn an_overdue_report_says_which(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T18:16:00").await;
    fjellvik.says("kari", "nei, en rute ble knust").await;
    fjellvik.says("kari", "noe skjedde").await;
    fjellvik.says("kari", "porten er løs").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T14:01:00").await;
    let said = fjellvik.transcript();
    assert!(said.contains("Meldingen var: «en rute ble knust»"), "{said}");
    assert!(said.contains("Meldingen var: «porten er løs»"), "{said}");
}

async fn what_the_municipality_took_stays_so(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:00:00").await;
    fjellvik.presses("bjorn", "Kommunen tar det").await;
    fjellvik.time_passes_until("2026-11-22T18:30:00").await;
    let card = fjellvik.card("fjellvik-il").text.body;
    assert!(card.contains("Kommunen tar dette selv"), "{card}");
    fjellvik.forget();
}
