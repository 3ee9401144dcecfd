//! What somebody may want to do, and which role may do it, given the facts. One exhaustive match: a new action or role does not compile until it stands here.
use crate::{Facts, Part, Side, TaskEnd};
use tiltas_domain::Role;

macro_rules! actions { ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
    /// What somebody wants to do. The list is closed: an action without a row in the golden table fails a test.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Action { $($(#[$doc])* $name),+ }
    impl Action {
        /// All of them, in order.
        pub const ALL: &'static [Action] = &[$(Action::$name),+];
        /// The code kept in audit entries.
        pub fn code(self) -> &'static str { match self { $(Action::$name => $code),+ } }
    }
} }
actions! {
    /// Open a file with a signal.
    RecordSignal = "signal.record",
    /// See one's own lists: today, cases, referrals, tonight.
    ReadList = "list.read",
    /// See a case file.
    ReadCase = "case.read",
    /// Print a summary of it.
    ReadSummary = "summary.read",
    /// Open the name, for a reason, for a quarter of an hour.
    OpenName = "name.open",
    /// Open a value that was corrected, for a reason.
    OpenReplaced = "replaced.open",
    /// Write down what the person told.
    TellDetail = "detail.tell",
    /// Correct it.
    CorrectDetail = "detail.correct",
    /// Tell anew who the person is, as far as rules need it.
    Describe = "case.describe",
    /// Screen.
    Screen = "screening.answer",
    /// Assess the risk.
    AssessRisk = "risk.assess",
    /// Record a need, or how it ended.
    WriteNeed = "need.write",
    /// Add a note.
    AddNote = "note.add",
    /// Record the person's say.
    RecordConsent = "consent.record",
    /// Record that the person takes it back.
    TakeBackSay = "consent.take_back",
    /// Keep a draft of a referral.
    DraftReferral = "referral.draft",
    /// Send a referral.
    SendReferral = "referral.send",
    /// Take a referral back.
    WithdrawReferral = "referral.withdraw",
    /// Answer a receiver's question.
    ReplyReferral = "referral.reply",
    /// Record that the receiver was told by phone.
    TellByPhone = "referral.told_by_phone",
    /// See one referral.
    ReadReferral = "referral.read",
    /// Acknowledge a referral.
    AcknowledgeReferral = "referral.acknowledge",
    /// Ask before answering.
    AskReferral = "referral.ask",
    /// Accept, refuse, or have no capacity.
    AnswerReferral = "referral.answer",
    /// Begin a service.
    StartService = "service.start",
    /// End a service with its outcome.
    EndService = "service.end",
    /// Note that the police lead a proceeding.
    NoteProceeding = "proceeding.note",
    /// Offer the lead.
    OfferLead = "lead.offer",
    /// Take the lead without an offer, by a duty that the profile names.
    TakeLead = "lead.take",
    /// Take or decline the lead.
    AnswerLead = "lead.answer",
    /// Note that somebody was rung about a delay.
    NoteAttempt = "attempt.note",
    /// Write a task.
    WriteTask = "task.write",
    /// See a task on a page of its own.
    ReadTask = "task.read",
    /// Say that a task is no longer needed.
    CancelTask = "task.cancel",
    /// Say that a task is done.
    FinishTask = "task.finish",
    /// Tell the child-protection authority.
    TellChildProtection = "child_notice.tell",
    /// See the directory of providers.
    ReadProviders = "provider.read",
    /// List a provider of one's own, or change it.
    ListProvider = "provider.list",
    /// See the places of one's own house, and who has them.
    ReadPlaces = "place.read",
    /// Release a hold, free a place, take one out of use.
    ChangePlaces = "place.change",
    /// Register an organisation with its people.
    RegisterOrganisation = "organisation.register",
    /// See the directory of organisations.
    ReadOrganisations = "organisation.read",
    /// See recommendations.
    ReadRecommendations = "recommendation.read",
    /// Write one down.
    RecordRecommendation = "recommendation.record",
    /// See one through: discussion, agreed words, the decision of a body, addressees, its end.
    SteerRecommendation = "recommendation.steer",
    /// Say what one's institution thinks of it.
    TakePosition = "recommendation.take_position",
    /// Report what one's institution did for it.
    ReportRecommendation = "recommendation.report",
    /// Find whether it is carried out.
    ReviewRecommendation = "recommendation.review",
    /// See programmes and visits.
    ReadProgrammes = "programme.read",
    /// See one through: countries, activities, their end.
    SteerProgramme = "programme.steer",
    /// See partnerships.
    ReadPartnerships = "partnership.read",
    /// See one through: its text, its signatures, its end.
    SteerPartnership = "partnership.steer",
    /// Keep what one's institution does in it.
    KeepMeasures = "partnership.keep_measures",
    /// Say how one's institution sees the cooperation.
    AssessPartnership = "partnership.assess",
    /// See meetings.
    ReadMeetings = "meeting.read",
    /// See one through: agenda, decisions, minutes.
    SteerMeeting = "meeting.steer",
    /// Write down what was noted and found on a visit, and what it leads to.
    NoteVisit = "visit.note",
    /// See plans.
    ReadPlans = "plan.read",
    /// Write a plan, see it approved and in force, bring tables for it.
    WritePlan = "plan.write",
    /// Report how far an item of a plan is.
    ReportPlan = "plan.report",
    /// See published practices, and the institutions whose experts teach.
    ReadPractices = "practice.read",
    /// See a practice that is not published.
    ReadDraftPractice = "practice.read_draft",
    /// Write a practice down.
    WritePractice = "practice.write",
    /// Change what it tells.
    ChangePractice = "practice.change",
    /// See one through: reviewed, published, withdrawn.
    SteerPractice = "practice.steer",
    /// Adopt one for one's institution, as a recommendation.
    AdoptPractice = "practice.adopt",
    /// Register an institution whose experts teach, and note what it gave.
    WriteExpertInstitution = "expert_institution.write",
    /// See periods: who owes what, and where it stands.
    ReadPeriods = "period.read",
    /// Read what an institution reported.
    ReadReport = "report.read",
    /// Write what one's institution reports.
    WriteReport = "report.write",
    /// Return or accept a report, and close its period.
    JudgeReport = "report.judge",
    /// Draft, edit and approve the national report.
    WriteNationalReport = "national_report.write",
    /// See trainings.
    ReadTrainings = "training.read",
    /// Plan one's own training and see it through, with its certificates.
    WriteTraining = "training.write",
    /// See certificates: those of trainings that one's institution planned, and those of its own people.
    ReadCertificates = "certificate.read",
    /// Search a case to see who looked.
    SearchAudit = "audit.search",
    /// See who looked at a case.
    ReadAudit = "audit.read",
    /// Escalate, a referral expire: the node's clock.
    KeepTime = "clock.keep",
    /// Forget a file.
    Forget = "case.forget",
}

