//! A good practice: what it tells, why it is withdrawn, what it becomes; and which of them a list shows.
use super::{At, Errors, Input, Reader, schema};
use serde::Deserialize;
use tiltas_domain::{
    clock::Confidence,
    practice::{Adopt, AdoptAsAction, Order, Select, State, Withdraw, Write},
    recommendation::{SourceKind, Theme},
};
use utoipa::{IntoParams, ToSchema};

/// The longest words of one part, in signs.
const WORDS: usize = 4000;
/// The most institutions that answer for one action.
const MOST: usize = 60;

/// What a practice tells. What the source does not give is left out.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "title": "The state buys help from organisations that it mandates", "theme": "partnership", "language": "en", "country": "LV",
    "done": "The state selects service providers by public procurement.", "page": "https://bsr-trm.com/countries/latvia/page/2",
    "confidence": "verified"
}))]
pub struct WritePractice {
    /// Whose practice: ISO 3166-1; left out where it is of several countries together.
    pub country: Option<String>,
    /// Which institution; left out where the source names none.
    pub institution: Option<String>,
    /// In a line.
    #[schema(required)]
    #[serde(default)]
    pub title: String,
    /// What it is about.
    #[schema(required, schema_with = schema::one::<Theme>)]
    #[serde(default)]
    pub theme: String,
    /// The language of these words (ISO 639-1).
    #[schema(required)]
    #[serde(default)]
    pub language: String,
    /// What was wrong before.
    pub problem: Option<String>,
    /// What is done.
    #[schema(required)]
    #[serde(default)]
    pub done: String,
    /// On which law it rests.
    pub law: Option<String>,
    /// What it takes.
    pub resources: Option<String>,
    /// What shows that it works.
    pub evidence: Option<String>,
    /// Under which conditions it travels.
    pub conditions: Option<String>,
    /// Which function can be asked; never a name.
    pub contact: Option<String>,
    /// The page it was read on.
    pub page: Option<String>,
    /// When that page was written: a year, a month or a day.
    pub dated: Option<String>,
    /// How sure this is.
    #[schema(required, schema_with = schema::one::<Confidence>)]
    #[serde(default)]
    pub confidence: String,
    /// Invented, to show how it works.
    #[serde(default)]
    pub example: bool,
}

impl Input for WritePractice {
    type Command = Write;

    fn command(&self, at: &At<'_>) -> Result<Write, Errors> {
        let mut read = Reader::new(at);
        let country = read.country_if("country", self.country.as_deref());
        let institution = read.title_if("institution", self.institution.as_deref());
        let title = read.title("title", Some(&self.title));
        let theme = read.needed::<Theme>("theme", Some(&self.theme));
        let language = read.needed_language("language", Some(&self.language));
        let mut text = |name: &str, sent: &Option<String>| read.text(name, sent.as_deref(), WORDS);
        let problem = text("problem", &self.problem);
        let law = text("law", &self.law);
        let resources = text("resources", &self.resources);
        let evidence = text("evidence", &self.evidence);
        let conditions = text("conditions", &self.conditions);
        let done = read.needed_text("done", Some(&self.done), WORDS);
        let contact = read.title_if("contact", self.contact.as_deref());
        let page = read.line("page", self.page.as_deref());
        let dated = read.dated("dated", self.dated.as_deref());
        let confidence = read.needed::<Confidence>("confidence", Some(&self.confidence));
        let all = title.zip(theme).zip(language.zip(done)).zip(confidence);
        read.end(all.map(|(((title, theme), (language, done)), confidence)| Write {
            country,
            institution,
            title,
            theme,
            language,
            problem,
            done,
            law,
            resources,
            evidence,
            conditions,
            contact,
            page,
            dated,
            confidence,
            example: self.example,
        }))
    }
}

/// Why it no longer stands.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "The law that it rests on was repealed."}))]
pub struct WithdrawPractice {
    /// Why.
    #[schema(required)]
    #[serde(default)]
    pub reason: String,
}

