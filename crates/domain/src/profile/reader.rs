//! Reads values of a profile's file one by one, and collects what is wrong with them.
use super::{Sourced, check::Fault, parse::length};
use crate::clock::{ClockKind, Confidence, Term};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

const KINDS: &str = "target, statutory, statutory_max, statutory_exceptional, not_before, none, unknown";
const CONFIDENCES: &str = "verified, unsure, proposed";
const LENGTHS: &str =
    "a whole number from 1 to 10000 and a unit: 15 min, 72 h, 30 calendar days, 5 working days, 3 months";
pub(super) const PROVENANCE: [&str; 3] = ["source", "confidence", "note"];
pub(super) const TERM: [&str; 5] = ["kind", "length", "source", "confidence", "note"];

/// A table of the file, and where it stands.
pub(super) struct Section<'t> {
    pub(super) path: String,
    pub(super) at: usize,
    pub(super) table: &'t DeTable<'t>,
}

impl Section<'_> {
    pub(super) fn path(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }
}

/// Collects faults. A value that could not be read is replaced by an empty one, which never leaves: a fault refuses the file.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) faults: Vec<Fault>,
    pub(super) places: Vec<(String, usize)>,
}

impl<'t> Reader<'t> {
    pub(super) fn fault(&mut self, at: usize, path: &str, rule: &'static str, accepted: impl Into<String>) {
        let before = self.text.get(..at.min(self.text.len())).unwrap_or("");
        self.faults.push(Fault {
            line: before.matches('\n').count() + 1,
            path: path.to_owned(),
            rule,
            accepted: accepted.into(),
        });
    }

    /// Where the value of a path, or the nearest thing above it, begins.
    pub(super) fn place(&self, path: &str) -> usize {
        let found = self.places.iter().filter(|(known, _)| path.starts_with(known.as_str()));
        found.max_by_key(|(known, _)| known.len()).map_or(0, |(_, at)| *at)
    }

    pub(super) fn only(&mut self, section: &Section<'_>, keys: &[&[&str]]) {
        let known: Vec<&str> = keys.iter().flat_map(|keys| keys.iter().copied()).collect();
        for key in section.table.keys() {
            if !known.contains(&key.get_ref().as_ref()) {
                let path = section.path(key.get_ref());
                self.fault(key.span().start, &path, "this key is not known", known.join(", "));
            }
        }
    }

    pub(super) fn find(
        &mut self,
        section: &Section<'t>,
        key: &str,
        accepted: &str,
    ) -> Option<&'t Spanned<DeValue<'t>>> {
        let found = section.table.get(key);
        if found.is_none() {
            self.fault(section.at, &section.path(key), "this key is missing", accepted);
        }
        found
    }

    pub(super) fn wrong(&mut self, section: &Section<'_>, key: &str, value: &Spanned<DeValue<'_>>, accepted: &str) {
        let path = section.path(key);
        self.fault(
            value.span().start,
            &path,
            "a value of another kind is expected",
            accepted,
        );
    }

    pub(super) fn section(&mut self, section: &Section<'t>, key: &str, keys: &[&[&str]]) -> Option<Section<'t>> {
        let value = self.find(section, key, "a table")?;
        let path = section.path(key);
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(section, key, value, "a table");
            return None;
        };
        let inner = Section {
            at: value.span().start,
            path,
            table,
        };
        self.places.push((inner.path.clone(), inner.at));
        self.only(&inner, keys);
        Some(inner)
    }

