//! The demonstration: an invented country on this machine, its clock, its pages.
use crate::{
    clock::{Clock, Kept, machine},
    command::{Data, Database, whole},
    mail::Post,
    node::{self, Folder},
    serve::serve,
    settings::Settings,
    worker::Worker,
};
use anyhow::{Context, Result, bail};
use jiff::{ToSpan, civil::Time, tz::TimeZone};
use std::{
    collections::{BTreeMap, HashMap},
    io::Write as _,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::PathBuf,
    process::ExitCode,
    sync::Arc,
    time::Duration,
};
use tiltas_app::{App, Deadline, account};
use tiltas_demonstration::{
    Seed,
    chisinau::{self, Chisinau},
    countries,
    country::{self, Persona},
    doors,
    night::{self, OneNight},
    one_night, partnership, people, plan, policy, practice, sign_in,
    story::{Beginning, Stories, Tale},
    training,
};
use tiltas_domain::{Moment, profile::Profile};
use tiltas_kit::{Edge, Node, Person, Sessions, Tokens, token_hash};

/// Work on blocking threads, and signing, have so long at a stop.
const BLOCKED: Duration = Duration::from_millis(700);
/// From the signal to the end of the process, whatever hangs.
const STOPPED: Duration = Duration::from_millis(4_500);

/// The stories that visitors play.
type Told = (Arc<Stories<OneNight>>, Arc<Stories<Chisinau>>);

/// The command's arguments.
#[derive(Debug, clap::Args)]
pub struct Demo {
    #[command(flatten)]
    data: Data,
    /// The port on this machine's loopback; 0 takes a free one.
    #[arg(long, default_value_t = 8080, allow_negative_numbers = true, value_parser = port)]
    port: u16,
    /// The country that is drawn: the same number, the same country. Default: 1.
    #[arg(long, allow_negative_numbers = true, value_parser = seed)]
    seed: Option<u64>,
    /// How many people's files it begins with. Default: 300.
    #[arg(long, allow_negative_numbers = true, value_parser = cases)]
    cases: Option<u32>,
    /// When the night begins, as 2026-08-20T01:20 in the profile's zone. Default: the most recent 01:20.
    #[arg(long, value_name = "TIME")]
    now: Option<String>,
    #[command(flatten)]
    database: Database,
    /// Another country's profile.
    #[arg(long, value_name = "FILE")]
    profile: Option<PathBuf>,
}

impl Demo {
    /// Runs until it is stopped.
    pub fn run(&self) -> Result<ExitCode> {
        let database = self.database.url()?;
        let folder = Folder::make(&self.data.folder()?)?;
        let _alone = folder.lock()?;
        // Before the country is drawn: a port that is taken should not cost that time.
        let listener = self.listen()?;
        let profile = self.profile()?;
        let zone = TimeZone::get(&profile.zone)
            .with_context(|| format!("the profile's zone {} is not known", profile.zone))?;
        let settings = Settings::read(&folder)?;
        let start = self.start(&zone)?;
        let kept = self.kept(&folder, start)?;
        let key = folder.key_or_new()?;
        let store = folder.open(database.as_deref(), &key)?;
        let node = Node {
            name: format!("{}-1", profile.country.to_lowercase()),
            profile: profile.edition(),
            zone,
            duty_phone: Some("022 000 112".to_owned()),
            demo: true,
            secure: false,
        };
        let app = App::new(store, profile);
        let app = Arc::new(if settings.mail.is_some() {
            app
        } else {
            app.without_mail()
        });
        let seed = Seed::new(kept.seed);
        if Clock::kept(&folder)?.is_none() {
            if tiltas_app::clock::last_event(&app)? > Moment(0) {
                bail!(
                    "{} holds a country, and demo.json is missing: it was lost, or the first start was cut short. Bring demo.json back, or delete the folder and begin anew (with --database, take an empty database)",
                    folder.path().display()
                );
            }
            self.settle(&app, &seed, &kept)?;
        }
        let clock = Arc::new(Clock::new(&folder, kept)?);
        if self.now.is_some() {
            clock.forward(start)?;
        }
        let post = settings.mail.as_ref().map(Post::new).transpose()?;
        let edge = self.edge(&folder, &app, node, &clock, seed, key)?;
        let seed = Seed::new(kept.seed);
        let night: Arc<Stories<OneNight>> = Demo::stories(&folder, "stories", &app, seed, Moment(kept.start))?;
        night.prepare().context("the night could not be prepared")?;
        let of_2018: Arc<Stories<Chisinau>> =
            Demo::stories(&folder, "stories-2018", &app, seed, chisinau::start(app.profile()))?;
        of_2018
            .prepare_aside()
            .context("the story of 2018 could not be prepared")?;
        let stories = (night, of_2018);
        let worker = Worker::start(
            &app,
            &clock,
            Arc::new(move |step: &str| seed.bytes(step)),
            post,
            &folder,
        )?;
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        runtime.block_on(self.serve(listener, edge, stories.clone(), &folder))?;
        // In this order: nobody writes any more, and where the journal stands is signed.
        runtime.shutdown_timeout(BLOCKED);
        drop(stories);
        drop(worker);
        let noted = Deadline::after(BLOCKED).run(|| app.note_all_counted(clock.now()));
        noted.context("denials that were counted could not be noted")?;
        let signed = Deadline::after(BLOCKED).run(|| app.store().sign_head());
        signed.context("the head could not be signed")?;
        Ok(ExitCode::SUCCESS)
    }

