//! Today's list: what is due for one's organisation, the urgent first, then late first; never by person.
mod child;
mod list;

use crate::{
    App, Error, Read, attempt,
    news::{self, Watched},
    organisation::Names,
    referral::list::Line as ReferralLine,
};
pub use list::{Asked, Counts, Kind, Mark};
use list::{Group, Place};
use std::collections::{HashMap, HashSet};
use tiltas_access::{Action, CaseFacts, Facts, OwnFacts, Permit, ReferralFacts, Shown, Subject, TaskEnd, TaskFacts};
use tiltas_domain::{
    Context, Field, Id, Moment, Root, StreamId,
    attempt::About,
    case::{Case, Person, Urgency},
    clock::Clock,
    content::Message,
    organisation::Organisation,
};
pub use tiltas_store::views::due::{Duty, With};
use tiltas_store::views::{
    case::Card,
    due::{AboutCase as AboutRow, Row},
};

/// One duty.
#[derive(Debug)]
pub struct Line {
    /// The case that it is about, if it is about one.
    pub about: Option<AboutCase>,
    /// What is due.
    pub duty: Duty,
    /// By when.
    pub clock: Clock,
    /// With whom the next step is.
    pub with: With,
    /// The other organisation.
    pub other: Option<(Id<Organisation>, String)>,
    /// Its duty phone.
    pub phone: Option<String>,
    /// The function of the actor's organisation that is to do it, where it is not the actor's.
    pub colleague: Option<String>,
    /// In a person's own words, where the role may read them.
    pub words: Shown<Message>,
    /// The last who tried to reach the other, where a delay stands.
    pub tried: Option<attempt::Line>,
}

/// The case that a duty is about, as the reader may see it.
#[derive(Debug)]
pub struct AboutCase {
    /// Which.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// How soon.
    pub urgency: Shown<Urgency>,
    /// Whether the child's route is taken; `None` where the reader may not know it.
    pub child: Option<bool>,
    /// Who the person is, as far as the role may know.
    pub person: Shown<Person>,
    /// Whether the reader may open the file.
    pub opens: bool,
}

/// The page.
#[derive(Debug)]
pub struct Today {
    /// Danger now, then tonight, where it is not only due later.
    pub urgent: Vec<Line>,
    /// Late, oldest first.
    pub late: Vec<Line>,
    /// Due before tomorrow morning.
    pub soon: Vec<Line>,
    /// Later.
    pub later: Vec<Line>,
    /// How much there is on all pages.
    pub counts: Counts,
    /// Where the next page goes on.
    pub next: Option<Mark>,
    /// How many rows are left out because they can't be read.
    pub unread: usize,
    /// Referrals of one's own that wait for an answer.
    pub not_answered: Vec<ReferralLine>,
    /// Answers that came in the last three days.
    pub new_answers: Vec<ReferralLine>,
    /// Free places now, by provider.
    pub places: Vec<tiltas_store::views::provider::Line>,
}

impl Today {
    /// The duties of this page, in their order.
    pub fn duties(&self) -> impl Iterator<Item = &Line> {
        let groups = [&self.urgent, &self.late, &self.soon, &self.later];
        groups.into_iter().flatten()
    }
}

/// The duties shown on a page.
pub const SHOWN: usize = 40;

/// One page of today's list of the actor's organisation. `morning` is tomorrow's first working hour in the profile's zone.
///
/// # Errors
/// When storage is away.
pub fn list(app: &App, root: &Root, morning: Moment, asked: &Asked) -> Result<Today, Error> {
    app.view("today.list", root, |read, context| {
        gather(read, context, morning, asked)
    })
}

/// How much stands on today's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// So many duties.
    pub count: usize,
    /// Of them so many are late.
    pub late: usize,
}

/// How much stands on today's list of the actor. It shows nobody anything of a case.
///
/// # Errors
/// When storage is away.
pub fn waiting(app: &App, root: &Root) -> Result<Waiting, Error> {
    app.glance("today.waiting", root, |read, context| {
        let (counts, _) = all(read, context, context.now)?;
        Ok(Waiting {
            count: counts.all,
            late: counts.late,
        })
    })
}

