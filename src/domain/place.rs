//! Names of streets, places and people, as they are compared.

/// A name without what people write differently: lower case, no spaces. "Nordre  Gate" and "nordregate" are the same.
pub fn fold(name: &str) -> String {
    name.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Whether somebody with this name may be called so: each of the folded words begins one of its parts.
pub fn is_called(name: &str, words: &[String]) -> bool {
    let parts: Vec<String> = name.split_whitespace().map(fold).collect();
    words.iter().all(|word| parts.iter().any(|part| part.starts_with(word.as_str())))
}

/// Whether a folded name stands in `text` as words of its own: "Nes" stands in "på Nes", not in "hennes". A house number may be glued to it.
pub fn stands_in(folded: &str, text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let begins = beginnings(text);
    let name: Vec<char> = folded.chars().collect();
    if name.is_empty() || name.len() > letters.len() {
        return false;
    }
    (0..=letters.len() - name.len()).any(|at| {
        let end = at + name.len();
        let ends = letters.get(end).is_none_or(|next| !next.is_alphabetic()) || begins[end];
        let same = letters[at..end]
            .iter()
            .zip(&name)
            .all(|(one, other)| one.to_lowercase().eq(other.to_lowercase()));
        begins[at] && ends && same
    })
}

/// For each letter of `text` that is not blank, whether a word begins with it.
fn beginnings(text: &str) -> Vec<bool> {
    let mut begins = Vec::new();
    let mut before = ' ';
    for letter in text.chars() {
        if !letter.is_whitespace() {
            begins.push(!before.is_alphanumeric());
        }
        before = letter;
    }
    begins
}

#[cfg(test)]
mod tests {
    use super::{fold, stands_in};

    #[test]
    fn a_name_stands_in_words_of_its_own() {
        for (name, text) in [
            ("Nes", "hos henne på nes"),
            ("Storgata", "i Storgata 5"),
            ("Storgata", "storgata5"),
            ("Nordre Fjellvikveg", "(nordre  fjellvikveg 3)"),
            ("Øvrebygda", "ØVREBYGDA"),
        ] {
            assert!(stands_in(&fold(name), text), "{name} in {text}");
        }
        for (name, text) in [
            ("Nes", "hennes"),
            ("Nes", "Nesvegen 3"),
            ("Lia", "Emilia på Hamar"),
            ("Storgata", "Storgat"),
            ("Storgata", ""),
            ("", "Storgata"),
        ] {
            assert!(!stands_in(&fold(name), text), "{name} in {text}");
        }
    }

    #[test]
    fn names_differ_by_their_letters_only() {
        for (one, other) in
            [("Storgata", "storgata"), ("Nordre  Gate", "nordregate"), (" ØVRE Åsen\t", "øvreåsen")]
        {
            assert_eq!(fold(one), fold(other), "{one}");
        }
        for (one, other) in [("Storgata", "Storgate"), ("Ås", "As"), ("Øvre vei", "Øvre veg")] {
            assert_ne!(fold(one), fold(other), "{one}");
        }
    }
}
