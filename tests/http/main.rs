//! The pages and the API as callers meet them: through the router, on both engines, with what nobody may see marked.

mod asking;
#[expect(dead_code, reason = "the local chat's tests do more with a browser")]
#[path = "../browser/mod.rs"]
mod browser;
mod browsing;
mod chance;
mod contract;
mod correcting;
#[path = "../databases/mod.rs"]
mod databases;
mod disclosing;
mod following;
mod health;
mod own_pages;
mod town;
mod watching;
