//! What a page of a screening says, as commands. Field names are words and codes: `answer-alone=yes`, `level=high`,
//! `channel-call=no`, `answer-shelter=yes`. A field that is not there changes nothing; a blank is never "no".
use tiltas_app::{referral::prepare::needed, screening::Page};
use tiltas_domain::{
    Answer, Field, Known, Moment, Purpose, Sensitive,
    case::{Age, AgeBasis, AgeClass, Interpreter, Person, Sex, Urgency},
    consent::{self, Recipient, RecordSay},
    content::{FearedPerson, HealthNote, Message, PersonName, Phone, SafeContact, SafetyPlan, Whereabouts},
    detail::{Detail, Name, script_of},
    provider::Service,
    risk::{self, Assess, Channel, Level, Safety},
    screening::advice::{Asks, Group, Set},
    signal::{self, Record},
};
use tiltas_kit::forms::{Errors, Fields, day};
use tiltas_words::Words;

/// For whom her own say is asked in a first conversation.
pub const SERVICES: [&str; 4] = ["shelter", "legal_aid", "case_management", "police"];

/// The recipient behind the code of a service.
pub fn recipient(code: &str) -> Recipient {
    Service::from_code(code).map_or(Recipient::Police, Recipient::Service)
}

/// What a yes to this recipient lets go, unless she names less. Whoever leads sees the whole file, and her yes says so.
pub fn goes(to: Recipient) -> tiltas_domain::Fields {
    match to {
        Recipient::Service(Service::CaseManagement) => Field::ALL.iter().copied().collect(),
        Recipient::Service(service) => needed(&[service]),
        Recipient::Organisation(_) => needed(&[]),
        Recipient::Police => tiltas_domain::Fields::of(&[Field::SpokenName, Field::Language, Field::Work]),
    }
}

/// One of the five answers; a field that is not there was not asked.
pub fn answer(fields: &Fields, words: &Words, name: &str, errors: &mut Errors) -> Answer {
    match fields.given(name) {
        None => Answer::NotAsked,
        Some(code) => Answer::from_code(code).unwrap_or_else(|| {
            errors.add(words, name, "form-answer", &[]);
            Answer::NotAsked
        }),
    }
}

fn answers(fields: &Fields, words: &Words, group: &Group, errors: &mut Errors) -> Vec<(String, Answer)> {
    let questions = group.questions.iter();
    questions
        .map(|question| {
            let name = format!("answer-{}", question.code);
            (question.code.clone(), answer(fields, words, &name, errors))
        })
        .collect()
}

fn danger(group: &Group, answers: &[(String, Answer)]) -> bool {
    let asks = |code: &str| {
        let mut questions = group.questions.iter();
        questions.any(|question| question.code == code && question.asks() == Some(Asks::Danger))
    };
    answers
        .iter()
        .any(|(code, answer)| *answer == Answer::Yes && asks(code))
}

/// The first page: it opens the file.
pub fn first(fields: &Fields, words: &Words, set: &Set) -> Result<Record, Errors> {
    let mut errors = Errors::new();
    let group = set.groups.first();
    let answers = group.map_or_else(Vec::new, |group| answers(fields, words, group, &mut errors));
    let urgent = group.is_some_and(|group| danger(group, &answers));
    let person = person(fields, words, &Person::default(), &mut errors);
    done(
        errors,
        Record {
            channel: signal::Channel::Encounter,
            anonymous: false,
            urgency: if urgent { Urgency::DangerNow } else { Urgency::Ordinary },
            person,
            name: None,
            phone: None,
            whereabouts: None,
            health: None,
            account: None,
            screening: Some((set.edition(), answers)),
        },
    )
}

/// A page of questions.
pub fn group(fields: &Fields, words: &Words, group: &Group) -> Result<Page, Errors> {
    let mut errors = Errors::new();
    let answers = answers(fields, words, group, &mut errors);
    let urgency = danger(group, &answers).then_some(Urgency::DangerNow);
    done(
        errors,
        Page {
            answers,
            urgency,
            ..Page::default()
        },
    )
}

/// Who she is. `before` is what the case holds: what is not answered here stays as it is.
pub fn who(fields: &Fields, words: &Words, before: &Person) -> Result<Page, Errors> {
    let mut errors = Errors::new();
    let person = person(fields, words, before, &mut errors);
    let name = fields.given("name").map(|typed| {
        let name = PersonName::wrap(typed.to_owned());
        Detail::Name(Name::given(name, script_of(typed)))
    });
    done(
        errors,
        Page {
            person: Some(person),
            details: name.into_iter().collect(),
            ..Page::default()
        },
    )
}

