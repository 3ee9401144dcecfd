//! What a form, or a program, needs another look at, in words.
use tiltas_input::error::{Code, Fact};
pub use tiltas_input::{Fields, KEY, TOKEN, WRITTEN, day};
use tiltas_words::{Argument, Words};

/// One field that needs another look.
#[derive(Clone, Debug)]
pub struct FieldError {
    /// The field's name, which is also the id of its first control.
    pub field: String,
    /// The key of the words: stable, for programs.
    pub rule: String,
    /// What would be right, in words.
    pub accepted: String,
}

/// What a page says of a field in which nothing was chosen or written: the field, and the message.
pub type Own = (&'static str, fn(&Words) -> String);

/// What needs another look, in the order of the page.
#[derive(Clone, Debug, Default)]
pub struct Errors(Vec<FieldError>);

impl Errors {
    /// None so far.
    pub fn new() -> Errors {
        Errors::default()
    }

    /// What was noted about a page's form, for a person who sees the choices. `own` are the page's words for fields in which
    /// nothing was chosen or written.
    pub fn of_page(words: &Words, wrong: &tiltas_input::Errors, own: &[Own]) -> Errors {
        let controls = wrong.clone().renamed(|field| control(field).to_owned());
        Errors::told(words, &controls, |field, code| {
            let own = own.iter().find(|(name, _)| *name == field);
            match (code, own) {
                (Code::Needed | Code::Choose | Code::Recipient | Code::Told, Some((_, says))) => Some(says(words)),
                (Code::Choose | Code::Id, None) => Some(words.form_choose()),
                (Code::Number, _) => Some(words.form_years()),
                _ => None,
            }
        })
    }

    /// What was noted about a body, for a program.
    pub fn of_program(words: &Words, wrong: &tiltas_input::Errors) -> Errors {
        Errors::told(words, wrong, |_, _| None)
    }

    fn told(words: &Words, wrong: &tiltas_input::Errors, own: impl Fn(&str, Code) -> Option<String>) -> Errors {
        let errors = wrong.iter().map(|wrong| {
            let facts: Vec<(&str, Box<dyn Argument>)> = wrong
                .facts
                .iter()
                .map(|(name, fact)| (*name, argument(words, fact)))
                .collect();
            let facts: Vec<(&str, &dyn Argument)> = facts.iter().map(|(name, fact)| (*name, &**fact)).collect();
            FieldError {
                field: wrong.field.clone(),
                rule: key(wrong.code),
                accepted: own(&wrong.field, wrong.code)
                    .unwrap_or_else(|| words.say_code_with(LIST, wrong.code.code(), &facts)),
            }
        });
        let mut told: Vec<FieldError> = Vec::new();
        for error in errors {
            if !told
                .iter()
                .any(|known| known.field == error.field && known.rule == error.rule)
            {
                told.push(error);
            }
        }
        Errors(told)
    }

    /// Notes `field`; `rule` names the rule for programs, `accepted` says what would be right.
    pub fn add(&mut self, field: &str, rule: &str, accepted: String) {
        self.0.push(FieldError {
            field: field.to_owned(),
            rule: rule.to_owned(),
            accepted,
        });
    }

    /// Those of the fields that a page shows now.
    pub fn only(self, fields: &[&str]) -> Errors {
        Errors(
            self.0
                .into_iter()
                .filter(|error| fields.contains(&error.field.as_str()))
                .collect(),
        )
    }

    /// The words for a field, where it has an error.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|error| error.field == field)
            .map(|error| error.accepted.as_str())
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the form can become a command.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One by one.
    pub fn iter(&self) -> impl Iterator<Item = &FieldError> {
        self.0.iter()
    }
}

/// The control of a page for a path: a list is one control.
fn control(field: &str) -> &str {
    field.split(['[', '.']).next().unwrap_or(field)
}

/// The list of words for what was wrong.
const LIST: &str = "errors";

fn key(code: Code) -> String {
    format!("{LIST}-{}", code.code())
}

fn argument(words: &Words, fact: &Fact) -> Box<dyn Argument> {
    match fact {
        Fact::Number(number) => Box::new(*number),
        Fact::Text(text) => Box::new(text.clone()),
        Fact::Day(at) => Box::new(words.date(*at)),
        Fact::Hour(at) => Box::new(words.time(*at)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;
    use tiltas_words::Locale;

    #[test]
    fn every_error_has_its_words_in_every_language() {
        for locale in Locale::ALL {
            let words = Words::new(locale, TimeZone::UTC);
            for code in Code::ALL {
                // Every fact that any of them names.
                let facts: tiltas_words::Arguments<'_> = &[
                    ("codes", &1_i64),
                    ("line", &1_i64),
                    ("longest", &1_i64),
                    ("meant", &1_i64),
                    ("most", &1_i64),
                    ("now", &1_i64),
                    ("today", &1_i64),
                ];
                let said = words.say_code_with(LIST, code.code(), facts);
                assert!(!said.starts_with('['), "{locale:?} has no words for {}", code.code());
            }
        }
    }
}
