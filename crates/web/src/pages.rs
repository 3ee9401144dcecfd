//! Every page of the slices, one line a slice.
use crate::{
    Edge, account, audit, case, consent, detail, disclosure, note, one_night, organisation, place, provider, referral,
    risk, screening, signal, task, today, tonight,
};
use axum::Router;

/// What [`crate::site`] puts the shell around.
pub fn routes() -> Router<Edge> {
    Router::new()
        .merge(account::routes())
        .merge(audit::routes())
        .merge(case::routes())
        .merge(consent::routes())
        .merge(detail::routes())
        .merge(disclosure::routes())
        .merge(note::routes())
        .merge(one_night::routes())
        .merge(organisation::routes())
        .merge(place::routes())
        .merge(provider::routes())
        .merge(referral::routes())
        .merge(risk::routes())
        .merge(screening::routes())
        .merge(signal::routes())
        .merge(task::routes())
        .merge(today::routes())
        .merge(tonight::routes())
}
