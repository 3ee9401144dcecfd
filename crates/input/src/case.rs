//! What the rules need to know of a person, told anew; who leads the case.
use super::{At, Errors, Input, Reader, error::Code, schema};
use serde::Deserialize;
use tiltas_domain::{
    Id,
    case::{Age, AgeBasis, AgeClass, Interpreter, Person, Sex},
    known::{Answer, Known},
    organisation::Organisation,
};
use utoipa::ToSchema;

/// Who the person is, as far as rules need it, told anew; what is left out stays as it was.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"sex": "woman", "age_class": "unsure", "nationality": "UA", "languages": ["uk"], "interpreter": "independent", "accompanying_child": "no"}))]
pub struct DescribeCase {
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
}

impl Input for DescribeCase {
    type Command = Person;

    fn command(&self, at: &At<'_>) -> Result<Person, Errors> {
        let mut read = Reader::new(at);
        let person = read_person(&mut read, &self.described());
        read.end(Some(person))
    }
}

impl DescribeCase {
    pub(crate) fn described(&self) -> Described<'_> {
        Described {
            sex: self.sex.as_deref(),
            age_class: self.age_class.as_deref(),
            age_basis: self.age_basis.as_deref(),
            years: self.years.as_deref(),
            nationality: self.nationality.as_deref(),
            languages: &self.languages,
            interpreter: self.interpreter.as_deref(),
            accompanying_child: self.accompanying_child.as_deref(),
        }
    }
}

/// The fields about a person, which several commands have.
pub(crate) struct Described<'s> {
    pub sex: Option<&'s str>,
    pub age_class: Option<&'s str>,
    pub age_basis: Option<&'s str>,
    pub years: Option<&'s str>,
    pub nationality: Option<&'s str>,
    pub languages: &'s [String],
    pub interpreter: Option<&'s str>,
    pub accompanying_child: Option<&'s str>,
}

/// Who the person is; blank is *not asked*.
pub(crate) fn read_person(read: &mut Reader<'_>, sent: &Described<'_>) -> Person {
    Person {
        sex: read.known("sex", sent.sex),
        age: age(read, sent),
        nationality: read.country("nationality", sent.nationality),
        languages: read.languages("languages", sent.languages),
        interpreter: read
            .choice("interpreter", sent.interpreter)
            .unwrap_or(Interpreter::NotAsked),
        accompanying_child: read.answer("accompanying_child", sent.accompanying_child),
    }
}

fn age(read: &mut Reader<'_>, sent: &Described<'_>) -> Age {
    let mut class = read.known("age_class", sent.age_class);
    let years = read.number("years", sent.years, 120);
    let basis = read.choice("age_basis", sent.age_basis);
    match (class, years) {
        (Known::Is(AgeClass::Adult), Known::Is(0..18)) => {
            read.wrong("age_class", Code::AgeChild);
            read.wrong("years", Code::AgeChild);
        }
        (Known::Is(AgeClass::Child), Known::Is(18..)) => {
            read.wrong("age_class", Code::AgeAdult);
            read.wrong("years", Code::AgeAdult);
        }
        // One fact of age: years that were told say which class.
        (Known::NotAsked, Known::Is(0..18)) => class = Known::Is(AgeClass::Child),
        (Known::NotAsked, Known::Is(18..)) => class = Known::Is(AgeClass::Adult),
        _ => {}
    }
    Age { class, basis, years }
}

/// To whom the lead is offered.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"to": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70"}))]
pub struct OfferLead {
    /// The organisation, by id. The person has said yes to it leading the case.
    #[schema(required)]
    #[serde(default)]
    pub to: String,
}

impl Input for OfferLead {
    type Command = Id<Organisation>;

    fn command(&self, at: &At<'_>) -> Result<Id<Organisation>, Errors> {
        let mut read = Reader::new(at);
        let to = read.needed_id("to", Some(&self.to));
        read.end(to)
    }
}

/// The answer to an offer.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"accept": true}))]
pub struct AnswerLead {
    /// Takes the lead, or declines it.
    #[schema(required)]
    pub accept: Option<bool>,
}

impl Input for AnswerLead {
    type Command = bool;

    fn command(&self, at: &At<'_>) -> Result<bool, Errors> {
        let mut read = Reader::new(at);
        if self.accept.is_none() {
            read.wrong("accept", Code::Needed);
        }
        read.end(self.accept)
    }
}

/// Who leads the criminal proceeding.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"police": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70"}))]
pub struct NoteProceeding {
    /// Police or prosecution, by id. They learn that the case exists, and no more.
    #[schema(required)]
    #[serde(default)]
    pub police: String,
}

impl Input for NoteProceeding {
    type Command = Id<Organisation>;

    fn command(&self, at: &At<'_>) -> Result<Id<Organisation>, Errors> {
        let mut read = Reader::new(at);
        let police = read.needed_id("police", Some(&self.police));
        read.end(police)
    }
}
