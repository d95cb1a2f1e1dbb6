//! A restore drill: the service runs, a backup is made, more happens, the machine is lost, and the backup is put back on another. Nothing that may
//! have been said is said again by itself, and the ladder goes on.

use std::path::PathBuf;
use std::process::Stdio;

use expect_test::expect;
use tannhjul::chat::SendError;
use tannhjul::store::Db;
use tempfile::TempDir;

use crate::copies::{printed, put_back, tannhjul};
use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    nothing_is_said_twice,
    who_must_act_is_rung_again,
    what_is_dropped_stays_unsaid,
    a_copy_under_load_is_of_one_moment,
);

/// A backup in a folder of its own, made by the program itself.
struct Backup {
    url: String,
    folder: TempDir,
}

impl Backup {
    fn new(url: &str) -> Self {
        Self { url: url.to_owned(), folder: tempfile::tempdir().expect("a folder") }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("one.backup")
    }

    fn of(url: &str) -> Self {
        let backup = Self::new(url);
        printed(url, backup.folder.path(), &["backup", "one.backup"]);
        backup
    }

    async fn put_back(&self) -> (Db, String) {
        let url = put_back(&self.url, &self.file(), self.folder.path()).await;
        (Db::open(&url).await.expect("the backup opens"), url)
    }

    fn resume(&self, url: &str, how: &str) -> String {
        printed(url, self.folder.path(), &["resume", how])
    }
}

/// Fjellvik on a database that a service has been started on.
async fn served(url: &str) -> World {
    let fjellvik = World::snow_on_sunday(Db::open(url).await.expect("a database")).await;
    assert_eq!(fjellvik.engine.take_up_after_restore().await.expect("it starts"), None);
    fjellvik
}

