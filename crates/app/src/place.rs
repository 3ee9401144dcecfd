//! Places and holds of one's own houses.
use crate::{
    Act, App, Error, Read, Receipt,
    act::{On, offered_by},
    organisation::{Names, something_waits},
};
use tiltas_access::{Action, OwnFacts, Permit, ReferralFacts, Subject};
use tiltas_domain::{
    Changes, Context, Id, Moment, Root,
    case::Case,
    changes::Kind,
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
    /// For which referral it is taken.
    pub referral: Option<Id<Referral>>,
    /// A hold that runs.
    pub hold: Option<Hold>,
    /// What the actor may do with it now.
    pub may: Vec<Act>,
}

/// A hold, as the house sees it.
#[derive(Clone, Debug, Hash)]
pub struct Hold {
    /// Until when.
    pub until: Moment,
    /// For which referral, asked by whom; `None` where the referral is not the reader's to see.
    pub asked: Option<(Id<Referral>, String)>,
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

/// The houses of an organisation.
#[derive(Clone, Debug, Default)]
pub struct Houses {
    /// With their places.
    pub own: Vec<House>,
    /// How many places are left out because they can't be read.
    pub unread: usize,
}

/// The houses of the actor's organisation with their places, holds and who has them, by spoken name.
///
/// # Errors
/// When the actor runs no house's places, or storage is away.
pub fn own(app: &App, root: &Root) -> Result<Houses, Error> {
    app.view("place.own", root, |read, context| {
        let facts = OwnFacts::of(context.actor.organisation, &context.actor);
        let _permit = read.permit(Action::ReadPlaces, Subject::Own, facts)?;
        houses(read, context)
    })
}

pub(crate) fn houses(read: &mut Read<'_>, context: &Context) -> Result<Houses, Error> {
    let names = Names::read(read)?;
    let own = OwnFacts::of(context.actor.organisation, &context.actor);
    let mut houses: Vec<House> = Vec::new();
    let (rows, unread) = read.views().places(context.actor.organisation, context.now)?;
    for row in rows {
        if houses.last().is_none_or(|house| house.provider != row.provider) {
            houses.push(House {
                provider: row.provider,
                name: row.name.clone(),
                places: Vec::new(),
            });
        }
        // Whoever runs a house knows that a place is taken or held; for whom is asked of each. Of a forgotten file nobody is named.
        let (who, told) = match row.who {
            None => (None, true),
            Some(who) => {
                let facts = ReferralFacts::of_row(who.facts, who.side);
                let told = read.permit_row(Action::ReadReferral, who.case, facts).is_some();
                (told.then_some((who.case, who.spoken_name)), told)
            }
        };
        let may = |action| read.may(action, Subject::Own, own);
        let hold = row.hold.map(|(until, referral, by)| Hold {
            until,
            asked: told.then(|| (referral, names.of(by))),
        });
        let line = Line {
            may: offered_by(may, On::Place(row.state, hold.is_some()), context),
            label: row.label,
            state: row.state,
            who,
            referral: row.referral.filter(|_| told),
            hold,
        };
        if let Some(house) = houses.last_mut() {
            house.places.push(line);
        }
    }
    Ok(Houses { own: houses, unread })
}

/// The places that the actor's house may give to a referral, the one that is held for it first.
///
/// # Errors
/// When the referral is not the house's to answer.
pub fn choices(app: &App, root: &Root, id: Id<Referral>) -> Result<Vec<String>, Error> {
    app.view("place.choices", root, |read, context| {
        let loaded = crate::referral::load(read, id)?;
        let asked = crate::referral::facts(context, &loaded);
        let _permit = read.permit(Action::AnswerReferral, Subject::Case(loaded.sending.case), asked)?;
        let places = loaded.provider.free_for(id, context.now);
        Ok(places.map(|place| place.label.clone()).collect())
    })
}

/// A change of a house's places; where a referral has the place, its sender is told in the same commit.
fn change(
    app: &App,
    root: &Root,
    act: Act,
    id: Id<Provider>,
    referral: impl Fn(&Provider) -> Option<Id<Referral>>,
    decide: impl Fn(&Provider, &Context) -> Result<Changes, place::Refusal>,
) -> Result<Receipt, Error> {
    app.decide(act, root, |read, context| {
        let provider = read.state(id)?;
        let facts = OwnFacts::of(provider.offer.organisation, &context.actor);
        let told = referral(&provider);
        let case = match told {
            Some(told) => read.views().case_of(told)?,
            None => None,
        };
        let subject = case.map_or(Subject::Other(id.into()), Subject::Case);
        let permit: Permit = read.permit(Action::ChangePlaces, subject, facts)?;
        let changes = decide(&provider, context)?;
        let (Some(told), Some(_)) = (told, case) else {
            // The file is forgotten: nobody is left to be told.
            return Ok((permit, changes.of_kind(Kind::Provider)));
        };
        let sent = read.state(told)?;
        if let Some((sending, _)) = sent.sent() {
            something_waits(read, sending.from)?;
        }
        Ok((permit, changes))
    })
}

/// The house releases a hold before its end.
///
/// # Errors
/// When no hold runs, or another runs the house.
pub fn release(app: &App, root: &Root, id: Id<Provider>, referral: Id<Referral>) -> Result<Receipt, Error> {
    let held = |provider: &Provider| provider.hold(referral).map(|hold| hold.referral);
    change(app, root, Act::ReleasePlace, id, held, |provider, context| {
        place::release(id, provider, referral, context)
    })
}

/// A place is free again; `seen` is the referral that was shown beside it.
///
/// # Errors
/// When nobody has it, another has it than was shown, or another runs the house.
pub fn free(
    app: &App,
    root: &Root,
    id: Id<Provider>,
    label: &str,
    seen: Option<Id<Referral>>,
) -> Result<Receipt, Error> {
    let taken = |provider: &Provider| {
        let place = provider.places.iter().find(|place| place.label == label);
        place.and_then(|place| place.referral)
    };
    change(app, root, Act::FreePlace, id, taken, |provider, context| {
        place::free(id, provider, label, seen, context)
    })
}

/// A place goes out of use, or back into it.
///
/// # Errors
/// When somebody has it, or another runs the house.
pub fn set_in_use(app: &App, root: &Root, id: Id<Provider>, label: &str, in_use: bool) -> Result<Receipt, Error> {
    change(
        app,
        root,
        Act::SetPlaceInUse,
        id,
        |_| None,
        |provider, context| place::set_in_use(id, provider, label, in_use, context),
    )
}
