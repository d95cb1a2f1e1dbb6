//! Texts cut to the platform's lengths, which count UTF-16 units (<https://core.telegram.org/bots/api#sendmessage>).

/// Longest text of one message, in UTF-16 units.
pub const TEXT_MAX: usize = 4096;
/// Longest answer to a press, in UTF-16 units.
pub const ANSWER_MAX: usize = 200;
/// Longest caption of a file, in UTF-16 code units.
pub const CAPTION_MAX: usize = 1024;
/// Longest label of a button that is still readable on a phone, in UTF-16 units.
pub const LABEL_MAX: usize = 64;
/// Longest data of a button, in bytes.
pub const DATA_MAX_BYTES: usize = 64;

const ELLIPSIS: char = '…';

/// How many bytes of `text` fit into `units` UTF-16 units.
fn fitting(text: &str, units: usize) -> usize {
    // No character has more UTF-16 units than bytes.
    if text.len() <= units {
        return text.len();
    }
    let mut used = 0;
    for (at, character) in text.char_indices() {
        used += character.len_utf16();
        if used > units {
            return at;
        }
    }
    text.len()
}

/// `text` itself, or as much of it as fits into `units` with an ellipsis at the end.
pub fn shorten(text: &str, units: usize) -> String {
    if fitting(text, units) == text.len() {
        return text.to_owned();
    }
    let end = fitting(text, units.saturating_sub(ELLIPSIS.len_utf16()));
    format!("{}{ELLIPSIS}", text[..end].trim_end())
}

/// `text` in parts of at most `units`, broken at the end of a line, else between words, else anywhere. At least one part; none is blank
/// unless the whole text is.
pub fn split(text: &str, units: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    loop {
        // A character of two units fits into every limit there is, but a limit of one must not loop for ever.
        let end = fitting(rest, units.max(2));
        if end == rest.len() {
            break;
        }
        let cut = break_before(&rest[..end], rest[end..].starts_with('\n'));
        parts.push(rest[..cut].trim_end());
        rest = rest[cut..].trim_start();
    }
    parts.push(rest);
    parts.retain(|part| !part.trim().is_empty());
    if parts.is_empty() { vec![text] } else { parts }
}

/// Where to break within what fits. Always moves on.
fn break_before(fits: &str, at_line_end: bool) -> usize {
    if at_line_end {
        return fits.len();
    }
    let after_blank = |blank: char| fits.rfind(blank).filter(|at| !fits[..*at].trim().is_empty());
    match after_blank('\n').or_else(|| after_blank(' ')) {
        Some(at) => at,
        None => fits.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str) -> usize {
        text.encode_utf16().count()
    }

    #[test]
    fn a_short_text_stays_whole() {
        assert_eq!(split("ja", TEXT_MAX), ["ja"]);
        assert_eq!(split("", TEXT_MAX), [""]);
        assert_eq!(shorten("ja", ANSWER_MAX), "ja");
    }

    #[test]
    fn a_long_text_breaks_at_line_ends_then_words_then_anywhere() {
        assert_eq!(split("en to\ntre fire\nfem", 12), ["en to", "tre fire\nfem"]);
        assert_eq!(split("en to\ntre", 5), ["en to", "tre"]);
        assert_eq!(split("en to tre", 7), ["en to", "tre"]);
        assert_eq!(split("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(split("\n\n\n\n\n\nslutt", 5), ["slutt"]);
    }

    #[test]
    fn length_is_counted_in_utf16_and_characters_stay_whole() {
        let cogs = "⚙🛷".repeat(3000);
        for part in split(&cogs, TEXT_MAX) {
            assert!(units(part) <= TEXT_MAX && !part.is_empty());
        }
        assert_eq!(split(&cogs, TEXT_MAX).concat(), cogs);
        let short = shorten(&cogs, ANSWER_MAX);
        assert!(units(&short) <= ANSWER_MAX && short.ends_with(ELLIPSIS));
    }

    #[test]
    fn any_text_ends_and_loses_no_word() {
        for seed in 0..500 {
            let mut random = fastrand::Rng::with_seed(seed);
            let letters = ['a', 'ø', '🛷', ' ', '\n'];
            let text: String =
                (0..random.usize(0..80)).map(|_| letters[random.usize(0..letters.len())]).collect();
            let limit = random.usize(2..20);
            let parts = split(&text, limit);
            let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(words(&parts.concat()), words(&text), "seed {seed}");
            assert!(parts.iter().all(|part| units(part) <= limit || part.trim().is_empty()), "seed {seed}");
        }
    }
}
