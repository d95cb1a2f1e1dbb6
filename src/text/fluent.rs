//! The Fluent files, compiled in, and the formatting of one message.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::domain::language::Language;

macro_rules! locale_files {
    ($($file:literal)*) => {
        /// The contents of every file of a locale.
        pub(super) fn files(language: Language) -> &'static [&'static str] {
            match language {
                Language::Nb => &[$(include_str!(concat!("../../locales/nb/", $file, ".ftl"))),*],
                Language::Nn => &[$(include_str!(concat!("../../locales/nn/", $file, ".ftl"))),*],
                Language::En => &[$(include_str!(concat!("../../locales/en/", $file, ".ftl"))),*],
            }
        }
    };
}
locale_files! { "alarm" "audit" "common" "card" "duty" "everyday" "hearsay" "history" "join" "mail" "offers" "page" "people" "privacy" "reach" "request" "rota" "round" "volunteer" }

type Bundle = FluentBundle<FluentResource>;

fn bundle(language: Language) -> &'static Bundle {
    static BUNDLES: OnceLock<[Bundle; 3]> = OnceLock::new();
    let bundles = BUNDLES.get_or_init(|| Language::ALL.map(load));
    &bundles[Language::ALL.iter().position(|&l| l == language).unwrap_or(0)]
}

fn load(language: Language) -> Bundle {
    let locale: LanguageIdentifier =
        language.code().parse().expect("the code of a language is a language identifier");
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    for file in files(language) {
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(resource, errors)| {
            tracing::error!(?errors, language = language.code(), "a locale file has faults");
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(?errors, language = language.code(), "a text stands twice");
        }
    }
    bundle
}

/// The text `id` with its arguments. Where it is missing, its id: the tests see to it that this does not happen.
pub(super) fn format(
    language: Language,
    id: &str,
    arguments: &[(&'static str, FluentValue<'static>)],
) -> String {
    try_format(language, id, arguments).unwrap_or_else(|| {
        tracing::error!(id, language = language.code(), "a text is missing or can't be written");
        id.to_owned()
    })
}

pub(super) fn try_format(
    language: Language,
    id: &str,
    arguments: &[(&'static str, FluentValue<'static>)],
) -> Option<String> {
    let bundle = bundle(language);
    let pattern = bundle.get_message(id)?.value()?;
    let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
    errors.is_empty().then_some(text)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::super::messages::TEXTS;
    use super::*;
    use crate::domain::service::ServiceKind;
    use crate::text::Message;

    /// Every text of a locale with the variables that stand in it. A text is an unindented line `id = …` and what is indented below it.
    fn texts(language: Language) -> BTreeMap<String, BTreeSet<String>> {
        let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut id = String::new();
        for line in files(language).iter().flat_map(|file| file.lines()).filter(|line| !line.starts_with('#'))
        {
            if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '\t'])) {
                id = name.to_owned();
                assert!(
                    texts.insert(id.clone(), BTreeSet::new()).is_none(),
                    "{id} stands twice in {}",
                    language.code()
                );
            }
            for piece in line.split('$').skip(1) {
                let name: String = piece.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                texts.get_mut(&id).expect("a variable stands in a text").insert(name);
            }
        }
        texts
    }

    #[test]
    fn every_locale_has_every_text_and_no_other() {
        let services = ServiceKind::ALL.map(|kind| (Message::Service(kind).id(), &[] as &[&str]));
        let wanted: BTreeMap<_, BTreeSet<_>> = TEXTS
            .iter()
            .copied()
            .chain(services)
            .map(|(id, fields)| (id, fields.iter().copied().collect()))
            .collect();
        for language in Language::ALL {
            let texts = texts(language);
            let missing: Vec<_> = wanted.keys().filter(|id| !texts.contains_key(**id)).collect();
            let unused: Vec<_> = texts.keys().filter(|id| !wanted.contains_key(id.as_str())).collect();
            assert!(
                missing.is_empty() && unused.is_empty(),
                "{}: missing {missing:?}, unused {unused:?}",
                language.code()
            );
            for (id, variables) in &texts {
                let unknown: Vec<_> =
                    variables.iter().filter(|v| !wanted[id.as_str()].contains(v.as_str())).collect();
                assert!(unknown.is_empty(), "{}: {id} asks for {unknown:?}", language.code());
            }
        }
    }

    #[test]
    fn every_locale_says_the_same_things() {
        let reference = texts(Language::Nb);
        for language in [Language::Nn, Language::En] {
            for (id, variables) in texts(language) {
                assert_eq!(Some(&variables), reference.get(&id), "{}: {id}", language.code());
            }
        }
    }

    #[test]
    fn every_text_can_be_written() {
        for (id, fields) in TEXTS {
            let arguments: Vec<_> = fields.iter().map(|name| (*name, FluentValue::from(1))).collect();
            for language in Language::ALL {
                assert!(try_format(language, id, &arguments).is_some(), "{}: {id}", language.code());
            }
        }
    }
}
