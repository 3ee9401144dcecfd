//! A plan by the terms of its items, and by its money.
use super::{id, light, people, term};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_app::plan::tree::{self, Shown, Tree};
use tiltas_domain::plan::{Figure, Level, Select};
use tiltas_kit::{
    Failure, Page, Visit,
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

/// So many rows stand on a page.
const PAGE: usize = 60;

struct Row {
    href: String,
    term: String,
    number: String,
    title: String,
    responsible: String,
    light: Html,
}

#[derive(Template)]
#[template(path = "plan/terms.html")]
struct TermsPage {
    page: Page,
    plan: (String, String),
    example: bool,
    rows: Vec<Row>,
    next: Option<String>,
}

async fn load(visit: &Visit, which: &str) -> Result<Tree, Failure> {
    let (context, which) = (visit.reading()?, id(which)?);
    visit
        .run(move |app| tree::tree(app, &context, which, &Select::default()))
        .await
}

/// The terms, the nearest first; what is done stands among them.
pub async fn page(visit: Visit, Path(which): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let tree = load(&visit, &which).await?;
    let words = &visit.words;
    let mut all: Vec<&Shown> = tree.branches.iter().flat_map(|branch| &branch.below).collect();
    all.retain(|shown| shown.item.said.term.is_some());
    all.sort_by_key(|shown| shown.item.said.term);
    let from: usize = asked
        .given("from")
        .and_then(|from| from.parse().ok())
        .unwrap_or_default();
    let href = format!("/plans/{}", tree.id);
    let row = |shown: &&Shown| Row {
        href: format!("{href}/items/{}", shown.item.id),
        term: term(words, &shown.item),
        number: shown.item.said.number.clone(),
        title: shown.item.said.title.clone(),
        responsible: people(words, &shown.responsible),
        light: light(words, &shown.item, shown.late),
    };
    let next = from.saturating_add(PAGE);
    show(&TermsPage {
        page: visit.page(&words.plan_terms_title()),
        rows: all.iter().skip(from).take(PAGE).map(row).collect(),
        next: (next < all.len()).then(|| format!("{href}/terms?from={next}")),
        plan: (href, tree.of.first.title.clone()),
        example: tree.of.first.example,
    })
}

struct Sum {
    name: String,
    amount: String,
    without: usize,
}

#[derive(Template)]
#[template(path = "plan/budget.html")]
struct BudgetPage {
    page: Page,
    plan: (String, String),
    example: bool,
    none: bool,
    tables: [(String, Vec<Sum>); 2],
}

/// Sums by name, in the order in which the names come: a blank amount adds nothing, and is counted apart.
#[derive(Default)]
struct Sums(Vec<(String, Option<Figure>, usize)>);

impl Sums {
    fn add(&mut self, name: String, amount: Option<Figure>) {
        let place = self.0.iter().position(|(known, ..)| *known == name).unwrap_or_else(|| {
            self.0.push((name, None, 0));
            self.0.len() - 1
        });
        let Some((_, sum, without)) = self.0.get_mut(place) else {
            return;
        };
        match (amount, *sum) {
            (Some(amount), Some(known)) => *sum = known.plus(amount),
            (Some(amount), None) => *sum = Some(amount),
            (None, _) => *without += 1,
        }
    }

    fn rows(self, words: &Words, currency: &str) -> Vec<Sum> {
        let row = |(name, sum, without): (String, Option<Figure>, usize)| Sum {
            name,
            amount: match sum {
                Some(sum) => format!("{sum} {currency}").trim_end().to_owned(),
                None => words.plan_item_not_given(),
            },
            without,
        };
        self.0.into_iter().map(row).collect()
    }
}

/// The money: by objective and by source. Only what is written in no other item's sum is added: an action with sub-actions that give
/// amounts is their sum already.
pub async fn budget(visit: Visit, Path(which): Path<String>) -> Result<Response, Failure> {
    let tree = load(&visit, &which).await?;
    let words = &visit.words;
    let (mut objectives, mut funds) = (Sums::default(), Sums::default());
    for branch in &tree.branches {
        let name = format!("{} {}", branch.top.item.said.number, branch.top.item.said.title);
        for shown in &branch.below {
            let said = &shown.item.said;
            let parts = |other: &&Shown| {
                let above = tiltas_domain::plan::number::above(&other.item.said.number);
                above == Some(&said.number) && other.item.said.budget.is_some()
            };
            if said.level == Level::Action && branch.below.iter().any(|other| parts(&other)) {
                continue;
            }
            objectives.add(name.clone(), said.budget);
            if said.budget.is_some() {
                funds.add(said.fund.clone().unwrap_or_else(|| words.plan_fund_none()), said.budget);
            }
        }
    }
    let currency = tree.of.first.currency.clone().unwrap_or_default();
    show(&BudgetPage {
        page: visit.page(&words.plan_budget_title()),
        plan: (format!("/plans/{}", tree.id), tree.of.first.title.clone()),
        example: tree.of.first.example,
        none: funds.0.is_empty(),
        tables: [
            (
                words.say_plan_level(Level::Objective),
                objectives.rows(words, &currency),
            ),
            (words.plan_fund(), funds.rows(words, &currency)),
        ],
    })
}
