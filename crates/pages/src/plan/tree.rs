//! One plan as a tree: what is late always stands there, the rest is folded, and a branch is a page of its own.
use super::{id, indicator, light, people, term, version};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_access::Action;
use tiltas_app::plan::tree::{self, Branch, Shown, Tree};
use tiltas_domain::plan::{Level, Select, Status, number};
use tiltas_input::{Input, of_form, plan::SelectItems};
use tiltas_kit::{
    Failure, Fields, Page, Visit,
    component::{
        Choice, Choices, Facts, Text,
        tabs::{address, encoded},
    },
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

/// So many rows stand on the page of a plan, and so many of one branch on it; the late first.
const ROOM: usize = 40;
const OPEN: usize = 5;
/// Up to so many actions a plan is small: some of each branch stand on its page, late or not.
const SMALL: usize = 80;
/// So many rows stand on the page of a branch or of what was found.
const PAGE: usize = 60;
/// So many institutions stand on the page of a plan.
const INSTITUTIONS: usize = 40;

/// What narrows the tree, by its name in the address.
const FILTERS: [&str; 5] = ["status", "responsible", "late", "text", "under"];

struct Row {
    href: String,
    light: Html,
    number: String,
    title: String,
    new: bool,
    responsible: String,
    term: String,
    indicator: String,
}

struct Folded {
    is_root: bool,
    open: bool,
    href: String,
    kind: String,
    number: String,
    title: String,
    counts: String,
    rows: Vec<Row>,
    more: Option<(String, String)>,
}

struct Counted {
    href: String,
    name: String,
    counts: tree::Counts,
}

#[derive(Template)]
#[template(path = "plan/tree.html")]
struct TreePage {
    page: Page,
    title: String,
    href: String,
    example: bool,
    version: String,
    counts: String,
    late: usize,
    late_words: String,
    empty: bool,
    may_write: Option<String>,
    /// Where tables are brought, for whoever brings them.
    imports: Option<String>,
    ways: Vec<(String, String)>,
    filters: Vec<Html>,
    narrowed: Option<String>,
    strategy: Option<String>,
    branches: Vec<Folded>,
    next: Option<String>,
    institutions: Vec<Counted>,
    all: tree::Counts,
    about: Facts,
    table: String,
    book: String,
}

/// What is asked for. What can't be read narrows nothing.
pub(super) fn select(visit: &Visit, asked: &Fields) -> Select {
    let sent = of_form::<SelectItems>(asked);
    sent.and_then(|sent| sent.command(&visit.at())).unwrap_or_default()
}

/// The address with these choices and another one in the place of its own.
fn with(path: &str, asked: &Fields, changed: &[(&str, Option<&str>)]) -> String {
    let kept = FILTERS.iter().chain(&["after"]).filter_map(|name| {
        let value = match changed.iter().find(|(known, _)| known == name) {
            Some((_, value)) => *value,
            None if *name == "after" => None,
            None => asked.given(name),
        };
        value.map(|value| format!("{name}={}", encoded(value)))
    });
    address(path, kept)
}

/// The page.
pub async fn page(visit: Visit, Path(which): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, which, chosen) = (visit.reading()?, id(&which)?, select(&visit, &asked));
    let narrow = chosen.clone();
    let tree = visit.run(move |app| tree::tree(app, &context, which, &narrow)).await?;
    let words = &visit.words;
    let page = visit.page(&words.plan_title());
    let page = match asked.given("done").and_then(|done| super::act::done(words, done)) {
        Some(done) => page.with_done(done),
        None => page,
    };
    let imports = visit
        .may(Action::WritePlan)
        .then(|| format!("/plans/{}/imports", tree.id));
    show(&TreePage {
        imports,
        ..drawn(words, page, &tree, &asked, &chosen)
    })
}

fn drawn(words: &Words, page: Page, tree: &Tree, asked: &Fields, chosen: &Select) -> TreePage {
    let (of, href) = (&tree.of, format!("/plans/{}", tree.id));
    let here = |changed: &[(&str, Option<&str>)]| with(&href, asked, changed);
    let (branches, next) = match chosen.is_narrow() {
        true => found(words, tree, &href, chosen),
        false => (folded(words, tree, &href), None),
    };
    let counted = |(who, name, counts): &(_, String, tree::Counts)| Counted {
        href: format!("{href}?responsible={who}"),
        name: name.clone(),
        counts: *counts,
    };
    TreePage {
        title: of.first.title.clone(),
        example: of.first.example,
        version: version(words, of),
        counts: format!(
            "{} {}. {}.",
            words.plan_counts(tree.counts.actions),
            words.plan_objectives(tree.objectives),
            words.plan_counts_done(tree.counts.done)
        ),
        late: tree.counts.late,
        late_words: words.plan_counts_late(tree.counts.late),
        empty: tree.counts.actions == 0 && tree.branches.is_empty() && !chosen.is_narrow(),
        imports: None,
        may_write: (tree.may.contains(&tiltas_app::Act::AddItem)).then(|| format!("{href}/item")),
        ways: super::act::ways(words, tree),
        filters: filters(words, asked, tree),
        narrowed: chosen.is_narrow().then(|| words.plan_found(tree.found)),
        strategy: of.first.strategy.clone(),
        branches,
        next: next.map(|next| here(&[("after", Some(&next))])),
        institutions: tree.institutions.iter().take(INSTITUTIONS).map(counted).collect(),
        all: tree.counts,
        about: about(words, tree),
        table: with(&format!("{href}/items.csv"), asked, &[]),
        book: with(&format!("{href}/items.xlsx"), asked, &[]),
        href,
        page,
    }
}

