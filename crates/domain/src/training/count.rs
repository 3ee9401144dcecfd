//! How many people a reader is told of: few are not counted out, and no total from which so few could be worked out is told.
//!
//! INVARIANT: of a group that is not counted out at least two numbers fit all that is told of a training.
use super::{FEW, Group, State, Training};
use crate::{Id, organisation::Organisation};

/// How many people: few are not counted out, since each of them could be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Exactly(usize),
    /// Fewer than [`FEW`].
    Few,
    /// Not told, since it would tell of so few.
    Withheld,
}

impl Count {
    /// Of so many people; nobody is not few.
    pub fn of(people: usize) -> Count {
        match people > 0 && people < usize::from(FEW) {
            true => Count::Few,
            false => Count::Exactly(people),
        }
    }
}

/// What is told of one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupCounts {
    /// How many are registered.
    pub registered: Count,
    /// How many came; `None` where nobody has counted.
    pub came: Option<Count>,
    /// How many of them have a certificate.
    pub certificates: Count,
}

/// What is told of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Each group, in the order of [`Training::groups`].
    pub groups: Vec<GroupCounts>,
    /// How many came in all.
    pub came: Count,
    /// How many certificates stand in all.
    pub certificates: Count,
}

impl Training {
    /// What is told to somebody of `own`. Whoever writes it counts all out. Others are told totals once it is reported: what still
    /// changes could be subtracted.
    pub fn counts(&self, own: Id<Organisation>, writes: bool) -> Counts {
        let count = |group: &Group, people: usize| match writes || group.organisation == own {
            true => Count::Exactly(people),
            false => Count::of(people),
        };
        let groups: Vec<GroupCounts> = self
            .groups
            .iter()
            .map(|group| GroupCounts {
                registered: count(group, usize::from(group.registered)),
                came: group.came.map(|came| count(group, usize::from(came))),
                certificates: count(group, group.certificates.len()),
            })
            .collect();
        let mut hidden = Hidden::default();
        for (told, group) in groups.iter().zip(&self.groups) {
            hidden.add(
                (told.came == Some(Count::Few)).then(|| usize::from(group.came.unwrap_or(0))),
                (told.certificates == Count::Few).then_some(group.certificates.len()),
            );
        }
        let told = writes || self.state == State::Reported;
        let total = |people: usize, is_safe: bool| match told && is_safe {
            true => Count::Exactly(people),
            false => Count::Withheld,
        };
        let came = total(
            usize::try_from(self.came()).unwrap_or(usize::MAX),
            hidden.came.is_safe(),
        );
        // WHY after the other: who has a certificate came, so both totals together may tell more than each.
        let beside = matches!(came, Count::Withheld) || hidden.are_safe_together();
        let certificates = total(self.certificates(), hidden.certificates.is_safe() && beside);
        Counts {
            groups,
            came,
            certificates,
        }
    }
}

/// The most that a group of few has.
const MOST: usize = FEW as usize - 1;

/// Groups that are not counted out, and how many people they are together.
#[derive(Clone, Copy, Default)]
struct Few {
    groups: usize,
    people: usize,
}

impl Few {
    fn add(&mut self, people: Option<usize>) {
        self.groups += usize::from(people.is_some());
        self.people += people.unwrap_or(0);
    }

    /// Whether the sum may be told: it is not of a few, and neither one nor [`MOST`] in each of them is the only way to it.
    fn is_safe(self) -> bool {
        let only = self.people <= self.groups || self.people >= self.groups * MOST;
        self.groups == 0 || (self.people > MOST && !only)
    }
}

/// What is not counted out of those who came and of certificates.
#[derive(Clone, Copy, Default)]
struct Hidden {
    came: Few,
    certificates: Few,
    /// Groups of which neither is counted out: there, none has more certificates than people who came.
    both: usize,
}

impl Hidden {
    fn add(&mut self, came: Option<usize>, certificates: Option<usize>) {
        self.both += usize::from(came.is_some() && certificates.is_some());
        self.came.add(came);
        self.certificates.add(certificates);
    }

    /// Whether any numbers in the groups lead to both sums.
    ///
    /// WHY this is all: between its least and its most each sum of whole numbers is reached, also where one of a pair is at most
    /// the other.
    fn is_possible(self) -> bool {
        let range = |of: Few| {
            let alone = of.groups.checked_sub(self.both)?;
            let least = of.people.saturating_sub(alone * MOST).max(self.both);
            let most = of.people.checked_sub(alone)?.min(self.both * MOST);
            (least <= most).then_some((least, most))
        };
        let (Some((_, came)), Some((certificates, _))) = (range(self.came), range(self.certificates)) else {
            return false;
        };
        certificates <= came
    }

    /// Whether the rest is possible without one group of so many.
    fn without(self, came: Option<usize>, certificates: Option<usize>) -> bool {
        let take = |of: Few, people: Option<usize>| {
            let groups = of.groups.checked_sub(usize::from(people.is_some()))?;
            let people = of.people.checked_sub(people.unwrap_or(0))?;
            Some(Few { groups, people })
        };
        let both = self
            .both
            .checked_sub(usize::from(came.is_some() && certificates.is_some()));
        let rest = (take(self.came, came), take(self.certificates, certificates), both);
        let (Some(came), Some(certificates), Some(both)) = rest else {
            return false;
        };
        Hidden {
            came,
            certificates,
            both,
        }
        .is_possible()
    }

    /// Whether beside both sums each number has at least two possible values.
    fn are_safe_together(self) -> bool {
        let two = |is_possible: &dyn Fn(usize) -> bool| (1..=MOST).filter(|people| is_possible(*people)).count() > 1;
        let pair =
            |came: usize, certificates: usize| certificates <= came && self.without(Some(came), Some(certificates));
        let came_alone = self.came.groups == self.both || two(&|came| self.without(Some(came), None));
        let certificates_alone = self.certificates.groups == self.both || two(&|some| self.without(None, Some(some)));
        let of_both = self.both == 0
            || (two(&|came| (1..=MOST).any(|some| pair(came, some)))
                && two(&|some| (1..=MOST).any(|came| pair(came, some))));
        came_alone && certificates_alone && of_both
    }
}
