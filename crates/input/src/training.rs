//! A training: what is planned, who comes, who came, what was learnt, what came of it; and which of them a list shows. Nobody is
//! named.
use super::{At, Errors, Input, Reader, day, schema};
use crate::error::{Code, Fact};
use serde::Deserialize;
use tiltas_domain::training::{
    Attend, Cancel, Curriculum, Enrol, Feedback, Item, Measure, Order, Plan, Report, Score, Select, State,
};
use utoipa::{IntoParams, ToSchema};

/// The longest words of a report or a reason, in signs.
const WORDS: usize = 4000;
/// The most lines of a list.
const LINES: usize = 60;
/// The most people of one function.
const PEOPLE: u16 = 500;

/// What is planned.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "title": "First help and referral", "audience": "NGOs and state institutions", "aims": "Partnerships, and help that begins on the same day",
    "modules": ["Partnerships", "Special needs"], "hours": "12", "competence": "First help and referral", "years": "3",
    "from": "2026-05-19", "to": "2026-05-20", "place": "Chișinău", "language": "ro", "trainers": ["Latvia", "Lithuania"],
    "agenda": ["2026-05-19 | 09:00 | Opening | Lithuania"], "material": ["The case, for groups"], "example": true
}))]
pub struct PlanTraining {
    /// In a line.
    #[schema(required)]
    #[serde(default)]
    pub title: String,
    /// What it belongs to, in words.
    pub programme: Option<String>,
    /// For whom.
    #[schema(required)]
    #[serde(default)]
    pub audience: String,
    /// What for.
    #[schema(required)]
    #[serde(default)]
    pub aims: String,
    /// Its parts, one a line.
    #[serde(default)]
    pub modules: Vec<String>,
    /// How many hours: 1 to 200.
    #[schema(required)]
    #[serde(default)]
    pub hours: String,
    /// What whoever attended can do.
    #[schema(required)]
    #[serde(default)]
    pub competence: String,
    /// For how many years a certificate is valid: 1 to 20.
    #[schema(required)]
    #[serde(default)]
    pub years: String,
    /// Its first day, as precise as it is known.
    #[schema(required)]
    #[serde(default)]
    pub from: String,
    /// Its last day.
    #[schema(required)]
    #[serde(default)]
    pub to: String,
    /// Where.
    #[schema(required)]
    #[serde(default)]
    pub place: String,
    /// In which language (ISO 639-1), where that is known.
    pub language: Option<String>,
    /// Who teaches, one a line: institutions or countries, no names.
    #[serde(default)]
    pub trainers: Vec<String>,
    /// What happens when, one a line: day, hour, what, led by whom, with a bar between them. The hour and the last may be blank.
    #[serde(default)]
    pub agenda: Vec<String>,
    /// What is handed out, one a line.
    #[serde(default)]
    pub material: Vec<String>,
    /// Where it is told in public, and what of it.
    pub source: Option<String>,
    /// Participants and outcomes are invented, to show how it works.
    #[serde(default)]
    pub example: bool,
}

impl Input for PlanTraining {
    type Command = Plan;

    fn command(&self, at: &At<'_>) -> Result<Plan, Errors> {
        let mut read = Reader::new(at);
        let title = read.title("title", Some(&self.title));
        let audience = read.title("audience", Some(&self.audience));
        let aims = read.needed_text("aims", Some(&self.aims), WORDS);
        let modules = read.lines("modules", &lines(&self.modules), LINES);
        let hours = number(&mut read, "hours", &self.hours, 1, 200);
        let competence = read.title("competence", Some(&self.competence));
        let years = number(&mut read, "years", &self.years, 1, 20);
        let from = read.needed_dated("from", Some(&self.from));
        let to = read.needed_dated("to", Some(&self.to));
        let place = read.title("place", Some(&self.place));
        let programme = read.title_if("programme", self.programme.as_deref());
        let language = self.language.as_deref().filter(|language| !language.trim().is_empty());
        let language = language.and_then(|language| read.needed_language("language", Some(language)));
        let trainers = read.lines("trainers", &lines(&self.trainers), LINES);
        let agenda = agenda(&mut read, &lines(&self.agenda));
        let material = read.lines("material", &lines(&self.material), LINES);
        let source = read.text("source", self.source.as_deref(), WORDS);
        let taught = audience.zip(aims).zip(competence).zip(hours.zip(years));
        let curriculum = taught.map(|(((audience, aims), competence), (hours, years))| Curriculum {
            audience,
            aims,
            modules,
            hours: u8::try_from(hours).unwrap_or(u8::MAX),
            competence,
            years: u8::try_from(years).unwrap_or(u8::MAX),
        });
        let all = title.zip(curriculum).zip(from.zip(to)).zip(place);
        read.end(all.map(|(((title, curriculum), (from, to)), place)| Plan {
            title,
            programme,
            curriculum,
            from,
            to,
            place,
            language,
            trainers,
            agenda,
            material,
            source,
            example: self.example,
        }))
    }
}

