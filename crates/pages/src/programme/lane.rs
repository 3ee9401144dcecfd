//! The time line of a programme, drawn once. It is hidden on a phone and from assistive technology: the list says all of it.
use super::days;
use jiff::civil::Date;
use tiltas_domain::{dated::Dated, programme::Programme};
use tiltas_words::Words;

const WIDTH: i32 = 1200;
const EDGE: i32 = 20;
/// From this place on there is no room for words to the right.
const FAR: i32 = 760;

/// A month, or a year where there are many.
pub(super) struct Tick {
    pub x: i32,
    pub label: String,
}

/// An activity.
pub(super) struct Mark {
    pub x: i32,
    pub to: i32,
    pub y: i32,
    /// Where its words stand, and from which end they are written.
    pub text: i32,
    pub end: bool,
    pub label: String,
    /// Its days are not known, or it is still to come.
    pub dashed: bool,
}

/// The drawing.
pub(super) struct Lane {
    pub ticks: Vec<Tick>,
    pub marks: Vec<Mark>,
    pub height: i32,
    /// From the first day to the last.
    pub from: i32,
    pub to: i32,
}

/// The drawing, where there is something to draw.
pub(super) fn lane(words: &Words, of: &Programme) -> Option<Lane> {
    let firsts = of.activities.iter().filter_map(|activity| activity.begins.first());
    let lasts = of
        .activities
        .iter()
        .filter_map(|activity| activity.ends.unwrap_or(activity.begins).last());
    let begins = of.first.begins.first()?;
    let ends = of.first.ends.and_then(Dated::last);
    let start = firsts.chain([begins]).min()?.first_of_month();
    let end = lasts.chain(ends).max()?.last_of_month();
    let length = days_between(start, end).max(1);
    let width = i64::from(WIDTH - 2 * EDGE);
    // No day lies outside, so the place fits; the product of a long time does not fit into 32 bits.
    let x = |day: Date| EDGE + i32::try_from(days_between(start, day) * width / length).unwrap_or(0);
    let marks: Vec<Mark> = of
        .activities
        .iter()
        .enumerate()
        .filter_map(|(nth, activity)| {
            let (first, last) = (
                activity.begins.first()?,
                activity.ends.unwrap_or(activity.begins).last()?,
            );
            let (from, to) = (x(first), x(last).max(x(first) + 9));
            let end = to > FAR;
            let name = activity
                .title
                .clone()
                .unwrap_or_else(|| words.say_programme_activity(activity.kind));
            Some(Mark {
                x: from,
                to,
                y: 36 + 24 * i32::try_from(nth).ok()?,
                text: if end { from - 8 } else { to + 8 },
                end,
                label: format!("{name}, {}", days(words, activity.begins, activity.ends)),
                dashed: activity.begins.day().is_none(),
            })
        })
        .collect();
    let height = 60 + 24 * i32::try_from(marks.len()).ok()?;
    let last = ends.unwrap_or(end);
    Some(Lane {
        ticks: ticks(words, start, end, x),
        marks,
        height,
        from: x(begins),
        to: x(last),
    })
}

fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// Each month of a year, or each year of several.
fn ticks(words: &Words, start: Date, end: Date, x: impl Fn(Date) -> i32) -> Vec<Tick> {
    let long = days_between(start, end) > 450;
    let mut ticks = Vec::new();
    let mut month = start;
    while month <= end && ticks.len() < 40 {
        let label = match long {
            true => month.year().to_string(),
            false => words.say_code("month", &month.month().to_string()),
        };
        if !long || month.month() == 1 || month == start {
            ticks.push(Tick { x: x(month), label });
        }
        let Ok(next) = month.last_of_month().tomorrow() else {
            break;
        };
        month = next;
    }
    ticks
}
