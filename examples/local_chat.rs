//! The local chat's page with a bot that only echoes, for working on the page: `cargo run --example local_chat [empty]`.
//! Stops by itself after half an hour.

#[path = "../tests/local_chat/stub.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod stub;

use std::sync::Arc;
use std::time::Duration;

use tannhjul::chat::Chat;
use tannhjul::chat::local::{LocalChat, Part, Place, Say};
use tannhjul::chat::{Address, Button, Delivery, Target, Text};
use tannhjul::clock::Clock;
use tannhjul::domain::local_time::Calendar;
use tannhjul::http::local_chat::{LocalChatPage, router};
use tannhjul::secret::Key;
use tannhjul::store::Db;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let dir = tempfile::tempdir()?;
    let db = Db::open(&format!("sqlite:{}", dir.path().join("local.db").display())).await?;
    let clock = Clock::system();
    clock.run_from("2026-11-21T16:52:00Z".parse()?);
    let chat = Arc::new(LocalChat::new(db, Key::generate(), clock.clone()));
    if std::env::args().nth(1).as_deref() != Some("empty") {
        people(&chat).await?;
    }
    chat.set_inbox(stub::Echo::start(chat.clone())).await;
    let page = LocalChatPage {
        chat,
        clock: clock.clone(),
        calendar: Calendar { time_zone: chrono_tz::Europe::Oslo },
        time_machine: Some(Arc::new(stub::Machine(clock))),
    };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8088").await?;
    println!("http://{}/chat", listener.local_addr()?);
    tokio::select! {
        served = axum::serve(listener, router(page)) => served?,
        () = tokio::time::sleep(Duration::from_secs(1800)) => {}
    }
    Ok(())
}

async fn people(chat: &LocalChat) -> anyhow::Result<()> {
    let anne = chat.add_person("Anne Vik", Some(Part::Staff), None).await?;
    let berit = chat.add_person("Berit Moen", Some(Part::Coordinator), None).await?;
    let geir = chat.add_person("Geir Aasen", Some(Part::ClubContact), None).await?;
    let mut volunteers = Vec::new();
    for name in ["Kari Nes", "Ola Ruud", "Per Øyen", "Eva Lunde", "Tor Haugen"] {
        volunteers.push(chat.add_person(name, Some(Part::Volunteer), None).await?);
    }
    let fjellvik = chat.add_group("Fjellvik IL").await?;
    let nordre = chat.add_group("Nordre IL").await?;
    chat.join(fjellvik, geir).await?;
    for (index, volunteer) in volunteers.iter().enumerate() {
        chat.join(if index < 4 { fjellvik } else { nordre }, *volunteer).await?;
    }
    for person in [anne, berit, volunteers[0], volunteers[1]] {
        chat.start(person, "abcd2345").await?;
    }
    let say = async |person, place, text: &str, reply_to| {
        let said = Say { person, chat: place, text: text.to_owned(), reply_to, nonce: None };
        Ok::<_, anyhow::Error>(chat.say(said).await?.unwrap_or_default())
    };
    let post = async |to: Place, text, reply_to: Option<i64>| {
        let to = Address { chat: to.to_string(), thread: None };
        let reply_to = reply_to.map(|id| id.to_string());
        Ok::<_, anyhow::Error>(
            chat.deliver(Delivery::Post { to, text, reply_to }).await?.message.unwrap_or_default(),
        )
    };
    let need = "Trenger 2 stk til snømåking i Storgata 5 i morgen kl 16-18, spade finnes";
    let typed = say(anne, Place::Private(anne), need, None).await?;
    let button = |label: &str| Button { label: label.to_owned(), target: Target::Data(label.to_owned()) };
    let read_back = Text {
        body: "Slik forstår jeg behovet:\nSnømåking, 2 frivillige, søndag 22. november kl. 16–18\n\
               Sone Sentrum (det gruppa ser). Adressen er lagret og vises ikke her.\n\
               Spørres: Fjellvik IL, deretter Nordre IL. Du får svar uansett, senest søndag kl. 12."
            .to_owned(),
        buttons: vec![
            vec![button("Send"), button("Endre"), button("Forkast")],
            vec![button("Hva skjer hvis ingen svarer?")],
            vec![Button { label: "Se og endre".to_owned(), target: Target::Link("/o/abc".to_owned()) }],
        ],
    };
    post(Place::Private(anne), read_back, None).await?;
    let to = Address { chat: Place::Private(anne).to_string(), thread: None };
    chat.deliver(Delivery::Delete { to, message: typed.to_string() }).await?;
    let group = Place::Group(fjellvik);
    say(geir, group, "Hei alle, da er vi på lufta! Husk dugnaden på klubbhuset torsdag.", None).await?;
    let card = post(group, stub::card(1), None).await?;
    let card_id: i64 = card.parse()?;
    let yes = say(volunteers[0], group, "tar den 👍", Some(card_id)).await?;
    let to = Address { chat: group.to_string(), thread: None };
    chat.deliver(Delivery::React { to, message: yes.to_string(), emoji: "👍".to_owned() }).await?;
    chat.react(volunteers[3], yes, "❤").await?;
    say(volunteers[2], group, "hvor er det?", Some(card_id)).await?;
    post(group, stub::plain("I Sentrum. Adressen får de som har plass."), Some(yes + 1)).await?;
    let thanks = Text {
        body: "Takk! Du har plass på #17. Adresse og info åpner du her.".to_owned(),
        buttons: vec![vec![
            Button { label: "Åpne oppdraget".to_owned(), target: Target::Link("/o/abc".to_owned()) },
            button("Meld forfall"),
        ]],
    };
    post(Place::Private(volunteers[0]), thanks, None).await?;
    Ok(())
}
