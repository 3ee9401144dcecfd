//! One partnership with all that was written, signed and said of it.
use super::{facts, list::days_left};
use crate::{
    Act, App, Error,
    act::{On, offered_by},
    organisation::Names,
};
use std::collections::HashMap;
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Id, Root,
    dated::Day,
    organisation::Organisation,
    partnership::{Partnership, State},
};

/// The partnership as a reader sees it on a day.
#[derive(Debug)]
pub struct Story {
    /// Which.
    pub id: Id<Partnership>,
    /// How often it was written: what a form is drawn from.
    pub version: i64,
    /// All of it.
    pub of: Partnership,
    /// Where it stands today.
    pub state: State,
    /// The day.
    pub today: Day,
    /// Days until its last day: below 0 where that is past.
    pub left: Option<i32>,
    /// Name and duty phone of the institutions in it.
    pub names: HashMap<Id<Organisation>, (String, Option<String>)>,
    /// What this reader may do to it now.
    pub may: Vec<Act>,
    /// The reader's institution.
    pub own: Id<Organisation>,
    /// Whether the reader keeps the measures of every party, not of the own alone.
    pub keeps_all: bool,
}

impl Story {
    /// Whether the reader may do this to it now.
    pub fn may(&self, act: Act) -> bool {
        self.may.contains(&act)
    }

    /// The name of an institution.
    pub fn name(&self, who: Id<Organisation>) -> &str {
        self.names.get(&who).map_or("", |(name, _)| name)
    }

    /// The phone that is rung for it at night: the one of this partnership, else the institution's.
    pub fn phone(&self, who: Id<Organisation>) -> Option<&str> {
        let own = self.of.party(who).and_then(|party| party.phone.as_deref());
        own.or_else(|| self.names.get(&who).and_then(|(_, phone)| phone.as_deref()))
    }
}

/// All of one.
///
/// # Errors
/// When the actor's role does not read partnerships, or there is none.
pub fn story(app: &App, root: &Root, id: Id<Partnership>) -> Result<Story, Error> {
    app.view("partnership.show", root, |read, context| {
        let subject = Subject::Other(id.into());
        let _permit = read.permit(Action::ReadPartnerships, subject, Facts::None)?;
        let of: Partnership = read.state(id)?;
        let (names, today) = (Names::read(read)?, app.profile().date(context.now));
        let named = of.parties.iter().map(|party| party.organisation);
        let named = named.chain([of.first.by.organisation]);
        let names = named.map(|who| (who, (names.of(who), names.phone(who)))).collect();
        let acts = Act::ALL.iter().copied();
        let may = acts
            .filter(|act| {
                let allows = |action| read.may(action, subject, facts(*act, &of, None, context));
                offered_by(allows, On::Partnership(&of, today), context).contains(act)
            })
            .collect();
        Ok(Story {
            id,
            version: read.version_of(id),
            state: of.state(today),
            today,
            left: days_left(&of, today),
            names,
            may,
            own: context.actor.organisation,
            keeps_all: read.may(Action::SteerPartnership, subject, Facts::None),
            of,
        })
    })
}
