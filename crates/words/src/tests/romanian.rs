//! What a good Romanian page keeps to, as far as a program can tell. Nobody in Moldova has read these words yet.
use super::{catalogues, function, sources, words};
use crate::Locale;
use fluent_syntax::{ast, parser};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// One text of the Romanian catalogues: a message or a part of one, with one variant of each choice written out.
struct Text {
    key: String,
    says: String,
}

impl Text {
    /// The words, in small letters, without the names of variables.
    fn words(&self) -> Vec<String> {
        let mut bare = String::new();
        for (place, piece) in self.says.split(['{', '}']).enumerate() {
            bare.push_str(if place % 2 == 0 { piece } else { " " });
        }
        let apart = |sign: char| !(sign.is_alphabetic() || sign == '-');
        bare.to_lowercase()
            .split(apart)
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// Read aloud to the person, in a language of their own.
    fn of_another_language(&self) -> bool {
        ["-ru", "-uk", "-en"]
            .iter()
            .any(|end| self.key.starts_with("aloud-") && self.key.ends_with(end))
    }
}

fn written(pattern: &ast::Pattern<&str>) -> Vec<String> {
    let mut all = vec![String::new()];
    for element in &pattern.elements {
        let pieces: Vec<String> = match element {
            ast::PatternElement::TextElement { value } => vec![(*value).to_owned()],
            ast::PatternElement::Placeable { expression } => match expression {
                ast::Expression::Select { variants, .. } => {
                    variants.iter().flat_map(|variant| written(&variant.value)).collect()
                }
                ast::Expression::Inline(ast::InlineExpression::VariableReference { id }) => {
                    vec![format!("{{{}}}", id.name)]
                }
                ast::Expression::Inline(_) => vec![String::new()],
            },
        };
        all = all
            .iter()
            .flat_map(|before| pieces.iter().map(move |piece| format!("{before}{piece}")))
            .collect();
    }
    all
}

/// Calls `with` for each message and part: its key, its pattern.
fn each(mut with: impl FnMut(&str, &ast::Pattern<&str>)) {
    for (file, text) in catalogues(Locale::Romanian) {
        let tree = parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
        for entry in &tree.body {
            let ast::Entry::Message(message) = entry else { continue };
            if let Some(value) = &message.value {
                with(message.id.name, value);
            }
            for part in &message.attributes {
                with(&format!("{}.{}", message.id.name, part.id.name), &part.value);
            }
        }
    }
}

fn texts() -> Vec<Text> {
    let mut texts = Vec::new();
    each(|key, pattern| {
        texts.extend(written(pattern).into_iter().map(|says| Text {
            key: key.to_owned(),
            says,
        }));
    });
    texts
}

/// Fails with every text of which `wrong` says why.
fn none(wrong: impl Fn(&Text) -> Option<String>) {
    let found: Vec<String> = texts()
        .iter()
        .filter_map(|text| wrong(text).map(|why| format!("{}: {why}: {}", text.key, text.says)))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn letters_have_a_comma_below_and_are_whole() {
    let wrong = |text: &str| {
        text.chars()
            .find(|sign| matches!(sign, 'ş' | 'ţ' | 'Ş' | 'Ţ' | '\u{300}'..='\u{36f}'))
    };
    none(|text| wrong(&text.says).map(|sign| format!("{sign:?}")));
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let profile = fs::read_to_string(home.join("profiles/md.toml")).expect("a file of the repository");
    assert_eq!(wrong(&profile), None, "profiles/md.toml");
}

#[test]
fn nobody_is_taken_for_a_woman() {
    none(|text| {
        if text.of_another_language() {
            return None;
        }
        let (words, person) = (text.words(), text.says.to_lowercase().contains("persoana"));
        let always = ["ea", "ei", "însăși", "dânsa"];
        let alone = ["singură", "tratată", "ajutată"];
        let wrong = words
            .iter()
            .find(|word| always.contains(&word.as_str()) || (!person && alone.contains(&word.as_str())))
            .filter(|_| !text.says.contains("o singură dată"));
        wrong.cloned()
    });
}

/// Variables that hold a number.
const NUMBERS: [&str; 17] = [
    "n", "count", "signs", "strong", "unproven", "events", "held", "cap", "free", "open", "kept", "hours", "minutes",
    "days", "years", "most", "longest",
];
/// What may follow a number without `de`: units, verbs, adjectives.
const FOLLOWS: [&str; 16] = [
    "pentru",
    "nu",
    "h",
    "min",
    "este",
    "sunt",
    "are",
    "au",
    "tocmai",
    "liber",
    "libere",
    "rezervat",
    "rezervate",
    "din",
    "sau",
    "la",
];

#[test]
fn a_noun_never_follows_a_number_outside_a_plural() {
    each(|key, pattern| {
        for (place, element) in pattern.elements.iter().enumerate() {
            let ast::PatternElement::Placeable { expression } = element else {
                continue;
            };
            match expression {
                ast::Expression::Inline(ast::InlineExpression::VariableReference { id })
                    if NUMBERS.contains(&id.name) =>
                {
                    let Some(ast::PatternElement::TextElement { value }) = pattern.elements.get(place + 1) else {
                        continue;
                    };
                    let next = value
                        .strip_prefix(' ')
                        .and_then(|rest| rest.split([' ', ',', '.', ';']).next());
                    let noun = next.is_some_and(|word| {
                        word.chars().next().is_some_and(char::is_lowercase) && !FOLLOWS.contains(&word)
                    });
                    assert!(!noun, "{key}: {next:?} follows a number outside PLURAL");
                }
                ast::Expression::Select { variants, .. } => {
                    let forms: Vec<&str> = variants
                        .iter()
                        .map(|variant| match variant.key {
                            ast::VariantKey::Identifier { name } | ast::VariantKey::NumberLiteral { value: name } => {
                                name
                            }
                        })
                        .collect();
                    assert_eq!(forms, ["one", "few", "other"], "{key}: the forms that Romanian has");
                }
                ast::Expression::Inline(_) => {}
            }
        }
    });
}

#[test]
fn de_stands_before_a_noun_from_twenty_on() {
    let romanian = words(Locale::Romanian);
    let numbers = [0usize, 1, 2, 19, 20, 21, 100, 101, 119, 120];
    each(|key, pattern| {
        let chooses = pattern.elements.iter().any(|element| {
            matches!(
                element,
                ast::PatternElement::Placeable {
                    expression: ast::Expression::Select { .. }
                }
            )
        });
        if !chooses || key.contains('.') {
            return;
        }
        let mut with_de = Vec::new();
        for number in numbers {
            let text = "Ana".to_owned();
            let names = [
                "from", "name", "first", "last", "detail", "time", "strong", "events", "signed", "all", "day",
                "accepted", "late",
            ];
            let mut given: Vec<(&str, &dyn crate::Markup)> = names.iter().map(|name| (*name, &text as _)).collect();
            given.extend(
                ["n", "count", "times", "signs", "unproven", "hours", "days", "to"].map(|name| (name, &number as _)),
            );
            let said = romanian.rich(key, &given).to_string();
            let after = said
                .split_once(&format!("{number} "))
                .or_else(|| said.split_once(&format!("{number}</b> ")));
            let after = after.map_or("", |(_, after)| after);
            if after.starts_with("de ") {
                with_de.push(number);
            } else if number == 20 {
                let next = after.split([' ', ',', '.', ';', '<']).next().unwrap_or_default();
                let noun = next.chars().next().is_some_and(char::is_lowercase) && !FOLLOWS.contains(&next);
                assert!(!noun, "{key}: {said}");
            }
        }
        assert!(
            with_de.is_empty() || with_de == [20, 21, 100, 120],
            "{key}: de stands at {with_de:?}"
        );
    });
}

#[test]
fn quotes_are_romanian_and_closed() {
    none(|text| {
        if text.of_another_language() {
            return None;
        }
        let mut open = false;
        for sign in text.says.chars() {
            match sign {
                '"' | '“' => return Some(format!("{sign}")),
                '„' if open => return Some("opened twice".to_owned()),
                '”' if !open => return Some("closed without being opened".to_owned()),
                '„' => open = true,
                '”' => open = false,
                _ => {}
            }
        }
        open.then(|| "not closed".to_owned())
    });
}

#[test]
fn words_that_a_reader_in_moldova_takes_otherwise_do_not_occur() {
    let wrong = [
        "furnizor",
        "semnal",
        "naționalitate",
        "tăcere",
        "anchetator",
        "cine s-a uitat",
        "răspuns întreg",
        "semn puternic",
        "trafic de persoane",
        "tutore",
        "punte",
        "scadent",
        "autoritatea pentru protecția copilului",
        "telefon de serviciu",
        "nume rostit",
        "numele rostit",
        "sigilat",
        "îndoielnic",
        // A place is reserved; what is retained is a person.
        "reținerea locului",
        "reținut pentru",
        "reține un",
    ];
    none(|text| {
        let says = format!(" {} ", text.says.to_lowercase());
        let found = wrong.iter().find(|word| says.contains(**word));
        let whole = text
            .words()
            .into_iter()
            .find(|word| ["pată", "mal", "zid", "urcă"].contains(&word.as_str()));
        found.map(|word| (*word).to_owned()).or(whole)
    });
}

/// The keys of words that stand on buttons.
fn buttons() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let functions: BTreeMap<String, String> = texts()
        .into_iter()
        .map(|text| (function(&text.key), text.key))
        .collect();
    for (_, text) in sources() {
        let pieces = text
            .split("<button")
            .skip(1)
            .map(|rest| rest.split("</button>").next().unwrap_or_default());
        let submits = text
            .split(".submit(")
            .skip(1)
            .map(|rest| rest.split([';', '}']).next().unwrap_or_default());
        for piece in pieces.chain(submits) {
            let said = piece.split("say(\"").skip(1).filter_map(|rest| rest.split('"').next());
            keys.extend(said.map(str::to_owned));
            let called = piece
                .split("words.")
                .chain(piece.split("page."))
                .filter_map(|rest| rest.split("()").next());
            keys.extend(called.filter_map(|name| functions.get(name).cloned()));
        }
    }
    assert!(keys.len() >= 15, "buttons are found: {keys:?}");
    keys
}

#[test]
fn a_button_says_what_to_do() {
    let buttons = buttons();
    none(|text| {
        let press = text.key.starts_with("press-") || text.key.starts_with("one-night-press-");
        if !(press || buttons.contains(&text.key)) || text.says.starts_with('{') {
            return None;
        }
        // "Declines referral: give the number": the case, then what to do.
        let says = text.says.rsplit_once(": ").map_or(text.says.as_str(), |(_, act)| act);
        let first = says.split(' ').next().unwrap_or_default().to_lowercase();
        // "Conectați-vă" is an imperative, too.
        let first = first.trim_end_matches("-vă").to_owned();
        let verb = ["ați", "eți", "iți"].iter().any(|end| first.ends_with(end)) || first == "ieșire";
        (!verb).then_some(first)
    });
}

#[test]
fn a_name_agrees_with_nothing() {
    none(|text| {
        for name in ["{who}", "{to}", "{name}", "{other}"] {
            for (at, _) in text.says.match_indices(name) {
                let (before, after) = (&text.says[..at], &text.says[at + name.len()..]);
                if [" al ", " a ", " ale "]
                    .iter()
                    .any(|of| format!(" {before}").ends_with(of))
                {
                    return Some(format!("possession before {name}"));
                }
                let Some(rest) = [" este ", " a fost ", " e "]
                    .iter()
                    .find_map(|is| after.strip_prefix(is))
                else {
                    continue;
                };
                let word = rest.split([' ', ',', '.', ';']).next().unwrap_or_default();
                if ["at", "ată", "it", "ită", "ut", "ută"]
                    .iter()
                    .any(|end| word.ends_with(end))
                {
                    return Some(format!("{word} agrees with {name}"));
                }
            }
        }
        None
    });
}

#[test]
fn spelling_is_that_of_today() {
    let before_i = ["ne", "re", "în", "pre", "semi", "auto", "bine"];
    let names = [
        "luni",
        "marți",
        "miercuri",
        "joi",
        "vineri",
        "sâmbătă",
        "duminică",
        "ianuarie",
        "februarie",
        "martie",
        "aprilie",
        "mai",
        "iunie",
        "iulie",
        "august",
        "septembrie",
        "octombrie",
        "noiembrie",
        "decembrie",
    ];
    none(|text| {
        if text.of_another_language() {
            return None;
        }
        let says = format!(" {} ", text.says);
        let old = [" sînt ", " nici un ", " nici o "]
            .iter()
            .find(|old| says.contains(**old));
        if let Some(old) = old {
            return Some((*old).to_owned());
        }
        for word in text.words() {
            let mut inside = word
                .char_indices()
                .filter(|(at, sign)| *sign == 'î' && *at > 0 && at + 'î'.len_utf8() < word.len());
            if inside.any(|(at, _)| !before_i.iter().any(|prefix| word[..at] == **prefix)) {
                return Some(word);
            }
        }
        let lower = ["weekday-", "month-"].iter().any(|list| text.key.starts_with(list));
        if lower && !names.contains(&text.says.as_str()) && !text.key.starts_with("month-short-") {
            return Some("a month or a day in small letters".to_owned());
        }
        (text.key.ends_with("-title") && text.says.ends_with('.')).then(|| "a title has no full stop".to_owned())
    });
}

#[test]
fn what_is_read_aloud_is_there_for_adults_and_children_in_four_languages() {
    let texts = texts();
    let says = |key: &str| texts.iter().find(|text| text.key == key).map(|text| text.says.clone());
    for topic in ["first", "ask", "who", "safety", "say"] {
        for child in ["", "-child"] {
            for language in ["ro", "ru", "uk", "en"] {
                let key = format!("aloud-{topic}{child}-{language}");
                let said = says(&key).unwrap_or_else(|| panic!("{key} is missing"));
                let lower = said.to_lowercase();
                let words: Vec<&str> = lower.split(|sign: char| !sign.is_alphabetic()).collect();
                let gendered = [
                    "виноват",
                    "виновата",
                    "одна",
                    "один",
                    "готов",
                    "готова",
                    "сказал",
                    "сказала",
                    "винен",
                    "винна",
                    "сам",
                    "сама",
                ];
                for word in gendered {
                    assert!(!words.contains(&word), "{key} says {word}");
                }
                assert!(
                    language != "uk" || !lower.contains(['ы', 'э', 'ё', 'ъ']),
                    "{key} holds a Russian letter"
                );
                let promise = [
                    "nu ați făcut nimic rău",
                    "n-ai făcut nimic rău",
                    "done nothing wrong",
                    "ни в чём не виноваты",
                ];
                assert!(
                    !promise.iter().any(|promise| lower.contains(promise)),
                    "{key} promises what a court may break"
                );
            }
        }
    }
}
