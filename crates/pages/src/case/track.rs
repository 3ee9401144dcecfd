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
        (true, ..) => words.case_track_withheld(),
        (_, 0, 0, 0) => words.case_track_none(),
        (_, 0, 0, n) => words.case_track_open(n),
        (_, 0, n, _) => words.case_track_agreed(n),
        (_, n, ..) => words.case_track_given(n),
    };
    let next = match (file.existence_only, open, agreed) {
        (true, ..) => words.case_track_withheld_next(),
        (_, 0, 0) => words.case_track_no_next(),
        (_, 0, n) => words.case_track_begin(n),
        (_, n, _) => words.case_track_answers(n),
    };
    vec![Track {
        name: words.case_track_assistance(),
        stands,
        next,
    }]
}
