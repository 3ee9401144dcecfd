//! The real binary on a free port: what a newcomer does first, and what an operator does after.
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Child, Command, Output, Stdio},
};
use tempfile::TempDir;
use tiltas_app::{App, account, case};
use tiltas_demonstration::{Seed, country::Persona};
use tiltas_domain::{Moment, example};
use tiltas_store::{Location, Store};

const BINARY: &str = env!("CARGO_BIN_EXE_tiltas");

/// A running demonstration, and the six lines that it printed.
struct Running {
    child: Child,
    lines: Vec<String>,
}

impl Running {
    fn start(folder: &Path, more: &[&str]) -> Running {
        let mut child = Command::new(BINARY)
            .args([
                "demo",
                "--port",
                "0",
                "--cases",
                "24",
                "--now",
                "2026-08-20T01:20",
                "--data",
            ])
            .arg(folder)
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.as_mut().unwrap()).lines();
        let lines = lines.take(6).map(Result::unwrap).collect();
        Running { child, lines }
    }

    fn address(&self) -> &str {
        let (_, rest) = self.lines[0].split_once("http://").unwrap();
        rest.trim_end_matches('/')
    }

    fn get(&self, path: &str, header: &str) -> String {
        let mut stream = TcpStream::connect(self.address()).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {}\r\n{header}Connection: close\r\n\r\n",
            self.address()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// What the process holds in memory now, in kB.
    fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    }

    /// A visitor who was not here before opens One night and presses the next step.
    fn press_next(&self, visitor: u32) -> String {
        let cookie = format!("Cookie: tiltas={visitor:032x}\r\n");
        let page = self.get("/one-night", &cookie);
        let field = |name: &str| {
            let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap();
            rest.split('"').next().unwrap().to_owned()
        };
        let body = format!("token={}&stage={}&do=next", field("token"), field("stage"));
        let mut stream = TcpStream::connect(self.address()).unwrap();
        write!(
            stream,
            "POST /one-night HTTP/1.1\r\nHost: {}\r\n{cookie}Content-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.address(),
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// As Ctrl-C does.
    fn stop(mut self) -> String {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        let mut said = String::new();
        self.child.stderr.as_mut().unwrap().read_to_string(&mut said).unwrap();
        assert!(self.child.wait().unwrap().success(), "it stops in order: {said}");
        said
    }
}

fn tiltas(arguments: &[&str]) -> Output {
    Command::new(BINARY).args(arguments).output().unwrap()
}

fn text(output: &[u8]) -> String {
    String::from_utf8_lossy(output).into_owned()
}

#[test]
fn a_newcomer_reads_six_lines_and_sees_one_night_also_after_a_restart() {
    let above = tempfile::tempdir().unwrap();
    let folder = above.path().join("data");
    let running = Running::start(&folder, &[]);
    assert_eq!(running.lines.len(), 6);
    for (line, begins) in running
        .lines
        .iter()
        .zip(["Tiltas", "Personas", "Data", "Stop", "Reset", "Test"])
    {
        assert!(line.starts_with(begins), "{line}");
    }
    assert!(running.get("/", "").contains("href=\"/one-night\""), "one press away");
    let page = running.get("/one-night", "");
    assert!(
        page.starts_with("HTTP/1.1 200") && !page.contains("02:05"),
        "{page:.300}"
    );
    assert!(page.contains("01:20") && page.contains("What the journal just recorded"));
    let spoken = |page: &str| page.split("id=\"screens\">").nth(1).unwrap()[..24].to_owned();
    let name = spoken(&page);

    let cards = running.get("/account/sign-in", "");
    assert_eq!(cards.matches("<span class=\"waits\">").count(), Persona::ALL.len());
    assert!(
        cards.contains("things wait") && cards.contains(" late</b>"),
        "what waits"
    );
    told_apart(&cards);

    let tokens = folder.join("demo-tokens.json");
    assert_eq!(std::fs::metadata(&tokens).unwrap().permissions().mode() & 0o777, 0o600);
    let written = std::fs::read_to_string(&tokens).unwrap();
    for persona in Persona::ALL {
        assert!(written.contains(persona.key()), "{written}");
    }
    running.stop();

    let again = Running::start(&folder, &[]);
    assert_eq!(spoken(&again.get("/one-night", "")), name, "the same night goes on");
    assert_eq!(
        std::fs::read_to_string(&tokens).unwrap(),
        written,
        "and so do the tokens"
    );
    again.stop();
    let place = folder.to_str().unwrap();
    let verified = tiltas(&["journal", "verify", "--data", place]);
    assert!(verified.status.success() && text(&verified.stdout).starts_with("whole: "));
    assert!(
        text(&verified.stdout).contains(", 0 younger"),
        "the end was signed: {}",
        text(&verified.stdout)
    );
    let rebuilt = tiltas(&["journal", "rebuild", "--data", place]);
    assert!(rebuilt.status.success(), "{}", text(&rebuilt.stdout));
    let doctor = || {
        let doctor = tiltas(&["doctor", "--data", place]);
        (doctor.status.code(), text(&doctor.stdout))
    };
    let (code, said) = doctor();
    assert!(code == Some(0) && !said.contains("ILL"), "{said}");

    let mode = std::fs::metadata(&folder).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o700);
    let path = folder.join("keys.db");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    let (code, said) = doctor();
    assert!(
        code == Some(2) && said.contains("others can read keys.db (mode 0644)"),
        "{said}"
    );
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    let kept = std::fs::read(&path).unwrap();
    forget_five_keys(&path);
    let (code, said) = doctor();
    assert!(code == Some(2) && said.contains("ILL   keys: 5 of "), "{said}");
    std::fs::remove_file(&path).unwrap();
    let (code, said) = doctor();
    assert!(code == Some(2) && said.contains("keys.db is missing"), "{said}");
    assert!(!path.exists(), "looking made none");
    let start = tiltas(&["demo", "--data", place, "--port", "0"]);
    assert!(
        start.status.code() == Some(1) && text(&start.stderr).contains("tiltas keys restore"),
        "{}",
        text(&start.stderr)
    );
    std::fs::write(&path, kept).unwrap();
}

