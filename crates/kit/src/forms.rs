//! What a form brought, and what it needs another look at. Extraction can't fail: fields are texts; a command is parsed from
//! them, and each field that can't be one gets its own words.
pub mod day;
mod reader;
pub mod referral;
pub mod signal;

pub use reader::{LINE, Reader, TEXT};
use tiltas_words::{Arguments, Words};

/// The submitted fields, in order, as typed.
#[derive(Clone, Default)]
pub struct Fields(pub Vec<(String, String)>);

/// What the shell itself puts into forms; never part of what was submitted.
pub const TOKEN: &str = "token";
/// The hidden field by which a second press of a button is recognised.
pub const KEY: &str = "key";

impl Fields {
    /// The fields of a test or of an import.
    pub fn new<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Fields {
        Fields(
            fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        )
    }

    /// The first value of `name`, without the blanks around it; empty when there is none.
    pub fn one(&self, name: &str) -> &str {
        self.values(name).next().unwrap_or("")
    }

    /// Like [`Fields::one`]; `None` when it is empty.
    pub fn given(&self, name: &str) -> Option<&str> {
        Some(self.one(name)).filter(|value| !value.is_empty())
    }

    /// All values of `name`, in order, without the blanks around them.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.values(name).collect()
    }

    /// Whether `name` has the value `value` among its own: for ticks.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.values(name).any(|given| given == value)
    }

    fn values<'a, 'n>(&'a self, name: &'n str) -> impl Iterator<Item = &'a str> + use<'a, 'n> {
        self.0
            .iter()
            .filter(move |(field, _)| field == name)
            .map(|(_, value)| value.trim())
    }

    /// The idempotency key of the form.
    pub fn key(&self) -> &str {
        self.one(KEY)
    }

    /// The fields without those of the shell, under their names.
    pub fn without_shell(&self) -> Vec<(String, String)> {
        let own = self.0.iter().filter(|(name, _)| name != TOKEN && name != KEY);
        own.cloned().collect()
    }

    /// What was submitted, without token and key: the matter of the request digest.
    pub fn submitted(&self) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .filter(|(name, _)| name != TOKEN && name != KEY)
            .flat_map(|(name, value)| [name.as_str(), value.as_str()])
    }
}

impl std::fmt::Debug for Fields {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

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

/// What needs another look, in the order of the page.
#[derive(Clone, Debug, Default)]
pub struct Errors(Vec<FieldError>);

impl Errors {
    /// None so far.
    pub fn new() -> Errors {
        Errors::default()
    }

    /// Notes `field`; the message `key` says what would be right.
    pub fn add(&mut self, words: &Words, field: &str, key: &str, arguments: Arguments<'_>) {
        self.0.push(FieldError {
            field: field.to_owned(),
            rule: key.to_owned(),
            accepted: words.say_with(key, arguments),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_read_as_typed_and_is_printed_nowhere() {
        let fields = Fields::new([("x", " a "), ("x", "b"), ("token", "t"), ("key", "k")]);
        assert_eq!(fields.one("x"), "a");
        assert_eq!(fields.all("x"), ["a", "b"]);
        assert!(fields.has("x", "b") && fields.given("y").is_none());
        assert_eq!(fields.submitted().collect::<Vec<_>>(), ["x", " a ", "x", "b"]);
        assert!(!format!("{fields:?}").contains("\" a \""));
    }
}
