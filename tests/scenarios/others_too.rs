//! Answers that speak of more than one task, or of others than the sender.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    a_yes_after_the_name_is_no_place,
    yes_to_both,
    both_of_another_question,
    which_of_three,
    one_of_a_pair,
    not_i_but_my_brother,
    the_brother_in_the_group,
    two_tasks_by_their_numbers,
    i_can_do_both,
    one_of_both_is_full,
    all_that_is_left_is_given_back,
    both_is_no_second_person,
    both_of_one_task_is_asked_about,
    we_two_are_two_persons,
    on_two_days,
    only_the_first_of_two,
    the_one_and_not_the_other,
);

async fn yes_to_both(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Torget 2 tirsdag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja på begge").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): ja på begge
        lør 10:00 bot → silje: #2, tirsdag 24. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 bot → kari: Takk! Du har plass på #2: Snømåking, tirsdag 24. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #2: Snømåking, tirsdag 24. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              [Stå som reserve] [Kan ikke]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.says("eva", "eg kan på båe").await;
    let (first, second) = (fjellvik.task(1).await, fjellvik.task(2).await);
    assert_eq!(
        (first.taken(), second.taken(), second.reserves().len()),
        (2, 1, 1),
        "{}",
        fjellvik.transcript()
    );
}

async fn both_of_another_question(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking i Torget 2 tirsdag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja på begge").await;
    fjellvik.asked_for("Trenger 1 til snømåking i Torget 2 onsdag kl 16-18").await;
    fjellvik.says("kari", "må melde forfall").await;
    fjellvik.says("kari", "hvordan blir været?").await;
    fjellvik.says("kari", "på begge").await;
    assert_eq!(fjellvik.task(3).await.taken(), 0, "{}", fjellvik.transcript());
}

