//! One branch on the database: a driver's crate is named in the seam and nowhere else.
use super::{
    Fault,
    rust::{Source, places},
    tree::Tree,
};

const RULE: &str = "seam";
const DRIVERS: [&str; 3] = ["rusqlite", "postgres", "tokio_postgres"];
/// The one file, and the folder that belongs to it.
const SEAM: [&str; 2] = ["crates/store/src/seam.rs", "crates/store/src/seam/"];
/// The keys live in an SQLite file of their own, whatever the journal lives in.
const KEYS: &str = "crates/store/src/keys.rs";

/// Sources only; a test may open either database by hand.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let sources = tree
        .rust()
        .filter(|(path, _)| path.starts_with("crates/") && path.contains("/src/"));
    let others = sources.filter(|(path, _)| *path != SEAM[0] && !path.starts_with(SEAM[1]));
    let mut faults = Vec::new();
    for (path, text) in others {
        let source = Source::read(text);
        for driver in DRIVERS
            .into_iter()
            .filter(|driver| !(path == KEYS && *driver == "rusqlite"))
        {
            let lines = (1..).zip(source.code.lines()).filter(|(_, line)| names(line, driver));
            faults.extend(lines.map(|(line, _)| {
                let says = format!(
                    "names the driver `{driver}`; accepted: only {} and {}, and {KEYS} for rusqlite alone",
                    SEAM[0], SEAM[1]
                );
                Fault::new(RULE, path, line, says)
            }));
        }
    }
    faults
}

/// As a crate: `use postgres…` or `postgres::…`; a variable or a module of another path may bear the word.
fn names(line: &str, driver: &str) -> bool {
    places(line, driver).any(|at| {
        let (before, after) = (line[..at].trim_end(), line[at + driver.len()..].trim_start());
        let inside = |path: &str| path.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '>'));
        let foreign = before.strip_suffix("::").is_some_and(inside);
        before.ends_with("use") || before == "use ::" || (after.starts_with("::") && !foreign)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        check(&Tree::of(&[(path, text)]))
            .into_iter()
            .map(|fault| fault.line)
            .collect()
    }

    #[test]
    fn a_second_branch_is_found() {
        assert_eq!(
            lines(
                "crates/store/src/case.rs",
                "use rusqlite::Row;\nfn f(c: ::postgres::Client) {}\n"
            ),
            [1, 2]
        );
        assert_eq!(lines("crates/app/src/case.rs", "use postgres as pg;"), [1]);
        assert_eq!(lines(KEYS, "use rusqlite::Row;\nuse postgres::Row;"), [2]);
    }

    #[test]
    fn the_seam_its_folder_and_plain_words_pass() {
        assert!(lines("crates/store/src/seam.rs", "use rusqlite::Row;\nuse postgres::Row;").is_empty());
        assert!(lines("crates/store/src/seam/postgres.rs", "use postgres::Row;").is_empty());
        assert!(
            lines(
                "crates/tiltas/src/main.rs",
                "let postgres = config.postgres; seam::postgres::open(); // postgres::x"
            )
            .is_empty()
        );
    }
}
