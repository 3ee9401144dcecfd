//! What the number of a file rests on: everything that this reader was shown, and nothing that was not. Two readers have two
//! numbers, and neither moves by what its reader can't see.
use super::File;
use crate::Read;
use tiltas_domain::referral::Referral;

/// Counts all of the file as shown. Content is counted by its place when it is asked for.
pub(super) fn count(read: &mut Read<'_>, file: &File) {
    read.shows(&file.spoken_name);
    read.shows(&file.number.open());
    read.shows(&file.urgency.open());
    read.shows(&file.child_route.open());
    read.shows(&format!("{:?}", (file.person.open(), file.age.open())));
    read.shows(&format!("{:?}", file.safety.level.open()));
    read.shows(&file.in_care.open().map(|care| (&care.of, care.since)));
    read.shows(&(file.name.is_not_given(), file.leads, file.existence_only));
    for say in &file.consents {
        read.shows(&format!("{say:?}"));
    }
    for line in &file.disclosures {
        read.shows(&(
            line.id,
            line.runs,
            line.ended.map(tiltas_domain::disclosure::Ended::code),
        ));
    }
    for task in &file.tasks {
        read.shows(&(task.id, task.state));
    }
    for line in &file.referrals {
        match &line.referral {
            // What a draft says is counted by its events.
            Referral::Draft { .. } => read.shows(&line.id),
            Referral::Sending {
                state,
                acknowledged,
                escalated,
                ..
            } => read.shows(&(line.id, format!("{state:?} {acknowledged:?} {escalated:?}"))),
        }
    }
    read.shows(&file.lead.0);
    read.shows(&file.lead_offer.as_ref().map(|(to, ..)| *to));
    read.shows(&file.parts);
    for (field, why) in &file.withheld {
        read.shows(&(*field, why.code()));
    }
}
