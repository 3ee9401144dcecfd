//! Any sequence of events, sensible or not, leaves a whole journal and views that equal a rebuild; a forgotten file leaves no
//! row. The events come from no rule: a view may rest on none.
use crate::common::*;
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use std::collections::{BTreeMap, BTreeSet};
use tiltas_access::{Action, Subject};
use tiltas_domain::{
    Changes, Context, Fields, Id, Known, Moment, Owner, Purpose, Role, StreamId,
    attempt::{About, Attempt, Outcome as Tried},
    case::{self, Age, AgeBasis, AgeClass, Because, Case, Interpreter, Person, Sex, Urgency},
    certificate::{self, Certificate},
    changes::{Kind as StreamKind, SealedUnder},
    clock::{Clock, ClockKind, Confidence, Length},
    consent::{self, Form, Ground, Recipient, Said},
    content::{FearedPerson, Field, Message, NoteText, PersonName, SafeContact, SafetyPlan, Sensitive, Whereabouts},
    context::Actor,
    detail::{self, Detail, Details, Name, Origin, Script},
    disclosure::{self, Disclosed, Ended},
    known::Answer,
    need::{self, Needs},
    note::{self, Notes},
    organisation::{self, Function, Member, Organisation, OrganisationKind},
    place,
    programme::{self, Programme},
    provider::{self, Offer, Provider, Service},
    recommendation::{self, Recommendation},
    referral::{self, How, Outcome, Reason, Referral, Sending, Step, WithdrawnBecause},
    risk::{self, Channel, Level, Safety},
    screening::{self, Decision, Screenings},
    task,
    training::{self, Training},
    visit::{self, Visit},
};
use tiltas_store::{Commit, Error, Seen, Store};

fn id<T>(kind: u8, number: u8) -> Id<T> {
    Id::from_stored([kind, number, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4])
}

fn words(text: &str) -> tiltas_domain::Content<Message> {
    Message::wrap(text.to_owned()).into()
}

fn clock(number: u8) -> Clock {
    Clock {
        started: NOW,
        due: (number % 4 != 3).then(|| NOW.plus_hours(i64::from(number))),
        kind: ClockKind::Target,
        length: Some(Length::Hours(u32::from(number))),
        source: "test".to_owned(),
        confidence: Confidence::Proposed,
        profile: "XX 1".to_owned(),
    }
}

fn escalations(number: u8) -> Vec<Moment> {
    (0..number % 5).map(|nth| NOW.plus_hours(i64::from(nth))).collect()
}

fn actor(number: u8) -> Actor {
    Actor {
        id: id(1, number),
        role: Role::CaseManager,
        organisation: id(2, number % 3),
        function: None,
    }
}

fn person(number: u8) -> Person {
    Person {
        sex: Known::Is(Sex::ALL[number as usize % Sex::ALL.len()]),
        age: Age {
            class: Known::Is(AgeClass::Unsure),
            basis: Some(AgeBasis::Declared),
            years: Known::Is(number),
        },
        nationality: Known::Unknown,
        languages: vec!["ro".to_owned(); number as usize % 3],
        interpreter: Interpreter::Needed,
        accompanying_child: Answer::ALL[number as usize % 5],
    }
}

const CASE_EVENTS: u8 = 21;
const BESIDE_EVENTS: u8 = 10;
const REFERRAL_EVENTS: u8 = 16;
const PROVIDER_EVENTS: u8 = 8;
const ORGANISATION_EVENTS: u8 = 5;

