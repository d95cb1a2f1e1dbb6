//! `tannhjul backup`, and what the service does with a database that was put back.

use chrono::{DateTime, TimeDelta, Utc};
use tannhjul::clock::Clock;
use tannhjul::store::Db;

use crate::copies::{errors, is_postgres, printed, put_back, tannhjul};
use crate::databases::on_both_engines;
use crate::serving::Serving;

on_both_engines!(
    a_backup_is_a_new_file_and_noted,
    another_s_backup_is_noted,
    what_is_put_back_is_seen_at_the_next_start,
    what_was_put_back_unseen_can_be_said,
);

async fn last_backup(url: &str) -> Option<DateTime<Utc>> {
    let (db, _) = Db::look(url).await.expect("the database");
    let at = db.read().await.expect("a transaction").last_backup().await.expect("read");
    db.close().await;
    at
}

async fn a_backup_is_a_new_file_and_noted(url: String) {
    let folder = tempfile::tempdir().expect("a folder");
    let before = Clock::system().now();
    assert_eq!(last_backup(&url).await, None);
    let said = printed(&url, folder.path(), &["backup", "one.backup"]);
    assert!(said.contains("wrote one.backup: ") && said.contains("found whole"), "{said}");
    let key = folder.path().join("tannhjul.key");
    assert!(said.contains(&format!("not in it: it should be in {}, AND IS NOT", key.display())), "{said}");
    let at = last_backup(&url).await.expect("noted");
    assert!(at >= before && at <= Clock::system().now());
    // Nothing but the file is left, nobody else may read it, and it is never written over.
    let names: Vec<_> =
        folder.path().read_dir().expect("a folder").map(|entry| entry.expect("one").file_name()).collect();
    assert_eq!(names, ["one.backup"]);
    use std::os::unix::fs::PermissionsExt;
    let file = folder.path().join("one.backup");
    assert_eq!(file.metadata().expect("a file").permissions().mode() & 0o077, 0);
    let bytes = std::fs::read(&file).expect("read");
    let output = tannhjul(&url, folder.path(), &["backup", "one.backup"]).output().expect("it runs");
    assert!(!output.status.success());
    assert!(errors(&output).contains("one.backup is there already"), "{}", errors(&output));
    assert_eq!(std::fs::read(&file).expect("read"), bytes);
    assert_eq!(last_backup(&url).await, Some(at));
    let output = tannhjul(&url, folder.path(), &["backup", "no/such/folder"]).output().expect("it runs");
    assert!(errors(&output).contains("can't write in no/such"), "{}", errors(&output));
}

async fn another_s_backup_is_noted(url: String) {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("tannhjul.key"), "a key").expect("written");
    let said = printed(&url, folder.path(), &["backup", "--noted"]);
    assert!(said.starts_with("noted a backup as of "), "{said}");
    assert!(said.contains(&format!("it is in {}.", folder.path().join("tannhjul.key").display())), "{said}");
    assert!(last_backup(&url).await.is_some());
    if is_postgres(&url) {
        let mut command = tannhjul(&url, folder.path(), &["backup", "one.backup"]);
        let output = command.env("PATH", folder.path()).output().expect("it runs");
        assert!(!output.status.success());
        let said = errors(&output);
        assert!(
            said.contains("pg_dump is not on this machine") && said.contains("tannhjul backup --noted"),
            "{said}"
        );
    }
}

/// A message that waits to be said, to somebody on the local chat. Waits long, so that it is not said before the backup.
async fn something_waits(url: &str) {
    let db = Db::open(url).await.expect("the database");
    let mut tx = db.begin().await.expect("a transaction");
    let soon = Clock::system().now() + TimeDelta::hours(1);
    let channel = tx.channel("local", "local", None, soon).await.expect("a channel");
    tx.execute(
        "INSERT INTO chat (id, channel_id, external_id, kind, title, state, seen_at) VALUES (1, $1, 'p1', 'private', 'Anne', 'open', $2)",
        (channel, soon),
    )
    .await
    .expect("a chat");
    tx.execute(
        "INSERT INTO outbox (key, channel_id, chat_id, purpose, priority, at_most_once, body, language, state, not_before_at, created_at)
         VALUES ('n', $1, 1, 'notice', 3, FALSE, '{\"say\": {\"said\": {\"lines\": [\"noted\"]}}}', 'nb', 'pending', $2, $2)",
        (channel, soon),
    )
    .await
    .expect("a message");
    tx.commit().await.expect("committed");
    db.close().await;
}

async fn what_is_put_back_is_seen_at_the_next_start(url: String) {
    let folder = tempfile::tempdir().expect("a folder");
    something_waits(&url).await;
    {
        let serving = Serving::start(&url, folder.path(), &[]);
        serving.is_ready().await;
        printed(&url, folder.path(), &["backup", "one.backup"]);
        assert!(!serving.has_said("put back"));
    }
    let restored = put_back(&url, &folder.path().join("one.backup"), folder.path()).await;
    {
        let serving = Serving::start(&restored, folder.path(), &[]);
        serving.is_ready().await;
        serving.says("this database was put back from a backup");
        let said = printed(&restored, folder.path(), &["resume"]);
        assert!(said.contains("  notice     to Anne\n1 messages may have been said"), "{said}");
    }
    // At the start after that it is a database like any other, and what is withheld still is.
    {
        let serving = Serving::start(&restored, folder.path(), &[]);
        serving.is_ready().await;
        assert!(!serving.has_said("put back"));
    }
    assert_eq!(
        printed(&restored, folder.path(), &["resume", "--send"]),
        "1 of 1 messages are sent; the others were about what is over\n"
    );
    assert_eq!(printed(&restored, folder.path(), &["resume"]), "nothing is withheld\n");
    // The one it was made of knows nothing of it.
    let serving = Serving::start(&url, folder.path(), &[]);
    serving.is_ready().await;
    assert!(!serving.has_said("put back"));
}

async fn what_was_put_back_unseen_can_be_said(url: String) {
    let folder = tempfile::tempdir().expect("a folder");
    something_waits(&url).await;
    printed(&url, folder.path(), &["restored"]);
    let serving = Serving::start(&url, folder.path(), &[]);
    serving.is_ready().await;
    serving.says("this database was put back from a backup");
    assert_eq!(printed(&url, folder.path(), &["resume", "--drop"]), "1 messages stay unsaid\n");
}
