//! The case file as one role sees it: what is open, what is withheld and why, what happened, who else sees what.
mod folder;
pub mod time;

pub use folder::Folder;
pub(crate) use folder::silence_reached;
pub use time::By;

use crate::{
    App, Error, Read,
    case::{facts, follows_all},
    organisation::Names,
};
use folder::version;
use tiltas_access::{Action, Facts, Permit, Shown, Subject, Withheld};
use tiltas_domain::{
    Answer, Context, Field, Fields, Id, Moment,
    case::{Age, AgeClass, Case, Person, Urgency},
    clock::Clock,
    consent::{Ground, Recipient, Say},
    content::{
        BirthDate, DocumentNumber, FearedPerson, HealthNote, Message, Narrative, PersonName, Phone, SafeContact,
        SafetyPlan, Whereabouts,
    },
    context::Role,
    detail::{self, Detail, Told},
    disclosure::{Disclosure, Ended},
    known::Known,
    organisation::Organisation,
    referral::Referral,
    risk,
    screening::Screening,
    task::{self, Task},
};

/// One told thing, shown or withheld.
#[derive(Debug)]
pub enum Value {
    /// A name, with its kind.
    Name(detail::Name, Shown<PersonName>),
    /// A birth date.
    BirthDate(Shown<BirthDate>),
    /// A paper, and whether it may be false.
    Document(Shown<DocumentNumber>, Answer),
    /// A telephone.
    Phone(Shown<Phone>),
    /// Where she is.
    Whereabouts(Shown<Whereabouts>),
    /// Health.
    Health(Shown<HealthNote>),
}

/// A told thing in the file.
#[derive(Debug)]
pub struct Entry {
    /// Which.
    pub id: Id<Detail>,
    /// Which field.
    pub field: Field,
    /// Where it comes from.
    pub origin: detail::Origin,
    /// What.
    pub value: Value,
    /// The older values that it replaced, sealed: they open with a reason.
    pub replaced: Vec<Id<Detail>>,
}

/// Risk as shown.
#[derive(Debug)]
pub struct Safety {
    /// How high, and the channels.
    pub level: Shown<(risk::Level, Vec<(risk::Channel, risk::Safety)>)>,
    /// Words on reaching her safely.
    pub safe_contact: Shown<SafeContact>,
    /// Whom she fears.
    pub feared: Vec<Shown<FearedPerson>>,
    /// What was agreed.
    pub plan: Shown<SafetyPlan>,
}

/// What she said, as shown.
#[derive(Clone, Debug)]
pub struct SayLine {
    /// Which.
    pub id: Id<Say>,
    /// About whom.
    pub to: Recipient,
    /// The organisation's name, where it is one.
    pub to_name: Option<String>,
    /// Her answer.
    pub answer: Answer,
    /// What may go.
    pub fields: Fields,
    /// The last moment.
    pub until: Option<Moment>,
    /// Whether she took it back.
    pub taken_back: bool,
    /// Who was asked to remove it, and whether each has confirmed.
    pub asked: Vec<(String, bool)>,
}

/// What went to whom, as shown.
#[derive(Clone, Debug)]
pub struct DisclosureLine {
    /// Which.
    pub id: Id<Disclosure>,
    /// To whom.
    pub to: String,
    /// Which organisation.
    pub to_id: Id<Organisation>,
    /// Exactly these.
    pub fields: Fields,
    /// On which ground.
    pub ground: Ground,
    /// Whether a yes of hers stands beside it.
    pub say: bool,
    /// Which.
    pub rests_on: Option<Id<Say>>,
    /// The last moment.
    pub until: Moment,
    /// Whether it still runs.
    pub runs: bool,
    /// Why it ended.
    pub ended: Option<Ended>,
}

/// A task, as shown.
#[derive(Clone, Debug)]
pub struct TaskLine {
    /// Which.
    pub id: Id<Task>,
    /// What.
    pub kind: task::Kind,
    /// Who owes it.
    pub owner: String,
    /// Whether the actor's organisation owes it.
    pub ours: bool,
    /// By when.
    pub clock: Clock,
    /// Whether it is done.
    pub done: bool,
}

