//! SQL stands in the store and nowhere else.
use super::{Fault, rust::Source, tree::Tree};

const RULE: &str = "sql";

/// How a statement begins.
const BEGINNINGS: [&str; 11] = [
    "SELECT ",
    "INSERT INTO ",
    "UPDATE ",
    "DELETE FROM ",
    "CREATE TABLE ",
    "CREATE INDEX ",
    "CREATE UNIQUE INDEX ",
    "CREATE DATABASE ",
    "ALTER TABLE ",
    "DROP TABLE ",
    "PRAGMA ",
];

/// Every room but the store, tests included: one that opens the database on purpose is on the allow list with its reason.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, text) in tree
        .files()
        .filter(|(path, _)| path.starts_with("crates/") && !path.starts_with("crates/store/"))
    {
        if path.ends_with(".sql") {
            faults.push(Fault::new(
                RULE,
                path,
                1,
                "a file of SQL outside the store; accepted: crates/store",
            ));
        }
        if path.ends_with(".rs") {
            let literals = Source::read(text).literals;
            faults.extend(literals.iter().filter(|(_, text)| statement(text)).map(|(line, _)| {
                Fault::new(
                    RULE,
                    path,
                    *line,
                    "SQL outside the store; accepted: a query of crates/store/src, called by its name",
                )
            }));
        }
    }
    faults
}

fn statement(text: &str) -> bool {
    let text: Vec<_> = text.split_whitespace().take(4).collect();
    let text = text.join(" ") + " ";
    BEGINNINGS.iter().any(|beginning| text.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_outside_the_store_is_found_on_its_line() {
        let faults = check(&Tree::of(&[(
            "crates/app/src/case.rs",
            "\nlet q = \"\n   SELECT id\n FROM t\";\n",
        )]));
        assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn the_store_and_ordinary_words_pass() {
        let query = "let q = \"DELETE FROM t\";";
        let words = "// SELECT x\nlet q = \"Select a place\"; let u = \"UPDATED\";";
        assert!(
            check(&Tree::of(&[
                ("crates/store/src/case.rs", query),
                ("crates/pages/src/case.rs", words)
            ]))
            .is_empty()
        );
        assert_eq!(check(&Tree::of(&[("crates/pages/tests/case.rs", query)])).len(), 1);
        assert_eq!(check(&Tree::of(&[("crates/app/src/case.sql", "")])).len(), 1);
    }
}
