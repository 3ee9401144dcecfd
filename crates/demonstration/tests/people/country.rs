//! The invented country, drawn once, and each of its files as those read it who lead it.
use std::sync::OnceLock;
use tempfile::TempDir;
use tiltas_access::Shown;
use tiltas_app::{
    App, Error,
    case::file::{self, Value, time::What},
    referral,
};
use tiltas_demonstration::{
    Seed,
    country::{self, Institution},
    people,
};
use tiltas_domain::{
    Actor, Moment, Sensitive,
    case::{Person, Urgency},
    example,
    referral::Referral,
    risk::{Channel, Safety},
};
use tiltas_store::{Location, Store};

/// As many as `tiltas demo` draws.
pub const COUNT: u32 = 300;

pub struct Country {
    pub app: App,
    pub seed: Seed,
    pub now: Moment,
    pub files: Vec<File>,
    _folder: TempDir,
}

/// What those who lead a file read in it.
pub struct File {
    pub spoken_name: String,
    pub opened: Moment,
    pub urgency: Urgency,
    pub person: Person,
    pub account: String,
    pub places: Vec<String>,
    pub health: Vec<String>,
    pub reach: String,
    pub feared: String,
    pub plan: String,
    pub notes: Vec<String>,
    /// What was written with the steps of referrals: asking, replying, refusing, the outcome.
    pub said: Vec<String>,
    /// The words of each referral, and how soon each was.
    pub asked: Vec<String>,
    pub urgencies: Vec<Urgency>,
    pub referrals: Vec<Referral>,
    channels: Vec<(Channel, Safety)>,
}

impl File {
    /// Whether this way of reaching the person is safe.
    pub fn way(&self, channel: Channel) -> Safety {
        let found = self.channels.iter().find(|(of, _)| *of == channel);
        found.map_or(Safety::NotAsked, |(_, safety)| *safety)
    }
}

impl Country {
    /// Drawn with the first test that asks.
    pub fn drawn() -> &'static Country {
        static DRAWN: OnceLock<Country> = OnceLock::new();
        DRAWN.get_or_init(Country::draw)
    }

    fn draw() -> Country {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Location::Folder(folder.path().to_owned()), &[7; 32]).unwrap();
        let app = App::new(store, example::moldova());
        let (seed, now) = (Seed::new(1), example::NIGHT);
        country::found(&app, &seed, now.plus_hours(-24 * 400)).unwrap();
        people::populate(&app, &seed, COUNT, now).unwrap();
        let files = people::cases(&seed, COUNT, now);
        let files = files.iter().map(|case| read(&app, &seed, now, *case)).collect();
        Country {
            app,
            seed,
            now,
            files,
            _folder: folder,
        }
    }
}

/// Someone of the organisation who may lead.
fn member(seed: &Seed, organisation: tiltas_domain::Id<tiltas_domain::organisation::Organisation>) -> Actor {
    let mut all = Institution::ALL.into_iter();
    let institution = all.find(|institution| seed.organisation(*institution) == organisation);
    seed.member(institution.unwrap(), 0)
}

fn read(app: &App, seed: &Seed, now: Moment, case: tiltas_domain::Id<tiltas_domain::case::Case>) -> File {
    let state = app.store().snapshot().unwrap().state(case).unwrap().0.unwrap();
    let context = seed.context(member(seed, state.lead), now, &format!("reads {case}"));
    let file = file::file(app, &context, case).unwrap();
    let (mut places, mut health, mut notes, mut said) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for entry in &file.entries {
        match &entry.value {
            Value::Whereabouts(place) => places.push(open(place)),
            Value::Health(note) => health.push(open(note)),
            _ => {}
        }
    }
    for step in &file.steps {
        match &step.what {
            What::Note(_, _, _, text) => notes.push(open(text)),
            What::Referral(_, _, _, words) => said.push(open(words)),
            _ => {}
        }
    }
    let (mut asked, mut urgencies, mut referrals) = (Vec::new(), Vec::new(), Vec::new());
    for line in &file.referrals {
        let page = match referral::page::page(app, &context, line.id) {
            Ok(page) => page,
            Err(Error::Denied(_)) => continue,
            Err(error) => panic!("{error}"),
        };
        asked.push(open(&page.words));
        urgencies.push(page.sending.urgency);
        referrals.push(line.referral.clone());
    }
    let safety = &file.safety;
    File {
        spoken_name: file.spoken_name.clone(),
        opened: file.steps.iter().map(|step| step.at).min().unwrap(),
        urgency: *file.urgency.open().expect("those who lead read how soon"),
        person: file.person.open().expect("those who lead read who it is").clone(),
        account: open(&file.account),
        reach: open(&safety.safe_contact),
        feared: safety
            .feared
            .open()
            .and_then(|feared| feared.first())
            .map(open)
            .unwrap_or_default(),
        plan: open(&safety.plan),
        channels: safety
            .level
            .open()
            .map(|(_, channels)| channels.clone())
            .unwrap_or_default(),
        places,
        health,
        notes,
        said,
        asked,
        urgencies,
        referrals,
    }
}

#[expect(clippy::disallowed_methods, reason = "the test reads what an invented person told")]
fn open<T: Sensitive>(value: &Shown<T>) -> String {
    value.open().map(|value| value.bare().to_owned()).unwrap_or_default()
}
