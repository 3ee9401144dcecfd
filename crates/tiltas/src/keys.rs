//! `keys`: a backup that only its recipients can open, kept at most 31 days: that limit is the promise of forgetting.
use crate::{clock::machine, journal::Place, node::Folder};
use anyhow::{Context, Result, anyhow, bail};
use clap::Subcommand;
use std::{
    fs::OpenOptions,
    io::{Read, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    process::ExitCode,
};
use tiltas_store::backup::{self, KEPT_DAYS, Recipient, Secret};

/// What can be done with the keys.
#[derive(Debug, Subcommand)]
pub enum Keys {
    /// Make a recipient of backups. Its secret is written once, to be kept offline.
    NewRecipient {
        /// The file that the secret is written to; it must not be there yet.
        #[arg(value_name = "FILE")]
        secret: PathBuf,
    },
    /// Seal all keys to recipients.
    Backup {
        #[command(flatten)]
        place: Place,
        /// Who can open it: tiltas-recipient-…
        #[arg(long, value_name = "RECIPIENT", required = true, num_args = 1..)]
        to: Vec<String>,
        /// The file that is written; it must not be there yet.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Bring keys back from a backup, beside those that are there.
    Restore {
        #[command(flatten)]
        data: crate::command::Data,
        /// The backup.
        #[arg(long, value_name = "FILE")]
        from: PathBuf,
        /// The file with the recipient's secret.
        #[arg(long, value_name = "FILE")]
        secret: PathBuf,
    },
}

impl Keys {
    /// Does it.
    pub fn run(&self) -> Result<ExitCode> {
        match self {
            Keys::NewRecipient { secret } => {
                let (kept, recipient) = backup::key_pair().context("no key pair could be drawn")?;
                write_new(secret, kept.reveal().as_bytes())?;
                println!("{recipient}");
                eprintln!(
                    "The secret is in {}. Keep it offline, away from the node.",
                    secret.display()
                );
            }
            Keys::Backup { place, to, out } => {
                let parse = |text: &String| -> Result<Recipient> {
                    text.parse().map_err(|_| {
                        anyhow!("{text} is no recipient; accepted: what `tiltas keys new-recipient` printed")
                    })
                };
                let to: Vec<Recipient> = to.iter().map(parse).collect::<Result<_>>()?;
                let sealed = place
                    .look()?
                    .1
                    .backup_keys(&to, machine())
                    .context("the keys could not be sealed")?;
                write_new(out, &sealed)?;
                eprintln!(
                    "Sealed to {} recipients: {}. Delete it within {KEPT_DAYS} days.",
                    to.len(),
                    out.display()
                );
            }
            Keys::Restore { data, from, secret } => {
                let folder = Folder::find(&data.folder()?)?;
                let key = folder.key()?.ok_or_else(|| {
                    anyhow!(
                        "{} is missing: bring the node's key back first",
                        folder.file("node.key").display()
                    )
                })?;
                let secret: Secret = String::from_utf8(read(secret)?)
                    .ok()
                    .and_then(|text| text.parse().ok())
                    .ok_or_else(|| anyhow!("{} holds no secret of a recipient", secret.display()))?;
                let count = backup::restore(folder.path(), &key, &read(from)?, &secret)
                    .with_context(|| format!("{} could not be opened", from.display()))?;
                println!("{count} keys are there again");
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|mut file| file.read_to_end(&mut bytes))
        .with_context(|| format!("can't read {}", path.display()))?;
    Ok(bytes)
}

fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    match file {
        Ok(mut file) => {
            file.write_all(bytes)?;
            file.sync_all()?;
            Ok(())
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            bail!(
                "{} is there already; nothing was written. Choose another name",
                path.display()
            )
        }
        Err(error) => Err(error).with_context(|| format!("can't write {}", path.display())),
    }
}
