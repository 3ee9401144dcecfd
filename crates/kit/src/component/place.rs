//! Beds: the word first, then the shape. To others only "a place fits", never an address, a room or who lives there.
use super::component;
use askama::Template;
use tiltas_words::{Words, html::Html};

/// One place.
#[derive(Clone, Debug)]
pub struct Place {
    state: &'static str,
    heading: String,
    text: Html,
    note: Html,
}

impl Place {
    fn new(words: &Words, state: &'static str, name: &str) -> Place {
        let word = words.say_code("place", state);
        Place {
            state,
            heading: words.place_name(name, &word),
            text: Html::default(),
            note: Html::default(),
        }
    }

    /// Free.
    pub fn free(words: &Words, name: &str) -> Place {
        Place::new(words, "free", name)
    }

    /// Held until a moment, and then free by itself.
    pub fn held(words: &Words, name: &str) -> Place {
        Place::new(words, "held", name)
    }

    /// Someone lives there.
    pub fn taken(words: &Words, name: &str) -> Place {
        Place::new(words, "taken", name)
    }

    /// Not in use.
    pub fn out(words: &Words, name: &str) -> Place {
        Place::new(words, "out", name)
    }

    /// For whom, or by whom.
    pub fn text(mut self, text: impl Into<Html>) -> Place {
        self.text = text.into();
        self
    }

    /// Since when, until when.
    pub fn note(mut self, note: impl Into<Html>) -> Place {
        self.note = note.into();
        self
    }
}

/// The board.
#[derive(Debug, Template)]
#[template(
    source = r#"<ul class="places">{% for place in list %}<li class="place" data-s="{{ place.state }}"><b>{{ place.heading }}</b>{{ place.text }}{% if !place.note.is_empty() %}<small>{{ place.note }}</small>{% endif %}</li>{% endfor %}</ul>"#,
    ext = "html"
)]
pub struct Places {
    list: Vec<Place>,
}
component!(Places);

impl Places {
    /// In the order of the house.
    pub fn new(list: Vec<Place>) -> Places {
        Places { list }
    }
}
