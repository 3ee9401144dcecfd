//! Pages under load: `cargo bench -p tiltas-app --bench pages -- FOLDER [CASES]`. Figures go to docs/performance.md.
//!
//! Seconds on a shared machine are noise: ratios and counts are what is judged.
use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::{Duration, Instant},
};
use tiltas_app::{Act, App, account, case, consent, note, organisation, provider, referral, signal, today};
use tiltas_domain::{
    Actor, Answer, Field, Fields, Id, Moment, Purpose, Role, Root, Sensitive,
    case::{Case, Urgency},
    consent::Recipient,
    content::NoteText,
    example,
    note::Add,
    organisation::{NewFunction, OrganisationKind, Register},
    provider::{List, Offer, Provider, Service},
    referral::send::Send,
};
use tiltas_store::{Location, Store};

struct Bench {
    app: App,
    drawn: AtomicU64,
}

impl Bench {
    fn as_(&self, actor: Actor) -> Root {
        let nth = self.drawn.fetch_add(1, Relaxed);
        let mut seed = [7; 32];
        seed[..8].copy_from_slice(&nth.to_be_bytes());
        Root {
            actor,
            purpose: Purpose::Assistance,
            now: Moment(example::NIGHT.0 + nth as i64),
            seed,
            request: [0; 32],
            correlation: nth,
            drawn: None,
        }
    }

    fn organisation(&self, name: &str, kind: OrganisationKind, role: Role) -> Actor {
        let command = Register {
            name: name.to_owned(),
            kind,
            duty_phone: None,
            contact_point: None,
            functions: vec![NewFunction::new(role, "Duty")],
        };
        let (id, _) = organisation::register(&self.app, &self.as_(account::founder()), &command).expect("registered");
        let all = account::all(&self.app).expect("accounts");
        all.iter()
            .find(|account| account.organisation == id)
            .expect("an account")
            .actor()
    }

    fn house(&self, shelter: Actor, places: usize) -> Id<Provider> {
        let offer = Offer {
            name: "Casa Liman".to_owned(),
            about: "Shelter".to_owned(),
            organisation: shelter.organisation,
            duty_phone: "0231 00 140".to_owned(),
            sexes: tiltas_domain::case::Sex::ALL.to_vec(),
            adults: true,
            children: true,
            with_child: true,
            languages: vec!["uk".to_owned()],
            services: vec![Service::Shelter],
            region: "south".to_owned(),
        };
        let places = (0..places).map(|n| n.to_string()).collect();
        provider::list(&self.app, &self.as_(shelter), &List { offer, places })
            .expect("listed")
            .0
    }

    fn cases(&self, officer: Actor, count: usize) -> Vec<Id<Case>> {
        let contexts: Vec<Root> = (0..count).map(|_| self.as_(officer)).collect();
        let ids: Vec<Id<Case>> = contexts
            .iter()
            .map(|context| Act::RecordSignal.context(context).id(0))
            .collect();
        self.app.store().make_keys(&ids).expect("keys");
        let next = AtomicU64::new(0);
        std::thread::scope(|threads| {
            for _ in 0..32 {
                threads.spawn(|| {
                    while let Some(context) = contexts.get(next.fetch_add(1, Relaxed) as usize) {
                        signal::record(&self.app, context, &example::signal()).expect("recorded");
                    }
                });
            }
        });
        ids
    }

    fn send(&self, officer: Actor, case: Id<Case>, to: Id<Provider>) {
        let fields = Fields::of(&[Field::SpokenName, Field::Person, Field::Language, Field::Work]);
        let say = example::say(Recipient::Service(Service::Shelter), Answer::Yes, fields);
        consent::record(&self.app, &self.as_(officer), case, &[say]).expect("said");
        let command = Send {
            urgency: Urgency::Ordinary,
            ..example::send(case, to, fields)
        };
        referral::send(&self.app, &self.as_(officer), &command).expect("sent");
    }
}

