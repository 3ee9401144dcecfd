//! The rules of eight countries side by side, as they were read in public pages: each value names its source and says how sure it is.
//! Nothing here is about a person, and nothing of it is law in this node: that stands in its own profile.
use askama::Template;
use axum::{Router, response::Response, routing::get};
use serde_json::Value as Json;
use std::sync::LazyLock;
use tiltas_kit::{
    Edge, Failure, Fields, Page, Visit,
    component::{Choice, Choices, page_read},
    edge::{Asked, show},
    forms::Errors,
    table::table,
};
use tiltas_words::{Html, Words};

/// The facts, with their sources.
const COUNTRIES: &str = include_str!("../data/countries.json");

/// The page, and its table.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/countries", get(page))
        .route("/countries.csv", get(export))
}

/// What is known of one thing in one country.
#[derive(Debug)]
pub struct Value {
    /// Which country, by its code (ISO 3166-1, small letters).
    pub country: String,
    /// What it is about, as the data names it.
    pub topic: String,
    /// Which part of it; empty where there are none.
    pub part: String,
    /// What was read, in English.
    pub text: String,
    /// Where.
    pub source: String,
    /// What whoever read it adds.
    pub note: String,
    /// Whether it was read in the page that is named.
    pub verified: bool,
}

/// All values, in the order of the data.
pub fn values() -> &'static [Value] {
    static VALUES: LazyLock<Vec<Value>> = LazyLock::new(|| {
        let all: Json = serde_json::from_str(COUNTRIES).unwrap_or_default();
        let mut values = Vec::new();
        for country in all["countries"].as_array().into_iter().flatten() {
            let code = country["iso"].as_str().unwrap_or_default().to_lowercase();
            for (topic, known) in country.as_object().into_iter().flatten() {
                gather(&code, topic, String::new(), known, &mut values);
            }
        }
        values
    });
    &VALUES
}

fn gather(country: &str, topic: &str, part: String, known: &Json, values: &mut Vec<Value>) {
    match known {
        Json::Object(fields) if fields.contains_key("value") => values.push(Value {
            country: country.to_owned(),
            topic: topic.to_owned(),
            part,
            text: said(&known["value"]),
            source: known["source"].as_str().unwrap_or_default().to_owned(),
            note: [said(&known["note"]), said(&known["as_of"])]
                .join(" ")
                .trim()
                .to_owned(),
            verified: known["confidence"] == "verified",
        }),
        Json::Object(fields) => {
            for (name, known) in fields {
                gather(country, topic, spaced(name), known, values);
            }
        }
        Json::Array(list) => {
            for known in list {
                gather(country, topic, part.clone(), known, values);
            }
        }
        _ => {}
    }
}

fn spaced(name: &str) -> String {
    name.replace('_', " ")
}

/// What is told first of a value of many parts.
const FIRST: [&str; 3] = ["stage", "decider", "threshold"];

/// A value as it is read: lists one after the other, parts with their names; what is not there is not told.
fn said(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::Bool(true) => "yes".to_owned(),
        Json::Bool(false) => "no".to_owned(),
        Json::Number(number) => number.to_string(),
        Json::String(text) => match text.contains(' ') {
            true => text.clone(),
            false => spaced(text),
        },
        Json::Array(list) => {
            let all: Vec<String> = list.iter().map(said).filter(|text| !text.is_empty()).collect();
            all.join("; ")
        }
        Json::Object(fields) if fields.contains_key("kind") && fields.contains_key("n") => time(value),
        Json::Object(fields) => {
            let mut parts: Vec<(&String, String)> = fields.iter().map(|(name, value)| (name, said(value))).collect();
            parts.retain(|(_, text)| !text.is_empty());
            parts.sort_by_key(|(name, _)| FIRST.iter().position(|first| first == name).unwrap_or(FIRST.len()));
            let all: Vec<String> = parts
                .iter()
                .map(|(name, text)| format!("{}: {text}", spaced(name)))
                .collect();
            all.join(", ")
        }
    }
}

/// How long something may take.
fn time(value: &Json) -> String {
    let (number, unit, kind) = (said(&value["n"]), said(&value["unit"]), said(&value["kind"]));
    match (number.as_str(), kind.as_str()) {
        ("", "none") => "none set".to_owned(),
        ("", kind) => kind.to_owned(),
        (number, kind) => format!("{number} {unit} ({kind})"),
    }
}

/// The different ones, in their first order.
fn each<'v>(of: impl Fn(&'v Value) -> &'v str) -> Vec<&'v str> {
    let mut found = Vec::new();
    for value in values() {
        if !found.contains(&of(value)) {
            found.push(of(value));
        }
    }
    found
}

/// What the reader asked for; a topic or country that is not there narrows nothing.
struct Asks {
    topic: Option<&'static str>,
    country: Option<&'static str>,
}

