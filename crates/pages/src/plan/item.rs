//! One item of a plan with its story.
use super::{id, light, people, term};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_app::plan::item::{self, Other, Story};
use tiltas_domain::plan::Told;
use tiltas_kit::{
    Failure, Page, Visit,
    component::{Facts, Light},
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

struct Row {
    href: String,
    number: String,
    title: String,
    light: Html,
    term: String,
}

struct Report {
    light: Html,
    text: String,
    value: Option<String>,
    by: String,
}

#[derive(Template)]
#[template(path = "plan/item.html")]
struct ItemPage {
    page: Page,
    plan: (String, String),
    above: Vec<Row>,
    number: String,
    title: String,
    kind: String,
    light: Option<Html>,
    example: bool,
    new: bool,
    ways: Vec<(String, String)>,
    says: Facts,
    below: Vec<Row>,
    reports: Vec<Report>,
    evidence: Vec<(String, String)>,
    links: Vec<(String, String)>,
    /// The practice that it was before.
    practices: Vec<(String, String)>,
    is_done: bool,
}

/// The page.
pub async fn page(
    visit: Visit,
    Path((which, below)): Path<(String, String)>,
    Asked(asked): Asked,
) -> Result<Response, Failure> {
    let context = visit.reading()?;
    let which = (id(&which)?, below.parse().map_err(|_| Failure::NotFound)?);
    let story = visit.run(move |app| item::story(app, &context, which)).await?;
    let words = &visit.words;
    let page = visit.page(&words.plan_item_title());
    let page = match asked.given("done").and_then(|done| super::act::done(words, done)) {
        Some(done) => page.with_done(done),
        None => page,
    };
    let of = &story.item;
    let told = |told: &Told| Report {
        light: Light::new(super::shape(told.status), words.say_plan_status(told.status)).into(),
        text: told.text.clone(),
        value: told.value.map(|value| value.to_string()),
        by: said(words, &story, told),
    };
    let pieces = of.reports.iter().rev().flat_map(|told| {
        let by = said(words, &story, told);
        told.evidence.iter().map(move |piece| (piece.clone(), by.clone()))
    });
    show(&ItemPage {
        plan: (format!("/plans/{}", story.id), story.plan.first.title.clone()),
        above: story.above.iter().map(|other| row(words, other)).collect(),
        number: of.said.number.clone(),
        title: of.said.title.clone(),
        kind: words.say_plan_level(of.said.level),
        light: of.said.level.is_done().then(|| light(words, of, story.late)),
        example: story.plan.first.example,
        new: story.plan.is_new(of.since),
        ways: super::act::ways_of_item(words, &story),
        says: says(words, &story),
        below: story.below.iter().map(|other| row(words, other)).collect(),
        reports: of.reports.iter().rev().map(told).collect(),
        evidence: pieces.collect(),
        links: story
            .links
            .iter()
            .map(|(id, title)| (format!("/recommendations/{id}"), title.clone()))
            .collect(),
        practices: story
            .practices
            .iter()
            .map(|(id, title)| (format!("/practices/{id}"), title.clone()))
            .collect(),
        is_done: of.said.level.is_done(),
        page,
    })
}

fn said(words: &Words, story: &Story, told: &Told) -> String {
    format!("{}, {}", story.name(told.organisation), words.date(told.at))
}

fn row(words: &Words, other: &Other) -> Row {
    Row {
        href: format!("/plans/{}/items/{}", other.plan, other.item.id),
        number: other.item.said.number.clone(),
        title: other.item.said.title.clone(),
        light: light(words, &other.item, other.late),
        term: term(words, &other.item),
    }
}

/// What the plan says, and what it does not.
fn says(words: &Words, story: &Story) -> Facts {
    let said = &story.item.said;
    let given = |value: &Option<String>| value.clone().unwrap_or_else(|| words.plan_item_not_given());
    let names = |all: &[_]| people(words, &all.iter().map(|who| story.name(*who)).collect::<Vec<_>>());
    let mut facts = Facts::new().line(words.plan_responsible(), names(&said.responsible));
    if !said.partners.is_empty() {
        facts = facts.line(words.plan_partners(), names(&said.partners));
    }
    if let Some(from) = said.from {
        facts = facts.line(words.plan_from(), words.dated(from));
    }
    facts = facts.line(words.plan_term(), term(words, &story.item));
    let currency = story.plan.first.currency.as_deref().unwrap_or_default();
    let budget = said
        .budget
        .map(|amount| format!("{amount} {currency}").trim_end().to_owned());
    facts = facts
        .line(words.plan_budget(), given(&budget))
        .line(words.plan_fund(), given(&said.fund));
    let item = &story.item;
    if item.import.is_some() || !item.before.is_empty() {
        let by = match item.by_hand {
            true => words.plan_written_since(),
            false => words.plan_written_from_table(),
        };
        facts = facts.line(words.plan_written(), by);
    }
    let Some(indicator) = &said.indicator else {
        return facts;
    };
    let figure = |value: Option<tiltas_domain::plan::Figure>| given(&value.map(|value| value.to_string()));
    facts
        .line(words.plan_indicator(), indicator.definition.clone())
        .line(words.plan_unit(), given(&indicator.unit))
        .line(words.plan_baseline(), figure(indicator.baseline))
        .line(words.plan_target(), figure(indicator.target))
        .line(words.plan_last_value(), figure(story.item.value()))
        .line(words.plan_verified(), given(&indicator.source))
}
