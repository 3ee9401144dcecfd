//! Partnerships: begun, written, read by the parties, signed, kept, looked at, renewed, ended. They are about institutions, and
//! nothing here opens a case.
pub mod list;
pub mod picture;
pub mod story;

use crate::{Act, App, Error, Read, Receipt, organisation::something_waits_for_focal};
use tiltas_access::{Facts, OwnFacts, Subject};
use tiltas_domain::{
    Changes, Context, Id, Root,
    dated::Day,
    organisation::Organisation,
    partnership::{
        self as rules, Assess, Begin, Consult, Data, End, Measure, Move, Partnership, Party, Purpose, Renew, Return,
        Review, Sign, Term,
    },
};

/// The institutions that may be in one: those that have people who answer for them.
fn there(read: &mut Read<'_>) -> Result<Vec<Id<Organisation>>, Error> {
    let all = read.views().organisations()?;
    let there = all.iter().filter(|line| line.kind.answers());
    Ok(there.map(|line| line.organisation).collect())
}

/// Writes its first words down.
///
/// # Errors
/// When the actor's role does not, or as [`rules::begin`].
pub fn begin(app: &App, root: &Root, command: &Begin) -> Result<(Id<Partnership>, Receipt), Error> {
    let receipt = app.decide(Act::BeginPartnership, root, |read, context| {
        let id = context.id::<Partnership>(0);
        let permit = read.permit(Act::BeginPartnership.action(), Subject::Other(id.into()), Facts::None)?;
        let there = there(read)?;
        Ok((permit, rules::begin(command, &there, context)?))
    })?;
    Ok((receipt.id()?, receipt))
}

/// What the policy is asked about it: whether the actor's institution is a party, or, where `owners` are named, is all of these.
fn facts(act: Act, on: &Partnership, owners: Option<&[Id<Organisation>]>, context: &Context) -> Facts {
    let own = context.actor.organisation;
    match (act, owners) {
        (Act::AddMeasures | Act::MoveMeasure, Some(owners)) => {
            let these: &[Id<Organisation>] = if owners.iter().all(|owner| *owner == own) {
                owners
            } else {
                &[]
            };
            OwnFacts::among(these, &context.actor).into()
        }
        (Act::AddMeasures | Act::MoveMeasure, None) => {
            let signers: Vec<_> = on.signers().map(|party| party.organisation).collect();
            OwnFacts::among(&signers, &context.actor).into()
        }
        (Act::AssessPartnership, _) => {
            let parties: Vec<_> = on.parties.iter().map(|party| party.organisation).collect();
            OwnFacts::among(&parties, &context.actor).into()
        }
        _ => Facts::None,
    }
}

