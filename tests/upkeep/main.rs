//! What keeps a service alive over the years: backups and what follows when one is put back, upgrades, the data a town takes along.

#[path = "../support/copies.rs"]
mod copies;
#[path = "../databases/mod.rs"]
mod databases;

mod backup;
mod beating;
mod export;
mod serving;
mod tokens;
mod upgrade;
