//! Every page of the slices, one line a slice.
use crate::{Edge, account, one_night, place, provider, referral, screening, tonight};
use axum::Router;

/// What [`crate::site`] puts the shell around.
pub fn routes() -> Router<Edge> {
    Router::new()
        .merge(account::routes())
        .merge(one_night::routes())
        .merge(place::routes())
        .merge(provider::routes())
        .merge(referral::routes())
        .merge(screening::routes())
        .merge(tonight::routes())
}
