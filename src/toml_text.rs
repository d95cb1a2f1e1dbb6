//! TOML that people write by hand: read key by key, so that every fault is found at once and each has its line.

use std::cell::RefCell;

use toml::de::{DeTable, DeValue};

use crate::fault::{Faults, did_you_mean};

/// Something read, and the line it stands on, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    pub line: usize,
    pub value: T,
}

impl<T> At<T> {
    /// The same place with what `change` makes of the value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> At<U> {
        At { line: self.line, value: change(self.value) }
    }
}

/// The file being read, and what is wrong in it so far.
struct File<'t> {
    text: &'t str,
    faults: RefCell<Faults>,
}

impl File<'_> {
    fn line(&self, at: usize) -> usize {
        self.text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
    }
}

/// Reads a file with `read`, which is given its outermost table. Keys that it does not ask for are faults.
pub fn read<T>(text: &str, read: impl FnOnce(&mut Table<'_>) -> T) -> (T, Faults) {
    let file = File { text, faults: RefCell::default() };
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let line = error.span().map(|span| file.line(span.start));
        file.faults.borrow_mut().add(line, error.message());
    }
    let mut table = Table { file: &file, table: root.get_ref(), line: 1, name: String::new(), asked: vec![] };
    let value = read(&mut table);
    table.finish();
    (value, file.faults.into_inner())
}

/// A table that is read key by key.
pub struct Table<'a> {
    file: &'a File<'a>,
    table: &'a DeTable<'a>,
    /// The line of its head.
    pub line: usize,
    /// As the file writes it: `[municipality]`; nothing for the outermost table.
    name: String,
    asked: Vec<&'static str>,
}

impl<'a> Table<'a> {
    /// Notes a fault.
    pub fn fault(&self, line: usize, what: impl Into<String>) {
        self.file.faults.borrow_mut().add(line, what);
    }

    /// Whether the key is there, of whatever kind.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// The value of a key, whatever it is.
    pub fn value(&mut self, key: &'static str) -> Option<At<&'a DeValue<'a>>> {
        self.asked.push(key);
        self.table
            .get(key)
            .map(|value| At { line: self.file.line(value.span().start), value: value.get_ref() })
    }

    /// A value of one kind; any other is a fault that says what is `wanted`.
    pub fn value_as<T>(
        &mut self,
        key: &'static str,
        wanted: &str,
        read: impl FnOnce(&'a DeValue<'a>) -> Option<T>,
    ) -> Option<At<T>> {
        let At { line, value } = self.value(key)?;
        let read = read(value);
        if read.is_none() {
            self.fault(line, format!("{key} must be {wanted}"));
        }
        read.map(|value| At { line, value })
    }

    /// A text without the spaces around it. An empty one is a fault: whoever has nothing to say leaves the key out.
    pub fn text(&mut self, key: &'static str) -> Option<At<String>> {
        self.value_as(key, &format!("text in quotes, like {key} = \"…\""), |value| {
            value.as_str().and_then(written).map(str::to_owned)
        })
    }

    /// A text that must be there.
    pub fn required_text(&mut self, key: &'static str) -> Option<At<String>> {
        self.require(key, "\"…\"");
        self.text(key)
    }

    /// Makes the absence of a key a fault that shows how to write it.
    pub fn require(&self, key: &str, example: &str) {
        if !self.has(key) {
            self.fault(self.line, format!("{} lacks {key}; write {key} = {example}", self.name));
        }
    }

    pub fn flag(&mut self, key: &'static str) -> Option<At<bool>> {
        self.value_as(key, "true or false", DeValue::as_bool)
    }

    pub fn whole_number(&mut self, key: &'static str) -> Option<At<i64>> {
        self.value_as(key, "a whole number", whole_number)
    }

    /// A list of texts; empty where the key is missing.
    pub fn texts(&mut self, key: &'static str) -> Vec<At<String>> {
        let wanted = format!("a list of texts, like {key} = [\"…\", \"…\"]");
        let Some(list) = self.value_as(key, &wanted, DeValue::as_array) else { return vec![] };
        let mut texts = vec![];
        for item in list.value.iter() {
            let line = self.file.line(item.span().start);
            match item.get_ref().as_str().and_then(written) {
                Some(text) => texts.push(At { line, value: text.to_owned() }),
                None => self.fault(line, format!("{key} must be {wanted}")),
            }
        }
        texts
    }