/// A number that changes when one of the actor's lists does, as the actor sees them: today, referrals, one's own places. It is
/// what an open page asks for. Nothing is opened, and while the journal stands where it had `changed` when the session was
/// read, nothing is asked.
///
/// # Errors
/// When storage is away.
pub fn news(app: &App, root: &Root, changed: i64) -> Result<u64, Error> {
    news::version(app, root, ("today.news", Watched::Lists), changed, |read, context| {
        gather(read, context, context.now, &Asked::default())?;
        crate::referral::list::watch(read, context)?;
        let own = OwnFacts::of(context.actor.organisation, &context.actor);
        if read.may(Action::ReadPlaces, Subject::Own, own) {
            for house in crate::place::houses(read, context)?.own {
                for place in &house.places {
                    read.shows(&(house.provider, &place.label, place.state, &place.who, &place.hold));
                }
            }
        }
        Ok(read.version())
    })
}

fn gather(read: &mut Read<'_>, context: &Context, morning: Moment, asked: &Asked) -> Result<Today, Error> {
    let (mut counts, mut rows) = all(read, context, morning)?;
    let names = Names::read(read)?;
    match asked.kind {
        Kind::Children => {
            rows = child::only(read, context, rows)?;
            counts.children = Some(rows.len());
        }
        kind => rows.retain(|(_, row, colleague)| kind.takes(row, colleague.is_some())),
    }
    let mut rest = rows.into_iter().filter(|(place, row, _)| {
        asked
            .after
            .as_ref()
            .is_none_or(|after| after.is_before(*place, &row.id))
    });
    let shown: Vec<Placed> = rest.by_ref().take(SHOWN).collect();
    let follows = rest.next().is_some();
    let next = shown
        .last()
        .filter(|_| follows)
        .map(|(place, row, _)| Mark::of(*place, &row.id));
    drop(rest);
    let cases: Vec<Id<Case>> = shown
        .iter()
        .filter_map(|(_, row, _)| row.about.as_ref())
        .map(|about| about.case)
        .collect();
    read.views().take_keys(&cases)?;
    let cards = read.views().cards(context.actor.organisation, &cases, context.now)?;
    let (mut urgent, mut late, mut soon, mut later) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (place, row, colleague) in shown {
        let Some(line) = line(read, context, (row, &cards), &names)? else {
            continue;
        };
        let line = Line { colleague, ..line };
        match place.group(context.now, morning) {
            Group::Urgent => urgent.push(line),
            Group::Late => late.push(line),
            Group::Soon => soon.push(line),
            Group::Later => later.push(line),
        }
    }
    let places = read.views().providers(context.now)?;
    let own = crate::referral::list::own(read, context, &names, &places)?;
    for line in &places {
        read.shows(&(line.provider, line.places, line.free, line.held));
    }
    Ok(Today {
        urgent,
        late,
        soon,
        later,
        counts,
        next,
        unread: read.unreadable(),
        not_answered: own.waiting,
        new_answers: own.answered,
        places,
    })
}

/// A row with its place, and the function of the actor's organisation that is to do it, where it is another than the actor's.
type Placed = (Place, Row, Option<String>);

/// All that is due and the policy lets the actor see, counted, in the order of the list.
fn all(read: &mut Read<'_>, context: &Context, morning: Moment) -> Result<(Counts, Vec<Placed>), Error> {
    let _permit = read.permit(Action::ReadList, Subject::Own, Facts::None)?;
    // WHY all: what is most urgent may be due last, and who may not know the urgency may not learn it from the order.
    let rows = rows(read, context)?;
    placed(read, context, morning, rows)
}

/// The rows of the actor's organisation. What was given, or told as late, to a function in which nobody is concerns all of them.
pub(crate) fn rows(read: &mut Read<'_>, context: &Context) -> Result<Vec<Row>, Error> {
    let mut rows = read.views().due(context.actor, i64::MAX, context.now)?;
    if rows.iter().any(|row| row.function.is_some()) {
        let own = read.state(context.actor.organisation)?;
        for row in &mut rows {
            row.function = row.function.filter(|function| own.is_filled(*function));
        }
    }
    Ok(rows)
}

