//! What went: exactly which fields, to whom, on which ground, with which consent, and when it was opened there.
use askama::Template;
use axum::{Router, extract::Path, response::Response, routing::get};
use tiltas_access::Action;
use tiltas_app::{
    audit::{self, Openings},
    case::file::DisclosureLine,
};
use tiltas_domain::{Field, profile::Profile};
use tiltas_kit::{
    Edge, Failure, Page, Visit,
    component::{Facts, Goes, Slip},
    edge::show,
};
use tiltas_words::Words;

/// The page of this slice.
pub fn routes() -> Router<Edge> {
    Router::new().route("/cases/{id}/disclosures", get(page))
}

#[derive(Template)]
#[template(path = "disclosure/page.html")]
struct DisclosurePage {
    page: Page,
    case: String,
    spoken_name: String,
    slips: Vec<Slip>,
}

fn slip(words: &Words, profile: &Profile, own: &str, line: &DisclosureLine, openings: &[Openings]) -> Slip {
    let article = &profile.ground(line.ground).article.value;
    let code = words.say_case_ground(line.ground);
    let ground = format!("{code} ({article})");
    let say = if line.say {
        words.disclosure_say_yes()
    } else {
        words.disclosure_say_none()
    };
    let goes = line
        .fields
        .iter()
        .map(|field| Goes::new(words.say_field(field), "", ""));
    let stays = Field::ALL
        .iter()
        .filter(|field| !line.fields.contains(*field.to_owned()));
    let until = match (line.runs, line.ended) {
        (_, Some(ended)) => words.disclosure_ended(words.say_case_ended(ended)),
        (true, None) => words.case_until(words.date(line.until)),
        (false, None) => words.disclosure_over(words.date(line.until)),
    };
    let facts = Facts::new()
        .ground_and_say(words, ground, say)
        .line(words.disclosure_time(), until)
        .line(words.disclosure_opened(), opened(words, line, openings));
    Slip::new(words, own, &line.to, "", words.disclosure_shared())
        .sent(words)
        .goes(goes.collect())
        .stays(stays.map(|field| words.say_field(field)).collect())
        .facts(facts)
}

/// When it was last opened there, and how often.
fn opened(words: &Words, line: &DisclosureLine, openings: &[Openings]) -> String {
    match openings.iter().find(|known| known.organisation == line.to) {
        None => words.disclosure_not_opened(),
        Some(known) => words.disclosure_opened_times(known.times, words.day_time(known.last)),
    }
}

/// The page, for those who lead the case.
pub async fn page(visit: Visit, Path(case): Path<String>) -> Result<Response, Failure> {
    let (file, context) = (
        crate::case::form(&visit, &case, Action::ReadAudit, &[]).await?,
        visit.reading()?,
    );
    let id = file.case;
    let openings = visit.run(move |app| audit::by_organisation(app, &context, id)).await?;
    let (words, profile) = (&visit.words, visit.edge.app.profile());
    let own = visit.person()?.organisation.clone();
    let lines = file.disclosures.iter().rev();
    show(&DisclosurePage {
        case: format!("/cases/{id}"),
        slips: lines.map(|line| slip(words, profile, &own, line, &openings)).collect(),
        spoken_name: file.spoken_name,
        page: visit.page(&words.disclosure_title()),
    })
}
