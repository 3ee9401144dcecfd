//! The closed lists of the domain, as pages name their values: one function a list of words, but for those that are named by a
//! code only.
use crate::Words;
use std::borrow::Borrow;
use tiltas_domain::{
    Answer, Class, Field, Role, attempt, audit,
    case::{AgeBasis, AgeClass, Interpreter, Sex, Urgency},
    certificate,
    clock::Confidence,
    consent::{Form, Ground},
    detail::{NameKind, Origin},
    disclosure::Ended,
    import, meeting, national_report, need,
    organisation::OrganisationKind,
    partnership, period, plan, practice,
    profile::ConsentRule,
    programme,
    provider::Service,
    recommendation,
    referral::{Outcome, Reason, Step, WithdrawnBecause},
    report,
    risk::{self, Level, Safety},
    screening::{Decision, advice},
    signal, task, training, visit,
};

#[cfg(test)]
use tiltas_domain::{case::OfferEnded, clock::ClockKind, detail::NameConfidence, referral::Stage};

/// A list of words: the name of its function, where it has one, the list of the domain, its own name, and the codes of the values.
#[cfg(test)]
pub(crate) struct Listed {
    pub function: Option<&'static str>,
    pub of: &'static str,
    pub words: &'static str,
    pub codes: Vec<&'static str>,
}

macro_rules! lists { ($($name:ident($of:ty) = $list:literal;)+ $(($coded:ty) = $words:literal;)+) => {
    impl Words {
        $(
            #[doc = concat!("The words of one value: the list `", $list, "`.")]
            pub fn $name(&self, value: impl Borrow<$of>) -> String {
                self.say_code($list, (*value.borrow()).code())
            }
        )+
    }

    #[cfg(test)]
    pub(crate) fn lists() -> Vec<Listed> {
        vec![
            $(Listed {
                function: Some(stringify!($name)),
                of: stringify!($of),
                words: $list,
                codes: <$of>::ALL.iter().map(|value| value.code()).collect(),
            },)+
            $(Listed {
                function: None,
                of: stringify!($coded),
                words: $words,
                codes: <$coded>::ALL.iter().map(|value| value.code()).collect(),
            },)+
        ]
    }
} }

