//! Who may call whom. Crates are layers: an arrow that is not in this table is a fault.
//!
//! Dev-dependencies are freer: tests of a room may use every room below it, never one above, and never itself.
use super::{Fault, tree::Tree};
use toml::Table;

const RULE: &str = "edge";

/// The rooms from the top, each with what its code may see.
const EDGES: [(&str, &[&str]); 11] = [
    // The binary only wires: it may name every room.
    (
        "tiltas",
        &[
            "pages",
            "api",
            "demonstration",
            "kit",
            "words",
            "app",
            "input",
            "store",
            "access",
            "domain",
        ],
    ),
    ("pages", &["kit", "words", "app", "input", "access", "domain"]),
    ("api", &["kit", "words", "app", "input", "access", "domain"]),
    (
        "demonstration",
        &["kit", "words", "app", "input", "store", "access", "domain"],
    ),
    ("kit", &["words", "app", "input", "access", "domain"]),
    ("words", &["domain"]),
    ("app", &["store", "access", "domain"]),
    ("input", &["domain"]),
    ("store", &["access", "domain"]),
    ("access", &["domain"]),
    ("domain", &[]),
];

/// Every manifest under `crates`, and that `xtask` sees none of them.
pub fn check(tree: &Tree) -> Vec<Fault> {
    tree.files()
        .filter_map(|(path, text)| Some((path, text, room(path)?)))
        .flat_map(|(path, text, room)| manifest(path, text, room))
        .collect()
}

fn room(path: &str) -> Option<&str> {
    if path == "xtask/Cargo.toml" {
        return Some("xtask");
    }
    let room = path.strip_prefix("crates/")?.strip_suffix("/Cargo.toml")?;
    (!room.contains('/')).then_some(room)
}

fn manifest(path: &str, text: &str, room: &str) -> Vec<Fault> {
    let table = match text.parse::<Table>() {
        Ok(table) => table,
        Err(error) => return vec![Fault::new(RULE, path, 1, format!("can't be read: {error}"))],
    };
    let Some((normal, tests)) = allowed(room) else {
        let known: Vec<_> = EDGES.iter().map(|(room, _)| *room).collect();
        let says = format!(
            "`{room}` is no room of the house; accepted: {}, or a line in EDGES with the room's question",
            known.join(", ")
        );
        return vec![Fault::new(RULE, path, 1, says)];
    };
    let mut sections: Vec<&Table> = vec![&table];
    let targets = table.get("target").and_then(|t| t.as_table());
    sections.extend(
        targets
            .into_iter()
            .flat_map(|t| t.values())
            .filter_map(|t| t.as_table()),
    );
    let mut faults = Vec::new();
    for (kind, accepted) in [
        ("dependencies", &normal),
        ("build-dependencies", &normal),
        ("dev-dependencies", &tests),
    ] {
        for (name, value) in sections.iter().filter_map(|s| s.get(kind)?.as_table()).flatten() {
            let package = value.get("package").and_then(|p| p.as_str()).unwrap_or(name);
            let Some(target) = own(package) else { continue };
            if !accepted.contains(&target) {
                let line = (1..)
                    .zip(text.lines())
                    .find(|(_, l)| l.trim_start().starts_with(name.as_str()));
                let accepted = if accepted.is_empty() {
                    "none of our rooms".to_owned()
                } else {
                    accepted.join(", ")
                };
                let says = format!("`{room}` must not see `{target}` ({kind}); accepted: {accepted}");
                faults.push(Fault::new(RULE, path, line.map_or(1, |(n, _)| n), says));
            }
        }
    }
    faults
}

/// What a room's code may see, and what its tests may.
fn allowed(room: &str) -> Option<(Vec<&'static str>, Vec<&'static str>)> {
    if room == "xtask" {
        return Some((Vec::new(), Vec::new()));
    }
    let at = EDGES.iter().position(|(name, _)| *name == room)?;
    let below = EDGES.iter().skip(at + 1).map(|(name, _)| *name).collect();
    Some((EDGES[at].1.to_vec(), below))
}

fn own(package: &str) -> Option<&str> {
    if package == "tiltas" {
        Some(package)
    } else {
        package.strip_prefix("tiltas-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> Vec<Fault> {
        check(&Tree::of(&[(path, text)]))
    }

    #[test]
    fn a_page_can_not_reach_the_store() {
        let found = faults(
            "crates/pages/Cargo.toml",
            "[package]\n[dependencies]\ntiltas-app.workspace = true\ntiltas-store.workspace = true\n",
        );
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].line, 4);
        assert!(
            found[0]
                .says
                .contains("accepted: kit, words, app, input, access, domain"),
            "{}",
            found[0]
        );
    }

    #[test]
    fn its_tests_can_but_no_test_looks_up() {
        assert!(
            faults(
                "crates/pages/Cargo.toml",
                "[dev-dependencies]\ntiltas-store.workspace = true\n"
            )
            .is_empty()
        );
        assert_eq!(
            faults(
                "crates/store/Cargo.toml",
                "[dev-dependencies]\ntiltas-app.workspace = true\n"
            )
            .len(),
            1
        );
    }

    #[test]
    fn another_name_or_a_target_hides_nothing() {
        assert_eq!(
            faults(
                "crates/domain/Cargo.toml",
                "[dependencies]\nvault = { package = \"tiltas-store\", path = \"../store\" }\n"
            )
            .len(),
            1
        );
        assert_eq!(
            faults(
                "crates/domain/Cargo.toml",
                "[target.'cfg(unix)'.dependencies]\ntiltas-store.workspace = true\n"
            )
            .len(),
            1
        );
    }

    #[test]
    fn a_new_room_is_a_decision() {
        assert_eq!(faults("crates/common/Cargo.toml", "[package]\n").len(), 1);
    }
}
