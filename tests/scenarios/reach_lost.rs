//! Who can be reached got worse: coordinators and administrators hear of it at once, once, and of its end where that is worth a message.

use expect_test::expect;
use tannhjul::chat::Event;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::{FJELLVIK, World};

on_both_engines!(
    whoever_is_on_duty_blocks_the_bot,
    it_shows_when_something_is_sent,
    the_deputy_goes_away,
    the_only_group_of_a_service_is_lost_and_comes_back,
    the_last_one_who_could_be_told,
    a_volunteer_is_no_alarm,
    a_rota_that_is_applied_anew,
    while_people_join_nothing_is_said,
);

impl World {
    /// Somebody blocks the bot, or starts it again.
    async fn blocks(&mut self, person: &str, blocked: bool) {
        let private = self.private(person);
        self.note(&format!("{person} → bot"), if blocked { "(blocks it)" } else { "(starts it again)" });
        self.happens(private, person, Event::BotPresent(!blocked)).await;
    }

    /// Somebody puts the bot out of a group, or lets it in again.
    async fn lets_in(&mut self, group: &str, person: &str, present: bool) {
        let chat = self.group(group);
        self.note(
            &format!("⌂ {group} {person}"),
            if present { "(lets the bot in)" } else { "(puts the bot out)" },
        );
        self.happens(chat, person, Event::BotPresent(present)).await;
    }
}

