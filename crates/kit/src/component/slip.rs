//! A disclosure: what crosses beside what stays, with ground, own say, purpose, end.
use super::{Facts, component};
use askama::Template;
use tiltas_words::{Words, html::Html};

/// One field that goes.
#[derive(Clone, Debug)]
pub struct Goes {
    name: String,
    value: Html,
    say: Html,
}

impl Goes {
    /// The field, its value, and "agreed" or "not asked: duty", or what is missing.
    pub fn new(name: impl Into<String>, value: impl Into<Html>, say: impl Into<Html>) -> Goes {
        Goes {
            name: name.into(),
            value: value.into(),
            say: say.into(),
        }
    }
}

/// The component.
#[derive(Debug, Template)]
#[template(path = "component/slip.html")]
pub struct Slip {
    label: String,
    from: String,
    from_note: String,
    to: String,
    to_note: String,
    deck: Html,
    sent: bool,
    goes_heading: String,
    goes: Vec<Goes>,
    stays_heading: String,
    stays: Vec<String>,
    facts: Facts,
    act: Html,
}
component!(Slip);

impl Slip {
    /// From you to them, for this purpose (on the deck). `to_note`: how many there can open it.
    pub fn new(words: &Words, from: &str, to: &str, to_note: &str, deck: impl Into<Html>) -> Slip {
        Slip {
            label: words.slip_goes(),
            from: from.to_owned(),
            from_note: words.slip_you(),
            to: to.to_owned(),
            to_note: to_note.to_owned(),
            deck: deck.into(),
            sent: false,
            goes_heading: words.slip_goes(),
            goes: Vec::new(),
            stays_heading: words.slip_stays(),
            stays: Vec::new(),
            facts: Facts::new(),
            act: Html::default(),
        }
    }

    /// It has crossed: the deck is solid.
    pub fn sent(mut self, words: &Words) -> Slip {
        self.sent = true;
        self.label = words.slip_went();
        self.goes_heading = words.slip_went();
        self.stays_heading = words.slip_stayed();
        self
    }

    /// The reader stands at the far bank.
    pub fn received(mut self, words: &Words) -> Slip {
        self.from_note = String::new();
        self.to_note = words.slip_you();
        self.stays_heading = words.slip_stayed_there();
        self
    }

    /// The reader stands at neither bank.
    pub fn seen_from_aside(mut self, words: &Words) -> Slip {
        self.from_note = String::new();
        self.stays_heading = words.slip_stayed_there();
        self
    }

    /// Exactly these.
    pub fn goes(mut self, goes: Vec<Goes>) -> Slip {
        self.goes = goes;
        self
    }

    /// And these stay.
    pub fn stays(mut self, stays: Vec<String>) -> Slip {
        self.stays = stays;
        self
    }

    /// Ground, own say, for, until, may be passed on.
    pub fn facts(mut self, facts: Facts) -> Slip {
        self.facts = facts;
        self
    }

    /// The tick, never ticked beforehand, and the buttons.
    pub fn act(mut self, act: impl Into<Html>) -> Slip {
        self.act = act.into();
        self
    }
}
