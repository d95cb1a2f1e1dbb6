//! Those whom a change concerns can't be written to: they hear it in the group, and somebody is asked by name to tell them.

use expect_test::expect;
use tannhjul::chat::Event;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    moved_and_cancelled_without_a_chat,
    a_cancellation_at_night_without_a_chat,
    it_shows_only_when_it_is_sent,
    taken_off_without_a_chat,
    put_in_without_a_chat,
    a_reserve_without_a_chat,
    who_comes_closes_the_chat,
    a_reminder_that_reached_nobody,
);

/// Snow on Monday at 16, for Kari and somebody who has never opened a chat.
async fn gunnvor_comes(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.is_called("gunnvor", "Gunnvor Sletten");
    fjellvik.asked_for("Trenger 2 stk til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "gunnvor", "ja").await;
    fjellvik.replies("fjellvik-il", "kari", "tar den").await;
    fjellvik.forget();
    fjellvik
}

async fn moved_and_cancelled_without_a_chat(db: Db) {
    let mut fjellvik = gunnvor_comes(db).await;
    let open_chat = "Takk, Gunnvor! Du har plass på #1.";
    let posted = fjellvik.chat.posted("g:fjellvik-il");
    let told = posted.iter().find(|posted| posted.text.body.starts_with(open_chat)).expect("told there");
    let her_answer = told.reply_to.clone().expect("a reply");
    fjellvik.says("silje", "#1 kl 17 i stedet").await;
    fjellvik.forget();
    fjellvik.presses("silje", "Ja, endre").await;
    expect![[r#"
        lør 10:00 silje presses: [Ja, endre]
        lør 10:00 bot → bjorn: Jeg når ikke Gunnvor Sletten om #1. Kan du si dette videre?
              #1 er flyttet. Ny tid: Snømåking, mandag 23. november kl. 17–19. Passer det fortsatt?
        lør 10:00 bot ⇢ silje: (toast) #1 er flyttet til mandag 23. november kl. 17–19.
        lør 10:00 bot → silje: (edited) Flytte #1 til mandag 23. november kl. 17–19?
              Du svarte: Ja, endre
        lør 10:00 bot → silje: #1 er flyttet til mandag 23. november kl. 17–19.
              Jeg spør om det fortsatt passer: Kari N.
              Jeg når ikke Gunnvor Sletten i en egen chat, og vet ikke om det blir lest i gruppa. Gi beskjed selv.
        lør 10:00 bot → kari: #1 er flyttet. Ny tid: Snømåking, mandag 23. november kl. 17–19. Passer det fortsatt?
              [Passer fint] [Kan ikke]
        lør 10:00 ⌂ fjellvik-il bot: Gunnvor S.: #1 er flyttet til mandag 23. november kl. 17–19. Passer det ikke, svar «nei» her.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 17–19
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Gunnvor S. og Kari N.
              [Stå som reserve] [Kan ikke]
              [Åpne chat med meg ↗]
    "#]].assert_eq(&fjellvik.transcript());
    // Under her own answer, so that the platform tells her.
    let line = fjellvik.chat.posted("g:fjellvik-il").pop().expect("the line");
    assert_eq!(line.reply_to.as_ref(), Some(&her_answer));
    // What she answers there is heard.
    fjellvik.answers_in("fjellvik-il", "gunnvor", "det passer").await;
    assert_eq!(fjellvik.task(1).await.taken(), 2);
    fjellvik.forget();
    fjellvik.says("silje", "avlys #1").await;
    fjellvik.presses("silje", "Ja, avlys").await;
    expect![[r#"
        lør 10:00 silje → bot: avlys #1
        lør 10:00 bot → silje: Avlyse #1? 2 er påmeldt og får beskjed.
              [Ja, avlys] [Nei, la det stå]
        lør 10:00 silje presses: [Ja, avlys]
        lør 10:00 bot → bjorn: Jeg når ikke Gunnvor Sletten om #1. Kan du si dette videre?
              #1, mandag 23. november kl. 17–19, er avlyst. Du trenger ikke å komme. Takk for at du stilte opp!
        lør 10:00 bot ⇢ silje: (toast) #1 er avlyst.
        lør 10:00 bot → silje: (edited) Avlyse #1? 2 er påmeldt og får beskjed.
              Du svarte: Ja, avlys
        lør 10:00 bot → silje: #1 er avlyst.
              Jeg når ikke Gunnvor Sletten i en egen chat, og vet ikke om det blir lest i gruppa. Gi beskjed selv.
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Gunnvor Sletten og Kari Nes fra Fjellvik IL kommer.
        lør 10:00 bot → kari: (edited) Takk! Du har plass på #1: Snømåking, mandag 23. november kl. 16–18.
        lør 10:00 bot → kari: (edited) #1 er flyttet. Ny tid: Snømåking, mandag 23. november kl. 17–19. Passer det fortsatt?
        lør 10:00 bot → kari: #1, mandag 23. november kl. 17–19, er avlyst. Du trenger ikke å komme. Takk for at du stilte opp!
        lør 10:00 ⌂ fjellvik-il bot: Gunnvor S.: #1, mandag 23. november kl. 17–19, er avlyst. Du trenger ikke å komme.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 17–19
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Avlyst.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_cancellation_at_night_without_a_chat(db: Db) {
    let mut fjellvik = gunnvor_comes(db).await;
    fjellvik.time_passes_until("2026-11-21T23:15:00").await;
    fjellvik.says("silje", "avlys #1").await;
    fjellvik.forget();
    fjellvik.presses("silje", "Ja, avlys").await;
    let said = fjellvik.transcript();
    assert!(said.contains("Gi beskjed selv"), "{said}");
    assert!(!said.contains("Gunnvor S.: #1"), "nobody is woken: {said}");
    fjellvik.time_passes_until("2026-11-22T11:00:00").await;
    let said = fjellvik.transcript();
    assert!(said.contains("Gunnvor S.: #1, mandag 23. november kl. 16–18, er avlyst."), "{said}");
    assert!(said.contains("bot → bjorn: Jeg når ikke Gunnvor Sletten om #1."), "{said}");
}

async fn it_shows_only_when_it_is_sent(db: Db) {
    let mut fjellvik = gunnvor_comes(db).await;
    fjellvik.chat.block("p:kari");
    fjellvik.says("silje", "avlys #1").await;
    fjellvik.forget();
    fjellvik.presses("silje", "Ja, avlys").await;
    expect![[r#"
        lør 10:00 silje presses: [Ja, avlys]
        lør 10:00 bot → bjorn: Jeg når ikke Gunnvor Sletten om #1. Kan du si dette videre?
              #1, mandag 23. november kl. 16–18, er avlyst. Du trenger ikke å komme. Takk for at du stilte opp!
        lør 10:00 bot ⇢ silje: (toast) #1 er avlyst.
        lør 10:00 bot → silje: (edited) Avlyse #1? 2 er påmeldt og får beskjed.
              Du svarte: Ja, avlys
        lør 10:00 bot → silje: #1 er avlyst.
              Jeg når ikke Gunnvor Sletten i en egen chat, og vet ikke om det blir lest i gruppa. Gi beskjed selv.
        lør 10:00 bot → silje: (edited) #1, mandag 23. november kl. 16–18, er dekket: Gunnvor Sletten og Kari Nes fra Fjellvik IL kommer.
        lør 10:00 ⌂ fjellvik-il bot: Gunnvor S.: #1, mandag 23. november kl. 16–18, er avlyst. Du trenger ikke å komme.
        lør 10:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Avlyst.
        lør 10:00 bot → bjorn: Jeg når ikke Kari Nes om #1. Kan du si dette videre?
              #1, mandag 23. november kl. 16–18, er avlyst. Du trenger ikke å komme. Takk for at du stilte opp!
        lør 10:00 bot → silje: Jeg når ikke Kari Nes om #1. Kan du si dette videre?
              #1, mandag 23. november kl. 16–18, er avlyst. Du trenger ikke å komme. Takk for at du stilte opp!
        lør 10:00 ⌂ fjellvik-il bot: Kari N.: #1, mandag 23. november kl. 16–18, er avlyst. Du trenger ikke å komme.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn taken_off_without_a_chat(db: Db) {
    let mut fjellvik = gunnvor_comes(db).await;
    fjellvik.time_passes_until("2026-11-23T09:00:00").await;
    fjellvik.forget();
    fjellvik.presses("bjorn", "Gunnvor S. kommer ikke").await;
    expect![[r#"
        man 09:00 bjorn presses: [Gunnvor S. kommer ikke]
        man 09:00 bot → anne: (edited) Du har vakten til mandag 30. november kl. 08.
              Dette venter:
              Gunnvor S. har ikke bekreftet #1: Snømåking, mandag 23. november kl. 16–18.
              #1: Bjørn Moe har ordnet dette.
        man 09:00 bot ⇢ bjorn: (toast) Gunnvor S. er tatt av #1. Jeg spør andre.
        man 09:00 bot → bjorn: (edited) Jeg kan ikke skrive til Gunnvor S. (ukjent nummer) og får ikke bekreftet #1: Snømåking, mandag 23. november kl. 16–18. Kan du høre?
              Du svarte: Gunnvor S. kommer ikke
        man 09:00 bot → bjorn: Gunnvor S. er tatt av #1. Jeg spør andre.
              Jeg når ikke Gunnvor Sletten i en egen chat, og vet ikke om det blir lest i gruppa. Gi beskjed selv.
        man 09:00 bot → silje: Det ble en plass ledig igjen på #1, mandag 23. november kl. 16–18. Jeg leter etter noen, og du får svar senest mandag kl. 12.
        man 09:00 ⌂ fjellvik-il bot: Gunnvor S.: du er tatt av #1, mandag 23. november kl. 16–18. Kan du likevel? Svar «ja» her.
        man 09:00 ⌂ fjellvik-il bot: Det ble en plass ledig på #1 mandag kl. 16. Kan noen ta den?
        man 09:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, mandag 23. november kl. 16–18
              Sone Sentrum
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        man 09:00 ⌂ hjemmetjenesten bot: (edited) Ring mottakeren av #1: Gunnvor S. og Kari N. fra Fjellvik IL kommer mandag kl. 16.
              Dette gjelder ikke lenger.
    "#]].assert_eq(&fjellvik.transcript());
}

async fn put_in_without_a_chat(db: Db) {
    let mut fjellvik = gunnvor_comes(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 tirsdag kl 16-18").await;
    fjellvik.says("bjorn", "sett inn Gunnvor Sletten på #2").await;
    fjellvik.presses("bjorn", "Gunnvor Sletten").await;
    let said = fjellvik.transcript();
    assert!(said.contains("⌂ fjellvik-il bot: Gunnvor S.: du er satt opp på #2"), "{said}");
    assert!(said.contains("Gi beskjed selv"), "{said}");
}

async fn a_reserve_without_a_chat(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.is_called("gunnvor", "Gunnvor Sletten");
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 16-18").await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "gunnvor", "jeg kan").await;
    fjellvik.forget();
    fjellvik.says("kari", "kan ikke likevel").await;
    let said = fjellvik.transcript();
    assert!(said.contains("⌂ fjellvik-il bot: Gunnvor S.: det ble en plass ledig på #1"), "{said}");
    fjellvik.answers_in("fjellvik-il", "gunnvor", "ja").await;
    assert_eq!(fjellvik.task(1).await.taken(), 1);
    fjellvik.forget();
}

async fn who_comes_closes_the_chat(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    for _ in 0..2 {
        let chat = fjellvik.private("kari");
        fjellvik.happens(chat, "kari", Event::BotPresent(false)).await;
    }
    expect![[r#"
        lør 10:00 bot → bjorn: Jeg kan ikke skrive til Kari N., som har plass på #1: Snømåking, søndag 22. november kl. 16–18. Da får jeg ikke minnet om det. Kan du høre?
              [Kari N. kommer] [Kari N. kommer ikke]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.presses("bjorn", "Kari N. kommer").await;
    // Who waits holds nothing.
    let chat = fjellvik.private("eva");
    fjellvik.forget();
    fjellvik.happens(chat, "eva", Event::BotPresent(false)).await;
    expect![""].assert_eq(&fjellvik.transcript());
}

async fn a_reminder_that_reached_nobody(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T10:00:00").await;
    fjellvik.presses("ola", "Kommer").await;
    fjellvik.chat.block("p:ola");
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-22T14:10:00").await;
    expect![[r#"
        søn 14:00 bot → kari: Snart: Snømåking, søndag 22. november kl. 16–18 (#1).
              [Åpne oppdraget ↗]
              [Jeg blir forsinket] [Kan ikke]
        søn 14:00 bot → bjorn: Jeg kan ikke skrive til Ola R., som har plass på #1: Snømåking, søndag 22. november kl. 16–18. Da får jeg ikke minnet om det. Kan du høre?
              [Ola R. kommer] [Ola R. kommer ikke]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.says("bjorn", "historikk #1").await;
    let said = fjellvik.transcript();
    assert!(said.contains("Ola Rud kunne ikke nås"), "{said}");
    assert!(!said.contains("Ola Rud ble minnet på starten"), "{said}");
    assert!(said.contains("Kari Nes ble minnet på starten"), "{said}");
}
