//! Every use case with an input that is taken, and the files on which they are played: one for each stage.
use crate::common::TestSite;
use tempfile::TempDir;
use tiltas_app::{
    Act, Error,
    case::{self, file::Folder},
    clock, consent, detail, need, note, place, proceeding, provider, referral, risk, screening, signal, task,
};
use tiltas_domain::{
    Answer, Field, Fields, Id, Moment, OfCase, Role, Root, Sensitive,
    case::{Case, Urgency},
    consent::{AddConsent, Recipient, Withdraw},
    content::{HealthNote, Message, NoteText, Phone},
    detail::{Correct, Detail, Details},
    example::{self, Who},
    need::{End, Kind, Needs, Pressing},
    note::Add,
    provider::{Provider, Service},
    referral::{
        How, Outcome, Reason, Referral, WithdrawnBecause,
        answer::Answer as Reply,
        send::{Draft, Send},
    },
    risk::{Assess, Channel, Event, Level, Safety},
    screening::{Decision, Page, Screenings},
    task::{State, Task, Work, Write},
};
use tiltas_store::views::ending::Over;

/// How far a file has gone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stage {
    /// A referral waits.
    Sent,
    /// Its receiver asked first.
    Asked,
    /// It was accepted.
    Accepted,
    /// The service runs.
    Started,
    /// The service ended; its house keeps a record.
    Ended,
    /// The lead is offered to Podul Alb.
    Offered,
    /// A child's notice is owed.
    Child,
    /// A screening runs.
    Screened,
    /// Podul Alb took the lead, and passed it on to the team.
    Passed,
}

const STAGES: [Stage; 9] = [
    Stage::Sent,
    Stage::Ended,
    Stage::Asked,
    Stage::Accepted,
    Stage::Started,
    Stage::Offered,
    Stage::Child,
    Stage::Screened,
    Stage::Passed,
];

/// What an act is done to.
#[derive(Clone, Copy, Debug)]
pub struct Ids {
    pub case: Id<Case>,
    pub referral: Option<Id<Referral>>,
}

/// One use case, done once.
pub struct Example {
    pub act: Act,
    pub stage: Stage,
    /// After so many minutes.
    pub minutes: i64,
    pub done: fn(&TestSite, Ids) -> Result<(), Error>,
}

/// A node on which a file of each stage lies, closed.
pub struct Base {
    pub folder: TempDir,
    pub now: Moment,
    ids: Vec<(Stage, Ids)>,
}

const OFFICER: (Who, Role) = (Who::BorderPost, Role::FirstResponder);
const MANAGER: (Who, Role) = (Who::PodulAlb, Role::CaseManager);
const TEAM: (Who, Role) = (Who::Team, Role::ContactPoint);
const HOUSE: (Who, Role) = (Who::CasaLiman, Role::Provider);
const REFUSED: (Who, Role) = (Who::AdapostRasarit, Role::Provider);

impl Base {
    pub fn build() -> Base {
        let site = TestSite::new();
        let ids = STAGES.map(|stage| (stage, file(&site, stage))).to_vec();
        site.pass(5);
        let now = site.now();
        Base {
            folder: site.closed(),
            now,
            ids,
        }
    }

    pub fn all(&self) -> impl Iterator<Item = (Stage, Ids)> + '_ {
        self.ids.iter().copied()
    }

    pub fn ids(&self, stage: Stage) -> Ids {
        let found = self.ids.iter().find(|(known, _)| *known == stage);
        found.expect("a file of each stage").1
    }
}

fn by(site: &TestSite, (who, role): (Who, Role)) -> Root {
    site.context(who, role)
}

fn house(site: &TestSite, who: Who) -> Id<Provider> {
    let all = provider::directory(&site.app, &by(site, OFFICER)).expect("providers");
    let found = all.iter().find(|line| line.offer.name == who.name());
    found.expect("a house").provider
}

fn told() -> Fields {
    Fields::of(&[
        Field::SpokenName,
        Field::Person,
        Field::Work,
        Field::Health,
        Field::Phone,
        Field::SafeContact,
        Field::Risk,
    ])
}

fn said(to: Recipient, answer: Answer) -> AddConsent {
    example::say(to, answer, if answer == Answer::Yes { told() } else { Fields::NONE })
}

