//! One recommendation with its whole story, in the order in which it happened.
use super::{id, light, source};
use crate::{plan, programme};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_app::{
    plan::item,
    recommendation::story::{self, Other, Story, Told},
};
use tiltas_domain::recommendation::{Addressee, Finding, Outcome, Rating, Said, Stage, State};
use tiltas_kit::{
    Failure, Page, Visit,
    component::{Facts, Light, Shape, Span, Step, difference, page_read},
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

/// A table's row: the institution, and two cells.
struct Row {
    name: String,
    first: Html,
    second: Html,
}

pub(super) struct Alike {
    pub(super) href: String,
    pub(super) source: String,
    pub(super) title: String,
    pub(super) tag: String,
    pub(super) scale: String,
}

/// An action of a plan that carries it out.
struct Action {
    href: String,
    title: String,
    plan: String,
    term: String,
    light: Html,
}

/// One rating as it was said.
struct Rated {
    light: Html,
    text: String,
    by: String,
}

#[derive(Template)]
#[template(path = "recommendation/show.html")]
struct StoryPage {
    page: Page,
    title: String,
    light: Html,
    example: bool,
    public: bool,
    late: Option<String>,
    span: Span,
    first: String,
    first_note: String,
    agreed: Option<(Html, String)>,
    translations: Vec<(String, String, String)>,
    same: Vec<Alike>,
    /// Those that may say the same, each with the id and the key of its form.
    proposed: Vec<(Alike, String, String)>,
    address: String,
    asked: Option<String>,
    positions: Vec<Row>,
    owed: Vec<Row>,
    actions: Vec<Action>,
    own: Vec<Rated>,
    reviews: Vec<Rated>,
    evidence: Vec<(String, String)>,
    decision: Option<Facts>,
    about: Facts,
    endings: Vec<String>,
    replaced: Option<Alike>,
    ways: Vec<(String, String)>,
}

/// The page.
pub async fn page(visit: Visit, Path(which): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, which) = (visit.reading()?, id(&which)?);
    let story = visit.run(move |app| story::story(app, &context, which)).await?;
    let words = &visit.words;
    let page = visit.page(&words.recommendation_title());
    let page = match asked.given("done").and_then(|done| super::act::done(words, done)) {
        Some(done) => page.with_done(done),
        None => page,
    };
    let proposed = story.proposed.iter();
    let proposed = proposed.map(|other| (alike(words, other), other.id.to_string(), visit.form_key()));
    let proposed = proposed.collect();
    show(&drawn(words, page, &story, proposed))
}

fn drawn(words: &Words, page: Page, story: &Story, proposed: Vec<(Alike, String, String)>) -> StoryPage {
    let of = &story.of;
    let first = &of.first;
    let agreed_on = of.agreed_at.map(|at| words.recommendation_agreed_on(words.date(at)));
    let agreed = of
        .agreed
        .as_ref()
        .map(|text| difference(words, &first.wording.text, text));
    let days = |days: i32| words.recommendations_late_by(usize::try_from(days).unwrap_or_default());
    StoryPage {
        title: first.title.clone(),
        light: light(words, of.stage(), story.late.is_some()),
        example: first.example,
        public: of.is_public(),
        late: story.late.map(days),
        span: span(words, story),
        first: first.wording.text.clone(),
        first_note: format!(
            "{}. {}",
            source(
                words,
                first.source.kind,
                first.source.document.as_deref(),
                first.source.dated
            ),
            words.say_recommendation_wording(first.wording.kind)
        ),
        agreed: agreed.map(|text| (text, agreed_on.unwrap_or_default())),
        translations: translations(words, story),
        same: story.same.iter().map(|other| alike(words, other)).collect(),
        proposed,
        address: format!("/recommendations/{}", story.id),
        asked: of.discussion.as_ref().map(|known| {
            let until = words.dated(known.until);
            words.recommendation_asked(known.asked.len(), until)
        }),
        positions: positions(words, story),
        owed: owed(words, story),
        actions: story.actions.iter().map(|one| action(words, one)).collect(),
        own: of
            .reports
            .iter()
            .rev()
            .map(|report| rated(words, story, report))
            .collect(),
        reviews: of
            .reviews
            .iter()
            .rev()
            .map(|review| rated(words, story, review))
            .collect(),
        evidence: evidence(words, story),
        decision: decision(words, story),
        about: about(words, story),
        endings: endings(words, story),
        replaced: story.superseded_by.as_ref().map(|other| alike(words, other)),
        ways: super::act::ways(words, story),
        page,
    }
}

