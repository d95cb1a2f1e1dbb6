//! What is said while a task is under way: a part is done, something is not as it should be, somebody was there after all.

use expect_test::expect;
use tannhjul::domain::attendance::Mark;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    a_part_that_is_done_is_not_the_task,
    perhaps_all_of_it_is_asked,
    an_injury_is_not_done,
    an_ordinary_report_is_heard_now,
    a_spade_on_the_floor,
    in_the_group_a_closed_door_is_trouble,
    delivered_after_being_missed,
    there_although_the_place_is_gone,
    health_that_is_told_afterwards,
    staff_who_fear_for_somebody,
);

/// Snow on Sunday at 16, for Kari and Ola; it has begun.
async fn in_the_snow(db: Db) -> World {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T16:10:00").await;
    fjellvik.forget();
    fjellvik
}

/// Dinner on Sunday at 15, for Kari; it has just begun.
async fn at_dinner(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring til Olga Hansen, Storgata 5, i morgen kl 15-16, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T15:01:00").await;
    fjellvik.forget();
    fjellvik
}

async fn a_part_that_is_done_is_not_the_task(db: Db) {
    let mut fjellvik = in_the_snow(db).await;
    fjellvik.says("kari", "eg er ferdig med trappa, tek resten etterpå").await;
    expect![[r#"
        søn 16:10 kari → bot: eg er ferdig med trappa, tek resten etterpå
        søn 16:10 bot → kari: Så bra at det går framover på #1! Skriv «ferdig» når alt er gjort.
        søn 16:10 bot → kari: (👌)
    "#]]
    .assert_eq(&fjellvik.transcript());
    for words in [
        "done with the steps, the rest later",
        "me blir ferdige til fem",
        "snart ferdig",
        "halvferdige",
        "Ola er ferdig, eg held på",
        "vi har litt igjen",
    ] {
        fjellvik.says("kari", words).await;
        let said = fjellvik.transcript();
        assert!(said.contains("bot → kari: Så bra at det går framover på #1!"), "{said}");
        assert!(!said.contains("bot → silje"), "{said}");
    }
    fjellvik.replies("fjellvik-il", "kari", "snart ferdig!").await;
    let task = fjellvik.task(1).await;
    assert!(!task.is_completed() && task.taken() == 2);
    // With more to tell it is told, and settles nothing.
    fjellvik.forget();
    fjellvik.says("kari", "ferdig med trappa, tek resten i morgon, men rekkverket er laust").await;
    assert!(fjellvik.transcript().contains("bot → silje: Kari Nes melder fra om #1"));
    assert!(!fjellvik.task(1).await.is_completed());
    fjellvik.says("kari", "ferdig").await;
    assert!(fjellvik.task(1).await.is_completed());
}

async fn perhaps_all_of_it_is_asked(db: Db) {
    let mut fjellvik = in_the_snow(db).await;
    fjellvik.says("kari", "ferdig med trappa").await;
    fjellvik.presses("kari", "Holder på").await;
    expect![[r#"
        søn 16:10 kari → bot: ferdig med trappa
        søn 16:10 bot → kari: Fint! Er alt gjort på #1, eller holder dere på fortsatt?
              [Alt er gjort] [Holder på]
        søn 16:10 kari presses: [Holder på]
        søn 16:10 bot ⇢ kari: (toast) Fint! Da vet vi at #1 er i gang.
        søn 16:10 bot → kari: (edited) Fint! Er alt gjort på #1, eller holder dere på fortsatt?
              Du svarte: Holder på
        søn 16:10 bot → kari: Fint! Da vet vi at #1 er i gang.
        søn 16:10 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. og Ola R. fra Fjellvik IL kommer søndag kl. 16.
              Dette gjelder ikke lenger.
    "#]].assert_eq(&fjellvik.transcript());
    assert!(!fjellvik.task(1).await.is_completed());
    fjellvik.says("kari", "done with the steps").await;
    fjellvik.says("kari", "alt er gjort").await;
    assert!(fjellvik.task(1).await.is_completed());
}

async fn an_injury_is_not_done(db: Db) {
    let mut fjellvik = in_the_snow(db).await;
    fjellvik.says("kari", "I dropped the shovel and it fell on my foot").await;
    let said = fjellvik.transcript();
    assert!(
        said.contains("bot → bjorn: Haster: Kari Nes") && said.contains("bot → kari: Ring 113 nå"),
        "{said}"
    );
    fjellvik.says("ola", "smoke is coming out of the window").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → bjorn: Haster: Ola Rud"), "{said}");
    let task = fjellvik.task(1).await;
    assert!(!task.is_completed() && task.taken() == 2);
}

async fn an_ordinary_report_is_heard_now(db: Db) {
    let mut fjellvik = in_the_snow(db).await;
    fjellvik.says("kari", "det er feil adresse, trur eg").await;
    expect![[r#"
        søn 16:10 kari → bot: det er feil adresse, trur eg
        søn 16:10 bot → bjorn: Kari Nes melder fra om #1: «det er feil adresse, trur eg». Svar på denne meldingen, så får Kari Nes svaret med en gang.
              [Jeg følger opp]
        søn 16:10 bot → silje: Kari Nes melder fra om #1: «det er feil adresse, trur eg». Svar på denne meldingen, så får Kari Nes svaret med en gang.
              [Jeg følger opp]
        søn 16:10 bot → kari: Takk for at du sier fra om #1! Kommunen får vite det nå. Haster det, ring Bjørn Moe, tlf. 10 00 00 02.
    "#]].assert_eq(&fjellvik.transcript());
    for words in [
        "I think this is the wrong address",
        "ho vil ikkje ha hjelp likevel",
        "det renn vatn ut av veggen",
        "water is running out of the wall",
        "hun er veldig forvirret",
    ] {
        fjellvik.forget();
        fjellvik.says("kari", words).await;
        let said = fjellvik.transcript();
        assert!(said.contains("bot → bjorn: Kari Nes") && said.contains("bot → silje: Kari Nes"), "{said}");
        assert!(!said.contains("senest"), "{said}");
        assert!(!fjellvik.task(1).await.is_completed(), "{said}");
    }
    assert_eq!(fjellvik.task(1).await.taken(), 2);
    // Afterwards it has its time.
    fjellvik.time_passes_until("2026-11-22T18:30:00").await;
    fjellvik.forget();
    fjellvik.says("ola", "nei, porten er laus i hengslene").await;
    let said = fjellvik.transcript();
    assert!(said.contains("senest mandag kl. 14") && !said.contains("bot → bjorn"), "{said}");
}

async fn a_spade_on_the_floor(db: Db) {
    let mut fjellvik = in_the_snow(db).await;
    fjellvik.says("kari", "spaden ligg på golvet i gangen").await;
    let said = fjellvik.transcript();
    assert!(!said.contains("113") && !said.contains("Haster:"), "{said}");
}

async fn in_the_group_a_closed_door_is_trouble(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.replies("fjellvik-il", "kari", "jeg er framme men Olga åpner ikke").await;
    expect![[r#"
        søn 15:01 ⌂ fjellvik-il kari (reply): jeg er framme men Olga åpner ikke
        søn 15:01 bot → bjorn: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 15:01 bot → silje: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 15:01 bot → kari: Takk for at du sier fra om #1! Kommunen får vite det nå. Haster det, ring Bjørn Moe, tlf. 10 00 00 02.
        søn 15:01 bot → kari: (edited) #1 begynner nå: Matombringing. Trykk når du er i gang.
              Du svarte: Jeg er i gang
        søn 15:01 ⌂ fjellvik-il bot: (deleted)
        søn 15:01 ⌂ fjellvik-il bot: (👌)
        søn 15:01 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 15.
              Dette gjelder ikke lenger.
    "#]].assert_eq(&fjellvik.transcript());
    for words in [
        "er framme no, men ingen lèt opp",
        "hun opner ikke døra",
        "he isn't coming to the door",
        "eg e framme men døra e låst",
    ] {
        fjellvik.replies("fjellvik-il", "kari", words).await;
        let said = fjellvik.transcript();
        assert!(said.contains("bot → bjorn: Haster"), "{said}");
        assert!(!said.contains("Kan du ta #1?"), "{said}");
    }
}

async fn delivered_after_being_missed(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.time_passes_until("2026-11-22T15:25:00").await;
    fjellvik.presses("bjorn", "Kari N. kom ikke").await;
    fjellvik.time_passes_until("2026-11-22T15:28:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "jeg var der og leverte").await;
    expect![[r#"
        søn 15:28 kari → bot: jeg var der og leverte
        søn 15:28 bot → bjorn: (edited) #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Kari Nes har ordnet dette.
        søn 15:28 bot → bjorn: Notert: Kari N. er ferdig med #1.
        søn 15:28 bot → silje: (edited) #1, søndag 22. november kl. 15–16, har begynt, og en plass ble ledig. Jeg leter etter en annen, og du får svar senest søndag kl. 15:55. Dere kan også ta det selv:
              Kari Nes har ordnet dette.
        søn 15:28 bot → silje: #1, søndag 22. november kl. 15–16, er dekket: Kari Nes fra Fjellvik IL kommer.
              [Endre] [Avlys]
        søn 15:28 bot → silje: #1 er utført.
        søn 15:28 bot → kari: Takk for innsatsen på #1, Kari! 150 kr til laget, 150 kr så langt i år.
        søn 15:28 bot → eva: (edited) Vi mangler folk på #1: Matombringing, søndag 22. november kl. 15–16. Kan du?
              Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        søn 15:28 bot → marit: (edited) Vi mangler folk på #1: Matombringing, søndag 22. november kl. 15–16. Kan du?
              Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        søn 15:28 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Utført. Takk til Kari N.! 150 kr til laget.
        søn 15:28 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1 nå: ingen har meldt at de er kommet, og det skulle begynt søndag kl. 15.
              Dette gjelder ikke lenger.
        søn 15:28 ⌂ hjemmetjenesten bot: Notert: Kari N. er ferdig med #1.
    "#]].assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert!(task.is_completed() && task.taken() == 1);
    fjellvik.time_passes_until("2026-11-22T17:00:00").await;
    assert!(!fjellvik.transcript().contains("vi fikk 0 av 1"));
}

async fn there_although_the_place_is_gone(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.time_passes_until("2026-11-22T15:25:00").await;
    fjellvik.presses("bjorn", "Kari N. kom ikke").await;
    fjellvik.says("ola", "ja, jeg tar #1").await;
    assert_eq!(fjellvik.task(1).await.taken(), 1);
    fjellvik.forget();
    fjellvik.says("kari", "jeg var der kl 15!").await;
    expect![[r#"
        søn 15:25 kari → bot: jeg var der kl 15!
        søn 15:25 bot → bjorn: Kari Nes melder fra om #1: «jeg var der kl 15!». Svar på denne meldingen, så får Kari Nes svaret med en gang.
              [Jeg følger opp]
        søn 15:25 bot → silje: Kari Nes melder fra om #1: «jeg var der kl 15!». Svar på denne meldingen, så får Kari Nes svaret med en gang.
              [Jeg følger opp]
        søn 15:25 bot → kari: Takk for at du sier fra! Vakten hadde meldt at du ikke kom til #1.
              Takk for at du sier fra om #1! Kommunen får vite det nå. Haster det, ring Bjørn Moe, tlf. 10 00 00 02.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn health_that_is_told_afterwards(db: Db) {
    let mut fjellvik = at_dinner(db).await;
    fjellvik.says("kari", "ferdig").await;
    fjellvik.time_passes_until("2026-11-22T22:30:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "eg trur eg gløymde å gi henne insulin").await;
    expect![[r#"
        søn 22:30 kari → bot: eg trur eg gløymde å gi henne insulin
        søn 22:30 bot → bjorn: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 22:30 bot → silje: Haster: Kari Nes melder fra om #1, og det hører ikke hjemme i en chat. Ta kontakt nå. Jeg har ikke nummeret til Kari Nes.
              Kontakten i Fjellvik IL er Hanne Lund (10 00 00 10).
              [Jeg følger opp]
        søn 22:30 bot → kari: Ring 113 nå hvis det står om liv eller helse, og bli der til hjelpen kommer. Ring så Bjørn Moe, tlf. 10 00 00 02. Jeg varsler kommunen med det samme.
              Det du skrev, er tatt bort herfra, for det hører ikke hjemme i en chat.
        søn 22:30 bot → kari: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-23T10:00:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "glemte insulinen i går").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → bjorn: Haster") && said.contains("bot → kari: (deleted)"), "{said}");
    fjellvik.says("kari", "hun virka veldig dement i går").await;
    let said = fjellvik.transcript();
    assert!(
        said.contains("bot → silje: Kari Nes har noe å melde om #1") && said.contains("(deleted)"),
        "{said}"
    );
    // Who was at none tells of nothing that one could pass on.
    fjellvik.says("eva", "bestemor er dement").await;
    assert!(!fjellvik.transcript().contains("bot → silje"));
}

async fn staff_who_fear_for_somebody(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 15-16, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-21T15:00:00").await;
    fjellvik.forget();
    fjellvik.answers_in("hjemmetjenesten", "silje", "ho svarar ikkje, eg er redd noko har hendt").await;
    expect![[r#"
        lør 15:00 ⌂ hjemmetjenesten silje (reply): ho svarar ikkje, eg er redd noko har hendt
        lør 15:00 bot → bjorn: Haster: Silje Aune melder fra om #1: «ho svarar ikkje, eg er redd noko har hendt». Ring Silje Aune nå, tlf. 10 00 00 04.
              [Jeg følger opp]
        lør 15:00 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 15.
              Silje Aune svarte: Fikk ikke tak i
        lør 15:00 ⌂ hjemmetjenesten bot: Takk for forsøket. Jeg minner om #1 igjen lørdag kl. 16.
    "#]].assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert!(task.marks.iter().any(|marked| marked.mark == Mark::ComingCallFailed));
}
