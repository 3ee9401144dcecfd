//! What pages say, in the reader's language. One catalogue a subject and locale (`locales/en/clock.ftl`), keys unique in a
//! locale; a missing key shows itself in brackets and fails the tests.
//!
//! INVARIANT: no message selects on a bare number. `PLURAL($n)` asks the Unicode rules, which know that Romanian says
//! "101 ore" but "120 de ore".
mod calendar;
pub mod html;
#[cfg(test)]
mod tests;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
pub use html::Html;
use html::escaped;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use jiff::tz::TimeZone;
use rust_embed::RustEmbed;
use std::{fmt, sync::LazyLock};
use unic_langid::LanguageIdentifier;

#[derive(RustEmbed)]
#[folder = "locales/"]
struct Catalogues;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locale {
    /// English, the language in which the words are written first.
    English,
    /// Romanian.
    Romanian,
}

impl Locale {
    /// In the order in which they are offered.
    pub const ALL: [Locale; 2] = [Locale::English, Locale::Romanian];

    /// As in `lang` attributes and catalogue folders.
    pub fn code(self) -> &'static str {
        match self {
            Locale::English => "en",
            Locale::Romanian => "ro",
        }
    }

    /// What its speakers call it.
    pub fn name(self) -> &'static str {
        match self {
            Locale::English => "English",
            Locale::Romanian => "română",
        }
    }

    /// The direction of its script.
    pub fn direction(self) -> &'static str {
        "ltr"
    }

    /// The locale with this code.
    pub fn from_code(code: &str) -> Option<Locale> {
        Locale::ALL.into_iter().find(|locale| locale.code() == code)
    }

    /// The best answer to `Accept-Language`: highest weight first, then as written. `ro-MD` is Romanian, and so is `mo`.
    pub fn accepted(header: &str) -> Option<Locale> {
        let mut wishes: Vec<(f32, Locale)> = header
            .split(',')
            .filter_map(|wish| {
                let (tag, weight) = wish.split_once(";q=").unwrap_or((wish, "1"));
                let language = tag.trim().split('-').next()?.to_ascii_lowercase();
                let weight: f32 = weight.trim().parse().ok()?;
                let locale = Locale::from_code(if language == "mo" { "ro" } else { &language })?;
                (weight > 0.0).then_some((weight, locale))
            })
            .collect();
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        wishes.first().map(|(_, locale)| *locale)
    }
}

/// What may stand in a message: a number or a text.
pub trait Argument {
    /// As Fluent takes it.
    fn value(&self) -> FluentValue<'static>;

    /// What stands in a message said with [`Words::rich`] as it is, unescaped: it is HTML already.
    fn markup(&self) -> Option<String> {
        None
    }
}

impl Argument for Html {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::from(self.to_string())
    }

    fn markup(&self) -> Option<String> {
        Some(self.to_string())
    }
}

macro_rules! numbers { ($($kind:ty),*) => { $(
    impl Argument for $kind {
        fn value(&self) -> FluentValue<'static> { FluentValue::from(*self as f64) }
    }
)* } }
numbers!(i32, i64, u8, u16, u32, u64, usize);

impl Argument for str {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::from(self.to_owned())
    }
}

impl<T: Argument + ?Sized> Argument for &T {
    fn value(&self) -> FluentValue<'static> {
        (**self).value()
    }

    fn markup(&self) -> Option<String> {
        (**self).markup()
    }
}

impl Argument for String {
    fn value(&self) -> FluentValue<'static> {
        FluentValue::from(self.clone())
    }
}

/// The arguments of a message: `&[("n", &3), ("who", &name)]`; in a template without the first `&`.
pub type Arguments<'a> = &'a [(&'a str, &'a dyn Argument)];

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<[Bundle; 2]> = LazyLock::new(|| Locale::ALL.map(bundle));

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

fn category(locale: Locale, number: usize) -> &'static str {
    let Ok(language) = locale.code().parse::<icu_locale_core::Locale>() else {
        return "other";
    };
    let Ok(rules) = PluralRules::try_new(language.into(), PluralRulesOptions::default()) else {
        return "other";
    };
    match rules.category_for(number) {
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
        let [english, romanian] = &*BUNDLES;
        let bundle = match locale {
            Locale::English => english,
            Locale::Romanian => romanian,
        };
        Words { locale, zone, bundle }
    }

    /// Which language it is.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The zone in which hours are told.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The message `key`.
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The message `key` with its arguments.
    pub fn say_with(&self, key: &str, arguments: Arguments<'_>) -> String {
        self.find(key, arguments, Argument::value)
    }

    /// The message of one value of a closed list: `say_code("role", "police")` is `role-police`.
    pub fn say_code(&self, list: &str, code: &str) -> String {
        self.say(&format!("{list}-{code}"))
    }

    /// The same with arguments.
    pub fn say_code_with(&self, list: &str, code: &str, arguments: Arguments<'_>) -> String {
        self.say_with(&format!("{list}-{code}"), arguments)
    }

    /// A message with thick letters in it (`<b>`); the arguments are escaped.
    pub fn rich(&self, key: &str, arguments: Arguments<'_>) -> Html {
        Html::trusted(
            self.find(key, arguments, |argument| match (argument.markup(), argument.value()) {
                (Some(markup), _) => FluentValue::from(markup),
                (None, FluentValue::String(text)) => FluentValue::from(escaped(&text)),
                (None, other) => other,
            }),
        )
    }

    /// A part of a message (`.rule`), or `None` where the message has no such part.
    pub fn part(&self, key: &str, part: &str, arguments: Arguments<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.get_attribute(part)?.value();
        let given: FluentArgs = arguments.iter().map(|(name, value)| (*name, value.value())).collect();
        Some(
            self.bundle
                .format_pattern(pattern, Some(&given), &mut Vec::new())
                .into_owned(),
        )
    }

    fn find<'a>(
        &self,
        key: &str,
        arguments: Arguments<'a>,
        value: impl Fn(&'a dyn Argument) -> FluentValue<'static>,
    ) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("[{key}]");
        };
        let given: FluentArgs = arguments.iter().map(|(name, of)| (*name, value(*of))).collect();
        self.bundle
            .format_pattern(pattern, Some(&given), &mut Vec::new())
            .into_owned()
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", self.locale.code())
    }
}
