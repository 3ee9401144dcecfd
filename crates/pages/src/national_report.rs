//! The national report: its last version as it is read and printed, a form for a new one, and its approval.
mod act;
mod export;
mod show;

use axum::{Router, routing::get};
use tiltas_domain::{Id, national_report::NationalReport};
use tiltas_kit::{Edge, Failure};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/national-reports/{id}", get(show::page))
        .route("/national-reports/{id}/document.docx", get(export::page))
        .route("/national-reports/{id}/{act}", get(act::page).post(act::run))
}

fn id(text: &str) -> Result<Id<NationalReport>, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// The part that an address names, from 1; the first where it names none.
fn number(text: &str) -> usize {
    text.parse().ok().filter(|part| *part > 0).unwrap_or(1)
}

/// A piece of the words of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'t> {
    /// A heading of the first rank.
    Chapter(&'t str),
    /// A heading below it.
    Heading(&'t str),
    /// A paragraph.
    Paragraph(&'t str),
}

/// The pieces of the words, in order: one a line, empty lines apart.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| match (line.strip_prefix("## "), line.strip_prefix("# ")) {
        (Some(heading), _) => Piece::Heading(heading),
        (_, Some(chapter)) => Piece::Chapter(chapter),
        _ => Piece::Paragraph(line),
    })
}
