//! What needs another look: the field, a stable code, and the facts that its words use. What was sent is never part of it.
use super::Malformed;
use serde::de::DeserializeOwned;
use serde_json::error::Category;

/// Declares the codes of errors with their list, so that every catalogue can be checked against it.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// What is wrong with a field. Stable, for programs; the words of each stand in the catalogues as `errors-CODE`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code { $($(#[$doc])* $name),+ }

        impl Code {
            /// All of them.
            pub const ALL: &'static [Code] = &[$(Code::$name),+];

            /// As programs know it.
            pub fn code(self) -> &'static str {
                match self { $(Code::$name => $code),+ }
            }
        }
    };
}
codes! {
    /// Nothing stands in it.
    Needed = "needed",
    /// Not one of the list; `codes` tells the list.
    Choose = "choose",
    /// More than `longest` signs.
    Long = "long",
    /// More than `most` of them.
    Many = "many",
    /// The same stands in it twice.
    Twice = "twice",
    /// Signs that can't be seen, or that turn the direction of what follows.
    Hidden = "hidden",
    /// A name without a letter.
    Letter = "letter",
    /// No telephone number.
    Phone = "phone",
    /// No language of ISO 639-1.
    Language = "language",
    /// No country of ISO 3166-1.
    Country = "country",
    /// No function of the organisation that does tasks; `codes` tells which it has.
    Function = "function",
    /// Nobody in that organisation does tasks; `codes` tells in which somebody does.
    Doer = "doer",
    /// No id of this node.
    Id = "id",
    /// No whole number from 0 to `most`.
    Number = "number",
    /// No figure, or one below nothing where none is.
    Figure = "figure",
    /// No number of an item of a plan.
    ItemNumber = "item-number",
    /// No currency of ISO 4217.
    Currency = "currency",
    /// No day, and no time with its zone.
    Day = "day",
    /// No day, month or year.
    Dated = "dated",
    /// The `line` of an agenda is none: day, hour, what, led by whom.
    Agenda = "agenda",
    /// Not whole numbers from 0 to `most` with blanks between them.
    Points = "points",
    /// A day before today; `today` and `meant` help.
    DayPast = "day-past",
    /// No birth date.
    BirthDate = "birth-date",
    /// A birth date that is still to come; `today` tells the last one.
    BirthAhead = "birth-ahead",
    /// No hour, and no time with its zone.
    Hour = "hour",
    /// An hour that is still to come; `now` tells the hour.
    HourAhead = "hour-ahead",
    /// No figure in digits; `line` tells which of them.
    FigureLine = "figure-line",
    /// No recipient, or more than one.
    Recipient = "recipient",
    /// Neither told nor looked at.
    Told = "told",
    /// The years say a child, the class an adult.
    AgeChild = "age-child",
    /// The years say an adult, the class a child.
    AgeAdult = "age-adult",
    /// No such field; `codes` tells which there are.
    Unknown = "unknown",
    /// No such field, and there is none.
    Nothing = "nothing",
    /// It has to be a text.
    KindText = "kind-text",
    /// It has to be a list.
    KindList = "kind-list",
    /// It has to be true or false.
    KindTruth = "kind-truth",
    /// It has to be a number.
    KindNumber = "kind-number",
    /// It has to be an object.
    KindObject = "kind-object",
}

/// A fact that the words of an error use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// A number.
    Number(usize),
    /// Codes, a list.
    Text(String),
    /// A day, told in the reader's language.
    Day(tiltas_domain::Moment),
    /// An hour, told in the reader's language.
    Hour(tiltas_domain::Moment),
}

/// One field that needs another look.
#[derive(Clone, Debug)]
pub struct Wrong {
    /// Where: the name at both doors, a path inside a list or an object: `answers[2].question`.
    pub field: String,
    /// What.
    pub code: Code,
    /// The facts of its words.
    pub facts: Vec<(&'static str, Fact)>,
}

/// What needs another look, in the order of the fields.
#[derive(Clone, Debug, Default)]
pub struct Errors(Vec<Wrong>);

impl Errors {
    /// None so far.
    pub fn new() -> Errors {
        Errors::default()
    }

    /// One field.
    pub fn one(field: &str, code: Code) -> Errors {
        let mut errors = Errors::new();
        errors.add(field, code, Vec::new());
        errors
    }

    /// Notes `field`.
    pub fn add(&mut self, field: &str, code: Code, facts: Vec<(&'static str, Fact)>) {
        self.0.push(Wrong {
            field: field.to_owned(),
            code,
            facts,
        });
    }

    /// The same under other names: a page may have one control for what are several fields.
    pub fn renamed(mut self, name: impl Fn(&str) -> String) -> Errors {
        for wrong in &mut self.0 {
            wrong.field = name(&wrong.field);
        }
        self
    }

    /// Both together.
    pub fn and(mut self, other: Errors) -> Errors {
        self.0.extend(other.0);
        self
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One by one.
    pub fn iter(&self) -> impl Iterator<Item = &Wrong> {
        self.0.iter()
    }
}

/// Reads a JSON object; what serde says is told without a word of what was sent: its own messages quote values.
pub(crate) fn of_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Malformed> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let read = serde_path_to_error::deserialize(&mut reader);
    let read = read.map_err(|error| wrong(&error.path().to_string(), error.inner()))?;
    reader
        .end()
        .map_err(|error| Malformed::Syntax(error.line(), error.column()))?;
    Ok(read)
}

fn wrong(path: &str, error: &serde_json::Error) -> Malformed {
    if error.classify() != Category::Data {
        return Malformed::Syntax(error.line(), error.column());
    }
    let message = error.to_string();
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let mut errors = Errors::new();
    match quoted.split_first() {
        Some((field, [])) if message.starts_with("unknown field") => {
            errors.add(&below(path, field), Code::Nothing, Vec::new());
        }
        Some((field, known)) if message.starts_with("unknown field") => {
            let codes = Fact::Text(known.join(", "));
            errors.add(&below(path, field), Code::Unknown, vec![("codes", codes)]);
        }
        Some((field, _)) if message.starts_with("missing field") => {
            errors.add(&below(path, field), Code::Needed, Vec::new());
        }
        _ => {
            let expected = message.rsplit_once("expected ").map_or("", |(_, expected)| expected);
            let code = match expected.split_whitespace().nth(1).unwrap_or("") {
                "sequence" => Code::KindList,
                "boolean" => Code::KindTruth,
                word if word.starts_with(['u', 'i']) => Code::KindNumber,
                "struct" | "map" => Code::KindObject,
                _ => Code::KindText,
            };
            errors.add(path, code, Vec::new());
        }
    }
    Malformed::Field(errors)
}

/// The path of a field below `path`, which may end with it already; a name that a program made up is cut.
fn below(path: &str, field: &str) -> String {
    let field: String = field.chars().take(64).collect();
    match path {
        "." | "" => field,
        path if path == field || path.ends_with(&format!(".{field}")) => path.to_owned(),
        path => format!("{path}.{field}"),
    }
}
