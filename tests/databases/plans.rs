//! How the statements that the tests run find their rows: none may read the whole of a table that grows.
//!
//! Every scenario on a database ends here. Each statement that it ran and no earlier one did is explained by its engine; what an engine
//! says is judged without statistics, so it does not depend on what the test happened to store.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, OnceLock, PoisonError};

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, Row, SqliteConnection};
use tannhjul::store::db::seen;

/// Tables that grow with people, tasks and messages. The others are as small as the list of municipalities, or belong to the local chat.
const LARGE: [&str; 21] = [
    "person",
    "account",
    "person_account",
    "membership",
    "chat",
    "chat_member",
    "invite",
    "request",
    "recipient",
    "recipient_view",
    "task",
    "task_asked",
    "signup",
    "offer",
    "task_step",
    "task_mark",
    "disclosure",
    "inbox",
    "outbox",
    "due",
    "history",
];

/// What somebody asks for about themselves, perhaps once: the file of their data, and being erased. Indexes for it would be paid for by every answer
/// of everybody else.
const ABOUT_ONESELF: [&str; 2] = ["store/erasure.rs", "store/own_data.rs"];

/// The statements in the service's own source, or what they begin with where they are put together. Tests ask the database things too, and may.
fn of_the_service() -> &'static [String] {
    static LITERALS: OnceLock<Vec<String>> = OnceLock::new();
    LITERALS.get_or_init(|| {
        let mut literals = Vec::new();
        collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut literals);
        assert!(literals.len() > 100, "the statements of the service are not where they are looked for");
        literals
    })
}

fn collect(dir: &Path, literals: &mut Vec<String>) {
    for entry in dir.read_dir().expect("a directory of source").map(|entry| entry.expect("an entry").path()) {
        let about_oneself = ABOUT_ONESELF.iter().any(|file| entry.ends_with(file));
        if about_oneself || entry.to_string_lossy().contains("tests") {
            continue;
        }
        if entry.is_dir() {
            collect(&entry, literals);
            continue;
        }
        let source = std::fs::read_to_string(&entry).expect("source");
        let source = source.split("#[cfg(test)]").next().unwrap_or_default();
        literals.extend(source.split('"').map(in_one_line).filter(|text| is_statement(text)));
    }
}

fn is_statement(text: &str) -> bool {
    ["SELECT ", "INSERT ", "UPDATE ", "DELETE "].iter().any(|verb| text.starts_with(verb))
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The statements of the service that no earlier scenario of this process ran.
fn new_ones(on_postgres: bool) -> Vec<&'static str> {
    static CHECKED: Mutex<BTreeSet<(bool, &'static str)>> = Mutex::new(BTreeSet::new());
    let mut checked = CHECKED.lock().unwrap_or_else(PoisonError::into_inner);
    let is_of_the_service = |sql: &&str| {
        let sql = in_one_line(sql);
        // What is put together begins with a literal that is long enough to be known by.
        of_the_service()
            .iter()
            .any(|literal| sql == *literal || (literal.len() > 24 && sql.starts_with(literal.as_str())))
    };
    seen::statements(on_postgres)
        .into_iter()
        .filter(is_of_the_service)
        .filter(|sql| checked.insert((on_postgres, sql)))
        .collect()
}

pub async fn check_sqlite(url: &str) {
    let new = new_ones(false);
    if new.is_empty() {
        return;
    }
    let mut connection = SqliteConnection::connect(url).await.expect("the test's database opens");
    let partial = names(
        &mut connection,
        "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'",
    )
    .await;
    let mut faults = String::new();
    for sql in new {
        // The plan of a change to a row that others point at lists how those would be found if it were deleted; where nothing is deleted
        // that never runs.
        let others = if sql.starts_with("DELETE") { "ON" } else { "OFF" };
        let pragma = format!("PRAGMA foreign_keys = {others}");
        connection.execute(AssertSqlSafe(pragma)).await.expect("a setting");
        let Ok(plan) =
            sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}"))).fetch_all(&mut connection).await
        else {
            // A statement of a test that is meant to fail.
            continue;
        };
        for step in plan.iter().map(|row| row.get::<String, _>("detail")) {
            let words: Vec<&str> = step.split_whitespace().collect();
            let ["SCAN", name, rest @ ..] = words.as_slice() else { continue };
            let index = rest.iter().skip_while(|word| **word != "INDEX").nth(1);
            let is_short = index.is_some_and(|index| partial.contains(*index) || sql.contains(" LIMIT "));
            if LARGE.contains(&table_of(sql, name)) && !is_short && !rest.contains(&"VIRTUAL") {
                faults += &format!("{step}\n    {sql}\n");
            }
        }
    }
    assert!(faults.is_empty(), "SQLite reads the whole of a large table:\n{faults}");
}

