//! A country joins with one file, and a broken file says everything that is wrong with it.
use super::*;
use crate::{
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
        clocks.climbs.each_ref().map(|term| term.length),
        [
            Some(Length::Hours(1)),
            Some(Length::Minutes(75)),
            Some(Length::Hours(2)),
            Some(Length::Hours(3)),
        ]
    );
    assert!(
        clocks
            .climbs
            .iter()
            .all(|term| term.confidence == Confidence::Proposed && term.kind == ClockKind::Target)
    );
    assert_eq!(profile.consent.her_say, HerSay::Required);
    assert_eq!(profile.vital_interest.article.value, "GDPR art. 6(1)(d)");
    assert_eq!(profile.child_notice.confidence, Confidence::Proposed);
    assert_eq!(profile.stages.len(), 3);
    assert_eq!(profile.reporting.len(), 3);
    assert_eq!(profile.holidays.len(), 13);
}
