//! What may happen to a plan: the rules that let it.
use super::{
    Amend, Approve, Draft, Enforce, Event, First, Item, Level, Link, Plan, Refusal, Report, Row, Said, Stage, Status,
    Told, Write, number,
};
use crate::{Changes, Context, Id, dated::Dated, organisation::Organisation};
use jiff::civil::Date;

/// What is done to a plan, as far as its state lets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// An item is written, one by one or from a table.
    Write,
    /// A body approves it.
    Approve,
    /// It is put into force.
    Enforce,
    /// The next version begins.
    Amend,
    /// An item is reported on.
    Report,
    /// An item and a recommendation are linked.
    Link,
}

impl Act {
    /// Every one.
    pub const ALL: [Act; 6] = [
        Act::Write,
        Act::Approve,
        Act::Enforce,
        Act::Amend,
        Act::Report,
        Act::Link,
    ];

    /// Whether it is done to one that stands so.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn fits(self, on: &Plan) -> Result<(), Refusal> {
        let open = matches!(on.stage, Stage::Draft | Stage::Amended);
        let fits = match self {
            Act::Write => open,
            Act::Approve if open && !on.items.iter().any(|item| item.said.level.is_done()) => {
                return Err(Refusal::Empty);
            }
            Act::Approve => open,
            Act::Enforce => on.stage == Stage::Approved,
            Act::Amend => on.stage == Stage::InForce,
            // What is being changed goes on to be carried out.
            Act::Report => on.is_carried_out(),
            Act::Link => true,
        };
        fits.then_some(()).ok_or(Refusal::NotNow)
    }
}

/// Begins a plan; its id is `context.id::<Plan>(0)`.
///
/// # Errors
/// When it ends before it begins.
pub fn draft(command: &Draft, context: &Context) -> Result<Changes, Refusal> {
    if command.until < command.from {
        return Err(Refusal::DayOrder);
    }
    let first = First {
        title: command.title.clone(),
        strategy: command.strategy.clone(),
        from: command.from,
        until: command.until,
        currency: command.currency.clone(),
        source: command.source.clone(),
        example: command.example,
        by: context.actor,
        at: context.now,
    };
    Ok(Changes::new(context.id::<Plan>(0), Event::Drafted(first)))
}

/// Whether an item may say this where it stands; `above` is what it stands under, `taken` whether another has its number.
///
/// # Errors
/// The rule that says no.
pub(crate) fn may_say(of: &First, said: &Said, above: Option<Level>, taken: bool) -> Result<(), Refusal> {
    if taken {
        return Err(Refusal::NumberTaken);
    }
    match (number::above(&said.number), above) {
        (Some(_), None) => return Err(Refusal::NoAbove),
        (None, _) if !said.level.stands_alone() => return Err(Refusal::NoAbove),
        (_, Some(above)) if !said.level.stands_under(above) => return Err(Refusal::WrongLevel),
        _ => {}
    }
    in_order(of, said)
}

/// A term lies after its beginning, and an item within its plan.
pub(crate) fn in_order(of: &First, said: &Said) -> Result<(), Refusal> {
    let before = |one: Option<Date>, other: Option<Date>| one.zip(other).is_some_and(|(one, other)| one < other);
    let (from, term) = (said.from.or(said.term), said.term.or(said.from));
    let wrong = before(term.and_then(Dated::last), from.and_then(Dated::first))
        || before(from.and_then(Dated::last), of.from.first())
        || before(of.until.last(), term.and_then(Dated::first));
    if wrong { Err(Refusal::DayOrder) } else { Ok(()) }
}

/// Writes an item; its id is `context.inside::<Plan, Item>(0)`. `there` are the institutions that are registered.
///
/// # Errors
/// When the plan is not being written, the number is taken or stands under nothing, an institution is not there, or days are not in
/// order.
pub fn add(
    id: Id<Plan>,
    on: &Plan,
    command: &Write,
    there: &[Id<Organisation>],
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Write.fits(on)?;
    said(on, None, command, there)?;
    let row = Row {
        item: context.inside::<Plan, Item>(0),
        said: command.clone(),
    };
    Ok(Changes::new(id, Event::Added(row)))
}

/// Writes an item anew.
///
/// # Errors
/// As [`add`]; and when items stand under it by a number that it gives up.
pub fn change(
    id: Id<Plan>,
    on: &Plan,
    (item, command): (Id<Item>, &Write),
    there: &[Id<Organisation>],
) -> Result<Changes, Refusal> {
    Act::Write.fits(on)?;
    let known = on.item(item).ok_or(Refusal::NotThere)?;
    if known.said == *command {
        return Err(Refusal::Already);
    }
    let moves = known.said.number != command.number || known.said.level != command.level;
    let mut others = on.items.iter();
    if moves && others.any(|other| number::is_under(&other.said.number, &known.said.number)) {
        return Err(Refusal::HasBelow);
    }
    said(on, Some(item), command, there)?;
    let said = command.clone();
    Ok(Changes::new(id, Event::Changed { item, said }))
}

