//! What is found among what is about policy: each slice tells what of it its reader may see, with title and words. No case is sought
//! here, and what is not found and what may not be seen look the same.
use crate::{App, Error, Read, practice::reading};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{Context, Root, likeness::Reader};

/// So many are shown.
pub const MOST: usize = 50;

/// Something that can be found.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The word of its slice.
    pub slice: &'static str,
    /// Its address below the list of its slice.
    pub id: String,
    /// In a line; empty where no source names it.
    pub title: String,
    /// What else is sought in.
    pub words: String,
    /// Invented.
    pub example: bool,
}

type Slice = fn(&mut Read<'_>, &Context) -> Result<Vec<Entry>, Error>;

/// The slices that are searched: what each gives is what its reader may see of it.
const SLICES: [Slice; 5] = [recommendations, practices, institutions, programmes, partnerships];

fn recommendations(read: &mut Read<'_>, _: &Context) -> Result<Vec<Entry>, Error> {
    let all = read.views().recommendations()?.into_iter();
    Ok(all
        .map(|line| Entry {
            slice: "recommendation",
            id: line.id.to_string(),
            words: [Some(line.words), line.document]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
            title: line.title,
            example: line.example,
        })
        .collect())
}

fn practices(read: &mut Read<'_>, context: &Context) -> Result<Vec<Entry>, Error> {
    let mut all = read.views().practices()?;
    all.retain(|line| {
        let (action, own) = reading(line.open, line.writer, &context.actor);
        read.may(action, Subject::Other(line.id.into()), own)
    });
    let all = all.into_iter();
    Ok(all
        .map(|line| Entry {
            slice: "practice",
            id: line.id.to_string(),
            words: [Some(line.words), line.institution]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
            title: line.title,
            example: line.example,
        })
        .collect())
}

fn institutions(read: &mut Read<'_>, _: &Context) -> Result<Vec<Entry>, Error> {
    let all = read.views().expert_institutions()?.into_iter();
    let entry = |line: tiltas_store::views::expert_institution::Line| Entry {
        slice: "expert_institution",
        id: line.id.to_string(),
        title: line.content.name.unwrap_or_default(),
        words: line.content.said.unwrap_or_default(),
        example: line.content.example,
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
            Entry {
                slice: "programme",
                id: id.to_string(),
                words: words.collect::<Vec<_>>().join(" "),
                title: of.first.title.text,
                example: of.first.example,
            }
        })
        .collect())
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
            Entry {
                slice: "partnership",
                id: line.id.to_string(),
                title: line.of.first.title,
                words: words.collect::<Vec<_>>().join(" "),
                example: line.of.first.example,
            }
        })
        .collect())
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
        let sought = Reader::plain(typed);
        if sought.is_empty() {
            return Ok(Found::default());
        }
        let stands = |text: &str| {
            let words = Reader::plain(text);
            sought
                .iter()
                .all(|part| words.iter().any(|word| word.starts_with(part.as_str())))
        };
        let mut found: Vec<(bool, Entry)> = Vec::new();
        for slice in SLICES {
            for entry in slice(read, context)? {
                let title = stands(&entry.title);
                if title || stands(&format!("{} {}", entry.title, entry.words)) {
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
