//! Those who come, until it is done: their own words, what duty and the unit say of them, and what went wrong.

pub mod addressed;
pub mod after_all;
pub mod calls;
pub mod calm;
pub mod deviations;
mod news;
pub mod not_to_be_rung;
pub mod progress;
pub mod roll_call;
pub mod settled;
pub mod staff;
pub mod trouble;
pub mod urgent;
pub mod words;
