//! The list: the late first, narrowed by a plain form whose choice stands in the address; counts beside it, each a link.
use super::{due, light, source};
use askama::Template;
use axum::response::Response;
use tiltas_access::Action;
use tiltas_app::recommendation::{
    likeness,
    list::{self, PAGE, Shown},
};
use tiltas_domain::recommendation::{Order, Select, Stage, Theme};
use tiltas_input::{Input, of_form, recommendation::SelectRecommendations};
use tiltas_kit::{
    Failure, Fields, Page, Visit,
    component::{
        Choice, Choices, Tabs, Text,
        tabs::{address, encoded},
    },
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

/// What narrows the list, by its name in the address.
const FILTERS: [&str; 7] = ["state", "addressee", "theme", "source", "late", "text", "sort"];

struct Row {
    href: String,
    title: String,
    /// The tag: a public text, or an example.
    tag: Option<(&'static str, String)>,
    due: String,
    late: bool,
    source: String,
    scale: String,
    addressees: String,
    light: Html,
}

/// A count, and the list narrowed to it.
struct Counted {
    href: String,
    label: String,
    count: usize,
    current: bool,
}

#[derive(Template)]
#[template(path = "recommendation/list.html")]
struct ListPage {
    page: Page,
    sections: Tabs,
    may_record: bool,
    late: usize,
    without: usize,
    all: usize,
    filters: Vec<Html>,
    narrowed: bool,
    rows: Vec<Row>,
    range: String,
    first: Option<String>,
    next: Option<String>,
    table: String,
    book: String,
    stages: Vec<Counted>,
    sources: Vec<Counted>,
    /// How many pairs wait for a decision, for whoever decides.
    pairs: Option<usize>,
}

/// What is asked for. What can't be read narrows nothing: a list is not refused for a filter that is misspelt by hand.
pub(super) fn select(visit: &Visit, asked: &Fields) -> Select {
    let sent = of_form::<SelectRecommendations>(asked);
    sent.and_then(|sent| sent.command(&visit.at())).unwrap_or_default()
}

/// The address of the list with these choices and another one in the place of its own.
fn with(path: &str, asked: &Fields, changed: &[(&str, Option<&str>)]) -> String {
    let kept = FILTERS.iter().filter_map(|name| {
        let value = match changed.iter().find(|(known, _)| known == name) {
            Some((_, value)) => *value,
            None => asked.given(name),
        };
        value.map(|value| (*name, value))
    });
    let after = changed.iter().filter(|(name, _)| *name == "after");
    let after = after.filter_map(|(name, value)| value.map(|value| (*name, value)));
    let said = |(name, value): (&str, &str)| format!("{name}={}", encoded(value));
    address(path, kept.chain(after).map(said))
}

/// The page.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, chosen) = (visit.reading()?, select(&visit, &asked));
    let found = visit.run(move |app| list::page(app, &context, &chosen, PAGE)).await?;
    let context = visit.reading()?;
    let pairs = visit.run(move |app| likeness::waiting(app, &context)).await?;
    let words = &visit.words;
    let here = |changed: &[(&str, Option<&str>)]| with("/recommendations", &asked, changed);
    let next = found.next.map(|next| here(&[("after", Some(&next.to_string()))]));
    let page = visit.page(&words.recommendations_title());
    let from = (found.before + 1).min(found.found);
    show(&ListPage {
        sections: crate::practice::sections(words, "/recommendations"),
        may_record: visit.may(Action::RecordRecommendation),
        late: found.late,
        pairs: Some(pairs).filter(|pairs| *pairs > 0),
        without: count_of(&found.stages, Stage::NoAddressee),
        all: found.all,
        filters: filters(words, &asked, &found),
        narrowed: FILTERS
            .iter()
            .any(|name| *name != "sort" && asked.given(name).is_some()),
        range: words.recommendations_range(
            from.to_string(),
            (found.before + found.lines.len()).to_string(),
            found.found.to_string(),
        ),
        first: (found.before > 0).then(|| here(&[])),
        next,
        table: with("/recommendations.csv", &asked, &[]),
        book: with("/recommendations.xlsx", &asked, &[]),
        stages: found
            .stages
            .iter()
            .map(|(stage, count)| Counted {
                href: here(&[("state", Some(stage.code()))]),
                label: words.say_recommendation_stage(*stage),
                count: *count,
                current: asked.one("state") == stage.code(),
            })
            .collect(),
        sources: found
            .sources
            .iter()
            .map(|(source, count)| Counted {
                href: here(&[("source", Some(source.code()))]),
                label: words.say_recommendation_source(*source),
                count: *count,
                current: asked.one("source") == source.code(),
            })
            .collect(),
        rows: found.lines.iter().map(|shown| row(words, shown)).collect(),
        page,
    })
}

fn count_of(counts: &[(Stage, usize)], stage: Stage) -> usize {
    counts
        .iter()
        .find(|(known, _)| *known == stage)
        .map_or(0, |(_, count)| *count)
}

fn row(words: &Words, shown: &Shown) -> Row {
    let line = &shown.line;
    let (due, late) = due(words, shown);
    let tag = match (line.example, line.source.is_public()) {
        (true, _) => Some(("tag prop", words.recommendation_example())),
        (false, true) => Some(("tag", words.recommendation_public())),
        (false, false) => None,
    };
    Row {
        href: format!("/recommendations/{}", line.id),
        title: line.title.clone(),
        tag,
        due,
        late,
        source: source(words, line.source, line.document.as_deref(), line.dated),
        scale: line
            .priority
            .clone()
            .unwrap_or_else(|| words.recommendations_no_scale()),
        addressees: match shown.addressees.is_empty() {
            true => words.recommendations_nobody(),
            false => shown.addressees.join(", "),
        },
        light: light(words, line.stage, late),
    }
}

fn filters(words: &Words, asked: &Fields, found: &list::Page) -> Vec<Html> {
    let any = || Choice::new("", words.recommendations_any());
    let pick = |name: &str, label: String, list: Vec<Choice>| {
        let list = [any()].into_iter().chain(list);
        Html::from(Choices::list(name, label, list).chosen(asked.one(name)))
    };
    let coded = |codes: Vec<(&'static str, String)>| {
        codes
            .into_iter()
            .map(|(code, label)| Choice::new(code, label))
            .collect()
    };
    let stages = found
        .stages
        .iter()
        .map(|(stage, _)| (stage.code(), words.say_recommendation_stage(*stage)));
    let themes = Theme::ALL
        .iter()
        .map(|theme| (theme.code(), words.say_recommendation_theme(*theme)));
    let sources = found
        .sources
        .iter()
        .map(|(source, _)| (source.code(), words.say_recommendation_source(*source)));
    let orders = Order::ALL
        .iter()
        .map(|order| Choice::new(order.code(), words.say_recommendation_order(*order)));
    let addressees = found
        .addressees
        .iter()
        .map(|(who, name)| Choice::new(who.to_string(), name.clone()));
    let text = Text::new("text", words.recommendations_text()).value(asked.one("text"));
    vec![
        text.asking().medium().into(),
        pick("state", words.recommendations_state(), coded(stages.collect())),
        pick("addressee", words.recommendations_addressee(), addressees.collect()),
        pick("theme", words.recommendations_theme(), coded(themes.collect())),
        pick("source", words.recommendation_kind(), coded(sources.collect())),
        pick(
            "late",
            words.recommendations_due(),
            vec![Choice::new("yes", words.recommendations_only_late())],
        ),
        Choices::list("sort", words.recommendations_sort(), orders)
            .chosen(asked.given("sort").unwrap_or(Order::Due.code()))
            .into(),
    ]
}
