//! What things are and what follows from what. No input or output, no clock, no randomness: facts and `now` come in, changes and messages go out.

pub mod answer;
pub mod attendance;
pub mod check;
pub mod day_list;
pub mod draft;
pub mod duty;
pub mod email;
pub mod holidays;
pub mod ids;
pub mod ladder;
pub mod language;
pub mod local_time;
pub mod mail;
pub mod org_number;
pub mod permission;
pub mod phone;
pub mod place;
pub mod plan;
pub mod reach;
pub mod recipient;
pub mod report;
pub mod role;
pub mod service;
pub mod task;
