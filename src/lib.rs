//! Tannhjul: the small wheel between a municipality and its voluntary organisations.

pub mod domain;
pub mod language;
