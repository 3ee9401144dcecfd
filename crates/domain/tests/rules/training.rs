//! A training goes from plan to report by its own steps; nobody's own result is told, and certificates are of those who came.
use proptest::prelude::*;
use tiltas_domain::{
    Changes, Context, Id, Recorded, Role, Stream,
    certificate::{self, Certificate, Code, Status, Withdraw},
    dated::Dated,
    example::{self, NIGHT, Who},
    training::{
        Act, Attend, Cancel, Certify, Count, Curriculum, Enrol, Event, FEW, Feedback, Item, Mean, Measure, Plan,
        Refusal, Report, Score, State, Training, answer, attend, cancel, certify, change, enrol, hold, plan, questions,
        report, revoke, score,
    },
};

fn id() -> Id<Training> {
    example::id(1)
}

fn organiser(seed: u8) -> Context {
    example::context(Who::Partner.actor(Role::Organiser), NIGHT, seed)
}

fn today() -> jiff::civil::Date {
    example::moldova().date(NIGHT)
}

fn day(text: &str) -> Dated {
    text.parse().unwrap()
}

fn folded(state: Option<Training>, changes: &Changes) -> Training {
    let events = changes.list().iter().filter_map(|change| Event::of(&change.event));
    events.fold(state, Training::evolve).unwrap()
}

fn issued(changes: &Changes) -> Vec<Certificate> {
    let events = changes
        .list()
        .iter()
        .filter_map(|change| certificate::Event::of(&change.event));
    events.map(|event| Certificate::evolve(None, event).unwrap()).collect()
}

fn planned(from: &str, to: &str) -> Plan {
    Plan {
        title: "First help".to_owned(),
        programme: None,
        curriculum: Curriculum {
            audience: "NGOs".to_owned(),
            aims: "Help".to_owned(),
            modules: vec!["Partnerships".to_owned()],
            hours: 12,
            competence: "First help".to_owned(),
            years: 3,
        },
        from: day(from),
        to: day(to),
        place: "Chișinău".to_owned(),
        language: None,
        trainers: vec!["Latvia".to_owned()],
        agenda: Vec::new(),
        material: Vec::new(),
        source: None,
        example: true,
    }
}

fn begun() -> Training {
    folded(
        None,
        &plan(&planned("2018-05-29", "2018-05-30"), &organiser(9)).unwrap(),
    )
}

fn of(who: Who, registered: u16) -> Enrol {
    Enrol {
        organisation: who.id(),
        function: "Officers".to_owned(),
        registered,
    }
}

fn came(who: Who, came: u16) -> Attend {
    Attend {
        organisation: who.id(),
        function: "Officers".to_owned(),
        came,
    }
}

fn some(who: Who, count: u16) -> Certify {
    Certify {
        organisation: who.id(),
        function: "Officers".to_owned(),
        count,
    }
}

/// Held, with so many of each institution.
fn held(groups: &[(Who, u16)]) -> Training {
    let mut on = begun();
    for (who, people) in groups {
        let changes = enrol(id(), &on, &of(*who, *people), true, &organiser(9)).unwrap();
        on = folded(Some(on), &changes);
    }
    on = folded(Some(on.clone()), &hold(id(), &on, today(), &organiser(9)).unwrap());
    for (who, people) in groups {
        let changes = attend(id(), &on, &came(*who, *people), &organiser(9)).unwrap();
        on = folded(Some(on), &changes);
    }
    on
}

fn reported(on: Training) -> Training {
    let told = Report {
        text: "Done".to_owned(),
        outcomes: Vec::new(),
    };
    let changes = report(id(), &on, &told, &organiser(9)).unwrap();
    folded(Some(on), &changes)
}

fn result(who: Option<Who>, answered: u16, points: u32) -> Score {
    let measure = Some(Measure { answered, points });
    Score {
        part: None,
        organisation: who.map(Who::id),
        most: 10,
        before: measure,
        after: measure,
    }
}

