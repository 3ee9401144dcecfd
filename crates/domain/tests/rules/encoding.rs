//! What stands in the journal can be read as it was written: one sample of every event, against `tests/events.hex`.
//! A changed line is a changed journal. Before 1.0 that is allowed and told; run with `TILTAS_GOLDEN=write` to write the file.
use std::{collections::BTreeSet, fmt::Write, sync::Arc};
use tiltas_domain::{
    Answer, Content, Event, Fields, Id, Purpose, Role, Sensitive,
    attempt::{About, Attempt, Outcome as Tried},
    audit,
    case::{self, Because, Urgency},
    certificate,
    clock::{Clock, Confidence},
    consent::{self, Form, Ground, Recipient},
    content::{BirthDate, Class, Field, Parts, Sealed},
    dated::Dated,
    detail::{self, Detail, Name, Origin, Script},
    disclosure,
    example::{self, NIGHT, Who, id},
    expert_institution, import, meeting, national_report, need, note,
    organisation::{self, Function, Member, OrganisationKind},
    partnership, period, place, plan, practice, programme, provider,
    provider::Service,
    recommendation,
    referral::{self, How, Outcome, Reason, Sending, Step, WithdrawnBecause},
    report, risk, screening, signal, task, training, visit,
};

/// Takes the texts of an event as the store does, without sealing them.
#[derive(Default)]
struct Texts(Vec<(Class, String)>);

impl Parts for Texts {
    fn put(&mut self, class: Class, text: &str) -> u32 {
        let slot = self.0.iter().filter(|(of, _)| *of == class).count() as u32;
        self.0.push((class, text.to_owned()));
        slot
    }

    fn sealed(&self) -> Arc<Sealed> {
        Arc::new(Sealed {
            place: "here".to_owned(),
            owner: None,
            parts: [const { None }; 5],
        })
    }
}

fn new<T: Sensitive>(text: &str) -> Content<T> {
    Content::New(T::wrap(text.to_owned()))
}

fn clock() -> Clock {
    let profile = example::moldova();
    profile.start(&profile.tonight.answer, NIGHT)
}

