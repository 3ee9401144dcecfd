//! A country joins with one file, and a broken file says everything that is wrong with it.
use super::*;
use crate::{
    Moment,
    clock::{ClockKind, Length},
    example,
};

#[test]
fn the_shipped_profiles_have_no_fault() {
    for text in [MOLDOVA, UNITED_KINGDOM] {
        let faults = Profile::parse(text).err().unwrap_or_default();
        assert!(
            faults.is_empty(),
            "{}",
            faults.iter().map(|f| format!("{f}\n")).collect::<String>()
        );
    }
}

#[test]
fn moldova_says_its_hours_and_that_they_are_proposed() {
    let profile = example::moldova();
    assert_eq!(profile.edition(), "MD 2026-2");
    let clocks = &profile.tonight;
    assert_eq!(clocks.acknowledge.length, Some(Length::Hours(1)));
    assert_eq!(clocks.answer.length, Some(Length::Hours(3)));
    assert_eq!(
        clocks.escalations.each_ref().map(|term| term.length),
        [
            Some(Length::Hours(1)),
            Some(Length::Minutes(75)),
            Some(Length::Hours(2)),
            Some(Length::Hours(3)),
        ]
    );
    assert!(
        clocks
            .escalations
            .iter()
            .all(|term| term.confidence == Confidence::Proposed && term.kind == ClockKind::Target)
    );
    assert_eq!(profile.consent.consent, ConsentRule::Required);
    assert_eq!(profile.vital_interest.article.value, "GDPR art. 6(1)(d)");
    assert_eq!(profile.child_notice.confidence, Confidence::Proposed);
    let notice = [
        "spoken_name",
        "person",
        "language",
        "risk",
        "whereabouts",
        "name",
        "birth_date",
        "health",
        "safe_contact",
        "feared",
    ];
    let told: Vec<&str> = profile
        .child_notice_fields
        .value
        .iter()
        .map(crate::Field::code)
        .collect();
    let sorted = |mut codes: Vec<&'static str>| {
        codes.sort_unstable();
        codes
    };
    assert_eq!(
        sorted(told),
        sorted(notice.to_vec()),
        "what goes without consent with the notice of a child"
    );
    assert_eq!(profile.stages.len(), 3);
    assert_eq!(profile.reporting.len(), 4);
    assert_eq!(profile.holidays.len(), 13);
}

/// The faults of Moldova's file with one text replaced by another, and the line of the first replacement.
fn broken(from: &str, to: &str) -> (usize, Vec<check::Fault>) {
    let at = MOLDOVA
        .find(from)
        .unwrap_or_else(|| panic!("{from} stands in the file"));
    let text = MOLDOVA.replacen(from, to, 1);
    let line = MOLDOVA[..at].matches('\n').count() + 1;
    (line, Profile::parse(&text).expect_err("a broken file is no profile"))
}

