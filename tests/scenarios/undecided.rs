//! "I can, but": an offer that nobody on duty has decided is neither lost nor forgotten.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    it_is_beside_the_hole_and_can_be_accepted_there,
    it_is_proposed_in_the_day_list,
    it_is_handed_over,
    whoever_answers_otherwise_is_not_decided_about,
    the_deputy_sees_who_decided,
    whoever_asked_hears_that_somebody_offered,
    nobody_ever_decides,
    a_bare_yes_does_not_give_the_whole_place,
    an_offer_that_was_edited_to_yes,
    who_offered_takes_it_back,
    a_condition_is_passed_on_in_its_words,
    a_part_waits_in_the_queue_as_a_part,
    a_declined_offer_is_no_no,
);

/// Two people for Sunday, of whom Kari could come for a part and Eva if nobody else can.
async fn two_with_a_but(fjellvik: &mut World) {
    fjellvik.asked_for("Trenger 3 stk til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.replies("fjellvik-il", "kari", "kan fra halv fem").await;
    fjellvik.replies("fjellvik-il", "eva", "jeg kan hvis ingen andre kan").await;
    fjellvik.forget();
}

async fn it_is_beside_the_hole_and_can_be_accepted_there(db: Db) {
    let mut fjellvik = World::new(db).await;
    two_with_a_but(&mut fjellvik).await;
    fjellvik.time_passes_until("2026-11-22T10:05:00").await;
    fjellvik.presses("bjorn", "Godta Kari N.").await;
    expect![[r#"
        lør 14:00 bot → bjorn: Kari Nes venter fortsatt på svar:
              Kari Nes kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
              [Godta] [Takk, men nei]
        lør 14:00 bot → bjorn: Eva Lie venter fortsatt på svar:
              Eva Lie kan ta #1, søndag 22. november kl. 16–18, med et forbehold. Snakk med Eva Lie om hva som skal til.
              [Godta] [Takk, men nei]
        lør 18:00 bot → ola: Snømåking, søndag 22. november kl. 16–18 (#1). Kommer du?
              [Kommer] [Kan ikke]
        lør 18:00 ⌂ fjellvik-il bot: Det er 2 ledige plasser på #1 søndag kl. 16. Kan noen?
        lør 20:00 ⌂ nordre-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              3 frivillige. 200 kr til laget for kvar.

              Ledig: 2 av 3
              Kjem: Ola R.

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
        lør 20:30 bot → ola: Hei igjen! Kan du bekrefte #1, søndag 22. november kl. 16–18?
              [Kommer] [Kan ikke]
        lør 20:55 bot → solveig: Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              [Ja] [Nei]
        søn 09:00 bot → bjorn: Ola R. har ikke bekreftet #1: Snømåking, søndag 22. november kl. 16–18.
              [Ola R. kommer] [Ola R. kommer ikke]
        søn 10:00 bot → bjorn: #1 mangler 2 av 3: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (1 ja, 2 ja med forbehold, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Kari Nes kan fra kl. 16:30 og venter på svar.
              Eva Lie kan med et forbehold og venter på svar. Ta en prat om hva som skal til.
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Godta Kari N.] [Nei takk til Kari N.]
              [Godta Eva L.] [Nei takk til Eva L.]
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 10:05 bjorn presses: [Godta Kari N.]
        søn 10:05 bot ⇢ bjorn: (toast) Kari Nes har plass på #1 og har fått beskjed.
        søn 10:05 bot → bjorn: (edited) Kari Nes kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
              Du svarte: Godta
        søn 10:05 bot → bjorn: (edited) Kari Nes venter fortsatt på svar:
              Kari Nes kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
              Du svarte: Godta
        søn 10:05 bot → bjorn: (edited) #1 mangler 2 av 3: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (1 ja, 2 ja med forbehold, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Kari Nes kan fra kl. 16:30 og venter på svar.
              Eva Lie kan med et forbehold og venter på svar. Ta en prat om hva som skal til.
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Du svarte: Godta Kari N.
              [Godta Eva L.] [Nei takk til Eva L.]
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 10:05 bot → bjorn: Kari Nes har plass på #1 og har fått beskjed.
        søn 10:05 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16:30–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        søn 10:05 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 3
              Kommer: Ola R. og Kari N. (16:30–18:00)

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        søn 10:05 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              3 frivillige. 200 kr til laget for kvar.

              Ledig: 1 av 3
              Kjem: Ola R. og Kari N. (16:30–18:00)

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert_eq!((task.taken(), task.undecided().count()), (2, 1));
    fjellvik.presses("bjorn", "Nei takk til Eva L.").await;
    expect![[r#"
        søn 10:05 bjorn presses: [Nei takk til Eva L.]
        søn 10:05 bot ⇢ bjorn: (toast) Eva Lie har fått takk for tilbudet på #1, og et vennlig nei.
        søn 10:05 bot → bjorn: (edited) Eva Lie kan ta #1, søndag 22. november kl. 16–18, med et forbehold: «jeg kan hvis ingen andre kan». Snakk med Eva Lie om hva som skal til.
              Du svarte: Takk, men nei
        søn 10:05 bot → bjorn: (edited) Eva Lie venter fortsatt på svar:
              Eva Lie kan ta #1, søndag 22. november kl. 16–18, med et forbehold. Snakk med Eva Lie om hva som skal til.
              Du svarte: Takk, men nei
        søn 10:05 bot → bjorn: (edited) #1 mangler 2 av 3: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (1 ja, 2 ja med forbehold, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Kari Nes kan fra kl. 16:30 og venter på svar.
              Eva Lie kan med et forbehold og venter på svar. Ta en prat om hva som skal til.
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Du svarte: Godta Kari N.
              Du svarte: Nei takk til Eva L.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 10:05 bot → bjorn: Eva Lie har fått takk for tilbudet på #1, og et vennlig nei.
        søn 10:05 bot → eva: Takk for tilbudet på #1! Det passet dessverre ikke denne gangen.
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.undecided().count(), 0);
}

async fn it_is_proposed_in_the_day_list(db: Db) {
    let mut fjellvik = World::with_day_list(db).await;
    two_with_a_but(&mut fjellvik).await;
    fjellvik.time_passes_until("2026-11-22T06:59:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T07:00:00").await;
    expect![[r#"
        søn 07:00 bot → bjorn: Dagsliste, søndag 22. november: 1 oppdrag, 0 dekket, 1 mangler folk.
              #1 kl. 16, Snømåking: mangler 2 av 3. Kommer: Ola Rud
              Forslag til #1: Kari Nes kan fra kl. 16:30 og venter på svar.
              Forslag til #1: Eva Lie kan med et forbehold og venter på svar. Ta en prat om hva som skal til.
              [Godta Kari N. på #1] [Nei takk til Kari N. på #1]
              [Godta Eva L. på #1] [Nei takk til Eva L. på #1]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.presses("bjorn", "Godta Kari N. på #1").await;
    assert_eq!(fjellvik.task(1).await.taken(), 2);
    fjellvik.forget();
}

async fn it_is_handed_over(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.time_passes_until("2026-11-22T20:00:00").await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 tirsdag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "jeg kan men må være ferdig 17.15").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T08:30:00").await;
    expect![[r#"
        man 07:00 bot → bjorn: Kari Nes venter fortsatt på svar:
              Kari Nes kan ta #1 til kl. 17:15 (oppdraget er tirsdag 24. november kl. 16–18).
              [Godta] [Takk, men nei]
        man 08:00 bot → anne: Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              #1 mangler 1 av 1: Snømåking, tirsdag 24. november kl. 16–18.
              Forslag til #1: Kari Nes kan til kl. 17:15 og venter på svar.
              [Godta Kari N. på #1] [Nei takk til Kari N. på #1]
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn whoever_answers_otherwise_is_not_decided_about(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "kan fra halv fem").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "kari", "kan ikke likevel").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): kan ikke likevel
        lør 10:00 bot → bjorn: (edited) Kari Nes kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
              Dette gjelder ikke lenger.
        lør 10:00 bot → kari: Takk for at du sa fra om #1.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.time_passes_until("2026-11-21T20:00:00").await;
    let said = fjellvik.transcript();
    assert!(!said.contains("Kari"), "{said}");
}

async fn the_deputy_sees_who_decided(db: Db) {
    let mut fjellvik = World::new(db).await;
    two_with_a_but(&mut fjellvik).await;
    fjellvik.time_passes_until("2026-11-22T10:25:00").await;
    fjellvik.forget();
    fjellvik.presses("bjorn", "Godta Kari N.").await;
    expect![[r#"
        søn 10:25 bjorn presses: [Godta Kari N.]
        søn 10:25 bot → anne: (edited) #1 mangler 2 av 3: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (1 ja, 2 ja med forbehold, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Kari Nes kan fra kl. 16:30 og venter på svar.
              Eva Lie kan med et forbehold og venter på svar. Ta en prat om hva som skal til.
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Bjørn Moe svarte: Godta Kari N.
              [Godta Eva L.] [Nei takk til Eva L.]
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 10:25 bot ⇢ bjorn: (toast) Kari Nes har plass på #1 og har fått beskjed.
        søn 10:25 bot → bjorn: (edited) Kari Nes kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
              Du svarte: Godta
        søn 10:25 bot → bjorn: (edited) Kari Nes venter fortsatt på svar:
              Kari Nes kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
              Du svarte: Godta
        søn 10:25 bot → bjorn: (edited) #1 mangler 2 av 3: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (1 ja, 2 ja med forbehold, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Kari Nes kan fra kl. 16:30 og venter på svar.
              Eva Lie kan med et forbehold og venter på svar. Ta en prat om hva som skal til.
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Du svarte: Godta Kari N.
              [Godta Eva L.] [Nei takk til Eva L.]
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 10:25 bot → bjorn: Kari Nes har plass på #1 og har fått beskjed.
        søn 10:25 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16:30–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        søn 10:25 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 3
              Kommer: Ola R. og Kari N. (16:30–18:00)

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        søn 10:25 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              3 frivillige. 200 kr til laget for kvar.

              Ledig: 1 av 3
              Kjem: Ola R. og Kari N. (16:30–18:00)

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn whoever_asked_hears_that_somebody_offered(db: Db) {
    let mut fjellvik = World::new(db).await;
    two_with_a_but(&mut fjellvik).await;
    fjellvik.time_passes_until("2026-11-22T11:59:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T12:00:00").await;
    expect![[r#"
        søn 12:00 bot → silje: #1, søndag 22. november kl. 16–18: vi fikk 1 av 3. Ola Rud fra Fjellvik IL kommer. Holder det, eller stiller dere med resten selv?
              2 har sagt ja med forbehold, og vakten avgjør om det går.
              [Holder] [Vi stiller selv]
        søn 12:00 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Ola R. fra Fjellvik IL kommer søndag kl. 16.
              [Gjort] [Fikk ikke tak i]
    "#]].assert_eq(&fjellvik.transcript());
}

async fn nobody_ever_decides(db: Db) {
    let mut fjellvik = World::new(db).await;
    two_with_a_but(&mut fjellvik).await;
    fjellvik.time_passes_until("2026-11-22T17:59:00").await;
    let said = fjellvik.transcript();
    assert_eq!(said.matches("venter fortsatt på svar").count(), 2, "each is reminded of once: {said}");
    assert!(!said.contains("bot → kari:") && !said.contains("bot → eva:"), "the offers live: {said}");
    fjellvik.time_passes_until("2026-11-22T18:00:00").await;
    expect![[r#"
        søn 18:00 bot → anne: (edited) #1 mangler 2 av 3: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (1 ja, 2 ja med forbehold, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Kari Nes kan fra kl. 16:30 og venter på svar.
              Eva Lie kan med et forbehold og venter på svar. Ta en prat om hva som skal til.
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
        søn 18:00 bot → bjorn: (edited) Kari Nes kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
        søn 18:00 bot → bjorn: (edited) Eva Lie kan ta #1, søndag 22. november kl. 16–18, med et forbehold: «jeg kan hvis ingen andre kan». Snakk med Eva Lie om hva som skal til.
        søn 18:00 bot → bjorn: (edited) Kari Nes venter fortsatt på svar:
              Kari Nes kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
        søn 18:00 bot → bjorn: (edited) Eva Lie venter fortsatt på svar:
              Eva Lie kan ta #1, søndag 22. november kl. 16–18, med et forbehold. Snakk med Eva Lie om hva som skal til.
        søn 18:00 bot → bjorn: (edited) Ola R. har ikke bekreftet #1: Snømåking, søndag 22. november kl. 16–18.
              Dette gjelder ikke lenger.
        søn 18:00 bot → bjorn: (edited) #1 mangler 2 av 3: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (1 ja, 2 ja med forbehold, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Kari Nes kan fra kl. 16:30 og venter på svar.
              Eva Lie kan med et forbehold og venter på svar. Ta en prat om hva som skal til.
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
        søn 18:00 bot → inger: (edited) #1 mangler 2 av 3: Snømåking, søndag 22. november kl. 16–18.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (1 ja, 2 ja med forbehold, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Kari Nes kan fra kl. 16:30 og venter på svar.
              Eva Lie kan med et forbehold og venter på svar. Ta en prat om hva som skal til.
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
        søn 18:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18: vi fikk 1 av 3. Ola Rud fra Fjellvik IL kommer. Holder det, eller stiller dere med resten selv?
              2 har sagt ja med forbehold, og vakten avgjør om det går.
        søn 18:00 bot → kari: Ingen rakk å svare på tilbudet ditt på #1. Det er leit, og takk for at du ville stille opp!
        søn 18:00 bot → eva: Ingen rakk å svare på tilbudet ditt på #1. Det er leit, og takk for at du ville stille opp!
        søn 18:00 bot → solveig: (edited) Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              #1 er over. Takk likevel!
        søn 18:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ferdig. Takk!
              Kommer: Ola R.
        søn 18:00 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              3 frivillige. 200 kr til laget for kvar.

              Ferdig. Takk!
              Kjem: Ola R.
        søn 18:00 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Ola R. fra Fjellvik IL kommer søndag kl. 16.
              Dette gjelder ikke lenger.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn a_bare_yes_does_not_give_the_whole_place(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Matkjøring fra Storgata 5 i morgen kl 15-16, 1 sjåfør").await;
    fjellvik.replies("fjellvik-il", "kari", "kan komme fra halv fire").await;
    fjellvik.forget();
    fjellvik.says("kari", "ja").await;
    fjellvik.says("kari", "nei").await;
    fjellvik.says("kari", "hvordan går det, kommer jeg?").await;
    assert_eq!((fjellvik.task(1).await.taken(), fjellvik.task(1).await.undecided().count()), (0, 1));
    fjellvik.says("kari", "ja").await;
    fjellvik.says("kari", "ja").await;
    expect![[r#"
        lør 10:00 kari → bot: ja
        lør 10:00 bot → kari: Koordinatoren har ikke svart ennå på tilbudet ditt om #1. Kan du være med hele tiden, søndag 22. november kl. 15–16?
              [Ja, hele tiden] [Nei]
        lør 10:00 kari → bot: nei
        lør 10:00 bot → kari: (edited) Koordinatoren har ikke svart ennå på tilbudet ditt om #1. Kan du være med hele tiden, søndag 22. november kl. 15–16?
              Du svarte: Nei
        lør 10:00 bot → kari: Takk! Jeg spør koordinatoren om det passer på #1. Du får svar her.
        lør 10:00 kari → bot: hvordan går det, kommer jeg?
        lør 10:00 bot → kari: Koordinatoren har ikke svart ennå på tilbudet ditt om #1. Du får svar her, og plassen er ikke din før det.
        lør 10:00 kari → bot: ja
        lør 10:00 bot → kari: Koordinatoren har ikke svart ennå på tilbudet ditt om #1. Kan du være med hele tiden, søndag 22. november kl. 15–16?
              [Ja, hele tiden] [Nei]
        lør 10:00 kari → bot: ja
        lør 10:00 bot → bjorn: (edited) Kari Nes kan ta #1 fra kl. 15:30 (oppdraget er søndag 22. november kl. 15–16).
              Dette gjelder ikke lenger.
        lør 10:00 bot → silje: #1, søndag 22. november kl. 15–16, er dekket: Kari Nes fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → kari: (edited) Koordinatoren har ikke svart ennå på tilbudet ditt om #1. Kan du være med hele tiden, søndag 22. november kl. 15–16?
              Du svarte: Ja, hele tiden
        lør 10:00 bot → kari: Takk! Du har plass på #1: Matombringing, søndag 22. november kl. 15–16.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
    "#]].assert_eq(&fjellvik.private_talk());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

async fn an_offer_that_was_edited_to_yes(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 3 til snømåking i Storgata 5 i morgen kl 16-18").await;
    let accepted = fjellvik.replies("fjellvik-il", "kari", "kan til halv seks").await;
    fjellvik.presses("bjorn", "Godta").await;
    let open = fjellvik.replies("fjellvik-il", "ola", "kan fra halv fem").await;
    fjellvik.forget();
    fjellvik.edits("fjellvik-il", "kari", &accepted, "ja").await;
    fjellvik.edits("fjellvik-il", "ola", &open, "ja").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (edit): ja
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–17:30.
        lør 10:00 ⌂ fjellvik-il ola (edit): ja
        lør 10:00 bot → bjorn: (edited) Ola Rud kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
              Dette gjelder ikke lenger.
        lør 10:00 bot → ola: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
    "#]].assert_eq(&fjellvik.private_talk());
    let task = fjellvik.task(1).await;
    assert!(task.placed().all(|signup| !signup.is_for_a_part()) && task.taken() == 2);
}

async fn who_offered_takes_it_back(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "kan fra halv fem").await;
    fjellvik.forget();
    fjellvik.says("kari", "kan ikke likevel").await;
    expect![[r#"
        lør 10:00 kari → bot: kan ikke likevel
        lør 10:00 bot → bjorn: (edited) Kari Nes kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
              Dette gjelder ikke lenger.
        lør 10:00 bot → kari: Takk for at du sa fra om #1.
    "#]].assert_eq(&fjellvik.private_talk());
    assert_eq!(fjellvik.task(1).await.undecided().count(), 0);
}

async fn a_condition_is_passed_on_in_its_words(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 3 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "eva", "ja").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "kari", "blir med om Eva blir med").await;
    // Whom the words could harm is not quoted.
    fjellvik.replies("fjellvik-il", "ola", "kommer hvis hun i Storgata 5 ikke er syk").await;
    let said = fjellvik.private_talk();
    let to_duty: Vec<&str> = said.lines().skip_while(|line| !line.contains("→ bjorn")).collect();
    expect![[r#"
        lør 10:00 bot → bjorn: Kari Nes kan ta #1, søndag 22. november kl. 16–18, med et forbehold: «blir med om Eva blir med». Snakk med Kari Nes om hva som skal til.
              Eva Lie har allerede plass på #1.
              [Godta] [Takk, men nei]
        lør 10:00 bot → kari: Takk! Jeg spør koordinatoren om det passer på #1. Du får svar her.
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il ola (reply): kommer hvis hun i Storgata 5 ikke er syk
        lør 10:00 bot → bjorn: Ola Rud kan ta #1, søndag 22. november kl. 16–18, med et forbehold. Snakk med Ola Rud om hva som skal til.
              [Godta] [Takk, men nei]
        lør 10:00 bot → ola: Takk! Jeg spør koordinatoren om det passer på #1. Du får svar her.
              [Feil forstått]"#]].assert_eq(&to_duty.join("\n"));
    assert_eq!(fjellvik.task(1).await.taken(), 1);
}

async fn a_part_waits_in_the_queue_as_a_part(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "eva", "kan fra 17").await;
    fjellvik.says("kari", "kan ikke likevel").await;
    fjellvik.presses("bjorn", "Godta").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il eva (reply): kan fra 17
        lør 10:00 bot → eva: Takk! Alle plassene på #1 er tatt: Snømåking.
              Du er reserve nr. 1 for søndag 22. november kl. 17–18. Blir det ledig, spør jeg koordinatoren om det passer.
              [Ikke reserve likevel]
        lør 10:00 kari → bot: kan ikke likevel
        lør 10:00 bot → bjorn: Eva Lie kan ta #1 fra kl. 17 (oppdraget er søndag 22. november kl. 16–18).
              [Godta] [Takk, men nei]
        lør 10:00 bot → silje: Det ble en plass ledig igjen på #1, søndag 22. november kl. 16–18. Jeg leter etter noen, og du får svar senest søndag kl. 12.
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: Takk for beskjed. Du er tatt av #1, søndag 22. november kl. 16–18. Jeg spør andre.
        lør 10:00 bot → eva: Det ble en plass ledig på #1. Jeg spør koordinatoren om tiden din passer, og du får svar her.
        lør 10:00 bjorn presses: [Godta]
        lør 10:00 bot → bjorn: (edited) Eva Lie kan ta #1 fra kl. 17 (oppdraget er søndag 22. november kl. 16–18).
              Du svarte: Godta
        lør 10:00 bot → bjorn: Eva Lie har plass på #1 og har fått beskjed.
        lør 10:00 bot → silje: #1, søndag 22. november kl. 16–18, er dekket: Eva Lie (17:00–18:00) fra Fjellvik IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → eva: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 17–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
    "#]].assert_eq(&fjellvik.private_talk());
    assert!(fjellvik.task(1).await.placed().all(|signup| signup.from_minute == Some(17 * 60)));
}

async fn a_declined_offer_is_no_no(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "kan fra halv fem").await;
    fjellvik.presses("bjorn", "Takk, men nei").await;
    fjellvik.replies("fjellvik-il", "ola", "kan ikke").await;
    fjellvik.time_passes_until("2026-11-22T10:00:00").await;
    let said = fjellvik.transcript();
    assert!(said.contains("Spurt: Fjellvik IL (0 ja, 1 nei)"), "{said}");
}
