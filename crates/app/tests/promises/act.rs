//! What can be done, by whom, and how often it is tried.
use proptest::prelude::*;
use tiltas_domain::{Role, example::Who};

/// Who acts.
pub const PEOPLE: [(Who, Role); 11] = [
    (Who::BorderPost, Role::FirstResponder),
    (Who::BorderPost, Role::Supervisor),
    (Who::PodulAlb, Role::CaseManager),
    (Who::CasaLiman, Role::Provider),
    (Who::AdapostRasarit, Role::Provider),
    (Who::Police, Role::Police),
    (Who::Team, Role::ContactPoint),
    (Who::ChildProtection, Role::ChildProtection),
    (Who::NationalUnit, Role::NationalUnit),
    (Who::PodulAlb, Role::DataProtection),
    (Who::PodulAlb, Role::Supervisor),
];

/// What is done.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    Signal,
    Tell,
    Correct,
    Note,
    Assess,
    SayYes(u32),
    SayNo,
    TakeBack,
    Describe,
    Draft,
    Send(bool),
    SendDraft,
    Withdraw,
    Acknowledge,
    Ask,
    Reply,
    Accept,
    Refuse,
    Start,
    Complete,
    Fail,
    OfferLead,
    AnswerLead(bool),
    TakeLead,
    Finish,
    TellChildProtection,
    Proceeding,
    Release,
    Free,
    Close,
    Forget,
}

/// One step: what, by whom, and which of the things that are there.
#[derive(Clone, Copy, Debug)]
pub struct Move {
    pub act: Act,
    /// `None`: whoever may be expected to.
    pub who: Option<usize>,
    pub which: usize,
    pub minutes: i64,
}

/// Any step. Those who may do most act most.
pub fn any_move() -> impl Strategy<Value = Move> {
    use Act as A;
    let act = prop_oneof![
        3 => Just(A::Signal),
        2 => Just(A::Tell),
        2 => Just(A::Correct),
        1 => Just(A::Note),
        1 => Just(A::Assess),
        5 => (0_u32..1 << 15).prop_map(A::SayYes),
        1 => Just(A::SayNo),
        3 => Just(A::TakeBack),
        1 => Just(A::Describe),
        2 => Just(A::Draft),
        6 => prop::bool::ANY.prop_map(A::Send),
        2 => Just(A::SendDraft),
        2 => Just(A::Withdraw),
        2 => Just(A::Acknowledge),
        1 => Just(A::Ask),
        1 => Just(A::Reply),
        4 => Just(A::Accept),
        2 => Just(A::Refuse),
        2 => Just(A::Start),
        2 => Just(A::Complete),
        1 => Just(A::Fail),
        2 => Just(A::OfferLead),
        2 => prop::bool::ANY.prop_map(A::AnswerLead),
        2 => Just(A::TakeLead),
        2 => Just(A::Finish),
        1 => Just(A::TellChildProtection),
        1 => Just(A::Proceeding),
        1 => Just(A::Release),
        1 => Just(A::Free),
        1 => Just(A::Close),
        1 => Just(A::Forget),
    ];
    let who = prop_oneof![3 => Just(None), 1 => (0_usize..PEOPLE.len()).prop_map(Some)];
    let minutes = prop_oneof![4 => 0_i64..10, 1 => 30_i64..400];
    (act, who, 0_usize..64, minutes).prop_map(|(act, who, which, minutes)| Move {
        act,
        who,
        which,
        minutes,
    })
}
