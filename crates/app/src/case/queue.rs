//! Work queues: the files of one's organisation by what they wait for, the urgent first, whatever is late. Every queue counts
//! all of its files that the policy lets the reader see; only the page that is shown is opened and noted.
use crate::{
    App, Error, Read,
    organisation::Names,
    paging::{Cut, cut},
    today,
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use tiltas_access::{Action, CaseFacts, Facts, Part, Shown, Subject};
use tiltas_domain::{
    Context, Field, Id, Moment, Root,
    audit::Copy,
    case::{Case, Person, Urgency},
    profile::Profile,
};
use tiltas_store::views::{
    case::{Card, Counted, SHOWN},
    due::{Row as DueRow, With},
};

/// Which files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Queue {
    /// All in which the organisation takes part.
    All,
    /// Those that it leads.
    Lead,
    /// Those in which something is late, its own or another's: somebody is to be rung.
    Late,
    /// Those in which another organisation has the next step.
    Waiting,
    /// Those that another organisation leads.
    Part,
}

impl Queue {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Queue; 5] = [Queue::All, Queue::Lead, Queue::Late, Queue::Waiting, Queue::Part];

    /// The code that addresses and catalogues use.
    pub fn code(self) -> &'static str {
        match self {
            Queue::All => "all",
            Queue::Lead => "lead",
            Queue::Late => "late",
            Queue::Waiting => "waiting",
            Queue::Part => "part",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Queue> {
        Queue::ALL.into_iter().find(|known| known.code() == code)
    }
}

/// How a queue is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Danger now first, then by what is due.
    Urgent,
    /// The file that was opened last first.
    Newest,
    /// By spoken name.
    SpokenName,
}

impl Sort {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Sort; 3] = [Sort::Urgent, Sort::Newest, Sort::SpokenName];

    /// The code that addresses and catalogues use.
    pub fn code(self) -> &'static str {
        match self {
            Sort::Urgent => "urgent",
            Sort::Newest => "newest",
            Sort::SpokenName => "name",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|known| known.code() == code)
    }
}

/// What the reader chose; it stands in the address.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// Which files.
    pub queue: Queue,
    /// Only of this urgency.
    pub urgency: Option<Urgency>,
    /// In which order.
    pub sort: Sort,
    /// The files after this one.
    pub after: Option<Id<Case>>,
}

/// One file of a queue.
#[derive(Debug)]
pub struct Line {
    /// Which.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// How soon.
    pub urgency: Shown<Urgency>,
    /// Whether that still speaks: something is due, or the file is new.
    pub current: bool,
    /// Who the person is, as far as the role may know.
    pub person: Shown<Person>,
    /// When the file was opened.
    pub opened: Moment,
    /// Whether the actor's organisation leads.
    pub leads: bool,
    /// What is due next for the actor's organisation.
    pub next: Option<today::Next>,
}

/// One page of a queue.
#[derive(Debug)]
pub struct Page {
    /// Its files.
    pub lines: Vec<Line>,
    /// How many files each queue has.
    pub counts: Vec<(Queue, usize)>,
    /// How many files the chosen queue has with the chosen urgency.
    pub matching: usize,
    /// How many of them stand before this page.
    pub before: usize,
    /// The last file of this page, where more follow.
    pub next: Option<Id<Case>>,
    /// How many files of this page are left out because they can't be read.
    pub unread: usize,
}

/// What an actor may see of the files of their organisation: what queues are made of, and nothing that was opened. It holds
/// while the journal does not change and no time passes that a row compares itself with.
struct Gathered {
    files: Vec<Waits>,
    /// The cards that pages have shown of them so far, sealed.
    cards: Mutex<HashMap<Id<Case>, Arc<Card>>>,
    from: Moment,
    until: Moment,
}

impl Gathered {
    fn holds(&self, now: Moment) -> bool {
        self.from <= now && now < self.until
    }

