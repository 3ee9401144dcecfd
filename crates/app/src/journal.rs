//! The journal as it may be shown to anyone who runs the demonstration: what kind of thing happened, by which function, and
//! which classes are sealed in it. Never what.
use crate::{App, Error};
use std::collections::HashMap;
use tiltas_domain::{
    Class, Event, Id, Moment, Role, audit,
    organisation::{self, Organisation},
    place, provider,
    referral::{self, How, Step},
    task,
};
use tiltas_store::{Recorded, Stamp};
pub use tiltas_store::{Report, Tampering};

/// One event.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its place.
    pub position: i64,
    /// When.
    pub at: Moment,
    /// What: a code of a closed list.
    pub what: &'static str,
    /// Whom it names among institutions: empty when none.
    pub name: String,
    /// A number that belongs to it: fields, answers, cases.
    pub count: usize,
    /// How it went: a list of the catalogues and a code of it.
    pub how: Vec<(&'static str, &'static str)>,
    /// The hand's role; `None` when the file was forgotten.
    pub role: Option<Role>,
    /// How colleagues speak of the function; empty for the node itself.
    pub function: String,
    /// The classes sealed in it.
    pub sealed: Vec<Class>,
    /// The first signs of its seal.
    pub seal: String,
    /// And of the one it follows.
    pub follows: String,
}

/// The last events, newest first.
///
/// # Errors
/// When storage is away.
pub fn last(app: &App, count: usize) -> Result<Vec<Line>, Error> {
    let snapshot = app.store().snapshot()?;
    let recorded = snapshot.last(count as i64 + 1)?;
    let names: HashMap<Id<Organisation>, String> = snapshot
        .organisations()?
        .into_iter()
        .map(|line| (line.organisation, line.name))
        .collect();
    let functions: HashMap<_, _> = snapshot
        .accounts()?
        .into_iter()
        .map(|account| (account.account, account.title))
        .collect();
    let follows: Vec<String> = recorded.iter().skip(1).map(|line| line.hash.clone()).collect();
    let genesis = "0000".to_owned();
    Ok(recorded
        .into_iter()
        .take(count)
        .enumerate()
        .map(|(nth, recorded)| {
            let stamp = recorded.event.as_ref().map(|(stamp, _)| *stamp);
            let function = stamp.and_then(|stamp: Stamp| functions.get(&stamp.actor.id).cloned());
            let mut line = line(recorded, |id| names.get(&id).cloned().unwrap_or_default());
            line.function = function.unwrap_or_default();
            line.follows = follows.get(nth).unwrap_or(&genesis).clone();
            line
        })
        .collect())
}

/// Whether the journal is whole.
///
/// # Errors
/// When storage is away.
pub fn check(app: &App) -> Result<Report, Error> {
    Ok(app.store().verify()?)
}

/// The position of the newest event.
///
/// # Errors
/// When storage is away.
pub fn position(app: &App) -> Result<i64, Error> {
    let last = app.store().snapshot()?.last(1)?;
    Ok(last.first().map_or(0, |line| line.position))
}

fn line(recorded: Recorded, name: impl Fn(Id<Organisation>) -> String) -> Line {
    let mut line = Line {
        position: recorded.position,
        at: recorded.at,
        what: "forgotten",
        name: String::new(),
        count: 0,
        how: Vec::new(),
        role: recorded.event.as_ref().map(|(stamp, _)| stamp.actor.role),
        function: String::new(),
        sealed: recorded.sealed,
        seal: recorded.hash,
        follows: String::new(),
    };
    let Some((_, event)) = recorded.event else { return line };
    match &event {
        Event::Referral(event) => of_referral(&mut line, event, name),
        Event::Provider(event) => of_provider(&mut line, event),
        Event::Organisation(event) => of_organisation(&mut line, event),
        Event::Task(event) => of_task(&mut line, event, name),
        other => of_other(&mut line, other, name),
    }
    line
}

