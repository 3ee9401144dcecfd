//! Every query constant is understood by both databases, and says nothing that only one of them knows.
use crate::common::*;
use std::path::Path;
use tiltas_store::Location;

/// The pieces of a `concat!`, joined; `standing!("organisation", "now")` and `among!()` among them stand for their own pieces.
fn joined(parts: &str) -> String {
    let mut whole = String::new();
    for line in parts.lines().map(str::trim) {
        let mut quoted = line.split('"').skip(1).step_by(2);
        if line.starts_with("standing!(") {
            let (organisation, now) = (quoted.next().unwrap(), quoted.next().unwrap());
            whole.push_str(&standing().replace("$organisation", organisation).replace("$now", now));
        } else if line.starts_with("among!()") {
            let views = views();
            let (_, ids) = views.split_once("macro_rules! among").unwrap();
            whole.push_str(ids.split('"').nth(1).unwrap());
        } else {
            whole.extend(quoted);
        }
    }
    whole
}

fn views() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/views.rs")).unwrap()
}

/// What the macro `rows` of a file puts before the condition of a query.
fn rows(file: &str) -> String {
    let (_, body) = file.split_once("macro_rules! rows").unwrap();
    let (_, body) = body.split_once("concat!(").unwrap();
    joined(body.split("\n        )").next().unwrap())
}

/// The pieces of the macro `standing`, with the names of its arguments where they stand.
fn standing() -> String {
    let text = views();
    let (_, body) = text.split_once("macro_rules! standing").unwrap();
    let (_, body) = body.split_once("concat!(").unwrap();
    let body = body.split("\n        )").next().unwrap();
    let pieces = body.split('"').enumerate().map(|(nth, piece)| match nth % 2 {
        0 => piece.trim_matches(|sign: char| sign.is_whitespace() || sign == ','),
        _ => piece,
    });
    pieces.collect()
}

/// The constants `const NAME: &str = "SELECT …";` below `folder`, with their file.
fn constants(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            constants(&path, found);
            continue;
        }
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        for piece in text.split("\nconst ").chain(text.split("\npub(crate) const ")).skip(1) {
            let head = piece.split('=').next().unwrap_or_default();
            let body = match piece.split_once("= concat!(") {
                Some((before, parts)) if !before.contains(';') => joined(parts.split("\n);").next().unwrap()),
                _ => {
                    let quoted = piece.split('"').nth(1).unwrap_or_default();
                    let value = piece.split_once('=').map_or("", |(_, value)| value.trim_start());
                    match value.starts_with("rows!(") {
                        true => rows(&text) + quoted,
                        false => quoted.to_owned(),
                    }
                }
            };
            let is_query = ["SELECT ", "INSERT ", "UPDATE ", "DELETE "]
                .iter()
                .any(|word| body.starts_with(word));
            if head.trim_end().ends_with(": &str") && is_query {
                found.push((file.clone(), body));
            }
        }
        // Tables are compared by these.
        for piece in text.split(" all: \"").skip(1) {
            found.push((file.clone(), piece.split('"').next().unwrap().to_owned()));
        }
    }
}

fn all() -> Vec<(String, String)> {
    let mut found = Vec::new();
    constants(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 15, "the constants are found: {}", found.len());
    found
}

/// The keys file is SQLite wherever the journal is.
fn is_of_keys(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let table = words
        .position(|word| matches!(word, "FROM" | "INTO" | "UPDATE"))
        .and(words.next());
    matches!(table, Some("key" | "node" | "signed" | "epoch"))
}

#[test]
fn every_query_is_prepared_by_sqlite() {
    let place = Place::sqlite();
    drop(place.open());
    let open = |name| rusqlite::Connection::open(place.folder.path().join(name)).unwrap();
    let (journal, keys) = (open("tiltas.db"), open("keys.db"));
    for (file, text) in all() {
        let connection = if is_of_keys(&text) { &keys } else { &journal };
        let prepared = connection.prepare(&text);
        assert!(prepared.is_ok(), "{file}: {text}: {:?}", prepared.err());
    }
}

#[test]
fn every_query_is_prepared_by_postgres() {
    let Some(place) = Place::postgres() else { return };
    drop(place.open());
    let Location::Postgres { url, .. } = &place.location else {
        return;
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
        tokio::spawn(async move { drop(connection.await) });
        for (file, text) in all().iter().filter(|(_, text)| !is_of_keys(text)) {
            let prepared = client.prepare(text).await;
            assert!(prepared.is_ok(), "{file}: {text}: {:?}", prepared.err());
        }
    });
}

#[test]
fn no_query_says_what_only_one_database_knows() {
    for (file, text) in all() {
        let text = text.to_lowercase();
        for word in [
            " now()",
            "current_timestamp",
            "->",
            "::",
            " ilike ",
            "rowid",
            "datetime(",
            "for update",
            " returning *",
        ] {
            assert!(!text.contains(word), "{file}: {word}");
        }
        assert!(
            !text.contains("sum(") || text.contains("cast(sum("),
            "{file}: a sum is cast to bigint"
        );
    }
}
