//! Presses every GET address of a node with many clients: `cargo run --release -p tiltas --example load -- …`.
#[path = "../tests/common/client.rs"]
mod client;
#[path = "../tests/common/load.rs"]
#[allow(dead_code, reason = "the test of the same name uses the rest")]
mod load;

use load::{Amount, press, targets};
use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Command, ExitCode, Stdio},
    time::{Duration, Instant},
};

const USAGE: &str = "load PROGRAM [--seconds N] [--clients N] [--cases N] [--database URL]: starts PROGRAM demo in a temporary folder, \
    presses each GET address, and stops it";

struct Arguments {
    program: PathBuf,
    seconds: u64,
    clients: usize,
    cases: String,
    database: Option<String>,
}

fn arguments() -> Option<Arguments> {
    let mut words = std::env::args().skip(1);
    let mut arguments = Arguments {
        program: words.next().filter(|word| !word.starts_with("--"))?.into(),
        seconds: 5,
        clients: 64,
        cases: "300".to_owned(),
        database: None,
    };
    while let Some(word) = words.next() {
        let value = words.next()?;
        match word.as_str() {
            "--seconds" => arguments.seconds = value.parse().ok()?,
            "--clients" => arguments.clients = value.parse().ok()?,
            "--cases" => arguments.cases = value,
            "--database" => arguments.database = Some(value),
            _ => return None,
        }
    }
    Some(arguments)
}

fn main() -> ExitCode {
    let Some(arguments) = arguments() else {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut program = Command::new(&arguments.program);
    program.args(["demo", "--port", "0", "--cases", &arguments.cases, "--data"]);
    program.arg(folder.path());
    if let Some(database) = &arguments.database {
        program.args(["--database", database]);
    }
    let mut child = program.stdout(Stdio::piped()).spawn().expect("the program starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let address = lines
        .by_ref()
        .map_while(Result::ok)
        .find_map(|line| client::between(&line, "http://", "/"))
        .expect("its address");
    let reader = std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    let tokens = std::fs::read_to_string(folder.path().join("demo-tokens.json")).expect("the tokens");
    let tokens: std::collections::BTreeMap<String, String> = serde_json::from_str(&tokens).expect("persona and token");
    let tokens: Vec<String> = tokens.into_values().collect();
    let targets = targets(&address, &tokens).expect("the demonstration is there");
    let time = Amount::Time(Duration::from_secs(arguments.seconds));
    let mut ill = 0;
    for target in &targets {
        let outcome = press(&address, target, arguments.clients, time);
        println!("{}", outcome.line(&target.pattern));
        if !outcome.is_well() {
            ill += 1;
            println!(
                "    ILL: {} wrong, {} lost: {:?}",
                outcome.wrong,
                outcome.lost.len(),
                outcome.lost.first()
            );
        }
    }
    let began = Instant::now();
    let _ = Command::new("kill").args(["-TERM", &child.id().to_string()]).status();
    let ended = child.wait();
    let _ = reader.join();
    println!(
        "{} addresses, {ill} ill; stopped in {:.1} s: {ended:?}",
        targets.len(),
        began.elapsed().as_secs_f64()
    );
    if ill == 0 && began.elapsed() < Duration::from_secs(5) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
