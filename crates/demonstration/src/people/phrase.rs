//! What invented people tell, and what is written about them: sentences with blanks, from `phrases.txt`, filled from the seed
//! so that no two files hold the same words.
use super::draw::Dice;
use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

const TEXT: &str = include_str!("phrases.txt");
static BOOK: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut book: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut heading = "";
    for line in TEXT.lines().map(str::trim) {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(name) => heading = name,
            None if line.is_empty() || line.starts_with('#') => {}
            None => book.entry(heading).or_default().push(line),
        }
    }
    book
});

/// The sentences, or the values of a blank, under a heading.
pub(super) fn under(heading: &str) -> &'static [&'static str] {
    BOOK.get(heading).map_or(&[], Vec::as_slice)
}

/// The words that the country has used so far.
#[derive(Default)]
pub(super) struct Phrases {
    told: HashSet<String>,
    used: HashMap<&'static str, u32>,
}

/// How often a sentence is filled anew before a repetition is taken.
const TRIES: u32 = 80;

impl Phrases {
    /// A sentence of one of the headings, filled: those that were used least come first, and no filled sentence comes twice
    /// while there is another.
    pub fn fresh(&mut self, dice: &mut Dice, headings: &[&str]) -> String {
        let all: Vec<&'static str> = headings.iter().flat_map(|heading| under(heading)).copied().collect();
        let mut filled = String::new();
        for _ in 0..TRIES {
            let least = all.iter().map(|one| self.uses(one)).min().unwrap_or(0);
            let rare: Vec<&'static str> = all.iter().copied().filter(|one| self.uses(one) == least).collect();
            let sentence = dice.one(&rare, "");
            *self.used.entry(sentence).or_default() += 1;
            filled = fill(dice, sentence);
            if self.told.insert(filled.clone()) {
                break;
            }
        }
        filled
    }

    fn uses(&self, sentence: &str) -> u32 {
        self.used.get(sentence).copied().unwrap_or(0)
    }
}

/// Each `{blank}` gets one of its values, which may have blanks themselves.
fn fill(dice: &mut Dice, sentence: &str) -> String {
    let Some((before, after)) = sentence.split_once('{') else {
        return sentence.to_owned();
    };
    let Some((blank, behind)) = after.split_once('}') else {
        return sentence.to_owned();
    };
    let value = dice.one(under(blank), "");
    fill(dice, &format!("{before}{value}{behind}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_blank_has_values() {
        for (heading, sentences) in &*BOOK {
            assert!(!sentences.is_empty(), "{heading}");
            for sentence in sentences {
                for blank in sentence.split('{').skip(1) {
                    let (blank, _) = blank.split_once('}').unwrap_or_else(|| panic!("{sentence}"));
                    assert!(!under(blank).is_empty(), "{blank} in {sentence}");
                }
            }
        }
    }

    /// WHY: the same sentence is told of men, women and children, and a wrong word about a person hurts.
    #[test]
    fn no_sentence_of_the_year_gives_the_person_a_gender() {
        for (heading, sentences) in BOOK.iter().filter(|(heading, _)| !heading.starts_with("own ")) {
            for sentence in sentences {
                let words = sentence.to_lowercase();
                let mut words = words.split(|sign: char| !sign.is_alphabetic());
                let said = words.find(|word| ["he", "she", "him", "her", "his", "hers"].contains(word));
                assert_eq!(said, None, "{heading}: {sentence}");
            }
        }
    }
}
