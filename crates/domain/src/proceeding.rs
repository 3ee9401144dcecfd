//! A criminal proceeding beside the file: the police may know that the case exists, and no more. What would open more
//! (consent, a court order) comes with its own work.
use crate::{
    Changes, Id,
    case::{self, Because, Case},
    organisation::{Organisation, OrganisationKind},
};

crate::slice::refusal! {
    /// Why a proceeding is not noted.
    Refusal {
        /// Only police and prosecution lead a proceeding.
        NotPolice = "PRC-01", "a proceeding is led by the police or the prosecution; name the unit that leads it";
        /// Noted before.
        Noted = "PRC-02", "that this unit leads a proceeding is noted already";
    }
}

/// Notes that `police`, a police unit or a prosecution office, leads a proceeding: from now on it knows that the case exists.
///
/// # Errors
/// When `police` is another kind of organisation, or it is noted already.
pub fn note(
    id: Id<Case>,
    case: &Case,
    (police, kind): (Id<Organisation>, OrganisationKind),
) -> Result<Changes, Refusal> {
    if !kind.leads_proceedings() {
        return Err(Refusal::NotPolice);
    }
    if case.parts.contains(&(police, Because::Proceeding)) {
        return Err(Refusal::Noted);
    }
    Ok(Changes::new(
        id,
        case::Event::Joined {
            organisation: police,
            because: Because::Proceeding,
        },
    ))
}
