//! What is kept: one file a family of tables, every operation one SQL text for both engines.

pub mod absence;
pub mod alone;
pub mod api;
pub mod backup;
pub mod check;
pub mod db;
pub mod deviations;
pub mod due;
pub mod erasure;
pub mod export;
pub mod finding;
pub mod groups;
pub mod history;
pub mod inbox;
pub mod invites;
pub mod lease;
pub mod lists;
pub mod local_chat;
pub mod mail;
pub mod memory;
pub mod misread;
pub mod outbox;
pub mod own_data;
pub mod passing;
pub mod people;
pub mod reach;
pub mod readings;
pub mod recall;
pub mod requests;
pub mod restored;
pub mod sending;
pub mod set_up;
pub mod settings;
pub mod tasks;
pub mod town;

pub use db::{Db, Tx};
