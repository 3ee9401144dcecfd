//! Tables that a program brings for a plan: read, mapped, taken in, taken back, forgotten.
use super::{
    BASE,
    body::{Keyed, Sent, Which, again},
    reply::{Created, created, time},
};
use axum::{Json, extract::Request, response::Response};
use serde::Serialize;
use tiltas_app::import::{self as app, Line, Story, What};
use tiltas_domain::{
    import::{Fault, Import as Known, Taken, Target},
    plan::Plan,
};
use tiltas_input::import::{MapTable, SettleTable};
use tiltas_kit::{
    Errors, Failure, Visit,
    edge::{digest, sent_file},
    table::reader::{self, PACKED, Unreadable, letter},
};
use utoipa::ToSchema;

/// What is wrong with a row.
#[derive(Serialize, ToSchema)]
pub struct RowFault {
    /// The row of the sheet, from 1.
    pub row: u32,
    /// The letters of the column; `null` where it is about the whole row.
    pub column: Option<String>,
    /// What the column is called in the file, as long as that is kept.
    pub head: Option<String>,
    /// Why, as a code.
    pub reason: &'static str,
    /// What would be right, in words.
    pub accepted: String,
}

/// A row that comes in.
#[derive(Serialize, ToSchema)]
pub struct RowComing {
    /// The row of the sheet, from 1.
    pub row: u32,
    /// `added` or `changed`.
    pub what: &'static str,
    /// The number of the item.
    pub number: String,
    /// What it says, in a line.
    pub title: String,
}

/// A sheet of the file.
#[derive(Serialize, ToSchema)]
pub struct ImportSheet {
    /// What it is called; empty where the file has only one.
    pub name: String,
    /// How many rows have something in them.
    pub rows: usize,
}

/// How much comes in.
#[derive(Serialize, ToSchema)]
pub struct ImportCounts {
    /// New.
    pub added: u32,
    /// There before, and changed.
    pub changed: u32,
    /// There before, and the same.
    pub same: u32,
    /// Rows that are left out.
    pub wrong: u32,
}

impl From<Taken> for ImportCounts {
    fn from(taken: Taken) -> ImportCounts {
        ImportCounts {
            added: taken.added,
            changed: taken.changed,
            same: taken.same,
            wrong: taken.wrong,
        }
    }
}

/// An import.
#[derive(Serialize, ToSchema)]
pub struct Import {
    /// Which.
    pub id: String,
    /// Into which plan.
    pub plan: String,
    /// How far it is.
    pub state: &'static str,
    /// From which kind of file.
    pub format: &'static str,
    /// When it was read.
    pub read: String,
    /// Until when the file is kept; `null` once it is forgotten.
    pub kept: Option<String>,
    /// The sheets of the file; `null` once it is forgotten.
    pub sheets: Option<Vec<ImportSheet>>,
    /// Which sheet is read, from 1.
    pub sheet: Option<u32>,
    /// The number of the row that names the columns.
    pub head: Option<u32>,
    /// What the columns of that sheet are called.
    pub heads: Vec<String>,
    /// For each column of the plan that the file has: its code, and the letters of the column of the file. Proposed, until it was said.
    pub columns: Vec<String>,
    /// How much would come in, or came in; `null` before it is known which column is which.
    pub counts: Option<ImportCounts>,
    /// The rows that would come in.
    pub coming: Vec<RowComing>,
    /// What is wrong with the rows that are left out.
    pub faults: Vec<RowFault>,
    /// The numbers of the items that keep it from being taken back, each with its reason.
    pub built: Vec<String>,
    /// What may be done to it now.
    pub may: Vec<&'static str>,
}

fn told(visit: &Visit, story: &Story) -> Import {
    let Target::Plan(plan) = story.of.into;
    let choice = story.choice.as_ref();
    let place = |fault: &Fault| fault.column.map(|column| letter(u32::from(column)));
    let fault = |fault: &Fault| RowFault {
        row: fault.row,
        column: place(fault),
        head: fault.column.and_then(|column| story.head(column)).map(str::to_owned),
        reason: fault.kind.code(),
        accepted: visit.words.say_import_fault(fault.kind),
    };
    let columns = choice.map_or(&[] as &[_], |choice| &choice.mapping.columns);
    let columns = story.of.into.columns().iter().zip(columns);
    let columns =
        columns.filter_map(|(column, place)| Some(format!("{}={}", column.code, letter(u32::from((*place)?)))));
    let (counts, faults) = match &story.judged {
        Some(judged) => (Some(judged.taken()), judged.faults()),
        None => (story.of.took.map(|_| story.of.taken), story.of.faults.as_slice()),
    };
    let coming = story.judged.iter().flat_map(app::Judged::rows);
    let coming = coming.map(|row| RowComing {
        row: row.row,
        what: match row.what {
            What::Added => "added",
            What::Changed => "changed",
        },
        number: row.known_by,
        title: row.says,
    });
    let sheets = story.book.as_ref().map(|(book, _)| {
        let sheet = |sheet: &tiltas_domain::import::Sheet| ImportSheet {
            name: sheet.name.clone(),
            rows: sheet.lines.len(),
        };
        book.sheets.iter().map(sheet).collect()
    });
    let built = story.built.iter();
    Import {
        id: story.id.to_string(),
        plan: plan.to_string(),
        state: story.of.stage.code(),
        format: story.of.format.code(),
        read: time(story.of.read.1),
        kept: story.book.as_ref().and_then(|(_, until)| *until).map(time),
        sheets,
        sheet: choice.map(|choice| u32::from(choice.mapping.sheet) + 1),
        head: choice.map(|choice| choice.mapping.head),
        heads: choice.map(|choice| choice.table.heads.clone()).unwrap_or_default(),
        columns: columns.collect(),
        counts: counts.map(ImportCounts::from),
        coming: coming.collect(),
        faults: faults.iter().map(fault).collect(),
        built: built
            .map(|kept| format!("{} {}", kept.known_by, kept.why.code()))
            .collect(),
        may: story.may.iter().map(|act| act.code()).collect(),
    }
}

