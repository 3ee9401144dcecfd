//! From what a form, or a program, brought to a command about a referral. Parsed, not checked: each field that can't be one
//! says what would be right; the rules come after.
use super::{Errors, Fields, day};
use tiltas_domain::{
    Field, Fields as Set, Id, Moment, Sensitive,
    case::{Case, Urgency},
    consent::Ground,
    content::Message,
    profile::Profile,
    provider::{Provider, Service},
    referral::{
        How, Outcome, Reason, WithdrawnBecause,
        answer::Answer,
        send::{Draft, Send},
    },
};
use tiltas_words::Words;

/// What goes with every referral: both sides need it to speak of the work at all.
pub const ALWAYS: [Field; 2] = [Field::SpokenName, Field::Work];

/// The longest words that are kept.
const MOST: usize = 4000;

/// Sends. `services`, `fields` several; `to`, `urgency`, `ground`, `ground_reason`, `until`, `hold`, `words`, `told`, `draft` one.
///
/// # Errors
/// The fields that need another look.
pub fn parse_send(
    fields: &Fields,
    words: &Words,
    profile: &Profile,
    case: Id<Case>,
    now: Moment,
) -> Result<Send, Errors> {
    let mut errors = Errors::new();
    let urgency = urgency(fields, words, &mut errors);
    let services = services(fields, words, &mut errors);
    let to = id::<Provider>(fields.one("to"));
    if to.is_none() {
        errors.add(words, "to", "referral-wrong-to", &[]);
    }
    let ground = Ground::from_code(fields.one("ground"));
    if ground.is_none() {
        errors.add(words, "ground", "referral-wrong-ground", &[]);
    }
    let ground_reason = message(fields, words, "ground_reason", &mut errors);
    if ground == Some(Ground::VitalInterest) && ground_reason.is_none() {
        errors.add(words, "ground_reason", "referral-wrong-reason", &[]);
    }
    let until = until(fields, words, profile, ground, now, &mut errors);
    let message = message(fields, words, "words", &mut errors);
    if !fields.has("told", "yes") {
        let key = if ground == Some(Ground::Consent) {
            "referral-wrong-told"
        } else {
            "referral-wrong-looked"
        };
        errors.add(words, "told", key, &[]);
    }
    match (urgency, to, ground) {
        (Some(urgency), Some(to), Some(ground)) if errors.is_empty() => Ok(Send {
            case,
            draft: id(fields.one("draft")),
            to,
            urgency,
            services,
            fields: ticked(fields),
            ground,
            ground_reason,
            until,
            hold: fields.has("hold", "yes"),
            words: message,
        }),
        _ => Err(errors),
    }
}

/// Keeps a draft: nothing but what is asked for is needed.
///
/// # Errors
/// The fields that need another look.
pub fn parse_draft(fields: &Fields, words: &Words, case: Id<Case>) -> Result<Draft, Errors> {
    let mut errors = Errors::new();
    let urgency = urgency(fields, words, &mut errors);
    let services = services(fields, words, &mut errors);
    let message = message(fields, words, "words", &mut errors);
    match urgency {
        Some(urgency) if errors.is_empty() => Ok(Draft {
            case,
            draft: id(fields.one("draft")),
            to: id(fields.one("to")),
            urgency,
            services,
            words: message,
        }),
        _ => Err(errors),
    }
}

/// What a receiver says: an answer, or a question first.
#[derive(Debug)]
pub enum Answering {
    /// Yes, no, no capacity.
    Answer(Answer),
    /// A question; it acknowledges.
    Ask(Message),
}

/// Answers. `answer` is `accept`, `refuse`, `no_capacity` or `ask`; `place`, `reason`, `words`.
///
/// # Errors
/// The fields that need another look.
pub fn parse_answer(fields: &Fields, words: &Words) -> Result<Answering, Errors> {
    let mut errors = Errors::new();
    let said = message(fields, words, "words", &mut errors);
    let answering = match (fields.one("answer"), said) {
        ("accept", words) => Some(Answering::Answer(Answer::Accept {
            place: fields.given("place").map(str::to_owned),
            words,
        })),
        ("no_capacity", words) => Some(Answering::Answer(Answer::NoCapacity { words })),
        ("refuse", said) => match Reason::from_code(fields.one("reason")) {
            None => {
                errors.add(words, "reason", "referral-wrong-refuse", &[]);
                None
            }
            Some(Reason::Other) if said.is_none() => {
                errors.add(words, "words", "referral-wrong-other", &[]);
                None
            }
            Some(reason) => Some(Answering::Answer(Answer::Refuse { reason, words: said })),
        },
        ("ask", Some(question)) => Some(Answering::Ask(question)),
        ("ask", None) => {
            errors.add(words, "words", "referral-wrong-question", &[]);
            None
        }
        _ => {
            errors.add(words, "answer", "referral-wrong-answer", &[]);
            None
        }
    };
    answering.filter(|_| errors.is_empty()).ok_or(errors)
}

