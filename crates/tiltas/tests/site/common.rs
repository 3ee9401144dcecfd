//! The whole app in process, for tests of pages: SQLite in a temporary folder, the invented institutions, a clock that tests
//! hold. Who asks signs in through the sign-in page, as anyone does.
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode},
};
use jiff::tz::TimeZone;
use std::{
    cell::Cell,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};
use tempfile::TempDir;
use tiltas_app::{App, account, organisation, provider, signal};
use tiltas_demonstration::{
    Seed, chisinau, countries, doors, one_night, sign_in,
    story::{Beginning, Stories},
};
use tiltas_domain::{
    Actor, Id, Moment, Purpose, Role, Root,
    case::Case,
    example::{self, NIGHT, Who},
    organisation::Organisation,
};
use tiltas_kit::{Edge, Node, Sessions, site};
use tiltas_store::{Location, Store};
use tower::ServiceExt;

/// All addresses of a node with its demonstration.
pub fn routes() -> Router<Edge> {
    let beginning = Beginning {
        seed: Seed::new(1),
        profile: example::moldova(),
        key: [3; 32],
        start: NIGHT,
    };
    let folder = tempfile::tempdir().expect("a temporary folder").keep();
    let of_2018 = Beginning {
        start: chisinau::start(&beginning.profile),
        ..beginning.clone()
    };
    let night = Stories::new(folder.join("night"), beginning, Arc::new(|| NIGHT)).expect("stories");
    let of_2018 = Stories::new(folder.join("chisinau"), of_2018, Arc::new(|| NIGHT)).expect("stories");
    one_night::routes(Arc::new(night))
        .merge(chisinau::routes(Arc::new(of_2018), tiltas_pages::routes()))
        .merge(sign_in::routes(Seed::new(1)))
        .merge(doors::routes(Seed::new(1)))
        .merge(countries::routes())
        .merge(tiltas_pages::routes())
        .merge(tiltas_api::routes())
}

/// A node with all of `Who::ALL` registered and their providers listed.
pub struct TestSite {
    pub app: Arc<App>,
    pub edge: Edge,
    now: Arc<AtomicI64>,
    router: Router,
    drawn: Cell<u8>,
    _folder: TempDir,
}

/// An answer, read whole.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
    pub bytes: Vec<u8>,
}

/// Someone at a browser: signed in, or nobody.
pub struct Visitor<'s> {
    site: &'s TestSite,
    cookie: String,
    pub language: &'static str,
}

impl TestSite {
    /// It is 01:20 on the night of the demonstration.
    pub fn new() -> TestSite {
        let site = TestSite::on(tempfile::tempdir().expect("a temporary folder"), NIGHT);
        site.register();
        site
    }

    /// A node in which nobody is registered yet, on the same night.
    pub fn empty() -> TestSite {
        TestSite::on(tempfile::tempdir().expect("a temporary folder"), NIGHT)
    }