/// From the first words to the end: what happened, and what comes next.
fn span(words: &Words, story: &Story) -> Span {
    let of = &story.of;
    let (said, stage) = (of.first.source.dated, of.stage());
    let say = |state: State| words.say_recommendation_state(state);
    let none = String::new;
    let past = |done: bool| if done { Step::Done } else { Step::Todo };
    let first = said.map_or_else(|| words.date(of.first.at), |dated| words.dated(dated));
    let mut span = Span::new(words, words.recommendation_life()).step(Step::Done, say(State::Drafted), first);
    if !of.is_public() {
        let discussed = of.discussion.as_ref();
        let (step, note) = match (discussed, &of.agreed) {
            (Some(known), Some(_)) => (Step::Done, words.date(known.at)),
            (Some(known), None) => (Step::Them, words.recommendations_until(words.dated(known.until))),
            (None, _) => (past(of.agreed.is_some()), none()),
        };
        span = span.step(step, say(State::UnderDiscussion), note);
        let agreed = of.agreed_at.map(|at| words.date(at)).unwrap_or_default();
        span = span.step(past(of.agreed.is_some()), say(State::Formulated), agreed);
    }
    match &of.decision {
        Some(decision) if decision.outcome == Outcome::Declined => {
            return span.step(Step::Stop, say(State::Declined), words.dated(decision.on));
        }
        Some(decision) => span = span.step(Step::Done, say(State::Adopted), words.dated(decision.on)),
        None if !of.is_public() => span = span.step(Step::Todo, say(State::Adopted), none()),
        None => {}
    }
    let begun = of.reports.iter().find(|report| report.rating != Rating::NotStarted);
    let begun = begun.map(|report| words.date(report.at));
    let step = match (story.late, &begun) {
        (Some(_), _) => Step::Late,
        (None, Some(_)) => Step::Done,
        (None, None) if of.addressees.is_empty() => Step::Todo,
        (None, None) => Step::Them,
    };
    let term = of.term().map(|term| words.recommendations_until(words.dated(term)));
    span = span.step(step, say(State::UnderWay), begun.or(term).unwrap_or_default());
    let done = of.reports.iter().rev().find(|report| report.rating == Rating::Done);
    let done = done.map(|report| words.date(report.at)).unwrap_or_default();
    // One who is ready is not all who owe it.
    let is_done = |addressee: &Addressee| {
        let report = of.report_of(addressee.organisation);
        report.is_some_and(|report| report.rating == Rating::Done)
    };
    let reported = !of.addressees.is_empty() && of.addressees.iter().all(is_done);
    let done = if reported { done } else { none() };
    span = span.step(past(reported), say(State::ImplementedByOwnReport), done);
    let verified = of.reviews.last().filter(|review| review.rating == Rating::Done);
    let step = match (verified, stage) {
        (Some(_), _) => Step::Done,
        (None, Stage::Reported) => Step::Us,
        (None, _) => Step::Todo,
    };
    let at = verified.map(|review| words.date(review.at)).unwrap_or_default();
    span = span.step(step, say(State::Verified), at);
    let ended = of
        .endings
        .last()
        .map(|ending| words.date(ending.at))
        .unwrap_or_default();
    match stage {
        Stage::Superseded => span.step(Step::Off, say(State::Superseded), ended),
        Stage::Closed => span.step(Step::Done, say(State::Closed), ended),
        _ => span.step(Step::Todo, say(State::Closed), none()),
    }
}

