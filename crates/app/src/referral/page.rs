//! One referral, or those that wait: as the sender, the receiver, or one whom escalation reached sees it.
use crate::{
    Act, App, Error, Read,
    act::{On, offered},
    audit::{opened, openings},
    case::file::{By, Entry, Folder, Safety, Words, entries, time},
    organisation::Names,
    read::told_by_field,
};
use tiltas_access::{Action, Facts, Part, Permit, Record, ReferralFacts, Shown, Side, Subject, Withheld};
use tiltas_domain::{
    Context, Field, Fields, Id, Moment, Root,
    case::{Case, Person},
    consent::Ground,
    content::Narrative,
    provider::Provider,
    referral::{How, Referral, Sending, State, Step, answer},
};
use tiltas_store::views::provider::Line;

/// One referral as shown.
#[derive(Debug)]
pub struct Page {
    /// Which.
    pub referral: Id<Referral>,
    /// Whose file.
    pub case: Id<Case>,
    /// How staff speak of the person.
    pub spoken_name: String,
    /// What was sent.
    pub sending: Sending,
    /// Where it stands.
    pub state: State,
    /// How it was acknowledged.
    pub acknowledged: Option<How>,
    /// The steps that escalation reached, with when.
    pub escalated: Vec<(Step, Moment)>,
    /// The next step, and when.
    pub next_escalation: Option<(Step, Moment)>,
    /// Who sends, by name.
    pub from: String,
    /// The receiver, by name.
    pub to: String,
    /// The provider's name.
    pub provider: String,
    /// The receiver's duty phone.
    pub phone: String,
    /// Who the person is.
    pub person: Shown<Person>,
    /// What was told.
    pub entries: Vec<Entry>,
    /// Risk and safety.
    pub safety: Safety,
    /// What happened to the person.
    pub account: Shown<Narrative>,
    /// What goes with it: fields, ground, consent, last moment, and whether it runs.
    pub disclosure: Option<(Fields, Ground, bool, Moment, bool)>,
    /// The place that the house holds or gave now.
    pub place: Option<String>,
    /// Words of the sender.
    pub words: Words,
    /// What happened with it, newest first.
    pub steps: Vec<time::Step>,
    /// Whether and by whom the receiver's side opened it: for the sender.
    pub opened: Vec<Opened>,
    /// The fields that the actor may not open, and why: the same whether there is something in them or not.
    pub withheld: Vec<(Field, Withheld)>,
    /// What the actor may do with it now: what a page offers.
    pub may: Vec<Act>,
    /// Whether the actor may see who tried to reach the receiver.
    pub attempts: bool,
    /// Whether the actor's house could accept only with a place, and none is free.
    pub none_free: bool,
    /// Whether the actor may send another referral of the case.
    pub sends_again: bool,
    /// Whether the actor's organisation sent it.
    pub sender: bool,
    /// Whether the actor's organisation receives it.
    pub receiver: bool,
    /// Whether the actor's organisation leads the case.
    pub leads: bool,
}

/// One referral.
///
/// # Errors
/// When the actor is neither sender, receiver, lead, nor one whom escalation reached.
pub fn page(app: &App, root: &Root, id: Id<Referral>) -> Result<Page, Error> {
    app.view("referral.page", root, |read, context| {
        let case = read.views().case_of(id)?.ok_or(Error::NotFound)?;
        let folder = Folder::read(read, case)?;
        let names = Names::read(read)?;
        let providers = read.views().providers(context.now)?;
        one(
            read,
            context,
            case,
            id,
            &folder,
            &names,
            of_referral(&providers, &folder, id),
        )
    })
}

/// What waits for an answer of the actor's organisation.
#[derive(Debug)]
pub struct Waiting {
    /// What waits most, each with all that went with it.
    pub pages: Vec<Page>,
    /// How many there are.
    pub count: usize,
    /// How many of the first are left out because they can't be read.
    pub unread: usize,
}

