//! The two trainings of May and June 2018, and invented ones around the night of the demonstration. Days, place, topics and countries
//! of 2018 are those of the public news; hours, order, participants, results and certificates are examples, of invented institutions.
use crate::{Seed, country::Institution};
use jiff::{Span, civil::Date};
use tiltas_app::{Act, App, Error, certificate, programme, training as app};
use tiltas_domain::{
    Actor, Id, Moment, Root,
    certificate::{Certificate, Withdraw},
    dated::Dated,
    programme::{Activity, ActivityKind, Bring, Came},
    training::{Attend, Certify, Curriculum, Enrol, Feedback, Item, Measure, Plan, Report, Score, Training},
};

/// What is told of the two trainings of 2018, one thing a line.
const TAUGHT: &str = include_str!("../data/trainings.txt");

/// Those of a function: how many are registered, came, and got a certificate.
type Group = (Institution, &'static str, u16, u16, u16);

const MAY: [Group; 7] = [
    (Institution::Police, "Investigators", 6, 6, 4),
    (Institution::BorderUngheni, "Duty officers", 6, 5, 5),
    (Institution::TeamUngheni, "Members of the team", 6, 6, 6),
    (Institution::PodulAlb, "Case managers", 7, 7, 7),
    (Institution::CasaLiman, "Night coordinators", 3, 2, 2),
    (Institution::LabourInspectorate, "Inspectors", 2, 2, 2),
    (Institution::ChildUngheni, "Child protection officers", 2, 2, 2),
];
const JUNE: [Group; 5] = [
    (Institution::Police, "Investigators", 8, 8, 8),
    (Institution::BorderUngheni, "Shift leaders", 5, 5, 5),
    (Institution::TeamUngheni, "Members of the team", 6, 5, 5),
    (Institution::PodulAlb, "Case managers", 5, 5, 5),
    (Institution::LabourInspectorate, "Inspectors", 2, 1, 1),
];
const REFRESHER: [Group; 2] = [
    (Institution::BorderUngheni, "Duty officers", 6, 6, 6),
    (Institution::PodulAlb, "Case managers", 5, 5, 5),
];

/// A result: the part by its place, or the whole test; of all or of one institution; how many answered with how many points.
type Result = (Option<usize>, Option<Institution>, (u16, u32), (u16, u32));

const MAY_RESULTS: [Result; 8] = [
    (Some(0), None, (30, 126), (28, 213)),
    (Some(1), None, (30, 147), (28, 227)),
    (Some(2), None, (30, 114), (28, 179)),
    (Some(3), None, (30, 153), (28, 221)),
    (Some(4), None, (30, 168), (28, 224)),
    (None, None, (30, 141), (28, 213)),
    (None, Some(Institution::PodulAlb), (7, 37), (7, 57)),
    (None, Some(Institution::LabourInspectorate), (2, 9), (2, 15)),
];
const JUNE_RESULTS: [Result; 5] = [
    (Some(0), None, (24, 125), (24, 184)),
    (Some(1), None, (24, 91), (24, 161)),
    (Some(2), None, (24, 103), (24, 180)),
    (Some(3), None, (24, 98), (24, 170)),
    (None, None, (24, 104), (24, 174)),
];

/// One who teaches, and when it is written down.
struct Teacher<'a> {
    app: &'a App,
    seed: &'a Seed,
    now: Moment,
}

impl Teacher<'_> {
    fn organiser(&self) -> Actor {
        self.seed.member(Institution::ExpertTeam, 1)
    }

    fn root(&self, key: &str, step: &str) -> Root {
        self.seed
            .context(self.organiser(), self.now, &format!("training {key}: {step}"))
    }
}

/// Plays all trainings: the two of 2018, one whose certificates run out soon, and one to come.
///
/// # Errors
/// When storage is away.
pub fn teach(app: &App, seed: &Seed, now: Moment) -> std::result::Result<(), Error> {
    let teacher = Teacher { app, seed, now };
    let today = app.profile().date(now);
    for of in [Of2018::May, Of2018::June] {
        plan_of_2018(app, seed, now, of)?;
        teach_of_2018(app, seed, now, of)?;
    }
    refresh(&teacher, today)?;
    let to_come = invented(
        "Children who travel alone",
        today.saturating_add(Span::new().days(40)),
        2,
    );
    begin(&teacher, "children", &to_come)?;
    Ok(())
}

/// The two trainings of 2018.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of2018 {
    /// Of 29 and 30 May.
    May,
    /// Of 4 and 5 June.
    June,
}

