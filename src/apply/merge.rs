//! The file against the database. What was changed in chat since the file was applied wins: three values tell, the file's, the database's, and what
//! the file said last time.

use std::collections::HashMap;

use serde::Serialize;
use serde_json::Value;

use crate::secret::hash_token;

/// Something the file says and the database does not, because it was changed in chat.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Kept {
    /// Of what: "person kari".
    pub subject: String,
    /// Which of its fields: "language".
    pub field: String,
    pub file: Value,
    /// What it is, and stays.
    pub now: Value,
}

/// What the file said last, what it says now, and what is kept against it.
#[derive(Debug, Default)]
pub struct Merge {
    last: HashMap<(String, String), String>,
    said: Vec<(String, String, String)>,
    kept: Vec<Kept>,
}

impl Merge {
    /// Begins with what the file said last: subject, field, hash.
    pub fn new(last: Vec<(String, String, String)>) -> Self {
        let last = last.into_iter().map(|(subject, field, hash)| ((subject, field), hash)).collect();
        Self { last, ..Self::default() }
    }

    /// The value to store. `now`: the database's, none where the row is new.
    pub fn value<T>(&mut self, subject: &str, field: &str, file: T, now: Option<&T>) -> T
    where
        T: Serialize + PartialEq + Clone,
    {
        match now {
            Some(now) if *now != file && self.last(subject, field) != Some(hash(now)) => {
                self.keep(subject, field, json(&file), json(now));
                now.clone()
            }
            _ => {
                self.said.push((subject.to_owned(), field.to_owned(), hash(&file)));
                file
            }
        }
    }

    /// Whether to make something that the file has and the database may not: yes, unless it was there once and was taken away.
    pub fn must_make(&mut self, subject: &str, field: &str, is_there: bool) -> bool {
        let was_made = self.last(subject, field).is_some();
        if !is_there && was_made {
            self.keep(subject, field, Value::Bool(true), Value::Bool(false));
            return false;
        }
        self.said.push((subject.to_owned(), field.to_owned(), hash(&true)));
        !is_there
    }

    fn keep(&mut self, subject: &str, field: &str, file: Value, now: Value) {
        self.kept.push(Kept { subject: subject.to_owned(), field: field.to_owned(), file, now });
    }

    fn last(&self, subject: &str, field: &str) -> Option<String> {
        self.last.get(&(subject.to_owned(), field.to_owned())).cloned()
    }

    /// What is to be remembered of the file (only what it says anew), and what was kept against it.
    pub fn end(self) -> (Vec<(String, String, String)>, Vec<Kept>) {
        let Self { last, said, kept } = self;
        let is_new = |(subject, field, hash): &(String, String, String)| {
            last.get(&(subject.clone(), field.clone())) != Some(hash)
        };
        (said.into_iter().filter(is_new).collect(), kept)
    }
}

fn json<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).expect("plain values have a JSON form")
}

/// Hashed, so that no second copy of a name or number has to be erased.
fn hash<T: Serialize>(value: &T) -> String {
    hash_token(&json(value).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One run of a file that says `file` of a thing that is `now`: what is stored, and whether something was kept.
    fn run(memory: &mut Vec<(String, String, String)>, file: &str, now: Option<&str>) -> (String, bool) {
        let mut merge = Merge::new(memory.clone());
        let stored = merge.value("person kari", "language", file.to_owned(), now.map(str::to_owned).as_ref());
        let (said, kept) = merge.end();
        for new in said {
            memory.retain(|old| (&old.0, &old.1) != (&new.0, &new.1));
            memory.push(new);
        }
        (stored, !kept.is_empty())
    }

    #[test]
    fn the_file_wins_until_somebody_changed_it_in_chat() {
        let memory = &mut vec![];
        assert_eq!(run(memory, "nb", None), ("nb".into(), false), "new");
        assert_eq!(run(memory, "nb", Some("nb")), ("nb".into(), false), "again");
        assert_eq!(run(memory, "en", Some("nb")), ("en".into(), false), "changed in the file");
        assert_eq!(run(memory, "en", Some("nn")), ("nn".into(), true), "changed in chat");
        assert_eq!(run(memory, "nb", Some("nn")), ("nn".into(), true), "changed in both");
        assert_eq!(run(memory, "nn", Some("nn")), ("nn".into(), false), "the file agrees");
        assert_eq!(run(memory, "nb", Some("nn")), ("nb".into(), false), "and has its say again");
    }

    #[test]
    fn what_the_file_never_spoke_of_is_kept() {
        assert_eq!(run(&mut vec![], "nb", Some("nn")), ("nn".into(), true));
    }

    #[test]
    fn what_was_taken_away_is_not_made_again() {
        let mut merge = Merge::default();
        assert!(merge.must_make("person kari", "volunteer in fjellvik-il", false));
        let (said, _) = merge.end();
        let mut merge = Merge::new(said);
        assert!(!merge.must_make("person kari", "volunteer in fjellvik-il", true), "there already");
        assert!(!merge.must_make("person kari", "volunteer in fjellvik-il", false), "taken away");
        assert!(merge.must_make("person kari", "volunteer in nordre-il", false), "another");
        let (said, kept) = merge.end();
        assert_eq!(kept.len(), 1);
        assert_eq!(said.len(), 1, "only what is new is remembered: {said:?}");
    }
}
