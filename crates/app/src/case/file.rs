//! The case file as one role sees it: what is open, what is withheld and why, what happened, who else sees what.
mod folder;
mod part;
pub mod time;
mod version;

pub use folder::Folder;
pub(crate) use folder::Seen;
pub use part::{ConsentLine, DisclosureLine, Entry, InCare, ReferralLine, Safety, TaskLine, Value};
pub use time::By;

use crate::{
    Act, App, Error, Kept, Read,
    act::{On, offered},
    news::{self, Watched},
    organisation::{Names, colleague, function_of, owner},
    read::told_by_field,
};
use tiltas_access::{
    Action, Part, Permit, Record, Scope, Shown, Subject, Withheld, named_in_consent, named_in_referral, named_in_task,
};
use tiltas_domain::{
    Answer, Context, Field, Fields, Id, Moment, Root, Sensitive,
    audit::Copy,
    case::{Age, Case, Person, Urgency},
    clock::Clock,
    consent::{Consent, Form, Ground, Recipient},
    content::{
        BirthDate, DocumentNumber, FearedPerson, HealthNote, Message, Narrative, PersonName, Phone, SafeContact,
        SafetyPlan, Whereabouts,
    },
    detail::{self, Detail, Details, Told},
    disclosure::{Disclosure, Ended},
    organisation::Organisation,
    referral::Referral,
    risk,
    task::{self, Task},
};

/// The file.
#[derive(Debug)]
pub struct File {
    /// Which.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// For letters.
    pub number: Shown<String>,
    /// How soon.
    pub urgency: Shown<Urgency>,
    /// Whether the child's route is taken.
    pub child_route: Shown<bool>,
    /// Who the person is, as far as rules need it.
    pub person: Shown<Person>,
    /// Age with its basis.
    pub age: Shown<Age>,
    /// The day on which the years that stand were told.
    pub years_told: Shown<Moment>,
    /// What was told, of the fields that may be seen, or opened with a reason.
    pub entries: Vec<Entry>,
    /// Who has the person in care: a house whose service runs. Never its address.
    pub in_care: Shown<InCare>,
    /// How the person's name is shown on the page: sealed, withheld, or not given.
    pub name: Shown<()>,
    /// Risk and safety.
    pub safety: Safety,
    /// What was told with the signal.
    pub account: Shown<Narrative>,
    /// What slices keep of the case.
    pub kept: Kept,
    /// The person's say, as far as it concerns the role.
    pub consents: Vec<ConsentLine>,
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
    /// What the reader may do here: what a page offers.
    pub may: Vec<Act>,
    /// What the reader may open or print here.
    pub looks: Vec<Action>,
    /// Whether all that the role knows is that the case exists.
    pub existence_only: bool,
    /// Who takes part, each once: all for those who lead, else the lead and oneself.
    pub parts: Vec<(Id<Organisation>, String)>,
    /// The fields that this role may open.
    pub open: Fields,
    /// The fields that it may not, and why: the same whether there is something in them or not.
    pub withheld: Vec<(Field, Withheld)>,
    /// A number that changes when anything does that is shown here, and only then.
    pub version: u64,
}

impl File {
    /// Whether the reader may do this here.
    pub fn may(&self, act: Act) -> bool {
        self.may.contains(&act)
    }

    /// Whether the reader may open or print this here.
    pub fn looks(&self, action: Action) -> bool {
        self.looks.contains(&action)
    }
}

/// Opens a file as one role sees it.
///
/// # Errors
/// When the actor takes no part, or there is no such file: outside they look the same.
pub fn file(app: &App, root: &Root, id: Id<Case>) -> Result<File, Error> {
    app.view("case.file", root, |read, context| open(read, context, id))
}

/// The same on paper, for those who may print a summary; the access log says that it left the screen.
///
/// # Errors
/// As [`file()`].
pub fn printed(app: &App, root: &Root, id: Id<Case>) -> Result<File, Error> {
    app.view("case.summary", root, |read, context| {
        read.copies(Copy::Printed);
        let folder = Folder::read(read, id)?;
        let permit = read.permit(Action::ReadSummary, Subject::Case(id), folder.facts(context))?;
        let names = Names::read(read)?;
        shown(read, context, &permit, id, &folder, &names)
    })
}

