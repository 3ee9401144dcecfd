//! Every closed list of the domain has its words, in every language, wherever a page names one of its values.
use super::{shape, walk};
use crate::{Locale, lists::lists};
use std::{collections::BTreeSet, path::Path};

/// Lists whose values no page names: of letters, of a country's file, of what programs and the journal say.
const NEVER_NAMED: [&str; 6] = ["Asks", "Counted", "PlaceState", "Purpose", "Script", "Topic"];

#[test]
fn every_closed_list_has_its_words_in_every_language() {
    let mut missing = Vec::new();
    for locale in Locale::ALL {
        let shape = shape(locale);
        for listed in lists() {
            assert_eq!(listed.function, format!("say_{}", listed.words.replace('-', "_")));
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
fn no_closed_list_of_the_domain_is_forgotten_here() {
    let mut sources = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/src"),
        &mut sources,
    );
    let named = lists().into_iter().filter_map(|listed| listed.of.rsplit("::").next());
    let known: BTreeSet<&str> = named.map(str::trim).chain(NEVER_NAMED).collect();
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
