//! What an archive is, and whether it may be unpacked: everything in it is unpacked once and counted before any of it is parsed.
use super::{Unreadable, Why};
use std::io::{Cursor, Read};

/// All that an archive may unpack to, in bytes.
const UNPACKED: u64 = 32 * 1024 * 1024;
/// The most files in it.
const ENTRIES: usize = 500;
/// So many times its size a file of it may unpack to, once it is larger than what that says nothing about.
const RATIO: u64 = 200;
const SMALL: u64 = 1024 * 1024;
/// The largest number by which a file may say beforehand how many texts it holds.
const TEXTS: u64 = 1_000_000;

/// What kind of book an archive is.
pub(super) enum Kind {
    /// Office Open XML.
    Xlsx,
    /// OpenDocument, with its content.
    Ods(String),
}

/// Looks through an archive.
pub(super) fn look(bytes: &[u8]) -> Result<Kind, Unreadable> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Why::Damaged)?;
    if archive.len() > ENTRIES {
        return Err(Why::Unpacks.into());
    }
    let mut declared = 0u64;
    for nth in 0..archive.len() {
        let entry = archive.by_index_raw(nth).map_err(|_| Why::Damaged)?;
        if entry.encrypted() {
            return Err(Why::Locked.into());
        }
        declared = declared.saturating_add(entry.size());
    }
    // What an archive says of itself may be less than what it holds: then the count below ends it.
    if declared > UNPACKED {
        return Err(Why::Unpacks.into());
    }
    let (mut left, mut content) = (UNPACKED, None);
    let (mut is_book, mut is_office, mut is_sheet, mut locked) = (false, false, false, false);
    for nth in 0..archive.len() {
        let entry = archive.by_index(nth).map_err(|_| Why::Damaged)?;
        let name = entry.name().map_err(|_| Why::Damaged)?.into_owned();
        let packed = entry.compressed_size();
        let mut text = Vec::new();
        let count = entry.take(left + 1).read_to_end(&mut text);
        let count = count.map_err(|_| Why::Damaged)? as u64;
        left = left.checked_sub(count).ok_or(Why::Unpacks)?;
        if count > SMALL && count / RATIO > packed {
            return Err(Why::Unpacks.into());
        }
        if name.ends_with(".xml") || name.ends_with(".rels") {
            sound(&text)?;
        }
        match name.as_str() {
            "xl/workbook.xml" => is_book = true,
            "[Content_Types].xml" => is_office = true,
            "content.xml" => content = Some(text),
            "mimetype" => is_sheet = text.starts_with(b"application/vnd.oasis.opendocument.spreadsheet"),
            "META-INF/manifest.xml" => locked = has(&text, b"encryption-data"),
            _ => {}
        }
    }
    match (is_book, content) {
        (true, _) => Ok(Kind::Xlsx),
        (false, Some(_)) if locked => Err(Why::Locked.into()),
        (false, Some(content)) if is_sheet => {
            let content = String::from_utf8(content).map_err(|_| Why::Damaged)?;
            Ok(Kind::Ods(content))
        }
        // A text or a picture of the same family.
        (false, Some(_)) => Err(Why::Kind.into()),
        (false, None) if is_office => Err(Why::Kind.into()),
        (false, None) => Err(Why::Archive.into()),
    }
}

fn has(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|some| some == part)
}

/// WHY: the library makes room for as many texts as a file says that it holds, before it reads one of them. A file that says a large
/// number would end the program. In letters of two bytes it could say so unseen, and no program for tables writes those.
fn sound(text: &[u8]) -> Result<(), Unreadable> {
    const COUNT: &[u8] = b"uniqueCount";
    if text.contains(&0) {
        return Err(Why::Damaged.into());
    }
    let mut rest = text;
    while let Some(at) = rest.windows(COUNT.len()).position(|some| some == COUNT) {
        rest = rest.get(at + COUNT.len()..).unwrap_or_default();
        let said = rest.trim_ascii_start().strip_prefix(b"=").unwrap_or_default();
        let mut said = said.trim_ascii_start().split(|byte| matches!(byte, b'"' | b'\''));
        let number = said.nth(1).and_then(|number| std::str::from_utf8(number).ok());
        let number = number.and_then(|number| number.trim().parse::<u64>().ok());
        if number.is_none_or(|number| number > TEXTS) {
            return Err(Why::Damaged.into());
        }
    }
    Ok(())
}
