//! Answers that are neither yes nor no, from people the bot knows badly, to messages that are old.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    no_perhaps_and_where,
    a_part_is_accepted_refused_and_settled_once,
    a_part_is_answered_when_the_task_is_cancelled,
    somebody_unknown_and_somebody_hidden,
    a_member_of_two_asked_groups,
    replies_to_old_cards,
    a_part_has_its_own_hours_to_the_end,
    thanks_are_met_with_kindness,
);

const SNOW: &str = "Trenger 3 stk til snømåking i Storgata 5 i morgen kl 16-18";

async fn no_perhaps_and_where(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.replies("fjellvik-il", "kari", "kan ikke, dessverre").await;
    fjellvik.presses_in("fjellvik-il", "kari", "Kan ikke").await;
    fjellvik.replies("fjellvik-il", "ola", "kanskje, må sjekke med kona").await;
    fjellvik.replies("fjellvik-il", "eva", "hvem er det til?").await;
    fjellvik.replies("fjellvik-il", "per", "så fint med snø i dag").await;
    fjellvik.replies_without_words("fjellvik-il", "hanne").await;
    fjellvik.replies_to("fjellvik-il", "hanne", "m99999", "ja").await;
    fjellvik.says_in("fjellvik-il", "hanne", "ja").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): kan ikke, dessverre
        lør 10:00 bot → kari: Takk for at du sa fra om #1.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 kari presses: [Kan ikke]
        lør 10:00 bot ⇢ kari: (toast) Takk for at du sa fra om #1.
        lør 10:00 ⌂ fjellvik-il ola (reply): kanskje, må sjekke med kona
        lør 10:00 bot → ola: Fint. Si fra når du vet om du kan ta #1. Imens er plassen åpen for alle.
        lør 10:00 ⌂ fjellvik-il bot: (🤔)
        lør 10:00 ⌂ fjellvik-il eva (reply): hvem er det til?
        lør 10:00 ⌂ fjellvik-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Adressen får de som har plass.
              Spør gjerne Silje Aune, tlf. 10 00 00 04.
        lør 10:00 ⌂ fjellvik-il per (reply): så fint med snø i dag
        lør 10:00 bot → per: Eg er usikker på kva du meinte. Kan du ta #1?
              [Eg kan] [Kan ikkje]
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il bot: (🤔)
        lør 10:00 ⌂ fjellvik-il hanne (reply): (a sticker)
        lør 10:00 bot → hanne: Jeg er usikker på hva du mente. Kan du ta #1?
              [Jeg kan] [Kan ikke]
        lør 10:00 ⌂ fjellvik-il bot: (🤔)
        lør 10:00 ⌂ fjellvik-il hanne (reply to m99999): ja
        lør 10:00 ⌂ fjellvik-il bot: Den meldingen kjenner jeg ikke igjen. Svar på meldingen om oppdraget, eller skriv til meg privat.
        lør 10:00 ⌂ fjellvik-il hanne: ja
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 0);
    fjellvik.is_at_rest().await;
}

