//! Referrals: what was sent, what came in, what waits; and the times at which it is escalated.
pub mod list;

use super::{
    Fact, View, code, id,
    overdue::{After, Page},
    table::digest,
};
use crate::{
    Error, Result, Snapshot,
    seam::{Row as Columns, Tx},
};
use tiltas_access::{Part, RowFacts, Side};
use tiltas_domain::{
    Event, Id, Moment,
    case::{Case, Urgency},
    organisation::Organisation,
    provider::Offer,
    referral::{self, Referral},
};

table! {
    REFERRAL_TABLE = referral (
        referral text NOT NULL, case_id text NOT NULL, sender text NOT NULL, receiver text, provider text, state text NOT NULL,
        urgency text NOT NULL, sent bigint, acknowledge_due bigint, answer_due bigint, escalations bytes,
        escalated bigint NOT NULL, next_escalation bigint, expires bigint, waits bigint, answered bigint,
        changed bigint NOT NULL
    ) key (referral) of case_id
    index "referral_case ON referral (case_id)"
    index "referral_sender ON referral (sender, changed)"
    index "referral_answered ON referral (sender, answered)"
    index "referral_receiver ON referral (receiver, state, answer_due)"
    index "referral_waits ON referral (sender, waits)"
    index "referral_next_escalation ON referral (next_escalation)"
    index "referral_expires ON referral (expires)"
}

