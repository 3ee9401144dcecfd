//! A visit: who goes where, its days, what was noted and found, its report.
use super::{At, Errors, Input, Reader, schema};
use serde::Deserialize;
use tiltas_domain::{
    recommendation::Theme,
    visit::{Find, Kind, NoteDown, Plan, PlanDay, Recommend, Tell},
};
use utoipa::ToSchema;

/// The longest note, finding or report, in signs.
const WORDS: usize = 4000;
/// The most institutions of one visit.
const MOST: usize = 60;

/// Who goes where, when.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanVisit {
    /// What kind.
    #[schema(required, schema_with = schema::one::<Kind>)]
    #[serde(default)]
    pub kind: String,
    /// In a line.
    #[schema(required)]
    #[serde(default)]
    pub title: String,
    /// Where.
    pub place: Option<String>,
    /// Its first day: a year, a month or a day.
    #[schema(required)]
    #[serde(default)]
    pub begins: String,
    /// Its last day, where it is another.
    pub ends: Option<String>,
    /// The institutions that go, by id.
    #[schema(required)]
    #[serde(default)]
    pub delegation: Vec<String>,
    /// Who receives them: institutions by name, a line each.
    #[serde(default)]
    pub hosts: Vec<String>,
    /// The page it was read on.
    pub source: Option<String>,
    /// Invented, to show how it works.
    #[serde(default)]
    pub example: bool,
}

impl Input for PlanVisit {
    type Command = Plan;

    fn command(&self, at: &At<'_>) -> Result<Plan, Errors> {
        let mut read = Reader::new(at);
        let kind = read.needed("kind", Some(&self.kind));
        let title = read.title("title", Some(&self.title));
        let place = read.title_if("place", self.place.as_deref());
        let begins = read.needed_dated("begins", Some(&self.begins));
        let ends = read.dated("ends", self.ends.as_deref());
        let delegation = read.ids("delegation", &self.delegation, MOST);
        let hosts = read.several_lines("hosts", &self.hosts, MOST);
        let source = read.line("source", self.source.as_deref());
        let all = kind.zip(title).zip(begins);
        read.end(all.map(|((kind, title), begins)| Plan {
            kind,
            title,
            place,
            begins,
            ends,
            delegation,
            hosts,
            source,
            example: self.example,
        }))
    }
}

/// What needs no words.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({}))]
pub struct GoOnWithVisit {}

impl Input for GoOnWithVisit {
    type Command = ();

    fn command(&self, at: &At<'_>) -> Result<(), Errors> {
        Reader::new(at).end(Some(()))
    }
}

/// What is done on a day.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"on": "2026-06-02", "text": "The shelter, and who pays for it"}))]
pub struct PlanVisitDay {
    /// Which day.
    #[schema(required)]
    #[serde(default)]
    pub on: String,
    /// What.
    #[schema(required)]
    #[serde(default)]
    pub text: String,
}

impl Input for PlanVisitDay {
    type Command = PlanDay;

    fn command(&self, at: &At<'_>) -> Result<PlanDay, Errors> {
        let mut read = Reader::new(at);
        let on = read.needed_dated("on", Some(&self.on));
        let text = read.needed_text("text", Some(&self.text), WORDS);
        read.end(on.zip(text).map(|(on, text)| PlanDay { on, text }))
    }
}

/// What was noted on a day.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"on": "2026-06-02", "text": "Each post names an officer whom colleagues ask about children.", "example": true}))]
pub struct NoteVisit {
    /// Which day.
    #[schema(required)]
    #[serde(default)]
    pub on: String,
    /// What.
    #[schema(required)]
    #[serde(default)]
    pub text: String,
    /// Invented, to show how it works.
    #[serde(default)]
    pub example: bool,
}

impl Input for NoteVisit {
    type Command = NoteDown;

    fn command(&self, at: &At<'_>) -> Result<NoteDown, Errors> {
        let mut read = Reader::new(at);
        let on = read.needed_dated("on", Some(&self.on));
        let text = read.needed_text("text", Some(&self.text), WORDS);
        read.end(on.zip(text).map(|(on, text)| NoteDown {
            on,
            text,
            example: self.example,
        }))
    }
}

/// What was found.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text": "Nobody at the posts knows whom to ask about a child.", "theme": "children", "note": "1", "example": true}))]
pub struct FindOnVisit {
    /// What.
    #[schema(required)]
    #[serde(default)]
    pub text: String,
    /// About what.
    #[schema(required, schema_with = schema::one::<Theme>)]
    #[serde(default)]
    pub theme: String,
    /// The day note that it rests on, counted from one.
    pub note: Option<String>,
    /// Invented, to show how it works.
    #[serde(default)]
    pub example: bool,
}

impl Input for FindOnVisit {
    type Command = Find;

    fn command(&self, at: &At<'_>) -> Result<Find, Errors> {
        let mut read = Reader::new(at);
        let text = read.needed_text("text", Some(&self.text), WORDS);
        let theme = read.needed("theme", Some(&self.theme));
        let note = read.number_if("note", self.note.as_deref());
        read.end(text.zip(theme).map(|(text, theme)| Find {
            text,
            theme,
            note,
            example: self.example,
        }))
    }
}

/// A recommendation of a finding.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"finding": "1", "title": "Name a contact for children at each post", "text": "Each post should name an officer whom colleagues ask about children.", "language": "en"}))]
pub struct RecommendFinding {
    /// Which finding, counted from one.
    #[schema(required)]
    #[serde(default)]
    pub finding: String,
    /// In a line.
    #[schema(required)]
    #[serde(default)]
    pub title: String,
    /// The words.
    #[schema(required)]
    #[serde(default)]
    pub text: String,
    /// Their language (ISO 639-1).
    #[schema(required)]
    #[serde(default)]
    pub language: String,
}

impl Input for RecommendFinding {
    type Command = Recommend;

    fn command(&self, at: &At<'_>) -> Result<Recommend, Errors> {
        let mut read = Reader::new(at);
        let finding = read.needed_number("finding", Some(&self.finding));
        let title = read.title("title", Some(&self.title));
        let text = read.needed_text("text", Some(&self.text), WORDS);
        let language = read.needed_language("language", Some(&self.language));
        let all = finding.zip(title).zip(text.zip(language));
        read.end(all.map(|((finding, title), (text, language))| Recommend {
            finding,
            title,
            text,
            language,
        }))
    }
}

/// Its report, or what came of it.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text": "Two findings, one recommendation."}))]
pub struct TellOfVisit {
    /// The words.
    #[schema(required)]
    #[serde(default)]
    pub text: String,
}

impl Input for TellOfVisit {
    type Command = Tell;

    fn command(&self, at: &At<'_>) -> Result<Tell, Errors> {
        let mut read = Reader::new(at);
        let text = read.needed_text("text", Some(&self.text), WORDS);
        read.end(text.map(|text| Tell { text }))
    }
}
