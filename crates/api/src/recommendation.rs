//! Recommendations: written down, discussed, agreed, decided, addressed, reported on, reviewed.
use super::{
    BASE,
    body::{Sent, Which, told},
    reply::{Created, created, link},
};
use axum::{
    Json,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use tiltas_app::recommendation::{
    self as app,
    list::{self, PAGE},
    story,
};
use tiltas_domain::recommendation::{Finding, Recommendation as Known};
use tiltas_input::Input;
use tiltas_input::recommendation::{
    AddressRecommendation, CloseRecommendation, DecideRecommendation, DiscussRecommendation, FormulateRecommendation,
    LikenRecommendation, RecordRecommendation, ReportRecommendation, SelectRecommendations, SupersedeRecommendation,
    TakePosition, TranslateRecommendation,
};
use tiltas_kit::{Failure, Visit, edge::Asked};
use utoipa::ToSchema;

/// A recommendation in a list.
#[derive(Serialize, ToSchema)]
pub struct RecommendationLine {
    /// Which.
    pub id: String,
    /// In a line.
    pub title: String,
    /// The words that stand.
    pub text: String,
    /// Where it stands.
    pub state: &'static str,
    /// What kind of source.
    pub source: &'static str,
    /// The document, as far as the source gives it.
    pub document: Option<String>,
    /// When it was said: a year, a month or a day.
    pub dated: Option<String>,
    /// How strongly, in the source's own word; `null` where it has no scale.
    pub priority: Option<String>,
    /// What it is about.
    pub theme: &'static str,
    /// Who is to carry it out, by id.
    pub addressees: Vec<String>,
    /// The nearest term that is owed.
    pub term: Option<String>,
    /// How many days it is late.
    pub late: Option<i32>,
    /// Invented, to show how it works.
    pub example: bool,
}

/// A page of the list.
#[derive(Serialize, ToSchema)]
pub struct Recommendations {
    /// The lines.
    pub lines: Vec<RecommendationLine>,
    /// How many fit what was asked.
    pub found: usize,
    /// How many there are.
    pub all: usize,
    /// How many of them are late.
    pub late: usize,
    /// Where the next page stands, if there is one.
    pub next: Option<String>,
}

/// What an institution thinks of it.
#[derive(Serialize, ToSchema)]
pub struct Stands {
    /// Which institution.
    pub organisation: String,
    /// What it thinks; `null` where it was asked and has not answered.
    pub stance: Option<&'static str>,
    /// Why.
    pub reason: Option<String>,
    /// The words that it proposes instead.
    pub wording: Option<String>,
}

/// What a body decided.
#[derive(Serialize, ToSchema)]
pub struct Decided {
    /// What.
    pub outcome: &'static str,
    /// Which body.
    pub body: String,
    /// At which meeting.
    pub meeting: Option<String>,
    /// On which day.
    pub on: String,
    /// Why.
    pub reason: Option<String>,
}

/// Who is to carry it out.
#[derive(Serialize, ToSchema)]
pub struct Owed {
    /// Who.
    pub organisation: String,
    /// Until when.
    pub term: Option<String>,
}

/// What an addressee or a reviewer found.
#[derive(Serialize, ToSchema)]
pub struct Found {
    /// Who says so.
    pub organisation: String,
    /// How far it is.
    pub rating: &'static str,
    /// In words.
    pub text: String,
    /// What shows it.
    pub evidence: Vec<String>,
    /// When it was said.
    pub at: String,
}

/// An action of a plan that carries it out.
#[derive(Serialize, ToSchema)]
pub struct CarriedOut {
    /// The plan, by id.
    pub plan: String,
    /// The item, by id.
    pub item: String,
    /// Its number.
    pub number: String,
    /// In a line.
    pub title: String,
    /// How far it is.
    pub status: &'static str,
    /// Until when.
    pub term: Option<String>,
    /// How many days it is late.
    pub late: Option<i32>,
}

/// A recommendation with its whole story.
#[derive(Serialize, ToSchema)]
pub struct Recommendation {
    /// Which.
    pub id: String,
    /// In a line.
    pub title: String,
    /// Where it stands.
    pub state: &'static str,
    /// The first words.
    pub first: String,
    /// The agreed words.
    pub agreed: Option<String>,
    /// What kind of source.
    pub source: &'static str,
    /// What institutions think, also the silent ones.
    pub positions: Vec<Stands>,
    /// What a body decided.
    pub decision: Option<Decided>,
    /// Who is to carry it out.
    pub addressees: Vec<Owed>,
    /// What they reported, oldest first.
    pub reports: Vec<Found>,
    /// What reviewers found, oldest first.
    pub reviews: Vec<Found>,
    /// Which others say the same, by id.
    pub same: Vec<String>,
    /// The actions of plans that carry it out.
    pub actions: Vec<CarriedOut>,
    /// What stands in its place, by id.
    pub superseded_by: Option<String>,
    /// What may be done to it now.
    pub may: Vec<&'static str>,
}

/// The recommendations.
#[utoipa::path(get, path = "/recommendations", tag = "recommendation", params(SelectRecommendations), responses((status = 200, description = "A page of them", body = Recommendations)))]
pub async fn list(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let select = tiltas_input::of_query::<SelectRecommendations>(&asked)
        .and_then(|sent| sent.command(&visit.at()))
        .map_err(|wrong| told(&visit, &wrong))?;
    let context = visit.reading()?;
    let found = visit.run(move |app| list::page(app, &context, &select, PAGE)).await?;
    let next = found.next.map(|next| {
        let path = format!("{BASE}/recommendations");
        link(&path, &asked, ("after", next.to_string()))
    });
    let lines = found.lines.into_iter().map(|shown| {
        let line = shown.line;
        RecommendationLine {
            id: line.id.to_string(),
            title: line.title,
            text: line.words,
            state: line.stage.code(),
            source: line.source.code(),
            document: line.document,
            dated: line.dated.map(|dated| dated.to_string()),
            priority: line.priority,
            theme: line.theme.code(),
            addressees: line.addressees.iter().map(ToString::to_string).collect(),
            term: line.term.map(|term| term.to_string()),
            late: shown.late,
            example: line.example,
        }
    });
    let lines = lines.collect();
    let answer = Recommendations {
        lines,
        found: found.found,
        all: found.all,
        late: found.late,
        next,
    };
    Ok(Json(answer).into_response())
}

fn found(finding: &Finding) -> Found {
    Found {
        organisation: finding.organisation.to_string(),
        rating: finding.rating.code(),
        text: finding.text.clone(),
        evidence: finding.evidence.clone(),
        at: super::reply::time(finding.at),
    }
}

/// One with its whole story.
#[utoipa::path(get, path = "/recommendations/{id}", tag = "recommendation", params(("id" = String, Path, description = "The recommendation")), responses((status = 200, description = "The story", body = Recommendation)))]
pub async fn show(visit: Visit, Which(id): Which<Known>) -> Result<Json<Recommendation>, Failure> {
    let context = visit.reading()?;
    let story = visit.run(move |app| story::story(app, &context, id)).await?;
    let of = &story.of;
    let asked = of.discussion.iter().flat_map(|known| known.asked.iter().copied());
    let stands = of.stands();
    let positions = asked.map(|who| {
        let said = stands.iter().find(|said| said.organisation == who);
        Stands {
            organisation: who.to_string(),
            stance: said.map(|said| said.stance.code()),
            reason: said.and_then(|said| said.reason.clone()),
            wording: said.and_then(|said| said.wording.clone()),
        }
    });
    Ok(Json(Recommendation {
        id: id.to_string(),
        title: of.first.title.clone(),
        state: of.stage().code(),
        first: of.first.wording.text.clone(),
        agreed: of.agreed.clone(),
        source: of.first.source.kind.code(),
        positions: positions.collect(),
        decision: of.decision.as_ref().map(|decision| Decided {
            outcome: decision.outcome.code(),
            body: decision.body.clone(),
            meeting: decision.meeting.clone(),
            on: decision.on.to_string(),
            reason: decision.reason.clone(),
        }),
        addressees: of
            .addressees
            .iter()
            .map(|one| Owed {
                organisation: one.organisation.to_string(),
                term: one.term.map(|term| term.to_string()),
            })
            .collect(),
        reports: of.reports.iter().map(found).collect(),
        reviews: of.reviews.iter().map(found).collect(),
        same: of.same.iter().map(ToString::to_string).collect(),
        actions: story
            .actions
            .iter()
            .map(|(other, _)| CarriedOut {
                plan: other.plan.to_string(),
                item: other.item.id.to_string(),
                number: other.item.said.number.clone(),
                title: other.item.said.title.clone(),
                status: other.item.status().code(),
                term: other.item.said.term.map(|term| term.to_string()),
                late: other.late,
            })
            .collect(),
        superseded_by: of.superseded_by.map(|by| by.to_string()),
        may: story.may.iter().map(|act| act.code()).collect(),
    }))
}

/// Writes one down.
#[utoipa::path(post, path = "/recommendations", tag = "recommendation", request_body = RecordRecommendation, responses((status = 201, description = "Written down", body = Created)))]
pub async fn record(visit: Visit, sent: Sent<RecordRecommendation>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (id, receipt) = visit.run(move |app| app::record(app, &context, &command)).await?;
    Ok(created(format!("{BASE}/recommendations/{id}"), id, receipt))
}

macro_rules! acts { ($($(#[$doc:meta])* $name:ident($input:ty) at $path:literal by $run:path;)+) => { $(
    $(#[$doc])*
    #[utoipa::path(post, path = $path, tag = "recommendation", params(("id" = String, Path, description = "The recommendation")), request_body = $input, responses((status = 201, description = "Done", body = Created)))]
    pub async fn $name(visit: Visit, Which(id): Which<Known>, sent: Sent<$input>) -> Result<Response, Failure> {
        let command = sent.command(&visit)?;
        let context = visit.context(&sent.fields)?;
        let receipt = visit.run(move |app| $run(app, &context, id, &command)).await?;
        Ok(created(format!("{BASE}/recommendations/{id}"), id, receipt))
    }
)+ } }
acts! {
    /// Puts it into another language.
    translate(TranslateRecommendation) at "/recommendations/{id}/translations" by app::translate;
    /// Asks institutions what they think.
    discuss(DiscussRecommendation) at "/recommendations/{id}/discussions" by app::discuss;
    /// Says what one's institution thinks.
    take_position(TakePosition) at "/recommendations/{id}/positions" by app::take_position;
    /// Fixes the agreed words.
    formulate(FormulateRecommendation) at "/recommendations/{id}/words" by app::formulate;
    /// Records what a body decided.
    decide(DecideRecommendation) at "/recommendations/{id}/decisions" by app::decide;
    /// Says who is to carry it out.
    address(AddressRecommendation) at "/recommendations/{id}/addressees" by app::address;
    /// Reports how far it is.
    report(ReportRecommendation) at "/recommendations/{id}/reports" by app::report;
    /// Says what a reviewer finds.
    review(ReportRecommendation) at "/recommendations/{id}/reviews" by app::review;
    /// Says whether it says the same as another.
    liken(LikenRecommendation) at "/recommendations/{id}/likenesses" by app::liken;
    /// Ends it.
    close(CloseRecommendation) at "/recommendations/{id}/closings" by app::close;
    /// Lets it go on.
    reopen(CloseRecommendation) at "/recommendations/{id}/reopenings" by app::reopen;
    /// Puts another in its place.
    supersede(SupersedeRecommendation) at "/recommendations/{id}/replacements" by app::supersede;
}
