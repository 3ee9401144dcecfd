//! A recommendation goes from its first words to its result by its own steps; what was said stays, and nobody decides twice.
use proptest::prelude::*;
use tiltas_domain::{
    Changes, Context, Id, Recorded, Role, Stream,
    dated::Dated,
    example::{self, NIGHT, Who},
    recommendation::{
        Act, Address, Close, Decide, Event, Formulate, Open, Outcome, Position, Rating, Recommendation, Record,
        Refusal, Report, Source, SourceKind, Stage, Stance, State, Supersede, Theme, Wording, WordingKind, address,
        close, decide, formulate, open_discussion, record, reopen, report, review, say_the_same, supersede,
        take_position,
    },
};

fn id() -> Id<Recommendation> {
    example::id(1)
}

fn by(who: Who, role: Role) -> Context {
    example::context(who.actor(role), NIGHT, 9)
}

fn secretary() -> Context {
    by(Who::Secretariat, Role::Secretariat)
}

fn border() -> Context {
    by(Who::BorderPost, Role::FocalFunction)
}

fn today() -> jiff::civil::Date {
    example::moldova().date(NIGHT)
}

fn day(text: &str) -> Dated {
    text.parse().unwrap()
}

fn folded(state: Option<Recommendation>, changes: &Changes) -> Recommendation {
    let events = changes.list().iter().map(|change| Event::of(&change.event).unwrap());
    events.fold(state, Recommendation::evolve).unwrap()
}

fn first(kind: SourceKind) -> Recommendation {
    let command = Record {
        title: "Refer on the same day".to_owned(),
        source: Source {
            kind,
            document: None,
            round: None,
            paragraph: None,
            dated: Some(day("2018-05-30")),
            page: None,
            priority: None,
        },
        wording: Wording {
            text: "Refer a person on the same day.".to_owned(),
            language: "en".to_owned(),
            kind: WordingKind::Verbatim,
        },
        theme: Theme::Labour,
        example: true,
    };
    folded(None, &record(&command, &secretary()))
}

fn asked(of: Recommendation) -> Recommendation {
    let open = Open {
        asked: vec![Who::BorderPost.id()],
        until: day("2026-08-30"),
    };
    let changes = open_discussion(id(), &of, &open, &[Who::BorderPost.id()], today(), &secretary()).unwrap();
    folded(Some(of), &changes)
}

fn agreed(of: Recommendation) -> Recommendation {
    let text = "Refer a person on the same day, also at night.".to_owned();
    let changes = formulate(id(), &of, &Formulate { text }, &secretary()).unwrap();
    folded(Some(of), &changes)
}

fn decision(outcome: Outcome, on: &str) -> Decide {
    Decide {
        outcome,
        body: "National committee".to_owned(),
        meeting: None,
        on: day(on),
        reason: (outcome == Outcome::Declined).then(|| "No budget".to_owned()),
    }
}

fn adopted(of: Recommendation) -> Recommendation {
    let changes = decide(id(), &of, &decision(Outcome::Adopted, "2018-06-29"), today()).unwrap();
    folded(Some(of), &changes)
}

fn given_to(of: Recommendation, who: Who, term: &str) -> Recommendation {
    let command = Address {
        organisation: who.id(),
        term: Some(day(term)),
    };
    let changes = address(id(), &of, &command, true).unwrap();
    folded(Some(of), &changes)
}

fn told(rating: Rating, evidence: &[&str]) -> Report {
    Report {
        rating,
        text: "As far as it is.".to_owned(),
        evidence: evidence.iter().map(|line| (*line).to_owned()).collect(),
    }
}

#[test]
fn the_words_of_a_published_report_are_not_discussed_and_are_addressed_without_a_decision() {
    let public = first(SourceKind::Greta);
    assert_eq!(public.stage(), Stage::NoAddressee);
    let text = "Other words".to_owned();
    assert_eq!(
        formulate(id(), &public, &Formulate { text }, &secretary()).unwrap_err(),
        Refusal::Fixed
    );
    assert_eq!(Act::Discuss.fits(&public).unwrap_err(), Refusal::Fixed);
    let given = given_to(public, Who::BorderPost, "2026-12-31");
    assert_eq!(given.stage(), Stage::NoReport, "not undone: nobody has reported yet");
}

