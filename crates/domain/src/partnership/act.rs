//! What may be done to a partnership that stands so on a day: the first half of each decision.
use super::{MEASURES, Partnership, Refusal, State};
use jiff::civil::Date;

/// What is done to a partnership, as far as its state lets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// An institution is named.
    Party,
    /// Its purpose is written.
    Purpose,
    /// Measures are added.
    Measures,
    /// The data part is written.
    Data,
    /// The term is set.
    Term,
    /// The parties read it.
    Consult,
    /// It is drafted again.
    Return,
    /// A party signs.
    Sign,
    /// A measure moves.
    Move,
    /// The parties look at it.
    Review,
    /// It holds longer.
    Renew,
    /// It ends.
    End,
    /// A party says how it sees the cooperation.
    Assess,
}

impl Act {
    /// Every one.
    pub const ALL: [Act; 13] = [
        Act::Party,
        Act::Purpose,
        Act::Measures,
        Act::Data,
        Act::Term,
        Act::Consult,
        Act::Return,
        Act::Sign,
        Act::Move,
        Act::Review,
        Act::Renew,
        Act::End,
        Act::Assess,
    ];

    /// Whether it is done to one that stands so today.
    ///
    /// # Errors
    /// The rule that says no.
    pub fn fits(self, on: &Partnership, today: Date) -> Result<(), Refusal> {
        let state = on.state(today);
        let drafted = matches!(state, State::Idea | State::Drafting);
        let stood = state.holds() || state == State::Expired;
        let fits = match self {
            Act::Party | Act::Purpose | Act::Data | Act::Term => drafted,
            // What was agreed goes on: a party may add to what it does, and the signed text stays as it is.
            Act::Measures if drafted || state == State::Signed || state.holds() => {
                let room = on.measures.len() < usize::from(MEASURES);
                return room.then_some(()).ok_or(Refusal::TooMany);
            }
            Act::Measures => false,
            Act::Consult if drafted => return on.is_whole().then_some(()).ok_or(Refusal::Unfinished),
            Act::Consult => false,
            Act::Return if state == State::Consultation => {
                return on.signatures.is_empty().then_some(()).ok_or(Refusal::SignedBefore);
            }
            Act::Return => false,
            Act::Sign => state == State::Consultation,
            Act::Move => stood || state == State::Signed,
            Act::Review => state.holds(),
            Act::Renew | Act::Assess => stood,
            Act::End => state != State::Ended,
        };
        fits.then_some(()).ok_or(Refusal::NotNow)
    }
}