    /// The cards of these files; one that can't be read is not there.
    fn cards(
        &self,
        read: &mut Read<'_>,
        context: &Context,
        cases: &[Id<Case>],
    ) -> Result<HashMap<Id<Case>, Arc<Card>>, Error> {
        let kept = || self.cards.lock().unwrap_or_else(PoisonError::into_inner);
        let missing = {
            let kept = kept();
            let missing = cases.iter().copied().filter(|case| !kept.contains_key(case));
            missing.collect::<Vec<_>>()
        };
        if !missing.is_empty() {
            let organisation = context.actor.organisation;
            let found = read.views().cards(organisation, &missing, context.now)?;
            kept().extend(found.into_iter().map(|(case, card)| (case, Arc::new(card))));
        }
        let kept = kept();
        let found = cases.iter().filter_map(|case| Some((*case, kept.get(case)?.clone())));
        Ok(found.collect())
    }
}

/// A file with what decides its queue and its place.
struct Waits {
    file: Counted,
    due: Option<DueRow>,
    part: Part,
    /// `None` where the reader may not know it.
    urgency: Option<Urgency>,
}

impl Waits {
    fn is_in(&self, queue: Queue, now: Moment) -> bool {
        let due = self.due.as_ref();
        match queue {
            Queue::All => true,
            Queue::Lead => self.part == Part::Lead,
            Queue::Part => self.part != Part::Lead,
            Queue::Late => due.is_some_and(|due| due.clock.is_late(now)),
            Queue::Waiting => due.is_some_and(|due| due.with == With::Them),
        }
    }

    /// Whether the urgency still speaks: something is due, or the file is new. What was urgent in spring is not urgent tonight.
    fn is_current(&self, profile: &Profile, now: Moment) -> bool {
        self.due.is_some() || profile.is_new(self.file.opened, now)
    }

    /// What comes first: danger now, then tonight, then the rest; within each by what is due.
    fn rank(&self, profile: &Profile, now: Moment) -> (u8, i64) {
        let urgency = Urgency::rank(self.urgency.filter(|_| self.is_current(profile, now)));
        let due = self.due.as_ref().and_then(|due| due.clock.due);
        (urgency, due.map_or(i64::MAX, |due| due.0))
    }
}

/// One page of the files in which the actor's organisation takes part.
///
/// # Errors
/// When storage is away.
pub fn page(app: &App, root: &Root, choice: &Choice) -> Result<Page, Error> {
    app.view("case.queue", root, |read, context| listed(app, read, context, choice))
}

/// The same on paper; the access log says that it left the screen, and whom it names.
///
/// # Errors
/// As [`page`].
pub fn printed(app: &App, root: &Root, choice: &Choice) -> Result<Page, Error> {
    app.view("case.queue", root, |read, context| {
        read.copies(Copy::Printed);
        listed(app, read, context, choice)
    })
}

fn listed(app: &App, read: &mut Read<'_>, context: &Context, choice: &Choice) -> Result<Page, Error> {
    let _permit = read.permit(Action::ReadList, Subject::Own, Facts::None)?;
    let names = Names::read(read)?;
    let all = gathered(read, context)?;
    let counts = Queue::ALL.iter().map(|queue| {
        let of = all.files.iter().filter(|waits| waits.is_in(*queue, context.now));
        (*queue, of.count())
    });
    let counts = counts.collect();
    let mut chosen: Vec<&Waits> = all
        .files
        .iter()
        .filter(|waits| waits.is_in(choice.queue, context.now))
        .filter(|waits| choice.urgency.is_none_or(|urgency| waits.urgency == Some(urgency)))
        .collect();
    match choice.sort {
        Sort::Urgent => chosen.sort_by_cached_key(|waits| waits.rank(app.profile(), context.now)),
        Sort::Newest => {}
        Sort::SpokenName => chosen.sort_by(|a, b| a.file.spoken_name.cmp(&b.file.spoken_name)),
    }
    let Cut {
        lines: shown,
        found: matching,
        before,
        next,
    } = cut(chosen, choice.after.as_ref(), SHOWN, |waits| waits.file.case);
    let cases: Vec<Id<Case>> = shown.iter().map(|waits| waits.file.case).collect();
    read.views().take_keys(&cases)?;
    let cards = all.cards(read, context, &cases)?;
    let mut lines = Vec::with_capacity(shown.len());
    for waits in shown {
        match cards.get(&waits.file.case) {
            Some(card) => lines.extend(line(read, context, (waits, card), &names)?),
            None => read.leave_out(1),
        }
    }
    Ok(Page {
        lines,
        counts,
        matching,
        before,
        next,
        unread: read.unreadable(),
    })
}

