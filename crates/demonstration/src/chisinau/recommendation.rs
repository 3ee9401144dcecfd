//! One sentence of a trainer as it becomes a recommendation, and a second one that is declined. All words are an example.
use super::{
    hands::{Hands, focal, root},
    scene::Scene,
};
use crate::{
    Seed,
    country::Institution,
    policy::{self, programme, visit},
    practice,
};
use jiff::civil::{Date, date};
use tiltas_app::{Act, App, Error, practice as app_practice, recommendation as app};
use tiltas_domain::{
    Actor, Id, Moment,
    practice::Adopt,
    programme::Came,
    recommendation::{
        Address, Close, Formulate, Open, Position, Rating, Recommendation, Record, Report, Source, SourceKind, Stance,
        Theme, Wording, WordingKind,
    },
    visit::Kind,
};

/// What the trainer said.
const FIRST: &str = "The ministry should buy social rehabilitation services from non-governmental organisations for identified victims.";
/// What Podul Alb proposes instead, and the meeting agrees.
const AGREED: &str = "The ministry should buy social rehabilitation services from non-governmental organisations that meet the minimum quality standards, for identified and presumed victims, women, men and children, by contracts of at least two years.";

/// What GRETA asked for in 2016 and the US report in 2017, paraphrases of the pages that the texts name. A person may find that they say
/// the same.
const BESIDE: [&str; 2] = [
    "Fund assistance and protection of victims adequately.",
    "Work better with non-governmental care providers, policy included.",
];

/// What an institution says: its stance, why, and other words.
type Said = (Institution, Stance, &'static str, Option<&'static str>);

const OF_CONTRACTS: [Said; 2] = [
    (
        Institution::PodulAlb,
        Stance::SupportsWithChanges,
        "Presumed victims too: the first nights are the dear ones. Two years is what lets us keep trained staff.",
        Some(AGREED),
    ),
    (
        Institution::CasaLiman,
        Stance::Supports,
        "A contract pays the night shift.",
        None,
    ),
];
const OF_REGISTER: [Said; 1] = [(
    Institution::PodulAlb,
    Stance::Opposes,
    "A list that leaks is a death. Help does not need the name.",
    None,
)];

fn expert(seed: &Seed) -> Actor {
    seed.member(Institution::ExpertTeam, 0)
}

/// The recommendation of the story: its id follows from the seed.
pub(super) fn contracts(seed: &Seed) -> Id<Recommendation> {
    Act::AdoptPractice
        .context(&root(seed, expert(seed), Moment(0), "draft"))
        .id(0)
}

/// The one that is declined.
pub(super) fn register(seed: &Seed) -> Id<Recommendation> {
    Act::RecordRecommendation
        .context(&root(seed, expert(seed), Moment(0), "register"))
        .id(0)
}

/// Those that the visits led to, with the words that are agreed.
pub(super) fn of_visits(app: &App, seed: &Seed) -> [Id<Recommendation>; 2] {
    [Kind::ExpertMission, Kind::StudyVisit].map(|kind| visit::recommended(app, seed, kind))
}

