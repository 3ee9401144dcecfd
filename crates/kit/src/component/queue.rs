//! Work in order of time: one line, one duty, a verb first, and who has the next step.
use super::{Clock, Tag, component};
use askama::Template;
use tiltas_words::{Words, html::Html};

/// At which bank the next step lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// With you.
    You,
    /// With them.
    Them,
    /// With nobody: time passes.
    Nobody,
}

/// One line.
#[derive(Debug)]
pub struct Line {
    clock: Html,
    case: Html,
    tag: Option<Tag>,
    what: Html,
    href: String,
    note: Html,
    side: Side,
    who: String,
}

impl Line {
    /// `what` begins with a verb and leads to where it is done.
    pub fn new(clock: Clock, case: impl Into<Html>, what: impl Into<Html>, href: impl Into<String>) -> Line {
        Line {
            clock: clock.into(),
            case: case.into(),
            tag: None,
            what: what.into(),
            href: href.into(),
            note: Html::default(),
            side: Side::You,
            who: String::new(),
        }
    }

    /// Under the case's name: tonight, child.
    pub fn tag(mut self, tag: Tag) -> Line {
        self.tag = Some(tag);
        self
    }

    /// A second line, smaller.
    pub fn note(mut self, note: impl Into<Html>) -> Line {
        self.note = note.into();
        self
    }

    /// Who has the next step, by name or function; without a name it is "You" or "Nobody".
    pub fn with(mut self, side: Side, who: impl Into<String>) -> Line {
        (self.side, self.who) = (side, who.into());
        self
    }
}

/// One group of a list: "Late", "Before tomorrow morning", "Later".
#[derive(Debug, Template)]
#[template(path = "component/queue.html")]
pub struct Queue {
    id: String,
    heading: String,
    count: String,
    first: bool,
    with: String,
    lines: Vec<Line>,
}
component!(Queue);

impl Queue {
    /// `id` names the region that is refreshed in place.
    pub fn new(words: &Words, id: &str, heading: impl Into<String>, mut lines: Vec<Line>) -> Queue {
        for line in lines.iter_mut().filter(|line| line.who.is_empty()) {
            line.who = match line.side {
                Side::You => words.word_you(),
                Side::Them | Side::Nobody => words.word_nobody(),
            };
        }
        Queue {
            id: id.to_owned(),
            heading: heading.into(),
            count: lines.len().to_string(),
            first: false,
            with: words.side_with(),
            lines,
        }
    }

    /// A group that goes on over pages has no count: what stands here is not all.
    pub fn uncounted(mut self) -> Queue {
        self.count.clear();
        self
    }

    /// The topmost group of its page.
    pub fn first(mut self) -> Queue {
        self.first = true;
        self
    }

    /// "3 of 11".
    pub fn count(mut self, count: impl Into<String>) -> Queue {
        self.count = count.into();
        self
    }
}

/// The words above the columns of a queue, for the eye.
#[derive(Debug, Template)]
#[template(
    source = r#"<div class="cols" aria-hidden="true">{% for column in columns %}<span>{{ column }}</span>{% endfor %}</div>"#,
    ext = "html"
)]
pub struct Columns {
    columns: [String; 4],
}
component!(Columns);

impl Columns {
    /// Time, case, what is due, next step is with.
    pub fn new(words: &Words) -> Columns {
        Columns {
            columns: [
                words.queue_time(),
                words.queue_case(),
                words.queue_what(),
                words.side_with(),
            ],
        }
    }
}
