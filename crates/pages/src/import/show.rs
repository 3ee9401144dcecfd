//! One import: what would come in and what is wrong, row by row; or what came in, from whom, and what keeps it from going again.
use super::{column, href, load, mapping};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_app::{
    Act,
    import::{Judged, Row as Coming, Story, What},
};
use tiltas_domain::{
    Id, Moment,
    import::{Fault, FaultKind, Stage, Taken},
    organisation::Organisation,
};
use tiltas_kit::{
    Failure, Fields, Page, Visit,
    component::{Choice, Choices, Facts, Tab, Tabs, tabs::address},
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

/// So many rows stand on a page.
const PAGE: usize = 25;
/// So many items that keep it from being taken back are named.
const BUILT: usize = 20;
/// What is said after something was done.
const DONE: [&str; 5] = ["read", "mapping", "taking", "undoing", "dropping"];

struct Wrong {
    row: u32,
    column: String,
    there: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "import/show.html")]
struct ShowPage {
    page: Page,
    key: String,
    back: (String, String),
    href: String,
    state: String,
    about: Facts,
    /// How many rows would come in, and what is said of the rest.
    take: Option<(usize, String)>,
    nothing: bool,
    may_map: bool,
    may_undo: bool,
    may_drop: bool,
    /// Whether it ended before it came in because its file is forgotten.
    gone: bool,
    closed: bool,
    tabs: Option<Tabs>,
    reasons: Option<Html>,
    coming: Vec<Coming>,
    wrong: Vec<Wrong>,
    next: Option<String>,
    /// Whether the refused rows can be saved; `None` where there are none.
    saved: Option<bool>,
    built: Vec<(String, String, String)>,
    more_built: usize,
}

/// What is shown of the rows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Narrow {
    Added,
    Changed,
    Wrong,
}

impl Narrow {
    const ALL: [(Narrow, &'static str); 3] = [
        (Narrow::Wrong, "wrong"),
        (Narrow::Added, "added"),
        (Narrow::Changed, "changed"),
    ];

    fn code(self) -> &'static str {
        Narrow::ALL
            .iter()
            .find(|(one, _)| *one == self)
            .map_or("", |(_, code)| code)
    }

    /// What is asked for; else what needs a look first.
    fn of(asked: &Fields, taken: Taken) -> Narrow {
        let asked = Narrow::ALL.iter().find(|(_, code)| asked.one("show") == *code);
        match asked {
            Some((narrow, _)) => *narrow,
            None if taken.wrong > 0 => Narrow::Wrong,
            None if taken.added == 0 && taken.changed > 0 => Narrow::Changed,
            None => Narrow::Added,
        }
    }
}

/// The page; before columns were chosen, the form for that.
pub async fn page(visit: Visit, Path(which): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let story = load(&visit, &which, None).await?;
    let words = &visit.words;
    let done = DONE.into_iter().find(|done| asked.one("done") == *done);
    let done = done.map(|done| words.say_code("import-done", done));
    if story.of.stage == Stage::Read && story.may(Act::MapTable) {
        return mapping::drawn(&visit, &story, None)?.with_done(done).show();
    }
    let page = visit.page(&words.import_show());
    let page = match done {
        Some(done) => page.with_done(done),
        None => page,
    };
    show(&drawn(&visit, page, &story, &asked))
}

/// What is said of the rows that are left out.
pub(super) fn left(words: &Words, many: u32) -> String {
    match many {
        0 => words.import_left_none(),
        many => words.import_left(count(many)),
    }
}

fn count(many: u32) -> usize {
    usize::try_from(many).unwrap_or(usize::MAX)
}

fn drawn(visit: &Visit, page: Page, story: &Story, asked: &Fields) -> ShowPage {
    let words = &visit.words;
    let of = &story.of;
    let path = format!("/imports/{}", story.id);
    let is_mapped = of.stage == Stage::Mapped;
    let is_over = matches!(of.stage, Stage::Taken | Stage::Undone);
    let (taken, faults) = match &story.judged {
        Some(judged) => (judged.taken(), judged.faults()),
        None => (of.taken, of.faults.as_slice()),
    };
    let narrow = match is_over {
        true => Narrow::Wrong,
        false => Narrow::of(asked, taken),
    };
    let shown = story.judged.is_some() || is_over;
    let part = match narrow {
        Narrow::Wrong => Part::of_faults(visit, story, faults, asked),
        _ => Part::of_rows(story.judged.as_ref(), narrow, asked),
    };
    let next = part.next.map(|after| {
        let reason = asked.given("reason").filter(|_| narrow == Narrow::Wrong);
        let reason = reason.map(|reason| format!("reason={reason}"));
        let chosen = [
            Some(format!("show={}", narrow.code())),
            reason,
            Some(format!("after={after}")),
        ];
        address(&path, chosen.into_iter().flatten())
    });
    let rest = left(words, taken.wrong);
    ShowPage {
        key: visit.form_key(),
        back: (href(of.into), story.title.clone()),
        state: words.say_import_stage(of.stage),
        about: about(words, story),
        take: story
            .may(Act::TakeTable)
            .then(|| (count(taken.added.saturating_add(taken.changed)), rest)),
        nothing: is_mapped && story.judged.as_ref().is_some_and(|judged| !judged.brings()),
        may_map: story.may(Act::MapTable),
        may_undo: story.may(Act::UndoTable),
        may_drop: story.may(Act::DropTable),
        gone: story.book.is_none() && !is_over,
        closed: !story.open && of.stage != Stage::Undone,
        tabs: shown.then(|| tabs(words, &path, taken, narrow, is_over)),
        reasons: (narrow == Narrow::Wrong)
            .then(|| reasons(words, faults, asked))
            .flatten(),
        coming: part.coming,
        wrong: part.wrong,
        next,
        saved: (shown && taken.wrong > 0).then_some(story.book.is_some()),
        built: built(words, story),
        more_built: story.built.len().saturating_sub(BUILT),
        href: path,
        page,
    }
}

