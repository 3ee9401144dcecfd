//! The pieces pages are built of. Each is a value with its words in it, and writes itself: `{{ row.clock }}`. Geometry that
//! depends on data is SVG attributes; no style attribute anywhere.
pub mod access;
pub mod clock;
pub mod difference;
pub mod form;
pub mod journal;
pub mod light;
pub mod pane;
pub mod person;
pub mod place;
pub mod queue;
pub mod shown;
pub mod slip;
pub mod slot;
pub mod span;
pub mod tabs;
#[cfg(test)]
mod tests;
pub mod word;

pub use access::{Access, AccessRow, Sight};
pub use clock::Clock;
pub use difference::difference;
pub use form::{Area, Choice, Choices, Five, Summary, Text};
pub use journal::{Journal, LogLine};
pub use light::{Light, Shape};
pub use pane::{Pane, Panes};
pub use place::{Place, Places};
pub use queue::{Line, Queue, Side};
pub use shown::{shown, shown_as, typed, withheld};
pub use slip::{Goes, Slip};
pub use slot::{Alert, Slot, Slots};
pub use span::{Span, Step};
pub use tabs::{Tab, Tabs};
pub use word::{Empty, Facts, GroundAndSay, Said, Tag, Withheld, function, page_read};

/// Writes itself unescaped into a template, and becomes [`tiltas_words::Html`] beside words.
macro_rules! component { ($($name:ident),* $(,)?) => { $(
    impl askama::filters::HtmlSafe for $name {}
    impl From<$name> for tiltas_words::Html {
        fn from(part: $name) -> tiltas_words::Html { tiltas_words::Html::of(part) }
    }
)* } }
pub(crate) use component;
