//! Functions of an organisation that stands: opened, changed, closed; accounts move between them.
use super::{
    BASE,
    body::{Below, Keyed, Sent, Which},
    reply::{Created, created},
};
use axum::{Json, response::Response};
use serde::Serialize;
use tiltas_app::account::{self, Rights};
use tiltas_domain::{
    Actor,
    organisation::{Function, Organisation},
};
use tiltas_input::function::{ChangeFunction, MoveAccount, OpenFunction};
use tiltas_kit::{Failure, Visit};
use utoipa::ToSchema;

/// An account of an organisation.
#[derive(Serialize, ToSchema)]
pub struct Account {
    /// Which.
    pub id: String,
    /// In which function.
    pub function: String,
    /// Whether it may do nothing for now.
    pub suspended: bool,
}

/// The accounts of an organisation, for whoever registers organisations.
#[utoipa::path(get, path = "/organisations/{id}/accounts", tag = "organisation", params(("id" = String, Path, description = "The organisation")), responses((status = 200, description = "All of them", body = Vec<Account>)))]
pub async fn accounts(visit: Visit, Which(id): Which<Organisation>) -> Result<Json<Vec<Account>>, Failure> {
    let context = visit.reading()?;
    let found = visit
        .run(move |app| tiltas_app::function::organisation(app, &context, id))
        .await?;
    let accounts = found.members.iter().map(|member| Account {
        id: member.account.to_string(),
        function: member.function.to_string(),
        suspended: found.member(member.account, None).is_none(),
    });
    Ok(Json(accounts.collect()))
}

/// Opens a function.
#[utoipa::path(post, path = "/organisations/{id}/functions", tag = "organisation", params(("id" = String, Path, description = "The organisation")), request_body = OpenFunction, responses((status = 201, description = "Opened", body = Created)))]
pub async fn open(visit: Visit, Which(id): Which<Organisation>, sent: Sent<OpenFunction>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::function::open(app, &context, id, &command))
        .await?;
    Ok(created(format!("{BASE}/organisations"), id, receipt))
}

/// Changes the title, the phone and the head of a function.
#[utoipa::path(post, path = "/organisations/{id}/functions/{function}/changes", tag = "organisation", params(("id" = String, Path, description = "The organisation"), ("function" = String, Path, description = "The function")), request_body = ChangeFunction, responses((status = 201, description = "Changed", body = Created)))]
pub async fn change(
    visit: Visit,
    Below(id, function): Below<Organisation, Function>,
    sent: Sent<ChangeFunction>,
) -> Result<Response, Failure> {
    let told = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| tiltas_app::function::change(app, &context, id, function, &told))
        .await?;
    Ok(created(format!("{BASE}/organisations"), id, receipt))
}

/// Closes a function in which nobody is: its tasks are the organisation's.
#[utoipa::path(post, path = "/organisations/{id}/functions/{function}/closures", tag = "organisation", params(("id" = String, Path, description = "The organisation"), ("function" = String, Path, description = "The function")), responses((status = 201, description = "Closed", body = Created)))]
pub async fn close(
    visit: Visit,
    Below(id, function): Below<Organisation, Function>,
    key: Keyed,
) -> Result<Response, Failure> {
    let context = visit.context(&key.0)?;
    let receipt = visit
        .run(move |app| tiltas_app::function::close(app, &context, id, function))
        .await?;
    Ok(created(format!("{BASE}/organisations"), id, receipt))
}

/// Moves an account into a function; whoever is signed in with it is signed out.
#[utoipa::path(post, path = "/organisations/{id}/accounts/{account}/moves", tag = "organisation", params(("id" = String, Path, description = "The organisation"), ("account" = String, Path, description = "The account")), request_body = MoveAccount, responses((status = 201, description = "Moved", body = Created)))]
pub async fn move_account(
    visit: Visit,
    Below(id, account): Below<Organisation, Actor>,
    sent: Sent<MoveAccount>,
) -> Result<Response, Failure> {
    let rights = Rights::Function(sent.command(&visit)?);
    let (context, now) = (visit.context(&sent.fields)?, (visit.edge.sessions.clock)());
    let receipt = visit
        .run(move |app| account::set_rights(app, &context, (id, account), rights, now))
        .await?;
    Ok(created(format!("{BASE}/organisations"), id, receipt))
}
