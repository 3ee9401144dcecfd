//! Which entries of an access log are asked for: the filters of its page, of its export and of its list for programs.
use super::{At, Errors, Input, Reader, schema};
use serde::Deserialize;
use tiltas_domain::{Role, audit::Select};
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
