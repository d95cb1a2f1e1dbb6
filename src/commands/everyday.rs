//! The small everyday commands: help, language, whom to ring.

use super::desk::{Desk, Heard};
use crate::domain::ids::MunicipalityId;
use crate::domain::language::Language;
use crate::domain::permission::Act;
use crate::domain::role::Role;
use crate::domain::task::Task;
use crate::language::shades::greets;
use crate::store::people::Person;
use crate::text::argument::KnownPhone;
use crate::text::{Button, Message, Said};

/// What the bot is for and how to talk to it.
pub async fn help(desk: &mut Desk<'_>, heard: &Heard, message: &str) -> anyhow::Result<()> {
    let mut roles = Vec::new();
    let (mut asks, mut dispatches, mut in_organisation) = (false, false, false);
    for person in &heard.people {
        let standing = desk.standing(person).await?;
        asks |= standing.may(Act::AskForHelp, Default::default());
        dispatches |= standing.may(Act::Dispatch, Default::default());
        in_organisation |= standing.memberships.iter().any(|membership| membership.organisation_id.is_some());
        roles.extend(standing.memberships.iter().map(|membership| membership.role));
    }
    // A group is told what its people can do, whoever asks there.
    let in_club = heard.group.as_ref().is_some_and(|group| group.organisation_id.is_some());
    let volunteers = in_club || in_organisation || heard.people.is_empty();
    let mut lines = vec![Message::Help];
    lines.extend(volunteers.then_some(Message::HelpVolunteer));
    lines.extend((asks && !in_club).then_some(Message::HelpStaff));
    lines.extend((dispatches && heard.in_private).then_some(Message::HelpCoordinator));
    lines.extend((roles.contains(&Role::ClubContact) && heard.in_private).then_some(Message::HelpContact));
    // The municipality's contact, and whoever looks after the service, are asked nothing: they are told.
    lines.extend((!volunteers && !asks && !dispatches).then_some(Message::HelpMunicipality));
    lines.push(Message::HelpEverybody);
    // What concerns oneself alone is done in private, and a group's message is better short.
    lines.extend(heard.in_private.then_some(match volunteers {
        true => Message::HelpYourself,
        false => Message::HelpYourselfNoClub,
    }));
    desk.reply(heard, Said::new(lines), Some(message)).await
}

/// Words that mean nothing here: how to find out what does. Whoever greets is told at once.
pub async fn not_understood(
    desk: &mut Desk<'_>,
    heard: &Heard,
    text: &str,
    message: &str,
) -> anyhow::Result<()> {
    if greets(text) {
        return help(desk, heard, message).await;
    }
    desk.reply(heard, Message::NotUnderstoodHere.into(), None).await
}

/// `/spraak`: shows the languages, or changes to one.
pub async fn language(desk: &mut Desk<'_>, heard: &Heard, words: &str, message: &str) -> anyhow::Result<()> {
    let wanted = match words.trim().to_lowercase().as_str() {
        "bokmål" | "bokmal" | "norsk" => Some(Language::Nb),
        "nynorsk" => Some(Language::Nn),
        "english" | "engelsk" => Some(Language::En),
        code => Language::from_code(code),
    };
    let Some(language) = wanted else {
        let said = Said::from(Message::WhichLanguage).row([
            Button::new(Message::Bokmal, "lang:nb"),
            Button::new(Message::Nynorsk, "lang:nn"),
            Button::new(Message::English, "lang:en"),
        ]);
        return desk.reply(heard, said, Some(message)).await;
    };
    set_language(desk, heard, language).await?;
    let heard = in_language(heard, language);
    desk.reply(&heard, Message::LanguageSet.into(), Some(message)).await
}

pub async fn language_pressed(
    desk: &mut Desk<'_>,
    heard: &Heard,
    language: Language,
    press: &str,
) -> anyhow::Result<()> {
    set_language(desk, heard, language).await?;
    desk.refuse_press(&in_language(heard, language), press, Message::LanguageSet.into()).await
}

