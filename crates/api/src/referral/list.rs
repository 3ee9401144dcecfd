//! Lists of referrals: what was sent, what came in, narrowed and sorted as it is asked for, and counted over all pages.
use crate::{
    BASE, body,
    reply::{Told, chosen, link, marks, time, told},
};
use axum::{Json, extract::Query};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tiltas_app::referral::list::{self, Filter, Line, Mark, Sort, Stands};
use tiltas_domain::case::Urgency;
use tiltas_input::{Errors, error::Code};
use tiltas_kit::{Failure, Fields, Visit};
use tiltas_words::Words;
use utoipa::{IntoParams, ToSchema};

/// What the token's organisation sent, and what was sent to it.
#[derive(Serialize, ToSchema)]
pub struct ReferralLists {
    /// What became of ours, drafts among it, sorted as asked.
    pub sent: Vec<ReferralLine>,
    /// How many there are.
    pub sent_count: Count,
    /// The address of the next page of what was sent.
    pub sent_next: Option<String>,
    /// What came to us and is not over, sorted as asked.
    pub incoming: Vec<ReferralLine>,
    /// How many there are.
    pub incoming_count: Count,
    /// The address of the next page of what came in.
    pub incoming_next: Option<String>,
    /// How many there are by where they stand, with the chosen urgency: `all`, `waiting`, `running`, `draft`, `no`, `over`.
    pub by_state: BTreeMap<&'static str, Count>,
    /// How many there are by urgency, where they stand as chosen: `all`, `danger_now`, `tonight`, `ordinary`.
    pub by_urgency: BTreeMap<&'static str, Count>,
    /// How many entries can't be read and are left out.
    pub unreadable: usize,
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
            count: all.min(tiltas_app::COUNTED),
            more: all > tiltas_app::COUNTED,
        }
    }
}

/// Which referrals, in which order, and from where on each list is asked for.
#[derive(Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Marks {
    /// The mark of the last referral that was read of what was sent.
    sent_after: Option<String>,
    /// The same of what came in.
    incoming_after: Option<String>,
    /// Where they stand: `waiting`, `running`, `draft`, `no` or `over`.
    show: Option<String>,
    /// `danger_now`, `tonight` or `ordinary`.
    urgency: Option<String>,
    /// Only those of this case.
    case: Option<String>,
    /// `urgent` (as what came in is), `changed` or `sent` (as what was sent is).
    sort: Option<String>,
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
    pub urgency: Told<String>,
    /// When it was sent.
    pub sent: Option<String>,
    /// Until when it is to be acknowledged.
    pub acknowledge_due: Option<String>,
    /// Until when it is to be answered.
    pub answer_due: Option<String>,
    /// how many steps of escalation were taken.
    pub escalated: usize,
}

/// The referrals of the token's organisation, page by page: `sent_next` and `incoming_next` lead on.
#[utoipa::path(get, path = "/referrals", tag = "referral", params(Marks), responses((status = 200, description = "Sent and incoming", body = ReferralLists)))]
pub async fn list(visit: Visit, Query(asked): Query<Vec<(String, String)>>) -> Result<Json<ReferralLists>, Failure> {
    let asked = Fields(asked);
    let context = visit.reading()?;
    let sent = tiltas_input::of_query::<Marks>(&asked).map_err(|wrong| body::told(&visit, &wrong))?;
    let after = [("sent_after", sent.sent_after), ("incoming_after", sent.incoming_after)];
    let [sent_after, incoming_after] = marks(&visit, after, Mark::parse)?;
    let mut wrong = Errors::new();
    let filter = Filter {
        stands: chosen(&mut wrong, ("show", sent.show), &Stands::ALL, Stands::code),
        urgency: chosen(&mut wrong, ("urgency", sent.urgency), Urgency::ALL, Urgency::code),
        case: sent.case.and_then(|case| {
            let id = case.parse().ok();
            if id.is_none() {
                wrong.add("case", Code::Id, Vec::new());
            }
            id
        }),
    };
    let sort = chosen(&mut wrong, ("sort", sent.sort), &Sort::ALL, Sort::code);
    if !wrong.is_empty() {
        return Err(body::told(&visit, &wrong));
    }
    let sought = list::Asked {
        filter,
        sent: (sort.unwrap_or(Sort::Sent), sent_after),
        incoming: (sort.unwrap_or(Sort::Urgent), incoming_after),
        most: list::LISTED,
    };
    let found = visit.run(move |app| list::lists(app, &context, &sought)).await?;
    let path = format!("{BASE}/referrals");
    let next = |name, mark: &Option<Mark>| mark.as_ref().map(|mark| link(&path, &asked, (name, mark.code())));
    let lines = |lines: Vec<Line>| lines.into_iter().map(|one| line(&visit.words, one)).collect();
    let by_state = found.stands.iter();
    let by_urgency = found.urgencies.iter();
    Ok(Json(ReferralLists {
        sent_count: Count::of(found.sent.count),
        sent_next: next("sent_after", &found.sent.next),
        incoming_count: Count::of(found.incoming.count),
        incoming_next: next("incoming_after", &found.incoming.next),
        by_state: by_state
            .map(|(stands, count)| (stands.map_or("all", Stands::code), Count::of(*count)))
            .collect(),
        by_urgency: by_urgency
            .map(|(urgency, count)| (urgency.map_or("all", Urgency::code), Count::of(*count)))
            .collect(),
        unreadable: found.unread,
        sent: lines(found.sent.lines),
        incoming: lines(found.incoming.lines),
    }))
}

/// A referral in a list.
pub fn line(words: &Words, line: Line) -> ReferralLine {
    ReferralLine {
        id: line.referral.to_string(),
        case: line.case.to_string(),
        spoken_name: line.spoken_name,
        from: line.from.1,
        to: line.to.map(|(_, name)| name),
        provider: line.provider,
        phone: line.phone,
        state: line.stage.code().to_owned(),
        urgency: told(words, line.urgency, |urgency| urgency.code().to_owned()),
        sent: line.sent.map(time),
        acknowledge_due: line.acknowledge_due.map(time),
        answer_due: line.answer_due.map(time),
        escalated: line.escalated,
    }
}
