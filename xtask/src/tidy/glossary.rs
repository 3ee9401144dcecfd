//! The words of the house: `docs/glossary.md` is read by people and by this rule.
use super::Fault;

pub const PATH: &str = "docs/glossary.md";
const RULE: &str = "glossary";

/// What a word is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A noun of the domain: one file or folder in every layer.
    Slice,
    /// A word of the machinery.
    House,
    /// What is done: a file inside a slice's folder.
    Act,
    /// A word of the law or of people, not a file.
    Term,
}

#[derive(Debug)]
struct Word {
    word: String,
    kind: Option<Kind>,
    cells: Vec<String>,
    line: usize,
}

/// The rows `| word | en | ro | lt | source | kind |`.
#[derive(Debug, Default)]
pub struct Glossary(Vec<Word>);

impl Glossary {
    /// Reads every row whose first cell is a word in backticks.
    pub fn parse(text: &str) -> Self {
        let rows = (1..).zip(text.lines()).filter_map(|(line, row)| {
            let cells: Vec<_> = row
                .strip_prefix('|')?
                .trim_end()
                .strip_suffix('|')?
                .split('|')
                .map(|c| c.trim().to_owned())
                .collect();
            let word = cells.first()?.strip_prefix('`')?.strip_suffix('`')?.to_owned();
            let kind = match cells.last()?.as_str() {
                "slice" => Some(Kind::Slice),
                "house" => Some(Kind::House),
                "act" => Some(Kind::Act),
                "term" => Some(Kind::Term),
                _ => None,
            };
            Some(Word {
                word,
                kind,
                cells,
                line,
            })
        });
        Glossary(rows.collect())
    }

    /// What this word is for.
    pub fn kind(&self, word: &str) -> Option<Kind> {
        self.0.iter().find(|known| known.word == word)?.kind
    }

    /// Each row has its six cells; a slice has its word in all three languages.
    pub fn check(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (at, word) in self.0.iter().enumerate() {
            let mut fault = |says: String| faults.push(Fault::new(RULE, PATH, word.line, says));
            if word.cells.len() != 6 || word.kind.is_none() {
                fault(format!(
                    "the row of `{}` can't be read; accepted: word | en | ro | lt | source | slice, house, act or term",
                    word.word
                ));
            } else if word.kind == Some(Kind::Slice) && word.cells.iter().any(String::is_empty) {
                fault(format!(
                    "the slice `{}` lacks a word or its source; accepted: all of en, ro, lt and where they are from",
                    word.word
                ));
            }
            if self.0.iter().take(at).any(|earlier| earlier.word == word.word) {
                fault(format!(
                    "`{}` stands here a second time; accepted: one row a word",
                    word.word
                ));
            }
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_without_its_lithuanian_word_is_named() {
        let good = "| word | en | ro | lt | source | kind |\n|---|---|---|---|---|---|\n| `case` | case | caz | atvejis | x | slice |\n";
        assert!(Glossary::parse(good).check().is_empty());
        assert_eq!(Glossary::parse(good).kind("case"), Some(Kind::Slice));
        for row in [
            "| `risk` | risk | risc | | x | slice |",
            "| `risk` | risk | slice |",
            "| `risk` | a | b | c | d | noun |",
            "| `case` | a | b | c | d | house |",
        ] {
            let faults = Glossary::parse(&format!("{good}{row}\n")).check();
            assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [4], "{row}");
        }
    }
}
