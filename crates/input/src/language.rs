//! Languages and countries, by the lists of their standards.

/// ISO 639-1, and by three letters (ISO 639-3) the languages of the region that have no shorter code.
const LANGUAGES: &str = include_str!("../data/languages.txt");
/// ISO 3166-1 alpha-2.
const COUNTRIES: &str = include_str!("../data/countries.txt");

/// Whether it is a language: `ro`, `uk`, `rom`.
pub fn is_language(code: &str) -> bool {
    is_in(LANGUAGES, code)
}

/// Whether it is a country: `MD`, `UA`.
pub fn is_country(code: &str) -> bool {
    is_in(COUNTRIES, code)
}

fn is_in(list: &str, code: &str) -> bool {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).any(|known| known == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_languages_and_countries_that_there_are() {
        for code in ["ro", "uk", "rom", "gag", "zu"] {
            assert!(is_language(code), "{code}");
        }
        for code in ["", "qz", "RO", "aaa", "xx", "eng", "ro uk"] {
            assert!(!is_language(code), "{code}");
        }
        for code in ["MD", "UA", "XK", "ZW"] {
            assert!(is_country(code), "{code}");
        }
        for code in ["", "md", "QQ", "UK", "XX"] {
            assert!(!is_country(code), "{code}");
        }
        let count = |list: &str| {
            list.lines()
                .filter(|line| !line.starts_with('#'))
                .flat_map(str::split_whitespace)
                .count()
        };
        assert_eq!((count(LANGUAGES), count(COUNTRIES)), (183 + 2, 249 + 1));
    }
}