/// A referral of the case, as shown.
#[derive(Clone, Debug)]
pub struct ReferralLine {
    /// Which.
    pub id: Id<Referral>,
    /// The receiver's name.
    pub to: String,
    /// What it is and where it stands.
    pub referral: Referral,
}

/// The file.
#[derive(Debug)]
pub struct File {
    /// Which.
    pub case: Id<Case>,
    /// How staff speak of her.
    pub spoken_name: String,
    /// For letters.
    pub number: Shown<String>,
    /// How soon.
    pub urgency: Urgency,
    /// Adult, child, in doubt: what existence alone tells.
    pub age_class: Known<AgeClass>,
    /// Whether the child's route is taken.
    pub child_route: bool,
    /// Who she is, as far as rules need it.
    pub person: Shown<Person>,
    /// Age with its basis.
    pub age: Shown<Age>,
    /// What was told.
    pub entries: Vec<Entry>,
    /// How her name is shown on the page: sealed, withheld, or not given.
    pub name: Shown<()>,
    /// Risk; `None` when it was not assessed.
    pub safety: Option<Safety>,
    /// What was told with the signal.
    pub account: Shown<Narrative>,
    /// Screenings, for those who may know what happened.
    pub screenings: Shown<Vec<Screening>>,
    /// Her own say, as far as it concerns the role.
    pub says: Vec<SayLine>,
    /// What went to whom.
    pub disclosures: Vec<DisclosureLine>,
    /// Tasks.
    pub tasks: Vec<TaskLine>,
    /// Referrals.
    pub referrals: Vec<ReferralLine>,
    /// What happened, newest first.
    pub steps: Vec<time::Step>,
    /// Who leads.
    pub lead: (Id<Organisation>, String),
    /// The lead is offered to this organisation, until then.
    pub lead_offer: Option<(Id<Organisation>, String, Clock)>,
    /// Whether the actor's organisation leads.
    pub leads: bool,
    /// Whether all that the role knows is that the case exists.
    pub existence_only: bool,
    /// Who takes part, each once: all for those who lead, else the lead and oneself.
    pub parts: Vec<(Id<Organisation>, String)>,
    /// The fields that this role may open.
    pub open: Fields,
    /// The fields that it may not, and why: the same whether there is something in them or not.
    pub withheld: Vec<(Field, Withheld)>,
    /// The journal's position after the last step of the file.
    pub version: i64,
}

/// Opens a file as one role sees it.
///
/// # Errors
/// When the actor takes no part, or there is no such file: outside they look the same.
pub fn file(app: &App, context: &Context, id: Id<Case>) -> Result<File, Error> {
    file_because(app, context, id, None)
}

/// The same, with what it is opened for beside it in the audit: a summary on paper.
///
/// # Errors
/// As [`file()`].
pub fn file_because(app: &App, context: &Context, id: Id<Case>, reason: Option<&str>) -> Result<File, Error> {
    app.view("case.file", context, |read| {
        if let Some(reason) = reason {
            read.reason(reason);
        }
        open(read, context, id)
    })
}

/// The same within a view that shows more.
///
/// # Errors
/// As [`file()`].
pub fn open(read: &mut Read<'_>, context: &Context, id: Id<Case>) -> Result<File, Error> {
    let lines = read.views().files(&[id])?;
    let folder = Folder::fold(lines)?;
    let silence = silence_reached(context, &folder);
    let asked = Facts {
        silence,
        ..facts(context, &folder.case)
    };
    let permit = read.permit(Action::ReadCase, Subject::Case(id), asked)?;
    let names = Names::read(read)?;
    shown(read, context, &permit, id, folder, &names)
}

