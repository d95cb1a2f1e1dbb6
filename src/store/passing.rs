//! Which errors pass by themselves.

use anyhow::Error;

/// Whether the database failed for a reason that passes: two transactions met, it is busy, full, gone or starting. What was tried may be tried again as
/// it is; nothing is wrong with it.
///
/// Sources: <https://www.postgresql.org/docs/current/errcodes-appendix.html>, <https://www.sqlite.org/rescode.html>.
pub fn passes(error: &Error) -> bool {
    let Some(error) = error.chain().find_map(|cause| cause.downcast_ref::<sqlx::Error>()) else {
        return false;
    };
    match error {
        sqlx::Error::Database(refused) => match refused.code() {
            Some(code) => is_passing_code(&code),
            None => false,
        },
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::BeginFailed => true,
        _ => false,
    }
}

fn is_passing_code(code: &str) -> bool {
    // Postgres has five characters: connections, a rolled-back transaction, resources, an operator, the system itself; and a lock that was not got.
    const POSTGRES: [&str; 6] = ["08", "40", "53", "57", "58", "55P03"];
    // SQLite's primary codes: busy, locked, out of memory, read-only, input or output, full, can't open.
    const SQLITE: [u32; 7] = [5, 6, 7, 8, 10, 13, 14];
    // SQLite's codes have at most four digits.
    if code.len() == 5 {
        return POSTGRES.iter().any(|class| code.starts_with(class));
    }
    code.parse::<u32>().is_ok_and(|code| SQLITE.contains(&(code & 0xff)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_and_what_does_not() {
        for code in
            ["40P01", "40001", "55P03", "53100", "57P01", "08006", "5", "6", "13", "10", "517", "3338"]
        {
            assert!(is_passing_code(code), "{code}");
        }
        // Unique, foreign key, syntax, no such column; a constraint of SQLite's, and a mistake in its use.
        for code in ["23505", "23503", "42601", "42703", "22P02", "19", "2067", "1", "21"] {
            assert!(!is_passing_code(code), "{code}");
        }
        assert!(passes(&Error::new(sqlx::Error::PoolTimedOut).context("while it was handled")));
        assert!(!passes(&Error::new(sqlx::Error::RowNotFound)));
        assert!(!passes(&anyhow::anyhow!("40P01")));
    }
}
