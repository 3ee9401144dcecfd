//! A recommendation: who said it in which words, what institutions think of it, who decided, who is to do it by when, what was
//! reported, and what a reviewer finds. Whatever was said stays: a later word stands beside the earlier one.
mod command;
mod decide;
mod event;
mod list;
mod source;

pub use command::{
    Address, Close, Decide, Formulate, Open, Position, Record, Refusal, Report, Review, Supersede, Translate,
};
pub use decide::{
    Act, address, close, decide, formulate, open_discussion, record, reopen, report, review, say_the_same, supersede,
    take_position, translate,
};
pub use event::{Addressee, Decision, Event, Finding, First, Said, Translation};
pub use list::{Order, Select, Stage};
pub use source::{Source, SourceKind, Theme, Wording, WordingKind};

use crate::{
    Id, Moment, Stream,
    changes::{Kind, Summary},
    dated::Dated,
    known::codes,
    organisation::Organisation,
};
use minicbor::{Decode, Encode};

codes! {
    /// Where a recommendation stands.
    State {
        /// Its first words stand.
        0 Drafted = "drafted",
        /// Institutions are asked what they think.
        1 UnderDiscussion = "under_discussion",
        /// Its words are agreed, or fixed by a published report.
        2 Formulated = "formulated",
        /// A body adopted it.
        3 Adopted = "adopted",
        /// A body declined it, with a reason.
        4 Declined = "declined",
        /// Somebody works on it.
        5 UnderWay = "under_way",
        /// Each addressee says that it is done.
        6 ImplementedByOwnReport = "implemented_by_own_report",
        /// A reviewer finds it done.
        7 Verified = "verified",
        /// Nothing more comes.
        8 Closed = "closed",
        /// Another stands in its place.
        9 Superseded = "superseded",
    }
}

impl State {
    /// Whether an institution still owes something in it.
    pub fn is_owed(self) -> bool {
        matches!(self, State::Formulated | State::Adopted | State::UnderWay)
    }
}

codes! {
    /// What an institution thinks of it.
    Stance {
        /// As it stands.
        0 Supports = "supports",
        /// With other words.
        1 SupportsWithChanges = "supports_with_changes",
        /// Not.
        2 Opposes = "opposes",
    }
}

codes! {
    /// What a body decided.
    Outcome {
        /// It is to be carried out.
        0 Adopted = "adopted",
        /// It is not.
        1 Declined = "declined",
    }
}

codes! {
    /// How far it is carried out.
    Rating {
        /// Not begun.
        0 NotStarted = "not_started",
        /// Begun.
        1 UnderWay = "under_way",
        /// In part.
        2 PartlyDone = "partly_done",
        /// Done.
        3 Done = "done",
    }
}

/// Who was asked what they think, and until when.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Discussion {
    /// Who.
    #[n(0)]
    pub asked: Vec<Id<Organisation>>,
    /// Until when.
    #[n(1)]
    pub until: Dated,
    /// Since when.
    #[n(2)]
    pub at: Moment,
}

/// Why it was closed or went on, and when.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Ending {
    /// Where it stood from then on.
    #[n(0)]
    pub state: State,
    /// Why; empty where another stands in its place.
    #[n(1)]
    pub reason: String,
    /// When.
    #[n(2)]
    pub at: Moment,
}

/// A recommendation with its whole story.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Recommendation {
    /// First words, and where they come from.
    #[n(0)]
    pub first: First,
    /// Where it stands.
    #[n(1)]
    pub state: State,
    /// Where it stood before it was closed.
    #[n(2)]
    pub before: State,
    /// In other languages.
    #[n(3)]
    pub translations: Vec<Translation>,
    /// Who was asked.
    #[n(4)]
    pub discussion: Option<Discussion>,
    /// What was said, oldest first; the last of each institution counts.
    #[n(5)]
    pub positions: Vec<Said>,
    /// The agreed words.
    #[n(6)]
    pub agreed: Option<String>,
    /// Since when they are agreed.
    #[n(7)]
    pub agreed_at: Option<Moment>,
    /// What a body decided.
    #[n(8)]
    pub decision: Option<Decision>,
    /// Who is to carry it out.
    #[n(9)]
    pub addressees: Vec<Addressee>,
    /// What they reported, oldest first.
    #[n(10)]
    pub reports: Vec<Finding>,
    /// What reviewers found, oldest first.
    #[n(11)]
    pub reviews: Vec<Finding>,
    /// Which others say the same.
    #[n(12)]
    pub same: Vec<Id<Recommendation>>,
    /// Which others were compared and say something else.
    #[n(13)]
    pub other: Vec<Id<Recommendation>>,
    /// Why it was closed or went on, oldest first.
    #[n(14)]
    pub endings: Vec<Ending>,
    /// What stands in its place.
    #[n(15)]
    pub superseded_by: Option<Id<Recommendation>>,
}