/// Whether the file has gone on: its version, for a page that stays open. Nothing of it is opened.
///
/// # Errors
/// As [`file()`].
pub fn news(app: &App, context: &Context, id: Id<Case>) -> Result<i64, Error> {
    app.view("case.news", context, |read| {
        let folder = Folder::fold(read.views().files(&[id])?)?;
        let asked = Facts {
            silence: silence_reached(context, &folder),
            ..facts(context, &folder.case)
        };
        let _permit = read.permit(Action::ReadCase, Subject::Case(id), asked)?;
        Ok(version(&folder.lines))
    })
}

fn shown(
    read: &mut Read<'_>,
    context: &Context,
    permit: &Permit,
    id: Id<Case>,
    folder: Folder,
    names: &Names,
) -> Result<File, Error> {
    let case = &folder.case;
    let organisation = context.actor.organisation;
    let leads = case.lead == organisation;
    let wrote = follows_all(context, case);
    let open: Fields = Field::ALL
        .iter()
        .copied()
        .filter(|field| permit.covers(*field).is_ok())
        .collect();
    for field in [Field::SpokenName, Field::Person, Field::Language, Field::Risk] {
        if open.contains(field) {
            read.opened(permit, field);
        }
    }
    let mut entries = Vec::new();
    for told in case.details.iter().filter(|told| told.replaced_by.is_none()) {
        entries.push(Entry {
            id: told.id,
            field: told.value.field(),
            origin: told.origin,
            value: value(read, permit, told)?,
            replaced: if leads { replaced(case, told.id) } else { Vec::new() },
        });
    }
    let name = match case.standing(Field::Name).next() {
        None => Shown::NotGiven,
        Some(_) => permit.show(Field::Name, ()),
    };
    let safety = match &case.risk {
        None => None,
        Some(risk) => Some(safety(read, permit, risk)?),
    };
    let account = read.open(permit, case.signal.account.as_ref())?;
    let ours = |to: Id<Organisation>| to == organisation;
    let existence_only = case.only_exists_for(organisation) || context.actor.role == Role::Police;
    Ok(File {
        case: id,
        spoken_name: case.spoken_name.clone(),
        number: permit.show(Field::Person, case.number.clone()),
        urgency: case.urgency,
        age_class: case.person.age.class,
        child_route: case.person.age.takes_child_route(),
        person: permit.show(Field::Person, case.person.clone()),
        age: permit.show(Field::Person, case.person.age),
        entries,
        name,
        safety,
        account,
        screenings: permit.show(Field::Story, case.screenings.clone()),
        says: says(context, case, wrote, names),
        disclosures: case
            .disclosures
            .iter()
            .filter(|d| wrote || ours(d.to))
            .map(|d| disclosure_line(d, context.now, names))
            .collect(),
        tasks: case
            .tasks
            .iter()
            .filter(|task| wrote || ours(task.owner))
            .map(|task| TaskLine {
                id: task.id,
                kind: task.kind,
                owner: names.of(task.owner),
                ours: ours(task.owner),
                clock: task.clock.clone(),
                done: task.done,
            })
            .collect(),
        referrals: folder
            .referrals
            .iter()
            .filter(|(_, referral)| match referral.sent() {
                Some((sending, _)) => wrote || ours(sending.receiver) || ours(sending.from),
                None => wrote,
            })
            .map(|(id, referral)| ReferralLine {
                id: *id,
                to: referral
                    .sent()
                    .map(|(sending, _)| names.of(sending.receiver))
                    .unwrap_or_default(),
                referral: referral.clone(),
            })
            .collect(),
        steps: if existence_only {
            Vec::new()
        } else {
            time::steps(read, context, permit, &folder, names)?
        },
        lead: (case.lead, names.of(case.lead)),
        lead_offer: case
            .lead_offer
            .as_ref()
            .filter(|(to, _)| wrote || ours(*to))
            .map(|(to, clock)| (*to, names.of(*to), clock.clone())),
        leads,
        existence_only,
        parts: parts(case, names)
            .into_iter()
            .filter(|(part, _)| wrote || ours(*part) || *part == case.lead)
            .collect(),
        open,
        withheld: Field::ALL
            .iter()
            .filter_map(|field| Some((*field, permit.covers(*field).err()?)))
            .collect(),
        version: version(&folder.lines),
    })
}

