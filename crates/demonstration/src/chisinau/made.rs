//! What each scene made, with the page on which it stands in the story's own node, and through whose eyes it is opened.
use super::{
    hands::focal,
    meeting::Of,
    plan,
    recommendation::{contracts, register},
    report::{self, HALF, LATE, NATIONAL, OWN, RETURNED},
    scene::{Scene, Way},
};
use crate::{
    Seed,
    country::Institution,
    policy::{programme, visit},
    practice,
    training::Of2018,
};
use tiltas_app::{App, Error};
use tiltas_domain::{Actor, visit::Kind};

/// Through whose eyes a page of the story is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Keeps programme, plan and recommendations.
    Secretariat,
    /// Answers for the organisation that proposed other words.
    PodulAlb,
    /// Answers for the border post.
    Border,
    /// Reads, and changes nothing.
    Observer,
    /// Says what should change.
    Expert,
    /// Keeps the trainings.
    Organiser,
    /// Looks at what was reported.
    Rapporteur,
}

impl Reader {
    /// All of them.
    pub const ALL: [Reader; 7] = [
        Reader::Secretariat,
        Reader::PodulAlb,
        Reader::Border,
        Reader::Observer,
        Reader::Expert,
        Reader::Organiser,
        Reader::Rapporteur,
    ];

    /// In addresses and for words.
    pub fn code(self) -> &'static str {
        match self {
            Reader::Secretariat => "secretariat",
            Reader::PodulAlb => "podul-alb",
            Reader::Border => "border",
            Reader::Observer => "observer",
            Reader::Expert => "expert",
            Reader::Organiser => "organiser",
            Reader::Rapporteur => "rapporteur",
        }
    }

    /// The one with this code.
    pub fn from_code(code: &str) -> Option<Reader> {
        Reader::ALL.into_iter().find(|reader| reader.code() == code)
    }

    /// The account, the same in every story of a seed.
    pub(super) fn actor(self, seed: &Seed) -> Actor {
        let team = |nth| seed.member(Institution::ExpertTeam, nth);
        match self {
            Reader::Secretariat => seed.member(Institution::Secretariat, 0),
            Reader::PodulAlb => focal(seed, Institution::PodulAlb),
            Reader::Border => focal(seed, Institution::BorderUngheni),
            Reader::Expert => team(0),
            Reader::Organiser => team(1),
            Reader::Observer => team(usize::MAX),
            Reader::Rapporteur => seed.member(Institution::Rapporteur, 0),
        }
    }
}

/// Something that a scene made.
#[derive(Clone, Debug)]
pub struct Made {
    /// Which scene.
    pub scene: Scene,
    /// Names its words.
    pub code: &'static str,
    /// Who opens it.
    pub reader: Reader,
    /// Its page in a node: `/visits/…`.
    pub page: String,
}

impl Made {
    /// Where the page of the story opens it.
    pub fn href(&self) -> String {
        format!("/chisinau-2018/{}{}", self.reader.code(), self.page)
    }
}

/// What was made so far, in the order of the scenes.
///
/// # Errors
/// When storage is away.
pub(super) fn so_far(app: &App, seed: &Seed, way: &Way) -> Result<Vec<Made>, Error> {
    let mut all = Vec::new();
    for scene in Scene::ALL.into_iter().filter(|scene| way.has(*scene)) {
        let made = |(code, reader, page)| Made {
            scene,
            code,
            reader,
            page,
        };
        all.extend(by(app, seed, way, scene)?.into_iter().map(made));
    }
    Ok(all)
}

type Page = (&'static str, Reader, String);

fn by(app: &App, seed: &Seed, way: &Way, scene: Scene) -> Result<Vec<Page>, Error> {
    use Reader::{Border, Expert, Observer, Organiser, PodulAlb, Rapporteur, Secretariat};
    let programme = format!("/programmes/{}", programme::id(app, seed));
    let of_contracts = format!("/recommendations/{}", contracts(seed));
    let of_register = format!("/recommendations/{}", register(seed));
    let visit = |kind| format!("/visits/{}", visit::id(app, seed, kind));
    let led = |kind| format!("/recommendations/{}", visit::recommended(app, seed, kind));
    let training = |of: Of2018| format!("/trainings/{}", of.id(app, seed));
    let practice = |key| format!("/practices/{}", practice::id(seed, key));
    let meeting = |of: Of| format!("/meetings/{}", of.id(seed));
    Ok(match scene {
        Scene::Open => vec![("programme", Secretariat, programme)],
        Scene::Mission => vec![
            ("mission", Expert, visit(Kind::ExpertMission)),
            ("mission-led", Expert, led(Kind::ExpertMission)),
        ],
        Scene::Train => vec![
            ("training-may", Organiser, training(Of2018::May)),
            ("practice-latvia", Expert, practice(practice::MANDATE)),
            ("practice-kingdom", Expert, practice(practice::TWO_DECISIONS)),
        ],
        Scene::Draft => vec![("draft", Expert, of_contracts)],
        Scene::Discuss => vec![
            ("positions", PodulAlb, of_contracts),
            ("opposed", PodulAlb, of_register),
            ("meeting-called", Secretariat, meeting(Of::Words)),
        ],
        Scene::Agree => vec![
            ("training-june", Organiser, training(Of2018::June)),
            ("meeting-words", PodulAlb, meeting(Of::Words)),
            ("agreed", Secretariat, of_contracts),
        ],
        Scene::Visit => vec![
            ("visit", Expert, visit(Kind::StudyVisit)),
            ("visit-led", Expert, led(Kind::StudyVisit)),
            ("programme-came", Observer, programme),
        ],
        Scene::Adopt => vec![
            ("meeting-committee", Secretariat, meeting(Of::Committee)),
            (
                "adopted",
                if way.declined { Rapporteur } else { PodulAlb },
                of_contracts,
            ),
            ("declined", Rapporteur, of_register),
        ],
        Scene::Link => vec![
            ("plan", Secretariat, format!("/plans/{}", plan::id(seed))),
            (
                "action",
                PodulAlb,
                format!("/plans/{}/items/{}", plan::id(seed), plan::item(seed, plan::BUY)),
            ),
            ("alike", Rapporteur, of_contracts),
        ],
        Scene::Report => {
            let report = |who| -> Result<String, Error> {
                let (id, _) = report::of(app, seed, HALF, who)?.ok_or(Error::NotFound)?;
                Ok(format!("/reports/{id}"))
            };
            let (period, _) = report::period(app, HALF)?.ok_or(Error::NotFound)?;
            vec![
                ("period", Secretariat, format!("/periods/{period}")),
                ("report", PodulAlb, report(OWN)?),
                ("returned", Border, report(RETURNED)?),
                ("late", Secretariat, report(LATE)?),
            ]
        }
        Scene::Close => vec![
            ("open-items", Secretariat, "/open-items".to_owned()),
            ("meeting-closure", Secretariat, meeting(Of::Closure)),
            ("closed", Rapporteur, of_contracts),
            ("programme-closed", Observer, programme),
        ],
        Scene::National => {
            let (period, known) = report::period(app, NATIONAL)?.ok_or(Error::NotFound)?;
            let national = known.national.ok_or(Error::NotFound)?;
            vec![
                ("national", Secretariat, format!("/national-reports/{national}")),
                (
                    "printed",
                    Observer,
                    format!("/national-reports/{national}/document.docx"),
                ),
                ("national-period", Rapporteur, format!("/periods/{period}")),
            ]
        }
    })
}
