//! Consent is withdrawn: who will be asked to remove what, and what ends, is said before.
use crate::case::{
    fields, form, recipient,
    sheet::{Sheet, back},
};
use axum::{extract::Path, response::Response};
use tiltas_access::Action;
use tiltas_app::{
    case::file::{ConsentLine, File},
    consent,
};
use tiltas_domain::{Id, consent::Consent};
use tiltas_input::consent::Withdrawing;
use tiltas_kit::{Failure, Posted, Visit};
use tiltas_words::Html;

fn find<'f>(file: &'f File, say: &str) -> Result<(Id<Consent>, &'f ConsentLine), Failure> {
    let id: Id<Consent> = crate::case::id(say)?;
    let found = file.consents.iter().find(|line| line.id == id);
    Ok((id, found.ok_or(Failure::NotFound)?))
}

fn sheet(visit: &Visit, file: &File, id: Id<Consent>, line: &ConsentLine) -> Sheet {
    let words = &visit.words;
    let about = recipient(words, line.to, line.to_name.as_deref());
    let resting = file
        .disclosures
        .iter()
        .filter(|went| went.rests_on == Some(id) && went.ended.is_none());
    let mut ends: Vec<Html> = resting
        .map(|went| {
            let what = fields(words, went.fields);
            words.take_back_asked(&went.to, &what).into()
        })
        .collect();
    if ends.is_empty() {
        ends.push(words.take_back_nobody().into());
    }
    Sheet::new(visit, file, visit.words.take_back_title(), None)
        .lead(words.take_back_about(&about))
        .lead(words.take_back_promise())
        .before(ends)
        .submit(words.take_back_do())
        .other("stop", "both", words.take_back_both())
}

/// What would end.
pub async fn page(visit: Visit, Path((case, say)): Path<(String, String)>) -> Result<Response, Failure> {
    let file = form(&visit, &case, Action::TakeBackSay, &[]).await?;
    let (id, line) = find(&file, &say)?;
    sheet(&visit, &file, id, line).show()
}

/// It ends.
pub async fn press(
    visit: Visit,
    Path((case, say)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let (context, id, say) = (visit.context(&fields)?, crate::case::id(&case)?, crate::case::id(&say)?);
    let stops = Withdrawing {
        sharing: true,
        service: fields.has("stop", "both"),
    };
    let command = stops.of(say);
    visit
        .run(move |app| consent::withdraw(app, &context, id, command))
        .await?;
    Ok(back(&case, "taken_back"))
}
