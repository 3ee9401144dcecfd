//! Good practices as their sources tell them, the institutions whose experts brought them, and one that an invented institution adopts.
use crate::{Seed, country::Institution};
use std::collections::HashMap;
use tiltas_app::{Act, App, Error, expert_institution, practice as app};
use tiltas_domain::{
    Actor, Id, Moment, Root,
    clock::Confidence,
    expert_institution::{Contribution, Write as Known},
    practice::{Adopt, Practice, Write},
    recommendation::{SourceKind, Theme},
};

const PRACTICES: &str = include_str!("../data/practices.txt");
const EXPERTS: &str = include_str!("../data/experts.txt");

/// How Latvia buys services.
pub(crate) const MANDATE: &str = "mandate";
/// How the United Kingdom decides twice.
pub(crate) const TWO_DECISIONS: &str = "two_decisions";

type Block<'a> = HashMap<&'a str, &'a str>;

/// The blocks of a file: names with their words.
fn blocks(text: &str) -> impl Iterator<Item = Block<'_>> {
    text.split("\n\n").filter_map(|block| {
        let lines = block.lines().filter(|line| !line.starts_with('#'));
        let block: Block<'_> = lines.filter_map(|line| line.split_once(": ")).collect();
        (!block.is_empty()).then_some(block)
    })
}

fn given(block: &Block<'_>, name: &str) -> Option<String> {
    block.get(name).map(|words| (*words).to_owned())
}

/// A practice as it stands in its block; `None` where that has not what each needs.
fn practice(block: &Block<'_>) -> Option<Write> {
    Some(Write {
        country: given(block, "country"),
        institution: given(block, "institution"),
        title: given(block, "title")?,
        theme: Theme::from_code(block.get("theme")?)?,
        language: "en".to_owned(),
        problem: given(block, "problem"),
        done: given(block, "done")?,
        law: given(block, "law"),
        resources: given(block, "resources"),
        evidence: given(block, "evidence"),
        conditions: given(block, "conditions"),
        contact: None,
        page: given(block, "page"),
        dated: None,
        confidence: Confidence::Verified,
        example: false,
    })
}

fn expert(block: &Block<'_>) -> Option<Known> {
    Some(Known {
        country: given(block, "country")?,
        name: given(block, "name"),
        fields: Vec::new(),
        languages: Vec::new(),
        said: given(block, "said"),
        page: given(block, "page"),
        example: false,
    })
}

/// An invented draft, which only those who wrote it and the secretariat see.
fn draft() -> Write {
    let title = "A card with the duty phone in each patrol car";
    let done = "Each car of the border police carries a card with the duty phones of the houses nearby.";
    Write {
        country: Some("MD".to_owned()),
        institution: None,
        title: title.to_owned(),
        theme: Theme::Partnership,
        language: "en".to_owned(),
        problem: None,
        done: done.to_owned(),
        law: None,
        resources: None,
        evidence: None,
        conditions: None,
        contact: None,
        page: None,
        dated: None,
        confidence: Confidence::Proposed,
        example: true,
    }
}

fn adoption() -> Adopt {
    let text = "The ministry should mandate organisations by public procurement, and each mandate should name the date on which it ends.";
    Adopt {
        title: "Mandate organisations by procurement, with an end date".to_owned(),
        text: text.to_owned(),
        language: "en".to_owned(),
        source: SourceKind::Training,
        example: true,
    }
}

fn root(seed: &Seed, by: Actor, now: Moment, name: &str) -> Root {
    seed.context(by, now, &format!("practices: {name}"))
}

/// The practice of this key.
pub(crate) fn id(seed: &Seed, key: &str) -> Id<Practice> {
    let secretary = seed.member(Institution::Secretariat, 0);
    let root = root(seed, secretary, Moment(0), &format!("write {key}"));
    Act::RecordPractice.context(&root).id(0)
}

/// Writes down, reviews and publishes the practice of this block.
fn bring(app: &App, seed: &Seed, now: Moment, key: &str, write: &Write) -> Result<Id<Practice>, Error> {
    let secretary = seed.member(Institution::Secretariat, 0);
    let root = |name: &str| root(seed, secretary, now, &format!("{name} {key}"));
    let (id, _) = app::record(app, &root("write"), write)?;
    app::review(app, &root("review"), id, &())?;
    app::publish(app, &root("publish"), id, &())?;
    Ok(id)
}

/// Writes down, reviews and publishes some of the practices.
///
/// # Errors
/// When storage is away.
pub(crate) fn bring_some(app: &App, seed: &Seed, now: Moment, keys: &[&str]) -> Result<(), Error> {
    for block in blocks(PRACTICES) {
        let key = block.get("key").filter(|key| keys.contains(key));
        if let (Some(key), Some(write)) = (key, practice(&block)) {
            bring(app, seed, now, key, &write)?;
        }
    }
    Ok(())
}

/// Writes down, reviews and publishes the practices, registers whose experts brought them, and plays one adoption.
///
/// # Errors
/// When storage is away.
pub fn practices(app: &App, seed: &Seed, now: Moment) -> Result<(), Error> {
    let secretary = seed.member(Institution::Secretariat, 0);
    let team = seed.member(Institution::ExpertTeam, 0);
    let root = |by: Actor, name: String| root(seed, by, now, &name);
    let mut known: HashMap<&str, Id<Practice>> = HashMap::new();
    for block in blocks(PRACTICES) {
        let (Some(key), Some(write)) = (block.get("key"), practice(&block)) else {
            continue;
        };
        known.insert(key, bring(app, seed, now, key, &write)?);
    }
    for block in blocks(EXPERTS) {
        let Some(write) = expert(&block) else { continue };
        let country = &write.country;
        let registering = root(secretary, format!("expert of {country}"));
        let (id, _) = expert_institution::register(app, &registering, &write)?;
        let gave = block.get("gave").into_iter().flat_map(|gave| gave.split(", "));
        for (key, practice) in gave.filter_map(|key| Some((key, known.get(key)?))) {
            let root = root(secretary, format!("{country} gave {key}"));
            expert_institution::contribute(app, &root, id, &Contribution::Practice(*practice))?;
        }
    }
    app::record(app, &root(team, "draft".to_owned()), &draft())?;
    if let Some(mandate) = known.get(MANDATE) {
        app::adopt(app, &root(team, "adopt".to_owned()), *mandate, &adoption())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_practice_names_the_page_on_which_it_was_read_and_is_no_example() {
        let all: Vec<_> = blocks(PRACTICES).collect();
        assert_eq!(all.len(), 8);
        for block in all {
            let write = practice(&block).expect("what each needs");
            assert!(write.page.is_some() && !write.example, "{}", write.title);
            assert!(write.confidence == Confidence::Verified && block.contains_key("key"));
        }
    }

    #[test]
    fn the_eight_countries_stand_as_the_sources_name_them_and_give_what_is_shipped() {
        let keys: Vec<&str> = blocks(PRACTICES)
            .filter_map(|block| block.get("key").copied())
            .collect();
        let all: Vec<_> = blocks(EXPERTS).collect();
        let named = all.iter().filter(|block| block.contains_key("name")).count();
        assert_eq!((all.len(), named), (8, 2), "two institutions are named, six are not");
        for block in &all {
            let write = expert(block).expect("a country");
            assert!(
                write.fields.is_empty() && write.languages.is_empty(),
                "no source gives them"
            );
            let gave = block.get("gave").into_iter().flat_map(|gave| gave.split(", "));
            assert!(gave.into_iter().all(|key| keys.contains(&key)), "{}", write.country);
        }
    }
}
