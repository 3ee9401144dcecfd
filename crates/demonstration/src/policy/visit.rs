//! The mission and the study visit of 2018 in the invented country: the days are those of public sources, who went and what was noted
//! is an example.
use super::Voice;
use crate::country::Institution;
use tiltas_app::{App, Error, visit as app};
use tiltas_domain::{
    Id,
    programme::ActivityKind,
    recommendation::Theme,
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

/// The visit that stands behind an activity of this kind; none for others.
pub(super) fn of(app: &App, voice: &Voice<'_>, kind: ActivityKind) -> Result<Option<Id<Visit>>, Error> {
    match kind {
        ActivityKind::AssessmentMission => play(app, voice, &MISSION).map(Some),
        ActivityKind::StudyVisit => play(app, voice, &STUDY_VISIT).map(Some),
        _ => Ok(None),
    }
}

fn play(app: &App, voice: &Voice<'_>, example: &Example) -> Result<Id<Visit>, Error> {
    let day = |text: &str| text.parse().map_err(|_| Error::NotFound);
    let name = |step: &str| format!("{}: {step}", example.title);
    let secretary = |step: &str| voice.root(voice.secretary(), &name(step));
    let expert = |step: &str| voice.root(voice.expert(), &name(step));
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
