//! "Hvem når vi?": per group, who can be written to in private and what helps for the others; and whether those who are told of trouble can be.

use std::collections::BTreeMap;

use crate::commands::desk::{Desk, Heard};
use crate::commands::private;
use crate::domain::ids::{MunicipalityId, OrganisationId, PersonId};
use crate::domain::permission::{Act, Tie};
use crate::domain::place::fold;
use crate::domain::reach::{GroupReach, PersonReach};
use crate::domain::role::Role;
use crate::store::people::Person;
use crate::store::reach::GroupReached;
use crate::text::argument::Names;
use crate::text::{Message, Said};

/// Groups that are shown; the rest is counted.
const MOST_GROUPS: usize = 12;
/// Names in a line; the rest is counted.
const MOST_NAMES: usize = 10;

/// What somebody may see of a municipality.
struct Sight {
    municipality: MunicipalityId,
    /// `None`: everything. Else the clubs they answer for.
    clubs: Option<Vec<OrganisationId>>,
}

/// Answers in private, whoever asks where. `words`: the name of a group or club, or nothing.
pub async fn asked(desk: &mut Desk<'_>, heard: &Heard, words: &str, message: &str) -> anyhow::Result<()> {
    let mut said = Said::new([]);
    for person in heard.people.clone() {
        let elsewhere =
            heard.group.as_ref().is_some_and(|group| group.municipality_id != person.municipality_id);
        let Some(sight) = (if elsewhere { None } else { sight(desk, &person).await? }) else { continue };
        if !said.lines.is_empty() {
            said.lines.push(Message::Blank);
        }
        said.lines.extend(list(desk, heard, &sight, words).await?);
    }
    if said.lines.is_empty() {
        said.lines.push(Message::ReachNotForYou);
    }
    private::reply(desk, heard, said, message).await
}

/// What a person may see. `None`: nothing.
async fn sight(desk: &mut Desk<'_>, person: &Person) -> anyhow::Result<Option<Sight>> {
    let standing = desk.standing(person).await?;
    let municipality = person.municipality_id;
    if standing.may(Act::SeeReach, Tie::default()) {
        return Ok(Some(Sight { municipality, clubs: None }));
    }
    let own = standing.memberships.iter().filter(|of| of.role == Role::ClubContact);
    let own: Vec<OrganisationId> = own.filter_map(|of| of.organisation_id).collect();
    let may = standing.may(Act::SeeReach, Tie { own_club: !own.is_empty(), ..Tie::default() });
    Ok(may.then_some(Sight { municipality, clubs: Some(own) }))
}

async fn list(
    desk: &mut Desk<'_>,
    heard: &Heard,
    sight: &Sight,
    words: &str,
) -> anyhow::Result<Vec<Message>> {
    let mut groups = desk.tx.groups_reached(sight.municipality).await?;
    if let Some(clubs) = &sight.clubs {
        groups.retain(|of| of.group.organisation_id.is_some_and(|club| clubs.contains(&club)));
    }
    let named = named(&groups, words);
    let mut lines = Vec::new();
    if sight.clubs.is_none() && named.is_none() {
        lines.extend(those_who_are_told(desk, sight.municipality).await?);
    }
    let groups = named.unwrap_or(groups);
    let more = groups.len().saturating_sub(MOST_GROUPS);
    let mut somebody_is_missing = false;
    for of in groups.iter().take(MOST_GROUPS) {
        if !lines.is_empty() {
            lines.push(Message::Blank);
        }
        let (about, missing) = about_group(desk, of).await?;
        lines.extend(about);
        somebody_is_missing |= missing;
    }
    if lines.is_empty() {
        lines.push(Message::ReachNoGroups);
    }
    lines.push(Message::Blank);
    if more > 0 {
        lines.push(Message::ReachMoreGroups { more: u32::try_from(more).unwrap_or(u32::MAX) });
    }
    if somebody_is_missing {
        lines.push(match &heard.start_link {
            Some(link) => Message::ReachHowLink { link: link.clone() },
            None => Message::ReachHow,
        });
    }
    lines.push(Message::ReachLimits);
    Ok(lines)
}

/// The groups whose name is in what was said. `None`: nothing that is one was.
fn named(groups: &[GroupReached], words: &str) -> Option<Vec<GroupReached>> {
    let words = words.trim().trim_start_matches("i ").trim_start_matches("in ").trim();
    let wanted = fold(words);
    let found: Vec<GroupReached> = groups
        .iter()
        .filter(|of| !wanted.is_empty() && fold(&of.group.title).contains(&wanted))
        .cloned()
        .collect();
    (!found.is_empty()).then_some(found)
}

/// Whether those who have the duty, and the municipality's contact, can be written to.
async fn those_who_are_told(
    desk: &mut Desk<'_>,
    municipality: MunicipalityId,
) -> anyhow::Result<Vec<Message>> {
    let calendar = desk.calendar(municipality).await?;
    let mut people: Vec<PersonId> = desk.on_duty(municipality, &calendar).await?;
    people.extend(desk.tx.escalation_contact(municipality).await?.map(|person| person.id));
    let found = desk.tx.people_reached(&people).await?;
    let (reached, missing): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|person| person.reach.is_reached());
    let mut lines = Vec::new();
    if !reached.is_empty() {
        let names = Names(reached.into_iter().map(|person| person.name).collect());
        lines.push(Message::ReachTold { names });
    }
    for person in missing {
        let (name, reach) = (person.name, person.reach);
        lines.push(match (reach, person.phone) {
            (PersonReach::Blocked, _) => Message::ReachToldBlocked { name },
            (_, Some(phone)) => Message::ReachToldNotYet { name, phone },
            (_, None) => Message::ReachToldNever { name },
        });
    }
    if lines.is_empty() {
        lines.push(Message::DutyNobody);
    }
    Ok(lines)
}

/// What is said of a group, and whether some of its people can't be written to.
async fn about_group(desk: &mut Desk<'_>, of: &GroupReached) -> anyhow::Result<(Vec<Message>, bool)> {
    let title = of.group.title.clone();
    let ids = desk.tx.people_of_group(&of.group, desk.now).await?;
    let people = desk.tx.people_reached(&ids).await?;
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let mut by_reach: BTreeMap<PersonReach, Vec<String>> = BTreeMap::new();
    let all = count(people.len());
    for person in people {
        by_reach.entry(person.reach).or_default().push(person.name);
    }
    let reached = count(by_reach.remove(&PersonReach::Reached).map_or(0, |names| names.len()));
    let mut lines = vec![match all {
        0 => Message::ReachGroupEmpty { title },
        _ => Message::ReachGroup { title, reached, all },
    }];
    match of.reach {
        GroupReach::Reached => {}
        GroupReach::Lost => lines.push(Message::ReachGroupLost),
        GroupReach::NotConnected => lines.push(Message::ReachGroupNotConnected),
    }
    let somebody_is_missing = !by_reach.is_empty();
    for (reach, mut names) in by_reach {
        let more = count(names.len().saturating_sub(MOST_NAMES));
        names.truncate(MOST_NAMES);
        let names = Names(names);
        lines.push(match reach {
            PersonReach::Blocked => Message::ReachBlocked { names, more },
            PersonReach::NotJoined => Message::ReachNotJoined { names, more },
            _ => Message::ReachNotOpened { names, more },
        });
    }
    if let Some(chat) = of.group.chat_id {
        let strangers = desk.tx.strangers_in(chat).await?;
        if strangers > 0 {
            lines.push(Message::ReachStrangers { count: strangers });
        }
    }
    Ok((lines, somebody_is_missing))
}
