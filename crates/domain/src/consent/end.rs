//! What ends with a person's word: a consent that is withdrawn, and what a narrower word takes back.
use super::{Consent, Event, Recipient, Refusal, Withdraw};
use crate::{
    Changes, Context, Id, Moment,
    case::{self, Case},
    content::Fields,
    context::Purpose,
    disclosure::{self, Disclosure},
    organisation::Organisation,
    profile::Profile,
    referral::{Referral, Sent, end},
    task::{self, Owed, Work},
};

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
pub(super) struct Ends<'e> {
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
    narrowed: Vec<(Id<Disclosure>, Fields)>,
    services: Vec<Id<Referral>>,
    said: Vec<Id<Consent>>,
    tasks: u32,
}

impl<'e> Ends<'e> {
    pub(super) fn new(
        id: Id<Case>,
        case: &'e Case,
        sent: &'e [Sent],
        profile: &'e Profile,
        context: &'e Context,
    ) -> Self {
        Ends {
            id,
            case,
            sent,
            profile,
            context,
            service: false,
            done: Vec::new(),
            shortened: Vec::new(),
            narrowed: Vec::new(),
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
    pub(super) fn by_no(&mut self, to: Recipient, no: Id<Consent>) -> Changes {
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
    pub(super) fn by_day(&mut self, about: (Recipient, Purpose), until: Moment) -> Changes {
        let id = self.id;
        self.resting(about).fold(Changes::default(), |changes, held| {
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

    /// What runs on an earlier yes to the same recipient, or on any to an organisation that this one names.
    fn resting(&self, (to, purpose): (Recipient, Purpose)) -> impl Iterator<Item = &'e Disclosure> + use<'e> {
        let (case, now) = (self.case, self.context.now);
        case.disclosures.iter().filter(move |held| {
            let said = case.consents.iter().find(|say| Some(say.said.say) == held.say);
            let same = said.is_some_and(|say| say.said.to == to && say.said.purpose == purpose);
            let named = to == Recipient::Organisation(held.to) && held.say.is_some() && held.purpose == purpose;
            held.runs(now) && (same || named)
        })
    }

    /// A yes that names less than what goes to the same recipient on an earlier yes, or to an organisation that it names on any:
    /// what it leaves out goes no more, and the receiver is asked to remove it. A house that answers for the person's safety
    /// keeps of it what its own record may hold.
    pub(super) fn by_fields(&mut self, about: (Recipient, Purpose), fields: Fields, say: Id<Consent>) -> Changes {
        let (id, at) = (self.id, self.context.now);
        self.resting(about).fold(Changes::default(), |changes, held| {
            let before = self.narrowed.iter().filter(|(which, _)| *which == held.id);
            let stands = before.fold(held.fields, |fields, (_, gone)| fields.without(*gone));
            let gone = stands.without(fields);
            if gone.is_empty() || self.done.contains(&held.id) {
                return changes;
            }
            let first = stands == held.fields;
            self.narrowed.push((held.id, gone));
            let narrowed = disclosure::Event::Narrowed {
                disclosure: held.id,
                gone,
                at,
                to: held.to,
            };
            let kept = match first && self.is_promised(held) {
                true => disclosure::open_record(id, self.case, held.id, self.profile),
                false => Changes::default(),
            };
            let asked = self.task(Work::ConfirmRemoval(say), held.to);
            changes
                .and_all(kept)
                .and(id, case::Event::Disclosure(narrowed))
                .and_all(asked)
        })
    }

    /// Whether a house waits for the person or shelters them: it answers for their safety, and keeps what it needs for that.
    fn is_promised(&self, held: &Disclosure) -> bool {
        let sent = held.referral.and_then(|referral| self.sent(referral));
        sent.is_some_and(|sent| sent.referral.sent().is_some_and(|(_, state)| state.may_have_place()))
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
            end::wish_ends(sent, self.case, (because, self.service), self.context)
        });
        let ended = match (ended.is_empty(), self.is_promised(held)) {
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
                let ended = end::wish_ends(sent, case, because, self.context);
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
