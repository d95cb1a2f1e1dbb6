//! Every button and command, pressed and said by everybody, a stranger and the next town's coordinator among them: what each is answered, and that
//! whoever is refused has changed nothing. Each is tried on the same task and undone.

use expect_test::expect;
use sqlx::types::Json;
use tannhjul::chat::{Capabilities, Event, Incoming};
use tannhjul::commands::desk::Desk;
use tannhjul::commands::{self, Source};
use tannhjul::domain::ids::InboxId;
use tannhjul::store::outbox::Body;
use tannhjul::store::{Db, Tx};

use crate::databases::on_both_engines;
use crate::world::{FJELLVIK, World};

on_both_engines!(who_may_press_what, who_may_press_what_at_the_start, who_may_say_what);

/// Everybody as what they are to the task.
const EVERYBODY: [(&str, &str); 14] = [
    ("bjorn", "coordinator on duty"),
    ("anne", "coordinator"),
    ("inger", "rung last"),
    ("silje", "asked for it"),
    ("tor", "another unit's staff"),
    ("jonas", "administrator"),
    ("kari", "has a place"),
    ("eva", "reserve"),
    ("per", "asked"),
    ("hanne", "contact of a club that is asked"),
    ("geir", "contact of another club"),
    ("marit", "volunteer elsewhere"),
    ("nabo", "coordinator in the next town"),
    ("passerby", "stranger"),
];

/// What leaves everything as it is.
const REFUSALS: [&str; 8] = [
    "NotForYou",
    "NothingToConfirm",
    "NotAllowedHere",
    "HelloStranger",
    "OnlyCoordinators",
    "NothingThere",
    "NoSuchTask",
    "CommandNotForYou",
];

/// Snow on Sunday: Kari and Ola have the places, Eva waits. In the next town another coordinator goes about their own business.
async fn two_towns(db: Db) -> World {
    let mut fjellvik = World::new(db).await;
    let next_town = FJELLVIK.replace("\"anne\"", "\"nabo\"").replace("Anne Berg", "Nanna Bo").replacen(
        "key = \"fjellvik\"",
        "key = \"nabovik\"",
        1,
    );
    fjellvik.apply(&next_town).await;
    fjellvik.joins("nabo", "nabo").await;
    fjellvik.asked_for(crate::acts::SNOW).await;
    fjellvik.replies("fjellvik-il", "kari", "ja").await;
    fjellvik.replies("fjellvik-il", "ola", "tar den").await;
    fjellvik.replies("fjellvik-il", "eva", "jeg kan").await;
    // A draft of hers, and a task of the other town's would have these numbers too.
    fjellvik.says("silje", "Trenger 1 til hagearbeid i Storgata 7 på tirsdag kl 12-14").await;
    fjellvik.forget();
    fjellvik
}

/// What each would be answered, and who is answered so.
async fn answers(fjellvik: &mut World, event: impl Fn(&str) -> Event) -> String {
    let mut by_answer: Vec<(String, Vec<&str>)> = Vec::new();
    for (person, _) in EVERYBODY {
        let incoming = fjellvik.incoming(fjellvik.private(person), person, event(person));
        let answer = would_answer(fjellvik, &incoming).await;
        match by_answer.iter_mut().find(|(other, _)| *other == answer) {
            Some((_, people)) => people.push(person),
            None => by_answer.push((answer, vec![person])),
        }
    }
    by_answer.sort_by_key(|(answer, _)| REFUSALS.contains(&answer.as_str()));
    let lines = by_answer.iter().map(|(answer, people)| format!("    {answer}: {}", people.join(" ")));
    lines.collect::<Vec<_>>().join("\n")
}

