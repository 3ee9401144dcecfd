//! Three desks: the same lines on each, as that function reads them by the use cases of real work.
use super::{
    done::{self, Done},
    made::Reader,
    recommendation::contracts,
    scene::{Scene, Way},
};
use crate::Seed;
use std::sync::Arc;
use tiltas_app::{
    Act, App, Error,
    recommendation::story::{self, Story},
};
use tiltas_domain::{Moment, recommendation::Stance};
use tiltas_kit::component::{Pane, Panes, difference};
use tiltas_words::{Html, Words};

/// What one of them has on the table.
#[derive(Clone)]
pub(crate) struct Desk {
    whose: Reader,
    /// As it was opened there; `None` before the first words.
    story: Option<Arc<Story>>,
    way: Way,
    /// What else of the work is seen there.
    done: Arc<Done>,
    /// How many recommendations are there to be read.
    all: usize,
}

/// Opens the three desks.
///
/// # Errors
/// When storage is away.
pub(super) fn open(app: &App, seed: &Seed, now: Moment, way: &Way) -> Result<[Desk; 3], Error> {
    let desk = |whose: Reader| {
        let root = seed.context(whose.actor(seed), now, whose.code());
        let known = way.has(Scene::Draft).then(|| contracts(seed));
        let story = known.map(|id| story::story(app, &root, id)).transpose()?;
        let list = tiltas_app::recommendation::list::page(app, &root, &Default::default(), 1)?;
        Ok::<_, Error>(Desk {
            whose,
            way: *way,
            story: story.map(Arc::new),
            done: Arc::new(done::open(app, seed, &root, way)?),
            all: list.all,
        })
    };
    Ok([
        desk(Reader::Secretariat)?,
        desk(Reader::PodulAlb)?,
        desk(Reader::Observer)?,
    ])
}

/// What its reader is asked to do, the most pressing first.
const NEXT: [(Act, &str); 7] = [
    (Act::TakePosition, "position"),
    (Act::ReportRecommendation, "report"),
    (Act::FormulateRecommendation, "agree"),
    (Act::DecideRecommendation, "decide"),
    (Act::AddressRecommendation, "address"),
    (Act::ReviewRecommendation, "review"),
    (Act::CloseRecommendation, "close"),
];

impl Desk {
    /// The words on the table, with what was changed.
    pub(super) fn words_on_table(&self, words: &Words) -> Option<Html> {
        let of = &self.story.as_ref()?.of;
        let proposed = of.positions.iter().rev().find_map(|said| said.wording.as_ref());
        let first = &of.first.wording.text;
        Some(match of.agreed.as_ref().or(proposed) {
            Some(later) => difference(words, first, later),
            None => Html::value(first),
        })
    }

    /// How many days what is owed is late.
    pub(super) fn late(&self) -> Option<i32> {
        self.story.as_ref().and_then(|story| story.late)
    }

    fn pane(&self, words: &Words) -> Pane {
        let code = self.whose.code();
        let says = |list: &str| words.say_code(list, code);
        let mut pane = Pane::new(
            &says("chisinau-desk"),
            &says("chisinau-desk"),
            &says("chisinau-who"),
            "",
        );
        let there = |(_, since): &&(&str, Option<Scene>)| since.is_none_or(|scene| self.way.has(scene));
        for (line, _) in LINES.iter().filter(there) {
            let name = words.say_code("chisinau-line", line);
            pane = match self.done.line(words, line) {
                Some(Ok(seen)) => pane.open(&name, seen),
                Some(Err(why)) => pane.kept(words, &name, false, &why),
                None => pane.open(&name, self.line(words, line)),
            };
        }
        pane = pane.kept(
            words,
            &words.say_code("chisinau-line", "files"),
            false,
            &words.chisinau_files(),
        );
        let (all, kept) = pane.counts();
        let next = self.story.as_ref().and_then(|story| {
            let mut next = NEXT.iter();
            next.find(|(act, _)| story.may(*act)).map(|(_, code)| *code)
        });
        let next = words.say_code("chisinau-next", next.unwrap_or("nothing"));
        pane.sees(words.chisinau_sees((all - kept).to_string(), all.to_string()))
            .foot(Html::bold(&words.chisinau_next()).and(next))
    }

