//! A programme: what it is, its countries and activities, what came of them; and which of them a list shows.
use super::{
    At, Errors, Input, Reader,
    error::{Code, Fact},
    schema,
};
use serde::Deserialize;
use tiltas_domain::programme::{ActivityKind, Bring, Came, Close, End, Join, Open, Order, Part, Plan, Select, Title};
use utoipa::{IntoParams, ToSchema};

/// The longest words of an outcome or a reason, in signs.
const WORDS: usize = 2000;
/// The most components of one programme.
const MOST: usize = 20;

/// What a programme is.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "title": "Working together at the border", "language": "en", "begins": "2026-01", "ends": "2026-12-15",
    "components": ["Joint training of officers"], "example": true
}))]
pub struct OpenProgramme {
    /// Its title.
    #[schema(required)]
    #[serde(default)]
    pub title: String,
    /// The language of the title (ISO 639-1).
    #[schema(required)]
    #[serde(default)]
    pub language: String,
    /// The donor's number of it.
    pub reference: Option<String>,
    /// Who pays.
    pub donor: Option<String>,
    /// Its first day: a year, a month or a day.
    #[schema(required)]
    #[serde(default)]
    pub begins: String,
    /// Its last day.
    pub ends: Option<String>,
    /// What it is made of, a line each.
    #[serde(default)]
    pub components: Vec<String>,
    /// The page it was read on.
    pub source: Option<String>,
    /// Invented, to show how it works.
    #[serde(default)]
    pub example: bool,
}

impl Input for OpenProgramme {
    type Command = Open;

    fn command(&self, at: &At<'_>) -> Result<Open, Errors> {
        let mut read = Reader::new(at);
        let text = read.title("title", Some(&self.title));
        let language = read.needed_language("language", Some(&self.language));
        let reference = read.title_if("reference", self.reference.as_deref());
        let donor = read.title_if("donor", self.donor.as_deref());
        let begins = read.needed_dated("begins", Some(&self.begins));
        let ends = read.dated("ends", self.ends.as_deref());
        let components = read.several_lines("components", &self.components, MOST);
        let source = read.line("source", self.source.as_deref());
        let all = text.zip(language).zip(begins);
        read.end(all.map(|((text, language), begins)| Open {
            title: Title { language, text },
            reference,
            donor,
            begins,
            ends,
            components,
            source,
            example: self.example,
        }))
    }
}

/// Its title in another language.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"title": "Împreună la frontieră", "language": "ro"}))]
pub struct TitleProgramme {
    /// The title.
    #[schema(required)]
    #[serde(default)]
    pub title: String,
    /// Its language (ISO 639-1).
    #[schema(required)]
    #[serde(default)]
    pub language: String,
}

impl Input for TitleProgramme {
    type Command = Title;

    fn command(&self, at: &At<'_>) -> Result<Title, Errors> {
        let mut read = Reader::new(at);
        let text = read.title("title", Some(&self.title));
        let language = read.needed_language("language", Some(&self.language));
        read.end(text.zip(language).map(|(text, language)| Title { language, text }))
    }
}

/// A country that takes part.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"country": "LT", "part": "expert"}))]
pub struct JoinProgramme {
    /// Which (ISO 3166-1).
    #[schema(required)]
    #[serde(default)]
    pub country: String,
    /// Its institution; nothing where the source does not name it.
    pub institution: Option<String>,
    /// What it is in it.
    #[schema(required, schema_with = schema::one::<Part>)]
    #[serde(default)]
    pub part: String,
}

impl Input for JoinProgramme {
    type Command = Join;

    fn command(&self, at: &At<'_>) -> Result<Join, Errors> {
        let mut read = Reader::new(at);
        let country = read.needed_country("country", Some(&self.country));
        let institution = read.title_if("institution", self.institution.as_deref());
        let part = read.needed("part", Some(&self.part));
        read.end(country.zip(part).map(|(country, part)| Join {
            country,
            institution,
            part,
        }))
    }
}

/// Something that is to be done in it.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"kind": "training", "begins": "2026-05-29", "ends": "2026-05-30", "place": "Ungheni", "example": true}))]
pub struct PlanActivity {
    /// What.
    #[schema(required, schema_with = schema::one::<ActivityKind>)]
    #[serde(default)]
    pub kind: String,
    /// Its own title.
    pub title: Option<String>,
    /// Its first day: a year, a month or a day.
    #[schema(required)]
    #[serde(default)]
    pub begins: String,
    /// Its last day, where it is another.
    pub ends: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Invented, to show how it works.
    #[serde(default)]
    pub example: bool,
}

