//! Tasks: said to be done by those who owe them; the notice of a child says whom it told.
use crate::case::{
    load,
    sheet::{Sheet, back},
};
use axum::{Router, extract::Path, response::Response, routing::get};
use tiltas_app::{
    case::file::{File, TaskLine, time::What},
    organisation, referral, task,
};
use tiltas_domain::{
    Id,
    organisation::{Organisation, OrganisationKind},
    profile::Profile,
    task::{Kind, Task},
};
use tiltas_input::task::TellChildProtection;
use tiltas_kit::{
    Edge, Errors, Failure, Fields, Posted, Visit,
    component::{
        Clock, Facts,
        form::{Choice, Choices},
    },
};
use tiltas_words::{Html, Words};

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

/// What is owed, and that it is done. For a referral that went to the wrong receiver the draft of its report stands above.
pub async fn page(visit: Visit, Path((case, task)): Path<(String, String)>) -> Result<Response, Failure> {
    let file = load(&visit, &case).await?;
    let line = find(&file, &task)?;
    let mut sheet = sheet(&visit, &file, line, None).submit(visit.words.say("task-done"));
    if let Kind::ReportIncident(which) = line.kind {
        let context = visit.reading()?;
        let sent = visit.run(move |app| referral::page::page(app, &context, which)).await?;
        let letters = file.number.open().cloned().unwrap_or_default();
        sheet = sheet.part(draft(&visit.words, visit.edge.app.profile(), &letters, &sent));
    }
    sheet.show()
}

/// The report of an incident, as far as the node knows it: for the authority that protects data. The person is told by the
/// number of letters, never by a name.
fn draft(words: &Words, profile: &Profile, letters: &str, sent: &referral::page::Page) -> Html {
    let at = |moment| format!("{}, {}", words.date(moment), words.time(moment));
    let withdrawn = sent
        .steps
        .iter()
        .find(|step| matches!(step.what, What::Referral(_, _, "withdrawn", _)));
    let went = sent.disclosure.as_ref().map(|(fields, ground, ..)| {
        let fields: Vec<String> = fields
            .iter()
            .map(|field| words.say_code("field", field.code()))
            .collect();
        let article = &profile.ground(*ground).article.value;
        (
            fields.join(", "),
            format!("{} ({article})", words.say_code("case-ground", ground.code())),
        )
    });
    let (fields, ground) = went.unwrap_or_default();
    let opened: Vec<String> = sent
        .opened
        .iter()
        .map(|(moment, by, _)| format!("{}: {}", at(*moment), words.say_code("role", by.role.code())))
        .collect();
    let opened = if opened.is_empty() {
        words.say("task-report-not-opened")
    } else {
        opened.join("; ")
    };
    let ended = withdrawn.map(|step| at(step.at)).unwrap_or_default();
    let facts = Facts::new()
        .line(words.say("task-report-person"), letters.to_owned())
        .line(
            words.say("task-report-sent"),
            format!("{}: {}", at(sent.sending.acknowledge.started), sent.to),
        )
        .line(words.say("task-report-fields"), fields)
        .line(words.say("task-report-ground"), ground)
        .line(words.say("task-report-ended"), ended)
        .line(words.say("task-report-opened"), opened)
        .line(words.say("task-report-open"), words.say("task-report-open-text"));
    Html::bold(&words.say("task-report-title")).and(Html::of(facts))
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
    let authority = visit.command::<TellChildProtection>(&fields, &[("authority", "task-whom-needed")]);
    let authority = match authority {
        Ok(authority) => authority,
        Err(errors) => {
            let line = find(&file, &task)?;
            return Err(notice(&visit, &file, line, &authorities, Some((&fields, &errors))).again(errors));
        }
    };
    let (context, id, task) = (visit.context(&fields)?, file.case, crate::case::id(&task)?);
    visit
        .run(move |app| task::tell_child_protection(app, &context, id, task, authority))
        .await?;
    Ok(back(&case, "child_told"))
}