#[test]
fn only_whoever_was_asked_takes_a_position_and_an_earlier_one_stays() {
    let of = asked(first(SourceKind::Training));
    let no = Position {
        stance: Stance::Opposes,
        reason: None,
        wording: None,
    };
    assert_eq!(take_position(id(), &of, &no, &border()).unwrap_err(), Refusal::NoReason);
    let changes = Position {
        stance: Stance::SupportsWithChanges,
        ..no.clone()
    };
    assert_eq!(
        take_position(id(), &of, &changes, &border()).unwrap_err(),
        Refusal::NoChange
    );
    let stranger = by(Who::PodulAlb, Role::FocalFunction);
    let yes = Position {
        stance: Stance::Supports,
        ..no.clone()
    };
    assert_eq!(
        take_position(id(), &of, &yes, &stranger).unwrap_err(),
        Refusal::NotAsked
    );
    assert!(of.stands().is_empty());
    let first = Position {
        reason: Some("No budget".to_owned()),
        ..no
    };
    let of = folded(Some(of.clone()), &take_position(id(), &of, &first, &border()).unwrap());
    let of = folded(Some(of.clone()), &take_position(id(), &of, &yes, &border()).unwrap());
    assert_eq!(of.positions.len(), 2, "what was said before stays");
    assert_eq!(
        of.stands().iter().map(|said| said.stance).collect::<Vec<_>>(),
        [Stance::Supports]
    );
}

#[test]
fn another_is_asked_later_and_what_was_said_stays() {
    let of = asked(first(SourceKind::Training));
    let yes = Position {
        stance: Stance::Supports,
        reason: None,
        wording: None,
    };
    let of = folded(Some(of.clone()), &take_position(id(), &of, &yes, &border()).unwrap());
    let open = Open {
        asked: vec![Who::Team.id(), Who::BorderPost.id()],
        until: day("2026-09-10"),
    };
    let there = [Who::BorderPost.id(), Who::Team.id()];
    let of = folded(
        Some(of.clone()),
        &open_discussion(id(), &of, &open, &there, today(), &secretary()).unwrap(),
    );
    let known = of.discussion.as_ref().unwrap();
    assert_eq!(
        (known.asked.as_slice(), known.until),
        (there.as_slice(), day("2026-09-10"))
    );
    let stands: Vec<_> = of.stands().iter().map(|said| said.organisation).collect();
    assert_eq!(stands, [Who::BorderPost.id()], "the other has not answered yet");
}

#[test]
fn a_body_decides_once_in_agreed_words_with_a_reason_for_no() {
    let drafted = first(SourceKind::Training);
    let yes = decision(Outcome::Adopted, "2018-06-29");
    assert_eq!(
        decide(id(), &drafted, &yes, today()).unwrap_err(),
        Refusal::NotNow,
        "words first"
    );
    let of = agreed(asked(drafted));
    let no = Decide {
        reason: None,
        ..decision(Outcome::Declined, "2018-06-29")
    };
    assert_eq!(decide(id(), &of, &no, today()).unwrap_err(), Refusal::NoReason);
    for (on, rule) in [("2018-05-29", Refusal::DayBefore), ("2026-08-21", Refusal::DayToCome)] {
        let wrong = decision(Outcome::Adopted, on);
        assert_eq!(decide(id(), &of, &wrong, today()).unwrap_err(), rule, "{on}");
    }
    let of = adopted(of);
    for again in [Outcome::Adopted, Outcome::Declined] {
        let again = decide(id(), &of, &decision(again, "2019-01-01"), today());
        assert_eq!(again.unwrap_err(), Refusal::DecidedBefore);
    }
    assert_eq!(
        of.first.wording.text, "Refer a person on the same day.",
        "the first words stay"
    );
}

