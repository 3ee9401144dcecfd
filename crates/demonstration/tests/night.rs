//! The whole night and each of its branches, through the use cases of real work.
use std::{cell::Cell, path::Path};
use tempfile::TempDir;
use tiltas_access::{Seen, Withheld};
use tiltas_app::{App, Error, case, clock, task};
use tiltas_demonstration::{
    Seed,
    country::{self, Persona},
    night::{self, Answered, Move, Night, Pressed, Scene},
};
use tiltas_domain::{Field, Moment, example, referral::Step, task::Kind};
use tiltas_store::{Location, Store, Tampering};

struct Stage {
    app: App,
    seed: Seed,
    now: Cell<Moment>,
    folder: TempDir,
}

impl Stage {
    fn new() -> Stage {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Location::Folder(folder.path().to_owned()), &[7; 32]).unwrap();
        let app = App::new(store, example::moldova());
        let seed = Seed::new(1);
        country::found(&app, &seed, example::NIGHT.plus_hours(-24)).unwrap();
        night::begin(&app, &seed, example::NIGHT).unwrap();
        Stage {
            app,
            seed,
            now: Cell::new(example::NIGHT),
            folder,
        }
    }

    fn night(&self) -> Night {
        Night::read(&self.app, &self.seed, self.now.get()).unwrap().unwrap()
    }

    fn press(&self, button: Move) -> Pressed {
        self.press_as(button, &self.night().stage())
    }

    fn press_as(&self, button: Move, stage: &str) -> Pressed {
        let forward = |moment: Moment| {
            self.now.set(self.now.get().max(moment));
            self.now.get()
        };
        let scratch = self.folder.path().join("copy");
        let now = self.now.get();
        night::press(&self.app, &self.seed, (button, stage), now, &forward, &scratch).unwrap()
    }

    fn until(&self, scene: Scene) {
        while self.night().scene() != scene {
            assert_eq!(self.press(Move::Next), Pressed::Done);
        }
    }

    fn file(&self, persona: Persona) -> Result<case::file::File, Error> {
        let night = self.night();
        let context = self.seed.context(self.seed.persona(persona), self.now.get(), "looks");
        case::file::file(&self.app, &context, night.case)
    }

    fn events(&self) -> i64 {
        let report = self.app.store().verify().unwrap();
        assert_eq!(report.first_fault, None);
        report.events
    }
}

#[test]
fn the_night_runs_from_the_van_to_the_outcome_and_every_scene_once() {
    let stage = Stage::new();
    let mut scenes = Vec::new();
    while stage.night().scene() != Scene::Over {
        scenes.push(stage.night().scene());
        assert_eq!(stage.press(Move::Next), Pressed::Done);
    }
    assert_eq!(
        scenes,
        [
            Scene::Ask,
            Scene::Consent,
            Scene::Send,
            Scene::Ring,
            Scene::Accept,
            Scene::Lead,
            Scene::Arrive,
            Scene::Outcome
        ]
    );
    let night = stage.night();
    let minutes = |at: Option<Moment>| at.unwrap().minutes_since(night.found);
    assert_eq!((minutes(night.asked), minutes(night.said)), (28, 36));
    let sent = night.sent().unwrap();
    assert_eq!(sent.name, "Casa Liman");
    assert_eq!(sent.at.minutes_since(night.found), 45);
    assert_eq!(sent.acknowledged.unwrap().0.minutes_since(night.found), 52);
    assert!(sent.acknowledged.unwrap().1, "by phone");
    assert!(matches!(sent.answered, Some((_, Answered::Accepted(Some(_))))));
    assert!(sent.outcome.is_some() && sent.escalated.is_empty());
    assert_eq!(stage.app.store().rebuild().unwrap(), []);
}

