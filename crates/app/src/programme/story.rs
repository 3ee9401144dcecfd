//! One programme: what was done, and what came of each thing.
use crate::{
    Act, App, Error, Read,
    act::{On, offered_by},
};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Id, Root,
    programme::{Came, Programme},
};

/// Something that came of an activity, as it is named.
#[derive(Clone, Debug)]
pub struct Fruit {
    /// What.
    pub of: Came,
    /// In a line.
    pub title: String,
    /// Where it stands: the code of its own list.
    pub state: &'static str,
    /// Invented.
    pub example: bool,
}

/// The programme with what its reader sees of what came of it.
#[derive(Debug)]
pub struct Story {
    /// Which.
    pub id: Id<Programme>,
    /// All of it.
    pub of: Programme,
    /// What came of each activity, in their order.
    pub came: Vec<Vec<Fruit>>,
    /// What this reader may do to it now.
    pub may: Vec<Act>,
}

/// The whole programme.
///
/// # Errors
/// When the actor's role does not read programmes, or there is none.
pub fn story(app: &App, root: &Root, id: Id<Programme>) -> Result<Story, Error> {
    app.view("programme.show", root, |read, context| {
        let subject = Subject::Other(id.into());
        let permit = read.permit(Action::ReadProgrammes, subject, Facts::None)?;
        let of = read.state(id)?;
        let mut came = Vec::new();
        for activity in &of.activities {
            let fruits = activity.came.iter().map(|came| fruit(read, *came));
            came.push(fruits.collect::<Result<_, _>>()?);
        }
        let may = offered_by(
            |action| permit.also(action),
            On::Programme(&of, app.profile().date(context.now)),
            context,
        );
        Ok(Story { id, of, came, may })
    })
}

fn fruit(read: &mut Read<'_>, came: Came) -> Result<Fruit, Error> {
    let (title, state, example) = match came {
        Came::Recommendation(id) => {
            let of = read.state(id)?;
            let state = of.stage().code();
            (of.first.title, state, of.first.example)
        }
        Came::Visit(id) => {
            let of = read.state(id)?;
            (of.first.title, of.state.code(), of.first.example)
        }
        Came::Training(id) => {
            let of = read.state(id)?;
            (of.plan.title, of.state.code(), of.plan.example)
        }
        Came::Practice(id) => {
            let of = read.state(id)?;
            (of.content.title, of.state.code(), of.content.example)
        }
    };
    Ok(Fruit {
        of: came,
        title,
        state,
        example,
    })
}
