//! One function a message: what the English catalogues say becomes a table of keys with their arguments, so that a page that
//! asks for words that are not there, or forgets an argument, does not compile.
//!
//! INVARIANT: the table depends on keys and arguments, never on texts: whoever edits a text compiles nothing.
use crate::tidy::tree::Tree;
use anyhow::{Context, Result, bail};
use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

/// Where the table stands.
pub const TABLE: &str = "crates/words/src/say.rs";
const CATALOGUES: &str = "crates/words/locales/en/";

/// Arguments that a page shows as a link.
const LINKS: [&str; 2] = ["phone", "emergency"];

const HEAD: &str =
    "//! Every message of the catalogues with its arguments. Written by `cargo xtask words`; a number chooses a plural.
use crate::message::{Argument, Markup, Number, messages};

messages! {
";

/// A message or a part of one, as the table needs it.
struct Message {
    key: String,
    part: Option<String>,
    /// Names in the order of the text, and whether each is a number that chooses a plural.
    arguments: Vec<(String, bool)>,
    /// Whether the text holds markup, or a telephone, which is a link.
    rich: bool,
}

/// Writes the table when it is not what the catalogues say.
pub fn run(root: &Path) -> Result<bool> {
    let (path, table) = (root.join(TABLE), table(&Tree::read(root)?)?);
    if fs::read_to_string(&path).ok().as_deref() != Some(&table) {
        fs::write(&path, table).with_context(|| format!("{TABLE} can't be written"))?;
    }
    Ok(true)
}

/// The table that the catalogues make.
pub fn table(tree: &Tree) -> Result<String> {
    let mut lines = BTreeMap::new();
    for (path, text) in tree.files().filter(|(path, _)| path.starts_with(CATALOGUES)) {
        for message in messages(text) {
            let (name, line) = message.line();
            if lines.insert(name.clone(), line).is_some() {
                bail!("{path}: two messages would be called {name}");
            }
        }
    }
    let mut out = HEAD.to_owned();
    for line in lines.values() {
        writeln!(out, "    {line}")?;
    }
    out.push_str("}\n");
    Ok(out)
}

fn messages(text: &str) -> Vec<Message> {
    let mut found: Vec<Message> = Vec::new();
    for line in text.lines() {
        let start = |line: &str| {
            let (name, rest) = line.split_once('=')?;
            let name = name.trim_end();
            let plain = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
            (!name.is_empty() && name.chars().all(plain)).then(|| (name.to_owned(), rest.to_owned()))
        };
        let indented = line.starts_with(' ');
        let part = line.trim_start().strip_prefix('.').filter(|_| indented).and_then(start);
        let begun = match (part, indented) {
            (Some((part, rest)), _) => found.last().map(|last| (last.key.clone(), Some(part), rest)),
            (None, false) => start(line).map(|(key, rest)| (key, None, rest)),
            (None, true) => None,
        };
        let rest = match begun {
            Some((key, part, rest)) => {
                found.push(Message {
                    key,
                    part,
                    arguments: Vec::new(),
                    rich: false,
                });
                rest
            }
            None if line.starts_with('#') => continue,
            None => line.to_owned(),
        };
        if let Some(message) = found.last_mut() {
            message.read(&rest);
        }
    }
    found
}

impl Message {
    fn read(&mut self, text: &str) {
        self.rich |= text.contains("<b>") || text.contains("<br>");
        for (at, _) in text.match_indices('$') {
            let name: String = text[at + 1..]
                .chars()
                .take_while(|sign| sign.is_ascii_alphanumeric() || *sign == '_')
                .collect();
            let number = text[..at].ends_with("PLURAL(");
            self.rich |= LINKS.contains(&name.as_str());
            match self.arguments.iter_mut().find(|(known, _)| *known == name) {
                Some((_, is_number)) => *is_number |= number,
                None => self.arguments.push((name, number)),
            }
        }
    }

    /// The name of the function, and its line of the table.
    fn line(&self) -> (String, String) {
        let whole = match &self.part {
            Some(part) => format!("{}_{part}", self.key),
            None => self.key.clone(),
        };
        let name = whole.replace('-', "_").to_lowercase();
        let given: Vec<String> = self
            .arguments
            .iter()
            .map(|(name, number)| {
                let of = match (number, self.rich) {
                    (true, _) => "Number",
                    (false, true) => "Markup",
                    (false, false) => "Argument",
                };
                format!("{name}: {of}")
            })
            .collect();
        let part = self
            .part
            .as_ref()
            .map_or_else(String::new, |part| format!(" . {part:?}"));
        let kind = if self.rich { "rich" } else { "plain" };
        let line = format!("{kind} {name}({}) = {:?}{part};", given.join(", "), self.key);
        (name, line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "## A head.\na-title = Words\na-late =\n    { PLURAL($n) ->\n        [one] { $n } <b>thing</b>\n       *[other] { $n } things of { $who }\n    }\nb-REF-03 = Not sent\n    .way3 = { $next } fits\n";

    #[test]
    fn a_message_becomes_a_function_with_its_arguments() {
        let lines: Vec<String> = messages(TEXT).iter().map(|message| message.line().1).collect();
        let right = [
            "plain a_title() = \"a-title\";",
            "rich a_late(n: Number, who: Markup) = \"a-late\";",
            "plain b_ref_03() = \"b-REF-03\";",
            "plain b_ref_03_way3(next: Argument) = \"b-REF-03\" . \"way3\";",
        ];
        assert_eq!(lines, right);
    }

    #[test]
    fn another_text_makes_the_same_table() {
        let table_of = |text: &str| table(&Tree::of(&[("crates/words/locales/en/a.ftl", text)])).expect("a table");
        assert_eq!(table_of(TEXT), table_of(&TEXT.replace("Not sent", "Nothing was sent")));
        assert!(table_of(TEXT) != table_of(&TEXT.replace("$who", "$whom")));
    }

    #[test]
    fn two_messages_of_one_name_are_told() {
        assert!(table(&Tree::of(&[("crates/words/locales/en/a.ftl", "a-b = 1\na_b = 2\n")])).is_err());
    }
}