/// The name of every event there is. A new event does not compile here until it has a name, and a sample below.
fn name(event: &Event) -> &'static str {
    match event {
        Event::Case(event) => match event {
            case::Event::Signal(_) => "case.signal",
            case::Event::Described(_) => "case.described",
            case::Event::Consent(consent::Event::Said(_)) => "case.consent.said",
            case::Event::Consent(consent::Event::TakenBack { .. }) => "case.consent.taken_back",
            case::Event::Disclosure(disclosure::Event::Disclosed(_)) => "case.disclosure.disclosed",
            case::Event::Disclosure(disclosure::Event::Ended { .. }) => "case.disclosure.ended",
            case::Event::Disclosure(disclosure::Event::Shortened { .. }) => "case.disclosure.shortened",
            case::Event::Disclosure(disclosure::Event::Narrowed { .. }) => "case.disclosure.narrowed",
            case::Event::Disclosure(disclosure::Event::RecordOpened(_)) => "case.disclosure.record_opened",
            case::Event::Disclosure(disclosure::Event::RecordUntil { .. }) => "case.disclosure.record_until",
            case::Event::Disclosure(disclosure::Event::RecordEnded { .. }) => "case.disclosure.record_ended",
            case::Event::Joined { .. } => "case.joined",
            case::Event::Left { .. } => "case.left",
            case::Event::LeadOffered { .. } => "case.lead_offered",
            case::Event::LeadAccepted { .. } => "case.lead_accepted",
            case::Event::LeadTaken { .. } => "case.lead_taken",
            case::Event::LeadDeclined { .. } => "case.lead_declined",
            case::Event::LeadOfferEnded { .. } => "case.lead_offer_ended",
            case::Event::LeadOfferShortened { .. } => "case.lead_offer_shortened",
            case::Event::UrgencyChanged(_) => "case.urgency_changed",
            case::Event::Forgotten { .. } => "case.forgotten",
        },
        Event::Referral(event) => match event {
            referral::Event::Drafted { .. } => "referral.drafted",
            referral::Event::Sent(_) => "referral.sent",
            referral::Event::Acknowledged { .. } => "referral.acknowledged",
            referral::Event::QuestionAsked { .. } => "referral.question_asked",
            referral::Event::QuestionAnswered { .. } => "referral.question_answered",
            referral::Event::Accepted { .. } => "referral.accepted",
            referral::Event::Refused { .. } => "referral.refused",
            referral::Event::NoCapacity { .. } => "referral.no_capacity",
            referral::Event::Started => "referral.started",
            referral::Event::Completed { .. } => "referral.completed",
            referral::Event::Failed { .. } => "referral.failed",
            referral::Event::Withdrawn { .. } => "referral.withdrawn",
            referral::Event::Expired { .. } => "referral.expired",
            referral::Event::PlaceReleased => "referral.place_released",
            referral::Event::PlaceGiven { .. } => "referral.place_given",
            referral::Event::Escalated { .. } => "referral.escalated",
        },
        Event::Provider(event) => match event {
            provider::Event::Listed(_) => "provider.listed",
            provider::Event::OfferChanged(_) => "provider.offer_changed",
            provider::Event::Place(place::Event::Added { .. }) => "provider.place.added",
            provider::Event::Place(place::Event::Held { .. }) => "provider.place.held",
            provider::Event::Place(place::Event::Released { .. }) => "provider.place.released",
            provider::Event::Place(place::Event::Taken { .. }) => "provider.place.taken",
            provider::Event::Place(place::Event::Freed { .. }) => "provider.place.freed",
            provider::Event::Place(place::Event::InUse { .. }) => "provider.place.in_use",
        },
        Event::Organisation(event) => match event {
            organisation::Event::Registered { .. } => "organisation.registered",
            organisation::Event::MemberJoined(_) => "organisation.member_joined",
            organisation::Event::MemberLeft { .. } => "organisation.member_left",
            organisation::Event::MemberRights { .. } => "organisation.member_rights",
            organisation::Event::FunctionChanged { .. } => "organisation.function_changed",
            organisation::Event::FunctionClosed { .. } => "organisation.function_closed",
            organisation::Event::FunctionSetUp(_) => "organisation.function_set_up",
        },
        Event::Audit(_) => "audit",
        Event::Attempt(_) => "attempt",
        Event::Detail(detail::Event::Told { .. }) => "detail.told",
        Event::Detail(detail::Event::Corrected { .. }) => "detail.corrected",
        Event::Screening(screening::Event::Started { .. }) => "screening.started",
        Event::Screening(screening::Event::Answered { .. }) => "screening.answered",
        Event::Screening(screening::Event::Concluded { .. }) => "screening.concluded",
        Event::Risk(_) => "risk",
        Event::Note(_) => "note",
        Event::Need(need::Event::Recorded { .. }) => "need.recorded",
        Event::Need(need::Event::Ended { .. }) => "need.ended",
        Event::Programme(event) => match event {
            programme::Event::Opened(_) => "programme.opened",
            programme::Event::Titled(_) => "programme.titled",
            programme::Event::Joined(_) => "programme.joined",
            programme::Event::Planned(_) => "programme.planned",
            programme::Event::Held { .. } => "programme.held",
            programme::Event::Cancelled { .. } => "programme.cancelled",
            programme::Event::Came { .. } => "programme.came",
            programme::Event::Closed { .. } => "programme.closed",
        },
        Event::Partnership(event) => match event {
            partnership::Event::Begun(_) => "partnership.begun",
            partnership::Event::PartyNamed(_) => "partnership.party_named",
            partnership::Event::PurposeWritten(_) => "partnership.purpose_written",
            partnership::Event::MeasuresAdded(_) => "partnership.measures_added",
            partnership::Event::DataWritten(_) => "partnership.data_written",
            partnership::Event::TermSet(_) => "partnership.term_set",
            partnership::Event::Consulted { .. } => "partnership.consulted",
            partnership::Event::Returned { .. } => "partnership.returned",
            partnership::Event::Signed(_) => "partnership.signed",
            partnership::Event::MeasureMoved(_) => "partnership.measure_moved",
            partnership::Event::Reviewed { .. } => "partnership.reviewed",
            partnership::Event::Renewed { .. } => "partnership.renewed",
            partnership::Event::Ended { .. } => "partnership.ended",
            partnership::Event::Assessed(_) => "partnership.assessed",
            partnership::Event::Warned(_) => "partnership.warned",
        },
        Event::Meeting(event) => match event {
            meeting::Event::Called(_) => "meeting.called",
            meeting::Event::Held { .. } => "meeting.held",
            meeting::Event::Decided(_) => "meeting.decided",
            meeting::Event::Resolved(_) => "meeting.resolved",
            meeting::Event::Drafted { .. } => "meeting.drafted",
            meeting::Event::Agreed { .. } => "meeting.agreed",
        },
        Event::Visit(event) => match event {
            visit::Event::Planned(_) => "visit.planned",
            visit::Event::Confirmed { .. } => "visit.confirmed",
            visit::Event::DayPlanned(_) => "visit.day_planned",
            visit::Event::Held { .. } => "visit.held",
            visit::Event::Noted(_) => "visit.noted",
            visit::Event::Found(_) => "visit.found",
            visit::Event::Recommended { .. } => "visit.recommended",
            visit::Event::Reported(_) => "visit.reported",
            visit::Event::FollowedUp(_) => "visit.followed_up",
        },
        Event::Period(event) => match event {
            period::Event::Opened(_) => "period.opened",
            period::Event::NationalBegun { .. } => "period.national_begun",
            period::Event::Closed { .. } => "period.closed",
        },
        Event::Report(event) => match event {
            report::Event::Opened(_) => "report.opened",
            report::Event::Written(_) => "report.written",
            report::Event::Submitted { .. } => "report.submitted",
            report::Event::Returned(_) => "report.returned",
            report::Event::Accepted { .. } => "report.accepted",
            report::Event::Told { .. } => "report.told",
            report::Event::Corrected { .. } => "report.corrected",
        },
        Event::NationalReport(event) => match event {
            national_report::Event::Drafted { .. } => "national_report.drafted",
            national_report::Event::Edited(_) => "national_report.edited",
            national_report::Event::Approved(_) => "national_report.approved",
        },
        Event::Recommendation(event) => match event {
            recommendation::Event::Recorded(_) => "recommendation.recorded",
            recommendation::Event::Translated(_) => "recommendation.translated",
            recommendation::Event::DiscussionOpened { .. } => "recommendation.discussion_opened",
            recommendation::Event::PositionTaken(_) => "recommendation.position_taken",
            recommendation::Event::Formulated { .. } => "recommendation.formulated",
            recommendation::Event::Decided(_) => "recommendation.decided",
            recommendation::Event::Addressed(_) => "recommendation.addressed",
            recommendation::Event::Reported(_) => "recommendation.reported",
            recommendation::Event::Reviewed(_) => "recommendation.reviewed",
            recommendation::Event::SaysTheSame { .. } => "recommendation.says_the_same",
            recommendation::Event::Closed { .. } => "recommendation.closed",
            recommendation::Event::Reopened { .. } => "recommendation.reopened",
            recommendation::Event::Superseded { .. } => "recommendation.superseded",
        },
        Event::Plan(event) => match event {
            plan::Event::Drafted(_) => "plan.drafted",
            plan::Event::Added(_) => "plan.added",
            plan::Event::Changed { .. } => "plan.changed",
            plan::Event::Approved(_) => "plan.approved",
            plan::Event::Enforced { .. } => "plan.enforced",
            plan::Event::Amended { .. } => "plan.amended",
            plan::Event::Reported { .. } => "plan.reported",
            plan::Event::Linked { .. } => "plan.linked",
            plan::Event::Imported { .. } => "plan.imported",
            plan::Event::ImportUndone { .. } => "plan.import_undone",
        },
        Event::Book(event) => match event {
            import::book::Event::Brought(_) => "book.brought",
            import::book::Event::Forgotten => "book.forgotten",
        },
        Event::Import(event) => match event {
            import::Event::Read { .. } => "import.read",
            import::Event::Mapped { .. } => "import.mapped",
            import::Event::Taken { .. } => "import.taken",
            import::Event::Undone { .. } => "import.undone",
        },
        Event::Practice(event) => match event {
            practice::Event::Recorded { .. } => "practice.recorded",
            practice::Event::Changed { .. } => "practice.changed",
            practice::Event::Reviewed { .. } => "practice.reviewed",
            practice::Event::Published { .. } => "practice.published",
            practice::Event::Withdrawn { .. } => "practice.withdrawn",
            practice::Event::Adopted(_) => "practice.adopted",
            practice::Event::Planned(_) => "practice.planned",
        },
        Event::ExpertInstitution(event) => match event {
            expert_institution::Event::Registered { .. } => "expert_institution.registered",
            expert_institution::Event::Changed { .. } => "expert_institution.changed",
            expert_institution::Event::Contributed { .. } => "expert_institution.contributed",
        },
        Event::Training(event) => match event {
            training::Event::Planned(_) => "training.planned",
            training::Event::Changed { .. } => "training.changed",
            training::Event::Enrolled { .. } => "training.enrolled",
            training::Event::Held { .. } => "training.held",
            training::Event::Attended { .. } => "training.attended",
            training::Event::Scored(_) => "training.scored",
            training::Event::Answered(_) => "training.answered",
            training::Event::Reported { .. } => "training.reported",
            training::Event::Cancelled { .. } => "training.cancelled",
            training::Event::Certified { .. } => "training.certified",
            training::Event::Revoked { .. } => "training.revoked",
        },
        Event::Certificate(certificate::Event::Issued(_)) => "certificate.issued",
        Event::Certificate(certificate::Event::Withdrawn(_)) => "certificate.withdrawn",
        Event::Task(event) => match event {
            task::Event::Opened(_) => "task.opened",
            task::Event::Done { .. } => "task.done",
            task::Event::Cancelled { .. } => "task.cancelled",
            task::Event::Escalated { .. } => "task.escalated",
            task::Event::Forgotten => "task.forgotten",
        },
    }
}

