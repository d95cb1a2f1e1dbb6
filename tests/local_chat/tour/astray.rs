//! The tour left, taken up again, taken by keyboard, and led astray.

use serde_json::json;

use super::demo::Demo;
use super::{GO, fits, go_on, go_on_to, has_focus, on_tour, open, stands_at};
use crate::browser::key;

on_tour!(
    it_is_left_and_taken_up_again,
    a_visitor_may_do_a_step_in_the_chat,
    the_keyboard_is_enough,
    what_does_not_come_is_said_and_one_may_begin_afresh,
    what_fails_on_the_way_may_be_tried_again,
    on_a_phone_there_is_room_for_it,
);

const SILJE: &str = ".column[data-key='p4']";
const KARI: &str = ".column[data-key='p10']";

async fn it_is_left_and_taken_up_again() {
    let demo = Demo::start();
    let browser = open(&demo, 1400, 900).await;
    browser.click("[data-try='tour']").await;
    go_on_to(&browser, "send").await;
    browser.click("#tour-leave").await;
    has_focus(&browser, "#tour-open").await;
    browser.sees(".welcome", "Fortsett omvisningen").await;
    assert_eq!(browser.run("return document.querySelectorAll('.pointed, .wanted').length").await, 0);
    // Something else in the meantime does not trouble it.
    browser.type_into(&format!("{KARI} textarea"), "Skal vi ta kaffe først?").await;
    browser.press(key::ENTER).await;
    browser.sees(&format!("{KARI} .message.own"), "kaffe").await;
    browser.click("#tour-open").await;
    stands_at(&browser, "send").await;
    has_focus(&browser, GO).await;
    go_on(&browser, "accept").await;
    // A reload, also of a page that was left, and another language on the way.
    browser.go(demo.page()).await;
    stands_at(&browser, "accept").await;
    browser.click("[data-language='en']").await;
    browser.sees(GO, "Kari replies").await;
    go_on(&browser, "thumb").await;
    browser.sees(".message.own", "I'll take it").await;
    browser.click("#tour-leave").await;
    browser.go(demo.page()).await;
    browser.click("#tour-open").await;
    stands_at(&browser, "thumb").await;
    browser.click("[data-language='nb']").await;
    go_on(&browser, "reserve").await;
    browser.sees(".message.pointed", "Kommer: Kari N. og Ola R.").await;
    assert_eq!(browser.complaints().await, [] as [&str; 0]);
}

async fn a_visitor_may_do_a_step_in_the_chat() {
    let demo = Demo::start();
    let browser = open(&demo, 1400, 900).await;
    browser.click("[data-try='tour']").await;
    go_on_to(&browser, "dry").await;
    browser.click(&format!("{SILJE} .key.wanted")).await;
    stands_at(&browser, "send").await;
    browser.click(&format!("{SILJE} .key.wanted")).await;
    stands_at(&browser, "accept").await;
    browser.click(&format!("{KARI} .key[data-focus='key 0 0']")).await;
    stands_at(&browser, "thumb").await;
    // What was done while the page was elsewhere counts too.
    browser.click("#tour-leave").await;
    browser.click("#people li[data-key='p11'] button").await;
    browser.click(".column[data-key='p11'] .chats li:nth-child(2) button").await;
    browser.click(".column[data-key='p11'] .key[data-focus='key 0 0']").await;
    browser.sees(&format!("{KARI} .message"), "Kommer: Kari N. og Ola R.").await;
    browser.click("#tour-open").await;
    stands_at(&browser, "reserve").await;
    go_on(&browser, "sick").await;
}

