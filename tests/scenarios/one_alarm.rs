//! A task has one alarm: what else is reported goes with it, one answer holds for all of it, and it ends when it is over.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    a_second_report_goes_with_the_first,
    what_is_graver_is_told_from_then_on,
    one_answer_holds_for_all,
    false_alarm,
    she_is_up_again_and_nothing_is_done,
    the_ambulance_is_here,
    another_on_the_task_and_the_requester_may_calm,
    nobody_answers_at_all,
    it_is_in_the_list_of_the_day,
    whoever_takes_over_hears_of_it,
    the_requester_s_words_reach_the_volunteer,
    staff_report_harm_themselves,
    an_ok_is_asked_about,
    harm_at_no_task_is_over,
    nobody_is_silent_who_was_rung_just_now,
);

/// Dinner on Sunday at 15, for Kari; it has just begun.
async fn at_dinner(db: Db) -> World {
    dinner_in(World::new(db).await).await
}

async fn dinner_in(mut fjellvik: World) -> World {
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 15-16, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T15:01:00").await;
    fjellvik.forget();
    fjellvik
}

async fn a_second_report_goes_with_the_first(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "hun ligger på gulvet").await;
    fjellvik.forget();
    fjellvik.says("kari", "døra er låst").await;
    expect![[r#"
        søn 15:01 kari → bot: døra er låst
        søn 15:01 bot → bjorn: Haster: Kari Nes melder fra om #1: «døra er låst». Jeg har ikke nummeret til Kari Nes. Svar på denne meldingen, så får Kari Nes svaret med en gang.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 15:01 bot → silje: Haster: Kari Nes melder fra om #1: «døra er låst». Jeg har ikke nummeret til Kari Nes. Svar på denne meldingen, så får Kari Nes svaret med en gang.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 15:01 bot → kari: Takk for at du sier fra om #1! Kommunen får vite det nå. Haster det, ring Bjørn Moe, tlf. 10 00 00 02.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-22T15:12:00").await;
    let said = fjellvik.transcript();
    // One round, of the gravest.
    assert_eq!(said.matches("bot → bjorn: Haster").count(), 1, "{said}");
    assert!(!said.contains("låst"), "{said}");
    assert!(said.contains("Silje Aune og Bjørn Moe har fått beskjed, men ingen har svart ennå."), "{said}");
}

async fn what_is_graver_is_told_from_then_on(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "hun åpner ikke").await;
    fjellvik.time_passes_until("2026-11-22T15:12:00").await;
    fjellvik.says("kari", "jeg ser henne gjennom vinduet, hun ligger på gulvet").await;
    let said = fjellvik.transcript();
    for told in ["silje", "bjorn", "anne"] {
        assert!(
            said.contains(&format!("bot → {told}: Haster: Kari Nes melder fra om #1, og det hører ikke")),
            "{said}"
        );
    }
    fjellvik.time_passes_until("2026-11-22T15:59:00").await;
    let said = fjellvik.transcript();
    assert!(!said.contains("åpner ikke"), "{said}");
    assert_eq!(said.matches("bot → bjorn: Haster").count(), 2, "{said}");
    assert!(said.contains("bot → inger: Haster"), "{said}");
}

