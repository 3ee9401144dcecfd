//! What the node reads by: a stream through one index, a file through another. Each must lead to every event of the chain.
//!
//! WHY: a row that an index leaves out is hidden from the node while chain and tables stay whole: a consent that was taken
//! back would stand again.
use crate::{Error, Result, event::Line, rebuild::Lines, seam::Tx};
use std::{
    collections::{HashMap, HashSet, hash_map::RandomState},
    hash::{BuildHasher, Hash},
};
use tiltas_domain::StreamId;

const BY_STREAM: &str = "SELECT stream, version, position FROM event ORDER BY stream, version";
const BY_OWNER: &str = "SELECT owner, position FROM event WHERE owner IS NOT NULL ORDER BY owner, position";
const ONE_BY_STREAM: &str = "SELECT position FROM event WHERE stream = $1 AND version = $2";
const ALL_BY_OWNER: &str = "SELECT position FROM event WHERE owner = $1 ORDER BY owner, position";

/// The sum of what leads to each stream and file. The hash is drawn for each run, so that nobody can choose rows whose sums
/// are equal.
#[derive(Default)]
pub(crate) struct Reached {
    random: RandomState,
    streams: HashMap<StreamId, (i64, u64)>,
    owners: HashMap<String, u64>,
}

impl Reached {
    /// Notes a line of the chain; answers whether its version follows in its stream.
    pub fn note(&mut self, line: &Line) -> Result<bool> {
        let sum = self.random.hash_one((line.version, line.position));
        let (version, known) = self.streams.entry(line.stream()?).or_default();
        let follows = line.version == *version + 1;
        (*version, *known) = (line.version, known.wrapping_add(sum));
        if let Some(owner) = &line.owner {
            let sum = self.random.hash_one(line.position);
            let known = self.owners.entry(owner.clone()).or_default();
            *known = known.wrapping_add(sum);
        }
        Ok(follows)
    }

    /// The first event up to `until` that one of the indexes leaves out, or leads to as another. Asked where indexes are
    /// preferred.
    pub fn first_hidden(self, tx: &Tx<'_>, until: i64) -> Result<Option<i64>> {
        let mut streams: HashMap<StreamId, u64> = HashMap::with_capacity(self.streams.len());
        tx.each(BY_STREAM, &[], |row| {
            let (version, position) = (row.get::<i64>(1)?, row.get::<i64>(2)?);
            let stream = StreamId::parse(&row.get::<String>(0)?).ok_or_else(|| wrong(position))?;
            add(&mut streams, stream, self.random.hash_one((version, position)));
            Ok(())
        })?;
        let mut owners: HashMap<String, u64> = HashMap::with_capacity(self.owners.len());
        tx.each(BY_OWNER, &[], |row| {
            add(
                &mut owners,
                row.get::<String>(0)?,
                self.random.hash_one(row.get::<i64>(1)?),
            );
            Ok(())
        })?;
        let known = self
            .streams
            .into_iter()
            .map(|(stream, (_, sum))| (stream, sum))
            .collect();
        let (streams, owners) = (differ(known, streams), differ(self.owners, owners));
        if streams.is_empty() && owners.is_empty() {
            return Ok(None);
        }
        name(tx, until, &streams, &owners)
    }
}

fn wrong(position: i64) -> Error {
    Error::Inconsistent {
        table: "event",
        row: position.to_string(),
        column: "stream",
    }
}

fn add<K: Eq + Hash>(sums: &mut HashMap<K, u64>, key: K, sum: u64) {
    let known = sums.entry(key).or_default();
    *known = known.wrapping_add(sum);
}

/// The keys whose sums are not the same on both sides.
fn differ<K: Eq + Hash + Clone>(one: HashMap<K, u64>, mut other: HashMap<K, u64>) -> HashSet<K> {
    let mut differing: HashSet<K> = one
        .into_iter()
        .filter(|(key, sum)| other.remove(key) != Some(*sum))
        .map(|(key, _)| key)
        .collect();
    differing.extend(other.into_keys());
    differing
}

/// The first event of these streams and files to which its index does not lead; where each is reached, the first of them:
/// then an index leads to more than there is.
fn name(tx: &Tx<'_>, until: i64, streams: &HashSet<StreamId>, owners: &HashSet<String>) -> Result<Option<i64>> {
    let mut by_owner: HashMap<&str, HashSet<i64>> = HashMap::new();
    for owner in owners {
        let positions = tx.rows(ALL_BY_OWNER, &[owner], |row| row.get::<i64>(0))?;
        by_owner.insert(owner, positions.into_iter().collect());
    }
    let mut first = None;
    let mut lines = Lines::new(tx, 0, until);
    while let Some(line) = lines.next()? {
        let of_stream = streams.contains(&line.stream()?);
        let of_owner = line.owner.as_deref().and_then(|owner| by_owner.get(owner));
        if of_stream || of_owner.is_some() {
            first.get_or_insert(line.position);
        }
        let reached = !of_stream
            || tx.rows(ONE_BY_STREAM, &[&line.stream, &line.version], |row| row.get::<i64>(0))? == [line.position];
        if !reached || of_owner.is_some_and(|positions| !positions.contains(&line.position)) {
            return Ok(Some(line.position));
        }
    }
    Ok(first.or(Some(until)))
}
