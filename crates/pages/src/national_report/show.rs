//! The national report as it is read, and printed.
use super::{Piece, id, number, pieces};
use crate::period::{self, figures};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_app::national_report::{self, Story};
use tiltas_domain::national_report::{State, parts};
use tiltas_kit::{
    Failure, Page, Visit,
    component::{Light, Shape},
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

#[derive(Template)]
#[template(path = "national_report/show.html")]
struct NationalPage {
    page: Page,
    title: String,
    period: (String, String),
    light: Html,
    version: String,
    approved: Option<String>,
    example: bool,
    ways: Vec<(String, String)>,
    document: String,
    /// Which part is shown, of how many, where there are several.
    part: Option<String>,
    /// What stands in which part: address, and its first words.
    parts: Vec<(String, String)>,
    body: Vec<(&'static str, String)>,
    totals: Vec<[String; 3]>,
    institutions: Vec<String>,
    versions: Vec<(String, String)>,
    /// How many versions came before those.
    earlier: usize,
}

/// So many versions are named, the last first: each part that is written on makes one.
const VERSIONS: usize = 12;

/// The page.
pub async fn page(visit: Visit, Path(which): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, which) = (visit.reading()?, id(&which)?);
    let story = visit
        .run(move |app| national_report::story(app, &context, which))
        .await?;
    let words = &visit.words;
    let page = visit.page(&words.national_report_title());
    let page = match asked.given("done").and_then(|done| super::act::done(words, done)) {
        Some(done) => page.with_done(done),
        None => page,
    };
    let last = story.last().map_or("", |(_, version)| version.text.as_str());
    let (part, parts) = (number(asked.one("part")), parts(last));
    match parts.get(part - 1) {
        Some(text) => show(&drawn(words, page, &story, (part, text, &parts))),
        None => Err(Failure::NotFound),
    }
}

/// What a part begins with: its first heading, else its number alone.
fn begins(text: &str) -> Option<&str> {
    pieces(text).find_map(|piece| match piece {
        Piece::Chapter(text) | Piece::Heading(text) => Some(text),
        Piece::Paragraph(_) => None,
    })
}

fn drawn(words: &Words, page: Page, story: &Story, (part, text, all): (usize, &str, &[&str])) -> NationalPage {
    let of = &story.of;
    let last = story.last();
    let (shape, state) = match story.approval() {
        None => (Shape::UnderWay, State::Draft),
        Some(_) => (Shape::Done, State::Approved),
    };
    let of_part = |part: usize| words.national_report_part(part.to_string(), all.len().to_string());
    let several = all.len() > 1;
    let others = (1..).zip(all).filter(|(nth, _)| several && *nth != part);
    let others = others.map(|(nth, text)| {
        let name = of_part(nth);
        let name = begins(text).map_or(name.clone(), |first| format!("{name}: {first}"));
        (format!("/national-reports/{}?part={nth}", story.id), name)
    });
    let body = pieces(text).map(|piece| match piece {
        Piece::Chapter(text) => ("chapter", text.to_owned()),
        Piece::Heading(text) => ("heading", text.to_owned()),
        Piece::Paragraph(text) => ("paragraph", text.to_owned()),
    });
    let approved = |version: u32| {
        let approval = of.approval(version)?;
        Some(words.national_report_approved(&approval.body, words.dated(approval.on)))
    };
    let versions = story.versions.iter().rev().take(VERSIONS).map(|(nth, version)| {
        let name = words.national_report_version(nth.to_string(), words.date(version.at));
        (
            name,
            approved(*nth).unwrap_or_else(|| words.say_national_report_state(State::Draft)),
        )
    });
    NationalPage {
        title: last.map(|(_, version)| version.title.clone()).unwrap_or_default(),
        period: (
            format!("/periods/{}", of.basis.period),
            period::span(words, &story.period),
        ),
        light: Light::new(shape, words.say_national_report_state(state)).into(),
        version: words.national_report_version(
            last.map(|(nth, _)| nth.to_string()).unwrap_or_default(),
            last.map(|(_, version)| words.date(version.at)).unwrap_or_default(),
        ),
        approved: last.and_then(|(nth, _)| approved(*nth)),
        example: of.basis.example,
        ways: super::act::ways(words, story, part),
        part: several.then(|| of_part(part)),
        parts: others.collect(),
        earlier: story.versions.len().saturating_sub(VERSIONS),
        document: format!("/national-reports/{}/document.docx", story.id),
        body: body.collect(),
        totals: figures(words, &of.basis.totals),
        institutions: story.institutions.clone(),
        versions: versions.collect(),
        page,
    }
}
