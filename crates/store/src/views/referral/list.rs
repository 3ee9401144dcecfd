//! The referrals of an organisation: all of one end as they are counted, filtered and sorted, and the rows of one page of them.
use super::{super::standing, Row, row, side};
use crate::{
    Result, Snapshot,
    seam::{Bind, Row as Columns},
    views::{code, count, id, id_or_none},
};
use std::collections::HashMap;
use tiltas_access::{RowFacts, Side};
use tiltas_domain::{
    Id, Moment,
    case::{Case, Urgency},
    organisation::Organisation,
    referral::Referral,
};

/// At which end an organisation looks at its referrals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// What it sent, drafts among it.
    Sent,
    /// What came in and is not over.
    Incoming,
}

/// A referral that is counted and sorted, and of which nothing is opened.
#[derive(Clone, Debug)]
pub struct Counted {
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
    /// Until when it is to be answered.
    pub answer_due: Option<Moment>,
    /// How many steps of escalation were taken.
    pub escalated: usize,
    /// When it changed last.
    pub changed: Moment,
    /// How the organisation that asked stands to the case.
    pub facts: RowFacts,
}

impl Counted {
    /// At which end of it the organisation stands.
    pub fn side(&self, organisation: Id<Organisation>) -> Side {
        side(&self.state, (self.from, self.receiver), self.facts, organisation)
    }
}

macro_rules! counted {
    ($where:literal) => {
        concat!(
            "SELECT r.referral, r.case_id, c.spoken_name, r.sender, r.receiver, r.state, r.urgency, r.sent, r.answer_due, r.escalated, r.changed, ",
            standing!("$1", "$2"),
            " FROM referral r JOIN case_file c ON c.case_id = r.case_id LEFT JOIN takes_part t ON t.organisation = $1 AND t.case_id = r.case_id WHERE ",
            $where
        )
    };
}
const SENT: &str = counted!("r.sender = $1");
const INCOMING: &str =
    counted!("r.receiver = $1 AND r.state IN ('sent', 'acknowledged', 'question_asked', 'accepted', 'started')");
/// A shorter page repeats its last.
const ROWS: &str = concat!(
    "SELECT r.referral, r.case_id, c.spoken_name, r.sender, r.receiver, r.state, r.urgency, r.sent, r.acknowledge_due, r.answer_due, r.escalated, r.changed, p.offer, ",
    standing!("$1", "$2"),
    " FROM referral r JOIN case_file c ON c.case_id = r.case_id LEFT JOIN takes_part t ON t.organisation = $1 AND t.case_id = r.case_id LEFT JOIN provider p ON p.provider = r.provider WHERE r.referral IN ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51, $52)"
);
/// So many rows are read at once.
const AT_ONCE: usize = 50;

impl Snapshot<'_> {
    /// All referrals of one end of an organisation, in no order. A row that can't be read is left out and logged: nobody knows
    /// whose it is to see.
    ///
    /// # Errors
    /// When storage is away.
    pub fn referrals_counted(&self, organisation: Id<Organisation>, end: End, now: Moment) -> Result<Vec<Counted>> {
        let sql = match end {
            End::Sent => SENT,
            End::Incoming => INCOMING,
        };
        self.tx()?
            .readable(sql, &[&organisation.to_string(), &now.0], counted_row)
    }

    /// The rows of these referrals; one that can't be read is not there, and logged.
    ///
    /// # Errors
    /// When storage is away.
    pub fn referral_rows(
        &self,
        organisation: Id<Organisation>,
        referrals: &[Id<Referral>],
        now: Moment,
    ) -> Result<HashMap<Id<Referral>, Row>> {
        let organisation = organisation.to_string();
        let mut found = HashMap::with_capacity(referrals.len());
        for some in referrals.chunks(AT_ONCE) {
            let ids = Vec::from_iter(some.iter().map(Id::to_string));
            let Some(last) = ids.last() else { continue };
            let mut parameters: Vec<&dyn Bind> = vec![&organisation, &now.0];
            parameters.extend((0..AT_ONCE).map(|nth| ids.get(nth).unwrap_or(last) as &dyn Bind));
            let rows = self.tx()?.readable(ROWS, &parameters, row)?;
            found.extend(rows.into_iter().map(|row| (row.referral, row)));
        }
        Ok(found)
    }
}

fn counted_row(columns: &Columns<'_>) -> Result<Counted> {
    let moment = |index| columns.get::<Option<i64>>(index).map(|at| at.map(Moment));
    Ok(Counted {
        referral: id(columns, 0, "referral", "referral")?,
        case: id(columns, 1, "referral", "case_id")?,
        spoken_name: columns.get(2)?,
        from: id(columns, 3, "referral", "sender")?,
        receiver: id_or_none(columns, 4, "referral", "receiver")?,
        state: columns.get(5)?,
        urgency: code(columns, 6, "referral", "urgency", Urgency::from_code)?,
        sent: moment(7)?,
        answer_due: moment(8)?,
        escalated: count(columns, 9, "referral", "escalated")?,
        changed: Moment(columns.get(10)?),
        facts: standing(columns, 11)?,
    })
}
