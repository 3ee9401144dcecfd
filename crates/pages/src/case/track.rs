//! Three tracks on one time axis, and no line ever between them: only what the file really knows.
use tiltas_app::case::file::{File, time::What};
use tiltas_domain::{
    Moment,
    referral::{Referral, State},
};
use tiltas_words::Words;

/// One track.
pub(super) struct Track {
    pub name: String,
    pub stands: String,
    pub next: String,
    /// Nodes on its deck: place, whether it lies behind us, words.
    pub nodes: Vec<Node>,
    /// Where the deck begins; `None` where nothing is recorded.
    pub deck: Option<u32>,
}

/// One thing on a deck.
pub(super) struct Node {
    pub x: u32,
    pub done: bool,
    pub word: String,
}

/// The axis and its three tracks.
pub(super) struct Tracks {
    pub from: (u32, String),
    pub today: u32,
    pub list: Vec<Track>,
}

const LEFT: i64 = 14;
const TODAY: i64 = 430;

fn place(began: Moment, now: Moment, at: Moment) -> u32 {
    let whole = (now.0 - began.0).max(1);
    let past = (at.0 - began.0).clamp(0, whole);
    (LEFT + (TODAY - LEFT) * (past / 1000) / (whole / 1000).max(1)) as u32
}

pub(super) fn tracks(words: &Words, file: &File, now: Moment) -> Tracks {
    let began = file.steps.last().map_or(now, |step| step.at);
    let nothing = |code: &str, key: &str| Track {
        name: words.say_code("case-track", code),
        stands: words.say("case-track-nothing"),
        next: words.say_code("case-track", key),
        nodes: Vec::new(),
        deck: None,
    };
    Tracks {
        from: (LEFT as u32, words.day(began)),
        today: TODAY as u32,
        list: vec![
            assistance(words, file, began, now),
            nothing("status", "status-next"),
            nothing("criminal", "criminal-next"),
        ],
    }
}

fn assistance(words: &Words, file: &File, began: Moment, now: Moment) -> Track {
    let states: Vec<&State> = file
        .referrals
        .iter()
        .filter_map(|line| match &line.referral {
            Referral::Sending { state, .. } => Some(state),
            Referral::Draft { .. } => None,
        })
        .collect();
    let count = |wanted: fn(&State) -> bool| states.iter().filter(|state| wanted(state)).count();
    let given = count(|state| matches!(state, State::Started | State::Completed(_)));
    let agreed = count(|state| matches!(state, State::Accepted));
    let open = count(State::is_open);
    let stands = match (file.existence_only, given, agreed, open) {
        (true, ..) => words.say("case-track-withheld"),
        (_, 0, 0, 0) => words.say("case-track-none"),
        (_, 0, 0, n) => words.say_with("case-track-open", &[("n", &n)]),
        (_, 0, n, _) => words.say_with("case-track-agreed", &[("n", &n)]),
        (_, n, ..) => words.say_with("case-track-given", &[("n", &n)]),
    };
    let next = match (file.existence_only, open, agreed) {
        (true, ..) => words.say("case-track-withheld-next"),
        (_, 0, 0) => words.say("case-track-no-next"),
        (_, 0, n) => words.say_with("case-track-begin", &[("n", &n)]),
        (_, n, _) => words.say_with("case-track-answers", &[("n", &n)]),
    };
    Track {
        name: words.say("case-track-assistance"),
        stands,
        next,
        nodes: nodes(words, file, began, now),
        deck: (!file.existence_only && !file.steps.is_empty()).then_some(LEFT as u32),
    }
}

/// What was crossed, oldest first; words only where they do not lie upon each other.
fn nodes(words: &Words, file: &File, began: Moment, now: Moment) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    let crossed = ["sent", "accepted", "started", "completed"];
    for step in file.steps.iter().rev() {
        let code = match &step.what {
            What::Signal(_) => "signal",
            What::Referral(_, _, code, _) if crossed.contains(code) => code,
            _ => continue,
        };
        let x = place(began, now, step.at);
        let near = nodes.iter().rev().find(|node| !node.word.is_empty());
        let free = near.is_none_or(|node| x.saturating_sub(node.x) > 70) && TODAY as u32 - x > 50;
        nodes.push(Node {
            x,
            done: true,
            word: if free || nodes.is_empty() {
                words.say_code("case-node", code)
            } else {
                String::new()
            },
        });
    }
    nodes
}
