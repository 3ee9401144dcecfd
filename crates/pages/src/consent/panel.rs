//! What the person said, among the parts of a file: about whom, what may go, until when.
use crate::case::{fields, recipient};
use askama::Template;
use tiltas_app::case::file::{ConsentLine, File};
use tiltas_domain::Answer;
use tiltas_words::{Html, Words};

#[derive(Template)]
#[template(path = "consent/panel.html")]
struct Panel<'p> {
    words: &'p Words,
    consents: Vec<ConsentRow>,
}

struct ConsentRow {
    about: String,
    said: String,
    more: String,
    asked: Vec<String>,
    take_back: Option<String>,
}

impl askama::filters::HtmlSafe for Panel<'_> {}

/// The block.
pub(crate) fn panel(words: &Words, file: &File) -> Html {
    let consents = file.consents.iter().rev().map(|say| consents(words, file, say));
    Html::of(Panel {
        words,
        consents: consents.collect(),
    })
}

fn consents(words: &Words, file: &File, say: &ConsentLine) -> ConsentRow {
    let answer = match say.taken_back {
        true => words.case_taken_back(),
        false => words.say_answer(say.answer),
    };
    let mut more = Vec::new();
    if say.answer == Answer::Yes {
        more.push(fields(words, say.fields));
    }
    if let Some(until) = say.until.filter(|_| say.answer == Answer::Yes) {
        more.push(words.case_until(words.date(until)));
    }
    let asked = say.asked.iter().map(|(who, done)| {
        if *done {
            words.case_removed(who)
        } else {
            words.case_removal_asked(who)
        }
    });
    let may = say.may_withdraw;
    ConsentRow {
        about: recipient(words, say.to, say.to_name.as_deref()),
        said: answer,
        more: more.join(". "),
        asked: asked.collect(),
        take_back: may.then(|| format!("/cases/{}/consents/{}/take-back", file.case, say.id)),
    }
}
