//! Copies of the keys, sealed to recipients who keep them elsewhere; and of a journal that lies in a file.
//!
//! A backup of keys holds them wrapped under the node's key, whatever the epoch: who restores needs a recipient's secret *and*
//! the node's key. It names its recipients and its date in the clear. INVARIANT: it is kept at most 31 days; that limit is
//! the promise of erasure, for a key that was forgotten still stands in older copies and in no later one.
use crate::{
    Error, Inspector, NotThisNode, Result,
    keys::{Copied, Keys, NodeId, random},
    seal::Key,
    seam::Access,
};
use hpke::{Deserializable, Kem as _, OpModeR, OpModeS, Serializable, aead::ChaCha20Poly1305, kdf::HkdfSha256};
use minicbor::{Decode, Encode, bytes::ByteVec};
use std::{fmt, path::Path, str::FromStr};
use tiltas_domain::Moment;
use zeroize::Zeroizing;

type Kem = hpke::kem::X25519HkdfSha256;

const SIGNED: &str = "SELECT position, hash, signature FROM signed ORDER BY position";
const RESTORE_SIGNED: &str =
    "INSERT INTO signed (position, hash, signature) VALUES ($1, $2, $3) ON CONFLICT (position) DO NOTHING";
const MAGIC: &str = "tiltas keys backup 1";
/// How long a backup of keys is kept, at most: the promise of erasure.
pub const KEPT_DAYS: i64 = 31;

/// Who can open a backup: an X25519 public key, written `tiltas-recipient-` and 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Recipient(#[cbor(n(0), with = "minicbor::bytes")] [u8; 32]);

/// Opens what was sealed to its recipient. Written `tiltas-secret-` and 64 hexadecimal digits, once, to be kept offline.
pub struct Secret(Zeroizing<[u8; 32]>);

const RECIPIENT: &str = "tiltas-recipient-";
const SECRET: &str = "tiltas-secret-";

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(RECIPIENT)?;
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl FromStr for Recipient {
    type Err = Error;
    fn from_str(text: &str) -> Result<Recipient> {
        let bytes = parse(RECIPIENT, text).ok_or_else(|| Error::Backup("this is no recipient"))?;
        Ok(Recipient(*bytes))
    }
}

impl FromStr for Secret {
    type Err = Error;
    fn from_str(text: &str) -> Result<Secret> {
        parse(SECRET, text)
            .map(Secret)
            .ok_or_else(|| Error::Backup("this is no secret of a recipient"))
    }
}

impl Secret {
    /// For the one time it is shown.
    pub fn reveal(&self) -> Zeroizing<String> {
        let digits: String = self.0.iter().map(|byte| format!("{byte:02x}")).collect();
        Zeroizing::new(format!("{SECRET}{digits}"))
    }
}

fn parse(prefix: &str, text: &str) -> Option<Zeroizing<[u8; 32]>> {
    let digits = text
        .trim()
        .strip_prefix(prefix)
        .filter(|digits| digits.len() == 64 && digits.is_ascii())?;
    let mut bytes = Zeroizing::new([0; 32]);
    for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

/// Makes a recipient and its secret.
///
/// # Errors
/// `Unavailable` when the system has no randomness.
pub fn key_pair() -> Result<(Secret, Recipient)> {
    let (secret, public) = Kem::derive_keypair(&random()?);
    let bytes: [u8; 32] = secret.to_bytes().into();
    Ok((Secret(Zeroizing::new(bytes)), Recipient(public.to_bytes().into())))
}

/// What a backup says of itself, in the clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// When it was made.
    pub at: Moment,
    /// Who can open it.
    pub recipients: Vec<Recipient>,
}

#[derive(Encode, Decode)]
struct File {
    #[n(0)]
    magic: String,
    #[n(1)]
    at: Moment,
    #[n(2)]
    to: Vec<Copy>,
    #[n(3)]
    body: ByteVec,
}

/// The key of the body, sealed to one recipient.
#[derive(Encode, Decode)]
struct Copy {
    #[n(0)]
    recipient: Recipient,
    #[n(1)]
    encapsulated: ByteVec,
    #[n(2)]
    sealed: ByteVec,
}

#[derive(Encode, Decode)]
struct Body {
    #[n(0)]
    keys: Vec<(String, ByteVec)>,
    #[n(1)]
    signed: Vec<(i64, ByteVec, ByteVec)>,
    /// Which node's they are.
    #[n(2)]
    node: ByteVec,
}

