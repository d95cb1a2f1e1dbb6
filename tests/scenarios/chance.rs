//! Buttons carry no authority, and what a client sends in their place is anybody's invention: whatever comes is answered, nothing is set aside, and
//! who may do nothing changes nothing. What is pressed comes from seeds, so that a failure can be had again.

use fastrand::Rng;
use tannhjul::chat::Target;
use tannhjul::domain::task::Task;
use tannhjul::store::Db;

use crate::databases::on_both_engines;
use crate::world::World;

on_both_engines!(
    strangers_press_whatever_they_like,
    everybody_presses_whatever_they_like,
    a_code_is_not_guessed,
);

/// What buttons of the service's begin with, and what none does.
const VERBS: [&str; 50] = [
    "yes",
    "take",
    "res",
    "no",
    "hold",
    "ask",
    "put",
    "putin",
    "extend",
    "town",
    "cancel",
    "cancelyes",
    "cancelno",
    "enough",
    "rest",
    "part",
    "takeduty",
    "conf",
    "late",
    "in",
    "done",
    "wrong",
    "ready",
    "unready",
    "stay",
    "down",
    "comes",
    "gone",
    "there",
    "absent",
    "alldone",
    "nobody",
    "called",
    "uncalled",
    "verdict",
    "follow",
    "edit",
    "alter",
    "who",
    "history",
    "leave",
    "misread",
    "misask",
    "meant",
    "keep",
    "send",
    "change",
    "discard",
    "dry",
    "set",
];

/// What stands after the verb.
const ARGUMENTS: [&str; 24] = [
    "1",
    "2",
    "3",
    "0",
    "-1",
    "7",
    "999999",
    "9223372036854775807",
    "9223372036854775808",
    "yes",
    "no",
    "coming",
    "nobody",
    "useful",
    "people",
    "zone",
    "clock",
    "service",
    "snow_clearing",
    "29666880",
    "29667000",
    "",
    "\0",
    "🤷",
];

fn invented(random: &mut Rng) -> String {
    match random.u32(..12) {
        0 => ["erase:yes", "stay", "lang:nn", "lang:nb:\0", "lang:xx", "", ":", "\0", "yes:1\0"]
            [random.usize(..9)]
        .to_owned(),
        1 => (0..random.usize(..70)).map(|_| random.char(..)).collect(),
        _ => {
            let mut parts = vec![VERBS[random.usize(..VERBS.len())]];
            parts.extend((0..random.usize(1..4)).map(|_| ARGUMENTS[random.usize(..ARGUMENTS.len())]));
            parts.join(":")
        }
    }
}

/// The data of some button that the bot has shown to somebody, perhaps somebody else.
fn seen(fjellvik: &World, random: &mut Rng) -> Option<String> {
    let posted = fjellvik.chat.all_posted();
    let buttons = posted.iter().flat_map(|posted| posted.text.buttons.iter().flatten().chain(&posted.had));
    let data: Vec<String> = buttons
        .filter_map(|button| match &button.target {
            Target::Data(data) => Some(data.clone()),
            Target::Link(_) => None,
        })
        .collect();
    (!data.is_empty()).then(|| data[random.usize(..data.len())].clone())
}

/// Presses, and is answered.
async fn presses(fjellvik: &mut World, random: &mut Rng, person: &str, turn: usize) {
    let stolen = if random.bool() { seen(fjellvik, random) } else { None };
    let data = stolen.unwrap_or_else(|| invented(random));
    fjellvik.forget();
    fjellvik.presses_data(person, &data).await;
    let said = fjellvik.transcript();
    assert!(said.contains(&format!("bot ⇢ {person}: ")), "turn {turn}: nothing answers {data:?}:\n{said}");
    let failed = fjellvik.count("SELECT COUNT(*) FROM inbox WHERE state <> 'done'").await;
    assert_eq!(failed, 0, "turn {turn}: {person} pressed {data:?}");
}

async fn tasks(fjellvik: &World) -> Vec<Task> {
    let mut tasks = Vec::new();
    for id in 1..=fjellvik.count("SELECT COUNT(*) FROM task").await {
        tasks.push(fjellvik.task(id).await);
    }
    tasks
}

/// Fjellvik with a task that is taken and one that is not, a draft, and somebody who was asked something.
async fn a_busy_day(db: Db) -> World {
    let mut fjellvik = World::snow_is_taken(db).await;
    fjellvik.asked_for("Trenger 3 stk til hagearbeid i Storgata 8 på tirsdag kl 10-12").await;
    fjellvik.says("silje", "Trenger noen til å handle for oss i morgen").await;
    fjellvik.replies("fjellvik-il", "kari", "kanskje").await;
    fjellvik.forget();
    fjellvik
}

async fn strangers_press_whatever_they_like(db: Db) {
    let mut fjellvik = a_busy_day(db).await;
    let before = tasks(&fjellvik).await;
    let rows = "SELECT COUNT(*) FROM history";
    let history = fjellvik.count(rows).await;
    let random = &mut Rng::with_seed(5);
    for turn in 0..250 {
        presses(&mut fjellvik, random, "stranger", turn).await;
    }
    assert_eq!(tasks(&fjellvik).await, before);
    assert_eq!(fjellvik.count(rows).await, history);
    fjellvik.is_at_rest().await;
}

async fn everybody_presses_whatever_they_like(db: Db) {
    let mut fjellvik = a_busy_day(db).await;
    let random = &mut Rng::with_seed(6);
    let people = ["kari", "ola", "eva", "silje", "anne", "bjorn", "stranger"];
    for turn in 0..400 {
        let person = people[random.usize(..people.len())];
        presses(&mut fjellvik, random, person, turn).await;
    }
    fjellvik.is_at_rest().await;
}

async fn a_code_is_not_guessed(db: Db) {
    let mut fjellvik = World::before_anybody_joined(db).await;
    for guess in 0..10 {
        fjellvik.says("sneaky", &format!("/start abcdefghijkmnpqrstuvwxyz{guess}")).await;
    }
    fjellvik.forget();
    // A right one is not taken either: else whoever hits one would know.
    fjellvik.joins("sneaky", "kari").await;
    fjellvik.time_passes_until("2026-11-21T10:09:00").await;
    fjellvik.says("sneaky", "/start abcdefghijkm").await;
    fjellvik.joins("kari", "kari").await;
    fjellvik.time_passes_until("2026-11-21T10:20:00").await;
    fjellvik.joins("sneaky", "ola").await;
    let told = fjellvik.transcript();
    let answers: Vec<&str> = told.lines().filter(|line| line.contains("bot → ")).collect();
    let too_many = "Det var mange feil koder på kort tid. Vent ti minutter og prøv igjen, eller be om en ny.";
    assert_eq!(
        answers,
        [
            format!("lør 10:00 bot → sneaky: {too_many}"),
            format!("lør 10:09 bot → sneaky: {too_many}"),
            "lør 10:09 bot → kari: Velkommen, Kari! Nå er du med i Tannhjul for Fjellvik kommune.".to_owned(),
            "lør 10:09 bot → kari: (deleted)".to_owned(),
            "lør 10:20 bot → sneaky: Velkommen, Ola! Nå er du med i Tannhjul for Fjellvik kommune."
                .to_owned(),
            "lør 10:20 bot → sneaky: (deleted)".to_owned(),
        ]
    );
}