/// So many are shown with all that went with them.
const SHOWN: usize = 16;

/// The referrals that wait for the actor's organisation, the urgent first, then by what is due.
///
/// # Errors
/// When storage is away.
pub fn incoming(app: &App, root: &Root) -> Result<Waiting, Error> {
    app.view("referral.tonight", root, |read, context| {
        let _permit = read.permit(Action::ReadList, Subject::Own, Facts::None)?;
        let names = Names::read(read)?;
        let mut open = super::list::open(read, context)?;
        let count = open.len();
        open.truncate(SHOWN);
        let mut cases: Vec<Id<Case>> = open.iter().map(|(_, case)| *case).collect();
        cases.sort_unstable();
        cases.dedup();
        let lines = read.views().files(&cases)?;
        let providers = read.views().providers(context.now)?;
        let mut pages = Vec::new();
        for (referral, case) in open {
            let own = lines.iter().filter(|line| line.owner == Some(case.into()));
            let folder = Folder::fold(own.cloned().collect())?;
            let provider = of_referral(&providers, &folder, referral);
            match one(read, context, case, referral, &folder, &names, provider) {
                Err(Error::Store(error)) if error.is_unreadable() => {
                    tracing::error!(target: "tiltas::store", %referral, "a row was left out of a list: {error}");
                    read.leave_out(1);
                }
                page => pages.push(page?),
            }
        }
        Ok(Waiting {
            pages,
            count,
            unread: read.unreadable(),
        })
    })
}

fn of_referral<'p>(providers: &'p [Line], folder: &Folder, id: Id<Referral>) -> Option<&'p Line> {
    let (_, referral) = folder.referrals.iter().find(|(r, _)| *r == id)?;
    let to = referral.sent()?.0.to;
    providers.iter().find(|line| line.provider == to)
}

fn one(
    read: &mut Read<'_>,
    context: &Context,
    case_id: Id<Case>,
    id: Id<Referral>,
    folder: &Folder,
    names: &Names,
    provider: Option<&Line>,
) -> Result<Page, Error> {
    let referral = folder
        .referrals
        .iter()
        .find(|(r, _)| *r == id)
        .map(|(_, r)| r)
        .ok_or(Error::NotFound)?;
    let Referral::Sending {
        sending,
        state,
        acknowledged,
        ..
    } = referral
    else {
        return Err(Error::NotFound);
    };
    let seen = folder.seen_by(context.actor.organisation, context.now);
    let case = &seen.case;
    let asked = ReferralFacts::of(referral, &folder.case, &context.actor, context.now);
    let permit = read.permit(Action::ReadReferral, Subject::Case(case_id), asked)?;
    for field in [Field::SpokenName, Field::Person, Field::Language, Field::Risk] {
        if permit.covers(field).is_ok() {
            read.opened(&permit, field);
        }
    }
    let steps = time::steps(read, &permit, folder, names)?;
    let steps: Vec<_> = steps.into_iter().filter(|step| of(step, id)).collect();
    let went = case.disclosures.iter().find(|d| d.id == sending.disclosure);
    let went = went.and_then(|d| {
        permit.record(Record::Disclosure, &[d.to, sending.from], || {
            (d.fields, d.ground, d.say.is_some(), d.until, d.runs(context.now))
        })
    });
    let openings = permit.sees(Record::Opening, &[sending.receiver]);
    let may = offered(&permit, On::Referral(referral), context);
    // The directory counts what is free for anybody; whether it is for this referral says its provider.
    let full = provider.is_some_and(|line| line.free == 0);
    let none_free = full && may.contains(&Act::AnswerReferral) && {
        let house: Provider = read.state(sending.to)?;
        answer::none_free(id, referral, sending, &house, context)
    };
    Ok(Page {
        referral: id,
        case: case_id,
        spoken_name: case.spoken_name.clone(),
        state: state.clone(),
        acknowledged: acknowledged.clone(),
        escalated: escalated(folder, id),
        next_escalation: referral.next_escalation(),
        from: names.of(sending.from),
        to: names.of(sending.receiver),
        phone: provider
            .as_ref()
            .map(|p| p.offer.duty_phone.clone())
            .unwrap_or_default(),
        provider: provider.map(|p| p.offer.name.clone()).unwrap_or_default(),
        person: permit.show(Field::Person, told_by_field(&permit, case.person.clone())),
        entries: entries(read, &permit, context, &seen.details)?,
        safety: crate::case::file::safety(read, &permit, &seen)?,
        account: read.open(&permit, case.signal.account.as_ref())?,
        disclosure: went,
        // A hold falls free by itself when the answer is due.
        place: referral
            .place()
            .filter(|_| !state.is_open() || sending.answer.due.is_none_or(|due| context.now <= due))
            .map(str::to_owned),
        words: read.open(&permit, sending.words.as_ref())?,
        steps,
        opened: if openings {
            by_receiver(read, &permit, (case_id, case), sending, names)?
        } else {
            Vec::new()
        },
        withheld: permit.withheld_fields(),
        may,
        attempts: permit.also(Action::NoteAttempt),
        none_free,
        sends_again: permit.also(Action::SendReferral),
        sender: permit.side() == Side::Sender,
        receiver: permit.side() == Side::Receiver,
        leads: permit.part() == Part::Lead,
        sending: sending.clone(),
    })
}

