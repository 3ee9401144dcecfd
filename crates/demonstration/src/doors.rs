//! The first page of the demonstration: what was taught in 2018, and where it is done here.
use crate::{
    Seed,
    country::Persona,
    door::{self, DOORS, Door, Figure, GROUPS, Stands},
};
use askama::Template;
use axum::{Extension, Router, response::Response, routing::get};
use std::sync::{Arc, Mutex, PoisonError};
use tiltas_app::{App, account, journal};
use tiltas_domain::Moment;
use tiltas_kit::{Edge, Failure, Page, Visit, edge::show, page::Item};
use tiltas_words::Words;

/// The page.
pub fn routes(seed: Seed) -> Router<Edge> {
    let counted = Arc::<Counted>::default();
    Router::new()
        .route("/", get(page))
        .layer(Extension(seed))
        .layer(Extension(counted))
}

/// What the doors counted last, with the position of the journal and the minute of it. WHY kept: anybody may open the page, again and
/// again; while nothing is written and no minute passes, nothing is counted twice.
#[derive(Default)]
struct Counted(Mutex<Option<(i64, i64, Figures)>>);

type Figures = Vec<Option<Figure>>;

impl Counted {
    fn now(&self, app: &App, seed: &Seed, now: Moment) -> Result<Figures, tiltas_app::Error> {
        let (position, minute) = (journal::position(app)?, now.0 / 60_000_000);
        let mut last = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, counted, figures)) = &*last
            && (*at, *counted) == (position, minute)
        {
            return Ok(figures.clone());
        }
        // A figure that can't be counted is said to be so; the page stands.
        let figure = |door| {
            door::figure(app, seed, now, door).unwrap_or_else(|error| {
                tracing::warn!(target: "tiltas::demonstration", "a door can't be counted: {error}");
                None
            })
        };
        let figures: Figures = DOORS.iter().map(figure).collect();
        *last = Some((position, minute, figures.clone()));
        Ok(figures)
    }
}

/// Where a visitor who has no role goes.
pub(crate) fn items(words: &Words, at: &str) -> Vec<Item> {
    let item = |href, name: &str| Item {
        href,
        label: words.say_code("door-go", name),
        count: None,
        current: at == href,
    };
    vec![
        item("/", "start"),
        item("/one-night", "night"),
        item("/chisinau-2018", "chisinau"),
        item("/account/sign-in", "roles"),
    ]
}

#[derive(Template)]
#[template(path = "doors/page.html")]
struct DoorsPage {
    page: Page,
    bays: Vec<Bay>,
    bridge: String,
    groups: Vec<Group>,
    roles: Vec<(String, Vec<Role>)>,
}

/// One of the ten bays of the bridge: the same states as the list, drawn.
struct Bay {
    number: usize,
    from: usize,
    to: usize,
    middle: usize,
    stands: Stands,
    /// Where the hanger at its beginning meets the arch; none at the bank.
    hanger: Option<usize>,
}

struct Group {
    heading: String,
    note: String,
    start: usize,
    rows: Vec<Row>,
}

