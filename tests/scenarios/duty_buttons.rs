//! Everything that those on duty, and the requester, can do about a hole; by others, twice, and too late.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    another_club_is_asked,
    a_club_is_not_woken_at_night,
    putting_somebody_in,
    cancelled_with_people_on_it,
    cancelled_with_nobody_on_it,
    extended_until_it_can_be_no_more,
    taken_until_a_time_in_words,
    not_for_everybody,
    too_late,
    the_contact_s_buttons_work,
    the_requester_fills_the_rest,
);

const BUTTONS: [&str; 12] = [
    "hold:1",
    "hold:1:60",
    "ask:1:2",
    "put:1",
    "putin:1:11",
    "extend:1",
    "town:1",
    "cancel:1",
    "cancelyes:1",
    "enough:1",
    "rest:1",
    "part:1:11:yes",
];

async fn another_club_is_asked(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.presses_data("bjorn", "ask:1:2").await;
    fjellvik.presses_data("bjorn", "ask:1:2").await;
    fjellvik.presses_data("bjorn", "ask:1:7").await;
    fjellvik.time_passes_until("2026-11-21T20:40:00").await;
    expect![[r#"
        lør 10:00 bjorn presses: <ask:1:2>
        lør 10:00 bot ⇢ bjorn: (toast) Nordre IL er spurt om #1.
        lør 10:00 bot → bjorn: Nordre IL er spurt om #1.
        lør 10:00 ⌂ nordre-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 2 av 2

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
        lør 10:00 bjorn presses: <ask:1:2>
        lør 10:00 bot ⇢ bjorn: (toast) Nordre IL er spurt om #1.
        lør 10:00 bot → bjorn: Nordre IL er spurt om #1.
        lør 10:00 bjorn presses: <ask:1:7>
        lør 10:00 bot ⇢ bjorn: (toast) Dette finnes ikke lenger.
        lør 10:00 bot → bjorn: Dette finnes ikke lenger.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_club_is_not_woken_at_night(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 tirsdag kl 12-14").await;
    fjellvik.time_passes_until("2026-11-22T23:00:00").await;
    fjellvik.forget();
    fjellvik.presses_data("bjorn", "ask:1:2").await;
    fjellvik.time_passes_until("2026-11-23T08:00:00").await;
    expect![[r#"
        søn 23:00 bjorn presses: <ask:1:2>
        søn 23:00 bot ⇢ bjorn: (toast) Nordre IL blir spurt om #1 mandag kl. 07. Gruppa får ro så lenge.
        søn 23:00 bot → bjorn: Nordre IL blir spurt om #1 mandag kl. 07. Gruppa får ro så lenge.
        man 07:00 ⌂ nordre-il bot: Oppdrag #1: Snømåking, tysdag 24. november kl. 12–14
              Sone Sentrum
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 2 av 2

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
        man 08:00 bot → anne: Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              #1 mangler 2 av 2: Snømåking, tirsdag 24. november kl. 12–14.
              Forslag til #1: alle er spurt. Ring noen, og sett dem inn.
              [Sett inn noen på #1]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn putting_somebody_in(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring mandag kl 11-12 fra Storgata 5, 1 sjåfør").await;
    fjellvik.presses_data("anne", "put:1").await;
    let unapproved = fjellvik.count("SELECT id FROM person WHERE name = 'Per Haugen'").await;
    fjellvik.presses_data("anne", &format!("putin:1:{unapproved}")).await;
    fjellvik.presses("anne", "Marit Dahl").await;
    fjellvik.presses_too_late("anne", "Marit Dahl").await;
    fjellvik.presses_too_late("anne", "Kari Nes").await;
    fjellvik.presses("marit", "Meld forfall").await;
    expect![[r#"
        lør 10:00 anne presses: <put:1>
        lør 10:00 bot ⇢ anne: (toast) Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
        lør 10:00 bot → anne: Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              [Eva Lie]
              [Kari Nes]
              [Ola Rud]
              [Marit Dahl]
        lør 10:00 anne presses: <putin:1:12>
        lør 10:00 bot ⇢ anne: (toast) Per Haugen er ikke godkjent for dette: Matombringing.
        lør 10:00 bot → anne: Per Haugen er ikke godkjent for dette: Matombringing.
        lør 10:00 anne presses: [Marit Dahl]
        lør 10:00 bot ⇢ anne: (toast) Marit Dahl er satt inn på #1 og har fått beskjed.
        lør 10:00 bot → anne: (edited) Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              Du svarte: Marit Dahl
        lør 10:00 bot → anne: Marit Dahl er satt inn på #1 og har fått beskjed.
        lør 10:00 bot → silje: #1, mandag 23. november kl. 11–12, er dekket: Marit Dahl fra Frivilligsentralen Fjellvik kommer.
              [Endre] [Avlys]
        lør 10:00 bot → marit: Anne Berg har satt deg opp på #1: Matombringing, mandag 23. november kl. 11–12. Passer det ikke, meld forfall – da er du av med en gang.
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, mandag 23. november kl. 11–12
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Dekket, takk!
              Kommer: Marit D.
              [Stå som reserve] [Kan ikke]
        lør 10:00 anne presses: [Marit Dahl] (put away)
        lør 10:00 bot ⇢ anne: (toast) Dette finnes ikke lenger.
        lør 10:00 bot → anne: Dette finnes ikke lenger.
        lør 10:00 anne presses: [Kari Nes] (put away)
        lør 10:00 bot ⇢ anne: (toast) #1 er allerede dekket.
        lør 10:00 bot → anne: #1 er allerede dekket.
        lør 10:00 marit presses: [Meld forfall]
        lør 10:00 bot → anne: Marit Dahl har meldt forfall på #1, mandag 23. november kl. 11–12. Jeg leter etter en annen.
              [Tar det] [Sett inn noen]
        lør 10:00 bot → silje: Det ble en plass ledig igjen på #1, mandag 23. november kl. 11–12. Jeg leter etter noen, og du får svar senest søndag kl. 20:55.
        lør 10:00 bot ⇢ marit: (toast) Du er tatt av #1. Takk for beskjed!
        lør 10:00 bot → marit: Takk for beskjed. Du er tatt av #1, mandag 23. november kl. 11–12. Jeg spør andre.
        lør 10:00 bot → marit: (edited) Anne Berg har satt deg opp på #1: Matombringing, mandag 23. november kl. 11–12. Passer det ikke, meld forfall – da er du av med en gang.
        lør 10:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 mandag kl. 11. Kan noen ta den?
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, mandag 23. november kl. 11–12
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn cancelled_with_people_on_it(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.forget();
    fjellvik.presses_data("bjorn", "cancel:1").await;
    fjellvik.presses("bjorn", "Ja, avlys").await;
    fjellvik.presses_too_late("bjorn", "Ja, avlys").await;
    fjellvik.time_passes_until("2026-11-22T19:00:00").await;
    expect![[r#"
        lør 10:00 bjorn presses: <cancel:1>
        lør 10:00 bot ⇢ bjorn: (toast) Avlyse #1? Én er påmeldt og får beskjed.
        lør 10:00 bot → bjorn: Avlyse #1? Én er påmeldt og får beskjed.
              [Ja, avlys] [Nei, la det stå]
        lør 10:00 bjorn presses: [Ja, avlys]
        lør 10:00 bot ⇢ bjorn: (toast) #1 er avlyst. Alle det gjelder, har fått beskjed.
        lør 10:00 bot → bjorn: (edited) Avlyse #1? Én er påmeldt og får beskjed.
              Du svarte: Ja, avlys
        lør 10:00 bot → bjorn: #1 er avlyst. Alle det gjelder, har fått beskjed.
        lør 10:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
        lør 10:00 bot → silje: Bjørn Moe har avlyst #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: #1, søndag 22. november kl. 16–18, er avlyst. Du trenger ikke å komme. Takk for at du stilte opp!
        lør 10:00 bot → ola: (edited) Takk! Alle plassene på #1 er tatt: Snømåking, søndag 22. november kl. 16–18.
              Du er reserve nr. 1. Blir det ledig, spør jeg når det er din tur.
        lør 10:00 bot → ola: Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Avlyst.
        lør 10:00 bjorn presses: [Ja, avlys] (put away)
        lør 10:00 bot ⇢ bjorn: (toast) #1 er avlyst.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn cancelled_with_nobody_on_it(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.presses_data("silje", "cancel:1").await;
    fjellvik.presses("silje", "Ja, avlys").await;
    fjellvik.time_passes_until("2026-11-22T19:00:00").await;
    expect![[r#"
        lør 10:00 silje presses: <cancel:1>
        lør 10:00 bot ⇢ silje: (toast) Avlyse #1? Ingen er påmeldt.
        lør 10:00 bot → silje: Avlyse #1? Ingen er påmeldt.
              [Ja, avlys] [Nei, la det stå]
        lør 10:00 silje presses: [Ja, avlys]
        lør 10:00 bot ⇢ silje: (toast) #1 er avlyst. Alle det gjelder, har fått beskjed.
        lør 10:00 bot → silje: (edited) Avlyse #1? Ingen er påmeldt.
              Du svarte: Ja, avlys
        lør 10:00 bot → silje: #1 er avlyst. Alle det gjelder, har fått beskjed.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Avlyst.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn extended_until_it_can_be_no_more(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T11:50:00").await;
    fjellvik.forget();
    fjellvik.presses_data("bjorn", "extend:1").await;
    fjellvik.presses("bjorn", "Til kl. 13").await;
    // In words, and too late first.
    fjellvik.presses_data("bjorn", "extend:1").await;
    fjellvik.says("bjorn", "kl 16").await;
    fjellvik.says("bjorn", "til 15.30").await;
    fjellvik.presses_data("bjorn", "extend:1").await;
    fjellvik.time_passes_until("2026-11-22T15:31:00").await;
    expect![[r#"
        søn 11:50 bjorn presses: <extend:1>
        søn 11:50 bot ⇢ bjorn: (toast) Svaret om #1 er lovet senest søndag kl. 12. Til når skal jeg flytte det? Velg, eller skriv klokkeslettet.
        søn 11:50 bot → bjorn: Svaret om #1 er lovet senest søndag kl. 12. Til når skal jeg flytte det? Velg, eller skriv klokkeslettet.
              [Til kl. 12:30] [Til kl. 13] [Til kl. 14]
        søn 11:50 bjorn presses: [Til kl. 13]
        søn 11:50 bot ⇢ bjorn: (toast) Svaret om #1 er flyttet til søndag kl. 13, og den som meldte behovet, har fått beskjed.
        søn 11:50 bot → bjorn: (edited) Svaret om #1 er lovet senest søndag kl. 12. Til når skal jeg flytte det? Velg, eller skriv klokkeslettet.
              Du svarte: Til kl. 13
        søn 11:50 bot → bjorn: Svaret om #1 er flyttet til søndag kl. 13, og den som meldte behovet, har fått beskjed.
        søn 11:50 bot → silje: Svaret om #1 kommer litt senere enn lovet: senest søndag kl. 13. Jeg leter videre.
        søn 11:50 bjorn presses: <extend:1>
        søn 11:50 bot ⇢ bjorn: (toast) Svaret om #1 er lovet senest søndag kl. 13. Til når skal jeg flytte det? Velg, eller skriv klokkeslettet.
        søn 11:50 bot → bjorn: Svaret om #1 er lovet senest søndag kl. 13. Til når skal jeg flytte det? Velg, eller skriv klokkeslettet.
              [Til kl. 13:30] [Til kl. 14] [Til kl. 15]
        søn 11:50 bjorn → bot: kl 16
        søn 11:50 bot → bjorn: Svaret om #1 kan flyttes til et sted mellom søndag kl. 13 og søndag kl. 15:30. Skriv et tidspunkt der.
        søn 11:50 bjorn → bot: til 15.30
        søn 11:50 bot → bjorn: Svaret om #1 er flyttet til søndag kl. 15:30, og den som meldte behovet, har fått beskjed.
        søn 11:50 bjorn presses: <extend:1>
        søn 11:50 bot ⇢ bjorn: (toast) #1 starter for snart til at fristen kan forlenges.
        søn 11:50 bot → bjorn: #1 starter for snart til at fristen kan forlenges.
        søn 12:10 bot → bjorn: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 15:30.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 12:30 bot → anne: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe tok saken, men har ikke sagt noe siden.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 15:30.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 15:30 bot → silje: #1, søndag 22. november kl. 16–18: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
              [Vi gjør det selv] [Avlys]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn taken_until_a_time_in_words(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:21:00").await;
    fjellvik.forget();
    fjellvik.presses("anne", "Tar det").await;
    fjellvik.says("anne", "kl 17").await;
    fjellvik.says("anne", "en time").await;
    // Nobody is rung meanwhile; then Anne is asked once more.
    fjellvik.time_passes_until("2026-11-22T11:22:00").await;
    expect![[r#"
        søn 10:21 anne presses: [Tar det]
        søn 10:21 bot ⇢ anne: (toast) Fint, du tar #1. Jeg er stille til søndag kl. 11:30. Passer en annen tid bedre, velg den eller skriv den.
        søn 10:21 bot → anne: Fint, du tar #1. Jeg er stille til søndag kl. 11:30. Passer en annen tid bedre, velg den eller skriv den.
              [Til kl. 11] [Til kl. 11:30] [Til kl. 12:30]
        søn 10:21 bot → bjorn: Anne Berg tar #1 og er på saken til søndag kl. 11:30.
        søn 10:21 anne → bot: kl 17
        søn 10:21 bot → anne: Så lenge kan jeg ikke være stille om #1: det starter søndag kl. 16. Skriv et tidspunkt før det.
        søn 10:21 anne → bot: en time
        søn 10:21 bot → anne: Du tar #1. Jeg er stille til søndag kl. 11:21 og spør igjen hvis det fortsatt mangler folk.
        søn 11:21 bot → anne: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn not_for_everybody(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    for person in ["kari", "hanne", "tor", "jonas", "en fremmed"] {
        for data in BUTTONS {
            fjellvik.presses_data(person, data).await;
        }
        let transcript = fjellvik.transcript();
        assert_eq!(
            transcript.matches("(toast) Denne knappen er ikke for deg.").count(),
            BUTTONS.len(),
            "{transcript}"
        );
        assert!(
            !transcript.contains("bot →") && !transcript.contains("⌂"),
            "nothing else follows: {transcript}"
        );
    }
    let task = fjellvik.task(1).await;
    assert!(task.held.is_none() && task.signups.is_empty() && task.steps.len() == 1, "{task:?}");
    fjellvik.is_at_rest().await;
}

async fn too_late(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T18:00:01").await;
    fjellvik.forget();
    for data in BUTTONS.into_iter().chain(["yes:1", "res:1:1", "no:1", "take:1:1"]) {
        fjellvik.presses_data("anne", data).await;
    }
    let transcript = fjellvik.transcript();
    assert_eq!(transcript.matches("(toast) #1 er over.").count(), BUTTONS.len() + 4, "{transcript}");
    fjellvik.is_at_rest().await;
}

async fn the_contact_s_buttons_work(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:41:00").await;
    fjellvik.forget();
    fjellvik.presses("inger", "Tar det").await;
    fjellvik.presses("inger", "Til kl. 11:15").await;
    fjellvik.presses("inger", "Kommunen tar det").await;
    fjellvik.presses_too_late("inger", "Kommunen tar det").await;
    expect![[r#"
        søn 10:41 inger presses: [Tar det]
        søn 10:41 bot → anne: Inger Holt tar #1 og er på saken til søndag kl. 11:45.
        søn 10:41 bot → bjorn: Inger Holt tar #1 og er på saken til søndag kl. 11:45.
        søn 10:41 bot ⇢ inger: (toast) Fint, du tar #1. Jeg er stille til søndag kl. 11:45. Passer en annen tid bedre, velg den eller skriv den.
        søn 10:41 bot → inger: Fint, du tar #1. Jeg er stille til søndag kl. 11:45. Passer en annen tid bedre, velg den eller skriv den.
              [Til kl. 11:15] [Til kl. 11:45] [Til kl. 12:45]
        søn 10:41 inger presses: [Til kl. 11:15]
        søn 10:41 bot ⇢ inger: (toast) Du tar #1. Jeg er stille til søndag kl. 11:15 og spør igjen hvis det fortsatt mangler folk.
        søn 10:41 bot → inger: (edited) Fint, du tar #1. Jeg er stille til søndag kl. 11:45. Passer en annen tid bedre, velg den eller skriv den.
              Du svarte: Til kl. 11:15
        søn 10:41 bot → inger: Du tar #1. Jeg er stille til søndag kl. 11:15 og spør igjen hvis det fortsatt mangler folk.
        søn 10:41 inger presses: [Kommunen tar det]
        søn 10:41 bot → anne: (edited) #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Inger Holt har ordnet dette.
        søn 10:41 bot → bjorn: (edited) #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Inger Holt har ordnet dette.
        søn 10:41 bot ⇢ inger: (toast) Da tar kommunen #1, og du står som den som svarer for det. Ingen flere blir spurt.
        søn 10:41 bot → inger: (edited) #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Du svarte: Kommunen tar det
        søn 10:41 bot → inger: Da tar kommunen #1, og du står som den som svarer for det. Ingen flere blir spurt.
        søn 10:41 bot → silje: Kommunen tar #1 selv: Snømåking, søndag 22. november kl. 16–18. Inger Holt svarer for det.
        søn 10:41 bot → eva: (edited) Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Kommunen tar #1 selv. Takk likevel!
        søn 10:41 bot → solveig: (edited) Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Kommunen tek #1 sjølv. Takk likevel!
        søn 10:41 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Kommunen tar dette selv. Takk til alle som vurderte det!
        søn 10:41 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Kommunen tek dette sjølv. Takk til alle som vurderte det!
        søn 10:41 inger presses: [Kommunen tar det] (put away)
        søn 10:41 bot ⇢ inger: (toast) Kommunen har tatt #1 selv. Får dere det ikke til likevel? Skriv «vi trenger folk likevel», så leter jeg igjen.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn the_requester_fills_the_rest(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T12:00:00").await;
    fjellvik.forget();
    fjellvik.presses("silje", "Vi stiller selv").await;
    fjellvik.presses_too_late("silje", "Vi stiller selv").await;
    fjellvik.presses_too_late("silje", "Holder").await;
    fjellvik.says("kari", "kan ikke likevel").await;
    fjellvik.time_passes_until("2026-11-22T19:00:00").await;
    expect![[r#"
        søn 12:00 silje presses: [Vi stiller selv]
        søn 12:00 bot → anne: (edited) #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Silje Aune har ordnet dette.
        søn 12:00 bot → bjorn: (edited) #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Silje Aune har ordnet dette.
        søn 12:00 bot → inger: (edited) #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Silje Aune har ordnet dette.
        søn 12:00 bot ⇢ silje: (toast) Greit, dere fyller den siste plassen på #1.
        søn 12:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18: vi fikk 1 av 2. Kari Nes fra Fjellvik IL kommer. Holder det, eller stiller dere med resten selv?
              Du svarte: Vi stiller selv
        søn 12:00 bot → silje: Greit, dere fyller den siste plassen på #1.
        søn 12:00 bot → eva: (edited) Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        søn 12:00 bot → solveig: (edited) Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Det trengst ikkje fleire på #1 no. Takk for at du stod klar!
        søn 12:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              [Stå som reserve] [Kan ikke]
        søn 12:00 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              Éin frivillig. 200 kr til laget.

              Dekt, takk!
              Kjem: Kari N.
              [Stå som reserve] [Kan ikkje]
        søn 12:00 silje presses: [Vi stiller selv] (put away)
        søn 12:00 bot ⇢ silje: (toast) #1 er allerede dekket.
        søn 12:00 bot → silje: #1 er allerede dekket.
        søn 12:00 silje presses: [Holder] (put away)
        søn 12:00 bot ⇢ silje: (toast) #1 er allerede dekket.
        søn 12:00 bot → silje: #1 er allerede dekket.
        søn 12:00 kari → bot: kan ikke likevel
        søn 12:00 bot → bjorn: (edited) Kari N. har ikke bekreftet #1: Snømåking, søndag 22. november kl. 16–18.
              Kari N. er tatt av #1. Jeg spør andre.
        søn 12:00 bot → silje: Det ble en plass ledig igjen på #1, søndag 22. november kl. 16–18. Jeg leter etter noen, og du får svar senest søndag kl. 15:20.
        søn 12:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        søn 12:00 bot → kari: Takk for beskjed. Du er tatt av #1, søndag 22. november kl. 16–18. Jeg spør andre.
        søn 12:00 bot → kari: (edited) Snømåking, søndag 22. november kl. 16–18 (#1). Kommer du?
              Du svarte: Kan ikke
        søn 12:00 bot → kari: (edited) Hei igjen! Kan du bekrefte #1, søndag 22. november kl. 16–18?
              Du svarte: Kan ikke
        søn 12:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 søndag kl. 16. Kan noen ta den?
        søn 12:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        søn 12:00 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              Éin frivillig. 200 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Kan ikkje]
              [Opne chat med meg ↗]
        søn 12:00 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 16.
              Dette gjelder ikke lenger.
        søn 12:05 ⌂ nordre-il bot: Det er éin ledig plass på #1 søndag kl. 16. Kan nokon?
        søn 12:15 bot → eva: Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              [Ja] [Nei]
        søn 12:15 bot → solveig: Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              [Ja] [Nei]
        søn 12:20 bot → bjorn: #1 mangler 1 av 1: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 15:20.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 12:40 bot → anne: #1 mangler 1 av 1: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 15:20.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 13:00 bot → inger: #1 mangler 1 av 1: Snømåking, søndag 22. november kl. 16–18.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 15:20.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 15:00 bot → silje: Dere skulle selv stille én person til #1: Snømåking, søndag 22. november kl. 16–18. Er det i orden?
              [Ja, det er ordnet] [Nei, finn noen]
        søn 15:20 bot → silje: #1, søndag 22. november kl. 16–18: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
              [Vi gjør det selv] [Avlys]
        søn 15:20 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige søndag kl. 16 likevel.
              [Gjort] [Fikk ikke tak i]
        søn 15:35 bot → bjorn: Enheten har ikke svart på om mottakeren av #1 er ringt. Kan du høre med dem, eller ringe selv?
        søn 15:35 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1 nå: det kommer ingen frivillige søndag kl. 16 likevel.
              Dette gjelder ikke lenger.
        søn 15:35 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige søndag kl. 16 likevel.
              [Gjort] [Fikk ikke tak i]
        søn 18:00 bot → anne: (edited) #1 mangler 1 av 1: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 15:20.
        søn 18:00 bot → bjorn: (edited) #1 mangler 1 av 1: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 15:20.
        søn 18:00 bot → inger: (edited) #1 mangler 1 av 1: Snømåking, søndag 22. november kl. 16–18.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 15:20.
        søn 18:00 bot → silje: (edited) Dere skulle selv stille én person til #1: Snømåking, søndag 22. november kl. 16–18. Er det i orden?
        søn 18:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
        søn 18:00 bot → eva: (edited) Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              #1 er over. Takk likevel!
        søn 18:00 bot → solveig: (edited) Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              #1 er over. Takk likevel!
        søn 18:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Tiden er ute. Takk til alle som vurderte det.
        søn 18:00 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              Éin frivillig. 200 kr til laget.

              Tida er ute. Takk til alle som vurderte det.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}
