//! Who is meant by words about somebody else: those who come and are named, somebody who waits or has no place, a name with a slip in it, and whoever
//! was to come at a time.

use super::{MOST_SHOWN, is_named};
use crate::commands::desk::{Desk, Heard};
use crate::domain::ids::PersonId;
use crate::domain::place::fold;
use crate::domain::task::{SignupState, Task};
use crate::fault::distance;
use crate::language::orders;
use crate::language::request::read_change;
use crate::store::people::Person;

/// A name shorter than this may be any word with a slip in it.
const FEWEST_LETTERS: usize = 3;
/// So many people of a club are looked at for a name.
const MOST_PEOPLE: usize = 500;

/// Somebody on a task.
pub(super) type On = (Task, Person);

/// The words of a text as names are compared.
pub(super) fn folded(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold).collect()
}

/// Those on these tasks whose answer is one of `states` and who are named in `text`, other than whoever speaks.
pub(super) async fn named_in(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    tasks: &[Task],
    states: &[SignupState],
) -> anyhow::Result<Vec<On>> {
    let words = folded(text);
    let mut found: Vec<On> = Vec::new();
    for task in tasks {
        let signups: Vec<_> = task.signups.iter().filter(|signup| states.contains(&signup.state)).collect();
        for signup in signups.into_iter().copied().collect::<Vec<_>>() {
            let person = desk.tx.person(signup.person).await?;
            if !is_speaker(heard, person.id) && found.len() < MOST_SHOWN && is_named(&person.name, &words) {
                found.push((task.clone(), person));
            }
        }
    }
    Ok(found)
}

fn is_speaker(heard: &Heard, person: PersonId) -> bool {
    heard.people.iter().any(|speaker| speaker.id == person)
}

/// How many of the words are a part of a name.
fn matched(name: &str, words: &[String]) -> Vec<String> {
    let parts: Vec<String> = name.split_whitespace().map(fold).collect();
    words.iter().filter(|word| parts.contains(word)).cloned().collect()
}

/// Of those who are named, the ones who are surely meant: "Kari Nes" is not Kari Berg. Gives those whom the same words name in `Err`: it can't be told.
pub(super) fn surely_meant(found: Vec<On>, text: &str) -> Result<Vec<On>, Vec<Person>> {
    let words = folded(text);
    let mut people: Vec<Person> = Vec::new();
    for (_, person) in &found {
        if !people.iter().any(|known| known.id == person.id) {
            people.push(person.clone());
        }
    }
    let of = |person: &Person| matched(&person.name, &words);
    let is_less = |one: &Person, other: &Person| {
        let (one, other) = (of(one), of(other));
        one.len() < other.len() && one.iter().all(|word| other.contains(word))
    };
    let less: Vec<PersonId> = people
        .iter()
        .filter(|one| people.iter().any(|other| is_less(one, other)))
        .map(|person| person.id)
        .collect();
    people.retain(|person| !less.contains(&person.id));
    let alike: Vec<Person> = people
        .iter()
        .filter(|one| people.iter().any(|other| other.id != one.id && of(other) == of(one)))
        .cloned()
        .collect();
    if !alike.is_empty() {
        return Err(alike);
    }
    Ok(found.into_iter().filter(|(_, person)| people.iter().any(|known| known.id == person.id)).collect())
}

