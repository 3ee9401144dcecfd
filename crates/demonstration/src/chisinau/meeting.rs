//! Three meetings: of the second training, which agrees words; of the committee, which decides; and of the closure, which goes through
//! what is open. Who was there and what was said is an example.
use super::{
    hands::{Hands, root},
    recommendation::{contracts, of_visits, register},
    scene::{Scene, TERM},
};
use crate::{Seed, country::Institution, policy::programme};
use jiff::civil::{Date, date};
use tiltas_app::{Act, Error, meeting as app};
use tiltas_domain::{
    Id, Moment,
    meeting::{Call, Decide, Draft, Hold, Meeting, Resolve},
    recommendation::{Outcome, Recommendation},
};

/// One of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    Words,
    Committee,
    Closure,
}

/// Those who are invited, and come.
const INVITED: [Institution; 6] = [
    Institution::Secretariat,
    Institution::PodulAlb,
    Institution::CasaLiman,
    Institution::BorderUngheni,
    Institution::LabourInspectorate,
    Institution::ChildUngheni,
];

impl Of {
    fn key(self) -> &'static str {
        match self {
            Of::Words => "words",
            Of::Committee => "committee",
            Of::Closure => "closure",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Of::Words => "Draft recommendations of the trainings",
            Of::Committee => "Second meeting of the year",
            Of::Closure => "Closure of the programme",
        }
    }

    fn body(self) -> &'static str {
        match self {
            Of::Words => "Training of June 2018",
            Of::Committee | Of::Closure => "National committee",
        }
    }

    fn minutes(self) -> &'static str {
        match self {
            Of::Words => {
                "Podul Alb proposed other words for buying services, and the meeting agreed them. On one national list of names nobody agreed; it goes to the committee as it is."
            }
            Of::Committee => {
                "Each draft was read with its positions. What was adopted has an addressee and a term; what was declined has a reason."
            }
            Of::Closure => {
                "What is open was gone through by addressee. One recommendation is carried out and closed; what stays open keeps its term."
            }
        }
    }

    /// Which meeting it is.
    pub fn id(self, seed: &Seed) -> Id<Meeting> {
        let secretary = seed.member(Institution::Secretariat, 0);
        let root = root(seed, secretary, Moment(0), &format!("call {}", self.key()));
        Act::CallMeeting.context(&root).id(0)
    }
}

/// Why there is to be no national list of names.
const NO_LIST: &str = "A single list of names would put people at risk. Each institution keeps what it needs.";
/// Why the committee says no to buying services.
const NO_MONEY: &str = "There is no money for it this year. It comes again with the next budget.";
/// The last days of what was adopted beside the contracts: an example.
const LATER: [Date; 2] = [date(2018, 9, 30), date(2018, 12, 31)];
/// The day on which the committee was called, and the closure meeting: an example.
const CALLED: [Date; 2] = [date(2018, 6, 25), date(2018, 10, 1)];

impl Hands<'_> {
    fn call(&self, of: Of, on: Date) -> Result<(), Error> {
        let call = Call {
            title: of.title().to_owned(),
            body: of.body().to_owned(),
            on: on.into(),
            place: Some("Chișinău".to_owned()),
            invited: self.institutions(),
            example: true,
        };
        app::call(self.app, &self.secretary(&format!("call {}", of.key())), &call).map(drop)
    }

    fn institutions(&self) -> Vec<Id<tiltas_domain::organisation::Organisation>> {
        INVITED.iter().map(|who| self.seed.organisation(*who)).collect()
    }

    /// It takes place; its agenda is what the query finds now.
    fn hold(&self, of: Of) -> Result<(), Error> {
        let present = self.institutions();
        let root = self.secretary(&format!("hold {}", of.key()));
        app::hold(self.app, &root, of.id(self.seed), &Hold { present }).map(drop)
    }

    fn minutes(&self, of: Of) -> Result<(), Error> {
        let (key, id) = (of.key(), of.id(self.seed));
        let draft = Draft {
            text: of.minutes().to_owned(),
        };
        app::draft(self.app, &self.secretary(&format!("minutes {key}")), id, &draft)?;
        app::agree(self.app, &self.secretary(&format!("agree {key}")), id, &()).map(drop)
    }

    fn decide(&self, on: Id<Recommendation>, no: Option<&str>) -> Result<(), Error> {
        let decide = Decide {
            recommendation: on,
            outcome: if no.is_some() {
                Outcome::Declined
            } else {
                Outcome::Adopted
            },
            reason: no.map(str::to_owned),
        };
        let root = self.secretary(&format!("decide {on}"));
        app::decide(self.app, &root, Of::Committee.id(self.seed), &decide).map(drop)
    }

    /// The meeting of the second training is called for its last day.
    pub(super) fn call_for_words(&self) -> Result<(), Error> {
        self.call(Of::Words, self.way.day(Scene::Agree))
    }

    /// It agrees the words that Podul Alb proposed.
    pub(super) fn meet_about_words(&self) -> Result<(), Error> {
        self.hold(Of::Words)?;
        self.agree_words()?;
        self.minutes(Of::Words)
    }

    /// The committee adopts some, declines one, or two, and says who is to do what.
    pub(super) fn meet_and_decide(&self) -> Result<(), Error> {
        let (app, seed, day) = (self.app, self.seed, self.way.day(Scene::Adopt));
        self.go(CALLED[0])?;
        self.agree_findings()?;
        self.call(Of::Committee, day)?;
        self.go(day)?;
        self.hold(Of::Committee)?;
        self.decide(contracts(seed), self.way.declined.then_some(NO_MONEY))?;
        self.decide(register(seed), Some(NO_LIST))?;
        for (id, term) in of_visits(app, seed).into_iter().zip(LATER) {
            self.decide(id, None)?;
            self.address(id, Institution::BorderUngheni, term)?;
        }
        if !self.way.declined {
            self.address(contracts(seed), Institution::PodulAlb, TERM)?;
            self.resolve()?;
        }
        self.minutes(Of::Committee)
    }

    /// What was decided becomes a task, about no case.
    fn resolve(&self) -> Result<(), Error> {
        let resolve = Resolve {
            text: "Write the model contract, with the minimum quality standards in it.".to_owned(),
            owner: self.seed.organisation(Institution::PodulAlb),
            due: None,
        };
        let on = Of::Committee.id(self.seed);
        app::resolve(self.app, &self.secretary("task of the committee"), on, &resolve).map(drop)
    }

    /// What was given back is mended, the rapporteur looks, and the closure meeting goes through what is open.
    pub(super) fn close(&self) -> Result<(), Error> {
        let day = self.way.day(Scene::Close);
        self.mend()?;
        self.review()?;
        self.go(CALLED[1])?;
        self.call(Of::Closure, day)?;
        self.go(day)?;
        self.hold(Of::Closure)?;
        self.close_done()?;
        self.minutes(Of::Closure)?;
        programme::hold(self.app, self.seed, self.now(), 6)?;
        programme::close(self.app, self.seed, self.now())
    }
}
