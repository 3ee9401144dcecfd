//! Is the journal whole? First the chain, link by link against every signed head, a page in memory at a time; then what the
//! node reads by: each stream and each file through its index, and that the database holds nothing that nobody made.
use crate::{
    Error, Result,
    event::{GENESIS, Line},
    forgetting,
    head::{self, Head, Mark},
    keys::Keys,
    reached::Reached,
    rebuild::Lines,
    schema,
    seam::{Access, Location, Tx},
    trust,
    views::forgotten,
};
use std::{
    collections::VecDeque,
    fmt,
    sync::atomic::{AtomicBool, Ordering},
};
use tiltas_domain::Moment;

/// What the journal and its database say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many events there are.
    pub events: i64,
    /// The first that is not as it was written, or that the node does not see.
    pub first_fault: Option<Fault>,
    /// Up to here the node has signed.
    pub signed_to: i64,
    /// How many are younger than that: cut off at the end, they would not be missed.
    pub unproven: i64,
    /// When the first of them was decided.
    pub unproven_since: Option<Moment>,
    /// What should not be in the database, or should and is not.
    pub foreign: Vec<Foreign>,
}

/// Something in the database that this program did not make, or that it misses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreign {
    /// What is wrong with it.
    pub what: &'static str,
    /// Kind and name: `trigger follow`.
    pub name: String,
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.what)
    }
}

/// A node signs every minute. What is older and not signed was written by a node that was killed, or whose signing stopped.
const SIGNED_WITHIN_MINUTES: i64 = 2;

impl Report {
    /// Whether nothing is wrong with what is proven.
    pub fn is_whole(&self) -> bool {
        self.first_fault.is_none() && self.foreign.is_empty()
    }

    /// Whether what is unproven should have been signed by now.
    pub fn is_overdue(&self, now: Moment) -> bool {
        self.unproven_since
            .is_some_and(|since| since.plus_minutes(SIGNED_WITHIN_MINUTES) < now)
    }
}

/// The first event that is not as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its place.
    pub position: i64,
    /// What was done.
    pub what: Tampering,
}

/// What can be done to a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tampering {
    /// A column was changed. Where the hashes after it were recomputed too, the place named is the first after the last
    /// signed head that still holds.
    Edited,
    /// It is gone, whether the later ones were moved up or not.
    Removed,
    /// It stands at another place.
    Reordered,
    /// It was the first of those cut off at the end.
    CutOff,
    /// It stands behind the head: nobody committed it.
    Added,
    /// It is younger than the last signed head, and this node did not seal it.
    Forged,
    /// Its version does not follow the one before it in its stream.
    OutOfStep,
    /// It is there, and an index by which the node reads leaves it out.
    Hidden,
}

/// How many removed events in a row are told apart from an edited one.
const SHIFT: i64 = 4096;

/// All of it, in one snapshot of the database. Ends early when `stop` says so.
pub(crate) fn verify(location: &Location, keys: &Keys, stop: &AtomicBool) -> Result<Report> {
    let connection = location.connect(Access::Look)?;
    let tx = connection.tx();
    // In this order: a head that is signed meanwhile must not seem to lie behind the end.
    let signed_to = head::newest(keys)?;
    tx.begin_read()?;
    let head = Head::of(&tx)?;
    let mut chain = Chain::new(keys, signed_to, stop);
    chain.follow(&tx, &head)?;
    if chain.fault.is_none() {
        tx.prefer_indexes()?;
        let hidden = std::mem::take(&mut chain.reached).first_hidden(&tx, head.position)?;
        chain.fault = hidden.map(|position| Fault {
            position,
            what: Tampering::Hidden,
        });
    }
    let mut report = chain.report(&head);
    report.foreign = foreign(&tx, keys)?;
    Ok(report)
}

/// What the chain alone says of a journal that ends in `head`: for a copy that has no views.
pub(crate) fn follow(tx: &Tx<'_>, head: &Head, keys: &Keys, signed_to: i64) -> Result<Report> {
    let stop = AtomicBool::new(false);
    let mut chain = Chain::new(keys, signed_to, &stop);
    chain.follow(tx, head)?;
    Ok(chain.report(head))
}

fn damage_of(tx: &Tx<'_>) -> Result<Vec<String>> {
    tx.damage()
}

/// What is in the database and should not be, in the keys file as well.
fn foreign(tx: &Tx<'_>, keys: &Keys) -> Result<Vec<Foreign>> {
    let damage = |what, lines: Vec<String>| lines.into_iter().map(move |name| Foreign { what, name });
    let mut all = schema::foreign(tx)?;
    all.extend(damage("the journal's file is damaged", tx.damage()?));
    all.extend(damage("the keys file is damaged", keys.with_file(damage_of)?));
    if !tx.has_table("forgotten")? {
        return Ok(all);
    }
    for owner in forgotten::owners(tx)? {
        if !forgetting::is_forgotten(tx, keys, owner)? {
            all.push(Foreign {
                what: "no event says that this is forgotten",
                name: format!("table forgotten, row {owner}"),
            });
        }
    }
    Ok(all)
}