pub(super) fn alike(words: &Words, other: &Other) -> Alike {
    Alike {
        href: format!("/recommendations/{}", other.id),
        source: source(words, other.source, other.document.as_deref(), other.dated),
        title: other.title.clone(),
        tag: match other.example {
            true => words.recommendation_example(),
            false if other.source.is_public() => words.recommendation_public(),
            false => String::new(),
        },
        scale: other
            .priority
            .clone()
            .unwrap_or_else(|| words.recommendations_no_scale()),
    }
}

/// Language, words, and who made them.
fn translations(words: &Words, story: &Story) -> Vec<(String, String, String)> {
    let made = |machine, read| match (machine, read) {
        (true, true) => words.recommendation_machine_read(),
        (true, false) => words.recommendation_machine(),
        (false, _) => words.recommendation_by_person(),
    };
    let all = story.of.translations.iter();
    all.map(|one| (one.language.clone(), one.text.clone(), made(one.machine, one.read)))
        .collect()
}

/// Each that was asked, also the silent ones, with what it said before.
fn positions(words: &Words, story: &Story) -> Vec<Row> {
    let of = &story.of;
    let asked = of.discussion.iter().flat_map(|known| known.asked.iter().copied());
    asked
        .map(|who| {
            let mut said: Vec<&Said> = of.positions.iter().filter(|said| said.organisation == who).collect();
            let last = said.pop();
            Row {
                name: story.name(who),
                first: match last {
                    Some(last) => Html::bold(&words.say_recommendation_stance(last.stance)),
                    None => words.recommendation_silent().into(),
                },
                second: match last {
                    Some(last) => in_words(words, last, &said),
                    None => words.recommendation_silent_note().into(),
                },
            }
        })
        .collect()
}

fn in_words(words: &Words, last: &Said, before: &[&Said]) -> Html {
    let mut cell = Html::default();
    if let Some(reason) = &last.reason {
        cell = cell.then(Html::value(reason));
    }
    if let Some(wording) = &last.wording {
        cell = cell.and(words.recommendation_proposes()).and(Html::value(wording));
    }
    for earlier in before {
        let stance = words.say_recommendation_stance(earlier.stance);
        cell = cell.and(format!("{} {stance}", words.recommendation_earlier()));
    }
    cell
}

fn rating(words: &Words, rating: Rating) -> Html {
    let shape = match rating {
        Rating::NotStarted => Shape::NotStarted,
        Rating::UnderWay => Shape::UnderWay,
        Rating::PartlyDone => Shape::PartlyDone,
        Rating::Done => Shape::Done,
    };
    Light::new(shape, words.say_recommendation_rating(rating)).into()
}

fn owed(words: &Words, story: &Story) -> Vec<Row> {
    let all = story.of.addressees.iter();
    all.map(|addressee| Row {
        name: story.name(addressee.organisation),
        first: match addressee.term {
            Some(term) => words.dated(term).into(),
            None => words.recommendations_no_term().into(),
        },
        second: match story.of.report_of(addressee.organisation) {
            Some(report) => rating(words, report.rating),
            None => Light::new(Shape::NotStarted, words.recommendation_no_report()).into(),
        },
    })
    .collect()
}

fn action(words: &Words, (other, named): &(item::Other, String)) -> Action {
    Action {
        href: format!("/plans/{}/items/{}", other.plan, other.item.id),
        title: format!("{} {}", other.item.said.number, other.item.said.title),
        plan: named.clone(),
        term: plan::term(words, &other.item),
        light: plan::light(words, &other.item, other.late),
    }
}

