//! Asking: one page after another, each saved by itself.
use super::{Begun, Step, form, part::Held};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use tiltas_access::Action;
use tiltas_app::{Act, screening, signal};
use tiltas_domain::{
    Field,
    case::AgeClass,
    known::Known,
    screening::advice::{self, Set, StopFirst},
};
use tiltas_kit::{
    Errors, Failure, Fields, Page, Posted, Visit,
    component::form::Summary,
    edge::{Asked, show},
};
use tiltas_words::{Words, html::Html};

#[derive(Template)]
#[template(path = "screening/ask.html")]
struct AskPage {
    page: Page,
    summary: Summary,
    key: String,
    action: String,
    step: usize,
    steps: usize,
    heading: String,
    /// What to change before anything else is asked.
    first: Vec<Html>,
    aloud: Vec<Aloud>,
    /// The same for a child, where nobody knows yet that the person is an adult.
    aloud_child: Vec<Aloud>,
    parts: Vec<Html>,
    /// The page before this one; on the first page the list of what was begun.
    back: String,
    /// Screenings that this organisation began and did not conclude, newest first: shown before another file is opened.
    running: Vec<Running>,
    /// On the first page: the way to a conversation of the other kind.
    other: Option<(String, String)>,
    /// On the first page: the set with which the screening will begin.
    by: Option<&'static str>,
}

/// A screening that may be the one that is meant.
struct Running {
    href: String,
    spoken_name: String,
    began: String,
}

/// Words to say, in a language that the person may speak.
struct Aloud {
    language: String,
    code: &'static str,
    /// Whether someone who speaks the language has confirmed the words.
    confirmed: bool,
    text: String,
}

/// The languages in which there are words to say, and whether someone who speaks them has confirmed the words.
const TONGUES: [(&str, bool); 4] = [("ro", false), ("ru", false), ("uk", false), ("en", true)];

/// To whom the words are said: a child is spoken to in other words, and does not decide alone.
#[derive(Clone, Copy)]
enum Hearer {
    Adult,
    Child,
}

fn aloud(words: &Words, step: Step, spoken: &[String], hearer: Hearer) -> Vec<Aloud> {
    let child = match hearer {
        Hearer::Adult => "",
        Hearer::Child => "-child",
    };
    let topic = match step {
        Step::Group(group) => &group.aloud,
        other => other.code(),
    };
    let mut all: Vec<Aloud> = TONGUES
        .into_iter()
        .map(|(code, confirmed)| Aloud {
            confirmed,
            language: words.say_code("tongue", code),
            code,
            text: words.say_code("aloud", &format!("{topic}{child}-{code}")),
        })
        .collect();
    // The person's languages first, in the order in which they were told.
    all.sort_by_key(|aloud| {
        let place = spoken.iter().position(|known| known == aloud.code);
        place.unwrap_or(spoken.len())
    });
    all
}

