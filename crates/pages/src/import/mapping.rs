//! Which column of the file is which: proposed, chosen, and shown beside the first rows.
use super::{href, load};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use tiltas_app::{
    Act,
    import::{self, Story},
};
use tiltas_domain::import::{Cell, Mapping};
use tiltas_input::import::MapTable;
use tiltas_kit::{
    Errors, Failure, Fields, Page, Posted, Visit,
    component::form::{Choice, Choices, Summary, Text},
    edge::{Asked, show},
    table::reader::letter,
};
use tiltas_words::Html;

/// So many rows, columns, and signs of a cell stand there.
const ROWS: usize = 5;
const COLUMNS: usize = 20;
const SIGNS: usize = 60;

#[derive(Template)]
#[template(path = "import/mapping.html")]
struct MappingPage {
    page: Page,
    summary: Summary,
    key: String,
    back: (String, String),
    href: String,
    remembered: bool,
    place: [Html; 2],
    sheet: u32,
    head: u32,
    columns: Vec<Html>,
    heads: Vec<(String, String)>,
    rows: Vec<(u32, Vec<String>)>,
}

/// What a reader looks at before choosing: a sheet and a row of it.
fn looked_at(fields: &Fields) -> Option<(u16, Option<u32>)> {
    let sheet = fields.one("sheet").parse::<u16>().ok()?.checked_sub(1)?;
    Some((sheet, fields.one("head").parse().ok()))
}

/// The page, where columns may be chosen.
pub(super) fn drawn(visit: &Visit, story: &Story, sent: Option<(&Fields, &Errors)>) -> Result<MappingPageOf, Failure> {
    let choice = story.choice.as_ref().filter(|_| story.may(Act::MapTable));
    let (Some(choice), Some((book, _))) = (choice, &story.book) else {
        return Err(Failure::NotFound);
    };
    let words = &visit.words;
    let none = Errors::new();
    let errors = sent.map_or(&none, |(_, errors)| errors);
    let Mapping {
        sheet, head, columns, ..
    } = &choice.mapping;
    let number = u32::from(*sheet) + 1;
    let sheets = (1u32..).zip(&book.sheets).map(|(nth, sheet)| {
        let name = match sheet.name.is_empty() {
            true => words.import_sheet_alone(),
            false => sheet.name.clone(),
        };
        Choice::new(nth.to_string(), name)
    });
    let place = [
        Choices::list("sheet", words.import_sheet(), sheets)
            .chosen(&number.to_string())
            .into(),
        Text::new("head", words.import_head())
            .value(head.to_string())
            .narrow()
            .figures()
            .asking()
            .into(),
    ];
    let heads: Vec<(String, String)> = (0u32..)
        .zip(&choice.table.heads)
        .map(|(nth, head)| (letter(nth), short(head)))
        .collect();
    let one = |(nth, column): (usize, &tiltas_domain::import::Column)| {
        let label = words.say_code("import-column", column.code);
        let label = match column.needed {
            true => words.import_column_needed(label),
            false => label,
        };
        let list = heads
            .iter()
            .map(|(letter, head)| Choice::new(letter.clone(), format!("{letter} {head}")));
        let chosen = match sent {
            Some((fields, _)) => fields.one(column.code).to_owned(),
            None => {
                let place = columns.get(nth).copied().flatten();
                place.map(|place| letter(u32::from(place))).unwrap_or_default()
            }
        };
        Choices::list(column.code, label, list)
            .chosen(&chosen)
            .error(errors.of(column.code))
            .into()
    };
    let cell = |cell: &Cell| match cell {
        Cell::Text(text) => short(text),
        Cell::Formula => "=…".to_owned(),
        Cell::Broken => "#…".to_owned(),
    };
    let rows = choice.table.lines.iter().take(ROWS);
    let rows = rows.map(|line| (line.number, line.cells.iter().take(COLUMNS).map(cell).collect()));
    Ok(MappingPageOf(MappingPage {
        page: visit.page(&words.import_mapping()).with_errors(errors),
        summary: Summary::new(words, errors),
        key: sent.map_or_else(|| visit.form_key(), |(fields, _)| fields.key().to_owned()),
        back: (format!("{}/imports", href(story.of.into)), story.title.clone()),
        href: format!("/imports/{}", story.id),
        remembered: choice.remembered,
        place,
        sheet: number,
        head: *head,
        columns: story.of.into.columns().iter().enumerate().map(one).collect(),
        rows: rows.collect(),
        heads: heads.into_iter().take(COLUMNS).collect(),
    }))
}

/// The page, drawn.
pub(super) struct MappingPageOf(MappingPage);

impl MappingPageOf {
    pub(super) fn with_done(mut self, done: Option<String>) -> MappingPageOf {
        if let Some(done) = done {
            self.0.page = self.0.page.with_done(done);
        }
        self
    }

    pub(super) fn show(&self) -> Result<Response, Failure> {
        show(&self.0)
    }
}

/// A cell on one line, and no longer than stands in a table.
pub(super) fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.chars().count() > SIGNS {
        true => line.chars().take(SIGNS).chain(['…']).collect(),
        false => line,
    }
}

/// The form, as it is proposed for the sheet and the row that are looked at.
pub async fn page(visit: Visit, Path(which): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let story = load(&visit, &which, looked_at(&asked)).await?;
    drawn(&visit, &story, None)?.show()
}

/// What is wrong with the choice, told at its fields.
fn wrong(visit: &Visit, story: &Story, fields: &Fields) -> Errors {
    let mut errors = Errors::new();
    let columns = story.of.into.columns();
    for (nth, column) in columns.iter().enumerate() {
        let mut before = columns.iter().take(nth);
        match fields.given(column.code) {
            None if column.needed => errors.add(column.code, "IMP-02", visit.words.import_choose_needed()),
            Some(place) if before.any(|other| fields.given(other.code) == Some(place)) => {
                errors.add(column.code, "IMP-03", visit.words.import_choose_once());
            }
            _ => {}
        }
    }
    errors
}

/// Chosen.
pub async fn run(visit: Visit, Path(which): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let story = load(&visit, &which, looked_at(&fields)).await?;
    let again = |errors: Errors| match drawn(&visit, &story, Some((&fields, &errors))) {
        Ok(page) => Failure::form(&page.0, errors),
        Err(failure) => failure,
    };
    let errors = wrong(&visit, &story, &fields);
    if !errors.is_empty() {
        return Err(again(errors));
    }
    let columns = story.of.into.columns().iter();
    let columns = columns.filter_map(|column| Some((column.code, fields.given(column.code)?)));
    let sent = Fields::new([("sheet", fields.one("sheet")), ("head", fields.one("head"))]);
    let sent = columns.fold(sent, |sent, (code, place)| {
        sent.with("columns", format!("{code}={place}"))
    });
    let command = visit.command::<MapTable>(&sent, &[]).map_err(again)?;
    let (context, on) = (visit.context(&fields)?, story.id);
    visit.run(move |app| import::map(app, &context, on, &command)).await?;
    Ok(Redirect::to(&format!("/imports/{on}?done=mapping")).into_response())
}
