//! Where a referral stands, as a span from bank to bank, and in a sentence.
use tiltas_domain::{id::Moment, referral::Stage};
use tiltas_kit::component::{Span, Step};
use tiltas_words::Words;

/// What is known of a referral in a list and on its page.
pub(crate) struct Crossing {
    /// Where it stands.
    pub stage: Stage,
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
pub(crate) fn crossing(words: &Words, label: String, of: &Crossing, note: impl Fn(&str) -> String) -> Span {
    let states = states(of);
    STEPS
        .into_iter()
        .zip(states)
        .fold(Span::new(words, label), |span, (step, state)| {
            span.step(state, words.say_code("crossing", step), note(step))
        })
}

fn states(of: &Crossing) -> [Step; 5] {
    use Step::{Done, Full, Late, Off, Stop, Them, Todo, Us};
    let late = |due: Option<Moment>| due.is_some_and(|due| due < of.now);
    let theirs = if of.sender { Them } else { Us };
    let owed = |due| if of.sender && late(due) { Late } else { theirs };
    match of.stage {
        Stage::Draft => [Us, Todo, Todo, Todo, Todo],
        Stage::Sent => [Done, owed(of.acknowledge_due), Todo, Todo, Todo],
        Stage::Acknowledged => [Done, Done, owed(of.answer_due), Todo, Todo],
        Stage::QuestionAsked => [Done, Done, if of.sender { Us } else { Them }, Todo, Todo],
        Stage::Accepted => [Done, Done, Done, theirs, Todo],
        Stage::Started => [Done, Done, Done, Done, theirs],
        Stage::Completed => [Done, Done, Done, Done, Done],
        Stage::Failed => [Done, Done, Done, Off, Todo],
        Stage::Refused => [Done, Done, Stop, Todo, Todo],
        Stage::NoCapacity => [Done, Done, Full, Todo, Todo],
        Stage::Withdrawn => [Done, Todo, Off, Todo, Todo],
        Stage::Expired => [Done, Todo, Late, Todo, Todo],
    }
}

/// The state in words, from the reader's bank: "Waiting for Casa Liman to answer."
pub(crate) fn state_words(words: &Words, stage: Stage, sender: bool, other: &str) -> String {
    let list = if sender { "stands-sent" } else { "stands-came" };
    words.say_code_with(list, stage.code(), &[("other", &other)])
}
