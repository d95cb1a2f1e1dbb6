//! The scenes of a volunteer dispatcher's day, played through the whole service on both engines, as the chat shows them.

mod acts;
#[path = "../support/copies.rs"]
mod copies;
#[path = "../databases/mod.rs"]
mod databases;
mod fake_chat;
#[path = "../support/smtp.rs"]
mod smtp;
mod world;

mod afterwards;
mod audit;
mod away;
mod call_items;
mod chance;
mod changes;
mod check;
mod closed;
mod day_list;
mod duty_buttons;
mod everyday;
mod hand_over;
mod history;
mod hole_in_words;
mod ill;
mod in_trouble;
mod joining;
mod ladder;
mod ladder_clock;
mod mailing;
mod misread;
mod missing_parts;
mod my_data;
mod not_promised;
mod notes;
mod nothing_left_to_answer;
mod odd_replies;
mod old_buttons;
mod on_the_way;
mod open_questions;
mod out_of_reach;
mod permissions;
mod planted;
mod privacy;
mod putting_in;
mod reach;
mod reach_lost;
mod replies;
mod requests;
mod restoring;
mod rota;
mod rung;
mod same_answer;
mod scene_5_6;
mod several_changes;
mod short_answers;
mod simulation;
mod storm;
mod substitutes;
mod taken_off;
mod told_at_once;
mod uncovered;
mod unreachable;
mod who_may_ask;
mod with_a_but;
mod withdrawal;
