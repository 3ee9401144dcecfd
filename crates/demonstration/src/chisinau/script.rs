//! The story: what one look saw, and what a press does. Each scene runs the same commands as real work.
use super::{
    desk::{self, Desk},
    hands::{Hands, noon},
    made::{self, Made},
    scene::{Move, Scene, Way},
};
use crate::{Seed, country, policy, story::Tale};
use jiff::civil::Date;
use std::{path::Path, sync::Arc};
use tiltas_app::{
    App, Error,
    journal::{self, Line, Report as Checked},
};
use tiltas_domain::{Moment, dated::Dated, profile::Profile};

/// What one look saw.
#[derive(Clone)]
pub struct Seen {
    pub(crate) way: Way,
    pub(crate) now: Moment,
    pub(crate) desks: [Desk; 3],
    /// What every scene made so far.
    pub(crate) made: Arc<Vec<Made>>,
    /// The whole journal of the story, newest first.
    pub(crate) lines: Arc<Vec<Line>>,
    /// Where the journal stood before the last press.
    pub(crate) before: i64,
    pub(crate) report: Checked,
}

impl Seen {
    /// On which day a scene is played, or was.
    pub fn day(&self, scene: Scene) -> Date {
        self.way.day(scene)
    }

    /// How many days what is owed is late.
    pub fn late(&self) -> Option<i32> {
        self.desks[0].late()
    }

    /// What comes next; `None` when the story is over.
    pub fn scene(&self) -> Option<Scene> {
        self.way.scene()
    }

    /// Which way it went.
    pub fn way(&self) -> &Way {
        &self.way
    }

    /// What every scene made so far, with its page.
    pub fn made(&self) -> &[Made] {
        &self.made
    }

    /// How many lines of the journal the last press wrote.
    pub fn written(&self) -> usize {
        self.lines.iter().filter(|line| line.position > self.before).count()
    }
}

/// The story, played.
pub struct Chisinau;

impl Tale for Chisinau {
    type Seen = Seen;
    type Move = Move;

    fn begin(app: &App, seed: &Seed, start: Moment) -> Result<Seen, Error> {
        country::found(app, seed, start)?;
        policy::publish(app, seed, start, |record| {
            let said = record.source.dated.and_then(Dated::last);
            said.is_some_and(|said| said < app.profile().date(start))
        })?;
        app.store().sign_head()?;
        look(app, seed, start, Way::default(), 0)
    }

    fn stage(seen: &Seen) -> String {
        seen.way.name()
    }

    fn press(app: &App, seed: &Seed, seen: &Seen, button: Move, stage: &str, _: &Path) -> Result<Option<Seen>, Error> {
        if stage != Chisinau::stage(seen) || !button.is_open(&seen.way) {
            return Ok(None);
        }
        let (mut way, before) = (seen.way, journal::position(app)?);
        // Before its first command: where the committee says no, it says so in the scene.
        match button {
            Move::Decline => way.declined = true,
            Move::Wait => way.waited = true,
            Move::Return => way.returned = true,
            Move::Next | Move::Liken => {}
        }
        let hands = Hands::at(app, seed, way, seen.now);
        match (button, seen.scene()) {
            (Move::Next, Some(scene)) => {
                hands.play(scene)?;
                way.played += 1;
                // The scene of the plan says it too, where nobody did before.
                way.likened |= scene == Scene::Link;
            }
            (Move::Decline, Some(scene)) => hands.play(scene)?,
            (Move::Wait, Some(scene)) => hands.go(way.day(scene))?,
            (Move::Return, _) => hands.return_report()?,
            (Move::Liken, _) => {
                hands.go(hands.today())?;
                hands.liken()?;
                way.likened = true;
            }
            (_, None) => return Ok(None),
        }
        app.store().sign_head()?;
        look(app, seed, hands.now(), way, before).map(Some)
    }
}

fn look(app: &App, seed: &Seed, now: Moment, way: Way, before: i64) -> Result<Seen, Error> {
    let all = usize::try_from(journal::position(app)?).unwrap_or_default();
    Ok(Seen {
        desks: desk::open(app, seed, now, &way)?,
        made: Arc::new(made::so_far(app, seed, &way)?),
        lines: Arc::new(journal::last(app, all)?),
        report: journal::check(app)?,
        before,
        way,
        now,
    })
}

/// When the story begins: on the morning of the launch, before anything is written down.
pub fn start(profile: &Profile) -> Moment {
    noon(profile, Way::default().day(Scene::Open)).plus_hours(-3)
}
