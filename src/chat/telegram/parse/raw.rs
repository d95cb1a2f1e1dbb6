//! A look into JSON of which nothing is certain: Telegram adds fields, kinds and whole objects at any time.

use serde_json::Value;

/// A value that may be of any kind, or missing.
#[derive(Clone, Copy, Debug)]
pub struct Raw<'a>(pub &'a Value);

impl<'a> Raw<'a> {
    /// The part named `key`; missing in what is missing.
    pub fn part(self, key: &str) -> Self {
        Self(self.0.get(key).unwrap_or(&Value::Null))
    }

    /// Whether it is an object, as the Bot API's optional parts are.
    pub fn is_there(self) -> bool {
        self.0.is_object()
    }

    pub fn text(self, key: &str) -> Option<&'a str> {
        self.0.get(key)?.as_str()
    }

    pub fn number(self, key: &str) -> Option<i64> {
        self.0.get(key)?.as_i64()
    }

    pub fn is(self, key: &str) -> bool {
        self.flag(key).unwrap_or(false)
    }

    pub fn flag(self, key: &str) -> Option<bool> {
        self.0.get(key)?.as_bool()
    }

    pub fn list(self, key: &str) -> impl Iterator<Item = Raw<'a>> {
        self.0.get(key).and_then(Value::as_array).into_iter().flatten().map(Raw)
    }

    /// Whether any of `keys` is present with something in it.
    pub fn has_any(self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.0.get(key).is_some_and(|value| !value.is_null()))
    }
}
