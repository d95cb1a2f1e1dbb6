//! Putting somebody in, where there are more people than fit on a screen.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    everybody_can_be_found,
    a_name_is_enough,
    words_that_are_no_name_mean_what_they_mean,
    what_is_left_of_an_offer_goes_on_down_the_queue,
);

async fn asked_whom(db: Db) -> World {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:01:00").await;
    fjellvik.forget();
    fjellvik.presses("bjorn", "Sett inn noen").await;
    fjellvik
}

async fn everybody_can_be_found(db: Db) {
    let mut fjellvik = asked_whom(db).await;
    fjellvik.presses("bjorn", "Vis flere").await;
    fjellvik.presses("bjorn", "Solveig Eide").await;
    expect![[r#"
        søn 10:01 bjorn presses: [Sett inn noen]
        søn 10:01 bot ⇢ bjorn: (toast) Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
        søn 10:01 bot → bjorn: Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              Velg, eller skriv et navn.
              [Eva Lie]
              [Hanne Lund]
              [Kari Nes]
              [Ola Rud]
              [Per Haugen]
              [Anders Vik]
              [Geir Solberg]
              [Lars Bakke]
              [Vis flere]
        søn 10:01 bjorn presses: [Vis flere]
        søn 10:01 bot ⇢ bjorn: (toast) Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
        søn 10:01 bot → bjorn: (edited) Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              Velg, eller skriv et navn.
        søn 10:01 bot → bjorn: Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              Velg, eller skriv et navn.
              [Solveig Eide]
        søn 10:01 bjorn presses: [Solveig Eide]
        søn 10:01 bot ⇢ bjorn: (toast) Solveig Eide er satt inn på #1 og har fått beskjed.
        søn 10:01 bot → bjorn: (edited) Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              Velg, eller skriv et navn.
              Du svarte: Solveig Eide
        søn 10:01 bot → bjorn: Solveig Eide er satt inn på #1 og har fått beskjed.
        søn 10:01 bot → solveig: Bjørn Moe har sett deg opp på #1: Snømåking, søndag 22. november kl. 16–18. Passar det ikkje, meld forfall – då er du av med ein gong.
              [Opne oppdraget ↗]
              [Meld forfall]
        søn 10:01 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Solveig E.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        søn 10:01 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 1 av 2
              Kjem: Solveig E.

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

async fn a_name_is_enough(db: Db) {
    let mut fjellvik = asked_whom(db).await;
    fjellvik.forget();
    fjellvik.says("bjorn", "solveig").await;
    fjellvik.says("bjorn", "Knut").await;
    fjellvik.answers("bjorn", "LIE eva").await;
    fjellvik.says("bjorn", "Eva Lie").await;
    expect![[r#"
        søn 10:01 bjorn → bot: solveig
        søn 10:01 bot → bjorn: Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              [Solveig Eide]
        søn 10:01 bjorn → bot: Knut
        søn 10:01 bot → bjorn: Jeg finner ingen med det navnet som kan settes inn på #1.
              [Sett inn noen]
        søn 10:01 bjorn → bot (reply): LIE eva
        søn 10:01 bot → bjorn: Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              [Eva Lie]
        søn 10:01 bjorn → bot: Eva Lie
        søn 10:01 bot → bjorn: (edited) Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              Velg, eller skriv et navn.
              Du svarte: Eva Lie
              [Hanne Lund]
              [Kari Nes]
              [Ola Rud]
              [Per Haugen]
              [Anders Vik]
              [Geir Solberg]
              [Lars Bakke]
              [Vis flere]
        søn 10:01 bot → bjorn: (edited) Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              Du svarte: Eva Lie
        søn 10:01 bot → bjorn: Eva Lie er satt inn på #1 og har fått beskjed.
        søn 10:01 bot → eva: Bjørn Moe har satt deg opp på #1: Snømåking, søndag 22. november kl. 16–18. Passer det ikke, meld forfall – da er du av med en gang.
              [Åpne oppdraget ↗]
              [Meld forfall]
        søn 10:01 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Eva L.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        søn 10:01 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 1 av 2
              Kjem: Eva L.

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

async fn words_that_are_no_name_mean_what_they_mean(db: Db) {
    let mut fjellvik = asked_whom(db).await;
    fjellvik.forget();
    fjellvik.says("bjorn", "kontakt").await;
    fjellvik.presses("bjorn", "Sett inn noen").await;
    fjellvik.says("bjorn", "Trenger 1 til handling i Torget 3 på tirsdag kl 12-13").await;
    // Others have been asked nothing.
    fjellvik.says("kari", "Solveig").await;
    expect![[r#"
        søn 10:01 bjorn → bot: kontakt
        søn 10:01 bot → bjorn: Ring Bjørn Moe, som har vakt, tlf. 10 00 00 02.
        søn 10:01 bjorn presses: [Sett inn noen]
        søn 10:01 bot ⇢ bjorn: (toast) Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
        søn 10:01 bot → bjorn: Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              Velg, eller skriv et navn.
              [Eva Lie]
              [Hanne Lund]
              [Kari Nes]
              [Ola Rud]
              [Per Haugen]
              [Anders Vik]
              [Geir Solberg]
              [Lars Bakke]
              [Vis flere]
        søn 10:01 bjorn → bot: Trenger 1 til handling i Torget 3 på tirsdag kl 12-13
        søn 10:01 bot → bjorn: Slik forstår jeg behovet:
              Handletur, én frivillig, tirsdag 24. november kl. 12–13
              Sone Sentrum (det gruppa ser).
              Adressen er lagret og vises ikke her.
              Jeg spør Frivilligsentralen Fjellvik.
              Du får svar uansett, senest tirsdag kl. 08.
              [Send] [Endre] [Forkast]
              [Hva skjer hvis ingen svarer?] [Feil forstått]
              [Se og endre ↗]
        søn 10:01 bot → bjorn: (deleted)
        søn 10:01 kari → bot: Solveig
        søn 10:01 bot → kari: Det forsto jeg ikke. Skriv «hjelp», så ser du hva jeg kan.
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

/// Two places were offered to a pair, and one of them is given to somebody else: the other is not free to whoever comes by.
async fn what_is_left_of_an_offer_goes_on_down_the_queue(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 3 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "vi er to").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.replies("fjellvik-il", "per", "vi er to").await;
    fjellvik.time_passes_until("2026-11-21T10:05:00").await;
    fjellvik.replies("fjellvik-il", "kari", "kan ikke likevel").await;
    fjellvik.time_passes_until("2026-11-21T10:10:00").await;
    fjellvik.says("anne", "sett inn Hanne på #1").await;
    fjellvik.forget();
    fjellvik.presses("anne", "Hanne Lund").await;
    fjellvik.replies("fjellvik-il", "eva", "ja").await;
    expect![[r#"
        lør 10:10 anne presses: [Hanne Lund]
        lør 10:10 bot ⇢ anne: (toast) Hanne Lund er satt inn på #1 og har fått beskjed.
        lør 10:10 bot → anne: (edited) Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              Du svarte: Hanne Lund
        lør 10:10 bot → anne: Hanne Lund er satt inn på #1 og har fått beskjed.
        lør 10:10 bot → silje: (edited) #1, søndag 22. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:10 bot → hanne: Anne Berg har satt deg opp på #1: Snømåking, søndag 22. november kl. 16–18. Passer det ikke, meld forfall – da er du av med en gang.
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:10 bot → per: (edited) Det blei 2 plassar ledige på #1: Snømåking, søndag 22. november kl. 16–18. Kan de ta dei? Svar innan laurdag kl. 18.
        lør 10:10 bot → per: Det blei éin plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Vil éin av dykk ta plassen? Svar innan laurdag kl. 18. Seier de nei, held de på plassen i køen.
              [Ja] [Nei]
        lør 10:10 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 3. En reserve er spurt først.
              Kommer: Ola R. og Hanne L.
              2 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:10 ⌂ fjellvik-il eva (reply): ja
        lør 10:10 bot → eva: Takk! Jeg spør en reserve først om #1: Snømåking, søndag 22. november kl. 16–18.
              Sier de nei, eller svarer de ikke, er plassen din, og du får beskjed.
              [Ikke reserve likevel]
        lør 10:10 ⌂ fjellvik-il bot: (👌)
        lør 10:10 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 3. En reserve er spurt først.
              Kommer: Ola R. og Hanne L.
              3 reserver.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
}