impl Of2018 {
    fn key(self) -> &'static str {
        match self {
            Of2018::May => "may",
            Of2018::June => "june",
        }
    }

    fn told(self) -> (&'static [Group], &'static [Result]) {
        match self {
            Of2018::May => (&MAY, &MAY_RESULTS),
            Of2018::June => (&JUNE, &JUNE_RESULTS),
        }
    }

    /// Which one it is where this seed plays.
    pub fn id(self, app: &App, seed: &Seed) -> Id<Training> {
        let teacher = Teacher {
            app,
            seed,
            now: Moment(0),
        };
        Act::PlanTraining.context(&teacher.root(self.key(), "plan")).id(0)
    }
}

/// Plans one of the two: agenda, trainers, parts.
///
/// # Errors
/// When storage is away.
pub(crate) fn plan_of_2018(app: &App, seed: &Seed, now: Moment, of: Of2018) -> std::result::Result<(), Error> {
    let (teacher, key) = (Teacher { app, seed, now }, of.key());
    let Some(plan) = read(key) else { return Ok(()) };
    let id = begin(&teacher, key, &plan)?;
    belongs(&teacher, key, id, &plan)
}

/// Lets one of the two take place: who came, what was answered before and after, and the report.
///
/// # Errors
/// When storage is away.
pub(crate) fn teach_of_2018(app: &App, seed: &Seed, now: Moment, of: Of2018) -> std::result::Result<(), Error> {
    let (teacher, key, id) = (Teacher { app, seed, now }, of.key(), of.id(app, seed));
    let Some(plan) = read(key) else { return Ok(()) };
    let (groups, results) = of.told();
    attend(&teacher, key, id, groups)?;
    for (nth, result) in results.iter().enumerate() {
        measure(&teacher, key, id, &plan, nth, result)?;
    }
    answer(&teacher, key, id)?;
    let report = Report {
        text: line(key, "report").unwrap_or_default().to_owned(),
        outcomes: lines(key, "outcome").map(str::to_owned).collect(),
    };
    app::report(app, &teacher.root(key, "report"), id, &report)?;
    Ok(())
}

/// A training of last autumn whose certificates run out soon; one of them was withdrawn.
fn refresh(teacher: &Teacher<'_>, today: Date) -> std::result::Result<(), Error> {
    let (app, key) = (teacher.app, "refresher");
    let day = today.saturating_sub(Span::new().days(320));
    let id = begin(teacher, key, &invented("Refresher: first help and referral", day, 1))?;
    attend(teacher, key, id, &REFRESHER)?;
    let report = Report {
        text: "The duty phones of both institutions were tried out.".to_owned(),
        outcomes: Vec::new(),
    };
    app::report(app, &teacher.root(key, "report"), id, &report)?;
    let issued = teacher.root(key, "certificates 0");
    let first: Id<Certificate> = Act::IssueCertificates.context(&issued).id(0);
    let withdraw = Withdraw {
        reason: "Issued to the wrong function.".to_owned(),
    };
    certificate::withdraw(app, &teacher.root(key, "withdrawal"), first, &withdraw)?;
    Ok(())
}

fn begin(teacher: &Teacher<'_>, key: &str, plan: &Plan) -> std::result::Result<Id<Training>, Error> {
    let (id, _) = app::plan(teacher.app, &teacher.root(key, "plan"), plan)?;
    Ok(id)
}

/// The activity of a programme that this training is, by its first day.
fn belongs(teacher: &Teacher<'_>, key: &str, id: Id<Training>, plan: &Plan) -> std::result::Result<(), Error> {
    let programmes = teacher.app.store().snapshot()?.programmes()?;
    for (programme, of) in programmes {
        let activities = (1..).zip(&of.activities);
        let is_it = |activity: &Activity| activity.kind == ActivityKind::Training && activity.begins == plan.from;
        for (activity, _) in activities.filter(|(_, activity)| is_it(activity)) {
            let bring = Bring {
                activity,
                of: Came::Training(id),
            };
            programme::bring(teacher.app, &teacher.root(key, "programme"), programme, &bring)?;
        }
    }
    Ok(())
}

/// Registers groups, says that it was held, counts who came, and issues certificates.
fn attend(teacher: &Teacher<'_>, key: &str, id: Id<Training>, groups: &[Group]) -> std::result::Result<(), Error> {
    let app = teacher.app;
    let root = |step: &str, nth: usize| teacher.root(key, &format!("{step} {nth}"));
    for (nth, (who, function, registered, ..)) in groups.iter().enumerate() {
        let enrol = Enrol {
            organisation: teacher.seed.organisation(*who),
            function: (*function).to_owned(),
            registered: *registered,
        };
        app::enrol(app, &root("enrolment", nth), id, &enrol)?;
    }
    app::hold(app, &teacher.root(key, "held"), id)?;
    for (nth, (who, function, _, came, certificates)) in groups.iter().enumerate() {
        let (organisation, function) = (teacher.seed.organisation(*who), (*function).to_owned());
        let attend = Attend {
            organisation,
            function: function.clone(),
            came: *came,
        };
        app::attend(app, &root("attendance", nth), id, &attend)?;
        let certify = Certify {
            organisation,
            function,
            count: *certificates,
        };
        app::certify(app, &root("certificates", nth), id, &certify)?;
    }
    Ok(())
}

