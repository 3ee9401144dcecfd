//! The journal's last events in words, and what the verifier says.
use crate::night::Changed;
use tiltas_app::journal::{Line, Report, Tampering};
use tiltas_domain::Moment;
use tiltas_kit::component::{Journal, LogLine};
use tiltas_words::{Html, Words};

/// The last events.
pub(crate) fn journal(words: &Words, lines: &[Line], now: Moment) -> Journal {
    Journal::new(words, lines.iter().map(|line| log(words, line, now)).collect())
}

fn log(words: &Words, line: &Line, now: Moment) -> LogLine {
    let word = |nth: usize| line.how.get(nth).map(|how| said(words, *how)).unwrap_or_default();
    let what = words.say_code_with(
        "one-night-event",
        line.what,
        &[
            ("name", &line.name),
            ("count", &line.count),
            ("detail", &word(0)),
            ("more", &word(1)),
        ],
    );
    let by = match (line.function.is_empty(), line.role) {
        (false, _) => line.function.clone(),
        (true, Some(role)) => words.say_role(role),
        (true, None) => String::new(),
    };
    let sealed: Vec<String> = line
        .sealed
        .iter()
        .map(|class| words.say_one_night_class(class))
        .collect();
    LogLine {
        number: words.number(line.position.unsigned_abs()),
        time: (words.near(line.at, now), words.stamp(line.at)),
        what: what.into(),
        by,
        sealed: (!sealed.is_empty()).then(|| sealed.join(", ")),
        seal: line.seal.clone(),
        follows: line.follows.clone(),
    }
}

/// How it went; the bridge has shorter words for some lists.
fn said(words: &Words, (list, code): (&str, &str)) -> String {
    let list = match list {
        "risk-level" => "one-night-risk",
        "screening-decided" => "one-night-decision",
        "case-ended" => "one-night-ended",
        "case-service" => "one-night-service",
        list => list,
    };
    words.say_code(list, code)
}

/// "Journal checked 02:14: whole."
pub(crate) fn checked(words: &Words, report: &Report, now: Moment) -> Html {
    let (events, signed) = (
        words.number(report.events.unsigned_abs()),
        words.number(report.signed_to.unsigned_abs()),
    );
    match &report.first_fault {
        None => words.one_night_checked(words.time(now), &events, &signed, report.unproven),
        Some(fault) => words.one_night_broken(
            words.number(fault.position.unsigned_abs()),
            tampering(words, fault.what),
        ),
    }
}

/// What the verifier says about the changed copy.
pub(super) fn changed(words: &Words, changed: &Changed) -> Html {
    let position = words.number(changed.position.unsigned_abs());
    match &changed.report.first_fault {
        Some(fault) => words.one_night_changed(
            &position,
            words.number(fault.position.unsigned_abs()),
            tampering(words, fault.what),
        ),
        None => words.one_night_unseen(&position),
    }
}

fn tampering(words: &Words, what: Tampering) -> String {
    let code = match what {
        Tampering::Edited => "edited",
        Tampering::Removed => "removed",
        Tampering::Reordered => "reordered",
        Tampering::CutOff => "cut-off",
        Tampering::Added => "added",
        Tampering::Forged => "forged",
        Tampering::OutOfStep => "out-of-step",
        Tampering::Hidden => "hidden",
    };
    words.say_code("one-night-tampering", code)
}
