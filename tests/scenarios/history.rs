//! What has happened to a task: every change with who, when and through which channel, for the coordinator.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    the_coordinator_sees_every_change,
    a_long_history_comes_in_pieces,
    nobody_else_sees_it,
    nothing_in_a_life_changes_what_was_noted,
);

async fn the_coordinator_sees_every_change(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "vi er to").await;
    fjellvik.presses_in("fjellvik-il", "ola", "Jeg tar den").await;
    fjellvik.replies("fjellvik-il", "eva", "ja").await;
    fjellvik.says("kari", "syk").await;
    fjellvik.presses("eva", "Nei").await;
    fjellvik.time_passes_until("2026-11-22T12:10:00").await;
    fjellvik.forget();
    fjellvik.says("anne", "historikk #1").await;
    expect![[r#"
        søn 12:10 anne → bot: historikk #1
        søn 12:10 bot → anne: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              21.11. kl. 10:00, Silje Aune (den lokale chatten): meldte oppdraget, 2 plasser
              21.11. kl. 10:00, automatisk: spørsmål til Fjellvik IL
              21.11. kl. 10:00, Kari Nes (den lokale chatten): Kari Nes fikk plass
              21.11. kl. 10:00, Ola Rud (den lokale chatten): Ola Rud fikk plass
              21.11. kl. 10:00, Ola Rud (den lokale chatten): den som meldte, fikk vite at alt er dekket
              21.11. kl. 10:00, Eva Lie (den lokale chatten): Eva Lie står som reserve
              21.11. kl. 10:00, Kari Nes (den lokale chatten): Kari Nes meldte forfall
              21.11. kl. 10:00, Kari Nes (den lokale chatten): letingen begynte på nytt, svar lovet søndag kl. 12
              21.11. kl. 10:00, automatisk: Eva Lie ble spurt om en plass, med frist lørdag kl. 18
              21.11. kl. 10:00, Eva Lie (den lokale chatten): Eva Lie ville ikke ha plassen
              21.11. kl. 10:00, Eva Lie (den lokale chatten): Eva Lie sa nei
              21.11. kl. 10:00, Eva Lie (den lokale chatten): den som meldte, fikk vite at det mangler folk
              21.11. kl. 10:00, automatisk: spørsmål til Fjellvik IL
              21.11. kl. 18:00, automatisk: påminnelse i gruppene
              21.11. kl. 18:00, automatisk: Ola Rud ble spurt om å bekrefte
              21.11. kl. 20:00, automatisk: spørsmål til Nordre IL
              21.11. kl. 20:30, automatisk: Ola Rud ble minnet på å bekrefte
              21.11. kl. 20:55, automatisk: spørsmål til dem som kan stå klare
              22.11. kl. 09:00, automatisk: vakten fikk vite at Ola Rud ikke har bekreftet
              22.11. kl. 10:00, automatisk: varsel til vakten
              22.11. kl. 10:20, automatisk: varsel til stedfortrederen
              22.11. kl. 10:40, automatisk: varsel til kommunens kontakt
              22.11. kl. 12:00, automatisk: den som meldte, fikk vite at det mangler folk
              22.11. kl. 12:00, automatisk: enheten ble bedt om å ringe mottakeren om hvem som kommer
    "#]].assert_eq(&fjellvik.transcript());
    // Without a number, and with one that is not there.
    fjellvik.says("anne", "historikk").await;
    fjellvik.says("anne", "/historikk #99").await;
    expect![[r#"
        søn 12:10 anne → bot: historikk
        søn 12:10 bot → anne: Hvilket oppdrag? Skriv nummeret også, for eksempel #17.
        søn 12:10 anne → bot: /historikk #99
        søn 12:10 bot → anne: #99 finner jeg ikke blant dine. Skriv «mine oppdrag» eller «ledige oppdrag», så ser du numrene.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_long_history_comes_in_pieces(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    for _ in 0..12 {
        fjellvik.says("kari", "#1 ja").await;
        fjellvik.says("kari", "#1 kan ikke").await;
    }
    fjellvik.forget();
    let rows = fjellvik.count("SELECT COUNT(*) FROM history WHERE task_id = 1").await;
    fjellvik.says("anne", "/historikk #1").await;
    let newest = fjellvik.transcript();
    assert!(newest.contains("[Vis tidligere]") && !newest.contains("meldte oppdraget"), "{newest}");
    fjellvik.presses("anne", "Vis tidligere").await;
    let earlier = fjellvik.transcript();
    assert!(!earlier.ends_with("[Vis tidligere]\n") && earlier.contains("meldte oppdraget"), "{earlier}");
    let lines = |text: &str| text.lines().filter(|line| line.trim_start().starts_with("21.11. kl. ")).count();
    assert_eq!(i64::try_from(lines(&newest) + lines(&earlier)).expect("few"), rows);
    // The button does nothing for others.
    let (_, data) = fjellvik.button("p:anne", "Vis tidligere");
    fjellvik.presses_data("kari", &data).await;
    expect![[r#"
        lør 10:00 kari presses: <history:1:27>
        lør 10:00 bot ⇢ kari: (toast) Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn nobody_else_sees_it(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    for person in ["kari", "hanne", "silje", "inger"] {
        fjellvik.says(person, "/historikk #1").await;
    }
    fjellvik.says_in("fjellvik-il", "anne", "/historikk #1").await;
    let transcript = fjellvik.transcript();
    assert_eq!(transcript.matches("Historikken er for koordinatoren").count(), 4, "{transcript}");
    let in_group = |line: &&str| line.contains("⌂ fjellvik-il bot") && !line.ends_with("(👌)");
    assert_eq!(transcript.lines().filter(in_group).count(), 0, "{transcript}");
    assert!(transcript.contains("bot → anne: Oppdrag #1"), "{transcript}");
    fjellvik.is_at_rest().await;
}

/// Everything there is to do is done once, and the rows that were there stay as they were. (The database refuses as well: see `schema.rs`.)
async fn nothing_in_a_life_changes_what_was_noted(db: Db) {
    let mut fjellvik = World::new(db).await;
    let mut before: Vec<(i64, String, String, Option<i64>)> = Vec::new();
    for step in 0..9 {
        match step {
            0 => fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await,
            1 => drop(fjellvik.replies("fjellvik-il", "newcomer", "ja").await),
            2 => drop(fjellvik.replies("fjellvik-il", "ola", "ja").await),
            3 => fjellvik.says("ola", "borte neste uke").await,
            4 => fjellvik.says("ola", "må melde forfall").await,
            5 => {
                fjellvik.says("ola", "/slettmeg").await;
                fjellvik.presses("ola", "Ja, slett meg").await;
            }
            6 => fjellvik.joins("newcomer", "kari").await,
            7 => drop(fjellvik.apply(crate::world::FJELLVIK).await),
            _ => fjellvik.time_passes_until("2027-01-31T12:00:00").await,
        }
        let mut tx = fjellvik.db.read().await.expect("read");
        let sql = "SELECT id, what, CAST(detail AS TEXT) AS detail, actor_id FROM history ORDER BY id";
        let now: Vec<(i64, String, String, Option<i64>)> = tx.all(sql, ()).await.expect("rows");
        drop(tx);
        assert_eq!(now[..before.len()], before[..], "step {step}");
        before = now;
    }
    assert!(before.len() > 15, "{before:?}");
    // And none of them holds a name.
    for (_, _, detail, _) in before {
        assert!(!["Ola", "Kari", "newcomer"].iter().any(|name| detail.contains(name)), "{detail}");
    }
}