pub(crate) const VIEW: View = View {
    name: "referral",
    version: digest(include_str!("referral.rs")),
    tables: &[REFERRAL_TABLE],
    project,
};
const DRAFT: &str = "INSERT INTO referral (referral, case_id, sender, provider, state, urgency, escalated, changed) VALUES ($1, $2, $3, $4, 'draft', $5, 0, $6) ON CONFLICT (referral) DO UPDATE SET sender = excluded.sender, provider = excluded.provider, urgency = excluded.urgency, changed = excluded.changed";
const SENT: &str = "INSERT INTO referral (referral, case_id, sender, receiver, provider, state, urgency, sent, acknowledge_due, answer_due, escalations, escalated, next_escalation, expires, waits, changed) VALUES ($1, $2, $3, $4, $5, 'sent', $6, $7, $8, $9, $10, 0, $11, $12, $13, $7) ON CONFLICT (referral) DO UPDATE SET sender = excluded.sender, receiver = excluded.receiver, provider = excluded.provider, state = excluded.state, urgency = excluded.urgency, sent = excluded.sent, acknowledge_due = excluded.acknowledge_due, answer_due = excluded.answer_due, escalations = excluded.escalations, next_escalation = excluded.next_escalation, expires = excluded.expires, waits = excluded.waits, changed = excluded.changed";
const STEP: &str = "UPDATE referral SET state = $2, changed = $3 WHERE referral = $1";
const OVER: &str = "UPDATE referral SET state = $2, changed = $3, next_escalation = NULL, expires = NULL, waits = NULL, answered = $4 WHERE referral = $1";
const ESCALATIONS: &str = "SELECT escalations, escalated, state FROM referral WHERE referral = $1";
const CHANGED: &str = "UPDATE referral SET changed = $2 WHERE referral = $1";
const SIGN: &str = "UPDATE referral SET state = $2, changed = $3, escalations = $4, escalated = 0, next_escalation = $5 WHERE referral = $1";
const ESCALATED: &str = "UPDATE referral SET escalated = $2, next_escalation = $3 WHERE referral = $1";
const CASE_OF: &str = "SELECT case_id FROM referral WHERE referral = $1";
const ROWS_WAITING: &str = concat!(
    "SELECT r.referral, r.case_id, c.spoken_name, r.sender, r.receiver, r.state, r.urgency, r.sent, r.acknowledge_due, r.answer_due, r.escalated, r.changed, p.offer, ",
    standing!("r.sender", "$3"),
    " FROM referral r JOIN case_file c ON c.case_id = r.case_id LEFT JOIN takes_part t ON t.organisation = r.sender AND t.case_id = r.case_id LEFT JOIN provider p ON p.provider = r.provider WHERE r.sender = $1 AND r.waits IS NOT NULL ORDER BY r.waits, r.referral LIMIT $2"
);
const ROWS_ANSWERED: &str = concat!(
    "SELECT r.referral, r.case_id, c.spoken_name, r.sender, r.receiver, r.state, r.urgency, r.sent, r.acknowledge_due, r.answer_due, r.escalated, r.changed, p.offer, ",
    standing!("r.sender", "$4"),
    " FROM referral r JOIN case_file c ON c.case_id = r.case_id LEFT JOIN takes_part t ON t.organisation = r.sender AND t.case_id = r.case_id LEFT JOIN provider p ON p.provider = r.provider WHERE r.sender = $1 AND r.answered >= $2 ORDER BY r.answered DESC, r.referral LIMIT $3"
);
const REFERRED: &str = "SELECT referral FROM referral WHERE case_id = $1 AND sent IS NOT NULL AND state NOT IN ('withdrawn', 'refused', 'no_capacity', 'expired') LIMIT 1";
const SILENT: &str = "SELECT referral, escalated, next_escalation, expires FROM referral WHERE (next_escalation <= $1 OR expires <= $1) AND (COALESCE(next_escalation, expires), referral) > ($2, $3) ORDER BY COALESCE(next_escalation, expires), referral LIMIT $4";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Referral(event) = fact.event else {
        return Ok(());
    };
    let which = Id::<Referral>::from_stored(fact.stream.id).to_string();
    let at = fact.at.0;
    let step = |state: &'static str| tx.execute(STEP, &[&which, &state, &at]);
    let over = |state: &'static str| tx.execute(OVER, &[&which, &state, &at, &None::<i64>]);
    let answered = |state: &'static str| tx.execute(OVER, &[&which, &state, &at, &Some(at)]);
    let sign = |state: &'static str, escalations: &[Moment]| {
        let next = escalations.first().map(|moment| moment.0);
        tx.execute(SIGN, &[&which, &state, &at, &encoded(escalations)?, &next])
    };
    match event {
        referral::Event::Drafted {
            case,
            from,
            to,
            urgency,
            ..
        } => {
            let to = to.map(|to| to.to_string());
            tx.execute(
                DRAFT,
                &[&which, &case.to_string(), &from.to_string(), &to, &urgency.code(), &at],
            )
        }
        referral::Event::Sent(s) => tx.execute(
            SENT,
            &[
                &which,
                &s.case.to_string(),
                &s.from.to_string(),
                &s.receiver.to_string(),
                &s.to.to_string(),
                &s.urgency.code(),
                &at,
                &s.acknowledge.due.map(|due| due.0),
                &s.answer.due.map(|due| due.0),
                &encoded(&s.escalations)?,
                &s.escalations.first().map(|first| first.0),
                &s.expires.map(|expires| expires.0),
                &s.answer.due.unwrap_or(fact.at).0,
            ],
        ),
        referral::Event::Acknowledged { escalations, .. } => sign("acknowledged", escalations),
        referral::Event::QuestionAsked { escalations, .. } => {
            // WHY only the first sign of life counts anew: after it the clock of the answer runs on.
            if escalation_row(tx, &which)?.2 == "sent" {
                sign("question_asked", escalations)
            } else {
                step("question_asked")
            }
        }
        referral::Event::QuestionAnswered { .. } => step("acknowledged"),
        referral::Event::Accepted { .. } => answered("accepted"),
        referral::Event::Refused { .. } => answered("refused"),
        referral::Event::NoCapacity { .. } => answered("no_capacity"),
        referral::Event::Started => answered("started"),
        referral::Event::Completed { .. } => answered("completed"),
        referral::Event::Failed { .. } => answered("failed"),
        referral::Event::Withdrawn { .. } => over("withdrawn"),
        referral::Event::Expired { .. } => over("expired"),
        referral::Event::PlaceReleased | referral::Event::PlaceGiven { .. } => tx.execute(CHANGED, &[&which, &at]),
        referral::Event::Escalated { step, .. } => {
            let (escalations, ..) = escalation_row(tx, &which)?;
            let escalated = *step as usize + 1;
            tx.execute(
                ESCALATED,
                &[
                    &which,
                    &(escalated as i64),
                    &escalations.get(escalated).map(|next| next.0),
                ],
            )
        }
    }
}

