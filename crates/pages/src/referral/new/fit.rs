//! Who fits: no score. Four answers each with its words; those that do not fit stay in the list, with the reason.
use super::{super::value, Chosen};
use tiltas_app::referral::prepare::{Candidate, Prepared};
use tiltas_domain::{
    case::{AgeClass, Person, Sex},
    known::Known,
    provider::Fits,
};
use tiltas_kit::component::person;
use tiltas_words::Words;

/// One answer.
pub struct Cell {
    pub label: String,
    pub fits: Fits,
    pub spoken: String,
    pub text: String,
    pub more: String,
}

/// One provider.
pub struct Row {
    pub id: String,
    pub name: String,
    pub about: String,
    pub allowed: bool,
    pub chosen: bool,
    pub cells: Vec<Cell>,
}

/// Best fit first.
pub fn rows(words: &Words, prepared: &Prepared, chosen: &Chosen) -> Vec<Row> {
    let row = |candidate: &Candidate| Row {
        id: candidate.line.provider.to_string(),
        name: candidate.line.offer.name.clone(),
        about: candidate.line.offer.about.clone(),
        allowed: candidate.fit.allows(),
        chosen: chosen.to == Some(candidate.line.provider),
        cells: vec![
            who(words, candidate, &prepared.person),
            language(words, candidate),
            needs(words, candidate, prepared),
            places(words, candidate),
        ],
    };
    prepared.candidates.iter().map(row).collect()
}

fn cell(words: &Words, label: &str, fits: Fits, text: String, more: String) -> Cell {
    let code = match fits {
        Fits::Yes => "yes",
        Fits::Part => "part",
        Fits::No => "no",
        Fits::Unknown => "unknown",
    };
    Cell {
        label: words.say_code("fit-column", label),
        fits,
        spoken: words.say_code("fit", code),
        text,
        more,
    }
}

fn who(words: &Words, candidate: &Candidate, of: &Person) -> Cell {
    let (fit, offer) = (candidate.fit, &candidate.line.offer);
    let worst = fit.sex.min(fit.age).min(fit.accompanying_child);
    let text = if fit.sex == Fits::No {
        takes(words, &offer.sexes)
    } else if fit.age == Fits::No {
        if offer.adults {
            words.fit_adults_only()
        } else {
            words.fit_children_only()
        }
    } else if fit.accompanying_child == Fits::No {
        words.fit_no_child_with()
    } else if worst == Fits::Unknown {
        words.fit_not_known()
    } else {
        person::in_a_line(words, of)
    };
    let doubt = fit.age == Fits::No && of.age.class == Known::Is(AgeClass::Unsure);
    let more = if doubt {
        words.fit_age_in_doubt()
    } else if worst == Fits::Unknown {
        words.fit_ask()
    } else {
        String::new()
    };
    cell(words, "person", worst, text, more)
}

/// "Women only".
pub fn takes(words: &Words, sexes: &[Sex]) -> String {
    match (sexes.contains(&Sex::Woman), sexes.contains(&Sex::Man)) {
        (true, true) => words.fit_anyone(),
        (true, false) => words.fit_women_only(),
        (false, true) => words.fit_men_only(),
        (false, false) => words.fit_others_only(),
    }
}

fn language(words: &Words, candidate: &Candidate) -> Cell {
    let names: Vec<String> = candidate
        .line
        .offer
        .languages
        .iter()
        .map(|code| person::named(words, "tongue", code))
        .collect();
    let (text, more) = if names.is_empty() {
        (words.fit_not_known(), words.fit_ask())
    } else if candidate.fit.language == Fits::No {
        (names.join(", "), words.fit_interpreter())
    } else {
        (names.join(", "), String::new())
    };
    cell(words, "language", candidate.fit.language, text, more)
}

fn needs(words: &Words, candidate: &Candidate, prepared: &Prepared) -> Cell {
    let given = &candidate.line.offer.services;
    let (met, open): (Vec<_>, Vec<_>) = prepared
        .services
        .iter()
        .copied()
        .partition(|service| given.contains(service));
    let text = if met.is_empty() {
        words.fit_gives_none()
    } else {
        value::services(words, &met)
    };
    let more = if met.is_empty() || open.is_empty() {
        String::new()
    } else {
        words.fit_without(value::services(words, &open))
    };
    cell(words, "needs", candidate.fit.needs, text, more)
}

fn places(words: &Words, candidate: &Candidate) -> Cell {
    let line = &candidate.line;
    let (fits, text) = match (line.places, line.free) {
        (0, _) => (Fits::Yes, words.fit_no_places()),
        (_, 0) => (Fits::No, words.fit_free(line.free)),
        (_, free) => (Fits::Yes, words.fit_free(free)),
    };
    let more = if candidate.said_no {
        words.fit_said_no()
    } else if line.held > 0 {
        words.fit_held(line.held)
    } else {
        String::new()
    };
    cell(words, "place", fits, text, more)
}