/// Who she is, as far as rules need it.
pub fn person(fields: &Fields, words: &Words, before: &Person, errors: &mut Errors) -> Person {
    let mut person = before.clone();
    if let Some(code) = fields.given("sex") {
        person.sex = known(code, Sex::from_code).unwrap_or_else(|| {
            errors.add(words, "sex", "form-choose", &[]);
            before.sex
        });
    }
    person.age = age(fields, words, before.age, errors);
    if let Some(code) = fields.given("nationality") {
        person.nationality = known(code, |code| Some(code.to_uppercase())).unwrap_or(Known::NotAsked);
    }
    let spoken: Vec<String> = ["language", "language_other"]
        .into_iter()
        .filter_map(|name| fields.given(name))
        .map(str::to_lowercase)
        .collect();
    if !spoken.is_empty() {
        person.languages = spoken;
        person.languages.dedup();
    }
    if let Some(code) = fields.given("interpreter") {
        person.interpreter = Interpreter::from_code(code).unwrap_or_else(|| {
            errors.add(words, "interpreter", "form-choose", &[]);
            before.interpreter
        });
    }
    if fields.given("child_with_her").is_some() {
        person.child_with_her = answer(fields, words, "child_with_her", errors);
    }
    person
}

fn known<T>(code: &str, is: impl FnOnce(&str) -> Option<T>) -> Option<Known<T>> {
    match code {
        "unknown" => Some(Known::Unknown),
        "not_asked" => Some(Known::NotAsked),
        "refused" => Some(Known::Refused),
        code => is(code).map(Known::Is),
    }
}

fn age(fields: &Fields, words: &Words, before: Age, errors: &mut Errors) -> Age {
    let mut class = before.class;
    if let Some(code) = fields.given("age") {
        class = known(code, AgeClass::from_code).unwrap_or_else(|| {
            errors.add(words, "age", "form-choose", &[]);
            before.class
        });
    }
    let mut years = before.years;
    if let Some(text) = fields.given("years") {
        match text.parse::<u8>() {
            Ok(told) if told <= 120 => years = Known::Is(told),
            _ => errors.add(words, "years", "form-years", &[]),
        }
    }
    let by_years = match years {
        Known::Is(0..18) => Known::Is(AgeClass::Child),
        Known::Is(_) => Known::Is(AgeClass::Adult),
        _ => Known::NotAsked,
    };
    match (class, by_years) {
        (Known::NotAsked, Known::Is(_)) => class = by_years,
        (Known::Is(AgeClass::Adult), Known::Is(AgeClass::Child)) => errors.add(words, "age", "form-age-child", &[]),
        (Known::Is(AgeClass::Child), Known::Is(AgeClass::Adult)) => errors.add(words, "age", "form-age-adult", &[]),
        _ => {}
    }
    let basis = match fields.given("age_basis").map(AgeBasis::from_code) {
        Some(Some(basis)) => Some(basis),
        Some(None) => {
            errors.add(words, "age_basis", "form-choose", &[]);
            before.basis
        }
        None if class == before.class && before.basis.is_some() => before.basis,
        None => match class {
            Known::Is(AgeClass::Unsure) => Some(AgeBasis::PresumedMinor),
            Known::Is(AgeClass::Adult | AgeClass::Child) => Some(AgeBasis::Declared),
            Known::Unknown | Known::NotAsked | Known::Refused => None,
        },
    };
    Age { class, basis, years }
}

/// Whom she fears, how she can be reached, what she needs first.
pub fn safety(fields: &Fields, words: &Words) -> Result<Page, Errors> {
    let mut errors = Errors::new();
    let risk = assessment(fields, words, &mut errors);
    let mut details = Vec::new();
    if let Some(typed) = fields.given("whereabouts") {
        details.push(Detail::Whereabouts(Whereabouts::wrap(typed.to_owned()).into()));
    }
    if let Some(typed) = fields.given("phone") {
        details.push(Detail::Phone(Phone::wrap(typed.to_owned()).into()));
    }
    if let Some(typed) = fields.given("health") {
        details.push(Detail::Health(HealthNote::wrap(typed.to_owned()).into()));
    }
    let urgency = fields.given("urgency").and_then(|code| {
        let urgency = Urgency::from_code(code);
        if urgency.is_none() {
            errors.add(words, "urgency", "form-choose", &[]);
        }
        urgency
    });
    done(
        errors,
        Page {
            urgency,
            details,
            risk,
            ..Page::default()
        },
    )
}

