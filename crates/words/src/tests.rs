mod lists;
mod romanian;

use super::*;
use fluent_syntax::{ast, parser};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};
use tiltas_domain::id::Moment;

const MARK: &str = "## Machine-made wording: not yet confirmed by a person.";

fn words(locale: Locale) -> Words {
    Words::new(locale, TimeZone::get("Europe/Chisinau").expect("the zone is bundled"))
}

/// Key (or `key.part`) → the variables it names and whether it holds markup.
type Shape = BTreeMap<String, (BTreeSet<String>, bool)>;

fn shape(locale: Locale) -> Shape {
    let mut shape = Shape::new();
    for (file, text) in catalogues(locale) {
        let tree = parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
        for entry in tree.body {
            let ast::Entry::Message(message) = entry else {
                assert!(
                    !matches!(entry, ast::Entry::Junk { .. }),
                    "{file} has a line that is no message"
                );
                continue;
            };
            let key = message.id.name.to_owned();
            let mut put = |key: String, pattern: &ast::Pattern<&str>| {
                let (mut names, mut markup) = (BTreeSet::new(), false);
                pattern_names(pattern, &file, &mut names, &mut markup);
                assert!(
                    shape.insert(key.clone(), (names, markup)).is_none(),
                    "{key} stands twice in {}",
                    locale.code()
                );
            };
            if let Some(value) = &message.value {
                put(key.clone(), value);
            }
            for attribute in &message.attributes {
                put(format!("{key}.{}", attribute.id.name), &attribute.value);
            }
        }
    }
    shape
}

fn pattern_names(pattern: &ast::Pattern<&str>, file: &str, names: &mut BTreeSet<String>, markup: &mut bool) {
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => {
                let plain = value.replace("<b>", "").replace("</b>", "").replace("<br>", "");
                *markup |= plain != *value;
                assert!(
                    !plain.contains('<'),
                    "{file}: only <b> and <br> may stand in words: {value}"
                );
                assert!(!value.contains('!'), "{file}: no exclamation marks: {value}");
                for cedilla in ['ş', 'ţ', 'Ş', 'Ţ'] {
                    assert!(!value.contains(cedilla), "{file}: comma below, not cedilla: {value}");
                }
            }
            ast::PatternElement::Placeable { expression } => expression_names(expression, file, names, markup),
        }
    }
}

fn expression_names(expression: &ast::Expression<&str>, file: &str, names: &mut BTreeSet<String>, markup: &mut bool) {
    match expression {
        ast::Expression::Inline(inline) => inline_names(inline, file, names, markup),
        ast::Expression::Select { selector, variants } => {
            if let ast::InlineExpression::VariableReference { id } = selector {
                for variant in variants {
                    let bare = match &variant.key {
                        ast::VariantKey::NumberLiteral { .. } => true,
                        ast::VariantKey::Identifier { name } => ["zero", "one", "two", "few", "many"].contains(name),
                    };
                    assert!(
                        !bare,
                        "{file}: ${} selects on a bare number; write PLURAL(${0})",
                        id.name
                    );
                }
            }
            inline_names(selector, file, names, markup);
            for variant in variants {
                pattern_names(&variant.value, file, names, markup);
            }
        }
    }
}

fn inline_names(inline: &ast::InlineExpression<&str>, file: &str, names: &mut BTreeSet<String>, markup: &mut bool) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        ast::InlineExpression::FunctionReference { id, arguments } => {
            assert_eq!(id.name, "PLURAL", "{file}: the one function");
            for argument in &arguments.positional {
                inline_names(argument, file, names, markup);
            }
        }
        ast::InlineExpression::Placeable { expression } => expression_names(expression, file, names, markup),
        _ => {}
    }
}

#[test]
fn both_languages_say_the_same_things_of_the_same_facts() {
    let (english, romanian) = (shape(Locale::English), shape(Locale::Romanian));
    for (key, (names, markup)) in &english {
        let (theirs, marked) = romanian.get(key).unwrap_or_else(|| panic!("Romanian has no {key}"));
        assert_eq!((names, markup), (theirs, marked), "{key}");
    }
    for key in romanian.keys() {
        assert!(english.contains_key(key), "English has no {key}");
    }
}

