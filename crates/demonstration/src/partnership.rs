//! What the invented institutions agreed on: a few that hold, one that ends soon, one that is written, one that is read, one that is
//! late. Each is an example; days are counted from the day on which the demonstration begins.
use crate::{Seed, country::Institution};
use jiff::ToSpan;
use tiltas_app::{App, Error, partnership as app};
use tiltas_domain::{
    Class, Id, Moment, Root,
    consent::Ground,
    dated::Dated,
    partnership::{
        Annex, Answered, Arrangement, Assess, Begin, Consult, Data, Measure, Move, Partnership, Party, Progress,
        Purpose, Question, Review, Sign, Standing, Term, Value,
    },
    provider::Service,
};

/// How far an example is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Its purpose is written, and no more.
    Drafting,
    /// The parties read it.
    Consultation,
    /// All have signed.
    Signed,
}

struct Example {
    key: &'static str,
    title: &'static str,
    arrangement: Arrangement,
    /// The first leads.
    parties: &'static [(Institution, &'static str)],
    purpose: &'static str,
    groups: &'static [&'static str],
    services: &'static [Service],
    territory: &'static str,
    measures: &'static [(Institution, &'static str, Option<i32>)],
    shares: bool,
    /// First day, last day, review: days from today.
    days: (i32, i32, Option<i32>),
    reach: Reach,
}

const EXAMPLES: [Example; 6] = [
    Example {
        key: "border",
        title: "Whoever is found at the border at night",
        arrangement: Arrangement::CooperationAgreement,
        parties: &[
            (Institution::BorderUngheni, "Shift leader"),
            (Institution::CasaLiman, "Night coordinator"),
            (Institution::PodulAlb, "Head of cases"),
        ],
        purpose: "That whoever is found at the border in the night, and may have been trafficked, has a safe place and somebody to talk to before the morning.",
        groups: &["Presumed victims, women, men and children"],
        services: &[Service::Shelter, Service::CaseManagement, Service::Interpretation],
        territory: "Ungheni district",
        measures: &[
            (
                Institution::BorderUngheni,
                "Speaks with the person alone, with an interpreter",
                None,
            ),
            (
                Institution::CasaLiman,
                "Answers the phone at night, and says within an hour whether there is a place",
                None,
            ),
            (Institution::PodulAlb, "Sends a case manager by the next noon", None),
            (Institution::PodulAlb, "Trains both shifts once a year", Some(-40)),
        ],
        shares: true,
        days: (-1100, 240, Some(60)),
        reach: Reach::Signed,
    },
    Example {
        key: "places",
        title: "Places at night, Ungheni",
        arrangement: Arrangement::ServiceContract,
        parties: &[
            (Institution::TeamUngheni, "Coordinator"),
            (Institution::CasaLiman, "Night coordinator"),
        ],
        purpose: "That a place is paid for before it is needed.",
        groups: &["Women and children"],
        services: &[Service::Shelter],
        territory: "Ungheni district",
        measures: &[(Institution::CasaLiman, "Keeps two places free for the team", None)],
        shares: false,
        days: (-200, 530, None),
        reach: Reach::Signed,
    },
    Example {
        key: "children",
        title: "Team for children, Ungheni",
        arrangement: Arrangement::MultidisciplinaryTeam,
        parties: &[
            (Institution::ChildUngheni, "Focal point for the plan"),
            (Institution::TeamUngheni, "Coordinator"),
            (Institution::BorderUngheni, "Shift leader"),
        ],
        purpose: "That one decision is taken about a child, by those who know the child, and not five.",
        groups: &["Children without a parent beside them"],
        services: &[Service::Psychosocial],
        territory: "Ungheni district",
        measures: &[(Institution::ChildUngheni, "Comes to the post within two hours", None)],
        shares: false,
        days: (-340, 25, None),
        reach: Reach::Signed,
    },
    Example {
        key: "inspections",
        title: "From an inspection to help on the same day",
        arrangement: Arrangement::CooperationAgreement,
        parties: &[
            (Institution::LabourInspectorate, "Head of inspections"),
            (Institution::TeamBalti, "Coordinator"),
        ],
        purpose: "That every worker, woman or man, in whom an inspector sees indicators of trafficking, is offered help on the same day.",
        groups: &["Workers, women and men"],
        services: &[Service::CaseManagement],
        territory: "Bălți district",
        measures: &[],
        shares: false,
        days: (0, 0, None),
        reach: Reach::Drafting,
    },
    Example {
        key: "house",
        title: "A child in the house",
        arrangement: Arrangement::CooperationAgreement,
        parties: &[
            (Institution::CasaLiman, "Night coordinator"),
            (Institution::ChildUngheni, "Focal point for the plan"),
        ],
        purpose: "That a child who is placed in the house has a named representative within a day.",
        groups: &["Children"],
        services: &[Service::Shelter, Service::LegalAid],
        territory: "Ungheni district",
        measures: &[(Institution::ChildUngheni, "Names a representative within a day", None)],
        shares: false,
        days: (30, 760, Some(395)),
        reach: Reach::Consultation,
    },
    Example {
        key: "escort",
        title: "Escort from the post to help",
        arrangement: Arrangement::Memorandum,
        parties: &[
            (Institution::BorderPalanca, "Shift leader"),
            (Institution::TeamCahul, "Coordinator"),
        ],
        purpose: "That nobody travels alone from the post to the house.",
        groups: &["Presumed victims"],
        services: &[Service::Transport],
        territory: "Cahul district",
        measures: &[(Institution::TeamCahul, "Sends a car within three hours", None)],
        shares: false,
        days: (-750, -19, None),
        reach: Reach::Signed,
    },
];