/// What is kept of a case beside its own stream.
fn beside_case(kind: u8, c: u8, n: u8) -> Changes {
    let case = id::<Case>(3, c);
    let organisation = id::<Organisation>(2, n % 3);
    match kind {
        0 => Changes::new(
            case.of::<Details>(),
            detail::Event::Told {
                detail: id(6, n),
                origin: Origin::Later,
                value: Detail::Name(Name::given(PersonName::wrap("CanaryOf Vera".into()), Script::Latin)),
            },
        ),
        1 => Changes::new(
            case.of::<Details>(),
            detail::Event::Corrected {
                detail: id(6, n.wrapping_add(1)),
                replaces: id(6, n),
                value: Detail::Whereabouts(Whereabouts::wrap("CanaryOf town".into()).into()),
            },
        ),
        2 => Changes::new(
            case.of::<Screenings>(),
            screening::Event::Started {
                screening: id(7, n),
                set: "general 1".into(),
            },
        ),
        3 => Changes::new(
            case.of::<Screenings>(),
            screening::Event::Answered {
                screening: id(7, n),
                answers: vec![("papers_taken".into(), Answer::Yes)],
            },
        ),
        4 => Changes::new(
            case.of::<Screenings>(),
            screening::Event::Concluded {
                screening: id(7, n),
                decision: Decision::ALL[n as usize % Decision::ALL.len()],
                advised: true,
                reason: Some(words("CanaryOf reason")),
            },
        ),
        5 => Changes::new(
            case.of::<risk::Risk>(),
            risk::Event {
                level: Level::ALL[n as usize % 4],
                with_person: Answer::Yes,
                channels: vec![(Channel::Call, Safety::No)],
                safe_contact: Some(SafeContact::wrap("CanaryOf contact".into()).into()),
                feared: vec![
                    FearedPerson::wrap("CanaryOf one".into()).into(),
                    FearedPerson::wrap("CanaryOf two".into()).into(),
                ],
                plan: Some(SafetyPlan::wrap("CanaryOf plan".into()).into()),
            },
        ),
        6 => attempt(c, n),
        7 => Changes::new(
            case.of::<Needs>(),
            need::Event::Recorded {
                need: id(14, n),
                kind: need::Kind::ALL[n as usize % need::Kind::ALL.len()],
                pressing: need::Pressing::Urgent,
                words: Some(words("CanaryOf need")),
                by: organisation,
            },
        ),
        8 => Changes::new(
            case.of::<Needs>(),
            need::Event::Ended {
                need: id(14, n),
                end: need::End::Met(organisation),
            },
        ),
        _ => Changes::new(
            case.of::<Notes>(),
            note::Event {
                note: id(12, n),
                adds_to: None,
                own_words: n.is_multiple_of(2),
                text: NoteText::wrap("CanaryOf note".into()).into(),
                by: actor(n),
            },
        ),
    }
}