#[test]
fn machine_made_romanian_says_that_it_is() {
    for (file, text) in catalogues(Locale::Romanian) {
        assert!(text.starts_with(MARK), "{file} begins with: {MARK}");
    }
    let english: BTreeSet<_> = catalogues(Locale::English)
        .map(|(file, _)| file.replace("en/", "ro/"))
        .collect();
    let romanian: BTreeSet<_> = catalogues(Locale::Romanian).map(|(file, _)| file).collect();
    assert_eq!(english, romanian, "one catalogue a subject in each language");
}

fn walk(folder: &Path, out: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, out);
        } else if path.extension().is_some_and(|end| end == "rs" || end == "html")
            && !path.ends_with("words/src/tests.rs")
        {
            let text = fs::read_to_string(&path).expect("text");
            let code: Vec<_> = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .collect();
            out.push((path.clone(), code.join("\n")));
        }
    }
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut out = Vec::new();
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for room in ["words", "kit", "pages", "api", "demonstration"] {
        walk(&crates.join(room).join("src"), &mut out);
    }
    for room in ["kit", "pages", "demonstration"] {
        walk(&crates.join(room).join("templates"), &mut out);
    }
    out
}

/// The first text literal after each `call(`.
fn literals<'a>(text: &'a str, call: &str) -> Vec<&'a str> {
    text.match_indices(call)
        .filter_map(|(at, _)| {
            text[at + call.len()..]
                .trim_start()
                .strip_prefix('"')?
                .split('"')
                .next()
        })
        .collect()
}

