//! How a case is named: a botanical genus and three digits for staff, a case number for letters.
//! INVARIANT: drawn at random; tells no sex, origin, trade, place, day or order.
use crate::{Context, context::Draw};
use std::{collections::HashMap, sync::LazyLock};

const GENERA: &str = include_str!("../../data/genera.txt");
/// Crockford base 32 (no I, L, O, U) without Z, which a hand writes like 2: 31 signs, a prime, so that the check sign catches
/// every wrong sign and every swap.
const SIGNS: &[u8; 31] = b"0123456789ABCDEFGHJKMNPQRSTVWXY";

static LIST: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lines = GENERA.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect()
});

/// The reviewed list of genera, in its order.
pub fn genera() -> impl Iterator<Item = &'static str> {
    LIST.iter().copied()
}

/// How many files bear or bore each genus of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uses(Vec<i64>);

impl Default for Uses {
    fn default() -> Uses {
        Uses(vec![0; LIST.len()])
    }
}

impl Uses {
    /// Notes how many files bear or bore a genus; one that is not on the list is not drawn.
    pub fn note(&mut self, genus: &str, files: i64) {
        static PLACES: LazyLock<HashMap<&'static str, usize>> = LazyLock::new(|| genera().zip(0..).collect());
        if let Some(uses) = PLACES.get(genus).and_then(|place| self.0.get_mut(*place)) {
            *uses = files;
        }
    }

    /// The genera that were used least.
    fn least(&self) -> Vec<&'static str> {
        let least = self.0.iter().copied().min().unwrap_or(0);
        let used_least = genera().zip(&self.0).filter(|(_, uses)| **uses == least);
        used_least.map(|(genus, _)| genus).collect()
    }
}

/// Candidates in the order of the seed; the caller takes the first that is free. Only genera that were used least are drawn, so
/// that none comes twice before every other came once.
///
/// WHY: two files of one genus are mistaken for each other on the phone at night, whatever their digits.
pub fn candidates<'c>(context: &'c Context, uses: &Uses) -> impl Iterator<Item = String> + use<'c> {
    let genera = uses.least();
    let count = genera.len().max(1) as u32;
    (0..200)
        .map(move |nth| context.number(Draw::SpokenName, nth))
        .filter_map(move |draw| {
            let digits = 100 + (draw / count) % 900;
            let genus = genera.get((draw % count) as usize)?;
            is_spoken(digits).then(|| format!("{genus} {digits}"))
        })
}

/// Case numbers in the order of the seed; the caller takes the first that is free.
pub fn numbers(country: &str, context: &Context) -> impl Iterator<Item = String> {
    (0..20).map(move |nth: u32| {
        let part = |half: u32| context.number(Draw::CaseNumber, nth * 2 + half);
        case_number(country, part(0), part(1))
    })
}

/// Whether these three digits may be drawn. Never those that can be read as
/// - a date, as day and month or month and day: a birthday must not be guessed from a name;
/// - an emergency or help line: in Europe they begin with 1, elsewhere 911 and 99x;
/// - a code of hate groups: 14, 18, 28, 33, 38, 88 anywhere, 271, three equal digits (ADL, Hate on Display; 18 and 88 are letters
///   of the alphabet, 271 stands for denial).
pub fn is_spoken(digits: u32) -> bool {
    const CODES: [u32; 6] = [14, 18, 28, 33, 38, 88];
    let (first, last) = (digits / 10, digits % 100);
    let date = (1..=31).contains(&last);
    let line = !(200..990).contains(&digits);
    let code = CODES.contains(&first) || CODES.contains(&last) || digits == 271 || digits.is_multiple_of(111);
    !date && !line && !code
}

