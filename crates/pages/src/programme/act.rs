//! What is done to a programme: one form for each, at an address of its own, offered where it can be done.
use super::{days, id};
use crate::{
    case::sheet::Sheet,
    way::{self, Drawn, Ways},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use tiltas_access::Action;
use tiltas_app::{
    Act, practice, programme,
    programme::story::{self, Story},
    recommendation::list,
    training,
};
use tiltas_domain::{
    programme::{ActivityKind, ActivityState, Part, Select as Narrowed},
    recommendation::Select,
};
use tiltas_input::programme::{
    BringOfActivity, CloseProgramme, EndActivity, JoinProgramme, OpenProgramme, PlanActivity, TitleProgramme,
};
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::{form::Choice, person},
};
use tiltas_words::{Html, Words};

const WAYS: Ways = Ways {
    path: "/programmes",
    act: "programme-act",
    done: "programme-done",
    all: &[
        (Act::PlanActivity, "activity"),
        (Act::HoldActivity, "outcome"),
        (Act::CancelActivity, "cancellation"),
        (Act::BringOfActivity, "result"),
        (Act::JoinProgramme, "country"),
        (Act::TitleProgramme, "translation"),
        (Act::CloseProgramme, "closing"),
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

fn new_sheet(visit: &Visit, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let begun = (Fields::new([("language", words.locale().code())]), Errors::new());
    let (fields, errors) = sent.unwrap_or((&begun.0, &begun.1));
    let drawn = Drawn { fields, errors };
    Sheet::alone(visit, words.programme_new(), sent)
        .back_to("/programmes".to_owned(), words.programmes_title())
        .lead(words.programme_new_lead())
        .part(drawn.text("title", words.programme_name(), None))
        .part(drawn.text(
            "language",
            words.programme_language(),
            Some(words.recommendation_language_hint()),
        ))
        .parts(drawn.days(words))
        .part(drawn.text("reference", words.programme_reference(), None))
        .part(drawn.text("donor", words.programme_donor(), None))
        .part(drawn.area(
            "components",
            words.programme_components(),
            Some(words.programme_a_line()),
        ))
        .part(drawn.text("source", words.recommendation_page(), None))
        .part(drawn.example(words))
}

fn allowed(visit: &Visit) -> Result<(), Failure> {
    visit.actor()?;
    visit.may(Action::SteerProgramme).then_some(()).ok_or(Failure::NotFound)
}

/// The form of a new one.
pub async fn new(visit: Visit) -> Result<Response, Failure> {
    allowed(&visit)?;
    new_sheet(&visit, None).show()
}

/// Written down.
pub async fn open(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    allowed(&visit)?;
    let command = visit.command::<OpenProgramme>(&fields, &[]);
    let command = command.map_err(|errors| new_sheet(&visit, Some((&fields, &errors))).again(errors))?;
    let context = visit.context(&fields)?;
    let (id, _) = visit.run(move |app| programme::open(app, &context, &command)).await?;
    Ok(Redirect::to(&format!("/programmes/{id}?done=new")).into_response())
}

struct Form {
    act: Act,
    way: &'static str,
    story: Story,
    /// Recommendations, visits, trainings and practices, in the order of the form.
    things: [Vec<Choice>; 4],
}

/// What may belong to an activity, or have come of it.
async fn things(visit: &Visit) -> Result<[Vec<Choice>; 4], Failure> {
    let context = visit.reading()?;
    visit
        .run(move |app| {
            let recommendations = list::page(app, &context, &Select::default(), 0)?.lines.into_iter();
            let visits = tiltas_app::visit::list(app, &context, &Narrowed::default(), 0)?;
            let trainings = training::list::page(app, &context, &Default::default(), 0)?;
            let practices = practice::list::page(app, &context, &Default::default(), 0)?;
            let practices = practices.lines.into_iter().filter(|line| line.open);
            Ok([
                recommendations
                    .map(|shown| Choice::new(shown.line.id.to_string(), shown.line.title))
                    .collect(),
                visits
                    .lines
                    .into_iter()
                    .map(|line| Choice::new(line.id, line.title))
                    .collect(),
                trainings
                    .lines
                    .into_iter()
                    .map(|line| Choice::new(line.id.to_string(), line.title))
                    .collect(),
                practices
                    .map(|line| Choice::new(line.id.to_string(), line.title))
                    .collect(),
            ])
        })
        .await
}

/// The programme and what the form chooses from.
async fn load(visit: &Visit, which: &str, way: &str) -> Result<Form, Failure> {
    let (context, which) = (visit.reading()?, id(which)?);
    let (act, way) = WAYS.find(way)?;
    let story = visit.run(move |app| story::story(app, &context, which)).await?;
    let things = match act {
        Act::BringOfActivity => things(visit).await?,
        _ => Default::default(),
    };
    Ok(Form {
        act,
        way,
        story,
        things,
    })
}

fn sheet(visit: &Visit, form: &Form, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let title = form.story.of.title(words.locale().code());
    Sheet::alone(visit, words.say_code("programme-act", form.way), sent)
        .back_to(format!("/programmes/{}", form.story.id), title.to_owned())
        .parts(parts(words, form, sent))
}

/// The activities that stand so, by their numbers.
fn activities(words: &Words, story: &Story, state: ActivityState) -> Vec<Choice> {
    let all = story.of.activities.iter().enumerate();
    let standing = all.filter(|(_, activity)| activity.state == state);
    let choice = |(nth, activity): (usize, &tiltas_domain::programme::Activity)| {
        let kind = words.say_programme_activity(activity.kind);
        let when = days(words, activity.begins, activity.ends);
        Choice::new((nth + 1).to_string(), format!("{kind}, {when}"))
    };
    standing.map(choice).collect()
}

/// None is needed where another is chosen.
fn none(words: &Words) -> impl Iterator<Item = Choice> {
    [Choice::new("", words.programme_none_of_these())].into_iter()
}

fn parts(words: &Words, form: &Form, sent: Option<(&Fields, &Errors)>) -> Vec<Html> {
    let blank = (Fields::default(), Errors::new());
    let (fields, errors) = sent.unwrap_or((&blank.0, &blank.1));
    let drawn = Drawn { fields, errors };
    let activity = |state| {
        let choices = activities(words, &form.story, state);
        drawn.list("activity", words.programme_which_activity(), choices)
    };
    match form.act {
        Act::TitleProgramme => vec![
            drawn.text("title", words.programme_name(), None),
            drawn.text(
                "language",
                words.programme_language(),
                Some(words.recommendation_language_hint()),
            ),
        ],
        Act::JoinProgramme => {
            let countries = person::all(words, "country").into_iter();
            let parts = Part::ALL.iter();
            vec![
                drawn.list(
                    "country",
                    words.programme_country(),
                    countries.map(|(code, name)| Choice::new(code, name)),
                ),
                drawn.text(
                    "institution",
                    words.programme_institution(),
                    Some(words.programme_institution_hint()),
                ),
                drawn.list(
                    "part",
                    words.programme_part_label(),
                    parts.map(|part| Choice::new(part.code(), words.say_programme_part(*part))),
                ),
            ]
        }
        Act::PlanActivity => {
            let kinds = ActivityKind::ALL.iter();
            let kinds = kinds.map(|kind| Choice::new(kind.code(), words.say_programme_activity(*kind)));
            let [begins, ends] = drawn.days(words);
            vec![
                drawn.list("kind", words.programme_which_kind(), kinds),
                drawn.text("title", words.programme_own_title(), None),
                begins,
                ends,
                drawn.text("place", words.programme_place(), None),
                drawn.example(words),
            ]
        }
        Act::HoldActivity => vec![
            activity(ActivityState::Planned),
            drawn.area("text", words.programme_how_it_went(), Some(words.programme_no_names())),
        ],
        Act::CancelActivity => vec![
            activity(ActivityState::Planned),
            drawn.area("text", words.recommendation_why(), None),
        ],
        Act::BringOfActivity => {
            let [recommendations, visits, trainings, practices] = &form.things;
            let list = |name: &str, label: String, all: &[Choice]| {
                drawn.list(name, label, none(words).chain(all.iter().cloned()))
            };
            let held = activities(words, &form.story, ActivityState::Held);
            let planned = activities(words, &form.story, ActivityState::Planned);
            vec![
                drawn.list(
                    "activity",
                    words.programme_which_activity(),
                    held.into_iter().chain(planned),
                ),
                list("training", words.programme_which_training(), trainings),
                list("visit", words.programme_which_visit(), visits),
                list(
                    "recommendation",
                    words.programme_which_recommendation(),
                    recommendations,
                ),
                list("practice", words.programme_which_practice(), practices),
            ]
        }
        _ => vec![drawn.area("reason", words.programme_how_it_ended(), None)],
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
        Act::TitleProgramme => run!(TitleProgramme, programme::title),
        Act::JoinProgramme => run!(JoinProgramme, programme::join),
        Act::PlanActivity => run!(PlanActivity, programme::plan),
        Act::HoldActivity => run!(EndActivity, programme::hold),
        Act::CancelActivity => run!(EndActivity, programme::cancel),
        Act::BringOfActivity => run!(BringOfActivity, programme::bring),
        _ => run!(CloseProgramme, programme::close),
    };
    Ok(WAYS.went(on, form.way))
}
