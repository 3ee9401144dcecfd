//! Every closed list of the domain has its words, in every language, wherever a page names one of its values.
use super::{shape, sources, walk};
use crate::{Locale, lists::lists};
use std::{collections::BTreeSet, path::Path};
use tiltas_domain::Refused;

/// Lists whose values no page names: of letters, of a country's file, of what programs and the journal say.
const NEVER_NAMED: &[&str] = &[
    "Asks",
    "Counted",
    "Covers",
    "FaultKind",
    "Format",
    "PlaceState",
    "Purpose",
    "Script",
    "Topic",
];

#[test]
fn every_closed_list_has_its_words_in_every_language() {
    let mut missing = Vec::new();
    for locale in Locale::ALL {
        let shape = shape(locale);
        for listed in lists() {
            if let Some(function) = listed.function {
                assert_eq!(function, format!("say_{}", listed.words.replace('-', "_")));
            }
            let keys = listed.codes.iter().map(|code| format!("{}-{code}", listed.words));
            missing.extend(
                keys.filter(|key| !shape.contains_key(key))
                    .map(|key| format!("{}: {key}", locale.code())),
            );
        }
    }
    assert!(missing.is_empty(), "these values have no words: {missing:#?}");
}

#[test]
fn whoever_is_told_no_reads_the_rule_in_every_language() {
    let codes: BTreeSet<&str> = Refused::CODES.concat().into_iter().collect();
    for locale in Locale::ALL {
        let shape = shape(locale);
        for code in &codes {
            for key in [format!("refusal-{code}"), format!("refusal-{code}.rule")] {
                assert!(shape.contains_key(&key), "{} has no words for {key}", locale.code());
            }
        }
        let written = shape
            .keys()
            .filter_map(|key| key.strip_prefix("refusal-")?.split('.').next());
        let of_no_rule: Vec<&str> = written.filter(|code| !codes.contains(code)).collect();
        assert!(of_no_rule.is_empty(), "{}: no rule says {of_no_rule:?}", locale.code());
    }
}

#[test]
fn no_list_has_a_function_that_nobody_calls() {
    let sources = sources();
    let named: BTreeSet<&str> = sources
        .iter()
        .filter(|(path, _)| !path.ends_with("words/src/lists.rs"))
        .flat_map(|(_, text)| text.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_'))
        .filter(|word| word.starts_with("say_"))
        .collect();
    assert!(named.contains("say_role"), "{named:?}");
    let lists = lists().into_iter().filter_map(|listed| listed.function);
    let idle: Vec<_> = lists.filter(|function| !named.contains(function)).collect();
    assert!(idle.is_empty(), "name these lists by code: {idle:?}");
}

#[test]
fn no_closed_list_of_the_domain_is_forgotten_here() {
    let mut sources = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/src"),
        &mut sources,
    );
    let named = lists().into_iter().filter_map(|listed| listed.of.rsplit("::").next());
    let known: BTreeSet<&str> = named.map(str::trim).chain(NEVER_NAMED.iter().copied()).collect();
    let mut found = BTreeSet::new();
    for (_, text) in &sources {
        for rest in text.split("\ncodes! {").skip(1) {
            let name = rest
                .split(" {")
                .next()
                .and_then(|before| before.split_whitespace().last());
            found.insert(name.unwrap_or_default().to_owned());
        }
    }
    assert!(found.len() > 20, "{found:?}");
    let forgotten: Vec<_> = found.iter().filter(|name| !known.contains(name.as_str())).collect();
    assert!(forgotten.is_empty(), "name their lists of words here: {forgotten:?}");
}
