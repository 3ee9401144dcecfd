//! What happened, newest first, each step with the function that did it.
use tiltas_access::Shown;
use tiltas_app::case::file::{
    File,
    time::{By, Step, What},
};
use tiltas_domain::{Answer, Field, Fields, Id, Moment, consent::Recipient, content::Message, note::Note, task};
use tiltas_kit::component::{shown, shown_as};
use tiltas_words::{Words, html::Html};

/// One line of the list.
pub(super) struct Happened {
    pub stamp: String,
    pub time: String,
    pub what: Html,
    pub quote: Html,
    pub by: String,
    /// Additions under a note, oldest first.
    pub added: Vec<(String, Html, String)>,
    /// Where one adds to it.
    pub add: Option<String>,
}

/// Which steps a tab shows.
pub(super) const TABS: [&str; 4] = ["all", "help", "say", "notes"];

/// At most so many are shown at once.
const MOST: usize = 40;

/// The steps of a tab, and how many more there are.
pub(super) fn steps(words: &Words, file: &File, tab: &str, now: Moment) -> (Vec<Happened>, usize) {
    let kept: Vec<&Step> = file.steps.iter().filter(|step| belongs(&step.what, tab)).collect();
    let more = kept.len().saturating_sub(MOST);
    let lines = kept.into_iter().take(MOST).map(|step| happened(words, file, step, now));
    (lines.collect(), more)
}

fn belongs(what: &What, tab: &str) -> bool {
    // An addition stands under its note, nowhere else; a page on which nothing was asked tells nothing.
    if matches!(what, What::Note(_, _, Some(_), _) | What::ScreeningAnswered(0)) {
        return false;
    }
    match tab {
        "help" => matches!(
            what,
            What::Referral(..) | What::ToldByPhone(..) | What::Joined(..) | What::Left(..)
        ),
        "say" => matches!(
            what,
            What::Said(..) | What::TakenBack(_) | What::Disclosed(..) | What::DisclosureEnded(..)
        ),
        "notes" => matches!(what, What::Note(..)),
        _ => true,
    }
}

fn by(words: &Words, by: &By) -> String {
    let role = words.say_code("role", by.role.code());
    words.say_with("shell-function", &[("role", &role), ("organisation", &by.organisation)])
}

fn happened(words: &Words, file: &File, step: &Step, now: Moment) -> Happened {
    let (what, quote) = say(words, &step.what);
    let note = match &step.what {
        What::Note(id, ..) => Some(*id),
        _ => None,
    };
    Happened {
        stamp: words.stamp(step.at),
        time: words.near(step.at, now),
        what,
        quote,
        by: by(words, &step.by),
        added: note.map_or_else(Vec::new, |note| additions(words, file, note, now)),
        add: note.map(|note| format!("/cases/{}/notes?to={note}", file.case)),
    }
}

fn additions(words: &Words, file: &File, to: Id<Note>, now: Moment) -> Vec<(String, Html, String)> {
    let steps = file.steps.iter().rev();
    steps
        .filter_map(|step| match &step.what {
            What::Note(_, _, Some(first), text) if *first == to => {
                Some((words.near(step.at, now), shown(words, text), by(words, &step.by)))
            }
            _ => None,
        })
        .collect()
}

/// Names of fields, by comma.
pub(crate) fn fields(words: &Words, fields: Fields) -> String {
    let names: Vec<String> = fields
        .iter()
        .map(|field: Field| words.say_code("field", field.code()))
        .collect();
    names.join(", ")
}

/// About whom the person spoke.
pub(crate) fn recipient(words: &Words, to: Recipient, name: Option<&str>) -> String {
    match (to, name) {
        (_, Some(name)) => name.to_owned(),
        (Recipient::Service(service), None) => words.say_code("case-service", service.code()),
        (Recipient::Police, None) => words.say("case-police"),
        (Recipient::Organisation(_), None) => words.say("case-organisation"),
    }
}