/// The event of this kind in case `c`, varied by `n`; `key` is new each time.
fn case_event(kind: u8, c: u8, n: u8, key: u32) -> case::Event {
    let organisation = id::<Organisation>(2, n % 3);
    let because = [
        Because::Recorded,
        Because::Referral(id(4, c)),
        Because::Lead,
        Because::ChildNotice,
        Because::Proceeding,
    ][n as usize % 5];
    match kind {
        0 => case::Event::Signal(tiltas_domain::signal::Event {
            spoken_name: format!("Larix {c}"),
            number: format!("XX {c}"),
            channel: tiltas_domain::signal::Channel::Hotline,
            anonymous: true,
            urgency: Urgency::ALL[n as usize % 3],
            person: person(n),
            by: actor(n),
            account: None,
        }),
        1 => case::Event::Described(person(n)),
        2 => noted(&context(key)),
        3 => case::Event::Consent(consent::Event::Said(Said {
            say: id(8, n),
            to: [
                Recipient::Police,
                Recipient::Organisation(organisation),
                Recipient::Service(Service::Medical),
            ][n as usize % 3],
            answer: Answer::Yes,
            fields: Fields::of(tiltas_domain::Field::ALL),
            purpose: Purpose::Assistance,
            until: None,
            form: Form::Spoken,
            language: Some("ro".into()),
            words: Some(words("CanaryOf say")),
        })),
        4 => case::Event::Consent(consent::Event::TakenBack { say: id(8, n) }),
        5 => case::Event::Disclosure(disclosure::Event::Disclosed(Disclosed {
            disclosure: id(9, n),
            referral: Some(id(4, c)),
            to: organisation,
            fields: Fields::NONE,
            ground: Ground::VitalInterest,
            say: None,
            purpose: Purpose::Assistance,
            until: NOW.plus_hours(5),
            person_told: true,
        })),
        6 => case::Event::Disclosure(disclosure::Event::Ended {
            disclosure: id(9, n),
            because: Ended::ALL[n as usize % Ended::ALL.len()],
            at: NOW,
            to: organisation,
        }),
        7 => case::Event::Joined { organisation, because },
        8 => case::Event::Left { organisation, because },
        9 => case::Event::LeadOffered {
            to: organisation,
            clock: clock(n),
        },
        10 => case::Event::LeadAccepted { by: organisation },
        11 => case::Event::LeadDeclined { by: organisation },
        12 => case::Event::LeadOfferEnded {
            to: organisation,
            because: case::OfferEnded::Lapsed,
        },
        13 => case::Event::Disclosure(disclosure::Event::RecordOpened(disclosure::OwnRecord {
            disclosure: id(9, n),
            fields: Fields::NONE,
            article: "An article".into(),
            confidence: Confidence::Unsure,
        })),
        14 => case::Event::Disclosure(disclosure::Event::RecordUntil {
            disclosure: id(9, n),
            until: Some(NOW),
        }),
        15 => case::Event::LeadTaken {
            by: organisation,
            ground: Ground::PublicTask,
        },
        16 => case::Event::Disclosure(disclosure::Event::RecordEnded { disclosure: id(9, n) }),
        17 => case::Event::Disclosure(disclosure::Event::Shortened {
            disclosure: id(9, n),
            until: NOW,
            to: organisation,
        }),
        18 => case::Event::Disclosure(disclosure::Event::Narrowed {
            disclosure: id(9, n),
            gone: Fields::of(&[Field::Person]),
            at: NOW,
            to: organisation,
        }),
        19 => case::Event::LeadOfferShortened {
            to: organisation,
            clock: clock(n),
        },
        _ => case::Event::UrgencyChanged(Urgency::ALL[n as usize % 3]),
    }
}

/// An attempt is written once: each number is another.
fn attempt(c: u8, n: u8) -> Changes {
    let id = id::<Attempt>(13, 3 * (n % 8) + c);
    Changes::new(
        id,
        Attempt {
            case: self::id(3, c),
            about: About::Referral(self::id(4, c)),
            to: self::id(2, n % 3),
            whom: "Night coordinator".into(),
            at: NOW,
            outcome: Tried::ALL[n as usize % Tried::ALL.len()],
            words: Some(words("CanaryOf call")),
        },
    )
}

fn task_event(kind: u8, c: u8, n: u8) -> task::Event {
    let by = id(2, n % 3);
    match kind {
        0 => task::Event::Opened(task::Opened {
            case: Some(id(3, c)),
            work: match n % 4 {
                0 => task::Work::TellChildProtection,
                1 => task::Work::TakeCorrection(id(6, n)),
                2 => task::Work::ConfirmRemoval(id(8, n)),
                _ => task::Work::Written(words("CanaryOf task")),
            },
            assignee: task::Assignee {
                organisation: by,
                function: n.is_multiple_of(2).then(|| id(9, n % 2)),
            },
            by: id(2, 0),
            clock: clock(n),
            escalates: task::Step::ALL.iter().copied().zip(escalations(n)).collect(),
        }),
        1 => task::Event::Escalated {
            step: task::Step::ALL[n as usize % 4],
            to: id(2, (n + 1) % 3),
            function: n.is_multiple_of(2).then(|| id(9, n % 2)),
            passed: Vec::new(),
        },
        2 => task::Event::Done {
            by,
            note: Some(words("CanaryOf done")),
            until: None,
        },
        _ => task::Event::Cancelled {
            by,
            note: Some(words("CanaryOf cancelled")),
            until: None,
        },
    }
}

