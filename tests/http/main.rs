//! The pages and the API as callers meet them: through the router, on both engines, with what nobody may see marked.

#[path = "../databases/mod.rs"]
mod databases;
mod disclosing;
mod health;
mod town;
