//! The shell in a real browser, under its real policy: what the script adds works, and nothing needs more room than a small
//! phone has. Skipped where there is no Chromium; `TILTAS_REQUIRE=all` makes that a failure.
use askama::Template;
use axum::{
    Router,
    http::HeaderMap,
    response::Response,
    routing::{get, post},
};
use chromiumoxide::{
    Page as Tab,
    browser::{Browser, BrowserConfig},
    cdp::browser_protocol::emulation::SetDeviceMetricsOverrideParams,
    page::ScreenshotParams,
};
use futures::StreamExt;
use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use tiltas_app::App;
use tiltas_domain::{
    clock::{self, ClockKind, Confidence, Length},
    context::{Actor, Role},
    id::{Id, Moment},
    known::Answer,
    profile::{MOLDOVA, Profile},
};
use tiltas_kit::{
    Edge, Errors, Failure, Fields, Node, Page, Person, Posted, Refusal, Sessions, Visit,
    component::{
        Access, AccessRow, Alert, Area, Choice, Choices, Clock, Facts, Five, Goes, Journal, Line, LogLine, Pane, Panes,
        Place, Places, Queue, Side, Sight, Slip, Slot, Slots, Span, Step, Summary, Tag, Text,
    },
    news, show, site,
};
use tiltas_store::{Location, Store};
use tiltas_words::{Html, Words};

const NOW: Moment = Moment(1_787_205_600_000_000);

#[derive(Template)]
#[template(
    source = r#"{% extends "base.html" %}{% block main %}<h1>Parts</h1>
    <form method="post" action="/parts" data-into="answer">{{ page.hidden_with_key("k") }}<button class="btn" id="send">Send</button></form>
    <p id="answer">{{ answer }}</p><p id="count" data-live>{{ count }}</p>
    {% for part in parts %}<section class="block">{{ part }}</section>{% endfor %}{% endblock %}"#,
    ext = "html"
)]
struct Parts {
    page: Page,
    answer: &'static str,
    count: u64,
    parts: Vec<Html>,
}

#[derive(Template)]
#[template(
    source = r#"{% extends "field.html" %}{% block main %}<h1>Can the person come and go?</h1><form>{{ five }}
    <div class="field-act"><button class="btn wide">Save and go on</button></div></form>{% endblock %}"#,
    ext = "html"
)]
struct Field {
    page: Page,
    five: Five,
}

fn running(words: &Words, kind: ClockKind, began_hours_ago: i64, hours: i64) -> Clock {
    let started = NOW.plus_hours(-began_hours_ago);
    let clock = clock::Clock {
        started,
        due: Some(started.plus_hours(hours)),
        kind,
        length: Some(Length::Hours(hours as u32)),
        source: "house".to_owned(),
        confidence: Confidence::Proposed,
        profile: "MD 2026-2".to_owned(),
    };
    Clock::new(words, &clock, NOW)
}

