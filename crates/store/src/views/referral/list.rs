//! The referrals of an organisation, as they are counted, filtered, sorted and shown.
use crate::{
    Result, Snapshot,
    seam::Row as Columns,
    views::{code, count, id, id_or_none, standing},
};
use tiltas_access::{Part, RowFacts, Side};
use tiltas_domain::{
    Id, Moment,
    case::{Case, Urgency},
    organisation::Organisation,
    provider::Provider,
    referral::{Referral, Stage},
};

/// At which end an organisation looks at its referrals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// What it sent, drafts among it.
    Sent,
    /// What came in and is not over.
    Incoming,
}

/// A referral in a list. Of the provider it tells which: its name and phone are read apart, and a provider that can't be read
/// takes no referral away.
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
    /// To which provider.
    pub provider: Option<Id<Provider>>,
    /// Where it stands.
    pub stage: Stage,
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
    /// How the organisation that asked stands to the case.
    pub facts: RowFacts,
}

impl Row {
    /// At which end of it the organisation stands.
    pub fn side(&self, organisation: Id<Organisation>) -> Side {
        side(self.stage, (self.from, self.receiver), self.facts, organisation)
    }
}

/// At which end of a referral that stands so, from the first and to the second, an organisation stands that stands so to the
/// case. Who takes no part in the case any more receives no more.
pub(crate) fn side(
    stage: Stage,
    (from, receiver): (Id<Organisation>, Option<Id<Organisation>>),
    facts: RowFacts,
    organisation: Id<Organisation>,
) -> Side {
    let over = stage == Stage::Draft || stage.is_over_for_receiver();
    if receiver == Some(organisation) && !over && facts.part != Part::None {
        Side::Receiver
    } else if from == organisation {
        Side::Sender
    } else {
        Side::None
    }
}

macro_rules! rows {
    ($where:literal) => {
        concat!(
            "SELECT r.referral, r.case_id, c.spoken_name, r.sender, r.receiver, r.provider, r.state, r.urgency, r.sent, r.acknowledge_due, r.answer_due, r.escalated, r.changed, ",
            standing!("$1", "$2"),
            " FROM referral r JOIN case_file c ON c.case_id = r.case_id LEFT JOIN takes_part t ON t.organisation = $1 AND t.case_id = r.case_id WHERE ",
            $where
        )
    };
}
const SENT: &str = rows!("r.sender = $1");
const INCOMING: &str =
    rows!("r.receiver = $1 AND r.state IN ('sent', 'acknowledged', 'question_asked', 'accepted', 'started')");
const WAITING: &str = rows!("r.sender = $1 AND r.waits IS NOT NULL ORDER BY r.waits, r.referral LIMIT $3");
const ANSWERED: &str = rows!("r.sender = $1 AND r.answered >= $3 ORDER BY r.answered DESC, r.referral LIMIT $4");

impl Snapshot<'_> {
    /// All referrals of one end of an organisation, in no order. A row that can't be read is left out and logged: nobody knows
    /// whose it is to see.
    ///
    /// # Errors
    /// When storage is away.
    pub fn referrals(&self, organisation: Id<Organisation>, end: End, now: Moment) -> Result<Vec<Row>> {
        let sql = match end {
            End::Sent => SENT,
            End::Incoming => INCOMING,
        };
        self.tx()?.readable(sql, &[&organisation.to_string(), &now.0], row)
    }

    /// Sent by the organisation and not answered, what is due first first.
    ///
    /// # Errors
    /// When storage is away.
    pub fn referrals_waiting(&self, sender: Id<Organisation>, limit: i64, now: Moment) -> Result<Vec<Row>> {
        self.tx()?
            .readable(WAITING, &[&sender.to_string(), &now.0, &limit], row)
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
            .readable(ANSWERED, &[&sender.to_string(), &now.0, &since.0, &limit], row)
    }
}

fn row(columns: &Columns<'_>) -> Result<Row> {
    let moment = |index| columns.get::<Option<i64>>(index).map(|at| at.map(Moment));
    Ok(Row {
        referral: id(columns, 0, "referral", "referral")?,
        case: id(columns, 1, "referral", "case_id")?,
        spoken_name: columns.get(2)?,
        from: id(columns, 3, "referral", "sender")?,
        receiver: id_or_none(columns, 4, "referral", "receiver")?,
        provider: id_or_none(columns, 5, "referral", "provider")?,
        stage: code(columns, 6, "referral", "state", Stage::from_code)?,
        urgency: code(columns, 7, "referral", "urgency", Urgency::from_code)?,
        sent: moment(8)?,
        acknowledge_due: moment(9)?,
        answer_due: moment(10)?,
        escalated: count(columns, 11, "referral", "escalated")?,
        changed: Moment(columns.get(12)?),
        facts: standing(columns, 13)?,
    })
}