/// One change of one partnership, on a day in the country.
fn change(
    app: &App,
    root: &Root,
    (act, id): (Act, Id<Partnership>),
    owners: impl Fn(&Partnership) -> Option<Vec<Id<Organisation>>>,
    decide: impl Fn(&mut Read<'_>, &Partnership, Day, &Context) -> Result<Changes, Error>,
) -> Result<Receipt, Error> {
    app.decide(act, root, |read, context| {
        let on = read.state(id)?;
        let owners = owners(&on);
        let facts = facts(act, &on, owners.as_deref(), context);
        let permit = read.permit(act.action(), Subject::Other(id.into()), facts)?;
        let changes = decide(read, &on, app.profile().date(context.now), context)?;
        Ok((permit, changes))
    })
}

fn nobody(_: &Partnership) -> Option<Vec<Id<Organisation>>> {
    None
}

macro_rules! steered { ($($(#[$doc:meta])* $name:ident($command:ty) for $act:ident, |$read:pat_param, $id:ident, $on:ident, $told:ident, $today:ident, $context:pat_param| $decide:expr;)+) => { $(
    $(#[$doc])*
    ///
    /// # Errors
    /// When the actor's role does not, there is none, or the rule of the same name says no.
    pub fn $name(app: &App, root: &Root, $id: Id<Partnership>, $told: &$command) -> Result<Receipt, Error> {
        change(app, root, (Act::$act, $id), nobody, |$read, $on, $today, $context| Ok($decide?))
    }
)+ } }
steered! {
    /// Names an institution in it.
    name_party(Party) for NameParty, |read, id, on, told, today, _| {
        let there = there(read)?;
        rules::name_party(id, on, told, &there, today)
    };
    /// Writes what it is for.
    write_purpose(Purpose) for WritePurpose, |_, id, on, told, today, _| rules::write_purpose(id, on, told, today);
    /// Writes what is said about data.
    write_data(Data) for WriteData, |_, id, on, told, today, _| rules::write_data(id, on, told, today);
    /// Sets from when to when it holds.
    set_term(Term) for SetTerm, |_, id, on, told, today, _| rules::set_term(id, on, told, today);
    /// Sends the draft to the parties.
    consult(Consult) for ConsultPartnership, |read, id, on, told, today, context| {
        for party in on.signers() {
            if party.organisation != context.actor.organisation {
                something_waits_for_focal(read, party.organisation)?;
            }
        }
        rules::consult(id, on, told, today, context)
    };
    /// Drafts it again.
    return_draft(Return) for ReturnPartnership, |_, id, on, told, today, context| rules::return_draft(id, on, told, today, context);
    /// Records that the parties looked at it together.
    review(Review) for ReviewPartnership, |_, id, on, told, today, _| rules::review(id, on, told, today);
    /// Lets it hold longer.
    renew(Renew) for RenewPartnership, |_, id, on, told, today, _| rules::renew(id, on, told, today);
    /// Ends it.
    end(End) for EndPartnership, |_, id, on, told, today, _| rules::end(id, on, told, today);
    /// Says how the actor's institution sees the cooperation.
    assess(Assess) for AssessPartnership, |_, id, on, told, today, context| rules::assess(id, on, told, today, context);
}

/// Records a signature.
///
/// # Errors
/// When the actor's role does not, there is none, or as [`rules::sign`].
pub fn sign(app: &App, root: &Root, id: Id<Partnership>, command: &Sign) -> Result<Receipt, Error> {
    change(app, root, (Act::SignPartnership, id), nobody, |_, on, today, _| {
        let returned = on.returned.last().map(|(_, at)| app.profile().date(*at));
        Ok(rules::sign(id, on, command, (today, returned))?)
    })
}

/// Adds what parties do in it.
///
/// # Errors
/// As [`rules::add_measures`]; for an institution that adds what another owes it is not there to be done.
pub fn add_measures(app: &App, root: &Root, id: Id<Partnership>, command: &[Measure]) -> Result<Receipt, Error> {
    let owners = |_: &Partnership| Some(command.iter().map(|measure| measure.owner).collect());
    change(app, root, (Act::AddMeasures, id), owners, |_, on, today, _| {
        Ok(rules::add_measures(id, on, command, today)?)
    })
}

/// Says how far a measure is.
///
/// # Errors
/// As [`rules::move_measure`]; for an institution that does not owe it, it is not there to be done.
pub fn move_measure(app: &App, root: &Root, id: Id<Partnership>, command: &Move) -> Result<Receipt, Error> {
    // Of a measure that is not there, whoever keeps measures is told so.
    let owners = |on: &Partnership| {
        let nth = usize::try_from(command.measure).ok()?;
        on.measures.get(nth).map(|measure| vec![measure.owner])
    };
    change(app, root, (Act::MoveMeasure, id), owners, |_, on, today, context| {
        Ok(rules::move_measure(id, on, command, today, context)?)
    })
}

/// Reminds those who answer for it of its end.
///
/// # Errors
/// When no reminder is due.
pub fn warn(app: &App, root: &Root, id: Id<Partnership>) -> Result<Receipt, Error> {
    change(
        app,
        root,
        (Act::WarnPartnership, id),
        nobody,
        |read, on, today, context| {
            let changes = rules::warn(id, on, today, context)?;
            for party in on.signers() {
                something_waits_for_focal(read, party.organisation)?;
            }
            Ok(changes)
        },
    )
}
