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
use tiltas_access::Action;
use tiltas_app::case::file::{self, File};
use tiltas_domain::{
    Answer, Field, Id,
    case::Case,
    screening::{
        Screening,
        advice::{self, Advice, Group, Set},
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
    /// The pages to ask after these answers, in their order. `child`: the child route is taken.
    pub(crate) fn all(set: &'static Set, answers: &[(String, Answer)], child: bool) -> Vec<Step> {
        let mut groups = set.asked(answers, child).into_iter().map(Step::Group);
        let first = groups.next();
        // WHY who the person is stands early: age decides which words are said, and which route is taken. On the phone the line
        // may be cut at any moment: how to reach the person safely comes before it.
        let early = match set.is_by_phone() {
            true => vec![Step::Safety, Step::Who],
            false => vec![Step::Who],
        };
        let late = match set.is_by_phone() {
            true => vec![Step::Consent],
            false => vec![Step::Safety, Step::Consent],
        };
        first.into_iter().chain(early).chain(groups).chain(late).collect()
    }

    /// The first page of a set.
    pub(crate) fn first(set: &'static Set) -> &'static str {
        set.groups.first().map_or("who", |group| group.code.as_str())
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

/// What a page shows of the file. Each needs the answers so far, and who the person is: age decides what is asked, and languages
/// in which words it is asked.
fn shown(page: &str) -> &'static [Field] {
    use Field::{Feared, Health, Language, Name, Person, Phone, Risk, SafeContact, Story, Whereabouts, Work};
    match page {
        "who" => &[Person, Language, Story, Name],
        "safety" => &[
            Person,
            Language,
            Story,
            Work,
            Risk,
            SafeContact,
            Feared,
            Phone,
            Whereabouts,
            Health,
        ],
        _ => &[Person, Language, Story],
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
    /// What the address names, for those who may see what happened: of the file, what the page of this code shows, or what the
    /// advice does where there is none.
    async fn load(visit: &Visit, id: &str, n: usize, page: &str) -> Result<Begun, Failure> {
        let id: Id<Case> = id.parse().map_err(|_| Failure::NotFound)?;
        let context = visit.reading()?;
        let shown = shown(page);
        let file = visit
            .run(move |app| file::form(app, &context, id, Action::ReadCase, shown))
            .await?;
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

    /// Whether the file takes the child route.
    fn is_child(&self) -> bool {
        self.file.child_route.open() == Some(&true)
    }

    fn steps(&self) -> Vec<Step> {
        Step::all(self.set, &self.screening.answers, self.is_child())
    }

    /// The pages after one more was answered: a tick may add some, none of them before the page itself.
    fn steps_after(&self, page: &[(String, Answer)]) -> Vec<Step> {
        let all: Vec<_> = self.screening.answers.iter().chain(page).cloned().collect();
        Step::all(self.set, &all, self.is_child())
    }

    fn advice(&self) -> Advice {
        advice::advise(self.set, &self.screening.answers, self.is_child())
    }
}
