//! A plan: its beginning, its items, its versions, reports on items; and what its tree is narrowed to.
use super::{At, Errors, Input, Reader, error::Code, schema};
use serde::Deserialize;
use tiltas_domain::plan::{
    Amend, Approve, Draft, Enforce, Figure, Indicator, Level, Link, Report, Select, Status, Write, number,
};
use utoipa::{IntoParams, ToSchema};

/// The longest words of a report or a reason, in signs.
const WORDS: usize = 4000;
/// The most institutions of an item, and the most lines of evidence of one report.
const MOST: usize = 60;

/// A plan as it is begun.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"title": "Plan 2026 to 2028", "strategy": "No one is left without an answer", "from": "2026", "until": "2028", "currency": "MDL", "example": true}))]
pub struct DraftPlan {
    /// Its name.
    #[schema(required)]
    #[serde(default)]
    pub title: String,
    /// The strategy that it carries out.
    pub strategy: Option<String>,
    /// From when: a year, a month or a day.
    #[schema(required)]
    #[serde(default)]
    pub from: String,
    /// Until when.
    #[schema(required)]
    #[serde(default)]
    pub until: String,
    /// The currency of its budgets (ISO 4217).
    pub currency: Option<String>,
    /// The act or page in which it stands.
    pub source: Option<String>,
    /// Invented, to show how it works.
    #[serde(default)]
    pub example: bool,
}

impl Input for DraftPlan {
    type Command = Draft;

    fn command(&self, at: &At<'_>) -> Result<Draft, Errors> {
        let mut read = Reader::new(at);
        let title = read.title("title", Some(&self.title));
        let strategy = read.title_if("strategy", self.strategy.as_deref());
        let from = read.needed_dated("from", Some(&self.from));
        let until = read.needed_dated("until", Some(&self.until));
        let currency = read.line("currency", self.currency.as_deref());
        let is_code = |code: &String| code.len() == 3 && code.chars().all(|sign| sign.is_ascii_alphabetic());
        if currency.as_ref().is_some_and(|code| !is_code(code)) {
            read.wrong("currency", Code::Currency);
        }
        let source = read.line("source", self.source.as_deref());
        let all = title.zip(from).zip(until);
        read.end(all.map(|((title, from), until)| Draft {
            title,
            strategy,
            from,
            until,
            currency: currency.map(|code| code.to_uppercase()),
            source,
            example: self.example,
        }))
    }
}

/// An item of a plan.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"level": "objective", "number": "2", "title": "Protection"}))]
pub struct WriteItem {
    /// What kind of item.
    #[schema(required, schema_with = schema::one::<Level>)]
    #[serde(default)]
    pub level: String,
    /// Its number, which says what it stands under: `2.3`.
    #[schema(required)]
    #[serde(default)]
    pub number: String,
    /// In a line.
    #[schema(required)]
    #[serde(default)]
    pub title: String,
    /// Who answers for it, by id.
    #[serde(default)]
    pub responsible: Vec<String>,
    /// Who takes part, by id.
    #[serde(default)]
    pub partners: Vec<String>,
    /// From when.
    pub from: Option<String>,
    /// Until when; nothing where the plan sets no term.
    pub term: Option<String>,
    /// How much money, in the plan's currency.
    pub budget: Option<String>,
    /// Where the money comes from.
    pub fund: Option<String>,
    /// What is counted, and how.
    pub indicator: Option<String>,
    /// In what.
    pub unit: Option<String>,
    /// What it was before.
    pub baseline: Option<String>,
    /// What it is to be.
    pub target: Option<String>,
    /// Where the value comes from.
    pub verified: Option<String>,
}

/// A figure, where one was given.
fn figure(read: &mut Reader<'_>, field: &str, sent: Option<&str>) -> Option<Figure> {
    let found = sent.map(str::trim).filter(|sent| !sent.is_empty())?.parse().ok();
    if found.is_none() {
        read.wrong(field, Code::Figure);
    }
    found
}

impl WriteItem {
    fn indicator(&self, read: &mut Reader<'_>) -> Option<Indicator> {
        let definition = read.title_if("indicator", self.indicator.as_deref());
        let unit = read.line("unit", self.unit.as_deref());
        let baseline = figure(read, "baseline", self.baseline.as_deref());
        let target = figure(read, "target", self.target.as_deref());
        let source = read.line("verified", self.verified.as_deref());
        if definition.is_none() && (unit.is_some() || baseline.is_some() || target.is_some()) {
            read.wrong("indicator", Code::Needed);
        }
        definition.map(|definition| Indicator {
            definition,
            unit,
            baseline,
            target,
            source,
        })
    }
}

impl Input for WriteItem {
    type Command = Write;

