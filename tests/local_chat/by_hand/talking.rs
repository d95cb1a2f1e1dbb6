//! Saying, pressing, reacting, and what becomes of it.

use serde_json::{Value, json};
use tannhjul::chat::local::{Part, Place, Say};
use tannhjul::chat::{Chat, Delivery};
use tannhjul::store::Db;

use super::{ANNE, KARI, OLA, fjellvik, in_a_browser, open};
use crate::browser::key;
use crate::stub::plain;
use crate::world::address;

in_a_browser!(
    one_says_and_the_other_sees,
    a_button_is_pressed_and_answered,
    everything_can_be_done_by_keyboard,
    nothing_typed_is_lost_when_the_server_is_away,
    two_windows_stay_in_step,
    what_changed_first_is_not_said_last,
    a_long_conversation_can_be_read_back,
    what_people_write_is_only_words,
);

async fn one_says_and_the_other_sees(db: Db) {
    let served = fjellvik(db).await;
    let browser = open(&served, 1400, 900).await;
    browser.type_into(&format!("{KARI} textarea"), "Skal vi ta kaffe først?").await;
    browser.press(key::ENTER).await;
    browser.sees(&format!("{OLA} .message.other"), "Skal vi ta kaffe først?").await;
    browser.sees(&format!("{KARI} .message.own"), "Skal vi ta kaffe først?").await;
    // Why the bot says nothing to that.
    browser.sees(&format!("{KARI} .toast"), "Bare folk i gruppa så dette").await;
    assert_eq!(browser.run(&format!("return document.querySelector(\"{KARI} textarea\").value")).await, "");

    browser.type_into(&format!("{ANNE} textarea"), "Trenger 2 til snømåking").await;
    browser.click(&format!("{ANNE} .send")).await;
    browser.sees(&format!("{ANNE} .message.bot"), "Jeg hørte: Trenger 2 til snømåking").await;
    assert_eq!(browser.complaints().await, [] as [&str; 0]);
}

async fn a_button_is_pressed_and_answered(db: Db) {
    let served = fjellvik(db).await;
    let browser = open(&served, 1400, 900).await;
    browser.click(&format!("{KARI} .key[data-focus='key 0 0']")).await;
    browser.sees(&format!("{KARI} .toast"), "Takk! Du har plass på #17.").await;
    browser.sees(&format!("{OLA} .message.bot"), "Ledig: 1 av 2").await;
    assert_eq!(browser.run(&format!("return document.querySelector(\"{OLA} .toast\")")).await, Value::Null);
    // A link to the private chat is played as the person in whose column it stands.
    browser.click(&format!("{OLA} .key[data-focus='key 1 0']")).await;
    browser.sees(&format!("{OLA} .message.own"), "/start").await;
    browser.sees(&format!("{OLA} .chats [aria-current]"), "Tannhjul").await;
    assert_eq!(browser.complaints().await, [] as [&str; 0]);
}

async fn everything_can_be_done_by_keyboard(db: Db) {
    let served = fjellvik(db).await;
    let browser = open(&served, 1400, 900).await;
    browser.run(&format!("document.querySelector(\"{KARI} textarea\").focus()")).await;
    // Back from the composer: the card's buttons, then the card.
    let back = format!("{}{}{}", key::SHIFT, key::TAB, key::RELEASE);
    browser.press(&back).await;
    browser.until("document.activeElement.textContent.includes('Åpne chat med meg')").await;
    for _ in 0..4 {
        browser.press(&back).await;
    }
    browser.until("document.activeElement.matches('.message')").await;
    browser.press(key::ENTER).await;
    browser.until("document.activeElement.closest('.choices')").await;
    browser.press(key::ENTER).await;
    browser.sees(&format!("{OLA} .reaction"), "👍").await;
    browser.until("document.activeElement.matches('.message')").await;
    browser.press(key::ENTER).await;
    browser.press(&key::TAB.repeat(6)).await;
    browser.until("document.activeElement.textContent === 'Svar'").await;
    browser.press(key::ENTER).await;
    browser.until(&format!("document.activeElement === document.querySelector(\"{KARI} textarea\")")).await;
    browser.press("tar den").await;
    browser.press(key::ENTER).await;
    browser.sees(&format!("{OLA} .message.other .quote"), "Oppdrag #17").await;
    // The bot's thumb on it.
    browser
        .until(&format!("document.querySelectorAll(\"{OLA} .message.other .reaction\").length === 1"))
        .await;
    // An edit of the last, by arrow up.
    browser.until(&format!("document.querySelector(\"{KARI} textarea\").value === ''")).await;
    browser.press(key::UP).await;
    browser.sees(&format!("{KARI} .context"), "Du endrer meldingen").await;
    browser.press(" likevel").await;
    browser.press(key::ENTER).await;
    browser.sees(&format!("{OLA} .message.other"), "tar den likevel").await;
    browser.sees(&format!("{OLA} .message.other .meta"), "endret").await;
    // Escape leaves a reply be.
    browser.press(&back).await;
    browser.press(key::ESCAPE).await;
    assert_eq!(browser.complaints().await, [] as [&str; 0]);
}

