//! Case files: the list, and one as this token's role sees it.
pub mod show;

use super::body;
use super::reply::{Told, entries, time, told};
use super::value::{Person, person};
use axum::{extract::Query, response::Response};
use serde::Serialize;
use tiltas_app::case::list::{Line, Order};
use tiltas_input::error::{Code, Fact};
use tiltas_kit::{Failure, Fields, Visit};
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
    /// How staff speak of the person.
    pub spoken_name: String,
    /// How soon.
    pub urgency: Told<String>,
    /// Who the person is.
    pub person: Told<Person>,
    /// When the file was opened.
    pub opened: String,
    /// Whether the token's organisation leads.
    pub leads: bool,
}

/// The cases in which the token's organisation takes part, fifty at a time.
#[utoipa::path(get, path = "/cases", tag = "case", params(Asked), responses((status = 200, description = "Cases", body = Vec<CaseLine>, headers(("Unreadable" = u32, description = "How many can't be read and are left out, where there are any")))))]
pub async fn list(visit: Visit, Query(asked): Query<Vec<(String, String)>>) -> Result<Response, Failure> {
    let context = visit.reading()?;
    let (order, after) = read(&Fields(asked)).map_err(|wrong| body::told(&visit, &wrong))?;
    let listed = visit
        .run(move |app| tiltas_app::case::list::list(app, &context, order, after))
        .await?;
    let lines = listed.lines.into_iter().map(|one| line(&visit.words, one));
    Ok(entries(lines.collect(), listed.unread))
}

fn read(fields: &Fields) -> Result<(Order, i64), tiltas_input::Errors> {
    let mut wrong = tiltas_input::Errors::new();
    let order = match fields.one("order") {
        "" | "newest" => Order::Newest,
        "spoken_name" => Order::SpokenName,
        _ => {
            let codes = Fact::Text("newest, spoken_name".to_owned());
            wrong.add("order", Code::Choose, vec![("codes", codes)]);
            Order::Newest
        }
    };
    let after = match fields.given("after").map(str::parse::<u32>) {
        Some(Ok(after)) => i64::from(after),
        Some(Err(_)) => {
            wrong.add("after", Code::KindNumber, Vec::new());
            0
        }
        None => 0,
    };
    if wrong.is_empty() {
        Ok((order, after))
    } else {
        Err(wrong)
    }
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