fn said(on: &Plan, own: Option<Id<Item>>, said: &Said, there: &[Id<Organisation>]) -> Result<(), Refusal> {
    if !said
        .responsible
        .iter()
        .chain(&said.partners)
        .all(|who| there.contains(who))
    {
        return Err(Refusal::NotThere);
    }
    let others = || on.items.iter().filter(|item| Some(item.id) != own);
    let above = number::above(&said.number).and_then(|above| others().find(|item| item.said.number == above));
    let taken = others().any(|item| item.said.number == said.number);
    may_say(&on.first, said, above.map(|item| item.said.level), taken)
}

/// Records that a body approved this version; `begun` is the day in the country on which it was begun, where it is not the first.
///
/// # Errors
/// When nothing is to be approved, or the day is to come or before the version.
pub fn approve(
    id: Id<Plan>,
    on: &Plan,
    command: &Approve,
    (today, begun): (Date, Option<Date>),
) -> Result<Changes, Refusal> {
    Act::Approve.fits(on)?;
    if command.on.first().is_none_or(|first| first > today) {
        return Err(Refusal::DayToCome);
    }
    let approved = on.approvals.last().and_then(|known| known.on.first());
    let before = approved.max(begun);
    if before.is_some_and(|before| command.on.last().is_none_or(|on| on < before)) {
        return Err(Refusal::DayBefore);
    }
    Ok(Changes::new(id, Event::Approved(command.clone())))
}

/// Puts it into force.
///
/// # Errors
/// When it is not approved, or the day is to come or lies before the approval.
pub fn enforce(id: Id<Plan>, on: &Plan, command: &Enforce, today: Date) -> Result<Changes, Refusal> {
    Act::Enforce.fits(on)?;
    if command.on.first().is_none_or(|first| first > today) {
        return Err(Refusal::DayToCome);
    }
    let approved = on.approvals.last().and_then(|known| known.on.first());
    if approved.is_some_and(|approved| command.on.last().is_none_or(|on| on < approved)) {
        return Err(Refusal::DayBefore);
    }
    Ok(Changes::new(id, Event::Enforced { on: command.on }))
}

/// Begins the next version. The one in force goes on to be carried out.
///
/// # Errors
/// When none is in force.
pub fn amend(id: Id<Plan>, on: &Plan, command: &Amend, context: &Context) -> Result<Changes, Refusal> {
    Act::Amend.fits(on)?;
    let (reason, at) = (command.reason.clone(), context.now);
    Ok(Changes::new(id, Event::Amended { reason, at }))
}

/// Reports how far an item is.
///
/// # Errors
/// When the plan is not in force, there is no such item in the version that is, *done* has nothing that shows it, or a value has no indicator.
pub fn report(
    id: Id<Plan>,
    on: &Plan,
    (item, command): (Id<Item>, &Report),
    context: &Context,
) -> Result<Changes, Refusal> {
    Act::Report.fits(on)?;
    let known = on.item(item).and_then(|known| known.stands(on));
    let known = known.filter(|said| said.level.is_done()).ok_or(Refusal::NotThere)?;
    if command.status == Status::Done && command.evidence.is_empty() {
        return Err(Refusal::NoEvidence);
    }
    if command.value.is_some() && known.indicator.is_none() {
        return Err(Refusal::NoIndicator);
    }
    let told = Told {
        organisation: context.actor.organisation,
        status: command.status,
        text: command.text.clone(),
        value: command.value,
        evidence: command.evidence.clone(),
        at: context.now,
    };
    Ok(Changes::new(id, Event::Reported { item, told }))
}

/// Says whether an item carries out a recommendation; `is_there` says whether that is one.
///
/// # Errors
/// When there is no such item or recommendation, or it is so already.
pub fn link(id: Id<Plan>, on: &Plan, (item, command): (Id<Item>, &Link), is_there: bool) -> Result<Changes, Refusal> {
    Act::Link.fits(on)?;
    let known = on.item(item).filter(|_| is_there).ok_or(Refusal::NotThere)?;
    if known.links.contains(&command.recommendation) == command.linked {
        return Err(Refusal::Already);
    }
    Ok(Changes::new(
        id,
        Event::Linked {
            item,
            recommendation: command.recommendation,
            linked: command.linked,
        },
    ))
}
