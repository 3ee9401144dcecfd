//! The mission and the study visit of 2018 in the invented country: the days are those of public sources, who went and what was noted
//! is an example.
use super::Voice;
use crate::{Seed, country::Institution};
use tiltas_app::{Act, App, Error, visit as app};
use tiltas_domain::{
    Id, Moment,
    programme::ActivityKind,
    recommendation::{Recommendation, Theme},
    visit::{Find, Kind, NoteDown, Plan, Recommend, Tell, Visit},
};

/// Title and words of what a finding led to.
type Led = (&'static str, &'static str);

struct Example {
    kind: Kind,
    title: &'static str,
    place: Option<&'static str>,
    begins: &'static str,
    ends: Option<&'static str>,
    delegation: &'static [Institution],
    /// Day and words.
    notes: &'static [(&'static str, &'static str)],
    /// Words, theme, the note that it rests on, and the recommendation to which it led: title and words.
    findings: &'static [(&'static str, Theme, u32, Option<Led>)],
    report: &'static str,
}

const MISSION: Example = Example {
    kind: Kind::ExpertMission,
    title: "Assessment mission, April 2018",
    place: None,
    begins: "2018-04-23",
    ends: Some("2018-04-27"),
    delegation: &[Institution::ExpertTeam],
    notes: &[
        (
            "2018-04-24",
            "Officers at the post ask their shift leader; the shelter answers when it can.",
        ),
        (
            "2018-04-26",
            "Inspectors meet people at farms, and have no number to ring at night.",
        ),
    ],
    findings: &[
        (
            "Nobody at the post knows the shelter’s number at night.",
            Theme::Identification,
            1,
            Some((
                "Give each post the duty phone of the nearest shelter",
                "Each border post should have the duty phone of the nearest shelter on its wall, checked once a month.",
            )),
        ),
        (
            "Inspectors find people and can tell nobody on the same day.",
            Theme::Labour,
            2,
            None,
        ),
    ],
    report: "Two findings. What was found and recommended here is an example.",
};

const STUDY_VISIT: Example = Example {
    kind: Kind::StudyVisit,
    title: "Study visit to Lithuania, June 2018",
    place: Some("Lithuania"),
    begins: "2018-06",
    ends: None,
    delegation: &[
        Institution::ExpertTeam,
        Institution::BorderUngheni,
        Institution::PodulAlb,
        Institution::ChildUngheni,
    ],
    notes: &[(
        "2018-06",
        "One page tells an officer what to say to a child first, and what not to ask.",
    )],
    findings: &[(
        "A page of first words for a child is used at each post there.",
        Theme::Children,
        1,
        Some((
            "Write a page of first words for a child",
            "A page should tell each officer what to say to a child first, and what not to ask.",
        )),
    )],
    report: "One finding, one recommendation. Both are an example.",
};

impl Example {
    fn of(kind: Kind) -> &'static Example {
        match kind {
            Kind::ExpertMission => &MISSION,
            Kind::StudyVisit => &STUDY_VISIT,
        }
    }

    fn name(&self, step: &str) -> String {
        format!("{}: {step}", self.title)
    }
}

/// The visit of this kind where this seed plays.
pub(crate) fn id(app: &App, seed: &Seed, kind: Kind) -> Id<Visit> {
    let voice = Voice {
        app,
        seed,
        now: Moment(0),
    };
    let root = voice.root(voice.secretary(), &Example::of(kind).name("planned"));
    Act::PlanVisit.context(&root).id(0)
}

/// The recommendation to which the first finding of this visit led.
pub(crate) fn recommended(app: &App, seed: &Seed, kind: Kind) -> Id<Recommendation> {
    let voice = Voice {
        app,
        seed,
        now: Moment(0),
    };
    let root = voice.root(voice.expert(), &Example::of(kind).name("recommendation of 1"));
    Act::RecommendFinding.context(&root).id(0)
}

/// The visit that stands behind an activity of this kind; none for others.
pub(super) fn of(app: &App, seed: &Seed, now: Moment, kind: ActivityKind) -> Result<Option<Id<Visit>>, Error> {
    let kind = match kind {
        ActivityKind::AssessmentMission => Kind::ExpertMission,
        ActivityKind::StudyVisit => Kind::StudyVisit,
        _ => return Ok(None),
    };
    play(app, seed, now, kind).map(Some)
}

/// Plays the visit of this kind: from its plan over notes and findings to its report.
///
/// # Errors
/// When storage is away.
pub(crate) fn play(app: &App, seed: &Seed, now: Moment, kind: Kind) -> Result<Id<Visit>, Error> {
    let (voice, example) = (Voice { app, seed, now }, Example::of(kind));
    let day = |text: &str| text.parse().map_err(|_| Error::NotFound);
    let secretary = |step: &str| voice.root(voice.secretary(), &example.name(step));
    let expert = |step: &str| voice.root(voice.expert(), &example.name(step));
    let plan = Plan {
        kind: example.kind,
        title: example.title.to_owned(),
        place: example.place.map(str::to_owned),
        begins: day(example.begins)?,
        ends: example.ends.map(day).transpose()?,
        delegation: example
            .delegation
            .iter()
            .map(|who| voice.seed.organisation(*who))
            .collect(),
        hosts: Vec::new(),
        source: None,
        example: true,
    };
    let (id, _) = app::plan(app, &secretary("planned"), &plan)?;
    app::confirm(app, &secretary("confirmed"), id, &())?;
    app::hold(app, &secretary("held"), id, &())?;
    for (nth, (on, text)) in (1..).zip(example.notes) {
        let note = NoteDown {
            on: day(on)?,
            text: (*text).to_owned(),
            example: true,
        };
        app::note(app, &expert(&format!("note {nth}")), id, &note)?;
    }
    for (finding, (text, theme, note, led)) in (1..).zip(example.findings) {
        let found = Find {
            text: (*text).to_owned(),
            theme: *theme,
            note: Some(*note),
            example: true,
        };
        app::find(app, &expert(&format!("finding {finding}")), id, &found)?;
        if let Some((title, text)) = led {
            let recommend = Recommend {
                finding,
                title: (*title).to_owned(),
                text: (*text).to_owned(),
                language: "en".to_owned(),
            };
            app::recommend(app, &expert(&format!("recommendation of {finding}")), id, &recommend)?;
        }
    }
    let told = Tell {
        text: example.report.to_owned(),
    };
    app::report(app, &expert("report"), id, &told)?;
    Ok(id)
}
