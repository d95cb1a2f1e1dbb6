//! The pages and the API as callers meet them: through the router, on both engines, with what nobody may see marked.

mod asking;
mod contract;
#[path = "../databases/mod.rs"]
mod databases;
mod disclosing;
mod following;
mod health;
mod town;