async fn nothing_typed_is_lost_when_the_server_is_away(db: Db) {
    let mut served = fjellvik(db).await;
    let browser = open(&served, 1400, 900).await;
    served.stop();
    browser.type_into(&format!("{ANNE} textarea"), "Trenger 2 til snømåking").await;
    browser.press(key::ENTER).await;
    browser.sees("#banner", "Får ikke kontakt med Tannhjul").await;
    let written = format!("document.querySelector(\"{ANNE} textarea\").value === 'Trenger 2 til snømåking'");
    browser.until(&written).await;
    served.restart().await;
    browser.until("document.querySelector('#banner').hidden").await;
    browser.until(&written).await;
    // Also over a reload of the page.
    browser.go(&served.url("/chat")).await;
    browser.until(&format!("document.querySelector(\"{ANNE}\") && {written}")).await;
    browser.click(&format!("{ANNE} .send")).await;
    browser.sees(&format!("{ANNE} .message.bot"), "Jeg hørte: Trenger 2 til snømåking").await;
}

async fn two_windows_stay_in_step(db: Db) {
    let served = fjellvik(db).await;
    let browser = open(&served, 1400, 900).await;
    let (first, second) = browser.second_window(&served.url("/chat")).await;
    browser.type_into(&format!("{KARI} textarea"), "hei der").await;
    browser.press(key::ENTER).await;
    browser.switch_to(&first).await;
    browser.sees(&format!("{OLA} .message.other"), "hei der").await;
    browser.type_into(&format!("{OLA} textarea"), "hei selv").await;
    browser.press(key::ENTER).await;
    browser.switch_to(&second).await;
    browser.sees(&format!("{KARI} .message.other"), "hei selv").await;
}

/// A page is told of what is new in the order in which it changed last, and shows it in the order in which it was said.
async fn what_changed_first_is_not_said_last(db: Db) {
    let mut served = fjellvik(db).await;
    let browser = open(&served, 1400, 900).await;
    served.stop();
    let group = Place::Group("g1".parse().expect("a group"));
    let chat = &served.chat;
    let post = async |text: &str| {
        let text = plain(text);
        chat.deliver(Delivery::Post { to: address(group), text, reply_to: None }).await.expect("posted")
    };
    let first = post("den første").await.message.expect("a name");
    post("den andre").await;
    let text = plain("den første, endret");
    chat.deliver(Delivery::Edit { to: address(group), message: first, text }).await.expect("edited");
    served.restart().await;
    browser.sees(&format!("{OLA} .message"), "den første, endret").await;
    let shown = format!(
        "return [...document.querySelectorAll(\"{OLA} .text\")].map((text) => text.textContent).slice(-2)"
    );
    assert_eq!(browser.run(&shown).await, json!(["den første, endret", "den andre"]));
    // They count as read where they are shown, and the page goes on.
    browser.until("document.querySelector('#banner').hidden").await;
    browser.until("document.querySelector(\"#people li[data-key='p4'] .badge\").hidden").await;
}

async fn a_long_conversation_can_be_read_back(db: Db) {
    let served = fjellvik(db).await;
    let kari = served.chat.view(None).await.expect("a view").people[2].id;
    for number in 0..150 {
        let chat = Place::Group("g1".parse().expect("a group"));
        let said = Say { person: kari, chat, text: format!("linje {number}."), reply_to: None, nonce: None };
        served.chat.say(said).await.expect("said");
    }
    let browser = open(&served, 1400, 900).await;
    browser.sees(&format!("{OLA} .message"), "linje 149.").await;
    let log = format!("document.querySelector(\"{OLA} .log\")");
    browser.until(&format!("{log}.scrollTop + {log}.clientHeight >= {log}.scrollHeight - 2")).await;
    for shown in [120, 151] {
        browser.run(&format!("{log}.scrollTop = 0")).await;
        browser.click(&format!("{OLA} .back")).await;
        browser.until(&format!("{log}.querySelectorAll('.message').length === {shown}")).await;
        // What was being read stays in view.
        assert!(browser.run(&format!("return {log}.scrollTop > 500")).await.as_bool().expect("a bool"));
    }
    // Who reads further up is not torn away by what comes, and is told of it.
    browser.run(&format!("{log}.scrollTop = 0")).await;
    browser.type_into(&format!("{KARI} textarea"), "nytt").await;
    browser.press(key::ENTER).await;
    browser.click(&format!("{OLA} .newer")).await;
    browser.until(&format!("{log}.scrollTop + {log}.clientHeight >= {log}.scrollHeight - 2")).await;
    browser.sees(&format!("{OLA} .message"), "nytt").await;
}

async fn what_people_write_is_only_words(db: Db) {
    const TRICK: &str = "<img src=x onerror=\"document.title='tricked'\"><b>'\"`${1}</b>";
    let served = fjellvik(db).await;
    let trickster = served.chat.add_person(TRICK, Some(Part::Volunteer), None).await.expect("a person");
    let group = served.chat.add_group(TRICK).await.expect("a group");
    served.chat.join(group, trickster).await.expect("joined");
    let said = Say {
        person: trickster,
        chat: Place::Group(group),
        text: format!("{TRICK} https://example.org/\"onclick=x"),
        reply_to: None,
        nonce: None,
    };
    served.chat.say(said).await.expect("said");
    let browser = open(&served, 1400, 900).await;
    browser.click("#people li[data-key='p5'] button").await;
    browser.sees(".column[data-key='p5'] .message", TRICK).await;
    browser.click(".column[data-key='p5'] .info").await;
    browser.sees("dialog", TRICK).await;
    assert_eq!(browser.run("return document.title").await, "Tannhjul – prøv selv");
    assert_eq!(browser.run("return document.querySelectorAll('b, img[src=x], a[onclick]').length").await, 0);
    assert_eq!(browser.complaints().await, [] as [&str; 0]);
}
