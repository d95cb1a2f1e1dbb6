//! The Bot API's methods, as far as a dispatcher uses them, with the error texts of the real one.

use reqwest::Url;
use serde_json::{Value, json};

use super::state::{Chat, Kind, Message, Presence, State};
use super::webhook::Webhook;
use super::{BOT_ID, BOT_USERNAME};

const TEXT_MAX: usize = 4096;
const CAPTION_MAX: usize = 1024;
const ANSWER_MAX: usize = 200;

/// A refusal.
#[derive(Clone, Debug)]
pub struct No {
    pub code: u16,
    description: String,
    parameters: Option<Value>,
}

impl No {
    pub fn new(code: u16, description: &str) -> Self {
        Self { code, description: description.to_owned(), parameters: None }
    }

    pub fn too_many(retry_after: u64) -> Self {
        let description = format!("Too Many Requests: retry after {retry_after}");
        Self { code: 429, description, parameters: Some(json!({"retry_after": retry_after})) }
    }

    fn bad(description: &str) -> Self {
        Self::new(400, &format!("Bad Request: {description}"))
    }

    pub fn json(&self) -> Value {
        let mut json = json!({"ok": false, "error_code": self.code, "description": self.description});
        if let Some(parameters) = &self.parameters {
            json["parameters"] = parameters.clone();
        }
        json
    }
}

/// Carries out `method`, in lower case.
pub fn carry_out(state: &mut State, method: &str, body: &Value) -> Result<Value, No> {
    match method {
        "getme" => {
            Ok(json!({"id": BOT_ID, "is_bot": true, "first_name": "Tannhjul", "username": BOT_USERNAME,
            "can_join_groups": true, "can_read_all_group_messages": false}))
        }
        "getchatmember" => member(state, body),
        "getchat" => {
            let chat = open_chat(state, body)?;
            Ok(
                json!({"id": chat.id, "title": chat.title, "permissions": {"can_send_messages": !chat.only_admins_write}}),
            )
        }
        "sendmessage" => send(state, body),
        "senddocument" => send_document(state, body),
        "editmessagetext" => edit(state, body),
        "setmessagereaction" => react(state, body),
        "answercallbackquery" => answer(state, body),
        "deletemessage" => delete(state, body),
        "setmycommands" | "setmydescription" | "setmyshortdescription" => set(state, method, body),
        "getmycommands" => Ok(get(state, "setmycommands", "commands", body).unwrap_or(json!([]))),
        "getmydescription" => {
            let text = get(state, "setmydescription", "description", body).unwrap_or(json!(""));
            Ok(json!({"description": text}))
        }
        "getmyshortdescription" => {
            let text = get(state, "setmyshortdescription", "short_description", body).unwrap_or(json!(""));
            Ok(json!({"short_description": text}))
        }
        "setwebhook" => {
            state.updates.allow(&body["allowed_updates"]);
            state.webhook = Webhook::from_request(body);
            Ok(json!(true))
        }
        "deletewebhook" => {
            state.webhook = None;
            Ok(json!(true))
        }
        _ => Err(No::new(404, "Not Found")),
    }
}

/// The chat that is named, if the bot may write to it.
fn open_chat<'a>(state: &'a mut State, body: &Value) -> Result<&'a mut Chat, No> {
    let not_found = || No::bad("chat not found");
    let chat = body["chat_id"].as_i64().and_then(|id| state.chats.get_mut(&id)).ok_or_else(not_found)?;
    if let Some(to) = chat.moved_to {
        let mut no = No::bad("group chat was upgraded to a supergroup chat");
        no.parameters = Some(json!({"migrate_to_chat_id": to}));
        return Err(no);
    }
    match (chat.bot, chat.kind) {
        (Presence::Member | Presence::Administrator, _) => Ok(chat),
        (Presence::Never, Kind::Private) => {
            Err(No::new(403, "Forbidden: bot can't initiate conversation with a user"))
        }
        (Presence::Out, Kind::Private) => Err(No::new(403, "Forbidden: bot was blocked by the user")),
        (Presence::Never, _) => Err(not_found()),
        (Presence::Out, Kind::Group) => Err(No::new(403, "Forbidden: bot was kicked from the group chat")),
        (Presence::Out, Kind::Supergroup) => {
            Err(No::new(403, "Forbidden: bot was kicked from the supergroup chat"))
        }
    }
}