impl Hands<'_> {
    fn contracts(&self) -> Id<Recommendation> {
        contracts(self.seed)
    }

    pub(super) fn register(&self) -> Id<Recommendation> {
        register(self.seed)
    }

    /// The practice of Latvia becomes a draft; its source names the practice.
    pub(super) fn draft(&self) -> Result<(), Error> {
        self.go(self.way.day(Scene::Draft))?;
        let adopt = Adopt {
            title: "Buy services for victims from NGOs, by contract".to_owned(),
            text: FIRST.to_owned(),
            language: "en".to_owned(),
            source: SourceKind::Training,
            example: true,
        };
        let root = self.as_(expert(self.seed), "draft");
        let practice = practice::id(self.seed, practice::MANDATE);
        let (id, _) = app_practice::adopt(self.app, &root, practice, &adopt)?;
        programme::bring(self.app, self.seed, self.now(), 3, Came::Recommendation(id))
    }

    /// A second draft is written down, and institutions are asked about both.
    pub(super) fn discuss(&self) -> Result<(), Error> {
        let record = Record {
            title: "Keep one national list of names".to_owned(),
            source: Source {
                kind: SourceKind::Training,
                document: Some("Training of 4 and 5 June 2018".to_owned()),
                round: None,
                paragraph: None,
                dated: Some(self.today().into()),
                page: None,
                priority: None,
            },
            wording: Wording {
                text: "All institutions should keep the names of victims in one national list.".to_owned(),
                language: "en".to_owned(),
                kind: WordingKind::Verbatim,
            },
            theme: Theme::Coordination,
            example: true,
        };
        app::record(self.app, &self.as_(expert(self.seed), "register"), &record)?;
        let asked = [
            Institution::PodulAlb,
            Institution::CasaLiman,
            Institution::LabourInspectorate,
        ];
        self.ask("contracts", self.contracts(), &asked, &OF_CONTRACTS)?;
        self.ask("register", self.register(), &[Institution::PodulAlb], &OF_REGISTER)
    }

    fn ask(&self, name: &str, id: Id<Recommendation>, asked: &[Institution], said: &[Said]) -> Result<(), Error> {
        let open = Open {
            asked: asked.iter().map(|who| self.seed.organisation(*who)).collect(),
            until: self.way.day(Scene::Agree).into(),
        };
        app::discuss(self.app, &self.secretary(&format!("discuss {name}")), id, &open)?;
        for (who, stance, reason, wording) in said {
            let position = Position {
                stance: *stance,
                reason: Some((*reason).to_owned()),
                wording: wording.map(str::to_owned),
            };
            let root = self.as_(focal(self.seed, *who), &format!("position of {who:?} on {name}"));
            app::take_position(self.app, &root, id, &position)?;
        }
        Ok(())
    }

    /// The words of the story’s recommendation are agreed.
    pub(super) fn agree_words(&self) -> Result<(), Error> {
        let text = AGREED.to_owned();
        app::formulate(
            self.app,
            &self.secretary("agree"),
            self.contracts(),
            &Formulate { text },
        )
        .map(drop)
    }

    /// The words of those that came of the visits are agreed as they were found.
    pub(super) fn agree_findings(&self) -> Result<(), Error> {
        for id in of_visits(self.app, self.seed) {
            let root = self.secretary(&format!("words of {id}"));
            let known = app::story::story(self.app, &root, id)?;
            let text = known.of.first.wording.text.clone();
            app::formulate(self.app, &root, id, &Formulate { text })?;
        }
        Ok(())
    }

    /// Says who is to carry out what was adopted, and by when.
    pub(super) fn address(&self, id: Id<Recommendation>, who: Institution, term: Date) -> Result<(), Error> {
        let address = Address {
            organisation: self.seed.organisation(who),
            term: Some(term.into()),
        };
        app::address(
            self.app,
            &self.secretary(&format!("address {id} {who:?}")),
            id,
            &address,
        )
        .map(drop)
    }

    /// Public texts about the same, as a person finds them beside it.
    pub(super) fn liken(&self) -> Result<(), Error> {
        for text in BESIDE {
            let other = policy::public_id(self.app, self.seed, text).ok_or(Error::NotFound)?;
            let root = self.secretary(&format!("liken {other}"));
            app::liken(self.app, &root, self.contracts(), &(other, true))?;
        }
        Ok(())
    }

    /// Podul Alb reports what it did, with what shows it.
    pub(super) fn carry_out(&self) -> Result<(), Error> {
        let report = Report {
            rating: Rating::Done,
            text: "The first contract is signed. We work under it since July.".to_owned(),
            evidence: vec!["Contract of 2 July 2018, 14 pages".to_owned()],
        };
        let root = self.as_(focal(self.seed, Institution::PodulAlb), "report");
        app::report(self.app, &root, self.contracts(), &report).map(drop)
    }

    /// The rapporteur looks.
    pub(super) fn review(&self) -> Result<(), Error> {
        self.go(LOOKED)?;
        let found = Report {
            rating: Rating::Done,
            text: "Seen: one contract over two years, for presumed victims too.".to_owned(),
            evidence: vec!["Visit of 18 September 2018".to_owned()],
        };
        let root = self.as_(self.seed.member(Institution::Rapporteur, 0), "review");
        app::review(self.app, &root, self.contracts(), &found).map(drop)
    }

    /// What is done is closed.
    pub(super) fn close_done(&self) -> Result<(), Error> {
        let close = Close {
            reason: "Carried out, and found so. Closed at the closure meeting.".to_owned(),
        };
        app::close(self.app, &self.secretary("close"), self.contracts(), &close).map(drop)
    }
}

/// The day on which the rapporteur looked: an example.
const LOOKED: Date = date(2018, 9, 20);
