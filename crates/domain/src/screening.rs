//! Screening: questions in groups, five answers each, and advice with its reasons. INVARIANT: the advice never decides.
pub mod advice;

use crate::{
    Changes, Content, Context, Id,
    case::{self, Case, Person, Urgency},
    consent::AddConsent,
    content::{Message, Parts},
    context::Draw,
    detail::Detail,
    known::{Answer, codes},
    risk::Assess,
};
use minicbor::{Decode, Encode};

codes! {
    /// What the person who screened decided, whatever the advice.
    Decision {
        /// The person is referred.
        0 Refer = "refer",
        /// The person does not want that now: they got the number.
        1 GaveNumber = "gave_number",
        /// No case is seen here, and the reason was written.
        2 NoCase = "no_case",
    }
}

/// A screening goes on, or ends.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub enum Event {
    /// It begins, with this set of indicators.
    #[n(0)]
    Started {
        /// Which screening.
        #[n(0)]
        screening: Id<Screening>,
        /// The set of indicators and its version.
        #[n(1)]
        set: String,
    },
    /// Answers of one page; an answer given again replaces the one before.
    #[n(1)]
    Answered {
        /// Which screening.
        #[n(0)]
        screening: Id<Screening>,
        /// Question and answer.
        #[n(1)]
        answers: Vec<(String, Answer)>,
    },
    /// A person decided.
    #[n(2)]
    Concluded {
        /// Which screening.
        #[n(0)]
        screening: Id<Screening>,
        /// What was decided.
        #[n(1)]
        decision: Decision,
        /// Whether the advice was to refer.
        #[n(2)]
        advised: bool,
        /// Why.
        #[n(3)]
        reason: Option<Content<Message>>,
    },
}

/// One screening as the file keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct Screening {
    /// Which.
    pub id: Id<Screening>,
    /// The set of indicators and its version.
    pub set: String,
    /// Answers by question.
    pub answers: Vec<(String, Answer)>,
    /// What was decided.
    pub decision: Option<Decision>,
}

impl Screening {
    /// The answer to a question; what nobody answered was not asked.
    pub fn answer(&self, question: &str) -> Answer {
        self.answers
            .iter()
            .find(|(code, _)| code == question)
            .map_or(Answer::NotAsked, |(_, answer)| *answer)
    }
}

/// What one page of a screening holds.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Answers to its questions.
    pub answers: Vec<(String, Answer)>,
    /// Who the person is, as far as rules need it.
    pub person: Option<Person>,
    /// How soon.
    pub urgency: Option<Urgency>,
    /// Names, phone, place, health.
    pub details: Vec<Detail>,
    /// Risk and safety.
    pub risk: Option<Assess>,
    /// The person's say.
    pub consents: Vec<AddConsent>,
}

/// Why a screening does not go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No such screening.
    #[error("SCR-01: this file has no such screening")]
    NotThere,
    /// Concluded already.
    #[error("SCR-02: this screening is concluded; begin a new one")]
    Concluded,
    /// "No case" needs a reason.
    #[error("SCR-03: say why you see no case here")]
    ReasonNeeded,
}

/// Begins a screening.
pub fn start(id: Id<Case>, set: &str, context: &Context) -> Changes {
    Changes::new(
        id,
        case::Event::Screening(Event::Started {
            screening: context.part(Draw::Screening, 0),
            set: set.to_owned(),
        }),
    )
}

/// Keeps the answers of one page; a page without a question leaves nothing.
///
/// # Errors
/// When there is no such screening, or it is concluded.
pub fn answer(
    id: Id<Case>,
    case: &Case,
    screening: Id<Screening>,
    answers: &[(String, Answer)],
) -> Result<Changes, Refusal> {
    running(case, screening)?;
    if answers.is_empty() {
        return Ok(Changes::default());
    }
    Ok(Changes::new(
        id,
        case::Event::Screening(Event::Answered {
            screening,
            answers: answers.to_vec(),
        }),
    ))
}

/// A person decides, whatever the advice.
///
/// # Errors
/// When there is no such screening, it is concluded, or "no case" comes without a reason.
pub fn conclude(
    id: Id<Case>,
    case: &Case,
    screening: Id<Screening>,
    decision: Decision,
    advised: bool,
    reason: Option<Message>,
) -> Result<Changes, Refusal> {
    running(case, screening)?;
    if decision == Decision::NoCase && reason.is_none() {
        return Err(Refusal::ReasonNeeded);
    }
    Ok(Changes::new(
        id,
        case::Event::Screening(Event::Concluded {
            screening,
            decision,
            advised,
            reason: reason.map(Content::New),
        }),
    ))
}

fn running(case: &Case, screening: Id<Screening>) -> Result<&Screening, Refusal> {
    let found = case
        .screenings
        .iter()
        .find(|s| s.id == screening)
        .ok_or(Refusal::NotThere)?;
    if found.decision.is_some() {
        Err(Refusal::Concluded)
    } else {
        Ok(found)
    }
}

pub(crate) fn evolve(mut screenings: Vec<Screening>, event: &Event) -> Option<Vec<Screening>> {
    match event {
        Event::Started { screening, set } => screenings.push(Screening {
            id: *screening,
            set: set.clone(),
            answers: Vec::new(),
            decision: None,
        }),
        Event::Answered { screening, answers } => {
            let running = screenings
                .iter_mut()
                .find(|s| s.id == *screening && s.decision.is_none())?;
            running
                .answers
                .retain(|(code, _)| !answers.iter().any(|(given, _)| given == code));
            running.answers.extend(answers.iter().cloned());
        }
        Event::Concluded {
            screening, decision, ..
        } => {
            let running = screenings
                .iter_mut()
                .find(|s| s.id == *screening && s.decision.is_none())?;
            running.decision = Some(*decision);
        }
    }
    Some(screenings)
}
