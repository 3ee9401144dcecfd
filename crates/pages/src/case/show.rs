//! The file on one page: for those who lead it, for receivers, for police; the same lines, open or withheld.
use super::{alert, alert::Alert, happened, happened::Happened, sight, told, told::Told, top, track, track::Track};
use crate::referral::state_words;
use askama::Template;
use axum::{extract::Path, http::HeaderMap, response::Response};
use tiltas_access::{Action, Withheld};
use tiltas_app::{
    Act,
    case::file::{self, File, TaskLine},
};
use tiltas_domain::{
    case::spoken_name,
    referral::{Referral, State},
    task,
};
use tiltas_kit::{
    Failure, Page, Visit, component,
    component::{Access, Clock, Line, Queue, Side, Slots, Tag, person, shown_as},
    edge::{Asked, news, show},
    forms::Fields,
};
use tiltas_words::{Html, Words};

#[derive(Template)]
#[template(path = "case/show.html")]
struct CasePage {
    page: Page,
    address: String,
    spoken_name: String,
    sound: String,
    number: Html,
    tags: Vec<Tag>,
    line: Html,
    refers: bool,
    asks: bool,
    assesses: bool,
    describes: bool,
    notes: bool,
    task: bool,
    passes: bool,
    takes: bool,
    prints: bool,
    /// Whether a name is written, and may be opened with a reason.
    name: bool,
    alerts: Vec<Alert>,
    slots: Slots,
    tracks: Vec<Track>,
    next: Queue,
    nothing_next: bool,
    /// What slices show beside the told lines: in the page, and beside it.
    panels: Vec<Html>,
    told: Vec<Told>,
    tab: String,
    tabs: Vec<(&'static str, String)>,
    happened: Vec<Happened>,
    more: String,
    asides: Vec<Html>,
    withheld: Vec<(String, Html)>,
    /// With whom sharing ended, when, and why.
    ended: Vec<(String, String)>,
    access: Access,
    looked: bool,
}

/// The page.
pub async fn page(visit: Visit, Path(case): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let file = super::load(&visit, &case).await?;
    show(&draw(&visit, &file, &asked))
}

/// Whether the page has gone on.
pub async fn fresh(visit: Visit, Path(case): Path<String>, headers: HeaderMap) -> Result<Response, Failure> {
    let (case, context, changed) = (super::id(&case)?, visit.reading()?, visit.changed());
    let version = visit.run(move |app| file::news(app, &context, case, changed)).await?;
    Ok(news(&headers, version))
}

fn draw(visit: &Visit, file: &File, asked: &Fields) -> CasePage {
    let words = &visit.words;
    let own = visit.person.as_ref().map_or("", |person| person.organisation.as_str());
    let address = format!("/cases/{}", file.case);
    let wanted = asked.one("show");
    let tab = happened::TABS.into_iter().find(|tab| *tab == wanted).unwrap_or("all");
    let (steps, more) = happened::steps(words, file, tab, visit.now);
    let lines = next(words, visit, file);
    let page = visit.page(&words.case_title());
    let page = match done(words, asked) {
        Some(done) => page.with_done(done),
        None => page,
    };
    CasePage {
        page: page.with_news(&format!("{address}/news"), file.version),
        sound: spoken_name::sound(file.spoken_name.split(' ').next().unwrap_or_default()),
        number: shown_as(words, &file.number, |number| Html::from(number.as_str())),
        tags: tags(words, file),
        line: shown_as(words, &file.person, |open| person::in_a_line(words, open).into()),
        refers: file.may(Act::DraftReferral),
        asks: file.may(Act::RecordConsent),
        assesses: file.may(Act::AssessRisk),
        describes: file.may(Act::Describe),
        notes: file.may(Act::AddNote),
        passes: file.may(Act::OfferLead) || file.may(Act::WithdrawLeadOffer),
        takes: file.may(Act::TakeLead),
        prints: file.looks(Action::ReadSummary),
        name: file.looks(Action::OpenName),
        task: file.may(Act::WriteTask),
        alerts: alert::alerts(visit, file),
        slots: top::slots(words, file),
        tracks: track::tracks(words, file),
        nothing_next: lines.is_empty(),
        next: Queue::new(words, "next", words.case_next(), lines).first(),
        panels: crate::panels(visit, file),
        told: told::lines(words, file, visit.now),
        tab: tab.to_owned(),
        tabs: happened::TABS.map(|tab| (tab, words.say_code("case-tab", tab))).into(),
        happened: steps,
        more: if more > 0 { words.case_more(more) } else { String::new() },
        asides: crate::asides(visit, file),
        withheld: withheld(words, file),
        ended: ended(words, file),
        access: sight::table(words, visit.edge.app.profile(), file, own),
        looked: file.looks(Action::ReadAudit),
        spoken_name: file.spoken_name.clone(),
        address,
    }
}

/// One quiet line of what was just done.
fn done(words: &Words, asked: &Fields) -> Option<String> {
    let code = asked.given("done")?;
    let said = words.say_code("case-done", code);
    (!said.starts_with('[')).then_some(said)
}

fn tags(words: &Words, file: &File) -> Vec<Tag> {
    let urgency = file.urgency.open().map(|urgency| Tag::urgency(words, urgency.code()));
    let mut tags: Vec<Tag> = urgency.into_iter().collect();
    if file.child_route.open() == Some(&true) {
        tags.push(Tag::strong(words.case_child_route()));
    }
    if file.leads {
        tags.push(Tag::fill(words.case_you_lead()));
    }
    tags
}

fn next(words: &Words, visit: &Visit, file: &File) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some((_, to, clock)) = &file.lead_offer {
        let ours = visit.person.as_ref().is_some_and(|person| person.organisation == *to);
        let (what, side) = match ours {
            true => (words.case_lead_answer(), Side::You),
            false => (words.case_lead_waits(to), Side::Them),
        };
        let who = if ours { words.word_you() } else { to.clone() };
        // A supervisor sees that the offer waits, and neither makes nor ends one.
        let href = match ours || file.may(Act::WithdrawLeadOffer) {
            true => format!("/cases/{}/lead", file.case),
            false => format!("/cases/{}", file.case),
        };
        let line = Line::new(Clock::new(words, clock, visit.now), words.case_kind_lead(), what, href);
        lines.push((clock.due, line.with(side, who)));
    }
    for task in file.tasks.iter().filter(|task| task.state == task::State::Open) {
        lines.push((task.clock.due, task_line(words, visit, file, task)));
    }
    for line in &file.referrals {
        let Referral::Sending { sending, state, .. } = &line.referral else {
            continue;
        };
        let clock = match state {
            State::Sent => &sending.acknowledge,
            State::Acknowledged | State::QuestionAsked => &sending.answer,
            _ => continue,
        };
        let asked = matches!(state, State::QuestionAsked);
        let sender = file.leads;
        let what = state_words(words, state.stage(), sender, &line.to);
        let (side, who) = match asked == sender {
            true => (Side::You, words.word_you()),
            false => (Side::Them, if sender { line.to.clone() } else { file.lead.1.clone() }),
        };
        let queued = Line::new(
            Clock::new(words, clock, visit.now),
            words.case_kind_referral(),
            what,
            format!("/referrals/{}", line.id),
        );
        lines.push((clock.due, queued.with(side, who)));
    }
    lines.sort_by_key(|(due, _)| due.map_or(i64::MAX, |due| due.0));
    lines.into_iter().map(|(_, line)| line).collect()
}

