//! One word for the many ways it is written: nynorsk, dialects, Swedish and Danish read as bokmål where nothing is lost by it.

use std::collections::HashMap;

use super::lexicon::lines;

/// A table of words that stand for others.
#[derive(Default)]
pub struct Alike {
    by_form: HashMap<String, String>,
}

impl Alike {
    /// Reads a table of lines `word: form, form`.
    pub fn from_table(table: &str) -> Self {
        let mut by_form = HashMap::new();
        for (word, forms) in lines(table) {
            for form in forms.split(',').map(str::trim).filter(|form| !form.is_empty()) {
                by_form.insert(form.to_owned(), word.clone());
            }
        }
        Self { by_form }
    }

    /// The word that `form` is read as: itself, if the table does not have it.
    pub fn word<'a>(&'a self, form: &'a str) -> &'a str {
        self.by_form.get(form).map_or(form, String::as_str)
    }

    /// Every form of the table and every word they are read as.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.by_form.iter().flat_map(|(form, word)| [form.as_str(), word.as_str()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_read_as_their_word() {
        let alike = Alike::from_table("kommer: kjem, kjæm\nikke: ikkje, itj");
        assert_eq!(alike.word("kjæm"), "kommer");
        assert_eq!(alike.word("itj"), "ikke");
        assert_eq!(alike.word("spade"), "spade");
    }
}
