//! The programme of 2018 as public sources tell it, and what came of it in the invented country. What the sources do not give is
//! left empty; what is invented is marked as an example.
use super::{Voice, recommendation, visit};
use crate::Seed;
use tiltas_app::{Act, App, Error, programme as app};
use tiltas_domain::{
    Id, Moment, Root,
    dated::Dated,
    programme::{ActivityKind, Bring, Came, Close, End, Join, Open, Part, Plan, Programme, Titled},
};

/// Where it was read: paraphrased, not quoted.
const SOURCE: &str =
    "Paraphrase of a news item of Lithuania’s Ministry of the Interior, 11 June 2018, and of ipn.md on the launch";

const COMPONENTS: [&str; 4] = [
    "Institutional framework and policy planning of the Strategy 2018-2023",
    "NGOs and “non-traditional” partners in the care of victims",
    "Capacity in identification, investigation and liability",
    "International cooperation",
];

/// Countries, institutions where the sources name them, and parts.
const COUNTRIES: [(&str, Option<&str>, Part); 8] = [
    ("LT", Some("Ministry of the Interior"), Part::Lead),
    ("LV", None, Part::Partner),
    ("MD", None, Part::Partner),
    ("GB", Some("Office of the Anti-Slavery Commissioner"), Part::Expert),
    ("NL", Some("Inholland University"), Part::Expert),
    ("DK", None, Part::Expert),
    ("US", None, Part::Expert),
    ("PT", None, Part::Expert),
];

/// One thing that was done: first day, last day, place, how it went, and the example that came of it.
struct Done(
    ActivityKind,
    &'static str,
    Option<&'static str>,
    Option<&'static str>,
    &'static str,
    Option<&'static str>,
);

const ACTIVITIES: [Done; 6] = [
    Done(
        ActivityKind::KickOff,
        "2018-03-23",
        None,
        None,
        "The project was launched.",
        None,
    ),
    Done(
        ActivityKind::AssessmentMission,
        "2018-04-23",
        Some("2018-04-27"),
        None,
        "The sources do not tell what was found.",
        Some("inspectors"),
    ),
    Done(
        ActivityKind::Training,
        "2018-05-29",
        Some("2018-05-30"),
        Some("Chișinău"),
        "Good practice of state institutions and NGOs working together was analysed, to help and protect victims, above all vulnerable groups and children; their special needs, social services and practical help.",
        Some("contracts"),
    ),
    Done(
        ActivityKind::Training,
        "2018-06-04",
        Some("2018-06-05"),
        Some("Chișinău"),
        "Law-enforcement institutions working together, policy planning and its implementation, assured exchange of information, and joint action modelled at international level were discussed.",
        Some("register"),
    ),
    Done(
        ActivityKind::StudyVisit,
        "2018-06",
        None,
        Some("Lithuania"),
        "A delegation visited Lithuania.",
        Some("border"),
    ),
    Done(
        ActivityKind::Closure,
        "2018-10-15",
        None,
        Some("Chișinău"),
        "The project was closed.",
        None,
    ),
];

/// As the secretariat does a step of it.
fn root(voice: &Voice<'_>, step: &str) -> Root {
    voice.root(voice.secretary(), &format!("programme of 2018: {step}"))
}

fn day(text: &str) -> Result<Dated, Error> {
    text.parse().map_err(|_| Error::NotFound)
}

/// Which one it is where this seed plays.
pub(crate) fn id(app: &App, seed: &Seed) -> Id<Programme> {
    let now = Moment(0);
    Act::OpenProgramme
        .context(&root(&Voice { app, seed, now }, "opened"))
        .id(0)
}

/// Opens it: title, components, the countries with their parts, and what is to be done.
///
/// # Errors
/// When storage is away.
pub(crate) fn open(app: &App, seed: &Seed, now: Moment) -> Result<Id<Programme>, Error> {
    let voice = Voice { app, seed, now };
    let open = Open {
        title: Titled {
            language: "en".to_owned(),
            text: "Enhancing Moldovan capacities in fighting against trafficking in human beings".to_owned(),
        },
        reference: Some("ICMPD/2018/MPF-240-003".to_owned()),
        donor: Some("Mobility Partnership Facility".to_owned()),
        begins: day("2018-03-23")?,
        ends: Some(day("2018-10-15")?),
        components: COMPONENTS.map(str::to_owned).to_vec(),
        source: Some(SOURCE.to_owned()),
        example: false,
    };
    let (id, _) = app::open(app, &root(&voice, "opened"), &open)?;
    for (country, institution, part) in COUNTRIES {
        let join = Join {
            country: country.to_owned(),
            institution: institution.map(str::to_owned),
            part,
        };
        app::join(app, &root(&voice, country), id, &join)?;
    }
    for (number, Done(kind, begins, ends, place, ..)) in (1..).zip(ACTIVITIES) {
        let plan = Plan {
            kind,
            title: None,
            begins: day(begins)?,
            ends: ends.map(day).transpose()?,
            place: place.map(str::to_owned),
            example: false,
        };
        app::plan(app, &root(&voice, &format!("planned {number}")), id, &plan)?;
    }
    Ok(id)
}

/// Says that one of its activities took place, by its number from one, and how.
///
/// # Errors
/// When storage is away.
pub(crate) fn hold(app: &App, seed: &Seed, now: Moment, number: u32) -> Result<(), Error> {
    let nth = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let Done(_, _, _, _, outcome, _) = nth.and_then(|nth| ACTIVITIES.get(nth)).ok_or(Error::NotFound)?;
    let hold = End {
        activity: number,
        text: (*outcome).to_owned(),
    };
    let root = root(&Voice { app, seed, now }, &format!("held {number}"));
    app::hold(app, &root, id(app, seed), &hold).map(drop)
}

/// Says what came of one of its activities.
///
/// # Errors
/// When storage is away.
pub(crate) fn bring(app: &App, seed: &Seed, now: Moment, activity: u32, of: Came) -> Result<(), Error> {
    let name = match of {
        Came::Visit(_) => format!("visit of {activity}"),
        Came::Training(_) => format!("training of {activity}"),
        Came::Practice(came) => format!("practice of {activity} {came}"),
        Came::Recommendation(came) => format!("came of {activity} {came}"),
    };
    let root = root(&Voice { app, seed, now }, &name);
    app::bring(app, &root, id(app, seed), &Bring { activity, of }).map(drop)
}

/// Closes it.
///
/// # Errors
/// When storage is away.
pub(crate) fn close(app: &App, seed: &Seed, now: Moment) -> Result<(), Error> {
    let close = Close {
        reason: "Closed on 15 October 2018 in Chișinău.".to_owned(),
    };
    let root = root(&Voice { app, seed, now }, "closed");
    app::close(app, &root, id(app, seed), &close).map(drop)
}

/// Writes the programme down, and what came of it.
///
/// # Errors
/// When storage is away.
pub fn found(app: &App, seed: &Seed, now: Moment) -> Result<Id<Programme>, Error> {
    let id = open(app, seed, now)?;
    for (number, Done(kind, _, _, _, _, came)) in (1..).zip(ACTIVITIES) {
        hold(app, seed, now, number)?;
        if let Some(visit) = visit::of(app, seed, now, kind)? {
            bring(app, seed, now, number, Came::Visit(visit))?;
        }
        if let Some(key) = came {
            bring(
                app,
                seed,
                now,
                number,
                Came::Recommendation(recommendation(seed, now, key)),
            )?;
        }
    }
    close(app, seed, now)?;
    Ok(id)
}
