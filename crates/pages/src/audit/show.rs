//! The access log of one case: filters that stand in the address, page by page through the whole history; what one function
//! did again and again on a day is one line.
use super::{WRITTEN, address, day, done, done_by, last_day, outcome, select};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_access::Action;
use tiltas_app::audit::{self, Count, Line, Said};
use tiltas_domain::{
    Fields as Opened, Moment,
    audit::{Result as Outcome, Select},
};
use tiltas_kit::{
    Errors, Failure, Fields, Page, Visit,
    component::{
        Choices, Empty,
        form::{Choice, Summary, Text},
        function,
        shown::shown,
    },
    edge::{Asked, show},
};
use tiltas_words::{Html, Words};

#[derive(Template)]
#[template(path = "audit/page.html")]
struct AuditPage {
    page: Page,
    summary: Summary,
    back: (String, String),
    spoken_name: String,
    count: String,
    action: String,
    choices: [Choices; 4],
    days: [Text; 2],
    lines: Vec<Shown>,
    empty: Option<Empty>,
    /// The same without filters, where some are set.
    unfiltered: Option<String>,
    export: String,
    first: Option<String>,
    after: Option<String>,
}

/// One line: an entry, or several alike.
struct Shown {
    stamp: String,
    time: String,
    who: String,
    what: String,
    outcome: String,
    /// Between when and when, where there are several.
    times: Option<String>,
    reason: Option<Html>,
}

/// The page.
pub async fn page(visit: Visit, Path(case): Path<String>, Asked(asked): Asked) -> Result<Response, Failure> {
    let (id, context) = (crate::case::id(&case)?, visit.reading()?);
    let (chosen, errors) = match select(&visit, &asked) {
        Ok(chosen) => (chosen, Errors::new()),
        Err(errors) => (Select::default(), errors),
    };
    let wanted = chosen.clone();
    let looked = visit.run(move |app| audit::looked(app, &context, id, &wanted)).await?;
    let drawn = draw(&visit, looked, (&asked, &chosen, &errors));
    if errors.is_empty() {
        show(&drawn)
    } else {
        Err(Failure::form(&drawn, errors))
    }
}

fn draw(visit: &Visit, looked: audit::Page, (asked, chosen, errors): (&Fields, &Select, &Errors)) -> AuditPage {
    let words = &visit.words;
    let case = format!("/cases/{}", looked.case);
    let path = format!("{case}/audit");
    let zone = words.zone();
    let here = address(&path, chosen, zone);
    let join = if here.contains('?') { '&' } else { '?' };
    let count = match looked.count.more {
        true => words.audit_count_more(),
        false => words.audit_count(looked.count.entries, looked.count.from),
    };
    let text = |name, label: String, value: Option<String>| {
        let text = Text::new(name, label).asking().hint(words.audit_day_hint()).narrow();
        match value {
            Some(value) => text.value(value),
            // What can't be a day stands there as it was typed.
            None => text.again(asked, errors),
        }
    };
    let from = chosen.from.map(|from| day(from, zone, WRITTEN));
    let until = chosen.until.map(|until| last_day(until, zone, WRITTEN));
    AuditPage {
        summary: Summary::new(words, errors),
        back: match visit.may(Action::SearchAudit) {
            true => ("/audits".to_owned(), words.audit_search_title()),
            false => (case.clone(), looked.spoken_name.clone()),
        },
        count,
        choices: choices(visit, &looked.count, asked),
        days: [
            text("from", words.audit_from(), from),
            text("until", words.audit_until(), until),
        ],
        empty: looked
            .lines
            .is_empty()
            .then(|| Empty::new(words.audit_empty(), words.audit_empty_says())),
        unfiltered: chosen.is_filtered().then(|| path.clone()),
        export: address(&format!("{path}.csv"), chosen, zone),
        first: chosen.after.is_some().then(|| here.clone()),
        after: looked.next.as_ref().map(|mark| format!("{here}{join}after={mark}")),
        lines: grouped(words, &looked.lines),
        spoken_name: looked.spoken_name,
        action: path,
        page: visit.page(&words.audit_title()).with_errors(errors),
    }
}

