//! Tasks: said to be done by those who owe them; the notice of a child says whom it told.
use crate::{
    Edge, Errors, Failure, Fields, Html, Posted, Visit,
    case::{
        load,
        sheet::{Sheet, back},
    },
    component::{
        Clock,
        form::{Choice, Choices},
    },
};
use axum::{Router, extract::Path, response::Response, routing::get};
use tiltas_app::{
    case::file::{File, TaskLine},
    organisation, task,
};
use tiltas_domain::{
    Id,
    organisation::{Organisation, OrganisationKind},
    task::{Kind, Task},
};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/cases/{id}/tasks/{task}/done", get(page).post(done))
        .route("/cases/{id}/tasks/{task}/tell-child-protection", get(whom).post(tell))
}

fn find<'f>(file: &'f File, task: &str) -> Result<&'f TaskLine, Failure> {
    let id: Id<Task> = crate::case::id(task)?;
    let found = file.tasks.iter().find(|line| line.id == id && line.ours);
    found.ok_or(Failure::NotFound)
}

fn code(kind: Kind) -> &'static str {
    match kind {
        Kind::TellChildProtection => "tell_child_protection",
        Kind::TakeCorrection(_) => "take_correction",
        Kind::ConfirmRemoval(_) => "confirm_removal",
        Kind::ReportIncident(_) => "report_incident",
    }
}

fn sheet(visit: &Visit, file: &File, line: &TaskLine, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    Sheet::new(visit, file, "task-title", sent)
        .lead(words.say_code("case-task", code(line.kind)))
        .lead(words.say_code("case-task-note", code(line.kind)))
        .before([Html::of(Clock::new(words, &line.clock, visit.now))])
}

/// What is owed, and that it is done.
pub async fn page(visit: Visit, Path((case, task)): Path<(String, String)>) -> Result<Response, Failure> {
    let file = load(&visit, &case).await?;
    let line = find(&file, &task)?;
    sheet(&visit, &file, line, None)
        .submit(visit.words.say("task-done"))
        .show()
}

/// Done.
pub async fn done(
    visit: Visit,
    Path((case, task)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let (context, id, task) = (
        visit.context(&fields)?,
        crate::case::id(&case)?,
        crate::case::id(&task)?,
    );
    visit.run(move |app| task::finish(app, &context, id, task)).await?;
    Ok(back(&case, "task"))
}

type Authorities = Vec<(Id<Organisation>, String, Option<String>)>;

async fn look(visit: &Visit, case: &str) -> Result<(File, Authorities), Failure> {
    let (file, context) = (load(visit, case).await?, visit.reading()?);
    let directory = visit.run(move |app| organisation::directory(app, &context)).await?;
    let authorities = directory
        .into_iter()
        .filter(|line| line.kind == OrganisationKind::ChildProtection);
    let authorities = authorities.map(|line| (line.organisation, line.name, line.duty_phone));
    Ok((file, authorities.collect()))
}

fn notice(
    visit: &Visit,
    file: &File,
    line: &TaskLine,
    authorities: &Authorities,
    sent: Option<(&Fields, &Errors)>,
) -> Sheet {
    let words = &visit.words;
    let list = authorities.iter().map(|(id, name, phone)| {
        let choice = Choice::new(id.to_string(), name.as_str());
        match phone {
            Some(phone) => choice.hint(words.say_with("task-phone", &[("phone", phone)])),
            None => choice,
        }
    });
    let mut whom = Choices::one("authority", words.say("task-whom"), list).hint(words.say("task-whom-hint"));
    if let Some((fields, errors)) = sent {
        whom = whom.again(fields, errors);
    }
    sheet(visit, file, line, sent).part(whom).submit(words.say("task-tell"))
}

/// Which authority?
pub async fn whom(visit: Visit, Path((case, task)): Path<(String, String)>) -> Result<Response, Failure> {
    let (file, authorities) = look(&visit, &case).await?;
    let line = find(&file, &task)?;
    notice(&visit, &file, line, &authorities, None).show()
}

/// Told.
pub async fn tell(
    visit: Visit,
    Path((case, task)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let (file, authorities) = look(&visit, &case).await?;
    let chosen = authorities
        .iter()
        .find(|(id, ..)| id.to_string() == fields.one("authority"));
    let Some((authority, ..)) = chosen else {
        let (line, mut errors) = (find(&file, &task)?, Errors::new());
        errors.add(&visit.words, "authority", "task-whom-needed", &[]);
        return Err(notice(&visit, &file, line, &authorities, Some((&fields, &errors))).again(errors));
    };
    let (context, id, task, authority) = (visit.context(&fields)?, file.case, crate::case::id(&task)?, *authority);
    visit
        .run(move |app| task::tell_child_protection(app, &context, id, task, authority))
        .await?;
    Ok(back(&case, "child_told"))
}
