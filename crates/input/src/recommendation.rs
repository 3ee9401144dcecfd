//! A recommendation: its first words, positions, decision, addressees, reports; and which of them a list shows.
use super::{At, Errors, Input, Reader, schema};
use serde::Deserialize;
use tiltas_domain::{
    Id,
    recommendation::{
        Address, Close, Decide, Formulate, Open, Order, Outcome, Position, Rating, Recommendation, Record, Report,
        Select, Source, SourceKind, Stage, Stance, Supersede, Theme, Translate, Wording, WordingKind,
    },
};
use utoipa::{IntoParams, ToSchema};

/// The longest words of a recommendation, a reason or a report, in signs.
const WORDS: usize = 4000;
/// The most institutions that are asked at once, and the most lines of evidence of one report.
const MOST: usize = 60;

/// First words, and where they come from.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "title": "Give inspectors a way to refer on the same day", "text": "The inspectorate should be able to refer a person on the day on which they are found.",
    "language": "en", "wording": "verbatim", "theme": "labour", "source": "expert_mission",
    "document": "Mission of April 2018", "dated": "2018-04", "example": true
}))]
pub struct RecordRecommendation {
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
    /// Whether they are the source's.
    #[schema(required, schema_with = schema::one::<WordingKind>)]
    #[serde(default)]
    pub wording: String,
    /// What it is about.
    #[schema(required, schema_with = schema::one::<Theme>)]
    #[serde(default)]
    pub theme: String,
    /// What kind of source.
    #[schema(required, schema_with = schema::one::<SourceKind>)]
    #[serde(default)]
    pub source: String,
    /// The document's name or number.
    pub document: Option<String>,
    /// The round of monitoring.
    pub round: Option<String>,
    /// The paragraph.
    pub paragraph: Option<String>,
    /// When it was said: a year, a month or a day.
    pub dated: Option<String>,
    /// The page it was read on.
    pub page: Option<String>,
    /// How strongly, in the source's own word; nothing where it has no scale.
    pub priority: Option<String>,
    /// Invented, to show how it works.
    #[serde(default)]
    pub example: bool,
}

impl Input for RecordRecommendation {
    type Command = Record;

    fn command(&self, at: &At<'_>) -> Result<Record, Errors> {
        let mut read = Reader::new(at);
        let title = read.title("title", Some(&self.title));
        let text = read.needed_text("text", Some(&self.text), WORDS);
        let language = read.needed_language("language", Some(&self.language));
        let kind = read.needed::<WordingKind>("wording", Some(&self.wording));
        let theme = read.needed::<Theme>("theme", Some(&self.theme));
        let source = read.needed::<SourceKind>("source", Some(&self.source));
        let (document, round) = (
            read.title_if("document", self.document.as_deref()),
            read.title_if("round", self.round.as_deref()),
        );
        let paragraph = read.title_if("paragraph", self.paragraph.as_deref());
        let dated = read.dated("dated", self.dated.as_deref());
        let page = read.line("page", self.page.as_deref());
        let priority = read.title_if("priority", self.priority.as_deref());
        let wording = text.zip(language).zip(kind);
        let wording = wording.map(|((text, language), kind)| Wording { text, language, kind });
        let source = source.map(|kind| Source {
            kind,
            document,
            round,
            paragraph,
            dated,
            page,
            priority,
        });
        let all = title.zip(source).zip(wording.zip(theme));
        read.end(all.map(|((title, source), (wording, theme))| Record {
            title,
            source,
            wording,
            theme,
            example: self.example,
        }))
    }
}

/// The same words in another language.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text": "Inspectoratul să poată referi o persoană în ziua în care o găsește.", "language": "ro", "machine": true}))]
pub struct TranslateRecommendation {
    /// The words.
    #[schema(required)]
    #[serde(default)]
    pub text: String,
    /// Their language (ISO 639-1).
    #[schema(required)]
    #[serde(default)]
    pub language: String,
    /// Made by a machine.
    #[serde(default)]
    pub machine: bool,
    /// Read by a person since.
    #[serde(default)]
    pub read: bool,
}

impl Input for TranslateRecommendation {
    type Command = Translate;

