//! One period: who owes a report in it, where each stands, and what the accepted ones say together.
use super::{figures, id, light, span};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_app::period::story::{self, Owed, Story};
use tiltas_domain::report::Stage;
use tiltas_kit::{
    Failure, Page, Visit,
    component::Facts,
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

struct Row {
    name: String,
    href: Option<String>,
    light: Html,
    note: String,
}

#[derive(Template)]
#[template(path = "period/show.html")]
struct PeriodPage {
    page: Page,
    title: String,
    state: String,
    lead: String,
    ways: Vec<(String, String)>,
    rows: Vec<Row>,
    without: String,
    totals: Vec<[String; 3]>,
    national: Option<String>,
    missing: Option<String>,
    about: Facts,
}

/// The page.
pub async fn page(visit: Visit, Path(which): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, which) = (visit.reading()?, id(&which)?);
    let story = visit.run(move |app| story::story(app, &context, which)).await?;
    let words = &visit.words;
    let page = visit.page(&words.period_title());
    let page = match asked.given("done") {
        Some("closing") => page.with_done(words.period_done_closing()),
        _ => page,
    };
    show(&drawn(words, page, &story))
}

fn drawn(words: &Words, page: Page, story: &Story) -> PeriodPage {
    let opened = &story.of.opened;
    let standing = |stage: Stage| story.reports.iter().filter(|one| one.of.stage() == stage).count();
    let lead = match opened.national {
        true => words.period_lead_national(words.dated(opened.due)),
        false => words.period_lead(
            story.reports.len(),
            standing(Stage::Accepted).to_string(),
            words.dated(opened.due),
        ),
    };
    PeriodPage {
        title: span(words, &story.of),
        state: words.say_period_state(story.of.state()),
        lead,
        ways: super::act::ways(words, story),
        rows: story.reports.iter().map(|one| row(words, one)).collect(),
        without: story.without.join("; "),
        totals: figures(words, &story.totals),
        national: story.of.national.map(|id| format!("/national-reports/{id}")),
        missing: story.of.closed.map(|at| match story.of.missing.len() {
            0 => words.period_closed_complete(words.date(at)),
            missing => words.period_closed_on(missing, words.date(at)),
        }),
        about: Facts::new()
            .line(words.period_what(), Html::value(&opened.what))
            .line(
                words.period_source(),
                Html::value(&opened.source.replace("https://", "")),
            )
            .line(
                words.period_confidence(),
                words.say_code("word", opened.confidence.code()),
            )
            .line(words.period_profile(), opened.profile.clone())
            .line(words.period_opened(), words.date(opened.at)),
        page,
    }
}

/// When something of a report was last done, and what of it is late.
pub(crate) fn note(words: &Words, one: &Owed) -> String {
    let of = &one.of;
    let days = |days: i32| words.recommendations_late_by(usize::try_from(days).unwrap_or_default());
    match (of.stage(), one.late) {
        (_, Some(late)) => days(late),
        (Stage::Accepted, _) => of.accepted.map(|at| words.date(at)).unwrap_or_default(),
        (Stage::Submitted, _) => of.submitted.last().map(|at| words.date(*at)).unwrap_or_default(),
        _ => of
            .due
            .map(|due| words.recommendations_until(words.date(due)))
            .unwrap_or_default(),
    }
}

fn row(words: &Words, one: &Owed) -> Row {
    Row {
        name: one.name.clone(),
        href: one.opens.then(|| format!("/reports/{}", one.id)),
        light: light(words, one.of.stage()),
        note: note(words, one),
    }
}
