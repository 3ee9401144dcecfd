//! One night, one case, three screens: the demonstration's first page. Each press runs the same use cases as real work; only
//! the clock is the demonstration's.
use crate::{Edge, Failure, Visit};
use axum::{
    Router,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use std::sync::Arc;
use tiltas_app::demonstration::Seed;
use tiltas_domain::Moment;

type Forward = dyn Fn(Moment) -> Moment + Send + Sync;

/// What the demonstration adds to a node.
pub struct Demo {
    /// From which all invented ids follow.
    pub seed: Seed,
    /// Moves the clock forward, never back; returns the time that it is then.
    pub forward: Arc<Forward>,
}

impl Demo {
    /// `forward` moves the node's clock.
    pub fn new(seed: Seed, forward: impl Fn(Moment) -> Moment + Send + Sync + 'static) -> Demo {
        Demo {
            seed,
            forward: Arc::new(forward),
        }
    }
}

/// The page and its presses.
pub fn routes() -> Router<Edge> {
    Router::new().route("/", get(front))
}

/// The first page: One night in the demonstration, else the role's own.
async fn front(visit: Visit) -> Result<Response, Failure> {
    let role = visit.person.as_ref().map(|person| person.actor.role);
    Ok(Redirect::to(crate::navigation::home(role)).into_response())
}
