//! A need that can't be promised is said to be so, with what would help.

use expect_test::expect;
use tannhjul::chat::Event;
use tannhjul::store::Db;

use crate::acts::SNOW;
use crate::databases::on_both_engines;
use crate::world::{FJELLVIK, World};

on_both_engines!(
    a_service_that_is_stopped_or_agreed_with_nobody,
    nobody_can_be_reached,
    nobody_would_hear_of_an_empty_place,
    one_coordinator_is_enough,
    it_is_too_late,
    it_lasts_too_long,
    what_could_be_promised_a_moment_ago,
);

async fn a_service_that_is_stopped_or_agreed_with_nobody(db: Db) {
    let file = FJELLVIK
        .replacen("kind = \"tech_help\"           # hjelp med telefon og data", "kind = \"tech_help\"\nstopped = true", 1)
        .replace("[[agreement.service]]\nkind = \"meal_delivery\"\ngroup = \"frivilligsentralen\"\norder = 2\nrate = 150\n", "");
    let mut fjellvik = World::joined(db, &file).await;
    fjellvik.says("silje", "En person som kan hjelpe med pc-en i Storgata 5 i morgen kl 10-11").await;
    fjellvik.presses("silje", "Forkast").await;
    fjellvik.says("silje", "En til å kjøre ut mat i Strandvegen 2 i morgen kl 11-12").await;
    expect![[r#"
        lør 10:00 silje → bot: En person som kan hjelpe med pc-en i Storgata 5 i morgen kl 10-11
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Hjelp med data og telefon, én frivillig, søndag 22. november kl. 10–11
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Kommunen tilbyr ikke dette nå, så jeg kan ikke love noe.
              Ring heller Bjørn Moe, tlf. 10 00 00 02.
              [Endre] [Forkast]
              [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje presses: [Forkast]
        lør 10:00 bot ⇢ silje: (toast) 
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Hjelp med data og telefon, én frivillig, søndag 22. november kl. 10–11
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Kommunen tilbyr ikke dette nå, så jeg kan ikke love noe.
              Ring heller Bjørn Moe, tlf. 10 00 00 02.
        lør 10:00 bot → silje: Forkastet. Ingenting er sendt, og adressen er slettet.
        lør 10:00 silje → bot: En til å kjøre ut mat i Strandvegen 2 i morgen kl 11-12
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Matombringing, én frivillig, søndag 22. november kl. 11–12
              Sone Nordre (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Ingen lag har avtale om slik hjelp på dette stedet, så jeg kan ikke love noe.
              Ring heller Bjørn Moe, tlf. 10 00 00 02.
              [Endre] [Forkast]
              [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn nobody_can_be_reached(db: Db) {
    let mut fjellvik = World::new(db).await;
    let group = fjellvik.group("frivilligsentralen");
    fjellvik.happens(group, "berit", Event::BotPresent(false)).await;
    fjellvik.forget();
    fjellvik.says("silje", "En til å handle på Torget på mandag kl 10-11").await;
    expect![[r#"
        lør 10:00 silje → bot: En til å handle på Torget på mandag kl 10-11
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Handletur, én frivillig, mandag 23. november kl. 10–11
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Ingen av gruppene jeg skulle ha spurt, er koblet til, så ingen ville ha fått spørsmålet.
              Ring heller Bjørn Moe, tlf. 10 00 00 02.
              [Endre] [Forkast]
              [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn nobody_would_hear_of_an_empty_place(db: Db) {
    let mut fjellvik = World::new(db).await;
    for person in ["anne", "bjorn", "inger"] {
        let private = fjellvik.private(person);
        fjellvik.happens(private, person, Event::BotPresent(false)).await;
    }
    fjellvik.forget();
    fjellvik.says("silje", SNOW).await;
    expect![[r#"
        lør 10:00 silje → bot: Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Ingen av dem som skal få beskjed når noe står fast, kan jeg skrive til nå, så jeg kan ikke love noe. Det hjelper at en av dem åpner chatten med meg og trykker Start: Bjørn Moe, Anne Berg og Inger Holt.
              Ring heller Bjørn Moe, tlf. 10 00 00 02.
              [Endre] [Forkast]
              [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
    // One of them does as was said, and the same need is taken.
    let private = fjellvik.private("anne");
    fjellvik.happens(private, "anne", Event::BotPresent(true)).await;
    fjellvik.forget();
    fjellvik.says("silje", "1 stk").await;
    expect![[r#"
        lør 10:00 silje → bot: 1 stk
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Ingen av dem som skal få beskjed når noe står fast, kan jeg skrive til nå, så jeg kan ikke love noe. Det hjelper at en av dem åpner chatten med meg og trykker Start: Bjørn Moe, Anne Berg og Inger Holt.
              Ring heller Bjørn Moe, tlf. 10 00 00 02.
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, én frivillig, søndag 22. november kl. 16–18
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest søndag kl. 12.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

/// Of the ladder's steps that ring somebody only one reaches anybody: the need is taken, and the dry run hides nothing.
async fn one_coordinator_is_enough(db: Db) {
    let mut fjellvik = World::new(db).await;
    for person in ["bjorn", "inger"] {
        let private = fjellvik.private(person);
        fjellvik.happens(private, person, Event::BotPresent(false)).await;
    }
    let group = fjellvik.group("nordre-il");
    fjellvik.happens(group, "geir", Event::BotPresent(false)).await;
    fjellvik.says("silje", SNOW).await;
    fjellvik.forget();
    fjellvik.presses("silje", "Hva skjer hvis ingen svarer?").await;
    expect![[r#"
        lør 10:00 silje presses: [Hva skjer hvis ingen svarer?]
        lør 10:00 bot ⇢ silje: (toast) 
        lør 10:00 bot → silje: Hvis ingen svarer, skjer dette:
              lørdag kl. 10: Fjellvik IL blir spurt.
              lørdag kl. 18: én påminnelse i gruppa.
              lørdag kl. 20: Nordre IL blir spurt.
              (Der når jeg ingen nå, så jeg går rett videre til neste.)
              lørdag kl. 20:55: de som har sagt at de kan stå klare, blir spurt.
              søndag kl. 10: Bjørn Moe, som har vakt, får beskjed.
              (Der når jeg ingen nå, så jeg går rett videre til neste.)
              søndag kl. 10:20: stedfortreder Anne Berg, hvis vakten ikke svarer.
              søndag kl. 10:40: Inger Holt, kommunens kontakt, hvis ingen av dem svarer.
              (Der når jeg ingen nå, så jeg går rett videre til neste.)
              søndag kl. 12: du får svar uansett.
    "#]]
    .assert_eq(&fjellvik.transcript());
    // And this is how it goes.
    fjellvik.presses("silje", "Send").await;
    fjellvik.time_passes_until("2026-11-22T09:59:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T12:30:00").await;
    expect![[r#"
        søn 10:00 bot → anne: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (ingen svar)
              Fikk ikke tak i: Nordre IL og Bjørn Moe
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Spør Nordre IL]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 10:20 bot → silje: #1, søndag 22. november kl. 16–18: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
              [Vi gjør det selv] [Avlys]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn it_is_too_late(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 stk til snømåking i Storgata 5 i dag kl 10.05-11").await;
    expect![[r#"
        lør 10:00 silje → bot: Trenger 2 stk til snømåking i Storgata 5 i dag kl 10.05-11
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, lørdag 21. november kl. 10:05–11
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Det er for kort tid igjen til at jeg rekker å spørre noen.
              Ring heller Bjørn Moe, tlf. 10 00 00 02.
              [Endre] [Forkast]
              [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    // It helps to move it.
    fjellvik.says("silje", "kl 18 i stedet").await;
    expect![[r#"
        lør 10:00 silje → bot: kl 18 i stedet
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, lørdag 21. november kl. 10:05–11
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Det er for kort tid igjen til at jeg rekker å spørre noen.
              Ring heller Bjørn Moe, tlf. 10 00 00 02.
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, lørdag 21. november kl. 18–18:55
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest lørdag kl. 16:40.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn it_lasts_too_long(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 10, varer 30 timer").await;
    fjellvik.says("silje", "til kl 12").await;
    expect![[r#"
        lør 10:00 silje → bot: Trenger 2 stk til snømåking i Storgata 5 i morgen kl 10, varer 30 timer
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 10 – mandag 23. november kl. 16
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Et oppdrag kan vare høyst et døgn. Skriv når det slutter.
              [Endre] [Forkast]
              [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 silje → bot: til kl 12
        lør 10:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 10 – mandag 23. november kl. 16
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Et oppdrag kan vare høyst et døgn. Skriv når det slutter.
        lør 10:00 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, søndag 22. november kl. 10–12
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest lørdag kl. 20:55.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        lør 10:00 bot → silje: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn what_could_be_promised_a_moment_ago(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 stk til snømåking i Storgata 5 i dag kl 14-15").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-21T14:30:00").await;
    fjellvik.presses_data("silje", "send:1:1").await;
    expect![[r#"
        lør 11:00 bot → silje: (edited) Slik forstår jeg behovet:
              Snømåking, 2 frivillige, lørdag 21. november kl. 14–15
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest lørdag kl. 13:20.
        lør 11:00 bot → silje: Dette er ikke sendt ennå. Vil du gjøre det ferdig?
              Slik forstår jeg behovet:
              Snømåking, 2 frivillige, lørdag 21. november kl. 14–15
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Fjellvik IL først, så Nordre IL.
              Du får svar uansett, senest lørdag kl. 13:30.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
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
        lør 14:30 silje presses: <send:1:1>
        lør 14:30 bot ⇢ silje: (toast) Slik kan jeg ikke sende det.
        lør 14:30 bot → silje: Slik forstår jeg behovet:
              Snømåking, 2 frivillige, lørdag 21. november kl. 14–15
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Det tidspunktet er passert. Skriv når det skal være i stedet.
              [Endre] [Forkast]
              [Feil forstått]
              [Se og endre ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM task").await, 0);
    fjellvik.is_at_rest().await;
}
