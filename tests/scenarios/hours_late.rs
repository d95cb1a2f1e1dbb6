//! An hour late, a thumb given and taken twice, and a full card for whoever never opened a chat.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    an_hour_late,
    in_every_language,
    later_than_anybody_is_waited_for,
    a_yes_and_an_hour_late,
    a_thumb_taken_back_twice,
    a_reserve_s_thumb_taken_back,
    a_full_card_and_no_chat,
);

async fn an_hour_late(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T15:30:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "blir en time forsinket").await;
    expect![[r#"
        søn 15:30 kari → bot: blir en time forsinket
        søn 15:30 bot → silje: Kari N. blir forsinket til #1 og regner med å være der kl. 17.
        søn 15:30 bot → kari: Takk for beskjed. Jeg sier fra at du er der kl. 17 (#1).
        søn 15:30 bot → kari: (👌)
        søn 15:30 bot → ola: Kari N. blir forsinket til #1 og regner med å være der kl. 17.
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn in_every_language(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T15:30:00").await;
    for (words, at) in [
        ("en time forsinket", "17:00"),
        ("kommer en time for sent", "17:00"),
        ("eg kjem ein time for seint", "17:00"),
        ("I'll be an hour late", "17:00"),
        ("kommer en halvtime for sent", "16:30"),
    ] {
        fjellvik.forget();
        fjellvik.says("kari", words).await;
        let said = fjellvik.transcript();
        let told = format!("bot → silje: Kari N. blir forsinket til #1 og regner med å være der kl. {at}.");
        assert!(said.contains(&told.replace("kl. 17:00", "kl. 17")), "{words}: {said}");
    }
}

async fn later_than_anybody_is_waited_for(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T15:30:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "kommer halvannen time for sent").await;
    expect![[r#"
        søn 15:30 kari → bot: kommer halvannen time for sent
        søn 15:30 bot → bjorn: Kari N. har plass på #1 (søndag 22. november kl. 16–18), men kan ikke komme før kl. 17:30. Går det?
              [Kari N. kommer] [Kari N. kommer ikke]
        søn 15:30 bot → kari: Takk for at du sier fra! Koordinatoren får vite det. Du har plassen på #1 så lenge du ikke hører noe annet.
              [Meld forfall]
        søn 15:30 bot → kari: (👌)
    "#]].assert_eq(&fjellvik.transcript());
}

async fn a_yes_and_an_hour_late(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "jeg kan, men kommer en time for sent").await;
    fjellvik.replies("fjellvik-il", "eva", "kommer en time for sent").await;
    fjellvik.replies("fjellvik-il", "ola", "jeg kan, men kommer halvannen time for sent").await;
    fjellvik.replies("fjellvik-il", "marit", "jeg kan, men blir 20 min forsinket").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): jeg kan, men kommer en time for sent
        lør 10:00 bot → bjorn: Kari Nes kan ta #1 fra kl. 17 (oppdraget er søndag 22. november kl. 16–18).
              [Godta] [Takk, men nei]
        lør 10:00 bot → kari: Takk! Jeg spør koordinatoren om det passer på #1. Du får svar her.
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il eva (reply): kommer en time for sent
        lør 10:00 bot → bjorn: Eva Lie kan ta #1 fra kl. 17 (oppdraget er søndag 22. november kl. 16–18).
              [Godta] [Takk, men nei]
        lør 10:00 bot → eva: Takk! Jeg spør koordinatoren om det passer på #1. Du får svar her.
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il ola (reply): jeg kan, men kommer halvannen time for sent
        lør 10:00 bot → bjorn: Ola Rud kan ta #1 fra kl. 17:30 (oppdraget er søndag 22. november kl. 16–18).
              [Godta] [Takk, men nei]
        lør 10:00 bot → ola: Takk! Jeg spør koordinatoren om det passer på #1. Du får svar her.
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il marit (reply): jeg kan, men blir 20 min forsinket
        lør 10:00 bot → silje: Marit D. blir forsinket til #1 og regner med å være der kl. 16:20.
        lør 10:00 bot → marit: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
              [Feil forstått]
        lør 10:00 bot → marit: Takk for beskjed. Jeg sier fra at du er der kl. 16:20 (#1).
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Marit D.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert_eq!((task.taken(), task.undecided().count()), (1, 3));
}

async fn a_thumb_taken_back_twice(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    for asked in 1..=2 {
        fjellvik.thumbs("fjellvik-il", "kari").await;
        fjellvik.forget();
        fjellvik.takes_thumb_back("fjellvik-il", "kari").await;
        let said = fjellvik.transcript();
        assert!(said.contains("bot → kari: Du tok tilbake tommelen på #1"), "{asked}: {said}");
    }
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

async fn a_reserve_s_thumb_taken_back(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "hanne", "vi er to").await;
    fjellvik.presses_in("fjellvik-il", "hanne", "Begge som reserve").await;
    fjellvik.forget();
    fjellvik.takes_thumb_back("fjellvik-il", "hanne").await;
    fjellvik.presses("hanne", "Ja, fortsatt reserve").await;
    assert_eq!(fjellvik.task(1).await.reserves()[0].people, 2);
    fjellvik.takes_thumb_back("fjellvik-il", "hanne").await;
    fjellvik.presses("hanne", "Ikke reserve likevel").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il hanne: (takes the 👍 back)
        lør 10:00 bot → hanne: Du tok tilbake tommelen på #1. Vil du fortsatt stå som reserve?
              [Ja, fortsatt reserve] [Ikke reserve likevel]
        lør 10:00 hanne presses: [Ja, fortsatt reserve]
        lør 10:00 bot ⇢ hanne: (toast) Takk! Du er reserve nr. 1 på #1.
        lør 10:00 bot → hanne: (edited) Du tok tilbake tommelen på #1. Vil du fortsatt stå som reserve?
              Du svarte: Ja, fortsatt reserve
        lør 10:00 ⌂ fjellvik-il hanne: (takes the 👍 back)
        lør 10:00 bot → hanne: Du tok tilbake tommelen på #1. Vil du fortsatt stå som reserve?
              [Ja, fortsatt reserve] [Ikke reserve likevel]
        lør 10:00 hanne presses: [Ikke reserve likevel]
        lør 10:00 bot ⇢ hanne: (toast) Takk for at du sa fra om #1.
        lør 10:00 bot → hanne: (edited) Takk! Dere står som reserve nr. 1 på #1: Snømåking, søndag 22. november kl. 16–18.
              Jeg spør når det er plass til dere begge.
        lør 10:00 bot → hanne: Takk for at du sa fra om #1.
        lør 10:00 bot → hanne: (edited) Du tok tilbake tommelen på #1. Vil du fortsatt stå som reserve?
              Du svarte: Ikke reserve likevel
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.reserves().len(), 0);
}

async fn a_full_card_and_no_chat(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    assert!(
        !fjellvik.card("fjellvik-il").text.buttons.iter().flatten().any(|b| b.label.starts_with("Åpne chat"))
    );
    fjellvik.is_called("gunnvor", "Gunnvor Sletten");
    fjellvik.forget();
    fjellvik.presses_in("fjellvik-il", "gunnvor", "Stå som reserve").await;
    expect![[r#"
        lør 10:00 gunnvor presses: [Stå som reserve]
        lør 10:00 bot ⇢ gunnvor: (toast) Takk! Du er reserve nr. 1 på #1.
        lør 10:00 ⌂ fjellvik-il bot: Takk! #1 er dekket. Reserver, i rekkefølge: Gunnvor S.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              Én reserve.
              [Stå som reserve] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
}
