//! What a person needs: recorded with the person, met by somebody, or unmet with the reason; the person may drop it. What a
//! system can't give shows as unmet, and not as never asked.
use crate::{
    Changes, Content, Context, Id, OfCase, Stream, Summary,
    case::Case,
    changes::Kind as StreamKind,
    content::{Message, Parts},
    known::codes,
    organisation::Organisation,
};
use minicbor::{Decode, Encode};

codes! {
    /// What is needed.
    Kind {
        /// To be safe.
        0 Safety = "safety",
        /// A place to live.
        1 Housing = "housing",
        /// Food and what a day asks for.
        2 Basics = "basics",
        /// A doctor.
        3 PhysicalHealth = "physical_health",
        /// Sexual and reproductive health.
        4 ReproductiveHealth = "reproductive_health",
        /// Mental health.
        5 MentalHealth = "mental_health",
        /// Help with alcohol or drugs.
        6 SubstanceUse = "substance_use",
        /// Help that a disability asks for.
        7 Disability = "disability",
        /// To be understood: interpreting, a course.
        8 Language = "language",
        /// Papers.
        9 Documents = "documents",
        /// The right to stay.
        10 LegalStatus = "legal_status",
        /// A lawyer.
        11 LegalAid = "legal_aid",
        /// Family and dependants.
        12 Family = "family",
        /// Somebody who minds the children.
        13 ChildCare = "child_care",
        /// School, training.
        14 Education = "education",
        /// Work and income.
        15 Work = "work",
        /// Debt.
        16 Debt = "debt",
        /// Culture and religion.
        17 Culture = "culture",
        /// Safe use of telephone and accounts.
        18 DigitalSafety = "digital_safety",
        /// A record of offences that the person was made to commit is cleared.
        19 CriminalRecord = "criminal_record",
        /// Something else, in words.
        20 Other = "other",
    }
}

codes! {
    /// How pressing it is.
    Pressing {
        /// The person wishes it.
        0 Wished = "wished",
        /// It is needed.
        1 Needed = "needed",
        /// It can't wait.
        2 Urgent = "urgent",
    }
}

codes! {
    /// Why it is unmet.
    Unmet {
        /// Nobody gives it.
        0 NoProvider = "no_provider",
        /// Whoever gives it said no.
        1 Refused = "refused",
        /// The person has no right to it.
        2 NotEntitled = "not_entitled",
        /// The person does not want what is there.
        3 NotWanted = "not_wanted",
    }
}

