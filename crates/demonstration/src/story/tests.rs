//! A visitor's story is nobody else's, ends by itself, and leaves nothing behind.
use super::{Beginning, Stories, Taken};
use crate::{
    Seed,
    night::{Move, OneNight},
};
use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};
use tempfile::TempDir;
use tiltas_domain::{Moment, example};

/// Stories under a clock that the test holds.
struct House {
    stories: Stories<OneNight>,
    wall: Arc<AtomicI64>,
    folder: TempDir,
}

impl House {
    fn with_places(most: usize) -> House {
        let folder = tempfile::tempdir().unwrap();
        let wall = Arc::new(AtomicI64::new(0));
        let beginning = Beginning {
            seed: Seed::new(1),
            profile: example::moldova(),
            key: [9; 32],
            start: example::NIGHT,
        };
        let now = wall.clone();
        let clock = Arc::new(move || Moment(now.load(Ordering::Relaxed)));
        let stories = Stories::<OneNight>::new(folder.path().join("stories"), beginning, clock).unwrap();
        stories.limit(most);
        House { stories, wall, folder }
    }

    fn pass(&self, minutes: i64) {
        self.wall.fetch_add(minutes * 60_000_000, Ordering::Relaxed);
    }

    fn stage(&self, visitor: u8) -> String {
        self.stories.seen(Some([visitor; 32])).unwrap().night.stage()
    }

    fn next(&self, visitor: u8) -> Taken {
        let stage = self.stage(visitor);
        self.stories.press([visitor; 32], Move::Next, &stage).unwrap()
    }

    /// How many folders of stories lie on disk.
    fn on_disk(&self) -> usize {
        let entries = std::fs::read_dir(self.folder.path().join("stories")).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        names.filter(|name| name.starts_with("story-")).count()
    }
}

#[test]
fn a_press_moves_one_s_own_night_and_nobody_else_s() {
    let house = House::with_places(50);
    let begun = house.stage(1);
    assert_eq!(house.next(1), Taken::Pressed);
    let first = house.stories.seen(Some([1; 32])).unwrap();
    assert!(first.night.asked.is_some() && first.now > example::NIGHT);
    assert_eq!(house.stage(2), begun, "another visitor is still at the beginning");
    assert_eq!(house.on_disk(), 1, "who only looks has no copy");
    assert_eq!(house.next(2), Taken::Pressed);
    assert_eq!(house.next(2), Taken::Pressed);
    assert!(house.stories.seen(Some([2; 32])).unwrap().night.said.is_some());
    assert!(house.stories.seen(Some([1; 32])).unwrap().night.said.is_none());
    let again = house.stories.seen(Some([1; 32])).unwrap();
    assert_eq!(again.now, first.now, "its clock stands still between two presses");
}

#[test]
fn a_story_is_prepared_aside_and_whoever_comes_meanwhile_waits_for_it() {
    let house = House::with_places(50);
    let stories = Arc::new(house.stories);
    stories.prepare_aside().unwrap();
    let first = stories.seen(None).unwrap();
    assert!(house.folder.path().join("stories/prepared").exists());
    let again = stories.seen(None).unwrap();
    assert!(Arc::ptr_eq(&first, &again), "it is prepared once");
}

#[test]
fn a_story_that_rests_for_half_an_hour_ends_and_says_so() {
    let house = House::with_places(50);
    house.next(1);
    let shown = house.stage(1);
    house.pass(20);
    assert_eq!(house.stage(1), shown, "looking keeps it");
    house.pass(29);
    assert_eq!(house.next(2), Taken::Pressed);
    assert_eq!(house.on_disk(), 2);
    house.pass(2);
    assert_eq!(house.next(2), Taken::Pressed);
    assert_eq!(house.on_disk(), 1, "nothing of it is left");
    let pressed = house.stories.press([1; 32], Move::Next, &shown).unwrap();
    assert_eq!(pressed, Taken::Ended);
    assert_eq!(house.next(1), Taken::Pressed, "and it can begin again");
}

#[test]
fn where_all_places_are_taken_the_one_that_rests_longest_makes_room_and_nobody_who_plays() {
    let house = House::with_places(2);
    house.next(1);
    house.pass(1);
    house.next(2);
    assert_eq!(house.next(3), Taken::Full);
    house.pass(4);
    house.next(2);
    assert_eq!(house.next(3), Taken::Pressed, "the first has rested for five minutes");
    assert_eq!(house.on_disk(), 2);
    assert!(house.stories.seen(Some([1; 32])).unwrap().night.asked.is_none());
    assert!(house.stories.seen(Some([2; 32])).unwrap().night.said.is_some());
}

#[test]
fn the_night_can_be_ended_and_nothing_is_left_on_disk_when_the_node_stops() {
    let house = House::with_places(50);
    house.next(1);
    house.next(2);
    house.stories.end(&[1; 32]);
    assert_eq!(house.on_disk(), 1);
    let House { stories, folder, .. } = house;
    drop(stories);
    assert!(!folder.path().join("stories").exists());
}

#[test]
fn what_a_crash_left_is_taken_away_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let left = folder.path().join("stories/story-7");
    std::fs::create_dir_all(&left).unwrap();
    std::fs::write(left.join("tiltas.db"), b"left").unwrap();
    let beginning = Beginning {
        seed: Seed::new(1),
        profile: example::moldova(),
        key: [9; 32],
        start: example::NIGHT,
    };
    let stories = Stories::<OneNight>::new(folder.path().join("stories"), beginning, Arc::new(|| Moment(0))).unwrap();
    assert!(!Path::exists(&left));
    drop(stories);
}

#[test]
fn sixty_four_looks_and_presses_at_once_all_come_back() {
    let house = Arc::new(House::with_places(50));
    house.next(1);
    let (done, finished) = std::sync::mpsc::channel();
    for nth in 0..64 {
        let (house, done) = (house.clone(), done.clone());
        std::thread::spawn(move || {
            let visitor = 1 + nth % 2;
            if nth % 8 == 0 {
                house.next(visitor);
            }
            house.stage(visitor);
            done.send(()).unwrap();
        });
    }
    for _ in 0..64 {
        let came = finished.recv_timeout(std::time::Duration::from_secs(60));
        assert_eq!(came, Ok(()), "nobody waits for ever");
    }
}
