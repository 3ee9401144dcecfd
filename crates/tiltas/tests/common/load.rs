//! Presses every GET address of a running node with many clients at once. None may hang, none may answer 5xx other than 503
//! with Retry-After.
use super::client::{Client, accounts, sign_in};
use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// Every address of a node, a line each: method and pattern.
pub const ROUTES: &str = include_str!("../site/routes.txt");

/// One address with who may open it.
#[derive(Clone, Debug)]
pub struct Target {
    /// `/cases/{id}`.
    pub pattern: String,
    /// With its ids.
    pub path: String,
    /// The header that lets one in.
    pub header: String,
}

/// How an address took it.
#[derive(Debug, Default)]
pub struct Outcome {
    /// How often each status was answered.
    pub statuses: BTreeMap<u16, usize>,
    /// Not one answer: hung, or cut.
    pub lost: Vec<String>,
    /// 5xx other than 503 with Retry-After.
    pub wrong: usize,
    /// Seconds that each answer took, in rising order.
    pub took: Vec<f64>,
    /// Seconds of all together.
    pub seconds: f64,
}

impl Outcome {
    /// Whether none hung and none answered what it may not.
    pub fn is_well(&self) -> bool {
        self.lost.is_empty() && self.wrong == 0 && !self.took.is_empty()
    }

    /// A line for people.
    pub fn line(&self, pattern: &str) -> String {
        let at = |share: f64| {
            self.took
                .get(((self.took.len() as f64 - 1.0) * share) as usize)
                .copied()
                .unwrap_or(0.0)
        };
        let statuses: Vec<String> = self
            .statuses
            .iter()
            .map(|(status, count)| format!("{status}: {count}"))
            .collect();
        format!(
            "{pattern:<50} {:>7.0}/s  median {:>7.1} ms  p99 {:>7.1} ms  longest {:>7.1} ms  {}",
            self.took.len() as f64 / self.seconds.max(f64::EPSILON),
            at(0.5) * 1e3,
            at(0.99) * 1e3,
            at(1.0) * 1e3,
            statuses.join(", ")
        )
    }
}

/// How much is asked of each address.
#[derive(Clone, Copy, Debug)]
pub enum Amount {
    /// So many requests.
    Requests(usize),
    /// For so long.
    Time(Duration),
}

/// Asks one address with `clients` at once.
pub fn press(address: &str, target: &Target, clients: usize, amount: Amount) -> Outcome {
    let (outcome, asked, over) = (
        Mutex::new(Outcome::default()),
        AtomicUsize::new(0),
        AtomicBool::new(false),
    );
    let began = Instant::now();
    thread::scope(|scope| {
        for _ in 0..clients {
            scope.spawn(|| {
                let mut client = Client::new(address);
                while !over.load(Ordering::Relaxed) {
                    let nth = asked.fetch_add(1, Ordering::Relaxed);
                    let enough = match amount {
                        Amount::Requests(count) => nth >= count,
                        Amount::Time(time) => began.elapsed() >= time,
                    };
                    if enough {
                        break;
                    }
                    let sent = Instant::now();
                    let reply = client.get(&target.path, &target.header);
                    let mut outcome = outcome.lock().expect("no panic");
                    match reply {
                        Ok(reply) => {
                            *outcome.statuses.entry(reply.status).or_default() += 1;
                            let told = reply.status == 503 && reply.header("retry-after").is_some();
                            outcome.wrong += usize::from(reply.status >= 500 && !told);
                            outcome.took.push(sent.elapsed().as_secs_f64());
                        }
                        Err(error) => {
                            outcome.lost.push(error.to_string());
                            over.store(true, Ordering::Relaxed);
                        }
                    }
                }
            });
        }
    });
    let mut outcome = outcome.into_inner().expect("no panic");
    outcome.seconds = began.elapsed().as_secs_f64();
    outcome.took.sort_by(f64::total_cmp);
    outcome
}

