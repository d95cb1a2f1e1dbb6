//! What things are and what follows from what. No input or output, no clock, no randomness: facts and `now` come in, changes and messages go out.

pub mod holidays;
pub mod service;
