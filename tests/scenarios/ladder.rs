//! Scene 4: nobody answers, and the ladder runs by the clock.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(nobody_answers, duty_takes_it, a_group_that_is_gone_is_passed_over);

async fn nobody_answers(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "kan ikke").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T12:00:00").await;
    fjellvik.presses("silje", "Holder").await;
    fjellvik.time_passes_until("2026-11-22T19:00:00").await;
    expect![[r#"
        lør 18:00 bot → kari: Snømåking, søndag 22. november kl. 16–18 (#1). Kommer du?
              [Kommer] [Kan ikke]
        lør 18:00 ⌂ fjellvik-il bot: Det er én ledig plass på #1 søndag kl. 16. Kan noen?
        lør 20:00 ⌂ nordre-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 1 av 2
              Kjem: Kari N.

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
        lør 20:30 bot → kari: Hei igjen! Kan du bekrefte #1, søndag 22. november kl. 16–18?
              [Kommer] [Kan ikke]
        lør 20:55 bot → eva: Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              [Ja] [Nei]
        lør 20:55 bot → solveig: Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              [Ja] [Nei]
        søn 09:00 bot → bjorn: Kari N. har ikke bekreftet #1: Snømåking, søndag 22. november kl. 16–18.
              [Kari N. kommer] [Kari N. kommer ikke]
        søn 10:00 bot → bjorn: #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (1 ja, 1 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 10:20 bot → anne: #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (1 ja, 1 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 10:40 bot → inger: #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (1 ja, 1 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 12:00 bot → silje: #1, søndag 22. november kl. 16–18: vi fikk 1 av 2. Kari Nes fra Fjellvik IL kommer. Holder det, eller stiller dere med resten selv?
              [Holder] [Vi stiller selv]
        søn 12:00 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 16.
              [Gjort] [Fikk ikke tak i]
        søn 12:00 silje presses: [Holder]
        søn 12:00 bot → anne: (edited) #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (1 ja, 1 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Silje Aune har ordnet dette.
        søn 12:00 bot → bjorn: (edited) #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (1 ja, 1 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Silje Aune har ordnet dette.
        søn 12:00 bot → inger: (edited) #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (1 ja, 1 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Silje Aune har ordnet dette.
        søn 12:00 bot ⇢ silje: (toast) Greit, da holder det med én på #1. Ingen flere blir spurt.
        søn 12:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18: vi fikk 1 av 2. Kari Nes fra Fjellvik IL kommer. Holder det, eller stiller dere med resten selv?
              Du svarte: Holder
        søn 12:00 bot → silje: Greit, da holder det med én på #1. Ingen flere blir spurt.
        søn 12:00 bot → eva: (edited) Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        søn 12:00 bot → solveig: (edited) Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Det trengst ikkje fleire på #1 no. Takk for at du stod klar!
        søn 12:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              [Stå som reserve] [Kan ikke]
        søn 12:00 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              Éin frivillig. 200 kr til laget.

              Dekt, takk!
              Kjem: Kari N.
              [Stå som reserve] [Kan ikkje]
        søn 14:00 bot → kari: Snart: Snømåking, søndag 22. november kl. 16–18 (#1).
              [Åpne oppdraget ↗]
              [Jeg blir forsinket] [Kan ikke]
        søn 18:00 bot → bjorn: (edited) Kari N. har ikke bekreftet #1: Snømåking, søndag 22. november kl. 16–18.
              Dette gjelder ikke lenger.
        søn 18:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Ferdig. Takk!
              Kommer: Kari N.
        søn 18:00 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              Éin frivillig. 200 kr til laget.

              Ferdig. Takk!
              Kjem: Kari N.
        søn 18:00 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 16.
              Dette gjelder ikke lenger.
        søn 18:15 bot → kari: Gikk #1 som det skulle?
              [Ja] [Nei, noe skjedde]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn duty_takes_it(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:00:00").await;
    fjellvik.forget();
    fjellvik.presses("bjorn", "Tar det").await;
    fjellvik.presses("bjorn", "Til kl. 11").await;
    fjellvik.time_passes_until("2026-11-22T11:30:00").await;
    fjellvik.presses("bjorn", "Sett inn noen").await;
    fjellvik.presses("bjorn", "Lars Bakke").await;
    fjellvik.presses("bjorn", "Kommunen tar det").await;
    expect![[r#"
        søn 10:00 bjorn presses: [Tar det]
        søn 10:00 bot ⇢ bjorn: (toast) Fint, du tar #1. Jeg er stille til søndag kl. 11. Passer en annen tid bedre, velg den eller skriv den.
        søn 10:00 bot → bjorn: Fint, du tar #1. Jeg er stille til søndag kl. 11. Passer en annen tid bedre, velg den eller skriv den.
              [Til kl. 10:30] [Til kl. 11] [Til kl. 12]
        søn 10:00 bjorn presses: [Til kl. 11]
        søn 10:00 bot ⇢ bjorn: (toast) Du tar #1. Jeg er stille til søndag kl. 11 og spør igjen hvis det fortsatt mangler folk.
        søn 10:00 bot → bjorn: (edited) Fint, du tar #1. Jeg er stille til søndag kl. 11. Passer en annen tid bedre, velg den eller skriv den.
              Du svarte: Til kl. 11
        søn 10:00 bot → bjorn: Du tar #1. Jeg er stille til søndag kl. 11 og spør igjen hvis det fortsatt mangler folk.
        søn 11:00 bot → bjorn: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 11:20 bot → anne: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe tok saken, men har ikke sagt noe siden.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 11:30 bjorn presses: [Sett inn noen]
        søn 11:30 bot ⇢ bjorn: (toast) Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
        søn 11:30 bot → bjorn: Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
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
        søn 11:30 bjorn presses: [Lars Bakke]
        søn 11:30 bot ⇢ bjorn: (toast) Lars Bakke er satt inn på #1 og har fått beskjed.
        søn 11:30 bot → bjorn: (edited) Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              Velg, eller skriv et navn.
              Du svarte: Lars Bakke
              [Eva Lie]
              [Hanne Lund]
              [Kari Nes]
              [Ola Rud]
              [Per Haugen]
              [Anders Vik]
              [Geir Solberg]
              [Vis flere]
        søn 11:30 bot → bjorn: Lars Bakke er satt inn på #1 og har fått beskjed.
        søn 11:30 bot → lars: Bjørn Moe har sett deg opp på #1: Snømåking, søndag 22. november kl. 16–18. Passar det ikkje, meld forfall – då er du av med ein gong.
              [Opne oppdraget ↗]
              [Meld forfall]
        søn 11:30 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Lars B.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        søn 11:30 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 1 av 2
              Kjem: Lars B.

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
        søn 11:30 bjorn presses: [Kommunen tar det]
        søn 11:30 bot → anne: (edited) #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe tok saken, men har ikke sagt noe siden.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Bjørn Moe har ordnet dette.
        søn 11:30 bot ⇢ bjorn: (toast) Greit, dere fyller den siste plassen på #1.
        søn 11:30 bot → bjorn: (edited) #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Du svarte: Kommunen tar det
        søn 11:30 bot → bjorn: (edited) #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Du svarte: Kommunen tar det
        søn 11:30 bot → bjorn: (edited) Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              Velg, eller skriv et navn.
              Du svarte: Lars Bakke
              Dette er ordnet.
        søn 11:30 bot → bjorn: Greit, dere fyller den siste plassen på #1.
        søn 11:30 bot → silje: Bjørn Moe har bestemt at kommunen fyller den siste plassen på #1.
        søn 11:30 bot → eva: (edited) Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        søn 11:30 bot → solveig: (edited) Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Det trengst ikkje fleire på #1 no. Takk for at du stod klar!
        søn 11:30 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Lars B.
              [Stå som reserve] [Kan ikke]
        søn 11:30 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              Éin frivillig. 200 kr til laget.

              Dekt, takk!
              Kjem: Lars B.
              [Stå som reserve] [Kan ikkje]
        søn 11:30 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Lars B. fra Nordre IL kommer søndag kl. 16.
              [Gjort] [Fikk ikke tak i]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-22T19:00:00").await;
    fjellvik.is_at_rest().await;
}

async fn a_group_that_is_gone_is_passed_over(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.chat.block("g:fjellvik-il");
    fjellvik.says("silje", "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.forget();
    fjellvik.presses("silje", "Send").await;
    fjellvik.time_passes_until("2026-11-21T10:05:00").await;
    expect![[r#"
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
        lør 10:00 bot → anne: Jeg er tatt ut av gruppa Fjellvik IL og kan ikke spørre der lenger.
        lør 10:00 bot → bjorn: Jeg fikk ikke spurt Fjellvik IL om #1: gruppa er ikke koblet til, eller jeg er tatt ut av den. Jeg går videre.
        lør 10:00 bot → bjorn: Jeg er tatt ut av gruppa Fjellvik IL og kan ikke spørre der lenger.
        lør 10:00 bot → jonas: Jeg er tatt ut av gruppa Fjellvik IL og kan ikke spørre der lenger.
        lør 10:00 ⌂ nordre-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 2 av 2

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
}
