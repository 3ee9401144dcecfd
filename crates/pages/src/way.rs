//! What is done to one thing of a slice about policy: a form for each, at an address of its own, offered where it can be done.
use crate::case::sheet::Sheet;
use axum::response::{IntoResponse, Redirect, Response};
use std::fmt::Display;
use tiltas_app::{Act, organisation};
use tiltas_kit::{
    Errors, Failure, Fields, Visit,
    component::form::{Area, Choice, Choices, Text},
};
use tiltas_words::{Html, Words};

/// The ways of a slice.
pub(crate) struct Ways {
    /// Where its things stand: `/visits`.
    pub path: &'static str,
    /// The words of each way, by the last part of its address.
    pub act: &'static str,
    /// What is said after it was done; `new` after a thing began, where a reader begins them.
    pub done: &'static str,
    /// Each thing that is done, and the last part of its address.
    pub all: &'static [(Act, &'static str)],
}

impl Ways {
    /// Those that the reader has now: address and words.
    pub fn offered(&self, words: &Words, on: impl Display, may: &[Act]) -> Vec<(String, String)> {
        let offered = self.all.iter().filter(|(act, _)| may.contains(act));
        let link = |(_, way): &(Act, &str)| (format!("{}/{on}/{way}", self.path), words.say_code(self.act, way));
        offered.map(link).collect()
    }

    /// What is said after it was done.
    pub fn done(&self, words: &Words, done: &str) -> Option<String> {
        let known = done == "new" || self.all.iter().any(|(_, way)| *way == done);
        known.then(|| words.say_code(self.done, done))
    }

    /// What stands at this address.
    ///
    /// # Errors
    /// When nothing does.
    pub fn find(&self, way: &str) -> Result<(Act, &'static str), Failure> {
        let known = self.all.iter().find(|(_, known)| *known == way);
        known.copied().ok_or(Failure::NotFound)
    }

    /// Back to the thing, after it was done.
    pub fn went(&self, on: impl Display, way: &str) -> Response {
        Redirect::to(&format!("{}/{on}?done={way}", self.path)).into_response()
    }
}

/// The institutions that can be chosen.
///
/// # Errors
/// When nobody is signed in, or storage is away.
pub(crate) async fn institutions(visit: &Visit) -> Result<Vec<Choice>, Failure> {
    let context = visit.reading()?;
    let all = visit.run(move |app| organisation::directory(app, &context)).await?;
    let choice = |line: organisation::Line| Choice::new(line.organisation.to_string(), line.name);
    Ok(all.into_iter().map(choice).collect())
}

/// Those of them that answer for something in a plan.
///
/// # Errors
/// As [`institutions`].
pub(crate) async fn answering(visit: &Visit) -> Result<Vec<Choice>, Failure> {
    let context = visit.reading()?;
    let all = visit.run(move |app| organisation::directory(app, &context)).await?;
    let all = all.into_iter().filter(|line| line.kind.answers());
    Ok(all
        .map(|line| Choice::new(line.organisation.to_string(), line.name))
        .collect())
}

/// The form, for whom it is offered.
///
/// # Errors
/// When it is not.
pub(crate) fn form(offered: bool, sheet: impl FnOnce() -> Sheet) -> Result<Response, Failure> {
    match offered {
        true => sheet().show(),
        false => Err(Failure::NotFound),
    }
}

/// The form again, with what was typed. WHY what was sent is run where the form is not offered any more: sent twice, it is answered as
/// the first time, and one that comes late is told the rule.
pub(crate) fn again(offered: bool, sheet: impl FnOnce(&Errors) -> Sheet, errors: Errors) -> Failure {
    match offered {
        true => sheet(&errors).again(errors),
        false => Failure::NotFound,
    }
}

/// The fields of a form, as they were sent or as they begin.
pub(crate) struct Drawn<'a> {
    pub fields: &'a Fields,
    pub errors: &'a Errors,
}

impl Drawn<'_> {
    pub fn text(&self, name: &str, label: String, hint: Option<String>) -> Html {
        let text = hint.into_iter().fold(Text::new(name, label).medium(), Text::hint);
        text.again(self.fields, self.errors).into()
    }

    pub fn area(&self, name: &str, label: String, hint: Option<String>) -> Html {
        let area = hint.into_iter().fold(Area::new(name, label), Area::hint);
        area.again(self.fields, self.errors).into()
    }

    pub fn list(&self, name: &str, label: String, list: impl IntoIterator<Item = Choice>) -> Html {
        Choices::list(name, label, list).again(self.fields, self.errors).into()
    }

    pub fn several(&self, name: &str, label: String, list: impl IntoIterator<Item = Choice>) -> Html {
        Choices::several(name, label, list)
            .again(self.fields, self.errors)
            .into()
    }

    pub fn example(&self, words: &Words) -> Html {
        self.several(
            "example",
            String::new(),
            [Choice::new("yes", words.recommendation_is_example())],
        )
    }

    /// The first and the last day.
    pub fn days(&self, words: &Words) -> [Html; 2] {
        [
            self.text(
                "begins",
                words.programme_begins(),
                Some(words.recommendation_dated_hint()),
            ),
            self.text("ends", words.programme_ends(), Some(words.programme_ends_hint())),
        ]
    }
}