#[test]
fn each_fault_says_its_line_its_place_and_its_rule() {
    let ack = r#"acknowledge = { kind = "target", length = "1 h", source"#;
    for (from, to, path, rule) in [
        ("country = \"MD\"", "country = \"Moldova\"", "country", "ISO 3166-1"),
        (
            "version = \"2026-2\"",
            "version = \"two\"",
            "version",
            "a year and a number",
        ),
        (
            "version = \"2026-2\"",
            "version = \"2026-2\"\ncolour = \"red\"",
            "colour",
            "not known",
        ),
        (
            "\"ro\", \"ru\", \"gag\"",
            "\"ro\", \"moldovan\"",
            "languages",
            "language is not known",
        ),
        (
            "languages = [\"ro\", \"ru\", \"gag\"]",
            "languages = []",
            "languages",
            "at least one language",
        ),
        (
            "languages = [\"ro\", \"ru\", \"gag\"]",
            "languages = 3",
            "languages",
            "another kind",
        ),
        ("Europe/Chisinau", "Europe/Kishinev2", "zone", "zone is not known"),
        (
            "delay = { value = [\"territorial_team\"]",
            "delay = { value = [\"territorial_team\", \"police\"]",
            "lead.delay.value",
            "may take a lead",
        ),
        (
            ack,
            &ack.replace("1 h", "an hour"),
            "urgency.tonight.acknowledge.length",
            "as the law writes it",
        ),
        (
            ack,
            &ack.replace("1 h", "0 h"),
            "urgency.tonight.acknowledge.length",
            "as the law writes it",
        ),
        (
            ack,
            &ack.replace("length = \"1 h\", ", ""),
            "urgency.tonight.acknowledge.length",
            "missing",
        ),
        (
            ack,
            &ack.replace("target", "wish"),
            "urgency.tonight.acknowledge.kind",
            "seven kinds",
        ),
        (
            ack,
            &ack.replace("target", "none"),
            "urgency.tonight.acknowledge.length",
            "has no length",
        ),
        (
            ack,
            &ack.replace("target", "unknown"),
            "urgency.tonight.acknowledge.length",
            "has no length",
        ),
        (
            ack,
            &ack.replace("1 h", "4 h"),
            "urgency.tonight.acknowledge",
            "no later than the answer",
        ),
        (
            "answer = { kind = \"target\", length = \"3 h\"",
            "answer = { kind = \"none\"",
            "urgency.tonight.answer",
            "needs a length",
        ),
        (
            "supervisor = { kind = \"target\", length = \"75 min\"",
            "supervisor = { kind = \"target\", length = \"50 min\"",
            "urgency.tonight.escalations.supervisor",
            "step by step",
        ),
        (
            "supervisor = { kind = \"target\", length = \"75 min\"",
            "supervisor = { kind = \"target\", length = \"2 h\"",
            "urgency.tonight.escalations.contact_point",
            "step by step",
        ),
        (
            "sender = { kind = \"target\", length = \"24 h\"",
            "sender = { kind = \"target\", length = \"23 h\"",
            "urgency.ordinary.escalations.sender",
            "not earlier",
        ),
        (
            "expires = { kind = \"target\", length = \"24 h\"",
            "expires = { kind = \"target\", length = \"2 h\"",
            "urgency.tonight.expires",
            "expires after",
        ),
        (
            "consent = \"required\"",
            "consent = \"perhaps\"",
            "grounds.consent.consent",
            "the person's say",
        ),
        (
            "[grounds.vital_interest]",
            "[grounds.vital]",
            "grounds.vital_interest",
            "missing",
        ),
        (
            "[grounds.vital_interest]",
            "[grounds.vital]",
            "grounds.vital",
            "not known",
        ),
        (
            "[limits]\nhold_cap = { value = 3,",
            "[limits]\nhold_cap = { value = \"three\",",
            "limits.hold_cap.value",
            "another kind",
        ),
        (
            "presumption_of_minority = { value = true",
            "presumption_of_minority = { value = \"yes\"",
            "child.presumption_of_minority.value",
            "another kind",
        ),
        (
            "[emergency]\nvalue = \"112\"",
            "[emergency]\nvalue = \"\"",
            "emergency.value",
            "empty",
        ),
        (
            "source = \"background knowledge; to be confirmed by the national 112 service\"\n",
            "",
            "emergency.source",
            "missing",
        ),
        (
            "confidence = \"unsure\"",
            "confidence = \"certain\"",
            "emergency.confidence",
            "three words",
        ),
        (
            "topic = \"legal_basis\"",
            "topic = \"weather\"",
            "facts[1].topic",
            "topic is not known",
        ),
        (
            "day = \"15 July\"",
            "day = \"31 June\"",
            "reporting[1].day",
            "no day of a year",
        ),
        (
            "counted = \"identified\"",
            "counted = \"guessed\"",
            "volumes[1].counted",
            "what it counts",
        ),
        ("persons = 341", "persons = -341", "volumes[1].persons", "another kind"),
        (
            "day = \"1 January\"",
            "day = \"New Year\"",
            "holidays[1].day",
            "no day of a year",
        ),
        (
            "other = \"territorial_team\"",
            "other = \"embassy\"",
            "partnerships[1].other",
            "this kind is not known",
        ),
        (
            "arrangement = \"memorandum\"\n",
            "",
            "partnerships[3].arrangement",
            "missing",
        ),
        ("stage = \"presumed_victim\"\n", "", "stages[1].stage", "missing"),
        (
            "country = \"MD\"",
            "country = \"MD\"\ncountry = \"RO\"",
            "",
            "the file is TOML",
        ),
        ("[emergency]", "[emergency", "", "the file is TOML"),
    ] {
        let (line, faults) = broken(from, to);
        let told = faults.iter().map(|fault| format!("{fault}\n")).collect::<String>();
        let fault = faults
            .iter()
            .find(|fault| fault.path == path && fault.rule.contains(rule));
        let fault = fault.unwrap_or_else(|| panic!("{path}: {rule}\nbut:\n{told}"));
        assert!(!fault.accepted.is_empty());
        assert!(
            fault.line.abs_diff(line) <= 6,
            "{path} at {}, not near {line}",
            fault.line
        );
    }
}