fn scored(on: Training, score_: &Score) -> Training {
    let changes = score(id(), &on, score_).unwrap();
    folded(Some(on), &changes)
}

#[test]
fn days_are_in_order_and_the_agenda_lies_on_them() {
    let refused = |plan_: &Plan| plan(plan_, &organiser(9)).unwrap_err();
    assert_eq!(refused(&planned("2018-05-30", "2018-05-29")), Refusal::DaysOutOfOrder);
    let item = |day_: &str| Item {
        day: day(day_),
        hour: None,
        what: "Opening".to_owned(),
        by: None,
    };
    for (on, sound) in [("2018-05-29", true), ("2018-05-31", false), ("2018", false)] {
        let mut command = planned("2018-05-29", "2018-05-30");
        command.agenda = vec![item(on)];
        assert_eq!(plan(&command, &organiser(9)).is_ok(), sound, "{on}");
        assert_eq!(change(id(), &begun(), &command, &organiser(9)).is_ok(), sound, "{on}");
    }
    let leap = planned("2020-02-29", "2020-02-29");
    let on = folded(None, &plan(&leap, &organiser(9)).unwrap());
    let to_come = planned("2026-08-20", "2026-08-21");
    let soon = folded(None, &plan(&to_come, &organiser(9)).unwrap());
    assert_eq!(
        hold(id(), &soon, today(), &organiser(9)).unwrap_err(),
        Refusal::StillToCome
    );
    assert!(hold(id(), &on, today(), &organiser(9)).is_ok());
}

#[test]
fn certificates_are_issued_to_those_who_came_one_each() {
    let on = held(&[(Who::BorderPost, 3)]);
    let refused = |on: &Training, count| certify(id(), on, &some(Who::BorderPost, count), &organiser(9)).unwrap_err();
    assert_eq!(refused(&on, 4), Refusal::NotAttended);
    assert_eq!(refused(&on, 0), Refusal::NotAttended);
    let stranger = certify(id(), &on, &some(Who::PodulAlb, 1), &organiser(9));
    assert_eq!(stranger.unwrap_err(), Refusal::NotRegistered);
    let changes = certify(id(), &on, &some(Who::BorderPost, 2), &organiser(9)).unwrap();
    let (first, on) = (issued(&changes), folded(Some(on), &changes));
    let fewer = attend(id(), &on, &came(Who::BorderPost, 1), &organiser(9));
    assert_eq!(fewer.unwrap_err(), Refusal::FewerThanCertified);
    assert_eq!(refused(&on, 2), Refusal::NotAttended);
    let changes = certify(id(), &on, &some(Who::BorderPost, 1), &organiser(10)).unwrap();
    let all: Vec<_> = first.iter().chain(&issued(&changes)).cloned().collect();
    let numbers: std::collections::BTreeSet<_> = all.iter().map(|one| one.issued.number.clone()).collect();
    let codes: std::collections::BTreeSet<_> = all.iter().map(|one| one.issued.code.to_string()).collect();
    assert_eq!((numbers.len(), codes.len()), (3, 3), "{numbers:?} {codes:?}");
    assert!(all.iter().all(|one| Code::is_sound(one.issued.code.as_str())));
    let on = folded(Some(on), &changes);
    assert_eq!(
        Act::Certify.fits(&on).unwrap_err(),
        Refusal::NotAttended,
        "nobody is left"
    );
    let on = folded(Some(on.clone()), &revoke(id(), on.groups[0].certificates[0]));
    let again = certify(id(), &on, &some(Who::BorderPost, 1), &organiser(11)).unwrap();
    assert!(
        !numbers.contains(&issued(&again)[0].issued.number),
        "another number than any before"
    );
}

