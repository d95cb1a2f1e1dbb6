//! The platform refuses, stumbles or keeps silent.

use chrono::TimeDelta;
use tannhjul::store::Db;

use crate::bot_api::Fault;
use crate::databases::on_both_engines;
use crate::place::{Place, count, seen, until};

on_both_engines!(
    a_chat_that_must_wait_keeps_nobody_else_waiting,
    who_blocks_the_bot_is_followed_by_the_next,
    what_is_refused_is_given_up_and_told_on,
    a_platform_that_is_down_is_waited_for,
    an_answer_that_is_lost_is_given_again,
    a_bot_that_can_not_hear_is_told_of,
);

/// 429, with a wait.
async fn a_chat_that_must_wait_keeps_nobody_else_waiting(db: Db) {
    let place = Place::begin(db).await;
    let (service, telegram) = (&place.service, &place.telegram);
    telegram.fails_in(&place.lag_a, "sendMessage", Fault::TooManyRequests { retry_after: 30 });
    place.needs_drivers_at(16).await;
    seen(&place.silje, "svar senest").await;
    until("the group was tried", async || telegram.calls("sendMessage").iter().any(|call| call.code == 429))
        .await;
    assert_eq!(count(&place.lag_a, "Oppdrag #"), 0);
    assert_eq!(service.wrong().await, [""; 0]);
    until("it waits", async || service.figure("outbox_pending").await >= 1.0).await;
    // It asks to wait again and again, for a quarter of an hour: those who look after it hear of it, and everybody else is served.
    service.passes(20).await;
    seen(&place.anne, "Lag A").await;
    assert_eq!(service.wrong().await, [""; 0]);
    assert_eq!(service.figure("outbox_stuck_chats").await, 1.0);
    telegram.mends();
    service.passes(2).await;
    place.card().await;
    assert_eq!(count(&place.lag_a, "Oppdrag #"), 1);
    until("nothing waits", async || service.figure("outbox_pending").await == 0.0).await;
    assert_eq!(service.figure("outbox_stuck_chats").await, 0.0);
}

/// 403. The ladder is climbed: duty can't be written to, so the deputy is rung at once, and is told whom nobody could reach.
async fn who_blocks_the_bot_is_followed_by_the_next(db: Db) {
    rung_in_vain(db, Fault::Refused { code: 403, description: "Forbidden: bot was blocked by the user" })
        .await;
}

/// 400, for no reason that the service knows.
async fn what_is_refused_is_given_up_and_told_on(db: Db) {
    rung_in_vain(db, Fault::Refused { code: 400, description: "Bad Request: something is wrong" }).await;
}

async fn rung_in_vain(db: Db, fault: Fault) {
    let place = Place::begin(db).await;
    let service = &place.service;
    let (duty, deputy) = (&place.duty, &place.deputy);
    place.telegram.fails_in(duty, "sendMessage", fault);
    place.needs_drivers_at(20).await;
    place.card().await;
    let before = (count(duty, "mangler"), count(deputy, "mangler"));
    assert_eq!(before, (0, 0));
    service.passes(10 * 60).await;
    seen(deputy, "mangler 2 av 2").await;
    assert_eq!(count(duty, "mangler"), 0);
    assert!(service.figure("messages_given_up_total{purpose=\"escalation\"}").await >= 1.0);
    assert_eq!(service.wrong().await, [""; 0]);
    assert_eq!(service.figure("places_uncovered_untold").await, 0.0);
}

/// 5xx: nothing gets out for a quarter of an hour.
async fn a_platform_that_is_down_is_waited_for(db: Db) {
    let place = Place::begin(db).await;
    let (service, telegram) = (&place.service, &place.telegram);
    place.needs_drivers_at(16).await;
    let card = place.card().await;
    seen(&place.silje, "svar senest").await;
    for (method, fault) in [
        ("sendMessage", Fault::Gateway { status: 502 }),
        ("editMessageText", Fault::Refused { code: 500, description: "Internal Server Error" }),
        ("setMessageReaction", Fault::Cut),
    ] {
        telegram.fails_always(method, fault);
    }
    place.replies("Kari", card, "ja");
    place.replies("Ola", card, "ja");
    until("two were tried", async || {
        telegram.calls("sendMessage").iter().filter(|call| call.code == 502).count() >= 2
    })
    .await;
    assert_eq!(service.wrong().await, [""; 0], "a moment is no trouble");
    service.passes(17).await;
    service.until_wrong("Nothing has reached a platform for 15 min").await;
    assert!(service.figure("outbox_stuck_chats").await >= 2.0);
    assert_eq!(count(&place.kari, "Du har plass"), 0);
    telegram.mends();
    // The longest wait between two tries is five minutes.
    service.passes(6).await;
    seen(&place.kari, "Du har plass på #1").await;
    seen(&place.ola, "Du har plass på #1").await;
    service.until_ready().await;
    assert_eq!(count(&place.kari, "Du har plass på #1"), 1);
}

/// Silence, a cut line and half a body: whether it was said is not known, so it is said again; a reminder is not.
async fn an_answer_that_is_lost_is_given_again(db: Db) {
    let place = Place::begin(db).await;
    let (service, telegram) = (&place.service, &place.telegram);
    let mut hour = 15;
    let mut number = 0;
    for (fault, said) in
        [(Fault::Silence, 1), (Fault::Cut, 1), (Fault::DoneThenCut, 2), (Fault::DoneThenHalf, 2)]
    {
        number += 1;
        hour += 1;
        place.needs_drivers_at(hour).await;
        let card = seen(&place.lag_a, &format!("Oppdrag #{number}:")).await;
        let tries = || {
            let calls = telegram.calls("sendMessage");
            calls.iter().filter(|call| call.body["chat_id"] == place.kari.id).count()
        };
        let before = tries();
        telegram.fails_in(&place.kari, "sendMessage", fault);
        place.replies("Kari", card, "ja");
        until("it is tried", async || tries() > before).await;
        telegram.mends();
        let words = format!("Du har plass på #{number}");
        let again = async || {
            service.clock_jumps(TimeDelta::seconds(1));
            count(&place.kari, &words) >= said
        };
        until("it is said again", again).await;
        assert_eq!(count(&place.kari, &words), said);
        assert_eq!(service.wrong().await, [""; 0]);
    }
}

/// getUpdates fails: people are not heard, and whoever runs the service learns of it.
async fn a_bot_that_can_not_hear_is_told_of(db: Db) {
    let place = Place::begin(db).await;
    let (service, telegram) = (&place.service, &place.telegram);
    place.needs_drivers_at(16).await;
    let card = place.card().await;
    telegram.is_polled().await;
    telegram.fails_always("getUpdates", Fault::Refused { code: 401, description: "Unauthorized" });
    // Ends the request that waits; the next one goes wrong.
    place.replies("Kari", card, "ja");
    seen(&place.kari, "Du har plass på #1").await;
    place.replies("Ola", card, "ja");
    let fails = async || {
        service.clock_jumps(TimeDelta::seconds(10));
        service.engine.tick().await.expect("a tick");
        service.figure("receiving_failing_seconds").await > 60.0
    };
    until("it is seen to fail", fails).await;
    service.until_wrong("Telegram does not know the token").await;
    assert_eq!(count(&place.ola, "Du har plass"), 0);
    telegram.mends();
    seen(&place.ola, "Du har plass på #1").await;
    service.passes(1).await;
    service.until_ready().await;
    assert_eq!(service.figure("receiving_failing_seconds").await, 0.0);
}