/// What is being asked: a page of a screening that was begun, or the first page of one that will be.
#[derive(Clone, Copy)]
enum Asking<'a> {
    Begun(&'a Begun),
    First(&'static Set),
}

fn ask(visit: &Visit, asking: Asking<'_>, step: Step, sent: Option<(&Fields, &Errors)>) -> AskPage {
    let (words, none) = (&visit.words, (Fields::default(), Errors::new()));
    let (begun, steps) = match asking {
        Asking::Begun(begun) => (Some(begun), begun.steps()),
        Asking::First(set) => (None, Step::all(set, &[], false)),
    };
    let nth = steps.iter().position(|other| other.code() == step.code()).unwrap_or(0);
    let (fields, errors) = sent.unwrap_or((&none.0, &none.1));
    let file = begun.map(|begun| &begun.file);
    let person = file.and_then(|file| file.person.open());
    let spoken = person.map_or(&[][..], |person| person.languages.as_slice());
    let say = |hearer| aloud(words, step, spoken, hearer);
    let (aloud, aloud_child) = match person.map(|person| &person.age) {
        Some(age) if age.class == Known::Is(AgeClass::Child) => (say(Hearer::Child), Vec::new()),
        Some(age) if age.takes_child_route() => (say(Hearer::Adult), say(Hearer::Child)),
        Some(age) if age.class == Known::Is(AgeClass::Adult) => (say(Hearer::Adult), Vec::new()),
        _ => (say(Hearer::Adult), say(Hearer::Child)),
    };
    let held = Held {
        words,
        fields,
        errors,
        again: sent.is_some(),
        file,
        screening: begun.map(|begun| &begun.screening),
        profile: visit.edge.app.profile(),
        now: visit.now,
    };
    let mut page = visit
        .page(&words.screening_title(nth + 1, steps.len()))
        .with_errors(errors);
    if let Some(last) = file.and_then(|file| file.steps.first()) {
        page.saved = words.screening_saved(words.time(last.at));
    }
    AskPage {
        summary: Summary::new(words, errors),
        key: sent.map_or_else(|| visit.form_key(), |(fields, _)| fields.key().to_owned()),
        action: begun.map_or_else(
            || "/screenings/new".to_owned(),
            |begun| format!("{}/{}", begun.address(), step.code()),
        ),
        step: nth + 1,
        steps: steps.len(),
        heading: words.say_code("question-group", step.code()),
        first: begun.map_or_else(Vec::new, |begun| first_things(visit, begun)),
        aloud,
        aloud_child,
        parts: held.parts(step),
        back: match (begun, nth.checked_sub(1).and_then(|before| steps.get(before))) {
            (Some(begun), Some(before)) => format!("{}/{}", begun.address(), before.code()),
            _ => "/screenings".to_owned(),
        },
        running: Vec::new(),
        other: None,
        by: None,
        page,
    }
}

/// What is said before anything else: danger, company, an interpreter who is not free.
pub(super) fn first_things(visit: &Visit, begun: &Begun) -> Vec<Html> {
    let advice = begun.advice();
    let words = &visit.words;
    let mut first = Vec::new();
    if advice.danger_now {
        let number = &visit.edge.app.profile().emergency.value;
        first.push(words.screening_danger(Html::phone(number)));
    }
    if let Some(stop) = advice.stop_first {
        first.push(match stop {
            StopFirst::NotAlone | StopFirst::CanNotTalk | StopFirst::InterpreterNotIndependent => {
                words.say_code("stop-first", stop.code()).into()
            }
        });
    }
    if advice.hurt_or_ill {
        first.push(words.screening_hurt().into());
    }
    first
}

/// A screening that was begun within this time may be the one that is meant: Back from the second page leads here.
const JUST_NOW_HOURS: i64 = 2;

/// The first page: the first question at once, and before it what was begun just now. Back and Save would else open a second
/// file of the same person.
pub async fn first(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    visit.actor()?;
    if !visit.may(Action::RecordSignal) {
        return Err(Failure::NotFound);
    }
    let set = set_of(&visit, &asked).await?;
    let context = visit.reading()?;
    let begun = visit.run(move |app| screening::begun(app, &context)).await?;
    let since = visit.now.plus_hours(-JUST_NOW_HOURS);
    let mut page = first_page(&visit, set, None)?;
    page.running = begun
        .into_iter()
        .filter(|begun| begun.opened >= since)
        .map(|begun| Running {
            href: format!(
                "/cases/{}/screenings/{}/{}",
                begun.case,
                begun.nth,
                Step::first(advice::edition(&begun.set).unwrap_or(advice::standing()))
            ),
            began: visit.words.near(begun.opened, visit.now),
            spoken_name: begun.spoken_name,
        })
        .collect();
    show(&page)
}

/// The set that the address or the form names; without one, the set that the actor's organisation begins with.
async fn set_of(visit: &Visit, asked: &Fields) -> Result<&'static Set, Failure> {
    if let Some(code) = asked.given("by") {
        return advice::of_code(code).ok_or(Failure::NotFound);
    }
    let context = visit.reading()?;
    visit.run(move |app| screening::usual(app, &context)).await
}

/// The first page of a set, with the way to a conversation of another kind.
fn first_page(visit: &Visit, set: &'static Set, sent: Option<(&Fields, &Errors)>) -> Result<AskPage, Failure> {
    let group = set.groups.first().ok_or(Failure::Unavailable)?;
    let mut page = ask(visit, Asking::First(set), Step::Group(group), sent);
    page.by = Some(&set.code);
    page.other = advice::all().iter().find(|other| other.code != set.code).map(|other| {
        let words = visit.words.say_code("screening-instead", &other.code);
        (format!("/screenings/new?by={}", other.code), words)
    });
    Ok(page)
}