async fn the_keyboard_is_enough() {
    let demo = Demo::start();
    let browser = open(&demo, 1400, 900).await;
    browser.prefer_calm().await;
    browser.run("document.querySelector('#help').focus()").await;
    browser.press(&format!("{}{}{}", key::SHIFT, key::TAB, key::RELEASE)).await;
    has_focus(&browser, "#tour-open").await;
    browser.press(key::ENTER).await;
    stands_at(&browser, "ask").await;
    for step in ["dry", "send", "accept", "thumb"] {
        has_focus(&browser, GO).await;
        browser.press(key::ENTER).await;
        stands_at(&browser, step).await;
    }
    // Who has asked for calm sees nothing move.
    let moving = "return ['.tour-mark', '.message.pointed .bubble'].map((s) => getComputedStyle(document.querySelector(s))) \
                  .filter((style) => style.transitionDuration !== '0s' || style.animationName !== 'none').length";
    assert_eq!(browser.run(moving).await, 0);
    // A screen reader hears each step.
    assert_eq!(
        browser.run("return document.querySelector('#tour-text').closest('[aria-live]').ariaLive").await,
        "polite"
    );
    browser.press(key::ESCAPE).await;
    has_focus(&browser, "#tour-open").await;
    browser.until("document.querySelector('#tour').hidden").await;
    browser.press(key::ENTER).await;
    stands_at(&browser, "thumb").await;
    has_focus(&browser, GO).await;
}

async fn what_does_not_come_is_said_and_one_may_begin_afresh() {
    let demo = Demo::start();
    let browser = open(&demo, 1400, 900).await;
    browser.click("[data-try='tour']").await;
    go_on_to(&browser, "accept").await;
    // Somebody takes the bot out of the group: it does not hear Kari.
    browser.click(&format!("{KARI} .info")).await;
    browser.click("dialog .row button").await;
    browser.until("!document.querySelector('dialog').open").await;
    browser.click(GO).await;
    browser.sees("#tour-stuck", "kom ikke").await;
    has_focus(&browser, "#tour-stuck").await;
    browser.sees(GO, "Begynn på nytt").await;
    // The next one can't be taken either: there is no place to be reserve for.
    browser.click("#tour-other").await;
    stands_at(&browser, "thumb").await;
    browser.click(GO).await;
    browser.sees("#tour-stuck", "kom ikke").await;
    browser.click(GO).await;
    stands_at(&browser, "ask").await;
    browser.sees("#now", "11:00").await;
    assert_eq!(browser.run("return document.body.innerText.includes('Oppdrag #1')").await, json!(false));
    go_on_to(&browser, "thumb").await;
}

async fn what_fails_on_the_way_may_be_tried_again() {
    let demo = Demo::start();
    let browser = open(&demo, 1400, 900).await;
    browser.click("[data-try='tour']").await;
    stands_at(&browser, "ask").await;
    browser.cut_off(true).await;
    browser.click(GO).await;
    browser.sees("#tour-stuck", "Får ikke kontakt").await;
    browser.sees(GO, "La Silje be om hjelp").await;
    browser.cut_off(false).await;
    browser.until("document.querySelector('#banner').hidden").await;
    go_on(&browser, "dry").await;
    // She has asked once; the code with which she joined was deleted, and nothing stands in its place.
    let said = format!("return document.querySelectorAll(\"{SILJE} .message.own\").length");
    assert_eq!(browser.run(&said).await, 1);
}

async fn on_a_phone_there_is_room_for_it() {
    let demo = Demo::start();
    let browser = open(&demo, 390, 844).await;
    browser.sees(".welcome", "Velkommen").await;
    browser.click("[data-try='tour']").await;
    stands_at(&browser, "ask").await;
    go_on_to(&browser, "accept").await;
    // What has come is in view above the panel.
    let seen = "((card, tour) => card.bottom <= tour.top + 1 && tour.bottom <= innerHeight + 1)\
                (document.querySelector('.message.pointed').getBoundingClientRect(), \
                 document.querySelector('#tour').getBoundingClientRect())";
    browser.until(seen).await;
    assert_eq!(fits(&browser).await, json!(true));
    browser.press(key::ESCAPE).await;
    has_focus(&browser, "#help").await;
    browser.sees(".welcome .main", "Fortsett omvisningen").await;
    browser.click("[data-try='tour']").await;
    stands_at(&browser, "accept").await;
}
