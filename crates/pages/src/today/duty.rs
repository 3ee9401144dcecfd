//! One duty in words: a verb first, who has the next step, and what helps to do it.
use crate::attempt;
use tiltas_access::Shown;
use tiltas_app::today::{self, Duty, With};
use tiltas_domain::{
    Id,
    case::{Case, Urgency},
    content::Message,
    task::Kind,
};
use tiltas_kit::{
    Visit,
    component::{
        Clock, Tag, person,
        queue::{Line, Side},
        shown,
    },
};
use tiltas_words::{Words, html::Html};

/// The line of a duty.
pub fn line(visit: &Visit, line: &today::Line) -> Line {
    let words = &visit.words;
    let other = line.other.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
    let about = line.about.as_ref();
    let (what, href) = what(words, about.map(|about| about.case), line.duty, &other, &line.words);
    let case = match about {
        None => Html::default(),
        Some(about) if about.opens => Html::link(&format!("/cases/{}", about.case), &about.spoken_name),
        Some(about) => about.spoken_name.as_str().into(),
    };
    let mut drawn = Line::new(Clock::new(words, &line.clock, visit.now), case, what, href).note(note(visit, line));
    let urgency = about.and_then(|about| about.urgency.open());
    let urgency = urgency.filter(|urgency| **urgency != Urgency::Ordinary);
    if about.and_then(|about| about.child) == Some(true) {
        drawn = drawn.tag(Tag::strong(words.today_child()));
    } else if let Some(urgency) = urgency {
        drawn = drawn.tag(Tag::urgency(words, urgency.code()));
    }
    match line.with {
        With::Us => match &line.colleague {
            Some(function) => drawn.with(Side::Them, function.clone()),
            None => drawn,
        },
        With::Them => drawn.with(Side::Them, other),
    }
}

/// What is due, in words, and where it is done.
pub fn what(words: &Words, case: Option<Id<Case>>, duty: Duty, other: &str, text: &Shown<Message>) -> (Html, String) {
    let (code, href) = place(case, duty);
    let what = match duty {
        Duty::Task(_, Kind::Written) => shown(words, text),
        Duty::Late(_, kind) | Duty::Theirs(_, kind) => {
            let what = words.say_case_task(kind);
            words
                .say_code_with("duty", code, &[("other", &other), ("what", &what)])
                .into()
        }
        _ => words.say_code_with("duty", code, &[("other", &other)]).into(),
    };
    (what, href)
}

/// Its code, and where it is done.
fn place(case: Option<Id<Case>>, duty: Duty) -> (&'static str, String) {
    let lead = || case.map_or_else(String::new, |case| format!("/cases/{case}/lead"));
    match duty {
        Duty::Acknowledge(id) => ("acknowledge", format!("/referrals/{id}")),
        Duty::TheirAcknowledgement(id) => ("their_acknowledgement", format!("/referrals/{id}")),
        Duty::Answer(id) => ("answer", format!("/referrals/{id}")),
        Duty::TheirAnswer(id) => ("their_answer", format!("/referrals/{id}")),
        Duty::Reply(id) => ("reply", format!("/referrals/{id}")),
        Duty::TheirReply(id) => ("their_reply", format!("/referrals/{id}")),
        Duty::Escalated(id) => ("escalated", format!("/referrals/{id}")),
        Duty::AnswerLead => ("answer_lead", lead()),
        Duty::Task(id, Kind::TellChildProtection) => (
            Kind::TellChildProtection.code(),
            format!("/tasks/{id}/tell-child-protection"),
        ),
        Duty::Task(id, kind) => (kind.code(), format!("/tasks/{id}")),
        Duty::Theirs(id, _) => ("theirs", format!("/tasks/{id}")),
        Duty::Late(id, _) => ("late", format!("/tasks/{id}")),
    }
}

/// Who it is in a line, and the phone to ring where they are silent.
fn note(visit: &Visit, line: &today::Line) -> Html {
    let words = &visit.words;
    let who = line
        .about
        .as_ref()
        .and_then(|about| about.person.open())
        .map(|open| format!("{}.", person::in_a_line(words, open)))
        .unwrap_or_default();
    let theirs = matches!(
        line.duty,
        Duty::TheirAcknowledgement(_)
            | Duty::TheirAnswer(_)
            | Duty::TheirReply(_)
            | Duty::Theirs(..)
            | Duty::Escalated(_)
            | Duty::Late(..)
    );
    let note = match &line.phone {
        Some(phone) if theirs => Html::from(who).and(words.duty_phone(Html::phone(phone))),
        _ => who.into(),
    };
    let attempts = match line.duty {
        Duty::Escalated(id) => format!("/referrals/{id}/attempts"),
        Duty::Late(id, _) if line.about.is_some() => format!("/tasks/{id}/attempts"),
        _ => return note,
    };
    let tried = line
        .tried
        .as_ref()
        .map(|line| attempt::said(words, line))
        .unwrap_or_default();
    note.and(tried).and(Html::link(&attempts, &words.attempt_note()))
}