/// The first page sent: it opens the file and begins the screening, in one commit.
pub async fn begin(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    let set = set_of(&visit, &fields).await?;
    let context = visit.context(&fields)?;
    let group = set.groups.first().ok_or(Failure::Unavailable)?;
    let record = match form::first(&visit, &fields, set, group) {
        Ok(record) => record,
        Err(wrong) => {
            let errors = Errors::of_page(&visit.words, &wrong, &form::OWN);
            let page = first_page(&visit, set, Some((&fields, &errors)))?;
            return Err(Failure::form(&page, errors));
        }
    };
    let steps = record
        .screening
        .as_ref()
        .map(|(_, answers)| Step::all(set, answers, false));
    let (id, _) = visit.run(move |app| signal::record(app, &context, &record)).await?;
    Ok(onward(
        &fields,
        &format!("/cases/{id}/screenings/1"),
        &steps.unwrap_or_default(),
        0,
    ))
}

/// Another screening of the same person.
pub async fn again(visit: Visit, Path(id): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let case = id.parse().map_err(|_| Failure::NotFound)?;
    let (context, reading) = (visit.context(&fields)?, visit.reading()?);
    let begun = visit
        .run(move |app| {
            let file = tiltas_app::case::file::form(app, &reading, case, Action::Screen, &[Field::Story])?;
            let before = file
                .kept
                .screenings
                .open()
                .and_then(|all| Some((all.len(), all.last()?.set.clone())));
            let (n, set) = before.unwrap_or((0, String::new()));
            let set = advice::edition(&set).unwrap_or(advice::standing());
            screening::start(app, &context, case, &set.edition())?;
            Ok((n + 1, set))
        })
        .await?;
    let (n, set) = begun;
    Ok(Redirect::to(&format!("/cases/{id}/screenings/{n}/{}", Step::first(set))).into_response())
}

/// One page.
pub async fn page(visit: Visit, Path((id, n, step)): Path<(String, usize, String)>) -> Result<Response, Failure> {
    let begun = Begun::load(&visit, &id, n, &step).await?;
    let (_, step) = find(&begun, &step)?;
    show(&ask(&visit, Asking::Begun(&begun), step, None))
}

fn find(begun: &Begun, code: &str) -> Result<(usize, Step), Failure> {
    let steps = begun.steps();
    let nth = steps.iter().position(|step| step.code() == code);
    let nth = nth
        .filter(|_| begun.file.may(Act::StartScreening))
        .ok_or(Failure::NotFound)?;
    Ok((nth, steps[nth]))
}

/// One page sent.
pub async fn save(
    visit: Visit,
    Path((id, n, step)): Path<(String, usize, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let begun = Begun::load(&visit, &id, n, &step).await?;
    let (nth, step) = find(&begun, &step)?;
    let page = match step {
        Step::Group(group) => form::group(&visit, &fields, begun.set, group),
        Step::Who => form::who(&visit, &fields),
        Step::Safety => form::safety(&visit, &fields),
        Step::Consent => form::say(&visit, &fields),
    };
    let page = page.map_err(|wrong| {
        let errors = Errors::of_page(&visit.words, &wrong, &form::OWN);
        let page = ask(&visit, Asking::Begun(&begun), step, Some((&fields, &errors)));
        Failure::form(&page, errors)
    })?;
    let (context, case, id) = (visit.context(&fields)?, begun.id, begun.screening.id);
    let steps = begun.steps_after(&page.answers);
    visit
        .run(move |app| screening::answer(app, &context, case, id, &page))
        .await?;
    Ok(onward(&fields, &begun.address(), &steps, nth))
}

/// Where the pressed button leads: on, to the advice, or to stop here.
fn onward(fields: &Fields, address: &str, steps: &[Step], nth: usize) -> Response {
    let to = match (fields.one("go"), steps.get(nth + 1)) {
        ("stop", _) => "/screenings".to_owned(),
        ("advice", _) | (_, None) => address.to_owned(),
        (_, Some(next)) => format!("{address}/{}", next.code()),
    };
    Redirect::to(&to).into_response()
}
