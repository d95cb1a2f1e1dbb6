//! The page in a browser, as somebody who tries it would use it.

mod around;
mod talking;

use tannhjul::chat::local::{Part, Place};
use tannhjul::chat::{Chat, Delivery};
use tannhjul::store::Db;

use super::browser::Browser;
use super::served::Served;
use super::stub::card;
use super::world::address;

/// Makes tests that are ignored where there is no browser.
macro_rules! in_a_browser {
    ($($scenario:ident),+ $(,)?) => {$(
        mod $scenario {
            #[test]
            #[cfg_attr(
                not(has_chromium),
                ignore = "Chromium is not installed (Debian: apt-get install chromium chromium-driver, then touch build.rs)"
            )]
            fn chromium() {
                $crate::databases::on_sqlite(super::$scenario);
            }
        }
    )+};
}
use in_a_browser;

const ANNE: &str = ".column[data-key='p1']";
const KARI: &str = ".column[data-key='p3']";
const OLA: &str = ".column[data-key='p4']";

/// Anne of the municipality, Berit who coordinates, Kari and Ola who help; a card in Fjellvik IL.
async fn fjellvik(db: Db) -> Served {
    let served = Served::new(db, true).await;
    let chat = &served.chat;
    let mut people = Vec::new();
    for (name, part) in [
        ("Anne Vik", Part::Staff),
        ("Berit Moen", Part::Coordinator),
        ("Kari Nes", Part::Volunteer),
        ("Ola Ruud", Part::Volunteer),
    ] {
        people.push(chat.add_person(name, Some(part), None).await.expect("a person"));
    }
    let group = chat.add_group("Fjellvik IL").await.expect("a group");
    for volunteer in &people[2..] {
        chat.join(group, *volunteer).await.expect("joined");
    }
    chat.start(people[0], "").await.expect("started");
    let to = address(Place::Group(group));
    chat.deliver(Delivery::Post { to, text: card(2), reply_to: None }).await.expect("posted");
    served
}

async fn open(served: &Served, width: u32, height: u32) -> Browser {
    let browser = Browser::open(width, height).await;
    browser.go(&served.url("/chat")).await;
    browser.until("document.querySelector('.column, .empty-handed')").await;
    browser
}