codes! {
    /// How it ended, without by whom and why.
    Ended {
        /// Somebody meets it.
        0 Met = "met",
        /// Nobody does.
        1 Unmet = "unmet",
        /// The person dropped it.
        2 Withdrawn = "withdrawn",
    }
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum End {
    /// Met, by this organisation.
    #[n(0)]
    Met(#[n(0)] Id<Organisation>),
    /// Not met. What is not met today may be met later.
    #[n(1)]
    Unmet(#[n(0)] Unmet),
    /// The person dropped it.
    #[n(2)]
    Withdrawn,
}

impl End {
    /// The same without by whom and why.
    pub fn ended(self) -> Ended {
        match self {
            End::Met(_) => Ended::Met,
            End::Unmet(_) => Ended::Unmet,
            End::Withdrawn => Ended::Withdrawn,
        }
    }
}

/// Recorded, or ended.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub enum Event {
    /// It is needed.
    #[n(0)]
    Recorded {
        /// Which.
        #[n(0)]
        need: Id<Need>,
        /// What.
        #[n(1)]
        kind: Kind,
        /// How pressing.
        #[n(2)]
        pressing: Pressing,
        /// In words.
        #[n(3)]
        words: Option<Content<Message>>,
        /// Who recorded it.
        #[n(4)]
        by: Id<Organisation>,
    },
    /// It was met, can't be met, or is dropped.
    #[n(1)]
    Ended {
        /// Which.
        #[n(0)]
        need: Id<Need>,
        /// How.
        #[n(1)]
        end: End,
    },
}

/// One need as the file keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    /// Which.
    pub id: Id<Need>,
    /// What.
    pub kind: Kind,
    /// How pressing.
    pub pressing: Pressing,
    /// In words.
    pub words: Option<Content<Message>>,
    /// Who recorded it.
    pub by: Id<Organisation>,
    /// How it ended; `None` while it waits.
    pub end: Option<End>,
}

impl Need {
    /// The organisation that met it.
    pub fn met_by(&self) -> Option<Id<Organisation>> {
        match self.end {
            Some(End::Met(by)) => Some(by),
            None | Some(End::Unmet(_) | End::Withdrawn) => None,
        }
    }

    /// Whether it may still be met: it waits, or nobody could meet it until now.
    pub fn may_end(&self) -> bool {
        matches!(self.end, None | Some(End::Unmet(_)))
    }
}

/// The needs of a case, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Needs(pub Vec<Need>);

impl OfCase for Needs {}

impl Stream for Needs {
    const KIND: StreamKind = StreamKind::Need;
    type Event = Event;

    fn evolve(state: Option<Needs>, event: &Event) -> Option<Needs> {
        let mut needs = state.unwrap_or_default();
        match event.clone() {
            Event::Recorded {
                need,
                kind,
                pressing,
                words,
                by,
            } => needs.0.push(Need {
                id: need,
                kind,
                pressing,
                words,
                by,
                end: None,
            }),
            Event::Ended { need, end } => {
                let found = needs.0.iter_mut().find(|known| known.id == need)?;
                if !found.may_end() {
                    return None;
                }
                found.end = Some(end);
            }
        }
        Some(needs)
    }

    fn begins(event: &Event) -> Option<Id<()>> {
        match event {
            Event::Recorded { need, .. } => Some(need.bare()),
            Event::Ended { .. } => None,
        }
    }

    fn summary(event: &Event) -> Option<Summary<'_>> {
        Some(match event {
            Event::Recorded {
                need,
                kind,
                pressing,
                words,
                ..
            } => Summary::new("need_recorded")
                .about(*need)
                .how("need-kind", kind.code())
                .how("need-pressing", pressing.code())
                .words(words.as_ref()),
            Event::Ended { need, end } => {
                let told = Summary::new("need_ended")
                    .about(*need)
                    .how("need-end", end.ended().code());
                match end {
                    End::Met(by) => told.with(*by),
                    End::Unmet(because) => told.how("need-unmet", because.code()),
                    End::Withdrawn => told,
                }
            }
        })
    }
}

/// Records a need.
#[derive(Clone, Debug)]
pub struct Record {
    /// What.
    pub kind: Kind,
    /// How pressing.
    pub pressing: Pressing,
    /// In words; something else than the list has is told by them.
    pub words: Option<Message>,
}

crate::slice::refusal! {
    /// Why a need is not recorded or ended.
    Refusal {
        /// No such need.
        NotThere = "NEE-01", "this file has no such need";
        /// It ended.
        Over = "NEE-02", "this need is met, or dropped; record it anew if it came back";
        /// Nobody of that id.
        NoOrganisation = "NEE-03", "there is no such organisation";
    }
}

/// Records what the person needs; its id is `context.inside::<Needs, Need>(0)`.
pub fn record(case: Id<Case>, command: &Record, context: &Context) -> Changes {
    Changes::new(
        case.of::<Needs>(),
        Event::Recorded {
            need: context.inside::<Needs, _>(0),
            kind: command.kind,
            pressing: command.pressing,
            words: command.words.clone().map(Content::New),
            by: context.actor.organisation,
        },
    )
}

/// Says how a need ended; `is_there` tells whether the organisation that met it exists.
///
/// # Errors
/// When there is no such need, it was met or dropped before, or nobody of that id met it.
pub fn end(case: Id<Case>, needs: &Needs, need: Id<Need>, end: End, is_there: bool) -> Result<Changes, Refusal> {
    let mut all = needs.0.iter();
    let found = all.find(|known| known.id == need).ok_or(Refusal::NotThere)?;
    if !found.may_end() {
        return Err(Refusal::Over);
    }
    if !is_there {
        return Err(Refusal::NoOrganisation);
    }
    Ok(Changes::new(case.of::<Needs>(), Event::Ended { need, end }))
}