impl Asks {
    fn of(asked: &Fields) -> Asks {
        let known = |name: &str, list: Vec<&'static str>| {
            let given = asked.given(name);
            given.and_then(|given| list.into_iter().find(|one| *one == given))
        };
        let country = known("country", each(|value| &value.country));
        // Everything at once is more than anybody reads.
        let topic = known("topic", each(|value| &value.topic));
        Asks {
            topic: match (topic, country) {
                (None, None) => Some("formal_identification"),
                (topic, _) => topic,
            },
            country,
        }
    }

    fn fits(&self, value: &Value) -> bool {
        self.topic.is_none_or(|topic| value.topic == topic)
            && self.country.is_none_or(|country| value.country == country)
    }
}

struct Line {
    about: String,
    text: &'static str,
    note: &'static str,
    source: Html,
    verified: bool,
}

struct Section {
    code: &'static str,
    name: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "countries/page.html")]
struct CountriesPage {
    page: Page,
    all: usize,
    verified: usize,
    topic: Html,
    country: Html,
    table: String,
    sections: Vec<Section>,
}

async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let words = &visit.words;
    let asks = Asks::of(&asked);
    let mut page = visit.page(&words.countries_title());
    if page.items.is_empty() {
        page.items = crate::doors::items(words, "/countries");
    }
    let none = Errors::new();
    let fields = Fields::new([
        ("topic", asks.topic.unwrap_or_default()),
        ("country", asks.country.unwrap_or_default()),
    ]);
    let list = |name: &str, label: String, list: &str, codes: Vec<&str>| {
        let choices = codes.iter().map(|code| Choice::new(*code, words.say_code(list, code)));
        Html::from(Choices::list(name, label, choices).again(&fields, &none))
    };
    let topics = each(|value| &value.topic);
    let countries = each(|value| &value.country);
    show(&CountriesPage {
        all: values().len(),
        verified: values().iter().filter(|value| value.verified).count(),
        topic: list("topic", words.countries_topic(), "countries-topic", topics),
        country: list("country", words.countries_country(), "country", countries.clone()),
        table: format!(
            "/countries.csv?topic={}&country={}",
            asks.topic.unwrap_or_default(),
            asks.country.unwrap_or_default()
        ),
        sections: sections(words, &asks, &countries),
        page,
    })
}

fn sections(words: &Words, asks: &Asks, countries: &[&'static str]) -> Vec<Section> {
    let about = |value: &'static Value| {
        let topic = words.say_code("countries-topic", &value.topic);
        match (asks.topic, value.part.as_str()) {
            (None, "") => topic,
            (None, part) => format!("{topic}: {part}"),
            (Some(_), part) => part.to_owned(),
        }
    };
    let line = |value: &'static Value| Line {
        about: about(value),
        text: &value.text,
        note: &value.note,
        source: page_read(&value.source),
        verified: value.verified,
    };
    let wanted = countries
        .iter()
        .filter(|code| asks.country.is_none_or(|country| country == **code));
    wanted
        .map(|code| {
            let own = values()
                .iter()
                .filter(|value| value.country == *code && asks.fits(value));
            Section {
                code,
                name: words.say_code("country", code),
                lines: own.map(line).collect(),
            }
        })
        .collect()
}

async fn export(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (words, asks) = (&visit.words, Asks::of(&asked));
    let heads = [
        words.countries_country(),
        words.countries_topic(),
        words.countries_part(),
        words.countries_value(),
        words.countries_note(),
        words.countries_sure(),
        words.countries_source(),
    ];
    let rows = values().iter().filter(|value| asks.fits(value)).map(|value| {
        [
            words.say_code("country", &value.country),
            words.say_code("countries-topic", &value.topic),
            value.part.clone(),
            value.text.clone(),
            value.note.clone(),
            words.say_code("countries-sure", if value.verified { "verified" } else { "unsure" }),
            value.source.clone(),
        ]
    });
    Ok(table("countries", &heads, rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_names_its_country_its_topic_and_where_it_was_read() {
        assert!(!values().is_empty(), "the data is read");
        for value in values() {
            assert!(
                !value.text.is_empty() || !value.note.is_empty(),
                "{value:?} says something"
            );
            assert!(value.source.starts_with("http"), "{value:?} names its page");
            assert_eq!(value.country.len(), 2, "{value:?}");
        }
        assert_eq!(each(|value| &value.country).len(), 8, "eight countries");
    }

    #[test]
    fn a_value_of_many_parts_is_read_as_one_line() {
        let value = serde_json::json!({"stage": "first", "deadline": {"n": null, "kind": "none"}, "who": ["a", "b"]});
        assert_eq!(said(&value), "stage: first, deadline: none set, who: a; b");
        let value = serde_json::json!({"n": 5, "unit": "working_days", "kind": "target"});
        assert_eq!(said(&value), "5 working days (target)");
    }
}
