//! What others made and we ship has its licence beside it.
use super::{Fault, tree::Tree};

const RULE: &str = "licence";
const ASSETS: &str = "crates/kit/assets/";
/// Kinds of file that nobody here draws by hand.
const FOREIGN: [&str; 6] = [".woff", ".woff2", ".ttf", ".otf", ".min.js", ".min.css"];
/// How a text says that somebody else wrote it.
const MARKS: [&str; 5] = [
    "Copyright",
    "@license",
    "Licensed under",
    "SPDX-License-Identifier",
    "(c) ",
];
/// How a licence is called.
const NAMES: [&str; 4] = ["LICENSE", "LICENCE", "COPYING", "OFL"];

/// Every asset that is not ours.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let assets = || tree.files().filter(|(path, _)| path.starts_with(ASSETS));
    let folder = |path: &str| {
        path.rsplit_once('/')
            .map_or(String::new(), |(folder, _)| folder.to_owned())
    };
    let named = |path: &str| {
        NAMES
            .iter()
            .any(|name| path.rsplit('/').next().is_some_and(|file| file.starts_with(name)))
    };
    assets()
        .filter(|(path, text)| {
            !named(path)
                && (FOREIGN.iter().any(|end| path.ends_with(end)) || MARKS.iter().any(|mark| text.contains(mark)))
        })
        .filter(|(path, _)| {
            !assets().any(|(other, text)| folder(other) == folder(path) && named(other) && !text.is_empty())
        })
        .map(|(path, _)| {
            Fault::new(
                RULE,
                path,
                1,
                "made by others, without a licence in its folder; accepted: LICENSE, COPYING or OFL beside it",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_without_its_licence_is_found() {
        let font = ("crates/kit/assets/fonts/noto.woff2", "");
        let licence = ("crates/kit/assets/fonts/OFL.txt", "SIL Open Font License");
        let ours = ("crates/kit/assets/tiltas.css", "body { margin: 0 }");
        let theirs = ("crates/kit/assets/other.js", "/* Copyright someone */");
        assert_eq!(check(&Tree::of(&[font, ours])).len(), 1);
        assert!(check(&Tree::of(&[font, licence, ours])).is_empty());
        assert_eq!(
            check(&Tree::of(&[font, licence, theirs])).len(),
            1,
            "a licence in another folder does not count"
        );
    }
}