/// Told by phone: `function` (no name), `at` ("02:12").
///
/// # Errors
/// The fields that need another look.
pub fn parse_told(fields: &Fields, words: &Words, now: Moment) -> Result<How, Errors> {
    let mut errors = Errors::new();
    let function = fields.one("function").to_owned();
    if function.is_empty() {
        errors.add(words, "function", "referral-wrong-function", &[]);
    }
    let at = day::hour(fields.one("at")).and_then(|hour| day::latest(hour, words.zone(), now));
    match at {
        None => errors.add(words, "at", "referral-wrong-at", &[("now", &words.time(now))]),
        Some(at) if at > now => errors.add(words, "at", "referral-wrong-ahead", &[("now", &words.time(now))]),
        Some(at) if errors.is_empty() => return Ok(How::ByPhone { function, at }),
        Some(_) => {}
    }
    Err(errors)
}

/// Words that can't be empty: a reply to a question, or why a service could not be given.
///
/// # Errors
/// When there are none.
pub fn parse_words(fields: &Fields, words: &Words) -> Result<Message, Errors> {
    let mut errors = Errors::new();
    match message(fields, words, "words", &mut errors) {
        Some(message) if errors.is_empty() => Ok(message),
        _ => {
            if errors.is_empty() {
                errors.add(words, "words", "referral-wrong-words", &[]);
            }
            Err(errors)
        }
    }
}

/// Takes it back: `because`.
///
/// # Errors
/// When no reason was chosen.
pub fn parse_withdraw(fields: &Fields, words: &Words) -> Result<WithdrawnBecause, Errors> {
    WithdrawnBecause::from_code(fields.one("because")).ok_or_else(|| {
        let mut errors = Errors::new();
        errors.add(words, "because", "referral-wrong-because", &[]);
        errors
    })
}

/// Ends a service: `outcome`, `words`.
///
/// # Errors
/// When no outcome was chosen.
pub fn parse_complete(fields: &Fields, words: &Words) -> Result<(Outcome, Option<Message>), Errors> {
    let mut errors = Errors::new();
    let outcome = Outcome::from_code(fields.one("outcome"));
    if outcome.is_none() {
        errors.add(words, "outcome", "referral-wrong-outcome", &[]);
    }
    let said = message(fields, words, "words", &mut errors);
    match outcome {
        Some(outcome) if errors.is_empty() => Ok((outcome, said)),
        _ => Err(errors),
    }
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
    ticked
        .filter(|field| ALWAYS.contains(field) || fields.has("fields", field.code()))
        .collect()
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

fn urgency(fields: &Fields, words: &Words, errors: &mut Errors) -> Option<Urgency> {
    let urgency = Urgency::from_code(fields.one("urgency"));
    if urgency.is_none() {
        errors.add(words, "urgency", "referral-wrong-urgency", &[]);
    }
    urgency
}

fn services(fields: &Fields, words: &Words, errors: &mut Errors) -> Vec<Service> {
    let services = chosen_services(fields);
    if services.is_empty() {
        errors.add(words, "services", "referral-wrong-services", &[]);
    }
    services
}

/// The last moment; `None` takes the profile's, and so does the profile's own day: it may end at an hour.
fn until(
    fields: &Fields,
    words: &Words,
    profile: &Profile,
    ground: Option<Ground>,
    now: Moment,
    errors: &mut Errors,
) -> Option<Moment> {
    let text = fields.given("until")?;
    let Some(day) = day::day(text) else {
        errors.add(words, "until", "referral-wrong-until", &[]);
        return None;
    };
    let end = day::end_of(day, words.zone())?;
    if end < now {
        errors.add(words, "until", "referral-wrong-past", &[("today", &words.date(now))]);
        return None;
    }
    let longest = profile.start(&profile.ground(ground?).until, now).due;
    let own = longest.is_some_and(|longest| words.date(longest) == words.date(end));
    (!own).then_some(end)
}

fn message(fields: &Fields, words: &Words, name: &str, errors: &mut Errors) -> Option<Message> {
    let text = fields.given(name)?;
    if text.chars().count() > MOST {
        errors.add(words, name, "referral-wrong-long", &[("n", &MOST)]);
        return None;
    }
    Some(Message::wrap(text.to_owned()))
}
