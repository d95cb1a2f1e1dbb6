//! Names of streets and places, as they are compared.

/// A name without what people write differently: lower case, no spaces. "Nordre  Gate" and "nordregate" are the same.
pub fn fold(name: &str) -> String {
    name.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn names_differ_by_their_letters_only() {
        for (one, other) in
            [("Storgata", "storgata"), ("Nordre  Gate", "nordregate"), (" ØVRE Åsen\t", "øvreåsen")]
        {
            assert_eq!(fold(one), fold(other), "{one}");
        }
        for (one, other) in [("Storgata", "Storgate"), ("Ås", "As"), ("Øvre vei", "Øvre veg")] {
            assert_ne!(fold(one), fold(other), "{one}");
        }
    }
}