/// How the parties of the first see it: years ago, the value of each question in the table's order; 0 is not answered.
const VIEWS: [(Institution, i16, [u8; 8]); 9] = [
    (Institution::BorderUngheni, 2, [3, 2, 2, 2, 3, 1, 1, 1]),
    (Institution::BorderUngheni, 1, [3, 3, 2, 2, 3, 2, 1, 1]),
    (Institution::BorderUngheni, 0, [4, 3, 3, 2, 4, 3, 2, 0]),
    (Institution::CasaLiman, 2, [3, 2, 1, 1, 1, 1, 2, 1]),
    (Institution::CasaLiman, 1, [4, 3, 2, 1, 2, 2, 2, 1]),
    (Institution::CasaLiman, 0, [4, 3, 3, 2, 2, 3, 3, 2]),
    (Institution::PodulAlb, 2, [2, 2, 2, 1, 2, 1, 2, 1]),
    (Institution::PodulAlb, 1, [3, 2, 2, 2, 2, 3, 3, 2]),
    (Institution::PodulAlb, 0, [4, 3, 3, 2, 2, 3, 3, 2]),
];

struct Voice<'a> {
    app: &'a App,
    seed: &'a Seed,
    now: Moment,
}

impl Voice<'_> {
    fn secretary(&self, name: &str) -> Root {
        let secretary = self.seed.member(Institution::Secretariat, 0);
        self.seed.context(secretary, self.now, &format!("partnership {name}"))
    }

    /// The focal function of an institution: the last of its people.
    fn focal(&self, institution: Institution, name: &str) -> Root {
        let focal = self.seed.member(institution, usize::MAX);
        self.seed.context(focal, self.now, &format!("partnership {name}"))
    }

    /// So many days from today.
    fn day(&self, days: i32) -> Dated {
        let today = self.app.profile().date(self.now);
        today.saturating_add(days.days()).into()
    }
}

/// Plays the examples as far as each goes.
///
/// # Errors
/// When storage is away.
pub fn agree(app: &App, seed: &Seed, now: Moment) -> Result<(), Error> {
    let voice = Voice { app, seed, now };
    for (nth, example) in EXAMPLES.iter().enumerate() {
        let id = draft(&voice, example)?;
        if example.reach != Reach::Drafting {
            read(&voice, example, id)?;
        }
        if example.reach == Reach::Signed {
            sign(&voice, example, id)?;
        }
        if nth == 0 {
            keep(&voice, id)?;
        }
    }
    Ok(())
}