fn sending(c: u8, n: u8) -> Sending {
    Sending {
        case: id(3, c),
        from: id(2, n % 3),
        by: actor(n),
        to: id(5, n % 2),
        receiver: id(2, (n + 1) % 3),
        urgency: Urgency::ALL[n as usize % 3],
        services: vec![Service::Shelter],
        disclosure: id(9, n),
        acknowledge: clock(n),
        answer: clock(n.wrapping_add(1)),
        escalations: escalations(n),
        expires: (n.is_multiple_of(2)).then(|| NOW.plus_hours(72)),
        place: Some("2 B".into()),
        words: Some(words("CanaryOf words")),
        ground_reason: None,
    }
}

fn referral_event(kind: u8, c: u8, n: u8) -> referral::Event {
    let said = || Some(words("CanaryOf answer"));
    match kind {
        0 => referral::Event::Drafted {
            case: id(3, c),
            from: id(2, n % 3),
            to: (n.is_multiple_of(2)).then(|| id(5, n % 2)),
            urgency: Urgency::Ordinary,
            services: vec![Service::LegalAid],
            words: said(),
        },
        1 => referral::Event::Sent(sending(c, n)),
        2 => referral::Event::Acknowledged {
            how: How::ByPhone {
                function: "Duty".into(),
                at: NOW,
            },
            escalations: escalations(n),
        },
        3 => referral::Event::QuestionAsked {
            question: words("CanaryOf question"),
            escalations: escalations(n),
        },
        4 => referral::Event::QuestionAnswered {
            answer: words("CanaryOf reply"),
        },
        5 => referral::Event::Accepted {
            place: Some("2 B".into()),
            words: said(),
        },
        6 => referral::Event::Refused {
            reason: Reason::ALL[n as usize % 4],
            words: said(),
        },
        7 => referral::Event::NoCapacity { words: said() },
        8 => referral::Event::Started,
        9 => referral::Event::Completed {
            outcome: Outcome::ALL[n as usize % 6],
            words: said(),
        },
        10 => referral::Event::Failed {
            words: words("CanaryOf failure"),
        },
        11 => referral::Event::Withdrawn {
            because: WithdrawnBecause::ALL[n as usize % 3],
        },
        12 => referral::Event::Expired { read_until: Some(NOW) },
        14 => referral::Event::PlaceReleased,
        15 => referral::Event::PlaceGiven { place: "2 B".into() },
        _ => {
            let (step, to) = (Step::ALL[n as usize % 4], id(2, n % 3));
            referral::Event::Escalated {
                step,
                acknowledged: n.is_multiple_of(2),
                to,
                passed: Vec::new(),
            }
        }
    }
}

fn offer(n: u8) -> Offer {
    Offer {
        name: format!("House {n}"),
        about: "A house".into(),
        organisation: id(2, n % 3),
        duty_phone: "+000".into(),
        sexes: vec![Sex::Woman],
        adults: true,
        children: n.is_multiple_of(2),
        with_child: true,
        languages: vec!["ro".into()],
        services: vec![Service::Shelter],
        region: "north".into(),
    }
}

fn provider_event(kind: u8, n: u8) -> provider::Event {
    let (place, referral) = (format!("{} B", n % 4), id::<Referral>(4, n % 3));
    match kind {
        0 => provider::Event::Listed(offer(n)),
        1 => provider::Event::OfferChanged(offer(n)),
        2 => place::Event::Added { label: place }.into(),
        3 => place::Event::Held {
            place,
            referral,
            by: id(2, n % 3),
            until: NOW.plus_hours(1),
        }
        .into(),
        4 => place::Event::Released { referral }.into(),
        5 => place::Event::Taken { place, referral }.into(),
        6 => place::Event::Freed { place }.into(),
        _ => place::Event::InUse {
            place,
            in_use: n.is_multiple_of(2),
        }
        .into(),
    }
}

