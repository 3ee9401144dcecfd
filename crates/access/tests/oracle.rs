//! Who may do what, told a second time from the promises and not from the policy: role by role, in the words of those who
//! work. For each subject the whole set of its facts is asked of both, with every field and every kind of record.
#![expect(clippy::disallowed_methods, reason = "the policy itself is asked here")]
use tiltas_access::{
    Action, CaseFacts, Facts, OwnFacts, Part, Permit, Record, ReferralFacts, Scope, Side, Subject, TaskEnd, TaskFacts,
    Withheld, permit,
};
use tiltas_domain::{Class, Context, Field, Fields, Id, Role, example};

/// What is assumed of an organisation in one question; the promises are told from this.
#[derive(Clone, Copy, Debug)]
struct Told {
    part: Part,
    side: Side,
    reached: bool,
    reason: bool,
    own: bool,
    end: TaskEnd,
    disclosed: Fields,
    /// About nothing, a case, a referral, a task, or a thing of one's own.
    about: About,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum About {
    Nothing,
    Case,
    Referral,
    Task,
    Own,
}

impl Told {
    const NOTHING: Told = Told {
        part: Part::None,
        side: Side::None,
        reached: false,
        reason: false,
        own: false,
        end: TaskEnd::None,
        disclosed: Fields::NONE,
        about: About::Nothing,
    };

    fn facts(self) -> Facts {
        let case = CaseFacts::assumed(self.part, self.reached, self.reason, self.disclosed);
        match self.about {
            About::Nothing => Facts::None,
            About::Case => case.into(),
            About::Referral => ReferralFacts::assumed(case, self.side).into(),
            About::Task => TaskFacts::assumed(case, self.end).into(),
            About::Own => OwnFacts::assumed(self.own).into(),
        }
    }

    fn leads(self) -> bool {
        self.part == Part::Lead
    }

