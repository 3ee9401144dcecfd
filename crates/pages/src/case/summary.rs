//! A summary for paper: pseudonymous, with a line that says who, why, when. That it was made stands in the audit.
use super::{top, track};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_app::case::file;
use tiltas_domain::referral::Referral;
use tiltas_kit::{
    Failure, Page, Posted, Visit,
    component::{Slots, person, shown_as},
    edge::show,
};

#[derive(Template)]
#[template(path = "case/summary.html")]
struct SummaryPage {
    page: Page,
    case: String,
    spoken_name: String,
    copy: String,
    line: tiltas_words::Html,
    slots: Slots,
    tracks: Vec<(String, String, String)>,
    referrals: Vec<(String, String)>,
    consents: Vec<(String, String)>,
}

/// The page.
pub async fn page(visit: Visit, Path(case): Path<String>, Posted(fields): Posted) -> Result<Response, Failure> {
    let (id, context, words) = (super::id(&case)?, visit.context(&fields)?, &visit.words);
    let file = visit.run(move |app| file::printed(app, &context, id)).await?;
    let page = visit.page(&words.summary_title()).printed();
    let when = format!("{}, {}", words.date(visit.now), words.time(visit.now));
    let tracks = track::tracks(words, &file).into_iter();
    let sent = file.referrals.iter().filter_map(|line| match &line.referral {
        Referral::Sending { state, .. } => Some((
            line.to.clone(),
            crate::referral::state_words(words, state.stage(), true, &line.to),
        )),
        Referral::Draft { .. } => None,
    });
    let consents = file.consents.iter().filter(|say| !say.taken_back).map(|say| {
        let about = super::happened::recipient(words, say.to, say.to_name.as_deref());
        (about, words.say_answer(say.answer))
    });
    show(&SummaryPage {
        case: format!("/cases/{id}"),
        copy: words.summary_copy(when, &page.function),
        line: shown_as(words, &file.person, |open| person::in_a_line(words, open).into()),
        slots: top::slots(words, &file),
        tracks: tracks.map(|track| (track.name, track.stands, track.next)).collect(),
        referrals: sent.collect(),
        consents: consents.collect(),
        spoken_name: file.spoken_name.clone(),
        page,
    })
}