fn organisation_event(kind: u8, n: u8) -> organisation::Event {
    match kind {
        0 => organisation::Event::Registered {
            name: format!("Organisation {n}"),
            kind: OrganisationKind::ALL[n as usize % 10],
            duty_phone: Some("+000".into()),
            contact_point: (n.is_multiple_of(2)).then(|| id(2, 0)),
        },
        1 => organisation::Event::MemberJoined(Member {
            account: id(1, n),
            function: id(9, n % 2),
            mail: None,
        }),
        2 => organisation::Event::FunctionSetUp(Function {
            id: id(9, n % 2),
            role: Role::ALL[n as usize % 9],
            title: "Duty officer".into(),
            duty_phone: None,
            head: (n % 2 == 1).then(|| id(9, 0)),
        }),
        3 => organisation::Event::FunctionChanged {
            function: id(9, n % 2),
            title: "Night shift".into(),
            duty_phone: Some("+111".into()),
            head: None,
        },
        4 => organisation::Event::FunctionClosed { function: id(9, n % 2) },
        _ => organisation::Event::MemberLeft { account: id(1, n) },
    }
}

/// Anything that follows; what does not is not tried.
fn recommendation_event(begun: bool, kind: u8, n: u8) -> recommendation::Event {
    use recommendation::{Event as E, Outcome, Rating, SourceKind, Stance, Theme};
    let (organisation, text, dated) = (id(2, n % 3), format!("Words {n}"), "2018-05".parse().expect("a month"));
    let finding = recommendation::Finding {
        organisation,
        rating: Rating::ALL[usize::from(n) % 4],
        text: text.clone(),
        evidence: vec!["A letter".into()],
        at: NOW,
    };
    if !begun {
        return E::Recorded(recommendation::First {
            title: text.clone(),
            source: recommendation::Source {
                kind: SourceKind::ALL[usize::from(n) % SourceKind::ALL.len()],
                document: None,
                round: None,
                paragraph: None,
                dated: Some(dated),
                page: None,
                priority: n.is_multiple_of(2).then(|| "urge".into()),
            },
            wording: recommendation::Wording {
                text,
                language: "en".into(),
                kind: recommendation::WordingKind::Paraphrase,
            },
            theme: Theme::ALL[usize::from(n) % Theme::ALL.len()],
            example: n.is_multiple_of(3),
            by: actor(n),
            at: NOW,
        });
    }
    match kind % 12 {
        0 => E::Translated(recommendation::Translation {
            text,
            language: "ro".into(),
            machine: true,
            read: false,
        }),
        1 => E::DiscussionOpened {
            asked: vec![organisation],
            until: dated,
            at: NOW,
        },
        2 => E::PositionTaken(recommendation::Said {
            organisation,
            stance: Stance::Supports,
            reason: None,
            wording: None,
            at: NOW,
        }),
        3 => E::Formulated { text, at: NOW },
        4 => E::Decided(recommendation::Decision {
            outcome: Outcome::Adopted,
            body: "Committee".into(),
            meeting: None,
            on: dated,
            reason: None,
        }),
        5 | 6 => E::Addressed(recommendation::Addressee {
            organisation,
            term: n.is_multiple_of(2).then_some(dated),
        }),
        7 => E::Reported(finding),
        8 => E::Reviewed(finding),
        9 => E::SaysTheSame {
            other: id(6, n),
            same: n.is_multiple_of(2),
        },
        10 => E::Closed { reason: text, at: NOW },
        _ => E::Reopened { reason: text, at: NOW },
    }
}

/// The same of a programme.
fn programme_event(begun: bool, kind: u8, n: u8) -> programme::Event {
    use programme::{Event as E, Titled};
    let (text, dated) = (format!("Words {n}"), "2018-06".parse().expect("a month"));
    let titled = Titled {
        language: "en".into(),
        text: text.clone(),
    };
    if !begun {
        return E::Opened(programme::First {
            title: titled,
            reference: None,
            donor: None,
            begins: dated,
            ends: None,
            components: vec![text],
            source: None,
            example: n.is_multiple_of(2),
            by: actor(n),
            at: NOW,
        });
    }
    match kind % 4 {
        0 => E::Titled(titled),
        1 => E::Joined(programme::Partner {
            country: "LT".into(),
            institution: None,
            part: programme::Part::Partner,
        }),
        2 => E::Planned(programme::Activity {
            kind: programme::ActivityKind::Training,
            title: None,
            begins: dated,
            ends: None,
            place: None,
            example: true,
            state: programme::ActivityState::Planned,
            outcome: None,
            came: Vec::new(),
        }),
        _ => E::Closed { reason: text, at: NOW },
    }
}

