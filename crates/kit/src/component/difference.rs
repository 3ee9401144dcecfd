//! How a text changed, word by word: what was added is underlined on a tint, what was removed is struck through, and hidden words
//! say it to those who do not see it.
use askama::Template;
use similar::{ChangeTag, TextDiff};
use tiltas_words::{Html, Words};

/// One stretch of a text.
struct Piece {
    tag: ChangeTag,
    text: String,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% for piece in pieces %}{% match piece.tag %}{% when ChangeTag::Equal %}{{ piece.text }}{% when ChangeTag::Insert %}<ins><span class="vh">[{{ words.recommendation_added() }} </span>{{ piece.text }}<span class="vh">]</span></ins>{% when ChangeTag::Delete %}<del><span class="vh">[{{ words.recommendation_removed() }} </span>{{ piece.text }}<span class="vh">]</span></del>{% endmatch %}{% endfor %}"#
)]
struct Difference<'w> {
    words: &'w Words,
    pieces: Vec<Piece>,
}

impl askama::filters::HtmlSafe for Difference<'_> {}

/// The second text, with what it changes of the first.
pub fn difference(words: &Words, first: &str, second: &str) -> Html {
    let diff = TextDiff::from_words(first, second);
    let mut pieces: Vec<Piece> = Vec::new();
    for change in diff.iter_all_changes() {
        match pieces.last_mut() {
            Some(last) if last.tag == change.tag() => last.text.push_str(change.value()),
            _ => pieces.push(Piece {
                tag: change.tag(),
                text: change.value().to_owned(),
            }),
        }
    }
    Html::of(Difference { words, pieces })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;
    use tiltas_words::Locale;

    #[test]
    fn a_change_is_said_and_not_only_drawn_and_no_text_is_markup() {
        let words = Words::new(Locale::English, TimeZone::UTC);
        let shown = difference(&words, "buy services for victims", "buy <b>good</b> services").to_string();
        let said = |what: &str, text: &str| format!("<{what}><span class=\"vh\">[{text}");
        assert!(shown.starts_with("buy "), "{shown}");
        assert!(
            shown.contains(&said("ins", "added:")) && shown.contains(&said("del", "removed:")),
            "{shown}"
        );
        assert!(!shown.contains("<b>"), "{shown}");
        assert_eq!(difference(&words, "the same", "the same").to_string(), "the same");
    }
}
