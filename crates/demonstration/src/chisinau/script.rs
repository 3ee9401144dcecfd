//! The script: each scene with its day, its hands and its commands.
use super::desk::{self, Desk};
use crate::{
    Seed,
    country::{self, Institution},
    policy,
    story::Tale,
};
use jiff::{
    civil::{Date, date},
    tz::TimeZone,
};
use std::path::Path;
use tiltas_app::{
    App, Error,
    journal::{self, Line, Report as Checked},
    recommendation as app_recommendation,
};
use tiltas_domain::{
    Actor, Id, Moment, Root,
    dated::Dated,
    profile::Profile,
    recommendation::{
        Address, Close, Decide, Formulate, Open, Outcome, Position, Rating, Recommendation, Record, Report, Source,
        SourceKind, Stance, Theme, Wording, WordingKind,
    },
};

/// How many lines of the journal stand on the page.
const LINES: usize = 10;
/// What the trainer said.
pub const FIRST: &str = "The ministry should buy social rehabilitation services from non-governmental organisations for identified victims.";
/// What Podul Alb proposes instead, and the meeting agrees.
pub const AGREED: &str = "The ministry should buy social rehabilitation services from non-governmental organisations that meet the minimum quality standards, for identified and presumed victims, women, men and children, by contracts of at least two years.";

/// What GRETA asked for in 2016 (a paraphrase of the page that the text names), and a person may find to say the same.
const BESIDE: &str = "Fund assistance and protection of victims adequately.";

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// A trainer's sentence is written down.
    Draft,
    /// Institutions are asked what they think, and answer.
    Discuss,
    /// The meeting agrees the words.
    Agree,
    /// The committee decides, and says who is to carry it out.
    Adopt,
    /// Who carries it out reports.
    Report,
    /// The rapporteur looks.
    Review,
    /// The closure meeting closes what is done.
    Close,
}

impl Scene {
    /// In their order.
    pub const ALL: [Scene; 7] = [
        Scene::Draft,
        Scene::Discuss,
        Scene::Agree,
        Scene::Adopt,
        Scene::Report,
        Scene::Review,
        Scene::Close,
    ];

    /// For words.
    pub fn code(self) -> &'static str {
        match self {
            Scene::Draft => "draft",
            Scene::Discuss => "discuss",
            Scene::Agree => "agree",
            Scene::Adopt => "adopt",
            Scene::Report => "report",
            Scene::Review => "review",
            Scene::Close => "close",
        }
    }

    /// On which day it is played. Those of the trainings and of the closure are the project's own.
    pub fn day(self) -> Date {
        match self {
            Scene::Draft => date(2018, 5, 30),
            Scene::Discuss => date(2018, 6, 4),
            Scene::Agree => date(2018, 6, 5),
            Scene::Adopt => date(2018, 6, 28),
            Scene::Report => date(2018, 7, 12),
            Scene::Review => date(2018, 9, 20),
            Scene::Close => date(2018, 10, 15),
        }
    }
}

/// Until when what was adopted is to be carried out.
const TERM: Date = date(2018, 7, 15);
/// The day on which nobody had reported.
const AFTER_TERM: Date = date(2018, 7, 25);

/// A button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// The next scene.
    Next,
    /// The term passes, and nobody reports.
    Wait,
    /// The committee says no.
    Decline,
    /// A person says that a public report says the same.
    Liken,
}

impl Move {
    /// In their order on the page.
    pub const ALL: [Move; 4] = [Move::Next, Move::Wait, Move::Decline, Move::Liken];

    /// For forms and words.
    pub fn code(self) -> &'static str {
        match self {
            Move::Next => "next",
            Move::Wait => "wait",
            Move::Decline => "decline",
            Move::Liken => "liken",
        }
    }

    /// The button with this code.
    pub fn from_code(code: &str) -> Option<Move> {
        Move::ALL.into_iter().find(|button| button.code() == code)
    }

    /// Whether it does something as things stand.
    pub fn is_open(self, seen: &Seen) -> bool {
        match self {
            Move::Next => seen.scene().is_some(),
            Move::Wait => seen.scene() == Some(Scene::Report) && !seen.way.waited,
            Move::Decline => seen.scene() == Some(Scene::Adopt),
            Move::Liken => seen.way.played > 0 && !seen.way.likened,
        }
    }
}

/// Which way the story went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Way {
    /// How many scenes were played.
    pub played: usize,
    /// A term passed.
    pub waited: bool,
    /// The committee said no.
    pub declined: bool,
    /// A public report says the same.
    pub likened: bool,
}

