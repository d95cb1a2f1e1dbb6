//! Tannhjul: the small wheel between a municipality and its voluntary organisations.
//!
//! The way of a message: [`chat`] takes it in, `engine` stores and hands it on, `commands` says whose business it is, [`domain`] decides,
//! [`store`] keeps what follows, and `engine` delivers what is to be said.

#![forbid(unsafe_code)]

pub mod app;
pub mod apply;
pub mod audit;
pub mod chat;
pub mod cli;
pub mod clock;
pub mod commands;
pub mod config;
pub mod domain;
pub mod engine;
pub mod fault;
pub mod http;
pub mod language;
pub mod mail;
pub mod metrics;
pub mod secret;
pub mod store;
pub mod text;
pub mod toml_text;

/// The stack of each thread that handles messages. They are handled some dozens of calls deep, which in an unoptimised build takes more than the two
/// megabytes that a thread has otherwise. What is not touched takes no memory.
pub const STACK_BYTES: usize = 8 << 20;

// What tests of the store share with the programs in `tests`, which know this crate by its name.
#[cfg(test)]
#[path = "../tests/databases/mod.rs"]
mod databases;
#[cfg(test)]
extern crate self as tannhjul;
