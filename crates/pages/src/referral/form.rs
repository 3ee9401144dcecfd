//! What a form of a referral brought, before it is a command; and the page's own words for what was not chosen.
use tiltas_domain::{Field, Fields as Set, Id, case::Case, case::Urgency, provider::Service};
use tiltas_kit::{Fields, Own};
use tiltas_words::Words;

/// The page's own words for a field in which nothing was chosen or written.
pub const OWN: [Own; 12] = [
    ("to", Words::referral_wrong_to),
    ("ground", Words::referral_wrong_ground),
    ("ground_reason", Words::referral_wrong_reason),
    ("told", Words::referral_wrong_looked),
    ("urgency", Words::referral_wrong_urgency),
    ("services", Words::referral_wrong_services),
    ("reason", Words::referral_wrong_refuse),
    ("answer", Words::referral_wrong_answer),
    ("function", Words::referral_wrong_function),
    ("words", Words::referral_wrong_words),
    ("because", Words::referral_wrong_because),
    ("outcome", Words::referral_wrong_outcome),
];

/// The same, with words that fit what was chosen: consent asks that the person was told, an answer may need words.
pub fn own(fields: &Fields) -> Vec<Own> {
    let fits = |(field, says): Own| -> Own {
        match (field, fields.one("ground"), fields.one("answer")) {
            ("told", "consent", _) => (field, Words::referral_wrong_told),
            ("words", _, "ask") => (field, Words::referral_wrong_question),
            ("words", _, "refuse") => (field, Words::referral_wrong_other),
            _ => (field, says),
        }
    };
    OWN.into_iter().map(fits).collect()
}

/// The services that were chosen, unknown codes left out.
pub fn chosen_services(fields: &Fields) -> Vec<Service> {
    let chosen = Service::ALL.iter().copied();
    chosen
        .filter(|service| fields.has("services", service.code()))
        .collect()
}

/// The fields that were ticked, and those that always go.
pub fn ticked(fields: &Fields) -> Set {
    let ticked = Field::ALL.iter().copied();
    let ticked: Set = ticked.filter(|field| fields.has("fields", field.code())).collect();
    ticked.and(Set::ALWAYS)
}

/// The address of a new referral, with what was asked for.
pub fn address(case: &Id<Case>, fields: &Fields) -> String {
    let urgency = Urgency::from_code(fields.one("urgency")).map_or("", Urgency::code);
    let start = format!("/cases/{case}/referrals/new?urgency={urgency}");
    let services = chosen_services(fields);
    services.iter().fold(start, |address, service| {
        format!("{address}&services={}", service.code())
    })
}

/// An id of an address or a field.
pub fn id<T>(text: &str) -> Option<Id<T>> {
    text.parse().ok()
}
