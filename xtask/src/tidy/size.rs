//! A file that is longer than this tells two stories. A table may be longer: it stands on the allow list.
use super::{Fault, tree::Tree};

const RULE: &str = "size";
const LIMIT: usize = 500;

/// Rust files outside `tests/`.
pub fn check(tree: &Tree) -> Vec<Fault> {
    tree.rust()
        .filter(|(path, _)| !path.contains("/tests/"))
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LIMIT)
        .map(|(path, lines)| {
            Fault::new(
                RULE,
                path,
                lines,
                format!("{lines} lines; accepted: {LIMIT}, or a table on the allow list"),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_too_many_is_found() {
        let (fits, long) = ("x\n".repeat(LIMIT), "x\n".repeat(LIMIT + 1));
        let tree = Tree::of(&[
            ("crates/app/src/case.rs", &fits),
            ("crates/app/src/risk.rs", &long),
            ("crates/app/tests/case.rs", &long),
        ]);
        let faults = check(&tree);
        assert_eq!(
            faults.iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(),
            ["crates/app/src/risk.rs"]
        );
    }
}
