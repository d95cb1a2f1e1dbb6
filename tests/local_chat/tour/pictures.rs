//! The pictures of the README, taken on the tour.

use std::path::Path;

use super::demo::Demo;
use super::{go_on, open, stands_at, walk};
use crate::browser::Browser;

/// Writes `docs/pictures`: `cargo test --test local_chat tour::pictures -- --ignored`
#[tokio::test(flavor = "multi_thread")]
#[ignore = "writes docs/pictures"]
async fn pictures_of_the_tour() {
    let demo = Demo::start();
    let browser = open(&demo, 1360, 780).await;
    browser.prefer_calm().await;
    browser.hide_scroll_bars().await;
    browser.click("[data-language='nb']").await;
    browser.click("[data-try='tour']").await;
    stands_at(&browser, walk::STEPS[1]).await;
    for step in &walk::STEPS[2..] {
        go_on(&browser, step).await;
        match *step {
            "dry" => picture(&browser, "request").await,
            "reserve" => picture(&browser, "replies").await,
            "answer" => picture(&browser, "duty").await,
            "verdict" => picture(&browser, "done").await,
            _ => {}
        }
    }
    // And on a phone, in English.
    browser.click("[data-language='en']").await;
    browser.resize(390, 780).await;
    browser.click("#tour-other").await;
    stands_at(&browser, walk::STEPS[0]).await;
    for step in &walk::STEPS[1..] {
        go_on(&browser, step).await;
        if *step == "substitute" {
            return picture(&browser, "phone").await;
        }
    }
}

/// Keeps a picture. What is shown for a few seconds only would make it another each time.
async fn picture(browser: &Browser, name: &str) {
    browser.run("document.querySelectorAll('.toast').forEach((toast) => toast.remove())").await;
    let folder = Path::new("docs/pictures");
    std::fs::create_dir_all(folder).expect("a folder");
    browser.picture(&folder.join(format!("{name}.png"))).await;
}
