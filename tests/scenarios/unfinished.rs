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
    send_sends_the_one_that_is_spoken_of,
    what_is_not_ready_is_no_note,
    all_of_them,
    one_of_them_by_name,
    two_of_the_same_kind,
    what_was_begun_in_a_group_is_not_forgotten,
    what_is_soon_is_reminded_of_soon,
    whether_somebody_answered_what_was_not_sent,
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

async fn send_sends_the_one_that_is_spoken_of(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.says("silje", "Trenger 1 til matombringing i Torget 2 mandag kl 12-13").await;
    fjellvik.forget();
    fjellvik.says("silje", "send").await;
    fjellvik.says("silje", "ja").await;
    let said = fjellvik.transcript();
    expect![[r#"
        lør 10:00 silje → bot: send
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, mandag 23. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest mandag kl. 12.
        lør 10:00 bot → silje: (edited) Ikke sendt ennå: Snømåking. Det tar vi etterpå.
              Slik forstår jeg behovet:
              Matombringing, én frivillig, mandag 23. november kl. 12–13
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Frivilligsentralen Fjellvik.
              Du får svar uansett, senest mandag kl. 07.
        lør 10:00 bot → silje: Matombringing mandag 23. november, skrevet kl. 10
              Sendt som oppdrag #1. Du får svar senest mandag kl. 07.
              [Se og endre ↗]
        lør 10:00 bot → silje: Så til det neste: Snømåking.
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, mandag 23. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest mandag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 ⌂ fjellvik-il bot: Oppdrag #1: Matombringing, mandag 23. november kl. 12–13
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 silje → bot: ja
        lør 10:00 bot → silje: (edited) Så til det neste: Snømåking.
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, mandag 23. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest mandag kl. 12.
        lør 10:00 bot → silje: Sendt som oppdrag #2. Du får svar senest mandag kl. 12.
              [Se og endre ↗]
        lør 10:00 ⌂ fjellvik-il bot: Oppdrag #2: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&said);
}

async fn what_is_not_ready_is_no_note(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.says("silje", "Trenger 1 til matombringing i Torget 2 på mandag").await;
    fjellvik.forget();
    fjellvik.says("silje", "send").await;
    expect![[r#"
        lør 10:00 silje → bot: send
        lør 10:00 bot → silje: Matombringing mandag 23. november, skrevet kl. 10
              Dette kan ikke sendes ennå: noe mangler.
              Når på dagen? Velg, eller skriv klokkeslettet.
              [kl. 09] [kl. 11] [kl. 13] [kl. 16] [kl. 18]
              [Forkast]
              [Send: Snømåking mandag 23. november, skrevet kl. 10]
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM task").await, 0);
}

async fn all_of_them(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.says("silje", "Trenger 1 til besøk i Torget 2 på mandag").await;
    fjellvik.forget();
    fjellvik.says("silje", "send alle").await;
    fjellvik.says("silje", "forkast alle").await;
    fjellvik.says("silje", "send").await;
    expect![[r#"
        lør 10:00 silje → bot: send alle
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, mandag 23. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest mandag kl. 12.
        lør 10:00 bot → silje: (edited) Ikke sendt ennå: Snømåking. Det tar vi etterpå.
              Når på dagen? Velg, eller skriv klokkeslettet.
        lør 10:00 bot → silje: Snømåking mandag 23. november, skrevet kl. 10
              Sendt som oppdrag #1. Du får svar senest mandag kl. 12.
              [Se og endre ↗]
        lør 10:00 bot → silje: Når på dagen? Velg, eller skriv klokkeslettet.
              [kl. 09] [kl. 11] [kl. 13] [kl. 16] [kl. 18]
              [Forkast]
        lør 10:00 ⌂ fjellvik-il bot: Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 silje → bot: forkast alle
        lør 10:00 bot → silje: (edited) Når på dagen? Velg, eller skriv klokkeslettet.
        lør 10:00 bot → silje: Besøk mandag 23. november, skrevet kl. 10
              Forkastet. Ingenting er sendt, og adressene er slettet.
        lør 10:00 silje → bot: send
        lør 10:00 bot → silje: Det forsto jeg ikke. Skriv «hjelp», så ser du hva jeg kan.
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM task").await, 1);
}

async fn one_of_them_by_name(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.says("silje", "Trenger 1 til matombringing i Torget 2 mandag kl 12-13").await;
    fjellvik.says("silje", "Trenger 1 til besøk i Torget 2 onsdag kl 11").await;
    fjellvik.forget();
    fjellvik.says("silje", "forkast snømåkingen").await;
    fjellvik.says("silje", "send maten").await;
    expect![[r#"
        lør 10:00 silje → bot: forkast snømåkingen
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, mandag 23. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest mandag kl. 12.
        lør 10:00 bot → silje: (edited) Ikke sendt ennå: Matombringing. Det tar vi etterpå.
              Hvor lenge? Velg, eller skriv når det er slutt.
        lør 10:00 bot → silje: Snømåking mandag 23. november, skrevet kl. 10
              Forkastet. Ingenting er sendt, og adressen er slettet.
        lør 10:00 bot → silje: Hvor lenge? Velg, eller skriv når det er slutt.
              [30 min] [1 time] [2 timer] [3 timer]
              [Forkast]
        lør 10:00 silje → bot: send maten
        lør 10:00 bot → silje: (edited) Ikke sendt ennå: Snømåking. Det tar vi etterpå.
              Slik forstår jeg behovet:
              Matombringing, én frivillig, mandag 23. november kl. 12–13
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Frivilligsentralen Fjellvik.
              Du får svar uansett, senest mandag kl. 07.
        lør 10:00 bot → silje: (edited) Hvor lenge? Velg, eller skriv når det er slutt.
        lør 10:00 bot → silje: Matombringing mandag 23. november, skrevet kl. 10
              Sendt som oppdrag #1. Du får svar senest mandag kl. 07.
              [Se og endre ↗]
        lør 10:00 bot → silje: Hvor lenge? Velg, eller skriv når det er slutt.
              [30 min] [1 time] [2 timer] [3 timer]
              [Forkast]
        lør 10:00 ⌂ fjellvik-il bot: Oppdrag #1: Matombringing, mandag 23. november kl. 12–13
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM request WHERE state = 'draft'").await, 1);
}

async fn two_of_the_same_kind(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.time_passes_until("2026-11-21T10:20:00").await;
    fjellvik.says("silje", "Trenger 2 til snømåking i Storgata 9 mandag kl 16-18").await;
    fjellvik.forget();
    fjellvik.says("silje", "send snømåkingen").await;
    fjellvik.says("silje", "send").await;
    expect![[r#"
        lør 10:20 silje → bot: send snømåkingen
        lør 10:20 bot → silje: Hvilket av dem mener du?
              [Snømåking mandag 23. november, skrevet kl. 10]
              [Snømåking mandag 23. november, skrevet kl. 10:20]
        lør 10:20 silje → bot: send
        lør 10:20 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, mandag 23. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest mandag kl. 12.
        lør 10:20 bot → silje: (edited) Ikke sendt ennå: Snømåking. Det tar vi etterpå.
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, mandag 23. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest mandag kl. 12.
        lør 10:20 bot → silje: Snømåking mandag 23. november, skrevet kl. 10:20
              Sendt som oppdrag #1. Du får svar senest mandag kl. 12.
              [Se og endre ↗]
        lør 10:20 bot → silje: Så til det neste: Snømåking mandag 23. november, skrevet kl. 10.
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, mandag 23. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest mandag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:20 ⌂ fjellvik-il bot: Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn what_was_begun_in_a_group_is_not_forgotten(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says_in("hjemmetjenesten", "silje", "/behov 2 til snømåking i Storgata 5 i dag kl 15-16").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-21T11:30:00").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → silje: Dette er ikke sendt ennå."), "{said}");
    // It is gone on with in private.
    fjellvik.says("silje", "kl 14-15").await;
    assert!(fjellvik.transcript().contains("2 frivillige, lørdag 21. november kl. 14–15"));
    fjellvik.time_passes_until("2026-11-21T16:00:00").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → silje: Dette ble aldri sendt, og nå er tiden forbi."), "{said}");
}

async fn what_is_soon_is_reminded_of_soon(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger en til å kjøre ut middag til Storgata 3 i dag kl 11.15").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-21T10:09:00").await;
    assert_eq!(fjellvik.transcript(), "");
    fjellvik.time_passes_until("2026-11-21T10:10:00").await;
    let said = fjellvik.transcript();
    assert!(
        said.contains("lør 10:10 bot → silje: Dette er ikke sendt ennå.") && said.contains("Hvor lenge?"),
        "{said}"
    );
    // Once is enough.
    fjellvik.time_passes_until("2026-11-21T11:14:00").await;
    assert_eq!(fjellvik.transcript(), "");
}

async fn whether_somebody_answered_what_was_not_sent(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 1 til matombringing i Torget 2 mandag kl 12").await;
    fjellvik.forget();
    for words in ["har noen svart?", "status?"] {
        fjellvik.says("silje", words).await;
        let said = fjellvik.transcript();
        assert!(said.contains("bot → silje: Ikke sendt ennå: Matombringing. Ingen er spurt."), "{said}");
        assert!(said.contains("Hvor lenge?"), "{said}");
    }
}
