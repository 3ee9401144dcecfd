//! What is found among what is about policy: each slice tells what of it its reader may see, with title and words. No case is sought
//! here, and what is not found and what may not be seen look the same.
use crate::{App, Error, Read, meeting, organisation::Names, period::story::opens, practice::reading};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{Context, Id, Root, dated::Dated, likeness::Sought, meeting::Meeting};

/// So many are shown.
pub const MOST: usize = 50;

/// Something that can be found.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The word of its slice.
    pub slice: &'static str,
    /// Which.
    pub id: String,
    /// The thing that it is a part of: the plan of an item.
    pub within: Option<String>,
    /// In a line; empty where no source names it.
    pub title: String,
    /// The days that it tells of: a report's.
    pub span: Option<(Dated, Dated)>,
    /// What else is sought in.
    pub words: String,
    /// Invented.
    pub example: bool,
}

type Slice = fn(&mut Read<'_>, &Context) -> Result<Vec<Entry>, Error>;

/// The slices that are searched: what each gives is what its reader may see of it.
const SLICES: [Slice; 10] = [
    recommendations,
    plans,
    practices,
    institutions,
    programmes,
    trainings,
    visits,
    meetings,
    partnerships,
    reports,
];

impl Entry {
    /// One that is no part of another, and tells of no days.
    fn new(slice: &'static str, id: impl ToString, title: String, words: impl IntoIterator<Item = String>) -> Entry {
        Entry {
            slice,
            id: id.to_string(),
            within: None,
            title,
            span: None,
            words: words.into_iter().collect::<Vec<_>>().join(" "),
            example: false,
        }
    }

    fn example(self, example: bool) -> Entry {
        Entry { example, ..self }
    }
}

fn recommendations(read: &mut Read<'_>, _: &Context) -> Result<Vec<Entry>, Error> {
    let all = read.views().recommendations()?.into_iter();
    let entry = |line: crate::recommendation::list::Line| {
        let words = [line.words].into_iter().chain(line.document);
        Entry::new("recommendation", line.id, line.title, words).example(line.example)
    };
    Ok(all.map(entry).collect())
}

/// Plans and their items.
fn plans(read: &mut Read<'_>, _: &Context) -> Result<Vec<Entry>, Error> {
    if !read.may(Action::ReadPlans, Subject::Own, Facts::None) {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for (id, of) in read.views().plans()? {
        let example = of.first.example;
        found.push(Entry::new("plan", id, of.first.title, of.first.strategy).example(example));
        found.extend(read.views().plan_items(id)?.into_iter().map(|item| {
            let indicator = item.said.indicator.map(|indicator| indicator.definition);
            let title = format!("{} {}", item.said.number, item.said.title);
            Entry {
                within: Some(id.to_string()),
                ..Entry::new("plan_item", item.id, title, indicator).example(example)
            }
        }));
    }
    Ok(found)
}

fn practices(read: &mut Read<'_>, context: &Context) -> Result<Vec<Entry>, Error> {
    let mut all = read.views().practices()?;
    all.retain(|line| {
        let (action, own) = reading(line.open, line.writer, &context.actor);
        read.may(action, Subject::Other(line.id.into()), own)
    });
    let entry = |line: tiltas_store::views::practice::Line| {
        let words = [line.words].into_iter().chain(line.institution);
        Entry::new("practice", line.id, line.title, words).example(line.example)
    };
    Ok(all.into_iter().map(entry).collect())
}

fn institutions(read: &mut Read<'_>, _: &Context) -> Result<Vec<Entry>, Error> {
    if !read.may(Action::ReadPractices, Subject::Own, Facts::None) {
        return Ok(Vec::new());
    }
    let all = read.views().expert_institutions()?.into_iter();
    let entry = |line: tiltas_store::views::expert_institution::Line| {
        let content = line.content;
        let title = content.name.unwrap_or_default();
        Entry::new("expert_institution", line.id, title, content.said).example(content.example)
    };
    Ok(all.map(entry).collect())
}

fn programmes(read: &mut Read<'_>, _: &Context) -> Result<Vec<Entry>, Error> {
    if !read.may(Action::ReadProgrammes, Subject::Own, Facts::None) {
        return Ok(Vec::new());
    }
    let all = read.views().programmes()?.into_iter();
    Ok(all
        .map(|(id, of)| {
            let titles = of.titles.into_iter().map(|titled| titled.text);
            let words = titles.chain(of.first.components).chain(of.first.reference);
            Entry::new("programme", id, of.first.title.text, words).example(of.first.example)
        })
        .collect())
}

fn trainings(read: &mut Read<'_>, _: &Context) -> Result<Vec<Entry>, Error> {
    if !read.may(Action::ReadTrainings, Subject::Own, Facts::None) {
        return Ok(Vec::new());
    }
    let all = read.views().trainings()?.into_iter();
    let entry = |line: crate::training::list::Line| {
        Entry::new("training", line.id, line.title, [line.competence, line.place]).example(line.example)
    };
    Ok(all.map(entry).collect())
}

fn visits(read: &mut Read<'_>, _: &Context) -> Result<Vec<Entry>, Error> {
    if !read.may(Action::ReadProgrammes, Subject::Own, Facts::None) {
        return Ok(Vec::new());
    }
    let all = read.views().visits()?.into_iter();
    Ok(all
        .map(|(id, of)| {
            let findings = of.findings.into_iter().map(|finding| finding.text);
            let words = findings.chain(of.first.place).chain(of.first.hosts);
            Entry::new("visit", id, of.first.title, words).example(of.first.example)
        })
        .collect())
}

fn meetings(read: &mut Read<'_>, context: &Context) -> Result<Vec<Entry>, Error> {
    let mut all = read.views().meetings()?;
    all.retain(|(id, of)| {
        let own = meeting::facts(of, context);
        read.may(Action::ReadMeetings, Subject::Other((*id).into()), own)
    });
    let entry = |(id, of): (Id<Meeting>, Meeting)| {
        let words = [of.first.body].into_iter().chain(of.first.place);
        Entry::new("meeting", id, of.first.title, words).example(of.first.example)
    };
    Ok(all.into_iter().map(entry).collect())
}

fn partnerships(read: &mut Read<'_>, _: &Context) -> Result<Vec<Entry>, Error> {
    if !read.may(Action::ReadPartnerships, Subject::Own, Facts::None) {
        return Ok(Vec::new());
    }
    let all = read.views().partnerships()?.into_iter();
    Ok(all
        .map(|line| {
            let purpose = line.of.purpose.into_iter();
            let words = purpose.flat_map(|purpose| [purpose.text].into_iter().chain(purpose.groups));
            Entry::new("partnership", line.id, line.of.first.title, words).example(line.of.first.example)
        })
        .collect())
}

/// Reports of institutions, by the institution's name and by what is written in those that the reader may open.
fn reports(read: &mut Read<'_>, context: &Context) -> Result<Vec<Entry>, Error> {
    let names = Names::read(read)?;
    let mut found = Vec::new();
    for (period, _) in read.views().periods()? {
        for (id, of) in read.views().reports_of(period)? {
            if !opens(read, id, of.opened.organisation, &context.actor) {
                continue;
            }
            let written = of.written.into_iter();
            let words = written.flat_map(|written| [written.narrative].into_iter().chain(written.obstacles));
            let title = names.of(of.opened.organisation);
            found.push(Entry {
                span: Some((of.opened.from, of.opened.until)),
                ..Entry::new("report", id, title, words)
            });
        }
    }
    Ok(found)
}

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// The first of it, at most [`MOST`].
    pub entries: Vec<Entry>,
    /// How many there are.
    pub all: usize,
}

/// What is found by these words: all of them stand in it, each as a word or the beginning of one; those with all in the title first.
///
/// # Errors
/// When the actor's role reads nothing of policy.
pub fn find(app: &App, root: &Root, typed: &str) -> Result<Found, Error> {
    app.view("search.find", root, |read, context| {
        let _permit = read.permit(Action::ReadRecommendations, Subject::Own, Facts::None)?;
        let sought = Sought::of(typed);
        if sought.is_empty() {
            return Ok(Found::default());
        }
        let mut found: Vec<(bool, Entry)> = Vec::new();
        for slice in SLICES {
            for entry in slice(read, context)? {
                let title = sought.stands_in([entry.title.as_str()]);
                if title || sought.stands_in([entry.title.as_str(), &entry.words]) {
                    found.push((!title, entry));
                }
            }
        }
        found.sort_by_key(|(words, _)| *words);
        let all = found.len();
        let first = found.into_iter().take(MOST);
        Ok(Found {
            entries: first.map(|(_, entry)| entry).collect(),
            all,
        })
    })
}
