//! What stands chosen on the page: filled from the case at first, then what was chosen.
use super::step;
use crate::referral::form;
use tiltas_app::referral::prepare::{Candidate, Prepared};
use tiltas_domain::{
    Field, Fields as Set, Id,
    case::Urgency,
    consent::Ground,
    provider::{Provider, Service},
};
use tiltas_kit::{Fields, Visit, component::shown::bare, forms::day};

/// The form as it stands.
pub struct Chosen {
    pub urgency: Urgency,
    pub services: Vec<Service>,
    pub to: Option<Id<Provider>>,
    pub ticked: Set,
    pub ground: Ground,
    pub ground_reason: String,
    pub until: String,
    pub hold: bool,
    pub words: String,
    pub told: bool,
    pub draft: String,
}

impl Chosen {
    /// Filled from the case: the best fit, what the service needs and the file holds, the ground that stands ready. Never the
    /// tick that confirms.
    pub fn first(visit: &Visit, prepared: &Prepared, fields: &Fields) -> Chosen {
        let asked = form::id(fields.one("to")).or(prepared.to);
        let known = |id: &Id<Provider>| prepared.candidates.iter().any(|one| one.line.provider == *id);
        let best = prepared.candidates.iter().find(|one| one.fit.allows() && !one.said_no);
        let to = asked.filter(known).or(best.map(|one| one.line.provider));
        let candidate = prepared.candidates.iter().find(|one| Some(one.line.provider) == to);
        Chosen {
            urgency: prepared.urgency,
            services: prepared.services.clone(),
            to,
            ticked: prepared.proposed.and(Set::ALWAYS),
            ground: prepared.ground,
            ground_reason: String::new(),
            until: last_day(visit, prepared.ground),
            hold: candidate.is_some_and(|one| one.line.free > 0 && prepared.services.contains(&Service::Shelter)),
            words: bare(&prepared.words).open().cloned().unwrap_or_default(),
            told: false,
            draft: fields.one("draft").to_owned(),
        }
    }

    /// What was chosen. When other services are asked for than before, what goes is proposed anew; another ground brings its
    /// own last day.
    pub fn again(visit: &Visit, prepared: &Prepared, fields: &Fields) -> Chosen {
        let first = Chosen::first(visit, prepared, fields);
        let ground = Ground::from_code(fields.one("ground")).unwrap_or(first.ground);
        let before = Ground::from_code(fields.one("ground_before"));
        let until = if before.is_some_and(|before| before != ground && fields.one("until") == last_day(visit, before)) {
            last_day(visit, ground)
        } else {
            fields.one("until").to_owned()
        };
        Chosen {
            to: form::id(fields.one("to")),
            ticked: if fields.one("asked") == first.asked_code() {
                form::ticked(fields)
            } else {
                first.ticked
            },
            ground,
            ground_reason: fields.one("ground_reason").to_owned(),
            until,
            hold: fields.has("hold", "yes"),
            words: fields.one("words").to_owned(),
            told: fields.has("told", "yes") && !leads_on(fields.one("act")) && !unseen(fields),
            ..first
        }
    }

    /// The receiver.
    pub fn candidate<'p>(&self, prepared: &'p Prepared) -> Option<&'p Candidate> {
        prepared
            .candidates
            .iter()
            .find(|one| Some(one.line.provider) == self.to)
    }

    /// For which services the ticks were proposed.
    pub fn asked_code(&self) -> String {
        let codes: Vec<&str> = self.services.iter().map(|service| service.code()).collect();
        codes.join(" ")
    }
}

/// Whether something was chosen that was not shown beside its values: another receiver, another ground, more fields. Nothing
/// crosses before its exact fields were shown; less than was shown may go.
pub fn unseen(fields: &Fields) -> bool {
    let Some(to) = fields.given("shown_to") else {
        return false; // A program shows nothing, and names everything itself.
    };
    let shown: Set = fields
        .one("shown_fields")
        .split(' ')
        .filter_map(Field::from_code)
        .collect();
    let services: Vec<&str> = form::chosen_services(fields)
        .iter()
        .map(|service| service.code())
        .collect();
    to != fields.one("to")
        || !shown.and(Set::ALWAYS).covers(form::ticked(fields))
        || fields.one("ground_before") != fields.one("ground")
        || fields.one("shown_urgency") != fields.one("urgency")
        || fields.one("asked") != services.join(" ")
}

/// Whether what is chosen is only shown anew, and nothing is sent or kept.
fn leads_on(act: &str) -> bool {
    act == "update" || step::ON.contains(&act)
}

/// The last day that the profile gives for a ground.
fn last_day(visit: &Visit, ground: Ground) -> String {
    let profile = visit.edge.app.profile();
    let due = profile.start(&profile.ground(ground).until, visit.now).due;
    due.map(|due| day::written(due, visit.words.zone())).unwrap_or_default()
}
