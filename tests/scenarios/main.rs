//! The scenes of a volunteer dispatcher's day, played through the whole service on both engines, as the chat shows them.

#[path = "../databases/mod.rs"]
mod databases;
mod acts;
mod fake_chat;
mod world;

mod ladder;
mod duty_buttons;
mod ladder_clock;
mod odd_replies;
mod replies;
mod requests;
mod same_answer;
mod simulation;
mod storm;
mod substitutes;
mod unreachable;
mod withdrawal;
