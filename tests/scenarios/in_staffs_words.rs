//! What staff write in words of their own is read as it is meant: a need that is there no more, one beside another, a note, and what is told of somebody
//! who is helped already.

use tannhjul::domain::ids::{RequestId, TaskId};
use tannhjul::domain::recipient::Recipient;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    a_denied_need_is_none,
    a_denied_need_that_fits_nothing,
    a_denied_need_in_the_staffs_group,
    which_of_several_is_not_needed,
    a_second_need_does_not_overwrite_the_first,
    the_same_once_more_somewhere_else,
    another_address_is_seen_to_be_another,
    what_they_must_do_is_a_note,
    until_moves_the_end_alone,
    somebody_is_called_ida,
    what_is_told_of_a_task_reaches_it,
    what_is_cancelled_with_a_name_is_deleted,
);

const SNOW: &str = "Trenger 2 til snømåking i Storgata 5 mandag kl 16-18";

impl World {
    /// What is kept of the recipient of a request.
    async fn kept_of(&self, request: i64) -> Recipient {
        let mut tx = self.db.read().await.expect("read");
        let kept = tx.recipient(&self.around.key, RequestId(request)).await.expect("read");
        kept.unwrap_or_default()
    }

    /// What is kept of the recipient of a task.
    async fn kept_of_task(&self, task: i64) -> Recipient {
        let mut tx = self.db.read().await.expect("read");
        let task = tx.task(TaskId(task)).await.expect("read").expect("a task");
        drop(tx);
        self.kept_of(task.request.0).await
    }
}

async fn a_denied_need_is_none(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    for words in [
        "Trenger ikke snømåking i Storgata 5 mandag likevel",
        "vi trenger ikke måking likevel",
        "dere kan droppe måkinga på mandag",
        "Olga er på sykehus, så det trengs ikke på mandag",
        "treng ikkje snømåking måndag likevel",
        "behøver ikke måking på mandag",
        "we no longer need the snow clearing on Monday",
        "the snow clearing is not needed after all",
        "Det har smeltet, så det trengs ikke",
    ] {
        fjellvik.forget();
        fjellvik.says("silje", words).await;
        let said = fjellvik.transcript();
        assert!(said.contains("Avlyse #1?") && said.contains("(deleted)"), "{words}: {said}");
        assert_eq!(fjellvik.count("SELECT COUNT(*) FROM request").await, 1, "{words}");
    }
    fjellvik.presses("silje", "Ja, avlys").await;
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM task WHERE state = 'cancelled'").await, 1);
}

async fn a_denied_need_that_fits_nothing(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.forget();
    fjellvik.says("silje", "vi trenger ikke måking på onsdag likevel").await;
    fjellvik.says("silje", "/behov trenger ikke måking på onsdag likevel").await;
    let said = fjellvik.transcript();
    assert_eq!(said.matches("ingenting å avlyse").count(), 2, "{said}");
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM request").await, 1);
    // What is not needed beside a need denies nothing of it.
    fjellvik.says("silje", "Trenger 2 til snømåking i Storgata 9 onsdag kl 16-18, trenger ikke spade").await;
    assert!(fjellvik.transcript().contains("Slik forstår jeg behovet"));
}

async fn a_denied_need_in_the_staffs_group(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.forget();
    fjellvik.says_in("hjemmetjenesten", "silje", "/behov trenger ikke måking på mandag likevel").await;
    let said = fjellvik.transcript();
    assert!(said.contains("Avlyse #1?") && !said.contains("Storgata 5\n"), "{said}");
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM request").await, 1);
}

async fn which_of_several_is_not_needed(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for(SNOW).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 9 tirsdag kl 16-18").await;
    fjellvik.forget();
    fjellvik.says("silje", "vi trenger ikke måking likevel").await;
    let said = fjellvik.transcript();
    assert!(said.contains("Hvilket oppdrag gjelder det?"), "{said}");
    // The day or the place says which.
    fjellvik.says("silje", "vi trenger ikke måking på tirsdag likevel").await;
    assert!(fjellvik.transcript().contains("Avlyse #2?"));
    fjellvik.says("silje", "vi trenger ikke måking i Storgata 9 likevel").await;
    assert!(fjellvik.transcript().contains("Avlyse #2?"));
}

async fn a_second_need_does_not_overwrite_the_first(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", SNOW).await;
    for (words, service) in [
        ("trenger også en som kan handle for Arne", "shopping"),
        ("og så trengs det en sjåfør til matombringing", "meal_delivery"),
        ("Trenger noen til å følge Olga på legevakta nå med en gang", "escort"),
    ] {
        fjellvik.forget();
        fjellvik.says("silje", words).await;
        let said = fjellvik.transcript();
        assert!(said.contains("Ikke sendt ennå:"), "{words}: {said}");
        let last = fjellvik.count("SELECT MAX(id) FROM request").await;
        let mut tx = fjellvik.db.read().await.expect("read");
        let request = tx.request(RequestId(last)).await.expect("read").expect("a request");
        assert_eq!(request.draft.service.map(|kind| kind.as_str()), Some(service), "{words}");
        assert_eq!(request.draft.clock, None, "{words}: the time is the other's");
    }
    assert_eq!(fjellvik.count("SELECT COUNT(*) FROM request WHERE state = 'draft'").await, 4);
    assert_eq!(fjellvik.kept_of(1).await.place.as_deref(), Some("Storgata 5"));
}