fn beside_case() -> Vec<Event> {
    let by = Who::BorderPost.actor(Role::FirstResponder);
    vec![
        Event::Detail(detail::Event::Told {
            detail: id(2),
            origin: Origin::Signal,
            value: Detail::Name(Name::given(
                Sensitive::wrap("Oksana Invented".to_owned()),
                Script::Latin,
            )),
        }),
        Event::Detail(detail::Event::Corrected {
            detail: id(3),
            replaces: id(2),
            value: Detail::BirthDate(new::<BirthDate>("2002-05")),
        }),
        Event::Screening(screening::Event::Started {
            screening: id(4),
            set: "labour_adult 1".to_owned(),
        }),
        Event::Screening(screening::Event::Answered {
            screening: id(4),
            answers: Answer::ALL.map(|answer| (answer.code().to_owned(), answer)).to_vec(),
        }),
        Event::Screening(screening::Event::Concluded {
            screening: id(4),
            decision: screening::Decision::NoCase,
            advised: true,
            reason: Some(new("A misunderstanding")),
        }),
        Event::Need(need::Event::Recorded {
            need: id(12),
            kind: need::Kind::MentalHealth,
            pressing: need::Pressing::Urgent,
            words: Some(new("Does not sleep")),
            by: Who::BorderPost.id(),
        }),
        Event::Need(need::Event::Ended {
            need: id(12),
            end: need::End::Unmet(need::Unmet::NoProvider),
        }),
        Event::Risk(risk::Event {
            level: risk::Level::High,
            with_person: Answer::Yes,
            channels: vec![
                (risk::Channel::Call, risk::Safety::No),
                (risk::Channel::InPerson, risk::Safety::Safe),
            ],
            safe_contact: Some(new("In person only")),
            feared: vec![new("One man"), new("His brother")],
            plan: Some(new("Do not open to him")),
        }),
        Event::Note(note::Event {
            note: id(5),
            adds_to: Some(id(6)),
            own_words: true,
            text: new("I want to sleep"),
            by,
        }),
    ]
}

fn case_samples() -> Vec<case::Event> {
    let by = Who::BorderPost.actor(Role::FirstResponder);
    let organisation = Who::PodulAlb.id();
    let fields = Fields::of(&[Field::SpokenName, Field::Health]);
    vec![
        case::Event::Signal(signal::Event {
            spoken_name: "Galium 246".to_owned(),
            number: "MD 7K4-Q2M-9".to_owned(),
            channel: signal::Channel::Encounter,
            anonymous: false,
            urgency: Urgency::Tonight,
            person: example::woman(),
            by,
            account: Some(new("She was found in a van")),
        }),
        case::Event::Described(example::unsure_of_age()),
        case::Event::Consent(consent::Event::Said(consent::Said {
            say: id(7),
            to: Recipient::Service(Service::Shelter),
            answer: Answer::Yes,
            fields,
            purpose: Purpose::Assistance,
            until: Some(NIGHT),
            form: Form::Spoken,
            language: Some("uk".to_owned()),
            words: Some(new("They may know about my wrist")),
        })),
        case::Event::Consent(consent::Event::TakenBack { say: id(7) }),
        case::Event::Disclosure(disclosure::Event::Disclosed(disclosure::Disclosed {
            disclosure: id(8),
            referral: Some(id(9)),
            to: organisation,
            fields,
            ground: Ground::VitalInterest,
            say: Some(id(7)),
            purpose: Purpose::Assistance,
            until: NIGHT,
            person_told: true,
        })),
        case::Event::Disclosure(disclosure::Event::Ended {
            disclosure: id(8),
            because: disclosure::Ended::TakenBack,
            at: NIGHT,
            to: Who::CasaLiman.id(),
        }),
        case::Event::Disclosure(disclosure::Event::RecordOpened(disclosure::OwnRecord {
            disclosure: id(8),
            fields,
            article: "An article".to_owned(),
            confidence: Confidence::Unsure,
        })),
        case::Event::Disclosure(disclosure::Event::RecordUntil {
            disclosure: id(8),
            until: Some(NIGHT),
        }),
        case::Event::Disclosure(disclosure::Event::RecordEnded { disclosure: id(8) }),
        case::Event::Disclosure(disclosure::Event::Shortened {
            disclosure: id(8),
            until: NIGHT,
            to: Who::CasaLiman.id(),
        }),
        case::Event::Disclosure(disclosure::Event::Narrowed {
            disclosure: id(8),
            gone: fields,
            at: NIGHT,
            to: Who::CasaLiman.id(),
        }),
        case::Event::Joined {
            organisation,
            because: Because::Referral(id(9)),
        },
        case::Event::Left {
            organisation,
            because: Because::Referral(id(9)),
        },
        case::Event::LeadOffered {
            to: organisation,
            clock: clock(),
        },
        case::Event::LeadAccepted { by: organisation },
        case::Event::LeadTaken {
            by: organisation,
            ground: Ground::PublicTask,
        },
        case::Event::LeadDeclined { by: organisation },
        case::Event::LeadOfferEnded {
            to: organisation,
            because: case::OfferEnded::Withdrawn,
        },
        case::Event::LeadOfferShortened {
            to: organisation,
            clock: clock(),
        },
        case::Event::UrgencyChanged(Urgency::DangerNow),
        case::Event::Forgotten {
            spoken_name: "Galium 246".to_owned(),
        },
    ]
}

