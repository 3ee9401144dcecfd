//! What happens to an invented person, in order: each act is a use case of real work and says which acts may follow, and when.
use super::{
    Year, answer,
    draw::{Fate, Person},
    name, note, send,
};
use crate::country::Institution;
use tiltas_app::{Error, audit::list::DAYS, case, consent, referral, screening, signal, task};
use tiltas_domain::{
    Answer, Fields, Moment, Sensitive,
    consent::{AddConsent, Recipient},
    content::{FearedPerson, HealthNote, Message, Narrative, Phone, SafeContact, SafetyPlan, Whereabouts},
    detail::Detail,
    example,
    provider::{self, Service},
    risk::{Assess, Channel as Way, Event as Risk, Level, Safety},
    screening::{Decision, advice},
    signal::{Channel, Record},
    task::Kind,
};

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Act {
    Signal,
    Screen,
    Consent,
    TellChild,
    Acknowledged,
    NoHelp,
    Send,
    GiveUp,
    Acknowledge,
    Ask,
    Answer,
    Reply,
    OfferLead,
    TakeLead,
    Start,
    Complete,
    Moved,
    Note,
    OpenName,
    Correct,
    TakeBack,
    Confirm,
    Withdraw,
}

pub(super) type Follow = Vec<(Moment, Act)>;

/// Plays one act; what may follow.
pub(super) fn play(year: &mut Year<'_>, person: &mut Person, at: Moment, act: Act) -> Result<Follow, Error> {
    look(year, person, at, act)?;
    match act {
        Act::Signal => begin(year, person, at),
        Act::Screen => screen(year, person, at),
        Act::Consent => say(year, person, at),
        Act::TellChild => tell_child(year, person, at),
        Act::Acknowledged => acknowledged(year, person, at),
        Act::NoHelp => no_help(year, person, at),
        Act::Send => send::send(year, person, at),
        Act::GiveUp => send::give_up(year, person, at),
        Act::Acknowledge => answer::acknowledge(year, person, at),
        Act::Ask => answer::ask(year, person, at),
        Act::Reply => answer::reply(year, person, at),
        Act::Answer => answer::answer(year, person, at),
        Act::Start => answer::start(year, person, at),
        Act::Complete => answer::complete(year, person, at),
        Act::OfferLead => offer_lead(year, person, at),
        Act::TakeLead => take_lead(year, person, at),
        Act::Moved => note::moved(year, person, at),
        Act::Note => note::note(year, person, at),
        Act::OpenName => note::open_name(year, person, at),
        Act::Correct => note::correct(year, person, at),
        Act::TakeBack => note::take_back(year, person, at),
        Act::Confirm => note::confirm(year, person, at),
        Act::Withdraw => send::withdraw(year, person, at),
    }
}

/// So many hours before now people open a file before they act in it: longer than whoever watches over that is shown, and no
/// longer, since each opening is written.
const LOOKS: i64 = 24 * (DAYS as i64 + 1);

/// Who leads opens the file, who receives a referral opens that. Whoever may not is noted, and acts or not as the rules say.
fn look(year: &Year<'_>, person: &mut Person, at: Moment, act: Act) -> Result<(), Error> {
    if at < year.now.plus_hours(-LOOKS) {
        return Ok(());
    }
    let looked = match (act, person.referral) {
        (Act::Acknowledge | Act::Ask | Act::Answer | Act::Start | Act::Complete, Some((id, to))) => {
            let actor = answer::receiving(year.seed, to);
            referral::page::page(year.app, &person.context(year.seed, actor, at), id).map(drop)
        }
        (Act::Consent | Act::Send | Act::OfferLead | Act::Note | Act::Reply | Act::TakeBack | Act::Withdraw, _) => {
            let root = person.context(year.seed, person.lead, at);
            case::file::file(year.app, &root, person.case).map(drop)
        }
        _ => Ok(()),
    };
    match looked {
        Err(Error::Denied(_) | Error::NotFound) => Ok(()),
        looked => looked,
    }
}

fn begin(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let account = person.account(&mut year.phrases);
    let place = person.place(&mut year.phrases);
    let named = person.dice.percent(60);
    let name = named.then(|| name::name(&mut person.dice, &person.person));
    let dice = &mut person.dice;
    let local = !person.exploitation.from_afar;
    let record = Record {
        channel: person.channel,
        anonymous: person.channel == Channel::Hotline && name.is_none() && dice.percent(60),
        urgency: person.urgency,
        person: person.person.clone(),
        name,
        phone: (local && dice.percent(45)).then(|| Phone::wrap(format!("069 00 {:04}", dice.below(10_000)))),
        whereabouts: Some(Whereabouts::wrap(place)),
        health: None,
        account: Some(Narrative::wrap(account)),
        screening: Some((set(person).edition(), begins(person))),
    };
    signal::record(year.app, &person.beginning(year.seed), &record)?;
    let minutes = 10 + i64::from(person.dice.below(if person.is_urgent() { 30 } else { 80 }));
    Ok(vec![(at.plus_minutes(minutes), Act::Screen)])
}

