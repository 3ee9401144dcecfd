//! What can be done here: the closed list of use cases that write, and what of it a page offers.
//!
//! INVARIANT: what is offered is what the policy allows and what fits what this reader sees. `fits` is the first half of the
//! act's own decision, so a button never rests on what is hidden from whoever presses it.
mod case;
mod policy;

use tiltas_access::{Action, Permit};
use tiltas_domain::{
    Context, Root,
    case::Case,
    consent::Consent,
    dated::Day,
    detail::Told,
    meeting::Meeting,
    national_report::{self, NationalReport},
    need::Need,
    partnership::Partnership,
    period::{self, Period},
    place::{self, PlaceState},
    plan::Plan,
    practice::Practice,
    programme::Programme,
    recommendation::Recommendation,
    referral::Referral,
    report::Report,
    screening::Screening,
    task::{self, Task},
    training::Training,
    visit::Visit,
};

macro_rules! acts { ($($(#[$doc:meta])* $name:ident = $code:literal for $action:ident),+ $(,)?) => {
    /// One use case that writes. The list is closed: each has an example with which the tests play it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
    pub enum Act { $($(#[$doc])* $name),+ }

    impl Act {
        /// All of them, in order.
        pub const ALL: &'static [Act] = &[$(Act::$name),+];

        /// The name of the use case, as the journal's keys and programs have it.
        pub fn code(self) -> &'static str {
            match self { $(Act::$name => $code),+ }
        }

        /// What the policy is asked.
        pub fn action(self) -> Action {
            match self { $(Act::$name => Action::$action),+ }
        }

        /// The context in which it is decided: what it draws is known to whoever has the root.
        pub fn context(self, root: &Root) -> Context {
            root.of(self.code())
        }
    }
} }
acts! {
    /// Opens a file with a signal.
    RecordSignal = "signal.record" for RecordSignal,
    /// Tells anew who the person is.
    Describe = "case.describe" for Describe,
    /// Writes down what was told.
    TellDetail = "detail.tell" for TellDetail,
    /// Corrects it.
    CorrectDetail = "detail.correct" for CorrectDetail,
    /// Begins a screening.
    StartScreening = "screening.start" for Screen,
    /// Keeps a page of it.
    AnswerScreening = "screening.answer" for Screen,
    /// Concludes it.
    ConcludeScreening = "screening.conclude" for Screen,
    /// Assesses the risk.
    AssessRisk = "risk.assess" for AssessRisk,
    /// Adds a note.
    AddNote = "note.add" for AddNote,
    /// Records consent or refusal.
    RecordConsent = "consent.record" for RecordConsent,
    /// Withdraws a consent.
    WithdrawConsent = "consent.withdraw" for TakeBackSay,
    /// Keeps a draft of a referral.
    DraftReferral = "referral.draft" for DraftReferral,
    /// Sends a referral.
    SendReferral = "referral.send" for SendReferral,
    /// Takes a referral back.
    WithdrawReferral = "referral.withdraw" for WithdrawReferral,
    /// Acknowledges a referral.
    AcknowledgeReferral = "referral.acknowledge" for AcknowledgeReferral,
    /// Records that the receiver was told by phone.
    TellByPhone = "referral.told_by_phone" for TellByPhone,
    /// Asks before answering.
    AskReferral = "referral.ask" for AskReferral,
    /// Answers the question.
    ReplyReferral = "referral.reply" for ReplyReferral,
    /// Accepts, refuses, or has no capacity.
    AnswerReferral = "referral.answer" for AnswerReferral,
    /// Begins a service.
    StartService = "service.start" for StartService,
    /// Ends a service with its outcome.
    EndService = "service.end" for EndService,
    /// Says that a service could not be given.
    FailService = "service.fail" for EndService,
    /// Gives a place to a service.
    GivePlace = "place.give" for AnswerReferral,
    /// Lets a referral reach the next step without a reply.
    EscalateReferral = "referral.escalate" for KeepTime,
    /// Lets a referral expire.
    ExpireReferral = "referral.expire" for KeepTime,
    /// Notes that the police lead a proceeding.
    NoteProceeding = "proceeding.note" for NoteProceeding,
    /// Offers the lead.
    OfferLead = "lead.offer" for OfferLead,
    /// Takes the offer back.
    WithdrawLeadOffer = "lead.withdraw" for OfferLead,
    /// Takes or declines the lead.
    AnswerLead = "lead.answer" for AnswerLead,
    /// Takes the lead without an offer, where the profile allows it.
    TakeLead = "lead.take" for TakeLead,
    /// Lets an offer of the lead lapse.
    LapseLeadOffer = "lead.lapse" for KeepTime,
    /// Ends an organisation's own record.
    EndRecord = "record.end" for KeepTime,
    /// Notes that somebody was rung about a delay.
    NoteAttempt = "attempt.note" for NoteAttempt,
    /// Records a need.
    RecordNeed = "need.record" for WriteNeed,
    /// Says how a need ended.
    EndNeed = "need.end" for WriteNeed,
    /// Writes a task.
    WriteTask = "task.write" for WriteTask,
    /// Says that a task is no longer needed.
    CancelTask = "task.cancel" for CancelTask,
    /// Says that a task is done.
    FinishTask = "task.finish" for FinishTask,
    /// Tells the child-protection authority.
    TellChildProtection = "child_notice.tell" for TellChildProtection,
    /// Lets a late task reach the next who must know.
    EscalateTask = "task.escalate" for KeepTime,
    /// Forgets a task about no case once the time for which it is kept has passed.
    ForgetTask = "task.forget" for KeepTime,
    /// Lists a provider.
    ListProvider = "provider.list" for ListProvider,
    /// Changes what a provider offers.
    ChangeProvider = "provider.change" for ListProvider,
    /// Frees a place.
    FreePlace = "place.free" for ChangePlaces,
    /// Releases a hold.
    ReleasePlace = "place.release" for ChangePlaces,
    /// Takes a place out of use, or back into it.
    SetPlaceInUse = "place.in_use" for ChangePlaces,
    /// Writes a recommendation down.
    RecordRecommendation = "recommendation.record" for RecordRecommendation,
    /// Puts it into another language.
    TranslateRecommendation = "recommendation.translate" for SteerRecommendation,
    /// Asks institutions what they think of it.
    DiscussRecommendation = "recommendation.discuss" for SteerRecommendation,
    /// Says what one's institution thinks.
    TakePosition = "recommendation.take_position" for TakePosition,
    /// Fixes the agreed words.
    FormulateRecommendation = "recommendation.formulate" for SteerRecommendation,
    /// Records what a body decided.
    DecideRecommendation = "recommendation.decide" for SteerRecommendation,
    /// Says who is to carry it out.
    AddressRecommendation = "recommendation.address" for SteerRecommendation,
    /// Reports how far it is.
    ReportRecommendation = "recommendation.report" for ReportRecommendation,
    /// Looks at what was reported.
    ReviewRecommendation = "recommendation.review" for ReviewRecommendation,
    /// Says whether it says the same as another.
    LikenRecommendation = "recommendation.liken" for SteerRecommendation,
    /// Ends it.
    CloseRecommendation = "recommendation.close" for SteerRecommendation,
    /// Lets it go on.
    ReopenRecommendation = "recommendation.reopen" for SteerRecommendation,
    /// Puts another in its place.
    SupersedeRecommendation = "recommendation.supersede" for SteerRecommendation,
    /// Writes a programme down.
    OpenProgramme = "programme.open" for SteerProgramme,
    /// Puts its title into another language.
    TitleProgramme = "programme.title" for SteerProgramme,
    /// Lets a country take part.
    JoinProgramme = "programme.join" for SteerProgramme,
    /// Plans something in it.
    PlanActivity = "programme.plan" for SteerProgramme,
    /// Says that an activity took place.
    HoldActivity = "programme.hold" for SteerProgramme,
    /// Says that it did not.
    CancelActivity = "programme.cancel" for SteerProgramme,
    /// Says what came of it.
    BringOfActivity = "programme.bring" for SteerProgramme,
    /// Ends a programme.
    CloseProgramme = "programme.close" for SteerProgramme,
    /// Writes the first words of a partnership down.
    BeginPartnership = "partnership.begin" for SteerPartnership,
    /// Names an institution in it.
    NameParty = "partnership.party" for SteerPartnership,
    /// Writes what it is for.
    WritePurpose = "partnership.purpose" for SteerPartnership,
    /// Adds what a party does in it.
    AddMeasures = "partnership.measures" for KeepMeasures,
    /// Writes what is said about data.
    WriteData = "partnership.data" for SteerPartnership,
    /// Sets from when to when it holds.
    SetTerm = "partnership.term" for SteerPartnership,
    /// Sends the draft to the parties.
    ConsultPartnership = "partnership.consult" for SteerPartnership,
    /// Drafts it again.
    ReturnPartnership = "partnership.return" for SteerPartnership,
    /// Records a signature.
    SignPartnership = "partnership.sign" for SteerPartnership,
    /// Says how far a measure is.
    MoveMeasure = "partnership.move" for KeepMeasures,
    /// Records that the parties looked at it together.
    ReviewPartnership = "partnership.review" for SteerPartnership,
    /// Lets it hold longer.
    RenewPartnership = "partnership.renew" for SteerPartnership,
    /// Ends it.
    EndPartnership = "partnership.end" for SteerPartnership,
    /// Says how one's institution sees the cooperation.
    AssessPartnership = "partnership.assess" for AssessPartnership,
    /// Reminds of its end.
    WarnPartnership = "partnership.warn" for KeepTime,
    /// Calls a meeting.
    CallMeeting = "meeting.call" for SteerMeeting,
    /// Says that it took place.
    HoldMeeting = "meeting.hold" for SteerMeeting,
    /// Says what it decided on a recommendation.
    DecideAtMeeting = "meeting.decide" for SteerMeeting,
    /// Makes a task of a decision.
    ResolveAtMeeting = "meeting.resolve" for SteerMeeting,
    /// Writes its minutes.
    DraftMinutes = "meeting.draft" for SteerMeeting,
    /// Agrees its minutes.
    AgreeMinutes = "meeting.agree" for SteerMeeting,
    /// Plans a visit.
    PlanVisit = "visit.plan" for SteerProgramme,
    /// Says that the hosts agreed.
    ConfirmVisit = "visit.confirm" for SteerProgramme,
    /// Says what is done on a day of it.
    PlanVisitDay = "visit.plan_day" for SteerProgramme,
    /// Says that it took place.
    HoldVisit = "visit.hold" for SteerProgramme,
    /// Notes something of a day of it.
    NoteVisit = "visit.note" for NoteVisit,
    /// Writes down what was found on it.
    FindOnVisit = "visit.find" for NoteVisit,
    /// Makes a recommendation of a finding.
    RecommendFinding = "visit.recommend" for NoteVisit,
    /// Writes its report.
    ReportVisit = "visit.report" for NoteVisit,
    /// Tells what came of it.
    FollowUpVisit = "visit.follow_up" for SteerProgramme,
    /// Begins a plan.
    DraftPlan = "plan.draft" for WritePlan,
    /// Writes an item of a plan.
    AddItem = "plan.add" for WritePlan,
    /// Writes an item anew.
    ChangeItem = "plan.change" for WritePlan,
    /// Records that a body approved a plan.
    ApprovePlan = "plan.approve" for WritePlan,
    /// Puts it into force.
    EnforcePlan = "plan.enforce" for WritePlan,
    /// Begins its next version.
    AmendPlan = "plan.amend" for WritePlan,
    /// Reports how far an item is.
    ReportItem = "plan.report" for ReportPlan,
    /// Says whether an item carries out a recommendation.
    LinkItem = "plan.link" for WritePlan,
    /// Brings a table.
    BringTable = "import.bring" for WritePlan,
    /// Says which column of it means what.
    MapTable = "import.map" for WritePlan,
    /// Takes in what is right in it.
    TakeTable = "import.take" for WritePlan,
    /// Takes back what came in.
    UndoTable = "import.undo" for WritePlan,
    /// Forgets what was read of a file.
    DropTable = "import.drop" for WritePlan,
    /// Forgets it once the time for which it is kept has passed.
    ForgetTable = "import.forget" for KeepTime,
    /// Writes a practice down.
    RecordPractice = "practice.record" for WritePractice,
    /// Changes what it tells.
    ChangePractice = "practice.change" for ChangePractice,
    /// Says that it was read.
    ReviewPractice = "practice.review" for SteerPractice,
    /// Publishes it.
    PublishPractice = "practice.publish" for SteerPractice,
    /// Withdraws it.
    WithdrawPractice = "practice.withdraw" for SteerPractice,
    /// Adopts it for one's institution.
    AdoptPractice = "practice.adopt" for AdoptPractice,
    /// Adopts it as an action of a plan.
    PlanPractice = "practice.plan" for WritePlan,
    /// Registers an institution whose experts teach.
    RegisterExpertInstitution = "expert_institution.register" for WriteExpertInstitution,
    /// Changes what is known of it.
    ChangeExpertInstitution = "expert_institution.change" for WriteExpertInstitution,
    /// Notes what it gave.
    ContributeExpertInstitution = "expert_institution.contribute" for WriteExpertInstitution,
    /// Opens a reporting period.
    OpenPeriod = "period.open" for KeepTime,
    /// Closes it.
    ClosePeriod = "period.close" for JudgeReport,
    /// Writes a report.
    WriteReport = "report.write" for WriteReport,
    /// Hands it in.
    SubmitReport = "report.submit" for WriteReport,
    /// Gives it back.
    ReturnReport = "report.return" for JudgeReport,
    /// Accepts it.
    AcceptReport = "report.accept" for JudgeReport,
    /// Begins a correction of it.
    CorrectReport = "report.correct" for WriteReport,
    /// Lets the delay of a report reach the next who must know.
    EscalateReport = "report.escalate" for KeepTime,
    /// Drafts the national report.
    DraftNationalReport = "national_report.draft" for WriteNationalReport,
    /// Writes it on.
    EditNationalReport = "national_report.edit" for WriteNationalReport,
    /// Writes down that it was approved.
    ApproveNationalReport = "national_report.approve" for WriteNationalReport,
    /// Plans a training.
    PlanTraining = "training.plan" for WriteTraining,
    /// Plans it otherwise.
    ChangeTraining = "training.change" for WriteTraining,
    /// Registers those of a function of an institution.
    EnrolInTraining = "training.enrol" for WriteTraining,
    /// Says that it took place.
    HoldTraining = "training.hold" for WriteTraining,
    /// Counts who came.
    CountAttendance = "training.attend" for WriteTraining,
    /// Writes down what a group learnt.
    ScoreTraining = "training.score" for WriteTraining,
    /// Writes down what participants say of it.
    AnswerTraining = "training.answer" for WriteTraining,
    /// Says what came of it.
    ReportTraining = "training.report" for WriteTraining,
    /// Calls it off.
    CancelTraining = "training.cancel" for WriteTraining,
    /// Issues certificates to some of those who came.
    IssueCertificates = "certificate.issue" for WriteTraining,
    /// Withdraws one.
    WithdrawCertificate = "certificate.withdraw" for WriteTraining,
    /// Registers an organisation with its people.
    RegisterOrganisation = "organisation.register" for RegisterOrganisation,
    /// Opens a function.
    OpenFunction = "function.open" for RegisterOrganisation,
    /// Changes a function's title, phone or head.
    ChangeFunction = "function.change" for RegisterOrganisation,
    /// Closes a function.
    CloseFunction = "function.close" for RegisterOrganisation,
    /// Suspends an account, or gives it a role.
    SetRights = "account.set_rights" for RegisterOrganisation,
    /// Ends every session of one's own account.
    SignOutEverywhere = "account.sign_out_everywhere" for ReadList,
    /// Forgets a file.
    Forget = "case.forget" for Forget,
}

/// What an act would be done to, as far as its reader sees it.
#[derive(Clone, Copy)]
pub(crate) enum On<'s> {
    /// A file as a whole.
    Case(&'s Case),
    /// Something that was told, of a file.
    Detail(&'s Told),
    /// A screening of a file.
    Screening(&'s Screening),
    /// A consent or refusal of a file.
    Consent(&'s Consent),
    /// A need of a file.
    Need(&'s Need),
    /// A referral.
    Referral(&'s Referral),
    /// A task, and whether the rule that opened it still asks for it.
    Task(&'s Task, bool),
    /// A place, and whether a hold on it runs.
    Place(PlaceState, bool),
    /// A recommendation.
    Recommendation(&'s Recommendation),
    /// A programme, on a day.
    Programme(&'s Programme, Day),
    /// A partnership, as it stands on a day.
    Partnership(&'s Partnership, Day),
    /// A meeting, on a day.
    Meeting(&'s Meeting, Day),
    /// A visit, on a day.
    Visit(&'s Visit, Day),
    /// A plan, or an item of it.
    Plan(&'s Plan),
    /// A practice.
    Practice(&'s Practice),
    /// An institution whose experts teach.
    ExpertInstitution,
    /// A period, on a day.
    Period(&'s Period, Day),
    /// A report, in its period.
    Report(&'s Report, &'s Period),
    /// A national report.
    NationalReport(&'s NationalReport),
    /// A training, on a day.
    Training(&'s Training, Day),
}

impl Act {
    /// Whether this is done to such a thing as it stands: the first half of the act's own decision.
    pub(crate) fn fits(self, on: On<'_>, context: &Context) -> bool {
        match on {
            On::Case(case) => self.fits_case(case, context),
            On::Detail(told) => self == Act::CorrectDetail && told.replaced_by.is_none(),
            On::Screening(screening) => match self {
                Act::AnswerScreening | Act::ConcludeScreening => screening.is_running().is_ok(),
                _ => false,
            },
            On::Consent(say) => self == Act::WithdrawConsent && say.may_be_withdrawn().is_ok(),
            On::Need(need) => self == Act::EndNeed && need.may_end(),
            On::Referral(referral) => self.of_referral().is_some_and(|act| act.fits(referral).is_ok()),
            On::Task(task, owed) => {
                let act = match self {
                    Act::CancelTask => task::Act::Cancel,
                    Act::FinishTask => task::Act::Finish,
                    Act::TellChildProtection => task::Act::TellChildProtection,
                    _ => return false,
                };
                act.fits(task, owed).is_ok()
            }
            On::Plan(on) => self.of_plan().is_some_and(|act| act.fits(on).is_ok()),
            On::Practice(on) => {
                let by = context.actor.organisation;
                self.of_practice().is_some_and(|act| act.fits(on, by).is_ok())
            }
            On::ExpertInstitution => matches!(self, Act::ChangeExpertInstitution | Act::ContributeExpertInstitution),
            On::Recommendation(on) => self.of_recommendation().is_some_and(|act| act.fits(on).is_ok()),
            On::Programme(on, today) => self.of_programme().is_some_and(|act| act.fits_on(on, today).is_ok()),
            On::Partnership(on, today) => self.of_partnership().is_some_and(|act| act.fits(on, today).is_ok()),
            On::Meeting(on, today) => self.of_meeting().is_some_and(|act| act.fits_on(on, today).is_ok()),
            On::Visit(on, today) => self.of_visit().is_some_and(|act| act.fits_on(on, today).is_ok()),
            On::Period(on, today) => match self {
                Act::ClosePeriod => period::Act::Close.fits(on, today).is_ok(),
                Act::DraftNationalReport => period::Act::Draft.fits(on, today).is_ok(),
                _ => false,
            },
            On::Report(on, period) => self.of_report().is_some_and(|act| act.fits(on, period).is_ok()),
            On::NationalReport(on) => match self {
                Act::EditNationalReport => national_report::Act::Edit.fits(on).is_ok(),
                Act::ApproveNationalReport => national_report::Act::Approve.fits(on).is_ok(),
                _ => false,
            },
            On::Training(on, today) => self.of_training().is_some_and(|act| act.fits_on(on, today).is_ok()),
            On::Place(state, held) => {
                let acts: &[place::Act] = match self {
                    Act::FreePlace => &[place::Act::Free],
                    Act::ReleasePlace => &[place::Act::Release],
                    Act::SetPlaceInUse => &[place::Act::Close, place::Act::Open],
                    _ => return false,
                };
                acts.iter().any(|act| act.fits(state, held).is_ok())
            }
        }
    }
}

/// What this reader may do to it now, as far as they see it.
pub(crate) fn offered(permit: &Permit, on: On<'_>, context: &Context) -> Vec<Act> {
    offered_by(|action| permit.also(action), on, context)
}

/// The same where no permit was asked for the thing itself.
pub(crate) fn offered_by(allows: impl Fn(Action) -> bool, on: On<'_>, context: &Context) -> Vec<Act> {
    let allowed = Act::ALL.iter().filter(|act| allows(act.action()));
    allowed.filter(|act| act.fits(on, context)).copied().collect()
}
