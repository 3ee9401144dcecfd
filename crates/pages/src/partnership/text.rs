//! The text that all sign, drawn beside the steps of its draft, on its page, and alone for print. A part that is not written stands on
//! hatch, with the step that writes it.
use super::{day, id};
use askama::Template;
use axum::{extract::Path, response::Response};
use tiltas_app::partnership::story::{self, Story};
use tiltas_domain::{
    dated::Dated,
    partnership::{Annex, Data, Party},
};
use tiltas_kit::{Failure, Page, Visit, edge::show};
use tiltas_words::{Html, Words};

/// A part of the text: its heading, and its words or nothing.
struct Part {
    heading: String,
    lines: Vec<Html>,
    missing: Option<String>,
}

#[derive(Template)]
#[template(path = "partnership/text.html")]
pub(super) struct Paper {
    status: String,
    arrangement: String,
    title: String,
    example: Option<String>,
    parts: Vec<Part>,
}

impl askama::filters::HtmlSafe for Paper {}

#[derive(Template)]
#[template(path = "partnership/print.html")]
struct TextPage {
    page: Page,
    href: String,
    title: String,
    paper: Paper,
}

/// The text alone.
pub async fn page(visit: Visit, Path(which): Path<String>) -> Result<Response, Failure> {
    let (context, which) = (visit.reading()?, id(&which)?);
    let story = visit.run(move |app| story::story(app, &context, which)).await?;
    show(&TextPage {
        page: visit.page(&visit.words.partnerships_text_title()),
        href: format!("/partnerships/{}", story.id),
        title: story.of.first.title.clone(),
        paper: paper(&visit.words, &story),
    })
}

pub(super) fn paper(words: &Words, story: &Story) -> Paper {
    let of = &story.of;
    let written = |lines: Vec<Html>| {
        let missing = lines.is_empty().then(|| words.partnerships_text_step());
        (lines, missing)
    };
    let parts = [
        (words.partnerships_parties(), written(parties(words, story))),
        (words.partnerships_purpose(), written(purpose(words, story))),
        (words.partnerships_measures(), written(measures(words, story))),
        (words.partnerships_data(), data(words, story)),
        (words.partnerships_term(), written(term(words, story))),
        (words.partnerships_signatures(), written(signatures(words, story))),
    ];
    let part = |(heading, (lines, missing))| Part {
        heading,
        lines,
        missing,
    };
    Paper {
        status: match (of.signed(), of.consulted) {
            (Some(on), _) => words.partnerships_text_signed(words.dated(on)),
            (None, Some(until)) => words.partnerships_text_read(words.dated(until)),
            (None, None) => words.partnerships_text_draft(day(words, story.today)),
        },
        arrangement: words.say_partnership_arrangement(of.first.arrangement),
        title: of.first.title.clone(),
        example: of.first.example.then(|| words.partnerships_example()),
        parts: parts.into_iter().map(part).collect(),
    }
}

/// One after the other, with a mark between them and no blank before it.
fn marked(first: Html, mark: &str, second: impl Into<Html>) -> Html {
    Html::trusted(format!("{first}{mark}{}", second.into()))
}

fn parties(words: &Words, story: &Story) -> Vec<Html> {
    let line = |party: &Party| {
        let mut line = Html::value(story.name(party.organisation));
        line = line.and(format!("({})", words.say_partnership_role(party.role)));
        if let Some(function) = &party.function {
            line = marked(line, ", ", words.partnerships_text_by(function));
        }
        // The institution's phone of today is not part of what was written.
        match &party.phone {
            Some(phone) => marked(line, ", ", words.partnerships_text_phone(Html::phone(phone))),
            None => line,
        }
    };
    story.of.parties.iter().map(line).collect()
}

fn purpose(words: &Words, story: &Story) -> Vec<Html> {
    let Some(purpose) = &story.of.purpose else {
        return Vec::new();
    };
    let mut lines = vec![Html::value(&purpose.text)];
    if !purpose.groups.is_empty() {
        let groups = purpose.groups.join(", ");
        lines.push(marked(words.partnerships_groups().into(), ": ", Html::value(&groups)));
    }
    if !purpose.services.is_empty() {
        let services: Vec<String> = purpose
            .services
            .iter()
            .map(|service| words.say_service(*service))
            .collect();
        lines.push(format!("{}: {}", words.partnerships_services(), services.join(", ")).into());
    }
    if let Some(territory) = &purpose.territory {
        lines.push(marked(words.partnerships_where().into(), ": ", Html::value(territory)));
    }
    lines
}

/// What each does, as the text has it: what a party took on later is not part of what was signed.
fn measures(words: &Words, story: &Story) -> Vec<Html> {
    let agreed = usize::try_from(story.of.agreed).unwrap_or(usize::MAX);
    let shown = story.of.measures.iter().take(agreed);
    shown
        .map(|measure| {
            let line = marked(Html::value(story.name(measure.owner)), ": ", Html::value(&measure.what));
            match measure.due {
                Some(due) => line.and(format!("({} {})", words.partnerships_due(), words.dated(due))),
                None => line,
            }
        })
        .collect()
}

pub(super) fn data(words: &Words, story: &Story) -> (Vec<Html>, Option<String>) {
    match &story.of.data {
        Data::NotWritten => (Vec::new(), Some(words.partnerships_data_not_written())),
        Data::NoData => (vec![words.partnerships_data_none().into()], None),
        Data::Annex(annex) => (annexed(words, story, annex), None),
    }
}

fn annexed(words: &Words, story: &Story, annex: &Annex) -> Vec<Html> {
    let line = |name: String, value: String| marked(name.into(), ": ", Html::value(&value));
    let classes: Vec<String> = annex
        .classes
        .iter()
        .map(|class| words.say_partnership_class(*class))
        .collect();
    let grounds: Vec<String> = annex.grounds.iter().map(|ground| words.say_ground(*ground)).collect();
    let controllers: Vec<&str> = annex.controllers.iter().map(|who| story.name(*who)).collect();
    let mut lines = vec![
        line(words.partnerships_data_classes(), classes.join(", ")),
        line(words.partnerships_data_grounds(), grounds.join(", ")),
        line(words.partnerships_data_controllers(), controllers.join(", ")),
    ];
    if let Some(joint) = &annex.joint {
        lines.push(line(words.partnerships_data_joint(), joint.clone()));
    }
    let transfer = annex.transfer.clone();
    lines.push(match transfer {
        Some(transfer) => line(words.partnerships_data_transfer(), transfer),
        None => words.partnerships_data_transfer_none().into(),
    });
    lines
}

/// The days as the text has them: what was renewed or looked at later stands beside it, not in what was signed.
fn term(words: &Words, story: &Story) -> Vec<Html> {
    let Some(term) = story.of.written else {
        return Vec::new();
    };
    let said = |name: String, day: Option<Dated>, none: String| {
        let value = day.map_or(none, |day| words.dated(day));
        Html::from(format!("{name}: {value}"))
    };
    vec![
        said(
            words.partnerships_from(),
            term.from,
            words.partnerships_from_signature(),
        ),
        said(words.partnerships_until(), Some(term.until), String::new()),
        said(
            words.partnerships_review(),
            term.review,
            words.partnerships_review_none(),
        ),
    ]
}

fn signatures(words: &Words, story: &Story) -> Vec<Html> {
    let line = |party: &Party| {
        let said = match story.of.signed_by(party.organisation) {
            Some(on) => words.partnerships_signed_on(words.dated(on)),
            None => words.partnerships_to_sign(),
        };
        marked(Html::value(story.name(party.organisation)), ": ", said)
    };
    story.of.signers().map(line).collect()
}
