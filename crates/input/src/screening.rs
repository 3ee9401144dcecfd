//! Screening: what was answered, and what the person who screened decides.
use super::{
    At, Errors, Input, Reader,
    error::{Code, Fact},
    schema,
    signal::read_name,
};
use serde::Deserialize;
use tiltas_domain::{
    Answer, Sensitive,
    case::{Person, Urgency},
    content::{HealthNote, Message, Phone, Whereabouts},
    detail::Detail,
    screening::{
        Decision, Page,
        advice::{self, Asks, Set},
    },
    signal::{Channel, Record},
};
use utoipa::ToSchema;

/// Answers to questions of the set, as many as were asked.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"answers": [
    {"question": "alone", "answer": "yes"}, {"question": "holds_own_papers", "answer": "no"}, {"question": "may_leave_alone", "answer": "refused"}
]}))]
pub struct AnswerScreening {
    /// Each question with one of the five answers.
    #[schema(required)]
    #[serde(default)]
    pub answers: Vec<QuestionAnswered>,
}

/// A question and its answer.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct QuestionAnswered {
    /// The question.
    #[schema(required, schema_with = schema::questions)]
    #[serde(default)]
    pub question: String,
    /// What was answered.
    #[schema(required, schema_with = schema::one::<Answer>)]
    #[serde(default)]
    pub answer: String,
}

impl Input for AnswerScreening {
    type Command = Page;

    fn command(&self, at: &At<'_>) -> Result<Page, Errors> {
        self.of_any(advice::all(), at)
    }
}

impl AnswerScreening {
    /// Answers to the questions of `set`, with which the screening began.
    ///
    /// # Errors
    /// The fields that need another look.
    pub fn of_set(&self, set: &Set, at: &At<'_>) -> Result<Page, Errors> {
        self.of_any(std::slice::from_ref(set), at)
    }

    /// A program names the screening, not its set: a question of any set is taken.
    fn of_any(&self, sets: &[Set], at: &At<'_>) -> Result<Page, Errors> {
        let mut read = Reader::new(at);
        let codes = schema::question_codes(sets);
        let mut page = Page::default();
        if self.answers.is_empty() {
            read.wrong("answers", Code::Needed);
        }
        if !read.many("answers", self.answers.len(), codes.len()) {
            for (nth, one) in self.answers.iter().enumerate() {
                let answer = read.needed::<Answer>(&format!("answers[{nth}].answer"), Some(&one.answer));
                let field = format!("answers[{nth}].question");
                match sets.iter().find_map(|set| set.question(&one.question)) {
                    None => read.wrong_by(&field, Code::Choose, "codes", Fact::Text(codes.join(", "))),
                    Some(_) if page.answers.iter().any(|(code, _)| *code == one.question) => {
                        read.wrong(&field, Code::Twice);
                    }
                    Some(question) => {
                        let answer = answer.unwrap_or_default();
                        if question.asks() == Some(Asks::Danger) && answer == Answer::Yes {
                            page.urgency = Some(Urgency::DangerNow);
                        }
                        page.answers.push((one.question.clone(), answer));
                    }
                }
            }
        }
        read.end(Some(page))
    }

    /// The first page of a screening, which opens the file.
    ///
    /// # Errors
    /// The fields that need another look.
    pub fn opening(&self, set: &Set, at: &At<'_>) -> Result<Record, Errors> {
        let page = self.of_set(set, at)?;
        Ok(Record {
            channel: if set.is_by_phone() {
                Channel::Hotline
            } else {
                Channel::Encounter
            },
            anonymous: false,
            urgency: page.urgency.unwrap_or(Urgency::Ordinary),
            person: Person::default(),
            name: None,
            phone: None,
            whereabouts: None,
            health: None,
            account: None,
            screening: Some((set.edition(), page.answers)),
        })
    }
}

/// What the person who screened decides, whatever the advice.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"decision": "refer"}))]
pub struct ConcludeScreening {
    /// What is decided.
    #[schema(required, schema_with = schema::one::<Decision>)]
    #[serde(default)]
    pub decision: String,
    /// Why; `no_case` needs a reason.
    pub reason: Option<String>,
}

impl Input for ConcludeScreening {
    type Command = (Decision, Option<Message>);

    fn command(&self, at: &At<'_>) -> Result<(Decision, Option<Message>), Errors> {
        let mut read = Reader::new(at);
        let decision = read.needed("decision", Some(&self.decision));
        let reason = match decision {
            Some(Decision::NoCase) => read.needed_words("reason", self.reason.as_deref()),
            _ => read.words("reason", self.reason.as_deref()),
        };
        read.end(decision.map(|decision| (decision, reason)))
    }
}

/// What else a page of a screening may tell: a name, and how soon.
#[derive(Clone, Default, Deserialize)]
pub struct TellScreened {
    /// A name, as given.
    pub name: Option<String>,
    /// Where the person is.
    pub whereabouts: Option<String>,
    /// A telephone.
    pub phone: Option<String>,
    /// Health.
    pub health: Option<String>,
    /// How soon.
    pub urgency: Option<String>,
}

impl Input for TellScreened {
    type Command = Page;

    fn command(&self, at: &At<'_>) -> Result<Page, Errors> {
        let mut read = Reader::new(at);
        let name = read_name(&mut read, "name", self.name.as_deref()).map(Detail::Name);
        let place = read.words::<Whereabouts>("whereabouts", self.whereabouts.as_deref());
        let phone = read.title_if("phone", self.phone.as_deref()).map(Phone::wrap);
        let health = read.words::<HealthNote>("health", self.health.as_deref());
        let urgency = read.choice("urgency", self.urgency.as_deref());
        let details = [
            name,
            place.map(|place| Detail::Whereabouts(place.into())),
            phone.map(|phone| Detail::Phone(phone.into())),
            health.map(|health| Detail::Health(health.into())),
        ];
        read.end(Some(Page {
            urgency,
            details: details.into_iter().flatten().collect(),
            ..Page::default()
        }))
    }
}
