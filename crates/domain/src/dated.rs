//! A day as precise as a source gives it: `2018`, `2018-05`, `2018-05-30`. What a source does not give is not filled in.
use jiff::civil::Date;
pub use jiff::civil::Date as Day;
use minicbor::{Decode, Encode};
use std::{cmp::Ordering, fmt, str::FromStr};

/// A year, a month or a day. Of two, the one comes first whose last day does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Encode, Decode)]
pub struct Dated {
    /// The year.
    #[n(0)]
    year: i16,
    /// The month, where it is known: 1 to 12.
    #[n(1)]
    month: Option<i8>,
    /// The day, where it is known: 1 to 31.
    #[n(2)]
    day: Option<i8>,
}

impl Dated {
    /// The last day that it may mean; `None` where there is no such day, which no reading makes.
    pub fn last(self) -> Option<Date> {
        let month = self.month.unwrap_or(12);
        let first = Date::new(self.year, month, 1).ok()?;
        match self.day {
            Some(day) => Date::new(self.year, month, day).ok(),
            None => Some(first.last_of_month()),
        }
    }

    /// The first day that it may mean; `None` as in [`Dated::last`].
    pub fn first(self) -> Option<Date> {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).ok()
    }

    /// Whether it may lie within these days; without a last day they go on.
    pub fn is_within(self, begins: Dated, ends: Option<Dated>) -> bool {
        let before = self.last() < begins.first();
        let after = ends.is_some_and(|ends| self.first() > ends.last());
        !before && !after
    }

    /// Whether it may have begun by `today`.
    pub fn has_begun(self, today: Date) -> bool {
        self.first().is_some_and(|first| first <= today)
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, where it is known.
    pub fn month(self) -> Option<i8> {
        self.month
    }

    /// The day of the month, where it is known.
    pub fn day(self) -> Option<i8> {
        self.day
    }
}

impl Ord for Dated {
    fn cmp(&self, other: &Dated) -> Ordering {
        (self.last(), self.first()).cmp(&(other.last(), other.first()))
    }
}

impl PartialOrd for Dated {
    fn partial_cmp(&self, other: &Dated) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<Date> for Dated {
    fn from(date: Date) -> Dated {
        Dated {
            year: date.year(),
            month: Some(date.month()),
            day: Some(date.day()),
        }
    }
}

impl fmt::Display for Dated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// No year, month or day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDate;

impl FromStr for Dated {
    type Err = NoDate;

    /// Reads what [`fmt::Display`] writes.
    fn from_str(text: &str) -> Result<Dated, NoDate> {
        let sound = text.len() >= 4 && text.chars().all(|sign| sign.is_ascii_digit() || sign == '-');
        let parts: Vec<&str> = text.split('-').collect();
        let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        if !sound || !matches!(widths.as_slice(), [4] | [4, 2] | [4, 2, 2]) {
            return Err(NoDate);
        }
        let number = |nth: usize| parts.get(nth).map(|part| part.parse::<i8>()).transpose();
        let dated = Dated {
            year: parts.first().and_then(|year| year.parse().ok()).ok_or(NoDate)?,
            month: number(1).map_err(|_| NoDate)?,
            day: number(2).map_err(|_| NoDate)?,
        };
        dated.last().map(|_| dated).ok_or(NoDate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_day_is_as_precise_as_it_is_known() {
        for text in ["2018", "2018-05", "2018-05-30", "2020-02-29"] {
            assert_eq!(text.parse::<Dated>().expect("a date").to_string(), text);
        }
        for text in [
            "",
            "18",
            "2018-13",
            "2018-02-30",
            "2019-02-29",
            "2018-5",
            "2018-05-30-01",
            "201a",
            "-2018",
        ] {
            assert_eq!(text.parse::<Dated>(), Err(NoDate), "{text}");
        }
        let last = |text: &str| {
            text.parse::<Dated>()
                .expect("a date")
                .last()
                .expect("a day")
                .to_string()
        };
        assert_eq!([last("2018"), last("2020-02")], ["2018-12-31", "2020-02-29"]);
    }

    #[test]
    fn a_year_is_over_after_each_of_its_days() {
        let day = |text: &str| text.parse::<Dated>().expect("a date");
        assert!(day("2026-06-30") < day("2026") && day("2026-06") < day("2026-12") && day("2025") < day("2026-01-01"));
        assert_ne!(
            day("2026-12-31").cmp(&day("2026")),
            Ordering::Equal,
            "the same last day is not the same"
        );
    }

    proptest! {
        #[test]
        fn days_sort_as_they_follow(days in proptest::collection::vec(0i32..80_000, 2)) {
            let day = |days: i32| jiff::civil::date(1900, 1, 1).saturating_add(jiff::Span::new().days(days));
            let [first, second] = [day(days[0]), day(days[1])];
            prop_assert_eq!(Dated::from(first).cmp(&Dated::from(second)), first.cmp(&second));
            prop_assert_eq!(Dated::from(first).last(), Some(first));
        }
    }
}
