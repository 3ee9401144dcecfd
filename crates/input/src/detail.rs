//! What a person told: written once, corrected without overwriting, opened for a reason.
use super::{
    At, Errors, Input, Reader,
    error::{Code, Fact},
    schema,
};
use serde::Deserialize;
use tiltas_domain::{
    Field, Id, Sensitive,
    content::{BirthDate, DocumentNumber, HealthNote, PersonName, Phone, Whereabouts},
    detail::{Correct, Detail, Name, NameConfidence, NameKind, script_of},
    known::Answer,
};
use utoipa::ToSchema;

/// The fields that are told one by one.
pub const FIELDS: [Field; 6] = [
    Field::Name,
    Field::BirthDate,
    Field::Document,
    Field::Phone,
    Field::Whereabouts,
    Field::Health,
];

/// One thing that the person told or that was seen.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"field": "phone", "value": "069 000 001"}))]
pub struct TellDetail {
    /// What is told.
    #[schema(required, schema_with = schema::details)]
    #[serde(default)]
    pub field: String,
    /// What. A birth date is as precise as it is known: `1998`, `1998-05` or `1998-05-17`.
    #[schema(required)]
    #[serde(default)]
    pub value: String,
    /// Of a name: whose it is, or how it came about; the person's own where nothing is said.
    #[schema(schema_with = schema::one::<NameKind>)]
    pub name_kind: Option<String>,
    /// Of a name: how sure it is; heard where nothing is said.
    #[schema(schema_with = schema::one::<NameConfidence>)]
    pub name_confidence: Option<String>,
    /// Of a paper: whether it may be false.
    #[schema(schema_with = schema::one::<Answer>)]
    pub false_paper: Option<String>,
}

impl Input for TellDetail {
    type Command = Detail;

    fn command(&self, at: &At<'_>) -> Result<Detail, Errors> {
        let mut read = Reader::new(at);
        let detail = self.detail(&mut read);
        read.end(detail)
    }
}

impl TellDetail {
    fn detail(&self, read: &mut Reader<'_>) -> Option<Detail> {
        let kind = read.choice("name_kind", self.name_kind.as_deref());
        let confidence = read.choice("name_confidence", self.name_confidence.as_deref());
        let false_paper = read.answer("false_paper", self.false_paper.as_deref());
        let value = Some(self.value.as_str());
        if self.field.trim().is_empty() {
            read.wrong("field", Code::Needed);
            return None;
        }
        match FIELDS.into_iter().find(|field| field.code() == self.field.trim()) {
            Some(Field::Name) => {
                let name = read.needed_name("value", value)?;
                Some(Detail::Name(Name {
                    kind: kind.unwrap_or(NameKind::Own),
                    confidence: confidence.unwrap_or(NameConfidence::Heard),
                    script: script_of(&name),
                    name: PersonName::wrap(name).into(),
                }))
            }
            Some(Field::BirthDate) => {
                let typed = read.needed_line("value", value)?;
                let date = read.birth_date("value", &typed)?;
                Some(Detail::BirthDate(BirthDate::wrap(date).into()))
            }
            Some(Field::Document) => {
                let number = read.title("value", value)?;
                Some(Detail::Document(DocumentNumber::wrap(number).into(), false_paper))
            }
            Some(Field::Phone) => {
                let phone = read.title("value", value)?;
                Some(Detail::Phone(Phone::wrap(phone).into()))
            }
            Some(Field::Whereabouts) => {
                let place = read.needed_words::<Whereabouts>("value", value);
                place.map(|place| Detail::Whereabouts(place.into()))
            }
            Some(_) => {
                let note = read.needed_words::<HealthNote>("value", value);
                note.map(|note| Detail::Health(note.into()))
            }
            None => {
                let codes: Vec<&str> = FIELDS.iter().map(|field| field.code()).collect();
                read.wrong_by("field", Code::Choose, "codes", Fact::Text(codes.join(", ")));
                None
            }
        }
    }
}

/// What is right, and what it replaces. The old value stays, sealed; those who hold it are asked to drop it.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"replaces": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70", "field": "health", "value": "Her left wrist hurts"}))]
pub struct CorrectDetail {
    /// The detail that was wrong.
    #[schema(required)]
    #[serde(default)]
    pub replaces: String,
    /// What is told.
    #[schema(required, schema_with = schema::details)]
    #[serde(default)]
    pub field: String,
    /// What is right.
    #[schema(required)]
    #[serde(default)]
    pub value: String,
    /// Of a name.
    #[schema(schema_with = schema::one::<NameKind>)]
    pub name_kind: Option<String>,
    /// Of a name.
    #[schema(schema_with = schema::one::<NameConfidence>)]
    pub name_confidence: Option<String>,
    /// Of a paper.
    #[schema(schema_with = schema::one::<Answer>)]
    pub false_paper: Option<String>,
}

/// What is right instead of a value that its address names.
pub struct Correcting(pub Detail);

impl Correcting {
    /// The command.
    pub fn of(self, replaces: Id<Detail>) -> Correct {
        Correct {
            replaces,
            value: self.0,
        }
    }
}

impl Input for CorrectDetail {
    type Command = Correct;

    fn command(&self, at: &At<'_>) -> Result<Correct, Errors> {
        let mut read = Reader::new(at);
        let replaces: Option<Id<Detail>> = read.needed_id("replaces", Some(&self.replaces));
        let told = TellDetail {
            field: self.field.clone(),
            value: self.value.clone(),
            name_kind: self.name_kind.clone(),
            name_confidence: self.name_confidence.clone(),
            false_paper: self.false_paper.clone(),
        };
        let value = told.detail(&mut read);
        read.end(replaces.zip(value).map(|(replaces, value)| Correct { replaces, value }))
    }
}

/// Why something sealed is opened. The reason is kept, and the opening is seen by those who lead the case.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "The hospital asks for the name on her paper."}))]
pub struct OpenSealed {
    /// In words.
    #[schema(required)]
    #[serde(default)]
    pub reason: String,
}

impl Input for OpenSealed {
    type Command = String;

    fn command(&self, at: &At<'_>) -> Result<String, Errors> {
        let mut read = Reader::new(at);
        let reason = read.title("reason", Some(&self.reason));
        read.end(reason)
    }
}
