//! The programme of 2018 as public sources tell it, and what came of it in the invented country. What the sources do not give is
//! left empty; what is invented is marked as an example.
use super::{Voice, recommendation, visit};
use crate::Seed;
use tiltas_app::{App, Error, programme as app};
use tiltas_domain::{
    Id, Moment,
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

/// Writes the programme down, and what came of it.
///
/// # Errors
/// When storage is away.
pub fn found(app: &App, seed: &Seed, now: Moment) -> Result<Id<Programme>, Error> {
    let voice = Voice { app, seed, now };
    let secretary = |step: &str| voice.root(voice.secretary(), &format!("programme of 2018: {step}"));
    let day = |text: &str| text.parse().map_err(|_| Error::NotFound);
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
    let (id, _) = app::open(app, &secretary("opened"), &open)?;
    for (country, institution, part) in COUNTRIES {
        let join = Join {
            country: country.to_owned(),
            institution: institution.map(str::to_owned),
            part,
        };
        app::join(app, &secretary(country), id, &join)?;
    }
    for (number, Done(kind, begins, ends, place, outcome, came)) in (1..).zip(ACTIVITIES) {
        let plan = Plan {
            kind,
            title: None,
            begins: day(begins)?,
            ends: ends.map(day).transpose()?,
            place: place.map(str::to_owned),
            example: false,
        };
        app::plan(app, &secretary(&format!("planned {number}")), id, &plan)?;
        let hold = End {
            activity: number,
            text: outcome.to_owned(),
        };
        app::hold(app, &secretary(&format!("held {number}")), id, &hold)?;
        if let Some(of) = visit::of(app, &voice, kind)? {
            let came = Bring {
                activity: number,
                of: Came::Visit(of),
            };
            app::bring(app, &secretary(&format!("visit of {number}")), id, &came)?;
        }
        if let Some(key) = came {
            let bring = Bring {
                activity: number,
                of: Came::Recommendation(recommendation(seed, now, key)),
            };
            app::bring(app, &secretary(&format!("came of {number}")), id, &bring)?;
        }
    }
    let close = Close {
        reason: "Closed on 15 October 2018 in Chișinău.".to_owned(),
    };
    app::close(app, &secretary("closed"), id, &close)?;
    Ok(id)
}
