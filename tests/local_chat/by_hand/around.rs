//! What is around the conversations: beginning, the clock, languages, a phone, and whether everybody can use it.

use std::time::Duration;

use serde_json::json;
use tannhjul::chat::local::Say;
use tannhjul::store::Db;

use super::{ANNE, KARI, fjellvik, in_a_browser, open};
use crate::browser::key;
use crate::served::Served;

in_a_browser!(
    on_a_phone_one_plays_one_at_a_time,
    on_a_phone_nothing_is_in_the_way,
    a_newcomer_begins_with_nothing,
    the_clock_is_moved,
    the_page_speaks_three_languages,
    everything_has_a_name_and_can_be_read,
);

/// Everything one can use has a name, and every text stands out from what is behind it (WCAG AA).
const AUDIT: &str = include_str!("../audit.js");

async fn on_a_phone_one_plays_one_at_a_time(db: Db) {
    let served = fjellvik(db).await;
    let browser = open(&served, 390, 844).await;
    browser.sees(".welcome", "Velkommen").await;
    browser.click(".welcome .close").await;
    let shown = "[...document.querySelectorAll('.column')].filter((c) => c.checkVisibility()).length === 1";
    browser.until(shown).await;
    browser.type_into(&format!("{ANNE} textarea"), "hei").await;
    browser.press(key::ENTER).await;
    browser.sees(&format!("{ANNE} .message.bot"), "Jeg hørte: hei").await;
    let kari = "#people li[data-key='p3'] button";
    browser.sees(kari, "1").await;
    browser.click(kari).await;
    browser.sees(&format!("{KARI} .message.bot"), "Oppdrag #17").await;
    browser.until(shown).await;
    browser.until(&format!("document.querySelector(\"{kari} .badge\").hidden")).await;
    let fits = "document.documentElement.scrollWidth <= innerWidth && document.documentElement.scrollHeight <= innerHeight";
    assert_eq!(browser.run(&format!("return {fits}")).await, json!(true));
    browser.click("#move-toggle").await;
    browser.sees("[data-move='hour']", "+1 t").await;
}

