//! The referrals of an organisation page by page: each order is a row of numbers and an id, so that a page goes on after any
//! row and nothing is lost or told twice while rows are added.
use super::{Row, row};
use crate::{
    Result, Snapshot,
    seam::{Bind, Row as Columns},
};
use tiltas_domain::{Id, Moment, organisation::Organisation, referral::Referral};

/// Which referrals, in which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    /// Sent by the organisation: drafts, then what was sent last. It does not move when something happens.
    Sent,
    /// The same: what changed last first.
    SentByChange,
    /// The same: what waits first, then what runs, then what is over.
    SentByState,
    /// What came in and is not over: what waits for an answer first, the urgent first, then by what is due.
    Incoming,
    /// The same by where it stands.
    IncomingByState,
}

/// The place of a row in its order, which its reader was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    keys: [i64; 3],
    referral: Id<Referral>,
}

impl Mark {
    /// As it stands in an address.
    pub fn code(&self) -> String {
        let [first, second, third] = self.keys;
        format!("{first}.{second}.{third}.{}", self.referral)
    }

    /// The mark of this code.
    pub fn parse(code: &str) -> Option<Mark> {
        let mut parts = code.split('.');
        let mut key = || parts.next()?.parse().ok();
        let keys = [key()?, key()?, key()?];
        let referral = parts.next()?.parse().ok()?;
        parts.next().is_none().then_some(Mark { keys, referral })
    }
}

macro_rules! rows {
    ($side:literal, $only:literal, $first:expr, $second:expr, $third:expr) => {
        concat!(
            "SELECT r.referral, r.case_id, c.spoken_name, r.sender, r.receiver, r.state, r.urgency, r.sent, r.acknowledge_due, r.answer_due, r.escalated, r.changed, p.offer, ",
            standing!("$1", "$3"),
            ", ", $first, ", ", $second, ", ", $third,
            " FROM referral r JOIN case_file c ON c.case_id = r.case_id LEFT JOIN takes_part t ON t.organisation = ", $side,
            " AND t.case_id = r.case_id LEFT JOIN provider p ON p.provider = r.provider WHERE ", $side, " = $1", $only,
            " AND (", $first, ", ", $second, ", ", $third, ", r.referral) > (CAST($4 AS bigint), CAST($5 AS bigint), CAST($6 AS bigint), $7) ORDER BY ",
            $first, ", ", $second, ", ", $third, ", r.referral LIMIT $2"
        )
    };
}
macro_rules! state {
    () => {
        "CAST(CASE r.state WHEN 'question_asked' THEN 0 WHEN 'sent' THEN 1 WHEN 'acknowledged' THEN 2 WHEN 'refused' THEN 3 WHEN 'no_capacity' THEN 4 WHEN 'expired' THEN 5 WHEN 'accepted' THEN 6 WHEN 'started' THEN 7 WHEN 'draft' THEN 8 WHEN 'completed' THEN 9 WHEN 'failed' THEN 10 ELSE 11 END AS bigint)"
    };
}
macro_rules! urgency {
    () => {
        "CAST(CASE r.urgency WHEN 'danger_now' THEN 0 WHEN 'tonight' THEN 1 ELSE 2 END AS bigint)"
    };
}
macro_rules! due {
    () => {
        "COALESCE(r.answer_due, 9223372036854775807)"
    };
}
macro_rules! incoming {
    ($first:expr) => {
        rows!(
            "r.receiver",
            " AND r.state IN ('sent', 'acknowledged', 'question_asked', 'accepted', 'started')",
            $first,
            urgency!(),
            due!()
        )
    };
}
const SENT: &str = rows!(
    "r.sender",
    "",
    "CAST(0 AS bigint)",
    "CAST(0 AS bigint)",
    "-COALESCE(r.sent, 9223372036854775807)"
);
const SENT_BY_CHANGE: &str = rows!("r.sender", "", "CAST(0 AS bigint)", "CAST(0 AS bigint)", "-r.changed");
const SENT_BY_STATE: &str = rows!("r.sender", "", state!(), "CAST(0 AS bigint)", "-r.changed");
const INCOMING: &str =
    incoming!("CAST(CASE r.state WHEN 'accepted' THEN 1 WHEN 'started' THEN 1 ELSE 0 END AS bigint)");
const INCOMING_BY_STATE: &str = incoming!(state!());

impl Order {
    fn sql(self) -> &'static str {
        match self {
            Order::Sent => SENT,
            Order::SentByChange => SENT_BY_CHANGE,
            Order::SentByState => SENT_BY_STATE,
            Order::Incoming => INCOMING,
            Order::IncomingByState => INCOMING_BY_STATE,
        }
    }
}

impl Snapshot<'_> {
    /// The referrals of an organisation in this order, after the one marked. A row that can't be read is left out and logged.
    ///
    /// # Errors
    /// When storage is away.
    pub fn referrals(
        &self,
        organisation: Id<Organisation>,
        order: Order,
        after: Option<&Mark>,
        limit: i64,
        now: Moment,
    ) -> Result<Vec<(Row, Mark)>> {
        let keys = after.map_or([i64::MIN; 3], |mark| mark.keys);
        let referral = after.map_or_else(String::new, |mark| mark.referral.to_string());
        let organisation = organisation.to_string();
        let parameters: [&dyn Bind; 7] = [&organisation, &limit, &now.0, &keys[0], &keys[1], &keys[2], &referral];
        self.tx()?.readable(order.sql(), &parameters, marked)
    }
}

fn marked(columns: &Columns<'_>) -> Result<(Row, Mark)> {
    let row = row(columns)?;
    let keys = [columns.get(16)?, columns.get(17)?, columns.get(18)?];
    let referral = row.referral;
    Ok((row, Mark { keys, referral }))
}