struct Row {
    number: usize,
    stands: Stands,
    title: String,
    what: String,
    /// The address, and the account that goes through; nobody for a page that is open to all.
    leads: Option<(&'static str, Option<String>)>,
    tag: Option<String>,
    count: Option<usize>,
    unit: String,
}

struct Role {
    account: String,
    title: String,
    what: String,
}

/// Where the hangers meet the arch, in the units of the drawing.
const ARCH: [usize; 9] = [85, 63, 48, 39, 36, 39, 48, 63, 85];
/// The banks end here.
const BANKS: (usize, usize) = (66, 1134);

fn bays() -> Vec<Bay> {
    let edge = |nth: usize| BANKS.0 + (BANKS.1 - BANKS.0) * nth / DOORS.len();
    let bay = |(nth, door): (usize, &Door)| Bay {
        number: nth + 1,
        from: edge(nth),
        to: edge(nth + 1),
        middle: usize::midpoint(edge(nth), edge(nth + 1)),
        stands: door.stands,
        hanger: nth.checked_sub(1).and_then(|before| ARCH.get(before)).copied(),
    };
    DOORS.iter().enumerate().map(bay).collect()
}

/// What the drawing says, for those who do not see it.
fn bridge(words: &Words) -> String {
    let numbers = |stands| {
        let found = DOORS.iter().enumerate().filter(|(_, door)| door.stands == stands);
        found.map(|(nth, _)| (nth + 1).to_string()).collect::<Vec<_>>()
    };
    let (built, part, not) = (numbers(Stands::Built), numbers(Stands::InPart), numbers(Stands::NotYet));
    let mut said = words.doors_bridge(built.len());
    for (code, list) in [("part", part), ("not", not)] {
        if !list.is_empty() {
            said.push(' ');
            said.push_str(&words.say_code_with("doors-bridge", code, &[("numbers", &list.join(", "))]));
        }
    }
    said
}

/// One role of each kind of work, as the first page offers them; all stand on the page of roles.
const ROLES: [(&str, [Persona; 3]); 3] = [
    (
        "meet",
        [
            Persona::BorderOfficer,
            Persona::CaseManager,
            Persona::ShelterCoordinator,
        ],
    ),
    (
        "protect",
        [
            Persona::NationalOfficer,
            Persona::Investigator,
            Persona::DataProtectionOfficer,
        ],
    ),
    ("answer", [Persona::Secretary, Persona::FocalPoint, Persona::Expert]),
];

/// What was read from the store for the page.
struct Known {
    figures: Figures,
    accounts: Vec<account::Account>,
}

fn look(app: &App, seed: &Seed, now: Moment, counted: &Counted) -> Result<Known, tiltas_app::Error> {
    Ok(Known {
        figures: counted.now(app, seed, now)?,
        accounts: account::all(app)?,
    })
}

async fn page(
    visit: Visit,
    Extension(seed): Extension<Seed>,
    Extension(counted): Extension<Arc<Counted>>,
) -> Result<Response, Failure> {
    let now = visit.now;
    let known = visit.run(move |app| look(app, &seed, now, &counted)).await?;
    let words = &visit.words;
    let mut page = visit.page(&words.doors_title());
    if page.items.is_empty() {
        page.items = items(words, "/");
    }
    let groups = groups(words, &seed, &known);
    let roles = ROLES.iter().map(|(code, personas)| {
        let found = personas
            .iter()
            .filter_map(|persona| role(words, &seed, &known, *persona));
        (words.say_code("doors-roles", code), found.collect())
    });
    show(&DoorsPage {
        bays: bays(),
        bridge: bridge(words),
        groups,
        roles: roles.collect(),
        page,
    })
}

fn groups(words: &Words, seed: &Seed, known: &Known) -> Vec<Group> {
    let mut rows = DOORS
        .iter()
        .zip(&known.figures)
        .enumerate()
        .map(|(nth, (door, figure))| row(words, seed, nth, door, *figure));
    let mut start = 1;
    GROUPS
        .iter()
        .map(|(code, many)| {
            let group = Group {
                heading: words.say_code("doors-group", code),
                note: words.say_code("doors-note", code),
                start,
                rows: rows.by_ref().take(*many).collect(),
            };
            start += many;
            group
        })
        .collect()
}

fn row(words: &Words, seed: &Seed, nth: usize, door: &Door, figure: Option<Figure>) -> Row {
    let leads = door.leads.map(|(href, who)| {
        let account = who.map(|who| seed.persona(who).id.to_string());
        (href, account)
    });
    let unit = match (figure, door.stands) {
        (Some(figure), _) => words.say_code_with("door-counts", door.code, &[("beside", &figure.beside)]),
        (None, Stands::NotYet) => words.doors_not_yet(),
        (None, _) => words.doors_not_counted(),
    };
    Row {
        number: nth + 1,
        stands: door.stands,
        title: words.say_code("door", door.code),
        what: words.say_code("door-what", door.code),
        leads,
        tag: (door.stands == Stands::InPart).then(|| words.doors_in_part()),
        count: figure.map(|figure| figure.count),
        unit,
    }
}

fn role(words: &Words, seed: &Seed, known: &Known, persona: Persona) -> Option<Role> {
    let id = seed.persona(persona).id;
    let account = known.accounts.iter().find(|account| account.account == id)?;
    Some(Role {
        account: id.to_string(),
        title: words.say_code("persona-is", persona.key()),
        what: format!(
            "{}: {}",
            account.organisation_name,
            words.say_code("persona-meets", persona.key())
        ),
    })
}