fn task_line(words: &Words, visit: &Visit, file: &File, task: &TaskLine) -> Line {
    let href = match (task.ours, task.kind) {
        (true, task::Kind::TellChildProtection) => format!("/tasks/{}/tell-child-protection", task.id),
        (true, _) => format!("/tasks/{}", task.id),
        (false, _) => format!("/cases/{}", file.case),
    };
    let what = match task.kind {
        task::Kind::Written => shown_as(words, &task.words, |_| component::shown(words, &task.words)),
        kind => happened::task(words, kind).into(),
    };
    let (side, who) = match (task.ours, &task.colleague) {
        (true, None) => (Side::You, words.word_you()),
        (true, Some(function)) => (Side::Them, function.clone()),
        (false, _) => (Side::Them, task.owner.clone()),
    };
    Line::new(
        Clock::new(words, &task.clock, visit.now),
        words.case_kind_task(),
        what,
        href,
    )
    .note(words.say_case_task_note(task.kind))
    .with(side, who)
}

/// With whom sharing ended, when, and why.
fn ended(words: &Words, file: &File) -> Vec<(String, String)> {
    let ended = file.steps.iter().filter_map(|step| match &step.what {
        file::time::What::Telling(told) if told.what == "disclosure_ended" => {
            let (list, code) = told.how.first()?;
            let says = words.case_sharing_ended(words.date(step.at), words.say_code(list, code));
            Some((told.organisation.clone()?, says))
        }
        _ => None,
    });
    ended.collect()
}

/// Fields that are withheld, by their reason.
fn withheld(words: &Words, file: &File) -> Vec<(String, Html)> {
    let mut groups: Vec<(Html, Vec<String>)> = Vec::new();
    let sealed = |why: &Withheld| matches!(why, Withheld::Sealed(_));
    // A sealed line stands above, where it opens with a reason.
    for (field, why) in file.withheld.iter().filter(|(_, why)| !sealed(why)) {
        let said: Html = component::withheld(words, *why).into();
        let name = words.say_field(field);
        match groups.iter_mut().find(|(known, _)| *known == said) {
            Some((_, names)) => names.push(name),
            None => groups.push((said, vec![name])),
        }
    }
    let groups = groups.into_iter();
    groups.map(|(said, names)| (names.join(", "), said)).collect()
}
