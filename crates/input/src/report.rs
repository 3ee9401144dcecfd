//! A report of an institution, why it goes back, and which open items a list shows.
use super::{
    At, Errors, Input, Reader,
    error::{Code, Fact},
};
use serde::Deserialize;
use tiltas_domain::{
    period::State,
    report::{Return, Value, Write},
};
use utoipa::{IntoParams, ToSchema};

/// The longest words of a report, in signs.
const WORDS: usize = 8000;
/// The most figures, and the most lines of evidence.
const MOST: usize = 60;

/// A figure that an institution reports.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportValue {
    /// Of what.
    #[schema(required)]
    #[serde(default)]
    pub indicator: String,
    /// The figure, in digits.
    #[schema(required)]
    #[serde(default)]
    pub figure: String,
    /// What is counted by it, and what is not.
    #[schema(required)]
    #[serde(default)]
    pub definition: String,
}

impl ReportValue {
    /// The figures of a text: one a line, its parts with `;` between them.
    pub fn of_lines(text: &str) -> Vec<ReportValue> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines
            .map(|line| {
                let mut parts = line.splitn(3, ';').map(|part| part.trim().to_owned());
                let mut next = || parts.next().unwrap_or_default();
                ReportValue {
                    indicator: next(),
                    figure: next(),
                    definition: next(),
                }
            })
            .collect()
    }
}

/// What was done in the period: the whole report, each time.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "narrative": "Four of seven posts have named an officer for children.",
    "values": [{"indicator": "Posts with an officer", "figure": "4", "definition": "Posts that named one by 30 June, of 7"}],
    "evidence": ["List of 14 August, without names"], "obstacles": "Two posts have no deputy.", "example": true
}))]
pub struct WriteReport {
    /// What was done.
    #[schema(required)]
    #[serde(default)]
    pub narrative: String,
    /// Figures, each with its definition.
    #[serde(default)]
    pub values: Vec<ReportValue>,
    /// What shows it, a line each: an address, the name of a document, a figure.
    #[serde(default)]
    pub evidence: Vec<String>,
    /// What stood in the way.
    pub obstacles: Option<String>,
    /// Invented, to show how it works.
    #[serde(default)]
    pub example: bool,
}

/// Digits, with one point or comma among them.
fn is_figure(text: &str) -> bool {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.len() <= 15 && text.bytes().all(|sign| sign.is_ascii_digit());
    digits(whole) && digits(part)
}

impl Input for WriteReport {
    type Command = Write;

    fn command(&self, at: &At<'_>) -> Result<Write, Errors> {
        let mut read = Reader::new(at);
        let narrative = read.needed_text("narrative", Some(&self.narrative), WORDS);
        let mut values = Vec::new();
        let few = !read.many("values", self.values.len(), MOST);
        for (nth, value) in self.values.iter().enumerate().filter(|_| few) {
            let name = |part: &str| format!("values[{nth}].{part}");
            let indicator = read.title(&name("indicator"), Some(&value.indicator));
            let definition = read.needed_line(&name("definition"), Some(&value.definition));
            let figure = value.figure.trim();
            if !is_figure(figure) {
                read.wrong_by(&name("figure"), Code::FigureLine, "line", Fact::Number(nth + 1));
            }
            values.extend(indicator.zip(definition).map(|(indicator, definition)| Value {
                indicator,
                figure: figure.to_owned(),
                definition,
            }));
        }
        let evidence = read.lines("evidence", &self.evidence, MOST);
        let obstacles = read.text("obstacles", self.obstacles.as_deref(), WORDS);
        read.end(narrative.map(|narrative| Write {
            narrative,
            values,
            evidence,
            obstacles,
            example: self.example,
        }))
    }
}

/// Why a report goes back.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"figure": "Posts with an officer", "reason": "The list names three.", "until": "2027-12-31"}))]
pub struct ReturnReport {
    /// Which figure needs another look, by its name; nothing where it is the words.
    pub figure: Option<String>,
    /// Why.
    #[schema(required)]
    #[serde(default)]
    pub reason: String,
    /// The last day for what is mended.
    #[schema(required)]
    #[serde(default)]
    pub until: String,
}

impl Input for ReturnReport {
    type Command = Return;

    fn command(&self, at: &At<'_>) -> Result<Return, Errors> {
        let mut read = Reader::new(at);
        let figure = read.line("figure", self.figure.as_deref());
        let reason = read.needed_text("reason", Some(&self.reason), WORDS);
        let until = read.needed_day("until", Some(&self.until));
        read.end(reason.zip(until).map(|(reason, until)| Return {
            figure,
            reason,
            until: until.into(),
        }))
    }
}

/// Which open items.
#[derive(Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SelectOpenItems {
    /// Only those of this institution: its id.
    pub addressee: Option<String>,
    /// `yes`: only those that are late.
    pub late: Option<String>,
}

/// An institution, and whether only what is late is meant.
pub type OpenItems = (
    Option<tiltas_domain::Id<tiltas_domain::organisation::Organisation>>,
    bool,
);

impl Input for SelectOpenItems {
    type Command = OpenItems;

    fn command(&self, at: &At<'_>) -> Result<OpenItems, Errors> {
        let mut read = Reader::new(at);
        let addressee = read.id("addressee", self.addressee.as_deref());
        let late = read.tick("late", self.late.as_deref());
        read.end(Some((addressee, late)))
    }
}

/// Which periods.
#[derive(Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SelectPeriods {
    /// Only those that stand so.
    #[param(schema_with = super::schema::one::<State>)]
    pub state: Option<String>,
}

impl Input for SelectPeriods {
    type Command = Option<State>;

    fn command(&self, at: &At<'_>) -> Result<Option<State>, Errors> {
        let mut read = Reader::new(at);
        let state = read.choice("state", self.state.as_deref());
        read.end(Some(state))
    }
}
