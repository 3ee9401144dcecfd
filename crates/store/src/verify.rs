//! Is the journal whole? Needs no key but the public one of the signed heads, and keeps a page of it in memory at a time.
use crate::{
    Result, Store,
    event::{GENESIS, Line},
    head::{self, Head, Signed},
    keys::Keys,
    rebuild::Lines,
    seam::{Access, Tx},
};
use std::collections::VecDeque;

/// What the chain and the signed heads say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many events there are.
    pub events: i64,
    /// The first that is not as it was written.
    pub first_fault: Option<Fault>,
    /// Up to here the node has signed.
    pub signed_to: i64,
    /// How many are younger than that: cut off at the end, they would not be missed.
    pub unproven: i64,
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
}

/// How many removed events in a row are told apart from an edited one.
const SHIFT: i64 = 4096;

impl Store {
    /// Follows the chain from the first event to the head, against every signed head.
    ///
    /// # Errors
    /// `Unavailable`; `Inconsistent` when a signed head bears a signature that is not the node's.
    pub fn verify(&self) -> Result<Report> {
        let connection = self.location.connect(Access::Read)?;
        let tx = connection.tx();
        // In this order: a head that is signed meanwhile must not seem to lie behind the end.
        let signed_to = head::newest(&self.keys)?;
        report(&tx, &Head::of(&tx)?, &self.keys, signed_to)
    }

    /// Signs where the journal stands: what the node does every minute and at its end.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn sign_head(&self) -> Result<()> {
        let snapshot = self.snapshot()?;
        let head = Head::of(&snapshot.tx()?)?;
        self.keys.signing().sign(&self.keys, &head)
    }

    /// The public key that checks signed heads, for those who keep one elsewhere.
    pub fn head_key(&self) -> [u8; 32] {
        self.keys.signing().public().to_bytes()
    }
}

/// What a journal that ends in `head` says.
pub(crate) fn report(tx: &Tx<'_>, head: &Head, keys: &Keys, signed_to: i64) -> Result<Report> {
    let (events, first_fault) = follow(tx, head, &mut Heads::new(keys), signed_to)?;
    Ok(Report {
        events,
        first_fault,
        signed_to,
        unproven: (head.position - signed_to).max(0),
    })
}

/// Follows the links. The events seen, and the first fault.
fn follow(tx: &Tx<'_>, head: &Head, heads: &mut Heads<'_>, signed_to: i64) -> Result<(i64, Option<Fault>)> {
    let fault = |position, what| Some(Fault { position, what });
    let mut lines = Lines::new(tx, 0, head.position);
    let (mut position, mut hash, mut proven) = (0, GENESIS.to_vec(), 0);
    while let Some(line) = lines.next()? {
        let expected = position + 1;
        if line.position != expected || line.link(&hash)[..] != line.hash[..] {
            let what = classify(&hash, expected, line, &mut lines)?;
            return Ok((position, fault(expected, what)));
        }
        (position, hash) = (expected, line.hash);
        if let Some(signed) = heads.at(position)? {
            if signed.hash != hash {
                return Ok((position, fault(proven + 1, Tampering::Edited)));
            }
            proven = position;
        }
    }
    let found = if position < head.position.max(signed_to) {
        fault(position + 1, Tampering::CutOff)
    } else if hash != head.hash {
        fault(position.max(1), Tampering::Edited)
    } else if head.last > head.position {
        fault(head.position + 1, Tampering::Added)
    } else {
        None
    };
    Ok((position, found))
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

/// Signed heads in their order, a page at a time.
struct Heads<'k> {
    keys: &'k Keys,
    page: VecDeque<Signed>,
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
    fn at(&mut self, position: i64) -> Result<Option<Signed>> {
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