    /// A node on a copy of what another left, at this moment.
    pub fn copy_of(folder: &std::path::Path, now: Moment) -> TestSite {
        // In memory where there is such a folder: what is compared does not hang on the disk.
        let memory = std::path::Path::new("/dev/shm");
        let copy = match memory.is_dir() {
            true => tempfile::tempdir_in(memory),
            false => tempfile::tempdir(),
        };
        let copy = copy.expect("a temporary folder");
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            std::fs::copy(entry.path(), copy.path().join(entry.file_name())).expect("copied");
        }
        let site = TestSite::on(copy, now);
        // Contexts drawn here are none of those that were drawn there.
        site.drawn.set(200);
        site
    }

    /// Closes the node, and leaves what it wrote.
    pub fn closed(self) -> TempDir {
        let TestSite { _folder, .. } = self;
        _folder
    }

    fn on(folder: TempDir, now: Moment) -> TestSite {
        let store = Store::open(&Location::Folder(folder.path().to_owned()), &[1; 32]).expect("a store");
        let app = Arc::new(App::new(store, example::moldova()));
        let node = Node {
            name: "md-1".to_owned(),
            profile: app.profile().edition(),
            zone: TimeZone::get(&app.profile().zone).expect("a zone"),
            duty_phone: Some(Who::NationalUnit.duty_phone().to_owned()),
            demo: true,
            secure: false,
        };
        let now = Arc::new(AtomicI64::new(now.0));
        let clock = now.clone();
        let edge = Edge::new(
            app.clone(),
            node,
            Sessions::of_accounts(app.clone(), Arc::new(|| example::NIGHT)),
            Arc::new(move || Moment(clock.load(Ordering::Relaxed))),
            [7; 32],
        );
        let router = site(edge.clone(), routes());
        TestSite {
            app,
            edge,
            now,
            router,
            drawn: Cell::new(0),
            _folder: folder,
        }
    }

    fn register(&self) {
        let mut team = None;
        for who in Who::ALL {
            let point = team.filter(|_| who != Who::NationalUnit);
            let context = self.context_of(account::founder());
            let (id, _) = organisation::register(&self.app, &context, &who.register(point)).expect("registered");
            if who == Who::Team {
                team = Some(id);
            }
        }
        for who in Who::ALL {
            let Some(list) = who.list(self.organisation(who)) else {
                continue;
            };
            let role = match who {
                Who::PodulAlb => Role::CaseManager,
                _ => Role::Provider,
            };
            provider::list(&self.app, &self.context(who, role), &list).expect("listed");
        }
    }

    /// The organisation's id in this node.
    pub fn organisation(&self, who: Who) -> Id<Organisation> {
        self.account(who, who.people()[0].0).organisation
    }

    /// One of its people.
    pub fn account(&self, who: Who, role: Role) -> Actor {
        let accounts = account::all(&self.app).expect("accounts");
        let found = accounts
            .iter()
            .find(|account| account.organisation_name == who.name() && account.role == role);
        found.unwrap_or_else(|| panic!("{who:?} has no {role:?}")).actor()
    }

    /// A fresh context of one of its people, for use cases that a test calls without a page.
    pub fn context(&self, who: Who, role: Role) -> Root {
        self.context_of(self.account(who, role))
    }

    fn context_of(&self, actor: Actor) -> Root {
        self.drawn.set(self.drawn.get() + 1);
        Root {
            purpose: Purpose::Assistance,
            ..example::root(actor, self.now(), self.drawn.get())
        }
    }

    /// A file that the border post has opened, about a woman.
    pub fn file(&self) -> Id<Case> {
        let officer = self.context(Who::BorderPost, Role::FirstResponder);
        let (case, _) = signal::record(&self.app, &officer, &example::signal()).expect("a file");
        case
    }

    /// How staff speak of the person.
    pub fn spoken_name(&self, case: Id<Case>) -> String {
        let snapshot = self.app.store().snapshot().expect("a snapshot");
        snapshot.state(case).expect("a state").0.expect("a file").spoken_name
    }

    /// What the node's clock says.
    pub fn now(&self) -> Moment {
        Moment(self.now.load(Ordering::Relaxed))
    }

    /// The folder of the node.
    pub fn folder(&self) -> &std::path::Path {
        self._folder.path()
    }

    /// Time passes.
    pub fn pass(&self, minutes: i64) {
        self.now.fetch_add(minutes * 60_000_000, Ordering::Relaxed);
    }

    /// Less time than a minute passes.
    pub fn pass_seconds(&self, seconds: i64) {
        self.now.fetch_add(seconds * 1_000_000, Ordering::Relaxed);
    }

    /// Someone who has not signed in.
    pub fn nobody(&self) -> Visitor<'_> {
        Visitor {
            site: self,
            cookie: "tiltas=000102030405060708090a0b0c0d0e0f".to_owned(),
            language: "en",
        }
    }

    /// One of its people, signed in.
    pub async fn as_(&self, who: Who, role: Role) -> Visitor<'_> {
        let mut visitor = self.nobody();
        let account = self.account(who, role).id.to_string();
        let answer = visitor.post("/account/sign-in", &[("as", &account)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        let cookie = answer.headers["set-cookie"].to_str().expect("text");
        visitor.cookie = cookie.split(';').next().expect("a cookie").to_owned();
        visitor
    }
}

