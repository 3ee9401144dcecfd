//! The first word about a person.
use super::{At, Errors, Input, Reader, case::read_person, schema};
use serde::Deserialize;
use tiltas_domain::{
    case::{AgeBasis, AgeClass, Interpreter, Person, Sex, Urgency},
    content::{Phone, Sensitive},
    detail::{Name, script_of},
    known::Answer,
    signal::{Channel, Record},
};
use utoipa::ToSchema;

/// The first word about a person. All about the person may be left out; what is left out was not asked.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "channel": "encounter", "urgency": "tonight", "sex": "woman", "age_class": "adult", "age_basis": "declared", "years": "24",
    "nationality": "UA", "languages": ["uk", "ru"], "interpreter": "independent", "accompanying_child": "no",
    "name": "Oksana Invented", "whereabouts": "At the border post", "health": "Her wrist hurts",
    "account": "Found in a grey van at 01:20. She is afraid of one man."
}))]
pub struct RecordSignal {
    /// Where it comes from.
    #[schema(required, schema_with = schema::one::<Channel>)]
    #[serde(default)]
    pub channel: String,
    /// Whoever told it wants to stay unnamed.
    #[serde(default)]
    pub anonymous: bool,
    /// How soon.
    #[schema(required, schema_with = schema::one::<Urgency>)]
    #[serde(default)]
    pub urgency: String,
    /// As the person says it.
    #[schema(schema_with = schema::known::<Sex>)]
    pub sex: Option<String>,
    /// In doubt the person is treated as a child.
    #[schema(schema_with = schema::known::<AgeClass>)]
    pub age_class: Option<String>,
    /// What the age rests on.
    #[schema(schema_with = schema::one::<AgeBasis>)]
    pub age_basis: Option<String>,
    /// Years, 0 to 120, or one of the three ways of not having them.
    pub years: Option<String>,
    /// ISO 3166-1 alpha-2, or one of the three ways of not having it.
    pub nationality: Option<String>,
    /// ISO 639-1; the first is the one to speak with the person.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Who interprets.
    #[schema(schema_with = schema::one::<Interpreter>)]
    pub interpreter: Option<String>,
    /// Whether a child is with the person.
    #[schema(schema_with = schema::one::<Answer>)]
    pub accompanying_child: Option<String>,
    /// A name, as given.
    pub name: Option<String>,
    /// A telephone.
    pub phone: Option<String>,
    /// Where the person is.
    pub whereabouts: Option<String>,
    /// Health.
    pub health: Option<String>,
    /// What was told or seen.
    pub account: Option<String>,
}

impl Input for RecordSignal {
    type Command = Record;

    fn command(&self, at: &At<'_>) -> Result<Record, Errors> {
        let mut read = Reader::new(at);
        let channel = read.needed("channel", Some(&self.channel));
        let urgency = read.needed("urgency", Some(&self.urgency));
        let person = read_person(
            &mut read,
            &super::case::Described {
                sex: self.sex.as_deref(),
                age_class: self.age_class.as_deref(),
                age_basis: self.age_basis.as_deref(),
                years: self.years.as_deref(),
                nationality: self.nationality.as_deref(),
                languages: &self.languages,
                interpreter: self.interpreter.as_deref(),
                accompanying_child: self.accompanying_child.as_deref(),
            },
        );
        let name = read_name(&mut read, "name", self.name.as_deref());
        let phone = read.title_if("phone", self.phone.as_deref()).map(Phone::wrap);
        let whereabouts = read.words("whereabouts", self.whereabouts.as_deref());
        let health = read.words("health", self.health.as_deref());
        let account = read.words("account", self.account.as_deref());
        read.end(channel.zip(urgency).map(|(channel, urgency)| {
            Record {
                channel,
                anonymous: self.anonymous,
                urgency,
                person: Person::default(),
                name,
                phone,
                whereabouts,
                health,
                account,
                screening: None,
            }
            .about(person)
        }))
    }
}

/// A name as it was given, spelling open. It has a letter.
pub(crate) fn read_name(read: &mut Reader<'_>, field: &str, sent: Option<&str>) -> Option<Name> {
    let name = read.name(field, sent)?;
    let script = script_of(&name);
    Some(Name::given(Sensitive::wrap(name), script))
}