/// Behind the node's back.
fn forget_five_keys(path: &Path) {
    let keys = rusqlite::Connection::open(path).unwrap();
    let five = "DELETE FROM key WHERE owner IN (SELECT owner FROM key ORDER BY owner LIMIT 5)";
    assert_eq!(keys.execute(five, []).unwrap(), 5);
}

/// Two nodes on one folder would both sign, escalate and send.
#[test]
fn a_folder_belongs_to_one_node_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let running = Running::start(folder.path(), &[]);
    let place = folder.path().to_str().unwrap();
    let second = tiltas(&["demo", "--data", place, "--port", "0"]);
    assert_eq!(second.status.code(), Some(1));
    assert!(
        text(&second.stderr).contains("another node is at work"),
        "{}",
        text(&second.stderr)
    );
    assert!(
        tiltas(&["journal", "verify", "--data", place]).status.success(),
        "looking is free"
    );
    running.stop();
    Running::start(folder.path(), &[]).stop();
}

#[test]
fn what_is_long_unsigned_fails_the_verifier() {
    let folder = tempfile::tempdir().unwrap();
    Running::start(folder.path(), &[]).stop();
    let place = folder.path().to_str().unwrap();
    let keys = rusqlite::Connection::open(folder.path().join("keys.db")).unwrap();
    keys.execute("DELETE FROM signed", []).unwrap();
    drop(keys);
    let verified = tiltas(&["journal", "verify", "--data", place]);
    assert_eq!(verified.status.code(), Some(2));
    assert!(
        text(&verified.stdout).contains("not signed: "),
        "{}",
        text(&verified.stdout)
    );
}

