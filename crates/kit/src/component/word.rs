//! Small words with a shape: tags, answers, what is withheld, facts, an empty page.
use super::component;
use askama::Template;
use tiltas_domain::{context::Role, known::Answer};
use tiltas_words::{Words, html::Html};

/// Where something was read: a page of the web as a link that tells that page nothing of this one, named by its site; else as it
/// was written. WHY only these two schemes: a link is followed where the reader's own rights are.
pub fn page_read(text: &str) -> Html {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match rest.and_then(|rest| rest.split(['/', '?', '#']).next()) {
        Some(site) if !site.is_empty() && !text.contains(char::is_whitespace) => Html::of(PageRead {
            href: text.to_owned(),
            site: site.trim_start_matches("www.").to_owned(),
        }),
        _ => Html::value(text),
    }
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<a class="read" rel="external noreferrer" href="{{ href }}">{{ site }}</a>"#
)]
struct PageRead {
    href: String,
    site: String,
}
impl askama::filters::HtmlSafe for PageRead {}

/// Who acted: the role and the organisation, never one word twice ("National unit, National unit").
pub fn function(words: &Words, role: Role, organisation: &str) -> String {
    let role = words.say_role(role);
    if organisation.is_empty() {
        return role;
    }
    if organisation.to_lowercase().starts_with(&role.to_lowercase()) {
        return organisation.to_owned();
    }
    words.shell_function(role, organisation)
}

/// A word in a frame.
#[derive(Clone, Debug, Template)]
#[template(source = r#"<span class="{{ class }}">{{ text }}</span>"#, ext = "html")]
pub struct Tag {
    class: &'static str,
    text: String,
}
component!(Tag);

impl Tag {
    /// White on ink: danger now.
    pub fn now(text: impl Into<String>) -> Tag {
        Tag {
            class: "tag now",
            text: text.into(),
        }
    }

    /// A thick frame: tonight, child.
    pub fn strong(text: impl Into<String>) -> Tag {
        Tag {
            class: "tag strong",
            text: text.into(),
        }
    }

    /// A thin frame.
    pub fn plain(text: impl Into<String>) -> Tag {
        Tag {
            class: "tag",
            text: text.into(),
        }
    }

    /// A tinted frame: active, just now.
    pub fn fill(text: impl Into<String>) -> Tag {
        Tag {
            class: "tag fill",
            text: text.into(),
        }
    }

    /// Ours, until the country says otherwise.
    pub fn proposed(words: &Words) -> Tag {
        Tag {
            class: "tag prop",
            text: words.word_proposed(),
        }
    }

    /// From a source that nobody has checked.
    pub fn unsure(words: &Words) -> Tag {
        Tag {
            class: "unsure-tag",
            text: words.word_unsure(),
        }
    }

    /// How soon, by its code (`danger_now`, `tonight`, `ordinary`). A property of the request, never of the person.
    pub fn urgency(words: &Words, code: &str) -> Tag {
        let text = words.say_code("urgency", code);
        match code {
            "danger_now" => Tag::now(text),
            "tonight" => Tag::strong(text),
            _ => Tag::plain(text),
        }
    }
}

/// An answer that is only read: shape and word.
#[derive(Clone, Debug, Template)]
#[template(
    source = r##"<span class="val"><svg class="i" aria-hidden="true"><use href="#{{ icon }}"/></svg> {{ text }}</span>"##,
    ext = "html"
)]
pub struct Said {
    icon: &'static str,
    text: String,
}
component!(Said);

impl Said {
    /// One of the five.
    pub fn new(words: &Words, answer: Answer) -> Said {
        Said {
            icon: icon(answer),
            text: words.say_answer(answer),
        }
    }
}

pub(super) fn icon(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "i-yes",
        Answer::No => "i-no",
        Answer::Unknown => "i-unknown",
        Answer::NotAsked => "i-notasked",
        Answer::Refused => "i-refused",
    }
}

/// A value that is not open: lock, the word, and the rule in plain words. Never a hint of the value.
#[derive(Clone, Debug, Template)]
#[template(
    source = r##"<span class="kept"><b><svg class="i" aria-hidden="true"><use href="#i-lock"/></svg> {{ word }}</b> {{ reason }}</span>"##,
    ext = "html"
)]
pub struct Withheld {
    word: String,
    reason: String,
}
component!(Withheld);

impl Withheld {
    /// Closed for you, by this rule.
    pub fn new(words: &Words, reason: impl Into<String>) -> Withheld {
        Withheld {
            word: words.word_withheld(),
            reason: reason.into(),
        }
    }

    /// You may open it with a reason.
    pub fn sealed(words: &Words, reason: impl Into<String>) -> Withheld {
        Withheld {
            word: words.word_sealed(),
            reason: reason.into(),
        }
    }
}

/// Lines of a name and a value.
#[derive(Clone, Debug, Default, Template)]
#[template(
    source = r#"<dl class="facts">{% for (name, value) in lines %}<dt>{{ name }}</dt><dd>{{ value }}</dd>{% endfor %}</dl>"#,
    ext = "html"
)]
pub struct Facts {
    lines: Vec<(String, Html)>,
}
component!(Facts);

impl Facts {
    /// None yet.
    pub fn new() -> Facts {
        Facts::default()
    }

    /// One more line.
    pub fn line(mut self, name: impl Into<String>, value: impl Into<Html>) -> Facts {
        self.lines.push((name.into(), value.into()));
        self
    }

    /// The two lines that always stand together: the ground with its article, and what the person says about it.
    pub fn ground_and_say(self, words: &Words, ground: impl Into<Html>, say: impl Into<Html>) -> Facts {
        self.line(words.ground_legal(), ground).line(words.ground_say(), say)
    }
}

/// Ground and say, short, under a line.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<span class="gs"><span>{{ ground_name }}: {{ ground }}</span><span>{{ say_name }}: {{ say }}</span></span>"#,
    ext = "html"
)]
pub struct GroundAndSay {
    ground_name: String,
    ground: Html,
    say_name: String,
    say: Html,
}
component!(GroundAndSay);

impl GroundAndSay {
    /// See [`Facts::ground_and_say`].
    pub fn new(words: &Words, ground: impl Into<Html>, say: impl Into<Html>) -> GroundAndSay {
        GroundAndSay {
            ground_name: words.ground_legal(),
            ground: ground.into(),
            say_name: words.ground_say(),
            say: say.into(),
        }
    }
}

/// What stands where a list would: what comes next, and what still is true.
#[derive(Clone, Debug, Template)]
#[template(path = "component/empty.html")]
pub struct Empty {
    title: String,
    text: Html,
    way: Option<(String, String)>,
}
component!(Empty);

impl Empty {
    /// "Nothing waits for you", and what still is true.
    pub fn new(title: impl Into<String>, text: impl Into<Html>) -> Empty {
        Empty {
            title: title.into(),
            text: text.into(),
            way: None,
        }
    }

    /// And where to go.
    pub fn way(mut self, href: impl Into<String>, label: impl Into<String>) -> Empty {
        self.way = Some((href.into(), label.into()));
        self
    }
}
