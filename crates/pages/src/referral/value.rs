//! What each field says, as its reader will read it: the same words on the sender's slip and on the receiver's page.
use tiltas_access::Shown;
use tiltas_app::case::file::{Entry, Safety, Value};
use tiltas_domain::{Field, case::Person, content::Narrative, provider::Service};
use tiltas_kit::component::{person, shown, shown_as};
use tiltas_words::{Words, html::Html};

/// Where the values stand: in a file, or in a referral that came.
pub struct Told<'a> {
    /// How staff speak of the person.
    pub spoken_name: &'a str,
    /// Who it is.
    pub person: &'a Shown<Person>,
    /// What was told.
    pub entries: &'a [Entry],
    /// Risk and safety.
    pub safety: &'a Safety,
    /// What happened.
    pub account: &'a Shown<Narrative>,
    /// What is asked for.
    pub services: &'a [Service],
}

/// "A place to sleep in safety, a doctor".
pub fn services(words: &Words, services: &[Service]) -> String {
    let names: Vec<String> = services.iter().map(|service| words.say_service(service)).collect();
    names.join(", ")
}

/// "Name, birth date, papers".
pub fn names(words: &Words, fields: impl IntoIterator<Item = Field>) -> String {
    let names: Vec<String> = fields.into_iter().map(|field| lower(&words.say_field(field))).collect();
    names.join(", ")
}

/// Within a sentence a field begins with a small letter.
fn lower(text: &str) -> String {
    let mut signs = text.chars();
    signs
        .next()
        .map_or(String::new(), |first| first.to_lowercase().chain(signs).collect())
}

/// One field.
pub fn value(words: &Words, field: Field, told: &Told<'_>) -> Html {
    match field {
        Field::SpokenName => told.spoken_name.into(),
        Field::Person => shown_as(words, told.person, |open| person::in_a_line(words, open).into()),
        Field::Language => shown_as(words, told.person, |open| person::languages(words, open).into()),
        Field::Work => services(words, told.services).into(),
        Field::Risk => shown_as(words, &told.safety.level, |(level, channels)| {
            let mut said = words.say_risk_level(level);
            for (channel, safe) in channels {
                let channel = words.say_risk_channel(channel);
                let safe = words.say_risk_safety(safe);
                said = format!("{said}. {channel}: {safe}");
            }
            said.into()
        }),
        Field::SafeContact => shown(words, &told.safety.safe_contact),
        Field::Feared => {
            let safety = told.safety;
            let mut all: Vec<Html> = safety
                .feared
                .open()
                .into_iter()
                .flatten()
                .map(|feared| shown(words, feared))
                .collect();
            if !safety.plan.is_not_given() {
                all.push(shown(words, &safety.plan));
            }
            listed(words, all)
        }
        Field::Story => shown(words, told.account),
        Field::Note => words.referral_notes().into(),
        Field::Name | Field::BirthDate | Field::Document | Field::Phone | Field::Whereabouts | Field::Health => {
            let standing = told.entries.iter().filter(|entry| entry.field == field);
            listed(words, standing.map(|entry| entry_value(words, &entry.value)).collect())
        }
    }
}

fn entry_value(words: &Words, value: &Value) -> Html {
    match value {
        Value::Name(_, name) => shown(words, name),
        Value::BirthDate(date) => shown(words, date),
        Value::Document(number, _) => shown(words, number),
        Value::Phone(phone) => shown(words, phone),
        Value::Whereabouts(place) => shown(words, place),
        Value::Health(note) => shown(words, note),
    }
}

fn listed(words: &Words, all: Vec<Html>) -> Html {
    all.into_iter()
        .reduce(Html::then)
        .unwrap_or_else(|| words.word_not_given().into())
}
