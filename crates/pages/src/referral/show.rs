//! One referral: where it stands, what went on which ground with which say, what was said, whether and by whom it was opened,
//! and what the reader can do now.
use super::{
    act,
    crossing::{Crossing, crossing, state_words},
    value::{self, Told},
};
use crate::{case::nobody_there, referral::form};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_access::Withheld as Why;
use tiltas_app::{
    App, Error,
    case::file::time::{self, What},
    referral::page::{self, Page as Seen},
    today,
};
use tiltas_domain::{
    Field, Root,
    case::Urgency,
    referral::{How, Referral, State, Step as Escalation},
};
use tiltas_kit::{
    Errors, Failure, Fields, Page, Visit,
    component::{Clock, Facts, Goes, Slip, Span, Step, Tag, Withheld, function, person, shown, withheld},
    edge::{Asked, show},
};
use tiltas_words::{Words, html::Html};

/// One thing that happened.
struct Happened {
    stamp: String,
    time: String,
    what: String,
    words: Html,
    by: String,
}

/// The next provider that fits, after a no.
struct Next {
    name: String,
    free: usize,
    href: String,
}

#[derive(Template)]
#[template(path = "referral/show.html")]
struct ShowPage {
    page: Page,
    spoken_name: String,
    case: Option<String>,
    urgency: Option<Tag>,
    who: Html,
    between: String,
    stands: String,
    reason: Option<String>,
    said: Html,
    next: Option<Next>,
    nobody_left: bool,
    span: Span,
    clocks: Vec<Clock>,
    hold: Option<String>,
    phone: Option<Html>,
    acts: Vec<act::Drawn>,
    slip: Slip,
    withheld: Option<Withheld>,
    escalations: Option<Span>,
    /// Where it stands who tried to reach the receiver.
    attempts: Option<String>,
    happened: Vec<Happened>,
    opened: Vec<(String, String, String)>,
    sender: bool,
}

/// The page.
pub async fn page(visit: Visit, Path(id): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let id = form::id::<Referral>(&id).ok_or(Failure::NotFound)?;
    let (context, changed) = (visit.reading()?, visit.changed());
    let (version, seen, next) = visit
        .run(move |app| {
            let version = today::news(app, &context, changed)?;
            let seen = page::page(app, &context, id)?;
            let next = next(app, &context, &seen)?;
            Ok((version, seen, next))
        })
        .await?;
    let free = act::places(&visit, &seen).await?;
    let mut drawn = draw(&visit, &seen, &free, next, &asked);
    drawn.page = drawn.page.with_news("/referrals/news", version);
    show(&drawn)
}

/// After a no, for the one who can send again: the next provider that fits, or that nobody is left.
fn next(app: &App, context: &Root, seen: &Seen) -> Result<Option<Option<Next>>, Error> {
    let no = matches!(seen.state, State::Refused(_) | State::NoCapacity | State::Expired);
    if !no || !seen.sends_again {
        return Ok(None);
    }
    let (services, urgency) = (seen.sending.services.clone(), seen.sending.urgency);
    let prepared =
        tiltas_app::referral::prepare::prepare(app, context, seen.case, Some(services), Some(urgency), None)?;
    let fits = prepared
        .candidates
        .iter()
        .find(|one| one.fit.allows() && !one.said_no && (one.line.free > 0 || one.line.places == 0));
    Ok(Some(fits.map(|one| {
        let mut href = format!("/cases/{}/referrals/new?urgency={}", seen.case, urgency.code());
        for service in &seen.sending.services {
            href = format!("{href}&services={}", service.code());
        }
        Next {
            name: one.line.offer.name.clone(),
            free: one.line.free,
            href: format!("{href}&to={}", one.line.provider),
        }
    })))
}

fn draw(visit: &Visit, seen: &Seen, free: &[String], next: Option<Option<Next>>, asked: &Fields) -> ShowPage {
    let words = &visit.words;
    let other = if seen.receiver && !seen.sender {
        &seen.from
    } else {
        &seen.provider
    };
    let sender = !seen.receiver || seen.sender;
    let open = seen.state.is_open();
    let done = act::done(words, asked);
    let page = visit.page(&words.referral_title());
    ShowPage {
        page: match done {
            Some(done) => page.with_done(done),
            None => page,
        },
        spoken_name: seen.spoken_name.clone(),
        case: seen.leads.then(|| format!("/cases/{}", seen.case)),
        urgency: (seen.sending.urgency != Urgency::Ordinary).then(|| Tag::urgency(words, seen.sending.urgency.code())),
        who: tiltas_kit::component::shown_as(words, &seen.person, |open| person::in_a_line(words, open).into()),
        between: words.referral_between(
            &seen.from,
            &seen.provider,
            value::services(words, &seen.sending.services),
        ),
        stands: state_words(words, seen.state.stage(), sender, other),
        reason: reason(words, &seen.state),
        said: said(words, seen),
        nobody_left: matches!(next, Some(None)),
        next: next.flatten(),
        span: span(visit, seen, sender),
        clocks: clocks(visit, seen),
        hold: hold(visit, seen),
        phone: (sender && open).then(|| Html::phone(&seen.phone)),
        acts: act::offered(visit, seen, free, &Fields::default(), &Errors::new()),
        slip: slip(visit, seen),
        withheld: (seen.receiver && !seen.sender && !seen.leads).then(|| kept(words, seen)),
        escalations: open.then(|| escalations(visit, seen)),
        attempts: seen.attempts.then(|| format!("/referrals/{}/attempts", seen.referral)),
        happened: seen.steps.iter().map(|step| happened(visit, step)).collect(),
        opened: opened(visit, seen),
        sender: seen.sender || seen.leads,
    }
}

