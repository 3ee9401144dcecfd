//! Tasks: written, done, no longer needed; the notice of a child says whom it told.
use super::{
    At, Errors, Input, Reader,
    error::{Code, Fact},
    schema,
};
use serde::Deserialize;
use tiltas_domain::{
    Id,
    content::Message,
    organisation::{Function, Organisation},
    task::{Kind, Work, Write},
};
use utoipa::ToSchema;

/// A task about a case.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"kind": "written", "text": "Ring the interpreter for tomorrow at nine.", "due": "2026-11-18T17:00:00Z"}))]
pub struct WriteTask {
    /// What is to be done: `refer`, `screen`, or `written`, and then `text` says what.
    #[schema(required, schema_with = schema::asked)]
    #[serde(default)]
    pub kind: String,
    /// What is to be done, in words.
    pub text: Option<String>,
    /// Who is to do it; one's own organisation, where nothing is said.
    pub organisation: Option<String>,
    /// Which function of it, by id; anyone there, where nothing is said. `GET /organisations` has them.
    pub function: Option<String>,
    /// By when: a day, or a time with its zone.
    pub due: Option<String>,
}

impl Input for WriteTask {
    type Command = Write;

    fn command(&self, at: &At<'_>) -> Result<Write, Errors> {
        let mut read = Reader::new(at);
        let work = match read.needed("kind", Some(&self.kind)) {
            Some(Kind::Refer) => Some(Work::Refer),
            Some(Kind::Screen) => Some(Work::Screen),
            Some(Kind::Written) => {
                let text: Option<Message> = read.needed_words("text", self.text.as_deref());
                text.map(|text| Work::Written(text.into()))
            }
            Some(_) => {
                let asked = Kind::ASKED.map(Kind::code).join(", ");
                read.wrong_by("kind", Code::Choose, "codes", Fact::Text(asked));
                None
            }
            None => None,
        };
        let organisation = read.id("organisation", self.organisation.as_deref());
        let function = read.id("function", self.function.as_deref());
        let due = read.until("due", self.due.as_deref());
        read.end(work.map(|work| Write {
            work,
            organisation,
            function,
            due,
        }))
    }
}

/// Who can do a task: the organisations in which somebody does tasks, and the functions of all.
pub struct Doers {
    /// Each with its name.
    pub organisations: Vec<(Id<Organisation>, String)>,
    /// Each with its organisation.
    pub functions: Vec<(Id<Organisation>, Function)>,
}

impl Doers {
    /// The functions of an organisation whose people do tasks.
    pub fn functions_of(&self, organisation: Id<Organisation>) -> impl Iterator<Item = &Function> {
        let functions = self.functions.iter();
        let of_it = functions.filter(move |(of, function)| *of == organisation && function.role.does_tasks());
        of_it.map(|(_, function)| function)
    }

    /// Checks that somebody in the organisation that is to do a task does tasks, and that the function that is named is one of it:
    /// of `own`, where no organisation is named. `told` names what would be accepted, by its id and its name.
    ///
    /// # Errors
    /// When nobody there does tasks, or the function is another's or its people do none.
    pub fn check(
        &self,
        command: &Write,
        own: Id<Organisation>,
        told: impl Fn(String, &str) -> String,
    ) -> Result<(), Errors> {
        let to = command.organisation.unwrap_or(own);
        let mut errors = Errors::new();
        let mut wrong = |field: &str, code, accepted: Vec<String>| {
            let codes = match accepted.is_empty() {
                true => "–".to_owned(),
                false => accepted.join(", "),
            };
            errors.add(field, code, vec![("codes", Fact::Text(codes))]);
        };
        if to != own && !self.organisations.iter().any(|(id, _)| *id == to) {
            let others = self.organisations.iter();
            let others = others.map(|(id, name)| told(id.to_string(), name));
            wrong("organisation", Code::Doer, others.collect());
        } else if let Some(function) = command.function
            && !self.functions_of(to).any(|known| known.id == function)
        {
            let functions = self.functions_of(to);
            let functions = functions.map(|function| told(function.id.to_string(), &function.title));
            wrong("function", Code::Function, functions.collect());
        }
        match errors.is_empty() {
            true => Ok(()),
            false => Err(errors),
        }
    }
}

/// What came of a task.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"note": "She comes at nine."}))]
pub struct FinishTask {
    /// What came of it.
    pub note: Option<String>,
}

impl Input for FinishTask {
    type Command = Option<Message>;

    fn command(&self, at: &At<'_>) -> Result<Option<Message>, Errors> {
        let mut read = Reader::new(at);
        let note = read.words("note", self.note.as_deref());
        read.end(Some(note))
    }
}

/// Why a task is no longer needed.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"note": "She speaks Romanian; no interpreter is needed."}))]
pub struct CancelTask {
    /// Why.
    #[schema(required)]
    #[serde(default)]
    pub note: String,
}

impl Input for CancelTask {
    type Command = Message;

    fn command(&self, at: &At<'_>) -> Result<Message, Errors> {
        let mut read = Reader::new(at);
        let note = read.needed_words("note", Some(&self.note));
        read.end(note)
    }
}

/// Which authority was told.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"authority": "5b0c9d3e7f1a4c2e8d6b4a9f3e2c1d70"}))]
pub struct TellChildProtection {
    /// The child-protection authority, by id.
    #[schema(required)]
    #[serde(default)]
    pub authority: String,
}

impl Input for TellChildProtection {
    type Command = Id<Organisation>;

    fn command(&self, at: &At<'_>) -> Result<Id<Organisation>, Errors> {
        let mut read = Reader::new(at);
        let authority = read.needed_id("authority", Some(&self.authority));
        read.end(authority)
    }
}
