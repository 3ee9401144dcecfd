//! What is done to a plan or to one of its items: one form for each, at an address of its own, offered where it can be done.
use super::id;
use crate::{
    case::sheet::Sheet,
    way::{self, Ways},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use tiltas_app::{
    Act,
    plan::{self, item, item::Story, tree, tree::Tree},
    recommendation::list,
};
use tiltas_domain::{
    Id,
    plan::{Item, Level, Plan, Said, Select, Status},
    recommendation,
};
use tiltas_input::{
    Input, of_form,
    plan::{AmendPlan, ApprovePlan, EnforcePlan, LinkItem, ReportItem, WriteItem},
};
use tiltas_kit::{
    Errors, Failure, Fields, Posted, Visit,
    component::form::{Area, Choice, Choices, Text},
};
use tiltas_words::{Html, Words};

const WAYS: Ways = Ways {
    path: "/plans",
    act: "plan-act",
    done: "plan-done",
    all: &[
        (Act::AddItem, "item"),
        (Act::ApprovePlan, "approval"),
        (Act::EnforcePlan, "force"),
        (Act::AmendPlan, "amendment"),
    ],
};
/// The same of an item.
const OF_ITEM: [(Act, &str); 3] = [
    (Act::ReportItem, "report"),
    (Act::ChangeItem, "words"),
    (Act::LinkItem, "link"),
];

/// The ways that the reader has now, with their words.
pub(super) fn ways(words: &Words, tree: &Tree) -> Vec<(String, String)> {
    let mut ways = WAYS.offered(words, tree.id, &tree.may);
    if tree.may.contains(&Act::BringTable) {
        ways.push((format!("/plans/{}/imports", tree.id), words.plan_imports()));
    }
    ways
}

/// The same of an item.
pub(super) fn ways_of_item(words: &Words, story: &Story) -> Vec<(String, String)> {
    let offered = OF_ITEM.iter().filter(|(act, _)| story.may(*act));
    let below = |way: &str| format!("/plans/{}/items/{}/{way}", story.id, story.item.id);
    offered
        .map(|(_, way)| (below(way), words.say_code("plan-act", way)))
        .collect()
}

/// What is said after it was done.
pub(super) fn done(words: &Words, done: &str) -> Option<String> {
    let mut all = WAYS.all.iter().chain(&OF_ITEM);
    let known = done == "new" || all.any(|(_, way)| *way == done);
    known.then(|| words.say_code("plan-done", done))
}

/// What a form is about, and what it chooses from.
struct Form {
    act: Act,
    way: &'static str,
    plan: Id<Plan>,
    item: Option<Item>,
    title: String,
    currency: Option<String>,
    offered: bool,
    list: Vec<Choice>,
}

impl Form {
    /// The page from which one came.
    fn back(&self) -> String {
        match &self.item {
            Some(item) => format!("/plans/{}/items/{}", self.plan, item.id),
            None => format!("/plans/{}", self.plan),
        }
    }
}

async fn load(visit: &Visit, which: &str, below: Option<&str>, way: &str) -> Result<Form, Failure> {
    let (context, which) = (visit.reading()?, id(which)?);
    let known = |ways: &[(Act, &'static str)]| {
        let found = ways.iter().find(|(_, known)| *known == way).copied();
        found.ok_or(Failure::NotFound)
    };
    let mut form = match below {
        None => {
            let (act, way) = known(WAYS.all)?;
            let tree = visit
                .run(move |app| tree::tree(app, &context, which, &Select::default()))
                .await?;
            Form {
                act,
                way,
                plan: which,
                item: None,
                offered: tree.may.contains(&act),
                title: tree.of.first.title,
                currency: tree.of.first.currency,
                list: Vec::new(),
            }
        }
        Some(below) => {
            let (act, way) = known(&OF_ITEM)?;
            let below = below.parse().map_err(|_| Failure::NotFound)?;
            let story = visit.run(move |app| item::story(app, &context, (which, below))).await?;
            Form {
                act,
                way,
                plan: which,
                offered: story.may(act),
                title: format!("{} {}", story.item.said.number, story.item.said.title),
                item: Some(story.item),
                currency: story.plan.first.currency,
                list: Vec::new(),
            }
        }
    };
    form.list = choices(visit, form.act).await?;
    Ok(form)
}

async fn choices(visit: &Visit, act: Act) -> Result<Vec<Choice>, Failure> {
    match act {
        Act::AddItem | Act::ChangeItem => way::answering(visit).await,
        Act::LinkItem => {
            let (context, all) = (visit.reading()?, recommendation::Select::default());
            let all = visit.run(move |app| list::page(app, &context, &all, 0)).await?;
            let all = all.lines.into_iter();
            Ok(all
                .map(|shown| Choice::new(shown.line.id.to_string(), shown.line.title))
                .collect())
        }
        _ => Ok(Vec::new()),
    }
}

fn sheet(visit: &Visit, form: &Form, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    Sheet::alone(visit, words.say_code("plan-act", form.way), sent)
        .back_to(form.back(), form.title.clone())
        .parts(parts(words, form, sent))
}

/// What stands in the form at first: what an item says is changed, not typed again.
fn begun(form: &Form) -> Fields {
    let Some(said) = form
        .item
        .as_ref()
        .map(|item| &item.said)
        .filter(|_| form.act == Act::ChangeItem)
    else {
        return Fields::default();
    };
    let Said { indicator, .. } = said;
    let mut fields = Fields::new([
        ("level", said.level.code()),
        ("number", said.number.as_str()),
        ("title", said.title.as_str()),
    ]);
    for (name, all) in [("responsible", &said.responsible), ("partners", &said.partners)] {
        fields = all
            .iter()
            .fold(fields, |fields, who| fields.with(name, who.to_string()));
    }
    let indicator = indicator.as_ref();
    let figure = |value: Option<tiltas_domain::plan::Figure>| value.map(|value| value.to_string());
    let day = |day: Option<tiltas_domain::dated::Dated>| day.map(|day| day.to_string());
    let given = [
        ("from", day(said.from)),
        ("term", day(said.term)),
        ("budget", figure(said.budget)),
        ("fund", said.fund.clone()),
        ("indicator", indicator.map(|known| known.definition.clone())),
        ("unit", indicator.and_then(|known| known.unit.clone())),
        ("baseline", figure(indicator.and_then(|known| known.baseline))),
        ("target", figure(indicator.and_then(|known| known.target))),
        ("verified", indicator.and_then(|known| known.source.clone())),
    ];
    let given = given.into_iter().filter_map(|(name, value)| Some((name, value?)));
    given.fold(fields, |fields, (name, value)| fields.with(name, value))
}

fn parts(words: &Words, form: &Form, sent: Option<(&Fields, &Errors)>) -> Vec<Html> {
    let none = Errors::new();
    let filled = begun(form);
    let (fields, errors) = sent.unwrap_or((&filled, &none));
    let text = |name: &str, label: String, hint: Option<String>| {
        let text = hint.into_iter().fold(Text::new(name, label).medium(), Text::hint);
        Html::from(text.again(fields, errors))
    };
    let area = |name: &str, label: String, hint: Option<String>| {
        let area = hint.into_iter().fold(Area::new(name, label), Area::hint);
        Html::from(area.again(fields, errors))
    };
    match form.act {
        Act::AddItem | Act::ChangeItem => {
            let levels = Level::ALL
                .iter()
                .map(|one| Choice::new(one.code(), words.say_plan_level(*one)));
            let several = |name: &str, label: String| {
                Html::from(Choices::several(name, label, form.list.clone()).again(fields, errors))
            };
            let amount = match &form.currency {
                Some(currency) => words.plan_budget_amount_in(currency.as_str()),
                None => words.plan_budget_amount(),
            };
            vec![
                Choices::one("level", words.plan_level(), levels)
                    .again(fields, errors)
                    .into(),
                text("number", words.plan_number(), Some(words.plan_number_hint())),
                Text::new("title", words.plan_item_name()).again(fields, errors).into(),
                several("responsible", words.plan_responsible()),
                several("partners", words.plan_partners()),
                text("from", words.plan_from(), None),
                text("term", words.plan_term(), Some(words.plan_dated_hint())),
                text("budget", amount, Some(words.plan_budget_hint())),
                text("fund", words.plan_fund(), None),
                Text::new("indicator", words.plan_indicator())
                    .again(fields, errors)
                    .into(),
                text("unit", words.plan_unit(), None),
                text("baseline", words.plan_baseline(), None),
                text("target", words.plan_target(), None),
                text("verified", words.plan_verified(), None),
            ]
        }
        Act::ApprovePlan => vec![
            text("body", words.plan_which_body(), None),
            text("on", words.plan_which_day(), Some(words.recommendation_day_hint())),
            text("act", words.plan_which_act(), None),
        ],
        Act::EnforcePlan => vec![text(
            "on",
            words.plan_from_when(),
            Some(words.recommendation_day_hint()),
        )],
        Act::ReportItem => {
            let statuses = Status::ALL
                .iter()
                .map(|one| Choice::new(one.code(), words.say_plan_status(*one)));
            let mut parts = vec![
                Choices::one("status", words.plan_how_far(), statuses)
                    .again(fields, errors)
                    .into(),
                area("text", words.plan_what_done(), None),
            ];
            let counted = form.item.as_ref().and_then(|item| item.said.indicator.as_ref());
            if let Some(indicator) = counted {
                parts.push(text(
                    "value",
                    words.plan_new_value(),
                    Some(indicator.definition.clone()),
                ));
            }
            parts.push(area(
                "evidence",
                words.plan_evidence(),
                Some(words.plan_evidence_hint()),
            ));
            parts
        }
        Act::LinkItem => {
            let ended = [Choice::new("yes", words.plan_link_ended())];
            let list = Choices::list("recommendation", words.plan_which_recommendation(), form.list.clone());
            vec![
                list.again(fields, errors).into(),
                Choices::several("ended", String::new(), ended)
                    .again(fields, errors)
                    .into(),
            ]
        }
        _ => vec![area("reason", words.plan_why(), None)],
    }
}

/// The form of a plan.
pub async fn page(visit: Visit, Path((which, way)): Path<(String, String)>) -> Result<Response, Failure> {
    let form = load(&visit, &which, None, &way).await?;
    way::form(form.offered, || sheet(&visit, &form, None))
}

/// The form of an item.
pub async fn of_item(
    visit: Visit,
    Path((which, item, way)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let form = load(&visit, &which, Some(&item), &way).await?;
    way::form(form.offered, || sheet(&visit, &form, None))
}

/// What a form of a report brought: evidence is written one a line.
fn reported(fields: &Fields) -> Result<ReportItem, tiltas_input::Errors> {
    let mut sent = of_form::<ReportItem>(fields)?;
    let lines = fields.one("evidence").lines().map(str::trim);
    sent.evidence = lines.filter(|line| !line.is_empty()).map(str::to_owned).collect();
    Ok(sent)
}

/// Done to a plan.
pub async fn run(
    visit: Visit,
    Path((which, way)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let form = load(&visit, &which, None, &way).await?;
    sent(visit, form, fields).await
}

/// Done to an item.
pub async fn run_of_item(
    visit: Visit,
    Path((which, item, way)): Path<(String, String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let form = load(&visit, &which, Some(&item), &way).await?;
    sent(visit, form, fields).await
}

/// WHY not only where the page offers it now: a form sent twice is answered as the first time, and one that comes late is told the
/// rule.
async fn sent(visit: Visit, form: Form, fields: Fields) -> Result<Response, Failure> {
    let offered = form.offered;
    let again = |errors| way::again(offered, |errors| sheet(&visit, &form, Some((&fields, errors))), errors);
    let context = visit.context(&fields)?;
    let plan = form.plan;
    let item = form.item.as_ref().map(|item| item.id);
    macro_rules! run {
        ($input:ty, $run:path, $on:expr) => {{
            let command = visit.command::<$input>(&fields, &[]).map_err(again)?;
            let on = $on;
            visit.run(move |app| $run(app, &context, on, &command)).await?;
        }};
    }
    match (form.act, item) {
        (Act::AddItem, _) => run!(WriteItem, plan::add, plan),
        (Act::ApprovePlan, _) => run!(ApprovePlan, plan::approve, plan),
        (Act::EnforcePlan, _) => run!(EnforcePlan, plan::enforce, plan),
        (Act::ChangeItem, Some(item)) => run!(WriteItem, plan::rewrite, (plan, item)),
        (Act::LinkItem, Some(item)) => run!(LinkItem, plan::link, (plan, item)),
        (Act::ReportItem, Some(item)) => {
            let command = reported(&fields).and_then(|sent| sent.command(&visit.at()));
            let command = command.map_err(|wrong| again(Errors::of_page(&visit.words, &wrong, &[])))?;
            visit
                .run(move |app| plan::report(app, &context, (plan, item), &command))
                .await?;
        }
        _ => run!(AmendPlan, plan::amend, plan),
    }
    Ok(Redirect::to(&format!("{}?done={}", form.back(), form.way)).into_response())
}
