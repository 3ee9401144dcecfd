//! Institutions whose experts teach: a row each.
use super::{
    Fact, View,
    folded::{After, Folded, folded},
    table::{Columns, digest},
};
use crate::{
    Result, Snapshot,
    seam::{Row, Tx},
};
use tiltas_domain::{
    Event, Id,
    expert_institution::{Content, Contribution, ExpertInstitution},
};

table! {
    EXPERT_INSTITUTION_TABLE = expert_institution (
        expert_institution text NOT NULL, country text NOT NULL, began bigint NOT NULL, folded bytes NOT NULL
    ) key (expert_institution)
}

pub(crate) const VIEW: View = View {
    name: "expert_institution",
    version: digest(concat!(
        include_str!("expert_institution.rs"),
        include_str!("folded.rs"),
        include_str!("../../../domain/src/expert_institution.rs")
    )),
    tables: &[EXPERT_INSTITUTION_TABLE],
    project,
};
const FOLDED: Folded = folded!(expert_institution);
const ALL: &str =
    "SELECT expert_institution, folded FROM expert_institution ORDER BY country, began, expert_institution";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::ExpertInstitution(event) = fact.event else {
        return Ok(());
    };
    let After { id, now, folded, began } = FOLDED.follow::<ExpertInstitution>(tx, fact, event)?;
    let row = EXPERT_INSTITUTION_TABLE.new;
    tx.execute(row, &[&id, &now.content.country, &began, &folded])
}

/// An expert institution in a list.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub id: Id<ExpertInstitution>,
    /// What is known of it.
    pub content: Content,
    /// What it gave; a reader is told of what they may see.
    pub gave: Vec<Contribution>,
}

fn line(row: &Row<'_>) -> Result<Line> {
    let mut next = Columns::of(row, "expert_institution");
    let id = next.id("expert_institution")?;
    let folded: Vec<u8> = next.next()?;
    let known: ExpertInstitution = minicbor::decode(&folded).map_err(|_| next.wrong("folded"))?;
    Ok(Line {
        id,
        content: known.content,
        gave: known.gave,
    })
}

impl Snapshot<'_> {
    /// All of them, by country.
    ///
    /// # Errors
    /// When storage is away.
    pub fn expert_institutions(&self) -> Result<Vec<Line>> {
        self.tx()?.readable(ALL, &[], line)
    }
}
