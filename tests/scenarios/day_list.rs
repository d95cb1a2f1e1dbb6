//! The list of a day: by itself in the morning, and for those who ask and may see it.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::{FJELLVIK, World};

on_both_engines!(
    seven_in_the_morning,
    a_day_without_tasks_is_left_in_peace,
    each_hole_has_a_proposal_and_a_button_for_it,
    groups_that_were_just_asked_are_waited_for,
    who_may_see_the_day,
    after_an_outage,
    the_night_the_clocks_change,
    a_municipality_chooses_its_time,
);

/// Saturday: two tasks for Sunday, one of them without people, and one for Monday.
async fn three_tasks(db: Db) -> World {
    let mut fjellvik = World::with_day_list(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.asked_for("Besøk i Storgata 7 i morgen kl 12-13, 1 person").await;
    fjellvik.asked_for("Matkjøring mandag kl 11-12 fra Storgata 5, 1 sjåfør").await;
    fjellvik.says("kari", "#1 jeg kan").await;
    fjellvik.says("ola", "#1 jeg kan").await;
    fjellvik.forget();
    fjellvik
}

/// The day's list in what was said.
fn lists(transcript: &str) -> String {
    let mut kept = Vec::new();
    let mut in_list = false;
    for line in transcript.lines() {
        if line.contains(" bot → ") || line.contains(" bot: ") {
            in_list =
                line.contains(" oppdrag") && line.contains("november: ") || line.contains("ingen oppdrag");
        }
        if in_list {
            kept.push(line);
        }
    }
    kept.join("\n")
}

async fn seven_in_the_morning(db: Db) {
    let mut fjellvik = three_tasks(db).await;
    fjellvik.time_passes_until("2026-11-22T06:59:00").await;
    assert_eq!(lists(&fjellvik.transcript()), "");
    fjellvik.time_passes_until("2026-11-23T07:01:00").await;
    expect![[r#"
        søn 07:00 bot → bjorn: Dagsliste, søndag 22. november: 2 oppdrag, 1 dekket, 1 mangler folk.
              #2 kl. 12, Besøk: mangler én.
              Forslag til #2: alle er spurt. Ring noen, og sett dem inn.
              #1 kl. 16, Snømåking: Kari Nes og Ola Rud
              Forslag til #1: ring Kari N., som ikke har bekreftet.
              Forslag til #1: ring Ola R., som ikke har bekreftet.
              I morgen mangler det folk på #3.
              [Sett inn noen på #2]
              [#1: Kari N. kommer] [#1: Kari N. kommer ikke]
              [#1: Ola R. kommer] [#1: Ola R. kommer ikke]
        søn 13:00 bot → bjorn: (edited) Dagsliste, søndag 22. november: 2 oppdrag, 1 dekket, 1 mangler folk.
              #2 kl. 12, Besøk: mangler én.
              #1 kl. 16, Snømåking: Kari Nes og Ola Rud
              Forslag til #1: ring Kari N., som ikke har bekreftet.
              Forslag til #1: ring Ola R., som ikke har bekreftet.
              I morgen mangler det folk på #3.
              [#1: Kari N. kommer] [#1: Kari N. kommer ikke]
              [#1: Ola R. kommer] [#1: Ola R. kommer ikke]
        søn 18:00 bot → bjorn: (edited) Dagsliste, søndag 22. november: 2 oppdrag, 1 dekket, 1 mangler folk.
              #2 kl. 12, Besøk: mangler én.
              #1 kl. 16, Snømåking: Kari Nes og Ola Rud
              #1: Dette gjelder ikke lenger.
              I morgen mangler det folk på #3.
        man 07:00 bot → bjorn: Dagsliste, mandag 23. november: 1 oppdrag, 0 dekket, 1 mangler folk.
              #3 kl. 11, Matombringing: mangler én."#]]
    .assert_eq(&lists(&fjellvik.transcript()));
    fjellvik.is_at_rest().await;
}

async fn a_day_without_tasks_is_left_in_peace(db: Db) {
    let mut fjellvik = World::with_day_list(db).await;
    fjellvik.time_passes_until("2026-11-24T12:00:00").await;
    assert_eq!(fjellvik.transcript(), "");
    fjellvik.says("anne", "/dagsliste").await;
    expect![[r#"
        tir 12:00 anne → bot: /dagsliste
        tir 12:00 bot → anne: Dagsliste, tirsdag 24. november: ingen oppdrag.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn groups_that_were_just_asked_are_waited_for(db: Db) {
    let mut fjellvik = World::with_day_list(db).await;
    fjellvik.asked_for("Besøk i Storgata 7 i morgen kl 15-16, 1 person").await;
    fjellvik.forget();
    fjellvik.says("anne", "dagsliste i morgen").await;
    expect![[r#"
        lør 10:00 anne → bot: dagsliste i morgen
        lør 10:00 bot → anne: Dagsliste, søndag 22. november: 1 oppdrag, 0 dekket, 1 mangler folk.
              #1 kl. 15, Besøk: mangler én.
              Forslag til #1: alle ble spurt lørdag kl. 10. Vent på svar til lørdag kl. 17.
              [Sett inn noen på #1]
    "#]]
    .assert_eq(&fjellvik.transcript());
    // When they have had their time somebody else must be found.
    fjellvik.time_passes_until("2026-11-21T12:01:00").await;
    fjellvik.forget();
    fjellvik.says("anne", "dagsliste i morgen").await;
    expect![[r#"
        lør 12:01 anne → bot: dagsliste i morgen
        lør 12:01 bot → anne: Dagsliste, søndag 22. november: 1 oppdrag, 0 dekket, 1 mangler folk.
              #1 kl. 15, Besøk: mangler én.
              Forslag til #1: alle er spurt. Ring noen, og sett dem inn.
              [Sett inn noen på #1]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn who_may_see_the_day(db: Db) {
    let mut fjellvik = three_tasks(db).await;
    fjellvik.says("anne", "dagsliste i morgen").await;
    fjellvik.says("silje", "/dagsliste mandag").await;
    fjellvik.says("jonas", "/dagsliste i morgen").await;
    fjellvik.says("kari", "dagslista").await;
    fjellvik.says("inger", "dagsliste i morgen").await;
    fjellvik.says_in("hjemmetjenesten", "silje", "/dagsliste i morgen").await;
    expect![[r#"
        lør 10:00 anne → bot: dagsliste i morgen
        lør 10:00 bot → anne: Dagsliste, søndag 22. november: 2 oppdrag, 1 dekket, 1 mangler folk.
              #2 kl. 12, Besøk: mangler én.
              Forslag til #2: alle ble spurt lørdag kl. 10. Vent på svar til lørdag kl. 14.
              #1 kl. 16, Snømåking: Kari Nes og Ola Rud
              [Sett inn noen på #2]
        lør 10:00 silje → bot: /dagsliste mandag
        lør 10:00 bot → silje: Dagsliste, mandag 23. november: 1 oppdrag, 0 dekket, 1 mangler folk.
              #3 kl. 11, Matombringing: mangler én.
        lør 10:00 jonas → bot: /dagsliste i morgen
        lør 10:00 bot → jonas: Dagslista er for koordinatoren og enhetene som melder behov. Skriv «mine oppdrag», så ser du dine.
        lør 10:00 kari → bot: dagslista
        lør 10:00 bot → kari: Dagslista er for koordinatoren og enhetene som melder behov. Skriv «mine oppdrag», så ser du dine.
        lør 10:00 inger → bot: dagsliste i morgen
        lør 10:00 bot → inger: Dagslista er for koordinatoren og enhetene som melder behov. Skriv «mine oppdrag», så ser du dine.
        lør 10:00 ⌂ hjemmetjenesten silje: /dagsliste i morgen
        lør 10:00 bot → silje: Dagsliste, søndag 22. november: 2 oppdrag, 1 dekket, 1 mangler folk.
              #2 kl. 12, Besøk: mangler én.
              #1 kl. 16, Snømåking: Kari Nes og Ola Rud
        lør 10:00 ⌂ hjemmetjenesten bot: (👌)
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

/// The service was down in the morning. After two hours the list still comes, once; after a day that day's does not.
async fn after_an_outage(db: Db) {
    let mut fjellvik = three_tasks(db).await;
    fjellvik.is_down_until("2026-11-22T09:00:00").await;
    expect![[r#"
        søn 09:00 bot → bjorn: Dagsliste, søndag 22. november: 2 oppdrag, 1 dekket, 1 mangler folk.
              #2 kl. 12, Besøk: mangler én.
              #1 kl. 16, Snømåking: Kari Nes og Ola Rud
              I morgen mangler det folk på #3."#]]
    .assert_eq(&lists(&fjellvik.transcript()));
    fjellvik.is_down_until("2026-11-23T15:00:00").await;
    assert_eq!(lists(&fjellvik.transcript()), "");
    fjellvik.is_at_rest().await;
}

async fn the_night_the_clocks_change(db: Db) {
    let mut fjellvik = World::with_day_list(db).await;
    fjellvik.time_passes_until("2027-03-27T12:00:00").await;
    fjellvik.asked_for("Besøk i Storgata 7 i morgen kl 12-13, 1 person").await;
    fjellvik.time_passes_until("2027-03-28T06:59:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2027-03-28T07:00:00").await;
    let transcript = fjellvik.transcript();
    assert!(transcript.contains("søn 07:00 bot → "), "{transcript}");
    assert!(transcript.contains("søndag 28. mars: 1 oppdrag"), "{transcript}");
    fjellvik.is_at_rest().await;
}

async fn a_municipality_chooses_its_time(db: Db) {
    let mut fjellvik = three_tasks(db).await;
    fjellvik.apply(&FJELLVIK.replace("\"0 7 * * *\"", "\"30 6 * * Mon-Fri\"")).await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T06:29:00").await;
    assert_eq!(lists(&fjellvik.transcript()), "");
    fjellvik.time_passes_until("2026-11-23T07:30:00").await;
    let transcript = lists(&fjellvik.transcript());
    assert!(transcript.starts_with("man 06:30 bot → bjorn"), "{transcript}");
    fjellvik.apply(&FJELLVIK.replace("\"0 7 * * *\"", "\"off\"")).await;
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM due WHERE subject_kind = 'day_list'").await, 0);
    fjellvik.is_at_rest().await;
}

async fn each_hole_has_a_proposal_and_a_button_for_it(db: Db) {
    let mut fjellvik = three_tasks(db).await;
    // On Sunday Ola is silent, and nobody in the first club takes the second task.
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 9 i morgen kl 18-19").await;
    fjellvik.says("per", "#4 eg kan").await;
    fjellvik.says("eva", "#4 jeg kan stå som reserve").await;
    fjellvik.time_passes_until("2026-11-21T21:00:00").await;
    fjellvik.presses("kari", "Kommer").await;
    fjellvik.forget();
    fjellvik.says("bjorn", "dagsliste i morgen").await;
    fjellvik.presses("bjorn", "Sett inn noen på #2").await;
    fjellvik.says("silje", "dagsliste i morgen").await;
    fjellvik.says("per", "#4 må melde forfall").await;
    fjellvik.forget();
    fjellvik.says("anne", "dagsliste i morgen").await;
    expect![[r#"
        lør 21:00 anne → bot: dagsliste i morgen
        lør 21:00 bot → anne: Dagsliste, søndag 22. november: 3 oppdrag, 1 dekket, 2 mangler folk.
              #2 kl. 12, Besøk: mangler én.
              Forslag til #2: alle er spurt. Ring noen, og sett dem inn.
              #4 kl. 18, Snømåking: mangler én.
              Forslag til #4: vent på svar fra Eva L. til søndag kl. 12.
              #1 kl. 16, Snømåking: Kari Nes og Ola Rud
              Forslag til #1: ring Ola R., som ikke har bekreftet.
              [Sett inn noen på #2]
              [#1: Ola R. kommer] [#1: Ola R. kommer ikke]
    "#]]
    .assert_eq(&fjellvik.transcript());
}
