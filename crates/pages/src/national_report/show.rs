//! The national report as it is read, and printed.
use super::{Piece, id, pieces};
use crate::period::{self, figures};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_app::national_report::{self, Story};
use tiltas_domain::national_report::State;
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
    body: Vec<(&'static str, String)>,
    totals: Vec<[String; 3]>,
    institutions: Vec<String>,
    versions: Vec<(String, String)>,
}

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
    show(&drawn(words, page, &story))
}

fn drawn(words: &Words, page: Page, story: &Story) -> NationalPage {
    let of = &story.of;
    let last = story.last();
    let (shape, state) = match story.approval() {
        None => (Shape::UnderWay, State::Draft),
        Some(_) => (Shape::Done, State::Approved),
    };
    let text = last.map_or("", |(_, version)| version.text.as_str());
    let body = pieces(text).map(|piece| match piece {
        Piece::Chapter(text) => ("chapter", text.to_owned()),
        Piece::Heading(text) => ("heading", text.to_owned()),
        Piece::Paragraph(text) => ("paragraph", text.to_owned()),
    });
    let approved = |version: u32| {
        let approval = of.approval(version)?;
        Some(words.national_report_approved(&approval.body, words.dated(approval.on)))
    };
    let versions = story.versions.iter().map(|(nth, version)| {
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
        ways: super::act::ways(words, story),
        document: format!("/national-reports/{}/document.docx", story.id),
        body: body.collect(),
        totals: figures(words, &of.basis.totals),
        institutions: story.institutions.clone(),
        versions: versions.collect(),
        page,
    }
}
