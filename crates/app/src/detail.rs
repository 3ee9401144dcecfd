//! What the person told: written once, corrected without overwriting.
use crate::{Act, App, Error, Read, Receipt, case::change, case::facts, organisation::something_waits};
use tiltas_access::{Action, Permit, Seen, Shown, Subject};
use tiltas_domain::{
    Changes, Content, Context, Id, Root, Sensitive,
    case::{self, Case},
    content::PersonName,
    detail::{self, Correct, Detail, Details, Origin},
    task::Kind,
};

/// Writes down what the person told.
///
/// # Errors
/// When the actor does not lead the case.
pub fn tell(app: &App, root: &Root, id: Id<Case>, value: &Detail) -> Result<Receipt, Error> {
    change(app, root, Act::TellDetail, id, |read, context, _, case| {
        read.find(id.of::<Details>())?;
        let told = detail::tell(id, value.clone(), Origin::Later, 0, context);
        Ok(told.and_all(age(app, context, read, (id, case), value)?))
    })
}

/// What a birth date tells of the age, and the notice of a child that begins with it.
fn age(
    app: &App,
    context: &Context,
    read: &mut Read<'_>,
    (id, case): (Id<Case>, &Case),
    value: &Detail,
) -> Result<Changes, Error> {
    let noticed = crate::task::was_opened(read, id, Kind::TellChildProtection)?;
    Ok(case::age_of_birth(id, case, value, noticed, app.profile(), context)?)
}

/// Corrects a value; those who hold the old one by a disclosure get a task.
///
/// # Errors
/// When the actor does not lead the case, or the value is not there, or was corrected before.
pub fn correct(app: &App, root: &Root, id: Id<Case>, command: &Correct) -> Result<Receipt, Error> {
    change(app, root, Act::CorrectDetail, id, |read, context, _, case| {
        let details = read.of_case(id)?;
        let holders = case.holders_of(command.value.field(), context.now);
        for holder in &holders {
            something_waits(read, *holder)?;
        }
        let changes = detail::correct(id, &details, command, holders, 0, app.profile(), context)?;
        Ok(changes.and_all(age(app, context, read, (id, case), &command.value)?))
    })
}

/// A value given again on a page: the same stays as it is, another corrects it, a first one is told. Nothing is written twice.
pub(crate) fn keep(
    app: &App,
    context: &Context,
    read: &mut Read<'_>,
    permit: &Permit,
    (id, case): (Id<Case>, &Case),
    value: Detail,
    nth: u32,
) -> Result<Changes, Error> {
    let details: Details = read.of_case(id)?;
    for told in details.standing(value.field()) {
        let same = match (&told.value, &value) {
            (Detail::Name(old), Detail::Name(new)) => same(read, permit, Some(&old.name), Some(&new.name))?,
            (Detail::Phone(old), Detail::Phone(new)) => same(read, permit, Some(old), Some(new))?,
            (Detail::Whereabouts(old), Detail::Whereabouts(new)) => same(read, permit, Some(old), Some(new))?,
            (Detail::Health(old), Detail::Health(new)) => same(read, permit, Some(old), Some(new))?,
            _ => false,
        };
        if same {
            return Ok(Changes::default());
        }
    }
    // WHY: a person may have several names at once; of a place, a phone, a state of health one stands, whoever told it
    // first.
    let several = matches!(value, Detail::Name(_));
    let standing = details
        .standing(value.field())
        .filter(|told| !several || told.origin == Origin::Screening)
        .last();
    let Some(standing) = standing else {
        return Ok(detail::tell(id, value, Origin::Screening, nth, context));
    };
    let holders = case.holders_of(value.field(), context.now);
    let command = standing.corrected_by(value);
    Ok(detail::correct(
        id,
        &details,
        &command,
        holders,
        nth,
        app.profile(),
        context,
    )?)
}

/// Whether two values say the same; two that are not there do.
#[expect(clippy::disallowed_methods, reason = "compares before sealing; nothing leaves")]
pub(crate) fn same<T: Sensitive + Clone>(
    read: &mut Read<'_>,
    permit: &Permit,
    old: Option<&Content<T>>,
    new: Option<&Content<T>>,
) -> Result<bool, Error> {
    let old = read.views().open(permit, old)?;
    Ok(match (old.seen(), new) {
        (Seen::Open(old), Some(Content::New(new))) => old.bare() == new.bare(),
        (Seen::NotGiven, None) => true,
        _ => false,
    })
}

/// The person's names, opened for a reason: all that stand, with their kinds.
#[derive(Debug)]
pub struct Names {
    /// How staff speak of the person.
    pub spoken_name: String,
    /// Kind, script, confidence and name.
    pub names: Vec<(detail::Name, Shown<PersonName>)>,
}

/// Opens the person's names for a reason, which is logged.
///
/// # Errors
/// When the actor does not lead the case, or gave no reason.
pub fn open_names(app: &App, root: &Root, id: Id<Case>, reason: &str) -> Result<Names, Error> {
    app.view("name.open", root, |read, context| {
        let case = read.state(id)?;
        let permit = with_reason(read, context, Action::OpenName, (id, &case), reason)?;
        let mut names = Vec::new();
        let details: Details = read.of_case(id)?;
        for told in details.standing(tiltas_domain::Field::Name) {
            if let Detail::Name(name) = &told.value {
                names.push((name.clone(), read.open(&permit, Some(&name.name))?));
            }
        }
        Ok(Names {
            spoken_name: case.spoken_name,
            names,
        })
    })
}

/// A value that was corrected, or one that stands sealed, opened for a reason, which is logged.
///
/// # Errors
/// When the actor does not lead the case, gave no reason, or there is no such value.
pub fn open_replaced(
    app: &App,
    root: &Root,
    id: Id<Case>,
    replaced: Id<Detail>,
    reason: &str,
) -> Result<crate::case::file::Value, Error> {
    app.view("replaced.open", root, |read, context| {
        let case = read.state(id)?;
        let details: Details = read.of_case(id)?;
        let told = details.0.iter().find(|told| told.id == replaced);
        let action = match told.and_then(|told| told.replaced_by) {
            Some(_) => Action::OpenReplaced,
            None => Action::OpenName,
        };
        let permit = with_reason(read, context, action, (id, &case), reason)?;
        crate::case::file::value(read, &permit, told.ok_or(Error::NotFound)?)
    })
}

fn with_reason(
    read: &mut Read<'_>,
    context: &Context,
    action: Action,
    (id, case): (Id<Case>, &Case),
    reason: &str,
) -> Result<Permit, Error> {
    let reason = reason.trim();
    read.reason(reason);
    read.permit(action, Subject::Case(id), facts(context, case).because(reason))
}