pub async fn check_postgres(url: &str) {
    let new = new_ones(true);
    if new.is_empty() {
        return;
    }
    let mut connection = PgConnection::connect(url).await.expect("the test's database opens");
    // Only where there is no other way does a plan now read a whole table. Joins that read one of two tables whole are right while it is small,
    // as all are here.
    let settings = "SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET plan_cache_mode = force_generic_plan";
    connection.execute(settings).await.expect("settings");
    let partial =
        names(&mut connection, "SELECT indexname FROM pg_indexes WHERE indexdef LIKE '% WHERE %'").await;
    let mut faults = String::new();
    for sql in new {
        let Ok(plan) = explain(&mut connection, sql).await else { continue };
        for (number, step) in plan.iter().enumerate() {
            let words: Vec<&str> = step.split_whitespace().filter(|word| *word != "->").collect();
            let table = words.iter().position(|word| *word == "on").and_then(|on| words.get(on + 1));
            let has_condition = plan[number + 1..]
                .iter()
                .take_while(|line| !line.trim_start().starts_with("->"))
                .any(|line| line.contains("Index Cond"));
            let reads_all = match words.as_slice() {
                ["Seq", "Scan", ..] => true,
                ["Index", "Scan", "using", index, ..] | ["Index", "Only", "Scan", "using", index, ..] => {
                    // With a handful of rows Postgres may begin with the people and look each one's account up.
                    *index != "person_pkey"
                        && !has_condition
                        && !partial.contains(*index)
                        && !sql.contains(" LIMIT ")
                }
                _ => false,
            };
            if reads_all && table.is_some_and(|table| LARGE.contains(table)) {
                faults += &format!("{}\n    {sql}\n", step.trim());
            }
        }
    }
    assert!(faults.is_empty(), "Postgres reads the whole of a large table:\n{faults}");
}

async fn explain(connection: &mut PgConnection, sql: &str) -> sqlx::Result<Vec<String>> {
    connection.execute(sqlx::raw_sql(AssertSqlSafe(format!("PREPARE seen AS {sql}")))).await?;
    let values: i64 = sqlx::query_scalar(
        "SELECT cardinality(parameter_types)::bigint FROM pg_prepared_statements WHERE name = 'seen'",
    )
    .fetch_one(&mut *connection)
    .await?;
    let nulls = vec!["NULL"; usize::try_from(values).unwrap_or(0)].join(", ");
    let nulls = if nulls.is_empty() { nulls } else { format!("({nulls})") };
    let plan = sqlx::raw_sql(AssertSqlSafe(format!("EXPLAIN EXECUTE seen {nulls}")))
        .fetch_all(&mut *connection)
        .await;
    connection.execute("DEALLOCATE seen").await?;
    Ok(plan?.iter().map(|row| row.get::<String, _>(0)).collect())
}

async fn names<'c, DB, E>(connection: E, sql: &'static str) -> BTreeSet<String>
where
    DB: sqlx::Database,
    E: Executor<'c, Database = DB>,
    DB::Arguments: sqlx::IntoArguments<DB>,
    (String,): for<'r> sqlx::FromRow<'r, DB::Row>,
{
    let rows: Vec<(String,)> = sqlx::query_as(sql).fetch_all(connection).await.expect("the names of indexes");
    rows.into_iter().map(|(name,)| name).collect()
}

/// The table that a statement calls `name`.
fn table_of<'a>(sql: &'a str, name: &'a str) -> &'a str {
    let words: Vec<&str> = sql
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty())
        .collect();
    let named = words.windows(3).find(|three| three[1] == "AS" && three[2] == name);
    named.map_or(name, |three| three[0])
}
