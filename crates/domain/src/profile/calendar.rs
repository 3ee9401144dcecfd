//! Counting time as the law does: hours as hours, days and months to the end of the last day in the profile's zone, working
//! days by weekday and the profile's holidays. Total: what can't be computed ends at the end of time, never before the start.
use super::{Holiday, HolidayDay, Profile};
use crate::{clock::Length, dated::Dated, id::Moment};
use jiff::{
    Span, Timestamp,
    civil::{Date, Weekday},
    tz::TimeZone,
};

/// How a day of a year is written in a profile.
pub const DAYS: &str = "27 August, Western Easter - 2 days, Orthodox Easter + 8 days, first Monday of May, last Monday of August, 2026-05-04";

/// More working days than this are not counted one by one: some 27 years.
const MOST_WORKING_DAYS: u32 = 7_000;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// One day of the calendar in a profile's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub date: Date,
    /// Its first instant.
    pub from: Moment,
    /// The first instant of the next one.
    pub until: Moment,
}

impl Day {
    /// Whether a moment lies on it.
    pub fn holds(&self, at: Moment) -> bool {
        self.from <= at && at < self.until
    }
}

impl Profile {
    /// The day of a moment and those before it, so many, newest first. They may be 23 or 25 hours long.
    pub fn last_days(&self, now: Moment, days: usize) -> Vec<Day> {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        let begins = |date: Date| {
            let begins = date.to_zoned_datetime(zone.clone()).ok()?;
            Some(Moment(begins.timestamp().as_microsecond()))
        };
        let today = now.timestamp().to_zoned_datetime(zone.clone()).date();
        let dates = std::iter::successors(Some(today), |date| date.yesterday().ok());
        let day = |date: Date| {
            Some(Day {
                date,
                from: begins(date)?,
                until: begins(date.tomorrow().ok()?)?,
            })
        };
        dates.take(days).map_while(day).collect()
    }

    /// The day of a moment in the country.
    pub fn date(&self, now: Moment) -> Date {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        now.timestamp().to_zoned_datetime(zone).date()
    }

    /// How many days a term is over in the country; none where it is not.
    pub fn days_late(&self, term: Dated, now: Moment) -> Option<i32> {
        let days = self.date(now).since(term.last()?).ok()?.get_days();
        (days > 0).then_some(days)
    }

    /// Whether something of `from` still is new; where the profile sets no length, it always is.
    pub fn is_new(&self, from: Moment, now: Moment) -> bool {
        let until = self.new_case.length.map(|length| self.after(length, from));
        until.is_none_or(|until| now <= until)
    }

    /// The instant that lies so long after `started`. Minutes and hours are elapsed time; days and months run to the last
    /// microsecond of their last day in the profile's zone, the day of the start not counted (as Regulation (EEC, Euratom)
    /// No 1182/71 art. 3 counts).
    pub fn after(&self, length: Length, started: Moment) -> Moment {
        match length {
            Length::Minutes(minutes) => started.plus_minutes(i64::from(minutes)),
            Length::Hours(hours) => started.plus_hours(i64::from(hours)),
            Length::CalendarDays(days) => {
                self.end_of(started, |date| date.checked_add(Span::new().try_days(days).ok()?).ok())
            }
            Length::Months(months) => self.end_of(started, |date| {
                date.checked_add(Span::new().try_months(months).ok()?).ok()
            }),
            Length::WorkingDays(days) => self.end_of(started, |date| self.working_days_after(date, days)),
        }
    }

    /// Whether offices work on this date.
    pub fn is_working(&self, date: Date) -> bool {
        !is_weekend(date) && !self.holidays.iter().any(|holiday| self.observed(holiday, date))
    }

    /// Whether this date is the holiday, or the day to which it moves.
    fn observed(&self, holiday: &Holiday, date: Date) -> bool {
        let Some(day) = holiday.day.in_year(date.year()) else {
            return false;
        };
        if day == date {
            return true;
        }
        if !holiday.moves || !is_weekend(day) || date < day {
            return false;
        }
        // WHY: Christmas on a Saturday moves to Monday, and the day after it then to Tuesday: each takes the next weekday that
        // no other holiday has, in the order of the file.
        let mut taken: Vec<Date> = self
            .holidays
            .iter()
            .filter_map(|h| h.day.in_year(date.year()))
            .collect();
        for other in self.holidays.iter().filter(|h| h.moves) {
            let Some(fell) = other.day.in_year(date.year()).filter(|fell| is_weekend(*fell)) else {
                continue;
            };
            let next = days_from(fell).find(|day| !is_weekend(*day) && !taken.contains(day));
            if other == holiday {
                return next == Some(date);
            }
            taken.extend(next);
        }
        false
    }