/// What there is to choose from: what stands in the log, and no list of all institutions.
fn choices(visit: &Visit, count: &Count, asked: &Fields) -> [Choices; 4] {
    let words = &visit.words;
    let mut organisations = count.organisations.clone();
    visit.edge.app.alphabet().sort(&mut organisations, |(_, name)| name);
    let organisations = organisations
        .into_iter()
        .map(|(id, name)| Choice::new(id.to_string(), name));
    let roles = count.roles.iter();
    let roles = roles.map(|role| Choice::new(role.code(), words.say_role(role)));
    let mut actions: Vec<(String, &str)> = count.actions.iter().map(|code| (done(words, code), &**code)).collect();
    words.alphabet().sort(&mut actions, |(said, _)| said);
    let actions = actions.into_iter().map(|(said, code)| Choice::new(code, said));
    let denied = [Choice::new("yes", words.audit_denied_only())];
    [
        Choices::list("organisation", words.audit_organisation(), organisations).chosen(asked.one("organisation")),
        Choices::list("role", words.audit_role(), roles).chosen(asked.one("role")),
        Choices::list("action", words.audit_action(), actions).chosen(asked.one("action")),
        Choices::several("denied", words.audit_outcome(), denied).chosen(asked.one("denied")),
    ]
}

/// Entries that differ in nothing but their time and fields.
struct Group<'l> {
    said: &'l Said,
    day: String,
    first: Moment,
    last: Moment,
    times: usize,
    opened: Opened,
}

impl Group<'_> {
    fn takes(&self, said: &Said, day: &str) -> bool {
        let alone = |said: &Said| said.reason.is_some() || said.again.is_some() || said.copy.is_some();
        let same = match (&self.said.outcome, &said.outcome) {
            (Outcome::Opened(_), Outcome::Opened(_)) => true,
            (one, other) => one == other,
        };
        same && !alone(self.said)
            && !alone(said)
            && self.day == day
            && self.said.role == said.role
            && self.said.action == said.action
            && self.said.organisation == said.organisation
    }
}

fn grouped(words: &Words, lines: &[Line]) -> Vec<Shown> {
    let mut groups: Vec<Result<Group<'_>, Moment>> = Vec::new();
    for line in lines {
        let Some(said) = &line.said else {
            groups.push(Err(line.at));
            continue;
        };
        let day = words.date(line.at);
        let opened = audit::opened(&said.outcome);
        let known = groups.iter_mut().flatten().find(|group| group.takes(said, &day));
        match known {
            // Newest first: each that follows is older.
            Some(group) => {
                (group.first, group.times) = (line.at, group.times + 1);
                group.opened = group.opened.and(opened);
            }
            None => groups.push(Ok(Group {
                said,
                day,
                first: line.at,
                last: line.at,
                times: 1,
                opened,
            })),
        }
    }
    let line = |group| match group {
        Ok(group) => line(words, &group),
        Err(at) => unreadable(words, at),
    };
    groups.into_iter().map(line).collect()
}

fn line(words: &Words, group: &Group<'_>) -> Shown {
    let said = group.said;
    let between = |times: usize, first, last| words.audit_times(times, words.time(first), words.time(last));
    Shown {
        stamp: words.stamp(group.last),
        time: words.day_time(group.last),
        who: function(words, said.role, &said.organisation),
        what: done_by(words, said),
        outcome: outcome(words, said, group.opened),
        times: match said.again {
            Some(again) => {
                Some(words.audit_again(again.times, words.day_time(again.first), words.day_time(again.last)))
            }
            None if group.times > 1 => Some(between(group.times, group.first, group.last)),
            None => None,
        },
        reason: said.reason.as_ref().map(|reason| shown(words, reason)),
    }
}

fn unreadable(words: &Words, at: Moment) -> Shown {
    Shown {
        stamp: words.stamp(at),
        time: words.day_time(at),
        who: String::new(),
        what: words.audit_unreadable(),
        outcome: words.audit_unreadable_says(),
        times: None,
        reason: None,
    }
}