impl Way {
    /// On which day a scene is played: a report that was waited for comes after its term.
    pub fn day(self, scene: Scene) -> Date {
        match scene {
            Scene::Report if self.waited => AFTER_TERM,
            scene => scene.day(),
        }
    }
}

/// What one look saw.
#[derive(Clone)]
pub struct Seen {
    pub(crate) way: Way,
    pub(crate) now: Moment,
    pub(crate) desks: [Desk; 3],
    pub(crate) lines: Vec<Line>,
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
        Scene::ALL.get(self.way.played).copied().filter(|_| !self.way.declined)
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
        look(app, seed, start, Way::default())
    }

    fn stage(seen: &Seen) -> String {
        let Way {
            played,
            waited,
            declined,
            likened,
        } = seen.way;
        let mark = |is: bool| u8::from(is);
        format!("{played}-{}-{}-{}", mark(waited), mark(declined), mark(likened))
    }

    fn press(app: &App, seed: &Seed, seen: &Seen, button: Move, stage: &str, _: &Path) -> Result<Option<Seen>, Error> {
        if stage != Chisinau::stage(seen) || !button.is_open(seen) {
            return Ok(None);
        }
        let mut way = seen.way;
        let day = |day: Date| noon(app, day).max(seen.now.plus_minutes(1));
        let now = match (button, seen.scene()) {
            (Move::Next, Some(scene)) => {
                let hands = Hands::at(app, seed, day(way.day(scene)));
                hands.play(scene)?;
                way.played += 1;
                hands.now
            }
            (Move::Wait, _) => {
                way.waited = true;
                day(AFTER_TERM)
            }
            (Move::Decline, Some(scene)) => {
                let hands = Hands::at(app, seed, day(way.day(scene)));
                hands.decide(Outcome::Declined)?;
                way.declined = true;
                hands.now
            }
            (Move::Liken, _) => {
                let hands = Hands::at(app, seed, seen.now.plus_minutes(1));
                hands.liken()?;
                way.likened = true;
                hands.now
            }
            _ => return Ok(None),
        };
        look(app, seed, now, way).map(Some)
    }
}

fn look(app: &App, seed: &Seed, now: Moment, way: Way) -> Result<Seen, Error> {
    let known = (way.played > 0).then(|| recommendation(app, seed));
    Ok(Seen {
        desks: desk::open(app, seed, now, known)?,
        lines: journal::last(app, LINES)?,
        report: journal::check(app)?,
        way,
        now,
    })
}

/// When the story begins: on the last day of the first training, before anything is written down.
pub fn start(profile: &Profile) -> Moment {
    noon_in(profile, Scene::Draft.day()).plus_hours(-3)
}

/// At noon of a day, in the country.
fn noon(app: &App, day: Date) -> Moment {
    noon_in(app.profile(), day)
}

fn noon_in(profile: &Profile, day: Date) -> Moment {
    let zone = TimeZone::get(&profile.zone).unwrap_or(TimeZone::UTC);
    day.at(12, 0, 0, 0)
        .to_zoned_datetime(zone)
        .map_or(Moment(0), |noon| Moment(noon.timestamp().as_microsecond()))
}

/// The recommendation of the story: its id follows from the seed.
fn recommendation(app: &App, seed: &Seed) -> Id<Recommendation> {
    let root = Hands::at(app, seed, noon(app, Scene::Draft.day())).root(expert(seed), "draft");
    tiltas_app::Act::RecordRecommendation.context(&root).id(0)
}

fn expert(seed: &Seed) -> Actor {
    seed.member(Institution::ExpertTeam, 0)
}

/// Those who act on one day.
struct Hands<'a> {
    app: &'a App,
    seed: &'a Seed,
    now: Moment,
}

