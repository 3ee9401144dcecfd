//! The form that takes a file, what was imported before, and a table with the columns to be filled in.
use super::{href, plan};
use askama::Template;
use axum::{
    extract::{Path, Request},
    response::{IntoResponse, Redirect, Response},
};
use tiltas_app::import::{self, Line};
use tiltas_domain::import::{Stage, Target};
use tiltas_kit::{
    Errors, Failure, Page, Visit,
    component::form::Summary,
    edge::{is_upload, show, uploaded},
    table::{
        export,
        reader::{self, PACKED, Unreadable, Why},
    },
};

struct Row {
    href: String,
    at: String,
    rows: usize,
    state: String,
    counts: Option<[usize; 3]>,
}

#[derive(Template)]
#[template(path = "import/new.html")]
struct NewPage {
    page: Page,
    summary: Summary,
    key: String,
    back: (String, String),
    action: String,
    wrong: Option<String>,
    open: bool,
    before: Vec<Row>,
}

async fn drawn(visit: &Visit, into: Target, errors: &Errors) -> Result<NewPage, Failure> {
    let context = visit.reading()?;
    let (title, before, open) = visit.run(move |app| import::list(app, &context, into)).await?;
    let words = &visit.words;
    let row = |line: &Line| Row {
        href: format!("/imports/{}", line.id),
        at: super::when(words, line.at),
        rows: line.rows,
        state: words.say_import_stage(line.stage),
        counts: matches!(line.stage, Stage::Taken | Stage::Undone).then_some(line.counts),
    };
    Ok(NewPage {
        page: visit.page(&words.import_title()).with_errors(errors),
        summary: Summary::new(words, errors),
        key: visit.form_key(),
        back: (href(into), title),
        action: format!("{}/imports", href(into)),
        wrong: errors.of("file").map(str::to_owned),
        open,
        before: before.iter().map(row).collect(),
    })
}

/// The form.
pub async fn page(visit: Visit, Path(which): Path<String>) -> Result<Response, Failure> {
    show(&drawn(&visit, plan(&which)?, &Errors::new()).await?)
}

/// Read. Who may bring none is turned away before anything of the file is taken; what can't be read is told on the page of the form.
pub async fn bring(visit: Visit, Path(which): Path<String>, request: Request) -> Result<Response, Failure> {
    // A form of no session: as any other, it is not read.
    visit.person().map_err(|_| Failure::Stale)?;
    is_upload(request.headers())?;
    let into = plan(&which)?;
    let (context, asked) = (visit.reading()?, into);
    visit.run(move |app| import::may_bring(app, &context, asked)).await?;
    let (read, fields) = match uploaded(&visit, request, PACKED).await {
        Ok(sent) if sent.file.is_empty() => return again(&visit, into, visit.words.import_unreadable_none()).await,
        Ok(sent) => {
            let file = sent.file;
            let read = visit
                .run(move |_| Ok::<_, tiltas_app::Error>(reader::read(&file)))
                .await?;
            (read, sent.fields)
        }
        Err(Failure::TooLarge) => {
            let large = Unreadable::from(Why::Large);
            return again(&visit, into, reader::says(&visit.words, &large)).await;
        }
        Err(failure) => return Err(failure),
    };
    let (format, book) = match read {
        Ok(read) => read,
        Err(wrong) => return again(&visit, into, reader::says(&visit.words, &wrong)).await,
    };
    let context = visit.context(&fields)?;
    let brought = visit.run(move |app| import::bring(app, &context, into, (format, &book)));
    let (id, _) = brought.await?;
    Ok(Redirect::to(&format!("/imports/{id}?done=read")).into_response())
}

async fn again(visit: &Visit, into: Target, says: String) -> Result<Response, Failure> {
    let mut errors = Errors::new();
    errors.add("file", "import-unreadable", says);
    let page = drawn(visit, into, &errors).await?;
    Err(Failure::form(&page, errors))
}

/// A table with the columns and nothing in them.
pub async fn columns(visit: Visit, Path(which): Path<String>) -> Result<Response, Failure> {
    let (context, into) = (visit.reading()?, plan(&which)?);
    visit.run(move |app| import::may_bring(app, &context, into)).await?;
    let heads = into.columns().iter();
    let heads: Vec<String> = heads
        .map(|column| visit.words.say_code("import-column", column.code))
        .collect();
    export(&visit, "columns", &heads, Vec::<Vec<String>>::new())
}
