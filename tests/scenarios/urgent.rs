//! What can't wait and nobody answers goes further; and whoever is in trouble on the spot is there.

use expect_test::expect;
use tannhjul::domain::attendance::Mark;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    harm_beside_any_task,
    an_urgent_report_goes_up,
    whoever_answers_ends_it,
    the_contact_s_answer_counts,
    how_somebody_is_stands_in_no_chat,
    before_a_closed_door,
    there_and_something_more,
    on_the_way_is_not_there,
    done_and_something_that_cannot_wait,
);

/// Dinner on Sunday at 15, for Kari; it has just begun.
async fn at_dinner(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 15-16, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T15:01:00").await;
    fjellvik.forget();
    fjellvik
}

async fn an_urgent_report_goes_up(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "hun ligger på gulvet").await;
    fjellvik.time_passes_until("2026-11-22T15:59:00").await;
    expect![[r#"
        søn 15:01 kari → bot: hun ligger på gulvet
        søn 15:01 bot → bjorn: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 15:01 bot → silje: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 15:01 bot → kari: Ring 113 nå hvis det står om liv eller helse, og bli der til hjelpen kommer. Ring så Bjørn Moe, tlf. 10 00 00 02. Jeg varsler kommunen med det samme.
              Det du skrev, er tatt bort herfra, for det hører ikke hjemme i en chat.
        søn 15:01 bot → kari: (edited) #1 begynner nå: Matombringing. Trykk når du er i gang.
              Du svarte: Jeg er i gang
        søn 15:01 bot → kari: (deleted)
        søn 15:01 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 15.
              Dette gjelder ikke lenger.
        søn 15:11 bot → anne: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Silje Aune og Bjørn Moe har fått beskjed, men ingen har svart ennå.
              [Jeg følger opp]
        søn 15:11 bot → bjorn: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Ingen har svart på dette ennå.
              [Jeg følger opp]
        søn 15:11 bot → silje: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Ingen har svart på dette ennå.
              [Jeg følger opp]
        søn 15:11 bot → kari: Ingen har svart på det du meldte om #1, så nå har også Anne Berg (10 00 00 01) fått beskjed. Haster det, ring selv.
        søn 15:21 bot → anne: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Ingen har svart på dette ennå.
              [Jeg følger opp]
        søn 15:21 bot → bjorn: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Ingen har svart på dette ennå.
              [Jeg følger opp]
        søn 15:21 bot → inger: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Silje Aune, Bjørn Moe og Anne Berg har fått beskjed, men ingen har svart ennå.
              [Jeg følger opp]
        søn 15:21 bot → silje: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Ingen har svart på dette ennå.
              [Jeg følger opp]
        søn 15:21 bot → kari: Ingen har svart på det du meldte om #1, så nå har også Inger Holt (10 00 00 03) fått beskjed. Haster det, ring selv.
        søn 15:31 bot → anne: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Ingen har svart på dette ennå.
              [Jeg følger opp]
        søn 15:31 bot → bjorn: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Ingen har svart på dette ennå.
              [Jeg følger opp]
        søn 15:31 bot → inger: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Ingen har svart på dette ennå.
              [Jeg følger opp]
        søn 15:31 bot → silje: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Ingen har svart på dette ennå.
              [Jeg følger opp]
        søn 15:31 bot → kari: Ingen har svart på det du meldte om #1. Står det om liv eller helse, ring 113. Ellers: ring Bjørn Moe, tlf. 10 00 00 02. Jeg fortsetter å minne dem som har fått beskjed, på det.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-23T14:30:00").await;
    let said = fjellvik.transcript();
    assert_eq!(said.matches("Silje A. har ikke svart på meldingen fra Kari N.").count(), 1, "{said}");
    fjellvik.is_at_rest().await;
}

async fn whoever_answers_ends_it(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "hun puster ikke").await;
    fjellvik.time_passes_until("2026-11-22T15:12:00").await;
    fjellvik.forget();
    fjellvik.presses("anne", "Jeg følger opp").await;
    expect![[r#"
        søn 15:12 anne presses: [Jeg følger opp]
        søn 15:12 bot ⇢ anne: (toast) Takk! Kari får vite at du følger opp #1.
        søn 15:12 bot → anne: (edited) Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Silje Aune og Bjørn Moe har fått beskjed, men ingen har svart ennå.
              Du svarte: Jeg følger opp
        søn 15:12 bot → anne: Takk! Kari får vite at du følger opp #1.
        søn 15:12 bot → bjorn: (edited) Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Anne Berg har ordnet dette.
        søn 15:12 bot → bjorn: (edited) Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Ingen har svart på dette ennå.
              Anne Berg har ordnet dette.
        søn 15:12 bot → silje: (edited) Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Anne Berg har ordnet dette.
        søn 15:12 bot → silje: (edited) Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Ingen har svart på dette ennå.
              Anne Berg har ordnet dette.
        søn 15:12 bot → kari: Anne Berg følger opp meldingen din om #1. Takk for at du sa fra!
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-22T15:59:00").await;
    assert_eq!(fjellvik.transcript(), "");
}

async fn how_somebody_is_stands_in_no_chat(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    for words in [
        "hun ligger på gulvet",
        "ho ligg på golvet",
        "she is lying on the floor",
        "hun glemte insulinen",
        "ho gløymde insulinen",
        "she forgot her insulin",
    ] {
        fjellvik.says("kari", words).await;
        let said = fjellvik.transcript();
        for expected in ["bot → bjorn: Haster: Kari Nes", "bot → kari: Ring 113 nå", "bot → kari: (deleted)"]
        {
            assert!(said.contains(expected), "{expected}: {said}");
        }
        assert_eq!(said.matches(words).count(), 1, "it is not quoted: {said}");
    }
}

async fn before_a_closed_door(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "jeg er framme men hun åpner ikke").await;
    fjellvik.presses("bjorn", "Jeg følger opp").await;
    fjellvik.time_passes_until("2026-11-22T15:59:00").await;
    expect![[r#"
        søn 15:01 kari → bot: jeg er framme men hun åpner ikke
        søn 15:01 bot → bjorn: Haster: Kari Nes melder fra om #1: «jeg er framme men hun åpner ikke». Jeg har ikke nummeret til Kari Nes. Svar på denne meldingen, så får Kari Nes svaret med en gang.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 15:01 bot → silje: Haster: Kari Nes melder fra om #1: «jeg er framme men hun åpner ikke». Jeg har ikke nummeret til Kari Nes. Svar på denne meldingen, så får Kari Nes svaret med en gang.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 15:01 bot → kari: Takk for at du sier fra om #1! Kommunen får vite det nå. Haster det, ring Bjørn Moe, tlf. 10 00 00 02.
        søn 15:01 bot → kari: (edited) #1 begynner nå: Matombringing. Trykk når du er i gang.
              Du svarte: Jeg er i gang
        søn 15:01 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 15.
              Dette gjelder ikke lenger.
        søn 15:01 bjorn presses: [Jeg følger opp]
        søn 15:01 bot ⇢ bjorn: (toast) Takk! Kari får vite at du følger opp #1.
        søn 15:01 bot → bjorn: (edited) Haster: Kari Nes melder fra om #1: «jeg er framme men hun åpner ikke». Jeg har ikke nummeret til Kari Nes. Svar på denne meldingen, så får Kari Nes svaret med en gang.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Du svarte: Jeg følger opp
        søn 15:01 bot → bjorn: Takk! Kari får vite at du følger opp #1.
        søn 15:01 bot → silje: (edited) Haster: Kari Nes melder fra om #1: «jeg er framme men hun åpner ikke». Jeg har ikke nummeret til Kari Nes. Svar på denne meldingen, så får Kari Nes svaret med en gang.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              Bjørn Moe har ordnet dette.
        søn 15:01 bot → kari: Bjørn Moe følger opp meldingen din om #1. Takk for at du sa fra!
    "#]].assert_eq(&fjellvik.transcript());
    for words in
        ["eg er framme, men ho opnar ikkje", "I'm here but she doesn't open the door", "døra er låst"]
    {
        fjellvik.says("kari", words).await;
        assert!(fjellvik.transcript().contains("bot → bjorn: Haster: Kari Nes"), "{words}");
    }
    let task = fjellvik.task(1).await;
    assert!(task.marks.iter().any(|marked| marked.mark == Mark::CheckedIn));
}

async fn on_the_way_is_not_there(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "jeg skled og slo meg i armen").await;
    fjellvik.presses("bjorn", "Jeg følger opp").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T15:30:00").await;
    assert!(fjellvik.transcript().contains("Jeg har ikke hørt fra Kari N. om at #1 er i gang"));
    let task = fjellvik.task(1).await;
    assert!(!task.marks.iter().any(|marked| marked.mark == Mark::CheckedIn));
}

async fn done_and_something_that_cannot_wait(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.time_passes_until("2026-11-22T16:20:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "ferdig. Olga Hansen glemte insulinen").await;
    let said = fjellvik.transcript();
    for expected in ["bot → bjorn: Haster: Kari Nes", "bot → silje: #1 er utført.", "bot → kari: Ring 113 nå"]
    {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    fjellvik.presses("bjorn", "Jeg følger opp").await;
    fjellvik.is_at_rest().await;
}

async fn the_contact_s_answer_counts(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "ingen åpner").await;
    fjellvik.time_passes_until("2026-11-22T15:22:00").await;
    fjellvik.forget();
    fjellvik.answers("inger", "Gå inn, nøkkelen ligger i kassa").await;
    let said = fjellvik.transcript();
    assert!(
        said.contains("bot → kari: Inger Holt svarer om #1: «Gå inn, nøkkelen ligger i kassa»"),
        "{said}"
    );
    fjellvik.time_passes_until("2026-11-22T15:59:00").await;
    assert_eq!(fjellvik.transcript(), "");
}

async fn there_and_something_more(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "jeg er framme, men finner ikke inngangen").await;
    fjellvik.time_passes_until("2026-11-22T15:59:00").await;
    expect![[r#"
        søn 15:01 kari → bot: jeg er framme, men finner ikke inngangen
        søn 15:01 bot → bjorn: Kari Nes melder fra om #1: «jeg er framme, men finner ikke inngangen». Svar på denne meldingen, så får Kari Nes svaret med en gang.
              [Jeg følger opp]
        søn 15:01 bot → silje: Kari Nes melder fra om #1: «jeg er framme, men finner ikke inngangen». Svar på denne meldingen, så får Kari Nes svaret med en gang.
              [Jeg følger opp]
        søn 15:01 bot → kari: Takk for at du sier fra om #1! Kommunen får vite det nå. Haster det, ring Bjørn Moe, tlf. 10 00 00 02.
        søn 15:01 bot → kari: (edited) #1 begynner nå: Matombringing. Trykk når du er i gang.
              Du svarte: Jeg er i gang
        søn 15:01 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 15.
              Dette gjelder ikke lenger.
    "#]].assert_eq(&fjellvik.transcript());
    // As an answer to the question, and when nothing of the rest was understood.
    for words in ["eg er på plass, men ho vil ikkje ha mat", "I'm here, but the food is cold"] {
        fjellvik.answers("kari", words).await;
        let said = fjellvik.transcript();
        assert!(said.contains("bot → silje: Kari Nes melder fra om #1"), "{said}");
    }
    // A delay is one.
    fjellvik.says("kari", "er framme, men blir 10 min forsinka inn").await;
    assert!(!fjellvik.transcript().contains("melder fra"));
}

async fn harm_beside_any_task(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("eva", "naboen har falt i trappa og blør").await;
    fjellvik.says("hanne", "Kari ringte, ho gamle har vondt i brystet").await;
    // Whoever asks for help speaks of people in trouble every day.
    fjellvik.says("silje", "Trenger besøk til en dame som har falt og brukket hofta, mandag kl 12-13").await;
    // And who has fallen and can't come gives back nothing but their place.
    fjellvik.says("kari", "jeg har falt og brukket foten, kan ikke komme").await;
    expect![[r#"
        lør 10:00 eva → bot: naboen har falt i trappa og blør
        lør 10:00 bot → anne: Haster: Eva Lie skriver at noen er skadet eller i fare. Det gjelder ikke noe oppdrag akkurat nå. Ta kontakt nå. Jeg har ikke nummeret til Eva Lie.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
        lør 10:00 bot → bjorn: Haster: Eva Lie skriver at noen er skadet eller i fare. Det gjelder ikke noe oppdrag akkurat nå. Ta kontakt nå. Jeg har ikke nummeret til Eva Lie.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
        lør 10:00 bot → eva: Ring 113 nå hvis det står om liv eller helse, og bli der til hjelpen kommer. Ring så Bjørn Moe, tlf. 10 00 00 02. Jeg varsler kommunen med det samme.
              Det du skrev, er tatt bort herfra, for det hører ikke hjemme i en chat.
        lør 10:00 bot → eva: (deleted)
        lør 10:00 hanne → bot: Kari ringte, ho gamle har vondt i brystet
        lør 10:00 bot → anne: Haster: Hanne Lund skriver at noen er skadet eller i fare. Det gjelder ikke noe oppdrag akkurat nå. Ring Hanne Lund nå, tlf. 10 00 00 10.
        lør 10:00 bot → bjorn: Haster: Hanne Lund skriver at noen er skadet eller i fare. Det gjelder ikke noe oppdrag akkurat nå. Ring Hanne Lund nå, tlf. 10 00 00 10.
        lør 10:00 bot → hanne: Ring 113 nå hvis det står om liv eller helse, og bli der til hjelpen kommer. Ring så Bjørn Moe, tlf. 10 00 00 02. Jeg varsler kommunen med det samme.
              Det du skrev, er tatt bort herfra, for det hører ikke hjemme i en chat.
        lør 10:00 bot → hanne: (deleted)
        lør 10:00 silje → bot: Trenger besøk til en dame som har falt og brukket hofta, mandag kl 12-13
        lør 10:00 bot → silje: Hvor er det? Velg sone, eller skriv adressen.
              [Sentrum] [Øvrebygda]
              [Nordre]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 kari → bot: jeg har falt og brukket foten, kan ikke komme
        lør 10:00 bot → kari: Du har ingen oppdrag som venter.
    "#]].assert_eq(&fjellvik.transcript());
}
