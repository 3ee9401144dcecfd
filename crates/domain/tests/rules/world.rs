//! One file, three houses, and everyone who may act on them; decisions are folded as the store folds them.
pub use crate::act::{ALB, Act, SHELTER, code, needed, say, sending};
use std::collections::BTreeMap;
use tiltas_domain::{
    Actor, Changes, Context, Event, Id, Moment, Purpose, Recorded, Role, Root, Stream, StreamId,
    case::{self, Age, Case, Person},
    consent::{self, AddConsent, Recipient},
    content::{Message, Phone, Sensitive},
    detail::{self, Correct, Detail, Details, Origin},
    example::{self, Who},
    organisation::{self, Organisation, Registered},
    place,
    profile::Profile,
    provider::{self, Provider, Service},
    referral::{
        How, Reason, Referral, Sent, Step,
        answer::{self, Answer as Reply},
        end,
        send::{self, Draft, Send},
    },
    task::{self, Kind, Task},
};

/// The houses, in the order in which acts number them: women, men, and one that gives no shelter.
pub const HOUSES: [Who; 3] = [Who::CasaLiman, Who::CentrulNistruNord, Who::PodulAlb];

/// The two who may lead.
pub const LEADS: [Who; 2] = [Who::BorderPost, Who::PodulAlb];

/// All states, and the journal that they come from.
#[derive(Clone, PartialEq)]
pub struct World {
    pub now: Moment,
    pub id: Id<Case>,
    pub case: Option<Case>,
    pub referrals: BTreeMap<Id<Referral>, Referral>,
    pub providers: BTreeMap<Id<Provider>, Provider>,
    /// In the order in which they were opened.
    pub tasks: Vec<(Id<Task>, Task)>,
    pub details: Details,
}

/// The world with what does not change and what it has been through.
pub struct Night {
    pub profile: Profile,
    pub world: World,
    pub journal: Vec<(StreamId, Event)>,
    pub houses: [Id<Provider>; 3],
    drawn: u64,
}

fn words() -> Message {
    Message::wrap("words".to_owned())
}

impl World {
    fn empty(id: Id<Case>) -> World {
        World {
            now: example::NIGHT,
            id,
            case: None,
            referrals: BTreeMap::new(),
            providers: BTreeMap::new(),
            tasks: Vec::new(),
            details: Details::default(),
        }
    }

    /// Folds as the store does.
    ///
    /// # Panics
    /// When an event can't follow: then a decision wrote what breaks the journal.
    pub fn fold(&mut self, stream: StreamId, event: &Event) {
        fn next<K: Stream>(state: Option<K>, event: &K::Event) -> K {
            K::evolve(state, event).expect("every decision can be folded")
        }
        let id = stream.id;
        match event {
            Event::Case(event) => self.case = Some(next(self.case.take(), event)),
            Event::Referral(event) => {
                let id = Id::from_stored(id);
                let state = next(self.referrals.remove(&id), event);
                self.referrals.insert(id, state);
            }
            Event::Provider(event) => {
                let id = Id::from_stored(id);
                let state = next(self.providers.remove(&id), event);
                self.providers.insert(id, state);
            }
            Event::Task(event) => {
                let id = Id::from_stored(id);
                match self.tasks.iter_mut().find(|(task, _)| *task == id) {
                    Some((_, task)) => *task = next(Some(task.clone()), event),
                    None => self.tasks.push((id, next(None, event))),
                }
            }
            Event::Detail(event) => self.details = next(Some(std::mem::take(&mut self.details)), event),
            Event::Organisation(_)
            | Event::Audit(_)
            | Event::Attempt(_)
            | Event::Screening(_)
            | Event::Risk(_)
            | Event::Note(_)
            | Event::Need(_)
            | Event::Recommendation(_)
            | Event::Programme(_)
            | Event::Partnership(_)
            | Event::Visit(_)
            | Event::Plan(_)
            | Event::Import(_)
            | Event::Book(_)
            | Event::Practice(_)
            | Event::ExpertInstitution(_)
            | Event::Period(_)
            | Event::Report(_)
            | Event::NationalReport(_)
            | Event::Training(_)
            | Event::Certificate(_)
            | Event::Meeting(_) => {}
        }
    }
}