#[test]
fn no_page_shows_a_key_instead_of_words_and_no_words_lie_unused() {
    let english = shape(Locale::English);
    let messages: BTreeSet<&str> = english.keys().map(|key| key.split('.').next().unwrap_or(key)).collect();
    let sources = sources();
    let mut missing = Vec::new();
    for (path, text) in &sources {
        for call in ["say_code(", "say_code_with(", "part_of_code("] {
            for list in literals(text, call) {
                if !messages.iter().any(|key| belongs(key, list)) {
                    missing.push(format!("{}: {list}-…", path.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "these keys have no words: {missing:#?}");
    let written = |name: &str| sources.iter().any(|(_, text)| text.contains(&format!("\"{name}\"")));
    let lists = |key: &str| key.match_indices('-').any(|(at, _)| written(&key[..at]));
    let called = |key: &str| {
        let (call, name) = (format!(".{}(", function(key)), format!("Words::{}", function(key)));
        let ends = |rest: &str| !rest.starts_with(|sign: char| sign.is_alphanumeric() || sign == '_');
        let named = |text: &str| text.match_indices(&name).any(|(at, _)| ends(&text[at + name.len()..]));
        sources.iter().any(|(_, text)| text.contains(&call) || named(text))
    };
    let unused: Vec<_> = messages.iter().filter(|key| !lists(key) && !called(key)).collect();
    assert!(unused.is_empty(), "nobody says these words: {unused:#?}");
}

/// The function that says this message.
fn function(key: &str) -> String {
    key.replace('-', "_").to_lowercase()
}

/// Whether `key` is the message of one value of the closed list `list`: `month-8` of "month".
fn belongs(key: &str, list: &str) -> bool {
    key.strip_prefix(list).is_some_and(|rest| rest.starts_with('-'))
}

#[test]
fn plurals_follow_the_unicode_rules_from_0_to_2000() {
    for locale in Locale::ALL {
        let language: icu_locale_core::Locale = locale.code().parse().expect("a locale");
        let rules = PluralRules::try_new(language.into(), PluralRulesOptions::default()).expect("compiled data");
        let text = "n = { PLURAL($n) ->\n [zero] Zero\n [one] One\n [two] Two\n [few] Few\n [many] Many\n *[other] Other\n }\n";
        let mut bundle = bundle(locale);
        bundle
            .add_resource(FluentResource::try_new(text.to_owned()).expect("a message"))
            .expect("a new key");
        for number in 0..=2000usize {
            let mut arguments = FluentArgs::new();
            arguments.set("n", number.value());
            let pattern = bundle
                .get_message("n")
                .and_then(|message| message.value())
                .expect("it is there");
            let said = bundle
                .format_pattern(pattern, Some(&arguments), &mut Vec::new())
                .into_owned();
            assert_eq!(
                said,
                format!("{:?}", rules.category_for(number)),
                "{} {number}",
                locale.code()
            );
        }
    }
    assert_eq!(category(Locale::Romanian, 1), "one");
    assert_eq!(category(Locale::Romanian, 19), "few");
    assert_eq!(category(Locale::Romanian, 20), "other");
    assert_eq!(category(Locale::Romanian, 101), "few");
}

#[test]
fn a_day_is_told_in_the_country_s_zone() {
    let moment = Moment(
        "2026-08-20T21:05:00Z"
            .parse::<jiff::Timestamp>()
            .expect("a time")
            .as_microsecond(),
    );
    let english = words(Locale::English);
    assert_eq!(english.date(moment), "21 August 2026");
    assert_eq!(english.time(moment), "00:05");
    assert_eq!(english.weekday_date(moment), "Friday 21 August 2026");
    assert_eq!(english.day_time(moment), "21 Aug 00:05");
    assert_eq!(english.near(moment, moment.plus_hours(24 * 30)), "21 Aug 00:05");
    assert_eq!(
        english.near(moment, moment.plus_hours(24 * 365)),
        format!("{} 00:05", english.date(moment))
    );
    assert_eq!(english.number(41_207), "41,207");
    assert_eq!(english.place(), "Chișinău");
    assert_eq!(words(Locale::Romanian).weekday_date(moment), "vineri, 21 august 2026");
}

#[test]
fn the_browser_s_wish_is_heard_when_nothing_was_chosen() {
    assert_eq!(Locale::accepted("fr, ro-MD;q=0.9, en;q=0.8"), Some(Locale::Romanian));
    assert_eq!(Locale::accepted("en;q=0.1,ro;q=0.2"), Some(Locale::Romanian));
    assert_eq!(Locale::accepted("mo"), Some(Locale::Romanian));
    assert_eq!(Locale::accepted("fr"), None);
    assert_eq!(Locale::accepted("ro;q=0"), None);
}

#[test]
fn a_missing_key_shows_itself_and_arguments_never_become_markup() {
    let english = words(Locale::English);
    assert_eq!(english.plain("no-such-words", &[]), "[no-such-words]");
}

#[test]
fn no_placeholder_is_ever_read() {
    let (english, next) = (words(Locale::English), "Casa Liman");
    assert_eq!(english.part("refusal-REF-01", "way3", &[]), None);
    let told = english.part("refusal-REF-01", "way3", &[("next", &next)]);
    assert!(told.is_some_and(|told| told.starts_with("Casa Liman fits")));
}

#[test]
fn arguments_of_another_script_keep_their_place() {
    let english = words(Locale::English);
    let told = |who: &str| english.crossing_to(who);
    assert_eq!(told("Casa Liman"), "Referral to Casa Liman");
    assert_eq!(told("بيت الأمل"), "Referral to \u{2068}بيت الأمل\u{2069}");
}

#[test]
fn words_are_plain_and_kind() {
    for (file, text) in catalogues(Locale::English) {
        let text = text.to_lowercase();
        let words: BTreeSet<&str> = text.split(|sign: char| !sign.is_alphabetic()).collect();
        let says_failed = text
            .lines()
            .any(|line| line.split_once(" = ").is_some_and(|(_, says)| says.contains("failed")));
        assert!(!says_failed, "{file} says failed");
        for unkind in ["please", "sorry", "oops", "invalid", "must", "victim"] {
            assert!(!words.contains(unkind), "{file} says {unkind}");
        }
    }
}
