//! The rows that were left out, as they stand in the file and with what is wrong, to be mended and brought again.
use super::{column, load};
use axum::{extract::Path, response::Response};
use tiltas_app::import::Story;
use tiltas_domain::import::{Cell, Fault, Line};
use tiltas_kit::{Failure, Visit, table::export};

/// What stands in the cell that is wrong, as long as the file is kept.
pub(super) fn there(story: &Story, fault: &Fault) -> Option<String> {
    let lines = &story.choice.as_ref()?.table.lines;
    let nth = lines.binary_search_by_key(&fault.row, |line| line.number).ok()?;
    let cell = lines.get(nth)?.cells.get(usize::from(fault.column?))?;
    Some(text(cell))
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Formula => "=…".to_owned(),
        Cell::Broken => "#…".to_owned(),
    }
}

/// The file.
pub async fn page(visit: Visit, Path(which): Path<String>) -> Result<Response, Failure> {
    let story = load(&visit, &which, None).await?;
    let words = &visit.words;
    let faults = match &story.judged {
        Some(judged) => judged.faults(),
        None => story.of.faults.as_slice(),
    };
    let choice = story
        .choice
        .as_ref()
        .filter(|_| !faults.is_empty())
        .ok_or(Failure::NotFound)?;
    let table = &choice.table;
    let mut heads = vec![words.import_row()];
    heads.extend(table.heads.iter().cloned());
    heads.push(words.import_wrong_head());
    // In the order of the rows, as both lists stand.
    let says = |line: &Line| {
        let own = faults.iter().filter(|fault| fault.row == line.number);
        let one = |fault: &Fault| {
            let at = column(words, &story, fault.column);
            format!("{at}: {}", words.say_import_fault(fault.kind))
        };
        own.map(one).collect::<Vec<_>>().join(" ")
    };
    let wrong: std::collections::BTreeSet<u32> = faults.iter().map(|fault| fault.row).collect();
    let lines = table.lines.iter().filter(|line| wrong.contains(&line.number));
    let rows = lines.map(|line| {
        let cells = (0..table.heads.len()).map(|nth| line.cells.get(nth).map(text).unwrap_or_default());
        let mut row = vec![line.number.to_string()];
        row.extend(cells);
        row.push(says(line));
        row
    });
    export(&visit, "refused", &heads, rows)
}
