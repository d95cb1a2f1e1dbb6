//! Who is there: the people one can play, the groups, and who is in touch with whom.

use super::updates::{account_ref, group_chat, private_chat, sender};
use super::{Change, LocalAccountId, LocalChat, LocalGroupId, Part, PlayError, Refusal, content};
use crate::chat::{Event, Sender};
use crate::domain::language::Language;
use crate::store::local_chat::{self as store, AccountRow, GroupRow};

pub const MAX_PEOPLE: usize = 200;
pub const MAX_GROUPS: usize = 50;
/// Longest name of a person and title of a group, in characters.
const MAX_NAME: usize = 64;
const MAX_TITLE: usize = 128;

impl LocalChat {
    /// Makes somebody one can play. `part` is for the page's suggestions, `language` what the platform says of the person's language.
    /// Refused: an empty or long name, a taken one, too many people.
    pub async fn add_person(
        &self,
        name: &str,
        part: Option<Part>,
        language: Option<Language>,
    ) -> Result<LocalAccountId, PlayError> {
        let name = content::name(name, MAX_NAME)?;
        let mut change = self.change().await?;
        if store::accounts(&mut change.tx).await?.len() >= MAX_PEOPLE {
            return Err(Refusal::TooMany.into());
        }
        let id = store::insert_account(&mut change.tx, &name, part, language).await?;
        let id = id.ok_or(Refusal::NameTaken)?;
        change.commit().await?;
        Ok(LocalAccountId(id))
    }

    /// Makes a group with the bot in it. Refused: an empty or long title, a taken one, too many groups.
    pub async fn add_group(&self, title: &str) -> Result<LocalGroupId, PlayError> {
        let title = content::name(title, MAX_TITLE)?;
        let mut change = self.change().await?;
        if store::groups(&mut change.tx).await?.len() >= MAX_GROUPS {
            return Err(Refusal::TooMany.into());
        }
        let id = store::insert_group(&mut change.tx, &title).await?.ok_or(Refusal::NameTaken)?;
        let group = change.group(LocalGroupId(id)).await?;
        change.happened(group_chat(&group), Sender::Nobody, Event::BotPresent(true)).await?;
        change.commit().await?;
        Ok(LocalGroupId(id))
    }

    /// Brings somebody into a group; the bot hears of it. Nothing happens where the person is in it.
    pub async fn join(&self, group: LocalGroupId, person: LocalAccountId) -> Result<(), PlayError> {
        self.set_member(group, person, true).await
    }

    /// Takes somebody out of a group; the bot hears of it. Nothing happens where the person is not in it.
    pub async fn leave(&self, group: LocalGroupId, person: LocalAccountId) -> Result<(), PlayError> {
        self.set_member(group, person, false).await
    }

    async fn set_member(
        &self,
        group: LocalGroupId,
        person: LocalAccountId,
        present: bool,
    ) -> Result<(), PlayError> {
        let mut change = self.change().await?;
        let (group, account) = (change.group(group).await?, change.account(person).await?);
        let changed = if present {
            store::insert_member(&mut change.tx, group.id, account.id).await?
        } else {
            store::delete_member(&mut change.tx, group.id, account.id).await?
        };
        if !changed {
            return Ok(());
        }
        if group.bot {
            let event = Event::MemberPresent { account: account_ref(&account), present };
            change.happened(group_chat(&group), sender(&account), event).await?;
        }
        Ok(change.commit().await?)
    }

    /// Lets the bot into a group or puts it out. Refused: somebody who is not in the group.
    pub async fn set_bot(
        &self,
        group: LocalGroupId,
        person: LocalAccountId,
        present: bool,
    ) -> Result<(), PlayError> {
        let mut change = self.change().await?;
        let (group, account) = (change.group(group).await?, change.account(person).await?);
        change.must_be_member(&group, &account).await?;
        if !store::set_bot(&mut change.tx, group.id, present).await? {
            return Ok(());
        }
        change.happened(group_chat(&group), sender(&account), Event::BotPresent(present)).await?;
        Ok(change.commit().await?)
    }

    /// Blocks the bot, or lets it write again.
    pub async fn set_blocked(&self, person: LocalAccountId, blocked: bool) -> Result<(), PlayError> {
        let mut change = self.change().await?;
        let account = change.account(person).await?;
        if account.blocked == blocked {
            return Ok(());
        }
        store::set_account(&mut change.tx, account.id, account.started, blocked).await?;
        // To the bot that was never started nothing has changed.
        if account.started {
            let event = Event::BotPresent(!blocked);
            change.happened(private_chat(&account), sender(&account), event).await?;
        }
        Ok(change.commit().await?)
    }
}

impl Change<'_> {
    pub(super) async fn account(&mut self, id: LocalAccountId) -> Result<AccountRow, PlayError> {
        Ok(store::account(&mut self.tx, id.0).await?.ok_or(Refusal::NoSuchPerson)?)
    }

    pub(super) async fn group(&mut self, id: LocalGroupId) -> Result<GroupRow, PlayError> {
        Ok(store::group(&mut self.tx, id.0).await?.ok_or(Refusal::NoSuchGroup)?)
    }

    pub(super) async fn must_be_member(
        &mut self,
        group: &GroupRow,
        account: &AccountRow,
    ) -> Result<(), PlayError> {
        if !store::is_member(&mut self.tx, group.id, account.id).await? {
            return Err(Refusal::NotMember.into());
        }
        Ok(())
    }
}
