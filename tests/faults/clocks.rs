//! The system's clock jumps: a machine that slept, a battery that was empty, somebody who mistyped a date.

use chrono::TimeDelta;
use tannhjul::store::Db;

use crate::bot_api::Fault;
use crate::databases::on_both_engines;
use crate::place::{Place, count, seen, until};

on_both_engines!(
    an_hour_forward,
    an_hour_back,
    a_week_forward,
    a_week_forward_and_back,
    what_waits_does_not_wait_for_a_clock_that_was_wrong,
);

const HOUR: TimeDelta = TimeDelta::hours(1);
const WEEK: TimeDelta = TimeDelta::days(7);

/// Somebody is answered as ever, and the service is ready.
async fn all_is_well(place: &Place, who: &str, card: i64) {
    let private = place.telegram.private(who);
    place.replies(who, card, "ja");
    seen(&private, "Du har plass på #1").await;
    place.service.engine.tick().await.expect("a tick");
    place.service.until_ready().await;
}

async fn an_hour_forward(db: Db) {
    let place = Place::begin(db).await;
    place.needs_drivers_at(17).await;
    let card = place.card().await;
    let rung = async || {
        place.service.clock_jumps(HOUR);
        // Before it jumps again, what is due now is done and said.
        place.service.catches_up().await;
        count(&place.duty, "mangler 2 av 2") > 0
    };
    until("duty is rung", rung).await;
    all_is_well(&place, "Kari", card).await;
    assert_eq!(count(&place.lag_a, "Oppdrag #1"), 1);
}

async fn an_hour_back(db: Db) {
    let place = Place::begin(db).await;
    place.needs_drivers_at(17).await;
    let card = place.card().await;
    place.service.passes(6 * 60).await;
    seen(&place.duty, "mangler 2 av 2").await;
    all_is_well(&place, "Kari", card).await;
    let said =
        (count(&place.lag_a, "Kan noen"), count(&place.bjorn, "mangler"), count(&place.anne, "mangler"));
    place.service.clock_jumps(-HOUR);
    all_is_well(&place, "Ola", card).await;
    // The hour happens once more, and nothing of it is said twice.
    place.service.passes(60).await;
    place.service.until_ready().await;
    let again =
        (count(&place.lag_a, "Kan noen"), count(&place.bjorn, "mangler"), count(&place.anne, "mangler"));
    assert_eq!(again, said);
}

/// As after a week without the service: the requester is told that nothing came of it.
async fn a_week_forward(db: Db) {
    let place = Place::begin(db).await;
    place.needs_drivers_at(17).await;
    place.card().await;
    place.service.clock_jumps(WEEK);
    seen(&place.silje, "Beklager at svaret kommer så sent").await;
    place.service.until_ready().await;
    place.service.passes(10).await;
    assert_eq!(place.service.figure("ticks_failed_total").await, 0.0);
}

/// A wrong date for a moment: what was ended by it stays so, and everything that is new goes on as ever.
async fn a_week_forward_and_back(db: Db) {
    let place = Place::begin(db).await;
    place.needs_drivers_at(17).await;
    place.card().await;
    place.service.clock_jumps(WEEK);
    seen(&place.silje, "Beklager at svaret kommer så sent").await;
    place.service.clock_jumps(-WEEK);
    place.service.engine.tick().await.expect("a tick");
    place.service.until_ready().await;
    place.needs_drivers_at(18).await;
    let card = seen(&place.lag_a, "Oppdrag #2").await;
    place.replies("Kari", card, "ja");
    seen(&place.kari, "Du har plass på #2").await;
    assert_eq!(place.service.figure("ticks_failed_total").await, 0.0);
}

/// While the clock is a week ahead the platform asks for a wait; that is over when the clock has been put right.
async fn what_waits_does_not_wait_for_a_clock_that_was_wrong(db: Db) {
    let place = Place::begin(db).await;
    let (service, telegram) = (&place.service, &place.telegram);
    service.clock_jumps(WEEK);
    telegram.fails_in(&place.kari, "sendMessage", Fault::TooManyRequests { retry_after: 20 });
    place.kari.says("Kari", "hjelp");
    until("it must wait", async || telegram.calls("sendMessage").iter().any(|call| call.code == 429)).await;
    let noted = async || {
        let mut tx = service.db.read().await.expect("read");
        let sql = "SELECT COUNT(*) FROM outbox WHERE state = 'pending' AND attempts > 0";
        let (count,): (i64,) = tx.one(sql, ()).await.expect("a count");
        count > 0
    };
    until("the wait is noted", noted).await;
    telegram.mends();
    let before = place.kari.posts().len();
    service.clock_jumps(-WEEK);
    let minutes = async || {
        service.clock_jumps(TimeDelta::seconds(30));
        place.kari.posts().len() > before
    };
    until("it is said", minutes).await;
    assert!(
        service.now() < "2026-11-24T08:00:00Z".parse::<chrono::DateTime<chrono::Utc>>().expect("an instant")
    );
}