fn screen(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let answers = answers(person);
    let advised = advice::advise(set(person), &answers, person.is_child()).refer;
    let name = person
        .dice
        .percent(35)
        .then(|| name::name(&mut person.dice, &person.person));
    let health = person.dice.percent(70).then(|| person.health(&mut year.phrases));
    let page = tiltas_domain::screening::Page {
        answers,
        details: name
            .map(Detail::Name)
            .into_iter()
            .chain(health.map(|health| Detail::Health(HealthNote::wrap(health).into())))
            .collect(),
        risk: Some(assess(year, person)),
        ..tiltas_domain::screening::Page::default()
    };
    let (case, id, actor) = (person.case, person.screening, person.lead);
    screening::answer(year.app, &person.context(year.seed, actor, at), case, id, &page)?;
    let decision = match (person.fate, person.dice.below(100)) {
        // Who needs a bed tonight, and a child, is not left with a number.
        (Fate::Any, 0..9) if !person.is_urgent() && !person.is_child() => Decision::GaveNumber,
        (Fate::Any, 9..14) if !person.is_urgent() && !person.is_child() => Decision::NoCase,
        _ => Decision::Refer,
    };
    let reason = (decision == Decision::NoCase).then(|| message(&year.phrases.fresh(&mut person.dice, &["no case"])));
    let context = person.context(year.seed, actor, at.plus_minutes(9));
    screening::conclude(year.app, &context, case, id, decision, advised, reason)?;
    if decision != Decision::Refer {
        return Ok(Vec::new());
    }
    let mut follow = vec![(at.plus_minutes(15), Act::Consent)];
    if person.is_child() {
        let hours = match person.fate {
            Fate::ChildLate => return Ok(follow),
            _ => 1 + i64::from(person.dice.below(20)),
        };
        follow.push((at.plus_hours(hours), Act::TellChild));
    }
    if person.dice.percent(12) {
        follow.push((at.plus_hours(26), Act::OpenName));
    }
    if person.dice.percent(60) {
        follow.push((at.plus_hours(20 + i64::from(person.dice.below(300))), Act::Note));
    }
    Ok(follow)
}

/// A call is not a conversation in person.
fn set(person: &Person) -> &'static advice::Set {
    let call = advice::of_code("by_phone").filter(|_| person.channel == Channel::Hotline);
    call.unwrap_or(advice::standing())
}

/// The first answer, with which a screening begins: the person can speak freely.
fn begins(person: &Person) -> Vec<(String, Answer)> {
    let first = set(person).questions().next();
    first
        .map(|question| (question.code.clone(), Answer::Yes))
        .into_iter()
        .collect()
}

/// What was asked in the first conversation, and what was answered: what it is about is ticked, and asked on.
fn answers(person: &mut Person) -> Vec<(String, Answer)> {
    let set = set(person);
    let mut answers = vec![(person.exploitation.ticked().to_owned(), Answer::Yes)];
    let groups = set.asked(&answers, person.is_child());
    for question in groups.into_iter().flat_map(|group| &group.questions) {
        let Some(counts) = question.tells.first().and_then(advice::Tells::counts_when) else {
            continue;
        };
        let answer = match (counts, person.dice.below(10)) {
            (_, 0..4) => counts,
            (_, 9) => Answer::Refused,
            (_, 8) => Answer::Unknown,
            (_, 6..8) => Answer::NotAsked,
            (Answer::Yes, _) => Answer::No,
            (_, _) => Answer::Yes,
        };
        answers.push((question.code.clone(), answer));
    }
    answers
}

/// The ways of reaching the person say what the words beside them say.
fn assess(year: &mut Year<'_>, person: &mut Person) -> Assess {
    const WAYS: [(&str, Safety, Safety); 5] = [
        ("reach write", Safety::No, Safety::Care),
        ("reach evening", Safety::Care, Safety::No),
        ("reach person", Safety::No, Safety::No),
        ("reach through", Safety::No, Safety::No),
        ("reach any", Safety::Safe, Safety::Safe),
    ];
    let levels: &[Level] = match person.is_urgent() {
        true => &[Level::High, Level::High, Level::Imminent, Level::Medium],
        false => &[Level::Low, Level::Medium, Level::Medium, Level::High],
    };
    let level = person.dice.one(levels, Level::Medium);
    let (words, call, write) = match (person.is_urgent(), level) {
        // Whoever is in danger is not called at any time.
        (true, _) | (_, Level::High | Level::Imminent) => person.dice.one(&WAYS[..4], WAYS[2]),
        _ => person.dice.one(&WAYS, WAYS[2]),
    };
    let reach = year.phrases.fresh(&mut person.dice, &[words]);
    let feared = format!("feared {}", person.exploitation.feared);
    let feared = year.phrases.fresh(&mut person.dice, &[&feared]);
    let plan = person.phrase(&mut year.phrases, "plan");
    Assess {
        assessment: Risk {
            level,
            with_person: Answer::Yes,
            channels: vec![(Way::Call, call), (Way::Write, write), (Way::InPerson, Safety::Safe)],
            safe_contact: Some(SafeContact::wrap(reach).into()),
            feared: vec![FearedPerson::wrap(feared).into()],
            plan: Some(SafetyPlan::wrap(plan).into()),
        },
    }
}

