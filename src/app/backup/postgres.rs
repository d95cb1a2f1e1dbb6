//! Postgres is copied by its own tools, which must be on the machine. Where they are not, it is said what to call.

use std::path::Path;
use std::process::{Command, Output};

use anyhow::{Context, bail, ensure};
use reqwest::Url;

/// A table without which a dump is of something else.
const PROOF: &str = "TABLE DATA public outbox ";

/// What is said where `pg_dump` can't be called.
const BY_HAND: &str = "a Postgres database is copied by Postgres's own tools, of the server's version or newer (Debian: apt-get install \
    postgresql-client). Where they are, call\n    \
    pg_dump --format=custom --no-owner --file=FILE \"$DATABASE_URL\" && tannhjul backup --noted\n\
    and to put it back, into a new database:\n    \
    createdb NEW && pg_restore --no-owner --exit-on-error --dbname=NEW FILE";

/// Dumps the database into `file` and reads the list of what is in it. Gives it in words.
pub fn dump(url: &str, file: &Path) -> anyhow::Result<String> {
    let environment = environment(url)?;
    let mut pg_dump = Command::new("pg_dump");
    pg_dump.args(["--format=custom", "--no-owner", "--no-password", "--file"]).arg(file).envs(environment);
    run(&mut pg_dump, "pg_dump")?;
    let mut pg_restore = Command::new("pg_restore");
    pg_restore.arg("--list").arg(file);
    let list = String::from_utf8_lossy(&run(&mut pg_restore, "pg_restore")?.stdout).into_owned();
    ensure!(list.contains(PROOF), "the dump holds no messages: is this Tannhjul's database?");
    Ok(format!("{} tables", list.matches("TABLE DATA ").count()))
}

fn run(command: &mut Command, name: &str) -> anyhow::Result<Output> {
    let output = match command.output() {
        Ok(output) => output,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            bail!("{name} is not on this machine: {BY_HAND}")
        }
        Err(error) => return Err(error).with_context(|| format!("{name} could not be called")),
    };
    if !output.status.success() {
        bail!("{name} failed ({}): {}", output.status, String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(output)
}

/// The address as Postgres's tools take it from the environment: other users of the machine can read a command line.
fn environment(url: &str) -> anyhow::Result<Vec<(String, String)>> {
    let url = Url::parse(url).context("DATABASE_URL can't be read")?;
    let mut found: Vec<(String, String)> = Vec::new();
    let mut set = |name: &str, value: &str| {
        if !value.is_empty() {
            found.push((format!("PG{name}"), value.to_owned()));
        }
    };
    set("HOST", url.host_str().unwrap_or_default().trim_start_matches('[').trim_end_matches(']'));
    set("PORT", &url.port().map(|port| port.to_string()).unwrap_or_default());
    set("USER", &decoded(url.username()));
    set("PASSWORD", &decoded(url.password().unwrap_or_default()));
    set("DATABASE", &decoded(url.path().trim_start_matches('/')));
    for (name, value) in url.query_pairs() {
        match &*name {
            "host" | "port" | "user" | "password" | "sslmode" => set(&name.to_uppercase(), &value),
            "dbname" => set("DATABASE", &value),
            "sslrootcert" | "ssl-root-cert" => set("SSLROOTCERT", &value),
            "sslcert" | "ssl-cert" => set("SSLCERT", &value),
            "sslkey" | "ssl-key" => set("SSLKEY", &value),
            "ssl-mode" => set("SSLMODE", &value),
            _ => {}
        }
    }
    Ok(found)
}

/// A part of an address without its `%41`. A wrong one is left as it is, and Postgres will say so.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, others @ ..] = rest {
        let hex = |range: &[u8]| u8::from_str_radix(std::str::from_utf8(range).ok()?, 16).ok();
        match (first, others.get(..2).and_then(hex)) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = &others[2..];
            }
            _ => {
                bytes.push(*first);
                rest = others;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(url: &str) -> String {
        let found = environment(url).expect("an address");
        found.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn an_address_becomes_an_environment() {
        assert_eq!(
            of("postgres://anne:p%40ss+%2Ford@db.example:5433/tannhjul?sslmode=require"),
            "PGHOST=db.example PGPORT=5433 PGUSER=anne PGPASSWORD=p@ss+/ord PGDATABASE=tannhjul PGSSLMODE=require"
        );
        assert_eq!(
            of("postgres://tannhjul@localhost/test_1?host=/tmp/tannhjul-x"),
            "PGHOST=localhost PGUSER=tannhjul PGDATABASE=test_1 PGHOST=/tmp/tannhjul-x"
        );
        assert_eq!(decoded("100%"), "100%");
    }
}
