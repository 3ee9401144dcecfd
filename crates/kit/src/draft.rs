//! What was typed and not taken. The page that says no shows it again, in a form that can be sent; where the session is over it
//! comes along, sealed, in a hidden field of the sign-in page, and stands there again for the account that wrote it.
use crate::{
    edge::{Visit, random},
    failure::form_at,
    forms::{Fields, TOKEN, WRITTEN},
};
use aes_gcm_siv::{Aes256GcmSiv, KeyInit, Nonce, aead::Aead};
use tiltas_domain::Moment;
use tiltas_words::{Words, html::Html};

/// The hidden field of the sign-in page.
pub const DRAFT: &str = "draft";

/// How long a draft can be opened again.
const HOURS: i64 = 8;
/// The longest draft that is kept: what every form of ours may hold, in any script.
const LONGEST: usize = 100_000;

/// What was sent, as a form that can be sent again.
pub struct Again {
    /// Where it goes.
    pub action: String,
    /// What the form is called, and where it is drawn anew.
    pub was: Option<(String, String)>,
    /// Recognises a repetition.
    pub key: String,
    /// What was chosen.
    pub chosen: Vec<(String, String)>,
    /// What was written, in fields that can be changed.
    pub written: Vec<Html>,
    /// What the button says.
    pub button: String,
}

impl Again {
    /// `sent` again to `action`; nothing where nobody wrote anything.
    pub(crate) fn of(words: &Words, action: &str, key: String, sent: &Fields, button: String) -> Option<Again> {
        if sent.key().is_empty() {
            return None;
        }
        let own = sent.without_shell().into_iter();
        let (written, chosen): (Vec<_>, Vec<_>) = own.partition(|(name, value)| is_written(sent, name, value));
        let written = written.into_iter().map(|(name, value)| {
            let label = label(words, &name);
            Html::from(crate::component::Area::new(name, label).value(value))
        });
        Some(Again {
            action: action.to_owned(),
            was: form_at(words, action),
            key,
            chosen,
            written: written.collect(),
            button,
        })
    }
}

/// What a person wrote, one by one.
pub(crate) fn written(sent: &Fields) -> Vec<String> {
    let own = sent.without_shell().into_iter();
    let written = own.filter(|(name, value)| is_written(sent, name, value));
    written.map(|(_, value)| value).collect()
}

/// Whether a person wrote it, and did not choose it from a list. Each control in which people write names itself; whatever came
/// without one counts as written but a code, an id and a time of the page's own: what is unsure is shown.
fn is_written(sent: &Fields, name: &str, value: &str) -> bool {
    let code = |byte: u8| byte.is_ascii_alphanumeric() || b"_-:./".contains(&byte);
    !value.trim().is_empty() && (sent.has(WRITTEN, name) || !value.bytes().all(code))
}

/// What stands above a field; a field whose name has no words is still shown.
fn label(words: &Words, name: &str) -> String {
    let said = words.say_code("typed", name);
    if said.starts_with('[') {
        words.failure_typed()
    } else {
        said
    }
}

impl Visit {
    /// A key for a form that is shown for the first time. It tells this node, and nobody else, for whom the form was drawn.
    pub fn form_key(&self) -> String {
        let nonce = self
            .edge
            .digest(["key", &self.correlation.to_string(), &self.session.secret_text()]);
        let tag = self.drawn(&nonce);
        nonce + &tag
    }

    /// Whether a form with this key was drawn for who is signed in. INVARIANT: only then are its words lent a token of this
    /// session: another site can't know such a key.
    pub(crate) fn drew(&self, key: &str) -> bool {
        let (Some(nonce), Some(tag)) = (key.get(..16), key.get(16..32)) else {
            return false;
        };
        self.person.is_some() && self.drawn(nonce) == tag
    }

    fn drawn(&self, nonce: &str) -> String {
        let account = self.person.as_ref().map(|person| person.actor.id.to_string());
        self.edge.digest(["drawn for", account.as_deref().unwrap_or(""), nonce])
    }

    /// What was sent to this address, sealed for this node.
    pub(crate) fn sealed_draft(&self, sent: &Fields) -> Option<String> {
        let fields: Vec<_> = sent.0.iter().filter(|(name, _)| name != TOKEN).collect();
        let text = serde_json::to_vec(&(self.now.0, &self.path, fields)).ok()?;
        let nonce: [u8; 12] = random().ok()?;
        let sealed = (text.len() <= LONGEST).then(|| self.draft_cipher().encrypt(&Nonce::from(nonce), text.as_slice()));
        Some(hex(&nonce) + &hex(&sealed?.ok()?))
    }

    /// A draft of this node that is not too old: its address and its fields.
    pub fn opened_draft(&self, sealed: &str) -> Option<(String, Fields)> {
        let bytes = unhex(sealed)?;
        let (nonce, sealed) = bytes.split_first_chunk::<12>()?;
        let text = self.draft_cipher().decrypt(&Nonce::from(*nonce), sealed).ok()?;
        let (at, path, fields): (i64, String, Vec<(String, String)>) = serde_json::from_slice(&text).ok()?;
        (Moment(at).plus_hours(HOURS) >= self.now).then_some((path, Fields(fields)))
    }

    fn draft_cipher(&self) -> Aes256GcmSiv {
        Aes256GcmSiv::new(&self.edge.keyed(["draft"]).into())
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.is_ascii() || !text.len().is_multiple_of(2) {
        return None;
    }
    let pairs = (0..text.len()).step_by(2);
    pairs
        .map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok())
        .collect()
}