/// The rows that the policy lets the actor see in the order of the list, each counted as shown: its place, what it is and
/// whether it is late is told by the list and its counts, whichever page is open.
fn placed(
    read: &mut Read<'_>,
    context: &Context,
    morning: Moment,
    rows: Vec<Row>,
) -> Result<(Counts, Vec<Placed>), Error> {
    let (mut counts, mut placed) = (Counts::default(), Vec::with_capacity(rows.len()));
    let (mut own, mut late_tasks) = (None, HashSet::new());
    for row in rows {
        let Some(permit) = counted(read, context, &row) else {
            continue;
        };
        // Whoever is the head of a function and its supervisor is told of a delay once.
        if let Duty::Late(task, _) = row.duty
            && !late_tasks.insert(task)
        {
            continue;
        }
        let urgency = row.about.as_ref().and_then(|about| {
            let case = read.permit_counted(Action::ReadCase, about.case, CaseFacts::of_row(about.facts));
            let permit = case.as_ref().unwrap_or(&permit);
            permit.show(Field::Work, about.urgency).open().copied()
        });
        let due = row.clock.due;
        let late = due.is_some_and(|due| due < context.now);
        let colleague = colleague(read, context, &row, &mut own)?;
        let case = row.about.as_ref().map(|about| about.case);
        read.shows(&(case, row.duty, urgency, due, late, &colleague));
        let place = Place::of(&row, urgency, morning);
        match colleague {
            Some(_) => counts.colleagues += 1,
            None => counts.add(&row, context.now, morning),
        }
        placed.push((place, row, colleague));
    }
    placed.sort_by(|(place, row, _), (other, second, _)| (place, &row.id).cmp(&(other, &second.id)));
    Ok((counts, placed))
}

/// The function that is to do it, where it is not the actor's and somebody is in it: what waits for nobody waits for all.
fn colleague(
    read: &mut Read<'_>,
    context: &Context,
    row: &Row,
    own: &mut Option<Organisation>,
) -> Result<Option<String>, Error> {
    let Some(function) = row
        .function
        .filter(|function| context.actor.function != Some(*function))
    else {
        return Ok(None);
    };
    let organisation = match own {
        Some(organisation) => organisation,
        None => own.insert(read.state(context.actor.organisation)?),
    };
    let colleagues = organisation.of_colleagues(function, context.actor);
    Ok(colleagues.map(|function| function.title.clone()))
}

/// What is due next in a file, in a list that tells of the person by itself.
#[derive(Debug)]
pub struct Next {
    /// Whose file.
    pub case: Id<Case>,
    /// What is due.
    pub duty: Duty,
    /// By when.
    pub clock: Clock,
    /// The other organisation.
    pub other: Option<String>,
    /// In a person's own words, where the role may read them.
    pub words: Shown<Message>,
}

/// What is due next in a file, if the policy lets the actor see what it is about.
pub(crate) fn next(read: &mut Read<'_>, context: &Context, row: &Row, names: &Names) -> Result<Option<Next>, Error> {
    let case = row.about.as_ref().map(|about| about.case);
    let (Some(case), Some(permit)) = (case, permit(read, context, row)) else {
        return Ok(None);
    };
    Ok(Some(Next {
        case,
        duty: row.duty,
        words: read.open(&permit, row.words.as_ref())?,
        other: row.other.map(|other| names.of(other)),
        clock: row.clock.clone(),
    }))
}

