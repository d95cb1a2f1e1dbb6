//! Needs that were begun and not sent: none is forgotten without a word, and none is said twice.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    of_two_that_were_begun_both_are_spoken_of,
    what_was_read_back_is_spoken_of_when_its_time_has_come,
    until_is_no_need,
    a_sent_task_is_moved_in_other_words,
);

async fn of_two_that_were_begun_both_are_spoken_of(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 til snømåking i Storgata 5 i dag kl 14-15").await;
    fjellvik.says("silje", "Trenger 1 til snømåking i Storgata 7 mandag kl 16-18").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-21T14:00:00").await;
    expect![[r#"
        lør 11:00 bot → silje: (edited) Ikke sendt ennå: Snømåking. Det tar vi etterpå.
              Slik forstår jeg behovet:
              Snømåking, én frivillig, mandag 23. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest mandag kl. 12.
        lør 11:00 bot → silje: Dette er ikke sendt ennå. Vil du gjøre det ferdig?
              Venter også: Snømåking lørdag 21. november.
              Slik forstår jeg behovet:
              Snømåking, én frivillig, mandag 23. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest mandag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 14:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, lørdag 21. november kl. 14–15
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest lørdag kl. 13:20.
        lør 14:00 bot → silje: Snømåking lørdag 21. november ble aldri sendt, og nå er tiden forbi. Jeg har forkastet det.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn what_was_read_back_is_spoken_of_when_its_time_has_come(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 til snømåking i Storgata 5 i dag kl 14-15").await;
    fjellvik.time_passes_until("2026-11-21T13:00:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-21T15:00:00").await;
    fjellvik.says("silje", "kl 18-19").await;
    fjellvik.time_passes_until("2026-11-21T22:00:00").await;
    expect![[r#"
        lør 14:00 bot → silje: (edited) Dette er ikke sendt ennå. Vil du gjøre det ferdig?
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, lørdag 21. november kl. 14–15
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest lørdag kl. 13:30.
        lør 14:00 bot → silje: Dette ble aldri sendt, og nå er tiden forbi.
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, lørdag 21. november kl. 14–15
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Det tidspunktet er passert. Skriv når det skal være i stedet.
              [Endre] [Forkast]
              [Feil forstått]
              [Se og endre ↗]
        lør 15:00 silje → bot: kl 18-19
        lør 15:00 bot → silje: (edited) Dette ble aldri sendt, og nå er tiden forbi.
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, lørdag 21. november kl. 14–15
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Det tidspunktet er passert. Skriv når det skal være i stedet.
        lør 15:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, lørdag 21. november kl. 18–19
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest lørdag kl. 17:30.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 15:00 bot → silje: (deleted)
        lør 18:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, lørdag 21. november kl. 18–19
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest lørdag kl. 17:30.
        lør 18:00 bot → silje: Dette ble aldri sendt, og nå er tiden forbi.
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, lørdag 21. november kl. 18–19
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Det tidspunktet er passert. Skriv når det skal være i stedet.
              [Endre] [Forkast]
              [Feil forstått]
              [Se og endre ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn until_is_no_need(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "til kl 18").await;
    fjellvik.says("anne", "til halv seks").await;
    expect![[r#"
        lør 10:00 silje → bot: til kl 18
        lør 10:00 bot → silje: Det forsto jeg ikke. Skriv «hjelp», så ser du hva jeg kan.
        lør 10:00 anne → bot: til halv seks
        lør 10:00 bot → anne: Det forsto jeg ikke. Skriv «hjelp», så ser du hva jeg kan.
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn a_sent_task_is_moved_in_other_words(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.forget();
    for words in [
        "#1 flyttes til klokka 17",
        "#1 blir flytta til klokka 17",
        "#1 er flyttet til tirsdag",
        "#1 is moved to 5pm",
    ] {
        fjellvik.says("silje", words).await;
    }
    expect![[r#"
        lør 10:00 silje → bot: #1 flyttes til klokka 17
        lør 10:00 bot → silje: Flytte #1 til mandag 23. november kl. 17–19?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 silje → bot: #1 blir flytta til klokka 17
        lør 10:00 bot → silje: Flytte #1 til mandag 23. november kl. 17–19?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 silje → bot: #1 er flyttet til tirsdag
        lør 10:00 bot → silje: Flytte #1 til tirsdag 24. november kl. 16–18?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 silje → bot: #1 is moved to 5pm
        lør 10:00 bot → silje: Flytte #1 til mandag 23. november kl. 17–19?
              [Ja, endre] [Nei, la det stå]
    "#]]
    .assert_eq(&fjellvik.transcript());
}
