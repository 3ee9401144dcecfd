//! An offer of the lead waits for its answer; a lead that passes takes along what waits at the sender's end of referrals.
use super::{DONE, New, With, put, referral};
use crate::{Result, seam::Tx, views::Fact};
use tiltas_domain::{
    Id,
    case::{self, Case},
};

pub(super) fn project(tx: &Tx<'_>, fact: &Fact<'_>, event: &case::Event) -> Result<()> {
    let file = Id::<Case>::from_stored(fact.stream.id).to_string();
    match event {
        case::Event::LeadOffered { to, clock } | case::Event::LeadOfferShortened { to, clock } => {
            let id = format!("lead {file}");
            let by = Some(fact.stamp.actor.organisation);
            let row = New {
                organisation: *to,
                id,
                duty: "answer_lead",
                subject: file.clone(),
                for_role: "",
                function: None,
                with: With::Us,
                other: by,
                clock,
                words: None,
            };
            put(tx, Some(&file), &row)
        }
        case::Event::LeadAccepted { by } => {
            tx.execute(DONE, &[&format!("lead {file}")])?;
            referral::lead_passes(tx, &file, *by)
        }
        case::Event::LeadTaken { by, .. } => referral::lead_passes(tx, &file, *by),
        case::Event::LeadDeclined { .. } | case::Event::LeadOfferEnded { .. } => {
            tx.execute(DONE, &[&format!("lead {file}")])
        }
        _ => Ok(()),
    }
}
