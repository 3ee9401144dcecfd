//! The lists of what is done together: programmes, found by what they say, narrowed by where they stand.
use crate::{App, Error};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Root,
    dated::Dated,
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
    let text = select.text.as_ref().map(|text| text.to_lowercase());
    let says = |line: &Line| {
        let words = [Some(&line.title), line.beside.as_ref()];
        text.as_ref()
            .is_none_or(|text| words.iter().flatten().any(|words| words.to_lowercase().contains(text)))
    };
    lines.retain(|line| select.state.as_deref().is_none_or(|state| state == line.state) && says(line));
    match select.sort.unwrap_or(Order::Newest) {
        Order::Newest => lines.sort_by_key(|line| std::cmp::Reverse(line.begins)),
        Order::Title => app.alphabet().sort(&mut lines, |line| &line.title),
    }
    let found = lines.len();
    let after = select.after.as_ref();
    let start = after.and_then(|after| lines.iter().position(|line| line.id == *after));
    let before = start.map_or(0, |place| place + 1);
    if size > 0 {
        lines = lines.into_iter().skip(before).take(size).collect();
    }
    let more = before + lines.len() < found;
    let next = lines.last().filter(|_| more).map(|line| line.id.clone());
    Page {
        lines,
        found,
        before,
        next,
        all,
    }
}