fn escalation_row(tx: &Tx<'_>, which: &str) -> Result<(Vec<Moment>, usize, String)> {
    let found = tx.row(ESCALATIONS, &[&which], |columns| {
        Ok((
            columns.get::<Option<Vec<u8>>>(0)?,
            columns.get::<i64>(1)?,
            columns.get::<String>(2)?,
        ))
    })?;
    let Some((escalations, escalated, state)) = found else {
        return Ok((Vec::new(), 0, String::new()));
    };
    let escalations = escalations.unwrap_or_else(|| vec![0x80]);
    let escalations =
        minicbor::decode(&escalations).map_err(|_| Error::Sealed("the steps of escalation do not decode"))?;
    let escalated = usize::try_from(escalated).map_err(|_| Error::Inconsistent {
        table: "referral",
        row: which.to_owned(),
        column: "escalated",
    })?;
    Ok((escalations, escalated, state))
}

fn encoded(escalations: &[Moment]) -> Result<Vec<u8>> {
    minicbor::to_vec(escalations).map_err(|_| Error::Defect("encoding failed"))
}

/// A referral in a list.
#[derive(Clone, Debug)]
pub struct Row {
    /// Which.
    pub referral: Id<Referral>,
    /// Whose file.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// Who sent it.
    pub from: Id<Organisation>,
    /// To whom.
    pub receiver: Option<Id<Organisation>>,
    /// The state's code; `draft` before it is sent.
    pub state: String,
    /// How soon.
    pub urgency: Urgency,
    /// When it was sent.
    pub sent: Option<Moment>,
    /// Until when it is to be acknowledged.
    pub acknowledge_due: Option<Moment>,
    /// Until when it is to be answered.
    pub answer_due: Option<Moment>,
    /// How many steps of escalation were taken.
    pub escalated: usize,
    /// When it changed last.
    pub changed: Moment,
    /// The provider's name.
    pub provider_name: Option<String>,
    /// The provider's duty phone.
    pub provider_phone: Option<String>,
    /// How the organisation that asked stands to the case.
    pub facts: RowFacts,
}

impl Row {
    /// Whether an answer is still owed.
    pub fn is_open(&self) -> bool {
        matches!(self.state.as_str(), "sent" | "acknowledged" | "question_asked")
    }

    /// At which end of it the organisation stands.
    pub fn side(&self, organisation: Id<Organisation>) -> Side {
        side(&self.state, (self.from, self.receiver), self.facts, organisation)
    }
}

/// At which end of a referral in this state, from the first and to the second, an organisation stands that stands so to the case.
/// Who takes no part in the case any more receives no more.
pub(super) fn side(
    state: &str,
    (from, receiver): (Id<Organisation>, Option<Id<Organisation>>),
    facts: RowFacts,
    organisation: Id<Organisation>,
) -> Side {
    let over = matches!(state, "draft" | "refused" | "no_capacity" | "withdrawn" | "expired");
    if receiver == Some(organisation) && !over && facts.part != Part::None {
        Side::Receiver
    } else if from == organisation {
        Side::Sender
    } else {
        Side::None
    }
}