type No = (&'static str, &'static str);

/// Another role does this.
const ROLE: No = ("ROLE-01", "another role does this");
/// The case is not one's own.
const PART: No = ("PART-01", "to take part in the case");
/// Only the writer's side.
const WRITES: No = (
    "PART-02",
    "to lead the case, or to have recorded it while nobody else leads it",
);
/// Only the sender.
const SENDER: No = ("PART-03", "to be the sender of the referral");
/// Only the receiver.
const RECEIVER: No = ("PART-04", "to be the receiver of the referral");
/// Only one's own.
const OWN: No = ("PART-05", "it to be your organisation's own");
/// A reason is asked for.
const REASON: No = ("REASON-01", "a reason");

fn when(fact: bool, no: No) -> Result<(), No> {
    if fact { Ok(()) } else { Err(no) }
}

/// Those who meet the person and write the file.
fn writes(role: Role) -> bool {
    role.may_lead()
}

/// Those who send, and who stand behind them.
pub(crate) fn sends(role: Role) -> bool {
    writes(role) || role == Role::Supervisor
}

/// Where the national unit leads, since nobody else did, the duties of the lead passed to it.
fn leads_last(role: Role, facts: &Facts) -> bool {
    role == Role::NationalUnit && facts.leads()
}

/// Those who have this to do.
fn does_task(role: Role, facts: &Facts) -> bool {
    role.does_tasks() || leads_last(role, facts)
}

