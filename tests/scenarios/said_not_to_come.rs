//! Somebody is said not to come and says nothing themselves: it goes on like any risk, and stands beside their name until they answer.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    nobody_answers_and_it_must_be_covered,
    nobody_answers_and_there_is_a_reserve,
    one_after_the_other_says_so,
    reported_answered_and_reported_again,
    asked_in_the_morning_and_reminded_later,
    it_stands_in_what_is_said_later,
    his_own_words,
    it_is_so,
    two_names_in_one,
    both_tasks_of_the_day,
    who_has_no_place,
    a_slip_in_the_name,
    staff_has_heard_of_somebody,
    whoever_was_to_come_at_noon,
    she_did_not_come,
    a_name_in_one_s_own_no,
);

/// Snow on Monday at 16 for one; Kari has confirmed it, and Ola waits.
async fn kari_has_confirmed(db: Db) -> World {
    let mut fjellvik = World::with_day_list(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.time_passes_until("2026-11-22T18:30:00").await;
    fjellvik.presses("kari", "Kommer").await;
    fjellvik.forget();
    fjellvik
}

/// A meal on Monday at 12, which must be covered; Kari has confirmed it, and there is no reserve.
async fn a_meal(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til matombringing i Storgata 5 mandag kl 12-13").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T18:30:00").await;
    fjellvik.presses("kari", "Kommer").await;
    fjellvik.time_passes_until("2026-11-23T09:30:00").await;
    fjellvik.forget();
    fjellvik
}