fn rated(words: &Words, story: &Story, finding: &Finding) -> Rated {
    Rated {
        light: rating(words, finding.rating),
        text: finding.text.clone(),
        by: format!("{}, {}", story.name(finding.organisation), words.date(finding.at)),
    }
}

/// Each piece with who named it.
fn evidence(words: &Words, story: &Story) -> Vec<(String, String)> {
    let found = story.of.reports.iter().chain(&story.of.reviews);
    let pieces = found.flat_map(|finding| finding.evidence.iter().map(move |piece| (piece, finding)));
    pieces
        .map(|(piece, finding)| {
            let by = format!("{}, {}", story.name(finding.organisation), words.date(finding.at));
            (piece.clone(), by)
        })
        .collect()
}

fn decision(words: &Words, story: &Story) -> Option<Facts> {
    let decision = story.of.decision.as_ref()?;
    let mut facts = Facts::new()
        .line(words.recommendation_body(), decision.body.clone())
        .line(words.recommendation_on(), words.dated(decision.on));
    let at = story.told.iter().find_map(|(of, title)| match of {
        Told::Meeting(id) => Some(Html::link(&format!("/meetings/{id}"), title)),
        _ => None,
    });
    // Whoever was not at the meeting reads its name, and no link.
    if let Some(meeting) = at.or_else(|| decision.meeting.as_deref().map(Html::from)) {
        facts = facts.line(words.recommendation_meeting(), meeting);
    }
    facts = facts.line(
        words.recommendation_result(),
        words.say_recommendation_outcome(decision.outcome),
    );
    if let Some(reason) = &decision.reason {
        facts = facts.line(words.recommendation_reason(), reason.clone());
    }
    Some(facts)
}

/// What the source gives, and what it does not.
fn about(words: &Words, story: &Story) -> Facts {
    let first = &story.of.first;
    let source = &first.source;
    let given = |value: &Option<String>| value.clone().unwrap_or_else(|| words.recommendation_not_given());
    let dated = source.dated.map(|dated| words.dated(dated));
    let facts = Facts::new();
    let facts = match programme::links(words, &story.programmes) {
        Some(programmes) => facts.line(words.training_programme(), programmes),
        None => facts,
    };
    let found = story.told.iter().filter_map(|(of, title)| {
        let (name, href) = match of {
            Told::Visit(id) => (words.visit_title(), format!("/visits/{id}")),
            Told::Practice(id) => (words.practice_title(), format!("/practices/{id}")),
            Told::Meeting(_) => return None,
        };
        Some((name, Html::link(&href, title)))
    });
    let facts = found.fold(facts, |facts, (name, link)| facts.line(name, link));
    facts
        .line(
            words.recommendation_kind(),
            words.say_recommendation_source(source.kind),
        )
        .line(words.recommendation_document(), given(&source.document))
        .line(words.recommendation_round(), given(&source.round))
        .line(words.recommendation_paragraph(), given(&source.paragraph))
        .line(words.recommendation_dated(), given(&dated))
        .line(
            words.recommendation_priority(),
            source
                .priority
                .clone()
                .unwrap_or_else(|| words.recommendations_no_scale()),
        )
        .line(
            words.recommendation_page(),
            match &source.page {
                Some(page) => page_read(page),
                None => Html::from(words.recommendation_not_given()),
            },
        )
        .line(
            words.recommendations_theme(),
            words.say_recommendation_theme(first.theme),
        )
        .line(
            words.recommendation_recorded_by(),
            format!("{}, {}", story.name(first.by.organisation), words.date(first.at)),
        )
}

fn endings(words: &Words, story: &Story) -> Vec<String> {
    let all = story.of.endings.iter().filter(|ending| !ending.reason.is_empty());
    all.map(|ending| {
        let state = words.say_recommendation_state(ending.state);
        format!(
            "{state}. {}",
            words.recommendation_ending(words.date(ending.at), &ending.reason)
        )
    })
    .collect()
}
