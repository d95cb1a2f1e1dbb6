//! What was asked for changes: another time, more or fewer people, or not at all.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    moved_and_those_who_come_are_asked_once,
    moved_to_a_time_that_is_over,
    a_clock_that_is_mentioned_moves_nothing,
    a_clock_in_the_club_s_group_is_a_volunteer_s,
    who_is_asked_answers_as_a_volunteer,
    what_the_requester_wants_changed_is_no_answer,
    more_people_are_wanted,
    fewer_people_are_wanted_and_nobody_is_taken_off,
    nobody_is_taken_off_when_the_surplus_is_gone,
    the_next_is_asked_when_the_one_asked_withdraws,
    a_change_at_night_waits_for_the_morning,
    a_cancellation_at_night_waits_for_the_morning,
    a_change_at_night_is_told_at_once_where_the_morning_is_too_late,
    an_address_is_changed_on_its_page,
    cancelled_in_words,
    a_stranger_and_a_volunteer_change_nothing,
    the_coordinator_changes_and_the_requester_hears_it
);

/// Snow on Monday at 16; Kari and Ola have the places.
async fn snow_on_monday(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 stk til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.presses("silje", "Send").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "tar den").await;
    fjellvik.forget();
    fjellvik
}

async fn moved_and_those_who_come_are_asked_once(db: Db) {
    let mut fjellvik = snow_on_monday(db).await;
    fjellvik.presses("silje", "Endre").await;
    fjellvik.says("silje", "kl 17 i stedet").await;
    fjellvik.presses("kari", "Passer fint").await;
    fjellvik.presses("ola", "Kan ikke").await;
    expect![[r#"
        lør 10:00 silje presses: [Endre]
        lør 10:00 bot ⇢ silje: (toast) Hva skal endres på #1? Skriv det som det er: «kl. 17 i stedet», «3 stk» eller «avlys».
        lør 10:00 bot → silje: Hva skal endres på #1? Skriv det som det er: «kl. 17 i stedet», «3 stk» eller «avlys».
        lør 10:00 silje → bot: kl 17 i stedet
        lør 10:00 bot → silje: #1 er flyttet til mandag 23. november kl. 17–19.
              Jeg spør om det fortsatt passer: Kari N. og Ola R.
        lør 10:00 bot → kari: #1 er flyttet. Ny tid: Snømåking, mandag 23. november kl. 17–19. Passer det fortsatt?
              [Passer fint] [Kan ikke]
        lør 10:00 bot → ola: #1 er flyttet. Ny tid: Snømåking, mandag 23. november kl. 17–19. Passer det fortsatt?
              [Passer fint] [Kan ikke]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 17–19
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Kari N. og Ola R.
              [Stå som reserve] [Kan ikke]
        lør 10:00 kari presses: [Passer fint]
        lør 10:00 bot ⇢ kari: (toast) Takk! Da regner vi med deg på #1.
        lør 10:00 bot → kari: Takk! Da regner vi med deg på #1.
        lør 10:00 bot → kari: (edited) #1 er flyttet. Ny tid: Snømåking, mandag 23. november kl. 17–19. Passer det fortsatt?
              Du svarte: Passer fint
        lør 10:00 ola presses: [Kan ikke]
        lør 10:00 bot → silje: Det ble en plass ledig igjen på #1, mandag 23. november kl. 17–19. Jeg leter etter noen, og du får svar senest mandag kl. 13.
        lør 10:00 bot ⇢ ola: (toast) Du er tatt av #1. Takk for beskjed!
        lør 10:00 bot → ola: (edited) Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
        lør 10:00 bot → ola: Takk for beskjed. Du er tatt av #1, mandag 23. november kl. 17–19. Jeg spør andre.
        lør 10:00 bot → ola: (edited) #1 er flyttet. Ny tid: Snømåking, mandag 23. november kl. 17–19. Passer det fortsatt?
              Du svarte: Kan ikke
        lør 10:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 mandag kl. 17. Kan noen ta den?
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 17–19
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert_eq!(fjellvik.calendar.local(task.starts_at).to_string(), "2026-11-23 17:00:00");
    assert_eq!(fjellvik.calendar.local(task.ends_at).to_string(), "2026-11-23 19:00:00");
}

async fn moved_to_a_time_that_is_over(db: Db) {
    let mut fjellvik = snow_on_monday(db).await;
    fjellvik.says("silje", "#1 flyttes til i dag kl 8").await;
    fjellvik.says("silje", "#1 må bli bedre").await;
    expect![[r#"
        lør 10:00 silje → bot: #1 flyttes til i dag kl 8
        lør 10:00 bot → silje: Den tiden er forbi, eller for nær til at noen kan spørres. #1 står som det var.
        lør 10:00 silje → bot: #1 må bli bedre
        lør 10:00 bot → silje: Jeg forsto ikke hva som skal endres på #1. Du kan skrive en ny tid, et antall eller «avlys».
    "#]].assert_eq(&fjellvik.transcript());
}

async fn a_clock_that_is_mentioned_moves_nothing(db: Db) {
    let mut fjellvik = snow_on_monday(db).await;
    fjellvik.answers("silje", "ring Kari kl 17").await;
    fjellvik.answers("silje", "flytt snømåkinga i Storgata 5 til tirsdag kl 10").await;
    assert_eq!(fjellvik.task(1).await.moved_at, None);
    fjellvik.presses("silje", "Nei, la det stå").await;
    expect![[r#"
        lør 10:00 silje → bot (reply): ring Kari kl 17
        lør 10:00 bot → silje: Flytte #1 til mandag 23. november kl. 17–19?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 silje → bot (reply): flytt snømåkinga i Storgata 5 til tirsdag kl 10
        lør 10:00 bot → silje: Flytte #1 til tirsdag 24. november kl. 10–12?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje presses: [Nei, la det stå]
        lør 10:00 bot ⇢ silje: (toast) Greit, #1 står som før.
        lør 10:00 bot → silje: (edited) Flytte #1 til mandag 23. november kl. 17–19?
              Du svarte: Nei, la det stå
        lør 10:00 bot → silje: (edited) Flytte #1 til tirsdag 24. november kl. 10–12?
              Du svarte: Nei, la det stå
        lør 10:00 bot → silje: Greit, #1 står som før.
    "#]]
    .assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert_eq!(fjellvik.calendar.local(task.starts_at).to_string(), "2026-11-23 16:00:00");
}

async fn a_clock_in_the_club_s_group_is_a_volunteer_s(db: Db) {
    let mut fjellvik = snow_on_monday(db).await;
    fjellvik.replies("fjellvik-il", "bjorn", "flytt den til kl 17").await;
    assert_eq!(fjellvik.task(1).await.moved_at, None);
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il bjorn (reply): flytt den til kl 17
        lør 10:00 bot → bjorn: Flytte #1 til mandag 23. november kl. 17–19?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 ⌂ fjellvik-il bot: (👌)
    "#]]
    .assert_eq(&fjellvik.transcript());
}

/// Bjørn is a coordinator, and is asked for the place that came free.
async fn who_is_asked_answers_as_a_volunteer(db: Db) {
    let mut fjellvik = snow_on_monday(db).await;
    fjellvik.replies("fjellvik-il", "bjorn", "jeg kan stå som reserve").await;
    fjellvik.presses("kari", "Meld forfall").await;
    fjellvik.forget();
    fjellvik.answers("bjorn", "kan fra kl 17").await;
    assert_eq!(fjellvik.task(1).await.moved_at, None);
    expect![[r#"
        lør 10:00 bjorn → bot (reply): kan fra kl 17
        lør 10:00 bot → bjorn: (edited) Takk! Alle plassene på #1 er tatt: Snømåking, mandag 23. november kl. 16–18.
              Du er reserve nr. 1. Blir det ledig, spør jeg når det er din tur.
              [Feil forstått]
        lør 10:00 bot → bjorn: Bjørn Moe kan ta #1 fra kl. 17 (oppdraget er mandag 23. november kl. 16–18).
              [Godta] [Takk, men nei]
        lør 10:00 bot → bjorn: Takk! Jeg spør koordinatoren om det passer på #1. Du får svar her.
              [Feil forstått]
        lør 10:00 bot → bjorn: (edited) Det ble en plass ledig på #1: Snømåking, mandag 23. november kl. 16–18. Kan du ta den? Svar innen søndag kl. 18.
        lør 10:00 bot → silje: Det ble en plass ledig igjen på #1, mandag 23. november kl. 16–18. Jeg leter etter noen, og du får svar senest mandag kl. 12.
        lør 10:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 mandag kl. 16. Kan noen ta den?
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Ola R.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn what_the_requester_wants_changed_is_no_answer(db: Db) {
    let mut fjellvik = snow_on_monday(db).await;
    for words in [
        "#1 endre til 3 stk",
        "endre #1 til 3 stk",
        "flytt #1 til kl 13",
        "sett #1 til 3 personer",
        "endre på #1",
        "#1 vi er to som kan",
    ] {
        fjellvik.says("silje", words).await;
    }
    let task = fjellvik.task(1).await;
    assert_eq!((task.places, task.signups.len(), task.moved_at), (2, 2, None));
    expect![[r#"
        lør 10:00 silje → bot: #1 endre til 3 stk
        lør 10:00 bot → silje: Endre #1 til 3 plasser?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 silje → bot: endre #1 til 3 stk
        lør 10:00 bot → silje: Endre #1 til 3 plasser?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 silje → bot: flytt #1 til kl 13
        lør 10:00 bot → silje: Flytte #1 til mandag 23. november kl. 13–15?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 silje → bot: sett #1 til 3 personer
        lør 10:00 bot → silje: Endre #1 til 3 plasser?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 silje → bot: endre på #1
        lør 10:00 bot → silje: Hva skal endres på #1? Skriv det som det er: «kl. 17 i stedet», «3 stk» eller «avlys».
        lør 10:00 silje → bot: #1 vi er to som kan
        lør 10:00 bot → silje: Jeg forsto ikke hva som skal endres på #1. Du kan skrive en ny tid, et antall eller «avlys».
    "#]].assert_eq(&fjellvik.transcript());
}

async fn more_people_are_wanted(db: Db) {
    let mut fjellvik = snow_on_monday(db).await;
    fjellvik.says("silje", "#1 vi trenger 3 stk").await;
    fjellvik.presses("silje", "Ja, endre").await;
    fjellvik.replies("fjellvik-il", "eva", "ja").await;
    expect![[r#"
        lør 10:00 silje → bot: #1 vi trenger 3 stk
        lør 10:00 bot → silje: Endre #1 til 3 plasser?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 silje presses: [Ja, endre]
        lør 10:00 bot ⇢ silje: (toast) Greit, nå trengs 3 på #1. Jeg spør videre.
        lør 10:00 bot → silje: (edited) Endre #1 til 3 plasser?
              Du svarte: Ja, endre
        lør 10:00 bot → silje: Greit, nå trengs 3 på #1. Jeg spør videre.
        lør 10:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 mandag kl. 16. Kan noen ta den?
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              3 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 3
              Kommer: Kari N. og Ola R.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 ⌂ fjellvik-il eva (reply): ja
        lør 10:00 bot → silje: #1, mandag 23. november kl. 16–18, er dekket: Kari Nes, Ola Rud og Eva Lie fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → eva: Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              3 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Kari N., Ola R. og Eva L.
              [Stå som reserve] [Kan ikke]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn fewer_people_are_wanted_and_nobody_is_taken_off(db: Db) {
    let mut fjellvik = snow_on_monday(db).await;
    fjellvik.says("silje", "#1 bare 1 stk").await;
    fjellvik.presses("silje", "Ja, endre").await;
    fjellvik.presses("ola", "Jeg blir med").await;
    fjellvik.presses("kari", "Jeg står over").await;
    expect![[r#"
        lør 10:00 silje → bot: #1 bare 1 stk
        lør 10:00 bot → silje: Endre #1 til én plass?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 silje presses: [Ja, endre]
        lør 10:00 bot ⇢ silje: (toast) Det kommer flere enn det på #1. Jeg spør Ola R., som svarte sist, om å stå over. Ingen blir tatt av uten å ville det.
        lør 10:00 bot → silje: (edited) Endre #1 til én plass?
              Du svarte: Ja, endre
        lør 10:00 bot → silje: Det kommer flere enn det på #1. Jeg spør Ola R., som svarte sist, om å stå over. Ingen blir tatt av uten å ville det.
        lør 10:00 bot → ola: Det trengs færre på #1, mandag 23. november kl. 16–18. Vil du stå over denne gangen? Det er like fint om du blir med.
              [Jeg står over] [Jeg blir med]
        lør 10:00 ola presses: [Jeg blir med]
        lør 10:00 bot → kari: Det trengs færre på #1, mandag 23. november kl. 16–18. Vil du stå over denne gangen? Det er like fint om du blir med.
              [Jeg står over] [Jeg blir med]
        lør 10:00 bot ⇢ ola: (toast) Fint! Da blir du med på #1.
        lør 10:00 bot → ola: Fint! Da blir du med på #1.
        lør 10:00 bot → ola: (edited) Det trengs færre på #1, mandag 23. november kl. 16–18. Vil du stå over denne gangen? Det er like fint om du blir med.
              Du svarte: Jeg blir med
        lør 10:00 kari presses: [Jeg står over]
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Ola Rud fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → silje: Nå er det så mange som du ba om på #1, mandag 23. november kl. 16–18: Ola Rud kommer.
        lør 10:00 bot ⇢ kari: (toast) Takk! Du er tatt av #1.
        lør 10:00 bot → kari: Takk! Du er tatt av #1.
        lør 10:00 bot → kari: (edited) Det trengs færre på #1, mandag 23. november kl. 16–18. Vil du stå over denne gangen? Det er like fint om du blir med.
              Du svarte: Jeg står over
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Ola R.
              [Stå som reserve] [Kan ikke]
    "#]].assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert_eq!((task.places, task.taken(), task.places_wanted), (1, 1, None));
}

async fn cancelled_in_words(db: Db) {
    let mut fjellvik = snow_on_monday(db).await;
    fjellvik.says("silje", "avlys snømåkinga").await;
    fjellvik.presses("silje", "Ja, avlys").await;
    expect![[r#"
        lør 10:00 silje → bot: avlys snømåkinga
        lør 10:00 bot → silje: Avlyse #1? 2 er påmeldt og får beskjed.
              [Ja, avlys] [Nei, la det stå]
        lør 10:00 silje presses: [Ja, avlys]
        lør 10:00 bot ⇢ silje: (toast) #1 er avlyst. Alle det gjelder, har fått beskjed.
        lør 10:00 bot → silje: (edited) Avlyse #1? 2 er påmeldt og får beskjed.
              Du svarte: Ja, avlys
        lør 10:00 bot → silje: #1 er avlyst. Alle det gjelder, har fått beskjed.
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes og Ola Rud fra Fjellvik IL kommer.
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
        lør 10:00 bot → kari: #1, mandag 23. november kl. 16–18, er avlyst. Du trenger ikke å komme. Takk for at du stilte opp!
        lør 10:00 bot → ola: (edited) Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
        lør 10:00 bot → ola: #1, mandag 23. november kl. 16–18, er avlyst. Du trenger ikke å komme. Takk for at du stilte opp!
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Avlyst.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_stranger_and_a_volunteer_change_nothing(db: Db) {
    let mut fjellvik = snow_on_monday(db).await;
    fjellvik.says("eva", "#1 kl 17 i stedet").await;
    fjellvik.presses_data("eva", "edit:1").await;
    fjellvik.presses_data("eva", "comes:1:10").await;
    fjellvik.presses_data("eva", "verdict:1:useful").await;
    fjellvik.presses_data("eva", "called:1:coming").await;
    fjellvik.presses_data("eva", "conf:1").await;
    fjellvik.presses_data("passerby", "edit:1").await;
    let task = fjellvik.task(1).await;
    assert_eq!(task.moved_at, None);
    assert_eq!(task.marks, []);
    expect![[r#"
        lør 10:00 eva → bot: #1 kl 17 i stedet
        lør 10:00 bot → eva: #1 er dekket. Vil du stå som reserve?
              [Stå som reserve] [Kan ikke]
              [Feil forstått]
        lør 10:00 bot → eva: (🤔)
        lør 10:00 eva presses: <edit:1>
        lør 10:00 bot ⇢ eva: (toast) Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 eva presses: <comes:1:10>
        lør 10:00 bot ⇢ eva: (toast) Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 eva presses: <verdict:1:useful>
        lør 10:00 bot ⇢ eva: (toast) Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 eva presses: <called:1:coming>
        lør 10:00 bot ⇢ eva: (toast) Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 eva presses: <conf:1>
        lør 10:00 bot ⇢ eva: (toast) Du står ikke på #1.
        lør 10:00 passerby presses: <edit:1>
        lør 10:00 bot ⇢ passerby: (toast) Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn the_coordinator_changes_and_the_requester_hears_it(db: Db) {
    let mut fjellvik = snow_on_monday(db).await;
    fjellvik.says("bjorn", "#1 kl 15-17").await;
    fjellvik.presses("bjorn", "Ja, endre").await;
    expect![[r#"
        lør 10:00 bjorn → bot: #1 kl 15-17
        lør 10:00 bot → bjorn: Flytte #1 til mandag 23. november kl. 15–17?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 bjorn presses: [Ja, endre]
        lør 10:00 bot ⇢ bjorn: (toast) #1 er flyttet til mandag 23. november kl. 15–17.
        lør 10:00 bot → bjorn: (edited) Flytte #1 til mandag 23. november kl. 15–17?
              Du svarte: Ja, endre
        lør 10:00 bot → bjorn: #1 er flyttet til mandag 23. november kl. 15–17.
              Jeg spør om det fortsatt passer: Kari N. og Ola R.
        lør 10:00 bot → silje: Bjørn Moe har endret #1. Nå: mandag 23. november kl. 15–17, plasser: 2.
        lør 10:00 bot → kari: #1 er flyttet. Ny tid: Snømåking, mandag 23. november kl. 15–17. Passer det fortsatt?
              [Passer fint] [Kan ikke]
        lør 10:00 bot → ola: #1 er flyttet. Ny tid: Snømåking, mandag 23. november kl. 15–17. Passer det fortsatt?
              [Passer fint] [Kan ikke]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 15–17
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Kari N. og Ola R.
              [Stå som reserve] [Kan ikke]
    "#]].assert_eq(&fjellvik.transcript());
}

/// Kari is asked to step down while Ola withdraws: then she is needed, and an old press takes nobody off.
async fn nobody_is_taken_off_when_the_surplus_is_gone(db: Db) {
    let mut fjellvik = snow_on_monday(db).await;
    fjellvik.says("silje", "#1 1 stk").await;
    fjellvik.presses("silje", "Ja, endre").await;
    fjellvik.presses("ola", "Jeg blir med").await;
    fjellvik.forget();
    fjellvik.says("ola", "må melde forfall").await;
    fjellvik.presses_data("kari", "down:1").await;
    expect![[r#"
        lør 10:00 ola → bot: må melde forfall
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → silje: Nå er det så mange som du ba om på #1, mandag 23. november kl. 16–18: Kari Nes kommer.
        lør 10:00 bot → kari: (edited) Det trengs færre på #1, mandag 23. november kl. 16–18. Vil du stå over denne gangen? Det er like fint om du blir med.
              Du trengs likevel på #1.
        lør 10:00 bot → kari: Nå trengs du likevel på #1, mandag 23. november kl. 16–18. Fint at du blir med!
        lør 10:00 bot → ola: (edited) Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
        lør 10:00 bot → ola: Takk for beskjed. Du er tatt av #1, mandag 23. november kl. 16–18. Jeg spør andre.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              [Stå som reserve] [Kan ikke]
        lør 10:00 kari presses: <down:1>
        lør 10:00 bot ⇢ kari: (toast) Du trengs likevel på #1.
    "#]].assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert_eq!((task.places, task.taken(), task.places_wanted), (1, 1, None));
    // Another time she may be asked anew.
    fjellvik.time_passes_until("2026-11-21T10:30:00").await;
    fjellvik.says("silje", "#1 2 stk").await;
    fjellvik.presses("silje", "Ja, endre").await;
    fjellvik.replies("fjellvik-il", "eva", "ja").await;
    fjellvik.says("eva", "#1 takk").await;
    fjellvik.forget();
    fjellvik.says("silje", "#1 1 stk").await;
    fjellvik.presses("silje", "Ja, endre").await;
    fjellvik.presses("eva", "Jeg blir med").await;
    fjellvik.presses("kari", "Jeg står over").await;
    let task = fjellvik.task(1).await;
    assert_eq!((task.places, task.taken(), task.places_wanted), (1, 1, None));
}

async fn the_next_is_asked_when_the_one_asked_withdraws(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 3 stk til snømåking i Storgata 5 mandag kl 16-18").await;
    for person in ["kari", "ola", "eva"] {
        fjellvik.replies("fjellvik-il", person, "ja").await;
    }
    fjellvik.says("silje", "#1 1 stk").await;
    fjellvik.presses("silje", "Ja, endre").await;
    fjellvik.forget();
    fjellvik.says("eva", "må melde forfall").await;
    expect![[r#"
        lør 10:00 eva → bot: må melde forfall
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Kari Nes og Ola Rud fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → ola: Det trengs færre på #1, mandag 23. november kl. 16–18. Vil du stå over denne gangen? Det er like fint om du blir med.
              [Jeg står over] [Jeg blir med]
        lør 10:00 bot → eva: (edited) Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
        lør 10:00 bot → eva: Takk for beskjed. Du er tatt av #1, mandag 23. november kl. 16–18. Jeg spør andre.
        lør 10:00 bot → eva: (edited) Det trengs færre på #1, mandag 23. november kl. 16–18. Vil du stå over denne gangen? Det er like fint om du blir med.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Kari N. og Ola R.
              [Stå som reserve] [Kan ikke]
    "#]].assert_eq(&fjellvik.transcript());
}

/// The task is days away: nobody is woken, and whoever withdraws meanwhile is asked nothing.
async fn a_change_at_night_waits_for_the_morning(db: Db) {
    let mut fjellvik = snow_on_monday(db).await;
    fjellvik.says("eva", "#1 jeg kan").await;
    fjellvik.time_passes_until("2026-11-21T23:00:00").await;
    fjellvik.forget();
    fjellvik.says("silje", "#1 kl 17 i stedet").await;
    fjellvik.presses("silje", "Ja, endre").await;
    fjellvik.says("ola", "#1 kan ikke").await;
    expect![[r#"
        lør 23:00 silje → bot: #1 kl 17 i stedet
        lør 23:00 bot → silje: Flytte #1 til mandag 23. november kl. 17–19?
              [Ja, endre] [Nei, la det stå]
        lør 23:00 silje presses: [Ja, endre]
        lør 23:00 bot ⇢ silje: (toast) #1 er flyttet til mandag 23. november kl. 17–19.
        lør 23:00 bot → silje: (edited) Flytte #1 til mandag 23. november kl. 17–19?
              Du svarte: Ja, endre
        lør 23:00 bot → silje: #1 er flyttet til mandag 23. november kl. 17–19.
              Det er sent, så jeg spør Kari N. og Ola R. søndag kl. 11 om det fortsatt passer.
        lør 23:00 bot → silje: (edited) #1, mandag 23. november kl. 17–19, er dekket: Kari Nes og Ola Rud fra Fjellvik IL kommer.
              Kari N. har ikke svart på om den nye tiden for #1 passer.
              Ola R. har ikke svart på om den nye tiden for #1 passer.
              [Endre] [Avlys]
        lør 23:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 17–19
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Kari N. og Ola R.
              Én reserve.
              [Stå som reserve] [Kan ikke]
        lør 23:00 ola → bot: #1 kan ikke
        lør 23:00 bot → silje: (edited) #1, mandag 23. november kl. 17–19, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 23:00 bot → ola: (edited) Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
        lør 23:00 bot → ola: Takk for beskjed. Du er tatt av #1, mandag 23. november kl. 17–19. Jeg spør andre.
        lør 23:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 17–19
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2. En reserve er spurt først.
              Kommer: Kari N.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    // A Sunday's quiet hours end at eleven.
    fjellvik.time_passes_until("2026-11-22T10:59:00").await;
    expect![[r#""#]].assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-22T11:01:00").await;
    let morning = fjellvik.transcript();
    assert!(morning.contains("søn 11:00 bot → kari: #1 er flyttet. Ny tid: Snømåking"), "{morning}");
    assert!(!morning.contains("→ ola"), "{morning}");
}

async fn a_cancellation_at_night_waits_for_the_morning(db: Db) {
    let mut fjellvik = snow_on_monday(db).await;
    fjellvik.time_passes_until("2026-11-21T23:00:00").await;
    fjellvik.says("silje", "avlys #1").await;
    fjellvik.presses("silje", "Ja, avlys").await;
    let night = fjellvik.transcript();
    assert!(night.contains("#1 er avlyst. De det gjelder, får beskjed søndag kl. 11"), "{night}");
    assert!(!night.contains("er avlyst. Du trenger ikke å komme"), "{night}");
    fjellvik.time_passes_until("2026-11-22T11:01:00").await;
    let morning = fjellvik.transcript();
    for person in ["kari", "ola"] {
        let told = format!("søn 11:00 bot → {person}: #1, mandag 23. november kl. 16–18, er avlyst.");
        assert!(morning.contains(&told), "{morning}");
    }
    fjellvik.is_at_rest().await;
}

/// Food on Monday at twelve must be covered: in the morning it would be too near.
async fn a_change_at_night_is_told_at_once_where_the_morning_is_too_late(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring mandag kl 12-13 fra Storgata 5, 1 sjåfør").await;
    fjellvik.says("kari", "#1 ja").await;
    fjellvik.time_passes_until("2026-11-22T23:00:00").await;
    fjellvik.says("kari", "kommer").await;
    fjellvik.says("silje", "#1 kl 13 i stedet").await;
    fjellvik.forget();
    fjellvik.presses("silje", "Ja, endre").await;
    expect![[r#"
        søn 23:00 silje presses: [Ja, endre]
        søn 23:00 bot ⇢ silje: (toast) #1 er flyttet til mandag 23. november kl. 13–14.
        søn 23:00 bot → silje: (edited) Flytte #1 til mandag 23. november kl. 13–14?
              Du svarte: Ja, endre
        søn 23:00 bot → silje: #1 er flyttet til mandag 23. november kl. 13–14.
              Jeg spør om det fortsatt passer: Kari N.
        søn 23:00 bot → kari: #1 er flyttet. Ny tid: Matombringing, mandag 23. november kl. 13–14. Passer det fortsatt?
              [Passer fint] [Kan ikke]
        søn 23:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, mandag 23. november kl. 13–14
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              [Stå som reserve] [Kan ikke]
        søn 23:00 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer mandag kl. 12.
              Dette gjelder ikke lenger.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn an_address_is_changed_on_its_page(db: Db) {
    let mut fjellvik = snow_on_monday(db).await;
    fjellvik.says("silje", "#1 adressen er Storgata 7").await;
    expect![[r#"
        lør 10:00 silje → bot: #1 adressen er Storgata 7
        lør 10:00 bot → silje: Adressen på #1 kan du endre her, så den ikke står i chatten:
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
}