fn row(columns: &Columns<'_>) -> Result<Row> {
    let moment = |index| columns.get::<Option<i64>>(index).map(|at| at.map(Moment));
    let offer: Option<Vec<u8>> = columns.get(12)?;
    let offer: Option<Offer> = match offer {
        None => None,
        Some(offer) => Some(minicbor::decode(&offer).map_err(|_| Error::Sealed("an offer does not decode"))?),
    };
    Ok(Row {
        referral: id(columns, 0, "referral", "referral")?,
        case: id(columns, 1, "referral", "case_id")?,
        spoken_name: columns.get(2)?,
        from: id(columns, 3, "referral", "sender")?,
        receiver: super::id_or_none(columns, 4, "referral", "receiver")?,
        state: columns.get(5)?,
        urgency: code(columns, 6, "referral", "urgency", Urgency::from_code)?,
        sent: moment(7)?,
        acknowledge_due: moment(8)?,
        answer_due: moment(9)?,
        escalated: super::count(columns, 10, "referral", "escalated")?,
        changed: Moment(columns.get(11)?),
        provider_name: offer.as_ref().map(|offer| offer.name.clone()),
        provider_phone: offer.map(|offer| offer.duty_phone),
        facts: super::standing(columns, 13)?,
    })
}

/// A referral for which time has come.
#[derive(Clone, Copy, Debug)]
pub struct Silent {
    /// Which.
    pub referral: Id<Referral>,
    /// How many steps of escalation were taken.
    pub escalated: usize,
    /// When it reaches the next.
    pub next_escalation: Option<Moment>,
    /// When it expires.
    pub expires: Option<Moment>,
}

impl Snapshot<'_> {
    /// Whose file a referral belongs to.
    ///
    /// # Errors
    /// When storage is away.
    pub fn case_of(&self, referral: Id<Referral>) -> Result<Option<Id<Case>>> {
        self.tx()?.row(CASE_OF, &[&referral.to_string()], |columns| {
            id(columns, 0, "referral", "case_id")
        })
    }

    /// Sent by the organisation and not answered, what is due first first.
    ///
    /// # Errors
    /// When storage is away.
    pub fn referrals_waiting(&self, sender: Id<Organisation>, limit: i64, now: Moment) -> Result<Vec<Row>> {
        self.tx()?
            .readable(ROWS_WAITING, &[&sender.to_string(), &limit, &now.0], row)
    }

    /// Sent by the organisation and answered since, newest first.
    ///
    /// # Errors
    /// When storage is away.
    pub fn referrals_answered(
        &self,
        sender: Id<Organisation>,
        since: Moment,
        limit: i64,
        now: Moment,
    ) -> Result<Vec<Row>> {
        self.tx()?
            .readable(ROWS_ANSWERED, &[&sender.to_string(), &since.0, &limit, &now.0], row)
    }

    /// Whether help was asked for and the asking still stands.
    ///
    /// # Errors
    /// When storage is away.
    pub fn was_referred(&self, case: Id<Case>) -> Result<bool> {
        let found = self
            .tx()?
            .row(REFERRED, &[&case.to_string()], |row| row.get::<String>(0))?;
        Ok(found.is_some())
    }

    /// Referrals whose next step or end is due at `now`, the longest due first, after the one that ended the last page.
    ///
    /// # Errors
    /// When storage is away.
    pub fn silent(&self, now: Moment, after: Option<&After>, limit: i64) -> Result<Page<Silent>> {
        self.overdue(("referral", SILENT), now, after, limit, |columns| {
            let (next, expires) = (columns.get::<Option<i64>>(2)?, columns.get::<Option<i64>>(3)?);
            let line = id(columns, 0, "referral", "referral").and_then(|referral| {
                Ok(Silent {
                    referral,
                    escalated: super::count(columns, 1, "referral", "escalated")?,
                    next_escalation: next.map(Moment),
                    expires: expires.map(Moment),
                })
            });
            Ok((next.or(expires).unwrap_or(i64::MIN), line))
        })
    }
}
