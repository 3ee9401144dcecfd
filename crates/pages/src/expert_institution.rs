//! Institutions whose experts teach: the list by country, one with what it gave, and the forms that keep it.
mod keep;

use crate::practice::{country, read_on, sections};
use askama::Template;
use axum::{Router, extract::Path, response::Response, routing::get};
use tiltas_access::Action;
use tiltas_app::{Act, expert_institution as app};
use tiltas_domain::{
    Id,
    expert_institution::{Content, Contribution, ExpertInstitution},
};
use tiltas_kit::{
    Edge, Failure, Page, Visit,
    component::{Facts, Tabs, person::named},
    edge::{Asked, show},
    table::export,
};
use tiltas_words::Words;

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/experts", get(page))
        .route("/experts.csv", get(all))
        .route("/experts.xlsx", get(all))
        .route("/experts/new", get(keep::new).post(keep::register))
        .route("/experts/{id}", get(one))
        .route("/experts/{id}/change", get(keep::page).post(keep::change))
        .route(
            "/experts/{id}/contribution",
            get(keep::contribution).post(keep::contribute),
        )
}

fn id(text: &str) -> Result<Id<ExpertInstitution>, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

fn name(words: &Words, content: &Content) -> String {
    content.name.clone().unwrap_or_else(|| words.expert_unnamed())
}

fn fields(words: &Words, content: &Content) -> String {
    let fields = content
        .fields
        .iter()
        .map(|theme| words.say_recommendation_theme(*theme));
    fields.collect::<Vec<_>>().join(", ")
}

fn languages(words: &Words, content: &Content) -> String {
    let languages = content.languages.iter().map(|code| named(words, "tongue", code));
    languages.collect::<Vec<_>>().join(", ")
}

struct Row {
    href: String,
    country: String,
    name: String,
    fields: String,
    example: bool,
    gave: usize,
}

#[derive(Template)]
#[template(path = "expert_institution/list.html")]
struct ListPage {
    page: Page,
    sections: Tabs,
    may_write: bool,
    rows: Vec<Row>,
}

async fn page(visit: Visit) -> Result<Response, Failure> {
    let context = visit.reading()?;
    let lines = visit.run(move |app| app::list(app, &context)).await?;
    let words = &visit.words;
    let rows = lines.into_iter().map(|line| Row {
        href: format!("/experts/{}", line.id),
        country: country(words, Some(&line.content.country)),
        name: name(words, &line.content),
        fields: fields(words, &line.content),
        example: line.content.example,
        gave: line.gave.len(),
    });
    show(&ListPage {
        page: visit.page(&words.experts_title()),
        sections: sections(words, "/experts"),
        may_write: visit.may(Action::WriteExpertInstitution),
        rows: rows.collect(),
    })
}

async fn all(visit: Visit) -> Result<Response, Failure> {
    let context = visit.reading()?;
    let lines = visit.run(move |app| app::list(app, &context)).await?;
    let words = &visit.words;
    let heads = [
        words.practice_country(),
        words.practice_institution(),
        words.expert_fields(),
        words.expert_languages(),
        words.expert_said(),
        words.recommendation_page(),
    ];
    let rows = lines.into_iter().map(|line| {
        let content = line.content;
        [
            country(words, Some(&content.country)),
            name(words, &content),
            fields(words, &content),
            languages(words, &content),
            content.said.unwrap_or_default(),
            content.page.unwrap_or_default(),
        ]
    });
    export(&visit, "experts", &heads, rows)
}

#[derive(Template)]
#[template(path = "expert_institution/show.html")]
struct ShowPage {
    page: Page,
    title: String,
    example: bool,
    said: Option<String>,
    ways: Vec<(String, String)>,
    gave: Vec<(String, String, String)>,
    about: Facts,
}

async fn one(visit: Visit, Path(which): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, which) = (visit.reading()?, id(&which)?);
    let shown = visit.run(move |app| app::show(app, &context, which)).await?;
    let words = &visit.words;
    let page = visit.page(&words.expert_title());
    let page = match asked.given("done") {
        Some("new" | "change" | "contribution") => page.with_done(words.expert_done()),
        _ => page,
    };
    let content = &shown.of.content;
    let given = |value: String| match value.is_empty() {
        true => words.recommendation_not_given(),
        false => value,
    };
    let ways = [
        (Act::ChangeExpertInstitution, "change", words.expert_change()),
        (
            Act::ContributeExpertInstitution,
            "contribution",
            words.expert_contribute(),
        ),
    ];
    let ways = ways.into_iter().filter(|(act, ..)| shown.may.contains(act));
    show(&ShowPage {
        title: format!("{}, {}", name(words, content), country(words, Some(&content.country))),
        example: content.example,
        said: content.said.clone(),
        ways: ways
            .map(|(_, way, label)| (format!("/experts/{which}/{way}"), label))
            .collect(),
        gave: shown.gave.iter().map(|gave| gift(words, gave)).collect(),
        about: Facts::new()
            .line(words.practice_country(), country(words, Some(&content.country)))
            .line(words.practice_institution(), name(words, content))
            .line(words.expert_fields(), given(fields(words, content)))
            .line(words.expert_languages(), given(languages(words, content)))
            .line(words.recommendation_page(), read_on(words, content.page.as_deref())),
        page,
    })
}

/// Kind, address and title of what it gave.
fn gift(words: &Words, gave: &app::Gave) -> (String, String, String) {
    let (kind, href) = match gave.to {
        Contribution::Practice(id) => (words.practice_title(), format!("/practices/{id}")),
        Contribution::Recommendation(id) => (words.recommendation_title(), format!("/recommendations/{id}")),
    };
    (kind, href, gave.title.clone())
}