lists! {
    say_attempt(attempt::Outcome) = "attempt";
    say_answer(Answer) = "answer";
    say_because(WithdrawnBecause) = "because";
    say_audit_copy(audit::Copy) = "audit-copy";
    say_case_age(AgeClass) = "case-age";
    say_case_age_basis(AgeBasis) = "case-age-basis";
    say_case_channel(Safety) = "case-channel";
    say_case_ended(Ended) = "case-ended";
    say_case_ground(Ground) = "case-ground";
    say_case_interpreter(Interpreter) = "case-interpreter";
    say_case_origin(Origin) = "case-origin";
    say_case_service(Service) = "case-service";
    say_case_task(task::Kind) = "case-task";
    say_case_task_note(task::Kind) = "case-task-note";
    say_certificate_status(certificate::Status) = "certificate-status";
    say_channel(signal::Channel) = "channel";
    say_consent_form(Form) = "consent-form";
    say_escalation(Step) = "escalation";
    say_field(Field) = "field";
    say_ground(Ground) = "ground";
    say_ground_makes(ConsentRule) = "ground-makes";
    say_interpreter(Interpreter) = "interpreter";
    say_name_kind(NameKind) = "name-kind";
    say_meeting_state(meeting::State) = "meeting-state";
    say_meeting_why(meeting::Why) = "meeting-why";
    say_need_end(need::Ended) = "need-end";
    say_need_kind(need::Kind) = "need-kind";
    say_need_pressing(need::Pressing) = "need-pressing";
    say_need_unmet(need::Unmet) = "need-unmet";
    say_nobody_there(Step) = "nobody-there";
    say_one_night_class(Class) = "one-night-class";
    say_one_night_escalation(Step) = "one-night-escalation";
    say_one_night_law(Ground) = "one-night-law";
    say_one_night_reason(Reason) = "one-night-reason";
    say_one_night_service(Service) = "one-night-service";
    say_organisation_kind(OrganisationKind) = "organisation-kind";
    say_outcome(Outcome) = "outcome";
    say_partnership_arrangement(partnership::Arrangement) = "partnership-arrangement";
    say_partnership_class(Class) = "partnership-class";
    say_partnership_order(partnership::Order) = "partnership-order";
    say_partnership_progress(partnership::Progress) = "partnership-progress";
    say_partnership_role(partnership::Standing) = "partnership-role";
    say_partnership_state(partnership::State) = "partnership-state";
    say_partnership_value(partnership::Value) = "partnership-value";
    say_partnership_wait(partnership::Wait) = "partnership-wait";
    say_person_age(AgeClass) = "person-age";
    say_person(Sex) = "person";
    say_person_child(Sex) = "person-child";
    say_person_young(Sex) = "person-young";
    say_programme_activity(programme::ActivityKind) = "programme-activity";
    say_programme_activity_state(programme::ActivityState) = "programme-activity-state";
    say_programme_order(programme::Order) = "programme-order";
    say_programme_part(programme::Part) = "programme-part";
    say_programme_state(programme::State) = "programme-state";
    say_plan_level(plan::Level) = "plan-level";
    say_plan_stage(plan::Stage) = "plan-stage";
    say_plan_status(plan::Status) = "plan-status";
    say_practice_confidence(Confidence) = "practice-confidence";
    say_practice_order(practice::Order) = "practice-order";
    say_practice_state(practice::State) = "practice-state";
    say_reason(Reason) = "reason";
    say_reason_ours(Reason) = "reason-ours";
    say_import_built(plan::Built) = "import-built";
    say_import_fault(import::FaultKind) = "import-fault";
    say_import_format(import::Format) = "import-format";
    say_import_stage(import::Stage) = "import-stage";
    say_national_report_state(national_report::State) = "national-report-state";
    say_period_state(period::State) = "period-state";
    say_recommendation_order(recommendation::Order) = "recommendation-order";
    say_recommendation_outcome(recommendation::Outcome) = "recommendation-outcome";
    say_recommendation_rating(recommendation::Rating) = "recommendation-rating";
    say_recommendation_source(recommendation::SourceKind) = "recommendation-source";
    say_recommendation_stage(recommendation::Stage) = "recommendation-stage";
    say_recommendation_stance(recommendation::Stance) = "recommendation-stance";
    say_recommendation_state(recommendation::State) = "recommendation-state";
    say_recommendation_theme(recommendation::Theme) = "recommendation-theme";
    say_recommendation_wording(recommendation::WordingKind) = "recommendation-wording";
    say_report_indicator(report::Indicator) = "report-indicator";
    say_report_stage(report::Stage) = "report-stage";
    say_report_step(report::Step) = "report-step";
    say_risk_ask(risk::Channel) = "risk-ask";
    say_risk_channel(risk::Channel) = "risk-channel";
    say_risk_hint(Level) = "risk-hint";
    say_risk_level(Level) = "risk-level";
    say_risk_safety(Safety) = "risk-safety";
    say_role(Role) = "role";
    say_screening_age_told(AgeClass) = "screening-age-told";
    say_screening_decided(Decision) = "screening-decided";
    say_screening_urgency(Urgency) = "screening-urgency";
    say_service(Service) = "service";
    say_signal_age(AgeClass) = "signal-age";
    say_signal_sex(Sex) = "signal-sex";
    say_slip_not_asked(Ground) = "slip-not-asked";
    say_soon(Urgency) = "soon";
    say_soon_hint(Urgency) = "soon-hint";
    say_strength(advice::Strength) = "strength";
    say_task_state(task::State) = "task-state";
    say_visit_kind(visit::Kind) = "visit-kind";
    say_visit_state(visit::State) = "visit-state";
    say_training_order(training::Order) = "training-order";
    say_training_state(training::State) = "training-state";
    // Named by a code that comes from elsewhere.
    (Class) = "access";
    (AgeClass) = "age";
    (Decision) = "case-screening";
    (signal::Channel) = "case-signal";
    (ClockKind) = "clock-kind";
    (OfferEnded) = "lead-offer-ended";
    (NameConfidence) = "name-sure";
    (Decision) = "one-night-decision";
    (Ended) = "one-night-ended";
    (Level) = "one-night-risk";
    (Sex) = "sex";
    (Stage) = "stands-came";
    (Stage) = "stands-sent";
    (Urgency) = "urgency";
    (Confidence) = "word";
}