    fn command(&self, at: &At<'_>) -> Result<Translate, Errors> {
        let mut read = Reader::new(at);
        let text = read.needed_text("text", Some(&self.text), WORDS);
        let language = read.needed_language("language", Some(&self.language));
        read.end(text.zip(language).map(|(text, language)| Translate {
            text,
            language,
            machine: self.machine,
            read: self.read,
        }))
    }
}

/// Which institutions are asked what they think, and until when.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DiscussRecommendation {
    /// Who is asked, by id.
    #[schema(required)]
    #[serde(default)]
    pub asked: Vec<String>,
    /// The last day.
    #[schema(required)]
    #[serde(default)]
    pub until: String,
}

impl Input for DiscussRecommendation {
    type Command = Open;

    fn command(&self, at: &At<'_>) -> Result<Open, Errors> {
        let mut read = Reader::new(at);
        let asked = read.ids("asked", &self.asked, MOST);
        let until = read.needed_day("until", Some(&self.until));
        read.end(until.map(|until| Open {
            asked,
            until: until.into(),
        }))
    }
}

/// What one's institution thinks.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"stance": "supports_with_changes", "reason": "Inspectors have no duty phone at night.", "wording": "The inspectorate should be able to refer a person on the same day, with a duty phone at night."}))]
pub struct TakePosition {
    /// What.
    #[schema(required, schema_with = schema::one::<Stance>)]
    #[serde(default)]
    pub stance: String,
    /// Why.
    pub reason: Option<String>,
    /// The words that it proposes instead.
    pub wording: Option<String>,
}

impl Input for TakePosition {
    type Command = Position;

    fn command(&self, at: &At<'_>) -> Result<Position, Errors> {
        let mut read = Reader::new(at);
        let stance = read.needed("stance", Some(&self.stance));
        let reason = read.text("reason", self.reason.as_deref(), WORDS);
        let wording = read.text("wording", self.wording.as_deref(), WORDS);
        read.end(stance.map(|stance| Position {
            stance,
            reason,
            wording,
        }))
    }
}

/// The agreed words.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text": "The inspectorate should be able to refer a person on the same day, with a duty phone at night."}))]
pub struct FormulateRecommendation {
    /// The words.
    #[schema(required)]
    #[serde(default)]
    pub text: String,
}

impl Input for FormulateRecommendation {
    type Command = Formulate;

    fn command(&self, at: &At<'_>) -> Result<Formulate, Errors> {
        let mut read = Reader::new(at);
        let text = read.needed_text("text", Some(&self.text), WORDS);
        read.end(text.map(|text| Formulate { text }))
    }
}

/// What a body decided.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"outcome": "adopted", "body": "National committee", "meeting": "Second meeting of the year", "on": "2026-08-19"}))]
pub struct DecideRecommendation {
    /// What.
    #[schema(required, schema_with = schema::one::<Outcome>)]
    #[serde(default)]
    pub outcome: String,
    /// Which body.
    #[schema(required)]
    #[serde(default)]
    pub body: String,
    /// At which meeting.
    pub meeting: Option<String>,
    /// On which day.
    #[schema(required)]
    #[serde(default)]
    pub on: String,
    /// Why; a *no* always has a reason.
    pub reason: Option<String>,
}

impl Input for DecideRecommendation {
    type Command = Decide;

    fn command(&self, at: &At<'_>) -> Result<Decide, Errors> {
        let mut read = Reader::new(at);
        let outcome = read.needed("outcome", Some(&self.outcome));
        let body = read.title("body", Some(&self.body));
        let meeting = read.title_if("meeting", self.meeting.as_deref());
        let on = read.needed_day("on", Some(&self.on));
        let reason = read.text("reason", self.reason.as_deref(), WORDS);
        let all = outcome.zip(body).zip(on);
        read.end(all.map(|((outcome, body), on)| Decide {
            outcome,
            body,
            meeting,
            on: on.into(),
            reason,
        }))
    }
}

/// Who is to carry it out.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddressRecommendation {
    /// Who, by id.
    #[schema(required)]
    #[serde(default)]
    pub organisation: String,
    /// Until when: a year, a month or a day; nothing where no term is set.
    pub term: Option<String>,
}

impl Input for AddressRecommendation {
    type Command = Address;

    fn command(&self, at: &At<'_>) -> Result<Address, Errors> {
        let mut read = Reader::new(at);
        let organisation = read.needed_id("organisation", Some(&self.organisation));
        let term = read.dated("term", self.term.as_deref());
        read.end(organisation.map(|organisation| Address { organisation, term }))
    }
}

