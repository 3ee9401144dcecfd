//! Chisinau 2018, each of its ways, through the use cases of real work.
use tempfile::TempDir;
use tiltas_app::{App, journal};
use tiltas_demonstration::{
    Seed,
    chisinau::{self, Chisinau, Move, Scene, Seen},
    story::Tale,
};
use tiltas_domain::example;
use tiltas_store::{Location, Store};

struct Stage {
    app: App,
    seen: Seen,
    folder: TempDir,
}

impl Stage {
    fn new() -> Stage {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Location::Folder(folder.path().to_owned()), &[7; 32]).unwrap();
        let app = App::new(store, example::moldova());
        let start = chisinau::start(app.profile());
        let seen = Chisinau::begin(&app, &Seed::new(1), start).unwrap();
        Stage { app, seen, folder }
    }

    /// Whether it did something.
    fn press(&mut self, button: Move) -> bool {
        let stage = Chisinau::stage(&self.seen);
        let scratch = self.folder.path().join("copy");
        let pressed = Chisinau::press(&self.app, &Seed::new(1), &self.seen, button, &stage, &scratch).unwrap();
        let did = pressed.is_some();
        self.seen = pressed.unwrap_or_else(|| self.seen.clone());
        did
    }

    /// Plays until this scene is next.
    fn before(scene: Scene) -> Stage {
        let mut stage = Stage::new();
        while stage.seen.scene() != Some(scene) {
            assert!(stage.press(Move::Next));
        }
        stage
    }

    /// Whichever way it went, it can be played to its end.
    fn finish(&mut self) {
        while self.seen.scene().is_some() {
            assert!(self.press(Move::Next));
        }
        assert_eq!(self.wrote().last(), Some(&"national_report_approved"));
    }

    /// What the last press wrote, as codes of the journal.
    fn wrote(&self) -> Vec<&'static str> {
        let written = journal::last(&self.app, self.seen.written()).unwrap();
        written.into_iter().map(|line| line.what).rev().collect()
    }
}

/// What each scene writes among other things, in this order.
const WRITES: [(Scene, &[&str]); 12] = [
    (
        Scene::Open,
        &[
            "programme_opened",
            "programme_joined",
            "programme_planned",
            "programme_held",
        ],
    ),
    (
        Scene::Mission,
        &["visit_noted", "visit_found", "visit_recommended", "programme_came"],
    ),
    (
        Scene::Train,
        &[
            "training_planned",
            "training_attended",
            "training_scored",
            "training_reported",
            "practice_published",
            "practice_published",
        ],
    ),
    (Scene::Draft, &["recommendation_recorded", "practice_adopted"]),
    (
        Scene::Discuss,
        &[
            "recommendation_discussed",
            "recommendation_position",
            "recommendation_position",
            "meeting_called",
        ],
    ),
    (
        Scene::Agree,
        &[
            "training_reported",
            "meeting_held",
            "recommendation_formulated",
            "meeting_agreed",
        ],
    ),
    (Scene::Visit, &["visit_noted", "visit_found", "visit_recommended"]),
    (
        Scene::Adopt,
        &[
            "meeting_held",
            "recommendation_decided",
            "recommendation_addressed",
            "meeting_resolved",
            "meeting_agreed",
        ],
    ),
    (
        Scene::Link,
        &["plan_approved", "plan_enforced", "plan_linked", "recommendation_alike"],
    ),
    (
        Scene::Report,
        &[
            "period_opened",
            "report_opened",
            "report_submitted",
            "report_told",
            "report_accepted",
            "report_returned",
            "report_told",
        ],
    ),
    (
        Scene::Close,
        &[
            "report_submitted",
            "report_accepted",
            "recommendation_reviewed",
            "meeting_held",
            "recommendation_closed",
            "programme_closed",
        ],
    ),
    (
        Scene::National,
        &[
            "period_opened",
            "report_accepted",
            "period_opened",
            "national_report_drafted",
            "national_report_edited",
            "national_report_approved",
        ],
    ),
];

#[test]
fn all_twelve_steps_are_played_and_the_journal_tells_each_afterwards() {
    let mut stage = Stage::new();
    for (scene, writes) in WRITES {
        assert_eq!(stage.seen.scene(), Some(scene));
        assert!(stage.press(Move::Next), "{scene:?}");
        let wrote = stage.wrote();
        let mut rest = wrote.iter();
        for line in writes {
            assert!(rest.any(|known| known == line), "{scene:?} writes {line} in {wrote:?}");
        }
        assert!(
            !wrote.contains(&"denied"),
            "{scene:?}: nobody asks for what is not theirs"
        );
        let made = stage.seen.made().iter().filter(|made| made.scene == scene);
        assert!(made.count() > 0, "{scene:?} made something that has a page");
    }
    assert_eq!(stage.seen.scene(), None);
    for button in Move::ALL {
        assert!(!stage.press(button), "it is over: {button:?}");
    }
    let checked = journal::check(&stage.app).unwrap();
    assert!(checked.first_fault.is_none());
}

