//! One training: what is taught, who came, what was learnt, what came of it, and its certificates.
use super::facts;
use crate::{
    Act, App, Error,
    act::{On, offered_by},
    organisation::Names,
    programme::holding,
};
use std::collections::HashMap;
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Id, Root,
    organisation::Organisation,
    programme::{Came as Belongs, Programme},
    training::{Count, Training},
};

/// Those of a function of an institution, as this reader may count them.
#[derive(Debug)]
pub struct Came {
    /// The institution.
    pub organisation: Id<Organisation>,
    /// Its name.
    pub name: String,
    /// Their function there.
    pub function: String,
    /// How many are registered.
    pub registered: Count,
    /// How many came; `None` where nobody has counted.
    pub came: Option<Count>,
    /// How many of them have a certificate.
    pub certificates: Count,
}

/// A training as it is shown.
#[derive(Debug)]
pub struct Story {
    /// Which.
    pub id: Id<Training>,
    /// How often it was written: what a form is drawn from.
    pub version: i64,
    /// All of it. Its groups and scores are not for every reader: pages show `came`, and [`Training::outcomes`].
    pub of: Training,
    /// Who planned it.
    pub owner: String,
    /// Who comes or came.
    pub came: Vec<Came>,
    /// How many came in all.
    pub all: Count,
    /// How many certificates stand in all.
    pub certificates: Count,
    /// The names of the institutions in it.
    pub names: HashMap<Id<Organisation>, String>,
    /// Whether this reader sees certificates one by one.
    pub lists_certificates: bool,
    /// The programmes to which it belongs.
    pub programmes: Vec<(Id<Programme>, Programme)>,
    /// What this reader may do to it now.
    pub may: Vec<Act>,
}

impl Story {
    /// Whether the reader may do this to it now.
    pub fn may(&self, act: Act) -> bool {
        self.may.contains(&act)
    }
}

/// The training.
///
/// # Errors
/// When the actor's role does not read trainings, or there is none.
pub fn story(app: &App, root: &Root, id: Id<Training>) -> Result<Story, Error> {
    app.view("training.show", root, |read, context| {
        let subject = Subject::Other(id.into());
        let _permit = read.permit(Action::ReadTrainings, subject, Facts::None)?;
        let of = read.state(id)?;
        let names = Names::read(read)?;
        let writes = read.may(Action::WriteTraining, subject, facts(&of, context));
        let own = context.actor.organisation;
        let counts = of.counts(own, writes);
        let came: Vec<Came> = of
            .groups
            .iter()
            .zip(&counts.groups)
            .map(|(group, told)| Came {
                organisation: group.organisation,
                name: names.of(group.organisation),
                function: group.function.clone(),
                registered: told.registered,
                came: told.came,
                certificates: told.certificates,
            })
            .collect();
        let programmes = holding(read, Belongs::Training(id))?;
        let allows = |action| read.may(action, subject, facts(&of, context));
        Ok(Story {
            id,
            version: read.version_of(id),
            owner: names.of(of.first.by.organisation),
            names: of
                .groups
                .iter()
                .map(|group| (group.organisation, names.of(group.organisation)))
                .collect(),
            came,
            all: counts.came,
            certificates: counts.certificates,
            programmes,
            lists_certificates: visible(&of, own) || writes,
            may: offered_by(allows, On::Training(&of, app.profile().date(context.now)), context),
            of,
        })
    })
}

/// Whether people of this institution have certificates of it.
fn visible(of: &Training, own: Id<Organisation>) -> bool {
    of.groups
        .iter()
        .any(|group| group.organisation == own && !group.certificates.is_empty())
}
