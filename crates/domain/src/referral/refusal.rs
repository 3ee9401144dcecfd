//! Why a referral does not go on: each refusal names its rule and what would be accepted.
/// Why a referral does not go on. What would be accepted stands in the sentence; what the actor may not know does not.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No place is free there now.
    #[error("REF-01: no place is free there now; choose another provider that fits, or ask without holding a place")]
    NoFreePlace,
    /// The referral is no longer where this step begins.
    #[error("REF-02: this referral is {0} already; that step is over")]
    WrongState(&'static str),
    /// The provider takes adults only, and the person is or may be a child.
    #[error(
        "REF-03: the person is or may be a child, and this provider takes adults only; choose a provider for children, or record a checked document or an assessment"
    )]
    AdultsOnly,
    /// The provider does not take the person, by sex.
    #[error("REF-04: this provider does not take this person by what it declares; choose one that fits")]
    DoesNotFit,
    /// A child with the person, which the provider does not take.
    #[error(
        "REF-05: a child is with the person, and this provider takes no children with an adult; choose one that does"
    )]
    AccompanyingChild,
    /// The provider gives none of what is asked.
    #[error("REF-06: this provider gives none of the services that are asked for")]
    NoSuchService,
    /// The ground is consent, and no consent covers it.
    #[error(
        "REF-07: the ground is consent, and no consent covers what would go to this receiver; ask the person, send less, or name another ground"
    )]
    NoConsent {
        /// What the consent does not cover.
        missing: crate::content::Fields,
    },
    /// Danger or duty is named as the ground, and no reason was written.
    #[error("REF-08: this ground asks for a written reason")]
    ReasonNeeded,
    /// Child protection is named as the ground, and no child is in doubt.
    #[error("REF-09: child protection is a ground for a child, or for one whose age is in doubt")]
    NoChild,
    /// Too many places held by one organisation.
    #[error(
        "REF-10: your organisation holds {held} places there, and the profile allows {cap}; release one, or ask without holding a place"
    )]
    HoldCap {
        /// How many it holds.
        held: u32,
        /// How many it may hold.
        cap: u32,
    },
    /// Nothing is asked for.
    #[error("REF-11: a referral asks for at least one service")]
    NoService,
    /// The receiver could not act without these.
    #[error("REF-12: the spoken name goes with every referral, so that both can speak of the person")]
    SpokenNameMissing,
    /// The ring was in the future.
    #[error("REF-13: the time of the call is not yet; give the time at which you rang")]
    CallInFuture,
    /// The function rung is missing.
    #[error("REF-14: say whom you told, by function")]
    FunctionMissing,
    /// A receiver of one's own.
    #[error("REF-15: a referral goes to another organisation; this provider is your own")]
    OwnProvider,
    /// Nobody has been silent yet.
    #[error("REF-16: this step of escalation is not due")]
    NotDue,
    /// A ground can't be kept this long by the profile: only a verified length refuses.
    #[error("REF-17: the last day is later than the profile allows for this ground")]
    UntilTooLate,
    /// The person said an earlier last day.
    #[error(
        "REF-18: the consent ends earlier than that day; choose its last day or an earlier one, or ask the person again"
    )]
    UntilAfterConsent,
    /// A last day that is past.
    #[error("REF-19: the last day is before today")]
    UntilPast,
    /// The same is asked of the same provider already.
    #[error(
        "REF-21: this is asked of this provider already, and that referral is {0}; withdraw it first, or wait for its answer"
    )]
    SentAlready(&'static str),
    /// The ring was before the sending.
    #[error("REF-22: the time of the call is before the referral was sent; give the time at which you rang about it")]
    CallBeforeSent,
    /// No such place in the house.
    #[error("REF-23: this provider has no place of that name; choose one of its free places")]
    UnknownPlace,
    /// Somebody has the place, or it is held for another, or out of use.
    #[error("REF-24: this place is taken, held for another referral, or out of use; choose one that is free")]
    PlaceNotFree,
    /// Nothing says how long it may run.
    #[error("REF-25: the profile knows no longest time for this ground; choose a last day")]
    UntilMissing,
    /// Only an accepted or running service is given a place.
    #[error("REF-26: an accepted or running service is given a place; this referral is {0}")]
    NoPlaceDue(&'static str),
    /// The house has no free place to give.
    #[error("REF-27: no place of your house is free; free one, or answer that there is no capacity")]
    NoneFreeHere,
    /// The receiver's step comes after the referral was over for it.
    #[error("REF-28: this referral is over: it is {0}; nobody waits for an answer any more")]
    Over(&'static str),
    /// A ground on which no referral goes.
    #[error(
        "REF-29: this ground is for a lead that is taken by duty; choose consent, danger to life, or protection of a child"
    )]
    NotForReferrals,
    /// The draft is another's.
    #[error("REF-20: that draft belongs to another file or another organisation; write a new one")]
    OtherDraft,
}
