//! One case on three screens: the same lines in the same order. The deck runs on where something was disclosed; a wall
//! stands where not.
use super::component;
use askama::Template;
use tiltas_words::{Words, html::Html};

#[derive(Clone, Debug)]
struct Row {
    name: String,
    value: Html,
    kept: bool,
}

/// One screen.
#[derive(Clone, Debug)]
pub struct Pane {
    tab: String,
    title: String,
    who: String,
    sees: String,
    rows: Vec<Row>,
    foot: Html,
}

impl Pane {
    /// `tab` is the short name on a phone; `sees` counts ("Sees 7 of 9, two withheld").
    pub fn new(tab: &str, title: &str, who: &str, sees: &str) -> Pane {
        Pane {
            tab: tab.to_owned(),
            title: title.to_owned(),
            who: who.to_owned(),
            sees: sees.to_owned(),
            rows: Vec::new(),
            foot: Html::default(),
        }
    }

    /// A line that is seen.
    pub fn open(mut self, name: &str, value: impl Into<Html>) -> Pane {
        self.rows.push(Row {
            name: name.to_owned(),
            value: value.into(),
            kept: false,
        });
        self
    }

    /// A line that is withheld, and why. `sealed`: the one who sits there may open it with a reason.
    pub fn kept(mut self, words: &Words, name: &str, sealed: bool, reason: &str) -> Pane {
        let word = if sealed {
            words.word_sealed()
        } else {
            words.word_withheld()
        };
        let value = Html::bold(&format!("{word}.")).and(reason);
        self.rows.push(Row {
            name: name.to_owned(),
            value,
            kept: true,
        });
        self
    }

    /// What comes next there.
    pub fn foot(mut self, foot: impl Into<Html>) -> Pane {
        self.foot = foot.into();
        self
    }

    /// How many lines it has, and how many of them are withheld.
    pub fn counts(&self) -> (usize, usize) {
        (self.rows.len(), self.rows.iter().filter(|row| row.kept).count())
    }

    /// Says how much is seen, when all lines are there.
    pub fn sees(mut self, sees: impl Into<String>) -> Pane {
        self.sees = sees.into();
        self
    }
}

/// The component.
#[derive(Debug, Template)]
#[template(path = "component/panes.html")]
pub struct Panes {
    whose: String,
    list: [Pane; 3],
    joined: bool,
}
component!(Panes);

impl Panes {
    /// The deck joins the first two; the wall stands before the third.
    pub fn new(words: &Words, list: [Pane; 3]) -> Panes {
        Panes {
            whose: words.pane_whose(),
            list,
            joined: true,
        }
    }

    /// Nothing was disclosed between the first two: the deck stops between them.
    pub fn apart(mut self) -> Panes {
        self.joined = false;
        self
    }
}
