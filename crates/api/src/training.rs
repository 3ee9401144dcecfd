//! Trainings: planned, held, counted, measured, reported, certified.
use super::{
    BASE,
    body::{Keyed, Sent, Which, told},
    reply::{Created, created, link},
};
use axum::{
    Json,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use tiltas_app::training::{
    self as app,
    list::{self, Count, PAGE},
    story,
};
use tiltas_domain::training::{Mean, Training as Known};
use tiltas_input::{
    Input,
    certificate::IssueCertificates,
    training::{
        AnswerTraining, CancelTraining, CountAttendance, EnrolInTraining, PlanTraining, ReportTraining, ScoreTraining,
        SelectTrainings,
    },
};
use tiltas_kit::{Failure, Visit, edge::Asked};
use utoipa::ToSchema;

/// A training in a list.
#[derive(Serialize, ToSchema)]
pub struct TrainingLine {
    /// Which.
    pub id: String,
    /// In a line.
    pub title: String,
    /// Where it stands.
    pub state: &'static str,
    /// Its first day, as precise as it is known.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// Where.
    pub place: String,
    /// What whoever attended can do.
    pub competence: String,
    /// Participants and outcomes are invented, to show how it works.
    pub example: bool,
}

/// A page of the list.
#[derive(Serialize, ToSchema)]
pub struct Trainings {
    /// The lines.
    pub lines: Vec<TrainingLine>,
    /// How many fit what was asked.
    pub found: usize,
    /// How many there are.
    pub all: usize,
    /// Where the next page stands, if there is one.
    pub next: Option<String>,
}

/// A line of the agenda.
#[derive(Serialize, ToSchema)]
pub struct AgendaItem {
    /// On which day.
    pub day: String,
    /// At which hour.
    pub hour: Option<String>,
    /// What.
    pub what: String,
    /// Led by whom.
    pub by: Option<String>,
}

/// Those of a function of an institution. A number is `null` where it is not counted, or is of fewer than 5 people whom this
/// reader may not count out.
#[derive(Serialize, ToSchema)]
pub struct Participants {
    /// Their institution, by id.
    pub organisation: String,
    /// Their function there.
    pub function: String,
    /// How many are registered.
    pub registered: Option<usize>,
    /// How many came.
    pub came: Option<usize>,
    /// How many of them have a certificate.
    pub certificates: Option<usize>,
}

/// What a group knew before and after: means, `null` where there is none or where it would tell somebody's own result.
#[derive(Serialize, ToSchema)]
pub struct Learnt {
    /// Of which module; `null`: of the whole test.
    pub part: Option<String>,
    /// Of those of which institution, by id; `null`: of all.
    pub organisation: Option<String>,
    /// The most points that one can have.
    pub most: u16,
    /// Before.
    pub before: Option<f64>,
    /// After.
    pub after: Option<f64>,
}

/// A training.
#[derive(Serialize, ToSchema)]
pub struct Training {
    /// Which.
    pub id: String,
    /// In a line.
    pub title: String,
    /// Where it stands.
    pub state: &'static str,
    /// What it belongs to.
    pub programme: Option<String>,
    /// For whom.
    pub audience: String,
    /// What for.
    pub aims: String,
    /// Its parts.
    pub modules: Vec<String>,
    /// How many hours.
    pub hours: u8,
    /// What whoever attended can do.
    pub competence: String,
    /// For how many years a certificate is valid.
    pub years: u8,
    /// Its first day.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// Where.
    pub place: String,
    /// In which language.
    pub language: Option<String>,
    /// Who teaches: institutions or countries.
    pub trainers: Vec<String>,
    /// What happens when.
    pub agenda: Vec<AgendaItem>,
    /// What is handed out.
    pub material: Vec<String>,
    /// Where it is told in public.
    pub source: Option<String>,
    /// Participants and outcomes are invented, to show how it works.
    pub example: bool,
    /// Who comes or came.
    pub participants: Vec<Participants>,
    /// What was learnt, once it is reported.
    pub results: Vec<Learnt>,
    /// What came of it, in words.
    pub report: Option<String>,
    /// What came of it, one a line.
    pub outcomes: Vec<String>,
    /// Why it does not take place.
    pub cancelled: Option<String>,
    /// What may be done to it now.
    pub may: Vec<&'static str>,
}

/// The trainings.
#[utoipa::path(get, path = "/trainings", tag = "training", params(SelectTrainings), responses((status = 200, description = "A page of them", body = Trainings)))]
pub async fn list(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let select = tiltas_input::of_query::<SelectTrainings>(&asked)
        .and_then(|sent| sent.command(&visit.at()))
        .map_err(|wrong| told(&visit, &wrong))?;
    let context = visit.reading()?;
    let found = visit.run(move |app| list::page(app, &context, &select, PAGE)).await?;
    let next = found.next.map(|next| {
        let path = format!("{BASE}/trainings");
        link(&path, &asked, ("after", next.to_string()))
    });
    let lines = found.lines.into_iter().map(|line| TrainingLine {
        id: line.id.to_string(),
        title: line.title,
        state: line.state.code(),
        from: line.from.to_string(),
        to: line.to.to_string(),
        place: line.place,
        competence: line.competence,
        example: line.example,
    });
    let lines = lines.collect();
    let (found, all) = (found.found, found.all);
    Ok(Json(Trainings {
        lines,
        found,
        all,
        next,
    })
    .into_response())
}

fn people(count: Count) -> Option<usize> {
    match count {
        Count::Exactly(people) => Some(people),
        Count::Few | Count::Withheld => None,
    }
}

fn mean(mean: Mean) -> Option<f64> {
    match mean {
        Mean::Tenths(tenths) => Some(f64::from(tenths) / 10.0),
        Mean::Hidden | Mean::None => None,
    }
}

/// One training.
#[utoipa::path(get, path = "/trainings/{id}", tag = "training", params(("id" = String, Path, description = "The training")), responses((status = 200, description = "The training", body = Training)))]
pub async fn show(visit: Visit, Which(id): Which<Known>) -> Result<Json<Training>, Failure> {
    let context = visit.reading()?;
    let story = visit.run(move |app| story::story(app, &context, id)).await?;
    let participants = story.came.iter().map(|came| Participants {
        organisation: came.organisation.to_string(),
        function: came.function.clone(),
        registered: people(came.registered),
        came: came.came.and_then(people),
        certificates: people(came.certificates),
    });
    let results = story.of.outcomes().into_iter().map(|outcome| Learnt {
        part: outcome.part,
        organisation: outcome.organisation.map(|who| who.to_string()),
        most: outcome.most,
        before: mean(outcome.before),
        after: mean(outcome.after),
    });
    let (participants, results) = (participants.collect(), results.collect());
    let may = story.may.iter().map(|act| act.code()).collect();
    let of = story.of;
    let plan = of.plan;
    let taught = plan.curriculum;
    let agenda = plan.agenda.into_iter().map(|item| AgendaItem {
        day: item.day.to_string(),
        hour: item.hour,
        what: item.what,
        by: item.by,
    });
    Ok(Json(Training {
        id: id.to_string(),
        title: plan.title,
        state: of.state.code(),
        programme: plan.programme,
        audience: taught.audience,
        aims: taught.aims,
        modules: taught.modules,
        hours: taught.hours,
        competence: taught.competence,
        years: taught.years,
        from: plan.from.to_string(),
        to: plan.to.to_string(),
        place: plan.place,
        language: plan.language,
        trainers: plan.trainers,
        agenda: agenda.collect(),
        material: plan.material,
        source: plan.source,
        example: plan.example,
        participants,
        results,
        report: of.report.as_ref().map(|report| report.text.clone()),
        outcomes: of.report.map(|report| report.outcomes).unwrap_or_default(),
        cancelled: of.cancelled,
        may,
    }))
}

/// Plans one.
#[utoipa::path(post, path = "/trainings", tag = "training", request_body = PlanTraining, responses((status = 201, description = "Planned", body = Created)))]
pub async fn plan(visit: Visit, sent: Sent<PlanTraining>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (id, receipt) = visit.run(move |app| app::plan(app, &context, &command)).await?;
    Ok(created(format!("{BASE}/trainings/{id}"), id, receipt))
}

/// Says that it took place.
#[utoipa::path(post, path = "/trainings/{id}/holdings", tag = "training", params(("id" = String, Path, description = "The training")), responses((status = 201, description = "Done", body = Created)))]
pub async fn hold(visit: Visit, Which(id): Which<Known>, Keyed(fields): Keyed) -> Result<Response, Failure> {
    let context = visit.context(&fields)?;
    let receipt = visit.run(move |app| app::hold(app, &context, id)).await?;
    Ok(created(format!("{BASE}/trainings/{id}"), id, receipt))
}

macro_rules! acts { ($($(#[$doc:meta])* $name:ident($input:ty) at $path:literal by $run:path;)+) => { $(
    $(#[$doc])*
    #[utoipa::path(post, path = $path, tag = "training", params(("id" = String, Path, description = "The training")), request_body = $input, responses((status = 201, description = "Done", body = Created)))]
    pub async fn $name(visit: Visit, Which(id): Which<Known>, sent: Sent<$input>) -> Result<Response, Failure> {
        let command = sent.command(&visit)?;
        let context = visit.context(&sent.fields)?;
        let receipt = visit.run(move |app| $run(app, &context, id, &command)).await?;
        Ok(created(format!("{BASE}/trainings/{id}"), id, receipt))
    }
)+ } }
acts! {
    /// Plans it otherwise.
    change(PlanTraining) at "/trainings/{id}/plans" by app::change;
    /// Registers those of a function of an institution.
    enrol(EnrolInTraining) at "/trainings/{id}/enrolments" by app::enrol;
    /// Counts who came.
    attend(CountAttendance) at "/trainings/{id}/attendances" by app::attend;
    /// Writes down what a group learnt.
    score(ScoreTraining) at "/trainings/{id}/results" by app::score;
    /// Writes down how participants answered a question of the feedback.
    answer(AnswerTraining) at "/trainings/{id}/feedback" by app::answer;
    /// Says what came of it.
    report(ReportTraining) at "/trainings/{id}/reports" by app::report;
    /// Calls it off.
    cancel(CancelTraining) at "/trainings/{id}/cancellations" by app::cancel;
    /// Issues certificates to some of those who came.
    certify(IssueCertificates) at "/trainings/{id}/certificates" by app::certify;
}