fn of_referral(line: &mut Line, event: &referral::Event, name: impl Fn(Id<Organisation>) -> String) {
    use referral::Event as E;
    line.what = match event {
        E::Drafted { .. } => "drafted",
        E::Sent(sending) => {
            line.name = name(sending.receiver);
            "sent"
        }
        E::Acknowledged { how: How::Here, .. } => "acknowledged",
        E::Acknowledged {
            how: How::ByPhone { .. },
            ..
        } => "acknowledged-phone",
        E::QuestionAsked { .. } => "question",
        E::QuestionAnswered { .. } => "question-answered",
        E::Accepted { .. } => "accepted",
        E::Refused { .. } => "refused",
        E::NoCapacity { .. } => "no-capacity",
        E::Started => "started",
        E::Completed { .. } => "completed",
        E::Failed { .. } => "service-ended",
        E::Withdrawn { .. } => "withdrawn",
        E::Expired { .. } => "expired",
        E::PlaceReleased => "place-released",
        E::PlaceGiven { .. } => "place-given",
        E::Escalated { step, to, .. } => {
            line.name = name(*to);
            match step {
                Step::Sender => "escalated-sender",
                Step::Supervisor => "escalated-supervisor",
                Step::ContactPoint => "escalated-contact-point",
                Step::NationalUnit => "escalated-national-unit",
            }
        }
    };
}

/// Who looked, and what slices tell of themselves.
fn of_other(line: &mut Line, event: &Event, name: impl Fn(Id<Organisation>) -> String) {
    if let Event::Audit(event) = event {
        of_audit(line, event);
    } else if let Some(summary) = event.summary() {
        line.what = summary.what;
        line.name = summary.organisation.map(name).unwrap_or_default();
        line.how = summary.how.into_iter().flatten().collect();
        line.how
            .extend(summary.fields.iter().map(|field| ("field", field.code())));
        line.count = summary.count.max(summary.fields.iter().count());
    }
}

fn of_task(line: &mut Line, event: &task::Event, name: impl Fn(Id<Organisation>) -> String) {
    use task::{Event as E, Kind};
    line.what = match event {
        E::Opened(opened) => {
            line.name = name(opened.assignee.organisation);
            match opened.work.kind() {
                Kind::TellChildProtection => "task-child",
                Kind::TakeCorrection => "task-correction",
                Kind::ConfirmRemoval => "task-removal",
                Kind::ReportIncident => "task-incident",
                Kind::Refer => "task-refer",
                Kind::EndService => "task-end-service",
                Kind::AcknowledgeNotice => "task-acknowledge-notice",
                Kind::SendDraft => "task-send-draft",
                Kind::Screen | Kind::Written => "task-written",
            }
        }
        E::Done { by, .. } => {
            line.name = name(*by);
            "task-done"
        }
        E::Cancelled { by, .. } => {
            line.name = name(*by);
            "task-cancelled"
        }
        E::Escalated { to, .. } => {
            line.name = name(*to);
            "task-late"
        }
        E::Forgotten => "task-forgotten",
    };
}

fn of_provider(line: &mut Line, event: &provider::Event) {
    line.what = match event {
        provider::Event::Listed(_) => "provider-listed",
        provider::Event::OfferChanged(_) => "provider-changed",
        provider::Event::Place(event) => match event {
            place::Event::Added { .. } => "place-added",
            place::Event::Held { .. } => "place-held",
            place::Event::Released { .. } => "place-released",
            place::Event::Taken { .. } => "place-taken",
            place::Event::Freed { .. } => "place-freed",
            place::Event::InUse { .. } => "place-in-use",
        },
    };
}

fn of_organisation(line: &mut Line, event: &organisation::Event) {
    line.what = match event {
        organisation::Event::Registered { name, .. } => {
            name.clone_into(&mut line.name);
            "registered"
        }
        organisation::Event::FunctionSetUp(_) => "function-set-up",
        organisation::Event::FunctionChanged { .. } => "function-changed",
        organisation::Event::FunctionClosed { .. } => "function-closed",
        organisation::Event::MemberJoined(_) => "member-joined",
        organisation::Event::MemberLeft { .. } => "member-left",
        organisation::Event::MemberRights { .. } => "member-rights",
    };
}

fn of_audit(line: &mut Line, event: &audit::Event) {
    line.role = Some(event.actor.role);
    line.what = match &event.result {
        audit::Result::Opened(fields) => {
            line.count = fields.iter().count();
            "opened"
        }
        audit::Result::Listed(cases) => {
            line.count = cases.len();
            "listed"
        }
        audit::Result::Denied(_) => "denied",
        audit::Result::Refused(_) => "rule-refused",
        audit::Result::NotFound => "not-found",
    };
}