#[test]
fn a_certificate_runs_out_on_its_day_and_is_withdrawn_once() {
    let on = held(&[(Who::BorderPost, 1)]);
    let one = issued(&certify(id(), &on, &some(Who::BorderPost, 1), &organiser(9)).unwrap()).remove(0);
    let status = |text: &str| one.told().status(text.parse().unwrap());
    assert_eq!(one.issued.until, day("2021-05-30"));
    assert_eq!(
        [
            status("2021-02-27"),
            status("2021-03-01"),
            status("2021-05-30"),
            status("2021-05-31")
        ],
        [Status::Valid, Status::RunsOut, Status::RunsOut, Status::Expired]
    );
    let why = Withdraw {
        reason: "The wrong function".to_owned(),
    };
    let changes = certificate::withdraw(example::id(7), &one, &why, &organiser(9)).unwrap();
    let event = certificate::Event::of(&changes.list()[0].event).unwrap();
    let over = Certificate::evolve(Some(one), event).unwrap();
    assert_eq!(over.told().status("2019-01-01".parse().unwrap()), Status::Withdrawn);
    let twice = certificate::withdraw(example::id(7), &over, &why, &organiser(9));
    assert_eq!(twice.unwrap_err(), certificate::Refusal::Withdrawn);
}

#[test]
fn a_certificate_of_a_leap_day_runs_to_the_last_of_february() {
    let on = folded(
        None,
        &plan(&planned("2020-02-29", "2020-02-29"), &organiser(9)).unwrap(),
    );
    let on = folded(
        Some(on.clone()),
        &enrol(id(), &on, &of(Who::BorderPost, 1), true, &organiser(9)).unwrap(),
    );
    let on = folded(Some(on.clone()), &hold(id(), &on, today(), &organiser(9)).unwrap());
    let on = folded(
        Some(on.clone()),
        &attend(id(), &on, &came(Who::BorderPost, 1), &organiser(9)).unwrap(),
    );
    let one = issued(&certify(id(), &on, &some(Who::BorderPost, 1), &organiser(9)).unwrap()).remove(0);
    assert_eq!(one.issued.until, day("2023-02-28"));
}

#[test]
fn a_result_is_told_once_it_is_reported_and_never_of_a_few() {
    let on = held(&[(Who::BorderPost, 8), (Who::PodulAlb, 3), (Who::Police, 9)]);
    let on = scored(on, &result(Some(Who::BorderPost), 8, 40));
    let on = scored(on, &result(Some(Who::PodulAlb), 3, 15));
    let with_police = scored(on.clone(), &result(Some(Who::Police), 9, 45));
    let told = |on: &Training, who: Option<Who>, answered, points| {
        let on = reported(scored(on.clone(), &result(who, answered, points)));
        let outcomes = on.outcomes();
        let found = outcomes.iter().find(|one| one.organisation == who.map(Who::id));
        found.unwrap().before
    };
    assert!(
        scored(on.clone(), &result(None, 20, 100)).outcomes().is_empty(),
        "what still changes could be subtracted"
    );
    assert_eq!(told(&on, Some(Who::PodulAlb), 3, 15), Mean::Hidden, "a few");
    assert_eq!(told(&on, Some(Who::BorderPost), 8, 40), Mean::Tenths(50));
    assert_eq!(
        told(&on, None, 20, 100),
        Mean::Tenths(50),
        "twelve stand beside the group that is shown"
    );
    assert_eq!(
        told(&with_police, None, 20, 100),
        Mean::Hidden,
        "three could be worked out"
    );
    assert_eq!(
        told(&on, Some(Who::BorderPost), 8, 80),
        Mean::Hidden,
        "each had all of them"
    );
    assert_eq!(told(&on, Some(Who::BorderPost), 8, 0), Mean::Hidden, "nobody had any");
}