#[test]
fn it_is_reported_by_all_who_owe_it_and_a_reviewer_stands_beside_them() {
    let of = given_to(
        adopted(agreed(first(SourceKind::Training))),
        Who::BorderPost,
        "2026-06-30",
    );
    let of = given_to(of, Who::Team, "2026");
    assert_eq!(of.term(), Some(day("2026-06-30")), "the nearest that is owed");
    let stranger = by(Who::PodulAlb, Role::FocalFunction);
    let done = told(Rating::Done, &["A letter"]);
    assert_eq!(report(id(), &of, &done, &stranger).unwrap_err(), Refusal::NotAddressed);
    let bare = told(Rating::Done, &[]);
    assert_eq!(report(id(), &of, &bare, &border()).unwrap_err(), Refusal::NoEvidence);
    let of = folded(Some(of.clone()), &report(id(), &of, &done, &border()).unwrap());
    assert_eq!((of.state, of.term()), (State::UnderWay, Some(day("2026"))));
    let team = by(Who::Team, Role::FocalFunction);
    let of = folded(Some(of.clone()), &report(id(), &of, &done, &team).unwrap());
    assert_eq!((of.state, of.term()), (State::ImplementedByOwnReport, None));
    let part = told(Rating::PartlyDone, &[]);
    let reviewer = by(Who::Rapporteur, Role::Rapporteur);
    let of = folded(Some(of.clone()), &review(id(), &of, &part, &reviewer).unwrap());
    assert_eq!(of.state, State::UnderWay);
    assert!(!of.is_found_done(), "by its own word alone");
    assert_eq!(
        of.report_of(Who::Team.id()).unwrap().rating,
        Rating::Done,
        "neither takes the other's place"
    );
    let full = told(Rating::Done, &[]);
    let of = folded(Some(of.clone()), &review(id(), &of, &full, &reviewer).unwrap());
    assert_eq!(of.state, State::Verified);
    assert!(of.is_found_done());
    let why = Close {
        reason: "Done".to_owned(),
    };
    let of = folded(Some(of.clone()), &close(id(), &of, &why, &secretary()).unwrap());
    assert!(of.is_found_done(), "what was closed then was found done too");
}

#[test]
fn a_closed_one_goes_on_where_it_stood_and_a_replaced_one_does_not() {
    let of = adopted(agreed(first(SourceKind::Training)));
    let why = Close {
        reason: "Done".to_owned(),
    };
    let closed = folded(Some(of.clone()), &close(id(), &of, &why, &secretary()).unwrap());
    assert_eq!(close(id(), &closed, &why, &secretary()).unwrap_err(), Refusal::NotNow);
    assert!(!closed.is_found_done(), "closed, and nobody looked");
    let again = folded(
        Some(closed.clone()),
        &reopen(id(), &closed, &why, &secretary()).unwrap(),
    );
    assert_eq!(again.state, State::Adopted);
    let by = Supersede { by: id() };
    let other = first(SourceKind::Training);
    assert_eq!(
        supersede(id(), &of, &by, Some(&other), &secretary()).unwrap_err(),
        Refusal::Itself
    );
    let by = Supersede { by: example::id(2) };
    assert_eq!(
        supersede(id(), &of, &by, None, &secretary()).unwrap_err(),
        Refusal::NotThere
    );
    let over = folded(
        Some(of.clone()),
        &supersede(id(), &of, &by, Some(&other), &secretary()).unwrap(),
    );
    let back = supersede(
        example::id(2),
        &other,
        &Supersede { by: id() },
        Some(&over),
        &secretary(),
    );
    assert_eq!(
        back.unwrap_err(),
        Refusal::NotNow,
        "two that replace each other leave none"
    );
    assert_eq!(over.stage(), Stage::Superseded);
    assert_eq!(reopen(id(), &over, &why, &secretary()).unwrap_err(), Refusal::NotNow);
}

