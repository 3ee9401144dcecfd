//! Text that is already HTML. Everything else is escaped by the templates.
use askama::filters::HtmlSafe;
use std::fmt;

/// A piece of a page: escaped text, or the markup of components.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Any component, or several written one after the other.
    pub fn of(part: impl HtmlSafe) -> Html {
        Html(part.to_string())
    }

    /// Words of a catalogue that hold markup; their arguments were escaped.
    pub fn trusted(text: String) -> Html {
        Html(text)
    }

    /// This, a space, and that.
    pub fn and(mut self, part: impl Into<Html>) -> Html {
        if !self.0.is_empty() {
            self.0.push(' ');
        }
        self.0.push_str(&part.into().0);
        self
    }

    /// This; that. A sentence that ended stays ended.
    pub fn then(mut self, part: impl Into<Html>) -> Html {
        if !self.0.is_empty() {
            self.0.push_str(if self.0.ends_with('.') { " " } else { "; " });
        }
        self.0.push_str(&part.into().0);
        self
    }

    /// What a person typed or told: it runs in the direction of its own script, and its lines stay lines.
    pub fn value(text: &str) -> Html {
        Html(format!("<bdi class=\"value\">{}</bdi>", escaped(text)))
    }

    /// In thick letters.
    pub fn bold(text: &str) -> Html {
        Html(format!("<b>{}</b>", escaped(text)))
    }

    /// A field that nobody sees.
    pub fn hidden(name: &str, value: &str) -> Html {
        Html(format!(
            "<input type=\"hidden\" name=\"{}\" value=\"{}\">",
            escaped(name),
            escaped(value)
        ))
    }

    /// A link. The address is one of ours and begins with `/` or `#`.
    pub fn link(href: &str, text: &str) -> Html {
        Html(format!("<a href=\"{}\">{}</a>", escaped(href), escaped(text)))
    }

    /// A telephone number that can be tapped. It never breaks over two lines.
    pub fn phone(number: &str) -> Html {
        let dialled: String = number
            .chars()
            .filter(|sign| sign.is_ascii_digit() || *sign == '+')
            .collect();
        Html(format!(
            "<a class=\"tel\" href=\"tel:{dialled}\">{}</a>",
            escaped(&number.replace(' ', "\u{a0}"))
        ))
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Html {}

impl From<&str> for Html {
    fn from(text: &str) -> Html {
        Html(escaped(text))
    }
}

impl From<String> for Html {
    fn from(text: String) -> Html {
        match is_plain(&text) {
            true => Html(text),
            false => Html(escaped(&text)),
        }
    }
}

/// For text and for quoted attributes.
pub fn escaped(text: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.bytes().position(is_markup) {
        let (plain, marked) = rest.split_at(at);
        let (sign, after) = marked.split_at(1);
        out.push_str(plain);
        out.push_str(match sign {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            "\"" => "&quot;",
            _ => "&#39;",
        });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Whether nothing of it is to be escaped.
pub(crate) fn is_plain(text: &str) -> bool {
    !text.bytes().any(is_markup)
}

/// Whether a sign means something in markup. All that do are of one byte.
fn is_markup(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_can_be_tapped_and_nothing_but_digits_is_dialled() {
        assert_eq!(
            Html::phone("+373 22 000-112\"<b>").to_string(),
            "<a class=\"tel\" href=\"tel:+37322000112\">+373\u{a0}22\u{a0}000-112&quot;&lt;b&gt;</a>"
        );
    }

    #[test]
    fn what_a_person_typed_never_becomes_markup() {
        assert_eq!(
            Html::from("Vera <b> & \"co\"").to_string(),
            "Vera &lt;b&gt; &amp; &quot;co&quot;"
        );
        assert_eq!(
            Html::value("<i>\ntwo").to_string(),
            "<bdi class=\"value\">&lt;i&gt;\ntwo</bdi>"
        );
        assert_eq!(Html::bold("<i>").and("a<b").to_string(), "<b>&lt;i&gt;</b> a&lt;b");
    }
}