    pub(super) fn rows(&mut self, section: &Section<'t>, key: &str, keys: &[&[&str]]) -> Vec<Section<'t>> {
        let Some(value) = section.table.get(key) else {
            return Vec::new();
        };
        let Some(array) = value.get_ref().as_array() else {
            self.wrong(section, key, value, "a list of tables");
            return Vec::new();
        };
        let mut rows = Vec::new();
        for (nth, item) in array.iter().enumerate() {
            let path = format!("{}[{}]", section.path(key), nth + 1);
            match item.get_ref().as_table() {
                Some(table) => {
                    let row = Section {
                        path,
                        at: item.span().start,
                        table,
                    };
                    self.only(&row, keys);
                    rows.push(row);
                }
                None => self.fault(
                    item.span().start,
                    &path,
                    "a value of another kind is expected",
                    "a table",
                ),
            }
        }
        rows
    }

    pub(super) fn text(&mut self, section: &Section<'t>, key: &str, accepted: &str) -> String {
        let Some(value) = self.find(section, key, accepted) else {
            return String::new();
        };
        match value.get_ref().as_str() {
            Some(text) if !text.trim().is_empty() => return text.trim().to_owned(),
            Some(_) => self.fault(value.span().start, &section.path(key), "this value is empty", accepted),
            None => self.wrong(section, key, value, accepted),
        }
        String::new()
    }

    pub(super) fn optional(&mut self, section: &Section<'t>, key: &str) -> Option<String> {
        section
            .table
            .contains_key(key)
            .then(|| self.text(section, key, "a text, or no such key"))
    }

    /// A text that `read` understands; a fault of `rule` otherwise.
    pub(super) fn read<T>(
        &mut self,
        section: &Section<'t>,
        key: &str,
        rule: &'static str,
        accepted: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(section, key, accepted);
        if text.is_empty() {
            return None;
        }
        let known = read(&text);
        if known.is_none() {
            let at = section.table.get(key).map_or(section.at, |value| value.span().start);
            self.fault(at, &section.path(key), rule, accepted);
        }
        known
    }

    pub(super) fn number(&mut self, section: &Section<'t>, key: &str, accepted: &str) -> u32 {
        let Some(value) = self.find(section, key, accepted) else {
            return 0;
        };
        let number = value
            .get_ref()
            .as_integer()
            .and_then(|number| number.as_str().parse().ok());
        if number.is_none() {
            self.wrong(section, key, value, accepted);
        }
        number.unwrap_or(0)
    }

    /// A text, or a list of texts.
    pub(super) fn texts(&mut self, section: &Section<'t>, key: &str) -> Vec<String> {
        const ACCEPTED: &str = "a text, or a list of texts";
        let Some(value) = self.find(section, key, ACCEPTED) else {
            return Vec::new();
        };
        let texts: Option<Vec<String>> = match value.get_ref() {
            DeValue::String(text) => Some(vec![text.to_string()]),
            DeValue::Array(list) => list
                .iter()
                .map(|item| item.get_ref().as_str().map(str::to_owned))
                .collect(),
            _ => None,
        };
        if texts.is_none() {
            self.wrong(section, key, value, ACCEPTED);
        }
        texts.unwrap_or_default()
    }

    pub(super) fn confidence(&mut self, section: &Section<'t>) -> Confidence {
        const RULE: &str = "a value says how sure it is, in one of three words";
        self.read(section, "confidence", RULE, CONFIDENCES, Confidence::from_code)
            .unwrap_or(Confidence::Unsure)
    }

    pub(super) fn source(&mut self, section: &Section<'t>) -> String {
        self.text(section, "source", "where the value was read, or whose proposal it is")
    }

    pub(super) fn sourced<T>(&mut self, section: &Section<'t>, value: T) -> Sourced<T> {
        Sourced {
            value,
            source: self.source(section),
            confidence: self.confidence(section),
            note: self.optional(section, "note"),
        }
    }

    pub(super) fn sourced_text(&mut self, section: &Section<'t>, key: &str, accepted: &str) -> Sourced<String> {
        match self.section(section, key, &[&["value"], &PROVENANCE]) {
            Some(inner) => {
                let value = self.text(&inner, "value", accepted);
                self.sourced(&inner, value)
            }
            None => empty(String::new()),
        }
    }

    /// A term: `length` stands beside every kind but `none` and `unknown`.
    pub(super) fn term(&mut self, section: &Section<'t>) -> Term {
        let kind = self
            .read(
                section,
                "kind",
                "a clock has one of seven kinds",
                KINDS,
                ClockKind::from_code,
            )
            .unwrap_or(ClockKind::Unknown);
        let has_length = section.table.get("length");
        let length = match (kind, has_length) {
            (ClockKind::None | ClockKind::Unknown, None) => None,
            (ClockKind::None | ClockKind::Unknown, Some(value)) if section.table.contains_key("kind") => {
                let path = section.path("length");
                let rule = "a clock of kind none or unknown has no length";
                self.fault(value.span().start, &path, rule, "no such key, or another kind");
                None
            }
            _ => self.read(
                section,
                "length",
                "a length stands as the law writes it",
                LENGTHS,
                length,
            ),
        };
        Term {
            kind,
            length,
            source: self.source(section),
            confidence: self.confidence(section),
            note: self.optional(section, "note"),
        }
    }

    pub(super) fn term_at(&mut self, section: Option<&Section<'t>>, key: &str) -> Term {
        match section.and_then(|section| self.section(section, key, &[&TERM])) {
            Some(inner) => self.term(&inner),
            None => no_term(),
        }
    }

    /// A term without which a promise would have no hour.
    pub(super) fn length_at(&mut self, section: Option<&Section<'t>>, key: &str) -> Term {
        let before = self.faults.len();
        let term = self.term_at(section, key);
        if let Some(section) = section.filter(|_| term.length.is_none() && self.faults.len() == before) {
            let path = section.path(key);
            let at = self.place(&path);
            self.fault(at, &path, "this clock needs a length", LENGTHS);
        }
        term
    }
}

pub(super) fn empty<T>(value: T) -> Sourced<T> {
    Sourced {
        value,
        source: String::new(),
        confidence: Confidence::Unsure,
        note: None,
    }
}

pub(super) fn no_term() -> Term {
    Term {
        kind: ClockKind::Unknown,
        length: None,
        source: String::new(),
        confidence: Confidence::Unsure,
        note: None,
    }
}
