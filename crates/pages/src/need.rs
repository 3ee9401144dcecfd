//! Needs: what the person needs, and how each need ended.
use crate::case::{
    form,
    sheet::{Sheet, back},
};
use askama::Template;
use axum::{Router, extract::Path, response::Response, routing::get};
use tiltas_access::Action;
use tiltas_app::{
    Act,
    case::file::File,
    need::{self, Line},
    organisation,
};
use tiltas_domain::{
    Field, Id,
    known::Coded,
    need::{End, Ended, Kind, Need, Pressing, Unmet},
};
use tiltas_input::need::{EndNeed, RecordNeed};
use tiltas_kit::{
    Edge, Errors, Failure, Fields, Posted, Visit,
    component::{
        form::{Area, Choice, Choices},
        shown,
    },
};
use tiltas_words::{Html, Words};

/// The pages of this slice.
pub fn routes() -> Router<Edge> {
    Router::new()
        .route("/cases/{id}/needs", get(new).post(record))
        .route("/cases/{id}/needs/{need}", get(page).post(end))
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<section class="block" id="needs" data-live aria-labelledby="needs-h"><header><h2 id="needs-h">{{ words.need_heading() }}</h2></header>{% if lines.is_empty() %}<p class="quiet">{{ words.need_none() }}</p>{% else %}<ul class="lines">{% for line in lines %}<li>{{ line }}</li>{% endfor %}</ul>{% endif %}{% if may %}<p class="small noprint"><a href="{{ address }}">{{ words.need_record() }}</a></p>{% endif %}</section>"#
)]
struct Panel<'p> {
    words: &'p Words,
    lines: Vec<Html>,
    address: String,
    may: bool,
}

impl askama::filters::HtmlSafe for Panel<'_> {}

/// The needs of a file among its parts: for those who lead also where there is none, so that nobody forgets to ask.
pub(crate) fn panel(visit: &Visit, file: &File) -> Html {
    let (words, may) = (&visit.words, file.may(Act::RecordNeed));
    if file.kept.needs.is_empty() && !may {
        return Html::default();
    }
    let address = format!("/cases/{}/needs", file.case);
    let lines = file.kept.needs.iter().map(|line| {
        let end = line
            .may_end
            .then(|| Html::link(&format!("{address}/{}", line.id), &words.need_end()));
        said(words, line).and(end.unwrap_or_default())
    });
    let lines = lines.collect();
    Html::of(Panel {
        words,
        lines,
        address,
        may,
    })
}

/// A need in a line: what, how pressing, how it ended, and its words.
fn said(words: &Words, line: &Line) -> Html {
    let mut parts = vec![words.say_need_pressing(line.pressing)];
    if let Some(end) = line.end {
        parts = vec![words.say_need_end(end.ended())];
        parts.extend(line.met_by.clone());
        if let End::Unmet(because) = end {
            parts.push(words.say_need_unmet(because));
        }
    }
    let what = Html::bold(&words.say_need_kind(line.kind)).and(parts.join(": "));
    match line.words.open() {
        Some(_) => what.and(shown(words, &line.words)),
        None => what,
    }
}

fn list<T: Coded>(words: &Words, list: &str) -> Vec<Choice> {
    let all = T::ALL.iter();
    all.map(|one| Choice::new(one.code(), words.say_code(list, one.code())))
        .collect()
}

fn recording(visit: &Visit, file: &File, sent: Option<(&Fields, &Errors)>) -> Sheet {
    let words = &visit.words;
    let mut kind = Choices::list("kind", words.need_what(), list::<Kind>(words, "need-kind"));
    let mut pressing = Choices::one("pressing", words.need_how(), list::<Pressing>(words, "need-pressing"));
    let mut more = Area::new("words", words.need_words()).hint(words.need_words_hint());
    if let Some((fields, errors)) = sent {
        kind = kind.again(fields, errors);
        pressing = pressing.again(fields, errors);
        more = more.again(fields, errors);
    }
    Sheet::new(visit, file, visit.words.need_title(), sent)
        .lead(words.need_lead())
        .part(kind)
        .part(pressing)
        .part(more)
}

/// The form of a need.
pub async fn new(visit: Visit, Path(case): Path<String>) -> Result<Response, Failure> {
    let file = form(&visit, &case, Action::WriteNeed, &[]).await?;
    recording(&visit, &file, None).show()
}

/// Recorded.
pub async fn record(visit: Visit, Path(case): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let id = crate::case::id(&case)?;
    let command = match visit.command::<RecordNeed>(&fields, &[]) {
        Ok(command) => command,
        Err(errors) => {
            let file = form(&visit, &case, Action::WriteNeed, &[]).await?;
            return Err(recording(&visit, &file, Some((&fields, &errors))).again(errors));
        }
    };
    let context = visit.context(&fields)?;
    visit.run(move |app| need::record(app, &context, id, &command)).await?;
    Ok(back(&case, "need"))
}

async fn ending(visit: &Visit, case: &str, which: &str, sent: Option<(&Fields, &Errors)>) -> Result<Sheet, Failure> {
    let (file, context) = (
        form(visit, case, Action::WriteNeed, &[Field::Work]).await?,
        visit.reading()?,
    );
    let directory = visit.run(move |app| organisation::directory(app, &context)).await?;
    let (words, id) = (&visit.words, crate::case::id::<Need>(which)?);
    let mut all = file.kept.needs.iter();
    let line = all
        .find(|line| line.id == id && line.may_end)
        .ok_or(Failure::NotFound)?;
    let names = directory
        .into_iter()
        .map(|line| Choice::new(line.organisation.to_string(), line.name));
    let mut end = Choices::one("end", words.need_ended(), list::<Ended>(words, "need-end"));
    let mut by = Choices::list("by", words.need_by(), names).hint(words.need_by_hint());
    let mut because = Choices::list("because", words.need_because(), list::<Unmet>(words, "need-unmet"));
    if let Some((fields, errors)) = sent {
        end = end.again(fields, errors);
        by = by.again(fields, errors);
        because = because.again(fields, errors);
    }
    Ok(Sheet::new(visit, &file, visit.words.need_end_title(), sent)
        .lead(said(words, line))
        .part(end)
        .part(by)
        .part(because))
}

/// How did it end?
pub async fn page(visit: Visit, Path((case, need)): Path<(String, String)>) -> Result<Response, Failure> {
    ending(&visit, &case, &need, None).await?.show()
}

/// It ended.
pub async fn end(
    visit: Visit,
    Path((case, need)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Failure> {
    let (id, which): (_, Id<Need>) = (crate::case::id(&case)?, crate::case::id(&need)?);
    let command = match visit.command::<EndNeed>(&fields, &[]) {
        Ok(command) => command,
        Err(errors) => {
            let sheet = ending(&visit, &case, &need, Some((&fields, &errors))).await?;
            return Err(sheet.again(errors));
        }
    };
    let context = visit.context(&fields)?;
    visit
        .run(move |app| need::end(app, &context, id, which, command))
        .await?;
    Ok(back(&case, "need"))
}
