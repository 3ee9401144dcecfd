//! One night: what has happened in it, read from the journal and from nothing else. Every id follows from the seed,
//! so that a press that comes twice does nothing twice.
mod press;
mod script;
mod told;

use super::{
    Seed,
    country::{Institution, Persona},
};
pub use press::{Changed, Move, Pressed, press};
pub use script::{Scene, begin};
use tiltas_app::{Act, App, Error, case::file::Folder, organisation::Names};
use tiltas_domain::{
    Actor, Answer, Event, Id, Moment,
    case::{self, Because, Case},
    consent,
    consent::Consent,
    organisation::Organisation,
    provider::Provider,
    referral::{self, How, Outcome, Referral, Step},
    screening,
    task::{self, Task},
};
pub use told::{OneNight, Seen};

/// Where the night stands.
#[derive(Debug)]
pub struct Night {
    /// The person's file.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// When the person was found.
    pub found: Moment,
    /// When the person was asked, alone.
    pub asked: Option<Moment>,
    /// When the person said what they want.
    pub said: Option<Moment>,
    /// Every sending, oldest first.
    pub sendings: Vec<Sent>,
    /// When the lead passed on.
    pub led: Option<Moment>,
    /// When the person took it back, and who was asked to remove what they have.
    pub taken_back: Option<TakenBack>,
    /// Who would be asked next, if they say no: by fit.
    pub next_provider: Option<(Id<Provider>, String)>,
    /// When the last thing happened.
    pub last: Moment,
    /// How many events the file has: another number, another page.
    pub events: usize,
    state: Case,
    tasks: Vec<(Id<Task>, Task)>,
}

/// The person took it back.
#[derive(Debug)]
pub struct TakenBack {
    /// When.
    pub at: Moment,
    /// Who was asked, and when each confirmed.
    pub asked: Vec<(Id<Organisation>, String, Option<Moment>)>,
}

/// One sending.
#[derive(Debug)]
pub struct Sent {
    /// Which.
    pub referral: Id<Referral>,
    /// To whom.
    pub receiver: Id<Organisation>,
    /// Its name.
    pub name: String,
    /// Its duty phone.
    pub phone: String,
    /// When.
    pub at: Moment,
    /// Until when it is to be acknowledged.
    pub acknowledge_due: Option<Moment>,
    /// Until when it is to be answered.
    pub answer_due: Option<Moment>,
    /// The place that was held.
    pub place: Option<String>,
    /// When it was acknowledged, and whether by phone.
    pub acknowledged: Option<(Moment, bool)>,
    /// When it was answered, and how.
    pub answered: Option<(Moment, Answered)>,
    /// When the service began.
    pub started: Option<Moment>,
    /// When the outcome came back.
    pub outcome: Option<(Moment, Outcome)>,
    /// Whom escalation reached.
    pub escalated: Vec<Escalated>,
    /// When each step of escalation comes, as long as nobody answers.
    pub escalations: Vec<(Step, Moment)>,
    /// Whether it can still be answered.
    pub is_open: bool,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Yes, and which place.
    Accepted(Option<String>),
    /// No, and why.
    Refused(referral::Reason),
    /// No place.
    NoCapacity,
    /// Nobody answered in time.
    Expired,
}

/// Escalation reached someone.
#[derive(Debug)]
pub struct Escalated {
    /// Which step.
    pub step: Step,
    /// When.
    pub at: Moment,
    /// The organisation that was told.
    pub name: String,
    /// Its duty phone.
    pub phone: String,
}

impl Night {
    /// The night; `None` before it began.
    ///
    /// # Errors
    /// When storage is away.
    pub fn read(app: &App, seed: &Seed, now: Moment) -> Result<Option<Night>, Error> {
        let case = case_of(seed);
        let lines = app.store().snapshot()?.files(&[case])?;
        if lines.is_empty() {
            return Ok(None);
        }
        let folder = Folder::fold(lines)?;
        let names = app.view(
            "night.names",
            &seed.context(tiltas_app::account::clock(), now, "names"),
            |read, _| Names::read(read),
        )?;
        let mut night = Night::fold(case, folder, &names, now);
        night.next_provider = night.fitting(app, now)?;
        Ok(Some(night))
    }

