//! What only lists and looks around is not read any more when the disk is nearly full.
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// A page of work that goes on: what there is to do today.
const GOES_ON: &str = "today.list";

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => sources(&path, found),
            false => found.push(path),
        }
    }
}

#[test]
fn each_view_that_lists_or_finds_ends_first() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&source, &mut files);
    let mut views = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(file).unwrap();
        for call in text.split(".view(").skip(1) {
            let name = call
                .trim_start()
                .strip_prefix('"')
                .and_then(|name| name.split('"').next());
            views.extend(name.map(str::to_owned));
        }
    }
    views.retain(|name| (name.ends_with(".list") || name.ends_with(".find")) && name != GOES_ON);
    assert!(views.len() > 12, "the calls are found: {views:?}");
    let text = fs::read_to_string(source.join("lib.rs")).unwrap();
    let list = text
        .split("const ENDS_FIRST")
        .nth(1)
        .and_then(|rest| rest.split("];").next());
    let ends: BTreeSet<String> = list.unwrap().split('"').map(str::to_owned).collect();
    let goes_on: Vec<_> = views.difference(&ends).collect();
    assert!(goes_on.is_empty(), "{goes_on:?}");
}
