//! Days and hours as people write them: "18 11 2026", "18.11.2026", "2026-11-18", "18 noiembrie 2026"; "02:12", "2.12", "0212".
use jiff::{
    civil::{Date, DateTime, Time},
    tz::TimeZone,
};
use tiltas_domain::id::Moment;

/// The first three letters of each month, in the languages of the interface.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ian"],
    &["feb"],
    &["mar"],
    &["apr"],
    &["may", "mai"],
    &["jun", "iun"],
    &["jul", "iul"],
    &["aug"],
    &["sep"],
    &["oct"],
    &["nov", "noi"],
    &["dec"],
];

/// The day that was meant; `None` when it can't be told for sure.
pub fn day(text: &str) -> Option<Date> {
    let groups: Vec<&str> = text
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|group| !group.is_empty())
        .collect();
    let [first, month, last] = match groups.as_slice() {
        [first, month, last] => [*first, *month, *last],
        [whole] if whole.len() == 8 => [whole.get(..2)?, whole.get(2..4)?, whole.get(4..)?],
        _ => return None,
    };
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    if year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month_of(month)?, day.parse().ok()?).ok()
}

fn month_of(text: &str) -> Option<i8> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let start: String = text.chars().take(3).collect::<String>().to_lowercase();
    let place = MONTHS.iter().position(|names| names.contains(&start.as_str()))?;
    i8::try_from(place + 1).ok()
}

/// The hour that was meant.
pub fn hour(text: &str) -> Option<Time> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let (hour, minute) = match text.split_once([':', '.', ' ', 'h']) {
        Some((hour, minute)) => (hour.trim(), minute.trim()),
        None if digits.len() >= 3 && digits.len() == text.len() => digits.split_at(digits.len() - 2),
        None => return None,
    };
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// An hour of a day in the zone.
pub fn at(day: Date, hour: Time, zone: &TimeZone) -> Option<Moment> {
    moment(day.to_datetime(hour), zone)
}

/// The last second of a day in the zone.
pub fn end_of(day: Date, zone: &TimeZone) -> Option<Moment> {
    moment(day.at(23, 59, 59, 0), zone)
}

/// The last time that the clock of the zone showed this hour, at most twelve hours ago; a time still to come stays to come.
pub fn latest(hour: Time, zone: &TimeZone, now: Moment) -> Option<Moment> {
    let today = zone.to_datetime(now.timestamp()).date();
    let at = moment(today.to_datetime(hour), zone)?;
    if at <= now {
        return Some(at);
    }
    let before = moment(today.yesterday().ok()?.to_datetime(hour), zone)?;
    Some(if now.minutes_since(before) < 720 { before } else { at })
}

/// Why a birth date is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Birth {
    /// It can't be told for sure, or nobody alive was born then.
    NoDate,
    /// It is still to come.
    Ahead,
}

/// A birth date as precise as it is known: `1998`, `1998-05`, `1998-05-17`; from 1900 to `today`.
///
/// # Errors
/// When it is none.
pub fn birth_date(text: &str, today: Date) -> Result<String, Birth> {
    let within = |first: Date, date: String| {
        if first.year() < 1900 {
            Err(Birth::NoDate)
        } else if first > today {
            Err(Birth::Ahead)
        } else {
            Ok(date)
        }
    };
    if let Some(day) = day(text) {
        return within(day, day.to_string());
    }
    let groups: Vec<&str> = text
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|group| !group.is_empty())
        .collect();
    let (year, month) = match groups.as_slice() {
        [year] => (*year, None),
        [first, second] if first.len() == 4 => (*first, month_of(second)),
        [first, second] => (*second, month_of(first)),
        _ => return Err(Birth::NoDate),
    };
    let number = Some(year)
        .filter(|year| year.len() == 4)
        .and_then(|year| year.parse().ok());
    let first = number.and_then(|year| Date::new(year, month.unwrap_or(1), 1).ok());
    match (first, groups.len(), month) {
        (Some(first), 1, _) => within(first, format!("{:04}", first.year())),
        (Some(first), _, Some(month)) => within(first, format!("{:04}-{month:02}", first.year())),
        _ => Err(Birth::NoDate),
    }
}

/// Eight o'clock of the next morning in the zone.
pub fn tomorrow_morning(zone: &TimeZone, now: Moment) -> Moment {
    let today = zone.to_datetime(now.timestamp()).date();
    let morning = today.tomorrow().ok().map(|day| day.at(8, 0, 0, 0));
    morning
        .and_then(|morning| moment(morning, zone))
        .unwrap_or_else(|| now.plus_hours(24))
}

/// As it stands in a field: "18 11 2026".
pub fn written(moment: Moment, zone: &TimeZone) -> String {
    zone.to_datetime(moment.timestamp()).strftime("%d %m %Y").to_string()
}

fn moment(at: DateTime, zone: &TimeZone) -> Option<Moment> {
    Some(Moment(zone.to_timestamp(at).ok()?.as_microsecond()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn a_day_may_be_written_as_people_write_it() {
        for text in [
            "18 11 2026",
            "18.11.2026",
            "2026-11-18",
            "18/11/2026",
            "18112026",
            "18 November 2026",
            "18 noiembrie 2026",
        ] {
            assert_eq!(day(text), Some(date(2026, 11, 18)), "{text}");
        }
        for text in ["", "tomorrow", "18 11 26", "31 02 2026", "18 Smarch 2026", "ă1112026"] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn an_hour_of_the_night_that_has_passed_is_the_one_meant() {
        let zone = TimeZone::get("Europe/Chisinau").expect("bundled");
        let now = moment(date(2026, 8, 20).at(0, 10, 0, 0), &zone).expect("a moment");
        let told = latest(hour("23:55").expect("an hour"), &zone, now).expect("a moment");
        assert_eq!(now.minutes_since(told), 15);
        let ahead = latest(hour("0015").expect("an hour"), &zone, now).expect("a moment");
        assert!(ahead > now);
        assert_eq!(hour("2.12"), Some(time(2, 12, 0, 0)));
        assert_eq!(hour("25:00"), None);
        assert_eq!(hour("soon"), None);
    }

    #[test]
    fn a_birth_date_lies_between_1900_and_today() {
        let today = date(2026, 8, 20);
        for (text, right) in [
            ("1998", "1998"),
            ("05 1998", "1998-05"),
            ("1998-05", "1998-05"),
            ("mai 1998", "1998-05"),
            ("17.05.1998", "1998-05-17"),
            ("2026", "2026"),
            ("2026-08-20", "2026-08-20"),
        ] {
            assert_eq!(birth_date(text, today).as_deref(), Ok(right), "{text}");
        }
        for text in ["2027", "2026-09", "21.08.2026", "17.05.2099"] {
            assert_eq!(birth_date(text, today), Err(Birth::Ahead), "{text}");
        }
        for text in [
            "",
            "98",
            "1.1.0001",
            "1899",
            "13 1998",
            "1998-00",
            "31 02 1998",
            "young",
        ] {
            assert_eq!(birth_date(text, today), Err(Birth::NoDate), "{text}");
        }
    }
}
