//! The duty rota, taking over with one word, and who can take a task.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    the_dry_run_names_who_has_the_duty_then,
    the_deputy_takes_over_with_one_word,
    the_duty_is_given_to_somebody_by_name,
    the_rota_is_for_coordinators,
    who_can_take_it_and_why,
    put_in_by_name_in_one_message
);

async fn the_deputy_takes_over_with_one_word(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("anne", "hvem har vakt?").await;
    fjellvik.says("anne", "jeg tar over").await;
    fjellvik.says("anne", "/vakt").await;
    fjellvik.time_passes_until("2026-11-23T08:00:00").await;
    fjellvik.forget();
    fjellvik.says("bjorn", "vakt").await;
    fjellvik.presses("bjorn", "Jeg tar vakten").await;
    expect![[r#"
        man 08:00 bjorn → bot: vakt
        man 08:00 bot → bjorn: Vakt nå: Anne Berg
              Stedfortreder: Bjørn Moe
              Fra mandag 30. november kl. 08: Bjørn Moe
              Fra mandag 7. desember kl. 08: Anne Berg
              Fra mandag 14. desember kl. 08: Bjørn Moe
              Fra mandag 21. desember kl. 08: Anne Berg
              [Jeg tar vakten]
        man 08:00 bjorn presses: [Jeg tar vakten]
        man 08:00 bot → anne: Bjørn Moe har tatt over vakten til mandag 30. november kl. 08.
        man 08:00 bot ⇢ bjorn: (toast) Du har vakten til mandag 30. november kl. 08.
        man 08:00 bot → bjorn: Du har vakten til mandag 30. november kl. 08.
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn the_duty_is_given_to_somebody_by_name(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("bjorn", "vakt anne").await;
    fjellvik.says("bjorn", "/vakt Petronella").await;
    fjellvik.says("bjorn", "/vakt anne").await;
    expect![[r#"
        lør 10:00 bjorn → bot: vakt anne
        lør 10:00 bot → anne: Bjørn Moe har gitt deg vakten til mandag kl. 08. Passer det ikke, skriv «vakt» og et navn.
        lør 10:00 bot → bjorn: Anne Berg har vakten til mandag kl. 08 og har fått beskjed.
        lør 10:00 bjorn → bot: /vakt Petronella
        lør 10:00 bot → bjorn: Jeg finner ikke én koordinator som heter Petronella.
        lør 10:00 bjorn → bot: /vakt anne
        lør 10:00 bot → bjorn: Anne Berg har allerede vakten, til mandag kl. 08.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn the_rota_is_for_coordinators(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("kari", "/vakt").await;
    fjellvik.says("silje", "jeg tar over").await;
    fjellvik.presses_data("kari", "takeduty:0").await;
    fjellvik.says("kari", "hvem kan ta #1").await;
    fjellvik.says("kari", "sett inn Ola på #1").await;
    fjellvik.says("passerby", "/vakt").await;
    expect![[r#"
        lør 10:00 kari → bot: /vakt
        lør 10:00 bot → kari: Vaktlista er for koordinatorene. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 silje → bot: jeg tar over
        lør 10:00 bot → silje: Vaktlista er for koordinatorene. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 kari presses: <takeduty:0>
        lør 10:00 bot ⇢ kari: (toast) Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 kari → bot: hvem kan ta #1
        lør 10:00 bot → kari: Skriv nummeret til oppdraget: «hvem kan ta #17». Det er koordinatoren som får svar.
        lør 10:00 kari → bot: sett inn Ola på #1
        lør 10:00 bot → kari: Skriv hvem og hvilket oppdrag: «sett inn Kari på #17». Det er koordinatoren som kan sette inn folk.
        lør 10:00 passerby → bot: /vakt
        lør 10:00 bot → passerby: Hei! Jeg er Tannhjul. Jeg hjelper kommunen og frivillige med å finne hverandre.
              For å bli med trenger du en kode fra laget ditt eller kommunen. Send den slik: /start KODE
    "#]].assert_eq(&fjellvik.transcript());
}

/// Meals, for which one must be approved; Kari has said no and Eva waits behind Ola.
async fn who_can_take_it_and_why(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 1 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.presses("silje", "Send").await;
    fjellvik.replies("fjellvik-il", "kari", "nei").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.replies("fjellvik-il", "eva", "jeg kan").await;
    fjellvik.forget();
    fjellvik.says("bjorn", "hvem kan ta #1?").await;
    fjellvik.says("bjorn", "hvem kan ta #99?").await;
    expect![[r#"
        lør 10:00 bjorn → bot: hvem kan ta #1?
        lør 10:00 bot → bjorn: Hvem kan ta #1: Snømåking, søndag 22. november kl. 16–18?
              Eva Lie: reserve nr. 1
              Hanne Lund: ikke svart ennå
              Per Haugen: ikke svart ennå
              Anders Vik: ikke svart ennå
              Geir Solberg: ikke svart ennå
              Lars Bakke: ikke svart ennå
              Solveig Eide: ikke svart ennå
              Kari Nes: kan ikke (lørdag kl. 10)
              Ola Rud: kommer allerede
        lør 10:00 bjorn → bot: hvem kan ta #99?
        lør 10:00 bot → bjorn: Skriv nummeret til oppdraget: «hvem kan ta #17». Det er koordinatoren som får svar.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn put_in_by_name_in_one_message(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 1 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.presses("silje", "Send").await;
    fjellvik.forget();
    fjellvik.says("bjorn", "sett inn Kari på #1").await;
    fjellvik.presses("bjorn", "Kari Nes").await;
    fjellvik.says("bjorn", "sett inn Kari").await;
    fjellvik.says("bjorn", "sett inn Petronella på #1").await;
    expect![[r#"
        lør 10:00 bjorn → bot: sett inn Kari på #1
        lør 10:00 bot → bjorn: Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              [Kari Nes]
        lør 10:00 bjorn presses: [Kari Nes]
        lør 10:00 bot ⇢ bjorn: (toast) Kari Nes er satt inn på #1 og har fått beskjed.
        lør 10:00 bot → bjorn: (edited) Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              Du svarte: Kari Nes
        lør 10:00 bot → bjorn: Kari Nes er satt inn på #1 og har fått beskjed.
        lør 10:00 bot → silje: #1, søndag 22. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → kari: Bjørn Moe har satt deg opp på #1: Snømåking, søndag 22. november kl. 16–18. Passer det ikke, meld forfall – da er du av med en gang.
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              [Stå som reserve] [Kan ikke]
        lør 10:00 bjorn → bot: sett inn Kari
        lør 10:00 bot → bjorn: Skriv hvem og hvilket oppdrag: «sett inn Kari på #17». Det er koordinatoren som kan sette inn folk.
        lør 10:00 bjorn → bot: sett inn Petronella på #1
        lør 10:00 bot → bjorn: Jeg finner ingen med det navnet som kan settes inn på #1.
              [Sett inn noen]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn the_dry_run_names_who_has_the_duty_then(db: Db) {
    let mut fjellvik = World::new(db).await;
    let mut duty = Vec::new();
    for day in ["torsdag", "torsdag 3. desember"] {
        fjellvik.says("silje", &format!("Trenger 2 stk til snømåking i Storgata 5 {day} kl 16-18")).await;
        fjellvik.forget();
        fjellvik.presses("silje", "Hva skjer hvis ingen svarer?").await;
        let said = fjellvik.transcript();
        duty.extend(said.lines().filter(|line| line.contains("vakt")).map(|line| line.trim().to_owned()));
        fjellvik.presses("silje", "Send").await;
    }
    expect![[r#"
        torsdag kl. 10: Anne Berg, som har vakt, får beskjed.
        torsdag kl. 10:20: stedfortreder Bjørn Moe, hvis vakten ikke svarer.
        torsdag 3. desember kl. 10: Bjørn Moe, som har vakt, får beskjed.
        torsdag 3. desember kl. 10:20: stedfortreder Anne Berg, hvis vakten ikke svarer."#]]
    .assert_eq(&duty.join("\n"));
}