    fn line(&self, words: &Words, line: &str) -> Html {
        let nothing = || Html::from(words.chisinau_nothing());
        let Some(story) = self.story.as_deref() else {
            return match line {
                "said" => words.chisinau_beside(self.all).into(),
                _ => nothing(),
            };
        };
        let of = &story.of;
        match line {
            "said" => match story.same.first() {
                Some(other) => words.chisinau_same(&other.title).into(),
                None => words.chisinau_beside(self.all - 1).into(),
            },
            "words" => Html::value(of.text()),
            "own" if self.whose != Reader::PodulAlb => words.say_code("chisinau-own", self.whose.code()).into(),
            "own" => match of.stands().into_iter().find(|said| said.organisation == story.own) {
                Some(said) => words.say_recommendation_stance(said.stance).into(),
                None => nothing(),
            },
            "others" => others(words, story),
            "decision" => match &of.decision {
                Some(decision) => {
                    let said = Html::from(words.say_recommendation_outcome(decision.outcome));
                    decision
                        .reason
                        .iter()
                        .fold(said, |said, reason| said.then(reason.clone()))
                }
                None => nothing(),
            },
            "owed" => owed(words, story),
            _ => rating(words, story).unwrap_or_else(nothing),
        }
    }
}

/// The lines, each on every desk once its scene was played.
const LINES: [(&str, Option<Scene>); 12] = [
    ("programme", None),
    ("findings", Some(Scene::Mission)),
    ("said", None),
    ("words", Some(Scene::Draft)),
    ("own", Some(Scene::Discuss)),
    ("others", Some(Scene::Discuss)),
    ("decision", Some(Scene::Adopt)),
    ("plan", Some(Scene::Link)),
    ("owed", Some(Scene::Adopt)),
    ("rating", Some(Scene::Report)),
    ("reports", Some(Scene::Report)),
    ("national", Some(Scene::National)),
];

fn others(words: &Words, story: &Story) -> Html {
    let Some(discussion) = &story.of.discussion else {
        return words.chisinau_nothing().into();
    };
    let stands = story.of.stands();
    let many = |stance: Stance| stands.iter().filter(|said| said.stance == stance).count().to_string();
    let silent = discussion.asked.len().saturating_sub(stands.len());
    words
        .chisinau_positions(
            many(Stance::Supports),
            many(Stance::SupportsWithChanges),
            many(Stance::Opposes),
            silent.to_string(),
        )
        .into()
}

fn owed(words: &Words, story: &Story) -> Html {
    let Some(addressee) = story.of.addressees.first() else {
        return words.chisinau_nothing().into();
    };
    let name = story.name(addressee.organisation);
    match (story.late, addressee.term) {
        (Some(days), _) => words
            .chisinau_late(usize::try_from(days).unwrap_or_default(), &name)
            .into(),
        (None, Some(term)) if story.of.term().is_some() => words.chisinau_owes(&name, words.dated(term)).into(),
        _ => words.chisinau_owed_done(&name).into(),
    }
}

fn rating(words: &Words, story: &Story) -> Option<Html> {
    let own = story.of.reports.last()?;
    let own = words.chisinau_rated(words.say_recommendation_rating(own.rating));
    Some(match story.of.reviews.last() {
        Some(review) => Html::from(own).then(words.chisinau_reviewed(words.say_recommendation_rating(review.rating))),
        None => Html::from(own).then(words.chisinau_unreviewed()),
    })
}

/// The three of them, drawn.
pub(super) fn panes(words: &Words, desks: &[Desk; 3]) -> Panes {
    let [first, second, third] = desks;
    Panes::new(words, [first.pane(words), second.pane(words), third.pane(words)])
}
