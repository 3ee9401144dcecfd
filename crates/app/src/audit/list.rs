//! How often files were opened and refused, by organisation and day: for the data protection officer, of the files in which the
//! officer's organisation takes part. A count names no file; the files of one organisation and day are noted as any list is.
use crate::{App, Error, Read, organisation::Names};
use std::collections::HashMap;
use tiltas_access::{Action, CaseFacts, Facts, Permit, Record, Subject};
use tiltas_domain::{Context, Id, Root, audit::OnDay, case::Case, organisation::Organisation, profile::calendar::Day};

/// The days that are counted, today among them.
pub const DAYS: usize = 14;
/// The files on a page.
pub const FILES: usize = 50;

/// How often.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// Something was shown.
    pub opened: usize,
    /// It was denied, refused by a rule, or not found.
    pub refused: usize,
}

impl Times {
    fn add(&mut self, other: Times) {
        self.opened += other.opened;
        self.refused += other.refused;
    }
}

/// One day.
#[derive(Clone, Debug)]
pub struct OfDay {
    /// Which.
    pub day: Day,
    /// By all organisations.
    pub all: Times,
    /// By each that has any, in the order of their names.
    pub by: Vec<(Id<Organisation>, String, Times)>,
}

/// The last days, newest first.
#[derive(Clone, Debug)]
pub struct Counted {
    /// Each of them, also where nothing was counted.
    pub days: Vec<OfDay>,
    /// How many entries of these days can't be read: nobody can tell whose they are.
    pub unreadable: usize,
}

/// One file, on one day, by one organisation.
#[derive(Clone, Debug)]
pub struct OfFile {
    /// Which.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// How often.
    pub times: Times,
}

/// Some of the files of one organisation and day, by spoken name.
#[derive(Clone, Debug)]
pub struct Files {
    /// The organisation's name.
    pub organisation: String,
    /// The day.
    pub day: Day,
    /// The files of this page.
    pub lines: Vec<OfFile>,
    /// How many there are.
    pub files: usize,
    /// How many of them stand before this page.
    pub before: usize,
    /// The last of this page, where more follow.
    pub next: Option<Id<Case>>,
}

/// The last days.
///
/// # Errors
/// When the actor does not watch over data protection, or storage is away.
pub fn days(app: &App, root: &Root) -> Result<Counted, Error> {
    app.view("audit.days", root, |read, context| {
        let _permit = read.permit(Action::SearchAudit, Subject::Own, Facts::None)?;
        let days = app.profile().last_days(context.now, DAYS);
        let found = gather(read, context, &days)?;
        let names = Names::read(read)?;
        let of_day = |day: Day| {
            let mut by: HashMap<Id<Organisation>, Times> = HashMap::new();
            let mut all = Times::default();
            for entry in found.entries.iter().filter(|entry| entry.day == day) {
                by.entry(entry.organisation).or_default().add(entry.times);
                all.add(entry.times);
            }
            let by = by.into_iter().map(|(id, times)| (id, names.of(id), times));
            let mut by: Vec<_> = by.collect();
            app.alphabet().sort(&mut by, |(_, name, _)| name);
            OfDay { day, all, by }
        };
        Ok(Counted {
            days: days.into_iter().map(of_day).collect(),
            unreadable: found.unreadable,
        })
    })
}

/// The files that an organisation opened, or was refused, on one of the last days.
///
/// # Errors
/// As [`days`]; also when the day is none of them, or the organisation is not there.
pub fn files(app: &App, root: &Root, choice: &OnDay) -> Result<Files, Error> {
    app.view("audit.files", root, |read, context| {
        let _permit = read.permit(Action::SearchAudit, Subject::Own, Facts::None)?;
        let mut days = app.profile().last_days(context.now, DAYS);
        days.retain(|day| day.date == choice.date);
        let day = *days.first().ok_or(Error::NotFound)?;
        let names = Names::read(read)?;
        let organisation = names.line(choice.organisation).ok_or(Error::NotFound)?.name.clone();
        let found = gather(read, context, &days)?;
        let mut times: HashMap<Id<Case>, Times> = HashMap::new();
        for entry in &found.entries {
            if entry.organisation == choice.organisation {
                times.entry(entry.case).or_default().add(entry.times);
            }
        }
        let all = times.into_iter();
        let mut all: Vec<_> = all
            .filter_map(|(case, times)| Some((case, found.files.get(&case)?, times)))
            .collect();
        all.sort_by(|(_, a, _), (_, b, _)| a.spoken_name.cmp(&b.spoken_name));
        let last = choice
            .after
            .and_then(|after| all.iter().position(|(case, ..)| *case == after));
        let (files, before) = (all.len(), last.map_or(0, |last| last + 1));
        let mut lines = Vec::new();
        for (case, file, times) in all.into_iter().skip(before).take(FILES) {
            // Whom a list names is noted with it.
            if read.permit_row(Action::ReadAudit, case, file.facts).is_some() {
                let spoken_name = file.spoken_name.clone();
                lines.push(OfFile {
                    case,
                    spoken_name,
                    times,
                });
            }
        }
        let next = lines.last().map(|line| line.case);
        Ok(Files {
            organisation,
            day,
            files,
            before,
            next: next.filter(|_| before + lines.len() < files),
            lines,
        })
    })
}

/// What is counted for a reader.
struct Found {
    /// The files whose log the reader may see.
    files: HashMap<Id<Case>, File>,
    entries: Vec<Entry>,
    /// How many entries can't be read.
    unreadable: usize,
}

struct File {
    spoken_name: String,
    facts: CaseFacts,
    permit: Permit,
}

/// What an entry counts for.
struct Entry {
    case: Id<Case>,
    organisation: Id<Organisation>,
    day: Day,
    times: Times,
}

/// The entries of these days that are there for this reader: of the files that the search box finds too.
fn gather(read: &mut Read<'_>, context: &Context, days: &[Day]) -> Result<Found, Error> {
    let own = context.actor.organisation;
    let mut found = Found {
        files: HashMap::new(),
        entries: Vec::new(),
        unreadable: 0,
    };
    for row in read.views().counted(own)? {
        let facts = CaseFacts::of_row(row.facts);
        if let Some(permit) = read.permit_counted(Action::ReadAudit, row.case, facts) {
            let spoken_name = row.spoken_name;
            found.files.insert(
                row.case,
                File {
                    spoken_name,
                    facts,
                    permit,
                },
            );
        }
    }
    let Some(since) = days.last().map(|day| day.from) else {
        return Ok(found);
    };
    for (case, looked) in read.views().looked_since(own, since)? {
        let file = found.files.get(&case);
        let day = days.iter().find(|day| day.holds(looked.at));
        let (Some(File { permit, .. }), Some(day)) = (file, day) else {
            continue;
        };
        let Some(event) = looked.event else {
            found.unreadable += usize::from(permit.sees(Record::Opening, &[]));
            continue;
        };
        let organisation = event.actor.organisation;
        if permit.sees(Record::Opening, &[organisation]) {
            let often = event.again.map_or(1, |again| again.times as usize);
            let times = match event.result.is_denial() {
                true => Times {
                    opened: 0,
                    refused: often,
                },
                false => Times {
                    opened: often,
                    refused: 0,
                },
            };
            let day = *day;
            found.entries.push(Entry {
                case,
                organisation,
                day,
                times,
            });
        }
    }
    Ok(found)
}
