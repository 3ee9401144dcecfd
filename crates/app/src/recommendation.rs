//! Recommendations: written down, discussed, agreed, decided, addressed, reported on, reviewed. They are about no case, and nothing
//! here opens one.
pub mod likeness;
pub mod list;
pub mod story;

use crate::{Act, App, Error, Read, Receipt};
use tiltas_access::{Facts, OwnFacts, Subject};
use tiltas_domain::{
    Changes, Context, Id, Root,
    organisation::Organisation,
    recommendation::{
        self, Address, Close, Decide, Formulate, Open, Position, Recommendation, Record, Refusal, Report, Review,
        Supersede, Translate,
    },
};

/// Writes a recommendation down.
///
/// # Errors
/// When the actor's role does not.
pub fn record(app: &App, root: &Root, command: &Record) -> Result<(Id<Recommendation>, Receipt), Error> {
    let receipt = app.decide(Act::RecordRecommendation, root, |read, context| {
        let id = context.id::<Recommendation>(0);
        let permit = read.permit(
            Act::RecordRecommendation.action(),
            Subject::Other(id.into()),
            Facts::None,
        )?;
        Ok((permit, recommendation::record(command, context)))
    })?;
    Ok((receipt.id()?, receipt))
}

/// What the policy is asked about it: whether the actor's institution is the one that speaks.
fn facts(act: Act, on: &Recommendation, context: &Context) -> Facts {
    let asked = |organisations: &[Id<Organisation>]| OwnFacts::among(organisations, &context.actor).into();
    match act {
        Act::TakePosition => asked(on.discussion.as_ref().map_or(&[], |known| known.asked.as_slice())),
        Act::ReportRecommendation => {
            let addressees: Vec<_> = on.addressees.iter().map(|one| one.organisation).collect();
            asked(&addressees)
        }
        _ => Facts::None,
    }
}