fn load(what: &str, clients: usize, work: impl Fn(usize) + Sync) {
    let (begun, total, stop) = (Instant::now(), AtomicU64::new(0), Duration::from_secs(4));
    let mut took: Vec<u64> = std::thread::scope(|threads| {
        let running: Vec<_> = (0..clients)
            .map(|client| {
                let (work, total) = (&work, &total);
                threads.spawn(move || {
                    let mut took = Vec::new();
                    while begun.elapsed() < stop {
                        let one = Instant::now();
                        work(client * 7919 + took.len());
                        took.push(one.elapsed().as_micros() as u64);
                        total.fetch_add(1, Relaxed);
                    }
                    took
                })
            })
            .collect();
        running
            .into_iter()
            .flat_map(|thread| thread.join().expect("a client"))
            .collect()
    });
    took.sort_unstable();
    let at = |share: usize| took[(took.len() - 1) * share / 100] as f64 / 1e3;
    let rate = total.load(Relaxed) as f64 / begun.elapsed().as_secs_f64();
    println!(
        "{what}, {clients} clients: {rate:.0}/s, p50 {:.2} ms, p99 {:.2} ms",
        at(50),
        at(99)
    );
}

/// The middle of many runs, in microseconds.
fn median(runs: usize, mut work: impl FnMut() -> Duration) -> f64 {
    let mut took: Vec<Duration> = (0..runs).map(|_| work()).collect();
    took.sort_unstable();
    took[runs / 2].as_nanos() as f64 / 1e3
}

fn list_cost(bench: &Bench, reader: Actor) -> f64 {
    median(300, || {
        let context = bench.as_(reader);
        let begun = Instant::now();
        let list = today::list(&bench.app, &context, context.now.plus_hours(8), &Default::default()).expect("a list");
        assert_eq!(list.duties().count(), today::SHOWN);
        begun.elapsed()
    })
}

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .collect();
    let folder = arguments.first().expect("give an empty folder for the data");
    let cases: usize = arguments
        .get(1)
        .map_or(200_000, |count| count.parse().expect("a number of cases"));
    let store = Store::open(&Location::Folder(Path::new(folder).to_owned()), &[9; 32]).expect("a store");
    let bench = Arc::new(Bench {
        app: App::new(store, example::moldova()),
        drawn: AtomicU64::new(1),
    });
    let officer = bench.organisation("Border police", OrganisationKind::BorderPolice, Role::FirstResponder);
    let shelter = bench.organisation("Casa Liman", OrganisationKind::Shelter, Role::Provider);
    let house = bench.house(shelter, 4);
    let small = bench.cases(officer, 10_000.min(cases));
    for case in small.iter().take(2_000) {
        bench.send(officer, *case, house);
    }
    let long = small[0];
    for nth in 0..195 {
        let text = NoteText::wrap(format!(
            "Note {nth}: slept better, asks for her sister. {}",
            "word ".repeat(12)
        ));
        let add = Add {
            adds_to: None,
            own_words: nth % 2 == 0,
            text,
        };
        note::add(&bench.app, &bench.as_(officer), long, &add).expect("noted");
    }
    let mut steps = 0;
    let built = median(300, || {
        let context = bench.as_(officer);
        let mut took = Duration::ZERO;
        let file = bench.app.view("bench", &context, |read, context| {
            let begun = Instant::now();
            let file = case::file::open(read, context, long)?;
            took = begun.elapsed();
            Ok(file)
        });
        steps = file.expect("a file").steps.len();
        took
    });
    println!(
        "case page with {steps} events, built without the commit: {:.2} ms",
        built / 1e3
    );
    for clients in [1, 32] {
        load("case page, one audit commit each", clients, |nth| {
            let id = small[2_001 + nth % (small.len() - 2_001)];
            case::file::file(&bench.app, &bench.as_(officer), id).expect("a file");
        });
        load("today's list of 50, one audit commit each", clients, |_| {
            let context = bench.as_(officer);
            today::list(&bench.app, &context, context.now.plus_hours(8), &Default::default()).expect("a list");
        });
    }
    let few = list_cost(&bench, officer);
    println!("today's list at {} cases: {:.0} µs", small.len(), few);
    if cases > small.len() {
        let begun = Instant::now();
        let more = bench.cases(officer, cases - small.len());
        let took = begun.elapsed().as_secs_f64();
        println!(
            "{} cases recorded by 32 clients: {:.0} a second",
            more.len(),
            more.len() as f64 / took
        );
        for case in more.iter().step_by(5) {
            bench.send(officer, *case, house);
        }
        let many = list_cost(&bench, officer);
        println!("today's list at {cases} cases: {many:.0} µs, {:.2} times", many / few);
    }
}
