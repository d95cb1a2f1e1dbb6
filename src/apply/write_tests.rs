use chrono::TimeZone;

use super::*;
use crate::databases::on_both_engines;
use crate::domain::ladder::{Action, Ladder};
use crate::domain::service::ServiceKind;
use crate::secret::hash_token;
use crate::store::Db;

on_both_engines!(
    the_example_is_all_there,
    a_second_run_changes_nothing,
    codes_are_replaced_until_they_are_used,
    what_was_changed_in_chat_wins,
    the_file_may_change_what_nobody_changed_in_chat,
    what_the_file_no_longer_has_stays,
    one_who_was_erased_does_not_come_back,
    other_terms_are_another_version,
    a_proposal_becomes_active_when_both_have_signed,
    two_municipalities_share_an_organisation,
    a_bad_file_writes_nothing,
    who_may_have_joined_already_is_told_of,
    an_address_is_what_the_file_says,
);

const SMALL: &str = include_str!("small.toml");
const FJELLVIK: &str = include_str!("../../examples/fjellvik.toml");

fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 21, 9, 0, 0).single().expect("an instant")
}

/// The small file after some changes.
fn small(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(SMALL.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from:?} stands once in the small file");
        text.replace(from, to)
    })
}

async fn kept(db: &Db, text: &str) -> anyhow::Result<Vec<String>> {
    let report = apply(db, text, now()).await?;
    let line = |kept: Kept| format!("{}: {}: file {}, now {}", kept.subject, kept.field, kept.file, kept.now);
    Ok(report.kept.into_iter().map(line).collect())
}

