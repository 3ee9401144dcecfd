//! What happened, newest first, each step with the function that did it.
use tiltas_access::Shown;
use tiltas_app::case::file::{
    File,
    time::{By, Step, Telling, What},
};
use tiltas_domain::{Field, Fields, Id, Moment, consent::Recipient, content::Message, note::Note, task};
use tiltas_kit::component::{function, shown, shown_as};
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
    let silent = matches!(what, What::Telling(told) if told.what == "screening_answered" && told.count == 0);
    if silent || matches!(what, What::Note(_, _, Some(_), _)) {
        return false;
    }
    match tab {
        "help" => {
            matches!(what, What::Referral(..) | What::ToldByPhone(..))
                || ["joined", "left"].iter().any(|one| what.is(one))
        }
        "say" => [
            "said",
            "taken_back",
            "disclosed",
            "disclosure_ended",
            "disclosure_shortened",
            "disclosure_narrowed",
        ]
        .iter()
        .any(|one| what.is(one)),
        "notes" => matches!(what, What::Note(..)),
        _ => true,
    }
}

fn by(words: &Words, by: &By) -> String {
    function(words, by.role, &by.organisation)
}

fn happened(words: &Words, file: &File, step: &Step, now: Moment) -> Happened {
    let (what, quote) = say(words, &step.what);
    let what = nobody_there(words, step).fold(what, |what, nobody| what.and(format!(". {nobody}")));
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

/// At which steps of escalation nobody is, so that the next was told at once.
pub(crate) fn nobody_there<'s>(words: &'s Words, step: &'s Step) -> impl Iterator<Item = String> + 's {
    step.passed.iter().map(|passed| words.say_nobody_there(passed))
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
    let names: Vec<String> = fields.iter().map(|field: Field| words.say_field(field)).collect();
    names.join(", ")
}

/// About whom the person spoke.
pub(crate) fn recipient(words: &Words, to: Recipient, name: Option<&str>) -> String {
    match (to, name) {
        (_, Some(name)) => name.to_owned(),
        (Recipient::Service(service), None) => words.say_case_service(service),
        (Recipient::Police, None) => words.case_police(),
        (Recipient::Organisation(_), None) => words.case_organisation(),
    }
}

/// The task in words.
pub(super) fn task(words: &Words, kind: task::Kind) -> String {
    words.say_case_task(kind)
}

fn say(words: &Words, what: &What) -> (Html, Html) {
    let bold = |key: &str| Html::bold(&words.say_code("step", key));
    let with = |key: &str, rest: String| (bold(key).and(rest), Html::default());
    let with_words = |key: &str, rest: String, text: &Shown<Message>| {
        let quote = text.open().map(|_| shown(words, text)).unwrap_or_default();
        (bold(key).and(rest), quote)
    };
    match what {
        What::Telling(told) => telling(words, told),
        What::Note(_, own_words, _, text) => {
            let quote = shown_as(words, text, |_| shown(words, text));
            (bold(if *own_words { "note_own_words" } else { "note" }), quote)
        }
        What::TaskOpened(kind, text, owner) => with_words("task", format!("{} ({owner})", task(words, *kind)), text),
        What::TaskDone(_, owner, note) => with_words("task_done", owner.clone(), note),
        What::TaskCancelled(_, owner, note) => with_words("task_cancelled", owner.clone(), note),
        What::TaskLate(kind, to) => with("task_late", format!("{} ({to})", task(words, *kind))),
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
            let told = words.step_told_by_phone(to, function);
            (Html::link(&format!("/referrals/{id}"), &told), Html::default())
        }
    }
}

/// What a slice tells of itself: with whom, how it went, about which fields, and its words below.
fn telling(words: &Words, told: &Telling) -> (Html, Html) {
    let what = Html::bold(&words.say_code_with("step", told.what, &[("n", &told.count)]));
    let whom = [told.organisation.as_deref().unwrap_or_default(), &told.function];
    let whom: Vec<&str> = whom.into_iter().filter(|one| !one.is_empty()).collect();
    let how = told.how.iter().map(|(list, code)| words.say_code(list, code));
    let how = how.reduce(|first, second| {
        let between = if first.ends_with('.') { " " } else { ": " };
        [first.as_str(), between, second.as_str()].concat()
    });
    let parts = [whom.join(", "), how.unwrap_or_default(), fields(words, told.fields)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let quote = told.words.open().map(|_| shown(words, &told.words)).unwrap_or_default();
    (what.and(parts.join(": ")), quote)
}
