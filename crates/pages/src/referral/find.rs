//! The referrals of one person, sought by spoken name. It is sent by POST, so that no address, history or log bears what was
//! looked for; the address that follows has the file's id.
use crate::case::find::calm;
use axum::response::{IntoResponse, Redirect, Response};
use tiltas_app::referral::list;
use tiltas_domain::{Id, case::Case};
use tiltas_kit::{Failure, Posted, Visit};

fn address(case: Id<Case>) -> String {
    format!("/referrals?case={case}")
}

/// The list, for a reader who asks for the address alone.
pub async fn page(visit: Visit) -> Result<Response, Failure> {
    visit.actor()?;
    Ok(Redirect::to("/referrals").into_response())
}

/// Leads to the referrals of the file, to those that may be meant, or to the calm page.
pub async fn press(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    let (context, typed) = (visit.context(&fields)?, fields.one("q").to_owned());
    let found = visit.run(move |app| list::find(app, &context, &typed)).await?;
    match found.as_slice() {
        [(case, _)] => Ok(Redirect::to(&address(*case)).into_response()),
        several => calm(
            &visit,
            several
                .iter()
                .map(|(case, name)| (address(*case), name.clone()))
                .collect(),
            ("/referrals", visit.words.find_referrals()),
        ),
    }
}