fn send(case: Id<Case>, to: Id<Provider>) -> Send {
    Send {
        words: Some(Message::wrap("words".to_owned())),
        ..example::send(case, to, told())
    }
}

fn words() -> Message {
    Message::wrap("words".to_owned())
}

/// A file with something told, with a receiver that said no, with a police unit that knows that it exists, gone to its stage.
fn file(site: &TestSite, stage: Stage) -> Ids {
    let app = &site.app;
    let mut record = example::signal();
    if stage == Stage::Child {
        record.person = example::unsure_of_age();
    }
    let (case, _) = signal::record(app, &by(site, OFFICER), &record).expect("recorded");
    let phone = Detail::Phone(Phone::wrap("069 000".to_owned()).into());
    detail::tell(app, &by(site, OFFICER), case, &phone).expect("told");
    risk::assess(app, &by(site, OFFICER), case, &assessment(Level::High)).expect("assessed");
    let says = [Service::Shelter, Service::CaseManagement].map(|of| said(Recipient::Service(of), Answer::Yes));
    consent::record(app, &by(site, OFFICER), case, &says).expect("said");
    if stage != Stage::Child {
        proceeding::note(app, &by(site, OFFICER), case, site.organisation(Who::Police)).expect("noted");
    }
    let none = Ids { case, referral: None };
    let team = site.organisation(Who::Team);
    let podul = site.organisation(Who::PodulAlb);
    match stage {
        Stage::Child => return none,
        Stage::Screened => {
            screening::start(app, &by(site, OFFICER), case, "in_person 2").expect("started");
            return none;
        }
        Stage::Offered | Stage::Passed => {
            case::offer_lead(app, &by(site, OFFICER), case, podul).expect("offered");
            if stage == Stage::Passed {
                case::answer_lead(app, &by(site, MANAGER), case, true).expect("taken");
                case::offer_lead(app, &by(site, MANAGER), case, team).expect("offered");
                case::answer_lead(app, &by(site, TEAM), case, true).expect("taken");
            }
            return none;
        }
        Stage::Sent | Stage::Asked | Stage::Accepted | Stage::Started | Stage::Ended => {}
    }
    let no = send(case, house(site, REFUSED.0));
    let (refused, _) = referral::send(app, &by(site, OFFICER), &no).expect("sent");
    referral::answer(app, &by(site, REFUSED), refused, &Reply::NoCapacity { words: None }).expect("answered");
    let waits = Send {
        hold: stage == Stage::Sent,
        ..send(case, house(site, HOUSE.0))
    };
    let (sent, _) = referral::send(app, &by(site, OFFICER), &waits).expect("sent");
    if stage == Stage::Asked {
        referral::ask(app, &by(site, HOUSE), sent, &words()).expect("asked");
    }
    if matches!(stage, Stage::Accepted | Stage::Started | Stage::Ended) {
        referral::answer(app, &by(site, HOUSE), sent, &accept()).expect("accepted");
    }
    if stage == Stage::Ended {
        referral::start(app, &by(site, HOUSE), sent).expect("started");
        referral::complete(app, &by(site, HOUSE), sent, Outcome::ServiceGiven, None).expect("ended");
    }
    if stage == Stage::Started {
        referral::start(app, &by(site, HOUSE), sent).expect("started");
        task::write(app, &by(site, OFFICER), case, &written()).expect("written");
        // Its receiver owes to take what was corrected.
        let ids = Ids { case, referral: None };
        let phone = kept::<Details>(site, ids)
            .0
            .into_iter()
            .rfind(|told| told.value.field() == Field::Phone);
        let replaces = phone.expect("a phone").id;
        let value = Detail::Phone(Phone::wrap("069 222".to_owned()).into());
        detail::correct(app, &by(site, OFFICER), case, &Correct { replaces, value }).expect("corrected");
    }
    Ids {
        case,
        referral: Some(sent),
    }
}

fn accept() -> Reply {
    Reply::Accept {
        place: None,
        words: None,
    }
}

fn assessment(level: Level) -> Assess {
    Assess {
        assessment: Event {
            level,
            with_person: Answer::Yes,
            channels: vec![(Channel::Call, Safety::Care)],
            safe_contact: None,
            feared: Vec::new(),
            plan: None,
        },
    }
}

