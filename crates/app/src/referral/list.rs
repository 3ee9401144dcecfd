//! Lists of referrals: what became of mine, what waits for us. Both are filtered, sorted and counted over all that the policy
//! lets the reader see; only the page that is shown is opened and noted.
pub mod choice;

use crate::{App, Error, Read, organisation::Names};
pub use choice::{Asked, Filter, Mark, Sort, Stands};
use std::collections::HashMap;
use tiltas_access::{Action, Facts, ReferralFacts, Shown, Subject};
use tiltas_domain::{
    Context, Field, Id, Moment, Root,
    audit::Copy,
    case::{Case, Urgency, spoken_name},
    organisation::Organisation,
    provider::Provider,
    referral::{Referral, Stage},
};
pub use tiltas_store::views::referral::list::End;
use tiltas_store::views::{
    provider::{self, Contact},
    referral::list::Row,
};

/// One referral in a list: no person, but the spoken name.
#[derive(Debug)]
pub struct Line {
    /// Which.
    pub referral: Id<Referral>,
    /// Whose file.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// Who sent it.
    pub from: (Id<Organisation>, String),
    /// To whom; a draft may have none.
    pub to: Option<(Id<Organisation>, String)>,
    /// The provider's name.
    pub provider: Option<String>,
    /// The receiver's duty phone.
    pub phone: Option<String>,
    /// Where it stands.
    pub stage: Stage,
    /// How soon.
    pub urgency: Shown<Urgency>,
    /// Whether that still speaks: it waits or runs, or the no is new. What was urgent in spring is not urgent tonight.
    pub current: bool,
    /// When it was sent.
    pub sent: Option<Moment>,
    /// Until when it is to be acknowledged.
    pub acknowledge_due: Option<Moment>,
    /// Until when it is to be answered.
    pub answer_due: Option<Moment>,
    /// how many steps of escalation were taken.
    pub escalated: usize,
    /// When it changed last.
    pub changed: Moment,
}

/// The providers of the rows that are shown.
struct Contacts<'n> {
    names: &'n Names,
    known: HashMap<Id<Provider>, Contact>,
}

impl<'n> Contacts<'n> {
    fn of<'r>(
        read: &mut Read<'_>,
        names: &'n Names,
        rows: impl IntoIterator<Item = &'r Row>,
    ) -> Result<Contacts<'n>, Error> {
        let mut providers: Vec<_> = rows.into_iter().filter_map(|row| row.provider).collect();
        providers.sort_unstable();
        providers.dedup();
        let known = match providers.as_slice() {
            [] => HashMap::new(),
            some => read.views().contacts(some)?,
        };
        Ok(Contacts { names, known })
    }

    /// Its name and its duty phone. Where it can't be read it is spoken of, and rung, by the organisation that runs it.
    fn provider(&self, row: &Row) -> (Option<String>, Option<String>) {
        let known = row.provider.and_then(|provider| self.known.get(&provider));
        let runs = known.map(|contact| contact.organisation).or(row.receiver);
        let name = known.map(|contact| contact.name.clone());
        let phone = known.and_then(|contact| contact.duty_phone.clone());
        (
            name.or_else(|| runs.map(|organisation| self.names.of(organisation))),
            phone.or_else(|| runs.and_then(|organisation| self.names.phone(organisation))),
        )
    }
}

fn line(row: &Row, (urgency, current): (Shown<Urgency>, bool), contacts: &Contacts<'_>) -> Line {
    let names = contacts.names;
    let (provider, phone) = contacts.provider(row);
    Line {
        referral: row.referral,
        case: row.case,
        spoken_name: row.spoken_name.clone(),
        from: (row.from, names.of(row.from)),
        phone,
        to: row.receiver.map(|receiver| (receiver, names.of(receiver))),
        provider,
        stage: row.stage,
        urgency,
        current,
        sent: row.sent,
        acknowledge_due: row.acknowledge_due,
        answer_due: row.answer_due,
        escalated: row.escalated,
        changed: row.changed,
    }
}

