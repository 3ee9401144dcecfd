//! The languages of the interface: a row of the table and a folder of catalogues each.

macro_rules! languages { ($($(#[$doc:meta])* $name:ident {
    code: $code:literal, name: $own:literal, direction: $direction:ident, plural: $plural:literal,
    collation: $collation:literal, reviewed: $reviewed:literal
}),+ $(,)?) => {
    /// A language of the interface.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Locale { $($(#[$doc])* $name),+ }

    impl Locale {
        /// In the order in which they are offered.
        pub const ALL: [Locale; [$($code),+].len()] = [$(Locale::$name),+];

        /// What is known of it.
        pub fn row(self) -> Row {
            match self { $(Locale::$name => Row {
                code: $code, name: $own, direction: Direction::$direction, plural: $plural,
                collation: $collation, reviewed: $reviewed,
            }),+ }
        }
    }
} }

languages! {
    /// English, the language in which the words are written first.
    English { code: "en", name: "English", direction: LeftToRight, plural: "en", collation: "en", reviewed: true },
    /// Romanian.
    Romanian { code: "ro", name: "română", direction: LeftToRight, plural: "ro", collation: "ro", reviewed: false },
}

/// What is known of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// As in `lang` attributes, and the folder of its catalogues.
    pub code: &'static str,
    /// What its speakers call it.
    pub name: &'static str,
    /// The direction of its script.
    pub direction: Direction,
    /// Whose plural rules it follows, as Unicode names them.
    pub plural: &'static str,
    /// Whose alphabet sorts its lists, as Unicode names it.
    pub collation: &'static str,
    /// Whether a person who speaks it has read its words. Until then its catalogues say that they are machine-made.
    pub reviewed: bool,
}

/// The direction of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Latin, Cyrillic.
    LeftToRight,
    /// Arabic, Hebrew.
    RightToLeft,
}

impl Direction {
    /// As in `dir` attributes.
    pub fn code(self) -> &'static str {
        match self {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }
}

impl Locale {
    /// As in `lang` attributes and catalogue folders.
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// Whether a person who speaks it has read its words.
    pub fn is_reviewed(self) -> bool {
        self.row().reviewed
    }

    /// What its speakers call it.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The direction of its script, as in `dir` attributes.
    pub fn direction(self) -> &'static str {
        self.row().direction.code()
    }

    /// The locale with this code.
    pub fn from_code(code: &str) -> Option<Locale> {
        Locale::ALL.into_iter().find(|locale| locale.code() == code)
    }

    /// The best answer to `Accept-Language`: highest weight first, then as written. `ro-MD` is Romanian, and so is `mo`.
    pub fn accepted(header: &str) -> Option<Locale> {
        let mut wishes: Vec<(f32, Locale)> = header
            .split(',')
            .filter_map(|wish| {
                let (tag, weight) = wish.split_once(";q=").unwrap_or((wish, "1"));
                let language = tag.trim().split('-').next()?.to_ascii_lowercase();
                let weight: f32 = weight.trim().parse().ok()?;
                let locale = Locale::from_code(if language == "mo" { "ro" } else { &language })?;
                (weight > 0.0).then_some((weight, locale))
            })
            .collect();
        wishes.sort_by(|a, b| b.0.total_cmp(&a.0));
        wishes.first().map(|(_, locale)| *locale)
    }
}
