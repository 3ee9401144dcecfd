//! One training: what is taught, who came, what was learnt, what came of it, and its certificates.
use super::{facts, list::Count};
use crate::{
    Act, App, Error,
    act::{On, offered_by},
    organisation::Names,
};
use std::collections::HashMap;
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Id, Root,
    organisation::Organisation,
    training::{FEW, Training},
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
        let count = |who: Id<Organisation>, people: usize| match writes || who == own {
            true => Count::Exactly(people),
            false => Count::of(people),
        };
        let came: Vec<Came> = of
            .groups
            .iter()
            .map(|group| Came {
                organisation: group.organisation,
                name: names.of(group.organisation),
                function: group.function.clone(),
                registered: count(group.organisation, usize::from(group.registered)),
                came: group.came.map(|came| count(group.organisation, usize::from(came))),
                certificates: count(group.organisation, group.certificates.len()),
            })
            .collect();
        let all = total(
            of.came(),
            came.iter()
                .zip(&of.groups)
                .map(|(came, group)| (came.came, usize::from(group.came.unwrap_or(0)))),
        );
        let certificates = total(
            u32::try_from(of.certificates()).unwrap_or(u32::MAX),
            came.iter()
                .zip(&of.groups)
                .map(|(came, group)| (Some(came.certificates), group.certificates.len())),
        );
        let allows = |action| read.may(action, subject, facts(&of, context));
        Ok(Story {
            id,
            owner: names.of(of.first.by.organisation),
            names: of
                .groups
                .iter()
                .map(|group| (group.organisation, names.of(group.organisation)))
                .collect(),
            came,
            all,
            certificates,
            lists_certificates: visible(&of, own) || writes,
            may: offered_by(allows, On::Training(&of), context),
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

/// A sum is told unless it tells of fewer than [`FEW`] beside the parts that are told.
fn total(sum: u32, parts: impl Iterator<Item = (Option<Count>, usize)>) -> Count {
    let hidden = parts
        .filter(|(told, _)| *told == Some(Count::Few))
        .map(|(_, people)| people);
    let hidden: usize = hidden.sum();
    match hidden > 0 && hidden < usize::from(FEW) {
        true => Count::Few,
        false => Count::Exactly(usize::try_from(sum).unwrap_or(usize::MAX)),
    }
}