impl Input for WithdrawPractice {
    type Command = Withdraw;

    fn command(&self, at: &At<'_>) -> Result<Withdraw, Errors> {
        let mut read = Reader::new(at);
        let reason = read.needed_text("reason", Some(&self.reason), WORDS);
        read.end(reason.map(|reason| Withdraw { reason }))
    }
}

/// Nothing but that it is done.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({}))]
pub struct SteerPractice {}

impl Input for SteerPractice {
    type Command = ();

    fn command(&self, _: &At<'_>) -> Result<(), Errors> {
        Ok(())
    }
}

/// Which recommendation it becomes.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "title": "Buy help from mandated organisations", "text": "The ministry should buy help from organisations that it mandates.",
    "language": "en", "source": "training", "example": true
}))]
pub struct AdoptPractice {
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
    /// Where the practice was met: no published report.
    #[schema(required, schema_with = schema::one::<SourceKind>)]
    #[serde(default)]
    pub source: String,
    /// Invented, to show how it works.
    #[serde(default)]
    pub example: bool,
}

impl Input for AdoptPractice {
    type Command = Adopt;

    fn command(&self, at: &At<'_>) -> Result<Adopt, Errors> {
        let mut read = Reader::new(at);
        let title = read.title("title", Some(&self.title));
        let text = read.needed_text("text", Some(&self.text), WORDS);
        let language = read.needed_language("language", Some(&self.language));
        let source = read.needed::<SourceKind>("source", Some(&self.source));
        let all = title.zip(text).zip(language.zip(source));
        read.end(all.map(|((title, text), (language, source))| Adopt {
            title,
            text,
            language,
            source,
            example: self.example,
        }))
    }
}

/// Which action of a plan it becomes.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"under": "00000000000000000000000000000000", "title": "Buy help from mandated organisations", "term": "2026-12"}))]
pub struct PlanPractice {
    /// The objective under which it stands, by its id.
    #[schema(required)]
    #[serde(default)]
    pub under: String,
    /// In a line.
    #[schema(required)]
    #[serde(default)]
    pub title: String,
    /// Who answers for it, by id.
    #[serde(default)]
    pub responsible: Vec<String>,
    /// Until when; nothing where no term is set.
    pub term: Option<String>,
}

impl Input for PlanPractice {
    type Command = AdoptAsAction;

    fn command(&self, at: &At<'_>) -> Result<AdoptAsAction, Errors> {
        let mut read = Reader::new(at);
        let under = read.needed_id("under", Some(&self.under));
        let title = read.title("title", Some(&self.title));
        let responsible = read.ids("responsible", &self.responsible, MOST);
        let term = read.dated("term", self.term.as_deref());
        read.end(under.zip(title).map(|(under, title)| AdoptAsAction {
            under,
            title,
            responsible,
            term,
        }))
    }
}

/// Which practices.
#[derive(Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SelectPractices {
    /// Only those that stand so.
    #[param(schema_with = schema::one::<State>)]
    pub state: Option<String>,
    /// Only those of this country (ISO 3166-1).
    pub country: Option<String>,
    /// Only those about this.
    #[param(schema_with = schema::one::<Theme>)]
    pub theme: Option<String>,
    /// Only those in which these words stand.
    pub text: Option<String>,
    /// In which order.
    #[param(schema_with = schema::one::<Order>)]
    pub sort: Option<String>,
    /// Those that follow this one: its id.
    pub after: Option<String>,
}

impl Input for SelectPractices {
    type Command = Select;

    fn command(&self, at: &At<'_>) -> Result<Select, Errors> {
        let mut read = Reader::new(at);
        let select = Select {
            state: read.choice("state", self.state.as_deref()),
            country: read.country_if("country", self.country.as_deref()),
            theme: read.choice("theme", self.theme.as_deref()),
            text: read.line("text", self.text.as_deref()),
            sort: read.choice("sort", self.sort.as_deref()),
            after: read.id("after", self.after.as_deref()),
        };
        read.end(Some(select))
    }
}