fn state(site: &TestSite, ids: Ids) -> Case {
    let snapshot = site.app.store().snapshot().expect("a snapshot");
    snapshot.state(ids.case).expect("a state").0.expect("a file")
}

/// What a slice keeps of the case.
pub fn kept<K: OfCase + Default>(site: &TestSite, ids: Ids) -> K {
    let snapshot = site.app.store().snapshot().expect("a snapshot");
    snapshot
        .state(ids.case.of::<K>())
        .expect("a state")
        .0
        .unwrap_or_default()
}

/// The open task of the case that this organisation is to do.
fn task_for(site: &TestSite, ids: Ids, who: (Who, Role)) -> Id<Task> {
    let ours = site.organisation(who.0);
    let snapshot = site.app.store().snapshot().expect("a snapshot");
    let folder = Folder::fold(snapshot.files(&[ids.case]).expect("lines")).expect("a file");
    let open = |task: &Task| task.state == State::Open && task.opened.assignee.organisation == ours;
    let found = folder.tasks.iter().find(|(_, task)| open(task));
    found.expect("a task").0
}

fn needed() -> tiltas_domain::need::Record {
    tiltas_domain::need::Record {
        kind: Kind::MentalHealth,
        pressing: Pressing::Urgent,
        words: Some(words()),
    }
}

fn written() -> Write {
    Write {
        work: Work::Written(words().into()),
        organisation: None,
        function: None,
        due: None,
    }
}

/// The place of the service that runs is free again.
fn freed(site: &TestSite, ids: Ids) -> Result<tiltas_app::Receipt, Error> {
    let which = house(site, HOUSE.0);
    let snapshot = site.app.store().snapshot().expect("a snapshot");
    let provider: Provider = snapshot.state(which).expect("a state").0.expect("a house");
    drop(snapshot);
    let place = provider.places.iter().find(|place| place.referral == ids.referral);
    let label = place.expect("a place that is taken").label.clone();
    place::free(&site.app, &by(site, HOUSE), which, &label, ids.referral)
}

fn sent(ids: Ids) -> Id<Referral> {
    ids.referral.expect("a referral")
}

fn tick(site: &TestSite, wanted: fn(&clock::Done) -> bool) -> Result<(), Error> {
    let done = clock::tick(&site.app, site.now(), 100, crate::duty::seed)?;
    assert!(done.iter().any(wanted), "time did {done:?}");
    Ok(())
}

/// What a person's word does beside beginning and ending: a yes that shortens, one that narrows, and one with which an offer of the
/// lead ends sooner.
pub fn other_words() -> [Example; 3] {
    fn yes(site: &TestSite, ids: Ids, of: Service, fields: Fields, days: Option<i64>) -> Result<(), Error> {
        let word = AddConsent {
            fields,
            until: days.map(|days| site.now().plus_hours(days * 24)),
            ..said(Recipient::Service(of), Answer::Yes)
        };
        consent::record(&site.app, &by(site, OFFICER), ids.case, &[word]).map(|_| ())
    }
    let word = |stage, done| Example {
        act: Act::RecordConsent,
        stage,
        minutes: 0,
        done,
    };
    [
        word(Stage::Started, |s, i| yes(s, i, Service::Shelter, told(), Some(2))),
        word(Stage::Started, |s, i| yes(s, i, Service::Shelter, Fields::ALWAYS, None)),
        word(Stage::Offered, |s, i| {
            yes(s, i, Service::CaseManagement, told(), Some(1))
        }),
    ]
}