/// The same of a visit.
fn visit_event(begun: bool, kind: u8, n: u8) -> visit::Event {
    use visit::Event as E;
    let (by, text, on) = (id(2, n % 3), format!("Words {n}"), "2018-06".parse().expect("a month"));
    if !begun {
        return E::Planned(visit::First {
            kind: visit::Kind::StudyVisit,
            title: text,
            place: None,
            begins: on,
            ends: None,
            delegation: vec![by],
            hosts: Vec::new(),
            source: None,
            example: n.is_multiple_of(2),
            by: actor(n),
            at: NOW,
        });
    }
    let told = visit::Told {
        text: text.clone(),
        by,
        at: NOW,
    };
    match kind % 5 {
        0 => E::Confirmed { at: NOW },
        1 => E::DayPlanned(visit::Day { on, text }),
        2 => E::Held { at: NOW },
        3 => E::Reported(told),
        _ => E::FollowedUp(told),
    }
}

fn training_plan(n: u8) -> training::Plan {
    let day = "2018-05".parse().expect("a month");
    training::Plan {
        title: format!("Training {n}"),
        programme: None,
        curriculum: training::Curriculum {
            audience: "NGOs".into(),
            aims: "Help".into(),
            modules: Vec::new(),
            hours: n,
            competence: "First help".into(),
            years: 3,
        },
        from: day,
        to: day,
        place: "Here".into(),
        language: None,
        trainers: Vec::new(),
        agenda: Vec::new(),
        material: Vec::new(),
        source: None,
        example: n.is_multiple_of(3),
    }
}

fn training_event(begun: bool, kind: u8, n: u8) -> training::Event {
    use training::Event as E;
    let (organisation, function, at) = (id(2, n % 3), "Officers".to_owned(), NOW);
    let plan = training_plan(n);
    if !begun {
        return E::Planned(training::First { plan, by: actor(n), at });
    }
    match kind % 7 {
        0 => E::Changed { plan, at },
        1 | 2 => E::Enrolled {
            enrol: training::Enrol {
                organisation,
                function,
                registered: u16::from(n),
            },
            at,
        },
        3 => E::Held { at },
        4 => E::Revoked { certificate: id(23, n) },
        5 => E::Cancelled {
            reason: "No hall".into(),
            at,
        },
        _ => E::Scored(training::Score {
            part: None,
            organisation: None,
            most: 10,
            before: None,
            after: None,
        }),
    }
}

fn issued(n: u8) -> certificate::Issued {
    certificate::Issued {
        number: format!("2018-05-{n:03}"),
        code: certificate::Code::drawn([n; 16]),
        training: id(22, n % 2),
        plan: training_plan(n),
        organisation: id(2, n % 3),
        function: "Officers".into(),
        until: "2021-05-30".parse().expect("a day"),
        by: actor(n),
        at: NOW,
    }
}

/// What a step of a sequence does.
#[derive(Clone, Debug)]
struct Happens {
    which: u8,
    kind: u8,
    number: u8,
}

/// The versions that a node should have, and which files are over.
#[derive(Default)]
struct Model {
    versions: BTreeMap<StreamId, i64>,
    over: BTreeSet<u8>,
}