async fn whoever_is_on_duty_blocks_the_bot(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.blocks("bjorn", true).await;
    expect![[r#"
        lør 10:00 bjorn → bot: (blocks it)
        lør 10:00 bot → anne: Jeg kan ikke skrive til Bjørn Moe, som har vakt til mandag kl. 08.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
              [Jeg tar vakten]
        lør 10:00 bot → jonas: Jeg kan ikke skrive til Bjørn Moe, som har vakt til mandag kl. 08.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
    "#]]
    .assert_eq(&fjellvik.transcript());
    // Nothing is repeated, neither the next morning nor when it is looked at again.
    fjellvik.time_passes_until("2026-11-22T12:00:00").await;
    fjellvik.blocks("inger", true).await;
    expect![[r#"
        søn 12:00 inger → bot: (blocks it)
        søn 12:00 bot → anne: Jeg kan ikke skrive til Inger Holt, som får beskjed når verken vakten eller stedfortrederen svarer.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
        søn 12:00 bot → jonas: Jeg kan ikke skrive til Inger Holt, som får beskjed når verken vakten eller stedfortrederen svarer.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.presses("anne", "Jeg tar vakten").await;
    fjellvik.blocks("bjorn", false).await;
    fjellvik.time_passes_until("2026-11-22T12:05:00").await;
    fjellvik.blocks("bjorn", true).await;
    expect![[r#"
        søn 12:00 anne presses: [Jeg tar vakten]
        søn 12:00 bot ⇢ anne: (toast) Du har vakten til mandag kl. 08.
        søn 12:00 bot → anne: Du har vakten til mandag kl. 08.
        søn 12:00 bjorn → bot: (starts it again)
        søn 12:00 bot → anne: Nå kan jeg skrive til Bjørn Moe.
        søn 12:00 bot → jonas: Nå kan jeg skrive til Bjørn Moe.
        søn 12:05 bjorn → bot: (blocks it)
        søn 12:05 bot → anne: Jeg kan ikke skrive til Bjørn Moe, som er stedfortreder.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
        søn 12:05 bot → jonas: Jeg kan ikke skrive til Bjørn Moe, som er stedfortreder.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn it_shows_when_something_is_sent(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.chat.block("p:bjorn");
    fjellvik.replies("fjellvik-il", "kari", "kan fra halv fem").await;
    let told = fjellvik.transcript();
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): kan fra halv fem
        lør 10:00 bot → kari: Takk! Jeg spør koordinatoren om det passer på #1. Du får svar her.
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 bot → anne: Kari Nes kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
              [Godta] [Takk, men nei]
        lør 10:00 bot → anne: Jeg kan ikke skrive til Bjørn Moe, som har vakt til mandag kl. 08.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
              [Jeg tar vakten]
        lør 10:00 bot → jonas: Jeg kan ikke skrive til Bjørn Moe, som har vakt til mandag kl. 08.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
    "#]]
    .assert_eq(&told);
    fjellvik.is_at_rest().await;
}

async fn the_deputy_goes_away(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("anne", "borte 24.–25. november").await;
    expect![[r#"
        lør 10:00 anne → bot: borte 24.–25. november
        lør 10:00 bot → anne: Da står du som borte fra tirsdag 24. november til og med onsdag 25. november. Skriv «tilbake» hvis det blir annerledes.
              Har du vakt da, går den til stedfortrederen.
        lør 10:00 bot → anne: Bjørn Moe er alene om vakten fra tirsdag kl. 00: det er ingen stedfortreder.
        lør 10:00 bot → bjorn: Bjørn Moe er alene om vakten fra tirsdag kl. 00: det er ingen stedfortreder.
        lør 10:00 bot → jonas: Bjørn Moe er alene om vakten fra tirsdag kl. 00: det er ingen stedfortreder.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.says("anne", "jeg er tilbake").await;
    fjellvik.says("anne", "borte 3.–4. desember").await;
    expect![[r#"
        lør 10:00 anne → bot: jeg er tilbake
        lør 10:00 bot → anne: Så fint at du er tilbake! Nå spør jeg deg som før.
        lør 10:00 anne → bot: borte 3.–4. desember
        lør 10:00 bot → anne: Da står du som borte fra torsdag 3. desember til og med fredag 4. desember. Skriv «tilbake» hvis det blir annerledes.
              Har du vakt da, går den til stedfortrederen.
    "#]].assert_eq(&fjellvik.transcript());
    // Not before it is a week away.
    fjellvik.time_passes_until("2026-11-30T12:00:00").await;
    expect![[r#"
        tor 07:30 bot → anne: Bjørn Moe er alene om vakten fra torsdag 3. desember kl. 00: det er ingen stedfortreder.
        tor 07:30 bot → bjorn: Bjørn Moe er alene om vakten fra torsdag 3. desember kl. 00: det er ingen stedfortreder.
        tor 07:30 bot → jonas: Bjørn Moe er alene om vakten fra torsdag 3. desember kl. 00: det er ingen stedfortreder.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn the_only_group_of_a_service_is_lost_and_comes_back(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.lets_in("frivilligsentralen", "berit", false).await;
    expect![[r#"
        lør 10:00 ⌂ frivilligsentralen berit: (puts the bot out)
        lør 10:00 bot → anne: Jeg er tatt ut av gruppa Frivilligsentralen Fjellvik og kan ikke spørre der lenger.
              Ingen grupper kan spørres om dette nå: Besøk, Skyss, Følge, Handletur, Hjelp med data og telefon og Annen hjelp. Slike behov tar jeg ikke imot før en gruppe er på plass igjen.
        lør 10:00 bot → bjorn: Jeg er tatt ut av gruppa Frivilligsentralen Fjellvik og kan ikke spørre der lenger.
              Ingen grupper kan spørres om dette nå: Besøk, Skyss, Følge, Handletur, Hjelp med data og telefon og Annen hjelp. Slike behov tar jeg ikke imot før en gruppe er på plass igjen.
        lør 10:00 bot → jonas: Jeg er tatt ut av gruppa Frivilligsentralen Fjellvik og kan ikke spørre der lenger.
              Ingen grupper kan spørres om dette nå: Besøk, Skyss, Følge, Handletur, Hjelp med data og telefon og Annen hjelp. Slike behov tar jeg ikke imot før en gruppe er på plass igjen.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.lets_in("frivilligsentralen", "berit", true).await;
    expect![[r#"
        lør 10:00 ⌂ frivilligsentralen berit: (lets the bot in)
        lør 10:00 bot → anne: Jeg er tilbake i gruppa Frivilligsentralen Fjellvik og kan spørre der igjen.
        lør 10:00 bot → bjorn: Jeg er tilbake i gruppa Frivilligsentralen Fjellvik og kan spørre der igjen.
        lør 10:00 bot → jonas: Jeg er tilbake i gruppa Frivilligsentralen Fjellvik og kan spørre der igjen.
    "#]]
    .assert_eq(&fjellvik.transcript());
    // Of two groups that can be asked about a service one is enough.
    fjellvik.lets_in("nordre-il", "geir", false).await;
    expect![[r#"
        lør 10:00 ⌂ nordre-il geir: (puts the bot out)
        lør 10:00 bot → anne: Jeg er tatt ut av gruppa Nordre IL og kan ikke spørre der lenger.
        lør 10:00 bot → bjorn: Jeg er tatt ut av gruppa Nordre IL og kan ikke spørre der lenger.
        lør 10:00 bot → jonas: Jeg er tatt ut av gruppa Nordre IL og kan ikke spørre der lenger.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn the_last_one_who_could_be_told(db: Db) {
    let mut fjellvik = World::new(db).await;
    for person in ["bjorn", "inger"] {
        fjellvik.blocks(person, true).await;
    }
    fjellvik.forget();
    fjellvik.blocks("anne", true).await;
    expect![[r#"
        lør 10:00 anne → bot: (blocks it)
        lør 10:00 bot → jonas: Nå er det ingen jeg kan skrive til når noe står fast, så jeg tar ikke imot nye behov.
              Jeg kan ikke skrive til Anne Berg, som skal ha vakt fra mandag kl. 08.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.blocks("jonas", true).await;
    fjellvik.blocks("anne", false).await;
    expect![[r#"
        lør 10:00 jonas → bot: (blocks it)
        lør 10:00 anne → bot: (starts it again)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_volunteer_is_no_alarm(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.blocks("kari", true).await;
    fjellvik.blocks("hanne", true).await;
    fjellvik.time_passes_until("2026-11-22T12:00:00").await;
    expect![[r#"
        lør 10:00 kari → bot: (blocks it)
        lør 10:00 hanne → bot: (blocks it)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_rota_that_is_applied_anew(db: Db) {
    let mut fjellvik = World::new(db).await;
    // Mona comes into the rota, and has not joined.
    let file = FJELLVIK.replace("duty = [\"anne\", \"bjorn\"]", "duty = [\"anne\", \"mona\"]").replace(
        "[[person]]\nkey = \"inger\"",
        "[[person]]\nkey = \"mona\"\nname = \"Mona Sand\"\nphone = \"10 00 00 09\"\ncoordinator = true\n\n[[person]]\nkey = \"inger\"",
    );
    fjellvik.apply(&file).await;
    fjellvik.time_passes_until("2026-11-21T10:01:00").await;
    expect![[r#"
        lør 10:00 bot → anne: Jeg kan ikke skrive til Mona Sand, som har vakt til mandag kl. 08.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
              [Jeg tar vakten]
        lør 10:00 bot → bjorn: Jeg kan ikke skrive til Mona Sand, som har vakt til mandag kl. 08.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
              [Jeg tar vakten]
        lør 10:00 bot → jonas: Jeg kan ikke skrive til Mona Sand, som har vakt til mandag kl. 08.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.joins("mona", "mona").await;
    expect![[r#"
        lør 10:01 mona → bot: /start <code for mona>
        lør 10:01 bot → anne: Nå kan jeg skrive til Mona Sand.
        lør 10:01 bot → bjorn: Nå kan jeg skrive til Mona Sand.
        lør 10:01 bot → jonas: Nå kan jeg skrive til Mona Sand.
        lør 10:01 bot → mona: Velkommen, Mona! Nå er du med i Tannhjul for Fjellvik kommune.
              Skriv hva dere trenger i én melding, så spør jeg lagene: «Trenger 2 stk til snømåking i Storgata 5 i morgen kl. 16–18».
              Har du vakt, får du beskjed her når en plass står tom og noen må avgjøre hva som skal skje.

              Fjellvik kommune har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
              Det brukes bare til å fordele oppdragene og gjøre opp med laget.
              Skriv «mine data» for å se det, «slett meg» for å få det slettet.
              [Les hele ↗]
        lør 10:01 bot → mona: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn while_people_join_nothing_is_said(db: Db) {
    let mut fjellvik = World::before_anybody_joined(db).await;
    for person in ["anne", "jonas"] {
        fjellvik.joins(person, person).await;
    }
    fjellvik.forget();
    fjellvik.joins("bjorn", "bjorn").await;
    fjellvik.time_passes_until("2026-11-23T12:00:00").await;
    expect![[r#"
        lør 10:00 bjorn → bot: /start <code for bjorn>
        lør 10:00 bot → bjorn: Velkommen, Bjørn! Nå er du med i Tannhjul for Fjellvik kommune.
              Skriv hva dere trenger i én melding, så spør jeg lagene: «Trenger 2 stk til snømåking i Storgata 5 i morgen kl. 16–18».
              Har du vakt, får du beskjed her når en plass står tom og noen må avgjøre hva som skal skje.

              Fjellvik kommune har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
              Det brukes bare til å fordele oppdragene og gjøre opp med laget.
              Skriv «mine data» for å se det, «slett meg» for å få det slettet.
              [Les hele ↗]
        lør 10:00 bot → bjorn: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
    // Who had joined and is lost is told of.
    fjellvik.blocks("bjorn", true).await;
    expect![[r#"
        man 12:00 bjorn → bot: (blocks it)
        man 12:00 bot → anne: Jeg kan ikke skrive til Bjørn Moe, som skal ha vakt fra mandag 30. november kl. 08.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
        man 12:00 bot → jonas: Jeg kan ikke skrive til Bjørn Moe, som skal ha vakt fra mandag 30. november kl. 08.
              Det hjelper at chatten med meg blir åpnet, med et trykk på Start.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}
