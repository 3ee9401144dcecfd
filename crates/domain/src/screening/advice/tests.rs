//! Advice says why, counts what was not asked, and reads no blank as "no".
use super::*;
use proptest::prelude::*;

fn answers(given: &[(&str, Answer)]) -> Vec<(String, Answer)> {
    given
        .iter()
        .map(|(code, answer)| ((*code).to_owned(), *answer))
        .collect()
}

#[test]
fn the_set_is_whole_and_says_how_sure_it_is() {
    let set: Set = toml::from_str(TEXT).unwrap();
    assert_eq!(set, *standing());
    assert_eq!(edition("labour_adult 1"), Some(standing()));
    assert_eq!(edition("labour_adult 0"), None);
    assert_eq!(set.confidence(), Confidence::Unsure);
    assert_eq!(set.refer.confidence(), Confidence::Proposed);
    let counts: Vec<usize> = set
        .dimensions
        .iter()
        .map(|d| d.strong.len() + d.medium.len() + d.weak.len())
        .collect();
    assert_eq!(counts, [10, 10, 16, 9, 15, 7]);
    let mut codes: Vec<&String> = set
        .dimensions
        .iter()
        .flat_map(|d| d.strong.iter().chain(&d.medium).chain(&d.weak))
        .collect();
    codes.sort();
    codes.dedup();
    assert_eq!(codes.len(), 67, "an indicator belongs to one dimension");
}

#[test]
fn a_page_has_at_most_four_questions_and_begins_with_is_the_person_alone() {
    let set = standing();
    assert!((4..=6).contains(&set.groups.len()));
    for group in &set.groups {
        assert!((1..=4).contains(&group.questions.len()), "{}", group.code);
    }
    let first: Vec<_> = set.groups[0].questions.iter().map(|q| q.asks().unwrap()).collect();
    assert_eq!(first, [Asks::Alone, Asks::Interpreter, Asks::Danger, Asks::Hurt]);
    for about in Asks::ALL {
        assert_eq!(set.questions().filter(|q| q.asks() == Some(*about)).count(), 1);
    }
    for question in set.questions() {
        assert_ne!(
            question.asks().is_some(),
            !question.tells.is_empty(),
            "{}",
            question.code
        );
        for tells in &question.tells {
            assert!(set.indicator(&tells.indicator).is_some(), "{}", tells.indicator);
            assert!(tells.counts_when().is_some(), "{}", question.code);
        }
        let same = set.questions().filter(|q| q.code == question.code).count();
        assert_eq!(same, 1);
    }
}

#[test]
fn every_code_has_words_in_each_catalogue() {
    for catalogue in [
        include_str!("../../../../words/locales/en/indicators.ftl"),
        include_str!("../../../../words/locales/ro/indicators.ftl"),
    ] {
        let has = |message: String| {
            assert!(
                catalogue.lines().any(|line| line.starts_with(&format!("{message} = "))),
                "{message}"
            );
        };
        for group in &standing().groups {
            has(format!("question-group-{}", group.code));
        }
        for question in standing().questions() {
            has(format!("question-{}", question.code));
            for tells in &question.tells {
                has(format!("sign-{}", tells.indicator));
            }
        }
        for dimension in &standing().dimensions {
            has(format!("dimension-{}", dimension.code));
        }
        for strength in Strength::ALL {
            has(format!("strength-{}", strength.code()));
        }
        for stop in [StopFirst::NotAlone, StopFirst::InterpreterNotIndependent] {
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
            ("unknown_area", Strength::Medium, Answer::No),
            ("wages_withheld", Strength::Weak, Answer::Yes),
        ]
    );
    assert!(advice.refer, "a strong sign and a weak one make control positive");
    assert_eq!((advice.unknown, advice.refused, advice.not_asked), (1, 1, 17));
    assert_eq!(advice.stop_first, None);
    assert!(!advice.danger_now && !advice.child_possible);
}

#[test]
fn who_is_not_alone_or_has_an_interpreter_of_the_feared_person_is_not_asked_on() {
    let stop = |given: &[(&str, Answer)]| advise(standing(), &answers(given)).stop_first;
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
}

#[test]
fn danger_waits_for_no_dimension_and_a_possible_child_for_no_second_sign() {
    assert!(advise(standing(), &answers(&[("danger_now", Answer::Yes)])).refer);
    let one = [("works_too_long", Answer::Yes)];
    assert!(!advise(standing(), &answers(&one)).refer);
    for age in [Answer::Yes, Answer::Unknown] {
        let advice = advise(standing(), &answers(&[one[0], ("could_be_child", age)]));
        assert!(advice.refer && advice.child_possible);
    }
    let two_strong_in_two_dimensions = [one[0], ("job_as_promised", Answer::No)];
    assert!(advise(standing(), &answers(&two_strong_in_two_dimensions)).refer);
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
        let (all, said) = (advise(standing(), &given), advise(standing(), &spoken));
        prop_assert_eq!(&all.signs, &said.signs);
        prop_assert_eq!(&all.dimensions, &said.dimensions);
        for sign in &all.signs {
            prop_assert!(given.contains(&(sign.question.clone(), sign.answer)));
        }
        let questions = standing().questions().count();
        let yes_no = spoken.len();
        prop_assert_eq!(yes_no + all.not_asked + all.refused + all.unknown, questions);
    }

    #[test]
    fn a_blank_never_takes_a_sign_away_nor_adds_one(given in any_answers(), left in 0usize..24) {
        let before = advise(standing(), &given);
        let mut after = given.clone();
        let code = after[left].0.clone();
        after[left].1 = Answer::NotAsked;
        let after = advise(standing(), &after);
        let kept: Vec<_> = before.signs.iter().filter(|sign| sign.question != code).cloned().collect();
        prop_assert_eq!(&after.signs, &kept);
    }

    #[test]
    fn nothing_said_is_no_advice_to_refer_and_no_all_clear(silent in prop::collection::vec(
        prop::sample::select(vec![Answer::NotAsked, Answer::Refused]), 24)) {
        let given: Vec<_> = standing().questions().map(|q| q.code.clone()).zip(silent).collect();
        let advice = advise(standing(), &given);
        prop_assert!(!advice.refer && advice.signs.is_empty());
        prop_assert_eq!(advice.not_asked + advice.refused, 24);
    }
}
