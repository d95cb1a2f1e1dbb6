//! The town had taken it, and can't after all: people are looked for again with the time that is left, and those who were told otherwise hear of it.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    the_requester_can_t_after_all,
    duty_says_it_and_takes_it_back,
    one_of_two_that_the_town_was_to_send,
    which_of_two,
    once_it_has_begun,
    who_may_not_decide_reopens_nothing,
    one_in_bokmal_is_one,
);

/// Snow on Monday at 16 for two, and nobody comes; the requester has been asked at noon.
async fn nobody_comes(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.time_passes_until("2026-11-23T12:30:00").await;
    fjellvik.forget();
    fjellvik
}

async fn the_requester_can_t_after_all(db: Db) {
    let mut fjellvik = nobody_comes(db).await;
    fjellvik.presses("silje", "Vi gjør det selv").await;
    fjellvik.forget();
    fjellvik.says("silje", "nei vi får det ikke til likevel").await;
    fjellvik.time_passes_until("2026-11-23T15:00:00").await;
    expect![[r#"
        man 12:30 silje → bot: nei vi får det ikke til likevel
        man 12:30 bot → anne: Silje Aune sier at kommunen likevel ikke får til #1: Snømåking, mandag 23. november kl. 16–18. Jeg leter etter 2 igjen, og svaret er lovet senest mandag kl. 15:25.
        man 12:30 bot → bjorn: Silje Aune sier at kommunen likevel ikke får til #1: Snømåking, mandag 23. november kl. 16–18. Jeg leter etter 2 igjen, og svaret er lovet senest mandag kl. 15:25.
        man 12:30 bot → inger: Silje Aune sier at kommunen likevel ikke får til #1: Snømåking, mandag 23. november kl. 16–18. Jeg leter etter 2 igjen, og svaret er lovet senest mandag kl. 15:25.
        man 12:30 bot → silje: Greit, da leter jeg etter 2 til #1 igjen. Du får svar senest mandag kl. 15:25.
              [Vi gjør det selv]
        man 12:30 ⌂ fjellvik-il bot: Det ble 2 plasser ledige på #1 mandag kl. 16. Kan noen ta dem?
        man 12:30 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        man 12:30 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, måndag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 2 av 2

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
        man 12:35 ⌂ nordre-il bot: Det er 2 ledige plassar på #1 måndag kl. 16. Kan nokon?
        man 12:45 bot → eva: Vi mangler folk på #1: Snømåking, mandag 23. november kl. 16–18. Kan du?
              [Ja] [Nei]
        man 12:45 bot → solveig: Vi manglar folk på #1: Snømåking, måndag 23. november kl. 16–18. Kan du?
              [Ja] [Nei]
        man 12:50 bot → anne: #1 mangler 2 av 2: Snømåking, mandag 23. november kl. 16–18.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest mandag kl. 15:25.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        man 13:10 bot → bjorn: #1 mangler 2 av 2: Snømåking, mandag 23. november kl. 16–18.
              Anne Berg fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest mandag kl. 15:25.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        man 13:30 bot → inger: #1 mangler 2 av 2: Snømåking, mandag 23. november kl. 16–18.
              Bjørn Moe har heller ikke svart.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest mandag kl. 15:25.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

async fn duty_says_it_and_takes_it_back(db: Db) {
    let mut fjellvik = nobody_comes(db).await;
    fjellvik.says("anne", "kommunen tar det").await;
    fjellvik.forget();
    fjellvik.says("anne", "avlys #1").await;
    fjellvik.says("anne", "#1 må ha folk likevel").await;
    fjellvik.presses("anne", "Kommunen tar det").await;
    expect![[r#"
        man 12:30 anne → bot: avlys #1
        man 12:30 bot → anne: Kommunen har tatt #1 selv. Får dere det ikke til likevel? Skriv «vi trenger folk likevel», så leter jeg igjen.
        man 12:30 anne → bot: #1 må ha folk likevel
        man 12:30 bot → anne: Greit, da leter jeg etter 2 til #1 igjen. Du får svar senest mandag kl. 15:25.
              [Kommunen tar det]
        man 12:30 bot → bjorn: Anne Berg sier at kommunen likevel ikke får til #1: Snømåking, mandag 23. november kl. 16–18. Jeg leter etter 2 igjen, og svaret er lovet senest mandag kl. 15:25.
        man 12:30 bot → inger: Anne Berg sier at kommunen likevel ikke får til #1: Snømåking, mandag 23. november kl. 16–18. Jeg leter etter 2 igjen, og svaret er lovet senest mandag kl. 15:25.
        man 12:30 ⌂ fjellvik-il bot: Det ble 2 plasser ledige på #1 mandag kl. 16. Kan noen ta dem?
        man 12:30 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        man 12:30 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, måndag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 2 av 2

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
        man 12:30 anne presses: [Kommunen tar det]
        man 12:30 bot ⇢ anne: (toast) Da tar kommunen #1, og du står som den som svarer for det. Ingen flere blir spurt.
        man 12:30 bot → anne: (edited) Greit, da leter jeg etter 2 til #1 igjen. Du får svar senest mandag kl. 15:25.
              Du svarte: Kommunen tar det
        man 12:30 bot → anne: Da tar kommunen #1, og du står som den som svarer for det. Ingen flere blir spurt.
        man 12:30 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Kommunen tar dette selv. Takk til alle som vurderte det!
        man 12:30 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, måndag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for kvar.

              Kommunen tek dette sjølv. Takk til alle som vurderte det!
    "#]].assert_eq(&fjellvik.transcript());
}

async fn one_of_two_that_the_town_was_to_send(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-23T12:30:00").await;
    fjellvik.presses("silje", "Vi stiller selv").await;
    assert_eq!(fjellvik.task(1).await.places, 1);
    fjellvik.forget();
    fjellvik.says("silje", "nei, me har likevel ingen å sende").await;
    expect![[r#"
        man 12:30 silje → bot: nei, me har likevel ingen å sende
        man 12:30 bot → anne: Silje Aune sier at kommunen likevel ikke får til #1: Snømåking, mandag 23. november kl. 16–18. Jeg leter etter én igjen, og svaret er lovet senest mandag kl. 15:25.
        man 12:30 bot → bjorn: Silje Aune sier at kommunen likevel ikke får til #1: Snømåking, mandag 23. november kl. 16–18. Jeg leter etter én igjen, og svaret er lovet senest mandag kl. 15:25.
        man 12:30 bot → inger: Silje Aune sier at kommunen likevel ikke får til #1: Snømåking, mandag 23. november kl. 16–18. Jeg leter etter én igjen, og svaret er lovet senest mandag kl. 15:25.
        man 12:30 bot → silje: Greit, da leter jeg etter én til #1 igjen. Du får svar senest mandag kl. 15:25.
              [Vi stiller selv]
        man 12:30 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 mandag kl. 16. Kan noen ta den?
        man 12:30 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        man 12:30 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, måndag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 1 av 2
              Kjem: Kari N.

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert_eq!((task.places, task.taken()), (2, 1));
}

async fn which_of_two(db: Db) {
    let mut fjellvik = World::new(db).await;
    for need in [
        "Trenger 1 til snømåking i Storgata 5 mandag kl 16-18",
        "Trenger 1 til snømåking i Torget 2 mandag kl 17-18",
    ] {
        fjellvik.asked_for(need).await;
    }
    fjellvik.time_passes_until("2026-11-23T13:30:00").await;
    fjellvik.says("silje", "#1 vi gjør det selv").await;
    fjellvik.says("silje", "#2 vi gjør det selv").await;
    fjellvik.forget();
    fjellvik.says("silje", "vi kan likevel ikke stille").await;
    fjellvik.says("silje", "finn noen andre til #2").await;
    expect![[r#"
        man 13:30 silje → bot: vi kan likevel ikke stille
        man 13:30 bot → silje: Hvilket oppdrag gjelder det?
              [#1 Snømåking, mandag 23. november kl. 16–18]
              [#2 Snømåking, mandag 23. november kl. 17–18]
        man 13:30 silje → bot: finn noen andre til #2
        man 13:30 bot → anne: Silje Aune sier at kommunen likevel ikke får til #2: Snømåking, mandag 23. november kl. 17–18. Jeg leter etter én igjen, og svaret er lovet senest mandag kl. 16:25.
        man 13:30 bot → bjorn: Silje Aune sier at kommunen likevel ikke får til #2: Snømåking, mandag 23. november kl. 17–18. Jeg leter etter én igjen, og svaret er lovet senest mandag kl. 16:25.
        man 13:30 bot → inger: Silje Aune sier at kommunen likevel ikke får til #2: Snømåking, mandag 23. november kl. 17–18. Jeg leter etter én igjen, og svaret er lovet senest mandag kl. 16:25.
        man 13:30 bot → silje: Greit, da leter jeg etter én til #2 igjen. Du får svar senest mandag kl. 16:25.
              [Vi gjør det selv]
        man 13:30 ⌂ fjellvik-il bot: Det ble en plass ledig på #2 mandag kl. 17. Kan noen ta den?
        man 13:30 ⌂ fjellvik-il bot: (edited) Oppdrag #2: Snømåking, mandag 23. november kl. 17–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        man 13:30 ⌂ nordre-il bot: (edited) Oppdrag #2: Snømåking, måndag 23. november kl. 17–18
              Sone Sentrum
              Éin frivillig. 200 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Kan ikkje]
              [Opne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn once_it_has_begun(db: Db) {
    let mut fjellvik = nobody_comes(db).await;
    fjellvik.presses("silje", "Vi gjør det selv").await;
    fjellvik.time_passes_until("2026-11-23T16:05:00").await;
    fjellvik.forget();
    fjellvik.says("silje", "we can't after all").await;
    fjellvik.time_passes_until("2026-11-23T18:30:00").await;
    fjellvik.says("silje", "vi trenger folk likevel").await;
    expect![[r#"
        man 16:05 silje → bot: we can't after all
        man 16:05 bot → anne: Silje Aune sier at kommunen likevel ikke får til #1: Snømåking, mandag 23. november kl. 16–18. Det har begynt og mangler 2. Kan du ringe noen?
        man 16:05 bot → bjorn: Silje Aune sier at kommunen likevel ikke får til #1: Snømåking, mandag 23. november kl. 16–18. Det har begynt og mangler 2. Kan du ringe noen?
        man 16:05 bot → inger: Silje Aune sier at kommunen likevel ikke får til #1: Snømåking, mandag 23. november kl. 16–18. Det har begynt og mangler 2. Kan du ringe noen?
        man 16:05 bot → silje: Greit, #1 står åpent igjen og mangler 2. Det har begynt, så jeg spør ingen nye. Ring gjerne noen du kjenner.
              [Vi gjør det selv]
        man 16:05 bot → silje: #1, mandag 23. november kl. 16–18: oppdraget er i gang eller over, og vi fikk 0 av 2. Beklager at svaret kommer så sent.
              [Vi gjør det selv] [Avlys]
        man 16:05 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        man 16:05 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, måndag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 2 av 2

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
        man 18:00 bot → silje: (edited) Greit, #1 står åpent igjen og mangler 2. Det har begynt, så jeg spør ingen nye. Ring gjerne noen du kjenner.
        man 18:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18: oppdraget er i gang eller over, og vi fikk 0 av 2. Beklager at svaret kommer så sent.
        man 18:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Tiden er ute. Takk til alle som vurderte det.
        man 18:00 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, måndag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for kvar.

              Tida er ute. Takk til alle som vurderte det.
        man 18:30 silje → bot: vi trenger folk likevel
        man 18:30 bot → silje: Det forsto jeg ikke. Skriv «hjelp», så ser du hva jeg kan.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn who_may_not_decide_reopens_nothing(db: Db) {
    let mut fjellvik = nobody_comes(db).await;
    fjellvik.presses("silje", "Vi gjør det selv").await;
    fjellvik.forget();
    fjellvik.says("kari", "vi trenger folk likevel på #1").await;
    fjellvik.presses_data("kari", "again:1").await;
    fjellvik.says("silje", "takk, vi klarer oss likevel").await;
    expect![[r#"
        man 12:30 kari → bot: vi trenger folk likevel på #1
        man 12:30 bot → kari: Kommunen tar #1 selv. Takk likevel!
        man 12:30 kari presses: <again:1>
        man 12:30 bot ⇢ kari: (toast) Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
        man 12:30 silje → bot: takk, vi klarer oss likevel
        man 12:30 bot → silje: Det forsto jeg ikke. Skriv «hjelp», så ser du hva jeg kan.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn one_in_bokmal_is_one(db: Db) {
    let mut fjellvik = nobody_comes(db).await;
    fjellvik.says("silje", "vi stiller med en selv").await;
    expect![[r#"
        man 12:30 silje → bot: vi stiller med en selv
        man 12:30 bot → silje: Endre #1 til én plass?
              [Ja, endre] [Nei, la det stå]
    "#]]
    .assert_eq(&fjellvik.transcript());
}