impl Night {
    /// The person was found: the file is open, the houses are listed.
    pub fn begin(person: Person) -> Night {
        let mut night = Night {
            profile: example::moldova(),
            world: World::empty(example::id(250)),
            journal: Vec::new(),
            houses: [example::id(0); 3],
            drawn: 0,
        };
        for (at, who) in HOUSES.into_iter().enumerate() {
            let context = night.context(who.actor(Role::Provider));
            night.houses[at] = context.id(0);
            let listed = provider::list(&who.list(who.id()).unwrap(), &[], &context).unwrap();
            night.keep(&listed);
        }
        let record = tiltas_domain::signal::Record {
            person,
            ..example::signal()
        };
        let context = night.context(Who::BorderPost.actor(Role::FirstResponder));
        night.world.id = context.id(0);
        let opened = tiltas_domain::signal::record(
            &record,
            "Galium 246".to_owned(),
            "MD 000-000-0".to_owned(),
            &night.profile,
            &context,
        )
        .unwrap();
        night.keep(&opened);
        night
    }

    /// A context that nobody had before.
    pub fn context(&mut self, actor: Actor) -> Context {
        self.drawn += 1;
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&self.drawn.to_le_bytes());
        let root = Root {
            actor,
            purpose: Purpose::Assistance,
            now: self.world.now,
            seed,
            request: seed,
            correlation: self.drawn,
            drawn: None,
        };
        root.of("rules")
    }

    pub fn keep(&mut self, changes: &Changes) {
        for change in changes.list() {
            self.world.fold(change.stream, &change.event);
            self.journal.push((change.stream, change.event.clone()));
        }
    }

    pub fn case(&self) -> &Case {
        self.world.case.as_ref().unwrap()
    }

    /// The tasks of this kind.
    pub fn tasks(&self, kind: Kind) -> Vec<&Task> {
        let tasks = self.world.tasks.iter().map(|(_, task)| task);
        tasks.filter(|task| task.opened.work.kind() == kind).collect()
    }

    /// The referrals by which organisations take part, with their houses.
    pub fn active(&self, case: &Case) -> Vec<Sent> {
        let found = case.referrals().filter_map(|id| {
            let referral = self.world.referrals.get(&id)?.clone();
            let provider = self.world.providers.get(&referral.sent()?.0.to)?.clone();
            Some(Sent { id, referral, provider })
        });
        found.collect()
    }

    /// The `nth` referral, in the order of their ids.
    pub fn referral(&self, nth: usize) -> Option<(Id<Referral>, Referral)> {
        let count = self.world.referrals.len();
        (count > 0).then(|| {
            self.world
                .referrals
                .iter()
                .nth(nth % count)
                .map(|(id, r)| (*id, r.clone()))
                .unwrap()
        })
    }

    /// The same journal, folded anew.
    pub fn replayed(&self) -> World {
        let mut world = World::empty(self.world.id);
        for (stream, event) in &self.journal {
            world.fold(*stream, event);
        }
        World {
            now: self.world.now,
            ..world
        }
    }

    /// Tries it. `Ok` when it was done, else the code of the rule that stood against it, or nothing where there was no such thing; then nothing changed.
    pub fn act(&mut self, act: &Act) -> Result<(), &'static str> {
        let before = self.world.clone();
        match self.decide(act) {
            Ok(changes) => {
                self.keep(&changes);
                Ok(())
            }
            Err(refusal) => {
                assert!(before == self.world, "a refusal leaves nothing");
                Err(refusal)
            }
        }
    }

    /// What was said, and the offer of the lead that falls with it.
    fn with_offer(&self, said: Changes, context: &Context) -> Changes {
        let (id, case) = (self.world.id, self.case());
        let to = case.lead_offer.as_ref().map(|(to, _)| *to);
        let Some(offered) = LEADS.into_iter().find(|who| Some(who.id()) == to) else {
            return said;
        };
        let falls = case::lead_offer_falls(id, case, &member(offered), &said, &self.profile, context);
        said.and_all(falls)
    }

    fn decide(&mut self, act: &Act) -> Result<Changes, &'static str> {
        let nothing = || Err("");
        let (id, case, profile) = (self.world.id, self.case().clone(), self.profile.clone());
        let lead = LEADS
            .into_iter()
            .find(|who| who.id() == case.lead)
            .unwrap_or(Who::BorderPost);
        let context = self.context(lead.actor(Role::CaseManager));
        let received = |nth: usize| {
            let (id, referral) = self.referral(nth)?;
            let (sending, _) = referral.sent()?;
            let provider = self.world.providers.get(&sending.to)?.clone();
            let who = HOUSES.into_iter().find(|who| who.id() == sending.receiver)?;
            let theirs = as_(who.actor(Role::Provider), &context);
            Some((id, referral, provider, theirs))
        };
        match act {
            Act::Wait(minutes) => {
                self.world.now = self.world.now.plus_minutes(i64::from(*minutes));
                Ok(Changes::default())
            }
            Act::Consent {
                house,
                service,
                answer,
                fields,
                days,
            } => {
                let who = HOUSES[house % 3];
                let to = if *service {
                    Recipient::Service(if *house == 2 {
                        Service::CaseManagement
                    } else {
                        Service::Shelter
                    })
                } else {
                    Recipient::Organisation(who.id())
                };
                let until = days.map(|days| context.now.plus_hours(i64::from(days) * 24));
                let say = AddConsent {
                    until,
                    ..example::say(to, *answer, *fields)
                };
                let said = consent::record(id, &case, &[say], &self.active(&case), &profile, &context);
                said.map(|said| self.with_offer(said, &context))
                    .map_err(|refusal| refusal.code())
            }
            Act::TakeBack(nth, sharing, service) => {
                let Some(say) = pick(&case.consents, *nth) else {
                    return nothing();
                };
                let command = consent::Withdraw {
                    say: say.said.say,
                    sharing: *sharing,
                    service: *service,
                };
                let said = consent::withdraw(id, &case, command, &self.active(&case), &profile, &context);
                said.map(|said| self.with_offer(said, &context))
                    .map_err(|refusal| refusal.code())
            }
            Act::Draft(nth) => {
                let old = nth.and_then(|nth| self.referral(nth));
                if let Some((_, old)) = &old {
                    send::draft_stands(old, (id, &case), &context).map_err(|refusal| refusal.code())?;
                }
                let draft = Draft {
                    case: id,
                    draft: old.map(|(id, _)| id),
                    to: None,
                    urgency: case.urgency,
                    services: vec![Service::Shelter],
                    words: Some(words()),
                };
                Ok(send::draft(&draft, &profile, &context))
            }
            Act::Send {
                house,
                services,
                ground,
                reason,
                fields,
                hold,
                urgency,
                days,
                draft,
            } => {
                let to = self.houses[house % 3];
                let old = draft.and_then(|nth| self.referral(nth));
                if let Some((_, old)) = &old {
                    send::draft_stands(old, (id, &case), &context).map_err(|refusal| refusal.code())?;
                }
                let command = Send {
                    draft: old.map(|(id, _)| id),
                    urgency: *urgency,
                    services: services.clone(),
                    ground: *ground,
                    ground_reason: reason.then(words),
                    until: days.map(|days| context.now.plus_hours(i64::from(days) * 24)),
                    hold: *hold,
                    ..example::send(id, to, *fields)
                };
                let others: Vec<_> = self
                    .active(&case)
                    .into_iter()
                    .map(|sent| (sent.id, sent.referral))
                    .collect();
                send::send(&case, &self.world.providers[&to], &others, &command, &profile, &context)
                    .map_err(|refusal| refusal.code())
            }
            Act::OfferLead(to) => case::offer_lead(
                id,
                &case,
                (LEADS[to % 2].id(), &member(LEADS[to % 2])),
                &profile,
                &context,
            )
            .map_err(|refusal| refusal.code()),
            Act::AnswerLead(by, accept) => {
                let theirs = as_(LEADS[by % 2].actor(Role::CaseManager), &context);
                case::answer_lead(id, &case, &member(LEADS[by % 2]), *accept, &profile, &theirs)
                    .map_err(|refusal| refusal.code())
            }
            Act::Describe(class, basis, years) => {
                let person = Person {
                    age: Age {
                        class: *class,
                        basis: *basis,
                        years: *years,
                    },
                    ..Person::default()
                };
                let noticed = !self.tasks(Kind::TellChildProtection).is_empty();
                case::describe(id, &case, &person, noticed, &profile, &context).map_err(|refusal| refusal.code())
            }
            Act::Tell => Ok(detail::tell(
                id,
                Detail::Phone(Phone::wrap("000".to_owned()).into()),
                Origin::Later,
                0,
                &context,
            )),
            Act::Correct(nth) => {
                let Some(old) = pick(&self.world.details.0, *nth) else {
                    return nothing();
                };
                let command = Correct {
                    replaces: old.id,
                    value: old.value.clone(),
                };
                let holders = case.holders_of(old.value.field(), context.now);
                detail::correct(id, &self.world.details, &command, holders, 0, &profile, &context)
                    .map_err(|refusal| refusal.code())
            }
            Act::Finish(nth) | Act::TellChildProtection(nth) => {
                let Some((found, task)) = pick(&self.world.tasks, *nth) else {
                    return nothing();
                };
                let owner = Actor {
                    organisation: task.opened.assignee.organisation,
                    ..context.actor
                };
                let theirs = as_(owner, &context);
                if matches!(act, Act::Finish(_)) {
                    task::finish(*found, task, None, &profile, &theirs).map_err(|refusal| refusal.code())
                } else {
                    let authority = Who::ChildProtection.id();
                    case::tell_child_protection((*found, task), authority, &profile, &theirs)
                        .map_err(|refusal| refusal.code())
                }
            }
            Act::Release(house, nth) | Act::Free(house, nth) | Act::InUse(house, nth, _) => {
                let (who, to) = (HOUSES[house % 3], self.houses[house % 3]);
                let provider = &self.world.providers[&to];
                let theirs = as_(who.actor(Role::Provider), &context);
                let label = pick(&provider.places, *nth).map_or("no such", |place| &place.label);
                match act {
                    Act::Free(..) => place::free(to, provider, label, None, &theirs),
                    Act::InUse(_, _, in_use) => place::set_in_use(to, provider, label, *in_use, &theirs),
                    _ => {
                        let Some(hold) = pick(&provider.holds, *nth) else {
                            return nothing();
                        };
                        place::release(to, provider, hold.referral, &theirs)
                    }
                }
                .map_err(|refusal| refusal.code())
            }
            Act::Acknowledge(nth, by_phone) => {
                let Some((id, referral, _, theirs)) = received(*nth) else {
                    return nothing();
                };
                let how = if *by_phone {
                    How::ByPhone {
                        function: "Night coordinator".to_owned(),
                        at: theirs.now,
                    }
                } else {
                    How::Here
                };
                answer::acknowledge(id, &referral, &how, &theirs).map_err(|refusal| refusal.code())
            }
            Act::Ask(nth) => match received(*nth) {
                Some((id, referral, ..)) => answer::ask(id, &referral, &words()).map_err(|refusal| refusal.code()),
                None => nothing(),
            },
            Act::Reply(nth) => match received(*nth) {
                Some((id, referral, ..)) => answer::reply(id, &referral, &words()).map_err(|refusal| refusal.code()),
                None => nothing(),
            },
            Act::Accept(nth, _) | Act::Refuse(nth, _) | Act::NoCapacity(nth) => {
                let Some((id, referral, provider, theirs)) = received(*nth) else {
                    return nothing();
                };
                let reply = match act {
                    Act::Accept(_, place) => Reply::Accept {
                        place: place
                            .and_then(|nth| pick(&provider.places, usize::from(nth)))
                            .map(|place| place.label.clone()),
                        words: None,
                    },
                    Act::Refuse(_, said) => Reply::Refuse {
                        reason: Reason::Other,
                        words: said.then(words),
                    },
                    _ => Reply::NoCapacity { words: None },
                };
                let mut others = self.active(&case);
                others.retain(|other| other.id != id);
                answer::answer(id, &referral, &case, &provider, &others, &reply, &theirs)
                    .map_err(|refusal| refusal.code())
            }
            Act::Start(nth) => match received(*nth) {
                Some((id, referral, ..)) => {
                    answer::start(id, &referral, &case, &profile).map_err(|refusal| refusal.code())
                }
                None => nothing(),
            },
            Act::Complete(nth, outcome) => match received(*nth) {
                Some((id, referral, provider, theirs)) => {
                    let ends = (*outcome, None);
                    answer::complete(id, &referral, &case, &provider, ends, &profile, &theirs)
                        .map_err(|refusal| refusal.code())
                }
                None => nothing(),
            },
            Act::Fail(nth) => match received(*nth) {
                Some((id, referral, provider, theirs)) => {
                    answer::fail(id, &referral, &case, &provider, &words(), &profile, &theirs)
                        .map_err(|refusal| refusal.code())
                }
                None => nothing(),
            },
            Act::Withdraw(nth, because) => match received(*nth) {
                Some((id, referral, provider, _)) => {
                    end::withdraw(id, &referral, &case, &provider, *because, &profile, &context)
                        .map_err(|refusal| refusal.code())
                }
                None => nothing(),
            },
            Act::GivePlace(nth, place) => match received(*nth) {
                Some((id, referral, provider, theirs)) => {
                    let label = pick(&provider.places, *place).map_or("no such", |place| &place.label);
                    answer::give_place(id, &referral, &provider, label, &theirs).map_err(|refusal| refusal.code())
                }
                None => nothing(),
            },
            Act::Expire(nth) => match received(*nth) {
                Some((id, referral, provider, _)) => {
                    answer::expire(id, &referral, &case, &provider, &profile, &context)
                        .map_err(|refusal| refusal.code())
                }
                None => nothing(),
            },
            Act::Escalate(nth, step) => match received(*nth) {
                Some((id, referral, ..)) => {
                    let step = (Step::ALL[step % 4], case.lead);
                    end::escalate(id, &referral, step, &[], &context).map_err(|refusal| refusal.code())
                }
                None => nothing(),
            },
        }
    }
}

/// An organisation as it is registered.
pub fn member(who: Who) -> Organisation {
    let context = example::context(Who::NationalUnit.actor(Role::NationalUnit), example::NIGHT, 1);
    let registered = organisation::register(&who.register(None), &Registered::default(), &context).unwrap();
    let state = registered.list().iter().fold(None, |state, change| {
        let event = organisation::Event::of(&change.event).unwrap().clone();
        Organisation::evolve(state, &event)
    });
    state.unwrap()
}

fn pick<T>(list: &[T], nth: usize) -> Option<&T> {
    list.get(nth.checked_rem(list.len())?)
}

/// The same context of another actor.
fn as_(actor: Actor, context: &Context) -> Context {
    let mut theirs = context.clone();
    theirs.actor = actor;
    theirs
}