/// How many rows are what; each is a way to look at them, as long as the file is there to tell.
fn tabs(words: &Words, path: &str, taken: Taken, narrow: Narrow, is_over: bool) -> Tabs {
    let tab = |(which, label, many): (Option<Narrow>, String, u32)| Tab {
        href: match which {
            Some(which) if !is_over => format!("{path}?show={}", which.code()),
            _ => path.to_owned(),
        },
        // A list of files says *more than* where so many can't be counted; of a table each row is.
        count: (count(many) <= tiltas_app::COUNTED).then(|| count(many)),
        label: match count(many) <= tiltas_app::COUNTED {
            true => label,
            false => format!("{label} {many}"),
        },
        current: which == Some(narrow),
    };
    let all = [
        (Some(Narrow::Added), words.import_added(), taken.added),
        (Some(Narrow::Changed), words.import_changed(), taken.changed),
        (None, words.import_same(), taken.same),
        (Some(Narrow::Wrong), words.import_wrong(), taken.wrong),
    ];
    Tabs::new(words, words.import_narrow(), all.map(tab))
}

/// The reasons that there are, each with how often.
fn reasons(words: &Words, faults: &[Fault], asked: &Fields) -> Option<Html> {
    let choice = |kind: &FaultKind| {
        let many = faults.iter().filter(|fault| fault.kind == *kind).count();
        let label = format!("{} ({})", words.say_import_fault(*kind), words.import_of_many(many));
        (many > 0).then(|| Choice::new(kind.code(), label))
    };
    let all: Vec<Choice> = FaultKind::ALL.iter().filter_map(choice).collect();
    let list = Choices::list("reason", words.import_reason(), all.clone()).chosen(asked.one("reason"));
    (all.len() > 1).then(|| list.into())
}

/// What stands on one page of the rows.
#[derive(Default)]
struct Part {
    coming: Vec<Coming>,
    wrong: Vec<Wrong>,
    next: Option<usize>,
}

/// So many of all are passed over: where the page before ended.
fn after(asked: &Fields) -> usize {
    asked.one("after").parse().unwrap_or_default()
}

impl Part {
    fn of_rows(judged: Option<&Judged>, narrow: Narrow, asked: &Fields) -> Part {
        let what = match narrow {
            Narrow::Changed => What::Changed,
            _ => What::Added,
        };
        let rows = judged.map(Judged::rows).unwrap_or_default();
        let rows: Vec<Coming> = rows.into_iter().filter(|row| row.what == what).collect();
        let (all, from) = (rows.len(), after(asked));
        Part {
            coming: rows.into_iter().skip(from).take(PAGE).collect(),
            next: (all > from.saturating_add(PAGE)).then(|| from + PAGE),
            ..Part::default()
        }
    }

    fn of_faults(visit: &Visit, story: &Story, faults: &[Fault], asked: &Fields) -> Part {
        let words = &visit.words;
        let reason = asked.given("reason");
        let chosen = faults
            .iter()
            .filter(|fault| reason.is_none_or(|reason| fault.kind.code() == reason));
        let chosen: Vec<&Fault> = chosen.collect();
        let (all, from) = (chosen.len(), after(asked));
        let wrong = |fault: &&Fault| Wrong {
            row: fault.row,
            column: column(words, story, fault.column),
            there: super::export::there(story, fault)
                .map(|text| mapping::short(&text))
                .unwrap_or_default(),
            reason: words.say_import_fault(fault.kind),
        };
        Part {
            wrong: chosen.iter().skip(from).take(PAGE).map(wrong).collect(),
            next: (all > from.saturating_add(PAGE)).then(|| from + PAGE),
            ..Part::default()
        }
    }
}

/// Who did what, when, and how long the file is kept.
fn about(words: &Words, story: &Story) -> Facts {
    let of = &story.of;
    let name = |who: Id<Organisation>| {
        let known = story.names.iter().find(|(known, _)| *known == who);
        known.map(|(_, name)| name.clone()).unwrap_or_default()
    };
    let by = |by: tiltas_domain::Actor, at: Moment| words.import_by(name(by.organisation), super::when(words, at));
    let mut facts = Facts::new()
        .line(words.import_by_file(), words.say_import_format(of.format))
        .line(words.import_rows(), of.rows.to_string())
        .line(words.import_by_read(), by(of.read.0, of.read.1));
    if let Some((who, at)) = of.took {
        facts = facts.line(words.import_by_took(), by(who, at));
    }
    if let Some((who, at)) = of.undid {
        facts = facts.line(words.import_by_undid(), by(who, at));
    }
    match &story.book {
        Some((_, Some(until))) => facts.line(words.import_state(), words.import_kept_until(words.date(*until))),
        _ => facts.line(words.import_state(), words.import_gone()),
    }
}

/// What keeps it from being taken back: address, number, why.
fn built(words: &Words, story: &Story) -> Vec<(String, String, String)> {
    let all = story.built.iter().take(BUILT);
    all.map(|kept| {
        (
            kept.href.clone(),
            kept.known_by.clone(),
            words.say_import_built(kept.why),
        )
    })
    .collect()
}
