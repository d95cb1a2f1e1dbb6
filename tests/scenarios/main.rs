//! The scenes of a volunteer dispatcher's day, played through the whole service on both engines, as the chat shows them.

#[path = "../databases/mod.rs"]
mod databases;
mod fake_chat;
mod world;

mod joining;
mod ladder;
mod missing_parts;
mod not_promised;
mod privacy;
mod replies;
mod requests;
mod storm;
mod who_may_ask;
mod withdrawal;
