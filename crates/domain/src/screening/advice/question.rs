//! The indicators and the questions about them, as data: [`Set`] is what one kind of first conversation asks. INVARIANT: nothing
//! of an indicator or a question stands in code.
use crate::{
    clock::Confidence,
    known::{Answer, codes},
    organisation::OrganisationKind,
};
use serde::Deserialize;
use std::sync::LazyLock;

pub(super) const TEXT: &str = include_str!("../../../data/indicators.toml");
static SETS: LazyLock<Vec<Set>> = LazyLock::new(|| {
    let bank: Bank = toml::from_str(TEXT).unwrap_or_default();
    bank.sets()
});
static NONE: LazyLock<Set> = LazyLock::new(Set::default);

/// The set that a conversation in person begins with.
pub fn standing() -> &'static Set {
    SETS.first().unwrap_or(&NONE)
}

/// Every set that a screening may begin with; the first is the standing one.
pub fn all() -> &'static [Set] {
    &SETS
}

/// The set with this code: `by_phone`.
pub fn of_code(code: &str) -> Option<&'static Set> {
    SETS.iter().find(|set| set.code == code)
}

/// The set that people of this kind of organisation begin with.
pub fn usual(kind: OrganisationKind) -> &'static Set {
    let own = SETS
        .iter()
        .find(|set| set.usual_for.iter().any(|code| code == kind.code()));
    own.unwrap_or_else(standing)
}

/// The set of this edition, as a screening keeps it (`in_person 2`); `None` when this node does not know it any more.
pub fn edition(edition: &str) -> Option<&'static Set> {
    SETS.iter().find(|set| set.edition() == edition)
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
        /// Whether the person can speak freely on the phone.
        5 CanTalk = "can_talk",
    }
}

/// The file: sources, indicators, questions, and which groups of questions each kind of conversation asks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bank {
    version: String,
    sources: Vec<Source>,
    refer: Refer,
    dimensions: Vec<Dimension>,
    indicators: Vec<Indicator>,
    groups: Vec<Group>,
    sets: Vec<Asked>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    code: String,
    #[serde(default)]
    usual_for: Vec<String>,
    groups: Vec<String>,
}

impl Bank {
    /// Each kind of conversation with the groups that it asks, in its order.
    pub(super) fn sets(self) -> Vec<Set> {
        let group = |code: &String| self.groups.iter().find(|group| group.code == *code).cloned();
        let set = |asked: &Asked| Set {
            code: asked.code.clone(),
            usual_for: asked.usual_for.clone(),
            version: self.version.clone(),
            sources: self.sources.clone(),
            refer: self.refer.clone(),
            dimensions: self.dimensions.clone(),
            indicators: self.indicators.clone(),
            groups: asked.groups.iter().filter_map(group).collect(),
        };
        self.sets.iter().map(set).collect()
    }
}

/// A set of indicators with the questions that a first conversation asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Set {
    /// Which: `in_person`.
    pub code: String,
    /// The kinds of organisation that begin with it.
    usual_for: Vec<String>,
    /// Version of the file.
    pub version: String,
    /// Where the indicators were read.
    pub sources: Vec<Source>,
    /// When the advice is to refer.
    pub refer: Refer,
    /// Dimensions with their indicators.
    pub dimensions: Vec<Dimension>,
    /// Indicators of other kinds of exploitation, each in a dimension.
    pub indicators: Vec<Indicator>,
    /// Groups of questions, in the order in which they are asked.
    pub groups: Vec<Group>,
}

/// Where indicators were read.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Which.
    pub code: String,
    /// Its name in English.
    pub name: String,
    /// How sure they are: a code of [`Confidence`].
    confidence: String,
    /// What else a reader should know.
    pub note: Option<String>,
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

/// An indicator of a kind of exploitation that the dimensions' own lists do not hold.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Which.
    pub code: String,
    /// The dimension that it speaks for.
    pub dimension: String,
    strength: String,
    /// Where it was read: the code of a [`Source`].
    pub source: String,
}

/// Questions of one page.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Which.
    pub code: String,
    /// The questions after whose "yes" it is asked; none: always.
    #[serde(default)]
    pub when: Vec<String>,
    /// Whether it is asked as well where nothing was ticked in a group to tick.
    #[serde(default)]
    pub otherwise: bool,
    /// Whether its lines are ticked, not answered one by one.
    #[serde(default)]
    pub pick: bool,
    /// The words to say before it.
    #[serde(default = "Group::usual_words")]
    pub aloud: String,
    /// At most four, but for a group to tick.
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

/// The answer to a question; the last one counts, and what nobody answered was not asked.
pub(super) fn given(answers: &[(String, Answer)], code: &str) -> Answer {
    let found = answers.iter().rev().find(|(question, _)| question == code);
    found.map_or(Answer::NotAsked, |(_, answer)| *answer)
}

impl Set {
    /// How the set and its version are told and kept: `in_person 2`.
    pub fn edition(&self) -> String {
        format!("{} {}", self.code, self.version)
    }

    /// All questions, in their order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.groups.iter().flat_map(|group| &group.questions)
    }

    /// The question with this code.
    pub fn question(&self, code: &str) -> Option<&Question> {
        self.questions().find(|question| question.code == code)
    }

    /// The groups to ask after these answers, in their order. `child`: the child route is taken, whatever was answered here.
    pub fn asked(&self, answers: &[(String, Answer)], child: bool) -> Vec<&Group> {
        let groups = self.groups.iter();
        groups.filter(|group| self.is_asked(group, answers, child)).collect()
    }

    fn is_asked(&self, group: &Group, answers: &[(String, Answer)], child: bool) -> bool {
        let holds = |code: &String| {
            let about_age = self.question(code).and_then(Question::asks) == Some(Asks::Child);
            match given(answers, code) {
                Answer::Yes => true,
                Answer::Unknown => about_age,
                _ => about_age && child,
            }
        };
        let ticks = || {
            self.groups
                .iter()
                .filter(|group| group.pick)
                .flat_map(|group| &group.questions)
        };
        let nothing_ticked = || ticks().all(|question| given(answers, &question.code) != Answer::Yes);
        group.when.is_empty() || group.when.iter().any(holds) || (group.otherwise && nothing_ticked())
    }

    /// The dimension and strength of an indicator.
    pub fn indicator(&self, code: &str) -> Option<(&str, Strength)> {
        let own = self.dimensions.iter().find_map(|dimension| {
            let strength = dimension.strength(code)?;
            Some((dimension.code.as_str(), strength))
        });
        own.or_else(|| {
            let found = self.indicators.iter().find(|indicator| indicator.code == code)?;
            Some((found.dimension.as_str(), Strength::from_code(&found.strength)?))
        })
    }
}

impl Set {
    /// Whether the conversation is a call: then safety is settled before anything else is asked.
    pub fn is_by_phone(&self) -> bool {
        self.questions().any(|question| question.asks() == Some(Asks::CanTalk))
    }
}

impl Group {
    fn usual_words() -> String {
        "ask".to_owned()
    }
}

impl Source {
    /// How sure the indicators are.
    pub fn confidence(&self) -> Confidence {
        Confidence::from_code(&self.confidence).unwrap_or(Confidence::Unsure)
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
    fn strength(&self, code: &str) -> Option<Strength> {
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
