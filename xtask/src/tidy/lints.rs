//! Each crate takes the workspace's lints, and a pure room denies what could panic.
use super::{Fault, purity::ROOMS, tree::Tree};

const RULE: &str = "lints";

/// The line that the `lib.rs` of a pure room carries, spaces apart.
const PANICS: &str = "#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic))]";
const DOCS: &str = "#![deny(missing_docs)]";

/// Manifests and the pure rooms' first lines.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let manifests = tree.files().filter(|(path, text)| {
        path.starts_with("crates/") && path.ends_with("/Cargo.toml") && !tight(text).contains("[lints]workspace=true")
    });
    let mut faults: Vec<_> = manifests
        .map(|(path, _)| {
            Fault::new(
                RULE,
                path,
                1,
                "the workspace's lints are not taken; accepted: `[lints]` with `workspace = true`",
            )
        })
        .collect();
    for (_, room) in ROOMS {
        let path = format!("{room}/src/lib.rs");
        let text = tight(tree.text(&path).unwrap_or_default());
        for line in [PANICS, DOCS] {
            // `warn` is as good where the run refuses warnings; the attribute is what counts.
            if !text.contains(&tight(line)) && !text.contains(&tight(line).replace("deny(missing", "warn(missing")) {
                faults.push(Fault::new(
                    RULE,
                    &path,
                    1,
                    format!("a pure room lacks a lint; accepted: `{line}`"),
                ));
            }
        }
    }
    faults
}

/// Without spaces, line ends and the comma that rustfmt puts before a closing bracket.
fn tight(text: &str) -> String {
    text.split_whitespace().collect::<String>().replace(",)", ")")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn house(domain: &str, manifest: &str) -> Vec<Fault> {
        let good = format!("{PANICS}\n{DOCS}\n");
        check(&Tree::of(&[
            ("crates/domain/src/lib.rs", domain),
            ("crates/access/src/lib.rs", &good),
            ("crates/input/src/lib.rs", &good),
            ("crates/app/Cargo.toml", manifest),
        ]))
    }

    #[test]
    fn a_room_that_could_panic_is_named() {
        let lints = "[lints]\nworkspace = true\n";
        let wrapped = format!(
            "{}\n{DOCS}",
            PANICS.replace("deny(", "deny(\n    ").replace("panic)", "panic,\n)")
        );
        assert!(house(&wrapped, lints).is_empty());
        assert_eq!(house(DOCS, lints).len(), 1);
        assert_eq!(house("", lints).len(), 2);
        assert_eq!(house(&wrapped, "[package]\n").len(), 1);
    }
}