fn row(words: &Words, href: &str, shown: &Shown) -> Row {
    Row {
        href: format!("{href}/items/{}", shown.item.id),
        light: light(words, &shown.item, shown.late),
        number: shown.item.said.number.clone(),
        title: shown.item.said.title.clone(),
        new: shown.new,
        responsible: people(words, &shown.responsible),
        term: term(words, &shown.item),
        indicator: indicator(words, &shown.item),
    }
}

fn branch(words: &Words, href: &str, of: &Branch, rows: Vec<Row>, more: Option<(String, String)>) -> Folded {
    let said = &of.top.item.said;
    let counts = of.counts;
    let mut told = vec![words.plan_counts(counts.actions), words.plan_counts_done(counts.done)];
    if counts.late > 0 {
        told.push(words.plan_counts_late(counts.late));
    }
    Folded {
        is_root: said.level == Level::Strategy,
        open: counts.late > 0 && !rows.is_empty(),
        href: format!("{href}/items/{}", of.top.item.id),
        kind: words.say_plan_level(said.level),
        number: said.number.clone(),
        title: said.title.clone(),
        counts: told.join(", "),
        rows,
        more,
    }
}

/// The whole plan: of each branch what is late, and of a small plan some of the rest.
fn folded(words: &Words, tree: &Tree, href: &str) -> Vec<Folded> {
    let mut room = ROOM;
    let small = tree.counts.actions <= SMALL;
    let one = |of: &Branch| {
        let late = of.below.iter().filter(|shown| shown.late.is_some()).count();
        let some = if small { OPEN.max(late) } else { OPEN.min(late) }.min(room);
        let mut rows: Vec<&Shown> = of
            .below
            .iter()
            .filter(|shown| shown.late.is_some())
            .take(some)
            .collect();
        let others = of.below.iter().filter(|shown| shown.late.is_none());
        rows.extend(others.take(if small { some.saturating_sub(rows.len()) } else { 0 }));
        rows.sort_by(|one, other| number::order(&one.item.said.number, &other.item.said.number));
        room -= rows.len();
        let left = of.below.len() - rows.len();
        let says = match late > rows.iter().filter(|shown| shown.late.is_some()).count() {
            true => words.plan_more_late(left),
            false => words.plan_more(left),
        };
        let more = (left > 0).then(|| (format!("{href}?under={}", encoded(&of.top.item.said.number)), says));
        let rows = rows.into_iter().map(|shown| row(words, href, shown)).collect();
        branch(words, href, of, rows, more)
    };
    tree.branches.iter().map(one).collect()
}

/// One branch, or what was found: a page of it, and the number after which the next begins.
fn found(words: &Words, tree: &Tree, href: &str, chosen: &Select) -> (Vec<Folded>, Option<String>) {
    let (mut room, mut last, mut left) = (PAGE, None, false);
    let mut branches = Vec::new();
    for of in &tree.branches {
        let all: Vec<&Shown> = tree::following(&of.below, chosen.after.as_deref()).collect();
        left |= all.len() > room;
        let rows: Vec<&Shown> = all.into_iter().take(room).collect();
        room -= rows.len();
        let Some(end) = rows.last() else { continue };
        last = Some(end.item.said.number.clone());
        let rows = rows.iter().map(|shown| row(words, href, shown)).collect();
        let mut one = branch(words, href, of, rows, None);
        one.open = true;
        branches.push(one);
    }
    (branches, last.filter(|_| left))
}

fn filters(words: &Words, asked: &Fields, tree: &Tree) -> Vec<Html> {
    let any = || Choice::new("", words.plan_any());
    let pick = |name: &str, label: String, list: Vec<Choice>| {
        let list = [any()].into_iter().chain(list);
        Html::from(Choices::list(name, label, list).chosen(asked.one(name)))
    };
    let statuses = Status::ALL
        .iter()
        .map(|one| Choice::new(one.code(), words.say_plan_status(*one)));
    let institutions = tree.institutions.iter().take(INSTITUTIONS);
    let institutions = institutions.map(|(who, name, _)| Choice::new(who.to_string(), name.clone()));
    let text = Text::new("text", words.plan_text()).value(asked.one("text"));
    vec![
        text.asking().medium().into(),
        pick("status", words.plan_state(), statuses.collect()),
        pick("responsible", words.plan_responsible(), institutions.collect()),
        pick(
            "late",
            words.plan_late(),
            vec![Choice::new("yes", words.plan_late_only())],
        ),
    ]
}

fn about(words: &Words, tree: &Tree) -> Facts {
    let first = &tree.of.first;
    let given = |value: &Option<String>| value.clone().unwrap_or_else(|| words.plan_item_not_given());
    let mut facts = Facts::new()
        .line(
            words.plans_term(),
            format!("{} – {}", words.dated(first.from), words.dated(first.until)),
        )
        .line(words.plan_source(), given(&first.source));
    for approval in &tree.of.approvals {
        let by = words.plan_approved_by(approval.body.as_str(), words.dated(approval.on));
        let act = approval.act.as_ref().map(|act| format!(" ({act})")).unwrap_or_default();
        facts = facts.line(words.plan_approved(), format!("{by}{act}"));
    }
    if tree.of.approvals.is_empty() {
        facts = facts.line(words.plan_approved(), words.plan_not_approved());
    }
    if let Some(on) = tree.of.in_force {
        facts = facts.line(words.plan_in_force(), words.dated(on));
    }
    if let Some(reason) = &tree.of.reason {
        facts = facts.line(words.plan_reason(), reason.clone());
    }
    facts
}
