//! The person of a file is man, woman, child or unknown: comments, identifiers and documents say "the person" or
//! "they".
use super::{Fault, rust::Source, tree::Tree};
use crate::words::TABLE;

const RULE: &str = "pronoun";
const PRONOUNS: [&str; 8] = ["she", "her", "hers", "herself", "he", "him", "his", "himself"];

/// Pronouns of one gender in documents, and in comments and identifiers of what is shipped. Between backticks stands code, and the table of
/// messages bears the keys of the catalogues, whose texts a test of the pages reads.
pub fn check(tree: &Tree) -> Vec<Fault> {
    let shipped = |path: &str| path.starts_with("crates/") && path.contains("/src/") && path.ends_with(".rs");
    let mut faults = Vec::new();
    for (path, text) in tree.files().filter(|(path, _)| shipped(path) && *path != TABLE) {
        let source = Source::read(text);
        for (line, comment) in &source.comments {
            faults.extend(said(comment).map(|word| fault(path, *line, &word)));
        }
        for (line, code) in (1..).zip(source.code.lines()) {
            faults.extend(named(code).map(|word| fault(path, line, &word)));
        }
    }
    for (path, text) in tree.files().filter(|(path, _)| path.ends_with(".md")) {
        for (line, said_there) in (1..).zip(text.lines()) {
            faults.extend(said(said_there).map(|word| fault(path, line, &word)));
        }
    }
    faults
}

fn fault(path: &str, line: usize, word: &str) -> Fault {
    Fault::new(RULE, path, line, format!("`{word}`; accepted: the person, they, their"))
}

/// The pronouns that a comment says.
fn said(comment: &str) -> impl Iterator<Item = String> + '_ {
    let words = comment
        .split('`')
        .step_by(2)
        .flat_map(|text| text.split(|sign: char| !sign.is_alphanumeric()));
    words.map(str::to_lowercase).filter(|word| is_pronoun(word))
}

/// The identifiers of which one word is a pronoun.
fn named(code: &str) -> impl Iterator<Item = String> + '_ {
    let identifiers = code.split(|sign: char| !sign.is_alphanumeric() && sign != '_');
    identifiers
        .filter(|identifier| words(identifier).iter().any(|word| is_pronoun(word)))
        .map(str::to_owned)
}

fn is_pronoun(word: &str) -> bool {
    PRONOUNS.contains(&word)
}

/// The words of an identifier: `one_two` and `OneTwo` have two.
fn words(identifier: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for sign in identifier.chars() {
        if sign == '_' || sign.is_uppercase() {
            words.push(String::new());
        }
        if let Some(last) = words.last_mut().filter(|_| sign != '_') {
            last.extend(sign.to_lowercase());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(path: &str, text: &str) -> Vec<usize> {
        check(&Tree::of(&[(path, text)]))
            .iter()
            .map(|fault| fault.line)
            .collect()
    }

    #[test]
    fn a_comment_and_a_name_speak_of_the_person() {
        let text = "/// What she said.\nfn told_her() {}\n// Whether there is another.\nstruct HerSay;\nlet his = 1;\n";
        assert_eq!(lines("crates/domain/src/consent.rs", text), [1, 2, 4, 5]);
        assert_eq!(lines("crates/domain/tests/consent.rs", text), []);
    }

    #[test]
    fn a_document_speaks_of_the_person() {
        let text = "# Threats\nWho looked, and she through them.\nThe code `her` stays.\n";
        assert_eq!(lines("THREATS.md", text), [2]);
    }

    #[test]
    fn quoted_speech_and_codes_stay() {
        let text = "let said = \"She is afraid.\"; // the code `her`\nfn gather(other: There) {}\n";
        assert_eq!(lines("crates/domain/src/example.rs", text), []);
        assert_eq!(lines(TABLE, "plain slip_agreed_her() = 1;\n"), []);
    }
}
