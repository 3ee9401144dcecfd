//! News: what an open page asks for every few seconds. While no event was written and no time passed that the page compares
//! itself with, the number of the last answer still holds, and nothing is gathered.
//!
//! INVARIANT: nothing of this leaves the process but the number, and the number is of what its reader was shown: an answer is
//! the same whether it was kept or counted anew.
use crate::{App, Error, Read};
use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};
use tiltas_domain::{Actor, Context, Id, Moment, Root, case::Case};

/// What a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Watched {
    /// The lists of the actor.
    Lists,
    /// A file.
    Case(Id<Case>),
}

/// A number, and how long it holds.
#[derive(Clone, Copy, Debug)]
struct Known {
    version: u64,
    /// How far the journal had changed.
    changed: i64,
    from: Moment,
    until: Moment,
}

/// The numbers that were counted last.
#[derive(Debug, Default)]
pub(crate) struct News(Mutex<HashMap<(Id<Actor>, Watched), Known>>);

/// So many are kept; then all are dropped and counted anew.
const KEPT: usize = 4096;
/// A number is counted anew after so long in any case: some of what a page shows ends by time alone and is in no row.
const HOLDS_MINUTES: i64 = 1;

impl News {
    fn known(&self, root: &Root, watched: Watched, changed: i64) -> Option<u64> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.get(&(root.actor.id, watched))?;
        let holds = known.changed == changed && known.from <= root.now && root.now < known.until;
        holds.then_some(known.version)
    }

    fn keep(&self, root: &Root, watched: Watched, known: Known) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert((root.actor.id, watched), known);
    }
}

/// The number of what is watched: the last one where it still holds for a journal that had `changed` so far, else counted by
/// the closure that shows the page, with nothing opened.
///
/// # Errors
/// What the closure says, or that storage is away.
pub(crate) fn version(
    app: &App,
    root: &Root,
    (name, watched): (&'static str, Watched),
    changed: i64,
    show: impl FnOnce(&mut Read<'_>, &Context) -> Result<u64, Error>,
) -> Result<u64, Error> {
    if let Some(version) = app.shared.news.known(root, watched, changed) {
        return Ok(version);
    }
    let known = app.glance(name, root, |read, context| {
        let version = show(read, context)?;
        let views = read.views();
        let next = views.next_change(context.actor.organisation, context.now)?;
        let at_most = context.now.plus_minutes(HOLDS_MINUTES);
        Ok(Known {
            version,
            changed: views.changed()?,
            from: context.now,
            until: next.map_or(at_most, |next| next.min(at_most)),
        })
    })?;
    app.shared.news.keep(root, watched, known);
    Ok(known.version)
}
