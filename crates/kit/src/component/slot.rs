//! The top of a case file: always five, always in this place. Call, write, age, language, risk.
use super::component;
use askama::Template;
use tiltas_words::{Words, html::Html};

/// What the bar above a slot says to the eye; the word says it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alert {
    /// Nothing.
    None,
    /// With care.
    Care,
    /// No.
    No,
}

/// One of the five.
#[derive(Clone, Debug)]
pub struct Slot {
    alert: Alert,
    value: Html,
    more: Html,
}

impl Slot {
    /// What it says, in a word or two.
    pub fn new(value: impl Into<Html>) -> Slot {
        Slot {
            alert: Alert::None,
            value: value.into(),
            more: Html::default(),
        }
    }

    /// Nobody has asked.
    pub fn empty(words: &Words) -> Slot {
        Slot::new(words.answer_not_asked())
    }

    /// A second line.
    pub fn more(mut self, more: impl Into<Html>) -> Slot {
        self.more = more.into();
        self
    }

    /// With the bar above it.
    pub fn alert(mut self, alert: Alert) -> Slot {
        self.alert = alert;
        self
    }
}

#[derive(Debug)]
struct Named {
    name: String,
    icon: &'static str,
    slot: Slot,
}

/// The component.
#[derive(Debug, Template)]
#[template(path = "component/slots.html")]
pub struct Slots {
    label: String,
    list: Vec<Named>,
}
component!(Slots);

impl Slots {
    /// In the one order there is.
    pub fn new(words: &Words, call: Slot, write: Slot, age: Slot, language: Slot, risk: Slot) -> Slots {
        let call_icon = if call.alert == Alert::No {
            "i-nophone"
        } else {
            "i-phone"
        };
        let write_icon = if write.alert == Alert::No { "i-nomail" } else { "i-mail" };
        let named = |name: &str, icon, slot| Named {
            name: words.say_code("slot", name),
            icon,
            slot,
        };
        Slots {
            label: words.slot_label(),
            list: vec![
                named("call", call_icon, call),
                named("write", write_icon, write),
                named("age", "i-person", age),
                named("language", "i-speech", language),
                named("risk", "i-risk", risk),
            ],
        }
    }
}
