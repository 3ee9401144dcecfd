//! Risk and safety, assessed with the person: level, whom they fear, how they can be reached, what was agreed. Each one
//! stands whole; the one before stays in the journal.
use crate::{
    Changes, Content, Id, OfCase, Stream, Summary,
    case::Case,
    changes::Kind,
    content::{FearedPerson, Parts, SafeContact, SafetyPlan},
    known::{Answer, codes},
};
use minicbor::{Decode, Encode};

codes! {
    /// How high the risk is, as assessed with the person.
    Level {
        /// Low.
        0 Low = "low",
        /// Medium.
        1 Medium = "medium",
        /// High.
        2 High = "high",
        /// Harm may come at once.
        3 Imminent = "imminent",
    }
}

codes! {
    /// A way of reaching the person.
    Channel {
        /// By telephone.
        0 Call = "call",
        /// By message or letter.
        1 Write = "write",
        /// In person.
        2 InPerson = "in_person",
    }
}

codes! {
    /// Whether a channel is safe.
    Safety {
        /// Safe.
        0 Safe = "safe",
        /// With care, as the words say.
        1 Care = "care",
        /// Not safe.
        2 No = "no",
        /// Not asked.
        3 NotAsked = "not_asked",
    }
}

/// A risk assessment.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub struct Event {
    /// How high.
    #[n(0)]
    pub level: Level,
    /// Whether it was done with the person.
    #[n(1)]
    pub with_person: Answer,
    /// Call, write, in person; a channel that is missing was not asked.
    #[n(2)]
    pub channels: Vec<(Channel, Safety)>,
    /// Words on reaching the person safely.
    #[n(3)]
    pub safe_contact: Option<Content<SafeContact>>,
    /// Whom the person fears, each by itself.
    #[n(4)]
    pub feared: Vec<Content<FearedPerson>>,
    /// What was agreed.
    #[n(5)]
    pub plan: Option<Content<SafetyPlan>>,
}

/// The assessment that stands, and how many there were.
#[derive(Clone, Debug, PartialEq)]
pub struct Risk {
    /// What was assessed last.
    pub assessment: Event,
    /// How many assessments.
    pub count: u32,
}

impl OfCase for Risk {}

impl Stream for Risk {
    const KIND: Kind = Kind::Risk;
    type Event = Event;

    fn evolve(state: Option<Risk>, event: &Event) -> Option<Risk> {
        Some(Risk {
            assessment: event.clone(),
            count: state.map_or(0, |risk| risk.count).saturating_add(1),
        })
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(
            Summary::new("risk")
                .how("risk-level", event.level.code())
                .count(event.feared.len()),
        )
    }
}

impl Event {
    /// How safe a way of reaching the person is.
    pub fn channel(&self, channel: Channel) -> Safety {
        self.channels
            .iter()
            .find(|(c, _)| *c == channel)
            .map_or(Safety::NotAsked, |(_, safety)| *safety)
    }
}

impl Risk {
    /// Whether the channel is safe.
    pub fn channel(&self, channel: Channel) -> Safety {
        self.assessment.channel(channel)
    }
}

/// Assesses the risk, with the person.
#[derive(Clone, Debug)]
pub struct Assess {
    /// The assessment.
    pub assessment: Event,
}

crate::slice::refusal! {
    /// Why an assessment is not kept.
    Refusal {
        /// One channel, two answers.
        ChannelTwice = "RSK-01", "a way of reaching the person has one answer, not two";
    }
}

/// Keeps the assessment.
///
/// # Errors
/// When a channel stands in it twice.
pub fn assess(case: Id<Case>, command: &Assess) -> Result<Changes, Refusal> {
    let channels = &command.assessment.channels;
    let twice = Channel::ALL
        .iter()
        .any(|channel| channels.iter().filter(|(c, _)| c == channel).count() > 1);
    if twice {
        return Err(Refusal::ChannelTwice);
    }
    Ok(Changes::new(case.of::<Risk>(), command.assessment.clone()))
}
