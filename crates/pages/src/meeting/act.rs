//! What is done to a meeting: one form for each, at an address of its own, offered where it can be done.
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
    Act, meeting,
    meeting::story::{self, Story},
};
use tiltas_domain::recommendation::Outcome;
use tiltas_input::meeting::{AgreeMinutes, CallMeeting, DecideAtMeeting, DraftMinutes, HoldMeeting, ResolveAtMeeting};
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::form::{Choice, Choices},
};
use tiltas_words::{Html, Words};

const WAYS: Ways = Ways {
    path: "/meetings",
    act: "meeting-act",
    done: "meeting-done",
    all: &[
        (Act::HoldMeeting, "end"),
        (Act::DecideAtMeeting, "decision"),
        (Act::ResolveAtMeeting, "task"),
        (Act::DraftMinutes, "draft"),
        (Act::AgreeMinutes, "agreement"),
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
    visit.may(Action::SteerMeeting).then_some(()).ok_or(Failure::NotFound)
}

fn new_sheet(visit: &Visit, institutions: Vec<Choice>, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let begun = (Fields::default(), Errors::new());
    let (fields, errors) = sent.unwrap_or((&begun.0, &begun.1));
    let drawn = Drawn { fields, errors };
    Sheet::alone(visit, words.meeting_new(), sent)
        .back_to("/meetings".to_owned(), words.meetings_title())
        .part(drawn.text("title", words.programme_name(), None))
        .part(drawn.text("body", words.meeting_body(), None))
        .part(drawn.text("on", words.meeting_day(), Some(words.recommendation_day_hint())))
        .part(drawn.text("place", words.programme_place(), None))
        .part(drawn.several("invited", words.meeting_who_is_invited(), institutions))
        .part(drawn.example(words))
}

/// The form of a new one.
pub async fn new(visit: Visit) -> Result<Response, Failure> {
    allowed(&visit)?;
    new_sheet(&visit, institutions(&visit).await?, None).show()
}

/// Called.
pub async fn call(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    allowed(&visit)?;
    let institutions = institutions(&visit).await?;
    let again = |errors: Errors| new_sheet(&visit, institutions, Some((&fields, &errors))).again(errors);
    let command = visit.command::<CallMeeting>(&fields, &[]).map_err(again)?;
    let context = visit.context(&fields)?;
    let (id, _) = visit.run(move |app| meeting::call(app, &context, &command)).await?;
    Ok(Redirect::to(&format!("/meetings/{id}?done=new")).into_response())
}

struct Form {
    act: Act,
    way: &'static str,
    story: Story,
    institutions: Vec<Choice>,
}

async fn load(visit: &Visit, which: &str, way: &str) -> Result<Form, Failure> {
    let (context, which) = (visit.reading()?, id(which)?);
    let (act, way) = WAYS.find(way)?;
    let story = visit.run(move |app| story::story(app, &context, which)).await?;
    let institutions = match act {
        Act::HoldMeeting | Act::ResolveAtMeeting => institutions(visit).await?,
        _ => Vec::new(),
    };
    Ok(Form {
        act,
        way,
        story,
        institutions,
    })
}

fn sheet(visit: &Visit, form: &Form, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let title = form.story.of.first.title.clone();
    let sheet = Sheet::alone(visit, words.say_code("meeting-act", form.way), sent)
        .back_to(format!("/meetings/{}", form.story.id), title);
    let sheet = match form.act {
        Act::DraftMinutes | Act::AgreeMinutes => sheet.rests_on(form.story.version),
        _ => sheet,
    };
    sheet.parts(parts(words, form, sent))
}

fn parts(words: &Words, form: &Form, sent: Option<(&Fields, &Errors)>) -> Vec<Html> {
    let begun = (begun(form), Errors::new());
    let (fields, errors) = sent.unwrap_or((&begun.0, &begun.1));
    let drawn = Drawn { fields, errors };
    match form.act {
        Act::HoldMeeting => vec![drawn.several("present", words.meeting_who_is_present(), form.institutions.clone())],
        Act::DecideAtMeeting => {
            let items = form.story.to_decide.iter();
            let outcomes = Outcome::ALL.iter();
            let outcomes = outcomes.map(|one| Choice::new(one.code(), words.say_recommendation_outcome(*one)));
            vec![
                drawn.list(
                    "recommendation",
                    words.meeting_which_recommendation(),
                    items.map(|item| Choice::new(item.recommendation.to_string(), item.title.clone())),
                ),
                Choices::one("outcome", words.recommendation_outcome(), outcomes)
                    .again(fields, errors)
                    .into(),
                drawn.area(
                    "reason",
                    words.recommendation_why(),
                    Some(words.recommendation_why_hint()),
                ),
            ]
        }
        Act::ResolveAtMeeting => vec![
            drawn.area("text", words.meeting_what_to_do(), Some(words.programme_no_names())),
            drawn.list("owner", words.meeting_by_whom(), form.institutions.clone()),
            drawn.text("due", words.meeting_by_when(), Some(words.recommendation_day_hint())),
        ],
        Act::DraftMinutes => vec![drawn.area("text", words.meeting_minutes(), Some(words.programme_no_names()))],
        _ => Vec::new(),
    }
}

/// What stands in the form at first: those who are invited, and the draft as far as it is.
fn begun(form: &Form) -> Fields {
    let of = &form.story.of;
    match form.act {
        Act::HoldMeeting => {
            let invited: Vec<String> = of.first.invited.iter().map(ToString::to_string).collect();
            Fields::new(invited.iter().map(|who| ("present", who.as_str())))
        }
        Act::DraftMinutes => Fields::new([("text", of.minutes.as_deref().unwrap_or_default())]),
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
        Act::HoldMeeting => run!(HoldMeeting, meeting::hold),
        Act::DecideAtMeeting => run!(DecideAtMeeting, meeting::decide),
        Act::ResolveAtMeeting => run!(ResolveAtMeeting, meeting::resolve),
        Act::DraftMinutes => run!(DraftMinutes, meeting::draft),
        _ => run!(AgreeMinutes, meeting::agree),
    };
    Ok(WAYS.went(on, form.way))
}