async fn nothing_is_said_twice(url: String) {
    let mut fjellvik = served(&url).await;
    // The platform is slow with Kari: her receipt waits while the backup is made, and comes then.
    fjellvik.chat.fail("p:kari", [SendError::Temporary("502".to_owned())]);
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    let backup = Backup::of(&url);
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-21T20:00:00").await;
    fjellvik.replies("nordre-il", "lars", "jeg kan").await;
    expect![[r#"
        lør 10:00 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
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
        lør 20:00 ⌂ nordre-il lars (reply): jeg kan
        lør 20:00 bot → silje: #1, søndag 22. november kl. 16–18, er dekket: Kari Nes og Lars Bakke fra Fjellvik IL og Nordre IL kommer.
              [Endre] [Avlys]
        lør 20:00 bot → lars: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finn du her:
              [Opne oppdraget ↗]
              [Meld forfall]
        lør 20:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Kari N. og Lars B.
              [Stå som reserve] [Kan ikke]
        lør 20:00 ⌂ nordre-il bot: (👍)
        lør 20:00 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Dekt, takk!
              Kjem: Kari N. og Lars B.
              [Stå som reserve] [Kan ikkje]
        lør 20:00 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Kari N. og Lars B. fra Fjellvik IL og Nordre IL kommer søndag kl. 16.
              [Gjort] [Fikk ikke tak i]
    "#]].assert_eq(&fjellvik.transcript());

    let (restored, url) = backup.put_back().await;
    let withheld = fjellvik.starts_on(restored).await;
    // What is new is said, and so is the answer to whoever writes.
    fjellvik.says("kari", "/mine").await;
    fjellvik.time_passes_until("2026-11-22T10:30:00").await;
    fjellvik.note("(the service)", &format!("withholds {withheld:?}"));
    expect![[r#"
        lør 20:00 (the service): starts on a backup that was put back
        lør 20:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Ledig: 1 av 2
              Kommer: Kari N.

              Svar «ja» på denne meldingen, eller trykk på en knapp.
              [Jeg kan] [Vi er to] [Kan ikke]
              [Åpne chat med meg ↗]
        lør 20:00 kari → bot: /mine
        lør 20:00 bot → kari: #1: Snømåking, søndag 22. november kl. 16–18
              [Åpne #1 ↗] [Meld forfall #1]
        lør 20:55 bot → eva: Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              [Ja] [Nei]
        lør 20:55 bot → solveig: Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              [Ja] [Nei]
        søn 09:00 bot → bjorn: Kari N. har ikke bekreftet #1: Snømåking, søndag 22. november kl. 16–18.
              [Kari N. kommer] [Kari N. kommer ikke]
        søn 10:00 bot → bjorn: #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 10:20 bot → anne: #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 10:30 (the service): withholds Some(3)
    "#]]
    .assert_eq(&fjellvik.transcript());

    let said = backup.resume(&url, "--send");
    fjellvik.note("(resume --send)", &said);
    fjellvik.time_passes_until("2026-11-22T11:00:00").await;
    expect![[r#"
        søn 10:30 (resume --send): 3 of 3 messages are sent; the others were about what is over
        søn 10:30 bot → kari: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finner du her:
              [Åpne oppdraget ↗]
              [Meld forfall]
        søn 10:40 bot → inger: #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 11:00 bot → kari: Snømåking, søndag 22. november kl. 16–18 (#1). Kommer du?
              [Kommer] [Kan ikke]
        søn 11:00 ⌂ nordre-il bot: Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Ledig: 1 av 2
              Kjem: Kari N.

              Svar «ja» på denne meldinga, eller trykk på ein knapp.
              [Eg kan] [Vi er to] [Kan ikkje]
              [Opne chat med meg ↗]
    "#]]
    .assert_eq(&fjellvik.transcript());
    // The new card is answered like the one that was lost.
    fjellvik.replies("nordre-il", "lars", "jeg kan").await;
    expect![[r#"
        søn 11:00 ⌂ nordre-il lars (reply): jeg kan
        søn 11:00 bot → anne: (edited) #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Lars Bakke har ordnet dette.
        søn 11:00 bot → bjorn: (edited) #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Lars Bakke har ordnet dette.
        søn 11:00 bot → inger: (edited) #1 mangler 1 av 2: Snømåking, søndag 22. november kl. 16–18.
              Anne Berg har heller ikke svart.
              Spurt: Fjellvik IL (1 ja, 0 nei)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              Lars Bakke har ordnet dette.
        søn 11:00 bot → silje: #1, søndag 22. november kl. 16–18, er dekket: Kari Nes og Lars Bakke fra Fjellvik IL og Nordre IL kommer.
              [Endre] [Avlys]
        søn 11:00 bot → eva: (edited) Vi mangler folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Det trengs ikke flere på #1 nå. Takk for at du sto klar!
        søn 11:00 bot → lars: Takk! Du har plass på #1: Snømåking, søndag 22. november kl. 16–18.
              Adresse og info finn du her:
              [Opne oppdraget ↗]
              [Meld forfall]
        søn 11:00 bot → solveig: (edited) Vi manglar folk på #1: Snømåking, søndag 22. november kl. 16–18. Kan du?
              Det trengst ikkje fleire på #1 no. Takk for at du stod klar!
        søn 11:00 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Dekket, takk!
              Kommer: Kari N. og Lars B.
              [Stå som reserve] [Kan ikke]
        søn 11:00 ⌂ nordre-il bot: (👍)
        søn 11:00 ⌂ nordre-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikkje fresar: det er søn- eller heilagdag.
              2 frivillige. 200 kr til laget for kvar.

              Dekt, takk!
              Kjem: Kari N. og Lars B.
              [Stå som reserve] [Kan ikkje]
        søn 11:00 ⌂ hjemmetjenesten bot: Ring mottakeren av #1: Kari N. og Lars B. fra Fjellvik IL og Nordre IL kommer søndag kl. 16.
              [Gjort] [Fikk ikke tak i]
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn who_must_act_is_rung_again(url: String) {
    let mut fjellvik = served(&url).await;
    fjellvik.time_passes_until("2026-11-22T09:55:00").await;
    let backup = Backup::of(&url);
    fjellvik.time_passes_until("2026-11-22T10:00:00").await;
    fjellvik.presses("bjorn", "Tar det").await;
    fjellvik.presses("bjorn", "Til kl. 11").await;
    fjellvik.forget();
    // That Bjørn has taken it is lost with the machine; so he is asked again, and if he does not answer his deputy.
    let (restored, _) = backup.put_back().await;
    assert_eq!(fjellvik.starts_on(restored).await, Some(0));
    fjellvik.time_passes_until("2026-11-22T10:30:00").await;
    expect![[r#"
        søn 10:00 (the service): starts on a backup that was put back
        søn 10:00 bot → bjorn: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
        søn 10:20 bot → anne: #1 mangler 2 av 2: Snømåking, søndag 22. november kl. 16–18.
              Bjørn Moe fikk beskjed først, men har ikke svart.
              Spurt: Fjellvik IL (ingen svar)
              Spurt: Nordre IL (ingen svar)
              Den som meldte behovet, er lovet svar senest søndag kl. 12.
              [Tar det]
              [Sett inn noen] [Forleng fristen]
              [Kommunen tar det] [Avlys]
    "#]]
    .assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn what_is_dropped_stays_unsaid(url: String) {
    let mut fjellvik = served(&url).await;
    fjellvik.chat.fail("p:kari", [SendError::Temporary("502".to_owned())]);
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    let backup = Backup::of(&url);
    let (restored, url) = backup.put_back().await;
    fjellvik.forget();
    assert_eq!(fjellvik.starts_on(restored).await, Some(1));
    assert_eq!(backup.resume(&url, "--drop"), "1 messages stay unsaid\n");
    fjellvik.time_passes_until("2026-11-21T11:00:00").await;
    expect![[r#"
        lør 10:00 (the service): starts on a backup that was put back
    "#]]
    .assert_eq(&fjellvik.transcript());
    // What was lost keeps its numbers: a button that remembers one of them never means something new.
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 på mandag kl 16-18").await;
    assert_eq!(fjellvik.count("SELECT number FROM task ORDER BY id DESC LIMIT 1").await, 102);
    assert!(fjellvik.count("SELECT MAX(id) FROM task").await > 1_000_000);
    fjellvik.is_at_rest().await;
}

async fn a_copy_under_load_is_of_one_moment(url: String) {
    let mut fjellvik = served(&url).await;
    let backup = Backup::new(&url);
    let mut copying = tannhjul(&url, backup.folder.path(), &["backup", "one.backup"]);
    let mut copying = copying.stdout(Stdio::null()).spawn().expect("it runs");
    let mut rounds = 0;
    while copying.try_wait().expect("it can be asked").is_none() || rounds < 10 {
        for (person, text) in [
            ("kari", "ja"),
            ("ola", "jeg kan"),
            ("kari", "må melde forfall"),
            ("eva", "ja"),
            ("ola", "kan ikke likevel"),
        ] {
            fjellvik.replies("fjellvik-il", person, text).await;
        }
        rounds += 1;
    }
    assert!(copying.wait().expect("it ends").success());
    let (restored, _) = backup.put_back().await;
    fjellvik.forget();
    fjellvik.starts_on(restored).await;
    // Answers, places and history are of the same moment, and whatever was in the middle of it is done to its end. Cards are edited so often at most.
    fjellvik.time_passes_until("2026-11-21T10:05:00").await;
    fjellvik.is_at_rest().await;
    let task = fjellvik.task(1).await;
    let answers = fjellvik.count("SELECT COUNT(*) FROM inbox").await;
    let receipts = fjellvik.count("SELECT COUNT(*) FROM outbox WHERE purpose IN ('receipt', 'mark')").await;
    assert!(
        task.taken() <= task.places && answers <= receipts,
        "{answers} answers, {receipts} receipts and marks"
    );
}