impl Recommendation {
    /// The words that stand: the agreed ones, else the first.
    pub fn text(&self) -> &str {
        self.agreed.as_ref().unwrap_or(&self.first.wording.text)
    }

    /// Whether its words come from a published report.
    pub fn is_public(&self) -> bool {
        self.first.source.kind.is_public()
    }

    /// Whether all who reported, and all who looked, say that nothing was done.
    fn is_unbegun(&self) -> bool {
        let said = self.reports.iter().chain(&self.reviews);
        said.map(|finding| finding.rating)
            .all(|rating| rating == Rating::NotStarted)
    }

    /// What each institution thinks: the last that it said.
    pub fn stands(&self) -> Vec<&Said> {
        let later = |said: &&Said| {
            let mut all = self.positions.iter().rev();
            all.find(|one| one.organisation == said.organisation) == Some(*said)
        };
        self.positions.iter().filter(later).collect()
    }

    /// Where it stands, as lists say it.
    pub fn stage(&self) -> Stage {
        match self.state {
            State::Drafted => Stage::Drafted,
            State::UnderDiscussion => Stage::UnderDiscussion,
            State::Formulated if !self.is_public() => Stage::Formulated,
            State::Formulated | State::Adopted if self.addressees.is_empty() => Stage::NoAddressee,
            State::Formulated | State::Adopted => Stage::NoReport,
            State::UnderWay if self.is_unbegun() => Stage::NotStarted,
            State::UnderWay => Stage::UnderWay,
            State::ImplementedByOwnReport => Stage::Reported,
            State::Verified => Stage::Verified,
            State::Closed => Stage::Closed,
            State::Declined => Stage::Declined,
            State::Superseded => Stage::Superseded,
        }
    }

    /// The last report of an addressee.
    pub fn report_of(&self, who: Id<Organisation>) -> Option<&Finding> {
        self.reports.iter().rev().find(|report| report.organisation == who)
    }

    /// Whether an organisation is to carry it out.
    pub fn is_addressed_to(&self, who: Id<Organisation>) -> bool {
        self.addressees.iter().any(|addressee| addressee.organisation == who)
    }

    /// Whether a reviewer found it done. What was closed after that was found done too.
    pub fn is_found_done(&self) -> bool {
        match self.state {
            State::Closed => self.before == State::Verified,
            state => state == State::Verified,
        }
    }

    /// The nearest term of those who have not reported it done; none where nothing is owed.
    pub fn term(&self) -> Option<Dated> {
        if !self.state.is_owed() {
            return None;
        }
        let done = |who| self.report_of(who).is_some_and(|report| report.rating == Rating::Done);
        let open = self.addressees.iter().filter(|addressee| !done(addressee.organisation));
        open.filter_map(|addressee| addressee.term).min()
    }
}

impl Stream for Recommendation {
    const KIND: Kind = Kind::Recommendation;
    type Event = Event;