impl Model {
    fn happen(&mut self, store: &Store, key: u32, step: &Happens) {
        let (c, n) = (step.number % 3, step.number);
        let file = id::<Case>(3, c);
        let begun = self.versions.contains_key(&file.into());
        let context = context(key);
        let (case, changes) = match step.which % 15 {
            0..=2 => {
                let kind = if begun { 1 + step.kind % (CASE_EVENTS - 1) } else { 0 };
                (Some(c), Changes::new(file, case_event(kind, c, n, key)))
            }
            9 => {
                let changes = beside_case(step.kind % BESIDE_EVENTS, c, n);
                let stream = changes.list()[0].stream;
                if stream.kind == StreamKind::Attempt && self.versions.contains_key(&stream) {
                    return;
                }
                (Some(c), changes)
            }
            3 | 4 => {
                let referral = id::<Referral>(4, c);
                let sent = self.versions.contains_key(&referral.into());
                let kind = if sent {
                    step.kind % REFERRAL_EVENTS
                } else {
                    step.kind % 2
                };
                (Some(c), Changes::new(referral, referral_event(kind, c, n)))
            }
            5 => (
                None,
                Changes::new(id::<Provider>(5, n % 2), provider_event(step.kind % PROVIDER_EVENTS, n)),
            ),
            10 => {
                let one = id::<Recommendation>(6, n % 2);
                let begun = self.versions.contains_key(&one.into());
                (None, Changes::new(one, recommendation_event(begun, step.kind, n)))
            }
            12 => {
                let one = id::<Visit>(24, n % 2);
                let begun = self.versions.contains_key(&one.into());
                (None, Changes::new(one, visit_event(begun, step.kind, n)))
            }
            11 => {
                let one = id::<Programme>(14, n % 2);
                let begun = self.versions.contains_key(&one.into());
                (None, Changes::new(one, programme_event(begun, step.kind, n)))
            }
            14 => {
                let one = id::<Training>(22, n % 2);
                let begun = self.versions.contains_key(&one.into());
                (None, Changes::new(one, training_event(begun, step.kind, n)))
            }
            13 => {
                let one = id::<Certificate>(23, n % 2);
                let event = match self.versions.get(&one.into()) {
                    None => certificate::Event::Issued(issued(n)),
                    Some(1) => certificate::Event::Withdrawn(certificate::Withdrawal {
                        reason: "A slip".into(),
                        at: NOW,
                    }),
                    Some(_) => return,
                };
                (None, Changes::new(one, event))
            }
            6 => {
                let kind = step.kind % ORGANISATION_EVENTS;
                (
                    None,
                    Changes::new(id::<Organisation>(2, n % 3), organisation_event(kind, n)),
                )
            }
            8 => {
                let task = id::<task::Task>(10, 3 * (n % 8) + c);
                let kind = match self.versions.get(&task.into()) {
                    None => 0,
                    Some(1) => 1 + step.kind % 3,
                    Some(_) => return,
                };
                (Some(c), Changes::new(task, task_event(kind, c, n)))
            }
            _ if step.kind.is_multiple_of(4) && begun && !self.over.contains(&c) => {
                let spoken_name = format!("Larix {c}");
                (Some(c), Changes::new(file, case::Event::Forgotten { spoken_name }))
            }
            _ => return,
        };
        if case.is_some_and(|c| self.over.contains(&c))
            || (!begun && changes.list()[0].stream != file.into() && case.is_some())
        {
            return;
        }
        let forgets = changes.list()[0].event.forgets();
        match self.commit(store, &context, case, &changes) {
            Ok(()) if forgets => {
                self.over.insert(c);
                if step.number.is_multiple_of(2) {
                    store.destroy_keys(&[file.into()]).expect("destroyed");
                }
            }
            Ok(()) | Err(Error::Duplicate) => {}
            Err(error) => panic!("{step:?}: {error:?}"),
        }
    }

