//! The two sides of a referral: who owes the next step, and to whom it was escalated.
use super::{DONE, DUE_SENDING_TABLE, New, With, for_role, put};
use crate::{
    Error, Result,
    seam::Tx,
    views::{Fact, id},
};
use tiltas_domain::{
    Id,
    clock::Clock,
    organisation::Organisation,
    referral::{self, Referral, Sending, Step},
};

const SENDING_OF: &str = "SELECT case_id, sender, receiver, lead, answer FROM due_sending WHERE referral = $1";
const LEADS: &str = "UPDATE due_sending SET lead = $2 WHERE case_id = $1";
/// WHY the receiver's row is left: whoever takes the lead may be the receiver of what was sent before.
const LED_NO_MORE: &str = "DELETE FROM due WHERE case_id = $1 AND EXISTS (SELECT 1 FROM due_sending s WHERE s.case_id = $1 AND due.id = 'referral ' || s.referral AND due.organisation <> s.sender AND due.organisation <> s.receiver)";
const LEADS_NOW: &str = "INSERT INTO due (organisation, due, id, case_id, duty, subject, for_role, step_with, other, clock, words) SELECT s.lead, d.due, d.id, d.case_id, d.duty, d.subject, d.for_role, d.step_with, d.other, d.clock, d.words FROM due_sending s JOIN due d ON d.id = 'referral ' || s.referral AND d.organisation = s.sender WHERE s.case_id = $1 AND s.lead <> s.sender AND s.lead <> s.receiver";
const SENDING_OVER: &str = "DELETE FROM due_sending WHERE referral = $1";

/// Another leads the case from now on, and is told of what waits at the sender's end of its referrals, as the sender is.
pub(super) fn lead_passes(tx: &Tx<'_>, case: &str, to: Id<Organisation>) -> Result<()> {
    tx.execute(LEADS, &[&case, &to.to_string()])?;
    tx.execute(LED_NO_MORE, &[&case])?;
    tx.execute(LEADS_NOW, &[&case])
}

/// The sides of one referral have each a row with the same id: us on one, them on the other. Whoever leads the case by now has
/// the sender's.
fn both(
    tx: &Tx<'_>,
    case: &str,
    which: &str,
    (receiver, sender, lead): Ends,
    duties: (&'static str, &'static str),
    with: With,
    clock: &Clock,
) -> Result<()> {
    let row = |organisation, duty, with, other| New {
        organisation,
        id: format!("referral {which}"),
        duty,
        subject: which.to_owned(),
        for_role: "",
        function: None,
        with,
        other: Some(other),
        clock,
        words: None,
    };
    put(tx, Some(case), &row(receiver, duties.0, with, sender))?;
    put(tx, Some(case), &row(sender, duties.1, with.turned(), receiver))?;
    match lead == sender || lead == receiver {
        true => Ok(()),
        false => put(tx, Some(case), &row(lead, duties.1, with.turned(), receiver)),
    }
}

/// The receiver, the sender, and who leads the case.
type Ends = (Id<Organisation>, Id<Organisation>, Id<Organisation>);

pub(super) fn project(tx: &Tx<'_>, fact: &Fact<'_>, event: &referral::Event) -> Result<()> {
    let which = Id::<Referral>::from_stored(fact.stream.id).to_string();
    if let referral::Event::Sent(Sending {
        case,
        from,
        receiver,
        acknowledge,
        answer,
        ..
    }) = event
    {
        let file = case.to_string();
        let answer = minicbor::to_vec(answer).map_err(|_| Error::Defect("encoding failed"))?;
        tx.execute(
            DUE_SENDING_TABLE.new,
            // Only whoever leads sends.
            &[
                &which,
                &file,
                &from.to_string(),
                &receiver.to_string(),
                &from.to_string(),
                &answer,
            ],
        )?;
        return both(
            tx,
            &file,
            &which,
            (*receiver, *from, *from),
            ("acknowledge", "their_acknowledgement"),
            With::Us,
            acknowledge,
        );
    }
    let Some((file, sides, answer)) = sending_of(tx, &which)? else {
        return Ok(());
    };
    let receiver = sides.0;
    match event {
        referral::Event::Acknowledged { .. } | referral::Event::QuestionAnswered { .. } => {
            // A sign of life ends the escalation; the clock of the answer runs now, and calls anew.
            escalation_ends(tx, &which)?;
            both(tx, &file, &which, sides, ("answer", "their_answer"), With::Us, &answer)
        }
        referral::Event::QuestionAsked { .. } => {
            escalation_ends(tx, &which)?;
            both(tx, &file, &which, sides, ("their_reply", "reply"), With::Them, &answer)
        }
        referral::Event::Escalated { step, to, .. } => {
            if *step == Step::Sender {
                return Ok(());
            }
            let id = format!("escalated {which} {}", step.code());
            let row = New {
                organisation: *to,
                id,
                duty: "escalated",
                subject: which.clone(),
                for_role: for_role(*step),
                function: None,
                with: With::Us,
                other: Some(receiver),
                clock: &answer,
                words: None,
            };
            put(tx, Some(&file), &row)
        }
        referral::Event::Accepted { .. }
        | referral::Event::Refused { .. }
        | referral::Event::NoCapacity { .. }
        | referral::Event::Withdrawn { .. }
        | referral::Event::Expired { .. } => {
            tx.execute(DONE, &[&format!("referral {which}")])?;
            escalation_ends(tx, &which)?;
            tx.execute(SENDING_OVER, &[&which])
        }
        referral::Event::Drafted { .. }
        | referral::Event::Sent(_)
        | referral::Event::Started
        | referral::Event::PlaceReleased
        | referral::Event::PlaceGiven { .. }
        | referral::Event::Completed { .. }
        | referral::Event::Failed { .. } => Ok(()),
    }
}

fn escalation_ends(tx: &Tx<'_>, which: &str) -> Result<()> {
    Step::ALL
        .iter()
        .try_for_each(|step| tx.execute(DONE, &[&format!("escalated {which} {}", step.code())]))
}

fn sending_of(tx: &Tx<'_>, which: &str) -> Result<Option<(String, Ends, Clock)>> {
    tx.row(SENDING_OF, &[&which], |columns| {
        let answer: Vec<u8> = columns.get(4)?;
        Ok((
            columns.get(0)?,
            (
                id(columns, 2, "due_sending", "receiver")?,
                id(columns, 1, "due_sending", "sender")?,
                id(columns, 3, "due_sending", "lead")?,
            ),
            minicbor::decode(&answer).map_err(|_| Error::Sealed("a clock does not decode"))?,
        ))
    })
}
