//! What may be done with a task, and how it stands for that: a decision asks this first, and a page offers what this lets
//! through.
use super::{Kind, Refusal, State, Task};

/// One thing that is done with a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// It is done.
    Finish,
    /// It is no longer needed.
    Cancel,
    /// The child-protection authority is told.
    TellChildProtection,
}

impl Act {
    /// Whether this is how a task ends, as it stands; `still_owed` tells whether the rule that opened it still asks for it.
    ///
    /// # Errors
    /// When it is over, another step ends it, or it can't be cancelled.
    pub fn fits(self, task: &Task, still_owed: bool) -> Result<(), Refusal> {
        if task.state != State::Open {
            return Err(Refusal::Over);
        }
        let kind = task.opened.work.kind();
        let notice = kind == Kind::TellChildProtection;
        match self {
            Act::Finish if notice => Err(Refusal::WhomTold),
            Act::TellChildProtection if !notice => Err(Refusal::WhomTold),
            Act::Cancel if still_owed && !Kind::MAY_BE_DROPPED.contains(&kind) => Err(Refusal::StillOwed),
            Act::Finish | Act::Cancel | Act::TellChildProtection => Ok(()),
        }
    }
}
