//! The node's folder and its key.
use anyhow::{Context, Result, bail};
use std::{
    fs::{self, DirBuilder, OpenOptions},
    io::Write,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};
use tiltas_store::{Inspector, Location, Store};

/// Two files of this size are given up when the disk is full: some thousand openings can still be noted in each.
const RESERVE: usize = 8 << 20;

/// A node's folder, readable by its owner alone.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder, made where it is missing, and closed to others.
    pub fn make(path: &Path) -> Result<Folder> {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(path)
            .with_context(|| format!("can't make the data folder {}", path.display()))?;
        let folder = Folder::find(path)?;
        if let Some(mode) = open_to_others(path)? {
            // WHY not any folder: one that others use is not closed to them for a slip of the hand.
            if !folder.file("node.key").exists() && fs::read_dir(path)?.next().is_some() {
                bail!(
                    "{} holds other files, and others can look into it (mode {mode:04o}); accepted: an empty folder, or 0700",
                    path.display()
                );
            }
            fs::set_permissions(path, fs::Permissions::from_mode(0o700))
                .with_context(|| format!("can't close {} to others", path.display()))?;
        }
        Ok(folder)
    }

    /// The folder is this process's alone until the lock is dropped.
    ///
    /// WHY: two nodes on one folder would each sign heads, escalate and send mail.
    pub fn lock(&self) -> Result<fs::File> {
        let path = self.file("lock");
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(&path)
            .with_context(|| format!("can't open {}", path.display()))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(fs::TryLockError::WouldBlock) => bail!(
                "another node is at work on {}: stop it first, or choose another folder with --data DIR",
                self.0.display()
            ),
            Err(fs::TryLockError::Error(error)) => Err(error).with_context(|| format!("can't lock {}", path.display())),
        }
    }

    /// The files in it that others can read, with their modes. Settings are no secret.
    pub fn readable_by_others(&self) -> Result<Vec<(String, u32)>> {
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.0).with_context(|| format!("can't read {}", self.0.display()))? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if let Some(mode) = open_to_others(&entry.path())?
                && name != "tiltas.toml"
            {
                found.push((name, mode));
            }
        }
        found.sort();
        Ok(found)
    }

    /// The folder, which must be there.
    pub fn find(path: &Path) -> Result<Folder> {
        if path.is_dir() {
            Ok(Folder(path.to_owned()))
        } else {
            bail!(
                "there is no data folder {}: start the node first, or say where it is with --data DIR",
                path.display()
            )
        }
    }

    /// A file in it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The node's key; `None` before the first start.
    pub fn key(&self) -> Result<Option<[u8; 32]>> {
        let path = self.file("node.key");
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).with_context(|| format!("can't read {}", path.display())),
        };
        if let Some(mode) = open_to_others(&path)? {
            bail!(
                "others can read the node's key {} (mode {mode:04o}); accepted: 0600 (chmod 600 {})",
                path.display(),
                path.display()
            );
        }
        let key = bytes.as_slice().try_into();
        key.map(Some).map_err(|_| {
            anyhow::anyhow!(
                "{} holds {} bytes; a node's key is 32 bytes. Bring back the right file: without it nothing here can be read",
                path.display(),
                bytes.len()
            )
        })
    }

    /// The node's key, drawn at the first start.
    pub fn key_or_new(&self) -> Result<[u8; 32]> {
        if let Some(key) = self.key()? {
            return Ok(key);
        }
        if ["keys.db", "epoch.key", "tiltas.db"]
            .iter()
            .any(|name| self.file(name).exists())
        {
            bail!(
                "{} is missing, and the folder holds data sealed with it: bring the file back",
                self.file("node.key").display()
            );
        }
        let key = draw_key()?;
        self.write("node.key", &key)?;
        Ok(key)
    }

    /// Writes a file for its owner alone: whole, or not at all.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let (path, draft) = (self.file(name), self.file(&format!("{name}.new")));
        let write = || -> std::io::Result<()> {
            let mut file = OpenOptions::new()
                .write(true)
                .create(true)
                .truncate(true)
                .mode(0o600)
                .open(&draft)?;
            file.set_permissions(fs::Permissions::from_mode(0o600))?;
            file.write_all(bytes)?;
            file.sync_all()?;
            fs::rename(&draft, &path)?;
            fs::File::open(&self.0)?.sync_all()
        };
        write().with_context(|| format!("can't write {}", path.display()))
    }

    /// Where the journal lies: in this folder, or on a PostgreSQL server; the keys lie here in both cases.
    pub fn location(&self, database: Option<&str>) -> Location {
        match database {
            None => Location::Folder(self.0.clone()),
            Some(url) => Location::Postgres {
                url: url.to_owned(),
                keys: self.0.clone(),
            },
        }
    }

    /// Opens journal and keys to look at them.
    pub fn look(&self, database: Option<&str>, key: &[u8; 32]) -> Result<Inspector> {
        Inspector::open(&self.location(database), key)
            .with_context(|| format!("can't look at the journal and keys in {}", self.0.display()))
    }

    /// Opens journal and keys.
    pub fn open(&self, database: Option<&str>, key: &[u8; 32]) -> Result<Store> {
        let store = Store::open(&self.location(database), key)
            .with_context(|| format!("can't open the journal and keys in {}", self.0.display()))?;
        if let Err(error) = store.keep_reserve(RESERVE) {
            tracing::warn!(target: "tiltas::node", "there is no room for a reserve on this disk: {error}");
        }
        Ok(store)
    }
}

/// The mode of a file or folder that others than its owner may open.
fn open_to_others(path: &Path) -> Result<Option<u32>> {
    let metadata = fs::metadata(path).with_context(|| format!("can't look at {}", path.display()))?;
    let mode = metadata.permissions().mode() & 0o777;
    Ok((mode & 0o077 != 0).then_some(mode))
}

/// A key that nobody had before.
pub fn draw_key() -> Result<[u8; 32]> {
    let mut key = [0; 32];
    #[expect(
        clippy::disallowed_methods,
        reason = "keys are drawn once, at the first start or for this run alone"
    )]
    getrandom::fill(&mut key).map_err(|error| anyhow::anyhow!("the machine gives no randomness: {error}"))?;
    Ok(key)
}
