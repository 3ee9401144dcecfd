//! The certificates of trainings that the reader's institution planned, and those of its own people: those that run out first before the others.
use askama::Template;
use axum::response::Response;
use tiltas_app::certificate::{self, Shown};
use tiltas_domain::certificate::{RUNS_OUT, Select, Status};
use tiltas_input::{Input, certificate::SelectCertificates, of_form};
use tiltas_kit::{
    Failure, Fields, Page, Visit,
    component::{
        Choice, Choices, Text,
        tabs::{address, encoded},
    },
    edge::{Asked, show},
    table::export,
};
use tiltas_words::{Html, Words};

/// So many stand on a page.
const PAGE: usize = 50;

struct Row {
    href: Option<String>,
    number: String,
    example: bool,
    competence: String,
    training: String,
    holder: String,
    until: String,
    light: Html,
}

#[derive(Template)]
#[template(path = "certificate/list.html")]
struct ListPage {
    page: Page,
    all: usize,
    run_out: usize,
    days: String,
    soon: String,
    filters: Vec<Html>,
    narrowed: bool,
    rows: Vec<Row>,
    range: String,
    first: Option<String>,
    next: Option<String>,
    table: String,
    book: String,
}

fn select(visit: &Visit, asked: &Fields) -> Select {
    let sent = of_form::<SelectCertificates>(asked);
    sent.and_then(|sent| sent.command(&visit.at())).unwrap_or_default()
}

fn with(path: &str, asked: &Fields, after: Option<String>) -> String {
    let kept = ["status", "text"]
        .into_iter()
        .filter_map(|name| Some((name, asked.given(name)?.to_owned())));
    let after = after.map(|after| ("after", after));
    address(
        path,
        kept.chain(after)
            .map(|(name, value)| format!("{name}={}", encoded(&value))),
    )
}

/// The page.
pub async fn page(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, chosen) = (visit.reading()?, select(&visit, &asked));
    let found = visit
        .run(move |app| certificate::list(app, &context, &chosen, PAGE))
        .await?;
    let words = &visit.words;
    let here = "/trainings/certificates";
    let from = (found.before + 1).min(found.found);
    show(&ListPage {
        page: visit.page(&words.certificates_title()),
        all: found.all,
        run_out: found.run_out,
        days: RUNS_OUT.to_string(),
        soon: format!("{here}?status={}", Status::RunsOut.code()),
        filters: filters(words, &asked),
        narrowed: asked.given("status").or(asked.given("text")).is_some(),
        range: words.recommendations_range(
            from.to_string(),
            (found.before + found.lines.len()).to_string(),
            found.found.to_string(),
        ),
        first: (found.before > 0).then(|| with(here, &asked, None)),
        next: found.next.map(|next| with(here, &asked, Some(next.to_string()))),
        table: with("/trainings/certificates.csv", &asked, None),
        book: with("/trainings/certificates.xlsx", &asked, None),
        rows: found
            .lines
            .into_iter()
            .map(|one| Row {
                href: one.opens.then(|| format!("{here}/{}", one.line.id)),
                example: one.line.example,
                holder: format!("{}: {}", one.organisation, one.line.told.function),
                until: words.dated(one.line.told.until),
                light: super::light(words, one.status),
                number: one.line.told.number,
                competence: one.line.told.competence,
                training: one.training,
            })
            .collect(),
    })
}

fn filters(words: &Words, asked: &Fields) -> Vec<Html> {
    let any = [Choice::new("", words.recommendations_any())];
    let all = Status::ALL.iter();
    let all = all.map(|status| Choice::new(status.code(), words.say_certificate_status(*status)));
    let text = Text::new("text", words.recommendations_text()).value(asked.one("text"));
    vec![
        text.asking().medium().into(),
        Choices::list("status", words.recommendations_state(), any.into_iter().chain(all))
            .chosen(asked.one("status"))
            .into(),
    ]
}

/// The list as a table for other programs: what was chosen on the page, whole.
pub async fn table(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, chosen) = (visit.reading()?, select(&visit, &asked));
    let found = visit
        .run(move |app| certificate::list(app, &context, &chosen, 0))
        .await?;
    let words = &visit.words;
    let heads = [
        words.certificate_number(),
        words.training_competence(),
        words.recommendation_institution(),
        words.training_function(),
        words.certificate_until(),
        words.recommendations_state(),
        words.recommendation_example(),
    ];
    let row = |one: &Shown| {
        let told = &one.line.told;
        [
            told.number.clone(),
            told.competence.clone(),
            one.organisation.clone(),
            told.function.clone(),
            words.dated(told.until),
            words.say_certificate_status(one.status),
            match one.line.example {
                true => words.recommendation_example(),
                false => String::new(),
            },
        ]
    };
    export(&visit, "certificates", &heads, found.lines.iter().map(row))
}