/// What a form about a case needs of it, for those who may do what the form is for: these fields are opened and noted, and no
/// others.
///
/// # Errors
/// When the actor may not do it.
pub fn form(app: &App, root: &Root, id: Id<Case>, action: Action, fields: &[Field]) -> Result<File, Error> {
    app.view("case.form", root, |read, context| {
        let folder = Folder::read(read, id)?;
        of_form(read, context, (id, &folder), action, Fields::of(fields))
    })
}

/// The same for a form about one told thing: its field is opened.
///
/// # Errors
/// As [`form`].
pub fn form_of_detail(app: &App, root: &Root, id: Id<Case>, action: Action, detail: Id<Detail>) -> Result<File, Error> {
    app.view("case.form", root, |read, context| {
        let folder = Folder::read(read, id)?;
        let details: Details = folder.of_case().unwrap_or_default();
        let told = details.0.iter().filter(|told| told.id == detail);
        let fields = told.map(|told| told.value.field()).collect();
        of_form(read, context, (id, &folder), action, fields)
    })
}

/// The same from a file that was read.
pub(crate) fn of_form(
    read: &mut Read<'_>,
    context: &Context,
    (id, folder): (Id<Case>, &Folder),
    action: Action,
    fields: Fields,
) -> Result<File, Error> {
    let permit = read.permit(action, Subject::Case(id), folder.facts(context))?;
    let permit = permit.only(fields.and(Fields::of(&[Field::SpokenName])));
    let names = Names::read(read)?;
    shown(read, context, &permit, id, folder, &names)
}

/// The same within a view that shows more.
///
/// # Errors
/// As [`file()`].
pub fn open(read: &mut Read<'_>, context: &Context, id: Id<Case>) -> Result<File, Error> {
    let folder = Folder::read(read, id)?;
    let permit = read.permit(Action::ReadCase, Subject::Case(id), folder.facts(context))?;
    let names = Names::read(read)?;
    shown(read, context, &permit, id, &folder, &names)
}

/// Whether the file, as the actor sees it, has gone on: its version, for a page that stays open. Nothing of it is opened, and
/// while the journal stands where it had `changed` when the session was read, nothing is asked.
///
/// # Errors
/// As [`file()`].
pub fn news(app: &App, root: &Root, id: Id<Case>, changed: i64) -> Result<u64, Error> {
    news::version(app, root, ("case.news", Watched::Case(id)), changed, |read, context| {
        Ok(open(read, context, id)?.version)
    })
}

fn shown(
    read: &mut Read<'_>,
    context: &Context,
    permit: &Permit,
    id: Id<Case>,
    folder: &Folder,
    names: &Names,
) -> Result<File, Error> {
    let seen = folder.seen_by(context.actor.organisation, context.now);
    let (case, details, folder) = (&seen.case, &seen.details, seen.records());
    let open = permit.open_fields();
    for field in [Field::SpokenName, Field::Person, Field::Language, Field::Risk] {
        if open.contains(field) {
            read.opened(permit, field);
        }
    }
    let mut file = File {
        case: id,
        spoken_name: case.spoken_name.clone(),
        number: permit.show(Field::Person, case.number.clone()),
        urgency: permit.show(Field::Work, case.urgency),
        child_route: permit.show(Field::Person, case.person.age.takes_child_route()),
        person: permit.show(Field::Person, told_by_field(permit, case.person.clone())),
        age: permit.show(Field::Person, case.person.age),
        years_told: permit.show_given(Field::Person, seen.years_told()),
        entries: entries(read, permit, context, details)?,
        in_care: permit.show_given(Field::Whereabouts, in_care(permit, &seen, names)),
        name: permit.show_given(Field::Name, details.standing(Field::Name).next().map(|_| ())),
        safety: safety(read, permit, &seen)?,
        account: read.open(permit, case.signal.account.as_ref())?,
        kept: Kept::read(read, permit, context, &seen)?,
        consents: consents(permit, context, folder, names),
        disclosures: disclosures(permit, case, context.now, names),
        tasks: tasks(read, permit, context, folder, names)?,
        referrals: referrals(permit, folder, names),
        steps: time::steps(read, permit, folder, names)?,
        lead: (case.lead, names.of(case.lead)),
        lead_offer: case.lead_offer.as_ref().and_then(|(to, clock)| {
            permit.record(Record::LeadOffer, &[*to, case.lead], || {
                (*to, names.of(*to), clock.clone())
            })
        }),
        leads: permit.part() == Part::Lead,
        may: may(read, context, permit, (id, case), folder)?,
        looks: looks(permit, details),
        existence_only: permit.existence_only(),
        parts: parts(permit, case, names),
        open,
        withheld: permit.withheld_fields(),
        version: 0,
    };
    version::count(read, &file);
    file.version = read.version();
    Ok(file)
}

