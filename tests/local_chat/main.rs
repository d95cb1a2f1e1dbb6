//! The local chat: the platform on both engines, its page over HTTP, and the page in a browser.

#[path = "../browser/mod.rs"]
mod browser;
mod by_hand;
#[path = "../databases/mod.rs"]
mod databases;

mod http;
mod platform;
mod reach;
mod served;
mod stub;
mod tour;
mod world;
