//! Places and holds of one's own houses.
use crate::{App, Error, Read, Receipt, organisation::Names};
use tiltas_access::{Action, OwnFacts, Permit, Subject};
use tiltas_domain::{
    Changes, Context, Id, Moment,
    case::Case,
    place::{self, PlaceState},
    provider::Provider,
    referral::Referral,
};

/// A place as its house sees it.
#[derive(Clone, Debug)]
pub struct Line {
    /// How the house calls it.
    pub label: String,
    /// Free, taken, not in use.
    pub state: PlaceState,
    /// Who is expected or there: the spoken name and the file.
    pub who: Option<(Id<Case>, String)>,
    /// A hold that runs: until when, for which referral, asked by whom.
    pub hold: Option<(Moment, Id<Referral>, String)>,
}

/// One house.
#[derive(Clone, Debug)]
pub struct House {
    /// Which.
    pub provider: Id<Provider>,
    /// Its name.
    pub name: String,
    /// Its places.
    pub places: Vec<Line>,
}

/// The houses of the actor's organisation with their places, holds and who has them, by spoken name.
///
/// # Errors
/// When the actor runs no house's places, or storage is away.
pub fn own(app: &App, context: &Context) -> Result<Vec<House>, Error> {
    app.view("place.own", context, |read| {
        let facts = OwnFacts::of(context.actor.organisation, &context.actor);
        let _permit = read.permit(Action::ReadPlaces, Subject::Own, facts)?;
        houses(read, context)
    })
}

pub(crate) fn houses(read: &mut Read<'_>, context: &Context) -> Result<Vec<House>, Error> {
    let names = Names::read(read)?;
    let mut houses: Vec<House> = Vec::new();
    for row in read.views().places(context.actor.organisation, context.now)? {
        if houses.last().is_none_or(|house| house.provider != row.provider) {
            houses.push(House {
                provider: row.provider,
                name: row.name.clone(),
                places: Vec::new(),
            });
        }
        let line = Line {
            label: row.label,
            state: row.state,
            who: row.who,
            hold: row.hold.map(|(until, referral, by)| (until, referral, names.of(by))),
        };
        if let Some(house) = houses.last_mut() {
            house.places.push(line);
        }
    }
    Ok(houses)
}

fn change(
    app: &App,
    context: &Context,
    name: &'static str,
    id: Id<Provider>,
    decide: impl Fn(&Provider) -> Result<Changes, place::Refusal>,
) -> Result<Receipt, Error> {
    app.decide(name, context, |read| {
        let provider = read.state(id)?;
        let facts = OwnFacts::of(provider.offer.organisation, &context.actor);
        let permit: Permit = read.permit(Action::ChangePlaces, Subject::Other(id.into()), facts)?;
        Ok((permit, decide(&provider)?))
    })
}

/// The house releases a hold before its end.
///
/// # Errors
/// When no hold runs, or another runs the house.
pub fn release(app: &App, context: &Context, id: Id<Provider>, referral: Id<Referral>) -> Result<Receipt, Error> {
    change(app, context, "place.release", id, |provider| {
        place::release(id, provider, referral, context)
    })
}

/// A place is free again.
///
/// # Errors
/// When nobody has it, or another runs the house.
pub fn free(app: &App, context: &Context, id: Id<Provider>, label: &str) -> Result<Receipt, Error> {
    change(app, context, "place.free", id, |provider| {
        place::free(id, provider, label, context)
    })
}

/// A place goes out of use, or back into it.
///
/// # Errors
/// When somebody has it, or another runs the house.
pub fn set_in_use(app: &App, context: &Context, id: Id<Provider>, label: &str, in_use: bool) -> Result<Receipt, Error> {
    change(app, context, "place.in_use", id, |provider| {
        place::set_in_use(id, provider, label, in_use, context)
    })
}