    fn takes_part(self) -> bool {
        self.part != Part::None
    }
}

const YES_NO: [bool; 2] = [false, true];

/// Everything that can be assumed about a case, but for what was disclosed.
fn cases() -> impl Iterator<Item = Told> {
    Part::ALL.into_iter().flat_map(|part| {
        YES_NO.into_iter().flat_map(move |reached| {
            YES_NO.into_iter().map(move |reason| Told {
                part,
                reached,
                reason,
                about: About::Case,
                ..Told::NOTHING
            })
        })
    })
}

/// Everything that can be assumed, of every subject.
fn all() -> impl Iterator<Item = Told> {
    let referrals = cases().flat_map(|case| {
        Side::ALL.into_iter().map(move |side| Told {
            side,
            about: About::Referral,
            ..case
        })
    });
    let tasks = cases().flat_map(|case| {
        TaskEnd::ALL.into_iter().map(move |end| Told {
            end,
            about: About::Task,
            ..case
        })
    });
    let own = YES_NO.into_iter().map(|own| Told {
        own,
        about: About::Own,
        ..Told::NOTHING
    });
    [Told::NOTHING]
        .into_iter()
        .chain(cases())
        .chain(referrals)
        .chain(tasks)
        .chain(own)
}

fn context(role: Role) -> Context {
    let mut context = example::context(example::Who::PodulAlb.actor(Role::CaseManager), example::NIGHT, 1);
    context.actor.role = role;
    context
}

fn ask(role: Role, action: Action, told: Told) -> Option<Permit> {
    permit(
        &context(role),
        action,
        Subject::Case(Id::from_bytes([7; 16])),
        told.facts(),
    )
    .ok()
}

/// Practices and expert institutions: all who work on policy read what is published; a draft is its writer's and the secretariat's.
fn practices(role: Role, action: Action, facts: Told) -> Option<bool> {
    use Action as A;
    let writes = matches!(role, Role::Secretariat | Role::Expert | Role::Organiser);
    let own = facts.own || role == Role::Secretariat;
    Some(match action {
        A::ReadPractices => POLICY.contains(&role),
        A::ReadDraftPractice => POLICY.contains(&role) && own,
        A::WritePractice | A::AdoptPractice => writes,
        A::ChangePractice => writes && own,
        A::SteerPractice => role == Role::Secretariat,
        A::WriteExpertInstitution => writes && role != Role::Expert,
        _ => return None,
    })
}

/// Those who work on plan and recommendations, and with no case.
const POLICY: [Role; 6] = [
    Role::Secretariat,
    Role::FocalFunction,
    Role::Rapporteur,
    Role::Expert,
    Role::Organiser,
    Role::Observer,
];

/// What each role does in the mechanism. A role that is not named for an action never does it.
fn may(role: Role, action: Action, facts: Told) -> bool {
    use Action as A;
    // What everyone with a desk may look up: their own lists and who is there to help.
    if matches!(action, A::ReadList | A::ReadProviders | A::ReadOrganisations) {
        return role != Role::Clock;
    }
    if let Some(answer) = practices(role, action, facts) {
        return answer;
    }
    if let Some(may) = reports(role, action, facts) {
        return may;
    }
    if let Some(answer) = teaches(role, action, facts) {
        return answer;
    }
    match role {
        // The machine keeps time and does nothing else.
        Role::Clock => action == A::KeepTime,
        // Looks after how its organisation handles data: sees who looked where it takes part, or was reached, and never what
        // was written; forgets by law.
        Role::DataProtection => match action {
            A::ReadAudit => facts.takes_part() || facts.reached,
            A::SearchAudit | A::Forget => true,
            _ => false,
        },
        // They work on plan and recommendations, and with no case.
        Role::Secretariat => matches!(
            action,
            A::ReadRecommendations
                | A::RecordRecommendation
                | A::SteerRecommendation
                | A::ReviewRecommendation
                | A::ReadProgrammes
                | A::SteerProgramme
                | A::ReadPartnerships
                | A::SteerPartnership
                | A::KeepMeasures
                | A::NoteVisit
                | A::ReadPlans
                | A::WritePlan
                | A::ReportPlan
                | A::ReadMeetings
                | A::SteerMeeting
        ),
        // Speaks for its institution: what it thinks, what it did.
        Role::FocalFunction => match action {
            A::ReadRecommendations | A::ReadProgrammes | A::ReadPlans | A::ReadPartnerships => true,
            A::ReadMeetings
            | A::TakePosition
            | A::ReportRecommendation
            | A::ReportPlan
            | A::KeepMeasures
            | A::AssessPartnership => facts.own,
            _ => false,
        },
        Role::Rapporteur => matches!(
            action,
            A::ReadRecommendations
                | A::ReviewRecommendation
                | A::ReadProgrammes
                | A::ReadPlans
                | A::ReadMeetings
                | A::ReadPartnerships
        ),
        // And writes down what it saw where its institution goes along.
        Role::Expert => match action {
            A::ReadRecommendations
            | A::RecordRecommendation
            | A::ReadProgrammes
            | A::ReadPlans
            | A::ReadMeetings
            | A::ReadPartnerships => true,
            A::NoteVisit => facts.own,
            _ => false,
        },
        Role::Organiser => matches!(
            action,
            A::ReadRecommendations
                | A::RecordRecommendation
                | A::ReadProgrammes
                | A::ReadPlans
                | A::ReadMeetings
                | A::ReadPartnerships
                | A::SteerProgramme
                | A::NoteVisit
        ),
        Role::Observer => matches!(
            action,
            A::ReadRecommendations | A::ReadProgrammes | A::ReadPlans | A::ReadMeetings | A::ReadPartnerships
        ),
        // Knows that a case exists where it was made part of it.
        Role::Police => action == A::ReadCase && facts.takes_part(),
        // The last step of escalation; sees a case only once escalation has reached it. Opens the mechanism to organisations.
        Role::NationalUnit => match action {
            A::RegisterOrganisation => true,
            A::ReadCase | A::ReadReferral => facts.reached || facts.leads(),
            A::ReadTask => facts.end == TaskEnd::Told || (facts.leads() && works_on_tasks(action, facts)),
            // What the lead had to do passed to it with the lead: whoever was asked by a receiver may be gone.
            A::WithdrawReferral | A::ReplyReferral | A::TellByPhone => facts.leads(),
            A::CancelTask | A::FinishTask | A::TellChildProtection => facts.leads() && works_on_tasks(action, facts),
            // The last who can take what nobody holds, and hand it on.
            A::TakeLead => heard_of_delay(facts),
            A::OfferLead => facts.leads(),
            A::NoteAttempt => facts.reached || facts.end == TaskEnd::Told || facts.leads(),
            _ => false,
        },
        // Stands behind those who write: sees to it that what was sent is answered, and that duties are done.
        Role::Supervisor => match action {
            A::ReadCase => facts.takes_part(),
            A::ReadReferral => at_an_end(facts) || facts.leads(),
            A::WithdrawReferral | A::ReplyReferral | A::TellByPhone => (facts.side == Side::Sender) || facts.leads(),
            A::ReadTask => facts.end != TaskEnd::None,
            A::NoteAttempt => sees_the_delay(facts),
            A::WriteTask => knows_more(facts) || facts.about == About::Nothing,
            A::ReadSummary => facts.leads(),
            _ => works_on_tasks(action, facts),
        },
        // Takes people in: answers what is addressed to it, runs its own house, notes what it sees.
        Role::Provider => match action {
            A::ReadCase => facts.takes_part(),
            A::AddNote => knows_more(facts),
            A::WriteTask => knows_more(facts) || facts.about == About::Nothing,
            A::NoteAttempt => sees_the_delay(facts),
            _ => helps(action, facts),
        },
        // Meet the person, and refer them. A first responder gives no service and answers no referral.
        Role::FirstResponder => meets(action, facts),
        // Lead the case and may also give a service themselves.
        Role::CaseManager => meets(action, facts) || helps(action, facts),
        // And does not wait for an offer where a child needs it.
        Role::ChildProtection => takes(action, facts) || meets(action, facts) || helps(action, facts),
        // The same, and escalation of any referral comes to it.
        Role::ContactPoint => {
            let by_escalation = matches!(action, A::ReadCase | A::ReadReferral) && facts.reached;
            let late = action == A::ReadTask && facts.end == TaskEnd::Told;
            by_escalation || late || takes(action, facts) || meets(action, facts) || helps(action, facts)
        }
    }
}

/// What is done with periods and reports; `None` for everything else.
fn reports(role: Role, action: Action, facts: Told) -> Option<bool> {
    Some(match action {
        // Who owes what is no secret among those who work on policy.
        Action::ReadPeriods => role.is_of_policy(),
        // What another institution reports is not one's own to read.
        Action::ReadReport => match role {
            Role::FocalFunction => facts.own,
            _ => matches!(role, Role::Secretariat | Role::Rapporteur),
        },
        Action::WriteReport => role == Role::FocalFunction && facts.own,
        Action::JudgeReport | Action::WriteNationalReport => role == Role::Secretariat,
        _ => return None,
    })
}

/// Trainings and certificates: read by those who work on policy, written by whoever planned them, and by the secretariat. An
/// institution sees the certificates of its own people.
fn teaches(role: Role, action: Action, facts: Told) -> Option<bool> {
    use Action as A;
    let reads = matches!(role, Role::Rapporteur | Role::Expert | Role::Observer);
    Some(match action {
        A::ReadTrainings => reads || matches!(role, Role::Secretariat | Role::Organiser | Role::FocalFunction),
        A::WriteTraining => role == Role::Secretariat || (role == Role::Organiser && facts.own),
        A::ReadCertificates => match role {
            Role::Secretariat => true,
            Role::Organiser | Role::FocalFunction => facts.own,
            _ => false,
        },
        _ => return None,
    })
}

/// Whoever writes the file, from signal to lead.
fn meets(action: Action, facts: Told) -> bool {
    use Action as A;
    match action {
        A::RecordSignal => true,
        A::ReadCase => facts.takes_part(),
        A::AddNote => knows_more(facts),
        A::WriteTask => knows_more(facts) || facts.about == About::Nothing,
        A::NoteAttempt => sees_the_delay(facts),
        // One file has one hand: only those who lead the case write in it or send from it.
        A::TellDetail
        | A::CorrectDetail
        | A::Describe
        | A::Screen
        | A::AssessRisk
        | A::WriteNeed
        | A::RecordConsent
        | A::TakeBackSay
        | A::DraftReferral
        | A::SendReferral
        | A::OfferLead
        | A::NoteProceeding
        | A::ReadSummary
        | A::ReadAudit => facts.leads(),
        // A name is opened on purpose, for a reason, and the opening is seen.
        A::OpenName | A::OpenReplaced => facts.leads() && facts.reason,
        A::AnswerLead => facts.own,
        A::WithdrawReferral | A::ReplyReferral | A::TellByPhone => (facts.side == Side::Sender) || facts.leads(),
        A::ReadReferral => at_an_end(facts) || facts.leads(),
        _ => works_on_tasks(action, facts),
    }
}

/// Escalation of a referral, or a late task, has come to it.
fn heard_of_delay(facts: Told) -> bool {
    facts.reached || facts.end == TaskEnd::Told
}

/// Takes the lead without an offer: for a case that it knows more of than that it exists, or of whose delay it heard.
fn takes(action: Action, facts: Told) -> bool {
    action == Action::TakeLead && (heard_of_delay(facts) || (knows_more(facts) && !facts.leads()))
}

/// Sent it, or has it to answer. Whoever had it before knows nothing of how it goes on.
fn at_an_end(facts: Told) -> bool {
    matches!(facts.side, Side::Sender | Side::Receiver)
}

/// It came to them; an answer to what is over is told so.
fn came(facts: Told) -> bool {
    matches!(facts.side, Side::Receiver | Side::Past)
}

/// Whoever waits, is waited for, or was told of the waiting.
fn sees_the_delay(facts: Told) -> bool {
    at_an_end(facts) || facts.end != TaskEnd::None || facts.reached || facts.leads()
}

/// Whoever is to do a task ends it; whoever gave it may take it back.
fn works_on_tasks(action: Action, facts: Told) -> bool {
    use Action as A;
    match action {
        A::FinishTask | A::TellChildProtection => facts.end == TaskEnd::Assigned,
        A::ReadTask | A::CancelTask => matches!(facts.end, TaskEnd::Assigned | TaskEnd::Opened),
        _ => false,
    }
}

/// Whoever gives a service.
fn helps(action: Action, facts: Told) -> bool {
    use Action as A;
    match action {
        A::ReadReferral => at_an_end(facts) || facts.leads(),
        A::AcknowledgeReferral | A::AskReferral | A::AnswerReferral => came(facts),
        A::StartService | A::EndService => came(facts) || facts.leads(),
        A::ListProvider | A::ReadPlaces | A::ChangePlaces => facts.own,
        _ => works_on_tasks(action, facts),
    }
}

/// More than that the case exists.
fn knows_more(facts: Told) -> bool {
    !matches!(facts.part, Part::None | Part::Existence)
}

/// Whether a field opens, once the action itself may be done.
fn opens(role: Role, action: Action, facts: Told, field: Field) -> bool {
    let is_work = field.class() == Class::Operational;
    let who_it_is = field.class() == Class::Identity;
    if role.is_of_policy() {
        return false;
    }
    match role {
        // They see to it how data is handled, keep time, or know that the case exists.
        Role::Clock | Role::DataProtection | Role::Police => field == Field::SpokenName,
        _ if facts.part == Part::Existence => field == Field::SpokenName,
        // They see to it that the work is done; for that no story, no health, no way to reach the person.
        Role::NationalUnit => is_work,
        // And never more than the organisation itself holds.
        Role::Supervisor => is_work && (facts.leads() || given(facts, field)),
        Role::ContactPoint if facts.part == Part::None && facts.reached => is_work,
        // A provider sees what was disclosed to its house, also where a colleague of its organisation leads.
        Role::Provider => given(facts, field),
        _ if facts.leads() => !who_it_is || matches!(action, Action::OpenName | Action::OpenReplaced),
        _ => given(facts, field),
    }
}

/// What went to the organisation, the name to speak of the person by, and the work itself. Whoever recorded the signal, or led
/// before, follows the work, and no more.
fn given(facts: Told, field: Field) -> bool {
    let always = matches!(field, Field::SpokenName | Field::Work);
    let before = matches!(facts.part, Part::Recorded | Part::FormerLead);
    let follows = before && field.class() == Class::Operational;
    // Nothing is disclosed to somebody of whose case nothing is asked.
    let disclosed = facts.about != About::Own && facts.about != About::Nothing && facts.disclosed.contains(field);
    always || follows || disclosed
}

/// Which records are there, once the action itself may be done.
fn there(role: Role, action: Action, facts: Told, record: Record) -> Scope {
    let works = !matches!(role, Role::Clock | Role::Police | Role::DataProtection) && !role.is_of_policy();
    let writes = works && !matches!(role, Role::Provider | Role::NationalUnit);
    let leads = facts.leads() && writes;
    match record {
        Record::Existence => Scope::All,
        // Whom to ask about the case is no secret to whoever may know of it.
        Record::Lead if role != Role::DataProtection => Scope::All,
        // Who looked: all of it to those who lead the case, and to who watches over them; of others' files, what their own did.
        Record::Opening if role == Role::DataProtection && facts.leads() => Scope::All,
        Record::Opening if role == Role::DataProtection => Scope::Own,
        _ if !works || facts.part == Part::Existence => Scope::None,
        // A supervisor sees whether what was sent was opened, and reads no list of who looked.
        Record::Opening if role == Role::Supervisor && leads && action == Action::ReadCase => Scope::None,
        Record::Opening if leads => Scope::All,
        Record::Opening if facts.side == Side::Sender && writes => Scope::All,
        Record::Opening => Scope::None,
        // One file has one hand; everybody else sees what names the own organisation.
        _ if leads => Scope::All,
        // The last who leads goes on with what was begun.
        Record::Task | Record::Referral if role == Role::NationalUnit && facts.leads() => Scope::All,
        Record::Draft => Scope::None,
        _ => Scope::Own,
    }
}

#[test]
fn every_request_is_answered_as_the_promises_say() {
    let mut asked = 0_u64;
    for role in Role::ALL {
        for action in Action::ALL {
            for told in all() {
                let expected = may(*role, *action, told);
                assert_eq!(
                    ask(*role, *action, told).is_some(),
                    expected,
                    "{role:?} {action:?} {told:?}"
                );
                asked += 1;
            }
        }
    }
    assert_eq!(asked, 16 * Action::ALL.len() as u64 * (1 + 24 + 96 + 96 + 2));
}

#[test]
fn every_field_opens_to_those_whom_the_promises_name_and_to_no_one_else() {
    for role in Role::ALL {
        for action in Action::ALL {
            for (told, field) in all().flat_map(|told| Field::ALL.iter().map(move |field| (told, *field))) {
                for disclosed in [Fields::NONE, Fields::of(&[field])] {
                    let told = Told { disclosed, ..told };
                    let Some(permit) = ask(*role, *action, told) else {
                        continue;
                    };
                    let expected = opens(*role, *action, told, field);
                    assert_eq!(
                        permit.covers(field).is_ok(),
                        expected,
                        "{role:?} {action:?} {field:?} {told:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_record_is_there_for_those_whom_the_promises_name_and_for_no_one_else() {
    for role in Role::ALL {
        for action in Action::ALL {
            for told in all() {
                let Some(permit) = ask(*role, *action, told) else {
                    continue;
                };
                for record in Record::ALL.iter().copied() {
                    let expected = there(*role, *action, told, record);
                    assert_eq!(
                        permit.scope(record),
                        expected,
                        "{role:?} {action:?} {record:?} {told:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn what_goes_to_one_field_opens_no_other() {
    for role in Role::ALL {
        for action in Action::ALL {
            for (told, field) in all().flat_map(|told| Field::ALL.iter().map(move |field| (told, *field))) {
                let disclosed = Field::ALL.iter().copied().filter(|other| *other != field).collect();
                let others = Told { disclosed, ..told };
                let (Some(none), Some(others)) = (ask(*role, *action, told), ask(*role, *action, others)) else {
                    continue;
                };
                assert_eq!(
                    none.covers(field),
                    others.covers(field),
                    "{role:?} {action:?} {field:?}"
                );
            }
        }
    }
}

#[test]
fn a_name_opens_only_to_who_leads_or_got_it_and_to_the_lead_only_for_a_reason() {
    for role in Role::ALL {
        for action in Action::ALL {
            for told in all() {
                let Some(permit) = ask(*role, *action, told) else {
                    continue;
                };
                for field in [Field::Name, Field::BirthDate, Field::Document] {
                    let open = permit.covers(field).is_ok();
                    assert!(!open || (told.leads() && told.reason), "{role:?} {action:?} {told:?}");
                }
            }
        }
    }
}

#[test]
fn a_supervisor_never_sees_more_than_those_who_work_there() {
    for action in [Action::ReadCase, Action::ReadReferral] {
        for told in all() {
            let (Some(supervisor), Some(officer)) = (
                ask(Role::Supervisor, action, told),
                ask(Role::FirstResponder, action, told),
            ) else {
                continue;
            };
            for field in Field::ALL {
                let more = supervisor.covers(*field).is_ok() && officer.covers(*field).is_err();
                assert!(!more, "{action:?} {field:?} {told:?}");
            }
            for record in Record::ALL.iter().copied() {
                let (above, below) = (supervisor.scope(record), officer.scope(record));
                let more = above != Scope::None && below != Scope::All && above != below;
                assert!(!more, "{action:?} {record:?} {told:?}");
            }
        }
    }
}

#[test]
fn a_reason_for_withholding_names_the_field_that_was_asked_for_and_no_other() {
    for role in Role::ALL {
        for action in Action::ALL {
            for told in all() {
                let Some(permit) = ask(*role, *action, told) else {
                    continue;
                };
                for field in Field::ALL {
                    if let Err(Withheld::Sealed(named) | Withheld::NotDisclosed(named)) = permit.covers(*field) {
                        assert_eq!(named, *field);
                    }
                }
            }
        }
    }
}

#[test]
fn who_only_knows_that_a_case_exists_writes_nothing_in_it_and_reads_nothing_from_it() {
    let told = Told {
        part: Part::Existence,
        about: About::Case,
        ..Told::NOTHING
    };
    for role in Role::ALL {
        for action in Action::ALL {
            let Some(permit) = ask(*role, *action, told) else {
                continue;
            };
            for field in Field::ALL.iter().filter(|field| **field != Field::SpokenName) {
                assert!(permit.covers(*field).is_err(), "{role:?} {action:?} {field:?}");
            }
            for record in Record::ALL.iter().filter(|record| **record != Record::Opening) {
                let open = matches!(record, Record::Existence | Record::Lead);
                assert!(
                    open || permit.scope(*record) == Scope::None,
                    "{role:?} {action:?} {record:?}"
                );
            }
        }
    }
}

#[test]
fn who_led_before_keeps_no_more_than_whoever_recorded_the_signal() {
    for role in Role::ALL {
        for action in Action::ALL {
            for told in cases().filter(|told| told.part == Part::Recorded) {
                let before = Told {
                    part: Part::FormerLead,
                    ..told
                };
                let (recorded, led) = (ask(*role, *action, told), ask(*role, *action, before));
                assert_eq!(recorded.is_some(), led.is_some(), "{role:?} {action:?}");
                let (Some(recorded), Some(led)) = (recorded, led) else {
                    continue;
                };
                for field in Field::ALL {
                    assert_eq!(
                        recorded.covers(*field),
                        led.covers(*field),
                        "{role:?} {action:?} {field:?}"
                    );
                }
            }
        }
    }
}
