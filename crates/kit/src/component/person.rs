//! Who a person is, in a line: sex, ten-year age band, nationality, languages. Never a name, never a birth date.
use tiltas_domain::{
    case::{AgeClass, Interpreter, Person, Sex},
    known::{Answer, Known},
};
use tiltas_words::Words;

/// The code under which words speak of the person: `her`, `his`, `their`.
pub fn whose(person: &Person) -> &'static str {
    match person.sex {
        Known::Is(Sex::Woman) => "her",
        Known::Is(Sex::Man) => "his",
        Known::Is(Sex::Other) | Known::Unknown | Known::NotAsked | Known::Refused => "their",
    }
}

/// "Woman, 20 to 29, Ukraine".
pub fn in_a_line(words: &Words, person: &Person) -> String {
    let list = match person.age.class {
        Known::Is(AgeClass::Child) => "person-child",
        _ if person.age.takes_child_route() => "person-young",
        _ => "person",
    };
    let sex = match person.sex {
        Known::Is(sex) => sex.code(),
        Known::Unknown | Known::NotAsked | Known::Refused => "unknown",
    };
    let mut parts = vec![words.say_code(list, sex)];
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
            Known::Is(class) => Some(words.say_code("person-age", class.code())),
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
        other => format!("{names}; {}", words.say_code("interpreter", other.code())),
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
    "af", "al", "am", "az", "bd", "bg", "by", "cn", "cz", "de", "es", "fr", "gb", "ge", "hu", "in", "it", "kz", "lt",
    "md", "ng", "np", "ph", "pk", "pl", "pt", "ro", "rs", "ru", "th", "tj", "tr", "ua", "uz", "vn",
];
