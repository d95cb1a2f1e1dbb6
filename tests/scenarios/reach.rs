//! Who can be written to: asked by those who answer for it, and by those who do not.

use expect_test::expect;
use tannhjul::chat::Event;
use tannhjul::store::Db;

use crate::acts::SNOW;
use crate::databases::on_both_engines;
use crate::world::{FJELLVIK, World};

on_both_engines!(
    a_coordinator_sees_every_group,
    a_contact_sees_the_own_club,
    others_see_nothing,
    one_group_is_named,
    somebody_comes_into_the_group_and_answers,
    asked_in_a_group,
);

/// A municipality of one club, in which things are not as they should be: Per and Ola have not joined, Kari has blocked the bot, Eva answered in
/// the group and has not opened a chat.
async fn some_are_missing(db: Db) -> World {
    let mut fjellvik = World::empty(db).await;
    fjellvik.apply(FJELLVIK).await;
    for person in ["anne", "inger", "silje", "hanne", "kari", "lars"] {
        fjellvik.joins(person, person).await;
    }
    for group in ["fjellvik-il", "nordre-il", "hjemmetjenesten"] {
        fjellvik.joins_in(group, "anne", group).await;
    }
    fjellvik.asked_for(SNOW).await;
    let private = fjellvik.private("kari");
    fjellvik.happens(private, "kari", Event::BotPresent(false)).await;
    fjellvik.is_called("erik", "Erik Dal");
    fjellvik.replies("fjellvik-il", "erik", "ja").await;
    let group = fjellvik.group("nordre-il");
    fjellvik.happens(group, "lars", Event::BotPresent(false)).await;
    fjellvik.forget();
    fjellvik
}