    /// The table under a key.
    pub fn table(&mut self, key: &'static str) -> Option<Table<'a>> {
        let At { line, value } =
            self.value_as(key, &format!("a table that begins with [{key}]"), DeValue::as_table)?;
        Some(self.inner(value, line, format!("[{key}]")))
    }

    /// The tables under a key, written `[[key]]` or `key = [{ … }]`; none where it is missing.
    pub fn tables(&mut self, key: &'static str) -> Vec<Table<'a>> {
        let wanted = format!("tables that each begin with [[{key}]]");
        let Some(list) = self.value_as(key, &wanted, DeValue::as_array) else { return vec![] };
        let mut tables = vec![];
        for item in list.value.iter() {
            let line = self.file.line(item.span().start);
            match item.get_ref().as_table() {
                Some(table) => tables.push(self.inner(table, line, format!("[[{key}]]"))),
                None => self.fault(line, format!("{key} must be {wanted}")),
            }
        }
        tables
    }

    fn inner(&self, table: &'a DeTable<'a>, line: usize, name: String) -> Table<'a> {
        Table { file: self.file, table, line, name, asked: vec![] }
    }

    /// Ends the reading: every key that was not asked for is a fault.
    pub fn finish(self) {
        for key in self.table.keys() {
            if !self.asked.contains(&key.get_ref().as_ref()) {
                let near = did_you_mean(key.get_ref(), self.asked.iter().copied());
                let line = self.file.line(key.span().start);
                let place = if self.name.is_empty() { String::new() } else { format!(" in {}", self.name) };
                self.fault(line, format!("unknown key {}{place}{near}", key.get_ref()));
            }
        }
    }
}

/// What stands in a text, without the spaces around it; `None` for nothing, and for what Postgres can't keep.
fn written(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty() && !text.contains('\0'))
}

/// A TOML integer that fits.
pub fn whole_number(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults<T>(text: &str, how: impl FnOnce(&mut Table<'_>) -> T) -> String {
        read(text, how).1.or(()).err().map_or_else(String::new, |faults| faults.to_string())
    }

    #[test]
    fn every_fault_has_its_line() {
        let text = "\nname = 5\ncolour = \"red\"\n\n[[person]]\nnam = \"Kari\"\nlist = [\n  \"a\",\n  7,\n]\n[[person]]\n name = \" Ola \"\n";
        let seen = faults(text, |root| {
            assert_eq!(root.text("name"), None);
            for mut person in root.tables("person") {
                if let Some(name) = person.required_text("name") {
                    assert_eq!(name, At { line: 12, value: "Ola".into() });
                }
                person.texts("list");
                person.finish();
            }
        });
        assert_eq!(
            seen,
            "line 2: name must be text in quotes, like name = \"…\"\n\
             line 3: unknown key colour\n\
             line 5: [[person]] lacks name; write name = \"…\"\n\
             line 6: unknown key nam in [[person]]; did you mean “name”?\n\
             line 9: list must be a list of texts, like list = [\"…\", \"…\"]"
        );
    }

    #[test]
    fn several_faults_of_form_are_told_with_what_could_be_read() {
        let seen = faults("a = \nb = 1\nc = red\nd = \"2\"", |root| {
            for key in ["a", "b", "c", "d"] {
                root.value(key);
            }
            assert_eq!(root.text("d").map(|at| at.value).as_deref(), Some("2"));
        });
        let lines: Vec<&str> = seen.lines().map(|line| &line[..7]).collect();
        assert_eq!(lines, ["line 1:", "line 3:"], "{seen}");
    }

    #[test]
    fn numbers_and_flags_are_read_in_their_kinds_only() {
        let seen = faults("a = 1_000\nb = 99999999999999999999\nc = \"yes\"\nd = true\ne = 0x1f", |root| {
            assert_eq!(root.whole_number("a").map(|at| at.value), Some(1000));
            assert_eq!(root.whole_number("b"), None);
            assert_eq!(root.flag("c"), None);
            assert_eq!(root.flag("d").map(|at| at.value), Some(true));
            assert_eq!(root.whole_number("e").map(|at| at.value), Some(31));
        });
        assert_eq!(seen, "line 2: b must be a whole number\nline 3: c must be true or false");
    }
}
