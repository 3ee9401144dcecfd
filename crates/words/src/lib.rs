//! What pages say, in the reader's language. One catalogue a subject and locale (`locales/en/clock.ftl`), keys unique in a
//! locale; a missing key shows itself in brackets and fails the tests.
//!
//! INVARIANT: no message selects on a bare number. `PLURAL($n)` asks the Unicode rules, which know that Romanian says
//! "101 ore" but "120 de ore".
mod calendar;
pub mod html;
mod language;
mod lists;
mod message;
mod say;
#[cfg(test)]
mod tests;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
pub use html::Html;
use html::escaped;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use jiff::tz::TimeZone;
pub use language::{Direction, Locale, Row};
pub use message::{Argument, Markup, Number};
use rust_embed::RustEmbed;
use std::{borrow::Cow, fmt, sync::LazyLock};
use unic_langid::LanguageIdentifier;

#[derive(RustEmbed)]
#[folder = "locales/"]
struct Catalogues;

/// The arguments of a message of plain text: `&[("n", &3), ("who", &name)]`.
pub type Arguments<'a> = &'a [(&'a str, &'a dyn Argument)];

type Given<'a> = &'a [(&'a str, &'a dyn Markup)];

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<[Bundle; Locale::ALL.len()]> = LazyLock::new(|| Locale::ALL.map(bundle));

fn bundle(locale: Locale) -> Bundle {
    let language: LanguageIdentifier = locale.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    let known = bundle.add_function("PLURAL", move |given, _| match given.first() {
        Some(FluentValue::Number(number)) => category(locale, number.value.abs() as usize).into(),
        _ => "other".into(),
    });
    debug_assert!(known.is_ok(), "PLURAL is added once");
    for (file, text) in catalogues(locale) {
        let (resource, errors) = match FluentResource::try_new(text) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        let twice = bundle.add_resource(resource).err().unwrap_or_default();
        debug_assert!(errors.is_empty() && twice.is_empty(), "{file}: {errors:?} {twice:?}");
    }
    bundle
}

fn catalogues(locale: Locale) -> impl Iterator<Item = (String, String)> {
    Catalogues::iter()
        .filter(move |file| file.starts_with(locale.code()) && file.ends_with(".ftl"))
        .filter_map(|file| {
            let text = String::from_utf8(Catalogues::get(&file)?.data.into_owned()).ok()?;
            Some((file.into_owned(), text))
        })
}

thread_local! {
    /// The rules of the locales; a thread makes them once.
    static PLURALS: [Option<PluralRules>; Locale::ALL.len()] = Locale::ALL.map(plural_rules);
}

fn plural_rules(locale: Locale) -> Option<PluralRules> {
    let language: icu_locale_core::Locale = locale.row().plural.parse().ok()?;
    PluralRules::try_new(language.into(), PluralRulesOptions::default()).ok()
}

