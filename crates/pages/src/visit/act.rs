//! What is done to a visit: one form for each, at an address of its own, offered where it can be done.
use super::id;
use crate::{
    case::sheet::Sheet,
    way::{self, Drawn, Ways, institutions},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use tiltas_access::Action;
use tiltas_app::{
    Act, visit,
    visit::story::{self, Story},
};
use tiltas_domain::{recommendation::Theme, visit::Kind};
use tiltas_input::visit::{
    FindOnVisit, GoOnWithVisit, NoteVisit, PlanVisit, PlanVisitDay, RecommendFinding, TellOfVisit,
};
use tiltas_kit::{Errors, Failure, Fields, Posted, Visit, component::form::Choice};
use tiltas_words::{Html, Words};

const WAYS: Ways = Ways {
    path: "/visits",
    act: "visit-act",
    done: "visit-done",
    all: &[
        (Act::ConfirmVisit, "confirmation"),
        (Act::PlanVisitDay, "day"),
        (Act::HoldVisit, "end"),
        (Act::NoteVisit, "note"),
        (Act::FindOnVisit, "finding"),
        (Act::RecommendFinding, "recommendation"),
        (Act::ReportVisit, "report"),
        (Act::FollowUpVisit, "outcome"),
    ],
};

/// The ways that the reader has now, with their words.
pub(super) fn ways(words: &Words, story: &Story) -> Vec<(String, String)> {
    WAYS.offered(words, story.id, &story.may)
}

/// What is said after it was done.
pub(super) fn done(words: &Words, done: &str) -> Option<String> {
    WAYS.done(words, done)
}

fn allowed(visit: &Visit) -> Result<(), Failure> {
    visit.actor()?;
    visit.may(Action::SteerProgramme).then_some(()).ok_or(Failure::NotFound)
}

fn new_sheet(visit: &Visit, institutions: Vec<Choice>, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let begun = (Fields::default(), Errors::new());
    let (fields, errors) = sent.unwrap_or((&begun.0, &begun.1));
    let drawn = Drawn { fields, errors };
    let kinds = Kind::ALL.iter();
    let kinds = kinds.map(|kind| Choice::new(kind.code(), words.say_visit_kind(*kind)));
    Sheet::alone(visit, words.visit_new(), sent)
        .back_to("/visits".to_owned(), words.visits_title())
        .lead(words.programme_new_lead())
        .part(drawn.text("title", words.programme_name(), None))
        .part(drawn.list("kind", words.visit_kind_label(), kinds))
        .parts(drawn.days(words))
        .part(drawn.text("place", words.programme_place(), None))
        .part(drawn.several("delegation", words.visit_who_goes(), institutions))
        .part(drawn.area("hosts", words.visit_who_receives(), Some(words.programme_a_line())))
        .part(drawn.text("source", words.recommendation_page(), None))
        .part(drawn.example(words))
}

/// The form of a new one.
pub async fn new(visit: Visit) -> Result<Response, Failure> {
    allowed(&visit)?;
    new_sheet(&visit, institutions(&visit).await?, None).show()
}

/// Planned.
pub async fn plan(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    allowed(&visit)?;
    let institutions = institutions(&visit).await?;
    let again = |errors: Errors| new_sheet(&visit, institutions, Some((&fields, &errors))).again(errors);
    let command = visit.command::<PlanVisit>(&fields, &[]).map_err(again)?;
    let context = visit.context(&fields)?;
    let (id, _) = visit.run(move |app| visit::plan(app, &context, &command)).await?;
    Ok(Redirect::to(&format!("/visits/{id}?done=new")).into_response())
}

struct Form {
    act: Act,
    way: &'static str,
    story: Story,
}

async fn load(visit: &Visit, which: &str, way: &str) -> Result<Form, Failure> {
    let (context, which) = (visit.reading()?, id(which)?);
    let (act, way) = WAYS.find(way)?;
    let story = visit.run(move |app| story::story(app, &context, which)).await?;
    Ok(Form { act, way, story })
}

fn sheet(visit: &Visit, form: &Form, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let title = form.story.of.first.title.clone();
    Sheet::alone(visit, words.say_code("visit-act", form.way), sent)
        .back_to(format!("/visits/{}", form.story.id), title)
        .parts(parts(words, form, sent))
}

/// A line of a choice: so much of the words that one knows them again.
fn short(text: &str) -> String {
    let begun: String = text.chars().take(90).collect();
    if begun.len() < text.len() {
        format!("{begun} …")
    } else {
        begun
    }
}

fn parts(words: &Words, form: &Form, sent: Option<(&Fields, &Errors)>) -> Vec<Html> {
    let begun = (begun(words, form), Errors::new());
    let (fields, errors) = sent.unwrap_or((&begun.0, &begun.1));
    let drawn = Drawn { fields, errors };
    let of = &form.story.of;
    let no_names = || Some(words.programme_no_names());
    let day = || drawn.text("on", words.visit_which_day(), Some(words.recommendation_dated_hint()));
    match form.act {
        Act::PlanVisitDay => vec![day(), drawn.area("text", words.visit_what_is_done(), None)],
        Act::NoteVisit => vec![
            day(),
            drawn.area("text", words.visit_what_noted(), no_names()),
            drawn.example(words),
        ],
        Act::FindOnVisit => {
            let themes = Theme::ALL.iter();
            let themes = themes.map(|theme| Choice::new(theme.code(), words.say_recommendation_theme(*theme)));
            let notes = (1..).zip(&of.notes).map(|(nth, note): (usize, _)| {
                let label = format!("{}: {}", words.dated(note.on), short(&note.text));
                Choice::new(nth.to_string(), label)
            });
            let none = [Choice::new("", words.visit_no_note())];
            vec![
                drawn.list("note", words.visit_which_note(), none.into_iter().chain(notes)),
                drawn.area("text", words.visit_what_found(), no_names()),
                drawn.list("theme", words.recommendations_theme(), themes),
                drawn.example(words),
            ]
        }
        Act::RecommendFinding => {
            let findings = (1..).zip(&of.findings);
            let open = findings.filter(|(_, finding): &(usize, _)| finding.recommendation.is_none());
            vec![
                drawn.list(
                    "finding",
                    words.visit_which_finding(),
                    open.map(|(nth, finding)| Choice::new(nth.to_string(), short(&finding.text))),
                ),
                drawn.text("title", words.recommendation_new_title(), None),
                drawn.area("text", words.recommendation_new_text(), no_names()),
                drawn.text(
                    "language",
                    words.recommendation_language(),
                    Some(words.recommendation_language_hint()),
                ),
            ]
        }
        Act::ReportVisit => vec![drawn.area("text", words.visit_report(), no_names())],
        Act::FollowUpVisit => vec![drawn.area("text", words.visit_follow_up(), no_names())],
        _ => Vec::new(),
    }
}

/// What stands in the form at first: the language of the page is the likeliest.
fn begun(words: &Words, form: &Form) -> Fields {
    match form.act {
        Act::RecommendFinding => Fields::new([("language", words.locale().code())]),
        _ => Fields::default(),
    }
}

/// The form.
pub async fn page(visit: Visit, Path((which, way)): Path<(String, String)>) -> Result<Response, Failure> {
    let form = load(&visit, &which, &way).await?;
    way::form(form.story.may.contains(&form.act), || sheet(&visit, &form, None))
}

/// Done. WHY not only where the page offers it now: a form sent twice is answered as the first time, and one that comes late is told
/// the rule, with what was typed.
pub async fn run(
    visit: Visit,
    Path((which, way)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let form = load(&visit, &which, &way).await?;
    let (on, act) = (form.story.id, form.act);
    let offered = form.story.may.contains(&act);
    let again = |errors| way::again(offered, |errors| sheet(&visit, &form, Some((&fields, errors))), errors);
    let context = visit.context(&fields)?;
    macro_rules! run {
        ($input:ty, $run:path) => {{
            let command = visit.command::<$input>(&fields, &[]).map_err(again)?;
            visit.run(move |app| $run(app, &context, on, &command)).await?
        }};
    }
    match act {
        Act::ConfirmVisit => run!(GoOnWithVisit, visit::confirm),
        Act::PlanVisitDay => run!(PlanVisitDay, visit::plan_day),
        Act::HoldVisit => run!(GoOnWithVisit, visit::hold),
        Act::NoteVisit => run!(NoteVisit, visit::note),
        Act::FindOnVisit => run!(FindOnVisit, visit::find),
        Act::RecommendFinding => run!(RecommendFinding, visit::recommend).1,
        Act::ReportVisit => run!(TellOfVisit, visit::report),
        _ => run!(TellOfVisit, visit::follow_up),
    };
    Ok(WAYS.went(on, form.way))
}
