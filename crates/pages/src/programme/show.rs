//! One programme: what was done, and what came of each thing.
use super::{
    activity_light, days, id,
    lane::{Lane, lane},
    light,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_app::programme::story::{self, Fruit, Story};
use tiltas_domain::programme::{Activity, ActivityState, Came};
use tiltas_kit::{
    Failure, Page, Visit,
    component::{Facts, person::named},
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

/// One thing that was done.
struct Done {
    when: String,
    title: String,
    place: String,
    example: bool,
    light: Html,
    outcome: Option<String>,
    came: Vec<Outcome>,
    /// Whether something could have come of it.
    held: bool,
}

struct Outcome {
    href: String,
    title: String,
    state: String,
    example: bool,
}

struct Country {
    name: String,
    institution: Option<String>,
    part: String,
}

#[derive(Template)]
#[template(path = "programme/show.html")]
struct ProgrammePage {
    page: Page,
    title: String,
    light: Html,
    example: bool,
    source: Option<String>,
    held: usize,
    came: usize,
    closed: Option<String>,
    lane: Option<Lane>,
    ways: Vec<(String, String)>,
    done: Vec<Done>,
    about: Facts,
    components: Vec<String>,
    countries: Vec<Country>,
}

/// The page.
pub async fn page(visit: Visit, Path(which): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let (context, which) = (visit.reading()?, id(&which)?);
    let story = visit.run(move |app| story::story(app, &context, which)).await?;
    let words = &visit.words;
    let page = visit.page(&words.programme_title());
    let page = match asked.given("done").and_then(|done| super::act::done(words, done)) {
        Some(done) => page.with_done(done),
        None => page,
    };
    show(&drawn(words, page, &story))
}

fn drawn(words: &Words, page: Page, story: &Story) -> ProgrammePage {
    let (of, first) = (&story.of, &story.of.first);
    let held = of.activities.iter().filter(|one| one.state == ActivityState::Held);
    let mut activities: Vec<_> = of.activities.iter().zip(&story.came).collect();
    activities.sort_by_key(|(activity, _)| activity.begins);
    ProgrammePage {
        title: of.title(words.locale().code()).to_owned(),
        light: light(words, of.state),
        example: first.example,
        source: first.source.clone(),
        held: held.count(),
        came: story.came.iter().map(Vec::len).sum(),
        closed: of.closed.as_ref().map(|(reason, _)| reason.clone()),
        lane: lane(words, of),
        ways: super::act::ways(words, story),
        done: activities
            .into_iter()
            .map(|(one, came)| done(words, one, came))
            .collect(),
        about: about(words, story),
        components: first.components.clone(),
        countries: of
            .partners
            .iter()
            .map(|partner| Country {
                name: named(words, "country", &partner.country),
                institution: partner.institution.clone(),
                part: words.say_programme_part(partner.part),
            })
            .collect(),
        page,
    }
}

fn done(words: &Words, activity: &Activity, came: &[Fruit]) -> Done {
    let kind = words.say_programme_activity(activity.kind);
    let when = days(words, activity.begins, activity.ends);
    Done {
        when: match activity.begins.day() {
            Some(_) => when,
            None => words.programme_no_days(when),
        },
        title: match &activity.title {
            Some(title) => format!("{kind}: {title}"),
            None => kind,
        },
        place: activity.place.clone().unwrap_or_else(|| words.programme_no_place()),
        example: activity.example,
        light: activity_light(words, activity.state),
        outcome: activity.outcome.clone(),
        came: came.iter().map(|fruit| result(words, fruit)).collect(),
        held: activity.state == ActivityState::Held,
    }
}

fn result(words: &Words, fruit: &Fruit) -> Outcome {
    let (href, list) = match fruit.of {
        Came::Recommendation(id) => (format!("/recommendations/{id}"), "recommendation-stage"),
        Came::Visit(id) => (format!("/visits/{id}"), "visit-state"),
        Came::Training(id) => (format!("/trainings/{id}"), "training-state"),
        Came::Practice(id) => (format!("/practices/{id}"), "practice-state"),
    };
    Outcome {
        href,
        title: fruit.title.clone(),
        state: words.say_code(list, fruit.state),
        example: fruit.example,
    }
}

fn about(words: &Words, story: &Story) -> Facts {
    let (of, first) = (&story.of, &story.of.first);
    let given = |value: &Option<String>| value.clone().unwrap_or_else(|| words.recommendation_not_given());
    let titles = of.titles.iter().chain([&first.title]);
    let shown = of.title(words.locale().code());
    let facts = Facts::new()
        .line(words.programme_reference(), given(&first.reference))
        .line(words.programme_donor(), given(&first.donor))
        .line(words.programme_when(), days(words, first.begins, first.ends));
    let others = titles.filter(|titled| titled.text != shown);
    let facts = others.fold(facts, |facts, titled| {
        facts.line(words.programme_also(), titled.text.clone())
    });
    facts.line(words.recommendation_page(), given(&first.source))
}
