//! Screening on a phone, one question group a page. Each page is one commit, opens filled from what the case holds, and may be
//! left at any point. What comes of it is advice.
mod ask;
pub mod form;
mod list;
pub(crate) mod part;
mod result;

use axum::{
    Router,
    routing::{get, post},
};
use tiltas_app::case::file::{self, File};
use tiltas_domain::{
    Id,
    case::Case,
    screening::{
        Screening,
        advice::{self, Group, Set},
    },
};
use tiltas_kit::{Edge, Failure, Visit};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/screenings", get(list::page))
        .route("/screenings/new", get(ask::first).post(ask::begin))
        .route("/cases/{id}/screenings", post(ask::again))
        .route("/cases/{id}/screenings/{n}", get(result::page).post(result::conclude))
        .route("/cases/{id}/screenings/{n}/{step}", get(ask::page).post(ask::save))
}

/// One page of a screening.
#[derive(Clone, Copy)]
pub(crate) enum Step {
    /// Questions of the indicator set.
    Group(&'static Group),
    /// Who the person is.
    Who,
    /// Whom the person fears, how they can be reached.
    Safety,
    /// The person's say.
    Consent,
}

impl Step {
    /// All pages of a set, in their order.
    pub(crate) fn all(set: &'static Set) -> Vec<Step> {
        let mut groups = set.groups.iter().map(Step::Group);
        // WHY who the person is stands second: age decides which words are said, and which route is taken.
        let first = groups.next();
        first
            .into_iter()
            .chain([Step::Who])
            .chain(groups)
            .chain([Step::Safety, Step::Consent])
            .collect()
    }

    /// In addresses and catalogues.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Step::Group(group) => &group.code,
            Step::Who => "who",
            Step::Safety => "safety",
            Step::Consent => "say",
        }
    }
}

/// A screening that goes on or is over, with the file it belongs to.
pub(crate) struct Begun {
    id: Id<Case>,
    n: usize,
    file: File,
    screening: Screening,
    set: &'static Set,
}

impl Begun {
    /// What the address names, for those who may see what happened.
    async fn load(visit: &Visit, id: &str, n: usize) -> Result<Begun, Failure> {
        let id: Id<Case> = id.parse().map_err(|_| Failure::NotFound)?;
        let context = visit.reading()?;
        let file = visit.run(move |app| file::file(app, &context, id)).await?;
        let nth = n.checked_sub(1).ok_or(Failure::NotFound)?;
        let screenings = file.kept.screenings.open();
        let found = screenings.and_then(|all| all.get(nth)).cloned();
        let screening = found.ok_or(Failure::NotFound)?;
        let set = advice::edition(&screening.set).unwrap_or(advice::standing());
        Ok(Begun {
            id,
            n,
            file,
            screening,
            set,
        })
    }

    fn address(&self) -> String {
        format!("/cases/{}/screenings/{}", self.id, self.n)
    }
}
