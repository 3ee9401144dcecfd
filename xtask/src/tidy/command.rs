//! A command is built where what was sent is checked: in `input`, or by a rule of the domain. Elsewhere its fields are read.
//!
//! WHY a rule and not the compiler: `#[non_exhaustive]` would shut out `input` as well, and a constructor is open to everybody.
use super::{
    Fault,
    rust::{Source, places},
    tree::Tree,
};
use std::collections::{BTreeMap, BTreeSet};

const RULE: &str = "command";
const INPUT: &str = "crates/input/src/";
/// The rooms that take commands and make none.
const ROOMS: [&str; 8] = [
    "crates/app/src/",
    "crates/store/src/",
    "crates/access/src/",
    "crates/words/src/",
    "crates/kit/src/",
    "crates/pages/src/",
    "crates/api/src/",
    "crates/tiltas/src/",
];

/// Commands written down outside `input` and the domain.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let sources = |room: &'static str| {
        let files = tree.files();
        files.filter(move |(path, _)| path.starts_with(room) && path.ends_with(".rs") && !path.ends_with("tests.rs"))
    };
    let commands: BTreeSet<String> = sources(INPUT).flat_map(|(_, text)| made(&production(text))).collect();
    let mut faults = Vec::new();
    for (path, text) in ROOMS.into_iter().flat_map(sources) {
        let code = production(text);
        let names = imports(&code);
        for (line, text) in (1..).zip(code.lines()) {
            for command in &commands {
                if writes(text, command, &names) {
                    faults.push(Fault::new(
                        RULE,
                        path,
                        line,
                        format!("`{command}` is written down; accepted: what `input` makes of what was sent, or a rule of the domain"),
                    ));
                }
            }
        }
    }
    faults
}

fn production(text: &str) -> String {
    Source::read(text.split("#[cfg(test)]").next().unwrap_or_default()).code
}

/// The types of the domain that a file of `input` makes of what was sent: its commands, and what they become beside an id that
/// the address names.
fn made(code: &str) -> Vec<String> {
    let names = imports(code);
    let of_trait = code.split("type Command = ").skip(1);
    let beside = ["pub fn about(", "pub fn of("]
        .into_iter()
        .flat_map(|start| code.split(start).skip(1));
    let beside = beside.filter_map(|rest| rest.split('{').next()?.split("-> ").nth(1));
    let made = of_trait.chain(beside).map(word);
    made.filter_map(|name| names.get(name).cloned()).collect()
}

/// The name at the beginning of a text.
fn word(text: &str) -> &str {
    let end = text.find(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_');
    text.get(..end.unwrap_or(text.len())).unwrap_or_default()
}

/// What a file names of the domain: each name with its path below it.
fn imports(code: &str) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for tree in code.split("use tiltas_domain::").skip(1) {
        let tree: String = tree
            .split(';')
            .next()
            .unwrap_or_default()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        branch("", &tree, &mut names);
    }
    names
}

/// `consent::{self, Form}, task::Write as W` below a path.
fn branch(below: &str, tree: &str, names: &mut BTreeMap<String, String>) {
    let tree = tree.trim().trim_start_matches('{').trim_end_matches(',');
    let (mut depth, mut from) = (0_usize, 0);
    let mut parts = Vec::new();
    for (at, sign) in tree.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&tree[from..at]);
                from = tree.len();
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&tree[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&tree[from..]);
    for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
        if let Some((path, inner)) = part.split_once("::{") {
            branch(&format!("{below}{path}::"), inner, names);
            continue;
        }
        let (path, name) = part.split_once(" as ").unwrap_or((part, part));
        let name = name.rsplit("::").next().unwrap_or(name);
        names.insert(name.to_owned(), format!("{below}{path}"));
    }
}

/// Whether a line writes this command down, by its own name, by another, or behind its slice.
fn writes(line: &str, command: &str, names: &BTreeMap<String, String>) -> bool {
    let alone = names
        .iter()
        .filter(|(_, path)| *path == command)
        .map(|(name, _)| name.as_str());
    let behind = command.rsplit("::").next().unwrap_or(command);
    alone.chain([behind]).any(|name| {
        places(line, name).any(|at| {
            let (before, after) = (&line[..at], &line[at + name.len()..]);
            let slice = before.strip_suffix("::").map(|path| {
                let start = path.rfind(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_' && sign != ':');
                path.get(start.map_or(0, |start| start + 1)..).unwrap_or_default()
            });
            let is_it = match slice {
                Some(slice) => format!("{slice}::{name}").ends_with(&last_two(command)),
                None => names.get(name).is_some_and(|path| path == command),
            };
            let head = before.trim_end();
            let declares = ["struct", "impl", "for", "let", "->"]
                .iter()
                .any(|word| head.ends_with(word));
            is_it && after.trim_start().starts_with('{') && !declares
        })
    })
}

/// The slice and the name of a command.
fn last_two(command: &str) -> String {
    let parts: Vec<&str> = command.rsplitn(3, "::").take(2).collect();
    parts.into_iter().rev().collect::<Vec<_>>().join("::")
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENT: &str = "use tiltas_domain::{\n    Id,\n    consent::{self, Withdraw},\n    task::{Kind, Write},\n};\n
impl Input for WriteTask {\n    type Command = Write;\n}\n
impl Withdrawing {\n    pub fn of(self, say: Id<Consent>) -> Withdraw {\n        Withdraw { say }\n    }\n}\n";

    fn faults(path: &str, text: &str) -> usize {
        check(&Tree::of(&[("crates/input/src/task.rs", SENT), (path, text)])).len()
    }

    #[test]
    fn a_command_is_written_down_where_it_is_checked_alone() {
        for text in [
            "use tiltas_domain::task::{self, Write};\nlet command = Write { work, due };\n",
            "use tiltas_domain::{Id, task::Write as Task};\nlet command = Task { work, due };\n",
            "use tiltas_domain::task;\nlet command = task::Write { work, due };\n",
            "let command = tiltas_domain::consent::Withdraw {\n    say,\n};\n",
        ] {
            assert_eq!(faults("crates/pages/src/task.rs", text), 1, "{text}");
            assert_eq!(faults("crates/domain/src/task.rs", text), 0, "{text}");
            assert_eq!(faults("crates/pages/src/task/tests.rs", text), 0, "{text}");
        }
    }

    #[test]
    fn a_command_is_read_anywhere_and_another_type_may_bear_its_name() {
        for text in [
            "use tiltas_domain::task::Write;\nfn write(command: &Write) -> Id { command.work }\n",
            "use tiltas_domain::task::Write;\nlet Write { work, .. } = command;\n",
            "use crate::seam::Write;\nlet write = Write { bytes };\n",
            "let write = seam::Write { bytes };\n",
        ] {
            assert_eq!(faults("crates/app/src/task.rs", text), 0, "{text}");
        }
    }
}
