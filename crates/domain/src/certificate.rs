//! A certificate of attendance: number, competence, until when it is valid, and a code by which anyone can check it. It names an
//! institution and a function there, and nobody.
mod code;

pub use code::Code;

use crate::{
    Changes, Context, Id, Moment, Stream,
    changes::{Kind, Summary},
    context::Actor,
    dated::Dated,
    known::codes,
    organisation::Organisation,
    training::{self, Certify, Training},
};
use jiff::{Span, civil::Date};
use minicbor::{Decode, Encode};

/// So many days before its end a certificate is shown as running out.
pub const RUNS_OUT: i32 = 90;

codes! {
    /// How a certificate stands on a day.
    Status {
        /// It is valid.
        0 Valid = "valid",
        /// It is valid, and runs out within 90 days.
        1 RunsOut = "runs_out",
        /// Its time is over.
        2 Expired = "expired",
        /// Its issuer withdrew it.
        3 Withdrawn = "withdrawn",
    }
}

/// What a list is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Select {
    /// How they stand.
    pub status: Option<Status>,
    /// Words that stand in number, competence, institution or function.
    pub text: Option<String>,
    /// Those that follow this one.
    pub after: Option<Id<Certificate>>,
}

/// What a certificate says.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Issued {
    /// Its number: year and month of the training, the training's mark, and which it is.
    #[n(0)]
    pub number: String,
    /// By which anyone can check it.
    #[n(1)]
    pub code: Code,
    /// The training.
    #[n(2)]
    pub training: Id<Training>,
    /// What it was, as it was planned last.
    #[n(3)]
    pub plan: training::Plan,
    /// The holder's institution.
    #[n(4)]
    pub organisation: Id<Organisation>,
    /// The holder's function there.
    #[n(5)]
    pub function: String,
    /// The last day on which it is valid.
    #[n(6)]
    pub until: Dated,
    /// Who issued it.
    #[n(7)]
    pub by: Actor,
    /// When.
    #[n(8)]
    pub at: Moment,
}

/// Why it was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Withdrawal {
    /// Why.
    #[n(0)]
    pub reason: String,
    /// When.
    #[n(1)]
    pub at: Moment,
}

/// What happens to a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// It is issued.
    #[n(0)]
    Issued(#[n(0)] Issued),
    /// Its issuer withdraws it.
    #[n(1)]
    Withdrawn(#[n(0)] Withdrawal),
}

/// A certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// What it says.
    pub issued: Issued,
    /// Why it is not good any more.
    pub withdrawn: Option<Withdrawal>,
}

/// What a list, a rule and whoever checks are told of one: never its code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its number.
    pub number: String,
    /// The holder's institution.
    pub organisation: Id<Organisation>,
    /// The holder's function there.
    pub function: String,
    /// What its holder can do.
    pub competence: String,
    /// The last day on which it is valid.
    pub until: Dated,
    /// Whether its issuer withdrew it.
    pub withdrawn: bool,
}

impl Told {
    /// How it stands on this day.
    pub fn status(&self, today: Date) -> Status {
        let soon = today.saturating_add(Span::new().days(RUNS_OUT));
        match self.until.last() {
            _ if self.withdrawn => Status::Withdrawn,
            Some(last) if last > soon => Status::Valid,
            Some(last) if last >= today => Status::RunsOut,
            _ => Status::Expired,
        }
    }
}

impl Certificate {
    /// What is told of it.
    pub fn told(&self) -> Told {
        let issued = &self.issued;
        Told {
            number: issued.number.clone(),
            organisation: issued.organisation,
            function: issued.function.clone(),
            competence: issued.plan.curriculum.competence.clone(),
            until: issued.until,
            withdrawn: self.withdrawn.is_some(),
        }
    }

    /// Whether it may be withdrawn.
    ///
    /// # Errors
    /// When it was.
    pub fn may_be_withdrawn(&self) -> Result<(), Refusal> {
        self.withdrawn.is_none().then_some(()).ok_or(Refusal::Withdrawn)
    }
}

impl Stream for Certificate {
    const KIND: Kind = Kind::Certificate;
    type Event = Event;

    fn evolve(state: Option<Certificate>, event: &Event) -> Option<Certificate> {
        match (state, event) {
            (None, Event::Issued(issued)) => Some(Certificate {
                issued: issued.clone(),
                withdrawn: None,
            }),
            (Some(known), Event::Withdrawn(withdrawal)) => Some(Certificate {
                withdrawn: Some(withdrawal.clone()),
                ..known
            }),
            _ => None,
        }
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(match event {
            Event::Issued(issued) => Summary::new("certificate_issued").with(issued.organisation),
            Event::Withdrawn(_) => Summary::new("certificate_withdrawn"),
        })
    }
}

/// Withdraws it.
#[derive(Clone, Debug)]
pub struct Withdraw {
    /// Why.
    pub reason: String,
}

/// The `nth` certificate of those that `command` issues.
pub(crate) fn issue(training: Id<Training>, on: &Training, command: &Certify, nth: u32, context: &Context) -> Issued {
    let (plan, drawn) = (&on.plan, context.inside::<Certificate, Code>(nth));
    let mark: String = training.to_string().chars().take(4).collect::<String>().to_uppercase();
    let month = plan.to.month().map(|month| format!("-{month:02}")).unwrap_or_default();
    let count = on.issued.saturating_add(nth).saturating_add(1);
    let last = plan.to.last().unwrap_or(Date::MAX);
    Issued {
        number: format!("{}{month}-{mark}-{count:03}", plan.to.year()),
        code: Code::drawn(*drawn.as_bytes()),
        training,
        plan: plan.clone(),
        organisation: command.organisation,
        function: command.function.clone(),
        until: last
            .saturating_add(Span::new().years(i64::from(plan.curriculum.years)))
            .into(),
        by: context.actor,
        at: context.now,
    }
}

/// Withdraws it, with a reason; its holder may get another.
///
/// # Errors
/// When it was withdrawn.
pub fn withdraw(
    id: Id<Certificate>,
    on: &Certificate,
    command: &Withdraw,
    context: &Context,
) -> Result<Changes, Refusal> {
    on.may_be_withdrawn()?;
    let withdrawal = Withdrawal {
        reason: command.reason.clone(),
        at: context.now,
    };
    let changes = Changes::new(id, Event::Withdrawn(withdrawal));
    Ok(changes.and_all(training::revoke(on.issued.training, id)))
}

crate::slice::refusal! {
    /// Why it does not happen.
    Refusal {
        /// Withdrawn before.
        Withdrawn = "CER-01", "this certificate was withdrawn before; the first reason stands with its day";
    }
}
