//! What a time has come for, read page by page: the clock walks each of these lists to its end.
use crate::{
    Result, Snapshot,
    seam::{Bind, Row},
};
use tiltas_domain::Moment;

/// A page of rows whose time has come, the longest due first.
#[derive(Debug)]
pub struct Page<L> {
    /// Those that can be read.
    pub lines: Vec<L>,
    /// How many rows there were, those that can't be read among them.
    pub rows: usize,
    /// Where the next page begins.
    pub next: Option<After>,
}

impl<L> Page<L> {
    /// All that there is, on one page.
    pub fn whole(lines: Vec<L>) -> Page<L> {
        Page {
            lines,
            rows: 0,
            next: None,
        }
    }

    /// The same page with each line as `of` tells it.
    pub fn map<T>(self, of: impl FnMut(L) -> T) -> Page<T> {
        Page {
            lines: self.lines.into_iter().map(of).collect(),
            rows: self.rows,
            next: self.next,
        }
    }
}

/// The last row of a page.
#[derive(Clone, Debug)]
pub struct After {
    due: i64,
    id: String,
}

impl Snapshot<'_> {
    /// Reads a page. `sql` takes the moment, the last row's time and id, and the limit, and has the id in its first column;
    /// `line` tells since when a row is due, and what it says.
    ///
    /// A row that can't be read is left out and logged: it must not keep the others waiting.
    pub(super) fn overdue<L>(
        &self,
        (view, sql): (&'static str, &'static str),
        now: Moment,
        after: Option<&After>,
        limit: i64,
        line: impl Fn(&Row<'_>) -> Result<(i64, Result<L>)>,
    ) -> Result<Page<L>> {
        let (due, id) = after.map_or((i64::MIN, ""), |after| (after.due, after.id.as_str()));
        let mut page = Page {
            lines: Vec::new(),
            rows: 0,
            next: None,
        };
        let given: [&dyn Bind; 4] = [&now.0, &due, &id, &limit];
        self.tx()?.each(sql, &given, |columns| {
            let (due, read) = line(columns)?;
            page.rows += 1;
            page.next = Some(After {
                due,
                id: columns.get(0)?,
            });
            match read {
                Ok(read) => page.lines.push(read),
                Err(_) => tracing::error!(target: "tiltas::clock", view, due, "a row of a view can't be read"),
            }
            Ok(())
        })?;
        Ok(page)
    }
}