async fn a_coordinator_sees_every_group(db: Db) {
    let mut fjellvik = some_are_missing(db).await;
    fjellvik.says("anne", "hvem når vi?").await;
    expect![[r#"
        lør 10:00 anne → bot: hvem når vi?
        lør 10:00 bot → anne: Når noe står fast, sier jeg fra til Anne Berg og Inger Holt.
              Bjørn Moe skal også få beskjed, men har ikke åpnet chat med meg. Ring 10 00 00 02 og be om det.

              Fjellvik IL: jeg kan skrive privat til 1 av 6.
              Har ikke åpnet chat med meg: Erik Dal.
              Har blokkert meg: Kari Nes.
              Har ikke brukt koden sin: Eva Lie, Ola Rud og Per Haugen.

              Fjellvik IL Fotball: jeg kan skrive privat til 0 av 2.
              Gruppa er ikke koblet til, så der kan jeg ikke spørre. Legg meg inn og skriv /koble og koden i gruppa.
              Har ikke brukt koden sin: Eva Lie og Ola Rud.

              Nordre IL: jeg kan skrive privat til 1 av 4.
              Jeg er tatt ut av gruppa, så der kan jeg ikke spørre. Legg meg inn igjen.
              Har ikke brukt koden sin: Anders Vik, Geir Solberg og Solveig Eide.

              Frivilligsentralen Fjellvik: jeg kan skrive privat til 0 av 4.
              Gruppa er ikke koblet til, så der kan jeg ikke spørre. Legg meg inn og skriv /koble og koden i gruppa.
              Har ikke brukt koden sin: Berit Aas, James Whitfield, Marit Dahl og Nils Strand.

              Hjemmetjenesten Fjellvik: jeg kan skrive privat til 2 av 2.

              Be dem åpne https://chat.example/bot?start= og trykke Start.
              Jeg vet bare om dem som har svart, tatt koden sin eller kommet inn mens jeg var der. Om noen har slått av varslene, kan jeg ikke se.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_contact_sees_the_own_club(db: Db) {
    let mut fjellvik = some_are_missing(db).await;
    fjellvik.says("hanne", "/hvemnaar").await;
    expect![[r#"
        lør 10:00 hanne → bot: /hvemnaar
        lør 10:00 bot → hanne: Fjellvik IL: jeg kan skrive privat til 1 av 6.
              Har ikke åpnet chat med meg: Erik Dal.
              Har blokkert meg: Kari Nes.
              Har ikke brukt koden sin: Eva Lie, Ola Rud og Per Haugen.

              Fjellvik IL Fotball: jeg kan skrive privat til 0 av 2.
              Gruppa er ikke koblet til, så der kan jeg ikke spørre. Legg meg inn og skriv /koble og koden i gruppa.
              Har ikke brukt koden sin: Eva Lie og Ola Rud.

              Be dem åpne https://chat.example/bot?start= og trykke Start.
              Jeg vet bare om dem som har svart, tatt koden sin eller kommet inn mens jeg var der. Om noen har slått av varslene, kan jeg ikke se.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn others_see_nothing(db: Db) {
    let mut fjellvik = some_are_missing(db).await;
    for person in ["kari", "silje", "inger", "mona"] {
        fjellvik.says(person, "hvem når vi?").await;
    }
    // The contact of one club does not see another's.
    fjellvik.says("hanne", "hvem når vi i Nordre IL?").await;
    expect![[r#"
        lør 10:00 kari → bot: hvem når vi?
        lør 10:00 bot → kari: Hvem jeg når, er for koordinatorene og for kontaktpersonen i hvert lag. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 silje → bot: hvem når vi?
        lør 10:00 bot → silje: Hvem jeg når, er for koordinatorene og for kontaktpersonen i hvert lag. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 inger → bot: hvem når vi?
        lør 10:00 bot → inger: Hvem jeg når, er for koordinatorene og for kontaktpersonen i hvert lag. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 mona → bot: hvem når vi?
        lør 10:00 bot → mona: Hei! Jeg er Tannhjul. Jeg hjelper kommunen og frivillige med å finne hverandre.
              For å bli med trenger du en kode fra laget ditt eller kommunen. Send den slik: /start KODE
        lør 10:00 hanne → bot: hvem når vi i Nordre IL?
        lør 10:00 bot → hanne: Fjellvik IL: jeg kan skrive privat til 2 av 6.
              Har ikke åpnet chat med meg: Erik Dal.
              Har ikke brukt koden sin: Eva Lie, Ola Rud og Per Haugen.

              Fjellvik IL Fotball: jeg kan skrive privat til 0 av 2.
              Gruppa er ikke koblet til, så der kan jeg ikke spørre. Legg meg inn og skriv /koble og koden i gruppa.
              Har ikke brukt koden sin: Eva Lie og Ola Rud.

              Be dem åpne https://chat.example/bot?start= og trykke Start.
              Jeg vet bare om dem som har svart, tatt koden sin eller kommet inn mens jeg var der. Om noen har slått av varslene, kan jeg ikke se.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn one_group_is_named(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("anne", "/sprak english").await;
    fjellvik.says("anne", "whom do we reach in Hjemmetjenesten?").await;
    fjellvik.says("geir", "kven når vi?").await;
    expect![[r#"
        lør 10:00 anne → bot: /sprak english
        lør 10:00 bot → anne: I will write in English.
        lør 10:00 anne → bot: whom do we reach in Hjemmetjenesten?
        lør 10:00 bot → anne: Hjemmetjenesten Fjellvik: I can write in private to 2 of 2.

              I only know of those who have answered, used their code or come in while I was there. Whether somebody has turned notifications off I can’t see.
        lør 10:00 geir → bot: kven når vi?
        lør 10:00 bot → geir: Nordre IL: eg kan skrive privat til 4 av 4.

              Eg veit berre om dei som har svara, teke koden sin eller kome inn medan eg var der. Om nokon har slått av varsla, kan eg ikkje sjå.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn somebody_comes_into_the_group_and_answers(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    let incoming = fjellvik.incoming(fjellvik.group("fjellvik-il"), "erik", Event::BotPresent(true));
    let tannhjul::chat::Sender::Account(account) = incoming.sender else { unreachable!("somebody") };
    let event = Event::MemberPresent { account, present: true };
    fjellvik.happens(fjellvik.group("fjellvik-il"), "kari", event).await;
    fjellvik.says("hanne", "hvem når vi i Fjellvik IL").await;
    expect![[r#"
        lør 10:00 hanne → bot: hvem når vi i Fjellvik IL
        lør 10:00 bot → hanne: Fjellvik IL: jeg kan skrive privat til 5 av 5.
              Én til er i gruppa, som jeg ikke kjenner.

              Fjellvik IL Fotball: jeg kan skrive privat til 2 av 2.

              Jeg vet bare om dem som har svart, tatt koden sin eller kommet inn mens jeg var der. Om noen har slått av varslene, kan jeg ikke se.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.replies("fjellvik-il", "erik", "ja").await;
    fjellvik.forget();
    fjellvik.says("hanne", "hvem når vi").await;
    expect![[r#"
        lør 10:00 hanne → bot: hvem når vi
        lør 10:00 bot → hanne: Fjellvik IL: jeg kan skrive privat til 5 av 6.
              Har ikke åpnet chat med meg: erik.

              Fjellvik IL Fotball: jeg kan skrive privat til 2 av 2.

              Be dem åpne https://chat.example/bot?start= og trykke Start.
              Jeg vet bare om dem som har svart, tatt koden sin eller kommet inn mens jeg var der. Om noen har slått av varslene, kan jeg ikke se.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn asked_in_a_group(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says_in("nordre-il", "geir", "/kvennaar").await;
    expect![[r#"
        lør 10:00 ⌂ nordre-il geir: /kvennaar
        lør 10:00 bot → geir: Nordre IL: eg kan skrive privat til 4 av 4.

              Eg veit berre om dei som har svara, teke koden sin eller kome inn medan eg var der. Om nokon har slått av varsla, kan eg ikkje sjå.
        lør 10:00 ⌂ nordre-il bot: (👌)
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}