/// How far it is: an addressee's report, or what a reviewer finds.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"rating": "done", "text": "Inspectors refer by the node since July.", "evidence": ["14 referrals by inspectors in July and August"]}))]
pub struct ReportRecommendation {
    /// How far.
    #[schema(required, schema_with = schema::one::<Rating>)]
    #[serde(default)]
    pub rating: String,
    /// In words.
    #[schema(required)]
    #[serde(default)]
    pub text: String,
    /// What shows it, a line each: an address, the name of a document, a figure with its definition.
    #[serde(default)]
    pub evidence: Vec<String>,
}

impl Input for ReportRecommendation {
    type Command = Report;

    fn command(&self, at: &At<'_>) -> Result<Report, Errors> {
        let mut read = Reader::new(at);
        let rating = read.needed("rating", Some(&self.rating));
        let text = read.needed_text("text", Some(&self.text), WORDS);
        let evidence = read.lines("evidence", &self.evidence, MOST);
        read.end(rating.zip(text).map(|(rating, text)| Report { rating, text, evidence }))
    }
}

/// Whether it says the same as another.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LikenRecommendation {
    /// As which, by id.
    #[schema(required)]
    #[serde(default)]
    pub other: String,
    /// Whether it does.
    #[serde(default)]
    pub same: bool,
}

impl Input for LikenRecommendation {
    type Command = (Id<Recommendation>, bool);

    fn command(&self, at: &At<'_>) -> Result<Self::Command, Errors> {
        let mut read = Reader::new(at);
        let other = read.needed_id("other", Some(&self.other));
        read.end(other.map(|other| (other, self.same)))
    }
}

/// Why it ends, or goes on.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "Carried out, and verified."}))]
pub struct CloseRecommendation {
    /// Why.
    #[schema(required)]
    #[serde(default)]
    pub reason: String,
}

impl Input for CloseRecommendation {
    type Command = Close;

    fn command(&self, at: &At<'_>) -> Result<Close, Errors> {
        let mut read = Reader::new(at);
        let reason = read.needed_text("reason", Some(&self.reason), WORDS);
        read.end(reason.map(|reason| Close { reason }))
    }
}

/// What stands in its place.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SupersedeRecommendation {
    /// Which, by id.
    #[schema(required)]
    #[serde(default)]
    pub by: String,
}

impl Input for SupersedeRecommendation {
    type Command = Supersede;

    fn command(&self, at: &At<'_>) -> Result<Supersede, Errors> {
        let mut read = Reader::new(at);
        let by = read.needed_id("by", Some(&self.by));
        read.end(by.map(|by| Supersede { by }))
    }
}

/// Which recommendations.
#[derive(Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SelectRecommendations {
    /// Only those that stand so.
    #[param(schema_with = schema::one::<Stage>)]
    pub state: Option<String>,
    /// Only those that this institution is to carry out: its id.
    pub addressee: Option<String>,
    /// Only those about this.
    #[param(schema_with = schema::one::<Theme>)]
    pub theme: Option<String>,
    /// Only those from this kind of source.
    #[param(schema_with = schema::one::<SourceKind>)]
    pub source: Option<String>,
    /// `yes`: only those that are late.
    pub late: Option<String>,
    /// Only those in which these words stand.
    pub text: Option<String>,
    /// In which order.
    #[param(schema_with = schema::one::<Order>)]
    pub sort: Option<String>,
    /// Those that follow this one: its id.
    pub after: Option<String>,
}

impl Input for SelectRecommendations {
    type Command = Select;

    fn command(&self, at: &At<'_>) -> Result<Select, Errors> {
        let mut read = Reader::new(at);
        let select = Select {
            stage: read.choice("state", self.state.as_deref()),
            addressee: read.id("addressee", self.addressee.as_deref()),
            theme: read.choice("theme", self.theme.as_deref()),
            source: read.choice("source", self.source.as_deref()),
            late: read.tick("late", self.late.as_deref()),
            text: read.line("text", self.text.as_deref()),
            sort: read.choice("sort", self.sort.as_deref()),
            after: read.id("after", self.after.as_deref()),
        };
        read.end(Some(select))
    }
}