impl Visitor<'_> {
    /// What the browser keeps.
    pub fn cookie(&self) -> &str {
        &self.cookie
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, String::new()).await
    }

    /// Asks for a page as its script does to stay fresh.
    pub async fn refresh(&self, path: &str) -> Answer {
        self.ask_with(Method::GET, path, String::new(), &[("tiltas-refresh", "1")])
            .await
    }

    /// Opens a page that is there.
    pub async fn open(&self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        answer.body
    }

    /// Sends a form with a key of its own; its token is that of this session.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.site.drawn.set(self.site.drawn.get().wrapping_add(1));
        let key = format!("key-{}", self.site.drawn.get());
        self.press(path, &key, fields).await
    }

    /// Sends a form under this key: a second press sends the same.
    pub async fn press(&self, path: &str, key: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.ask(Method::GET, "/account/language", String::new()).await.body;
        let (_, rest) = page.split_once("name=\"token\" value=\"").expect("a token");
        let mut body = format!("token={}&key={key}", &rest[..64]);
        for (name, value) in fields {
            body.push_str(&format!("&{name}={}", encoded(value)));
        }
        self.ask(Method::POST, path, body).await
    }

    /// Sends fields as they are, with the token and the key among them.
    pub async fn send_as_it_is(&self, path: &str, fields: &[(String, String)]) -> Answer {
        let fields = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value)));
        self.ask(Method::POST, path, fields.collect::<Vec<_>>().join("&")).await
    }

    /// The same browser with the session that an answer began.
    pub fn with_session_of(&self, answer: &Answer) -> Visitor<'_> {
        let cookie = answer.headers["set-cookie"].to_str().expect("text");
        Visitor {
            site: self.site,
            cookie: cookie.split(';').next().expect("a cookie").to_owned(),
            language: self.language,
        }
    }

    /// The same browser with one more cookie, which an answer set.
    pub fn with_cookie_of(self, answer: &Answer) -> Self {
        let cookie = answer.headers["set-cookie"].to_str().expect("text");
        Visitor {
            site: self.site,
            cookie: format!("{}; {}", self.cookie, cookie.split(';').next().expect("a cookie")),
            language: self.language,
        }
    }

    /// Sends a form that is taken, and tells where it leads.
    pub async fn send(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.post(path, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.text());
        answer.location()
    }

    /// Sends a file with a form under this key.
    pub async fn upload(&self, path: &str, key: &str, file: &[u8]) -> Answer {
        let page = self.ask(Method::GET, "/account/language", String::new()).await.body;
        let (_, rest) = page.split_once("name=\"token\" value=\"").expect("a token");
        let mut body = Vec::new();
        for (name, value) in [
            ("token", &rest.as_bytes()[..64]),
            ("key", key.as_bytes()),
            ("file", file),
        ] {
            let file = if name == "file" {
                "; filename=\"Kanarienvogel.xlsx\""
            } else {
                ""
            };
            let head = format!("--mark\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(value);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--mark--\r\n");
        let kind = [("content-type", "multipart/form-data; boundary=mark")];
        self.ask_with(Method::POST, path, body, &kind).await
    }

    async fn ask(&self, method: Method, path: &str, body: String) -> Answer {
        self.ask_with(method, path, body, &[]).await
    }

    async fn ask_with(&self, method: Method, path: &str, body: impl Into<Body>, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "localhost")
            .header("cookie", &self.cookie)
            .header("accept-language", self.language);
        if !headers.iter().any(|(name, _)| *name == "content-type") {
            request = request.header("content-type", "application/x-www-form-urlencoded");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body.into()).expect("a request");
        let response = self.site.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 1 << 21).await.expect("a body").to_vec();
        // A spreadsheet is no text: what of it can be read is looked at.
        let body = String::from_utf8_lossy(&bytes).into_owned();
        if parts.status == StatusCode::OK && body.starts_with("<!doctype") && path != "/account/language" {
            sound(path, &body);
        }
        Answer {
            status: parts.status,
            headers: parts.headers,
            body,
            bytes,
        }
    }
}

impl Answer {
    /// Where it leads.
    pub fn location(&self) -> String {
        self.headers["location"].to_str().expect("text").to_owned()
    }

    /// The words of the page, for a message of a test.
    pub fn text(&self) -> String {
        let body = self.body.split("<main").nth(1).unwrap_or(&self.body);
        format!("{} {}", self.status, body.chars().take(6000).collect::<String>())
    }
}

/// What an attribute or a text of a page says, its escapes undone.
pub fn plain(html: &str) -> String {
    let escapes = [
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
        ("&#38;", "&"),
    ];
    let undone = escapes.into_iter();
    undone.fold(html.to_owned(), |text, (escape, sign)| text.replace(escape, sign))
}

/// What holds for every page.
fn sound(path: &str, body: &str) {
    assert!(body.len() < 60_000, "{path} has {} bytes", body.len());
    // A page that was read somewhere else may be named; following the link tells it nothing, and nothing is loaded from it.
    let mut own = String::new();
    for (nth, part) in body
        .split("<a class=\"read\" rel=\"external noreferrer\" href=\"")
        .enumerate()
    {
        own.push_str(if nth == 0 {
            part
        } else {
            part.split_once('"').map_or("", |(_, rest)| rest)
        });
    }
    let body = own.as_str();
    for bad in [" style=", "<style", " onload", " onclick", "http://", "https://"] {
        assert!(!body.contains(bad), "{path} holds {bad}");
    }
    let text = body.split("<main").nth(1).unwrap_or_default();
    let missing = text.split('[').skip(1).find(|rest| {
        let key = rest.split(']').next().unwrap_or_default();
        key.contains('-')
            && key
                .chars()
                .all(|sign| sign.is_ascii_alphanumeric() || "-_".contains(sign))
    });
    assert!(missing.is_none(), "{path} shows a key instead of words: {missing:?}");
}

fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