impl Page {
    /// Whether the actor may do this now.
    pub fn may(&self, act: Act) -> bool {
        self.may.contains(&act)
    }
}

fn of(step: &time::Step, id: Id<Referral>) -> bool {
    match &step.what {
        time::What::Referral(referral, ..) | time::What::ToldByPhone(referral, ..) => *referral == id,
        _ => false,
    }
}

fn escalated(folder: &Folder, id: Id<Referral>) -> Vec<(Step, Moment)> {
    use tiltas_domain::{Event, referral::Event::Escalated};
    folder
        .lines
        .iter()
        .filter(|line| line.stream == id.into())
        .filter_map(|line| match &line.event {
            Event::Referral(Escalated { step, .. }) => Some((*step, line.at)),
            _ => None,
        })
        .collect()
}

/// The openings of what was sent by the receiver's side, from when it was sent until its sharing ended, from the access log of
/// the case: one line a function. What the receiver opens by another right, or later from its own record, is none of them.
fn by_receiver(
    read: &mut Read<'_>,
    permit: &Permit,
    (id, case): (Id<Case>, &Case),
    sending: &Sending,
    names: &Names,
) -> Result<Vec<Opened>, Error> {
    let mut lines: Vec<Opened> = Vec::new();
    let Some(went) = case.disclosures.iter().find(|went| went.id == sending.disclosure) else {
        return Ok(lines);
    };
    let of = (sending.receiver, sending.acknowledge.started);
    // Newest first: the first of a function is its last opening.
    for (at, event) in openings(read, permit, id, of)? {
        let (by, fields) = (By::of(event.actor, names), opened(&event.result));
        let fields: Fields = fields.iter().filter(|field| went.was_shared(*field, at)).collect();
        if fields.is_empty() {
            continue;
        }
        match lines.iter_mut().find(|line| line.by == by) {
            Some(line) => {
                line.first = at;
                line.times += 1;
                line.fields = line.fields.and(fields);
            }
            None => lines.push(Opened {
                first: at,
                last: at,
                times: 1,
                by,
                fields,
            }),
        }
    }
    Ok(lines)
}

/// Openings of what was sent by one function of the receiver.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The first.
    pub first: Moment,
    /// The last.
    pub last: Moment,
    /// So many.
    pub times: usize,
    /// Who.
    pub by: By,
    /// The fields that were opened.
    pub fields: Fields,
}
