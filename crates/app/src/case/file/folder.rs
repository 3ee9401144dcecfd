//! All that is in one person's file, in the journal's order.
use crate::{Error, Read};
use std::sync::Arc;
use tiltas_access::CaseFacts;
use tiltas_domain::{
    Context, Event, Field, Id, Moment, OfCase, Recorded, Stream,
    case::{self, Case},
    detail::Details,
    known::Known,
    organisation::Organisation,
    provider::Service,
    referral::{self, Referral},
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
    /// One person's file. Read again a short while later it is not folded anew, unless something was added to it.
    pub(crate) fn read(read: &mut Read<'_>, case: Id<Case>) -> Result<Arc<Folder>, Error> {
        read.views().file(case, Folder::fold)
    }

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

    /// What a slice keeps of the case.
    pub fn of_case<K: OfCase>(&self) -> Option<K> {
        folded(&self.lines, None)
    }

    /// The file as an organisation sees it.
    pub(crate) fn seen_by(&self, organisation: Id<Organisation>, now: Moment) -> Seen<'_> {
        let leads = self.case.lead == organisation;
        let ended = |field: &Field| self.case.kept_until(organisation, *field, now).map(|at| (*field, at));
        let ended = Field::ALL.iter().filter(|_| !leads).filter_map(ended).collect();
        let mut seen = Seen {
            case: self.case.clone(),
            details: self.of_case().unwrap_or_default(),
            folder: self,
            ended,
        };
        for (field, at) in seen.ended.clone() {
            seen.keep(field, at);
        }
        seen
    }
}

fn folded<K: Stream>(lines: &[Line], until: Option<Moment>) -> Option<K> {
    let lines = lines.iter().filter(|line| until.is_none_or(|until| line.at <= until));
    lines.filter_map(|line| K::Event::of(&line.event)).fold(None, K::evolve)
}

/// What an organisation sees of a file, field by field: what it keeps in its own record stands as it stood when the sharing of
/// that field with it ended. INVARIANT: the field by which something is shown decides as of when it is told.
pub(crate) struct Seen<'f> {
    /// The case.
    pub case: Case,
    /// What was told.
    pub details: Details,
    /// The lines of the file, read by nobody else here.
    folder: &'f Folder,
    /// The fields of the own record, and when the sharing of each ended.
    ended: Vec<(Field, Moment)>,
}

impl<'f> Seen<'f> {
    /// Puts a field back to how it stood then.
    fn keep(&mut self, field: Field, at: Moment) {
        let details: Details = self.of_case(field).unwrap_or_default();
        self.details.0.retain(|told| told.value.field() != field);
        let of_then = details.0.into_iter().filter(|told| told.value.field() == field);
        self.details.0.extend(of_then);
        if !matches!(field, Field::Person | Field::Language | Field::Work) {
            return;
        }
        let Some(then) = folded::<Case>(&self.folder.lines, Some(at)) else {
            return;
        };
        let person = &mut self.case.person;
        match field {
            Field::Person => {
                let before = std::mem::replace(person, then.person);
                (person.languages, person.interpreter) = (before.languages, before.interpreter);
            }
            Field::Language => {
                (person.languages, person.interpreter) = (then.person.languages, then.person.interpreter);
            }
            Field::Work => self.case.urgency = then.urgency,
            _ => {}
        }
    }

    /// As of when the field is seen; `None` as it stands now.
    fn until(&self, field: Field) -> Option<Moment> {
        let mut ended = self.ended.iter();
        ended.find(|(kept, _)| *kept == field).map(|(_, at)| *at)
    }

    /// What a slice keeps of the case, as far as it is shown by this field.
    pub(crate) fn of_case<K: OfCase>(&self, field: Field) -> Option<K> {
        folded(&self.folder.lines, self.until(field))
    }

    /// The same for several fields of one slice: what is seen as of the same moment is folded once.
    pub(crate) fn of_fields<K: OfCase + Clone, const N: usize>(&self, fields: [Field; N]) -> [Option<K>; N] {
        let mut known: Vec<(Option<Moment>, Option<K>)> = Vec::new();
        fields.map(|field| {
            let until = self.until(field);
            if let Some((_, fold)) = known.iter().find(|(at, _)| *at == until) {
                return fold.clone();
            }
            let fold = folded(&self.folder.lines, until);
            known.push((until, fold.clone()));
            fold
        })
    }

    /// The records of the file. Which of them are there for whom is asked record by record; none tells a field of its own.
    pub(crate) fn records(&self) -> &'f Folder {
        self.folder
    }

    /// When the years that are seen were told.
    pub(crate) fn years_told(&self) -> Option<Moment> {
        let mut told: Option<(Known<u8>, Moment)> = None;
        for line in self.lines(Field::Person) {
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

    /// The referral by whose service the person is in care, and since when: of those that run now, or that ran when the sharing of
    /// where the person is ended. Nobody has to say so, and it ends by itself.
    pub(crate) fn in_care(&self) -> Option<(Moment, Referral)> {
        let mut running: Vec<(Id<Referral>, Option<Moment>, Referral)> = Vec::new();
        for line in self.lines(Field::Whereabouts) {
            let Event::Referral(event) = &line.event else { continue };
            let id = Id::<Referral>::from_stored(line.stream.id);
            let at = running.iter().position(|(known, ..)| *known == id);
            let before = at.map(|at| running.remove(at));
            let (began, before) = before.map_or((None, None), |(_, began, before)| (began, Some(before)));
            let started = matches!(event, referral::Event::Started).then_some(line.at);
            if let Some(after) = Referral::evolve(before, event) {
                running.push((id, began.or(started), after));
            }
        }
        let houses = running.into_iter().filter_map(|(_, began, referral)| {
            let (sending, state) = referral.sent()?;
            let houses = sending.services.contains(&Service::Shelter) || referral.place().is_some();
            (houses && state.is_running()).then_some((began?, referral))
        });
        houses.max_by_key(|(began, _)| *began)
    }

    fn lines(&self, field: Field) -> impl Iterator<Item = &'f Line> {
        let until = self.until(field);
        let lines = self.folder.lines.iter();
        lines.filter(move |line| until.is_none_or(|until| line.at <= until))
    }
}
