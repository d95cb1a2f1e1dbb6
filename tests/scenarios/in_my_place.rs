//! Somebody else comes in the sender's place: somebody named, or somebody of their own. Nobody who doesn't come holds a place.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    hanne_comes_instead,
    a_question_in_the_group,
    the_same_words_do_not_put_her_back,
    somebody_nobody_knows,
    my_husband_and_not_i,
    my_son_comes,
    my_son_comes_along,
);

async fn hanne_comes_instead(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.says("kari", "ja").await;
    fjellvik.says("ola", "ja").await;
    fjellvik.forget();
    fjellvik.says("kari", "Hanne kommer i stedet for meg").await;
    expect![[r#"
        lør 10:00 kari → bot: Hanne kommer i stedet for meg
        lør 10:00 bot → bjorn: Kari Nes kan ikke på #1, søndag 22. november kl. 16–18, og har nevnt Hanne Lund i stedet. Hanne Lund er spurt og har ikke svart ennå.
        lør 10:00 bot → silje: Det ble en plass ledig igjen på #1, søndag 22. november kl. 16–18. Jeg leter etter noen, og du får svar senest søndag kl. 12.
        lør 10:00 bot → hanne: Kari Nes kan ikke på #1 likevel, og nevnte deg: Snømåking, søndag 22. november kl. 16–18. Kan du ta plassen?
              [Ja] [Nei]
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #1, søndag 22. november kl. 16–18. Jeg spør andre.
              [Feil forstått]
        lør 10:00 bot → kari: Jeg har spurt Hanne Lund om plassen på #1. Plassen er åpen til svaret er ja.
    "#]].assert_eq(&fjellvik.private_talk());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
    fjellvik.forget();
    fjellvik.says("hanne", "ja").await;
    expect![[r#"
        lør 10:00 hanne → bot: ja
        lør 10:00 bot → silje: #1, søndag 22. november kl. 16–18, er dekket: Ola Rud og Hanne Lund fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → hanne: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 bot → hanne: (edited) Kari Nes kan ikke på #1 likevel, og nevnte deg: Snømåking, søndag 22. november kl. 16–18. Kan du ta plassen?
              Du svarte: Ja
    "#]].assert_eq(&fjellvik.private_talk());
    let task = fjellvik.task(1).await;
    assert_eq!(task.taken(), 2);
    assert!(task.placed().all(|signup| signup.people == 1));
}

async fn a_question_in_the_group(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "per", "ja").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "per", "Kan Hanne ta plassen min?").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il per (reply): Kan Hanne ta plassen min?
        lør 10:00 bot → bjorn: Per Haugen kan ikke på #1, søndag 22. november kl. 16–18, og har nevnt Hanne Lund i stedet. Hanne Lund er spurt og har ikke svart ennå.
        lør 10:00 bot → hanne: Per Haugen kan ikke på #1 likevel, og nevnte deg: Snømåking, søndag 22. november kl. 16–18. Kan du ta plassen?
              [Ja] [Nei]
        lør 10:00 bot → per: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → per: Takk for beskjed. Du er teken av #1, søndag 22. november kl. 16–18. Eg spør andre.
              [Feil forstått]
        lør 10:00 bot → per: Eg har spurt Hanne Lund om plassen på #1. Plassen er open til svaret er ja.
    "#]].assert_eq(&fjellvik.private_talk());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
    fjellvik.presses("hanne", "Nei").await;
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

async fn the_same_words_do_not_put_her_back(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.says("kari", "ja").await;
    fjellvik.says("kari", "kan ikke likevel").await;
    fjellvik.forget();
    fjellvik.says("kari", "Hanne kommer i stedet for meg").await;
    expect![[r#"
        lør 10:00 kari → bot: Hanne kommer i stedet for meg
        lør 10:00 bot → bjorn: Kari Nes kan ikke på #1, søndag 22. november kl. 16–18, og har nevnt Hanne Lund i stedet. Hanne Lund er spurt og har ikke svart ennå.
        lør 10:00 bot → hanne: Kari Nes kan ikke på #1 likevel, og nevnte deg: Snømåking, søndag 22. november kl. 16–18. Kan du ta plassen?
              [Ja] [Nei]
        lør 10:00 bot → kari: Jeg har spurt Hanne Lund om plassen på #1. Plassen er åpen til svaret er ja.
    "#]].assert_eq(&fjellvik.private_talk());
    fjellvik.replies("fjellvik-il", "kari", "Hanne is coming instead of me").await;
    assert_eq!(fjellvik.task(1).await.taken(), 0, "{}", fjellvik.transcript());
}

async fn somebody_nobody_knows(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.says("per", "ja").await;
    fjellvik.forget();
    fjellvik.says("per", "Torvald kjem i staden for meg").await;
    expect![[r#"
        lør 10:00 per → bot: Torvald kjem i staden for meg
        lør 10:00 bot → bjorn: Per Haugen har et tips om #1, søndag 22. november kl. 16–18: «Torvald kjem i staden for meg». Avtal med dem, og sett dem inn.
              [Sett inn noen]
        lør 10:00 bot → per: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → per: Takk for beskjed. Du er teken av #1, søndag 22. november kl. 16–18. Eg spør andre.
              [Feil forstått]
        lør 10:00 bot → per: Takk for tipset! Vakta har fått det og tek kontakt om #1. Kan nokon ta den, så be dei gjerne svare «ja» sjølve.
    "#]].assert_eq(&fjellvik.private_talk());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

async fn my_husband_and_not_i(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "Mannen min kan, ikke jeg").await;
    fjellvik.says("hanne", "ja").await;
    fjellvik.says("hanne", "jeg sender sønnen min").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): Mannen min kan, ikke jeg
        lør 10:00 bot → kari: Takk for at du sa fra om #1.
              [Feil forstått]
        lør 10:00 bot → kari: Så fint at noen andre kan ta #1! Hvem er det? Be dem svare «ja» i gruppa, eller skriv navn og nummer her, så får vakten beskjed.
        lør 10:00 hanne → bot: ja
        lør 10:00 bot → hanne: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 hanne → bot: jeg sender sønnen min
        lør 10:00 bot → hanne: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → hanne: Takk for beskjed. Du er tatt av #1, søndag 22. november kl. 16–18. Jeg spør andre.
              [Feil forstått]
        lør 10:00 bot → hanne: Så fint at noen andre kan ta #1! Hvem er det? Be dem svare «ja» i gruppa, eller skriv navn og nummer her, så får vakten beskjed.
    "#]].assert_eq(&fjellvik.private_talk());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

async fn my_son_comes(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "eva", "sønnen min kommer").await;
    fjellvik.says("eva", "Jens Lie, 911 22 333").await;
    fjellvik.says("per", "sonen min kjem").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il eva (reply): sønnen min kommer
        lør 10:00 bot → eva: Takk for at du sa fra om #1.
        lør 10:00 bot → eva: Så fint at noen andre kan ta #1! Hvem er det? Be dem svare «ja» i gruppa, eller skriv navn og nummer her, så får vakten beskjed.
        lør 10:00 eva → bot: Jens Lie, 911 22 333
        lør 10:00 bot → bjorn: Eva Lie kan ikke selv på #1, søndag 22. november kl. 16–18, men vet om noen som kan: «Jens Lie, 911 22 333». Avtal med dem, og sett dem inn.
              [Sett inn noen]
        lør 10:00 bot → eva: Takk! Vakten har fått navnet og tar kontakt om #1. Plassen er åpen for alle imens.
        lør 10:00 per → bot: sonen min kjem
        lør 10:00 bot → per: Takk for at du sa frå om #1.
        lør 10:00 bot → per: Så fint at nokon andre kan ta #1! Kven er det? Be dei svare «ja» i gruppa, eller skriv namn og nummer her, så får vakta beskjed.
    "#]].assert_eq(&fjellvik.private_talk());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

async fn my_son_comes_along(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    for words in ["sønnen min blir med", "jeg og sønnen min", "eg og sonen min kjem", "my son is coming too"]
    {
        fjellvik.replies("fjellvik-il", "eva", words).await;
        assert_eq!(fjellvik.task(1).await.taken(), 2, "{words}: {}", fjellvik.transcript());
        fjellvik.says("eva", "kan ikke likevel").await;
    }
}