/// Each account of the sign-in page has words of its own, and says nothing twice.
fn told_apart(page: &str) {
    let buttons = page
        .split("<button ")
        .skip(1)
        .filter(|button| button.contains("name=\"as\""));
    let mut names = std::collections::BTreeSet::new();
    for button in buttons {
        let (inside, _) = button.split_once("</button>").unwrap();
        let (_, inside) = inside.split_once('>').unwrap();
        let inside = inside.split("<span class=\"quiet\">").next().unwrap();
        let words: String = inside
            .split('<')
            .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
            .collect();
        let mut seen = std::collections::BTreeSet::new();
        for word in words.to_lowercase().split(|sign: char| !sign.is_alphanumeric()) {
            assert!(word.len() < 4 || seen.insert(word.to_owned()), "{word} twice: {words}");
        }
        assert!(names.insert(words.clone()), "two of {words}");
    }
    assert!(names.len() > 30, "{}", names.len());
}

/// `cargo test -p tiltas --test demo fifty -- --nocapture` says how much memory fifty stories take.
#[test]
fn fifty_visitors_have_a_night_each_and_the_next_one_is_told_to_wait() {
    let folder = tempfile::tempdir().unwrap();
    let running = Running::start(folder.path(), &[]);
    let offset = || std::fs::read_to_string(folder.path().join("demo.json")).unwrap();
    let (memory, clock) = (running.memory(), offset());
    for nth in 0..50 {
        let answer = running.press_next(nth);
        assert!(answer.starts_with("HTTP/1.1 303"), "{answer:.400}");
        assert!(answer.contains("set-cookie: tiltas-story="), "{answer:.400}");
    }
    let full = running.press_next(50);
    assert!(
        full.starts_with("HTTP/1.1 503") && full.contains("retry-after: "),
        "{full:.400}"
    );
    assert!(full.contains("press again in a few minutes"), "{full:.4000}");
    let after = running.memory();
    println!("memory with no story: {memory} kB, with fifty: {after} kB");
    assert!(after < memory + 150_000, "{memory} kB, then {after} kB");
    assert_eq!(offset(), clock, "the country's clock was not moved");
    let stories = folder.path().join("stories");
    assert!(stories.exists());
    running.stop();
    assert!(!stories.exists(), "nothing is left on disk");
}

#[test]
fn the_same_seed_is_the_same_country() {
    let country = |seed: &str| {
        let folder = tempfile::tempdir().unwrap();
        Running::start(folder.path(), &["--seed", seed]).stop();
        told(&folder)
    };
    let first = country("7");
    assert_eq!(first, country("7"));
    assert_ne!(first.1, country("8").1);
}

/// How long the journal is, and the spoken names that two personas see.
fn told(folder: &TempDir) -> (i64, Vec<String>, usize) {
    let key: [u8; 32] = std::fs::read(folder.path().join("node.key"))
        .unwrap()
        .try_into()
        .unwrap();
    let store = Store::open(&Location::Folder(folder.path().to_owned()), &key).unwrap();
    let events = store.verify().unwrap().events;
    let app = App::new(store, example::moldova());
    let now = Moment(example::NIGHT.0);
    let mut names = Vec::new();
    for persona in [Persona::CaseManager, Persona::BorderOfficer] {
        let seed = account::all(&app).unwrap();
        let (institution, nth) = persona.place();
        let function = institution.entry().people[nth].1;
        let found = seed
            .iter()
            .find(|a| a.organisation_name == institution.entry().name && a.title == function)
            .unwrap();
        let context = Seed::new(0).context(found.actor(), now, "looks");
        let list = case::list::list(&app, &context, case::list::Order::SpokenName, 0).unwrap();
        names.extend(list.lines.into_iter().map(|line| line.spoken_name));
    }
    let accounts = account::all(&app).unwrap().len();
    (events, names, accounts)
}

