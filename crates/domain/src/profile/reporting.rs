//! When which institutions report on which span, as a profile says it. A period is the occurrence of a rule in a year.
//!
//! INVARIANT: a rule opens each of its periods once, in order, also after a node stood still for months; a rule that came later
//! opens none of the time before it.
mod parse;

use super::{Profile, Sourced};
use crate::{id::Moment, known::codes, organisation::OrganisationKind};
use jiff::{Span, civil::Date, tz::TimeZone};

codes! {
    /// How long the span is that a report tells of: the last one that was over when the period opened.
    Covers {
        /// January to June, or July to December.
        0 HalfYear = "half_year",
        /// January to December.
        1 Year = "year",
    }
}

/// A report that is due each year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportingRule {
    /// Its code, the same in each version of the profile: `half_year`.
    pub id: String,
    /// What is reported, and to whom, with the source of the day.
    pub what: Sourced<String>,
    /// The last day: month and day.
    pub day: (i8, i8),
    /// From when on it can be written: month and day.
    pub opens: Sourced<(i8, i8)>,
    /// Which span it tells of.
    pub covers: Sourced<Covers>,
    /// Institutions of these kinds owe it; none: the secretariat draws up the national report.
    pub who: Sourced<Vec<OrganisationKind>>,
}

/// One period of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Which rule, by its code.
    pub rule: String,
    /// The day on which it opens.
    pub opens: Date,
    /// Its last day.
    pub due: Date,
    /// The first and the last day that are told of.
    pub span: (Date, Date),
}

/// The last day of a month is meant where a year has no such day: 29 February.
fn day(year: i16, (month, day): (i8, i8)) -> Option<Date> {
    let first = Date::new(year, month, 1).ok()?;
    Date::new(year, month, day.min(first.days_in_month())).ok()
}

impl Covers {
    /// The last span that was over before `opens`.
    fn before(self, opens: Date) -> Option<(Date, Date)> {
        let (months, begins) = match self {
            Covers::HalfYear if opens.month() > 6 => (6, 7),
            Covers::HalfYear => (6, 1),
            Covers::Year => (12, 1),
        };
        let after = Date::new(opens.year(), begins, 1).ok()?;
        Some((
            after.checked_sub(Span::new().months(months)).ok()?,
            after.yesterday().ok()?,
        ))
    }
}

impl ReportingRule {
    /// Whether the secretariat draws up the national report by it.
    pub fn is_national(&self) -> bool {
        self.who.value.is_empty()
    }

    /// The period that opens in this year.
    pub fn in_year(&self, year: i16) -> Option<Occurrence> {
        let opens = day(year, self.opens.value)?;
        let due = day(year, self.day).filter(|due| *due >= opens);
        Some(Occurrence {
            rule: self.id.clone(),
            opens,
            due: due.or_else(|| day(year + 1, self.day))?,
            span: self.covers.value.before(opens)?,
        })
    }
}

/// A period that was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// By which rule.
    pub rule: String,
    /// On which day.
    pub opens: Date,
    /// The last day that it tells of.
    pub until: Date,
}

/// What is to be opened by `today`, in order; `since` is the day from which this node works.
///
/// WHY also by the span: a day that is moved in a new version of the profile asks nobody twice about the same months.
pub fn to_open(rules: &[ReportingRule], opened: &[Opened], since: Date, today: Date) -> Vec<Occurrence> {
    let begun = opened.iter().map(|one| one.opens).max().unwrap_or(since).max(since);
    let mut due: Vec<Occurrence> = Vec::new();
    for rule in rules {
        let own = || opened.iter().filter(|one| one.rule == rule.id);
        let (last, told) = (own().map(|one| one.opens).max(), own().map(|one| one.until).max());
        let years = last.unwrap_or(begun).year()..=today.year();
        let occurrences = years.filter_map(|year| rule.in_year(year));
        due.extend(occurrences.filter(|one| {
            let follows = last.map_or(one.opens >= begun, |last| one.opens > last);
            follows && told.is_none_or(|told| one.span.1 > told) && one.opens <= today
        }));
    }
    // The sort is stable: what opens on one day opens in the order of the profile.
    due.sort_by_key(|one| one.opens);
    due
}

/// What opens next after what is open, for a reader who waits.
pub fn next(rules: &[ReportingRule], today: Date) -> Option<Occurrence> {
    let years = [today.year(), today.year() + 1];
    let all = rules
        .iter()
        .flat_map(|rule| years.into_iter().filter_map(|year| rule.in_year(year)));
    all.filter(|one| one.opens > today).min_by_key(|one| one.opens)
}

impl Profile {
    /// The first moment of a day in the country.
    pub fn first_moment(&self, day: Date) -> Option<Moment> {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        let begins = day.to_zoned_datetime(zone).ok()?;
        Some(Moment(begins.timestamp().as_microsecond()))
    }

    /// Its last moment.
    pub fn last_moment(&self, day: Date) -> Option<Moment> {
        let next = self.first_moment(day.tomorrow().ok()?)?;
        Some(Moment(next.0 - 1))
    }
}
