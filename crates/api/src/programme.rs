//! Programmes: written down, countries and activities added, what came of each told.
use super::{
    BASE,
    body::{Sent, Which, told},
    reply::{Created, created, link},
};
use axum::{
    Json,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use tiltas_app::programme::{
    self as app,
    list::{self, PAGE},
    story::{self, Fruit},
};
use tiltas_domain::programme::{Activity as KnownActivity, Came, Programme as Known};
use tiltas_input::{
    Input,
    programme::{
        BringOfActivity, CloseProgramme, EndActivity, JoinProgramme, OpenProgramme, PlanActivity, SelectProgrammes,
        TitleProgramme,
    },
};
use tiltas_kit::{Failure, Fields, Visit, edge::Asked};
use utoipa::ToSchema;

/// One line of a list.
#[derive(Serialize, ToSchema)]
pub struct ProgrammeLine {
    /// Which.
    pub id: String,
    /// In a line.
    pub title: String,
    /// Where it stands.
    pub state: &'static str,
    /// Its first day: a year, a month or a day.
    pub begins: String,
    /// Its last day.
    pub ends: Option<String>,
    /// Who pays, or where it takes place.
    pub beside: Option<String>,
    /// Invented, to show how it works.
    pub example: bool,
}

/// A page of a list.
#[derive(Serialize, ToSchema)]
pub struct Programmes {
    /// The lines.
    pub lines: Vec<ProgrammeLine>,
    /// How many fit what was asked.
    pub found: usize,
    /// How many there are.
    pub all: usize,
    /// Where the next page stands, if there is one.
    pub next: Option<String>,
}

impl Programmes {
    /// A page of what stands at `path`.
    pub(super) fn of(path: &str, asked: &Fields, found: list::Page) -> Programmes {
        let lines = found.lines.into_iter().map(|line| ProgrammeLine {
            id: line.id,
            title: line.title,
            state: line.state,
            begins: line.begins.to_string(),
            ends: line.ends.map(|ends| ends.to_string()),
            beside: line.beside,
            example: line.example,
        });
        let path = format!("{BASE}{path}");
        Programmes {
            lines: lines.collect(),
            found: found.found,
            all: found.all,
            next: found.next.map(|next| link(&path, asked, ("after", next))),
        }
    }
}

/// A country in it.
#[derive(Serialize, ToSchema)]
pub struct Country {
    /// Which (ISO 3166-1).
    pub country: String,
    /// Its institution; `null` where the source does not name it.
    pub institution: Option<String>,
    /// What it is in it.
    pub part: &'static str,
}

/// Something that came of an activity.
#[derive(Serialize, ToSchema)]
pub struct Fruits {
    /// What kind of thing.
    pub kind: &'static str,
    /// Which.
    pub id: String,
    /// In a line.
    pub title: String,
    /// Where it stands.
    pub state: &'static str,
    /// Invented, to show how it works.
    pub example: bool,
}

impl From<&Fruit> for Fruits {
    fn from(fruit: &Fruit) -> Fruits {
        let (kind, id) = match fruit.of {
            Came::Recommendation(id) => ("recommendation", id.to_string()),
            Came::Visit(id) => ("visit", id.to_string()),
            Came::Training(id) => ("training", id.to_string()),
            Came::Practice(id) => ("practice", id.to_string()),
        };
        Fruits {
            kind,
            id,
            title: fruit.title.clone(),
            state: fruit.state,
            example: fruit.example,
        }
    }
}

/// Something that is done in it.
#[derive(Serialize, ToSchema)]
pub struct Activity {
    /// Its number, counted from one.
    pub number: usize,
    /// What.
    pub kind: &'static str,
    /// Its own title.
    pub title: Option<String>,
    /// Its first day: a year, a month or a day.
    pub begins: String,
    /// Its last day, where it is another.
    pub ends: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Where it stands.
    pub state: &'static str,
    /// How it went, or why it was cancelled.
    pub outcome: Option<String>,
    /// Invented, to show how it works.
    pub example: bool,
    /// What came of it.
    pub results: Vec<Fruits>,
}

fn activity((nth, (known, came)): (usize, (&KnownActivity, &Vec<Fruit>))) -> Activity {
    Activity {
        number: nth + 1,
        kind: known.kind.code(),
        title: known.title.clone(),
        begins: known.begins.to_string(),
        ends: known.ends.map(|ends| ends.to_string()),
        place: known.place.clone(),
        state: known.state.code(),
        outcome: known.outcome.clone(),
        example: known.example,
        results: came.iter().map(Fruits::from).collect(),
    }
}

/// A programme with all that was done in it.
#[derive(Serialize, ToSchema)]
pub struct Programme {
    /// Which.
    pub id: String,
    /// Its titles, by language; the first is the one in which it was opened.
    pub titles: Vec<(String, String)>,
    /// Where it stands.
    pub state: &'static str,
    /// The donor's number of it.
    pub reference: Option<String>,
    /// Who pays.
    pub donor: Option<String>,
    /// Its first day.
    pub begins: String,
    /// Its last day.
    pub ends: Option<String>,
    /// What it is made of, as its source lists it.
    pub components: Vec<String>,
    /// The page it was read on.
    pub source: Option<String>,
    /// Invented, to show how it works.
    pub example: bool,
    /// Countries and their institutions.
    pub countries: Vec<Country>,
    /// What is done in it.
    pub activities: Vec<Activity>,
    /// How it ended.
    pub closed: Option<String>,
    /// What may be done to it now.
    pub may: Vec<&'static str>,
}

/// The programmes.
#[utoipa::path(get, path = "/programmes", tag = "programme", params(SelectProgrammes), responses((status = 200, description = "A page of them", body = Programmes)))]
pub async fn list(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let select = tiltas_input::of_query::<SelectProgrammes>(&asked)
        .and_then(|sent| sent.command(&visit.at()))
        .map_err(|wrong| told(&visit, &wrong))?;
    let context = visit.reading()?;
    let language = visit.words.locale().code();
    let found = visit
        .run(move |app| list::programmes(app, &context, language, &select, PAGE))
        .await?;
    Ok(Json(Programmes::of("/programmes", &asked, found)).into_response())
}

/// One with all that was done in it.
#[utoipa::path(get, path = "/programmes/{id}", tag = "programme", params(("id" = String, Path, description = "The programme")), responses((status = 200, description = "The programme", body = Programme)))]
pub async fn show(visit: Visit, Which(id): Which<Known>) -> Result<Json<Programme>, Failure> {
    let context = visit.reading()?;
    let story = visit.run(move |app| story::story(app, &context, id)).await?;
    let (of, first) = (&story.of, &story.of.first);
    let titles = [&first.title].into_iter().chain(&of.titles);
    Ok(Json(Programme {
        id: id.to_string(),
        titles: titles
            .map(|titled| (titled.language.clone(), titled.text.clone()))
            .collect(),
        state: of.state.code(),
        reference: first.reference.clone(),
        donor: first.donor.clone(),
        begins: first.begins.to_string(),
        ends: first.ends.map(|ends| ends.to_string()),
        components: first.components.clone(),
        source: first.source.clone(),
        example: first.example,
        countries: of
            .partners
            .iter()
            .map(|partner| Country {
                country: partner.country.clone(),
                institution: partner.institution.clone(),
                part: partner.part.code(),
            })
            .collect(),
        activities: of
            .activities
            .iter()
            .zip(&story.came)
            .enumerate()
            .map(activity)
            .collect(),
        closed: of.closed.as_ref().map(|(reason, _)| reason.clone()),
        may: story.may.iter().map(|act| act.code()).collect(),
    }))
}

/// Writes one down.
#[utoipa::path(post, path = "/programmes", tag = "programme", request_body = OpenProgramme, responses((status = 201, description = "Written down", body = Created)))]
pub async fn open(visit: Visit, sent: Sent<OpenProgramme>) -> Result<Response, Failure> {
    let command = sent.command(&visit)?;
    let context = visit.context(&sent.fields)?;
    let (id, receipt) = visit.run(move |app| app::open(app, &context, &command)).await?;
    Ok(created(format!("{BASE}/programmes/{id}"), id, receipt))
}

macro_rules! acts { ($($(#[$doc:meta])* $name:ident($input:ty) at $path:literal by $run:path;)+) => { $(
    $(#[$doc])*
    #[utoipa::path(post, path = $path, tag = "programme", params(("id" = String, Path, description = "The programme")), request_body = $input, responses((status = 201, description = "Done", body = Created)))]
    pub async fn $name(visit: Visit, Which(id): Which<Known>, sent: Sent<$input>) -> Result<Response, Failure> {
        let command = sent.command(&visit)?;
        let context = visit.context(&sent.fields)?;
        let receipt = visit.run(move |app| $run(app, &context, id, &command)).await?;
        Ok(created(format!("{BASE}/programmes/{id}"), id, receipt))
    }
)+ } }
acts! {
    /// Puts its title into another language.
    title(TitleProgramme) at "/programmes/{id}/titles" by app::title;
    /// Lets a country take part.
    join(JoinProgramme) at "/programmes/{id}/countries" by app::join;
    /// Plans something in it.
    plan(PlanActivity) at "/programmes/{id}/activities" by app::plan;
    /// Says that an activity took place.
    hold(EndActivity) at "/programmes/{id}/outcomes" by app::hold;
    /// Says that it did not.
    cancel(EndActivity) at "/programmes/{id}/cancellations" by app::cancel;
    /// Says what came of it.
    bring(BringOfActivity) at "/programmes/{id}/results" by app::bring;
    /// Ends it.
    close(CloseProgramme) at "/programmes/{id}/closings" by app::close;
}
