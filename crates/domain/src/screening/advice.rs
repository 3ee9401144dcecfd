//! Advice from the answers of a screening. INVARIANT: advice with reasons, never a decision; a blank is never "no"; nothing of
//! the indicators stands in code.
//!
//! A dimension is positive with two strong signs, a strong and one other, three medium ones, or two medium and a weak one
//! (ILO and European Commission, Operational indicators of trafficking in human beings, 2009; recalled, to be confirmed).
use crate::{
    clock::Confidence,
    known::{Answer, codes},
};
use serde::Deserialize;
use std::sync::LazyLock;

const TEXT: &str = include_str!("../../data/indicators.toml");
static STANDING: LazyLock<Set> = LazyLock::new(|| toml::from_str(TEXT).unwrap_or_default());

/// The set of indicators that new screenings begin with.
pub fn standing() -> &'static Set {
    &STANDING
}

/// The set of this edition, as a screening keeps it (`labour_adult 1`); `None` when this node does not know it any more.
pub fn edition(edition: &str) -> Option<&'static Set> {
    Some(standing()).filter(|set| set.edition() == edition)
}

codes! {
    /// How much an indicator speaks for its dimension. The strongest sorts first.
    Strength {
        /// Strong.
        0 Strong = "strong",
        /// Medium.
        1 Medium = "medium",
        /// Weak.
        2 Weak = "weak",
    }
}

codes! {
    /// What a question of the first contact is about, apart from indicators.
    Asks {
        /// Whether the person is alone with the officer.
        0 Alone = "alone",
        /// Whether the interpreter is independent of whom the person fears.
        1 Interpreter = "interpreter",
        /// Whether someone could be hurt before the next hour.
        2 Danger = "danger",
        /// Whether the person is hurt or ill.
        3 Hurt = "hurt",
        /// Whether the person is under eighteen, or could be.
        4 Child = "child",
    }
}

/// A set of indicators with the questions that a first conversation asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Set {
    /// Which: `labour_adult`.
    pub code: String,
    /// Version of this file.
    pub version: String,
    /// Its name in English.
    pub name: String,
    /// Where the indicators were read.
    pub source: String,
    /// How sure they are: a code of [`Confidence`].
    confidence: String,
    /// What else a reader should know.
    pub note: Option<String>,
    /// When the advice is to refer.
    pub refer: Refer,
    /// Dimensions with their indicators.
    pub dimensions: Vec<Dimension>,
    /// Groups of questions, in the order in which they are asked.
    pub groups: Vec<Group>,
}

/// When the advice is to refer: either number reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refer {
    /// So many dimensions are positive.
    pub positive_dimensions: usize,
    /// So many dimensions show a strong sign.
    pub dimensions_with_a_strong_sign: usize,
    /// Whose rule.
    pub source: String,
    /// How sure: a code of [`Confidence`].
    confidence: String,
}

/// A dimension, and its indicators by strength.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// Which.
    pub code: String,
    /// Strong indicators.
    pub strong: Vec<String>,
    /// Medium indicators.
    pub medium: Vec<String>,
    /// Weak indicators.
    pub weak: Vec<String>,
}

/// Questions of one page.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Which.
    pub code: String,
    /// At most four.
    pub questions: Vec<Question>,
}

/// A question. Its words stand in the catalogues.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Which.
    pub code: String,
    /// What it is about, apart from indicators: a code of [`Asks`].
    #[serde(default)]
    asks: Option<String>,
    /// Whether the answer may be seen without asking: what can be observed is observed first.
    #[serde(default)]
    pub observe: bool,
    /// What its answer speaks for.
    #[serde(default)]
    pub tells: Vec<Tells>,
}

/// An answer that speaks for an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tells {
    /// Which indicator.
    pub indicator: String,
    /// With which answer: the code of yes or no.
    counts_when: String,
}

impl Set {
    /// How the set and its version are told and kept: `labour_adult 1`.
    pub fn edition(&self) -> String {
        format!("{} {}", self.code, self.version)
    }

    /// How sure the indicators are.
    pub fn confidence(&self) -> Confidence {
        Confidence::from_code(&self.confidence).unwrap_or(Confidence::Unsure)
    }

    /// All questions, in their order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.groups.iter().flat_map(|group| &group.questions)
    }

    /// The question with this code.
    pub fn question(&self, code: &str) -> Option<&Question> {
        self.questions().find(|question| question.code == code)
    }

    /// The dimension and strength of an indicator.
    pub fn indicator(&self, code: &str) -> Option<(&Dimension, Strength)> {
        self.dimensions
            .iter()
            .find_map(|dimension| Some((dimension, dimension.strength(code)?)))
    }
}

