//! Signals: recording one opens the file.
use super::{
    BASE,
    body::{Sent, Which, again},
    reply::{Created, Told, created, text, time, told, withheld},
};
use axum::Json;
use serde::{Deserialize, Serialize};
use tiltas_access::Withheld;
use tiltas_app::case::file::{File, time::What};
use tiltas_domain::case::Case;
use tiltas_kit::forms::signal as form;
use tiltas_kit::{Failure, Visit};
use tiltas_words::Words;
use utoipa::ToSchema;

/// The first word about a person. All about her may be left out; what is left out was not asked.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "channel": "encounter", "urgency": "tonight", "sex": "woman", "age_class": "adult", "age_basis": "declared", "years": "24",
    "nationality": "UA", "languages": ["uk", "ru"], "interpreter": "independent", "child_with_her": "no",
    "name": "Oksana Invented", "whereabouts": "At the border post", "health": "Her wrist hurts",
    "account": "Found in a grey van at 01:20. She is afraid of one man."
}))]
pub struct RecordSignal {
    /// `encounter`, `hotline`, `report`, `herself` or `abroad`.
    pub channel: String,
    /// Whoever told it wants to stay unnamed.
    #[serde(default)]
    pub anonymous: bool,
    /// `danger_now`, `tonight` or `ordinary`.
    pub urgency: String,
    /// `woman`, `man`, `other`, `unknown`, `not_asked` or `refused`.
    pub sex: Option<String>,
    /// `adult`, `child`, `unsure`, or one of the three ways of not having it. In doubt she is treated as a child.
    pub age_class: Option<String>,
    /// What the age rests on: `documented`, `declared`, `assessed` or `presumed_minor`.
    pub age_basis: Option<String>,
    /// Years, 0 to 120, or one of the three ways of not having them.
    pub years: Option<String>,
    /// ISO 3166-1 alpha-2, or one of the three ways of not having it.
    pub nationality: Option<String>,
    /// ISO 639-1; the first is the one to speak with her.
    #[serde(default)]
    pub languages: Vec<String>,
    /// `not_needed`, `independent`, `not_independent`, `needed` or `not_asked`.
    pub interpreter: Option<String>,
    /// One of the five answers.
    pub child_with_her: Option<String>,
    /// A name, as given.
    pub name: Option<String>,
    /// A telephone.
    pub phone: Option<String>,
    /// Where she is.
    pub whereabouts: Option<String>,
    /// Health.
    pub health: Option<String>,
    /// What was told or seen.
    pub account: Option<String>,
}

/// A signal, as this role sees it.
#[derive(Serialize, ToSchema)]
pub struct Signal {
    /// Which; the file that it opened has the same id.
    pub id: String,
    /// The file.
    pub case: String,
    /// How staff speak of her.
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
    let command = form::parse(&visit.words, &sent.fields).map_err(again)?;
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
        .run(move |app| tiltas_app::case::file::file(app, &context, id))
        .await?;
    Ok(Json(signal(&visit.words, &file)))
}

fn signal(words: &Words, file: &File) -> Signal {
    let first = file.steps.iter().find_map(|step| match step.what {
        What::Signal(channel) => Some((channel, step.at)),
        _ => None,
    });
    let other = || Told::Withheld(withheld(words, Withheld::OtherStep));
    let channel = first.map_or_else(other, |(channel, _)| Told::Open(channel.code().to_owned()));
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
