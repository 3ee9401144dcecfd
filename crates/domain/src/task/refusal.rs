//! Why a task does not go on.

/// Why a task is not written, done or cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Over already.
    #[error("TSK-02: this is done already, or no longer needed")]
    Over,
    /// Another is to do it.
    #[error("TSK-03: another organisation is to do this")]
    NotAssigned,
    /// The child-protection authority is told by its own step.
    #[error("TSK-04: say which child-protection authority you told")]
    WhomTold,
    /// A day that is past.
    #[error("TSK-05: the day by which it is to be done is before now")]
    DuePast,
    /// Whoever does not take part must not learn of the case.
    #[error("TSK-06: a task about a case goes to an organisation that takes part in it")]
    TakesNoPart,
    /// A duty that a rule opened is done, not cancelled.
    #[error("TSK-07: this duty comes from a rule that still holds: do it, it can't be cancelled")]
    StillOwed,
    /// Help and screening are about somebody.
    #[error("TSK-09: this is done for a case: write the task on its page, or say in words what is to be done")]
    NeedsCase,
    /// No such organisation.
    #[error("TSK-10: there is no such organisation")]
    NoOrganisation,
    /// A function of another organisation, or one whose people do no tasks.
    #[error(
        "TSK-11: the organisation has no such function that does tasks; choose one that it has, or leave it to anyone there"
    )]
    NoFunction,
    /// It does not escalate now.
    #[error("TSK-08: nobody else has to be told of this task now")]
    NotDue,
}
