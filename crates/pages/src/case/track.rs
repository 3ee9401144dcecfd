//! Three tracks as sentences, and no line ever between them: only what this reader knows. A track stands here when something
//! is recorded on it; none of them waits for another.
use tiltas_app::case::file::File;
use tiltas_domain::referral::{Referral, State};
use tiltas_words::Words;

/// One track.
pub(super) struct Track {
    pub name: String,
    pub stands: String,
    pub next: String,
}

/// The tracks on which something is recorded.
pub(super) fn tracks(words: &Words, file: &File) -> Vec<Track> {
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
    vec![Track {
        name: words.say("case-track-assistance"),
        stands,
        next,
    }]
}
