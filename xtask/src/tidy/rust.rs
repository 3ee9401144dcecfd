//! Enough of Rust's grammar to tell code from text: comments, string and character literals, lifetimes.

/// A source text taken apart.
#[derive(Debug, Default)]
pub struct Source {
    /// The text with comments and the inside of literals blanked; lines stay where they were.
    pub code: String,
    /// Every string literal with the line on which it begins.
    pub literals: Vec<(usize, String)>,
    /// Every comment with the line on which it begins.
    pub comments: Vec<(usize, String)>,
}

impl Source {
    /// Takes a text apart. A text that ends in the middle of something ends there.
    pub fn read(text: &str) -> Self {
        let mut reader = Reader {
            rest: text,
            line: 1,
            source: Source::default(),
        };
        while reader.step() {}
        reader.source
    }

    /// The lines on which this identifier stands as a whole word.
    pub fn lines_with(&self, word: &str) -> Vec<usize> {
        let named = |line: &str| places(line, word).next().is_some();
        (1..)
            .zip(self.code.lines())
            .filter(|(_, line)| named(line))
            .map(|(n, _)| n)
            .collect()
    }
}

/// Where `word` begins in `line`, not as a part of a longer identifier.
pub fn places<'a>(line: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(word)
        .filter(move |(at, _)| !part(line[..*at].chars().next_back()) && !part(line[at + word.len()..].chars().next()))
        .map(|(at, _)| at)
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    source: Source,
}

impl Reader<'_> {
    fn step(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else {
            return false;
        };
        if self.rest.starts_with("//") {
            self.comment(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if self.rest.starts_with("/*") {
            self.comment(comment(self.rest));
        } else if let Some(hashes) = raw(self.rest) {
            let open = self.rest.find('"').map_or(0, |at| at + 1);
            self.literal(open, &format!("\"{}", "#".repeat(hashes)), false);
        } else if first == '"' {
            self.literal(1, "\"", true);
        } else if first == '\'' {
            match character(self.rest) {
                Some(len) => self.blank(len),
                None => self.keep(1),
            }
        } else if first.is_alphanumeric() || first == '_' {
            let word = self.rest.find(|c: char| !c.is_alphanumeric() && c != '_');
            let len = word.unwrap_or(self.rest.len());
            // `b"…"` and `c"…"`: the prefix is kept, the literal follows.
            self.keep(len);
        } else {
            self.keep(first.len_utf8());
        }
        true
    }

    fn literal(&mut self, open: usize, close: &str, escapes: bool) {
        let body = &self.rest[open..];
        let len = if escapes { escaped(body) } else { body.find(close) }.unwrap_or(body.len());
        self.source.literals.push((self.line, body[..len].to_owned()));
        self.source.code.push('"');
        self.blank(open + len);
        self.blank(close.len().min(self.rest.len()));
        self.source.code.push('"');
    }

    fn comment(&mut self, len: usize) {
        self.source.comments.push((self.line, self.rest[..len].to_owned()));
        self.blank(len);
    }

    fn keep(&mut self, len: usize) {
        let (kept, rest) = self.rest.split_at(len);
        self.line += kept.matches('\n').count();
        self.source.code.push_str(kept);
        self.rest = rest;
    }

    fn blank(&mut self, len: usize) {
        let (gone, rest) = self.rest.split_at(len);
        let lines = gone.matches('\n').count();
        self.line += lines;
        self.source.code.push_str(&"\n".repeat(lines));
        self.source.code.push(' ');
        self.rest = rest;
    }
}

/// The length of a block comment, which may hold others.
fn comment(text: &str) -> usize {
    let (mut depth, mut at) = (0usize, 0);
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// How many hashes a raw string that begins here has.
fn raw(text: &str) -> Option<usize> {
    let text = text.strip_prefix('b').or(text.strip_prefix('c')).unwrap_or(text);
    let rest = text.strip_prefix('r')?.trim_start_matches('#');
    rest.starts_with('"').then(|| text.len() - 1 - rest.len())
}

/// Where an ordinary string ends.
fn escaped(body: &str) -> Option<usize> {
    let mut skip = false;
    body.char_indices().find_map(|(at, c)| {
        let ends = c == '"' && !skip;
        skip = c == '\\' && !skip;
        ends.then_some(at)
    })
}

/// The length of a character literal; `None`: it is a lifetime.
fn character(text: &str) -> Option<usize> {
    let mut chars = text.char_indices().skip(1);
    let (_, first) = chars.next()?;
    if first == '\\' {
        chars.next()?;
        return chars.find(|(_, c)| *c == '\'').map(|(at, _)| at + 1);
    }
    chars.next().filter(|(_, c)| *c == '\'').map(|(at, _)| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_texts_are_not_code() {
        let source = Source::read("a // std::fs\n/* std::fs /* deep */ */ b \"std::fs\" c");
        assert!(!source.code.contains("fs"));
        assert!(["a", "b", "c"].iter().all(|word| source.code.contains(word)));
        let comments = [(1, "// std::fs"), (2, "/* std::fs /* deep */ */")];
        assert_eq!(source.comments, comments.map(|(line, text)| (line, text.to_owned())));
    }

    #[test]
    fn a_literal_is_found_on_its_line_whatever_its_kind() {
        let source = Source::read("x(\"one \\\" two\");\ny(r#\"raw \"quoted\"\"#, b\"bytes\");\nz(\"last\")");
        let found: Vec<_> = source
            .literals
            .iter()
            .map(|(line, text)| (*line, text.as_str()))
            .collect();
        assert_eq!(
            found,
            [(1, "one \\\" two"), (2, "raw \"quoted\""), (2, "bytes"), (3, "last")]
        );
    }

    #[test]
    fn a_quote_character_and_a_lifetime_open_no_text() {
        let source = Source::read("f::<'a>('\"', '\\'', 'ž'); g(\"x\")");
        assert_eq!(source.literals, [(1, "x".to_owned())]);
    }

    #[test]
    fn a_word_is_found_whole() {
        let source = Source::read("Instant\nInstantly\nmy_Instant\n\"Instant\"");
        assert_eq!(source.lines_with("Instant"), [1]);
    }
}
