//! Chisinau 2018, each of its ways, through the use cases of real work.
use tempfile::TempDir;
use tiltas_app::App;
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
}

#[test]
fn the_sentence_goes_from_the_training_to_its_result_and_each_press_is_in_the_journal() {
    let mut stage = Stage::new();
    let mut events = tiltas_app::journal::position(&stage.app).unwrap();
    for scene in Scene::ALL {
        assert_eq!(stage.seen.scene(), Some(scene));
        assert!(stage.press(Move::Next), "{scene:?}");
        let now = tiltas_app::journal::position(&stage.app).unwrap();
        assert!(now > events, "{scene:?} writes");
        events = now;
    }
    assert_eq!(stage.seen.scene(), None);
    assert!(!stage.press(Move::Next), "it is over");
    let checked = tiltas_app::journal::check(&stage.app).unwrap();
    assert!(checked.first_fault.is_none());
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
fn a_term_that_passes_is_seen_as_late_and_the_report_ends_it() {
    let mut stage = Stage::new();
    assert!(!stage.press(Move::Wait), "nothing is owed yet");
    while stage.seen.scene() != Some(Scene::Report) {
        assert!(stage.press(Move::Next));
    }
    assert_eq!(stage.seen.late(), None);
    assert!(stage.press(Move::Wait));
    assert_eq!(stage.seen.late(), Some(10));
    assert!(stage.press(Move::Next), "a late report is taken");
    let day = stage.seen.day(Scene::Report);
    assert_eq!(day, jiff::civil::date(2018, 7, 25), "on the day on which it came");
    assert_eq!(stage.seen.late(), None);
}

#[test]
fn a_no_of_the_committee_ends_it_and_the_words_stay() {
    let mut stage = Stage::new();
    while stage.seen.scene() != Some(Scene::Adopt) {
        assert!(!stage.press(Move::Decline), "no words are agreed");
        assert!(stage.press(Move::Next));
    }
    assert!(stage.press(Move::Decline));
    assert_eq!(stage.seen.scene(), None);
    assert!(!stage.press(Move::Next));
}

#[test]
fn a_public_text_is_said_to_say_the_same_once() {
    let mut stage = Stage::new();
    assert!(!stage.press(Move::Liken), "there are no words yet");
    assert!(stage.press(Move::Next));
    assert!(stage.press(Move::Liken));
    assert!(!stage.press(Move::Liken));
}