async fn nobody_answers_and_it_must_be_covered(db: Db) {
    let mut fjellvik = a_meal(db).await;
    fjellvik.says("hanne", "kari er syk og kommer ikke på #1").await;
    fjellvik.time_passes_until("2026-11-23T12:00:00").await;
    expect![[r#"
        man 09:30 hanne → bot: kari er syk og kommer ikke på #1
        man 09:30 bot → anne: Hanne Lund sier at Kari N. ikke kommer på #1: Matombringing, mandag 23. november kl. 12–13. Jeg har spurt Kari N.
              [Kari N. kommer] [Kari N. kommer ikke]
        man 09:30 bot → silje: (edited) #1, mandag 23. november kl. 12–13, er dekket: Kari Nes fra Fjellvik IL kommer.
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Endre] [Avlys]
        man 09:30 bot → hanne: Takk for at du sier fra! Jeg spør Kari N. om #1, og den som har vakt, får vite det.
        man 09:30 bot → kari: Hanne L. sier at du ikke kan komme på #1: Matombringing, mandag 23. november kl. 12–13. Kommer du?
              [Kommer] [Kan ikke]
        man 09:48 bot → anne: Fortsatt uavklart: Hanne Lund sier at Kari N. ikke kommer på #1: Matombringing, mandag 23. november kl. 12–13. Kari N. har ikke svart.
              [Kari N. kommer] [Kari N. kommer ikke]
        man 09:48 bot → silje: Det er meldt at Kari N. kanskje ikke kommer på #1, mandag 23. november kl. 12–13. Kari N. er spurt, men har ikke svart. Vakten vet om det.
        man 09:48 bot → eva: Kan du stå klar som reserve for #1: Matombringing, mandag 23. november kl. 12–13?
              [Ja] [Nei]
        man 09:48 bot → marit: Kan du stå klar som reserve for #1: Matombringing, mandag 23. november kl. 12–13?
              [Ja] [Nei]
        man 10:06 bot → bjorn: Fortsatt uavklart: Hanne Lund sier at Kari N. ikke kommer på #1: Matombringing, mandag 23. november kl. 12–13. Kari N. har ikke svart.
              Anne Berg fikk beskjed først, men har ikke svart.
              [Kari N. kommer] [Kari N. kommer ikke]
        man 10:24 bot → inger: Fortsatt uavklart: Hanne Lund sier at Kari N. ikke kommer på #1: Matombringing, mandag 23. november kl. 12–13. Kari N. har ikke svart.
              Anne Berg fikk beskjed først, men har ikke svart.
              Bjørn Moe har heller ikke svart.
              [Kari N. kommer] [Kari N. kommer ikke]
        man 12:00 bot → kari: #1 begynner nå: Matombringing. Trykk når du er i gang.
              [Jeg er i gang]
              [Jeg blir forsinket] [Kan ikke]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn nobody_answers_and_there_is_a_reserve(db: Db) {
    let mut fjellvik = kari_has_confirmed(db).await;
    fjellvik.time_passes_until("2026-11-23T09:30:00").await;
    fjellvik.forget();
    fjellvik.says("hanne", "kari er syk og kommer ikke på #1").await;
    fjellvik.time_passes_until("2026-11-23T16:00:00").await;
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
        man 14:00 bot → kari: Snart: Snømåking, mandag 23. november kl. 16–18 (#1).
              [Åpne oppdraget ↗]
              [Jeg blir forsinket] [Kan ikke]
        man 14:40 bot → anne: Kari N. har ikke bekreftet #1: Snømåking, mandag 23. november kl. 16–18.
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Kari N. kommer] [Kari N. kommer ikke]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn one_after_the_other_says_so(db: Db) {
    let mut fjellvik = kari_has_confirmed(db).await;
    fjellvik.says("eva", "Kari er sjuk").await;
    fjellvik.says("eva", "Kari er sjuk").await;
    fjellvik.says("hanne", "Kari har ringt og er sjuk, #1").await;
    fjellvik.says("silje", "Kari kommer ikke på #1").await;
    expect![[r#"
        søn 18:30 eva → bot: Kari er sjuk
        søn 18:30 bot → bjorn: Eva Lie sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              [Kari N. kommer] [Kari N. kommer ikke]
        søn 18:30 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              Eva Lie sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Endre] [Avlys]
        søn 18:30 bot → kari: Eva L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              [Kommer] [Kan ikke]
        søn 18:30 bot → eva: Takk for at du sier fra! Jeg spør Kari N. om #1, og den som har vakt, får vite det.
        søn 18:30 eva → bot: Kari er sjuk
        søn 18:30 bot → eva: Takk! Det er allerede meldt videre. Kari N. er spurt om #1, men har ikke svart ennå.
        søn 18:30 hanne → bot: Kari har ringt og er sjuk, #1
        søn 18:30 bot → bjorn: Også Hanne Lund, kontakt i Fjellvik IL, sier at Kari N. ikke kommer på #1. Kari N. har ikke svart ennå.
              [Kari N. kommer] [Kari N. kommer ikke]
        søn 18:30 bot → hanne: Takk for at du sier fra! Kari N. er spurt om #1, men har ikke svart ennå. Jeg sier til den som har vakt, at du sier det samme.
        søn 18:30 silje → bot: Kari kommer ikke på #1
        søn 18:30 bot → bjorn: Også Silje Aune sier at Kari N. ikke kommer på #1. Kari N. har ikke svart ennå.
              [Kari N. kommer] [Kari N. kommer ikke]
        søn 18:30 bot → silje: Takk for at du sier fra! Kari N. er spurt om #1, men har ikke svart ennå. Jeg sier til den som har vakt, at du sier det samme.
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

async fn reported_answered_and_reported_again(db: Db) {
    let mut fjellvik = kari_has_confirmed(db).await;
    fjellvik.says("hanne", "Kari er sjuk").await;
    fjellvik.says("kari", "nei, eg er frisk som ein fisk").await;
    fjellvik.says("hanne", "Kari er sjuk").await;
    expect![[r#"
        søn 18:30 hanne → bot: Kari er sjuk
        søn 18:30 bot → bjorn: Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              [Kari N. kommer] [Kari N. kommer ikke]
        søn 18:30 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Endre] [Avlys]
        søn 18:30 bot → hanne: Takk for at du sier fra! Jeg spør Kari N. om #1, og den som har vakt, får vite det.
        søn 18:30 bot → kari: Hanne L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              [Kommer] [Kan ikke]
        søn 18:30 kari → bot: nei, eg er frisk som ein fisk
        søn 18:30 bot → bjorn: (edited) Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              Notert: Kari N. kommer på #1.
        søn 18:30 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              [Endre] [Avlys]
        søn 18:30 bot → hanne: Kari N. har svart og kommer på #1. Takk for at du passet på!
        søn 18:30 bot → kari: Takk! Da regner vi med deg på #1.
        søn 18:30 bot → kari: (edited) Hanne L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              Du svarte: Kommer
        søn 18:30 hanne → bot: Kari er sjuk
        søn 18:30 bot → bjorn: Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              [Kari N. kommer] [Kari N. kommer ikke]
        søn 18:30 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Endre] [Avlys]
        søn 18:30 bot → hanne: Takk for at du sier fra! Jeg spør Kari N. om #1, og den som har vakt, får vite det.
        søn 18:30 bot → kari: Hanne L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              [Kommer] [Kan ikke]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn asked_in_the_morning_and_reminded_later(db: Db) {
    let mut fjellvik = kari_has_confirmed(db).await;
    fjellvik.time_passes_until("2026-11-23T01:00:00").await;
    fjellvik.forget();
    fjellvik.says("hanne", "Kari is ill and isn't coming").await;
    fjellvik.time_passes_until("2026-11-23T09:00:00").await;
    expect![[r#"
        man 01:00 hanne → bot: Kari is ill and isn't coming
        man 01:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Endre] [Avlys]
        man 01:00 bot → hanne: Takk for at du sier fra! Jeg spør Kari N. om #1 mandag kl. 07, så ingen blir vekket, og da får den som har vakt, vite det.
        man 07:00 bot → bjorn: Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              [Kari N. kommer] [Kari N. kommer ikke]
        man 07:00 bot → bjorn: Dagsliste, mandag 23. november: 1 oppdrag, alle dekket.
              #1 kl. 16, Snømåking: Kari Nes
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              Forslag til #1: ring Kari N., som ikke har bekreftet.
              [#1: Kari N. kommer] [#1: Kari N. kommer ikke]
        man 07:00 bot → kari: Hanne L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              [Kommer] [Kan ikke]
        man 08:00 bot → anne: Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [#1: Kari N. kommer] [#1: Kari N. kommer ikke]
        man 08:00 bot → kari: Hei igjen! Kan du bekrefte #1, mandag 23. november kl. 16–18?
              [Kommer] [Kan ikke]
        man 08:30 bot → anne: Fortsatt uavklart: Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Kari N. har ikke svart.
              Spurt om å stå klar: Ola R.
              [Kari N. kommer] [Kari N. kommer ikke]
        man 08:30 bot → silje: Det er meldt at Kari N. kanskje ikke kommer på #1, mandag 23. november kl. 16–18. Kari N. er spurt, men har ikke svart. Vakten vet om det.
        man 08:30 bot → ola: Kan du stå klar som reserve for #1: Snømåking, mandag 23. november kl. 16–18?
              [Ja] [Nei]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn it_stands_in_what_is_said_later(db: Db) {
    let mut fjellvik = World::with_day_list(db).await;
    fjellvik.asked_for("Trenger 2 til matombringing i Storgata 5 mandag kl 12-13").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T18:30:00").await;
    fjellvik.presses("kari", "Kommer").await;
    fjellvik.says("hanne", "Kari er sjuk").await;
    fjellvik.forget();
    fjellvik.says("bjorn", "jeg tar vakta").await;
    fjellvik.time_passes_until("2026-11-23T08:30:00").await;
    expect![[r#"
        søn 18:30 bjorn → bot: jeg tar vakta
        søn 18:30 bot → bjorn: Du har allerede vakten, til mandag kl. 08.
        søn 20:25 bot → bjorn: #1 mangler 1 av 2: Matombringing, mandag 23. november kl. 12–13.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              Den som meldte behovet, er lovet svar senest mandag kl. 07.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 20:40 bot → anne: #1 mangler 1 av 2: Matombringing, mandag 23. november kl. 12–13.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              Den som meldte behovet, er lovet svar senest mandag kl. 07.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 20:41 bot → bjorn: Fortsatt uavklart: Hanne Lund sier at Kari N. ikke kommer på #1: Matombringing, mandag 23. november kl. 12–13. Kari N. har ikke svart.
              [Kari N. kommer] [Kari N. kommer ikke]
        søn 20:55 bot → inger: #1 mangler 1 av 2: Matombringing, mandag 23. november kl. 12–13.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              Den som meldte behovet, er lovet svar senest mandag kl. 07.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        man 07:00 bot → anne: Fortsatt uavklart: Hanne Lund sier at Kari N. ikke kommer på #1: Matombringing, mandag 23. november kl. 12–13. Kari N. har ikke svart.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              [Kari N. kommer] [Kari N. kommer ikke]
        man 07:00 bot → bjorn: #1 mangler 1 av 2: Matombringing, mandag 23. november kl. 12–13.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              Den som meldte behovet, vet at det mangler folk.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        man 07:00 bot → bjorn: Dagsliste, mandag 23. november: 1 oppdrag, 0 dekket, 1 mangler folk.
              #1 kl. 12, Matombringing: mangler 1 av 2. Kommer: Kari Nes
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
        man 07:00 bot → silje: #1, mandag 23. november kl. 12–13: vi fikk 1 av 2. Kari Nes fra Fjellvik IL kommer. Holder det, eller stiller dere med resten selv?
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Holder] [Vi stiller selv]
        man 07:00 ⌂ fjellvik-il bot: Det er én ledig plass på #1 mandag kl. 12. Kan noen?
        man 07:00 ⌂ frivilligsentralen bot: Det er én ledig plass på #1 mandag kl. 12. Kan noen?
        man 07:00 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer mandag kl. 12.
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Gjort] [Fikk ikke tak i]
        man 07:30 bot → bjorn: #1 mangler 1 av 2: Matombringing, mandag 23. november kl. 12–13.
              Silje Aune, som meldte behovet, har fått svaret og ikke sagt hva som skal skje. Noen må ta det.
              [Tar det]
              [Sett inn noen]
              [Kommunen tar det] [Avlys]
        man 07:30 ⌂ hjemmetjenesten bot: #1 mangler fortsatt 1 av 2, og må dekkes: Matombringing, mandag 23. november kl. 12–13. Den som meldte behovet, har ikke svart. Kan noen av dere?
              [Holder] [Vi stiller selv]
        man 08:00 bot → anne: Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              #1 mangler 1 av 2: Matombringing, mandag 23. november kl. 12–13.
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              Forslag til #1: alle er spurt. Ring noen, og sett dem inn.
              [Jeg tar #1]
              [Sett inn noen på #1]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn his_own_words(db: Db) {
    let mut fjellvik = kari_has_confirmed(db).await;
    for (minute, words) in [
        "jeg er ikke syk! jeg kommer",
        "nei det stemmer ikkje",
        "no, I'm fine, I'm coming",
        "klart eg kjem",
        "joda, kjem",
        "eg kjem eg, kven har sagt det?",
    ]
    .into_iter()
    .enumerate()
    {
        fjellvik.time_passes_until(&format!("2026-11-22T18:3{}:00", minute + 1)).await;
        fjellvik.says("hanne", "Kari er sjuk").await;
        fjellvik.says("eva", "hvem kommer på #1?").await;
        // Something else may be said in between.
        fjellvik.says("kari", "takk").await;
        fjellvik.forget();
        fjellvik.says("kari", words).await;
        let said = fjellvik.transcript();
        let heard = said.contains("bot → hanne: Kari N. har svart og kommer på #1.");
        assert!(heard && said.contains("Notert: Kari N. kommer på #1."), "{words}: {said}");
        assert_eq!(fjellvik.task(1).await.taken(), 1, "{words}: {said}");
    }
}

async fn it_is_so(db: Db) {
    let mut fjellvik = kari_has_confirmed(db).await;
    fjellvik.says("hanne", "Kari er sjuk").await;
    fjellvik.forget();
    fjellvik.says("kari", "stemmer").await;
    expect![[r#"
        søn 18:30 kari → bot: stemmer
        søn 18:30 bot → bjorn: (edited) Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              Kari N. er tatt av #1. Jeg spør andre.
        søn 18:30 bot → silje: (edited) #1, mandag 23. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        søn 18:30 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
        søn 18:30 bot → kari: Takk for beskjed. Du er tatt av #1, mandag 23. november kl. 16–18. Jeg spør andre.
        søn 18:30 bot → kari: (edited) Hanne L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              Du svarte: Kan ikke
        søn 18:30 bot → ola: Det ble en plass ledig på #1: Snømåking, mandag 23. november kl. 16–18. Kan du ta den? Svar innen søndag kl. 19:30.
              [Ja] [Nei]
        søn 18:30 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        søn 18:30 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer mandag kl. 16.
              Dette gjelder ikke lenger.
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

async fn two_names_in_one(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.says("hanne", "Ola and Kari are both ill and aren't coming").await;
    expect![[r#"
        lør 10:00 hanne → bot: Ola and Kari are both ill and aren't coming
        lør 10:00 bot → bjorn: Hanne Lund sier at Kari N. ikke kommer på #1: Snømåking, søndag 22. november kl. 16–18. Jeg har spurt Kari N.
              [Kari N. kommer] [Kari N. kommer ikke]
        lør 10:00 bot → bjorn: Hanne Lund sier at Ola R. ikke kommer på #1: Snømåking, søndag 22. november kl. 16–18. Jeg har spurt Ola R.
              [Ola R. kommer] [Ola R. kommer ikke]
        lør 10:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, er dekket: Kari Nes og Ola Rud fra Fjellvik IL kommer.
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              Hanne Lund sier at Ola R. ikke kommer på #1, og Ola R. har ikke svart.
              [Endre] [Avlys]
        lør 10:00 bot → hanne: Takk for at du sier fra! Jeg spør Kari N. om #1, og den som har vakt, får vite det.
              Takk for at du sier fra! Jeg spør Ola R. om #1, og den som har vakt, får vite det.
        lør 10:00 bot → kari: Hanne L. sier at du ikke kan komme på #1: Snømåking, søndag 22. november kl. 16–18. Kommer du?
              [Kommer] [Kan ikke]
        lør 10:00 bot → ola: Hanne L. sier at du ikke kan komme på #1: Snømåking, søndag 22. november kl. 16–18. Kommer du?
              [Kommer] [Kan ikke]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn both_tasks_of_the_day(db: Db) {
    let mut fjellvik = World::new(db).await;
    for need in [
        "Trenger 1 til snømåking i Storgata 5 mandag kl 10-11",
        "Trenger 1 til snømåking i Storgata 5 mandag kl 16-18",
        "Trenger 1 til snømåking i Storgata 5 tirsdag kl 16-18",
    ] {
        fjellvik.asked_for(need).await;
        fjellvik.replies("fjellvik-il", "kari", "ja").await;
    }
    fjellvik.forget();
    fjellvik.says("eva", "kari kan ikke komme på mandag").await;
    expect![[r#"
        lør 10:00 eva → bot: kari kan ikke komme på mandag
        lør 10:00 bot → bjorn: Eva Lie sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 10–11. Jeg har spurt Kari N.
              [Kari N. kommer] [Kari N. kommer ikke]
        lør 10:00 bot → bjorn: Eva Lie sier at Kari N. ikke kommer på #2: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              [Kari N. kommer] [Kari N. kommer ikke]
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 10–11, er dekket: Kari Nes fra Fjellvik IL kommer.
              Eva Lie sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Endre] [Avlys]
        lør 10:00 bot → silje: (edited) #2, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              Eva Lie sier at Kari N. ikke kommer på #2, og Kari N. har ikke svart.
              [Endre] [Avlys]
        lør 10:00 bot → kari: Eva L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 10–11. Kommer du?
              [Kommer] [Kan ikke]
        lør 10:00 bot → kari: Eva L. sier at du ikke kan komme på #2: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              [Kommer] [Kan ikke]
        lør 10:00 bot → eva: Takk for at du sier fra! Jeg spør Kari N. om #1, og den som har vakt, får vite det.
              Takk for at du sier fra! Jeg spør Kari N. om #2, og den som har vakt, får vite det.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn who_has_no_place(db: Db) {
    let mut fjellvik = kari_has_confirmed(db).await;
    fjellvik.says("hanne", "Per er sjuk og kjem ikkje").await;
    fjellvik.says("hanne", "per haugen er syk #1").await;
    fjellvik.says("hanne", "Ola er sjuk").await;
    fjellvik.presses("ola", "Ikke reserve likevel").await;
    expect![[r#"
        søn 18:30 hanne → bot: Per er sjuk og kjem ikkje
        søn 18:30 bot → hanne: Per H. står ikke på noe oppdrag her, så det endrer ikke noe.
        søn 18:30 hanne → bot: per haugen er syk #1
        søn 18:30 bot → hanne: Per H. står ikke på #1, så det endrer ikke noe der.
        søn 18:30 hanne → bot: Ola er sjuk
        søn 18:30 bot → hanne: Takk for at du sier fra! Ola R. har ingen plass på #1, men står som reserve. Jeg spør om det fortsatt gjelder.
        søn 18:30 bot → ola: Hanne L. sier at du ikke kan komme. Står du fortsatt som reserve på #1: Snømåking, mandag 23. november kl. 16–18?
              [Ja, fortsatt reserve] [Ikke reserve likevel]
        søn 18:30 ola presses: [Ikke reserve likevel]
        søn 18:30 bot ⇢ ola: (toast) Takk for at du sa fra om #1.
        søn 18:30 bot → ola: (edited) Takk! Alle plassene på #1 er tatt: Snømåking, mandag 23. november kl. 16–18.
              Du er reserve nr. 1. Blir det ledig, spør jeg når det er din tur.
        søn 18:30 bot → ola: Takk for at du sa fra om #1.
        søn 18:30 bot → ola: (edited) Hanne L. sier at du ikke kan komme. Står du fortsatt som reserve på #1: Snømåking, mandag 23. november kl. 16–18?
              Du svarte: Ikke reserve likevel
        søn 18:30 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              [Stå som reserve] [Kan ikke]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn a_slip_in_the_name(db: Db) {
    let mut fjellvik = kari_has_confirmed(db).await;
    fjellvik.says("eva", "Karin kommer ikke på #1").await;
    fjellvik.says("eva", "ja").await;
    expect![[r#"
        søn 18:30 eva → bot: Karin kommer ikke på #1
        søn 18:30 bot → eva: Mener du Kari N. på #1?
              [Ja]
        søn 18:30 eva → bot: ja
        søn 18:30 bot → bjorn: Eva Lie sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              [Kari N. kommer] [Kari N. kommer ikke]
        søn 18:30 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              Eva Lie sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Endre] [Avlys]
        søn 18:30 bot → kari: Eva L. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              [Kommer] [Kan ikke]
        søn 18:30 bot → eva: Takk for at du sier fra! Jeg spør Kari N. om #1, og den som har vakt, får vite det.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn staff_has_heard_of_somebody(db: Db) {
    let mut fjellvik = kari_has_confirmed(db).await;
    fjellvik.says("silje", "Kari Nes har ringt, hun er syk og kommer ikke i morgen").await;
    fjellvik.says("silje", "Ola Rud har ringt, han er sjuk og kjem ikkje i morgon").await;
    fjellvik.says("silje", "Per Haugen rang, he has the flu and won't make it tomorrow").await;
    expect![[r#"
        søn 18:30 silje → bot: Kari Nes har ringt, hun er syk og kommer ikke i morgen
        søn 18:30 bot → bjorn: Silje Aune sier at Kari N. ikke kommer på #1: Snømåking, mandag 23. november kl. 16–18. Jeg har spurt Kari N.
              [Kari N. kommer] [Kari N. kommer ikke]
        søn 18:30 bot → silje: Takk for at du sier fra! Jeg spør Kari N. om #1, og den som har vakt, får vite det.
        søn 18:30 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              Silje Aune sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Endre] [Avlys]
        søn 18:30 bot → kari: Silje A. sier at du ikke kan komme på #1: Snømåking, mandag 23. november kl. 16–18. Kommer du?
              [Kommer] [Kan ikke]
        søn 18:30 silje → bot: Ola Rud har ringt, han er sjuk og kjem ikkje i morgon
        søn 18:30 bot → silje: Takk for at du sier fra! Ola R. har ingen plass på #1, men står som reserve. Jeg spør om det fortsatt gjelder.
        søn 18:30 bot → ola: Silje A. sier at du ikke kan komme. Står du fortsatt som reserve på #1: Snømåking, mandag 23. november kl. 16–18?
              [Ja, fortsatt reserve] [Ikke reserve likevel]
        søn 18:30 silje → bot: Per Haugen rang, he has the flu and won't make it tomorrow
        søn 18:30 bot → silje: Per H. står ikke på noe oppdrag her, så det endrer ikke noe.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn whoever_was_to_come_at_noon(db: Db) {
    let mut fjellvik = a_meal(db).await;
    fjellvik.says("silje", "han som skulle komme kl 12 er syk").await;
    fjellvik.says("silje", "han som skulle komme kl 14 er syk").await;
    expect![[r#"
        man 09:30 silje → bot: han som skulle komme kl 12 er syk
        man 09:30 bot → anne: Silje Aune sier at Kari N. ikke kommer på #1: Matombringing, mandag 23. november kl. 12–13. Jeg har spurt Kari N.
              [Kari N. kommer] [Kari N. kommer ikke]
        man 09:30 bot → silje: Takk for at du sier fra! Jeg spør Kari N. om #1, og den som har vakt, får vite det.
        man 09:30 bot → silje: (edited) #1, mandag 23. november kl. 12–13, er dekket: Kari Nes fra Fjellvik IL kommer.
              Silje Aune sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Endre] [Avlys]
        man 09:30 bot → kari: Silje A. sier at du ikke kan komme på #1: Matombringing, mandag 23. november kl. 12–13. Kommer du?
              [Kommer] [Kan ikke]
        man 09:30 silje → bot: han som skulle komme kl 14 er syk
        man 09:30 bot → silje: Jeg finner ingen som skulle komme da. Skriv navnet, eller nummeret på oppdraget.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn she_did_not_come(db: Db) {
    let mut fjellvik = a_meal(db).await;
    fjellvik.time_passes_until("2026-11-23T12:05:00").await;
    fjellvik.forget();
    fjellvik.says("hanne", "Kari kom ikke").await;
    fjellvik.says("anne", "Kari kom ikke").await;
    expect![[r#"
        man 12:05 hanne → bot: Kari kom ikke
        man 12:05 bot → anne: Hanne Lund sier at Kari N. ikke kommer på #1: Matombringing, mandag 23. november kl. 12–13. Jeg har spurt Kari N.
              [Kari N. er i gang] [Kari N. kom ikke]
        man 12:05 bot → silje: (edited) #1, mandag 23. november kl. 12–13, er dekket: Kari Nes fra Fjellvik IL kommer.
              Hanne Lund sier at Kari N. ikke kommer på #1, og Kari N. har ikke svart.
              [Endre] [Avlys]
        man 12:05 bot → hanne: Takk for at du sier fra! Jeg spør Kari N. om #1, og den som har vakt, får vite det.
        man 12:05 bot → kari: Hanne L. sier at du ikke er på #1: Matombringing. Er du der?
              [Jeg er i gang]
              [Jeg blir forsinket] [Kan ikke]
        man 12:05 anne → bot: Kari kom ikke
        man 12:05 bot → anne: (edited) Hanne Lund sier at Kari N. ikke kommer på #1: Matombringing, mandag 23. november kl. 12–13. Jeg har spurt Kari N.
              Du svarte: Kari N. kom ikke
        man 12:05 bot → anne: #1 har begynt og mangler 1 av 1: Matombringing.
              Kommer ikke: Kari N.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              [Tar det]
              [Spør Frivilligsentralen Fjellvik]
              [Sett inn noen]
              [Kommunen tar det] [Avlys]
        man 12:05 bot → anne: Notert: Kari N. kom ikke på #1.
        man 12:05 bot → silje: #1, mandag 23. november kl. 12–13, har begynt, og en plass ble ledig. Jeg leter etter en annen, og du får svar senest mandag kl. 12:35. Dere kan også ta det selv:
              [Vi gjør det selv] [Avlys]
        man 12:05 bot → kari: Vakta har fått vite at du ikke er på #1, så jeg spør andre. Er du der likevel?
              [Jeg er i gang]
        man 12:05 bot → eva: Vi mangler folk på #1: Matombringing, mandag 23. november kl. 12–13. Kan du?
              [Ja] [Nei]
        man 12:05 bot → marit: Vi mangler folk på #1: Matombringing, mandag 23. november kl. 12–13. Kan du?
              [Ja] [Nei]
        man 12:05 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, mandag 23. november kl. 12–13
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        man 12:05 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer mandag kl. 12.
              Dette gjelder ikke lenger.
        man 12:05 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: den som skulle kommet, kommer ikke likevel. Jeg leter etter en annen og sier fra hvordan det går.
              [Gjort] [Fikk ikke tak i]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

async fn a_name_in_one_s_own_no(db: Db) {
    let mut fjellvik = kari_has_confirmed(db).await;
    fjellvik.says("kari", "kan ikke likevel, må hente Per på trening").await;
    assert_eq!(fjellvik.task(1).await.taken(), 0, "{}", fjellvik.transcript());
    fjellvik.replies("fjellvik-il", "eva", "ja").await;
    fjellvik.says("eva", "mannen min Per er syk, kan ikke komme").await;
    let task = fjellvik.task(1).await;
    assert_eq!((task.taken(), task.reserves().len()), (0, 1), "{}", fjellvik.transcript());
}