#[test]
fn fewer_are_not_counted_than_stand_for_a_result_and_all_are_counted_before_the_report() {
    let on = held(&[(Who::BorderPost, 6), (Who::PodulAlb, 6)]);
    let anew = |on: &Training, who, people| attend(id(), on, &came(who, people), &organiser(9));
    let of_one = scored(on.clone(), &result(Some(Who::BorderPost), 6, 30));
    assert_eq!(
        anew(&of_one, Who::BorderPost, 3).unwrap_err(),
        Refusal::MoreThanCame,
        "a mean of six would stand for three"
    );
    assert!(anew(&of_one, Who::PodulAlb, 3).is_ok(), "it is of the others");
    let of_all = scored(on.clone(), &result(None, 10, 50));
    assert!(anew(&of_all, Who::PodulAlb, 4).is_ok());
    assert_eq!(anew(&of_all, Who::PodulAlb, 3).unwrap_err(), Refusal::MoreThanCame);
    let feedback = Feedback {
        question: "useful".to_owned(),
        counts: [2, 2, 3, 3],
    };
    let said = folded(Some(on.clone()), &answer(id(), &on, &feedback).unwrap());
    assert_eq!(anew(&said, Who::PodulAlb, 3).unwrap_err(), Refusal::MoreThanCame);
    let more = enrol(id(), &on, &of(Who::Police, 4), true, &organiser(9)).unwrap();
    let more = folded(Some(on), &more);
    let told = Report {
        text: "Done".to_owned(),
        outcomes: Vec::new(),
    };
    let refused = report(id(), &more, &told, &organiser(9)).unwrap_err();
    assert_eq!(refused, Refusal::NobodyCame, "nobody has counted the police");
    let counted = folded(Some(more.clone()), &anew(&more, Who::Police, 0).unwrap());
    assert!(report(id(), &counted, &told, &organiser(9)).is_ok());
}

#[test]
fn feedback_is_of_questions_that_there_are_and_a_mean() {
    let on = held(&[(Who::BorderPost, 8)]);
    assert!(questions().len() >= 4);
    let given = |question: &str, counts| Feedback {
        question: question.to_owned(),
        counts,
    };
    let refused = |feedback: &Feedback| answer(id(), &on, feedback).unwrap_err();
    assert_eq!(refused(&given("none", [0, 0, 0, 1])), Refusal::NoSuchQuestion);
    assert_eq!(refused(&given("useful", [0; 4])), Refusal::NoResult);
    assert_eq!(refused(&given("useful", [9, 0, 0, 0])), Refusal::MoreThanCame);
    let told = |counts| {
        let changes = answer(id(), &on, &given("useful", counts)).unwrap();
        reported(folded(Some(on.clone()), &changes)).answers()[0].2
    };
    assert_eq!(told([0, 0, 4, 4]), Mean::Tenths(35));
    assert_eq!(told([0, 0, 2, 2]), Mean::Hidden);
    assert_eq!(told([0, 0, 0, 8]), Mean::Hidden, "each said the same");
}

/// One attempt of the machine.
fn step(on: &Training, what: u8, who: u8, number: u16) -> Result<Changes, Refusal> {
    let who = [Who::BorderPost, Who::Team, Who::PodulAlb][usize::from(who) % 3];
    let context = organiser(number as u8);
    match Act::ALL[usize::from(what) % 9] {
        Act::Change => change(id(), on, &planned("2018-05-29", "2018-05-31"), &context),
        Act::Enrol => enrol(id(), on, &of(who, number + 1), true, &context),
        Act::Hold => hold(id(), on, today(), &context),
        Act::Attend => attend(id(), on, &came(who, number), &context),
        Act::Score => score(id(), on, &result(Some(who), number, 3)),
        Act::Answer => answer(
            id(),
            on,
            &Feedback {
                question: "clear".to_owned(),
                counts: [0, 0, number, 1],
            },
        ),
        Act::Report => report(
            id(),
            on,
            &Report {
                text: "Done".to_owned(),
                outcomes: Vec::new(),
            },
            &context,
        ),
        Act::Certify => certify(id(), on, &some(who, number), &context),
        Act::Cancel => cancel(
            id(),
            on,
            &Cancel {
                reason: "No hall".to_owned(),
            },
            &context,
        ),
    }
}

const WHOS: [Who; 4] = [Who::BorderPost, Who::Team, Who::PodulAlb, Who::Police];