async fn one_answer_holds_for_all(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "hun åpner ikke").await;
    fjellvik.says("kari", "hun svarer ikke på døra").await;
    fjellvik.says("kari", "hun ligger på gulvet").await;
    fjellvik.forget();
    fjellvik.presses("silje", "Jeg følger opp").await;
    expect![[r#"
        søn 15:01 silje presses: [Jeg følger opp]
        søn 15:01 bot → bjorn: (edited) Haster: Kari Nes melder fra om #1: «hun åpner ikke». Jeg har ikke nummeret til Kari Nes. Svar på denne meldingen, så får Kari Nes svaret med en gang.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Silje Aune har ordnet dette.
        søn 15:01 bot → bjorn: (edited) Haster: Kari Nes melder fra om #1: «hun svarer ikke på døra». Jeg har ikke nummeret til Kari Nes. Svar på denne meldingen, så får Kari Nes svaret med en gang.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Silje Aune har ordnet dette.
        søn 15:01 bot → bjorn: (edited) Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Silje Aune har ordnet dette.
        søn 15:01 bot ⇢ silje: (toast) Takk! Kari får vite at du følger opp #1.
        søn 15:01 bot → silje: (edited) Haster: Kari Nes melder fra om #1: «hun åpner ikke». Jeg har ikke nummeret til Kari Nes. Svar på denne meldingen, så får Kari Nes svaret med en gang.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Du svarte: Jeg følger opp
        søn 15:01 bot → silje: (edited) Haster: Kari Nes melder fra om #1: «hun svarer ikke på døra». Jeg har ikke nummeret til Kari Nes. Svar på denne meldingen, så får Kari Nes svaret med en gang.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Du svarte: Jeg følger opp
        søn 15:01 bot → silje: (edited) Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Du svarte: Jeg følger opp
        søn 15:01 bot → silje: Takk! Kari får vite at du følger opp #1.
        søn 15:01 bot → kari: Silje Aune følger opp meldingen din om #1. Takk for at du sa fra!
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-22T15:59:00").await;
    assert_eq!(fjellvik.transcript(), "");
    fjellvik.is_at_rest().await;
}

async fn false_alarm(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "han ligger på gulvet").await;
    fjellvik.time_passes_until("2026-11-22T15:12:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "falsk alarm, han hadde sovna").await;
    expect![[r#"
        søn 15:12 kari → bot: falsk alarm, han hadde sovna
        søn 15:12 bot → anne: (edited) Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Silje Aune og Bjørn Moe har fått beskjed, men ingen har svart ennå.
              Kari Nes har ordnet dette.
        søn 15:12 bot → anne: Kari Nes melder om #1: «falsk alarm, han hadde sovna». Da er alarmen over.
        søn 15:12 bot → bjorn: (edited) Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Kari Nes har ordnet dette.
        søn 15:12 bot → bjorn: (edited) Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Ingen har svart på dette ennå.
              Kari Nes har ordnet dette.
        søn 15:12 bot → bjorn: Kari Nes melder om #1: «falsk alarm, han hadde sovna». Da er alarmen over.
        søn 15:12 bot → silje: (edited) Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Kari Nes har ordnet dette.
        søn 15:12 bot → silje: (edited) Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Ingen har svart på dette ennå.
              Kari Nes har ordnet dette.
        søn 15:12 bot → silje: Kari Nes melder om #1: «falsk alarm, han hadde sovna». Da er alarmen over.
        søn 15:12 bot → kari: Så godt å høre! De som fikk beskjed om #1, vet det nå.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-22T15:59:00").await;
    assert_eq!(fjellvik.transcript(), "");
    assert!(!fjellvik.task(1).await.is_completed());
    // And an alarm that is a new one is heard.
    fjellvik.says("kari", "nå blør han").await;
    assert!(fjellvik.transcript().contains("bot → bjorn: Haster"));
}

async fn she_is_up_again_and_nothing_is_done(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    for words in ["nå åpnet hun", "hun åpnet til slutt, det går bra nå"] {
        fjellvik.says("kari", "hun åpner ikke").await;
        fjellvik.forget();
        fjellvik.says("kari", words).await;
        let said = fjellvik.transcript();
        assert!(said.contains(&format!("«{words}». Da er alarmen over")), "{said}");
        assert!(!said.contains("bot → bjorn: Haster"), "{said}");
    }
    fjellvik.says("kari", "ho ligg på gålvet").await;
    fjellvik.presses("silje", "Jeg følger opp").await;
    // She is asked whether it went as it should.
    fjellvik.time_passes_until("2026-11-22T16:20:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "ho kom seg opp att, alt bra no").await;
    expect![[r#"
        søn 16:20 kari → bot: ho kom seg opp att, alt bra no
        søn 16:20 bot → bjorn: Kari Nes melder om #1: «ho kom seg opp att, alt bra no». Da er alarmen over.
        søn 16:20 bot → silje: Kari Nes melder om #1: «ho kom seg opp att, alt bra no». Da er alarmen over.
        søn 16:20 bot → kari: Så godt å høre! De som fikk beskjed om #1, vet det nå.
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert!(!fjellvik.task(1).await.is_completed());
}

async fn the_ambulance_is_here(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "hun puster ikke").await;
    fjellvik.forget();
    fjellvik.says("kari", "ambulansen er her").await;
    expect![[r#"
        søn 15:01 kari → bot: ambulansen er her
        søn 15:01 bot → bjorn: Kari Nes melder om #1: «ambulansen er her». Jeg varsler ikke flere nå, men noen bør følge opp.
              [Jeg følger opp]
        søn 15:01 bot → silje: Kari Nes melder om #1: «ambulansen er her». Jeg varsler ikke flere nå, men noen bør følge opp.
              [Jeg følger opp]
        søn 15:01 bot → kari: Godt at hjelpen er der! De som fikk beskjed om #1, vet det nå, og er bedt om å følge opp.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-22T15:59:00").await;
    assert_eq!(fjellvik.transcript(), "");
    // Nobody has answered for it yet.
    fjellvik.time_passes_until("2026-11-23T14:30:00").await;
    assert!(fjellvik.transcript().contains("Silje A. har ikke svart på meldingen fra Kari N."));
    fjellvik.is_at_rest().await;
}

async fn another_on_the_task_and_the_requester_may_calm(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T16:10:00").await;
    fjellvik.says("kari", "Ola har falt og slått seg stygt").await;
    fjellvik.forget();
    fjellvik.says("ola", "det går bra nå").await;
    let said = fjellvik.transcript();
    for told in ["silje", "bjorn", "kari"] {
        assert!(said.contains(&format!("bot → {told}: Ola Rud melder om #1: «det går bra nå»")), "{said}");
    }
    // Who has no part in it calms nothing.
    fjellvik.says("kari", "hun svarer ikke").await;
    fjellvik.forget();
    fjellvik.says("eva", "falsk alarm").await;
    assert!(!fjellvik.transcript().contains("alarmen over"));
    fjellvik.says("silje", "falsk alarm, hun var i dusjen").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → kari: Silje Aune melder om #1: «falsk alarm, hun var i dusjen»"), "{said}");
    fjellvik.time_passes_until("2026-11-22T17:10:00").await;
    assert!(!fjellvik.transcript().contains("Haster"));
}

async fn nobody_answers_at_all(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "hun ligger på gulvet").await;
    fjellvik.time_passes_until("2026-11-22T15:30:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T15:32:00").await;
    let said = fjellvik.transcript();
    assert_eq!(
        said.lines().filter(|line| line.contains("bot → kari")).collect::<Vec<_>>(),
        [
            "søn 15:31 bot → kari: Ingen har svart på det du meldte om #1. Står det om liv eller helse, ring 113. Ellers: ring Bjørn Moe, tlf. 10 00 00 02. Jeg fortsetter å minne dem som har fått beskjed, på det."
        ],
    );
    // Then every hour of the day, and never for ever.
    fjellvik.time_passes_until("2026-11-22T23:00:00").await;
    let said = fjellvik.transcript();
    let times = |said: &str| -> Vec<String> {
        let told = said.lines().filter(|line| line.contains("bot → bjorn: Haster"));
        told.map(|line| line.chars().take(9).collect()).collect()
    };
    assert_eq!(times(&said), ["søn 16:31", "søn 17:31", "søn 18:31", "søn 19:31", "søn 20:31"]);
    fjellvik.time_passes_until("2026-11-24T23:00:00").await;
    let said = fjellvik.transcript();
    assert_eq!(times(&said), ["man 07:00", "man 08:00", "man 09:00"]);
    fjellvik.is_at_rest().await;
}

async fn it_is_in_the_list_of_the_day(db: Db) {
    let mut fjellvik = dinner_in(World::with_day_list(db).await).await;
    fjellvik.says("kari", "hun ligger på gulvet").await;
    fjellvik.time_passes_until("2026-11-23T06:59:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T07:00:00").await;
    let said = fjellvik.transcript();
    assert!(said.contains("Ubesvart: Kari N. meldte fra om #1 søndag kl. 15:01, og det haster."), "{said}");
    fjellvik.presses("bjorn", "Jeg følger opp #1").await;
    assert!(fjellvik.transcript().contains("bot → kari: Bjørn Moe følger opp meldingen din om #1."));
}

async fn whoever_takes_over_hears_of_it(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "hun ligger på gulvet").await;
    fjellvik.forget();
    fjellvik.says("bjorn", "vakt anne").await;
    let said = fjellvik.transcript();
    assert!(said.contains("Ubesvart: Kari N. meldte fra om #1 søndag kl. 15:01, og det haster."), "{said}");
}

async fn the_requester_s_words_reach_the_volunteer(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "hun puster ikke").await;
    // Something else is spoken of in between.
    fjellvik.says("silje", "mine behov").await;
    fjellvik.forget();
    fjellvik.says("silje", "jeg har ringt 113, bli der").await;
    expect![[r#"
        søn 15:01 silje → bot: jeg har ringt 113, bli der
        søn 15:01 bot → bjorn: (edited) Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Silje Aune har ordnet dette.
        søn 15:01 bot → silje: (edited) Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Du svarte: Jeg følger opp
        søn 15:01 bot → silje: Takk! Kari har fått svaret ditt om #1.
        søn 15:01 bot → kari: Silje Aune svarer om #1: «jeg har ringt 113, bli der»
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-22T15:59:00").await;
    assert_eq!(fjellvik.transcript(), "", "it is an answer");
    // As an answer to the report, too; and what tells more is not sent on, and taken out.
    fjellvik.says("kari", "hun ligger på gulvet").await;
    fjellvik.answers("silje", "I've rung 113, stay with her").await;
    assert!(
        fjellvik.transcript().contains("bot → kari: Silje Aune svarer om #1: «I've rung 113, stay with her»")
    );
    fjellvik.says("kari", "hun blør").await;
    fjellvik.forget();
    fjellvik.answers("silje", "hun har demens og har nok falt, ring 113").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → silje: (deleted)") && said.contains("uten navn og helse"), "{said}");
    assert_eq!(said.matches("demens").count(), 1, "{said}");
}

async fn staff_report_harm_themselves(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "hun åpner ikke").await;
    fjellvik.forget();
    fjellvik.says("silje", "mottakaren har falle i trappa og blør, dei frivillige må vente").await;
    expect![[r#"
        søn 15:01 silje → bot: mottakaren har falle i trappa og blør, dei frivillige må vente
        søn 15:01 bot → bjorn: Haster: Silje Aune melder fra om #1, og det hører ikke hjemme i en chat. Ring nå, tlf. 10 00 00 04.
              [Jeg følger opp]
        søn 15:01 bot → silje: Jeg har varslet Bjørn Moe, tlf. 10 00 00 02. Står det om liv eller helse på #1, ring 113. De frivillige har ikke fått det du skrev. Skal de vite noe, så ring, eller skriv det kort uten navn og helse: «ring 113 og bli der».
              Det du skrev, er tatt bort herfra, for det hører ikke hjemme i en chat.
        søn 15:01 bot → silje: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
    // Without an alarm, too, while the task is under way; and a need is a need.
    fjellvik.presses("bjorn", "Jeg følger opp").await;
    fjellvik.forget();
    fjellvik.says("silje", "hun har falt på badet").await;
    assert!(fjellvik.transcript().contains("bot → bjorn: Haster: Silje Aune melder fra om #1"));
    fjellvik.says("silje", "Trenger besøk til en dame som har falt og brukket hofta, tirsdag kl 12-13").await;
    let said = fjellvik.transcript();
    assert!(!said.contains("Haster") && said.contains("Hvor er det?"), "{said}");
}

async fn an_ok_is_asked_about(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "hun ligger på gulvet").await;
    fjellvik.forget();
    fjellvik.says("bjorn", "ok").await;
    fjellvik.presses("bjorn", "Jeg følger opp").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → bjorn: Følger du opp #1?"), "{said}");
    assert!(said.contains("bot → kari: Bjørn Moe følger opp meldingen din om #1."), "{said}");
}

async fn harm_at_no_task_is_over(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("eva", "naboen har falt i trappa og blør").await;
    fjellvik.forget();
    fjellvik.says("eva", "ambulansen er her nå").await;
    fjellvik.says("eva", "det går bra nå").await;
    expect![[r#"
        lør 10:00 eva → bot: ambulansen er her nå
        lør 10:00 bot → anne: Eva Lie skriver at det er kommet hjelp nå.
        lør 10:00 bot → bjorn: Eva Lie skriver at det er kommet hjelp nå.
        lør 10:00 bot → eva: Så godt å høre! De som fikk beskjed, vet det nå.
        lør 10:00 eva → bot: det går bra nå
        lør 10:00 bot → anne: Eva Lie skriver at det går bra nå. Da er alarmen over.
        lør 10:00 bot → bjorn: Eva Lie skriver at det går bra nå. Da er alarmen over.
        lør 10:00 bot → eva: Så godt å høre! De som fikk beskjed, vet det nå.
    "#]]
    .assert_eq(&fjellvik.transcript());
    // Who spoke of none says nothing by it.
    fjellvik.says("ola", "det går bra nå").await;
    assert!(!fjellvik.transcript().contains("alarmen"));
}

async fn nobody_is_silent_who_was_rung_just_now(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 15-16, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T14:59:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "kan ikke likevel").await;
    fjellvik.time_passes_until("2026-11-22T15:00:00").await;
    let said = fjellvik.transcript();
    for rung in ["anne", "bjorn", "inger"] {
        assert!(said.contains(&format!("bot → {rung}: #1")), "{said}");
    }
    assert!(!said.contains("heller ikke svart"), "{said}");
}