fn referral_samples() -> Vec<referral::Event> {
    let by = Who::BorderPost.actor(Role::FirstResponder);
    let place = Some("2 B".to_owned());
    let escalations = vec![NIGHT, NIGHT.plus_hours(1)];
    vec![
        referral::Event::Drafted {
            case: id(1),
            from: Who::BorderPost.id(),
            to: Some(id(11)),
            urgency: Urgency::Ordinary,
            services: vec![Service::Shelter, Service::Medical],
            words: Some(new("A bed and a doctor")),
        },
        referral::Event::Sent(Sending {
            case: id(1),
            from: Who::BorderPost.id(),
            by,
            to: id(11),
            receiver: Who::CasaLiman.id(),
            urgency: Urgency::Tonight,
            services: vec![Service::Shelter],
            disclosure: id(8),
            acknowledge: clock(),
            answer: clock(),
            escalations: escalations.clone(),
            expires: Some(NIGHT),
            place: place.clone(),
            words: Some(new("She is tired")),
            ground_reason: Some(new("He may come back")),
        }),
        referral::Event::Acknowledged {
            how: How::ByPhone {
                function: "Night coordinator".to_owned(),
                at: NIGHT,
            },
            escalations: escalations.clone(),
        },
        referral::Event::QuestionAsked {
            question: new("Does she smoke?"),
            escalations,
        },
        referral::Event::QuestionAnswered {
            answer: new("Not asked"),
        },
        referral::Event::Accepted {
            place,
            words: Some(new("Come")),
        },
        referral::Event::Refused {
            reason: Reason::Other,
            words: Some(new("We are closed")),
        },
        referral::Event::NoCapacity { words: None },
        referral::Event::Started,
        referral::Event::Completed {
            outcome: Outcome::SelfReliant,
            words: Some(new("She works")),
        },
        referral::Event::Failed {
            words: new("The house is flooded"),
        },
        referral::Event::Withdrawn {
            because: WithdrawnBecause::WrongReceiver,
        },
        referral::Event::Expired {
            read_until: Some(NIGHT),
        },
        referral::Event::PlaceReleased,
        referral::Event::PlaceGiven {
            place: "2 A".to_owned(),
        },
        referral::Event::Escalated {
            step: Step::ContactPoint,
            acknowledged: true,
            to: Who::Team.id(),
            passed: vec![Step::Supervisor],
        },
    ]
}

fn task_samples() -> [task::Event; 5] {
    let organisation = Who::CasaLiman.id();
    [
        task::Event::Opened(task::Opened {
            case: Some(id(1)),
            work: task::Work::Written(new("Ring the interpreter")),
            assignee: task::Assignee {
                organisation,
                function: Some(id(13)),
            },
            by: Who::PodulAlb.id(),
            clock: clock(),
            escalates: vec![(task::Step::Head, NIGHT)],
        }),
        task::Event::Done {
            by: organisation,
            note: Some(new("Comes at nine")),
            until: Some(NIGHT),
        },
        task::Event::Cancelled {
            by: organisation,
            note: Some(new("She speaks Romanian")),
            until: None,
        },
        task::Event::Escalated {
            step: task::Step::Head,
            to: Who::Team.id(),
            function: Some(id(14)),
            passed: vec![task::Step::Head],
        },
        task::Event::Forgotten,
    ]
}

fn programme_samples() -> [programme::Event; 8] {
    use programme::Event as E;
    let dated: Dated = "2018-06".parse().unwrap();
    let words = || "Words".to_owned();
    let titled = programme::Titled {
        language: "en".to_owned(),
        text: words(),
    };
    [
        E::Opened(programme::First {
            title: titled.clone(),
            reference: Some(words()),
            donor: None,
            begins: dated,
            ends: Some(dated),
            components: vec![words()],
            source: None,
            example: true,
            by: Who::Secretariat.actor(Role::Secretariat),
            at: NIGHT,
        }),
        E::Titled(titled),
        E::Joined(programme::Partner {
            country: "LT".to_owned(),
            institution: None,
            part: programme::Part::Lead,
        }),
        E::Planned(programme::Activity {
            kind: programme::ActivityKind::StudyVisit,
            title: None,
            begins: dated,
            ends: None,
            place: Some(words()),
            example: true,
            state: programme::ActivityState::Planned,
            outcome: None,
            came: Vec::new(),
        }),
        E::Held {
            activity: 1,
            outcome: words(),
            at: NIGHT,
        },
        E::Cancelled {
            activity: 1,
            reason: words(),
            at: NIGHT,
        },
        E::Came {
            activity: 1,
            of: programme::Came::Recommendation(id(31)),
        },
        E::Closed {
            reason: words(),
            at: NIGHT,
        },
    ]
}

