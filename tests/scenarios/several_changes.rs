//! Several changes in one message, what of it was not understood, and what is dropped: nothing of it goes by in silence.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    both_halves_of_a_change_count,
    counted_from_what_stands,
    what_is_not_understood_can_be_a_note,
    it_stands_so_already,
    more_people_than_a_task_can_have,
    dropped_in_plain_words,
    both_halves_after_it_was_sent,
    a_read_back_need_is_reminded_of_once,
    what_is_not_sent_stands_among_one_s_needs,
    a_note_after_it_was_sent_is_sealed,
    a_note_from_somebody_else_is_refused_and_deleted,
);

async fn drafted(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.forget();
    fjellvik
}

async fn both_halves_of_a_change_count(db: Db) {
    let mut fjellvik = drafted(db).await;
    fjellvik.says("silje", "halv seks i stedet, og bare én").await;
    fjellvik.says("silje", "kl 11 i staden, og ein til").await;
    fjellvik.says("silje", "half past five instead, and only three").await;
    expect![[r#"
        lør 10:00 silje → bot: halv seks i stedet, og bare én
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, én frivillig, søndag 22. november kl. 17:30–19:30
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 13:30.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: kl 11 i staden, og ein til
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, én frivillig, søndag 22. november kl. 17:30–19:30
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 13:30.
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 11–13
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 07.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: half past five instead, and only three
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 11–13
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 07.
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 3 frivillige, søndag 22. november kl. 17:30–19:30
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 13:30.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn counted_from_what_stands(db: Db) {
    let mut fjellvik = drafted(db).await;
    fjellvik.says("silje", "legg på ein halvtime og ta med ein til").await;
    fjellvik.says("silje", "en time senere").await;
    fjellvik.says("silje", "ikke halv fem, men kvart over fem i stedet").await;
    expect![[r#"
        lør 10:00 silje → bot: legg på ein halvtime og ta med ein til
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 3 frivillige, søndag 22. november kl. 16–18:30
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: en time senere
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 3 frivillige, søndag 22. november kl. 16–18:30
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 3 frivillige, søndag 22. november kl. 17–19:30
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 13.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: ikke halv fem, men kvart over fem i stedet
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 3 frivillige, søndag 22. november kl. 17–19:30
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 13.
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 3 frivillige, søndag 22. november kl. 17:15–19:45
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 13:15.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn what_is_not_understood_can_be_a_note(db: Db) {
    let mut fjellvik = drafted(db).await;
    fjellvik.says("silje", "kl 17 i stedet, og ta med strøsand").await;
    fjellvik.says("silje", "og så må de ha med strøsand").await;
    fjellvik.presses("silje", "Legg til som beskjed").await;
    fjellvik.presses_data("silje", "note:1").await;
    fjellvik.says("silje", "tja").await;
    expect![[r#"
        lør 10:00 silje → bot: kl 17 i stedet, og ta med strøsand
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 bot → silje: Noe av det du skrev, forsto jeg ikke. Skal det stå som en beskjed til dem som kommer?
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 17–19
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 13.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
              [Legg til som beskjed]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: og så må de ha med strøsand
        lør 10:00 bot → silje: Det forsto jeg ikke som en endring. Skriv for eksempel «kl. 17 i stedet», «3 stk» eller «legg til: ring på to ganger» – eller bruk knappene.
              Skal det du skrev, stå som en beskjed til dem som kommer?
              [Legg til som beskjed]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje presses: [Legg til som beskjed]
        lør 10:00 bot ⇢ silje: (toast) Notert.
        lør 10:00 bot → silje: (edited) Noe av det du skrev, forsto jeg ikke. Skal det stå som en beskjed til dem som kommer?
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 17–19
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 13.
              Du svarte: Legg til som beskjed
        lør 10:00 bot → silje: (edited) Det forsto jeg ikke som en endring. Skriv for eksempel «kl. 17 i stedet», «3 stk» eller «legg til: ring på to ganger» – eller bruk knappene.
              Skal det du skrev, stå som en beskjed til dem som kommer?
              Du svarte: Legg til som beskjed
        lør 10:00 bot → silje: Lagt til.
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 17–19
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 13.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 silje presses: <note:1>
        lør 10:00 bot ⇢ silje: (toast) Dette finnes ikke lenger.
        lør 10:00 silje → bot: tja
        lør 10:00 bot → silje: Det forsto jeg ikke som en endring. Skriv for eksempel «kl. 17 i stedet», «3 stk» eller «legg til: ring på to ganger» – eller bruk knappene.
              Skal det du skrev, stå som en beskjed til dem som kommer?
              [Legg til som beskjed]
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn it_stands_so_already(db: Db) {
    let mut fjellvik = drafted(db).await;
    fjellvik.says("silje", "fra 16 til 18").await;
    fjellvik.says("silje", "2").await;
    expect![[r#"
        lør 10:00 silje → bot: fra 16 til 18
        lør 10:00 bot → silje: Slik står det allerede.
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: 2
        lør 10:00 bot → silje: Slik står det allerede.
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn more_people_than_a_task_can_have(db: Db) {
    let mut fjellvik = drafted(db).await;
    fjellvik.says("silje", "99 stk").await;
    fjellvik.says("silje", "forkast").await;
    fjellvik.says("silje", "500 stk til snømåking i morgen kl 12-13 i Storgata 5").await;
    fjellvik.says("silje", "glem det").await;
    fjellvik.says("silje", "treng 70 frivillige til snømåking i Storgata 5 måndag kl 12-15").await;
    expect![[r#"
        lør 10:00 silje → bot: 99 stk
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 bot → silje: Ett oppdrag kan ha høyst 50 frivillige. Send resten som et eget behov.
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: forkast
        lør 10:00 bot → silje: (edited) Ett oppdrag kan ha høyst 50 frivillige. Send resten som et eget behov.
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 bot → silje: Forkastet. Ingenting er sendt, og adressen er slettet.
        lør 10:00 silje → bot: 500 stk til snømåking i morgen kl 12-13 i Storgata 5
        lør 10:00 bot → silje: Ett oppdrag kan ha høyst 50 frivillige. Send resten som et eget behov.
              Hvor mange frivillige?
              [1] [2] [3] [4]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: glem det
        lør 10:00 bot → silje: (edited) Ett oppdrag kan ha høyst 50 frivillige. Send resten som et eget behov.
              Hvor mange frivillige?
        lør 10:00 bot → silje: Forkastet. Ingenting er sendt, og adressen er slettet.
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: treng 70 frivillige til snømåking i Storgata 5 måndag kl 12-15
        lør 10:00 bot → silje: Ett oppdrag kan ha høyst 50 frivillige. Send resten som et eget behov.
              Hvor mange frivillige?
              [1] [2] [3] [4]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn dropped_in_plain_words(db: Db) {
    let mut fjellvik = World::new(db).await;
    for words in ["ikke likevel", "nei, gløym det", "never mind", "avlys"] {
        fjellvik.says("silje", "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
        fjellvik.forget();
        fjellvik.says("silje", words).await;
    }
    expect![[r#"
        lør 10:00 silje → bot: avlys
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 bot → silje: Forkastet. Ingenting er sendt, og adressen er slettet.
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT count(*) FROM request WHERE state = 'discarded'").await, 4);
    assert_eq!(fjellvik.count("SELECT count(*) FROM recipient").await, 0);
    fjellvik.is_at_rest().await;
}

async fn both_halves_after_it_was_sent(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.says("silje", "#1 an hour later please, and only one person").await;
    fjellvik.presses("silje", "Ja, endre").await;
    fjellvik.says("silje", "#1 kl 16 i stedet, og ta med strøsand").await;
    fjellvik.says("silje", "#1 70 stk").await;
    fjellvik.says("silje", "#1 kl 17 i stedet").await;
    expect![[r#"
        lør 10:00 silje → bot: #1 an hour later please, and only one person
        lør 10:00 bot → silje: Flytte #1 til mandag 23. november kl. 17–19?
              Endre #1 til én plass?
              [Ja, endre] [Nei, la det stå]
        lør 10:00 silje presses: [Ja, endre]
        lør 10:00 bot ⇢ silje: (toast) #1 er flyttet til mandag 23. november kl. 17–19.
        lør 10:00 bot → silje: (edited) Flytte #1 til mandag 23. november kl. 17–19?
              Endre #1 til én plass?
              Du svarte: Ja, endre
        lør 10:00 bot → silje: #1 er flyttet til mandag 23. november kl. 17–19.
              Du får svar senest mandag kl. 13.
              Greit, nå trengs én på #1.
        lør 10:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 mandag kl. 17. Kan noen ta den?
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 17–19
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 silje → bot: #1 kl 16 i stedet, og ta med strøsand
        lør 10:00 bot → silje: Flytte #1 til mandag 23. november kl. 16–18?
              Noe av det du skrev, forsto jeg ikke, og det er ikke med. Er det en beskjed til dem som kommer, skriv «#1 legg til: …».
              [Ja, endre] [Nei, la det stå]
        lør 10:00 silje → bot: #1 70 stk
        lør 10:00 bot → silje: Ett oppdrag kan ha høyst 50 frivillige. Send resten som et eget behov.
        lør 10:00 silje → bot: #1 kl 17 i stedet
        lør 10:00 bot → silje: Slik står det allerede.
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn a_read_back_need_is_reminded_of_once(db: Db) {
    let mut fjellvik = drafted(db).await;
    fjellvik.time_passes_until("2026-11-22T15:30:00").await;
    expect![[r#"
        lør 11:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 11:00 bot → silje: Dette er ikke sendt ennå. Vil du gjøre det ferdig?
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn what_is_not_sent_stands_among_one_s_needs(db: Db) {
    let mut fjellvik = drafted(db).await;
    fjellvik.says("silje", "mine behov").await;
    fjellvik.says("silje", "besøk hos Olga").await;
    fjellvik.forget();
    fjellvik.says("silje", "mine behov").await;
    expect![[r#"
        lør 10:00 silje → bot: mine behov
        lør 10:00 bot → silje: Ikke sendt ennå: Besøk, søndag 22. november kl. 16–18. Skriv det som mangler, eller trykk Send.
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn a_note_after_it_was_sent_is_sealed(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik.says("silje", "#1 legg til: dørkode 1234, Olga Hansen").await;
    fjellvik.answers("silje", "legg til: hund i gangen").await;
    expect![[r#"
        lør 10:00 silje → bot: #1 legg til: dørkode 1234, Olga Hansen
        lør 10:00 bot → silje: Lagt til på #1. De som kommer, ser det på siden sin, og ingen andre.
        lør 10:00 bot → silje: (deleted)
        lør 10:00 bot → kari: Noe er endret i infoen om #1. Åpne oppdraget på nytt før du drar.
              [Åpne oppdraget ↗]
        lør 10:00 silje → bot (reply): legg til: hund i gangen
        lør 10:00 bot → silje: Lagt til på #1. De som kommer, ser det på siden sin, og ingen andre.
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT count(*) FROM history WHERE what = 'recipient corrected'").await, 2);
}

async fn a_note_from_somebody_else_is_refused_and_deleted(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.says("anne", "#1 legg til: dørkode 1234, Olga Hansen").await;
    fjellvik.says("kari", "#1 legg til: dørkode 1234").await;
    expect![[r#"
        lør 10:00 anne → bot: #1 legg til: dørkode 1234, Olga Hansen
        lør 10:00 bot → anne: Bare Silje Aune, som meldte #1, kan legge til noe der. Jeg har slettet det du skrev.
        lør 10:00 bot → anne: (deleted)
        lør 10:00 kari → bot: #1 legg til: dørkode 1234
        lør 10:00 bot → kari: Jeg er usikker på hva du mente. Kan du ta #1?
              [Jeg kan] [Kan ikke]
              [Feil forstått]
        lør 10:00 bot → kari: (🤔)
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT count(*) FROM history WHERE what = 'recipient corrected'").await, 0);
}
