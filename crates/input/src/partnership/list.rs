//! Which partnerships a list shows, and whose picture.
use crate::{At, Errors, Input, Reader, schema};
use serde::Deserialize;
use tiltas_domain::partnership::{Arrangement, Order, Select, State};
use utoipa::IntoParams;

/// Which partnerships.
#[derive(Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SelectPartnerships {
    /// Only those that stand so.
    #[param(schema_with = schema::one::<State>)]
    pub state: Option<String>,
    /// Only those of this kind.
    #[param(schema_with = schema::one::<Arrangement>)]
    pub arrangement: Option<String>,
    /// Only those in which this institution is: its id.
    pub party: Option<String>,
    /// Only those in whose titles these words stand.
    pub text: Option<String>,
    /// In which order.
    #[param(schema_with = schema::one::<Order>)]
    pub sort: Option<String>,
    /// Those that follow this one: its id.
    pub after: Option<String>,
    /// The territorial team whose institutions the picture shows: its id.
    pub territory: Option<String>,
}

impl Input for SelectPartnerships {
    type Command = Select;

    fn command(&self, at: &At<'_>) -> Result<Select, Errors> {
        let mut read = Reader::new(at);
        let select = Select {
            state: read.choice("state", self.state.as_deref()),
            arrangement: read.choice("arrangement", self.arrangement.as_deref()),
            party: read.id("party", self.party.as_deref()),
            text: read.line("text", self.text.as_deref()),
            sort: read.choice("sort", self.sort.as_deref()),
            after: read.id("after", self.after.as_deref()),
            territory: read.id("territory", self.territory.as_deref()),
        };
        read.end(Some(select))
    }
}
