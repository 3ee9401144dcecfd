//! What was told, line by line, the same lines for every role: open, empty, or withheld with its reason.
use super::top::kept;
use tiltas_access::Action;
use tiltas_app::{
    Act,
    case::file::{Entry, File, Value},
};
use tiltas_domain::{Answer, Field, Moment};
use tiltas_kit::component::{shown, shown_as};
use tiltas_words::{Words, html::Html};

/// One line.
pub(super) struct Told {
    pub name: String,
    pub values: Vec<Told1>,
    pub kept: Option<Html>,
    /// Where one tells it, for who leads.
    pub tell: Option<String>,
}

/// One value that stands.
pub(super) struct Told1 {
    pub value: Html,
    pub origin: String,
    /// Where it is corrected.
    pub correct: Option<String>,
    /// Sealed, though it stands: where it opens with a reason.
    pub open: Option<String>,
    /// Older values, sealed: where each opens with a reason.
    pub replaced: Vec<String>,
}

const DETAILS: [Field; 6] = [
    Field::Name,
    Field::BirthDate,
    Field::Document,
    Field::Phone,
    Field::Whereabouts,
    Field::Health,
];

/// Every line that is open or sealed, in one order. What is withheld is said once, in a section of its own, made from the list
/// of fields: the same whether something is recorded in them or not.
pub(super) fn lines(words: &Words, file: &File, now: Moment) -> Vec<Told> {
    let mut lines: Vec<Told> = DETAILS.iter().map(|field| detail(words, file, *field, now)).collect();
    lines.push(safety(words, file, Field::SafeContact));
    lines.push(safety(words, file, Field::Feared));
    lines.push(story(words, file));
    lines.retain(|line| file.leads || line.kept.is_none());
    lines
}

fn line(words: &Words, file: &File, field: Field) -> Told {
    Told {
        name: words.say_field(field),
        values: Vec::new(),
        kept: kept(words, file, field),
        tell: None,
    }
}

fn value(entry: Html) -> Told1 {
    Told1 {
        value: entry,
        origin: String::new(),
        correct: None,
        open: None,
        replaced: Vec::new(),
    }
}

fn detail(words: &Words, file: &File, field: Field, now: Moment) -> Told {
    let mut line = line(words, file, field);
    if file.may(Act::TellDetail) {
        line.tell = Some(format!("/cases/{}/details/new?kind={}", file.case, field.code()));
    }
    // A name stays sealed for who leads it: that it is there may be known, and corrected.
    let sealed = file.may(Act::TellDetail) && line.kept.is_some();
    if line.kept.is_none() || sealed {
        let standing = file.entries.iter().filter(|entry| entry.field == field);
        line.values = standing.map(|entry| told(words, file, entry, sealed)).collect();
        if let (Field::Whereabouts, Some(care)) = (field, file.in_care.open()) {
            let now = words.case_in_care(&care.of, words.near(care.since, now));
            line.values.insert(0, value(now.into()));
        }
        if sealed && line.values.is_empty() {
            line.kept = None;
        }
    }
    line
}

fn told(words: &Words, file: &File, entry: &Entry, sealed: bool) -> Told1 {
    let value = match (sealed, &entry.value) {
        (true, _) => Html::default(),
        (false, Value::Name(_, name)) => shown(words, name),
        (false, Value::BirthDate(date)) => shown(words, date),
        (false, Value::Document(number, false_paper)) => {
            let number = shown(words, number);
            match false_paper.open() {
                Some(Answer::Yes) => number.and(words.case_paper_false()),
                _ => number,
            }
        }
        (false, Value::Phone(phone)) => shown(words, phone),
        (false, Value::Whereabouts(place)) => shown(words, place),
        (false, Value::Health(note)) => shown(words, note),
    };
    let address = |id: &dyn std::fmt::Display, act: &str| format!("/cases/{}/details/{id}/{act}", file.case);
    Told1 {
        value,
        origin: origin(words, entry),
        correct: entry.may_correct.then(|| address(&entry.id, "correct")),
        open: (sealed && file.looks(Action::OpenName)).then(|| match entry.field {
            Field::Name => format!("/cases/{}/name", file.case),
            _ => address(&entry.id, "replaced"),
        }),
        replaced: entry.replaced.iter().map(|old| address(old, "replaced")).collect(),
    }
}

/// Where a value comes from.
pub(super) fn origin(words: &Words, entry: &Entry) -> String {
    words.say_case_origin(entry.origin)
}

fn safety(words: &Words, file: &File, field: Field) -> Told {
    let mut line = line(words, file, field);
    if file.may(Act::AssessRisk) {
        line.tell = Some(format!("/cases/{}/risk", file.case));
    }
    if line.kept.is_some() {
        return line;
    }
    let safety = &file.safety;
    let all = match field {
        Field::SafeContact if safety.safe_contact.is_not_given() => Vec::new(),
        Field::SafeContact => vec![shown(words, &safety.safe_contact)],
        _ => {
            let mut all: Vec<Html> = safety
                .feared
                .open()
                .into_iter()
                .flatten()
                .map(|feared| shown(words, feared))
                .collect();
            if safety.plan.open().is_some() {
                all.push(Html::from(words.case_plan()).and(shown(words, &safety.plan)));
            }
            all
        }
    };
    line.values = all.into_iter().map(value).collect();
    line
}

fn story(words: &Words, file: &File) -> Told {
    let mut line = line(words, file, Field::Story);
    if line.kept.is_none() {
        if file.account.open().is_some() {
            line.values.push(value(shown(words, &file.account)));
        }
        let screenings = shown_as(words, &file.kept.screenings, |all| {
            (1..).zip(all).fold(Html::default(), |html, (n, screening)| {
                let code = screening.decision.map_or("running", |decision| decision.code());
                let href = format!("/cases/{}/screenings/{n}", file.case);
                html.and(Html::link(&href, &words.say_code("case-screening", code)))
            })
        });
        if !screenings.is_empty() {
            line.values.push(value(screenings));
        }
    }
    line
}
