//! What becomes of raw updates: those seen in the wild, those made up to be awkward, and those that are broken on purpose.

use chrono::{DateTime, Utc};
use expect_test::expect;
use serde_json::{Value, json};
use tannhjul::chat::incoming::Event;
use tannhjul::chat::telegram::Bot;
use tannhjul::chat::telegram::parse::parse;
use tannhjul::chat::{ChatKind, Incoming, Sender};

/// A name, a tab, and an update as Telegram sends it.
const SEEN: &str = include_str!("updates.tsv");

pub fn seen() -> impl Iterator<Item = (&'static str, Value)> {
    SEEN.lines().map(|line| {
        let (name, update) = line.split_once('\t').expect("a tab");
        (name, serde_json::from_str(update).expect("JSON"))
    })
}

fn received() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_100, 0).expect("a time")
}

pub fn read(update: &Value) -> Vec<Incoming> {
    parse(update, &Bot { id: 42, username: "tannhjul_bot".to_owned() }, received())
}

/// One line for one incoming: where, who, what.
fn line(incoming: &Incoming) -> String {
    let kind = match incoming.chat.kind {
        ChatKind::Private => "private",
        ChatKind::Group => "group",
    };
    let thread = incoming.chat.thread.as_ref().map(|thread| format!(" topic {thread}")).unwrap_or_default();
    let sender = match &incoming.sender {
        Sender::Account(account) => account.name.as_str(),
        Sender::Hidden => "(hidden)",
        Sender::Nobody => "(nobody)",
    };
    let to = |reply: &Option<String>| reply.as_ref().map(|id| format!(" to {id}")).unwrap_or_default();
    let event = match &incoming.event {
        Event::Said { message, text, reply_to, edited, .. } => {
            format!("{} {message}{}: {text}", if *edited { "edits" } else { "says" }, to(reply_to))
        }
        Event::Wordless { message, reply_to } => format!("wordless {message}{}", to(reply_to)),
        Event::Pressed { press, message, data } => {
            format!("presses {data} under {} ({press})", message.as_deref().unwrap_or("nothing"))
        }
        Event::Reacted { message, added, removed } => format!("reacts to {message}: +{added:?} -{removed:?}"),
        Event::BotPresent(present) => format!("bot present: {present}"),
        Event::MemberPresent { account, present } => format!("{} present: {present}", account.name),
        Event::Moved { to } => format!("moved to {to}"),
    };
    format!("{kind}{thread}, {sender} {event}")
}

fn lines(incoming: &[Incoming]) -> String {
    if incoming.is_empty() {
        "-".to_owned()
    } else {
        incoming.iter().map(line).collect::<Vec<_>>().join(" | ")
    }
}

