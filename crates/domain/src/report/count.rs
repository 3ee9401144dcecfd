//! What the node counts itself for a report. INVARIANT: no count of people under five is told, and none that gives one away: a
//! figure is withheld where another of the same institution and a span that overlaps is hidden, or differs by less than five. A total
//! is made of what is shown, and of nothing else.
use crate::known::codes;
use minicbor::{Decode, Encode};

/// Fewer than this is not told.
pub const FEW: u32 = 5;

codes! {
    /// What is counted.
    Indicator {
        /// Referrals that it answered.
        0 ReferralsAnswered = "referrals_answered",
        /// The median time until it answered.
        1 MedianHours = "median_hours",
        /// People to whom it began to give a service.
        2 Assisted = "assisted",
        /// People of whom it opened a file.
        3 Presumed = "presumed",
        /// Recommendations addressed to it that a reviewer found done.
        4 RecommendationsVerified = "recommendations_verified",
        /// Trainings that it planned, or for which its people were registered.
        5 TrainingsHeld = "trainings_held",
        /// Partnerships in which it is, on the last day.
        6 PartnershipsInForce = "partnerships_in_force",
    }
}

impl Indicator {
    /// Whether the figures of several institutions make a total. WHY not trainings and partnerships: one is counted by each
    /// institution that takes part, and by nobody twice would need a count of its own.
    pub fn adds_up(self) -> bool {
        !matches!(
            self,
            Indicator::MedianHours | Indicator::TrainingsHeld | Indicator::PartnershipsInForce
        )
    }
}

/// A count as it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Count {
    /// This many.
    #[n(0)]
    Exactly(#[n(0)] u32),
    /// Fewer than five.
    #[n(1)]
    Few,
    /// Not told: it would give another away.
    #[n(2)]
    Withheld,
    /// There is nothing of which it could be told.
    #[n(3)]
    None,
}

/// An indicator with its count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Counted {
    /// Of what.
    #[n(0)]
    pub indicator: Indicator,
    /// How many.
    #[n(1)]
    pub count: Count,
}

/// What the store counted, before anything is withheld. It leaves the use case in no other way than through [`counted`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Raw {
    /// Referrals answered.
    pub answered: u32,
    /// The median time to an answer, in whole hours.
    pub median_hours: Option<u32>,
    /// People assisted.
    pub assisted: u32,
    /// People presumed.
    pub presumed: u32,
    /// Recommendations verified.
    pub verified: u32,
    /// Trainings held.
    pub trainings: u32,
    /// Partnerships in force.
    pub partnerships: u32,
}

/// What may be told; `earlier` is what was told of the same institution for spans that overlap with this one.
pub fn counted(raw: &Raw, earlier: &[&[Counted]]) -> Vec<Counted> {
    let people = |indicator: Indicator, count: u32| {
        let told = earlier.iter().flat_map(|counted| counted.iter());
        let told = || {
            told.clone()
                .filter(|one| one.indicator == indicator)
                .map(|one| one.count)
        };
        let exact = || {
            told().filter_map(|one| {
                if let Count::Exactly(before) = one {
                    Some(before)
                } else {
                    None
                }
            })
        };
        // WHY also where an earlier one is hidden: of two hidden halves, a year of eight would tell that both are four.
        let hidden = told().any(|one| matches!(one, Count::Few | Count::Withheld));
        let near = exact().any(|before| before.abs_diff(count) < FEW);
        let small = count < FEW;
        match hidden || near || (small && exact().next().is_some()) {
            true => Count::Withheld,
            false if small => Count::Few,
            false => Count::Exactly(count),
        }
    };
    let answered = people(Indicator::ReferralsAnswered, raw.answered);
    let median = match (answered, raw.median_hours) {
        (Count::Exactly(_), Some(hours)) => Count::Exactly(hours),
        (Count::Exactly(_), None) => Count::None,
        // "Fewer than 5" would read as hours.
        (Count::Few | Count::Withheld, _) => Count::Withheld,
        (Count::None, _) => Count::None,
    };
    let all = [
        (Indicator::ReferralsAnswered, answered),
        (Indicator::MedianHours, median),
        (Indicator::Assisted, people(Indicator::Assisted, raw.assisted)),
        (Indicator::Presumed, people(Indicator::Presumed, raw.presumed)),
        // Recommendations, trainings and partnerships are no people.
        (Indicator::RecommendationsVerified, Count::Exactly(raw.verified)),
        (Indicator::TrainingsHeld, Count::Exactly(raw.trainings)),
        (Indicator::PartnershipsInForce, Count::Exactly(raw.partnerships)),
    ];
    all.map(|(indicator, count)| Counted { indicator, count }).to_vec()
}

/// The total of what several institutions were told to have; none of what does not add up. WHY withheld where one is hidden: who knows the
/// others would subtract them.
pub fn total(indicator: Indicator, counts: &[Count]) -> Count {
    if !indicator.adds_up() || counts.is_empty() {
        return Count::None;
    }
    let add = |sum: Option<u32>, count: &Count| match count {
        Count::Exactly(count) => Some(sum?.saturating_add(*count)),
        Count::None => sum,
        Count::Few | Count::Withheld => None,
    };
    counts.iter().fold(Some(0), add).map_or(Count::Withheld, Count::Exactly)
}
