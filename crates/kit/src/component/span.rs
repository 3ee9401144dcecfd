//! A chain of three to eight steps from bank to bank: a referral, a reply that does not come, a night.
use super::component;
use askama::Template;
use tiltas_words::Words;

/// Where a step stands; each has its own shape and word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Crossed.
    Done,
    /// The next step is with you.
    Us,
    /// Waiting for them.
    Them,
    /// Their answer is late.
    Late,
    /// Not yet.
    Todo,
    /// They said no.
    Stop,
    /// They have no place.
    Full,
    /// Taken back.
    Off,
    /// Passed over: nobody is there.
    Nobody,
}

impl Step {
    fn code(self) -> &'static str {
        match self {
            Step::Done => "done",
            Step::Us => "us",
            Step::Them => "them",
            Step::Late => "late",
            Step::Todo => "todo",
            Step::Stop => "stop",
            Step::Full => "full",
            Step::Off | Step::Nobody => "off",
        }
    }

    /// The code of its word; two may have one shape.
    fn word(self) -> &'static str {
        match self {
            Step::Nobody => "nobody",
            step => step.code(),
        }
    }
}

#[derive(Debug)]
struct Pier {
    state: &'static str,
    title: String,
    note: String,
    word: String,
}

/// The component.
#[derive(Debug, Template)]
#[template(path = "component/span.html")]
pub struct Span {
    words: Words,
    label: String,
    class: &'static str,
    mini: bool,
    steps: Vec<Pier>,
}
component!(Span);

impl Span {
    /// `label` is what a screen reader says first: "Referral to Casa Liman".
    pub fn new(words: &Words, label: impl Into<String>) -> Span {
        Span {
            words: words.clone(),
            label: label.into(),
            class: "span",
            mini: false,
            steps: Vec::new(),
        }
    }

    /// The next step: "Answered", and under it what makes it so ("30 h left, target").
    pub fn step(mut self, step: Step, title: impl Into<String>, note: impl Into<String>) -> Span {
        self.steps.push(Pier {
            state: step.code(),
            title: title.into(),
            note: note.into(),
            word: self.words.say_code("span", step.word()),
        });
        // From seven steps on it stays lying on a phone, without words; the sentence below says where it stands.
        if self.class == "span" && self.steps.len() >= 7 {
            self.class = "span tale";
        }
        self
    }

    /// Small, for lists: the words are hidden from the eye only.
    pub fn mini(mut self) -> Span {
        self.class = "span mini";
        self.mini = true;
        self
    }
}
