//! A duty with a time: a deck that runs to a post. The words carry everything: amount, direction, kind, length; the drawing
//! repeats them. There is calm, and there is late; nothing between.
use super::component;
use askama::Template;
use tiltas_domain::{
    clock::{Clock as Term, ClockKind, Confidence, Length},
    id::Moment,
};
use tiltas_words::Words;

/// "72 h", "10 d", "3 months": a length as the law writes it.
pub fn length(words: &Words, length: Length) -> String {
    let (unit, n) = match length {
        Length::Minutes(n) => ("minutes", n),
        Length::Hours(n) => ("hours", n),
        Length::CalendarDays(n) => ("days", n),
        Length::WorkingDays(n) => ("working_days", n),
        Length::Months(n) => ("months", n),
    };
    words.say_code_with("length", unit, &[("n", &n)])
}

/// One point a drawing needs.
#[derive(Debug)]
enum Post {
    Dashed,
    Solid,
    Short,
    Unsure,
}

#[derive(Debug)]
enum Drawing {
    Deck { used: String, over: Vec<u32>, post: Post },
    Gate { at: u32 },
    Open,
}

/// The component.
#[derive(Debug, Template)]
#[template(path = "component/clock.html")]
pub struct Clock {
    state: &'static str,
    words: String,
    kind: String,
    tag: Option<(Confidence, String)>,
    own: Option<String>,
    minutes: Option<i64>,
    drawing: Drawing,
}
component!(Clock);

const TRACK: f64 = 66.0;

impl Clock {
    /// `clock` as it stands at `now`.
    pub fn new(words: &Words, clock: &Term, now: Moment) -> Clock {
        Clock::drawn(words, clock, clock.kind.code(), now)
    }

    /// A place that is held: until the answer is due, and then free by itself.
    pub fn hold(words: &Words, clock: &Term, now: Moment) -> Clock {
        Clock::drawn(words, clock, "hold", now)
    }

    /// The team set it itself, beside the profile's.
    pub fn own(mut self, words: &Words) -> Clock {
        self.own = Some(words.clock_own());
        self
    }

    /// What it is for, where two stand side by side: "target, 1 h to acknowledge".
    pub fn to(mut self, what: &str) -> Clock {
        self.kind = format!("{} {what}", self.kind);
        self
    }

    fn drawn(words: &Words, clock: &Term, code: &str, now: Moment) -> Clock {
        let kind = words.say_code("clock-kind", code);
        let kind = match clock.length.filter(|_| clock.due.is_some()) {
            Some(long) => words.clock_kind_length(&kind, length(words, long)),
            None => kind,
        };
        let tag = match clock.confidence {
            Confidence::Verified => None,
            Confidence::Unsure => Some((Confidence::Unsure, words.word_unsure())),
            Confidence::Proposed => Some((Confidence::Proposed, words.word_proposed())),
        };
        let (state, said, minutes, drawing) = match (clock.kind, clock.due) {
            (ClockKind::NotBefore, Some(gate)) => gated(words, clock.started, gate, now),
            (ClockKind::None | ClockKind::Unknown, _) | (_, None) => {
                let open = since(words, "clock-open", now.minutes_since(clock.started).max(0));
                ("ok", open, None, Drawing::Open)
            }
            (_, Some(due)) => running(words, clock, due, post(clock, code), now),
        };
        Clock {
            state,
            words: said,
            kind,
            tag,
            own: None,
            minutes,
            drawing,
        }
    }

    /// "Late 14 h": for sentences.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Whether it is late.
    pub fn is_late(&self) -> bool {
        self.state == "late"
    }
}