    fn profile(&self) -> Result<Profile> {
        match &self.profile {
            None => Ok(tiltas_domain::example::moldova()),
            Some(path) => {
                let text = std::fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))?;
                Profile::parse(&text).map_err(|faults| {
                    let first = faults.first().map(ToString::to_string).unwrap_or_default();
                    anyhow::anyhow!(
                        "{} has {} faults, the first: {first}; see all with: tiltas profile check {}",
                        path.display(),
                        faults.len(),
                        path.display()
                    )
                })
            }
        }
    }

    /// What the folder says, or what was asked for. A folder holds one country: another one is another folder.
    fn kept(&self, folder: &Folder, start: Moment) -> Result<Kept> {
        match Clock::kept(folder)? {
            None => Ok(Kept {
                seed: self.seed.unwrap_or(1),
                cases: self.cases.unwrap_or(300),
                start: start.0,
                offset: start.0 - machine().0,
            }),
            Some(kept)
                if self.seed.is_none_or(|seed| seed == kept.seed)
                    && self.cases.is_none_or(|cases| cases == kept.cases) =>
            {
                Ok(kept)
            }
            Some(kept) => bail!(
                "{} holds the country of --seed {} --cases {}; start it with these, delete the folder, or choose another with --data DIR",
                folder.path().display(),
                kept.seed,
                kept.cases
            ),
        }
    }

    fn start(&self, zone: &TimeZone) -> Result<Moment> {
        let start = match &self.now {
            Some(text) => {
                let civil: jiff::civil::DateTime = text
                    .parse()
                    .with_context(|| format!("--now {text} is no time; accepted: 2026-08-20T01:20"))?;
                zone.to_zoned_datetime(civil)?
            }
            None => {
                let now = machine().timestamp().to_zoned_datetime(zone.clone());
                let night = now.with().time(Time::constant(1, 20, 0, 0)).build()?;
                if night > now {
                    night.checked_sub(1.day())?
                } else {
                    night
                }
            }
        };
        Ok(Moment(start.timestamp().as_microsecond()))
    }

    fn settle(&self, app: &App, seed: &Seed, kept: &Kept) -> Result<()> {
        eprintln!("Drawing an invented country with {} people's files …", kept.cases);
        let start = Moment(kept.start);
        let founded = start.plus_hours(-24 * 400);
        country::found(app, seed, founded).context("the country could not be founded")?;
        policy::recommend(app, seed, founded).context("the recommendations could not be written down")?;
        policy::programme::found(app, seed, founded).context("the programme could not be written down")?;
        plan::begin(app, seed, founded).context("the plan could not be written")?;
        practice::practices(app, seed, founded).context("the practices could not be written down")?;
        people::populate(app, seed, kept.cases, start).context("the year could not be played")?;
        policy::report(app, seed, founded, start).context("what was done could not be reported")?;
        partnership::agree(app, seed, start).context("the partnerships could not be written")?;
        plan::report(app, seed, founded, start).context("the plan could not be reported on")?;
        training::teach(app, seed, start).context("the trainings could not be written down")?;
        policy::meeting::meet(app, seed, start).context("the meetings could not be written down")?;
        night::begin(app, seed, start).context("the night could not begin")?;
        app.store().sign_head().context("the head could not be signed")?;
        Ok(())
    }

    fn edge(
        &self,
        folder: &Folder,
        app: &Arc<App>,
        node: Node,
        clock: &Arc<Clock>,
        seed: Seed,
        key: [u8; 32],
    ) -> Result<Edge> {
        let sessions = Sessions::of_accounts(app.clone(), Arc::new(machine));
        let now = clock.clone();
        let tokens = tokens(folder, app, &seed, &key)?;
        let edge = Edge::new(app.clone(), node, sessions, Arc::new(move || now.now()), key);
        Ok(edge.with_tokens(tokens))
    }

    /// A story of one's own for each visitor, beside the country, whose clock they never move.
    fn stories<T: Tale>(folder: &Folder, name: &str, app: &App, seed: Seed, start: Moment) -> Result<Arc<Stories<T>>> {
        let beginning = Beginning {
            seed,
            profile: app.profile().clone(),
            key: node::draw_key()?,
            start,
        };
        let stories = Stories::new(folder.file(name), beginning, Arc::new(machine));
        Ok(Arc::new(stories.context("the stories of visitors could not begin")?))
    }

    fn listen(&self) -> Result<TcpListener> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let listener = TcpListener::bind(address).with_context(|| {
            format!("can't listen on {address}: is another running? Choose another with --port N, or --port 0 for a free one")
        })?;
        listener.set_nonblocking(true)?;
        Ok(listener)
    }

    async fn serve(&self, listener: TcpListener, edge: Edge, (night, chisinau): Told, folder: &Folder) -> Result<()> {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let (address, stop) = (listener.local_addr()?, stop()?);
        self.greet(address, folder);
        let seed = night.seed();
        let routes = one_night::routes(night)
            .merge(chisinau::routes(chisinau, tiltas_pages::routes()))
            .merge(sign_in::routes(seed))
            .merge(doors::routes(seed))
            .merge(countries::routes())
            .merge(tiltas_pages::routes())
            .merge(tiltas_api::routes());
        let site = tiltas_kit::site(edge, routes);
        serve(listener, site, stop).await
    }
}

