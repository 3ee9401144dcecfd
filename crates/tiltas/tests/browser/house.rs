//! The real binary on a free port, and one Chromium for all journeys that run at the same time.
use crate::tab::Tab;
use chromiumoxide::{
    browser::{Browser, BrowserConfig},
    cdp::browser_protocol::target::{CreateBrowserContextParams, CreateTargetParams},
};
use futures::StreamExt;
use jiff::{
    ToSpan,
    civil::{DateTime, date},
};
use std::{
    future::Future,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
    sync::{Arc, LazyLock, Weak},
    time::Duration,
};
use tempfile::TempDir;
use tokio::{
    runtime::Runtime,
    sync::{Mutex, OnceCell},
};

/// Debian, its derivatives, and what others call it.
const CHROMIUM: [&str; 3] = [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
];

/// Nothing is fetched by the browser itself, and no screen is needed.
const FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));
static RUNNING: Mutex<Weak<Chromium>> = Mutex::const_new(Weak::new());

/// A browser, which goes when the last journey that uses it is over.
struct Chromium {
    browser: Browser,
    _profile: TempDir,
}

impl Chromium {
    async fn shared(program: &Path) -> Arc<Chromium> {
        let mut running = RUNNING.lock().await;
        if let Some(chromium) = running.upgrade() {
            return chromium;
        }
        let profile = tempfile::tempdir().expect("a temporary folder");
        let config = BrowserConfig::builder()
            .chrome_executable(program)
            .user_data_dir(profile.path())
            .no_sandbox()
            .disable_default_args()
            .args(FLAGS)
            .window_size(1280, 800)
            .viewport(None)
            // A machine with other work to do starts it late.
            .launch_timeout(Duration::from_secs(120))
            .build()
            .expect("a configuration");
        let (browser, mut events) = Browser::launch(config).await.expect("Chromium starts");
        tokio::spawn(async move { while events.next().await.is_some() {} });
        let chromium = Arc::new(Chromium {
            browser,
            _profile: profile,
        });
        *running = Arc::downgrade(&chromium);
        chromium
    }
}

/// A demonstration of its own, so that no journey sees what another one did.
pub struct House {
    home: String,
    demo: Mutex<Demo>,
    cases: u32,
    chromium: PathBuf,
    browser: OnceCell<Arc<Chromium>>,
    data: TempDir,
}

/// The program, and what it says.
struct Demo {
    program: Child,
    now: DateTime,
    // Kept open: whoever writes to a closed pipe dies of it.
    _said: BufReader<ChildStdout>,
}

impl Demo {
    /// Starts it, and tells where it is.
    fn start(data: &Path, port: &str, cases: u32, now: DateTime) -> (Demo, String) {
        let mut program = Command::new(env!("CARGO_BIN_EXE_tiltas"))
            .args(["demo", "--port", port, "--now"])
            .arg(now.strftime("%Y-%m-%dT%H:%M").to_string())
            .arg("--cases")
            .arg(cases.to_string())
            .arg("--data")
            .arg(data)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the demonstration starts");
        let mut said = BufReader::new(program.stdout.take().expect("its standard output"));
        let home = said.by_ref().lines().map_while(Result::ok).find_map(|line| {
            let (_, address) = line.split_once("open ")?;
            Some(address.trim_end_matches('/').to_owned())
        });
        let home = home.expect("the demonstration says where it is");
        let demo = Demo {
            program,
            now,
            _said: said,
        };
        (demo, home)
    }

    /// Stops it, in order.
    fn stop(&mut self) {
        let id = self.program.id().to_string();
        let told = Command::new("kill").args(["-TERM", &id]).status();
        assert!(told.expect("told to stop").success());
        self.program.wait().expect("gone");
    }
}

impl House {
    /// The invented country with so many people's files, on the night of 20 August at 01:20.
    fn open(chromium: PathBuf, cases: u32) -> House {
        let data = tempfile::tempdir().expect("a temporary folder");
        let (demo, home) = Demo::start(data.path(), "0", cases, date(2026, 8, 20).at(1, 20, 0, 0));
        House {
            home,
            demo: Mutex::new(demo),
            cases,
            chromium,
            browser: OnceCell::new(),
            data,
        }
    }

    /// Time passes until this moment in the country, and each month somebody does something. The node stands still between two months,
    /// and does at its own moment what was due meanwhile. WHY by months: a node whose last event lies more than 30 days back waits until
    /// its clock has been steady for some minutes. Whoever is signed in stays so.
    pub async fn pass(&self, until: &str, monthly: impl AsyncFn()) {
        let until: DateTime = until.parse().expect("a time");
        let (_, port) = self.home.rsplit_once(':').expect("a port");
        let mut demo = self.demo.lock().await;
        while demo.now < until {
            let step = demo.now.checked_add(28.days()).expect("a time").min(until);
            demo.stop();
            let (next, home) = Demo::start(self.data.path(), port, self.cases, step);
            assert_eq!(home, self.home, "it stands where it stood");
            *demo = next;
            monthly().await;
        }
    }

    /// A person's own browser: nothing in it is known to the others.
    pub async fn tab(&self, width: i64, height: i64) -> Tab {
        let browser = &self
            .browser
            .get_or_init(|| Chromium::shared(&self.chromium))
            .await
            .browser;
        let own = browser
            .create_browser_context(CreateBrowserContextParams::default())
            .await
            .expect("cookies of its own");
        let target = CreateTargetParams::builder()
            .url("about:blank")
            .browser_context_id(own)
            .build()
            .expect("a target");
        let page = browser.new_page(target).await.expect("a tab");
        Tab::new(page, self.home.clone(), width, height).await
    }
}

impl Drop for House {
    fn drop(&mut self) {
        // It may be gone already; then there is nothing to stop.
        let demo = &mut self.demo.get_mut().program;
        let _ = demo.kill();
        let _ = demo.wait();
    }
}

/// Runs a journey in a demonstration of its own. Skipped where there is no Chromium, unless nothing may be skipped.
pub fn walk<J: Future<Output = ()>>(cases: u32, journey: impl FnOnce(Arc<House>) -> J) {
    let found = CHROMIUM.into_iter().map(Path::new).find(|path| path.exists());
    let Some(chromium) = found else {
        assert!(!required(), "Chromium is required and not there");
        println!("skipped: no Chromium on this machine");
        return;
    };
    let house = Arc::new(House::open(chromium.to_owned(), cases));
    RUNTIME.block_on(journey(house));
}

/// Whether nothing may be skipped.
pub fn required() -> bool {
    std::env::var_os("TILTAS_REQUIRE").is_some()
}

/// The target folder: pictures lie in it, and axe-core where the checks of the whole house put it.
pub fn target() -> PathBuf {
    let tmp = Path::new(env!("CARGO_TARGET_TMPDIR"));
    tmp.parent().unwrap_or(tmp).to_owned()
}
