//! An answer that names somebody goes to them; nobody rings about somebody who has died; the duty is taken over in any words; and whoever is there and in
//! trouble gives nobody false calm.

use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    an_answer_for_somebody_else,
    an_answer_that_names_two,
    the_recipient_has_died,
    the_duty_in_other_words,
    at_a_closed_door,
    duty_does_it,
);

fn has(fjellvik: &mut World, words: &[&str]) {
    let said = fjellvik.transcript();
    for words in words {
        assert!(said.contains(words), "«{words}» is missing in\n{said}");
    }
    fjellvik.forget();
}

/// Kari has told of a pot on the one task, and Ola has fallen at the other.
async fn two_reports(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 10-11").await;
    fjellvik.says("kari", "#1 ja").await;
    fjellvik.asked_for("Trenger 1 til snømåking i Storgata 5 mandag kl 10-11").await;
    fjellvik.says("ola", "#2 ja").await;
    fjellvik.time_passes_until("2026-11-23T10:30:00").await;
    fjellvik.says("kari", "#1 nei, noe skjedde").await;
    fjellvik.says("kari", "jeg knuste en blomsterpotte").await;
    fjellvik.says("ola", "jeg falt på isen og slo meg i armen").await;
    fjellvik.forget();
    fjellvik
}

async fn an_answer_for_somebody_else(db: Db) {
    let mut fjellvik = two_reports(db).await;
    fjellvik.says("silje", "svar til Kari: det går helt fint med potta, takk for at du sa fra").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → kari: "), "{said}");
    assert!(!said.contains("bot → ola"), "{said}");
    // Ola's is told again.
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T10:41:00").await;
    has(&mut fjellvik, &["Ola Rud"]);
}

async fn an_answer_that_names_two(db: Db) {
    let mut fjellvik = two_reports(db).await;
    fjellvik.says("silje", "svar til Nils: det går fint").await;
    has(&mut fjellvik, &["Hvem skal ha svaret?"]);
}

async fn the_recipient_has_died(db: Db) {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T18:16:00").await;
    fjellvik.presses("ola", "Ja").await;
    fjellvik.time_passes_until("2026-11-22T19:00:00").await;
    fjellvik.forget();
    fjellvik.says("silje", "Olga Hansen på #1 er død").await;
    has(
        &mut fjellvik,
        &[
            "bot → silje: (deleted)",
            "Det var trist å høre.",
            "bot → bjorn: Silje Aune sier fra: mottakeren av #1 skal ikke ringes.",
        ],
    );
    fjellvik.time_passes_until("2026-11-25T12:00:00").await;
    assert!(!fjellvik.transcript().contains("til nytte"));
}

async fn the_duty_in_other_words(db: Db) {
    let mut fjellvik = World::new(db).await;
    let who = ["anne", "bjorn"];
    let texts = [
        "jeg tar over vakten",
        "jeg overtar",
        "overta vakta",
        "ta over",
        "jeg tar vakta til onsdag",
        "eg tek over vakta",
        "eg overtek",
        "I'll take over the duty",
        "taking over",
        "jeg overtar vakta",
    ];
    for (place, text) in texts.into_iter().enumerate() {
        // Whoever has it already has nothing to take.
        fjellvik.time_passes_until(&format!("2026-11-21T10:{:02}:00", place + 1)).await;
        fjellvik.forget();
        fjellvik.says(who[place % 2], text).await;
        let said = fjellvik.transcript();
        assert!(!said.contains("(deleted)"), "{text}\n{said}");
        assert!(said.contains(&format!("bot → {}: Du har vakten til", who[place % 2])), "{text}\n{said}");
        fjellvik.forget();
    }
    // Who has none says it of a place.
    fjellvik.says("kari", "jeg overtar").await;
    assert!(!fjellvik.transcript().contains("Vakt"));
}

async fn at_a_closed_door(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til matombringing i Storgata 5 mandag kl 12-13").await;
    fjellvik.says("kari", "#1 ja").await;
    fjellvik.time_passes_until("2026-11-23T12:25:00").await;
    fjellvik.forget();
    fjellvik.says("kari", "er framme, men ingen åpner døra").await;
    let said = fjellvik.transcript();
    assert!(said.contains("Haster: Kari Nes"), "{said}");
    assert!(!said.contains("er i gang med"), "{said}");
}

async fn duty_does_it(db: Db) {
    let mut fjellvik = World::new(db).await;
    fjellvik.asked_for("Trenger 1 til matombringing i Storgata 5 mandag kl 12-13").await;
    fjellvik.time_passes_until("2026-11-23T11:40:00").await;
    fjellvik.forget();
    fjellvik.says("anne", "Vi får bare avlyse maten i dag").await;
    has(&mut fjellvik, &["Avlyse #1?"]);
    fjellvik.says("anne", "Jeg kjører selv").await;
    let said = fjellvik.transcript();
    assert!(!said.contains("(deleted)") && said.contains("#1"), "{said}");
    assert!(fjellvik.task(1).await.held.is_some());
}
