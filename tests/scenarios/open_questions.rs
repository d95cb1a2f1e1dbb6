//! An answer in words to what the bot asked: yes and no, which one, whom. It is read as the answer to that, and never as a sign-up.

use expect_test::expect;
use tannhjul::domain::task::TaskState;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    two_names_are_two_people,
    who_is_no_volunteer_is_not_signed_up,
    yes_and_no_answer_the_last_question,
    a_need_is_sent_with_a_word,
    erased_with_a_word,
    words_around_a_label,
    which_one_and_what_was_said_before,
    an_offer_of_two_places,
    a_reserve_says_no,
    an_edit_leaves_one,
    no_such_task,
    moved_without_a_number,
    how_it_stands,
);

async fn two_names_are_two_people(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:01:00").await;
    fjellvik.presses("bjorn", "Sett inn noen").await;
    fjellvik.forget();
    fjellvik.says("bjorn", "Kari og Ola").await;
    expect![[r#"
        søn 10:01 bjorn → bot: Kari og Ola
        søn 10:01 bot → bjorn: Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              [Kari Nes]
              [Ola Rud]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.presses("bjorn", "Kari Nes").await;
    fjellvik.presses("bjorn", "Ola Rud").await;
    assert_eq!(fjellvik.task(1).await.taken(), 2);
    assert!(fjellvik.transcript().contains("Ola Rud er satt inn på #1"));
}

async fn who_is_no_volunteer_is_not_signed_up(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:20:00").await;
    fjellvik.forget();
    for person in ["bjorn", "inger", "silje"] {
        for words in ["ja", "jeg kan", "Vi er to", "ja til #1", "Knut og Petter kommer"] {
            fjellvik.says(person, words).await;
            fjellvik.answers(person, words).await;
        }
        fjellvik.presses_data(person, "yes:1").await;
        fjellvik.presses_data(person, "res:1:1").await;
    }
    let task = fjellvik.task(1).await;
    assert!(task.signups.is_empty() && task.held.is_none(), "{task:?}");
    fjellvik.is_at_rest().await;
}

async fn yes_and_no_answer_the_last_question(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.says("silje", "#1 kl 17 i stedet").await;
    fjellvik.says("silje", "nei takk").await;
    fjellvik.says("silje", "#1 kl 17 i stedet").await;
    fjellvik.answers("silje", "ja").await;
    fjellvik.says("silje", "avlys").await;
    fjellvik.says("silje", "jepp").await;
    expect![[r#"
        lør 10:00 silje → bot: #1 kl 17 i stedet
        lør 10:00 bot → silje: Flytte #1 til søndag 22. november kl. 17–19?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 silje → bot: nei takk
        lør 10:00 bot → silje: (edited) Flytte #1 til søndag 22. november kl. 17–19?
              Du svarte: Nei, la det stå
        lør 10:00 bot → silje: Greit, #1 står som før.
        lør 10:00 silje → bot: #1 kl 17 i stedet
        lør 10:00 bot → silje: Flytte #1 til søndag 22. november kl. 17–19?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 silje → bot (reply): ja
        lør 10:00 bot → silje: (edited) Flytte #1 til søndag 22. november kl. 17–19?
              Du svarte: Ja, endre
        lør 10:00 bot → silje: #1 er flyttet til søndag 22. november kl. 17–19.
              Du får svar senest søndag kl. 13.
        lør 10:00 ⌂ fjellvik-il bot: Det ble 2 plasser ledige på #1 søndag kl. 17. Kan noen ta dem?
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 17–19
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 silje → bot: avlys
        lør 10:00 bot → silje: Avlyse #1? Ingen er påmeldt.
              [Ja, avlys] [Nei, la det stå]
        lør 10:00 silje → bot: jepp
        lør 10:00 bot → silje: (edited) Avlyse #1? Ingen er påmeldt.
              Du svarte: Ja, avlys
        lør 10:00 bot → silje: #1 er avlyst. Alle det gjelder, har fått beskjed.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 17–19
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Avlyst.
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.state, TaskState::Cancelled);
}

async fn a_need_is_sent_with_a_word(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.says("silje", "Snømåking i Storgata 6 mandag kl 16-18").await;
    // The newest question is meant, though a need is being put into words.
    fjellvik.says("silje", "avlys #1").await;
    fjellvik.says("silje", "ok").await;
    assert_eq!(fjellvik.task(1).await.state, TaskState::Cancelled);
    fjellvik.says("silje", "2 stk").await;
    fjellvik.says("silje", "yes").await;
    assert_eq!(fjellvik.task(2).await.places, 2);
}

async fn erased_with_a_word(db: Db) {
    let mut fjellvik = World::new(db).await;
    for (person, asks, no, yes, erased) in [
        ("ola", "slett meg", "nei", "ja", "Du er slettet."),
        ("lars", "slett meg", "nei", "jepp", "Du er sletta."),
        ("james", "delete me", "no", "yes", "You have been erased."),
    ] {
        fjellvik.says(person, asks).await;
        fjellvik.says(person, no).await;
        // The question was answered already.
        fjellvik.says(person, yes).await;
        assert!(!fjellvik.transcript().contains(erased), "{person}");
        fjellvik.says(person, asks).await;
        fjellvik.says(person, yes).await;
        assert!(fjellvik.transcript().contains(erased), "{person}");
    }
}

async fn words_around_a_label(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:01:00").await;
    fjellvik.forget();
    fjellvik.says("bjorn", "jeg tar den").await;
    fjellvik.says("bjorn", "kl 11").await;
    fjellvik.says("bjorn", "kommunen tar den").await;
    expect![[r#"
        søn 10:01 bjorn → bot: jeg tar den
        søn 10:01 bot → bjorn: Fint, du tar #1. Jeg er stille til søndag kl. 11:15. Passer en annen tid bedre, velg den eller skriv den.
              [Til kl. 10:45] [Til kl. 11:15] [Til kl. 12:15]
        søn 10:01 bjorn → bot: kl 11
        søn 10:01 bot → bjorn: Du tar #1. Jeg er stille til søndag kl. 11 og spør igjen hvis det fortsatt mangler folk.
        søn 10:01 bjorn → bot: kommunen tar den
        søn 10:01 bot → bjorn: (edited) #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Du svarte: Kommunen tar det
        søn 10:01 bot → bjorn: (edited) Fint, du tar #1. Jeg er stille til søndag kl. 11:15. Passer en annen tid bedre, velg den eller skriv den.
              Dette er ordnet.
        søn 10:01 bot → bjorn: Da tar kommunen #1, og du står som den som svarer for det. Ingen flere blir spurt.
        søn 10:01 bot → silje: Kommunen tar #1 selv: Snømåking, søndag 22. november kl. 16–18. Bjørn Moe svarer for det.
        søn 10:01 bot → eva: (edited) Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Kommunen tar #1 selv. Takk likevel!
        søn 10:01 bot → solveig: (edited) Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Kommunen tek #1 sjølv. Takk likevel!
        søn 10:01 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Kommunen tar dette selv. Takk til alle som vurderte det!
        søn 10:01 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Kommunen tek dette sjølv. Takk til alle som vurderte det!
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.state, TaskState::TakenOver);
}

/// Two dinners; Kari comes to both, Ola waits for both.
async fn two_dinners(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    for street in [5, 6] {
        fjellvik.asked_for(&format!("Matkjøring fra Storgata {street} i morgen kl 15-16, 1 sjåfør")).await;
        fjellvik.replies("fjellvik-il", "kari", "ja").await;
        fjellvik.replies("fjellvik-il", "ola", "reserve").await;
    }
    fjellvik.forget();
    fjellvik
}

async fn which_one_and_what_was_said_before(db: Db) {
    let mut fjellvik = two_dinners(db).await;
    fjellvik.says("kari", "kan ikke").await;
    fjellvik.says("kari", "#2").await;
    expect![[r#"
        lør 10:00 kari → bot: kan ikke
        lør 10:00 bot → kari: Hvilket oppdrag gjelder det?
              [#1 Matombringing, søndag 22. november kl. 15–16]
              [#2 Matombringing, søndag 22. november kl. 15–16]
        lør 10:00 kari → bot: #2
        lør 10:00 bot → silje: (edited) #2, søndag 22. november kl. 15–16, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #2: Matombringing, søndag 22. november kl. 15–16.
              Husk at du også har #1, søndag 22. november kl. 15–16.
        lør 10:00 bot → kari: (edited) Hvilket oppdrag gjelder det?
              Du svarte: #2 Matombringing, søndag 22. november kl. 15–16
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #2, søndag 22. november kl. 15–16. Jeg spør andre.
        lør 10:00 bot → ola: Det ble en plass ledig på #2: Matombringing, søndag 22. november kl. 15–16. Kan du ta den? Svar innen lørdag kl. 13.
              [Ja] [Nei]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #2: Matombringing, søndag 22. november kl. 15–16
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!((fjellvik.task(1).await.taken(), fjellvik.task(2).await.taken()), (1, 0));
    fjellvik.replies("fjellvik-il", "eva", "ja").await;
    fjellvik.says("kari", "kan ikke").await;
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

async fn an_offer_of_two_places(db: Db) {
    let mut fjellvik = two_dinners(db).await;
    fjellvik.says("kari", "syk").await;
    fjellvik.says("kari", "begge").await;
    assert_eq!((fjellvik.task(1).await.taken(), fjellvik.task(2).await.taken()), (0, 0));
    fjellvik.forget();
    fjellvik.says("ola", "ja").await;
    fjellvik.says("ola", "den første").await;
    fjellvik.says("ola", "nei").await;
    let (first, second) = (fjellvik.task(1).await, fjellvik.task(2).await);
    assert_eq!((first.taken(), second.taken(), second.offers.len()), (1, 0, 0));
}

async fn a_reserve_says_no(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    for words in [
        "kan ikke i morgen, syk unge",
        "får det ikke til likevel",
        "kan ikkje likevel",
        "can't make it after all",
    ] {
        fjellvik.says("eva", words).await;
        assert!(fjellvik.task(1).await.reserves().is_empty(), "{words}: {}", fjellvik.transcript());
        fjellvik.replies("fjellvik-il", "eva", "reserve").await;
        assert_eq!(fjellvik.task(1).await.reserves().len(), 1, "{words}");
    }
}

async fn an_edit_leaves_one(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    let reply = fjellvik.replies("fjellvik-il", "ola", "vi er to").await;
    fjellvik.forget();
    fjellvik.edits("fjellvik-il", "ola", &reply, "nei, bare meg").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il ola (edit): nei, bare meg
        lør 10:00 bot → silje: Det ble en plass ledig igjen på #1, søndag 22. november kl. 16–18. Jeg leter etter noen, og du får svar senest søndag kl. 12.
        lør 10:00 bot → ola: (edited) Takk! Dere har 2 plasser på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → ola: Greit, da har du én plass på #1. Jeg spør andre om resten.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 søndag kl. 16. Kan noen ta den?
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Ola R.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

async fn no_such_task(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.says("silje", "#99 kl 17 i stedet").await;
    fjellvik.says("silje", "avlys #99").await;
    expect![[r#"
        lør 10:00 silje → bot: #99 kl 17 i stedet
        lør 10:00 bot → silje: #99 finner jeg ikke blant dine. Skriv «mine behov», så ser du numrene.
        lør 10:00 silje → bot: avlys #99
        lør 10:00 bot → silje: #99 finner jeg ikke blant dine. Skriv «mine behov», så ser du numrene.
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn moved_without_a_number(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.says("silje", "kl 18 i stedet").await;
    fjellvik.says("silje", "ja").await;
    expect![[r#"
        lør 10:00 silje → bot: kl 18 i stedet
        lør 10:00 bot → silje: Flytte #1 til søndag 22. november kl. 18–20?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 silje → bot: ja
        lør 10:00 bot → silje: (edited) Flytte #1 til søndag 22. november kl. 18–20?
              Du svarte: Ja, endre
        lør 10:00 bot → silje: #1 er flyttet til søndag 22. november kl. 18–20.
              Du får svar senest søndag kl. 14.
        lør 10:00 ⌂ fjellvik-il bot: Det ble 2 plasser ledige på #1 søndag kl. 18. Kan noen ta dem?
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 18–20
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn how_it_stands(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.says("bjorn", "hvem #1").await;
    fjellvik.says("silje", "hvordan går det med #1?").await;
    fjellvik.says("bjorn", "#1").await;
    fjellvik.says("kari", "ja til #1").await;
    fjellvik.says("kari", "hvor er det?").await;
    expect![[r#"
        lør 10:00 bjorn → bot: hvem #1
        lør 10:00 bot → bjorn: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Kommer: Kari Nes og Ola Rud
              Én reserve.
        lør 10:00 silje → bot: hvordan går det med #1?
        lør 10:00 bot → silje: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Kommer: Kari Nes og Ola Rud
              Én reserve.
        lør 10:00 bjorn → bot: #1
        lør 10:00 bot → bjorn: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Kommer: Kari Nes og Ola Rud
              Én reserve.
        lør 10:00 kari → bot: ja til #1
        lør 10:00 bot → kari: Du har allerede plass på #1, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 kari → bot: hvor er det?
        lør 10:00 bot → kari: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spør gjerne Silje Aune, tlf. 10 00 00 04.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    for (person, words) in
        [("kari", "adressen?"), ("ola", "kvar er det?"), ("ola", "where is it?"), ("kari", "who do I call?")]
    {
        fjellvik.says(person, words).await;
        assert!(fjellvik.transcript().contains("[Åpne oppdraget ↗]"), "{words}");
    }
    fjellvik.says("silje", "avlys #1").await;
    fjellvik.says("silje", "ja").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "kari", "når er det?").await;
    assert!(fjellvik.transcript().contains("avlyst"));
}