/// The rows that the policy lets the actor see, each counted as shown.
fn noted<'r>(
    read: &mut Read<'_>,
    context: &Context,
    rows: impl IntoIterator<Item = &'r Row>,
    contacts: &Contacts<'_>,
) -> Vec<Line> {
    let mut lines = Vec::new();
    for row in rows {
        let facts = ReferralFacts::of_row(row.facts, row.side(context.actor.organisation));
        let Some(permit) = read.permit_row(Action::ReadReferral, row.case, facts) else {
            continue;
        };
        let late = row.answer_due.is_some_and(|due| due < context.now);
        read.shows(&(row.referral, row.stage, row.escalated, row.changed, late));
        let urgency = permit.show(Field::Work, row.urgency);
        let current = match Stands::of(row.stage) {
            Stands::Waiting | Stands::Running | Stands::Draft => true,
            Stands::No => read.profile().is_new(row.changed, context.now),
            Stands::Over => false,
        };
        lines.push(line(row, (urgency, current), contacts));
    }
    lines
}

/// What today's list tells of what was sent.
pub(crate) struct Own {
    /// Not answered.
    pub waiting: Vec<Line>,
    /// Answered in the last three days.
    pub answered: Vec<Line>,
}

/// What became of what the actor's organisation sent, as far as it is today's. The providers were read before.
pub(crate) fn own(
    read: &mut Read<'_>,
    context: &Context,
    names: &Names,
    providers: &[provider::Line],
) -> Result<Own, Error> {
    let (sender, now) = (context.actor.organisation, context.now);
    let waiting = read.views().referrals_waiting(sender, 12, now)?;
    let answered = read.views().referrals_answered(sender, now.plus_hours(-72), 12, now)?;
    let known = providers.iter().map(|line| (line.provider, line.contact()));
    let contacts = Contacts {
        names,
        known: known.collect(),
    };
    Ok(Own {
        waiting: noted(read, context, &waiting, &contacts),
        answered: noted(read, context, &answered, &contacts),
    })
}

/// A referral that the reader may see, with what decides its place.
struct Known {
    row: Row,
    stands: Stands,
    /// `None` where the reader may not know it.
    urgency: Option<Urgency>,
}

impl Known {
    fn is_of(&self, stands: Option<Stands>, urgency: Option<Urgency>) -> bool {
        stands.is_none_or(|stands| self.stands == stands) && urgency.is_none_or(|urgency| self.urgency == Some(urgency))
    }

    /// How staff speak of the person. Whom a list names is noted with it.
    fn name(&self, read: &mut Read<'_>, context: &Context) -> Option<String> {
        let facts = ReferralFacts::of_row(self.row.facts, self.row.side(context.actor.organisation));
        read.permit_row(Action::ReadReferral, self.row.case, facts)
            .map(|_| self.row.spoken_name.clone())
    }

    fn place(&self, sort: Sort) -> Mark {
        let (row, changed) = (&self.row, -self.row.changed.0);
        let keys = match (sort, self.stands) {
            (Sort::Urgent, Stands::Waiting) => [
                0,
                Urgency::rank(self.urgency).into(),
                row.answer_due.map_or(i64::MAX, |due| due.0),
            ],
            // What was urgent in spring is not urgent tonight.
            (Sort::Urgent, Stands::Running) => [1, 0, changed],
            (Sort::Urgent, Stands::Draft) => [2, 0, changed],
            (Sort::Urgent, Stands::No | Stands::Over) => [3, 0, changed],
            (Sort::Changed, _) => [0, 0, changed],
            (Sort::Sent, _) => [0, 0, row.sent.map_or(i64::MIN, |sent| -sent.0)],
        };
        Mark {
            keys,
            referral: row.referral,
        }
    }
}

/// One page of a list.
#[derive(Debug, Default)]
pub struct Page {
    /// Its lines.
    pub lines: Vec<Line>,
    /// Where the next page goes on.
    pub next: Option<Mark>,
    /// How many there are of this list.
    pub count: usize,
}

/// Both lists, and how many referrals each filter leaves.
#[derive(Debug)]
pub struct Lists {
    /// What the actor's organisation sent.
    pub sent: Page,
    /// What came to it and is not over.
    pub incoming: Page,
    /// By where they stand, with the chosen urgency; `None` is all.
    pub stands: Vec<(Option<Stands>, usize)>,
    /// By urgency, where they stand as chosen; `None` is any.
    pub urgencies: Vec<(Option<Urgency>, usize)>,
    /// The spoken name of the chosen file, where it has a referral here.
    pub spoken_name: Option<String>,
    /// How many rows are left out because they can't be read.
    pub unread: usize,
}

