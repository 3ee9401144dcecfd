//! Holds the code to the map: who may call whom, what stays pure, where SQL stands, what a file is called.
//!
//! INVARIANT: a rule reads only the [`Tree`] (and the purity rule the output of `cargo tree`), so each can be shown to
//! fail on a handful of strings.
mod allow;
mod command;
mod edges;
mod glossary;
mod licences;
mod lints;
mod pronoun;
mod purity;
mod role;
mod rust;
mod said;
mod seam;
mod size;
mod slices;
mod sql;
pub mod tree;
mod wiping;
mod words;

use allow::Allow;
use anyhow::{Context, Result};
use glossary::Glossary;
use std::fmt;
use tree::Tree;

/// One thing that is not as the house has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    path: String,
    line: usize,
    rule: &'static str,
    /// What stands there, and what would be accepted.
    says: String,
}

impl Fault {
    fn new(rule: &'static str, path: &str, line: usize, says: impl Into<String>) -> Self {
        Fault {
            path: path.to_owned(),
            line,
            rule,
            says: says.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.path, self.line, self.rule, self.says)
    }
}

/// Runs every rule on the working tree and prints what is wrong. Answers whether nothing is.
pub fn run() -> Result<bool> {
    let root = tree::root()?;
    let tree = Tree::read(&root)?;
    let allow = Allow::parse(tree.text(allow::PATH).context("the allow list is missing")?)?;
    let glossary = Glossary::parse(tree.text(glossary::PATH).context("the glossary is missing")?);
    let mut faults = check(&tree, &glossary);
    for (package, room) in purity::ROOMS {
        faults.extend(purity::dependencies(room, &tree::cargo_tree(&root, package)?));
    }
    let mut faults = allow.apply(faults);
    faults.sort();
    for fault in &faults {
        println!("{fault}");
    }
    println!("tidy: {} files, {} faults", tree.files().count(), faults.len());
    Ok(faults.is_empty())
}

/// Every rule that needs nothing but the tree.
fn check(tree: &Tree, glossary: &Glossary) -> Vec<Fault> {
    [
        command::check(tree),
        edges::check(tree),
        purity::sources(tree),
        lints::check(tree),
        pronoun::check(tree),
        role::check(tree),
        sql::check(tree),
        seam::check(tree),
        size::check(tree),
        slices::check(tree, glossary),
        words::check(tree),
        said::check(tree),
        licences::check(tree),
        wiping::check(tree),
        glossary.check(),
    ]
    .concat()
}
