//! Finds what some tests need and not every machine has, so that those tests show as ignored with a reason instead of failing.
//!
//! `has_postgres`: PostgreSQL's server programs; their directory is handed on as `TANNHJUL_POSTGRES_BIN`.
//! `has_chromium`: Chromium and its driver. Where `TANNHJUL_REQUIRE_POSTGRES` or `TANNHJUL_REQUIRE_CHROMIUM` is `1` their absence ends the build.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=migrations");
    println!("cargo::rerun-if-env-changed=PATH");
    find("postgres", "PostgreSQL server (Debian: apt-get install postgresql)", || {
        let bin = postgres_bin()?;
        println!("cargo::rustc-env=TANNHJUL_POSTGRES_BIN={}", bin.display());
        Some(())
    });
    find("chromium", "Chromium with its driver (Debian: apt-get install chromium chromium-driver)", || {
        on_path("chromedriver")?;
        ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(on_path)?;
        Some(())
    });
}

/// Sets `has_{name}` where `look` finds it.
fn find(name: &str, what: &str, look: impl FnOnce() -> Option<()>) {
    println!("cargo::rustc-check-cfg=cfg(has_{name})");
    let required = format!("TANNHJUL_REQUIRE_{}", name.to_uppercase());
    println!("cargo::rerun-if-env-changed={required}");
    if look().is_some() {
        println!("cargo::rustc-cfg=has_{name}");
    } else if env::var_os(&required).is_some_and(|value| value == "1") {
        println!("cargo::error={required}=1, but there is no {what} on this machine");
    }
}

/// The directory of `initdb` and `postgres`: the newest of Debian's, or where PATH or `pg_config` point.
fn postgres_bin() -> Option<PathBuf> {
    let has_both = |bin: &PathBuf| bin.join("initdb").is_file() && bin.join("postgres").is_file();
    debian_bins().into_iter().find(has_both).or_else(|| path_dirs().find(has_both)).or_else(|| {
        let output = Command::new("pg_config").arg("--bindir").output().ok()?;
        Some(PathBuf::from(String::from_utf8(output.stdout).ok()?.trim())).filter(has_both)
    })
}

/// `/usr/lib/postgresql/17/bin` and the like, the newest first. Debian keeps them out of PATH.
fn debian_bins() -> Vec<PathBuf> {
    let versions = Path::new("/usr/lib/postgresql").read_dir();
    let mut versions: Vec<(u32, PathBuf)> = versions
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin")))
        })
        .collect();
    versions.sort();
    versions.into_iter().rev().map(|(_, bin)| bin).collect()
}

fn path_dirs() -> impl Iterator<Item = PathBuf> {
    env::var_os("PATH").into_iter().flat_map(|path| env::split_paths(&path).collect::<Vec<_>>())
}

fn on_path(program: &str) -> Option<PathBuf> {
    path_dirs().map(|dir| dir.join(program)).find(|file| file.is_file())
}