fn measure(
    teacher: &Teacher<'_>,
    key: &str,
    id: Id<Training>,
    plan: &Plan,
    nth: usize,
    (part, who, before, after): &Result,
) -> std::result::Result<(), Error> {
    let measure = |(answered, points): (u16, u32)| Some(Measure { answered, points });
    let score = Score {
        part: part.and_then(|part| plan.curriculum.modules.get(part).cloned()),
        organisation: who.map(|who| teacher.seed.organisation(who)),
        most: 10,
        before: measure(*before),
        after: measure(*after),
    };
    app::score(teacher.app, &teacher.root(key, &format!("result {nth}")), id, &score)?;
    Ok(())
}

fn answer(teacher: &Teacher<'_>, key: &str, id: Id<Training>) -> std::result::Result<(), Error> {
    let given = [
        ("useful", [0, 1, 8, 13]),
        ("clear", [0, 3, 9, 10]),
        ("cooperation", [0, 0, 7, 15]),
        ("person", [1, 2, 9, 10]),
    ];
    for (question, counts) in given {
        let feedback = Feedback {
            question: question.to_owned(),
            counts,
        };
        app::answer(teacher.app, &teacher.root(key, question), id, &feedback)?;
    }
    Ok(())
}

/// What the file tells of a training under this word, in its order.
fn lines<'t>(key: &'t str, word: &'t str) -> impl Iterator<Item = &'static str> + 't {
    TAUGHT.lines().filter_map(move |line| {
        line.strip_prefix(key)?
            .trim()
            .strip_prefix(word)?
            .trim()
            .strip_prefix(": ")
    })
}

fn line(key: &str, word: &str) -> Option<&'static str> {
    lines(key, word).next()
}

/// A training of the file; `None` where a line of it is missing.
fn read(key: &str) -> Option<Plan> {
    let all = |word: &str| lines(key, word).map(str::to_owned).collect::<Vec<_>>();
    let one = |word: &str| line(key, word).map(str::to_owned);
    Some(Plan {
        title: one("title")?,
        programme: one("programme"),
        curriculum: Curriculum {
            audience: one("audience")?,
            aims: one("aims")?,
            modules: all("module"),
            hours: one("hours")?.parse().ok()?,
            competence: one("competence")?,
            years: 3,
        },
        from: one("from")?.parse().ok()?,
        to: one("to")?.parse().ok()?,
        place: one("place")?,
        language: None,
        trainers: all("trainer"),
        agenda: lines(key, "agenda").map(item).collect::<Option<Vec<_>>>()?,
        material: all("material"),
        source: one("source"),
        example: true,
    })
}

/// Day, hour, what, led by whom.
fn item(line: &str) -> Option<Item> {
    let cells: Vec<&str> = line.split(" | ").collect();
    let [day, hour, what, by] = cells.as_slice() else {
        return None;
    };
    Some(Item {
        day: day.parse().ok()?,
        hour: Some((*hour).to_owned()),
        what: (*what).to_owned(),
        by: Some((*by).to_owned()),
    })
}

/// An invented training of one day.
fn invented(title: &str, day: Date, years: u8) -> Plan {
    Plan {
        title: title.to_owned(),
        programme: None,
        curriculum: Curriculum {
            audience: "Border police and organisations that lead cases".to_owned(),
            aims: "Help begins on the same day".to_owned(),
            modules: vec!["First help".to_owned(), "Referral".to_owned()],
            hours: 6,
            competence: "First help and referral".to_owned(),
            years,
        },
        from: Dated::from(day),
        to: Dated::from(day),
        place: "Chișinău".to_owned(),
        language: Some("ro".to_owned()),
        trainers: vec!["Baltic team".to_owned()],
        agenda: Vec::new(),
        material: Vec::new(),
        source: None,
        example: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_trainings_of_2018_are_read_whole_and_say_what_is_an_example() {
        for (key, days, items) in [
            ("may", ["2018-05-29", "2018-05-30"], 9),
            ("june", ["2018-06-04", "2018-06-05"], 7),
        ] {
            let plan = read(key).expect(key);
            assert_eq!([plan.from.to_string(), plan.to.to_string()], days);
            assert_eq!((plan.agenda.len(), plan.trainers.len()), (items, 8), "{key}");
            assert!(plan.example && plan.source.is_some_and(|source| source.contains("example")));
        }
    }
}
