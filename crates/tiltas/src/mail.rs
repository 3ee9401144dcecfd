//! Mail without content: "Something is due in Tiltas", and no more. Who reads it on the way learns nothing of anyone.
use crate::settings::Mail;
use anyhow::{Context, Result};
use lettre::{Message, SmtpTransport, Transport, message::header::ContentType};
use std::time::Duration;
use tiltas_app::App;
use tiltas_domain::Moment;

/// The words of every mail.
const WORDS: &str = "Something is due in Tiltas";
const WORKER: &str = "mail";

/// Hands over what waits.
pub struct Post {
    transport: SmtpTransport,
    from: String,
}

impl Post {
    /// A way to the server.
    pub fn new(mail: &Mail) -> Result<Post> {
        let (host, port) = mail.endpoint()?;
        Ok(Post {
            transport: SmtpTransport::builder_dangerous(host)
                .port(port)
                .timeout(Some(Duration::from_secs(10)))
                .build(),
            from: mail.from.clone(),
        })
    }

    /// Sends what is due; what can't be sent waits longer with each try.
    pub fn send(&self, app: &App, now: Moment) -> Result<()> {
        for notice in app.store().claim("mail", WORKER, now, 5, 16)? {
            let sent = std::str::from_utf8(&notice.payload)
                .context("a notice has no address")
                .and_then(|address| self.one(address));
            match sent {
                Ok(()) => app.store().done(&notice, WORKER)?,
                Err(error) => {
                    // The address stays out of the log.
                    tracing::warn!(target: "tiltas::mail", "a notice could not be handed over: {}", error.root_cause());
                    app.store().later(&notice, WORKER, now)?
                }
            };
        }
        Ok(())
    }

    fn one(&self, to: &str) -> Result<()> {
        let message = Message::builder()
            .from(self.from.parse().context("[mail] from is no address")?)
            .to(to.parse().map_err(|_| anyhow::anyhow!("an address is none"))?)
            .subject(WORDS)
            .header(ContentType::TEXT_PLAIN)
            .body(format!("{WORDS}.\r\n"))?;
        self.transport.send(&message)?;
        Ok(())
    }
}

/// Takes away what waits on a node that sends no mail: it was put there when one was named, and is old by now.
pub fn discard(app: &App, now: Moment) -> Result<()> {
    if app.store().waiting("mail")?.0 > 0 {
        for notice in app.store().claim("mail", WORKER, now, 5, 256)? {
            app.store().done(&notice, WORKER)?;
        }
    }
    Ok(())
}
