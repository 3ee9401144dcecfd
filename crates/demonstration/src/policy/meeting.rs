//! Two meetings of the invented country: one that was held, with its decisions and minutes, and one that is called. All of it is an example.
use super::{Voice, visit};
use crate::{Seed, country::Institution};
use jiff::Span;
use tiltas_app::{App, Error, meeting as app, recommendation as app_recommendation};
use tiltas_domain::{
    Moment,
    dated::Dated,
    meeting::{Call, Decide, Draft, Hold, Resolve},
    recommendation::{Address, Formulate, Outcome},
    visit::Kind,
};

/// Those who are invited.
const INVITED: [Institution; 6] = [
    Institution::Secretariat,
    Institution::BorderUngheni,
    Institution::LabourInspectorate,
    Institution::ChildUngheni,
    Institution::PodulAlb,
    Institution::CasaLiman,
];
/// One was invited and did not come.
const CAME: usize = 5;
const BODY: &str = "National committee";

/// Holds one meeting, and calls the next.
///
/// # Errors
/// When storage is away.
pub fn meet(app: &App, seed: &Seed, now: Moment) -> Result<(), Error> {
    let voice = Voice { app, seed, now };
    let root = |step: &str| voice.root(voice.secretary(), &format!("committee: {step}"));
    let today = app.profile().date(now);
    let invited: Vec<_> = INVITED.iter().map(|who| seed.organisation(*who)).collect();
    let call = |title: &str, days: i64| Call {
        title: title.to_owned(),
        body: BODY.to_owned(),
        on: today.saturating_add(Span::new().days(days)).into(),
        place: Some("Chișinău".to_owned()),
        invited: invited.clone(),
        example: true,
    };
    let found = visit::recommended(app, seed, Kind::ExpertMission);
    let text = app_recommendation::story::story(app, &root("words read"), found)?;
    let text = text.of.first.wording.text.clone();
    app_recommendation::formulate(app, &root("words"), found, &Formulate { text })?;
    let (id, _) = app::call(app, &root("called"), &call("Third meeting of the year", -8))?;
    let present = invited.iter().take(CAME).copied().collect();
    app::hold(app, &root("held"), id, &Hold { present })?;
    let decide = Decide {
        recommendation: found,
        outcome: Outcome::Adopted,
        reason: None,
    };
    app::decide(app, &root("decided"), id, &decide)?;
    let address = Address {
        organisation: seed.organisation(Institution::BorderUngheni),
        term: Some(Dated::from(today.saturating_add(Span::new().months(4)))),
    };
    app_recommendation::address(app, &root("addressed"), found, &address)?;
    let resolve = Resolve {
        text: "Say by when an inspector can refer on the day on which a person is found.".to_owned(),
        owner: seed.organisation(Institution::LabourInspectorate),
        due: app.profile().last_moment(today.saturating_add(Span::new().days(21))),
    };
    app::resolve(app, &root("task"), id, &resolve)?;
    let draft = Draft {
        text: MINUTES.to_owned(),
    };
    app::draft(app, &root("minutes"), id, &draft)?;
    app::agree(app, &root("minutes agreed"), id, &())?;
    app::call(app, &root("next"), &call("Fourth meeting of the year", 40)).map(drop)
}

const MINUTES: &str = "The agenda was gone through, what is late first. The posts get the duty phone of the nearest shelter. The way for inspectors is late: the inspectorate says until when. Casa Liman sent word that it could not come.";
