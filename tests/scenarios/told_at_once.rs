//! Whoever has put somebody in, or is doing something about a hole, hears at once what changes that, in a message of its own.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    whoever_put_them_in_hears_of_a_withdrawal,
    whoever_holds_it_hears_that_it_is_filled,
    whoever_holds_it_hears_what_the_requester_decided,
    whoever_did_it_hears_nothing_more,
);

async fn whoever_put_them_in_hears_of_a_withdrawal(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.says("bjorn", "sett inn Lars på #1").await;
    fjellvik.presses("bjorn", "Lars Bakke").await;
    fjellvik.forget();
    fjellvik.says("lars", "nei, det passer ikke").await;
    expect![[r#"
        lør 10:00 lars → bot: nei, det passer ikke
        lør 10:00 bot → bjorn: Lars Bakke har meldt forfall på #1, søndag 22. november kl. 16–18. Jeg leter etter en annen.
              [Tar det] [Sett inn noen]
        lør 10:00 bot → lars: Takk for beskjed. Du er teken av #1, søndag 22. november kl. 16–18. Eg spør andre.
              [Feil forstått]
        lør 10:00 bot → lars: (edited) Bjørn Moe har sett deg opp på #1: Snømåking, søndag 22. november kl. 16–18. Passar det ikkje, meld forfall – då er du av med ein gong.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn whoever_holds_it_hears_that_it_is_filled(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:05:00").await;
    fjellvik.says("bjorn", "jeg tar det til kl 12").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "kari", "vi er to som kan").await;
    expect![[r#"
        søn 10:05 ⌂ fjellvik-il kari (reply): vi er to som kan
        søn 10:05 bot → bjorn: (edited) #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Kari Nes har ordnet dette.
        søn 10:05 bot → bjorn: #1 er dekket nå: Kari N. +1. Du trenger ikke å gjøre mer med det.
        søn 10:05 bot → silje: #1, søndag 22. november kl. 16–18, er dekket: Kari Nes +1 fra Fjellvik IL kommer.
              [Endre] [Avlys]
        søn 10:05 bot → kari: Takk! Dere har 2 plasser på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
              [Feil forstått]
        søn 10:05 bot → eva: (edited) Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        søn 10:05 bot → solveig: (edited) Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Det trengst ikkje fleire på #1 no. Takk for at du stod klar!
        søn 10:05 ⌂ fjellvik-il bot: (👍)
        søn 10:05 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Kari N. +1
              [Stå som reserve] [Kan ikke]
        søn 10:05 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Dekt, takk!
              Kjem: Kari N. +1
              [Stå som reserve] [Kan ikkje]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn whoever_holds_it_hears_what_the_requester_decided(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T10:05:00").await;
    fjellvik.says("bjorn", "jeg tar det til kl 14").await;
    fjellvik.time_passes_until("2026-11-22T12:05:00").await;
    fjellvik.forget();
    fjellvik.says("silje", "vi stiller selv").await;
    expect![[r#"
        søn 12:05 silje → bot: vi stiller selv
        søn 12:05 bot → bjorn: (edited) #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Silje Aune har ordnet dette.
        søn 12:05 bot → bjorn: Silje Aune har ordnet #1, og ingen flere blir spurt. Kommer: Kari N.
        søn 12:05 bot → silje: (edited) #1, søndag 22. november kl. 16–18: vi fikk 1 av 2. Kari Nes fra Fjellvik IL kommer. Holder det, eller stiller dere med resten selv?
              Bjørn Moe har tatt saken og er på den til søndag kl. 14.
              Du svarte: Vi stiller selv
        søn 12:05 bot → silje: Greit, dere fyller den siste plassen på #1.
        søn 12:05 bot → eva: (edited) Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        søn 12:05 bot → solveig: (edited) Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Det trengst ikkje fleire på #1 no. Takk for at du stod klar!
        søn 12:05 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              [Stå som reserve] [Kan ikke]
        søn 12:05 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              Éin frivillig. 200 kr til laget.

              Dekt, takk!
              Kjem: Kari N.
              [Stå som reserve] [Kan ikkje]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn whoever_did_it_hears_nothing_more(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:05:00").await;
    fjellvik.says("bjorn", "jeg tar det til kl 14").await;
    fjellvik.presses_data("bjorn", "cancelyes:1").await;
    fjellvik.settle().await;
    let said = fjellvik.transcript();
    assert_eq!(said.matches("har avlyst #1").count(), 1, "{said}");
}