    fn fold(case: Id<Case>, folder: Folder, names: &Names, now: Moment) -> Night {
        let mut night = Night {
            case,
            spoken_name: folder.case.spoken_name.clone(),
            found: now,
            asked: None,
            said: None,
            sendings: Vec::new(),
            led: None,
            taken_back: None,
            next_provider: None,
            last: now,
            events: folder.lines.len(),
            state: folder.case,
            tasks: folder.tasks,
        };
        for line in &folder.lines {
            night.last = line.at;
            match &line.event {
                Event::Case(event) => night.note(line.at, event),
                Event::Screening(screening::Event::Answered { answers, .. }) if answers.len() > 1 => {
                    night.asked.get_or_insert(line.at);
                }
                Event::Referral(event) => night.refer(line.at, Id::from_stored(line.stream.id), event, names),
                Event::Task(event) => night.ask(line.at, event, names),
                _ => {}
            }
        }
        for sent in &mut night.sendings {
            if let Some((_, referral)) = folder.referrals.iter().find(|(id, _)| *id == sent.referral) {
                sent.escalations = escalations(referral);
                sent.is_open = referral.sent().is_some_and(|(_, state)| state.is_open());
            }
        }
        night
    }

    fn note(&mut self, at: Moment, event: &case::Event) {
        match event {
            case::Event::Signal(_) => self.found = at,
            case::Event::Consent(consent::Event::Said(_)) => {
                self.said.get_or_insert(at);
            }
            case::Event::Consent(consent::Event::TakenBack { .. }) => {
                self.taken_back = Some(TakenBack { at, asked: Vec::new() });
            }
            case::Event::LeadAccepted { .. } => self.led = Some(at),
            _ => {}
        }
    }

    fn ask(&mut self, at: Moment, event: &task::Event, names: &Names) {
        let Some(taken_back) = &mut self.taken_back else { return };
        match event {
            task::Event::Opened(opened) if opened.work.kind() == task::Kind::ConfirmRemoval => {
                let asked = opened.assignee.organisation;
                taken_back.asked.push((asked, names.of(asked), None));
            }
            task::Event::Done { by, .. } => {
                let waiting = taken_back.asked.iter_mut();
                for (_, _, confirmed) in waiting.filter(|(asked, _, confirmed)| asked == by && confirmed.is_none()) {
                    *confirmed = Some(at);
                }
            }
            task::Event::Opened(_)
            | task::Event::Cancelled { .. }
            | task::Event::Escalated { .. }
            | task::Event::Forgotten => {}
        }
    }

    fn refer(&mut self, at: Moment, id: Id<Referral>, event: &referral::Event, names: &Names) {
        if let referral::Event::Sent(sending) = event {
            self.sendings.push(Sent {
                referral: id,
                receiver: sending.receiver,
                name: names.of(sending.receiver),
                phone: names.phone(sending.receiver).unwrap_or_default(),
                at,
                acknowledge_due: sending.acknowledge.due,
                answer_due: sending.answer.due,
                place: sending.place.clone(),
                acknowledged: None,
                answered: None,
                started: None,
                outcome: None,
                escalated: Vec::new(),
                escalations: Vec::new(),
                is_open: true,
            });
            return;
        }
        let Some(sent) = self.sendings.iter_mut().find(|sent| sent.referral == id) else {
            return;
        };
        match event {
            referral::Event::Acknowledged { how, .. } => {
                sent.acknowledged = Some((at, matches!(how, How::ByPhone { .. })));
            }
            referral::Event::Accepted { place, .. } => sent.answered = Some((at, Answered::Accepted(place.clone()))),
            referral::Event::Refused { reason, .. } => sent.answered = Some((at, Answered::Refused(*reason))),
            referral::Event::NoCapacity { .. } => sent.answered = Some((at, Answered::NoCapacity)),
            referral::Event::Expired { .. } => sent.answered = Some((at, Answered::Expired)),
            referral::Event::Started => sent.started = Some(at),
            referral::Event::Completed { outcome, .. } => sent.outcome = Some((at, *outcome)),
            referral::Event::Escalated { step, to, .. } => sent.escalated.push(Escalated {
                step: *step,
                at,
                name: names.of(*to),
                phone: names.phone(*to).unwrap_or_default(),
            }),
            _ => {}
        }
    }

