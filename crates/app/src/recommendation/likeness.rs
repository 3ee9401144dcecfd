//! Which recommendations may say the same: proposed from an index that is kept until a recommendation changes. What a person decided
//! is not proposed again.
use crate::{App, Error, Read, recommendation::story::Other};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};
use tiltas_access::{Action, Facts, Subject};
use tiltas_domain::{
    Id, Root,
    likeness::{Index, Said},
    recommendation::{Recommendation, State},
};

/// So many are proposed for one.
pub const MOST: usize = 5;
/// So many pairs stand on a page.
pub const PAGE: usize = 25;

/// The index that was built last.
#[derive(Debug, Default)]
pub(crate) struct Likeness(Mutex<Option<Arc<Kept>>>);

#[derive(Debug)]
struct Kept {
    /// Where in the journal a recommendation had changed last.
    changed: i64,
    all: Vec<(Id<Recommendation>, Recommendation)>,
    places: HashMap<Id<Recommendation>, usize>,
    index: Index,
    pairs: OnceLock<Vec<(usize, usize)>>,
}

/// Two that may say the same.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The one.
    pub one: Other,
    /// Its words.
    pub one_words: String,
    /// The other.
    pub other: Other,
    /// Its words.
    pub other_words: String,
}

/// A page of the pairs that nobody has decided.
#[derive(Debug)]
pub struct Pairs {
    /// The nearest of them.
    pub pairs: Vec<Pair>,
    /// How many there are.
    pub all: usize,
}

impl Kept {
    fn build(changed: i64, all: Vec<(Id<Recommendation>, Recommendation)>) -> Kept {
        let said = all.iter().enumerate().flat_map(|(thing, (_, of))| {
            let theme = of.first.theme as u32;
            let first = (of.first.wording.language.as_str(), of.text());
            let others = of.translations.iter();
            let others = others.map(|one| (one.language.as_str(), one.text.as_str()));
            [first].into_iter().chain(others).map(move |(language, text)| Said {
                thing,
                theme,
                language,
                text,
            })
        });
        Kept {
            changed,
            index: Index::of(said),
            places: all.iter().enumerate().map(|(place, (id, _))| (*id, place)).collect(),
            pairs: OnceLock::new(),
            all,
        }
    }

    /// The places of those that may say the same as this one, the nearest first.
    fn near(&self, place: usize) -> Vec<(usize, f32)> {
        let Some((_, of)) = self.all.get(place) else {
            return Vec::new();
        };
        let over = |of: &Recommendation| of.state == State::Superseded;
        if over(of) {
            return Vec::new();
        }
        let skip = |other: usize| {
            let known = self.all.get(other);
            known.is_none_or(|(id, other)| over(other) || of.same.contains(id) || of.other.contains(id))
        };
        let near = self.index.nearest(place, MOST, skip);
        near.into_iter().map(|alike| (alike.thing, alike.score)).collect()
    }

    /// The pairs that nobody has decided, the nearest first.
    fn pairs(&self) -> &[(usize, usize)] {
        self.pairs.get_or_init(|| {
            let mut pairs: Vec<(usize, usize, f32)> = Vec::new();
            for place in 0..self.all.len() {
                let near = self.near(place).into_iter();
                pairs.extend(near.map(|(other, score)| (place.min(other), place.max(other), score)));
            }
            pairs.sort_by_key(|(one, other, _)| (*one, *other));
            pairs.dedup_by_key(|(one, other, _)| (*one, *other));
            pairs.sort_by(|(.., one), (.., other)| other.total_cmp(one));
            pairs.into_iter().map(|(one, other, _)| (one, other)).collect()
        })
    }

    fn brief(&self, place: usize) -> Option<(Other, String)> {
        let (id, of) = self.all.get(place)?;
        Some((Other::of(*id, of), of.text().to_owned()))
    }
}

fn kept(app: &App, read: &mut Read<'_>) -> Result<Arc<Kept>, Error> {
    let changed = read.views().recommendations_changed()?;
    let mut last = app.likeness().0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(kept) = last.as_ref().filter(|kept| kept.changed == changed) {
        return Ok(kept.clone());
    }
    let kept = Arc::new(Kept::build(changed, read.views().recommendations_whole()?));
    *last = Some(kept.clone());
    Ok(kept)
}

/// Those that may say the same as this one, at most [`MOST`], the nearest first.
pub(super) fn proposed(app: &App, read: &mut Read<'_>, id: Id<Recommendation>) -> Result<Vec<Other>, Error> {
    let kept = kept(app, read)?;
    let near = kept.places.get(&id).map(|place| kept.near(*place)).unwrap_or_default();
    Ok(near
        .into_iter()
        .filter_map(|(place, _)| kept.brief(place))
        .map(|(other, _)| other)
        .collect())
}

/// How many pairs wait for a decision of this reader; none for whoever decides none.
///
/// # Errors
/// When storage is away.
pub fn waiting(app: &App, root: &Root) -> Result<usize, Error> {
    app.view("recommendation.waiting", root, |read, _| {
        match read.may(Action::SteerRecommendation, Subject::Own, Facts::None) {
            true => Ok(kept(app, read)?.pairs().len()),
            false => Ok(0),
        }
    })
}

/// The pairs that wait for a decision, the nearest first.
///
/// # Errors
/// When the actor's role does not decide them.
pub fn pairs(app: &App, root: &Root) -> Result<Pairs, Error> {
    app.view("recommendation.pairs", root, |read, _| {
        let _permit = read.permit(Action::SteerRecommendation, Subject::Own, Facts::None)?;
        let kept = kept(app, read)?;
        let pairs = kept.pairs();
        let shown = pairs.iter().take(PAGE).filter_map(|(one, other)| {
            let ((one, one_words), (other, other_words)) = (kept.brief(*one)?, kept.brief(*other)?);
            Some(Pair {
                one,
                one_words,
                other,
                other_words,
            })
        });
        Ok(Pairs {
            pairs: shown.collect(),
            all: pairs.len(),
        })
    })
}