/// How a genus sounds, in Cyrillic letters, for those who read them more easily: `Галиум` for `Galium`.
pub fn sound(genus: &str) -> String {
    /// Longer groups first.
    const GROUPS: [(&str, &str); 40] = [
        ("sch", "сх"),
        ("eae", "еэ"),
        ("ch", "х"),
        ("ph", "ф"),
        ("th", "т"),
        ("rh", "р"),
        ("qu", "кв"),
        ("ae", "е"),
        ("oe", "е"),
        ("ia", "ия"),
        ("ya", "ия"),
        ("ce", "це"),
        ("ci", "ци"),
        ("cy", "ци"),
        ("a", "а"),
        ("b", "б"),
        ("c", "к"),
        ("d", "д"),
        ("e", "е"),
        ("f", "ф"),
        ("g", "г"),
        ("h", "х"),
        ("i", "и"),
        ("j", "й"),
        ("k", "к"),
        ("l", "л"),
        ("m", "м"),
        ("n", "н"),
        ("o", "о"),
        ("p", "п"),
        ("q", "к"),
        ("r", "р"),
        ("s", "с"),
        ("t", "т"),
        ("u", "у"),
        ("v", "в"),
        ("w", "в"),
        ("x", "кс"),
        ("y", "и"),
        ("z", "з"),
    ];
    let lower = genus.to_lowercase();
    let mut rest = lower.as_str();
    let mut spoken = String::new();
    while let Some(letter) = rest.chars().next() {
        match GROUPS
            .iter()
            .find_map(|(latin, cyrillic)| Some((rest.strip_prefix(latin)?, *cyrillic)))
        {
            Some((after, "е")) if spoken.is_empty() => {
                spoken.push('э');
                rest = after;
            }
            Some((after, cyrillic)) => {
                spoken.push_str(cyrillic);
                rest = after;
            }
            None => {
                spoken.push(letter);
                rest = rest.get(letter.len_utf8()..).unwrap_or("");
            }
        }
    }
    let mut letters = spoken.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// The case number of letters, `MD 7K4-Q2M-9`: six random signs and a check sign.
pub fn case_number(country: &str, first: u32, second: u32) -> String {
    let base = SIGNS.len() as u32;
    let sign = |number: u32, place: u32| sign((number / base.pow(place) % base) as usize);
    let group = |number: u32| -> String { (0..3).map(|place| sign(number, place)).collect() };
    let (left, right) = (group(first), group(second));
    let check = check_sign(&format!("{left}{right}")).unwrap_or('0');
    format!("{country} {left}-{right}-{check}")
}

fn sign(value: usize) -> char {
    char::from(SIGNS.get(value).copied().unwrap_or(b'0'))
}

/// The sum of the signs' places in the alphabet, weighted 1, 2, 3 … modulo 31. `None` when one is no sign of it.
fn check_sign(signs: &str) -> Option<char> {
    let values = signs.bytes().map(|sign| SIGNS.iter().position(|known| *known == sign));
    let sum = values
        .zip(1..)
        .try_fold(0, |sum, (value, weight): (_, usize)| Some(sum + weight * value?))?;
    Some(sign(sum % SIGNS.len()))
}

/// A spoken name as a person types it: in any case, with or without a blank or a mark between genus and digits, the genus in
/// Latin letters or as it sounds in Cyrillic ones, or the digits alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Genus and digits.
    Name(String),
    /// Three digits: any genus.
    Digits(String),
}

/// Reads what a person typed into the search box; `None` when no spoken name was meant.
pub fn parse(typed: &str) -> Option<Typed> {
    let letters: String = typed.chars().filter(|sign| sign.is_alphabetic()).collect();
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if digits.len() != 3 {
        return None;
    }
    let plain = |text: &str| text.to_lowercase().replace('ё', "е");
    let letters = plain(&letters);
    if letters.is_empty() {
        return Some(Typed::Digits(digits));
    }
    let genus = genera().find(|genus| plain(genus) == letters || plain(&sound(genus)) == letters)?;
    Some(Typed::Name(format!("{genus} {digits}")))
}

/// Reads what a person typed into the search box: a case number in any case, with or without its marks and country, O for 0,
/// I or L for 1, letters of the same shape from a Cyrillic keyboard. `None` when it is no case number or its check sign is
/// wrong.
pub fn parse_number(country: &str, typed: &str) -> Option<String> {
    let upper: String = typed.trim().to_uppercase().chars().map(latin).collect();
    let signs: String = upper.chars().filter(char::is_ascii_alphanumeric).collect();
    let signs = match signs.strip_prefix(country) {
        Some(rest) if signs.len() == 7 + country.len() => rest,
        _ => signs.as_str(),
    };
    let signs: String = signs
        .chars()
        .map(|c| match c {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .collect();
    let (left, right, check) = (signs.get(..3)?, signs.get(3..6)?, signs.get(6..)?);
    let expected = check_sign(&format!("{left}{right}"))?;
    check
        .chars()
        .eq([expected])
        .then(|| format!("{country} {left}-{right}-{check}"))
}

/// The Latin letter of the same shape as a Cyrillic one.
fn latin(sign: char) -> char {
    match sign {
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'О' => 'O',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'У' => 'Y',
        'Х' => 'X',
        sign => sign,
    }
}

#[cfg(test)]
mod tests;
