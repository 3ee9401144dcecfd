//! Where the journal stood, signed with a key derived from the node's, kept beside the keys: so that whoever can write the
//! journal alone can't shorten or rewrite it unseen. What is younger than the last signature is named as unproven.
use crate::{
    Error, Result,
    keys::Keys,
    seam::{Row, Tx},
};
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};

pub(crate) const HEAD: &str = "SELECT position, hash, (SELECT max(position) FROM event) FROM head WHERE one = 1";
const SIGN: &str =
    "INSERT INTO signed (position, hash, signature) VALUES ($1, $2, $3) ON CONFLICT (position) DO NOTHING";
const NEWEST: &str = "SELECT position FROM signed ORDER BY position DESC LIMIT 1";
const LAST_SIGNED: &str = "SELECT position, hash, signature FROM signed ORDER BY position DESC LIMIT 1";
const SIGNED: &str = "SELECT position, hash, signature FROM signed WHERE position > $1 ORDER BY position LIMIT $2";
const PAGE: i64 = 1024;
pub(crate) const NO_HEAD: Error = Error::Defect("the journal has no head");

/// What the head row says, and where the last event stands.
pub(crate) struct Head {
    pub position: i64,
    pub hash: Vec<u8>,
    pub last: i64,
}

impl Head {
    pub fn read(row: &Row<'_>) -> Result<Head> {
        Ok(Head {
            position: row.get(0)?,
            hash: row.get(1)?,
            last: row.get::<Option<i64>>(2)?.unwrap_or(0),
        })
    }

    /// The place that it names.
    pub fn mark(&self) -> Mark {
        Mark {
            position: self.position,
            hash: self.hash.clone(),
        }
    }

    /// One statement, so the three belong together.
    pub fn of(tx: &Tx<'_>) -> Result<Head> {
        tx.row(HEAD, &[], Head::read)?.ok_or(NO_HEAD)
    }
}

/// A place in the journal: an event, and its hash.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub position: i64,
    pub hash: Vec<u8>,
}

/// Signs heads, and reads what was signed.
pub(crate) struct Signing(SigningKey);

impl Signing {
    pub fn new(seed: &[u8; 32]) -> Signing {
        Signing(SigningKey::from_bytes(seed))
    }

    pub fn public(&self) -> VerifyingKey {
        self.0.verifying_key()
    }

    /// Signs a place that this process wrote or followed, unless that was signed before.
    pub fn sign(&self, keys: &Keys, head: &Mark) -> Result<()> {
        if head.position == 0 || newest(keys)? >= head.position {
            return Ok(());
        }
        let signature = self.0.sign(&text(head.position, &head.hash)).to_bytes();
        keys.with_file(|tx| tx.execute(SIGN, &[&head.position, &head.hash, &signature.as_slice()]))
    }
}

/// The newest position that was signed; 0: none.
pub(crate) fn newest(keys: &Keys) -> Result<i64> {
    keys.with_file(|tx| Ok(tx.row(NEWEST, &[], |row| row.get(0))?.unwrap_or(0)))
}

/// The last head that was signed, where there is one.
///
/// # Errors
/// As [`signed_after`].
pub(crate) fn last_signed(keys: &Keys) -> Result<Option<Mark>> {
    keys.with_file(|tx| tx.row(LAST_SIGNED, &[], |row| signed(keys, row)))
}

/// The next signed heads after `position`, oldest first, each with a signature that holds.
///
/// # Errors
/// `Inconsistent` for one that does not: somebody wrote into the keys file.
pub(crate) fn signed_after(keys: &Keys, position: i64) -> Result<Vec<Mark>> {
    keys.with_file(|tx| tx.rows(SIGNED, &[&position, &PAGE], |row| signed(keys, row)))
}

fn signed(keys: &Keys, row: &Row<'_>) -> Result<Mark> {
    let public = keys.signing().public();
    let (position, hash, signature) = (row.get::<i64>(0)?, row.get::<Vec<u8>>(1)?, row.get::<Vec<u8>>(2)?);
    let holds = Signature::from_slice(&signature)
        .and_then(|signature| public.verify(&text(position, &hash), &signature))
        .is_ok();
    if !holds {
        return Err(Error::Inconsistent {
            table: "signed",
            row: position.to_string(),
            column: "signature",
        });
    }
    Ok(Mark { position, hash })
}

/// What is signed.
fn text(position: i64, hash: &[u8]) -> Vec<u8> {
    [b"tiltas head 1", position.to_be_bytes().as_slice(), hash].concat()
}
