//! Advice from the answers of a screening. INVARIANT: advice with reasons, never a decision; a blank is never "no"; nothing of
//! the indicators stands in code.
//!
//! A dimension is positive with two strong signs, a strong and one other, three medium ones, or two medium and a weak one
//! (ILO and European Commission, Operational indicators of trafficking in human beings, 2009; recalled, to be confirmed).
mod question;

use crate::known::Answer;
pub use question::{Asks, Group, Question, Set, Source, Strength, Tells, all, edition, of_code, standing, usual};
use question::{Dimension, given};

/// A sign: an answer that speaks for an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The question that was asked.
    pub question: String,
    /// The indicator.
    pub indicator: String,
    /// Its dimension.
    pub dimension: String,
    /// How much it speaks for it.
    pub strength: Strength,
    /// What was answered.
    pub answer: Answer,
}

/// What the answers say about one dimension. Each indicator counts once, however many questions tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which dimension.
    pub dimension: String,
    /// Strong indicators that show.
    pub strong: usize,
    /// Medium indicators that show.
    pub medium: usize,
    /// Weak indicators that show.
    pub weak: usize,
    /// Whether the dimension is positive.
    pub positive: bool,
}

/// What to change before anything else is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StopFirst {
    /// Someone is with the person, or it is not known: speak with them alone.
    NotAlone,
    /// Someone may be listening to the call: ask nothing more, agree when to call again.
    CanNotTalk,
    /// The interpreter is not, or not known to be, independent of whom the person fears: find another.
    InterpreterNotIndependent,
}

impl StopFirst {
    /// Each of them.
    pub const ALL: [StopFirst; 3] = [
        StopFirst::NotAlone,
        StopFirst::CanNotTalk,
        StopFirst::InterpreterNotIndependent,
    ];

    /// The code that catalogues use.
    pub fn code(self) -> &'static str {
        match self {
            StopFirst::NotAlone => "not_alone",
            StopFirst::CanNotTalk => "can_not_talk",
            StopFirst::InterpreterNotIndependent => "interpreter_not_independent",
        }
    }
}

/// What the answers speak for. A person decides, whatever it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// Whether the advice is to refer.
    pub refer: bool,
    /// Every dimension of the set, in its order.
    pub dimensions: Vec<Finding>,
    /// What speaks for it, the strongest first.
    pub signs: Vec<Sign>,
    /// How many questions were not asked.
    pub not_asked: usize,
    /// How many the person would not answer.
    pub refused: usize,
    /// How many answers are not known.
    pub unknown: usize,
    /// Someone could be hurt before the next hour.
    pub danger_now: bool,
    /// The person is hurt or ill.
    pub hurt_or_ill: bool,
    /// What to change before anything else is asked.
    pub stop_first: Option<StopFirst>,
    /// The person is under eighteen, or could be. In doubt the safer reading applies.
    pub child_possible: bool,
}

/// Advice from answers by question. Answers to questions that the set does not have are left aside. `child`: the child route is
/// taken, whatever was answered here.
pub fn advise(set: &Set, answers: &[(String, Answer)], child: bool) -> Advice {
    let asked = |about: Asks| {
        let question = set.questions().find(|question| question.asks() == Some(about));
        question.map_or(Answer::NotAsked, |question| given(answers, &question.code))
    };
    let child_possible = child || matches!(asked(Asks::Child), Answer::Yes | Answer::Unknown);
    let count = |answer: Answer| {
        let groups = set
            .asked(answers, child_possible)
            .into_iter()
            .filter(|group| !group.pick);
        let questions = groups.flat_map(|group| &group.questions);
        questions
            .filter(|question| given(answers, &question.code) == answer)
            .count()
    };
    let signs = signs(set, answers);
    let findings = set.dimensions.iter().map(|dimension| finding(dimension, &signs));
    let dimensions: Vec<Finding> = findings.collect();
    let danger_now = asked(Asks::Danger) == Answer::Yes;
    let positive = dimensions.iter().filter(|finding| finding.positive).count();
    let strong = dimensions.iter().filter(|finding| finding.strong > 0).count();
    // WHY: for a child any means are beside the point (CETS 197 art. 4(c)), and danger waits for no dimension.
    let refer = positive >= set.refer.positive_dimensions.max(1)
        || strong >= set.refer.dimensions_with_a_strong_sign.max(1)
        || (child_possible && !signs.is_empty())
        || danger_now;
    let in_doubt = |about| matches!(asked(about), Answer::No | Answer::Unknown);
    let stops = [
        (Asks::Alone, StopFirst::NotAlone),
        (Asks::CanTalk, StopFirst::CanNotTalk),
        (Asks::Interpreter, StopFirst::InterpreterNotIndependent),
    ];
    Advice {
        refer,
        not_asked: count(Answer::NotAsked),
        refused: count(Answer::Refused),
        unknown: count(Answer::Unknown),
        danger_now,
        hurt_or_ill: asked(Asks::Hurt) == Answer::Yes,
        stop_first: stops
            .into_iter()
            .find(|(about, _)| in_doubt(*about))
            .map(|(_, stop)| stop),
        child_possible,
        dimensions,
        signs,
    }
}

fn signs(set: &Set, answers: &[(String, Answer)]) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    for question in set.questions() {
        let answer = given(answers, &question.code);
        let speaking = question
            .tells
            .iter()
            .filter(|tells| tells.counts_when() == Some(answer));
        for tells in speaking {
            if let Some((dimension, strength)) = set.indicator(&tells.indicator) {
                signs.push(Sign {
                    question: question.code.clone(),
                    indicator: tells.indicator.clone(),
                    dimension: dimension.to_owned(),
                    strength,
                    answer,
                });
            }
        }
    }
    signs.sort_by_key(|sign| sign.strength);
    signs
}

fn finding(dimension: &Dimension, signs: &[Sign]) -> Finding {
    let shown = |strength: Strength| {
        let of_it = signs.iter().filter(|sign| sign.dimension == dimension.code);
        let shown = of_it.filter(|sign| sign.strength == strength);
        let codes: std::collections::BTreeSet<_> = shown.map(|sign| &sign.indicator).collect();
        codes.len()
    };
    let (strong, medium, weak) = (shown(Strength::Strong), shown(Strength::Medium), shown(Strength::Weak));
    Finding {
        dimension: dimension.code.clone(),
        strong,
        medium,
        weak,
        positive: is_positive(strong, medium, weak),
    }
}

/// Two strong; a strong and one other; three medium; two medium and a weak one.
fn is_positive(strong: usize, medium: usize, weak: usize) -> bool {
    strong >= 2 || (strong == 1 && medium + weak >= 1) || medium >= 3 || (medium == 2 && weak >= 1)
}

#[cfg(test)]
mod tests;
