//! Where a referral stands, as a span from bank to bank, and in a sentence.
use tiltas_domain::id::Moment;
use tiltas_kit::component::{Span, Step};
use tiltas_words::Words;

/// What is known of a referral in a list and on its page.
pub(crate) struct Crossing<'a> {
    /// The state's code.
    pub state: &'a str,
    /// Until when it is to be acknowledged.
    pub acknowledge_due: Option<Moment>,
    /// Until when it is to be answered.
    pub answer_due: Option<Moment>,
    /// Whether the reader stands at the sender's bank.
    pub sender: bool,
    /// Now.
    pub now: Moment,
}

const STEPS: [&str; 5] = ["sent", "acknowledged", "answered", "started", "outcome"];

/// The five steps; `note` says under each what makes it so.
pub(crate) fn crossing(words: &Words, label: String, of: &Crossing<'_>, note: impl Fn(&str) -> String) -> Span {
    let states = states(of);
    STEPS
        .into_iter()
        .zip(states)
        .fold(Span::new(words, label), |span, (step, state)| {
            span.step(state, words.say_code("crossing", step), note(step))
        })
}

fn states(of: &Crossing<'_>) -> [Step; 5] {
    use Step::{Done, Full, Late, Off, Stop, Them, Todo, Us};
    let late = |due: Option<Moment>| due.is_some_and(|due| due < of.now);
    let theirs = if of.sender { Them } else { Us };
    let owed = |due| if of.sender && late(due) { Late } else { theirs };
    match of.state {
        "sent" => [Done, owed(of.acknowledge_due), Todo, Todo, Todo],
        "acknowledged" => [Done, Done, owed(of.answer_due), Todo, Todo],
        "question_asked" => [Done, Done, if of.sender { Us } else { Them }, Todo, Todo],
        "accepted" => [Done, Done, Done, theirs, Todo],
        "started" => [Done, Done, Done, Done, theirs],
        "completed" => [Done, Done, Done, Done, Done],
        "failed" => [Done, Done, Done, Off, Todo],
        "refused" => [Done, Done, Stop, Todo, Todo],
        "no_capacity" => [Done, Done, Full, Todo, Todo],
        "withdrawn" => [Done, Todo, Off, Todo, Todo],
        "expired" => [Done, Todo, Late, Todo, Todo],
        _ => [Us, Todo, Todo, Todo, Todo],
    }
}

/// The state in words, from the reader's bank: "Waiting for Casa Liman to answer."
pub(crate) fn state_words(words: &Words, state: &str, sender: bool, other: &str) -> String {
    let code = if state == "failed" { "not_given" } else { state };
    let list = if sender { "stands-sent" } else { "stands-came" };
    words.say_code_with(list, code, &[("other", &other)])
}
