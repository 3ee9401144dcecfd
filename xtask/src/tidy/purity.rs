//! The pure rooms read no clock, no file, no socket, no randomness: not in their own code, not through a dependency.
use super::{Fault, rust::Source, tree::Tree};

const RULE: &str = "purity";

/// Package and folder of each pure room.
pub const ROOMS: [(&str, &str); 3] = [
    ("tiltas-domain", "crates/domain"),
    ("tiltas-access", "crates/access"),
    ("tiltas-input", "crates/input"),
];

/// Crates that bring a runtime, a socket, a database or a random source.
const CRATES: [&str; 26] = [
    "async-std",
    "aws-lc-rs",
    "axum",
    "diesel",
    "fastrand",
    "futures-executor",
    "getrandom",
    "h2",
    "hyper",
    "lettre",
    "libsqlite3-sys",
    "mio",
    "native-tls",
    "openssl-sys",
    "postgres",
    "rand",
    "reqwest",
    "ring",
    "rusqlite",
    "rustls",
    "smol",
    "socket2",
    "sqlx",
    "tokio",
    "tokio-postgres",
    "ureq",
];

/// Modules of the standard library that reach outside.
const MODULES: [&str; 5] = ["fs", "env", "net", "process", "thread"];

/// Names that tell the time, wherever they come from.
const CLOCKS: [&str; 2] = ["SystemTime", "Instant"];

/// Functions that read the machine's clock or randomness.
const CALLS: [&str; 5] = [
    "Timestamp::now",
    "ZonedDateTime::now",
    "Uuid::new_v4",
    "Uuid::now_v7",
    "TimeZone::system",
];

/// What the sources of a pure room name. Its tests may do as they like.
pub fn sources(tree: &Tree) -> Vec<Fault> {
    let pure = |path: &str| {
        ROOMS
            .iter()
            .any(|(_, room)| path.strip_prefix(room).is_some_and(|p| p.starts_with("/src/")))
    };
    tree.rust()
        .filter(|(path, _)| pure(path) && !path.ends_with("/tests.rs") && !path.contains("/tests/"))
        .flat_map(|(path, text)| {
            named(&Source::read(text)).into_iter().map(move |(line, what)| {
                let says = format!(
                    "a pure room names `{what}`; accepted: take it as an argument, `Context` holds time and seed"
                );
                Fault::new(RULE, path, line, says)
            })
        })
        .collect()
}

fn named(source: &Source) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for word in CLOCKS {
        found.extend(source.lines_with(word).into_iter().map(|line| (line, word.to_owned())));
    }
    // Spaces and line ends are dropped, so that `std::{\n    env,\n    fs as files}` is one text.
    let mut tight = String::new();
    let mut lines = Vec::new();
    for (line, text) in (1..).zip(source.code.lines()) {
        for word in text.split_whitespace() {
            let glued = tight.ends_with(|c: char| c.is_alphanumeric() || c == '_')
                && word.starts_with(|c: char| c.is_alphanumeric() || c == '_');
            let word = if glued { format!(" {word}") } else { word.to_owned() };
            lines.extend(std::iter::repeat_n(line, word.len()));
            tight.push_str(&word);
        }
    }
    let line = |at: usize| lines.get(at).copied().unwrap_or(1);
    for call in CALLS {
        found.extend(super::rust::places(&tight, call).map(|at| (line(at), call.to_owned())));
    }
    for (at, _) in tight.match_indices("std::") {
        for module in modules(&tight[at + "std::".len()..]) {
            found.push((line(at), format!("std::{module}")));
        }
    }
    found
}

/// The forbidden modules that a path or a group of paths begins with.
fn modules(path: &str) -> Vec<&'static str> {
    let begins = |part: &str, module: &str| super::rust::places(part, module).next() == Some(0);
    let parts = match path.strip_prefix('{') {
        Some(group) => group_parts(group),
        None => vec![path],
    };
    MODULES
        .into_iter()
        .filter(|module| parts.iter().any(|part| begins(part, module)))
        .collect()
}

/// What stands between the commas of a group, up to its closing brace.
fn group_parts(group: &str) -> Vec<&str> {
    let (mut depth, mut from, mut parts) = (0usize, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&group[from..at]);
                return parts;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&group[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts
}

/// What a room's dependencies bring along, from the output of `cargo tree --prefix none`.
pub fn dependencies(room: &str, listing: &str) -> Vec<Fault> {
    let mut names: Vec<_> = listing
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    names.sort_unstable();
    names.dedup();
    let path = format!("{room}/Cargo.toml");
    names
        .into_iter()
        .filter(|name| CRATES.contains(name))
        .map(|name| {
            let says = format!("the tree of this pure room holds `{name}`; accepted: without it (`cargo tree -e normal -i {name}` tells who asks for it)");
            Fault::new(RULE, &path, 1, says)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<usize> {
        let faults = sources(&Tree::of(&[("crates/domain/src/case.rs", text)]));
        faults.into_iter().map(|fault| fault.line).collect()
    }

    #[test]
    fn a_pure_room_opens_no_file_and_reads_no_clock() {
        for text in [
            "fn f() { std::fs::read(\"x\"); }",
            "use std::{fmt, fs};",
            "use std::{\n    collections::{BTreeMap, BTreeSet},\n    env,\n};",
            "use std::time::SystemTime;",
            "let t: Instant;",
            "let t = jiff::Timestamp::now();",
            "let z = ZonedDateTime::\n    now();",
            "use std::net::TcpStream;",
        ] {
            assert_eq!(found(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn the_line_is_the_line_of_the_name() {
        assert_eq!(found("//! Rules.\n\nuse std::fs;\n"), [3]);
    }

    #[test]
    fn words_that_only_look_alike_pass() {
        for text in [
            "// std::fs",
            "\"std::env\"",
            "use std::fmt;",
            "use std::{fmt, collections::BTreeMap};",
            "fn instant() {}",
            "env!(\"CARGO_PKG_VERSION\")",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_store_may_and_a_test_may() {
        let text = "use std::fs;";
        assert!(
            sources(&Tree::of(&[
                ("crates/store/src/keys.rs", text),
                ("crates/domain/src/case/tests.rs", text),
                ("crates/access/tests/golden.rs", text)
            ]))
            .is_empty()
        );
    }

    #[test]
    fn a_runtime_in_the_tree_is_named() {
        let faults = dependencies(
            "crates/domain",
            "tiltas-domain v0.1.0\njiff v1.0.0\ntokio v1.4.0\ntokio v1.4.0 (*)\n",
        );
        assert_eq!(faults.len(), 1);
        assert!(faults[0].says.contains("`tokio`"));
        assert!(dependencies("crates/domain", "tokio-like v1.0.0").is_empty());
    }
}
