//! Signing in. In the demonstration a persona is chosen; each says what one meets there.
use askama::Template;
use axum::{
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use tiltas_app::account::{self, Account};
use tiltas_domain::{Actor, Id, Role};
use tiltas_kit::{Failure, Page, Posted, SessionId, Visit, edge::show, navigation};
use tiltas_words::Words;

#[derive(Template)]
#[template(path = "account/sign_in.html")]
struct SignInPage {
    page: Page,
    /// The signed-in person, who may sign out.
    who: Option<String>,
    columns: [Vec<Group>; 2],
}

struct Group {
    heading: String,
    personas: Vec<Persona>,
}

struct Persona {
    account: String,
    name: String,
    function: String,
    meets: String,
}

/// Those who meet her and lead her file; those who shelter; those who hold the mechanism together.
const GROUPS: [(&str, &[Role]); 3] = [
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
];

/// The choice.
pub async fn page(visit: Visit) -> Result<Response, Failure> {
    let accounts = match visit.edge.node.demo {
        true => visit.run(account::all).await?,
        false => Vec::new(),
    };
    let words = &visit.words;
    let [meet, help, hold] = GROUPS.map(|(code, roles)| group(words, &accounts, code, roles));
    show(&SignInPage {
        who: visit.person.as_ref().map(|person| person.name.clone()),
        columns: [vec![meet, hold], vec![help]],
        page: visit.page(&words.say("sign-in-title")),
    })
}

fn group(words: &Words, accounts: &[Account], code: &str, roles: &[Role]) -> Group {
    let of_role = |role: &Role| {
        let role = *role;
        accounts.iter().filter(move |account| account.role == role)
    };
    Group {
        heading: words.say_code("sign-in-group", code),
        personas: roles
            .iter()
            .flat_map(of_role)
            .map(|account| persona(words, account))
            .collect(),
    }
}

fn persona(words: &Words, account: &Account) -> Persona {
    Persona {
        account: account.account.to_string(),
        name: account.organisation_name.clone(),
        function: words.say_code("role", account.role.code()),
        meets: words.say_code("sign-in-meets", account.role.code()),
    }
}

/// A new session for the chosen persona; the one before is over.
pub async fn choose(visit: Visit, Posted(fields): Posted) -> Result<Response, Failure> {
    let chosen: Option<Id<Actor>> = fields.one("as").parse().ok();
    let account = chosen.filter(|_| visit.edge.node.demo).ok_or(Failure::NotFound)?;
    let found = visit.run(move |app| account::find(app, account)).await?;
    let role = found.ok_or(Failure::NotFound)?.role;
    let session = SessionId::draw()?;
    let (sessions, now) = (visit.edge.sessions.clone(), visit.now);
    let (old, new) = (visit.session_hash(), session.hash());
    let renewed = move || {
        (sessions.end)(&old, now)?;
        (sessions.begin)(&new, account, now)
    };
    visit.hashed(renewed).await?;
    let mut response = Redirect::to(navigation::home(Some(role))).into_response();
    let cookie = visit.edge.session_cookie(&session);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// Ends the session.
pub async fn sign_out(visit: Visit, Posted(_): Posted) -> Result<Response, Failure> {
    let (sessions, old, now) = (visit.edge.sessions.clone(), visit.session_hash(), visit.now);
    visit.hashed(move || (sessions.end)(&old, now)).await?;
    let mut response = Redirect::to("/account/sign-in").into_response();
    let cookie = visit.edge.no_session_cookie();
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}
