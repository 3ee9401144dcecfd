//! The person's say, and the legal ground beside it: two things, always both, never one. A yes names the recipient, the
//! fields, the purpose and the last day, and can be taken back on any day.
use crate::{
    Changes, Content, Context, Id, Moment,
    case::{self, Case},
    content::{Field, Fields, Message, Parts},
    context::{Draw, Purpose},
    disclosure::{self, Disclosure},
    known::{Answer, codes},
    organisation::Organisation,
    profile::Profile,
    provider::{Service, needed},
    referral::{Referral, Sent, send},
    task::{self, Owed, Work},
};
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
/// on a yes to whoever gives a service. A yes with an earlier last day shortens the same. `sent` are the referrals by which organisations take part.
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
        changes = match (command.answer, command.until) {
            (Answer::No, _) => changes.and_all(ends.by_no(command.to, say)),
            (Answer::Yes, Some(until)) => changes.and_all(ends.by_day((command.to, command.purpose), until)),
            _ => changes,
        };
    }
    Ok(changes)
}

/// Withdraws a consent. What rests on it ends: everyone who has it is asked to remove it and to say so, and a referral that waits
/// for an answer ends, with its place free. Where a service is promised or runs, the receiver keeps its own record; if the
/// service is to stop, a promised one ends, and of one that runs the receiver is asked to end it.
///
/// # Errors
/// When there is no such yes, it was withdrawn before, or nothing is to stop.
pub fn withdraw(
    id: Id<Case>,
    case: &Case,
    command: Withdraw,
    sent: &[Sent],
    profile: &Profile,
    context: &Context,
) -> Result<Changes, Refusal> {
    let found = case.consents.iter().find(|s| s.said.say == command.say);
    found.ok_or(Refusal::NotThere)?.may_be_withdrawn()?;
    if !command.sharing && !command.service {
        return Err(Refusal::NothingStops);
    }
    let mut ends = Ends {
        service: command.service,
        ..Ends::new(id, case, sent, profile, context)
    };
    let mut changes = Changes::default();
    if command.sharing {
        changes = changes.and_all(ends.say(command.say));
    }
    if command.service {
        changes = changes.and_all(ends.services(command.say));
        if changes.is_empty() {
            return Err(Refusal::NoService);
        }
    }
    Ok(changes)
}

/// What ends with a person's word, each thing once.
struct Ends<'e> {
    id: Id<Case>,
    case: &'e Case,
    sent: &'e [Sent],
    profile: &'e Profile,
    context: &'e Context,
    /// Whether the services stop too.
    service: bool,
    /// What has ended in this decision: a fold of the case does not know it yet.
    done: Vec<Id<Disclosure>>,
    shortened: Vec<(Id<Disclosure>, Moment)>,
    services: Vec<Id<Referral>>,
    said: Vec<Id<Consent>>,
    tasks: u32,
}

impl<'e> Ends<'e> {
    fn new(id: Id<Case>, case: &'e Case, sent: &'e [Sent], profile: &'e Profile, context: &'e Context) -> Self {
        Ends {
            id,
            case,
            sent,
            profile,
            context,
            service: false,
            done: Vec::new(),
            shortened: Vec::new(),
            services: Vec::new(),
            said: Vec::new(),
            tasks: 0,
        }
    }

    /// A yes is withdrawn, and the sharing that rests on it.
    fn say(&mut self, say: Id<Consent>) -> Changes {
        if self.said.contains(&say) {
            return Changes::default();
        }
        self.said.push(say);
        let taken_back = Changes::new(self.id, case::Event::Consent(Event::TakenBack { say }));
        let case = self.case;
        case.disclosures
            .iter()
            .filter(|d| d.say == Some(say))
            .fold(taken_back, |changes, held| changes.and_all(self.sharing(held, say)))
    }

    /// A no: the yes to the same recipient, and what goes to an organisation that it names.
    fn by_no(&mut self, to: Recipient, no: Id<Consent>) -> Changes {
        let (case, now) = (self.case, self.context.now);
        let same = case.consents.iter().filter(|say| say.said.to == to && say.is_yes(now));
        let changes = same.fold(Changes::default(), |changes, before| {
            changes.and_all(self.say(before.said.say))
        });
        let Recipient::Organisation(organisation) = to else {
            return changes;
        };
        case.disclosures
            .iter()
            .filter(|d| d.to == organisation && d.say.is_some())
            .fold(changes, |changes, held| changes.and_all(self.sharing(held, no)))
    }

