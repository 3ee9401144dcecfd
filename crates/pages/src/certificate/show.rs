//! One certificate for whoever issued it: one sheet of paper with its code and a line for a name, which is not kept here.
use crate::{case::sheet::Sheet as Frame, training::days};
use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use tiltas_app::certificate::{self, Sheet};
use tiltas_domain::{Id, certificate::Certificate};
use tiltas_input::certificate::WithdrawCertificate;
use tiltas_kit::{
    Errors, Failure, Fields, Page, Posted, Visit,
    component::form::Area,
    edge::{Asked, show},
};
use tiltas_words::Html;

#[derive(Template)]
#[template(path = "certificate/show.html")]
struct CertificatePage {
    page: Page,
    programme: String,
    example: bool,
    holder: Html,
    title: String,
    competence: String,
    taught: String,
    number: String,
    until: String,
    code: String,
    issuer: String,
    light: Html,
    withdrawn: Option<(String, String)>,
    withdrawal: Option<String>,
}

async fn load(visit: &Visit, which: &str) -> Result<Sheet, Failure> {
    let which: Id<Certificate> = which.parse().map_err(|_| Failure::NotFound)?;
    let context = visit.reading()?;
    visit.run(move |app| certificate::sheet(app, &context, which)).await
}

/// The sheet.
pub async fn page(visit: Visit, Path(which): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let sheet = load(&visit, &which).await?;
    let (words, issued) = (&visit.words, &sheet.of.issued);
    let (plan, taught) = (&issued.plan, &issued.plan.curriculum);
    let page = visit.page(&words.certificate_title());
    let page = match asked.given("done") {
        Some("withdrawal") => page.with_done(words.certificate_done_withdrawal()),
        _ => page,
    };
    let when = days(words, plan.from, plan.to);
    show(&CertificatePage {
        programme: plan.programme.clone().unwrap_or_default(),
        example: plan.example,
        holder: words.certificate_holder(&sheet.organisation),
        title: plan.title.clone(),
        competence: taught.competence.clone(),
        taught: words.certificate_taught(
            &plan.place,
            when,
            words.certificate_hours(usize::from(taught.hours)),
            taught.modules.join(", "),
        ),
        number: issued.number.clone(),
        until: words.dated(issued.until),
        code: issued.code.to_string(),
        issuer: sheet.issuer.clone(),
        light: super::light(words, sheet.status),
        withdrawn: sheet
            .of
            .withdrawn
            .as_ref()
            .map(|known| (words.date(known.at), known.reason.clone())),
        withdrawal: sheet
            .may_withdraw
            .then(|| format!("/trainings/certificates/{}/withdrawal", sheet.id)),
        page,
    })
}

fn frame(visit: &Visit, sheet: &Sheet, sent: Option<(&Fields, &Errors)>) -> Frame {
    let (words, none, blank) = (&visit.words, Errors::new(), Fields::default());
    let (fields, errors) = sent.unwrap_or((&blank, &none));
    let back = format!("/trainings/certificates/{}", sheet.id);
    Frame::alone(visit, words.certificate_withdraw(), sent)
        .back_to(back, sheet.of.issued.number.clone())
        .lead(words.certificate_withdraw_lead())
        .part(
            Area::new("reason", words.recommendation_why())
                .hint(words.training_no_names())
                .again(fields, errors),
        )
}

/// The form by which it is withdrawn.
pub async fn form(visit: Visit, Path(which): Path<String>) -> Result<Response, Failure> {
    let sheet = load(&visit, &which).await?;
    match sheet.may_withdraw {
        true => frame(&visit, &sheet, None).show(),
        false => Err(Failure::NotFound),
    }
}

/// Withdrawn.
pub async fn withdraw(visit: Visit, Path(which): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let sheet = load(&visit, &which).await?;
    let command = visit.command::<WithdrawCertificate>(&fields, &[]);
    let command = command.map_err(|errors| frame(&visit, &sheet, Some((&fields, &errors))).again(errors))?;
    let (context, id) = (visit.context(&fields)?, sheet.id);
    visit
        .run(move |app| certificate::withdraw(app, &context, id, &command))
        .await?;
    Ok(Redirect::to(&format!("/trainings/certificates/{id}?done=withdrawal")).into_response())
}