fn partnership_samples() -> [partnership::Event; 15] {
    use partnership::{Arrangement, Data, Event as E, Progress, Standing, Value};
    let (day, until): (Dated, Dated) = ("2026-08-19".parse().unwrap(), "2028-08-31".parse().unwrap());
    let organisation = Who::BorderPost.id();
    let party = partnership::Party {
        organisation,
        role: Standing::Lead,
        function: Some("Shift leader".to_owned()),
        phone: Some("0236 00 101".to_owned()),
    };
    [
        E::Begun(partnership::First {
            title: "At the border at night".to_owned(),
            arrangement: Arrangement::CooperationAgreement,
            parties: vec![party.clone()],
            example: true,
            by: Who::Secretariat.actor(Role::Secretariat),
            at: NIGHT,
        }),
        E::PartyNamed(party),
        E::PurposeWritten(partnership::Purpose {
            text: "A safe place".to_owned(),
            groups: vec!["Women".to_owned()],
            services: vec![Service::Shelter],
            territory: Some("Ungheni".to_owned()),
        }),
        E::MeasuresAdded(vec![partnership::Measure {
            what: "Rings the house".to_owned(),
            owner: organisation,
            due: Some(until),
        }]),
        E::DataWritten(Data::Annex(partnership::Annex {
            classes: vec![Class::Contact],
            grounds: vec![Ground::Consent],
            controllers: vec![organisation],
            joint: Some("Each for its own".to_owned()),
            transfer: None,
        })),
        E::TermSet(partnership::Term {
            from: Some(day),
            until,
            review: None,
        }),
        E::Consulted { until, at: NIGHT },
        E::Returned {
            reason: "Another phone".to_owned(),
            at: NIGHT,
        },
        E::Signed(partnership::Signature { organisation, on: day }),
        E::MeasureMoved(partnership::Moved {
            measure: 0,
            progress: Progress::UnderWay,
            note: None,
            at: NIGHT,
        }),
        E::Reviewed {
            on: day,
            text: "It works".to_owned(),
            next: Some(until),
        },
        E::Renewed {
            on: day,
            until,
            review: None,
        },
        E::Ended {
            on: day,
            reason: "Another one".to_owned(),
        },
        E::Assessed(partnership::Assessment {
            organisation,
            year: 2026,
            answers: vec![partnership::Answered {
                question: "feedback".to_owned(),
                value: Value::Works,
                evidence: Some("Minutes".to_owned()),
            }],
            at: NIGHT,
        }),
        E::Warned(partnership::Warning {
            days: 30,
            until,
            at: NIGHT,
        }),
    ]
}

fn meeting_samples() -> [meeting::Event; 6] {
    use meeting::Event as E;
    let (text, at, who) = (|| "Words".to_owned(), NIGHT, Who::BorderPost.id());
    [
        E::Called(meeting::First {
            title: text(),
            body: text(),
            on: "2018-06-29".parse().unwrap(),
            place: None,
            invited: vec![who],
            example: true,
            by: Who::Secretariat.actor(Role::Secretariat),
            at,
        }),
        E::Held {
            present: vec![who],
            agenda: vec![meeting::Item {
                recommendation: id(31),
                title: text(),
                why: meeting::Why::AwaitsDecision,
                addressees: vec![who],
            }],
            at,
        },
        E::Decided(meeting::Taken {
            recommendation: id(31),
            outcome: recommendation::Outcome::Adopted,
            reason: None,
            at,
        }),
        E::Resolved(meeting::Resolved {
            text: text(),
            owner: who,
            due: Some(at),
            task: id(10),
            at,
        }),
        E::Drafted { text: text(), at },
        E::Agreed { at },
    ]
}

fn visit_samples() -> [visit::Event; 9] {
    use visit::Event as E;
    let (on, at): (Dated, _) = ("2018-06".parse().unwrap(), NIGHT);
    let (text, by) = (|| "Words".to_owned(), Who::Partner.id());
    let told = visit::Told { text: text(), by, at };
    [
        E::Planned(visit::First {
            kind: visit::Kind::StudyVisit,
            title: text(),
            place: Some(text()),
            begins: on,
            ends: None,
            delegation: vec![by],
            hosts: vec![text()],
            source: None,
            example: true,
            by: Who::Secretariat.actor(Role::Secretariat),
            at,
        }),
        E::Confirmed { at },
        E::DayPlanned(visit::Day { on, text: text() }),
        E::Held { at },
        E::Noted(visit::Note {
            on,
            text: text(),
            example: true,
            by,
            at,
        }),
        E::Found(visit::Finding {
            text: text(),
            theme: recommendation::Theme::Children,
            note: Some(1),
            example: true,
            by,
            at,
            recommendation: None,
        }),
        E::Recommended {
            finding: 1,
            recommendation: id(31),
        },
        E::Reported(told.clone()),
        E::FollowedUp(told),
    ]
}

