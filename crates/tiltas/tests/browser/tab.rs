//! A person's hands and eyes: presses what is seen and can be reached, types, waits for what is to come. It counts what the
//! hands did. Nothing here sleeps for a length of time: every wait is for something that the page will show.
use crate::house::target;
use chromiumoxide::{
    Page,
    cdp::{
        browser_protocol::{
            emulation::{
                MediaFeature, SetDeviceMetricsOverrideParams, SetEmulatedMediaParams, SetFocusEmulationEnabledParams,
                SetScriptExecutionDisabledParams,
            },
            input::{DispatchMouseEventParams, DispatchMouseEventType, InsertTextParams, MouseButton},
            network,
            page::{CaptureScreenshotFormat, Viewport},
        },
        js_protocol::runtime::EvaluateParams,
    },
    page::ScreenshotParams,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::{
    cell::{Cell, RefCell},
    time::{Duration, Instant},
};

/// Generous: the machine may be busy with everything else.
const PATIENCE: Duration = Duration::from_secs(30);

/// Counted from the first script of a page: what the policy forbade.
const WATCH: &str = "window.forbidden = []; addEventListener('securitypolicyviolation', event => \
    forbidden.push(event.violatedDirective + ' ' + event.blockedURI));";

/// What a person would call a control, and whether it can be seen. `kind` is a selector.
pub const FIND: &str = r"(kind, name) => {
    const words = part => ((part.labels?.length ? part.labels[0] : part).innerText || part.getAttribute('aria-label') || '').replace(/\s+/g, ' ').trim();
    const seen = part => (part.labels?.length && part.matches('[type=radio], [type=checkbox]') ? part.labels[0] : part).getClientRects().length > 0;
    const all = [...document.querySelectorAll(kind)].filter(seen);
    return all.find(part => words(part) === name) || all.find(part => words(part).startsWith(name)) || all.find(part => words(part).includes(name));
}";

pub const PRESSED: &str = "a[href], button, summary";
pub const TYPED: &str = "input:not([type=radio]):not([type=checkbox]):not([type=hidden]), textarea, select";
const CHOSEN: &str = "input[type=radio], input[type=checkbox]";

/// What the hands did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Links and buttons.
    pub presses: u32,
    /// Fields in which something was written.
    pub typed: u32,
    /// Radio buttons and ticks.
    pub choices: u32,
}

/// One window of one person.
pub struct Tab {
    pub(crate) page: Page,
    home: String,
    count: Cell<Count>,
    size: Cell<(i64, i64)>,
    pub(crate) by_keyboard: Cell<bool>,
    scripts: Cell<bool>,
    /// What the last expression that could not be answered said.
    trouble: RefCell<String>,
}

impl Tab {
    /// A window of this size, as if it were the one in front.
    pub async fn new(page: Page, home: String, width: i64, height: i64) -> Tab {
        let tab = Tab {
            page,
            home,
            count: Cell::default(),
            size: Cell::new((width, height)),
            by_keyboard: Cell::new(false),
            scripts: Cell::new(true),
            trouble: RefCell::default(),
        };
        tab.page
            .evaluate_on_new_document(WATCH)
            .await
            .expect("a script of the test");
        tab.page
            .execute(SetFocusEmulationEnabledParams::new(true))
            .await
            .expect("focus");
        tab.size(width, height).await;
        tab
    }

    /// The node, as its addresses begin.
    pub fn home(&self) -> &str {
        &self.home
    }

    /// Whether this person has a mouse and runs scripts.
    pub fn is_usual(&self) -> bool {
        self.scripts.get() && !self.by_keyboard.get()
    }

    /// How wide this person's window is.
    pub fn width(&self) -> i64 {
        self.size.get().0
    }

    /// Back to the size in which this person works.
    pub async fn own_size(&self) {
        let (width, height) = self.size.get();
        self.size(width, height).await;
    }

