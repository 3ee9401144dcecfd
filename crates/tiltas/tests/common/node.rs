//! The program as a newcomer starts it, on a free port, with a small country; and just enough HTTP to talk to it.
#![allow(dead_code, reason = "each test executable uses its part")]
use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

/// A running program.
pub struct Node {
    child: Child,
    address: String,
    tokens: HashMap<String, String>,
}

impl Node {
    /// Starts it and waits until it says where it is.
    pub fn start(folder: &Path, database: Option<&str>) -> Node {
        Node::start_with(folder, database, 0)
    }

    /// The same with a country of so many files.
    pub fn start_with(folder: &Path, database: Option<&str>, cases: u32) -> Node {
        let mut command = program(
            &["demo", "--port", "0", "--cases", &cases.to_string()],
            folder,
            database,
        );
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("started");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let address = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| Some(line.split_once("http://")?.1.trim_end_matches('/').to_owned()))
            .expect("its address");
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        let tokens = std::fs::read_to_string(folder.join("demo-tokens.json")).expect("the tokens");
        let tokens = serde_json::from_str(&tokens).expect("persona and token");
        Node { child, address, tokens }
    }

    /// `127.0.0.1:40000`.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// A persona's bearer token.
    pub fn token(&self, persona: &str) -> String {
        self.tokens.get(persona).expect("a persona").clone()
    }

    /// The tokens of all personas.
    pub fn tokens(&self) -> Vec<String> {
        self.tokens.values().cloned().collect()
    }

    /// The process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// SIGKILL: no farewell.
    pub fn kill(&mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("gone");
    }

    /// SIGTERM, and the end of it.
    pub fn stop(mut self) {
        let pid = self.child.id().to_string();
        Command::new("kill")
            .args(["-TERM", &pid])
            .status()
            .expect("told to stop");
        assert!(self.child.wait().expect("gone").success());
    }
}

impl Node {
    /// SIGTERM where an orderly end may not be possible: it ends, whatever it says.
    pub fn ends(mut self) {
        let pid = self.child.id().to_string();
        Command::new("kill")
            .args(["-TERM", &pid])
            .status()
            .expect("told to stop");
        self.child.wait().expect("gone");
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn program(words: &[&str], folder: &Path, database: Option<&str>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tiltas"));
    command.args(words).arg("--data").arg(folder);
    if let Some(database) = database {
        command.args(["--database", database]);
    }
    command
}

/// Runs another command of the program over the same data; it says what it found.
pub fn command(words: &[&str], folder: &Path, database: Option<&str>) {
    let output = program(words, folder, database).output().expect("run");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{words:?}: {said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// What came back.
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The whole body.
    pub body: String,
}

/// One request over a connection of its own; `None` when the other side went away before the whole answer was here.
pub fn ask(
    address: &str,
    method: &str,
    path: &str,
    token: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Option<Answer> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(60))).ok()?;
    let more: String = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    let request = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n{more}Connection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).ok()?;
    let mut text = String::new();
    stream.read_to_string(&mut text).ok()?;
    let (head, body) = text.split_once("\r\n\r\n")?;
    let length = head
        .lines()
        .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
    if length.is_some_and(|length: usize| body.len() < length) {
        return None;
    }
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Answer {
        status,
        body: body.to_owned(),
    })
}

/// The files below a folder that hold this text in the clear.
pub fn files_with(folder: &Path, text: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(place) = waiting.pop() {
        for entry in std::fs::read_dir(&place).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                waiting.push(path);
            } else if std::fs::read(&path)
                .is_ok_and(|bytes| bytes.windows(text.len()).any(|part| part == text.as_bytes()))
            {
                found.push(path);
            }
        }
    }
    found
}