fn draft(voice: &Voice<'_>, example: &Example) -> Result<Id<Partnership>, Error> {
    let party = |(nth, (institution, function)): (usize, &(Institution, &str))| Party {
        organisation: voice.seed.organisation(*institution),
        role: if nth == 0 { Standing::Lead } else { Standing::Member },
        function: Some((*function).to_owned()),
        phone: None,
    };
    let begin = Begin {
        title: example.title.to_owned(),
        arrangement: example.arrangement,
        parties: example.parties.iter().enumerate().map(party).collect(),
        example: true,
    };
    let name = |step: &str| format!("{}: {step}", example.key);
    let (id, _) = app::begin(voice.app, &voice.secretary(&name("begun")), &begin)?;
    let purpose = Purpose {
        text: example.purpose.to_owned(),
        groups: example.groups.iter().map(|group| (*group).to_owned()).collect(),
        services: example.services.to_vec(),
        territory: Some(example.territory.to_owned()),
    };
    app::write_purpose(voice.app, &voice.secretary(&name("purpose")), id, &purpose)?;
    Ok(id)
}

fn read(voice: &Voice<'_>, example: &Example, id: Id<Partnership>) -> Result<(), Error> {
    let name = |step: &str| voice.secretary(&format!("{}: {step}", example.key));
    let measures = example.measures.iter().map(|(owner, what, due)| Measure {
        what: (*what).to_owned(),
        owner: voice.seed.organisation(*owner),
        due: due.map(|days| voice.day(days)),
    });
    app::add_measures(voice.app, &name("measures"), id, &measures.collect::<Vec<_>>())?;
    let data = match example.shares {
        false => Data::NoData,
        true => Data::Annex(Annex {
            classes: vec![Class::Operational, Class::Contact],
            grounds: vec![Ground::Consent, Ground::VitalInterest],
            controllers: example
                .parties
                .iter()
                .map(|(who, _)| voice.seed.organisation(*who))
                .collect(),
            joint: Some(
                "Each informs the person about what it holds; whoever finds a breach rings the others on the same day."
                    .to_owned(),
            ),
            transfer: None,
        }),
    };
    app::write_data(voice.app, &name("data"), id, &data)?;
    let (from, until, review) = example.days;
    let term = Term {
        from: Some(voice.day(from)),
        until: voice.day(until),
        review: review.map(|days| voice.day(days)),
    };
    app::set_term(voice.app, &name("term"), id, &term)?;
    let until = voice.day(21);
    app::consult(voice.app, &name("consultation"), id, &Consult { until })?;
    Ok(())
}

fn sign(voice: &Voice<'_>, example: &Example, id: Id<Partnership>) -> Result<(), Error> {
    let (from, ..) = example.days;
    for (who, _) in example.parties {
        let sign = Sign {
            organisation: voice.seed.organisation(*who),
            on: voice.day(from.saturating_sub(5)),
        };
        let root = voice.secretary(&format!("{}: signature {who:?}", example.key));
        app::sign(voice.app, &root, id, &sign)?;
    }
    Ok(())
}

/// What was done in the first one since: measures, a review, and how each party sees it.
fn keep(voice: &Voice<'_>, id: Id<Partnership>) -> Result<(), Error> {
    let moved = |measure, progress, note: &str| Move {
        measure,
        progress,
        note: Some(note.to_owned()),
    };
    let told = moved(0, Progress::Done, "Each time since spring, by the shift book.");
    app::move_measure(
        voice.app,
        &voice.focal(Institution::BorderUngheni, "border: measure 1"),
        id,
        &told,
    )?;
    let told = moved(3, Progress::UnderWay, "One of two shifts.");
    app::move_measure(
        voice.app,
        &voice.focal(Institution::PodulAlb, "border: measure 4"),
        id,
        &told,
    )?;
    let review = Review {
        on: voice.day(-300),
        text: "It works at night. By day nobody knows who rings whom.".to_owned(),
        next: Some(voice.day(60)),
    };
    app::review(voice.app, &voice.secretary("border: review"), id, &review)?;
    let this = voice.app.profile().date(voice.now).year();
    for (who, ago, values) in VIEWS {
        let answered = Question::all().zip(values).filter_map(|(question, value)| {
            let value = Value::ALL.iter().find(|known| known.number() == value)?;
            Some(Answered {
                question: question.code().to_owned(),
                value: *value,
                evidence: (*value == Value::Checked).then(|| "Looked at together in spring, with minutes.".to_owned()),
            })
        });
        let year = this.saturating_sub(ago);
        let assess = Assess {
            year,
            answers: answered.collect(),
        };
        app::assess(
            voice.app,
            &voice.focal(who, &format!("border: view {who:?} {year}")),
            id,
            &assess,
        )?;
    }
    Ok(())
}