impl Hands<'_> {
    fn at<'a>(app: &'a App, seed: &'a Seed, now: Moment) -> Hands<'a> {
        Hands { app, seed, now }
    }

    fn root(&self, who: Actor, what: &str) -> Root {
        self.seed.context(who, self.now, &format!("chisinau {what}"))
    }

    fn secretary(&self, what: &str) -> Root {
        self.root(self.seed.member(Institution::Secretariat, 0), what)
    }

    fn focal(&self, who: Institution, what: &str) -> Root {
        self.root(self.seed.member(who, usize::MAX), what)
    }

    fn today(&self) -> Date {
        self.app.profile().date(self.now)
    }

    fn id(&self) -> Id<Recommendation> {
        recommendation(self.app, self.seed)
    }

    fn play(&self, scene: Scene) -> Result<(), Error> {
        match scene {
            Scene::Draft => self.draft(),
            Scene::Discuss => self.discuss(),
            Scene::Agree => {
                let agreed = Formulate {
                    text: AGREED.to_owned(),
                };
                app_recommendation::formulate(self.app, &self.secretary("agree"), self.id(), &agreed).map(drop)
            }
            Scene::Adopt => {
                self.decide(Outcome::Adopted)?;
                let address = Address {
                    organisation: self.seed.organisation(Institution::PodulAlb),
                    term: Some(TERM.into()),
                };
                app_recommendation::address(self.app, &self.secretary("address"), self.id(), &address).map(drop)
            }
            Scene::Report => self.report(),
            Scene::Review => self.review(),
            Scene::Close => {
                let close = Close {
                    reason: "Carried out, and found so. Closed at the closure meeting.".to_owned(),
                };
                app_recommendation::close(self.app, &self.secretary("close"), self.id(), &close).map(drop)
            }
        }
    }

    fn draft(&self) -> Result<(), Error> {
        let record = Record {
            title: "Buy services for victims from NGOs, by contract".to_owned(),
            source: Source {
                kind: SourceKind::Training,
                document: Some("Training of 29 and 30 May 2018".to_owned()),
                round: None,
                paragraph: None,
                dated: Some(self.today().into()),
                page: None,
                priority: None,
            },
            wording: Wording {
                text: FIRST.to_owned(),
                language: "en".to_owned(),
                kind: WordingKind::Verbatim,
            },
            theme: Theme::Partnership,
            example: true,
        };
        app_recommendation::record(self.app, &self.root(expert(self.seed), "draft"), &record).map(drop)
    }

    fn discuss(&self) -> Result<(), Error> {
        let asked = [
            Institution::PodulAlb,
            Institution::CasaLiman,
            Institution::LabourInspectorate,
        ];
        let open = Open {
            asked: asked.iter().map(|who| self.seed.organisation(*who)).collect(),
            until: date(2018, 6, 5).into(),
        };
        app_recommendation::discuss(self.app, &self.secretary("discuss"), self.id(), &open)?;
        let said = [
            (
                Institution::PodulAlb,
                Stance::SupportsWithChanges,
                "Presumed victims too: the first nights are the dear ones. Two years is what lets us keep trained staff.",
                Some(AGREED),
            ),
            (
                Institution::CasaLiman,
                Stance::Supports,
                "A contract pays the night shift.",
                None,
            ),
        ];
        for (who, stance, reason, wording) in said {
            let position = Position {
                stance,
                reason: Some(reason.to_owned()),
                wording: wording.map(str::to_owned),
            };
            let root = self.focal(who, &format!("position of {who:?}"));
            app_recommendation::take_position(self.app, &root, self.id(), &position)?;
        }
        Ok(())
    }

    fn decide(&self, outcome: Outcome) -> Result<(), Error> {
        let decide = Decide {
            outcome,
            body: "National committee".to_owned(),
            meeting: Some("Second meeting of the year".to_owned()),
            on: self.today().into(),
            reason: (outcome == Outcome::Declined)
                .then(|| "There is no money for it this year. It comes again with the next budget.".to_owned()),
        };
        app_recommendation::decide(self.app, &self.secretary("decide"), self.id(), &decide).map(drop)
    }

    fn report(&self) -> Result<(), Error> {
        let report = Report {
            rating: Rating::Done,
            text: "The first contract is signed. We work under it since July.".to_owned(),
            evidence: vec!["Contract of 2 July 2018, 14 pages".to_owned()],
        };
        app_recommendation::report(
            self.app,
            &self.focal(Institution::PodulAlb, "report"),
            self.id(),
            &report,
        )
        .map(drop)
    }

    fn review(&self) -> Result<(), Error> {
        let found = Report {
            rating: Rating::Done,
            text: "Seen: one contract over two years, for presumed victims too.".to_owned(),
            evidence: vec!["Visit of 18 September 2018".to_owned()],
        };
        let root = self.root(self.seed.member(Institution::Rapporteur, 0), "review");
        app_recommendation::review(self.app, &root, self.id(), &found).map(drop)
    }

    /// A public text about the same theme, as a person finds it beside.
    fn liken(&self) -> Result<(), Error> {
        let other = policy::public_id(self.app, self.seed, BESIDE).ok_or(Error::NotFound)?;
        app_recommendation::liken(self.app, &self.secretary("liken"), self.id(), &(other, true)).map(drop)
    }
}
