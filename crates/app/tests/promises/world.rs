//! Institutions that work with each other at random: each act is a use case, done by somebody who may or may not do it.
#[path = "../../../store/tests/common/spoil.rs"]
mod spoil;

use super::act::{Act, Move, PEOPLE};
use std::{cell::Cell, collections::HashMap};
use tempfile::TempDir;
use tiltas_app::{
    App, Error, Receipt, account, case, clock, consent, detail, note, organisation, place, proceeding, provider,
    referral, risk, signal, task,
};
use tiltas_domain::{
    Actor, Answer, Field, Fields, Id, Moment, Purpose, Role, Root, Sensitive,
    case::{Case, Urgency},
    consent::{AddConsent, Recipient, Withdraw},
    content::{HealthNote, Message, NoteText, Phone},
    detail::{Correct, Detail, Details},
    example::{self, Who},
    note::Add,
    provider::{Provider, Service},
    referral::{
        Outcome, Reason, Referral, WithdrawnBecause,
        answer::Answer as Reply,
        send::{Draft, Send},
    },
    risk::{Assess, Channel, Level, Safety},
    task::{Kind, Task},
};
use tiltas_store::{Location, Store};

/// The world.
pub struct World {
    pub app: App,
    pub cases: Vec<Id<Case>>,
    pub referrals: Vec<Id<Referral>>,
    people: HashMap<(&'static str, &'static str), Actor>,
    houses: Vec<Id<Provider>>,
    now: Cell<Moment>,
    drawn: Cell<u64>,
    folder: TempDir,
}

impl World {
    pub fn new(location: Option<Location>) -> World {
        let folder = tempfile::tempdir().unwrap();
        let location = location.unwrap_or(Location::Folder(folder.path().to_owned()));
        let store = Store::open(&location, &[9; 32]).unwrap();
        let mut world = World {
            app: App::new(store, example::moldova()),
            cases: Vec::new(),
            referrals: Vec::new(),
            people: HashMap::new(),
            houses: Vec::new(),
            now: Cell::new(example::NIGHT),
            drawn: Cell::new(0),
            folder,
        };
        world.found();
        world
    }

    fn found(&mut self) {
        let mut team = None;
        for who in Who::ALL {
            let point = team.filter(|_| who == Who::BorderPost);
            let context = self.context(account::founder());
            let (id, _) = organisation::register(&self.app, &context, &who.register(point)).unwrap();
            team = team.or((who == Who::Team).then_some(id));
            for found in account::all(&self.app).unwrap() {
                if found.organisation == id {
                    self.people.insert((who.name(), found.role.code()), found.actor());
                }
            }
        }
        for who in [Who::CasaLiman, Who::AdapostRasarit] {
            let actor = self.actor(who, Role::Provider);
            let list = who.list(actor.organisation).unwrap();
            let (id, _) = provider::list(&self.app, &self.context(actor), &list).unwrap();
            self.houses.push(id);
        }
    }

    pub fn actor(&self, who: Who, role: Role) -> Actor {
        self.people[&(who.name(), role.code())]
    }