/// The bot as a member of a chat. Of others nothing is known here.
fn member(state: &mut State, body: &Value) -> Result<Value, No> {
    if body["user_id"].as_i64() != Some(BOT_ID) {
        return Err(No::bad("PARTICIPANT_ID_INVALID"));
    }
    let chat = body["chat_id"].as_i64().and_then(|id| state.chats.get(&id));
    let chat = chat.filter(|chat| chat.bot != Presence::Never).ok_or_else(|| No::bad("chat not found"))?;
    if chat.moved_to.is_some() {
        return Err(No::bad("group chat was upgraded to a supergroup chat"));
    }
    let status = match chat.bot {
        Presence::Administrator => "administrator",
        Presence::Member if chat.bot_is_muted => "restricted",
        Presence::Member => "member",
        Presence::Out | Presence::Never => {
            return Err(No::new(403, "Forbidden: bot was kicked from the group chat"));
        }
    };
    let mut json = json!({"status": status, "user": {"id": BOT_ID, "is_bot": true}});
    if chat.bot_is_muted {
        json["is_member"] = json!(true);
        json["can_send_messages"] = json!(false);
    }
    Ok(json)
}

fn send(state: &mut State, body: &Value) -> Result<Value, No> {
    let chat = open_chat(state, body)?;
    let text = text(body, "message is too long")?;
    let thread = body["message_thread_id"].as_i64();
    if let Some(thread) = thread {
        if chat.closed_topics.contains(&thread) {
            return Err(No::bad("TOPIC_CLOSED"));
        }
        if !chat.messages.get(&thread).is_some_and(|message| message.opens_topic) {
            return Err(No::bad("message thread not found"));
        }
    }
    let reply = &body["reply_parameters"];
    let reply_to = reply["message_id"].as_i64().filter(|id| chat.messages.contains_key(id));
    if reply.is_object() && reply_to.is_none() && reply["allow_sending_without_reply"] != true {
        return Err(No::bad("message to be replied not found"));
    }
    check_keyboard(&body["reply_markup"])?;
    let id = chat.id;
    state.limits.count(id).map_err(No::too_many)?;
    let message =
        Message { thread, reply_to, markup: body["reply_markup"].clone(), ..Message::new(BOT_ID, &text) };
    let message = state.add_message(id, message);
    Ok(state.message_json(&state.chats[&id], &message))
}

/// A file is seen by its name and caption.
fn send_document(state: &mut State, body: &Value) -> Result<Value, No> {
    let chat = open_chat(state, body)?.id;
    let caption = body["caption"].as_str().unwrap_or_default();
    if caption.encode_utf16().count() > CAPTION_MAX {
        return Err(No::bad("message caption is too long"));
    }
    let Some(name) = body["document"]["file_name"].as_str().filter(|name| !name.is_empty()) else {
        return Err(No::bad("there is no document in the request"));
    };
    state.limits.count(chat).map_err(No::too_many)?;
    let message = state.add_message(chat, Message::new(BOT_ID, &format!("[{name}] {caption}")));
    Ok(state.message_json(&state.chats[&chat], &message))
}

fn edit(state: &mut State, body: &Value) -> Result<Value, No> {
    let chat = open_chat(state, body)?.id;
    let text = text(body, "MESSAGE_TOO_LONG")?;
    check_keyboard(&body["reply_markup"])?;
    state.limits.count(chat).map_err(No::too_many)?;
    let message = message(state, chat, body).ok_or_else(|| No::bad("message to edit not found"))?;
    if message.author != BOT_ID {
        return Err(No::bad("message can't be edited"));
    }
    let markup = &body["reply_markup"];
    if message.text == text && message.markup == *markup {
        return Err(No::bad(
            "message is not modified: specified new message content and reply markup are exactly the same as a \
             current content and reply markup of the message",
        ));
    }
    message.text = text;
    message.markup = markup.clone();
    let message = message.clone();
    Ok(state.message_json(&state.chats[&chat], &message))
}