/// In a group the group's language, in private the person's own.
async fn set_language(desk: &mut Desk<'_>, heard: &Heard, language: Language) -> anyhow::Result<()> {
    if let Some(group) = heard.group.as_ref().filter(|_| !heard.in_private) {
        desk.tx.set_group_language(group.id, language).await?;
        return Ok(());
    }
    for person in &heard.people {
        desk.tx.set_language(person.id, language).await?;
    }
    Ok(())
}

fn in_language(heard: &Heard, language: Language) -> Heard {
    let mut heard = heard.clone();
    for person in &mut heard.people {
        person.language = language;
    }
    if let Some(group) = &mut heard.group {
        group.language = language;
    }
    heard
}

/// A living contact who answers.
pub async fn contact(desk: &mut Desk<'_>, heard: &Heard, message: &str) -> anyhow::Result<()> {
    let municipality =
        heard.group.as_ref().map(|g| g.municipality_id).or(heard.people.first().map(|p| p.municipality_id));
    let Some(municipality) = municipality else {
        return desk.reply(heard, Message::HelloStranger.into(), Some(message)).await;
    };
    let (who, phone) = who_answers_as_what(desk, municipality).await?;
    desk.reply(heard, Message::ContactWho { who: Box::new(who), phone }.into(), Some(message)).await
}

/// A human who answers for a municipality now, with a number: the one on duty, or the municipality itself where nobody is.
pub async fn who_answers(
    desk: &mut Desk<'_>,
    municipality: MunicipalityId,
) -> anyhow::Result<(String, String)> {
    let (who, phone) = who_answers_as_what(desk, municipality).await?;
    let (Message::WhoOnDuty { name } | Message::WhoContact { name } | Message::WhoTown { name }) = who else {
        anyhow::bail!("whoever answers has a name");
    };
    Ok((name, phone))
}

/// Whom to ask about somebody whose own number is not known: whoever answers for their club. Nothing where the number is known, or nobody does.
pub async fn contact_of_club(
    desk: &mut Desk<'_>,
    task: Option<&Task>,
    person: &Person,
) -> anyhow::Result<Vec<Message>> {
    if person.phone.is_some() {
        return Ok(Vec::new());
    }
    let paid = task.and_then(|task| task.signup(person.id)).and_then(|signup| signup.asked_as);
    let memberships = desk.tx.memberships(person.id, desk.now).await?;
    let Some(club) = paid.or(memberships.iter().find_map(|of| of.organisation_id)) else {
        return Ok(Vec::new());
    };
    let mut contacts = desk.tx.contacts_of(club, desk.now).await?;
    contacts.retain(|contact| contact.id != person.id);
    contacts.sort_by_key(|contact| contact.phone.is_none());
    let Some(Person { name, phone, .. }) = contacts.into_iter().next() else { return Ok(Vec::new()) };
    let organisation = desk.tx.organisation_name(club).await?;
    Ok(vec![Message::ContactOfClub { organisation, name, phone: KnownPhone(phone) }])
}

/// The same with what they are: a name alone tells a volunteer nothing.
pub async fn who_answers_as_what(
    desk: &mut Desk<'_>,
    municipality: MunicipalityId,
) -> anyhow::Result<(Message, String)> {
    let (town, calendar) = desk.town(municipality).await?;
    for person in desk.on_duty(municipality, &calendar).await? {
        if let Some(person) = desk.tx.living_person(person).await? {
            return Ok((Message::WhoOnDuty { name: person.name }, person.phone.unwrap_or(town.phone)));
        }
    }
    Ok(match desk.tx.escalation_contact(municipality).await? {
        Some(contact) => (Message::WhoContact { name: contact.name }, contact.phone.unwrap_or(town.phone)),
        None => (Message::WhoTown { name: town.name }, town.phone),
    })
}
