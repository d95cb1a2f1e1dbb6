//! Those who come, until it is done: their own words, what duty and the unit say of them, and what went wrong.

pub mod calls;
pub mod deviations;
pub mod roll_call;
pub mod trouble;
pub mod words;