/// What was sent, a line each: a form sends several lines in one field.
fn lines(sent: &[String]) -> Vec<String> {
    let lines = sent.iter().flat_map(|sent| sent.lines()).map(str::trim);
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// A whole number between these, which has to be there.
pub(super) fn number(read: &mut Reader<'_>, field: &str, sent: &str, least: u16, most: u16) -> Option<u16> {
    let sent = sent.trim();
    if sent.is_empty() {
        read.wrong(field, Code::Needed);
        return None;
    }
    let number = sent.parse().ok().filter(|number| (least..=most).contains(number));
    if number.is_none() {
        read.wrong_by(field, Code::Number, "most", Fact::Number(usize::from(most)));
    }
    number
}

/// The lines of an agenda; the first that can't be read is named by its place.
fn agenda(read: &mut Reader<'_>, sent: &[String]) -> Vec<Item> {
    if read.many("agenda", sent.len(), LINES) {
        return Vec::new();
    }
    let mut items = Vec::new();
    for (nth, line) in sent.iter().enumerate() {
        match item(line) {
            Some(item) => items.push(item),
            None => {
                read.wrong_by("agenda", Code::Agenda, "line", Fact::Number(nth + 1));
                break;
            }
        }
    }
    items
}

fn item(line: &str) -> Option<Item> {
    let mut cells = line.split('|').map(str::trim);
    let (first, hour) = (cells.next()?, cells.next()?);
    let what = cells.next().filter(|what| !what.is_empty())?;
    let by = cells.next().filter(|by| !by.is_empty());
    let hour = match hour {
        "" => None,
        hour => Some(day::hour(hour)?.strftime("%H:%M").to_string()),
    };
    Some(Item {
        day: first.parse().ok().or_else(|| day::day(first).map(Into::into))?,
        hour,
        what: what.to_owned(),
        by: by.map(str::to_owned),
    })
}

/// Those of a function who are registered.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"function": "Duty officers", "registered": "6"}))]
pub struct EnrolInTraining {
    /// Their institution, by id.
    #[schema(required)]
    #[serde(default)]
    pub organisation: String,
    /// Their function there, never a name.
    #[schema(required)]
    #[serde(default)]
    pub function: String,
    /// How many.
    #[schema(required)]
    #[serde(default)]
    pub registered: String,
}

impl Input for EnrolInTraining {
    type Command = Enrol;

    fn command(&self, at: &At<'_>) -> Result<Enrol, Errors> {
        let mut read = Reader::new(at);
        let organisation = read.needed_id("organisation", Some(&self.organisation));
        let function = read.title("function", Some(&self.function));
        let registered = number(&mut read, "registered", &self.registered, 1, PEOPLE);
        let all = organisation.zip(function).zip(registered);
        read.end(all.map(|((organisation, function), registered)| Enrol {
            organisation,
            function,
            registered,
        }))
    }
}

/// How many of a function came.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"function": "Duty officers", "came": "6"}))]
pub struct CountAttendance {
    /// Their institution, by id.
    #[schema(required)]
    #[serde(default)]
    pub organisation: String,
    /// Their function there, as it is registered.
    #[schema(required)]
    #[serde(default)]
    pub function: String,
    /// How many.
    #[schema(required)]
    #[serde(default)]
    pub came: String,
}

impl Input for CountAttendance {
    type Command = Attend;

    fn command(&self, at: &At<'_>) -> Result<Attend, Errors> {
        let mut read = Reader::new(at);
        let organisation = read.needed_id("organisation", Some(&self.organisation));
        let function = read.title("function", Some(&self.function));
        let came = number(&mut read, "came", &self.came, 0, PEOPLE);
        let all = organisation.zip(function).zip(came);
        read.end(all.map(|((organisation, function), came)| Attend {
            organisation,
            function,
            came,
        }))
    }
}

/// What a group learnt: each one's points, in no order. They are added up, and not kept one by one.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"most": "10", "before": "4 5 3 6 4 5", "after": "8 7 7 9 8 6"}))]
pub struct ScoreTraining {
    /// Of which module; nothing: of the whole test.
    pub part: Option<String>,
    /// Of those of which institution, by id; nothing: of all.
    pub organisation: Option<String>,
    /// The most points that one can have: 1 to 100.
    #[schema(required)]
    #[serde(default)]
    pub most: String,
    /// Each one's points before, with blanks between them.
    pub before: Option<String>,
    /// The same after.
    pub after: Option<String>,
}

impl Input for ScoreTraining {
    type Command = Score;

    fn command(&self, at: &At<'_>) -> Result<Score, Errors> {
        let mut read = Reader::new(at);
        let part = read.title_if("part", self.part.as_deref());
        let organisation = read.id("organisation", self.organisation.as_deref());
        let most = number(&mut read, "most", &self.most, 1, 100);
        let before = measure(&mut read, "before", self.before.as_deref(), most);
        let after = measure(&mut read, "after", self.after.as_deref(), most);
        read.end(most.map(|most| Score {
            part,
            organisation,
            most,
            before,
            after,
        }))
    }
}

fn measure(read: &mut Reader<'_>, field: &str, sent: Option<&str>, most: Option<u16>) -> Option<Measure> {
    let most = most.unwrap_or(100);
    let sent = sent.unwrap_or_default();
    let points: Vec<&str> = sent
        .split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ';'))
        .filter(|points| !points.is_empty())
        .collect();
    if points.is_empty() || read.many(field, points.len(), usize::from(PEOPLE)) {
        return None;
    }
    let numbers = points
        .iter()
        .map(|points| points.parse::<u16>().ok().filter(|points| *points <= most));
    let Some(numbers) = numbers.collect::<Option<Vec<u16>>>() else {
        read.wrong_by(field, Code::Points, "most", Fact::Number(usize::from(most)));
        return None;
    };
    Some(Measure {
        answered: u16::try_from(numbers.len()).unwrap_or(u16::MAX),
        points: numbers.into_iter().map(u32::from).sum(),
    })
}

