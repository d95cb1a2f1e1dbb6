//! Joining: codes, roles, and what those hear who come without one.

use expect_test::expect;
use tannhjul::chat::Event;
use tannhjul::domain::ids::{PersonId, TaskId};
use tannhjul::domain::task::Change;
use tannhjul::store::Db;

use crate::acts::SNOW;
use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    who_writes_before_start_is_greeted_with_what_was_promised,
    a_code_works_once_for_what_it_was_made_for,
    a_code_lasts_for_fourteen_days,
    a_group_joins_once,
    everybody_is_welcomed_as_what_they_are,
    who_answered_before_joining_is_the_same_human,
    a_code_does_not_make_one_human_of_two,
    strangers_are_told_how_to_join,
    somebody_who_answered_twice_holds_one_place,
    a_place_goes_before_any_other_answer,
    a_name_can_not_turn_the_writing,
    a_group_that_lets_the_bot_in_is_asked_for_its_code,
    an_anonymous_admin_may_connect_the_group,
    somebody_blocks_the_bot_and_starts_it_again,
);

async fn a_code_works_once_for_what_it_was_made_for(db: Db) {
    let mut fjellvik = World::before_anybody_joined(db).await;
    fjellvik.joins("kari", "kari").await;
    fjellvik.joins("kari", "kari").await;
    fjellvik.joins("sneaky", "kari").await;
    fjellvik.says("sneaky", "/start ABCD-EFGH").await;
    fjellvik.joins("kari", "nordre-il").await;
    fjellvik.joins_in("fjellvik-il", "ola", "ola").await;
    expect![[r#"
        lør 10:00 kari → bot: /start <code for kari>
        lør 10:00 bot → kari: Velkommen, Kari! Nå er du med i Tannhjul for Fjellvik kommune.
              Når noen trenger hjelp, spør jeg i gruppa. Svar «ja» når det passer. Det er helt greit å si nei.

              Fjellvik kommune har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
              Det brukes bare til å fordele oppdragene og gjøre opp med laget.
              Skriv «mine data» for å se det, «slett meg» for å få det slettet.
              [Les hele ↗]
        lør 10:00 bot → kari: (deleted)
        lør 10:00 kari → bot: /start <code for kari>
        lør 10:00 bot → kari: Du er allerede med.
        lør 10:00 sneaky → bot: /start <code for kari>
        lør 10:00 bot → sneaky: Den koden er brukt. Be om en ny hvis det ikke var deg.
        lør 10:00 sneaky → bot: /start ABCD-EFGH
        lør 10:00 bot → sneaky: Den koden kjenner jeg ikke. Se etter at hele koden kom med, eller be om en ny.
        lør 10:00 kari → bot: /start <code for nordre-il>
        lør 10:00 bot → kari: Den koden er til en gruppe. Legg meg til i gruppa, og send den der.
        lør 10:00 ⌂ fjellvik-il ola: /koble <code for ola>
        lør 10:00 ⌂ fjellvik-il bot: Den koden er til én person. Send den til meg privat, ikke her.
    "#]]
    .assert_eq(&fjellvik.transcript());
    // The code that was sent in the wrong place can still be used in the right one, written as a telephone writes it.
    fjellvik.joins_shouting("ola", "ola").await;
    expect![[r#"
        lør 10:00 ola → bot: /start  « <CODE FOR ola> »
        lør 10:00 bot → ola: Velkommen, Ola! Nå er du med i Tannhjul for Fjellvik kommune.
              Når noen trenger hjelp, spør jeg i gruppa. Svar «ja» når det passer. Det er helt greit å si nei.

              Fjellvik kommune har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
              Det brukes bare til å fordele oppdragene og gjøre opp med laget.
              Skriv «mine data» for å se det, «slett meg» for å få det slettet.
              [Les hele ↗]
        lør 10:00 bot → ola: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM person_account").await, 2);
    fjellvik.is_at_rest().await;
}

async fn a_code_lasts_for_fourteen_days(db: Db) {
    let mut fjellvik = World::before_anybody_joined(db).await;
    fjellvik.time_passes_until("2026-12-05T09:59:00").await;
    fjellvik.joins("kari", "kari").await;
    fjellvik.time_passes_until("2026-12-05T10:00:00").await;
    fjellvik.forget();
    fjellvik.joins("per", "per").await;
    fjellvik.joins_in("nordre-il", "geir", "nordre-il").await;
    expect![[r#"
        lør 10:00 per → bot: /start <code for per>
        lør 10:00 bot → per: Den koden er for gammel. Be om en ny – en kode varer i 14 dager.
        lør 10:00 ⌂ nordre-il geir: /koble <code for nordre-il>
        lør 10:00 ⌂ nordre-il bot: Den koden er for gammel. Be om en ny – en kode varer i 14 dager.
    "#]]
    .assert_eq(&fjellvik.transcript());
    // The file once more gives new codes to those who have not joined, and to nobody else.
    let report = fjellvik.apply(crate::world::FJELLVIK).await;
    let with_code = |key: &str| report.people.iter().any(|person| person.key == key && person.code.is_some());
    assert!(with_code("per") && !with_code("kari"));
    fjellvik.joins("per", "per").await;
    fjellvik.joins_in("nordre-il", "geir", "nordre-il").await;
    expect![[r#"
        lør 10:00 per → bot: /start <code for per>
        lør 10:00 bot → per: Velkomen, Per! No er du med i Tannhjul for Fjellvik kommune.
              Når nokon treng hjelp, spør eg i gruppa. Svar «ja» når det passar. Det er heilt greitt å seie nei.

              Fjellvik kommune har ansvaret for det eg lagrar: namnet ditt og kva du svarar på oppdrag.
              Det blir berre brukt til å fordele oppdraga og gjere opp med laget.
              Skriv «mine data» for å sjå det, «slett meg» for å få det sletta.
              [Les heile ↗]
        lør 10:00 bot → per: (deleted)
        lør 10:00 ⌂ nordre-il geir: /koble <code for nordre-il>
        lør 10:00 ⌂ nordre-il bot: Nordre IL er kopla til Fjellvik kommune. Her kjem oppdraga. Svar «ja» på det som passar.
        lør 10:00 ⌂ nordre-il bot: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_group_joins_once(db: Db) {
    let mut fjellvik = World::before_anybody_joined(db).await;
    fjellvik.joins("hanne", "hanne").await;
    fjellvik.forget();
    fjellvik.joins_in("fjellvik-il", "hanne", "fjellvik-il").await;
    fjellvik.joins_in("fjellvik-il", "hanne", "fjellvik-il").await;
    fjellvik.says_in("fjellvik-il", "hanne", "/start").await;
    fjellvik.joins_in("another-chat", "hanne", "fjellvik-il").await;
    fjellvik.joins_in("fjellvik-il", "hanne", "nordre-il").await;
    fjellvik.joins_in("hjemmetjenesten", "silje", "hjemmetjenesten").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il hanne: /koble <code for fjellvik-il>
        lør 10:00 ⌂ fjellvik-il bot: Fjellvik IL er koblet til Fjellvik kommune. Her kommer oppdragene. Svar «ja» på det som passer.
        lør 10:00 ⌂ fjellvik-il bot: (deleted)
        lør 10:00 ⌂ fjellvik-il hanne: /koble <code for fjellvik-il>
        lør 10:00 ⌂ fjellvik-il bot: Gruppa er allerede koblet til.
        lør 10:00 ⌂ fjellvik-il hanne: /start
        lør 10:00 ⌂ fjellvik-il bot: Gruppa er allerede koblet til.
        lør 10:00 ⌂ another-chat hanne: /koble <code for fjellvik-il>
        lør 10:00 ⌂ another-chat bot: Den koden er brukt. Be om en ny hvis det ikke var deg.
        lør 10:00 ⌂ fjellvik-il hanne: /koble <code for nordre-il>
        lør 10:00 ⌂ fjellvik-il bot: Denne chatten er allerede koblet til som en annen gruppe. Er det feil, si fra til kommunen.
        lør 10:00 ⌂ hjemmetjenesten silje: /koble <code for hjemmetjenesten>
        lør 10:00 ⌂ hjemmetjenesten bot: Hjemmetjenesten Fjellvik er koblet til Fjellvik kommune. Skriv /behov og hva dere trenger, så spør jeg lagene.
        lør 10:00 ⌂ hjemmetjenesten bot: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM chat_group WHERE chat_id IS NOT NULL").await, 2);
    // The code that was sent in the wrong group is unused still.
    fjellvik.joins_in("nordre-il", "geir", "nordre-il").await;
    fjellvik.forget();
    fjellvik.is_at_rest().await;
}

async fn everybody_is_welcomed_as_what_they_are(db: Db) {
    let mut fjellvik = World::before_anybody_joined(db).await;
    for person in ["silje", "anne", "bjorn", "inger", "jonas", "hanne", "geir", "james"] {
        fjellvik.joins(person, person).await;
    }
    expect![[r#"
        lør 10:00 silje → bot: /start <code for silje>
        lør 10:00 bot → silje: Velkommen, Silje! Nå er du med i Tannhjul for Fjellvik kommune.
              Skriv hva dere trenger i én melding, så spør jeg lagene: «Trenger 2 stk til snømåking i Storgata 5 i morgen kl. 16–18».

              Fjellvik kommune har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
              Det brukes bare til å fordele oppdragene og gjøre opp med laget.
              Skriv «mine data» for å se det, «slett meg» for å få det slettet.
              [Les hele ↗]
        lør 10:00 bot → silje: (deleted)
        lør 10:00 anne → bot: /start <code for anne>
        lør 10:00 bot → anne: Velkommen, Anne! Nå er du med i Tannhjul for Fjellvik kommune.
              Skriv hva dere trenger i én melding, så spør jeg lagene: «Trenger 2 stk til snømåking i Storgata 5 i morgen kl. 16–18».
              Har du vakt, får du beskjed her når en plass står tom og noen må avgjøre hva som skal skje.

              Fjellvik kommune har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
              Det brukes bare til å fordele oppdragene og gjøre opp med laget.
              Skriv «mine data» for å se det, «slett meg» for å få det slettet.
              [Les hele ↗]
        lør 10:00 bot → anne: (deleted)
        lør 10:00 bjorn → bot: /start <code for bjorn>
        lør 10:00 bot → bjorn: Velkommen, Bjørn! Nå er du med i Tannhjul for Fjellvik kommune.
              Skriv hva dere trenger i én melding, så spør jeg lagene: «Trenger 2 stk til snømåking i Storgata 5 i morgen kl. 16–18».
              Har du vakt, får du beskjed her når en plass står tom og noen må avgjøre hva som skal skje.

              Fjellvik kommune har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
              Det brukes bare til å fordele oppdragene og gjøre opp med laget.
              Skriv «mine data» for å se det, «slett meg» for å få det slettet.
              [Les hele ↗]
        lør 10:00 bot → bjorn: (deleted)
        lør 10:00 inger → bot: /start <code for inger>
        lør 10:00 bot → inger: Velkommen, Inger! Nå er du med i Tannhjul for Fjellvik kommune.
              Her får du beskjed når det er noe du bør vite.

              Fjellvik kommune har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
              Det brukes bare til å fordele oppdragene og gjøre opp med laget.
              Skriv «mine data» for å se det, «slett meg» for å få det slettet.
              [Les hele ↗]
        lør 10:00 bot → inger: (deleted)
        lør 10:00 jonas → bot: /start <code for jonas>
        lør 10:00 bot → jonas: Velkommen, Jonas! Nå er du med i Tannhjul for Fjellvik kommune.
              Her får du beskjed når det er noe du bør vite.

              Fjellvik kommune har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
              Det brukes bare til å fordele oppdragene og gjøre opp med laget.
              Skriv «mine data» for å se det, «slett meg» for å få det slettet.
              [Les hele ↗]
        lør 10:00 bot → jonas: (deleted)
        lør 10:00 hanne → bot: /start <code for hanne>
        lør 10:00 bot → hanne: Velkommen, Hanne! Nå er du med i Tannhjul for Fjellvik kommune.
              Når noen trenger hjelp, spør jeg i gruppa. Svar «ja» når det passer. Det er helt greit å si nei.

              Fjellvik kommune har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
              Det brukes bare til å fordele oppdragene og gjøre opp med laget.
              Skriv «mine data» for å se det, «slett meg» for å få det slettet.
              [Les hele ↗]
        lør 10:00 bot → hanne: (deleted)
        lør 10:00 geir → bot: /start <code for geir>
        lør 10:00 bot → geir: Velkomen, Geir! No er du med i Tannhjul for Fjellvik kommune.
              Når nokon treng hjelp, spør eg i gruppa. Svar «ja» når det passar. Det er heilt greitt å seie nei.

              Fjellvik kommune har ansvaret for det eg lagrar: namnet ditt og kva du svarar på oppdrag.
              Det blir berre brukt til å fordele oppdraga og gjere opp med laget.
              Skriv «mine data» for å sjå det, «slett meg» for å få det sletta.
              [Les heile ↗]
        lør 10:00 bot → geir: (deleted)
        lør 10:00 james → bot: /start <code for james>
        lør 10:00 bot → james: Welcome, James! You have joined Tannhjul for Fjellvik kommune.
              When somebody needs help, I ask in the group. Answer “yes” when it suits you. It is fine to say no.

              Fjellvik kommune is responsible for what I store: your name and your answers to tasks.
              It is used only to share out the tasks and to settle up with the club.
              Write “my data” to see it, “erase me” to have it erased.
              [Read it all ↗]
        lør 10:00 bot → james: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn who_answered_before_joining_is_the_same_human(db: Db) {
    let mut fjellvik = World::before_anybody_joined(db).await;
    for person in ["silje", "anne", "bjorn"] {
        fjellvik.joins(person, person).await;
    }
    fjellvik.joins_in("fjellvik-il", "anne", "fjellvik-il").await;
    fjellvik.says("silje", "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.presses("silje", "Send").await;
    fjellvik.forget();
    let people = fjellvik.count("SELECT COUNT(*) FROM person").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.joins("kari", "kari").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): ja
        lør 10:00 ⌂ fjellvik-il bot: Takk, Kari! Du har plass på #1. Åpne en chat med meg, så får du adressen.
              [Åpne chat med meg ↗]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 kari → bot: /start <code for kari>
        lør 10:00 bot → kari: Velkommen, Kari! Nå er du med i Tannhjul for Fjellvik kommune.
              Når noen trenger hjelp, spør jeg i gruppa. Svar «ja» når det passer. Det er helt greit å si nei.

              Fjellvik kommune har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
              Det brukes bare til å fordele oppdragene og gjøre opp med laget.
              Skriv «mine data» for å se det, «slett meg» for å få det slettet.
              [Les hele ↗]
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 bot → kari: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM person_account").await, 4);
    assert_eq!(
        fjellvik.count("SELECT COUNT(*) FROM person").await,
        people + 1,
        "the one who was made for the answer"
    );
    assert_eq!(fjellvik.task(1).await.taken(), 1);
    // She drops out as the human she is.
    fjellvik.says("kari", "må melde forfall").await;
    expect![[r#"
        lør 10:00 kari → bot: må melde forfall
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #1, søndag 22. november kl. 16–18. Jeg spør andre.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_code_does_not_make_one_human_of_two(db: Db) {
    let mut fjellvik = World::before_anybody_joined(db).await;
    fjellvik.joins("kari", "kari").await;
    fjellvik.forget();
    fjellvik.joins("kari", "ola").await;
    expect![[r#"
        lør 10:00 kari → bot: /start <code for ola>
        lør 10:00 bot → kari: Du er allerede med som Kari Nes. Den koden er til noen andre, som fortsatt kan bruke den. Er det feil, si fra til kommunen.
    "#]].assert_eq(&fjellvik.transcript());
    // Ola's code waits for Ola.
    fjellvik.joins("ola", "ola").await;
    expect![[r#"
        lør 10:00 ola → bot: /start <code for ola>
        lør 10:00 bot → ola: Velkommen, Ola! Nå er du med i Tannhjul for Fjellvik kommune.
              Når noen trenger hjelp, spør jeg i gruppa. Svar «ja» når det passer. Det er helt greit å si nei.

              Fjellvik kommune har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
              Det brukes bare til å fordele oppdragene og gjøre opp med laget.
              Skriv «mine data» for å se det, «slett meg» for å få det slettet.
              [Les hele ↗]
        lør 10:00 bot → ola: (deleted)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn strangers_are_told_how_to_join(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("stranger", "/start").await;
    fjellvik.says("stranger", "hei, kan noen hjelpe meg?").await;
    fjellvik.says("stranger", "/behov 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.says("stranger", "/mine").await;
    fjellvik.says("stranger", "/kontakt").await;
    fjellvik.says("stranger", "/noe").await;
    fjellvik.speaks("tourist", "en-GB");
    fjellvik.says("tourist", "hello?").await;
    fjellvik.says("kari", "/start").await;
    fjellvik.says("james", "/start").await;
    fjellvik.says("per", "/start").await;
    expect![[r#"
        lør 10:00 stranger → bot: /start
        lør 10:00 bot → stranger: Hei! Jeg er Tannhjul. Jeg hjelper kommunen og frivillige med å finne hverandre.
              For å bli med trenger du en kode fra laget ditt eller kommunen. Send den slik: /start KODE
        lør 10:00 stranger → bot: hei, kan noen hjelpe meg?
        lør 10:00 bot → stranger: Hei! Jeg er Tannhjul. Jeg hjelper kommunen og frivillige med å finne hverandre.
              For å bli med trenger du en kode fra laget ditt eller kommunen. Send den slik: /start KODE
        lør 10:00 stranger → bot: /behov 2 stk til snømåking i Storgata 5 i morgen kl 16-18
        lør 10:00 bot → stranger: Hei! Jeg er Tannhjul. Jeg hjelper kommunen og frivillige med å finne hverandre.
              For å bli med trenger du en kode fra laget ditt eller kommunen. Send den slik: /start KODE
        lør 10:00 bot → stranger: (deleted)
        lør 10:00 stranger → bot: /mine
        lør 10:00 bot → stranger: Hei! Jeg er Tannhjul. Jeg hjelper kommunen og frivillige med å finne hverandre.
              For å bli med trenger du en kode fra laget ditt eller kommunen. Send den slik: /start KODE
        lør 10:00 stranger → bot: /kontakt
        lør 10:00 bot → stranger: Hei! Jeg er Tannhjul. Jeg hjelper kommunen og frivillige med å finne hverandre.
              For å bli med trenger du en kode fra laget ditt eller kommunen. Send den slik: /start KODE
        lør 10:00 stranger → bot: /noe
        lør 10:00 bot → stranger: Den kommandoen kjenner jeg ikke. Skriv «hjelp», så ser du hva jeg kan.
        lør 10:00 tourist → bot: hello?
        lør 10:00 bot → tourist: Hello! I am Tannhjul. I help the municipality and volunteers find each other.
              To join you need a code from your club or the municipality. Send it like this: /start CODE
        lør 10:00 kari → bot: /start
        lør 10:00 bot → kari: Hei, Kari! Nå kan jeg skrive til deg her.
        lør 10:00 james → bot: /start
        lør 10:00 bot → james: Hello, James! Now I can write to you here.
        lør 10:00 per → bot: /start
        lør 10:00 bot → per: Hei, Per! No kan eg skrive til deg her.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_group_that_lets_the_bot_in_is_asked_for_its_code(db: Db) {
    let mut fjellvik = World::new(db).await;
    let (known, unknown) = (fjellvik.group("fjellvik-il"), fjellvik.group("bridge-club"));
    fjellvik.happens(unknown, "stranger", Event::BotPresent(true)).await;
    fjellvik.says_in("bridge-club", "stranger", "/koble").await;
    fjellvik.says_in("bridge-club", "stranger", "/koble KODE").await;
    fjellvik.says_in("bridge-club", "stranger", "/poll@another_bot").await;
    fjellvik.says_in("bridge-club", "stranger", "/behov snømåking i Storgata 5 i morgen kl 16-18").await;
    expect![[r#"
        lør 10:00 ⌂ bridge-club bot: Hei! For å spørre om hjelp her trenger jeg koden til gruppa. Send den slik: /koble KODE
        lør 10:00 ⌂ bridge-club stranger: /koble
        lør 10:00 ⌂ bridge-club bot: Hei! For å spørre om hjelp her trenger jeg koden til gruppa. Send den slik: /koble KODE
        lør 10:00 ⌂ bridge-club stranger: /koble KODE
        lør 10:00 ⌂ bridge-club bot: Den koden kjenner jeg ikke. Se etter at hele koden kom med, eller be om en ny.
        lør 10:00 ⌂ bridge-club stranger: /poll@another_bot
        lør 10:00 ⌂ bridge-club stranger: /behov snømåking i Storgata 5 i morgen kl 16-18
        lør 10:00 ⌂ bridge-club bot: Hei! For å spørre om hjelp her trenger jeg koden til gruppa. Send den slik: /koble KODE
        lør 10:00 ⌂ bridge-club bot: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
    // A group that is known needs nothing but the bot.
    fjellvik.happens(known.clone(), "hanne", Event::BotPresent(false)).await;
    fjellvik.happens(known, "hanne", Event::BotPresent(true)).await;
    expect![[r#"
        lør 10:00 bot → anne: Jeg er tatt ut av gruppa Fjellvik IL og kan ikke spørre der lenger.
        lør 10:00 bot → bjorn: Jeg er tatt ut av gruppa Fjellvik IL og kan ikke spørre der lenger.
        lør 10:00 bot → jonas: Jeg er tatt ut av gruppa Fjellvik IL og kan ikke spørre der lenger.
        lør 10:00 bot → anne: Jeg er tilbake i gruppa Fjellvik IL og kan spørre der igjen.
        lør 10:00 bot → bjorn: Jeg er tilbake i gruppa Fjellvik IL og kan spørre der igjen.
        lør 10:00 bot → jonas: Jeg er tilbake i gruppa Fjellvik IL og kan spørre der igjen.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn an_anonymous_admin_may_connect_the_group(db: Db) {
    let mut fjellvik = World::before_anybody_joined(db).await;
    fjellvik.joins_in_hidden("fjellvik-il", "kari").await;
    fjellvik.joins_in_hidden("fjellvik-il", "fjellvik-il").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il (hidden): /koble <code for kari>
        lør 10:00 ⌂ fjellvik-il bot: Den koden er til én person. Send den til meg privat, ikke her.
        lør 10:00 ⌂ fjellvik-il (hidden): /koble <code for fjellvik-il>
        lør 10:00 ⌂ fjellvik-il bot: Fjellvik IL er koblet til Fjellvik kommune. Her kommer oppdragene. Svar «ja» på det som passer.
        lør 10:00 ⌂ fjellvik-il bot: (deleted)
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM person_account").await, 0);
    fjellvik.is_at_rest().await;
}

async fn somebody_blocks_the_bot_and_starts_it_again(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.presses("silje", "Send").await;
    fjellvik.forget();
    fjellvik.chat.block("p:kari");
    let private = fjellvik.private("kari");
    fjellvik.happens(private.clone(), "kari", Event::BotPresent(false)).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.chat.unblock("p:kari");
    fjellvik.happens(private, "kari", Event::BotPresent(true)).await;
    fjellvik.says("kari", "/start").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): ja
        lør 10:00 ⌂ fjellvik-il bot: Takk, Kari! Du har plass på #1. Åpne en chat med meg, så får du adressen.
              [Åpne chat med meg ↗]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 kari → bot: /start
        lør 10:00 bot → kari: Hei, Kari! Nå kan jeg skrive til deg her.
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

/// Somebody is put in as who they are, and takes a place in the group as whom nobody knows; then they send their code.
async fn somebody_who_answered_twice_holds_one_place(db: Db) {
    let mut fjellvik = World::before_anybody_joined(db).await;
    for person in ["silje", "anne", "bjorn", "ola"] {
        fjellvik.joins(person, person).await;
    }
    fjellvik.joins_in("fjellvik-il", "anne", "fjellvik-il").await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.presses_data("anne", "put:1").await;
    fjellvik.presses("anne", "Kari Nes").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    assert_eq!(fjellvik.task(1).await.taken(), 2);
    fjellvik.forget();
    fjellvik.joins("kari", "kari").await;
    let told = fjellvik.transcript();
    let lines = told.lines().filter(|line| !line.starts_with("       ") && !line.contains("(edited)"));
    expect![[r#"
        lør 10:00 kari → bot: /start <code for kari>
              [Endre] [Avlys]
        lør 10:00 bot → ola: Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
              [Ja] [Nei]
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2. En reserve er spurt først.
              Kommer: Kari N.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 bot → kari: Velkommen, Kari! Nå er du med i Tannhjul for Fjellvik kommune.
              Når noen trenger hjelp, spør jeg i gruppa. Svar «ja» når det passer. Det er helt greit å si nei.

              Fjellvik kommune har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
              Det brukes bare til å fordele oppdragene og gjøre opp med laget.
              Skriv «mine data» for å se det, «slett meg» for å få det slettet.
              [Les hele ↗]
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 bot → kari: (deleted)"#]].assert_eq(&lines.collect::<Vec<_>>().join("\n"));
    let task = fjellvik.task(1).await;
    assert_eq!((task.taken(), task.signups.len()), (1, 2), "{:?}", task.signups);
    assert_eq!(
        fjellvik.count("SELECT COUNT(*) FROM person WHERE key IS NULL AND erased_at IS NULL").await,
        0
    );
    fjellvik.is_at_rest().await;
}

/// Kari said no from her own account, and yes from one that nobody knew.
async fn a_place_goes_before_any_other_answer(db: Db) {
    let mut fjellvik = World::before_anybody_joined(db).await;
    for person in ["silje", "anne", "bjorn"] {
        fjellvik.joins(person, person).await;
    }
    fjellvik.joins_in("fjellvik-il", "anne", "fjellvik-il").await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.presses_data("anne", "put:1").await;
    fjellvik.presses("anne", "Kari Nes").await;
    let kari = PersonId(fjellvik.count("SELECT id FROM person WHERE key = 'kari'").await);
    let mut tx = fjellvik.db.begin().await.expect("a transaction");
    let mut task = tx.task_to_change(TaskId(1)).await.expect("read").expect("a task");
    tx.change_task(&mut task, &Change::Withdrew { person: kari }, fjellvik.now()).await.expect("changed");
    tx.commit().await.expect("committed");
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.joins("kari", "kari").await;
    let task = fjellvik.task(1).await;
    assert_eq!((task.taken(), task.held_by(kari), task.signups.len()), (1, 1, 1), "{:?}", task.signups);
    fjellvik.is_at_rest().await;
}

/// The platform lets any name through: the border does not.
async fn a_name_can_not_turn_the_writing(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.is_called("stranger", "Mallory\u{202e} ]tidderK[\n\u{200b}Nordmann\u{7}");
    fjellvik.replies("fjellvik-il", "stranger", "ja").await;
    fjellvik.is_called("nameless", "\u{200f}\u{2800}");
    fjellvik.replies("fjellvik-il", "nameless", "ja").await;
    expect![[r#"
        Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
        Sone Sentrum
        Spade, ikke freser: det er søn- eller helligdag.
        2 frivillige. 200 kr til laget for hver.

        Dekket, takk!
        Kommer: Mallory N. og a:nameless"#]]
    .assert_eq(&fjellvik.card("fjellvik-il").text.body);
}

/// A neighbour says yes in the group and then writes in private without pressing Start: that opens the chat just as well.
async fn who_writes_before_start_is_greeted_with_what_was_promised(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "nabo", "ja").await;
    fjellvik.forget();
    fjellvik.says("nabo", "hei").await;
    fjellvik.says("nabo", "hei").await;
    expect![[r#"
        lør 10:00 nabo → bot: hei
        lør 10:00 bot → nabo: Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 bot → nabo: Jeg er Tannhjul. Jeg spør i gruppa når noen trenger hjelp, og holder orden på hvem som kommer.
              Svar «ja» eller «kan ikke» på et oppdrag. Kommer det noe i veien, skriv «må melde forfall», så spør jeg andre. /mine viser oppdragene dine, /ledige det som mangler folk.
              /hvem #17 viser hvem som kommer, /kontakt hvem du kan ringe.
              Om deg selv: /borte når du er borte (og /tilbake), /sprak bytter språk, /slutt melder deg ut av laget, /minedata viser alt jeg har om deg, /slettmeg sletter det.
        lør 10:00 bot → nabo: Fjellvik kommune har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
              Det brukes bare til å fordele oppdragene og gjøre opp med laget.
              Skriv «mine data» for å se det, «slett meg» for å få det slettet.
              [Les hele ↗]
        lør 10:00 nabo → bot: hei
        lør 10:00 bot → nabo: Jeg er Tannhjul. Jeg spør i gruppa når noen trenger hjelp, og holder orden på hvem som kommer.
              Svar «ja» eller «kan ikke» på et oppdrag. Kommer det noe i veien, skriv «må melde forfall», så spør jeg andre. /mine viser oppdragene dine, /ledige det som mangler folk.
              /hvem #17 viser hvem som kommer, /kontakt hvem du kan ringe.
              Om deg selv: /borte når du er borte (og /tilbake), /sprak bytter språk, /slutt melder deg ut av laget, /minedata viser alt jeg har om deg, /slettmeg sletter det.
    "#]].assert_eq(&fjellvik.transcript());
}
