//! Where a partnership stands follows from its signatures and days; nobody signs twice, a signed text stays as it was, and what a party
//! said of an earlier year stays.
use jiff::{ToSpan, civil::Date};
use proptest::prelude::*;
use tiltas_domain::{
    Changes, Class, Context, Id, Recorded, Role, Stream,
    consent::Ground,
    dated::Dated,
    example::{self, NIGHT, Who},
    partnership::{
        Act, Annex, Answered, Arrangement, Assess, Begin, Consult, Data, End, Event, MEASURES, Measure, Move,
        Partnership, Party, Progress, Purpose, Question, Refusal, Renew, Return, Review, Sign, Standing, State, Term,
        Value, Wait, add_measures, assess, begin, consult, end, move_measure, name_party, renew, return_draft, review,
        set_term, sign, warn, write_data, write_purpose,
    },
};

fn id() -> Id<Partnership> {
    example::id(1)
}

fn by(who: Who) -> Context {
    example::context(who.actor(Role::FocalFunction), NIGHT, 9)
}

fn secretary() -> Context {
    example::context(Who::Secretariat.actor(Role::Secretariat), NIGHT, 9)
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn day(text: &str) -> Dated {
    text.parse().unwrap()
}

fn folded(state: Option<Partnership>, changes: &Changes) -> Partnership {
    let events = changes.list().iter().map(|change| Event::of(&change.event).unwrap());
    events.fold(state, Partnership::evolve).unwrap()
}

fn party(who: Who, role: Standing) -> Party {
    Party {
        organisation: who.id(),
        role,
        function: Some("Shift leader".to_owned()),
        phone: None,
    }
}

const THERE: [Who; 4] = [Who::BorderPost, Who::CasaLiman, Who::PodulAlb, Who::Team];

fn there() -> Vec<Id<tiltas_domain::organisation::Organisation>> {
    THERE.iter().map(|who| who.id()).collect()
}

fn first(parties: Vec<Party>) -> Begin {
    Begin {
        title: "At the border at night".to_owned(),
        arrangement: Arrangement::CooperationAgreement,
        parties,
        example: true,
    }
}

fn idea() -> Partnership {
    let parties = vec![
        party(Who::BorderPost, Standing::Lead),
        party(Who::CasaLiman, Standing::Member),
        party(Who::Team, Standing::Observer),
    ];
    folded(None, &begin(&first(parties), &there(), &secretary()).unwrap())
}

fn purpose() -> Purpose {
    Purpose {
        text: "A safe place before the morning.".to_owned(),
        groups: vec!["Presumed victims".to_owned()],
        services: Vec::new(),
        territory: None,
    }
}

fn measure(owner: Who) -> Measure {
    Measure {
        what: "Answers the phone at night".to_owned(),
        owner: owner.id(),
        due: None,
    }
}

fn whole(term: Term, today: Date) -> Partnership {
    let of = idea();
    let of = folded(Some(of.clone()), &write_purpose(id(), &of, &purpose(), today).unwrap());
    let of = folded(
        Some(of.clone()),
        &add_measures(id(), &of, &[measure(Who::CasaLiman)], today).unwrap(),
    );
    let of = folded(Some(of.clone()), &write_data(id(), &of, &Data::NoData, today).unwrap());
    folded(Some(of.clone()), &set_term(id(), &of, &term, today).unwrap())
}

fn read(of: Partnership, today: Date) -> Partnership {
    let until = Consult { until: today.into() };
    let changes = consult(id(), &of, &until, today, &secretary()).unwrap();
    folded(Some(of), &changes)
}

fn signed(of: Partnership, who: Who, on: Date) -> Partnership {
    let command = Sign {
        organisation: who.id(),
        on: on.into(),
    };
    let changes = sign(id(), &of, &command, (on, None)).unwrap();
    folded(Some(of), &changes)
}

fn term(from: Option<&str>, until: &str, review: Option<&str>) -> Term {
    Term {
        from: from.map(day),
        until: day(until),
        review: review.map(day),
    }
}

/// Signed by both on 1 March 2024, and held until 28 February 2026.
fn held() -> Partnership {
    let today = date("2024-03-01");
    let of = read(whole(term(None, "2026-02-28", Some("2025-03-01")), today), today);
    signed(signed(of, Who::BorderPost, today), Who::CasaLiman, today)
}

/// Signed by both on 1 March 2024, to hold from a later day until 28 February 2026.
fn to_hold_from(first: &str) -> Partnership {
    let today = date("2024-03-01");
    let of = read(whole(term(Some(first), "2026-02-28", None), today), today);
    signed(signed(of, Who::BorderPost, today), Who::CasaLiman, today)
}

#[test]
fn a_signature_lies_between_its_text_and_the_end() {
    let back = date("2024-05-10");
    let of = read(whole(term(None, "2024-05-31", None), back), back);
    let sign_on = |on: &str, today: &str, returned: Option<Date>| {
        let command = Sign {
            organisation: Who::CasaLiman.id(),
            on: day(on),
        };
        sign(id(), &of, &command, (date(today), returned))
    };
    assert_eq!(
        sign_on("2024-05-05", "2024-05-12", Some(back)).unwrap_err(),
        Refusal::DayBefore,
        "what was signed on that day was another text"
    );
    assert!(sign_on("2024-05-10", "2024-05-12", Some(back)).is_ok());
    assert!(sign_on("2024-05-05", "2024-05-12", None).is_ok());
    assert_eq!(
        sign_on("2024-06-01", "2024-06-02", None).unwrap_err(),
        Refusal::DayAfter
    );
}

#[test]
fn whoever_leads_leads_alone() {
    let (of, today) = (idea(), date("2024-01-01"));
    let lead = party(Who::CasaLiman, Standing::Lead);
    let of = folded(
        Some(of.clone()),
        &name_party(id(), &of, &lead, &there(), today).unwrap(),
    );
    let leads: Vec<_> = of
        .parties
        .iter()
        .filter(|party| party.role == Standing::Lead)
        .map(|party| party.organisation)
        .collect();
    assert_eq!(leads, [Who::CasaLiman.id()]);
    assert_eq!(of.party(Who::BorderPost.id()).unwrap().role, Standing::Member);
    let both = vec![party(Who::BorderPost, Standing::Lead), lead];
    assert_eq!(
        begin(&first(both), &there(), &secretary()).unwrap_err(),
        Refusal::NoLead
    );
}

#[test]
fn no_measure_is_taken_in_whose_number_cannot_be_told() {
    let (of, today) = (idea(), date("2024-01-01"));
    let most = vec![measure(Who::CasaLiman); usize::from(MEASURES)];
    let full = folded(Some(of.clone()), &add_measures(id(), &of, &most, today).unwrap());
    assert_eq!(
        add_measures(id(), &full, &[measure(Who::CasaLiman)], today).unwrap_err(),
        Refusal::TooMany
    );
}

#[test]
fn what_is_signed_and_does_not_hold_yet_is_given_up_today() {
    let (of, today) = (to_hold_from("2024-09-01"), date("2024-03-02"));
    let over = |on: &str| End {
        on: day(on),
        reason: "Another stands in its place".to_owned(),
    };
    assert_eq!(of.state(today), State::Signed);
    assert_eq!(
        end(id(), &of, &over("2024-03-03"), today).unwrap_err(),
        Refusal::DayToCome
    );
    let ended = folded(Some(of.clone()), &end(id(), &of, &over("2024-03-02"), today).unwrap());
    assert_eq!(ended.state(today), State::Ended);
    let held = date("2024-09-02");
    assert_eq!(
        end(id(), &of, &over("2024-08-31"), held).unwrap_err(),
        Refusal::DayBefore
    );
}

#[test]
fn two_that_sign_and_one_of_them_leads_are_a_partnership() {
    let wrong = |parties: Vec<Party>| begin(&first(parties), &there(), &secretary()).unwrap_err();
    let (lead, member) = (
        party(Who::BorderPost, Standing::Lead),
        party(Who::CasaLiman, Standing::Member),
    );
    assert_eq!(wrong(vec![lead.clone()]), Refusal::TooFew);
    assert_eq!(wrong(vec![lead.clone(), lead.clone()]), Refusal::Twice);
    let watches = party(Who::CasaLiman, Standing::Observer);
    assert_eq!(wrong(vec![lead.clone(), watches]), Refusal::TooFew);
    let follows = party(Who::BorderPost, Standing::Member);
    assert_eq!(wrong(vec![follows, member.clone()]), Refusal::NoLead);
    assert_eq!(
        wrong(vec![lead, party(Who::Hospital, Standing::Member)]),
        Refusal::NotThere
    );
    let of = idea();
    let today = date("2024-01-01");
    let lost = party(Who::BorderPost, Standing::Member);
    assert_eq!(
        name_party(id(), &of, &lost, &there(), today).unwrap_err(),
        Refusal::NoLead
    );
    let of = folded(
        Some(of.clone()),
        &add_measures(id(), &of, &[measure(Who::CasaLiman)], today).unwrap(),
    );
    let watches = party(Who::CasaLiman, Standing::Observer);
    assert_eq!(
        name_party(id(), &of, &watches, &there(), today).unwrap_err(),
        Refusal::Observes
    );
}

#[test]
fn the_parties_read_a_whole_text_and_nobody_signs_twice() {
    let today = date("2024-03-01");
    let of = idea();
    assert_eq!(of.state(today), State::Idea);
    assert_eq!(Act::Consult.fits(&of, today).unwrap_err(), Refusal::Unfinished);
    let of = whole(term(None, "2026-02-28", None), today);
    assert_eq!(of.state(today), State::Drafting);
    let early = Consult {
        until: day("2024-02-29"),
    };
    assert_eq!(
        consult(id(), &of, &early, today, &secretary()).unwrap_err(),
        Refusal::DayBefore
    );
    let of = read(of, today);
    let again = Return {
        reason: "Another phone".to_owned(),
    };
    let back = folded(
        Some(of.clone()),
        &return_draft(id(), &of, &again, today, &secretary()).unwrap(),
    );
    assert_eq!((back.state(today), back.returned.len()), (State::Drafting, 1));
    let of = signed(of, Who::BorderPost, today);
    let twice = Sign {
        organisation: Who::BorderPost.id(),
        on: today.into(),
    };
    assert_eq!(
        sign(id(), &of, &twice, (today, None)).unwrap_err(),
        Refusal::SignedBefore
    );
    assert_eq!(
        return_draft(id(), &of, &again, today, &secretary()).unwrap_err(),
        Refusal::SignedBefore,
        "what one has signed is not written anew"
    );
    let sign_by = |who: Who, on: &str| {
        let command = Sign {
            organisation: who.id(),
            on: day(on),
        };
        sign(id(), &of, &command, (today, None)).unwrap_err()
    };
    assert_eq!(sign_by(Who::Team, "2024-03-01"), Refusal::Observes);
    assert_eq!(sign_by(Who::Hospital, "2024-03-01"), Refusal::NoParty);
    assert_eq!(sign_by(Who::CasaLiman, "2024-03-02"), Refusal::DayToCome);
    assert_eq!(sign_by(Who::CasaLiman, "2024-03"), Refusal::NoDay);
    assert_eq!(of.state(today), State::Consultation, "one signature is not all");
}

#[test]
fn where_it_stands_follows_from_its_days_and_a_leap_day_is_a_day() {
    let today = date("2024-02-01");
    let of = read(
        whole(term(Some("2024-02-29"), "2028-02-29", Some("2026-03-01")), today),
        today,
    );
    let of = signed(signed(of, Who::BorderPost, today), Who::CasaLiman, today);
    for (on, state) in [
        ("2024-02-28", State::Signed),
        ("2024-02-29", State::InForce),
        ("2026-02-28", State::InForce),
        ("2026-03-01", State::UnderReview),
        ("2028-02-29", State::UnderReview),
        ("2028-03-01", State::Expired),
    ] {
        assert_eq!(of.state(date(on)), state, "{on}");
    }
    let looked = Review {
        on: day("2026-03-02"),
        text: "It works".to_owned(),
        next: Some(day("2027-03-01")),
    };
    let of = folded(
        Some(of.clone()),
        &review(id(), &of, &looked, date("2026-03-02")).unwrap(),
    );
    assert_eq!(of.state(date("2026-03-02")), State::InForce);
    let today = date("2028-03-10");
    let longer = |on: &str, until: &str| {
        renew(
            id(),
            &of,
            &Renew {
                on: day(on),
                until: day(until),
                review: None,
            },
            today,
        )
    };
    assert_eq!(longer("2028-03-10", "2028-03-09").unwrap_err(), Refusal::DayBefore);
    assert_eq!(longer("2028-03-10", "2028-02-29").unwrap_err(), Refusal::DayBefore);
    assert_eq!(longer("2028-03-11", "2030-01-01").unwrap_err(), Refusal::DayToCome);
    let of = folded(Some(of.clone()), &longer("2028-03-10", "2030-01-01").unwrap());
    assert_eq!(of.state(today), State::InForce);
    assert_eq!(
        of.looked.last().unwrap().until,
        Some(day("2028-02-29")),
        "the old end is told"
    );
    assert_eq!(of.until(), Some(date("2030-01-01")));
    assert_eq!(
        of.written,
        Some(term(Some("2024-02-29"), "2028-02-29", Some("2026-03-01"))),
        "what was signed stays as it was"
    );
    let over = End {
        on: day("2028-03-10"),
        reason: "Another stands in its place".to_owned(),
    };
    let of = folded(Some(of.clone()), &end(id(), &of, &over, today).unwrap());
    assert_eq!(end(id(), &of, &over, today).unwrap_err(), Refusal::NotNow);
}

#[test]
fn days_out_of_order_make_no_term() {
    let (of, today) = (idea(), date("2024-01-01"));
    for (from, until, review, rule) in [
        (Some("2025-01-01"), "2024-12-31", None, Refusal::DayBefore),
        (Some("2024-06-01"), "2024-12-31", Some("2024-05-31"), Refusal::DayBefore),
        (None, "2024-12-31", Some("2025-01-01"), Refusal::DayBefore),
        (None, "2024", None, Refusal::NoDay),
    ] {
        let wrong = set_term(id(), &of, &term(from, until, review), today);
        assert_eq!(wrong.unwrap_err(), rule, "{from:?} {until} {review:?}");
    }
}

#[test]
fn a_data_part_names_what_on_which_ground_and_who_answers() {
    let (of, today) = (idea(), date("2024-01-01"));
    let annex = Annex {
        classes: vec![Class::Contact],
        grounds: vec![Ground::Consent],
        controllers: vec![Who::BorderPost.id()],
        joint: None,
        transfer: None,
    };
    let wrong = |annex: Annex| write_data(id(), &of, &Data::Annex(annex), today).unwrap_err();
    let without = [
        Annex {
            classes: Vec::new(),
            ..annex.clone()
        },
        Annex {
            grounds: Vec::new(),
            ..annex.clone()
        },
        Annex {
            controllers: Vec::new(),
            ..annex.clone()
        },
    ];
    for annex in without {
        assert_eq!(wrong(annex), Refusal::NoAnnex);
    }
    let stranger = Annex {
        controllers: vec![Who::Hospital.id()],
        ..annex.clone()
    };
    assert_eq!(wrong(stranger), Refusal::NoParty);
    assert_eq!(
        write_data(id(), &of, &Data::NotWritten, today).unwrap_err(),
        Refusal::Nothing
    );
    let of = folded(
        Some(of.clone()),
        &write_data(id(), &of, &Data::Annex(annex.clone()), today).unwrap(),
    );
    assert_eq!(of.data, Data::Annex(annex));
}

#[test]
fn what_a_party_takes_on_later_is_not_part_of_what_was_signed() {
    let (of, today) = (held(), date("2024-06-01"));
    let of = folded(
        Some(of.clone()),
        &add_measures(id(), &of, &[measure(Who::BorderPost)], today).unwrap(),
    );
    assert_eq!((of.measures.len(), of.agreed), (2, 1));
    assert_eq!(
        write_purpose(id(), &of, &purpose(), today).unwrap_err(),
        Refusal::NotNow
    );
    assert_eq!(
        add_measures(id(), &of, &[measure(Who::Team)], today).unwrap_err(),
        Refusal::Observes
    );
    assert_eq!(add_measures(id(), &of, &[], today).unwrap_err(), Refusal::Nothing);
    let moved = |measure| Move {
        measure,
        progress: Progress::Done,
        note: None,
    };
    assert_eq!(
        move_measure(id(), &of, &moved(2), today, &secretary()).unwrap_err(),
        Refusal::NoMeasure
    );
    let of = folded(
        Some(of.clone()),
        &move_measure(id(), &of, &moved(1), today, &secretary()).unwrap(),
    );
    assert_eq!((of.progress(0), of.progress(1)), (Progress::Open, Progress::Done));
}

fn view(year: i16, question: &str, value: Value, evidence: Option<&str>) -> Assess {
    Assess {
        year,
        answers: vec![Answered {
            question: question.to_owned(),
            value,
            evidence: evidence.map(str::to_owned),
        }],
    }
}

#[test]
fn what_a_party_said_of_an_earlier_year_stays() {
    let of = held();
    let (last, this) = (date("2024-12-31"), date("2025-01-01"));
    let says = |of: &Partnership, who: Who, told: &Assess, today: Date| assess(id(), of, told, today, &by(who));
    let begun = view(2024, "feedback", Value::Begun, None);
    let of = folded(Some(of.clone()), &says(&of, Who::BorderPost, &begun, last).unwrap());
    let better = view(2024, "feedback", Value::Works, None);
    let of = folded(Some(of.clone()), &says(&of, Who::BorderPost, &better, last).unwrap());
    assert_eq!(says(&of, Who::BorderPost, &begun, this).unwrap_err(), Refusal::YearOver);
    let late = folded(Some(of.clone()), &says(&of, Who::CasaLiman, &begun, this).unwrap());
    assert_eq!(late.assessments.len(), 3, "who has not spoken of it yet still may");
    for (who, told, rule) in [
        (Who::PodulAlb, &begun, Refusal::NoParty),
        (
            Who::BorderPost,
            &view(2026, "feedback", Value::Begun, None),
            Refusal::DayToCome,
        ),
        (
            Who::BorderPost,
            &view(2023, "feedback", Value::Begun, None),
            Refusal::DayBefore,
        ),
        (
            Who::BorderPost,
            &view(2025, "mood", Value::Begun, None),
            Refusal::NoQuestion,
        ),
        (
            Who::BorderPost,
            &view(2025, "feedback", Value::Checked, None),
            Refusal::NoEvidence,
        ),
    ] {
        assert_eq!(says(&of, who, told, this).unwrap_err(), rule);
    }
    let question = Question::all().find(|question| question.code() == "feedback").unwrap();
    let said = of.answer(Who::BorderPost.id(), 2024, question).unwrap();
    assert_eq!(said.value, Value::Works, "the last word of the year counts");
}

#[test]
fn two_parties_differ_where_they_are_two_or_more_apart() {
    let (of, today) = (held(), date("2024-06-01"));
    let question = Question::all().next().unwrap();
    let says = |of: Partnership, who: Who, value| {
        let told = view(2024, question.code(), value, Some("Minutes"));
        let changes = assess(id(), &of, &told, today, &by(who)).unwrap();
        folded(Some(of), &changes)
    };
    let of = says(of, Who::BorderPost, Value::Checked);
    assert!(!of.differs(2024, question), "one alone differs from nobody");
    assert!(!says(of.clone(), Who::CasaLiman, Value::Works).differs(2024, question));
    assert!(says(of, Who::CasaLiman, Value::Begun).differs(2024, question));
    assert_eq!(Question::all().count(), 8);
}

#[test]
fn it_is_reminded_of_its_end_90_30_and_7_days_before_and_never_twice() {
    let mut of = held();
    let mut told = Vec::new();
    let mut today = date("2025-10-01");
    while today < date("2026-03-10") {
        while let Ok(changes) = warn(id(), &of, today, &secretary()) {
            of = folded(Some(of), &changes);
            told.push((today.to_string(), of.warnings.last().unwrap().days));
        }
        today = today.tomorrow().unwrap();
    }
    let expected = [("2025-11-30", 90), ("2026-01-29", 30), ("2026-02-21", 7)];
    assert_eq!(told, expected.map(|(day, days)| (day.to_owned(), days)));
    let late = held();
    let changes = warn(id(), &late, date("2026-02-25"), &secretary()).unwrap();
    let late = folded(Some(late), &changes);
    assert_eq!(
        late.warnings.iter().map(|one| one.days).collect::<Vec<_>>(),
        [7],
        "a missed one is not sent after"
    );
    let longer = Renew {
        on: day("2026-02-25"),
        until: day("2027-02-28"),
        review: None,
    };
    let longer = folded(
        Some(late.clone()),
        &renew(id(), &late, &longer, date("2026-02-25")).unwrap(),
    );
    assert_eq!(
        longer.next_warning(),
        Some((date("2026-11-30"), 90)),
        "the new end has its own"
    );
}

#[test]
fn what_waits_for_a_party_goes_once_it_is_done_and_an_observer_owes_nothing() {
    let today = date("2024-03-01");
    let waits = |of: &Partnership, who: Who, on: &str| {
        let waits = of.waits_for(who.id(), date(on));
        waits.into_iter().map(|(wait, _)| wait).collect::<Vec<_>>()
    };
    let of = read(whole(term(None, "2026-02-28", None), today), today);
    assert_eq!(waits(&of, Who::CasaLiman, "2024-03-01"), [Wait::Reads]);
    let of = signed(of, Who::CasaLiman, today);
    assert!(waits(&of, Who::CasaLiman, "2024-03-01").is_empty(), "it has signed");
    let of = signed(of, Who::BorderPost, today);
    assert_eq!(waits(&of, Who::CasaLiman, "2024-03-02"), [Wait::View]);
    let told = view(2024, "structure", Value::Works, None);
    let of = folded(
        Some(of.clone()),
        &assess(id(), &of, &told, today, &by(Who::CasaLiman)).unwrap(),
    );
    assert!(waits(&of, Who::CasaLiman, "2024-03-02").is_empty());
    let owed = Measure {
        due: Some(day("2024-06-30")),
        ..measure(Who::CasaLiman)
    };
    let of = folded(
        Some(of.clone()),
        &add_measures(id(), &of, &[owed], date("2024-05-01")).unwrap(),
    );
    assert!(
        waits(&of, Who::CasaLiman, "2024-06-30").is_empty(),
        "the last day is no day late"
    );
    assert_eq!(waits(&of, Who::CasaLiman, "2024-07-01"), [Wait::Measure]);
    assert_eq!(
        waits(&of, Who::BorderPost, "2024-07-01"),
        [Wait::View],
        "what another owes waits for no one else"
    );
    assert_eq!(
        waits(&of, Who::CasaLiman, "2025-12-01"),
        [Wait::Ends, Wait::Measure, Wait::View]
    );
    assert_eq!(
        waits(&of, Who::BorderPost, "2026-03-01"),
        [Wait::Ends],
        "over, and not renewed"
    );
    for on in ["2024-03-01", "2025-12-01", "2026-03-01"] {
        assert!(waits(&of, Who::Team, on).is_empty(), "an observer: {on}");
    }
}

/// One attempt of the machine.
fn step(of: &Partnership, act: Act, who: Who, today: Date, days: i32) -> Result<Changes, Refusal> {
    let later = |days: i32| Dated::from(today.saturating_add(days.days()));
    let reason = "Because".to_owned();
    match act {
        Act::Party => name_party(id(), of, &party(who, Standing::Member), &there(), today),
        Act::Purpose => write_purpose(id(), of, &purpose(), today),
        Act::Measures => add_measures(id(), of, &[measure(who)], today),
        Act::Data => write_data(id(), of, &Data::NoData, today),
        Act::Term => {
            let term = Term {
                from: None,
                until: later(days),
                review: None,
            };
            set_term(id(), of, &term, today)
        }
        Act::Consult => consult(id(), of, &Consult { until: later(3) }, today, &secretary()),
        Act::Return => return_draft(id(), of, &Return { reason }, today, &secretary()),
        Act::Sign => {
            let sign_by = Sign {
                organisation: who.id(),
                on: today.into(),
            };
            sign(id(), of, &sign_by, (today, None))
        }
        Act::Move => {
            let moved = Move {
                measure: 0,
                progress: Progress::Done,
                note: None,
            };
            move_measure(id(), of, &moved, today, &secretary())
        }
        Act::Review => {
            let looked = Review {
                on: today.into(),
                text: reason,
                next: None,
            };
            review(id(), of, &looked, today)
        }
        Act::Renew => {
            let longer = Renew {
                on: today.into(),
                until: later(days),
                review: None,
            };
            renew(id(), of, &longer, today)
        }
        Act::End => {
            let over = End {
                on: today.into(),
                reason,
            };
            end(id(), of, &over, today)
        }
        Act::Assess => assess(
            id(),
            of,
            &view(today.year(), "structure", Value::Works, None),
            today,
            &by(who),
        ),
    }
}

proptest! {
    #[test]
    fn what_is_not_offered_is_refused_and_nothing_that_was_said_is_lost(
        reached in 0u8..4,
        steps in proptest::collection::vec((0usize..13, 0usize..4, 0i32..500, 1i32..900), 0..60)
    ) {
        let mut today = date("2024-03-01");
        let mut of = match reached {
            0 => idea(),
            1 => read(whole(term(None, "2026-02-28", None), today), today),
            2 => to_hold_from("2024-09-01"),
            _ => held(),
        };
        for (act, who, passes, days) in steps {
            // A day passes between most steps, and now and then more than a year.
            today = today.saturating_add((passes / 20 * passes / 20).days());
            while let Some(due) = of.warning(today) {
                let changes = warn(id(), &of, today, &secretary()).unwrap();
                of = folded(Some(of), &changes);
                prop_assert_eq!(of.warnings.last().unwrap().days, due);
            }
            let (act, who, before) = (Act::ALL[act], THERE[who], of.clone());
            let fits = act.fits(&of, today);
            match (step(&of, act, who, today, days), fits) {
                (Ok(changes), fits) => {
                    prop_assert!(fits.is_ok(), "what is not offered is refused: {act:?}");
                    of = folded(Some(of), &changes);
                }
                (Err(refusal), Err(rule)) => {
                    let signed = refusal == Refusal::SignedBefore && act == Act::Sign;
                    prop_assert!(refusal == rule || signed, "{act:?} is refused as it is not offered");
                    continue;
                }
                (Err(refusal), Ok(())) => {
                    let sound = matches!(act, Act::End | Act::Return | Act::Review);
                    prop_assert!(!sound, "{act:?} is offered, and refused on every day: {refusal:?}");
                    continue;
                }
            }
            prop_assert_eq!(&of.first, &before.first);
            prop_assert!(of.assessments.starts_with(&before.assessments) && of.moved.starts_with(&before.moved));
            prop_assert!(of.measures.starts_with(&before.measures) && of.signatures.starts_with(&before.signatures));
            prop_assert!(of.looked.starts_with(&before.looked) && of.warnings.starts_with(&before.warnings));
            let mut signers: Vec<_> = of.signatures.iter().map(|one| one.organisation).collect();
            signers.sort();
            signers.dedup();
            prop_assert_eq!(signers.len(), of.signatures.len(), "nobody signs twice");
            if !before.signatures.is_empty() {
                prop_assert_eq!((&of.purpose, &of.data, of.agreed), (&before.purpose, &before.data, before.agreed));
                prop_assert_eq!((&of.parties, of.written), (&before.parties, before.written), "a signed text stays as it was");
            }
            if of.state(today).holds() {
                prop_assert!(of.is_whole() && of.signed().is_some() && of.until() >= Some(today));
            }
            if before.ended.is_some() {
                prop_assert!(of.ended == before.ended);
            }
        }
    }
}
