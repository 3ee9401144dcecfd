//! The list of trainings: found by title, place or competence, narrowed by state.
use crate::{App, Error, paging::cut};
use tiltas_access::{Action, Facts, Subject};
pub use tiltas_domain::training::Count;
use tiltas_domain::{
    Id, Root,
    likeness::Sought,
    training::{Order, Select, State, Training},
};
pub use tiltas_store::views::training::Line;

/// A page of the list, and the counts beside it.
#[derive(Debug)]
pub struct Page {
    /// The lines.
    pub lines: Vec<Line>,
    /// How many fit what was chosen.
    pub found: usize,
    /// How many stand before those shown.
    pub before: usize,
    /// After which the next page begins, if there is one.
    pub next: Option<Id<Training>>,
    /// How many there are of each state, of all.
    pub states: Vec<(State, usize)>,
    /// How many there are.
    pub all: usize,
}

/// So many stand on a page.
pub const PAGE: usize = 50;

/// A page of the list; `size` 0 is all of it, for a table.
///
/// # Errors
/// When the actor's role does not read them, or storage is away.
pub fn page(app: &App, root: &Root, select: &Select, size: usize) -> Result<Page, Error> {
    app.view("training.list", root, |read, _| {
        let _permit = read.permit(Action::ReadTrainings, Subject::Own, Facts::None)?;
        let all = read.views().trainings()?;
        let states = State::ALL.iter();
        let states = states.map(|state| (*state, all.iter().filter(|line| line.state == *state).count()));
        let states = states.filter(|(_, count)| *count > 0).collect();
        let (total, sought) = (all.len(), select.text.as_deref().map(Sought::of));
        let says =
            |line: &Line, sought: &Sought| sought.stands_in([line.title.as_str(), &line.place, &line.competence]);
        let mut found: Vec<Line> = all
            .into_iter()
            .filter(|line| select.state.is_none_or(|state| line.state == state))
            .filter(|line| sought.as_ref().is_none_or(|sought| says(line, sought)))
            .collect();
        match select.sort.unwrap_or(Order::Newest) {
            Order::Newest => found.sort_by_key(|line| std::cmp::Reverse(line.from)),
            Order::Oldest => found.sort_by_key(|line| line.from),
            Order::Title => app.alphabet().sort(&mut found, |line| &line.title),
        }
        let cut = cut(found, select.after.as_ref(), size, |line| line.id);
        Ok(Page {
            lines: cut.lines,
            found: cut.found,
            before: cut.before,
            next: cut.next,
            states,
            all: total,
        })
    })
}
