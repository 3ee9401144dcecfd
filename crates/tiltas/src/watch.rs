//! Whether the machine's clock can be trusted enough to escalate by. A clock that jumps forward for three seconds would let
//! referrals expire for good; one that stands before the last event would write the past.
use std::time::{Duration, Instant};
use tiltas_domain::Moment;

/// So far the machine's clock may drift from the steady one between two looks; daylight and leap seconds do not show in it.
const DRIFT: i64 = 30_000_000;
/// A clock that jumped is believed after so long without another jump.
const BELIEVED: Duration = Duration::from_secs(300);
/// A machine that was off may have been off for long; longer than this is looked at twice.
const ABSENT: i64 = 30 * 24 * 3_600_000_000;

/// Why nothing is escalated now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// The clock jumped a moment ago.
    Jumped,
    /// The clock stands before the last event of the journal.
    BeforeLastEvent,
}

impl Held {
    /// For the log and `doctor`.
    pub fn why(self) -> &'static str {
        match self {
            Held::Jumped => "the machine's clock jumped; escalation waits until it has been steady for 5 minutes",
            Held::BeforeLastEvent => {
                "the clock stands before the last event of the journal; escalation waits, set the machine's clock"
            }
        }
    }
}

/// A pair of readings: the steady clock, and the machine's.
type Reading = (Instant, Moment);

/// Compares each reading of the machine's clock with a clock that can't be set.
pub struct Watch {
    trusted: Option<Reading>,
    /// Where the clock went when it jumped, and since when it has gone on from there.
    jumped: Option<(Reading, Instant)>,
}

impl Watch {
    /// Before the first reading.
    pub fn new() -> Watch {
        Watch {
            trusted: None,
            jumped: None,
        }
    }

    /// Takes a reading; `now` is the node's time, which the demonstration shifts, and `last` that of the last event. `None`:
    /// time can be trusted.
    pub fn look(&mut self, steady: Instant, machine: Moment, now: Moment, last: Moment) -> Option<Held> {
        let reading = (steady, machine);
        let first_after_long = self.trusted.is_none() && self.jumped.is_none() && now.0 - last.0 > ABSENT && last.0 > 0;
        if first_after_long {
            self.jumped = Some((reading, steady));
        }
        match (self.trusted, &mut self.jumped) {
            (Some(trusted), _) if agree(trusted, reading) => {
                self.trusted = Some(reading);
                self.jumped = None;
            }
            (_, Some((from, since))) if agree(*from, reading) => {
                *from = reading;
                if steady.duration_since(*since) < BELIEVED {
                    return Some(Held::Jumped);
                }
                self.trusted = Some(reading);
                self.jumped = None;
            }
            (None, None) => self.trusted = Some(reading),
            _ => {
                self.jumped = Some((reading, steady));
                return Some(Held::Jumped);
            }
        }
        (now.0 < last.0 - DRIFT).then_some(Held::BeforeLastEvent)
    }
}

/// Whether the machine's clock went on as the steady one did.
fn agree(before: Reading, after: Reading) -> bool {
    let passed = after.0.duration_since(before.0).as_micros() as i64;
    (after.1.0 - before.1.0 - passed).abs() <= DRIFT
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000_000;
    const LAST: Moment = Moment(1_787_205_600_000_000);

    /// A machine whose clock can be set.
    struct Machine {
        watch: Watch,
        steady: Instant,
        clock: i64,
    }

    impl Machine {
        fn new() -> Machine {
            Machine {
                watch: Watch::new(),
                steady: Instant::now(),
                clock: LAST.0 + HOUR,
            }
        }

        fn after(&mut self, seconds: u64, jump: i64) -> Option<Held> {
            self.steady += Duration::from_secs(seconds);
            self.clock += seconds as i64 * 1_000_000 + jump;
            let now = Moment(self.clock);
            self.watch.look(self.steady, now, now, LAST)
        }
    }

    #[test]
    fn a_steady_clock_is_trusted_and_a_jump_forward_for_three_seconds_escalates_nothing() {
        let mut machine = Machine::new();
        for _ in 0..100 {
            assert_eq!(
                machine.after(1, 20_000),
                None,
                "a clock that is set right in small steps"
            );
        }
        for jump in [365 * 24 * HOUR, 0, 0] {
            assert_eq!(machine.after(1, jump), Some(Held::Jumped));
        }
        assert_eq!(machine.after(1, -365 * 24 * HOUR), None, "and then it is where it was");
    }

    #[test]
    fn a_clock_that_jumped_is_believed_after_it_was_steady_and_never_before_the_last_event() {
        let mut machine = Machine::new();
        assert_eq!(machine.after(1, 0), None);
        assert_eq!(machine.after(1, 8 * HOUR), Some(Held::Jumped), "the machine slept");
        for _ in 0..299 {
            assert_eq!(machine.after(1, 0), Some(Held::Jumped));
        }
        assert_eq!(machine.after(2, 0), None);
        assert_eq!(machine.after(1, -24 * HOUR), Some(Held::Jumped), "back");
        assert_eq!(machine.after(301, 0), Some(Held::BeforeLastEvent));
        assert_eq!(machine.after(20 * 3600, 0), None, "until the last event is past");
    }

    #[test]
    fn a_node_that_starts_far_from_its_last_event_looks_twice() {
        let mut machine = Machine::new();
        machine.clock += 400 * 24 * HOUR;
        assert_eq!(machine.after(1, 0), Some(Held::Jumped));
        assert_eq!(machine.after(301, 0), None);
        let mut machine = Machine::new();
        machine.clock -= 2 * HOUR;
        assert_eq!(machine.after(1, 0), Some(Held::BeforeLastEvent));
    }
}
