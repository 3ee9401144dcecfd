//! Words of a text as the index compares them: small, without marks above letters, taken to their stem; words that mean the same are
//! one term.
use snowball_stemmers_rs::{Algorithm, Stemmer};
use std::collections::HashMap;

/// Words that mean the same.
const SAME: &str = include_str!("../../data/same_words.txt");
/// Words that say nothing of what a text is about.
const EMPTY: &str = "a above act after against all also an and anti any are as at be before been between but by can could do does during each every for from get give go had has have how if in into is it its keep like make may measure measures more most much must need no not of often on one or other our out over should so some such take than that the their them then there these they this those through to under up was way well were what when where which while who whoever will with without would your
acest această acestor ai al ale am ar are asupra au avea avut ca care ce cel cele cele cei cu cum da dacă dar de decât despre din dintre dintr doar după ea ei el ele este eu face fără fi fie fiecare fost iar în în înainte împotriva între la le lor lua luați lui mai măsură măsuri multe mult ne nici nicio niciun nu o or ori pe pentru până prin sa sau să se si și său sunt te toate tot toți trebui trebuie ul un una unei unor unui va vor acolo aibă";

/// One word.
#[derive(Clone, Debug)]
pub struct Word {
    /// Small, without marks above letters.
    pub folded: String,
    /// Its stem, or the name of what it means.
    pub term: String,
}

/// Reads texts.
pub struct Reader {
    stemmers: [(&'static str, Stemmer); 4],
    same: HashMap<String, &'static str>,
    empty: Vec<String>,
}

impl Default for Reader {
    fn default() -> Reader {
        Reader::new()
    }
}

/// What somebody seeks: words, small and without marks above letters, so that a keyboard without them finds the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought(Vec<String>);

impl Sought {
    /// The words that were typed.
    pub fn of(typed: &str) -> Sought {
        Sought(plain(typed).collect())
    }

    /// Whether no word was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether each of them is a word of these texts, or the beginning of one. Where no word was typed, it stands nowhere.
    pub fn stands_in<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> bool {
        let words: Vec<String> = texts.into_iter().flat_map(plain).collect();
        let stands = |part: &String| words.iter().any(|word| word.starts_with(part.as_str()));
        !self.is_empty() && self.0.iter().all(stands)
    }
}

fn plain(text: &str) -> impl Iterator<Item = String> {
    let small = text.to_lowercase();
    let words = small.split(|sign: char| !sign.is_alphanumeric());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(folded).collect();
    words.into_iter()
}

impl Reader {
    /// With what is known of languages.
    pub fn new() -> Reader {
        let mut reader = Reader {
            stemmers: [
                ("en", Stemmer::create(Algorithm::English)),
                ("ro", Stemmer::create(Algorithm::Romanian)),
                ("lt", Stemmer::create(Algorithm::Lithuanian)),
                ("ru", Stemmer::create(Algorithm::Russian)),
            ],
            same: HashMap::new(),
            empty: EMPTY.split_whitespace().map(folded).collect(),
        };
        reader.empty.sort_unstable();
        let lines = SAME.lines().filter(|line| !line.starts_with('#'));
        for (name, words) in lines.filter_map(|line| line.split_once(": ")) {
            for (language, words) in ["en", "ro"].into_iter().zip(words.split(" | ")) {
                for word in words.split_whitespace().flat_map(|word| word.split('-')) {
                    let stem = format!("{language}:{}", reader.stem(language, &word.to_lowercase()));
                    reader.same.entry(stem).or_insert(name);
                }
            }
        }
        reader
    }

    fn stem(&self, language: &str, word: &str) -> String {
        let stemmer = self.stemmers.iter().find(|(known, _)| *known == language);
        stemmer.map_or_else(|| folded(word), |(_, stemmer)| folded(&stemmer.stem(word)))
    }

    /// The words of a text that say what it is about.
    pub fn read(&self, language: &str, text: &str) -> Vec<Word> {
        let small = text.to_lowercase();
        let words = small.split(|sign: char| !sign.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .filter_map(|word| {
                let plain = folded(word);
                if self.empty.binary_search(&plain).is_ok() || plain.chars().count() < 2 {
                    return None;
                }
                let stem = self.stem(language, word);
                let term = match self.same.get(&format!("{language}:{stem}")) {
                    Some(name) => format!("={name}"),
                    None => stem,
                };
                Some(Word { folded: plain, term })
            })
            .collect()
    }
}

/// Without marks above and below letters, as people also type them.
fn folded(word: &str) -> String {
    let plain = |sign: char| match sign {
        'ă' | 'â' | 'ą' | 'á' | 'à' => 'a',
        'î' | 'į' | 'í' => 'i',
        'ș' | 'ş' | 'š' => 's',
        'ț' | 'ţ' => 't',
        'č' | 'ç' => 'c',
        'ę' | 'ė' | 'é' | 'è' => 'e',
        'ų' | 'ū' | 'ú' | 'ü' => 'u',
        'ž' => 'z',
        other => other,
    };
    word.chars().map(plain).collect()
}

/// The parts of a word, four signs each; a shorter word is one part.
pub(super) fn parts(word: &str) -> Vec<String> {
    let signs: Vec<char> = word.chars().collect();
    match signs.len() {
        0..=4 => vec![word.to_owned()],
        _ => signs.windows(4).map(|part| part.iter().collect()).collect(),
    }
}
