//! Names of streets and places, made comparable.

/// A name in lower case without spaces, as the places of a zone are looked up.
pub fn fold(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}