fn parts(case: &Case, names: &Names) -> Vec<(Id<Organisation>, String)> {
    let mut parts: Vec<(Id<Organisation>, String)> = Vec::new();
    for (organisation, _) in &case.parts {
        if !parts.iter().any(|(id, _)| id == organisation) {
            parts.push((*organisation, names.of(*organisation)));
        }
    }
    parts
}

fn replaced(case: &Case, by: Id<Detail>) -> Vec<Id<Detail>> {
    let mut found = Vec::new();
    let mut next = by;
    while let Some(old) = case.details.iter().find(|told| told.replaced_by == Some(next)) {
        found.push(old.id);
        next = old.id;
    }
    found
}

/// Opens or withholds one told thing.
pub(crate) fn value(read: &mut Read<'_>, permit: &Permit, told: &Told) -> Result<Value, Error> {
    Ok(match &told.value {
        Detail::Name(name) => Value::Name(name.clone(), read.open(permit, Some(&name.name))?),
        Detail::BirthDate(date) => Value::BirthDate(read.open(permit, Some(date))?),
        Detail::Document(number, false_paper) => Value::Document(read.open(permit, Some(number))?, *false_paper),
        Detail::Phone(phone) => Value::Phone(read.open(permit, Some(phone))?),
        Detail::Whereabouts(place) => Value::Whereabouts(read.open(permit, Some(place))?),
        Detail::Health(note) => Value::Health(read.open(permit, Some(note))?),
    })
}

pub(crate) fn safety(read: &mut Read<'_>, permit: &Permit, risk: &risk::Risk) -> Result<Safety, Error> {
    let assessment = &risk.assessment;
    let mut feared = Vec::new();
    for person in &assessment.feared {
        feared.push(read.open(permit, Some(person))?);
    }
    Ok(Safety {
        level: permit.show(Field::Risk, (assessment.level, assessment.channels.clone())),
        safe_contact: read.open(permit, assessment.safe_contact.as_ref())?,
        feared,
        plan: read.open(permit, assessment.plan.as_ref())?,
    })
}

fn says(context: &Context, case: &Case, wrote: bool, names: &Names) -> Vec<SayLine> {
    let organisation = context.actor.organisation;
    let held = |say: Id<Say>| {
        case.disclosures
            .iter()
            .any(|d| d.say == Some(say) && d.to == organisation)
    };
    let concerns = |say: &Say| match say.said.to {
        Recipient::Organisation(to) => to == organisation,
        Recipient::Police => context.actor.role == Role::Police,
        Recipient::Service(_) => false,
    };
    case.says
        .iter()
        .filter(|say| wrote || held(say.said.say) || concerns(say))
        .map(|say| SayLine {
            id: say.said.say,
            to: say.said.to,
            to_name: match say.said.to {
                Recipient::Organisation(to) => Some(names.of(to)),
                Recipient::Service(_) | Recipient::Police => None,
            },
            answer: say.said.answer,
            fields: say.said.fields,
            until: say.said.until,
            taken_back: say.taken_back,
            asked: case
                .tasks
                .iter()
                .filter(|task| task.kind == task::Kind::ConfirmRemoval(say.said.say))
                .map(|task| (names.of(task.owner), task.done))
                .collect(),
        })
        .collect()
}

fn disclosure_line(disclosure: &Disclosure, now: Moment, names: &Names) -> DisclosureLine {
    DisclosureLine {
        id: disclosure.id,
        to: names.of(disclosure.to),
        to_id: disclosure.to,
        fields: disclosure.fields,
        ground: disclosure.ground,
        say: disclosure.say.is_some(),
        rests_on: disclosure.say,
        until: disclosure.until,
        runs: disclosure.runs(now),
        ended: disclosure.ended,
    }
}

/// A message between organisations, shown or withheld.
pub type Words = Shown<Message>;
