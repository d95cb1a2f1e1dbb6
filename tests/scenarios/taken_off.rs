//! Somebody who was to come has rung the coordinator and does not: it is said in words, asked about once, and done.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    taken_off_in_words,
    taken_off_by_a_plain_yes_and_without_a_number,
    a_name_that_is_not_there,
    nobody_answers_the_question,
    it_was_not_true,
    a_second_one_says_it_too,
    of_somebody_who_can_t_be_asked,
    it_may_be_one_of_several,
    it_is_not_everybody_s_to_say,
    the_contact_of_the_club_has_heard_that_she_is_ill,
    a_team_mate_says_it_under_the_card_and_she_comes_all_the_same,
);

/// Snow on Monday at 16 for one; Kari has the place and Ola waits.
async fn kari_comes(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.forget();
    fjellvik
}

async fn taken_off_in_words(db: Db) {
    let mut fjellvik = kari_comes(db).await;
    fjellvik.says("bjorn", "Kari har ringt og er syk, #1").await;
    assert_eq!(fjellvik.task(1).await.taken(), 1);
    fjellvik.presses("bjorn", "Nei, la det stå").await;
    fjellvik.says("bjorn", "meld forfall for Kari på #1").await;
    fjellvik.presses("bjorn", "Ja, ta av").await;
    fjellvik.says("bjorn", "/historikk #1").await;
    expect![[r#"
        lør 10:00 bjorn → bot: Kari har ringt og er syk, #1
        lør 10:00 bot → bjorn: Ta Kari Nes av #1, mandag 23. november kl. 16–18? Kari Nes får beskjed, og jeg spør andre.
              [Ja, ta av] [Nei, la det stå]
        lør 10:00 bjorn presses: [Nei, la det stå]
        lør 10:00 bot ⇢ bjorn: (toast) Greit, #1 står som før.
        lør 10:00 bot → bjorn: (edited) Ta Kari Nes av #1, mandag 23. november kl. 16–18? Kari Nes får beskjed, og jeg spør andre.
              Du svarte: Nei, la det stå
        lør 10:00 bot → bjorn: Greit, #1 står som før.
        lør 10:00 bjorn → bot: meld forfall for Kari på #1
        lør 10:00 bot → bjorn: Ta Kari Nes av #1, mandag 23. november kl. 16–18? Kari Nes får beskjed, og jeg spør andre.
              [Ja, ta av] [Nei, la det stå]
        lør 10:00 bjorn presses: [Ja, ta av]
        lør 10:00 bot ⇢ bjorn: (toast) Kari N. er tatt av #1. Jeg spør andre.
        lør 10:00 bot → bjorn: (edited) Ta Kari Nes av #1, mandag 23. november kl. 16–18? Kari Nes får beskjed, og jeg spør andre.
              Du svarte: Ja, ta av
        lør 10:00 bot → bjorn: Kari N. er tatt av #1. Jeg spør andre.
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:00 bot → kari: Bjørn Moe har tatt deg av #1, mandag 23. november kl. 16–18. Kan du likevel? Svar «ja».
        lør 10:00 bot → ola: Det ble en plass ledig på #1: Snømåking, mandag 23. november kl. 16–18. Kan du ta den? Svar innen søndag kl. 18.
              [Ja] [Nei]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 bjorn → bot: /historikk #1
        lør 10:00 bot → bjorn: Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              21.11. kl. 10:00, Silje Aune (den lokale chatten): meldte oppdraget, én plass
              21.11. kl. 10:00, automatisk: spørsmål til Fjellvik IL
              21.11. kl. 10:00, Kari Nes (den lokale chatten): Kari Nes fikk plass
              21.11. kl. 10:00, Kari Nes (den lokale chatten): den som meldte, fikk vite at alt er dekket
              21.11. kl. 10:00, Ola Rud (den lokale chatten): Ola Rud står som reserve
              21.11. kl. 10:00, Bjørn Moe (den lokale chatten): Kari Nes ble tatt av
              21.11. kl. 10:00, Bjørn Moe (den lokale chatten): letingen begynte på nytt, svar lovet mandag kl. 12
              21.11. kl. 10:00, automatisk: Ola Rud ble spurt om en plass, med frist søndag kl. 18
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

async fn taken_off_by_a_plain_yes_and_without_a_number(db: Db) {
    let mut fjellvik = kari_comes(db).await;
    fjellvik.says("anne", "Kari kjem ikkje").await;
    fjellvik.says("anne", "ja").await;
    expect![[r#"
        lør 10:00 anne → bot: Kari kjem ikkje
        lør 10:00 bot → anne: Ta Kari Nes av #1, mandag 23. november kl. 16–18? Kari Nes får beskjed, og jeg spør andre.
              [Ja, ta av] [Nei, la det stå]
        lør 10:00 anne → bot: ja
        lør 10:00 bot → anne: (edited) Ta Kari Nes av #1, mandag 23. november kl. 16–18? Kari Nes får beskjed, og jeg spør andre.
              Du svarte: Ja, ta av
        lør 10:00 bot → anne: Kari N. er tatt av #1. Jeg spør andre.
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:00 bot → kari: Anne Berg har tatt deg av #1, mandag 23. november kl. 16–18. Kan du likevel? Svar «ja».
        lør 10:00 bot → ola: Det ble en plass ledig på #1: Snømåking, mandag 23. november kl. 16–18. Kan du ta den? Svar innen søndag kl. 18.
              [Ja] [Nei]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

async fn a_name_that_is_not_there(db: Db) {
    let mut fjellvik = kari_comes(db).await;
    fjellvik.says("bjorn", "ta Lars av #1").await;
    fjellvik.says("bjorn", "Kari kommer, #1").await;
    expect![[r#"
        lør 10:00 bjorn → bot: ta Lars av #1
        lør 10:00 bot → bjorn: Jeg finner ingen med det navnet på #1. Der står: Kari N.
        lør 10:00 bjorn → bot: Kari kommer, #1
        lør 10:00 bot → bjorn: Kari Nes har allerede plass på #1.
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

async fn it_may_be_one_of_several(db: Db) {
    let mut fjellvik = kari_comes(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 tirsdag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik.says("bjorn", "Kari er syk").await;
    fjellvik.presses("bjorn", "Kari Nes, #2").await;
    expect![[r#"
        lør 10:00 bjorn → bot: Kari er syk
        lør 10:00 bot → bjorn: Hvem skal jeg ta av?
              [Kari Nes, #1]
              [Kari Nes, #2]
        lør 10:00 bjorn presses: [Kari Nes, #2]
        lør 10:00 bot ⇢ bjorn: (toast) Kari N. er tatt av #2. Jeg spør andre.
        lør 10:00 bot → bjorn: (edited) Hvem skal jeg ta av?
              Du svarte: Kari Nes, #2
        lør 10:00 bot → bjorn: Kari N. er tatt av #2. Jeg spør andre.
        lør 10:00 bot → silje: Det ble en plass ledig igjen på #2, tirsdag 24. november kl. 16–18. Jeg leter etter noen, og du får svar senest tirsdag kl. 12.
        lør 10:00 bot → kari: Bjørn Moe har tatt deg av #2, tirsdag 24. november kl. 16–18. Kan du likevel? Svar «ja».
        lør 10:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #2 tirsdag kl. 16. Kan noen ta den?
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #2: Snømåking, tirsdag 24. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!((fjellvik.task(1).await.taken(), fjellvik.task(2).await.taken()), (1, 0));
}

async fn it_is_not_everybody_s_to_say(db: Db) {
    let mut fjellvik = kari_comes(db).await;
    fjellvik.says("silje", "ta Kari av #1").await;
    fjellvik.says("ola", "ta Kari av #1").await;
    fjellvik.presses_data("silje", &format!("gone:1:{}", 1)).await;
    expect![[r#"
        lør 10:00 silje → bot: ta Kari av #1
        lør 10:00 bot → bjorn: Silje Aune sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              [Kari N. kommer] [Kari N. kommer ikke]
        lør 10:00 bot → silje: Takk for at du sier fra! Jeg spør Kari N. om #1, og den som har vakt, får vite det.
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              Silje Aune sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Endre] [Avlys]
        lør 10:00 bot → kari: Silje A. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              [Kommer] [Kan ikke]
        lør 10:00 ola → bot: ta Kari av #1
        lør 10:00 bot → bjorn: Også Ola Rud sier at Kari N. ikke kommer på #1. Kari N. har ikke svart ennå.
              [Kari N. kommer] [Kari N. kommer ikke]
        lør 10:00 bot → ola: Takk for at du sier fra! Kari N. er spurt om #1, men har ikke svart ennå. Jeg sier til den som har vakt, at du sier det samme.
        lør 10:00 silje presses: <gone:1:1>
        lør 10:00 bot ⇢ silje: (toast) Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

async fn the_contact_of_the_club_has_heard_that_she_is_ill(db: Db) {
    let mut fjellvik = kari_comes(db).await;
    fjellvik.says("hanne", "Kari er syk og kommer ikke på #1").await;
    fjellvik.presses("kari", "Kan ikke").await;
    expect![[r#"
        lør 10:00 hanne → bot: Kari er syk og kommer ikke på #1
        lør 10:00 bot → bjorn: Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              [Kari N. kommer] [Kari N. kommer ikke]
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Endre] [Avlys]
        lør 10:00 bot → hanne: Takk for at du sier fra! Jeg spør Kari N. om #1, og den som har vakt, får vite det.
        lør 10:00 bot → kari: Hanne L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              [Kommer] [Kan ikke]
        lør 10:00 kari presses: [Kan ikke]
        lør 10:00 bot → bjorn: (edited) Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              Kari N. er tatt av #1. Jeg spør andre.
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:00 bot ⇢ kari: (toast) Du er tatt av #1. Takk for beskjed!
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #1, mandag 23. november kl. 16–18. Jeg spør andre.
        lør 10:00 bot → kari: (edited) Hanne L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              Du svarte: Kan ikke
        lør 10:00 bot → ola: Det ble en plass ledig på #1: Snømåking, mandag 23. november kl. 16–18. Kan du ta den? Svar innen søndag kl. 18.
              [Ja] [Nei]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

async fn a_team_mate_says_it_under_the_card_and_she_comes_all_the_same(db: Db) {
    let mut fjellvik = kari_comes(db).await;
    fjellvik.replies("fjellvik-il", "ola", "Kari er sjuk").await;
    fjellvik.presses("kari", "Kommer").await;
    // Nobody is called so there, and whoever speaks of themselves means themselves.
    fjellvik.replies("fjellvik-il", "eva", "Kari kan ikkje, men eg kan").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il ola (reply): Kari er sjuk
        lør 10:00 bot → bjorn: Ola Rud sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              [Kari N. kommer] [Kari N. kommer ikke]
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              Ola Rud sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Endre] [Avlys]
        lør 10:00 bot → kari: Ola R. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              [Kommer] [Kan ikke]
        lør 10:00 bot → ola: Takk for at du sier fra! Jeg spør Kari N. om #1, og den som har vakt, får vite det.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 kari presses: [Kommer]
        lør 10:00 bot → bjorn: (edited) Ola Rud sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              Notert: Kari N. kommer på #1.
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot ⇢ kari: (toast) Takk! Da regner vi med deg på #1.
        lør 10:00 bot → kari: Takk! Da regner vi med deg på #1.
        lør 10:00 bot → kari: (edited) Ola R. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              Du svarte: Kommer
        lør 10:00 bot → ola: Kari N. har svart og kommer på #1. Takk for at du passet på!
        lør 10:00 ⌂ fjellvik-il eva (reply): Kari kan ikkje, men eg kan
        lør 10:00 bot → eva: Takk! Alle plassene på #1 er tatt: Snømåking, mandag 23. november kl. 16–18.
              Du er reserve nr. 2. Blir det ledig, spør jeg når det er din tur.
              [Ikke reserve likevel]
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              2 reserver.
              [Stå som reserve] [Kan ikke]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

async fn nobody_answers_the_question(db: Db) {
    let mut fjellvik = kari_comes(db).await;
    fjellvik.time_passes_until("2026-11-22T18:30:00").await;
    fjellvik.presses("kari", "Kommer").await;
    fjellvik.time_passes_until("2026-11-23T09:30:00").await;
    fjellvik.forget();
    fjellvik.says("hanne", "kari er syk og kommer ikke på #1").await;
    fjellvik.time_passes_until("2026-11-23T13:00:00").await;
    expect![[r#"
        man 09:30 hanne → bot: kari er syk og kommer ikke på #1
        man 09:30 bot → anne: Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              [Kari N. kommer] [Kari N. kommer ikke]
        man 09:30 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Endre] [Avlys]
        man 09:30 bot → hanne: Takk for at du sier fra! Jeg spør Kari N. om #1, og den som har vakt, får vite det.
        man 09:30 bot → kari: Hanne L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              [Kommer] [Kan ikke]
        man 10:35 bot → anne: Fortsatt uavklart: Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Kari N. har ikke svart.
              Spurt om å stå klar: Ola R.
              [Kari N. kommer] [Kari N. kommer ikke]
        man 10:35 bot → silje: Det er meldt at Kari N. kanskje ikke kommer på #1, mandag 23. november kl. 16–18. Kari N. er spurt, men har ikke svart. Vakten vet om det.
        man 10:35 bot → ola: Kan du stå klar som reserve for #1: Snømåking, mandag 23. november kl. 16–18?
              [Ja] [Nei]
        man 11:40 bot → bjorn: Fortsatt uavklart: Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Kari N. har ikke svart.
              Spurt om å stå klar: Ola R.
              Anne Berg fikk beskjed først, men har ikke svart.
              [Kari N. kommer] [Kari N. kommer ikke]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn it_was_not_true(db: Db) {
    let mut fjellvik = kari_comes(db).await;
    fjellvik.says("hanne", "Kari er sjuk, #1").await;
    fjellvik.forget();
    fjellvik.says("kari", "nei, eg er berre litt forkjølt, eg kjem").await;
    expect![[r#"
        lør 10:00 kari → bot: nei, eg er berre litt forkjølt, eg kjem
        lør 10:00 bot → bjorn: (edited) Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              Notert: Kari N. kommer på #1.
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → hanne: Kari N. har svart og kommer på #1. Takk for at du passet på!
        lør 10:00 bot → kari: Takk! Da regner vi med deg på #1.
        lør 10:00 bot → kari: (edited) Hanne L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              Du svarte: Kommer
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

async fn a_second_one_says_it_too(db: Db) {
    let mut fjellvik = kari_comes(db).await;
    fjellvik.says("hanne", "Kari er sjuk, #1").await;
    fjellvik.forget();
    fjellvik.says("hanne", "Kari er sjuk, #1").await;
    fjellvik.says("ola", "Kari kommer ikke, #1").await;
    expect![[r#"
        lør 10:00 hanne → bot: Kari er sjuk, #1
        lør 10:00 bot → hanne: Takk! Det er allerede meldt videre. Kari N. er spurt om #1, men har ikke svart ennå.
        lør 10:00 ola → bot: Kari kommer ikke, #1
        lør 10:00 bot → bjorn: Også Ola Rud sier at Kari N. ikke kommer på #1. Kari N. har ikke svart ennå.
              [Kari N. kommer] [Kari N. kommer ikke]
        lør 10:00 bot → ola: Takk for at du sier fra! Kari N. er spurt om #1, men har ikke svart ennå. Jeg sier til den som har vakt, at du sier det samme.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn of_somebody_who_can_t_be_asked(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.is_called("gunnvor", "Gunnvor Sletten");
    fjellvik.replies("fjellvik-il", "gunnvor", "ja").await;
    fjellvik.forget();
    fjellvik.says("hanne", "Gunnvor er syk, #1").await;
    // Nobody asked her, and nobody is said to have.
    fjellvik.says("anne", "/historikk #1").await;
    expect![[r#"
        lør 10:00 hanne → bot: Gunnvor er syk, #1
        lør 10:00 bot → bjorn: Hanne Lund sier at Gunnvor S. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg kan ikke skrive til Gunnvor S. (ukjent nummer). Kan du høre?
              [Gunnvor S. kommer] [Gunnvor S. kommer ikke]
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Gunnvor Sletten fra Fjellvik IL kommer.
              Hanne Lund sier at Gunnvor S. ikke kommer på #1, og Gunnvor S. har ikke svart.
              [Endre] [Avlys]
        lør 10:00 bot → hanne: Takk for at du sier fra! Gunnvor S. når jeg ikke selv, men den som har vakt, får vite det om #1.
        lør 10:00 anne → bot: /historikk #1
        lør 10:00 bot → anne: Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              21.11. kl. 10:00, Silje Aune (den lokale chatten): meldte oppdraget, én plass
              21.11. kl. 10:00, automatisk: spørsmål til Fjellvik IL
              21.11. kl. 10:00, Gunnvor Sletten (den lokale chatten): Gunnvor Sletten fikk plass
              21.11. kl. 10:00, Gunnvor Sletten (den lokale chatten): den som meldte, fikk vite at alt er dekket
              21.11. kl. 10:00, Hanne Lund (den lokale chatten): det ble meldt at Gunnvor Sletten ikke kommer
    "#]].assert_eq(&fjellvik.transcript());
}