    /// A yes with a last day: what goes to the same recipient on an earlier yes, and to an organisation that it names on any,
    /// ends on that day at the latest.
    fn by_day(&mut self, (to, purpose): (Recipient, Purpose), until: Moment) -> Changes {
        let (id, case, now) = (self.id, self.case, self.context.now);
        let rests = |held: &Disclosure| {
            let said = case.consents.iter().find(|say| Some(say.said.say) == held.say);
            let same = said.is_some_and(|say| say.said.to == to && say.said.purpose == purpose);
            let named = to == Recipient::Organisation(held.to) && held.say.is_some() && held.purpose == purpose;
            same || named
        };
        let held = case.disclosures.iter().filter(|d| d.runs(now) && rests(d));
        held.fold(Changes::default(), |changes, held| {
            let before = self.shortened.iter().filter(|(which, _)| *which == held.id);
            let stands = before.map(|(_, until)| *until).min().unwrap_or(held.until);
            if until >= stands || self.done.contains(&held.id) {
                return changes;
            }
            self.shortened.push((held.id, until));
            let shortened = disclosure::Event::Shortened {
                disclosure: held.id,
                until,
                to: held.to,
            };
            changes.and(id, case::Event::Disclosure(shortened))
        })
    }

    /// One disclosure ends, and its referral with it where no service runs; its receiver is asked to remove what it got.
    fn sharing(&mut self, held: &Disclosure, about: Id<Consent>) -> Changes {
        if held.ended.is_some() || self.done.contains(&held.id) {
            return Changes::default();
        }
        self.done.push(held.id);
        let because = disclosure::Ended::TakenBack;
        let sent = held.referral.and_then(|referral| self.sent(referral));
        let ended = sent.map_or_else(Changes::default, |sent| {
            send::wish_ends(sent, self.case, (because, self.service), self.context)
        });
        // A house that waits for the person or shelters them answers for their safety, and keeps what it needs for that.
        let promised = sent.is_some_and(|sent| sent.referral.sent().is_some_and(|(_, state)| state.may_have_place()));
        let ended = match (ended.is_empty(), promised) {
            (false, _) => ended,
            (true, true) => disclosure::open_record(self.id, self.case, held.id, self.profile)
                .and_all(disclosure::end(self.id, self.case, held.id, because, self.context)),
            (true, false) => disclosure::end(self.id, self.case, held.id, because, self.context),
        };
        ended.and_all(self.task(Work::ConfirmRemoval(about), held.to))
    }

    /// The services that rest on a yes stop: those that wait end, those that run are asked to end.
    fn services(&mut self, say: Id<Consent>) -> Changes {
        let case = self.case;
        let mut changes = Changes::default();
        for held in case.disclosures.iter().filter(|d| d.say == Some(say)) {
            let Some(sent) = held.referral.and_then(|referral| self.sent(referral)) else {
                continue;
            };
            if !self.done.contains(&held.id) {
                let because = (disclosure::Ended::Withdrawn, true);
                let ended = send::wish_ends(sent, case, because, self.context);
                changes = changes.and_all(ended);
            }
            let runs = sent.referral.sent().is_some_and(|(_, state)| state.is_running());
            if runs && !self.services.contains(&sent.id) {
                self.services.push(sent.id);
                changes = changes.and_all(self.task(Work::EndService(sent.id), held.to));
            }
        }
        changes
    }

    fn sent(&self, referral: Id<Referral>) -> Option<&'e Sent> {
        self.sent.iter().find(|sent| sent.id == referral)
    }

    fn task(&mut self, work: Work, owner: Id<Organisation>) -> Changes {
        let id = self.context.fork("what a word ends", self.tasks).id(0);
        self.tasks += 1;
        let owed = Owed::new(work, owner, &self.profile.removal);
        task::open(id, self.id, owed, self.profile, self.context)
    }
}

pub(crate) fn evolve(mut consents: Vec<Consent>, event: &Event) -> Option<Vec<Consent>> {
    match event {
        Event::Said(said) => {
            if let (Answer::Yes, Some(until)) = (said.answer, said.until) {
                let same = |say: &&mut Consent| {
                    let yes = say.said.answer == Answer::Yes;
                    yes && say.said.to == said.to && say.said.purpose == said.purpose
                };
                for before in consents.iter_mut().filter(same) {
                    before.until = Some(before.until.map_or(until, |stood| stood.min(until)));
                }
            }
            consents.push(Consent {
                said: said.clone(),
                taken_back: false,
                until: said.until,
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
