//! The order of today's list: danger now, then tonight, then by what is due. What is only due later is not urgent yet, unless
//! it is a referral that waits.
use super::With;
use tiltas_domain::{Moment, case::Urgency};
use tiltas_store::views::due::Row;

/// Which page of the list is asked for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Which duties.
    pub kind: Kind,
    /// The duties after this one.
    pub after: Option<Mark>,
}

/// Which duties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// All.
    #[default]
    All,
    /// Whose next step is with the actor's organisation.
    Us,
    /// Whose next step is with another.
    Them,
    /// About whom the reader may know that the child's route is taken.
    Children,
    /// What another function of the actor's organisation is to do.
    Colleagues,
}

impl Kind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Kind; 5] = [Kind::All, Kind::Us, Kind::Them, Kind::Colleagues, Kind::Children];

    /// The code that addresses and catalogues use.
    pub fn code(self) -> &'static str {
        match self {
            Kind::All => "all",
            Kind::Us => "us",
            Kind::Them => "them",
            Kind::Children => "children",
            Kind::Colleagues => "colleagues",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|known| known.code() == code)
    }

    /// Whether a row is of this kind; who is a child stands in no row.
    pub(super) fn takes(self, row: &Row, with_colleagues: bool) -> bool {
        match self {
            Kind::All | Kind::Children => !with_colleagues,
            Kind::Us => !with_colleagues && row.with == With::Us,
            Kind::Them => !with_colleagues && row.with == With::Them,
            Kind::Colleagues => with_colleagues,
        }
    }
}

/// How much there is on all pages of the list; what another function is to do is counted apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All duties.
    pub all: usize,
    /// Those with the actor's organisation.
    pub us: usize,
    /// Those late, the urgent among them.
    pub late: usize,
    /// Those due before tomorrow morning, the urgent among them.
    pub soon: usize,
    /// Those late or due before tomorrow morning that are with the actor's organisation.
    pub us_soon: usize,
    /// Those about children, where they were asked for: nobody opens a card only to count.
    pub children: Option<usize>,
    /// What another function of the actor's organisation is to do.
    pub colleagues: usize,
}

impl Counts {
    /// How many there are of a kind, where that is known.
    pub fn of(&self, kind: Kind) -> Option<usize> {
        match kind {
            Kind::All => Some(self.all),
            Kind::Us => Some(self.us),
            Kind::Them => Some(self.all - self.us),
            Kind::Children => self.children,
            Kind::Colleagues => Some(self.colleagues),
        }
    }
}

impl Counts {
    pub(super) fn add(&mut self, row: &Row, now: Moment, morning: Moment) {
        let us = usize::from(row.with == With::Us);
        let is_late = row.clock.due.is_some_and(|due| due < now);
        let is_soon = !is_late && row.clock.due.is_some_and(|due| due < morning);
        self.all += 1;
        self.us += us;
        self.late += usize::from(is_late);
        self.soon += usize::from(is_soon);
        if is_late || is_soon {
            self.us_soon += us;
        }
    }
}

/// The part of the list in which a duty stands.
pub(super) enum Group {
    Urgent,
    Late,
    Soon,
    Later,
}

/// Where a duty stands: how urgent it is, then by when it is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    urgency: u8,
    due: i64,
}

impl Place {
    /// `urgency` is `None` where the reader may not know it.
    pub(super) fn of(row: &Row, urgency: Option<Urgency>, morning: Moment) -> Place {
        let is_soon = row.clock.due.is_some_and(|due| due < morning);
        let waits = row.side.is_some();
        let urgency = Urgency::rank(urgency.filter(|_| is_soon || waits));
        let due = row.clock.due.map_or(i64::MAX, |due| due.0);
        Place { urgency, due }
    }

    pub(super) fn group(self, now: Moment, morning: Moment) -> Group {
        match self {
            Place { urgency, .. } if urgency < Urgency::rank(None) => Group::Urgent,
            Place { due, .. } if due < now.0 => Group::Late,
            Place { due, .. } if due < morning.0 => Group::Soon,
            Place { .. } => Group::Later,
        }
    }
}

/// The place of a duty in the list, which its reader was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    place: Place,
    row: String,
}

impl Mark {
    pub(super) fn of(place: Place, row: &str) -> Mark {
        Mark {
            place,
            row: row.to_owned(),
        }
    }

    pub(super) fn is_before(&self, place: Place, row: &str) -> bool {
        (self.place, self.row.as_str()) < (place, row)
    }

    /// As it stands in an address.
    pub fn code(&self) -> String {
        let Place { urgency, due } = self.place;
        format!("{urgency}.{due}.{}", self.row.replace(' ', "~"))
    }

    /// The mark of this code.
    pub fn parse(code: &str) -> Option<Mark> {
        let mut parts = code.splitn(3, '.');
        let (urgency, due) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let row = parts.next()?;
        let is_row = row
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'~' | b'_' | b'-'));
        (is_row && !row.is_empty()).then(|| Mark::of(Place { urgency, due }, &row.replace('~', " ")))
    }
}