/// One duty, if the policy lets the actor see what it is about. Who the person is follows from how the organisation stands to
/// the case, not from the duty: an offer of the lead tells nothing of the person.
fn line(
    read: &mut Read<'_>,
    context: &Context,
    (row, cards): (Row, &HashMap<Id<Case>, Card>),
    names: &Names,
) -> Result<Option<Line>, Error> {
    let Some(permit) = permit(read, context, &row) else {
        return Ok(None);
    };
    let about = match row.about {
        None => None,
        Some(case) => {
            let Some(card) = cards.get(&case.case) else {
                read.leave_out(1);
                return Ok(None);
            };
            match about(read, &permit, case, card)? {
                None => return Ok(None),
                about => about,
            }
        }
    };
    let words = read.open(&permit, row.words.as_ref())?;
    let delay = match (row.duty, &about) {
        (Duty::Escalated(id), _) => Some(About::Referral(id)),
        (Duty::Late(id, _), Some(_)) => Some(About::Task(id)),
        _ => None,
    };
    let tried = match delay.filter(|_| permit.also(Action::NoteAttempt)) {
        Some(about) => attempt::tried(read, about, 1, names)?.pop(),
        None => None,
    };
    Ok(Some(Line {
        about,
        duty: row.duty,
        with: row.with,
        phone: row.other.and_then(|other| names.phone(other)),
        other: row.other.map(|other| (other, names.of(other))),
        clock: row.clock,
        colleague: None,
        words,
        tried,
    }))
}

/// The permit for the thing that is due; its case is noted.
fn permit(read: &mut Read<'_>, context: &Context, row: &Row) -> Option<Permit> {
    let (action, facts) = asks(context, row)?;
    match &row.about {
        Some(about) => read.permit_row(action, about.case, facts),
        None => read.permit_thing(action, thing(row)?, facts),
    }
}

/// The same for a row that is only counted and sorted.
pub(crate) fn counted(read: &Read<'_>, context: &Context, row: &Row) -> Option<Permit> {
    let (action, facts) = asks(context, row)?;
    match &row.about {
        Some(about) => read.permit_counted(action, about.case, facts),
        None => read.permit_thing(action, thing(row)?, facts),
    }
}

/// The task that a row about no case is about.
fn thing(row: &Row) -> Option<StreamId> {
    match row.duty {
        Duty::Task(task, _) | Duty::Theirs(task, _) | Duty::Late(task, _) => Some(task.into()),
        _ => None,
    }
}

/// What the policy is asked for the thing that is due. A delay that the head of a function is told of is nobody else's row: the
/// task itself stands on the list of whoever is to do it.
fn asks(context: &Context, row: &Row) -> Option<(Action, Facts)> {
    let end = match row.duty {
        Duty::Task(..) => TaskEnd::Assigned,
        Duty::Theirs(..) => TaskEnd::Opened,
        Duty::Late(..)
            if row
                .function
                .is_some_and(|function| context.actor.function != Some(function)) =>
        {
            return None;
        }
        Duty::Late(..) if row.function.is_some() => TaskEnd::Assigned,
        Duty::Late(..) => TaskEnd::Told,
        _ => TaskEnd::None,
    };
    let Some(about) = &row.about else {
        thing(row)?;
        return Some((Action::ReadTask, TaskFacts::of_own_row(end).into()));
    };
    let own = OwnFacts::of(row.owner, &context.actor);
    Some(match (row.duty, row.side) {
        (_, Some((_, side))) => (Action::ReadReferral, ReferralFacts::of_row(about.facts, side).into()),
        (Duty::Task(..) | Duty::Theirs(..) | Duty::Late(..), None) => {
            (Action::ReadTask, TaskFacts::of_row(about.facts, end).into())
        }
        (_, None) => (Action::AnswerLead, Facts::from(own)),
    })
}

fn about(read: &mut Read<'_>, thing: &Permit, row: AboutRow, card: &Card) -> Result<Option<AboutCase>, Error> {
    let case = read.permit_row(Action::ReadCase, row.case, CaseFacts::of_row(row.facts));
    let permit = case.as_ref().unwrap_or(thing);
    let Some(person) = read.person_of_row(permit, row.case, &card.person)? else {
        return Ok(None);
    };
    Ok(Some(AboutCase {
        case: row.case,
        spoken_name: row.spoken_name,
        urgency: permit.show(Field::Work, row.urgency),
        child: person.open().map(|person| person.age.takes_child_route()),
        person,
        opens: case.is_some(),
    }))
}
