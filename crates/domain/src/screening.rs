//! Screening: questions in groups, five answers each, and advice with its reasons. INVARIANT: the advice never decides.
pub mod advice;

use crate::{
    Changes, Content, Context, Id, OfCase, Stream, Summary,
    case::{Case, Person, Urgency},
    changes::Kind,
    consent::AddConsent,
    content::{Message, Parts},
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
    /// Whether it goes on.
    ///
    /// # Errors
    /// When it is concluded.
    pub fn is_running(&self) -> Result<(), Refusal> {
        self.decision.map_or(Ok(()), |_| Err(Refusal::Concluded))
    }

    /// The answer to a question; what nobody answered was not asked.
    pub fn answer(&self, question: &str) -> Answer {
        self.answers
            .iter()
            .find(|(code, _)| code == question)
            .map_or(Answer::NotAsked, |(_, answer)| *answer)
    }
}

/// The screenings of a case, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Screenings(pub Vec<Screening>);

impl OfCase for Screenings {}

impl Stream for Screenings {
    const KIND: Kind = Kind::Screening;
    type Event = Event;

    fn evolve(state: Option<Screenings>, event: &Event) -> Option<Screenings> {
        let mut screenings = state.unwrap_or_default();
        match event {
            Event::Started { screening, set } => screenings.0.push(Screening {
                id: *screening,
                set: set.clone(),
                answers: Vec::new(),
                decision: None,
            }),
            Event::Answered { screening, answers } => {
                let running = screenings.running_mut(*screening)?;
                running
                    .answers
                    .retain(|(code, _)| !answers.iter().any(|(given, _)| given == code));
                running.answers.extend(answers.iter().cloned());
            }
            Event::Concluded {
                screening, decision, ..
            } => {
                let running = screenings.running_mut(*screening)?;
                running.decision = Some(*decision);
            }
        }
        Some(screenings)
    }

    fn begins(event: &Event) -> Option<Id<()>> {
        match event {
            Event::Started { screening, .. } => Some(screening.bare()),
            _ => None,
        }
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(match event {
            Event::Started { .. } => Summary::new("screening_started"),
            Event::Answered { answers, .. } => {
                let asked = answers.iter().filter(|(_, answer)| *answer != Answer::NotAsked);
                Summary::new("screening_answered").count(asked.count())
            }
            Event::Concluded { decision, advised, .. } => {
                let advised = if *advised { "advised" } else { "advised-not" };
                Summary::new("screening_concluded")
                    .how("screening-decided", decision.code())
                    .how("case", advised)
            }
        })
    }
}

impl Screenings {
    fn running_mut(&mut self, screening: Id<Screening>) -> Option<&mut Screening> {
        let mut all = self.0.iter_mut();
        all.find(|s| s.id == screening && s.decision.is_none())
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

impl Page {
    /// The same about this person.
    pub fn about(self, person: Person) -> Page {
        Page {
            person: Some(person),
            ..self
        }
    }

    /// The same with an assessment of the risk, if one was made.
    pub fn assessed(self, risk: Option<Assess>) -> Page {
        Page { risk, ..self }
    }

    /// A page that holds the person's say alone.
    pub fn of_say(consents: Vec<AddConsent>) -> Page {
        Page {
            consents,
            ..Page::default()
        }
    }
}

crate::slice::refusal! {
    /// Why a screening does not go on.
    Refusal {
        /// No such screening.
        NotThere = "SCR-01", "this file has no such screening";
        /// Concluded already.
        Concluded = "SCR-02", "this screening is concluded; begin a new one";
        /// "No case" needs a reason.
        ReasonNeeded = "SCR-03", "say why you see no case here";
    }
}

/// Begins a screening.
pub fn start(case: Id<Case>, set: &str, context: &Context) -> Changes {
    Changes::new(
        case.of::<Screenings>(),
        Event::Started {
            screening: context.inside::<Screenings, _>(0),
            set: set.to_owned(),
        },
    )
}

/// Keeps the answers of one page; a page without a question leaves nothing.
///
/// # Errors
/// When there is no such screening, or it is concluded.
pub fn answer(
    case: Id<Case>,
    screenings: &Screenings,
    screening: Id<Screening>,
    answers: &[(String, Answer)],
) -> Result<Changes, Refusal> {
    running(screenings, screening)?;
    if answers.is_empty() {
        return Ok(Changes::default());
    }
    Ok(Changes::new(
        case.of::<Screenings>(),
        Event::Answered {
            screening,
            answers: answers.to_vec(),
        },
    ))
}

/// A person decides, whatever the advice.
///
/// # Errors
/// When there is no such screening, it is concluded, or "no case" comes without a reason.
pub fn conclude(
    case: Id<Case>,
    screenings: &Screenings,
    screening: Id<Screening>,
    decision: Decision,
    advised: bool,
    reason: Option<Message>,
) -> Result<Changes, Refusal> {
    running(screenings, screening)?;
    if decision == Decision::NoCase && reason.is_none() {
        return Err(Refusal::ReasonNeeded);
    }
    Ok(Changes::new(
        case.of::<Screenings>(),
        Event::Concluded {
            screening,
            decision,
            advised,
            reason: reason.map(Content::New),
        },
    ))
}

fn running(screenings: &Screenings, screening: Id<Screening>) -> Result<&Screening, Refusal> {
    let found = screenings
        .0
        .iter()
        .find(|s| s.id == screening)
        .ok_or(Refusal::NotThere)?;
    found.is_running()?;
    Ok(found)
}
