//! A PostgreSQL server of one's own: started once per test process, gone with it, one database for each test.
use std::{
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

/// A running server.
pub struct Server {
    folder: PathBuf,
    port: u16,
    programs: PathBuf,
}

static SERVER: OnceLock<Option<Server>> = OnceLock::new();
static DATABASES: AtomicU32 = AtomicU32::new(0);

/// The address of a new database; `None` where there is no server to be had, and it need not be.
pub fn database() -> Option<String> {
    let server = SERVER.get_or_init(Server::start).as_ref();
    if server.is_none() {
        let required = std::env::var("TILTAS_REQUIRE").is_ok_and(|value| value == "all");
        assert!(!required, "PostgreSQL is required here and not installed");
        eprintln!("skipped: PostgreSQL is not installed");
    }
    server.map(Server::database)
}

impl Server {
    /// Starts one; `None` where it is not installed.
    pub fn start() -> Option<Server> {
        let programs = programs()?;
        let folder = tempfile::Builder::new()
            .prefix("tiltas-postgres-")
            .tempdir()
            .ok()?
            .keep();
        std::fs::write(folder.join("owner"), std::process::id().to_string()).ok()?;
        own(&folder);
        let data = folder.join("data");
        let initdb = programs.join("initdb");
        run(as_postgres(&initdb)
            .args(["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-D"])
            .arg(&data));
        let port = TcpListener::bind("127.0.0.1:0").ok()?.local_addr().ok()?.port();
        let server = Server { folder, port, programs };
        let mut start = as_postgres(&server.programs.join("pg_ctl"));
        start.arg("-D").arg(&data).args(["-o", &server.options(), "-w", "-l"]);
        run(start.arg(server.folder.join("log")).arg("start"));
        watch(&server.programs, &server.folder);
        Some(server)
    }

    /// Lets it die without a last checkpoint, as in a power cut, and starts it again.
    pub fn die_and_start(&self) {
        let data = self.folder.join("data");
        let control = self.programs.join("pg_ctl");
        run(as_postgres(&control)
            .arg("-D")
            .arg(&data)
            .args(["-m", "immediate", "stop"]));
        run(as_postgres(&control)
            .arg("-D")
            .arg(&data)
            .args(["-o", &self.options(), "-w", "-l"])
            .arg(self.folder.join("log"))
            .arg("start"));
    }

    fn options(&self) -> String {
        let folder = self.folder.display();
        format!(
            "-p {} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=200",
            self.port
        )
    }

    /// The address of a new database.
    pub fn database(&self) -> String {
        let name = format!("tiltas_{}", DATABASES.fetch_add(1, Ordering::Relaxed));
        let mut create = Command::new(self.programs.join("createdb"));
        run(create.args(["-h", "127.0.0.1", "-U", "postgres", "-p", &self.port.to_string(), &name]));
        format!("postgres://postgres@127.0.0.1:{}/{name}", self.port)
    }
}

/// Where the running server keeps its files.
pub fn folder() -> PathBuf {
    let server = SERVER.get().and_then(Option::as_ref);
    server
        .map(|server| server.folder.join("data"))
        .expect("a running server")
}

/// Debian's place first, then the path.
pub fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql")
        .ok()
        .into_iter()
        .flatten()
        .flatten();
    let mut found: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    found.sort();
    found.reverse();
    let path = std::env::var_os("PATH").unwrap_or_default();
    found.extend(std::env::split_paths(&path));
    found
        .into_iter()
        .find(|folder| folder.join("initdb").exists() && folder.join("pg_ctl").exists())
}

/// The server refuses to run as root.
fn as_postgres(program: &Path) -> Command {
    if is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command.current_dir("/");
        command
    } else {
        Command::new(program)
    }
}

fn own(folder: &Path) {
    if is_root() {
        run(Command::new("chown").args(["-R", "postgres"]).arg(folder));
    }
}

fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| output.stdout.starts_with(b"0\n"))
}

fn run(command: &mut Command) {
    let output = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    assert!(output.is_ok_and(|status| status.success()), "{command:?} failed");
}

/// Stops the server and removes its folder when this process is gone, however it ends.
fn watch(programs: &Path, folder: &Path) {
    let script = "while kill -0 $1 2>/dev/null; do sleep 0.3; done; cd /; \
        if [ \"$(id -u)\" = 0 ]; then runuser -u postgres -- \"$2/pg_ctl\" -D \"$3/data\" -m immediate stop; \
        else \"$2/pg_ctl\" -D \"$3/data\" -m immediate stop; fi; rm -rf \"$3\"";
    let mut watcher = Command::new("setsid");
    watcher
        .args(["sh", "-c", script, "sh", &std::process::id().to_string()])
        .arg(programs)
        .arg(folder);
    let watcher = watcher
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    assert!(watcher.is_ok(), "the watcher of the server did not start");
}
