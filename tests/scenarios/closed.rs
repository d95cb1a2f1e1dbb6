//! In the middle of a task those whom it asks fall away: a service is stopped, a club's agreement ends, a group is lost, somebody leaves. The ladder
//! goes on at once, what was promised stands, and those whom it concerns get an honest word.

use expect_test::expect;
use tannhjul::chat::Event;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::{FJELLVIK, World};

on_both_engines!(
    a_service_is_stopped,
    a_service_is_stopped_that_is_covered,
    a_club_s_agreement_ends,
    a_club_comes_back,
    whoever_answers_for_a_club_that_is_out,
    a_group_is_lost,
    what_is_left_out_of_the_file_goes_on,
    a_coordinator_who_took_it_leaves,
    a_volunteer_leaves_in_the_middle_of_it,
);

/// The example with an agreement that holds no more.
fn without_club(key: &str) -> String {
    let begin = format!("[[agreement]]\nkey = \"{key}\"\n");
    assert_eq!(FJELLVIK.matches(&begin).count(), 1);
    FJELLVIK.replace(&begin, &format!("{begin}ended = true\n"))
}

/// The example with snow clearing stopped.
fn without_snow() -> String {
    let begin = "kind = \"snow_clearing\"       # snømåking\n";
    assert_eq!(FJELLVIK.matches(begin).count(), 1);
    FJELLVIK.replace(begin, &format!("{begin}stopped = true\n"))
}

impl World {
    /// Somebody applies a file while the service runs.
    async fn is_applied(&mut self, file: &str) {
        self.apply(file).await;
        self.settle().await;
    }
}

