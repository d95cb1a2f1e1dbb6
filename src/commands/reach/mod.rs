//! Who can be reached: what a ladder could reach when a task is opened, who asks to see it, and who is told when it gets worse.

pub mod ladder;
pub mod list;
pub mod watch;