async fn which_of_three(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Torget 2 tirsdag kl 16-18").await;
    fjellvik.asked_for("Trenger 1 til snømåking i Torget 2 onsdag kl 16-18").await;
    fjellvik.says("kari", "yes to both").await;
    expect![[r#"
        lør 10:00 kari → bot: yes to both
        lør 10:00 bot → kari: Hvilket oppdrag gjelder det?
              [#1 Snømåking, søndag 22. november kl. 16–18]
              [#2 Snømåking, tirsdag 24. november kl. 16–18]
              [#3 Snømåking, onsdag 25. november kl. 16–18]
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn one_of_a_pair(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    for words in
        ["only one of us is coming", "bare én av oss kommer", "berre ein av oss kjem likevel, diverre"]
    {
        fjellvik.replies("fjellvik-il", "hanne", "vi er to").await;
        assert_eq!(fjellvik.task(1).await.taken(), 2);
        fjellvik.says("hanne", words).await;
        assert_eq!(fjellvik.task(1).await.taken(), 1, "{words}: {}", fjellvik.transcript());
    }
}

async fn not_i_but_my_brother(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "I can't make it, but my brother can").await;
    fjellvik.says("kari", "Jon Nes, 900 12 345").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): I can't make it, but my brother can
        lør 10:00 bot → kari: Takk for at du sa fra om #1.
              [Feil forstått]
        lør 10:00 bot → kari: Så fint at noen andre kan ta #1! Hvem er det? Be dem svare «ja» i gruppa, eller skriv navn og nummer her, så får vakten beskjed.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 kari → bot: Jon Nes, 900 12 345
        lør 10:00 bot → bjorn: Kari Nes kan ikke selv på #1, søndag 22. november kl. 16–18, men vet om noen som kan: «Jon Nes, 900 12 345». Avtal med dem, og sett dem inn.
              [Sett inn noen]
        lør 10:00 bot → kari: Takk! Vakten har fått navnet og tar kontakt om #1. Plassen er åpen for alle imens.
    "#]].assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert_eq!((task.taken(), task.signups.len()), (0, 1));
}

async fn the_brother_in_the_group(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.is_called("gunnvor", "Gunnvor Sletten");
    fjellvik.replies("fjellvik-il", "gunnvor", "jeg kan ikke, men broren min kan").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il gunnvor (reply): jeg kan ikke, men broren min kan
        lør 10:00 ⌂ fjellvik-il bot: Så fint, Gunnvor! Be dem svare «ja» her selv, så får de plassen på #1.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

async fn a_yes_after_the_name_is_no_place(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "I can't make it, but my brother can").await;
    fjellvik.says("kari", "Jon Nes, 900 12 345").await;
    fjellvik.forget();
    fjellvik.says("kari", "ja").await;
    expect![[r#"
        lør 10:00 kari → bot: ja
        lør 10:00 bot → kari: Gjelder det dette?
              [#1 Snømåking, søndag 22. november kl. 16–18]
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

/// Somebody of Fjellvik IL answers the card of the task with this number.
async fn answers_card(fjellvik: &mut World, person: &str, number: i64, text: &str) {
    let card = fjellvik.card_of("fjellvik-il", number).id;
    fjellvik.replies_to("fjellvik-il", person, &card, text).await;
}

async fn two_tasks(db: Db) -> World {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking i Torget 2 tirsdag kl 16-18").await;
    fjellvik.forget();
    fjellvik
}

async fn two_tasks_by_their_numbers(db: Db) {
    let mut fjellvik = two_tasks(db).await;
    fjellvik.says("per", "eg tek #1 og #2").await;
    fjellvik.says("per", "kan ikkje på båe, berre #1").await;
    expect![[r#"
        lør 10:00 per → bot: eg tek #1 og #2
        lør 10:00 bot → per: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finn du her:
              [Opne oppdraget ↗]
              [Meld forfall]
        lør 10:00 bot → per: Takk! Du har plass på #2: Snømåking, tysdag 24. november kl. 16–18.
              Adresse og info finn du her:
              [Opne oppdraget ↗]
              [Meld forfall]
        lør 10:00 per → bot: kan ikkje på båe, berre #1
        lør 10:00 bot → per: (edited) Takk! Du har plass på #2: Snømåking, tysdag 24. november kl. 16–18.
        lør 10:00 bot → per: Takk for beskjed. Du er teken av #2, tysdag 24. november kl. 16–18. Eg spør andre.
        lør 10:00 bot → per: Du har allereie plass på #1, søndag 22. november kl. 16–18.
              Adresse og info finn du her:
              [Opne oppdraget ↗]
              [Meld forfall]
    "#]].assert_eq(&fjellvik.private_talk());
    assert_eq!((fjellvik.task(1).await.taken(), fjellvik.task(2).await.taken()), (1, 0));
}

async fn i_can_do_both(db: Db) {
    let mut fjellvik = two_tasks(db).await;
    fjellvik.replies("fjellvik-il", "kari", "I can do both").await;
    let taken = (fjellvik.task(1).await.taken(), fjellvik.task(2).await.taken());
    assert_eq!(taken, (1, 1), "{}", fjellvik.transcript());
    // Of one task it is the two places.
    fjellvik.says("kari", "kan ikke på noen av dem").await;
    let taken = (fjellvik.task(1).await.taken(), fjellvik.task(2).await.taken());
    assert_eq!(taken, (0, 0), "{}", fjellvik.transcript());
}

async fn one_of_both_is_full(db: Db) {
    let mut fjellvik = two_tasks(db).await;
    fjellvik.replies("fjellvik-il", "kari", "vi er to").await;
    fjellvik.forget();
    fjellvik.says("eva", "ja til begge").await;
    expect![[r#"
        lør 10:00 eva → bot: ja til begge
        lør 10:00 bot → eva: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 bot → eva: Takk! Alle plassene på #2 er tatt: Snømåking, tirsdag 24. november kl. 16–18.
              Du er reserve nr. 1. Blir det ledig, spør jeg når det er din tur.
              [Ikke reserve likevel]
    "#]]
    .assert_eq(&fjellvik.private_talk());
}

async fn all_that_is_left_is_given_back(db: Db) {
    let mut fjellvik = two_tasks(db).await;
    fjellvik.says("kari", "jeg tar #1 og #2").await;
    fjellvik.time_passes_until("2026-11-22T08:00:00").await;
    fjellvik.says("kari", "er blitt syk").await;
    fjellvik.forget();
    fjellvik.says("kari", "begge").await;
    expect![[r#"
        søn 08:00 kari → bot: begge
        søn 08:00 bot → kari: (edited) Takk! Du har plass på #2: Snømåking, tirsdag 24. november kl. 16–18.
        søn 08:00 bot → kari: Takk for beskjed. Du er tatt av #2, tirsdag 24. november kl. 16–18. Jeg spør andre.
    "#]].assert_eq(&fjellvik.private_talk());
    assert_eq!((fjellvik.task(1).await.taken(), fjellvik.task(2).await.taken()), (0, 0));
}

async fn both_is_no_second_person(db: Db) {
    let mut fjellvik = two_tasks(db).await;
    fjellvik.says("kari", "#1 ja").await;
    // She answers the card of the task that she comes to already.
    answers_card(&mut fjellvik, "kari", 1, "Jeg kan ta begge deler").await;
    answers_card(&mut fjellvik, "per", 2, "eg kan båe").await;
    let (first, second) = (fjellvik.task(1).await, fjellvik.task(2).await);
    assert_eq!((first.taken(), second.taken()), (2, 2), "{}", fjellvik.transcript());
    let alone = |task: &tannhjul::domain::task::Task| task.placed().all(|signup| signup.people == 1);
    assert!(alone(&first) && alone(&second), "{}", fjellvik.transcript());
}

async fn both_of_one_task_is_asked_about(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "begge går bra").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): begge går bra
        lør 10:00 bot → kari: Mente du at dere kommer to på #1, eller kommer du alene?
              [Jeg kan] [Vi er to] [Kan ikke]
        lør 10:00 ⌂ fjellvik-il bot: (🤔)
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
    fjellvik.presses("kari", "Vi er to").await;
    assert_eq!(fjellvik.task(1).await.taken(), 2);
}

async fn we_two_are_two_persons(db: Db) {
    let mut fjellvik = two_tasks(db).await;
    for words in ["vi kan begge", "begge vi", "begge to kommer vi", "me kan båe to", "we can both come"] {
        answers_card(&mut fjellvik, "kari", 1, words).await;
        let taken = (fjellvik.task(1).await.taken(), fjellvik.task(2).await.taken());
        assert_eq!(taken, (2, 0), "{words}: {}", fjellvik.transcript());
        fjellvik.says("kari", "kan ikke likevel").await;
    }
}

async fn on_two_days(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking i Torget 2 onsdag kl 16-18").await;
    fjellvik.asked_for("Trenger 2 til snømåking i Torget 2 torsdag kl 16-18").await;
    fjellvik.says("kari", "vi er to på #2").await;
    // The card of Thursday is full; Wednesday has places.
    answers_card(&mut fjellvik, "eva", 2, "kan onsdag og torsdag").await;
    let (first, second) = (fjellvik.task(1).await, fjellvik.task(2).await);
    let seen = (first.taken(), second.taken(), second.reserves().len());
    assert_eq!(seen, (1, 2, 1), "{}", fjellvik.transcript());
    fjellvik.says("per", "eg kan onsdag og torsdag").await;
    assert_eq!(fjellvik.task(1).await.taken(), 2, "{}", fjellvik.transcript());
}

async fn only_the_first_of_two(db: Db) {
    let mut fjellvik = two_tasks(db).await;
    fjellvik.says("kari", "jeg tar #1 og #2").await;
    fjellvik.forget();
    fjellvik.says("kari", "oi, de er samtidig, jeg kan bare den første").await;
    expect![[r#"
        lør 10:00 kari → bot: oi, de er samtidig, jeg kan bare den første
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #2: Snømåking, tirsdag 24. november kl. 16–18.
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #2, tirsdag 24. november kl. 16–18. Jeg spør andre.
    "#]].assert_eq(&fjellvik.private_talk());
    assert_eq!((fjellvik.task(1).await.taken(), fjellvik.task(2).await.taken()), (1, 0));
}

async fn the_one_and_not_the_other(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.says("marit", "ja").await;
    fjellvik.replies("fjellvik-il", "per", "ja").await;
    fjellvik.asked_for("Trenger 1 til matombringing i Torget 2 tirsdag kl 12-13").await;
    fjellvik.forget();
    answers_card(&mut fjellvik, "per", 2, "Kan kjøre mat, men ikke måke likevel").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il per (reply to m60): Kan kjøre mat, men ikke måke likevel
        lør 10:00 bot → per: Så fint at du vil! Matutkøyring er berre for dei kommunen har godkjent. Ring Bjørn Moe, som har vakt, tlf. 10 00 00 02, så ordnar de det saman.
        lør 10:00 bot → per: Gjeld det dette?
              [#1 Snømåking, søndag 22. november kl. 16–18]
    "#]].assert_eq(&fjellvik.private_talk());
}
