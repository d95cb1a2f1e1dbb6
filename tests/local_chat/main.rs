//! The local chat: the platform on both engines, its page over HTTP, and the page in a browser.

#[path = "../databases/mod.rs"]
mod databases;

mod platform;
mod reach;
mod stub;
mod world;