fn parts(words: &Words) -> Vec<Html> {
    let line = Line::new(
        running(words, ClockKind::Target, 22, 24),
        "Galium 271",
        "Answer Portugal: would the person be heard by video?",
        "/cases/0f",
    )
    .tag(Tag::urgency(words, "tonight"))
    .note("Request for information. You may refuse with a ground.")
    .with(Side::You, "");
    let span = |words| {
        Span::new(words, "Referral")
            .step(Step::Done, "Sent", "19 Aug 21:05")
            .step(Step::Done, "Acknowledged", "by phone")
            .step(Step::Late, "Answered", "late 3 h")
            .step(Step::Todo, "Started", "")
            .step(Step::Todo, "Outcome", "")
    };
    let slot = || {
        Slot::new("With care")
            .more("10:00 to 12:00 only. Say you are the clinic.")
            .alert(Alert::Care)
    };
    let pane = |tab: &str| {
        let pane =
            Pane::new(tab, "Night coordinator", "Casa Liman, a shelter.", "Sees 1 of 2").open("Health", "Wrist hurts");
        pane.kept(
            words,
            "Name",
            false,
            "Not shared. Ask the lead if your service needs it.",
        )
        .foot("Next: wait.")
    };
    let slip = Slip::new(
        words,
        "Podul Alb",
        "Centrul Nistru Nord",
        "2 people there can open it",
        "Referral for a place",
    )
    .goes(vec![Goes::new("Person", "Woman, 20 to 29", "the person agreed")])
    .stays(vec!["Name, birth date, identity card".to_owned()])
    .facts(Facts::new().ground_and_say(words, "Assistance, GDPR 6(1)(e), for health 9(2)(h)", "Yes"));
    let log = LogLine {
        number: words.number(41_207),
        time: (words.time(NOW), words.stamp(NOW)),
        what: "Referral acknowledged: told by phone, to the night coordinator".into(),
        by: "Duty officer".to_owned(),
        sealed: Some("contact, health".to_owned()),
        seal: "9f2c".to_owned(),
        follows: "c41a".to_owned(),
    };
    let row = AccessRow {
        who: "Competent authority, Cahul".to_owned(),
        why: vec!["Ground: decides the status".to_owned()],
        sees: [
            Sight::Sees,
            Sight::Exists,
            Sight::Nothing,
            Sight::Sees,
            Sight::Nothing,
            Sight::Nothing,
        ],
    };
    let mut errors = Errors::new();
    errors.add("until", "errors-kept", words.errors_kept());
    let fields = Fields::new([("until", "18 08 2026")]);
    vec![
        Html::of(running(words, ClockKind::Statutory, 1, 3)).and(running(words, ClockKind::Target, 30, 24)),
        span(words).into(),
        Html::of(span(words).mini()),
        Queue::new(words, "late", "Late", vec![line]).first().into(),
        Slots::new(words, slot(), slot(), Slot::empty(words), slot(), slot()).into(),
        slip.into(),
        Places::new(vec![
            Place::held(words, "2 B").text("for Silene 163"),
            Place::free(words, "4"),
        ])
        .into(),
        Panes::new(words, [pane("Officer"), pane("Shelter"), pane("Police")]).into(),
        Journal::new(words, vec![log]).into(),
        Access::new(words, vec![row]).into(),
        Summary::new(words, &errors).into(),
        Text::new("until", "Until")
            .hint("Day, month, year")
            .narrow()
            .again(&fields, &errors)
            .into(),
        Area::new("own", "In the person’s own words, what will be sent").into(),
        Choices::several(
            "x",
            "What they may receive",
            [Choice::new("a", "Health").hint("As far as help needs it")],
        )
        .into(),
    ]
}

fn edge(folder: &Path) -> Edge {
    let store = Store::open(&Location::Folder(folder.to_owned()), &[9; 32]).expect("a store");
    let app = App::new(store, Profile::parse(MOLDOVA).expect("a profile"));
    let person = Person {
        actor: Actor {
            id: Id::from_bytes([1; 16]),
            role: Role::CaseManager,
            organisation: Id::from_bytes([2; 16]),
            function: None,
        },
        name: "Irina M.".to_owned(),
        organisation: "Podul Alb".to_owned(),
        changed: 0,
    };
    let sessions = Sessions {
        clock: Arc::new(|| Moment(0)),
        begin: Arc::new(|_, _, _| Ok(())),
        find: Arc::new(move |_, _| Ok(Some(person.clone()))),
        end: Arc::new(|_, _| Ok(())),
    };
    let node = Node {
        name: "md-1".to_owned(),
        profile: "MD 2026-2".to_owned(),
        zone: jiff::tz::TimeZone::get("Europe/Chisinau").expect("bundled"),
        duty_phone: Some("022 000 112".to_owned()),
        demo: true,
        secure: false,
    };
    Edge::new(Arc::new(app), node, sessions, Arc::new(|| NOW), [7; 32])
}