#[test]
fn the_days_are_those_of_the_project_and_what_comes_due_comes_by_itself() {
    let mut stage = Stage::before(Scene::Report);
    let opened = journal::last(&stage.app, 1000).unwrap();
    assert!(opened.iter().all(|line| line.what != "period_opened"), "not in June");
    assert!(stage.press(Move::Next));
    let lines = journal::last(&stage.app, stage.seen.written()).unwrap();
    let day = |what: &str| {
        let line = lines.iter().rev().find(|line| line.what == what).unwrap();
        stage.app.profile().date(line.at).to_string()
    };
    assert_eq!(day("period_opened"), "2018-07-01");
    assert_eq!(day("report_submitted"), "2018-07-12");
    assert_eq!(day("report_told"), "2018-07-16", "as soon as the last day is over");
    assert_eq!(day("report_returned"), "2018-07-26");
    assert_eq!(
        lines.first().map(|line| line.what),
        Some("report_told"),
        "and it reaches further"
    );
}

#[test]
fn a_press_of_an_old_form_does_nothing_twice() {
    let mut stage = Stage::new();
    let old = Chisinau::stage(&stage.seen);
    assert!(stage.press(Move::Next));
    let scratch = stage.folder.path().join("copy");
    let again = Chisinau::press(&stage.app, &Seed::new(1), &stage.seen, Move::Next, &old, &scratch).unwrap();
    assert!(again.is_none());
}

#[test]
fn each_button_is_open_in_its_own_steps_and_in_no_other() {
    let mut stage = Stage::new();
    for (nth, scene) in Scene::ALL.into_iter().enumerate() {
        let open: Vec<Move> = Move::ALL
            .into_iter()
            .filter(|one| one.is_open(stage.seen.way()))
            .collect();
        let expected = match scene {
            Scene::Adopt => vec![Move::Next, Move::Decline, Move::Liken],
            Scene::Report => vec![Move::Next, Move::Wait],
            Scene::Close => vec![Move::Next, Move::Return],
            _ if (4..9).contains(&nth) => vec![Move::Next, Move::Liken],
            _ => vec![Move::Next],
        };
        assert_eq!(open, expected, "{scene:?}");
        for shut in Move::ALL.into_iter().filter(|one| !open.contains(one)) {
            let before = journal::position(&stage.app).unwrap();
            assert!(!stage.press(shut), "{scene:?} {shut:?}");
            assert_eq!(journal::position(&stage.app).unwrap(), before);
        }
        assert!(stage.press(Move::Next));
    }
}

#[test]
fn a_term_that_passes_is_seen_as_late_and_the_report_ends_it() {
    let mut stage = Stage::before(Scene::Report);
    assert_eq!(stage.seen.late(), None);
    assert!(stage.press(Move::Wait));
    assert_eq!(stage.seen.late(), Some(10));
    let wrote = stage.wrote();
    assert!(
        wrote.contains(&"period_opened") && wrote.contains(&"report_told"),
        "{wrote:?}"
    );
    assert!(stage.press(Move::Next), "a late report is taken");
    let day = stage.seen.day(Scene::Report);
    assert_eq!(day, jiff::civil::date(2018, 7, 25), "on the day on which it came");
    assert_eq!(stage.seen.late(), None);
    stage.finish();
}

#[test]
fn a_report_that_the_visitor_lets_go_back_comes_again_before_the_closure() {
    let mut stage = Stage::before(Scene::Close);
    assert!(stage.press(Move::Return));
    assert_eq!(stage.wrote(), ["report_returned"]);
    assert!(!stage.press(Move::Return), "once");
    assert!(stage.press(Move::Next));
    let handed_in = stage.wrote().iter().filter(|line| **line == "report_submitted").count();
    assert_eq!(handed_in, 2, "that of the border post, and the one that went back now");
    stage.finish();
}

#[test]
fn a_no_of_the_committee_ends_it_and_the_words_stay() {
    let mut stage = Stage::before(Scene::Adopt);
    assert!(stage.press(Move::Decline));
    assert_eq!(stage.seen.scene(), None);
    assert!(!stage.press(Move::Next));
    let made = stage.seen.made().iter().filter(|made| made.scene == Scene::Adopt);
    assert!(made.count() > 0, "what was decided has its page");
}

#[test]
fn public_texts_are_said_to_say_the_same_once_by_the_visitor_or_with_the_plan() {
    let alike = |stage: &Stage| {
        stage
            .wrote()
            .iter()
            .filter(|line| **line == "recommendation_alike")
            .count()
    };
    let mut stage = Stage::before(Scene::Discuss);
    assert!(stage.press(Move::Liken));
    assert_eq!(alike(&stage), 4, "two public texts, each told on both sides");
    assert!(!stage.press(Move::Liken));
    while stage.seen.scene() != Some(Scene::Report) {
        assert!(stage.press(Move::Next));
    }
    assert_eq!(alike(&stage), 0, "the plan says it no second time");
    stage.finish();
}
