//! What is served over HTTP.

pub mod local_chat;