/// The journal as far as it was followed.
struct Chain<'k> {
    keys: &'k Keys,
    heads: Heads<'k>,
    signed_to: i64,
    stop: &'k AtomicBool,
    last: Mark,
    /// The last signed head that held.
    proven: i64,
    reached: Reached,
    unproven_since: Option<Moment>,
    fault: Option<Fault>,
}

impl<'k> Chain<'k> {
    fn new(keys: &'k Keys, signed_to: i64, stop: &'k AtomicBool) -> Chain<'k> {
        Chain {
            keys,
            heads: Heads::new(keys),
            signed_to,
            stop,
            last: Mark {
                position: 0,
                hash: GENESIS.to_vec(),
            },
            proven: 0,
            reached: Reached::default(),
            unproven_since: None,
            fault: None,
        }
    }

    fn report(self, head: &Head) -> Report {
        Report {
            events: self.last.position,
            first_fault: self.fault,
            signed_to: self.signed_to,
            unproven: (head.position - self.signed_to).max(0),
            unproven_since: self.unproven_since,
            foreign: Vec::new(),
        }
    }

    /// Follows the links, and stops at the first fault.
    fn follow(&mut self, tx: &Tx<'_>, head: &Head) -> Result<()> {
        let mut lines = Lines::new(tx, 0, head.position);
        while let Some(line) = lines.next()? {
            if self.stop.load(Ordering::Relaxed) {
                return Err(Error::Stopped);
            }
            let expected = self.last.position + 1;
            let fault = if line.position != expected || line.link(&self.last.hash)[..] != line.hash[..] {
                Some((expected, classify(&self.last.hash, expected, line, &mut lines)?))
            } else {
                self.step(tx, line)?
            };
            if let Some((position, what)) = fault {
                self.fault = Some(Fault { position, what });
                return Ok(());
            }
        }
        let (position, hash) = (self.last.position, &self.last.hash);
        let fault = if position < head.position.max(self.signed_to) {
            Some((position + 1, Tampering::CutOff))
        } else if *hash != head.hash {
            Some((position.max(1), Tampering::Edited))
        } else if head.last > head.position {
            Some((head.position + 1, Tampering::Added))
        } else {
            None
        };
        self.fault = fault.map(|(position, what)| Fault { position, what });
        Ok(())
    }

    /// One event that follows the one before it.
    fn step(&mut self, tx: &Tx<'_>, line: Line) -> Result<Option<(i64, Tampering)>> {
        let (position, hash) = (line.position, line.hash.clone());
        if !self.reached.note(&line)? {
            return Ok(Some((position, Tampering::OutOfStep)));
        }
        if position > self.signed_to {
            self.unproven_since.get_or_insert(Moment(line.at));
            if !trust::is_sealed_here(tx, self.keys, line)? {
                return Ok(Some((position, Tampering::Forged)));
            }
        }
        self.last = Mark { position, hash };
        if let Some(signed) = self.heads.at(position)? {
            if signed.hash != self.last.hash {
                return Ok(Some((self.proven + 1, Tampering::Edited)));
            }
            self.proven = position;
        }
        Ok(None)
    }
}

/// What was done at `expected`, where `line` stands and does not fit.
fn classify(previous: &[u8], expected: i64, line: Line, lines: &mut Lines<'_>) -> Result<Tampering> {
    let is_missing = line.position != expected;
    let is_expected = |line: &Line| line.link_at(previous, expected)[..] == line.hash[..];
    let mut moved = is_expected(&line);
    let mut shifted = false;
    if let Some(next) = lines.next()? {
        // An edited event keeps its hash, and the next one still follows it; so it does after a removal, but from a later
        // place than it has now.
        let follows = |shift: &i64| next.link_at(&line.hash, next.position + shift)[..] == next.hash[..];
        shifted = (1..=SHIFT).any(|shift| follows(&shift));
        moved = moved || is_expected(&next);
    }
    while !moved {
        match lines.next()? {
            Some(later) => moved = is_expected(&later),
            None => break,
        }
    }
    Ok(match (moved, is_missing || shifted) {
        (true, _) => Tampering::Reordered,
        (false, true) => Tampering::Removed,
        (false, false) => Tampering::Edited,
    })
}

/// Mark heads in their order, a page at a time.
struct Heads<'k> {
    keys: &'k Keys,
    page: VecDeque<Mark>,
    after: i64,
    ended: bool,
}

impl<'k> Heads<'k> {
    fn new(keys: &'k Keys) -> Heads<'k> {
        Heads {
            keys,
            page: VecDeque::new(),
            after: 0,
            ended: false,
        }
    }

    /// The one signed at `position`, asked for in rising order.
    fn at(&mut self, position: i64) -> Result<Option<Mark>> {
        while self.page.front().is_some_and(|signed| signed.position < position) {
            self.page.pop_front();
        }
        if self.page.is_empty() && !self.ended {
            self.page = head::signed_after(self.keys, self.after)?.into();
            match self.page.back() {
                Some(last) => self.after = last.position,
                None => self.ended = true,
            }
            return self.at(position);
        }
        let here = self.page.front().is_some_and(|signed| signed.position == position);
        Ok(if here { self.page.pop_front() } else { None })
    }
}