fn pages(version: Arc<AtomicU64>) -> Router<Edge> {
    let seen = version.clone();
    Router::new()
        .route(
            "/parts",
            get(async move |visit: Visit| {
                let count = seen.load(Ordering::Relaxed);
                let page = visit.page("Parts").with_news("/news", count).with_waiting("/today", 6);
                show(&Parts {
                    page,
                    answer: "before",
                    count,
                    parts: parts(&visit.words),
                })
            })
            .post(async |visit: Visit, Posted(_): Posted| {
                show(&Parts {
                    page: visit.page("Parts"),
                    answer: "after",
                    count: 0,
                    parts: Vec::new(),
                })
            }),
        )
        .route(
            "/news",
            get(async move |headers: HeaderMap| -> Response { news(&headers, version.load(Ordering::Relaxed)) }),
        )
        .route(
            "/field",
            get(async |visit: Visit| {
                let five = Five::new(
                    &visit.words,
                    "q1",
                    "Does the person hold their own passport?",
                    Answer::No,
                );
                show(&Field {
                    page: visit.page("Screening"),
                    five,
                })
            }),
        )
        .route(
            "/refused",
            post(async || Failure::NotFound).get(async || {
                let origin = vec![("CETS 197 art. 10(3)".to_owned(), Confidence::Verified)];
                Failure::Refused(Box::new(Refusal {
                    code: "REF-03",
                    origin,
                    ..Refusal::default()
                }))
            }),
        )
        .route("/broken", get(async || Failure::Unavailable))
}

async fn truth(tab: &Tab, what: &str) -> bool {
    tab.evaluate(what)
        .await
        .ok()
        .and_then(|value| value.into_value().ok())
        .unwrap_or(false)
}

