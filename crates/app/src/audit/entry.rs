//! What one use case leaves in the access log: at most one entry a subject.
use crate::Error;
use tiltas_access::{Action, Denial, Subject};
use tiltas_domain::{
    Content, Context, Field, Fields, Id, Sensitive, StreamId,
    audit::{Copy, Event, Result as Outcome},
    case::Case,
    changes::Kind,
    content::OpeningReason,
};

/// What was asked, denied, opened.
#[derive(Default)]
pub(crate) struct Audit {
    name: &'static str,
    asked: Vec<(Subject, Action)>,
    denied: Vec<Denial>,
    opened: Vec<(Id<Case>, Fields)>,
    listed: Vec<Id<Case>>,
    reason: Option<OpeningReason>,
    copy: Option<Copy>,
    failed: Option<Outcome>,
    glance: bool,
}

impl Audit {
    pub fn new(name: &'static str) -> Audit {
        Audit {
            name,
            ..Audit::default()
        }
    }

    /// Nothing is opened, so nothing is noted but a denial.
    pub fn glances(&mut self) {
        self.glance = true;
    }

    pub fn asks(&mut self, subject: Subject, action: Action) {
        self.asked.push((subject, action));
    }

    pub fn denies(&mut self, denial: Denial) {
        self.denied.push(denial);
    }

    pub fn opens(&mut self, case: Id<Case>, fields: Fields) {
        match self.opened.iter_mut().find(|(id, _)| *id == case) {
            Some((_, before)) => *before = before.and(fields),
            None => self.opened.push((case, fields)),
        }
    }

    pub fn lists(&mut self, case: Id<Case>) {
        if !self.listed.contains(&case) {
            self.listed.push(case);
        }
    }

    pub fn because(&mut self, reason: &str) {
        self.reason = Some(OpeningReason::wrap(reason.to_owned()));
    }

    pub fn copies(&mut self, copy: Copy) {
        self.copy = Some(copy);
    }

    /// The use case ended without doing it; a denial is noted already.
    pub fn failed(&mut self, error: &Error) {
        self.failed = match error {
            Error::Refused(refused) => Some(Outcome::Refused(refused.code().to_owned())),
            Error::NotFound => Some(Outcome::NotFound),
            Error::Denied(_)
            | Error::Conflict
            | Error::KeyReused
            | Error::KeyTooOld
            | Error::Busy
            | Error::Defect(_)
            | Error::Unconfirmed(_)
            | Error::Store(_) => None,
        };
    }

    /// A denial is noted also where what came after it failed.
    pub fn has_denials(&self) -> bool {
        !self.denied.is_empty()
    }

    /// The entries, each with the stream it goes to.
    pub fn entries(self, context: &Context) -> Vec<(StreamId, Event)> {
        if self.glance && self.denied.is_empty() {
            return Vec::new();
        }
        if !self.denied.is_empty() {
            let denied = self.denied.iter();
            return denied
                .map(|denial| {
                    let result = Outcome::Denied(denial.rule.to_owned());
                    self.entry(context, denial.subject, denial.action.code(), result)
                })
                .collect();
        }
        let first = self.asked.first().copied();
        let action = first.map_or(self.name, |(_, action)| action.code());
        if let Some(result) = self.failed.clone() {
            let subject = first.map_or(Subject::Own, |(subject, _)| subject);
            return vec![self.entry(context, subject, action, result)];
        }
        let opened = self.opened.iter().filter(|(case, _)| !self.listed.contains(case));
        let mut entries: Vec<_> = opened
            .map(|(case, fields)| self.entry(context, Subject::Case(*case), action, Outcome::Opened(*fields)))
            .collect();
        // What left the screen is noted in each file that it tells of: that stands in its log, and not only in its reader's.
        if self.copy.is_some() {
            let named = self.listed.iter().map(|case| {
                let opened = self.opened.iter().find(|(id, _)| id == case);
                let fields = opened.map_or(Fields::NONE, |(_, fields)| *fields);
                let fields = fields.and(Fields::of(&[Field::SpokenName]));
                self.entry(context, Subject::Case(*case), action, Outcome::Opened(fields))
            });
            entries.extend(named);
        } else if !self.listed.is_empty() {
            entries.push(self.entry(context, Subject::Own, action, Outcome::Listed(self.listed.clone())));
        }
        entries
    }

    fn entry(&self, context: &Context, subject: Subject, action: &str, result: Outcome) -> (StreamId, Event) {
        let of_case = matches!(subject, Subject::Case(_));
        // What was not shown did not leave the screen.
        let copy = self.copy.filter(|_| !result.is_denial());
        let event = Event {
            actor: context.actor,
            purpose: context.purpose,
            action: action.to_owned(),
            result,
            reason: self.reason.clone().filter(|_| of_case).map(Content::New),
            copy,
            again: None,
        };
        (stream_of(subject, context), event)
    }
}

fn stream_of(subject: Subject, context: &Context) -> StreamId {
    let id = match subject {
        Subject::Case(case) => *case.as_bytes(),
        Subject::Other(_) | Subject::Own => *context.actor.id.as_bytes(),
    };
    StreamId { kind: Kind::Audit, id }
}
