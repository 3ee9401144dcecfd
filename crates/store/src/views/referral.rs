//! Referrals: what was sent, what came in, what waits; and the times at which it is escalated.
pub mod list;

use super::{
    Fact, View, code, id,
    overdue::{After, Page},
    table::digest,
};
use crate::{Error, Result, Snapshot, seam::Tx};
use tiltas_domain::{
    Event, Id, Moment,
    case::Case,
    referral::{self, Referral, Stage},
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
const REFERRED: &str = "SELECT referral FROM referral WHERE case_id = $1 AND sent IS NOT NULL AND state NOT IN ('withdrawn', 'refused', 'no_capacity', 'expired') LIMIT 1";
const SILENT: &str = "SELECT referral, escalated, next_escalation, expires FROM referral WHERE (next_escalation <= $1 OR expires <= $1) AND (COALESCE(next_escalation, expires), referral) > ($2, $3) ORDER BY COALESCE(next_escalation, expires), referral LIMIT $4";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Referral(event) = fact.event else {
        return Ok(());
    };
    let which = Id::<Referral>::from_stored(fact.stream.id).to_string();
    let at = fact.at.0;
    let step = |stage: Stage| tx.execute(STEP, &[&which, &stage.code(), &at]);
    let over = |stage: Stage| tx.execute(OVER, &[&which, &stage.code(), &at, &None::<i64>]);
    let answered = |stage: Stage| tx.execute(OVER, &[&which, &stage.code(), &at, &Some(at)]);
    let sign = |stage: Stage, escalations: &[Moment]| {
        let next = escalations.first().map(|moment| moment.0);
        tx.execute(SIGN, &[&which, &stage.code(), &at, &encoded(escalations)?, &next])
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
        referral::Event::Acknowledged { escalations, .. } => sign(Stage::Acknowledged, escalations),
        referral::Event::QuestionAsked { escalations, .. } => {
            // WHY only the first sign of life counts anew: after it the clock of the answer runs on.
            if escalation_row(tx, &which)?.2 == Some(Stage::Sent) {
                sign(Stage::QuestionAsked, escalations)
            } else {
                step(Stage::QuestionAsked)
            }
        }
        referral::Event::QuestionAnswered { .. } => step(Stage::Acknowledged),
        referral::Event::Accepted { .. } => answered(Stage::Accepted),
        referral::Event::Refused { .. } => answered(Stage::Refused),
        referral::Event::NoCapacity { .. } => answered(Stage::NoCapacity),
        referral::Event::Started => answered(Stage::Started),
        referral::Event::Completed { .. } => answered(Stage::Completed),
        referral::Event::Failed { .. } => answered(Stage::Failed),
        referral::Event::Withdrawn { .. } => over(Stage::Withdrawn),
        referral::Event::Expired { .. } => over(Stage::Expired),
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

fn escalation_row(tx: &Tx<'_>, which: &str) -> Result<(Vec<Moment>, usize, Option<Stage>)> {
    let found = tx.row(ESCALATIONS, &[&which], |columns| {
        Ok((
            columns.get::<Option<Vec<u8>>>(0)?,
            columns.get::<i64>(1)?,
            code(columns, 2, "referral", "state", Stage::from_code)?,
        ))
    })?;
    let Some((escalations, escalated, stage)) = found else {
        return Ok((Vec::new(), 0, None));
    };
    let escalations = escalations.unwrap_or_else(|| vec![0x80]);
    let escalations =
        minicbor::decode(&escalations).map_err(|_| Error::Sealed("the steps of escalation do not decode"))?;
    let escalated = usize::try_from(escalated).map_err(|_| Error::Inconsistent {
        table: "referral",
        row: which.to_owned(),
        column: "escalated",
    })?;
    Ok((escalations, escalated, Some(stage)))
}

fn encoded(escalations: &[Moment]) -> Result<Vec<u8>> {
    minicbor::to_vec(escalations).map_err(|_| Error::Defect("encoding failed"))
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
