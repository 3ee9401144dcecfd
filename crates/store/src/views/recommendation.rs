//! Recommendations: a row each, with what a list sorts and filters by, and the state that the next event follows. They are about
//! nobody, so nothing of a row is sealed.
use super::{
    Fact, View, count,
    folded::{After, Folded, folded},
    table::{Columns, digest},
};
use crate::{
    Result, Snapshot,
    seam::{Row, Tx},
};
use tiltas_domain::{
    Event, Id,
    dated::Dated,
    organisation::Organisation,
    recommendation::{Recommendation, SourceKind, Stage, Theme},
};

table! {
    RECOMMENDATION_TABLE = recommendation (
        recommendation text NOT NULL, stage text NOT NULL, source text NOT NULL, theme text NOT NULL, title text NOT NULL,
        words text NOT NULL, priority text, document text, dated text, term text, example bigint NOT NULL,
        addressees text NOT NULL, reports bigint NOT NULL, began bigint NOT NULL, changed bigint NOT NULL,
        folded bytes NOT NULL
    ) key (recommendation)
}

pub(crate) const VIEW: View = View {
    name: "recommendation",
    // The state that a row keeps is the domain's: where that changes, the view is built anew too.
    version: digest(concat!(
        include_str!("recommendation.rs"),
        include_str!("folded.rs"),
        include_str!("../../../domain/src/recommendation.rs"),
        include_str!("../../../domain/src/recommendation/event.rs"),
        include_str!("../../../domain/src/recommendation/source.rs")
    )),
    tables: &[RECOMMENDATION_TABLE],
    project,
};
const FOLDED: Folded = folded!(recommendation);
const ALL: &str = "SELECT recommendation, stage, source, theme, title, words, priority, document, dated, term, example, addressees, reports, began FROM recommendation ORDER BY began, recommendation";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Recommendation(event) = fact.event else {
        return Ok(());
    };
    let After { id, now, folded, began } = FOLDED.follow::<Recommendation>(tx, fact, event)?;
    let addressees: Vec<String> = now.addressees.iter().map(|one| one.organisation.to_string()).collect();
    let source = &now.first.source;
    tx.execute(
        RECOMMENDATION_TABLE.new,
        &[
            &id,
            &now.stage().code(),
            &source.kind.code(),
            &now.first.theme.code(),
            &now.first.title,
            &now.text(),
            &source.priority,
            &source.document,
            &source.dated.map(|dated| dated.to_string()),
            &now.term().map(|term| term.to_string()),
            &i64::from(now.first.example),
            &addressees.join(" "),
            &i64::try_from(now.reports.len()).unwrap_or(i64::MAX),
            &began,
            &fact.position,
            &folded,
        ],
    )
}

/// A recommendation in a list.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub id: Id<Recommendation>,
    /// Where it stands.
    pub stage: Stage,
    /// What kind of source.
    pub source: SourceKind,
    /// What it is about.
    pub theme: Theme,
    /// In a line.
    pub title: String,
    /// The words that stand.
    pub words: String,
    /// How strongly, in the source's own word.
    pub priority: Option<String>,
    /// The document.
    pub document: Option<String>,
    /// When it was said.
    pub dated: Option<Dated>,
    /// The nearest term that is owed.
    pub term: Option<Dated>,
    /// Invented.
    pub example: bool,
    /// Who is to carry it out.
    pub addressees: Vec<Id<Organisation>>,
    /// How many reports there are.
    pub reports: usize,
    /// Where in the journal it began.
    pub began: i64,
}

fn line(row: &Row<'_>) -> Result<Line> {
    let mut next = Columns::of(row, "recommendation");
    let line = Line {
        id: next.id("recommendation")?,
        stage: next.code("stage")?,
        source: next.code("source")?,
        theme: next.code("theme")?,
        title: next.next()?,
        words: next.next()?,
        priority: next.next()?,
        document: next.next()?,
        dated: dated(&mut next, "dated")?,
        term: dated(&mut next, "term")?,
        example: next.next::<i64>()? > 0,
        addressees: addressees(&mut next)?,
        reports: count(row, 12, "recommendation", "reports")?,
        began: row.get(13)?,
    };
    Ok(line)
}

fn dated(next: &mut Columns<'_>, column: &'static str) -> Result<Option<Dated>> {
    let text: Option<String> = next.next()?;
    let read = |text: String| text.parse().map_err(|_| next.wrong(column));
    text.map(read).transpose()
}

fn addressees(next: &mut Columns<'_>) -> Result<Vec<Id<Organisation>>> {
    let text: String = next.next()?;
    let ids = text.split_whitespace().map(str::parse);
    ids.collect::<std::result::Result<_, _>>()
        .map_err(|_| next.wrong("addressees"))
}

const CHANGED: &str = "SELECT max(changed) FROM recommendation";

impl Snapshot<'_> {
    /// Where in the journal a recommendation was changed last; 0 where there is none.
    ///
    /// # Errors
    /// When storage is away.
    pub fn recommendations_changed(&self) -> Result<i64> {
        let last = self.tx()?.readable(CHANGED, &[], |row| row.get::<Option<i64>>(0))?;
        Ok(last.into_iter().flatten().next().unwrap_or_default())
    }

    /// All of them whole, in the order in which they were written down.
    ///
    /// # Errors
    /// When storage is away.
    pub fn recommendations_whole(&self) -> Result<Vec<(Id<Recommendation>, Recommendation)>> {
        FOLDED.all(&self.tx()?)
    }

    /// All recommendations, in the order in which they were written down.
    ///
    /// # Errors
    /// When storage is away.
    pub fn recommendations(&self) -> Result<Vec<Line>> {
        self.tx()?.readable(ALL, &[], line)
    }
}
