//! A plan by the terms of its items, and by its money.
use super::{id, light, people, term};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_app::plan::tree::{self, Branch, Shown, Tree};
use tiltas_domain::plan::{Figure, Level, Select, number};
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

/// What the amounts under a name come to.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Total {
    /// None is given.
    NotGiven,
    /// So much.
    Given(Figure),
    /// More than a figure holds: no part of it is told as if it were all.
    TooLarge,
}

impl Total {
    fn with(self, amount: Figure) -> Total {
        match self {
            Total::NotGiven => Total::Given(amount),
            Total::Given(known) => known.plus(amount).map_or(Total::TooLarge, Total::Given),
            Total::TooLarge => Total::TooLarge,
        }
    }
}

/// Sums by name, in the order in which the names come: a blank amount adds nothing, and is counted apart.
#[derive(Default)]
struct Sums(Vec<(String, Total, usize)>);

impl Sums {
    fn add(&mut self, name: String, amount: Option<Figure>) {
        let place = self.0.iter().position(|(known, ..)| *known == name).unwrap_or_else(|| {
            self.0.push((name, Total::NotGiven, 0));
            self.0.len() - 1
        });
        let Some((_, total, without)) = self.0.get_mut(place) else {
            return;
        };
        match amount {
            Some(amount) => *total = total.with(amount),
            None => *without += 1,
        }
    }

    fn rows(self, words: &Words, currency: &str) -> Vec<Sum> {
        let row = |(name, total, without): (String, Total, usize)| Sum {
            name,
            amount: match total {
                Total::Given(sum) => format!("{sum} {currency}").trim_end().to_owned(),
                Total::NotGiven => words.plan_item_not_given(),
                Total::TooLarge => words.plan_sum_too_large(),
            },
            without,
        };
        self.0.into_iter().map(row).collect()
    }
}

/// Whether the amount of an action is told by its sub-actions: all of them give one. Where some do, the action's own is the whole.
fn is_split(action: &Shown, parts: &[&Shown]) -> bool {
    let mut parts = parts.iter().filter(|part| is_part(part, action)).peekable();
    parts.peek().is_some() && parts.all(|part| part.item.said.budget.is_some())
}

fn is_part(one: &Shown, of: &Shown) -> bool {
    number::above(&one.item.said.number) == Some(&of.item.said.number)
}

/// The sums by objective and by source. Each amount is added once: what stands above is added where what stands under it does not
/// tell it.
fn sums(branches: &[Branch], no_fund: &str) -> (Sums, Sums) {
    let (mut objectives, mut funds) = (Sums::default(), Sums::default());
    for branch in branches {
        let top = &branch.top.item.said;
        let name = format!("{} {}", top.number, top.title);
        let mut add = |shown: &Shown| {
            let said = &shown.item.said;
            objectives.add(name.clone(), said.budget);
            if said.budget.is_some() {
                funds.add(said.fund.clone().unwrap_or_else(|| no_fund.to_owned()), said.budget);
            }
        };
        let all = branches
            .iter()
            .flat_map(|branch| [&branch.top].into_iter().chain(&branch.below));
        let mut below = all.filter(|shown| number::is_under(&shown.item.said.number, &top.number));
        if top.budget.is_some() && !below.any(|shown| shown.item.said.budget.is_some()) {
            add(&branch.top);
        }
        let (actions, parts): (Vec<&Shown>, Vec<&Shown>) = branch
            .below
            .iter()
            .partition(|shown| shown.item.said.level == Level::Action);
        for action in actions {
            let split = is_split(action, &parts);
            if !split {
                add(action);
            }
            if split || action.item.said.budget.is_none() {
                let own = parts.iter().filter(|part| is_part(part, action));
                own.for_each(|part| add(part));
            }
        }
    }
    (objectives, funds)
}

