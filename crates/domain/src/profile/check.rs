//! What is wrong with a profile's file: every fault, with its line and what would be accepted, not only the first.
use super::{Profile, UrgencyClocks};
use crate::clock::{Length, Term};
use std::fmt;

/// One fault of a profile's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Line in the file, from 1.
    pub line: usize,
    /// Where in the file: `urgency.tonight.answer.length`.
    pub path: String,
    /// The rule that it breaks.
    pub rule: &'static str,
    /// What would be accepted.
    pub accepted: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "line {}: {}: {}; accepted: {}",
            self.line, self.path, self.rule, self.accepted
        )
    }
}

/// The least number of minutes that a length can have: a month counts 28 days, a working day one day.
/// `None` where the term has no length.
fn least(term: &Term) -> Option<u64> {
    Some(match term.length? {
        Length::Minutes(n) => u64::from(n),
        Length::Hours(n) => u64::from(n) * 60,
        Length::CalendarDays(n) | Length::WorkingDays(n) => u64::from(n) * 24 * 60,
        Length::Months(n) => u64::from(n) * 28 * 24 * 60,
    })
}

/// What no single value shows: the order of the clocks of each urgency. Yields path, rule and what is accepted.
pub(super) fn order(profile: &Profile) -> Vec<(String, &'static str, &'static str)> {
    let urgencies = [
        ("danger_now", &profile.danger_now),
        ("tonight", &profile.tonight),
        ("ordinary", &profile.ordinary),
    ];
    let escalations = [("urgent", &profile.escalation_urgent), ("other", &profile.escalation)];
    let escalations = escalations
        .into_iter()
        .flat_map(|(word, terms)| steps_in_order(&format!("escalation.{word}"), &STEPS, terms))
        .chain(steps_in_order(
            "escalation.report",
            &["head", "secretariat"],
            &profile.escalation_report,
        ));
    urgencies
        .into_iter()
        .flat_map(|(word, clocks)| {
            clocks_in_order(clocks)
                .into_iter()
                .map(move |(key, rule, accepted)| (format!("urgency.{word}.{key}"), rule, accepted))
        })
        .chain(escalations)
        .collect()
}

const STEPS: [&str; 3] = ["supervisor", "contact_point", "national_unit"];

/// Each step is told later than the one before.
fn steps_in_order(path: &str, steps: &[&str], terms: &[Term]) -> Vec<(String, &'static str, &'static str)> {
    let (later, earlier) = (terms.iter().skip(1).map(least), terms.iter().map(least));
    let pairs = steps.iter().skip(1).zip(earlier.zip(later));
    pairs
        .filter(|(_, (earlier, later))| matches!((earlier, later), (Some(a), Some(b)) if a >= b))
        .map(|(step, _)| {
            let rule = "each step is told later than the one before";
            (
                format!("{path}.{step}"),
                rule,
                "a length longer than that of the step before",
            )
        })
        .collect()
}

fn clocks_in_order(clocks: &UrgencyClocks) -> Vec<(&'static str, &'static str, &'static str)> {
    let [sender, supervisor, contact_point, national_unit] = &clocks.escalations;
    // A length that could not be read is a fault of its own, and says nothing about the order.
    let shorter = |first: &Term, second: &Term| matches!((least(first), least(second)), (Some(a), Some(b)) if a < b);
    let as_long = |first: &Term, second: &Term| matches!((least(first), least(second)), (Some(a), Some(b)) if a >= b);
    let mut faults = Vec::new();
    if shorter(&clocks.answer, &clocks.acknowledge) {
        faults.push((
            "acknowledge",
            "an acknowledgement is due no later than the answer",
            "a length of at most that of answer",
        ));
    }
    if shorter(sender, &clocks.acknowledge) {
        faults.push((
            "escalations.sender",
            "escalation begins when the acknowledgement is due, not earlier",
            "a length of at least that of acknowledge",
        ));
    }
    for (key, first, second) in [
        ("escalations.supervisor", sender, supervisor),
        ("escalations.contact_point", supervisor, contact_point),
        ("escalations.national_unit", contact_point, national_unit),
    ] {
        if as_long(first, second) {
            faults.push((
                key,
                "escalation goes step by step",
                "a length longer than that of the step before",
            ));
        }
    }
    if shorter(&clocks.expires, &clocks.answer) {
        faults.push((
            "expires",
            "a referral expires after the answer is due",
            "a length of at least that of answer",
        ));
    }
    // Once the receiver has shown a sign of life, the same steps are counted from the answer's end.
    let last = match [&clocks.answer, national_unit, sender].map(least) {
        [Some(answer), Some(last), Some(first)] => Some(last.max(answer + last.saturating_sub(first))),
        _ => None,
    };
    if last.is_some_and(|last| least(&clocks.expires).is_some_and(|expires| expires < last)) {
        faults.push((
            "expires",
            "a referral expires after escalation has reached the last step, also when that is counted from the answer's end",
            "a length of at least answer and the last step, less the first",
        ));
    }
    faults
}
