//! The auditor finds what is about to be forgotten, and tells coordinators and administrators once, and once more when it is over.

use chrono::TimeDelta;
use expect_test::expect;
use tannhjul::audit::Auditor;
use tannhjul::chat::{Event, SendError};
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    all_is_well_and_nothing_is_said,
    a_task_is_forgotten,
    a_task_is_late,
    the_clock_stands,
    a_week_without_a_backup,
    a_chat_is_stuck,
    no_message_gets_out,
    nobody_acts_and_that_was_told,
    messages_are_withheld,
    the_country_takes_turns,
);

impl World {
    fn auditor(&self) -> Auditor {
        Auditor::new(self.db.clone(), self.engine.clone(), None)
    }

    /// A minute passes with everything that belongs to it, and then the auditor looks.
    async fn is_looked_at_by(&mut self, auditor: &mut Auditor) -> Vec<&'static str> {
        let next =
            self.calendar.local(self.now() + TimeDelta::minutes(1)).format("%Y-%m-%dT%H:%M:%S").to_string();
        self.time_passes_until(&next).await;
        let found = auditor.look().await.expect("it looks");
        self.settle().await;
        found
    }

    /// A minute in which the engine does nothing but send.
    async fn stands_still_and_is_looked_at_by(&mut self, auditor: &mut Auditor) -> Vec<&'static str> {
        self.engine.clock.set(self.now() + TimeDelta::minutes(1));
        let found = auditor.look().await.expect("it looks");
        self.engine.deliver().await.expect("it sends");
        found
    }

    async fn changed_behind_its_back(&self, sql: &'static str) {
        let mut tx = self.db.begin().await.expect("a transaction");
        tx.execute(sql, ()).await.expect("changed");
        tx.commit().await.expect("committed");
    }
}

async fn all_is_well_and_nothing_is_said(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    let mut auditor = fjellvik.auditor();
    for _ in 0..3 {
        assert!(fjellvik.is_looked_at_by(&mut auditor).await.is_empty());
    }
    assert_eq!(fjellvik.transcript(), "");
}

