//! Signals: recording one opens the file.
use super::{
    BASE,
    body::{Sent, Which},
    reply::{Created, Told, created, text, time, told, withheld},
};
use axum::Json;
use serde::Serialize;
use tiltas_access::{Action, Withheld};
use tiltas_app::case::file::{File, time::What};
use tiltas_domain::{Field, case::Case};
use tiltas_input::signal::RecordSignal;
use tiltas_kit::{Failure, Visit};
use tiltas_words::Words;
use utoipa::ToSchema;

/// A signal, as this role sees it.
#[derive(Serialize, ToSchema)]
pub struct Signal {
    /// Which; the file that it opened has the same id.
    pub id: String,
    /// The file.
    pub case: String,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// How soon.
    pub urgency: Told<String>,
    /// Where it came from.
    pub channel: Told<String>,
    /// When it was recorded.
    pub recorded: Told<String>,
    /// What was told or seen.
    pub account: Told<String>,
}

/// Records a signal and opens the file.
#[utoipa::path(post, path = "/signals", tag = "signal", request_body = RecordSignal, responses((status = 201, description = "Recorded", body = Created)))]
pub async fn record(visit: Visit, sent: Sent<RecordSignal>) -> Result<axum::response::Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (id, receipt) = visit
        .run(move |app| tiltas_app::signal::record(app, &context, &command))
        .await?;
    Ok(created(format!("{BASE}/signals/{id}"), id, receipt))
}

/// The signal that opened a file.
#[utoipa::path(get, path = "/signals/{id}", tag = "signal", params(("id" = String, Path, description = "Which")), responses((status = 200, description = "The signal", body = Signal)))]
pub async fn show(visit: Visit, Which(id): Which<Case>) -> Result<Json<Signal>, Failure> {
    let context = visit.reading()?;
    let file = visit
        .run(move |app| tiltas_app::case::file::form(app, &context, id, Action::ReadCase, &[Field::Story, Field::Work]))
        .await?;
    Ok(Json(signal(&visit.words, &file)))
}

fn signal(words: &Words, file: &File) -> Signal {
    let first = file.steps.iter().find_map(|step| match &step.what {
        What::Telling(telling) if telling.what == "signal" => Some((telling.how.first()?.1, step.at)),
        _ => None,
    });
    let other = || Told::Withheld(withheld(words, Withheld::OtherStep));
    let channel = first.map_or_else(other, |(channel, _)| Told::Open(channel.to_owned()));
    let recorded = first.map_or_else(other, |(_, at)| Told::Open(time(at)));
    Signal {
        id: file.case.to_string(),
        case: file.case.to_string(),
        spoken_name: file.spoken_name.clone(),
        urgency: told(words, file.urgency.clone(), |urgency| urgency.code().to_owned()),
        channel,
        recorded,
        account: text(words, &file.account),
    }
}
