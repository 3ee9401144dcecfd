//! An institution whose experts teach: what is known of it, and what it gave.
use super::{At, Errors, Input, Reader, error::Code, schema};
use serde::Deserialize;
use tiltas_domain::{
    expert_institution::{Contribution, Write},
    recommendation::Theme,
};
use utoipa::ToSchema;

/// The longest words of what a source says, in signs.
const WORDS: usize = 4000;

/// What is known of it. What the source does not give is left out.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"country": "NL", "name": "Inholland University", "fields": [], "languages": [], "said": "One of its experts taught in 2018."}))]
pub struct WriteExpertInstitution {
    /// Its country (ISO 3166-1).
    #[schema(required)]
    #[serde(default)]
    pub country: String,
    /// Its name; left out where the source names none.
    pub name: Option<String>,
    /// What its experts know.
    #[serde(default)]
    #[schema(schema_with = schema::several::<Theme>)]
    pub fields: Vec<String>,
    /// In which languages they work (ISO 639-1).
    #[serde(default)]
    pub languages: Vec<String>,
    /// What the source says of it.
    pub said: Option<String>,
    /// The page it was read on.
    pub page: Option<String>,
    /// Invented, to show how it works.
    #[serde(default)]
    pub example: bool,
}

impl Input for WriteExpertInstitution {
    type Command = Write;

    fn command(&self, at: &At<'_>) -> Result<Write, Errors> {
        let mut read = Reader::new(at);
        let country = read.country_if("country", Some(&self.country));
        if self.country.trim().is_empty() {
            read.wrong("country", Code::Needed);
        }
        let name = read.title_if("name", self.name.as_deref());
        let fields = read.several("fields", &self.fields);
        let languages = read.languages("languages", &self.languages);
        let said = read.text("said", self.said.as_deref(), WORDS);
        let page = read.line("page", self.page.as_deref());
        read.end(country.map(|country| Write {
            country,
            name,
            fields,
            languages,
            said,
            page,
            example: self.example,
        }))
    }
}

/// What it gave.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"to": "practice:8f14e45fceea467a9c4e2f5d1b3a7c60"}))]
pub struct ContributeExpertInstitution {
    /// `practice:` or `recommendation:` and its id.
    #[schema(required)]
    #[serde(default)]
    pub to: String,
}

impl Input for ContributeExpertInstitution {
    type Command = Contribution;

    fn command(&self, at: &At<'_>) -> Result<Contribution, Errors> {
        let mut read = Reader::new(at);
        let to = Contribution::parse(self.to.trim());
        match (&to, self.to.trim().is_empty()) {
            (None, true) => read.wrong("to", Code::Needed),
            (None, false) => read.wrong("to", Code::Id),
            (Some(_), _) => {}
        }
        read.end(to)
    }
}