fn report_samples() -> [Event; 13] {
    use national_report::Event as N;
    use period::Event as P;
    use report::{Count, Counted, Event as E, Indicator, Step, Value};
    let day = |text: &str| -> Dated { text.parse().unwrap() };
    let (from, until) = (day("2026-01-01"), day("2026-06-30"));
    let steps = vec![(Step::FocalFunction, NIGHT), (Step::Secretariat, NIGHT.plus_hours(1))];
    let counts = [Count::Exactly(12), Count::Few, Count::Withheld, Count::None];
    let counted: Vec<Counted> = Indicator::ALL
        .iter()
        .zip(counts)
        .map(|(indicator, count)| Counted {
            indicator: *indicator,
            count,
        })
        .collect();
    let version = national_report::Version {
        title: "National report".to_owned(),
        text: "# Border police".to_owned(),
        by: Who::Secretariat.actor(Role::Secretariat),
        at: NIGHT,
    };
    [
        P::Opened(period::Opened {
            rule: "mid_year".to_owned(),
            what: "To the secretariat".to_owned(),
            opens: day("2026-07-01"),
            due: day("2026-07-15"),
            from,
            until,
            national: false,
            owes: vec![period::Owes {
                organisation: Who::BorderPost.id(),
                report: id(40),
            }],
            without: vec![Who::PodulAlb.id()],
            source: "A decision".to_owned(),
            confidence: tiltas_domain::clock::Confidence::Verified,
            profile: "MD 2026-2".to_owned(),
            at: NIGHT,
        })
        .into(),
        P::NationalBegun { report: id(41) }.into(),
        P::Closed {
            missing: vec![id(40)],
            at: NIGHT,
        }
        .into(),
        E::Opened(report::Opened {
            period: id(39),
            organisation: Who::BorderPost.id(),
            function: Some(id(13)),
            from,
            until,
            due: Some(NIGHT),
            steps: steps.clone(),
            corrects: Some(id(40)),
            counted: counted.clone(),
            at: NIGHT,
        })
        .into(),
        E::Written(report::Written {
            narrative: "Four posts.".to_owned(),
            values: vec![Value {
                indicator: "Posts".to_owned(),
                figure: "4".to_owned(),
                definition: "With an officer".to_owned(),
            }],
            evidence: vec!["A list".to_owned()],
            obstacles: Some("Money".to_owned()),
            example: true,
        })
        .into(),
        E::Submitted {
            counted: counted.clone(),
            at: NIGHT,
        }
        .into(),
        E::Returned(report::Returned {
            figure: Some("Posts".to_owned()),
            reason: "Which?".to_owned(),
            due: NIGHT,
            steps,
            at: NIGHT,
        })
        .into(),
        E::Accepted { at: NIGHT }.into(),
        E::Told {
            step: Step::Head,
            at: NIGHT,
        }
        .into(),
        E::Corrected { by: id(42) }.into(),
        N::Drafted {
            basis: national_report::Basis {
                period: id(39),
                reports: vec![id(40)],
                totals: counted,
                example: true,
            },
            first: version.clone(),
        }
        .into(),
        N::Edited(version).into(),
        N::Approved(national_report::Approval {
            version: 2,
            body: "National committee".to_owned(),
            on: day("2026-03-30"),
        })
        .into(),
    ]
}

fn training_plan() -> training::Plan {
    let day: Dated = "2018-05-30".parse().unwrap();
    training::Plan {
        title: "First help".to_owned(),
        programme: Some("A programme".to_owned()),
        curriculum: training::Curriculum {
            audience: "NGOs".to_owned(),
            aims: "Help".to_owned(),
            modules: vec!["Partnerships".to_owned()],
            hours: 12,
            competence: "First help".to_owned(),
            years: 3,
        },
        from: day,
        to: day,
        place: "Chișinău".to_owned(),
        language: Some("ro".to_owned()),
        trainers: vec!["Latvia".to_owned()],
        agenda: vec![training::Item {
            day,
            hour: Some("09:00".to_owned()),
            what: "Opening".to_owned(),
            by: None,
        }],
        material: vec!["The case".to_owned()],
        source: None,
        example: true,
    }
}

fn training_samples() -> [training::Event; 11] {
    use training::Event as E;
    let (organisation, function, at) = (Who::BorderPost.id(), "Duty officers".to_owned(), NIGHT);
    let plan = training_plan();
    [
        E::Planned(training::First {
            plan: plan.clone(),
            by: Who::Partner.actor(Role::Organiser),
            at,
        }),
        E::Changed { plan, at },
        E::Enrolled {
            enrol: training::Enrol {
                organisation,
                function: function.clone(),
                registered: 6,
            },
            at,
        },
        E::Held { at },
        E::Attended {
            attend: training::Attend {
                organisation,
                function: function.clone(),
                came: 5,
            },
            at,
        },
        E::Scored(training::Score {
            part: None,
            organisation: Some(organisation),
            most: 10,
            before: Some(training::Measure {
                answered: 5,
                points: 21,
            }),
            after: None,
        }),
        E::Answered(training::Feedback {
            question: "useful".to_owned(),
            counts: [0, 1, 2, 2],
        }),
        E::Reported {
            report: training::Report {
                text: "Two drafts".to_owned(),
                outcomes: vec!["A draft".to_owned()],
            },
            at,
        },
        E::Cancelled {
            reason: "No hall".to_owned(),
            at,
        },
        E::Certified {
            organisation,
            function,
            certificates: vec![id(40)],
            at,
        },
        E::Revoked { certificate: id(40) },
    ]
}

fn certificate_samples() -> [certificate::Event; 2] {
    [
        certificate::Event::Issued(certificate::Issued {
            number: "2018-05-0A0A-001".to_owned(),
            code: certificate::Code::drawn([7; 16]),
            training: id(41),
            plan: training_plan(),
            organisation: Who::BorderPost.id(),
            function: "Duty officers".to_owned(),
            until: "2021-05-30".parse().unwrap(),
            by: Who::Partner.actor(Role::Organiser),
            at: NIGHT,
        }),
        certificate::Event::Withdrawn(certificate::Withdrawal {
            reason: "The wrong function".to_owned(),
            at: NIGHT,
        }),
    ]
}

fn recommendation_samples() -> [recommendation::Event; 13] {
    use recommendation::{Event as E, Outcome, Rating, Stance};
    let dated: Dated = "2018-05-30".parse().unwrap();
    let finding = recommendation::Finding {
        organisation: Who::BorderPost.id(),
        rating: Rating::PartlyDone,
        text: "Half".to_owned(),
        evidence: vec!["A letter".to_owned()],
        at: NIGHT,
    };
    [
        E::Recorded(recommendation::First {
            title: "Refer on the same day".to_owned(),
            source: recommendation::Source {
                kind: recommendation::SourceKind::Greta,
                document: Some("GRETA(2020)11".to_owned()),
                round: Some("3".to_owned()),
                paragraph: None,
                dated: Some(dated),
                page: None,
                priority: Some("urge".to_owned()),
            },
            wording: recommendation::Wording {
                text: "Refer a person on the same day.".to_owned(),
                language: "en".to_owned(),
                kind: recommendation::WordingKind::Paraphrase,
            },
            theme: recommendation::Theme::Labour,
            example: true,
            by: Who::Secretariat.actor(Role::Secretariat),
            at: NIGHT,
        }),
        E::Translated(recommendation::Translation {
            text: "În aceeași zi".to_owned(),
            language: "ro".to_owned(),
            machine: true,
            read: false,
        }),
        E::DiscussionOpened {
            asked: vec![Who::BorderPost.id()],
            until: dated,
            at: NIGHT,
        },
        E::PositionTaken(recommendation::Said {
            organisation: Who::BorderPost.id(),
            stance: Stance::SupportsWithChanges,
            reason: Some("Why".to_owned()),
            wording: Some("Other words".to_owned()),
            at: NIGHT,
        }),
        E::Formulated {
            text: "Agreed".to_owned(),
            at: NIGHT,
        },
        E::Decided(recommendation::Decision {
            outcome: Outcome::Adopted,
            body: "National committee".to_owned(),
            meeting: None,
            on: dated,
            reason: None,
        }),
        E::Addressed(recommendation::Addressee {
            organisation: Who::BorderPost.id(),
            term: Some("2026".parse().unwrap()),
        }),
        E::Reported(finding.clone()),
        E::Reviewed(finding),
        E::SaysTheSame {
            other: id(31),
            same: true,
        },
        E::Closed {
            reason: "Done".to_owned(),
            at: NIGHT,
        },
        E::Reopened {
            reason: "Not done".to_owned(),
            at: NIGHT,
        },
        E::Superseded { by: id(32), at: NIGHT },
    ]
}

