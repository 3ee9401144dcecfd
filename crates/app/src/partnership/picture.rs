//! The picture: each pair of institutions once, with the arrangement that it has, or that the country's profile asks for and that is
//! missing. It counts pairs and ranks nobody.
use crate::{App, Error};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Id, Root,
    clock::Confidence,
    organisation::{Organisation, OrganisationKind},
    partnership::{Arrangement, Partnership, State},
};
use tiltas_store::views::organisation::Line;

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

/// The picture of a territory, or of all.
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
        let known = read.views().partnerships()?.into_iter();
        let known: Vec<_> = known.map(|line| (line.id, line.of.state(today), line.of)).collect();
        let stands = |one: &Line, other: &Line| {
            let both =
                |of: &Partnership| of.party(one.organisation).is_some() && of.party(other.organisation).is_some();
            let theirs: Vec<_> = known.iter().filter(|(_, _, of)| both(of)).collect();
            let first = |fits: &dyn Fn(State) -> bool| {
                let found = theirs.iter().find(|(_, state, _)| fits(*state));
                found.map(|(id, ..)| *id)
            };
            let held = first(&State::holds).map(Cell::InForce);
            let late = || first(&|state| state == State::Expired).map(Cell::Late);
            let coming = || first(&State::is_coming).map(Cell::Coming);
            held.or_else(late).or_else(coming)
        };
        let mut gaps = Vec::new();
        for (nth, one) in all.iter().enumerate() {
            for other in all.iter().take(nth).filter(|other| meet(one, other)) {
                let asked = app
                    .profile()
                    .partnerships
                    .iter()
                    .find(|pair| pair.asks(one.kind, other.kind));
                let Some(asked) = asked.filter(|_| stands(one, other).is_none()) else {
                    continue;
                };
                gaps.push(Gap {
                    between: [institution(other), institution(one)],
                    arrangement: asked.arrangement,
                    why: asked.why.value.clone(),
                    source: asked.why.source.clone(),
                    confidence: asked.why.confidence,
                });
            }
        }
        // Where nobody chose, the territory in which most institutions are shows most.
        let size = |of: Id<Organisation>| all.iter().filter(|line| team(line) == Some(of)).count();
        let first = territories
            .iter()
            .map(|(team, _)| *team)
            .rev()
            .max_by_key(|team| size(*team));
        let chosen = territory.filter(|chosen| territories.iter().any(|(team, _)| team == chosen));
        let territory = chosen.or(first.filter(|_| all.len() > MOST));
        all.retain(|line| territory.is_none() || team(line).is_none() || team(line) == territory);
        let cell = |one: &Line, other: &Line| {
            let missing = || {
                let between = [other.organisation, one.organisation];
                let gap = gaps
                    .iter()
                    .position(|gap| gap.between.each_ref().map(|known| known.id) == between);
                gap.map(Cell::Missing)
            };
            stands(one, other).or_else(missing).unwrap_or(Cell::None)
        };
        let met = |one: &Line| {
            all.iter().any(|other| {
                one.organisation != other.organisation && {
                    let pair = cell(one, other);
                    pair != Cell::None || cell(other, one) != Cell::None
                }
            })
        };
        let kept: Vec<bool> = all.iter().map(|one| all.len() <= MOST || met(one)).collect();
        let left_out = kept.contains(&false);
        let all: Vec<Line> = all
            .iter()
            .zip(kept)
            .filter(|(_, kept)| *kept)
            .map(|(one, _)| one.clone())
            .collect();
        let row = |(nth, one): (usize, &Line)| all.iter().take(nth).map(|other| cell(one, other)).collect();
        Ok(Picture {
            rows: all.iter().enumerate().map(row).collect(),
            institutions: all.iter().map(institution).collect(),
            gaps,
            territories,
            territory,
            profile: app.profile().edition(),
            left_out,
        })
    })
}
