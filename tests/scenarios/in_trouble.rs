//! Somebody who is at a task writes that something is wrong: they are answered at once with whom to ring, and somebody hears of it.

use expect_test::expect;
use tannhjul::domain::attendance::Mark;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    nearly_done_is_not_done,
    danger_is_answered_at_once,
    nobody_opens,
    what_is_not_understood_is_passed_on,
    no_it_did_not_go_well,
    arrived_in_few_words,
    done_late_settles_the_alarms,
    perhaps_looks_like_no_yes,
    late_with_a_clock,
    the_answer_to_a_report_in_private,
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

async fn danger_is_answered_at_once(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "hjelp, hun har falt").await;
    expect![[r#"
        søn 15:01 kari → bot: hjelp, hun har falt
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
    "#]].assert_eq(&fjellvik.transcript());
    for words in
        ["ring 113", "ho ligg på golvet", "hun puster ikke", "he is not breathing", "trenger ambulanse"]
    {
        fjellvik.says("kari", words).await;
        let said = fjellvik.transcript();
        assert!(said.contains("bot → kari: Ring 113 nå"), "{said}");
        assert!(said.contains("bot → bjorn: Haster: Kari Nes"), "{said}");
    }
    // The recipient is not named in a chat.
    fjellvik.says("kari", "hun i Storgata 5 har falt").await;
    assert!(!fjellvik.transcript().replace("kari → bot: hun i Storgata 5", "").contains("Storgata 5"));
    fjellvik.replies("fjellvik-il", "kari", "ring 113!").await;
    assert!(fjellvik.transcript().contains("bot → kari: Ring 113 nå"));
    // Whoever is at no task says no such thing of one.
    fjellvik.says("ola", "det har falt mye snø").await;
    assert!(!fjellvik.transcript().contains("113"));
}

async fn nobody_opens(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "ingen åpner").await;
    expect![[r#"
        søn 15:01 kari → bot: ingen åpner
        søn 15:01 bot → bjorn: Haster: Kari Nes melder fra om #1: «ingen åpner». Jeg har ikke nummeret til Kari Nes. Svar på denne meldingen, så får Kari Nes svaret med en gang.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 15:01 bot → silje: Haster: Kari Nes melder fra om #1: «ingen åpner». Jeg har ikke nummeret til Kari Nes. Svar på denne meldingen, så får Kari Nes svaret med en gang.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 15:01 bot → kari: Takk for at du sier fra om #1! Kommunen får vite det nå. Haster det, ring Bjørn Moe, tlf. 10 00 00 02.
        søn 15:01 bot → kari: (edited) #1 begynner nå: Matombringing. Trykk når du er i gang.
              Du svarte: Jeg er i gang
        søn 15:01 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 15.
              Dette gjelder ikke lenger.
    "#]].assert_eq(&fjellvik.transcript());
    for words in ["ingen hjemme", "ingen heime", "nobody home"] {
        fjellvik.says("kari", words).await;
        assert!(fjellvik.transcript().contains("bot → bjorn: Haster"), "{words}");
    }
    fjellvik.says("kari", "noe skjedde").await;
    fjellvik.says("kari", "døra sto åpen og katta slapp ut").await;
    expect![[r#"
        søn 15:01 kari → bot: noe skjedde
        søn 15:01 bot → bjorn: Haster: Kari Nes melder fra om #1: «noe skjedde». Jeg har ikke nummeret til Kari Nes. Svar på denne meldingen, så får Kari Nes svaret med en gang.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 15:01 bot → silje: Haster: Kari Nes melder fra om #1: «noe skjedde». Jeg har ikke nummeret til Kari Nes. Svar på denne meldingen, så får Kari Nes svaret med en gang.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 15:01 bot → kari: Takk for at du sier fra. Hva skjedde på #1? Skriv det i én melding, uten navn, så får kommunen den.
              Takk for at du sier fra om #1! Kommunen får vite det nå. Haster det, ring Bjørn Moe, tlf. 10 00 00 02.
        søn 15:01 kari → bot: døra sto åpen og katta slapp ut
        søn 15:01 bot → bjorn: Kari Nes melder fra om #1: «døra sto åpen og katta slapp ut». Svar på denne meldingen, så får Kari Nes svaret med en gang.
              [Jeg følger opp]
        søn 15:01 bot → silje: Kari Nes melder fra om #1: «døra sto åpen og katta slapp ut». Svar på denne meldingen, så får Kari Nes svaret med en gang.
              [Jeg følger opp]
        søn 15:01 bot → kari: Takk for at du sier fra om #1! Kommunen får vite det nå. Haster det, ring Bjørn Moe, tlf. 10 00 00 02.
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

async fn what_is_not_understood_is_passed_on(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "hun vil ikke ha mat").await;
    expect![[r#"
        søn 15:01 kari → bot: hun vil ikke ha mat
        søn 15:01 bot → bjorn: Kari Nes melder fra om #1: «hun vil ikke ha mat». Svar på denne meldingen, så får Kari Nes svaret med en gang.
              [Jeg følger opp]
        søn 15:01 bot → silje: Kari Nes melder fra om #1: «hun vil ikke ha mat». Svar på denne meldingen, så får Kari Nes svaret med en gang.
              [Jeg følger opp]
        søn 15:01 bot → kari: Takk for at du sier fra om #1! Kommunen får vite det nå. Haster det, ring Bjørn Moe, tlf. 10 00 00 02.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.says("kari", "takk!").await;
    fjellvik.says("kari", "hei på deg").await;
    assert!(!fjellvik.transcript().contains("melder fra"));
}

async fn no_it_did_not_go_well(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T18:16:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "nei").await;
    fjellvik.says("kari", "knuste en rute").await;
    fjellvik.says("ola", "nei, døra var låst").await;
    expect![[r#"
        søn 18:16 kari → bot: nei
        søn 18:16 bot → kari: Takk for at du sier fra. Hva skjedde på #1? Skriv det i én melding, uten navn, så får kommunen den.
        søn 18:16 bot → kari: (edited) Gikk #1 som det skulle?
              Du svarte: Nei, noe skjedde
        søn 18:16 kari → bot: knuste en rute
        søn 18:16 bot → silje: Kari Nes melder fra om #1: «knuste en rute». Svar på denne meldingen senest mandag kl. 14, så får Kari Nes svaret.
              [Jeg følger opp]
        søn 18:16 bot → kari: Takk! Kommunen har fått meldingen om #1 og skal svare senest mandag kl. 14.
              Ble #1 gjort likevel?
              [Ja, det ble gjort] [Nei, ikke gjort]
        søn 18:16 ola → bot: nei, døra var låst
        søn 18:16 bot → silje: Ola Rud melder fra om #1: «døra var låst». Svar på denne meldingen senest mandag kl. 14, så får Ola Rud svaret.
              [Jeg følger opp]
        søn 18:16 bot → ola: Takk! Kommunen har fått meldingen om #1 og skal svare senest mandag kl. 14.
              Ble #1 gjort likevel?
              [Ja, det ble gjort] [Nei, ikke gjort]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 2);
}

async fn arrived_in_few_words(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    for words in
        ["der nå", "startet", "starta", "er kommet", "her", "jeg er der", "framme", "here", "eg er her"]
    {
        fjellvik.says("kari", words).await;
        assert!(fjellvik.transcript().contains("Fint! Da vet vi at #1 er i gang."), "{words}");
    }
}

async fn done_late_settles_the_alarms(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.time_passes_until("2026-11-22T15:25:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "ferdig").await;
    expect![[r#"
        søn 15:25 kari → bot: ferdig
        søn 15:25 bot → bjorn: (edited) Jeg har ikke hørt fra Kari N. om at #1 er i gang: Matombringing, søndag kl. 15.
              Kari Nes har ordnet dette.
        søn 15:25 bot → bjorn: Notert: Kari N. er ferdig med #1.
        søn 15:25 bot → silje: #1 er utført.
        søn 15:25 bot → kari: Takk for innsatsen på #1, Kari! 150 kr til laget, 150 kr så langt i år.
        søn 15:25 bot → kari: (👌)
        søn 15:25 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Utført. Takk til Kari N.! 150 kr til laget.
        søn 15:25 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1 nå: ingen har meldt at de er kommet, og det skulle begynt søndag kl. 15.
              Dette gjelder ikke lenger.
        søn 15:25 ⌂ hjemmetjenesten bot: Notert: Kari N. er ferdig med #1.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.says("kari", "ferdig").await;
    assert!(!fjellvik.transcript().contains("bot → bjorn"), "once");
}

async fn perhaps_looks_like_no_yes(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    for words in ["kanskje", "kanskje, må sjekke", "maybe"] {
        fjellvik.replies("fjellvik-il", "kari", words).await;
        let said = fjellvik.transcript();
        assert!(said.contains("(🤔)") && !said.contains("(👌)"), "{said}");
    }
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

async fn late_with_a_clock(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T15:30:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "kjem litt seinare, kl 16.30").await;
    assert!(fjellvik.transcript().contains("regner med å være der kl. 16:30"));
    let task = fjellvik.task(1).await;
    assert!(task.marks.iter().any(|marked| marked.mark == Mark::Late));
}

async fn the_answer_to_a_report_in_private(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T18:16:00").await;
    fjellvik.says("kari", "et bord knakk og Ola fikk klemt fingeren").await;
    fjellvik.forget();
    fjellvik.says("silje", "takk!").await;
    assert!(!fjellvik.transcript().contains("bot → kari"), "thanks are for the bot");
    fjellvik.answers("silje", "hva het hun igjen?").await;
    fjellvik.forget();
    fjellvik.says("kari", "noe skjedde").await;
    fjellvik.says("kari", "en rute ble knust").await;
    fjellvik.forget();
    fjellvik.says("silje", "vi ordner det, takk").await;
    expect![[r#"
        søn 18:16 silje → bot: vi ordner det, takk
        søn 18:16 bot → silje: (edited) Kari Nes melder fra om #1: «en rute ble knust». Svar på denne meldingen senest mandag kl. 14, så får Kari Nes svaret.
              Du svarte: Jeg følger opp
        søn 18:16 bot → silje: Takk! Kari har fått svaret ditt om #1.
        søn 18:16 bot → kari: Silje Aune svarer om #1: «vi ordner det, takk»
    "#]].assert_eq(&fjellvik.transcript());
}

async fn nearly_done_is_not_done(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking i Storgata 5 i dag kl 12-14").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.time_passes_until("2026-11-21T12:30:00").await;
    for words in ["nesten ferdig", "ferdig om ti minutt", "Ola er ferdig, eg held på", "not done yet"] {
        fjellvik.says("kari", words).await;
    }
    let task = fjellvik.task(1).await;
    assert!(!task.is_completed());
    assert_eq!(task.taken(), 2);
    fjellvik.says("kari", "strømmen er borte her").await;
    assert_eq!(fjellvik.task(1).await.taken(), 2);
    fjellvik.says("kari", "ferdig").await;
    assert!(fjellvik.task(1).await.is_completed());
}
