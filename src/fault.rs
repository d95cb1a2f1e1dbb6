//! What is wrong in what a person wrote, all of it at once, each with what to write instead.

use std::fmt;

/// Something wrong, in words for the person who wrote it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The line of the file, counted from 1; none for what was not in a file.
    pub line: Option<usize>,
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.what),
            None => f.write_str(&self.what),
        }
    }
}

/// Everything that is wrong, in the order of the lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(Vec<Fault>);

impl Faults {
    pub fn add(&mut self, line: impl Into<Option<usize>>, what: impl Into<String>) {
        self.0.push(Fault { line: line.into(), what: what.into() });
    }

    /// `value` where nothing is wrong.
    pub fn or<T>(mut self, value: T) -> Result<T, Self> {
        self.0.sort();
        self.0.dedup();
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Fault> {
        self.0.iter()
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(Fault::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for Faults {}

/// "; did you mean “name”?" where one of the names is so near that it was probably meant, and nothing otherwise.
pub fn did_you_mean<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    let written = written.to_lowercase();
    // One slip in three letters.
    let limit = (written.chars().count() / 3).max(1);
    names
        .into_iter()
        .map(|name| (distance(&written, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map_or_else(String::new, |(_, name)| format!("; did you mean “{name}”?"))
}

/// How many letters must be put in, left out, changed or swapped with the next to make one word the other.
pub fn distance(one: &str, other: &str) -> usize {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
    for i in 0..=one.len() {
        for j in 0..=other.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let changed = table[i - 1][j - 1] + usize::from(one[i - 1] != other[j - 1]);
                changed.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1)
            };
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                table[i][j] = table[i][j].min(table[i - 2][j - 2] + 1);
            }
        }
    }
    table[one.len()][other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_proposed_when_it_is_near() {
        let names = ["name", "language", "phone", "ærend"];
        for (written, meant) in
            [("nmae", "name"), ("nam", "name"), ("Name", "name"), ("langauge", "language"), ("ærnd", "ærend")]
        {
            let wanted =
                if meant.is_empty() { String::new() } else { format!("; did you mean “{meant}”?") };
            assert_eq!(did_you_mean(written, names), wanted, "{written}");
        }
        assert_eq!(did_you_mean("colour", names), "");
        assert_eq!(did_you_mean("", names), "");
    }

    #[test]
    fn faults_are_told_once_and_in_the_order_of_the_lines() {
        let mut faults = Faults::default();
        faults.add(7, "later");
        faults.add(None, "nowhere");
        faults.add(3, "sooner");
        faults.add(7, "later");
        let faults = faults.or(()).expect_err("there are faults");
        assert_eq!(faults.to_string(), "nowhere\nline 3: sooner\nline 7: later");
        assert_eq!(Faults::default().or(5), Ok(5));
    }
}