    /// The sending that counts: the last one.
    pub fn sent(&self) -> Option<&Sent> {
        self.sendings.last()
    }

    /// Whether the last sending was accepted.
    pub fn accepted(&self) -> bool {
        self.sent()
            .is_some_and(|sent| matches!(sent.answered, Some((_, Answered::Accepted(_)))))
    }

    /// Through whose eyes the three screens look: who found the person, who receives them, who leads the file about the
    /// van.
    pub fn eyes(&self, seed: &Seed) -> [Actor; 3] {
        let shelter = self.sent().and_then(|sent| script::member_of(seed, sent.receiver));
        [
            seed.persona(Persona::BorderOfficer),
            shelter.unwrap_or_else(|| seed.persona(Persona::ShelterCoordinator)),
            seed.persona(Persona::Investigator),
        ]
    }

    /// Whether the police know that the case exists.
    pub fn proceeding(&self, seed: &Seed) -> bool {
        let police = seed.organisation(Institution::Police);
        self.state.parts.contains(&(police, Because::Proceeding))
    }

    /// Who leads now, as one who acts.
    pub fn lead(&self, seed: &Seed) -> Actor {
        if self.state.lead == seed.organisation(Institution::PodulAlb) {
            seed.persona(Persona::CaseManager)
        } else {
            seed.persona(Persona::BorderOfficer)
        }
    }

    /// The person's yes to a shelter, as long as it stands.
    pub fn shelter_consent(&self, now: Moment) -> Option<Id<Consent>> {
        let consents = self.state.consents.iter();
        consents
            .filter(|say| say.is_yes(now) && say.said.answer == Answer::Yes)
            .find(|say| say.said.to == consent::Recipient::Service(tiltas_domain::provider::Service::Shelter))
            .map(|say| say.said.say)
    }

    /// The provider that fits the person and was not asked yet: best fit first, as the page of a new referral has it.
    fn fitting(&self, app: &App, now: Moment) -> Result<Option<(Id<Provider>, String)>, Error> {
        let asked: Vec<Id<Organisation>> = self.sendings.iter().map(|sent| sent.receiver).collect();
        let needs = [tiltas_domain::provider::Service::Shelter];
        let mut lines = app.store().snapshot()?.providers(now)?;
        lines.retain(|line| {
            line.free > 0
                && !asked.contains(&line.offer.organisation)
                && line.offer.fit(&self.state.person, &needs).allows()
        });
        lines.sort_by(|a, b| {
            let order = |line: &tiltas_store::views::provider::Line| line.offer.fit(&self.state.person, &needs).order();
            order(b).cmp(&order(a)).then_with(|| a.offer.name.cmp(&b.offer.name))
        });
        Ok(lines.first().map(|line| (line.provider, line.offer.name.clone())))
    }
}

/// The file of the night.
pub(super) fn case_of(seed: &Seed) -> Id<Case> {
    Act::RecordSignal.context(&script::finding(seed, Moment(0))).id(0)
}

fn escalations(referral: &Referral) -> Vec<(Step, Moment)> {
    match referral {
        Referral::Draft { .. } => Vec::new(),
        Referral::Sending { escalations, .. } => Step::ALL.iter().copied().zip(escalations.iter().copied()).collect(),
    }
}