/// The house that has the person in care since last. WHY also as a record: who may know where the person is may not know of the
/// referral by which another house has them.
fn in_care(permit: &Permit, seen: &Seen<'_>, names: &Names) -> Option<InCare> {
    let (since, referral) = seen.in_care()?;
    let (sending, _) = referral.sent()?;
    permit.record(Record::Referral, &named_in_referral(&referral), || InCare {
        of: names.of(sending.receiver),
        since,
    })
}

/// What the policy lets the reader do in this file and what fits what the reader sees of it.
fn may(
    read: &mut Read<'_>,
    context: &Context,
    permit: &Permit,
    case: (Id<Case>, &Case),
    folder: &Folder,
) -> Result<Vec<Act>, Error> {
    let mut may = offered(permit, On::Case(case.1), context);
    may.retain(|act| *act != Act::TakeLead);
    may.extend(super::may_take_lead(read, context, case, folder)?.then_some(Act::TakeLead));
    Ok(may)
}

/// What the policy lets the reader open or print of this file, where there is something.
fn looks(permit: &Permit, details: &Details) -> Vec<Action> {
    let looks = [
        (Action::OpenName, details.standing(Field::Name).next().is_some()),
        (Action::OpenReplaced, true),
        (Action::ReadSummary, true),
        (Action::ReadAudit, true),
    ];
    // WHY a reason is assumed: whoever opens a name gives one on the page that opens it.
    let may = |(action, there): (Action, bool)| (there && permit.also_because(action)).then_some(action);
    looks.into_iter().filter_map(may).collect()
}

/// What was told and stands, of the fields that may be seen. Who may open a field with a reason may know what is in it.
pub(crate) fn entries(
    read: &mut Read<'_>,
    permit: &Permit,
    context: &Context,
    details: &Details,
) -> Result<Vec<Entry>, Error> {
    let mut entries = Vec::new();
    for told in details.0.iter().filter(|told| told.replaced_by.is_none()) {
        if !matches!(permit.covers(told.value.field()), Ok(()) | Err(Withheld::Sealed(_))) {
            continue;
        }
        read.shows(&told.id);
        // WHY: who reads all that happened opens what was corrected, with a reason.
        let follows = permit.scope(Record::Step) == Scope::All;
        entries.push(Entry {
            id: told.id,
            field: told.value.field(),
            origin: told.origin,
            value: value(read, permit, told)?,
            may_correct: offered(permit, On::Detail(told), context).contains(&Act::CorrectDetail),
            replaced: if follows {
                replaced(details, told.id)
            } else {
                Vec::new()
            },
        });
    }
    Ok(entries)
}

fn tasks(
    read: &mut Read<'_>,
    permit: &Permit,
    context: &Context,
    folder: &Folder,
    names: &Names,
) -> Result<Vec<TaskLine>, Error> {
    let mut lines = Vec::new();
    for (id, task) in &folder.tasks {
        let named = named_in_task(task);
        if !permit.sees(Record::Task, &named) {
            continue;
        }
        let opened = &task.opened;
        let (words, note) = (
            read.open(permit, opened.work.words())?,
            read.open(permit, task.note.as_ref())?,
        );
        let function = function_of(read, opened.assignee)?;
        let colleague = colleague(read, opened.assignee, context.actor)?;
        lines.extend(permit.record(Record::Task, &named, || TaskLine {
            id: *id,
            kind: opened.work.kind(),
            words,
            owner: owner(names, opened.assignee, function.as_ref()),
            ours: opened.assignee.is(context.actor),
            colleague,
            clock: opened.clock.clone(),
            state: task.state,
            note,
        }));
    }
    Ok(lines)
}

fn disclosures(permit: &Permit, case: &Case, now: Moment, names: &Names) -> Vec<DisclosureLine> {
    let lines = case
        .disclosures
        .iter()
        .map(|d| permit.record(Record::Disclosure, &[d.to], || disclosure_line(d, now, names)));
    lines.flatten().collect()
}

