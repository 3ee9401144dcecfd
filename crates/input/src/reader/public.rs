//! What is about nobody: days as precise as a source gives them, words of several lines, institutions.
use super::{Reader, given};
use crate::{day, error::Code, language, text};
use tiltas_domain::{Id, dated::Dated};

impl Reader<'_> {
    /// A day, a month or a year, as precise as it is known: `2018`, `2018-05`, `30 May 2018`.
    pub fn dated(&mut self, field: &str, sent: Option<&str>) -> Option<Dated> {
        let sent = given(sent)?;
        let dated = sent.parse().ok().or_else(|| day::day(sent).map(Dated::from));
        if dated.is_none() {
            self.wrong(field, Code::Dated);
        }
        dated
    }

    /// The same, without which there is no command.
    pub fn needed_dated(&mut self, field: &str, sent: Option<&str>) -> Option<Dated> {
        if given(sent).is_none() {
            self.wrong(field, Code::Needed);
        }
        self.dated(field, sent)
    }

    /// Words of several lines about nobody, of at most `longest` signs.
    pub fn text(&mut self, field: &str, sent: Option<&str>, longest: usize) -> Option<String> {
        let text = self.sound(field, sent, text::text)?;
        self.fits(field, &text, longest);
        Some(text)
    }

    /// The same, without which there is no command.
    pub fn needed_text(&mut self, field: &str, sent: Option<&str>, longest: usize) -> Option<String> {
        let before = self.errors.iter().count();
        let text = self.text(field, sent, longest);
        self.needs(field, text.is_some(), before);
        text
    }

    /// A language by its code, without which there is no command.
    pub fn needed_language(&mut self, field: &str, sent: Option<&str>) -> Option<String> {
        let Some(sent) = given(sent) else {
            self.wrong(field, Code::Needed);
            return None;
        };
        if !language::is_language(sent) {
            self.wrong(field, Code::Language);
        }
        Some(sent.to_owned())
    }

    /// A country by its code, where one was given.
    pub fn country_if(&mut self, field: &str, sent: Option<&str>) -> Option<String> {
        let code = given(sent)?.to_uppercase();
        if !language::is_country(&code) {
            self.wrong(field, Code::Country);
        }
        Some(code)
    }

    /// Ids, each once: at most `most`.
    pub fn ids<T>(&mut self, field: &str, sent: &[String], most: usize) -> Vec<Id<T>> {
        if self.many(field, sent.len(), most) {
            return Vec::new();
        }
        let mut ids = Vec::new();
        for (nth, sent) in sent.iter().enumerate() {
            let id = self.id(&format!("{field}[{nth}]"), Some(sent));
            ids.extend(id.filter(|id| !ids.contains(id)));
        }
        ids
    }

    /// A country by its code, without which there is no command.
    pub fn needed_country(&mut self, field: &str, sent: Option<&str>) -> Option<String> {
        let before = self.errors.iter().count();
        let country = self.country(field, sent).value().cloned();
        self.needs(field, country.is_some(), before);
        country
    }

    /// A number from one on that tells a thing inside another, where one was given.
    pub fn number_if(&mut self, field: &str, sent: Option<&str>) -> Option<u32> {
        self.number(field, sent, u8::MAX).value().copied().map(u32::from)
    }

    /// The same, without which there is no command.
    pub fn needed_number(&mut self, field: &str, sent: Option<&str>) -> Option<u32> {
        let before = self.errors.iter().count();
        let number = self.number_if(field, sent);
        self.needs(field, number.is_some(), before);
        number
    }

    /// Lines of one field or of several, each once: at most `most`.
    pub fn several_lines(&mut self, field: &str, sent: &[String], most: usize) -> Vec<String> {
        let lines = sent.iter().flat_map(|sent| sent.lines()).map(str::trim);
        let lines: Vec<String> = lines.filter(|line| !line.is_empty()).map(str::to_owned).collect();
        self.lines(field, &lines, most)
    }
}
