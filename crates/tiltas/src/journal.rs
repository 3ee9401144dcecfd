//! `journal verify` and `journal rebuild`.
use crate::{
    clock,
    command::{Data, Database},
    node::Folder,
};
use anyhow::{Context, Result, bail};
use clap::Subcommand;
use std::process::ExitCode;
use tiltas_domain::Moment;
use tiltas_store::{Inspector, Tampering};

/// What can be asked of the journal.
#[derive(Debug, Subcommand)]
pub enum Journal {
    /// Follow the chain from the first event to the head, against every signed head.
    Verify(Place),
    /// Project the journal anew beside the live tables, and compare bit by bit.
    Rebuild(Place),
}

/// Where the journal lies.
#[derive(Debug, clap::Args)]
pub struct Place {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    database: Database,
}

impl Place {
    /// Opens what is there to look at it; makes and changes nothing. And the folder, and its key.
    pub fn look(&self) -> Result<(Folder, Inspector)> {
        let database = self.database.url()?;
        let folder = Folder::find(&self.data.folder()?)?;
        let Some(key) = folder.key()? else {
            bail!(
                "{} is missing: this is no data folder of a node, or its key was taken away",
                folder.file("node.key").display()
            );
        };
        let inspector = folder.look(database.as_deref(), &key)?;
        Ok((folder, inspector))
    }
}

impl Journal {
    /// Asks it. A journal that is not whole, and tables that differ, are code 2.
    pub fn run(&self) -> Result<ExitCode> {
        match self {
            Journal::Verify(place) => {
                let (folder, inspector) = place.look()?;
                verify(&inspector, clock::now(&folder)?)
            }
            Journal::Rebuild(place) => rebuild(&place.look()?.1),
        }
    }
}

fn verify(inspector: &Inspector, now: Moment) -> Result<ExitCode> {
    let report = inspector.verify().context("the journal could not be followed")?;
    if let Some(fault) = report.first_fault {
        println!("not whole: event {} {}", fault.position, said(fault.what));
    }
    for foreign in &report.foreign {
        println!("not whole: {foreign}");
    }
    let overdue = report.is_overdue(now);
    if overdue {
        println!(
            "not signed: {} events after {}, older than two minutes. A start of the node follows and signs them",
            report.unproven, report.signed_to
        );
    }
    if overdue || !report.is_whole() {
        return Ok(ExitCode::from(2));
    }
    println!(
        "whole: {} events, signed to {}, {} younger ones unproven",
        report.events, report.signed_to, report.unproven
    );
    Ok(ExitCode::SUCCESS)
}

fn said(what: Tampering) -> &'static str {
    match what {
        Tampering::Edited => "was changed after it was written",
        Tampering::Removed => "was removed",
        Tampering::Reordered => "stands at another place",
        Tampering::CutOff => "is the first of those cut off at the end",
        Tampering::Added => "stands behind the head: nobody committed it",
        Tampering::Forged => "was not sealed by this node",
        Tampering::OutOfStep => "does not follow the one before it in its stream",
        Tampering::Hidden => "is left out of an index: the node does not see it",
    }
}

fn rebuild(inspector: &Inspector) -> Result<ExitCode> {
    let differences = inspector.rebuild().context("the tables could not be rebuilt beside")?;
    for difference in &differences {
        println!(
            "differs: table {}, row {}: {:?}",
            difference.table, difference.row, difference.what
        );
    }
    if differences.is_empty() {
        println!("equal: every table says what the journal says");
        Ok(ExitCode::SUCCESS)
    } else {
        Ok(ExitCode::from(2))
    }
}