impl Demo {
    /// Six lines, and then quiet.
    fn greet(&self, address: SocketAddr, folder: &Folder) {
        let path = folder.path().display();
        let personas = Persona::ALL.len();
        let lines = [
            format!("Tiltas, a demonstration: open http://{address}/"),
            format!(
                "Personas: {personas}, chosen at http://{address}/account/sign-in; their API tokens: {path}/demo-tokens.json"
            ),
            format!("Data: {path} (journal, keys, node key; everyone in it is invented)"),
            "Stop: Ctrl-C. The data stays, and the demonstration's clock goes on.".to_owned(),
            format!("Reset: stop, delete {path}, start again."),
            format!("Test: curl -fsS http://{address}/one-night > page.html && tiltas journal verify --data {path}"),
        ];
        // Whoever stopped reading is no reason to stop the node.
        for line in lines {
            let _ = writeln!(std::io::stdout(), "{line}");
        }
    }
}

/// A token for each persona, so that programs can try the API; written where only the owner of the folder reads it.
fn tokens(folder: &Folder, app: &App, seed: &Seed, key: &[u8; 32]) -> Result<Tokens> {
    let (mut written, mut known) = (BTreeMap::new(), HashMap::new());
    for persona in Persona::ALL {
        let token = seed.token(key, persona);
        if let Some(account) = account::find(app, seed.persona(persona).id)? {
            let person = Person {
                actor: account.actor(),
                name: account.title,
                organisation: account.organisation_name,
                changed: 0,
            };
            known.insert(token_hash(&token), person);
            written.insert(persona.key(), token);
        }
    }
    folder.write("demo-tokens.json", &serde_json::to_vec_pretty(&written)?)?;
    Ok(Tokens::fixed(known))
}

/// Ready for Ctrl-C and for a polite kill from here on; waits for the first of them.
fn stop() -> Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupted, mut terminated) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
        end_in_time();
    })
}

/// What waits for a database that does not answer is not waited for: the journal is whole whenever the process ends.
fn end_in_time() {
    std::thread::spawn(|| {
        std::thread::sleep(STOPPED);
        eprintln!(
            "tiltas: stopped without waiting any longer for what does not answer; what was acknowledged is written"
        );
        std::process::exit(1);
    });
}

fn port(text: &str) -> Result<u16, String> {
    whole(text, u16::MAX.into()).map(|port| port as u16)
}

fn seed(text: &str) -> Result<u64, String> {
    whole(text, u64::MAX)
}

fn cases(text: &str) -> Result<u32, String> {
    whole(text, 20_000).map(|cases| cases as u32)
}
