//! What is counted for reports: when a referral was sent, first answered, and first followed by a service. No name, no word, and no
//! organisation but the two ends; a row goes with its file, and what was reported before stands.
use super::{Fact, View, table::digest};
use crate::{Result, Snapshot, seam::Tx};
use tiltas_domain::{
    Event, Id, Moment,
    case::{self, Case},
    organisation::Organisation,
    referral::{self, Referral},
    report::Raw,
};

table! {
    ANSWERED_TABLE = answered (
        referral text NOT NULL, case_id text NOT NULL, receiver text NOT NULL, sent bigint NOT NULL, answered bigint, started bigint
    ) key (referral) of case_id
    index "answered_case ON answered (case_id)"
    index "answered_receiver ON answered (receiver, answered)"
}
table! {
    PRESUMED_TABLE = presumed (case_id text NOT NULL, recorder text NOT NULL, opened bigint NOT NULL) key (case_id) of case_id
    index "presumed_recorder ON presumed (recorder, opened)"
}

pub(crate) const VIEW: View = View {
    name: "answered",
    version: digest(include_str!("answered.rs")),
    tables: &[ANSWERED_TABLE, PRESUMED_TABLE],
    project,
};
const ANSWER: &str = "UPDATE answered SET answered = $2 WHERE referral = $1 AND answered IS NULL";
const START: &str = "UPDATE answered SET started = $2 WHERE referral = $1 AND started IS NULL";
const HOURS: &str = "SELECT answered - sent FROM answered WHERE receiver = $1 AND answered >= $2 AND answered <= $3 ORDER BY answered - sent";
const ASSISTED: &str =
    "SELECT count(DISTINCT case_id) FROM answered WHERE receiver = $1 AND started >= $2 AND started <= $3";
const PRESUMED: &str = "SELECT count(*) FROM presumed WHERE recorder = $1 AND opened >= $2 AND opened <= $3";
const HOUR: i64 = 3_600_000_000;

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let at = fact.at.0;
    let event = match fact.event {
        Event::Referral(event) => event,
        Event::Case(case::Event::Signal(signal)) => {
            let case = Id::<Case>::from_stored(fact.stream.id).to_string();
            return tx.execute(PRESUMED_TABLE.new, &[&case, &signal.by.organisation.to_string(), &at]);
        }
        _ => return Ok(()),
    };
    let which = Id::<Referral>::from_stored(fact.stream.id).to_string();
    match event {
        referral::Event::Sent(sent) => tx.execute(
            ANSWERED_TABLE.new,
            &[
                &which,
                &sent.case.to_string(),
                &sent.receiver.to_string(),
                &at,
                &None::<i64>,
                &None::<i64>,
            ],
        ),
        referral::Event::Accepted { .. } | referral::Event::Refused { .. } | referral::Event::NoCapacity { .. } => {
            tx.execute(ANSWER, &[&which, &at])
        }
        referral::Event::Started => tx.execute(START, &[&which, &at]),
        _ => Ok(()),
    }
}

impl Snapshot<'_> {
    /// What an institution did from one moment to another, as numbers.
    ///
    /// # Errors
    /// When storage is away.
    pub fn done_by(&self, of: Id<Organisation>, from: Moment, until: Moment) -> Result<Raw> {
        let of = of.to_string();
        let tx = self.tx()?;
        let count = |sql| {
            let found = tx.row(sql, &[&of, &from.0, &until.0], |row| row.get::<i64>(0))?;
            Ok::<u32, crate::Error>(u32::try_from(found.unwrap_or_default()).unwrap_or(u32::MAX))
        };
        let times = tx.rows(HOURS, &[&of, &from.0, &until.0], |row| row.get::<i64>(0))?;
        let median = times
            .get(times.len() / 2)
            .and_then(|time| u32::try_from((time + HOUR - 1) / HOUR).ok());
        Ok(Raw {
            answered: u32::try_from(times.len()).unwrap_or(u32::MAX),
            median_hours: median,
            assisted: count(ASSISTED)?,
            presumed: count(PRESUMED)?,
            verified: 0,
            trainings: 0,
            partnerships: 0,
        })
    }
}
