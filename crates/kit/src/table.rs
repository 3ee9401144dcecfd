//! A list as a table for other programs: CSV (RFC 4180) or XLSX.
//!
//! WHY a mark before some cells of a CSV: a program for tables takes what begins with = + - @ for a formula and runs it. In an XLSX
//! a cell says itself that it is text.
pub mod reader;

use crate::{Failure, Visit};
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// The most letters that a cell of an XLSX holds (ECMA-376, as programs keep to it).
const CELL: usize = 32_767;

/// The list as the address asks for it: XLSX where it ends with `.xlsx`, else CSV.
///
/// # Errors
/// [`Failure::Broken`] where the table is larger than an XLSX may be.
pub fn export<R: AsRef<[String]>>(
    visit: &Visit,
    name: &str,
    heads: &[String],
    rows: impl IntoIterator<Item = R>,
) -> Result<Response, Failure> {
    if !visit.path.ends_with(".xlsx") {
        return Ok(table(name, heads, rows));
    }
    let bytes = book(visit.now.timestamp().as_second(), heads, rows).map_err(|_| Failure::Broken)?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(file(bytes.into_response(), kind, name, "xlsx"))
}

/// The file as CSV, with the mark by which programs for tables know the letters, and the line ends that they expect. `name` tells
/// nothing of anybody.
pub fn table<R: AsRef<[String]>>(name: &str, heads: &[String], rows: impl IntoIterator<Item = R>) -> Response {
    let mut text = String::from("\u{feff}");
    row(&mut text, heads);
    for cells in rows {
        row(&mut text, cells.as_ref());
    }
    file(text.into_response(), "text/csv; charset=utf-8", name, "csv")
}

fn file(mut response: Response, kind: &'static str, name: &str, ending: &str) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}.{ending}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

/// One sheet; each cell is text. Its date is that of the node, not of the machine.
fn book<R: AsRef<[String]>>(
    now: i64,
    heads: &[String],
    rows: impl IntoIterator<Item = R>,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_timestamp(now)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let sheet = book.add_worksheet();
    let bold = Format::new().set_bold();
    for (column, head) in (0..).zip(heads) {
        sheet.write_string_with_format(0, column, head, &bold)?;
    }
    for (line, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells.as_ref()) {
            let text: String = cell.chars().take(CELL).collect();
            sheet.write_string(line, column, text)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

fn row(text: &mut String, cells: &[String]) {
    for (nth, cell) in cells.iter().enumerate() {
        if nth > 0 {
            text.push(',');
        }
        text.push_str(&quoted(cell));
    }
    text.push_str("\r\n");
}

/// A cell in quotes; what would be run as a formula is text.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let mark = if formula { "'" } else { "" };
    format!("\"{mark}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::{book, quoted};
    use calamine::{Data, Reader, Xlsx};

    const RUN: [&str; 6] = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"];

    #[test]
    fn a_cell_that_a_table_would_run_is_text() {
        for typed in RUN {
            assert_eq!(quoted(typed), format!("\"'{typed}\""), "{typed:?}");
        }
        assert_eq!(quoted("She said \"no\", twice"), "\"She said \"\"no\"\", twice\"");
        assert_eq!(quoted("1-1=0"), "\"1-1=0\"");
    }

    #[test]
    fn a_cell_of_a_book_is_read_back_as_the_text_that_it_was() {
        let long = "ș".repeat(40_000);
        let rows = RUN
            .iter()
            .map(|typed| [(*typed).to_owned(), "Școală, \"4\"".to_owned()]);
        let rows = rows.chain([[long, "2018-05".to_owned()]]);
        let bytes = book(1_527_811_200, &["Typed".to_owned(), "Other".to_owned()], rows).expect("a book");
        let mut read: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).expect("a book");
        let sheet = read.worksheet_range_at(0).expect("a sheet").expect("its cells");
        assert_eq!(sheet.get_size(), (RUN.len() + 2, 2));
        for (nth, typed) in (1..).zip(RUN) {
            // A line end is one letter in XML.
            let typed = typed.replace('\r', "\n");
            let is = sheet.get((nth, 0)).map(ToString::to_string).unwrap_or_default();
            assert_eq!(is.replace('\r', "\n"), typed);
            assert!(matches!(sheet.get((nth, 0)), Some(Data::String(_))), "{typed:?}");
        }
        let last = sheet
            .get((RUN.len() + 1, 0))
            .map(ToString::to_string)
            .unwrap_or_default();
        assert_eq!(
            last.chars().count(),
            32_767,
            "a longer one is cut, the rest of the table stands"
        );
        let formulas = read.worksheet_formula("Sheet1").expect("its formulas");
        assert!(formulas.is_empty(), "{formulas:?}");
    }
}
