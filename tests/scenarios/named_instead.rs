//! Whoever can't come names somebody who can, and duty names somebody who does: the name stays with the hole, and nobody is put in by another's word.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    the_name_stays_with_the_hole,
    a_tip_is_no_yes,
    duty_says_that_somebody_comes,
    who_has_it_already,
    there_are_places_but_not_for_them,
    whoever_offered_asks_whether_to_come,
    a_lone_offer_hears_when_it_begins,
);

async fn the_name_stays_with_the_hole(db: Db) {
    let mut fjellvik = World::with_day_list(db).await;
    fjellvik.asked_for("Trenger 1 til matombringing i Storgata 5 mandag kl 12-13").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-22T20:00:00").await;
    fjellvik.says("kari", "kan ikke likevel, men mannen min kan ta det #1").await;
    fjellvik.forget();
    fjellvik.says("kari", "Jens Nes, 911 22 333").await;
    fjellvik.says("kari", "ja").await;
    fjellvik.time_passes_until("2026-11-23T08:30:00").await;
    expect![[r#"
        søn 20:00 kari → bot: Jens Nes, 911 22 333
        søn 20:00 bot → bjorn: Kari Nes kan ikke selv på #1, mandag 23. november kl. 12–13, men vet om noen som kan: «Jens Nes, 911 22 333». Avtal med dem, og sett dem inn.
              [Sett inn noen]
        søn 20:00 bot → kari: Takk! Vakten har fått navnet og tar kontakt om #1. Plassen er åpen for alle imens.
        søn 20:00 kari → bot: ja
        søn 20:00 bot → kari: Gjelder det dette?
              [#1 Matombringing, mandag 23. november kl. 12–13]
        søn 20:20 bot → kari: Du har ikke valgt ennå, så ingenting er gjort med det du skrev.
              Gjelder det dette?
              [#1 Matombringing, mandag 23. november kl. 12–13]
        søn 20:27 ⌂ frivilligsentralen bot: Oppdrag #1: Matombringing, mandag 23. november kl. 12–13
              Sone Sentrum
              Én frivillig. 150 kr til laget.

              Ledig: 1 av 1

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Kan ikke]
              [Åpne chat med meg ↗]
        søn 20:32 bot → eva: Vi mangler folk på #1: Matombringing, mandag 23. november kl. 12–13. Kan du?
              [Ja] [Nei]
        søn 20:32 bot → marit: Vi mangler folk på #1: Matombringing, mandag 23. november kl. 12–13. Kan du?
              [Ja] [Nei]
        søn 20:37 bot → bjorn: #1 mangler 1 av 1: Matombringing, mandag 23. november kl. 12–13.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Kari Nes foreslo: «Jens Nes, 911 22 333»
              Den som meldte behovet, er lovet svar senest mandag kl. 07.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 20:46 bot → anne: #1 mangler 1 av 1: Matombringing, mandag 23. november kl. 12–13.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Kari Nes foreslo: «Jens Nes, 911 22 333»
              Den som meldte behovet, er lovet svar senest mandag kl. 07.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 20:55 bot → inger: #1 mangler 1 av 1: Matombringing, mandag 23. november kl. 12–13.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Kari Nes foreslo: «Jens Nes, 911 22 333»
              Den som meldte behovet, er lovet svar senest mandag kl. 07.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        man 07:00 bot → bjorn: #1 mangler 1 av 1: Matombringing, mandag 23. november kl. 12–13.
              Spurt: Fjellvik IL (0 ja, 1 nei)
              Spurt: Frivilligsentralen Fjellvik (ingen svar)
              Kari Nes foreslo: «Jens Nes, 911 22 333»
              Den som meldte behovet, vet at det mangler folk.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        man 07:00 bot → bjorn: Dagsliste, mandag 23. november: 1 oppdrag, 0 dekket, 1 mangler folk.
              #1 kl. 12, Matombringing: mangler én.
        man 07:00 bot → silje: #1, mandag 23. november kl. 12–13: vi fikk dessverre ingen. Jeg leter videre til oppdraget starter, men regn ikke med det. Stiller dere selv, eller skal det avlyses?
              [Vi gjør det selv] [Avlys]
        man 07:00 ⌂ fjellvik-il bot: Det er én ledig plass på #1 mandag kl. 12. Kan noen?
        man 07:00 ⌂ frivilligsentralen bot: Det er én ledig plass på #1 mandag kl. 12. Kan noen?
        man 07:30 bot → bjorn: #1 mangler 1 av 1: Matombringing, mandag 23. november kl. 12–13.
              Silje Aune, som meldte behovet, har fått svaret og ikke sagt hva som skal skje. Noen må ta det.
              Kari Nes foreslo: «Jens Nes, 911 22 333»
              [Tar det]
              [Sett inn noen]
              [Kommunen tar det] [Avlys]
        man 07:30 ⌂ hjemmetjenesten bot: #1 mangler fortsatt 1 av 1, og må dekkes: Matombringing, mandag 23. november kl. 12–13. Den som meldte behovet, har ikke svart. Kan noen av dere?
              [Vi gjør det selv] [Avlys]
        man 07:30 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige mandag kl. 12 likevel.
              [Gjort] [Fikk ikke tak i]
        man 07:45 bot → bjorn: Enheten har ikke svart på om mottakeren av #1 er ringt. Kan du høre med dem, eller ringe selv?
        man 07:45 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1 nå: det kommer ingen frivillige mandag kl. 12 likevel.
              Dette gjelder ikke lenger.
        man 07:45 ⌂ hjemmetjenesten bot: Ring mottakeren av #1 nå: det kommer ingen frivillige mandag kl. 12 likevel.
              [Gjort] [Fikk ikke tak i]
        man 08:00 bot → anne: Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              #1 mangler 1 av 1: Matombringing, mandag 23. november kl. 12–13.
              Kari Nes foreslo: «Jens Nes, 911 22 333»
              Forslag til #1: alle er spurt. Ring noen, og sett dem inn.
              [Jeg tar #1]
              [Sett inn noen på #1]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "eva", "ja").await;
    fjellvik.forget();
    fjellvik.says("anne", "/dagsliste").await;
    assert!(!fjellvik.transcript().contains("foreslo"), "{}", fjellvik.transcript());
}

async fn a_tip_is_no_yes(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.says("hanne", "jeg kan få Lars til å ta den").await;
    fjellvik.says("per", "kan ikkje, men spør Lars").await;
    fjellvik.says("per", "ja").await;
    expect![[r#"
        lør 10:00 hanne → bot: jeg kan få Lars til å ta den
        lør 10:00 bot → bjorn: Hanne Lund har et tips om #1, søndag 22. november kl. 16–18: «jeg kan få Lars til å ta den». Avtal med dem, og sett dem inn.
              [Sett inn noen]
        lør 10:00 bot → hanne: Takk for tipset! Vakten har fått det og tar kontakt om #1. Kan noen ta den, så be dem gjerne svare «ja» selv.
        lør 10:00 bot → hanne: (👌)
        lør 10:00 per → bot: kan ikkje, men spør Lars
        lør 10:00 bot → bjorn: Per Haugen har et tips om #1, søndag 22. november kl. 16–18: «kan ikkje, men spør Lars». Avtal med dem, og sett dem inn.
              [Sett inn noen]
        lør 10:00 bot → per: Takk for at du sa frå om #1.
        lør 10:00 bot → per: Takk for tipset! Vakta har fått det og tek kontakt om #1. Kan nokon ta den, så be dei gjerne svare «ja» sjølve.
        lør 10:00 bot → per: (👌)
        lør 10:00 per → bot: ja
        lør 10:00 bot → per: Gjeld det dette?
              [#1 Snømåking, søndag 22. november kl. 16–18]
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
}

async fn duty_says_that_somebody_comes(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.time_passes_until("2026-11-23T10:30:00").await;
    fjellvik.forget();
    fjellvik.says("anne", "Hanne kjem på #1").await;
    fjellvik.presses("anne", "Hanne Lund").await;
    fjellvik.says("anne", "Kari kommer på #1").await;
    expect![[r#"
        man 10:30 anne → bot: Hanne kjem på #1
        man 10:30 bot → anne: Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              [Hanne Lund]
        man 10:30 anne presses: [Hanne Lund]
        man 10:30 bot ⇢ anne: (toast) Hanne Lund er satt inn på #1 og har fått beskjed.
        man 10:30 bot → anne: (edited) Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              #1 mangler 1 av 2: Snømåking, mandag 23. november kl. 16–18.
              #1: Dette er ordnet.
        man 10:30 bot → anne: (edited) #1 mangler 1 av 2: Snømåking, mandag 23. november kl. 16–18.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest mandag kl. 12.
              Dette er ordnet.
        man 10:30 bot → anne: (edited) Hvem har du avtalt #1 med? Jeg gir beskjed, og den du velger, kan melde forfall med ett ord.
              Du svarte: Hanne Lund
        man 10:30 bot → anne: Hanne Lund er satt inn på #1 og har fått beskjed.
        man 10:30 bot → bjorn: (edited) #1 mangler 1 av 2: Snømåking, mandag 23. november kl. 16–18.
              Anne Berg fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest mandag kl. 12.
              Anne Berg har ordnet dette.
        man 10:30 bot → silje: #1, mandag 23. november kl. 16–18, er dekket: Kari Nes og Hanne Lund fra Fjellvik IL kommer.
              [Endre] [Avlys]
        man 10:30 bot → hanne: Anne Berg har satt deg opp på #1: Snømåking, mandag 23. november kl. 16–18. Passer det ikke, meld forfall – da er du av med en gang.
              [Åpne oppdraget ↗]
              [Meld forfall]
        man 10:30 bot → eva: (edited) Vi mangler folk på #1: Snømåking, mandag 23. november kl. 16–18. Kan du?
              Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        man 10:30 bot → solveig: (edited) Vi manglar folk på #1: Snømåking, måndag 23. november kl. 16–18. Kan du?
              Det trengst ikkje fleire på #1 no. Takk for at du stod klar!
        man 10:30 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Kari N. og Hanne L.
              [Stå som reserve] [Kan ikke]
        man 10:30 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, måndag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for kvar.

              Dekt, takk!
              Kjem: Kari N. og Hanne L.
              [Stå som reserve] [Kan ikkje]
        man 10:30 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Kari N. og Hanne L. fra Fjellvik IL kommer mandag kl. 16.
              [Gjort] [Fikk ikke tak i]
        man 10:30 anne → bot: Kari kommer på #1
        man 10:30 bot → anne: (edited) Kari N. har ikke bekreftet #1: Snømåking, mandag 23. november kl. 16–18.
              Du svarte: Kari N. kommer
        man 10:30 bot → anne: Notert: Kari N. kommer på #1.
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 2);
}

async fn who_has_it_already(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.time_passes_until("2026-11-23T10:05:00").await;
    fjellvik.says("anne", "tar det").await;
    fjellvik.forget();
    fjellvik.says("inger", "tar det").await;
    fjellvik.says("bjorn", "tar det").await;
    expect![[r#"
        man 10:05 inger → bot: tar det
        man 10:05 bot → inger: Anne Berg (10 00 00 01) tar #1 og er på saken til mandag kl. 11:15. Snakk sammen hvis du heller vil ta det.
        man 10:05 bjorn → bot: tar det
        man 10:05 bot → bjorn: Anne Berg (10 00 00 01) tar #1 og er på saken til mandag kl. 11:15. Snakk sammen hvis du heller vil ta det.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn there_are_places_but_not_for_them(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.forget();
    fjellvik.says("lars", "eg tek plassen").await;
    expect![[r#"
        lør 10:00 lars → bot: eg tek plassen
        lør 10:00 bot → lars: #1 (Snømåking, måndag 23. november kl. 16–18) manglar folk, men laget ditt blir ikkje spurt før søndag kl. 20. Er plassen ledig då, kjem spørsmålet både til deg og i gruppa.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn whoever_offered_asks_whether_to_come(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "kan fra halv fem").await;
    fjellvik.forget();
    fjellvik.says("kari", "hvordan går det, kommer jeg?").await;
    fjellvik.says("kari", "skal jeg komme?").await;
    fjellvik.says("eva", "skal jeg komme?").await;
    expect![[r#"
        lør 10:00 kari → bot: hvordan går det, kommer jeg?
        lør 10:00 bot → kari: Koordinatoren har ikke svart på tilbudet ditt om #1 ennå. Du hører fra meg her, senest når det begynner.
        lør 10:00 kari → bot: skal jeg komme?
        lør 10:00 bot → kari: Koordinatoren har ikke svart på tilbudet ditt om #1 ennå. Du hører fra meg her, senest når det begynner.
        lør 10:00 eva → bot: skal jeg komme?
        lør 10:00 bot → eva: Det forsto jeg ikke. Skriv «hjelp», så ser du hva jeg kan.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn a_lone_offer_hears_when_it_begins(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.asked_for("Trenger 1 til matombringing i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "kan fra halv fem").await;
    fjellvik.says("per", "#1 kan frå halv fem").await;
    fjellvik.time_passes_until("2026-11-23T15:55:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T16:05:00").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → per: Ingen rakk å svare"), "{said}");
    expect![[r#"
        man 16:00 bot → anne: (edited) Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              #1 mangler 1 av 1: Snømåking, mandag 23. november kl. 16–18.
              #2 mangler 1 av 1: Matombringing, mandag 23. november kl. 16–18.
              Forslag til #2: Kari Nes kan fra kl. 16:30 og venter på svar.
              [Godta Kari N. på #2] [Nei takk til Kari N. på #2]
        man 16:00 bot → anne: (edited) #1 mangler 1 av 1: Snømåking, mandag 23. november kl. 16–18.
              Spurt: Fjellvik IL (1 ja med forbehold)
              Spurt: Nordre IL (ingen svar)
              Per Haugen kan fra kl. 16:30 og venter på svar.
              Den som meldte behovet, er lovet svar senest mandag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        man 16:00 bot → anne: #2 begynner nå og er ikke dekket: Matombringing, mangler 1 av 1. Silje Aune (10 00 00 04), som meldte behovet, har fått vite det.
              Kari Nes kan fra kl. 16:30 og venter på svar.
              [Godta Kari N.] [Nei takk til Kari N.]
              [Tar det]
              [Sett inn noen]
              [Kommunen tar det] [Avlys]
        man 16:00 bot → bjorn: (edited) Per Haugen kan ta #1 fra kl. 16:30 (oppdraget er mandag 23. november kl. 16–18).
              Dette gjelder ikke lenger.
        man 16:00 bot → bjorn: (edited) Per Haugen venter fortsatt på svar:
              Per Haugen kan ta #1 fra kl. 16:30 (oppdraget er mandag 23. november kl. 16–18).
              Dette gjelder ikke lenger.
        man 16:00 bot → bjorn: (edited) #1 mangler 1 av 1: Snømåking, mandag 23. november kl. 16–18.
              Anne Berg fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (1 ja med forbehold)
              Spurt: Nordre IL (ingen svar)
              Per Haugen kan fra kl. 16:30 og venter på svar.
              Den som meldte behovet, er lovet svar senest mandag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        man 16:00 bot → inger: (edited) #1 mangler 1 av 1: Snømåking, mandag 23. november kl. 16–18.
              Bjørn Moe har heller ikke svart.
              Spurt: Fjellvik IL (1 ja med forbehold)
              Spurt: Nordre IL (ingen svar)
              Per Haugen kan fra kl. 16:30 og venter på svar.
              Den som meldte behovet, er lovet svar senest mandag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        man 16:00 bot → silje: #2, mandag 23. november kl. 16–18, begynner nå og er ikke dekket: vi fikk 0 av 1. Det er vi lei for. Blir det ikke gjort på annen måte, må mottakeren få vite det.
              [Vi gjør det selv] [Avlys]
        man 16:00 bot → kari: Ingen har svart på tilbudet ditt om #2 ennå, og nå har det begynt. Vakten kan fortsatt si ja; hører du ikke noe, trenger du ikke å komme.
        man 16:00 bot → per: Ingen rakk å svare på tilbodet ditt på #1. Det er leitt, og takk for at du ville stille opp!
    "#]].assert_eq(&said);
}