/// A risk assessment; `None` where nothing of it was said. Whatever was said needs a level beside it.
pub fn assessment(fields: &Fields, words: &Words, errors: &mut Errors) -> Option<Assess> {
    let mut channels = Vec::new();
    for channel in Channel::ALL {
        let name = format!("channel-{}", channel.code());
        let Some(code) = fields.given(&name) else { continue };
        match Safety::from_code(code) {
            Some(Safety::NotAsked) => {}
            Some(safety) => channels.push((*channel, safety)),
            None => errors.add(words, &name, "form-choose", &[]),
        }
    }
    let feared: Vec<_> = fields
        .one("feared")
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| FearedPerson::wrap(line.to_owned()).into())
        .collect();
    let safe_contact = fields.given("safe_contact");
    let plan = fields.given("plan");
    let with_her = answer(fields, words, "with_her", errors);
    let said = !channels.is_empty() || !feared.is_empty() || safe_contact.is_some() || plan.is_some();
    let level = match fields.given("level") {
        None if said => {
            errors.add(words, "level", "form-level", &[]);
            return None;
        }
        None => return None,
        Some(code) => Level::from_code(code),
    };
    let Some(level) = level else {
        errors.add(words, "level", "form-choose", &[]);
        return None;
    };
    Some(Assess {
        assessment: risk::Event {
            level,
            with_her,
            channels,
            safe_contact: safe_contact.map(|typed| SafeContact::wrap(typed.to_owned()).into()),
            feared,
            plan: plan.map(|typed| SafetyPlan::wrap(typed.to_owned()).into()),
        },
    })
}

/// Her own say, one for each recipient that was asked about.
pub fn say(fields: &Fields, words: &Words, now: Moment) -> Result<Page, Errors> {
    let mut errors = Errors::new();
    let until = until(fields, words, now, &mut errors);
    let form = how(fields, words, &mut errors);
    let mut says = Vec::new();
    for code in SERVICES {
        let to = recipient(code);
        let said = answer(fields, words, &format!("answer-{code}"), &mut errors);
        says.push(RecordSay {
            to,
            answer: said,
            fields: match said {
                Answer::Yes => goes(to),
                _ => tiltas_domain::Fields::NONE,
            },
            purpose: match to {
                Recipient::Police => Purpose::Investigation,
                _ => Purpose::Assistance,
            },
            until: until.filter(|_| said == Answer::Yes),
            form,
            language: fields.given("language").map(str::to_lowercase),
            words: fields
                .given("own_words")
                .filter(|_| said == Answer::Yes)
                .map(|typed| Message::wrap(typed.to_owned())),
        });
    }
    done(
        errors,
        Page {
            says,
            ..Page::default()
        },
    )
}

/// The last day, in many spellings, to its end.
pub fn until(fields: &Fields, words: &Words, now: Moment, errors: &mut Errors) -> Option<Moment> {
    let typed = fields.given("until")?;
    let Some(day) = day::day(typed) else {
        errors.add(words, "until", "form-day", &[]);
        return None;
    };
    let until = day::end_of(day, words.zone());
    if until.is_some_and(|until| until < now) {
        let later = day.year() + 1;
        let meant = format!("{:02} {:02} {later}", day.day(), day.month());
        let today = words.date(now);
        errors.add(words, "until", "form-day-past", &[("today", &today), ("meant", &meant)]);
    }
    until
}

/// How she said it; spoken, unless said otherwise.
pub fn how(fields: &Fields, words: &Words, errors: &mut Errors) -> consent::Form {
    let code = fields.given("form").unwrap_or(consent::Form::Spoken.code());
    consent::Form::from_code(code).unwrap_or_else(|| {
        errors.add(words, "form", "form-choose", &[]);
        consent::Form::Spoken
    })
}

/// The command, where nothing needs another look.
pub(crate) fn done<T>(errors: Errors, command: T) -> Result<T, Errors> {
    if errors.is_empty() { Ok(command) } else { Err(errors) }
}
