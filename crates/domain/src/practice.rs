//! A good practice of one country, as a source tells it: what is done, on which law, and the conditions under which it travels. What a
//! source does not give stays empty. It is written down, reviewed, published; an institution that adopts it makes a recommendation, or,
//! where it writes plans, an action.
mod decide;
mod event;

pub use decide::{Act, adopt, change, plan, publish, record, review, withdraw};
pub use event::{Adopted, Content, Event, Planned};

use crate::{
    Id, Moment, Stream,
    changes::{Kind, Summary},
    context::Actor,
    dated::Dated,
    known::codes,
    organisation::Organisation,
    plan::Item,
    recommendation::{SourceKind, Theme},
};
use minicbor::{Decode, Encode};

codes! {
    /// Where a practice stands.
    State {
        /// Being written.
        0 Draft = "draft",
        /// Read by the secretariat.
        1 Reviewed = "reviewed",
        /// For all who work on policy.
        2 Published = "published",
        /// Withdrawn, with a reason.
        3 Withdrawn = "withdrawn",
    }
}

codes! {
    /// In which order a list stands.
    Order {
        /// The newest first.
        0 Newest = "newest",
        /// By the words of their titles.
        1 Title = "title",
        /// By country.
        2 Country = "country",
    }
}

/// Writes it down, or changes it.
pub type Write = Content;

/// Withdraws it.
#[derive(Clone, Debug)]
pub struct Withdraw {
    /// Why.
    pub reason: String,
}

/// Adopts it: which recommendation it becomes.
#[derive(Clone, Debug)]
pub struct Adopt {
    /// In a line.
    pub title: String,
    /// The words.
    pub text: String,
    /// Their language (ISO 639-1).
    pub language: String,
    /// Where it was met: a mission, a training, a visit.
    pub source: SourceKind,
    /// Invented, to show how it works.
    pub example: bool,
}

/// Adopts it as an action of a plan.
#[derive(Clone, Debug)]
pub struct AdoptAsAction {
    /// The objective under which it stands.
    pub under: Id<Item>,
    /// In a line.
    pub title: String,
    /// Who answers for it.
    pub responsible: Vec<Id<Organisation>>,
    /// Until when.
    pub term: Option<Dated>,
}

/// What a list is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Select {
    /// Where they stand.
    pub state: Option<State>,
    /// Whose practice (ISO 3166-1).
    pub country: Option<String>,
    /// What they are about.
    pub theme: Option<Theme>,
    /// Words that stand in them.
    pub text: Option<String>,
    /// In which order; the newest first where none is chosen.
    pub sort: Option<Order>,
    /// Those that follow this one.
    pub after: Option<Id<Practice>>,
}

/// A practice with its whole story.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Practice {
    /// What it tells now.
    #[n(0)]
    pub content: Content,
    /// Where it stands.
    #[n(1)]
    pub state: State,
    /// Who wrote it down.
    #[n(2)]
    pub by: Actor,
    /// When.
    #[n(3)]
    pub at: Moment,
    /// When it was changed last, if it was.
    #[n(4)]
    pub changed: Option<Moment>,
    /// When it was reviewed; it is read again after each change.
    #[n(5)]
    pub reviewed: Option<Moment>,
    /// When it was published.
    #[n(6)]
    pub published: Option<Moment>,
    /// Why it was withdrawn, and when.
    #[n(7)]
    pub withdrawn: Option<(String, Moment)>,
    /// The recommendations that it became.
    #[n(8)]
    pub adopted: Vec<Adopted>,
    /// The actions that it became. Each institution adopts it once, as one or the other.
    #[n(9)]
    pub planned: Vec<Planned>,
}

impl Practice {
    /// Whether all who work on policy may read it. WHY one that was withdrawn too: whoever adopted it reads why.
    pub fn is_open(&self) -> bool {
        self.published.is_some()
    }

    /// Whether an institution has adopted it.
    pub fn is_adopted_by(&self, who: Id<Organisation>) -> bool {
        let adopted = self.adopted.iter().map(|one| one.organisation);
        let planned = self.planned.iter().map(|one| one.organisation);
        adopted.chain(planned).any(|one| one == who)
    }
}

impl Stream for Practice {
    const KIND: Kind = Kind::Practice;
    type Event = Event;

    fn evolve(state: Option<Practice>, event: &Event) -> Option<Practice> {
        let Some(mut known) = state else {
            let Event::Recorded { content, by, at } = event else {
                return None;
            };
            return Some(Practice {
                content: content.clone(),
                state: State::Draft,
                by: *by,
                at: *at,
                changed: None,
                reviewed: None,
                published: None,
                withdrawn: None,
                adopted: Vec::new(),
                planned: Vec::new(),
            });
        };
        match event.clone() {
            Event::Recorded { .. } => return None,
            Event::Changed { content, at } => {
                (known.content, known.changed, known.reviewed) = (content, Some(at), None);
                known.state = State::Draft;
            }
            Event::Reviewed { at } => (known.state, known.reviewed) = (State::Reviewed, Some(at)),
            Event::Published { at } => (known.state, known.published) = (State::Published, Some(at)),
            Event::Withdrawn { reason, at } => {
                known.state = State::Withdrawn;
                known.withdrawn = Some((reason, at));
            }
            Event::Adopted(adopted) => known.adopted.push(adopted),
            Event::Planned(planned) => known.planned.push(planned),
        }
        Some(known)
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(match event {
            Event::Recorded { .. } => Summary::new("practice_recorded"),
            Event::Changed { .. } => Summary::new("practice_changed"),
            Event::Reviewed { .. } => Summary::new("practice_reviewed"),
            Event::Published { .. } => Summary::new("practice_published"),
            Event::Withdrawn { .. } => Summary::new("practice_withdrawn"),
            Event::Adopted(adopted) => Summary::new("practice_adopted").with(adopted.organisation),
            Event::Planned(planned) => Summary::new("practice_planned").with(planned.organisation),
        })
    }
}

crate::slice::refusal! {
    /// Why it does not happen.
    Refusal {
        /// Not in this state.
        NotNow = "PRA-01", "this is not done to a practice that stands where this one does; read what may be done now";
        /// Nobody can read it up.
        NoSource = "PRA-02", "a practice is reviewed with the page it was read on, unless it is marked as an example; add the page";
        /// Adopted before by this institution.
        AdoptedBefore = "PRA-03", "this institution has adopted this practice before; what it became stands on the page";
        /// A published report has not adopted anything.
        PublicSource = "PRA-04", "a practice is adopted from a mission, a training, a visit or another source whose words are not fixed";
    }
}
