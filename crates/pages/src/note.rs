//! Notes: added, never changed. An addition stands under its note.
use crate::case::{
    form,
    sheet::{Sheet, back},
};
use axum::{Router, extract::Path, response::Response, routing::get};
use tiltas_access::Action;
use tiltas_app::{
    case::file::{File, time::What},
    note,
};
use tiltas_domain::Field;
use tiltas_input::note::AddNote;
use tiltas_kit::{
    Edge, Errors, Failure, Fields, Posted, Visit,
    component::{
        form::{Area, Choice, Choices},
        shown,
    },
    edge::Asked,
};
use tiltas_words::{Html, Words};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new().route("/cases/{id}/notes", get(page).post(add))
}

fn sheet(visit: &Visit, file: &File, to: &str, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let mut text = Area::new("text", words.note_text()).hint(words.note_hint());
    let own = [Choice::new("yes", words.note_own_words())];
    let mut own = Choices::several("own_words", words.note_whose(), own);
    if let Some((fields, errors)) = sent {
        text = text.again(fields, errors);
        own = own.again(fields, errors);
    }
    let title = if to.is_empty() {
        words.note_title()
    } else {
        words.note_add_title()
    };
    let mut sheet = Sheet::new(visit, file, title, sent).lead(words.note_lead());
    if !to.is_empty() {
        sheet = sheet.before(first(words, file, to)).part(Html::hidden("adds_to", to));
    }
    sheet.part(text).part(own)
}

/// The note that is added to.
fn first(words: &Words, file: &File, to: &str) -> Option<Html> {
    let mut steps = file.steps.iter();
    steps.find_map(|step| match &step.what {
        What::Note(id, _, _, text) if id.to_string() == to => Some(shown(words, text)),
        _ => None,
    })
}

/// An addition shows the note that it adds to.
fn shown_for(fields: &Fields, adds_to: &str) -> &'static [Field] {
    match fields.given(adds_to) {
        Some(_) => &[Field::Note],
        None => &[],
    }
}

/// The form.
pub async fn page(visit: Visit, Path(case): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let file = form(&visit, &case, Action::AddNote, shown_for(&asked, "to")).await?;
    sheet(&visit, &file, asked.one("to"), None).show()
}

/// Sent.
pub async fn add(visit: Visit, Path(case): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let id = crate::case::id(&case)?;
    let command = match visit.command::<AddNote>(&fields, &[("text", Words::note_empty)]) {
        Ok(command) => command,
        Err(errors) => {
            let file = form(&visit, &case, Action::AddNote, shown_for(&fields, "adds_to")).await?;
            return Err(sheet(&visit, &file, fields.one("adds_to"), Some((&fields, &errors))).again(errors));
        }
    };
    let context = visit.context(&fields)?;
    visit.run(move |app| note::add(app, &context, id, &command)).await?;
    Ok(back(&case, "noted"))
}
