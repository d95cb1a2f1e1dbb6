//! A list tells of several tasks, and each may be settled elsewhere: its buttons go, and the list says what has become of it.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    what_others_settle_is_shown_in_the_list_of_the_day,
    what_is_done_there_is_shown_there,
    a_club_that_was_asked_is_proposed_no_more,
    an_alarm_that_was_answered_waits_no_more,
    what_was_told_just_now_is_not_proposed_as_well,
);

/// The list of Sunday as it stands in Bjørn's chat now.
fn list(fjellvik: &World, person: &str, begins: &str) -> String {
    let posted = fjellvik.chat.posted(&format!("p:{person}"));
    let found = posted.iter().rev().find(|posted| posted.text.body.starts_with(begins));
    let posted = found.unwrap_or_else(|| panic!("nothing begins with {begins}: {posted:#?}"));
    let mut shown = posted.text.body.clone();
    for row in &posted.text.buttons {
        shown += "\n";
        shown += &row.iter().map(|button| format!("[{}]", button.label)).collect::<Vec<_>>().join(" ");
    }
    shown
}

/// Sunday morning: nobody comes to the visit, and nobody has confirmed for the snow.
async fn sunday_morning(db: Db) -> World {
    let mut fjellvik = World::with_day_list(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.asked_for("Besøk i Storgata 7 i morgen kl 12-13, 1 person").await;
    fjellvik.says("kari", "#1 jeg kan").await;
    fjellvik.says("ola", "#1 jeg kan").await;
    fjellvik.time_passes_until("2026-11-22T07:01:00").await;
    fjellvik
}

async fn what_others_settle_is_shown_in_the_list_of_the_day(db: Db) {
    let mut fjellvik = sunday_morning(db).await;
    expect![[r#"
        Dagsliste, søndag 22. november: 2 oppdrag, 1 dekket, 1 mangler folk.
        #2 kl. 12, Besøk: mangler én.
        Forslag til #2: alle er spurt. Ring noen, og sett dem inn.
        #1 kl. 16, Snømåking: Kari Nes og Ola Rud
        Forslag til #1: ring Kari N., som ikke har bekreftet.
        Forslag til #1: ring Ola R., som ikke har bekreftet.
        [Sett inn noen på #2]
        [#1: Kari N. kommer] [#1: Kari N. kommer ikke]
        [#1: Ola R. kommer] [#1: Ola R. kommer ikke]"#]]
    .assert_eq(&list(&fjellvik, "bjorn", "Dagsliste"));
    fjellvik.presses("anne", "Kommunen tar det").await;
    expect![[r#"
        Dagsliste, søndag 22. november: 2 oppdrag, 1 dekket, 1 mangler folk.
        #2 kl. 12, Besøk: mangler én.
        #2: Anne Berg har ordnet dette.
        #1 kl. 16, Snømåking: Kari Nes og Ola Rud
        Forslag til #1: ring Kari N., som ikke har bekreftet.
        Forslag til #1: ring Ola R., som ikke har bekreftet.
        [#1: Kari N. kommer] [#1: Kari N. kommer ikke]
        [#1: Ola R. kommer] [#1: Ola R. kommer ikke]"#]]
    .assert_eq(&list(&fjellvik, "bjorn", "Dagsliste"));
    fjellvik.says("kari", "ja, jeg kommer på #1").await;
    expect![[r#"
        Dagsliste, søndag 22. november: 2 oppdrag, 1 dekket, 1 mangler folk.
        #2 kl. 12, Besøk: mangler én.
        #2: Anne Berg har ordnet dette.
        #1 kl. 16, Snømåking: Kari Nes og Ola Rud
        Notert: Kari N. kommer på #1.
        Forslag til #1: ring Ola R., som ikke har bekreftet.
        [#1: Ola R. kommer] [#1: Ola R. kommer ikke]"#]]
    .assert_eq(&list(&fjellvik, "bjorn", "Dagsliste"));
    fjellvik.says("silje", "avlys #1").await;
    fjellvik.presses("silje", "Ja, avlys").await;
    fjellvik.time_passes_until("2026-11-23T12:00:00").await;
    expect![[r#"
        Dagsliste, søndag 22. november: 2 oppdrag, 1 dekket, 1 mangler folk.
        #2 kl. 12, Besøk: mangler én.
        #2: Anne Berg har ordnet dette.
        #1 kl. 16, Snømåking: Kari Nes og Ola Rud
        Notert: Kari N. kommer på #1.
        #1: Dette gjelder ikke lenger."#]]
    .assert_eq(&list(&fjellvik, "bjorn", "Dagsliste"));
    fjellvik.is_at_rest().await;
}

async fn what_is_done_there_is_shown_there(db: Db) {
    let mut fjellvik = sunday_morning(db).await;
    fjellvik.presses("bjorn", "#1: Ola R. kommer ikke").await;
    fjellvik.presses("bjorn", "#1: Kari N. kommer").await;
    expect![[r#"
        Dagsliste, søndag 22. november: 2 oppdrag, 1 dekket, 1 mangler folk.
        #2 kl. 12, Besøk: mangler én.
        Forslag til #2: alle er spurt. Ring noen, og sett dem inn.
        #1 kl. 16, Snømåking: Kari Nes og Ola Rud
        Du svarte: #1: Kari N. kommer
        Du svarte: #1: Ola R. kommer ikke
        [Sett inn noen på #2]"#]]
    .assert_eq(&list(&fjellvik, "bjorn", "Dagsliste"));
    fjellvik.is_at_rest().await;
}

async fn a_club_that_was_asked_is_proposed_no_more(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.says("anne", "jeg tar over").await;
    fjellvik.says("bjorn", "dagsliste i morgen").await;
    fjellvik.presses("anne", "Spør Nordre IL om #1").await;
    expect![[r#"
        Du har vakten til mandag kl. 08.
        Dette venter:
        #1 mangler 1 av 1: Snømåking, søndag 22. november kl. 16–18.
        Du svarte: Spør Nordre IL om #1"#]]
    .assert_eq(&list(&fjellvik, "anne", "Du har vakten"));
    expect![[r#"
        Dagsliste, søndag 22. november: 1 oppdrag, 0 dekket, 1 mangler folk.
        #1 kl. 16, Snømåking: mangler én.
        Anne Berg svarte: Spør Nordre IL om #1"#]]
    .assert_eq(&list(&fjellvik, "bjorn", "Dagsliste"));
    fjellvik.is_at_rest().await;
}

async fn an_alarm_that_was_answered_waits_no_more(db: Db) {
    let mut fjellvik = World::with_day_list(db).await;
    fjellvik.asked_for("Matkjøring i morgen kl 15-16 fra Storgata 5, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T15:01:00").await;
    fjellvik.says("kari", "døra er låst").await;
    fjellvik.says("bjorn", "dagsliste").await;
    expect![[r#"
        Ubesvart: Kari N. meldte fra om #1 søndag kl. 15:01, og det haster.
        Dagsliste, søndag 22. november: 1 oppdrag, alle dekket.
        #1 kl. 15, Matombringing: Kari Nes
        [Jeg følger opp #1]"#]]
    .assert_eq(&list(&fjellvik, "bjorn", "Ubesvart"));
    fjellvik.says("silje", "jeg følger opp").await;
    expect![[r#"
        #1: Silje Aune har ordnet dette.
        Dagsliste, søndag 22. november: 1 oppdrag, alle dekket.
        #1 kl. 15, Matombringing: Kari Nes"#]]
    .assert_eq(&list(&fjellvik, "bjorn", "#1: "));
    fjellvik.is_at_rest().await;
}

/// At seven the hole wakes with the list: the message about it has all the ways out, and the list has only its state.
async fn what_was_told_just_now_is_not_proposed_as_well(db: Db) {
    let mut fjellvik = World::with_day_list(db).await;
    fjellvik.asked_for("Matkjøring mandag kl 12-13 fra Storgata 5, 1 sjåfør").await;
    fjellvik.time_passes_until("2026-11-23T06:59:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T07:01:00").await;
    expect![[r#"
        man 07:00 bot → bjorn: #1 mangler 1 av 1: Matombringing, mandag 23. november kl. 12–13.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Den som meldte behovet, vet at det mangler folk.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        man 07:00 bot → bjorn: Dagsliste, mandag 23. november: 1 oppdrag, 0 dekket, 1 mangler folk.
              #1 kl. 12, Matombringing: mangler én.
        man 07:00 bot → silje: #1, mandag 23. november kl. 12–13: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
              [Vi gjør det selv] [Avlys]
        man 07:00 ⌂ fjellvik-il bot: Det er én ledig plass på #1 mandag kl. 12. Kan noen?
        man 07:00 ⌂ frivilligsentralen bot: Det er én ledig plass på #1 mandag kl. 12. Kan noen?
    "#]].assert_eq(&fjellvik.transcript());
    // An hour later it is proposed again to whoever asks.
    fjellvik.time_passes_until("2026-11-23T07:20:00").await;
    fjellvik.forget();
    fjellvik.says("bjorn", "dagsliste").await;
    expect![[r#"
        man 07:20 bjorn → bot: dagsliste
        man 07:20 bot → bjorn: Dagsliste, mandag 23. november: 1 oppdrag, 0 dekket, 1 mangler folk.
              #1 kl. 12, Matombringing: mangler én.
              Forslag til #1: alle er spurt. Ring noen, og sett dem inn.
              [Sett inn noen på #1]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}
