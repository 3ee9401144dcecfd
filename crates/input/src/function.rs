//! Functions of an organisation that stands.
use super::{At, Errors, Input, Reader, schema};
use serde::Deserialize;
use tiltas_domain::{
    Id, Role,
    organisation::{Function, OpenFunction as Open, ToldOfFunction},
};
use utoipa::ToSchema;

/// A function opens; nobody is in it yet.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"role": "supervisor", "title": "Night shift", "duty_phone": "022 000 198"}))]
pub struct OpenFunction {
    /// What its people may do.
    #[schema(required, schema_with = schema::one::<Role>)]
    #[serde(default)]
    pub role: String,
    /// How colleagues speak of it, without a name.
    #[schema(required)]
    #[serde(default)]
    pub title: String,
    /// Rung for it; the organisation's duty phone, where nothing is said.
    pub duty_phone: Option<String>,
    /// The function above it, by id.
    pub head: Option<String>,
}

/// What of a function can be changed; what is left out is empty from now on.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"title": "Night shift", "duty_phone": "022 000 198"}))]
pub struct ChangeFunction {
    /// How colleagues speak of it, without a name.
    #[schema(required)]
    #[serde(default)]
    pub title: String,
    /// Rung for it; the organisation's duty phone, where nothing is said.
    pub duty_phone: Option<String>,
    /// The function above it, by id.
    pub head: Option<String>,
}

fn told(read: &mut Reader<'_>, title: &str, phone: Option<&str>, head: Option<&str>) -> Option<ToldOfFunction> {
    let (title, duty_phone) = (read.title("title", Some(title)), read.phone("duty_phone", phone));
    let head = read.id("head", head);
    title.map(|title| ToldOfFunction {
        title,
        duty_phone,
        head,
    })
}

impl Input for OpenFunction {
    type Command = Open;

    fn command(&self, at: &At<'_>) -> Result<Open, Errors> {
        let mut read = Reader::new(at);
        let role = read.needed("role", Some(&self.role));
        let told = told(&mut read, &self.title, self.duty_phone.as_deref(), self.head.as_deref());
        read.end(role.zip(told).map(|(role, told)| Open { role, told }))
    }
}

impl Input for ChangeFunction {
    type Command = ToldOfFunction;

    fn command(&self, at: &At<'_>) -> Result<ToldOfFunction, Errors> {
        let mut read = Reader::new(at);
        let told = told(&mut read, &self.title, self.duty_phone.as_deref(), self.head.as_deref());
        read.end(told)
    }
}

/// Into which function an account moves.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"function": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70"}))]
pub struct MoveAccount {
    /// Which, by id.
    #[schema(required)]
    #[serde(default)]
    pub function: String,
}

impl Input for MoveAccount {
    type Command = Id<Function>;

    fn command(&self, at: &At<'_>) -> Result<Id<Function>, Errors> {
        let mut read = Reader::new(at);
        let function = read.needed_id("function", Some(&self.function));
        read.end(function)
    }
}
