//! Why a task does not go on.

crate::slice::refusal! {
    /// Why a task is not written, done or cancelled.
    Refusal {
        /// Over already.
        Over = "TSK-02", "this is done already, or no longer needed";
        /// Another is to do it.
        NotAssigned = "TSK-03", "another organisation is to do this";
        /// The child-protection authority is told by its own step.
        WhomTold = "TSK-04", "say which child-protection authority you told";
        /// A day that is past.
        DuePast = "TSK-05", "the day by which it is to be done is before now";
        /// Whoever does not take part must not learn of the case.
        TakesNoPart = "TSK-06", "a task about a case goes to an organisation that takes part in it";
        /// A duty that a rule opened is done, not cancelled.
        StillOwed = "TSK-07", "this duty comes from a rule that still holds: do it, it can't be cancelled";
        /// Help and screening are about somebody.
        NeedsCase = "TSK-09", "this is done for a case: write the task on its page, or say in words what is to be done";
        /// No such organisation.
        NoOrganisation = "TSK-10", "there is no such organisation";
        /// A function of another organisation, or one whose people do no tasks.
        NoFunction = "TSK-11",
            "the organisation has no such function that does tasks; choose one that it has, or leave it to anyone there";
        /// Nobody there does tasks.
        NobodyThere = "TSK-12", "nobody in that organisation does tasks; choose another, or ring it";
        /// It does not escalate now.
        NotDue = "TSK-08", "nobody else has to be told of this task now";
    }
}
