//! Whom a clause is about.

use super::Subject;
use crate::language::class::Class;
use crate::language::lexicon::Item;

pub(super) fn subject(items: &[Item], words: std::ops::Range<usize>, hidden: &[bool]) -> Subject {
    let has = |at: usize, class: Class| items.get(at).is_some_and(|item| item.has(class));
    let sender = |at: usize| has(at, Class::I) || has(at, Class::We) || has(at, Class::Me);
    let joined = |at: usize| {
        (has(at, Class::I) || has(at, Class::Me))
            && (has(at + 1, Class::And) || (at > words.start && has(at - 1, Class::And)))
    };
    if words.clone().any(joined) {
        return Subject::Sender;
    }
    let acts = |at: usize| {
        [Class::Can, Class::Take, Class::Be, Class::Ought, Class::Firm, Class::Come, Class::Have]
            .into_iter()
            .any(|class| has(at, class))
    };
    let subject = |at: usize| has(at, Class::I) || (has(at, Class::We) && !has(at, Class::Me));
    let anywhere = words.clone().any(|at| subject(at) || has(at, Class::My));
    let first = words.start;
    for at in words {
        if hidden[at] {
            continue;
        }
        if sender(at) {
            return Subject::Sender;
        }
        // "ho mor kan ta den"
        let article = has(at, Class::Third) && has(at + 1, Class::Kin);
        if has(at, Class::Kin) || article {
            return Subject::Kin;
        }
        let two_named = items[at].token.capital
            && has(at, Class::Name)
            && has(at + 1, Class::And)
            && items
                .get(at + 2)
                .is_some_and(|next| next.token.capital && (next.has(Class::Name) || !next.known));
        if two_named {
            return Subject::Kin;
        }
        let named = items[at].token.capital
            && !anywhere
            && at == first
            && (has(at, Class::Name) || (!items[at].known && acts(at + 1)));
        // "Per tar den ser jeg"
        let named = named || items[at].token.capital && at == first && has(at, Class::Name) && acts(at + 1);
        // "besøksvenn for han", "på jobb til ni": what a preposition leads in does nothing.
        let led =
            at > first && has(at - 1, Class::Prep) && !has(at - 1, Class::If) && !items[at - 1].is("at");
        if named || !led && (has(at, Class::You) || has(at, Class::Third) || has(at, Class::Others)) {
            return Subject::Other;
        }
    }
    Subject::Sender
}
