//! The person's say, and the legal ground beside it: two things, always both, never one. A yes names the recipient, the
//! fields, the purpose and the last day, and can be taken back on any day.
mod end;

pub use end::withdraw;

use crate::{
    Changes, Content, Context, Id, Moment,
    case::{self, Case},
    content::{Field, Fields, Message, Parts},
    context::{Draw, Purpose},
    known::{Answer, codes},
    organisation::Organisation,
    profile::Profile,
    provider::{Service, needed},
    referral::Sent,
};
use end::Ends;
use minicbor::{Decode, Encode};

codes! {
    /// The legal ground of a disclosure; its articles stand in the profile.
    Ground {
        /// The person's consent.
        0 Consent = "consent",
        /// The person's life or another's is in danger.
        1 VitalInterest = "vital_interest",
        /// Protection of a child, or of one whose age is in doubt.
        2 ChildProtection = "child_protection",
        /// A duty of coordination: for the lead that is taken without an offer, and for no referral.
        3 PublicTask = "public_task",
    }
}

impl Ground {
    /// Those on which a referral may go.
    pub const OF_REFERRALS: [Ground; 3] = [Ground::Consent, Ground::VitalInterest, Ground::ChildProtection];
}

codes! {
    /// How the person said it.
    Form {
        /// Spoken.
        0 Spoken = "spoken",
        /// Written.
        1 Written = "written",
        /// By the guardian.
        2 ByGuardian = "by_guardian",
    }
}

/// About whom the person says yes or no.
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

/// The person said it, took it back, and those who hold it answered.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub enum Event {
    /// The person said it.
    #[n(0)]
    Said(#[n(0)] Said),
    /// The person took it back.
    #[n(1)]
    TakenBack {
        /// Which say.
        #[n(0)]
        say: Id<Consent>,
    },
}

/// What the person said.
#[derive(Clone, Debug, PartialEq, Encode, Decode)]
#[cbor(context_bound = "Parts")]
pub struct Said {
    /// Which.
    #[n(0)]
    pub say: Id<Consent>,
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
    /// In the person's own words, what will be sent.
    #[n(8)]
    pub words: Option<Content<Message>>,
}

/// What the person said, as the file keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct Consent {
    /// What.
    pub said: Said,
    /// Whether the person took it back.
    pub taken_back: bool,
    /// The last moment: the earliest that the person said of this recipient, in this yes or in one after it.
    pub until: Option<Moment>,
    /// What they may get: what the person named in this yes, and in each one after it about this recipient.
    pub fields: Fields,
}

impl Consent {
    /// Whether this is a yes that still runs.
    pub fn is_yes(&self, now: Moment) -> bool {
        self.said.answer == Answer::Yes && !self.taken_back && self.until.is_none_or(|until| now <= until)
    }

    /// Whether there is something to withdraw: a yes, and one that was not withdrawn.
    ///
    /// # Errors
    /// When there is not.
    pub fn may_be_withdrawn(&self) -> Result<(), Refusal> {
        match (self.said.answer, self.taken_back) {
            (Answer::Yes, false) => Ok(()),
            (Answer::Yes, true) => Err(Refusal::TakenBack),
            _ => Err(Refusal::NotThere),
        }
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

/// Records what the person said.
#[derive(Clone, Debug)]
pub struct AddConsent {
    /// About whom.
    pub to: Recipient,
    /// The person's answer.
    pub answer: Answer,
    /// What they may get.
    pub fields: Fields,
    /// For what.
    pub purpose: Purpose,
    /// The last moment.
    pub until: Option<Moment>,
    /// How the person said it.
    pub form: Form,
    /// In which language.
    pub language: Option<String>,
    /// In the person's own words.
    pub words: Option<Message>,
}

/// Withdraws a consent. The two questions are asked apart: the sharing may stop while the person stays in the service, and the
/// service may stop while what was shared may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Withdraw {
    /// Which say.
    pub say: Id<Consent>,
    /// Nothing more is shared on it.
    pub sharing: bool,
    /// The services that rest on it stop.
    pub service: bool,
}

crate::slice::refusal! {
    /// Why it is not recorded.
    Refusal {
        /// A yes to nothing.
        NothingChosen = "CON-01", "a yes names what may go; choose at least one field";
        /// A last day that is past.
        UntilPast = "CON-02", "the last day is before today";
        /// No such say.
        NotThere = "CON-03", "this file has no such answer to withdraw";
        /// Taken back already.
        TakenBack = "CON-04", "this consent was withdrawn before";
        /// Neither is to stop.
        NothingStops = "CON-05", "say what is to stop: the sharing, the service, or both";
        /// No service that waits or runs rests on it.
        NoService = "CON-06", "no service that waits or runs rests on this consent; stop the sharing instead";
    }
}

/// Records what the person said, each about its recipient. What is said last about a recipient holds, and nobody has to find the
/// older line: a no withdraws the yes to the same recipient before it, and a no to one organisation ends also what goes to it
/// on a yes to whoever gives a service. A yes with an earlier last day shortens the same, and one that names fewer fields narrows it. `sent` are the referrals by which organisations take part.
///
/// # Errors
/// When a yes names no field, or its last day is past.
pub fn record(
    id: Id<Case>,
    case: &Case,
    commands: &[AddConsent],
    sent: &[Sent],
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    let mut changes = Changes::default();
    let mut ends = Ends::new(id, case, sent, profile, context);
    for (nth, command) in (0..).zip(commands) {
        if command.answer == Answer::Yes && command.fields.is_empty() {
            return Err(Refusal::NothingChosen);
        }
        if command.until.is_some_and(|until| until < context.now) {
            return Err(Refusal::UntilPast);
        }
        let say = context.part(Draw::Consent, nth);
        changes = changes.and(
            id,
            case::Event::Consent(Event::Said(Said {
                say,
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
        let about = (command.to, command.purpose);
        changes = match command.answer {
            Answer::No => changes.and_all(ends.by_no(command.to, say)),
            Answer::Yes => {
                let shortened = command.until.map(|until| ends.by_day(about, until));
                let narrowed = ends.by_fields(about, command.fields, say);
                changes.and_all(shortened.unwrap_or_default()).and_all(narrowed)
            }
            Answer::Unknown | Answer::NotAsked | Answer::Refused => changes,
        };
    }
    Ok(changes)
}

pub(crate) fn evolve(mut consents: Vec<Consent>, event: &Event) -> Option<Vec<Consent>> {
    match event {
        Event::Said(said) => {
            if said.answer == Answer::Yes {
                let same = |say: &&mut Consent| {
                    let yes = say.said.answer == Answer::Yes;
                    yes && say.said.to == said.to && say.said.purpose == said.purpose
                };
                for before in consents.iter_mut().filter(same) {
                    before.until = before.until.into_iter().chain(said.until).min();
                    before.fields = before.fields.and_only(said.fields);
                }
            }
            consents.push(Consent {
                said: said.clone(),
                taken_back: false,
                until: said.until,
                fields: said.fields,
            });
        }
        Event::TakenBack { say } => {
            consents
                .iter_mut()
                .find(|s| s.said.say == *say && !s.taken_back)?
                .taken_back = true;
        }
    }
    Some(consents)
}