/// The task in words.
pub(super) fn task(words: &Words, kind: task::Kind) -> String {
    words.say_code("case-task", kind.code())
}

fn say(words: &Words, what: &What) -> (Html, Html) {
    let bold = |key: &str| Html::bold(&words.say_code("step", key));
    let with = |key: &str, rest: String| (bold(key).and(rest), Html::default());
    let with_words = |key: &str, rest: String, text: &Shown<Message>| {
        let quote = text.open().map(|_| shown(words, text)).unwrap_or_default();
        (bold(key).and(rest), quote)
    };
    let alone = |key: &str| (bold(key), Html::default());
    match what {
        What::Signal(channel) => with("signal", words.say_code("case-signal", channel.code())),
        What::Told(field) => with("told", words.say_code("field", field.code())),
        What::Corrected(field) => with("corrected", words.say_code("field", field.code())),
        What::Described => alone("described"),
        What::ScreeningStarted => alone("screening"),
        What::ScreeningAnswered(n) => with("answered", words.say_with("screening-answered", &[("n", n)])),
        What::ScreeningConcluded(decision, advised) => {
            let advised = words.say(if *advised { "case-advised" } else { "case-advised-not" });
            let decided = words.say_code("screening-decided", decision.code());
            with("concluded", format!("{decided} {advised}"))
        }
        What::Risk(level) => with("risk", words.say_code("risk-level", level.code())),
        What::Note(_, own_words, _, text) => {
            let quote = shown_as(words, text, |_| shown(words, text));
            (bold(if *own_words { "note_own_words" } else { "note" }), quote)
        }
        What::Said(to, answer) => with("said", said(words, *to, *answer)),
        What::TakenBack(_) => alone("taken_back"),
        What::Disclosed(to, what) => with("disclosed", format!("{to}: {}", fields(words, *what))),
        What::DisclosureEnded(to, why) => with(
            "disclosure_ended",
            format!("{to}, {}", words.say_code("case-ended", why.code())),
        ),
        What::TaskOpened(kind, text, owner) => with_words("task", format!("{} ({owner})", task(words, *kind)), text),
        What::TaskDone(_, owner, note) => with_words("task_done", owner.clone(), note),
        What::TaskCancelled(_, owner, note) => with_words("task_cancelled", owner.clone(), note),
        What::Other(what, how, whom, text) => {
            let went = words.say_code(what, how);
            with_words(what, format!("{whom}: {went}"), text)
        }
        What::TaskLate(kind, to) => with("task_late", format!("{} ({to})", task(words, *kind))),
        What::Joined(who, _) => with("joined", who.clone()),
        What::Left(who, _) => with("left", who.clone()),
        What::LeadOffered(who) => with("lead_offered", who.clone()),
        What::LeadAccepted(who) => with("lead_accepted", who.clone()),
        What::LeadDeclined(who) => with("lead_declined", who.clone()),
        What::LeadOfferEnded(who, why) => with(
            "lead_offer_ended",
            format!("{who}, {}", words.say_code("lead-offer-ended", why.code())),
        ),
        What::Urgency(urgency) => with("urgency", words.say_code("urgency", urgency.code())),
        What::Referral(id, to, code, text) => {
            let code = if *code == "failed" { "not_given" } else { code };
            let link = Html::link(
                &format!("/referrals/{id}"),
                &words.say_code_with("step-referral", code, &[("to", to)]),
            );
            let quote = match text.open() {
                Some(_) => shown(words, text),
                None => Html::default(),
            };
            (link, quote)
        }
        What::ToldByPhone(id, to, function) => {
            let told = words.say_with("step-told-by-phone", &[("to", to), ("function", function)]);
            (Html::link(&format!("/referrals/{id}"), &told), Html::default())
        }
    }
}

fn said(words: &Words, to: Recipient, answer: Answer) -> String {
    format!(
        "{}: {}",
        recipient(words, to, None),
        words.say_code("answer", answer.code())
    )
}
