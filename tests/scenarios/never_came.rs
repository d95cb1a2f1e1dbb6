//! A task is over, and somebody says that another never came; or something happened, and it is not known whether it was done.

use expect_test::expect;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    a_team_mate_never_came,
    done_but_one_never_came,
    asked_what_happened_and_it_was_that,
    in_the_other_languages,
    she_was_there_after_all,
    duty_says_so,
    staff_and_the_contact_say_so,
    it_was_done_and_a_pot_broke,
    something_happened_and_it_is_asked,
    something_happened_and_duty_is_asked,
    duty_says_how_it_went,
    one_s_own_story,
);

/// Snow on Sunday 16–18 is over, for Kari and Ola, and they have been asked how it went.
async fn asked_how_it_went(db: Db) -> World {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.time_passes_until("2026-11-22T18:16:00").await;
    fjellvik.forget();
    fjellvik
}

fn has(fjellvik: &mut World, words: &[&str]) {
    // An amount is kept on one line.
    let said = fjellvik.transcript().replace('\u{a0}', " ");
    for words in words {
        assert!(said.contains(words), "«{words}» is missing in\n{said}");
    }
    fjellvik.forget();
}

async fn a_team_mate_never_came(db: Db) {
    let mut fjellvik = asked_how_it_went(db).await;
    fjellvik.says("ola", "Kari kom ikke").await;
    fjellvik.presses("ola", "Ja").await;
    fjellvik.presses("kari", "Jeg kom ikke").await;
    expect![[r#"
        søn 18:16 ola → bot: Kari kom ikke
        søn 18:16 bot → bjorn: Ola Rud sier at Kari N. ikke kom på #1: Snømåking, søndag 22. november kl. 16–18. Plassen regnes ikke med før det er avklart.
              [Kari N. var der] [Kari N. kom ikke]
        søn 18:16 bot → silje: Ola Rud sier at Kari N. ikke kom på #1: Snømåking, søndag 22. november kl. 16–18. Plassen regnes ikke med før det er avklart.
        søn 18:16 bot → kari: Ola R. sier at du ikke kom på #1: Snømåking. Var du der?
              [Jeg var der] [Jeg kom ikke]
        søn 18:16 bot → ola: Takk for at du sier fra! Det er notert på #1. Jeg spør Kari N., og den som har vakt, får vite det.
        søn 18:16 ola presses: [Ja]
        søn 18:16 bot → silje: #1 er utført.
        søn 18:16 bot ⇢ ola: (toast) Takk for innsatsen på #1, Ola! 200 kr til laget, 200 kr så langt i år.
        søn 18:16 bot → ola: Takk for innsatsen på #1, Ola! 200 kr til laget, 200 kr så langt i år.
        søn 18:16 bot → ola: (edited) Gikk #1 som det skulle?
              Du svarte: Ja
        søn 18:16 ⌂ fjellvik-il bot: (edited) Oppdrag #1: Snømåking, søndag 22. november kl. 16–18
              Sone Sentrum
              Spade, ikke freser: det er søn- eller helligdag.
              2 frivillige. 200 kr til laget for hver.

              Utført. Takk til Ola R.! 200 kr til laget.
        søn 18:16 kari presses: [Jeg kom ikke]
        søn 18:16 bot → bjorn: (edited) Ola Rud sier at Kari N. ikke kom på #1: Snømåking, søndag 22. november kl. 16–18. Plassen regnes ikke med før det er avklart.
              Kari Nes har ordnet dette.
        søn 18:16 bot → bjorn: Kari N. bekrefter at det stemmer: kom ikke på #1.
        søn 18:16 bot ⇢ kari: (toast) Takk for at du sier det som det er. Notert: du kom ikke på #1.
        søn 18:16 bot → kari: Takk for at du sier det som det er. Notert: du kom ikke på #1.
        søn 18:16 bot → kari: (edited) Ola R. sier at du ikke kom på #1: Snømåking. Var du der?
              Du svarte: Jeg kom ikke
    "#]].assert_eq(&fjellvik.transcript());
    fjellvik.is_at_rest().await;
}

async fn done_but_one_never_came(db: Db) {
    let mut fjellvik = asked_how_it_went(db).await;
    fjellvik.says("ola", "#1 ferdig, men Kari kom aldri").await;
    has(
        &mut fjellvik,
        &[
            "bot → silje: #1 er utført.",
            "bot → bjorn: Ola Rud sier at Kari N. ikke kom på #1",
            "bot → kari: Ola R. sier at du ikke kom på #1",
            "Utført. Takk til Ola R.! 200 kr til laget.",
            "Takk for innsatsen på #1, Ola! 200 kr til laget, 200 kr så langt i år.",
        ],
    );
    // Duty settles it, also days later, and the place counts or does not.
    fjellvik.presses("bjorn", "Kari N. var der").await;
    has(
        &mut fjellvik,
        &["Notert: Kari N. var på #1.", "Utført. Takk til Kari N. og Ola R.! 400 kr til laget."],
    );
    fjellvik.time_passes_until("2026-11-24T12:00:00").await;
    fjellvik.forget();
    fjellvik.says("anne", "Kari kom ikke på #1").await;
    has(&mut fjellvik, &["Notert: Kari N. kom ikke på #1.", "Utført. Takk til Ola R.! 200 kr til laget."]);
}

async fn asked_what_happened_and_it_was_that(db: Db) {
    let mut fjellvik = asked_how_it_went(db).await;
    fjellvik.presses("ola", "Nei, noe skjedde").await;
    fjellvik.says("ola", "Kari møtte ikke opp, jeg var alene").await;
    has(
        &mut fjellvik,
        &[
            "bot → bjorn: Ola Rud sier at Kari N. ikke kom på #1",
            "bot → silje: Ola Rud melder fra om #1: «Kari møtte ikke opp, jeg var alene»",
            "Ble #1 gjort likevel?",
        ],
    );
    // Who was not there says that it went well: that is another word than the other's, and duty has both.
    fjellvik.presses("kari", "Ja").await;
    has(&mut fjellvik, &["bot → silje: #1 er utført."]);
}

async fn in_the_other_languages(db: Db) {
    let mut fjellvik = asked_how_it_went(db).await;
    fjellvik.speaks("ola", "en");
    fjellvik.says("ola", "done, but Kari never showed up").await;
    has(
        &mut fjellvik,
        &["bot → bjorn: Ola Rud sier at Kari N. ikke kom på #1", "bot → silje: #1 er utført."],
    );
    fjellvik.says("kari", "Ola møtte ikkje opp").await;
    has(&mut fjellvik, &["bot → bjorn: Kari Nes sier at Ola R. ikke kom på #1"]);
}

async fn she_was_there_after_all(db: Db) {
    let mut fjellvik = asked_how_it_went(db).await;
    fjellvik.says("ola", "Kari kom ikke").await;
    fjellvik.says("ola", "Kari kom ikke").await;
    has(&mut fjellvik, &["Det er allerede notert på #1"]);
    fjellvik.says("kari", "nei, det stemmer ikke").await;
    has(
        &mut fjellvik,
        &[
            "bot → bjorn: Kari N. sier selv: «Jeg var der» på #1.",
            "bot → ola: Kari N. sier selv at det ikke stemmer",
        ],
    );
    fjellvik.presses("ola", "Ja").await;
    has(&mut fjellvik, &["Utført. Takk til Kari N. og Ola R.! 400 kr til laget."]);
    // Duty's own word is the last.
    fjellvik.presses("bjorn", "Kari N. kom ikke").await;
    has(&mut fjellvik, &["Utført. Takk til Ola R.! 200 kr til laget."]);
}

async fn duty_says_so(db: Db) {
    let mut fjellvik = asked_how_it_went(db).await;
    fjellvik.presses("ola", "Ja").await;
    fjellvik.time_passes_until("2026-11-23T09:00:00").await;
    fjellvik.forget();
    fjellvik.says("anne", "Kari møtte ikke på #1, hva gjør jeg?").await;
    has(
        &mut fjellvik,
        &["bot → anne: Notert: Kari N. kom ikke på #1.", "Utført. Takk til Ola R.! 200 kr til laget."],
    );
}

async fn staff_and_the_contact_say_so(db: Db) {
    let mut fjellvik = asked_how_it_went(db).await;
    fjellvik.presses("ola", "Ja").await;
    fjellvik.time_passes_until("2026-11-23T09:00:00").await;
    fjellvik.forget();
    fjellvik.says("silje", "Kari kom ikke på #1 i går").await;
    has(
        &mut fjellvik,
        &[
            "bot → anne: Silje Aune sier at Kari N. ikke kom på #1",
            "bot → silje: Takk for at du sier fra! Det er notert på #1.",
            "Utført. Takk til Ola R.! 200 kr til laget.",
        ],
    );
    fjellvik.says("hanne", "Ola kom ikke på #1").await;
    has(&mut fjellvik, &["bot → anne: Hanne Lund sier at Ola R. ikke kom på #1"]);
}

async fn it_was_done_and_a_pot_broke(db: Db) {
    let mut fjellvik = asked_how_it_went(db).await;
    fjellvik.presses("ola", "Nei, noe skjedde").await;
    fjellvik.says("ola", "vi måket alt, men jeg knuste en blomsterpotte").await;
    has(
        &mut fjellvik,
        &[
            "bot → silje: Ola Rud melder fra om #1: «vi måket alt, men jeg knuste en blomsterpotte»",
            "bot → silje: #1 er utført.",
            "Takk for innsatsen på #1, Ola! 200 kr til laget, 400 kr så langt i år.",
            "Utført. Takk til Kari N. og Ola R.! 400 kr til laget.",
        ],
    );
}

async fn something_happened_and_it_is_asked(db: Db) {
    let mut fjellvik = asked_how_it_went(db).await;
    fjellvik.presses("ola", "Nei, noe skjedde").await;
    fjellvik.says("ola", "spaden knakk, og en potte gikk i golvet").await;
    has(&mut fjellvik, &["Ble #1 gjort likevel?", "[Ja, det ble gjort] [Nei, ikke gjort]"]);
    fjellvik.presses("ola", "Nei, ikke gjort").await;
    has(
        &mut fjellvik,
        &["bot → silje: #1 ble ikke utført, sier Ola Rud.", "bot → ola: Notert: #1 ble ikke gjort ferdig."],
    );
    // Nobody is asked any more.
    fjellvik.time_passes_until("2026-11-23T08:00:00").await;
    assert!(!fjellvik.transcript().contains("Ingen har sagt"));
}

async fn something_happened_and_duty_is_asked(db: Db) {
    let mut fjellvik = asked_how_it_went(db).await;
    fjellvik.presses("ola", "Nei, noe skjedde").await;
    fjellvik.says("ola", "spaden knakk, og en potte gikk i golvet").await;
    fjellvik.forget();
    fjellvik.time_passes_until("2026-11-23T08:30:00").await;
    has(
        &mut fjellvik,
        &[
            "Noe skjedde på #1: Snømåking, søndag 22. november kl. 16–18. Ingen har sagt om det ble gjort.",
            "[Utført] [Ikke utført]",
        ],
    );
    fjellvik.says("anne", "utført #1").await;
    has(
        &mut fjellvik,
        &[
            "bot → silje: #1 er utført.",
            "bot → anne: Notert: #1 er utført.",
            "Utført. Takk til Kari N. og Ola R.! 400 kr til laget.",
        ],
    );
}

async fn duty_says_how_it_went(db: Db) {
    let mut fjellvik = asked_how_it_went(db).await;
    fjellvik.presses("ola", "Ja").await;
    fjellvik.forget();
    fjellvik.says("silje", "#1 ble ikke gjort").await;
    let said = fjellvik.transcript();
    assert!(said.contains("bot → silje: Notert: #1 ble ikke gjort ferdig."), "{said}");
    assert!(!said.contains("200 kr"), "{said}");
    fjellvik.says("anne", "#1 er utført").await;
    has(&mut fjellvik, &["bot → silje: #1 er utført.", "400 kr til laget."]);
    for (who, words) in [("anne", "#1 vart ikkje utført"), ("anne", "#1 was done"), ("anne", "not done #1")]
    {
        fjellvik.says(who, words).await;
        has(&mut fjellvik, &["bot → anne: Notert: #1"]);
    }
}

async fn one_s_own_story(db: Db) {
    let mut fjellvik = asked_how_it_went(db).await;
    fjellvik.says("ola", "Kari måtte gjere alt aleine, eg kom for seint, beklagar").await;
    has(
        &mut fjellvik,
        &["bot → silje: Ola Rud melder fra om #1: «Kari måtte gjere alt aleine", "Ble #1 gjort likevel?"],
    );
    fjellvik.says("kari", "jeg var alene på #1, gikk bra").await;
    has(&mut fjellvik, &["bot → silje: #1 er utført."]);
}
