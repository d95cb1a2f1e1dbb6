//! The readers hold what they promise: on the corpus, and on anything that can be typed.

mod chance;
mod corpus;
