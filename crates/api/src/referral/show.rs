//! One referral, as its sender, its receiver, or one whom escalation reached sees it.
use crate::{
    body::Which,
    reply::{Told, codes, text, time, told},
    value::{Clock, Detail, Hand, Happened, Kept, Person, Risk, clock, entry, hand, happened, kept, person, risk},
};
use axum::Json;
use serde::Serialize;
use tiltas_app::referral::page::Page;
use tiltas_domain::{
    provider::Service,
    referral::{How, State},
};
use tiltas_kit::{Failure, Visit};
use tiltas_words::Words;
use utoipa::ToSchema;

/// A referral, as this token's role sees it.
#[derive(Serialize, ToSchema)]
pub struct Referral {
    /// Which.
    pub id: String,
    /// Whose file.
    pub case: String,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// Who sends.
    pub from: String,
    /// Who receives.
    pub to: String,
    /// The provider's name.
    pub provider: String,
    /// The receiver's duty phone.
    pub phone: String,
    /// `sent`, `acknowledged`, `question_asked`, `accepted`, `refused`, `no_capacity`, `started`, `completed`, `failed`,
    /// `withdrawn` or `expired`.
    pub state: &'static str,
    /// Why, or what came of it, where the state says so.
    pub outcome: Option<&'static str>,
    /// How soon.
    pub urgency: &'static str,
    /// What is asked for.
    pub services: Vec<&'static str>,
    /// The place that is held.
    pub place: Option<String>,
    /// Until it is acknowledged.
    pub acknowledge: Clock,
    /// Until it is answered.
    pub answer: Clock,
    /// Told by phone: to which function.
    pub told_by_phone: Option<String>,
    /// The steps that escalation reached.
    pub escalated: Vec<Escalated>,
    /// What goes with it.
    pub disclosure: Option<Goes>,
    /// Who the person is.
    pub person: Told<Person>,
    /// What was told.
    pub details: Vec<Detail>,
    /// Risk and safety.
    pub risk: Risk,
    /// What happened to the person.
    pub account: Told<String>,
    /// Words of the sender.
    pub words: Told<String>,
    /// What happened with it, newest first.
    pub steps: Vec<Happened>,
    /// Who of the receiver's side opened it: for the sender.
    pub opened: Vec<Opened>,
    /// The fields that this role may not open, with why: the same whether there is something in them or not.
    pub withheld: Vec<Kept>,
}

/// A step that escalation reached.
#[derive(Serialize, ToSchema)]
pub struct Escalated {
    /// `sender`, `supervisor`, `contact_point` or `national_unit`.
    pub step: &'static str,
    /// When.
    pub at: String,
}

/// What goes with a referral.
#[derive(Serialize, ToSchema)]
pub struct Goes {
    /// Exactly these fields.
    pub fields: Vec<&'static str>,
    /// On which ground.
    pub ground: &'static str,
    /// Whether consent stands beside it.
    pub say: bool,
    /// The last moment.
    pub until: String,
    /// Whether it runs.
    pub runs: bool,
}

/// Openings by one function of the receiver's side.
#[derive(Serialize, ToSchema)]
pub struct Opened {
    /// The last time.
    pub at: String,
    /// The first time.
    pub first: String,
    /// How often.
    pub times: usize,
    /// Whose hand.
    pub by: Hand,
    /// Which fields.
    pub fields: Vec<&'static str>,
}

/// One referral.
#[utoipa::path(get, path = "/referrals/{id}", tag = "referral", params(("id" = String, Path, description = "The referral")), responses((status = 200, description = "The referral", body = Referral)))]
pub async fn show(
    visit: Visit,
    Which(id): Which<tiltas_domain::referral::Referral>,
) -> Result<Json<Referral>, Failure> {
    let context = visit.reading()?;
    let page = visit
        .run(move |app| tiltas_app::referral::page::page(app, &context, id))
        .await?;
    Ok(Json(referral(&visit.words, page)))
}

fn referral(words: &Words, page: Page) -> Referral {
    let sending = &page.sending;
    let opened = page.opened.iter().map(|opened| Opened {
        at: time(opened.last),
        first: time(opened.first),
        times: opened.times,
        by: hand(&opened.by),
        fields: codes(opened.fields),
    });
    Referral {
        id: page.referral.to_string(),
        case: page.case.to_string(),
        spoken_name: page.spoken_name,
        from: page.from,
        to: page.to,
        provider: page.provider,
        phone: page.phone,
        state: page.state.code(),
        outcome: outcome(&page.state),
        urgency: sending.urgency.code(),
        services: sending.services.iter().copied().map(Service::code).collect(),
        place: sending.place.clone(),
        acknowledge: clock(&sending.acknowledge),
        answer: clock(&sending.answer),
        told_by_phone: match page.acknowledged {
            Some(How::ByPhone { function, .. }) => Some(function),
            Some(How::Here) | None => None,
        },
        escalated: page
            .escalated
            .iter()
            .map(|(step, at)| Escalated {
                step: step.code(),
                at: time(*at),
            })
            .collect(),
        disclosure: page.disclosure.map(|(fields, ground, say, until, runs)| Goes {
            fields: codes(fields),
            ground: ground.code(),
            say,
            until: time(until),
            runs,
        }),
        person: told(words, page.person, person),
        details: page.entries.iter().map(|one| entry(words, one)).collect(),
        risk: risk(words, &page.safety),
        account: text(words, &page.account),
        words: text(words, &page.words),
        steps: page.steps.iter().map(|step| happened(words, step)).collect(),
        opened: opened.collect(),
        withheld: kept(words, page.withheld.clone()),
    }
}

fn outcome(state: &State) -> Option<&'static str> {
    match state {
        State::Refused(reason) => Some(reason.code()),
        State::Completed(outcome) => Some(outcome.code()),
        State::Withdrawn(because) => Some(because.code()),
        _ => None,
    }
}
