//! The Telegram channel against a fake Bot API over HTTP.

#[path = "../support/bot_api/mod.rs"]
#[expect(dead_code, unused_imports, reason = "other suites let other things happen")]
mod bot_api;
mod chance;
#[path = "../databases/mod.rs"]
mod databases;
mod fake;
mod hook;
mod kept;
mod parsing;
mod polling;
mod sending;
mod starting;
mod two_processes;
mod whole;