/// One change of one recommendation.
fn change(
    app: &App,
    root: &Root,
    act: Act,
    id: Id<Recommendation>,
    decide: impl Fn(&mut Read<'_>, &Recommendation, &Context) -> Result<Changes, Error>,
) -> Result<Receipt, Error> {
    app.decide(act, root, |read, context| {
        let on = read.state(id)?;
        let permit = read.permit(act.action(), Subject::Other(id.into()), facts(act, &on, context))?;
        let changes = decide(read, &on, context)?;
        Ok((permit, changes))
    })
}

/// Puts it into another language.
///
/// # Errors
/// When the actor's role does not, or there is none.
pub fn translate(app: &App, root: &Root, id: Id<Recommendation>, command: &Translate) -> Result<Receipt, Error> {
    change(app, root, Act::TranslateRecommendation, id, |_, on, _| {
        Ok(recommendation::translate(id, on, command)?)
    })
}

/// Asks institutions what they think.
///
/// # Errors
/// As [`recommendation::open_discussion`].
pub fn discuss(app: &App, root: &Root, id: Id<Recommendation>, command: &Open) -> Result<Receipt, Error> {
    change(app, root, Act::DiscussRecommendation, id, |read, on, context| {
        let all = read.views().organisations()?;
        let there = all.iter().filter(|line| line.kind.answers());
        let there: Vec<_> = there.map(|line| line.organisation).collect();
        let today = app.profile().date(context.now);
        Ok(recommendation::open_discussion(
            id, on, command, &there, today, context,
        )?)
    })
}

/// Says what the actor's institution thinks.
///
/// # Errors
/// As [`recommendation::take_position`]; for an institution that was not asked it is not there to be done.
pub fn take_position(app: &App, root: &Root, id: Id<Recommendation>, command: &Position) -> Result<Receipt, Error> {
    change(app, root, Act::TakePosition, id, |_, on, context| {
        Ok(recommendation::take_position(id, on, command, context)?)
    })
}

/// Fixes the agreed words.
///
/// # Errors
/// As [`recommendation::formulate`].
pub fn formulate(app: &App, root: &Root, id: Id<Recommendation>, command: &Formulate) -> Result<Receipt, Error> {
    change(app, root, Act::FormulateRecommendation, id, |_, on, context| {
        Ok(recommendation::formulate(id, on, command, context)?)
    })
}

/// Records what a body decided.
///
/// # Errors
/// As [`recommendation::decide`].
pub fn decide(app: &App, root: &Root, id: Id<Recommendation>, command: &Decide) -> Result<Receipt, Error> {
    change(app, root, Act::DecideRecommendation, id, |_, on, context| {
        let today = app.profile().date(context.now);
        Ok(recommendation::decide(id, on, command, today)?)
    })
}

/// Says who is to carry it out.
///
/// # Errors
/// As [`recommendation::address`].
pub fn address(app: &App, root: &Root, id: Id<Recommendation>, command: &Address) -> Result<Receipt, Error> {
    change(app, root, Act::AddressRecommendation, id, |read, on, _| {
        let is_there = read
            .find(command.organisation)?
            .is_some_and(|known| known.kind.answers());
        Ok(recommendation::address(id, on, command, is_there)?)
    })
}

/// Reports how far it is.
///
/// # Errors
/// As [`recommendation::report`]; for an institution that it is not addressed to it is not there to be done.
pub fn report(app: &App, root: &Root, id: Id<Recommendation>, command: &Report) -> Result<Receipt, Error> {
    change(app, root, Act::ReportRecommendation, id, |_, on, context| {
        Ok(recommendation::report(id, on, command, context)?)
    })
}

/// Says what a reviewer finds.
///
/// # Errors
/// As [`recommendation::review`].
pub fn review(app: &App, root: &Root, id: Id<Recommendation>, command: &Review) -> Result<Receipt, Error> {
    change(app, root, Act::ReviewRecommendation, id, |_, on, context| {
        Ok(recommendation::review(id, on, command, context)?)
    })
}

/// Says whether it says the same as another. Both are written: each is found from the other.
///
/// # Errors
/// As [`recommendation::say_the_same`].
pub fn liken(
    app: &App,
    root: &Root,
    id: Id<Recommendation>,
    (other, same): &(Id<Recommendation>, bool),
) -> Result<Receipt, Error> {
    let (other, same) = (*other, *same);
    change(app, root, Act::LikenRecommendation, id, |read, on, _| {
        let there = match other == id {
            true => None,
            false => read.find(other)?,
        };
        let changes = recommendation::say_the_same(id, on, other, same, there.is_some())?;
        let Some(there) = there else {
            return Err(Refusal::NotThere.into());
        };
        Ok(changes.and_all(recommendation::say_the_same(other, &there, id, same, true)?))
    })
}

/// Ends it.
///
/// # Errors
/// As [`recommendation::close`].
pub fn close(app: &App, root: &Root, id: Id<Recommendation>, command: &Close) -> Result<Receipt, Error> {
    change(app, root, Act::CloseRecommendation, id, |_, on, context| {
        Ok(recommendation::close(id, on, command, context)?)
    })
}

/// Lets it go on where it stood.
///
/// # Errors
/// As [`recommendation::reopen`].
pub fn reopen(app: &App, root: &Root, id: Id<Recommendation>, command: &Close) -> Result<Receipt, Error> {
    change(app, root, Act::ReopenRecommendation, id, |_, on, context| {
        Ok(recommendation::reopen(id, on, command, context)?)
    })
}

/// Puts another in its place.
///
/// # Errors
/// As [`recommendation::supersede`].
pub fn supersede(app: &App, root: &Root, id: Id<Recommendation>, command: &Supersede) -> Result<Receipt, Error> {
    change(app, root, Act::SupersedeRecommendation, id, |read, on, context| {
        let by = match command.by == id {
            true => None,
            false => read.find(command.by)?,
        };
        Ok(recommendation::supersede(id, on, command, by.as_ref(), context)?)
    })
}
