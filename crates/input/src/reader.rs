//! Reads one field after another and notes each that can't be what it has to be. Every limit of what is typed or sent lies
//! here or in the type that is made. INVARIANT: blank is never "no": a blank answer is *not asked*, a blank text is none.
mod day;
mod public;

use super::{
    At, Errors,
    error::{Code, Fact},
    language, text,
};
use tiltas_domain::{
    Id, Sensitive,
    content::LINE,
    known::{Answer, Coded, Known},
};

/// The most languages that one person speaks, or one house.
const LANGUAGES: usize = 12;

/// What was sent, being read.
pub struct Reader<'a> {
    at: At<'a>,
    errors: Errors,
}

impl<'a> Reader<'a> {
    /// Begins.
    pub fn new(at: &At<'a>) -> Reader<'a> {
        Reader {
            at: *at,
            errors: Errors::new(),
        }
    }

    /// Notes `field`.
    pub fn wrong(&mut self, field: &str, code: Code) {
        self.errors.add(field, code, Vec::new());
    }

    /// Notes `field`, with a fact of its words.
    pub fn wrong_by(&mut self, field: &str, code: Code, name: &'static str, fact: Fact) {
        self.errors.add(field, code, vec![(name, fact)]);
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
    pub fn choice<T: Coded>(&mut self, field: &str, sent: Option<&str>) -> Option<T> {
        let sent = given(sent)?;
        let found = find(sent);
        if found.is_none() {
            self.list::<T>(field, &[]);
        }
        found
    }

    /// One of a closed list; without it there is no command.
    pub fn needed<T: Coded>(&mut self, field: &str, sent: Option<&str>) -> Option<T> {
        if given(sent).is_none() {
            self.wrong(field, Code::Needed);
        }
        self.choice(field, sent)
    }

    /// Several of a closed list, each once.
    pub fn several<T: Coded>(&mut self, field: &str, sent: &[String]) -> Vec<T> {
        let mut chosen = Vec::new();
        for sent in sent.iter().filter_map(|sent| given(Some(sent))) {
            match find(sent) {
                Some(one) if !chosen.contains(&one) => chosen.push(one),
                Some(_) => {}
                None => {
                    self.list::<T>(field, &[]);
                    break;
                }
            }
        }
        chosen
    }

    /// One of a closed list, or one of the three ways of not having it.
    pub fn known<T: Coded>(&mut self, field: &str, sent: Option<&str>) -> Known<T> {
        let Some(sent) = given(sent) else {
            return Known::NotAsked;
        };
        match open(sent).or_else(|| find(sent).map(Known::Is)) {
            Some(known) => known,
            None => {
                self.list::<T>(field, &["unknown", "not_asked", "refused"]);
                Known::NotAsked
            }
        }
    }

    /// One of the five answers; blank is *not asked*.
    pub fn answer(&mut self, field: &str, sent: Option<&str>) -> Answer {
        self.choice(field, sent).unwrap_or_default()
    }

    /// A whole number up to `most`, or one of the three ways of not having it.
    pub fn number(&mut self, field: &str, sent: Option<&str>, most: u8) -> Known<u8> {
        let Some(sent) = given(sent) else {
            return Known::NotAsked;
        };
        let number = || sent.parse::<u8>().ok().filter(|number| *number <= most);
        match open(sent).or_else(|| number().map(Known::Is)) {
            Some(known) => known,
            None => {
                self.wrong_by(field, Code::Number, "most", Fact::Number(usize::from(most)));
                Known::NotAsked
            }
        }
    }

    /// Whether it is ticked; not given is not ticked.
    pub fn tick(&mut self, field: &str, sent: Option<&str>) -> bool {
        match given(sent) {
            None | Some("no" | "false") => false,
            Some("yes" | "true" | "on") => true,
            Some(_) => {
                self.wrong(field, Code::KindTruth);
                false
            }
        }
    }

    /// A code of this node that no closed list holds: small letters, figures, points.
    pub fn code(&mut self, field: &str, sent: Option<&str>) -> Option<String> {
        let sent = given(sent)?;
        let sound = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, '.' | '_');
        if sent.len() > LINE || !sent.chars().all(sound) {
            self.wrong(field, Code::Id);
            return None;
        }
        Some(sent.to_owned())
    }

    /// A line for others to read, of at most [`LINE`] signs.
    pub fn line(&mut self, field: &str, sent: Option<&str>) -> Option<String> {
        let line = self.sound(field, sent, text::line)?;
        self.fits(field, &line, LINE);
        Some(line)
    }

    /// A line without which there is no command.
    pub fn needed_line(&mut self, field: &str, sent: Option<&str>) -> Option<String> {
        let before = self.errors.iter().count();
        let line = self.line(field, sent);
        self.needs(field, line.is_some(), before);
        line
    }

    /// A name for others to read: it has a letter or a figure that can be seen.
    pub fn title(&mut self, field: &str, sent: Option<&str>) -> Option<String> {
        let before = self.errors.iter().count();
        let line = self.title_if(field, sent);
        self.needs(field, line.is_some(), before);
        line
    }

    /// The same where there may be none.
    pub fn title_if(&mut self, field: &str, sent: Option<&str>) -> Option<String> {
        let line = self.line(field, sent)?;
        if !line.chars().any(char::is_alphanumeric) {
            self.wrong(field, Code::Letter);
        }
        Some(line)
    }

    /// A person's name: it has a letter.
    pub fn name(&mut self, field: &str, sent: Option<&str>) -> Option<String> {
        let line = self.line(field, sent)?;
        if !line.chars().any(char::is_alphabetic) {
            self.wrong(field, Code::Letter);
        }
        Some(line)
    }

    /// A person's name without which there is no command.
    pub fn needed_name(&mut self, field: &str, sent: Option<&str>) -> Option<String> {
        let before = self.errors.iter().count();
        let name = self.name(field, sent);
        self.needs(field, name.is_some(), before);
        name
    }

    /// Lines for others to read, each once: at most `most`.
    pub fn lines(&mut self, field: &str, sent: &[String], most: usize) -> Vec<String> {
        if self.many(field, sent.len(), most) {
            return Vec::new();
        }
        let mut lines: Vec<String> = Vec::new();
        for (nth, sent) in sent.iter().enumerate() {
            let Some(line) = self.line(&format!("{field}[{nth}]"), Some(sent)) else {
                continue;
            };
            if lines.contains(&line) {
                self.wrong(&format!("{field}[{nth}]"), Code::Twice);
            }
            lines.push(line);
        }
        lines
    }

    /// A telephone that others ring.
    pub fn phone(&mut self, field: &str, sent: Option<&str>) -> Option<String> {
        let line = self.line(field, sent)?;
        if !text::is_number(&line) {
            self.wrong(field, Code::Phone);
        }
        Some(line)
    }

    /// A telephone without which there is no command.
    pub fn needed_phone(&mut self, field: &str, sent: Option<&str>) -> Option<String> {
        let before = self.errors.iter().count();
        let phone = self.phone(field, sent);
        self.needs(field, phone.is_some(), before);
        phone
    }

    /// A value about a person, of one line.
    pub fn told<T: Sensitive>(&mut self, field: &str, sent: Option<&str>) -> Option<T> {
        let line = self.sound(field, sent, text::line)?;
        self.fits(field, &line, T::LONGEST);
        Some(T::wrap(line))
    }

    /// Words about a person, of several lines.
    pub fn words<T: Sensitive>(&mut self, field: &str, sent: Option<&str>) -> Option<T> {
        let words = self.sound(field, sent, text::text)?;
        self.fits(field, &words, T::LONGEST);
        Some(T::wrap(words))
    }

    /// Words without which there is no command.
    pub fn needed_words<T: Sensitive>(&mut self, field: &str, sent: Option<&str>) -> Option<T> {
        let before = self.errors.iter().count();
        let words = self.words(field, sent);
        self.needs(field, words.is_some(), before);
        words
    }

    /// Languages by their codes, each once.
    pub fn languages(&mut self, field: &str, sent: &[String]) -> Vec<String> {
        if self.many(field, sent.len(), LANGUAGES) {
            return Vec::new();
        }
        let mut languages: Vec<String> = Vec::new();
        for sent in sent.iter().filter_map(|sent| given(Some(sent))) {
            if !language::is_language(sent) {
                self.wrong(field, Code::Language);
                break;
            }
            if !languages.iter().any(|known| known == sent) {
                languages.push(sent.to_owned());
            }
        }
        languages
    }

    /// A country by its code, or one of the three ways of not having it.
    pub fn country(&mut self, field: &str, sent: Option<&str>) -> Known<String> {
        let Some(sent) = given(sent) else {
            return Known::NotAsked;
        };
        let code = sent.to_uppercase();
        let country = || language::is_country(&code).then(|| Known::Is(code.clone()));
        match open(sent).or_else(country) {
            Some(known) => known,
            None => {
                self.wrong(field, Code::Country);
                Known::NotAsked
            }
        }
    }

    /// An id, where one was given.
    pub fn id<T>(&mut self, field: &str, sent: Option<&str>) -> Option<Id<T>> {
        let found = given(sent)?.parse().ok();
        if found.is_none() {
            self.wrong(field, Code::Id);
        }
        found
    }

    /// An id without which there is no command.
    pub fn needed_id<T>(&mut self, field: &str, sent: Option<&str>) -> Option<Id<T>> {
        if given(sent).is_none() {
            self.wrong(field, Code::Needed);
        }
        self.id(field, sent)
    }

    /// Notes a list that is too long, before its elements are looked at.
    pub fn many(&mut self, field: &str, sent: usize, most: usize) -> bool {
        if sent > most {
            self.wrong_by(field, Code::Many, "most", Fact::Number(most));
        }
        sent > most
    }

    fn sound(&mut self, field: &str, sent: Option<&str>, made: fn(&str) -> Result<String, Code>) -> Option<String> {
        match made(given(sent)?) {
            Ok(made) if made.is_empty() => None,
            Ok(made) => Some(made),
            Err(code) => {
                self.wrong(field, code);
                None
            }
        }
    }

    fn fits(&mut self, field: &str, text: &str, longest: usize) {
        if text.chars().count() > longest {
            self.wrong_by(field, Code::Long, "longest", Fact::Number(longest));
        }
    }

    /// Notes that nothing stands in `field`, unless something was noted about it since.
    fn needs(&mut self, field: &str, there: bool, before: usize) {
        if !there && self.errors.iter().count() == before {
            self.wrong(field, Code::Needed);
        }
    }

    fn list<T: Coded>(&mut self, field: &str, more: &[&str]) {
        let codes = T::ALL.iter().map(|one| one.code()).chain(more.iter().copied());
        let codes: Vec<&str> = codes.collect();
        self.wrong_by(field, Code::Choose, "codes", Fact::Text(codes.join(", ")));
    }
}

/// What was sent, without the blanks around it; nothing where there is nothing.
fn given(sent: Option<&str>) -> Option<&str> {
    sent.map(str::trim).filter(|sent| !sent.is_empty())
}

fn find<T: Coded>(sent: &str) -> Option<T> {
    T::ALL.iter().copied().find(|one| one.code() == sent)
}

fn open<T>(sent: &str) -> Option<Known<T>> {
    match sent {
        "unknown" => Some(Known::Unknown),
        "not_asked" => Some(Known::NotAsked),
        "refused" => Some(Known::Refused),
        _ => None,
    }
}
