//! One meeting: who is there, what stands on its agenda, what was decided.
use super::{agenda, facts};
use crate::{
    Act, App, Error,
    act::{On, offered_by},
    organisation::Names,
};
use std::collections::{HashMap, HashSet};
use tiltas_access::{Action, Subject};
use tiltas_domain::{
    Id, Root,
    meeting::{Item, Meeting, State},
    organisation::Organisation,
    recommendation::Recommendation,
};

/// The meeting with the names in it.
#[derive(Debug)]
pub struct Story {
    /// Which.
    pub id: Id<Meeting>,
    /// How often it was written: what a form is drawn from.
    pub version: i64,
    /// All of it.
    pub of: Meeting,
    /// Its agenda: as it stands now until it is held, then as it stood.
    pub agenda: Vec<Item>,
    /// What waits for its decision now: without what was decided on a recommendation's own page meanwhile.
    pub to_decide: Vec<Item>,
    /// The names of the institutions in it.
    pub names: HashMap<Id<Organisation>, String>,
    /// What this reader may do to it now.
    pub may: Vec<Act>,
}

impl Story {
    /// The name of an institution.
    pub fn name(&self, who: Id<Organisation>) -> String {
        self.names.get(&who).cloned().unwrap_or_default()
    }

    /// The title of a recommendation on the agenda.
    pub fn title(&self, of: Id<Recommendation>) -> String {
        let item = self.agenda.iter().find(|item| item.recommendation == of);
        item.map(|item| item.title.clone()).unwrap_or_default()
    }
}

/// The whole meeting.
///
/// # Errors
/// When the actor does not read it, or there is none.
pub fn story(app: &App, root: &Root, id: Id<Meeting>) -> Result<Story, Error> {
    app.view("meeting.show", root, |read, context| {
        let of = read.state(id)?;
        let subject = Subject::Other(id.into());
        let permit = read.permit(Action::ReadMeetings, subject, facts(&of, context))?;
        let agenda = match of.state {
            State::Called => agenda(app, read, context.now)?,
            _ => of.agenda.clone(),
        };
        let names = Names::read(read)?;
        let there = of.first.invited.iter().chain(&of.present);
        let owe = agenda.iter().flat_map(|item| &item.addressees);
        let owners = of.resolved.iter().map(|resolved| &resolved.owner);
        let names = there
            .chain(owe)
            .chain(owners)
            .map(|who| (*who, names.of(*who)))
            .collect();
        let mut may = offered_by(
            |action| permit.also(action),
            On::Meeting(&of, app.profile().date(context.now)),
            context,
        );
        let mut to_decide = Vec::new();
        if may.contains(&Act::DecideAtMeeting) {
            let lines = read.views().recommendations()?.into_iter();
            let undecided = lines.filter(|line| line.stage.is_undecided());
            let undecided: HashSet<Id<Recommendation>> = undecided.map(|line| line.id).collect();
            let waits = of.to_decide().filter(|item| undecided.contains(&item.recommendation));
            to_decide.extend(waits.cloned());
        }
        may.retain(|act| *act != Act::DecideAtMeeting || !to_decide.is_empty());
        Ok(Story {
            id,
            version: read.version_of(id),
            of,
            agenda,
            to_decide,
            names,
            may,
        })
    })
}
