//! The whole tour, by its one button, in every language.

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::json;
use tannhjul::domain::ids::TaskNumber;
use tannhjul::domain::language::Language;
use tannhjul::domain::service::ServiceKind;
use tannhjul::text::Message;
use tannhjul::text::argument::{Names, Ore, Window};

use super::demo::Demo;
use super::{GO, fits, go_on, on_tour, open, stands_at};
use crate::browser::Browser;

on_tour!(everybody_is_led_through_every_scene);

/// Every step in its order; the first is not taken in bokmål, which everybody there has chosen.
pub const STEPS: [&str; 28] = [
    "language",
    "ask",
    "dry",
    "send",
    "accept",
    "thumb",
    "reserve",
    "sick",
    "substitute",
    "second",
    "next",
    "duty",
    "answer",
    "town",
    "evening",
    "confirm",
    "call",
    "reminder",
    "late",
    "start",
    "there",
    "silent",
    "begun",
    "after",
    "done",
    "verdict",
    "useful",
    "end",
];

/// Everything one can use has a name, and every text stands out from what is behind it (WCAG AA).
const AUDIT: &str = include_str!("../audit.js");

async fn everybody_is_led_through_every_scene() {
    let demo = Demo::start();
    let browser = open(&demo, 1400, 900).await;
    browser.click("[data-language='nb']").await;
    browser.click("[data-try='tour']").await;
    walk(&browser, Language::Nb).await;
    // The next one begins with a clean slate.
    browser.click("[data-language='nn']").await;
    browser.click("#tour-other").await;
    walk(&browser, Language::Nn).await;
    browser.prefer_dark(true).await;
    browser.click("[data-language='en']").await;
    browser.click(GO).await;
    browser.click("#tour-open").await;
    stands_at(&browser, "intro").await;
    browser.click(GO).await;
    walk(&browser, Language::En).await;
    assert_eq!(browser.complaints().await, [] as [&str; 0]);
}

/// Takes every step by the one button. After each the messages that it is about are pointed at and can be seen; on a phone the one that counts.
async fn walk(browser: &Browser, language: Language) {
    let steps = if language == Language::Nb { &STEPS[1..] } else { &STEPS[..] };
    stands_at(browser, steps[0]).await;
    for step in &steps[1..] {
        go_on(browser, step).await;
        for words in shown_at(step, language) {
            browser.sees(".message.pointed", &words).await;
        }
        let texts = browser.run("return document.querySelector('#tour').innerText").await;
        assert!(!texts.as_str().expect("texts").contains("tour_"), "{step} lacks words: {texts}");
        browser.resize(390, 844).await;
        browser
            .until("[...document.querySelectorAll('.message.pointed')].some((message) => message.checkVisibility())")
            .await;
        assert_eq!(fits(browser).await, json!(true), "{step} in {language:?}");
        browser.resize(1400, 900).await;
    }
    assert_eq!(browser.run(AUDIT).await, json!([]), "{language:?}");
}

/// What the bot has said when the tour comes to a step, first of all the messages that the scenes are about.
fn shown_at(step: &str, language: Language) -> Vec<String> {
    let (number, snow) = (TaskNumber(1), TaskNumber(2));
    let (service, window) = (ServiceKind::MealDelivery, window(22, 16));
    let messages = match step {
        "dry" => vec![Message::ReadBack, Message::AddressKept],
        "send" => vec![Message::DryRunHead],
        "accept" => vec![Message::CardFree { free: 2, places: 2 }],
        "thumb" => vec![Message::CardFree { free: 1, places: 2 }, coming(["Kari N."])],
        "reserve" => vec![Message::CardFull, coming(["Kari N.", "Ola R."])],
        "sick" => vec![Message::Queued { number, service, window, position: 1, people: 1 }],
        "substitute" => vec![Message::WithdrawnIll { number, name: "Kari".to_owned(), window }],
        "second" => vec![Message::CardFull, coming(["Ola R.", "Eva L."])],
        "next" | "duty" => vec![Message::CardFree { free: 2, places: 2 }],
        "answer" => vec![Message::Hole {
            number: snow,
            service: ServiceKind::SnowClearing,
            missing: 2,
            places: 2,
            window: self::window(21, 17),
        }],
        "town" => vec![Message::AnswerNobody { number: snow, window: self::window(21, 17) }],
        "evening" => vec![Message::TownHasIt { number: snow }],
        "confirm" => vec![Message::ConfirmAsk { number, service, window }],
        "call" => vec![Message::ConfirmedThanks { number }],
        "reminder" => vec![Message::CallMadeNoted { number }],
        "late" => vec![Message::StartReminder { number, service, window }],
        "there" => vec![Message::CheckInAsk { number, service }],
        "silent" | "after" => vec![Message::CheckedInNoted { number }],
        "begun" => vec![Message::CheckInAgain { number }],
        "done" => vec![Message::CompletionAsk { number }],
        "verdict" => {
            let names = Names(["Ola R.", "Eva L."].map(str::to_owned).to_vec());
            vec![Message::CardDoneClub { names, amount: Ore(30_000) }]
        }
        "useful" => vec![Message::VerdictAsk { number, service, window }],
        "end" => vec![Message::VerdictNoted { number }],
        _ => vec![],
    };
    messages.iter().map(|message| message.in_language(language)).collect()
}

fn coming<const N: usize>(names: [&str; N]) -> Message {
    Message::CardComing { names: Names(names.map(str::to_owned).to_vec()) }
}

/// Two hours in November 2026, wall clock.
fn window(day: u32, hour: u32) -> Window {
    let at = |hour| -> NaiveDateTime {
        let day = NaiveDate::from_ymd_opt(2026, 11, day).expect("a day");
        day.and_hms_opt(hour, 0, 0).expect("a time")
    };
    Window { start: at(hour), end: at(hour + 2), dated: false }
}
