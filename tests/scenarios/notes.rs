//! What whoever asks writes for whoever comes reaches them, be it in no field.

use tannhjul::domain::ids::TaskId;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(what_is_to_be_bought_is_kept_for_whoever_comes, what_is_said_of_health_is_not);

/// What whoever comes reads under "good to know".
async fn notes(fjellvik: &World, task: i64) -> Vec<String> {
    let mut tx = fjellvik.db.read().await.expect("read");
    let task = tx.task(TaskId(task)).await.expect("read").expect("a task");
    let recipient = tx.recipient(&fjellvik.around.key, task.request).await.expect("read");
    recipient.expect("somebody is helped").notes
}

async fn what_is_to_be_bought_is_kept_for_whoever_comes(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Handling for Olga Hansen i Storgata 5 i morgen kl 12-13: havregryn, gulrøtter og tannkrem. Nøkkel i postkassa").await;
    fjellvik.answers("silje", "legg til: ring på to ganger").await;
    fjellvik.presses("silje", "Send").await;
    let notes = notes(&fjellvik, 1).await.join("\n");
    for part in ["havregryn", "gulrøtter", "tannkrem", "Nøkkel i postkassa", "ring på to ganger"] {
        assert!(notes.contains(part), "{part} is missing in {notes}");
    }
    // And nothing of it stands in a chat.
    let said = fjellvik.transcript();
    let bot = said.lines().filter(|line| !line.contains("silje →")).collect::<Vec<_>>().join("\n");
    assert!(!bot.contains("havregryn") && !bot.contains("postkassa"), "{bot}");
}

async fn what_is_said_of_health_is_not(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.says("silje", "Handling i Storgata 5 i morgen kl 12-13: havregryn til frokost, demens").await;
    fjellvik.presses("silje", "Send").await;
    let notes = notes(&fjellvik, 1).await.join("\n");
    assert!(notes.contains("havregryn") && !notes.contains("demens"), "{notes}");
}