fn say(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let no = person.fate == Fate::NoConsent || (person.fate == Fate::Any && person.dice.percent(5));
    let until = Some(at.plus_hours(24 * 90));
    let language = person.person.languages.first().cloned();
    let record = |to, answer, fields| AddConsent {
        until,
        language: language.clone(),
        ..example::say(to, answer, fields)
    };
    let answer = if no { Answer::No } else { Answer::Yes };
    let police = person
        .dice
        .one(&[Answer::Yes, Answer::No, Answer::No, Answer::NotAsked], Answer::No);
    let fields = |answer, service| match answer {
        Answer::Yes => provider::needed(&[service]),
        _ => Fields::NONE,
    };
    let service = person.service;
    let consents = [
        record(Recipient::Service(service), answer, fields(answer, service)),
        record(
            Recipient::Service(Service::CaseManagement),
            Answer::Yes,
            fields(Answer::Yes, Service::CaseManagement),
        ),
        record(Recipient::Police, police, fields(police, Service::LegalAid)),
    ];
    let (actor, case) = (person.lead, person.case);
    consent::record(year.app, &person.context(year.seed, actor, at), case, &consents)?;
    let soon = i64::from(person.dice.below(if person.is_urgent() { 20 } else { 60 }));
    let mut follow = Vec::new();
    if no && !person.is_child() {
        follow.push((at.plus_minutes(soon), Act::NoHelp));
    }
    if !no || person.is_child() {
        follow.push((at.plus_minutes(5 + soon), Act::Send));
    }
    let passes_on = !matches!(person.by, Institution::PodulAlb | Institution::DrumulSigur);
    if passes_on && (person.fate == Fate::LeadOffered || person.dice.percent(75)) {
        follow.push((at.plus_minutes(70 + soon), Act::OfferLead));
    }
    Ok(follow)
}

fn tell_child(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let case = person.case;
    let Some((notice, owed)) = task::open_tasks(year.app, case, Kind::TellChildProtection)?.pop() else {
        return Ok(Vec::new());
    };
    // The duty goes with the lead.
    let actor = match owed.opened.assignee.organisation == person.lead.organisation {
        true => person.lead,
        false => year.seed.member(person.by, 0),
    };
    let authority = year.seed.organisation(authority(person));
    let context = person.context(year.seed, actor, at);
    task::tell_child_protection(year.app, &context, notice, authority)?;
    let minutes = 6 + i64::from(person.dice.below(50));
    Ok(vec![(at.plus_minutes(minutes), Act::Acknowledged)])
}

/// Which authority protects children where the person was found.
fn authority(person: &Person) -> Institution {
    match person.by {
        Institution::BorderPalanca | Institution::DrumulSigur => Institution::ChildCahul,
        _ => Institution::ChildUngheni,
    }
}

/// The authority says that it has the notice.
fn acknowledged(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let actor = year.seed.member(authority(person), 0);
    for (id, _) in task::open_tasks(year.app, person.case, Kind::AcknowledgeNotice)? {
        task::finish(year.app, &person.context(year.seed, actor, at), id, None)?;
    }
    Ok(Vec::new())
}

/// Help that is not wanted now, or that nobody could give, is not sought any more.
fn no_help(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    for (id, _) in task::open_tasks(year.app, person.case, Kind::Refer)? {
        let context = person.context(year.seed, person.lead, at);
        let note = message(match person.asked.is_empty() {
            true => "Wants no help now. Has our number, and knows when we are there.",
            false => "Nobody whom we asked could take this on. Agreed to stay with relatives; we ring on Monday.",
        });
        task::cancel(year.app, &context, id, &note)?;
    }
    Ok(Vec::new())
}

fn offer_lead(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let to = year.seed.organisation(next_lead(person));
    let (actor, case) = (person.lead, person.case);
    let context = person.context(year.seed, actor, at);
    case::offer_lead(year.app, &context, case, to)?;
    if person.fate == Fate::LeadOffered {
        return Ok(Vec::new());
    }
    let hours = 1 + i64::from(person.dice.below(30));
    Ok(vec![(at.plus_hours(hours), Act::TakeLead)])
}

fn next_lead(person: &Person) -> Institution {
    match person.by {
        Institution::BorderPalanca => Institution::DrumulSigur,
        _ => Institution::PodulAlb,
    }
}

fn take_lead(year: &mut Year<'_>, person: &mut Person, at: Moment) -> Result<Follow, Error> {
    let to = next_lead(person);
    let (actor, case) = (year.seed.member(to, 0), person.case);
    let accept = person.dice.percent(93);
    let context = person.context(year.seed, actor, at);
    case::answer_lead(year.app, &context, case, accept)?;
    if accept {
        person.lead = actor;
    }
    Ok(Vec::new())
}

pub(super) fn message(text: &str) -> Message {
    Message::wrap(text.to_owned())
}
