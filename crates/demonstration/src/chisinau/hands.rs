//! Those who act in the story, each in their function, and the story's own clock, which goes on only with a press.
use super::scene::{Scene, Way};
use crate::{
    Seed,
    country::Institution,
    policy::{programme, visit},
    practice,
    training::{self, Of2018},
};
use jiff::{civil::Date, tz::TimeZone};
use std::cell::Cell;
use tiltas_app::{App, Error, clock};
use tiltas_domain::{Actor, Moment, Root, profile::Profile, programme::Came, visit::Kind};

/// At noon of a day, in the country.
pub(super) fn noon(profile: &Profile, day: Date) -> Moment {
    let zone = TimeZone::get(&profile.zone).unwrap_or(TimeZone::UTC);
    day.at(12, 0, 0, 0)
        .to_zoned_datetime(zone)
        .map_or(Moment(0), |noon| Moment(noon.timestamp().as_microsecond()))
}

/// The actor of an institution who answers for what it owes: the last of its people.
pub(super) fn focal(seed: &Seed, who: Institution) -> Actor {
    seed.member(who, usize::MAX)
}

/// As somebody does something in the story. WHY the same name gives the same ids: a later scene finds what an earlier one made.
pub(super) fn root(seed: &Seed, who: Actor, now: Moment, what: &str) -> Root {
    seed.context(who, now, &format!("chisinau {what}"))
}

/// Those who act.
pub(super) struct Hands<'a> {
    pub app: &'a App,
    pub seed: &'a Seed,
    pub way: Way,
    now: Cell<Moment>,
}

impl<'a> Hands<'a> {
    /// `now` is where the last press left the clock.
    pub fn at(app: &'a App, seed: &'a Seed, way: Way, now: Moment) -> Hands<'a> {
        let now = Cell::new(now);
        Hands { app, seed, way, now }
    }

    /// What the story's clock says.
    pub fn now(&self) -> Moment {
        self.now.get()
    }

    /// The day in the country.
    pub fn today(&self) -> Date {
        self.app.profile().date(self.now())
    }

    /// Time passes until noon of a day, a minute at least; what comes due on the way is done by the clock of real work.
    pub fn go(&self, day: Date) -> Result<(), Error> {
        let (from, noon) = (self.now(), noon(self.app.profile(), day));
        let until = noon.max(from.plus_minutes(1));
        clock::pass(self.app, from, until, |step| self.seed.bytes(step))?;
        self.now.set(until);
        Ok(())
    }

    /// As one of its people, or as the one who answers for it.
    pub fn as_(&self, who: Actor, what: &str) -> Root {
        root(self.seed, who, self.now(), what)
    }

    /// As the secretariat.
    pub fn secretary(&self, what: &str) -> Root {
        self.as_(self.seed.member(Institution::Secretariat, 0), what)
    }

    /// Plays one scene.
    pub fn play(&self, scene: Scene) -> Result<(), Error> {
        match scene {
            Scene::Open => self.open(),
            Scene::Mission => self.send(2, Kind::ExpertMission),
            Scene::Train => self.train(),
            Scene::Draft => self.draft(),
            Scene::Discuss => {
                self.go(self.way.day(scene))?;
                self.discuss()?;
                self.call_for_words()
            }
            Scene::Agree => self.agree(),
            Scene::Visit => self.send(5, Kind::StudyVisit),
            Scene::Adopt => self.meet_and_decide(),
            Scene::Link => self.link(),
            Scene::Report => self.report(),
            Scene::Close => self.close(),
            Scene::National => self.national(),
        }
    }

    fn open(&self) -> Result<(), Error> {
        self.go(self.way.day(Scene::Open))?;
        programme::open(self.app, self.seed, self.now())?;
        programme::hold(self.app, self.seed, self.now(), 1)
    }

    /// The mission, or the visit: what was noted, what was found, and what a finding led to.
    fn send(&self, activity: u32, kind: Kind) -> Result<(), Error> {
        let scene = match kind {
            Kind::ExpertMission => Scene::Mission,
            Kind::StudyVisit => Scene::Visit,
        };
        self.go(self.way.day(scene))?;
        let (app, seed, now) = (self.app, self.seed, self.now());
        let visit = visit::play(app, seed, now, kind)?;
        let recommended = visit::recommended(app, seed, kind);
        programme::hold(app, seed, now, activity)?;
        programme::bring(app, seed, now, activity, Came::Visit(visit))?;
        programme::bring(app, seed, now, activity, Came::Recommendation(recommended))
    }

    fn train(&self) -> Result<(), Error> {
        let (app, seed) = (self.app, self.seed);
        self.go(PLANNED)?;
        for of in [Of2018::May, Of2018::June] {
            training::plan_of_2018(app, seed, self.now(), of)?;
        }
        self.go(self.way.day(Scene::Train))?;
        training::teach_of_2018(app, seed, self.now(), Of2018::May)?;
        practice::bring_some(app, seed, self.now(), &[practice::MANDATE, practice::TWO_DECISIONS])?;
        programme::hold(app, seed, self.now(), 3)
    }

    /// The second training ends with the meeting that agrees the words.
    fn agree(&self) -> Result<(), Error> {
        let (app, seed) = (self.app, self.seed);
        self.go(self.way.day(Scene::Agree))?;
        training::teach_of_2018(app, seed, self.now(), Of2018::June)?;
        programme::hold(app, seed, self.now(), 4)?;
        self.meet_about_words()?;
        programme::bring(app, seed, self.now(), 4, Came::Recommendation(self.register()))
    }
}

/// The day on which both trainings were planned: an example.
const PLANNED: Date = jiff::civil::date(2018, 5, 14);
