//! Lists of referrals, and one as its sender, its receiver, or one whom escalation reached sees it.
use crate::{
    BASE,
    body::{self, Which},
    reply::{Told, codes, link, marks, text, time, told},
    value::{Clock, Detail, Hand, Happened, Kept, Person, Risk, clock, entry, hand, happened, kept, person, risk},
};
use axum::{Json, extract::Query};
use serde::{Deserialize, Serialize};
use tiltas_app::referral::{
    list::{self, Line, Mark, Order},
    page::Page,
};
use tiltas_domain::{
    provider::Service,
    referral::{How, State},
};
use tiltas_kit::{Failure, Fields, Visit};
use tiltas_words::Words;
use utoipa::{IntoParams, ToSchema};

/// What the token's organisation sent, and what was sent to it.
#[derive(Serialize, ToSchema)]
pub struct ReferralLists {
    /// What became of ours, newest first.
    pub sent: Vec<ReferralLine>,
    /// How many there are.
    pub sent_count: Count,
    /// The address of the next page of what was sent.
    pub sent_next: Option<String>,
    /// What waits for us, the urgent first.
    pub incoming: Vec<ReferralLine>,
    /// How many there are.
    pub incoming_count: Count,
    /// The address of the next page of what came in.
    pub incoming_next: Option<String>,
}

/// How many there are of a list.
#[derive(Serialize, ToSchema)]
pub struct Count {
    /// So many.
    pub count: usize,
    /// Whether there are more than are counted.
    pub more: bool,
}

impl Count {
    /// Of so many, counted up to a thousand.
    pub fn of(all: usize) -> Count {
        Count {
            count: all.min(list::COUNTED),
            more: all > list::COUNTED,
        }
    }
}

/// From where on each list is asked for.
#[derive(Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Marks {
    /// The mark of the last referral that was read of what was sent.
    sent_after: Option<String>,
    /// The same of what came in.
    incoming_after: Option<String>,
}

/// A referral in a list: no person, but the spoken name.
#[derive(Serialize, ToSchema)]
pub struct ReferralLine {
    /// Which.
    pub id: String,
    /// Whose file.
    pub case: String,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// Who sent it.
    pub from: String,
    /// To whom.
    pub to: Option<String>,
    /// The provider's name.
    pub provider: Option<String>,
    /// The receiver's duty phone.
    pub phone: Option<String>,
    /// Where it stands.
    pub state: String,
    /// How soon.
    pub urgency: &'static str,
    /// When it was sent.
    pub sent: Option<String>,
    /// Until when it is to be acknowledged.
    pub acknowledge_due: Option<String>,
    /// Until when it is to be answered.
    pub answer_due: Option<String>,
    /// how many steps of escalation were taken.
    pub escalated: usize,
}

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

/// The referrals of the token's organisation, page by page: `sent_next` and `incoming_next` lead on.
#[utoipa::path(get, path = "/referrals", tag = "referral", params(Marks), responses((status = 200, description = "Sent and incoming", body = ReferralLists)))]
pub async fn list(visit: Visit, Query(asked): Query<Vec<(String, String)>>) -> Result<Json<ReferralLists>, Failure> {
    let asked = Fields(asked);
    let context = visit.reading()?;
    let after = tiltas_input::of_query::<Marks>(&asked).map_err(|wrong| body::told(&visit, &wrong))?;
    let after = [
        ("sent_after", after.sent_after),
        ("incoming_after", after.incoming_after),
    ];
    let [sent, incoming] = marks(&visit, after, Mark::parse)?;
    let (sent, incoming) = visit
        .run(move |app| {
            let sent = list::page(app, &context, Order::Sent, sent.as_ref(), list::LISTED)?;
            Ok((
                sent,
                list::page(app, &context, Order::Incoming, incoming.as_ref(), list::LISTED)?,
            ))
        })
        .await?;
    let path = format!("{BASE}/referrals");
    let next = |name, mark: &Option<Mark>| mark.as_ref().map(|mark| link(&path, &asked, (name, mark.code())));
    let count = |page: &list::Page| Count {
        count: page.count,
        more: page.more,
    };
    Ok(Json(ReferralLists {
        sent_count: count(&sent),
        sent_next: next("sent_after", &sent.next),
        sent: sent.lines.into_iter().map(line).collect(),
        incoming_count: count(&incoming),
        incoming_next: next("incoming_after", &incoming.next),
        incoming: incoming.lines.into_iter().map(line).collect(),
    }))
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

/// A referral in a list.
pub fn line(line: Line) -> ReferralLine {
    ReferralLine {
        id: line.referral.to_string(),
        case: line.case.to_string(),
        spoken_name: line.spoken_name,
        from: line.from.1,
        to: line.to.map(|(_, name)| name),
        provider: line.provider,
        phone: line.phone,
        state: line.state,
        urgency: line.urgency.code(),
        sent: line.sent.map(time),
        acknowledge_due: line.acknowledge_due.map(time),
        answer_due: line.answer_due.map(time),
        escalated: line.escalated,
    }
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