async fn until(tab: &Tab, what: &str) {
    let began = Instant::now();
    while !truth(tab, what).await {
        let now: Option<String> = tab
            .evaluate("location.pathname + ' ' + document.body.innerText.slice(0, 300)")
            .await
            .ok()
            .and_then(|value| value.into_value().ok());
        assert!(
            began.elapsed() < Duration::from_secs(20),
            "never true: {what}; the page says: {now:?}"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn open(tab: &Tab, address: &str) {
    tab.goto(address).await.expect("the page opens");
    until(tab, "document.readyState === 'complete'").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_script_adds_works_under_the_policy_and_nothing_is_wider_than_a_phone() {
    let Some(chromium) = [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ]
    .into_iter()
    .find(|path| Path::new(path).exists()) else {
        assert!(
            std::env::var("TILTAS_REQUIRE").is_err(),
            "Chromium is required and not there"
        );
        println!("skipped: no Chromium on this machine");
        return;
    };
    let version = Arc::new(AtomicU64::new(1));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let home = format!("http://{}", listener.local_addr().expect("an address"));
    let folder = tempfile::tempdir().expect("a folder");
    let pages = site(edge(folder.path()), pages(version.clone()));
    tokio::spawn(async move { axum::serve(listener, pages).await });

    let profile = tempfile::tempdir().expect("a folder");
    let flags = [
        "--headless",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
    let config = BrowserConfig::builder()
        .chrome_executable(chromium)
        .user_data_dir(profile.path())
        .no_sandbox()
        .disable_default_args()
        .args(flags)
        .window_size(1280, 800)
        .viewport(None)
        .build()
        .expect("a configuration");
    let (mut browser, mut events) = Browser::launch(config).await.expect("Chromium starts");
    let pump = tokio::spawn(async move { while events.next().await.is_some() {} });
    let tab = browser.new_page("about:blank").await.expect("a tab");
    // Everything that repeats goes twenty times faster, and what the policy forbids is counted.
    tab.evaluate_on_new_document(
        "const slow = setInterval; window.setInterval = (work, time) => slow(work, time / 20); window.forbidden = []; \
         addEventListener('securitypolicyviolation', event => forbidden.push(event.violatedDirective + ' ' + event.sourceFile));",
    )
    .await
    .expect("a script of the test");

    open(&tab, &format!("{home}/field")).await;
    open(&tab, &format!("{home}/parts")).await;
    assert!(
        truth(
            &tab,
            "document.querySelector('.nav [aria-current]') === null && !!document.querySelector('.nav a')"
        )
        .await,
        "signed in"
    );
    assert!(
        truth(&tab, "document.activeElement.matches('.errors')").await,
        "the summary has the focus"
    );

    tab.evaluate("window.same = true; document.getElementById('send').click()")
        .await
        .expect("a press");
    until(
        &tab,
        "window.same && document.getElementById('answer').textContent === 'after'",
    )
    .await;

    version.store(2, Ordering::Relaxed);
    until(&tab, "window.same && document.getElementById('count').textContent === '2' && document.getElementById('news').textContent !== ''").await;

    let left = "document.querySelector('.clock[data-minutes=\"120\"] b').textContent";
    assert!(truth(&tab, &format!("{left} === '2 h left'")).await);
    tab.evaluate("const real = Date.now; Date.now = () => real() + 61 * 60000")
        .await
        .expect("an hour");
    until(&tab, &format!("{left} === '59 min left'")).await;
    tab.evaluate("Date.now = () => real() + 125 * 60000")
        .await
        .expect("another hour");
    until(
        &tab,
        &format!(
            "{left} === 'Late 5 min' && document.querySelector('.clock[data-minutes=\"120\"]').dataset.s === 'late'"
        ),
    )
    .await;

    tab.evaluate("document.activeElement.blur(); document.dispatchEvent(new KeyboardEvent('keydown', {key: '/', bubbles: true}))").await.expect("a key");
    assert!(
        truth(&tab, "document.activeElement.id === 'find'").await,
        "the search box"
    );
    assert!(
        truth(&tab, "forbidden.length === 0").await,
        "the policy forbade something of our own"
    );
    assert!(
        truth(
            &tab,
            "(() => { try { document.body.innerHTML = '<b>x</b>'; return false } catch { return true } })()"
        )
        .await,
        "markup from text is refused"
    );

    for page in ["parts", "field", "refused", "broken", "account/language", "leave"] {
        for width in [1280, 640, 360, 320] {
            let size = SetDeviceMetricsOverrideParams::new(width, 800, 1.0, false);
            tab.execute(size).await.expect("a size");
            open(&tab, &format!("{home}/{page}")).await;
            // For the eye: a folder named here gets a picture of each page and width.
            if let Ok(folder) = std::env::var("TILTAS_SHOTS") {
                let picture = ScreenshotParams::builder().full_page(true).build();
                let file = format!("{folder}/{}-{width}.png", page.replace('/', "-"));
                tab.save_screenshot(picture, file).await.expect("a picture");
            }
            let wide: Option<String> = tab
                .evaluate("[...document.querySelectorAll('body *')].filter(part => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest('.wrap, .vh, svg, .mini, .tale')).map(part => part.outerHTML.slice(0, 120)).slice(0, 3).join('\\n')")
                .await
                .ok()
                .and_then(|value| value.into_value().ok());
            assert!(
                truth(&tab, "document.documentElement.scrollWidth <= innerWidth").await,
                "/{page} at {width}: {wide:?}"
            );
            assert!(
                truth(&tab, "document.querySelectorAll('[style]').length === 0").await,
                "/{page} has a style attribute"
            );
        }
    }

    open(&tab, &format!("{home}/field")).await;
    tab.evaluate("for (const n of [1, 2, 3]) document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))").await.expect("three keys");
    until(
        &tab,
        "location.pathname === '/leave' && !document.body.innerText.includes('Tiltas')",
    )
    .await;

    browser.close().await.expect("it closes");
    browser.wait().await.expect("it ends");
    pump.await.expect("all was read");
}