fn referrals(permit: &Permit, folder: &Folder, names: &Names) -> Vec<ReferralLine> {
    let lines = folder.referrals.iter().map(|(id, referral)| {
        let record = match referral {
            Referral::Draft { .. } => Record::Draft,
            Referral::Sending { .. } => Record::Referral,
        };
        permit.record(record, &named_in_referral(referral), || ReferralLine {
            id: *id,
            to: referral
                .sent()
                .map(|(sending, _)| names.of(sending.receiver))
                .unwrap_or_default(),
            referral: referral.clone(),
        })
    });
    lines.flatten().collect()
}

fn parts(permit: &Permit, case: &Case, names: &Names) -> Vec<(Id<Organisation>, String)> {
    let mut parts: Vec<(Id<Organisation>, String)> = Vec::new();
    for (organisation, _) in &case.parts {
        let there = permit.sees(Record::Part, &[*organisation])
            || (*organisation == case.lead && permit.sees(Record::Lead, &[case.lead]));
        if there && !parts.iter().any(|(id, _)| id == organisation) {
            parts.push((*organisation, names.of(*organisation)));
        }
    }
    parts
}

fn replaced(details: &Details, by: Id<Detail>) -> Vec<Id<Detail>> {
    let mut found = Vec::new();
    let mut next = by;
    while let Some(old) = details.0.iter().find(|told| told.replaced_by == Some(next)) {
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
        Detail::Document(number, false_paper) => Value::Document(
            read.open(permit, Some(number))?,
            permit.show(Field::Document, *false_paper),
        ),
        Detail::Phone(phone) => Value::Phone(read.open(permit, Some(phone))?),
        Detail::Whereabouts(place) => Value::Whereabouts(read.open(permit, Some(place))?),
        Detail::Health(note) => Value::Health(read.open(permit, Some(note))?),
    })
}

/// Risk and safety, field by field: whether it was assessed at all is told only to those who may see the field.
pub(crate) fn safety(read: &mut Read<'_>, permit: &Permit, seen: &Seen<'_>) -> Result<Safety, Error> {
    let fields = [Field::Feared, Field::Risk, Field::SafeContact, SafetyPlan::FIELD];
    let assessed = seen.of_fields::<risk::Risk, 4>(fields);
    let [of_feared, of_level, of_contact, of_plan] = assessed.map(|risk| risk.map(|risk| risk.assessment));
    let mut feared = Vec::new();
    if permit.covers(Field::Feared).is_ok() {
        for person in of_feared.into_iter().flat_map(|assessment| assessment.feared) {
            feared.push(read.open(permit, Some(&person))?);
        }
    }
    let level = of_level.map(|assessment| (assessment.level, assessment.channels));
    let safe_contact = of_contact.and_then(|assessment| assessment.safe_contact);
    let plan = of_plan.and_then(|assessment| assessment.plan);
    Ok(Safety {
        level: permit.show_given(Field::Risk, level),
        safe_contact: read.open(permit, safe_contact.as_ref())?,
        feared: permit.show_given(Field::Feared, (!feared.is_empty()).then_some(feared)),
        plan: read.open(permit, plan.as_ref())?,
    })
}

fn consents(permit: &Permit, context: &Context, folder: &Folder, names: &Names) -> Vec<ConsentLine> {
    let case = &folder.case;
    let asked = |say: Id<Consent>| {
        let tasks = folder.tasks.iter().map(|(_, task)| task);
        let asked = tasks
            .filter(move |task| task.opened.work == task::Work::ConfirmRemoval(say))
            .map(|task| {
                permit.record(Record::Task, &named_in_task(task), || {
                    let whom = names.of(task.opened.assignee.organisation);
                    (whom, task.state == task::State::Done)
                })
            });
        asked.flatten().collect()
    };
    let lines = case.consents.iter().map(|say| {
        permit.record(Record::Consent, &named_in_consent(case, say), || ConsentLine {
            id: say.said.say,
            to: say.said.to,
            to_name: match say.said.to {
                Recipient::Organisation(to) => Some(names.of(to)),
                Recipient::Service(_) | Recipient::Police => None,
            },
            answer: say.said.answer,
            fields: say.fields,
            until: say.until,
            form: say.said.form,
            language: say.said.language.clone(),
            taken_back: say.taken_back,
            may_withdraw: offered(permit, On::Consent(say), context).contains(&Act::WithdrawConsent),
            asked: asked(say.said.say),
        })
    });
    lines.flatten().collect()
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
