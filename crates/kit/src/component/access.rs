//! Who can see what of this case, and why: the policy in words, six classes, three shapes.
use super::component;
use askama::Template;
use tiltas_words::Words;

/// How much of a class is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// All of it.
    Sees,
    /// Only that it exists.
    Exists,
    /// Nothing.
    Nothing,
}

/// One who may see something.
#[derive(Clone, Debug)]
pub struct AccessRow {
    /// By organisation and function.
    pub who: String,
    /// The policy in words, then the person's own say; each its own line.
    pub why: Vec<String>,
    /// Who they are, how to reach, health, story, work on it, counted.
    pub sees: [Sight; 6],
}

/// The component.
#[derive(Debug, Template)]
#[template(path = "component/access.html")]
pub struct Access {
    label: String,
    who: String,
    classes: [String; 6],
    rows: Vec<AccessRow>,
    sees: String,
    exists: String,
    nothing: String,
    nothing_short: String,
}
component!(Access);

impl Access {
    /// The table and what its dots mean.
    pub fn new(words: &Words, rows: Vec<AccessRow>) -> Access {
        Access {
            label: words.access_table(),
            who: words.access_who(),
            classes: [
                "identity",
                "contact",
                "health",
                "narrative",
                "operational",
                "statistical",
            ]
            .map(|class| words.say_code("access", class)),
            rows,
            sees: words.access_sees(),
            exists: words.access_exists(),
            nothing: words.access_nothing(),
            nothing_short: words.access_nothing_short(),
        }
    }
}
