//! The frame around a page: language, header, navigation, search box, footer. A page's template holds it as `page`.
use crate::{assets, forms::Errors, navigation};
use std::ops::Deref;
use tiltas_domain::context::Role;
use tiltas_words::{
    Locale, Words,
    html::{Html, escaped},
};

/// Light or dark, when a person chose; otherwise the device decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// As in `data-theme`.
    pub fn code(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme with this code.
    pub fn from_code(code: &str) -> Option<Theme> {
        [Theme::Light, Theme::Dark]
            .into_iter()
            .find(|theme| theme.code() == code)
    }
}

/// The search box in the header.
#[derive(Clone, Debug)]
pub struct Search {
    /// Where it is sent.
    pub action: &'static str,
    /// What it takes.
    pub label: String,
    /// The same in a few words.
    pub short: String,
}

/// One destination in the header.
#[derive(Clone, Debug)]
pub struct Item {
    /// Where it leads.
    pub href: &'static str,
    /// What it is called.
    pub label: String,
    /// How many things wait there.
    pub count: Option<u32>,
    /// Whether the page lies below it: the pier under the deck.
    pub current: bool,
}

/// What every page shows around its own matter. Made by [`crate::Visit::page`].
#[derive(Clone, Debug)]
pub struct Page {
    /// The reader's words.
    pub words: Words,
    /// The kind of page, never which case: titles reach task bars, histories and beamers.
    pub title: String,
    /// How many answers need another look; the title begins with it.
    pub errors: usize,
    /// The role's destinations.
    pub items: Vec<Item>,
    /// The search box, where the role has one.
    pub search: Option<Search>,
    /// Who is signed in, by name, or that nobody is.
    pub name: String,
    /// For which organisation; the name tells the function.
    pub function: String,
    /// The role's first page.
    pub home: &'static str,
    /// The person's own choice of colours.
    pub theme: Option<Theme>,
    /// Whether everything here is invented.
    pub demo: bool,
    /// Masked anew in each answer; see [`Page::hidden`].
    pub token: String,
    /// Where this page is, to come back to after a choice of language.
    pub path: String,
    /// The number to ring in danger, and the node's duty phone.
    pub danger: Html,
    /// Facts of the node, in the footer.
    pub facts: Vec<String>,
    /// Where this page's version is told, and which one it is.
    pub news: Option<(String, String)>,
    /// One quiet line of what was just done.
    pub done: Option<String>,
    /// What stands on paper in place of a page that may name a file, in each language: how a copy is made that is noted.
    pub unprinted: Vec<(Locale, String)>,
    /// In field screens: when it was saved.
    pub saved: String,
    pub role: Option<Role>,
}

impl Page {
    /// Marks the page as one with errors, so that its title begins with their number.
    pub fn with_errors(mut self, errors: &Errors) -> Page {
        self.errors = errors.len();
        self
    }

    /// The page asks `path` every four seconds for its version (see [`crate::news`]) and refreshes what is marked `data-live`.
    pub fn with_news(mut self, path: &str, version: impl ToString) -> Page {
        self.news = Some((path.to_owned(), version.to_string()));
        self
    }

    /// The page is the copy itself, and is noted: it stands on paper as it is.
    pub fn printed(self) -> Page {
        Page {
            unprinted: Vec::new(),
            ..self
        }
    }

    /// One quiet line of what was done.
    pub fn with_done(mut self, done: impl Into<String>) -> Page {
        self.done = Some(done.into());
        self
    }

    /// How many things wait at a destination: the ring beside its name.
    pub fn with_waiting(mut self, href: &str, count: u32) -> Page {
        for item in &mut self.items {
            if item.href == href {
                item.count = (count > 0).then_some(count);
            }
        }
        self
    }

    /// "2 answers need another look. Consent: Tiltas".
    pub fn title_text(&self) -> String {
        if self.errors == 0 {
            return format!("{}: Tiltas", self.title);
        }
        let errors = self.words.errors_title(self.errors);
        format!("{errors}. {}: Tiltas", self.title)
    }

    /// What every form that changes something holds: the token.
    pub fn hidden(&self) -> Html {
        Html::trusted(format!(
            "<input type=\"hidden\" name=\"token\" value=\"{}\">",
            self.token
        ))
    }

    /// The token, and the key by which a second press of the button is recognised. Draw the key once per form shown: the
    /// page that shows it again after an error passes the key that was sent.
    pub fn hidden_with_key(&self, key: &str) -> Html {
        Html::trusted(format!(
            "{}<input type=\"hidden\" name=\"key\" value=\"{}\">",
            self.hidden(),
            escaped(key)
        ))
    }

    /// The same with the version of the thing that the form was drawn from.
    pub fn hidden_drawn(&self, key: &str, drawn: Option<i64>) -> Html {
        let known = self.hidden_with_key(key);
        let field = |drawn| format!("{known}<input type=\"hidden\" name=\"drawn\" value=\"{drawn}\">");
        drawn.map_or_else(|| known.clone(), |drawn| Html::trusted(field(drawn)))
    }

    /// The address of the style sheet.
    pub fn style(&self) -> String {
        assets::address("style.css")
    }

    /// The address of the picture that browsers show beside the title.
    pub fn icon(&self) -> String {
        assets::address("icon.svg")
    }

    /// Whether somebody is signed in, and may sign out.
    pub fn signed_in(&self) -> bool {
        self.role.is_some()
    }

    /// The IANA name of the zone in which hours are told.
    pub fn zone_name(&self) -> &str {
        self.words.zone().iana_name().unwrap_or("UTC")
    }

    /// The address of the script.
    pub fn script(&self) -> String {
        assets::address("tiltas.js")
    }

    /// The lines under one's name.
    pub fn menu(&self) -> Vec<(&'static str, String)> {
        navigation::menu(&self.words, self.role, self.demo)
    }

    /// Whether nobody who speaks the language of the page has confirmed its words.
    pub fn unconfirmed(&self) -> bool {
        !self.words.locale().is_reviewed()
    }

    /// The languages that this page is not in.
    pub fn other_languages(&self) -> Vec<Locale> {
        Locale::ALL
            .into_iter()
            .filter(|locale| *locale != self.words.locale())
            .collect()
    }
}

/// A page says what its words say: `page.shell_find()`.
impl Deref for Page {
    type Target = Words;
    fn deref(&self) -> &Words {
        &self.words
    }
}
