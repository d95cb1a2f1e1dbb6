//! A ladder of the file: its steps by name, with what keeps a ladder from leaving somebody without an answer.

use super::values;
use crate::domain::ladder::{Action, Ladder, Step, When};
use crate::fault::did_you_mean;
use crate::toml_text::Table;

/// What the steps are called in the file. Every ladder begins with the first and ends with the last.
const NAMES: [&str; 8] = [
    "ask_first",
    "remind",
    "ask_next",
    "ask_standby",
    "duty",
    "deputy",
    "municipality_contact",
    "answer_requester",
];

/// Minutes between two steps or two organisations: less, and nobody has time to answer.
const SHORTEST_WAIT: u32 = 5;
/// Minutes between two organisations where the file says nothing.
const USUAL_WAIT: u32 = 120;

/// The steps under `steps`. `None`: one of them could not be read or stands in the wrong place.
pub fn read(table: &mut Table<'_>) -> Option<Ladder> {
    table.require("steps", "[{ do = \"ask_first\" }, …]");
    let mut checked = Checked { steps: vec![], is_good: true, before: None };
    let mut last_line = table.line;
    for mut step in table.tables("steps") {
        last_line = step.line;
        checked.step(&mut step);
        step.finish();
    }
    checked.end(table, last_line)
}

/// The steps so far.
struct Checked {
    steps: Vec<Step>,
    is_good: bool,
    /// Minutes before the start at which the last step is due; `None` before a step has such a time.
    before: Option<u32>,
}

impl Checked {
    fn fault(&mut self, table: &Table<'_>, line: usize, what: String) {
        table.fault(line, what);
        self.is_good = false;
    }

    fn has(&self, action: &str) -> bool {
        self.steps.iter().any(|step| name(step.action) == action)
    }

    fn step(&mut self, table: &mut Table<'_>) {
        let line = table.line;
        let (done, apart) = (table.required_text("do"), values::minutes(table, "apart"));
        let (before, unanswered) = (values::minutes(table, "before"), values::minutes(table, "unanswered"));
        let Some(done) = done else {
            self.is_good = false;
            return;
        };
        let apart_minutes = apart.as_ref().map_or(USUAL_WAIT, |at| at.value);
        let Some(action) = action(&done.value, apart_minutes) else {
            let near = match did_you_mean(&done.value, NAMES) {
                near if near.is_empty() => format!("; write one of {}", NAMES.join(", ")),
                near => near,
            };
            return self.fault(table, done.line, format!("there is no step “{}”{near}", done.value));
        };
        let what = done.value;
        if self.has(&what) {
            self.fault(table, line, format!("{what} stands here twice; leave one of them out"));
        }
        if apart.is_some() && what != "ask_next" {
            self.fault(table, line, format!("apart belongs to ask_next, not to {what}"));
        }
        if apart_minutes < SHORTEST_WAIT {
            self.fault(table, line, format!("apart must be at least {SHORTEST_WAIT}min"));
        }
        let when = match (before, unanswered) {
            (Some(_), Some(_)) => {
                return self.fault(
                    table,
                    line,
                    format!("{what} has both before and unanswered; leave one of them out"),
                );
            }
            (Some(before), None) => When::BeforeStart(before.value),
            (None, Some(unanswered)) => When::Unanswered(unanswered.value),
            // It could not be read, and that is a fault already.
            (None, None) if table.has("before") || table.has("unanswered") => return,
            (None, None) => When::AtOnce,
        };
        if let Some(wrong) = self.order_fault(when, &what) {
            self.fault(table, line, wrong);
        }
        self.before = match when {
            When::AtOnce => self.before,
            When::BeforeStart(minutes) => Some(minutes),
            When::Unanswered(minutes) => self.before.map(|before| before.saturating_sub(minutes)),
        };
        self.steps.push(Step { when, action });
    }

    /// What is wrong with a step in this place.
    fn order_fault(&self, when: When, what: &str) -> Option<String> {
        let follows =
            |earlier: &str| (!self.has(earlier)).then(|| format!("{what} must come after {earlier}"));
        match (when, what) {
            (When::AtOnce, "ask_first") => None,
            (_, "ask_first") => Some("ask_first happens at once; leave its time out".into()),
            (When::AtOnce, _) => Some(format!("{what} lacks a time; write before = \"6h\", for example")),
            (When::Unanswered(_), "deputy") => follows("duty"),
            (When::Unanswered(_), "municipality_contact") => follows("duty"),
            (When::Unanswered(_), _) => {
                Some(format!("{what} waits for nobody's answer; write before instead of unanswered"))
            }
            (When::BeforeStart(minutes), _) => match self.before {
                Some(earlier) if minutes > earlier => Some(format!(
                    "{what} comes {} before the start, but the step above it {}; put the steps in order",
                    spelled(minutes),
                    spelled(earlier)
                )),
                _ if what == "deputy" => follows("duty"),
                _ => None,
            },
        }
    }