/// Held, with so many who came of each, and so many of them with a certificate.
fn certified(groups: &[(u16, u16)]) -> Training {
    let people: Vec<_> = WHOS.into_iter().zip(groups.iter().map(|(came, _)| *came)).collect();
    let mut on = held(&people);
    for ((who, came), (_, certificates)) in people.into_iter().zip(groups) {
        let count = (*certificates).min(came);
        if count > 0 {
            let changes = certify(id(), &on, &some(who, count), &organiser(count as u8)).unwrap();
            on = folded(Some(on), &changes);
        }
    }
    on
}

/// Reported, where somebody came.
fn reported_or(on: Training) -> Training {
    match on.came() {
        0 => on,
        _ => reported(on),
    }
}

#[test]
fn a_total_that_leaves_one_way_for_a_few_is_withheld() {
    let told = |groups: &[(u16, u16)]| {
        let told = reported(certified(groups)).counts(Who::Rapporteur.id(), false);
        (told.came, told.certificates)
    };
    let (exactly, withheld) = (Count::Exactly, Count::Withheld);
    assert_eq!(told(&[(4, 0), (4, 0), (7, 0)]), (withheld, exactly(0)), "four each");
    assert_eq!(told(&[(1, 0), (1, 0), (1, 0), (1, 0)]).0, withheld, "one each");
    assert_eq!(told(&[(3, 0), (7, 0)]).0, withheld, "the rest are a few");
    assert_eq!(told(&[(4, 0), (3, 0), (7, 0)]).0, exactly(14));
    assert_eq!(
        told(&[(4, 4), (3, 3), (1, 0)]),
        (exactly(8), withheld),
        "seven certificates leave one who has none"
    );
    assert_eq!(told(&[(6, 6), (7, 5)]), (exactly(13), exactly(11)), "nobody is hidden");
    let all = certified(&[(4, 4), (4, 4)]).counts(Who::Rapporteur.id(), true);
    assert_eq!(
        (all.came, all.certificates),
        (exactly(8), exactly(8)),
        "who writes it counts"
    );
}