/// The name of the first text that would be answered; whatever follows from it is undone.
async fn would_answer(fjellvik: &World, incoming: &Incoming) -> String {
    let all = Capabilities {
        buttons: true,
        edits: true,
        reactions: true,
        deletes: true,
        documents: true,
        confidential: true,
    };
    let source =
        Source { inbox: InboxId(1_000_000), channel: fjellvik.channel, capabilities: all, start_link: None };
    let mut tx = fjellvik.db.begin().await.expect("a transaction");
    let before = traces(&mut tx, &incoming.chat.id).await;
    let around = fjellvik.around.clone();
    let mut desk = Desk { tx: &mut tx, now: fjellvik.now(), around: &around };
    commands::handle(&mut desk, source, incoming).await.expect("handled");
    let bodies: Vec<(Json<Body>,)> = tx
        .all("SELECT body FROM outbox WHERE key LIKE '%1000000%' ORDER BY id", ())
        .await
        .expect("what was said");
    let first = bodies.iter().find_map(|(body,)| match &body.0 {
        Body::Say { said, .. } | Body::AnswerPress { said, .. } => said.lines.first().cloned(),
        _ => None,
    });
    let answer = first.map_or_else(|| "silence".to_owned(), |text| name_of(&format!("{text:?}")));
    if REFUSALS.contains(&answer.as_str()) {
        assert_eq!(
            traces(&mut tx, &incoming.chat.id).await,
            before,
            "refused, and yet something came of it: {incoming:?}"
        );
    }
    answer
}

/// What every change leaves behind, and what is said to others than the speaker.
async fn traces(tx: &mut Tx, speaker: &str) -> Vec<i64> {
    let mut counts = Vec::new();
    for sql in [
        "SELECT COUNT(*) FROM history",
        "SELECT COUNT(*) FROM signup",
        "SELECT COUNT(*) FROM task",
        "SELECT COUNT(*) FROM request",
        "SELECT COUNT(*) FROM person",
        "SELECT COUNT(*) FROM membership",
        "SELECT COUNT(*) FROM duty_shift",
    ] {
        let (count,): (i64,) = tx.one(sql, ()).await.expect("counted");
        counts.push(count);
    }
    const TO_OTHERS: &str =
        "SELECT COUNT(*) FROM outbox JOIN chat ON chat.id = outbox.chat_id WHERE chat.external_id <> $1";
    let (count,): (i64,) = tx.one(TO_OTHERS, (speaker.to_owned(),)).await.expect("counted");
    counts.push(count);
    counts
}

fn name_of(debug: &str) -> String {
    debug.chars().take_while(|c| c.is_alphanumeric()).collect()
}

async fn table(fjellvik: &mut World, buttons: &[&str]) -> String {
    let mut rows = Vec::new();
    for data in buttons {
        let event =
            |_: &str| Event::Pressed { press: "p1".to_owned(), data: (*data).to_owned(), message: None };
        rows.push(format!("{data}\n{}", answers(fjellvik, event).await));
    }
    rows.join("\n")
}