    fn evolve(state: Option<Recommendation>, event: &Event) -> Option<Recommendation> {
        let Some(mut known) = state else {
            let Event::Recorded(first) = event else { return None };
            let state = match first.source.kind.is_public() {
                true => State::Formulated,
                false => State::Drafted,
            };
            return Some(Recommendation {
                first: first.clone(),
                state,
                before: state,
                translations: Vec::new(),
                discussion: None,
                positions: Vec::new(),
                agreed: None,
                agreed_at: None,
                decision: None,
                addressees: Vec::new(),
                reports: Vec::new(),
                reviews: Vec::new(),
                same: Vec::new(),
                other: Vec::new(),
                endings: Vec::new(),
                superseded_by: None,
            });
        };
        known.follow(event)?;
        Some(known)
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(match event {
            Event::Recorded(first) => {
                Summary::new("recommendation_recorded").how("recommendation-source", first.source.kind.code())
            }
            Event::Translated(_) => Summary::new("recommendation_translated"),
            Event::DiscussionOpened { asked, .. } => Summary::new("recommendation_discussed").count(asked.len()),
            Event::PositionTaken(said) => Summary::new("recommendation_position")
                .how("recommendation-stance", said.stance.code())
                .with(said.organisation),
            Event::Formulated { .. } => Summary::new("recommendation_formulated"),
            Event::Decided(decision) => {
                Summary::new("recommendation_decided").how("recommendation-outcome", decision.outcome.code())
            }
            Event::Addressed(addressee) => Summary::new("recommendation_addressed").with(addressee.organisation),
            Event::Reported(report) => Summary::new("recommendation_reported")
                .how("recommendation-rating", report.rating.code())
                .with(report.organisation),
            Event::Reviewed(review) => Summary::new("recommendation_reviewed")
                .how("recommendation-rating", review.rating.code())
                .with(review.organisation),
            Event::SaysTheSame { .. } => Summary::new("recommendation_alike"),
            Event::Closed { .. } => Summary::new("recommendation_closed"),
            Event::Reopened { .. } => Summary::new("recommendation_reopened"),
            Event::Superseded { .. } => Summary::new("recommendation_superseded"),
        })
    }
}

impl Recommendation {
    fn follow(&mut self, event: &Event) -> Option<()> {
        match event.clone() {
            Event::Recorded(_) => return None,
            Event::Translated(translation) => {
                self.translations.retain(|known| known.language != translation.language);
                self.translations.push(translation);
            }
            Event::DiscussionOpened { asked, until, at } => {
                let mut before = self.discussion.take().map(|known| (known.asked, known.at));
                let (known, since) = before.get_or_insert((Vec::new(), at));
                let more = asked.into_iter().filter(|who| !known.contains(who)).collect::<Vec<_>>();
                known.extend(more);
                let (asked, at) = (std::mem::take(known), *since);
                self.discussion = Some(Discussion { asked, until, at });
                self.state = State::UnderDiscussion;
            }
            Event::PositionTaken(said) => self.positions.push(said),
            Event::Formulated { text, at } => {
                self.agreed = Some(text);
                self.agreed_at = Some(at);
                self.state = State::Formulated;
            }
            Event::Decided(decision) => {
                self.state = match decision.outcome {
                    Outcome::Adopted => State::Adopted,
                    Outcome::Declined => State::Declined,
                };
                self.decision = Some(decision);
            }
            Event::Addressed(addressee) => {
                self.addressees
                    .retain(|known| known.organisation != addressee.organisation);
                self.addressees.push(addressee);
                // Whoever comes to it now has not reported: it is not done by all.
                if self.state == State::ImplementedByOwnReport {
                    self.state = State::UnderWay;
                }
            }
            Event::Reported(report) => {
                self.reports.push(report);
                let done = |addressee: &Addressee| {
                    let report = self.report_of(addressee.organisation);
                    report.is_some_and(|report| report.rating == Rating::Done)
                };
                self.state = match self.addressees.iter().all(done) {
                    true => State::ImplementedByOwnReport,
                    false => State::UnderWay,
                };
            }
            Event::Reviewed(review) => {
                self.state = match review.rating {
                    Rating::Done => State::Verified,
                    Rating::NotStarted | Rating::UnderWay | Rating::PartlyDone => State::UnderWay,
                };
                self.reviews.push(review);
            }
            Event::SaysTheSame { other, same } => {
                for list in [&mut self.same, &mut self.other] {
                    list.retain(|known| *known != other);
                }
                match same {
                    true => self.same.push(other),
                    false => self.other.push(other),
                }
            }
            Event::Closed { reason, at } => self.end(State::Closed, reason, at),
            Event::Reopened { reason, at } => {
                let back = self.before;
                self.end(back, reason, at);
            }
            Event::Superseded { by, at } => {
                self.superseded_by = Some(by);
                self.end(State::Superseded, String::new(), at);
            }
        }
        Some(())
    }

    fn end(&mut self, state: State, reason: String, at: Moment) {
        self.before = self.state;
        self.state = state;
        self.endings.push(Ending { state, reason, at });
    }
}