async fn a_task_is_forgotten(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    let mut auditor = fjellvik.auditor();
    fjellvik.changed_behind_its_back("DELETE FROM due WHERE subject_kind = 'task'").await;
    assert_eq!(fjellvik.is_looked_at_by(&mut auditor).await, ["task_without_clock"]);
    assert_eq!(fjellvik.transcript(), "", "at the first look it may be a moment's matter");
    for _ in 0..3 {
        assert_eq!(fjellvik.is_looked_at_by(&mut auditor).await, ["task_without_clock"]);
    }
    expect![[r#"
        lør 10:02 bot → anne: Jeg har mistet tråden i #1 og kommer ikke til å følge den opp av meg selv. Se etter den, og be den som drifter Tannhjul, om hjelp.
        lør 10:02 bot → bjorn: Jeg har mistet tråden i #1 og kommer ikke til å følge den opp av meg selv. Se etter den, og be den som drifter Tannhjul, om hjelp.
        lør 10:02 bot → jonas: Jeg har mistet tråden i #1 og kommer ikke til å følge den opp av meg selv. Se etter den, og be den som drifter Tannhjul, om hjelp.
    "#]].assert_eq(&fjellvik.transcript());
    // Whoever sees to it does something with the task, and with that it has a clock again.
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    assert!(fjellvik.is_looked_at_by(&mut auditor).await.is_empty());
    expect![[r#"
        lør 10:05 bot → anne: Jeg følger opp #1 igjen.
        lør 10:05 bot → bjorn: Jeg følger opp #1 igjen.
        lør 10:05 bot → jonas: Jeg følger opp #1 igjen.
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn a_task_is_late(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    let mut auditor = fjellvik.auditor();
    fjellvik.engine.clock.set(fjellvik.calendar.instant("2026-11-21T18:10:01".parse().expect("a time")));
    for _ in 0..3 {
        let found = fjellvik.stands_still_and_is_looked_at_by(&mut auditor).await;
        assert!(found.contains(&"task_overdue"), "{found:?}");
    }
    let said = fjellvik.transcript();
    let late: Vec<&str> =
        said.lines().filter(|line| line.contains("henger") || line.contains("ligger etter")).collect();
    expect![[r#"
        lør 18:13 bot → anne: Jeg ligger etter med #1: noe skulle vært gjort lørdag kl. 18. Se etter den, og be den som drifter Tannhjul, om hjelp.
        lør 18:13 bot → bjorn: Jeg ligger etter med #1: noe skulle vært gjort lørdag kl. 18. Se etter den, og be den som drifter Tannhjul, om hjelp.
        lør 18:13 bot → jonas: Jeg ligger etter med #1: noe skulle vært gjort lørdag kl. 18. Se etter den, og be den som drifter Tannhjul, om hjelp."#]].assert_eq(&late.join("\n"));
}

async fn the_clock_stands(db: Db) {
    let is_alone = !db.is_shared();
    let mut fjellvik = World::new(db).await;
    let mut auditor = fjellvik.auditor();
    assert!(fjellvik.is_looked_at_by(&mut auditor).await.is_empty());
    // The last thing it did was after that look.
    assert!(fjellvik.stands_still_and_is_looked_at_by(&mut auditor).await.is_empty());
    for _ in 0..3 {
        assert_eq!(fjellvik.stands_still_and_is_looked_at_by(&mut auditor).await, ["clock_stands"]);
    }
    assert!(fjellvik.is_looked_at_by(&mut auditor).await.is_empty());
    let said = fjellvik.transcript();
    if is_alone {
        expect![[r#"
            lør 10:05 bot → anne: Klokka mi står: jeg minner ikke om noe og ringer ingen av meg selv. Tannhjul må startes på nytt.
            lør 10:05 bot → bjorn: Klokka mi står: jeg minner ikke om noe og ringer ingen av meg selv. Tannhjul må startes på nytt.
            lør 10:05 bot → jonas: Klokka mi står: jeg minner ikke om noe og ringer ingen av meg selv. Tannhjul må startes på nytt.
            lør 10:06 bot → anne: Klokka mi går igjen.
            lør 10:06 bot → bjorn: Klokka mi går igjen.
            lør 10:06 bot → jonas: Klokka mi går igjen.
        "#]]
        .assert_eq(&said);
    } else {
        assert_eq!(said, "", "another process may do the work");
    }
}

async fn a_week_without_a_backup(db: Db) {
    let mut fjellvik = World::new(db).await;
    let mut auditor = fjellvik.auditor();
    fjellvik.time_passes_until("2026-11-28T09:58:00").await;
    fjellvik.forget();
    assert!(fjellvik.is_looked_at_by(&mut auditor).await.is_empty());
    fjellvik.time_passes_until("2026-11-28T10:00:00").await;
    for _ in 0..3 {
        assert_eq!(fjellvik.is_looked_at_by(&mut auditor).await, ["no_backup"]);
    }
    let mut tx = fjellvik.db.begin().await.expect("a transaction");
    tx.note_backup(fjellvik.now()).await.expect("noted");
    tx.commit().await.expect("committed");
    assert!(fjellvik.is_looked_at_by(&mut auditor).await.is_empty());
    expect![[r#"
        lør 10:02 bot → anne: Det er aldri tatt noen sikkerhetskopi. Be den som drifter Tannhjul, om å ta en.
        lør 10:02 bot → bjorn: Det er aldri tatt noen sikkerhetskopi. Be den som drifter Tannhjul, om å ta en.
        lør 10:02 bot → jonas: Det er aldri tatt noen sikkerhetskopi. Be den som drifter Tannhjul, om å ta en.
        lør 10:04 bot → anne: Nå er det tatt sikkerhetskopi.
        lør 10:04 bot → bjorn: Nå er det tatt sikkerhetskopi.
        lør 10:04 bot → jonas: Nå er det tatt sikkerhetskopi.
    "#]]
    .assert_eq(&fjellvik.transcript());
}

async fn a_chat_is_stuck(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    let mut auditor = fjellvik.auditor();
    fjellvik.chat.fail("p:kari", std::iter::repeat_with(|| SendError::Temporary("502".to_owned())).take(10));
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-21T10:15:00").await;
    for _ in 0..2 {
        assert_eq!(fjellvik.is_looked_at_by(&mut auditor).await, ["chat_stuck"]);
    }
    // Coordinators hear it of the engine too, and it is the same message.
    fjellvik.time_passes_until("2026-11-21T10:40:00").await;
    assert!(fjellvik.is_looked_at_by(&mut auditor).await.is_empty());
    expect![[r#"
        lør 10:17 bot → anne: Meldingene mine til kari har ikke kommet fram på et kvarter. Jeg prøver videre, men haster det, så ring.
        lør 10:17 bot → bjorn: Meldingene mine til kari har ikke kommet fram på et kvarter. Jeg prøver videre, men haster det, så ring.
        lør 10:17 bot → jonas: Meldingene mine til kari har ikke kommet fram på et kvarter. Jeg prøver videre, men haster det, så ring.
        lør 10:18 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        lør 10:41 bot → anne: Meldingene mine til kari kommer fram igjen.
        lør 10:41 bot → bjorn: Meldingene mine til kari kommer fram igjen.
        lør 10:41 bot → jonas: Meldingene mine til kari kommer fram igjen.
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn no_message_gets_out(db: Db) {
    let mut fjellvik = World::new(db).await;
    let mut auditor = fjellvik.auditor();
    // Somebody is answered, and nothing is sent: the sender stands.
    let event = fjellvik.said("/hjelp", None);
    let incoming = fjellvik.incoming(fjellvik.private("kari"), "kari", event);
    use tannhjul::chat::Inbox;
    fjellvik.mailbox.take_in(vec![incoming], None).await.expect("taken in");
    fjellvik.engine.work_off().await.expect("handled");
    let mut found = Vec::new();
    for _ in 0..18 {
        fjellvik.engine.clock.set(fjellvik.now() + TimeDelta::minutes(1));
        fjellvik.engine.tick().await.expect("a tick");
        found = auditor.look().await.expect("it looks");
    }
    assert_eq!(found, ["nothing_sent"]);
    fjellvik.settle().await;
    assert!(fjellvik.is_looked_at_by(&mut auditor).await.is_empty());
    let said = fjellvik.transcript();
    let said: Vec<&str> = said.lines().filter(|line| line.contains("bot → jonas")).collect();
    expect![[r#"
        lør 10:18 bot → jonas: Ingen meldinger fra meg har kommet av gårde siden lørdag kl. 10. Haster noe, så ring.
        lør 10:19 bot → jonas: Meldingene mine kommer av gårde igjen."#]].assert_eq(&said.join("\n"));
}

async fn nobody_acts_and_that_was_told(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    let mut auditor = fjellvik.auditor();
    for person in ["inger", "bjorn", "anne"] {
        let private = fjellvik.private(person);
        fjellvik.happens(private, person, Event::BotPresent(false)).await;
    }
    let told = fjellvik.transcript();
    assert!(told.contains("bot → jonas: Nå er det ingen jeg kan skrive til"), "{told}");
    for _ in 0..3 {
        assert_eq!(fjellvik.is_looked_at_by(&mut auditor).await, ["nobody_acts"]);
    }
    assert_eq!(fjellvik.transcript(), "");
}

async fn messages_are_withheld(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    let mut auditor = fjellvik.auditor();
    fjellvik
        .changed_behind_its_back(
            "INSERT INTO withheld (outbox_id, withheld_at) SELECT id, '2026-11-21T09:00:00+00:00' FROM outbox WHERE purpose = 'card'",
        )
        .await;
    for _ in 0..3 {
        assert_eq!(fjellvik.is_looked_at_by(&mut auditor).await, ["withheld"]);
    }
    fjellvik.changed_behind_its_back("DELETE FROM withheld").await;
    assert!(fjellvik.is_looked_at_by(&mut auditor).await.is_empty());
    expect![[r#"
        lør 10:02 bot → anne: Tannhjul er satt tilbake til en sikkerhetskopi. Det folk svarte etter den, er borte, så se over oppdragene. Én melding kan være sagt alt og venter på den som drifter Tannhjul.
        lør 10:02 bot → bjorn: Tannhjul er satt tilbake til en sikkerhetskopi. Det folk svarte etter den, er borte, så se over oppdragene. Én melding kan være sagt alt og venter på den som drifter Tannhjul.
        lør 10:02 bot → jonas: Tannhjul er satt tilbake til en sikkerhetskopi. Det folk svarte etter den, er borte, så se over oppdragene. Én melding kan være sagt alt og venter på den som drifter Tannhjul.
        lør 10:04 bot → anne: Ingen meldinger venter lenger etter at Tannhjul ble satt tilbake.
        lør 10:04 bot → bjorn: Ingen meldinger venter lenger etter at Tannhjul ble satt tilbake.
        lør 10:04 bot → jonas: Ingen meldinger venter lenger etter at Tannhjul ble satt tilbake.
    "#]].assert_eq(&fjellvik.transcript());
}

/// Where there are more municipalities than are looked at at once, none is left out.
async fn the_country_takes_turns(db: Db) {
    let mut fjellvik = World::snow_on_sunday(db).await;
    let mut auditor = fjellvik.auditor();
    let mut tx = fjellvik.db.begin().await.expect("a transaction");
    for number in 0..120 {
        tx.execute(
            "INSERT INTO municipality (key, name, time_zone, language, phone, created_at) VALUES ($1, $1, 'Europe/Oslo', 'nb', '10 00 00 00', $2)",
            (format!("k{number}"), fjellvik.now()),
        )
        .await
        .expect("a municipality");
    }
    tx.commit().await.expect("committed");
    fjellvik.changed_behind_its_back("DELETE FROM due WHERE subject_kind = 'task'").await;
    let mut looks = Vec::new();
    for _ in 0..6 {
        let found = fjellvik.is_looked_at_by(&mut auditor).await;
        looks.push(found.contains(&"task_without_clock"));
    }
    assert_eq!(looks, [true, false, true, false, true, false]);
}