async fn a_service_is_stopped(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik.is_applied(&without_snow()).await;
    expect![[r#"
        lør 10:00 bot → bjorn: Snømåking er stanset av kommunen. Ingen flere blir spurt om #1, søndag 22. november kl. 16–18.
              Dette står ved lag: Kari Nes kommer.
              Det mangler én, og det er ingen flere lag å spørre. Vakta får beskjed nå, og svaret kommer senest søndag kl. 12.
              [Avlys]
        lør 10:00 bot → bjorn: #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        lør 10:00 bot → silje: Snømåking er stanset av kommunen. Ingen flere blir spurt om #1, søndag 22. november kl. 16–18.
              Dette står ved lag: Kari Nes kommer.
              Det mangler én, og det er ingen flere lag å spørre. Vakta får beskjed nå, og svaret kommer senest søndag kl. 12.
              [Avlys]
        lør 10:00 bot → kari: Snømåking er stanset av kommunen, men plassen din på #1 står ved lag. Passer det ikke lenger, er det helt greit: meld forfall.
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Stanset av kommunen. Ingen flere blir spurt.
              Kommer: Kari N.
    "#]].assert_eq(&fjellvik.transcript());
    // It is told once, and the answer comes as promised.
    fjellvik.is_applied(&without_snow()).await;
    fjellvik.time_passes_until("2026-11-22T12:00:00").await;
    expect![[r#"
        lør 10:20 bot → anne: #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        lør 10:40 bot → inger: #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        lør 18:00 bot → kari: Snømåking, søndag 22. november kl. 16–18 (#1). Kommer du?
              [Kommer] [Kan ikke]
        lør 20:30 bot → kari: Hei igjen! Kan du bekrefte #1, søndag 22. november kl. 16–18?
              [Kommer] [Kan ikke]
        søn 09:00 bot → bjorn: Kari N. har ikke bekreftet #1: Snømåking, søndag 22. november kl. 16–18.
              [Kari N. kommer] [Kari N. kommer ikke]
        søn 12:00 bot → silje: #1, søndag 22. november kl. 16–18: vi fikk 1 av 2. Kari Nes fra Fjellvik IL kommer. Holder det, eller stiller dere med resten selv?
              [Holder] [Vi stiller selv]
        søn 12:00 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Kari N. fra Fjellvik IL kommer søndag kl. 16.
              [Gjort] [Fikk ikke tak i]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_service_is_stopped_that_is_covered(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "ja").await;
    fjellvik.presses_in("fjellvik-il", "per", "Stå som reserve").await;
    fjellvik.forget();
    fjellvik.is_applied(&without_snow()).await;
    expect![[r#"
        lør 10:00 bot → bjorn: Snømåking er stanset av kommunen. Ingen flere blir spurt om #1, søndag 22. november kl. 16–18.
              Dette står ved lag: Kari Nes og Ola Rud kommer.
              [Avlys]
        lør 10:00 bot → silje: Snømåking er stanset av kommunen. Ingen flere blir spurt om #1, søndag 22. november kl. 16–18.
              Dette står ved lag: Kari Nes og Ola Rud kommer.
              [Avlys]
        lør 10:00 bot → kari: Snømåking er stanset av kommunen, men plassen din på #1 står ved lag. Passer det ikke lenger, er det helt greit: meld forfall.
              [Meld forfall]
        lør 10:00 bot → ola: Snømåking er stanset av kommunen, men plassen din på #1 står ved lag. Passer det ikke lenger, er det helt greit: meld forfall.
              [Meld forfall]
        lør 10:00 bot → per: Snømåking er stansa av kommunen, så du står ikkje lenger som reserve på #1. Takk for at du stod klar!
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Stanset av kommunen. Ingen flere blir spurt.
              Kommer: Kari N. og Ola R.
    "#]].assert_eq(&fjellvik.transcript());
    // Somebody steps down: nobody is asked, and duty has it at once.
    fjellvik.says("ola", "må melde forfall").await;
    expect![[r#"
        lør 10:00 ola → bot: må melde forfall
        lør 10:00 bot → bjorn: #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (1 ja, 2 nei)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        lør 10:00 bot → silje: Det ble en plass ledig igjen på #1, søndag 22. november kl. 16–18. Jeg leter etter noen, og du får svar senest søndag kl. 12.
        lør 10:00 bot → ola: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → ola: Takk for beskjed. Du er tatt av #1, søndag 22. november kl. 16–18. Jeg spør andre.
        lør 10:00 bot → ola: (edited) Snømåking er stanset av kommunen, men plassen din på #1 står ved lag. Passer det ikke lenger, er det helt greit: meld forfall.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Stanset av kommunen. Ingen flere blir spurt.
              Kommer: Kari N.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_club_s_agreement_ends(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik.is_applied(&without_club("fjellvik-il")).await;
    expect![[r#"
        lør 10:00 bot → bjorn: Fjellvik IL er ikke lenger med, så de blir ikke spurt om #1, søndag 22. november kl. 16–18.
              Dette står ved lag: Kari Nes kommer.
              Jeg leter videre etter én hos Nordre IL. Svaret kommer som lovet, senest søndag kl. 12.
              [Avlys]
        lør 10:00 bot → silje: Fjellvik IL er ikke lenger med, så de blir ikke spurt om #1, søndag 22. november kl. 16–18.
              Dette står ved lag: Kari Nes kommer.
              Jeg leter videre etter én hos Nordre IL. Svaret kommer som lovet, senest søndag kl. 12.
              [Avlys]
        lør 10:00 bot → kari: Fjellvik IL er ikke lenger med på dette, men plassen din på #1 står ved lag. Passer det ikke lenger, er det helt greit: meld forfall.
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Laget blir ikke spurt om dette lenger.
              Kommer: Kari N.
        lør 10:00 ⌂ nordre-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 1 av 2
              Kjem: Kari N.

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    // The next club has it, and the rest goes as ever.
    fjellvik.replies("nordre-il", "lars", "ja").await;
    expect![[r#"
        lør 10:00 ⌂ nordre-il lars (reply): ja
        lør 10:00 bot → silje: #1, søndag 22. november kl. 16–18, er dekket: Kari Nes og Lars Bakke fra Fjellvik IL og Nordre IL kommer.
              [Endre] [Avlys]
        lør 10:00 bot → lars: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finn du her:
              [Opne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Laget blir ikke spurt om dette lenger.
              Kommer: Kari N. og Lars B.
        lør 10:00 ⌂ nordre-il bot: (👍)
        lør 10:00 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Dekt, takk!
              Kjem: Kari N. og Lars B.
              [Stå som reserve] [Kan ikkje]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_club_comes_back(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.is_applied(&without_club("nordre-il")).await;
    fjellvik.forget();
    fjellvik.is_applied(FJELLVIK).await;
    fjellvik.time_passes_until("2026-11-21T20:30:00").await;
    expect![[r#"
        lør 18:00 ⌂ fjellvik-il bot: Det er 2 ledige plasser på #1 søndag kl. 16. Kan noen?
        lør 20:00 ⌂ nordre-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 2 av 2

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn whoever_answers_for_a_club_that_is_out(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.is_applied(&without_club("fjellvik-il")).await;
    fjellvik.forget();
    let card = fjellvik.card("fjellvik-il").id;
    fjellvik.replies_to("fjellvik-il", "kari", &card, "ja").await;
    fjellvik.presses_data("ola", "yes:1").await;
    fjellvik.presses_data("per", "res:1:1").await;
    fjellvik.replies_to("fjellvik-il", "eva", &card, "kan ikke").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply to m52): ja
        lør 10:00 bot → kari: Laget ditt blir ikke spurt om #1 lenger. Takk for at du ville!
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ola presses: <yes:1>
        lør 10:00 bot ⇢ ola: (toast) Laget ditt blir ikke spurt om #1 lenger. Takk for at du ville!
        lør 10:00 bot → ola: Laget ditt blir ikke spurt om #1 lenger. Takk for at du ville!
        lør 10:00 per presses: <res:1:1>
        lør 10:00 bot ⇢ per: (toast) Laget ditt blir ikkje spurt om #1 lenger. Takk for at du ville!
        lør 10:00 bot → per: Laget ditt blir ikkje spurt om #1 lenger. Takk for at du ville!
        lør 10:00 ⌂ fjellvik-il eva (reply to m52): kan ikke
        lør 10:00 bot → eva: Takk for at du sa fra om #1.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
    "#]]
    .assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
    fjellvik.is_at_rest().await;
}

async fn a_group_is_lost(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    let group = fjellvik.group("fjellvik-il");
    fjellvik.happens(group, "hanne", Event::BotPresent(false)).await;
    expect![[r#"
        lør 10:00 bot → anne: Jeg er tatt ut av gruppa Fjellvik IL og kan ikke spørre der lenger.
        lør 10:00 bot → bjorn: Jeg når ikke lenger gruppa til Fjellvik IL, som er spurt om #1, søndag 22. november kl. 16–18.
              Dette står ved lag: Kari Nes kommer.
              Jeg leter videre etter én hos Nordre IL. Svaret kommer som lovet, senest søndag kl. 12.
              [Avlys]
        lør 10:00 bot → bjorn: Jeg er tatt ut av gruppa Fjellvik IL og kan ikke spørre der lenger.
        lør 10:00 bot → silje: Jeg når ikke lenger gruppa til Fjellvik IL, som er spurt om #1, søndag 22. november kl. 16–18.
              Dette står ved lag: Kari Nes kommer.
              Jeg leter videre etter én hos Nordre IL. Svaret kommer som lovet, senest søndag kl. 12.
              [Avlys]
        lør 10:00 bot → jonas: Jeg er tatt ut av gruppa Fjellvik IL og kan ikke spørre der lenger.
        lør 10:00 ⌂ nordre-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 1 av 2
              Kjem: Kari N.

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn what_is_left_out_of_the_file_goes_on(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    let (before, rest) = FJELLVIK.split_once("[[agreement]]\nkey = \"nordre-il\"").expect("it is there");
    let (_, after) = rest.split_once("[[agreement]]").expect("and one after it");
    let report = fjellvik.apply(&format!("{before}[[agreement]]{after}")).await;
    fjellvik.settle().await;
    expect![[r#"
        [
            "agreement nordre-il holds: to end it, put it back with ended = true",
        ]"#]]
    .assert_eq(&format!("{:#?}", report.left_out));
    fjellvik.time_passes_until("2026-11-21T20:30:00").await;
    assert!(fjellvik.transcript().contains("⌂ nordre-il bot: Oppdrag #1"));
    fjellvik.is_at_rest().await;
}

async fn a_coordinator_who_took_it_leaves(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.time_passes_until("2026-11-22T10:00:00").await;
    fjellvik.presses("bjorn", "Tar det").await;
    fjellvik.presses("bjorn", "Til kl. 12").await;
    fjellvik.says("bjorn", "slett meg").await;
    fjellvik.forget();
    fjellvik.presses("bjorn", "Ja, slett meg").await;
    fjellvik.time_passes_until("2026-11-22T10:30:00").await;
    expect![[r#"
        søn 10:00 bjorn presses: [Ja, slett meg]
        søn 10:00 bot → anne: Du har vakten til mandag kl. 08.
              Dette venter:
              #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Forslag til #1: alle er spurt. Ring noen, og sett dem inn.
              [Jeg tar #1]
              [Sett inn noen på #1]
        søn 10:00 bot → anne: Anne Berg er alene om vakten fra søndag kl. 10: det er ingen stedfortreder.
        søn 10:00 bot ⇢ bjorn: (toast) 
        søn 10:00 bot → bjorn: Du er slettet. Takk for alt du har gjort! Vil du være med igjen, trenger du en ny kode.
        søn 10:00 bot → jonas: Anne Berg er alene om vakten fra søndag kl. 10: det er ingen stedfortreder.
        søn 10:20 bot → anne: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_volunteer_leaves_in_the_middle_of_it(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    for person in ["kari", "ola", "eva"] {
        fjellvik.replies("fjellvik-il", person, "ja").await;
    }
    fjellvik.says("kari", "/slutt").await;
    fjellvik.forget();
    fjellvik.presses("kari", "Ja, jeg slutter").await;
    expect![[r#"
        lør 10:00 kari presses: [Ja, jeg slutter]
        lør 10:00 bot → silje: (edited) #1, søndag 22. november kl. 16–18, var dekket, men én plass ble ledig igjen. Jeg spør en reserve, og du hører fra meg hvis det ikke går.
              [Endre] [Avlys]
        lør 10:00 bot → hanne: Kari Nes har sluttet i Fjellvik IL.
        lør 10:00 bot ⇢ kari: (toast) 
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
        lør 10:00 bot → kari: Du er ikke lenger med i Fjellvik IL. Takk for alt du har gjort!
        lør 10:00 bot → eva: Det ble en plass ledig på #1: Snømåking, søndag 22. november kl. 16–18. Kan du ta den? Svar innen lørdag kl. 18.
              [Ja] [Nei]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2. En reserve er spurt først.
              Kommer: Ola R.
              Én reserve.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}