fn plan_samples() -> [plan::Event; 10] {
    use plan::Event as E;
    let dated: Dated = "2026-05-30".parse().unwrap();
    let said = plan::Said {
        level: plan::Level::Action,
        number: "2.3".to_owned(),
        title: "Agree who speaks".to_owned(),
        responsible: vec![Who::BorderPost.id()],
        partners: vec![Who::PodulAlb.id()],
        from: Some(dated),
        term: Some(dated),
        budget: "1200.5".parse().ok(),
        fund: Some("State budget".to_owned()),
        indicator: Some(plan::Indicator {
            definition: "Districts".to_owned(),
            unit: Some("districts".to_owned()),
            baseline: "0".parse().ok(),
            target: "5".parse().ok(),
            source: Some("Agreements".to_owned()),
        }),
    };
    let row = plan::Row {
        item: id(41),
        said: said.clone(),
    };
    [
        E::Drafted(plan::First {
            title: "Plan 2026".to_owned(),
            strategy: Some("An answer".to_owned()),
            from: dated,
            until: dated,
            currency: Some("MDL".to_owned()),
            source: None,
            example: true,
            by: Who::Secretariat.actor(Role::Secretariat),
            at: NIGHT,
        }),
        E::Added(row.clone()),
        E::Changed { item: id(41), said },
        E::Approved(plan::Approval {
            body: "National committee".to_owned(),
            on: dated,
            act: Some("Decision 4".to_owned()),
        }),
        E::Enforced { on: dated },
        E::Amended {
            reason: "A budget line".to_owned(),
            at: NIGHT,
        },
        E::Reported {
            item: id(41),
            told: plan::Told {
                organisation: Who::BorderPost.id(),
                status: plan::Status::PartlyDone,
                text: "Three".to_owned(),
                value: "3".parse().ok(),
                evidence: vec!["A letter".to_owned()],
                at: NIGHT,
            },
        },
        E::Linked {
            item: id(41),
            recommendation: id(31),
            linked: true,
        },
        E::Imported {
            import: id(42),
            added: vec![row.clone()],
            changed: vec![row],
        },
        E::ImportUndone { import: id(42) },
    ]
}

fn import_samples() -> [Event; 6] {
    use import::{Cell, Event as E, book};
    let by = Who::Secretariat.actor(Role::Secretariat);
    let brought = import::Book {
        sheets: vec![import::Sheet {
            name: "Plan".to_owned(),
            lines: vec![import::Line {
                number: 2,
                cells: vec![Cell::Text("1".to_owned()), Cell::Formula, Cell::Broken],
            }],
        }],
    };
    [
        E::Read {
            into: import::Target::Plan(id(40)),
            format: import::Format::Xlsx,
            rows: 1,
            by,
            at: NIGHT,
        }
        .into(),
        E::Mapped(import::Mapping {
            sheet: 0,
            head: 2,
            digest: "0a".to_owned(),
            columns: vec![Some(0), None],
        })
        .into(),
        E::Taken {
            taken: import::Taken {
                added: 1,
                changed: 2,
                same: 3,
                wrong: 4,
            },
            faults: vec![import::Fault {
                row: 2,
                column: Some(1),
                kind: import::FaultKind::Day,
            }],
            by,
            at: NIGHT,
        }
        .into(),
        E::Undone { by, at: NIGHT }.into(),
        book::Event::Brought(brought).into(),
        book::Event::Forgotten.into(),
    ]
}

fn practice_samples() -> [Event; 10] {
    use expert_institution::{Contribution, Event as E};
    use practice::Event as P;
    let content = crate::practice::written();
    let known = expert_institution::Content {
        country: "NL".to_owned(),
        name: Some("Inholland University".to_owned()),
        fields: vec![recommendation::Theme::Training],
        languages: vec!["nl".to_owned()],
        said: None,
        page: None,
        example: true,
    };
    let by = Who::Partner.actor(Role::Organiser);
    let practices = [
        P::Recorded {
            content: content.clone(),
            by,
            at: NIGHT,
        },
        P::Changed { content, at: NIGHT },
        P::Reviewed { at: NIGHT },
        P::Published { at: NIGHT },
        P::Withdrawn {
            reason: "Repealed".to_owned(),
            at: NIGHT,
        },
        P::Adopted(practice::Adopted {
            organisation: Who::Partner.id(),
            recommendation: id(33),
            at: NIGHT,
        }),
        P::Planned(practice::Planned {
            organisation: Who::Secretariat.id(),
            plan: id(35),
            item: id(36),
            at: NIGHT,
        }),
    ];
    let experts = [
        E::Registered {
            content: known.clone(),
            by,
            at: NIGHT,
        },
        E::Changed {
            content: known,
            at: NIGHT,
        },
        E::Contributed {
            to: Contribution::Practice(id(34)),
            at: NIGHT,
        },
    ];
    let [a, b, c, d, e, f, g] = practices.map(Event::Practice);
    let [h, i, j] = experts.map(Event::ExpertInstitution);
    [a, b, c, d, e, f, g, h, i, j]
}

