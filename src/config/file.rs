//! The file of settings: the names of the environment in lower case, and the bots.

use std::collections::BTreeMap;

use toml::de::DeValue;

use crate::fault::Faults;
use crate::toml_text::{self, Table};

/// What the file says, before anybody asks what it means.
#[derive(Default)]
pub struct FileSettings {
    /// By their names.
    pub values: BTreeMap<&'static str, Written>,
    /// The variables that hold the tokens of `[[telegram]]`.
    pub token_names: Vec<Written>,
}

pub struct Written {
    pub text: String,
    pub line: usize,
}

impl FileSettings {
    pub fn read(text: &str, names: &[&'static str], faults: &mut Faults) -> Self {
        let (settings, found) = toml_text::read(text, |root| {
            let mut settings = Self::default();
            for name in names {
                if let Some(value) = written(root, name) {
                    settings.values.insert(name, value);
                }
            }
            for mut bot in root.tables("telegram") {
                if let Some(name) = bot.required_text("token_env") {
                    settings.token_names.push(Written { text: name.value, line: name.line });
                }
                bot.finish();
            }
            settings
        });
        for fault in found.iter() {
            faults.add(fault.line, fault.what.clone());
        }
        settings
    }
}

/// A setting as text; `true` and `false` may stand without quotes.
fn written(root: &mut Table<'_>, name: &'static str) -> Option<Written> {
    let value = root.value_as(name, "text in quotes", |value| match value {
        DeValue::String(text) => Some(text.trim().to_owned()),
        DeValue::Boolean(flag) => Some(flag.to_string()),
        _ => None,
    })?;
    Some(Written { text: value.value, line: value.line })
}
