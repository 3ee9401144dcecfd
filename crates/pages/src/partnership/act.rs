//! What is done to a partnership: one form for each, at an address of its own, offered where it can be done. The first six are the
//! steps of its draft: the question at the left, the text that all sign at the right, and each leads on to the next.
use super::{id, part, text::Paper, text::paper};
use crate::{case::sheet::Sheet, way::Ways};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use tiltas_app::{
    Act,
    partnership::{
        self,
        story::{self, Story},
    },
};
use tiltas_domain::partnership::{Data, Question, State};
use tiltas_input::{
    Input, of_form,
    partnership::{
        AddMeasures, AssessPartnership, ConsultPartnership, CooperationAnswer, EndPartnership, MoveMeasure, NameParty,
        RenewPartnership, ReturnPartnership, ReviewPartnership, SetTerm, SignPartnership, WriteData, WritePurpose,
    },
};
use tiltas_kit::{
    Errors, Failure, Fields, Page, Posted, Visit,
    component::{Span, Step, form::Summary},
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

/// Each thing that is done, and the last part of its address; the first six are the steps of the draft, in their order.
const WAYS: Ways = Ways {
    path: "/partnerships",
    act: "partnership-act",
    done: "partnership-done",
    all: &[
        (Act::NameParty, "parties"),
        (Act::WritePurpose, "purpose"),
        (Act::AddMeasures, "measures"),
        (Act::WriteData, "data"),
        (Act::SetTerm, "term"),
        (Act::ConsultPartnership, "consultation"),
        (Act::SignPartnership, "signature"),
        (Act::ReturnPartnership, "return"),
        (Act::MoveMeasure, "progress"),
        (Act::AssessPartnership, "assessment"),
        (Act::ReviewPartnership, "review"),
        (Act::RenewPartnership, "renewal"),
        (Act::EndPartnership, "end"),
    ],
};
const STEPS: usize = 6;

/// The ways that the reader has now, with their words.
pub(super) fn ways(words: &Words, story: &Story) -> Vec<(String, String)> {
    WAYS.offered(words, story.id, &story.may)
}

/// What is said after it was done.
pub(super) fn done(words: &Words, done: &str) -> Option<String> {
    WAYS.done(words, done)
}

struct Form {
    act: Act,
    way: &'static str,
    /// Its place among the steps, where it is one and the text is still written.
    step: Option<usize>,
    story: Story,
}

/// A step of the draft.
#[derive(Template)]
#[template(path = "partnership/draft.html")]
struct DraftPage {
    page: Page,
    summary: Summary,
    key: String,
    drawn: Option<i64>,
    back: String,
    title: String,
    example: bool,
    span: Span,
    heading: String,
    action: String,
    parts: Vec<Html>,
    missing: Option<String>,
    /// Whether another of the same may follow.
    more: bool,
    last: bool,
    paper: Paper,
}

async fn load(visit: &Visit, which: &str, way: &str) -> Result<Form, Failure> {
    let context = visit.reading()?;
    let which = id(which)?;
    let place = WAYS.all.iter().position(|(_, known)| *known == way);
    let (place, (act, way)) = place
        .zip(place.and_then(|place| WAYS.all.get(place)))
        .ok_or(Failure::NotFound)?;
    let story = visit.run(move |app| story::story(app, &context, which)).await?;
    let drafted = matches!(story.state, State::Idea | State::Drafting);
    Ok(Form {
        act: *act,
        way,
        step: Some(place).filter(|place| drafted && *place < STEPS),
        story,
    })
}

/// Which parts of the text are not written yet.
fn missing(words: &Words, story: &Story) -> Option<String> {
    let of = &story.of;
    let parts = [
        (of.purpose.is_none(), words.partnerships_step_purpose()),
        (of.measures.is_empty(), words.partnerships_step_measures()),
        (of.data == Data::NotWritten, words.partnerships_step_data()),
        (of.term.is_none(), words.partnerships_step_term()),
    ];
    let left: Vec<String> = parts
        .into_iter()
        .filter(|(left, _)| *left)
        .map(|(_, name)| name)
        .collect();
    (!left.is_empty()).then(|| words.partnerships_draft_missing(left.join(", ")))
}

fn span(words: &Words, story: &Story, here: usize) -> Span {
    let of = &story.of;
    let steps = [
        (
            true,
            words.partnerships_step_parties(),
            words.partnerships_step_parties_note(),
        ),
        (
            of.purpose.is_some(),
            words.partnerships_step_purpose(),
            words.partnerships_step_purpose_note(),
        ),
        (
            !of.measures.is_empty(),
            words.partnerships_step_measures(),
            words.partnerships_step_measures_note(),
        ),
        (
            of.data != Data::NotWritten,
            words.partnerships_step_data(),
            words.partnerships_step_data_note(),
        ),
        (
            of.term.is_some(),
            words.partnerships_step_term(),
            words.partnerships_step_term_note(),
        ),
        (
            false,
            words.partnerships_step_consultation(),
            words.partnerships_step_consultation_note(),
        ),
    ];
    let span = Span::new(words, words.partnerships_draft_steps());
    steps
        .into_iter()
        .enumerate()
        .fold(span, |span, (nth, (written, title, note))| {
            let step = match (nth == here, written) {
                (true, _) => Step::Us,
                (false, true) => Step::Done,
                (false, false) => Step::Todo,
            };
            span.step(step, title, note)
        })
}

/// The form as a page: a step of the draft, or a sheet.
enum Frame {
    Draft(Box<DraftPage>),
    Sheet(Box<Sheet>),
}

impl Frame {
    fn show(&self) -> Result<Response, Failure> {
        match self {
            Frame::Draft(page) => show(page.as_ref()),
            Frame::Sheet(sheet) => sheet.show(),
        }
    }

    fn again(&self, errors: Errors) -> Failure {
        match self {
            Frame::Draft(page) => Failure::form(page.as_ref(), errors),
            Frame::Sheet(sheet) => sheet.again(errors),
        }
    }
}

/// Whether it replaces words or agrees to them: if they changed meanwhile, that is said first. The others add their own.
fn rests_on_words(act: Act) -> bool {
    matches!(
        act,
        Act::WritePurpose | Act::WriteData | Act::SetTerm | Act::ConsultPartnership | Act::SignPartnership
    )
}

async fn frame(
    visit: &Visit,
    form: &Form,
    sent: Option<(&Fields, &Errors)>,
    done: Option<&str>,
) -> Result<Frame, Failure> {
    let (words, story) = (&visit.words, &form.story);
    let (none, filled) = (Errors::new(), part::begun(form.act, story));
    let (fields, errors) = sent.unwrap_or((&filled, &none));
    let parts = part::parts(visit, form.act, story, fields, errors).await?;
    let back = format!("/partnerships/{}", story.id);
    let heading = words.say_code("partnership-act", form.way);
    let title = &story.of.first.title;
    let Some(step) = form.step else {
        let sheet = Sheet::alone(visit, heading, sent).back_to(back, title.clone());
        let sheet = match rests_on_words(form.act) {
            true => sheet.rests_on(story.version),
            false => sheet,
        };
        return Ok(Frame::Sheet(Box::new(sheet.parts(parts))));
    };
    let page = visit.page(&heading).with_errors(errors);
    let page = match done.and_then(|done| self::done(words, done)) {
        Some(done) => page.with_done(done),
        None => page,
    };
    Ok(Frame::Draft(Box::new(DraftPage {
        summary: Summary::new(words, errors),
        key: sent.map_or_else(|| visit.form_key(), |(fields, _)| fields.key().to_owned()),
        drawn: match sent {
            Some((fields, _)) => fields.drawn(),
            None => rests_on_words(form.act).then_some(story.version),
        },
        back,
        title: title.clone(),
        example: story.of.first.example,
        span: span(words, story, step),
        heading,
        action: visit.path.clone(),
        parts,
        missing: missing(words, story).filter(|_| form.act == Act::ConsultPartnership),
        more: matches!(form.act, Act::NameParty | Act::AddMeasures),
        last: form.act == Act::ConsultPartnership,
        paper: paper(words, story),
        page,
    })))
}

/// The form.
pub async fn page(
    visit: Visit,
    Path((which, way)): Path<(String, String)>,
    Asked(asked): Asked,
) -> Result<Response, Failure> {
    let form = load(&visit, &which, &way).await?;
    // A step that waits for others is shown with what they leave open; what it says is told by the rule.
    let waits = form.act == Act::ConsultPartnership && form.step.is_some() && form.story.may(Act::SetTerm);
    match form.story.may(form.act) || waits {
        true => frame(&visit, &form, None, asked.given("done")).await?.show(),
        false => Err(Failure::NotFound),
    }
}

/// What a form wrote one a line.
fn lines(fields: &Fields, name: &str) -> Vec<String> {
    let lines = fields.one(name).lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// What the questions brought: a question without an answer is left out, unless something was written beside it.
fn answers(fields: &Fields) -> Vec<CooperationAnswer> {
    let asked = Question::all().map(|question| {
        let of = |what: &str| fields.one(&format!("{what}_{}", question.code())).trim().to_owned();
        let (value, evidence) = (of("value"), of("evidence"));
        CooperationAnswer {
            question: question.code().to_owned(),
            value,
            evidence: (!evidence.is_empty()).then_some(evidence),
        }
    });
    asked
        .filter(|answer| !answer.value.is_empty() || answer.evidence.is_some())
        .collect()
}

/// The control of an answer: `answers[0].value` is that of the first question which was sent.
fn control(sent: &[CooperationAnswer], field: &str) -> String {
    let inside = field.strip_prefix("answers[").and_then(|rest| rest.split_once("]."));
    let found = inside.and_then(|(nth, what)| Some((sent.get(nth.parse::<usize>().ok()?)?, what)));
    match (found, field) {
        (Some((answer, what)), _) => format!("{what}_{}", answer.question),
        (None, "answers") => Question::all()
            .next()
            .map_or_else(String::new, |first| format!("value_{}", first.code())),
        (None, field) => field.to_owned(),
    }
}

/// Done. WHY not only where the page offers it now: a form sent twice is answered as the first time, and one that comes late is told
/// the rule, with what was typed.
pub async fn run(
    visit: Visit,
    Path((which, way)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let form = load(&visit, &which, &way).await?;
    let on = form.story.id;
    let context = visit.context(&fields)?;
    macro_rules! run {
        ($command:expr, $run:path) => {
            match $command {
                Ok(command) => visit.run(move |app| $run(app, &context, on, &command)).await?,
                Err(errors) if form.story.may(form.act) => {
                    let frame = frame(&visit, &form, Some((&fields, &errors)), None).await?;
                    return Err(frame.again(errors));
                }
                Err(_) => return Err(Failure::NotFound),
            }
        };
    }
    macro_rules! form {
        ($input:ty) => {
            visit.command::<$input>(&fields, &[])
        };
    }
    let page = |wrong: tiltas_input::Errors| Errors::of_page(&visit.words, &wrong, &[]);
    match form.act {
        Act::NameParty => run!(form!(NameParty), partnership::name_party),
        Act::WritePurpose => {
            let sent = of_form::<WritePurpose>(&fields).and_then(|mut sent| {
                sent.groups = lines(&fields, "groups");
                sent.command(&visit.at())
            });
            run!(sent.map_err(page), partnership::write_purpose)
        }
        Act::AddMeasures => {
            let sent = of_form::<AddMeasures>(&fields).and_then(|mut sent| {
                sent.what = lines(&fields, "what");
                sent.command(&visit.at())
            });
            run!(sent.map_err(page), partnership::add_measures)
        }
        Act::WriteData => run!(form!(WriteData), partnership::write_data),
        Act::SetTerm => run!(form!(SetTerm), partnership::set_term),
        Act::ConsultPartnership => run!(form!(ConsultPartnership), partnership::consult),
        Act::SignPartnership => run!(form!(SignPartnership), partnership::sign),
        Act::MoveMeasure => run!(form!(MoveMeasure), partnership::move_measure),
        Act::ReviewPartnership => run!(form!(ReviewPartnership), partnership::review),
        Act::RenewPartnership => run!(form!(RenewPartnership), partnership::renew),
        Act::EndPartnership => run!(form!(EndPartnership), partnership::end),
        Act::AssessPartnership => {
            let told = answers(&fields);
            let sent = AssessPartnership {
                year: fields.one("year").to_owned(),
                answers: told.clone(),
            };
            let sent = sent.command(&visit.at());
            let sent = sent.map_err(|wrong| page(wrong.renamed(|field| control(&told, field))));
            run!(sent, partnership::assess)
        }
        _ => run!(form!(ReturnPartnership), partnership::return_draft),
    };
    Ok(Redirect::to(&follows(&form, &fields)).into_response())
}

/// Where the work goes on: at the next step, at the same one, or at the partnership.
fn follows(form: &Form, fields: &Fields) -> String {
    let next = form.step.and_then(|step| WAYS.all.get(step + 1)).map(|(_, way)| *way);
    let last = form.step == Some(STEPS - 1);
    let way = match fields.one("then") {
        "more" => Some(form.way),
        "stop" => None,
        _ => next.filter(|_| !last),
    };
    let on = form.story.id;
    match way {
        Some(way) if form.step.is_some() => format!("/partnerships/{on}/{way}?done={}", form.way),
        _ => format!("/partnerships/{on}?done={}", form.way),
    }
}
