//! All that is in one person's file, in the journal's order.
use crate::Error;
use std::collections::HashMap;
use tiltas_domain::{
    Context, Event, Id, Stream,
    case::Case,
    referral::{self, Referral},
};
use tiltas_store::Line;

/// All that is in one person's file, folded from one statement: the case and its referrals, in the journal's order.
pub struct Folder {
    pub case: Case,
    pub referrals: Vec<(Id<Referral>, Referral)>,
    pub lines: Vec<Line>,
}

impl Folder {
    /// Folds the lines of one file.
    pub fn fold(lines: Vec<Line>) -> Result<Folder, Error> {
        let mut case: Option<Case> = None;
        let mut referrals: Vec<(Id<Referral>, Referral)> = Vec::new();
        let mut at: HashMap<Id<Referral>, usize> = HashMap::new();
        for line in &lines {
            match &line.event {
                Event::Case(event) => case = Case::evolve(case.take(), event),
                Event::Referral(event) => {
                    let id = Id::<Referral>::from_stored(line.stream.id);
                    let before = at
                        .get(&id)
                        .and_then(|n| referrals.get(*n))
                        .map(|(_, referral)| referral.clone());
                    let Some(after) = Referral::evolve(before, event) else {
                        continue;
                    };
                    match at.get(&id).and_then(|n| referrals.get_mut(*n)) {
                        Some(slot) => slot.1 = after,
                        None => {
                            at.insert(id, referrals.len());
                            referrals.push((id, after));
                        }
                    }
                }
                Event::Provider(_) | Event::Organisation(_) | Event::Audit(_) => {}
            }
        }
        Ok(Folder {
            case: case.ok_or(Error::NotFound)?,
            referrals,
            lines,
        })
    }
}

pub(super) fn version(lines: &[Line]) -> i64 {
    lines.last().map_or(0, |line| line.position)
}

/// Whether silence about one of the referrals has reached the actor's organisation.
pub(crate) fn silence_reached(context: &Context, folder: &Folder) -> bool {
    folder.lines.iter().any(|line| {
        matches!(&line.event, Event::Referral(referral::Event::Climbed { to, .. }) if *to == context.actor.organisation)
    })
}
