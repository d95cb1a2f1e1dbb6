//! An inbox that keeps what it takes in, and can be told to hold or to refuse it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::bail;
use tannhjul::chat::incoming::Event;
use tannhjul::chat::{Inbox, Incoming, TakingIn};
use tokio::sync::Notify;

#[derive(Default)]
pub struct Kept {
    state: Mutex<State>,
    news: Notify,
}

#[derive(Default)]
struct State {
    batches: Vec<(Vec<Incoming>, Option<i64>)>,
    asked: usize,
    holds: bool,
    refusals_left: usize,
}

impl Kept {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether it holds what it is handed, without saying that it took it.
    pub fn holds(&self, holds: bool) {
        self.state().holds = holds;
        self.news.notify_waiters();
    }

    /// Refuses the next `times`.
    pub fn refuses(&self, times: usize) {
        self.state().refusals_left = times;
    }

    /// What was taken in, a batch each, with the offset that came with it.
    pub fn batches(&self) -> Vec<(Vec<Incoming>, Option<i64>)> {
        self.state().batches.clone()
    }

    /// Everything that was said in what was taken in.
    pub fn said(&self) -> Vec<String> {
        let text = |incoming: &Incoming| match &incoming.event {
            Event::Said { text, .. } => Some(text.clone()),
            _ => None,
        };
        self.state().batches.iter().flat_map(|(batch, _)| batch).filter_map(text).collect()
    }

    /// Waits until it has been asked `times` in all.
    pub async fn is_asked(&self, times: usize) {
        self.until(|state| (state.asked >= times).then_some(())).await;
    }

    /// Waits until it has taken in `count` incoming in all, and gives them.
    pub async fn has(&self, count: usize) -> Vec<Incoming> {
        let all = |state: &mut State| {
            let all: Vec<_> = state.batches.iter().flat_map(|(batch, _)| batch.clone()).collect();
            (all.len() >= count).then_some(all)
        };
        self.until(all).await
    }

    async fn until<T>(&self, mut found: impl FnMut(&mut State) -> Option<T>) -> T {
        loop {
            let news = self.news.notified();
            tokio::pin!(news);
            news.as_mut().enable();
            if let Some(found) = found(&mut self.state()) {
                return found;
            }
            news.await;
        }
    }
}

impl Inbox for Kept {
    fn take_in(&self, incoming: Vec<Incoming>, next_offset: Option<i64>) -> TakingIn<'_> {
        Box::pin(async move {
            self.state().asked += 1;
            self.news.notify_waiters();
            self.until(|state| (!state.holds).then_some(())).await;
            {
                let mut state = self.state();
                if state.refusals_left > 0 {
                    state.refusals_left -= 1;
                    bail!("the disk is full");
                }
                state.batches.push((incoming, next_offset));
            }
            self.news.notify_waiters();
            Ok(())
        })
    }
}
