//! Which spoken names and case numbers are free. The tables are told in `case` and `forgotten`.
use crate::{Error, Result, Snapshot};
use tiltas_domain::case::spoken_name::Uses;

const TAKEN: &str = "SELECT case_id FROM case_file WHERE spoken_name = $1";
const RETIRED: &str = "SELECT owner FROM forgotten WHERE spoken_name = $1";
const NUMBERED: &str = "SELECT case_id FROM case_file WHERE number = $1";
const CHANGED: &str = "SELECT genus, files, changed FROM genus WHERE changed > $1";

/// How often each genus was used, as this process read it last.
#[derive(Clone, Default)]
pub(crate) struct Known {
    /// The last event that changed a count.
    position: i64,
    uses: Uses,
}

impl Snapshot<'_> {
    /// The first of the candidates that no file bears, nor bore; `candidates` is told how many files bear or bore each genus.
    /// Two that draw the same at once: the unique column refuses the second, which counts as a conflict and draws again.
    ///
    /// # Errors
    /// When storage is away, or no candidate is free.
    pub fn first_free_name<N: Iterator<Item = String>>(&self, candidates: impl FnOnce(&Uses) -> N) -> Result<String> {
        for name in candidates(&self.uses()?) {
            let taken = self.tx()?.row(TAKEN, &[&name], |row| row.get::<String>(0))?;
            let retired = self.tx()?.row(RETIRED, &[&name], |row| row.get::<String>(0))?;
            if taken.is_none() && retired.is_none() {
                return Ok(name);
            }
        }
        Err(Error::NoneFree("spoken name"))
    }

    /// The first of the case numbers that no file bears.
    ///
    /// # Errors
    /// When storage is away, or no candidate is free.
    pub fn first_free_number(&self, candidates: impl Iterator<Item = String>) -> Result<String> {
        for number in candidates {
            let taken = self.tx()?.row(NUMBERED, &[&number], |row| row.get::<String>(0))?;
            if taken.is_none() {
                return Ok(number);
            }
        }
        Err(Error::NoneFree("case number"))
    }

    /// What was known, and what has changed since, in this process or another: one row a signal in place of all genera. A
    /// snapshot that is older than what was known draws by the newer.
    fn uses(&self) -> Result<Uses> {
        let kept = || self.store.genera.lock().map_err(|_| Error::Defect("a reader panicked"));
        let mut known = kept()?.clone();
        let before = known.position;
        self.tx()?.each(CHANGED, &[&before], |row| {
            known.uses.note(&row.get::<String>(0)?, row.get(1)?);
            known.position = known.position.max(row.get(2)?);
            Ok(())
        })?;
        if known.position > before {
            let mut kept = kept()?;
            if known.position > kept.position {
                *kept = known.clone();
            }
        }
        Ok(known.uses)
    }
}
