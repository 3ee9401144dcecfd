//! The fields of a signal, read.
use crate::forms::{Errors, Fields, LINE, Reader, TEXT};
use tiltas_domain::{
    case::{Age, AgeBasis, AgeClass, Interpreter, Person, Sex, Urgency},
    content::{PersonName, Sensitive},
    detail::{Name, script_of},
    signal::{Channel, Record},
};
use tiltas_words::Words;

/// What was told, as a command. Fields: `channel urgency anonymous`, those of [`person`], `name phone whereabouts health
/// account`.
///
/// # Errors
/// The fields that need another look.
pub fn parse(words: &Words, fields: &Fields) -> Result<Record, Errors> {
    let mut read = Reader::new(words, fields);
    let channel = read.needed("channel", Channel::ALL, Channel::code);
    let urgency = read.needed("urgency", Urgency::ALL, Urgency::code);
    let person = person(&mut read);
    let name = read.text("name", LINE);
    let (phone, whereabouts) = (read.told("phone", LINE), read.told("whereabouts", LINE));
    let (health, account) = (read.told("health", TEXT), read.told("account", TEXT));
    let anonymous = read.tick("anonymous");
    let command = channel.zip(urgency).map(|(channel, urgency)| Record {
        channel,
        anonymous,
        urgency,
        person,
        name: name.map(|name| Name::given(PersonName::wrap(name.to_owned()), script_of(name))),
        phone,
        whereabouts,
        health,
        account,
        screening: None,
    });
    read.end(command)
}

/// Who she is, as far as rules need it. Fields: `sex age_class age_basis years nationality languages interpreter
/// child_with_her`; blank is *not asked*.
pub fn person(read: &mut Reader<'_>) -> Person {
    let class = read.known("age_class", AgeClass::ALL, AgeClass::code);
    let years = read.number("years", 120);
    let basis = read.choice("age_basis", AgeBasis::ALL, AgeBasis::code);
    // WHY: an age that was told rests on a word until somebody says that it rests on more; doubt makes a minor.
    let basis = basis.or(match class.value() {
        Some(AgeClass::Unsure) => Some(AgeBasis::PresumedMinor),
        Some(AgeClass::Adult | AgeClass::Child) => Some(AgeBasis::Declared),
        None => None,
    });
    Person {
        sex: read.known("sex", Sex::ALL, Sex::code),
        age: Age { class, basis, years },
        nationality: read.country("nationality"),
        languages: read.languages("languages"),
        interpreter: read
            .choice("interpreter", Interpreter::ALL, Interpreter::code)
            .unwrap_or(Interpreter::NotAsked),
        child_with_her: read.answer("child_with_her"),
    }
}