    pub fn people(&self) -> impl Iterator<Item = Actor> + '_ {
        PEOPLE.iter().map(|(who, role)| self.actor(*who, *role))
    }

    pub fn now(&self) -> Moment {
        self.now.get()
    }

    /// A context of its own.
    pub fn context(&self, actor: Actor) -> Root {
        self.drawn.set(self.drawn.get() + 1);
        let mut seed = [0x5E; 32];
        seed[..8].copy_from_slice(&self.drawn.get().to_be_bytes());
        Root {
            actor,
            purpose: Purpose::Assistance,
            now: self.now.get(),
            seed,
            request: seed,
            correlation: self.drawn.get(),
            drawn: None,
        }
    }

    /// Where the journal stands.
    pub fn position(&self) -> i64 {
        self.app.store().snapshot().unwrap().last(1).unwrap()[0].position
    }

    pub fn case(&self, id: Id<Case>) -> Option<Case> {
        self.app.store().snapshot().unwrap().state(id).ok()?.0
    }

    /// What was told in a case.
    pub fn details(&self, id: Id<Case>) -> Details {
        let snapshot = self.app.store().snapshot().unwrap();
        snapshot
            .state(id.of())
            .ok()
            .and_then(|(state, _)| state)
            .unwrap_or_default()
    }

    pub fn referral(&self, id: Id<Referral>) -> Option<Referral> {
        self.app.store().snapshot().unwrap().state(id).ok()?.0
    }

    /// The tasks of this kind that a case has or had.
    pub fn tasks(&self, case: Id<Case>, kind: Kind) -> Vec<(Id<Task>, Task)> {
        let snapshot = self.app.store().snapshot().unwrap();
        let all = snapshot.tasks(case, kind).unwrap().into_iter();
        all.filter_map(|(id, _)| Some((id, snapshot.state(id).ok()?.0?)))
            .collect()
    }

    pub fn house(&self, id: Id<Provider>) -> Provider {
        self.app.store().snapshot().unwrap().state(id).unwrap().0.unwrap()
    }

    pub fn houses(&self) -> &[Id<Provider>] {
        &self.houses
    }

    /// The same store, opened anew: nothing is in memory.
    pub fn reopened(&self) -> Store {
        Store::open(&Location::Folder(self.folder.path().to_owned()), &[9; 32]).unwrap()
    }

    /// Time passes, and nothing is done.
    pub fn later(&self, minutes: i64) {
        self.now.set(self.now.get().plus_minutes(minutes));
    }

    /// Turns one bit in each event of a referral, behind the store's back: it can't be read any more, or can again.
    pub fn turn_a_bit(&mut self, id: Id<Referral>) {
        spoil::turn_a_bit(self.folder.path(), id.into());
        // Nothing of it is in memory.
        self.app = App::new(self.reopened(), example::moldova());
    }

    /// Time passes, and does what it does by itself.
    pub fn pass(&self, minutes: i64) {
        self.now.set(self.now.get().plus_minutes(minutes));
        let seed = |name: &str| {
            let mut seed = [0xC1; 32];
            for (nth, byte) in name.bytes().enumerate() {
                seed[nth % 32] ^= byte.rotate_left(nth as u32 / 32);
            }
            seed
        };
        clock::tick(&self.app, self.now.get(), 100, seed).unwrap();
    }

    /// Who does this step: as drawn, or whoever may be expected to.
    pub fn who(&self, step: Move) -> Actor {
        use Act as A;
        if let Some(drawn) = step.who {
            let (who, role) = PEOPLE[drawn];
            return self.actor(who, role);
        }
        let house = self
            .referrals
            .get(step.which % self.referrals.len().max(1))
            .and_then(|id| {
                let referral = self.referral(*id)?;
                let (sending, _) = referral.sent()?;
                self.people().find(|actor| actor.organisation == sending.receiver)
            });
        let case = self
            .cases
            .get(step.which % self.cases.len().max(1))
            .and_then(|id| self.case(*id));
        let lead = case.and_then(|case| self.people().find(|actor| actor.organisation == case.lead));
        let officer = self.actor(Who::BorderPost, Role::FirstResponder);
        match step.act {
            A::Acknowledge | A::Ask | A::Accept | A::Refuse | A::Start | A::Complete | A::Fail | A::Release => {
                house.unwrap_or(officer)
            }
            A::AnswerLead(_) => self.actor(Who::PodulAlb, Role::CaseManager),
            A::TakeLead => self.actor(Who::Team, Role::ContactPoint),
            A::Free | A::Close => self.actor(Who::CasaLiman, Role::Provider),
            A::Forget => self.actor(Who::PodulAlb, Role::DataProtection),
            A::Finish if step.which.is_multiple_of(2) => house.unwrap_or(officer),
            _ => lead.unwrap_or(officer),
        }
    }

    /// A file that can be referred, and one referral that went out.
    pub fn begin(&mut self) {
        for act in [Act::Signal, Act::SayYes(0), Act::Send(true)] {
            let step = Move {
                act,
                who: None,
                which: 0,
                minutes: 0,
            };
            let context = self.context(self.who(step));
            self.step(step, &context).unwrap();
        }
    }

    /// Does one step, and tells what it made.
    pub fn step(&mut self, step: Move, context: &Root) -> Result<Receipt, Error> {
        let case = self.cases.get(step.which % self.cases.len().max(1)).copied();
        let referral = self.referrals.get(step.which % self.referrals.len().max(1)).copied();
        match (step.act, case, referral) {
            (Act::Signal, ..) | (_, None, _) => {
                let (id, receipt) = signal::record(&self.app, context, &example::signal())?;
                if !receipt.repeated {
                    self.cases.push(id);
                }
                Ok(receipt)
            }
            (Act::Draft | Act::Send(_) | Act::SendDraft, Some(case), referral) => {
                self.sent(step, context, case, referral)
            }
            (
                Act::Withdraw
                | Act::Acknowledge
                | Act::Ask
                | Act::Reply
                | Act::Accept
                | Act::Refuse
                | Act::Start
                | Act::Complete
                | Act::Fail
                | Act::Release,
                Some(case),
                None,
            ) => self.in_file(Move { act: Act::Note, ..step }, context, case),
            (Act::Withdraw | Act::Acknowledge | Act::Ask | Act::Reply, _, Some(referral)) => {
                self.between(step.act, context, referral)
            }
            (Act::Accept | Act::Refuse | Act::Start | Act::Complete | Act::Fail | Act::Release, _, Some(referral)) => {
                self.at_the_house(step, context, referral)
            }
            (_, Some(case), _) => self.in_file(step, context, case),
        }
    }

    fn sent(
        &mut self,
        step: Move,
        context: &Root,
        case: Id<Case>,
        referral: Option<Id<Referral>>,
    ) -> Result<Receipt, Error> {
        let to = self.houses[step.which % self.houses.len()];
        let draft = referral.filter(|_| matches!(step.act, Act::SendDraft) || step.which.is_multiple_of(3));
        let words = Some(Message::wrap("words".to_owned()));
        let services = vec![Service::Shelter];
        let urgency = Urgency::Tonight;
        let (id, receipt) = if matches!(step.act, Act::Draft) {
            let command = Draft {
                case,
                draft,
                to: Some(to),
                urgency,
                services,
                words,
            };
            referral::draft(&self.app, context, &command)?
        } else {
            let command = Send {
                draft: draft.filter(|_| matches!(step.act, Act::SendDraft)),
                urgency,
                services,
                hold: matches!(step.act, Act::Send(true)),
                words,
                ..example::send(
                    case,
                    to,
                    Fields::of(&[Field::SpokenName, Field::Work, Field::Person, Field::Health]),
                )
            };
            referral::send(&self.app, context, &command)?
        };
        if !self.referrals.contains(&id) {
            self.referrals.push(id);
        }
        Ok(receipt)
    }

    fn between(&self, act: Act, context: &Root, id: Id<Referral>) -> Result<Receipt, Error> {
        let words = Message::wrap("words".to_owned());
        match act {
            Act::Withdraw => referral::withdraw(&self.app, context, id, WithdrawnBecause::WrongReceiver),
            Act::Acknowledge => referral::acknowledge(&self.app, context, id),
            Act::Ask => referral::ask(&self.app, context, id, &words),
            _ => referral::reply(&self.app, context, id, &words),
        }
    }

    fn at_the_house(&self, step: Move, context: &Root, id: Id<Referral>) -> Result<Receipt, Error> {
        let words = Message::wrap("words".to_owned());
        match step.act {
            Act::Accept => referral::answer(
                &self.app,
                context,
                id,
                &Reply::Accept {
                    place: None,
                    words: None,
                },
            ),
            Act::Refuse => {
                let reason = Reason::Other;
                referral::answer(
                    &self.app,
                    context,
                    id,
                    &Reply::Refuse {
                        reason,
                        words: Some(words),
                    },
                )
            }
            Act::Start => referral::start(&self.app, context, id),
            Act::Complete => {
                let outcomes = Outcome::ALL;
                referral::complete(&self.app, context, id, outcomes[step.which % outcomes.len()], None)
            }
            Act::Fail => referral::fail(&self.app, context, id, &words),
            _ => place::release(&self.app, context, self.houses[step.which % self.houses.len()], id),
        }
    }

    fn in_file(&mut self, step: Move, context: &Root, id: Id<Case>) -> Result<Receipt, Error> {
        let (app, which) = (&self.app, step.which);
        let state = self.case(id);
        let nth = |len: usize| which % len.max(1);
        match step.act {
            Act::Tell => detail::tell(app, context, id, &Detail::Phone(Phone::wrap("069".to_owned()).into())),
            Act::Correct => {
                let details = self.details(id).0;
                let replaces = details
                    .get(nth(details.len()))
                    .map_or(Id::from_bytes([1; 16]), |told| told.id);
                let value = Detail::Health(HealthNote::wrap("well".to_owned()).into());
                detail::correct(app, context, id, &Correct { replaces, value })
            }
            Act::Assess => risk::assess(app, context, id, &assessment(which)),
            Act::SayYes(bits) => {
                let fields = Field::ALL.iter().enumerate().filter(|(nth, _)| bits & (1 << nth) != 0);
                let fields: Fields = fields.map(|(_, field)| *field).collect();
                let most = Fields::of(&[Field::SpokenName, Field::Work, Field::Person, Field::Health]);
                let fields = if which.is_multiple_of(2) {
                    fields.and(most)
                } else {
                    fields
                };
                let to = [Service::Shelter, Service::CaseManagement][usize::from(which % 3 == 1)];
                consent::record(app, context, id, &[say(Recipient::Service(to), Answer::Yes, fields)])
            }
            Act::SayNo => {
                let no = say(Recipient::Service(Service::Shelter), Answer::No, Fields::NONE);
                consent::record(app, context, id, &[no])
            }
            Act::TakeBack => {
                let consents = state.map(|case| case.consents).unwrap_or_default();
                let say = consents
                    .get(nth(consents.len()))
                    .map_or(Id::from_bytes([2; 16]), |say| say.said.say);
                let command = Withdraw {
                    say,
                    sharing: !which.is_multiple_of(5),
                    service: which.is_multiple_of(2),
                };
                consent::withdraw(app, context, id, command)
            }
            Act::Describe => {
                let person = if which.is_multiple_of(2) {
                    example::woman()
                } else {
                    example::unsure_of_age()
                };
                case::describe(app, context, id, &person)
            }
            Act::OfferLead => case::offer_lead(
                app,
                context,
                id,
                self.actor(Who::PodulAlb, Role::CaseManager).organisation,
            ),
            Act::AnswerLead(accept) => case::answer_lead(app, context, id, accept),
            Act::TakeLead => case::take_lead(app, context, id),
            Act::Finish | Act::TellChildProtection => {
                let tasks: Vec<_> = Kind::ALL.iter().flat_map(|kind| self.tasks(id, *kind)).collect();
                let task = tasks
                    .get(nth(tasks.len()))
                    .map_or(Id::from_bytes([3; 16]), |(task, _)| *task);
                if matches!(step.act, Act::Finish) {
                    return task::finish(app, context, task, None);
                }
                let authority = self.actor(Who::ChildProtection, Role::ChildProtection).organisation;
                task::tell_child_protection(app, context, task, authority)
            }
            Act::Proceeding => proceeding::note(app, context, id, self.actor(Who::Police, Role::Police).organisation),
            Act::Free => place::free(app, context, self.houses[0], ["1 A", "2 A", "2 B"][which % 3], None),
            Act::Close => place::set_in_use(app, context, self.houses[0], "2 B", which.is_multiple_of(2)),
            Act::Forget => case::forget(app, context, id),
            _ => {
                let text = NoteText::wrap("note".to_owned());
                let add = Add {
                    adds_to: None,
                    own_words: false,
                    text,
                };
                note::add(app, context, id, &add)
            }
        }
    }
}

fn assessment(which: usize) -> Assess {
    Assess {
        assessment: tiltas_domain::risk::Event {
            level: Level::ALL[which % Level::ALL.len()],
            with_person: Answer::Yes,
            channels: vec![(Channel::Call, Safety::No)],
            safe_contact: None,
            feared: Vec::new(),
            plan: None,
        },
    }
}

pub fn say(to: Recipient, answer: Answer, fields: Fields) -> AddConsent {
    example::say(to, answer, fields)
}