/// How participants answered a question of the feedback: how many said 1 (not at all) to 4 (fully).
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"question": "useful", "three": "2", "four": "4"}))]
pub struct AnswerTraining {
    /// The question, by its code.
    #[schema(required)]
    #[serde(default)]
    pub question: String,
    /// How many answered 1.
    pub one: Option<String>,
    /// How many answered 2.
    pub two: Option<String>,
    /// How many answered 3.
    pub three: Option<String>,
    /// How many answered 4.
    pub four: Option<String>,
}

impl Input for AnswerTraining {
    type Command = Feedback;

    fn command(&self, at: &At<'_>) -> Result<Feedback, Errors> {
        let mut read = Reader::new(at);
        let question = read.needed_line("question", Some(&self.question));
        let given = [
            ("one", &self.one),
            ("two", &self.two),
            ("three", &self.three),
            ("four", &self.four),
        ];
        // Nobody is the number of those who gave an answer that is left blank: the others are counted.
        let counts = given.map(|(field, sent)| match sent.as_deref().map(str::trim) {
            None | Some("") => 0,
            Some(sent) => number(&mut read, field, sent, 0, PEOPLE).unwrap_or(0),
        });
        read.end(question.map(|question| Feedback { question, counts }))
    }
}

/// What came of it.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text": "Two good practices and five drafts.", "outcomes": ["Buy services from NGOs, by contract"]}))]
pub struct ReportTraining {
    /// In words.
    #[schema(required)]
    #[serde(default)]
    pub text: String,
    /// What came of it, one a line.
    #[serde(default)]
    pub outcomes: Vec<String>,
}

impl Input for ReportTraining {
    type Command = Report;

    fn command(&self, at: &At<'_>) -> Result<Report, Errors> {
        let mut read = Reader::new(at);
        let text = read.needed_text("text", Some(&self.text), WORDS);
        let outcomes = read.lines("outcomes", &lines(&self.outcomes), LINES);
        read.end(text.map(|text| Report { text, outcomes }))
    }
}

/// Why it is called off.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "The hall is closed."}))]
pub struct CancelTraining {
    /// Why.
    #[schema(required)]
    #[serde(default)]
    pub reason: String,
}

impl Input for CancelTraining {
    type Command = Cancel;

    fn command(&self, at: &At<'_>) -> Result<Cancel, Errors> {
        let mut read = Reader::new(at);
        let reason = read.needed_text("reason", Some(&self.reason), WORDS);
        read.end(reason.map(|reason| Cancel { reason }))
    }
}

/// Which trainings.
#[derive(Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SelectTrainings {
    /// Only those that stand so.
    #[param(schema_with = schema::one::<State>)]
    pub state: Option<String>,
    /// Only those in whose title, place or competence these words stand.
    pub text: Option<String>,
    /// In which order.
    #[param(schema_with = schema::one::<Order>)]
    pub sort: Option<String>,
    /// Those that follow this one: its id.
    pub after: Option<String>,
}

impl Input for SelectTrainings {
    type Command = Select;

    fn command(&self, at: &At<'_>) -> Result<Select, Errors> {
        let mut read = Reader::new(at);
        let select = Select {
            state: read.choice("state", self.state.as_deref()),
            text: read.line("text", self.text.as_deref()),
            sort: read.choice("sort", self.sort.as_deref()),
            after: read.id("after", self.after.as_deref()),
        };
        read.end(Some(select))
    }
}