/// Asks the rules of one action.
pub(crate) fn allows(action: Action, role: Role, facts: &Facts) -> Result<(), No> {
    use Action as A;
    match action {
        A::RecordSignal => when(writes(role), ROLE),
        A::ReadList | A::ReadProviders | A::ReadOrganisations => when(role != Role::Clock, ROLE),
        A::ReadCase => match role {
            Role::Clock
            | Role::Secretariat
            | Role::FocalFunction
            | Role::Rapporteur
            | Role::Expert
            | Role::Organiser
            | Role::Observer => Err(ROLE),
            Role::DataProtection => Err(("ROLE-02", "the audit page: it shows who looked, not what was written")),
            // It leads where nobody else did; to pass the lead on it reads what the work is.
            Role::NationalUnit => when(facts.reached() || facts.leads(), PART),
            Role::ContactPoint => when(facts.takes_part() || facts.reached(), PART),
            Role::FirstResponder
            | Role::Supervisor
            | Role::CaseManager
            | Role::Provider
            | Role::Police
            | Role::ChildProtection => when(facts.takes_part(), PART),
        },
        A::OpenName | A::OpenReplaced => {
            when(writes(role), ROLE)?;
            when(facts.leads(), WRITES)?;
            when(facts.reason(), REASON)
        }
        A::TellDetail
        | A::CorrectDetail
        | A::Describe
        | A::Screen
        | A::AssessRisk
        | A::WriteNeed
        | A::RecordConsent
        | A::TakeBackSay
        | A::DraftReferral
        | A::SendReferral => {
            when(writes(role), ROLE)?;
            when(facts.leads(), WRITES)
        }
        A::AddNote => {
            when(writes(role) || role == Role::Provider, ROLE)?;
            when(!matches!(facts.part(), Part::None | Part::Existence), PART)
        }
        A::WithdrawReferral | A::ReplyReferral | A::TellByPhone => {
            when(sends(role) || leads_last(role, facts), ROLE)?;
            when(facts.side() == Side::Sender || facts.leads(), SENDER)
        }
        A::ReadReferral => match role {
            Role::Clock
            | Role::DataProtection
            | Role::Police
            | Role::Secretariat
            | Role::FocalFunction
            | Role::Rapporteur
            | Role::Expert
            | Role::Organiser
            | Role::Observer => Err(ROLE),
            Role::NationalUnit => when(facts.reached() || facts.leads(), PART),
            // WHY not `takes_part`: a contact point that received one referral learns nothing of the others of that case.
            Role::ContactPoint => when(facts.reached() || facts.at_an_end() || facts.leads(), PART),
            Role::FirstResponder | Role::Supervisor | Role::CaseManager | Role::Provider | Role::ChildProtection => {
                when(facts.at_an_end() || facts.leads(), PART)
            }
        },
        A::AcknowledgeReferral | A::AskReferral | A::AnswerReferral => {
            when(receives(role), ROLE)?;
            when(received(facts), RECEIVER)
        }
        A::StartService | A::EndService => {
            when(receives(role), ROLE)?;
            when(received(facts) || facts.leads(), RECEIVER)
        }
        A::ReadSummary => {
            when(sends(role), ROLE)?;
            when(facts.leads(), WRITES)
        }
        A::OfferLead => {
            when(writes(role) || role == Role::NationalUnit, ROLE)?;
            when(facts.leads(), WRITES)
        }
        A::NoteProceeding => {
            when(writes(role), ROLE)?;
            when(facts.leads(), WRITES)
        }
        // Who knows enough of the case to ask for it. Whose duty it then is, `domain::case::may_take_lead` alone tells.
        A::TakeLead => {
            when(role.may_take_lead(), ROLE)?;
            let part = !matches!(facts.part(), Part::None | Part::Existence | Part::Lead);
            when(part && role != Role::NationalUnit || facts.told_of_delay(), PART)
        }
        A::AnswerLead => {
            when(writes(role), ROLE)?;
            when(facts.own(), OWN)
        }
        A::NoteAttempt => {
            when(role.does_tasks() || role == Role::NationalUnit, ROLE)?;
            let concerned = facts.at_an_end() || facts.leads();
            let told = facts.reached() || facts.task_end() == TaskEnd::Told;
            match role {
                Role::NationalUnit => when(told || facts.leads(), PART),
                _ => when(concerned || told || facts.task_end() != TaskEnd::None, PART),
            }
        }
        A::WriteTask => {
            when(role.does_tasks(), ROLE)?;
            // A task about no case tells of none.
            when(
                *facts == Facts::None || !matches!(facts.part(), Part::None | Part::Existence),
                PART,
            )
        }
        A::ReadTask => match facts.task_end() {
            TaskEnd::Told => {
                let told = matches!(role, Role::Supervisor | Role::ContactPoint | Role::NationalUnit);
                when(told, ROLE)
            }
            end => {
                when(does_task(role, facts), ROLE)?;
                when(end != TaskEnd::None, OWN)
            }
        },
        A::CancelTask => {
            when(does_task(role, facts), ROLE)?;
            when(matches!(facts.task_end(), TaskEnd::Opened | TaskEnd::Assigned), OWN)
        }
        A::FinishTask | A::TellChildProtection => {
            when(does_task(role, facts), ROLE)?;
            when(facts.task_end() == TaskEnd::Assigned, OWN)
        }
        A::ListProvider | A::ReadPlaces | A::ChangePlaces => {
            when(receives(role), ROLE)?;
            when(facts.own(), OWN)
        }
        A::RegisterOrganisation => when(role.registers_organisations(), ROLE),
        A::ReadAudit => match role {
            // WHY: who watches over how an organisation handles data reads where that organisation took part, and nowhere else.
            Role::DataProtection => when(facts.takes_part() || facts.reached(), PART),
            Role::FirstResponder | Role::CaseManager | Role::ContactPoint | Role::ChildProtection => {
                when(facts.leads(), WRITES)
            }
            Role::Supervisor
            | Role::Provider
            | Role::Police
            | Role::NationalUnit
            | Role::Clock
            | Role::Secretariat
            | Role::FocalFunction
            | Role::Rapporteur
            | Role::Expert
            | Role::Organiser
            | Role::Observer => Err(ROLE),
        },
        A::ReadRecommendations => when(role.is_of_policy(), ROLE),
        A::ReadPractices => when(role.is_of_policy(), ROLE),
        A::ReadDraftPractice => {
            when(role.is_of_policy(), ROLE)?;
            when(role == Role::Secretariat || facts.own(), OWN)
        }
        A::RecordRecommendation | A::WritePractice | A::AdoptPractice => {
            when(matches!(role, Role::Secretariat | Role::Expert | Role::Organiser), ROLE)
        }
        A::ChangePractice => {
            when(matches!(role, Role::Secretariat | Role::Expert | Role::Organiser), ROLE)?;
            when(role == Role::Secretariat || facts.own(), OWN)
        }
        A::WriteExpertInstitution => when(matches!(role, Role::Secretariat | Role::Organiser), ROLE),
        A::SteerRecommendation | A::SteerPractice => when(role == Role::Secretariat, ROLE),
        A::TakePosition | A::ReportRecommendation => {
            when(role == Role::FocalFunction, ROLE)?;
            when(facts.own(), OWN)
        }
        A::ReviewRecommendation => when(matches!(role, Role::Secretariat | Role::Rapporteur), ROLE),
        A::ReadProgrammes => when(role.is_of_policy(), ROLE),
        A::SteerProgramme => when(matches!(role, Role::Secretariat | Role::Organiser), ROLE),
        A::ReadPartnerships => when(role.is_of_policy(), ROLE),
        A::SteerPartnership => when(role == Role::Secretariat, ROLE),
        A::KeepMeasures | A::AssessPartnership => {
            // The secretariat sees the text through; only a party says how it sees the cooperation.
            if action == A::KeepMeasures && role == Role::Secretariat {
                return Ok(());
            }
            when(role == Role::FocalFunction, ROLE)?;
            when(facts.own(), OWN)
        }
        // Whoever answers for an institution reads the meetings at which it was, or to which it is invited.
        A::ReadMeetings => {
            when(role.is_of_policy(), ROLE)?;
            when(role != Role::FocalFunction || facts.own(), OWN)
        }
        A::SteerMeeting => when(role == Role::Secretariat, ROLE),
        A::NoteVisit => match role {
            Role::Secretariat | Role::Organiser => Ok(()),
            _ => {
                when(role == Role::Expert, ROLE)?;
                when(facts.own(), OWN)
            }
        },
        A::ReadPlans => when(role.is_of_policy(), ROLE),
        A::WritePlan => when(role == Role::Secretariat, ROLE),
        A::ReportPlan => match role {
            Role::Secretariat => Ok(()),
            _ => {
                when(role == Role::FocalFunction, ROLE)?;
                when(facts.own(), OWN)
            }
        },
        A::ReadPeriods => when(role.is_of_policy(), ROLE),
        A::ReadReport => match role {
            Role::Secretariat | Role::Rapporteur => Ok(()),
            _ => {
                when(role == Role::FocalFunction, ROLE)?;
                when(facts.own(), OWN)
            }
        },
        A::WriteReport => {
            when(role == Role::FocalFunction, ROLE)?;
            when(facts.own(), OWN)
        }
        A::JudgeReport | A::WriteNationalReport => when(role == Role::Secretariat, ROLE),
        A::ReadTrainings => when(role.is_of_policy(), ROLE),
        A::WriteTraining => match role {
            Role::Secretariat => Ok(()),
            role => {
                when(role == Role::Organiser, ROLE)?;
                when(facts.own(), OWN)
            }
        },
        A::ReadCertificates => match role {
            Role::Secretariat => Ok(()),
            role => {
                when(matches!(role, Role::Organiser | Role::FocalFunction), ROLE)?;
                when(facts.own(), OWN)
            }
        },
        A::SearchAudit => when(role == Role::DataProtection, ROLE),
        A::KeepTime => when(role == Role::Clock, ROLE),
        A::Forget => when(role == Role::DataProtection, ROLE),
    }
}

/// WHY also what is over: a receiver whose page is old is told that nobody waits any more, and not that nothing is there.
fn received(facts: &Facts) -> bool {
    matches!(facts.side(), Side::Receiver | Side::Past)
}

/// People who take referrals.
fn receives(role: Role) -> bool {
    matches!(
        role,
        Role::Provider | Role::CaseManager | Role::ContactPoint | Role::ChildProtection
    )
}