    fn commit(&mut self, store: &Store, context: &Context, case: Option<u8>, changes: &Changes) -> Result<(), Error> {
        let owner = case.map(|c| id::<Case>(3, c));
        let permit = match owner {
            Some(owner) => for_case(context, owner),
            None => allowed(context, Action::ReadList, Subject::Own),
        };
        let streams = owner
            .map(StreamId::from)
            .into_iter()
            .chain(changes.list().iter().map(|change| change.stream));
        let mut read: Vec<Seen> = Vec::new();
        for stream in streams {
            let version = self.versions.get(&stream).copied().unwrap_or(0);
            if version > 0 && read.iter().all(|seen| seen.stream != stream) {
                read.push(Seen {
                    stream,
                    version,
                    owner: owner
                        .filter(|_| stream.kind.sealed_under() != SealedUnder::Node)
                        .map(Owner::Case),
                });
            }
        }
        let drafts = store.seal(&permit, changes.clone(), &mut read, context.into())?;
        store.commit(Commit {
            name: "test.sequence",
            at: context.now,
            stamp: context.into(),
            once: None,
            read,
            drafts,
            audit: Vec::new(),
            outbox: Vec::new(),
        })?;
        for change in changes.list() {
            *self.versions.entry(change.stream).or_default() += 1;
        }
        Ok(())
    }

    fn check(&self, place: &Place, store: &Store) {
        let report = store.verify().expect("verified");
        assert_eq!(
            (report.first_fault, report.events),
            (None, self.versions.values().sum())
        );
        assert_eq!(store.rebuild().expect("rebuilt"), []);
        for c in &self.over {
            let file = id::<Case>(3, *c);
            assert!(matches!(
                store.snapshot().expect("a snapshot").case_version(file),
                Err(Error::Forgotten)
            ));
            for table in [
                "case_file",
                "takes_part",
                "due",
                "due_sending",
                "referral",
                "attempt",
                "task",
            ] {
                let left = place.count(&format!("SELECT count(*) FROM {table} WHERE case_id = '{file}'"));
                assert_eq!(left, 0, "rows of {table}");
            }
        }
        let rows = "SELECT (SELECT count(*) FROM case_file) + (SELECT count(*) FROM organisation) + 1";
        assert!(place.count(rows) > 0);
    }
}

fn steps() -> impl Strategy<Value = Vec<Happens>> {
    let step = (any::<u8>(), any::<u8>(), 0..12u8);
    let step = step.prop_map(|(which, kind, number)| Happens { which, kind, number });
    prop::collection::vec(step, 1..120)
}

fn play(place: &Place, steps: &[Happens]) {
    let mut model = Model::default();
    let mut store = place.open();
    for (key, step) in (1..).zip(steps) {
        model.happen(&store, key, step);
    }
    model.check(place, &store);
    drop(store);
    store = place.open();
    model.check(place, &store);
}

/// Without files of failures beside the tests: a failure is printed, and stands here as a test of its own.
fn runner(cases: u32) -> TestRunner {
    let cases = if std::env::var_os("TILTAS_LONG").is_some() {
        cases * 20
    } else {
        cases
    };
    TestRunner::new(Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    })
}

#[test]
fn any_sequence_of_events_leaves_a_whole_journal_on_sqlite() {
    let played = runner(24).run(&steps(), |steps| {
        play(&Place::sqlite(), &steps);
        Ok(())
    });
    played.unwrap();
}

#[test]
fn any_sequence_of_events_leaves_a_whole_journal_on_postgres() {
    if Place::postgres().is_none() {
        return;
    }
    let played = runner(8).run(&steps(), |steps| {
        play(&Place::postgres().expect("a database"), &steps);
        Ok(())
    });
    played.unwrap();
}

#[test]
fn every_kind_of_event_is_written_and_rebuilt_on_both() {
    let happens =
        |which, kinds: u8| (0..kinds).flat_map(move |kind| (0..6).map(move |number| Happens { which, kind, number }));
    let all: Vec<Happens> = happens(6, ORGANISATION_EVENTS)
        .chain(happens(5, PROVIDER_EVENTS))
        .chain(happens(0, CASE_EVENTS))
        .chain(happens(3, REFERRAL_EVENTS))
        .chain(happens(8, 4))
        .chain(happens(9, BESIDE_EVENTS))
        .chain([Happens {
            which: 7,
            kind: 0,
            number: 1,
        }])
        .collect();
    play(&Place::sqlite(), &all);
    if let Some(place) = Place::postgres() {
        play(&place, &all);
    }
}