/// So long at most it is kept.
const HOLDS_MINUTES: i64 = 1;

/// The files that the reader may see: as they were gathered for the same actor, while that holds.
fn gathered(read: &mut Read<'_>, context: &Context) -> Result<Arc<Gathered>, Error> {
    let (actor, now) = (context.actor, context.now);
    if let Some(known) = read.views().queue(actor, |known: &Gathered| known.holds(now))? {
        return Ok(known);
    }
    let next = read.views().next_change(actor.organisation, now)?;
    let at_most = now.plus_minutes(HOLDS_MINUTES);
    let gathered = Arc::new(Gathered {
        files: gather(read, context)?,
        cards: Mutex::default(),
        from: now,
        until: next.map_or(at_most, |next| next.min(at_most)),
    });
    read.views().keep_queue(actor, gathered.files.len(), gathered.clone())?;
    Ok(gathered)
}

/// The files that the reader may see, newest first, each with what is due next.
fn gather(read: &mut Read<'_>, context: &Context) -> Result<Vec<Waits>, Error> {
    // WHY all: what is most urgent may have been opened first.
    let files = read.views().counted(context.actor.organisation)?;
    let mut due: HashMap<Id<Case>, DueRow> = HashMap::new();
    // WHY all: what is most urgent may be due last.
    for row in today::rows(read, context)? {
        let first = |row: &DueRow| (row.clock.due.map_or(i64::MAX, |due| due.0), row.with == With::Them);
        let Some(case) = row.about.as_ref().map(|about| about.case) else {
            continue;
        };
        // WHY: a row that its reader is not shown decides neither the queue nor the place of a file.
        if today::counted(read, context, &row).is_none() {
            continue;
        }
        match due.get(&case) {
            Some(known) if first(known) <= first(&row) => {}
            _ => drop(due.insert(case, row)),
        }
    }
    let mut all = Vec::with_capacity(files.len());
    for file in files {
        let facts = CaseFacts::of_row(file.facts);
        let Some(permit) = read.permit_counted(Action::ReadCase, file.case, facts) else {
            continue;
        };
        all.push(Waits {
            part: permit.part(),
            urgency: permit.show(Field::Work, file.urgency).open().copied(),
            due: due.remove(&file.case),
            file,
        });
    }
    Ok(all)
}

fn line(
    read: &mut Read<'_>,
    context: &Context,
    (waits, card): (&Waits, &Card),
    names: &Names,
) -> Result<Option<Line>, Error> {
    let current = waits.is_current(read.profile(), context.now);
    let file = &waits.file;
    let Some(permit) = read.permit_row(Action::ReadCase, file.case, CaseFacts::of_row(card.facts(file))) else {
        return Ok(None);
    };
    let Some(person) = read.person_of_row(&permit, file.case, &card.person)? else {
        return Ok(None);
    };
    Ok(Some(Line {
        case: file.case,
        spoken_name: file.spoken_name.clone(),
        urgency: permit.show(Field::Work, file.urgency),
        current,
        person,
        opened: file.opened,
        leads: permit.part() == Part::Lead,
        next: match &waits.due {
            Some(due) => today::next(read, context, due, names)?,
            None => None,
        },
    }))
}
