//! All that is in one person's file, in the journal's order.
use crate::Error;
use tiltas_access::CaseFacts;
use tiltas_domain::{
    Context, Event, Field, Id, Moment, OfCase, Recorded, Stream,
    case::{self, Case},
    detail::Details,
    known::Known,
    organisation::Organisation,
    referral::Referral,
    risk::Risk,
    task::Task,
};
use tiltas_store::Line;

/// All that is in one person's file, from one statement: the case, its referrals and its tasks folded, the rest when it is asked for.
pub struct Folder {
    pub case: Case,
    pub referrals: Vec<(Id<Referral>, Referral)>,
    pub tasks: Vec<(Id<Task>, Task)>,
    pub lines: Vec<Line>,
}

impl Folder {
    /// Folds the lines of one file.
    pub fn fold(lines: Vec<Line>) -> Result<Folder, Error> {
        let mut referrals: Vec<(Id<Referral>, Referral)> = Vec::new();
        let mut tasks: Vec<(Id<Task>, Task)> = Vec::new();
        for line in &lines {
            match &line.event {
                Event::Referral(event) => {
                    let id = Id::<Referral>::from_stored(line.stream.id);
                    follow(&mut referrals, id, event);
                }
                Event::Task(event) => follow(&mut tasks, Id::from_stored(line.stream.id), event),
                // Of the others a file shows the steps.
                _ => {}
            }
        }
        let case = lines.iter().filter_map(|line| case::Event::of(&line.event));
        let case = case.fold(None, Case::evolve).ok_or(Error::NotFound)?;
        Ok(Folder {
            case,
            referrals,
            tasks,
            lines,
        })
    }
}

/// Folds one event into the thing that it belongs to, in the order in which they began.
fn follow<K: Stream>(things: &mut Vec<(Id<K>, K)>, id: Id<K>, event: &K::Event) {
    // The last one first: what is written about a thing mostly follows soon after its beginning.
    let at = things.iter().rposition(|(known, _)| *known == id);
    let before = at.and_then(|at| things.get(at)).map(|(_, thing)| thing.clone());
    let Some(after) = K::evolve(before, event) else { return };
    match at.and_then(|at| things.get_mut(at)) {
        Some(slot) => slot.1 = after,
        None => things.push((id, after)),
    }
}

impl Folder {
    /// The state of one referral.
    pub(crate) fn referral(&self, id: Id<Referral>) -> Option<&Referral> {
        let found = self.referrals.iter().find(|(referral, _)| *referral == id);
        found.map(|(_, referral)| referral)
    }

    /// The state of one task.
    pub(crate) fn task(&self, id: Id<Task>) -> Option<&Task> {
        let found = self.tasks.iter().find(|(task, _)| *task == id);
        found.map(|(_, task)| task)
    }

    /// How the actor's organisation stands to the file.
    pub(crate) fn facts(&self, context: &Context) -> CaseFacts {
        let referrals = self.referrals.iter().map(|(_, referral)| referral);
        CaseFacts::of(&self.case, referrals, &context.actor, context.now)
    }

    /// When the years that stand were told.
    pub(crate) fn years_told(&self) -> Option<Moment> {
        let mut told: Option<(Known<u8>, Moment)> = None;
        for line in &self.lines {
            let person = match &line.event {
                Event::Case(case::Event::Signal(signal)) => &signal.person,
                Event::Case(case::Event::Described(person)) => person,
                _ => continue,
            };
            if told.is_none_or(|(years, _)| years != person.age.years) {
                told = Some((person.age.years, line.at));
            }
        }
        told.filter(|(years, _)| years.value().is_some()).map(|(_, at)| at)
    }

    /// What a slice keeps of the case; `until`: as it stood then.
    pub fn of_case<K: OfCase>(&self, until: Option<Moment>) -> Option<K> {
        self.folded(until)
    }

    fn folded<K: Stream>(&self, until: Option<Moment>) -> Option<K> {
        let lines = self
            .lines
            .iter()
            .filter(|line| until.is_none_or(|until| line.at <= until));
        let events = lines.filter_map(|line| K::Event::of(&line.event));
        events.fold(None, K::evolve)
    }

    /// The file as an organisation sees it: what it keeps in its own record stands as it stood when the sharing ended.
    pub(crate) fn seen_by(&self, organisation: Id<Organisation>, now: Moment) -> Seen {
        let mut seen = Seen {
            case: self.case.clone(),
            details: self.of_case(None).unwrap_or_default(),
            risk: self.of_case(None),
        };
        let Some((kept, at)) = self.case.kept_by(organisation, now) else {
            return seen;
        };
        if self.case.lead == organisation {
            return seen;
        }
        let Some(then) = self.folded::<Case>(Some(at)) else {
            return seen;
        };
        let safety = [Field::Risk, Field::SafeContact, Field::Feared];
        if safety.into_iter().any(|field| kept.contains(field)) {
            seen.risk = self.of_case(Some(at));
        }
        if kept.contains(Field::Person) {
            seen.case.person = then.person;
        }
        let then: Details = self.of_case(Some(at)).unwrap_or_default();
        let details = &mut seen.details.0;
        details.retain(|told| !kept.contains(told.value.field()));
        let of_then = then.0.into_iter().filter(|told| kept.contains(told.value.field()));
        details.extend(of_then);
        seen
    }
}

/// What an organisation sees of a file.
pub(crate) struct Seen {
    /// The case.
    pub case: Case,
    /// What was told.
    pub details: Details,
    /// The risk assessment that stands.
    pub risk: Option<Risk>,
}