#[test]
fn a_likeness_is_decided_anew_and_never_with_itself() {
    let of = first(SourceKind::UsTip);
    assert_eq!(say_the_same(id(), &of, id(), true, true).unwrap_err(), Refusal::Itself);
    assert_eq!(
        say_the_same(id(), &of, example::id(2), true, false).unwrap_err(),
        Refusal::NotThere
    );
    let of = folded(
        Some(of.clone()),
        &say_the_same(id(), &of, example::id(2), true, true).unwrap(),
    );
    assert_eq!(of.same, [example::id(2)]);
    let of = folded(
        Some(of.clone()),
        &say_the_same(id(), &of, example::id(2), false, true).unwrap(),
    );
    assert!(of.same.is_empty() && of.other == [example::id(2)]);
}

/// What is tried by a step of the machine.
const TRIED: [Act; 11] = [
    Act::Discuss,
    Act::Position,
    Act::Formulate,
    Act::Decide,
    Act::Decide,
    Act::Address,
    Act::Report,
    Act::Review,
    Act::Review,
    Act::Close,
    Act::Reopen,
];

/// One attempt of the machine: what is tried, by whom.
fn step(of: &Recommendation, what: u8, who: u8) -> Result<Changes, Refusal> {
    let whos = [Who::BorderPost, Who::Team, Who::PodulAlb];
    let who = whos[usize::from(who) % 3];
    let context = by(who, Role::FocalFunction);
    let why = Close {
        reason: "Because".to_owned(),
    };
    match what % 11 {
        0 => {
            let open = Open {
                asked: vec![who.id()],
                until: day("2026-08-30"),
            };
            open_discussion(id(), of, &open, &[who.id()], today(), &secretary())
        }
        1 => {
            let position = Position {
                stance: Stance::Supports,
                reason: None,
                wording: None,
            };
            take_position(id(), of, &position, &context)
        }
        2 => formulate(
            id(),
            of,
            &Formulate {
                text: "Agreed".to_owned(),
            },
            &secretary(),
        ),
        3 => decide(id(), of, &decision(Outcome::Adopted, "2018-06-29"), today()),
        4 => decide(id(), of, &decision(Outcome::Declined, "2018-06-29"), today()),
        5 => {
            let command = Address {
                organisation: who.id(),
                term: None,
            };
            address(id(), of, &command, true)
        }
        6 => report(id(), of, &told(Rating::Done, &["A letter"]), &context),
        7 => review(id(), of, &told(Rating::PartlyDone, &[]), &secretary()),
        8 => review(id(), of, &told(Rating::Done, &["Seen"]), &secretary()),
        9 => close(id(), of, &why, &secretary()),
        _ => reopen(id(), of, &why, &secretary()),
    }
}

proptest! {
    #[test]
    fn no_sequence_of_steps_decides_twice_loses_a_word_or_verifies_what_nobody_reported(
        public in any::<bool>(), steps in proptest::collection::vec((0u8..11, 0u8..3), 0..60)
    ) {
        let kind = if public { SourceKind::Greta } else { SourceKind::Training };
        let mut of = first(kind);
        for (what, who) in steps {
            let before = of.clone();
            let fits = TRIED[usize::from(what)].fits(&of);
            let changes = match (step(&of, what, who), fits) {
                (Ok(changes), fits) => {
                    prop_assert!(fits.is_ok(), "what is not offered is refused");
                    changes
                }
                (Err(refusal), Err(rule)) => {
                    prop_assert_eq!(refusal, rule, "refused for the reason for which it is not offered");
                    continue;
                }
                (Err(_), Ok(())) => continue,
            };
            of = folded(Some(of), &changes);
            prop_assert_eq!(&of.first, &before.first);
            prop_assert!(of.positions.len() >= before.positions.len());
            prop_assert!(of.reports.len() >= before.reports.len() && of.reviews.len() >= before.reviews.len());
            if before.decision.is_some() {
                prop_assert_eq!(&of.decision, &before.decision);
            }
            if of.state == State::Verified {
                prop_assert!(!of.reports.is_empty());
            }
            if public {
                prop_assert!(of.discussion.is_none() && of.agreed.is_none());
            }
        }
    }
}
