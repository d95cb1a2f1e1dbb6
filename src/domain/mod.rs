//! What things are and what follows from what. No input or output, no clock, no randomness: facts and `now` come in, changes and messages go out.

pub mod answer;
pub mod holidays;
pub mod ids;
pub mod ladder;
pub mod language;
pub mod local_time;
pub mod plan;
pub mod service;
pub mod task;
