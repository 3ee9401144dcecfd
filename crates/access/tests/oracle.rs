//! Who may do what, told a second time from the promises and not from the policy: role by role, in the words of those who
//! work. Every request that can be asked is asked of both.
#![expect(clippy::disallowed_methods, reason = "the policy itself is asked here")]
use tiltas_access::{Action, Facts, Permit, Subject, Withheld, permit};
use tiltas_domain::{Class, Context, Field, Fields, Id, Role, example};

/// Every combination of the yes/no facts.
fn all_facts() -> impl Iterator<Item = Facts> {
    (0_u32..512).map(|bits| {
        let bit = |nth: u32| bits & (1 << nth) != 0;
        Facts {
            takes_part: bit(0),
            leads: bit(1),
            recorded: bit(2),
            existence_only: bit(3),
            sender: bit(4),
            receiver: bit(5),
            silence: bit(6),
            own: bit(7),
            reason: bit(8),
            disclosed: Fields::NONE,
        }
    })
}

fn context(role: Role) -> Context {
    let mut context = example::context(example::Who::PodulAlb.actor(Role::CaseManager), example::NIGHT, 1);
    context.actor.role = role;
    context
}

fn ask(role: Role, action: Action, facts: Facts) -> Result<Permit, tiltas_access::Denial> {
    permit(&context(role), action, Subject::Case(Id::from_bytes([7; 16])), facts)
}

/// What each role does in the mechanism. A role that is not named for an action never does it.
fn may(role: Role, action: Action, facts: Facts) -> bool {
    use Action as A;
    // What everyone with a desk may look up: their own lists and who is there to help.
    if matches!(action, A::ReadList | A::ReadProviders | A::ReadOrganisations) {
        return role != Role::Clock;
    }
    match role {
        // The machine keeps time and does nothing else.
        Role::Clock => action == A::KeepTime,
        // Looks after how data is handled: sees who looked, never what was written; forgets by law.
        Role::DataProtection => matches!(action, A::ReadAudit | A::Forget),
        // Knows that a case exists where it was made part of it.
        Role::Police => action == A::ReadCase && facts.takes_part,
        // The last step of silence; sees a case only once silence has reached it. Opens the mechanism to organisations.
        Role::NationalUnit => match action {
            A::RegisterOrganisation => true,
            A::ReadCase | A::ReadReferral => facts.silence,
            _ => false,
        },
        // Stands behind those who write: sees to it that what was sent is answered, and that duties are done.
        Role::Supervisor => match action {
            A::ReadCase => facts.takes_part,
            A::ReadReferral => facts.sender || facts.receiver || facts.leads,
            A::WithdrawReferral | A::ReplyReferral | A::TellByPhone => facts.sender || facts.leads,
            A::FinishTask | A::TellChildProtection => facts.own,
            _ => false,
        },
        // Takes people in: answers what is addressed to it, runs its own house, notes what it sees.
        Role::Provider => match action {
            A::ReadCase => facts.takes_part,
            A::AddNote => facts.takes_part && !facts.existence_only,
            _ => helps(action, facts),
        },
        // Meet her, and hand her on. A first responder gives no service and answers no referral.
        Role::FirstResponder => meets(action, facts),
        // Lead her case and may also give a service themselves.
        Role::CaseManager | Role::ChildProtection => meets(action, facts) || helps(action, facts),
        // The same, and silence about any referral comes to it.
        Role::ContactPoint => {
            let reached = matches!(action, A::ReadCase | A::ReadReferral) && facts.silence;
            reached || meets(action, facts) || helps(action, facts)
        }
    }
}

/// Whoever writes her file, from signal to lead.
fn meets(action: Action, facts: Facts) -> bool {
    use Action as A;
    match action {
        A::RecordSignal => true,
        A::ReadCase => facts.takes_part,
        A::AddNote => facts.takes_part && !facts.existence_only,
        // One file has one hand: only those who lead the case write in it or send from it.
        A::TellDetail
        | A::CorrectDetail
        | A::Describe
        | A::Screen
        | A::AssessRisk
        | A::RecordSay
        | A::TakeBackSay
        | A::DraftReferral
        | A::SendReferral
        | A::OfferLead
        | A::NoteProceeding
        | A::ReadAudit => facts.leads,
        // A name is opened on purpose, for a reason, and the opening is seen.
        A::OpenName | A::OpenReplaced => facts.leads && facts.reason,
        A::AnswerLead | A::FinishTask | A::TellChildProtection => facts.own,
        A::WithdrawReferral | A::ReplyReferral | A::TellByPhone => facts.sender || facts.leads,
        A::ReadReferral => facts.sender || facts.receiver || facts.leads,
        _ => false,
    }
}

/// Whoever gives a service.
fn helps(action: Action, facts: Facts) -> bool {
    use Action as A;
    match action {
        A::ReadReferral => facts.sender || facts.receiver || facts.leads,
        A::AcknowledgeReferral | A::AskReferral | A::AnswerReferral => facts.receiver,
        A::StartService | A::EndService => facts.receiver || facts.leads,
        A::FinishTask | A::TellChildProtection | A::ListProvider | A::ReadPlaces | A::ChangePlaces => facts.own,
        _ => false,
    }
}

