//! The page at `/o/TOKEN` in a real browser, as somebody with a phone meets it.

use std::net::SocketAddr;
use std::path::Path;

use tannhjul::store::Db;
use tokio::net::TcpListener;

use crate::browser::Browser;
use crate::databases;
use crate::town::*;

/// A phone's width and height, in pixels.
const PHONE: (u32, u32) = (390, 844);

#[test]
#[cfg_attr(
    not(has_chromium),
    ignore = "Chromium is not installed (Debian: apt-get install chromium chromium-driver)"
)]
fn a_volunteer_opens_the_task_on_a_phone() {
    databases::on_sqlite(opens_the_task);
}

async fn opens_the_task(db: Db) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let town = Town::reached_at(db, &address).await;
    let app = town.app.clone().into_make_service_with_connect_info::<SocketAddr>();
    let server = tokio::spawn(async { axum::serve(listener, app).await });
    let task = town.task().await;
    let link = format!("{address}{}", town.link_to(&task, KARI).await);

    let browser = Browser::open(PHONE.0, PHONE.1).await;
    browser.go(&link).await;
    browser.sees("h1", "Hei!").await;
    picture(&browser, "greeting").await;
    assert_fits(&browser).await;
    browser.click("button").await;
    browser.sees("dd.big", "Storgata 5 <B>").await;
    browser.sees("dd.big", NAME).await;
    assert_fits(&browser).await;
    picture(&browser, "task").await;
    browser.prefer_dark(true).await;
    picture(&browser, "task-dark").await;
    // It was this browser that opened it: opening it once more works, for another browser it does not.
    browser.go(&link).await;
    browser.click("button").await;
    browser.sees("dd.big", NAME).await;
    assert_eq!(town.views().await.len(), 2);
    assert_eq!(browser.complaints().await, Vec::<String>::new());

    drop(browser);
    let other = Browser::open(PHONE.0, PHONE.1).await;
    other.go(&link).await;
    other.click("button").await;
    other.sees("h1", "ein annan nettlesar").await;
    assert_fits(&other).await;
    picture(&other, "refused").await;
    drop(other);
    server.abort();
}

/// Nothing runs out of the page, and what is to be pressed is large enough for a finger.
async fn assert_fits(browser: &Browser) {
    browser.until("document.documentElement.scrollWidth <= document.documentElement.clientWidth").await;
    browser.until("[...document.querySelectorAll('button, a')].every((e) => e.getBoundingClientRect().height >= 48)").await;
    browser.until("getComputedStyle(document.body).fontSize.replace('px', '') >= 18").await;
}

/// Keeps a picture where `TANNHJUL_PICTURES` says, for people to look at.
async fn picture(browser: &Browser, name: &str) {
    if let Some(folder) = std::env::var_os("TANNHJUL_PICTURES") {
        browser.picture(&Path::new(&folder).join(format!("disclosure-{name}.png"))).await;
    }
}
