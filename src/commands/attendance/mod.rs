//! Those who come, until it is done: their own words, what duty and the unit say of them, and what went wrong.

pub mod calls;
pub mod deviations;
mod news;
pub mod roll_call;
pub mod trouble;
pub mod urgent;
pub mod words;
