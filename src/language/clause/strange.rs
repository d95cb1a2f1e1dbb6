//! Which words of a clause nothing explains.

use crate::domain::service::ServiceKind;
use crate::language::class::Class;
use crate::language::crew;
use crate::language::lexicon::Item;
use crate::language::service::Hint;
use crate::language::vocabulary;

pub(super) fn led_by_preposition(items: &[Item], at: usize, start: usize) -> bool {
    (1..=2)
        .filter_map(|back| at.checked_sub(back))
        .filter(|&at| at >= start)
        .any(|at| items[at].has(Class::Prep))
}

/// "snøfreseren", "matkjøringa": a word of the help itself.
pub fn is_task_word(item: &Item) -> bool {
    let hints = vocabulary::request().services.of_word(&item.token.word);
    hints.iter().any(|hint| {
        matches!(
            hint,
            Hint::Service(
                ServiceKind::SnowClearing
                    | ServiceKind::Garden
                    | ServiceKind::MealDelivery
                    | ServiceKind::Transport,
                _
            )
        )
    })
}

/// Whether nothing in the tables explains the word. A name beside "og" or "med" is explained by it.
pub(super) fn is_foreign(items: &[Item], at: usize, start: usize, explained: bool) -> bool {
    let item = &items[at];
    if !item.is_word() {
        return false;
    }
    let only_other = item.has(Class::Other)
        || (item.has(Class::Chat) && !item.has(Class::Benign) && !item.has(Class::Yes));
    if only_other {
        return true;
    }
    let in_a_table = !item.classes.is_empty() || !item.tags.is_empty();
    if explained || in_a_table || is_task_word(item) || crew::is_stranger(items, at) {
        return false;
    }
    let beside_and = |at: Option<usize>| {
        at.and_then(|at| items.get(at))
            .is_some_and(|next| next.has(Class::And) || next.has(Class::With) || next.is(","))
    };
    // "og ho Brita"
    let before = at.checked_sub(1).filter(|&at| at > start && items[at].has(Class::Third)).unwrap_or(at);
    !(item.token.capital
        && (at > start || beside_and(Some(at + 1)))
        && (beside_and(before.checked_sub(1)) || beside_and(Some(at + 1))))
}
