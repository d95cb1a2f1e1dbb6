//! One answer in many forms, and taken back.

use expect_test::expect;
use tannhjul::chat::Event;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    reply_button_and_thumb_mean_the_same,
    a_thumb_taken_back_is_asked_about,
    a_thumb_on_a_full_card_is_applause,
    a_pair_and_then_only_one,
    each_answers_where_people_are_approved,
    an_edited_reply_is_read_again,
    the_same_update_twice_is_one_answer,
    either_copy_of_a_card_is_answered,
);

const SNOW: &str = "Trenger 3 stk til snømåking i Storgata 5 i morgen kl 16-18";

async fn reply_button_and_thumb_mean_the_same(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.presses_in("fjellvik-il", "ola", "Jeg kan").await;
    fjellvik.thumbs("fjellvik-il", "eva").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): ja
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 3
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 ola presses: [Jeg kan]
        lør 10:00 bot → ola: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 bot ⇢ ola: (toast) Takk! Du har plass på #1.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 3
              Kommer: Kari N. og Ola R.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 ⌂ fjellvik-il eva: (👍 on the card)
        lør 10:00 bot → silje: #1, søndag 22. november kl. 16–18, er dekket: Kari Nes, Ola Rud og Eva Lie fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → eva: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Kari N., Ola R. og Eva L.
              [Stå som reserve] [Kan ikke]
    "#]].assert_eq(&fjellvik.transcript());

    // Said once more, nothing changes. Only who asks is answered.
    fjellvik.thumbs("fjellvik-il", "kari").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.presses_data("eva", "yes:1").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari: (👍 on the card)
        lør 10:00 ⌂ fjellvik-il ola (reply): ja
        lør 10:00 bot → ola: Du har allerede plass på #1, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 eva presses: <yes:1>
        lør 10:00 bot ⇢ eva: (toast) Du har allerede plass på #1.
    "#]]
    .assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert_eq!(task.placed().map(|signup| (signup.people, signup.asked_as)).collect::<Vec<_>>().len(), 3);
    fjellvik.is_at_rest().await;
}

async fn a_thumb_taken_back_is_asked_about(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.takes_thumb_back("fjellvik-il", "eva").await;
    fjellvik.replies("fjellvik-il", "kari", "vi er to").await;
    fjellvik.forget();
    fjellvik.takes_thumb_back("fjellvik-il", "kari").await;
    fjellvik.presses("kari", "Ja, jeg kommer").await;
    assert_eq!(fjellvik.task(1).await.taken(), 2, "both still come");
    fjellvik.presses_too_late("kari", "Nei, kan ikke").await;
    assert_eq!(fjellvik.task(1).await.taken(), 0);
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari: (takes the 👍 back)
        lør 10:00 bot → kari: Du tok tilbake tommelen på #1. Kommer du fortsatt?
              [Ja, jeg kommer] [Nei, kan ikke]
        lør 10:00 kari presses: [Ja, jeg kommer]
        lør 10:00 bot ⇢ kari: (toast) Du har allerede plass på #1.
        lør 10:00 bot → kari: (edited) Du tok tilbake tommelen på #1. Kommer du fortsatt?
              Du svarte: Ja, jeg kommer
        lør 10:00 kari presses: [Nei, kan ikke] (put away)
        lør 10:00 bot ⇢ kari: (toast) Du er tatt av #1. Takk for beskjed!
        lør 10:00 bot → kari: (edited) Takk! Dere har 2 plasser på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #1, søndag 22. november kl. 16–18. Jeg spør andre.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 3 av 3

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_thumb_on_a_full_card_is_applause(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik.thumbs("fjellvik-il", "ola").await;
    fjellvik.takes_thumb_back("fjellvik-il", "ola").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il ola: (👍 on the card)
        lør 10:00 ⌂ fjellvik-il ola: (takes the 👍 back)
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.signups.len(), 1);
    fjellvik.is_at_rest().await;
}

