//! What goes wrong outside, one fault each: what people see, what `/readyz` and `/metrics` say, and that it passes by itself.
//!
//! RELIABILITY.md has a row for each of these tests.

#[path = "../support/bot_api/mod.rs"]
#[expect(dead_code, unused_imports, reason = "what happens here is a part of what can")]
mod bot_api;
mod clocks;
#[path = "../databases/mod.rs"]
mod databases;
mod disks;
mod place;
mod platform;
mod postgres;
#[path = "../support/crash/town.rs"]
#[expect(dead_code, reason = "names that are written out here")]
mod town;
mod updates;