/// How the use case is played once, with an example that is taken; `None` for those that write nothing about a person: what they
/// write is read by everybody, or by the organisation itself.
pub fn example(act: Act) -> Option<Example> {
    macro_rules! play {
        ($stage:ident, $minutes:literal, |$site:ident, $ids:ident| $done:expr) => {
            Some(Example {
                act,
                stage: Stage::$stage,
                minutes: $minutes,
                done: |$site, $ids| $done.map(|_| ()),
            })
        };
    }
    match act {
        Act::RegisterOrganisation
        | Act::ListProvider
        | Act::ChangeProvider
        | Act::SetPlaceInUse
        | Act::OpenFunction
        | Act::ChangeFunction
        | Act::CloseFunction
        | Act::SetRights
        | Act::RecordRecommendation
        | Act::TranslateRecommendation
        | Act::DiscussRecommendation
        | Act::TakePosition
        | Act::FormulateRecommendation
        | Act::DecideRecommendation
        | Act::AddressRecommendation
        | Act::ReportRecommendation
        | Act::ReviewRecommendation
        | Act::LikenRecommendation
        | Act::CloseRecommendation
        | Act::ReopenRecommendation
        | Act::SupersedeRecommendation
        | Act::OpenProgramme
        | Act::TitleProgramme
        | Act::JoinProgramme
        | Act::PlanActivity
        | Act::HoldActivity
        | Act::CancelActivity
        | Act::BringOfActivity
        | Act::CloseProgramme
        | Act::BeginPartnership
        | Act::NameParty
        | Act::WritePurpose
        | Act::AddMeasures
        | Act::WriteData
        | Act::SetTerm
        | Act::ConsultPartnership
        | Act::ReturnPartnership
        | Act::SignPartnership
        | Act::MoveMeasure
        | Act::ReviewPartnership
        | Act::RenewPartnership
        | Act::EndPartnership
        | Act::AssessPartnership
        | Act::WarnPartnership
        | Act::CallMeeting
        | Act::HoldMeeting
        | Act::DecideAtMeeting
        | Act::ResolveAtMeeting
        | Act::DraftMinutes
        | Act::AgreeMinutes
        | Act::PlanVisit
        | Act::ConfirmVisit
        | Act::PlanVisitDay
        | Act::HoldVisit
        | Act::NoteVisit
        | Act::FindOnVisit
        | Act::RecommendFinding
        | Act::ReportVisit
        | Act::FollowUpVisit
        | Act::DraftPlan
        | Act::AddItem
        | Act::ChangeItem
        | Act::ApprovePlan
        | Act::EnforcePlan
        | Act::AmendPlan
        | Act::ReportItem
        | Act::LinkItem
        | Act::BringTable
        | Act::MapTable
        | Act::TakeTable
        | Act::UndoTable
        | Act::DropTable
        | Act::ForgetTable
        | Act::RecordPractice
        | Act::ChangePractice
        | Act::ReviewPractice
        | Act::PublishPractice
        | Act::WithdrawPractice
        | Act::AdoptPractice
        | Act::PlanPractice
        | Act::RegisterExpertInstitution
        | Act::ChangeExpertInstitution
        | Act::ContributeExpertInstitution
        | Act::OpenPeriod
        | Act::ClosePeriod
        | Act::WriteReport
        | Act::SubmitReport
        | Act::ReturnReport
        | Act::AcceptReport
        | Act::CorrectReport
        | Act::EscalateReport
        | Act::DraftNationalReport
        | Act::EditNationalReport
        | Act::ApproveNationalReport
        | Act::PlanTraining
        | Act::ChangeTraining
        | Act::EnrolInTraining
        | Act::HoldTraining
        | Act::CountAttendance
        | Act::ScoreTraining
        | Act::AnswerTraining
        | Act::ReportTraining
        | Act::CancelTraining
        | Act::IssueCertificates
        | Act::WithdrawCertificate
        | Act::SignOutEverywhere => None,
        Act::RecordSignal => play!(Sent, 0, |s, _ids| signal::record(
            &s.app,
            &by(s, TEAM),
            &example::signal()
        )),
        Act::TellDetail => play!(Sent, 0, |s, i| {
            let value = Detail::Health(HealthNote::wrap("well".to_owned()).into());
            detail::tell(&s.app, &by(s, OFFICER), i.case, &value)
        }),
        Act::CorrectDetail => play!(Started, 0, |s, i| {
            let replaces = kept::<Details>(s, i).0.last().expect("a detail").id;
            let value = Detail::Phone(Phone::wrap("069 111".to_owned()).into());
            detail::correct(&s.app, &by(s, OFFICER), i.case, &Correct { replaces, value })
        }),
        Act::Describe => play!(Accepted, 0, |s, i| {
            case::describe(&s.app, &by(s, OFFICER), i.case, &example::unsure_of_age())
        }),
        Act::AssessRisk => play!(Passed, 0, |s, i| risk::assess(
            &s.app,
            &by(s, TEAM),
            i.case,
            &assessment(Level::Imminent)
        )),
        Act::RecordNeed => play!(Started, 0, |s, i| need::record(
            &s.app,
            &by(s, OFFICER),
            i.case,
            &needed()
        )),
        Act::EndNeed => play!(Started, 0, |s, i| {
            need::record(&s.app, &by(s, OFFICER), i.case, &needed())?;
            let which = kept::<Needs>(s, i).0.last().expect("a need").id;
            need::end(&s.app, &by(s, OFFICER), i.case, which, End::Withdrawn)
        }),
        Act::AddNote => play!(Started, 0, |s, i| {
            let add = Add {
                adds_to: None,
                own_words: true,
                text: NoteText::wrap("note".to_owned()),
            };
            note::add(&s.app, &by(s, OFFICER), i.case, &add)
        }),
        Act::StartScreening => play!(Passed, 0, |s, i| screening::start(
            &s.app,
            &by(s, TEAM),
            i.case,
            "in_person 2"
        )),
        Act::AnswerScreening => play!(Screened, 0, |s, i| {
            let screening = kept::<Screenings>(s, i).0.last().expect("a screening").id;
            let page = Page {
                urgency: Some(Urgency::DangerNow),
                person: Some(example::woman()),
                ..Page::default()
            };
            screening::answer(&s.app, &by(s, OFFICER), i.case, screening, &page)
        }),
        Act::ConcludeScreening => play!(Screened, 0, |s, i| {
            let screening = kept::<Screenings>(s, i).0.last().expect("a screening").id;
            screening::conclude(&s.app, &by(s, OFFICER), i.case, screening, Decision::Refer, true, None)
        }),
        Act::RecordConsent => play!(Started, 0, |s, i| {
            consent::record(&s.app, &by(s, OFFICER), i.case, &[said(Recipient::Police, Answer::No)])
        }),
        Act::WithdrawConsent => play!(Offered, 0, |s, i| {
            let say = state(s, i).consents.first().expect("a say").said.say;
            consent::withdraw(
                &s.app,
                &by(s, OFFICER),
                i.case,
                Withdraw {
                    say,
                    sharing: true,
                    service: true,
                },
            )
        }),
        Act::DraftReferral => play!(Started, 0, |s, i| {
            let draft = Draft {
                case: i.case,
                draft: None,
                to: None,
                urgency: Urgency::Ordinary,
                services: vec![Service::LegalAid],
                words: Some(words()),
            };
            referral::draft(&s.app, &by(s, OFFICER), &draft)
        }),
        Act::SendReferral => play!(Offered, 0, |s, i| {
            referral::send(&s.app, &by(s, OFFICER), &send(i.case, house(s, HOUSE.0)))
        }),
        Act::WithdrawReferral => play!(Sent, 0, |s, i| {
            referral::withdraw(&s.app, &by(s, OFFICER), sent(i), WithdrawnBecause::WrongReceiver)
        }),
        Act::AcknowledgeReferral => play!(Sent, 0, |s, i| referral::acknowledge(&s.app, &by(s, HOUSE), sent(i))),
        Act::TellByPhone => play!(Sent, 0, |s, i| {
            let how = How::ByPhone {
                function: "Night coordinator".to_owned(),
                at: s.now(),
            };
            referral::told_by_phone(&s.app, &by(s, OFFICER), sent(i), &how)
        }),
        Act::AskReferral => play!(Sent, 0, |s, i| referral::ask(&s.app, &by(s, HOUSE), sent(i), &words())),
        Act::ReplyReferral => play!(Asked, 0, |s, i| referral::reply(
            &s.app,
            &by(s, OFFICER),
            sent(i),
            &words()
        )),
        Act::AnswerReferral => play!(Sent, 0, |s, i| {
            let no = Reply::Refuse {
                reason: Reason::Other,
                words: Some(words()),
            };
            referral::answer(&s.app, &by(s, HOUSE), sent(i), &no)
        }),
        Act::StartService => play!(Accepted, 0, |s, i| referral::start(&s.app, &by(s, HOUSE), sent(i))),
        Act::EndService => play!(Started, 0, |s, i| {
            referral::complete(&s.app, &by(s, HOUSE), sent(i), Outcome::ALL[0], None)
        }),
        Act::FailService => play!(Started, 0, |s, i| referral::fail(
            &s.app,
            &by(s, HOUSE),
            sent(i),
            &words()
        )),
        Act::EscalateReferral => play!(Sent, 600, |s, _ids| tick(s, |done| matches!(
            done,
            clock::Done::Escalated(..)
        ))),
        Act::ExpireReferral => play!(Sent, 40320, |s, _ids| tick(s, |done| matches!(
            done,
            clock::Done::Expired(_)
        ))),
        Act::NoteProceeding => play!(Child, 0, |s, i| {
            proceeding::note(&s.app, &by(s, OFFICER), i.case, s.organisation(Who::Police))
        }),
        Act::OfferLead => play!(Sent, 0, |s, i| {
            case::offer_lead(&s.app, &by(s, OFFICER), i.case, s.organisation(Who::PodulAlb))
        }),
        Act::WithdrawLeadOffer => play!(Offered, 0, |s, i| case::withdraw_lead_offer(
            &s.app,
            &by(s, OFFICER),
            i.case
        )),
        Act::AnswerLead => play!(Offered, 0, |s, i| case::answer_lead(
            &s.app,
            &by(s, MANAGER),
            i.case,
            true
        )),
        Act::TakeLead => play!(Sent, 130, |s, i| {
            tick(s, |done| matches!(done, clock::Done::Escalated(..)))?;
            case::take_lead(&s.app, &by(s, TEAM), i.case)
        }),
        Act::LapseLeadOffer => play!(Offered, 4400, |s, _ids| tick(s, |done| matches!(
            done,
            clock::Done::Ended(Over::LeadOffer(_))
        ))),
        Act::EndRecord => play!(Ended, 140000, |s, _ids| tick(s, |done| matches!(
            done,
            clock::Done::Ended(Over::Record(..))
        ))),
        Act::NoteAttempt => play!(Sent, 0, |s, i| {
            let about = tiltas_domain::attempt::About::Referral(sent(i));
            let note = tiltas_domain::attempt::Note {
                whom: "Night coordinator".to_owned(),
                at: s.now(),
                outcome: tiltas_domain::attempt::Outcome::ALL[0],
                words: None,
            };
            tiltas_app::attempt::note(&s.app, &by(s, OFFICER), about, &note)
        }),
        Act::WriteTask => play!(Started, 0, |s, i| {
            let function = s.account(Who::BorderPost, Role::Supervisor).function;
            let command = Write { function, ..written() };
            task::write(&s.app, &by(s, OFFICER), i.case, &command)
        }),
        Act::CancelTask => play!(Started, 0, |s, i| {
            task::cancel(&s.app, &by(s, OFFICER), task_for(s, i, OFFICER), &words())
        }),
        Act::EscalateTask => play!(Child, 40320, |s, _ids| tick(s, |done| matches!(
            done,
            clock::Done::Told(..)
        ))),
        Act::ForgetTask => play!(Started, 0, |s, _ids| {
            let (task, _) = task::write(&s.app, &by(s, OFFICER), None, &written())?;
            task::finish(&s.app, &by(s, OFFICER), task, Some(&words()))?;
            // Far enough for every country's time to be over; the node's own clock stands.
            let later = s.now().plus_minutes(10 * 365 * 24 * 60);
            task::forget_all_over(&s.app, later, crate::duty::seed).map(drop)
        }),
        Act::FinishTask => play!(Started, 0, |s, i| {
            let task = task_for(s, i, HOUSE);
            task::finish(&s.app, &by(s, HOUSE), task, None)
        }),
        Act::TellChildProtection => play!(Child, 0, |s, i| {
            let task = task_for(s, i, OFFICER);
            let authority = s.organisation(Who::ChildProtection);
            task::tell_child_protection(&s.app, &by(s, OFFICER), task, authority)
        }),
        Act::FreePlace => play!(Started, 0, |s, i| freed(s, i)),
        Act::GivePlace => play!(Started, 0, |s, i| {
            freed(s, i)?;
            referral::give_place(&s.app, &by(s, HOUSE), sent(i), "2 B")
        }),
        Act::ReleasePlace => play!(Sent, 0, |s, i| place::release(
            &s.app,
            &by(s, HOUSE),
            house(s, HOUSE.0),
            sent(i)
        )),
        Act::Forget => play!(Sent, 0, |s, i| case::forget(
            &s.app,
            &by(s, (Who::PodulAlb, Role::DataProtection)),
            i.case
        )),
    }
}
