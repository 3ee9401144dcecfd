//! The entries that were asked for as a table for other programs: what is shown on the page, one line an entry.
//!
//! WHY a mark before some cells: a program for tables takes what begins with = + - @ for a formula and runs it.
use super::{done_by, outcome, select};
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use tiltas_app::audit::{self, Line, Said};
use tiltas_kit::{Failure, Visit, component::shown::typed, edge::Asked};
use tiltas_words::Words;

/// The file. Its name tells nothing of the case.
pub async fn page(visit: Visit, Path(case): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let (id, context) = (crate::case::id(&case)?, visit.reading()?);
    let chosen = select(&visit, &asked).map_err(|_| Failure::NotFound)?;
    let lines = visit
        .run(move |app| audit::exported(app, &context, id, &chosen))
        .await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"access-log.csv\""),
    ];
    Ok((headers, table(&visit.words, &lines)).into_response())
}

/// With the mark by which programs for tables know the letters, and the line ends that they expect.
fn table(words: &Words, lines: &[Line]) -> String {
    let heads = [
        words.audit_time(),
        words.audit_organisation(),
        words.audit_role(),
        words.audit_action(),
        words.audit_outcome(),
        words.audit_reason_given(),
        words.audit_often(),
        words.audit_first(),
        words.audit_last(),
    ];
    let mut text = String::from("\u{feff}");
    row(&mut text, &heads);
    for line in lines {
        match &line.said {
            Some(said) => row(&mut text, &cells(words, line, said)),
            None => {
                let mut cells = std::array::from_fn::<String, 9, _>(|_| String::new());
                cells[0] = line.at.timestamp().to_string();
                cells[4] = words.audit_unreadable();
                row(&mut text, &cells);
            }
        }
    }
    text
}

fn cells(words: &Words, line: &Line, said: &Said) -> [String; 9] {
    let again = said.again;
    [
        line.at.timestamp().to_string(),
        said.organisation.clone(),
        words.say_role(said.role),
        done_by(words, said),
        outcome(words, said, audit::opened(&said.outcome)),
        said.reason.as_ref().map(typed).unwrap_or_default(),
        again.map_or(1, |again| again.times).to_string(),
        again.map_or(line.at, |again| again.first).timestamp().to_string(),
        again.map_or(line.at, |again| again.last).timestamp().to_string(),
    ]
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
