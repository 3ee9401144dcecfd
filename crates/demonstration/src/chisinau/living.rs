//! What a scene made, on its living page: the page of the visitor's own story, as one function of it reads it there. It is the page of real
//! work, drawn by the same handlers over the story's store and clock; what would change something is not offered, since the story goes on
//! by its presses alone.
use super::{made::Reader, page::PLACE, script::Chisinau};
use crate::{doors, story::Stories};
use askama::Template;
use axum::{
    Extension, Router,
    body::{Body, to_bytes},
    extract::Path,
    http::{HeaderMap, Request, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use std::sync::{Arc, OnceLock};
use tiltas_app::account;
use tiltas_kit::{Edge, Failure, Page, Person, Visit, edge::show};
use tiltas_words::Html;
use tower::ServiceExt;

/// The pages of a node, with what they need, made once.
pub(super) struct Pages {
    routes: Router<Edge>,
    ready: OnceLock<Router>,
}

impl Pages {
    pub fn new(routes: Router<Edge>) -> Pages {
        let ready = OnceLock::new();
        Pages { routes, ready }
    }

    fn router(&self, edge: &Edge) -> Router {
        self.ready
            .get_or_init(|| self.routes.clone().with_state(edge.clone()))
            .clone()
    }
}

/// The longest page that is read to be shown in a story's frame.
const LONGEST: usize = 1 << 20;

/// Where a list of a slice of policy stands, with its things under it.
const LISTS: [&str; 10] = [
    "programmes",
    "visits",
    "trainings",
    "practices",
    "recommendations",
    "meetings",
    "plans",
    "periods",
    "reports",
    "open-items",
];

/// Whether an address shows something and changes nothing.
fn only_shows(page: &str) -> bool {
    let path = page.split(['?', '#']).next().unwrap_or_default();
    let id = |part: &str| part.len() == 32 && part.bytes().all(|sign| sign.is_ascii_hexdigit());
    match path.split('/').collect::<Vec<_>>().as_slice() {
        [list] => {
            let table = [".csv", ".xlsx"].iter().find_map(|ends| list.strip_suffix(ends));
            LISTS.contains(&table.unwrap_or(list))
        }
        [list, of] => id(of) && (LISTS.contains(list) || *list == "national-reports"),
        ["national-reports", of, "document.docx"] | ["meetings", of, "minutes"] => id(of),
        ["plans", of, part] => id(of) && matches!(*part, "budget" | "terms"),
        ["plans", of, "items", item] => id(of) && id(item),
        _ => false,
    }
}

#[derive(Template)]
#[template(path = "chisinau/living.html")]
struct LivingPage {
    page: Page,
    who: String,
    function: String,
    date: String,
    inner: Html,
}

/// One page of the story's own node.
pub(super) async fn show_page(
    visit: Visit,
    Extension(stories): Extension<Arc<Stories<Chisinau>>>,
    Extension(pages): Extension<Arc<Pages>>,
    headers: HeaderMap,
    Path((reader, page)): Path<(String, String)>,
    asked: axum::extract::RawQuery,
) -> Result<Response, Failure> {
    let reader = Reader::from_code(&reader)
        .filter(|_| only_shows(&page))
        .ok_or(Failure::NotFound)?;
    let Some(own) = visit.edge.passing(&headers, PLACE.cookie) else {
        return Ok(begin());
    };
    let (seed, known) = (stories.seed(), stories.clone());
    let actor = reader.actor(&seed);
    let found = visit.run(move |_| {
        let Some((app, seen)) = known.node(&own.hash()) else {
            return Ok(None);
        };
        let account = account::find(&app, actor.id)?;
        Ok(account.map(|account| (app, seen, account)))
    });
    let Some((app, seen, account)) = found.await? else {
        return Ok(begin());
    };
    let person = Person {
        actor: account.actor(),
        name: account.title,
        organisation: account.organisation_name,
        changed: 0,
    };
    let (function, organisation) = (person.name.clone(), person.organisation.clone());
    let address = match asked.0 {
        Some(query) => format!("/{page}?{query}"),
        None => format!("/{page}"),
    };
    let inside = visit.clone().within(app, seen.now, person, &format!("/{page}"));
    let mut request = Request::builder()
        .uri(&address)
        .body(Body::empty())
        .map_err(|_| Failure::NotFound)?;
    request.extensions_mut().insert(inside);
    let Ok(response) = pages.router(&visit.edge).oneshot(request).await;
    let is_page = response.headers().get(header::CONTENT_TYPE);
    if response.status() != StatusCode::OK || is_page.is_none_or(|kind| !kind.as_bytes().starts_with(b"text/html")) {
        return Ok(response);
    }
    let body = to_bytes(response.into_body(), LONGEST)
        .await
        .map_err(|_| Failure::Unavailable)?;
    let body = String::from_utf8(body.to_vec()).map_err(|_| Failure::Unavailable)?;
    let words = &visit.words;
    let mut page = visit.page(&words.chisinau_title());
    if page.items.is_empty() {
        page.items = doors::items(words, "/chisinau-2018");
    }
    show(&LivingPage {
        who: words.say_code("chisinau-reader", reader.code()),
        function: format!("{function}, {organisation}"),
        date: words.weekday_date(seen.now),
        inner: Html::trusted(looked_at(main_of(&body), &format!("/chisinau-2018/{}", reader.code()))),
        page,
    })
}

/// Whoever has no story, or none any more, begins one.
fn begin() -> Response {
    Redirect::to("/chisinau-2018").into_response()
}

/// What stands between the header and the footer of a page.
fn main_of(body: &str) -> &str {
    let main = body.split_once("<main").and_then(|(_, rest)| rest.split_once('>'));
    let main = main.and_then(|(_, rest)| rest.split_once("</main>"));
    main.map_or("", |(main, _)| main)
}

/// The same for one who only looks: links lead on within the story, what would change something is left out.
fn looked_at(main: &str, within: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(main.len()), main);
    // Of a link that is not followed its words stay; its end is left out with its beginning.
    let mut left = false;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find('>').map_or(rest.len(), |end| end + 1);
        let (tag, after) = rest.split_at(end);
        rest = after;
        if tag.starts_with("<form") && !tag.contains("method=\"get\"") {
            rest = after.split_once("</form>").map_or("", |(_, after)| after);
            continue;
        }
        if tag == "</a>" && left {
            left = false;
            continue;
        }
        let own = tag
            .split_once("=\"/")
            .filter(|_| tag.starts_with("<a ") || tag.starts_with("<form"));
        let Some((before, address)) = own else {
            out.push_str(tag);
            continue;
        };
        let path = address.split('"').next().unwrap_or_default();
        if only_shows(path) {
            out.push_str(&format!("{before}=\"{within}/{address}"));
        } else if tag.contains("class=\"btn") {
            rest = after.split_once("</a>").map_or("", |(_, after)| after);
        } else {
            left = tag.starts_with("<a ");
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0123456789abcdef0123456789abcdef";

    #[test]
    fn whoever_looks_is_led_on_within_the_story_and_offered_nothing_that_changes_it() {
        let main = format!(
            "<p><a href=\"/visits\">All</a> <a class=\"btn second\" href=\"/visits/{ID}/finding\">Find</a><a href=\"/visits/{ID}/note\">A note</a></p><form action=\"/visits/{ID}/end\" method=\"post\"><button>End</button></form><a class=\"read\" href=\"https://example.org/\">page</a><a href=\"?after=3\">more</a>"
        );
        let seen = looked_at(&main, "/chisinau-2018/expert");
        assert_eq!(
            seen,
            "<p><a href=\"/chisinau-2018/expert/visits\">All</a> A note</p><a class=\"read\" href=\"https://example.org/\">page</a><a href=\"?after=3\">more</a>"
        );
    }

    #[test]
    fn only_addresses_that_show_something_of_the_work_on_policy_are_opened() {
        let shown = [
            "visits",
            "open-items?late=1",
            "open-items.xlsx",
            &format!("plans/{ID}/items/{ID}"),
            &format!("meetings/{ID}/minutes"),
        ];
        assert!(shown.iter().all(|page| only_shows(page)));
        let kept = [
            "cases",
            "today",
            "visits/new",
            "account/sign-in",
            &format!("visits/{ID}/finding"),
            "../cases",
            "",
        ];
        assert!(kept.iter().all(|page| !only_shows(page)));
    }
}
