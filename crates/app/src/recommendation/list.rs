//! The list of recommendations: found by what they say, narrowed by state, addressee, theme and source, the late first.
use crate::{App, Error, organisation::Names, paging::cut};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Id, Root,
    likeness::Sought,
    organisation::Organisation,
    recommendation::{Order, Recommendation, Select, SourceKind, Stage},
};
pub use tiltas_store::views::recommendation::Line;

/// One line as it is shown.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The line.
    pub line: Line,
    /// The names of those who are to carry it out.
    pub addressees: Vec<String>,
    /// How many days it is late; none where it is not.
    pub late: Option<i32>,
}

/// A page of the list, and the counts beside it.
#[derive(Debug)]
pub struct Page {
    /// The lines.
    pub lines: Vec<Shown>,
    /// How many fit what was chosen.
    pub found: usize,
    /// How many stand before those shown.
    pub before: usize,
    /// Where the next page begins, if there is one.
    pub next: Option<Id<Recommendation>>,
    /// How many there are of each state, of all.
    pub stages: Vec<(Stage, usize)>,
    /// How many of each source, of all.
    pub sources: Vec<(SourceKind, usize)>,
    /// How many there are.
    pub all: usize,
    /// How many of them are late.
    pub late: usize,
    /// The institutions that something is addressed to.
    pub addressees: Vec<(Id<Organisation>, String)>,
}

/// So many stand on a page.
pub const PAGE: usize = 50;

/// A page of the list; `size` 0 is all of it, for a table.
///
/// # Errors
/// When the actor's role does not read them, or storage is away.
pub fn page(app: &App, root: &Root, select: &Select, size: usize) -> Result<Page, Error> {
    app.view("recommendation.list", root, |read, context| {
        let _permit = read.permit(Action::ReadRecommendations, Subject::Own, Facts::None)?;
        let names = Names::read(read)?;
        let lines = read.views().recommendations()?;
        let all: Vec<Shown> = lines
            .into_iter()
            .map(|line| Shown {
                addressees: line.addressees.iter().map(|who| names.of(*who)).collect(),
                late: line.term.and_then(|term| app.profile().days_late(term, context.now)),
                line,
            })
            .collect();
        Ok(narrowed(app, all, select, size))
    })
}

fn narrowed(app: &App, all: Vec<Shown>, select: &Select, size: usize) -> Page {
    let counted = |fits: &dyn Fn(&Shown) -> bool| all.iter().filter(|shown| fits(shown)).count();
    let stages = Stage::ALL.iter();
    let stages = stages.map(|stage| (*stage, counted(&|shown| shown.line.stage == *stage)));
    let sources = SourceKind::ALL.iter();
    let sources = sources.map(|source| (*source, counted(&|shown| shown.line.source == *source)));
    let (stages, sources) = (
        stages.filter(|(_, count)| *count > 0).collect(),
        sources.filter(|(_, count)| *count > 0).collect(),
    );
    let late = counted(&|shown| shown.late.is_some());
    let mut addressees: Vec<(Id<Organisation>, String)> = Vec::new();
    for (who, name) in all
        .iter()
        .flat_map(|shown| shown.line.addressees.iter().zip(&shown.addressees))
    {
        if !addressees.iter().any(|(known, _)| known == who) {
            addressees.push((*who, name.clone()));
        }
    }
    app.alphabet().sort(&mut addressees, |(_, name)| name);
    let total = all.len();
    let sought = select.text.as_deref().map(Sought::of);
    let mut found: Vec<Shown> = all
        .into_iter()
        .filter(|shown| fits(shown, select, sought.as_ref()))
        .collect();
    sort(app, &mut found, select.sort.unwrap_or(Order::Due));
    let cut = cut(found, select.after.as_ref(), size, |shown| shown.line.id);
    Page {
        lines: cut.lines,
        found: cut.found,
        before: cut.before,
        next: cut.next,
        stages,
        sources,
        all: total,
        late,
        addressees,
    }
}

fn fits(shown: &Shown, select: &Select, sought: Option<&Sought>) -> bool {
    let line = &shown.line;
    let says = |sought: &Sought| {
        let document = line.document.as_deref().unwrap_or_default();
        sought.stands_in([line.title.as_str(), &line.words, document])
    };
    select.stage.is_none_or(|stage| line.stage == stage)
        && select.addressee.is_none_or(|who| line.addressees.contains(&who))
        && select.theme.is_none_or(|theme| line.theme == theme)
        && select.source.is_none_or(|source| line.source == source)
        && (!select.late || shown.late.is_some())
        && sought.is_none_or(says)
}

fn sort(app: &App, found: &mut [Shown], by: Order) {
    match by {
        Order::Due => found.sort_by_key(|shown| (shown.line.term.is_none(), shown.line.term, shown.line.began)),
        Order::Newest => found.sort_by_key(|shown| std::cmp::Reverse(shown.line.began)),
        Order::Title => app.alphabet().sort(found, |shown| &shown.line.title),
    }
}
