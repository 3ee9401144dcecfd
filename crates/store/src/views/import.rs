//! Imports: a row each, by which a list finds them, the clock finds whose file is kept no longer, and a table with the same heads finds
//! how the last one of the institution was read. They are about nobody, and nothing of a file stands in a row.
use super::{
    Fact, View,
    table::{Columns, digest},
};
use crate::{
    Result, Snapshot,
    seam::{Row, Tx},
};
use tiltas_domain::{
    Event, Id, Moment, StreamId,
    import::{self, Book, Format, Import, Stage, Target, book},
    organisation::Organisation,
};

table! {
    IMPORT_TABLE = import (
        import text NOT NULL, target text NOT NULL, kind text NOT NULL, organisation text NOT NULL, format text NOT NULL,
        stage text NOT NULL, rows bigint NOT NULL, added bigint NOT NULL, changed bigint NOT NULL, wrong bigint NOT NULL,
        at bigint NOT NULL, kept bigint, digest text, mapping text, mapped bigint, began bigint NOT NULL
    ) key (import) index "import_target ON import (target, began)" index "import_digest ON import (organisation, kind, digest, mapped)"
}

pub(crate) const VIEW: View = View {
    name: "import",
    version: digest(concat!(
        include_str!("import.rs"),
        include_str!("../../../domain/src/import.rs")
    )),
    tables: &[IMPORT_TABLE],
    project,
};
const MAPPED: &str = "UPDATE import SET stage = $2, digest = $3, mapping = $4, mapped = $5 WHERE import = $1";
const TAKEN: &str = "UPDATE import SET stage = $2, added = $3, changed = $4, wrong = $5 WHERE import = $1";
const UNDONE: &str = "UPDATE import SET stage = $2 WHERE import = $1";
const FORGOTTEN: &str = "UPDATE import SET kept = NULL WHERE import = $1";
const LAST: &str = "SELECT mapping FROM import WHERE organisation = $1 AND kind = $2 AND digest = $3 AND mapping IS NOT NULL ORDER BY mapped DESC LIMIT 1";
const OF: &str = "SELECT import, format, stage, rows, added, changed, wrong, at, kept FROM import WHERE target = $1 ORDER BY began DESC, import";
const ONE: &str = "SELECT import, format, stage, rows, added, changed, wrong, at, kept FROM import WHERE import = $1";
const KEPT_NO_LONGER: &str = "SELECT import FROM import WHERE kept <= $1 ORDER BY kept, import LIMIT $2";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let id = Id::<Import>::from_stored(fact.stream.id).to_string();
    match fact.event {
        Event::Book(book::Event::Forgotten) => tx.execute(FORGOTTEN, &[&id]),
        Event::Import(event) => of_import(tx, fact.position, &id, event),
        _ => Ok(()),
    }
}

fn of_import(tx: &Tx<'_>, position: i64, id: &str, event: &import::Event) -> Result<()> {
    match event {
        import::Event::Read {
            into,
            format,
            rows,
            by,
            at,
        } => {
            let (target, none) = (StreamId::from(*into), 0i64);
            tx.execute(
                IMPORT_TABLE.new,
                &[
                    &id,
                    &target.to_string(),
                    &target.kind.word(),
                    &by.organisation.to_string(),
                    &format.code(),
                    &Stage::Read.code(),
                    &i64::from(*rows),
                    &none,
                    &none,
                    &none,
                    &at.0,
                    &at.plus_hours(24 * Book::DAYS).0,
                    &None::<String>,
                    &None::<String>,
                    &None::<i64>,
                    &position,
                ],
            )
        }
        import::Event::Mapped(mapping) => {
            let places = mapping.columns.iter();
            let places = places.map(|place| place.map_or_else(|| "-".to_owned(), |place| place.to_string()));
            let places = places.collect::<Vec<_>>().join(" ");
            tx.execute(
                MAPPED,
                &[&id, &Stage::Mapped.code(), &mapping.digest, &places, &position],
            )
        }
        import::Event::Taken { taken, .. } => tx.execute(
            TAKEN,
            &[
                &id,
                &Stage::Taken.code(),
                &i64::from(taken.added),
                &i64::from(taken.changed),
                &i64::from(taken.wrong),
            ],
        ),
        import::Event::Undone { .. } => tx.execute(UNDONE, &[&id, &Stage::Undone.code()]),
    }
}

/// An import in a list.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub id: Id<Import>,
    /// From which kind of file.
    pub format: Format,
    /// How far it is.
    pub stage: Stage,
    /// How many rows were read.
    pub rows: usize,
    /// How many rows were new, changed, and left out, once it was taken in.
    pub counts: [usize; 3],
    /// When it was read.
    pub at: Moment,
    /// Until when the file is kept; `None` once it is forgotten.
    pub kept: Option<Moment>,
}

fn line(row: &Row<'_>) -> Result<Line> {
    let mut next = Columns::of(row, "import");
    let id = next.id("import")?;
    let (format, stage) = (next.code("format")?, next.code("stage")?);
    let mut count = || {
        next.next::<i64>()
            .map(|count| usize::try_from(count).unwrap_or_default())
    };
    Ok(Line {
        id,
        format,
        stage,
        rows: count()?,
        counts: [count()?, count()?, count()?],
        at: next.moment()?,
        kept: next.next::<Option<i64>>()?.map(Moment),
    })
}

impl Snapshot<'_> {
    /// How the last table with these heads was read that somebody of an institution brought into a target of this kind.
    ///
    /// # Errors
    /// When storage is away.
    pub fn last_mapping(&self, of: Id<Organisation>, into: Target, digest: &str) -> Result<Option<Vec<Option<u16>>>> {
        let kind = StreamId::from(into).kind.word();
        let found = self
            .tx()?
            .row(LAST, &[&of.to_string(), &kind, &digest], |row| row.get::<String>(0))?;
        let places = |text: String| text.split(' ').map(|place| place.parse().ok()).collect();
        Ok(found.map(places))
    }

    /// The imports into a target, the newest first.
    ///
    /// # Errors
    /// When storage is away.
    pub fn imports(&self, into: Target) -> Result<Vec<Line>> {
        let into = StreamId::from(into).to_string();
        self.tx()?.readable(OF, &[&into], line)
    }

    /// One import.
    ///
    /// # Errors
    /// When storage is away.
    pub fn import(&self, id: Id<Import>) -> Result<Option<Line>> {
        self.tx()?.row(ONE, &[&id.to_string()], line)
    }

    /// The imports whose files were kept until `now`, the longest over first, at most `limit`.
    ///
    /// # Errors
    /// When storage is away.
    pub fn books_kept_no_longer(&self, now: Moment, limit: i64) -> Result<Vec<Id<Import>>> {
        self.tx()?.rows(KEPT_NO_LONGER, &[&now.0, &limit], |row| {
            super::id(row, 0, "import", "import")
        })
    }
}
