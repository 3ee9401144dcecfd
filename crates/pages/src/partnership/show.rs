//! One partnership: its life, what each does, its text, how each party sees it, and its days.
use super::{day, id, left, light, text};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_app::partnership::story::{self, Story};
use tiltas_domain::{
    dated::Dated,
    partnership::{Looked, Progress, Question, State},
};
use tiltas_kit::{
    Failure, Page, Visit,
    component::{Facts, Light, Shape, Span, Step},
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

/// So many years stand side by side.
const YEARS: i16 = 3;

struct Measure {
    number: usize,
    what: String,
    later: bool,
    owner: String,
    due: String,
    light: Html,
    note: Option<String>,
}

struct Party {
    name: String,
    role: String,
    function: String,
    phone: Option<Html>,
}

/// An answer: its figure, `None` where there is none; whether it may still come.
struct Cell {
    value: Option<u8>,
    open: bool,
}

struct Asked4 {
    question: String,
    differs: bool,
    cells: Vec<Cell>,
}

#[derive(Template)]
#[template(path = "partnership/show.html")]
struct StoryPage {
    page: Page,
    href: String,
    title: String,
    arrangement: String,
    light: Html,
    example: bool,
    left: Option<(String, bool)>,
    span: Span,
    ways: Vec<(String, String)>,
    measures: Vec<Measure>,
    views: Vec<Asked4>,
    who: Vec<String>,
    years: Vec<i16>,
    evidence: Vec<(String, String)>,
    earlier: bool,
    paper: text::Paper,
    parties: Vec<Party>,
    term: Facts,
    data: (Vec<Html>, Option<String>),
    looked: Vec<(String, String)>,
    endings: Vec<String>,
    reminders: Vec<(String, String)>,
}

/// The page.
pub async fn page(visit: Visit, Path(which): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, which) = (visit.reading()?, id(&which)?);
    let story = visit.run(move |app| story::story(app, &context, which)).await?;
    let words = &visit.words;
    let page = visit.page(&words.partnerships_one());
    let page = match asked.given("done").and_then(|done| super::act::done(words, done)) {
        Some(done) => page.with_done(done),
        None => page,
    };
    show(&drawn(words, page, &story))
}

fn drawn(words: &Words, page: Page, story: &Story) -> StoryPage {
    let of = &story.of;
    let this = story.today.year();
    let years: Vec<i16> = (this + 1 - YEARS..=this).collect();
    StoryPage {
        href: format!("/partnerships/{}", story.id),
        title: of.first.title.clone(),
        arrangement: words.say_partnership_arrangement(of.first.arrangement),
        light: light(words, story.state),
        example: of.first.example,
        left: story.left.map(|days| (left(words, days), days < 0)),
        span: span(words, story),
        ways: super::act::ways(words, story),
        measures: measures(words, story),
        views: views(words, story, &years),
        who: of
            .parties
            .iter()
            .map(|party| story.name(party.organisation).to_owned())
            .collect(),
        evidence: evidence(words, story, this),
        earlier: of
            .years()
            .first()
            .is_some_and(|first| years.first().is_some_and(|shown| first < shown)),
        years,
        paper: text::paper(words, story),
        parties: parties(words, story),
        term: term(words, story),
        data: text::data(words, story),
        looked: of.looked.iter().rev().map(|one| looked(words, one)).collect(),
        endings: endings(words, story),
        reminders: of
            .warnings
            .iter()
            .map(|warning| {
                let days = words.partnerships_warned_before(usize::from(warning.days));
                let (on, until) = (words.date(warning.at), words.dated(warning.until));
                (days, words.partnerships_reminded_on(on, until))
            })
            .collect(),
        page,
    }
}

/// From the idea to the end: what happened, and what comes next.
fn span(words: &Words, story: &Story) -> Span {
    let of = &story.of;
    let say = |state: State| words.say_partnership_state(state);
    let at = |state: State, note: String| {
        let passed = story.state > state;
        let step = match (passed, story.state == state) {
            (true, _) => Step::Done,
            (false, true) => Step::Us,
            (false, false) => Step::Todo,
        };
        (step, say(state), note)
    };
    let consulted = of.consulted.map(|until| words.dated(until)).unwrap_or_default();
    let signed = of.signed().map(|day| words.dated(day)).unwrap_or_default();
    let until = of.until().map(|until| day(words, until)).unwrap_or_default();
    let mut steps = vec![
        at(State::Idea, words.date(of.first.at)),
        at(State::Drafting, String::new()),
        at(State::Consultation, consulted),
    ];
    let hold = |step, title| (step, title, of.from().map(|from| day(words, from)).unwrap_or_default());
    match story.state {
        State::Ended => {
            let ended = of.ended.as_ref().map(|(on, _)| words.dated(*on)).unwrap_or_default();
            if of.signed().is_some() {
                steps.push((Step::Done, say(State::Signed), signed));
            }
            steps.retain(|(step, ..)| *step == Step::Done);
            steps.push((Step::Stop, say(State::Ended), ended));
        }
        state => {
            steps.push(at(State::Signed, signed));
            steps.push(match state {
                State::InForce | State::UnderReview => hold(Step::Us, say(state)),
                State::Expired => hold(Step::Done, say(State::InForce)),
                _ => hold(Step::Todo, say(State::InForce)),
            });
            let last = if state == State::Expired {
                Step::Late
            } else {
                Step::Todo
            };
            let title = if state == State::Expired {
                say(state)
            } else {
                words.partnerships_until()
            };
            steps.push((last, title, until));
        }
    }
    let span = Span::new(words, words.partnerships_life());
    steps
        .into_iter()
        .fold(span, |span, (step, title, note)| span.step(step, title, note))
}

