//! A file that a form brings, with the form's fields (RFC 7578), or that a program sends as its body. What comes is bounded while it
//! comes: nothing beyond the limit is kept. The token must belong to this session, as any form's.
use super::Visit;
use crate::{Failure, Fields, forms::TOKEN};
use axum::{
    body::{Body, HttpBody},
    extract::Request,
    http::{HeaderMap, header},
};
use sha2::{Digest, Sha256};
use std::{future::poll_fn, pin::Pin};

/// What stands around a file in a form, in bytes.
const AROUND: usize = 64 * 1024;
/// The most fields of such a form.
const FIELDS: usize = 40;
/// So many times the limit is taken and thrown away before the answer: whoever sends too much is told so, where their program reads an
/// answer only once all is sent.
const OVER: usize = 4;

/// The fields, and the file named `file`.
pub struct Uploaded {
    /// The fields; among them a digest of the file, so that a key stands for one file.
    pub fields: Fields,
    /// The file; empty where none was chosen.
    pub file: Vec<u8>,
}

/// Whether it is a form with a file at all: asked before anything else is, as of any form.
///
/// # Errors
/// [`Failure::Stale`].
pub fn is_upload(headers: &HeaderMap) -> Result<(), Failure> {
    boundary(headers).map(drop).ok_or(Failure::Stale)
}

/// The fields of a form with a file of at most `most` bytes. It is read where whoever sends it was allowed to.
///
/// # Errors
/// [`Failure::TooLarge`]; [`Failure::Stale`] where it is no such form, or its token is not of this session.
pub async fn uploaded(visit: &Visit, request: Request, most: usize) -> Result<Uploaded, Failure> {
    let (parts, body) = request.into_parts();
    let mark = boundary(&parts.headers).ok_or(Failure::Stale)?;
    let bytes = taken(body, most.saturating_add(AROUND)).await?;
    let (mut fields, mut file) = (Fields::default(), Vec::new());
    for (nth, part) in split(&bytes, mark.as_bytes())
        .ok_or(Failure::Stale)?
        .into_iter()
        .enumerate()
    {
        let (name, content) = named(part).filter(|_| nth < FIELDS).ok_or(Failure::Stale)?;
        match name.as_str() {
            "file" => file = content.to_vec(),
            name => {
                let value = std::str::from_utf8(content).map_err(|_| Failure::Stale)?;
                fields = fields.with(name, value);
            }
        }
    }
    // What is not the file is a form's, and no longer than one.
    if bytes.len() - file.len() > AROUND || file.len() > most {
        return Err(Failure::TooLarge);
    }
    if !visit.token_fits(fields.one(TOKEN)) {
        return Err(Failure::Stale);
    }
    Ok(Uploaded {
        fields: fields.with("file", digest(&file)),
        file,
    })
}

/// The body as the file, of at most `most` bytes.
///
/// # Errors
/// [`Failure::TooLarge`].
pub async fn sent_file(request: Request, most: usize) -> Result<Vec<u8>, Failure> {
    taken(request.into_body(), most).await
}

/// What recognises a file: a repetition has the same.
pub fn digest(file: &[u8]) -> String {
    Sha256::digest(file).iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn taken(mut body: Body, most: usize) -> Result<Vec<u8>, Failure> {
    let (mut kept, mut all) = (Vec::new(), 0usize);
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let frame = frame.map_err(|_| Failure::Unavailable)?;
        let Ok(data) = frame.into_data() else { continue };
        all = all.saturating_add(data.len());
        if all <= most {
            kept.extend_from_slice(&data);
        } else {
            kept = Vec::new();
        }
        if all > most.saturating_mul(OVER) {
            break;
        }
    }
    match all <= most {
        true => Ok(kept),
        false => Err(Failure::TooLarge),
    }
}

fn boundary(headers: &HeaderMap) -> Option<String> {
    let kind = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    let mut parts = kind.split(';').map(str::trim);
    if !parts.next()?.eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let mark = parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.eq_ignore_ascii_case("boundary")
            .then(|| value.trim_matches('"').to_owned())
    })?;
    (1..=70).contains(&mark.len()).then_some(mark)
}

/// The parts between the marks; `None` where the form does not end.
fn split<'b>(bytes: &'b [u8], mark: &[u8]) -> Option<Vec<&'b [u8]>> {
    let line = [b"--", mark].concat();
    // A mark stands at the beginning of a line: of the first as of any other.
    let mut rest = bytes.strip_prefix(line.as_slice())?;
    let between = [b"\r\n", line.as_slice()].concat();
    let mut parts = Vec::new();
    loop {
        if rest.starts_with(b"--") {
            return Some(parts);
        }
        let part = rest.strip_prefix(b"\r\n")?;
        let end = find(part, &between)?;
        let (part, after) = part.split_at_checked(end)?;
        parts.push(part);
        rest = after.get(between.len()..)?;
    }
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    let first = *part.first()?;
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().position(|byte| *byte == first)?;
        if bytes.get(at..)?.starts_with(part) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// The name of a part, and what stands in it.
fn named(part: &[u8]) -> Option<(String, &[u8])> {
    let end = find(part, b"\r\n\r\n")?;
    let (heads, content) = (part.get(..end)?, part.get(end + 4..)?);
    let heads = std::str::from_utf8(heads).ok()?;
    let disposition = heads.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case("content-disposition").then_some(value)
    })?;
    // The name of the file comes along, and is not kept: it may name a person.
    let name = disposition
        .split(';')
        .map(str::trim)
        .find_map(|part| part.strip_prefix("name="))?;
    Some((name.trim_matches('"').to_owned(), content))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_split_at_its_marks_and_nowhere_else() {
        let form = b"--x1\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nab\r\n--x1\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a; name=b\"\r\nContent-Type: text/csv\r\n\r\n\r\n--x2 --x1\r\n\r\n\r\n--x1--\r\n";
        let parts = split(form, b"x1").expect("a form");
        let named: Vec<_> = parts.into_iter().filter_map(named).collect();
        assert_eq!(
            named,
            [
                ("token".to_owned(), b"ab".as_slice()),
                ("file".to_owned(), b"\r\n--x2 --x1\r\n\r\n".as_slice())
            ]
        );
        for broken in [
            b"".as_slice(),
            b"--x1",
            b"--x1\r\nno end",
            b"--x2\r\n\r\n\r\n--x2--",
            b"--x1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nab\r\n--x",
        ] {
            assert_eq!(split(broken, b"x1"), None, "{:?}", String::from_utf8_lossy(broken));
        }
    }

    #[tokio::test]
    async fn nothing_beyond_the_limit_is_kept() {
        assert_eq!(taken(Body::from(vec![1; 10]), 10).await.expect("it fits").len(), 10);
        let more = taken(Body::from(vec![1; 11]), 10).await;
        assert!(matches!(more, Err(Failure::TooLarge)));
        let chunks = (0..1_000).map(|_| Ok::<_, std::io::Error>(vec![0u8; 10]));
        let endless = Body::from_stream(futures::stream::iter(chunks));
        assert!(matches!(taken(endless, 100).await, Err(Failure::TooLarge)));
    }
}
