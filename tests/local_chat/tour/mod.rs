//! The guided tour in a browser, with the whole service behind it.

mod astray;
mod demo;
mod pictures;
mod walk;

use serde_json::Value;

use crate::browser::Browser;
use demo::Demo;

/// Makes tests that are ignored where there is no browser.
macro_rules! on_tour {
    ($($scenario:ident),+ $(,)?) => {$(
        mod $scenario {
            #[tokio::test(flavor = "multi_thread")]
            #[cfg_attr(
                not(has_chromium),
                ignore = "Chromium is not installed (Debian: apt-get install chromium chromium-driver, then touch build.rs)"
            )]
            async fn chromium() {
                super::$scenario().await;
            }
        }
    )+};
}
use on_tour;

const GO: &str = "#tour-go";

/// The demonstration's page in a new browser.
async fn open(demo: &Demo, width: u32, height: u32) -> Browser {
    let browser = Browser::open(width, height).await;
    browser.go(demo.page()).await;
    browser.until("document.querySelector('.column')").await;
    browser
}

/// Waits until the tour stands at a step, ready to go on.
async fn stands_at(browser: &Browser, step: &str) {
    browser
        .until(&format!(
            "((tour) => !tour.hidden && tour.dataset.step === '{step}' && tour.getAttribute('aria-busy') === 'false' && \
             document.querySelector('#tour-stuck').hidden)(document.querySelector('#tour'))"
        ))
        .await;
}

/// Clicks the one button, and waits until the tour stands at the next step.
async fn go_on(browser: &Browser, next: &str) {
    browser.click(GO).await;
    stands_at(browser, next).await;
}

/// The steps of the tour in bokmål, up to and with the last.
async fn go_on_to(browser: &Browser, last: &str) {
    for step in walk::STEPS.iter().skip(2) {
        go_on(browser, step).await;
        if *step == last {
            return;
        }
    }
    panic!("no step {last}");
}

async fn has_focus(browser: &Browser, selector: &str) {
    browser.until(&format!("document.activeElement === document.querySelector('{selector}')")).await;
}

/// Whether the page fits its window from side to side.
async fn fits(browser: &Browser) -> Value {
    browser.run("return document.documentElement.scrollWidth <= innerWidth").await
}
