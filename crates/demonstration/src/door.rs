//! The ten subjects of the training of 2018, each a door into the place where it is done here. What a door counts is read when the page
//! opens, from what stands behind it.
use crate::{Seed, country::Persona};
use tiltas_app::{
    App, Error,
    partnership::{self, picture},
    plan, recommendation, training,
};
use tiltas_domain::{
    Moment, Root,
    case::Urgency,
    partnership::{Select as Narrowed, State},
    recommendation::Select,
    referral::Stage,
    training as training_of,
};
use tiltas_store::views::referral::list::End;

/// How much of a subject is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// All of it.
    Built,
    /// A part; the door says which part is not.
    InPart,
    /// Nothing yet.
    NotYet,
}

impl Stands {
    /// As the style sheet names it.
    pub fn code(self) -> &'static str {
        match self {
            Stands::Built => "open",
            Stands::InPart => "part",
            Stands::NotYet => "not",
        }
    }
}

/// What a door counts: one number, and another beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The number.
    pub count: usize,
    /// The one beside it.
    pub beside: usize,
}

type Counts = fn(&App, &Root) -> Result<Figure, Error>;

/// A door.
pub struct Door {
    /// Names its words.
    pub code: &'static str,
    /// How much stands behind it.
    pub stands: Stands,
    /// Where it leads, and who goes through it; `None`: anybody.
    pub leads: Option<(&'static str, Option<Persona>)>,
    counts: Option<Counts>,
}

impl Door {
    const fn new(code: &'static str, stands: Stands) -> Door {
        Door {
            code,
            stands,
            leads: None,
            counts: None,
        }
    }

    const fn to(self, href: &'static str, who: Option<Persona>, counts: Counts) -> Door {
        Door {
            leads: Some((href, who)),
            counts: Some(counts),
            ..self
        }
    }
}

/// In the order of the news item: four of the first training, four of the second, and what came of both.
pub const DOORS: [Door; 10] = [
    Door::new("partnership", Stands::Built).to("/partnerships", Some(Persona::Secretary), partnerships),
    Door::new("protection", Stands::Built).to("/cases", Some(Persona::CaseManager), files),
    Door::new("help", Stands::Built).to("/places", Some(Persona::CaseManager), places),
    Door::new("enforcement", Stands::InPart).to("/today", Some(Persona::Investigator), known),
    Door::new("plan", Stands::Built).to("/plans", Some(Persona::Secretary), plans),
    Door::new("exchange", Stands::InPart).to("/referrals", Some(Persona::CaseManager), referrals),
    Door::new("joint", Stands::NotYet),
    Door::new("countries", Stands::Built).to("/countries", None, values),
    Door::new("recommendation", Stands::Built).to("/recommendations", Some(Persona::Secretary), recommendations),
    Door::new("training", Stands::Built).to("/trainings", Some(Persona::Secretary), trainings),
];

/// The headings over them, and how many stand under each.
pub const GROUPS: [(&str, usize); 3] = [("may", 3), ("june", 4), ("after", 3)];

/// Whether a door leads to this address.
pub fn leads_to(href: &str) -> bool {
    DOORS.iter().any(|door| door.leads.is_some_and(|(to, _)| to == href))
}

/// What a door counts now; `None` where nothing is counted.
///
/// # Errors
/// When storage is away.
pub fn figure(app: &App, seed: &Seed, now: Moment, door: &Door) -> Result<Option<Figure>, Error> {
    let who = door.leads.and_then(|(_, who)| who).unwrap_or(Persona::Secretary);
    let root = seed.context(seed.persona(who), now, "doors");
    door.counts.map(|counts| counts(app, &root)).transpose()
}

/// Files in which the institution takes part, and how many of them can't wait until tomorrow.
fn files(app: &App, root: &Root) -> Result<Figure, Error> {
    app.glance("door.files", root, |read, context| {
        let files = read.views().counted(context.actor.organisation)?;
        let tonight = files.iter().filter(|file| file.urgency != Urgency::Ordinary);
        Ok(Figure {
            count: files.len(),
            beside: tonight.count(),
        })
    })
}

/// Files of which the institution knows that they exist; how urgent one is may be withheld from it, and is not counted.
fn known(app: &App, root: &Root) -> Result<Figure, Error> {
    app.glance("door.known", root, |read, context| {
        let files = read.views().counted(context.actor.organisation)?;
        Ok(Figure {
            count: files.len(),
            beside: 0,
        })
    })
}

/// Free places, and in how many houses.
fn places(app: &App, root: &Root) -> Result<Figure, Error> {
    app.glance("door.places", root, |read, context| {
        let houses = read.views().providers(context.now)?;
        Ok(Figure {
            count: houses.iter().map(|house| house.free).sum(),
            beside: houses.iter().filter(|house| house.free > 0).count(),
        })
    })
}

/// Referrals of the institution that were answered, of all that it sent.
fn referrals(app: &App, root: &Root) -> Result<Figure, Error> {
    app.glance("door.referrals", root, |read, context| {
        let rows = read
            .views()
            .referrals(context.actor.organisation, End::Sent, context.now)?;
        let sent = rows.iter().filter(|row| row.stage != Stage::Draft);
        let answered = |stage: Stage| {
            let ended = matches!(stage, Stage::Draft | Stage::Withdrawn | Stage::Expired);
            !ended && !stage.is_open()
        };
        Ok(Figure {
            count: rows.iter().filter(|row| answered(row.stage)).count(),
            beside: sent.count(),
        })
    })
}

/// What is known of the rules of eight countries, and how much of it was read in a source.
fn values(_: &App, _: &Root) -> Result<Figure, Error> {
    let all = crate::countries::values();
    Ok(Figure {
        count: all.len(),
        beside: all.iter().filter(|value| value.verified).count(),
    })
}

/// Partnerships in force, and how many pairs the profile asks for that have none.
fn partnerships(app: &App, root: &Root) -> Result<Figure, Error> {
    let all = partnership::list::page(app, root, &Narrowed::default(), 0)?;
    let missing = picture::picture(app, root, None)?.gaps.len();
    Ok(Figure {
        count: all.count(State::holds),
        beside: missing,
    })
}

/// Actions of all plans, and how many are late.
fn plans(app: &App, root: &Root) -> Result<Figure, Error> {
    let all = plan::tree::plans(app, root)?;
    Ok(Figure {
        count: all.iter().map(|plan| plan.counts.actions).sum(),
        beside: all.iter().map(|plan| plan.counts.late).sum(),
    })
}

/// Trainings, and how many took place.
fn trainings(app: &App, root: &Root) -> Result<Figure, Error> {
    let all = training::list::page(app, root, &training_of::Select::default(), 1)?;
    let took_place =
        |state: training_of::State| matches!(state, training_of::State::Held | training_of::State::Reported);
    Ok(Figure {
        count: all.all,
        beside: all
            .states
            .iter()
            .filter(|(state, _)| took_place(*state))
            .map(|(_, count)| count)
            .sum(),
    })
}

/// Recommendations, and how many are public texts.
fn recommendations(app: &App, root: &Root) -> Result<Figure, Error> {
    let page = recommendation::list::page(app, root, &Select::default(), 0)?;
    Ok(Figure {
        count: page.all,
        beside: page.lines.iter().filter(|shown| !shown.line.example).count(),
    })
}