fn reason(words: &Words, state: &State) -> Option<String> {
    match state {
        State::Refused(reason) => Some(words.say_reason(reason)),
        State::Withdrawn(because) => Some(words.say_because(because)),
        State::Completed(outcome) => Some(words.say_outcome(outcome)),
        _ => None,
    }
}

/// The words of the last answer, or of the question that waits.
fn said(words: &Words, seen: &Seen) -> Html {
    let answers = [
        "question_asked",
        "accepted",
        "refused",
        "no_capacity",
        "completed",
        "failed",
    ];
    let last = seen.steps.iter().find_map(|step| match &step.what {
        What::Referral(_, _, code, said) if answers.contains(code) => Some(Some(said)),
        What::Referral(_, _, "question_answered", _) => Some(None),
        _ => None,
    });
    match last.flatten() {
        Some(said) if !said.is_withheld() && !said.is_not_given() => shown(words, said),
        _ => Html::default(),
    }
}

fn span(visit: &Visit, seen: &Seen, sender: bool) -> Span {
    let words = &visit.words;
    let of = Crossing {
        stage: seen.state.stage(),
        acknowledge_due: seen.sending.acknowledge.due,
        answer_due: seen.sending.answer.due,
        sender,
        now: visit.now,
    };
    let at = |codes: &[&str]| {
        let step = seen.steps.iter().rev().find(|step| match &step.what {
            What::Referral(_, _, code, _) => codes.contains(code),
            _ => false,
        });
        step.map(|step| words.near(step.at, visit.now))
    };
    let due = |due: Option<tiltas_domain::Moment>| {
        due.filter(|_| seen.state.is_open())
            .map(|due| words.crossing_due(words.near(due, visit.now)))
    };
    let label = words.crossing_to(&seen.provider);
    crossing(words, label, &of, |step| {
        let note = match step {
            "sent" => at(&["sent"]),
            "acknowledged" => match &seen.acknowledged {
                Some(How::ByPhone { at, .. }) => Some(words.crossing_by_phone(words.near(*at, visit.now))),
                Some(How::Here) => at(&["acknowledged", "question_asked"]),
                // An answer is a sign of life: it acknowledges.
                None => at(&["accepted", "refused", "no_capacity"]).or_else(|| due(seen.sending.acknowledge.due)),
            },
            "answered" => at(&["accepted", "refused", "no_capacity"]).or_else(|| due(seen.sending.answer.due)),
            "started" => at(&["started"]),
            _ => at(&["completed", "failed"]),
        };
        note.unwrap_or_default()
    })
}

fn clocks(visit: &Visit, seen: &Seen) -> Vec<Clock> {
    let words = &visit.words;
    let answer = Clock::new(words, &seen.sending.answer, visit.now).to(&words.clock_to_answer());
    match seen.state {
        State::Sent => vec![
            Clock::new(words, &seen.sending.acknowledge, visit.now).to(&words.clock_to_acknowledge()),
            answer,
        ],
        State::Acknowledged | State::QuestionAsked => vec![answer],
        _ => Vec::new(),
    }
}

/// That a place is held, and until when; which one is told to its house alone.
fn hold(visit: &Visit, seen: &Seen) -> Option<String> {
    let (place, due) = (seen.sending.place.as_ref()?, seen.sending.answer.due?);
    if !seen.state.is_open() || due < visit.now {
        return None;
    }
    let time = visit.words.near(due, visit.now);
    Some(if seen.receiver {
        visit.words.referral_held_place(place, &time)
    } else {
        visit.words.referral_held(&time)
    })
}

/// What went, to whom it speaks as to any reader of this page.
pub(crate) fn told(seen: &Seen) -> Told<'_> {
    Told {
        spoken_name: &seen.spoken_name,
        person: &seen.person,
        entries: &seen.entries,
        safety: &seen.safety,
        account: &seen.account,
        services: &seen.sending.services,
    }
}