impl Inspector {
    /// All keys and signed heads, sealed to each of the recipients.
    ///
    /// # Errors
    /// `Unavailable`, also when there is no recipient or one of them is no key.
    pub fn backup_keys(&self, recipients: &[Recipient], at: Moment) -> Result<Vec<u8>> {
        if recipients.is_empty() {
            return Err(Error::Backup("a backup of keys needs a recipient"));
        }
        let node: ByteVec = self.keys.name()?.0.0.to_vec().into();
        let (keys, signed) = self.keys.copied(|tx| {
            let signed = |row: &crate::seam::Row<'_>| {
                Ok((
                    row.get(0)?,
                    row.get::<Vec<u8>>(1)?.into(),
                    row.get::<Vec<u8>>(2)?.into(),
                ))
            };
            tx.rows(SIGNED, &[], signed)
        })?;
        let keys = keys.into_iter().map(|(owner, wrapped)| (owner, wrapped.into()));
        let body = Body {
            keys: keys.collect(),
            signed,
            node,
        };
        let body = Zeroizing::new(minicbor::to_vec(body).map_err(|_| Error::Defect("encoding failed"))?);
        let content = random()?;
        let info = info(at, recipients)?;
        let mut to = Vec::with_capacity(recipients.len());
        for recipient in recipients {
            let unfit = |_| Error::Backup("a recipient is no key");
            let public = <Kem as hpke::Kem>::PublicKey::from_bytes(&recipient.0).map_err(unfit)?;
            let (encapsulated, sealed) = hpke::single_shot_seal::<ChaCha20Poly1305, HkdfSha256, Kem>(
                &OpModeS::Base,
                &public,
                &info,
                &content,
                &[],
            )
            .map_err(unfit)?;
            to.push(Copy {
                recipient: *recipient,
                encapsulated: encapsulated.to_bytes().to_vec().into(),
                sealed: sealed.into(),
            });
        }
        let body = Key::new(&content)?.seal(&body_place(&info), 0, &body)?.into();
        let magic = MAGIC.to_owned();
        minicbor::to_vec(File { magic, at, to, body }).map_err(|_| Error::Defect("encoding failed"))
    }

    /// A copy of the journal's file while writers go on; where it lies in PostgreSQL, that database's own programs make it.
    /// The keys are not in it.
    ///
    /// # Errors
    /// `Unavailable`, also when `to` is there already.
    pub fn backup_journal(&self, to: &Path) -> Result<()> {
        let connection = self.location.connect(Access::Scratch)?;
        let to = to
            .to_str()
            .ok_or_else(|| Error::Backup("the name of the copy is no text"))?;
        connection.tx().copy_into(&to)
    }
}

/// What a backup says of itself.
///
/// # Errors
/// `Unavailable` when it is none.
pub fn describe(backup: &[u8]) -> Result<Described> {
    let file = read(backup)?;
    let recipients = file.to.iter().map(|copy| copy.recipient).collect();
    Ok(Described {
        at: file.at,
        recipients,
    })
}

/// Brings the keys of a backup back into `folder`, beside those that are there; answers how many it holds. The next start of
/// the store destroys again what its journal says is forgotten.
///
/// # Errors
/// `Unavailable` when the backup was not sealed to this secret, was changed, or belongs to another node key.
pub fn restore(folder: &Path, node: &[u8; 32], backup: &[u8], secret: &Secret) -> Result<usize> {
    let file = read(backup)?;
    let recipients: Vec<Recipient> = file.to.iter().map(|copy| copy.recipient).collect();
    let info = info(file.at, &recipients)?;
    let unfit = |_| Error::Backup("the backup was not sealed to this secret, or was changed");
    let private = <Kem as hpke::Kem>::PrivateKey::from_bytes(&*secret.0).map_err(unfit)?;
    let public: [u8; 32] = Kem::sk_to_pk(&private).to_bytes().into();
    let copy = file.to.iter().find(|copy| copy.recipient.0 == public);
    let copy = copy.ok_or_else(|| Error::Backup("the backup was not sealed to this secret"))?;
    let encapsulated = <Kem as hpke::Kem>::EncappedKey::from_bytes(&copy.encapsulated).map_err(unfit)?;
    let content = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, Kem>(
        &OpModeR::Base,
        &private,
        &encapsulated,
        &info,
        &copy.sealed,
        &[],
    )
    .map(Zeroizing::new)
    .map_err(unfit)?;
    let body = Key::new(&content)?.unseal(&body_place(&info), &file.body)?;
    let body: Body = minicbor::decode(&body).map_err(|_| Error::Backup("the backup does not decode"))?;
    let id = NodeId(
        body.node
            .as_slice()
            .try_into()
            .map_err(|_| Error::Backup("it names no node"))?,
    );
    let names = body
        .keys
        .iter()
        .map(|(owner, wrapped)| (owner.as_str(), wrapped.as_slice()));
    let copied = Copied::open(node, names)?;
    let keys = Keys::open(folder, node, Some(id))?;
    if keys.name()?.0 != id {
        return Err(Error::NotThisNode(NotThisNode::OtherJournal));
    }
    keys.settled()?.bring_back(&copied, |tx| {
        for (position, hash, signature) in &body.signed {
            tx.execute(RESTORE_SIGNED, &[position, &hash.as_slice(), &signature.as_slice()])?;
        }
        Ok(())
    })?;
    Ok(body.keys.len())
}

fn read(backup: &[u8]) -> Result<File> {
    let file: Result<File, _> = minicbor::decode(backup);
    file.ok()
        .filter(|file| file.magic == MAGIC)
        .ok_or_else(|| Error::Backup("this is no backup of keys"))
}

/// What every seal of a backup is bound to: its kind, date and recipients.
fn info(at: Moment, recipients: &[Recipient]) -> Result<Vec<u8>> {
    minicbor::to_vec((MAGIC, at, recipients)).map_err(|_| Error::Defect("encoding failed"))
}

fn body_place(info: &[u8]) -> String {
    info.iter().map(|byte| format!("{byte:02x}")).collect()
}
