//! Institutions whose experts teach, and what they gave.
use crate::{
    Act, App, Error, Read, Receipt,
    act::{On, offered_by},
    practice::reading,
};
use std::collections::HashSet;
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Changes, Context, Id, Root,
    expert_institution::{self, Contribution, ExpertInstitution, Write},
    organisation::Organisation,
    practice::Practice,
};
pub use tiltas_store::views::expert_institution::Line;

/// What one gave, as its reader sees it.
#[derive(Clone, Debug)]
pub struct Gave {
    /// What.
    pub to: Contribution,
    /// In a line.
    pub title: String,
}

/// One institution as its reader sees it.
#[derive(Debug)]
pub struct Shown {
    /// Which.
    pub id: Id<ExpertInstitution>,
    /// How often it was written: what a form is drawn from.
    pub version: i64,
    /// All of it.
    pub of: ExpertInstitution,
    /// What it gave, as far as its reader sees that.
    pub gave: Vec<Gave>,
    /// What this reader may do to it now.
    pub may: Vec<Act>,
}

/// All of them, by country.
///
/// # Errors
/// When the actor's role does not read them.
pub fn list(app: &App, root: &Root) -> Result<Vec<Line>, Error> {
    app.view("expert_institution.list", root, |read, context| {
        let _permit = read.permit(Action::ReadPractices, Subject::Own, Facts::None)?;
        let mut lines = read.views().expert_institutions()?;
        let practices = read.views().practices()?;
        let seen: HashSet<Id<Practice>> = practices
            .iter()
            .filter(|line| reads(read, (line.id, line.open, line.writer), context))
            .map(|line| line.id)
            .collect();
        for line in &mut lines {
            line.gave.retain(|to| match to {
                Contribution::Practice(id) => seen.contains(id),
                Contribution::Recommendation(_) => true,
            });
        }
        Ok(lines)
    })
}

/// Whether this reader sees a practice.
fn reads(read: &Read<'_>, (id, open, writer): (Id<Practice>, bool, Id<Organisation>), context: &Context) -> bool {
    let (action, own) = reading(open, writer, &context.actor);
    read.may(action, Subject::Other(id.into()), own)
}

/// What it gave: its title, where it is there and this reader sees it.
fn given(read: &mut Read<'_>, to: Contribution, context: &Context) -> Result<Option<Gave>, Error> {
    let title = match to {
        Contribution::Practice(id) => read.find(id)?.and_then(|practice| {
            let seen = reads(read, (id, practice.is_open(), practice.by.organisation), context);
            seen.then_some(practice.content.title)
        }),
        Contribution::Recommendation(id) => read.find(id)?.map(|known| known.first.title),
    };
    Ok(title.map(|title| Gave { to, title }))
}

/// One of them.
///
/// # Errors
/// When the actor's role does not read them, or there is none.
pub fn show(app: &App, root: &Root, id: Id<ExpertInstitution>) -> Result<Shown, Error> {
    app.view("expert_institution.show", root, |read, context| {
        let subject = Subject::Other(id.into());
        let _permit = read.permit(Action::ReadPractices, subject, Facts::None)?;
        let of = read.state(id)?;
        let mut gave = Vec::new();
        for to in &of.gave {
            gave.extend(given(read, *to, context)?);
        }
        let allows = |action| read.may(action, subject, Facts::None);
        let may = offered_by(allows, On::ExpertInstitution, context);
        Ok(Shown {
            id,
            version: read.version_of(id),
            of,
            gave,
            may,
        })
    })
}

/// Registers one.
///
/// # Errors
/// When the actor's role does not.
pub fn register(app: &App, root: &Root, command: &Write) -> Result<(Id<ExpertInstitution>, Receipt), Error> {
    let act = Act::RegisterExpertInstitution;
    let receipt = app.decide(act, root, |read, context| {
        let id = context.id::<ExpertInstitution>(0);
        let permit = read.permit(act.action(), Subject::Other(id.into()), Facts::None)?;
        Ok((permit, expert_institution::register(command, context)))
    })?;
    Ok((receipt.id()?, receipt))
}

fn done(
    app: &App,
    root: &Root,
    act: Act,
    id: Id<ExpertInstitution>,
    decide: impl Fn(&mut Read<'_>, &ExpertInstitution, &Context) -> Result<Changes, Error>,
) -> Result<Receipt, Error> {
    app.decide(act, root, |read, context| {
        let permit = read.permit(act.action(), Subject::Other(id.into()), Facts::None)?;
        let on = read.state(id)?;
        let changes = decide(read, &on, context)?;
        Ok((permit, changes))
    })
}

/// Changes what is known of it.
///
/// # Errors
/// When the actor's role does not, or there is none.
pub fn change(app: &App, root: &Root, id: Id<ExpertInstitution>, command: &Write) -> Result<Receipt, Error> {
    done(app, root, Act::ChangeExpertInstitution, id, |_, _, context| {
        Ok(expert_institution::change(id, command, context))
    })
}

/// Notes what it gave.
///
/// # Errors
/// As [`expert_institution::contribute`].
pub fn contribute(app: &App, root: &Root, id: Id<ExpertInstitution>, to: &Contribution) -> Result<Receipt, Error> {
    done(app, root, Act::ContributeExpertInstitution, id, |read, on, context| {
        let is_there = given(read, *to, context)?.is_some();
        Ok(expert_institution::contribute(id, on, *to, is_there, context)?)
    })
}