#[test]
fn a_wrong_start_says_what_would_be_right() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap();
    let missing = tiltas(&["journal", "verify", "--data", &format!("{place}/none")]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(
        text(&missing.stderr).contains("--data DIR"),
        "{}",
        text(&missing.stderr)
    );
    let no_time = tiltas(&["demo", "--data", place, "--now", "yesterday"]);
    assert_eq!(no_time.status.code(), Some(1));
    assert!(text(&no_time.stderr).contains("accepted: 2026-08-20T01:20"));
    let broken = folder.path().join("broken.toml");
    std::fs::write(&broken, "country = \"MD\"\n").unwrap();
    let faults = tiltas(&["profile", "check", broken.to_str().unwrap()]);
    assert_eq!(faults.status.code(), Some(2));
    assert!(text(&faults.stdout).contains("accepted:"), "{}", text(&faults.stdout));
    Running::start(folder.path(), &["--seed", "3"]).stop();
    let other = tiltas(&["demo", "--data", place, "--seed", "4"]);
    assert_eq!(other.status.code(), Some(1));
    assert!(text(&other.stderr).contains("--seed 3"), "{}", text(&other.stderr));
    std::fs::set_permissions(folder.path().join("node.key"), std::fs::Permissions::from_mode(0o644)).unwrap();
    let open = tiltas(&["journal", "verify", "--data", place]);
    assert!(text(&open.stderr).contains("accepted: 0600"), "{}", text(&open.stderr));
}

#[test]
fn a_start_that_can_not_succeed_says_so_before_it_draws_a_country() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = tiltas(&["demo", "--data", place, "--port", &port]);
    assert!(
        text(&output.stderr).contains("--port 0 for a free one"),
        "{}",
        text(&output.stderr)
    );
    assert!(!text(&output.stderr).contains("Drawing") && !folder.path().join("tiltas.db").exists());
    for (name, value, most) in [
        ("--cases", "-5", "20000"),
        ("--port", "99999", "65535"),
        ("--seed", "-1", "18446744073709551615"),
    ] {
        let output = tiltas(&["demo", "--data", place, name, value]);
        let said = format!("accepted: a whole number from 0 to {most}");
        assert!(text(&output.stderr).contains(&said), "{name}: {}", text(&output.stderr));
    }
    for command in [&["demo"][..], &["doctor"], &["journal", "verify"]] {
        let address = [
            "--data",
            place,
            "--database",
            "postgres://tiltas:secret@127.0.0.1/tiltas",
        ];
        let output = tiltas(&[command, &address].concat());
        let said = text(&output.stderr);
        assert!(
            said.contains("TILTAS_DATABASE") && !said.contains("secret"),
            "{command:?}: {said}"
        );
    }
}

#[test]
fn a_lost_demo_json_draws_no_second_country() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap();
    Running::start(folder.path(), &[]).stop();
    std::fs::remove_file(folder.path().join("demo.json")).unwrap();
    let again = tiltas(&["demo", "--data", place, "--port", "0"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(
        text(&again.stderr).contains("demo.json is missing"),
        "{}",
        text(&again.stderr)
    );
}

#[test]
fn keys_come_back_from_a_backup_that_only_its_recipient_opens() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap();
    Running::start(folder.path(), &[]).stop();
    let secret = folder.path().join("secret");
    let (secret, backup) = (secret.to_str().unwrap(), format!("{place}/keys.backup"));
    let made = tiltas(&["keys", "new-recipient", secret]);
    let recipient = text(&made.stdout).trim().to_owned();
    assert!(recipient.starts_with("tiltas-recipient-"), "{recipient}");
    assert!(
        !tiltas(&["keys", "new-recipient", secret]).status.success(),
        "a secret is never overwritten"
    );
    let sealed = tiltas(&["keys", "backup", "--data", place, "--to", &recipient, "--out", &backup]);
    assert!(sealed.status.success(), "{}", text(&sealed.stderr));
    for name in ["keys.db", "epoch.key"] {
        std::fs::remove_file(folder.path().join(name)).unwrap();
    }
    let restored = tiltas(&[
        "keys", "restore", "--data", place, "--from", &backup, "--secret", secret,
    ]);
    assert!(
        text(&restored.stdout).contains("26 keys"),
        "{} {}",
        text(&restored.stdout),
        text(&restored.stderr)
    );
    assert!(tiltas(&["journal", "rebuild", "--data", place]).status.success());
}
