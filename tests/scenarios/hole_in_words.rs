//! Whoever was told of a hole answers in words of their own: they mean the buttons, whatever else is being talked of.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    taken_until_a_time_at_once,
    taken_in_nynorsk_and_in_english,
    taken_as_a_reply_and_by_number,
    the_time_is_changed_afterwards,
    the_answer_is_moved_in_words,
    another_club_is_asked_in_words,
    the_town_takes_it_in_words,
    cancelled_in_one_word,
    an_open_draft_does_not_swallow_it,
    a_draft_is_still_answered,
    somebody_who_was_not_told_is_asked_which,
    an_offer_of_a_part_is_accepted_in_words,
    the_requester_s_two_ways_out_in_words,
    put_in_by_name_without_a_number,
    words_after_a_no_show,
);

/// Bjørn has been told that both places are empty; the answer is promised at 12.
async fn told(db: Db) -> World {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:05:00").await;
    fjellvik.forget();
    fjellvik
}

async fn taken_until_a_time_at_once(db: Db) {
    let mut fjellvik = told(db).await;
    fjellvik.says("bjorn", "jeg tar det til kvart over elleve").await;
    fjellvik.time_passes_until("2026-11-22T11:20:00").await;
    expect![[r#"
        søn 10:05 bjorn → bot: jeg tar det til kvart over elleve
        søn 10:05 bot → bjorn: Du tar #1. Jeg er stille til søndag kl. 11:15 og spør igjen hvis det fortsatt mangler folk.
        søn 11:15 bot → bjorn: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn taken_in_nynorsk_and_in_english(db: Db) {
    let mut fjellvik = told(db).await;
    fjellvik.says("bjorn", "eg tek det til kvart over elleve").await;
    assert!(fjellvik.task(1).await.held.is_some());
    fjellvik.says("bjorn", "/sprak english").await;
    fjellvik.says("bjorn", "I'll take it until half past eleven").await;
    fjellvik.says("bjorn", "extend the deadline").await;
    expect![[r#"
        søn 10:05 bjorn → bot: eg tek det til kvart over elleve
        søn 10:05 bot → bjorn: Du tar #1. Jeg er stille til søndag kl. 11:15 og spør igjen hvis det fortsatt mangler folk.
        søn 10:05 bjorn → bot: /sprak english
        søn 10:05 bot → bjorn: I will write in English.
        søn 10:05 bjorn → bot: I'll take it until half past eleven
        søn 10:05 bot → bjorn: #1 is yours. I will stay quiet until Sunday 11:30 and ask again if people are still missing.
        søn 10:05 bjorn → bot: extend the deadline
        søn 10:05 bot → bjorn: The answer on #1 is promised by Sunday 12:00. To when should I move it? Choose, or write the time.
              [Until 12:30] [Until 13:00] [Until 14:00]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn taken_as_a_reply_and_by_number(db: Db) {
    let mut fjellvik = told(db).await;
    fjellvik.answers("bjorn", "eg tek det til kvart over elleve").await;
    fjellvik.says("bjorn", "eg tek #1 til halv tolv").await;
    fjellvik.says("bjorn", "jeg ordner det").await;
    expect![[r#"
        søn 10:05 bjorn → bot (reply): eg tek det til kvart over elleve
        søn 10:05 bot → bjorn: Du tar #1. Jeg er stille til søndag kl. 11:15 og spør igjen hvis det fortsatt mangler folk.
        søn 10:05 bjorn → bot: eg tek #1 til halv tolv
        søn 10:05 bot → bjorn: Du tar #1. Jeg er stille til søndag kl. 11:30 og spør igjen hvis det fortsatt mangler folk.
        søn 10:05 bjorn → bot: jeg ordner det
        søn 10:05 bot → bjorn: Fint, du tar #1. Hvor lenge skal jeg være stille?
              [Til kl. 10:45] [Til kl. 11:15] [Til kl. 12:15]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.moved_at, None);
}

async fn the_time_is_changed_afterwards(db: Db) {
    let mut fjellvik = told(db).await;
    fjellvik.says("bjorn", "tar det").await;
    fjellvik.says("bjorn", "til kl 11").await;
    fjellvik.says("bjorn", "til halv tolv").await;
    expect![[r#"
        søn 10:05 bjorn → bot: tar det
        søn 10:05 bot → bjorn: Fint, du tar #1. Hvor lenge skal jeg være stille?
              [Til kl. 10:45] [Til kl. 11:15] [Til kl. 12:15]
        søn 10:05 bjorn → bot: til kl 11
        søn 10:05 bot → bjorn: Du tar #1. Jeg er stille til søndag kl. 11 og spør igjen hvis det fortsatt mangler folk.
        søn 10:05 bjorn → bot: til halv tolv
        søn 10:05 bot → bjorn: Du tar #1. Jeg er stille til søndag kl. 11:30 og spør igjen hvis det fortsatt mangler folk.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn the_answer_is_moved_in_words(db: Db) {
    let mut fjellvik = told(db).await;
    fjellvik.says("bjorn", "utsett svaret til halv ett").await;
    fjellvik.presses_data("bjorn", "extend:1").await;
    // Something else is answered in between; the question stands.
    fjellvik.presses_data("bjorn", "cancel:1").await;
    fjellvik.says("bjorn", "nei, la det stå").await;
    fjellvik.says("bjorn", "til kl 14").await;
    expect![[r#"
        søn 10:05 bjorn → bot: utsett svaret til halv ett
        søn 10:05 bot → bjorn: Svaret om #1 er flyttet til søndag kl. 12:30, og den som meldte behovet, har fått beskjed.
        søn 10:05 bot → silje: Svaret om #1 kommer litt senere enn lovet: senest søndag kl. 12:30. Jeg leter videre.
        søn 10:05 bjorn presses: <extend:1>
        søn 10:05 bot ⇢ bjorn: (toast) Svaret om #1 er lovet senest søndag kl. 12:30. Til når skal jeg flytte det? Velg, eller skriv klokkeslettet.
        søn 10:05 bot → bjorn: Svaret om #1 er lovet senest søndag kl. 12:30. Til når skal jeg flytte det? Velg, eller skriv klokkeslettet.
              [Til kl. 13] [Til kl. 13:30] [Til kl. 14:30]
        søn 10:05 bjorn presses: <cancel:1>
        søn 10:05 bot ⇢ bjorn: (toast) Avlyse #1? Ingen er påmeldt.
        søn 10:05 bot → bjorn: Avlyse #1? Ingen er påmeldt.
              [Ja, avlys] [Nei, la det stå]
        søn 10:05 bjorn → bot: nei, la det stå
        søn 10:05 bot → bjorn: (edited) Avlyse #1? Ingen er påmeldt.
              Du svarte: Nei, la det stå
        søn 10:05 bot → bjorn: Greit, #1 står som før.
        søn 10:05 bjorn → bot: til kl 14
        søn 10:05 bot → bjorn: Svaret om #1 er flyttet til søndag kl. 14, og den som meldte behovet, har fått beskjed.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn another_club_is_asked_in_words(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 i dag kl 14-16").await;
    fjellvik.presses_data("bjorn", "hold:1").await;
    fjellvik.says("bjorn", "spør et annet lag").await;
    fjellvik.says("bjorn", "spør hva som helst").await;
    expect![[r#"
        lør 10:00 bjorn presses: <hold:1>
        lør 10:00 bot ⇢ bjorn: (toast) Fint, du tar #1. Hvor lenge skal jeg være stille?
        lør 10:00 bot → bjorn: Fint, du tar #1. Hvor lenge skal jeg være stille?
              [Til kl. 10:30] [Til kl. 11] [Til kl. 12]
        lør 10:00 bjorn → bot: spør et annet lag
        lør 10:00 bot → bjorn: Nordre IL er spurt om #1.
        lør 10:00 ⌂ nordre-il bot: Oppdrag #1: Snømåking, laurdag 21. november kl. 14–16
              Sone Sentrum
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 2 av 2

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
        lør 10:00 bjorn → bot: spør hva som helst
        lør 10:00 bot → bjorn: Det forsto jeg ikke. Skriv «hjelp», så ser du hva jeg kan.
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn the_town_takes_it_in_words(db: Db) {
    let mut fjellvik = told(db).await;
    fjellvik.says("bjorn", "kommunen tar det ikke").await;
    fjellvik.says("bjorn", "kommunen tek det sjølv").await;
    expect![[r#"
        søn 10:05 bjorn → bot: kommunen tar det ikke
        søn 10:05 bot → bjorn: Det forsto jeg ikke. Gjelder det #1, velg her, eller skriv det som står på en knapp:
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 10:05 bjorn → bot: kommunen tek det sjølv
        søn 10:05 bot → bjorn: (edited) #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Du svarte: Kommunen tar det
        søn 10:05 bot → bjorn: (edited) Det forsto jeg ikke. Gjelder det #1, velg her, eller skriv det som står på en knapp:
              Du svarte: Kommunen tar det
        søn 10:05 bot → bjorn: Da tar kommunen #1, og du står som den som svarer for det. Ingen flere blir spurt.
        søn 10:05 bot → silje: Kommunen tar #1 selv: Snømåking, søndag 22. november kl. 16–18. Bjørn Moe svarer for det.
        søn 10:05 bot → eva: (edited) Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Kommunen tar #1 selv. Takk likevel!
        søn 10:05 bot → solveig: (edited) Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Kommunen tek #1 sjølv. Takk likevel!
        søn 10:05 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Kommunen tar dette selv. Takk til alle som vurderte det!
        søn 10:05 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Kommunen tek dette sjølv. Takk til alle som vurderte det!
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn cancelled_in_one_word(db: Db) {
    let mut fjellvik = told(db).await;
    fjellvik.says("bjorn", "avlys").await;
    fjellvik.says("bjorn", "nei").await;
    fjellvik.says("bjorn", "cancel").await;
    expect![[r#"
        søn 10:05 bjorn → bot: avlys
        søn 10:05 bot → bjorn: Avlyse #1? Ingen er påmeldt.
              [Ja, avlys] [Nei, la det stå]
        søn 10:05 bjorn → bot: nei
        søn 10:05 bot → bjorn: (edited) Avlyse #1? Ingen er påmeldt.
              Du svarte: Nei, la det stå
        søn 10:05 bot → bjorn: Greit, #1 står som før.
        søn 10:05 bjorn → bot: cancel
        søn 10:05 bot → bjorn: Avlyse #1? Ingen er påmeldt.
              [Ja, avlys] [Nei, la det stå]
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn an_open_draft_does_not_swallow_it(db: Db) {
    let mut fjellvik = told(db).await;
    fjellvik.says("bjorn", "snømåking i Storgata 5").await;
    fjellvik.says("bjorn", "2").await;
    fjellvik.says("bjorn", "mandag").await;
    fjellvik.says("bjorn", "kl 18").await;
    fjellvik.says("bjorn", "forleng fristen").await;
    fjellvik.says("bjorn", "jeg tar det til kl 11").await;
    expect![[r#"
        søn 10:05 bjorn → bot: snømåking i Storgata 5
        søn 10:05 bot → bjorn: Hvilken dag?
              [I dag] [I morgen]
              [tirsdag 24. november] [onsdag 25. november] [torsdag 26. november]
              [Forkast]
        søn 10:05 bot → bjorn: (deleted)
        søn 10:05 bjorn → bot: 2
        søn 10:05 bot → bjorn: (edited) Hvilken dag?
        søn 10:05 bot → bjorn: Når på dagen? Velg, eller skriv klokkeslettet.
              [kl. 09] [kl. 11] [kl. 13] [kl. 16] [kl. 18]
              [Forkast]
        søn 10:05 bot → bjorn: (deleted)
        søn 10:05 bjorn → bot: mandag
        søn 10:05 bot → bjorn: (edited) Når på dagen? Velg, eller skriv klokkeslettet.
        søn 10:05 bot → bjorn: Notert.
              Når på dagen? Velg, eller skriv klokkeslettet.
              [kl. 09] [kl. 11] [kl. 13] [kl. 16] [kl. 18]
              [Forkast]
        søn 10:05 bot → bjorn: (deleted)
        søn 10:05 bjorn → bot: kl 18
        søn 10:05 bot → bjorn: (edited) Notert.
              Når på dagen? Velg, eller skriv klokkeslettet.
              Du svarte: kl. 18
        søn 10:05 bot → bjorn: Hvor lenge? Velg, eller skriv når det er slutt.
              [30 min] [1 time] [2 timer] [3 timer]
              [Forkast]
        søn 10:05 bjorn → bot: forleng fristen
        søn 10:05 bot → bjorn: Svaret om #1 er lovet senest søndag kl. 12. Til når skal jeg flytte det? Velg, eller skriv klokkeslettet.
              [Til kl. 12:30] [Til kl. 13] [Til kl. 14]
        søn 10:05 bjorn → bot: jeg tar det til kl 11
        søn 10:05 bot → bjorn: Du tar #1. Jeg er stille til søndag kl. 11 og spør igjen hvis det fortsatt mangler folk.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn a_draft_is_still_answered(db: Db) {
    let mut fjellvik = told(db).await;
    fjellvik.says("bjorn", "2 til snømåking i Storgata 5 mandag").await;
    fjellvik.says("bjorn", "kl 16").await;
    fjellvik.says("bjorn", "til kl 18").await;
    fjellvik.says("bjorn", "til kl 19").await;
    expect![[r#"
        søn 10:05 bjorn → bot: 2 til snømåking i Storgata 5 mandag
        søn 10:05 bot → bjorn: Når på dagen? Velg, eller skriv klokkeslettet.
              [kl. 09] [kl. 11] [kl. 13] [kl. 16] [kl. 18]
              [Forkast]
        søn 10:05 bot → bjorn: (deleted)
        søn 10:05 bjorn → bot: kl 16
        søn 10:05 bot → bjorn: (edited) Når på dagen? Velg, eller skriv klokkeslettet.
              Du svarte: kl. 16
        søn 10:05 bot → bjorn: Hvor lenge? Velg, eller skriv når det er slutt.
              [30 min] [1 time] [2 timer] [3 timer]
              [Forkast]
        søn 10:05 bjorn → bot: til kl 18
        søn 10:05 bot → bjorn: (edited) Hvor lenge? Velg, eller skriv når det er slutt.
        søn 10:05 bot → bjorn: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, mandag 23. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest mandag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        søn 10:05 bot → bjorn: (deleted)
        søn 10:05 bjorn → bot: til kl 19
        søn 10:05 bot → bjorn: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, mandag 23. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest mandag kl. 12.
        søn 10:05 bot → bjorn: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, mandag 23. november kl. 16–19
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest mandag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        søn 10:05 bot → bjorn: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert!(fjellvik.task(1).await.held.is_none());
}

async fn somebody_who_was_not_told_is_asked_which(db: Db) {
    let mut fjellvik = told(db).await;
    fjellvik.says("anne", "kommunen tar det").await;
    fjellvik.says("anne", "ja").await;
    expect![[r#"
        søn 10:05 anne → bot: kommunen tar det
        søn 10:05 bot → anne: Gjelder det dette?
              [#1 Snømåking, søndag 22. november kl. 16–18]
        søn 10:05 anne → bot: ja
        søn 10:05 bot → anne: (edited) Gjelder det dette?
              Du svarte: #1 Snømåking, søndag 22. november kl. 16–18
        søn 10:05 bot → anne: Da tar kommunen #1, og du står som den som svarer for det. Ingen flere blir spurt.
        søn 10:05 bot → bjorn: (edited) #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Anne Berg har ordnet dette.
        søn 10:05 bot → bjorn: Kommunen tar #1 selv: Snømåking, søndag 22. november kl. 16–18. Anne Berg svarer for det.
        søn 10:05 bot → silje: Kommunen tar #1 selv: Snømåking, søndag 22. november kl. 16–18. Anne Berg svarer for det.
        søn 10:05 bot → eva: (edited) Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Kommunen tar #1 selv. Takk likevel!
        søn 10:05 bot → solveig: (edited) Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Kommunen tek #1 sjølv. Takk likevel!
        søn 10:05 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Kommunen tar dette selv. Takk til alle som vurderte det!
        søn 10:05 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Kommunen tek dette sjølv. Takk til alle som vurderte det!
    "#]].assert_eq(&fjellvik.transcript());
}

async fn an_offer_of_a_part_is_accepted_in_words(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "jeg kan fra fem").await;
    for _ in 0..3 {
        fjellvik.says("bjorn", "vakt").await;
    }
    fjellvik.forget();
    fjellvik.says("bjorn", "godta").await;
    expect![[r#"
        lør 10:00 bjorn → bot: godta
        lør 10:00 bot → bjorn: (edited) Kari Nes kan ta #1 fra kl. 17 (oppdraget er søndag 22. november kl. 16–18).
              Du svarte: Godta
        lør 10:00 bot → bjorn: Kari Nes har plass på #1 og har fått beskjed.
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 17–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Kari N. (17:00–18:00)

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn the_requester_s_two_ways_out_in_words(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T12:05:00").await;
    fjellvik.forget();
    fjellvik.says("silje", "det holder ikke, vi må være to").await;
    fjellvik.says("silje", "det held ikkje, me må vere to. me stiller ein sjølve").await;
    expect![[r#"
        søn 12:05 silje → bot: det holder ikke, vi må være to
        søn 12:05 bot → silje: Det forsto jeg ikke. Gjelder det #1, velg her, eller skriv det som står på en knapp:
              [Holder] [Vi stiller selv]
        søn 12:05 silje → bot: det held ikkje, me må vere to. me stiller ein sjølve
        søn 12:05 bot → anne: (edited) #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Silje Aune har ordnet dette.
        søn 12:05 bot → bjorn: (edited) #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Silje Aune har ordnet dette.
        søn 12:05 bot → inger: (edited) #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Silje Aune har ordnet dette.
        søn 12:05 bot → silje: (edited) #1, søndag 22. november kl. 16–18: vi fikk 1 av 2. Kari Nes fra Fjellvik IL kommer. Holder det, eller stiller dere med resten selv?
              Dette er ordnet.
        søn 12:05 bot → silje: (edited) Det forsto jeg ikke. Gjelder det #1, velg her, eller skriv det som står på en knapp:
              Dette er ordnet.
        søn 12:05 bot → silje: Greit, dere fyller den siste plassen på #1.
        søn 12:05 bot → eva: (edited) Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        søn 12:05 bot → solveig: (edited) Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Det trengst ikkje fleire på #1 no. Takk for at du stod klar!
        søn 12:05 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              [Stå som reserve] [Kan ikke]
        søn 12:05 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              Éin frivillig. 200 kr til laget.

              Dekt, takk!
              Kjem: Kari N.
              [Stå som reserve] [Kan ikkje]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn put_in_by_name_without_a_number(db: Db) {
    let mut fjellvik = told(db).await;
    fjellvik.says("bjorn", "sett inn Lars").await;
    fjellvik.says("bjorn", "sett inn Ola").await;
    expect![[r#"
        søn 10:05 bjorn → bot: sett inn Lars
        søn 10:05 bot → bjorn: Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              [Lars Bakke]
        søn 10:05 bjorn → bot: sett inn Ola
        søn 10:05 bot → bjorn: Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              [Ola Rud]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn words_after_a_no_show(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 15-16, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T15:21:00").await;
    fjellvik.forget();
    fjellvik.says("bjorn", "eg tek det").await;
    fjellvik.presses("bjorn", "Kari N. er i gang").await;
    expect![[r#"
        søn 15:21 bjorn → bot: eg tek det
        søn 15:21 bot → bjorn: Det forsto jeg ikke. Gjelder det #1, velg her, eller skriv det som står på en knapp:
              [Kari N. er i gang] [Kari N. kom ikke]
        søn 15:21 bjorn presses: [Kari N. er i gang]
        søn 15:21 bot ⇢ bjorn: (toast) Notert: Kari N. er i gang med #1.
        søn 15:21 bot → bjorn: (edited) Jeg har ikke hørt fra Kari N. om at #1 er i gang: Matombringing, søndag kl. 15.
              Du svarte: Kari N. er i gang
        søn 15:21 bot → bjorn: (edited) Det forsto jeg ikke. Gjelder det #1, velg her, eller skriv det som står på en knapp:
              Du svarte: Kari N. er i gang
        søn 15:21 bot → bjorn: Notert: Kari N. er i gang med #1.
        søn 15:21 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1 nå: ingen har meldt at de er kommet, og det skulle begynt søndag kl. 15.
              Dette gjelder ikke lenger.
    "#]].assert_eq(&fjellvik.transcript());
}