impl Refer {
    /// How sure the rule is.
    pub fn confidence(&self) -> Confidence {
        Confidence::from_code(&self.confidence).unwrap_or(Confidence::Proposed)
    }
}

impl Dimension {
    /// The strength of an indicator of this dimension; `None` when it is of another.
    pub fn strength(&self, code: &str) -> Option<Strength> {
        [
            (&self.strong, Strength::Strong),
            (&self.medium, Strength::Medium),
            (&self.weak, Strength::Weak),
        ]
        .into_iter()
        .find(|(codes, _)| codes.iter().any(|known| known == code))
        .map(|(_, strength)| strength)
    }
}

impl Question {
    /// What it is about, apart from indicators.
    pub fn asks(&self) -> Option<Asks> {
        self.asks.as_deref().and_then(Asks::from_code)
    }
}

impl Tells {
    /// The answer that speaks for the indicator: yes or no, and nothing else ever.
    pub fn counts_when(&self) -> Option<Answer> {
        Answer::from_code(&self.counts_when).filter(|answer| matches!(answer, Answer::Yes | Answer::No))
    }
}

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
    /// The interpreter is not, or not known to be, independent of whom the person fears: find another.
    InterpreterNotIndependent,
}

impl StopFirst {
    /// The code that catalogues use.
    pub fn code(self) -> &'static str {
        match self {
            StopFirst::NotAlone => "not_alone",
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

/// Advice from answers by question. Answers to questions that the set does not have are left aside.
pub fn advise(set: &Set, answers: &[(String, Answer)]) -> Advice {
    let given = |code: &str| {
        answers
            .iter()
            .rev()
            .find(|(question, _)| question == code)
            .map_or(Answer::NotAsked, |(_, answer)| *answer)
    };
    let asked = |about: Asks| {
        set.questions()
            .find(|question| question.asks() == Some(about))
            .map_or(Answer::NotAsked, |question| given(&question.code))
    };
    let count = |answer: Answer| {
        set.questions()
            .filter(|question| given(&question.code) == answer)
            .count()
    };
    let signs = signs(set, given);
    let dimensions: Vec<Finding> = set
        .dimensions
        .iter()
        .map(|dimension| finding(dimension, &signs))
        .collect();
    let child_possible = matches!(asked(Asks::Child), Answer::Yes | Answer::Unknown);
    let danger_now = asked(Asks::Danger) == Answer::Yes;
    let positive = dimensions.iter().filter(|finding| finding.positive).count();
    let strong = dimensions.iter().filter(|finding| finding.strong > 0).count();
    let in_doubt = |answer| matches!(answer, Answer::No | Answer::Unknown);
    // WHY: for a child any means are beside the point (CETS 197 art. 4(c)), and danger waits for no dimension.
    let refer = positive >= set.refer.positive_dimensions.max(1)
        || strong >= set.refer.dimensions_with_a_strong_sign.max(1)
        || (child_possible && !signs.is_empty())
        || danger_now;
    Advice {
        refer,
        not_asked: count(Answer::NotAsked),
        refused: count(Answer::Refused),
        unknown: count(Answer::Unknown),
        danger_now,
        hurt_or_ill: asked(Asks::Hurt) == Answer::Yes,
        stop_first: if in_doubt(asked(Asks::Alone)) {
            Some(StopFirst::NotAlone)
        } else if in_doubt(asked(Asks::Interpreter)) {
            Some(StopFirst::InterpreterNotIndependent)
        } else {
            None
        },
        child_possible,
        dimensions,
        signs,
    }
}

fn signs(set: &Set, given: impl Fn(&str) -> Answer) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    for question in set.questions() {
        let answer = given(&question.code);
        for tells in question
            .tells
            .iter()
            .filter(|tells| tells.counts_when() == Some(answer))
        {
            if let Some((dimension, strength)) = set.indicator(&tells.indicator) {
                signs.push(Sign {
                    question: question.code.clone(),
                    indicator: tells.indicator.clone(),
                    dimension: dimension.code.clone(),
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
    let shown = |codes: &[String]| {
        codes
            .iter()
            .filter(|code| signs.iter().any(|sign| sign.indicator == **code))
            .count()
    };
    let (strong, medium, weak) = (
        shown(&dimension.strong),
        shown(&dimension.medium),
        shown(&dimension.weak),
    );
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
