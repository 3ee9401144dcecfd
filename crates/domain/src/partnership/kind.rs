//! What a partnership is, what an institution is in it, where it stands, how far a measure is, and how a question is answered.
use crate::known::codes;

codes! {
    /// What kind of arrangement it is.
    Arrangement {
        /// A memorandum of understanding.
        0 Memorandum = "memorandum",
        /// An agreement on cooperation.
        1 CooperationAgreement = "cooperation_agreement",
        /// An arrangement on the sharing of data.
        2 DataSharing = "data_sharing",
        /// A contract for services.
        3 ServiceContract = "service_contract",
        /// A team of several professions.
        4 MultidisciplinaryTeam = "multidisciplinary_team",
        /// A working group.
        5 WorkingGroup = "working_group",
        /// A network.
        6 Network = "network",
    }
}

codes! {
    /// What an institution is in it.
    Standing {
        /// It sees to it that the partnership works.
        0 Lead = "lead",
        /// It signs, and owes its part.
        1 Member = "member",
        /// It is told, and owes nothing.
        2 Observer = "observer",
    }
}

codes! {
    /// Where a partnership stands.
    State {
        /// Somebody wrote down that it should be.
        0 Idea = "idea",
        /// Its text is written.
        1 Drafting = "drafting",
        /// The parties read it.
        2 Consultation = "consultation",
        /// All have signed; its first day is still to come.
        3 Signed = "signed",
        /// It holds.
        4 InForce = "in_force",
        /// It holds, and the day has come on which the parties look at it.
        5 UnderReview = "under_review",
        /// Its last day is past.
        6 Expired = "expired",
        /// It was ended.
        7 Ended = "ended",
    }
}

impl State {
    /// Whether it holds.
    pub fn holds(self) -> bool {
        matches!(self, State::InForce | State::UnderReview)
    }

    /// Whether it is on its way to be signed, or to its first day.
    pub fn is_coming(self) -> bool {
        matches!(
            self,
            State::Idea | State::Drafting | State::Consultation | State::Signed
        )
    }
}

codes! {
    /// What a partnership waits for from one of its parties.
    Wait {
        /// Its end is near or past: is it to hold longer?
        0 Ends = "ends",
        /// The party is to read the draft, and sign.
        1 Reads = "reads",
        /// A measure of the party is late.
        2 Measure = "measure",
        /// The party has not said yet how this year goes.
        3 View = "view",
    }
}

codes! {
    /// How far a measure is.
    Progress {
        /// Not begun.
        0 Open = "open",
        /// Begun.
        1 UnderWay = "under_way",
        /// Done, or done each time.
        2 Done = "done",
        /// It is not done any more.
        3 Dropped = "dropped",
    }
}

codes! {
    /// How a party answers a question about the cooperation: 1 to 4.
    Value {
        /// Not yet.
        0 NotYet = "1",
        /// Begun.
        1 Begun = "2",
        /// It works.
        2 Works = "3",
        /// It works and is checked.
        3 Checked = "4",
    }
}

impl Value {
    /// 1 to 4.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }
}
