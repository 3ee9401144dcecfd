//! Periods open by themselves: each once, in order, also after months in which nobody was there, in leap years, and when the rules
//! change.
use jiff::{Span, civil::Date};
use proptest::prelude::*;
use tiltas_domain::{
    clock::Confidence,
    example,
    organisation::OrganisationKind,
    profile::{
        Sourced,
        reporting::{Covers, Occurrence, Opened, ReportingRule, next, to_open},
    },
};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn sourced<T>(value: T) -> Sourced<T> {
    Sourced {
        value,
        source: "a test".to_owned(),
        confidence: Confidence::Proposed,
        note: None,
    }
}

fn rule(id: &str, opens: (i8, i8), day: (i8, i8), covers: Covers) -> ReportingRule {
    ReportingRule {
        id: id.to_owned(),
        what: sourced("a report".to_owned()),
        day,
        opens: sourced(opens),
        covers: sourced(covers),
        who: sourced(vec![OrganisationKind::BorderPolice]),
    }
}

fn opened(one: &Occurrence) -> Opened {
    Opened {
        rule: one.rule.clone(),
        opens: one.opens,
        until: one.span.1,
    }
}

/// What a node opens that looks on these days.
fn run(rules: &[ReportingRule], since: Date, days: impl IntoIterator<Item = Date>) -> Vec<Occurrence> {
    let mut all: Vec<Occurrence> = Vec::new();
    for today in days {
        let before: Vec<Opened> = all.iter().map(opened).collect();
        all.extend(to_open(rules, &before, since, today));
    }
    all
}

#[test]
fn the_year_of_moldova_opens_in_its_order_with_the_days_of_its_source() {
    let profile = example::moldova();
    let found = run(&profile.reporting, date("2018-03-01"), [date("2019-03-31")]);
    let said: Vec<String> = found
        .iter()
        .map(|one| format!("{} {} {} {}..{}", one.rule, one.opens, one.due, one.span.0, one.span.1))
        .collect();
    assert_eq!(
        said,
        [
            "mid_year 2018-07-01 2018-07-15 2018-01-01..2018-06-30",
            "whole_year 2019-01-01 2019-01-15 2018-01-01..2018-12-31",
            "providers 2019-01-01 2019-01-31 2018-01-01..2018-12-31",
            "national 2019-02-01 2019-03-31 2018-01-01..2018-12-31",
        ]
    );
    for rule in &profile.reporting {
        assert_eq!(
            rule.opens.confidence,
            Confidence::Proposed,
            "no source tells when {} opens",
            rule.id
        );
        assert_eq!(rule.what.confidence, Confidence::Verified);
    }
    let waits = next(&profile.reporting, date("2026-08-20")).unwrap();
    assert_eq!((waits.rule.as_str(), waits.opens), ("whole_year", date("2027-01-01")));
}

#[test]
fn a_country_that_reports_once_a_year_has_one_period_a_year() {
    let yearly = [rule("yearly", (1, 1), (3, 1), Covers::Year)];
    let found = run(&yearly, date("2023-05-01"), [date("2026-12-31")]);
    let years: Vec<i16> = found.iter().map(|one| one.span.1.year()).collect();
    assert_eq!(years, [2023, 2024, 2025]);
}

#[test]
fn the_last_day_of_february_is_meant_where_a_year_has_no_29th() {
    let leap = rule("leap", (2, 29), (2, 29), Covers::HalfYear);
    let days = [2023, 2024].map(|year| leap.in_year(year).unwrap().opens.to_string());
    assert_eq!(days, ["2023-02-28", "2024-02-29"]);
    let over = rule("over", (12, 15), (1, 15), Covers::HalfYear).in_year(2025).unwrap();
    assert_eq!(
        (over.opens, over.due),
        (date("2025-12-15"), date("2026-01-15")),
        "the last day lies in the next year"
    );
    assert_eq!(
        over.span,
        (date("2025-01-01"), date("2025-06-30")),
        "the half-year that is over"
    );
}

#[test]
fn a_day_that_is_moved_asks_nobody_twice_about_the_same_months() {
    let before = [rule("half", (7, 1), (7, 15), Covers::HalfYear)];
    let first = run(&before, date("2026-03-01"), [date("2026-07-02")]);
    let after = [
        rule("half", (8, 1), (8, 15), Covers::HalfYear),
        rule("new", (7, 1), (7, 20), Covers::Year),
    ];
    let known: Vec<Opened> = first.iter().map(opened).collect();
    let more = to_open(&after, &known, date("2026-03-01"), date("2026-12-31"));
    let said: Vec<(&str, Date)> = more.iter().map(|one| (one.rule.as_str(), one.opens)).collect();
    assert_eq!(said, [("new", date("2026-07-01"))]);
    let gone = to_open(&after[1..], &known, date("2026-03-01"), date("2027-12-31"));
    assert!(
        gone.iter().all(|one| one.rule == "new"),
        "a rule that is gone opens nothing"
    );
}

fn rules() -> impl Strategy<Value = Vec<ReportingRule>> {
    let day = (1_i8..=12, 1_i8..=31).prop_map(|(month, day)| (month, day.min(if month == 2 { 29 } else { 30 })));
    let covers = prop_oneof![Just(Covers::HalfYear), Just(Covers::Year)];
    proptest::collection::vec((day.clone(), day, covers), 1..5).prop_map(|found| {
        let named = found.into_iter().enumerate();
        named
            .map(|(nth, (opens, day, covers))| rule(&format!("rule_{nth}"), opens, day, covers))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_node_that_stood_still_for_months_opens_what_one_opened_that_looked_every_day(
        rules in rules(),
        begins in 0_i32..3000,
        stops in proptest::collection::vec(1_i32..900, 1..6),
    ) {
        let since = date("2019-01-01") + Span::new().days(begins);
        let mut days = Vec::new();
        let mut today = since;
        for stop in stops {
            today += Span::new().days(stop);
            days.push(today);
        }
        let seldom = run(&rules, since, days);
        let daily = run(&rules, since, since.series(Span::new().days(1)).take_while(|day| *day <= today));
        prop_assert_eq!(&seldom, &daily);
        prop_assert!(seldom.is_sorted_by_key(|one| one.opens), "in order");
        for (nth, one) in seldom.iter().enumerate() {
            prop_assert!(one.opens >= since && one.opens <= today && one.due >= one.opens);
            prop_assert!(one.span.1 < one.opens, "nobody reports on days to come");
            let once = seldom.iter().skip(nth + 1).all(|other| other.rule != one.rule || other.span != one.span);
            prop_assert!(once, "each once");
        }
        let again = run(&rules, since, [today]);
        prop_assert_eq!(again, seldom, "a second look opens the same");
    }

    #[test]
    fn changed_rules_ask_nobody_twice_and_open_nothing_of_the_past(
        before in rules(),
        after in rules(),
        first in 1_i32..900,
        second in 1_i32..900,
    ) {
        let since = date("2020-02-29");
        let (changed, today) = (since + Span::new().days(first), since + Span::new().days(first + second));
        let known = run(&before, since, [changed]);
        let told: Vec<Opened> = known.iter().map(opened).collect();
        let more = to_open(&after, &told, since, today);
        let latest = told.iter().map(|one| one.opens).max().unwrap_or(since);
        for one in &more {
            let twice = told.iter().any(|known| known.rule == one.rule && known.until >= one.span.1);
            prop_assert!(!twice, "{one:?}");
            let own = told.iter().any(|known| known.rule == one.rule);
            prop_assert!(own || one.opens >= latest, "a new rule opens nothing of the past: {one:?}");
        }
    }
}
