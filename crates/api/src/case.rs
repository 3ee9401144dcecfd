//! Case files: the list, and one as this token's role sees it.
pub mod show;

use super::body::again;
use super::reply::{Told, time, told};
use super::value::{Person, person};
use axum::{Json, extract::Query};
use serde::Serialize;
use tiltas_app::case::list::{Line, Order};
use tiltas_kit::{
    Failure, Fields, Visit,
    forms::{Errors, Reader},
};
use tiltas_words::Words;
use utoipa::{IntoParams, ToSchema};

/// How the list is asked for.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "described, and read field by field")]
pub struct Asked {
    /// `newest` (as it is) or `spoken_name`.
    order: Option<String>,
    /// How many to pass over.
    after: Option<u32>,
}

/// A case in the list.
#[derive(Serialize, ToSchema)]
pub struct CaseLine {
    /// Which.
    pub id: String,
    /// How staff speak of her.
    pub spoken_name: String,
    /// How soon.
    pub urgency: Told<String>,
    /// Who she is.
    pub person: Told<Person>,
    /// When the file was opened.
    pub opened: String,
    /// Whether the token's organisation leads.
    pub leads: bool,
}

/// The cases in which the token's organisation takes part, fifty at a time.
#[utoipa::path(get, path = "/cases", tag = "case", params(Asked), responses((status = 200, description = "Cases", body = Vec<CaseLine>)))]
pub async fn list(visit: Visit, Query(asked): Query<Vec<(String, String)>>) -> Result<Json<Vec<CaseLine>>, Failure> {
    let context = visit.reading()?;
    let (order, after) = read(&visit.words, &Fields(asked)).map_err(again)?;
    let lines = visit
        .run(move |app| tiltas_app::case::list::list(app, &context, order, after))
        .await?;
    Ok(Json(lines.into_iter().map(|one| line(&visit.words, one)).collect()))
}

fn read(words: &Words, fields: &Fields) -> Result<(Order, i64), Errors> {
    let mut read = Reader::new(words, fields);
    let order = match read.choice("order", &["newest", "spoken_name"], |code| code) {
        Some("spoken_name") => Order::SpokenName,
        _ => Order::Newest,
    };
    let after = match read.given("after").map(str::parse::<u32>) {
        Some(Ok(after)) => i64::from(after),
        Some(Err(_)) => {
            read.wrong("after", "errors-kind-number", &[]);
            0
        }
        None => 0,
    };
    read.end(Some((order, after)))
}

fn line(words: &Words, line: Line) -> CaseLine {
    CaseLine {
        id: line.case.to_string(),
        spoken_name: line.spoken_name,
        urgency: told(words, line.urgency, |urgency| urgency.code().to_owned()),
        person: told(words, line.person, person),
        opened: time(line.opened),
        leads: line.leads,
    }
}
