//! Values with a sign between them: in UTF-8 or UTF-16, with a comma, a semicolon or a tabulator.
//!
//! WHY no other letters: in Windows-1250 and Windows-1252 the same byte is another letter, and nothing in the file says which of them it
//! is in. A guess would write wrong names into a plan, so it is said how to save the file.
use super::{Rows, Unreadable, Why, text};
use tiltas_domain::import::{Book, Cell};

/// What stands at the end while the file is read: where it is no row of its own, a quotation mark was left open before it.
const END: &str = "\u{1}end\u{1}";

pub(super) fn read(bytes: &[u8]) -> Result<Book, Unreadable> {
    let words = words(bytes)?;
    let words = match words.contains('\n') {
        true => words,
        // Line ends as an old machine wrote them.
        false => words.replace('\r', "\n"),
    };
    let (sign, skipped) = sign(&words);
    let body = words.get(skipped..).unwrap_or_default();
    let body = format!("{}\n{END}", body.trim_end_matches(['\r', '\n']));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(sign)
        .from_reader(body.as_bytes());
    let mut rows = Rows::new("", 0);
    // A program for tables counts empty lines, and a row whose cells have several lines once.
    let mut row = u32::from(skipped > 0);
    let mut closed = false;
    for record in reader.records() {
        let record = record.map_err(|_| Why::Damaged)?;
        row = row.saturating_add(empty_before(body.as_bytes(), record.position()));
        if record.len() == 1 && record.get(0) == Some(END) {
            closed = true;
            break;
        }
        if record.iter().any(|cell| cell.contains(END)) {
            return Err(rows.wrong(Why::Quote, row, None));
        }
        for (column, typed) in (0u32..).zip(record.iter()) {
            rows.put(row, column, cell(typed))?;
        }
        row = row.saturating_add(1);
    }
    match closed {
        true => Ok(Book {
            sheets: vec![rows.sheet],
        }),
        false => Err(Why::Quote.into()),
    }
}

/// How many empty lines stand right before a record: its position is that of the first of them.
fn empty_before(body: &[u8], position: Option<&csv::Position>) -> u32 {
    let start = position
        .and_then(|position| usize::try_from(position.byte()).ok())
        .unwrap_or_default();
    let (before, rest) = body.split_at_checked(start).unwrap_or((body, &[]));
    // The second half of the line end before it.
    let half = usize::from(before.ends_with(b"\r") && rest.starts_with(b"\n"));
    let ends = rest.iter().skip(half).take_while(|byte| matches!(byte, b'\r' | b'\n'));
    u32::try_from(ends.filter(|byte| **byte == b'\n').count()).unwrap_or(u32::MAX)
}

/// The letters of a file.
fn words(bytes: &[u8]) -> Result<String, Unreadable> {
    let words = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => std::str::from_utf8(rest).map(str::to_owned).map_err(|_| Why::Letters)?,
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes)?,
        bytes => match std::str::from_utf8(bytes) {
            Ok(words) => words.to_owned(),
            Err(_) if is_no_text(bytes) => return Err(Why::Kind.into()),
            Err(_) => return Err(Why::Letters.into()),
        },
    };
    let start = words.trim_start().get(..9).unwrap_or_default().to_lowercase();
    if is_no_text(words.as_bytes())
        || ["<!doctype", "<html", "<?xml", "{\\rtf"]
            .iter()
            .any(|kind| start.starts_with(kind))
    {
        return Err(Why::Kind.into());
    }
    Ok(words)
}

fn wide(bytes: &[u8], join: fn([u8; 2]) -> u16) -> Result<String, Unreadable> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(Why::Letters.into());
    }
    let signs = char::decode_utf16(pairs.iter().map(|pair| join(*pair)));
    let words: Result<String, _> = signs.collect();
    words.map_err(|_| Why::Letters.into())
}

/// Whether it holds what no text does.
fn is_no_text(bytes: &[u8]) -> bool {
    let odd = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r');
    bytes.starts_with(b"%PDF") || bytes.iter().any(odd)
}

/// The sign between two values: the one that makes most columns of the rows, or the one that the file names; and how much of the file
/// says so.
fn sign(words: &str) -> (u8, usize) {
    let first = words.lines().next().unwrap_or_default();
    let named = first.strip_prefix("sep=").or_else(|| first.strip_prefix("SEP="));
    if let Some([sign]) = named.map(str::as_bytes) {
        let skipped = words.find('\n').map_or(words.len(), |at| at + 1);
        return (*sign, skipped);
    }
    let most = [b'\t', b';', b','].into_iter().max_by_key(|sign| columns(words, *sign));
    (most.unwrap_or(b','), 0)
}

/// Rows by which the sign is told.
const ROWS: usize = 50;

/// How many columns the row in the middle has, were this the sign, when they are set out by how many they have; and all of them together.
/// A title above the table, and a sign inside of a text, tell little of it.
fn columns(words: &str, sign: u8) -> (usize, usize) {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(sign)
        .from_reader(words.as_bytes());
    let rows = reader.records().take(ROWS).filter_map(Result::ok);
    let mut counts: Vec<usize> = rows.map(|row| row.len()).collect();
    counts.sort_unstable();
    let middle = counts.get(counts.len() / 2).copied().unwrap_or_default();
    (middle, counts.iter().sum())
}

/// What would be run as a formula is one; the mark with which a text is kept from that is taken off.
fn cell(typed: &str) -> Cell {
    if typed.starts_with('=') {
        return Cell::Formula;
    }
    let marked = typed.strip_prefix('\'');
    let marked = marked.filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r']));
    text(marked.unwrap_or(typed))
}
