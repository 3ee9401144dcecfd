//! What is open, by addressee: the list that a closure meeting goes through.
use askama::Template;
use axum::response::Response;
use tiltas_app::period::open_items::{self, Item, Select, What};
use tiltas_input::{Input, of_form, report::SelectOpenItems};
use tiltas_kit::{
    Failure, Fields, Page, Visit,
    component::{
        Choice, Choices,
        tabs::{address, encoded},
    },
    edge::{Asked, show},
    table,
};
use tiltas_words::{Html, Words};

struct Row {
    name: String,
    href: Option<String>,
    title: String,
    example: bool,
    due: String,
    late: bool,
}

#[derive(Template)]
#[template(path = "period/open_items.html")]
struct ItemsPage {
    page: Page,
    filters: Vec<Html>,
    narrowed: bool,
    rows: Vec<Row>,
    lead: String,
    tables: [String; 2],
}

async fn load(visit: &Visit, asked: &Fields) -> Result<(Vec<Item>, Select), Failure> {
    let context = visit.reading()?;
    let sent = of_form::<SelectOpenItems>(asked).and_then(|sent| sent.command(&visit.at()));
    let (addressee, late) = sent.unwrap_or_default();
    let select = Select { addressee, late };
    // What is chosen from is all of it: a filter names no institution that nothing is asked of.
    let items = visit
        .run(move |app| open_items::list(app, &context, &Select::default()))
        .await?;
    Ok((items, select))
}

fn fits(item: &Item, select: &Select) -> bool {
    select.addressee.is_none_or(|who| who == item.organisation) && (!select.late || item.late.is_some())
}

pub(crate) fn title(words: &Words, item: &Item) -> String {
    match item.what {
        What::Report(_) => words.open_items_report(),
        What::Recommendation(_) | What::Action(..) => item.title.clone(),
        What::Position(_) => words.reports_position(&item.title),
    }
}

pub(crate) fn due(words: &Words, item: &Item) -> String {
    match (item.late, item.term) {
        (Some(days), _) => words.recommendations_late_by(usize::try_from(days).unwrap_or_default()),
        (None, Some(term)) => words.recommendations_until(words.dated(term)),
        (None, None) => words.recommendations_no_term(),
    }
}

pub(crate) fn href(item: &Item) -> Option<String> {
    let href = match item.what {
        What::Report(id) => format!("/reports/{id}"),
        What::Recommendation(id) | What::Position(id) => format!("/recommendations/{id}"),
        What::Action(plan, item) => format!("/plans/{plan}/items/{item}"),
    };
    item.opens.then_some(href)
}

/// The page.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let ((items, select), words) = (load(&visit, &asked).await?, &visit.words);
    let mut addressees: Vec<Choice> = vec![Choice::new("", words.recommendations_any())];
    for (nth, item) in items.iter().enumerate() {
        if !items
            .iter()
            .take(nth)
            .any(|known| known.organisation == item.organisation)
        {
            addressees.push(Choice::new(item.organisation.to_string(), item.name.clone()));
        }
    }
    let late = [
        Choice::new("", words.recommendations_any()),
        Choice::new("yes", words.recommendations_only_late()),
    ];
    let kept = ["addressee", "late"].into_iter();
    let kept: Vec<String> = kept
        .filter_map(|name| asked.given(name).map(|value| format!("{name}={}", encoded(value))))
        .collect();
    let shown: Vec<&Item> = items.iter().filter(|item| fits(item, &select)).collect();
    show(&ItemsPage {
        page: visit.page(&words.open_items_title()),
        filters: vec![
            Choices::list("addressee", words.recommendations_addressee(), addressees)
                .chosen(asked.one("addressee"))
                .into(),
            Choices::list("late", words.recommendations_due(), late)
                .chosen(asked.one("late"))
                .into(),
        ],
        narrowed: !kept.is_empty(),
        lead: words.open_items_lead(shown.len(), shown.iter().filter(|item| item.late.is_some()).count()),
        rows: shown.iter().map(|item| row(words, item)).collect(),
        tables: ["/open-items.csv", "/open-items.xlsx"].map(|path| address(path, kept.iter().cloned())),
    })
}

fn row(words: &Words, item: &Item) -> Row {
    Row {
        name: item.name.clone(),
        href: href(item),
        title: title(words, item),
        example: item.example,
        due: due(words, item),
        late: item.late.is_some(),
    }
}

/// The list as a table for other programs.
pub async fn export(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let ((items, select), words) = (load(&visit, &asked).await?, &visit.words);
    let heads = [
        words.recommendations_addressee(),
        words.open_items_what(),
        words.recommendations_due(),
        words.recommendation_example(),
    ];
    let rows = items.iter().filter(|item| fits(item, &select)).map(|item| {
        let example = if item.example {
            words.recommendation_example()
        } else {
            String::new()
        };
        [item.name.clone(), title(words, item), due(words, item), example]
    });
    table::export(&visit, "open-items", &heads, rows)
}