fn category(locale: Locale, number: usize) -> &'static str {
    let category = PLURALS.with(|rules| rules[locale as usize].as_ref().map(|rules| rules.category_for(number)));
    match category.unwrap_or(PluralCategory::Other) {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// The words of one locale, and the zone that its hours hold for. Cheap to clone.
#[derive(Clone)]
pub struct Words {
    locale: Locale,
    zone: TimeZone,
    bundle: &'static Bundle,
}

impl Words {
    /// Words of `locale`; times are told in `zone`, which the country's profile names.
    pub fn new(locale: Locale, zone: TimeZone) -> Words {
        let bundle = &BUNDLES[locale as usize];
        Words { locale, zone, bundle }
    }

    /// Which language it is.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The alphabet of the language: sorts what its words name.
    pub fn alphabet(&self) -> tiltas_domain::alphabet::Alphabet {
        tiltas_domain::alphabet::Alphabet::of(self.locale.row().collation)
    }

    /// The zone in which hours are told.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The message of one value of a list whose codes come from elsewhere: `say_code("tongue", "uk")` is `tongue-uk`. A
    /// closed list of the domain has a function of its own, `say_…`, and so has a message with one key.
    pub fn say_code(&self, list: &str, code: &str) -> String {
        self.say_code_with(list, code, &[])
    }

    /// The same with arguments.
    pub fn say_code_with(&self, list: &str, code: &str, arguments: Arguments<'_>) -> String {
        self.plain(&format!("{list}-{code}"), &markup(arguments))
    }

    /// A part (`.rule`) of the message of one value, or `None` where the message has no such part, or where a variable of it is
    /// not given: who speaks of a refusal elsewhere may know less.
    pub fn part_of_code(&self, list: &str, code: &str, part: &str, arguments: Arguments<'_>) -> Option<String> {
        self.part(&format!("{list}-{code}"), part, &markup(arguments))
    }

    /// The message `key` with its arguments.
    pub(crate) fn plain(&self, key: &str, arguments: Given<'_>) -> String {
        self.find(key, arguments, |argument| self.given(argument, |text| text))
    }

    /// A message with markup in it (`<b>`, a telephone); arguments that are text are escaped.
    pub(crate) fn rich(&self, key: &str, arguments: Given<'_>) -> Html {
        Html::trusted(self.find(key, arguments, |argument| match argument.markup() {
            Some(markup) => FluentValue::from(markup),
            None => self.given(argument, |text| match html::is_plain(&text) {
                true => text,
                false => Cow::Owned(escaped(&text)),
            }),
        }))
    }

    pub(crate) fn part(&self, key: &str, part: &str, arguments: Given<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.get_attribute(part)?.value();
        self.format(pattern, arguments, |argument| self.given(argument, |text| text))
    }

    fn find<'a>(&self, key: &str, arguments: Given<'a>, value: impl Fn(&'a dyn Markup) -> FluentValue<'a>) -> String {
        let pattern = self.bundle.get_message(key).and_then(|message| message.value());
        let said = pattern.and_then(|pattern| self.format(pattern, arguments, value));
        debug_assert!(said.is_some() || pattern.is_none(), "{key} lacks an argument");
        said.unwrap_or_else(|| format!("[{key}]"))
    }

    /// The pattern with its arguments; `None` where a variable is not given, so that no placeholder is ever read.
    fn format<'a>(
        &self,
        pattern: &Pattern<&str>,
        arguments: Given<'a>,
        value: impl Fn(&'a dyn Markup) -> FluentValue<'a>,
    ) -> Option<String> {
        if pattern.elements.iter().all(is_simple) {
            return joined(pattern, arguments, value);
        }
        let given: FluentArgs = arguments.iter().map(|(name, of)| (*name, value(*of))).collect();
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&given), &mut errors);
        errors.is_empty().then(|| said.into_owned())
    }

    /// An argument as Fluent takes it; a text is isolated where it needs to be, then goes through `write`.
    fn given<'a>(&self, argument: &'a dyn Markup, write: impl FnOnce(Cow<'a, str>) -> Cow<'a, str>) -> FluentValue<'a> {
        match argument.value() {
            FluentValue::String(text) => FluentValue::String(write(self.isolated(text))),
            other => other,
        }
    }

    /// An argument that a bidirectional script could move about, held together: in a page that runs from right to left each
    /// one, else one that holds letters of such a script.
    fn isolated<'a>(&self, text: Cow<'a, str>) -> Cow<'a, str> {
        let apart = match self.locale.row().direction {
            Direction::RightToLeft => true,
            Direction::LeftToRight => text.chars().any(runs_from_the_right),
        };
        if apart {
            Cow::Owned(format!("\u{2068}{text}\u{2069}"))
        } else {
            text
        }
    }
}

/// Whether a piece of a pattern is a text or a variable: what chooses between forms is Fluent's to say.
fn is_simple(element: &PatternElement<&str>) -> bool {
    matches!(
        element,
        PatternElement::TextElement { .. }
            | PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { .. })
            }
    )
}

/// The pieces of a simple pattern one after the other; `None` where a variable is not given.
fn joined<'a>(
    pattern: &Pattern<&str>,
    arguments: Given<'a>,
    value: impl Fn(&'a dyn Markup) -> FluentValue<'a>,
) -> Option<String> {
    let mut said = String::new();
    for element in &pattern.elements {
        let expression = match element {
            PatternElement::TextElement { value: text } => {
                said.push_str(text);
                continue;
            }
            PatternElement::Placeable { expression } => expression,
        };
        let Expression::Inline(InlineExpression::VariableReference { id }) = expression else {
            return None;
        };
        let (_, of) = arguments.iter().find(|(name, _)| *name == id.name)?;
        match value(*of) {
            FluentValue::String(text) => said.push_str(&text),
            FluentValue::Number(number) => said.push_str(&number.as_string()),
            _ => return None,
        }
    }
    Some(said)
}

fn markup<'a>(arguments: Arguments<'a>) -> Vec<(&'a str, &'a dyn Markup)> {
    arguments.iter().map(|(name, of)| (*name, *of as &dyn Markup)).collect()
}

/// Letters of the scripts that run from right to left: Hebrew, Arabic, Syriac, Thaana and their later blocks.
fn runs_from_the_right(sign: char) -> bool {
    matches!(sign, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", self.locale.code())
    }
}
