//! What the bot may do in a group, as `tannhjul check` asks it.

use std::time::Duration;

use tannhjul::chat::telegram::Api;
use tannhjul::chat::telegram::rights::{Rights, rights};

use crate::bot_api::{BotApi, Fault, Presence, TOKEN};

fn api(telegram: &BotApi) -> Api {
    Api::new(TOKEN, &telegram.url(), Duration::from_secs(10)).expect("an api")
}

#[tokio::test]
async fn a_member_writes_and_an_administrator_sees_thumbs_too() {
    let telegram = BotApi::start().await;
    let api = api(&telegram);
    let group = telegram.supergroup("Fjellvik IL", &["kari"]);
    let chat = group.id.to_string();
    group.bot_becomes("kari", Presence::Member);
    assert_eq!(rights(&api, &chat).await.expect("an answer"), Rights::Member);
    group.bot_becomes("kari", Presence::Administrator);
    assert_eq!(rights(&api, &chat).await.expect("an answer"), Rights::Administrator);
    group.bot_becomes("kari", Presence::Out);
    assert_eq!(rights(&api, &chat).await.expect("an answer"), Rights::Out);
}

#[tokio::test]
async fn who_may_not_write_is_found() {
    let telegram = BotApi::start().await;
    let api = api(&telegram);
    let group = telegram.supergroup("Fjellvik IL", &["kari"]);
    let chat = group.id.to_string();
    group.bot_becomes("kari", Presence::Member);
    group.lets_only_admins_write(true);
    assert_eq!(rights(&api, &chat).await.expect("an answer"), Rights::Silenced);
    group.lets_only_admins_write(false);
    group.mutes_bot(true);
    assert_eq!(rights(&api, &chat).await.expect("an answer"), Rights::Silenced);
    group.mutes_bot(false);
    assert_eq!(rights(&api, &chat).await.expect("an answer"), Rights::Member);
}

#[tokio::test]
async fn a_group_that_is_gone_and_a_platform_that_is_silent_are_two_things() {
    let telegram = BotApi::start().await;
    let api = api(&telegram);
    assert_eq!(rights(&api, "-1009").await.expect("an answer"), Rights::Out);
    let group = telegram.supergroup("Fjellvik IL", &["kari"]);
    telegram.fail("getChatMember", Fault::Cut);
    assert!(rights(&api, &group.id.to_string()).await.is_err());
}
