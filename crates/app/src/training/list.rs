//! The list of trainings: found by title, place or competence, narrowed by state.
use crate::{App, Error};
use tiltas_access::{Action, Facts, Subject};
pub use tiltas_domain::training::Count;
use tiltas_domain::{
    Id, Root,
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
        let (total, text) = (all.len(), select.text.as_ref().map(|text| text.to_lowercase()));
        let says = |line: &Line, text: &str| {
            let words = [&line.title, &line.place, &line.competence];
            words.iter().any(|words| words.to_lowercase().contains(text))
        };
        let mut found: Vec<Line> = all
            .into_iter()
            .filter(|line| select.state.is_none_or(|state| line.state == state))
            .filter(|line| text.as_deref().is_none_or(|text| says(line, text)))
            .collect();
        match select.sort.unwrap_or(Order::Newest) {
            Order::Newest => found.sort_by_key(|line| std::cmp::Reverse(line.from)),
            Order::Oldest => found.sort_by_key(|line| line.from),
            Order::Title => app.alphabet().sort(&mut found, |line| &line.title),
        }
        let count = found.len();
        let start = select
            .after
            .and_then(|after| found.iter().position(|line| line.id == after));
        let before = start.map_or(0, |place| place + 1);
        let lines: Vec<Line> = match size {
            0 => found,
            size => found.into_iter().skip(before).take(size).collect(),
        };
        let next = lines
            .last()
            .filter(|_| before + lines.len() < count)
            .map(|line| line.id);
        Ok(Page {
            lines,
            found: count,
            before,
            next,
            states,
            all: total,
        })
    })
}
