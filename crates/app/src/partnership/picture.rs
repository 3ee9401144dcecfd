//! The picture: each pair of institutions once, with the arrangement that it has, or that the country's profile asks for and that is
//! missing. It counts pairs and ranks nobody.
use crate::{App, Error};
use std::collections::HashMap;
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Id, Root,
    clock::Confidence,
    dated::Day,
    organisation::{Organisation, OrganisationKind},
    partnership::{Arrangement, Partnership, State},
    profile::RequiredPair,
};
use tiltas_store::views::{organisation::Line, partnership::Line as Known};

/// How a pair stands: the best of its arrangements, or what is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// One holds.
    InForce(Id<Partnership>),
    /// One is on its way.
    Coming(Id<Partnership>),
    /// Its last one is past its end.
    Late(Id<Partnership>),
    /// None, and the profile asks for one: the place of the gap.
    Missing(usize),
    /// None, and nobody asks for one.
    None,
}

/// An institution of the picture.
#[derive(Clone, Debug)]
pub struct Institution {
    /// Which.
    pub id: Id<Organisation>,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
}

/// Two institutions that should have an arrangement and have none.
#[derive(Clone, Debug)]
pub struct Gap {
    /// Between whom.
    pub between: [Institution; 2],
    /// Which kind is proposed.
    pub arrangement: Arrangement,
    /// Why, as the profile says it.
    pub why: String,
    /// Who asks for it.
    pub source: String,
    /// How sure.
    pub confidence: Confidence,
}

/// The picture.
#[derive(Debug)]
pub struct Picture {
    /// The institutions, in the order of their kinds.
    pub institutions: Vec<Institution>,
    /// Row by row: the pairs of an institution with all before it.
    pub rows: Vec<Vec<Cell>>,
    /// What is missing, of all institutions.
    pub gaps: Vec<Gap>,
    /// The territorial teams, by whose institutions it is narrowed.
    pub territories: Vec<(Id<Organisation>, String)>,
    /// The territory that is shown; none where all are.
    pub territory: Option<Id<Organisation>>,
    /// The profile that asks.
    pub profile: String,
    /// Whether institutions are left out that have no arrangement here, and of which none is asked for.
    pub left_out: bool,
}

/// So many stand in a picture that one can read; above that it is narrowed to a territory.
pub const MOST: usize = 12;

/// The team of an institution; none for one of the whole country.
fn team(line: &Line) -> Option<Id<Organisation>> {
    match line.kind {
        OrganisationKind::TerritorialTeam => Some(line.organisation),
        _ => line.contact_point,
    }
}

/// Whether two meet in a territory: one of the whole country meets all.
fn meet(one: &Line, other: &Line) -> bool {
    team(one).zip(team(other)).is_none_or(|(one, other)| one == other)
}

fn institution(line: &Line) -> Institution {
    Institution {
        id: line.organisation,
        name: line.name.clone(),
        kind: line.kind,
    }
}

/// The name of a pair, whichever stands first.
type Pair = [Id<Organisation>; 2];

fn pair(one: Id<Organisation>, other: Id<Organisation>) -> Pair {
    if one < other { [one, other] } else { [other, one] }
}

impl Cell {
    /// The best of a pair has the lowest; none for what tells nothing of a pair now.
    fn of(id: Id<Partnership>, state: State) -> Option<(u8, Cell)> {
        Some(match state {
            State::InForce | State::UnderReview => (0, Cell::InForce(id)),
            State::Idea | State::Drafting | State::Consultation | State::Signed => (1, Cell::Coming(id)),
            State::Expired => (2, Cell::Late(id)),
            State::Ended => return None,
        })
    }
}

/// How each pair that has an arrangement stands: a pair of those who sign. An observer agreed on nothing.
fn stand(known: Vec<Known>, today: Day) -> HashMap<Pair, Cell> {
    let mut best: HashMap<Pair, (u8, Cell)> = HashMap::new();
    for line in known {
        let Some((rank, cell)) = Cell::of(line.id, line.of.state(today)) else {
            continue;
        };
        for (nth, one) in line.of.signers().enumerate() {
            for other in line.of.signers().take(nth) {
                let known = best
                    .entry(pair(one.organisation, other.organisation))
                    .or_insert((rank, cell));
                if rank < known.0 {
                    *known = (rank, cell);
                }
            }
        }
    }
    best.into_iter().map(|(pair, (_, cell))| (pair, cell)).collect()
}

/// What the profile asks for and no pair has; each stands in its cell from now on.
fn missing(all: &[Line], asked: &[RequiredPair], cells: &mut HashMap<Pair, Cell>) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (nth, one) in all.iter().enumerate() {
        for other in all.iter().take(nth).filter(|other| meet(one, other)) {
            let name = pair(one.organisation, other.organisation);
            let asked = asked.iter().find(|asked| asked.asks(one.kind, other.kind));
            let Some(asked) = asked.filter(|_| !cells.contains_key(&name)) else {
                continue;
            };
            cells.insert(name, Cell::Missing(gaps.len()));
            gaps.push(Gap {
                between: [institution(other), institution(one)],
                arrangement: asked.arrangement,
                why: asked.why.value.clone(),
                source: asked.why.source.clone(),
                confidence: asked.why.confidence,
            });
        }
    }
    gaps
}

/// The picture of a territory, or of all. Where nobody chose and there are too many for one, it is the territory with most of them.
///
/// # Errors
/// When the actor's role does not read partnerships, or storage is away.
pub fn picture(app: &App, root: &Root, territory: Option<Id<Organisation>>) -> Result<Picture, Error> {
    app.view("partnership.picture", root, |read, context| {
        let _permit = read.permit(Action::ReadPartnerships, Subject::Own, Facts::None)?;
        let today = app.profile().date(context.now);
        let mut all: Vec<Line> = read.views().organisations()?;
        all.retain(|line| line.kind.answers());
        app.alphabet().sort(&mut all, |line| &line.name);
        let teams = all.iter().filter(|line| line.kind == OrganisationKind::TerritorialTeam);
        let territories: Vec<_> = teams.map(|line| (line.organisation, line.name.clone())).collect();
        all.sort_by_key(|line| line.kind);
        let mut cells = stand(read.views().partnerships()?, today);
        let gaps = missing(&all, &app.profile().partnerships, &mut cells);
        let size = |of: Id<Organisation>| all.iter().filter(|line| team(line) == Some(of)).count();
        let ids = territories.iter().map(|(team, _)| *team);
        let chosen = ids.clone().find(|team| territory == Some(*team));
        let most = ids.rev().max_by_key(|team| size(*team)).filter(|_| all.len() > MOST);
        let territory = chosen.or(most);
        all.retain(|line| territory.is_none() || team(line).is_none() || team(line) == territory);
        let cell = |one: &Line, other: &Line| {
            let known = cells.get(&pair(one.organisation, other.organisation));
            known.copied().unwrap_or(Cell::None)
        };
        let met = |one: &Line| all.iter().any(|other| cell(one, other) != Cell::None);
        let kept: Vec<&Line> = all.iter().filter(|one| all.len() <= MOST || met(one)).collect();
        let row = |(nth, one): (usize, &&Line)| kept.iter().take(nth).map(|other| cell(one, other)).collect();
        Ok(Picture {
            rows: kept.iter().enumerate().map(row).collect(),
            institutions: kept.iter().map(|line| institution(line)).collect(),
            left_out: kept.len() < all.len(),
            gaps,
            territories,
            territory,
            profile: app.profile().edition(),
        })
    })
}