/// A tap on a person opens that chat at once, a thumb hits what it aims at, and what the bot answers a press with covers no message.
async fn on_a_phone_nothing_is_in_the_way(db: Db) {
    let served = fjellvik(db).await;
    let browser = open(&served, 390, 844).await;
    browser.sees(".welcome", "Velkommen").await;
    browser.click("#people li[data-key='p3'] button").await;
    browser.sees(&format!("{KARI} .message.bot"), "Oppdrag #17").await;
    browser.until("document.getElementById('welcome').hidden").await;
    let tall = "[...document.querySelectorAll('.message .more, .column > header .info')]
        .filter((button) => button.checkVisibility()).every((button) => button.getBoundingClientRect().height >= 44)";
    assert_eq!(browser.run(&format!("return {tall}")).await, json!(true));
    browser.click(&format!("{KARI} .key")).await;
    browser.until(&format!("document.querySelector(\"{KARI} .toast\")")).await;
    let apart = format!(
        "document.querySelector(\"{KARI} .toast\").getBoundingClientRect().bottom
         <= document.querySelector(\"{KARI} .log\").getBoundingClientRect().top"
    );
    assert_eq!(browser.run(&format!("return {apart}")).await, json!(true));
}

async fn a_newcomer_begins_with_nothing(db: Db) {
    let served = Served::new(db, false).await;
    let browser = open(&served, 1400, 900).await;
    browser.sees(".welcome .steps", "tannhjul apply FIL.toml").await;
    browser.click(".welcome .main").await;
    browser.press("Kari Nes").await;
    browser.press(key::ENTER).await;
    let kari = ".column[data-key='p1']";
    browser.sees(&format!("{kari} .gate"), "har ikke åpnet chatten ennå").await;
    browser.type_into(&format!("{kari} .gate input"), "abcd2345").await;
    browser.press(key::ENTER).await;
    browser.sees(&format!("{kari} .message.own"), "/start abcd2345").await;
    browser.sees(&format!("{kari} .message.bot"), "Jeg hørte: /start abcd2345").await;
    browser.click(&format!("{kari} .join")).await;
    browser.press("Fjellvik IL").await;
    browser.press(key::ENTER).await;
    browser.sees(&format!("{kari} .chats [aria-current]"), "Fjellvik IL").await;
    browser.type_into(&format!("{kari} textarea"), "/kort").await;
    browser.press(key::ENTER).await;
    browser.sees(&format!("{kari} .message.bot"), "Oppdrag #17").await;
    // A name that is taken is said where it was typed.
    browser.click("#add-person").await;
    browser.press("Kari Nes").await;
    browser.press(key::ENTER).await;
    browser.sees("dialog .wrong", "Det navnet er i bruk").await;
    browser.press(key::ESCAPE).await;
    // Block, and be let back in.
    browser.click(&format!("{kari} .chats li:first-child button")).await;
    browser.click(&format!("{kari} .info")).await;
    browser.click("dialog .body .main").await;
    browser.sees(&format!("{kari} .gate"), "har blokkert Tannhjul").await;
    browser.click(&format!("{kari} .gate .main")).await;
    browser.until(&format!("document.querySelector(\"{kari} .gate\").hidden")).await;
    assert!(browser.run("return document.querySelector('#moves').hidden").await.as_bool().expect("a bool"));
}

async fn the_clock_is_moved(db: Db) {
    let served = fjellvik(db).await;
    let browser = open(&served, 1400, 900).await;
    browser.sees("#now", "17:52").await;
    browser.sees("#today", "lørdag 21. november").await;
    browser.sees("#next-at", "(19:00)").await;
    browser.click("[data-move='quarter']").await;
    browser.sees("#now", "18:07").await;
    browser.click("[data-move='next']").await;
    browser.sees("#now", "19:00").await;
    browser.click("[data-move='morning']").await;
    browser.sees("#now", "07:00").await;
    browser.sees("#today", "søndag 22. november").await;
    browser.click("[data-move='choose']").await;
    browser.sees("dialog", "Hvor langt fram?").await;
    browser.run("document.querySelector('dialog input').value = '2026-11-22T06:00'").await;
    browser.click("dialog .main").await;
    browser.sees("dialog .wrong", "Klokka går bare framover").await;
    browser.run("document.querySelector('dialog input').value = '2026-11-22T15:30'").await;
    browser.click("dialog .main").await;
    browser.sees("#now", "15:30").await;
    browser.until("!document.querySelector('dialog').open").await;
}

async fn the_page_speaks_three_languages(db: Db) {
    let served = fjellvik(db).await;
    let browser = open(&served, 1400, 900).await;
    for (language, welcome, day, part) in [
        ("nb", "Velkommen til ei lita bygd", "lørdag 21. november", "Frivillig"),
        ("nn", "Velkomen til ei lita bygd", "laurdag 21. november", "Frivillig"),
        ("en", "Welcome to a small place", "Saturday 21 November", "Volunteer"),
    ] {
        browser.click(&format!("[data-language='{language}']")).await;
        browser.sees(".welcome", welcome).await;
        browser.sees("#today", day).await;
        browser.sees(&format!("{KARI} .part"), part).await;
        browser.until(&format!("document.documentElement.lang === '{language}'")).await;
    }
    // A suggestion puts words where they belong, and does not send them.
    browser.click("[data-try='ask']").await;
    browser.until(&format!("document.activeElement === document.querySelector(\"{ANNE} textarea\")")).await;
    browser
        .until(&format!("document.querySelector(\"{ANNE} textarea\").value.startsWith('Need 2 people')"))
        .await;
    browser.click("[data-try='accept']").await;
    browser.sees(&format!("{KARI} .context"), "Reply to Tannhjul:").await;
    // The choice is remembered.
    browser.go(&served.url("/chat")).await;
    browser.sees(&format!("{KARI} .part"), "Volunteer").await;
}

async fn everything_has_a_name_and_can_be_read(db: Db) {
    let served = fjellvik(db).await;
    let kari = served.chat.view(None).await.expect("a view").people[2].id;
    let group = "g1".parse().expect("a group");
    for text in ["tar den 👍", "Se https://example.org/vei og kom kl. 16", "slettes"] {
        let said = Say { person: kari, chat: group, text: text.to_owned(), reply_to: Some(2), nonce: None };
        let said = served.chat.say(said).await.expect("said").expect("said once");
        if text == "slettes" {
            served.chat.delete(kari, said).await.expect("deleted");
        }
    }
    let browser = open(&served, 1400, 900).await;
    browser.click(&format!("{KARI} .key[data-focus='key 0 0']")).await;
    browser.sees(&format!("{KARI} .toast"), "Takk!").await;
    for (dark, width) in [(false, 1400), (true, 1400), (true, 390)] {
        browser.prefer_dark(dark).await;
        browser.resize(width, 900).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let faults = browser.run(AUDIT).await;
        assert_eq!(faults, json!([]), "dark: {dark}, {width} px wide");
    }
    if let Some(dir) = std::env::var_os("TANNHJUL_PICTURES") {
        browser.picture(&std::path::Path::new(&dir).join("audit.png")).await;
    }
}
