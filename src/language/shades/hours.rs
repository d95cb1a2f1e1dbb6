//! A part of the hours without a clock, and a condition that is only good manners.

use super::{lists, stands_in, words};

/// Which part of a task's hours somebody can come for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    FirstHour,
    LastHour,
    FirstHalf,
    LastHalf,
}

/// The part that `text` says: "jeg kan første timen". `None`: none, or it is not sure which.
pub fn stretch(text: &str) -> Option<Stretch> {
    let known = [
        ("first_hour", Stretch::FirstHour),
        ("last_hour", Stretch::LastHour),
        ("first_half", Stretch::FirstHalf),
        ("last_half", Stretch::LastHalf),
    ];
    let mut said = known.into_iter().filter(|(list, _)| stands_in(list, text)).map(|(_, stretch)| stretch);
    let first = said.next()?;
    let denied = lists().any("denies", &words(text)) || text.contains('?');
    (said.next().is_none() && !denied).then_some(first)
}

/// Whether `text` says that its sender comes if it is needed, and sets no other condition: where places are free that is so.
pub fn if_needed(text: &str) -> bool {
    let words = words(text);
    let others = ["only_then", "denies"].iter().any(|list| lists().any(list, &words));
    stands_in("if_needed", text) && !others && !text.contains('?')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_the_hours() {
        for (text, part) in [
            ("jeg kan første timen", Some(Stretch::FirstHour)),
            ("eg kan fyrste timen", Some(Stretch::FirstHour)),
            ("I can do the last hour", Some(Stretch::LastHour)),
            ("kan ta siste halvdel", Some(Stretch::LastHalf)),
            ("kan ikke første timen", None),
            ("første timen og siste timen", None),
            ("jeg kan", None),
        ] {
            assert_eq!(stretch(text), part, "{text}");
        }
    }

    #[test]
    fn needed() {
        for text in [
            "jeg kan hvis det trengs",
            "jeg kan ta mat i dag hvis noen trenger",
            "eg kan ta middagen i dag om det trengst",
            "jeg kan hvis dere mangler folk",
            "I can if needed",
        ] {
            assert!(if_needed(text), "{text}");
        }
        for text in [
            "bare hvis det trengs",
            "hvis det trengs og ingen andre kan",
            "jeg kan fra 17 hvis det trengs",
            "hvis jeg får skyss",
        ] {
            assert!(!if_needed(text), "{text}");
        }
    }
}
