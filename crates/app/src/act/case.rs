//! Which acts are done to a file, and which acts of a referral stand behind a use case.
use super::Act;
use tiltas_domain::{
    Context,
    case::{self, Case},
    referral,
};

impl Act {
    pub(super) fn fits_case(self, case: &Case, context: &Context) -> bool {
        match self {
            Act::OfferLead => case::may_offer_lead(case, context.now).is_ok(),
            Act::WithdrawLeadOffer => case::may_withdraw_lead_offer(case, context.now).is_ok(),
            Act::AnswerLead => case::may_answer_lead(case, context.actor.organisation, context.now).is_ok(),
            Act::TakeLead
            | Act::Describe
            | Act::TellDetail
            | Act::StartScreening
            | Act::AssessRisk
            | Act::AddNote
            | Act::RecordConsent
            | Act::RecordNeed
            | Act::DraftReferral
            | Act::SendReferral
            | Act::NoteProceeding
            | Act::WriteTask
            | Act::Forget => true,
            _ => false,
        }
    }

    pub(super) fn of_referral(self) -> Option<referral::Act> {
        Some(match self {
            Act::AcknowledgeReferral => referral::Act::Acknowledge,
            Act::TellByPhone => referral::Act::TellByPhone,
            Act::AskReferral => referral::Act::Ask,
            Act::ReplyReferral => referral::Act::Reply,
            Act::AnswerReferral => referral::Act::Answer,
            Act::WithdrawReferral => referral::Act::Withdraw,
            Act::StartService => referral::Act::Start,
            Act::EndService => referral::Act::Complete,
            Act::FailService => referral::Act::Fail,
            Act::GivePlace => referral::Act::GivePlace,
            _ => return None,
        })
    }
}
