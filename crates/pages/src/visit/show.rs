//! One visit: who goes, what is done on which day, what was noted and found, what came of it.
use super::{id, light};
use crate::programme::{days, links};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_app::visit::story::{self, Story};
use tiltas_domain::visit::{Finding, State, Told};
use tiltas_kit::{
    Failure, Page, Visit,
    component::{Facts, Span, Step},
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

/// A day note, or what is done on a day.
struct OfDay {
    when: String,
    text: String,
    by: String,
    example: bool,
}

struct Found {
    text: String,
    about: String,
    rests_on: Option<String>,
    by: String,
    example: bool,
    /// Address, title and state of the recommendation to which it led.
    led: Option<(String, String, String)>,
}

#[derive(Template)]
#[template(path = "visit/show.html")]
struct VisitPage {
    page: Page,
    title: String,
    light: Html,
    example: bool,
    public: bool,
    span: Span,
    ways: Vec<(String, String)>,
    days: Vec<OfDay>,
    notes: Vec<OfDay>,
    findings: Vec<Found>,
    /// The report and what came of it: heading, words, by whom.
    told: Vec<(String, String, String)>,
    about: Facts,
}

/// The page.
pub async fn page(visit: Visit, Path(which): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, which) = (visit.reading()?, id(&which)?);
    let story = visit.run(move |app| story::story(app, &context, which)).await?;
    let words = &visit.words;
    let page = visit.page(&words.visit_title());
    let page = match asked.given("done").and_then(|done| super::act::done(words, done)) {
        Some(done) => page.with_done(done),
        None => page,
    };
    show(&drawn(words, page, &story))
}

fn drawn(words: &Words, page: Page, story: &Story) -> VisitPage {
    let (of, first) = (&story.of, &story.of.first);
    let (mut days, mut notes): (Vec<_>, Vec<_>) = (of.days.iter().collect(), of.notes.iter().collect());
    days.sort_by_key(|day| day.on);
    notes.sort_by_key(|note| note.on);
    VisitPage {
        title: first.title.clone(),
        light: light(words, of.state.code()),
        example: first.example,
        public: first.source.is_some(),
        span: span(words, story),
        ways: super::act::ways(words, story),
        days: days
            .into_iter()
            .map(|day| OfDay {
                when: words.dated(day.on),
                text: day.text.clone(),
                by: String::new(),
                example: false,
            })
            .collect(),
        notes: notes
            .into_iter()
            .map(|note| OfDay {
                when: words.dated(note.on),
                text: note.text.clone(),
                by: story.name(note.by),
                example: note.example,
            })
            .collect(),
        findings: of
            .findings
            .iter()
            .zip(&story.led)
            .map(|(finding, led)| found(words, story, finding, led.as_ref()))
            .collect(),
        told: [
            (&of.report, words.visit_report()),
            (&of.follow_up, words.visit_follow_up()),
        ]
        .into_iter()
        .filter_map(|(told, heading)| told.as_ref().map(|told| said(words, story, told, heading)))
        .collect(),
        about: about(words, story),
        page,
    }
}

fn said(words: &Words, story: &Story, told: &Told, heading: String) -> (String, String, String) {
    let by = format!("{}, {}", story.name(told.by), words.date(told.at));
    (heading, told.text.clone(), by)
}

fn found(
    words: &Words,
    story: &Story,
    finding: &Finding,
    led: Option<&(String, tiltas_domain::recommendation::Stage)>,
) -> Found {
    let note = finding.note.and_then(|nth| nth.checked_sub(1));
    let note = note.and_then(|nth| story.of.notes.get(nth as usize));
    Found {
        text: finding.text.clone(),
        about: words.say_recommendation_theme(finding.theme),
        rests_on: note.map(|note| words.visit_rests_on(words.dated(note.on))),
        by: format!("{}, {}", story.name(finding.by), words.date(finding.at)),
        example: finding.example,
        led: finding.recommendation.zip(led).map(|(id, (title, stage))| {
            let state = words.say_recommendation_stage(*stage);
            (format!("/recommendations/{id}"), title.clone(), state)
        }),
    }
}

fn span(words: &Words, story: &Story) -> Span {
    let of = &story.of;
    let reached = |state: State| match (of.state as u8).cmp(&(state as u8)) {
        std::cmp::Ordering::Less => Step::Todo,
        _ => Step::Done,
    };
    let at = |state: State| {
        let at = match state {
            State::Planned => Some(of.first.at),
            State::Confirmed => of.confirmed,
            State::Held => of.held,
            State::Reported => of.report.as_ref().map(|told| told.at),
            State::FollowedUp => of.follow_up.as_ref().map(|told| told.at),
        };
        at.map(|at| words.date(at)).unwrap_or_default()
    };
    let span = Span::new(words, words.visit_life());
    State::ALL.iter().fold(span, |span, state| {
        span.step(reached(*state), words.say_visit_state(*state), at(*state))
    })
}

fn about(words: &Words, story: &Story) -> Facts {
    let first = &story.of.first;
    let given = |value: &Option<String>| value.clone().unwrap_or_else(|| words.recommendation_not_given());
    let when = days(words, first.begins, first.ends);
    let when = match first.begins.day() {
        Some(_) => when,
        None => words.programme_no_days(when),
    };
    let delegation: Vec<String> = first.delegation.iter().map(|who| story.name(*who)).collect();
    let hosts = match first.hosts.is_empty() {
        true => words.programme_not_named(),
        false => first.hosts.join(", "),
    };
    let facts = match links(words, &story.programmes) {
        Some(programmes) => Facts::new().line(words.training_programme(), programmes),
        None => Facts::new(),
    };
    facts
        .line(words.visit_kind_label(), words.say_visit_kind(first.kind))
        .line(words.programme_when(), when)
        .line(words.programme_place(), given(&first.place))
        .line(words.visit_delegation(), delegation.join(", "))
        .line(words.visit_hosts(), hosts)
        .line(words.recommendation_page(), given(&first.source))
}
