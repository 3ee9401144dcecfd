//! The form in three steps, one open at a time: each closed one says what is chosen in it, and keeps what was typed.
use super::Chosen;
use tiltas_app::referral::prepare::Prepared;
use tiltas_kit::{Errors, Fields};
use tiltas_words::Words;

/// Whether a step is open, and what is chosen in it.
pub struct Step {
    pub open: bool,
    pub says: String,
}

/// How soon and what for, who fits, what they will get.
pub struct Steps {
    pub soon: Step,
    pub who: Step,
    pub what: Step,
}

/// The acts that lead on to the next step.
pub const ON: [&str; 2] = ["who", "what"];

/// Which are open: those with something wrong; else the one that was asked for; at first the one in which something is to be
/// chosen.
pub fn steps(words: &Words, prepared: &Prepared, chosen: &Chosen, fields: &Fields, errors: &Errors) -> Steps {
    let wrong = |of: &[&str]| of.iter().any(|field| errors.of(field).is_some());
    let soon = wrong(&["urgency", "services"]);
    let who = wrong(&["to"]);
    let what = wrong(&["fields", "ground", "ground_reason", "words", "until", "hold", "told"]);
    let act = fields.one("act");
    let asked = errors.is_empty();
    let receiver = chosen
        .candidate(prepared)
        .map(|candidate| candidate.line.offer.name.clone());
    // Where the case says how soon and somebody fits, the closed steps tell it, and what they will get is next.
    let first = act.is_empty() && receiver.is_none();
    let services: Vec<String> = chosen
        .services
        .iter()
        .map(|service| words.say_service(service))
        .collect();
    let going = receiver.as_ref().map(|_| {
        let shown = prepared.holds.iter().filter(|field| chosen.ticked.contains(*field));
        [words.referral_step_what(shown.count()), words.say_ground(chosen.ground)].join(". ")
    });
    Steps {
        soon: Step {
            open: soon || asked && first,
            says: [words.say_soon(chosen.urgency), services.join(", ")].join(": "),
        },
        who: Step {
            open: who || asked && act == "who",
            says: receiver.unwrap_or_else(|| words.referral_step_nobody()),
        },
        what: Step {
            open: what || !asked && !soon && !who || asked && !first && act != "who",
            says: going.unwrap_or_else(|| words.referral_step_nobody()),
        },
    }
}
