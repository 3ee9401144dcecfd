//! One case file, as this token's role sees it.
use crate::{
    body::Which,
    reply::{Told, codes, text, time, told},
    value::{self, Clock, Detail, Happened, Kept, Person, Risk, clock, entry, happened, kept, person, risk},
};
use axum::Json;
use serde::Serialize;
use tiltas_app::case::file::{ConsentLine, DisclosureLine, File, ReferralLine, TaskLine};
use tiltas_domain::{case::Case, screening};
use tiltas_kit::{Failure, Visit};
use tiltas_words::Words;
use utoipa::ToSchema;

/// An organisation, by id and name.
#[derive(Serialize, ToSchema)]
pub struct Named {
    /// Which.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A case file.
#[derive(Serialize, ToSchema)]
pub struct CaseFile {
    /// Which.
    pub id: String,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// For letters.
    pub number: Told<String>,
    /// How soon.
    pub urgency: Told<String>,
    /// Whether the child's route is taken.
    pub child_route: Told<bool>,
    /// Who the person is, as far as rules need it.
    pub person: Told<Person>,
    /// Which house has the person in care; never its address.
    pub in_care: Told<InCare>,
    /// What was told and stands, of the fields that this role may open, or open with a reason.
    pub details: Vec<Detail>,
    /// Risk and safety.
    pub risk: Risk,
    /// What was told with the signal.
    pub account: Told<String>,
    /// Screenings.
    pub screenings: Told<Vec<Screening>>,
    /// The person's say, as far as it concerns this role.
    pub consents: Vec<Consent>,
    /// What went to whom.
    pub disclosures: Vec<Disclosure>,
    /// What is to be done.
    pub tasks: Vec<Task>,
    /// Referrals.
    pub referrals: Vec<Sent>,
    /// What happened, newest first.
    pub steps: Vec<Happened>,
    /// Who leads.
    pub lead: Named,
    /// To whom the lead is offered.
    pub lead_offer: Option<Named>,
    /// Whether the token's organisation leads.
    pub leads: bool,
    /// Whether all that this role knows is that the case exists.
    pub existence_only: bool,
    /// Who takes part, as far as this role may know.
    pub parts: Vec<Named>,
    /// The fields that this role may open.
    pub open: Vec<&'static str>,
    /// The fields that it may not, with why: the same whether there is something in them or not.
    pub withheld: Vec<Kept>,
}

/// Who has the person in care.
#[derive(Serialize, ToSchema)]
pub struct InCare {
    /// The organisation's name.
    pub organisation: String,
    /// Since when.
    pub since: String,
}

/// A screening.
#[derive(Serialize, ToSchema)]
pub struct Screening {
    /// Which.
    pub id: String,
    /// The set of indicators and its version.
    pub set: String,
    /// Each question with one of the five answers.
    pub answers: Vec<Answered>,
    /// `refer`, `gave_number` or `no_case`.
    pub decision: Option<&'static str>,
}

/// A question and its answer.
#[derive(Serialize, ToSchema)]
pub struct Answered {
    /// The question's code.
    pub question: String,
    /// One of the five answers.
    pub answer: &'static str,
}

/// What the person said about one recipient.
#[derive(Serialize, ToSchema)]
pub struct Consent {
    /// Which.
    pub id: String,
    /// A service's code, `organisation` or `police`.
    pub to: &'static str,
    /// The organisation's name.
    pub organisation: Option<String>,
    /// One of the five answers.
    pub answer: &'static str,
    /// What may go.
    pub fields: Vec<&'static str>,
    /// The last moment.
    pub until: Option<String>,
    /// Whether the person took it back.
    pub taken_back: bool,
    /// Who was asked to remove it, and whether each has said that it is done.
    pub asked: Vec<Asked>,
}

/// Who was asked to remove something.
#[derive(Serialize, ToSchema)]
pub struct Asked {
    /// Which organisation.
    pub organisation: String,
    /// Whether it said that it is done.
    pub done: bool,
}

/// What went to one organisation.
#[derive(Serialize, ToSchema)]
pub struct Disclosure {
    /// Which.
    pub id: String,
    /// To whom.
    pub to: Named,
    /// Exactly these fields.
    pub fields: Vec<&'static str>,
    /// `consent`, `vital_interest` or `child_protection`.
    pub ground: &'static str,
    /// Whether consent stands beside it.
    pub say: bool,
    /// The last moment.
    pub until: String,
    /// Whether it runs.
    pub runs: bool,
    /// Why it ended.
    pub ended: Option<&'static str>,
}

/// What is to be done.
#[derive(Serialize, ToSchema)]
pub struct Task {
    /// Which.
    pub id: String,
    /// `tell_child_protection`, `take_correction`, `confirm_removal`, `report_incident`, `refer`, `screen`, `end_service` or `written`.
    pub kind: &'static str,
    /// In a person's own words.
    pub text: Told<String>,
    /// Who is to do it.
    pub owner: String,
    /// Whether the token's function is to do it.
    pub ours: bool,
    /// By when.
    pub clock: Clock,
    /// `open`, `done` or `cancelled`.
    pub state: &'static str,
    /// What was said when it ended.
    pub note: Told<String>,
}

/// A referral of the case.
#[derive(Serialize, ToSchema)]
pub struct Sent {
    /// Which.
    pub id: String,
    /// The receiver; empty for a draft.
    pub to: String,
    /// Where it stands: `draft`, `sent`, `acknowledged` and others.
    pub state: &'static str,
}

/// A case file, as this token's role sees it.
#[utoipa::path(get, path = "/cases/{id}", tag = "case", params(("id" = String, Path, description = "The case")), responses((status = 200, description = "The file", body = CaseFile)))]
pub async fn show(visit: Visit, Which(id): Which<Case>) -> Result<Json<CaseFile>, Failure> {
    let context = visit.reading()?;
    let file = visit
        .run(move |app| tiltas_app::case::file::file(app, &context, id))
        .await?;
    Ok(Json(case_file(&visit.words, file)))
}

fn case_file(words: &Words, file: File) -> CaseFile {
    let named = |(id, name): (tiltas_domain::Id<_>, String)| Named {
        id: id.to_string(),
        name,
    };
    let years_told = file.years_told.open().copied().map(time);
    CaseFile {
        id: file.case.to_string(),
        spoken_name: file.spoken_name,
        number: told(words, file.number, |number| number),
        urgency: told(words, file.urgency, |urgency| urgency.code().to_owned()),
        child_route: told(words, file.child_route, |child| child),
        person: told(words, file.person, |who| Person {
            years_told,
            ..person(who)
        }),
        in_care: told(words, file.in_care, |care| InCare {
            organisation: care.of,
            since: time(care.since),
        }),
        details: file.entries.iter().map(|one| entry(words, one)).collect(),
        risk: risk(words, &file.safety),
        account: text(words, &file.account),
        screenings: told(words, file.kept.screenings, |all| {
            all.into_iter().map(screening).collect()
        }),
        consents: file.consents.iter().map(consent).collect(),
        disclosures: file.disclosures.iter().map(disclosure).collect(),
        tasks: file.tasks.iter().map(|line| task(words, line)).collect(),
        referrals: file.referrals.iter().map(sent).collect(),
        steps: file.steps.iter().map(|step| happened(words, step)).collect(),
        lead: named(file.lead),
        lead_offer: file.lead_offer.map(|(id, name, _)| named((id, name))),
        leads: file.leads,
        existence_only: file.existence_only,
        parts: file.parts.into_iter().map(named).collect(),
        open: codes(file.open),
        withheld: kept(words, file.withheld),
    }
}

fn screening(screening: screening::Screening) -> Screening {
    let answers = screening.answers.into_iter().map(|(question, answer)| Answered {
        question,
        answer: answer.code(),
    });
    Screening {
        id: screening.id.to_string(),
        set: screening.set,
        answers: answers.collect(),
        decision: screening.decision.map(screening::Decision::code),
    }
}

fn consent(line: &ConsentLine) -> Consent {
    let asked = line.asked.iter().map(|(organisation, done)| Asked {
        organisation: organisation.clone(),
        done: *done,
    });
    Consent {
        id: line.id.to_string(),
        to: value::recipient(line.to),
        organisation: line.to_name.clone(),
        answer: line.answer.code(),
        fields: codes(line.fields),
        until: line.until.map(time),
        taken_back: line.taken_back,
        asked: asked.collect(),
    }
}

fn disclosure(line: &DisclosureLine) -> Disclosure {
    Disclosure {
        id: line.id.to_string(),
        to: Named {
            id: line.to_id.to_string(),
            name: line.to.clone(),
        },
        fields: codes(line.fields),
        ground: line.ground.code(),
        say: line.say,
        until: time(line.until),
        runs: line.runs,
        ended: line.ended.map(tiltas_domain::disclosure::Ended::code),
    }
}

fn task(words: &Words, line: &TaskLine) -> Task {
    Task {
        id: line.id.to_string(),
        kind: line.kind.code(),
        text: text(words, &line.words),
        owner: line.owner.clone(),
        ours: line.ours,
        clock: clock(&line.clock),
        state: line.state.code(),
        note: text(words, &line.note),
    }
}

fn sent(line: &ReferralLine) -> Sent {
    Sent {
        id: line.id.to_string(),
        to: line.to.clone(),
        state: line.referral.sent().map_or("draft", |(_, state)| state.code()),
    }
}
