//! Who a person is, in a line: sex, ten-year age band, nationality, languages. Never a name, never a birth date.
use tiltas_domain::{
    case::{AgeClass, Interpreter, Person},
    known::{Answer, Known},
};
use tiltas_words::Words;

/// "Woman, 20 to 29, Ukraine".
pub fn in_a_line(words: &Words, person: &Person) -> String {
    let child = person.age.class == Known::Is(AgeClass::Child);
    let young = person.age.takes_child_route();
    let mut parts = vec![match person.sex {
        Known::Is(sex) if child => words.say_person_child(sex),
        Known::Is(sex) if young => words.say_person_young(sex),
        Known::Is(sex) => words.say_person(sex),
        _ if child => words.person_child_unknown(),
        _ if young => words.person_young_unknown(),
        _ => words.person_unknown(),
    }];
    parts.extend(age(words, person));
    if let Known::Is(country) = &person.nationality {
        parts.push(named(words, "country", country));
    }
    if person.accompanying_child == Answer::Yes {
        parts.push(words.person_child_with());
    }
    parts.join(", ")
}

fn age(words: &Words, person: &Person) -> Option<String> {
    if person.age.class == Known::Is(AgeClass::Unsure) {
        return Some(words.person_age_unsure());
    }
    let Known::Is(years) = person.age.years else {
        return match person.age.class {
            Known::Is(class) => Some(words.say_person_age(class)),
            Known::Unknown | Known::NotAsked | Known::Refused => None,
        };
    };
    if person.age.takes_child_route() {
        return Some(words.person_years(years));
    }
    let from = years / 10 * 10;
    let to = from + 9;
    Some(words.person_band(from.max(18), to))
}

/// "Ukrainian, Russian. Independent interpreter."
pub fn languages(words: &Words, person: &Person) -> String {
    let names: Vec<String> = person
        .languages
        .iter()
        .map(|code| named(words, "tongue", code))
        .collect();
    let names = if names.is_empty() {
        words.person_no_language()
    } else {
        names.join(", ")
    };
    match person.interpreter {
        Interpreter::NotAsked | Interpreter::NotNeeded => names,
        other => format!("{names}; {}", words.say_interpreter(other)),
    }
}

/// The name of a language or country; one that has no words yet stands as its code.
pub fn named(words: &Words, list: &str, code: &str) -> String {
    let name = words.say_code(list, &code.to_lowercase());
    if name.starts_with('[') { code.to_owned() } else { name }
}

/// The languages and countries that have words, as choices: code and name, by name.
pub fn all(words: &Words, list: &str) -> Vec<(&'static str, String)> {
    let codes: &[&str] = if list == "tongue" { TONGUES } else { COUNTRIES };
    let mut all: Vec<_> = codes.iter().map(|code| (*code, named(words, list, code))).collect();
    words.alphabet().sort(&mut all, |(_, name)| name);
    all
}

const TONGUES: &[&str] = &[
    "ar", "bg", "bn", "cs", "de", "en", "es", "fa", "fr", "gag", "hi", "hu", "it", "ka", "lt", "ne", "pl", "ps", "pt",
    "ro", "rom", "ru", "sq", "sr", "th", "tl", "tr", "uk", "ur", "vi", "zh",
];
const COUNTRIES: &[&str] = &[
    "af", "al", "am", "az", "bd", "bg", "by", "cn", "cz", "de", "dk", "es", "fr", "gb", "ge", "hu", "in", "it", "kz",
    "lt", "lv", "md", "ng", "nl", "np", "ph", "pk", "pl", "pt", "ro", "rs", "ru", "th", "tj", "tr", "ua", "us", "uz",
    "vn",
];
