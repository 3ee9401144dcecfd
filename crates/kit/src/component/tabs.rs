//! What a list can be narrowed to, each with how much stands there; the choice stands in the address.
use super::component;
use askama::Template;
use tiltas_words::Words;

/// One choice.
#[derive(Clone, Debug)]
pub struct Tab {
    /// Where the list narrowed to it stands.
    pub href: String,
    /// Its words.
    pub label: String,
    /// How much there is; `None` where nobody can say it.
    pub count: Option<usize>,
    /// Whether it is shown now.
    pub current: bool,
}

/// All of them.
#[derive(Clone, Debug, Template)]
#[template(path = "component/tabs.html")]
pub struct Tabs {
    label: String,
    /// With the count as it is said.
    tabs: Vec<(Tab, Option<String>)>,
}
component!(Tabs);

impl Tabs {
    /// `label` says what they narrow. Where there are none, nothing is written.
    pub fn new(words: &Words, label: String, tabs: impl IntoIterator<Item = Tab>) -> Tabs {
        let said = |tab: Tab| {
            let count = tab.count.map(|count| so_many(words, count));
            (tab, count)
        };
        Tabs {
            label,
            tabs: tabs.into_iter().map(said).collect(),
        }
    }
}

/// "41", or "more than 1,000".
pub fn so_many(words: &Words, count: usize) -> String {
    match count > tiltas_app::COUNTED {
        true => words.cases_more_than(),
        false => count.to_string(),
    }
}

/// The address of a page, with what was chosen: `name=value`.
pub fn address(path: &str, chosen: impl IntoIterator<Item = String>) -> String {
    let chosen: Vec<String> = chosen.into_iter().collect();
    match chosen.is_empty() {
        true => path.to_owned(),
        false => format!("{path}?{}", chosen.join("&")),
    }
}

/// What may stand in an address as it is, and the rest by its bytes.
pub fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let bytes = text.bytes().map(|byte| match plain(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    });
    bytes.collect()
}
