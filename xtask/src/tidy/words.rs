//! What no file of the repository says: things left undone, tests switched off, places outside it.
use super::{Fault, rust::places, tree::Tree};

const RULE: &str = "word";

/// Each with what would be accepted. Written in two halves, so that this file passes its own rule.
const WORDS: [(&str, &str); 5] = [
    (
        concat!("TO", "DO"),
        "the work done, or a line in the README about what is missing",
    ),
    (
        concat!("FIX", "ME"),
        "the work done, or a line in the README about what is missing",
    ),
    (concat!("to", "do!("), "the code"),
    (concat!("unimple", "mented!("), "the code"),
    (concat!("#[ig", "nore"), "a test that runs"),
];
/// Where packages come from is the business of cargo and npm.
const HOSTS: [&str; 5] = [
    concat!("crates", ".io/"),
    concat!("pypi", ".org"),
    concat!("pythonhosted", ".org"),
    concat!("registry.npm", "js"),
    concat!("deb.debian", ".org"),
];
/// Words of the drawings: their names stand in the style sheet, not where people read.
const PICTURES: [&str; 8] = ["pier", "piers", "deck", "decks", "bank", "banks", "shore", "shores"];
/// Folders of one machine.
const PLACES: [&str; 3] = [concat!("/wo", "rk/"), concat!("/fa", "rm/"), concat!("/tm", "p/")];

/// Every text file.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, text) in tree.files() {
        for (number, line) in (1..).zip(text.lines()) {
            let mut fault = |word: &str, accepted: &str| {
                faults.push(Fault::new(
                    RULE,
                    path,
                    number,
                    format!("`{word}`; accepted: {accepted}"),
                ));
            };
            for (word, accepted) in WORDS {
                if places(line, word).next().is_some() {
                    fault(word, accepted);
                }
            }
            for picture in pictures(path, line) {
                fault(
                    picture,
                    "the word of the field; a picture stands in the style sheet of the drawings only",
                );
            }
            for host in HOSTS.iter().filter(|host| line.contains(**host)) {
                fault(host, "the package's name without its registry's address");
            }
            for place in PLACES.iter().filter(|place| absolute(line, place)) {
                fault(
                    place,
                    "a path from the root of the repository, or a fresh temporary folder",
                );
            }
        }
    }
    faults
}

/// Picture words in what people read: documents, and the texts of catalogues.
fn pictures<'a>(path: &str, line: &'a str) -> impl Iterator<Item = &'a str> {
    let read = match path.rsplit('.').next() {
        Some("md") => line,
        Some("ftl") => line.split_once('=').map_or(line, |(_, text)| text),
        _ => "",
    };
    read.split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|word| PICTURES.contains(&word.to_lowercase().as_str()))
}

/// The place as the beginning of a path, not somewhere in the middle of one.
fn absolute(line: &str, place: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | '}');
    line.match_indices(place)
        .any(|(at, _)| !line[..at].chars().next_back().is_some_and(inside))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(line: &str) -> usize {
        check(&Tree::of(&[("docs/x.md", line)])).len()
    }

    #[test]
    fn every_word_is_found() {
        for (word, _) in WORDS {
            assert_eq!(count(&format!("a {word} b")), 1, "{word}");
        }
        for host in HOSTS {
            assert_eq!(count(&format!("see https://{host}x")), 1, "{host}");
        }
        for place in PLACES {
            assert_eq!(count(&format!("cd {place}x")), 1, "{place}");
        }
    }

    #[test]
    fn pictures_stay_out_of_what_people_read() {
        let faults = |path: &str, line: &str| check(&Tree::of(&[(path, line)])).len();
        assert_eq!(faults("docs/x.md", "from bank to bank"), 2);
        assert_eq!(
            faults("crates/words/locales/en/a.ftl", "a-deck = The deck joins them"),
            1
        );
        assert_eq!(faults("crates/words/locales/en/a.ftl", "a-deck = Joined"), 0);
        assert_eq!(faults("crates/kit/assets/style.css", ".deck {}"), 0);
    }

    #[test]
    fn a_longer_word_and_a_path_from_the_root_pass() {
        assert_eq!(
            count(concat!(
                "MASTO",
                "DON docs",
                "/wo",
                "rk/x https://x.example",
                "/wo",
                "rk/"
            )),
            0
        );
    }
}
