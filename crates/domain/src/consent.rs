//! Her own say, and the legal ground beside it: two things, always both, never one. A yes names the recipient, the fields, the
//! purpose and the last day, and can be taken back on any day.
use crate::{
    Changes, Content, Context, Id, Moment,
    case::{self, Case},
    content::{Field, Fields, Message, Parts},
    context::{Draw, Purpose},
    disclosure,
    known::{Answer, codes},
    organisation::Organisation,
    profile::Profile,
    provider::{Service, needed},
    task::{self, Work},
};
use minicbor::{Decode, Encode};

codes! {
    /// The legal ground of a disclosure; its articles stand in the profile.
    Ground {
        /// Her consent.
        0 Consent = "consent",
        /// Her life or another's is in danger.
        1 VitalInterest = "vital_interest",
        /// Protection of a child, or of one whose age is in doubt.
        2 ChildProtection = "child_protection",
    }
}

codes! {
    /// How she said it.
    Form {
        /// Spoken.
        0 Spoken = "spoken",
        /// Written.
        1 Written = "written",
        /// By her guardian.
        2 ByGuardian = "by_guardian",
    }
}

/// About whom she says yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Recipient {
    /// Whoever gives this service.
    #[n(0)]
    Service(#[n(0)] Service),
    /// This organisation.
    #[n(1)]
    Organisation(#[n(0)] Id<Organisation>),
    /// Police and prosecutor.
    #[n(2)]
    Police,
}

impl Recipient {
    /// What a yes to this recipient lets go, unless the person names less. Whoever leads sees the whole file, and the yes says
    /// so.
    pub fn proposed(self) -> Fields {
        match self {
            Recipient::Service(Service::CaseManagement) => Field::ALL.iter().copied().collect(),
            Recipient::Service(service) => needed(&[service]),
            Recipient::Organisation(_) => needed(&[]),
            Recipient::Police => Fields::of(&[Field::SpokenName, Field::Language, Field::Work]),
        }
    }
}

/// She said it, took it back, and those who hold it answered.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub enum Event {
    /// She said it.
    #[n(0)]
    Said(#[n(0)] Said),
    /// She took it back.
    #[n(1)]
    TakenBack {
        /// Which say.
        #[n(0)]
        say: Id<Say>,
    },
}

/// What she said.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub struct Said {
    /// Which.
    #[n(0)]
    pub say: Id<Say>,
    /// About whom.
    #[n(1)]
    pub to: Recipient,
    /// Yes, no, not known, not asked, won't say.
    #[n(2)]
    pub answer: Answer,
    /// What they may get.
    #[n(3)]
    pub fields: Fields,
    /// For what.
    #[n(4)]
    pub purpose: Purpose,
    /// The last moment.
    #[n(5)]
    pub until: Option<Moment>,
    /// How.
    #[n(6)]
    pub form: Form,
    /// In which language (ISO 639-1).
    #[n(7)]
    pub language: Option<String>,
    /// In her own words, what will be sent.
    #[n(8)]
    pub words: Option<Content<Message>>,
}

/// What she said, as the file keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct Say {
    /// What.
    pub said: Said,
    /// Whether she took it back.
    pub taken_back: bool,
}

impl Say {
    /// Whether this is a yes that still runs.
    pub fn is_yes(&self, now: Moment) -> bool {
        self.said.answer == Answer::Yes && !self.taken_back && self.said.until.is_none_or(|until| now <= until)
    }

    /// Whether it speaks of this organisation giving these services.
    pub fn speaks_of(&self, organisation: Id<Organisation>, services: &[Service]) -> bool {
        match self.said.to {
            Recipient::Service(service) => services.contains(&service),
            Recipient::Organisation(id) => id == organisation,
            Recipient::Police => false,
        }
    }
}