#[test]
fn all_faults_are_told_not_only_the_first() {
    let text = MOLDOVA
        .replacen("Europe/Chisinau", "Europe/Nowhere", 1)
        .replacen("length = \"15 min\"", "length = \"soon\"", 1)
        .replacen("confidence = \"verified\"", "confidence = \"surely\"", 1)
        .replacen("name = \"New Year\"\n", "", 1);
    let faults = Profile::parse(&text).unwrap_err();
    let paths: Vec<&str> = faults.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "zone",
            "urgency.danger_now.acknowledge.length",
            "stages[1].confidence",
            "holidays[1].name"
        ]
    );
    assert!(faults.is_sorted_by_key(|fault| fault.line));
    let empty = Profile::parse("").unwrap_err();
    assert!(
        empty.len() > 10 && empty.iter().all(|fault| fault.line == 1),
        "an empty file lacks everything"
    );
}

#[test]
fn every_value_says_where_it_comes_from() {
    for profile in [example::moldova(), example::united_kingdom()] {
        for fact in &profile.facts {
            assert!(fact.values.source.starts_with("http"), "{fact:?}");
        }
        let terms = [
            &profile.child_notice,
            &profile.breach_notice,
            &profile.removal,
            &profile.reflection_adult,
        ];
        assert!(terms.iter().all(|term| !term.source.is_empty()));
        assert!(profile.stages.iter().all(|stage| !stage.deadline.source.is_empty()));
    }
    let kingdom = example::united_kingdom();
    assert_eq!(kingdom.stages[1].deadline.length, Some(Length::WorkingDays(5)));
    assert_eq!(kingdom.stages[1].deadline.kind, ClockKind::Target);
    assert_eq!(kingdom.stages[2].deadline.kind, ClockKind::NotBefore);
    assert_eq!(kingdom.child_notice.kind, ClockKind::None);
    assert_eq!(kingdom.start(&kingdom.child_notice, example::NIGHT).due, None);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn a_damaged_file_is_refused_or_read_and_never_breaks_the_reader(cut in 0usize..20_000, put in "[ -~\n]{0,12}") {
        let at = (cut % MOLDOVA.len()..).find(|at| MOLDOVA.is_char_boundary(*at)).unwrap_or(0);
        let text = format!("{}{put}{}", &MOLDOVA[..at], &MOLDOVA[at..]);
        if let Err(faults) = Profile::parse(&text) {
            proptest::prop_assert!(!faults.is_empty());
        }
    }
}

#[test]
fn the_last_days_are_those_of_the_country_also_when_its_clocks_are_put_back() {
    let profile = example::moldova();
    let at = |time: &str| Moment(time.parse::<jiff::Timestamp>().expect("a time").as_microsecond());
    // 25 October 2026 has 25 hours in Moldova, and has begun there while it is still the 24th in Greenwich.
    let days = profile.last_days(at("2026-10-25T22:30:00Z"), 3);
    let dates: Vec<String> = days.iter().map(|day| day.date.to_string()).collect();
    assert_eq!(dates, ["2026-10-26", "2026-10-25", "2026-10-24"]);
    assert_eq!(days[1].until.minutes_since(days[1].from), 25 * 60);
    assert_eq!((days[0].from, days[1].from), (days[1].until, days[2].until));
    assert!(days[1].holds(at("2026-10-24T21:00:00Z")) && days[1].holds(at("2026-10-25T21:59:59Z")));
    assert!(!days[1].holds(at("2026-10-24T20:59:59Z")) && !days[1].holds(at("2026-10-25T22:00:00Z")));
}

#[test]
fn what_a_profile_may_name_to_take_a_lead_are_kinds_whose_people_take_one() {
    let (line, faults) = broken(
        "child = { value = [\"child_protection\"]",
        "child = { value = [\"hotline\"]",
    );
    let [fault] = faults.as_slice() else {
        panic!("one fault: {faults:?}");
    };
    assert_eq!((fault.line, fault.path.as_str()), (line, "lead.child.value"));
    assert_eq!(fault.accepted, "territorial_team, child_protection, national_unit");
}
