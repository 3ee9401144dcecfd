//! What is done to an import after its columns are chosen: taken in, taken back, its file forgotten. What can't be undone asks first.
use super::load;
use crate::{
    case::sheet::Sheet,
    way::{self, Ways},
};
use axum::{extract::Path, response::Response};
use tiltas_app::{
    Act,
    import::{self, Story},
};
use tiltas_kit::{Failure, Posted, Visit};

const WAYS: Ways = Ways {
    path: "/imports",
    act: "import-act",
    done: "import-done",
    all: &[
        (Act::TakeTable, "taking"),
        (Act::UndoTable, "undoing"),
        (Act::DropTable, "dropping"),
    ],
};

fn sheet(visit: &Visit, story: &Story, (act, way): (Act, &str)) -> Sheet {
    let words = &visit.words;
    let taken = match &story.judged {
        Some(judged) => judged.taken(),
        None => story.of.taken,
    };
    let many = usize::try_from(taken.added.saturating_add(taken.changed)).unwrap_or(usize::MAX);
    let (says, lead) = match act {
        Act::TakeTable => (words.import_take(many), super::show::left(words, taken.wrong)),
        Act::UndoTable => (words.import_undo(), words.import_undo_lead(many)),
        _ => (words.import_drop(), words.import_drop_lead()),
    };
    Sheet::alone(visit, words.say_code(WAYS.act, way), None)
        .back_to(format!("/imports/{}", story.id), words.import_show())
        .lead(lead)
        .submit(says)
}

/// The question.
pub async fn page(visit: Visit, Path((which, way)): Path<(String, String)>) -> Result<Response, Failure> {
    visit.actor()?;
    let (act, way) = WAYS.find(&way)?;
    let story = load(&visit, &which, None).await?;
    way::form(story.may(act), || sheet(&visit, &story, (act, way)))
}

/// Done.
pub async fn run(
    visit: Visit,
    Path((which, way)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let (act, way) = WAYS.find(&way)?;
    let (context, on) = (visit.context(&fields)?, super::id(&which)?);
    let run = match act {
        Act::TakeTable => import::take,
        Act::UndoTable => import::undo,
        _ => import::drop_table,
    };
    visit.run(move |app| run(app, &context, on)).await?;
    Ok(WAYS.went(on, way))
}