/// Runs statements as the chat would.
async fn in_chat(db: &Db, statements: &[&'static str]) -> anyhow::Result<()> {
    let mut tx = db.begin().await?;
    for sql in statements {
        assert!(tx.execute(sql, ()).await? > 0, "changes something: {sql}");
    }
    Ok(tx.commit().await?)
}

/// The first column of every row, as text.
async fn texts(db: &Db, sql: &'static str) -> anyhow::Result<Vec<String>> {
    let rows: Vec<(String,)> = db.read().await?.all(sql, ()).await?;
    Ok(rows.into_iter().map(|(text,)| text).collect())
}

async fn count(db: &Db, sql: &'static str) -> anyhow::Result<i64> {
    let (count,): (i64,) = db.read().await?.one(sql, ()).await?;
    Ok(count)
}

const AGREEMENTS: &str =
    "SELECT key || ' ' || CAST(version AS TEXT) || ' ' || state FROM agreement ORDER BY key, version";

async fn the_example_is_all_there(db: Db) -> anyhow::Result<()> {
    let report = apply(&db, FJELLVIK, now()).await?;
    assert!(report.kept.is_empty(), "{:?}", report.kept);
    assert!(report.people.iter().all(|person| person.code.is_some()));
    assert!(report.groups.iter().all(|group| group.code.is_some()));
    assert_eq!(report.people[0].name, "Anne Berg");
    assert_eq!(report.groups[0].title, "Fjellvik IL");

    let mut tx = db.read().await?;
    let fjellvik = tx.municipality_by_key("fjellvik").await?.expect("it is there");
    assert_eq!((fjellvik.name.as_str(), fjellvik.phone.as_str()), ("Fjellvik kommune", "10 00 00 00"));
    assert_eq!(tx.services(fjellvik.id).await?.len(), 10);
    let meals = tx.service(fjellvik.id, ServiceKind::MealDelivery).await?.expect("meals");
    assert!(meals.must_cover && meals.approved_only && !meals.companions);
    let ladder = meals.ladder.expect("its own ladder").0;
    assert_eq!(ladder.steps.last().map(|step| step.action), Some(Action::AnswerRequester));
    assert_ne!(ladder, Ladder::default());

    let places = tx.zone_places(fjellvik.id).await?;
    let zone_of = |folded: &str| places.iter().find(|(place, _)| place == folded).map(|(_, zone)| *zone);
    let centre = zone_of("storgata").expect("a street of the centre");
    assert_eq!(tx.zone(centre).await?.name, "Sentrum");

    // Snow in the centre: first Fjellvik IL, then Nordre IL, as in the first conversation.
    let unit = tx.first_unit(fjellvik.id).await?.expect("a unit");
    let snow = tx.service(fjellvik.id, ServiceKind::SnowClearing).await?.expect("snow");
    let (asked, must_cover) = tx.asked_for(snow.id, unit.id, Some(centre)).await?;
    let mut names = vec![];
    for asked in &asked {
        names.push((tx.organisation_name(asked.organisation).await?, asked.rate_ore));
    }
    assert_eq!(names, [("Fjellvik IL".to_owned(), 20_000), ("Nordre IL".to_owned(), 20_000)]);
    assert!(!must_cover);
    let (asked, must_cover) = tx.asked_for(meals.id, unit.id, Some(centre)).await?;
    assert!(asked.len() == 2 && must_cover);
    // The agreement of Fjellvik IL does not reach the third zone.
    let north = zone_of("sandvika");
    assert_eq!(tx.asked_for(snow.id, unit.id, north).await?.0.len(), 1);

    let duty = tx.duty_turns(fjellvik.id).await?;
    let mut on_duty = vec![];
    for id in duty {
        on_duty.push(tx.person(id).await?.name);
    }
    assert_eq!(on_duty, ["Anne Berg", "Bjørn Moe"]);
    assert_eq!(
        tx.escalation_contact(fjellvik.id).await?.map(|person| person.name).as_deref(),
        Some("Inger Holt")
    );
    drop(tx);

    let sql = "SELECT person.language FROM person WHERE person.key IN ('per', 'james', 'kari') ORDER BY person.key DESC";
    assert_eq!(texts(&db, sql).await?, ["nn", "nb", "en"]);
    let sql = "SELECT person.key FROM standby JOIN person ON person.id = person_id JOIN service ON service.id = service_id
               WHERE kind = 'snow_clearing' ORDER BY person.key";
    assert_eq!(texts(&db, sql).await?, ["eva", "solveig"]);
    let sql = "SELECT person.key || ' ' || role || ' ' || COALESCE(organisation.name, unit.name, '-') || '/' || COALESCE(team.name, '-')
               FROM membership JOIN person ON person.id = person_id LEFT JOIN organisation ON organisation.id = membership.organisation_id
               LEFT JOIN team ON team.id = team_id LEFT JOIN unit ON unit.id = membership.unit_id
               WHERE person.key IN ('anne', 'hanne', 'kari') ORDER BY person.key, role";
    assert_eq!(
        texts(&db, sql).await?,
        [
            "anne coordinator -/-",
            "anne staff Hjemmetjenesten/-",
            "hanne club_contact Fjellvik IL/-",
            "hanne volunteer Fjellvik IL/-",
            "kari volunteer Fjellvik IL/Ski",
        ]
    );
    Ok(())
}

/// Everything but the codes, which a second run makes anew, and the history, which notes that it ran.
const EVERYTHING: [&str; 15] = [
    "SELECT key || name || phone || language || time_zone FROM municipality ORDER BY id",
    "SELECT CAST(id AS TEXT) || key || name FROM unit ORDER BY id",
    "SELECT CAST(zone_id AS TEXT) || folded || zone_place.name || zone.name FROM zone_place JOIN zone ON zone.id = zone_id ORDER BY folded",
    "SELECT CAST(id AS TEXT) || org_number || kind || name FROM organisation ORDER BY id",
    "SELECT CAST(id AS TEXT) || key || name FROM team ORDER BY id",
    "SELECT CAST(id AS TEXT) || key || name || COALESCE(phone, '-') || language FROM person ORDER BY id",
    "SELECT CAST(id AS TEXT) || role || CAST(person_id AS TEXT) || COALESCE(CAST(until_at AS TEXT), '-') FROM membership ORDER BY id",
    "SELECT CAST(turn AS TEXT) || CAST(person_id AS TEXT) FROM duty_turn ORDER BY turn",
    "SELECT matter || CAST(person_id AS TEXT) FROM responsibility",
    "SELECT CAST(id AS TEXT) || key || title || language || COALESCE(CAST(team_id AS TEXT), '-') FROM chat_group ORDER BY id",
    "SELECT CAST(id AS TEXT) || kind || CAST(must_cover AS TEXT) || COALESCE(CAST(ladder AS TEXT), '-') FROM service ORDER BY id",
    "SELECT CAST(service_id AS TEXT) || ' ' || CAST(person_id AS TEXT) FROM service_approval ORDER BY service_id, person_id",
    "SELECT CAST(service_id AS TEXT) || ' ' || CAST(person_id AS TEXT) FROM standby ORDER BY service_id, person_id",
    "SELECT CAST(agreement.id AS TEXT) || key || state || CAST(version AS TEXT) || CAST(rate_ore AS TEXT) || CAST(service_id AS TEXT)
     FROM agreement JOIN agreement_service ON agreement_id = agreement.id ORDER BY agreement.id, service_id",
    "SELECT CAST(agreement_id AS TEXT) || ' ' || CAST(zone_id AS TEXT) FROM agreement_zone ORDER BY agreement_id, zone_id",
];

async fn everything(db: &Db) -> anyhow::Result<Vec<Vec<String>>> {
    let mut all = vec![];
    for sql in EVERYTHING {
        let rows = texts(db, sql).await?;
        assert!(!rows.is_empty(), "the example fills {sql}");
        all.push(rows);
    }
    Ok(all)
}

async fn a_second_run_changes_nothing(db: Db) -> anyhow::Result<()> {
    apply(&db, FJELLVIK, now()).await?;
    let first = everything(&db).await?;
    let later = now() + TimeDelta::days(3);
    let report = apply(&db, FJELLVIK, later).await?;
    assert!(report.kept.is_empty(), "{:?}", report.kept);
    assert_eq!(everything(&db).await?, first);
    assert_eq!(count(&db, "SELECT COUNT(*) FROM history WHERE what = 'applied'").await?, 2);
    Ok(())
}

async fn codes_are_replaced_until_they_are_used(db: Db) -> anyhow::Result<()> {
    let first = apply(&db, SMALL, now()).await?;
    let second = apply(&db, SMALL, now() + TimeDelta::days(1)).await?;
    let hashes = texts(&db, "SELECT code_hash FROM invite ORDER BY id").await?;
    let of_people = second.people.iter().filter_map(|person| person.code.clone());
    let codes: Vec<String> =
        of_people.chain(second.groups.iter().filter_map(|group| group.code.clone())).collect();
    assert_eq!(codes.len(), 5 + 3);
    // In hashed form only, and nothing is left of the first run's.
    assert_eq!(hashes, codes.iter().map(|code| hash_token(code)).collect::<Vec<_>>());
    assert!(first.people.iter().all(|person| !codes.contains(person.code.as_ref().expect("a code"))));
    let expiries: Vec<(DateTime<Utc>,)> =
        db.read().await?.all("SELECT DISTINCT expires_at FROM invite", ()).await?;
    assert_eq!(expiries, [(now() + TimeDelta::days(15),)]);

    in_chat(
        &db,
        &[
            "INSERT INTO channel (id, kind, key, created_at) VALUES (1, 'local', 'local', '2026-11-21T00:00:00+00:00')",
            "INSERT INTO account (id, channel_id, external_id, name, can_write, seen_at)
             VALUES (1, 1, '7', 'Kari', 'yes', '2026-11-21T00:00:00+00:00')",
            "INSERT INTO person_account (person_id, account_id) SELECT id, 1 FROM person WHERE key = 'kari'",
            "UPDATE invite SET used_at = '2026-11-22T10:00:00+00:00' WHERE person_id = (SELECT id FROM person WHERE key = 'kari')",
            "INSERT INTO chat (id, channel_id, external_id, kind, title, state, seen_at)
             VALUES (1, 1, 'g1', 'group', 'Vik IL', 'open', '2026-11-21T00:00:00+00:00')",
            "UPDATE chat_group SET chat_id = 1 WHERE key = 'vik-il'",
        ],
    )
    .await?;
    let third = apply(&db, SMALL, now() + TimeDelta::days(2)).await?;
    let without: Vec<&str> = third
        .people
        .iter()
        .filter(|person| person.code.is_none())
        .map(|person| person.key.as_str())
        .collect();
    assert_eq!(without, ["kari"]);
    let without: Vec<&str> =
        third.groups.iter().filter(|group| group.code.is_none()).map(|group| group.key.as_str()).collect();
    assert_eq!(without, ["vik-il"]);
    // The used one is kept: it says when she joined.
    assert_eq!(count(&db, "SELECT COUNT(*) FROM invite WHERE used_at IS NOT NULL").await?, 1);
    let printed = serde_json::to_value(&third)?;
    assert_eq!(printed["people"][4], serde_json::json!({ "key": "kari", "name": "Kari Nes", "code": null }));
    Ok(())
}

async fn what_was_changed_in_chat_wins(db: Db) -> anyhow::Result<()> {
    apply(&db, SMALL, now()).await?;
    in_chat(
        &db,
        &[
            "UPDATE person SET language = 'en' WHERE key = 'kari'",
            "UPDATE chat_group SET language = 'nn' WHERE key = 'nord-il'",
            "UPDATE service SET stopped = TRUE WHERE kind = 'snow_clearing'",
            "UPDATE agreement SET state = 'paused' WHERE key = 'vik-il'",
            "UPDATE membership SET until_at = '2026-11-20T00:00:00+00:00' WHERE role = 'volunteer'",
            "DELETE FROM standby",
            "UPDATE duty_turn SET turn = 7 WHERE turn = 0",
            "UPDATE responsibility SET person_id = (SELECT id FROM person WHERE key = 'eva')",
        ],
    )
    .await?;
    let before = everything_but(&db).await?;
    let wanted = [
        "service snow_clearing: stopped: file false, now true",
        "person kari: language: file \"nn\", now \"en\"",
        "person kari: volunteer in vik-il/ski: file true, now false",
        "person kari: stands by for meal_delivery: file true, now false",
        "municipality: duty: file [\"anne\",\"bo\"], now [\"bo\",\"anne\"]",
        "municipality: escalation: file \"inger\", now \"eva\"",
        "group nord-il: language: file \"nb\", now \"nn\"",
        "agreement vik-il: state: file \"active\", now \"paused\"",
    ];
    assert_eq!(kept(&db, SMALL).await?, wanted);
    assert_eq!(everything_but(&db).await?, before);
    // Said again each time, and it stays so when the file says something new about it.
    assert_eq!(kept(&db, SMALL).await?, wanted);
    let changed = small(&[("language = \"nn\"", "language = \"nb\"")]);
    assert!(
        kept(&db, &changed).await?.contains(&"person kari: language: file \"nb\", now \"en\"".to_owned())
    );
    assert_eq!(everything_but(&db).await?, before);
    Ok(())
}

/// What `what_was_changed_in_chat_wins` changes.
async fn everything_but(db: &Db) -> anyhow::Result<Vec<Vec<String>>> {
    let mut all = vec![];
    for sql in [
        "SELECT key || language FROM person ORDER BY id",
        "SELECT key || language FROM chat_group ORDER BY id",
        "SELECT kind || CAST(stopped AS TEXT) FROM service ORDER BY id",
        AGREEMENTS,
        "SELECT role || COALESCE(CAST(until_at AS TEXT), '-') FROM membership ORDER BY id",
        "SELECT CAST(person_id AS TEXT) FROM standby",
        "SELECT CAST(turn AS TEXT) || CAST(person_id AS TEXT) FROM duty_turn ORDER BY turn",
        "SELECT matter || CAST(person_id AS TEXT) FROM responsibility",
    ] {
        all.push(texts(db, sql).await?);
    }
    Ok(all)
}

async fn the_file_may_change_what_nobody_changed_in_chat(db: Db) -> anyhow::Result<()> {
    apply(&db, SMALL, now()).await?;
    let changed = small(&[
        ("name = \"Vik kommune\"", "name = \"Nye Vik kommune\""),
        ("name = \"Hjemmetjenesten\"", "name = \"Heimetenesta\""),
        (
            "name = \"Sentrum\"\nplaces = [\"Storgata\", \"Torget\"]",
            "name = \"Sentrum\"\nplaces = [\"Storgata\"]",
        ),
        ("places = [\"Nordre veg\"]", "places = [\"Nordre veg\", \"Torget\"]"),
        ("name = \"Vik IL\"", "name = \"Idrettslaget Vik\""),
        ("name = \"Ski\"", "name = \"Skigruppa\""),
        ("language = \"nn\"", "language = \"nb\"\nphone = \"40000000\""),
        ("title = \"Nord IL\"", "title = \"Nord\""),
        ("companions = true", "noisy = true"),
        ("duty = [\"anne\", \"bo\"]", "duty = [\"bo\", \"anne\"]"),
        ("escalation = \"inger\"", "escalation = \"anne\""),
        ("before = \"20h\", apart = \"90min\"", "before = \"20h\", apart = \"60min\""),
    ]);
    assert_eq!(kept(&db, &changed).await?, [] as [&str; 0]);
    for (sql, wanted) in [
        ("SELECT name FROM municipality", &["Nye Vik kommune"][..]),
        ("SELECT name FROM unit", &["Heimetenesta"]),
        (
            "SELECT zone_place.name || ' in ' || zone.name FROM zone_place JOIN zone ON zone.id = zone_id ORDER BY folded",
            &["Nordre veg in Nord", "Storgata in Sentrum", "Torget in Nord"],
        ),
        ("SELECT name FROM organisation ORDER BY id", &["Idrettslaget Vik", "Nord IL"]),
        ("SELECT name FROM team", &["Skigruppa"]),
        ("SELECT language || phone FROM person WHERE key = 'kari'", &["nb400 00 000"]),
        ("SELECT title FROM chat_group WHERE key = 'nord-il'", &["Nord"]),
        ("SELECT kind FROM service WHERE noisy AND NOT companions", &["snow_clearing"]),
        (
            "SELECT person.key FROM duty_turn JOIN person ON person.id = person_id ORDER BY turn",
            &["bo", "anne"],
        ),
        ("SELECT person.key FROM responsibility JOIN person ON person.id = person_id", &["anne"]),
    ] {
        assert_eq!(texts(&db, sql).await?, wanted, "{sql}");
    }
    let mut tx = db.read().await?;
    let vik = tx.municipality_by_key("vik").await?.expect("it is there");
    let meals = tx.service(vik.id, ServiceKind::MealDelivery).await?.expect("meals");
    assert!(
        meals
            .ladder
            .expect("a ladder")
            .0
            .steps
            .iter()
            .any(|step| step.action == Action::AskNext { apart: 60 })
    );
    Ok(())
}

async fn what_the_file_no_longer_has_stays(db: Db) -> anyhow::Result<()> {
    apply(&db, SMALL, now()).await?;
    let kari = "[[person]]\nkey = \"kari\"\nname = \"Kari Nes\"\nlanguage = \"nn\"\nvolunteer_in = [\"vik-il/ski\"]\napproved_for = [\"meal_delivery\"]\nstandby_for = [\"meal_delivery\"]\n";
    let without =
        small(&[(kari, ""), ("places = [\"Nordre veg\"]", "places = []"), ("ladder = \"mat\"\n", "")]);
    assert_eq!(kept(&db, &without).await?, [] as [&str; 0]);
    assert_eq!(count(&db, "SELECT COUNT(*) FROM person WHERE key = 'kari'").await?, 1);
    assert_eq!(
        count(&db, "SELECT COUNT(*) FROM membership WHERE role = 'volunteer' AND until_at IS NULL").await?,
        1
    );
    assert_eq!(count(&db, "SELECT COUNT(*) FROM zone_place WHERE folded = 'nordreveg'").await?, 1);
    Ok(())
}

async fn one_who_was_erased_does_not_come_back(db: Db) -> anyhow::Result<()> {
    apply(&db, SMALL, now()).await?;
    in_chat(
        &db,
        &["UPDATE person SET name = '', phone = NULL, erased_at = '2026-11-22T00:00:00+00:00' WHERE key = 'kari'"],
    )
    .await?;
    let report = apply(&db, SMALL, now()).await?;
    assert_eq!(report.people[4].code, None);
    assert_eq!(report.kept.len(), 1);
    assert_eq!((report.kept[0].subject.as_str(), report.kept[0].field.as_str()), ("person kari", "known"));
    assert_eq!(texts(&db, "SELECT name FROM person WHERE key = 'kari'").await?, [""]);
    // Nor when not even the row is left.
    in_chat(
        &db,
        &[
            "DELETE FROM standby",
            "DELETE FROM service_approval",
            "DELETE FROM membership WHERE role = 'volunteer'",
            "DELETE FROM invite",
            "DELETE FROM person WHERE key = 'kari'",
        ],
    )
    .await?;
    assert_eq!(kept(&db, SMALL).await?, ["person kari: known: file true, now false"]);
    assert_eq!(count(&db, "SELECT COUNT(*) FROM person WHERE key = 'kari'").await?, 0);
    Ok(())
}

async fn other_terms_are_another_version(db: Db) -> anyhow::Result<()> {
    apply(&db, SMALL, now()).await?;
    let dearer = small(&[("rate = 149.50", "rate = 160")]);
    assert_eq!(kept(&db, &dearer).await?, [] as [&str; 0]);
    assert_eq!(texts(&db, AGREEMENTS).await?, ["nord-il 1 proposed", "vik-il 1 ended", "vik-il 2 active"]);
    let rates =
        "SELECT CAST(rate_ore AS TEXT) FROM agreement_service JOIN agreement ON agreement.id = agreement_id
                 WHERE key = 'vik-il' ORDER BY version";
    assert_eq!(texts(&db, rates).await?, ["14950", "16000"]);
    // Not signed yet: the old terms hold until they are.
    let unsigned = small(&[("rate = 149.50", "rate = 170"), ("signed_by_organisation = \"Eva Lie\"\n", "")]);
    apply(&db, &unsigned, now()).await?;
    assert_eq!(
        texts(&db, AGREEMENTS).await?[1..],
        ["vik-il 1 ended", "vik-il 2 active", "vik-il 3 proposed"]
    );
    apply(&db, &small(&[("rate = 149.50", "rate = 170")]), now()).await?;
    assert_eq!(texts(&db, AGREEMENTS).await?[1..], ["vik-il 1 ended", "vik-il 2 ended", "vik-il 3 active"]);
    assert_eq!(texts(&db, "SELECT signer_organisation FROM agreement WHERE version = 3").await?, ["Eva Lie"]);
    // Paused in chat, it stays paused under other terms.
    in_chat(&db, &["UPDATE agreement SET state = 'paused' WHERE version = 3"]).await?;
    assert_eq!(
        kept(&db, &small(&[("rate = 149.50", "rate = 180")])).await?,
        ["agreement vik-il: state: file \"active\", now \"paused\""]
    );
    assert_eq!(texts(&db, AGREEMENTS).await?[3..], ["vik-il 3 ended", "vik-il 4 paused"]);
    Ok(())
}

async fn a_proposal_becomes_active_when_both_have_signed(db: Db) -> anyhow::Result<()> {
    apply(&db, SMALL, now()).await?;
    assert_eq!(texts(&db, AGREEMENTS).await?, ["nord-il 1 proposed", "vik-il 1 active"]);
    let head = "key = \"nord-il\"\norganisation = \"nord-il\"\n\n[[agreement.service]]";
    let one = "key = \"nord-il\"\norganisation = \"nord-il\"\nsigned_on = 2026-11-20\nsigned_by_municipality = \"Anne\"\n[[agreement.service]]";
    apply(&db, &small(&[(head, one)]), now()).await?;
    assert_eq!(texts(&db, AGREEMENTS).await?, ["nord-il 1 proposed", "vik-il 1 active"]);
    let both = "key = \"nord-il\"\norganisation = \"nord-il\"\nsigned_on = 2026-11-20\nsigned_by_municipality = \"Anne\"\nsigned_by_organisation = \"Eva\"\n[[agreement.service]]";
    assert_eq!(kept(&db, &small(&[(head, both)])).await?, [] as [&str; 0]);
    assert_eq!(texts(&db, AGREEMENTS).await?, ["nord-il 1 active", "vik-il 1 active"]);
    let sql = "SELECT CAST(signed_on AS TEXT) || signer_municipality || signer_organisation FROM agreement WHERE key = 'nord-il'";
    assert_eq!(texts(&db, sql).await?, ["2026-11-20AnneEva"]);
    // A file from before the signing does not take it back.
    assert_eq!(kept(&db, SMALL).await?, [] as [&str; 0]);
    assert_eq!(texts(&db, AGREEMENTS).await?, ["nord-il 1 active", "vik-il 1 active"]);
    Ok(())
}

async fn two_municipalities_share_an_organisation(db: Db) -> anyhow::Result<()> {
    apply(&db, SMALL, now()).await?;
    let other = small(&[
        ("key = \"vik\"\nname = \"Vik kommune\"", "key = \"nes\"\nname = \"Nes kommune\""),
        ("name = \"Vik IL\"", "name = \"Vik Idrettslag\""),
    ]);
    assert_eq!(
        kept(&db, &other).await?,
        ["organisation vik-il: name: file \"Vik Idrettslag\", now \"Vik IL\""],
        "the name is the other municipality's as well"
    );
    assert_eq!(count(&db, "SELECT COUNT(*) FROM organisation").await?, 2);
    assert_eq!(count(&db, "SELECT COUNT(*) FROM person WHERE key = 'kari'").await?, 2);
    Ok(())
}

async fn a_bad_file_writes_nothing(db: Db) -> anyhow::Result<()> {
    let error = apply(&db, &small(&[("rate = 200", "rate = \"200\"")]), now()).await.expect_err("a bad rate");
    let faults = error.downcast_ref::<Faults>().expect("what is wrong with the file");
    assert_eq!(faults.iter().count(), 1);
    assert_eq!(count(&db, "SELECT COUNT(*) FROM municipality").await?, 0);
    Ok(())
}

/// Kari has answered in the group before the file knew of her. Whether it is she, a human must say.
async fn who_may_have_joined_already_is_told_of(db: Db) -> anyhow::Result<()> {
    let without_kari = SMALL.replace("name = \"Kari Nes\"", "name = \"Mona Vik\"");
    let report = apply(&db, &without_kari, now()).await?;
    assert_eq!(report.maybe_known.len(), 0);
    in_chat(
        &db,
        &[
            "INSERT INTO person (municipality_id, name, phone, language, created_at)
             VALUES (1, 'Kari  nes', '+47 10 00 00 09', 'nb', '2026-11-20T00:00:00+00:00'),
                    (1, 'Inger Holt', '1000 0003', 'nb', '2026-11-20T00:00:00+00:00'),
                    (1, 'Anne Berge', NULL, 'nb', '2026-11-20T00:00:00+00:00')",
            "INSERT INTO membership (person_id, municipality_id, role, organisation_id, since_at)
             SELECT person.id, 1, 'volunteer', organisation.id, '2026-11-20T00:00:00+00:00' FROM person, organisation
             WHERE person.name = 'Kari  nes' AND organisation.name = 'Vik IL'",
        ],
    )
    .await?;
    let before = count(&db, "SELECT COUNT(*) FROM person").await?;
    let with_kari = SMALL.replace("key = \"kari\"", "key = \"kari-nes\"");
    let report = apply(&db, &with_kari, now()).await?;
    let known = serde_json::to_value(&report.maybe_known)?;
    assert_eq!(
        known,
        serde_json::json!([
            { "key": "inger", "name": "Inger Holt", "answered_for": [], "same_phone": true },
            { "key": "kari-nes", "name": "Kari Nes", "answered_for": ["Vik IL"], "same_phone": null },
        ])
    );
    // Told of, and not guessed at: Kari of the file is somebody new until her code is sent.
    assert_eq!(count(&db, "SELECT COUNT(*) FROM person").await?, before + 1);
    assert!(report.people.iter().any(|person| person.key == "kari-nes" && person.code.is_some()));
    Ok(())
}

/// Nobody changes an address in chat, so the file's word is the last, also where an earlier file had none.
async fn an_address_is_what_the_file_says(db: Db) -> anyhow::Result<()> {
    const ADDRESSES: &str = "SELECT email FROM person WHERE email IS NOT NULL";
    assert_eq!(kept(&db, SMALL).await?, [""; 0]);
    assert_eq!(texts(&db, ADDRESSES).await?, [""; 0]);
    let with = |address: &str| {
        small(&[("phone = \"10000001\"\n", &format!("phone = \"10000001\"\nemail = \" {address} \"\n"))])
    };
    for address in ["anne@vik.example", "anne.berg@vik.example"] {
        assert_eq!(kept(&db, &with(address)).await?, [""; 0]);
        assert_eq!(texts(&db, ADDRESSES).await?, [address]);
    }
    assert_eq!(kept(&db, SMALL).await?, [""; 0]);
    assert_eq!(texts(&db, ADDRESSES).await?, [""; 0]);
    Ok(())
}
