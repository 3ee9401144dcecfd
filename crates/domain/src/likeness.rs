//! Which texts say much the same: an index in memory over stems and parts of words, in any language that a text stands in. It only
//! proposes; whether two recommendations say the same, a person decides.
//!
//! A text is a vector of its terms, weighed by how rare each is (TF-IDF); words that mean the same in English and Romanian are one
//! term, so that texts meet across languages. Of those that share terms the nearest are compared by parts of words too.
mod word;

use std::{
    cmp::Ordering,
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
};
pub use word::{Reader, Sought};

/// How much the terms count beside the parts of words.
const TERMS: f32 = 0.75;
/// What is left of the likeness of two texts about different themes.
const OTHER_THEME: f32 = 0.8;
/// Whoever is less alike than this is not proposed.
const LEAST: f32 = 0.12;
/// So many of the nearest by terms are compared in full.
const COMPARED: usize = 40;

/// One text in one language: which thing it belongs to, and what that is about.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// The thing, by its place among the things.
    pub thing: usize,
    /// Its theme, as a number.
    pub theme: u32,
    /// Language (ISO 639-1).
    pub language: &'a str,
    /// The words.
    pub text: &'a str,
}

/// A thing that is alike, and how much: 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alike {
    /// Which, by its place among the things.
    pub thing: usize,
    /// How much.
    pub score: f32,
}

/// Numbers of terms with their weights, by number; its length as a vector is 1.
type Vector = Vec<(u32, f32)>;

#[derive(Debug)]
struct Entry {
    thing: usize,
    theme: u32,
    terms: Vector,
    parts: Vector,
}

/// The index over all texts.
#[derive(Debug, Default)]
pub struct Index {
    entries: Vec<Entry>,
    /// Of each term the entries in which it stands, with its weight there.
    found: Vec<Vec<(u32, f32)>>,
    /// Of each thing its entries.
    of: Vec<Vec<u32>>,
}

/// Numbers what is named, and counts in how many texts it stands.
#[derive(Default)]
struct Names<K> {
    numbers: HashMap<K, u32>,
    counts: Vec<u32>,
}

impl<K: Hash + Eq> Names<K> {
    /// How often each stands in one text, by number.
    fn counted(&mut self, all: impl Iterator<Item = K>) -> Vector {
        let mut numbers: Vec<u32> = all
            .map(|name| {
                let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
                *self.numbers.entry(name).or_insert(next)
            })
            .collect();
        numbers.sort_unstable();
        let mut counted: Vector = Vec::new();
        for number in numbers {
            match counted.last_mut() {
                Some((last, times)) if *last == number => *times += 1.0,
                _ => counted.push((number, 1.0)),
            }
        }
        self.counts.resize(self.numbers.len(), 0);
        for (number, _) in &counted {
            if let Some(count) = self.counts.get_mut(*number as usize) {
                *count += 1;
            }
        }
        counted
    }

    /// Weighs a text: what stands in few texts counts more, what stands twice in one hardly more.
    fn weigh(&self, vector: &mut Vector, texts: usize) {
        for (number, weight) in vector.iter_mut() {
            let count = self.counts.get(*number as usize).copied().unwrap_or(1).max(1);
            let rare = (1.0 + texts as f32 / count as f32).ln();
            *weight = (1.0 + weight.ln()) * rare;
        }
        let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        if length > 0.0 {
            vector.iter_mut().for_each(|(_, weight)| *weight /= length);
        }
    }
}

/// How near two vectors are: 0 to 1.
fn nearness(one: &Vector, other: &Vector) -> f32 {
    let (mut ones, mut others) = (one.iter().peekable(), other.iter().peekable());
    let mut sum = 0.0;
    while let (Some((a, x)), Some((b, y))) = (ones.peek(), others.peek()) {
        match a.cmp(b) {
            Ordering::Less => drop(ones.next()),
            Ordering::Greater => drop(others.next()),
            Ordering::Equal => {
                sum += x * y;
                ones.next();
                others.next();
            }
        }
    }
    sum
}

fn numbered(part: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    part.hash(&mut hasher);
    hasher.finish()
}

impl Index {
    /// The index over these texts; things are numbered from 0.
    pub fn of<'a>(all: impl IntoIterator<Item = Said<'a>>) -> Index {
        let reader = Reader::new();
        let (mut terms, mut parts) = (Names::<String>::default(), Names::<u64>::default());
        let mut index = Index::default();
        for said in all {
            let words = reader.read(said.language, said.text);
            let small = words.iter().flat_map(|word| word::parts(&word.folded));
            let entry = Entry {
                thing: said.thing,
                theme: said.theme,
                parts: parts.counted(small.map(|part| numbered(&part))),
                terms: terms.counted(words.into_iter().map(|word| word.term)),
            };
            if index.of.len() <= said.thing {
                index.of.resize(said.thing + 1, Vec::new());
            }
            if let Some(own) = index.of.get_mut(said.thing) {
                own.extend(u32::try_from(index.entries.len()));
            }
            index.entries.push(entry);
        }
        let texts = index.entries.len();
        index.found.resize(terms.counts.len(), Vec::new());
        for (place, entry) in (0..).zip(&mut index.entries) {
            terms.weigh(&mut entry.terms, texts);
            parts.weigh(&mut entry.parts, texts);
            for (number, weight) in &entry.terms {
                if let Some(found) = index.found.get_mut(*number as usize) {
                    found.push((place, *weight));
                }
            }
        }
        index
    }

    /// How many things there are.
    pub fn things(&self) -> usize {
        self.of.len()
    }

    /// The things that are most like this one, at most `most`, the nearest first; those that `skip` names are left out.
    pub fn nearest(&self, thing: usize, most: usize, skip: impl Fn(usize) -> bool) -> Vec<Alike> {
        let mut found: Vec<Alike> = Vec::new();
        let own = self.of.get(thing).into_iter().flatten();
        for entry in own.filter_map(|place| self.entries.get(*place as usize)) {
            for (score, other) in self.sharing(entry, &skip) {
                let parts = nearness(&entry.parts, &other.parts);
                let theme = if entry.theme == other.theme { 1.0 } else { OTHER_THEME };
                let score = (TERMS * score + (1.0 - TERMS) * parts) * theme;
                match found.iter_mut().find(|known| known.thing == other.thing) {
                    Some(known) => known.score = known.score.max(score),
                    None => found.push(Alike {
                        thing: other.thing,
                        score,
                    }),
                }
            }
        }
        found.retain(|alike| alike.score >= LEAST);
        found.sort_by(|one, other| other.score.total_cmp(&one.score).then(one.thing.cmp(&other.thing)));
        found.truncate(most);
        found
    }

    /// The entries of other things that share the most with this one.
    fn sharing(&self, entry: &Entry, skip: impl Fn(usize) -> bool) -> Vec<(f32, &Entry)> {
        let mut scores = vec![0.0_f32; self.entries.len()];
        for (number, weight) in &entry.terms {
            for (place, other) in self.found.get(*number as usize).into_iter().flatten() {
                if let Some(score) = scores.get_mut(*place as usize) {
                    *score += weight * other;
                }
            }
        }
        let mut near: Vec<(f32, &Entry)> = scores
            .into_iter()
            .zip(&self.entries)
            .filter(|(score, other)| *score > 0.0 && other.thing != entry.thing && !skip(other.thing))
            .collect();
        if near.len() > COMPARED {
            near.select_nth_unstable_by(COMPARED, |(one, _), (other, _)| other.total_cmp(one));
            near.truncate(COMPARED);
        }
        near
    }
}
