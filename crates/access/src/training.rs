//! The fact *trained*: of what a function of an institution holds a certificate that is valid. It stands ready for rules that unlock
//! something by it; none does yet.
use crate::Facts;
use tiltas_domain::{
    Id, Moment,
    certificate::{Status, Told},
    organisation::Organisation,
    profile::Profile,
};

/// Whether somebody of a function, or of the whole institution, holds a certificate that is valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TrainedFacts {
    trained: bool,
}

impl TrainedFacts {
    /// From certificates, today. `function` is as colleagues speak of it; `None`: anybody of the institution.
    pub fn of<'t>(
        certificates: impl IntoIterator<Item = &'t Told>,
        organisation: Id<Organisation>,
        function: Option<&str>,
        competence: &str,
        profile: &Profile,
        now: Moment,
    ) -> TrainedFacts {
        let today = profile.date(now);
        let trained = certificates.into_iter().any(|told| {
            told.organisation == organisation
                && function.is_none_or(|function| told.function == function)
                && told.competence == competence
                && matches!(told.status(today), Status::Valid | Status::RunsOut)
        });
        TrainedFacts { trained }
    }
}

impl From<TrainedFacts> for Facts {
    fn from(facts: TrainedFacts) -> Facts {
        Facts::Trained(facts)
    }
}

impl Facts {
    /// Whether those who are asked about are trained in it.
    pub fn trained(&self) -> bool {
        matches!(self, Facts::Trained(TrainedFacts { trained: true }))
    }
}