async fn a_pair_and_then_only_one(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.presses_in("fjellvik-il", "kari", "Vi er to").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.replies("fjellvik-il", "eva", "ja").await;
    fjellvik.thumbs("fjellvik-il", "kari").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "kari", "bare én kommer").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): bare én kommer
        lør 10:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:00 bot → kari: (edited) Takk! Dere har 2 plasser på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: Greit, da har du én plass på #1. Jeg spør andre om resten.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 bot → eva: Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
              [Ja] [Nei]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 3. En reserve er spurt først.
              Kommer: Kari N. og Ola R.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.says("eva", "ja").await;
    expect![[r#"
        lør 10:00 eva → bot: ja
        lør 10:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, er dekket: Kari Nes, Ola Rud og Eva Lie fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → eva: (edited) Takk! Alle plassene på #1 er tatt: Snømåking, søndag 22. november kl. 16–18.
              Du er reserve nr. 1. Blir det ledig, spør jeg når det er din tur.
        lør 10:00 bot → eva: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 bot → eva: (edited) Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
              Du svarte: Ja
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Kari N., Ola R. og Eva L.
              [Stå som reserve] [Kan ikke]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn each_answers_where_people_are_approved(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring mandag kl 11-12 fra Storgata 5, 2 sjåfører").await;
    fjellvik.replies("fjellvik-il", "kari", "vi er to").await;
    fjellvik.replies("fjellvik-il", "per", "eg kan").await;
    fjellvik.presses_in("fjellvik-il", "per", "Jeg kan").await;
    fjellvik.replies("fjellvik-il", "ukjent", "jeg kan").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): vi er to
        lør 10:00 bot → kari: Takk! Du har plass på #1: Matombringing, mandag 23. november kl. 11–12.
              På dette oppdraget svarer hver og en for seg. Be den andre svare på meldingen i gruppa også.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Matombringing, mandag 23. november kl. 11–12
              Sone Sentrum
              2 frivillige. 150 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 ⌂ fjellvik-il per (reply): eg kan
        lør 10:00 bot → per: Så fint at du vil! Matutkøyring er berre for dei kommunen har godkjent. Ring Bjørn Moe, som har vakt, tlf. 10 00 00 02, så ordnar de det saman.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 per presses: [Jeg kan]
        lør 10:00 bot → per: Så fint at du vil! Matutkøyring er berre for dei kommunen har godkjent. Ring Bjørn Moe, som har vakt, tlf. 10 00 00 02, så ordnar de det saman.
        lør 10:00 bot ⇢ per: (toast) Dette oppdraget er berre for dei kommunen har godkjent.
        lør 10:00 ⌂ fjellvik-il ukjent (reply): jeg kan
        lør 10:00 ⌂ fjellvik-il bot: Så fint at du vil! Matombringing er bare for dem kommunen har godkjent. Ring Bjørn Moe, som har vakt, tlf. 10 00 00 02, så ordner dere det sammen.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn an_edited_reply_is_read_again(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    let reply = fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik.edits("fjellvik-il", "kari", &reply, "ja!").await;
    fjellvik.edits("fjellvik-il", "kari", &reply, "ja 😊 hils").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (edit): ja!
        lør 10:00 ⌂ fjellvik-il kari (edit): ja 😊 hils
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.edits("fjellvik-il", "kari", &reply, "nei, kan ikke").await;
    assert_eq!(fjellvik.task(1).await.taken(), 0);
    fjellvik.edits("fjellvik-il", "kari", &reply, "ja").await;
    assert_eq!(fjellvik.task(1).await.taken(), 1);
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (edit): nei, kan ikke
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #1, søndag 22. november kl. 16–18. Jeg spør andre.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 3 av 3

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 ⌂ fjellvik-il kari (edit): ja
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 3
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn the_same_update_twice_is_one_answer(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.twice("fjellvik-il", "kari", "ja").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply, handed in twice): ja
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 3
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

/// The service was ended after it had sent the card and before it knew: it sends it again, and the first copy stands there as well.
async fn either_copy_of_a_card_is_answered(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.forget();
    let answers = async |fjellvik: &mut World, person: &str, quoted: &str| {
        let event = Event::Said {
            message: format!("9{person}"),
            text: "ja".to_owned(),
            reply_to: Some("the other copy".to_owned()),
            quoted: Some(quoted.to_owned()),
            edited: false,
        };
        fjellvik.happens(fjellvik.group("fjellvik-il"), person, event).await;
    };
    answers(&mut fjellvik, "kari", "Oppdrag #1: Snømåking, søndag 22. november kl. 16–18").await;
    // What names no task, or none that was ever put to this group, is not guessed at.
    answers(&mut fjellvik, "ola", "Hei! Jeg heter Tannhjul.").await;
    answers(&mut fjellvik, "per", "Oppdrag #7: Snømåking, søndag 22. november kl. 16–18").await;
    expect![[r#"
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 3
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 ⌂ fjellvik-il bot: Den meldingen kjenner jeg ikke igjen. Svar på meldingen om oppdraget, eller skriv til meg privat.
        lør 10:00 ⌂ fjellvik-il bot: Den meldingen kjenner jeg ikke igjen. Svar på meldingen om oppdraget, eller skriv til meg privat.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}