/// Whether a field opens, once the action itself may be done.
fn opens(role: Role, action: Action, facts: Facts, field: Field) -> bool {
    let is_work = field.class() == Class::Operational;
    let who_she_is = field.class() == Class::Identity;
    match role {
        Role::Clock | Role::DataProtection | Role::Police => field == Field::SpokenName,
        Role::Supervisor if facts.existence_only => field == Field::SpokenName,
        // They see to it that the work is done; for that no story, no health, no way to reach her.
        Role::NationalUnit => is_work,
        // And never more than the organisation itself holds.
        Role::Supervisor => is_work && (facts.leads || given(facts, field)),
        Role::ContactPoint if !facts.takes_part => is_work,
        _ if facts.existence_only => field == Field::SpokenName,
        // A provider sees what was disclosed to its house, also where a colleague of its organisation leads.
        Role::Provider => given(facts, field),
        _ if facts.leads => !who_she_is || matches!(action, Action::OpenName | Action::OpenReplaced),
        _ => given(facts, field),
    }
}

/// What went to the organisation, the name to speak of her by, and the work itself. Whoever recorded the signal follows the
/// work, and no more.
fn given(facts: Facts, field: Field) -> bool {
    let always = matches!(field, Field::SpokenName | Field::Work);
    let follows = facts.recorded && field.class() == Class::Operational;
    always || follows || facts.disclosed.contains(field)
}

#[test]
fn every_request_is_answered_as_the_promises_say() {
    let mut asked = 0_u64;
    for role in Role::ALL {
        for action in Action::ALL {
            for facts in all_facts() {
                let expected = may(*role, *action, facts);
                let answer = ask(*role, *action, facts);
                assert_eq!(answer.is_ok(), expected, "{role:?} {action:?} {facts:?}");
                asked += 1;
            }
        }
    }
    assert_eq!(asked, 10 * Action::ALL.len() as u64 * 512);
}

#[test]
fn every_field_opens_to_those_whom_the_promises_name_and_to_no_one_else() {
    for role in Role::ALL {
        for action in Action::ALL {
            for facts in all_facts() {
                for field in Field::ALL {
                    for disclosed in [false, true] {
                        let disclosed = if disclosed { Fields::of(&[*field]) } else { Fields::NONE };
                        let facts = Facts { disclosed, ..facts };
                        let Ok(permit) = ask(*role, *action, facts) else {
                            continue;
                        };
                        let expected = opens(*role, *action, facts, *field);
                        let answer = permit.covers(*field);
                        assert_eq!(answer.is_ok(), expected, "{role:?} {action:?} {field:?} {facts:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn what_goes_to_one_field_opens_no_other() {
    for role in Role::ALL {
        for action in Action::ALL {
            for facts in all_facts() {
                for field in Field::ALL {
                    let all_others = Field::ALL.iter().copied().filter(|other| other != field).collect();
                    let others = Facts {
                        disclosed: all_others,
                        ..facts
                    };
                    let (Ok(none), Ok(others)) = (ask(*role, *action, facts), ask(*role, *action, others)) else {
                        continue;
                    };
                    assert_eq!(
                        none.covers(*field),
                        others.covers(*field),
                        "{role:?} {action:?} {field:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn her_name_opens_only_to_who_leads_or_got_it_and_to_the_lead_only_for_a_reason() {
    for role in Role::ALL {
        for action in Action::ALL {
            for facts in all_facts() {
                let Ok(permit) = ask(*role, *action, facts) else {
                    continue;
                };
                for field in [Field::Name, Field::BirthDate, Field::Document] {
                    let open = permit.covers(field).is_ok();
                    assert!(!open || (facts.leads && facts.reason), "{role:?} {action:?} {facts:?}");
                }
            }
        }
    }
}

#[test]
fn a_supervisor_never_sees_more_than_those_who_work_there() {
    for action in [Action::ReadCase, Action::ReadReferral] {
        for facts in all_facts() {
            let (Ok(supervisor), Ok(officer)) = (
                ask(Role::Supervisor, action, facts),
                ask(Role::FirstResponder, action, facts),
            ) else {
                continue;
            };
            for field in Field::ALL {
                let more = supervisor.covers(*field).is_ok() && officer.covers(*field).is_err();
                assert!(!more, "{action:?} {field:?} {facts:?}");
            }
        }
    }
}

#[test]
fn a_reason_for_withholding_names_the_field_that_was_asked_for_and_no_other() {
    for role in Role::ALL {
        for action in Action::ALL {
            for facts in all_facts() {
                let Ok(permit) = ask(*role, *action, facts) else {
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
    let facts = Facts {
        takes_part: true,
        existence_only: true,
        ..Facts::default()
    };
    for role in Role::ALL {
        for action in Action::ALL {
            let Ok(permit) = ask(*role, *action, facts) else {
                continue;
            };
            // The other permits of these two are for their own lists: a case comes to them by silence alone.
            let of_no_case = matches!(role, Role::NationalUnit | Role::Clock) || *action == Action::RecordSignal;
            for field in Field::ALL.iter().filter(|field| **field != Field::SpokenName) {
                assert!(
                    of_no_case || permit.covers(*field).is_err(),
                    "{role:?} {action:?} {field:?}"
                );
            }
        }
    }
}
