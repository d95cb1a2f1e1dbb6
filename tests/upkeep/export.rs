//! `tannhjul export`: what a municipality takes along, in files.

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};

use crate::copies::{errors, is_postgres, printed, tannhjul};
use crate::databases::on_both_engines;

on_both_engines!(tasks_and_amounts_without_a_name);

/// A town in use, and a task of which somebody came.
const ROWS: [&str; 2] = [
    include_str!("rows/0001.sql"),
    "UPDATE zone SET name = 'Vik, \"sør\"';
     INSERT INTO task_mark (task_id, person_id, mark, at) VALUES (1, 2, 'completed', '2026-11-22T17:00:00+00:00');
     UPDATE task SET state = 'ended', starts_at = '2026-03-01T00:30:00+00:00', ends_at = '2026-03-01T02:00:00+00:00' WHERE id = 1;",
];

async fn tasks_and_amounts_without_a_name(url: String) {
    for rows in ROWS {
        if is_postgres(&url) {
            let mut connection = PgConnection::connect(&url).await.expect("the database");
            connection.execute(AssertSqlSafe(rows.replace("X'", "'\\x"))).await.expect("rows");
        } else {
            let mut connection = SqliteConnection::connect(&url).await.expect("the database");
            connection.execute(rows).await.expect("rows");
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(printed(&url, folder.path(), &["export", "out"]), "out/vik: 2 tasks, 1 amounts\n");
    let read =
        |name: &str| std::fs::read_to_string(folder.path().join("out/vik").join(name)).expect("a file");
    let tasks = "\
number,service,unit,zone,start,end,state,places,taken,reserves,declined,withdrawn,opened_at
1,snow_clearing,Heimetenesta,\"Vik, \"\"sør\"\"\",2026-03-01 01:30:00,2026-03-01 03:00:00,ended,2,1,0,0,0,2026-11-20T10:00:00+00:00
2,meal_delivery,Heimetenesta,,2026-11-02 16:00:00,2026-11-02 18:00:00,cancelled,1,0,0,0,0,2026-11-01T10:00:00+00:00
";
    assert_eq!(read("tasks.csv"), tasks);
    assert_eq!(read("amounts.csv"), "org_number,club,month,amount_ore\n999900003,Vik IL,2026-03-01,20000\n");
    let json: serde_json::Value = serde_json::from_str(&read("tasks.json")).expect("JSON");
    assert_eq!((json[0]["zone"].as_str(), json[1]["zone"].as_str()), (Some("Vik, \"sør\""), None));
    let json: serde_json::Value = serde_json::from_str(&read("amounts.json")).expect("JSON");
    assert_eq!(json[0]["amount_ore"], 20_000);
    for name in ["tasks.csv", "tasks.json", "amounts.csv", "amounts.json"] {
        assert!(!["Anne", "Kari", "Silje"].iter().any(|person| read(name).contains(person)), "{name}");
    }
    let again = tannhjul(&url, folder.path(), &["export", "out"]).output().expect("it runs");
    assert!(!again.status.success() && errors(&again).contains("an export goes into a new folder"));
}
