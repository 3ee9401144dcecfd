//! Time is counted as the law counts it, in the country's zone, and never runs backwards.
use super::*;
use crate::example;
use jiff::civil::date;
use proptest::prelude::*;

fn at(text: &str) -> Moment {
    Moment(text.parse::<Timestamp>().unwrap().as_microsecond())
}

/// The local date and minute of a moment.
fn local(profile: &Profile, moment: Moment) -> String {
    let zone = TimeZone::get(&profile.zone).unwrap();
    let told = moment.timestamp().to_zoned_datetime(zone);
    format!("{} {:02}:{:02}", told.date(), told.hour(), told.minute())
}

#[test]
fn easter_falls_where_the_churches_say() {
    let western = [
        (2000, 4, 23),
        (2008, 3, 23),
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2027, 3, 28),
        (2038, 4, 25),
    ];
    for (year, month, day) in western {
        assert_eq!(western_easter(year), Some(date(year, month, day)));
    }
    let orthodox = [
        (2000, 4, 30),
        (2008, 4, 27),
        (2021, 5, 2),
        (2023, 4, 16),
        (2024, 5, 5),
        (2025, 4, 20),
        (2026, 4, 12),
        (2027, 5, 2),
    ];
    for (year, month, day) in orthodox {
        assert_eq!(orthodox_easter(year), Some(date(year, month, day)));
    }
    for year in 1900..2300 {
        assert_eq!(western_easter(year).unwrap().weekday(), Weekday::Sunday);
        assert_eq!(orthodox_easter(year).unwrap().weekday(), Weekday::Sunday);
    }
}

#[test]
fn the_thirteen_holidays_of_moldova_in_2026() {
    let profile = example::moldova();
    let days: Vec<Date> = profile.holidays.iter().filter_map(|h| h.day.in_year(2026)).collect();
    assert!(days.contains(&date(2026, 4, 13)), "Easter Monday");
    assert!(
        days.contains(&date(2026, 4, 20)),
        "Memorial Easter, eight days after Easter"
    );
    assert_eq!(days.len(), 13);
    assert!(!profile.is_working(date(2026, 4, 20)));
    assert!(profile.is_working(date(2026, 4, 21)));
    assert!(!profile.is_working(date(2026, 8, 22)), "a Saturday");
}

#[test]
fn a_british_holiday_on_a_weekend_moves() {
    let profile = example::united_kingdom();
    let free = |y, m, d| !profile.is_working(date(y, m, d));
    assert!(
        free(2021, 12, 27) && free(2021, 12, 28) && !free(2021, 12, 29),
        "Christmas on a Saturday"
    );
    assert!(
        free(2022, 12, 26) && free(2022, 12, 27) && !free(2022, 12, 28),
        "Christmas on a Sunday"
    );
    assert!(free(2022, 1, 3) && !free(2022, 1, 4), "New Year on a Saturday");
    assert!(free(2026, 4, 3) && free(2026, 4, 6), "Good Friday and Easter Monday");
    assert!(
        free(2026, 5, 4) && free(2026, 5, 25) && free(2026, 8, 31),
        "first and last Mondays"
    );
}

#[test]
fn hours_are_elapsed_and_days_end_at_midnight_there() {
    let profile = example::moldova();
    // Summer time ends in Chișinău on 25 October 2026: that day has 25 hours.
    let noon = at("2026-10-24T09:00:00Z");
    assert_eq!(profile.after(Length::Hours(72), noon), at("2026-10-27T09:00:00Z"));
    assert_eq!(profile.after(Length::Minutes(15), noon), at("2026-10-24T09:15:00Z"));
    assert_eq!(
        local(&profile, profile.after(Length::CalendarDays(1), noon)),
        "2026-10-25 23:59"
    );
    assert_eq!(
        profile.after(Length::CalendarDays(1), noon),
        Moment(at("2026-10-25T22:00:00Z").0 - 1)
    );
    assert_eq!(
        local(&profile, profile.after(Length::CalendarDays(90), example::NIGHT)),
        "2026-11-18 23:59"
    );
    assert_eq!(
        local(&profile, profile.after(Length::Months(3), example::NIGHT)),
        "2026-11-20 23:59"
    );
    assert_eq!(
        local(&profile, profile.after(Length::Months(1), at("2027-01-31T10:00:00Z"))),
        "2027-02-28 23:59"
    );
}

