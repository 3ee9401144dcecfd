//! What a form brought: names and texts, as typed.
use std::fmt;

/// What the shell itself puts into forms; never part of what was submitted.
pub const TOKEN: &str = "token";
/// The hidden field by which a second press of a button is recognised.
pub const KEY: &str = "key";
/// The hidden field beside each control in which people write: it names the control.
pub const WRITTEN: &str = "written";
/// The hidden field with the version of the thing that a form was drawn from.
pub const DRAWN: &str = "drawn";
/// All that the shell puts into forms.
pub const SHELL: [&str; 4] = [TOKEN, KEY, WRITTEN, DRAWN];

/// The submitted fields, in order, as typed.
#[derive(Clone, Default)]
pub struct Fields(pub Vec<(String, String)>);

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

    /// The same with one field more.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Fields {
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// The first value of `name`, without the blanks around it; empty when there is none.
    pub fn one(&self, name: &str) -> &str {
        self.values(name).next().unwrap_or("")
    }

    /// Like [`Fields::one`]; `None` when it is empty.
    pub fn given(&self, name: &str) -> Option<&str> {
        self.values(name).find(|value| !value.is_empty())
    }

    /// All values of `name`, in order, without the blanks around them.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.values(name).collect()
    }

    /// Whether `name` has any value that is not blank.
    pub(crate) fn given_any(&self, name: &str) -> bool {
        self.values(name).any(|value| !value.is_empty())
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

    /// The version of the thing that the form was drawn from, where what is done rests on its words.
    pub fn drawn(&self) -> Option<i64> {
        self.given(DRAWN)?.parse().ok()
    }

    /// The fields without those of the shell, under their names.
    pub fn without_shell(&self) -> Vec<(String, String)> {
        self.own().cloned().collect()
    }

    /// What was submitted, without what the shell put in: the matter of the request digest.
    pub fn submitted(&self) -> impl Iterator<Item = &str> {
        self.own().flat_map(|(name, value)| [name.as_str(), value.as_str()])
    }

    fn own(&self) -> impl Iterator<Item = &(String, String)> {
        self.0.iter().filter(|(name, _)| !SHELL.contains(&name.as_str()))
    }
}

/// Names only: a value may be about a person.
impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.iter().map(|(name, _)| name)).finish()
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
