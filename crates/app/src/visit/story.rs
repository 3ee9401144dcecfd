//! One visit: who goes, what was noted and found, and what came of it.
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
    programme::{Came, Programme},
    recommendation::Stage,
    visit::Visit,
};

/// The visit with the names in it.
#[derive(Debug)]
pub struct Story {
    /// Which.
    pub id: Id<Visit>,
    /// All of it.
    pub of: Visit,
    /// The names of the institutions in it.
    pub names: HashMap<Id<Organisation>, String>,
    /// The recommendation of each finding, in a line, and where it stands.
    pub led: Vec<Option<(String, Stage)>>,
    /// The programmes to which it belongs.
    pub programmes: Vec<(Id<Programme>, Programme)>,
    /// What this reader may do to it now.
    pub may: Vec<Act>,
}

impl Story {
    /// The name of an institution.
    pub fn name(&self, who: Id<Organisation>) -> String {
        self.names.get(&who).cloned().unwrap_or_default()
    }
}

/// The whole visit.
///
/// # Errors
/// When the actor's role does not read visits, or there is none.
pub fn story(app: &App, root: &Root, id: Id<Visit>) -> Result<Story, Error> {
    app.view("visit.show", root, |read, context| {
        let subject = Subject::Other(id.into());
        let _permit = read.permit(Action::ReadProgrammes, subject, Facts::None)?;
        let of = read.state(id)?;
        let names = Names::read(read)?;
        let wrote = of.notes.iter().map(|note| note.by);
        let found = of.findings.iter().map(|finding| finding.by);
        let told = of.report.iter().chain(&of.follow_up).map(|told| told.by);
        let named = of
            .first
            .delegation
            .iter()
            .copied()
            .chain(wrote)
            .chain(found)
            .chain(told);
        let names = named.map(|who| (who, names.of(who))).collect();
        let mut led = Vec::new();
        for finding in &of.findings {
            let of = finding.recommendation.map(|id| read.state(id)).transpose()?;
            led.push(of.map(|of| (of.first.title.clone(), of.stage())));
        }
        let facts = facts(&of, context);
        let allows = |action| read.may(action, subject, facts);
        let may = offered_by(allows, On::Visit(&of, app.profile().date(context.now)), context);
        let programmes = holding(read, Came::Visit(id))?;
        Ok(Story {
            id,
            of,
            names,
            led,
            programmes,
            may,
        })
    })
}