#[test]
fn the_night_before_is_still_the_day_before_there() {
    let profile = example::moldova();
    // 23:30 UTC on the 19th is 02:30 on the 20th in Chișinău.
    let started = at("2026-08-19T23:30:00Z");
    assert_eq!(
        local(&profile, profile.after(Length::CalendarDays(1), started)),
        "2026-08-21 23:59"
    );
}

#[test]
fn working_days_leave_out_weekends_and_holidays() {
    let md = example::moldova();
    let five = Length::WorkingDays(5);
    assert_eq!(
        local(&md, md.after(five, at("2026-04-09T09:00:00Z"))),
        "2026-04-17 23:59"
    );
    assert_eq!(
        local(&md, md.after(five, at("2026-04-30T09:00:00Z"))),
        "2026-05-08 23:59"
    );
    let gb = example::united_kingdom();
    assert_eq!(
        local(&gb, gb.after(five, at("2026-12-24T15:00:00Z"))),
        "2027-01-05 23:59"
    );
    let unknown = Profile {
        holidays: Vec::new(),
        zone: "Nowhere/Nothing".to_owned(),
        ..example::moldova()
    };
    assert_eq!(
        unknown.after(five, at("2026-04-09T09:00:00Z")),
        Moment(at("2026-04-17T00:00:00Z").0 - 1)
    );
}

#[test]
fn a_day_of_a_year_is_read_as_it_is_written() {
    assert_eq!(holiday("27 August"), Some(HolidayDay::Fixed(8, 27)));
    assert_eq!(holiday("29 February"), Some(HolidayDay::Fixed(2, 29)));
    assert_eq!(holiday("Orthodox Easter"), Some(HolidayDay::OrthodoxEaster(0)));
    assert_eq!(holiday("Orthodox Easter + 8 days"), Some(HolidayDay::OrthodoxEaster(8)));
    assert_eq!(holiday("Western Easter - 2 days"), Some(HolidayDay::Easter(-2)));
    assert_eq!(holiday("2026-05-04"), Some(HolidayDay::Once(date(2026, 5, 4))));
    let may = HolidayDay::Weekday {
        month: 5,
        nth: 1,
        weekday: Weekday::Monday,
    };
    assert_eq!(holiday("first Monday of May"), Some(may));
    for wrong in [
        "",
        "30 February",
        "0 May",
        "Easter",
        "Western Easter 2",
        "Western Easter - 2 days late",
        "fifth Monday of May",
        "27.8.",
    ] {
        assert_eq!(holiday(wrong), None, "{wrong}");
    }
}

fn length() -> impl Strategy<Value = fn(u32) -> Length> {
    prop_oneof![
        Just(Length::Minutes as fn(u32) -> Length),
        Just(Length::Hours as fn(u32) -> Length),
        Just(Length::CalendarDays as fn(u32) -> Length),
        Just(Length::WorkingDays as fn(u32) -> Length),
        Just(Length::Months as fn(u32) -> Length),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_longer_length_is_never_due_earlier(of in length(), n in 0u32..400, more in 1u32..60, start in 0i64..7_000_000_000_000_000) {
        let (profile, start) = (example::moldova(), Moment(start));
        let (short, long) = (profile.after(of(n), start), profile.after(of(n + more), start));
        prop_assert!(start <= short && short < long, "{short:?} {long:?}");
    }

    #[test]
    fn a_later_start_is_never_due_earlier(of in length(), n in 0u32..200, start in 0i64..7_000_000_000_000_000, later in 0i64..500_000_000_000) {
        let profile = example::moldova();
        prop_assert!(profile.after(of(n), Moment(start)) <= profile.after(of(n), Moment(start + later)));
    }

    #[test]
    fn no_length_and_no_start_breaks_the_clock(of in length(), n in any::<u32>(), start in any::<i64>()) {
        let profile = example::moldova();
        prop_assert!(profile.after(of(n), Moment(start)) >= Moment(start));
    }
}
