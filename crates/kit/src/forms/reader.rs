//! Reads fields one by one and notes each that can't be what it has to be. INVARIANT: blank is never "no": a blank answer is
//! *not asked*, a blank text is none.
use super::{Errors, Fields};
use tiltas_domain::{Id, Moment, Sensitive, known::Answer, known::Known};
use tiltas_words::{Argument, Words};

/// The longest line: a name, a place, a number.
pub const LINE: usize = 200;
/// The longest text: what happened, a note.
pub const TEXT: usize = 20_000;

/// One form being read.
pub struct Reader<'f> {
    words: &'f Words,
    fields: &'f Fields,
    errors: Errors,
}

impl<'f> Reader<'f> {
    /// Begins.
    pub fn new(words: &'f Words, fields: &'f Fields) -> Reader<'f> {
        Reader {
            words,
            fields,
            errors: Errors::new(),
        }
    }

    /// What was typed in `field`, or nothing.
    pub fn given(&self, field: &str) -> Option<&'f str> {
        self.fields.given(field)
    }

    /// Notes `field`; `key` says what would be right.
    pub fn wrong(&mut self, field: &str, key: &str, arguments: &[(&str, &dyn Argument)]) {
        self.errors.add(self.words, field, key, arguments);
    }

    /// The end: `value` where nothing was noted.
    ///
    /// # Errors
    /// The fields that need another look.
    pub fn end<T>(self, value: Option<T>) -> Result<T, Errors> {
        match value {
            Some(value) if self.errors.is_empty() => Ok(value),
            _ => Err(self.errors),
        }
    }

    /// One of a closed list, where one was chosen.
    pub fn choice<T: Copy>(&mut self, field: &str, all: &[T], code: fn(T) -> &'static str) -> Option<T> {
        let typed = self.given(field)?;
        let found = self.find(typed, all, code);
        if found.is_none() {
            self.list(field, all, code, &[]);
        }
        found
    }

    /// One of a closed list; without it the form is no command.
    pub fn needed<T: Copy>(&mut self, field: &str, all: &[T], code: fn(T) -> &'static str) -> Option<T> {
        if self.given(field).is_none() {
            self.list(field, all, code, &[]);
        }
        self.choice(field, all, code)
    }

    /// Several of a closed list, each once.
    pub fn several<T: Copy + PartialEq>(&mut self, field: &str, all: &[T], code: fn(T) -> &'static str) -> Vec<T> {
        let mut chosen = Vec::new();
        for typed in self.fields.all(field).into_iter().filter(|typed| !typed.is_empty()) {
            match self.find(typed, all, code) {
                Some(one) if !chosen.contains(&one) => chosen.push(one),
                Some(_) => {}
                None => {
                    self.list(field, all, code, &[]);
                    break;
                }
            }
        }
        chosen
    }

    /// One of a closed list, or one of the three ways of not having it.
    pub fn known<T: Copy>(&mut self, field: &str, all: &[T], code: fn(T) -> &'static str) -> Known<T> {
        let Some(typed) = self.given(field) else {
            return Known::NotAsked;
        };
        if let Some(open) = open(typed) {
            return open;
        }
        match self.find(typed, all, code) {
            Some(value) => Known::Is(value),
            None => {
                self.list(field, all, code, &["unknown", "not_asked", "refused"]);
                Known::NotAsked
            }
        }
    }

    /// One of the five answers; blank is *not asked*.
    pub fn answer(&mut self, field: &str) -> Answer {
        self.choice(field, &Answer::ALL, Answer::code).unwrap_or_default()
    }

    /// A whole number up to `most`, or one of the three ways of not having it.
    pub fn number(&mut self, field: &str, most: u8) -> Known<u8> {
        let Some(typed) = self.given(field) else {
            return Known::NotAsked;
        };
        if let Some(open) = open(typed) {
            return open;
        }
        match typed.parse::<u8>().ok().filter(|number| *number <= most) {
            Some(number) => Known::Is(number),
            None => {
                self.wrong(field, "errors-number", &[("most", &most)]);
                Known::NotAsked
            }
        }
    }

    /// A line or a text of at most `longest` signs.
    pub fn text(&mut self, field: &str, longest: usize) -> Option<&'f str> {
        let typed = self.given(field)?;
        if typed.chars().count() > longest || typed.contains('\0') {
            self.wrong(field, "errors-long", &[("longest", &longest)]);
        }
        Some(typed)
    }

    /// A text without which the form is no command.
    pub fn needed_text(&mut self, field: &str, longest: usize) -> Option<&'f str> {
        if self.given(field).is_none() {
            self.wrong(field, "errors-needed", &[]);
        }
        self.text(field, longest)
    }

    /// A value about a person, as typed.
    pub fn told<T: Sensitive>(&mut self, field: &str, longest: usize) -> Option<T> {
        self.text(field, longest).map(|text| T::wrap(text.to_owned()))
    }

    /// A yes in a tick.
    pub fn tick(&self, field: &str) -> bool {
        matches!(self.fields.one(field), "yes" | "on" | "true")
    }

    /// Languages, two letters each (ISO 639-1), one a field or with blanks or commas between them.
    pub fn languages(&mut self, field: &str) -> Vec<String> {
        let mut languages: Vec<String> = Vec::new();
        for typed in self.fields.all(field) {
            for code in typed.split([' ', ',']).filter(|code| !code.is_empty()) {
                if (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase()) {
                    if !languages.iter().any(|known| known == code) {
                        languages.push(code.to_owned());
                    }
                } else {
                    self.wrong(field, "errors-language", &[]);
                    return languages;
                }
            }
        }
        languages
    }

    /// A country, two letters (ISO 3166-1), or one of the three ways of not having it.
    pub fn country(&mut self, field: &str) -> Known<String> {
        let Some(typed) = self.given(field) else {
            return Known::NotAsked;
        };
        if let Some(open) = open(typed) {
            return open;
        }
        if typed.len() == 2 && typed.bytes().all(|byte| byte.is_ascii_uppercase()) {
            Known::Is(typed.to_owned())
        } else {
            self.wrong(field, "errors-country", &[]);
            Known::NotAsked
        }
    }

    /// An id, where one was given.
    pub fn id<T>(&mut self, field: &str) -> Option<Id<T>> {
        let found = self.given(field)?.parse().ok();
        if found.is_none() {
            self.wrong(field, "errors-id", &[]);
        }
        found
    }

    /// An id without which the form is no command.
    pub fn needed_id<T>(&mut self, field: &str) -> Option<Id<T>> {
        if self.given(field).is_none() {
            self.wrong(field, "errors-id", &[]);
        }
        self.id(field)
    }

    /// A moment with its zone (RFC 3339), where one was given.
    pub fn moment(&mut self, field: &str) -> Option<Moment> {
        let found: Option<jiff::Timestamp> = self.given(field)?.parse().ok();
        if found.is_none() {
            self.wrong(field, "errors-moment", &[]);
        }
        found.map(|at| Moment(at.as_microsecond()))
    }

    fn find<T: Copy>(&self, typed: &str, all: &[T], code: fn(T) -> &'static str) -> Option<T> {
        all.iter().copied().find(|one| code(*one) == typed)
    }

    fn list<T: Copy>(&mut self, field: &str, all: &[T], code: fn(T) -> &'static str, more: &[&str]) {
        let codes: Vec<&str> = all.iter().map(|one| code(*one)).chain(more.iter().copied()).collect();
        self.wrong(field, "errors-choose", &[("codes", &codes.join(", "))]);
    }
}

fn open<T>(typed: &str) -> Option<Known<T>> {
    match typed {
        "unknown" => Some(Known::Unknown),
        "not_asked" => Some(Known::NotAsked),
        "refused" => Some(Known::Refused),
        _ => None,
    }
}