#[test]
fn a_press_that_comes_twice_does_nothing_twice() {
    let stage = Stage::new();
    let shown = stage.night().stage();
    assert_eq!(stage.press_as(Move::Next, &shown), Pressed::Done);
    let (events, now) = (stage.events(), stage.now.get());
    assert_eq!(stage.press_as(Move::Next, &shown), Pressed::Nothing);
    assert_eq!((stage.events(), stage.now.get()), (events, now));
}

#[test]
fn three_screens_see_what_each_needs() {
    let stage = Stage::new();
    assert!(matches!(stage.file(Persona::Investigator), Err(Error::Denied(_))));
    stage.until(Scene::Send);
    assert!(
        matches!(stage.file(Persona::ShelterCoordinator), Err(Error::Denied(_))),
        "nothing was sent"
    );
    stage.until(Scene::Accept);
    let officer = stage.file(Persona::BorderOfficer).unwrap();
    assert_eq!(officer.name.seen(), Seen::Withheld(Withheld::Sealed(Field::Name)));
    assert!(officer.account.open().is_some());
    let shelter = stage.file(Persona::ShelterCoordinator).unwrap();
    assert_eq!(shelter.name.seen(), Seen::Withheld(Withheld::NotDisclosed(Field::Name)));
    assert!(matches!(
        shelter.account.seen(),
        Seen::Withheld(Withheld::NotDisclosed(Field::Story))
    ));
    assert!(shelter.safety.feared.open().is_some_and(|feared| !feared.is_empty()));
    let police = stage.file(Persona::Investigator).unwrap();
    assert!(police.existence_only);
    let feared = police.safety.feared.seen();
    assert!(matches!(feared, Seen::Withheld(Withheld::ForSafety)));
    assert!(police.entries.is_empty() && police.consents.is_empty() && police.urgency.is_withheld());
    assert!(police.disclosures.is_empty() && police.referrals.is_empty() && police.steps.is_empty());
}

#[test]
fn no_reply_is_escalated_to_four_functions_each_with_its_phone() {
    let stage = Stage::new();
    stage.until(Scene::Ring);
    assert_eq!(stage.press(Move::Wait), Pressed::Done);
    let night = stage.night();
    let steps: Vec<_> = night.sent().unwrap().escalated.iter().collect();
    assert_eq!(
        steps.iter().map(|escalated| escalated.step).collect::<Vec<_>>(),
        Step::ALL.to_vec()
    );
    let sent = night.sent().unwrap();
    let minutes: Vec<_> = steps
        .iter()
        .map(|escalated| escalated.at.minutes_since(sent.at))
        .collect();
    assert_eq!(minutes, [60, 75, 120, 180], "each at its own moment");
    assert!(
        steps
            .iter()
            .all(|escalated| !escalated.phone.is_empty() && !escalated.name.is_empty())
    );
    let context = stage
        .seed
        .context(stage.seed.persona(Persona::NationalOfficer), stage.now.get(), "looks");
    assert!(
        case::file::file(&stage.app, &context, night.case).is_ok(),
        "escalation opens the file's work"
    );
    assert_eq!(stage.press(Move::Next), Pressed::Done, "and it can still be answered");
}

#[test]
fn a_refusal_names_who_fits_next_and_one_press_asks_there() {
    let stage = Stage::new();
    stage.until(Scene::Ring);
    assert_eq!(stage.press(Move::No), Pressed::Done);
    let night = stage.night();
    assert!(matches!(
        night.sent().unwrap().answered,
        Some((_, Answered::Refused(_)))
    ));
    assert!(
        matches!(stage.file(Persona::ShelterCoordinator), Err(Error::Denied(_))),
        "its access ended"
    );
    let (_, next) = night.next_provider.clone().unwrap();
    assert_eq!(night.scene(), Scene::Send);
    stage.press(Move::Next);
    let night = stage.night();
    assert_eq!(night.sent().unwrap().name, next);
    assert_eq!(night.sendings.len(), 2);
    stage.until(Scene::Over);
    assert!(stage.night().accepted());
}

