//! Today's list: what is due for one's organisation, late first; never by person.
use crate::{
    App, Error, Read, attempt,
    news::{self, Watched},
    organisation::Names,
    referral::list::Line as ReferralLine,
};
use tiltas_access::{Action, CaseFacts, Facts, OwnFacts, Permit, ReferralFacts, Shown, Subject, TaskEnd, TaskFacts};
use tiltas_domain::{
    Context, Field, Id, Moment, Root,
    attempt::About,
    case::{Case, Person, Urgency},
    clock::Clock,
    content::Message,
    organisation::Organisation,
};
use tiltas_store::views::due::{AboutCase as AboutRow, Row};
pub use tiltas_store::views::due::{Duty, With};

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
    /// Late, oldest first.
    pub late: Vec<Line>,
    /// Due before tomorrow morning.
    pub soon: Vec<Line>,
    /// Later.
    pub later: Vec<Line>,
    /// Whether there are more than are shown.
    pub more: bool,
    /// How many rows are left out because they can't be read.
    pub unread: usize,
    /// Referrals of one's own that wait for an answer.
    pub not_answered: Vec<ReferralLine>,
    /// Answers that came in the last three days.
    pub new_answers: Vec<ReferralLine>,
    /// Free places now, by provider.
    pub places: Vec<tiltas_store::views::provider::Line>,
}

/// The duties shown on a page.
const SHOWN: usize = 50;

/// Today's list of the actor's organisation. `morning` is tomorrow's first working hour in the profile's zone.
///
/// # Errors
/// When storage is away.
pub fn list(app: &App, root: &Root, morning: Moment) -> Result<Today, Error> {
    app.view("today.list", root, |read, context| gather(read, context, morning))
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
        let today = gather(read, context, context.now)?;
        Ok(Waiting {
            count: today.late.len() + today.soon.len() + today.later.len(),
            late: today.late.len(),
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
        gather(read, context, context.now)?;
        let names = Names::read(read)?;
        crate::referral::list::all_sent(read, context, &names)?;
        crate::referral::list::all_incoming(read, context, &names)?;
        let own = OwnFacts::of(context.actor.organisation, &context.actor);
        if read.may(Action::ReadPlaces, Subject::Own, own) {
            for house in crate::place::houses(read, context)? {
                for place in &house.places {
                    read.shows(&(house.provider, &place.label, place.state, &place.who, &place.hold));
                }
            }
        }
        Ok(read.version())
    })
}

fn gather(read: &mut Read<'_>, context: &Context, morning: Moment) -> Result<Today, Error> {
    let _permit = read.permit(Action::ReadList, Subject::Own, Facts::None)?;
    let names = Names::read(read)?;
    let rows = read.views().due(context.actor, SHOWN as i64 + 1, context.now)?;
    let more = rows.len() > SHOWN;
    let (mut late, mut soon, mut later) = (Vec::new(), Vec::new(), Vec::new());
    let cases: Vec<Id<Case>> = rows
        .iter()
        .filter_map(|row| row.about.as_ref())
        .map(|about| about.case)
        .collect();
    read.views().take_keys(&cases)?;
    for row in rows.into_iter().take(SHOWN) {
        let Some(line) = line(read, context, row, &names)? else {
            continue;
        };
        let due = line.clock.due;
        let about = line.about.as_ref();
        let urgency = about.and_then(|about| about.urgency.open());
        read.shows(&(about.map(|about| about.case), line.duty, urgency, due));
        read.shows(&due.is_some_and(|due| due < context.now));
        match due {
            Some(due) if due < context.now => late.push(line),
            Some(due) if due < morning => soon.push(line),
            _ => later.push(line),
        }
    }
    let not_answered = crate::referral::list::waiting(read, context, &names)?;
    let new_answers = crate::referral::list::answered(read, context, &names)?;
    let places = read.views().providers(context.now)?;
    for line in &places {
        read.shows(&(line.provider, line.places, line.free, line.held));
    }
    read.shows(&more);
    Ok(Today {
        late,
        soon,
        later,
        more,
        unread: read.unreadable(),
        not_answered,
        new_answers,
        places,
    })
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
pub(crate) fn next(read: &mut Read<'_>, context: &Context, row: Row, names: &Names) -> Result<Option<Next>, Error> {
    let case = row.about.as_ref().map(|about| about.case);
    let (Some(case), Some(permit)) = (case, permit(read, context, &row)) else {
        return Ok(None);
    };
    Ok(Some(Next {
        case,
        duty: row.duty,
        words: read.open(&permit, row.words.as_ref())?,
        other: row.other.map(|other| names.of(other)),
        clock: row.clock,
    }))
}

/// One duty, if the policy lets the actor see what it is about. Who the person is follows from how the organisation stands to
/// the case, not from the duty: an offer of the lead tells nothing of the person.
fn line(read: &mut Read<'_>, context: &Context, row: Row, names: &Names) -> Result<Option<Line>, Error> {
    let Some(permit) = permit(read, context, &row) else {
        return Ok(None);
    };
    let about = match row.about {
        None => None,
        Some(case) => match about(read, &permit, case)? {
            None => return Ok(None),
            about => about,
        },
    };
    let words = read.open(&permit, row.words.as_ref())?;
    let delay = match (row.duty, &about) {
        (Duty::Escalated(id), _) => Some(About::Referral(id)),
        (Duty::Late(id, _), Some(_)) => Some(About::Task(id)),
        _ => None,
    };
    let tried = match delay {
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
        words,
        tried,
    }))
}

/// The permit for the thing that is due.
fn permit(read: &mut Read<'_>, context: &Context, row: &Row) -> Option<Permit> {
    let end = match row.duty {
        Duty::Task(..) => TaskEnd::Assigned,
        Duty::Theirs(..) => TaskEnd::Opened,
        Duty::Late(..) => TaskEnd::Told,
        _ => TaskEnd::None,
    };
    let Some(about) = &row.about else {
        let (Duty::Task(task, _) | Duty::Theirs(task, _) | Duty::Late(task, _)) = row.duty else {
            return None;
        };
        return read.permit_thing(Action::ReadTask, task.into(), TaskFacts::of_own_row(end));
    };
    let own = OwnFacts::of(row.owner, &context.actor);
    let (action, facts) = match (row.duty, row.duty.side()) {
        (_, Some((_, side))) => (Action::ReadReferral, ReferralFacts::of_row(about.facts, side).into()),
        (Duty::Task(..) | Duty::Theirs(..) | Duty::Late(..), None) => {
            (Action::ReadTask, TaskFacts::of_row(about.facts, end).into())
        }
        (_, None) => (Action::AnswerLead, Facts::from(own)),
    };
    read.permit_row(action, about.case, facts)
}

fn about(read: &mut Read<'_>, thing: &Permit, row: AboutRow) -> Result<Option<AboutCase>, Error> {
    let case = read.permit_row(Action::ReadCase, row.case, CaseFacts::of_row(row.facts));
    let permit = case.as_ref().unwrap_or(thing);
    let Some(person) = read.person_of_row(permit, row.case, &row.person)? else {
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