/// Somebody of the clubs that are asked about these tasks, or of those of whoever speaks, who is called so and has no place.
pub(super) async fn known_by_name(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    tasks: &[Task],
) -> anyhow::Result<Option<Person>> {
    let words = folded(text);
    let mut clubs: Vec<_> =
        tasks.iter().flat_map(|task| task.asked.iter().map(|asked| asked.organisation)).collect();
    for speaker in &heard.people {
        let memberships = desk.tx.memberships(speaker.id, desk.now).await?;
        clubs.extend(memberships.iter().filter_map(|of| of.organisation_id));
    }
    clubs.sort_unstable();
    clubs.dedup();
    let mut found: Vec<Person> = Vec::new();
    for club in clubs {
        let people = desk.tx.people_of_organisation(club, desk.now).await?;
        let called = |person: &Person| {
            let first = person.name.split_whitespace().next().map(fold).unwrap_or_default();
            !is_speaker(heard, person.id) && words.contains(&first)
        };
        for person in people.into_iter().take(MOST_PEOPLE).filter(called) {
            if found.iter().all(|known| known.id != person.id) {
                found.push(person);
            }
        }
    }
    // The one of whom most words speak; of two who are called alike it can't be told.
    found.sort_by_key(|person| std::cmp::Reverse(matched(&person.name, &words).len()));
    let best = found.first().map(|person| matched(&person.name, &words).len());
    let alike = found.iter().filter(|person| Some(matched(&person.name, &words).len()) == best).count();
    Ok(found.into_iter().next().filter(|_| alike == 1))
}

/// Those who come and whose first name is one letter away from a word that may be a name: "Olaf" for Ola.
pub(super) async fn with_a_slip(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    tasks: &[Task],
) -> anyhow::Result<Vec<On>> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let may_be_name = |place: usize, word: &str| {
        let stands_so = place == 0 || word.starts_with(char::is_uppercase);
        stands_so && word.chars().count() >= FEWEST_LETTERS && !orders::is_no_name(&fold(word))
    };
    let names: Vec<String> = words
        .enumerate()
        .filter(|(place, word)| may_be_name(*place, word))
        .map(|(_, word)| fold(word))
        .collect();
    let mut found: Vec<On> = Vec::new();
    for task in tasks {
        for signup in task.placed().copied().collect::<Vec<_>>() {
            let person = desk.tx.person(signup.person).await?;
            let first = person.name.split_whitespace().next().map(fold).unwrap_or_default();
            let is_near = first.chars().count() >= FEWEST_LETTERS
                && names.iter().any(|name| distance(name, &first) == 1);
            if is_near && !is_speaker(heard, person.id) && found.len() < MOST_SHOWN {
                found.push((task.clone(), person));
            }
        }
    }
    Ok(found)
}

/// Whoever was to come, where no name is said: at the time that is.
pub(super) async fn whoever(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    tasks: &[Task],
) -> anyhow::Result<Vec<On>> {
    let mut found = Vec::new();
    for task in tasks {
        let calendar = desk.calendar(task.municipality).await?;
        let starts = calendar.local(task.starts_at);
        let clock = read_change(text, calendar.local(desk.now)).clock;
        if clock.is_some_and(|clock| clock != starts.time()) {
            continue;
        }
        for signup in task.attending().copied().collect::<Vec<_>>() {
            if !is_speaker(heard, signup.person) && found.len() < MOST_SHOWN {
                found.push((task.clone(), desk.tx.person(signup.person).await?));
            }
        }
    }
    Ok(found)
}

/// The tasks of the day that is named, or all of them.
pub(super) async fn of_the_day(
    desk: &mut Desk<'_>,
    text: &str,
    tasks: Vec<Task>,
) -> anyhow::Result<Vec<Task>> {
    let mut meant = Vec::new();
    for task in tasks {
        let calendar = desk.calendar(task.municipality).await?;
        let day = read_change(text, calendar.local(desk.now)).date;
        if day.is_none_or(|day| calendar.local(task.starts_at).date() == day) {
            meant.push(task);
        }
    }
    Ok(meant)
}

/// Of each person's tasks those of the day on which the next of them is.
pub(super) async fn on_the_next_day(desk: &mut Desk<'_>, mut found: Vec<On>) -> anyhow::Result<Vec<On>> {
    found.sort_by_key(|(task, _)| (task.starts_at, task.id));
    let mut kept: Vec<On> = Vec::new();
    for (task, person) in found {
        let calendar = desk.calendar(task.municipality).await?;
        let day = calendar.local(task.starts_at).date();
        let first = kept.iter().find(|(_, known)| known.id == person.id);
        if first.is_none_or(|(first, _)| calendar.local(first.starts_at).date() == day) {
            kept.push((task, person));
        }
    }
    Ok(kept)
}
