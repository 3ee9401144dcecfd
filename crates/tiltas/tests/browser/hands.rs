//! The same person without a mouse: Tab, arrows, Space, Enter. On the way every stop shows where the focus is.
use crate::tab::{FIND, Tab};
use chromiumoxide::cdp::browser_protocol::input::{DispatchKeyEventParams, DispatchKeyEventType};
use serde_json::json;

/// A page with more stops than this is no page for a keyboard.
const STOPS: usize = 150;

/// What has the focus, in words, and whether one sees that it has.
const FOCUS: &str = r"(() => {
    const part = document.activeElement;
    if (!part || part === document.body) return [true, 'nothing'];
    const label = part.labels?.length ? part.labels[0] : part;
    const ring = what => { const style = getComputedStyle(what); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; };
    return [ring(part) || ring(label), (label.innerText || part.getAttribute('aria-label') || part.outerHTML.slice(0, 80)).replace(/\s+/g, ' ').trim()];
})()";

impl Tab {
    /// From now on everything is done without the mouse.
    pub fn by_keyboard(&self) {
        self.by_keyboard.set(true);
    }

    /// Presses a key: `Tab`, `Enter`, `Space`, `Escape`, `ArrowUp`, or one letter.
    pub async fn key(&self, name: &str) {
        let (key, code, text) = match name {
            "Tab" => ("Tab", 9, None),
            "Enter" => ("Enter", 13, Some("\r")),
            "Space" => (" ", 32, Some(" ")),
            "Escape" => ("Escape", 27, None),
            "ArrowUp" => ("ArrowUp", 38, None),
            letter => (letter, 0, Some(letter)),
        };
        for (kind, text) in [
            (DispatchKeyEventType::KeyDown, text),
            (DispatchKeyEventType::KeyUp, None),
        ] {
            let mut event = DispatchKeyEventParams::new(kind);
            event.key = Some(key.to_owned());
            event.code = Some(name.to_owned());
            event.windows_virtual_key_code = Some(code);
            event.text = text.map(str::to_owned);
            self.page.execute(event).await.expect("the keyboard");
        }
    }

    /// Goes on with Tab until `there` is true.
    async fn go_to(&self, there: &str, name: &str) {
        let mut seen = Vec::new();
        for _ in 0..STOPS {
            if self.ask::<bool>(there).await {
                return;
            }
            self.key("Tab").await;
            let (shown, at): (bool, String) = self.ask(FOCUS).await;
            assert!(shown, "nobody sees that the focus is on: {at}; {}", self.says().await);
            seen.push(at);
        }
        panic!("the keyboard does not reach {name}: {seen:?}; {}", self.says().await);
    }

    /// Goes with Tab to what a person would call `name`.
    pub async fn tab_to(&self, kind: &str, name: &str) {
        let there = format!("({FIND})({}, {}) === document.activeElement", json!(kind), json!(name));
        self.go_to(&there, name).await;
    }

    /// Goes with Tab into a group of radio buttons, and with the arrow to one of them.
    pub async fn walk_to(&self, among: &str, name: &str) {
        let group = format!(
            "[...document.querySelectorAll({})].includes(document.activeElement)",
            json!(among)
        );
        self.go_to(&group, name).await;
        let chosen = format!("({FIND})({}, {}).checked", json!(among), json!(name));
        for _ in 0..12 {
            if self.ask::<bool>(&chosen).await {
                return;
            }
            self.key("ArrowUp").await;
        }
        // Where nothing is chosen yet, the first press of Space chooses what has the focus.
        panic!("the arrow does not reach {name}; {}", self.says().await);
    }

    /// Spells the beginning of a line until a list stands on it.
    pub async fn spell(&self, list: &str, line: &str) {
        for letter in line.chars() {
            self.key(&letter.to_string()).await;
            let there = format!("{list}.selectedOptions[0]?.text.trim().startsWith({})", json!(line));
            if self.ask::<bool>(&there).await {
                return;
            }
        }
        panic!("the list does not come to {line}; {}", self.says().await);
    }
}
