//! Practices: a row each, with what a list sorts and filters by, and the state that the next event follows.
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
    organisation::Organisation,
    plan::Item,
    practice::{Practice, State},
    recommendation::{Recommendation, Theme},
};

table! {
    PRACTICE_TABLE = practice (
        practice text NOT NULL, state text NOT NULL, country text, theme text NOT NULL, title text NOT NULL, words text NOT NULL,
        institution text, writer text NOT NULL, open bigint NOT NULL, example bigint NOT NULL, adopted text NOT NULL, planned text NOT NULL,
        began bigint NOT NULL, folded bytes NOT NULL
    ) key (practice)
}

pub(crate) const VIEW: View = View {
    name: "practice",
    version: digest(concat!(
        include_str!("practice.rs"),
        include_str!("folded.rs"),
        include_str!("../../../domain/src/practice.rs"),
        include_str!("../../../domain/src/practice/event.rs")
    )),
    tables: &[PRACTICE_TABLE],
    project,
};
const FOLDED: Folded = folded!(practice);
const ALL: &str = "SELECT practice, state, country, theme, title, words, institution, writer, open, example, adopted, planned, began FROM practice ORDER BY began, practice";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Practice(event) = fact.event else {
        return Ok(());
    };
    let After { id, now, folded, began } = FOLDED.follow::<Practice>(tx, fact, event)?;
    let content = &now.content;
    let adopted: Vec<String> = now.adopted.iter().map(|one| one.recommendation.to_string()).collect();
    let planned: Vec<String> = now.planned.iter().map(|one| one.item.to_string()).collect();
    tx.execute(
        PRACTICE_TABLE.new,
        &[
            &id,
            &now.state.code(),
            &content.country,
            &content.theme.code(),
            &content.title,
            &content.done,
            &content.institution,
            &now.by.organisation.to_string(),
            &i64::from(now.is_open()),
            &i64::from(content.example),
            &adopted.join(" "),
            &planned.join(" "),
            &began,
            &folded,
        ],
    )
}

/// A practice in a list.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub id: Id<Practice>,
    /// Where it stands.
    pub state: State,
    /// Whose practice.
    pub country: Option<String>,
    /// What it is about.
    pub theme: Theme,
    /// In a line.
    pub title: String,
    /// What is done.
    pub words: String,
    /// Which institution.
    pub institution: Option<String>,
    /// Whose people wrote it down.
    pub writer: Id<Organisation>,
    /// Whether all who work on policy may read it.
    pub open: bool,
    /// Invented.
    pub example: bool,
    /// The recommendations that it became.
    pub adopted: Vec<Id<Recommendation>>,
    /// The items of plans that it became.
    pub planned: Vec<Id<Item>>,
    /// Where in the journal it began.
    pub began: i64,
}

fn line(row: &Row<'_>) -> Result<Line> {
    let mut next = Columns::of(row, "practice");
    Ok(Line {
        id: next.id("practice")?,
        state: next.code("state")?,
        country: next.next()?,
        theme: next.code("theme")?,
        title: next.next()?,
        words: next.next()?,
        institution: next.next()?,
        writer: next.id("writer")?,
        open: next.next::<i64>()? > 0,
        example: next.next::<i64>()? > 0,
        adopted: ids(&mut next, "adopted")?,
        planned: ids(&mut next, "planned")?,
        began: next.next()?,
    })
}

fn ids<T>(next: &mut Columns<'_>, column: &'static str) -> Result<Vec<Id<T>>> {
    let text: String = next.next()?;
    let ids = text.split_whitespace().map(str::parse);
    ids.collect::<std::result::Result<_, _>>()
        .map_err(|_| next.wrong(column))
}

impl Snapshot<'_> {
    /// All practices, in the order in which they were written down.
    ///
    /// # Errors
    /// When storage is away.
    pub fn practices(&self) -> Result<Vec<Line>> {
        self.tx()?.readable(ALL, &[], line)
    }
}
