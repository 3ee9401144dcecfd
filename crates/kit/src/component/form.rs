//! Fields: label above, hint below it, the error between hint and field. What a person typed comes back as typed.
use super::{component, word::icon};
use crate::forms::{Errors, Fields};
use askama::Template;
use tiltas_domain::known::Answer;
use tiltas_words::Words;

/// A text field of one line.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "component/text.html")]
pub struct Text {
    name: String,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    value: String,
    class: &'static str,
    mode: Option<&'static str>,
    kind: Option<&'static str>,
    most: Option<u32>,
    kept: bool,
}
component!(Text);

impl Text {
    /// `name` is also its id.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Text {
        Text {
            name: name.into(),
            label: label.into(),
            kept: true,
            ..Text::default()
        }
    }

    /// Of a form that only narrows a list: its address says what was typed, and nothing of it has to be kept.
    pub fn asking(mut self) -> Text {
        self.kept = false;
        self
    }

    /// What helps to fill it.
    pub fn hint(mut self, hint: impl Into<String>) -> Text {
        self.hint = Some(hint.into());
        self
    }

    /// What stands in it.
    pub fn value(mut self, value: impl Into<String>) -> Text {
        self.value = value.into();
        self
    }

    /// What is said about it.
    pub fn error(mut self, error: Option<&str>) -> Text {
        self.error = error.map(str::to_owned);
        self
    }

    /// What was typed, and what is said about it.
    pub fn again(mut self, fields: &Fields, errors: &Errors) -> Text {
        if let Some(value) = fields.all(&self.name).first() {
            self.value = (*value).to_owned();
        }
        self.error = errors.of(&self.name).map(str::to_owned);
        self
    }

    /// As wide as a date.
    pub fn narrow(mut self) -> Text {
        self.class = "w-s";
        self
    }

    /// As wide as a name.
    pub fn medium(mut self) -> Text {
        self.class = "w-m";
        self
    }

    /// With the keyboard for figures on a phone.
    pub fn figures(mut self) -> Text {
        self.mode = Some("numeric");
        self
    }

    /// With the keyboard for telephone numbers.
    pub fn telephone(mut self) -> Text {
        self.kind = Some("tel");
        self
    }

    /// The longest text it takes.
    pub fn most(mut self, signs: u32) -> Text {
        self.most = Some(signs);
        self
    }
}

/// A text of several lines.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "component/area.html")]
pub struct Area {
    name: String,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    value: String,
}
component!(Area);

impl Area {
    /// `name` is also its id.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Area {
        Area {
            name: name.into(),
            label: label.into(),
            ..Area::default()
        }
    }

    /// What helps to fill it.
    pub fn hint(mut self, hint: impl Into<String>) -> Area {
        self.hint = Some(hint.into());
        self
    }

    /// What stands in it.
    pub fn value(mut self, value: impl Into<String>) -> Area {
        self.value = value.into();
        self
    }

    /// What is said about it.
    pub fn error(mut self, error: Option<&str>) -> Area {
        self.error = error.map(str::to_owned);
        self
    }

    /// What was typed, and what is said about it.
    pub fn again(mut self, fields: &Fields, errors: &Errors) -> Area {
        if let Some(value) = fields.all(&self.name).first() {
            self.value = (*value).to_owned();
        }
        self.error = errors.of(&self.name).map(str::to_owned);
        self
    }
}

/// One of several answers.
#[derive(Clone, Debug)]
pub struct Choice {
    code: String,
    label: String,
    hint: Option<String>,
    chosen: bool,
}

impl Choice {
    /// The code that is sent, the words that are shown.
    pub fn new(code: impl Into<String>, label: impl Into<String>) -> Choice {
        Choice {
            code: code.into(),
            label: label.into(),
            hint: None,
            chosen: false,
        }
    }

