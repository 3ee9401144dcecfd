//! Certificates: a row each, found by a digest of its check code under the node's key.
//!
//! INVARIANT: no row holds a code. Whoever reads the database can check no certificate but those whose codes they have.
use super::{
    Fact, View,
    table::{Columns, digest},
    training::dated,
};
use crate::{
    Result, Snapshot,
    seal::Key,
    seam::{Row, Tx},
};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use tiltas_domain::{
    Event, Id,
    certificate::{self, Certificate, Told},
    training::Training,
};

table! {
    CERTIFICATE_TABLE = certificate (
        certificate text NOT NULL, digest text NOT NULL, training text NOT NULL, example bigint NOT NULL,
        number text NOT NULL, organisation text NOT NULL, function text NOT NULL, competence text NOT NULL, until text NOT NULL,
        withdrawn bigint NOT NULL, began bigint NOT NULL
    ) key (certificate) index "certificate_digest ON certificate (digest)"
}

pub(crate) const VIEW: View = View {
    name: "certificate",
    version: digest(concat!(
        include_str!("certificate.rs"),
        include_str!("../../../domain/src/certificate.rs")
    )),
    tables: &[CERTIFICATE_TABLE],
    project,
};
const WITHDRAW: &str = "UPDATE certificate SET withdrawn = 1 WHERE certificate = $1";
const ALL: &str = "SELECT certificate, training, example, number, organisation, function, competence, until, withdrawn FROM certificate ORDER BY until, number, certificate";
const FIND: &str = "SELECT certificate, training, example, number, organisation, function, competence, until, withdrawn FROM certificate WHERE digest = $1";

fn project(tx: &Tx<'_>, fact: &Fact<'_>) -> Result<()> {
    let Event::Certificate(event) = fact.event else {
        return Ok(());
    };
    let id = Id::<Certificate>::from_stored(fact.stream.id).to_string();
    let issued = match event {
        certificate::Event::Withdrawn(_) => return tx.execute(WITHDRAW, &[&id]),
        certificate::Event::Issued(issued) => issued,
    };
    tx.execute(
        CERTIFICATE_TABLE.new,
        &[
            &id,
            &digest_of(fact.key, issued.code.as_str())?,
            &issued.training.to_string(),
            &i64::from(issued.plan.example),
            &issued.number,
            &issued.organisation.to_string(),
            &issued.function,
            &issued.plan.curriculum.competence,
            &issued.until.to_string(),
            &0_i64,
            &fact.position,
        ],
    )
}

/// The digest of a code under the node's key: the same code has the same, and without the key none can be made.
fn digest_of(key: &Key, code: &str) -> Result<String> {
    let sealed = key.seal("certificate/code", 0, code.as_bytes())?;
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(sealed) {
        // Writing into a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    Ok(text)
}

/// A certificate in a list.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub id: Id<Certificate>,
    /// The training.
    pub training: Id<Training>,
    /// It is invented.
    pub example: bool,
    /// What is told of it.
    pub told: Told,
}

fn line(row: &Row<'_>) -> Result<Line> {
    let mut next = Columns::of(row, "certificate");
    Ok(Line {
        id: next.id("certificate")?,
        training: next.id("training")?,
        example: next.next::<i64>()? > 0,
        told: Told {
            number: next.next()?,
            organisation: next.id("organisation")?,
            function: next.next()?,
            competence: next.next()?,
            until: dated(&mut next, "until")?,
            withdrawn: next.next::<i64>()? > 0,
        },
    })
}

impl Snapshot<'_> {
    /// All certificates, those that run out first before the others.
    ///
    /// # Errors
    /// When storage is away.
    pub fn certificates(&self) -> Result<Vec<Line>> {
        self.tx()?.readable(ALL, &[], line)
    }

    /// The certificate with this code. A code that can't be one takes the same work as one that nobody has.
    ///
    /// # Errors
    /// When storage is away.
    pub fn certificate_by(&self, code: &str) -> Result<Option<Line>> {
        let digest = digest_of(&self.node_key(), code)?;
        self.tx()?.row(FIND, &[&digest], line)
    }
}