#[test]
fn who_withdraws_consent_sees_who_has_answered() {
    let stage = Stage::new();
    stage.until(Scene::Lead);
    assert_eq!(stage.press(Move::TakeBack), Pressed::Done);
    let night = stage.night();
    let asked = &night.taken_back.as_ref().unwrap().asked;
    assert_eq!(asked.len(), 1);
    assert_eq!((asked[0].1.as_str(), asked[0].2), ("Casa Liman", None));
    let shelter = stage.file(Persona::ShelterCoordinator).unwrap();
    assert!(
        !shelter.safety.feared.is_withheld(),
        "the house that waits for the person still knows whom to keep out"
    );
    assert_eq!(stage.press(Move::Next), Pressed::Done);
    assert!(stage.night().taken_back.unwrap().asked[0].2.is_some());
    assert_eq!(stage.night().scene(), Scene::Over);
}

#[test]
fn a_changed_byte_is_named_and_the_journal_stays_whole() {
    let stage = Stage::new();
    stage.until(Scene::Ring);
    let before = stage.events();
    let Pressed::Changed(changed) = stage.press(Move::Change) else {
        panic!("nothing was changed");
    };
    let fault = changed.report.first_fault.unwrap();
    assert_eq!((fault.position, fault.what), (changed.position, Tampering::Edited));
    assert_eq!(stage.events(), before);
}

#[test]
fn nothing_about_the_person_lies_in_any_file() {
    let stage = Stage::new();
    stage.until(Scene::Over);
    drop(stage.app);
    for file in files(stage.folder.path()) {
        let bytes = std::fs::read(&file).unwrap();
        for canary in [
            "Вигадана",
            "wrist",
            "grey van",
            "reads her phone",
            "door that he does not know",
        ] {
            let found = bytes.windows(canary.len()).any(|window| window == canary.as_bytes());
            assert!(!found, "{canary} in {}", file.display());
        }
    }
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect()
}

#[test]
fn a_child_in_the_night_is_told_of_and_the_authority_says_by_a_clock_that_it_heard() {
    let stage = Stage::new();
    stage.until(Scene::Send);
    let case = stage.night().case;
    let by = |persona, what: &str| stage.seed.context(stage.seed.persona(persona), stage.now.get(), what);
    let open = |kind| task::open_tasks(&stage.app, case, kind).unwrap();
    let (officer, authority) = (Persona::BorderOfficer, Persona::ChildOfficer);
    case::describe(&stage.app, &by(officer, "doubt"), case, &example::unsure_of_age()).unwrap();
    let (notice, _) = open(Kind::TellChildProtection)
        .pop()
        .expect("the notice opens by itself");
    let whom = stage.seed.persona(authority).organisation;
    task::tell_child_protection(&stage.app, &by(officer, "tell"), notice, whom).unwrap();
    let (receipt, owed) = open(Kind::AcknowledgeNotice).pop().expect("the authority owes a word");
    assert_eq!(owed.opened.clock.due, Some(stage.now.get().plus_hours(1)));
    let late = stage.now.get().plus_hours(2).plus_minutes(1);
    let seed = |name: &str| {
        let mut seed = [0xC1; 32];
        for (nth, byte) in name.bytes().enumerate() {
            seed[nth % 32] ^= byte.rotate_left(nth as u32 / 32);
        }
        seed
    };
    clock::tick(&stage.app, late, 64, seed).unwrap();
    let (_, owed) = open(Kind::AcknowledgeNotice).pop().unwrap();
    let told: Vec<_> = owed.told.iter().map(|(step, _)| *step).collect();
    // Nobody is there as supervisor: the team is told when the supervisor would have been.
    assert_eq!(
        told,
        [tiltas_domain::task::Step::ContactPoint],
        "what nobody hears is told to others"
    );
    stage.now.set(late);
    task::finish(&stage.app, &by(authority, "heard"), receipt, None).unwrap();
    assert!(open(Kind::AcknowledgeNotice).is_empty());
}
