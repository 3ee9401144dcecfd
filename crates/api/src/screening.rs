//! Screening: begun, answered, concluded. The advice never decides.
use super::{
    BASE,
    body::{Below, Keyed, Sent, Which, again},
    reply::{Created, created},
};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use tiltas_app::screening::{self, Page};
use tiltas_domain::{
    Answer,
    case::{Case, Urgency},
    content::Message,
    context::Draw,
    screening::{
        Decision, Screening,
        advice::{self, Asks},
    },
};
use tiltas_kit::{
    Failure, Fields, Visit,
    forms::{Errors, LINE, Reader},
};
use tiltas_words::Words;
use utoipa::ToSchema;

/// Answers to questions of the set, as many as were asked.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"answers": [
    {"question": "alone", "answer": "yes"}, {"question": "holds_own_papers", "answer": "no"}, {"question": "may_leave_alone", "answer": "refused"}
]}))]
pub struct AnswerScreening {
    /// Each question with one of the five answers.
    pub answers: Vec<QuestionAnswered>,
}

/// A question and its answer.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionAnswered {
    /// The question's code.
    pub question: String,
    /// One of the five answers.
    pub answer: String,
}

/// What the person who screened decides, whatever the advice.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"decision": "refer"}))]
pub struct ConcludeScreening {
    /// `refer`, `gave_number` or `no_case`.
    pub decision: String,
    /// Why; `no_case` needs a reason.
    pub reason: Option<String>,
}

fn parse(words: &Words, fields: &Fields) -> Result<Page, Errors> {
    let mut read = Reader::new(words, fields);
    let set = advice::standing();
    let (questions, given) = (fields.all("answers-question"), fields.all("answers-answer"));
    let mut page = Page::default();
    for (code, given) in questions.into_iter().zip(given) {
        match (set.question(code), Answer::from_code(given)) {
            (Some(question), Some(answer)) => {
                if question.asks() == Some(Asks::Danger) && answer == Answer::Yes {
                    page.urgency = Some(Urgency::DangerNow);
                }
                page.answers.push((code.to_owned(), answer));
            }
            (None, _) => {
                let codes: Vec<&str> = set.questions().map(|question| question.code.as_str()).collect();
                read.wrong("question", "errors-choose", &[("codes", &codes.join(", "))]);
            }
            (Some(_), None) => {
                let codes = Answer::ALL.map(Answer::code).join(", ");
                read.wrong("answer", "errors-choose", &[("codes", &codes)]);
            }
        }
    }
    if page.answers.is_empty() {
        read.wrong("answers", "errors-needed", &[]);
    }
    read.end(Some(page))
}

/// Begins a screening with the set of questions that stands.
#[utoipa::path(post, path = "/cases/{id}/screenings", tag = "screening", params(("id" = String, Path, description = "The case")), responses((status = 201, description = "Begun", body = Created)))]
pub async fn start(visit: Visit, Which(id): Which<Case>, key: Keyed) -> Result<Response, Failure> {
    let context = visit.context(&key.0)?;
    let begun = context.part::<Screening>(Draw::Screening, 0);
    let receipt = visit
        .run(move |app| screening::start(app, &context, id, &advice::standing().edition()))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), begun, receipt))
}

/// Keeps answers; one that is given again replaces the one before.
#[utoipa::path(post, path = "/cases/{id}/screenings/{screening}/answers", tag = "screening", params(("id" = String, Path, description = "The case"), ("screening" = String, Path, description = "The screening")), request_body = AnswerScreening, responses((status = 201, description = "Kept", body = Created)))]
pub async fn answer(
    visit: Visit,
    Below(id, begun): Below<Case, Screening>,
    sent: Sent<AnswerScreening>,
) -> Result<Response, Failure> {
    let page = parse(&visit.words, &sent.fields).map_err(again)?;
    let context = visit.context(&sent.fields)?;
    let receipt = visit
        .run(move |app| screening::answer(app, &context, id, begun, &page))
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), begun, receipt))
}

/// A person decides.
#[utoipa::path(post, path = "/cases/{id}/screenings/{screening}/conclusions", tag = "screening", params(("id" = String, Path, description = "The case"), ("screening" = String, Path, description = "The screening")), request_body = ConcludeScreening, responses((status = 201, description = "Concluded", body = Created)))]
pub async fn conclude(
    visit: Visit,
    Below(id, begun): Below<Case, Screening>,
    sent: Sent<ConcludeScreening>,
) -> Result<Response, Failure> {
    let mut read = Reader::new(&visit.words, &sent.fields);
    let decision = read.needed("decision", Decision::ALL, Decision::code);
    let reason = read.told::<Message>("reason", LINE * 20);
    let decision = read.end(decision).map_err(again)?;
    let (context, reading) = (visit.context(&sent.fields)?, visit.reading()?);
    let receipt = visit
        .run(move |app| {
            let file = tiltas_app::case::file::file(app, &reading, id)?;
            let all = file.screenings.open().into_iter().flatten();
            let answers = all.filter(|one| one.id == begun).map(|one| &one.answers).next();
            let advised = answers.is_some_and(|answers| advice::advise(advice::standing(), answers).refer);
            screening::conclude(app, &context, id, begun, decision, advised, reason)
        })
        .await?;
    Ok(created(format!("{BASE}/cases/{id}"), begun, receipt))
}
