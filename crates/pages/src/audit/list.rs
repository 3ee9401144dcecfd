//! How often files were opened and refused: the last days by organisation, and the files of one organisation and day, each with a
//! way into its access log.
use super::address;
use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use tiltas_app::audit::list::{self, Counted, Files, OfDay, Times};
use tiltas_domain::audit::{OnDay, Select};
use tiltas_input::audit::SelectFiles;
use tiltas_kit::{
    Failure, Fields, Page, Visit,
    component::Empty,
    edge::{Asked, show},
};
use tiltas_words::Words;

/// So many lines stand on a page before it ends with its day.
const LINES: usize = 120;

/// One day, and what each organisation opened and was refused on it.
pub(super) struct DayRows {
    pub name: String,
    pub times: Times,
    pub by: Vec<(String, String, Times)>,
}

/// The last days as the first page shows them.
pub(super) struct Days {
    pub rows: Vec<DayRows>,
    /// How many days are counted.
    pub counted: usize,
    pub empty: Option<Empty>,
    pub unreadable: Option<String>,
    pub first: bool,
    /// Where the days before go on.
    pub before: Option<String>,
}

impl Days {
    pub fn new(words: &Words, counted: &Counted, asked: &Fields) -> Days {
        let before: Option<Date> = asked.given("before").and_then(|before| before.parse().ok());
        let all = &counted.days;
        let start = before.and_then(|before| all.iter().position(|day| day.day.date < before));
        let shown: Vec<&OfDay> = all.iter().skip(start.unwrap_or(0)).collect();
        let mut lines = 0;
        let fits = shown.iter().take_while(|day| {
            lines += day.by.len();
            lines <= LINES
        });
        // A day alone is shown however long it is.
        let fits = fits.count().max(1);
        let nothing = all.iter().all(|day| day.all == Times::default());
        let ends = all.last().zip(all.first());
        Days {
            counted: list::DAYS,
            empty: ends.filter(|_| nothing).map(|(first, last)| {
                let says = words.audit_days_empty_says(words.date(first.day.from), words.date(last.day.from));
                Empty::new(words.audit_days_empty(), says)
            }),
            unreadable: (counted.unreadable > 0).then(|| words.audit_days_unreadable(counted.unreadable)),
            first: start.is_some_and(|start| start > 0),
            before: shown.get(fits).and_then(|_| shown.get(fits - 1)).map(|last| {
                let date = last.day.date;
                format!("/audits?before={date}")
            }),
            rows: shown.iter().take(fits).map(|day| rows(words, day)).collect(),
        }
    }
}

fn rows(words: &Words, day: &OfDay) -> DayRows {
    let date = day.day.date;
    let by = day.by.iter().map(|(id, name, times)| {
        let href = format!("/audits/files?organisation={id}&day={date}");
        (href, name.clone(), *times)
    });
    DayRows {
        name: words.weekday_date(day.day.from),
        times: day.all,
        by: by.collect(),
    }
}

#[derive(Template)]
#[template(path = "audit/files.html")]
struct FilesPage {
    page: Page,
    organisation: String,
    day: String,
    shown: String,
    rows: Vec<(String, String, Times)>,
    empty: Option<Empty>,
    first: Option<String>,
    after: Option<String>,
}

/// The files of one organisation and day.
pub async fn files(visit: Visit, Asked(asked): Asked) -> Result<Response, Failure> {
    let context = visit.reading()?;
    // An address that asks for no day asks for nothing that is there.
    let choice = visit
        .command::<SelectFiles>(&asked, &[])
        .map_err(|_| Failure::NotFound)?;
    let files = visit.run(move |app| list::files(app, &context, &choice)).await?;
    show(&files_page(&visit, files, &choice))
}

fn files_page(visit: &Visit, files: Files, choice: &OnDay) -> FilesPage {
    let words = &visit.words;
    let here = format!("/audits/files?organisation={}&day={}", choice.organisation, choice.date);
    let last = files.before + files.lines.len();
    let entries = Select::between(choice.organisation, files.day.from, files.day.until);
    let rows = files.lines.into_iter().map(|line| {
        let log = address(&format!("/cases/{}/audit", line.case), &entries, words.zone());
        (log, line.spoken_name, line.times)
    });
    FilesPage {
        page: visit.page(&words.audit_files_title()),
        organisation: files.organisation,
        day: words.weekday_date(files.day.from),
        shown: words.cases_shown((files.before + 1).min(last), last, files.files.to_string()),
        empty: (last == 0).then(|| Empty::new(words.audit_files_empty(), words.audit_files_empty_says())),
        rows: rows.collect(),
        first: (files.before > 0).then(|| here.clone()),
        after: files.next.map(|next| format!("{here}&after={next}")),
    }
}
