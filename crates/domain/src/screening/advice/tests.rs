//! Advice says why, counts what was not asked, and reads no blank as "no".
use super::*;
use crate::{clock::Confidence, organisation::OrganisationKind};
use proptest::prelude::*;

fn answers(given: &[(&str, Answer)]) -> Vec<(String, Answer)> {
    given
        .iter()
        .map(|(code, answer)| ((*code).to_owned(), *answer))
        .collect()
}

#[test]
fn the_bank_is_whole_and_says_how_sure_it_is() {
    let bank: question::Bank = toml::from_str(question::TEXT).unwrap();
    assert_eq!(bank.sets(), all());
    assert_eq!(edition("in_person 2"), Some(standing()));
    assert_eq!(edition("in_person 0"), None);
    assert_eq!(standing().refer.confidence(), Confidence::Proposed);
    for set in all() {
        assert!(
            set.sources
                .iter()
                .all(|source| source.confidence() != Confidence::Verified)
        );
        for indicator in &set.indicators {
            assert!(
                set.sources.iter().any(|source| source.code == indicator.source),
                "{}",
                indicator.code
            );
            assert!(
                set.dimensions
                    .iter()
                    .any(|dimension| dimension.code == indicator.dimension)
            );
            assert!(set.indicator(&indicator.code).is_some(), "{}", indicator.code);
        }
        let counts: Vec<usize> = set
            .dimensions
            .iter()
            .map(|d| d.strong.len() + d.medium.len() + d.weak.len())
            .collect();
        assert_eq!(counts, [10, 10, 16, 9, 15, 7]);
        let of_dimensions = set
            .dimensions
            .iter()
            .flat_map(|d| d.strong.iter().chain(&d.medium).chain(&d.weak));
        let mut codes: Vec<&String> = of_dimensions
            .chain(set.indicators.iter().map(|one| &one.code))
            .collect();
        let listed = codes.len();
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), listed, "an indicator belongs to one dimension");
    }
}

#[test]
fn a_page_has_at_most_four_questions_and_begins_with_whether_the_person_can_talk() {
    for (code, first, other) in [
        (
            "in_person",
            [Asks::Alone, Asks::Interpreter, Asks::Danger, Asks::Hurt],
            Asks::CanTalk,
        ),
        (
            "by_phone",
            [Asks::CanTalk, Asks::Danger, Asks::Hurt, Asks::Interpreter],
            Asks::Alone,
        ),
    ] {
        let set = of_code(code).unwrap();
        let asked: Vec<_> = set.groups[0].questions.iter().map(|q| q.asks().unwrap()).collect();
        assert_eq!(asked, first);
        for about in Asks::ALL {
            let there = set.questions().filter(|q| q.asks() == Some(*about)).count();
            assert_eq!(there, usize::from(*about != other), "{about:?}");
        }
        let opens = |code: &String| set.groups.iter().any(|group| group.when.contains(code));
        for group in &set.groups {
            for question in &group.questions {
                let matters = question.asks().is_some() == question.tells.is_empty();
                assert!(matters || group.pick || opens(&question.code), "{}", question.code);
            }
        }
        assert!(
            (4..=7).contains(&set.asked(&[], false).len()),
            "pages, where nothing is ticked"
        );
        for group in &set.groups {
            assert!(group.pick || (1..=4).contains(&group.questions.len()), "{}", group.code);
            assert!(
                group.when.iter().all(|code| set.question(code).is_some()),
                "{}",
                group.code
            );
        }
        for question in set.questions() {
            for tells in &question.tells {
                assert!(set.indicator(&tells.indicator).is_some(), "{}", tells.indicator);
                assert!(tells.counts_when().is_some(), "{}", question.code);
            }
            let same = set.questions().filter(|q| q.code == question.code).count();
            assert_eq!(same, 1, "{}", question.code);
        }
    }
    assert_eq!(usual(OrganisationKind::Hotline).code, "by_phone");
    assert_eq!(usual(OrganisationKind::BorderPolice).code, "in_person");
}