async fn the_same_once_more_somewhere_else(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", SNOW).await;
    fjellvik.forget();
    fjellvik.says("silje", "og det samme hos Arne i Storgata 9").await;
    let said = fjellvik.transcript();
    assert!(said.contains("Ikke sendt ennå: Snømåking"), "{said}");
    assert!(said.contains("Snømåking, 2 frivillige, mandag 23. november kl. 16–18"), "{said}");
    assert_eq!(fjellvik.kept_of(1).await.place.as_deref(), Some("Storgata 5"));
    let second = fjellvik.kept_of(2).await;
    assert_eq!((second.place.as_deref(), second.name.as_deref()), (Some("Storgata 9"), Some("Arne")));
    assert_eq!(second.notes, Vec::<String>::new());
}

async fn another_address_is_seen_to_be_another(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", SNOW).await;
    fjellvik.forget();
    fjellvik.says("silje", "Storgata 9").await;
    let said = fjellvik.transcript();
    assert!(said.contains("Adressen er byttet."), "{said}");
    assert_eq!(said.matches("Storgata 9").count(), 1, "only who wrote it says it: {said}");
    assert_eq!(fjellvik.kept_of(1).await.place.as_deref(), Some("Storgata 9"));
}

async fn what_they_must_do_is_a_note(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", SNOW).await;
    for words in ["de må ringe Olga først", "de må hente nøkkelen på hjemmetjenesten først"] {
        fjellvik.forget();
        fjellvik.says("silje", words).await;
        let said = fjellvik.transcript();
        assert!(said.contains("Snømåking, 2 frivillige") && said.contains("(deleted)"), "{said}");
        assert!(fjellvik.kept_of(1).await.notes.contains(&words.to_owned()));
    }
    fjellvik.says("silje", "nei, det er besøk").await;
    assert!(fjellvik.transcript().contains("Besøk, 2 frivillige"));
}

async fn until_moves_the_end_alone(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", SNOW).await;
    for (words, seen) in [
        ("litt lenger, til kl 19", "2 frivillige, mandag 23. november kl. 16–19"),
        ("bare 1, til kl 17", "én frivillig, mandag 23. november kl. 16–17"),
        ("3 stk til kl 19", "3 frivillige, mandag 23. november kl. 16–19"),
    ] {
        fjellvik.forget();
        fjellvik.says("silje", words).await;
        let said = fjellvik.transcript();
        assert!(said.contains(seen), "{words}: {said}");
    }
}

async fn somebody_is_called_ida(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Snømåking for Ida, Storgata 20, mandag kl 16-17").await;
    let said = fjellvik.transcript();
    assert!(said.contains("Snømåking, én frivillig, mandag 23. november kl. 16–17"), "{said}");
    assert_eq!(fjellvik.kept_of(1).await.name.as_deref(), Some("Ida"));
}

async fn what_is_told_of_a_task_reaches_it(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking for Astrid Moen i Storgata 5 mandag kl 16-18").await;
    for (words, kept, telling) in [
        ("Astrid har fått nytt nummer, #1 tlf 90 99 88 77", "tlf 90 99 88 77", "90 99"),
        ("Astrid Moen har bytt nummer til 90 11 22 33 på #1", "90 11 22 33", "90 11"),
        ("Døra hos Astrid Moen er låst, kode 1234, gjelder #1", "kode 1234", "1234"),
        ("#1 Astrid sover ofte litt utover", "Astrid sover ofte litt utover", "sover"),
    ] {
        fjellvik.forget();
        fjellvik.says("silje", words).await;
        let said = fjellvik.transcript();
        assert!(said.contains("Lagt til på #1") && said.contains("(deleted)"), "{words}: {said}");
        let bot: Vec<&str> = said.lines().filter(|line| !line.contains("silje → bot")).collect();
        assert!(!bot.join("\n").contains(telling), "{said}");
        let notes = fjellvik.kept_of_task(1).await.notes.join("\n");
        assert!(notes.contains(kept), "{words}: {notes}");
    }
    assert_eq!(fjellvik.count("SELECT places FROM task WHERE id = 1").await, 2);
}

async fn what_is_cancelled_with_a_name_is_deleted(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 2 til snømåking for Astrid Moen i Storgata 5 mandag kl 16-18").await;
    fjellvik.forget();
    fjellvik.says("silje", "Astrid Moen er blitt syk, avlys #1").await;
    let said = fjellvik.transcript();
    assert!(said.contains("Avlyse #1?") && said.contains("(deleted)"), "{said}");
}
