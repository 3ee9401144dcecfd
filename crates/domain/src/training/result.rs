//! What is told of results: means of groups, and never one that would tell somebody's own.
//!
//! INVARIANT: no mean of fewer than [`FEW`] people is shown, nor one from which such a mean can be worked out, nor one that could
//! only come from each having the same.
use super::{Measure, Score, State, Training};
use crate::{Id, organisation::Organisation};
use std::sync::LazyLock;

/// A group of fewer people than this shows no result, and is counted as "fewer than 5".
pub const FEW: u16 = 5;

/// The mean of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mean {
    /// In tenths of a point.
    Tenths(u32),
    /// It would tell somebody's own result.
    Hidden,
    /// Nobody answered, or nobody wrote it down.
    None,
}

/// What a group knew before and after, as far as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Of which module; `None`: of the whole test.
    pub part: Option<String>,
    /// Of which institution; `None`: of all.
    pub organisation: Option<Id<Organisation>>,
    /// The most points that one can have.
    pub most: u16,
    /// Before.
    pub before: Mean,
    /// After.
    pub after: Mean,
}

/// Whether the mean of this group alone tells nobody's own result.
fn is_safe(measure: Measure, most: u16) -> bool {
    let (points, answered) = (measure.points, u32::from(measure.answered));
    measure.answered >= FEW && points > 0 && points < answered.saturating_mul(u32::from(most))
}

fn mean(measure: Measure) -> Mean {
    let (points, answered) = (u64::from(measure.points), u64::from(measure.answered));
    let tenths = (points * 10 + answered / 2).checked_div(answered);
    tenths.map_or(Mean::None, |tenths| {
        Mean::Tenths(u32::try_from(tenths).unwrap_or(u32::MAX))
    })
}

impl Training {
    /// The results, the whole test last: none before the training is reported, since what still changes could be subtracted.
    pub fn outcomes(&self) -> Vec<Outcome> {
        if self.state != State::Reported {
            return Vec::new();
        }
        let mut outcomes: Vec<Outcome> = self.scores.iter().map(|score| self.outcome(score)).collect();
        let modules = &self.plan.curriculum.modules;
        let place = |part: &Option<String>| {
            let nth = part
                .as_ref()
                .and_then(|part| modules.iter().position(|known| known == part));
            nth.unwrap_or(modules.len())
        };
        outcomes.sort_by_key(|outcome| (place(&outcome.part), outcome.organisation.is_some()));
        outcomes
    }

    /// What participants say of it: question, how many answered, and their mean from 1 to 4; shown as results are.
    pub fn answers(&self) -> Vec<(&'static Question, u32, Mean)> {
        if self.state != State::Reported {
            return Vec::new();
        }
        let given = |question: &'static Question| {
            let feedback = self.feedback.iter().find(|one| one.question == question.code)?;
            let answered: u32 = feedback.counts.iter().copied().map(u32::from).sum();
            let above = (0..).zip(feedback.counts);
            let above: u32 = above.map(|(points, count): (u32, u16)| points * u32::from(count)).sum();
            let measure = |points| Measure {
                answered: u16::try_from(answered).unwrap_or(u16::MAX),
                points,
            };
            let told = match is_safe(measure(above), 3) {
                true => mean(measure(above + answered)),
                false => Mean::Hidden,
            };
            Some((question, answered, told))
        };
        questions().iter().filter_map(given).collect()
    }

    fn outcome(&self, score: &Score) -> Outcome {
        let shown = |of: fn(&Score) -> Option<Measure>| match of(score) {
            None => Mean::None,
            Some(measure) if is_safe(measure, score.most) && self.is_apart(score, measure, of) => mean(measure),
            Some(_) => Mean::Hidden,
        };
        Outcome {
            part: score.part.clone(),
            organisation: score.organisation,
            most: score.most,
            before: shown(|score| score.before),
            after: shown(|score| score.after),
        }
    }

    /// Whether a result of all leaves nobody to be worked out beside the groups whose own results are shown.
    fn is_apart(&self, score: &Score, all: Measure, of: fn(&Score) -> Option<Measure>) -> bool {
        if score.organisation.is_some() {
            return true;
        }
        let groups = self
            .scores
            .iter()
            .filter(|other| other.organisation.is_some() && other.part == score.part);
        let told = groups.filter_map(|group| Some((of(group)?, group.most)));
        let told = told.filter(|(measure, most)| is_safe(*measure, *most));
        let (answered, points) = told.fold((0_u32, 0_u32), |(answered, points), (measure, _)| {
            let answered = answered.saturating_add(u32::from(measure.answered));
            (answered, points.saturating_add(measure.points))
        });
        let rest = u32::from(all.answered).checked_sub(answered);
        let rest_points = all.points.checked_sub(points);
        match (rest, rest_points) {
            (Some(0), _) => true,
            (Some(rest), Some(points)) => {
                let rest = u16::try_from(rest).unwrap_or(u16::MAX);
                is_safe(Measure { answered: rest, points }, score.most)
            }
            // More in the groups than in all: what was written does not fit together.
            _ => false,
        }
    }
}

/// A question of the feedback, in each language of the pages.
#[derive(Clone, Debug, serde::Deserialize)]
pub struct Question {
    /// Its code.
    pub code: String,
    /// In English.
    pub en: String,
    /// In Romanian.
    pub ro: String,
}

impl Question {
    /// In the language of this code; in English where it is not told in it.
    pub fn text(&self, language: &str) -> &str {
        match language {
            "ro" => &self.ro,
            _ => &self.en,
        }
    }
}

#[derive(serde::Deserialize)]
struct Questions {
    question: Vec<Question>,
}

/// The questions of the feedback, as they stand in `data/feedback.toml`: another question needs no code.
pub fn questions() -> &'static [Question] {
    static QUESTIONS: LazyLock<Vec<Question>> = LazyLock::new(|| {
        let read = toml::from_str::<Questions>(include_str!("../../data/feedback.toml"));
        read.map(|read| read.question).unwrap_or_default()
    });
    &QUESTIONS
}
