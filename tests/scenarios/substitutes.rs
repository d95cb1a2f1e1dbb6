//! Withdrawals in every form, and who is asked instead.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    by_button_command_and_words,
    which_of_several,
    reserves_sleep_at_night,
    a_reserve_who_blocked_the_bot_is_passed_over,
    both_as_reserve_is_not_asked_about_one,
    somebody_put_in_takes_a_place_from_the_last_reserve,
    two_offers_and_one_yes,
    an_offer_to_two_grows,
    who_says_yes_while_a_reserve_is_asked_is_next,
    a_question_in_the_group_is_its_own_persons,
);

async fn by_button_command_and_words(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("kari", "/forfall").await;
    fjellvik.says("kari", "må melde forfall").await;
    expect![[r#"
        lør 10:00 kari → bot: /forfall
        lør 10:00 bot → kari: Du har ingen oppdrag som venter.
        lør 10:00 kari → bot: må melde forfall
        lør 10:00 bot → kari: Du har ingen oppdrag som venter.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.asked_for("Trenger 3 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    for person in ["kari", "ola", "eva"] {
        fjellvik.replies("fjellvik-il", person, "ja").await;
    }
    fjellvik.forget();
    fjellvik.presses("kari", "Meld forfall").await;
    fjellvik.says("ola", "/forfall #1").await;
    fjellvik.says("eva", "barnet er sykt, får det ikke til likevel").await;
    expect![[r#"
        lør 10:00 kari presses: [Meld forfall]
        lør 10:00 bot → silje: Det ble en plass ledig igjen på #1, søndag 22. november kl. 16–18. Jeg leter etter noen, og du får svar senest søndag kl. 12.
        lør 10:00 bot ⇢ kari: (toast) Du er tatt av #1. Takk for beskjed!
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #1, søndag 22. november kl. 16–18. Jeg spør andre.
        lør 10:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 søndag kl. 16. Kan noen ta den?
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 3
              Kommer: Ola R. og Eva L.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 ola → bot: /forfall #1
        lør 10:00 bot → silje: (edited) Det ble 2 plasser ledige igjen på #1, søndag 22. november kl. 16–18. Jeg leter etter noen, og du får svar senest søndag kl. 12.
        lør 10:00 bot → ola: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → ola: Takk for beskjed. Du er tatt av #1, søndag 22. november kl. 16–18. Jeg spør andre.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 3
              Kommer: Eva L.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 eva → bot: barnet er sykt, får det ikke til likevel
        lør 10:00 bot → silje: (edited) Det ble 3 plasser ledige igjen på #1, søndag 22. november kl. 16–18. Jeg leter etter noen, og du får svar senest søndag kl. 12.
        lør 10:00 bot → eva: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → eva: Takk for beskjed. Du er tatt av #1, søndag 22. november kl. 16–18. Jeg spør andre.
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 3 av 3

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
    // Pressed once more, there is nothing to give back.
    fjellvik.presses_too_late("kari", "Meld forfall").await;
    expect![[r#"
        lør 10:00 kari presses: [Meld forfall] (put away)
        lør 10:00 bot ⇢ kari: (toast) Takk for at du sa fra om #1.
        lør 10:00 bot → kari: Takk for at du sa fra om #1.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn who_says_yes_while_a_reserve_is_asked_is_next(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.says("kari", "syk").await;
    fjellvik.time_passes_until("2026-11-21T10:02:00").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "eva", "jeg kan!").await;
    expect![[r#"
        lør 10:02 ⌂ fjellvik-il eva (reply): jeg kan!
        lør 10:02 bot → eva: Takk! Jeg spør en reserve først om #1: Snømåking, søndag 22. november kl. 16–18.
              Sier de nei, eller svarer de ikke, er plassen din, og du får beskjed.
              [Ikke reserve likevel]
        lør 10:02 ⌂ fjellvik-il bot: (👌)
        lør 10:02 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              2 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    let until = fjellvik.task(1).await.offers[0].expires_at.naive_utc() + chrono::TimeDelta::minutes(61);
    fjellvik.time_passes_until(&until.format("%Y-%m-%dT%H:%M:%S").to_string()).await;
    expect![[r#"
        lør 18:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, er dekket: Eva Lie fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 18:00 bot → ola: (edited) Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
        lør 18:00 bot → ola: Tiden gikk ut for #1, så nå spør jeg andre. Det gjør ingenting.
        lør 18:00 bot → eva: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 18:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Eva L.
              [Stå som reserve] [Kan ikke]
        lør 18:00 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Eva L. fra Fjellvik IL kommer søndag kl. 16.
              [Gjort] [Fikk ikke tak i]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 1, "she has answered already");
    fjellvik.is_at_rest().await;
}

async fn which_of_several(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.asked_for("Trenger 1 til snømåking i Torget 2 tirsdag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik.says("kari", "syk").await;
    assert_eq!(
        fjellvik.task(1).await.taken() + fjellvik.task(2).await.taken(),
        2,
        "nothing before it is sure"
    );
    let (_, data) = fjellvik.button("p:kari", "#2 Snømåking, tirsdag 24. november kl. 16–18");
    assert_eq!(data, "no:2");
    fjellvik.presses("kari", "#2 Snømåking, tirsdag 24. november kl. 16–18").await;
    expect![[r#"
        lør 10:00 kari → bot: syk
        lør 10:00 bot → kari: Hvilket oppdrag gjelder det?
              [#1 Snømåking, søndag 22. november kl. 16–18]
              [#2 Snømåking, tirsdag 24. november kl. 16–18]
        lør 10:00 kari presses: [#2 Snømåking, tirsdag 24. november kl. 16–18]
        lør 10:00 bot → silje: Det ble en plass ledig igjen på #2, tirsdag 24. november kl. 16–18. Jeg leter etter noen, og du får svar senest tirsdag kl. 12.
        lør 10:00 bot ⇢ kari: (toast) Du er tatt av #2. Takk for beskjed!
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #2: Snømåking, tirsdag 24. november kl. 16–18.
        lør 10:00 bot → kari: (edited) Hvilket oppdrag gjelder det?
              Du svarte: #2 Snømåking, tirsdag 24. november kl. 16–18
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #2, tirsdag 24. november kl. 16–18. Jeg spør andre.
        lør 10:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #2 tirsdag kl. 16. Kan noen ta den?
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #2: Snømåking, tirsdag 24. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn reserves_sleep_at_night(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.time_passes_until("2026-11-22T23:30:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "må melde forfall").await;
    fjellvik.time_passes_until("2026-11-23T12:00:00").await;
    expect![[r#"
        søn 23:30 kari → bot: må melde forfall
        søn 23:30 bot → silje: (edited) #1, mandag 23. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        søn 23:30 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
        søn 23:30 bot → kari: Takk for beskjed. Du er tatt av #1, mandag 23. november kl. 16–18. Jeg spør andre.
        søn 23:30 bot → kari: (edited) Snømåking, mandag 23. november kl. 16–18 (#1). Kommer du?
              Du svarte: Kan ikke
        søn 23:30 bot → kari: (edited) Hei igjen! Kan du bekrefte #1, mandag 23. november kl. 16–18?
              Du svarte: Kan ikke
        søn 23:30 bot → ola: (edited) Kan du stå klar som reserve for #1: Snømåking, mandag 23. november kl. 16–18?
        søn 23:30 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        søn 23:30 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer mandag kl. 16.
              Dette gjelder ikke lenger.
        man 07:00 bot → ola: Det ble en plass ledig på #1: Snømåking, mandag 23. november kl. 16–18. Kan du ta den? Svar innen mandag kl. 08.
              [Ja] [Nei]
        man 08:00 bot → anne: Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              #1 mangler 1 av 1: Snømåking, mandag 23. november kl. 16–18.
        man 08:00 bot → silje: Det ble en plass ledig igjen på #1, mandag 23. november kl. 16–18. Jeg leter etter noen, og du får svar senest mandag kl. 12.
        man 08:00 bot → ola: (edited) Det ble en plass ledig på #1: Snømåking, mandag 23. november kl. 16–18. Kan du ta den? Svar innen mandag kl. 08.
        man 08:00 bot → ola: Tiden gikk ut for #1, så nå spør jeg andre. Det gjør ingenting.
        man 08:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 mandag kl. 16. Kan noen ta den?
        man 08:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        man 08:10 ⌂ nordre-il bot: Oppdrag #1: Snømåking, måndag 23. november kl. 16–18
              Sone Sentrum
              Éin frivillig. 200 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Kan ikkje]
              [Opne chat med meg ↗]
        man 09:44 bot → eva: Vi mangler folk på #1: Snømåking, mandag 23. november kl. 16–18. Kan du?
              [Ja] [Nei]
        man 09:44 bot → solveig: Vi manglar folk på #1: Snømåking, måndag 23. november kl. 16–18. Kan du?
              [Ja] [Nei]
        man 10:00 bot → anne: #1 mangler 1 av 1: Snømåking, mandag 23. november kl. 16–18.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest mandag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        man 10:20 bot → bjorn: #1 mangler 1 av 1: Snømåking, mandag 23. november kl. 16–18.
              Anne Berg fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest mandag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        man 10:40 bot → inger: #1 mangler 1 av 1: Snømåking, mandag 23. november kl. 16–18.
              Bjørn Moe har heller ikke svart.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest mandag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        man 12:00 bot → silje: #1, mandag 23. november kl. 16–18: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
              [Vi gjør det selv] [Avlys]
        man 12:00 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige mandag kl. 16 likevel.
              [Gjort] [Fikk ikke tak i]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_reserve_who_blocked_the_bot_is_passed_over(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    for person in ["kari", "ola", "eva"] {
        fjellvik.replies("fjellvik-il", person, "ja").await;
    }
    fjellvik.chat.block("p:ola");
    fjellvik.forget();
    fjellvik.says("kari", "må melde forfall").await;
    expect![[r#"
        lør 10:00 kari → bot: må melde forfall
        lør 10:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #1, søndag 22. november kl. 16–18. Jeg spør andre.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              2 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 bot → eva: Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
              [Ja] [Nei]
        lør 10:00 ⌂ fjellvik-il bot: Ola R.: det ble en plass ledig på #1, søndag 22. november kl. 16–18. Jeg kan ikke skrive til deg alene, så svar «ja» her hvis du kan.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Ledig: 1 av 1. En reserve er spurt først.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    assert!(fjellvik.task(1).await.offers.len() == 1);
    fjellvik.is_at_rest().await;
}

async fn both_as_reserve_is_not_asked_about_one(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "vi er to").await;
    fjellvik.forget();
    fjellvik.presses_in("fjellvik-il", "ola", "Begge som reserve").await;
    fjellvik.says("kari", "må melde forfall").await;
    fjellvik.answers("ola", "ja gjerne").await;
    expect![[r#"
        lør 10:00 ola presses: [Begge som reserve]
        lør 10:00 bot → ola: Takk! Dere står som reserve nr. 1 på #1: Snømåking, søndag 22. november kl. 16–18.
              Jeg spør når det er plass til dere begge.
              [Ikke reserve likevel]
        lør 10:00 bot ⇢ ola: (toast) Takk! Du er reserve nr. 1 på #1.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Det er én plass igjen på #1, Ola.
              Du svarte: Begge som reserve
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Kari N.
              2 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 kari → bot: må melde forfall
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #1, søndag 22. november kl. 16–18. Jeg spør andre.
        lør 10:00 bot → ola: Det ble 2 plasser ledige på #1: Snømåking, søndag 22. november kl. 16–18. Kan dere ta dem? Svar innen lørdag kl. 18.
              [Ja] [Nei]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2. En reserve er spurt først.
              2 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 ola → bot (reply): ja gjerne
        lør 10:00 bot → silje: #1, søndag 22. november kl. 16–18, er dekket: Ola Rud +1 fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → ola: (edited) Takk! Dere står som reserve nr. 1 på #1: Snømåking, søndag 22. november kl. 16–18.
              Jeg spør når det er plass til dere begge.
        lør 10:00 bot → ola: Takk! Dere har 2 plasser på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 bot → ola: (edited) Det ble 2 plasser ledige på #1: Snømåking, søndag 22. november kl. 16–18. Kan dere ta dem? Svar innen lørdag kl. 18.
              Du svarte: Ja
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Ola R. +1
              [Stå som reserve] [Kan ikke]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 2, "both places, since both were asked");
    fjellvik.is_at_rest().await;
}

async fn somebody_put_in_takes_a_place_from_the_last_reserve(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking i Storgata 5 i morgen kl 16-18").await;
    for person in ["kari", "per", "ola", "eva"] {
        fjellvik.replies("fjellvik-il", person, "ja").await;
    }
    fjellvik.says("kari", "må melde forfall").await;
    fjellvik.says("per", "må melde forfall").await;
    fjellvik.forget();
    fjellvik.presses_data("anne", "put:1").await;
    fjellvik.presses("anne", "Lars Bakke").await;
    expect![[r#"
        lør 10:00 anne presses: <put:1>
        lør 10:00 bot ⇢ anne: (toast) Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
        lør 10:00 bot → anne: Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              [Eva Lie]
              [Hanne Lund]
              [Ola Rud]
              [Anders Vik]
              [Geir Solberg]
              [Lars Bakke]
              [Solveig Eide]
        lør 10:00 anne presses: [Lars Bakke]
        lør 10:00 bot ⇢ anne: (toast) Lars Bakke er satt inn på #1 og har fått beskjed.
        lør 10:00 bot → anne: (edited) Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              Du svarte: Lars Bakke
              [Eva Lie]
              [Hanne Lund]
              [Ola Rud]
              [Anders Vik]
              [Geir Solberg]
              [Solveig Eide]
        lør 10:00 bot → anne: Lars Bakke er satt inn på #1 og har fått beskjed.
        lør 10:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:00 bot → eva: (edited) Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
        lør 10:00 bot → eva: Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        lør 10:00 bot → lars: Anne Berg har sett deg opp på #1: Snømåking, søndag 22. november kl. 16–18. Passar det ikkje, meld forfall – då er du av med ein gong.
              [Opne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2. En reserve er spurt først.
              Kommer: Lars B.
              2 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.says("ola", "ja").await;
    assert_eq!(fjellvik.task(1).await.taken(), 2);
    fjellvik.forget();
    fjellvik.is_at_rest().await;
}

/// "Yes" is never for more than one open question.
async fn two_offers_and_one_yes(db: Db) {
    let mut fjellvik = World::new(db).await;
    for text in [
        "Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18",
        "Trenger 1 til snømåking i Torget 2 tirsdag kl 16-18",
    ] {
        fjellvik.asked_for(text).await;
        fjellvik.replies("fjellvik-il", "kari", "ja").await;
        fjellvik.replies("fjellvik-il", "ola", "ja").await;
    }
    fjellvik.says("kari", "/forfall #1").await;
    fjellvik.says("kari", "/forfall #2").await;
    fjellvik.forget();
    fjellvik.says("ola", "ja").await;
    expect![[r#"
        lør 10:00 ola → bot: ja
        lør 10:00 bot → ola: Hvilket oppdrag gjelder det?
              [#1 Snømåking, søndag 22. november kl. 16–18]
              [#2 Snømåking, tirsdag 24. november kl. 16–18]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn an_offer_to_two_grows(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.says("kari", "#1 jeg kan").await;
    fjellvik.says("ola", "#1 jeg kan").await;
    fjellvik.replies("fjellvik-il", "hanne", "vi er to").await;
    fjellvik.forget();
    fjellvik.says("kari", "#1 kan ikke").await;
    fjellvik.says("ola", "#1 kan ikke").await;
    fjellvik.says("eva", "#1 jeg kan").await;
    expect![[r#"
        lør 10:00 kari → bot: #1 kan ikke
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:00 bot → hanne: Det ble én plass ledig på #1: Snømåking, mandag 23. november kl. 16–18. Vil én av dere ta den? Svar innen søndag kl. 18. Sier dere nei, beholder dere plassen i køen.
              [Ja] [Nei]
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #1, mandag 23. november kl. 16–18. Jeg spør andre.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2. En reserve er spurt først.
              Kommer: Ola R.
              2 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 ola → bot: #1 kan ikke
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, var dekket, men 2 plasser ble ledige igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:00 bot → hanne: (edited) Det ble én plass ledig på #1: Snømåking, mandag 23. november kl. 16–18. Vil én av dere ta den? Svar innen søndag kl. 18. Sier dere nei, beholder dere plassen i køen.
        lør 10:00 bot → hanne: Det ble 2 plasser ledige på #1: Snømåking, mandag 23. november kl. 16–18. Kan dere ta dem? Svar innen søndag kl. 18.
              [Ja] [Nei]
        lør 10:00 bot → ola: (edited) Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
        lør 10:00 bot → ola: Takk for beskjed. Du er tatt av #1, mandag 23. november kl. 16–18. Jeg spør andre.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2. En reserve er spurt først.
              2 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 eva → bot: #1 jeg kan
        lør 10:00 bot → eva: Takk! Du står som reserve nr. 2 på #1: Snømåking, mandag 23. november kl. 16–18.
              Jeg spør en annen reserve nå. Blir det ledig, spør jeg når det er din tur.
              [Ikke reserve likevel]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 2. En reserve er spurt først.
              3 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.presses("hanne", "Ja").await;
    let task = fjellvik.task(1).await;
    assert_eq!((task.taken(), task.placed().count()), (2, 1));
}

async fn a_question_in_the_group_is_its_own_persons(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.says("ola", "#1 jeg kan").await;
    fjellvik.replies("fjellvik-il", "hanne", "vi er to").await;
    fjellvik.forget();
    fjellvik.presses_in("fjellvik-il", "kari", "Begge som reserve").await;
    fjellvik.presses_in("fjellvik-il", "hanne", "Begge som reserve").await;
    expect![[r#"
        lør 10:00 kari presses: [Begge som reserve]
        lør 10:00 bot ⇢ kari: (toast) Det spurte jeg Hanne om. Vil du være med, svar på oppdraget selv.
        lør 10:00 hanne presses: [Begge som reserve]
        lør 10:00 bot → hanne: Takk! Dere står som reserve nr. 1 på #1: Snømåking, mandag 23. november kl. 16–18.
              Jeg spør når det er plass til dere begge.
              [Ikke reserve likevel]
        lør 10:00 bot ⇢ hanne: (toast) Takk! Du er reserve nr. 1 på #1.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Det er én plass igjen på #1, Hanne.
              Du svarte: Begge som reserve
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Ola R.
              2 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.signups.len(), 2);
}