impl Input for PlanActivity {
    type Command = Plan;

    fn command(&self, at: &At<'_>) -> Result<Plan, Errors> {
        let mut read = Reader::new(at);
        let kind = read.needed("kind", Some(&self.kind));
        let title = read.title_if("title", self.title.as_deref());
        let begins = read.needed_dated("begins", Some(&self.begins));
        let ends = read.dated("ends", self.ends.as_deref());
        let place = read.title_if("place", self.place.as_deref());
        read.end(kind.zip(begins).map(|(kind, begins)| Plan {
            kind,
            title,
            begins,
            ends,
            place,
            example: self.example,
        }))
    }
}

/// How an activity went, or why it is cancelled.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"activity": "1", "text": "All partners came."}))]
pub struct EndActivity {
    /// Which, counted from one.
    #[schema(required)]
    #[serde(default)]
    pub activity: String,
    /// How it went, or why not.
    #[schema(required)]
    #[serde(default)]
    pub text: String,
}

impl Input for EndActivity {
    type Command = End;

    fn command(&self, at: &At<'_>) -> Result<End, Errors> {
        let mut read = Reader::new(at);
        let activity = read.needed_number("activity", Some(&self.activity));
        let text = read.needed_text("text", Some(&self.text), WORDS);
        read.end(activity.zip(text).map(|(activity, text)| End { activity, text }))
    }
}

/// What came of an activity.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BringOfActivity {
    /// Of which, counted from one.
    #[schema(required)]
    #[serde(default)]
    pub activity: String,
    /// A recommendation, by its id.
    pub recommendation: Option<String>,
    /// A visit, by its id.
    pub visit: Option<String>,
    /// A training, by its id.
    pub training: Option<String>,
    /// A practice, by its id: one of the four.
    pub practice: Option<String>,
}

impl Input for BringOfActivity {
    type Command = Bring;

    fn command(&self, at: &At<'_>) -> Result<Bring, Errors> {
        let mut read = Reader::new(at);
        let activity = read.needed_number("activity", Some(&self.activity));
        let recommendation = read.id("recommendation", self.recommendation.as_deref());
        let visit = read.id("visit", self.visit.as_deref());
        let training = read.id("training", self.training.as_deref());
        let practice = read.id("practice", self.practice.as_deref());
        let chosen = [
            ("recommendation", recommendation.map(Came::Recommendation)),
            ("visit", visit.map(Came::Visit)),
            ("training", training.map(Came::Training)),
            ("practice", practice.map(Came::Practice)),
        ];
        let mut chosen = chosen.into_iter().filter_map(|(field, of)| Some((field, of?)));
        let of = chosen.next().map(|(_, of)| of);
        if of.is_none() {
            read.wrong("recommendation", Code::Needed);
        }
        // What stands last on the page is where a second one is taken away.
        if let Some((field, _)) = chosen.next_back() {
            read.wrong_by(field, Code::Many, "most", Fact::Number(1));
        }
        read.end(activity.zip(of).map(|(activity, of)| Bring { activity, of }))
    }
}

/// How a programme ended.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "All activities were held."}))]
pub struct CloseProgramme {
    /// How.
    #[schema(required)]
    #[serde(default)]
    pub reason: String,
}

impl Input for CloseProgramme {
    type Command = Close;

    fn command(&self, at: &At<'_>) -> Result<Close, Errors> {
        let mut read = Reader::new(at);
        let reason = read.needed_text("reason", Some(&self.reason), WORDS);
        read.end(reason.map(|reason| Close { reason }))
    }
}

/// Which of a list.
#[derive(Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SelectProgrammes {
    /// Only those that stand so.
    pub state: Option<String>,
    /// Only those in which these words stand.
    pub text: Option<String>,
    /// In which order.
    #[param(schema_with = schema::one::<Order>)]
    pub sort: Option<String>,
    /// Those that follow this one: its id.
    pub after: Option<String>,
}

impl Input for SelectProgrammes {
    type Command = Select;

    fn command(&self, at: &At<'_>) -> Result<Select, Errors> {
        let mut read = Reader::new(at);
        let select = Select {
            state: read.code("state", self.state.as_deref()),
            text: read.line("text", self.text.as_deref()),
            sort: read.choice("sort", self.sort.as_deref()),
            after: read.code("after", self.after.as_deref()),
        };
        read.end(Some(select))
    }
}
