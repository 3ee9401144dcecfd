//! The national report: its draft, a new version, and that it was approved.
use super::{At, Errors, Input, Reader, error::Code};
use serde::Deserialize;
use tiltas_domain::national_report::{self, Approve, Draft, Edit};
use utoipa::ToSchema;

/// The longest words of a national report that are sent in one piece, in signs.
const WORDS: usize = 60_000;
/// The same of one of its parts: room to write on beside what stands in it.
const PART: usize = national_report::PART + 8_000;

/// Begins it.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"title": "National report for 2025", "obstacles": "What stood in the way"}))]
pub struct DraftNationalReport {
    /// Its title.
    #[schema(required)]
    #[serde(default)]
    pub title: String,
    /// The words above what an institution names as an obstacle, in the language of the report.
    #[schema(required)]
    #[serde(default)]
    pub obstacles: String,
}

impl Input for DraftNationalReport {
    type Command = Draft;

    fn command(&self, at: &At<'_>) -> Result<Draft, Errors> {
        let mut read = Reader::new(at);
        let title = read.title("title", Some(&self.title));
        let obstacles = read.title("obstacles", Some(&self.obstacles));
        read.end(
            title
                .zip(obstacles)
                .map(|(title, obstacles)| Draft { title, obstacles }),
        )
    }
}

/// Writes a new version.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"version": "1", "title": "National report for 2025", "text": "# Border police\n\nFour of seven posts have named an officer."}))]
pub struct EditNationalReport {
    /// The number of the version that was read.
    #[schema(required)]
    #[serde(default)]
    pub version: String,
    /// Its title.
    #[schema(required)]
    #[serde(default)]
    pub title: String,
    /// Its words, or those of a part; a line that begins with `# ` or `## ` is a heading.
    #[schema(required)]
    #[serde(default)]
    pub text: String,
    /// Which part these words are, from 1; left out where they are all of it.
    pub part: Option<String>,
}

impl Input for EditNationalReport {
    type Command = Edit;

    fn command(&self, at: &At<'_>) -> Result<Edit, Errors> {
        let mut read = Reader::new(at);
        let version = version(&mut read, &self.version);
        let title = read.title("title", Some(&self.title));
        let part = self.part.as_deref().filter(|sent| !sent.trim().is_empty());
        let part = part.and_then(|sent| read.needed_number("part", Some(sent)));
        let longest = if part.is_some() { PART } else { WORDS };
        let text = read.needed_text("text", Some(&self.text), longest);
        read.end(version.zip(title.zip(text)).map(|(version, (title, text))| Edit {
            version,
            title,
            text,
            part,
        }))
    }
}

/// The number of the version that was read.
fn version(read: &mut Reader<'_>, sent: &str) -> Option<u32> {
    let version = sent.trim().parse().ok();
    if version.is_none() {
        let code = match sent.trim().is_empty() {
            true => Code::Needed,
            false => Code::Id,
        };
        read.wrong("version", code);
    }
    version
}

/// That it was approved.
#[derive(Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"version": "2", "body": "National committee", "on": "2026-03-30"}))]
pub struct ApproveNationalReport {
    /// The number of the version that the body read.
    #[schema(required)]
    #[serde(default)]
    pub version: String,
    /// By which body.
    #[schema(required)]
    #[serde(default)]
    pub body: String,
    /// On which day.
    #[schema(required)]
    #[serde(default)]
    pub on: String,
}

impl Input for ApproveNationalReport {
    type Command = Approve;

    fn command(&self, at: &At<'_>) -> Result<Approve, Errors> {
        let mut read = Reader::new(at);
        let body = read.title("body", Some(&self.body));
        let on = read.needed_day("on", Some(&self.on));
        let version = version(&mut read, &self.version);
        read.end(
            version
                .zip(body.zip(on))
                .map(|(version, (body, on))| Approve { version, body, on }),
        )
    }
}
