//! What became of everything, and whether a rule was broken.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::time::Duration;

use anyhow::Context;
use serde_json::Value;
use sqlx::types::Json;
use tannhjul::domain::language::Language;
use tannhjul::domain::task::Change;
use tannhjul::store::Db;
use tannhjul::store::outbox::Body;

use super::crowd::{Crowd, number_after};
use crate::bot_api::BotApi;

/// The counts of one trial, and every fault that was found.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    pub kills: usize,
    pub acknowledged: usize,
    pub needs: usize,
    pub tasks: usize,
    pub answers: usize,
    pub withdrawals: usize,
    pub receipts: Said,
    pub reminders: Said,
    pub escalations: Said,
    /// Tasks that ended with places empty.
    pub holes: usize,
    pub faults: Vec<String>,
}

/// What became of the messages of one purpose.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said {
    pub written: usize,
    pub once: usize,
    pub twice: usize,
    pub never: usize,
}

/// Waits until everything that was begun has come to its end.
pub async fn until_at_rest(db: &Db, patience: Duration) -> anyhow::Result<()> {
    const LEFT: [&str; 4] = [
        "SELECT COUNT(*) FROM inbox WHERE state = 'new'",
        "SELECT COUNT(*) FROM outbox WHERE state IN ('pending', 'sending')",
        "SELECT COUNT(*) FROM task WHERE state = 'open'",
        // Hours after a task somebody may still be asked how it went.
        "SELECT COUNT(*) FROM due WHERE subject_kind = 'task'",
    ];
    let began = tokio::time::Instant::now();
    let mut calm = 0;
    loop {
        let mut counts = Vec::new();
        for sql in LEFT {
            let (count,): (i64,) = db.read().await?.one(sql, ()).await?;
            counts.push(count);
        }
        calm = if counts.iter().all(|count| *count == 0) { calm + 1 } else { 0 };
        // What is done at one instant may leave something for the next.
        if calm == 5 {
            return Ok(());
        }
        anyhow::ensure!(
            began.elapsed() < patience,
            "left over of inbox, outbox, tasks and clocks: {counts:?}"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

impl Verdict {
    pub async fn of(db: &Db, telegram: &BotApi, crowd: &Crowd, kills: usize) -> anyhow::Result<Self> {
        let mut verdict = Self {
            kills,
            needs: crowd.needs,
            answers: crowd.yes.len(),
            withdrawals: crowd.withdrew.len(),
            ..Self::default()
        };
        verdict.judge_inbox(db, telegram).await?;
        verdict.judge_messages(db, telegram).await?;
        verdict.judge_places(db, telegram, crowd).await?;
        verdict.judge_history(db).await?;
        Ok(verdict)
    }

    /// Whatever was acknowledged has been handled.
    async fn judge_inbox(&mut self, db: &Db, telegram: &BotApi) -> anyhow::Result<()> {
        let rows: Vec<(String, String)> =
            db.read().await?.all("SELECT update_id, state FROM inbox", ()).await?;
        let states: HashMap<String, String> = rows.into_iter().collect();
        let (count, first) = telegram.updates();
        let confirmed = telegram.confirmed().unwrap_or(first);
        self.acknowledged = usize::try_from(confirmed - first)?;
        for update in first..first + count {
            match states.get(&update.to_string()).map(String::as_str) {
                Some("done") => {}
                Some(state) => self.faults.push(format!("update {update} is {state}")),
                None if update < confirmed => {
                    self.faults.push(format!("update {update} was acknowledged and is lost"));
                }
                None => self.faults.push(format!("update {update} was never taken")),
            }
        }
        Ok(())
    }

    /// Reminders are said at most once, receipts and escalations at least once.
    async fn judge_messages(&mut self, db: &Db, telegram: &BotApi) -> anyhow::Result<()> {
        let rows: Vec<(String, String, String, Json<Body>, Language)> = db
            .read()
            .await?
            .all(
                "SELECT chat.external_id, outbox.purpose, outbox.state, outbox.body, outbox.language
                 FROM outbox JOIN chat ON chat.id = outbox.chat_id WHERE outbox.state <> 'dropped'",
                (),
            )
            .await?;
        // Two messages may well have the same words: so often they may be said.
        let mut wanted: HashMap<(String, String, String), usize> = HashMap::new();
        for (chat, purpose, state, body, language) in rows {
            let Body::Say { said, .. } = body.0 else { continue };
            if !matches!(purpose.as_str(), "receipt" | "reminder" | "escalation") {
                continue;
            }
            let text = said.render(language, &[]).body;
            if state != "sent" && purpose != "reminder" {
                self.faults.push(format!("a message of {purpose} is {state}: {text}"));
            }
            *wanted.entry((chat, purpose, text)).or_default() += 1;
        }
        let calls = telegram.calls("sendMessage").into_iter().filter(|call| call.code == 200);
        let posted = calls.map(|call| words(&call.body));
        let mut heard: HashMap<(String, String), usize> = HashMap::new();
        posted.for_each(|said| *heard.entry(said).or_default() += 1);
        let edits: HashSet<_> =
            telegram.calls("editMessageText").iter().map(|call| words(&call.body)).collect();
        for ((chat, purpose, text), wanted) in wanted {
            let said = heard.get(&(chat.clone(), text.clone())).copied().unwrap_or(0);
            let is_edit = edits.contains(&(chat, text.clone()));
            let counts = match purpose.as_str() {
                "receipt" => &mut self.receipts,
                "reminder" => &mut self.reminders,
                _ => &mut self.escalations,
            };
            counts.written += wanted;
            counts.once += said.min(wanted);
            counts.twice += said.saturating_sub(wanted);
            counts.never += if is_edit { 0 } else { wanted.saturating_sub(said) };
            if purpose == "reminder" && said > wanted {
                self.faults.push(format!("said {said} times, not {wanted}: {text}"));
            }
            if purpose != "reminder" && said < wanted && !is_edit {
                self.faults.push(format!("said {said} times of {wanted}, a {purpose}: {text}"));
            }
        }
        Ok(())
    }

    /// Every answer has its place in the database, and whoever was told of a place has it or gave it back.
    async fn judge_places(&mut self, db: &Db, telegram: &BotApi, crowd: &Crowd) -> anyhow::Result<()> {
        let mut tx = db.read().await?;
        let tasks: Vec<(i64, i64, i64)> = tx.all("SELECT number, places, taken FROM task", ()).await?;
        let signups: Vec<(i64, String, String, i64)> = tx
            .all(
                "SELECT task.number, person.name, signup.state, signup.people
                 FROM signup JOIN task ON task.id = signup.task_id JOIN person ON person.id = signup.person_id",
                (),
            )
            .await?;
        let untold: Vec<(i64,)> = tx
            .all(
                "SELECT number FROM task WHERE state = 'ended' AND taken < places AND NOT EXISTS
                     (SELECT 1 FROM outbox WHERE task_id = task.id AND purpose = 'escalation' AND state = 'sent')",
                (),
            )
            .await?;
        self.faults.extend(untold.iter().map(|(number,)| format!("nobody heard of the hole in #{number}")));
        self.tasks = tasks.len();
        for (number, places, taken) in &tasks {
            let placed = signups.iter().filter(|(of, _, state, _)| of == number && state == "placed");
            let held: i64 = placed.map(|(.., people)| people).sum();
            if held > *places || held != *taken {
                self.faults.push(format!("#{number}: {held} of {places} places are held, {taken} taken"));
            }
            self.holes += usize::from(taken < places);
        }
        let signed: HashMap<(&str, i64), &str> = signups
            .iter()
            .map(|(number, person, state, _)| ((person.as_str(), *number), state.as_str()))
            .collect();
        for (who, number) in &crowd.yes {
            let texts = heard_in_private(telegram, who);
            let state = signed.get(&(who.as_str(), *number)).copied();
            let words = format!("#{number}");
            let is_answered = texts.iter().any(|text| number_after(text, "#") == Some(*number));
            if state.is_none() && !is_answered {
                self.faults.push(format!("{who} said yes to {words}, and nobody knows"));
            }
            let told = texts.iter().any(|text| number_after(text, "Du har plass på #") == Some(*number));
            let withdrew = crowd.withdrew.contains(&(who.clone(), *number));
            match (told, state == Some("placed")) {
                (true, false) if !withdrew => {
                    self.faults.push(format!("{who} was told of a place on {words} and has none: {state:?}"));
                }
                (false, true) => self.faults.push(format!("{who} has a place on {words} and was not told")),
                _ => {}
            }
        }
        Ok(())
    }

    /// At no instant were more places held than there are.
    async fn judge_history(&mut self, db: &Db) -> anyhow::Result<()> {
        let rows: Vec<(i64, i64, Json<Value>)> = db
            .read()
            .await?
            .all(
                "SELECT task.number, task.places, history.detail FROM history JOIN task ON task.id = history.task_id
                 WHERE history.what = 'change' ORDER BY history.id",
                (),
            )
            .await?;
        let mut held: HashMap<i64, HashMap<i64, i64>> = HashMap::new();
        for (number, places, detail) in rows {
            let change: Change = serde_json::from_value(detail.0).context("a change")?;
            let of_task = held.entry(number).or_default();
            match change {
                Change::Placed { person, people, .. } => drop(of_task.insert(person.0, people.into())),
                Change::Withdrew { person } => drop(of_task.remove(&person.0)),
                _ => continue,
            }
            let now: i64 = of_task.values().sum();
            if now > places {
                self.faults.push(format!("#{number} gave {now} places of {places}"));
            }
        }
        Ok(())
    }
}

/// Chat and text of a call, as the outbox has it: the channel keeps a clock on one line.
fn words(body: &Value) -> (String, String) {
    let text = body["text"].as_str().unwrap_or_default();
    (body["chat_id"].to_string(), text.replace('\u{a0}', " "))
}

/// All that somebody was ever told in private.
fn heard_in_private(telegram: &BotApi, who: &str) -> Vec<String> {
    telegram.private(who).posts().into_iter().map(|post| post.text).collect()
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} kills: {} updates acknowledged, {} needs sent, {} tasks, {} answers, {} withdrawals, {} tasks with a hole",
            self.kills, self.acknowledged, self.needs, self.tasks, self.answers, self.withdrawals, self.holes
        )?;
        for (what, said) in
            [("receipts", self.receipts), ("reminders", self.reminders), ("escalations", self.escalations)]
        {
            let Said { written, once, twice, never } = said;
            writeln!(f, "  {what}: {written} written, {once} said, {twice} said again, {never} never said")?;
        }
        writeln!(f, "  faults: {}", self.faults.len())?;
        for fault in self.faults.iter().take(20) {
            writeln!(f, "    {fault}")?;
        }
        Ok(())
    }
}