    fn end(mut self, table: &Table<'_>, last_line: usize) -> Option<Ladder> {
        if self.steps.first().is_none_or(|step| step.action != Action::AskFirst) && self.is_good {
            self.fault(table, table.line, "a ladder begins with { do = \"ask_first\" }".into());
        }
        if self.steps.last().is_none_or(|step| step.action != Action::AnswerRequester) && self.is_good {
            let what = "a ladder ends with answering the one who asked; write { do = \"answer_requester\", before = \"4h\" } last";
            self.fault(table, last_line, what.into());
        }
        self.is_good.then_some(Ladder { steps: self.steps })
    }
}

fn action(name: &str, apart: u32) -> Option<Action> {
    Some(match name {
        "ask_first" => Action::AskFirst,
        "remind" => Action::Remind,
        "ask_next" => Action::AskNext { apart },
        "ask_standby" => Action::AskStandby,
        "duty" => Action::Duty,
        "deputy" => Action::Deputy,
        "municipality_contact" => Action::MunicipalityContact,
        "answer_requester" => Action::AnswerRequester,
        _ => return None,
    })
}

fn name(action: Action) -> &'static str {
    match action {
        Action::AskFirst => "ask_first",
        Action::Remind => "remind",
        Action::AskNext { .. } => "ask_next",
        Action::AskStandby => "ask_standby",
        Action::Duty => "duty",
        Action::Deputy => "deputy",
        Action::MunicipalityContact => "municipality_contact",
        Action::AnswerRequester => "answer_requester",
    }
}

