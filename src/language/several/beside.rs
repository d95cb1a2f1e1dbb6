//! What is said of a need while it is put into words, and changes nothing of it: a need beside it, a note to those who come, a question. And whether another
//! kind of help is named.

use super::{lists, words};
use crate::domain::service::ServiceKind;
use crate::language::{RequestReading, rest};

/// Whether `text` is for those who come: "de må ringe Olga først", "husk nøkkelen".
pub fn is_for_those_who_come(text: &str) -> bool {
    let said = words(text);
    let from = said.iter().position(|word| !["og", "men", "and", "but", "ja", "ok"].contains(&word.as_str()));
    let leads = |phrase: &Vec<String>| {
        let denied = |from: usize| {
            // "De kan ikke komme" says something of them.
            let next = said.get(from + phrase.len());
            next.is_some_and(|word| ["ikke", "ikkje", "not", "t"].contains(&word.as_str()))
        };
        from.is_some_and(|from| said[from..].starts_with(phrase) && !denied(from))
    };
    lists().phrases("to_them").iter().any(leads)
}

/// Whether a kind of help that was read in `text` is named as what is needed, and not only by a word of what is to be done there. `known`: what stands so
/// far. `aside`: words of place and name, which tell nothing of it.
pub(super) fn names_service(
    text: &str,
    kind: ServiceKind,
    known: Option<ServiceKind>,
    parts: &[&str],
    aside: &[String],
) -> bool {
    let Some(known) = known else { return true };
    let (said, lists) = (words(text), lists());
    if kind == known {
        return true;
    }
    if lists.stands("lasts", &said) || is_for_those_who_come(text) {
        return false;
    }
    if said.iter().any(|word| lists.has("swaps", word) || lists.has("needs", word))
        || lists.stands("it_is", &said)
    {
        return true;
    }
    // A part that says nothing else than which help it is.
    parts.iter().any(|part| {
        let tells = words(part).into_iter().filter(|word| {
            word.chars().any(char::is_alphabetic)
                && !rest::is_filler(word)
                && !lists.has("says_little", word)
                && !aside.contains(word)
        });
        tells.count() <= 1
    })
}

/// Whether `text` asks how it goes with what was asked for: "har noen svart?", "status?".
pub fn asks_whether_answered(text: &str) -> bool {
    const MOST_WORDS: usize = 8;
    let said = words(text);
    said.len() <= MOST_WORDS && lists().stands("answered_yet", &said)
}

/// A need that is spoken of while another is being put into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Another one: "trenger også en som kan handle for Arne".
    Another,
    /// The same once more somewhere else: "og det samme hos Arne i Kirkegata 3".
    Same,
}

/// Whether `text`, read as a need (`reading`), is one beside the need for `known`, and changes nothing of that.
pub fn is_beside(text: &str, reading: &RequestReading, known: ServiceKind) -> Option<Beside> {
    let (said, lists) = (words(text), lists());
    let swaps = said.iter().any(|word| word != "no" && lists.has("swaps", word));
    if swaps || is_for_those_who_come(text) {
        return None;
    }
    let elsewhere = reading.place.is_some() || reading.recipient.is_some();
    if elsewhere && reading.service.is_none_or(|kind| kind == known) && lists.stands("same", &said) {
        return Some(Beside::Same);
    }
    let needs = said.iter().any(|word| lists.has("needs", word));
    let also = said.iter().any(|word| lists.has("also", word));
    let kind = reading.service.filter(|_| needs)?;
    (kind != known || also && elsewhere).then_some(Beside::Another)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, clock};
    use super::*;
    use crate::language::ChangeReading;

    #[test]
    fn what_is_for_those_who_come_is_a_note() {
        for text in [
            "de må ringe Olga først",
            "de må hente nøkkelen på hjemmetjenesten først",
            "de skal ringe Olga på 90 12 34 56 før de kommer",
            "dei må hente nøkkelen på heimetenesta først",
            "de kan ta en kaffe hos Olga etterpå",
            "they must call Olga first",
        ] {
            let changes = at(text);
            let note = ChangeReading { note: Some(text.to_owned()), ..ChangeReading::default() };
            assert_eq!(changes.reading, note, "{text}");
        }
        assert_eq!(at("de kan ikke komme likevel").reading.note, None);
        assert_eq!(at("de må komme kl 17").reading.clock, clock("17:00:00"));
    }

    #[test]
    fn another_kind_of_help_is_named() {
        for (text, kind) in [
            ("nei, det er skyss", ServiceKind::Transport),
            ("besøk i stedet", ServiceKind::Visit),
            ("skyss", ServiceKind::Transport),
            ("besøk hos Olga", ServiceKind::Visit),
            ("trenger skyss", ServiceKind::Transport),
            ("det gjeld matombringing", ServiceKind::MealDelivery),
            ("a visit instead", ServiceKind::Visit),
        ] {
            assert_eq!(at(text).reading.service, Some(kind), "{text}");
        }
        for text in ["ring Olga først", "hent nøkkelen hos naboen", "det varer til halv sju"] {
            assert_eq!(at(text).reading.service, None, "{text}");
        }
    }

    #[test]
    fn a_need_beside_another() {
        let now = "2026-11-21T12:00:00".parse().expect("a time");
        let beside = |text: &str| {
            let reading = crate::language::request::read_request(text, now);
            is_beside(text, &reading, ServiceKind::SnowClearing)
        };
        for text in [
            "trenger også en som kan handle for Arne",
            "og så trengs det en sjåfør til matombringing",
            "Trenger noen til å følge Olga på legevakta nå",
            "treng òg ein som kan handle for Arne",
            "we also need somebody to shop for Arne",
        ] {
            assert_eq!(beside(text), Some(Beside::Another), "{text}");
        }
        for text in ["og det samme hos Arne i Kirkegata 3", "det same hjå Arne i Kyrkjegata 3"] {
            assert_eq!(beside(text), Some(Beside::Same), "{text}");
        }
        for text in [
            "trenger 3 stk til snømåking",
            "nei, trenger skyss",
            "trenger heller skyss",
            "de må hente nøkkelen hos Arne",
            "Kirkegata 3",
            "samme dag",
        ] {
            assert_eq!(beside(text), None, "{text}");
        }
    }
}
