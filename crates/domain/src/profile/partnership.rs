//! Which institutions of one territory should have an arrangement with each other. It opens a gap in the picture, and refuses nothing.
use super::{
    Sourced,
    reader::{PROVENANCE, Reader, Section},
};
use crate::{organisation::OrganisationKind, partnership::Arrangement};

/// Two kinds of institutions that should have an arrangement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequiredPair {
    /// Which kinds.
    pub between: [OrganisationKind; 2],
    /// What kind of arrangement is proposed to them.
    pub arrangement: Arrangement,
    /// Why, in a sentence.
    pub why: Sourced<String>,
}

impl RequiredPair {
    /// Whether it is asked for between these two.
    pub fn asks(&self, one: OrganisationKind, other: OrganisationKind) -> bool {
        self.between == [one, other] || self.between == [other, one]
    }
}

impl<'t> Reader<'t> {
    pub(super) fn partnerships(&mut self, root: &Section<'t>) -> Vec<RequiredPair> {
        const KIND: &str = "this kind is not known";
        let rows = self.rows(
            root,
            "partnerships",
            &[&["one", "other", "arrangement", "why"], &PROVENANCE],
        );
        let kinds: Vec<&str> = OrganisationKind::ALL.iter().map(|kind| kind.code()).collect();
        let arrangements: Vec<&str> = Arrangement::ALL.iter().map(|kind| kind.code()).collect();
        let (kinds, arrangements) = (kinds.join(", "), arrangements.join(", "));
        rows.iter()
            .map(|row| {
                let mut kind = |key| self.read(row, key, KIND, &kinds, OrganisationKind::from_code);
                let between = [kind("one"), kind("other")].map(|kind| kind.unwrap_or(OrganisationKind::NationalUnit));
                let arrangement = self.read(row, "arrangement", KIND, &arrangements, Arrangement::from_code);
                let why = self.text(row, "why", "why they should have one, in a sentence");
                RequiredPair {
                    between,
                    arrangement: arrangement.unwrap_or(Arrangement::Memorandum),
                    why: self.sourced(row, why),
                }
            })
            .collect()
    }
}
