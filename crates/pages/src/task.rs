//! Tasks: written, done or no longer needed; the notice of a child says whom it told.
use crate::case::{
    form,
    sheet::{Sheet, back},
};
use axum::{
    Router,
    extract::Path,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use tiltas_access::Action;
use tiltas_app::{
    Act,
    case::file::{File, time::What},
    organisation, referral,
    task::{self, Page},
};
use tiltas_domain::{
    Field, Id,
    case::Case,
    organisation::{Organisation, OrganisationKind},
    profile::Profile,
    task::{Kind, Task, Work, Write},
};
use tiltas_input::task::{CancelTask, Doers, FinishTask, TellChildProtection, WriteTask};
use tiltas_kit::{
    Edge, Errors, Failure, Fields, Posted, Visit,
    component::{
        Clock, Facts,
        form::{Area, Choice, Choices, Text},
        shown,
    },
};
use tiltas_words::{Html, Words};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/cases/{id}/tasks", get(new).post(write))
        .route("/tasks/new", get(new_alone).post(write_alone))
        .route("/tasks/{id}", get(page).post(end))
        .route("/tasks/{id}/tell-child-protection", get(whom).post(tell))
}

async fn look(visit: &Visit, task: &str) -> Result<Page, Failure> {
    let (context, id) = (visit.reading()?, crate::case::id::<Task>(task)?);
    visit.run(move |app| task::show(app, &context, id)).await
}

fn sheet(visit: &Visit, task: &Page, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let kind = task.work.kind();
    let what = match kind {
        Kind::Written => shown(words, &task.words),
        kind => words.say_case_task(kind).into(),
    };
    let sheet = match &task.about {
        Some((case, spoken_name, opens)) => {
            Sheet::about(visit, *case, spoken_name, words.task_title(), sent).opens(*opens)
        }
        None => Sheet::alone(visit, words.task_title(), sent),
    };
    let sheet = sheet
        .lead(what)
        .lead(words.say_case_task_note(kind))
        .before([Html::of(Clock::new(words, &task.clock, visit.now))]);
    if task.ours {
        return match &task.function {
            Some(function) => sheet.lead(words.task_function_says(function)),
            None => sheet,
        };
    }
    let whose = words.task_whose(&task.assignee);
    let phone = task.phone.as_ref();
    let phone = phone.map(|phone| Html::from(words.task_phone(phone)));
    let about = task.about.as_ref().filter(|_| task.may_take_lead);
    let lead = about.map(|(case, ..)| Html::link(&format!("/cases/{case}/lead"), &words.lead_take()));
    sheet.lead(whose).before(phone).before(lead)
}

/// The ways in which this reader may end it; none where it is over, or only known to be late.
fn ways(task: &Page) -> Vec<&'static str> {
    let ways = [(Act::FinishTask, "done"), (Act::CancelTask, "cancelled")].into_iter();
    ways.filter_map(|(act, way)| task.may(act).then_some(way)).collect()
}

fn ending(visit: &Visit, task: &Page, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let sheet = sheet(visit, task, sent);
    let ways = ways(task);
    if ways.is_empty() {
        return sheet.lead(words.say_task_state(task.state)).reading();
    }
    let mut note = Area::new("note", words.task_note()).hint(words.task_note_hint());
    if let Some((fields, errors)) = sent {
        note = note.again(fields, errors);
    }
    let sheet = match ways.as_slice() {
        [only] => sheet.part(Html::hidden("end", only)),
        ways => {
            let list = ways
                .iter()
                .map(|way| Choice::new(*way, words.say_code("task-end", way)));
            let mut end = Choices::one("end", words.task_how(), list).chosen("done");
            if let Some((fields, errors)) = sent {
                end = end.again(fields, errors);
            }
            sheet.part(end)
        }
    };
    let submit = match ways.as_slice() {
        ["cancelled"] => words.say_code("task-end", "cancelled"),
        ["done"] => words.task_done(),
        _ => words.sheet_save(),
    };
    sheet.part(note).submit(submit)
}

/// What is to be done, and how it ended. For a referral that went to the wrong receiver the draft of its report stands above.
pub async fn page(visit: Visit, Path(task): Path<String>) -> Result<Response, Failure> {
    let task = look(&visit, &task).await?;
    let mut sheet = ending(&visit, &task, None);
    if let (Work::ReportIncident(which), Some((case, ..))) = (&task.work, &task.about) {
        let (which, file) = (
            *which,
            form(&visit, &case.to_string(), Action::ReadCase, &[Field::Person]).await?,
        );
        let context = visit.reading()?;
        let sent = visit.run(move |app| referral::page::page(app, &context, which)).await?;
        let letters = file.number.open().cloned().unwrap_or_default();
        sheet = sheet.before([draft(&visit.words, visit.edge.app.profile(), &letters, &sent)]);
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
        let fields: Vec<String> = fields.iter().map(|field| words.say_field(field)).collect();
        let article = &profile.ground(*ground).article.value;
        (
            fields.join(", "),
            format!("{} ({article})", words.say_case_ground(ground)),
        )
    });
    let (fields, ground) = went.unwrap_or_default();
    let opened: Vec<String> = sent
        .opened
        .iter()
        .map(|opened| format!("{}: {}", at(opened.first), words.say_role(opened.by.role)))
        .collect();
    let opened = if opened.is_empty() {
        words.task_report_not_opened()
    } else {
        opened.join("; ")
    };
    let ended = withdrawn.map(|step| at(step.at)).unwrap_or_default();
    let facts = Facts::new()
        .line(words.task_report_person(), letters.to_owned())
        .line(
            words.task_report_sent(),
            format!("{}: {}", at(sent.sending.acknowledge.started), sent.to),
        )
        .line(words.task_report_fields(), fields)
        .line(words.task_report_ground(), ground)
        .line(words.task_report_ended(), ended)
        .line(words.task_report_opened(), opened)
        .line(words.task_report_open(), words.task_report_open_text());
    Html::bold(&words.task_report_title()).and(Html::of(facts))
}

