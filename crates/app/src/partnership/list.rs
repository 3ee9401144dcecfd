//! The list of partnerships: narrowed by state, kind, institution and words, the expired first.
use crate::{App, Error, organisation::Names, paging::cut};
use std::cmp::Reverse;
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Id, Root,
    dated::Day,
    likeness::Sought,
    organisation::Organisation,
    partnership::{Order, Partnership, Select, State, Wait},
};

/// One line as it is shown.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Which.
    pub id: Id<Partnership>,
    /// All of it.
    pub of: Partnership,
    /// Where it stands today.
    pub state: State,
    /// The names of the institutions in it, in their order.
    pub parties: Vec<String>,
    /// Days until its last day: below 0 where that is past. None where it holds no more, or was never signed.
    pub left: Option<i32>,
}

/// What a partnership waits for from the reader's institution.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Which.
    pub id: Id<Partnership>,
    /// In a line.
    pub title: String,
    /// What.
    pub wait: Wait,
    /// Its day; none where it has none.
    pub day: Option<Day>,
}

/// A page of the list.
#[derive(Debug)]
pub struct Page {
    /// The lines.
    pub lines: Vec<Shown>,
    /// How many fit what was chosen.
    pub found: usize,
    /// How many stand before those shown.
    pub before: usize,
    /// Where the next page begins, if there is one.
    pub next: Option<Id<Partnership>>,
    /// How many there are of each state, of all.
    pub states: Vec<(State, usize)>,
    /// How many there are.
    pub all: usize,
    /// The institutions that are in one.
    pub parties: Vec<(Id<Organisation>, String)>,
    /// The day.
    pub today: Day,
    /// What waits for the reader's institution, the nearest day first.
    pub waiting: Vec<Waiting>,
    /// Those that are past their end, or near it, of all: the longest past first.
    pub ending: Vec<Shown>,
}

impl Page {
    /// How many stand so.
    pub fn count(&self, fits: impl Fn(State) -> bool) -> usize {
        let fit = self.states.iter().filter(|(state, _)| fits(*state));
        fit.map(|(_, count)| count).sum()
    }
}

/// Days before the end from which a partnership stands among those that end soon: with its first reminder.
pub const SOON: i32 = 90;
/// So many stand on a page.
pub const PAGE: usize = 50;

/// Days until the last day of one that was signed and not ended.
pub(super) fn days_left(of: &Partnership, today: Day) -> Option<i32> {
    let signed = of.ended.is_none() && of.signed().is_some();
    let until = of.until().filter(|_| signed)?;
    Some(until.since(today).ok()?.get_days())
}

/// A page of the list; `size` 0 is all of it, for a table.
///
/// # Errors
/// When the actor's role does not read them, or storage is away.
pub fn page(app: &App, root: &Root, select: &Select, size: usize) -> Result<Page, Error> {
    app.view("partnership.list", root, |read, context| {
        let _permit = read.permit(Action::ReadPartnerships, Subject::Own, Facts::None)?;
        let (names, today) = (Names::read(read)?, app.profile().date(context.now));
        let lines = read.views().partnerships()?.into_iter();
        let all = lines.map(|line| Shown {
            id: line.id,
            state: line.of.state(today),
            parties: line
                .of
                .parties
                .iter()
                .map(|party| names.of(party.organisation))
                .collect(),
            left: days_left(&line.of, today),
            of: line.of,
        });
        let all: Vec<Shown> = all.collect();
        let waiting = waiting(&all, context.actor.organisation, today);
        let near = |shown: &&Shown| shown.left.is_some_and(|left| left <= SOON);
        let mut ending: Vec<Shown> = all.iter().filter(near).cloned().collect();
        ending.sort_by_key(|shown| shown.left);
        Ok(Page {
            waiting,
            ending,
            ..narrowed(app, all, select, size, today)
        })
    })
}

fn narrowed(app: &App, all: Vec<Shown>, select: &Select, size: usize, today: Day) -> Page {
    let of_state = |state: State| all.iter().filter(|shown| shown.state == state).count();
    let states = State::ALL.iter().map(|state| (*state, of_state(*state)));
    let states = states.filter(|(_, count)| *count > 0).collect();
    let mut parties: Vec<(Id<Organisation>, String)> = Vec::new();
    for (party, name) in all.iter().flat_map(|shown| shown.of.parties.iter().zip(&shown.parties)) {
        if !parties.iter().any(|(known, _)| *known == party.organisation) {
            parties.push((party.organisation, name.clone()));
        }
    }
    app.alphabet().sort(&mut parties, |(_, name)| name);
    let total = all.len();
    let sought = select.text.as_deref().map(Sought::of);
    let fits = |shown: &Shown| {
        select.state.is_none_or(|state| shown.state == state)
            && select.arrangement.is_none_or(|kind| shown.of.first.arrangement == kind)
            && select.party.is_none_or(|who| shown.of.party(who).is_some())
            && sought
                .as_ref()
                .is_none_or(|sought| sought.stands_in([shown.of.first.title.as_str()]))
    };
    let mut found: Vec<Shown> = all.into_iter().filter(fits).collect();
    match select.sort.unwrap_or(Order::Until) {
        Order::Until => found.sort_by_key(|shown| (shown.left.is_none(), shown.left)),
        Order::Newest => found.sort_by_key(|shown| Reverse(shown.of.first.at)),
        Order::Title => app.alphabet().sort(&mut found, |shown| &shown.of.first.title),
    }
    let cut = cut(found, select.after.as_ref(), size, |shown| shown.id);
    Page {
        lines: cut.lines,
        found: cut.found,
        before: cut.before,
        next: cut.next,
        states,
        all: total,
        parties,
        today,
        waiting: Vec::new(),
        ending: Vec::new(),
    }
}

fn waiting(all: &[Shown], own: Id<Organisation>, today: Day) -> Vec<Waiting> {
    let of = |shown: &Shown| {
        let waits = shown.of.waits_for(own, today).into_iter();
        let (id, title) = (shown.id, shown.of.first.title.clone());
        waits
            .map(move |(wait, day)| Waiting {
                id,
                title: title.clone(),
                wait,
                day,
            })
            .collect::<Vec<_>>()
    };
    let mut waiting: Vec<Waiting> = all.iter().flat_map(of).collect();
    waiting.sort_by_key(|one| (one.day.is_none(), one.day));
    waiting
}
