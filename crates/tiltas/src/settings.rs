//! `tiltas.toml` in the data folder: what a node is told, each value with its place.
use crate::node::Folder;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::net::IpAddr;

/// The file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Where "something is due" is handed over.
    pub mail: Option<Mail>,
}

/// A mail server.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Address and port: `127.0.0.1:25`.
    pub server: String,
    /// The sender: `tiltas@example.org`.
    pub from: String,
}

impl Settings {
    /// What the folder's file says; without a file, nothing.
    pub fn read(folder: &Folder) -> Result<Settings> {
        let path = folder.file("tiltas.toml");
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Settings::default()),
            Err(error) => return Err(error).with_context(|| format!("can't read {}", path.display())),
        };
        let settings: Settings = toml::from_str(&text)
            .with_context(|| format!("{}: accepted is a section [mail] with server and from", path.display()))?;
        if let Some(mail) = &settings.mail {
            mail.endpoint()
                .with_context(|| format!("{}: [mail] server", path.display()))?;
        }
        Ok(settings)
    }
}

impl Mail {
    /// Host and port. WHY loopback only: there is no encryption on this way yet, and who gets a notice is nobody's business.
    pub fn endpoint(&self) -> Result<(String, u16)> {
        let Some((host, port)) = self.server.rsplit_once(':') else {
            bail!("{} names no port; accepted: 127.0.0.1:25", self.server);
        };
        let port = port.parse().with_context(|| format!("{port} is no port"))?;
        let host = host.trim_matches(['[', ']']);
        let here = host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
        if !here {
            bail!("{host} is not this machine, and the way there is not encrypted yet; accepted: a relay on 127.0.0.1");
        }
        Ok((host.to_owned(), port))
    }
}
