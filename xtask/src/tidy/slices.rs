//! One noun, one file or folder, the same word in every layer.
use super::{
    Fault,
    glossary::{Glossary, Kind, PATH},
    tree::Tree,
};

const RULE: &str = "slice";

/// Sources and the templates beside them.
pub fn check(tree: &Tree, glossary: &Glossary) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, _) in tree
        .files()
        .filter(|(path, _)| path.ends_with(".rs") || path.ends_with(".html"))
    {
        let Some(inside) = path.strip_prefix("crates/").and_then(|p| p.split_once("/src/")) else {
            continue;
        };
        let stem = inside.1.rsplit_once('.').map_or(inside.1, |(stem, _)| stem);
        let mut folder: Option<&str> = None;
        for word in stem.split('/') {
            let accepted = match glossary.kind(word) {
                Some(Kind::Slice | Kind::House) => true,
                Some(Kind::Act) => folder.is_some(),
                Some(Kind::Term) => false,
                None => word == "tests",
            };
            if !accepted {
                let says = match folder {
                    None => format!(
                        "`{word}` is no slice and no house word; accepted: a word of {PATH} of one of these kinds"
                    ),
                    Some(slice) => format!(
                        "`{word}` in `{slice}/` is no act, slice or house word; accepted: one of {PATH}, or tests"
                    ),
                };
                faults.push(Fault::new(RULE, path, 1, says));
            }
            folder = Some(word);
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str) -> usize {
        let words = "| `case` | case | caz | atvejis | x | slice |\n| `lib` | x | | | | house |\n| `open` | open | | | | act |\n| `victim` | victim | | | | term |\n";
        check(&Tree::of(&[(path, "")]), &Glossary::parse(words)).len()
    }

    #[test]
    fn a_file_that_no_one_can_name_is_found() {
        for path in [
            "crates/app/src/utils.rs",
            "crates/pages/src/case/do_it.rs",
            "crates/pages/src/open.rs",
            "crates/pages/src/victim.rs",
            "crates/pages/src/case/thing.html",
        ] {
            assert_eq!(faults(path), 1, "{path}");
        }
    }

    #[test]
    fn slices_acts_and_house_words_pass() {
        for path in [
            "crates/app/src/lib.rs",
            "crates/pages/src/case.rs",
            "crates/pages/src/case/open.rs",
            "crates/pages/src/case/open.html",
            "crates/domain/src/case/tests.rs",
            "crates/words/src/tests.rs",
            "crates/app/tests/anything.rs",
        ] {
            assert_eq!(faults(path), 0, "{path}");
        }
    }
}
