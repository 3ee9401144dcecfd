//! All that is in one person's file, in the journal's order.
use crate::Error;
use std::collections::HashMap;
use tiltas_access::CaseFacts;
use tiltas_domain::{Context, Event, Id, Stream, case::Case, referral::Referral};
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

impl Folder {
    /// The state of one referral.
    pub(crate) fn referral(&self, id: Id<Referral>) -> Option<&Referral> {
        let found = self.referrals.iter().find(|(referral, _)| *referral == id);
        found.map(|(_, referral)| referral)
    }

    /// How the actor's organisation stands to the file.
    pub(crate) fn facts(&self, context: &Context) -> CaseFacts {
        let referrals = self.referrals.iter().map(|(_, referral)| referral);
        CaseFacts::of(&self.case, referrals, &context.actor, context.now)
    }
}
