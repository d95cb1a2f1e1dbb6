//! What is kept: one file a family of tables, every operation one SQL text for both engines.

pub mod db;
pub mod local_chat;

pub use db::{Db, Tx};