    fn command(&self, at: &At<'_>) -> Result<Write, Errors> {
        let mut read = Reader::new(at);
        let level = read.needed::<Level>("level", Some(&self.level));
        let number = read.needed_line("number", Some(&self.number)).and_then(|text| {
            let found = number::read(&text);
            if found.is_none() {
                read.wrong("number", Code::ItemNumber);
            }
            found
        });
        let title = read.title("title", Some(&self.title));
        let responsible = read.ids("responsible", &self.responsible, MOST);
        let partners = read.ids("partners", &self.partners, MOST);
        let (from, term) = (
            read.dated("from", self.from.as_deref()),
            read.dated("term", self.term.as_deref()),
        );
        let budget = figure(&mut read, "budget", self.budget.as_deref());
        if budget.is_some_and(Figure::is_negative) {
            read.wrong("budget", Code::Figure);
        }
        let fund = read.line("fund", self.fund.as_deref());
        let indicator = self.indicator(&mut read);
        let all = level.zip(number).zip(title);
        read.end(all.map(|((level, number), title)| Write {
            level,
            number,
            title,
            responsible,
            partners,
            from,
            term,
            budget,
            fund,
            indicator,
        }))
    }
}

/// That a body approved a version.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"body": "National committee", "on": "2026-08-18", "act": "Decision 4"}))]
pub struct ApprovePlan {
    /// Which body.
    #[schema(required)]
    #[serde(default)]
    pub body: String,
    /// On which day.
    #[schema(required)]
    #[serde(default)]
    pub on: String,
    /// By which act.
    pub act: Option<String>,
}

impl Input for ApprovePlan {
    type Command = Approve;

    fn command(&self, at: &At<'_>) -> Result<Approve, Errors> {
        let mut read = Reader::new(at);
        let body = read.title("body", Some(&self.body));
        let on = read.needed_day("on", Some(&self.on));
        let act = read.title_if("act", self.act.as_deref());
        let on = on.map(Into::into);
        read.end(body.zip(on).map(|(body, on)| Approve { body, on, act }))
    }
}

/// From when a plan is in force.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"on": "2026-08-20"}))]
pub struct EnforcePlan {
    /// From which day.
    #[schema(required)]
    #[serde(default)]
    pub on: String,
}

impl Input for EnforcePlan {
    type Command = Enforce;

    fn command(&self, at: &At<'_>) -> Result<Enforce, Errors> {
        let mut read = Reader::new(at);
        let on = read.needed_day("on", Some(&self.on));
        read.end(on.map(|on| Enforce { on: on.into() }))
    }
}

/// Why the next version is begun.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "Two actions wait for a budget line."}))]
pub struct AmendPlan {
    /// Why.
    #[schema(required)]
    #[serde(default)]
    pub reason: String,
}

impl Input for AmendPlan {
    type Command = Amend;

    fn command(&self, at: &At<'_>) -> Result<Amend, Errors> {
        let mut read = Reader::new(at);
        let reason = read.needed_text("reason", Some(&self.reason), WORDS);
        read.end(reason.map(|reason| Amend { reason }))
    }
}

/// How far an item is.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"status": "under_way", "text": "Three of five districts have agreed.", "value": "3"}))]
pub struct ReportItem {
    /// How far.
    #[schema(required, schema_with = schema::one::<Status>)]
    #[serde(default)]
    pub status: String,
    /// In words.
    #[schema(required)]
    #[serde(default)]
    pub text: String,
    /// The value of its indicator.
    pub value: Option<String>,
    /// What shows it, a line each: an address, the name of a document, a figure with its definition.
    #[serde(default)]
    pub evidence: Vec<String>,
}

impl Input for ReportItem {
    type Command = Report;

    fn command(&self, at: &At<'_>) -> Result<Report, Errors> {
        let mut read = Reader::new(at);
        let status = read.needed("status", Some(&self.status));
        let text = read.needed_text("text", Some(&self.text), WORDS);
        let value = figure(&mut read, "value", self.value.as_deref());
        let evidence = read.lines("evidence", &self.evidence, MOST);
        read.end(status.zip(text).map(|(status, text)| Report {
            status,
            text,
            value,
            evidence,
        }))
    }
}

/// Whether an item carries out a recommendation.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkItem {
    /// Which, by id.
    #[schema(required)]
    #[serde(default)]
    pub recommendation: String,
    /// Whether it no longer does.
    #[serde(default)]
    pub ended: bool,
}

impl Input for LinkItem {
    type Command = Link;

    fn command(&self, at: &At<'_>) -> Result<Link, Errors> {
        let mut read = Reader::new(at);
        let recommendation = read.needed_id("recommendation", Some(&self.recommendation));
        read.end(recommendation.map(|recommendation| Link {
            recommendation,
            linked: !self.ended,
        }))
    }
}

/// Which items.
#[derive(Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SelectItems {
    /// Only those that are so far.
    #[param(schema_with = schema::one::<Status>)]
    pub status: Option<String>,
    /// Only those for which this institution answers: its id.
    pub responsible: Option<String>,
    /// `yes`: only those that are late.
    pub late: Option<String>,
    /// Only those in which these words stand.
    pub text: Option<String>,
    /// Only those under this item: its number.
    pub under: Option<String>,
    /// Those that follow this one: its number.
    pub after: Option<String>,
}

impl Input for SelectItems {
    type Command = Select;

    fn command(&self, at: &At<'_>) -> Result<Select, Errors> {
        let mut read = Reader::new(at);
        let select = Select {
            status: read.choice("status", self.status.as_deref()),
            responsible: read.id("responsible", self.responsible.as_deref()),
            late: read.tick("late", self.late.as_deref()),
            text: read.line("text", self.text.as_deref()),
            under: read.line("under", self.under.as_deref()),
            after: read.line("after", self.after.as_deref()),
        };
        read.end(Some(select))
    }
}
