//! How far something is: a ring, half, three quarters, full, a dash, late; always with the word.
use super::component;
use askama::Template;

/// Its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Not begun: a ring.
    NotStarted,
    /// Under way: half.
    UnderWay,
    /// In part: three quarters.
    PartlyDone,
    /// Done: full.
    Done,
    /// Dropped or declined: a dash.
    Dropped,
    /// Late: a diamond.
    Late,
}

impl Shape {
    fn code(self) -> &'static str {
        match self {
            Shape::NotStarted => "not_started",
            Shape::UnderWay => "under_way",
            Shape::PartlyDone => "partly_done",
            Shape::Done => "done",
            Shape::Dropped => "dropped",
            Shape::Late => "late",
        }
    }
}

/// The component.
#[derive(Clone, Debug, Template)]
#[template(
    ext = "html",
    source = r#"<span class="light" data-s="{{ shape.code() }}"><svg class="dot" viewBox="0 0 14 14" aria-hidden="true">{% match shape %}{% when Shape::NotStarted %}<circle cx="7" cy="7" r="5.5"/>{% when Shape::UnderWay %}<circle cx="7" cy="7" r="5.5"/><path class="s" d="M7 1.5a5.5 5.5 0 0 0 0 11z" stroke="none"/>{% when Shape::PartlyDone %}<circle cx="7" cy="7" r="5.5"/><path class="s" d="M7 1.5V7h5.5A5.5 5.5 0 1 1 7 1.5z" stroke="none"/>{% when Shape::Done %}<circle class="s" cx="7" cy="7" r="5.5"/>{% when Shape::Dropped %}<path d="M1.5 7h11"/>{% when Shape::Late %}<path class="s" d="M7 .5 13.5 7 7 13.5.5 7z" stroke="none"/>{% endmatch %}</svg><span>{{ label }}</span></span>"#
)]
pub struct Light {
    shape: Shape,
    label: String,
}
component!(Light);

impl Light {
    /// A shape with its word.
    pub fn new(shape: Shape, label: impl Into<String>) -> Light {
        Light {
            shape,
            label: label.into(),
        }
    }
}
