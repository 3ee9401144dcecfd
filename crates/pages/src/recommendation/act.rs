//! What is done to a recommendation: one form for each, at an address of its own, offered where it can be done.
use super::id;
use crate::{
    case::sheet::Sheet,
    way::{self, Ways},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use tiltas_app::{
    Act, organisation,
    recommendation::{self, list, story, story::Story},
};
use tiltas_domain::recommendation::{Outcome, Rating, Select, Stage, Stance};
use tiltas_input::{
    Input, of_form,
    recommendation::{
        AddressRecommendation, CloseRecommendation, DecideRecommendation, DiscussRecommendation,
        FormulateRecommendation, LikenRecommendation, ReportRecommendation, SupersedeRecommendation, TakePosition,
        TranslateRecommendation,
    },
};
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::form::{Area, Choice, Choices, Text},
};
use tiltas_words::{Html, Words};

const WAYS: Ways = Ways {
    path: "/recommendations",
    act: "recommendation-act",
    done: "recommendation-done",
    all: &[
        (Act::TakePosition, "position"),
        (Act::ReportRecommendation, "report"),
        (Act::ReviewRecommendation, "review"),
        (Act::DiscussRecommendation, "discussion"),
        (Act::FormulateRecommendation, "words"),
        (Act::DecideRecommendation, "decision"),
        (Act::AddressRecommendation, "addressee"),
        (Act::TranslateRecommendation, "translation"),
        (Act::LikenRecommendation, "likeness"),
        (Act::SupersedeRecommendation, "replacement"),
        (Act::CloseRecommendation, "closing"),
        (Act::ReopenRecommendation, "reopening"),
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

/// What a form chooses from.
#[derive(Default)]
struct Lists {
    organisations: Vec<Choice>,
    others: Vec<Choice>,
}

struct Form {
    act: Act,
    way: &'static str,
    story: Story,
    lists: Lists,
}

/// The story and what the form chooses from.
async fn load(visit: &Visit, which: &str, way: &str) -> Result<Form, Failure> {
    let context = visit.reading()?;
    let which = id(which)?;
    let (act, way) = WAYS.find(way)?;
    let story = visit.run(move |app| story::story(app, &context, which)).await?;
    let mut lists = Lists::default();
    let context = visit.reading()?;
    match act {
        Act::DiscussRecommendation | Act::AddressRecommendation => {
            let all = visit.run(move |app| organisation::directory(app, &context)).await?;
            lists.organisations = all
                .into_iter()
                .filter(|line| line.kind.answers())
                .map(|line| Choice::new(line.organisation.to_string(), line.name))
                .collect();
        }
        Act::LikenRecommendation | Act::SupersedeRecommendation => {
            let all = visit
                .run(move |app| list::page(app, &context, &Select::default(), 0))
                .await?;
            let stands = |shown: &list::Shown| act == Act::LikenRecommendation || shown.line.stage != Stage::Superseded;
            let others = all.lines.into_iter();
            let others = others.filter(|shown| shown.line.id != which && stands(shown));
            lists.others = others
                .map(|shown| Choice::new(shown.line.id.to_string(), shown.line.title))
                .collect();
        }
        _ => {}
    }
    Ok(Form { act, way, story, lists })
}

fn sheet(visit: &Visit, form: &Form, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let back = format!("/recommendations/{}", form.story.id);
    let sheet = Sheet::alone(visit, words.say_code("recommendation-act", form.way), sent)
        .back_to(back, form.story.of.first.title.clone());
    let sheet = match form.act {
        // WHY the others do not: each adds its own words and rests on nobody else's.
        Act::FormulateRecommendation
        | Act::DecideRecommendation
        | Act::ReviewRecommendation
        | Act::CloseRecommendation => sheet.rests_on(form.story.version),
        _ => sheet,
    };
    sheet
        .lead(Html::value(form.story.of.text()))
        .parts(parts(words, form, sent))
}

fn parts(words: &Words, form: &Form, sent: Option<(&Fields, &Errors)>) -> Vec<Html> {
    let none = Errors::new();
    let filled = begun(form);
    let (fields, errors) = sent.unwrap_or((&filled, &none));
    let text = |name: &str, label: String, hint: Option<String>| {
        let text = Text::new(name, label).medium();
        let text = hint.into_iter().fold(text, Text::hint);
        Html::from(text.again(fields, errors))
    };
    let area = |name: &str, label: String, hint: Option<String>| {
        let area = hint.into_iter().fold(Area::new(name, label), Area::hint);
        Html::from(area.again(fields, errors))
    };
    let tick = |name: &str, label: String| {
        let one = [Choice::new("yes", label)];
        Html::from(Choices::several(name, String::new(), one).again(fields, errors))
    };
    let list = |name: &str, label: String, list: &[Choice]| {
        Html::from(Choices::list(name, label, list.to_vec()).again(fields, errors))
    };
    match form.act {
        Act::TranslateRecommendation => vec![
            text(
                "language",
                words.recommendation_language(),
                Some(words.recommendation_language_hint()),
            ),
            area("text", words.recommendation_new_text(), None),
            tick("machine", words.recommendation_is_machine()),
            tick("read", words.recommendation_is_read()),
        ],
        Act::DiscussRecommendation => vec![
            Choices::several(
                "asked",
                words.recommendation_asked_whom(),
                form.lists.organisations.clone(),
            )
            .again(fields, errors)
            .into(),
            text(
                "until",
                words.recommendation_until_when(),
                Some(words.recommendation_day_hint()),
            ),
        ],
        Act::TakePosition => {
            let stances = Stance::ALL
                .iter()
                .map(|one| Choice::new(one.code(), words.say_recommendation_stance(*one)));
            vec![
                Choices::one("stance", words.recommendation_stance(), stances)
                    .again(fields, errors)
                    .into(),
                area("reason", words.recommendation_why(), None),
                area(
                    "wording",
                    words.recommendation_other_words(),
                    Some(words.recommendation_other_words_hint()),
                ),
            ]
        }
        Act::FormulateRecommendation => {
            vec![area(
                "text",
                words.recommendation_as_agreed(),
                Some(words.recommendation_agreed_hint()),
            )]
        }
        Act::DecideRecommendation => {
            let outcomes = Outcome::ALL
                .iter()
                .map(|one| Choice::new(one.code(), words.say_recommendation_outcome(*one)));
            vec![
                Choices::one("outcome", words.recommendation_outcome(), outcomes)
                    .again(fields, errors)
                    .into(),
                text("body", words.recommendation_which_body(), None),
                text("meeting", words.recommendation_which_meeting(), None),
                text(
                    "on",
                    words.recommendation_which_day(),
                    Some(words.recommendation_day_hint()),
                ),
                area(
                    "reason",
                    words.recommendation_why(),
                    Some(words.recommendation_why_hint()),
                ),
            ]
        }
        Act::AddressRecommendation => vec![
            list("organisation", words.recommendation_who(), &form.lists.organisations),
            text(
                "term",
                words.recommendation_term(),
                Some(words.recommendation_term_hint()),
            ),
        ],
        Act::ReportRecommendation | Act::ReviewRecommendation => {
            let ratings = Rating::ALL
                .iter()
                .map(|one| Choice::new(one.code(), words.say_recommendation_rating(*one)));
            let said = match form.act {
                Act::ReviewRecommendation => words.recommendation_what_found(),
                _ => words.recommendation_what_done(),
            };
            vec![
                Choices::one("rating", words.recommendation_how_far(), ratings)
                    .again(fields, errors)
                    .into(),
                area("text", said, None),
                area(
                    "evidence",
                    words.recommendation_what_shows(),
                    Some(words.recommendation_what_shows_hint()),
                ),
            ]
        }
        Act::LikenRecommendation => {
            let same = [
                Choice::new("yes", words.recommendation_is_same_yes()),
                Choice::new("no", words.recommendation_is_same_no()),
            ];
            vec![
                list("other", words.recommendation_which_other(), &form.lists.others),
                Choices::one("same", words.recommendation_is_same(), same)
                    .again(fields, errors)
                    .into(),
            ]
        }
        Act::SupersedeRecommendation => vec![list("by", words.recommendation_which_other(), &form.lists.others)],
        _ => vec![area("reason", words.recommendation_why(), None)],
    }
}

/// What stands in the form at first: the words that are to be agreed or proposed are changed, not typed again.
fn begun(form: &Form) -> Fields {
    match form.act {
        Act::FormulateRecommendation => Fields::new([("text", form.story.of.text())]),
        _ => Fields::default(),
    }
}

/// The form.
pub async fn page(visit: Visit, Path((which, way)): Path<(String, String)>) -> Result<Response, Failure> {
    let form = load(&visit, &which, &way).await?;
    way::form(form.story.may(form.act), || sheet(&visit, &form, None))
}

/// What a form of a report brought: evidence is written one a line.
fn reported(fields: &Fields) -> Result<ReportRecommendation, tiltas_input::Errors> {
    let mut sent = of_form::<ReportRecommendation>(fields)?;
    let lines = fields.one("evidence").lines().map(str::trim);
    sent.evidence = lines.filter(|line| !line.is_empty()).map(str::to_owned).collect();
    Ok(sent)
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
    let offered = form.story.may(act);
    let again = |errors| way::again(offered, |errors| sheet(&visit, &form, Some((&fields, errors))), errors);
    let context = visit.context(&fields)?;
    macro_rules! run {
        ($input:ty, $run:path) => {{
            let command = visit.command::<$input>(&fields, &[]).map_err(again)?;
            visit.run(move |app| $run(app, &context, on, &command)).await?
        }};
    }
    match act {
        Act::TranslateRecommendation => run!(TranslateRecommendation, recommendation::translate),
        Act::DiscussRecommendation => run!(DiscussRecommendation, recommendation::discuss),
        Act::TakePosition => run!(TakePosition, recommendation::take_position),
        Act::FormulateRecommendation => run!(FormulateRecommendation, recommendation::formulate),
        Act::DecideRecommendation => run!(DecideRecommendation, recommendation::decide),
        Act::AddressRecommendation => run!(AddressRecommendation, recommendation::address),
        Act::SupersedeRecommendation => run!(SupersedeRecommendation, recommendation::supersede),
        Act::ReportRecommendation | Act::ReviewRecommendation => {
            let command = reported(&fields).and_then(|sent| sent.command(&visit.at()));
            let command = command.map_err(|wrong| again(Errors::of_page(&visit.words, &wrong, &[])))?;
            let run = match act {
                Act::ReportRecommendation => recommendation::report,
                _ => recommendation::review,
            };
            visit.run(move |app| run(app, &context, on, &command)).await?
        }
        Act::LikenRecommendation => run!(LikenRecommendation, recommendation::liken),
        Act::CloseRecommendation => run!(CloseRecommendation, recommendation::close),
        _ => run!(CloseRecommendation, recommendation::reopen),
    };
    let back = match (act, fields.given("back")) {
        (Act::LikenRecommendation, Some("pairs")) => "/recommendations/pairs?done=likeness".to_owned(),
        _ => format!("/recommendations/{on}?done={}", form.way),
    };
    Ok(Redirect::to(&back).into_response())
}
