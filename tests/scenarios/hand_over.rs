//! The duty goes on to the next: what is open is told once, at the change, to whoever takes over.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::{FJELLVIK, World};

on_both_engines!(
    monday_at_eight_whoever_takes_over_is_told_what_is_open,
    with_nothing_open_nothing_is_said,
    who_takes_the_duty_over_is_told_at_once,
    who_is_given_the_duty_is_told_with_it,
    a_rota_that_is_applied_passes_the_duty_on,
    days_away_pass_it_on_and_a_midnight_waits_for_the_morning,
    nobody_is_rung_twice_about_a_hole_when_the_duty_passes,
    the_next_in_line_hears_it_for_whoever_cannot_be_reached,
    what_is_not_settled_is_passed_on
);

/// The rows of the transcript that are said to these people.
fn to(transcript: &str, people: &[&str]) -> String {
    let mut kept = String::new();
    let mut keeps = false;
    for line in transcript.lines() {
        if !line.starts_with(' ') {
            keeps = people
                .iter()
                .any(|person| line.contains(&format!("→ {person}:")) && !line.contains("(edited)"));
        }
        if keeps {
            kept += line;
            kept.push('\n');
        }
    }
    kept
}

async fn monday_at_eight_whoever_takes_over_is_told_what_is_open(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 tirsdag kl 16-18").await;
    fjellvik.asked_for("Matkjøring mandag kl 12-13 fra Storgata 5, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 7 mandag kl 13-14").await;
    fjellvik.time_passes_until("2026-11-23T07:55:00").await;
    fjellvik.restarts();
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T08:05:00").await;
    expect![[r#"
        man 08:00 bot → anne: Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              #3 mangler 1 av 1: Snømåking, mandag 23. november kl. 13–14.
              Forslag til #3: alle er spurt. Ring noen, og sett dem inn.
              #1 mangler 2 av 2: Snømåking, tirsdag 24. november kl. 16–18.
              Forslag til #1: spør Nordre IL nå.
              [Jeg tar #3]
              [Sett inn noen på #3]
              [Spør Nordre IL om #1]
        man 08:00 bot → anne: Kari N. har ikke bekreftet #2: Matombringing, mandag 23. november kl. 12–13.
              [Kari N. kommer] [Kari N. kommer ikke]
    "#]]
    .assert_eq(&fjellvik.transcript());
    // Once: neither a restart nor another look says it again.
    fjellvik.restarts();
    fjellvik.apply(FJELLVIK).await;
    fjellvik.settle().await;
    expect![""].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn with_nothing_open_nothing_is_said(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 tirsdag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T12:00:00").await;
    expect![""].assert_eq(&fjellvik.transcript());
}

async fn who_takes_the_duty_over_is_told_at_once(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik.says("anne", "jeg tar over").await;
    fjellvik.says("anne", "jeg tar over").await;
    expect![[r#"
        lør 10:00 anne → bot: jeg tar over
        lør 10:00 bot → anne: Du har vakten til mandag kl. 08.
              Dette venter:
              #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Forslag til #1: spør Nordre IL nå.
              [Spør Nordre IL om #1]
        lør 10:00 bot → bjorn: Anne Berg har tatt over vakten til mandag kl. 08.
        lør 10:00 anne → bot: jeg tar over
        lør 10:00 bot → anne: Du har allerede vakten, til mandag kl. 08.
    "#]]
    .assert_eq(&fjellvik.transcript());
    // What she was told she is not told again, and at the end of it the next one is.
    fjellvik.time_passes_until("2026-11-21T12:00:00").await;
    expect![""].assert_eq(&fjellvik.transcript());
}

async fn who_is_given_the_duty_is_told_with_it(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.says("bjorn", "vakt anne").await;
    expect![[r#"
        lør 10:00 bjorn → bot: vakt anne
        lør 10:00 bot → anne: Bjørn Moe har gitt deg vakten til mandag kl. 08. Passer det ikke, skriv «vakt» og et navn.
              Dette venter:
              #1 mangler 1 av 1: Snømåking, søndag 22. november kl. 16–18.
              Forslag til #1: spør Nordre IL nå.
              [Spør Nordre IL om #1]
        lør 10:00 bot → bjorn: Anne Berg har vakten til mandag kl. 08 og har fått beskjed.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn a_rota_that_is_applied_passes_the_duty_on(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    let turned = FJELLVIK.replace("duty = [\"anne\", \"bjorn\"]", "duty = [\"bjorn\", \"anne\"]");
    assert_ne!(turned, FJELLVIK);
    fjellvik.apply(&turned).await;
    fjellvik.settle().await;
    expect![[r#"
        lør 10:00 bot → anne: Du har vakten til mandag kl. 08.
              Dette venter:
              #1 mangler 1 av 1: Snømåking, søndag 22. november kl. 16–18.
              Forslag til #1: spør Nordre IL nå.
              [Spør Nordre IL om #1]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn days_away_pass_it_on_and_a_midnight_waits_for_the_morning(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 tirsdag kl 16-18").await;
    fjellvik.says("bjorn", "borte i morgen").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T08:00:00").await;
    expect![[r#"
        søn 07:00 bot → anne: Du har vakten til mandag kl. 00.
              Dette venter:
              #1 mangler 1 av 1: Snømåking, tirsdag 24. november kl. 16–18.
              Forslag til #1: spør Nordre IL nå.
              [Spør Nordre IL om #1]
    "#]]
    .assert_eq(&to(&fjellvik.transcript(), &["anne", "bjorn"]));
    // Back in the middle of the day he has it again, for it is his week.
    fjellvik.says("bjorn", "tilbake").await;
    expect![[r#"
        søn 08:00 bjorn → bot: tilbake
        søn 08:00 bot → bjorn: Så fint at du er tilbake! Nå spør jeg deg som før.
        søn 08:00 bot → bjorn: Du har vakten til mandag kl. 08.
              Dette venter:
              #1 mangler 1 av 1: Snømåking, tirsdag 24. november kl. 16–18.
              Forslag til #1: spør Nordre IL nå.
              [Spør Nordre IL om #1]
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn nobody_is_rung_twice_about_a_hole_when_the_duty_passes(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 13.55-15").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T09:30:00").await;
    expect![[r#"
        man 07:55 bot → bjorn: #1 mangler 1 av 1: Snømåking, mandag 23. november kl. 13:55–15.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest mandag kl. 09:55.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        man 08:00 bot → anne: Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              #1 mangler 1 av 1: Snømåking, mandag 23. november kl. 13:55–15.
              Forslag til #1: alle er spurt. Ring noen, og sett dem inn.
              [Jeg tar #1]
              [Sett inn noen på #1]
        man 08:15 bot → inger: #1 mangler 1 av 1: Snømåking, mandag 23. november kl. 13:55–15.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest mandag kl. 09:55.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
    "#]]
    .assert_eq(&to(&fjellvik.transcript(), &["anne", "bjorn", "inger"]));
}

async fn the_next_in_line_hears_it_for_whoever_cannot_be_reached(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 tirsdag kl 16-18").await;
    fjellvik.chat.block("p:anne");
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T08:05:00").await;
    expect![[r#"
        man 08:00 bot → bjorn: Jeg når ikke Anne Berg, som har fått vakten. Kan du ta det imens?
              Dette venter:
              #1 mangler 1 av 1: Snømåking, tirsdag 24. november kl. 16–18.
              Forslag til #1: spør Nordre IL nå.
              [Spør Nordre IL om #1]
        man 08:00 bot → bjorn: Jeg kan ikke skrive til Anne Berg, som har vakt til mandag 30. november kl. 08.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
              [Jeg tar vakten]
    "#]]
    .assert_eq(&to(&fjellvik.transcript(), &["anne", "bjorn"]));
}

async fn what_is_not_settled_is_passed_on(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.asked_for("Matkjøring mandag kl 9-10 fra Storgata 5, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "per", "ja").await;
    fjellvik.time_passes_until("2026-11-23T07:55:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T08:05:00").await;
    fjellvik.presses("anne", "#1 er utført").await;
    expect![[r#"
        man 08:00 bot → anne: Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              #2 mangler 1 av 1: Matombringing, mandag 23. november kl. 09–10.
              Forslag til #2: alle er spurt. Ring noen, og sett dem inn.
              Ingen har sagt hvordan det gikk med #1: Snømåking, søndag 22. november kl. 16–18.
              [Jeg tar #2]
              [Sett inn noen på #2]
              [#1 er utført] [Ingen kom på #1]
        man 08:05 anne presses: [#1 er utført]
        man 08:05 bot ⇢ anne: (toast) Notert: #1 er utført.
        man 08:05 bot → anne: (edited) Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              #2 mangler 1 av 1: Matombringing, mandag 23. november kl. 09–10.
              Forslag til #2: alle er spurt. Ring noen, og sett dem inn.
              Ingen har sagt hvordan det gikk med #1: Snømåking, søndag 22. november kl. 16–18.
              Du svarte: #1 er utført
              [Jeg tar #2]
              [Sett inn noen på #2]
        man 08:05 bot → anne: Notert: #1 er utført.
        man 08:05 bot → bjorn: (edited) Ingen har sagt hvordan det gikk med #1: Snømåking, søndag 22. november kl. 16–18.
              Anne Berg har ordnet dette.
        man 08:05 bot → silje: #1 er utført.
        man 08:05 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Utført. Takk til Kari N. og Ola R.! 400 kr til laget.
    "#]].assert_eq(&fjellvik.transcript());
}