/// Done, or no longer needed.
pub async fn end(visit: Visit, Path(task): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let (id, task) = (crate::case::id::<Task>(&task)?, look(&visit, &task).await?);
    let again = |errors: Errors| ending(&visit, &task, Some((&fields, &errors))).again(errors);
    let (context, case) = (visit.context(&fields)?, task.about.as_ref().map(|(case, ..)| *case));
    if fields.one("end") == "cancelled" {
        let note = visit.command::<CancelTask>(&fields, &[("note", Words::task_note_needed)]);
        let note = note.map_err(again)?;
        visit.run(move |app| task::cancel(app, &context, id, &note)).await?;
        return Ok(away(case, "task_cancelled"));
    }
    let note = visit.command::<FinishTask>(&fields, &[]).map_err(again)?;
    visit
        .run(move |app| task::finish(app, &context, id, note.as_ref()))
        .await?;
    Ok(away(case, "task"))
}

/// Back to the file; where the task is about no case, to the list on which it stood.
fn away(case: Option<Id<Case>>, done: &str) -> Response {
    match case {
        Some(case) => back(&case.to_string(), done),
        None => Redirect::to(&format!("/today?done={done}")).into_response(),
    }
}

async fn doers(visit: &Visit) -> Result<Doers, Failure> {
    let (context, again) = (visit.reading()?, visit.reading()?);
    let lines = visit.run(move |app| organisation::task_doers(app, &context)).await?;
    Ok(Doers {
        organisations: lines.into_iter().map(|line| (line.organisation, line.name)).collect(),
        functions: visit.run(move |app| organisation::functions(app, &again)).await?,
    })
}

/// The functions whose people do tasks, each after the name of its organisation and in the order of these.
fn of_whom(to: &[(Id<Organisation>, String)], doers: &Doers) -> Vec<Choice> {
    let mut choices = Vec::new();
    for (id, name) in to {
        choices.extend(doers.functions_of(*id).map(|function| {
            let label = format!("{name}: {}", function.title);
            Choice::new(function.id.to_string(), label)
        }));
    }
    choices
}

/// What is asked of a new task, beside what it is about. Only who can do it is offered.
fn asked(
    visit: &Visit,
    sheet: Sheet,
    (to, doers): (&[(Id<Organisation>, String)], &Doers),
    hint: String,
    sent: Option<(&Fields, &Errors)>,
) -> Sheet {
    let words = &visit.words;
    let choices = to.iter().map(|(id, name)| Choice::new(id.to_string(), name.as_str()));
    let of_whom = of_whom(to, doers);
    let mut to = Choices::list("organisation", words.task_to(), choices).hint(hint);
    let mut function = Choices::list("function", words.task_function(), of_whom).hint(words.task_function_hint());
    let mut due = Text::new("due", words.task_due()).hint(words.task_due_hint()).narrow();
    if let Some((fields, errors)) = sent {
        to = to.again(fields, errors);
        function = function.again(fields, errors);
        due = due.again(fields, errors);
    }
    sheet.part(to).part(function).part(due).submit(words.task_new())
}

fn text(visit: &Visit, hint: String, sent: Option<(&Fields, &Errors)>) -> Area {
    let text = Area::new("text", visit.words.task_text()).hint(hint);
    match sent {
        Some((fields, errors)) => text.again(fields, errors),
        None => text,
    }
}

/// The task, where whoever is to do it can.
fn written(visit: &Visit, fields: &Fields, doers: &Doers) -> Result<Write, Errors> {
    let command = visit.command::<WriteTask>(fields, &[])?;
    let Ok(actor) = visit.actor() else { return Ok(command) };
    let checked = doers.check(&command, actor.organisation, |_, name| name.to_owned());
    checked.map_err(|wrong| Errors::of_page(&visit.words, &wrong, &[]))?;
    Ok(command)
}

