//! Why a referral does not go on: each refusal names its rule and what would be accepted.
crate::slice::refusal! {
    /// Why a referral does not go on. What would be accepted stands in the sentence; what the actor may not know does not.
    Refusal {
        /// No place is free there now.
        NoFreePlace = "REF-01",
            "no place is free there now; choose another provider that fits, or ask without holding a place";
        /// The referral is no longer where this step begins.
        WrongState(&'static str) = "REF-02", "this referral is {0} already; that step is over";
        /// The provider takes adults only, and the person is or may be a child.
        AdultsOnly = "REF-03",
            "the person is or may be a child, and this provider takes adults only; choose a provider for children, or record a checked document or an assessment";
        /// The provider does not take the person, by sex.
        DoesNotFit = "REF-04", "this provider does not take this person by what it declares; choose one that fits";
        /// A child with the person, which the provider does not take.
        AccompanyingChild = "REF-05",
            "a child is with the person, and this provider takes no children with an adult; choose one that does";
        /// The provider gives none of what is asked.
        NoSuchService = "REF-06", "this provider gives none of the services that are asked for";
        /// The ground is consent, and no consent covers it.
        NoConsent {
            /// What the consent does not cover.
            missing: crate::content::Fields,
        } = "REF-07",
            "the ground is consent, and no consent covers what would go to this receiver; ask the person, send less, or name another ground";
        /// Danger or duty is named as the ground, and no reason was written.
        ReasonNeeded = "REF-08", "this ground asks for a written reason";
        /// Child protection is named as the ground, and no child is in doubt.
        NoChild = "REF-09", "child protection is a ground for a child, or for one whose age is in doubt";
        /// Too many places held by one organisation.
        HoldCap {
            /// How many it holds.
            held: u32,
            /// How many it may hold.
            cap: u32,
        } = "REF-10",
            "your organisation holds {held} places there, and the profile allows {cap}; release one, or ask without holding a place";
        /// Nothing is asked for.
        NoService = "REF-11", "a referral asks for at least one service";
        /// The receiver could not act without these.
        SpokenNameMissing = "REF-12", "the spoken name goes with every referral, so that both can speak of the person";
        /// The ring was in the future.
        CallInFuture = "REF-13", "the time of the call is not yet; give the time at which you rang";
        /// The function rung is missing.
        FunctionMissing = "REF-14", "say whom you told, by function";
        /// A receiver of one's own.
        OwnProvider = "REF-15", "a referral goes to another organisation; this provider is your own";
        /// Nobody has been silent yet.
        NotDue = "REF-16", "this step of escalation is not due";
        /// A ground can't be kept this long by the profile: only a verified length refuses.
        UntilTooLate = "REF-17", "the last day is later than the profile allows for this ground";
        /// The person said an earlier last day.
        UntilAfterConsent = "REF-18",
            "the consent ends earlier than that day; choose its last day or an earlier one, or ask the person again";
        /// A last day that is past.
        UntilPast = "REF-19", "the last day is before today";
        /// The same is asked of the same provider already.
        SentAlready(&'static str) = "REF-21",
            "this is asked of this provider already, and that referral is {0}; withdraw it first, or wait for its answer";
        /// The ring was before the sending.
        CallBeforeSent = "REF-22",
            "the time of the call is before the referral was sent; give the time at which you rang about it";
        /// No such place in the house.
        UnknownPlace = "REF-23", "this provider has no place of that name; choose one of its free places";
        /// Somebody has the place, or it is held for another, or out of use.
        PlaceNotFree = "REF-24",
            "this place is taken, held for another referral, or out of use; choose one that is free";
        /// Nothing says how long it may run.
        UntilMissing = "REF-25", "the profile knows no longest time for this ground; choose a last day";
        /// Only an accepted or running service is given a place.
        NoPlaceDue(&'static str) = "REF-26", "an accepted or running service is given a place; this referral is {0}";
        /// The house has no free place to give.
        NoneFreeHere = "REF-27", "no place of your house is free; free one, or answer that there is no capacity";
        /// The receiver's step comes after the referral was over for it.
        Over(&'static str) = "REF-28", "this referral is over: it is {0}; nobody waits for an answer any more";
        /// A ground on which no referral goes.
        NotForReferrals = "REF-29",
            "this ground is for a lead that is taken by duty; choose consent, danger to life, or protection of a child";
        /// The draft is another's.
        OtherDraft = "REF-20", "that draft belongs to another file or another organisation; write a new one";
    }
}