type Shown = (&'static str, String, Option<i64>, Drawing);

fn post(clock: &Term, code: &str) -> Post {
    match (clock.confidence, clock.kind) {
        (Confidence::Unsure, _) => Post::Unsure,
        _ if code == "hold" => Post::Short,
        (_, ClockKind::Target) => Post::Dashed,
        _ => Post::Solid,
    }
}

fn gated(words: &Words, began: Moment, gate: Moment, now: Moment) -> Shown {
    if now < gate {
        let used = share(began, gate, now);
        let at = ((46.0 * used) as u32).saturating_sub(4);
        let left = since(words, "clock-opens", minutes_up(now, gate));
        return ("shut", left, None, Drawing::Gate { at });
    }
    let passed = now.minutes_since(gate);
    let length = gate.minutes_since(began).max(1);
    let at = 54 + (26.0 * (passed as f64 / length as f64).min(1.0)) as u32;
    ("ok", since(words, "clock-opened", passed), None, Drawing::Gate { at })
}

fn running(words: &Words, clock: &Term, due: Moment, post: Post, now: Moment) -> Shown {
    let late = clock.is_late(now);
    let used = if late { 1.0 } else { share(clock.started, due, now) };
    let drawing = |over: Vec<u32>| Drawing::Deck {
        used: format!("{:.1}", TRACK * used),
        over,
        post,
    };
    if late {
        let minutes = now.minutes_since(due);
        let length = due.minutes_since(clock.started).max(1) as f64;
        let bars = match minutes as f64 / length {
            over if over < 0.25 => 2,
            over if over < 1.0 => 3,
            _ => 4,
        };
        let over = (0..bars).map(|bar| 70 + 5 * bar).collect();
        return (
            "late",
            since(words, "clock-late", minutes),
            Some(-minutes),
            drawing(over),
        );
    }
    let minutes = due.minutes_since(now);
    let state = if minutes < 180 { "due" } else { "ok" };
    (
        state,
        since(words, "clock-left", minutes),
        Some(minutes),
        drawing(Vec::new()),
    )
}

/// The used part of the whole time, 0 to 1.
fn share(began: Moment, end: Moment, now: Moment) -> f64 {
    let whole = (end.0 - began.0).max(1) as f64;
    ((now.0 - began.0) as f64 / whole).clamp(0.0, 1.0)
}

/// Whole minutes until the gate, rounded up: a gate is never said to open before it does.
fn minutes_up(now: Moment, gate: Moment) -> i64 {
    -now.minutes_since(gate)
}

/// Under 3 hours also minutes, under 48 hours hours, else days. Rounded down: nobody is told of time that is not there.
fn since(words: &Words, list: &str, minutes: i64) -> String {
    let (hours, rest, days) = (minutes / 60, minutes % 60, minutes / 1440);
    match minutes {
        ..1 => words.say_code(list, "now"),
        1..60 => words.say_code_with(list, "minutes", &[("minutes", &minutes)]),
        60..180 if rest > 0 => words.say_code_with(list, "hours-minutes", &[("hours", &hours), ("minutes", &rest)]),
        60..2880 => words.say_code_with(list, "hours", &[("hours", &hours)]),
        _ => words.say_code_with(list, "days", &[("days", &days)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;
    use tiltas_words::Locale;

    const START: Moment = Moment(1_787_000_000_000_000);

    fn term(kind: ClockKind, length: Length, hours: i64, confidence: Confidence) -> Term {
        Term {
            started: START,
            due: (!matches!(kind, ClockKind::None | ClockKind::Unknown)).then(|| START.plus_hours(hours)),
            kind,
            length: Some(length),
            source: "house".to_owned(),
            confidence,
            profile: "MD 2026-2".to_owned(),
        }
    }

    fn at(locale: Locale, kind: ClockKind, hours: i64, minutes: i64) -> Clock {
        let clock = term(kind, Length::Hours(hours as u32), hours, Confidence::Verified);
        Clock::new(&Words::new(locale, TimeZone::UTC), &clock, START.plus_minutes(minutes))
    }

    #[test]
    fn a_tired_person_reads_how_much_time_there_is() {
        let left = |hours: i64, minutes: i64| at(Locale::English, ClockKind::Target, hours, minutes).words;
        assert_eq!(left(72, 0), "3 d left");
        assert_eq!(left(48, 0), "2 d left");
        assert_eq!(left(48, 1), "47 h left");
        assert_eq!(left(24, 9 * 60), "15 h left");
        assert_eq!(left(3, 0), "3 h left");
        assert_eq!(left(3, 1), "2 h 59 min left");
        assert_eq!(left(72, 72 * 60 - 140), "2 h 20 min left");
        assert_eq!(left(2, 0), "2 h left");
        assert_eq!(left(1, 35), "25 min left");
        assert_eq!(left(1, 59), "1 min left");
    }

    #[test]
    fn late_is_said_as_late_and_never_before() {
        let late = |minutes: i64| at(Locale::English, ClockKind::Target, 24, 24 * 60 + minutes);
        assert!(!late(-1).is_late());
        assert!(!late(0).is_late(), "at the very minute it is still time");
        assert_eq!(late(0).words, "Under 1 min left");
        assert!(late(1).is_late());
        assert_eq!(late(20).words, "Late 20 min");
        assert_eq!(late(14 * 60).words, "Late 14 h");
        assert_eq!(late(47 * 60 + 59).words, "Late 47 h");
        assert_eq!(late(48 * 60).words, "Late 2 d");
        let html = late(14 * 60).to_string();
        assert_eq!(html.matches("class=\"o\"").count(), 3, "{html}");
        assert!(
            html.contains("<b>Late 14 h</b>") && html.contains("<span>target, 24 h</span>"),
            "{html}"
        );
    }

    #[test]
    fn a_gate_says_when_it_opens_and_then_since_when_it_is_open() {
        let gate = |minutes: i64| at(Locale::English, ClockKind::NotBefore, 720, minutes);
        assert_eq!(
            (gate(18 * 1440).words.as_str(), gate(18 * 1440).state),
            ("Opens in 12 d", "shut")
        );
        assert_eq!(gate(32 * 1440).words, "Open for 2 d");
        assert_eq!(gate(720 * 60 - 1).words, "Opens in 1 min");
    }

    #[test]
    fn no_deadline_is_told_with_the_time_it_has_been_open() {
        let open = at(Locale::English, ClockKind::Unknown, 0, 10 * 1440);
        assert_eq!(
            (open.words.as_str(), open.kind.as_str()),
            ("Open 10 d", "deadline not known")
        );
        let none = at(Locale::English, ClockKind::None, 0, 10 * 1440);
        assert_eq!(none.kind, "no deadline in the profile");
    }

    #[test]
    fn romanian_counts_as_romanians_do() {
        let left = |hours: i64, minutes: i64| at(Locale::Romanian, ClockKind::Target, hours, minutes).words;
        assert_eq!(left(24, 9 * 60), "mai sunt 15 ore");
        assert_eq!(left(48, 28 * 60), "mai sunt 20 de ore");
        assert_eq!(left(24 * 3, 0), "mai sunt 3 zile");
        assert_eq!(
            at(Locale::Romanian, ClockKind::Target, 24, 38 * 60).words,
            "Întârziere: 14 ore"
        );
        assert_eq!(
            at(Locale::Romanian, ClockKind::Target, 24, 45 * 60).words,
            "Întârziere: 21 de ore"
        );
    }

    #[test]
    fn what_is_unsure_or_proposed_says_so_and_has_its_own_post() {
        let words = Words::new(Locale::English, TimeZone::UTC);
        let mut clock = term(ClockKind::Target, Length::Hours(1), 1, Confidence::Proposed);
        let html = Clock::new(&words, &clock, START).to_string();
        assert!(
            html.contains("<span class=\"tag prop\">proposed</span>") && html.contains("class=\"pt\""),
            "{html}"
        );
        clock.confidence = Confidence::Unsure;
        let html = Clock::new(&words, &clock, START).to_string();
        assert!(html.contains("<span class=\"unsure-tag\">unsure</span>"), "{html}");
        assert_eq!(html.matches("class=\"q\"").count(), 3, "{html}");
        clock.confidence = Confidence::Verified;
        let html = Clock::hold(&words, &clock, START).own(&words).to_string();
        assert!(
            html.contains("M67 3v8") && html.contains("hold, 1 h") && html.contains("your own"),
            "{html}"
        );
    }

    #[test]
    fn every_kind_and_length_has_its_words_in_every_language() {
        for locale in Locale::ALL {
            let words = Words::new(locale, TimeZone::UTC);
            for kind in ClockKind::ALL {
                for minutes in [0, 1, 70, 120, 400, 4000, 9000] {
                    let clock = at(locale, *kind, 50, minutes).to_string();
                    assert!(!clock.contains('['), "{clock}");
                }
            }
            for long in [
                Length::Minutes(15),
                Length::Hours(1),
                Length::CalendarDays(30),
                Length::WorkingDays(5),
                Length::Months(3),
            ] {
                assert!(!length(&words, long).contains('['), "{long:?}");
            }
        }
    }

    #[test]
    fn the_script_counts_in_the_same_words() {
        for locale in Locale::ALL {
            let words = Words::new(locale, TimeZone::UTC);
            let count = words.clock_count();
            let forms: Vec<_> = count.split('|').collect();
            assert_eq!(forms.len(), 6, "{count}");
            let put = |form: &str, h: i64, m: i64| form.replace("{h}", &h.to_string()).replace("{m}", &m.to_string());
            assert_eq!(put(forms[0], 2, 20), since(&words, "clock-left", 140));
            assert_eq!(put(forms[1], 0, 25), since(&words, "clock-left", 25));
            assert_eq!(forms[2], since(&words, "clock-left", 0));
            assert_eq!(put(forms[3], 2, 20), since(&words, "clock-late", 140));
            assert_eq!(put(forms[4], 0, 25), since(&words, "clock-late", 25));
            assert_eq!(forms[5], since(&words, "clock-late", 0));
        }
    }
}
