//! Every closed list of the domain has its words, in every language, wherever a page names one of its values.
use super::{shape, walk};
use crate::Locale;
use std::{collections::BTreeSet, path::Path};
use tiltas_domain::{
    Answer, Class, Field, Purpose, Role,
    case::{AgeBasis, AgeClass, Interpreter, OfferEnded, Sex, Urgency},
    clock::{ClockKind, Confidence},
    consent::{Form, Ground},
    detail::{NameConfidence, NameKind, Origin, Script},
    disclosure::Ended,
    need,
    organisation::OrganisationKind,
    place::PlaceState,
    profile::{ConsentRule, Counted, Topic},
    provider::Service,
    referral::{Outcome, Reason, Step, WithdrawnBecause},
    risk::{self, Level, Safety},
    screening::{Decision, advice},
    signal, task,
};

/// A closed list: its name in the domain, its codes, and the lists of words that name its values.
struct Listed {
    name: &'static str,
    codes: Vec<&'static str>,
    words: &'static [&'static str],
}

macro_rules! listed { ($($kind:ty as $name:literal: $words:expr),+ $(,)?) => {
    vec![$(Listed {
        name: $name,
        codes: <$kind>::ALL.iter().map(|value| value.code()).collect(),
        words: &$words,
    }),+]
} }

fn all() -> Vec<Listed> {
    const NONE: [&str; 0] = [];
    listed! {
        AgeBasis as "AgeBasis": ["case-age-basis"],
        AgeClass as "AgeClass": ["case-age", "signal-age", "screening-age-told", "age"],
        Answer as "Answer": ["answer"],
        // Asked of a question of a set, never named on a page.
        advice::Asks as "Asks": NONE,
        advice::Strength as "Strength": ["strength"],
        Class as "Class": ["access"],
        ClockKind as "ClockKind": ["clock-kind"],
        Confidence as "Confidence": ["word"],
        // How a length is counted: told by the length itself.
        Counted as "Counted": NONE,
        Decision as "Decision": ["case-screening", "screening-decided", "one-night-decision"],
        Ended as "Ended": ["case-ended", "one-night-ended"],
        Field as "Field": ["field"],
        Form as "Form": ["consent-form"],
        Ground as "Ground": ["ground", "case-ground", "slip-not-asked", "one-night-law"],
        ConsentRule as "ConsentRule": NONE,
        Interpreter as "Interpreter": ["interpreter", "case-interpreter"],
        need::Kind as "Kind": ["need-kind"],
        need::Pressing as "Pressing": ["need-pressing"],
        need::Ended as "Ended": ["need-end"],
        need::Unmet as "Unmet": ["need-unmet"],
        task::Kind as "Kind": ["case-task", "case-task-note"],
        task::State as "State": ["task-state"],
        Level as "Level": ["risk-level", "risk-hint", "one-night-risk"],
        NameConfidence as "NameConfidence": ["name-sure"],
        NameKind as "NameKind": ["name-kind"],
        OfferEnded as "OfferEnded": ["lead-offer-ended"],
        OrganisationKind as "OrganisationKind": ["organisation-kind"],
        Origin as "Origin": ["case-origin"],
        Outcome as "Outcome": ["outcome"],
        PlaceState as "PlaceState": NONE,
        // Said by programs and kept in the journal.
        Purpose as "Purpose": NONE,
        Reason as "Reason": ["reason", "reason-ours", "one-night-reason"],
        risk::Channel as "Channel": ["risk-channel", "risk-ask"],
        Role as "Role": ["role"],
        Safety as "Safety": ["risk-safety", "case-channel"],
        // Of letters, never named on a page.
        Script as "Script": NONE,
        Service as "Service": ["service", "case-service", "one-night-service"],
        Sex as "Sex": ["person", "person-young", "person-child", "signal-sex", "sex"],
        signal::Channel as "Channel": ["channel", "case-signal"],
        Step as "Step": ["one-night-escalation"],
        // Of a country's file.
        Topic as "Topic": NONE,
        Urgency as "Urgency": ["urgency", "soon", "soon-hint", "screening-urgency"],
        WithdrawnBecause as "WithdrawnBecause": ["because"],
    }
}

#[test]
fn every_closed_list_has_its_words_in_every_language() {
    let mut missing = Vec::new();
    for locale in Locale::ALL {
        let shape = shape(locale);
        for listed in all() {
            let keys = listed
                .words
                .iter()
                .flat_map(|list| listed.codes.iter().map(move |code| format!("{list}-{code}")));
            missing.extend(
                keys.filter(|key| !shape.contains_key(key))
                    .map(|key| format!("{}: {key}", locale.code())),
            );
        }
        for say in ConsentRule::ALL {
            for whose in ["her", "his", "their"] {
                let key = format!("ground-makes-{}-{whose}", say.code());
                assert!(shape.contains_key(&key), "{}: {key}", locale.code());
            }
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
    let known: BTreeSet<&str> = all().iter().map(|listed| listed.name).collect();
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