    /// A second line.
    pub fn hint(mut self, hint: impl Into<String>) -> Choice {
        self.hint = Some(hint.into());
        self
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    One,
    Several,
    List,
}

/// A list to choose from. Nothing is chosen beforehand unless the case already says it.
#[derive(Clone, Debug, Template)]
#[template(path = "component/choices.html")]
pub struct Choices {
    name: String,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    form: Form,
    list: Vec<Choice>,
}
component!(Choices);

impl Choices {
    fn new(form: Form, name: &str, label: String, list: impl IntoIterator<Item = Choice>) -> Choices {
        Choices {
            name: name.to_owned(),
            label,
            hint: None,
            error: None,
            form,
            list: list.into_iter().collect(),
        }
    }

    fn is(&self, form: Form) -> bool {
        self.form == form
    }

    /// One of them: round buttons.
    pub fn one(name: &str, label: impl Into<String>, list: impl IntoIterator<Item = Choice>) -> Choices {
        Choices::new(Form::One, name, label.into(), list)
    }

    /// Any of them: ticks.
    pub fn several(name: &str, label: impl Into<String>, list: impl IntoIterator<Item = Choice>) -> Choices {
        Choices::new(Form::Several, name, label.into(), list)
    }

    /// One of many: a drop-down list that begins with an empty line.
    pub fn list(name: &str, label: impl Into<String>, list: impl IntoIterator<Item = Choice>) -> Choices {
        Choices::new(Form::List, name, label.into(), list)
    }

    /// What helps to choose.
    pub fn hint(mut self, hint: impl Into<String>) -> Choices {
        self.hint = Some(hint.into());
        self
    }

    /// What the case already says.
    pub fn chosen(mut self, code: &str) -> Choices {
        for choice in &mut self.list {
            choice.chosen |= choice.code == code;
        }
        self
    }

    /// What is said about it.
    pub fn error(mut self, error: Option<&str>) -> Choices {
        self.error = error.map(str::to_owned);
        self
    }

    /// What was chosen, and what is said about it.
    pub fn again(mut self, fields: &Fields, errors: &Errors) -> Choices {
        for choice in &mut self.list {
            choice.chosen = fields.has(&self.name, &choice.code);
        }
        self.error = errors.of(&self.name).map(str::to_owned);
        self
    }
}

#[derive(Clone, Debug)]
struct FiveChoice {
    code: &'static str,
    icon: &'static str,
    label: String,
    chosen: bool,
}

/// The five answers to one question. "Not asked" is the resting state.
#[derive(Clone, Debug, Template)]
#[template(path = "component/five.html")]
pub struct Five {
    name: String,
    question: String,
    note: Option<String>,
    list: Vec<FiveChoice>,
}
component!(Five);

impl Five {
    /// `name` is the field; its value is a code of [`Answer`].
    pub fn new(words: &Words, name: &str, question: impl Into<String>, answer: Answer) -> Five {
        let choice = |given: Answer| FiveChoice {
            code: given.code(),
            icon: icon(given),
            label: words.say_answer(given),
            chosen: given == answer,
        };
        Five {
            name: name.to_owned(),
            question: question.into(),
            note: None,
            list: Answer::ALL.map(choice).into(),
        }
    }

    /// Where a filled answer came from: "from the screening, 14 Aug".
    pub fn note(mut self, note: impl Into<String>) -> Five {
        self.note = Some(note.into());
        self
    }
}

/// The summary on top of a form that came back: it takes the focus and leads to each field.
#[derive(Clone, Debug, Template)]
#[template(path = "component/summary.html")]
pub struct Summary {
    heading: String,
    lines: Vec<(String, String)>,
    kept: String,
}
component!(Summary);

impl Summary {
    /// Nothing at all when there is no error.
    pub fn new(words: &Words, errors: &Errors) -> Summary {
        Summary {
            heading: words.errors_title(errors.len()),
            lines: errors
                .iter()
                .map(|error| (error.field.clone(), error.accepted.clone()))
                .collect(),
            kept: words.errors_kept(),
        }
    }
}