fn slip(visit: &Visit, seen: &Seen) -> Slip {
    let words = &visit.words;
    let told = told(seen);
    let fields = seen.disclosure.map(|(fields, ..)| fields).unwrap_or_default();
    let goes = fields.iter().map(|field| {
        let name = words.say_field(field);
        Goes::new(name, value::value(words, field, &told), Html::default())
    });
    let deck = words.slip_between(value::services(words, &seen.sending.services));
    let run_by = if seen.to == seen.provider { "" } else { &seen.to };
    let stays = Field::ALL.iter().copied().filter(|field| !fields.contains(*field));
    let slip = Slip::new(words, &seen.from, &seen.provider, run_by, deck)
        .sent(words)
        .goes(goes.collect())
        .stays(vec![value::names(words, stays)])
        .facts(facts(visit, seen));
    if seen.sender {
        slip
    } else if seen.receiver {
        slip.received(words)
    } else {
        slip.seen_from_aside(words)
    }
}

/// The two lines that always stand together, and until when.
pub(crate) fn facts(visit: &Visit, seen: &Seen) -> Facts {
    let words = &visit.words;
    let Some((_, ground, say, until, runs)) = seen.disclosure else {
        return Facts::new();
    };
    let rule = visit.edge.app.profile().ground(ground);
    let ground = words.say_ground(ground);
    let article =
        Html::from(format!("{ground}: {}", rule.article.value)).and(super::new::sure(words, rule.article.confidence));
    let said = if say {
        words.slip_said_yes()
    } else {
        words.say_ground_makes(rule.consent)
    };
    let until = words.date(until);
    let end = if runs {
        words.slip_runs(&until)
    } else {
        words.slip_ended(&until)
    };
    Facts::new()
        .ground_and_say(words, article, said)
        .line(words.slip_until(), end)
}

/// What did not come with it: the same fields for every case, so that nothing is hinted.
pub(crate) fn kept(words: &Words, seen: &Seen) -> Withheld {
    let fields = seen.disclosure.map(|(fields, ..)| fields).unwrap_or_default();
    let kept: Vec<Field> = Field::ALL
        .iter()
        .copied()
        .filter(|field| !fields.contains(*field) && !matches!(field, Field::SpokenName | Field::Work))
        .collect();
    if let [field] = kept.as_slice() {
        return withheld(words, Why::NotDisclosed(*field));
    }
    let names = value::names(words, kept);
    Withheld::new(words, words.referral_kept(&names))
}

fn escalations(visit: &Visit, seen: &Seen) -> Span {
    let words = &visit.words;
    let times = seen.sending.escalations.iter();
    let span = Span::new(words, words.referral_escalation());
    Escalation::ALL.iter().zip(times).fold(span, |span, (step, planned)| {
        if let Some(passed) = seen.steps.iter().find(|happened| happened.passed.contains(step)) {
            return span.step(
                Step::Nobody,
                words.say_escalation(step),
                words.near(passed.at, visit.now),
            );
        }
        let taken = seen.escalated.iter().find(|(escalated, _)| escalated == step);
        let next = seen.next_escalation.filter(|(next, _)| next == step).map(|(_, at)| at);
        let at = taken.map(|(_, at)| *at).or(next).unwrap_or(*planned);
        let state = if taken.is_some() { Step::Done } else { Step::Todo };
        span.step(state, words.say_escalation(step), words.near(at, visit.now))
    })
}

fn happened(visit: &Visit, step: &time::Step) -> Happened {
    let words = &visit.words;
    let (what, said) = match &step.what {
        What::Referral(_, _, code, said) => {
            let code = if *code == "failed" { "not_given" } else { code };
            let said = match said.is_not_given() {
                true => Html::default(),
                false => shown(words, said),
            };
            (words.say_code("happened", code), said)
        }
        What::ToldByPhone(_, _, function) => (words.happened_told_by_phone(function), Html::default()),
        _ => (String::new(), Html::default()),
    };
    let what = nobody_there(words, step).fold(what, |what, nobody| format!("{what}. {nobody}"));
    Happened {
        stamp: words.stamp(step.at),
        time: words.near(step.at, visit.now),
        what,
        words: said,
        by: function(words, step.by.role, &step.by.organisation),
    }
}

fn opened(visit: &Visit, seen: &Seen) -> Vec<(String, String, String)> {
    let words = &visit.words;
    let lines = seen.opened.iter().map(|opened| {
        let last = words.near(opened.last, visit.now);
        let when = match opened.times {
            1 => last,
            times => words.referral_opened_times(times, last, words.near(opened.first, visit.now)),
        };
        let who = function(words, opened.by.role, &opened.by.organisation);
        (when, who, value::names(words, opened.fields.iter()))
    });
    lines.collect()
}