async fn a_part_is_accepted_refused_and_settled_once(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.replies("fjellvik-il", "kari", "kan fra halv fem").await;
    fjellvik.presses("bjorn", "Godta").await;
    fjellvik.presses_too_late("bjorn", "Takk, men nei").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il kari (reply): kan fra halv fem
        lør 10:00 bot → bjorn: Kari Nes kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
              [Godta] [Takk, men nei]
        lør 10:00 bot → kari: Takk! Jeg spør koordinatoren om det passer på #1. Du får svar her.
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 bjorn presses: [Godta]
        lør 10:00 bot ⇢ bjorn: (toast) Kari Nes har plass på #1 og har fått beskjed.
        lør 10:00 bot → bjorn: (edited) Kari Nes kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
              Du svarte: Godta
        lør 10:00 bot → bjorn: Kari Nes har plass på #1 og har fått beskjed.
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16:30–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 3
              Kommer: Kari N. (16:30–18:00)

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 bjorn presses: [Takk, men nei] (put away)
        lør 10:00 bot ⇢ bjorn: (toast) Tilbudet på #1 er allerede avgjort eller trukket.
        lør 10:00 bot → bjorn: Tilbudet på #1 er allerede avgjort eller trukket.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.replies("fjellvik-il", "ola", "kan til kl 17").await;
    fjellvik.presses("bjorn", "Takk, men nei").await;
    fjellvik.presses_too_late("bjorn", "Godta").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il ola (reply): kan til kl 17
        lør 10:00 bot → bjorn: Ola Rud kan ta #1 til kl. 17 (oppdraget er søndag 22. november kl. 16–18).
              [Godta] [Takk, men nei]
        lør 10:00 bot → ola: Takk! Jeg spør koordinatoren om det passer på #1. Du får svar her.
              [Feil forstått]
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 bjorn presses: [Takk, men nei]
        lør 10:00 bot ⇢ bjorn: (toast) Ola Rud har fått takk for tilbudet på #1, og et vennlig nei.
        lør 10:00 bot → bjorn: (edited) Ola Rud kan ta #1 til kl. 17 (oppdraget er søndag 22. november kl. 16–18).
              Du svarte: Takk, men nei
        lør 10:00 bot → bjorn: Ola Rud har fått takk for tilbudet på #1, og et vennlig nei.
        lør 10:00 bot → ola: Takk for tilbudet på #1! Det passet dessverre ikke denne gangen.
        lør 10:00 bjorn presses: [Godta] (put away)
        lør 10:00 bot ⇢ bjorn: (toast) Tilbudet på #1 er allerede avgjort eller trukket.
        lør 10:00 bot → bjorn: Tilbudet på #1 er allerede avgjort eller trukket.
    "#]]
    .assert_eq(&fjellvik.transcript());
    // Buttons are no authority.
    fjellvik.replies("fjellvik-il", "eva", "kan etter 17").await;
    fjellvik.forget();
    let (_, data) = fjellvik.button("p:bjorn", "Godta");
    fjellvik.presses_data("eva", &data).await;
    fjellvik.presses_data("ola", "part:1:999:yes").await;
    expect![[r#"
        lør 10:00 eva presses: <part:1:13:yes>
        lør 10:00 bot ⇢ eva: (toast) Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 ola presses: <part:1:999:yes>
        lør 10:00 bot ⇢ ola: (toast) Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
    fjellvik.is_at_rest().await;
}

async fn a_part_is_answered_when_the_task_is_cancelled(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.replies("fjellvik-il", "kari", "kan fra halv fem").await;
    fjellvik.presses_data("silje", "cancel:1").await;
    fjellvik.forget();
    fjellvik.presses("silje", "Ja, avlys").await;
    expect![[r#"
        lør 10:00 silje presses: [Ja, avlys]
        lør 10:00 bot → bjorn: (edited) Kari Nes kan ta #1 fra kl. 16:30 (oppdraget er søndag 22. november kl. 16–18).
              Silje Aune har ordnet dette.
        lør 10:00 bot ⇢ silje: (toast) #1 er avlyst. Alle det gjelder, har fått beskjed.
        lør 10:00 bot → silje: (edited) Avlyse #1? Ingen er påmeldt.
              Du svarte: Ja, avlys
        lør 10:00 bot → silje: #1 er avlyst. Alle det gjelder, har fått beskjed.
        lør 10:00 bot → kari: Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Avlyst.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.presses_too_late("bjorn", "Godta").await;
    expect![[r#"
        lør 10:00 bjorn presses: [Godta] (put away)
        lør 10:00 bot ⇢ bjorn: (toast) #1 er avlyst.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn somebody_unknown_and_somebody_hidden(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.replies("fjellvik-il", "Mona Lien", "jeg kan").await;
    fjellvik.replies_hidden("fjellvik-il", "jeg kan").await;
    fjellvik.replies("fjellvik-il", "Rolf Vik", "kanskje").await;
    fjellvik.replies("fjellvik-il", "Rolf Vik", "hei på deg").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il Mona Lien (reply): jeg kan
        lør 10:00 ⌂ fjellvik-il bot: Takk, Mona! Du har plass på #1. Åpne en chat med meg, så får du adressen.
              [Åpne chat med meg ↗]
        lør 10:00 ⌂ fjellvik-il bot: (👍)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              3 frivillige. 200 kr til laget for hver.

              Ledig: 2 av 3
              Kommer: Mona L.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 10:00 ⌂ fjellvik-il (anonymous admin, reply): jeg kan
        lør 10:00 ⌂ fjellvik-il bot: Svar med navnet ditt, eller skriv til meg privat.
        lør 10:00 ⌂ fjellvik-il Rolf Vik (reply): kanskje
        lør 10:00 ⌂ fjellvik-il bot: (🤔)
        lør 10:00 ⌂ fjellvik-il Rolf Vik (reply): hei på deg
        lør 10:00 ⌂ fjellvik-il bot: Jeg er usikker på hva du mente. Kan du ta #1?
              [Jeg kan] [Kan ikke]
        lør 10:00 ⌂ fjellvik-il bot: (🤔)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.says("Mona Lien", "/start").await;
    expect![[r#"
        lør 10:00 Mona Lien → bot: /start
        lør 10:00 bot → Mona Lien: Hei, Mona! Nå kan jeg skrive til deg her.

              Fjellvik kommune har ansvaret for det jeg lagrer: navnet ditt og hva du svarer på oppdrag.
              Det brukes bare til å fordele oppdragene og gjøre opp med laget.
              Skriv «mine data» for å se det, «slett meg» for å få det slettet.
              [Les hele ↗]
        lør 10:00 bot → Mona Lien: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
    "#]]
    .assert_eq(&fjellvik.transcript());
    // A stranger in private stays one.
    fjellvik.presses_data("Ole Fremmed", "yes:1").await;
    fjellvik.says("Ole Fremmed", "ja til #1").await;
    expect![[r#"
        lør 10:00 Ole Fremmed presses: <yes:1>
        lør 10:00 bot ⇢ Ole Fremmed: (toast) Denne knappen er ikke for deg. Skriv /kontakt, så får du vite hvem du kan ringe.
        lør 10:00 Ole Fremmed → bot: ja til #1
        lør 10:00 bot → Ole Fremmed: Hei! Jeg er Tannhjul. Jeg hjelper kommunen og frivillige med å finne hverandre.
              For å bli med trenger du en kode fra laget ditt eller kommunen. Send den slik: /start KODE
    "#]].assert_eq(&fjellvik.transcript());
    assert_eq!(fjellvik.task(1).await.taken(), 1);
    fjellvik.is_at_rest().await;
}

async fn a_member_of_two_asked_groups(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.time_passes_until("2026-11-21T20:30:00").await;
    fjellvik.replies("nordre-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.presses_in("fjellvik-il", "kari", "Jeg kan").await;
    expect![[r#"
        lør 20:30 ⌂ fjellvik-il kari (reply): ja
        lør 20:30 bot → kari: Du har allerede plass på #1, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 20:30 ⌂ fjellvik-il bot: (👍)
        lør 20:30 kari presses: [Jeg kan]
        lør 20:30 bot ⇢ kari: (toast) Du har allerede plass på #1.
    "#]]
    .assert_eq(&fjellvik.transcript());
    let task = fjellvik.task(1).await;
    assert_eq!(task.taken(), 1);
    assert_eq!(
        task.signups[0].asked_as,
        Some(task.asked[1].organisation),
        "the club that asked her first is paid"
    );
    fjellvik.is_at_rest().await;
}

async fn replies_to_old_cards(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "ola", "kan ikke").await;
    fjellvik.replies("fjellvik-il", "eva", "jeg kan").await;
    fjellvik.presses("eva", "Ikke reserve likevel").await;
    fjellvik.presses_in("fjellvik-il", "kari", "Stå som reserve").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il ola (reply): kan ikke
        lør 10:00 bot → ola: Takk for at du sa fra om #1.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il eva (reply): jeg kan
        lør 10:00 bot → eva: Takk! Alle plassene på #1 er tatt: Snømåking, søndag 22. november kl. 16–18.
              Du er reserve nr. 1. Blir det ledig, spør jeg når det er din tur.
              [Ikke reserve likevel]
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              Én reserve.
              [Stå som reserve] [Kan ikke]
        lør 10:00 eva presses: [Ikke reserve likevel]
        lør 10:00 bot ⇢ eva: (toast) Takk for at du sa fra om #1.
        lør 10:00 bot → eva: (edited) Takk! Alle plassene på #1 er tatt: Snømåking, søndag 22. november kl. 16–18.
              Du er reserve nr. 1. Blir det ledig, spør jeg når det er din tur.
        lør 10:00 bot → eva: Takk for at du sa fra om #1.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              Én frivillig. 200 kr til laget.

              Dekket, takk!
              Kommer: Kari N.
              [Stå som reserve] [Kan ikke]
        lør 10:00 kari presses: [Stå som reserve]
        lør 10:00 bot ⇢ kari: (toast) Du har allerede plass på #1.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.presses_data("silje", "cancel:1").await;
    fjellvik.presses("silje", "Ja, avlys").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "ola", "jeg kan likevel").await;
    fjellvik.replies("fjellvik-il", "eva", "takk for sist").await;
    fjellvik.says("kari", "syk").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il ola (reply): jeg kan likevel
        lør 10:00 bot → ola: #1 er avlyst.
        lør 10:00 ⌂ fjellvik-il bot: (👌)
        lør 10:00 ⌂ fjellvik-il eva (reply): takk for sist
        lør 10:00 kari → bot: syk
        lør 10:00 bot → kari: Du har ingen oppdrag som venter.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.presses_data("anne", "town:2").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "ola", "jeg kan").await;
    expect![[r#"
        lør 10:00 ⌂ fjellvik-il ola (reply): jeg kan
        lør 10:00 bot → ola: Kommunen tar #2 selv. Takk likevel!
        lør 10:00 ⌂ fjellvik-il bot: (👌)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 i morgen kl 16-18").await;
    fjellvik.time_passes_until("2026-11-22T18:30:00").await;
    fjellvik.forget();
    fjellvik.replies("fjellvik-il", "per", "eg kan").await;
    fjellvik.presses_data("per", "yes:3").await;
    fjellvik.replies_without_words("fjellvik-il", "per").await;
    expect![[r#"
        søn 18:30 ⌂ fjellvik-il per (reply): eg kan
        søn 18:30 bot → per: #3 er over. Takk likevel!
        søn 18:30 ⌂ fjellvik-il bot: (👌)
        søn 18:30 per presses: <yes:3>
        søn 18:30 bot ⇢ per: (toast) #3 er over. Takk likevel!
        søn 18:30 bot → per: #3 er over. Takk likevel!
        søn 18:30 ⌂ fjellvik-il per (reply): (a sticker)
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

/// Who was taken from half past four is asked about that, and is late from then on.
async fn a_part_has_its_own_hours_to_the_end(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    fjellvik.replies("fjellvik-il", "kari", "kan fra halv fem").await;
    fjellvik.presses("bjorn", "Godta").await;
    fjellvik.time_passes_until("2026-11-21T17:59:00").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-21T18:05:00").await;
    fjellvik.says("kari", "jeg blir 20 min forsinket").await;
    let told = fjellvik.transcript();
    let lines = told.lines().filter(|line| line.contains("→ kari") || line.contains("→ silje"));
    expect![[r#"
        lør 18:00 bot → kari: Snømåking, søndag 22. november kl. 16:30–18 (#1). Kommer du?
        lør 18:05 bot → silje: Kari N. blir forsinket til #1 og regner med å være der kl. 16:50.
        lør 18:05 bot → kari: Takk for beskjed. Jeg sier fra at du er der kl. 16:50 (#1).
        lør 18:05 bot → kari: (👌)"#]]
    .assert_eq(&lines.collect::<Vec<_>>().join("\n"));
}

async fn thanks_are_met_with_kindness(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("kari", "tusen takk!").await;
    fjellvik.says("per", "👍").await;
    fjellvik.says("james", "ok, thanks").await;
    fjellvik.says("kari", "nei takk").await;
    expect![[r#"
        lør 10:00 kari → bot: tusen takk!
        lør 10:00 bot → kari: Bare hyggelig! Skriv «hjelp» hvis det er noe.
        lør 10:00 bot → kari: (👌)
        lør 10:00 per → bot: 👍
        lør 10:00 bot → per: Berre hyggjeleg! Skriv «hjelp» om det er noko.
        lør 10:00 bot → per: (👌)
        lør 10:00 james → bot: ok, thanks
        lør 10:00 bot → james: You’re welcome! Write “help” if there is anything.
        lør 10:00 bot → james: (👌)
        lør 10:00 kari → bot: nei takk
        lør 10:00 bot → kari: Du har ingen oppdrag som venter.
    "#]]
    .assert_eq(&fjellvik.transcript());
}
