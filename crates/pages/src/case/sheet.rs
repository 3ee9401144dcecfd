//! A form about one case: the frame that risk, note, consent, a correction, a task share.
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use tiltas_app::case::file::File;
use tiltas_domain::{Id, case::Case};
use tiltas_kit::{Errors, Failure, Fields, Page, Visit, component::form::Summary, edge::show};
use tiltas_words::Html;

/// The page.
#[derive(Template)]
#[template(path = "case/sheet.html")]
pub(crate) struct Sheet {
    page: Page,
    summary: Summary,
    key: String,
    /// The version of the thing that the form was drawn from.
    drawn: Option<i64>,
    /// Where the work goes on: the file, or the list in which the reader found the duty.
    back: String,
    /// What is said of the way back, of a form about no case.
    crumb: String,
    /// Whether the file is open to the reader.
    opens: bool,
    spoken_name: String,
    heading: String,
    lead: Vec<Html>,
    before: Vec<Html>,
    action: String,
    parts: Vec<Html>,
    submit: String,
    /// A second way to send the same form: field, value, words.
    other: Option<(&'static str, &'static str, String)>,
    after: Vec<Html>,
    /// Whether there is something to send; otherwise it is only read.
    sends: bool,
}

impl Sheet {
    /// `title` is a key: the kind of page, and its heading.
    pub(crate) fn new(visit: &Visit, file: &File, title: String, sent: Option<(&Fields, &Errors)>) -> Sheet {
        Sheet::about(visit, file.case, &file.spoken_name, title, sent)
    }

    /// The same where the file itself is not open.
    pub(crate) fn about(
        visit: &Visit,
        case: Id<Case>,
        spoken_name: &str,
        title: String,
        sent: Option<(&Fields, &Errors)>,
    ) -> Sheet {
        Sheet {
            back: format!("/cases/{case}"),
            spoken_name: spoken_name.to_owned(),
            ..Sheet::alone(visit, title, sent)
        }
    }

    /// A form about no case: back to the list of what is due.
    pub(crate) fn alone(visit: &Visit, title: String, sent: Option<(&Fields, &Errors)>) -> Sheet {
        let words = &visit.words;
        let none = Errors::new();
        let errors = sent.map_or(&none, |(_, errors)| errors);
        Sheet {
            page: visit.page(&title).with_errors(errors),
            summary: Summary::new(words, errors),
            key: sent.map_or_else(|| visit.form_key(), |(fields, _)| fields.key().to_owned()),
            drawn: sent.and_then(|(fields, _)| fields.drawn()),
            back: "/today".to_owned(),
            crumb: words.today_title(),
            opens: true,
            spoken_name: String::new(),
            heading: title,
            lead: Vec::new(),
            before: Vec::new(),
            action: visit.path.clone(),
            parts: Vec::new(),
            submit: words.sheet_save(),
            other: None,
            after: Vec::new(),
            sends: true,
        }
    }

    /// What is done rests on the words of the thing as it stands: if it changed meanwhile, that is said first. A form that comes back
    /// keeps the version that it was drawn from.
    pub(crate) fn rests_on(mut self, version: i64) -> Sheet {
        self.drawn = self.drawn.or(Some(version));
        self
    }

    /// The work goes on somewhere else than on the list of what is due.
    pub(crate) fn back_to(mut self, href: String, crumb: String) -> Sheet {
        (self.back, self.crumb) = (href, crumb);
        self
    }

    /// For a reader to whom the file is not open: back to where the duty stands.
    pub(crate) fn opens(mut self, opens: bool) -> Sheet {
        if !opens {
            self.back = "/today".to_owned();
        }
        self.opens = opens;
        self
    }

    /// What one should know before.
    pub(crate) fn lead(mut self, lead: impl Into<Html>) -> Sheet {
        self.lead.push(lead.into());
        self
    }

    /// What happens with it, in a list above the form.
    pub(crate) fn before(mut self, lines: impl IntoIterator<Item = Html>) -> Sheet {
        self.before.extend(lines);
        self
    }

    /// A field.
    pub(crate) fn part(mut self, part: impl Into<Html>) -> Sheet {
        self.parts.push(part.into());
        self
    }

    /// Several fields.
    pub(crate) fn parts(mut self, parts: impl IntoIterator<Item = Html>) -> Sheet {
        self.parts.extend(parts);
        self
    }

    /// What the button says.
    pub(crate) fn submit(mut self, words: impl Into<String>) -> Sheet {
        self.submit = words.into();
        self
    }

    /// The other button.
    pub(crate) fn other(mut self, field: &'static str, value: &'static str, words: impl Into<String>) -> Sheet {
        self.other = Some((field, value, words.into()));
        self
    }

    /// Nothing can be sent here: the page is only read.
    pub(crate) fn reading(mut self) -> Sheet {
        self.sends = false;
        self
    }

    /// What stands below the form.
    pub(crate) fn after(mut self, lines: impl IntoIterator<Item = Html>) -> Sheet {
        self.after.extend(lines);
        self
    }

    /// The page.
    pub(crate) fn show(&self) -> Result<Response, Failure> {
        show(self)
    }

    /// The page again, with what needs another look.
    pub(crate) fn again(&self, errors: Errors) -> Failure {
        Failure::form(self, errors)
    }
}

/// Back to the file, with one quiet line of what was done.
pub(crate) fn back(case: &str, done: &str) -> Response {
    Redirect::to(&format!("/cases/{case}?done={done}")).into_response()
}