/// The referrals of each list that is no page: for programs.
pub const LISTED: usize = 100;
/// The referrals of each list on a page that is read on a phone.
pub const SHOWN: usize = 30;
/// One page of what the actor's organisation sent, and of what came to it and is not over.
///
/// # Errors
/// When storage is away.
pub fn lists(app: &App, root: &Root, asked: &Asked) -> Result<Lists, Error> {
    app.view("referral.list", root, |read, context| {
        let _permit = read.permit(Action::ReadList, Subject::Own, Facts::None)?;
        let names = Names::read(read)?;
        let filter = asked.filter;
        let mut sent = known(read, context, End::Sent)?;
        let mut incoming = known(read, context, End::Incoming)?;
        if let Some(case) = filter.case {
            sent.retain(|known| known.row.case == case);
            incoming.retain(|known| known.row.case == case);
        }
        let named = filter.case.and(sent.first().or(incoming.first()));
        let spoken_name = named.and_then(|known| known.name(read, context));
        let of = |stands, urgency| {
            let both = sent.iter().chain(&incoming);
            both.filter(|known| known.is_of(stands, urgency)).count()
        };
        let any = [None].into_iter();
        let stands = any
            .chain(Stands::ALL.map(Some))
            .map(|one| (one, of(one, filter.urgency)));
        let stands = stands.collect();
        let any = [None].into_iter();
        let urgencies = any.chain(Urgency::ALL.iter().copied().map(Some));
        let urgencies = urgencies.map(|one| (one, of(filter.stands, one))).collect();
        let sent = Chosen::of(&sent, &asked.sent, filter, asked.most);
        let incoming = Chosen::of(&incoming, &asked.incoming, filter, asked.most);
        let contacts = Contacts::of(read, &names, sent.rows.iter().chain(&incoming.rows).copied())?;
        Ok(Lists {
            sent: sent.page(read, context, &contacts),
            incoming: incoming.page(read, context, &contacts),
            stands,
            urgencies,
            spoken_name,
            unread: read.unreadable(),
        })
    })
}

/// The rows of one page, in their order.
struct Chosen<'k> {
    rows: Vec<&'k Row>,
    next: Option<Mark>,
    count: usize,
}

