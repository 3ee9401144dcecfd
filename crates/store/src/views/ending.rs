//! What ends by itself at its time: an offer of the lead that nobody answered, a receiver's own record whose time is over. A row
//! stands as long as it has not ended, so that the node's clock finds what is over without a look into any case.
use super::{
    Fact, View, id,
    overdue::{After, Page},
    table::digest,
};
use crate::{Result, Snapshot, seam::Tx};
use tiltas_domain::{
    Event, Id, Moment,
    case::{self, Case},
    disclosure::{self, Disclosure},
};

table! {
    ENDING_TABLE = ending (id text NOT NULL, case_id text NOT NULL, disclosure text, ends bigint NOT NULL) key (id) of case_id
    index "ending_ends ON ending (ends, id)"
    index "ending_case ON ending (case_id)"
}

pub(crate) const VIEW: View = View {
    name: "ending",
    version: digest(include_str!("ending.rs")),
    tables: &[ENDING_TABLE],
    project,
};
const NEW: &str = "INSERT INTO ending (id, case_id, disclosure, ends) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO UPDATE SET ends = excluded.ends";
const OVER: &str = "DELETE FROM ending WHERE id = $1";
/// WHY before and not at: a clock is late once its end has passed.
const ENDED: &str = "SELECT id, case_id, disclosure, ends FROM ending WHERE ends < $1 AND (ends, id) > ($2, $3) ORDER BY ends, id LIMIT $4";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Case(event) = fact.event else { return Ok(()) };
    let file = Id::<Case>::from_stored(fact.stream.id).to_string();
    let offer = format!("lead {file}");
    let record = |disclosure: &Id<Disclosure>| format!("record {disclosure}");
    match event {
        case::Event::LeadOffered { clock, .. } | case::Event::LeadOfferShortened { clock, .. } => match clock.due {
            Some(due) => tx.execute(NEW, &[&offer, &file, &None::<String>, &due.0]),
            None => Ok(()),
        },
        case::Event::LeadAccepted { .. } | case::Event::LeadDeclined { .. } | case::Event::LeadOfferEnded { .. } => {
            tx.execute(OVER, &[&offer])
        }
        case::Event::Disclosure(disclosure::Event::RecordUntil { disclosure, until }) => match until {
            Some(until) => {
                let which = Some(disclosure.to_string());
                tx.execute(NEW, &[&record(disclosure), &file, &which, &until.0])
            }
            None => tx.execute(OVER, &[&record(disclosure)]),
        },
        case::Event::Disclosure(disclosure::Event::RecordEnded { disclosure }) => {
            tx.execute(OVER, &[&record(disclosure)])
        }
        // Of the others nothing ends by itself.
        _ => Ok(()),
    }
}

/// What is over, and of which case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// An offer of the lead.
    LeadOffer(Id<Case>),
    /// A receiver's own record.
    Record(Id<Case>, Id<Disclosure>),
}

/// One of them, and since when.
#[derive(Clone, Copy, Debug)]
pub struct Ended {
    /// What.
    pub what: Over,
    /// Since when.
    pub since: Moment,
}

impl Snapshot<'_> {
    /// What was over before `now` and has not ended, the longest over first, after the one that ended the last page.
    ///
    /// # Errors
    /// When storage is away.
    pub fn ended(&self, now: Moment, after: Option<&After>, limit: i64) -> Result<Page<Ended>> {
        self.overdue(("ending", ENDED), now, after, limit, |columns| {
            let since: i64 = columns.get(3)?;
            let what = id(columns, 1, "ending", "case_id").and_then(|case| {
                let disclosure = super::id_or_none(columns, 2, "ending", "disclosure")?;
                Ok(disclosure.map_or(Over::LeadOffer(case), |which| Over::Record(case, which)))
            });
            let since = Moment(since);
            Ok((since.0, what.map(|what| Ended { what, since })))
        })
    }
}
