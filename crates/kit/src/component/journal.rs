//! What the journal recorded: number, hour, what, by which function, what is sealed in it, its seal and the one it follows.
use super::component;
use askama::Template;
use tiltas_words::{Words, html::Html};

/// One event.
#[derive(Clone, Debug)]
pub struct LogLine {
    /// Its position: "41,207".
    pub number: String,
    /// The hour, in words and for machines.
    pub time: (String, String),
    /// What happened.
    pub what: Html,
    /// By which function.
    pub by: String,
    /// Which classes are sealed in it ("contact, health"); `None` when it has no content.
    pub sealed: Option<String>,
    /// The first signs of its seal.
    pub seal: String,
    /// And of the one it follows.
    pub follows: String,
}

/// The component: newest first.
#[derive(Debug, Template)]
#[template(path = "component/journal.html")]
pub struct Journal {
    lines: Vec<LogLine>,
    nothing: String,
    after: String,
    words: Words,
}
component!(Journal);

impl Journal {
    /// The lines, newest first.
    pub fn new(words: &Words, lines: Vec<LogLine>) -> Journal {
        Journal {
            lines,
            nothing: words.journal_no_content(),
            after: words.journal_after(),
            words: words.clone(),
        }
    }
}