    /// Another size of the same window, for a look.
    pub async fn size(&self, width: i64, height: i64) {
        let size = SetDeviceMetricsOverrideParams::new(width, height, 1.0, false);
        self.page.execute(size).await.expect("a size");
    }

    /// Whether the node can be reached from this window.
    #[expect(
        deprecated,
        reason = "what comes after it is experimental, and not in every browser of today"
    )]
    pub async fn connected(&self, connected: bool) {
        let network = network::EmulateNetworkConditionsParams::new(!connected, 0.0, -1.0, -1.0);
        self.page.execute(network).await.expect("a network");
    }

    /// What the device prefers: `light` or `dark`; `print` is on paper.
    pub async fn media(&self, media: &str) {
        let mut params = SetEmulatedMediaParams::default();
        if media == "print" {
            params.media = Some("print".to_owned());
        } else {
            // Without motion: a colour half way between two is nobody's colour.
            params.features = Some(vec![
                MediaFeature::new("prefers-color-scheme", media),
                MediaFeature::new("prefers-reduced-motion", "reduce"),
            ]);
        }
        self.page.execute(params).await.expect("a medium");
    }

    /// From the next page on, no script of the page runs.
    pub async fn without_scripts(&self) {
        self.scripts.set(false);
        let off = SetScriptExecutionDisabledParams::new(true);
        self.page.execute(off).await.expect("no scripts");
    }

    /// What was counted.
    pub fn count(&self) -> Count {
        self.count.get()
    }

    fn counts(&self, what: impl FnOnce(&mut Count)) {
        let mut count = self.count.get();
        what(&mut count);
        self.count.set(count);
    }

    /// The value of an expression; `None` while pages change.
    pub async fn try_ask<T: DeserializeOwned>(&self, what: &str) -> Option<T> {
        let mut params = EvaluateParams::new(what);
        params.return_by_value = Some(true);
        params.await_promise = Some(true);
        params.user_gesture = Some(true);
        let answer = self.page.execute(params).await.ok()?.result;
        if let Some(exception) = answer.exception_details {
            println!(
                "{what}: {:?}",
                exception.exception.and_then(|object| object.description)
            );
            return None;
        }
        serde_json::from_value(answer.result.value.unwrap_or(Value::Null)).ok()
    }

    /// The value of an expression.
    pub async fn ask<T: DeserializeOwned>(&self, what: &str) -> T {
        let began = Instant::now();
        loop {
            if let Some(value) = self.try_ask(what).await {
                return value;
            }
            if began.elapsed() > PATIENCE {
                let trouble = self.trouble.take();
                panic!("no answer: {what}; {trouble}; {}", self.says().await);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until an expression is true, and tells how long that was.
    pub async fn until(&self, what: &str) -> Duration {
        let began = Instant::now();
        while self.try_ask::<bool>(what).await != Some(true) {
            assert!(began.elapsed() < PATIENCE, "never true: {what}; {}", self.says().await);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        began.elapsed()
    }

    /// Waits until these words stand on the page.
    pub async fn until_says(&self, words: &str) -> Duration {
        self.until(&format!(
            "document.readyState === 'complete' && document.body.innerText.includes({})",
            json!(words)
        ))
        .await
    }

    /// Waits until these words stand on the page; where no script runs, the page is asked for again.
    pub async fn see(&self, words: &str) {
        if self.scripts.get() {
            self.until_says(words).await;
        } else {
            self.reload().await;
            assert!(self.does_say(words).await, "no {words}; {}", self.says().await);
        }
    }

    /// Whether these words stand on the page now.
    pub async fn does_say(&self, words: &str) -> bool {
        self.ask(&format!("document.body.innerText.includes({})", json!(words)))
            .await
    }

    /// The address and the first words, for a message.
    pub async fn says(&self) -> String {
        let what =
            "location.pathname + ' says: ' + (document.querySelector('main') || document.body).innerText.slice(0, 900)";
        self.try_ask::<String>(what).await.unwrap_or_default()
    }

    /// The address without the node.
    pub async fn path(&self) -> String {
        self.ask("location.pathname").await
    }

    /// Opens an address of the node. This is no press: nobody types addresses.
    pub async fn open(&self, path: &str) {
        self.leave_for(async {
            // The answer of `goto` may be about the page that is being left; the mark below is what counts.
            let _ = self.page.goto(format!("{}{path}", self.home)).await;
        })
        .await;
    }

    /// Signs in as the persona whose button begins so, and stands on its first page.
    pub async fn sign_in(&self, persona: &str) {
        self.open("/account/sign-in").await;
        self.press(persona).await;
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.leave_for(async {
            let _ = self.page.reload().await;
        })
        .await;
    }

    /// Does something that leads to another page, and waits until it stands.
    pub(crate) async fn leave_for(&self, act: impl Future<Output = ()>) {
        self.ask::<bool>("document.left = true").await;
        act.await;
        self.arrive().await;
    }

    async fn arrive(&self) {
        self.until("document.left === undefined && document.readyState === 'complete'")
            .await;
    }

    /// Presses a link or a button by its words, and waits for the page it leads to.
    pub async fn press(&self, name: &str) {
        self.counts(|count| count.presses += 1);
        if self.by_keyboard.get() {
            self.tab_to(PRESSED, name).await;
            return self.leave_for(self.key("Enter")).await;
        }
        let point = self.point(PRESSED, name).await;
        self.leave_for(self.click(point)).await;
    }

    /// Presses what stands on the card of this person, where a page has a card for each.
    pub async fn press_on_card(&self, person: &str, name: &str) {
        let mark = format!(
            "(() => {{ for (const card of document.querySelectorAll('article')) \
             card.toggleAttribute('data-card', card.innerText.includes({})); return true; }})()",
            json!(person)
        );
        self.ask::<bool>(&mark).await;
        self.counts(|count| count.presses += 1);
        let point = self.point("[data-card] a, [data-card] button", name).await;
        self.leave_for(self.click(point)).await;
    }

    /// Presses the link that is the `nth` of those a selector finds, where several bear one name and their place tells them apart.
    pub async fn press_nth(&self, among: &str, nth: usize) {
        self.counts(|count| count.presses += 1);
        let mark = format!(
            "document.querySelectorAll({})[{nth}].toggleAttribute('data-nth', true)",
            json!(among)
        );
        self.ask::<bool>(&mark).await;
        let point = self.point("[data-nth]", "").await;
        self.leave_for(self.click(point)).await;
    }

    /// Presses a button that leads nowhere.
    pub async fn press_in_place(&self, name: &str) {
        let point = self.point(PRESSED, name).await;
        self.click(point).await;
    }

    /// Chooses a radio button or a tick by its label.
    pub async fn choose(&self, name: &str) {
        self.choose_of(CHOSEN, name).await;
    }

    /// Chooses a radio button or a tick by its label, among those that a selector finds.
    pub async fn choose_of(&self, among: &str, name: &str) {
        self.counts(|count| count.choices += 1);
        if self.by_keyboard.get() {
            self.tab_to(among, name).await;
            self.key("Space").await;
        } else {
            let point = self.point(among, name).await;
            self.click(point).await;
        }
        self.until(&format!("({FIND})({}, {}).checked", json!(among), json!(name)))
            .await;
    }

    /// Taps one answer of a question.
    pub async fn answer(&self, question: &str, answer: &str) {
        let find = format!(
            "[...document.querySelectorAll('fieldset')].find(part => part.querySelector('legend').innerText.trim()\
             .startsWith({}))?.id ?? ''",
            json!(question)
        );
        self.until(&format!("({find}) !== ''")).await;
        let id: String = self.ask(&find).await;
        if self.by_keyboard.get() {
            self.counts(|count| count.choices += 1);
            return self.walk_to(&format!("#{id} input"), answer).await;
        }
        self.choose_of(&format!("#{id} input"), answer).await;
    }

    /// Takes one line of a list.
    pub async fn select(&self, label: &str, line: &str) {
        let list = format!("({FIND})('select', {})", json!(label));
        self.until(&format!("!!{list}")).await;
        self.counts(|count| count.choices += 1);
        if self.by_keyboard.get() {
            self.tab_to("select", label).await;
            return self.spell(&list, line).await;
        }
        self.ask::<bool>(&format!(
            "(() => {{ const list = {list}, line = [...list.options].find(line => line.text.trim().startsWith({})); \
             list.value = line.value; list.dispatchEvent(new Event('change', {{bubbles: true}})); return true; }})()",
            json!(line)
        ))
        .await;
    }

    /// Writes into a field by its label; what stood in it goes.
    pub async fn write(&self, label: &str, text: &str) {
        self.counts(|count| count.typed += 1);
        if self.by_keyboard.get() {
            self.tab_to(TYPED, label).await;
        } else {
            let point = self.point(TYPED, label).await;
            self.click(point).await;
        }
        let found = format!("({FIND})({}, {})", json!(TYPED), json!(label));
        self.until(&format!("{found} === document.activeElement")).await;
        self.ask::<bool>(&format!("{found}.select() === undefined")).await;
        self.page.execute(InsertTextParams::new(text)).await.expect("text");
        self.until(&format!("{found}.value === {}", json!(text))).await;
    }

    /// Where to press: in the middle of it, if nothing lies over it.
    async fn point(&self, kind: &str, name: &str) -> (f64, f64) {
        let find = format!(
            "(() => {{ const part = ({FIND})({}, {}); if (!part) return null; \
             const big = part.labels?.length && part.matches('[type=radio], [type=checkbox]') ? part.labels[0] : part; \
             big.scrollIntoView({{block: 'center', behavior: 'instant'}}); \
             const box = [...big.getClientRects()].find(box => box.width > 0) || big.getBoundingClientRect(); \
             const x = box.left + box.width / 2, y = box.top + box.height / 2, there = document.elementFromPoint(x, y); \
             const same = there && (big.contains(there) || there.contains(big)); \
             return [x, y, same ? '' : 'covered by ' + (there ? there.outerHTML.slice(0, 200) : 'nothing')]; }})()",
            json!(kind),
            json!(name)
        );
        let began = Instant::now();
        loop {
            let found = self.try_ask::<Option<(f64, f64, String)>>(&find).await.flatten();
            match found {
                Some((x, y, over)) if over.is_empty() => return (x, y),
                other => assert!(
                    began.elapsed() < PATIENCE,
                    "nothing to press by the name {name}: {other:?}; {}",
                    self.says().await
                ),
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    async fn click(&self, (x, y): (f64, f64)) {
        for kind in [
            DispatchMouseEventType::MouseMoved,
            DispatchMouseEventType::MousePressed,
            DispatchMouseEventType::MouseReleased,
        ] {
            let mut event = DispatchMouseEventParams::new(kind.clone(), x, y);
            if kind != DispatchMouseEventType::MouseMoved {
                event.button = Some(MouseButton::Left);
                event.click_count = Some(1);
            }
            self.page.execute(event).await.expect("the mouse");
        }
    }

    /// A picture of the whole page, `target/shots/<name>.png`.
    pub async fn picture(&self, name: &str) {
        let file = target().join("shots").join(format!("{name}.png"));
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder for pictures");
        // Chromium itself could make room for the whole page, and forgets the width of this window when it has done so.
        let (width, height): (f64, f64) = self
            .ask("[innerWidth, Math.max(document.documentElement.scrollHeight, innerHeight)]")
            .await;
        let how = ScreenshotParams::builder()
            .format(CaptureScreenshotFormat::Png)
            .capture_beyond_viewport(true)
            .clip(Viewport {
                x: 0.0,
                y: 0.0,
                width,
                height,
                scale: 1.0,
            })
            .build();
        self.page.save_screenshot(how, file).await.expect("a picture");
    }
}