#[test]
fn every_kind_of_exploitation_has_questions_of_its_own() {
    let asked = |given: &[(&str, Answer)], child| {
        let answers = answers(given);
        let groups: Vec<String> = standing()
            .asked(&answers, child)
            .into_iter()
            .map(|group| group.code.clone())
            .collect();
        groups
    };
    let always = [
        "first_contact",
        "kinds",
        "promises",
        "papers",
        "control",
        "around_person",
    ];
    for code in always {
        assert!(
            asked(&[("kind_organ", Answer::Yes)], false).contains(&code.to_owned()),
            "{code}"
        );
    }
    for (kind, group) in [
        ("kind_work", "work"),
        ("kind_household", "household"),
        ("kind_sexual", "sexual"),
        ("kind_begging", "begging"),
        ("kind_crime", "crime"),
        ("kind_marriage", "marriage"),
        ("kind_organ", "organ"),
    ] {
        let groups = asked(&[(kind, Answer::Yes)], false);
        assert!(groups.contains(&group.to_owned()), "{kind}");
        assert!(
            groups.len() <= always.len() + 2,
            "nobody is asked what does not concern them: {groups:?}"
        );
    }
    assert!(asked(&[], false).contains(&"work".to_owned()), "nothing was ticked");
    for in_doubt in [Answer::Yes, Answer::Unknown] {
        assert!(asked(&[("could_be_child", in_doubt)], false).contains(&"child".to_owned()));
    }
    assert!(asked(&[], true).contains(&"child".to_owned()), "the file says so");
    assert!(!asked(&[("could_be_child", Answer::No)], false).contains(&"child".to_owned()));
}

#[test]
fn every_code_has_words_in_each_catalogue() {
    for (catalogue, aloud) in [
        (
            include_str!("../../../../words/locales/en/indicators.ftl"),
            include_str!("../../../../words/locales/en/aloud.ftl"),
        ),
        (
            include_str!("../../../../words/locales/ro/indicators.ftl"),
            include_str!("../../../../words/locales/ro/aloud.ftl"),
        ),
    ] {
        let stands = |catalogue: &str, message: String| {
            let line = format!("{message} = ");
            assert!(catalogue.lines().any(|known| known.starts_with(&line)), "{message}");
        };
        let has = |message: String| stands(catalogue, message);
        for set in all() {
            for group in &set.groups {
                has(format!("question-group-{}", group.code));
                for language in ["ro", "ru", "uk", "en"] {
                    stands(aloud, format!("aloud-{}-{language}", group.aloud));
                    stands(aloud, format!("aloud-{}-child-{language}", group.aloud));
                }
            }
            for question in set.questions() {
                has(format!("question-{}", question.code));
                for tells in &question.tells {
                    has(format!("sign-{}", tells.indicator));
                }
            }
            for dimension in &set.dimensions {
                has(format!("dimension-{}", dimension.code));
            }
        }
        for strength in Strength::ALL {
            has(format!("strength-{}", strength.code()));
        }
        for stop in StopFirst::ALL {
            has(format!("stop-first-{}", stop.code()));
        }
        assert!(!catalogue.contains(['ş', 'ţ', 'Ş', 'Ţ']), "comma below, never cedilla");
    }
}

#[test]
fn a_dimension_is_positive_by_the_rule_of_the_set() {
    for (strong, medium, weak, positive) in [
        (0, 0, 0, false),
        (1, 0, 0, false),
        (2, 0, 0, true),
        (1, 1, 0, true),
        (1, 0, 1, true),
        (0, 3, 0, true),
        (0, 2, 0, false),
        (0, 2, 1, true),
        (0, 1, 2, false),
        (0, 0, 2, false),
        (0, 1, 0, false),
    ] {
        assert_eq!(is_positive(strong, medium, weak), positive, "{strong} {medium} {weak}");
    }
}

#[test]
fn the_strongest_sign_is_told_first_with_the_answer_behind_it() {
    let advice = advise(
        standing(),
        &answers(&[
            ("alone", Answer::Yes),
            ("interpreter_independent", Answer::Yes),
            ("knows_own_whereabouts", Answer::No),
            ("pay_taken_or_kept", Answer::Yes),
            ("holds_own_papers", Answer::No),
            ("job_as_promised", Answer::Unknown),
            ("hurt_by_them", Answer::Refused),
        ]),
        false,
    );
    let signs: Vec<_> = advice
        .signs
        .iter()
        .map(|s| (s.indicator.as_str(), s.strength, s.answer))
        .collect();
    assert_eq!(
        signs,
        [
            ("documents_confiscated", Strength::Strong, Answer::No),
            ("wage_manipulation", Strength::Medium, Answer::Yes),
            ("wages_withheld", Strength::Medium, Answer::Yes),
            ("unknown_area", Strength::Medium, Answer::No),
        ]
    );
    assert!(advice.refer, "a strong sign and a medium one make control positive");
    assert_eq!((advice.unknown, advice.refused, advice.not_asked), (1, 1, 17));
    assert_eq!(advice.stop_first, None);
    assert!(!advice.danger_now && !advice.child_possible);
}

