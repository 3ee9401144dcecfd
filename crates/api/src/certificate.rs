//! Certificates: checked by anyone, listed for those whom they concern, withdrawn by who writes the training.
use super::{
    BASE,
    body::{Sent, Which, told},
    reply::{Created, created, link},
};
use axum::{
    Json,
    extract::Path,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use tiltas_app::certificate as app;
use tiltas_domain::certificate::Certificate as Known;
use tiltas_input::{
    Input,
    certificate::{SelectCertificates, WithdrawCertificate},
};
use tiltas_kit::{Failure, Visit, edge::Asked};
use utoipa::ToSchema;

/// So many stand on a page.
const PAGE: usize = 50;

/// A certificate in a list.
#[derive(Serialize, ToSchema)]
pub struct CertificateLine {
    /// Which.
    pub id: String,
    /// Its number.
    pub number: String,
    /// The training, by id.
    pub training: String,
    /// The holder's institution, by id.
    pub organisation: String,
    /// The holder's function there.
    pub function: String,
    /// What its holder can do.
    pub competence: String,
    /// The last day on which it is valid.
    pub until: String,
    /// How it stands today.
    pub status: &'static str,
    /// Invented, to show how it works.
    pub example: bool,
}

/// A page of the list.
#[derive(Serialize, ToSchema)]
pub struct Certificates {
    /// The lines, those that run out first before the others.
    pub lines: Vec<CertificateLine>,
    /// How many fit what was asked.
    pub found: usize,
    /// How many concern this token's institution.
    pub all: usize,
    /// How many of them run out within 90 days.
    pub run_out: usize,
    /// Where the next page stands, if there is one.
    pub next: Option<String>,
}

/// What anyone is told of a code that is known. No name is kept.
#[derive(Serialize, ToSchema)]
pub struct CertificateCheck {
    /// How it stands today.
    pub status: &'static str,
    /// For what.
    pub competence: String,
    /// The last day on which it is valid.
    pub until: String,
    /// Invented, to show how it works.
    pub example: bool,
}

/// The certificates of trainings that the token's institution planned, and those of its own people.
#[utoipa::path(get, path = "/certificates", tag = "certificate", params(SelectCertificates), responses((status = 200, description = "A page of them", body = Certificates)))]
pub async fn list(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let select = tiltas_input::of_query::<SelectCertificates>(&asked)
        .and_then(|sent| sent.command(&visit.at()))
        .map_err(|wrong| told(&visit, &wrong))?;
    let context = visit.reading()?;
    let found = visit.run(move |app| app::list(app, &context, &select, PAGE)).await?;
    let next = found.next.map(|next| {
        let path = format!("{BASE}/certificates");
        link(&path, &asked, ("after", next.to_string()))
    });
    let lines = found.lines.into_iter().map(|one| CertificateLine {
        id: one.line.id.to_string(),
        number: one.line.told.number,
        training: one.line.training.to_string(),
        organisation: one.line.told.organisation.to_string(),
        function: one.line.told.function,
        competence: one.line.told.competence,
        until: one.line.told.until.to_string(),
        status: one.status.code(),
        example: one.line.example,
    });
    let lines = lines.collect();
    Ok(Json(Certificates {
        lines,
        found: found.found,
        all: found.all,
        run_out: found.run_out,
        next,
    })
    .into_response())
}

/// Withdraws one, with a reason.
#[utoipa::path(post, path = "/certificates/{id}/withdrawals", tag = "certificate", params(("id" = String, Path, description = "The certificate")), request_body = WithdrawCertificate, responses((status = 201, description = "Done", body = Created)))]
pub async fn withdraw(
    visit: Visit,
    Which(id): Which<Known>,
    sent: Sent<WithdrawCertificate>,
) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit.run(move |app| app::withdraw(app, &context, id, &command)).await?;
    Ok(created(format!("{BASE}/certificates"), id, receipt))
}

/// Checks a code. Anyone may, ten times an hour from one address; a code that is mistyped and one that nobody has are told the same.
#[utoipa::path(get, path = "/certificates/checks/{code}", tag = "certificate", security(()), params(("code" = String, Path, description = "The check code")), responses((status = 200, description = "It is known", body = CertificateCheck)))]
pub async fn check(visit: Visit, Path(code): Path<String>) -> Result<Response, Failure> {
    visit.tries_code()?;
    let now = visit.now;
    let found = visit.run(move |app| app::check(app, &code, now)).await?;
    let found = found.ok_or(Failure::NotFound)?;
    Ok(Json(CertificateCheck {
        status: found.status.code(),
        competence: found.competence,
        until: found.until.to_string(),
        example: found.example,
    })
    .into_response())
}