/// The money: by objective and by source.
pub async fn budget(visit: Visit, Path(which): Path<String>) -> Result<Response, Failure> {
    let tree = load(&visit, &which).await?;
    let words = &visit.words;
    let (objectives, funds) = sums(&tree.branches, &words.plan_fund_none());
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

#[cfg(test)]
mod tests {
    use super::*;
    use tiltas_app::plan::tree::Counts;
    use tiltas_domain::{
        example,
        plan::{Item, Said},
    };

    fn shown(level: Level, number: &str, budget: &str) -> Shown {
        let said = Said {
            level,
            number: number.to_owned(),
            title: "Protection".to_owned(),
            responsible: Vec::new(),
            partners: Vec::new(),
            from: None,
            term: None,
            budget: budget.parse().ok(),
            fund: None,
            indicator: None,
        };
        Shown {
            item: Item::new(example::id(1), said, 1, None),
            responsible: Vec::new(),
            late: None,
            new: false,
        }
    }

    fn branch(level: Level, number: &str, budget: &str, below: &[(&str, &str)]) -> Branch {
        let level_of = |number: &str| match number.matches('.').count() {
            0 | 1 => Level::Action,
            _ => Level::SubAction,
        };
        let below = below.iter();
        Branch {
            top: shown(level, number, budget),
            counts: Counts::default(),
            below: below
                .map(|(number, budget)| shown(level_of(number), number, budget))
                .collect(),
        }
    }

    fn totals(branches: &[Branch]) -> (Vec<(Total, usize)>, Vec<Total>) {
        let (objectives, funds) = sums(branches, "none");
        let objectives = objectives.0.into_iter().map(|(_, total, without)| (total, without));
        (
            objectives.collect(),
            funds.0.into_iter().map(|(_, total, _)| total).collect(),
        )
    }

    fn given(amount: &str) -> Total {
        Total::Given(amount.parse().expect("a figure"))
    }

    #[test]
    fn each_amount_is_added_once_and_none_is_left_out() {
        let objective = |below: &[(&str, &str)]| totals(&[branch(Level::Objective, "1", "900", below)]);
        assert_eq!(objective(&[("1.1", "")]), (vec![(given("900"), 1)], vec![given("900")]));
        assert_eq!(
            objective(&[("1.1", "200"), ("1.2", "")]),
            (vec![(given("200"), 1)], vec![given("200")]),
            "below it some give one"
        );
        let all = [("1.1", "500"), ("1.1.1", "200"), ("1.1.2", "300")];
        assert_eq!(objective(&all), (vec![(given("500"), 0)], vec![given("500")]));
        let some = [("1.1", "500"), ("1.1.1", "200"), ("1.1.2", "")];
        assert_eq!(
            objective(&some),
            (vec![(given("500"), 0)], vec![given("500")]),
            "the action's own is the whole"
        );
        let parts = [("1.1", ""), ("1.1.1", "200"), ("1.1.2", "")];
        assert_eq!(objective(&parts), (vec![(given("200"), 2)], vec![given("200")]));
    }

    #[test]
    fn a_strategy_and_its_objectives_are_not_added_together() {
        let tree = [
            branch(Level::Strategy, "1", "900", &[]),
            branch(Level::Objective, "1.1", "400", &[]),
        ];
        assert_eq!(totals(&tree), (vec![(given("400"), 0)], vec![given("400")]));
    }

    #[test]
    fn a_sum_that_no_figure_holds_is_told_as_such() {
        let most = "9000000000000";
        let below: Vec<(String, &str)> = (1..=2000).map(|nth| (format!("1.{nth}"), most)).collect();
        let below: Vec<(&str, &str)> = below.iter().map(|(number, most)| (number.as_str(), *most)).collect();
        let (objectives, funds) = totals(&[branch(Level::Objective, "1", "", &below)]);
        assert_eq!((objectives, funds), (vec![(Total::TooLarge, 0)], vec![Total::TooLarge]));
    }
}