fn measures(words: &Words, story: &Story) -> Vec<Measure> {
    let of = &story.of;
    let agreed = usize::try_from(of.agreed).unwrap_or(usize::MAX);
    let all = of.measures.iter().enumerate();
    all.map(|(nth, measure)| {
        let progress = of.progress(nth);
        let open = matches!(progress, Progress::Open | Progress::UnderWay);
        let due = measure.due.and_then(Dated::last);
        let late = open && of.signed().is_some() && due.is_some_and(|due| due < story.today);
        let shape = match progress {
            _ if late => Shape::Late,
            Progress::Open => Shape::NotStarted,
            Progress::UnderWay => Shape::UnderWay,
            Progress::Done => Shape::Done,
            Progress::Dropped => Shape::Dropped,
        };
        let says = match late {
            true => words.partnerships_measure_late(),
            false => words.say_partnership_progress(progress),
        };
        let note = of
            .moved
            .iter()
            .rev()
            .find(|moved| usize::try_from(moved.measure) == Ok(nth));
        Measure {
            number: nth + 1,
            what: measure.what.clone(),
            later: nth >= agreed,
            owner: story.name(measure.owner).to_owned(),
            due: measure
                .due
                .map_or_else(|| words.partnerships_due_always(), |due| words.dated(due)),
            light: Light::new(shape, says).into(),
            note: note.and_then(|moved| moved.note.clone()),
        }
    })
    .collect()
}

/// Each question with each party's answer of each year; nothing where no party has said anything.
fn views(words: &Words, story: &Story, years: &[i16]) -> Vec<Asked4> {
    let of = &story.of;
    if of.assessments.is_empty() {
        return Vec::new();
    }
    let this = story.today.year();
    let row = |question: Question| {
        let cells = of.parties.iter().flat_map(|party| {
            years.iter().map(move |year| {
                let answer = of.answer(party.organisation, *year, question);
                Cell {
                    value: answer.map(|answer| answer.value.number()),
                    open: *year == this,
                }
            })
        });
        Asked4 {
            question: words.say_code("partnership-question", question.code()),
            differs: of.differs(this, question),
            cells: cells.collect(),
        }
    };
    Question::all().map(row).collect()
}

/// What each party names for its answers of a year.
fn evidence(words: &Words, story: &Story, year: i16) -> Vec<(String, String)> {
    let of = &story.of;
    let all = Question::all().flat_map(|question| {
        of.parties.iter().filter_map(move |party| {
            let named = of.answer(party.organisation, year, question)?.evidence.clone()?;
            Some((question, party.organisation, named))
        })
    });
    all.map(|(question, who, named)| {
        let question = words.say_code("partnership-question", question.code());
        (format!("{}, {question}", story.name(who)), named)
    })
    .collect()
}

fn parties(words: &Words, story: &Story) -> Vec<Party> {
    let all = story.of.parties.iter();
    all.map(|party| Party {
        name: story.name(party.organisation).to_owned(),
        role: words.say_partnership_role(party.role),
        function: party
            .function
            .clone()
            .unwrap_or_else(|| words.partnerships_function_none()),
        phone: story.phone(party.organisation).map(Html::phone),
    })
    .collect()
}

fn term(words: &Words, story: &Story) -> Facts {
    let Some(term) = story.of.term else {
        return Facts::new().line(words.partnerships_until(), words.partnerships_no_term());
    };
    let from = term
        .from
        .map_or_else(|| words.partnerships_from_signature(), |from| words.dated(from));
    let review = term
        .review
        .map_or_else(|| words.partnerships_review_none(), |review| words.dated(review));
    let facts = Facts::new()
        .line(words.partnerships_from(), from)
        .line(words.partnerships_until(), words.dated(term.until))
        .line(words.partnerships_review(), review);
    story.of.signers().fold(facts, |facts, party| {
        let signed = story.of.signed_by(party.organisation);
        let said = signed.map(|on| words.partnerships_signed_on(words.dated(on)));
        let said = said.unwrap_or_else(|| words.partnerships_not_signed());
        facts.line(story.name(party.organisation), said)
    })
}

fn looked(words: &Words, one: &Looked) -> (String, String) {
    let until = one
        .until
        .map(|until| words.partnerships_renewed_note(words.dated(until)));
    let text = one.text.clone().or(until).unwrap_or_default();
    (words.dated(one.on), text)
}

fn endings(words: &Words, story: &Story) -> Vec<String> {
    let returned = story.of.returned.iter();
    let returned = returned.map(|(reason, at)| words.partnerships_returned_note(words.date(*at), reason));
    let ended = story.of.ended.iter();
    let ended = ended.map(|(on, reason)| words.partnerships_ended_note(words.dated(*on), reason));
    returned.chain(ended).collect()
}
