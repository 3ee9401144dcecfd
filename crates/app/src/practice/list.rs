//! The list of practices: found by what they say, narrowed by state, country and theme. Drafts of others are not in it.
use super::reading;
use crate::{App, Error, paging::cut};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Id, Root,
    likeness::Sought,
    practice::{Order, Practice, Select, State},
};
pub use tiltas_store::views::practice::Line;

/// A page of the list, and the counts beside it.
#[derive(Debug)]
pub struct Page {
    /// The lines.
    pub lines: Vec<Line>,
    /// How many fit what was chosen.
    pub found: usize,
    /// How many stand before those shown.
    pub before: usize,
    /// Where the next page begins, if there is one.
    pub next: Option<Id<Practice>>,
    /// How many there are of each state, of all that the reader sees.
    pub states: Vec<(State, usize)>,
    /// The countries whose practices the reader sees.
    pub countries: Vec<String>,
    /// How many the reader sees.
    pub all: usize,
}

/// So many stand on a page.
pub const PAGE: usize = 50;

/// A page of the list; `size` 0 is all of it, for a table.
///
/// # Errors
/// When the actor's role does not read them, or storage is away.
pub fn page(app: &App, root: &Root, select: &Select, size: usize) -> Result<Page, Error> {
    app.view("practice.list", root, |read, context| {
        let _permit = read.permit(Action::ReadPractices, Subject::Own, Facts::None)?;
        let mut lines = read.views().practices()?;
        lines.retain(|line| {
            let (action, own) = reading(line.open, line.writer, &context.actor);
            read.may(action, Subject::Other(line.id.into()), own)
        });
        Ok(narrowed(app, lines, select, size))
    })
}

fn narrowed(app: &App, all: Vec<Line>, select: &Select, size: usize) -> Page {
    let states = State::ALL.iter();
    let states = states.map(|state| (*state, all.iter().filter(|line| line.state == *state).count()));
    let states = states.filter(|(_, count)| *count > 0).collect();
    let mut countries: Vec<String> = all.iter().filter_map(|line| line.country.clone()).collect();
    countries.sort_unstable();
    countries.dedup();
    let total = all.len();
    let sought = select.text.as_deref().map(Sought::of);
    let fits = |line: &Line| {
        let says = |sought: &Sought| {
            let institution = line.institution.as_deref().unwrap_or_default();
            sought.stands_in([line.title.as_str(), &line.words, institution])
        };
        select.state.is_none_or(|state| line.state == state)
            && select
                .country
                .as_ref()
                .is_none_or(|country| line.country.as_ref() == Some(country))
            && select.theme.is_none_or(|theme| line.theme == theme)
            && sought.as_ref().is_none_or(says)
    };
    let mut found: Vec<Line> = all.into_iter().filter(fits).collect();
    match select.sort.unwrap_or(Order::Newest) {
        Order::Newest => found.sort_by_key(|line| std::cmp::Reverse(line.began)),
        Order::Title => app.alphabet().sort(&mut found, |line| &line.title),
        Order::Country => found.sort_by_key(|line| (line.country.is_none(), line.country.clone(), line.began)),
    }
    let cut = cut(found, select.after.as_ref(), size, |line| line.id);
    Page {
        lines: cut.lines,
        found: cut.found,
        before: cut.before,
        next: cut.next,
        states,
        countries,
        all: total,
    }
}