/// Records what she said.
#[derive(Clone, Debug)]
pub struct RecordSay {
    /// About whom.
    pub to: Recipient,
    /// Her answer.
    pub answer: Answer,
    /// What they may get.
    pub fields: Fields,
    /// For what.
    pub purpose: Purpose,
    /// The last moment.
    pub until: Option<Moment>,
    /// How she said it.
    pub form: Form,
    /// In which language.
    pub language: Option<String>,
    /// In her own words.
    pub words: Option<Message>,
}

/// Why it is not recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A yes to nothing.
    #[error("CON-01: a yes names what may go; choose at least one field")]
    NothingChosen,
    /// A last day that is past.
    #[error("CON-02: the last day is before today")]
    UntilPast,
    /// No such say.
    #[error("CON-03: she has not said that")]
    NotThere,
    /// Taken back already.
    #[error("CON-04: she took that back already")]
    TakenBack,
}

/// Records what she said, each about its recipient. A no takes back the yes that she gave to the same recipient before: what
/// she says last holds, and nobody has to find the older line.
///
/// # Errors
/// When a yes names no field, or its last day is past.
pub fn record(
    id: Id<Case>,
    case: &Case,
    commands: &[RecordSay],
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    let mut changes = Changes::default();
    let mut ended = 0;
    for (nth, command) in (0..).zip(commands) {
        if command.answer == Answer::Yes && command.fields.is_empty() {
            return Err(Refusal::NothingChosen);
        }
        if command.until.is_some_and(|until| until < context.now) {
            return Err(Refusal::UntilPast);
        }
        changes = changes.and(
            id,
            case::Event::Consent(Event::Said(Said {
                say: context.part(Draw::Say, nth),
                to: command.to,
                answer: command.answer,
                fields: command.fields,
                purpose: command.purpose,
                until: command.until,
                form: command.form,
                language: command.language.clone(),
                words: command.words.clone().map(Content::New),
            })),
        );
        if command.answer == Answer::No {
            for before in case
                .says
                .iter()
                .filter(|say| say.said.to == command.to && say.is_yes(context.now))
            {
                changes = changes.and_all(ends(id, case, before.said.say, 1 + ended, profile, context));
                ended += 1;
            }
        }
    }
    Ok(changes)
}

/// She takes it back: what rests on it ends, and everyone who has it is asked to remove it and to say so.
///
/// # Errors
/// When she never said it, or took it back before.
pub fn take_back(
    id: Id<Case>,
    case: &Case,
    say: Id<Say>,
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    let said = case.says.iter().find(|s| s.said.say == say).ok_or(Refusal::NotThere)?;
    if said.taken_back {
        return Err(Refusal::TakenBack);
    }
    Ok(ends(id, case, say, 0, profile, context))
}

/// What ends with a yes that is taken back; `nth` tells apart several taken back at once.
fn ends(id: Id<Case>, case: &Case, say: Id<Say>, nth: u32, profile: &Profile, context: &Context) -> Changes {
    let changes = Changes::new(id, case::Event::Consent(Event::TakenBack { say }));
    let resting = case
        .disclosures
        .iter()
        .filter(|d| d.say == Some(say) && d.ended.is_none());
    // Beside the notice of a child and the corrections of the same page.
    let first = 0x1_0000 + nth * 64;
    (first..).zip(resting).fold(changes, |changes, (nth, held)| {
        changes
            .and(
                id,
                case::Event::Disclosure(disclosure::Event::Ended {
                    disclosure: held.id,
                    because: disclosure::Ended::TakenBack,
                }),
            )
            .and_all(task::open(
                context.id(nth),
                id,
                Work::ConfirmRemoval(say),
                held.to,
                &profile.removal,
                profile,
                context,
            ))
    })
}

pub(crate) fn evolve(mut says: Vec<Say>, event: &Event) -> Option<Vec<Say>> {
    match event {
        Event::Said(said) => says.push(Say {
            said: said.clone(),
            taken_back: false,
        }),
        Event::TakenBack { say } => {
            says.iter_mut()
                .find(|s| s.said.say == *say && !s.taken_back)?
                .taken_back = true;
        }
    }
    Some(says)
}
