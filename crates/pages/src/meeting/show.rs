//! One meeting: who is there, what stands on its agenda, what was decided; and its minutes on paper.
use super::{id, light};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_app::meeting::story::{self, Story};
use tiltas_domain::meeting::{State, Why};
use tiltas_kit::{
    Failure, Page, Visit,
    component::Facts,
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

/// A recommendation, or what was decided on one.
struct Item {
    href: String,
    title: String,
    beside: String,
    /// Why it was decided so.
    reason: String,
}

/// The items of one kind.
struct Group {
    heading: String,
    items: Vec<Item>,
}

struct Todo {
    text: String,
    owner: String,
    due: String,
}

#[derive(Template)]
#[template(path = "meeting/show.html")]
struct MeetingPage {
    page: Page,
    href: String,
    title: String,
    light: Html,
    example: bool,
    /// The agenda stands as it was.
    stands: bool,
    ways: Vec<(String, String)>,
    agenda: Vec<Group>,
    taken: Vec<Item>,
    resolved: Vec<Todo>,
    minutes: Option<String>,
    agreed: Option<String>,
    about: Facts,
}

#[derive(Template)]
#[template(path = "meeting/minutes.html")]
struct MinutesPage {
    page: Page,
    href: String,
    title: String,
    example: bool,
    about: Facts,
    taken: Vec<Item>,
    resolved: Vec<Todo>,
    minutes: String,
    state: String,
}

async fn read(visit: &Visit, which: &str) -> Result<Story, Failure> {
    let (context, which) = (visit.reading()?, id(which)?);
    visit.run(move |app| story::story(app, &context, which)).await
}

/// The page.
pub async fn page(visit: Visit, Path(which): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let story = read(&visit, &which).await?;
    let words = &visit.words;
    let page = visit.page(&words.meeting_title());
    let page = match asked.given("done").and_then(|done| super::act::done(words, done)) {
        Some(done) => page.with_done(done),
        None => page,
    };
    let of = &story.of;
    show(&MeetingPage {
        href: format!("/meetings/{}", story.id),
        title: of.first.title.clone(),
        light: light(words, of.state.code()),
        example: of.first.example,
        stands: of.state != State::Called,
        ways: super::act::ways(words, &story),
        agenda: agenda(words, &story),
        taken: taken(words, &story),
        resolved: resolved(words, &story),
        minutes: of.minutes.clone(),
        agreed: of.agreed.map(|at| words.meeting_agreed_on(words.date(at))),
        about: about(words, &story),
        page,
    })
}

/// The minutes alone, as they are printed.
pub async fn minutes(visit: Visit, Path(which): Path<String>) -> Result<Response, Failure> {
    let story = read(&visit, &which).await?;
    let words = &visit.words;
    let of = &story.of;
    let minutes = of.minutes.clone().ok_or(Failure::NotFound)?;
    show(&MinutesPage {
        page: visit.page(&words.meeting_minutes()),
        href: format!("/meetings/{}", story.id),
        title: of.first.title.clone(),
        example: of.first.example,
        about: about(words, &story),
        taken: taken(words, &story),
        resolved: resolved(words, &story),
        minutes,
        state: words.say_meeting_state(of.state),
    })
}

/// The agenda by why something stands on it, each with those who are to carry it out.
fn agenda(words: &Words, story: &Story) -> Vec<Group> {
    let group = |why: &Why| {
        let items = story.agenda.iter().filter(|item| item.why == *why);
        let items = items.map(|item| Item {
            href: format!("/recommendations/{}", item.recommendation),
            title: item.title.clone(),
            beside: names(story, &item.addressees),
            reason: String::new(),
        });
        Group {
            heading: words.say_meeting_why(*why),
            items: items.collect(),
        }
    };
    let groups = Why::ALL.iter().map(group);
    groups.filter(|group| !group.items.is_empty()).collect()
}

fn names(story: &Story, who: &[tiltas_domain::Id<tiltas_domain::organisation::Organisation>]) -> String {
    let names: Vec<String> = who.iter().map(|who| story.name(*who)).collect();
    names.join(", ")
}

fn taken(words: &Words, story: &Story) -> Vec<Item> {
    let all = story.of.taken.iter();
    all.map(|taken| Item {
        href: format!("/recommendations/{}", taken.recommendation),
        title: story.title(taken.recommendation),
        beside: words.say_recommendation_outcome(taken.outcome),
        reason: taken.reason.clone().unwrap_or_default(),
    })
    .collect()
}

fn resolved(words: &Words, story: &Story) -> Vec<Todo> {
    let all = story.of.resolved.iter();
    all.map(|resolved| Todo {
        text: resolved.text.clone(),
        owner: story.name(resolved.owner),
        due: match resolved.due {
            Some(due) => words.recommendations_until(words.date(due)),
            None => words.recommendations_no_term(),
        },
    })
    .collect()
}

fn about(words: &Words, story: &Story) -> Facts {
    let (of, first) = (&story.of, &story.of.first);
    let (label, there) = match of.state {
        State::Called => (words.meeting_invited(), &first.invited),
        _ => (words.meeting_present(), &of.present),
    };
    let place = first.place.clone();
    Facts::new()
        .line(words.meeting_body(), first.body.clone())
        .line(words.meeting_day(), words.dated(first.on))
        .line(
            words.programme_place(),
            place.unwrap_or_else(|| words.programme_no_place()),
        )
        .line(label, names(story, there))
}
