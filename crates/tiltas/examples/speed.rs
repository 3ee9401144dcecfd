//! Two programs beside each other, over real HTTP on loopback: `cargo run --release -p tiltas --example speed -- OLD NEW`.
//!
//! Each scenario runs in the order A B B A, each run on a program of its own, so that what else the machine does falls on
//! both. Printed beside the rates: the processor time of the server a request, and the events that the journal grew by.
#[path = "../tests/common/client.rs"]
mod client;

use client::{Client, accounts, between, sign_in};
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, ExitCode, Stdio},
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::{Duration, Instant},
};

const CLIENTS: usize = 16;
const CASES: &str = "300";
const WARM: Duration = Duration::from_millis(500);
const SCENARIOS: [&str; 5] = ["case page", "case JSON", "today", "list of 50", "signal"];

/// A program with the country that it drew.
struct Program {
    path: PathBuf,
    folder: tempfile::TempDir,
    /// What each scenario asks: path and header, actors and cases varied.
    asks: BTreeMap<&'static str, Vec<(String, String)>>,
}

/// A program that runs.
struct Running {
    child: Child,
    address: String,
}

impl Running {
    fn start(program: &Path, folder: &Path) -> Running {
        let mut child = Command::new(program)
            .args(["demo", "--port", "0", "--cases", CASES, "--data"])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let address = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| between(&line, "http://", "/"));
        thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Running {
            child,
            address: address.expect("its address"),
        }
    }

    fn stop(mut self) {
        let _ = Command::new("kill")
            .args(["-TERM", &self.child.id().to_string()])
            .status();
        let _ = self.child.wait();
    }

    /// Seconds of processor time so far.
    fn processor(&self) -> f64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap_or_default();
        let after_name = stat.rsplit(')').next().unwrap_or_default();
        let field = |nth: usize| {
            after_name
                .split_whitespace()
                .nth(nth)
                .and_then(|text| text.parse::<f64>().ok())
        };
        // User and system time, in hundredths of a second on every Linux that we know.
        (field(11).unwrap_or(0.0) + field(12).unwrap_or(0.0)) / 100.0
    }

    /// Megabytes in memory.
    fn memory(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.trim().split(' ').next()?.parse::<f64>().ok());
        kilobytes.unwrap_or(0.0) / 1024.0
    }
}

/// How many events the journal holds, as the program itself says.
fn events(program: &Program) -> i64 {
    let said = Command::new(&program.path)
        .args(["journal", "verify", "--data"])
        .arg(program.folder.path())
        .output()
        .expect("verified");
    let text = String::from_utf8_lossy(&said.stdout).into_owned();
    let count = between(&text, "whole: ", " events").and_then(|count| count.replace(',', "").parse().ok());
    count.unwrap_or_else(|| panic!("no count of events: {text}{}", String::from_utf8_lossy(&said.stderr)))
}

impl Program {
    /// Draws the country, and finds what there is to ask.
    fn new(path: PathBuf) -> Program {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let running = Running::start(&path, folder.path());
        thread::sleep(Duration::from_secs(3));
        println!(
            "{}: {:.1} MB in memory, idle, {CASES} cases",
            path.display(),
            running.memory()
        );
        let mut asks: BTreeMap<&'static str, Vec<(String, String)>> = BTreeMap::new();
        let mut longest = 0;
        for account in accounts(&running.address).expect("accounts").iter().take(24) {
            let header = format!("Cookie: {}\r\n", sign_in(&running.address, account).expect("a session"));
            let mut client = Client::new(&running.address);
            let list = client.get("/cases", &header).expect("an answer");
            let cases = if list.status == 200 {
                cases(&list.text())
            } else {
                Vec::new()
            };
            if client.get("/today", &header).is_ok_and(|page| page.status == 200) && !cases.is_empty() {
                asks.entry("today")
                    .or_default()
                    .push(("/today".to_owned(), header.clone()));
            }
            if cases.len() >= longest && !cases.is_empty() {
                if cases.len() > longest {
                    asks.remove("list of 50");
                }
                longest = cases.len();
                asks.entry("list of 50")
                    .or_default()
                    .push(("/cases".to_owned(), header.clone()));
            }
            for case in cases.iter().take(12) {
                let path = format!("/cases/{case}");
                if client.get(&path, &header).is_ok_and(|page| page.status == 200) {
                    asks.entry("case page").or_default().push((path, header.clone()));
                }
            }
        }
        let known: Vec<String> = asks
            .get("case page")
            .into_iter()
            .flatten()
            .map(|(path, _)| path.clone())
            .collect();
        let tokens = std::fs::read_to_string(folder.path().join("demo-tokens.json")).expect("the tokens");
        let tokens: BTreeMap<String, String> = serde_json::from_str(&tokens).expect("persona and token");
        let mut client = Client::new(&running.address);
        for (persona, token) in &tokens {
            let header = format!("Authorization: Bearer {token}\r\n");
            for path in &known {
                let path = format!("/api/v1{path}");
                let enough = asks.get("case JSON").is_some_and(|asks| asks.len() >= 100);
                if !enough && client.get(&path, &header).is_ok_and(|reply| reply.status == 200) {
                    asks.entry("case JSON").or_default().push((path, header.clone()));
                }
            }
            let header = format!("{header}Content-Type: application/json\r\nIdempotency-Key: begin-{persona}\r\n");
            let sent = client.ask("POST", "/api/v1/signals", &header, SIGNAL);
            if sent.is_ok_and(|reply| matches!(reply.status, 200 | 201)) {
                let header = format!("Authorization: Bearer {token}\r\nContent-Type: application/json\r\n");
                asks.entry("signal")
                    .or_default()
                    .push(("/api/v1/signals".to_owned(), header));
            }
        }
        running.stop();
        println!("  the longest list has {longest} lines");
        Program { path, folder, asks }
    }
}

