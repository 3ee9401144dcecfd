//! Which acts of the slices about policy stand behind a use case.
use super::Act;
use tiltas_domain::{meeting, partnership, plan, practice, programme, recommendation, report, training, visit};

impl Act {
    pub(super) fn of_recommendation(self) -> Option<recommendation::Act> {
        Some(match self {
            Act::TranslateRecommendation => recommendation::Act::Translate,
            Act::DiscussRecommendation => recommendation::Act::Discuss,
            Act::TakePosition => recommendation::Act::Position,
            Act::FormulateRecommendation => recommendation::Act::Formulate,
            Act::DecideRecommendation => recommendation::Act::Decide,
            Act::AddressRecommendation => recommendation::Act::Address,
            Act::ReportRecommendation => recommendation::Act::Report,
            Act::ReviewRecommendation => recommendation::Act::Review,
            Act::LikenRecommendation => recommendation::Act::Liken,
            Act::CloseRecommendation => recommendation::Act::Close,
            Act::ReopenRecommendation => recommendation::Act::Reopen,
            Act::SupersedeRecommendation => recommendation::Act::Supersede,
            _ => return None,
        })
    }

    pub(super) fn of_programme(self) -> Option<programme::Act> {
        Some(match self {
            Act::TitleProgramme => programme::Act::Title,
            Act::JoinProgramme => programme::Act::Join,
            Act::PlanActivity => programme::Act::Plan,
            Act::HoldActivity => programme::Act::Hold,
            Act::CancelActivity => programme::Act::Cancel,
            Act::BringOfActivity => programme::Act::Bring,
            Act::CloseProgramme => programme::Act::Close,
            _ => return None,
        })
    }

    pub(super) fn of_partnership(self) -> Option<partnership::Act> {
        Some(match self {
            Act::NameParty => partnership::Act::Party,
            Act::WritePurpose => partnership::Act::Purpose,
            Act::AddMeasures => partnership::Act::Measures,
            Act::WriteData => partnership::Act::Data,
            Act::SetTerm => partnership::Act::Term,
            Act::ConsultPartnership => partnership::Act::Consult,
            Act::ReturnPartnership => partnership::Act::Return,
            Act::SignPartnership => partnership::Act::Sign,
            Act::MoveMeasure => partnership::Act::Move,
            Act::ReviewPartnership => partnership::Act::Review,
            Act::RenewPartnership => partnership::Act::Renew,
            Act::EndPartnership => partnership::Act::End,
            Act::AssessPartnership => partnership::Act::Assess,
            _ => return None,
        })
    }

    pub(super) fn of_visit(self) -> Option<visit::Act> {
        Some(match self {
            Act::ConfirmVisit => visit::Act::Confirm,
            Act::PlanVisitDay => visit::Act::PlanDay,
            Act::HoldVisit => visit::Act::Hold,
            Act::NoteVisit => visit::Act::Note,
            Act::FindOnVisit => visit::Act::Find,
            Act::RecommendFinding => visit::Act::Recommend,
            Act::ReportVisit => visit::Act::Report,
            Act::FollowUpVisit => visit::Act::FollowUp,
            _ => return None,
        })
    }

    pub(super) fn of_meeting(self) -> Option<meeting::Act> {
        Some(match self {
            Act::HoldMeeting => meeting::Act::Hold,
            Act::DecideAtMeeting => meeting::Act::Decide,
            Act::ResolveAtMeeting => meeting::Act::Resolve,
            Act::DraftMinutes => meeting::Act::Draft,
            Act::AgreeMinutes => meeting::Act::Agree,
            _ => return None,
        })
    }

    pub(super) fn of_practice(self) -> Option<practice::Act> {
        Some(match self {
            Act::ChangePractice => practice::Act::Change,
            Act::ReviewPractice => practice::Act::Review,
            Act::PublishPractice => practice::Act::Publish,
            Act::WithdrawPractice => practice::Act::Withdraw,
            Act::AdoptPractice => practice::Act::Adopt,
            Act::PlanPractice => practice::Act::Plan,
            _ => return None,
        })
    }

    pub(super) fn of_report(self) -> Option<report::Act> {
        Some(match self {
            Act::WriteReport => report::Act::Write,
            Act::SubmitReport => report::Act::Submit,
            Act::ReturnReport => report::Act::Return,
            Act::AcceptReport => report::Act::Accept,
            Act::CorrectReport => report::Act::Correct,
            _ => return None,
        })
    }

    pub(super) fn of_training(self) -> Option<training::Act> {
        Some(match self {
            Act::ChangeTraining => training::Act::Change,
            Act::EnrolInTraining => training::Act::Enrol,
            Act::HoldTraining => training::Act::Hold,
            Act::CountAttendance => training::Act::Attend,
            Act::ScoreTraining => training::Act::Score,
            Act::AnswerTraining => training::Act::Answer,
            Act::ReportTraining => training::Act::Report,
            Act::CancelTraining => training::Act::Cancel,
            Act::IssueCertificates => training::Act::Certify,
            _ => return None,
        })
    }

    pub(super) fn of_plan(self) -> Option<plan::Act> {
        Some(match self {
            Act::AddItem | Act::ChangeItem | Act::BringTable => plan::Act::Write,
            Act::ApprovePlan => plan::Act::Approve,
            Act::EnforcePlan => plan::Act::Enforce,
            Act::AmendPlan => plan::Act::Amend,
            Act::ReportItem => plan::Act::Report,
            Act::LinkItem => plan::Act::Link,
            _ => return None,
        })
    }
}