fn react(state: &mut State, body: &Value) -> Result<Value, No> {
    let chat = open_chat(state, body)?.id;
    let reactions: Vec<_> = body["reaction"].as_array().into_iter().flatten().collect();
    if reactions.len() > 1 {
        return Err(No::bad("REACTIONS_TOO_MANY"));
    }
    let emoji: Option<Vec<_>> =
        reactions.iter().map(|reaction| reaction["emoji"].as_str().map(str::to_owned)).collect();
    let emoji = emoji.ok_or_else(|| No::bad("REACTION_INVALID"))?;
    let message = message(state, chat, body).ok_or_else(|| No::bad("message to react not found"))?;
    if emoji.is_empty() {
        message.reactions.remove(&BOT_ID);
    } else {
        message.reactions.insert(BOT_ID, emoji);
    }
    Ok(json!(true))
}

fn answer(state: &mut State, body: &Value) -> Result<Value, No> {
    let words = body["text"].as_str().unwrap_or_default();
    if words.encode_utf16().count() > ANSWER_MAX {
        return Err(No::bad("MESSAGE_TOO_LONG"));
    }
    let press = body["callback_query_id"].as_str().and_then(|id| state.presses.get_mut(id));
    let Some(press) = press.filter(|press| !press.expired) else {
        return Err(No::bad("query is too old and response timeout expired or query ID is invalid"));
    };
    press.answer = Some((words.to_owned(), body["show_alert"] == true));
    Ok(json!(true))
}

fn delete(state: &mut State, body: &Value) -> Result<Value, No> {
    let chat = open_chat(state, body)?;
    let not_found = || No::bad("message to delete not found");
    let id = body["message_id"].as_i64().ok_or_else(not_found)?;
    let message = chat.messages.get(&id).ok_or_else(not_found)?;
    // In private a bot may delete both sides' messages, in a group those of others only as administrator.
    let may = message.author == BOT_ID || chat.kind == Kind::Private || chat.bot == Presence::Administrator;
    if !may {
        return Err(No::bad("message can't be deleted"));
    }
    chat.messages.remove(&id);
    Ok(json!(true))
}

fn set(state: &mut State, method: &str, body: &Value) -> Result<Value, No> {
    let is_name = |name: &str| {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        (1..=32).contains(&name.len()) && name.bytes().all(fits)
    };
    let commands = body["commands"].as_array().into_iter().flatten();
    if !commands.map(|command| &command["command"]).all(|name| name.as_str().is_some_and(is_name)) {
        return Err(No::bad("BOT_COMMAND_INVALID"));
    }
    state.settings.insert((method.to_owned(), language(body)), body.clone());
    Ok(json!(true))
}

fn get(state: &State, method: &str, key: &str, body: &Value) -> Option<Value> {
    state.settings.get(&(method.to_owned(), language(body))).map(|set| set[key].clone())
}

/// What a setting is for: a scope and a language.
fn language(body: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    format!("{} {}", text(&body["scope"]["type"]), text(&body["language_code"]))
}

fn message<'a>(state: &'a mut State, chat: i64, body: &Value) -> Option<&'a mut Message> {
    state.chats.get_mut(&chat)?.messages.get_mut(&body["message_id"].as_i64()?)
}

fn text(body: &Value, too_long: &str) -> Result<String, No> {
    let text = body["text"].as_str().unwrap_or_default().trim();
    match text.encode_utf16().count() {
        0 => Err(No::bad("message text is empty")),
        length if length > TEXT_MAX => Err(No::bad(too_long)),
        _ => Ok(text.to_owned()),
    }
}

fn check_keyboard(markup: &Value) -> Result<(), No> {
    let rows = markup["inline_keyboard"].as_array().into_iter().flatten();
    for button in rows.flat_map(|row| row.as_array().into_iter().flatten()) {
        if button["text"].as_str().is_none_or(str::is_empty) {
            return Err(No::bad("text buttons are unallowed in the inline keyboard"));
        }
        if let Some(data) = button["callback_data"].as_str() {
            if !(1..=64).contains(&data.len()) {
                return Err(No::bad("BUTTON_DATA_INVALID"));
            }
        } else {
            let link = button["url"].as_str().unwrap_or_default();
            let host = Url::parse(link).ok().and_then(|url| url.host_str().map(str::to_owned));
            if !host.is_some_and(|host| host.contains('.')) {
                return Err(No::bad(&format!(
                    "inline keyboard button URL '{link}' is invalid: Wrong HTTP URL"
                )));
            }
        }
    }
    Ok(())
}
