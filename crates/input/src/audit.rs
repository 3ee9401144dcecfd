//! Which entries of an access log are asked for: the filters of its page, of its export and of its list for programs; and which
//! day of all logs.
use super::{At, Errors, Input, Reader, schema};
use serde::Deserialize;
use tiltas_domain::{
    Role,
    audit::{OnDay, Select},
};
use utoipa::IntoParams;

/// Which entries.
#[derive(Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SelectAudits {
    /// Only by people of this organisation: its id.
    pub organisation: Option<String>,
    /// Only in this role.
    #[param(schema_with = schema::one::<Role>)]
    pub role: Option<String>,
    /// Only this: the code of what was done.
    pub action: Option<String>,
    /// From this day or time on.
    pub from: Option<String>,
    /// Up to this day, its end included, or time.
    pub until: Option<String>,
    /// `yes`: only what was denied, refused or not found.
    pub denied: Option<String>,
    /// The entries older than this one, by its mark.
    pub after: Option<String>,
}

impl Input for SelectAudits {
    type Command = Select;

    fn command(&self, at: &At<'_>) -> Result<Select, Errors> {
        let mut read = Reader::new(at);
        let select = Select {
            organisation: read.id("organisation", self.organisation.as_deref()),
            role: read.choice("role", self.role.as_deref()),
            action: read.code("action", self.action.as_deref()),
            from: read.begins("from", self.from.as_deref()),
            until: read.ends("until", self.until.as_deref()),
            denied: read.tick("denied", self.denied.as_deref()),
            after: read.code("after", self.after.as_deref()),
        };
        read.end(Some(select))
    }
}

/// The files that one organisation opened, or was refused, on one day.
#[derive(Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SelectFiles {
    /// Whose people: its id.
    pub organisation: Option<String>,
    /// The day: `2026-11-26`.
    pub day: Option<String>,
    /// The files after this one: its id.
    pub after: Option<String>,
}

impl Input for SelectFiles {
    type Command = OnDay;

    fn command(&self, at: &At<'_>) -> Result<OnDay, Errors> {
        let mut read = Reader::new(at);
        let organisation = read.needed_id("organisation", self.organisation.as_deref());
        let date = read.needed_day("day", self.day.as_deref());
        let after = read.id("after", self.after.as_deref());
        let chosen = organisation.zip(date);
        read.end(chosen.map(|(organisation, date)| OnDay {
            organisation,
            date,
            after,
        }))
    }
}
