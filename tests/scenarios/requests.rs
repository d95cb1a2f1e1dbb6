//! Scene 1: a need becomes a task.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    a_day_that_is_over_this_year_is_asked_about,
    what_is_past_is_said_and_not_offered,
    a_task_of_next_year_says_so,
    sent_at_night_says_when_the_group_sees_it,
    nobody_is_wanted_for_nothing,
    half_asked_it_is_reminded_of_once,
    a_need_that_waited_too_long_is_over,
    staff_see_what_they_have_asked_for,
    a_need_becomes_a_task,
    it_is_changed_in_plain_words,
    it_is_discarded,
    send_counts_once_and_for_what_is_shown,
    two_drafts_do_not_mix,
    a_need_begun_over_another_waits_for_its_turn,
    what_must_be_covered_has_an_address,
    long_and_strange_words_are_kept,
    the_dry_run_tells_what_will_happen,
    the_same_in_nynorsk,
    the_same_in_english,
);

async fn a_need_becomes_a_task(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18, spade finnes").await;
    fjellvik.presses("silje", "Hva skjer hvis ingen svarer?").await;
    fjellvik.presses("silje", "Send").await;
    expect![[r#"
        lør 10:00 silje → bot: Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18, spade finnes
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje presses: [Hva skjer hvis ingen svarer?]
        lør 10:00 bot ⇢ silje: (toast) 
        lør 10:00 bot → silje: Hvis ingen svarer, skjer dette:
              lørdag kl. 10: Fjellvik IL blir spurt.
              lørdag kl. 18: én påminnelse i gruppa.
              lørdag kl. 20: Nordre IL blir spurt.
              lørdag kl. 20:55: de som har sagt at de kan stå klare, blir spurt.
              søndag kl. 10: Bjørn Moe, som har vakt, får beskjed.
              søndag kl. 10:20: stedfortreder Anne Berg, hvis vakten ikke svarer.
              søndag kl. 10:40: Inger Holt, kommunens kontakt, hvis ingen av dem svarer.
              søndag kl. 12: du får svar uansett.
        lør 10:00 silje presses: [Send]
        lør 10:00 bot ⇢ silje: (toast) Sendt som oppdrag #1.
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 bot → silje: Sendt som oppdrag #1. Du får svar senest søndag kl. 12.
              [Se og endre ↗]
        lør 10:00 ⌂ fjellvik-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

const NEED: &str = "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18, spade finnes";

async fn it_is_changed_in_plain_words(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", NEED).await;
    fjellvik.forget();
    fjellvik.presses("silje", "Endre").await;
    fjellvik.says("silje", "kl 17 i stedet").await;
    fjellvik.says("silje", "3 stk").await;
    fjellvik.says("silje", "legg til: ring på to ganger hos naboen i Øvrebygdvegen").await;
    fjellvik.answers("silje", "på tirsdag").await;
    fjellvik.says("silje", "en time").await;
    fjellvik.says("silje", "Bakkevegen 3").await;
    expect![[r#"
        lør 10:00 silje presses: [Endre]
        lør 10:00 bot ⇢ silje: (toast) 
        lør 10:00 bot → silje: Skriv hva som skal endres, for eksempel «kl. 17 i stedet», «3 stk» eller «legg til: ring på to ganger».
        lør 10:00 silje → bot: kl 17 i stedet
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 17–19
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 13.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: 3 stk
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 17–19
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 13.
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 3 frivillige, søndag 22. november kl. 17–19
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 13.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: legg til: ring på to ganger hos naboen i Øvrebygdvegen
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 3 frivillige, søndag 22. november kl. 17–19
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 13.
        lør 10:00 bot → silje: Lagt til.
              Slik forstår jeg behovet:
              Snømåking, 3 frivillige, søndag 22. november kl. 17–19
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 13.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot (reply): på tirsdag
        lør 10:00 bot → silje: (edited) Lagt til.
              Slik forstår jeg behovet:
              Snømåking, 3 frivillige, søndag 22. november kl. 17–19
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 13.
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 3 frivillige, tirsdag 24. november kl. 17–19
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest tirsdag kl. 13.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: en time
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 3 frivillige, tirsdag 24. november kl. 17–19
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest tirsdag kl. 13.
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 3 frivillige, tirsdag 24. november kl. 17–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest tirsdag kl. 13.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: Bakkevegen 3
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 3 frivillige, tirsdag 24. november kl. 17–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest tirsdag kl. 13.
        lør 10:00 bot → silje: Adressen er byttet.
              Slik forstår jeg behovet:
              Snømåking, 3 frivillige, tirsdag 24. november kl. 17–18
              Sone Øvrebygda (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest tirsdag kl. 13.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn it_is_discarded(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", NEED).await;
    fjellvik.forget();
    fjellvik.presses("silje", "Forkast").await;
    fjellvik.presses_data("silje", "discard:1").await;
    fjellvik.presses_data("silje", "send:1:1").await;
    fjellvik.says("silje", "send").await;
    fjellvik.answers("silje", "3 stk").await;
    expect![[r#"
        lør 10:00 silje presses: [Forkast]
        lør 10:00 bot ⇢ silje: (toast) 
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 bot → silje: Forkastet. Ingenting er sendt, og adressen er slettet.
        lør 10:00 silje presses: <discard:1>
        lør 10:00 bot ⇢ silje: (toast) Dette behovet er sendt eller forkastet. Skriv gjerne et nytt.
        lør 10:00 silje presses: <send:1:1>
        lør 10:00 bot ⇢ silje: (toast) Dette behovet er sendt eller forkastet. Skriv gjerne et nytt.
        lør 10:00 silje → bot: send
        lør 10:00 bot → silje: Det forsto jeg ikke. Skriv «hjelp», så ser du hva jeg kan.
        lør 10:00 silje → bot (reply): 3 stk
        lør 10:00 bot → silje: Det forsto jeg ikke. Skriv «hjelp», så ser du hva jeg kan.
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM recipient").await, 0);
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM task").await, 0);
    fjellvik.is_at_rest().await;
}

async fn send_counts_once_and_for_what_is_shown(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", NEED).await;
    let (_, send_two) = fjellvik.button("p:silje", "Send");
    fjellvik.says("silje", "3 stk").await;
    fjellvik.forget();
    fjellvik.presses_data("silje", &send_two).await;
    expect![[r#"
        lør 10:00 silje presses: <send:1:1>
        lør 10:00 bot ⇢ silje: (toast) Behovet er endret siden. Se den nyeste meldingen.
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 3 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    let (_, send_three) = fjellvik.button("p:silje", "Send");
    fjellvik.presses("silje", "Send").await;
    fjellvik.forget();
    fjellvik.presses_data("silje", &send_three).await;
    fjellvik.presses_data("silje", &send_two).await;
    expect![[r#"
        lør 10:00 silje presses: <send:1:2>
        lør 10:00 bot ⇢ silje: (toast) Det er sendt allerede, som oppdrag #1.
        lør 10:00 silje presses: <send:1:1>
        lør 10:00 bot ⇢ silje: (toast) Det er sendt allerede, som oppdrag #1.
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM task").await, 1);
    assert_eq!(fjellvik.task(1).await.places, 3);
    fjellvik.is_at_rest().await;
}

async fn a_need_begun_over_another_waits_for_its_turn(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger folk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.says("silje", "En til å handle på Torget på mandag kl 10-11").await;
    fjellvik.presses("silje", "Send").await;
    fjellvik.says("silje", "2 stk").await;
    fjellvik.presses("silje", "Forkast").await;
    expect![[r#"
        lør 10:00 silje → bot: Trenger folk til snømåking i Storgata 5 i morgen kl 16-18
        lør 10:00 bot → silje: Hvor mange frivillige?
              [1] [2] [3] [4]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: En til å handle på Torget på mandag kl 10-11
        lør 10:00 bot → silje: Ikke sendt ennå: Snømåking. Det tar vi etterpå.
              Slik forstår jeg behovet:
              Handletur, én frivillig, mandag 23. november kl. 10–11
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Frivilligsentralen Fjellvik.
              Du får svar uansett, senest søndag kl. 20:55.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje presses: [Send]
        lør 10:00 bot ⇢ silje: (toast) Sendt som oppdrag #1.
        lør 10:00 bot → silje: (edited) Hvor mange frivillige?
        lør 10:00 bot → silje: (edited) Ikke sendt ennå: Snømåking. Det tar vi etterpå.
              Slik forstår jeg behovet:
              Handletur, én frivillig, mandag 23. november kl. 10–11
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Frivilligsentralen Fjellvik.
              Du får svar uansett, senest søndag kl. 20:55.
        lør 10:00 bot → silje: Sendt som oppdrag #1. Du får svar senest søndag kl. 20:55.
              [Se og endre ↗]
        lør 10:00 bot → silje: Så til det neste: Snømåking.
              Hvor mange frivillige?
              [1] [2] [3] [4]
              [Forkast]
        lør 10:00 ⌂ frivilligsentralen bot: Oppdrag #1: Handletur, mandag 23. november kl. 10–11
              Sone Sentrum
              Én frivillig.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 silje → bot: 2 stk
        lør 10:00 bot → silje: (edited) Så til det neste: Snømåking.
              Hvor mange frivillige?
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje presses: [Forkast]
        lør 10:00 bot ⇢ silje: (toast) 
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
        lør 10:00 bot → silje: Forkastet. Ingenting er sendt, og adressen er slettet.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn what_must_be_covered_has_an_address(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Matkjøring mandag kl 11-12, 1 sjåfør").await;
    fjellvik.says("silje", "kl 11.30").await;
    fjellvik.says("silje", "hent på kjøkkenet, så rett over gata").await;
    fjellvik.presses("silje", "Sentrum").await;
    expect![[r#"
        lør 10:00 silje → bot: Matkjøring mandag kl 11-12, 1 sjåfør
        lør 10:00 bot → silje: Hvor er det? Skriv adressen, eller hvor de skal hente og bringe. Bare de som kommer, ser den.
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: kl 11.30
        lør 10:00 bot → silje: (edited) Hvor er det? Skriv adressen, eller hvor de skal hente og bringe. Bare de som kommer, ser den.
        lør 10:00 bot → silje: Notert.
              Hvor er det? Skriv adressen, eller hvor de skal hente og bringe. Bare de som kommer, ser den.
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: hent på kjøkkenet, så rett over gata
        lør 10:00 bot → silje: (edited) Notert.
              Hvor er det? Skriv adressen, eller hvor de skal hente og bringe. Bare de som kommer, ser den.
        lør 10:00 bot → silje: Adressen er lagret, men jeg vet ikke hvilken sone den ligger i. Hvilken?
              [Sentrum] [Øvrebygda]
              [Nordre]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje presses: [Sentrum]
        lør 10:00 bot ⇢ silje: (toast) Notert.
        lør 10:00 bot → silje: (edited) Adressen er lagret, men jeg vet ikke hvilken sone den ligger i. Hvilken?
              Du svarte: Sentrum
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Matombringing, én frivillig, mandag 23. november kl. 11:30–12:30
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Frivilligsentralen Fjellvik.
              Du får svar uansett, senest søndag kl. 20:55.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn two_drafts_do_not_mix(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18, dørkode 4711").await;
    let (_, first) = fjellvik.button("p:silje", "Send");
    fjellvik.says("silje", "En til å handle på Torget på mandag kl 10-11").await;
    expect![[r#"
        lør 10:00 silje → bot: Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18, dørkode 4711
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: En til å handle på Torget på mandag kl 10-11
        lør 10:00 bot → silje: Ikke sendt ennå: Snømåking. Det tar vi etterpå.
              Slik forstår jeg behovet:
              Handletur, én frivillig, mandag 23. november kl. 10–11
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Frivilligsentralen Fjellvik.
              Du får svar uansett, senest søndag kl. 20:55.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.presses("silje", "Send").await;
    fjellvik.presses_data("silje", &first).await;
    fjellvik.forget();
    let (one, other) = (fjellvik.task(1).await, fjellvik.task(2).await);
    let mut tx = fjellvik.db.read().await.expect("read");
    let key = &fjellvik.engine.around.key;
    let shopping = tx.recipient(key, one.request).await.expect("read").expect("kept");
    let snow = tx.recipient(key, other.request).await.expect("read").expect("kept");
    drop(tx);
    assert_eq!(snow.place.as_deref(), Some("Storgata 5"));
    assert!(snow.typed.contains("4711") && !shopping.typed.contains("4711"), "{snow:?} {shopping:?}");
    fjellvik.is_at_rest().await;
}

async fn long_and_strange_words_are_kept(db: Db) {
    let mut fjellvik = World::new(db).await;
    let long = format!(
        "{NEED}. {} Ring på 🔔, spør etter Øystein «Ærlig» \u{202e}Åsen\u{202c} 👩‍🚒",
        "Takk for hjelpen! ".repeat(200)
    );
    let event = fjellvik.said(&long, None);
    fjellvik.happens(fjellvik.private("silje"), "silje", event).await;
    expect![[r#"
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    let mut tx = fjellvik.db.read().await.expect("read");
    let kept =
        tx.recipient(&fjellvik.engine.around.key, tannhjul::domain::ids::RequestId(1)).await.expect("read");
    drop(tx);
    assert_eq!(kept.expect("kept").typed, long);
    fjellvik.is_at_rest().await;
}

async fn the_dry_run_tells_what_will_happen(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", NEED).await;
    fjellvik.presses("silje", "Hva skjer hvis ingen svarer?").await;
    fjellvik.presses("silje", "Send").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T15:59:00").await;
    // What each heard, at the times that the dry run gave in the scene above: 18, 20, 20:55, 10, 10:20, 10:40, 12.
    let heads: String = fjellvik
        .transcript()
        .lines()
        .filter(|line| line.starts_with("lør") || line.starts_with("søn"))
        .map(|line| format!("{line}\n"))
        .collect();
    expect![[r#"
        lør 18:00 ⌂ fjellvik-il bot: Det er 2 ledige plasser på #1 søndag kl. 16. Kan noen?
        lør 20:00 ⌂ nordre-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
        lør 20:55 bot → eva: Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
        lør 20:55 bot → solveig: Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
        søn 10:00 bot → bjorn: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
        søn 10:20 bot → anne: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
        søn 10:40 bot → inger: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
        søn 12:00 bot → silje: #1, søndag 22. november kl. 16–18: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
    "#]].assert_eq(&heads);
    fjellvik.is_at_rest().await;
}

async fn the_same_in_nynorsk(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "språk").await;
    fjellvik.says("silje", "Nynorsk").await;
    fjellvik.says("silje", "Treng 2 stk til snømåking i Storgata 5 i morgon kl 16-18").await;
    fjellvik.says("silje", "Kva skjer om ingen svarar?").await;
    fjellvik.says("silje", "kl 17 i staden").await;
    fjellvik.says("silje", "Send").await;
    expect![[r#"
        lør 10:00 silje → bot: språk
        lør 10:00 bot → silje: Hvilket språk vil du ha?
              [Bokmål] [Nynorsk] [English]
        lør 10:00 silje → bot: Nynorsk
        lør 10:00 bot → silje: (edited) Hvilket språk vil du ha?
              Du svarte: Nynorsk
        lør 10:00 bot → silje: Då skriv eg nynorsk.
        lør 10:00 silje → bot: Treng 2 stk til snømåking i Storgata 5 i morgon kl 16-18
        lør 10:00 bot → silje: Slik forstår eg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressa er lagra og blir ikkje vist her.
              Eg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, seinast søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Kva skjer om ingen svarar?] [Feil forstått]
              [Sjå og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: Kva skjer om ingen svarar?
        lør 10:00 bot → silje: Om ingen svarar, skjer dette:
              laurdag kl. 10: Fjellvik IL blir spurt.
              laurdag kl. 18: éi påminning i gruppa.
              laurdag kl. 20: Nordre IL blir spurt.
              laurdag kl. 20:55: dei som har sagt at dei kan stå klare, blir spurde.
              søndag kl. 10: Bjørn Moe, som har vakt, får beskjed.
              søndag kl. 10:20: stadfortredar Anne Berg, om vakta ikkje svarar.
              søndag kl. 10:40: Inger Holt, kontakten i kommunen, om ingen av dei svarar.
              søndag kl. 12: du får svar uansett.
        lør 10:00 silje → bot: kl 17 i staden
        lør 10:00 bot → silje: (edited) Slik forstår eg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressa er lagra og blir ikkje vist her.
              Eg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, seinast søndag kl. 12.
        lør 10:00 bot → silje: Slik forstår eg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 17–19
              Sone Sentrum (det gruppa ser).
              Adressa er lagra og blir ikkje vist her.
              Eg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, seinast søndag kl. 13.
              [Send] [Endre] [Forkast]
              [Kva skjer om ingen svarar?] [Feil forstått]
              [Sjå og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: Send
        lør 10:00 bot → silje: (edited) Slik forstår eg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 17–19
              Sone Sentrum (det gruppa ser).
              Adressa er lagra og blir ikkje vist her.
              Eg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, seinast søndag kl. 13.
        lør 10:00 bot → silje: Sendt som oppdrag #1. Du får svar seinast søndag kl. 13.
              [Sjå og endre ↗]
        lør 10:00 ⌂ fjellvik-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 17–19
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn the_same_in_english(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "/language").await;
    fjellvik.presses("silje", "English").await;
    fjellvik.says("silje", "Need 2 people to clear snow at Storgata 5 tomorrow 16-18").await;
    fjellvik.says("silje", "What if nobody answers?").await;
    fjellvik.says("silje", "change").await;
    fjellvik.says("silje", "add: ring the bell twice").await;
    fjellvik.says("silje", "make it 5pm instead").await;
    fjellvik.says("silje", "send").await;
    expect![[r#"
        lør 10:00 silje → bot: /language
        lør 10:00 bot → silje: Hvilket språk vil du ha?
              [Bokmål] [Nynorsk] [English]
        lør 10:00 silje presses: [English]
        lør 10:00 bot ⇢ silje: (toast) I will write in English.
        lør 10:00 bot → silje: (edited) Hvilket språk vil du ha?
              Du svarte: English
        lør 10:00 silje → bot: Need 2 people to clear snow at Storgata 5 tomorrow 16-18
        lør 10:00 bot → silje: This is how I understand your request:
              Snow clearing, 2 volunteers, Sunday 22 November 16:00–18:00
              Zone Sentrum (what the group sees).
              The address is kept and is not shown here.
              I will ask Fjellvik IL first, then Nordre IL.
              You will get an answer either way, by Sunday 12:00.
              [Send] [Change] [Discard]
              [What if nobody answers?] [Misunderstood]
              [See and change ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: What if nobody answers?
        lør 10:00 bot → silje: If nobody answers, this will happen:
              Saturday 10:00: Fjellvik IL is asked.
              Saturday 18:00: one reminder in the group.
              Saturday 20:00: Nordre IL is asked.
              Saturday 20:55: those who have said they can stand by are asked.
              Sunday 10:00: Bjørn Moe, who is on duty, is told.
              Sunday 10:20: deputy Anne Berg, if the one on duty does not answer.
              Sunday 10:40: Inger Holt, the municipality’s contact, if neither answers.
              Sunday 12:00: you get an answer either way.
        lør 10:00 silje → bot: change
        lør 10:00 bot → silje: Write what to change, for example “17:00 instead”, “3 people” or “add: ring the bell twice”.
        lør 10:00 silje → bot: add: ring the bell twice
        lør 10:00 bot → silje: (edited) This is how I understand your request:
              Snow clearing, 2 volunteers, Sunday 22 November 16:00–18:00
              Zone Sentrum (what the group sees).
              The address is kept and is not shown here.
              I will ask Fjellvik IL first, then Nordre IL.
              You will get an answer either way, by Sunday 12:00.
        lør 10:00 bot → silje: Added.
              This is how I understand your request:
              Snow clearing, 2 volunteers, Sunday 22 November 16:00–18:00
              Zone Sentrum (what the group sees).
              The address is kept and is not shown here.
              I will ask Fjellvik IL first, then Nordre IL.
              You will get an answer either way, by Sunday 12:00.
              [Send] [Change] [Discard]
              [What if nobody answers?] [Misunderstood]
              [See and change ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: make it 5pm instead
        lør 10:00 bot → silje: (edited) Added.
              This is how I understand your request:
              Snow clearing, 2 volunteers, Sunday 22 November 16:00–18:00
              Zone Sentrum (what the group sees).
              The address is kept and is not shown here.
              I will ask Fjellvik IL first, then Nordre IL.
              You will get an answer either way, by Sunday 12:00.
        lør 10:00 bot → silje: This is how I understand your request:
              Snow clearing, 2 volunteers, Sunday 22 November 17:00–19:00
              Zone Sentrum (what the group sees).
              The address is kept and is not shown here.
              I will ask Fjellvik IL first, then Nordre IL.
              You will get an answer either way, by Sunday 13:00.
              [Send] [Change] [Discard]
              [What if nobody answers?] [Misunderstood]
              [See and change ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: send
        lør 10:00 bot → silje: (edited) This is how I understand your request:
              Snow clearing, 2 volunteers, Sunday 22 November 17:00–19:00
              Zone Sentrum (what the group sees).
              The address is kept and is not shown here.
              I will ask Fjellvik IL first, then Nordre IL.
              You will get an answer either way, by Sunday 13:00.
        lør 10:00 bot → silje: Sent as task #1. You will have an answer by Sunday 13:00.
              [See and change ↗]
        lør 10:00 ⌂ fjellvik-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 17–19
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_day_that_is_over_this_year_is_asked_about(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Snømåking 20. november kl 16-18 i Storgata 5, 2 stk").await;
    fjellvik.says("silje", "20. november 2027").await;
    expect![[r#"
        lør 10:00 silje → bot: Snømåking 20. november kl 16-18 i Storgata 5, 2 stk
        lør 10:00 bot → silje: Jeg leste det som lørdag 20. november 2027, og det er nesten et år fram. Mente du en annen dag?
              Hvilken dag?
              [I dag] [I morgen]
              [mandag 23. november] [tirsdag 24. november] [onsdag 25. november]
              [lørdag 20. november 2027]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: 20. november 2027
        lør 10:00 bot → silje: (edited) Jeg leste det som lørdag 20. november 2027, og det er nesten et år fram. Mente du en annen dag?
              Hvilken dag?
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, lørdag 20. november 2027 kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest lørdag 20. november 2027 kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
}

async fn what_is_past_is_said_and_not_offered(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.time_passes_until("2026-11-21T12:00:00").await;
    fjellvik.says("silje", "Snømåking i dag kl 9-10 i Storgata 5, 2 stk").await;
    fjellvik.presses("silje", "Forkast").await;
    fjellvik.says("silje", "Snømåking i går kl 10-11 i Storgata 5, 2 stk").await;
    fjellvik.presses("silje", "Forkast").await;
    fjellvik.says("silje", "Snømåking i dag i Storgata 5, 2 stk").await;
    expect![[r#"
        lør 12:00 silje → bot: Snømåking i dag kl 9-10 i Storgata 5, 2 stk
        lør 12:00 bot → silje: Det tidspunktet er passert.
              Hvilken dag?
              [I morgen]
              [mandag 23. november] [tirsdag 24. november] [onsdag 25. november]
              [Forkast]
        lør 12:00 bot → silje: (deleted)
        lør 12:00 silje presses: [Forkast]
        lør 12:00 bot ⇢ silje: (toast) 
        lør 12:00 bot → silje: (edited) Det tidspunktet er passert.
              Hvilken dag?
        lør 12:00 bot → silje: Forkastet. Ingenting er sendt, og adressen er slettet.
        lør 12:00 silje → bot: Snømåking i går kl 10-11 i Storgata 5, 2 stk
        lør 12:00 bot → silje: Det tidspunktet er passert.
              Hvilken dag?
              [I morgen]
              [mandag 23. november] [tirsdag 24. november] [onsdag 25. november]
              [Forkast]
        lør 12:00 bot → silje: (deleted)
        lør 12:00 silje presses: [Forkast]
        lør 12:00 bot ⇢ silje: (toast) 
        lør 12:00 bot → silje: (edited) Det tidspunktet er passert.
              Hvilken dag?
        lør 12:00 bot → silje: Forkastet. Ingenting er sendt, og adressen er slettet.
        lør 12:00 silje → bot: Snømåking i dag i Storgata 5, 2 stk
        lør 12:00 bot → silje: Når på dagen? Velg, eller skriv klokkeslettet.
              [kl. 13] [kl. 16] [kl. 18]
              [Forkast]
        lør 12:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn a_task_of_next_year_says_so(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Snømåking 8. januar kl 16-18 i Storgata 5, 2 stk").await;
    fjellvik.presses("silje", "Send").await;
    expect![[r#"
        lør 10:00 silje → bot: Snømåking 8. januar kl 16-18 i Storgata 5, 2 stk
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, fredag 8. januar 2027 kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest fredag 8. januar 2027 kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje presses: [Send]
        lør 10:00 bot ⇢ silje: (toast) Sendt som oppdrag #1.
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, fredag 8. januar 2027 kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest fredag 8. januar 2027 kl. 12.
        lør 10:00 bot → silje: Sendt som oppdrag #1. Du får svar senest fredag 8. januar 2027 kl. 12.
              [Se og endre ↗]
        lør 10:00 ⌂ fjellvik-il bot: Oppdrag #1: Snømåking, fredag 8. januar 2027 kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn sent_at_night_says_when_the_group_sees_it(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.time_passes_until("2026-11-21T23:00:00").await;
    fjellvik.says("silje", "Snømåking mandag kl 16-18 i Storgata 5, 2 stk").await;
    fjellvik.says("silje", "legg til: ring på to ganger").await;
    fjellvik.forget();
    fjellvik.presses("silje", "Send").await;
    expect![[r#"
        lør 23:00 silje presses: [Send]
        lør 23:00 bot ⇢ silje: (toast) Sendt som oppdrag #1.
        lør 23:00 bot → silje: (edited) Lagt til.
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, mandag 23. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest mandag kl. 12.
        lør 23:00 bot → silje: Sendt som oppdrag #1. Du får svar senest mandag kl. 12.
              Gruppa får se det søndag kl. 11.
              [Se og endre ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn nobody_is_wanted_for_nothing(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "0 stk til snømåking i morgen kl 16-18, Storgata 5").await;
    expect![[r#"
        lør 10:00 silje → bot: 0 stk til snømåking i morgen kl 16-18, Storgata 5
        lør 10:00 bot → silje: Hvor mange frivillige?
              [1] [2] [3] [4]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn half_asked_it_is_reminded_of_once(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Snømåking i Storgata 5 mandag, 2 stk").await;
    fjellvik.time_passes_until("2026-11-21T20:00:00").await;
    expect![[r#"
        lør 10:00 silje → bot: Snømåking i Storgata 5 mandag, 2 stk
        lør 10:00 bot → silje: Når på dagen? Velg, eller skriv klokkeslettet.
              [kl. 09] [kl. 11] [kl. 13] [kl. 16] [kl. 18]
              [Forkast]
        lør 10:00 bot → silje: (deleted)
        lør 11:00 bot → silje: (edited) Når på dagen? Velg, eller skriv klokkeslettet.
        lør 11:00 bot → silje: Dette er ikke sendt ennå. Vil du gjøre det ferdig?
              Når på dagen? Velg, eller skriv klokkeslettet.
              [kl. 09] [kl. 11] [kl. 13] [kl. 16] [kl. 18]
              [Forkast]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.says("silje", "kl 16").await;
    fjellvik.time_passes_until("2026-11-22T20:00:00").await;
    fjellvik.presses("silje", "Forkast").await;
    expect![[r#"
        lør 20:00 silje → bot: kl 16
        lør 20:00 bot → silje: (edited) Dette er ikke sendt ennå. Vil du gjøre det ferdig?
              Når på dagen? Velg, eller skriv klokkeslettet.
              Du svarte: kl. 16
        lør 20:00 bot → silje: Hvor lenge? Velg, eller skriv når det er slutt.
              [30 min] [1 time] [2 timer] [3 timer]
              [Forkast]
        søn 20:00 silje presses: [Forkast]
        søn 20:00 bot ⇢ silje: (toast) 
        søn 20:00 bot → silje: (edited) Hvor lenge? Velg, eller skriv når det er slutt.
        søn 20:00 bot → silje: Forkastet. Ingenting er sendt, og adressen er slettet.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_need_that_waited_too_long_is_over(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Snømåking i Storgata 5 i dag kl 14-15, 2 stk").await;
    fjellvik.says("silje", "Snømåking i Storgata 7 mandag kl 16-18, 2 stk").await;
    fjellvik.time_passes_until("2026-11-21T15:00:00").await;
    fjellvik.forget();
    fjellvik.presses("silje", "Send").await;
    expect![[r#"
        lør 15:00 silje presses: [Send]
        lør 15:00 bot ⇢ silje: (toast) Sendt som oppdrag #1.
        lør 15:00 bot → silje: (edited) Dette er ikke sendt ennå. Vil du gjøre det ferdig?
              Venter også: Snømåking lørdag 21. november.
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, mandag 23. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest mandag kl. 12.
        lør 15:00 bot → silje: Sendt som oppdrag #1. Du får svar senest mandag kl. 12.
              [Se og endre ↗]
        lør 15:00 ⌂ fjellvik-il bot: Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn staff_see_what_they_have_asked_for(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.says("kari", "#1 jeg kan").await;
    fjellvik.forget();
    fjellvik.says("silje", "mine behov").await;
    fjellvik.says("inger", "hjelp").await;
    expect![[r#"
        lør 10:00 silje → bot: mine behov
        lør 10:00 bot → silje: Du har meldt #1: Snømåking, mandag 23. november kl. 16–18. Kommer: 1 av 2
        lør 10:00 inger → bot: hjelp
        lør 10:00 bot → inger: Jeg er Tannhjul. Jeg spør i gruppa når noen trenger hjelp, og holder orden på hvem som kommer.
              Jeg skriver til deg når det trengs et menneske: når verken den som har vakt, eller stedfortrederen svarer, eller når noe må rettes i oppsettet.
              /hvem #17 viser hvem som kommer, /kontakt hvem du kan ringe.
              Om deg selv: /borte når du er borte (og /tilbake), /sprak bytter språk, /minedata viser alt jeg har om deg, /slettmeg sletter det.
    "#]].assert_eq(&fjellvik.transcript());
}