#[test]
fn who_is_heard_by_others_is_not_asked_on() {
    let stop = |given: &[(&str, Answer)]| advise(standing(), &answers(given), false).stop_first;
    assert_eq!(stop(&[("alone", Answer::No)]), Some(StopFirst::NotAlone));
    assert_eq!(stop(&[("alone", Answer::Unknown)]), Some(StopFirst::NotAlone));
    assert_eq!(
        stop(&[("alone", Answer::Yes), ("interpreter_independent", Answer::No)]),
        Some(StopFirst::InterpreterNotIndependent)
    );
    assert_eq!(
        stop(&[("alone", Answer::Yes), ("interpreter_independent", Answer::NotAsked)]),
        None
    );
    assert_eq!(stop(&[]), None);
    let call = of_code("by_phone").unwrap();
    for listening in [Answer::No, Answer::Unknown] {
        let advice = advise(call, &answers(&[("can_talk", listening)]), false);
        assert_eq!(advice.stop_first, Some(StopFirst::CanNotTalk));
    }
}

#[test]
fn danger_waits_for_no_dimension_and_a_possible_child_for_no_second_sign() {
    assert!(advise(standing(), &answers(&[("danger_now", Answer::Yes)]), false).refer);
    let one = [("works_too_long", Answer::Yes)];
    assert!(!advise(standing(), &answers(&one), false).refer);
    for age in [Answer::Yes, Answer::Unknown] {
        let advice = advise(standing(), &answers(&[one[0], ("could_be_child", age)]), false);
        assert!(advice.refer && advice.child_possible);
    }
    assert!(
        advise(standing(), &answers(&one), true).refer,
        "the file says that it is a child"
    );
    let two_strong_in_two_dimensions = [one[0], ("job_as_promised", Answer::No)];
    assert!(advise(standing(), &answers(&two_strong_in_two_dimensions), false).refer);
}

fn any_answer() -> impl Strategy<Value = Answer> {
    prop::sample::select(Answer::ALL.to_vec())
}

fn any_answers() -> impl Strategy<Value = Vec<(String, Answer)>> {
    let codes: Vec<String> = standing().questions().map(|q| q.code.clone()).collect();
    let count = codes.len();
    prop::collection::vec(any_answer(), count).prop_map(move |given| codes.iter().cloned().zip(given).collect())
}

proptest! {
    #[test]
    fn only_yes_and_no_speak(given in any_answers()) {
        let spoken: Vec<_> = given.iter().filter(|(_, a)| matches!(a, Answer::Yes | Answer::No)).cloned().collect();
        let (all, said) = (advise(standing(), &given, false), advise(standing(), &spoken, false));
        prop_assert_eq!(&all.signs, &said.signs);
        prop_assert_eq!(&all.dimensions, &said.dimensions);
        for sign in &all.signs {
            prop_assert!(given.contains(&(sign.question.clone(), sign.answer)));
        }
        let groups = standing().asked(&given, all.child_possible).into_iter().filter(|group| !group.pick);
        let asked: Vec<_> = groups.flat_map(|group| &group.questions).collect();
        let yes_no = spoken.iter().filter(|(code, _)| asked.iter().any(|question| question.code == *code)).count();
        prop_assert_eq!(yes_no + all.not_asked + all.refused + all.unknown, asked.len());
    }

    #[test]
    fn a_blank_never_takes_a_sign_away_nor_adds_one(given in any_answers(), left in any::<prop::sample::Index>()) {
        let left = left.index(given.len());
        let before = advise(standing(), &given, false);
        let mut after = given.clone();
        let code = after[left].0.clone();
        after[left].1 = Answer::NotAsked;
        let after = advise(standing(), &after, false);
        let kept: Vec<_> = before.signs.iter().filter(|sign| sign.question != code).cloned().collect();
        prop_assert_eq!(&after.signs, &kept);
    }

    #[test]
    fn nothing_said_is_no_advice_to_refer_and_no_all_clear(silent in prop::collection::vec(
        prop::sample::select(vec![Answer::NotAsked, Answer::Refused]), 100)) {
        let given: Vec<_> = standing().questions().map(|q| q.code.clone()).zip(silent).collect();
        let advice = advise(standing(), &given, false);
        prop_assert!(!advice.refer && advice.signs.is_empty());
        prop_assert_eq!((advice.unknown, advice.danger_now, advice.child_possible), (0, false, false));
        let groups = standing().asked(&given, false).into_iter().filter(|group| !group.pick);
        prop_assert_eq!(advice.not_asked + advice.refused, groups.map(|group| group.questions.len()).sum::<usize>());
    }
}
