//! A list as a table for other programs (CSV, RFC 4180).
//!
//! WHY a mark before some cells: a program for tables takes what begins with = + - @ for a formula and runs it.
use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};

/// The file, with the mark by which programs for tables know the letters, and the line ends that they expect. `name` tells
/// nothing of anybody.
pub fn table<const N: usize>(name: &str, heads: &[String; N], rows: impl IntoIterator<Item = [String; N]>) -> Response {
    let mut text = String::from("\u{feff}");
    row(&mut text, heads);
    for cells in rows {
        row(&mut text, &cells);
    }
    let mut response = text.into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/csv; charset=utf-8"),
    );
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}.csv\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
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
    use super::quoted;

    #[test]
    fn a_cell_that_a_table_would_run_is_text() {
        for typed in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(quoted(typed), format!("\"'{typed}\""), "{typed:?}");
        }
        assert_eq!(quoted("She said \"no\", twice"), "\"She said \"\"no\"\", twice\"");
        assert_eq!(quoted("1-1=0"), "\"1-1=0\"");
    }
}
