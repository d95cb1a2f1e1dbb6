//! Names as strangers choose them, made fit to stand in a sentence.

/// Longest name or title that is kept, in characters. Telegram allows 64 for a first name and as many for a last name.
const NAME_MAX: usize = 64;

/// `parts` as one line of visible text: no control characters, nothing that turns the direction of writing, blanks folded, cut at
/// `NAME_MAX`. `None` if nothing visible is left.
pub fn clean<'a>(parts: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let mut name = String::new();
    let mut length = 0;
    for word in parts.into_iter().flat_map(|part| part.split(is_blank)) {
        let word: String = word.chars().filter(|character| !is_unseen(*character)).collect();
        if word.is_empty() {
            continue;
        }
        let blank = usize::from(length > 0);
        let room = NAME_MAX.saturating_sub(length + blank);
        if room == 0 {
            break;
        }
        if blank == 1 {
            name.push(' ');
        }
        name.extend(word.chars().take(room));
        length = name.chars().count();
    }
    let is_visible = |character: char| !is_joiner(character);
    name.chars().any(is_visible).then_some(name)
}

/// White space, line ends, and letters that are drawn as blanks.
fn is_blank(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}')
}

/// Control characters, marks and overrides of direction, zero-width blanks, and the like.
fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
        )
}

/// What scripts and emoji need between characters, but is nothing by itself.
fn is_joiner(character: char) -> bool {
    matches!(character, ' ' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_kind_become_one_visible_line() {
        let name = |parts: &[&str]| clean(parts.iter().copied());
        assert_eq!(name(&["Kari", "Nordmann"]).as_deref(), Some("Kari Nordmann"));
        assert_eq!(name(&["  Kari\n\tN. "]).as_deref(), Some("Kari N."));
        assert_eq!(name(&["\u{202e}iraK\u{202c}"]).as_deref(), Some("iraK"));
        assert_eq!(name(&["Ö\u{200f}"]).as_deref(), Some("Ö"));
        assert_eq!(name(&["Siv 👩\u{200d}🚒"]).as_deref(), Some("Siv 👩\u{200d}🚒"));
        assert_eq!(name(&["<b>Bobby</b> & *co_"]).as_deref(), Some("<b>Bobby</b> & *co_"));
        for nothing in ["", " ", "\u{200f}", "\u{3164}", "\u{200d}\u{200d}", "\0\u{7}", "\u{2800}\u{feff}"] {
            assert_eq!(name(&[nothing]), None, "{nothing:?}");
        }
        assert_eq!(name(&["x".repeat(200).as_str()]).map(|name| name.len()), Some(NAME_MAX));
        assert_eq!(
            name(&["x".repeat(63).as_str(), "yz"]).map(|name| name.chars().count()),
            Some(NAME_MAX - 1)
        );
    }
}