const SIGNAL: &str = r#"{"channel":"encounter","urgency":"tonight","sex":"woman","account":"was in a van"}"#;

/// The cases that a page leads to.
fn cases(page: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for rest in page.split("href=\"/cases/").skip(1) {
        let id: String = rest
            .chars()
            .take_while(|sign| sign.is_ascii_hexdigit() || *sign == '-')
            .collect();
        if id.len() >= 20 && !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

/// One run: requests a second, processor milliseconds a request, events a request.
struct Run {
    rate: f64,
    processor: f64,
    events: f64,
    failed: u64,
}

static KEYS: AtomicU64 = AtomicU64::new(0);

fn run(program: &Program, scenario: &'static str, time: Duration) -> Run {
    let before = events(program);
    let running = Running::start(&program.path, program.folder.path());
    let asks = &program.asks[scenario];
    let (done, failed) = (AtomicU64::new(0), AtomicU64::new(0));
    let press = |time: Duration| {
        let (began, before) = (Instant::now(), done.load(Ordering::Relaxed));
        thread::scope(|scope| {
            for nth in 0..CLIENTS {
                let (done, failed, running) = (&done, &failed, &running);
                scope.spawn(move || {
                    let mut client = Client::new(&running.address);
                    let mut turn = nth * 7;
                    while began.elapsed() < time {
                        let (path, header) = &asks[turn % asks.len()];
                        turn += 1;
                        let reply = if scenario == "signal" {
                            let key = KEYS.fetch_add(1, Ordering::Relaxed);
                            let header = format!("{header}Idempotency-Key: speed-{}-{key}\r\n", std::process::id());
                            client.ask("POST", path, &header, SIGNAL)
                        } else {
                            client.get(path, header)
                        };
                        done.fetch_add(1, Ordering::Relaxed);
                        if !reply.is_ok_and(|reply| matches!(reply.status, 200 | 201)) {
                            failed.fetch_add(1, Ordering::Relaxed);
                        }
                    }
                });
            }
        });
        (done.load(Ordering::Relaxed) - before, began.elapsed().as_secs_f64())
    };
    press(WARM);
    let processor = running.processor();
    let (count, seconds) = press(time);
    let processor = running.processor() - processor;
    running.stop();
    let all = done.load(Ordering::Relaxed) as f64;
    Run {
        rate: count as f64 / seconds,
        processor: processor * 1e3 / count.max(1) as f64,
        events: (events(program) - before) as f64 / all.max(1.0),
        failed: failed.load(Ordering::Relaxed),
    }
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (Some(old), Some(new)) = (words.first(), words.get(1)) else {
        eprintln!("speed OLD NEW [SECONDS]: two programs, and the seconds of each run (4)");
        return ExitCode::FAILURE;
    };
    let seconds = words.get(2).and_then(|text| text.parse().ok()).unwrap_or(4);
    let programs = [Program::new(old.into()), Program::new(new.into())];
    println!(
        "{CLIENTS} clients that keep their connections, {seconds} s a run, in the order A B B A; A: {old}, B: {new}"
    );
    println!(
        "{:<12} {:>28} {:>36} {:>7}",
        "", "A: /s  ms cpu  events", "B: /s  ms cpu  events", "ratio"
    );
    for scenario in SCENARIOS {
        let mut runs: [Vec<Run>; 2] = [Vec::new(), Vec::new()];
        if programs
            .iter()
            .any(|program| program.asks.get(scenario).is_none_or(Vec::is_empty))
        {
            println!("{scenario:<12} nothing to ask");
            continue;
        }
        for which in [0, 1, 1, 0] {
            runs[which].push(run(&programs[which], scenario, Duration::from_secs(seconds)));
        }
        let mean = |runs: &[Run], of: fn(&Run) -> f64| runs.iter().map(of).sum::<f64>() / runs.len() as f64;
        let line = |runs: &[Run]| {
            let failed: u64 = runs.iter().map(|run| run.failed).sum();
            let each: Vec<String> = runs.iter().map(|run| format!("{:.0}", run.rate)).collect();
            format!(
                "{:>6.0} ({}) {:>6.2} {:>6.2}{}",
                mean(runs, |run| run.rate),
                each.join(", "),
                mean(runs, |run| run.processor),
                mean(runs, |run| run.events),
                if failed > 0 {
                    format!(" {failed} FAILED")
                } else {
                    String::new()
                }
            )
        };
        let ratio = mean(&runs[1], |run| run.rate) / mean(&runs[0], |run| run.rate);
        println!("{scenario:<12} {} | {} | {ratio:.2}", line(&runs[0]), line(&runs[1]));
    }
    ExitCode::SUCCESS
}
