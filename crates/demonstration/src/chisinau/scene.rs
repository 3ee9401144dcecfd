//! The twelve steps with their days, the buttons, and which way a visitor's story went.
use jiff::civil::{Date, date};
use tiltas_domain::dated::Dated;

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// The programme is opened.
    Open,
    /// A mission looks, and writes down what it finds.
    Mission,
    /// The first training; two good practices are written down.
    Train,
    /// A practice becomes a draft recommendation.
    Draft,
    /// Institutions are asked what they think, and answer.
    Discuss,
    /// The second training ends with a meeting that agrees the words.
    Agree,
    /// A delegation goes to Lithuania.
    Visit,
    /// The committee decides, and says who is to carry it out.
    Adopt,
    /// Actions of a plan carry out what was adopted.
    Link,
    /// The reporting period opens by itself, and institutions report.
    Report,
    /// The rapporteur looks, and the closure meeting goes through what is open.
    Close,
    /// The national report drafts itself, is edited and approved.
    National,
}

impl Scene {
    /// In their order.
    pub const ALL: [Scene; 12] = [
        Scene::Open,
        Scene::Mission,
        Scene::Train,
        Scene::Draft,
        Scene::Discuss,
        Scene::Agree,
        Scene::Visit,
        Scene::Adopt,
        Scene::Link,
        Scene::Report,
        Scene::Close,
        Scene::National,
    ];

    /// For words.
    pub fn code(self) -> &'static str {
        match self {
            Scene::Open => "open",
            Scene::Mission => "mission",
            Scene::Train => "train",
            Scene::Draft => "draft",
            Scene::Discuss => "discuss",
            Scene::Agree => "agree",
            Scene::Visit => "visit",
            Scene::Adopt => "adopt",
            Scene::Link => "link",
            Scene::Report => "report",
            Scene::Close => "close",
            Scene::National => "national",
        }
    }

    /// On which day it is played. Those of the launch, the mission, the trainings and the closure are the project's own.
    fn day(self) -> Date {
        match self {
            Scene::Open => date(2018, 3, 23),
            Scene::Mission => date(2018, 4, 27),
            Scene::Train | Scene::Draft => date(2018, 5, 30),
            Scene::Discuss => date(2018, 6, 4),
            Scene::Agree => date(2018, 6, 5),
            Scene::Visit => date(2018, 6, 22),
            Scene::Adopt => date(2018, 6, 28),
            Scene::Link => date(2018, 6, 29),
            Scene::Report => date(2018, 7, 12),
            Scene::Close => date(2018, 10, 15),
            Scene::National => date(2019, 3, 31),
        }
    }
}

/// Until when what was adopted is to be carried out.
pub(super) const TERM: Date = date(2018, 7, 15);
/// The day on which nobody had reported.
pub(super) const AFTER_TERM: Date = date(2018, 7, 25);

/// A button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// The next scene.
    Next,
    /// The term passes, and nobody reports.
    Wait,
    /// The secretariat gives a report back.
    Return,
    /// The committee says no.
    Decline,
    /// A person says that public reports say the same.
    Liken,
}

impl Move {
    /// In their order on the page.
    pub const ALL: [Move; 5] = [Move::Next, Move::Wait, Move::Return, Move::Decline, Move::Liken];

    /// For forms and words.
    pub fn code(self) -> &'static str {
        match self {
            Move::Next => "next",
            Move::Wait => "wait",
            Move::Return => "return",
            Move::Decline => "decline",
            Move::Liken => "liken",
        }
    }

    /// The button with this code.
    pub fn from_code(code: &str) -> Option<Move> {
        Move::ALL.into_iter().find(|button| button.code() == code)
    }

    /// Whether it does something as things stand.
    pub fn is_open(self, way: &Way) -> bool {
        let next = way.scene();
        match self {
            Move::Next => next.is_some(),
            Move::Wait => next == Some(Scene::Report) && !way.waited,
            Move::Return => next == Some(Scene::Close) && !way.returned,
            Move::Decline => next == Some(Scene::Adopt),
            Move::Liken => way.has(Scene::Draft) && !way.likened,
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
    /// A report of Podul Alb was given back.
    pub returned: bool,
    /// The committee said no.
    pub declined: bool,
    /// Public reports say the same.
    pub likened: bool,
}

impl Way {
    /// What comes next; `None` when the story is over.
    pub fn scene(&self) -> Option<Scene> {
        Scene::ALL.get(self.played).copied().filter(|_| !self.declined)
    }

    /// Whether this scene was played. What the committee said no to was played too.
    pub fn has(&self, scene: Scene) -> bool {
        let mut played = Scene::ALL.iter().take(self.played + usize::from(self.declined));
        played.any(|known| *known == scene)
    }

    /// The scene that was played last.
    pub fn last(&self) -> Option<Scene> {
        Scene::ALL.into_iter().rev().find(|scene| self.has(*scene))
    }

    /// On which day a scene is played: a report that was waited for comes after its term.
    pub fn day(&self, scene: Scene) -> Date {
        match scene {
            Scene::Report if self.waited => AFTER_TERM,
            scene => scene.day(),
        }
    }

    /// The same as pages tell it: the sources give no day of the visit.
    pub fn dated(&self, scene: Scene) -> Dated {
        let month = (scene == Scene::Visit).then(|| "2018-06".parse().ok()).flatten();
        month.unwrap_or_else(|| self.day(scene).into())
    }

    /// Names it, for forms: one that was shown before another press carries another name.
    pub(super) fn name(&self) -> String {
        let marks = [self.waited, self.returned, self.declined, self.likened];
        let marks = marks.map(|mark| if mark { '1' } else { '0' });
        format!("{}-{}", self.played, String::from_iter(marks))
    }
}