async fn who_may_press_what(db: Db) {
    let mut fjellvik = two_towns(db).await;
    let kari = fjellvik.id_of("kari").await;
    let buttons = [
        "yes:1".to_owned(),
        "res:1:1".to_owned(),
        "no:1".to_owned(),
        "hold:1".to_owned(),
        "hold:1:60".to_owned(),
        "ask:1:2".to_owned(),
        "put:1".to_owned(),
        format!("putin:1:{kari}"),
        "extend:1".to_owned(),
        "town:1".to_owned(),
        "cancel:1".to_owned(),
        "cancelyes:1".to_owned(),
        "cancelno:1".to_owned(),
        "enough:1".to_owned(),
        "rest:1".to_owned(),
        format!("part:1:{kari}:yes"),
        "takeduty:0".to_owned(),
        "conf:1".to_owned(),
        "late:1".to_owned(),
        "ready:1".to_owned(),
        "stay:1".to_owned(),
        "down:1".to_owned(),
        format!("comes:1:{kari}"),
        format!("gone:1:{kari}"),
        "edit:1".to_owned(),
        "alter:1:0:0:3".to_owned(),
        "who:1".to_owned(),
        "history:1:99".to_owned(),
        "send:2:1".to_owned(),
        "change:2".to_owned(),
        "discard:2".to_owned(),
        "dry:2".to_owned(),
        "set:2:people:4".to_owned(),
    ];
    let buttons: Vec<&str> = buttons.iter().map(String::as_str).collect();
    expect![[r#"
        yes:1
            PressAlready: kari
            PressQueued: eva per hanne geir marit
            NotForYou: bjorn anne inger silje tor jonas nabo passerby
        res:1:1
            PressAlready: kari
            PressQueued: eva per hanne geir marit
            NotForYou: bjorn anne inger silje tor jonas nabo passerby
        no:1
            DeclineNoted: bjorn anne inger silje tor jonas eva per hanne geir marit
            PressWithdrawn: kari
            NotForYou: nabo passerby
        hold:1
            FullAlready: bjorn anne inger
            NotForYou: silje tor jonas kari eva per hanne geir marit nabo passerby
        hold:1:60
            FullAlready: bjorn anne inger
            NotForYou: silje tor jonas kari eva per hanne geir marit nabo passerby
        ask:1:2
            FullAlready: bjorn anne inger
            NotForYou: silje tor jonas kari eva per hanne geir marit nabo passerby
        put:1
            FullAlready: bjorn anne inger
            NotForYou: silje tor jonas kari eva per hanne geir marit nabo passerby
        putin:1:10
            NothingThere: bjorn anne inger
            NotForYou: silje tor jonas kari eva per hanne geir marit nabo passerby
        extend:1
            FullAlready: bjorn anne inger
            NotForYou: silje tor jonas kari eva per hanne geir marit nabo passerby
        town:1
            FullAlready: bjorn anne inger silje
            NotForYou: tor jonas kari eva per hanne geir marit nabo passerby
        cancel:1
            SurelyCancel: bjorn anne inger silje
            NotForYou: tor jonas kari eva per hanne geir marit nabo passerby
        cancelyes:1
            Cancelled: bjorn anne inger silje
            NotForYou: tor jonas kari eva per hanne geir marit nabo passerby
        cancelno:1
            LeftAsItIs: bjorn anne inger silje
            NotForYou: tor jonas kari eva per hanne geir marit nabo passerby
        enough:1
            FullAlready: bjorn anne inger silje
            NotForYou: tor jonas kari eva per hanne geir marit nabo passerby
        rest:1
            FullAlready: bjorn anne inger silje
            NotForYou: tor jonas kari eva per hanne geir marit nabo passerby
        part:1:10:yes
            PartSettled: bjorn anne inger
            NotForYou: silje tor jonas kari eva per hanne geir marit nabo passerby
        takeduty:0
            DutyYoursAlready: bjorn
            DutyTakenBy: anne
            DutyIsYours: nabo
            NotForYou: inger silje tor jonas kari eva per hanne geir marit passerby
        conf:1
            ConfirmedThanks: kari
            NothingToConfirm: bjorn anne inger silje tor jonas eva per hanne geir marit
            NotForYou: nabo passerby
        late:1
            SomebodyLate: kari
            NothingToConfirm: bjorn anne inger silje tor jonas eva per hanne geir marit
            NotForYou: nabo passerby
        ready:1
            StandsReadyNoted: eva
            NothingToConfirm: bjorn anne inger silje tor jonas kari per hanne geir marit
            NotForYou: nabo passerby
        stay:1
            YouAreNeeded: kari
            NothingToConfirm: bjorn anne inger silje tor jonas eva per hanne geir marit
            NotForYou: nabo passerby
        down:1
            YouAreNeeded: kari
            NothingToConfirm: bjorn anne inger silje tor jonas eva per hanne geir marit
            NotForYou: nabo passerby
        comes:1:10
            PersonConfirmed: bjorn anne inger
            NotForYou: silje tor jonas kari eva per hanne geir marit nabo passerby
        gone:1:10
            PersonTakenOff: bjorn anne inger
            NotForYou: silje tor jonas kari eva per hanne geir marit nabo passerby
        edit:1
            ChangeHow: bjorn anne inger silje
            NotForYou: tor jonas kari eva per hanne geir marit nabo passerby
        alter:1:0:0:3
            ChangedBy: bjorn anne inger
            MorePlaces: silje
            NotForYou: tor jonas kari eva per hanne geir marit nabo passerby
        who:1
            CardHead: bjorn anne inger silje kari eva per hanne
            NotForYou: tor jonas geir marit nabo passerby
        history:1:99
            CardHead: bjorn anne
            NotForYou: inger silje tor jonas kari eva per hanne geir marit nabo passerby
        send:2:1
            DraftOfSomebodyElse: bjorn anne inger tor jonas kari eva per hanne geir marit
            PressSent: silje
            NotForYou: nabo passerby
        change:2
            DraftOfSomebodyElse: bjorn anne inger tor jonas kari eva per hanne geir marit
            SayWhatChanges: silje
            NotForYou: nabo passerby
        discard:2
            DraftOfSomebodyElse: bjorn anne inger tor jonas kari eva per hanne geir marit
            Discarded: silje
            NotForYou: nabo passerby
        dry:2
            DraftOfSomebodyElse: bjorn anne inger tor jonas kari eva per hanne geir marit
            DryRunHead: silje
            NotForYou: nabo passerby
        set:2:people:4
            DraftOfSomebodyElse: bjorn anne inger tor jonas kari eva per hanne geir marit
            Noted: silje
            NotForYou: nabo passerby"#]]
    .assert_eq(&table(&mut fjellvik, &buttons).await);
}

async fn who_may_press_what_at_the_start(db: Db) {
    let mut fjellvik = two_towns(db).await;
    fjellvik.time_passes_until("2026-11-22T16:30:00").await;
    let kari = fjellvik.id_of("kari").await;
    let buttons = [
        "in:1".to_owned(),
        "done:1".to_owned(),
        "wrong:1".to_owned(),
        format!("there:1:{kari}"),
        format!("absent:1:{kari}"),
        "alldone:1".to_owned(),
        "nobody:1".to_owned(),
        "called:1:coming".to_owned(),
        "uncalled:1:coming".to_owned(),
        "verdict:1:useful".to_owned(),
    ];
    let buttons: Vec<&str> = buttons.iter().map(String::as_str).collect();
    expect![[r#"
        in:1
            CheckedInNoted: kari
            NothingToConfirm: bjorn anne inger silje tor jonas eva per hanne geir marit
            NotForYou: nabo passerby
        done:1
            TaskDone: kari
            NothingToConfirm: bjorn anne inger silje tor jonas eva per hanne geir marit
            NotForYou: nabo passerby
        wrong:1
            WhatHappened: kari
            NothingToConfirm: bjorn anne inger silje tor jonas eva per hanne geir marit
            NotForYou: nabo passerby
        there:1:10
            PersonIsThere: bjorn anne inger
            NotForYou: silje tor jonas kari eva per hanne geir marit nabo passerby
        absent:1:10
            PersonWasAbsent: bjorn anne inger
            NotForYou: silje tor jonas kari eva per hanne geir marit nabo passerby
        alldone:1
            DoneByDuty: bjorn anne inger
            NotForYou: silje tor jonas kari eva per hanne geir marit nabo passerby
        nobody:1
            NobodyCameNoted: bjorn anne inger
            NotForYou: silje tor jonas kari eva per hanne geir marit nabo passerby
        called:1:coming
            CallMadeNoted: bjorn anne inger silje
            NotForYou: tor jonas kari eva per hanne geir marit nabo passerby
        uncalled:1:coming
            RecipientNotReached: bjorn anne inger silje
            NotForYou: tor jonas kari eva per hanne geir marit nabo passerby
        verdict:1:useful
            VerdictNoted: bjorn anne inger silje
            NotForYou: tor jonas kari eva per hanne geir marit nabo passerby"#]]
    .assert_eq(&table(&mut fjellvik, &buttons).await);
}

async fn who_may_say_what(db: Db) {
    let mut fjellvik = two_towns(db).await;
    let said = [
        "/behov Trenger 2 til snømåking i Storgata 5 i morgen kl 16-18",
        "/mine",
        "/ledige",
        "/hvem #1",
        "/forfall #1",
        "/borte 24.12.-2.1.",
        "/kontakt",
        "/sprak",
        "/dagsliste",
        "/historikk #1",
        "/vakt",
        "/vakt Bjørn",
        "/tarvakt",
        "sett inn Per på #1",
        "hvem kan ta #1?",
        "/slutt",
        "/minedata",
        "/slettmeg",
        "/hjelp",
        "#1 kl 17 i stedet",
        "#1 avlys",
        "#1 hvor er det?",
    ];
    let mut rows = Vec::new();
    for text in said {
        let event = |_: &str| Event::Said {
            message: "900000".to_owned(),
            text: text.to_owned(),
            reply_to: None,
            quoted: None,
            edited: false,
        };
        rows.push(format!("{text}\n{}", answers(&mut fjellvik, event).await));
    }
    expect![[r#"
        /behov Trenger 2 til snømåking i Storgata 5 i morgen kl 16-18
            ReadBack: bjorn anne tor nabo
            MayNotAsk: inger jonas kari eva per hanne geir marit
            PutAside: silje
            HelloStranger: passerby
        /mine
            NoTasks: bjorn anne inger tor jonas per hanne geir marit nabo
            MyRequest: silje
            MyPlace: kari
            MyReserve: eva
            HelloStranger: passerby
        /ledige
            NoneLackPeople: bjorn anne inger silje tor jonas kari eva per hanne geir marit nabo
            HelloStranger: passerby
        /hvem #1
            CardHead: bjorn anne inger silje kari eva per hanne
            UnknownNumber: tor jonas geir marit nabo
            HelloStranger: passerby
        /forfall #1
            UnknownNumber: bjorn anne inger silje tor jonas per hanne geir marit nabo
            Withdrawn: kari
            DeclineNoted: eva
            HelloStranger: passerby
        /borte 24.12.-2.1.
            AwayDays: bjorn anne inger silje tor jonas kari eva per hanne geir marit nabo
            HelloStranger: passerby
        /kontakt
            ContactWho: bjorn anne inger silje tor jonas kari eva per hanne geir marit nabo
            HelloStranger: passerby
        /sprak
            WhichLanguage: bjorn anne inger silje tor jonas kari eva per hanne geir marit nabo passerby
        /dagsliste
            DayEmpty: bjorn anne silje tor nabo
            DayNotForYou: inger jonas kari eva per hanne geir marit
            HelloStranger: passerby
        /historikk #1
            CardHead: bjorn anne
            HistoryNotForYou: inger silje tor jonas kari eva per hanne geir marit
            UnknownNumber: nabo
            HelloStranger: passerby
        /vakt
            DutyNow: bjorn anne nabo
            DutyNotForYou: inger silje tor jonas kari eva per hanne geir marit
            HelloStranger: passerby
        /vakt Bjørn
            DutyYoursAlready: bjorn
            DutyAlready: anne nabo
            DutyNotForYou: inger silje tor jonas kari eva per hanne geir marit
            HelloStranger: passerby
        /tarvakt
            DutyYoursAlready: bjorn
            DutyTakenBy: anne
            DutyNotForYou: inger silje tor jonas kari eva per hanne geir marit
            DutyIsYours: nabo
            HelloStranger: passerby
        sett inn Per på #1
            PutInWhom: bjorn anne inger
            PutInHow: silje tor jonas kari eva per hanne geir marit nabo
            HelloStranger: passerby
        hvem kan ta #1?
            WhoCanHead: bjorn anne inger
            WhoCanHow: silje tor jonas kari eva per hanne geir marit nabo
            HelloStranger: passerby
        /slutt
            NothingToLeave: bjorn anne inger silje tor jonas nabo
            LeaveSurely: kari eva per hanne geir marit
            HelloStranger: passerby
        /minedata
            silence: bjorn anne inger silje tor jonas kari eva per hanne geir marit nabo passerby
        /slettmeg
            EraseSurely: bjorn anne silje tor jonas kari eva per hanne geir marit nabo passerby
            EraseNeedsSuccessor: inger
        /hjelp
            Help: bjorn anne inger silje tor jonas kari eva per hanne geir marit nabo passerby
        #1 kl 17 i stedet
            MoveSurely: bjorn anne inger silje
            UnknownNumberOfStaff: tor nabo
            UnknownNumber: jonas geir marit
            NotUnderstood: kari
            CoveredStandBy: eva per hanne
            HelloStranger: passerby
        #1 avlys
            SurelyCancel: bjorn anne inger silje
            UnknownNumberOfStaff: tor nabo
            UnknownNumber: jonas geir marit
            NotUnderstood: kari
            CoveredStandBy: eva per hanne
            HelloStranger: passerby
        #1 hvor er det?
            CardHead: bjorn anne inger silje kari eva per hanne
            UnknownNumberOfStaff: tor nabo
            UnknownNumber: jonas geir marit
            HelloStranger: passerby"#]]
    .assert_eq(&rows.join("\n"));
}
