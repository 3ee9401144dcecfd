//! What time does by itself: silence climbs, referrals expire. Any process may run it; the state of each referral says whether
//! a step is due, so that two that try the same do it once.
use crate::{App, Error, account, referral};
use tiltas_domain::{Context, Id, Moment, Purpose, referral::Referral, referral::Step};

/// One step that was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// Silence reached a step.
    Climbed(Id<Referral>, Step),
    /// A referral expired.
    Expired(Id<Referral>),
}

/// Does all that is due at `now`, at most `limit` steps; `seed` makes the contexts' seeds from the name of a step, under the
/// node's secret.
///
/// # Errors
/// When storage is away; a step that another process did meanwhile is no error.
pub fn tick(app: &App, now: Moment, limit: usize, seed: impl Fn(&str) -> [u8; 32]) -> Result<Vec<Done>, Error> {
    let mut done = Vec::new();
    while done.len() < limit {
        let due = app.store().snapshot()?.silent(now, 64)?;
        let before = done.len();
        for line in due {
            let step = Step::ALL.get(line.climbed).copied();
            let name = match step {
                Some(step) if line.next_climb.is_some_and(|at| at <= now) => {
                    format!("climb {} {}", line.referral, step.code())
                }
                _ => format!("expire {}", line.referral),
            };
            let context = Context {
                actor: account::clock(),
                purpose: Purpose::Administration,
                now,
                seed: seed(&name),
                request: [0; 32],
                correlation: 0,
            };
            let (outcome, what) = match step {
                Some(step) if line.next_climb.is_some_and(|at| at <= now) => (
                    referral::climb(app, &context, line.referral, step),
                    Done::Climbed(line.referral, step),
                ),
                _ => (
                    referral::expire(app, &context, line.referral),
                    Done::Expired(line.referral),
                ),
            };
            match outcome {
                Ok(receipt) if !receipt.repeated => done.push(what),
                Ok(_) | Err(Error::Refused(_) | Error::Conflict | Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        if done.len() == before {
            break;
        }
    }
    Ok(done)
}

/// Lets time pass from one moment to another: every step that comes due on the way is done at its own moment.
///
/// # Errors
/// As [`tick`].
pub fn pass(app: &App, from: Moment, until: Moment, seed: impl Fn(&str) -> [u8; 32]) -> Result<(), Error> {
    let mut at = from;
    loop {
        let due = app.store().snapshot()?.silent(until, 64)?;
        let next = due.iter().filter_map(|line| match line.next_climb {
            Some(climb) => Some(climb.min(line.expires.unwrap_or(climb))),
            None => line.expires,
        });
        let Some(next) = next.min().filter(|next| *next <= until) else {
            return Ok(());
        };
        // What was due before is done now: nobody acts in the past.
        at = next.max(at);
        if tick(app, at, 1024, &seed)?.is_empty() {
            return Ok(());
        }
    }
}
