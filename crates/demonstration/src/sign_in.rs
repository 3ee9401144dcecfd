//! Signing in to the demonstration: a persona is chosen, and each says what waits for it now. A real node has another page here.
use crate::{Seed, country::Persona, door};
use askama::Template;
use axum::{
    Extension, Router,
    http::header,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use tiltas_app::{
    App, Error,
    account::{self, Account},
    today::{self, Waiting},
};
use tiltas_domain::{Actor, Id, Moment, Role};
use tiltas_kit::{
    Edge, Failure, Page, Posted, SessionId, Visit, draft::DRAFT, edge::show, failure::resume, navigation,
};
use tiltas_words::Words;

/// The page and the choice.
pub fn routes(seed: Seed) -> Router<Edge> {
    Router::new()
        .route("/account/sign-in", get(page).post(choose))
        .layer(Extension(seed))
}

#[derive(Template)]
#[template(path = "sign_in/page.html")]
struct SignInPage {
    page: Page,
    /// The signed-in person, who may sign out.
    who: Option<String>,
    cards: Vec<Card>,
    more: String,
    groups: [Group; 4],
    /// What was written before the session was over, sealed.
    draft: String,
}

/// A persona, with what waits for it.
struct Card {
    account: String,
    title: String,
    organisation: String,
    meets: String,
    waits: String,
    late: Option<String>,
}

struct Group {
    heading: String,
    lines: Vec<Line>,
}

/// An organisation, and who of it has no card.
struct Line {
    organisation: String,
    accounts: Vec<One>,
}

struct One {
    account: String,
    function: String,
}

/// Those who meet the person and lead the case; those who shelter; those who hold the mechanism together.
const GROUPS: [(&str, &[Role]); 4] = [
    ("meet", &[Role::FirstResponder, Role::Supervisor, Role::CaseManager]),
    ("help", &[Role::Provider]),
    (
        "hold",
        &[
            Role::ContactPoint,
            Role::ChildProtection,
            Role::Police,
            Role::NationalUnit,
            Role::DataProtection,
        ],
    ),
    (
        "answer",
        &[
            Role::Secretariat,
            Role::FocalFunction,
            Role::Rapporteur,
            Role::Expert,
            Role::Organiser,
            Role::Observer,
        ],
    ),
];

/// A persona of this country, its account, and what waits for it.
type Found = (Persona, Account, Waiting);

/// All accounts; those of the personas apart, each with what waits for it.
fn look(app: &App, seed: &Seed, now: Moment) -> Result<(Vec<Found>, Vec<Account>), Error> {
    let mut others = account::all(app)?;
    let mut personas = Vec::new();
    for persona in Persona::ALL {
        let actor = seed.persona(persona);
        let Some(place) = others.iter().position(|account| account.account == actor.id) else {
            continue;
        };
        let account = others.remove(place);
        let waiting = today::waiting(app, &seed.context(account.actor(), now, "waits"))?;
        personas.push((persona, account, waiting));
    }
    Ok((personas, others))
}

/// The choice.
async fn page(visit: Visit, Extension(seed): Extension<Seed>) -> Result<Response, Failure> {
    draw(&visit, seed, String::new()).await
}

async fn draw(visit: &Visit, seed: Seed, draft: String) -> Result<Response, Failure> {
    let now = visit.now;
    let (personas, others) = visit.run(move |app| look(app, &seed, now)).await?;
    let words = &visit.words;
    show(&SignInPage {
        who: visit.person.as_ref().map(|person| person.name.clone()),
        cards: personas.iter().map(|found| card(words, found)).collect(),
        more: words.persona_more(others.len()),
        groups: GROUPS.map(|(code, roles)| group(words, &others, code, roles)),
        draft,
        page: visit.page(&words.sign_in_title()),
    })
}

fn card(words: &Words, (persona, account, waiting): &Found) -> Card {
    let key = persona.key();
    Card {
        account: account.account.to_string(),
        title: words.say_code("persona-is", key),
        organisation: account.organisation_name.clone(),
        meets: words.say_code("persona-meets", key),
        waits: match waiting.count {
            0 => words.persona_nothing(),
            count => words.persona_waits(count),
        },
        late: (waiting.late > 0).then(|| words.persona_late(waiting.late)),
    }
}

fn group(words: &Words, others: &[Account], code: &str, roles: &[Role]) -> Group {
    let mut lines: Vec<Line> = Vec::new();
    for account in others.iter().filter(|account| roles.contains(&account.role)) {
        let one = One {
            account: account.account.to_string(),
            function: account.title.clone(),
        };
        match lines
            .iter_mut()
            .find(|line| line.organisation == account.organisation_name)
        {
            Some(line) => line.accounts.push(one),
            None => lines.push(Line {
                organisation: account.organisation_name.clone(),
                accounts: vec![one],
            }),
        }
    }
    lines.sort_by(|a, b| a.organisation.cmp(&b.organisation));
    Group {
        heading: words.say_code("sign-in-group", code),
        lines,
    }
}

/// A new session for the chosen persona; the one before is over.
async fn choose(visit: Visit, Extension(seed): Extension<Seed>, Posted(fields): Posted) -> Result<Response, Failure> {
    let draft = fields.one(DRAFT).to_owned();
    if fields.given("as").is_none() && !draft.is_empty() {
        return draw(&visit, seed, draft).await;
    }
    let chosen: Option<Id<Actor>> = fields.one("as").parse().ok();
    let account = chosen.ok_or(Failure::NotFound)?;
    let found = visit.run(move |app| account::find(app, account)).await?;
    let role = found.ok_or(Failure::NotFound)?.role;
    let session = SessionId::draw()?;
    let (sessions, now) = (visit.edge.sessions.clone(), visit.now);
    let (old, new) = (visit.session_hash(), session.hash());
    let renewed = move || {
        (sessions.end)(&old, now)?;
        (sessions.begin)(&new, account, now)?;
        (sessions.find)(&new, now)
    };
    let person = visit.hashed(renewed).await?;
    let visit = visit.signed_in(session, person);
    let mut response = match visit.opened_draft(&draft) {
        Some((path, sent)) => resume(&visit, &path, &sent)?,
        // Whoever came through a door stands behind it.
        None => match fields.given("to").filter(|to| door::leads_to(to)) {
            Some(to) => Redirect::to(to).into_response(),
            None => Redirect::to(navigation::home(Some(role))).into_response(),
        },
    };
    let cookie = visit.edge.session_cookie(&session);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}