/// An address for every GET pattern, with ids of the demonstration, as somebody who may open it; where nobody was found to
/// lead there, as the first account with ids that are not there.
pub fn targets(address: &str, tokens: &[String]) -> io::Result<Vec<Target>> {
    let mut found = crawl(address)?;
    let patterns = ROUTES.lines().filter_map(|line| line.strip_prefix("GET "));
    let ids: Vec<(String, String)> = found.iter().flat_map(|(path, _)| ids(path)).collect();
    let first = found.first().map(|(_, header)| header.clone()).unwrap_or_default();
    let mut client = Client::new(address);
    let mut targets = Vec::new();
    found.sort_by_key(|(path, _)| path.len());
    for pattern in patterns {
        let of_api = pattern.starts_with("/api/");
        let mut candidates: Vec<(String, String)> = Vec::new();
        if of_api {
            for path in filled(pattern.trim_start_matches("/api/v1"), &ids) {
                let headers = tokens.iter().map(|token| format!("Authorization: Bearer {token}\r\n"));
                candidates.extend(headers.map(|header| (format!("/api/v1{path}"), header)));
            }
        } else {
            let fits = found.iter().filter(|(path, _)| is_of(path, pattern));
            candidates.extend(fits.cloned());
        }
        let mut answered = |path: &str, header: &str, statuses: &[u16]| {
            let reply = client.get(path, header);
            reply.is_ok_and(|reply| statuses.contains(&reply.status))
        };
        let few = || candidates.iter().take(200);
        let opened = few()
            .find(|(path, header)| answered(path, header, &[200]))
            .or_else(|| few().find(|(path, header)| answered(path, header, &[303, 304])));
        let (path, header) = opened.or(candidates.first()).cloned().unwrap_or_else(|| {
            let path = filled(pattern, &[]).pop().unwrap_or_default();
            (path, first.clone())
        });
        targets.push(Target {
            pattern: pattern.to_owned(),
            path,
            header,
        });
    }
    Ok(targets)
}

/// What the accounts are led to: paths and who found them.
fn crawl(address: &str) -> io::Result<Vec<(String, String)>> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut shapes = BTreeSet::new();
    for account in accounts(address)?.iter().take(40) {
        let header = format!("Cookie: {}\r\n", sign_in(address, account)?);
        let mut client = Client::new(address);
        let begins = ROUTES.lines().filter_map(|line| line.strip_prefix("GET "));
        let mut waiting: Vec<String> = begins
            .filter(|path| !path.contains('{') && !path.starts_with("/api/") && *path != "/leave")
            .map(str::to_owned)
            .collect();
        let mut seen = BTreeSet::new();
        while let Some(path) = waiting.pop() {
            if seen.len() > 400 || !seen.insert(path.clone()) {
                continue;
            }
            let Ok(reply) = client.get(&path, &header) else {
                continue;
            };
            if !matches!(reply.status, 200 | 303) {
                continue;
            }
            let bare = path.split(['?', '#']).next().unwrap_or_default().to_owned();
            found.push((bare, header.clone()));
            let text = reply.text();
            for mark in ["href=\"", "data-news=\"", "src=\""] {
                for rest in text.split(mark).skip(1) {
                    let Some((link, _)) = rest.split_once('"') else {
                        continue;
                    };
                    let link = link.split('#').next().unwrap_or_default();
                    // A few of each shape are enough to lead everywhere.
                    let shape = (account.clone(), shape(link));
                    if link.starts_with('/') && link != "/leave" && (shapes.insert(shape) || seen.len() < 25) {
                        waiting.push(link.to_owned());
                    }
                }
            }
        }
    }
    Ok(found)
}

/// A path with its ids left out.
fn shape(path: &str) -> String {
    let part = |part: &str| {
        if part.len() >= 20 {
            "*".to_owned()
        } else {
            part.to_owned()
        }
    };
    path.split(['?'])
        .next()
        .unwrap_or_default()
        .split('/')
        .map(part)
        .collect::<Vec<_>>()
        .join("/")
}

fn is_of(path: &str, pattern: &str) -> bool {
    let (path, pattern): (Vec<&str>, Vec<&str>) = (path.split('/').collect(), pattern.split('/').collect());
    path.len() == pattern.len()
        && path
            .iter()
            .zip(&pattern)
            .all(|(part, expected)| expected.starts_with('{') && !part.is_empty() || part == expected)
        // A word that is an address of its own is no id.
        && !ROUTES.lines().any(|line| line.strip_prefix("GET ") == Some(&path.join("/")) && pattern.iter().any(|part| part.starts_with('{')))
}

/// Each id of a path with the word before it: `("cases", "0f…")`.
fn ids(path: &str) -> Vec<(String, String)> {
    let parts: Vec<&str> = path.split('/').collect();
    let pairs = parts.windows(2).filter(|pair| pair[1].len() >= 20);
    pairs.map(|pair| (pair[0].to_owned(), pair[1].to_owned())).collect()
}

/// The pattern with ids that are known for the word before each, or with one that is not there.
fn filled(pattern: &str, ids: &[(String, String)]) -> Vec<String> {
    let mut paths = vec![String::new()];
    let mut before = "";
    for part in pattern.split('/').skip(1) {
        if part.starts_with('{') {
            let mut known: Vec<&str> = ids
                .iter()
                .filter(|(word, _)| word == before)
                .map(|(_, id)| id.as_str())
                .collect();
            known.dedup();
            known.truncate(12);
            if known.is_empty() {
                known.push("00000000-0000-4000-8000-000000000000");
            }
            paths = paths
                .iter()
                .flat_map(|path| known.iter().map(move |id| format!("{path}/{id}")))
                .collect();
        } else {
            paths.iter_mut().for_each(|path| *path = format!("{path}/{part}"));
            before = part;
        }
    }
    paths
}