    fn working_days_after(&self, start: Date, days: u32) -> Option<Date> {
        if days > MOST_WORKING_DAYS {
            return start.checked_add(Span::new().try_days(i64::from(days) * 2).ok()?).ok();
        }
        let mut left = days;
        let mut dates = days_from(start);
        let mut last = start;
        while left > 0 {
            last = dates.next()?;
            left -= u32::from(self.is_working(last));
        }
        Some(last)
    }

    fn end_of(&self, started: Moment, last: impl Fn(Date) -> Option<Date>) -> Moment {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        let date = started.timestamp().to_zoned_datetime(zone.clone()).date();
        let end = last(date)
            .and_then(|last| last.tomorrow().ok())
            .and_then(|next| next.to_zoned_datetime(zone).ok())
            .map_or(Timestamp::MAX, |zoned| zoned.timestamp());
        Moment(end.as_microsecond().saturating_sub(1)).max(started)
    }
}

impl HolidayDay {
    /// The date of this day in a year; `None` in a year that has none.
    pub fn in_year(self, year: i16) -> Option<Date> {
        match self {
            HolidayDay::Fixed(month, day) => Date::new(year, month, day).ok(),
            HolidayDay::Easter(days) => western_easter(year)?.checked_add(Span::new().try_days(days).ok()?).ok(),
            HolidayDay::OrthodoxEaster(days) => orthodox_easter(year)?
                .checked_add(Span::new().try_days(days).ok()?)
                .ok(),
            HolidayDay::Weekday { month, nth, weekday } => {
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
            }
            HolidayDay::Once(date) => (date.year() == year).then_some(date),
        }
    }
}

fn is_weekend(date: Date) -> bool {
    matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// The days after `date`, one by one.
fn days_from(date: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(date.tomorrow().ok(), |day| day.tomorrow().ok())
}

/// Easter Sunday of the Western churches (the anonymous Gregorian computus: Meeus, Astronomical Algorithms, ch. 8).
pub fn western_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let days = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?).ok()
}

/// Easter Sunday of the Orthodox churches, in the Gregorian calendar (Meeus, Astronomical Algorithms, ch. 8: the Julian
/// computus, and the days between the calendars).
pub fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 4, y % 7, y % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let days = d + e + 114;
    let julian = Date::new(year, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?).ok()?;
    let between = y / 100 - y / 400 - 2;
    julian.checked_add(Span::new().try_days(between).ok()?).ok()
}

/// Reads `15 July`. `None` when there is no such day in a leap year.
pub fn day_and_month(text: &str) -> Option<(i8, i8)> {
    let (day, month) = text.trim().split_once(' ')?;
    let (month, day) = (month_number(month)?, day.parse().ok()?);
    Date::new(2024, month, day).ok().map(|_| (month, day))
}

/// Reads a day of a year as a profile writes it (see [`DAYS`]).
pub fn holiday(text: &str) -> Option<HolidayDay> {
    if let Some((month, day)) = day_and_month(text) {
        return Some(HolidayDay::Fixed(month, day));
    }
    if let Ok(date) = text.trim().parse::<Date>() {
        return Some(HolidayDay::Once(date));
    }
    if let Some(rest) = text.strip_prefix("Western Easter") {
        return days_after(rest).map(HolidayDay::Easter);
    }
    if let Some(rest) = text.strip_prefix("Orthodox Easter") {
        return days_after(rest).map(HolidayDay::OrthodoxEaster);
    }
    let (which, month) = text.split_once(" of ")?;
    let (nth, weekday) = which.split_once(' ')?;
    let nth = match nth {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "last" => -1,
        _ => return None,
    };
    let weekday = match weekday {
        "Monday" => Weekday::Monday,
        "Tuesday" => Weekday::Tuesday,
        "Wednesday" => Weekday::Wednesday,
        "Thursday" => Weekday::Thursday,
        "Friday" => Weekday::Friday,
        _ => return None,
    };
    Some(HolidayDay::Weekday {
        month: month_number(month)?,
        nth,
        weekday,
    })
}

/// Reads ``, ` + 1 day`, ` - 2 days`: days before or after.
fn days_after(text: &str) -> Option<i16> {
    let mut words = text.split_whitespace();
    let Some(sign) = words.next() else { return Some(0) };
    let days: i16 = words.next()?.parse().ok().filter(|days| (0..=100).contains(days))?;
    matches!(words.next(), Some("day" | "days")).then_some(())?;
    match (sign, words.next()) {
        ("+", None) => Some(days),
        ("-", None) => Some(-days),
        _ => None,
    }
}

fn month_number(name: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|month| *month == name.trim())?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests;