fn writing(visit: &Visit, file: &File, doers: &Doers, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let kinds = Kind::ASKED.map(|kind| Choice::new(kind.code(), words.say_case_task(kind)));
    let mut kind = Choices::one("kind", words.task_kind(), kinds);
    if let Some((fields, errors)) = sent {
        kind = kind.again(fields, errors);
    }
    let sheet = Sheet::new(visit, file, visit.words.task_new_title(), sent)
        .lead(words.task_new_lead())
        .part(kind)
        .part(text(visit, words.task_text_hint(), sent));
    let can = |id: &Id<Organisation>| doers.organisations.iter().any(|(known, _)| known == id);
    let parts = file.parts.iter().filter(|(id, _)| can(id)).cloned();
    let parts: Vec<_> = parts.collect();
    asked(visit, sheet, (&parts, doers), words.task_to_hint(), sent)
}

fn writing_alone(visit: &Visit, doers: &Doers, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let sheet = Sheet::alone(visit, visit.words.task_new_title(), sent)
        .lead(visit.words.task_alone_lead())
        .part(Html::hidden("kind", Kind::Written.code()))
        .part(text(visit, visit.words.task_alone_hint(), sent));
    let hint = visit.words.task_alone_to_hint();
    asked(visit, sheet, (&doers.organisations, doers), hint, sent)
}

async fn directory(visit: &Visit) -> Result<Vec<organisation::Line>, Failure> {
    let context = visit.reading()?;
    visit.run(move |app| organisation::directory(app, &context)).await
}

/// The form of a new task about no case.
pub async fn new_alone(visit: Visit) -> Result<Response, Failure> {
    let doers = doers(&visit).await?;
    if !visit.may(Action::WriteTask) {
        return Err(Failure::NotFound);
    }
    writing_alone(&visit, &doers, None).show()
}

/// Written about no case.
pub async fn write_alone(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    let doers = doers(&visit).await?;
    let command = match written(&visit, &fields, &doers) {
        Ok(command) => command,
        Err(_) if !visit.may(Action::WriteTask) => return Err(Failure::NotFound),
        Err(errors) => {
            let sheet = writing_alone(&visit, &doers, Some((&fields, &errors)));
            return Err(sheet.again(errors));
        }
    };
    let context = visit.context(&fields)?;
    visit.run(move |app| task::write(app, &context, None, &command)).await?;
    Ok(away(None, "task_written"))
}

/// The form of a new task.
pub async fn new(visit: Visit, Path(case): Path<String>) -> Result<Response, Failure> {
    let file = form(&visit, &case, Action::WriteTask, &[]).await?;
    writing(&visit, &file, &doers(&visit).await?, None).show()
}

/// Written.
pub async fn write(visit: Visit, Path(case): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let id = crate::case::id(&case)?;
    let doers = doers(&visit).await?;
    let command = match written(&visit, &fields, &doers) {
        Ok(command) => command,
        Err(errors) => {
            let file = form(&visit, &case, Action::WriteTask, &[]).await?;
            return Err(writing(&visit, &file, &doers, Some((&fields, &errors))).again(errors));
        }
    };
    let context = visit.context(&fields)?;
    visit.run(move |app| task::write(app, &context, id, &command)).await?;
    Ok(back(&case, "task_written"))
}

type Authorities = Vec<(Id<Organisation>, String, Option<String>)>;

async fn authorities(visit: &Visit) -> Result<Authorities, Failure> {
    let directory = directory(visit).await?;
    let authorities = directory
        .into_iter()
        .filter(|line| line.kind == OrganisationKind::ChildProtection);
    let authorities = authorities.map(|line| (line.organisation, line.name, line.duty_phone));
    Ok(authorities.collect())
}

fn notice(visit: &Visit, task: &Page, authorities: &Authorities, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let list = authorities.iter().map(|(id, name, phone)| {
        let choice = Choice::new(id.to_string(), name.as_str());
        match phone {
            Some(phone) => choice.hint(words.task_phone(phone)),
            None => choice,
        }
    });
    let mut whom = Choices::one("authority", words.task_whom(), list).hint(words.task_whom_hint());
    if let Some((fields, errors)) = sent {
        whom = whom.again(fields, errors);
    }
    sheet(visit, task, sent).part(whom).submit(words.task_tell())
}

/// Which authority?
pub async fn whom(visit: Visit, Path(task): Path<String>) -> Result<Response, Failure> {
    let task = look(&visit, &task).await?;
    if !task.may(Act::TellChildProtection) {
        return Err(Failure::NotFound);
    }
    notice(&visit, &task, &authorities(&visit).await?, None).show()
}

/// Told.
pub async fn tell(visit: Visit, Path(task): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let (page, authorities) = (look(&visit, &task).await?, authorities(&visit).await?);
    let authority = visit.command::<TellChildProtection>(&fields, &[("authority", Words::task_whom_needed)]);
    let authority = match authority {
        Ok(authority) => authority,
        Err(errors) => return Err(notice(&visit, &page, &authorities, Some((&fields, &errors))).again(errors)),
    };
    let (context, id) = (visit.context(&fields)?, page.id);
    visit
        .run(move |app| task::tell_child_protection(app, &context, id, authority))
        .await?;
    Ok(away(page.about.map(|(case, ..)| case), "child_told"))
}