proptest! {
    #[test]
    fn no_sequence_of_steps_certifies_who_did_not_come_or_changes_what_is_reported(
        steps in proptest::collection::vec((0u8..9, 0u8..3, 0u16..12), 0..80)
    ) {
        let mut on = begun();
        for (what, who, number) in steps {
            let before = on.clone();
            let fits = Act::ALL[usize::from(what)].fits_on(&on, today());
            let changes = match (step(&on, what, who, number), fits) {
                (Ok(changes), fits) => {
                    prop_assert!(fits.is_ok(), "what is not offered is refused");
                    changes
                }
                (Err(refusal), Err(rule)) => {
                    prop_assert_eq!(refusal, rule);
                    continue;
                }
                (Err(_), Ok(())) => continue,
            };
            on = folded(Some(on), &changes);
            prop_assert_eq!(&on.first, &before.first);
            prop_assert!(on.groups.len() >= before.groups.len());
            prop_assert!(on.issued >= before.issued);
            for group in &on.groups {
                prop_assert!(group.certificates.len() <= usize::from(group.came.unwrap_or(0)));
                prop_assert!(group.came.is_none_or(|came| came <= group.registered));
            }
            let came = |whose: Option<Id<_>>| -> u32 {
                let those = on.groups.iter().filter(|group| whose.is_none_or(|who| group.organisation == who));
                those.filter_map(|group| group.came).map(u32::from).sum()
            };
            for score in &on.scores {
                let measures = score.before.iter().chain(&score.after);
                prop_assert!(measures.map(|one| u32::from(one.answered)).all(|some| some <= came(score.organisation)));
            }
            prop_assert!(on.feedback.iter().all(|one| one.counts.iter().copied().map(u32::from).sum::<u32>() <= came(None)));
            prop_assert!(on.state != State::Reported || on.groups.iter().all(|group| group.came.is_some()));
            if before.state == State::Reported {
                prop_assert_eq!(&on.scores, &before.scores);
                prop_assert_eq!(&on.feedback, &before.feedback);
                prop_assert_eq!(on.came(), before.came());
                prop_assert_eq!(on.state, State::Reported);
            }
            if before.state == State::Cancelled {
                prop_assert!(false, "nothing is done to what was cancelled");
            }
        }
    }

    #[test]
    fn no_mean_that_is_told_lets_that_of_a_few_be_worked_out(
        groups in proptest::collection::vec((1u16..9, 0u32..90), 3), all in (1u16..26, 0u32..250)
    ) {
        let whos = [Who::BorderPost, Who::Team, Who::PodulAlb];
        let people: Vec<_> = whos.into_iter().zip(groups.iter().map(|(people, _)| *people)).collect();
        let mut on = held(&people);
        for (who, (people, points)) in whos.into_iter().zip(&groups) {
            let points = (*points).min(u32::from(*people) * 10);
            on = scored(on, &result(Some(who), *people, points));
        }
        let sum: u16 = people.iter().map(|(_, people)| people).sum();
        let all = (all.0.min(sum), all.1.min(u32::from(all.0.min(sum)) * 10));
        let on = reported(scored(on, &result(None, all.0, all.1)));
        let told = |one: &&tiltas_domain::training::Outcome| matches!(one.before, Mean::Tenths(_));
        let outcomes = on.outcomes();
        let shown: Vec<_> = outcomes.iter().filter(told).collect();
        let of = |who: Id<_>| people.iter().find(|(known, _)| known.id() == who).map_or(0, |(_, people)| *people);
        for one in &shown {
            prop_assert!(one.organisation.is_none_or(|who| of(who) >= FEW));
        }
        if shown.iter().any(|one| one.organisation.is_none()) {
            let apart: u16 = shown.iter().filter_map(|one| one.organisation).map(of).sum();
            let rest = all.0.saturating_sub(apart);
            prop_assert!(all.0 >= FEW && (rest == 0 || rest >= FEW), "{} of {}", rest, all.0);
        }
    }

    #[test]
    fn nobody_who_does_not_write_it_can_work_out_a_group_that_is_not_counted_out(
        groups in proptest::collection::vec((0u16..8, 0u16..8), 1..5), own in 0usize..5
    ) {
        let on = certified(&groups);
        let reader = WHOS.get(own).map_or(Who::Rapporteur, |who| *who).id();
        let early = on.counts(reader, false);
        prop_assert_eq!((early.came, early.certificates), (Count::Withheld, Count::Withheld), "it still changes");
        let told = reported_or(on.clone()).counts(reader, false);
        let fits = |came: &[usize], certificates: &[usize]| {
            let shown = |count: Count, sum: usize| count == Count::Withheld || count == Count::Exactly(sum);
            shown(told.came, came.iter().sum()) && shown(told.certificates, certificates.iter().sum())
        };
        let mut ways = vec![(Vec::new(), Vec::new())];
        for group in &told.groups {
            let values = |count: Count| match count {
                Count::Exactly(people) => people..=people,
                Count::Few | Count::Withheld => 1..=usize::from(FEW) - 1,
            };
            let mut next = Vec::new();
            for (came, certificates) in &ways {
                for one in values(group.came.unwrap()) {
                    for some in values(group.certificates).filter(|some| *some <= one) {
                        let (mut came, mut certificates): (Vec<usize>, Vec<usize>) = (came.clone(), certificates.clone());
                        came.push(one);
                        certificates.push(some);
                        next.push((came, certificates));
                    }
                }
            }
            ways = next;
        }
        ways.retain(|(came, certificates)| fits(came, certificates));
        for (nth, group) in told.groups.iter().enumerate() {
            let came: std::collections::BTreeSet<_> = ways.iter().map(|(came, _)| came[nth]).collect();
            let certificates: std::collections::BTreeSet<_> = ways.iter().map(|(_, some)| some[nth]).collect();
            prop_assert!(group.came != Some(Count::Few) || came.len() > 1, "{:?}: {:?}", told, came);
            prop_assert!(group.certificates != Count::Few || certificates.len() > 1, "{:?}: {:?}", told, certificates);
        }
    }
}
