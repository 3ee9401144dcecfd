//! What the buttons of the night do.
use super::{Night, Scene, script};
use crate::Seed;
use std::path::Path;
use tiltas_app::{App, Error, clock, consent};
use tiltas_domain::{
    Moment,
    referral::{Reason, answer::Answer},
};
use tiltas_store::Report;

/// A button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// The next scene.
    Next,
    /// Four hours pass, and nobody does anything.
    Wait,
    /// The receiver refuses.
    No,
    /// One byte of a copy of the database is changed.
    Change,
    /// The person withdraws consent.
    TakeBack,
}

impl Move {
    /// In their order on the page.
    pub const ALL: [Move; 5] = [Move::Next, Move::Wait, Move::No, Move::Change, Move::TakeBack];

    /// For forms and words.
    pub fn code(self) -> &'static str {
        match self {
            Move::Next => "next",
            Move::Wait => "wait",
            Move::No => "no",
            Move::Change => "change",
            Move::TakeBack => "take-back",
        }
    }

    /// The button with this code.
    pub fn from_code(code: &str) -> Option<Move> {
        Move::ALL.into_iter().find(|button| button.code() == code)
    }

    /// Whether it would do something as things stand.
    pub fn is_open(self, night: &Night, now: Moment) -> bool {
        match self {
            Move::Next => night.scene() != Scene::Over,
            Move::Wait | Move::No => night.sent().is_some_and(|sent| sent.is_open) && night.taken_back.is_none(),
            Move::Change => true,
            Move::TakeBack => night.taken_back.is_none() && night.shelter_consent(now).is_some(),
        }
    }
}

/// What came of a press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// Things stand differently now.
    Done,
    /// It was pressed before, or can't be pressed yet.
    Nothing,
    /// What the verifier says about the changed copy.
    Changed(Changed),
}

/// A byte was changed on a copy, and what the verifier said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The event whose byte was changed.
    pub position: i64,
    /// What the verifier says about the copy.
    pub report: Report,
}

/// Presses a button. `stage` is [`Night::stage`] as the form was shown; `forward` moves the clock, never back; a copy of the
/// database may lie in `scratch` while it is looked at.
///
/// # Errors
/// When storage is away.
pub fn press(
    app: &App,
    seed: &Seed,
    (button, stage): (Move, &str),
    now: Moment,
    forward: &dyn Fn(Moment) -> Moment,
    scratch: &Path,
) -> Result<Pressed, Error> {
    let Some(night) = Night::read(app, seed, now)? else {
        return Ok(Pressed::Nothing);
    };
    if stage != night.stage() || !button.is_open(&night, now) {
        return Ok(Pressed::Nothing);
    }
    match button {
        Move::Next => {
            let scene = night.scene();
            let at = scene.at(&night, now);
            pass(app, seed, now, at, forward)?;
            script::play(app, seed, &night, scene, at)?;
            forward(at.plus_minutes(script::takes(scene)));
        }
        Move::Wait => {
            pass(app, seed, now, now.plus_hours(4), forward)?;
        }
        Move::No => {
            let at = now.plus_minutes(3);
            let no = Answer::Refuse {
                reason: Reason::NotSafe,
                words: Some(script::message(
                    "A car that we do not know has stood before the house since evening. Not here, not tonight.",
                )),
            };
            pass(app, seed, now, at, forward)?;
            script::answer(app, seed, &night, at, &no)?;
        }
        Move::Change => return Ok(Pressed::Changed(change(app, &night, scratch)?)),
        Move::TakeBack => {
            let at = now.plus_minutes(3);
            pass(app, seed, now, at, forward)?;
            if let Some(say) = night.shelter_consent(at) {
                let context = seed.context(night.lead(seed), at, "night take back");
                let command = tiltas_domain::consent::Withdraw {
                    say,
                    sharing: true,
                    service: false,
                };
                consent::withdraw(app, &context, night.case, command)?;
            }
        }
    }
    Ok(Pressed::Done)
}

/// Time passes: every step of an unanswered referral comes at its own moment.
fn pass(app: &App, seed: &Seed, from: Moment, until: Moment, forward: &dyn Fn(Moment) -> Moment) -> Result<(), Error> {
    clock::pass(app, from, until, |step| seed.bytes(step))?;
    forward(until);
    Ok(())
}

/// One byte in the middle of the newest event of the file.
fn change(app: &App, night: &Night, scratch: &Path) -> Result<Changed, Error> {
    let lines = app.store().snapshot()?.files(&[night.case])?;
    let position = lines.last().map_or(1, |line| line.position);
    let report = app.store().verify_changed_copy(scratch, position)?;
    Ok(Changed { position, report })
}