impl<'k> Chosen<'k> {
    fn of(all: &'k [Known], (sort, after): &(Sort, Option<Mark>), filter: Filter, most: usize) -> Chosen<'k> {
        let chosen = all.iter().filter(|known| known.is_of(filter.stands, filter.urgency));
        let mut places: Vec<(Mark, &Row)> = chosen.map(|known| (known.place(*sort), &known.row)).collect();
        places.sort_unstable_by(|(mark, _), (other, _)| mark.cmp(other));
        let count = places.len();
        let rest = places
            .into_iter()
            .filter(|(place, _)| after.as_ref().is_none_or(|after| after < place));
        let mut shown: Vec<(Mark, &Row)> = rest.take(most + 1).collect();
        let follows = shown.len() > most;
        shown.truncate(most);
        Chosen {
            rows: shown.iter().map(|(_, row)| *row).collect(),
            next: shown.pop().filter(|_| follows).map(|(mark, _)| mark),
            count,
        }
    }

    fn page(self, read: &mut Read<'_>, context: &Context, contacts: &Contacts<'_>) -> Page {
        Page {
            lines: noted(read, context, self.rows, contacts),
            next: self.next,
            count: self.count,
        }
    }
}

/// The referrals of one end that the policy lets the actor see. Nothing is noted yet: they may only be counted.
fn known(read: &mut Read<'_>, context: &Context, end: End) -> Result<Vec<Known>, Error> {
    let organisation = context.actor.organisation;
    let rows = read.views().referrals(organisation, end, context.now)?;
    let mut known = Vec::with_capacity(rows.len());
    for row in rows {
        let facts = ReferralFacts::of_row(row.facts, row.side(organisation));
        let Some(permit) = read.permit_counted(Action::ReadReferral, row.case, facts) else {
            continue;
        };
        known.push(Known {
            stands: Stands::of(row.stage),
            urgency: permit.show(Field::Work, row.urgency).open().copied(),
            row,
        });
    }
    Ok(known)
}

/// A referral and whose file it is of.
pub(crate) type Which = (Id<Referral>, Id<Case>);

/// What came in and waits for an answer, in the order of the list.
pub(crate) fn open(read: &mut Read<'_>, context: &Context) -> Result<Vec<Which>, Error> {
    let mut open = known(read, context, End::Incoming)?;
    open.retain(|known| known.stands == Stands::Waiting);
    open.sort_by_cached_key(|known| known.place(Sort::Urgent));
    Ok(open.iter().map(|known| (known.row.referral, known.row.case)).collect())
}

/// What a house gives or is about to give.
#[derive(Debug, Default)]
pub struct Running {
    /// Those of one page, newest change first, [`LISTED`] at most.
    pub lines: Vec<Line>,
    /// Where the next page goes on.
    pub next: Option<Mark>,
    /// How many there are.
    pub count: usize,
    /// How many rows are left out because they can't be read.
    pub unread: usize,
}

/// One page of what came in and was accepted or runs, newest change first.
///
/// # Errors
/// When storage is away.
pub fn running(app: &App, root: &Root, after: Option<Mark>) -> Result<Running, Error> {
    app.view("referral.running", root, |read, context| {
        let _permit = read.permit(Action::ReadList, Subject::Own, Facts::None)?;
        let names = Names::read(read)?;
        let filter = Filter {
            stands: Some(Stands::Running),
            ..Filter::default()
        };
        let incoming = known(read, context, End::Incoming)?;
        let chosen = Chosen::of(&incoming, &(Sort::Urgent, after), filter, LISTED);
        let contacts = Contacts::of(read, &names, chosen.rows.iter().copied())?;
        let page = chosen.page(read, context, &contacts);
        Ok(Running {
            lines: page.lines,
            next: page.next,
            count: page.count,
            unread: read.unreadable(),
        })
    })
}

/// A house's night on paper.
#[derive(Debug)]
pub struct Night {
    /// What waits for an answer, the most urgent first.
    pub waiting: Page,
    /// What was accepted or runs, newest change first.
    pub running: Page,
    /// How many rows are left out because they can't be read.
    pub unread: usize,
}

/// What came in and waits, was accepted, or runs, on paper: [`LISTED`] of each at most. The access log says that it left the
/// screen, and whom it names.
///
/// # Errors
/// When storage is away.
pub fn printed(app: &App, root: &Root) -> Result<Night, Error> {
    app.view("referral.tonight", root, |read, context| {
        read.copies(Copy::Printed);
        let _permit = read.permit(Action::ReadList, Subject::Own, Facts::None)?;
        let names = Names::read(read)?;
        let incoming = known(read, context, End::Incoming)?;
        let first = (Sort::Urgent, None);
        let of = |stands| {
            let filter = Filter {
                stands: Some(stands),
                ..Filter::default()
            };
            Chosen::of(&incoming, &first, filter, LISTED)
        };
        let (waiting, running) = (of(Stands::Waiting), of(Stands::Running));
        let shown = waiting.rows.iter().chain(&running.rows).copied();
        let contacts = Contacts::of(read, &names, shown)?;
        Ok(Night {
            waiting: waiting.page(read, context, &contacts),
            running: running.page(read, context, &contacts),
            unread: read.unreadable(),
        })
    })
}

/// The files that have a referral in one of the lists, by spoken name as people type it; three digits alone may find several.
/// One that is not there and one that may not be known look the same: there is none.
///
/// # Errors
/// When storage is away.
pub fn find(app: &App, root: &Root, typed: &str) -> Result<Vec<(Id<Case>, String)>, Error> {
    app.view("referral.find", root, |read, context| {
        let _permit = read.permit(Action::ReadList, Subject::Own, Facts::None)?;
        let Some(typed) = spoken_name::parse(typed) else {
            return Ok(Vec::new());
        };
        let is_meant = |name: &str| match &typed {
            spoken_name::Typed::Name(whole) => name == whole,
            spoken_name::Typed::Digits(digits) => name.rsplit(' ').next() == Some(digits),
        };
        let mut found = Vec::new();
        for end in [End::Sent, End::Incoming] {
            for known in known(read, context, end)? {
                let row = &known.row;
                if !is_meant(&row.spoken_name) || found.iter().any(|(case, _)| *case == row.case) {
                    continue;
                }
                found.extend(known.name(read, context).map(|name| (row.case, name)));
            }
        }
        found.sort_by(|(_, name), (_, other)| name.cmp(other));
        Ok(found)
    })
}

/// Counts both lists as shown, whichever page of them is open: for whoever asks whether they have changed.
pub(crate) fn watch(read: &mut Read<'_>, context: &Context) -> Result<(), Error> {
    for end in [End::Sent, End::Incoming] {
        let mut all = known(read, context, end)?;
        all.sort_by_key(|known| known.row.referral);
        for Known { row, urgency, .. } in all {
            let late = row.answer_due.is_some_and(|due| due < context.now);
            read.shows(&(row.referral, row.stage, urgency, row.escalated, row.changed, late));
        }
    }
    Ok(())
}
