//! The lists of what is done together: programmes, found by what they say, narrowed by where they stand.
use crate::{App, Error, paging::cut};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Root,
    dated::Dated,
    likeness::Sought,
    programme::{Order, Select},
};

/// One line.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub id: String,
    /// In a line.
    pub title: String,
    /// Where it stands: the code of its own list.
    pub state: &'static str,
    /// Its first day.
    pub begins: Dated,
    /// Its last day.
    pub ends: Option<Dated>,
    /// Who pays, or where it takes place; nothing where that is not given.
    pub beside: Option<String>,
    /// Invented.
    pub example: bool,
}

/// A page of a list.
#[derive(Debug)]
pub struct Page {
    /// The lines.
    pub lines: Vec<Line>,
    /// How many fit what was chosen.
    pub found: usize,
    /// How many stand before those shown.
    pub before: usize,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
    /// How many there are.
    pub all: usize,
}

/// So many stand on a page.
pub const PAGE: usize = 50;

/// A page of the programmes, their titles in `language`; `size` 0 is all of it, for a table.
///
/// # Errors
/// When the actor's role does not read them, or storage is away.
pub fn programmes(app: &App, root: &Root, language: &str, select: &Select, size: usize) -> Result<Page, Error> {
    app.view("programme.list", root, |read, _| {
        let _permit = read.permit(Action::ReadProgrammes, Subject::Own, Facts::None)?;
        let all = read.views().programmes()?.into_iter();
        let lines = all.map(|(id, of)| Line {
            id: id.to_string(),
            title: of.title(language).to_owned(),
            state: of.state.code(),
            begins: of.first.begins,
            ends: of.first.ends,
            beside: of.first.donor,
            example: of.first.example,
        });
        Ok(narrowed(app, lines.collect(), select, size))
    })
}

pub(crate) fn narrowed(app: &App, mut lines: Vec<Line>, select: &Select, size: usize) -> Page {
    let all = lines.len();
    let sought = select.text.as_deref().map(Sought::of);
    let says = |line: &Line| {
        let words = [Some(line.title.as_str()), line.beside.as_deref()];
        sought
            .as_ref()
            .is_none_or(|sought| sought.stands_in(words.into_iter().flatten()))
    };
    lines.retain(|line| select.state.as_deref().is_none_or(|state| state == line.state) && says(line));
    match select.sort.unwrap_or(Order::Newest) {
        Order::Newest => lines.sort_by_key(|line| std::cmp::Reverse(line.begins)),
        Order::Title => app.alphabet().sort(&mut lines, |line| &line.title),
    }
    let cut = cut(lines, select.after.as_ref(), size, |line| line.id.clone());
    Page {
        lines: cut.lines,
        found: cut.found,
        before: cut.before,
        next: cut.next,
        all,
    }
}