/// Minutes as the file writes them.
fn spelled(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}min"),
        (hours, 0) => format!("{hours}h"),
        (hours, minutes) => format!("{hours}h {minutes}min"),
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::toml_text;

    const FIRST: &str = r#"{ do = "ask_first" }"#;
    const DUTY: &str = r#"{ do = "duty", before = "6h" }"#;
    const LAST: &str = r#"{ do = "answer_requester", before = "4h" }"#;

    /// The ladder with one step a line, or what is wrong with it; the first step stands on line 2.
    fn ladder(steps: &[&str]) -> Result<Ladder, String> {
        let text = format!("steps = [\n{}\n]", steps.join(",\n"));
        let (ladder, faults) = toml_text::read(&text, read);
        faults
            .or(ladder)
            .map_err(|faults| faults.to_string())
            .map(|ladder| ladder.expect("no fault, so a ladder"))
    }

    #[test]
    fn the_usual_ladder_can_be_written() {
        let steps = [
            FIRST,
            r#"{ do = "remind", before = "22h" }"#,
            r#"{ do = "ask_next", before = "20h", apart = "2h" }"#,
            r#"{ do = "ask_standby", before = "16h" }"#,
            r#"{ do = "duty", before = "5h 60min" }"#,
            r#"{ do = "deputy", unanswered = "20min" }"#,
            r#"{ do = "municipality_contact", unanswered = "20min" }"#,
            r#"{ do = "answer_requester", before = "240min" }"#,
        ];
        assert_eq!(ladder(&steps), Ok(Ladder::default()));
    }

    #[test]
    fn a_ladder_begins_with_asking_and_ends_with_an_answer() {
        let mut told = String::new();
        for steps in [
            &[][..],
            &[DUTY, LAST],
            &[FIRST, DUTY],
            &[FIRST, LAST, r#"{ do = "remind", before = "1h" }"#],
            &[FIRST, DUTY, LAST],
        ] {
            let faults = ladder(steps).err().unwrap_or_else(|| "nothing is wrong".into());
            told += &format!("{}\n    {faults}\n", steps.join(", "));
        }
        expect![[r#"

                line 1: a ladder begins with { do = "ask_first" }
            { do = "duty", before = "6h" }, { do = "answer_requester", before = "4h" }
                line 1: a ladder begins with { do = "ask_first" }
            { do = "ask_first" }, { do = "duty", before = "6h" }
                line 3: a ladder ends with answering the one who asked; write { do = "answer_requester", before = "4h" } last
            { do = "ask_first" }, { do = "answer_requester", before = "4h" }, { do = "remind", before = "1h" }
                line 4: a ladder ends with answering the one who asked; write { do = "answer_requester", before = "4h" } last
            { do = "ask_first" }, { do = "duty", before = "6h" }, { do = "answer_requester", before = "4h" }
                nothing is wrong
        "#]].assert_eq(&told);
    }

    /// What is said of a step on line 3, between asking and duty.
    #[test]
    fn what_a_step_may_not_be() {
        let mut told = String::new();
        for step in [
            r#"{ do = "remind", before = "9h" }"#,
            r#"{ do = "remid", before = "9h" }"#,
            r#"{ do = "pray", before = "9h" }"#,
            r#"{ before = "9h" }"#,
            r#"{ do = "remind" }"#,
            r#"{ do = "remind", before = "9" }"#,
            r#"{ do = "remind", before = "0min" }"#,
            r#"{ do = "remind", before = "-9h" }"#,
            r#"{ do = "remind", before = "99999999h" }"#,
            r#"{ do = "remind", before = "5h" }"#,
            r#"{ do = "remind", unanswered = "5h" }"#,
            r#"{ do = "remind", before = "9h", unanswered = "1h" }"#,
            r#"{ do = "remind", before = "9h", apart = "1h" }"#,
            r#"{ do = "remind", after = "9h" }"#,
            r#"{ do = "ask_next", before = "9h", apart = "1min" }"#,
            r#"{ do = "deputy", before = "9h" }"#,
            r#"{ do = "municipality_contact", unanswered = "9h" }"#,
            r#"{ do = "ask_first" }"#,
        ] {
            let faults =
                ladder(&[FIRST, step, DUTY, LAST]).err().unwrap_or_else(|| "nothing is wrong".into());
            told += &format!("{step}\n    {}\n", faults.replace('\n', "\n    "));
        }
        expect![[r#"
            { do = "remind", before = "9h" }
                nothing is wrong
            { do = "remid", before = "9h" }
                line 3: there is no step “remid”; did you mean “remind”?
            { do = "pray", before = "9h" }
                line 3: there is no step “pray”; write one of ask_first, remind, ask_next, ask_standby, duty, deputy, municipality_contact, answer_requester
            { before = "9h" }
                line 3: [[steps]] lacks do; write do = "…"
            { do = "remind" }
                line 3: remind lacks a time; write before = "6h", for example
            { do = "remind", before = "9" }
                line 3: before “9” won't do: write hours and minutes, like 22h, 30min or 1h 30min, two weeks at most
            { do = "remind", before = "0min" }
                line 3: before “0min” won't do: write hours and minutes, like 22h, 30min or 1h 30min, two weeks at most
            { do = "remind", before = "-9h" }
                line 3: before “-9h” won't do: write hours and minutes, like 22h, 30min or 1h 30min, two weeks at most
            { do = "remind", before = "99999999h" }
                line 3: before “99999999h” won't do: write hours and minutes, like 22h, 30min or 1h 30min, two weeks at most
            { do = "remind", before = "5h" }
                line 4: duty comes 6h before the start, but the step above it 5h; put the steps in order
            { do = "remind", unanswered = "5h" }
                line 3: remind waits for nobody's answer; write before instead of unanswered
            { do = "remind", before = "9h", unanswered = "1h" }
                line 3: remind has both before and unanswered; leave one of them out
            { do = "remind", before = "9h", apart = "1h" }
                line 3: apart belongs to ask_next, not to remind
            { do = "remind", after = "9h" }
                line 3: remind lacks a time; write before = "6h", for example
                line 3: unknown key after in [[steps]]
            { do = "ask_next", before = "9h", apart = "1min" }
                line 3: apart must be at least 5min
            { do = "deputy", before = "9h" }
                line 3: deputy must come after duty
            { do = "municipality_contact", unanswered = "9h" }
                line 3: municipality_contact must come after duty
            { do = "ask_first" }
                line 3: ask_first stands here twice; leave one of them out
        "#]].assert_eq(&told);
    }

    /// The deputy and the contact are rung before the answer is promised, or there would be nothing to promise.
    #[test]
    fn nobody_is_rung_after_the_promised_answer() {
        let deputy = |wait: &str| format!(r#"{{ do = "deputy", unanswered = "{wait}" }}"#);
        assert!(ladder(&[FIRST, DUTY, &deputy("2h"), LAST]).is_ok());
        for (wait, left) in [("2h 1min", "3h 59min"), ("7h", "0min")] {
            assert_eq!(
                ladder(&[FIRST, DUTY, &deputy(wait), LAST]),
                Err(format!(
                    "line 5: answer_requester comes 4h before the start, but the step above it {left}; put the steps in order"
                ))
            );
        }
    }
}