/// An import in the list.
#[derive(Serialize, ToSchema)]
pub struct ImportLine {
    /// Which.
    pub id: String,
    /// How far it is.
    pub state: &'static str,
    /// From which kind of file.
    pub format: &'static str,
    /// When it was read.
    pub read: String,
    /// How many rows were read.
    pub rows: usize,
    /// How many came in that were new.
    pub added: usize,
    /// How many came in that changed what was there.
    pub changed: usize,
    /// How many were left out.
    pub wrong: usize,
}

/// The imports into a plan, the newest first.
#[utoipa::path(get, path = "/plans/{id}/imports", tag = "import", params(("id" = String, Path, description = "The plan")), responses((status = 200, description = "The imports", body = [ImportLine])))]
pub async fn list(visit: Visit, Which(id): Which<Plan>) -> Result<Json<Vec<ImportLine>>, Failure> {
    let context = visit.reading()?;
    let (_, lines, _) = visit.run(move |app| app::list(app, &context, Target::Plan(id))).await?;
    let line = |line: &Line| {
        let [added, changed, wrong] = line.counts;
        ImportLine {
            id: line.id.to_string(),
            state: line.stage.code(),
            format: line.format.code(),
            read: time(line.at),
            rows: line.rows,
            added,
            changed,
            wrong,
        }
    };
    Ok(Json(lines.iter().map(line).collect()))
}

/// One with what it would do, or did.
#[utoipa::path(get, path = "/imports/{id}", tag = "import", params(("id" = String, Path, description = "The import")), responses((status = 200, description = "The import", body = Import)))]
pub async fn show(visit: Visit, Which(id): Which<Known>) -> Result<Json<Import>, Failure> {
    let context = visit.reading()?;
    let story = visit.run(move |app| app::story(app, &context, id, None)).await?;
    Ok(Json(told(&visit, &story)))
}

/// Why the file is not read, at the place where that was seen.
fn unreadable(visit: &Visit, wrong: &Unreadable) -> Failure {
    let mut errors = Errors::new();
    let says = reader::says(&visit.words, wrong);
    errors.add("body", &format!("import-unreadable-{}", wrong.why.code()), says);
    again(errors)
}

/// Brings a file: XLSX, ODS or CSV, at most 5 MB, as the body. Nothing is written into the plan.
#[utoipa::path(post, path = "/plans/{id}/imports", tag = "import", params(("id" = String, Path, description = "The plan")), request_body(content = Vec<u8>, content_type = "application/octet-stream", description = "The file as it is"), responses((status = 201, description = "Read", body = Created)))]
pub async fn bring(
    visit: Visit,
    Which(id): Which<Plan>,
    Keyed(fields): Keyed,
    request: Request,
) -> Result<Response, Failure> {
    let (asked, into) = (visit.reading()?, Target::Plan(id));
    visit.run(move |app| app::may_bring(app, &asked, into)).await?;
    let file = sent_file(request, PACKED).await?;
    let fields = fields.with("body", digest(&file));
    let read = visit
        .run(move |_| Ok::<_, tiltas_app::Error>(reader::read(&file)))
        .await?;
    let (format, book) = read.map_err(|wrong| unreadable(&visit, &wrong))?;
    let context = visit.context(&fields)?;
    let brought = visit.run(move |app| app::bring(app, &context, into, (format, &book)));
    let (import, receipt) = brought.await?;
    Ok(created(format!("{BASE}/imports/{import}"), import, receipt))
}

/// Says which column means what.
#[utoipa::path(post, path = "/imports/{id}/mappings", tag = "import", params(("id" = String, Path, description = "The import")), request_body = MapTable, responses((status = 201, description = "Done", body = Created)))]
pub async fn map(visit: Visit, Which(id): Which<Known>, sent: Sent<MapTable>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit.run(move |app| app::map(app, &context, id, &command)).await?;
    Ok(created(format!("{BASE}/imports/{id}"), id, receipt))
}

macro_rules! acts { ($($(#[$doc:meta])* $name:ident at $path:literal by $run:path;)+) => { $(
    $(#[$doc])*
    #[utoipa::path(post, path = $path, tag = "import", params(("id" = String, Path, description = "The import")), request_body = SettleTable, responses((status = 201, description = "Done", body = Created)))]
    pub async fn $name(visit: Visit, Which(id): Which<Known>, sent: Sent<SettleTable>) -> Result<Response, Failure> {
        sent.command(&visit)?;
        let context = visit.context(&sent.fields)?;
        let receipt = visit.run(move |app| $run(app, &context, id)).await?;
        Ok(created(format!("{BASE}/imports/{id}"), id, receipt))
    }
)+ } }
acts! {
    /// Takes in what is right.
    take at "/imports/{id}/takings" by app::take;
    /// Takes it back, whole.
    undo at "/imports/{id}/undoings" by app::undo;
    /// Forgets the file at once; what came in stays.
    drop_table at "/imports/{id}/droppings" by app::drop_table;
}
