//! What tests of both engines share.
//!
//! ```ignore
//! on_both_engines!(a_place_is_given_once);
//!
//! async fn a_place_is_given_once(db: Db) { … }
//! ```
//! makes the tests `a_place_is_given_once::sqlite` and `a_place_is_given_once::postgres`, each on a fresh, migrated database of its own that is
//! gone afterwards. A scenario that opens the database itself, perhaps more than once, takes its URL instead: `(url: String)`. It may return
//! anything that `main` may.
//!
//! In `src` it is reached by `use crate::databases::on_both_engines;`, in `tests` by `mod databases; use databases::on_both_engines;`.

mod plans;
mod postgres;
mod sqlite;

use tannhjul::store::Db;

/// Makes two tests of each named scenario, one an engine.
macro_rules! on_both_engines {
    ($($scenario:ident),+ $(,)?) => {$(
        mod $scenario {
            #[test]
            fn sqlite() -> impl ::std::process::Termination {
                $crate::databases::on_sqlite(super::$scenario)
            }

            #[test]
            #[cfg_attr(
                not(has_postgres),
                ignore = "PostgreSQL is not installed (Debian: apt-get install postgresql, then touch build.rs)"
            )]
            fn postgres() -> impl ::std::process::Termination {
                $crate::databases::on_postgres(super::$scenario)
            }
        }
    )+};
}
pub(crate) use on_both_engines;

/// Makes a test of each named scenario on Postgres alone: what several processes do, of which SQLite has one.
#[allow(unused_macros, reason = "not every suite has such scenarios")]
macro_rules! only_on_postgres {
    ($($scenario:ident),+ $(,)?) => {$(
        mod $scenario {
            #[test]
            #[cfg_attr(
                not(has_postgres),
                ignore = "PostgreSQL is not installed (Debian: apt-get install postgresql, then touch build.rs)"
            )]
            fn postgres() -> impl ::std::process::Termination {
                $crate::databases::on_postgres(super::$scenario)
            }
        }
    )+};
}
#[allow(unused_imports, reason = "not every suite has such scenarios")]
pub(crate) use only_on_postgres;

/// What a scenario is given of its database.
pub trait FromUrl: Sized {
    fn from_url(url: String) -> impl Future<Output = Self>;
}

impl FromUrl for Db {
    async fn from_url(url: String) -> Self {
        Db::open(&url).await.expect("the test's database opens")
    }
}

impl FromUrl for String {
    async fn from_url(url: String) -> Self {
        url
    }
}

/// Runs a scenario on a database of its own in SQLite.
pub fn on_sqlite<D: FromUrl, F: Future<Output: Send>>(scenario: impl FnOnce(D) -> F + Send) -> F::Output {
    let database = sqlite::Database::create();
    let url = database.url();
    deeply(|| {
        runtime().block_on(async {
            let output = scenario(D::from_url(url.clone()).await).await;
            plans::check_sqlite(&url).await;
            output
        })
    })
}

/// Runs a scenario on a database of its own in Postgres.
pub fn on_postgres<D: FromUrl, F: Future<Output: Send>>(scenario: impl FnOnce(D) -> F + Send) -> F::Output {
    // Both engines hold the same snapshot; rewritten twice by one process, the source file would be damaged.
    assert!(
        std::env::var_os("UPDATE_EXPECT").is_none(),
        "snapshots are updated on one engine: UPDATE_EXPECT=1 cargo test sqlite"
    );
    let database = postgres::Database::create();
    let url = database.url();
    deeply(|| {
        runtime().block_on(async {
            let output = scenario(D::from_url(url.clone()).await).await;
            plans::check_postgres(&url).await;
            output
        })
    })
}

/// Runs with the stack that the service gives its threads: a message is handled some dozens of calls deep, and an unoptimised build wastes room.
fn deeply<T: Send>(run: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let name = std::thread::current().name().unwrap_or("a test").to_owned();
        let thread = std::thread::Builder::new().name(name).stack_size(tannhjul::STACK_BYTES);
        let thread = thread.spawn_scoped(scope, run).expect("a thread");
        thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// Two threads, so that what runs at the same time in production may do so in a test.
fn runtime() -> tokio::runtime::Runtime {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.worker_threads(2).thread_stack_size(tannhjul::STACK_BYTES).enable_all();
    runtime.build().expect("a runtime")
}
