//! Telephone numbers, as people are shown them.

/// The number grouped as it is written in Norway; one of another country keeps its own groups. `None` for what can't be dialled.
pub fn tidy(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if !text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '+'))
        || text.rfind('+').is_some_and(|at| at > 0)
    {
        return None;
    }
    let abroad = text.strip_prefix('+').or_else(|| text.strip_prefix("00"));
    match abroad {
        Some(rest) => match digits.strip_prefix("47").or_else(|| digits.strip_prefix("0047")) {
            Some(norwegian) => grouped(norwegian),
            None => (7..=17).contains(&digits.len()).then(|| format!("+{}", rest.trim())),
        },
        None => grouped(&digits),
    }
}

/// Eight digits, a mobile number in threes; or the five of a switchboard.
fn grouped(digits: &str) -> Option<String> {
    let cuts: &[usize] = match (digits.len(), digits.as_bytes().first()?) {
        (8, b'4' | b'9') => &[3, 2, 3],
        (8, _) => &[2, 2, 2, 2],
        (5, b'0') => &[5],
        _ => return None,
    };
    let mut rest = digits;
    let mut groups = vec![];
    for cut in cuts {
        let (group, after) = rest.split_at(*cut);
        groups.push(group);
        rest = after;
    }
    Some(groups.join(" "))
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn numbers_are_grouped_alike_however_they_are_written() {
        for (written, shown) in [
            ("75000000", "75 00 00 00"),
            ("75 00 00 00", "75 00 00 00"),
            ("+47 900 00 000", "900 00 000"),
            ("004790000000", "900 00 000"),
            (" 400 00  000", "400 00 000"),
            ("02222", "02222"),
            ("+46 70 000 00 00", "+46 70 000 00 00"),
            ("0046 700000000", "+46 700000000"),
        ] {
            assert_eq!(tidy(written).as_deref(), Some(shown), "{written}");
        }
    }

    #[test]
    fn what_cannot_be_dialled_is_no_number() {
        for written in [
            "",
            "7500",
            "750000000",
            "75 00 OO 00",
            "ring Anne",
            "+",
            "00",
            "+47",
            "75+000000",
            "+1234567890123456789",
            "12345",
        ] {
            assert_eq!(tidy(written), None, "{written}");
        }
    }

    #[test]
    fn a_tidy_number_stays_as_it_is() {
        for written in ["75000000", "90000000", "02222", "0046 700000000"] {
            let once = tidy(written).expect("a number");
            assert_eq!(tidy(&once), Some(once));
        }
    }
}
