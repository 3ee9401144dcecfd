//! What happens to a training, and what each event tells.
use super::{Attend, Enrol, Feedback, Plan, Report};
use crate::{Id, Moment, certificate::Certificate, context::Actor, dated::Dated, organisation::Organisation};
use minicbor::{Decode, Encode};

/// What is taught to whom.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Curriculum {
    /// For whom.
    #[n(0)]
    pub audience: String,
    /// What for.
    #[n(1)]
    pub aims: String,
    /// Its parts.
    #[n(2)]
    pub modules: Vec<String>,
    /// How many hours.
    #[n(3)]
    pub hours: u8,
    /// What whoever attended can do.
    #[n(4)]
    pub competence: String,
    /// For how many years a certificate is valid; a choice of the organiser.
    #[n(5)]
    pub years: u8,
}

/// A line of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Item {
    /// On which day.
    #[n(0)]
    pub day: Dated,
    /// At which hour, where it is known.
    #[n(1)]
    pub hour: Option<String>,
    /// What.
    #[n(2)]
    pub what: String,
    /// Led by whom: an institution or a country.
    #[n(3)]
    pub by: Option<String>,
}

/// Who planned it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct First {
    /// What was planned first.
    #[n(0)]
    pub plan: Plan,
    /// Who planned it.
    #[n(1)]
    pub by: Actor,
    /// When.
    #[n(2)]
    pub at: Moment,
}

/// The results of a group in one test: how many answered, and their points together. Whoever had which is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Measure {
    /// How many answered.
    #[n(0)]
    pub answered: u16,
    /// Their points, added up.
    #[n(1)]
    pub points: u32,
}

/// What a group knew before and after.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Score {
    /// Of which module; `None`: of the whole test.
    #[n(0)]
    pub part: Option<String>,
    /// Of those of which institution; `None`: of all.
    #[n(1)]
    pub organisation: Option<Id<Organisation>>,
    /// The most points that one can have.
    #[n(2)]
    pub most: u16,
    /// Before.
    #[n(3)]
    pub before: Option<Measure>,
    /// After.
    #[n(4)]
    pub after: Option<Measure>,
}

/// What happens to a training.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Event {
    /// It is planned.
    #[n(0)]
    Planned(#[n(0)] First),
    /// It is planned otherwise.
    #[n(1)]
    Changed {
        /// How.
        #[n(0)]
        plan: Plan,
        /// When.
        #[n(1)]
        at: Moment,
    },
    /// Somebody is registered.
    #[n(2)]
    Enrolled {
        /// Who.
        #[n(0)]
        enrol: Enrol,
        /// When.
        #[n(1)]
        at: Moment,
    },
    /// It took place.
    #[n(3)]
    Held {
        /// When that was said.
        #[n(0)]
        at: Moment,
    },
    /// It is known how many came.
    #[n(4)]
    Attended {
        /// Who.
        #[n(0)]
        attend: Attend,
        /// When that was said.
        #[n(1)]
        at: Moment,
    },
    /// It is known what a group learnt.
    #[n(5)]
    Scored(#[n(0)] Score),
    /// It is known what participants say of it.
    #[n(6)]
    Answered(#[n(0)] Feedback),
    /// What came of it is written down.
    #[n(7)]
    Reported {
        /// What.
        #[n(0)]
        report: Report,
        /// When.
        #[n(1)]
        at: Moment,
    },
    /// It does not take place.
    #[n(8)]
    Cancelled {
        /// Why.
        #[n(0)]
        reason: String,
        /// When.
        #[n(1)]
        at: Moment,
    },
    /// Some who came have a certificate.
    #[n(9)]
    Certified {
        /// Their institution.
        #[n(0)]
        organisation: Id<Organisation>,
        /// Their function there.
        #[n(1)]
        function: String,
        /// The certificates, one each.
        #[n(2)]
        certificates: Vec<Id<Certificate>>,
        /// When.
        #[n(3)]
        at: Moment,
    },
    /// One of them was withdrawn.
    #[n(10)]
    Revoked {
        /// Which.
        #[n(0)]
        certificate: Id<Certificate>,
    },
}
