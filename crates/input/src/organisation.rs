//! Organisations and their people in functions.
use super::{At, Errors, Input, Reader, schema};
use serde::Deserialize;
use tiltas_domain::{
    Role,
    organisation::{NewFunction, OrganisationKind, Register},
};
use utoipa::ToSchema;

/// An organisation joins the mechanism, with its first person; the national unit registers it.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Casa Nouă", "kind": "shelter", "duty_phone": "022 000 199", "role": "provider", "function": "Night coordinator"}))]
pub struct RegisterOrganisation {
    /// Its name.
    #[schema(required)]
    #[serde(default)]
    pub name: String,
    /// What it is.
    #[schema(required, schema_with = schema::one::<OrganisationKind>)]
    #[serde(default)]
    pub kind: String,
    /// Rung at night.
    pub duty_phone: Option<String>,
    /// The territorial team to which an unanswered referral is escalated, by id.
    pub contact_point: Option<String>,
    /// What its first person may do.
    #[schema(required, schema_with = schema::one::<Role>)]
    #[serde(default)]
    pub role: String,
    /// How colleagues speak of the function, without a name.
    #[schema(required)]
    #[serde(default)]
    pub function: String,
    /// Where "something waits" is sent.
    pub mail: Option<String>,
}

impl Input for RegisterOrganisation {
    type Command = Register;

    fn command(&self, at: &At<'_>) -> Result<Register, Errors> {
        let mut read = Reader::new(at);
        let name = read.title("name", Some(&self.name));
        let kind = read.needed("kind", Some(&self.kind));
        let role = read.needed("role", Some(&self.role));
        let function = read.title("function", Some(&self.function));
        let duty_phone = read.phone("duty_phone", self.duty_phone.as_deref());
        let mail = read.line("mail", self.mail.as_deref());
        let contact_point = read.id("contact_point", self.contact_point.as_deref());
        let command = name.zip(kind).zip(role.zip(function));
        read.end(command.map(|((name, kind), (role, function))| Register {
            name,
            kind,
            duty_phone,
            contact_point,
            functions: vec![NewFunction {
                mail,
                ..NewFunction::new(role, function)
            }],
        }))
    }
}