#[test]
fn every_update_that_was_seen_is_read() {
    let table: String = seen().map(|(name, update)| format!("{name}: {}\n", lines(&read(&update)))).collect();
    expect![[r#"
        reply: group, Kari says 11 to 5: ja
        reply to a message without author: group, Kari says 11 to 5: ja
        reply to a message of date 0: group, Kari says 11 to 5: ja
        reply with a quote: group, Kari says 11 to 5: ja
        answer from another topic: group, Kari says 11 to 5: ja
        edited reply: group, Kari edits 11 to 5: nei
        anonymous administrator: -
        as a channel: -
        forward from the linked channel: -
        plain message in a topic: -
        topic in private: private topic 3, Kari says 11: ja
        simple group: -
        simple group, less said of it: -
        becomes a supergroup: group, Kari moved to -1001000000009
        was a simple group: -
        comes to the group: group, Kari Kari present: true
        leaves the group: group, Kari Kari present: false
        bot let in: group, Kari bot present: true
        bot made administrator: -
        bot blocked: private, Kari bot present: false
        member left: group, Kari Kari present: false
        thumb: group, Kari reacts to 5: +["👍"] -[]
        anonymous thumb: group, (hidden) reacts to 5: +["👍"] -[]
        thumb taken back: group, Kari reacts to 5: +[] -["👍"]
        custom and paid reaction: group, Kari reacts to 5: +["custom:55", "paid"] -[]
        odd emoji: group, Kari reacts to 5: +["🦄🦄"] -[]
        unknown kind of reaction: group, Kari reacts to 5: +["sticker_effect"] -[]
        counted reactions: -
        press: group, Kari presses t:5:ja under 5 (77)
        press under an old message: group, Kari presses t:5:ja under 5 (77)
        press without a message: private, Kari presses t:5:ja under nothing (77)
        voice message: -
        reply with a sticker: group, Kari wordless 11 to 5
        reply with a photo: group, Kari says 11 to 5: ja
        poll: -
        poll with new fields: -
        unknown service message: -
        unknown update: -
        unknown entity: -
        unknown kind of chat: -
        unknown standing: group, Kari bot present: true
        reply in rich text: group, Kari wordless 11 to 5
        message with new fields: -
        giveaway: -
        gift: -
        reply to a story: -
        reply to a gift: -
        answer from another topic, unknown origin: group, Kari says 11 to 5: ja
        name of one letter and a mark: -
        start by link: private, Kari says 11: /start join_abc-123
        update 2^31-1: -
        update 2^31+4: -
        update 2^32+5: -
        reply quoting an unknown entity: group, Kari says 11 to 5: ja
        reply to an unknown entity: group, Kari says 11 to 5: ja
        press under an unknown entity: group, Kari presses t:5:ja under 5 (77)
        reply to rich text: group, Kari says 11 to 5: ja
        press under rich text: group, Kari presses t:5:ja under 5 (77)
        press among styled buttons: group, Kari presses t:5:ja under 5 (77)
        reply to styled buttons: group, Kari says 11 to 5: ja
        reply by voice: group, Kari wordless 11 to 5
        message with preview options: -
        ephemeral message: -
        managed bot: -
    "#]]
    .assert_eq(&table);
}

#[test]
fn nothing_that_is_broken_anywhere_makes_it_fail() {
    let odd =
        [json!(null), json!(-1), json!(1.5), json!("x"), json!([]), json!({}), json!([[1]]), json!(true)];
    let mut tried = 0;
    for (_, update) in seen() {
        for path in paths(&update, String::new()) {
            for odd in &odd {
                let mut broken = update.clone();
                *broken.pointer_mut(&path).expect("a path") = odd.clone();
                read(&broken);
                tried += 1;
            }
        }
    }
    assert!(tried > 10_000, "{tried}");
    for odd in &odd {
        read(odd);
    }
}

/// The path of every part of `value`.
pub fn paths(value: &Value, path: String) -> Vec<String> {
    let mut all = vec![path.clone()];
    match value {
        Value::Object(parts) => {
            all.extend(parts.iter().flat_map(|(key, part)| paths(part, format!("{path}/{key}"))));
        }
        Value::Array(parts) => {
            all.extend(parts.iter().enumerate().flat_map(|(at, part)| paths(part, format!("{path}/{at}"))));
        }
        _ => {}
    }
    all
}

/// A message in a group, with `parts` put in.
fn in_group(parts: Value) -> Value {
    with(
        json!({"message_id": 11, "date": 1_790_000_000, "from": kari(),
        "chat": {"id": -1_001_000_000_001_i64, "type": "supergroup", "title": "Fjellvik IL"}}),
        parts,
    )
}

fn in_private(parts: Value) -> Value {
    with(
        json!({"message_id": 11, "date": 1_790_000_000, "from": kari(),
        "chat": {"id": 5_000_000_001_i64, "type": "private", "first_name": "Kari"}}),
        parts,
    )
}

fn with(mut message: Value, parts: Value) -> Value {
    for (key, part) in parts.as_object().into_iter().flatten() {
        message[key.as_str()] = part.clone();
    }
    json!({"update_id": 1, "message": message})
}

fn kari() -> Value {
    json!({"id": 5_000_000_001_i64, "is_bot": false, "first_name": "Kari", "language_code": "nn"})
}

fn by_bot(id: i64) -> Value {
    json!({"message_id": id, "from": {"id": 42, "is_bot": true, "first_name": "Tannhjul"}})
}

fn by_ola(id: i64) -> Value {
    json!({"message_id": id, "from": {"id": 5_000_000_002_i64, "is_bot": false, "first_name": "Ola"}})
}

#[test]
fn only_what_is_for_the_bot_leaves_a_group() {
    let table = [
        ("talk", json!({"text": "noen som så kampen?"})),
        ("talk of the bot", json!({"text": "spør @tannhjul_bot da"})),
        ("answer to somebody", json!({"text": "ja", "reply_to_message": by_ola(5)})),
        ("answer to the bot", json!({"text": "ja", "reply_to_message": by_bot(5)})),
        ("answer that names the bot", json!({"text": "@Tannhjul_bot, ja", "reply_to_message": by_bot(5)})),
        ("answer naming it last", json!({"text": "ja  takk\n@tannhjul_bot!", "reply_to_message": by_bot(5)})),
        ("answer naming another", json!({"text": "ja @tannhjul_bot2", "reply_to_message": by_bot(5)})),
        ("command", json!({"text": "/hjelp"})),
        ("command for the bot", json!({"text": "/koble@TANNHJUL_bot abc-123"})),
        ("command for another bot", json!({"text": "/koble@otherbot abc"})),
        ("answer by another bot's command", json!({"text": "/x@otherbot", "reply_to_message": by_bot(5)})),
        ("command under a photo", json!({"caption": "/behov to stk", "photo": []})),
        ("command in answer to somebody", json!({"text": "/kontakt", "reply_to_message": by_ola(5)})),
        ("path", json!({"text": "/var/log er full"})),
        ("slash", json!({"text": "/ ja"})),
        ("smile", json!({"text": "/: ja"})),
        ("sticker", json!({"sticker": {"file_id": "a"}})),
        ("pinned", json!({"pinned_message": by_bot(5)})),
        (
            "another bot answers",
            json!({"text": "ja", "from": {"id": 9, "is_bot": true, "first_name": "X"},
            "reply_to_message": by_bot(5)}),
        ),
        (
            "hidden administrator answers",
            json!({"text": "ja", "reply_to_message": by_bot(5),
            "from": {"id": 1_087_968_824, "is_bot": true, "first_name": "Group"}, "sender_chat": {"id": -1}}),
        ),
        (
            "channel answers",
            json!({"text": "ja", "reply_to_message": by_bot(5), "sender_chat": {"id": -1},
            "from": {"id": 136_817_688, "is_bot": true, "first_name": "Channel"}}),
        ),
        (
            "linked channel's post",
            json!({"text": "/start x", "is_automatic_forward": true,
            "from": {"id": 777_000, "is_bot": false, "first_name": "Telegram"}, "sender_chat": {"id": -1}}),
        ),
        (
            "answer in a topic",
            json!({"text": "ja", "message_thread_id": 33, "is_topic_message": true,
            "reply_to_message": by_bot(40)}),
        ),
        (
            "talk in a topic the bot opened",
            json!({"text": "ja", "message_thread_id": 33, "is_topic_message": true,
            "reply_to_message": by_bot(33)}),
        ),
        (
            "answer in a chain of answers",
            json!({"text": "ja", "message_thread_id": 5,
            "reply_to_message": by_bot(5)}),
        ),
        ("in a channel", json!({"text": "/start", "chat": {"id": -1, "type": "channel", "title": "X"}})),
    ];
    let shown: String = table
        .iter()
        .map(|(name, parts)| format!("{name}: {}\n", lines(&read(&in_group(parts.clone())))))
        .collect();
    expect![[r#"
        talk: -
        talk of the bot: -
        answer to somebody: -
        answer to the bot: group, Kari says 11 to 5: ja
        answer that names the bot: group, Kari says 11 to 5: ja
        answer naming it last: group, Kari says 11 to 5: ja takk
        answer naming another: group, Kari says 11 to 5: ja @tannhjul_bot2
        command: group, Kari says 11: /hjelp
        command for the bot: group, Kari says 11: /koble abc-123
        command for another bot: -
        answer by another bot's command: -
        command under a photo: group, Kari says 11: /behov to stk
        command in answer to somebody: group, Kari says 11: /kontakt
        path: -
        slash: -
        smile: -
        sticker: -
        pinned: -
        another bot answers: -
        hidden administrator answers: group, (hidden) says 11 to 5: ja
        channel answers: group, (hidden) says 11 to 5: ja
        linked channel's post: -
        answer in a topic: group topic 33, Kari says 11 to 40: ja
        talk in a topic the bot opened: -
        answer in a chain of answers: group, Kari says 11 to 5: ja
        in a channel: -
    "#]]
    .assert_eq(&shown);
}

#[test]
fn in_private_everything_is_for_the_bot() {
    let table = [
        ("words", json!({"text": "  syk "})),
        ("control characters", json!({"text": "s\u{0}y\u{1b}[31mk\r\n\u{7}i dag"})),
        ("answer", json!({"text": "ja", "reply_to_message": by_bot(5)})),
        ("answer to oneself", json!({"text": "ja", "reply_to_message": {"message_id": 5, "from": kari()}})),
        ("sticker", json!({"sticker": {"file_id": "a"}})),
        ("command for another bot", json!({"text": "/start@otherbot"})),
        ("service", json!({"pinned_message": by_bot(5)})),
        ("Telegram's own", json!({"text": "Login code", "from": {"id": 777_000, "first_name": "Telegram"}})),
    ];
    let shown: String = table
        .iter()
        .map(|(name, parts)| format!("{name}: {}\n", lines(&read(&in_private(parts.clone())))))
        .collect();
    expect![[r#"
        words: private, Kari says 11: syk
        control characters: private, Kari says 11: sy[31mk
        i dag
        answer: private, Kari says 11 to 5: ja
        answer to oneself: private, Kari says 11: ja
        sticker: private, Kari wordless 11
        command for another bot: private, Kari says 11: /start@otherbot
        service: -
        Telegram's own: -
    "#]]
    .assert_eq(&shown);
}

#[test]
fn several_who_come_at_once_are_told_one_by_one() {
    let user = |id: i64, name: &str, is_bot: bool| json!({"id": id, "is_bot": is_bot, "first_name": name});
    let users =
        [user(1, "Ola", false), user(42, "Tannhjul", true), user(2, "Eva", false), user(3, "Per", false)];
    let read = read(&in_group(json!({ "new_chat_members": users })));
    let updates: Vec<_> = read.iter().map(|incoming| incoming.update.as_str()).collect();
    assert_eq!(updates, ["1", "1.1", "1.2"]);
    expect!["group, Kari Ola present: true | group, Kari Eva present: true | group, Kari Per present: true"]
        .assert_eq(&lines(&read));
}

#[test]
fn standings_become_coming_and_going() {
    let change = |kind: &str, who: i64, old: Value, new: Value| {
        let (mut old, mut new) = (old, new);
        for member in [&mut old, &mut new] {
            member["user"] = json!({"id": who, "is_bot": who == 42, "first_name": "Per"});
        }
        let chat = json!({"id": -1, "type": "supergroup", "title": "X"});
        let update = json!({"update_id": 1, kind: {"chat": chat, "from": kari(), "date": 1,
            "old_chat_member": old, "new_chat_member": new}});
        lines(&read(&update))
    };
    let is = |status: &str| json!({"status": status});
    let restricted = |is_member: bool| json!({"status": "restricted", "is_member": is_member});
    assert_eq!(change("chat_member", 7, is("left"), is("member")), "group, Kari Per present: true");
    assert_eq!(change("chat_member", 7, is("member"), is("administrator")), "-");
    assert_eq!(change("chat_member", 7, is("member"), restricted(true)), "-");
    assert_eq!(change("chat_member", 7, is("member"), restricted(false)), "group, Kari Per present: false");
    assert_eq!(change("chat_member", 7, is("left"), is("kicked")), "-");
    assert_eq!(
        change("my_chat_member", 42, is("administrator"), is("kicked")),
        "group, Kari bot present: false"
    );
    assert_eq!(change("my_chat_member", 42, is("kicked"), is("creator")), "group, Kari bot present: true");
}

#[test]
fn who_and_when_are_told_as_well_as_they_are_known() {
    let account = |from: Value| match read(&in_private(json!({"text": "ja", "from": from})))[0].sender.clone()
    {
        Sender::Account(account) => account,
        other => panic!("{other:?}"),
    };
    let full =
        account(json!({"id": 7_999_999_999_i64, "first_name": " Siv\u{202e} ", "last_name": "Ås\n\t<b>",
        "username": "siv_aas", "language_code": "nb"}));
    assert_eq!(full.name, "Siv Ås <b>");
    assert_eq!(
        (full.id.as_str(), full.username.as_deref(), full.language.as_deref()),
        ("7999999999", Some("siv_aas"), Some("nb"))
    );
    assert_eq!(account(json!({"id": 7, "first_name": "\u{3164}", "username": "siv"})).name, "siv");
    assert_eq!(account(json!({"id": 7, "first_name": "\u{200f}"})).name, "7");
    let when = |parts: Value| read(&in_private(parts))[0].at.timestamp();
    assert_eq!(when(json!({"text": "ja"})), 1_790_000_000);
    assert_eq!(when(json!({"text": "ja", "date": 0})), received().timestamp());
    assert_eq!(when(json!({"text": "ja", "date": i64::MAX})), received().timestamp());
}
