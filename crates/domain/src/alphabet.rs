//! The order of letters in a language: in Romanian Ă after A, Ș after S, Ț after T, small and capital letters together.
use icu_collator::{CollatorBorrowed, options::CollatorOptions};
use std::cmp::Ordering;

/// An alphabet. Names of the country's institutions sort by the alphabet of the country, whatever the language of the page; what
/// a language itself names (languages, countries) by its own.
#[derive(Debug)]
pub struct Alphabet(Option<CollatorBorrowed<'static>>);

impl Alphabet {
    /// The alphabet of the language with this code; where Unicode knows none, the one common to all.
    pub fn of(language: &str) -> Alphabet {
        let language = language.parse().unwrap_or(icu_locale_core::Locale::UNKNOWN);
        Alphabet(CollatorBorrowed::try_new(language.into(), CollatorOptions::default()).ok())
    }

    /// Which of two names comes first. Two names that differ only in what the alphabet does not order keep one order.
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        let by_letters = self
            .0
            .as_ref()
            .map_or(Ordering::Equal, |collator| collator.compare(one, other));
        by_letters.then_with(|| one.cmp(other))
    }

    /// Sorts what has a name.
    pub fn sort<T>(&self, list: &mut [T], name: impl Fn(&T) -> &str) {
        list.sort_by(|one, other| self.compare(name(one), name(other)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(language: &str, names: &[&str]) -> Vec<String> {
        let mut names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        names.reverse();
        Alphabet::of(language).sort(&mut names, |name| name);
        names
    }

    #[test]
    fn letters_of_the_country_stand_where_its_alphabet_has_them() {
        let romanian = [
            "Ana", "Ăla", "Âmbra", "casa", "Cedru", "Iris", "Îngeri", "Salcia", "Șoim", "Tei", "Țară", "Zambila",
        ];
        assert_eq!(sorted("ro", &romanian), romanian);
        let lithuanian = [
            "Agota",
            "Ąžuolas",
            "Cecė",
            "Česlovas",
            "Ygis",
            "Inga",
            "Jonas",
            "Šarūnas",
            "Žara",
        ];
        assert_eq!(sorted("lt", &lithuanian), lithuanian);
        assert_eq!(
            sorted("en", &["Éva", "Eve", "zoo", "Zulu"]),
            ["Éva", "Eve", "zoo", "Zulu"]
        );
    }

    #[test]
    fn a_language_that_nobody_knows_still_has_one_order() {
        assert_eq!(sorted("zz", &["a", "B", "c"]), ["a", "B", "c"]);
        assert_eq!(sorted("not a language", &["a", "B"]), ["a", "B"]);
    }
}
