//! How a case is named: a botanical genus and three digits for staff, a case number for letters.
//! INVARIANT: drawn at random; tells no sex, origin, trade, place, day or order.
use crate::{Context, context::Draw};

const GENERA: &str = include_str!("../../data/genera.txt");
/// Crockford base 32: no I, L, O, U.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The reviewed list of genera, in its order.
pub fn genera() -> impl Iterator<Item = &'static str> {
    GENERA
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Candidates in the order of the seed; the caller takes the first that is free.
pub fn candidates(context: &Context) -> impl Iterator<Item = String> {
    let genera: Vec<&'static str> = genera().collect();
    let count = genera.len().max(1) as u32;
    (0..200)
        .map(move |nth| context.number(Draw::SpokenName, nth))
        .filter_map(move |draw| {
            let digits = 100 + (draw / count) % 900;
            let genus = genera.get((draw % count) as usize)?;
            is_spoken(digits).then(|| format!("{genus} {digits}"))
        })
}

/// Digits that spell an emergency number or a code of hate groups are never drawn.
fn is_spoken(digits: u32) -> bool {
    !matches!(digits, 110..=119 | 911 | 999 | 666 | 188 | 288 | 318 | 420 | 444 | 888)
}

/// The case number of letters, `MD 7K4-Q2M-9`: 30 random bits and a check sign.
pub fn case_number(country: &str, first: u32, second: u32) -> String {
    let sign = |number: u32, place: u32| {
        char::from(
            SIGNS
                .get((number >> (place * 5) & 31) as usize)
                .copied()
                .unwrap_or(b'0'),
        )
    };
    let group = |number: u32| -> String { (0..3).map(|place| sign(number, place)).collect() };
    let (left, right) = (group(first), group(second));
    let check = check_sign(&format!("{left}{right}"));
    format!("{country} {left}-{right}-{check}")
}

/// The sign that catches one wrong or two swapped signs: the sum of places weighted 1, 2, 3 … modulo 31, in the same alphabet.
fn check_sign(signs: &str) -> char {
    let sum: usize = signs
        .bytes()
        .zip(1..)
        .map(|(sign, weight)| weight * SIGNS.iter().position(|s| *s == sign).unwrap_or(0))
        .sum();
    char::from(SIGNS.get(sum % 31).copied().unwrap_or(b'0'))
}

/// Reads what a person typed into the search box: a case number in any case, with or without its marks. `None` when it is no
/// case number or its check sign is wrong.
pub fn parse_number(country: &str, typed: &str) -> Option<String> {
    let upper = typed.trim().to_uppercase();
    let rest = upper.strip_prefix(country).unwrap_or(&upper);
    let signs: String = rest
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| match c {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .collect();
    let (body, check) = (signs.get(..6)?, signs.get(6..)?);
    (check.chars().eq([check_sign(body)])).then(|| {
        format!(
            "{country} {}-{}-{check}",
            body.get(..3).unwrap_or(""),
            body.get(3..).unwrap_or("")
        )
    })
}