fn samples() -> Vec<Event> {
    let offer = Who::CasaLiman.list(Who::CasaLiman.id()).unwrap().offer;
    let place = "2 B".to_owned();
    let providers = [
        provider::Event::Listed(offer.clone()),
        provider::Event::OfferChanged(offer),
        provider::Event::Place(place::Event::Added { label: place.clone() }),
        provider::Event::Place(place::Event::Held {
            place: place.clone(),
            referral: id(9),
            by: Who::BorderPost.id(),
            until: NIGHT,
        }),
        provider::Event::Place(place::Event::Released { referral: id(9) }),
        provider::Event::Place(place::Event::Taken {
            place: place.clone(),
            referral: id(9),
        }),
        provider::Event::Place(place::Event::Freed { place: place.clone() }),
        provider::Event::Place(place::Event::InUse { place, in_use: false }),
    ];
    let organisations = [
        organisation::Event::Registered {
            name: "Podul Alb".to_owned(),
            kind: OrganisationKind::Ngo,
            duty_phone: Some("022 000 120".to_owned()),
            contact_point: Some(Who::Team.id()),
        },
        organisation::Event::MemberJoined(Member {
            account: id(12),
            function: id(13),
            mail: Some("duty@example.org".to_owned()),
        }),
        organisation::Event::MemberLeft { account: id(12) },
        organisation::Event::MemberRights {
            account: id(12),
            function: id(14),
            suspended: true,
            valid_from: NIGHT,
        },
        organisation::Event::FunctionChanged {
            function: id(14),
            title: "Night shift".to_owned(),
            duty_phone: Some("022 000 120".to_owned()),
            head: Some(id(15)),
        },
        organisation::Event::FunctionClosed { function: id(14) },
        organisation::Event::FunctionSetUp(Function {
            id: id(13),
            role: Role::CaseManager,
            title: "Case manager".to_owned(),
            duty_phone: Some("022 000 121".to_owned()),
            head: Some(id(14)),
        }),
    ];
    let audit = audit::Event {
        actor: Who::Police.actor(Role::Police),
        purpose: Purpose::Investigation,
        action: "open_case".to_owned(),
        result: audit::Result::Opened(Fields::of(&[Field::SpokenName])),
        reason: Some(new("a proceeding")),
        copy: Some(audit::Copy::Printed),
        again: Some(audit::Again {
            times: 7,
            first: NIGHT,
            last: NIGHT.plus_hours(1),
        }),
    };
    let attempt = Attempt {
        case: id(1),
        about: About::Task(id(10)),
        to: Who::CasaLiman.id(),
        whom: "Night coordinator".to_owned(),
        at: NIGHT,
        outcome: Tried::NoAnswer,
        words: Some(new("The line was busy")),
    };
    case_samples()
        .into_iter()
        .map(Event::Case)
        .chain(referral_samples().into_iter().map(Event::Referral))
        .chain(providers.map(Event::Provider))
        .chain(organisations.map(Event::Organisation))
        .chain([Event::Audit(audit)])
        .chain(task_samples().map(Event::Task))
        .chain([Event::Attempt(attempt)])
        .chain(beside_case())
        .chain(recommendation_samples().map(Event::Recommendation))
        .chain(partnership_samples().map(Event::Partnership))
        .chain(programme_samples().map(Event::Programme))
        .chain(visit_samples().map(Event::Visit))
        .chain(plan_samples().map(Event::Plan))
        .chain(import_samples())
        .chain(practice_samples())
        .chain(report_samples())
        .chain(training_samples().map(Event::Training))
        .chain(certificate_samples().map(Event::Certificate))
        .chain(meeting_samples().map(Event::Meeting))
        .collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

#[test]
fn every_event_is_read_as_it_was_written() {
    for event in samples() {
        let mut texts = Texts::default();
        let bytes = minicbor::to_vec_with(&event, &mut texts).unwrap();
        let read: Event = minicbor::decode_with(&bytes, &mut texts).unwrap();
        assert_eq!(format!("{read:?}"), format!("{event:?}"));
        for (_, text) in &texts.0 {
            let inside = bytes.windows(text.len()).any(|window| window == text.as_bytes());
            assert!(
                !inside,
                "{}: what is told about the person lies in no process part",
                name(&event)
            );
        }
    }
}

#[test]
fn the_journal_of_yesterday_can_be_read_tomorrow() {
    let mut file = String::from("# One sample of every event, as its process part lies in the journal (CBOR).\n");
    for event in samples() {
        let mut texts = Texts::default();
        let bytes = minicbor::to_vec_with(&event, &mut texts).unwrap();
        let classes: Vec<&str> = texts.0.iter().map(|(class, _)| class.code()).collect();
        writeln!(file, "{} [{}] {}", name(&event), classes.join(" "), hex(&bytes)).unwrap();
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/events.hex");
    if std::env::var("TILTAS_GOLDEN").is_ok_and(|word| word == "write") {
        std::fs::write(path, &file).unwrap();
    }
    let golden = std::fs::read_to_string(path).unwrap();
    for (was, is) in golden.lines().zip(file.lines()) {
        assert_eq!(was, is, "this event is written in another way than before");
    }
    assert_eq!(
        golden.lines().count(),
        file.lines().count(),
        "an event more or fewer than in the file"
    );
}

#[test]
fn every_event_has_one_sample() {
    let names: Vec<&str> = samples().iter().map(name).collect();
    let different: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(names.len(), different.len());
    assert_eq!(
        names.len(),
        21 + 16 + 8 + 7 + 1 + 5 + 1 + 9 + 13 + 8 + 15 + 9 + 10 + 6 + 10 + 13 + 13 + 6
    );
}

#[test]
fn an_id_and_a_stream_are_read_as_they_were_written() {
    let id: Id<case::Case> = example::id(77);
    let stream = tiltas_domain::StreamId::from(id);
    assert_eq!(tiltas_domain::StreamId::parse(&stream.to_string()), Some(stream));
    assert_eq!(id.to_string().parse::<Id<case::Case>>(), Ok(id));
    assert_eq!(tiltas_domain::StreamId::parse("cases:1"), None);
}
