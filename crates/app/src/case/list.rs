//! Lists of cases, and the search box: a spoken name or a case number, and nothing else.
use crate::{App, Error, Read};
use tiltas_access::{Action, CaseFacts, Facts, Part, Shown, Subject};
use tiltas_domain::{
    Context, Field, Id, Moment, Root,
    case::{Case, Person, Urgency, spoken_name},
};
use tiltas_store::views::case::Found;

/// One case in a list.
#[derive(Debug)]
pub struct Line {
    /// Which.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// How soon.
    pub urgency: Shown<Urgency>,
    /// Who the person is, as far as the role may know.
    pub person: Shown<Person>,
    /// When the file was opened.
    pub opened: Moment,
    /// Whether the actor's organisation leads.
    pub leads: bool,
}

/// How a list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Newest first.
    #[default]
    Newest,
    /// By spoken name.
    SpokenName,
}

/// One page of cases.
#[derive(Debug)]
pub struct Listed {
    /// Its cases.
    pub lines: Vec<Line>,
    /// How many of them are left out because they can't be read.
    pub unread: usize,
}

/// The cases in which the actor's organisation takes part.
///
/// # Errors
/// When storage is away.
pub fn list(app: &App, root: &Root, order: Order, after: i64) -> Result<Listed, Error> {
    app.view("case.list", root, |read, context| {
        let _permit = read.permit(Action::ReadList, Subject::Own, Facts::None)?;
        let by_name = order == Order::SpokenName;
        let rows = read
            .views()
            .cases(context.actor.organisation, by_name, after, 50, context.now)?;
        let cases: Vec<Id<Case>> = rows.iter().map(|row| row.case).collect();
        read.views().take_keys(&cases)?;
        let mut lines = Vec::new();
        for row in rows {
            let Some(permit) = read.permit_row(Action::ReadCase, row.case, CaseFacts::of_row(row.facts)) else {
                continue;
            };
            let Some(person) = read.person_of_row(&permit, row.case, &row.person)? else {
                continue;
            };
            lines.push(Line {
                case: row.case,
                spoken_name: row.spoken_name,
                urgency: permit.show(Field::Work, row.urgency),
                person,
                opened: row.opened,
                leads: permit.part() == Part::Lead,
            });
        }
        Ok(Listed {
            lines,
            unread: read.unreadable(),
        })
    })
}

/// Finds cases by spoken name or number, as people type them, among those in which the actor's organisation takes part; three
/// digits alone may find several. One that is not there and one that may not be known look the same: there is none.
///
/// # Errors
/// When storage is away.
pub fn find(app: &App, root: &Root, typed: &str) -> Result<Vec<(Id<Case>, String)>, Error> {
    app.view("case.find", root, |read, context| {
        let _permit = read.permit(Action::ReadList, Subject::Own, Facts::None)?;
        let mut hits = Vec::new();
        for hit in found(app, read, context, typed)? {
            let facts = CaseFacts::of_row(hit.facts);
            if read.permit_row(Action::ReadCase, hit.case, facts).is_some() {
                hits.push((hit.case, hit.spoken_name));
            }
        }
        Ok(hits)
    })
}

/// What was typed, looked for. WHY nothing is asked here: which action the policy is asked for hangs on who looks, and for what.
pub(crate) fn found(app: &App, read: &mut Read<'_>, context: &Context, typed: &str) -> Result<Vec<Found>, Error> {
    let number = spoken_name::parse_number(&app.profile().country, typed);
    let (name, digits) = match spoken_name::parse(typed) {
        Some(spoken_name::Typed::Name(name)) => (name, String::new()),
        Some(spoken_name::Typed::Digits(digits)) => (String::new(), digits),
        None => (String::new(), String::new()),
    };
    let number = number.as_deref();
    Ok(read
        .views()
        .find_cases(context.actor.organisation, &name, number, &digits, context.now)?)
}
